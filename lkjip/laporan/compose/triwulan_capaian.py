"""Target, realisasi and capaian of indicators in a quarter: the same rows in the agency's report and in a unit's."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import teks_kaya
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris
from lkjip.laporan.isi import Baris, Sebaris
from renstra.data import Indikator

KOLOM_CAPAIAN = (
    ("No", 5, TENGAH),
    ("Indikator", 28, KIRI),
    ("Target", 11, KANAN),
    ("Realisasi", 11, KANAN),
    ("Capaian (%)", 10, KANAN),
    ("Catatan", 35, KIRI),
)


def baris_capaian(ktx: Konteks, daftar: Sequence[Indikator], triwulan: int | None) -> list[Baris]:
    """A row an indicator; without a quarter those of the year."""
    return [
        baris(
            str(n),
            ktx.nama_indikator(i),
            ktx.target(i.kode, triwulan=triwulan),
            ktx.realisasi(i.kode, triwulan=triwulan),
            ktx.angka("capaian", i.kode, triwulan=triwulan, polos=True),
            _catatan(ktx, i, triwulan),
        )
        for n, i in enumerate(daftar, 1)
    ]


def _catatan(ktx: Konteks, indikator: Indikator, triwulan: int | None) -> tuple[Sebaris, ...] | str:
    """What was noted in the quarter; of the year, in its last."""
    rencana = ktx.kinerja.kinerja_per_triwulan.get((indikator.kode, ktx.tahun, triwulan or 4))
    return (teks_kaya(rencana.catatan) if rencana else ()) or "–"
