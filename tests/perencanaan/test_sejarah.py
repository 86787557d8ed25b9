"""Indicators through the periods: what each continues, its figures year by year, and what earlier years give."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.models import KinerjaTriwulan, RealisasiTahunan
from lkjip.besaran import hitung
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.perencanaan.views.realisasi_lalu import tanda
from lkjip.selectors import load_data
from renstra.data import Indikator as DataIndikator
from renstra.data_rantai import MataRantai, Rantai
from renstra.models import Indikator, PendahuluIndikator, TahunKinerja
from tests.buku_kerja.ubah_buku import ubah_kinerja, ubah_renstra
from tests.pembuat import setahun, target, tw
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN, buku_uji

BARU = 2027


def _tahun(tahun: int = BARU, kode: str = SENDIRI) -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=kode, tahun=tahun)


def _buku_baru(banyak: int = 1) -> BukuKerja:
    """A plan of the next period, whose first indicator has the text of the old I1 under another kode."""
    dasar = buku_uji(SENDIRI)
    renstra = dasar.data.renstra
    daftar = (
        DataIndikator("IKU-A", "S1", "Indeks  uji"),
        *(DataIndikator(f"X{n}", "S1", f"Hal lain {n}") for n in range(banyak - 1)),
    )
    buku = ubah_renstra(
        dasar,
        periode=replace(renstra.periode, tahun=BARU, renstra_awal=2027, renstra_akhir=2031),
        daftar_indikator=daftar,
        daftar_target_tahunan=(target("IKU-A", 110, 2027), target("IKU-A", 120, 2028)),
    )
    return ubah_kinerja(buku, daftar_kinerja_triwulan=())


@pytest.fixture
def perencana(sebagai: _Sebagai) -> Client:
    impor_buku(buku=_buku_baru())
    return sebagai("perencana")


def _pk(kode: str, renstra_tahun: int, instansi: str = SENDIRI) -> int:
    return Indikator.objects.get(renstra=_tahun(renstra_tahun, instansi).renstra, kode=kode).pk


def _alamat(nama: str, *lain: object, tahun: int = BARU) -> str:
    return reverse(nama, args=[SENDIRI, tahun, *lain])


def _tautkan(client: Client, catatan: str = "Kini per semester.") -> None:
    isi = {"indikator": _pk("IKU-A", BARU), "pendahulu": _pk("I1", TAHUN), "catatan": catatan}
    assert client.post(_alamat("sejarah_indikator", "IKU-A"), isi).status_code == 302


def test_usulan_pendahulu_ditautkan_sekali_klik(perencana: Client) -> None:
    isi = perencana.get(_alamat("daftar_sejarah")).content.decode()
    assert "mungkin melanjutkan I1" in isi
    kiriman = {"indikator": _pk("IKU-A", BARU), "pendahulu": _pk("I1", TAHUN)}
    isi = perencana.post(_alamat("daftar_sejarah"), kiriman, follow=True).content.decode()
    assert "IKU-A kini melanjutkan I1" in isi
    assert "Urungkan" in isi
    assert PendahuluIndikator.objects.get().pendahulu.kode == "I1"


def test_sejarah_menyambung_angka_tahun_pendahulu(perencana: Client) -> None:
    isi = perencana.get(_alamat("sejarah_indikator", "IKU-A")).content.decode()
    assert "data tahun 2024" not in isi
    _tautkan(perencana)
    isi = perencana.get(_alamat("sejarah_indikator", "IKU-A")).content.decode()
    assert "data tahun 2024" in isi
    assert "80%" in isi or "80,00%" in isi
    assert "Perubahan definisi: Kini per semester." in isi
    assert "data:image/svg+xml;base64," in isi
    assert "target menurut rencana tahun 2027" in isi  # the target of 2028
    lama = perencana.get(_alamat("sejarah_indikator", "I1", tahun=TAHUN)).content.decode()
    assert "IKU-A" in lama


def test_pendahulu_dapat_dilepas_lagi(perencana: Client) -> None:
    _tautkan(perencana)
    isi = {"indikator": _pk("IKU-A", BARU), "pendahulu": ""}
    assert perencana.post(_alamat("sejarah_indikator", "IKU-A"), isi).status_code == 302
    assert not PendahuluIndikator.objects.exists()


@pytest.mark.parametrize("pendahulu", ["asing", "diri", "penerus", "hilang", "teks"])
def test_pendahulu_yang_tidak_sah_ditolak_dengan_kalimat(perencana: Client, pendahulu: str) -> None:
    pk = {
        "asing": str(_pk("I1", TAHUN, ASING)),
        "diri": str(_pk("IKU-A", BARU)),
        "penerus": str(_pk("IKU-A", BARU)),
        "hilang": "999999",
        "teks": "x",
    }[pendahulu]
    tahun, kode = (TAHUN, "I1") if pendahulu == "penerus" else (BARU, "IKU-A")
    isi = {"indikator": str(_pk(kode, tahun)), "pendahulu": pk}
    jawaban = perencana.post(_alamat("sejarah_indikator", kode, tahun=tahun), isi)
    assert jawaban.status_code == 422
    assert not PendahuluIndikator.objects.exists()


def test_indikator_renstra_lain_tidak_ditautkan_dari_halaman_ini(perencana: Client) -> None:
    isi = {"indikator": _pk("I1", TAHUN), "pendahulu": ""}
    assert perencana.post(_alamat("sejarah_indikator", "IKU-A"), isi).status_code == 422


def test_realisasi_tahun_pendahulu_diambil_setelah_pratinjau(perencana: Client) -> None:
    assert "Belum ada yang dapat diambil" in perencana.get(_alamat("realisasi_lalu")).content.decode()
    _tautkan(perencana)
    isi = perencana.get(_alamat("realisasi_lalu"))
    usulan, kunci = isi.context["daftar_usulan"][0]
    assert (usulan.baris.tahun, usulan.baris.realisasi, usulan.keadaan.value) == (2024, Decimal(80), "baru")
    halaman = perencana.post(_alamat("realisasi_lalu"), {"ambil": [kunci]}, follow=True).content.decode()
    assert "1 realisasi tahun sebelumnya diambil" in halaman
    assert "sudah sama" in halaman
    assert hitung(load_data(_tahun()), "realisasi", "IKU-A", tahun=2024).nilai == 80


def test_angka_yang_berbeda_tidak_diganti_diam_diam(perencana: Client) -> None:
    impor_buku(buku=ubah_kinerja(_buku_baru(), daftar_realisasi_tahunan=(setahun("IKU-A", 75, tahun=2024),)))
    _tautkan(perencana)
    isi = perencana.get(_alamat("realisasi_lalu"))
    ((usulan, kunci),) = isi.context["daftar_usulan"]
    assert usulan.keadaan.value == "beda"
    assert "checked" not in isi.content.decode().split('name="ambil"')[1].split(">")[0]
    assert perencana.post(_alamat("realisasi_lalu"), {}).status_code == 422
    KinerjaTriwulan.objects.filter(tahun_kinerja=_tahun(TAHUN)).update(realisasi=Decimal(81))
    jawaban = perencana.post(_alamat("realisasi_lalu"), {"ambil": [kunci]})
    assert jawaban.status_code == 422
    assert "Data berubah" in jawaban.content.decode()
    assert RealisasiTahunan.objects.get(tahun_kinerja=_tahun()).realisasi == 75
    ((usulan, kunci),) = perencana.get(_alamat("realisasi_lalu")).context["daftar_usulan"]
    assert kunci == tanda(usulan)
    assert perencana.post(_alamat("realisasi_lalu"), {"ambil": [kunci]}).status_code == 302
    assert RealisasiTahunan.objects.get(tahun_kinerja=_tahun()).realisasi == 81


@pytest.mark.parametrize("banyak", [1, 120])
def test_halaman_sejarah_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    buku = _buku_baru(banyak)
    impor_buku(buku=buku)
    kode = [i.kode for i in buku.data.renstra.daftar_indikator]
    lalu = ubah_renstra(buku, periode=replace(buku.data.renstra.periode, tahun=2028))
    impor_buku(buku=ubah_kinerja(lalu, daftar_kinerja_triwulan=tuple(replace(tw(k, 4, 80), tahun=2028) for k in kode)))
    client = sebagai("perencana")
    for nama, lain, kueri in (
        ("daftar_sejarah", [], KUERI_DAFTAR),
        ("sejarah_indikator", ["IKU-A"], KUERI_SATU),
        ("realisasi_lalu", [], KUERI_REALISASI),
    ):
        with django_assert_num_queries(kueri, info=nama):
            assert client.get(_alamat(nama, *lain, tahun=2028)).status_code == 200


KUERI_DAFTAR, KUERI_SATU, KUERI_REALISASI = 38, 63, 60


def _rantai() -> Rantai:
    """Three plans: 1 ← 2 ← 3, and a second indicator of plan 3 that also continues that of plan 2."""
    return Rantai(
        (
            MataRantai(11, "A", "a", 1),
            MataRantai(21, "B", "b", 2, 11, "Catatan dua."),
            MataRantai(31, "C", "c", 3, 21, "Catatan tiga."),
            MataRantai(32, "D", "d", 3, 21),
            MataRantai(12, "Z", "z", 1),
        )
    )


def test_rantai_menyusuri_leluhur_keluarga_dan_padanan() -> None:
    rantai = _rantai()
    assert [m.kode for m in rantai.leluhur(31)] == ["C", "B", "A"]
    assert {m.kode for m in rantai.keluarga(11)} == {"A", "B", "C"}
    assert {m.kode for m in rantai.keluarga(32)} == {"A", "B", "D"}
    assert rantai.sepadan(1, 3)["C"] == ("A", "Catatan dua. Catatan tiga.")
    assert rantai.sepadan(3, 1)["A"][0] in {"C", "D"}
    assert rantai.sepadan(2, 2) == {}


def test_rantai_yang_berputar_tidak_menggantung() -> None:
    rantai = Rantai((MataRantai(1, "A", "", 1, 2), MataRantai(2, "B", "", 2, 1)))
    assert [m.pk for m in rantai.leluhur(1)] == [1, 2]
    assert {m.pk for m in rantai.keluarga(1)} == {1, 2}
