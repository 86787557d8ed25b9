"""Rows of one sheet written by hand: added, changed, moved, removed. Call within `konteks_riwayat`, agency locked.

One mechanism for every sheet that is a list of rows of a year; a floor says in a table where its sheets are stored.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import Penyesuai, menyesuaikan
from lkjip.riwayat.services_baris import simpan_baris, susun_urutan, urutan_berikut, urutan_tergeser
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok, terapkan_isian
from renstra.models import MilikTahun, TahunKinerja
from renstra.selectors_lembar import Acuan, TempatLembar, daftar_baris, isi_baris

_TIADA = "Baris ini sudah tidak ada: lembarnya diubah sejak halaman ini dibuka. Muat ulang, lalu isi kembali."


class PencariAcuan:
    """Finds the row that a kode names; the rows of a sheet are read once, when the first kode of it is asked for."""

    def __init__(self, tempat: TempatLembar, tahun_kinerja: TahunKinerja) -> None:
        self._tempat = tempat
        self._tahun = tahun_kinerja
        self._ingatan: dict[str, dict[tuple[str, Any], models.Model]] = {}

    def cari(self, kolom: str, kode: str, isi: Mapping[str, Any]) -> models.Model | None:
        """`isi`: the other columns of the row. Raises ValidationError where there is no such row."""
        if not kode:
            return None
        acuan = self._tempat.acuan[kolom]
        bersama = isi[acuan.bersama] if acuan.bersama else None
        ketemu = self._per_kode(kolom, acuan).get((kode, bersama))
        if ketemu is None:
            rinci = f" untuk {acuan.bersama} {bersama or 'yang kosong'}" if acuan.bersama else ""
            raise ValidationError(f"{kolom} “{kode}” tidak ada di lembar {acuan.lembar}{rinci}.")
        return ketemu

    def _per_kode(self, kolom: str, acuan: Acuan) -> dict[tuple[str, Any], models.Model]:
        if kolom not in self._ingatan:
            daftar = acuan.daftar(self._tahun)
            self._ingatan[kolom] = {(a.kode, getattr(a, acuan.bersama) if acuan.bersama else None): a for a in daftar}
        return self._ingatan[kolom]


def _nilai_model(tempat: TempatLembar, kolom: str, nilai: Any) -> Any:
    """A value as the model's field takes it: an empty text column is '' and never None."""
    bidang = tempat.model._meta.get_field(tempat.kolom_model(kolom))
    if nilai is None and isinstance(bidang, models.CharField | models.TextField):
        return ""
    return str(nilai) if isinstance(nilai, str) else nilai


def tambah_baris(tempat: TempatLembar, tahun_kinerja: TahunKinerja, isi: Mapping[str, Any]) -> MilikTahun:
    """A row behind all others of the sheet. Raises ValidationError, by field."""
    pencari = PencariAcuan(tempat, tahun_kinerja)
    kolom = {
        tempat.kolom_model(nama): pencari.cari(nama, nilai, isi) if nama in tempat.acuan
        else _nilai_model(tempat, nama, nilai)
        for nama, nilai in isi.items()
    }  # fmt: skip
    semua = tempat.model._default_manager.filter(tahun_kinerja=tahun_kinerja)
    baris = simpan_baris(tempat.model(tahun_kinerja=tahun_kinerja, urutan=urutan_berikut(semua), **kolom))
    _jaga(tempat, tahun_kinerja)
    return baris


