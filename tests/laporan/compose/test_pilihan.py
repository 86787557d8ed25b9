"""Which report of a year is made: its texts under names of their own, facts up to its quarter only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data import Analisis, Faktor
from lkjip.cetak import nama_dasar
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose, compose_naskah
from lkjip.laporan.data import Narasi
from lkjip.laporan.data_dokumen import BagianUnit
from lkjip.laporan.data_pilihan import PilihanLaporan, UnitPelapor, slug_unit
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.html import html_laporan
from lkjip.management.sumber_buku import buka_buku

KALTIM, KALBAR = "contoh/bkd-kaltim-2024", "contoh/bkd-kalbar-2023-tw1"


@cache
def contoh(path: str = KALTIM) -> BukuKerja:
    return buka_buku(path)


def dengan(buku: BukuKerja, *narasi: Narasi) -> BukuKerja:
    laporan = replace(buku.laporan, daftar_narasi=(*buku.laporan.daftar_narasi, *narasi))
    return replace(buku, laporan=laporan)


def unit(nama: str) -> PilihanLaporan:
    return PilihanLaporan(unit=UnitPelapor(BagianUnit(nama)))


def baca(dokumen: Dokumen) -> str:
    return html_laporan(dokumen)


def test_naskah_triwulan_dan_bidang_tidak_mengubah_laporan_tahunan() -> None:
    lain = (
        Narasi("tw2.bab4.kesimpulan", 1, "Kesimpulan triwulan kedua."),
        Narasi("tw2.bab9.apa_saja", 1, "Tanpa tempat."),
        Narasi("bidang.sekretariat.tw2.faktor", 1, "Faktor sekretariat."),
        Narasi("bidang.sekretariat.faktor", 1, "Faktor setahun."),
    )
    buku = contoh()
    assert repr(compose(dengan(buku, *lain))) == repr(compose(buku))
    tabel = tuple(replace(t, bagian=f"tw1.{t.bagian}") for t in buku.laporan.daftar_tabel[:2])
    bertabel = replace(buku, laporan=replace(buku.laporan, daftar_tabel=(*buku.laporan.daftar_tabel, *tabel)))
    assert repr(compose(bertabel)) == repr(compose(buku))


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_naskah_triwulan_hanya_di_laporannya(triwulan: int) -> None:
    naskah = (Narasi("tw2.bab4.kesimpulan", 1, "Kata triwulan kedua."), Narasi("bab4.kesimpulan", 1, "Kata setahun."))
    isi = baca(compose(dengan(contoh(), *naskah), PilihanLaporan(triwulan=triwulan)))
    assert ("Kata triwulan kedua." in isi) == (triwulan == 2)
    assert "Kata setahun." not in isi


def test_bagian_yang_tetap_diambil_dari_tahunan_sampai_ditulis_sendiri() -> None:
    buku = dengan(contoh(), Narasi("bab1.latar_belakang", 1, "Latar setahun."))
    pilihan = PilihanLaporan(triwulan=2)
    naskah = compose_naskah(buku, pilihan)
    assert "Latar setahun." in baca(naskah.dokumen)
    ruas = next(r for r in naskah.daftar_ruas if r.bagian == "tw2.bab1.latar_belakang")
    assert not ruas.tertulis  # what the editor opens is the quarter's own, still empty
    sendiri = baca(compose(dengan(buku, Narasi("tw2.bab1.latar_belakang", 1, "Latar sendiri.")), pilihan))
    assert "Latar sendiri." in sendiri
    assert "Latar setahun." not in sendiri


def test_semua_ruas_bernama_awalan_laporannya() -> None:
    for pilihan in (PilihanLaporan(triwulan=3), unit("Sekretariat"), replace(unit("Sekretariat"), triwulan=3)):
        daftar = compose_naskah(contoh(), pilihan).daftar_ruas
        assert daftar
        assert all(n.startswith(pilihan.awalan) for r in daftar for n in (r.bagian, *r.nama_lain))


def test_naskah_unit_setahun_tidak_memuat_naskah_triwulannya() -> None:
    buku = dengan(
        contoh(), Narasi("bidang.sekretariat.faktor", 1, "Setahun."), Narasi("bidang.sekretariat.tw2.faktor", 1, "Dua.")
    )
    setahun, kedua = (baca(compose(buku, p)) for p in (unit("Sekretariat"), replace(unit("Sekretariat"), triwulan=2)))
    assert ("Setahun." in setahun, "Dua." in setahun) == (True, False)
    assert ("Setahun." in kedua, "Dua." in kedua) == (False, True)


@pytest.mark.parametrize("triwulan", [1, 2, 3])
def test_laporan_triwulan_tidak_memuat_yang_terjadi_sesudahnya(triwulan: int) -> None:
    """Whatever is recorded of later quarters, and the year's own results and causes, changes nothing."""
    buku = contoh()
    uang = buku.data.anggaran
    kinerja = uang.kinerja
    kini = kinerja.renstra.periode.tahun
    sampai = replace(
        kinerja,
        daftar_kinerja_triwulan=tuple(
            replace(k, realisasi=None, predikat_realisasi="", catatan="", pembilang=None, penyebut=None)
            if (k.tahun, 1) == (kini, 1) and k.triwulan > triwulan
            else k
            for k in kinerja.daftar_kinerja_triwulan
        ),
        daftar_realisasi_tahunan=tuple(r for r in kinerja.daftar_realisasi_tahunan if r.tahun != kini),
        daftar_analisis=(),
    )
    realisasi = tuple(r for r in uang.daftar_realisasi_anggaran if (r.tahun, r.triwulan or 4) <= (kini, triwulan))
    sebagian = replace(
        buku,
        data=replace(buku.data, anggaran=replace(uang, kinerja=sampai, daftar_realisasi_anggaran=realisasi)),
    )
    pilihan = PilihanLaporan(triwulan=triwulan)
    assert baca(compose(sebagian, pilihan)) == baca(compose(buku, pilihan))


