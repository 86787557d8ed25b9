"""The filter by unit that the pages of a quarter share: all units, the user's own, or one of the agency's."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from lkjip.pengisian.ruang import RuangTahun

UNIT_SAYA = "saya"


def unit_disaring(request: HttpRequest, ruang: RuangTahun) -> frozenset[int] | None:
    """None: all. A user who is limited to some units begins with what these answer for."""
    unit = request.GET.get("unit", UNIT_SAYA)
    if unit == UNIT_SAYA:
        return ruang.hak.daftar_unit
    pk = next((satu.pk for satu in ruang.peta_unit.daftar if str(satu.pk) == unit), None)
    return None if pk is None else frozenset({pk})


def isi_saringan_unit(ruang: RuangTahun, daftar_unit: frozenset[int] | None) -> dict[str, Any]:
    """What `_saring_unit.html` needs; `daftar_unit` as `unit_disaring` gave it."""
    terpilih = "" if daftar_unit is None else str(next(iter(daftar_unit), ""))
    if daftar_unit is not None and daftar_unit == ruang.hak.daftar_unit:
        terpilih = UNIT_SAYA
    return {"daftar_unit": ruang.peta_unit.daftar, "unit_terpilih": terpilih}
