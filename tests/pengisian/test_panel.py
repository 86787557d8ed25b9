"""The panel of one indicator: read, its other fields, its components, the remarks; both sides of the lock."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kinerja.data import Komponen as RekamanKomponen
from kinerja.data_pengisian import StatusPengisian
from kinerja.models import (
    AnalisisTriwulan,
    BuktiDukung,
    CatatanPengisian,
    KinerjaTriwulan,
    Komponen,
    KomponenTriwulan,
)
from kinerja.services_pengisian import kunci_triwulan
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.riwayat.services import konteks_riwayat
from renstra.data import Indikator, JenisIndikator
from tests.pembuat import D, buat_data, buat_kinerja, buat_renstra, target, tw
from tests.pengisian.panggung import HTMX, TW, alamat, buka, indikator, tahun_kinerja, tutup
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, buku_uji

KUERI = 43


def _buku(*, jenis: JenisIndikator | None = None, komponen: int = 0, lain: int = 0) -> BukuKerja:
    """The cast's agency with a composite I1, and further indicators beside it."""
    dasar = buku_uji(SENDIRI).data.renstra.instansi
    pertama = Indikator("I1", "S1", uraian="Indeks Uji", satuan="Poin", jenis=jenis, penanggung_jawab="Bidang A")
    renstra = replace(
        buat_renstra(pertama, *(Indikator(f"J{n}", "S1") for n in range(lain)), instansi=dasar),
        daftar_target_tahunan=(target("I1", 100),),
    )
    bobot = D({1: "1", 2: "0.5"}.get(komponen, "0.01"))
    daftar = tuple(RekamanKomponen("I1", f"K{n}", f"Unsur {n}", bobot, tahun=2024) for n in range(komponen))
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I1", 2, 70),), daftar_komponen=daftar)
    return BukuKerja(buat_data(kinerja))


def _baris(triwulan: int = TW) -> KinerjaTriwulan | None:
    return KinerjaTriwulan.objects.filter(indikator=indikator(), triwulan=triwulan).first()


def _catatan(isi: str = "Periksa lagi angkanya.") -> CatatanPengisian:
    with konteks_riwayat(jalur="uji"):
        return CatatanPengisian.objects.create(
            pengisian=kunci_triwulan(tahun_kinerja(), TW)[TW], indikator=indikator(), isi=isi, nama_oleh="Verifikator",
            waktu=timezone.now(),
        )  # fmt: skip


def test_panel_penuh_dan_bagian_yang_membuka_di_halaman_triwulan(sebagai: _Sebagai) -> None:
    client, pk = sebagai("perencana"), indikator().pk
    penuh = client.get(alamat("panel_indikator")).content.decode()
    sisipan = client.get(alamat("panel_indikator"), headers=HTMX).content.decode()
    assert "I1 · Triwulan III 2024" in penuh
    assert f'name="realisasi-{pk}"' in penuh
    assert "<html" not in sisipan
    assert f'form="formulir-isian" rows="2" name="catatan-{pk}"' in sisipan
    assert 'id="formulir-isian"' in penuh
    assert 'id="formulir-isian"' not in sisipan  # the page has it
    assert f'name="realisasi-{pk}"' not in sisipan  # stands in the row
    assert f'name="target-{pk}"' in sisipan
    dengan_target = HTMX | {"HX-Current-URL": HTMX["HX-Current-URL"] + "?target=ya"}
    assert f'name="target-{pk}"' not in client.get(alamat("panel_indikator"), headers=dengan_target).content.decode()
    sebagian = client.get(alamat("panel_indikator") + "?bagian=hasil", headers=HTMX).content.decode()
    assert sebagian.count("<section") == 1


def test_triwulan_dan_indikator_yang_tidak_ada(sebagai: _Sebagai) -> None:
    client = sebagai("admin")
    assert client.get(alamat("panel_indikator", triwulan=5)).status_code == 404
    assert client.get(alamat("panel_indikator").replace("/indikator/", "/indikator/99")).status_code == 404


def test_yang_tidak_berhak_hanya_melihat_dengan_alasan(sebagai: _Sebagai) -> None:
    for nama, alasan in (("perencana_unit_lain", "tanggung jawab unit lain"), ("kepala", "tidak mengisi data")):
        isi = sebagai(nama).get(alamat("panel_indikator")).content.decode()
        assert alasan in isi
        assert "Simpan analisis" not in isi
        assert 'type="file"' not in isi


def test_rincian_tersimpan_tanpa_skrip(sebagai: _Sebagai) -> None:
    client, pk = sebagai("perencana_unit"), indikator().pk
    kiriman = {f"pembilang-{pk}": "45", f"penyebut-{pk}": "50", f"catatan-{pk}": "Sementara", f"target-{pk}": "1.000,5"}
    assert client.post(alamat("simpan_rincian"), kiriman).status_code == 302
    baris = _baris()
    assert baris is not None
    assert (baris.pembilang, baris.penyebut, baris.catatan) == (D(45), D(50), "Sementara")
    assert baris.target == Decimal("1000.5")


