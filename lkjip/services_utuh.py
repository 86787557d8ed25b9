"""Acts that bring back many rows at once (an undo, another version of the plan) keep the workbook readable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.utuh import galat_rujukan
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja


@contextmanager
def menjaga_buku(daftar_pk: Iterable[int]) -> Iterator[None]:
    """The workbooks of these years have no more faults afterwards than before; under the lock of the agency.

    Row by row the pages refuse a kode that names two rows (a tujuan and a sasaran, a budget row, an indicator of
    either); what comes back whole may meet such a row that was made since. Raises ValidationError.
    """
    semula = {pk: len(_galat(pk)) for pk in set(daftar_pk)}
    yield
    for pk, banyak in semula.items():
        if len(galat := _galat(pk)) > banyak:
            raise ValidationError(
                f"Tidak dapat dilakukan: ada kode yang sekarang dipakai baris lain. {galat[-1].pesan} "
                "Ubah dulu salah satu kodenya."
            )


def _galat(pk: int) -> tuple[GalatSel, ...]:
    tahun = TahunKinerja.objects.select_related("instansi__pemda", "renstra").filter(pk=pk).first()
    return galat_rujukan(load_buku(tahun)) if tahun is not None else ()
