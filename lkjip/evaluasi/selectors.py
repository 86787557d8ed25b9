"""One evaluation, read."""

from __future__ import annotations

from kinerja.models import Evaluasi


def ambil_evaluasi(pk: int) -> Evaluasi | None:
    """With its agency, pemda and scheme; None where there is none such."""
    return Evaluasi.objects.select_related("instansi__pemda", "skema").filter(pk=pk).first()
