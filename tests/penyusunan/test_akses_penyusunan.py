"""Who may see, fetch, cancel, renew and remove a file: every role × own, neighbouring and foreign agency."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import PemintaBerkas, PenyusunanBerkas
from lkjip.penyusunan.urls import urlpatterns
from tests.penyusunan.alamat_penyusunan import PER_BERKAS, SEMUA_NAMA
from tests.penyusunan.dunia import pakai_anak_tiruan, pesan, susun_semua
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA
from tests.situs.test_akses import PELIHAT, SEMUA

Pemeran = dict[str, Pengguna]
BACA = {"berkas_susunan", "unduh_susunan"}
KIRIM_PELIHAT, KIRIM_PEMINTA = {"ulangi_susunan"}, {"batalkan_susunan", "hapus_susunan"}


def test_semua_alamat_terdaftar() -> None:
    assert {pola.name for pola in urlpatterns} == SEMUA_NAMA
    assert BACA | KIRIM_PELIHAT | KIRIM_PEMINTA == PER_BERKAS


def test_menurut_peran_dan_instansi(client: Client, pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file was ordered by the admin, who may see every agency, and is kept by somebody else, too."""
    pakai_anak_tiruan(monkeypatch)
    penyimpan = Pengguna.objects.create_superuser("penyimpan", password="x")
    berkas = {kode: pesan(pemeran["admin"], kode=kode) for kode in (SENDIRI, SEPEMDA, ASING)}
    susun_semua()
    for satu in berkas.values():
        PemintaBerkas.objects.create(penyusunan=satu, pengguna=penyimpan)
    salah = []
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        for kode, boleh in PELIHAT.items():
            for alamat in sorted(PER_BERKAS):
                tujuan = reverse(alamat, args=[berkas[kode].pk])
                baca, kirim = client.get(tujuan).status_code, client.post(tujuan).status_code
                if baca != (405 if alamat not in BACA else 200 if nama in boleh else 404):
                    salah.append((nama, kode, alamat, "GET", baca))
                if alamat in BACA:
                    cocok = kirim == 405
                elif nama not in boleh:
                    cocok = kirim == 404
                elif alamat in KIRIM_PEMINTA and nama != "admin":
                    cocok = kirim == 403
                else:
                    cocok = kirim == 302
                if not cocok:
                    salah.append((nama, kode, alamat, "POST", kirim))
                PenyusunanBerkas.objects.filter(pk=berkas[kode].pk).update(keadaan="siap")
                berkas[kode].daftar_peminta.exclude(pengguna=penyimpan).delete()
                PemintaBerkas.objects.create(penyusunan=berkas[kode], pengguna=pemeran["admin"])
    assert salah == []


@pytest.mark.parametrize("nama", SEMUA)
def test_daftar_hanya_milik_sendiri(client: Client, pemeran: Pemeran, nama: str) -> None:
    berkas = pesan(pemeran["perencana"])
    client.force_login(pemeran[nama])
    isi = client.get(reverse("daftar_susunan")).content.decode()
    assert (berkas.nama in isi) is (nama == "perencana")


def test_yang_kehilangan_tugas_kehilangan_berkasnya(client: Client, pemeran: Pemeran) -> None:
    berkas = pesan(pemeran["bekas_perencana"])
    client.force_login(pemeran["bekas_perencana"])
    assert berkas.nama not in client.get(reverse("daftar_susunan")).content.decode()
    assert client.get(reverse("unduh_susunan", args=[berkas.pk])).status_code == 404


def test_tanpa_masuk_ke_halaman_masuk(client: Client, pemeran: Pemeran) -> None:
    nomor = pesan(pemeran["perencana"]).pk
    for nama in SEMUA_NAMA:
        jawaban = client.get(reverse(nama, args=[nomor] if nama in PER_BERKAS else []))
        assert jawaban.status_code == (302 if nama in BACA | {"daftar_susunan"} else 405), nama
    assert client.post(reverse("batalkan_susunan", args=[nomor])).headers["Location"].startswith(reverse("masuk"))
    assert PenyusunanBerkas.objects.get().keadaan == "antre"
