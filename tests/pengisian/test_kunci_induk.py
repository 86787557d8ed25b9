"""No way around the lock: what a row hangs on may not carry it out of its submitted quarter; a new plan may take it."""

from __future__ import annotations

import pytest
from django.core import serializers
from django.db import IntegrityError, connection, models, transaction

from kinerja.models import AnalisisTriwulan, Komponen, PengisianTriwulan
from lkjip.riwayat.pemicu import daftar_pemicu
from renstra.models import Indikator, Renstra, Sasaran, TahunKinerja
from tests.pengisian.dunia import BARIS, DITUTUP, TAHUN, Dunia, atur_status, buat_baris, buat_dunia, pindahkan

pytestmark = pytest.mark.django_db
TW = 3


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


def test_instansi_dan_renstra_yang_punya_tahun_tidak_terhapus_apa_pun_keadaannya(dunia: Dunia) -> None:
    for status in ("draf", "terkunci"):
        atur_status(dunia, TW, status)
        for induk in (dunia.renstra, dunia.instansi):
            with pytest.raises(models.ProtectedError):
                induk.delete()


def _ditolak(daftar: models.QuerySet[models.Model], **kolom: object) -> None:
    with pytest.raises(IntegrityError, match="diajukan, disetujui, atau terkunci"), transaction.atomic():
        daftar.update(**kolom)


@pytest.mark.parametrize("status", DITUTUP)
def test_triwulan_yang_ditutup_tidak_dapat_dihapus_atau_dipindahkan(dunia: Dunia, status: str) -> None:
    pengisian = atur_status(dunia, TW, status)
    PengisianTriwulan.objects.filter(triwulan=4).delete()
    satu = PengisianTriwulan.objects.filter(pk=pengisian.pk)
    _ditolak(satu, triwulan=4)
    _ditolak(satu, tahun_kinerja=buat_dunia("LAIN").tahun)
    with pytest.raises(IntegrityError, match="tidak dapat dihapus"), transaction.atomic():
        satu.delete()
    satu.update(tenggat_khusus="2024-11-01")
    pindahkan(pengisian, "draf")
    satu.update(triwulan=4)
    satu.delete()


def test_tahun_kinerja_dengan_triwulan_tertutup_tetap_tahunnya_dan_instansinya(dunia: Dunia) -> None:
    """Else its rows would be another year's for a moment, be changed, and come back."""
    buat_baris(dunia, "kinerja", TW)
    tahun = TahunKinerja.objects.filter(pk=dunia.tahun.pk)
    atur_status(dunia, TW, "disetujui")
    _ditolak(tahun, tahun=TAHUN + 1)
    assert tahun.update(nama_kepala="Kepala baru") == 1
    atur_status(dunia, TW, "draf")
    assert tahun.update(tahun=TAHUN + 1) == 1


def test_komponen_dengan_nilai_terkunci_tetap_pada_tahun_dan_indikatornya(dunia: Dunia) -> None:
    tahun_lain = TahunKinerja.objects.create(instansi=dunia.instansi, tahun=TAHUN + 1, renstra=dunia.renstra)
    lain = Indikator.objects.create(renstra=dunia.renstra, kode="I2", urutan=2, sasaran=dunia.indikator.sasaran)
    buat_baris(dunia, "komponen", TW)
    komponen = Komponen.objects.filter(pk=dunia.komponen.pk)
    atur_status(dunia, TW, "terkunci")
    _ditolak(komponen, tahun_kinerja=tahun_lain)
    _ditolak(komponen, indikator=lain)
    assert komponen.update(nilai=None) == 1  # the year's own value
    atur_status(dunia, TW, "draf")
    assert komponen.update(indikator=lain) == 1
    assert komponen.update(tahun_kinerja=tahun_lain) == 1


@pytest.mark.parametrize("nama", ["kinerja", "analisis", "bukti"])
def test_baris_terkunci_boleh_ikut_ke_renstra_baru_tetapi_tidak_ke_indikator_lain(dunia: Dunia, nama: str) -> None:
    """A year whose plan changes may get a Renstra of its own: the same indicator there is another row."""
    baris = buat_baris(dunia, nama, TW)
    lain = Indikator.objects.create(renstra=dunia.renstra, kode="I2", urutan=2, sasaran=dunia.indikator.sasaran)
    renstra = Renstra.objects.create(instansi=dunia.instansi, versi=2)
    sasaran = Sasaran.objects.create(renstra=renstra, kode="S1", urutan=1)
    sama = Indikator.objects.create(renstra=renstra, kode="I1", urutan=1, sasaran=sasaran)
    atur_status(dunia, TW, "terkunci")
    daftar = type(baris)._default_manager.filter(pk=baris.pk)
    _ditolak(daftar, indikator=lain)
    assert daftar.update(indikator=sama) == 1
    _ditolak(daftar, indikator=dunia.indikator, **BARIS[nama][1])


def test_loaddata_ke_triwulan_terkunci_ditolak_dan_yang_sama_diterima(dunia: Dunia) -> None:
    baris = buat_baris(dunia, "analisis", TW)
    atur_status(dunia, TW, "terkunci")
    sama = serializers.serialize("json", [baris])
    beda = sama.replace("sebab", "sebab lain")
    for satu in serializers.deserialize("json", sama):
        satu.save()
    (satu,) = serializers.deserialize("json", beda)
    with pytest.raises(IntegrityError, match="isinya tidak dapat diubah"), transaction.atomic():
        satu.save()
    assert AnalisisTriwulan.objects.get().uraian == "sebab"


def test_setiap_tabel_yang_dapat_terkunci_punya_pemicu_larangan() -> None:
    tabel = {p.tabel for p in daftar_pemicu(connection) if p.nama.startswith("riwayat_larangan_")}
    assert tabel == {
        "kinerja_kinerjatriwulan", "kinerja_analisistriwulan", "kinerja_buktidukung", "kinerja_komponentriwulan",
        "anggaran_realisasianggaran", "kinerja_pengisiantriwulan", "kinerja_komponen", "renstra_tahunkinerja",
        "kinerja_langkahpengisian", "kinerja_catatanpengisian", "renstra_indikator",
        "laporan_terbitan", "laporan_tandatanganterbitan",  # what is frozen or signed, whatever the quarter
        # a settled evaluation, a finished reviu, a judged follow-up, a scheme in use
        "kinerja_evaluasi", "kinerja_timevaluasi", "kinerja_langkahevaluasi", "kinerja_jawabanevaluasi",
        "kinerja_buktievaluasi", "kinerja_nilaikomponenevaluasi", "kinerja_catatanevaluasi",
        "kinerja_rekomendasievaluasi", "kinerja_tindaklanjut",
        "kinerja_reviu", "kinerja_jawabanpertanyaanreviu", "kinerja_catatanreviu",
        "kinerja_skemaevaluasi", "kinerja_komponenskema", "kinerja_subkomponenskema", "kinerja_kriteriaskema",
        "kinerja_jawabanskema", "kinerja_predikatskema",
    }  # fmt: skip