def test_rincian_yang_salah_ditandai_dan_bentrok_diperlihatkan(sebagai: _Sebagai) -> None:
    client, pk = sebagai("perencana"), indikator().pk
    jawaban = client.post(alamat("simpan_rincian"), {f"pembilang-{pk}": "banyak", f"penyebut-{pk}": "50"})
    assert jawaban.status_code == 422
    assert "“banyak” bukan angka" in jawaban.content.decode()
    baris = _baris()
    assert baris is not None
    assert (baris.pembilang, baris.penyebut) == (None, D(50))
    jawaban = client.post(alamat("simpan_rincian"), {f"penyebut-{pk}": "60", f"dasar-penyebut-{pk}": "40"})
    isi = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Sementara itu" in isi
    assert f'name="penyebut-{pk}" value="60"' in isi
    assert f'id="dasar-penyebut-{pk}" value="50"' in isi
    assert (
        client.post(alamat("simpan_rincian"), {f"penyebut-{pk}": "60", f"dasar-penyebut-{pk}": "50"}).status_code == 302
    )


def test_indikator_predikat_memilih_huruf(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku(jenis=JenisIndikator.PREDIKAT))
    isi = sebagai("perencana").get(alamat("panel_indikator")).content.decode()
    assert "<select" in isi
    assert f'name="predikat_realisasi-{indikator().pk}"' in isi
    assert '<option value="BB">BB</option>' in isi


def test_komponen_menjadi_realisasi(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku(komponen=2))
    client = sebagai("perencana_unit")
    satu, dua = Komponen.objects.order_by("urutan")
    sebagian = client.post(alamat("simpan_komponen"), {f"nilai-{satu.pk}": "96"}, headers=HTMX)
    assert "setelah semua komponen terisi" in sebagian.content.decode()
    jawaban = client.post(alamat("simpan_komponen"), {f"nilai-{dua.pk}": "100,5"}, headers=HTMX)
    isi = jawaban.content.decode()
    assert "Realisasi Triwulan III menjadi 98,25." in isi
    assert f'id="kotak-realisasi-{indikator().pk}" hx-swap-oob="true"' in isi
    assert 'hx-post=""' not in isi
    baris = _baris()
    assert baris is not None
    assert baris.realisasi == Decimal("98.25")


def test_realisasi_yang_diketik_tidak_ditimpa_komponen_kecuali_diminta(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku(komponen=1))
    client, komponen, pk = sebagai("perencana"), Komponen.objects.get(), indikator().pk
    client.post(alamat("simpan_rincian"), {f"realisasi-{pk}": "99"})
    isi = client.post(alamat("simpan_komponen"), {f"nilai-{komponen.pk}": "90"}, headers=HTMX).content.decode()
    assert "tetap 99, karena diisi langsung" in isi
    assert "Pakai 90" in isi
    basi = {"pakai": "jumlah", f"realisasi-{pk}": "90", f"dasar-realisasi-{pk}": "98"}
    assert client.post(alamat("simpan_komponen"), basi, headers=HTMX).status_code == 409
    pakai = {**basi, f"dasar-realisasi-{pk}": "99"}
    assert client.post(alamat("simpan_komponen"), pakai, headers=HTMX).status_code == 200
    baris = _baris()
    assert baris is not None
    assert baris.realisasi == D(90)


def test_komponen_yang_salah_dan_yang_bentrok(sebagai: _Sebagai) -> None:
    impor_buku(buku=_buku(komponen=2))
    client = sebagai("perencana")
    satu, dua = Komponen.objects.order_by("urutan")
    jawaban = client.post(alamat("simpan_komponen"), {f"nilai-{satu.pk}": "baik", f"nilai-{dua.pk}": "5"}, headers=HTMX)
    assert jawaban.status_code == 422
    assert "“baik” bukan angka" in jawaban.content.decode()
    assert [k.nilai for k in KomponenTriwulan.objects.all()] == [D(5)]
    jawaban = client.post(alamat("simpan_komponen"), {f"nilai-{dua.pk}": "7"}, headers=HTMX)
    assert jawaban.status_code == 409
    assert "menyimpan <strong>5</strong>" in jawaban.content.decode()
    assert [k.nilai for k in KomponenTriwulan.objects.all()] == [D(5)]


