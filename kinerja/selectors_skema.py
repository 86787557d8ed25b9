"""Schemes to choose from: those in the database, and those that come with the system and were not needed yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from kinerja import data_evaluasi as data
from kinerja.models import SkemaEvaluasi
from kinerja.selectors_evaluasi import load_skema

FOLDER_SKEMA = Path(__file__).parent / "skema_evaluasi"
SKEMA_BAWAAN = ("permenpan88_2021", "permenpan12_2015")


@dataclass(frozen=True)
class PilihanSkema:
    """A scheme and the years for which it was meant; offices use one longer, so another year is no mistake."""

    skema: data.Skema
    berlaku_dari: int
    berlaku_sampai: int | None

    @property
    def kode(self) -> str:
        return self.skema.kode

    @property
    def sebutan(self) -> str:
        """`PermenPANRB 88/2021 (mulai 2021)`."""
        if self.berlaku_sampai:
            return f"{self.skema.nama} ({self.berlaku_dari}–{self.berlaku_sampai})"
        return f"{self.skema.nama} (mulai {self.berlaku_dari})"

    def berlaku(self, tahun: int) -> bool:
        return self.berlaku_dari <= tahun and (self.berlaku_sampai is None or tahun <= self.berlaku_sampai)


def daftar_pilihan_skema() -> tuple[PilihanSkema, ...]:
    """The youngest regulation first; seven queries."""
    baris = list(SkemaEvaluasi.objects.all())
    rekaman = load_skema(s.pk for s in baris)
    daftar = [PilihanSkema(rekaman[s.pk], s.berlaku_dari, s.berlaku_sampai) for s in baris]
    ada = {p.kode for p in daftar}
    daftar += [_bawaan(kode) for kode in SKEMA_BAWAAN if kode not in ada]
    return tuple(sorted(daftar, key=lambda p: (-p.berlaku_dari, p.kode)))


def skema_bawaan_tahun(daftar: Iterable[PilihanSkema], tahun: int) -> str:
    """The kode of the scheme in force in this year; '' where there is none."""
    return next((p.kode for p in daftar if p.berlaku(tahun)), "")


def baca_skema_bawaan(kode: str) -> dict[str, Any]:
    """A scheme that comes with the system, numbers as text."""
    isi: dict[str, Any] = json.loads((FOLDER_SKEMA / f"{kode}.json").read_text(encoding="utf-8"))
    return isi


def _bawaan(kode: str) -> PilihanSkema:
    isi = baca_skema_bawaan(kode)
    komponen = tuple(_komponen(k) for k in isi["daftar_komponen"])
    jawaban = tuple(data.PilihanJawaban(j["kode"], Decimal(j["nilai"])) for j in isi["daftar_jawaban"])
    predikat = tuple(data.PredikatSkema(p["huruf"], p["nama"], Decimal(p["batas"])) for p in isi["daftar_predikat"])
    skema = data.Skema(kode, isi["nama"], isi["dasar_hukum"], komponen, jawaban, predikat)
    return PilihanSkema(skema, isi["berlaku_dari"], isi.get("berlaku_sampai"))


def _komponen(isi: Mapping[str, Any]) -> data.KomponenSkema:
    sub = tuple(
        data.SubkomponenSkema(s["kode"], s["nama"], Decimal(s["bobot"])) for s in isi.get("daftar_subkomponen", ())
    )
    return data.KomponenSkema(isi["nomor"], isi["nama"], Decimal(isi["bobot"]), sub)
