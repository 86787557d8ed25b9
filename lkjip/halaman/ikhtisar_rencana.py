"""The plan of a year at a glance: how much each page of it holds, what it still lacks, and where that is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lkjip.halaman.iku import daftar_kurang_iku
from lkjip.laporan.compose.dokumen_iku import daftar_iku
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_dokumen import ProfilDokumen
from renstra.data import Arah, Versi

BANYAK_KURANG = 8  # how many of one page are named; its own page shows them all


@dataclass(frozen=True)
class Kekurangan:
    """What is missing, and the page that mends it."""

    kalimat: str
    alamat: str


@dataclass(frozen=True)
class BagianRencana:
    """`isi` says what the page holds; `kurang` what it lacks."""

    isi: str
    kurang: tuple[Kekurangan, ...] = ()

    @property
    def tampil(self) -> tuple[Kekurangan, ...]:
        return self.kurang[:BANYAK_KURANG]

    @property
    def lainnya(self) -> int:
        return len(self.kurang) - len(self.tampil)


@dataclass(frozen=True)
class AlamatRencana:
    """Where the pages lie: by the name of their address, the form of an indicator by its kode, the agency's profile."""

    halaman: Callable[[str], str]
    indikator: Callable[[str], str]
    profil: str


def ikhtisar_rencana(ktx: Konteks, profil: ProfilDokumen, alamat: AlamatRencana) -> Mapping[str, BagianRencana]:
    """What the overview says of each page of the plan, by the name of the page's address."""
    hasil = {
        "renstra": BagianRencana(_isi_renstra(ktx), _kurang("renstra", _renstra(ktx), alamat)),
        "target_renstra": _target(ktx, alamat),
        "pohon_kinerja": BagianRencana("Dari tujuan sampai subkegiatan, dan yang belum saling mendukung."),
        "versi_renstra": BagianRencana("Reviu Renstra, perbandingannya, dan membuka tahun baru."),
        "daftar_sejarah": BagianRencana("Indikator dari tahun ke tahun dan pendahulunya."),
        "iku": _iku(ktx, profil, alamat),
        "perjanjian_kinerja": _perjanjian(ktx, alamat),
        "rencana_aksi": _rencana_aksi(ktx, alamat),
        "anggaran_rencana": _anggaran(ktx, alamat),
        "belanja_rencana": BagianRencana(_banyak(len(ktx.anggaran.daftar_belanja), "jenis belanja")),
        "revisi_anggaran": BagianRencana("Pagu menurut DPA murni, pergeseran, dan perubahan."),
        "skala_kategori": BagianRencana("Batas kategori capaian, baku atau milik sendiri."),
        "daftar_lembar": BagianRencana("Komponen, pembanding, SAKIP, analisis, naskah, dan tabel laporan."),
    }
    hasil["identitas_tahun"] = BagianRencana(
        "Nama, kepala, periode, dan tanggal laporan.", _kurang("identitas_tahun", _identitas(ktx), alamat)
    )
    hasil["metode_pengukuran"] = BagianRencana(
        "Rumus capaian dan efisiensi, batas, dan skala.", _kurang("metode_pengukuran", _metode(ktx), alamat)
    )
    return hasil


def _kurang(halaman: str, daftar: Iterable[str], alamat: AlamatRencana) -> tuple[Kekurangan, ...]:
    return tuple(Kekurangan(kalimat, alamat.halaman(halaman)) for kalimat in daftar)


def _banyak(n: int, benda: str) -> str:
    return f"{n} {benda}" if n else f"Belum ada {benda}."


def _isi_renstra(ktx: Konteks) -> str:
    rencana = ktx.renstra
    return (
        f"{len(rencana.daftar_misi)} misi, {len(rencana.daftar_tujuan)} tujuan, {len(rencana.daftar_sasaran)} sasaran, "
        f"{len(ktx.indikator_utama)} indikator"
    )


