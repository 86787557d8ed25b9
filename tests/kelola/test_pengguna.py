"""Users of a pemda: who may be invited to what, who may be touched, and what stays as it was."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from kinerja.selectors_pengisian import hari_ini
from lkjip.akun.models import Pengguna
from lkjip.kelola.services_pengguna import PERAN_INSTANSI, PERAN_PEMDA
from lkjip.riwayat.models import Riwayat
from renstra.akses import ambil_hak
from renstra.models import Instansi, Pemda, Penugasan, Peran, UnitKerja
from tests.kelola.surat_uji import tautan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA

Kotak = list[EmailMessage]
ANI = "ani@contoh.go.id"


def _instansi(kode: str = SENDIRI) -> Instansi:
    return Instansi.objects.get(kode=kode)


def _pemda(kode: str = SENDIRI) -> Pemda:
    return Pemda.objects.get(daftar_instansi__kode=kode)


def _undang(client: Client, **lain: Any) -> Any:
    dasar = {"nama": "Ani Wijaya", "email": ANI, "peran": "perencana", "instansi": str(_instansi().pk)}
    return client.post(reverse("undang_pengguna", args=[_pemda().pk]), dasar | lain)


def _lakukan(client: Client, orang: Pengguna, aksi: str, **isi: Any) -> Any:
    alamat = reverse("pengguna_pemda", args=[_pemda().pk, orang.pk])
    return client.post(alamat, {"aksi": aksi, **isi})


def _bertugas(nama: str, peran: str = "perencana", **lain: Any) -> Pengguna:
    orang = Pengguna.objects.create_user(nama, f"{nama}@contoh.go.id", "sandi-lama-1", nama=f"Nyonya {nama}")
    Penugasan.objects.create(pengguna=orang, peran=peran, **(lain or {"instansi": _instansi()}))
    return orang


def test_undangan_membuat_akun_tanpa_sandi_dan_mengirim_surat(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    unit = UnitKerja.objects.get(instansi=_instansi(), nama="Bidang A")
    client = sebagai("pengelola")
    assert _undang(client, daftar_unit=[unit.pk], email="Ani@Contoh.go.id", sampai="2030-12-31").status_code == 302
    ani = Pengguna.objects.get(username=ANI)
    assert not ani.has_usable_password()
    assert (ani.nama, ani.is_staff, ani.is_superuser) == ("Ani Wijaya", False, False)
    assert ambil_hak(ani, _instansi()).daftar_unit == frozenset({unit.pk})
    (surat,) = mailoutbox
    isi = str(surat.body)
    for bagian in ("Tuan pengelola", "Perencana", "Dinas Uji DINAS-A1", "Bidang A", "31 Desember 2030", "3 hari", ANI):
        assert bagian in isi
    assert surat.to == [ani.email]
    assert tautan(surat)
    daftar = client.get(reverse("kelola_pengguna", args=[_pemda().pk])).content.decode()
    assert "diundang, belum masuk" in daftar
    assert Riwayat.objects.filter(tabel="renstra_penugasan", jalur="pengguna", nama_oleh="pengelola").exists()


def test_sandi_tidak_pernah_masuk_riwayat(sebagai: _Sebagai) -> None:
    _undang(sebagai("pengelola"))
    ani = Pengguna.objects.get(username=ANI)
    catatan = [r.ke for r in Riwayat.objects.filter(tabel="akun_pengguna", kunci=str(ani.pk))]
    assert catatan
    assert all("password" not in (isi or {}) and "last_login" not in (isi or {}) for isi in catatan)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"peran": "admin"}, "pilihan"),
        ({"peran": "kepala", "instansi": ""}, "Pilih instansi"),
        ({"peran": "pengelola"}, "kosongkan instansinya"),
        ({"instansi": "asing"}, "pilihan"),
        ({"instansi": "999999"}, "pilihan"),
        ({"email": "bukan surel"}, "email"),
        ({"email": ""}, "Isi alamat surelnya"),
        ({"nama": ""}, "Isi nama lengkapnya"),
        ({"dari": "2025-02-01", "sampai": "2025-01-01"}, "berakhir sebelum dimulai"),
        ({"username": "ada spasi"}, "nama pengguna"),
        ({"nama": "A\x00"}, "arakter"),
    ],
)
def test_undangan_keliru_ditolak(sebagai: _Sebagai, mailoutbox: Kotak, isian: dict[str, str], pesan: str) -> None:
    if isian.get("instansi") == "asing":
        isian = {"instansi": str(_instansi(ASING).pk)}
    jawaban = _undang(sebagai("pengelola"), **isian)
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()
    assert not Pengguna.objects.filter(email=ANI).exists()
    assert mailoutbox == []


def test_unit_instansi_lain_dan_unit_bukan_perencana_ditolak(sebagai: _Sebagai) -> None:
    lain = UnitKerja.objects.create(instansi=_instansi(SEPEMDA), nama="Bidang Z")
    sendiri = UnitKerja.objects.get(instansi=_instansi(), nama="Bidang A")
    assert _undang(sebagai("pengelola"), daftar_unit=[lain.pk]).status_code == 422
    assert _undang(sebagai("pengelola"), daftar_unit=[sendiri.pk], peran="kepala").status_code == 422
    assert not Pengguna.objects.filter(email=ANI).exists()


def test_nama_dengan_baris_baru_tidak_menyisipkan_kepala_surat(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    assert _undang(sebagai("pengelola"), nama="Ani\r\nBcc: x@jahat.id").status_code == 302
    assert mailoutbox[0].recipients() == [ANI]
    assert "\nBcc" not in str(mailoutbox[0].message()).split("\n\n")[0]


def test_akun_yang_ada_ditanyakan_lalu_ditambah_dan_dikabari(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    ada = _bertugas("budi", instansi=_instansi(ASING))
    client = sebagai("pengelola")
    tanya = _undang(client, email="BUDI@contoh.go.id")
    assert tanya.status_code == 422
    assert "Sudah ada akun atas nama Nyonya budi" in tanya.content.decode()
    assert 'name="akun_ada"' in tanya.content.decode()
    assert _undang(client, email="BUDI@contoh.go.id", akun_ada="on").status_code == 302
    assert Penugasan.objects.filter(pengguna=ada, instansi=_instansi(), peran="perencana").exists()
    ada.refresh_from_db()
    assert ada.check_password("sandi-lama-1")
    (surat,) = mailoutbox
    assert surat.to == ["budi@contoh.go.id"]
    assert "/sandi/" not in str(surat.body)
    assert _undang(client, email="BUDI@contoh.go.id", akun_ada="on").status_code == 422  # has it already


def test_alamat_baru_tidak_ditempelkan_pada_akun_yang_ada(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    """Else whoever invites could put their own address on somebody's account and ask for its password."""
    tanpa = Pengguna.objects.create_user("tanpa_surel", nama="Tanpa Surel")
    jawaban = _undang(sebagai("pengelola"), username="TANPA_surel", akun_ada="on")
    assert jawaban.status_code == 302
    tanpa.refresh_from_db()
    assert tanpa.email == ""
    assert mailoutbox == []


