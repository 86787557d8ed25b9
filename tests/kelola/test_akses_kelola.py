"""Addresses of the management pages: every role × own, neighbouring and foreign agency or pemda."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from lkjip.akun.models import Pengguna
from lkjip.kelola.services_instansi import save_logo
from renstra.models import Instansi, Pejabat, Pemda, Penugasan
from tests.kelola.alamat_kelola import DAFTAR, GAMBAR, SATU_PENGGUNA, AlamatKelola
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA
from tests.situs.test_akses import PELIHAT, SEMUA

Pemeran = dict[str, Pengguna]
KODE = (SENDIRI, SEPEMDA, ASING)


def _boleh(nama: str, kode: str, pemilik: frozenset[str] | None) -> bool:
    """A perencana's right holds for the own agency, a pengelola's for the own pemda, an admin's everywhere."""
    return nama in PELIHAT[kode] and (pemilik is None or nama in pemilik)


def _seharusnya(nama: str, kode: str, pemilik: frozenset[str] | None, status: int) -> int:
    if status == 405:
        return 405
    return 404 if nama not in PELIHAT[kode] else status if _boleh(nama, kode, pemilik) else 403


def _dilihat(kode: str, alamat: AlamatKelola) -> str:
    """Whoever sees one agency sees its pemda, which the neighbour shares."""
    return SENDIRI if alamat.milik_pemda and kode == SEPEMDA else kode


@pytest.mark.parametrize("alamat", DAFTAR, ids=lambda a: a.nama)
@pytest.mark.parametrize("kode", KODE)
def test_setiap_alamat_menurut_peran(client: Client, pemeran: Pemeran, alamat: AlamatKelola, kode: str) -> None:
    instansi, salah = Instansi.objects.get(kode=kode), []
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        tujuan = reverse(alamat.nama, args=alamat.argumen(instansi))
        dilihat = _dilihat(kode, alamat)
        didapat = client.get(tujuan).status_code
        if didapat != (benar := _seharusnya(nama, dilihat, alamat.pembaca, alamat.baca)):
            salah.append((nama, "GET", didapat, benar))
        didapat = client.post(tujuan).status_code
        benar = _seharusnya(nama, dilihat, alamat.pengirim, alamat.kirim)
        if didapat != benar and (didapat, benar) != (302, 422):  # a perencana's profile may be all empty
            salah.append((nama, "POST", didapat, benar))
    assert salah == []


@pytest.mark.parametrize("kode", [SENDIRI, ASING])
def test_halaman_satu_pengguna_menurut_peran(client: Client, pemeran: Pemeran, kode: str) -> None:
    instansi = Instansi.objects.get(kode=kode)
    orang = Pengguna.objects.create_user("orang", nama="Orang")
    Penugasan.objects.create(pengguna=orang, peran="kepala", instansi=instansi)
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        boleh = nama in {"pengelola", "admin"} and nama in PELIHAT[kode]
        tujuan = reverse(SATU_PENGGUNA, args=[instansi.pemda_id, orang.pk])
        sisa = 403 if nama in PELIHAT[kode] else 404
        assert client.get(tujuan).status_code == (200 if boleh else sisa), nama
        assert client.post(tujuan).status_code == (422 if boleh else sisa), nama


def test_pengguna_pemda_lain_tidak_ada_bagi_pengelola(client: Client, pemeran: Pemeran) -> None:
    orang = Pengguna.objects.create_user("orang", nama="Orang")
    Penugasan.objects.create(pengguna=orang, peran="kepala", instansi=Instansi.objects.get(kode=ASING))
    client.force_login(pemeran["pengelola"])
    sendiri = Instansi.objects.get(kode=SENDIRI).pemda_id
    for pk in (orang.pk, pemeran["tanpa_tugas"].pk, pemeran["admin"].pk):
        assert client.post(reverse(SATU_PENGGUNA, args=[sendiri, pk]), {"aksi": "nonaktifkan"}).status_code == 404
    orang.refresh_from_db()
    assert orang.is_active


@pytest.mark.parametrize("kode", KODE)
def test_logo_hanya_bagi_yang_melihat_instansinya(client: Client, pemeran: Pemeran, kode: str) -> None:
    instansi = Instansi.objects.get(kode=kode)
    berkas = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(berkas, "PNG")
    for milik in (instansi, instansi.pemda):
        assert milik is not None
        berkas.seek(0)
        save_logo(milik=milik, berkas=berkas, oleh=pemeran["admin"])
    for alamat, argumen in GAMBAR.items():
        for nama in SEMUA:
            client.force_login(pemeran[nama])
            jawaban = client.get(reverse(alamat, args=argumen(instansi)))
            dilihat = SENDIRI if alamat == "gambar_logo_pemda" and kode == SEPEMDA else kode
            assert jawaban.status_code == (200 if nama in PELIHAT[dilihat] else 404), (alamat, nama)


@pytest.mark.usefixtures("pemeran")
def test_tanpa_masuk_diantar_ke_halaman_masuk(client: Client) -> None:
    instansi = Instansi.objects.get(kode=SENDIRI)
    tujuan = [reverse(a.nama, args=a.argumen(instansi)) for a in DAFTAR if a.baca != 405]
    tujuan += [reverse(nama, args=argumen(instansi)) for nama, argumen in GAMBAR.items()]
    for alamat in tujuan:
        assert client.get(alamat).headers.get("Location", "").startswith(reverse("masuk")), alamat


def test_pejabat_dan_kepala_daerah_lain_tidak_ada_lewat_alamat_sendiri(client: Client, pemeran: Pemeran) -> None:
    """A pk of somebody else's, behind an address that one may open."""
    asing, sendiri = Instansi.objects.get(kode=ASING), Instansi.objects.get(kode=SENDIRI)
    isi = {"nama": "Ani", "jabatan": "Kepala", "mulai": "2024-01-01"}
    pejabat = Pejabat.objects.create(instansi=asing, **isi)
    kepala = Pejabat.objects.create(pemda=asing.pemda, **isi)
    client.force_login(pemeran["pengelola"])
    for alamat in ("ubah_pejabat", "hapus_pejabat"):
        for pk in (pejabat.pk, kepala.pk):
            assert client.post(reverse(alamat, args=[SENDIRI, pk])).status_code == 404
    for alamat in ("ubah_kepala_daerah", "hapus_kepala_daerah"):
        for pk in (pejabat.pk, kepala.pk):
            assert client.post(reverse(alamat, args=[sendiri.pemda_id, pk])).status_code == 404
    assert Pejabat.objects.count() == 2


def test_pemda_tanpa_instansi_dapat_dibuka_pengelolanya(client: Client, pemeran: Pemeran) -> None:
    pemda = Pemda.objects.create(nama="Kota C", jenis="kota")
    Penugasan.objects.create(pengguna=pemeran["tanpa_tugas"], peran="pengelola", pemda=pemda)
    client.force_login(pemeran["tanpa_tugas"])
    isi = client.get(reverse("kelola_pemda", args=[pemda.pk])).content.decode()
    assert "Belum ada instansi" in isi
