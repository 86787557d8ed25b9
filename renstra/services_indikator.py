"""Writing an indicator with the whole IKU form, and the targets of many indicators. Call within `mengubah`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Q

from lkjip.dasar.isian import Isian, sama_isi
from lkjip.riwayat.services import tulis_baris
from lkjip.riwayat.services_baris import simpan_baris
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok, terapkan_isian
from renstra.data_rencana import TAHUN_PALING_AKHIR, TAHUN_PALING_AWAL
from renstra.models import Indikator, RincianIndikator, Sasaran, TahunKinerja, TargetTahunan, Tujuan
from renstra.selectors_rencana import milik
from renstra.services_rencana import TIADA, terapkan_berikut_induk

KOLOM_INDIKATOR = frozenset({
    "kode", "uraian", "satuan", "jenis", "arah", "akumulasi", "iku", "bobot", "formulasi", "sumber_data",
    "penanggung_jawab",
})  # fmt: skip
KOLOM_RINCIAN = frozenset({"definisi", "alasan", "cara_hitung", "uraian_pembilang", "uraian_penyebut"})
_KOLOM_TARGET = re.compile(r"(target|predikat)_([0-9]{4})")
IsianPerIndikator = Mapping[int, Sequence[Isian]]


def pecah_kolom_target(nama: str) -> tuple[str, int] | None:
    """`target_2024` → ("target", 2024)."""
    cocok = _KOLOM_TARGET.fullmatch(nama)
    return (cocok[1], int(cocok[2])) if cocok else None


def kunci_indikator(*, tahun_kinerja: TahunKinerja, pk: int) -> Indikator:
    """The indicator of this year's plan or of its budget rows, locked; ValidationError where it is gone."""
    terkunci = Indikator.objects.select_for_update(no_key=True).filter(milik(tahun_kinerja), pk=pk).first()
    if terkunci is None:
        raise ValidationError(TIADA)
    return terkunci


def indikator_baru(*, tahun_kinerja: TahunKinerja, anggaran: bool = False) -> Indikator:
    """An unsaved indicator after the last one: of the Renstra, or (`anggaran`) of a budget row of the year."""
    if not anggaran:
        akhir = Indikator.objects.filter(renstra=tahun_kinerja.renstra_id).aggregate(akhir=Max("urutan"))["akhir"]
        return Indikator(renstra=tahun_kinerja.renstra, urutan=(akhir or 0) + 1)
    semua = Indikator.objects.filter(milik(tahun_kinerja)).aggregate(akhir=Max("urutan"), banyak=Count("pk"))
    return Indikator(tahun_kinerja=tahun_kinerja, urutan=max(semua["akhir"] or 0, semua["banyak"]) + 1)


def simpan_indikator(*, tahun_kinerja: TahunKinerja, indikator: Indikator, isian: Sequence[Isian]) -> list[str]:
    """Store the columns of the form: of the indicator (`induk` among them), of its details, of its targets.

    `indikator` is locked (`kunci_indikator`) or new. All or nothing: raises IsianBentrok with the conflicts of all
    three tables, or ValidationError by field. An indicator of a budget row has its `induk` set by `anggaran`.
    """
    baru = indikator._state.adding
    bentrok: list[Bentrok] = []
    berubah: list[str] = []
    rincian = _rincian(indikator)
    bagian = _pilah(isian)
    for simpan in (
        partial(terapkan_berikut_induk, indikator, bagian["indikator"]),
        partial(terapkan_isian, rincian, bagian["rincian"]),
    ):
        try:
            berubah += simpan()
        except IsianBentrok as galat:
            bentrok += galat.daftar
    if not bentrok:
        _simpan_indikator(tahun_kinerja, indikator, berubah)
        if any(kolom in KOLOM_RINCIAN for kolom in berubah):
            rincian.indikator = indikator  # which has a pk by now
            simpan_baris(rincian)
    try:
        if bagian["target"] and indikator.pk is not None:
            simpan_target(tahun_kinerja=tahun_kinerja, isian={indikator.pk: bagian["target"]})
            berubah += [i.kolom for i in bagian["target"]]
    except IsianBentrok as galat:
        bentrok += galat.daftar
    if bentrok:
        raise IsianBentrok(bentrok)
    return berubah or (["kode"] if baru else [])