def _renstra(ktx: Konteks) -> list[str]:
    rencana = ktx.renstra
    kurang = [
        f"{jenis} {baris.kode} belum punya indikator."
        for jenis, daftar in (("Tujuan", rencana.daftar_tujuan), ("Sasaran", rencana.daftar_sasaran))
        for baris in daftar
        if not rencana.daftar_indikator_per_induk.get(baris.kode)
    ]
    return kurang if rencana.daftar_sasaran else [*kurang, "Belum ada sasaran."]


def _target(ktx: Konteks, alamat: AlamatRencana) -> BagianRencana:
    ada = {(t.indikator, t.tahun) for t in ktx.renstra.daftar_target_tahunan}
    kurang = (
        f"{ktx.nama_indikator(i)}: target {', '.join(map(str, tahun))} belum diisi."
        for i in ktx.indikator_utama
        if (tahun := [t for t in ktx.tahun_renstra if (i.kode, t) not in ada])
    )
    return BagianRencana(_banyak(len(ada), "target tahunan"), _kurang("target_renstra", kurang, alamat))


def _iku(ktx: Konteks, profil: ProfilDokumen, alamat: AlamatRencana) -> BagianRencana:
    kurang = tuple(
        Kekurangan(satu.kalimat, alamat.indikator(satu.indikator) if satu.indikator else alamat.profil)
        for satu in daftar_kurang_iku(ktx, profil)
    )
    return BagianRencana(_banyak(len(daftar_iku(ktx)), "indikator kinerja utama"), kurang)


def _perjanjian(ktx: Konteks, alamat: AlamatRencana) -> BagianRencana:
    daftar = [p for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun]
    banyak = {versi: sum(p.versi is versi for p in daftar) for versi in Versi}
    ada = {p.indikator for p in daftar}
    kurang = [
        f"{ktx.nama_indikator(i)}: target {ktx.tahun} belum diisi." for i in ktx.indikator_utama if i.kode not in ada
    ]
    if not daftar:
        kurang = [f"Perjanjian Kinerja {ktx.tahun} belum diisi."]
    isi = f"{banyak[Versi.MURNI]} target murni, {banyak[Versi.PERUBAHAN]} target perubahan"
    return BagianRencana(isi, _kurang("perjanjian_kinerja", kurang, alamat))


def _rencana_aksi(ktx: Konteks, alamat: AlamatRencana) -> BagianRencana:
    ada = {
        k.indikator
        for k in ktx.kinerja.daftar_kinerja_triwulan
        if k.tahun == ktx.tahun and (k.target is not None or k.predikat_target)
    }
    kurang = () if ada else (f"Target triwulan {ktx.tahun} belum diisi.",)
    return BagianRencana(f"{len(ada)} indikator bertarget triwulan", _kurang("rencana_aksi", kurang, alamat))


def _anggaran(ktx: Konteks, alamat: AlamatRencana) -> BagianRencana:
    daftar = ktx.anggaran.daftar_anggaran
    tanpa = [s for s in ktx.sasaran if not ktx.anggaran_sasaran(s.kode)]
    kurang = [f"Sasaran {s.kode} belum didukung satu baris anggaran pun." for s in tanpa] if daftar else []
    if not daftar:
        kurang.append("Program, kegiatan, dan subkegiatan belum diisi.")
    isi = _banyak(len(daftar), "program, kegiatan, dan subkegiatan")
    return BagianRencana(isi, _kurang("anggaran_rencana", kurang, alamat))


def _identitas(ktx: Konteks) -> list[str]:
    instansi = ktx.instansi
    isian = (
        ("Nama perangkat daerah", instansi.nama),
        ("Nama kepala", instansi.nama_kepala),
        ("Jabatan kepala", instansi.jabatan_kepala),
        ("Tempat tanda tangan", instansi.tempat),
    )
    return [f"{nama} belum diisi." for nama, isi in isian if not isi.strip()]


def _metode(ktx: Konteks) -> list[str]:
    kurang = [] if ktx.metode.skala else ["Skala kategori belum dipilih."]
    if ktx.metode.rumus_negatif is None and any(i.arah is Arah.NEGATIF for i in ktx.renstra.daftar_indikator):
        kurang.append("Ada indikator negatif, tetapi rumus capaiannya belum ditetapkan.")
    return kurang
