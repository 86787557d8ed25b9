"""The admin, too, changes nothing in a submitted quarter, and says why; the steps of a quarter are not its to write."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import IntegrityError, models
from django.test import Client
from django.urls import reverse

from kinerja.models import LangkahPengisian, PengisianTriwulan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_baris import kalimat_basis_data
from renstra.models import TahunKinerja
from tests.pengisian.dunia import BARIS, DITUTUP, Dunia, atur_status, buat_baris, buat_dunia

pytestmark = pytest.mark.django_db
TW, LAIN = 3, 2
SEBAB = "Triwulan III 2024 terkunci sejak 12 Oktober 2024 pukul 14.03 oleh Sari"
BARU: dict[str, dict[str, str]] = {
    "kinerja": {"catatan": "lain"}, "uang": {"realisasi": "1001"}, "analisis": {"uraian": "lain"},
    "bukti": {"uraian": "lain"}, "komponen": {"nilai": "91"},
}  # fmt: skip


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


@pytest.fixture
def root(client: Client) -> Client:
    client.force_login(Pengguna.objects.create_superuser("root", nama="Root", password="x"))
    return client


def _alamat(objek: models.Model | type[models.Model], halaman: str) -> str:
    pk = [objek.pk] if isinstance(objek, models.Model) and halaman != "changelist" else []
    return reverse(f"admin:{objek._meta.app_label}_{objek._meta.model_name}_{halaman}", args=pk)


def _isian(jawaban: Any, **lain: str) -> dict[str, Any]:
    """The form's own values, as a browser would send them back."""
    formulir = jawaban.context["adminform"].form
    isi: dict[str, Any] = {}
    for nama in formulir.fields:
        nilai = formulir[nama].value()
        if hasattr(nilai, "strftime"):
            isi |= {f"{nama}_0": nilai.strftime("%Y-%m-%d"), f"{nama}_1": nilai.strftime("%H:%M:%S")}
        elif nilai is not None:
            isi[nama] = nilai
    return {**isi, **lain}


def _pesan(jawaban: Any) -> list[str]:
    return [str(m) for m in get_messages(jawaban.wsgi_request)]


@pytest.mark.parametrize("nama", BARIS)
def test_simpan_di_triwulan_tertutup_ditolak_di_formulirnya(dunia: Dunia, root: Client, nama: str) -> None:
    baris = buat_baris(dunia, nama, TW)
    alamat = _alamat(baris, "change")
    for status in ("terkunci", "draf"):
        atur_status(dunia, TW, status)
        banyak = Riwayat.objects.count()
        jawaban = root.post(alamat, _isian(root.get(alamat), **BARU[nama]))
        if status == "draf":
            assert jawaban.status_code == 302, jawaban.context["adminform"].form.errors
            assert Riwayat.objects.filter(jalur="admin", tabel=baris._meta.db_table, aksi="ubah").count() == 1
        else:
            assert jawaban.status_code == 200
            assert SEBAB in jawaban.content.decode()
            assert Riwayat.objects.count() == banyak


@pytest.mark.parametrize("nama", BARIS)
def test_baris_baru_dan_baris_pindahan_ditolak_di_formulirnya(dunia: Dunia, root: Client, nama: str) -> None:
    baris = buat_baris(dunia, nama, LAIN)
    atur_status(dunia, TW, "terkunci")
    isian = _isian(root.get(_alamat(baris, "change")), triwulan=str(TW))
    for alamat in (_alamat(type(baris), "add"), _alamat(baris, "change")):
        jawaban = root.post(alamat, isian)
        assert jawaban.status_code == 200
        assert SEBAB in jawaban.content.decode()
    assert type(baris)._default_manager.filter(triwulan=LAIN).count() == type(baris)._default_manager.count() == 1


@pytest.mark.parametrize("cara", ["delete", "changelist"])
@pytest.mark.parametrize("nama", BARIS)
def test_hapus_di_triwulan_tertutup_dijawab_pesan(dunia: Dunia, root: Client, nama: str, cara: str) -> None:
    daftar = [buat_baris(dunia, nama, TW), buat_baris(dunia, nama, LAIN)]
    isian: dict[str, Any] = {"post": "yes"}
    if cara == "changelist":
        isian |= {"action": "delete_selected", "_selected_action": [b.pk for b in daftar], "index": "0"}
    alamat = _alamat(daftar[0], cara)
    atur_status(dunia, TW, "terkunci")
    jawaban = root.post(alamat, isian)
    assert jawaban.status_code == 302
    (pesan,) = _pesan(jawaban)
    assert pesan.startswith(f"Tidak ada yang disimpan. {SEBAB}")
    assert "Pengelola pemda atau admin dapat membukanya kembali dengan alasan." in pesan
    assert SEBAB in root.get(jawaban.headers["Location"]).content.decode()
    assert type(daftar[0])._default_manager.count() == 2
    assert not Riwayat.objects.filter(jalur="admin").exists()
    atur_status(dunia, TW, "draf")
    assert root.post(alamat, isian).status_code == 302
    assert type(daftar[0])._default_manager.count() == (1 if cara == "delete" else 0)


