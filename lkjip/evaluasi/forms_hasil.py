"""What the pages send that record the results of LHE issued elsewhere: one by a form, many by a paste."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from kinerja.data_evaluasi import AsalEvaluasi, DataEvaluasi, Skema, TingkatIsian
from kinerja.services_hasil import HasilLhe, kesalahan_hasil, nama_kolom_nilai
from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.dasar.tempel import MAKS_HURUF, urai_tempelan
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.evaluasi.forms_alur import tanggal_field
from lkjip.kolom import DesimalFormField
from renstra.models import Instansi

_KEPALA = frozenset({"kode", "kode instansi", "instansi"})
MAKS_TEMPEL = 500


class HasilForm(forms.Form):
    """An LHE as it is printed, with the components of its scheme."""

    instansi = forms.TypedChoiceField(label="Instansi", coerce=int, error_messages={"required": "Pilih instansinya."})
    tahun = forms.IntegerField(
        label="Tahun yang dievaluasi",
        min_value=2000,
        max_value=2200,
        help_text="LHE biasanya terbit setahun sesudahnya.",
        error_messages={"required": "Tulis tahunnya."},
    )
    nilai_lhe = DesimalFormField(label="Nilai akhir yang tercetak", required=False)
    predikat_lhe = forms.ChoiceField(label="Predikat yang tercetak", required=False)
    nomor_lhe = forms.CharField(label="Nomor LHE", required=False, max_length=200)
    tanggal_lhe = tanggal_field("Tanggal LHE")

    def __init__(self, *args: Any, skema: Skema, daftar_instansi: Iterable[Instansi], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.skema = skema
        pilihan = [("", "Pilih"), *((str(i.pk), i.nama or i.kode) for i in daftar_instansi)]
        self.fields["instansi"].choices = pilihan  # type: ignore[attr-defined]
        huruf = [("", "Tidak tercetak"), *((p.huruf, f"{p.huruf} ({p.nama})") for p in skema.daftar_predikat)]
        self.fields["predikat_lhe"].choices = huruf  # type: ignore[attr-defined]
        for k in skema.daftar_komponen:
            label = f"{k.nama} (bobot {tulis_tepat(k.bobot)})"
            self.fields[nama_kolom_nilai(k.nomor)] = DesimalFormField(label=label, required=False)

    @property
    def daftar_komponen(self) -> list[forms.BoundField]:
        return [self[nama_kolom_nilai(k.nomor)] for k in self.skema.daftar_komponen]

    def hasil(self) -> HasilLhe:
        isi = self.cleaned_data
        nilai = {k.nomor: isi[nama_kolom_nilai(k.nomor)] for k in self.skema.daftar_komponen}
        return HasilLhe(
            isi["tahun"],
            self.skema.kode,
            {nomor: satu for nomor, satu in nilai.items() if satu is not None},
            isi["nilai_lhe"],
            isi["predikat_lhe"],
            isi["nomor_lhe"],
            isi["tanggal_lhe"],
        )

    def clean(self) -> dict[str, Any]:
        """What the scheme forbids is said at its field, before anything is stored."""
        isi: dict[str, Any] = super().clean() or {}
        if not self.errors:
            for nama, pesan in kesalahan_hasil(self.hasil(), self.skema).items():
                self.add_error(nama if nama in self.fields else None, pesan)
        return isi


def data_hasil(hasil: HasilLhe, skema: Skema) -> DataEvaluasi:
    """The record from which figures of a result are computed that is not stored yet."""
    return DataEvaluasi(skema, hasil.tahun, TingkatIsian.KOMPONEN, {}, hasil.nilai, hasil.nilai_lhe, hasil.predikat_lhe)


class TempelHasilForm(forms.Form):
    teks = forms.CharField(
        label="Tabel",
        max_length=MAKS_HURUF,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "class": "form-control kode", "spellcheck": "false"}),
        error_messages={"required": "Tempel tabelnya lebih dulu."},
    )

    def clean_teks(self) -> str:
        teks = str(self.cleaned_data["teks"])
        try:
            banyak = len(urai_tempelan(teks))
        except csv.Error as galat:
            raise ValidationError("Satu sel tempelan terlalu panjang. Salin hanya kolom yang diminta.") from galat
        if banyak > MAKS_TEMPEL:
            raise ValidationError(f"Tempelan memuat {banyak} baris; paling banyak {MAKS_TEMPEL} sekali tempel.")
        return teks


@dataclass(frozen=True)
class BarisHasil:
    """One line of a pasted table. `pk`: the recorded result that it corrects."""

    nomor: int
    sel: tuple[str, ...]
    instansi: Instansi | None = None
    hasil: HasilLhe | None = None
    galat: tuple[str, ...] = ()
    pk: int | None = None


def baca_tempelan(
    teks: str, skema: Skema, daftar_instansi: Iterable[Instansi],
    tercatat: Mapping[tuple[int, int], tuple[int, AsalEvaluasi]],
) -> list[BarisHasil]:  # fmt: skip
    """Lines kode · tahun · a score per component · total · predikat · nomor LHE · tanggal LHE (the last four may lack).

    Nothing is written; each line says what is wrong with it.
    """
    per_kode = {i.kode: i for i in daftar_instansi}
    hasil: list[BarisHasil] = []
    sudah: set[tuple[int, int]] = set()
    for nomor, sel in enumerate(urai_tempelan(teks), 1):
        if not any(s.strip() for s in sel) or sel[0].strip().casefold() in _KEPALA:
            continue
        baris = _baca_baris(nomor, sel, skema, per_kode, tercatat)
        if baris.instansi and baris.hasil:
            kunci = (baris.instansi.pk, baris.hasil.tahun)
            if kunci in sudah:
                baris = BarisHasil(
                    nomor, baris.sel, baris.instansi, None, ("Instansi dan tahun ini sudah ada di atas.",)
                )
            sudah.add(kunci)
        hasil.append(baris)
    return hasil


def _baca_baris(
    nomor: int, sel: list[str], skema: Skema, per_kode: Mapping[str, Instansi],
    tercatat: Mapping[tuple[int, int], tuple[int, AsalEvaluasi]],
) -> BarisHasil:  # fmt: skip
    teks = tuple(s.strip() for s in sel)
    instansi = per_kode.get(teks[0])
    galat = [] if instansi else [f"Kode “{teks[0][:40]}” bukan instansi pemerintah daerah ini."]
    hasil = _baca_hasil(teks[1:], skema, galat)
    pk, asal = tercatat.get((instansi.pk, hasil.tahun), (None, None)) if instansi and hasil else (None, None)
    if asal is AsalEvaluasi.DIKERJAKAN:
        galat.append("Evaluasi tahun ini dikerjakan di sini, jadi hasilnya tidak direkam.")
    return BarisHasil(nomor, teks, instansi, None if galat else hasil, tuple(galat), pk)


def _baca_hasil(sel: tuple[str, ...], skema: Skema, galat: list[str]) -> HasilLhe | None:
    """The cells behind the kode; what cannot be read is added to `galat`."""
    banyak = len(skema.daftar_komponen)
    isi = (*sel, *[""] * (banyak + 5))[: banyak + 5]
    tahun = _baca(isi[0], JenisIsian.BULAT, "Tahun", galat)
    nilai: dict[int, Decimal] = {}
    for komponen, teks in zip(skema.daftar_komponen, isi[1 : banyak + 1], strict=True):
        satu = _baca(teks, JenisIsian.ANGKA, komponen.nama, galat)
        if isinstance(satu, Decimal):
            nilai[komponen.nomor] = satu
    total = _baca(isi[banyak + 1], JenisIsian.ANGKA, "Nilai akhir", galat)
    tanggal = _baca_tanggal(isi[banyak + 4], galat)
    if not isinstance(tahun, int) or not 2000 <= tahun <= 2200:
        galat.append("Tahun tidak dikenal.")
        return None
    hasil = HasilLhe(
        tahun, skema.kode, nilai, total if isinstance(total, Decimal) else None, isi[banyak + 2].upper(),
        isi[banyak + 3][:200], tanggal,
    )  # fmt: skip
    if not galat:
        galat += kesalahan_hasil(hasil, skema).values()
    return hasil


def _baca(teks: str, jenis: JenisIsian, nama: str, galat: list[str]) -> object:
    try:
        return baca_isian(teks, jenis)
    except IsianTakTerbaca as sebab:
        galat.append(f"{nama}: {sebab}")
        return None


def _baca_tanggal(teks: str, galat: list[str]) -> date | None:
    """As a form reads it: 2024-05-22, 22-05-2024, 22/05/2024."""
    try:
        nilai: date | None = tanggal_field("Tanggal LHE").clean(teks)
    except ValidationError:
        galat.append(f"Tanggal LHE: “{teks[:30]}” bukan tanggal. Tulis misalnya 2024-05-22.")
        return None
    return nilai
