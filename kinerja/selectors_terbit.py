"""Issued evaluations read for the data of agency-years, out of the tables or out of the history."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from kinerja import data_evaluasi as data
from kinerja import models
from kinerja.data_terbit import EvaluasiTerbit, RekomendasiTerbit
from kinerja.hasil_terbit import LEMBAR_TERBIT, lembar_terbit
from lkjip.riwayat.models import ModelTeraudit
from lkjip.riwayat.selectors_baris import Sumber, SumberTabel
from renstra.models import TahunKinerja

# What is read here: rows of an agency, and of schemes, which are everybody's.
MILIK_INSTANSI: tuple[type[ModelTeraudit], ...] = (
    models.Evaluasi, models.NilaiKomponenEvaluasi, models.JawabanEvaluasi, models.RekomendasiEvaluasi,
    models.TindakLanjut,
)  # fmt: skip
MILIK_SEMUA: tuple[type[ModelTeraudit], ...] = (
    models.SkemaEvaluasi, models.KomponenSkema, models.SubkomponenSkema, models.KriteriaSkema, models.JawabanSkema,
)  # fmt: skip
TABEL_EVALUASI = tuple(model._meta.db_table for model in MILIK_INSTANSI)
_TERBIT = data.TahapEvaluasi.TERBIT.value
_MILIK_TERBIT = {"evaluasi__tahap": _TERBIT}
_Baris = dict[str, Any]


def load_terbit(sumber: Sumber) -> dict[int, tuple[EvaluasiTerbit, ...]]:
    """The issued evaluations of the agencies of this source, per pk of the agency.

    One query of tables where there is none. Else four more (components, scores, recommendations, actions), with an
    evaluation worked by answers two or three more, less one where no result was recorded: never more than nine in all.
    """
    daftar = sumber.baris_bila(
        models.Evaluasi, {"tahap": _TERBIT}, "id", "tahun", "skema_id", "tingkat", "asal", "nomor_lhe", "tanggal_lhe",
    )  # fmt: skip
    if not daftar:
        return {}
    tingkat = {data.TingkatIsian(b["tingkat"]) for b in daftar}
    skema, jawaban, nilai = _skema(sumber, tingkat), _jawaban(sumber, tingkat), _nilai(sumber, tingkat)
    rekomendasi = _rekomendasi(sumber)
    hasil: dict[int, list[EvaluasiTerbit]] = defaultdict(list)
    for b in daftar:
        if b["skema_id"] not in skema:  # told by the history only: the scheme was gone by then
            continue
        isi = data.DataEvaluasi(
            skema[b["skema_id"]], b["tahun"], data.TingkatIsian(b["tingkat"]),
            {data.Penilai.EVALUATOR: jawaban.get(b["id"], {})}, nilai.get(b["id"], {}),
        )  # fmt: skip
        hasil[b["milik_instansi"]].append(
            EvaluasiTerbit(
                isi, data.AsalEvaluasi(b["asal"]), b["nomor_lhe"], b["tanggal_lhe"], tuple(rekomendasi.get(b["id"], ()))
            )
        )
    return {pk: tuple(satu) for pk, satu in hasil.items()}


def load_terbit_tahun(tahun_kinerja: TahunKinerja) -> tuple[EvaluasiTerbit, ...]:
    """The issued evaluations of the agency whose year this is."""
    instansi = tahun_kinerja.instansi_id
    return load_terbit(SumberTabel(daftar_instansi=[instansi])).get(instansi, ())


def tahun_terbit_lembar(tahun_kinerja: TahunKinerja, lembar: str) -> tuple[int, ...]:
    """Years of which rows of this sheet do not count, because an issued LHE stands for them; no query elsewhere."""
    if lembar not in LEMBAR_TERBIT:
        return ()
    isi = lembar_terbit(load_terbit_tahun(tahun_kinerja), tahun_kinerja.tahun).get(lembar)
    return tuple(sorted(isi.daftar_tahun)) if isi is not None else ()


def _skema(sumber: Sumber, tingkat: set[data.TingkatIsian]) -> dict[int, data.Skema]:
    """Of each scheme what scores hang on: nothing is known here about what its questions mean."""
    berjawaban = tingkat != {data.TingkatIsian.KOMPONEN}
    kriteria = _kriteria(sumber) if data.TingkatIsian.KRITERIA in tingkat else {}
    sub: dict[int, list[data.SubkomponenSkema]] = defaultdict(list)
    pilihan: dict[int, list[data.PilihanJawaban]] = defaultdict(list)
    if berjawaban:
        for b in sumber.baris(models.SubkomponenSkema, "id", "komponen_id", "kode", "bobot"):
            isi = data.SubkomponenSkema(b["kode"], "", b["bobot"], tuple(kriteria.get(b["id"], ())))
            sub[b["komponen_id"]].append(isi)
        for b in sumber.baris(models.JawabanSkema, "skema_id", "kode", "nilai"):
            pilihan[b["skema_id"]].append(data.PilihanJawaban(b["kode"], b["nilai"]))
    komponen: dict[tuple[int, str], list[data.KomponenSkema]] = defaultdict(list)
    for b in sumber.baris(models.KomponenSkema, "id", "skema_id", "nomor", "nama", "bobot", kode_skema="skema__kode"):
        isi_sub = tuple(sorted(sub.get(b["id"], ()), key=lambda s: s.kode))
        komponen[b["skema_id"], b["kode_skema"]].append(data.KomponenSkema(b["nomor"], b["nama"], b["bobot"], isi_sub))
    return {
        pk: data.Skema(kode, "", "", tuple(sorted(isi, key=lambda k: k.nomor)), tuple(pilihan.get(pk, ())))
        for (pk, kode), isi in komponen.items()
    }


def _kriteria(sumber: Sumber) -> Mapping[int, list[data.KriteriaSkema]]:
    hasil: dict[int, list[data.KriteriaSkema]] = defaultdict(list)
    for b in sumber.baris(models.KriteriaSkema, "subkomponen_id", "nomor"):
        hasil[b["subkomponen_id"]].append(data.KriteriaSkema(b["nomor"], ""))
    return hasil


def _jawaban(
    sumber: Sumber, tingkat: set[data.TingkatIsian]
) -> Mapping[int, Mapping[tuple[str, int], data.JawabanLke]]:
    hasil: dict[int, dict[tuple[str, int], data.JawabanLke]] = defaultdict(dict)
    if tingkat != {data.TingkatIsian.KOMPONEN}:
        saring = {**_MILIK_TERBIT, "penilai": data.Penilai.EVALUATOR.value}
        kolom = ("evaluasi_id", "subkomponen", "kriteria", "jawaban")
        for b in sumber.baris_bila(models.JawabanEvaluasi, saring, *kolom):
            rekaman = data.JawabanLke(b["subkomponen"], b["kriteria"], b["jawaban"])
            hasil[b["evaluasi_id"]][b["subkomponen"], b["kriteria"]] = rekaman
    return hasil


def _nilai(sumber: Sumber, tingkat: set[data.TingkatIsian]) -> Mapping[int, Mapping[int, Any]]:
    hasil: dict[int, dict[int, Any]] = defaultdict(dict)
    if data.TingkatIsian.KOMPONEN in tingkat:
        for b in sumber.baris_bila(models.NilaiKomponenEvaluasi, _MILIK_TERBIT, "evaluasi_id", "nomor", "nilai"):
            hasil[b["evaluasi_id"]][b["nomor"]] = b["nilai"]
    return hasil


def _rekomendasi(sumber: Sumber) -> Mapping[int, list[RekomendasiTerbit]]:
    """In the order of the LHE: by component."""
    terakhir: dict[int, _Baris] = {}
    kolom = ("rekomendasi_id", "uraian", "diputus_pada")
    for b in sumber.baris_bila(models.TindakLanjut, {"rekomendasi__evaluasi__tahap": _TERBIT}, *kolom):
        terakhir[b["rekomendasi_id"]] = b
    daftar = sumber.baris_bila(
        models.RekomendasiEvaluasi, _MILIK_TERBIT, "id", "evaluasi_id", "komponen", "rekomendasi", "keadaan"
    )
    hasil: dict[int, list[RekomendasiTerbit]] = defaultdict(list)
    for b in sorted(daftar, key=lambda b: b["komponen"]):
        keadaan, laporan = data.KeadaanTindakLanjut(b["keadaan"]), terakhir.get(b["id"], {})
        waktu = laporan.get("diputus_pada") if keadaan not in data.TINDAK_LANJUT_TERBUKA else None
        hasil[b["evaluasi_id"]].append(
            RekomendasiTerbit(
                b["komponen"], b["rekomendasi"], keadaan, laporan.get("uraian", ""),
                timezone.localdate(waktu) if waktu else None,
            )
        )  # fmt: skip
    return hasil
