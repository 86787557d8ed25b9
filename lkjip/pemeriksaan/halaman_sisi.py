"""Which findings belong beside the fields of a page, and what that page is called. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.pemeriksaan.data import Temuan, Tingkat

MAKS_DI_SISI = 100
JUDUL_HALAMAN: Mapping[str, str] = {
    "isi_triwulan": "Isian triwulan",
    "isi_anggaran": "Realisasi anggaran triwulan",
    "pengisian": "Papan pengisian",
    "rencana_aksi": "Rencana Aksi",
    "target_renstra": "Target Renstra",
    "perjanjian_kinerja": "Perjanjian Kinerja",
    "renstra": "Renstra",
    "iku": "Indikator Kinerja Utama",
    "anggaran_rencana": "Program dan anggaran",
    "belanja_rencana": "Belanja menurut jenis",
    "revisi_anggaran": "Riwayat DPA",
    "metode_pengukuran": "Metode pengukuran",
    "skala_kategori": "Skala kategori",
    "identitas_tahun": "Identitas dan periode",
    "realisasi_lalu": "Realisasi tahun sebelumnya",
    "pohon_kinerja": "Pohon kinerja",
    "lembar": "Lembar lain",
    "tabel_bebas": "Tabel bebas",
    "ubah_tabel_bebas": "Tabel bebas",
    "naskah": "Naskah laporan",
    "naskah_ruas": "Naskah laporan",
    "daftar_gambar": "Gambar laporan",
    "struktur_organisasi": "Struktur organisasi",
    "analisis_swot": "Analisis SWOT",
    "tindak_lanjut": "Tindak lanjut SAKIP",
    "penerbitan": "Penerbitan",
    "versi_terbitan": "Versi laporan",
    "reviu": "Reviu",
    "pertanyaan_reviu": "Pertanyaan reviu",
}
# A page of one row: the page of all rows where a rule sends people, and how many arguments it keeps; the one after
# them is the row.
HALAMAN_BARIS: Mapping[str, tuple[str, int]] = {
    "panel_indikator": ("isi_triwulan", 1),
    "indikator_rencana": ("renstra", 0),
    "baris_anggaran_rencana": ("anggaran_rencana", 0),
}
# What a perencana limited to some units may mend: what is filled in each quarter.
HALAMAN_TRIWULAN = frozenset({"isi_triwulan", "isi_anggaran", "pengisian"})


def ada_sisi(halaman: str) -> bool:
    """Whether findings are shown beside the fields of the page with this name."""
    return halaman in JUDUL_HALAMAN or halaman in HALAMAN_BARIS


def judul_halaman(temuan: Temuan) -> str:
    """What the page that mends it is called; '' where none is named."""
    return JUDUL_HALAMAN.get(temuan.halaman, "Halaman lain") if temuan.halaman else ""


def sebutan_halaman(temuan: Temuan) -> str:
    """The page with which quarter, sheet or table it is, for a link: `Isian Triwulan IV`, `lembar sakip`."""
    rincian = temuan.argumen[0] if temuan.argumen else ""
    if temuan.halaman in ("isi_triwulan", "isi_anggaran") and rincian in DAFTAR_TRIWULAN:
        awal = "Isian" if temuan.halaman == "isi_triwulan" else "Realisasi anggaran"
        return f"{awal} {nama_triwulan(int(rincian))}"
    if temuan.halaman == "lembar" and rincian:
        return f"lembar {rincian}"
    if temuan.halaman == "ubah_tabel_bebas" and rincian:
        return f"tabel bebas {rincian}"
    return JUDUL_HALAMAN.get(temuan.halaman, "halamannya")


@dataclass(frozen=True)
class TempatSisi:
    """A page as its address names it. `subjek`: of a page of one row, the kode of the row."""

    halaman: str
    argumen: tuple[str, ...] = ()
    subjek: str = ""

    def cocok(self, temuan: Temuan) -> bool:
        if temuan.halaman != self.halaman or tuple(map(str, temuan.argumen)) != self.argumen:
            return False
        return not self.subjek or temuan.subjek == self.subjek


@dataclass(frozen=True)
class SisiTemuan:
    """The findings of one page, the worst first; `lebih`: how many of them are not shown."""

    daftar: tuple[Temuan, ...]
    banyak: Mapping[Tingkat, int]
    lebih: int = 0

    @property
    def ringkas(self) -> str:
        """`2 galat, 1 peringatan`."""
        return ", ".join(f"{n} {tingkat.value}" for tingkat, n in self.banyak.items() if n)


def sisi_temuan(daftar: Sequence[Temuan], tempat: TempatSisi, terjawab: Collection[str]) -> SisiTemuan:
    """`daftar` in the order in which the rules give it; `terjawab`: keys of those that stay for a reason."""
    semua = [t for t in daftar if tempat.cocok(t) and t.kunci not in terjawab]
    banyak = {tingkat: sum(t.tingkat is tingkat for t in semua) for tingkat in Tingkat}
    return SisiTemuan(tuple(semua[:MAKS_DI_SISI]), banyak, max(0, len(semua) - MAKS_DI_SISI))