def _rincian(indikator: Indikator) -> RincianIndikator:
    """The stored details, locked, or an unsaved row."""
    tersimpan = RincianIndikator.objects.select_for_update(no_key=True).filter(indikator=indikator.pk or 0).first()
    return tersimpan or RincianIndikator(indikator=indikator)


def _pilah(isian: Sequence[Isian]) -> dict[str, list[Isian]]:
    hasil: dict[str, list[Isian]] = {"indikator": [], "rincian": [], "target": []}
    for satu in isian:
        if satu.kolom in KOLOM_INDIKATOR or satu.kolom == "induk":
            hasil["indikator"].append(satu)
        elif satu.kolom in KOLOM_RINCIAN:
            hasil["rincian"].append(satu)
        elif pecah_kolom_target(satu.kolom):
            hasil["target"].append(satu)
        else:
            raise ValueError(f"not a column of an indicator: {satu.kolom}")
    return hasil


def _simpan_indikator(tahun_kinerja: TahunKinerja, indikator: Indikator, berubah: Collection[str]) -> None:
    if not indikator._state.adding and not (KOLOM_INDIKATOR | {"induk"}).intersection(berubah):
        return
    if indikator.renstra_id is not None and indikator.sasaran_id is None and indikator.tujuan_id is None:
        raise ValidationError({"induk": "Pilih tujuan atau sasaran yang diukur indikator ini."})
    if indikator.bobot is not None and not 0 <= indikator.bobot <= 1:
        raise ValidationError({"bobot": "Bobot adalah bagian dari 1: tulis 0,4 untuk 40%."})
    if "kode" in berubah:
        _periksa_kode(tahun_kinerja, indikator)
    if "induk" in berubah:
        periksa_induk_indikator(indikator)
    simpan_baris(indikator)


def _periksa_kode(tahun_kinerja: TahunKinerja, indikator: Indikator) -> None:
    """A sheet knows each kode once: indicators of the Renstra and of the budget rows of a year stand in one sheet."""
    lain = milik(tahun_kinerja)
    if indikator.renstra_id is not None:
        lain |= Q(tahun_kinerja__renstra=tahun_kinerja.renstra_id)
    if Indikator.objects.filter(lain, kode=indikator.kode).exclude(pk=indikator.pk).exists():
        raise ValidationError({"kode": "Kode ini sudah dipakai indikator lain. Beri kode yang berbeda."})


def periksa_induk_indikator(indikator: Indikator) -> None:
    """The parent's kode must name it alone (a workbook may have brought a tujuan and a sasaran of one kode)."""
    induk = indikator.sasaran or indikator.tujuan
    if induk is None:
        return
    lain: type[Tujuan] | type[Sasaran] = Sasaran if isinstance(induk, Tujuan) else Tujuan
    if lain._default_manager.filter(renstra=indikator.renstra_id, kode=induk.kode).exists():
        raise ValidationError(
            {"induk": f"Tujuan dan sasaran sama-sama berkode {induk.kode}. Ubah dulu salah satu kodenya."}
        )


def simpan_target(*, tahun_kinerja: TahunKinerja, isian: IsianPerIndikator) -> int:
    """Store targets: columns `target_2024`, `predikat_2024` per pk of the indicator; how many columns changed.

    A row exists only while it holds a number or a letter. All or nothing: raises IsianBentrok (`kunci`: the pk),
    ValidationError.
    """
    sah = set(Indikator.objects.filter(milik(tahun_kinerja), pk__in=isian).values_list("pk", flat=True))
    if set(isian) - sah:
        raise ValidationError(TIADA)
    pembuat = _PembuatTarget(tahun_kinerja, isian)
    bentrok: list[Bentrok] = []
    banyak = 0
    for pk, daftar in isian.items():
        for tahun, isian_tahun in _per_tahun(daftar).items():
            try:
                banyak += len(terapkan_isian(pembuat.baris(pk, tahun), isian_tahun))
            except IsianBentrok as galat:
                bentrok += [replace(b, kolom=f"{b.kolom}_{tahun}", kunci=pk) for b in galat.daftar]
    if bentrok:
        raise IsianBentrok(bentrok)
    pembuat.tulis()
    return banyak


