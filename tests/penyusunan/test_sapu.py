"""Rescue of what dead workers leave, and the removal of what is old."""

from __future__ import annotations

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import PekerjaBerkas, PenyusunanBerkas
from lkjip.penyusunan.pekerja import Penjaga, buat_pekerja, hidupkan_pekerja
from lkjip.penyusunan.selectors import banyak_per_keadaan, daftar_pekerja_hidup
from lkjip.penyusunan.services_kerja import ambil_giliran, selesaikan
from lkjip.penyusunan.services_sapu import buang_yang_lama, catat_pekerja, pamit, sapu
from lkjip.penyusunan.simpanan import folder_hasil, path_hasil
from tests.penyusunan.dunia import pakai_anak_tiruan, pesan, susun_semua
from tests.situs.pemeran import siapkan_pemeran

Pemeran = dict[str, Pengguna]
NANTI = timedelta(seconds=31)


def test_yang_masih_berdenyut_dibiarkan(pemeran: Pemeran) -> None:
    ambil_giliran(pk=pesan(pemeran["perencana"]).pk, pekerja="mati")
    sapu()
    assert PenyusunanBerkas.objects.get().keadaan == "berjalan"


def test_yang_ditinggalkan_diulang_sekali_lalu_gagal_dengan_kalimat(pemeran: Pemeran) -> None:
    pk = pesan(pemeran["perencana"]).pk
    for _ in range(2):
        ambil_giliran(pk=pk, pekerja="mati")
        sapu(sekarang=timezone.now() + NANTI)
    baris = PenyusunanBerkas.objects.get()
    assert baris.keadaan == "gagal"
    assert "dua kali" in baris.pesan
    assert DBTaskResult.objects.count() == 2


def test_pekerja_yang_dikira_mati_tidak_dapat_menyimpan_lagi(pemeran: Pemeran) -> None:
    pk = pesan(pemeran["perencana"]).pk
    lama = ambil_giliran(pk=pk, pekerja="tersendat")
    assert lama is not None
    sapu(sekarang=timezone.now() + NANTI)
    baru = ambil_giliran(pk=pk, pekerja="lain")
    assert baru is not None
    assert not selesaikan(giliran=lama, sidik="a" * 64, hasil="x.pdf")
    assert selesaikan(giliran=baru, sidik="a" * 64, hasil="x.pdf")


def test_tugas_yang_berjalan_selamanya_ditutup(pemeran: Pemeran) -> None:
    pk = pesan(pemeran["perencana"]).pk
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now())
    ambil_giliran(pk=pk, pekerja="mati")
    sapu(sekarang=timezone.now() + NANTI)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "READY"]


def test_yang_antre_tanpa_tugas_diantrekan_lagi_sekali(pemeran: Pemeran) -> None:
    """Its worker died after taking the task, before taking the job."""
    pesan(pemeran["perencana"])
    DBTaskResult.objects.update(status="RUNNING", started_at=timezone.now())
    for _ in range(2):
        sapu(sekarang=timezone.now() + NANTI)
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "READY"]
    assert PenyusunanBerkas.objects.get().percobaan == 0


def test_yang_lama_menunggu_dengan_tugasnya_dibiarkan(pemeran: Pemeran) -> None:
    pesan(pemeran["perencana"])
    sapu(sekarang=timezone.now() + NANTI)
    assert DBTaskResult.objects.count() == 1


def test_yang_lama_dibuang_bersama_berkasnya(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    pakai_anak_tiruan(monkeypatch)
    pesan(pemeran["perencana"])
    susun_semua()
    baris, (setengah, lepas) = (
        PenyusunanBerkas.objects.get(),
        (folder_hasil() / "b.sementara", folder_hasil() / "c.pdf"),
    )
    for path in (setengah, lepas):
        path.write_bytes(b"")
        os.utime(path, (0, 0))
    assert buang_yang_lama() == 0
    assert [p.name for p in folder_hasil().iterdir()] == [path_hasil(baris.hasil).name]
    assert buang_yang_lama(sekarang=timezone.now() + timedelta(days=31)) == 1
    assert not path_hasil(baris.hasil).exists()


def test_pekerja_memberi_tanda_hidup_dan_pamit(db: None) -> None:
    catat_pekerja(nama="a", mesin="server-1")
    catat_pekerja(nama="a", mesin="server-1")
    assert daftar_pekerja_hidup().count() == 1
    assert not daftar_pekerja_hidup(sekarang=timezone.now() + NANTI).exists()
    assert banyak_per_keadaan() == {"antre": 0, "berjalan": 0, "tersangkut": 0, "pekerja": 1}
    pamit(nama="a")
    assert not PekerjaBerkas.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_pekerja_mengerjakan_antrean(monkeypatch: pytest.MonkeyPatch) -> None:
    """The queue's own worker, as the thread of the site runs it, until nothing waits."""
    pakai_anak_tiruan(monkeypatch)
    pesan(siapkan_pemeran()["perencana"])
    pekerja = buat_pekerja()
    pekerja.batch = True
    pekerja.run()
    assert PenyusunanBerkas.objects.get().keadaan == "siap"
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_situs_tanpa_pekerja_sendiri_tidak_memulai_satu_pun(settings: object) -> None:
    settings.PEKERJA = "terpisah"  # type: ignore[attr-defined]
    assert not hidupkan_pekerja()


@pytest.mark.parametrize("isi", [{"args": [], "kwargs": {}}, {"args": ["x"]}, {"args": [None]}, {}, []])
def test_tugas_dari_versi_lain_tidak_menghentikan_penyelamatan(pemeran: Pemeran, isi: object) -> None:
    baris = pesan(pemeran["perencana"])
    DBTaskResult.objects.update(args_kwargs=isi)
    sapu(sekarang=timezone.now() + NANTI)
    daftar = [tugas.args_kwargs for tugas in DBTaskResult.objects.order_by("enqueued_at")]
    assert daftar == [isi, {"args": [baris.pk], "kwargs": {}}], "yang menunggu tanpa tugas diantrekan lagi"


def test_penjaga_tetap_hidup_setelah_galat(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    dipanggil: list[int] = []
    penjaga = Penjaga()

    def galat() -> None:
        dipanggil.append(1)
        if len(dipanggil) == 2:
            penjaga.berhenti()
        raise TypeError("rusak")

    monkeypatch.setattr("lkjip.penyusunan.pekerja.sapu", galat)
    monkeypatch.setattr("lkjip.penyusunan.pekerja.DETIK_JAGA", 0.0)
    monkeypatch.setattr("lkjip.penyusunan.pekerja.catat_pekerja", lambda **_: None)
    monkeypatch.setattr("lkjip.penyusunan.pekerja.close_old_connections", lambda: None)
    monkeypatch.setattr("lkjip.penyusunan.pekerja.pamit", lambda **_: None)
    monkeypatch.setattr("lkjip.penyusunan.pekerja.connections", SimpleNamespace(close_all=lambda: None))
    penjaga.run()
    assert len(dipanggil) == 2
