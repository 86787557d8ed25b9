"""Everything read about planning: agencies and years for lists, records for computing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from lkjip.dasar.rekaman import kelompokkan, susun_rekaman
from lkjip.riwayat.selectors_baris import Sumber, SumberTabel
from renstra import data
from renstra.models import Indikator, Instansi, Misi, Perjanjian, Renstra, Sasaran, TahunKinerja, TargetTahunan, Tujuan

_INDIKATOR = (
    "kode", "uraian", "satuan", "jenis", "arah", "akumulasi", "iku", "bobot", "formulasi", "sumber_data",
    "penanggung_jawab",
)  # fmt: skip
_TARGET = ("tahun", "target", "predikat")
_BANTUAN = ("id", "urutan", "milik_tahun", "milik_renstra")
_Pohon = tuple[tuple[data.Misi, ...], tuple[data.Tujuan, ...], tuple[data.Sasaran, ...]]
_PerPemilik = tuple[dict[int, list[dict[str, Any]]], dict[int, list[dict[str, Any]]]]


def daftar_tahun(instansi: Instansi) -> QuerySet[TahunKinerja]:
    return TahunKinerja.objects.filter(instansi=instansi).select_related("instansi", "renstra").order_by("-tahun")


def ambil_tahun_kinerja(kode: str, tahun: int) -> TahunKinerja | None:
    return TahunKinerja.objects.select_related("instansi", "renstra").filter(instansi__kode=kode, tahun=tahun).first()


def indikator_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, Indikator]:
    """The indicators of the year's Renstra and of its budget rows; one query."""
    milik = Q(renstra=tahun_kinerja.renstra_id) | Q(tahun_kinerja=tahun_kinerja)
    return {i.kode: i for i in Indikator.objects.filter(milik)}


def sasaran_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, Sasaran]:
    return {s.kode: s for s in Sasaran.objects.filter(renstra=tahun_kinerja.renstra_id)}


def load_renstra(
    daftar_tahun: Sequence[TahunKinerja], *, sumber: Sumber, induk_anggaran: Mapping[int, str]
) -> dict[int, data.DataRenstra]:
    """The plans as these years know them, per pk of the year: six queries of tables, however many years.

    `induk_anggaran`: id of an indicator → kode of its budget row. Indicators of budget rows carry their place in the
    whole sheet, so they are put back among those of the Renstra.
    """
    pohon = _pohon(sumber, {t.renstra_id for t in daftar_tahun})
    indikator = _baris_indikator(sumber)
    for baris in indikator:
        if baris["milik_tahun"] is not None:
            baris["induk"] = induk_anggaran.get(baris["id"], "")
    indikator_milik = _per_pemilik(indikator)
    target_milik = _per_pemilik(_baris_target(sumber))
    perjanjian = _daftar_perjanjian(sumber)
    return {
        t.pk: data.DataRenstra(
            _identitas(t),
            data.Periode(t.tahun, t.renstra.renstra_awal, t.renstra.renstra_akhir),
            *pohon[t.renstra_id],
            _susun_indikator(_sisipkan(indikator_milik, t)),
            _susun_target(_sisipkan(target_milik, t)),
            perjanjian.get(t.pk, ()),
        )
        for t in daftar_tahun
    }


def load_isi_renstra(renstra: Renstra) -> data.IsiRenstra:
    """What this Renstra says: five queries."""
    sumber = SumberTabel(daftar_renstra=[renstra.pk])
    return data.IsiRenstra(
        *_pohon(sumber, {renstra.pk})[renstra.pk],
        _susun_indikator(_baris_indikator(sumber)),
        _susun_target(_baris_target(sumber)),
    )


