"""Scores of an evaluation, whatever the scheme (sakip.md 2.3, 2.4; pengukuran.md, "SAKIP")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from kinerja.data_evaluasi import PredikatSkema
from kinerja.rumus.predikat import huruf_nilai
from lkjip.dasar.hasil import Hasil, ada
from lkjip.dasar.hitungan import SERATUS, presisi, rata_rata
from lkjip.dasar.tulisan_angka import tulis_tepat


@presisi
def nilai_jawaban(bobot: Decimal, kode: str, nilai: Decimal) -> Hasil:
    """weight × worth of the answer / 100."""
    return ada(bobot * nilai / SERATUS, f"{tulis_tepat(bobot)} × {kode} ({tulis_tepat(nilai)}) / 100")


@presisi
def nilai_kriteria(bobot: Decimal, daftar: Sequence[Decimal]) -> Hasil:
    """Equal shares: weight × mean of the criteria's answers / 100. `daftar` is not empty."""
    rerata = rata_rata(daftar)
    cara = f"{tulis_tepat(bobot)} × ({' + '.join(map(tulis_tepat, daftar))}) / {len(daftar)} / 100"
    return ada(bobot * rerata / SERATUS, cara, hasil_bagi=True)


def predikat_skema(nilai: Decimal, daftar: Iterable[PredikatSkema]) -> str | None:
    """Letter of a score by the scheme's own bounds. None where the scheme has no letters."""
    return huruf_nilai(nilai, {p.huruf: p.batas for p in daftar})
