"""The tree of performance as records: nothing vanishes, what is broken is named, the filter keeps the way up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anggaran.data import Anggaran
from lkjip.data import BukuKerja
from lkjip.halaman.pohon_kinerja import Simpul, pohon_kinerja, ringkas_masalah
from lkjip.halaman.pohon_masalah import Masalah
from lkjip.halaman.pohon_saring import SaringanPohon, saring
from lkjip.laporan.compose.cascading import JenisCabang, daftar_cabang
from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Indikator, Sasaran
from renstra.data_unit import PetaUnit, Unit
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra
from tests.perencanaan.buku_pohon import buku_kecil

PETA = PetaUnit((Unit(1, "Bidang A"), Unit(2, "Bidang B")))


@pytest.fixture(scope="module")
def pohon() -> tuple[Simpul, ...]:
    return pohon_kinerja(Konteks(buku_kecil()), PETA)


def _satu(pohon: tuple[Simpul, ...], pengenal: str) -> Simpul:
    return next(s for s in pohon if s.pengenal == pengenal)


def test_urutan_dan_kedalaman_simpul(pohon: tuple[Simpul, ...]) -> None:
    letak = [(s.cabang.kedalaman, s.cabang.kode) for s in pohon]
    assert letak == [
        *((0, "M1"), (1, "T1"), (2, "S1"), (3, "1"), (4, "1.1"), (5, "1.1.1")),
        *((2, "S2"), (3, "1"), (4, "1.2"), (2, "S3"), (0, "anggaran-lepas"), (1, "2"), (2, "2.1")),
    ]


def test_program_yang_terbagi_bertanda_sebagian_di_tiap_tempat(pohon: tuple[Simpul, ...]) -> None:
    program = [s for s in pohon if s.cabang.kode == "1"]
    assert [(s.pengenal, s.cabang.sasaran, s.cabang.sebagian) for s in program] == [
        ("anggaran-1", "S1", True),
        ("anggaran-1-2", "S2", True),
    ]
    assert not _satu(pohon, "anggaran-1__1").cabang.sebagian


def test_indikator_pagu_dan_unit_pada_simpulnya(pohon: tuple[Simpul, ...]) -> None:
    sasaran = _satu(pohon, "sasaran-S1")
    (indikator,) = sasaran.daftar_indikator
    assert (indikator.nama, indikator.unit) == ("Indeks satu", "Bidang A")
    assert indikator.capaian.hasil.angka == 80
    subkegiatan = _satu(pohon, "anggaran-1__1__1")
    assert subkegiatan.unit == "Bidang A"  # of the program above it
    assert subkegiatan.pagu is not None
    assert subkegiatan.pagu.hasil.angka == 1000


def test_masalah_disebut_pada_simpulnya_dan_dalam_ringkasan(pohon: tuple[Simpul, ...]) -> None:
    ringkas = {r.masalah: [nama for _, nama in r.daftar] for r in ringkas_masalah(pohon)}
    assert ringkas == {
        Masalah.SASARAN_TANPA_DUKUNGAN: ["Sasaran 3"],
        Masalah.INDIKATOR_TANPA_SASARAN: ["Keluaran lepas"],
        Masalah.ANGGARAN_TANPA_SASARAN: ["Baris 2"],
        Masalah.RENCANA_TANPA_INDIKATOR: ["Sasaran 3"],
        Masalah.ANGGARAN_TANPA_INDIKATOR: ["Baris 1.1.1", "Baris 1.2", "Baris 2"],
        Masalah.UNIT_TAK_DIKENAL: ["Indeks dua", "Baris 1.2", "Baris 2"],
    }


def test_teks_yang_tak_dikenal_ditampilkan_apa_adanya(pohon: tuple[Simpul, ...]) -> None:
    """1.2 names somebody whom no unit knows; whoever answers for the program above it still may fill it in."""
    kegiatan = _satu(pohon, "anggaran-1__2")
    assert (kegiatan.unit, kegiatan.daftar_unit) == ("Seksi Tak Dikenal", frozenset({1}))


def test_nama_instansi_sendiri_bukan_unit_yang_hilang() -> None:
    buku = buku_kecil()
    anggaran = tuple(
        replace(a, unit=buku.data.renstra.instansi.nama, penanggung_jawab="")
        for a in buku.data.anggaran.daftar_anggaran
    )
    data = replace(buku.data, anggaran=replace(buku.data.anggaran, daftar_anggaran=anggaran))
    pohon = pohon_kinerja(Konteks(BukuKerja(data)), PETA)
    assert not any(Masalah.UNIT_TAK_DIKENAL in s.daftar_masalah for s in pohon)


@pytest.mark.parametrize(
    ("saringan", "kode"),
    [
        (SaringanPohon(cari="keluaran KEGIATAN"), ["M1", "T1", "S1", "1", "1.1"]),
        (SaringanPohon(unit=2), []),
        (SaringanPohon(jenis=JenisCabang.SASARAN), ["M1", "T1", "S1", "S2", "S3"]),
        (SaringanPohon(cari="lepas", bermasalah=True), ["anggaran-lepas", "2", "2.1"]),
    ],
)
def test_saringan_menyisakan_yang_cocok_dan_jalan_ke_atasnya(
    pohon: tuple[Simpul, ...], saringan: SaringanPohon, kode: list[str]
) -> None:
    hasil = saring(pohon, saringan)
    assert [s.cabang.kode for s in hasil if s.tampil] == kode
    assert len(hasil) == len(pohon)


def test_jalan_ke_yang_cocok_terbuka(pohon: tuple[Simpul, ...]) -> None:
    hasil = {s.pengenal: s for s in saring(pohon, SaringanPohon(cari="1.1.1"))}
    assert all(hasil[p].terbuka for p in ("misi-M1", "tujuan-T1", "sasaran-S1", "anggaran-1", "anggaran-1__1"))
    assert not hasil["anggaran-1__1__1"].terbuka
    assert all(s.terbuka for s in saring(pohon, SaringanPohon(buka=True)))


@st.composite
def buku_acak(draw: st.DrawFn) -> BukuKerja:
    anggaran: list[Anggaran] = []
    for n in range(draw(st.integers(0, 12))):
        induk = draw(st.sampled_from(["", *(a.kode for a in anggaran)]))
        anggaran.append(baris(f"r{n}", induk, 1, draw(st.sampled_from(["", "S1", "S2", "S3"]))))
    induk_mungkin = ["T1", "S1", "S2", "S3", "tak-ada", *(a.kode for a in anggaran)]
    indikator = [Indikator(f"I{n}", draw(st.sampled_from(induk_mungkin))) for n in range(draw(st.integers(0, 8)))]
    renstra = replace(
        buat_renstra(),
        daftar_indikator=tuple(indikator),
        daftar_sasaran=tuple(Sasaran(s, draw(st.sampled_from(["T1", "", "TX"]))) for s in ("S1", "S2")),
    )
    return BukuKerja(buat_data(buat_kinerja(renstra), daftar_anggaran=tuple(anggaran)))


@given(buku_acak())
def test_tidak_ada_yang_hilang_dan_yang_berulang_bertanda(buku: BukuKerja) -> None:
    cabang = daftar_cabang(Konteks(buku))
    data = buku.data
    assert {c.kode for c in cabang if c.anggaran} == set(data.anggaran.anggaran_per_kode)
    for kode in data.anggaran.anggaran_per_kode:
        tempat = [c for c in cabang if c.anggaran and c.kode == kode]
        assert len(tempat) == 1 or all(c.sebagian for c in tempat)
        assert [c.salinan for c in tempat] == list(range(1, len(tempat) + 1))
    for indikator in data.renstra.daftar_indikator:
        tempat = [c for c in cabang if indikator in c.daftar_indikator]
        assert len(tempat) == 1 or (tempat and all(c.sebagian for c in tempat))
    assert [c.kode for c in cabang if c.jenis is JenisCabang.SASARAN] == sorted(
        data.renstra.sasaran_per_kode, key=[c.kode for c in cabang].index
    )


@given(buku_acak(), st.sampled_from(["r1", "I", "tak", ""]))
def test_daftar_dalam_halaman_selalu_tertutup_semua(buku: BukuKerja, cari: str) -> None:
    """As many lists are closed as opened, and each node shown has the one above it shown."""
    pohon = saring(pohon_kinerja(Konteks(buku), PETA), SaringanPohon(cari=cari))
    assert sum(s.punya_anak for s in pohon) == sum(s.tutup for s in pohon)
    assert len({s.pengenal for s in pohon}) == len(pohon)
    jalan: list[Simpul] = []
    for simpul in pohon:
        del jalan[simpul.cabang.kedalaman :]
        assert len(jalan) == simpul.cabang.kedalaman
        assert not simpul.tampil or all(atas.tampil and (atas.terbuka or not cari) for atas in jalan)
        jalan.append(simpul)
