"""Documents of a finished reviu: Catatan Hasil Reviu, and the Pernyataan Telah Direviu as a sheet to sign. Pure."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from kinerja.data_reviu import (
    BELUM_DIJAWAB,
    DAFTAR_PERTANYAAN,
    DataReviu,
    JawabanReviu,
    PernyataanReviu,
    PertanyaanReviu,
    PimpinanApip,
    RekamCatatanReviu,
)
from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.dokumen_bagian import dokumen, lembar, tebal_tengah
from lkjip.laporan.compose.kalimat import banyak, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.pernyataan_reviu import (
    JUDUL,
    PEDOMAN,
    isi_baris,
    isi_pernyataan,
    isi_simpulan,
    tanda_tangan_apip,
)
from lkjip.laporan.compose.sampul import masa
from lkjip.laporan.compose.sel import KIRI, TENGAH, baris, kelompok, tabel
from lkjip.laporan.data_terbitan import BIDANG_APIP
from lkjip.laporan.isi import Bagian, Baris, Daftar, Dokumen, GayaParagraf, Kertas, Simpul, Teks, romawi

TULISAN_JAWABAN = {
    JawabanReviu.YA: "Ya",
    JawabanReviu.TIDAK: "Tidak",
    JawabanReviu.TIDAK_BERLAKU: "Tidak berlaku",
    None: "–",
}
_SELURUH = "Laporan secara keseluruhan"


def dokumen_pernyataan(ktx: Konteks, pernyataan: PernyataanReviu, kertas: Kertas = Kertas.A4) -> Dokumen:
    """One page, signed by the head of the APIP; its copy is bound into the report."""
    isi = [*_kop(pernyataan.apip), *isi_pernyataan(ktx, pernyataan, kunci=BIDANG_APIP)]
    return _dokumen(ktx, pernyataan, f"{JUDUL} Laporan Kinerja {masa(ktx)}", "pernyataan-reviu", isi, kertas, kaki="")


def dokumen_catatan_reviu(
    ktx: Konteks, reviu: DataReviu, pernyataan: PernyataanReviu, kertas: Kertas = Kertas.A4
) -> Dokumen:
    """The short report of the reviu: on what basis, what was asked and answered, remarks, conclusion, suggestions."""
    judul = f"Catatan Hasil Reviu Laporan Kinerja {masa(ktx)}"
    isi = [
        *_kop(pernyataan.apip),
        tebal_tengah("CATATAN HASIL REVIU", f"LAPORAN KINERJA {ktx.nama.upper()}", masa(ktx).upper()),
        par(f"Nomor: {reviu.nomor_surat}", gaya=GayaParagraf.TENGAH),
        _bagian("dasar", "Dasar", _dasar(reviu)),
        _bagian("lingkup", "Tujuan dan Ruang Lingkup", _lingkup(ktx)),
        _bagian("pertanyaan", "Hasil Pengujian", _pertanyaan(reviu)),
        _bagian("catatan", "Catatan dan Tanggapan", _catatan(reviu)),
        _bagian("simpulan", "Simpulan", isi_simpulan(pernyataan.simpulan, pernyataan.pengecualian)),
        _bagian("saran", "Saran Perbaikan", isi_baris(reviu.saran) or [par("Tidak ada saran perbaikan.")]),
        tanda_tangan_apip(pernyataan, kunci=BIDANG_APIP),
    ]
    kaki = f"Catatan Hasil Reviu {ktx.tahun} · {ktx.singkatan}"
    return _dokumen(ktx, pernyataan, judul, "catatan-reviu", isi, kertas, kaki=kaki)


def _dokumen(
    ktx: Konteks, pernyataan: PernyataanReviu, judul: str, kunci: str, isi: list[Simpul], kertas: Kertas, *, kaki: str
) -> Dokumen:
    """The APIP is its author, not the agency."""
    utuh = dokumen(
        ktx, judul, lembar(kunci, judul, *isi), kertas=kertas, tanggal=pernyataan.tanggal_surat, kaki=kaki,
        jenis="Reviu",
    )  # fmt: skip
    return replace(utuh, penulis=pernyataan.apip.nama_apip or utuh.penulis)


def _kop(apip: PimpinanApip) -> list[Simpul]:
    """Who writes, as far as the pemda has said so."""
    pemda = apip.pemda and f"Pemerintah {apip.pemda}"
    alamat = [par(" · ".join(apip.alamat.split("\n")), gaya=GayaParagraf.TENGAH)] if apip.alamat.strip() else []
    return [tebal_tengah(pemda.upper(), apip.nama_apip.upper()), *alamat]


def _bagian(kunci: str, judul: str, isi: list[Simpul]) -> Bagian:
    return Bagian(f"reviu-{kunci}", judul, tuple(isi))


def _dasar(reviu: DataReviu) -> list[Simpul]:
    tanggal = f" tanggal {tulis_tanggal(reviu.tanggal_tugas)}" if reviu.tanggal_tugas else ""
    tugas = f"Surat tugas Nomor {reviu.nomor_tugas or '–'}{tanggal}"
    return [Daftar(((Teks(f"{PEDOMAN};"),), (Teks(f"{tugas}."),)))]


def _lingkup(ktx: Konteks) -> list[Simpul]:
    return [
        par(
            "Reviu membantu penyelenggaraan SAKIP dan memberikan keyakinan terbatas atas akurasi, keandalan, dan "
            "keabsahan data kinerja. Kelemahan yang ditemukan diperbaiki sebelum laporan diterbitkan."
        ),
        par(
            f"Reviu meliputi cara pengumpulan data kinerja, keselarasan rencana, perjanjian, dan laporan, serta "
            f"penyajian dalam laporan kinerja {ktx.nama} {masa(ktx).lower()}."
        ),
    ]


def _pertanyaan(reviu: DataReviu) -> list[Simpul]:
    kolom = (("Kode", 8, TENGAH), ("Pernyataan", 42, KIRI), ("Jawaban", 14, TENGAH), ("Catatan", 36, KIRI))
    isi: list[Baris] = []
    for urutan, (nama, anggota) in enumerate(groupby(DAFTAR_PERTANYAAN, key=lambda p: p.kelompok), 1):
        isi.append(kelompok(f"{romawi(urutan)}. {nama}", len(kolom)))
        isi.extend(_baris_pertanyaan(reviu, satu) for satu in anggota)
    judul = "Daftar Pertanyaan Reviu"
    return [tabel("tabel-pertanyaan-reviu", judul, kolom, isi, nomor_kolom=False)]


def _baris_pertanyaan(reviu: DataReviu, satu: PertanyaanReviu) -> Baris:
    catatan = reviu.jawaban.get(satu.kode, BELUM_DIJAWAB).catatan if reviu.ditanyakan(satu.kode) else ""
    return baris(satu.kode, satu.pertanyaan, TULISAN_JAWABAN[reviu.berlaku(satu.kode)], catatan)


def _catatan(reviu: DataReviu) -> list[Simpul]:
    daftar = reviu.daftar_catatan
    if not daftar:
        return [par("Tidak ada catatan atas bagian laporan.")]
    kolom = (
        *(("No", 5, TENGAH), ("Letak", 18, KIRI), ("Catatan", 32, KIRI)),
        *(("Tanggapan", 31, KIRI), ("Keadaan", 14, TENGAH)),
    )
    isi = [_baris_catatan(nomor, satu) for nomor, satu in enumerate(daftar, 1)]
    terbuka = len(reviu.catatan_terbuka)
    keadaan = f"{banyak(terbuka, 'catatan')} belum tuntas" if terbuka else "semuanya tuntas"
    return [
        par(f"Reviu memuat {banyak(len(daftar), 'catatan')}; {keadaan}."),
        tabel("tabel-catatan-reviu", "Catatan Reviu dan Tanggapannya", kolom, isi, nomor_kolom=False),
    ]


def _baris_catatan(nomor: int, satu: RekamCatatanReviu) -> Baris:
    keadaan = "Tuntas" if satu.tuntas else "Belum tuntas"
    letak = satu.judul_jangkar if satu.jangkar else _SELURUH
    return baris(str(nomor), letak, satu.isi, satu.tanggapan or "Belum ditanggapi", keadaan)
