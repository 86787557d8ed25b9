"""Pages of the management are rendered with a sentinel for unknown names, empty and full."""

from __future__ import annotations

import copy
from datetime import date

import pytest
from django.urls import reverse
from pytest_django import Settings

from renstra.models import Instansi, Pejabat, Penugasan, UnitKerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI
from tests.situs.test_templat import SENTINEL, _periksa


@pytest.fixture(autouse=True)
def _sentinel(settings: Settings) -> None:
    templat = copy.deepcopy(settings.TEMPLATES)
    templat[0]["OPTIONS"]["string_if_invalid"] = SENTINEL
    settings.TEMPLATES = templat


@pytest.mark.parametrize("penuh", [False, True], ids=["kosong", "penuh"])
def test_halaman_tanpa_nama_yang_tidak_dikenal(sebagai: _Sebagai, penuh: bool) -> None:
    instansi = Instansi.objects.get(kode=SENDIRI)
    orang = sebagai.pemeran["perencana_unit"]
    if penuh:
        unit = UnitKerja.objects.filter(instansi=instansi).first()
        for milik in ({"instansi": instansi}, {"instansi": instansi, "unit": unit}, {"pemda": instansi.pemda}):
            for n, akhir in ((0, date(2021, 1, 1)), (1, None)):
                Pejabat.objects.create(
                    nama="Ani", jabatan="Kepala", nip="198001022005011003", mulai=date(2020 + n, 1, 2), sampai=akhir,
                    **milik,
                )  # fmt: skip
        Penugasan.objects.filter(pengguna=orang).update(berlaku_dari=date(2020, 1, 1), berlaku_sampai=date(2021, 1, 1))
    client = sebagai("pengelola")
    umum = ("kelola_pemda", "tambah_instansi", "kelola_pengguna", "undang_pengguna", "kepala_daerah", "logo_pemda")
    alamat = [
        reverse(n, args=[instansi.pemda_id])
        for n in (*umum, "kepala_daerah_baru", "aturan_pengisian", "halaman_publik")
    ]
    milik_instansi = ("profil_instansi", "ubah_profil", "hapus_instansi", "pejabat", "pejabat_baru", "unit_kerja")
    alamat += [reverse(n, args=[SENDIRI]) for n in milik_instansi]
    alamat += [reverse("pengguna_pemda", args=[instansi.pemda_id, orang.pk]), reverse("lupa_akses")]
    for satu in alamat:
        _periksa(client.get(satu).content.decode(), satu)
    isi = {"status": "plt", "jabatan": "Kepala", "nama": "Budi", "mulai": "2024-05-01"}
    _periksa(client.post(reverse("pejabat_baru", args=[SENDIRI]), isi).content.decode(), "setuju")
    client.logout()
    _periksa(client.post(reverse("lupa_akses"), {"siapa": "x"}).content.decode(), "lupa")
    _periksa(client.get("/sandi/x/y/").content.decode(), "tautan mati")