def _pohon(sumber: Sumber, daftar_renstra: Collection[int]) -> dict[int, _Pohon]:
    """Misi, tujuan and sasaran per Renstra: three reads."""
    per_misi = kelompokkan(sumber.baris(Misi, "kode", "visi", "uraian"), "milik_renstra")
    per_tujuan = kelompokkan(sumber.baris(Tujuan, "kode", "uraian", induk="misi__kode"), "milik_renstra")
    per_sasaran = kelompokkan(sumber.baris(Sasaran, "kode", "uraian", induk="tujuan__kode"), "milik_renstra")
    return {
        pk: (
            susun_rekaman(data.Misi, per_misi.get(pk, ())),
            susun_rekaman(data.Tujuan, per_tujuan.get(pk, ()), nama_lain={"induk": "misi"}),
            susun_rekaman(data.Sasaran, per_sasaran.get(pk, ()), nama_lain={"induk": "tujuan"}),
        )
        for pk in daftar_renstra
    }


def identitas_kini(instansi: Instansi) -> data.Instansi:
    """The agency as it is now, as a workbook would name it."""
    isi: dict[str, Any] = {nama: getattr(instansi, nama) for nama in data.KOLOM_KINI}
    if instansi.pemda is not None:
        pemda = instansi.pemda
        isi |= {"pemda": pemda.nama, "jenis_pemda": pemda.jenis, "jabatan_kepala_daerah": pemda.jabatan_kepala_daerah}
    return susun_rekaman(data.Instansi, [{"kode": instansi.kode, **isi}])[0]


def _identitas(tahun_kinerja: TahunKinerja) -> data.Instansi:
    isi = {nama: getattr(tahun_kinerja, nama) for nama in data.KOLOM_IDENTITAS}
    return susun_rekaman(data.Instansi, [{"kode": tahun_kinerja.instansi.kode, **isi}])[0]


def _baris_indikator(sumber: Sumber) -> list[dict[str, Any]]:
    daftar = sumber.baris(
        Indikator, *_INDIKATOR, "id", "urutan", induk_sasaran="sasaran__kode", induk_tujuan="tujuan__kode"
    )
    for baris in daftar:
        sasaran, tujuan = baris.pop("induk_sasaran"), baris.pop("induk_tujuan")
        baris["induk"] = sasaran or tujuan or ""
    return daftar


def _baris_target(sumber: Sumber) -> list[dict[str, Any]]:
    return sumber.baris(TargetTahunan, *_TARGET, "id", "urutan", kode="indikator__kode")


def _per_pemilik(daftar: Sequence[dict[str, Any]]) -> _PerPemilik:
    """Rows of each year and rows of each Renstra."""
    tahunan = (b for b in daftar if b["milik_tahun"] is not None)
    rencana = (b for b in daftar if b["milik_tahun"] is None)
    return kelompokkan(tahunan, "milik_tahun"), kelompokkan(rencana, "milik_renstra")


def _susun_indikator(daftar: Iterable[dict[str, Any]]) -> tuple[data.Indikator, ...]:
    return susun_rekaman(data.Indikator, _tanpa_bantuan(daftar))


def _susun_target(daftar: Iterable[dict[str, Any]]) -> tuple[data.TargetTahunan, ...]:
    return susun_rekaman(data.TargetTahunan, _tanpa_bantuan(daftar), nama_lain={"kode": "indikator"})


def _sisipkan(milik: _PerPemilik, tahun_kinerja: TahunKinerja) -> list[dict[str, Any]]:
    """Rows of the year at their places in the sheet, rows of the Renstra in their order around them."""
    per_tahun, per_renstra = milik
    tahunan = list(per_tahun.get(tahun_kinerja.pk, ()))
    hasil: list[dict[str, Any]] = []
    for baris in per_renstra.get(tahun_kinerja.renstra_id, ()):
        while tahunan and tahunan[0]["urutan"] <= len(hasil) + 1:
            hasil.append(tahunan.pop(0))
        hasil.append(baris)
    return hasil + tahunan


def _tanpa_bantuan(daftar: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{n: isi for n, isi in b.items() if n not in _BANTUAN} for b in daftar]


def _daftar_perjanjian(sumber: Sumber) -> dict[int, tuple[data.Perjanjian, ...]]:
    baris = sumber.baris(Perjanjian, "tahun", "versi", "target", "predikat", kode="indikator__kode")
    return {
        pk: susun_rekaman(data.Perjanjian, isi, nama_lain={"kode": "indikator"})
        for pk, isi in kelompokkan(baris, "milik_tahun").items()
    }
