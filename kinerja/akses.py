"""Who may take which step of a quarter. Who may see or change an agency stands in `renstra/akses.py`."""

from __future__ import annotations

from kinerja.data_pengisian import ALUR, Langkah, Peralihan, StatusPengisian
from renstra.akses import Hak
from renstra.models import Peran

PEMERIKSA = frozenset({Peran.VERIFIKATOR, Peran.KEPALA, Peran.ADMIN})
PENGATUR = frozenset({Peran.PENGELOLA, Peran.ADMIN})


def daftar_peralihan(hak: Hak, status: StatusPengisian) -> tuple[Peralihan, ...]:
    """The steps that this user may take from `status`; none as a perencana who is limited to some units."""
    return tuple(p for p in ALUR if p.dari is status and boleh_ambil(hak, p))


def boleh_ambil(hak: Hak, peralihan: Peralihan) -> bool:
    return not peralihan.peran.isdisjoint(hak.daftar_peran_penuh)


def boleh_langkah(hak: Hak, langkah: Langkah) -> bool:
    """Whether the user may take this step at all, from whichever state."""
    return any(p.langkah is langkah and boleh_ambil(hak, p) for p in ALUR)


def boleh_catat(hak: Hak) -> bool:
    """Whether the user checks or approves, and so may leave a remark."""
    return not PEMERIKSA.isdisjoint(hak.daftar_peran)


def boleh_perpanjang(hak: Hak) -> bool:
    """Whether the user may give an agency more time than the pemda's rules do."""
    return not PENGATUR.isdisjoint(hak.daftar_peran)
