"""Columns and constraints that every package's models share: exact decimals, enums, years, quarters."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q
from django.db.models.fields import NOT_PROVIDED

from lkjip.dasar.baca_angka import (
    MAKS_DIGIT_BULAT,
    MAKS_DIGIT_DESIMAL,
    AngkaRancu,
    AngkaTakTerbaca,
    baca_angka,
    dalam_batas,
)
from lkjip.dasar.rekaman import tulisan_baku, tulisan_nilai

TAHUN_PALING_AWAL = 1900
TAHUN_PALING_AKHIR = 2200
_LABEL_SINGKATAN = {"pmk": "PMK", "permenpan12_2015": "PermenPANRB 12/2015", "permenpan88_2021": "PermenPANRB 88/2021"}


def tak_negatif(nilai: Decimal) -> None:
    if nilai < 0:
        raise ValidationError("Nilai ini tidak boleh negatif.", code="negatif")


class DesimalFormField(forms.Field):
    """Takes what Indonesian offices type (`1.234.567,89`, `90,43`) and shows it that way."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return baca_angka(str(value), titik_desimal=False)
        except AngkaRancu as rancu:
            dua = " atau ".join(tulisan_nilai(b) for b in rancu.bacaan)
            raise ValidationError(
                f"Angka ini dapat berarti {dua}. Tulis tanpa titik ribuan, koma untuk desimal.", code="rancu"
            ) from rancu
        except AngkaTakTerbaca as galat:
            raise ValidationError("Tulis angka dengan koma untuk desimal, misalnya 90,43.", code="angka") from galat

    def prepare_value(self, value: Any) -> Any:
        return tulisan_nilai(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            baru = self.to_python(data)
        except ValidationError:
            return True
        return _tanda(initial) != _tanda(baru)


def _tanda(nilai: Decimal | None) -> str:
    return "" if nilai is None else tulisan_baku(nilai)


class DesimalField(models.Field):  # type: ignore[type-arg]
    """A decimal stored exactly as typed, trailing zeros included: `27.00` stays two decimals on every database.

    Unconstrained numeric on PostgreSQL, text on SQLite (which would store a numeric column as binary floating point).
    On SQLite only the sign (`>= 0`) and equality of the text are compared rightly, so figures are computed in
    Python and never by the database; the other lookups are refused.
    """

    description = "Bilangan desimal persis"
    empty_strings_allowed = False
    _daftar_lookup = frozenset({"exact", "in", "isnull", "gte"})

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "numeric" if connection.vendor == "postgresql" else "text"

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        """Raw SQL may not store what reading would choke on: NaN and infinity, or on SQLite any text at all."""
        kolom = connection.ops.quote_name(str(self.column))
        if connection.vendor == "postgresql":
            return f"{kolom}::text ~ '^-?[0-9]{{1,{MAKS_DIGIT_BULAT}}}([.][0-9]{{1,{MAKS_DIGIT_DESIMAL}}})?$'"
        digit = f"replace(ltrim({kolom}, '-'), '.', '')"
        return (
            f"{kolom} IS NULL OR (typeof({kolom}) = 'text' AND {digit} NOT GLOB '*[^0-9]*' AND {kolom} GLOB '*[0-9]' "
            f"AND ltrim({kolom}, '-') GLOB '[0-9]*' AND {kolom} NOT GLOB '?*-*' AND {kolom} NOT GLOB '*.*.*' "
            f"AND length({digit}) <= {MAKS_DIGIT_BULAT + MAKS_DIGIT_DESIMAL})"
        )

    def get_lookup(self, lookup_name: str) -> Any:
        return super().get_lookup(lookup_name) if lookup_name in self._daftar_lookup else None

    def from_db_value(self, value: Any, expression: Any, connection: BaseDatabaseWrapper) -> Decimal | None:
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
            raise ValidationError("Nilai harus bilangan desimal, bukan pecahan biner.", code="jenis")
        try:
            nilai = Decimal(value)
        except InvalidOperation as galat:
            raise ValidationError("Nilai ini bukan angka.", code="angka") from galat
        if not nilai.is_finite():
            raise ValidationError("Nilai ini bukan angka.", code="angka")
        return self._dalam_batas(nilai)

    @staticmethod
    def _dalam_batas(nilai: Decimal) -> Decimal:
        if not dalam_batas(nilai):
            raise ValidationError(
                f"Angka terlalu panjang: paling banyak {MAKS_DIGIT_BULAT} digit di depan dan {MAKS_DIGIT_DESIMAL} "
                "digit di belakang koma.",
                code="panjang",
            )
        return Decimal(tulisan_baku(nilai))

    def get_prep_value(self, value: Any) -> Any:
        prepared = super().get_prep_value(value)
        return prepared if hasattr(prepared, "resolve_expression") else self.to_python(prepared)

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        siap = super().get_db_prep_value(value, connection, prepared)
        return tulisan_baku(siap) if connection.vendor == "sqlite" and isinstance(siap, Decimal) else siap

    def value_to_string(self, obj: models.Model) -> str:
        return _tanda(self.value_from_object(obj))

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": DesimalFormField, **kwargs})


def label_pilihan(nilai: str) -> str:
    """`rata_rata` → `Rata-rata`; abbreviations and regulations keep their form."""
    if nilai in _LABEL_SINGKATAN or nilai.isupper():
        return _LABEL_SINGKATAN.get(nilai, nilai)
    return re.sub(r"^Rata rata", "Rata-rata", nilai.replace("_", " ").capitalize())


def pilihan_field(
    nama: str, pilihan: type[StrEnum], *, wajib: bool = False, bantuan: str = ""
) -> models.CharField[str, str]:
    """A column for an enum of the workbook. An empty cell is the empty text, unless the column is `wajib`."""
    return models.CharField(
        nama,
        max_length=20,
        choices=[(p.value, label_pilihan(p.value)) for p in pilihan],
        blank=not wajib,
        help_text=bantuan,
        default=NOT_PROVIDED if wajib else "",
    )


def pilihan_sah(tabel: str, kolom: str, pilihan: type[StrEnum], *, wajib: bool = False) -> models.CheckConstraint:
    nilai = [p.value for p in pilihan] + ([] if wajib else [""])
    return models.CheckConstraint(
        condition=Q(**{f"{kolom}__in": nilai}),
        name=f"{tabel}_{kolom}_sah",
        violation_error_message=f"Pilihan {kolom} tidak dikenal.",
    )


def tahun_field(nama: str = "tahun", *, kosong: bool = False) -> models.PositiveSmallIntegerField[Any, Any]:
    return models.PositiveSmallIntegerField(
        nama,
        null=kosong,
        blank=kosong,
        validators=[
            MinValueValidator(TAHUN_PALING_AWAL, f"Tahun paling awal {TAHUN_PALING_AWAL}."),
            MaxValueValidator(TAHUN_PALING_AKHIR, f"Tahun paling akhir {TAHUN_PALING_AKHIR}."),
        ],
    )


def tahun_sah(tabel: str, kolom: str = "tahun") -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{kolom}__range": (TAHUN_PALING_AWAL, TAHUN_PALING_AKHIR)}),
        name=f"{tabel}_{kolom}_sah",
        violation_error_message=f"Tahun di luar {TAHUN_PALING_AWAL}–{TAHUN_PALING_AKHIR}.",
    )


