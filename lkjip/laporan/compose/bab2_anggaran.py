"""Bab II, the money planned for what was promised: per sasaran and per program, first and revised budget."""

from __future__ import annotations

from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.kalimat import banyak, kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, tabel
from lkjip.laporan.isi import Angka, GayaBaris, Sebaris, Simpul, Tabel


def rencana_anggaran(ktx: Konteks) -> list[Simpul]:
    letak, nama = "bab2-anggaran", ("bab2.anggaran", "bab2.rencana_anggaran")
    sendiri = tulisan(ktx, *nama, letak=letak, judul="Rencana anggaran")
    if not ktx.anggaran.daftar_anggaran:
        return [*sendiri, kurang("Rencana anggaran belum diisi (lembar anggaran).")]
    kalimat = kal(
        "Untuk melaksanakan perjanjian kinerja tersebut direncanakan {program} dengan pagu {pagu}.",
        program=banyak(len(ktx.program), "program"),
        pagu=ktx.angka("pagu"),
    )
    pembuka = par(kalimat, _kalimat_perubahan(ktx))
    hasil: list[Simpul] = [*sendiri, *otomatis(ktx, f"bab2.anggaran{AKHIRAN_KALIMAT}", [pembuka], letak=letak)]
    if ktx.sasaran and any(a.sasaran for a in ktx.anggaran.daftar_anggaran):
        hasil.append(_tabel_rencana(ktx, "sasaran"))
    elif ktx.sasaran:
        hasil.append(kurang("Anggaran per sasaran belum dapat disajikan: lembar anggaran, kolom sasaran, belum diisi."))
    hasil.append(_tabel_rencana(ktx, "program"))
    return hasil


def _kalimat_perubahan(ktx: Konteks) -> tuple[Sebaris, ...]:
    """Whether the revised budget is larger or smaller than the first one; empty where either is unknown."""
    murni, kini = ktx.angka("pagu", versi="murni"), ktx.angka("pagu", versi="perubahan")
    if murni.hasil.angka is None or kini.hasil.angka is None or murni.hasil.angka == kini.hasil.angka:
        return ()
    arah = "bertambah" if kini.hasil.angka > murni.hasil.angka else "berkurang"
    return kal("Jumlah itu {arah} dari pagu murni {murni} dalam perubahan anggaran.", arah=arah, murni=murni)


def _tabel_rencana(ktx: Konteks, menurut: str) -> Tabel:
    """Pagu murni and perubahan per sasaran or per program, and the one in force where neither column shows it."""
    subjek = (
        [(s.kode, s.uraian.strip() or s.kode) for s in ktx.sasaran]
        if menurut == "sasaran"
        else [(a.kode, nama_anggaran(ktx, a.kode)) for a in ktx.program]
    )
    versi = [v for v in ("murni", "perubahan") if any(ktx.hitung("pagu", k, versi=v).ada for k, _ in subjek)]
    judul = {"murni": "Pagu Murni (Rp)", "perubahan": "Pagu Perubahan (Rp)"}
    kolom = [("No", 6, TENGAH), (menurut.capitalize(), 44, KIRI), *((judul[v], 20, KANAN) for v in versi)]
    if not versi or any(ktx.hitung("pagu", k).nilai != ktx.hitung("pagu", k, versi=versi[-1]).nilai for k, _ in subjek):
        kolom.append(("Pagu Berlaku (Rp)", 20, KANAN))
        versi.append("")
    isi = [baris(str(n), nama, *_pagu(ktx, kode, versi)) for n, (kode, nama) in enumerate(subjek, 1)]
    isi.append(
        baris(sel("Jumlah perangkat daerah", kolom=2, tebal=True), *_pagu(ktx, "", versi), gaya=GayaBaris.JUMLAH)
    )
    return tabel(
        f"tabel-rencana-{menurut}",
        f"Rencana Anggaran per {menurut.capitalize()} Tahun {ktx.tahun}",
        kolom,
        isi,
        sumber=f"Dokumen anggaran {ktx.singkatan}",
    )


def _pagu(ktx: Konteks, kode: str, versi: list[str]) -> list[Angka]:
    return [ktx.angka("pagu", kode, versi=v, polos=True) for v in versi]
