"""The stored chart of the organisation, and what its rows could be out of units and officials."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lkjip.laporan.compose.struktur import BAGIAN_STRUKTUR
from lkjip.laporan.data import TabelBebas
from lkjip.laporan.data_jabatan import Jabatan, baca_jabatan
from renstra.data_pejabat import MasaJabatan, jabatan_unit
from renstra.data_unit import PetaUnit
from renstra.models import Instansi
from renstra.selectors_pejabat import pejabat_kepala, pejabat_per_unit

_KEPALA = "Kepala"


def tabel_struktur(daftar_tabel: Sequence[TabelBebas]) -> TabelBebas | None:
    """The first free table of the section that holds rows of jabatan."""
    return next((t for t in daftar_tabel if t.bagian in BAGIAN_STRUKTUR and baca_jabatan(t) is not None), None)


def usul_jabatan(instansi: Instansi, peta_unit: PetaUnit, pada: date) -> tuple[Jabatan, ...]:
    """The head, and below it the head of each unit, with those who hold office on the day; two queries."""
    kepala = _jabatan(pejabat_kepala(instansi, pada), _KEPALA, "")
    per_unit = pejabat_per_unit(instansi, pada)
    unit = sorted(peta_unit.daftar, key=lambda u: not u.nama.casefold().startswith("sekretariat"))
    return (kepala, *(_jabatan(per_unit.get(u.pk), jabatan_unit(u.nama), kepala.jabatan) for u in unit))


def _jabatan(pejabat: MasaJabatan | None, baku: str, atasan: str) -> Jabatan:
    if pejabat is None:
        return Jabatan(baku, "", atasan)
    return Jabatan(pejabat.jabatan or baku, pejabat.nama, atasan)
