"""Builders of the board's tests: records without a database, and rows of results from elsewhere."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.data_evaluasi import (
    AsalEvaluasi,
    KomponenSkema,
    PredikatSkema,
    Skema,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.data_papan import DataPapan, EvaluasiPapan, InstansiPapan
from kinerja.models import Evaluasi, NilaiKomponenEvaluasi
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, NAMA_PREDIKAT
from kinerja.rumus.sakip import BOBOT_KOMPONEN
from kinerja.services_skema import pastikan_skema
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Instansi
from tests.pembuat import D

TAHUN = 2024
PEMDA = 1
SKEMA_PK, SKEMA_LAMA_PK = 1, 2


def skema_uji(kode: str) -> Skema:
    """A scheme with its components only."""
    bobot = next(b for s, b in BOBOT_KOMPONEN.items() if s.value == kode)
    return Skema(
        kode, kode, "",
        tuple(KomponenSkema(n, nama, b) for n, (nama, b) in enumerate(bobot.items(), 1)),
        daftar_predikat=tuple(PredikatSkema(h, NAMA_PREDIKAT[h], b) for h, b in BATAS_BAWAH_PREDIKAT.items()),
    )  # fmt: skip


def papan_uji(*isi: tuple[str, dict[int, tuple[str, ...]]], **lain: Any) -> DataPapan:
    """(name, year → scores of the components as recorded) an agency; five scores are of the older scheme."""
    evaluasi: dict[tuple[int, int], EvaluasiPapan] = {}
    nilai: dict[int, dict[int, Decimal]] = {}
    for instansi, (_, per_tahun) in enumerate(isi, 1):
        for tahun, daftar in per_tahun.items():
            pk, skema = instansi * 10_000 + tahun, SKEMA_LAMA_PK if len(daftar) == 5 else SKEMA_PK
            evaluasi[instansi, tahun] = EvaluasiPapan(
                pk, instansi, tahun, skema, TahapEvaluasi.TERBIT, AsalEvaluasi.DIREKAM, TingkatIsian.KOMPONEN, None, ""
            )
            nilai[pk] = {n: D(satu) for n, satu in enumerate(daftar, 1)}
    bawaan: dict[str, Any] = {
        "daftar_instansi": tuple(InstansiPapan(n, f"K{n}", nama, PEMDA, "A") for n, (nama, _) in enumerate(isi, 1)),
        "evaluasi": evaluasi,
        "nilai_komponen": nilai,
        "skema": {SKEMA_PK: skema_uji("permenpan88_2021"), SKEMA_LAMA_PK: skema_uji("permenpan12_2015")},
        "lengkap": frozenset({PEMDA}),
    }
    return DataPapan(TAHUN, **(bawaan | lain))


def rekam(instansi: Instansi, tahun: int, *nilai: str, tertulis: str | None = None, predikat: str = "") -> Evaluasi:
    """The result of an LHE from elsewhere, in the scheme of 2021."""
    with menulis(oleh=None, jalur="uji"):
        evaluasi = simpan_baris(
            Evaluasi(
                instansi=instansi, tahun=tahun, skema=pastikan_skema("permenpan88_2021"), tingkat="komponen",
                asal="direkam", tahap="terbit", nomor_lhe="1", tanggal_lhe=date(tahun + 1, 5, 2),
                nilai_lhe=None if tertulis is None else D(tertulis), predikat_lhe=predikat,
            )
        )  # fmt: skip
        for nomor, satu in enumerate(nilai, 1):
            simpan_baris(NilaiKomponenEvaluasi(evaluasi=evaluasi, nomor=nomor, nilai=D(satu)))
    return evaluasi


def buka(instansi: Instansi, tahun: int) -> Evaluasi:
    """An evaluation under way, without an answer."""
    with menulis(oleh=None, jalur="uji"):
        return simpan_baris(
            Evaluasi(
                instansi=instansi, tahun=tahun, skema=pastikan_skema("permenpan88_2021"), tingkat="subkomponen",
                asal="dikerjakan", tahap="penilaian",
            )
        )  # fmt: skip
