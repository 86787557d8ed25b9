"""What the budget pages of the plan are made from."""

from __future__ import annotations

from collections.abc import Collection

from anggaran.selectors_rencana import pk_anggaran_per_kode
from lkjip.halaman.kolom_anggaran import kolom_anggaran
from lkjip.halaman.rencana_anggaran import DasarRencana
from lkjip.pengisian.ruang import RuangTahun


def dasar_rencana(ruang: RuangTahun, kolom: Collection[str], *, boleh: bool) -> DasarRencana:
    """The rows with these columns; one query for the pks."""
    return DasarRencana(
        konteks=ruang.konteks,
        pk=pk_anggaran_per_kode(ruang.tahun_kinerja),
        unit=ruang.unit,
        boleh=boleh,
        daftar_kolom=kolom_anggaran(ruang.konteks.sasaran, kolom),
    )
