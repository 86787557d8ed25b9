"""Efficiency of money against performance, four methods (pengukuran.md, "Efficiency")."""

from __future__ import annotations

from decimal import Decimal

from kinerja.data import MetodeEfisiensi
from lkjip.dasar.hasil import Hasil, ada, tidak_berlaku
from lkjip.dasar.hitungan import NOL, SERATUS, presisi
from lkjip.dasar.tulisan_angka import tulis_angka, tulis_tepat, tulis_uang

_BATAS_NE = Decimal(20)


@presisi
def selisih(capaian: Decimal, serapan: Decimal) -> Hasil:
    """capaian − serapan, in points."""
    return ada(capaian - serapan, f"{tulis_tepat(capaian)} − {tulis_tepat(serapan)}", hasil_bagi=True)


@presisi
def rasio(capaian: Decimal, serapan: Decimal) -> Hasil:
    """capaian / serapan."""
    if serapan == 0:
        return tidak_berlaku("serapan nol: rasio efisiensi tidak dapat dihitung")
    return ada(capaian / serapan, f"{tulis_tepat(capaian)} / {tulis_tepat(serapan)}", hasil_bagi=True)


@presisi
def sisa(serapan: Decimal) -> Hasil:
    """100 − serapan, in points: unspent money, not efficiency unless the target was met."""
    return ada(SERATUS - serapan, f"100 − {tulis_tepat(serapan)}", hasil_bagi=True)


@presisi
def pmk(pagu: Decimal, realisasi: Decimal, capaian: Decimal) -> Hasil:
    """E of PMK 22/2021: ((pagu × capaian) − realisasi) / (pagu × capaian) × 100, capaian given in percent."""
    seharusnya = pagu * capaian / SERATUS
    if seharusnya == 0:
        return tidak_berlaku("pagu × capaian nol: efisiensi PMK tidak dapat dihitung")
    cara = (
        f"(({tulis_uang(pagu)} × {tulis_angka(capaian, 2)}%) − {tulis_uang(realisasi)}) / "
        f"({tulis_uang(pagu)} × {tulis_angka(capaian, 2)}%) × 100"
    )
    return ada((seharusnya - realisasi) * SERATUS / seharusnya, cara, hasil_bagi=True)


@presisi
def nilai_efisiensi(efisiensi: Decimal) -> Hasil:
    """NE = 50 + E / 20 × 50 with E held within −20 … 20, so 0 ≤ NE ≤ 100."""
    ditahan = max(-_BATAS_NE, min(_BATAS_NE, efisiensi))
    return ada(50 + ditahan / _BATAS_NE * 50, f"50 + {tulis_tepat(ditahan)} / 20 × 50", hasil_bagi=True)


def simpulan_efisiensi(metode: MetodeEfisiensi, efisiensi: Decimal, capaian: Decimal) -> Hasil:
    """`efisien` or not: selisih and sisa only where capaian ≥ 100 and the figure > 0, rasio ≥ 1, pmk > 0."""
    if metode is MetodeEfisiensi.RASIO:
        efisien = efisiensi >= 1
    elif metode is MetodeEfisiensi.PMK:
        efisien = efisiensi > NOL
    else:
        efisien = capaian >= SERATUS and efisiensi > NOL
    return ada("efisien" if efisien else "tidak efisien", f"metode {metode.value}, capaian {tulis_angka(capaian, 2)}%")
