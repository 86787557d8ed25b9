"""The SWOT analysis: the matrix in the report, and its page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.urls import reverse

from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.data import Narasi
from lkjip.laporan.isi import Bagian, Tabel, Teks
from lkjip.naskah.services_swot import DAFTAR_NAMA, isi_swot
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from tests.pembuat import buat_data
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN


def _bagian(**daftar: tuple[str, ...]) -> Bagian | None:
    buku = BukuKerja(buat_data())
    narasi = tuple(Narasi(f"bab1.swot.{nama}", n, t) for nama, isi in daftar.items() for n, t in enumerate(isi, 1))
    dokumen = compose(replace(buku, laporan=replace(buku.laporan, daftar_narasi=narasi)))
    semua = [b for bab in dokumen.bab for b in bab.isi if isinstance(b, Bagian) and b.kunci == "bab1-swot"]
    return semua[0] if semua else None


def _sel(tabel: Tabel) -> list[list[str]]:
    return [["".join(p.isi for p in s.isi if isinstance(p, Teks)) for s in b.sel] for b in tabel.baris]


def _tabel(bagian: Bagian | None) -> list[Tabel]:
    assert bagian is not None
    return [blok for blok in bagian.isi if isinstance(blok, Tabel)]


def test_keempat_daftar_menjadi_satu_matriks_sebutir_sebaris() -> None:
    (tabel,) = _tabel(_bagian(kekuatan=("k1", "k2"), kelemahan=("l1",), peluang=("p1",), ancaman=("a1", "a2")))
    assert _sel(tabel) == [
        ["1.", "k1", "1.", "l1"],
        ["2.", "k2", "", ""],
        ["Peluang (O)", "Ancaman (T)"],
        ["1.", "p1", "1.", "a1"],
        ["", "", "2.", "a2"],
    ]
    assert "Kekuatan (S)" in repr(tabel.kepala)
    assert tabel.judul.startswith("Matriks SWOT")


def test_daftar_yang_kosong_disebut_dan_tanpa_swot_tidak_ada_bagiannya() -> None:
    (tabel,) = _tabel(_bagian(kekuatan=("k1",)))
    assert _sel(tabel) == [
        ["1.", "k1", "", "Belum diisi."],
        ["Peluang (O)", "Ancaman (T)"],
        ["", "Belum diisi.", "", "Belum diisi."],
    ]
    assert _bagian() is None


def test_strategi_menjadi_tabel_kedua() -> None:
    _, strategi = _tabel(_bagian(kekuatan=("k1",), so=("s1", "s2"), wt=("w1",)))
    assert [baris[-1] for baris in _sel(strategi) if len(baris) == 2] == ["s1", "s2", "w1"]
    assert "Strategi SO" in repr(strategi.baris[0])


@pytest.mark.django_db
def test_halaman_menulis_baris_narasi_dan_dapat_diurungkan(sebagai: _Sebagai) -> None:
    client, tahun = sebagai("perencana"), TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    alamat, semula = reverse("analisis_swot", args=[SENDIRI, TAHUN]), load_buku(tahun)
    halaman = client.get(alamat)
    kirim = dict.fromkeys(DAFTAR_NAMA, "") | {"dasar": halaman.context["dasar"]}
    kirim |= {"kekuatan": "• Satu\r\n• Dua **tebal**\r\n\r\n", "so": "1. Maju <b>terus</b>"}
    jawaban = client.post(alamat, kirim, follow=True)
    isi = isi_swot(load_buku(tahun).laporan.daftar_narasi)
    assert (isi["kekuatan"], isi["so"]) == (("Satu", "Dua **tebal**"), ("Maju <b>terus</b>",))
    assert "Matriks SWOT" in jawaban.content.decode()
    assert "Maju &lt;b&gt;terus&lt;/b&gt;" in jawaban.content.decode()
    basi = client.post(alamat, kirim | {"kekuatan": "Lain"})
    assert basi.status_code == 422
    assert "sudah diubah orang lain" in basi.content.decode()
    tujuan = jawaban.content.decode().partition('action="/urungkan/')[2].partition('"')[0]
    client.post(f"/urungkan/{tujuan}")
    assert load_buku(tahun) == semula


@pytest.mark.django_db
def test_daftar_yang_terlalu_panjang_ditolak_di_bidangnya(sebagai: _Sebagai) -> None:
    client, alamat = sebagai("perencana"), reverse("analisis_swot", args=[SENDIRI, TAHUN])
    kirim = {"dasar": client.get(alamat).context["dasar"], "peluang": "butir\n" * 41}
    jawaban = client.post(alamat, kirim)
    assert jawaban.status_code == 422
    assert "paling banyak 40" in str(jawaban.context["form"].errors["peluang"])
