"""The database itself refuses every change of a submitted quarter, whichever way it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from kinerja.data_pengisian import StatusPengisian
from lkjip.riwayat.models import Riwayat
from renstra.models import Sasaran
from tests.pengisian.dunia import BARIS, DITUTUP, TAHUN, Dunia, atur_status, buat_baris, buat_dunia

pytestmark = pytest.mark.django_db
TW, LAIN = 3, 2
Tulis = Callable[[Dunia, models.Model, str], Any]


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


def _model(baris: models.Model) -> Any:
    return type(baris)._default_manager


def _bulk_update(dunia: Dunia, baris: models.Model, nama: str) -> None:
    for kolom, nilai in BARIS[nama][1].items():
        setattr(baris, kolom, nilai)
    _model(baris).bulk_update([baris], list(BARIS[nama][1]))


def _sql(kalimat: str) -> Tulis:
    def jalankan(dunia: Dunia, baris: models.Model, nama: str) -> None:
        with connection.cursor() as kursor:
            kursor.execute(kalimat.format(tabel=baris._meta.db_table), [baris.pk])

    return jalankan


def _simpan(dunia: Dunia, baris: models.Model, nama: str) -> None:
    for kolom, nilai in BARIS[nama][1].items():
        setattr(baris, kolom, nilai)
    baris.save()


# Ways of writing: each is tried with a row that is there.
CARA: dict[str, Tulis] = {
    "save": _simpan,
    "delete": lambda d, b, n: b.delete(),
    "queryset.update": lambda d, b, n: _model(b).filter(pk=b.pk).update(**BARIS[n][1]),
    "queryset.delete": lambda d, b, n: _model(b).filter(pk=b.pk).delete(),
    "bulk_update": _bulk_update,
    "sql update": _sql("UPDATE {tabel} SET triwulan = 2 WHERE id = %s"),
    "sql delete": _sql("DELETE FROM {tabel} WHERE id = %s"),
    "pindah ke luar": lambda d, b, n: _model(b).filter(pk=b.pk).update(triwulan=LAIN),
}


@pytest.mark.parametrize("status", StatusPengisian)
@pytest.mark.parametrize("cara", CARA)
@pytest.mark.parametrize("nama", BARIS)
def test_baris_triwulan_hanya_berubah_selama_draf(dunia: Dunia, nama: str, cara: str, status: StatusPengisian) -> None:
    baris = buat_baris(dunia, nama, TW)
    atur_status(dunia, TW, status)
    banyak = Riwayat.objects.count()
    if status is StatusPengisian.DRAF:
        CARA[cara](dunia, baris, nama)
        assert Riwayat.objects.count() > banyak
        return
    with pytest.raises(IntegrityError, match="sudah diajukan, disetujui, atau terkunci"), transaction.atomic():
        CARA[cara](dunia, baris, nama)
    assert Riwayat.objects.count() == banyak


@pytest.mark.parametrize("status", StatusPengisian)
@pytest.mark.parametrize("cara", ["save", "bulk_create", "pindah ke dalam"])
@pytest.mark.parametrize("nama", BARIS)
def test_baris_baru_hanya_masuk_selama_draf(dunia: Dunia, nama: str, cara: str, status: StatusPengisian) -> None:
    lain = buat_baris(dunia, nama, LAIN) if cara == "pindah ke dalam" else None
    atur_status(dunia, TW, status)

    def tulis() -> None:
        baris = BARIS[nama][0](dunia, TW)
        if lain is not None:
            _model(lain).filter(pk=lain.pk).update(triwulan=TW)
        elif cara == "save":
            baris.save()
        else:
            _model(baris).bulk_create([baris])

    if status is StatusPengisian.DRAF:
        tulis()
        return
    with pytest.raises(IntegrityError, match="isinya tidak dapat diubah"), transaction.atomic():
        tulis()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE hanya ada di SQLite")
@pytest.mark.parametrize("nama", BARIS)
def test_replace_tidak_melewati_kunci(dunia: Dunia, nama: str) -> None:
    baris = buat_baris(dunia, nama, TW)
    atur_status(dunia, TW, "terkunci")
    tabel = baris._meta.db_table
    kolom = ", ".join("2" if f.column == "triwulan" else str(f.column) for f in baris._meta.concrete_fields)
    for isi in ("*", kolom):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(f"REPLACE INTO {tabel} SELECT {isi} FROM {tabel}")


@pytest.mark.parametrize("nama", ["kinerja", "uang", "analisis", "bukti"])
def test_hanya_tempatnya_di_lembar_yang_boleh_berubah(dunia: Dunia, nama: str) -> None:
    baris = buat_baris(dunia, nama, TW)
    atur_status(dunia, TW, "terkunci")
    assert _model(baris).filter(pk=baris.pk).update(urutan=99) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        _model(baris).filter(pk=baris.pk).update(urutan=100, **BARIS[nama][1])


@pytest.mark.parametrize("nama", BARIS)
def test_triwulan_dan_tahun_lain_tetap_bebas(dunia: Dunia, nama: str) -> None:
    tetangga = buat_dunia("LAIN")
    for satu in (dunia, tetangga):
        buat_baris(satu, nama, LAIN)
    atur_status(dunia, TW, "terkunci")
    atur_status(tetangga, LAIN, "draf")
    for satu in (dunia, tetangga):
        baris = BARIS[nama][0](satu, LAIN)
        assert _model(baris).filter(triwulan=LAIN).update(**BARIS[nama][1]) == 2
    assert buat_baris(tetangga, nama, TW).pk


@pytest.mark.parametrize("nama", ["kinerja", "uang"])
def test_angka_tahun_lain_di_buku_tahun_ini_tetap_bebas(dunia: Dunia, nama: str) -> None:
    """The workbook of 2024 may carry quarters of 2023; they belong to no quarter of this agency-year."""
    atur_status(dunia, TW, "terkunci")
    baris: Any = BARIS[nama][0](dunia, TW)
    baris.tahun = TAHUN - 1
    baris.save()
    assert _model(baris).filter(pk=baris.pk).update(**BARIS[nama][1]) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        _model(baris).filter(pk=baris.pk).update(tahun=TAHUN)
    baris.delete()


INDUK: dict[str, tuple[str, Callable[[Dunia], models.Model]]] = {
    "indikator": ("kinerja", lambda d: d.indikator),
    "indikator karena analisis": ("analisis", lambda d: d.indikator),
    "indikator karena bukti": ("bukti", lambda d: d.indikator),
    "indikator karena komponen": ("komponen", lambda d: d.indikator),
    "komponen": ("komponen", lambda d: d.komponen),
    "anggaran": ("uang", lambda d: d.anggaran),
    "tahun kinerja": ("kinerja", lambda d: d.tahun),
    "tahun kinerja tanpa isi": ("", lambda d: d.tahun),
    "sasaran": ("kinerja", lambda d: Sasaran.objects.get(renstra=d.renstra)),
}


@pytest.mark.parametrize("status", DITUTUP)
@pytest.mark.parametrize("induk", INDUK)
def test_induk_hanya_terhapus_setelah_triwulannya_dibuka_lagi(
    dunia: Dunia, induk: str, status: StatusPengisian
) -> None:
    nama, ambil = INDUK[induk]
    if nama:
        buat_baris(dunia, nama, TW)
    atur_status(dunia, TW, status)
    with pytest.raises(IntegrityError, match="sudah diajukan, disetujui, atau terkunci"), transaction.atomic():
        ambil(dunia).delete()
    atur_status(dunia, TW, "draf")
    ambil(dunia).delete()
