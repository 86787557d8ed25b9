"""Findings, recommendations and their follow-up: every address × every role × own, neighbouring and foreign agency."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from kinerja.models import RekomendasiEvaluasi
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, UnitKerja
from tests.evaluasi.dunia_rekom import buat_evaluasi, buat_laporan, buat_rekomendasi_terbit
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN
from tests.situs.test_akses import PELIHAT, SEMUA

APIP = {"inspektorat"}
PELAPOR = {"perencana", "verifikator", "perencana_unit"}  # the recommendation is Bidang A's
PENUNJUK = {"perencana", "verifikator"}


def _instansi(kode: str) -> Instansi:
    return Instansi.objects.get(kode=kode)


def _rekomendasi(kode: str) -> RekomendasiEvaluasi:
    unit = UnitKerja.objects.filter(instansi__kode=kode, nama="Bidang A").first()
    return buat_rekomendasi_terbit(_instansi(kode), unit=unit)


def _masuk(client: Client, pemeran: dict[str, Pengguna]) -> Iterator[str]:
    for nama in SEMUA:
        client.force_login(pemeran[nama])
        yield nama


def test_catatan_evaluasi_hanya_bagi_apip_dan_ditulis_timnya(client: Client, pemeran: dict[str, Pengguna]) -> None:
    daftar = {kode: buat_evaluasi(_instansi(kode)) for kode in (SENDIRI, SEPEMDA, ASING)}
    buat_evaluasi(_instansi(SENDIRI), 2022, tim=pemeran["inspektorat"])
    salah = []
    for nama in _masuk(client, pemeran):
        for kode, evaluasi in daftar.items():
            alamat = reverse("catatan_evaluasi", args=[evaluasi.pk])
            urung = reverse("urungkan_catatan", args=[evaluasi.pk, "x"])
            lihat = nama in APIP and kode != ASING
            didapat = [client.get(alamat).status_code, client.post(alamat).status_code, client.post(urung).status_code]
            if didapat != ([200, 403, 403] if lihat else [404, 404, 404]):
                salah.append((nama, kode, didapat))
    assert salah == []


def test_rekomendasi_menurut_peran_dan_instansi(client: Client, pemeran: dict[str, Pengguna]) -> None:
    daftar = {kode: _rekomendasi(kode) for kode in (SENDIRI, SEPEMDA, ASING)}
    salah = []
    for nama in _masuk(client, pemeran):
        for kode, rekomendasi in daftar.items():
            alamat = reverse("rekomendasi", args=[rekomendasi.pk])
            didapat = [client.get(alamat).status_code]
            isi = {"unit": rekomendasi.unit_id or ""}
            didapat += [
                client.post(alamat, isi | {"aksi": a}).status_code for a in ("lapor", "tarik", "tunjuk", "putus")
            ]
            boleh = [nama in PELAPOR, nama in PELAPOR, nama in PENUNJUK, nama in APIP]
            seharusnya = [200, *(422 if b else 403 for b in boleh)] if nama in PELIHAT[kode] else [404] * 5
            if nama in PENUNJUK and nama in PELIHAT[kode]:
                seharusnya[3] = 302  # the same unit once more
            if didapat != seharusnya:
                salah.append((nama, kode, didapat, seharusnya))
    assert salah == []


def test_tombol_lapor_hanya_bagi_yang_boleh(client: Client, pemeran: dict[str, Pengguna]) -> None:
    _rekomendasi(SENDIRI)
    for nama in _masuk(client, pemeran):
        if nama in PELIHAT[SENDIRI]:
            isi = client.get(reverse("tindak_lanjut", args=[SENDIRI, TAHUN])).content.decode()
            assert (">Laporkan<" in isi) is (nama in PELAPOR), nama


def test_daftar_menurut_peran(client: Client, pemeran: dict[str, Pengguna]) -> None:
    for kode in (SENDIRI, SEPEMDA, ASING):
        _rekomendasi(kode)
    for nama in _masuk(client, pemeran):
        isi = client.get(reverse("daftar_rekomendasi")).content.decode()
        for kode, boleh in PELIHAT.items():
            assert (f"Dinas Uji {kode}" in isi) is (nama in boleh), (nama, kode)
        assert client.get(reverse("unduh_rekomendasi")).status_code == 200


def test_rekomendasi_yang_belum_terbit_tidak_terlihat(sebagai: _Sebagai) -> None:
    rekomendasi = _rekomendasi(SENDIRI)
    draf = RekomendasiEvaluasi.objects.create(
        evaluasi=buat_evaluasi(_instansi(SENDIRI), 2022), komponen=1, rekomendasi="Rahasia.", keadaan="belum"
    )
    for nama in ("perencana", "kepala", "inspektorat"):
        assert sebagai(nama).get(reverse("rekomendasi", args=[draf.pk])).status_code == 404
    assert sebagai("perencana").get(reverse("rekomendasi", args=[rekomendasi.pk])).status_code == 200


def test_berkas_bukti_hanya_untuk_disimpan_dan_hanya_bagi_yang_melihat_instansi(sebagai: _Sebagai) -> None:
    letak = Path(settings.MEDIA_ROOT) / "bukti" / "aa" / "uji.pdf"
    letak.parent.mkdir(parents=True)
    letak.write_bytes(b"%PDF-1.7 %%EOF")
    isi = {"nama_berkas": "surat.pdf", "berkas": "bukti/aa/uji.pdf", "tipe": "application/pdf", "ukuran": 14}
    laporan = buat_laporan(_rekomendasi(SENDIRI), **isi)
    alamat = reverse("berkas_tindak_lanjut", args=[laporan.pk])
    jawaban = sebagai("inspektorat").get(alamat)
    assert jawaban.headers["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in jawaban.headers["Content-Security-Policy"]
    assert sebagai("bekas_perencana").get(alamat).status_code == 404
    asing = buat_laporan(_rekomendasi(ASING), **isi)
    assert sebagai("perencana").get(reverse("berkas_tindak_lanjut", args=[asing.pk])).status_code == 404


@pytest.mark.parametrize("nama", ["catatan_evaluasi", "rekomendasi", "berkas_tindak_lanjut"])
def test_nomor_yang_tidak_ada_dijawab_tidak_ditemukan(sebagai: _Sebagai, nama: str) -> None:
    client = sebagai("inspektorat")
    assert {client.get(reverse(nama, args=[n])).status_code for n in (0, 987_654, 10**25)} == {404}


@pytest.mark.usefixtures("pemeran")
def test_tanpa_masuk_diantar_ke_halaman_masuk(client: Client) -> None:
    for nama in ("catatan_evaluasi", "rekomendasi", "berkas_tindak_lanjut"):
        assert client.get(reverse(nama, args=[1])).headers["Location"].startswith(reverse("masuk"))
    for nama in ("daftar_rekomendasi", "unduh_rekomendasi"):
        assert client.get(reverse(nama)).headers["Location"].startswith(reverse("masuk"))
