"""Filling in a Perjanjian Kinerja and its sheets from the pages of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.halaman.salin_perjanjian import isian_salinan, salinan_target
from lkjip.pengisian.selectors import pk_indikator_per_kode
from lkjip.perencanaan.services import mengubah
from lkjip.selectors import load_data
from renstra.data import Versi
from renstra.models import LembarPerjanjian, TahunKinerja, UnitKerja
from renstra.services_perjanjian import save_lembar, save_perjanjian


def simpan_target(*, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]], oleh: Pengguna) -> int:
    """Raises IsianBentrok, BarisDitolak, ValidationError."""
    with mengubah(tahun_kinerja, oleh=oleh):
        return save_perjanjian(tahun_kinerja=tahun_kinerja, isian=isian)


def salin_target(*, tahun_kinerja: TahunKinerja, versi: Versi, timpa: bool, oleh: Pengguna) -> tuple[int, str]:
    """Fill the version from the Renstra (murni) or from murni (perubahan); how many targets, and the event.

    What is written is decided again once the agency is locked, by the same rule as the preview.
    """
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        daftar = salinan_target(load_data(tahun_kinerja).renstra, versi, timpa=timpa)
        isian = isian_salinan(daftar, versi, pk_indikator_per_kode(tahun_kinerja))
        save_perjanjian(tahun_kinerja=tahun_kinerja, isian=isian)
    return len(isian), kejadian


def simpan_lembar(
    *, tahun_kinerja: TahunKinerja, versi: Versi, unit: UnitKerja | None, isi: Mapping[str, Any], oleh: Pengguna
) -> LembarPerjanjian:
    """Raises ValidationError."""
    with mengubah(tahun_kinerja, oleh=oleh):
        return save_lembar(tahun_kinerja=tahun_kinerja, versi=versi, unit=unit, isi=isi)
