"""Every address of the pages of a quarter, and who may do what there; `tests/situs/test_akses.py` walks them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from renstra.models import Indikator

PENGISI = frozenset({"perencana", "pengelola", "admin"})
PENGISI_I1 = PENGISI | {"perencana_unit"}  # indicator I1 is Bidang A's


@dataclass(frozen=True)
class Alamat:
    """`argumen`: kode of the agency → what follows [kode, tahun]. `status`: of a GET by whoever may see the agency
    (405: it is POST only). `pengirim`: who may POST; others who may see the agency get 403, strangers 404.
    """

    nama: str
    argumen: Callable[[str], list[object]] = lambda kode: []
    status: int = 200
    pengirim: frozenset[str] | None = None  # None: nobody may POST at all (405)
    pembaca: frozenset[str] | None = None  # of those who may see the agency, who may GET it (others 403); None: all


def pk_indikator(kode: str) -> int:
    return Indikator.objects.get(renstra__instansi__kode=kode, kode="I1").pk


def semua() -> list[Alamat]:
    from tests.pengisian import alamat_alur, alamat_anggaran, alamat_isian, alamat_panel, alamat_riwayat

    bagian = (alamat_isian, alamat_panel, alamat_anggaran, alamat_alur, alamat_riwayat)
    return [alamat for modul in bagian for alamat in modul.DAFTAR]
