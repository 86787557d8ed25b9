"""Who may take which step of a quarter. Who may see or change an agency stands in `renstra/akses.py`."""

from __future__ import annotations

from kinerja.data_pengisian import ALUR, Peralihan, StatusPengisian
from renstra.akses import Hak


def daftar_peralihan(hak: Hak, status: StatusPengisian) -> tuple[Peralihan, ...]:
    """The steps that this user may take from `status`; one who is limited to some units takes none."""
    if hak.terbatas:
        return ()
    return tuple(p for p in ALUR if p.dari is status and not p.peran.isdisjoint(hak.daftar_peran))
