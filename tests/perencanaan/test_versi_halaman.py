"""The pages of versions: a reviu by its button, two plans compared, however many indicators they hold."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.buku_kerja.services import impor_buku
from lkjip.perencanaan.services_versi import buat_reviu
from renstra.data import Indikator as DataIndikator
from renstra.models import Indikator, Renstra, Sasaran, TahunKinerja, TargetTahunan
from tests.buku_kerja.ubah_buku import tahun_lain, ubah_renstra
from tests.pembuat import target
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN, buku_uji

KUERI_VERSI, KUERI_BANDING = 38, 52


def _tahun(tahun: int = TAHUN, kode: str = SENDIRI) -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=kode, tahun=tahun)


def _alamat(nama: str, *lain: object, tahun: int = TAHUN) -> str:
    return reverse(nama, args=[SENDIRI, tahun, *lain])


@pytest.fixture
def perencana(sebagai: _Sebagai) -> Client:
    impor_buku(buku=tahun_lain(buku_uji(SENDIRI), 2025))
    return sebagai("perencana")


def _reviu(client: Client, **lain: object) -> str:
    isi = {"aksi": "reviu", "renstra": _tahun().renstra_id, "tahun": [2025], **lain}
    return client.post(_alamat("versi_renstra", tahun=2025), isi, follow=True).content.decode()


def test_reviu_lewat_tombol_dan_urungkan(perencana: Client) -> None:
    isi = _reviu(perencana, nomor_penetapan="7/2025", tanggal_penetapan="2025-02-03", keterangan="Visi baru")
    assert "Versi reviu dibuat; tahun 2025" in isi
    assert "Urungkan" in isi
    assert "7/2025, 3 Februari 2025" in isi
    assert _tahun(2025).renstra.versi == 2
    assert _tahun().renstra.versi == 1


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"tahun": []}, "Pilih paling sedikit satu tahun"),
        ({"tahun": [2030]}, "sudah memakai Renstra lain"),
        ({"tanggal_penetapan": "besok"}, "tanggal penetapan"),
        ({"nomor_penetapan": "9" * 300}, "200 huruf"),
        ({"aksi": "lain"}, "tidak dikenal"),
    ],
)
def test_reviu_yang_salah_isi_dijawab_kalimat(perencana: Client, lain: dict[str, object], kalimat: str) -> None:
    assert kalimat in _reviu(perencana, **lain)
    assert Renstra.objects.filter(instansi__kode=SENDIRI).count() == 1


def test_batalkan_reviu_minta_persetujuan_bila_sudah_berbeda(perencana: Client) -> None:
    _reviu(perencana)
    baru = _tahun(2025).renstra
    Indikator.objects.filter(renstra=baru).update(uraian="Nama lain")
    isi = {"aksi": "batalkan", "renstra": baru.pk}
    jawaban = perencana.post(_alamat("versi_renstra", tahun=2025), isi)
    assert jawaban.status_code == 422
    assert "centang bahwa perbedaan itu boleh hilang" in jawaban.content.decode()
    assert perencana.post(_alamat("versi_renstra", tahun=2025), {**isi, "setuju": "ya"}).status_code == 302
    assert _tahun(2025).renstra == _tahun().renstra


def test_versi_instansi_lain_tidak_dapat_disentuh(perencana: Client) -> None:
    asing = _tahun(kode=ASING).renstra_id
    for aksi in ("batalkan", "hapus", "penetapan"):
        jawaban = perencana.post(_alamat("versi_renstra"), {"aksi": aksi, "renstra": asing, "nomor_penetapan": "x"})
        assert jawaban.status_code == 422
        assert "sudah tidak ada" in jawaban.content.decode()
    assert perencana.get(_alamat("banding_renstra"), {"dari": asing}).status_code == 404
    for aneh in ("abc", "9" * 40, "-1"):
        assert perencana.get(_alamat("banding_renstra"), {"dari": aneh}).status_code in {200, 404}


def test_banding_menunjukkan_yang_berubah_dan_bilang_bila_sama(perencana: Client) -> None:
    alamat = _alamat("banding_renstra", tahun=2025)
    assert "Baru ada satu Renstra" in perencana.get(alamat).content.decode()
    _reviu(perencana)
    assert "Tidak ada perbedaan" in perencana.get(alamat).content.decode()
    baru = _tahun(2025).renstra
    Indikator.objects.filter(renstra=baru).update(uraian="Indeks <b>Mutu</b> Uji")
    TargetTahunan.objects.filter(indikator__renstra=baru).update(target=90)
    isi = perencana.get(alamat).content.decode()
    assert "<ins>&lt;b&gt;Mutu&lt;/b&gt; </ins>" in isi
    assert "<del>100</del> <ins>90</ins>" in isi
    assert "1 diubah" in isi
    assert "1 target berubah" in isi


def test_penetapan_dan_versi_pembanding_yang_dihapus(perencana: Client) -> None:
    lama = _tahun().renstra
    _reviu(perencana, tahun=[TAHUN, 2025])
    isi = {"aksi": "penetapan", "renstra": lama.pk, "nomor_penetapan": "1/2024", "keterangan": "Awal"}
    assert "1/2024" in perencana.post(_alamat("versi_renstra"), isi, follow=True).content.decode()
    halaman = perencana.post(_alamat("versi_renstra"), {"aksi": "hapus", "renstra": lama.pk}, follow=True)
    assert "dihapus" in halaman.content.decode()
    assert Renstra.objects.get(instansi__kode=SENDIRI).versi == 2


def test_tahun_yang_memakai_versi_pertama_membandingkannya_dengan_versi_berikut(perencana: Client) -> None:
    lama = _tahun().renstra
    _reviu(perencana, tahun=[2025])
    halaman = perencana.get(_alamat("banding_renstra"))
    assert _tahun().renstra == lama
    assert (halaman.context["dari"], halaman.context["ke"].versi) == (lama, 2)
    assert "Pilih dua Renstra yang berbeda" not in halaman.content.decode()


@pytest.mark.parametrize("banyak", [1, 300])
def test_banding_dan_versi_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    dasar = buku_uji(SENDIRI)
    daftar = tuple(DataIndikator(f"I{n}", "S1", f"Indeks {n}", formulasi="kata " * 60) for n in range(1, banyak + 1))
    impor_buku(
        buku=ubah_renstra(
            dasar,
            daftar_indikator=daftar,
            daftar_target_tahunan=tuple(target(i.kode, 100, t) for i in daftar for t in (2024, 2025, 2026)),
        )
    )
    client = sebagai("perencana")
    buat_reviu(renstra=_tahun().renstra, daftar_tahun=[_tahun()], oleh=sebagai.pemeran["perencana"])
    sasaran = Sasaran.objects.get(renstra=_tahun().renstra, kode="S2")
    Indikator.objects.filter(renstra=_tahun().renstra).update(sasaran=sasaran, uraian="Nama lain sama sekali")
    with django_assert_num_queries(KUERI_VERSI):
        assert client.get(_alamat("versi_renstra")).status_code == 200
    mulai = monotonic()
    with django_assert_num_queries(KUERI_BANDING):
        isi = client.get(_alamat("banding_renstra")).content.decode()
    assert monotonic() - mulai < 5
    assert isi.count("banding__baris") == banyak


def test_tahun_yang_memakai_rencana_lain_tidak_ikut_pindah(perencana: Client) -> None:
    beda = ubah_renstra(
        tahun_lain(buku_uji(SENDIRI), 2026),
        daftar_indikator=(replace(buku_uji(SENDIRI).data.renstra.daftar_indikator[0], uraian="Lain"),),
    )
    impor_buku(buku=beda)
    isi = perencana.get(_alamat("versi_renstra")).content.decode()
    assert 'name="tahun" value="2025"' in isi
    assert 'name="tahun" value="2026"' not in isi


def test_tahun_memakai_versi_lain_lewat_tombol(perencana: Client) -> None:
    _reviu(perencana)
    baru = _tahun(2025).renstra
    assert "Pakai untuk tahun 2024" in perencana.get(_alamat("versi_renstra")).content.decode()
    isi = {"aksi": "pakai", "renstra": baru.pk}
    jawaban = perencana.post(_alamat("versi_renstra"), isi, follow=True).content.decode()
    assert f"Tahun {TAHUN} kini memakai {baru}." in jawaban
    assert "Urungkan" in jawaban
    assert _tahun().renstra == baru


def test_versi_dari_periode_lain_tidak_dipakai(perencana: Client) -> None:
    lain = Renstra.objects.create(instansi=_tahun().instansi, renstra_awal=2030, renstra_akhir=2034)
    jawaban = perencana.post(_alamat("versi_renstra"), {"aksi": "pakai", "renstra": lain.pk})
    assert jawaban.status_code == 422
    assert f"Tahun {TAHUN} tidak termasuk periode" in jawaban.content.decode()
    assert _tahun().renstra != lain
