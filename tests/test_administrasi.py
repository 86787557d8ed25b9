"""The admin: every table, in Indonesian, for superusers only, and whatever is saved there is in the history."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja import models as model_kinerja
from kinerja.models import KinerjaTriwulan, LangkahPengisian, PengisianTriwulan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.models import CatatanTahap, TandaTanganTerbitan, Terbitan
from lkjip.pemeriksaan.models import AlasanPerubahan, JawabanTemuan
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.pemicu import daftar_model_teraudit
from renstra.models import Instansi, Pemda, Penugasan, Peran, Sasaran

pytestmark = pytest.mark.django_db
CONTOH = Path(__file__).resolve().parents[1] / "contoh" / "bkd-kaltim-2024"
# Written by the database, and by the steps of the site.
TANPA_TAMBAH = {
    *(Riwayat, PengisianTriwulan, LangkahPengisian),
    *(JawabanTemuan, AlasanPerubahan, CatatanTahap, Terbitan, TandaTanganTerbitan),
    *(model_kinerja.Evaluasi, model_kinerja.TimEvaluasi, model_kinerja.LangkahEvaluasi, model_kinerja.JawabanEvaluasi),
    *(model_kinerja.BuktiEvaluasi, model_kinerja.NilaiKomponenEvaluasi, model_kinerja.CatatanEvaluasi),
    *(model_kinerja.RekomendasiEvaluasi, model_kinerja.TindakLanjut, model_kinerja.Reviu),
    *(model_kinerja.JawabanPertanyaanReviu, model_kinerja.CatatanReviu),
}
DAFTAR_MODEL: list[type[models.Model]] = [*daftar_model_teraudit(), Riwayat]


def _impor(kode: str = "") -> None:
    buku = baca_buku(CONTOH).buku
    assert isinstance(buku, BukuKerja)
    anggaran = buku.data.anggaran
    renstra = anggaran.kinerja.renstra
    if kode:
        renstra = replace(renstra, instansi=replace(renstra.instansi, kode=kode))
    data = DataInstansi(replace(anggaran, kinerja=replace(anggaran.kinerja, renstra=renstra)))
    impor_buku(buku=replace(buku, data=data))


@pytest.fixture
def superuser(client: Client) -> Client:
    pengguna = Pengguna.objects.create_superuser("root", nama="Root", password="x")
    client.force_login(pengguna)
    return client


def _alamat(model: type[models.Model], halaman: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{halaman}", args=args)


def test_setiap_tabel_punya_halaman() -> None:
    assert [m.__name__ for m in DAFTAR_MODEL if not admin.site.is_registered(m)] == []


def test_daftar_formulir_dan_riwayat_terbuka_dalam_bahasa_indonesia(superuser: Client) -> None:
    _impor()
    Penugasan.objects.create(pengguna=Pengguna.objects.get(), peran=Peran.ADMIN)
    for model in DAFTAR_MODEL:
        objek = model._default_manager.first()
        halaman = [_alamat(model, "changelist"), _alamat(model, "changelist") + "?q=uji"]
        halaman += [] if model in TANPA_TAMBAH else [_alamat(model, "add")]
        if objek is not None:
            halaman += [_alamat(model, "change", objek.pk), _alamat(model, "history", objek.pk)]
        for alamat in halaman:
            jawaban = superuser.get(alamat)
            assert jawaban.status_code == 200, alamat
            isi = jawaban.content.decode()
            assert 'lang="id"' in isi
            assert not re.search(r">\s*(Add|Change|History|Save|Delete|Search|Select)\b", isi), alamat


def test_banyak_kueri_daftar_tidak_tumbuh_dengan_banyak_baris(superuser: Client) -> None:
    banyak: list[dict[str, int]] = []
    for kode in ("", "DUA", "TIGA"):
        _impor(kode)
        hitungan = {}
        for model in DAFTAR_MODEL:
            with CaptureQueriesContext(connection) as kueri:
                assert superuser.get(_alamat(model, "changelist")).status_code == 200
            hitungan[model.__name__] = len(kueri)
        banyak.append(hitungan)
    assert {n: b for n, b in banyak[2].items() if b > banyak[1][n]} == {}
    assert max(banyak[2].values()) <= 15


def _isian(jawaban: Any) -> dict[str, Any]:
    """The form's own values, as a browser would send them back."""
    formulir = jawaban.context["adminform"].form
    return {
        nama: nilai for nama in formulir.fields if (nilai := formulir[nama].value()) is not None and nilai is not False
    }


