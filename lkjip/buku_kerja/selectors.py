"""Database → BukuKerja, by calling each package's own selectors (`lkjip/selectors.py`)."""

from __future__ import annotations

from collections.abc import Callable

from lkjip.data import BukuKerja
from lkjip.selectors import load_buku
from renstra.models import Instansi, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja, daftar_tahun


class BukuTidakAda(Exception):
    """There is no such agency-year; the message says which ones there are."""


def ambil_buku(kode: str, tahun: int, muat: Callable[[TahunKinerja], BukuKerja] = load_buku) -> BukuKerja:
    """The workbook of the agency `kode` in `tahun`; `muat` loads it, e.g. with what only a report needs.

    Raises BukuTidakAda.
    """
    tahun_kinerja = ambil_tahun_kinerja(kode, tahun)
    if tahun_kinerja is not None:
        return muat(tahun_kinerja)
    instansi = Instansi.objects.filter(kode=kode).first()
    if instansi is None:
        ada = ", ".join(Instansi.objects.order_by("kode").values_list("kode", flat=True)[:20]) or "belum ada satu pun"
        raise BukuTidakAda(f"Instansi “{kode}” tidak ada. Kode yang ada: {ada}.")
    ada = ", ".join(str(t.tahun) for t in daftar_tahun(instansi)) or "belum ada"
    raise BukuTidakAda(f"Tahun {tahun} tidak ada untuk instansi {kode}. Tahun yang ada: {ada}.")
