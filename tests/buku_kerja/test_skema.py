"""The schema agrees with the tables: what a column lets through, its table can hold."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from lkjip.buku_kerja import skema
from lkjip.buku_kerja.jenis import Lembar
from renstra.models import Instansi, Pemda

MODEL_PER_KELAS = {model.__name__: model for model in apps.get_models()}


def batas_tabel(model: type[models.Model], kolom: str) -> int | None:
    """Characters that the column of that name holds; None: any number, or it is a reference or a choice."""
    daftar = {f.name: f for f in model._meta.concrete_fields if isinstance(f, models.CharField) and not f.choices}
    return daftar[kolom].max_length if kolom in daftar else None


@pytest.mark.parametrize("lembar", skema.DAFTAR_LEMBAR, ids=lambda lembar: lembar.nama)
def test_teks_yang_diterima_muat_di_tabelnya(lembar: Lembar) -> None:
    model = MODEL_PER_KELAS[lembar.kelas.__name__]
    for kolom in lembar.kolom:
        batas = batas_tabel(model, kolom.nama)
        if batas is not None and not kolom.pilihan:
            assert kolom.panjang is not None, f"{lembar.nama}.{kolom.nama}"
            assert kolom.panjang <= batas, f"{lembar.nama}.{kolom.nama}"


def test_identitas_instansi_muat_di_tabelnya() -> None:
    kolom = {k.nama: k.panjang for k in skema.INSTANSI}
    assert kolom["kode"] == batas_tabel(Instansi, "kode")
    assert kolom["pemda"] == batas_tabel(Pemda, "nama")
    assert kolom["jabatan_kepala_daerah"] == batas_tabel(Pemda, "jabatan_kepala_daerah")


def test_setiap_lembar_ditulis_sekali_dan_setiap_rujukan_menunjuk_lembar() -> None:
    assert sorted(skema.URUTAN_LEMBAR) == sorted([*skema.LEMBAR_KUNCI_NILAI, *skema.LEMBAR_PER_NAMA])
    for lembar in skema.DAFTAR_LEMBAR:
        nama = {kolom.nama for kolom in lembar.kolom}
        assert set(lembar.kunci) <= nama, lembar.nama
        for kolom in lembar.kolom:
            assert set(kolom.rujuk) <= set(skema.LEMBAR_PER_NAMA), f"{lembar.nama}.{kolom.nama}"