def test_simpan_ubah_hapus_di_admin_tercatat_dengan_jalur_admin(superuser: Client) -> None:
    superuser.post(_alamat(Pemda, "add"), {"nama": "Kota A", "jenis": "kota", "jabatan_kepala_daerah": ""})
    pemda = Pemda.objects.get()
    superuser.post(_alamat(Pemda, "change", pemda.pk), {"nama": "Kota B", "jenis": "kota"})
    superuser.post(_alamat(Pemda, "delete", pemda.pk), {"post": "yes"})
    daftar = list(Riwayat.objects.filter(tabel="renstra_pemda").order_by("id"))
    assert [r.aksi for r in daftar] == ["tambah", "ubah", "hapus"]
    assert {(r.nama_oleh, r.jalur) for r in daftar} == {("root", "admin")}


def test_hapus_banyak_di_daftar_tercatat(superuser: Client) -> None:
    kunci = [Pemda.objects.create(nama=nama).pk for nama in ("A", "B")]
    superuser.post(
        _alamat(Pemda, "changelist"),
        {"action": "delete_selected", "_selected_action": kunci, "post": "yes", "index": "0"},
    )
    assert not Pemda.objects.exists()
    assert Riwayat.objects.filter(jalur="admin", aksi="hapus", nama_oleh="root").count() == 2


def test_angka_di_formulir_ditulis_dan_dibaca_cara_indonesia(superuser: Client) -> None:
    _impor()
    baris = KinerjaTriwulan.objects.exclude(realisasi=None).first()
    assert baris is not None
    alamat = _alamat(KinerjaTriwulan, "change", baris.pk)
    isian = _isian(superuser.get(alamat))
    assert "." not in str(isian["realisasi"])
    banyak = Riwayat.objects.count()
    superuser.post(alamat, isian)
    assert Riwayat.objects.count() == banyak  # saved as it was: nothing to tell
    superuser.post(alamat, {**isian, "realisasi": "1.234,50"})
    baris.refresh_from_db()
    assert str(baris.realisasi) == "1234.50"
    jawaban = superuser.get(_alamat(KinerjaTriwulan, "history", baris.pk)).content.decode()
    assert "1.234,50" in jawaban
    assert "root" in jawaban


def test_kesalahan_pengguna_dijawab_di_formulir(superuser: Client) -> None:
    _impor()
    sasaran = Sasaran.objects.first()
    assert sasaran is not None
    jawaban = superuser.post(
        _alamat(Sasaran, "add"), {"renstra": sasaran.renstra_id, "kode": sasaran.kode, "urutan": 1}
    )
    assert "Kode ini sudah ada di Renstra ini." in jawaban.content.decode()


def test_yang_bukan_superuser_tidak_mendapat_admin(client: Client) -> None:
    instansi = Instansi.objects.create(kode="A")
    for nama, staf in (("biasa", False), ("staf", True)):
        pengguna = Pengguna.objects.create_user(nama, nama=nama, is_staff=staf)
        Penugasan.objects.create(pengguna=pengguna, peran=Peran.PERENCANA, instansi=instansi)
        client.force_login(pengguna)
        assert client.get(reverse("admin:index")).status_code == 302
        for model in DAFTAR_MODEL:
            assert client.get(_alamat(model, "changelist")).status_code in (302, 403)
        jawaban = client.post(_alamat(Instansi, "change", instansi.pk), {"kode": "B"})
        assert jawaban.status_code in (302, 403)
    assert Instansi.objects.get().kode == "A"


def test_halaman_grup_tidak_ada(superuser: Client) -> None:
    assert "Grup" not in superuser.get(reverse("admin:index")).content.decode()
    assert superuser.get("/admin/auth/group/").status_code == 404


def test_riwayat_hanya_dapat_dibaca(superuser: Client) -> None:
    Pemda.objects.create(nama="Kota A")
    riwayat = Riwayat.objects.filter(tabel="renstra_pemda").get()
    jawaban = superuser.get(_alamat(Riwayat, "change", riwayat.pk))
    assert "Kota A" in jawaban.content.decode()
    assert superuser.get(_alamat(Riwayat, "add")).status_code == 403
    assert superuser.post(_alamat(Riwayat, "delete", riwayat.pk), {"post": "yes"}).status_code == 403
    assert superuser.post(_alamat(Riwayat, "change", riwayat.pk), {"jalur": "palsu"}).status_code == 403
    riwayat.refresh_from_db()
    assert riwayat.jalur == ""


def test_pengguna_baru_dibuat_dengan_nama_dan_sandi(superuser: Client) -> None:
    alamat = _alamat(Pengguna, "add")
    sandi = "jembatan-hijau-77"
    isian = {"username": "budi", "nama": "Budi", "usable_password": "true", "password1": sandi, "password2": sandi}
    superuser.post(alamat, isian)
    budi = Pengguna.objects.get(username="budi")
    assert budi.check_password(sandi)
    assert str(budi) == "Budi"
    assert Riwayat.objects.filter(tabel="akun_pengguna", kunci=str(budi.pk), jalur="admin").exists()
