"""Schemes of the evaluation put into the database: those that come with the system, and a new regulation's."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from kinerja.models import (
    JawabanSkema,
    KomponenSkema,
    KriteriaSkema,
    PredikatSkema,
    SkemaEvaluasi,
    SubkomponenSkema,
)
from kinerja.selectors_skema import SKEMA_BAWAAN, baca_skema_bawaan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis, simpan_baris


def pastikan_skema(kode: str, *, oleh: Pengguna | None = None) -> SkemaEvaluasi:
    """The scheme of this kode; one that comes with the system is put in where it is not there yet.

    Raises ValidationError where it is neither.
    """
    skema = SkemaEvaluasi.objects.filter(kode=kode).first()
    if skema is not None:
        return skema
    if kode not in SKEMA_BAWAAN:
        raise ValidationError(f"Skema evaluasi '{kode}' tidak dikenal.")
    return pasang_skema(baca_skema_bawaan(kode), oleh=oleh)


def pasang_skema(isi: Mapping[str, Any], *, oleh: Pengguna | None = None) -> SkemaEvaluasi:
    """A new scheme as rows; `isi` as the files of `skema_evaluasi`, numbers as text.

    Raises ValidationError where the kode is there already or something is missing.
    """
    try:
        _periksa_bobot(isi)
        with menulis(oleh=oleh, jalur="skema"):
            skema = simpan_baris(
                SkemaEvaluasi(
                    kode=isi["kode"], nama=isi["nama"], dasar_hukum=isi["dasar_hukum"],
                    berlaku_dari=isi["berlaku_dari"], berlaku_sampai=isi.get("berlaku_sampai"),
                )
            )  # fmt: skip
            for komponen in isi["daftar_komponen"]:
                _pasang_komponen(skema, komponen)
            for satu in isi["daftar_jawaban"]:
                simpan_baris(JawabanSkema(**{**satu, "skema": skema, "nilai": Decimal(satu["nilai"])}))
            for satu in isi["daftar_predikat"]:
                simpan_baris(PredikatSkema(**{**satu, "skema": skema, "batas": Decimal(satu["batas"])}))
            return skema
    except (KeyError, TypeError, ArithmeticError) as galat:
        raise ValidationError(f"Isi skema tidak lengkap atau tidak dikenal: {galat}") from galat


def _periksa_bobot(isi: Mapping[str, Any]) -> None:
    """Components sum to 100, sub-components to their component."""
    total = sum(Decimal(k["bobot"]) for k in isi["daftar_komponen"])
    if total != 100:
        raise ValidationError(f"Jumlah bobot komponen {total}, seharusnya 100.")
    for komponen in isi["daftar_komponen"]:
        daftar = [Decimal(s["bobot"]) for s in komponen["daftar_subkomponen"]]
        if daftar and sum(daftar) != Decimal(komponen["bobot"]):
            raise ValidationError(
                f"Jumlah bobot subkomponen {komponen['nama']} {sum(daftar)}, seharusnya {komponen['bobot']}."
            )


def _pasang_komponen(skema: SkemaEvaluasi, isi: Mapping[str, Any]) -> None:
    komponen = simpan_baris(
        KomponenSkema(skema=skema, nomor=isi["nomor"], nama=isi["nama"], bobot=Decimal(isi["bobot"]))
    )
    for satu in isi["daftar_subkomponen"]:
        sub = simpan_baris(
            SubkomponenSkema(komponen=komponen, kode=satu["kode"], nama=satu["nama"], bobot=Decimal(satu["bobot"]))
        )
        for nomor, uraian in enumerate(satu["daftar_kriteria"], 1):
            simpan_baris(KriteriaSkema(subkomponen=sub, nomor=nomor, uraian=uraian))