@pytest.mark.parametrize("status", DITUTUP)
def test_hapus_induk_dijawab_pesan_basis_data(dunia: Dunia, root: Client, status: str) -> None:
    for nama in BARIS:
        buat_baris(dunia, nama, TW)
    for induk in (dunia.indikator, dunia.komponen, dunia.anggaran, dunia.tahun):
        atur_status(dunia, TW, status)
        jawaban = root.post(_alamat(induk, "delete"), {"post": "yes"})
        assert jawaban.status_code == 302
        pesan = _pesan(jawaban)[-1]  # those before have not been read yet
        assert pesan.startswith("Tidak ada yang disimpan. Triwulan")
        assert pesan.endswith(".")
        assert type(induk)._default_manager.filter(pk=induk.pk).exists()
    atur_status(dunia, TW, "draf")
    assert root.post(_alamat(dunia.tahun, "delete"), {"post": "yes"}).status_code == 302
    assert not TahunKinerja.objects.exists()
    assert not PengisianTriwulan.objects.exists()


def test_pindah_tahun_dijawab_pesan(dunia: Dunia, root: Client) -> None:
    atur_status(dunia, TW, "disetujui")
    alamat = _alamat(dunia.tahun, "change")
    jawaban = root.post(alamat, _isian(root.get(alamat), tahun="2025"))
    assert "sudah diajukan, disetujui, atau terkunci" in _pesan(jawaban)[0]
    assert TahunKinerja.objects.get().tahun == 2024


def test_urutan_boleh_diubah_di_triwulan_tertutup(dunia: Dunia, root: Client) -> None:
    baris = buat_baris(dunia, "kinerja", TW)
    atur_status(dunia, TW, "terkunci")
    alamat = _alamat(baris, "change")
    assert root.post(alamat, _isian(root.get(alamat), urutan="9")).status_code == 302
    baris.refresh_from_db()
    assert baris.urutan == 9  # type: ignore[attr-defined]


def test_langkah_tidak_dapat_ditambah_diubah_atau_dihapus(dunia: Dunia, root: Client) -> None:
    langkah = atur_status(dunia, TW, "disetujui").daftar_langkah.get()
    assert root.get(_alamat(langkah, "change")).status_code == 200
    isian = {"catatan": "palsu", "nama_oleh": "Orang lain", "post": "yes"}
    for alamat in (_alamat(LangkahPengisian, "add"), _alamat(langkah, "change"), _alamat(langkah, "delete")):
        assert root.post(alamat, isian).status_code == 403
    root.post(
        _alamat(langkah, "changelist"),
        {"action": "delete_selected", "_selected_action": [langkah.pk], "post": "yes", "index": "0"},
    )
    assert LangkahPengisian.objects.get().nama_oleh == "Sari"


def test_keadaan_triwulan_tidak_dapat_diubah_hanya_tenggatnya(dunia: Dunia, root: Client) -> None:
    pengisian = atur_status(dunia, TW, "disetujui")
    for alamat in (_alamat(PengisianTriwulan, "add"), _alamat(pengisian, "delete")):
        assert root.post(alamat, {"post": "yes"}).status_code == 403
    alamat = _alamat(pengisian, "change")
    isian = {"status": "draf", "triwulan": "1", "tahun_kinerja": "0", "tenggat_khusus": "2024-11-01"}
    assert root.post(alamat, isian).status_code == 302
    pengisian.refresh_from_db()
    assert (pengisian.status, pengisian.triwulan, str(pengisian.tenggat_khusus)) == ("disetujui", TW, "2024-11-01")


def test_penolakan_lain_dari_basis_data_juga_kalimat() -> None:
    galat = IntegrityError("UNIQUE constraint failed: a.b\nDETAIL: x")
    assert kalimat_basis_data(galat) == "Basis data menolaknya: UNIQUE constraint failed: a.b"
    assert kalimat_basis_data(IntegrityError("Kalimat kami.\nCONTEXT: fungsi\n")) == "Kalimat kami."