def test_alamat_dan_nama_dari_dua_akun_ditolak(sebagai: _Sebagai) -> None:
    _bertugas("budi")
    _bertugas("cici")
    jawaban = _undang(sebagai("pengelola"), email="budi@contoh.go.id", username="cici", akun_ada="on")
    assert "lebih dari satu akun" in jawaban.content.decode()


@pytest.mark.parametrize("siapa", ["admin", "super", "staf"])
def test_akun_admin_tidak_disentuh(sebagai: _Sebagai, siapa: str) -> None:
    client = sebagai("pengelola")
    orang = sebagai.pemeran["admin"]
    if siapa != "admin":
        orang = Pengguna.objects.create_user(siapa, nama=siapa, is_superuser=siapa == "super", is_staff=True)
    assert _undang(client, username=orang.username, akun_ada="on").status_code == 422
    tugas = Penugasan.objects.create(pengguna=orang, peran="kepala", instansi=_instansi())
    for aksi in ("nonaktifkan", "aktifkan", "kirim_ulang", "batalkan"):
        assert _lakukan(client, orang, aksi).status_code == 422
    assert _lakukan(client, orang, "masa", penugasan=tugas.pk, sampai="2020-01-01").status_code == 422
    orang.refresh_from_db()
    tugas.refresh_from_db()
    assert orang.is_active
    assert tugas.berlaku_sampai is None


def test_pengelola_tidak_mengunci_dirinya_sendiri(sebagai: _Sebagai) -> None:
    client, saya = sebagai("pengelola"), sebagai.pemeran["pengelola"]
    tugas = Penugasan.objects.get(pengguna=saya)
    assert _lakukan(client, saya, "nonaktifkan").status_code == 422
    assert _lakukan(client, saya, "masa", penugasan=tugas.pk, sampai="2020-01-01").status_code == 422
    saya.refresh_from_db()
    assert saya.is_active


def test_nonaktif_langsung_keluar_dan_dapat_diaktifkan_lagi(sebagai: _Sebagai) -> None:
    orang, tamu = _bertugas("budi"), Client()
    tamu.force_login(orang)
    assert tamu.get(reverse("beranda")).status_code == 200
    client = sebagai("pengelola")
    assert _lakukan(client, orang, "nonaktifkan").status_code == 302
    assert tamu.get(reverse("beranda")).status_code == 302
    assert "nonaktif" in client.get(reverse("pengguna_pemda", args=[_pemda().pk, orang.pk])).content.decode()
    assert _lakukan(client, orang, "aktifkan").status_code == 302
    assert tamu.get(reverse("beranda")).status_code == 200


def test_yang_juga_bertugas_di_pemda_lain_tidak_dinonaktifkan(sebagai: _Sebagai) -> None:
    orang = _bertugas("budi")
    luar = Penugasan.objects.create(pengguna=orang, peran="kepala", instansi=_instansi(ASING))
    client = sebagai("pengelola")
    jawaban = _lakukan(client, orang, "nonaktifkan")
    assert jawaban.status_code == 422
    assert "juga bertugas di" in jawaban.content.decode()
    luar.berlaku_sampai = hari_ini() - timedelta(days=1)
    luar.save()
    assert _lakukan(client, orang, "nonaktifkan").status_code == 302


