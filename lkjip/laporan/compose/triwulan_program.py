"""Quarterly report, part D: program, kegiatan and subkegiatan with their money, and what was absorbed."""

from __future__ import annotations

from anggaran.data import Anggaran
from lkjip.dasar.periode import nama_triwulan
from lkjip.laporan.compose.analisis_sebab import sel_uang
from lkjip.laporan.compose.bab3_anggaran import telusuri
from lkjip.laporan.compose.bagan import bagan_serapan, sebutan_tingkat
from lkjip.laporan.compose.kalimat import banyak, catatan, gabung, kal, kurang, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import ambil
from lkjip.laporan.compose.sel import KANAN, KIRI, baris, kelompok, sel, tabel
from lkjip.laporan.isi import Baris, Blok, Daftar, GayaBaris, Sebaris, Sel
from renstra.data import Indikator


def capaian_program(ktx: Konteks, triwulan: int) -> list[Blok]:
    """Indicators of program, kegiatan and subkegiatan beside their money: one wide table."""
    if not ktx.program:
        return [kurang("Program, kegiatan, dan subkegiatan belum diisi (lembar anggaran).")]
    kolom = (
        ("Program / Kegiatan / Subkegiatan", 22, KIRI),
        ("Indikator", 21, KIRI),
        ("Target", 7, KANAN),
        ("Realisasi", 8, KANAN),
        ("Capaian (%)", 8, KANAN),
        ("Pagu (Rp)", 12, KANAN),
        ("Realisasi (Rp)", 12, KANAN),
        ("Serapan (%)", 7, KANAN),
        ("Penanggung Jawab", 13, KIRI),
    )
    isi: list[Baris] = []
    for program in ktx.program:
        if program.sasaran in ktx.renstra.sasaran_per_kode:
            sasaran = ktx.renstra.sasaran_per_kode[program.sasaran]
            isi.append(kelompok(f"Sasaran: {nama_rapi(sasaran.uraian, sasaran.kode)}", 9))
        for a, tingkat in telusuri(ktx, program):
            isi.extend(_baris_program(ktx, a, tingkat, triwulan))
    total = [ktx.angka(b, triwulan=triwulan, polos=True, tebal=True) for b in ("pagu", "realisasi_anggaran", "serapan")]
    isi.append(baris(sel("Jumlah perangkat daerah", kolom=5, tebal=True), *total, "", gaya=GayaBaris.JUMLAH))
    judul = f"Capaian Program, Kegiatan, dan Subkegiatan {nama_triwulan(triwulan)} Tahun {ktx.tahun}"
    pesan = catatan("Target adalah target triwulan, atau target tahunan bila triwulan tidak mempunyai target sendiri.")
    return [
        par(_kalimat_program(ktx, triwulan)),
        tabel("tabel-capaian-program", judul, kolom, isi, mendatar=True, catatan=[pesan]),
    ]


def _kalimat_program(ktx: Konteks, triwulan: int) -> tuple[Sebaris, ...]:
    indikator = [i for i in ktx.renstra.daftar_indikator if i.induk in ktx.anggaran.anggaran_per_kode]
    if not indikator:
        return kal(
            "Indikator program, kegiatan, dan subkegiatan belum diisi (lembar indikator); yang disajikan baru "
            "anggarannya."
        )
    nol = [i for i in indikator if ktx.hitung("realisasi", i.kode, triwulan=triwulan).angka == 0]
    kosong = [i for i in indikator if not ktx.ada_realisasi(i.kode, triwulan=triwulan)]
    utama = kal("Pada tingkat program sampai subkegiatan terdapat {n}.", n=banyak(len(indikator), "indikator"))
    belum = kal("Yang realisasinya masih nol berjumlah {n}.", n=banyak(len(nol))) if nol else ()
    tanpa = kal("Realisasi {n} belum dilaporkan.", n=banyak(len(kosong), "indikator")) if kosong else ()
    return gabung(utama, belum, tanpa)


