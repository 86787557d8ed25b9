"""The page of the Perjanjian Kinerja: fields that save themselves, filling from the Renstra, sheets and their files."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from renstra.models import Indikator, Instansi, LembarPerjanjian, Pejabat, Perjanjian, TahunKinerja, UnitKerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN
from tests.situs.test_kueri import _buku_besar

pytestmark = pytest.mark.django_db
KUERI = {"perjanjian_kinerja": 38, "rencana_aksi": 36, "iku": 39}


def _alamat(nama: str, *lain: object) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


def _pk() -> int:
    return Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1").pk


def _isi() -> dict[str, tuple[str, str]]:
    daftar = Perjanjian.objects.filter(tahun_kinerja__instansi__kode=SENDIRI)
    return {b.versi: ("" if b.target is None else f"{b.target.normalize():f}", b.predikat) for b in daftar}


def _kirim(client: Client, kolom: str, nilai: str, dasar: str = "") -> tuple[int, str]:
    nama = f"{kolom}-{_pk()}"
    jawaban = client.post(_alamat("simpan_perjanjian"), {nama: nilai, f"dasar-{nama}": dasar})
    return jawaban.status_code, jawaban.content.decode()


def test_isian_tersimpan_baris_ada_hanya_selama_terisi(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert _kirim(client, "target_murni", "90,5")[0] == 200
    status, isi = _kirim(client, "target_perubahan", "95")
    assert status == 200
    assert _isi() == {"murni": ("90.5", ""), "perubahan": ("95", "")}
    assert 'id="perbedaan"' in isi
    assert "tidak sama" in isi  # the answer says at once that the documents differ
    assert _kirim(client, "target_murni", "", "90.5")[0] == 200
    assert _isi() == {"perubahan": ("95", "")}


def test_bentrok_dan_salah_ketik_tidak_menulis(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _kirim(client, "target_murni", "90")
    status, isi = _kirim(client, "target_murni", "80", "70")
    assert status == 409
    assert "90" in isi
    assert _kirim(client, "target_murni", "banyak", "90")[0] == 422
    assert _isi() == {"murni": ("90", "")}


def test_simpan_semua_tanpa_skrip(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    pk = _pk()
    jawaban = client.post(_alamat("perjanjian_kinerja"), {f"target_murni-{pk}": "77", f"target_perubahan-{pk}": "78"})
    assert jawaban.status_code == 302
    assert _isi() == {"murni": ("77", ""), "perubahan": ("78", "")}


def test_isi_dari_renstra_lalu_mulai_perubahan_lalu_diurungkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    pratinjau = client.get(_alamat("salin_perjanjian", "murni")).content.decode()
    assert "Tulis 1 target" in pratinjau
    assert not _isi()  # a preview writes nothing
    client.post(_alamat("salin_perjanjian", "murni"))
    jawaban = client.post(_alamat("salin_perjanjian", "perubahan"), follow=True)
    assert _isi() == {"murni": ("100", ""), "perubahan": ("100", "")}
    alamat = re.findall(r'action="(/urungkan/[^"]+)"', jawaban.content.decode())[-1]  # of the last message
    client.post(alamat)
    assert _isi() == {"murni": ("100", "")}


def test_yang_sudah_diisi_hanya_diganti_bila_diminta(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _kirim(client, "target_murni", "90")
    assert "tetap, sudah diisi lain" in client.get(_alamat("salin_perjanjian", "murni")).content.decode()
    client.post(_alamat("salin_perjanjian", "murni"))
    assert _isi() == {"murni": ("90", "")}
    client.post(_alamat("salin_perjanjian", "murni"), {"timpa": "ya"})
    assert _isi() == {"murni": ("100", "")}


def test_versi_dan_unit_yang_tidak_ada(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    asing = UnitKerja.objects.create(instansi=Instansi.objects.get(kode=SEPEMDA), nama="Bidang lain").pk
    for lain in (["lama", 0], ["murni", asing], ["murni", 999_999]):
        assert client.get(_alamat("lembar_perjanjian", *lain)).status_code == 404
    assert client.get(_alamat("salin_perjanjian", "lama")).status_code == 404
    assert client.get(_alamat("unduh_perjanjian", "murni", 0, "exe")).status_code == 404


def _pejabat(nama: str, **lain: object) -> Pejabat:
    return Pejabat.objects.create(nama=nama, mulai=date(2020, 1, 1), **lain)


def test_lembar_memakai_pejabat_pada_harinya_dan_yang_dipilih(sebagai: _Sebagai) -> None:
    client, instansi = sebagai("perencana"), Instansi.objects.get(kode=SENDIRI)
    unit = UnitKerja.objects.get(instansi=instansi, nama="Bidang A")
    _pejabat("Kepala Lama", instansi=instansi, nip="197001011998031001", sampai=date(2024, 1, 31))
    baru = _pejabat("Kepala Baru", instansi=instansi, jabatan="Kepala Dinas")
    baru.mulai = date(2024, 2, 1)
    baru.save()
    bupati = _pejabat("Sang Bupati", pemda=instansi.pemda, jabatan="Bupati A")
    _pejabat("Kabid A", instansi=instansi, unit=unit, jabatan="Kepala Bidang A")
    alamat = _alamat("lembar_perjanjian", "murni", 0)
    assert client.post(alamat, {"tanggal": "2024-01-15", "tempat": "Kota A"}).status_code == 302
    isi = client.get(alamat).content.decode()
    for tulisan in ("Kepala Lama", "19700101 199803 1 001", "Sang Bupati", "Bupati A", "Kota A, 15 Januari 2024"):
        assert tulisan in isi, tulisan
    client.post(alamat, {"tanggal": "2024-03-01", "pihak_pertama": baru.pk, "pihak_kedua": bupati.pk})
    lembar = LembarPerjanjian.objects.get(versi="murni", unit=None)
    assert (lembar.pihak_pertama, lembar.pihak_kedua, lembar.tanggal) == (baru, bupati, date(2024, 3, 1))
    bidang = client.get(_alamat("lembar_perjanjian", "murni", unit.pk)).content.decode()
    for tulisan in ("BIDANG A", "Kabid A", "Kepala Baru", "Indeks Uji", "memakai target tahunan Renstra"):
        assert tulisan in bidang, tulisan


def test_pejabat_jabatan_lain_tidak_dapat_dipilih(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    lain = _pejabat("Orang Lain", instansi=Instansi.objects.get(kode=SEPEMDA))
    jawaban = client.post(_alamat("lembar_perjanjian", "murni", 0), {"pihak_pertama": lain.pk})
    assert jawaban.status_code == 422
    assert not LembarPerjanjian.objects.exists()


def test_alasan_perubahan_disimpan_dan_ditampilkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _kirim(client, "target_murni", "90")
    client.post(_alamat("lembar_perjanjian", "perubahan", 0), {"alasan": "Pagu berkurang."})
    assert "Pagu berkurang." in client.get(_alamat("perjanjian_kinerja")).content.decode()


def test_unduhan_bernama_dan_berisi(sebagai: _Sebagai) -> None:
    client = sebagai("inspektorat")
    for jenis, awal in (("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!DOCTYPE")):
        jawaban = client.get(_alamat("unduh_perjanjian", "perubahan", 0, jenis), {"kertas": "F4"})
        assert jawaban.content.startswith(awal)
        assert jawaban.headers["Content-Disposition"] == f'attachment; filename="pk-dinas-a1-2024-perubahan.{jenis}"'
        for nama in ("unduh_rencana_aksi", "unduh_iku"):
            assert client.get(_alamat(nama, jenis)).content.startswith(awal), nama


def test_yang_hanya_boleh_membaca_tidak_melihat_kotak(sebagai: _Sebagai) -> None:
    for nama in ("kepala", "inspektorat", "perencana_unit"):
        isi = sebagai(nama).get(_alamat("perjanjian_kinerja")).content.decode()
        assert "kotak__masukan" not in isi
        assert "Isi dari Renstra" not in isi


def test_iku_menunjukkan_yang_kurang(sebagai: _Sebagai) -> None:
    Indikator.objects.filter(pk=_pk()).update(iku=True, formulasi="a / b")
    Instansi.objects.filter(kode=SENDIRI).update(tugas="Membantu Bupati.", fungsi="satu\n\ndua")
    isi = sebagai("kepala").get(_alamat("iku")).content.decode()
    for tulisan in ("Membantu Bupati.", "<li>dua</li>", "a / b", "sumber data belum diisi"):
        assert tulisan in isi, tulisan


@pytest.mark.parametrize("banyak", [1, 40])
@pytest.mark.parametrize("nama", ["perjanjian_kinerja", "rencana_aksi", "iku"])
def test_kueri_tidak_bertambah_dengan_baris(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int, nama: str
) -> None:
    client = sebagai("perencana")
    impor_buku(buku=_buku_besar(banyak))
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    for i in Indikator.objects.filter(renstra=tahun.renstra):
        Perjanjian.objects.create(tahun_kinerja=tahun, indikator=i, tahun=TAHUN, versi="murni", target=90, urutan=i.pk)
    client.get(_alamat(nama))
    with django_assert_num_queries(KUERI[nama]):
        assert client.get(_alamat(nama)).status_code == 200


def test_yang_dipilih_hilang_bersama_pejabatnya(pemeran: dict[str, Pengguna]) -> None:
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    pejabat = _pejabat("Kepala", instansi=tahun.instansi)
    LembarPerjanjian.objects.create(tahun_kinerja=tahun, versi="murni", pihak_pertama=pejabat)
    pejabat.delete()
    assert LembarPerjanjian.objects.get().pihak_pertama is None
