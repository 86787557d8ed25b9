"""The last few reports that were composed, kept in this process: a writer's previews and saves follow each other."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from lkjip.data import BukuKerja
from lkjip.laporan.compose import Naskah, susun_naskah
from lkjip.laporan.compose.konteks import Konteks

BANYAK_DIINGAT = 3
_KUNCI = Lock()
_INGATAN: OrderedDict[str, Tersusun] = OrderedDict()


@dataclass(frozen=True)
class Tersusun:
    """A report as composed, and the context of its figures, out of which drafts are composed."""

    konteks: Konteks
    naskah: Naskah


def susun_sekali(buku: BukuKerja) -> Tersusun:
    """The report of this workbook; composed anew only where anything in it has changed.

    The repr stands for the workbook: it holds every figure digit by digit, and hashes in place of the pictures.
    """
    sidik = hashlib.sha256(repr(buku).encode("utf-8", "surrogatepass")).hexdigest()
    with _KUNCI:
        if sidik in _INGATAN:
            _INGATAN.move_to_end(sidik)
            return _INGATAN[sidik]
    konteks = Konteks(buku.pada(buku.hari_laporan))
    hasil = Tersusun(konteks, susun_naskah(konteks.dengan_laporan(buku.laporan)))
    with _KUNCI:
        _INGATAN[sidik] = hasil
        while len(_INGATAN) > BANYAK_DIINGAT:
            _INGATAN.popitem(last=False)
    return hasil
