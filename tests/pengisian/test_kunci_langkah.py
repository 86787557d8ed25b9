"""The state of a quarter moves only by a recorded step, and what was recorded stays; the database holds both."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from kinerja.data_pengisian import Langkah, StatusPengisian
from kinerja.models import CatatanPengisian, KinerjaTriwulan, LangkahPengisian, PengisianTriwulan
from kinerja.services_pengisian import ambil_langkah, jawab_catatan, save_catatan, save_isian_triwulan
from lkjip.dasar.isian import Isian
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Indikator
from tests.pengisian.dunia import (
    DITUTUP,
    HAK_PENUH,
    HARI,
    SAAT,
    Dunia,
    atur_status,
    buat_baris,
    buat_dunia,
    buat_pengguna,
)

pytestmark = pytest.mark.django_db
TW = 3
SEMUA = list(StatusPengisian)


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


@pytest.mark.parametrize("ke", SEMUA)
@pytest.mark.parametrize("dari", SEMUA)
def test_keadaan_tidak_berpindah_tanpa_langkah_yang_tercatat(dunia: Dunia, dari: str, ke: str) -> None:
    baris = atur_status(dunia, TW, dari)
    satu = PengisianTriwulan.objects.filter(pk=baris.pk)
    if dari == ke:
        assert satu.update(status=ke) == 1
        return
    with pytest.raises(IntegrityError, match="lewat langkah yang tercatat"), transaction.atomic():
        satu.update(status=ke)
    baris.status = ke
    with pytest.raises(IntegrityError, match="lewat langkah yang tercatat"), transaction.atomic():
        baris.save()
    with (
        pytest.raises(IntegrityError, match="lewat langkah yang tercatat"),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute("UPDATE kinerja_pengisiantriwulan SET status = %s WHERE id = %s", [ke, baris.pk])
    assert satu.get().status == dari


def test_langkah_lama_tidak_dapat_dipakai_dua_kali(dunia: Dunia) -> None:
    atur_status(dunia, TW, "diajukan")
    baris = atur_status(dunia, TW, "draf")
    with pytest.raises(IntegrityError, match="lewat langkah"), transaction.atomic():
        PengisianTriwulan.objects.filter(pk=baris.pk).update(status="diajukan")


@pytest.mark.parametrize("status", DITUTUP)
def test_triwulan_baru_mulai_sebagai_draf(dunia: Dunia, status: str) -> None:
    with pytest.raises(IntegrityError, match="selalu mulai sebagai draf"), transaction.atomic():
        PengisianTriwulan.objects.create(tahun_kinerja=dunia.tahun, triwulan=TW, status=status)


@pytest.mark.parametrize("status", DITUTUP)
def test_jejak_langkah_tidak_dapat_diubah_selagi_bukan_draf(dunia: Dunia, status: str) -> None:
    """Figures of an approved quarter are found by `riwayat_sampai` of its step."""
    pelaku = buat_pengguna()
    baris = atur_status(dunia, TW, status)
    LangkahPengisian.objects.filter(pengisian=baris).update(oleh=pelaku)
    daftar = LangkahPengisian.objects.filter(pengisian=baris)
    for isi in ({"riwayat_sampai": 9}, {"nama_oleh": "Orang lain"}, {"waktu": SAAT + timedelta(1)}):
        with pytest.raises(IntegrityError, match="begitu pula langkahnya"), transaction.atomic():
            daftar.update(**isi)
    with pytest.raises(IntegrityError, match="begitu pula langkahnya"), transaction.atomic():
        daftar.delete()
    pelaku.delete()  # the person may go; the name stays
    assert daftar.get().nama_oleh == "Sari"
    atur_status(dunia, TW, "draf")
    assert daftar.delete()[0] == 2


def _catatan(baris: PengisianTriwulan, dunia: Dunia) -> CatatanPengisian:
    return CatatanPengisian.objects.create(
        pengisian=baris, indikator=dunia.indikator, isi="Periksa lagi.", nama_oleh="Sari", waktu=SAAT
    )


@pytest.mark.parametrize("status", ["disetujui", "terkunci"])
def test_catatan_triwulan_yang_disetujui_tidak_dijawab_lagi(dunia: Dunia, status: str) -> None:
    """Also by one whose page was opened before the approval."""
    catatan = _catatan(atur_status(dunia, TW, "diverifikasi"), dunia)
    baris = atur_status(dunia, TW, status)
    with pytest.raises(ValidationError, match=f"sudah {status}"):
        jawab_catatan(catatan=catatan, jawaban="Sudah.", oleh=buat_pengguna())
    with pytest.raises(ValidationError, match=f"sudah {status}"):
        save_catatan(tahun_kinerja=dunia.tahun, triwulan=TW, isi="Satu lagi", oleh=buat_pengguna("cici"))
    with pytest.raises(IntegrityError, match="sudah disetujui"), transaction.atomic():
        CatatanPengisian.objects.filter(pk=catatan.pk).update(isi="lain")
    with pytest.raises(IntegrityError, match="sudah disetujui"), transaction.atomic():
        _catatan(baris, dunia)
    atur_status(dunia, TW, "draf")
    jawab_catatan(catatan=catatan, jawaban="Sudah.", oleh=buat_pengguna("budi"))
    catatan.refresh_from_db()
    assert (catatan.jawaban, catatan.nama_penjawab) == ("Sudah.", "Nama budi")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="in SQLite only one writes at a time anyway")
@pytest.mark.django_db(transaction=True)
def test_persetujuan_menunggu_simpanan_triwulan_lain() -> None:
    """An entry of the history that is committed after the approval must not count as one of before it."""
    dunia, orang = buat_dunia(), buat_pengguna()
    atur_status(dunia, TW, "diverifikasi")
    selesai: list[str] = []

    def setujui() -> None:
        ambil_langkah(
            tahun_kinerja=dunia.tahun, triwulan=TW, langkah=Langkah.SETUJUI, oleh=orang, hak=HAK_PENUH, hari=HARI
        )
        selesai.append("setujui")
        connection.close()

    utas = threading.Thread(target=setujui)
    with konteks_riwayat(jalur="uji"):
        isian = {dunia.indikator.pk: [Isian("realisasi", 5, None)]}
        save_isian_triwulan(tahun_kinerja=dunia.tahun, triwulan=2, isian=isian, oleh=orang, hari=HARI)
        utas.start()
        utas.join(0.7)
        assert selesai == []
    utas.join(10)
    assert selesai == ["setujui"]
    entri = Riwayat.objects.filter(tabel=KinerjaTriwulan._meta.db_table).latest("id")
    assert LangkahPengisian.objects.get(langkah="setujui").riwayat_sampai >= entri.pk
    atur_status(dunia, TW, "draf")


@pytest.mark.parametrize("isi", [("setujui", "diverifikasi", "disetujui"), ("setujui", "disetujui", "disetujui")])
def test_persetujuan_tidak_dapat_dicatat_di_belakang_yang_sebenarnya(dunia: Dunia, isi: tuple[str, str, str]) -> None:
    baris = atur_status(dunia, TW, "disetujui")
    langkah, dari, ke = isi
    with pytest.raises(IntegrityError, match="dari keadaan triwulan sekarang"), transaction.atomic():
        LangkahPengisian.objects.create(
            pengisian=baris, langkah=langkah, dari=dari, ke=ke, nama_oleh="x", waktu=SAAT, riwayat_sampai=0
        )
    lain = PengisianTriwulan.objects.get(tahun_kinerja=dunia.tahun, triwulan=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        LangkahPengisian.objects.filter(pengisian=baris).update(pengisian=lain)


@pytest.mark.parametrize("status", DITUTUP)
def test_indikator_tidak_dibawa_keluar_dari_tahun_triwulan_tertutup(dunia: Dunia, status: str) -> None:
    lain = buat_dunia("LAIN")
    buat_baris(dunia, "kinerja", TW)
    atur_status(dunia, TW, status)
    satu = Indikator.objects.filter(pk=dunia.indikator.pk)
    keluar: list[dict[str, object]] = [
        {"renstra": lain.renstra, "sasaran": lain.indikator.sasaran, "kode": "I7"},
        {"renstra": None, "sasaran": None, "tahun_kinerja": lain.tahun},
    ]
    for isi in keluar:
        with pytest.raises(IntegrityError, match="diajukan, disetujui, atau terkunci"), transaction.atomic():
            satu.update(**isi)
    assert satu.update(renstra=None, sasaran=None, tahun_kinerja=dunia.tahun) == 1  # another place of the same year
    atur_status(dunia, TW, "draf")
    assert satu.update(**keluar[1]) == 1
