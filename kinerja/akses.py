"""Who may take which step of a quarter. Who may see or change an agency stands in `renstra/akses.py`."""

from __future__ import annotations

from kinerja.data_pengisian import ALUR, Peralihan, StatusPengisian
from renstra.akses import Hak


def daftar_peralihan(hak: Hak, status: StatusPengisian) -> tuple[Peralihan, ...]:
    """The steps that this user may take from `status`; none as a perencana who is limited to some units."""
    return tuple(p for p in ALUR if p.dari is status and boleh_ambil(hak, p))


def boleh_ambil(hak: Hak, peralihan: Peralihan) -> bool:
    return not peralihan.peran.isdisjoint(hak.daftar_peran_penuh)