def test_analisis_triwulan_sendiri_menggantikan_analisis_tahunan() -> None:
    buku = contoh()
    kode = buku.data.renstra.daftar_indikator_semua_sasaran[0].kode
    tahunan = Analisis(kode, buku.data.tahun, Faktor.HAMBATAN, 1, "Hambatan yang dicatat setahun")
    kinerja = replace(buku.data.kinerja, daftar_analisis=(tahunan,))
    buku = replace(buku, data=replace(buku.data, anggaran=replace(buku.data.anggaran, kinerja=kinerja)))
    sendiri = (replace(tahunan, uraian="Hambatan triwulan ini"),)
    for triwulan, ada in ((2, False), (4, True)):
        assert (tahunan.uraian in baca(compose(buku, PilihanLaporan(triwulan)))) == ada
        isi = baca(compose(buku, PilihanLaporan(triwulan, daftar_analisis=sendiri)))
        assert "Hambatan triwulan ini" in isi
        assert tahunan.uraian not in isi


def test_buku_triwulanan_tetap_laporannya_sendiri() -> None:
    buku = contoh(KALBAR)
    assert compose(buku, PilihanLaporan(triwulan=1, sementara=True)) == compose(buku)
    assert compose_naskah(buku, PilihanLaporan(triwulan=1)) == compose_naskah(buku)
    assert compose(buku, PilihanLaporan(triwulan=2)) != compose(buku)


def test_sementara_dan_tanpa_tanggal_dikatakan_sekali() -> None:
    isi = baca(compose(contoh(), PilihanLaporan(triwulan=2, sementara=True)))
    assert isi.count("masih sementara") == 1
    assert "tanggal_laporan" not in isi
    assert "tanggal_laporan" not in baca(compose(contoh(), PilihanLaporan(triwulan=2, tanggal=date(2024, 7, 10))))
    assert "masih sementara" not in baca(compose(contoh(), PilihanLaporan(triwulan=2)))


JAHAT = (
    "<script>alert(1)</script>",
    "{capaian IKU1} **tebal**",
    "../../etc/passwd",
    "部門",
    "tw2",
    ";",
    "a" * 400,
    "A/B",
)


@pytest.mark.parametrize("nama", JAHAT)
def test_nama_unit_yang_jahat(nama: str) -> None:
    pilihan = replace(unit(nama), triwulan=2)
    isi = baca(compose(contoh(), pilihan))
    assert "<script>alert" not in isi
    buku = replace(contoh(), laporan=replace(contoh().laporan, pilihan=pilihan))
    berkas = nama_dasar(buku)
    assert berkas.isascii()
    assert all(h.isalnum() or h == "-" for h in berkas)
    assert len(berkas) < 100
    assert len(compose(contoh(), pilihan).kaki) < 90


@given(
    st.lists(st.text(min_size=1, max_size=60), min_size=2, max_size=2, unique_by=lambda n: " ".join(n.lower().split()))
)
def test_dua_unit_tidak_berbagi_nama_naskah(nama: list[str]) -> None:
    satu, dua = map(slug_unit, nama)
    assert satu != dua
    assert all(s and s.isascii() and set(s) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for s in (satu, dua))


def test_nama_berkas() -> None:
    pilihan = replace(unit("Sekretariat"), triwulan=2)
    assert nama_dasar(replace(contoh(), laporan=replace(contoh().laporan, pilihan=pilihan))).endswith(
        "-2024-tw2-sekretariat"
    )
    assert nama_dasar(contoh(KALBAR)).endswith("-2023-tw1")
