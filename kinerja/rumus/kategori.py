"""The category of a capaian on a scale that is data (pengukuran.md, "Category")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, tidak_berlaku
from lkjip.dasar.tulisan_angka import bulat, tulis_angka, tulis_tepat


def kategori(capaian: Decimal, skala: Sequence[tuple[Decimal, str]], *, desimal: int) -> Hasil:
    """The row with the largest lower bound ≤ the capaian rounded to `desimal`; `skala`: (batas_bawah, kategori)."""
    dibulatkan = bulat(capaian, desimal)
    terpenuhi = [baris for baris in skala if baris[0] <= dibulatkan]
    if not terpenuhi:
        return tidak_berlaku(f"capaian {tulis_angka(capaian, desimal)} berada di bawah batas terendah skala")
    batas, kata = max(terpenuhi, key=lambda baris: baris[0])
    return ada(kata, f"{tulis_angka(capaian, desimal)} ≥ {tulis_tepat(batas)} → {kata}")
