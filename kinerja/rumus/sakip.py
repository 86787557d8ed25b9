"""SAKIP evaluation: schemes, answers, scores (pengukuran.md, "SAKIP"; PermenPANRB 12/2015 and 88/2021)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kinerja.data import Jawaban, SkemaSakip
from kinerja.rumus.evaluasi import nilai_jawaban
from lkjip.dasar.hasil import Hasil, ada
from lkjip.dasar.hitungan import jumlah

BOBOT_KOMPONEN: Mapping[SkemaSakip, Mapping[str, Decimal]] = {
    SkemaSakip.PERMENPAN12_2015: {
        "Perencanaan Kinerja": Decimal(30),
        "Pengukuran Kinerja": Decimal(25),
        "Pelaporan Kinerja": Decimal(15),
        "Evaluasi Kinerja": Decimal(10),
        "Capaian Kinerja": Decimal(20),
    },
    SkemaSakip.PERMENPAN88_2021: {
        "Perencanaan Kinerja": Decimal(30),
        "Pengukuran Kinerja": Decimal(30),
        "Pelaporan Kinerja": Decimal(15),
        "Evaluasi Akuntabilitas Kinerja Internal": Decimal(25),
    },
}
BAGIAN_SUBKOMPONEN: Mapping[str, tuple[str, Decimal]] = {
    "a": ("keberadaan", Decimal("0.2")),
    "b": ("kualitas", Decimal("0.3")),
    "c": ("pemanfaatan", Decimal("0.5")),
}
NILAI_JAWABAN: Mapping[Jawaban, Decimal] = {
    Jawaban.AA: Decimal(100),
    Jawaban.A: Decimal(90),
    Jawaban.BB: Decimal(80),
    Jawaban.B: Decimal(70),
    Jawaban.CC: Decimal(60),
    Jawaban.C: Decimal(50),
    Jawaban.D: Decimal(30),
    Jawaban.E: Decimal(0),
}
DAFTAR_KOMPONEN_88 = tuple(BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021])
DAFTAR_SUBKOMPONEN = tuple(f"{nomor}.{huruf}" for nomor in range(1, 5) for huruf in "abc")


def bobot_subkomponen(subkomponen: str) -> Decimal:
    """Weight of `1.a` … `4.c`: the component's weight × 20, 30 or 50 %. Raises KeyError/ValueError for another name."""
    nomor, _, huruf = subkomponen.partition(".")
    return KOMPONEN_PER_NOMOR[nomor][1] * BAGIAN_SUBKOMPONEN[huruf][1]


KOMPONEN_PER_NOMOR: Mapping[str, tuple[str, Decimal]] = {
    str(nomor): pasangan for nomor, pasangan in enumerate(BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021].items(), start=1)
}


def nilai_subkomponen(bobot: Decimal, jawaban: Jawaban) -> Hasil:
    """weight × answer / 100."""
    return nilai_jawaban(bobot, jawaban.value, NILAI_JAWABAN[jawaban])


def nilai_dari_jawaban(jawaban_per_subkomponen: Mapping[str, Jawaban]) -> Hasil:
    """A component's score: the sum of its answered sub-components (`1.a`, `1.b`, `1.c`)."""
    bagian = [nilai_subkomponen(bobot_subkomponen(kode), j) for kode, j in sorted(jawaban_per_subkomponen.items())]
    nilai = jumlah(hasil.angka for hasil in bagian if hasil.angka is not None)
    return ada(nilai, "jawaban LKE: " + " + ".join(hasil.cara for hasil in bagian))
