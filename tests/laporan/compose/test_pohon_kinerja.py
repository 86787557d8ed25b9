"""The tree of performance in the report: a picture in Bab II, the cascade down to subkegiatan as an annex."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.dokumen_pohon import dokumen_pohon
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Bagian, Grafik, Tabel, nomori
from lkjip.laporan.render.html import html_laporan
from tests.laporan.compose import pohon
from tests.perencanaan.buku_pohon import buku_besar, buku_kecil


def _tabel(buku: BukuKerja) -> Tabel:
    return next(t for t in pohon.daftar_tabel(compose(buku)) if t.kunci == "tabel-cascading")


def _tanpa_anggaran(buku: BukuKerja) -> BukuKerja:
    uang = replace(buku.data.anggaran, daftar_anggaran=(), daftar_realisasi_anggaran=(), daftar_penunjang=())
    return replace(buku, data=DataInstansi(uang))


def test_pohon_kinerja_sesudah_rencana_strategis() -> None:
    bab2 = next(b for b in compose(buku_kecil()).bab if b.kunci == "bab-2")
    assert pohon.daftar_bagian(bab2)[:3] == ["Rencana Strategis", "Pohon Kinerja", "Indikator Kinerja Utama"]
    bagian = next(b for b in bab2.isi if isinstance(b, Bagian) and b.kunci == "bab2-pohon")
    assert [type(b).__name__ for b in bagian.isi] == ["Paragraf", "Grafik", "Paragraf", "Paragraf"]
    (grafik,) = (b for b in bagian.isi if isinstance(b, Grafik))
    assert "Tujuan Tujuan satu dengan sasaran Sasaran 1; sasaran Sasaran 2; sasaran Sasaran 3." in grafik.alt


def test_yang_belum_terhubung_dikatakan() -> None:
    teks = pohon.teks_dokumen(compose(buku_kecil()))
    assert "1 (satu) sasaran belum didukung program atau kegiatan mana pun: “Sasaran 3”." in teks
    assert "Sebagian rincian anggaran belum ditautkan ke sasaran" in teks
    assert "kotak bergaris putus mendukung lebih dari satu sasaran" in teks


def test_lampiran_memuat_setiap_baris_dan_indikator() -> None:
    buku = buku_besar(7)
    teks = pohon.teks_dokumen(compose(buku))
    tabel = _tabel(buku)
    assert tabel.mendatar
    assert all(a.uraian in teks for a in buku.data.anggaran.daftar_anggaran)
    assert all(i.uraian in teks for i in buku.data.renstra.daftar_indikator)


def test_penanggung_jawab_turun_dari_baris_di_atasnya() -> None:
    baris = [[pohon.tulis(s.isi) for s in b.sel] for b in _tabel(buku_besar(1)).baris]
    assert ["0.1.2 Baris 0.1.2", "Bidang A"] in [[b[1], b[-1]] for b in baris if len(b) == 5]


@pytest.mark.parametrize("buku", [buku_kecil(), buku_besar(3)], ids=["kecil", "besar"])
def test_baris_tabel_selalu_selebar_tabelnya(buku: BukuKerja) -> None:
    tabel = _tabel(buku)
    assert set(pohon.lebar_baris(tabel, False)) == {pohon.banyak_kolom(tabel)} == {7}


def test_tanpa_anggaran_tanpa_lampiran_tetapi_dengan_gambar() -> None:
    dokumen = compose(_tanpa_anggaran(buku_kecil()))
    assert "lampiran-cascading" not in [b.kunci for b in dokumen.bab]
    assert "pohon-kinerja" in [g.kunci for g in pohon.daftar_grafik(dokumen)]
    assert html_laporan(dokumen)
    assert "lembar anggaran belum diisi" in pohon.teks_dokumen(dokumen)


def test_tanpa_sasaran_tanpa_bagian() -> None:
    buku = buku_kecil()
    renstra = replace(buku.data.renstra, daftar_sasaran=(), daftar_tujuan=(), daftar_indikator=())
    kinerja = replace(buku.data.kinerja, renstra=renstra, daftar_kinerja_triwulan=())
    dokumen = compose(replace(buku, data=DataInstansi(replace(buku.data.anggaran, kinerja=kinerja))))
    bab2 = next(b for b in dokumen.bab if b.kunci == "bab-2")
    assert "Pohon Kinerja" not in pohon.daftar_bagian(bab2)


def test_dokumen_pohon_satu_gambar_tiap_halaman() -> None:
    dokumen = dokumen_pohon(Konteks(buku_kecil()))
    grafik = pohon.daftar_grafik(dokumen)
    assert [g.judul for g in grafik][1:] == [
        "Cascading Sasaran 1: Sasaran 1",
        "Cascading Sasaran 2: Sasaran 2",
        "Belum ditautkan ke sasaran",
    ]
    assert not nomori(dokumen).daftar_isi
    assert dokumen.sampul is None