@pytest.mark.parametrize("status", [s for s in StatusPengisian if s is not StatusPengisian.DRAF])
def test_triwulan_tertutup_menolak_isian_dan_komponen(sebagai: _Sebagai, status: StatusPengisian) -> None:
    impor_buku(buku=_buku(komponen=1))
    client, komponen, pk = sebagai("perencana"), Komponen.objects.get(), indikator().pk
    tutup(status)
    kiriman = (("simpan_rincian", {f"catatan-{pk}": "x"}), ("simpan_komponen", {f"nilai-{komponen.pk}": "90"}))
    for nama, isi in kiriman:
        for kepala in ({}, HTMX):
            jawaban = client.post(alamat(nama), isi, headers=kepala)
            assert jawaban.status_code == 409
            assert "isinya tidak dapat diubah" in jawaban.content.decode()
    halaman = client.get(alamat("panel_indikator")).content.decode()
    assert halaman.count("isinya tidak dapat diubah") == 1
    assert "kotak__masukan" not in halaman
    assert _baris() is None
    buka()
    assert [client.post(alamat(n), isi).status_code for n, isi in kiriman] == [302, 302]
    assert _baris() is not None


def test_catatan_ditulis_selagi_diperiksa_lalu_dijawab(sebagai: _Sebagai) -> None:
    isi = {"isi": "Lampirkan surat."}
    assert sebagai("verifikator").post(alamat("tulis_catatan"), isi).status_code == 409
    tutup()
    assert sebagai("verifikator").post(alamat("tulis_catatan"), {"isi": " "}).status_code == 422
    assert sebagai("verifikator").post(alamat("tulis_catatan"), isi).status_code == 302
    panjang = sebagai("verifikator").post(alamat("tulis_catatan"), {"isi": "x" * 2001})
    assert panjang.status_code == 422
    assert "paling banyak 2000 huruf" in panjang.content.decode()
    catatan = CatatanPengisian.objects.get()
    assert (catatan.isi, catatan.nama_oleh) == ("Lampirkan surat.", "Tuan verifikator")
    buka()
    client = sebagai("perencana_unit")
    assert "Jawab dan selesaikan" in client.get(alamat("panel_indikator")).content.decode()
    assert client.post(alamat("jawab_catatan", catatan.pk), {"jawaban": ""}).status_code == 422
    assert client.post(alamat("jawab_catatan", catatan.pk), {"jawaban": "Sudah."}).status_code == 302
    dua_kali = client.post(alamat("jawab_catatan", catatan.pk), {"jawaban": "Lagi."})
    assert dua_kali.status_code == 422
    assert "sudah dijawab oleh Tuan perencana_unit" in dua_kali.content.decode()
    assert "1 catatan sudah dijawab" in client.get(alamat("panel_indikator")).content.decode()


def test_catatan_triwulan_yang_diterima_tidak_dijawab_lagi(sebagai: _Sebagai) -> None:
    catatan = _catatan()
    tutup(StatusPengisian.TERKUNCI)
    jawaban = sebagai("perencana").post(alamat("jawab_catatan", catatan.pk), {"jawaban": "Sudah."})
    assert jawaban.status_code == 409
    assert "tidak dapat ditulis atau dijawab" in jawaban.content.decode()
    assert sebagai("kepala").post(alamat("tulis_catatan"), {"isi": "x"}).status_code == 409


def test_catatan_indikator_lain_tidak_ditemukan(sebagai: _Sebagai) -> None:
    catatan = _catatan()
    assert sebagai("perencana").post(alamat("jawab_catatan", catatan.pk, triwulan=2)).status_code == 404


@pytest.mark.parametrize("banyak", [1, 60])
def test_panel_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku(komponen=banyak, lain=banyak * 2))
    milik = {"tahun_kinerja": tahun_kinerja(), "indikator": indikator(), "triwulan": TW}
    bukti = {"jenis": "tautan", "nama_oleh": "x", "waktu": timezone.now()}
    with konteks_riwayat(jalur="uji"):
        for n in range(banyak):
            AnalisisTriwulan.objects.create(**milik, faktor="hambatan", uraian=f"Butir {n}")
            BuktiDukung.objects.create(**milik, **bukti, tautan=f"https://contoh.go.id/{n}")
            _catatan(f"Catatan {n}")
    client = sebagai("perencana")
    with django_assert_num_queries(KUERI):
        assert client.get(alamat("panel_indikator")).status_code == 200


def test_teks_jahat_tetap_teks(sebagai: _Sebagai) -> None:
    jahat = "<script>alert(1)</script>"
    client, pk = sebagai("perencana"), indikator().pk
    client.post(alamat("simpan_rincian"), {f"catatan-{pk}": jahat})
    client.post(alamat("tambah_bukti"), {"tautan": "https://contoh.go.id/?a=<b>", "uraian": jahat})
    _catatan(jahat)
    isi = client.get(alamat("panel_indikator")).content.decode()
    assert isi.count("&lt;script&gt;") >= 3
    assert "<script>alert" not in isi
