"""Where facts say neither yes nor no, and where a document or a year is not what it seems."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja.data_reviu import TahapReviu
from lkjip.evaluasi.data_fakta import Fakta
from lkjip.evaluasi.data_usul import KeadaanKriteria as K
from lkjip.laporan.data import DataLaporan
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from tests.evaluasi.dunia_fakta import (
    dokumen,
    fakta_contoh,
    fakta_sempurna,
    ganti_kinerja,
    ganti_laporan,
    ganti_renstra,
)
from tests.evaluasi.test_aturan_kriteria import pemda, putusan
from tests.pembuat import D


def test_keterlambatan_triwulan_disebut_dengan_harinya() -> None:
    dasar = fakta_sempurna()
    tw = tuple(
        replace(satu, diajukan=date(2024, 7, 21), tenggat=date(2024, 7, 15)) if satu.triwulan == 2 else satu
        for satu in dasar.daftar_triwulan
    )
    hasil = putusan(replace(dasar, daftar_triwulan=tw), "2.b", 1)
    assert hasil.alasan == "4 dari 4 triwulan disetujui kepala; TW II terlambat diajukan 6 hari."
    assert putusan(replace(dasar, daftar_triwulan=tw), "2.b", 4).bagian == D("0.875")


def test_ketiadaan_tidak_berarti_apa_pun_bila_sistem_tidak_dipakai_untuk_itu() -> None:
    """What the agency did elsewhere the system cannot know: neither met nor unmet."""
    dasar = fakta_contoh()
    for sub, nomor in (("1.b", 2), ("2.b", 1), ("2.b", 5), ("3.a", 2), ("3.a", 4), ("3.a", 5), ("4.a", 2)):
        assert putusan(dasar, sub, nomor).keadaan is K.TIDAK_DIKETAHUI
    tutup = replace(fakta_sempurna(), daftar_dokumen=(), daftar_reviu=())
    assert putusan(pemda(menerbitkan=False, memakai_reviu=False)(tutup), "3.a", 5).bagian is None
    assert putusan(pemda(menerbitkan=False, memakai_reviu=False)(tutup), "3.a", 4).bagian is None


def test_reviu_yang_berjalan_baru_sebagian_dan_yang_batal_tidak_dihitung() -> None:
    def dengan(tahap: TahapReviu) -> Fakta:
        dasar = fakta_sempurna()
        return replace(dasar, daftar_reviu=(replace(dasar.daftar_reviu[0], tahap=tahap),))

    assert putusan(dengan(TahapReviu.TANGGAPAN), "3.a", 4).keadaan is K.SEBAGIAN
    assert putusan(dengan(TahapReviu.DIBATALKAN), "3.a", 4).keadaan is K.TIDAK


def test_isi_laporan_tidak_dinilai_bila_laporannya_tidak_ada() -> None:
    kosong = replace(ganti_laporan(fakta_sempurna(), daftar_narasi=()), daftar_dokumen=())
    assert all(putusan(kosong, "3.b", n).bagian is None for n in range(1, 10))
    assert isinstance(kosong.buku and kosong.buku.laporan, DataLaporan)


def test_nilai_sakip_yang_melebihi_bobot_tidak_dibandingkan() -> None:
    """The demo's report prints scores above their weights; they say nothing about a rise."""
    hasil = putusan(fakta_contoh(), "4.c", 2)
    assert hasil.bagian is None
    assert "di atas bobotnya" in hasil.alasan


def test_realisasi_tahun_lalu_diambil_dari_tahun_itu_bila_tidak_dibawa() -> None:
    """A kode that meant another indicator then is not compared."""
    dasar = ganti_kinerja(fakta_sempurna(), daftar_realisasi_tahunan=())
    assert putusan(dasar, "1.b", 7).bagian is None
    assert dasar.buku is not None
    renstra = dasar.buku.data.renstra
    lama = ganti_renstra(dasar, periode=replace(renstra.periode, tahun=2023)).buku
    assert lama is not None
    isi = tuple(replace(k, tahun=2023, realisasi=D(80)) for k in lama.data.kinerja.daftar_kinerja_triwulan)
    lalu = ganti_kinerja(replace(dasar, buku=lama), daftar_kinerja_triwulan=isi).buku
    assert lalu is not None
    hasil = putusan(replace(dasar, lalu=lalu.data), "1.b", 7)
    assert hasil.alasan == "Target 3 dari 3 indikator tidak di bawah realisasi 2023."
    asing = replace(dasar, lalu=lalu.data)
    beda = tuple(replace(i, uraian=f"{i.uraian} lain") for i in renstra.daftar_indikator)
    assert putusan(ganti_renstra(asing, daftar_indikator=beda), "1.b", 7).bagian is None


def test_naskah_yang_tidak_ditulis_di_sini_bisa_ada_di_tempat_lain() -> None:
    polos = ganti_laporan(fakta_contoh(), daftar_narasi=())
    assert putusan(polos, "3.a", 1).bagian is None
    assert putusan(pemda(menerbitkan=True)(polos), "3.a", 1).keadaan is K.TIDAK


@pytest.mark.parametrize("keadaan", [KeadaanTerbitan.DITARIK, KeadaanTerbitan.DISUSUN])
def test_laporan_yang_ditarik_atau_masih_disusun_bukan_laporan(keadaan: KeadaanTerbitan) -> None:
    dasar = replace(fakta_sempurna(), daftar_dokumen=(dokumen("laporan", keadaan=keadaan),))
    assert putusan(dasar, "3.a", 3).keadaan is K.SEBAGIAN
    assert putusan(dasar, "3.a", 5).keadaan is K.TIDAK
    assert putusan(ganti_laporan(dasar, daftar_narasi=()), "3.b", 1).bagian is None