def _per_tahun(daftar: Iterable[Isian]) -> dict[int, list[Isian]]:
    hasil: dict[int, list[Isian]] = {}
    for satu in daftar:
        pecahan = pecah_kolom_target(satu.kolom)
        if pecahan is None or not TAHUN_PALING_AWAL <= pecahan[1] <= TAHUN_PALING_AKHIR:
            raise ValidationError(f"Tahun target hanya {TAHUN_PALING_AWAL} sampai {TAHUN_PALING_AKHIR}.")
        hasil.setdefault(pecahan[1], []).append(replace(satu, kolom=pecahan[0]))
    return hasil


class _PembuatTarget:
    """The rows of these indicators, those asked for created at need, all written at once."""

    def __init__(self, tahun_kinerja: TahunKinerja, daftar_pk: Iterable[int]) -> None:
        tersimpan = TargetTahunan.objects.select_for_update(no_key=True).filter(indikator__in=list(daftar_pk))
        self._per_indikator: dict[int, dict[int, TargetTahunan]] = defaultdict(dict)
        for t in tersimpan:
            self._per_indikator[t.indikator_id][t.tahun] = t
        pemilik = Q(indikator__renstra=tahun_kinerja.renstra_id) | Q(indikator__tahun_kinerja=tahun_kinerja)
        semua = TargetTahunan.objects.filter(pemilik).aggregate(akhir=Max("urutan"), banyak=Count("pk"))
        self._akhir: int = max(semua["akhir"] or 0, semua["banyak"])
        self._dipakai: dict[tuple[int, int], tuple[TargetTahunan, tuple[object, str]]] = {}

    def baris(self, pk: int, tahun: int) -> TargetTahunan:
        milik_indikator = self._per_indikator[pk]
        if tahun not in milik_indikator:
            milik_indikator[tahun] = TargetTahunan(indikator_id=pk, tahun=tahun, urutan=self._urutan(pk, tahun))
        baris = milik_indikator[tahun]
        self._dipakai.setdefault((pk, tahun), (baris, (baris.target, baris.predikat)))
        return baris

    def _urutan(self, pk: int, tahun: int) -> int:
        """After the indicator's earlier years, so that the sheet keeps its rows together; else at the end."""
        sebelum = [t.urutan for t in self._per_indikator[pk].values() if t.tahun < tahun]
        if sebelum:
            return max(sebelum)
        self._akhir += 1
        return self._akhir

    def tulis(self) -> None:
        tambah, ubah, hapus = [], [], []
        for baris, semula in self._dipakai.values():
            kosong = baris.target is None and not baris.predikat
            if baris._state.adding:
                tambah += [] if kosong else [baris]
            elif kosong:
                hapus.append(baris.pk)
            elif not sama_isi(baris.target, semula[0]) or baris.predikat != semula[1]:
                ubah.append(baris)
        tulis_baris(tambah, {("target", "predikat"): ubah} if ubah else {})
        if hapus:
            TargetTahunan.objects.filter(pk__in=hapus).delete()


def isi_ke_kanan(
    *, tahun_kinerja: TahunKinerja, dari: int, daftar_tahun: Sequence[int], daftar_pk: Collection[int], timpa: bool
) -> int:
    """Copy the targets of the year `dari` to the later ones of `daftar_tahun`; how many columns changed.

    Years that have a target already are passed over, unless `timpa`.
    """
    semua = TargetTahunan.objects.filter(indikator__in=daftar_pk)
    per_indikator: dict[int, dict[int, TargetTahunan]] = {}
    for t in semua:
        per_indikator.setdefault(t.indikator_id, {})[t.tahun] = t
    isian: dict[int, list[Isian]] = {}
    for pk, per_tahun in per_indikator.items():
        sumber = per_tahun.get(dari)
        for tahun in daftar_tahun if sumber else ():
            kini = per_tahun.get(tahun)
            if sumber is not None and tahun > dari and (timpa or kini is None):
                isian.setdefault(pk, []).extend(
                    Isian(f"{kolom}_{tahun}", getattr(sumber, kolom), getattr(kini, kolom, None))
                    for kolom in ("target", "predikat")
                )
    return simpan_target(tahun_kinerja=tahun_kinerja, isian=isian)