def test_penugasan_diakhiri_tanpa_dihapus_lalu_dibuka_lagi(sebagai: _Sebagai) -> None:
    orang, client = _bertugas("budi"), sebagai("pengelola")
    tugas = Penugasan.objects.get(pengguna=orang)
    kemarin = hari_ini() - timedelta(days=1)
    assert _lakukan(client, orang, "masa", penugasan=tugas.pk, sampai=kemarin.isoformat()).status_code == 302
    assert not ambil_hak(orang, _instansi()).lihat
    assert _undang(client, email=orang.email, akun_ada="on").status_code == 302
    tugas.refresh_from_db()
    assert tugas.berlaku_sampai is None
    assert ambil_hak(orang, _instansi()).ubah


def test_penugasan_orang_atau_pemda_lain_tidak_terubah(sebagai: _Sebagai) -> None:
    orang, lain = _bertugas("budi"), _bertugas("cici")
    Penugasan.objects.create(pengguna=orang, peran="kepala", instansi=_instansi(ASING))
    client = sebagai("pengelola")
    for tugas in (*Penugasan.objects.filter(pengguna=lain), Penugasan.objects.get(instansi=_instansi(ASING))):
        jawaban = _lakukan(client, orang, "masa", penugasan=tugas.pk, sampai="2020-01-01")
        assert jawaban.status_code == 422
        assert _lakukan(client, orang, "unit", penugasan=tugas.pk).status_code == 422
        tugas.refresh_from_db()
        assert tugas.berlaku_sampai is None


def test_batas_unit_diatur_dan_dilepas(sebagai: _Sebagai) -> None:
    orang, client = _bertugas("budi"), sebagai("pengelola")
    tugas, unit = Penugasan.objects.get(pengguna=orang), UnitKerja.objects.get(nama="Bidang A")
    assert _lakukan(client, orang, "unit", penugasan=tugas.pk, daftar_unit=[unit.pk]).status_code == 302
    assert ambil_hak(orang, _instansi()).daftar_unit == frozenset({unit.pk})
    assert _lakukan(client, orang, "unit", penugasan=tugas.pk).status_code == 302
    assert not ambil_hak(orang, _instansi()).terbatas


def test_undangan_dibatalkan_bersama_akunnya_bila_tidak_dipakai_di_tempat_lain(sebagai: _Sebagai) -> None:
    client = sebagai("pengelola")
    _undang(client)
    ani = Pengguna.objects.get(username=ANI)
    luar = Penugasan.objects.create(pengguna=ani, peran="kepala", instansi=_instansi(ASING))
    assert _lakukan(client, ani, "batalkan").headers["Location"] == reverse("kelola_pengguna", args=[_pemda().pk])
    assert list(Penugasan.objects.filter(pengguna=ani)) == [luar]
    luar.delete()
    _undang(client, akun_ada="on")
    _lakukan(client, ani, "batalkan")
    assert not Pengguna.objects.filter(pk=ani.pk).exists()
    assert _lakukan(client, _bertugas("budi"), "batalkan").status_code == 422


def test_surat_gagal_tidak_membatalkan_undangan(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", gagal)
    client = sebagai("pengelola")
    assert _undang(client).status_code == 302
    isi = client.get(reverse("kelola_pengguna", args=[_pemda().pk])).content.decode()
    assert "suratnya gagal dikirim" in isi
    assert _lakukan(client, Pengguna.objects.get(username=ANI), "kirim_ulang").status_code == 422


SEMUA_NAMA = {"perencana", "kepala", "inspektorat", "pengelola"}


@pytest.mark.parametrize(
    ("saring", "ada"),
    [
        ({}, SEMUA_NAMA),
        ({"peran": "kepala"}, {"kepala"}),
        ({"cari": "INSPEK"}, {"inspektorat"}),
        ({"keadaan": "nonaktif"}, set()),
        ({"instansi": "999999"}, set()),
        ({"instansi": "x", "peran": "raja"}, SEMUA_NAMA),
        ({"cari": "%"}, set()),
        ({"halaman": "99"}, SEMUA_NAMA),
    ],
)
def test_saringan_daftar(sebagai: _Sebagai, saring: dict[str, str], ada: set[str]) -> None:
    isi = sebagai("pengelola").get(reverse("kelola_pengguna", args=[_pemda().pk]), saring).content.decode()
    assert {n for n in SEMUA_NAMA if f">Tuan {n}</a>" in isi} == ada


def test_surel_konsol_disebut_di_halaman(sebagai: _Sebagai, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    alamat = reverse("kelola_pengguna", args=[_pemda().pk])
    assert "tercetak di catatan server" in sebagai("pengelola").get(alamat).content.decode()


def test_semua_peran_yang_diberikan_di_sini_bukan_admin() -> None:
    assert {*PERAN_INSTANSI, *PERAN_PEMDA} == set(Peran) - {Peran.ADMIN}
