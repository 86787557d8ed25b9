"""Evaluations written: opened, moved from stage to stage, recorded."""

from __future__ import annotations

from kinerja.models import Evaluasi
from renstra.services import kunci_instansi


def kunci_evaluasi(pk: int) -> Evaluasi:
    """The agency, then the evaluation, locked until the end of the transaction. Raises Evaluasi.DoesNotExist."""
    kunci_instansi(daftar_evaluasi=pk)
    return Evaluasi.objects.select_for_update(of=("self",)).select_related("instansi__pemda", "skema").get(pk=pk)
