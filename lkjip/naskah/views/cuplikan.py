"""Some blocks of the report as they stand in it, for a preview beside a form."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Bab, Bagian, Blok, Dokumen, JenisBab
from lkjip.views.laporan import isi_dokumen


def cuplikan(ktx: Konteks, isi: Sequence[Blok | Bagian]) -> SafeString:
    """The blocks as markup that our renderer has escaped, without cover and contents."""
    bab = Bab("cuplikan", "Pratinjau", tuple(isi), JenisBab.POLOS)
    return isi_dokumen(Dokumen("Pratinjau", ktx.nama, "", None, None, (bab,), tema=ktx.laporan.tema))
