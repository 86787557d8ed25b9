"""Sentences of the demo are our own: no run of seven words of the published reports' prose, names aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contoh.lembar import CONTOH, SUMBER, SUMBER_PER_CONTOH, baca_lembar, daftar_kalimat

PANJANG = 7
NAMA_PERATURAN = (
    "Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan Atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang "
    "Perangkat Daerah",
    "Peraturan Pemerintah No. 72 Tahun 2019 tentang Perubahan Atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang "
    "Perangkat Daerah",
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah",
    "Peraturan Daerah Provinsi Kalimantan Timur Nomor 1 Tahun 2021 tentang Pembentukan dan Susunan Perangkat Daerah "
    "Provinsi Kalimantan Timur",
    "Peraturan Gubernur Kalimantan Timur Nomor 43 Tahun 2023 tentang Kedudukan, Susunan Organisasi, Tugas, Fungsi, "
    "Uraian Tugas dan Tata Kerja Perangkat Daerah",
    "Peraturan Gubernur Kalimantan Timur Nomor 43 Tahun 2023",
    "Peraturan Daerah Provinsi Kalimantan Barat Nomor 5 Tahun 2021",
    "Peraturan Daerah Nomor 5 Tahun 2021",
    "Perubahan Kedua Atas Peraturan Daerah Nomor 8 Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah "
    "Provinsi Kalimantan Barat",
    "Peraturan Gubernur Kalimantan Barat Nomor 136 Tahun 2021 tentang Kedudukan, Susunan Organisasi, Tugas Dan Fungsi, "
    "Serta Tata Kerja Badan Kepegawaian Daerah Provinsi Kalimantan Barat",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
)
NAMA_LAIN = (
    "Laporan Kinerja Instansi Pemerintah (LKjIP)",
    "Tanah Kantor Sekretariat DP Korpri Jl. Bhayangkara",
    "Bangunan Gedung Kantor Sekretariat DP Korpri",
)
"""Names of things that a report may not reword: regulations, documents, assets."""


def kata(teks: str) -> str:
    """The words alone, in lower case, between single spaces."""
    return " " + " ".join(re.findall(r"\w+", teks.lower())) + " "


def daftar_nama() -> list[str]:
    """Agencies, programmes, sasaran, indicators: nomenclature, longest first."""
    nama = {*NAMA_PERATURAN, *NAMA_LAIN}
    for contoh in SUMBER_PER_CONTOH:
        for lembar in ("tujuan", "sasaran", "indikator", "anggaran", "komponen", "misi"):
            berkas = CONTOH / contoh / f"{lembar}.csv"
            if berkas.exists():
                nama |= {b[k] for b in baca_lembar(berkas) for k in ("uraian", "unit", "visi") if b.get(k)}
        nama |= {b["nilai"] for b in baca_lembar(CONTOH / contoh / "instansi.csv")}
    return sorted({kata(n) for n in nama if len(n.split()) > 1}, key=len, reverse=True)


def tanpa_nama(teks: str, nama: list[str]) -> list[str]:
    """The words of the text, each name in it shrunk to one word."""
    hasil = kata(teks)
    for urutan, sebuah in enumerate(nama):
        hasil = hasil.replace(sebuah, f" nama{urutan} ")
    return hasil.split()


def deret(daftar_kata: list[str]) -> Iterator[str]:
    for awal in range(len(daftar_kata) - PANJANG + 1):
        yield " ".join(daftar_kata[awal : awal + PANJANG])


def kalimat_sama(folder: Path, terbitan: set[str], nama: list[str]) -> list[str]:
    return [
        f"{letak}: {sebaris}"
        for letak, teks in daftar_kalimat(folder)
        for sebaris in deret(tanpa_nama(teks, nama))
        if sebaris in terbitan
    ]


@pytest.mark.skipif(not SUMBER.is_dir(), reason="laporan terbitan tidak disertakan")
@pytest.mark.parametrize("contoh", SUMBER_PER_CONTOH)
def test_tidak_ada_tujuh_kata_berturut_turut_dari_laporan_terbitan(contoh: str) -> None:
    nama = daftar_nama()
    terbitan = {
        sebaris
        for sumber in SUMBER_PER_CONTOH.values()
        for _, teks in daftar_kalimat(SUMBER / sumber)
        for sebaris in deret(tanpa_nama(teks, nama))
    }
    assert len(terbitan) > 1000
    assert "\n".join(kalimat_sama(CONTOH / contoh, terbitan, nama)) == ""


def test_pemeriksa_mengenali_kalimat_salinan(tmp_path: Path) -> None:
    (tmp_path / "narasi.csv").write_text(
        "bagian,urutan,isi\nbab1,1,Kami menulis satu dua tiga empat lima enam tujuh kata\n", encoding="utf-8"
    )
    terbitan = set(deret(tanpa_nama("Satu dua, tiga empat; lima enam tujuh.", [])))
    assert kalimat_sama(tmp_path, terbitan, []) == ["narasi.csv baris 2: satu dua tiga empat lima enam tujuh"]


def test_nama_dihitung_satu_kata() -> None:
    assert tanpa_nama("Nilai Indeks Profesionalitas ASN naik", [kata("Indeks Profesionalitas ASN")]) == [
        "nilai",
        "nama0",
        "naik",
    ]
