"""How much of a sub-component's criteria is met, as far as facts tell. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.hitungan import SERATUS, jumlah, persen, presisi
from lkjip.dasar.tulisan_angka import bulat, tulis_angka, tulis_tepat


@presisi
def bagian_terpenuhi(daftar: Sequence[Decimal]) -> Hasil:
    """Mean share that is met, in percent, of the criteria that are known; each share is 0 … 1."""
    if not daftar:
        return kosong("tidak ada kriteria yang dapat diputus dari data")
    nilai = persen(jumlah(daftar), Decimal(len(daftar)))
    cara = f"({' + '.join(tulis_tepat(bulat(satu, 2)) for satu in daftar)}) / {len(daftar)} = {tulis_angka(nilai, 1)}%"
    return ada(nilai, cara, hasil_bagi=True)


@presisi
def bagian_diketahui(diketahui: int, semua: int) -> Hasil:
    """Share of the criteria of which anything is known, in percent."""
    if not semua:
        return kosong("subkomponen ini tidak mempunyai kriteria")
    nilai = Decimal(diketahui) * SERATUS / Decimal(semua)
    return ada(nilai, f"{diketahui} dari {semua} kriteria = {tulis_angka(nilai, 1)}%", hasil_bagi=True)