def _baris_program(ktx: Konteks, anggaran: Anggaran, tingkat: int, triwulan: int) -> list[Baris]:
    """One row an indicator; name, money and person in charge stand once and span them."""
    daftar: tuple[Indikator | None, ...] = ktx.renstra.daftar_indikator_per_induk.get(anggaran.kode, ()) or (None,)
    n = len(daftar)
    hasil = []
    for urutan, i in enumerate(daftar):
        kiri: tuple[Sel, ...] = ()
        kanan: tuple[Sel, ...] = ()
        if urutan == 0:
            kiri = (sel(nama_rapi(anggaran.uraian, anggaran.kode), inden=min(tingkat, 2), tebal=tingkat == 0, baris=n),)
            uang = [sel(u, baris=n) for u in sel_uang(ktx, anggaran.kode, triwulan)]
            kanan = (*uang, sel(_penanggung_jawab(anggaran, daftar), baris=n))
        hasil.append(baris(*kiri, *_sel_indikator(ktx, i, triwulan), *kanan))
    return hasil


def _sel_indikator(ktx: Konteks, indikator: Indikator | None, triwulan: int) -> tuple[Sel, ...]:
    if indikator is None:
        return tuple(sel("–") for _ in range(4))
    return (
        sel(ktx.nama_indikator(indikator)),
        sel(ktx.target(indikator.kode, triwulan=triwulan)),
        sel(ktx.realisasi(indikator.kode, triwulan=triwulan)),
        sel(ktx.angka("capaian", indikator.kode, triwulan=triwulan, polos=True)),
    )


def _penanggung_jawab(anggaran: Anggaran, daftar: tuple[Indikator | None, ...]) -> str:
    nama = [anggaran.penanggung_jawab.strip(), *(i.penanggung_jawab.strip() for i in daftar if i)]
    return "; ".join(dict.fromkeys(n for n in nama if n)) or "–"


def kalimat_serapan(ktx: Konteks, triwulan: int) -> tuple[Sebaris, ...]:
    """Cumulative absorption at the end of the quarter; empty where pagu or realisasi is missing."""
    pagu, realisasi = ktx.angka("pagu"), ktx.angka("realisasi_anggaran", triwulan=triwulan)
    if not pagu.hasil.ada or not realisasi.hasil.ada:
        return ()
    serapan = ktx.angka("serapan", triwulan=triwulan)
    ekor = kal(" atau {s}", s=serapan) if serapan.hasil.ada else ()
    pola = "Sampai dengan akhir {tw}, dari pagu {p} telah direalisasikan {r}{ekor}."
    return kal(pola, tw=nama_triwulan(triwulan), p=pagu, r=realisasi, ekor=ekor)


def penyerapan(ktx: Konteks, triwulan: int) -> list[Blok]:
    tulisan = ambil(ktx, "bab3.anggaran", "bab3.realisasi_anggaran", "bab3.efisiensi")
    kalimat = kalimat_serapan(ktx, triwulan)
    if not kalimat:
        return [*tulisan, kurang("Penyerapan belum dapat dihitung (lembar anggaran dan realisasi_anggaran).")]
    hasil: list[Blok] = [par(kalimat), *tulisan]
    nol = [
        a
        for a in ktx.anggaran.daftar_anggaran
        if not ktx.anggaran.daftar_anak.get(a.kode) and ktx.hitung("serapan", a.kode, triwulan=triwulan).angka == 0
    ]
    if nol:
        pembuka = kal(
            "Yang belum menyerap anggaran sama sekali berjumlah {n}:", n=banyak(len(nol), sebutan_tingkat(nol))
        )
        butir = tuple(kal("{nama}.", nama=nama_rapi(a.uraian, a.kode)) for a in nol)
        hasil += [par(pembuka), Daftar(butir)]
    return [*hasil, *bagan_serapan(ktx, triwulan)]
