"""Opening a year: which one, made from which, following which plan, and what goes along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from lkjip.halaman.tahun_baru import CaraRencana, PilihanTahunBaru
from lkjip.kolom import TAHUN_PALING_AKHIR, TAHUN_PALING_AWAL
from renstra.models import TahunKinerja

Periode = tuple[int | None, int | None]
LAMA_PERIODE = 5
# What may be left behind: name of the choice → what it says at its box.
IKUT = {
    "metode": "Metode pengukuran dan skala (bila tidak: skala Permendagri 54/2010)",
    "komponen": "Komponen indikator dengan bobotnya, tanpa nilai",
    "anggaran": "Program, kegiatan, subkegiatan, dan jenis belanja, tanpa pagu",
    "penunjang": "Tautan baris anggaran ke indikator yang didukungnya",
    "indikator_anggaran": "Indikator program, kegiatan, dan subkegiatan, tanpa target",
    "realisasi": "Realisasi tahun-tahun sebelumnya, termasuk tahun sumber",
    "sakip": "Nilai SAKIP dan LKE tahun-tahun sebelumnya",
}
_CARA = (
    (CaraRencana.SAMA.value, "Sama dengan tahun sumber"),
    (CaraRencana.SALIN.value, "Periode baru, isinya disalin"),
    (CaraRencana.KOSONG.value, "Periode baru, masih kosong"),
)


def tahun_field(label: str, *, wajib: bool = True) -> forms.IntegerField:
    """A year within the bounds of the database, with sentences that name `label`."""
    batas = f"{label} harus di antara {TAHUN_PALING_AWAL} dan {TAHUN_PALING_AKHIR}."
    return forms.IntegerField(
        label=label,
        required=wajib,
        min_value=TAHUN_PALING_AWAL,
        max_value=TAHUN_PALING_AKHIR,
        error_messages={
            "required": f"{label} belum diisi.", "invalid": f"{label} ditulis dengan angka, misalnya 2026.",
            "min_value": batas, "max_value": batas,
        },
    )  # fmt: skip


def _beri_gaya(form: forms.Form) -> None:
    for kotak in form.fields.values():
        kotak.widget.attrs["class"] = "form-select" if isinstance(kotak, forms.ChoiceField) else "form-control"


def _periksa_periode(tahun: int, awal: int | None, akhir: int | None) -> None:
    if awal is None or akhir is None:
        raise ValidationError("Isi tahun awal dan tahun akhir periode Renstra.")
    if akhir < awal:
        raise ValidationError({"akhir": "Tahun akhir Renstra mendahului tahun awalnya."})
    if not awal <= tahun <= akhir:
        raise ValidationError(f"Tahun {tahun} tidak termasuk periode Renstra {awal}–{akhir}.")


class TahunPertamaForm(forms.Form):
    """The first year of an agency that has none."""

    tahun = tahun_field("Tahun")
    awal = tahun_field("Tahun awal Renstra")
    akhir = tahun_field("Tahun akhir Renstra")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _beri_gaya(self)

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if {"tahun", "awal", "akhir"} <= isi.keys():
            _periksa_periode(isi["tahun"], isi["awal"], isi["akhir"])
        return isi


class TahunBaruForm(forms.Form):
    """A year made from another one. `daftar_tahun`: those that are there; `daftar_periode`: those of all Renstra."""

    tahun = tahun_field("Tahun yang dibuka")
    sumber = forms.TypedChoiceField(
        label="Dibuat dari tahun",
        coerce=int,
        error_messages={"required": "Pilih tahun sumbernya.", "invalid_choice": "Tahun sumber ini tidak ada."},
    )
    rencana = forms.ChoiceField(
        label="Renstra",
        choices=_CARA,
        error_messages={"required": "Pilih Renstra yang dipakai.", "invalid_choice": "Pilih Renstra yang dipakai."},
    )
    awal = tahun_field("Tahun awal periode baru", wajib=False)
    akhir = tahun_field("Tahun akhir periode baru", wajib=False)

    def __init__(
        self, *args: Any, per_tahun: Mapping[int, TahunKinerja], daftar_periode: set[Periode], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._per_tahun, self._daftar_periode = per_tahun, daftar_periode
        _beri_gaya(self)
        self.fields["sumber"].choices = [(t, str(t)) for t in sorted(per_tahun, reverse=True)]  # type: ignore[attr-defined]
        for nama, label in IKUT.items():
            self.fields[nama] = forms.BooleanField(label=label, required=False)

    @property
    def daftar_ikut(self) -> list[forms.BoundField]:
        return [self[nama] for nama in IKUT]

    def clean_tahun(self) -> int:
        tahun: int = self.cleaned_data["tahun"]
        if tahun in self._per_tahun:
            raise ValidationError(f"Tahun {tahun} sudah ada. Buka halaman tahun itu, atau pilih tahun lain.")
        return tahun

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if not {"tahun", "sumber", "rencana"} <= isi.keys() or self.errors:
            return isi
        awal, akhir = _periode(self._per_tahun[isi["sumber"]])
        if isi["rencana"] != CaraRencana.SAMA:
            _periksa_periode(isi["tahun"], isi.get("awal"), isi.get("akhir"))
            self._tolak_periode_lama((isi["awal"], isi["akhir"]))
        elif not (awal or isi["tahun"]) <= isi["tahun"] <= (akhir or isi["tahun"]):
            raise ValidationError(
                f"Tahun {isi['tahun']} di luar periode Renstra {awal}–{akhir}. Pilih salah satu periode baru."
            )
        return isi

    def _tolak_periode_lama(self, periode: Periode) -> None:
        if periode in self._daftar_periode:
            raise ValidationError(
                f"Renstra {periode[0]}–{periode[1]} sudah ada. Pilih tahun sumber yang memakainya, dengan Renstra yang "
                "sama."
            )

    def pilihan(self) -> PilihanTahunBaru:
        """What the valid form asks for."""
        isi = self.cleaned_data
        cara = CaraRencana(isi["rencana"])
        sama = cara is CaraRencana.SAMA
        awal, akhir = _periode(self._per_tahun[isi["sumber"]]) if sama else (isi["awal"], isi["akhir"])
        ikut = {f.name: isi[f.name] for f in fields(PilihanTahunBaru) if f.name in IKUT}
        return PilihanTahunBaru(isi["tahun"], awal, akhir, cara, **ikut)


def _periode(tahun_kinerja: TahunKinerja) -> Periode:
    return tahun_kinerja.renstra.renstra_awal, tahun_kinerja.renstra.renstra_akhir


def isian_awal(per_tahun: Mapping[int, TahunKinerja], tahun: int | None) -> dict[str, Any]:
    """What the form proposes: the year after the latest, from the nearest year whose Renstra covers it, else the latest
    before it; a new period follows the old one, or ends before it."""
    tahun = tahun or max(per_tahun) + 1

    def jauh(calon: int) -> tuple[bool, bool, int]:
        awal, akhir = _periode(per_tahun[calon])
        return not (awal or tahun) <= tahun <= (akhir or tahun), calon > tahun, abs(calon - tahun)

    sumber = min(per_tahun, key=jauh)
    di_luar, _, _ = jauh(sumber)
    awal, akhir = _periode(per_tahun[sumber])
    sesudah = akhir is not None and tahun > akhir
    mulai = (akhir or tahun) + 1 if sesudah else (awal or tahun) - LAMA_PERIODE
    mulai += (tahun - mulai) // LAMA_PERIODE * LAMA_PERIODE
    return {
        "tahun": tahun, "sumber": sumber, "rencana": (CaraRencana.SALIN if di_luar else CaraRencana.SAMA).value,
        "awal": mulai if di_luar else None, "akhir": mulai + LAMA_PERIODE - 1 if di_luar else None,
        **dict.fromkeys(IKUT, True),
    }  # fmt: skip
