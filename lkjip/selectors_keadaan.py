"""One agency-year as it is or as it was: put together from tables or, for an earlier moment, from the history alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone

from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, PorsiAnggaran, RealisasiAnggaran
from anggaran.selectors import induk_anggaran_per_indikator, load_anggaran
from kinerja import models as ukur
from kinerja.data_pengisian import DITERIMA, ButirAnalisis, Langkah, StatusPengisian
from kinerja.selectors import load_kinerja
from kinerja.selectors_terbit import MILIK_INSTANSI, MILIK_SEMUA
from lkjip.dasar.rekaman import susun_rekaman
from lkjip.data import DataInstansi, Disetujui
from lkjip.data_keadaan import BuktiTercatat, IsiTriwulan, NilaiKomponen
from lkjip.riwayat.models import ModelTeraudit, Riwayat
from lkjip.riwayat.selectors_baris import Sumber, SumberRiwayat, isi_pada
from renstra.models import (
    Indikator,
    Instansi,
    Misi,
    Perjanjian,
    Renstra,
    Sasaran,
    TahunKinerja,
    TargetTahunan,
    Tujuan,
)
from renstra.selectors import load_renstra

_MILIK_RENSTRA: tuple[type[ModelTeraudit], ...] = (Renstra, Misi, Tujuan, Sasaran, Indikator, TargetTahunan)
_MILIK_TAHUN: tuple[type[ModelTeraudit], ...] = (
    *(Indikator, TargetTahunan, Perjanjian),
    *(ukur.MetodePengukuran, ukur.Skala, ukur.Komponen, ukur.KinerjaTriwulan, ukur.RealisasiTahunan, ukur.Pembanding),
    *(ukur.Sakip, ukur.Lke, ukur.Rekomendasi, ukur.Analisis),
    *(ukur.PengisianTriwulan, ukur.LangkahPengisian),
    *(ukur.KomponenTriwulan, ukur.AnalisisTriwulan, ukur.BuktiDukung),
    *(Anggaran, IndikatorAnggaran, RealisasiAnggaran, Belanja, Penunjang, PorsiAnggaran),
)
_BERKODE: tuple[type[ModelTeraudit], ...] = (Indikator, Sasaran, Anggaran)
_SIMPAN_DETIK = 7 * 24 * 3600
_R = TypeVar("_R")
_Kode = Mapping[tuple[str, int], str]
Permintaan = tuple[int, int]  # pk of the agency-year, number of the last entry of the history


class TahunBelumAda(LookupError):
    """At that moment the history knew no such agency-year."""


@dataclass(frozen=True)
class Persetujuan:
    """Which quarter of which agency-year was approved when, and the last entry of the history then."""

    tahun_kinerja: int
    triwulan: int
    sampai: int
    waktu: datetime

    @property
    def kunci(self) -> str:
        """Names the state in the cache; the time keeps apart what a transaction took back and another wrote anew."""
        return f"keadaan-{self.tahun_kinerja}-{self.sampai}-{self.waktu:%Y%m%d%H%M%S%f}"


@dataclass(frozen=True)
class KeadaanTercatat:
    """The data of a moment, and (table, pk) → kode of what figures are asked for: it can never change."""

    data: DataInstansi
    kode: Mapping[tuple[str, int], str]


def susun_data(daftar_tahun: Sequence[TahunKinerja], sumber: Sumber, *, terbit: bool = True) -> dict[int, DataInstansi]:
    """Plan, measurement and money per pk of the agency-year, whatever the source of their rows."""
    renstra = load_renstra(daftar_tahun, sumber=sumber, induk_anggaran=induk_anggaran_per_indikator(sumber))
    kinerja = load_kinerja(daftar_tahun, sumber=sumber, renstra=renstra, terbit=terbit)
    return {pk: DataInstansi(isi) for pk, isi in load_anggaran(daftar_tahun, sumber=sumber, kinerja=kinerja).items()}


# approved quarters


def lengkapi_disetujui(data: Mapping[int, DataInstansi], sumber: Sumber) -> dict[int, DataInstansi]:
    """The data with those of their approved quarters: one read to find these; four and the states only if there are.

    A state that is not in the cache is built from the history, all of them together in two queries.
    """
    daftar = _daftar_persetujuan(sumber)
    if not daftar:
        return dict(data)
    kini, keadaan = _kode_per_baris(sumber), _load_tersimpan(daftar)
    per_tahun: dict[int, dict[int, Disetujui]] = {}
    for satu in daftar:
        dulu = keadaan[satu.kunci]
        kode_dulu, lain = _ganti_kode(dulu.kode, kini)
        tanggal = timezone.localdate(satu.waktu)
        per_tahun.setdefault(satu.tahun_kinerja, {})[satu.triwulan] = Disetujui(dulu.data, tanggal, kode_dulu, lain)
    return {pk: replace(isi, disetujui=per_tahun.get(pk, {})) for pk, isi in data.items()}


def _ganti_kode(dulu: _Kode, kini: _Kode) -> tuple[dict[str, str], frozenset[str]]:
    """Kode of today → kode of then of what was renamed; and kode of then that something else bears today."""
    tetap = {kode for baris, kode in dulu.items() if kini.get(baris, kode) == kode}
    berganti = {kini[baris]: kode for baris, kode in dulu.items() if kini.get(baris, kode) != kode}
    berganti = {baru: lama for baru, lama in berganti.items() if baru not in tetap}
    return berganti, frozenset(berganti.values()) - tetap - berganti.keys()


def _daftar_persetujuan(sumber: Sumber) -> list[Persetujuan]:
    """The last approval of each quarter that is approved or locked."""
    langkah = sumber.baris(
        ukur.LangkahPengisian, "langkah", "riwayat_sampai", "waktu",
        triwulan="pengisian__triwulan", status="pengisian__status",
    )  # fmt: skip
    terakhir = {
        (b["milik_tahun"], b["triwulan"]): Persetujuan(b["milik_tahun"], b["triwulan"], b["riwayat_sampai"], b["waktu"])
        for b in langkah
        if b["langkah"] == Langkah.SETUJUI and StatusPengisian(b["status"]) in DITERIMA
    }
    return list(terakhir.values())


def _kode_per_baris(sumber: Sumber) -> dict[tuple[str, int], str]:
    """(table, pk) → kode, of everything that figures are asked for.

    Also by the rows of the quarters: a Renstra of its own gives the year new indicators, and these rows go along.
    """
    isi = {(m._meta.db_table, b["id"]): b["kode"] for m in _BERKODE for b in sumber.baris(m, "id", "kode")}
    triwulan = sumber.baris(ukur.KinerjaTriwulan, "id", kode="indikator__kode")
    return isi | {(ukur.KinerjaTriwulan._meta.db_table, b["id"]): b["kode"] for b in triwulan}


def _load_tersimpan(daftar: Sequence[Persetujuan]) -> dict[str, KeadaanTercatat]:
    tersimpan: dict[str, KeadaanTercatat] = cache.get_many([satu.kunci for satu in daftar])
    kurang = [satu for satu in daftar if satu.kunci not in tersimpan]
    if kurang:
        dibangun = _load_sumber([(satu.tahun_kinerja, satu.sampai) for satu in kurang])
        baru = {
            satu.kunci: KeadaanTercatat(_data_sumber(*isi), _kode_per_baris(isi[1]))
            for satu, isi in zip(kurang, dibangun, strict=True)
        }
        cache.set_many(baru, _SIMPAN_DETIK)
        tersimpan |= baru
    return tersimpan


# earlier moments


def load_data_pada(tahun_kinerja: TahunKinerja, sampai: int) -> DataInstansi:
    """What `load_data` gave when the history ended with the entry `sampai`. Raises TahunBelumAda."""
    return load_data_dan_sumber_pada(tahun_kinerja, sampai)[0]


def load_data_dan_sumber_pada(tahun_kinerja: TahunKinerja, sampai: int) -> tuple[DataInstansi, SumberRiwayat]:
    """The data of that moment, and the rows of then for what they do not carry: two queries, two more where a quarter
    was approved before. Raises TahunBelumAda."""
    ((tahun_dulu, sumber),) = _load_sumber([(tahun_kinerja.pk, sampai)])
    data = {tahun_dulu.pk: _data_sumber(tahun_dulu, sumber)}
    return lengkapi_disetujui(data, sumber)[tahun_dulu.pk], sumber


def load_banyak_keadaan(tahun_kinerja: int, daftar_sampai: Collection[int]) -> dict[int, KeadaanTercatat]:
    """The states of one agency-year (pk) when the history ended with each of these entries, without the accepted
    figures of approved quarters: two queries for up to 75 of them. Raises TahunBelumAda."""
    terurut = sorted(set(daftar_sampai))
    dibangun = _load_sumber([(tahun_kinerja, sampai) for sampai in terurut]) if terurut else []
    return {
        sampai: KeadaanTercatat(_data_sumber(*isi), _kode_per_baris(isi[1]))
        for sampai, isi in zip(terurut, dibangun, strict=True)
    }


def _data_sumber(tahun_kinerja: TahunKinerja, sumber: SumberRiwayat) -> DataInstansi:
    return susun_data([tahun_kinerja], sumber)[tahun_kinerja.pk]


def _load_sumber(daftar: Sequence[Permintaan]) -> list[tuple[TahunKinerja, SumberRiwayat]]:
    """The agency-years and the rows around them at these moments. First the year's own row, which says which Renstra
    it pointed at then; years that share a Renstra may have parted since."""
    kepala = isi_pada([((_baris_dari(TahunKinerja, pk),), sampai) for pk, sampai in daftar])
    tahun = [_tahun_dulu(pk, SumberRiwayat(isi), sampai) for (pk, sampai), isi in zip(daftar, kepala, strict=True)]
    isi = isi_pada(
        [
            *((_syarat(t), sampai) for t, (_, sampai) in zip(tahun, daftar, strict=True)),
            # Schemes of evaluations once for all: one in use stays as it is.
            ((Q(tabel__in=_daftar_tabel(MILIK_SEMUA)),), max((sampai for _, sampai in daftar), default=0)),
        ]
    )
    *milik, bersama = (dict(satu) for satu in isi)
    daftar_sumber = [SumberRiwayat(satu | bersama) for satu in milik]
    return [(_lengkap(t, sumber), sumber) for t, sumber in zip(tahun, daftar_sumber, strict=True)]


def _tahun_dulu(pk: int, sumber: SumberRiwayat, sampai: int) -> TahunKinerja:
    if not sumber.isi:
        raise TahunBelumAda(f"no agency-year {pk} in the history up to entry {sampai}")
    return sumber.objek(TahunKinerja, pk)


def _lengkap(tahun_kinerja: TahunKinerja, sumber: SumberRiwayat) -> TahunKinerja:
    """With its agency and its Renstra of then."""
    tahun_kinerja.instansi = sumber.objek(Instansi, tahun_kinerja.instansi_id)
    tahun_kinerja.renstra = sumber.objek(Renstra, tahun_kinerja.renstra_id)
    return tahun_kinerja


def _syarat(tahun_kinerja: TahunKinerja) -> tuple[Q, ...]:
    """Which entries tell of this agency-year; apart, so that each is found by an index of its own."""
    return (
        Q(tahun_kinerja_id=tahun_kinerja.pk, tabel__in=_daftar_tabel(_MILIK_TAHUN)),
        Q(renstra_id=tahun_kinerja.renstra_id, tabel__in=_daftar_tabel(_MILIK_RENSTRA)),
        Q(instansi_id=tahun_kinerja.instansi_id, tabel__in=_daftar_tabel(MILIK_INSTANSI)),
        _baris_dari(Instansi, tahun_kinerja.instansi_id),
    )


def _baris_dari(model: type[ModelTeraudit], pk: int) -> Q:
    return Q(tabel=model._meta.db_table, kunci=str(pk))


def _daftar_tabel(daftar: Iterable[type[ModelTeraudit]]) -> list[str]:
    return [model._meta.db_table for model in daftar]


def load_isi_triwulan(sumber: Sumber, triwulan: int) -> IsiTriwulan:
    """What the quarter holds besides the workbook; three queries of tables, none of the history."""
    kode = {"kode_indikator": "indikator__kode"}
    analisis = sumber.baris(ukur.AnalisisTriwulan, "triwulan", "faktor", "uraian", "dibawa_dari", **kode)
    bukti = sumber.baris(ukur.BuktiDukung, "triwulan", "jenis", "uraian", "nama", "tautan", **kode)
    komponen = sumber.baris(
        ukur.KomponenTriwulan, "triwulan", "nilai", kode="komponen__kode", kode_indikator="komponen__indikator__kode"
    )

    def susun(kelas: type[_R], daftar: list[dict[str, Any]], *kecuali: str) -> tuple[_R, ...]:
        milik = (b for b in daftar if b["triwulan"] == triwulan)
        isi = [{n: nilai for n, nilai in b.items() if n not in ("milik_tahun", *kecuali)} for b in milik]
        return susun_rekaman(kelas, isi, nama_lain={"kode_indikator": "indikator", "kode": "komponen"})

    return IsiTriwulan(
        susun(ButirAnalisis, analisis),
        susun(BuktiTercatat, bukti, "triwulan"),
        susun(NilaiKomponen, komponen, "triwulan"),
    )


def saat_pertama_tercatat(tahun_kinerja: TahunKinerja) -> datetime | None:
    """When the history first heard of this agency-year."""
    entri = Riwayat.objects.filter(_baris_dari(TahunKinerja, tahun_kinerja.pk)).order_by("id")
    return entri.values_list("waktu", flat=True).first()