def ubah_baris_lembar(tempat: TempatLembar, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]]) -> int:
    """Store columns of rows, per pk: all or nothing; how many changed. Raises IsianBentrok, ValidationError."""
    semua = daftar_baris(tempat, tahun_kinerja).filter(pk__in=isian).select_for_update(of=("self",), no_key=True)
    per_pk = {baris.pk: baris for baris in semua}
    if set(per_pk) != set(isian):
        raise ValidationError(_TIADA)
    pencari = PencariAcuan(tempat, tahun_kinerja)
    bentrok: list[Bentrok] = []
    banyak = 0
    for pk, daftar in isian.items():
        try:
            berubah = _terapkan(tempat, pencari, per_pk[pk], daftar)
        except IsianBentrok as galat:
            bentrok += _bentrok_lembar(tempat, galat, pk)
            continue
        if berubah:
            simpan_baris(per_pk[pk])
        banyak += len(berubah)
    if bentrok:
        raise IsianBentrok(bentrok)
    if banyak:
        _jaga(tempat, tahun_kinerja)
    return banyak


def _terapkan(tempat: TempatLembar, pencari: PencariAcuan, baris: MilikTahun, daftar: Sequence[Isian]) -> list[str]:
    """References are compared by the kode that they name, all else as values of the column."""
    sekarang = isi_baris(tempat, baris)
    acuan = [i for i in daftar if i.kolom in tempat.acuan]
    lain = [
        Isian(tempat.kolom_model(i.kolom), _nilai_model(tempat, i.kolom, i.nilai), i.dasar)
        for i in daftar
        if i.kolom not in tempat.acuan
    ]
    beda = [i for i in acuan if sekarang[i.kolom] != (i.nilai or "")]
    salah = [Bentrok(i.kolom, sekarang[i.kolom], i.nilai) for i in beda if sekarang[i.kolom] != (i.dasar or "")]
    if salah:
        raise IsianBentrok(salah)
    berubah = terapkan_isian(baris, lain)
    isi = isi_baris(tempat, baris)
    for isian in beda:
        setattr(baris, tempat.kolom_model(isian.kolom), pencari.cari(isian.kolom, str(isian.nilai or ""), isi))
    return berubah + [i.kolom for i in beda]


def _bentrok_lembar(tempat: TempatLembar, galat: IsianBentrok, pk: int) -> list[Bentrok]:
    """The conflicts by the names that the columns have in the sheet."""
    nama = {kolom_model: kolom for kolom, kolom_model in tempat.nama_lain.items()}
    return [Bentrok(nama.get(b.kolom, b.kolom), b.tersimpan, b.diminta, b.oleh, b.waktu, pk) for b in galat.daftar]


def hapus_baris(tempat: TempatLembar, tahun_kinerja: TahunKinerja, daftar_pk: Collection[int]) -> int:
    """Remove rows with what hangs on them; how many rows of this sheet are gone. Raises ValidationError."""
    baris = tempat.model._default_manager.filter(tahun_kinerja=tahun_kinerja, pk__in=daftar_pk)
    _, per_model = baris.delete()
    _jaga(tempat, tahun_kinerja)
    return per_model.get(tempat.model._meta.label, 0)


def geser_baris(tempat: TempatLembar, tahun_kinerja: TahunKinerja, pk: int, langkah: int) -> bool:
    """Move a row up (negative) or down by so many places, as far as the sheet goes; whether it moved."""
    semua = list(tempat.model._default_manager.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id"))
    urutan = [baris.pk for baris in semua]
    if pk not in urutan:
        raise ValidationError(_TIADA)
    baru = urutan_tergeser(urutan, pk, langkah)
    return bool(susun_urutan(semua, baru)) and baru != urutan


def save_semua_baris(
    tempat: TempatLembar, tahun_kinerja: TahunKinerja, daftar: Sequence[Any], penyesuai: Penyesuai | None = None
) -> None:
    """Make the sheet read as these records; unchanged rows are not touched. Raises ValidationError."""
    with menyesuaikan(penyesuai) as alat:
        tempat.save(tahun_kinerja, daftar, alat)
    _jaga(tempat, tahun_kinerja)


def _jaga(tempat: TempatLembar, tahun_kinerja: TahunKinerja) -> None:
    if tempat.jaga is not None:
        tempat.jaga(tahun_kinerja)