def triwulan_field(nama: str = "triwulan", *, kosong: bool = False) -> models.PositiveSmallIntegerField[Any, Any]:
    return models.PositiveSmallIntegerField(
        nama,
        null=kosong,
        blank=kosong,
        validators=[MinValueValidator(1, "Triwulan 1 sampai 4."), MaxValueValidator(4, "Triwulan 1 sampai 4.")],
    )


def triwulan_sah(tabel: str, kolom: str = "triwulan") -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{kolom}__range": (1, 4)}),
        name=f"{tabel}_{kolom}_sah",
        violation_error_message="Triwulan harus 1 sampai 4.",
    )


def tak_negatif_sah(tabel: str, kolom: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{kolom}__gte": Decimal(0)}),
        name=f"{tabel}_{kolom}_tak_negatif",
        violation_error_message=f"{kolom} tidak boleh negatif.",
    )


def urutan_field() -> models.PositiveIntegerField[int, int]:
    return models.PositiveIntegerField("urutan", default=0, help_text="Tempat baris ini di lembarnya.")


def kode_field(nama: str = "kode") -> models.CharField[str, str]:
    return models.CharField(nama, max_length=100)


def terisi(tabel: str, kolom: str = "kode") -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~Q(**{kolom: ""}), name=f"{tabel}_{kolom}_terisi", violation_error_message=f"{kolom} wajib diisi."
    )
