"""Everything read about planning: agencies and years for lists, records for computing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from lkjip.dasar.rekaman import susun_rekaman
from renstra import data
from renstra.models import Indikator, Instansi, Misi, Perjanjian, Renstra, Sasaran, TahunKinerja, TargetTahunan, Tujuan

_IDENTITAS = (
    "nama", "singkatan", "pemda", "jenis_pemda", "jabatan_kepala_daerah", "tempat", "jabatan_kepala", "nama_kepala",
    "nip_kepala", "pangkat_kepala",
)  # fmt: skip
_INDIKATOR = (
    "kode", "uraian", "satuan", "jenis", "arah", "akumulasi", "iku", "bobot", "formulasi", "sumber_data",
    "penanggung_jawab",
)  # fmt: skip
_TARGET = ("tahun", "target", "predikat")


@dataclass(frozen=True)
class IsiRenstra:
    """What a Renstra says, without the rows that belong to one year only: two plans are the same if these are equal."""

    daftar_misi: tuple[data.Misi, ...]
    daftar_tujuan: tuple[data.Tujuan, ...]
    daftar_sasaran: tuple[data.Sasaran, ...]
    daftar_indikator: tuple[data.Indikator, ...]
    daftar_target_tahunan: tuple[data.TargetTahunan, ...]


def daftar_tahun(instansi: Instansi) -> QuerySet[TahunKinerja]:
    return TahunKinerja.objects.filter(instansi=instansi).select_related("instansi", "renstra").order_by("-tahun")


def ambil_tahun_kinerja(kode: str, tahun: int) -> TahunKinerja | None:
    return TahunKinerja.objects.select_related("instansi", "renstra").filter(instansi__kode=kode, tahun=tahun).first()


def indikator_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, Indikator]:
    """The indicators of the year's Renstra and of its budget rows; one query."""
    return {i.kode: i for i in Indikator.objects.filter(_milik(tahun_kinerja))}


def sasaran_per_kode(tahun_kinerja: TahunKinerja) -> dict[str, Sasaran]:
    return {s.kode: s for s in Sasaran.objects.filter(renstra=tahun_kinerja.renstra_id)}


def load_renstra(tahun_kinerja: TahunKinerja, *, induk_anggaran: Mapping[int, str]) -> data.DataRenstra:
    """The plan as this year knows it: six queries. `induk_anggaran`: id of an indicator → kode of its budget row.

    Indicators of budget rows carry their place in the whole sheet, so they are put back among those of the Renstra.
    """
    misi, tujuan, sasaran = _pohon(tahun_kinerja.renstra_id)
    indikator = _baris_indikator(Indikator.objects.filter(_milik(tahun_kinerja)))
    for baris in indikator:
        if baris["milik_tahun"] is not None:
            baris["induk"] = induk_anggaran.get(baris["id"], "")
    target = _baris_target(TargetTahunan.objects.filter(_milik(tahun_kinerja, "indikator__")))
    return data.DataRenstra(
        instansi=_identitas(tahun_kinerja),
        periode=data.Periode(
            tahun_kinerja.tahun, tahun_kinerja.renstra.renstra_awal, tahun_kinerja.renstra.renstra_akhir
        ),
        daftar_misi=misi,
        daftar_tujuan=tujuan,
        daftar_sasaran=sasaran,
        daftar_indikator=_susun_indikator(_sisipkan(indikator)),
        daftar_target_tahunan=_susun_target(_sisipkan(target)),
        daftar_perjanjian=_daftar_perjanjian(tahun_kinerja),
    )


def load_isi_renstra(renstra: Renstra) -> IsiRenstra:
    """What this Renstra says: five queries."""
    return IsiRenstra(
        *_pohon(renstra.pk),
        _susun_indikator(_baris_indikator(Indikator.objects.filter(renstra=renstra))),
        _susun_target(_baris_target(TargetTahunan.objects.filter(indikator__renstra=renstra))),
    )


def _milik(tahun_kinerja: TahunKinerja, awalan: str = "") -> Q:
    """Rows of the year's Renstra and of its budget rows; `awalan` leads from a row to its indicator."""
    milik_renstra = {f"{awalan}renstra": tahun_kinerja.renstra_id}
    return Q(**milik_renstra) | Q(**{f"{awalan}tahun_kinerja": tahun_kinerja.pk})


def _pohon(renstra: int) -> tuple[tuple[data.Misi, ...], tuple[data.Tujuan, ...], tuple[data.Sasaran, ...]]:
    urut = ("urutan", "id")
    misi = Misi.objects.filter(renstra=renstra).order_by(*urut).values("kode", "visi", "uraian")
    tujuan = Tujuan.objects.filter(renstra=renstra).order_by(*urut).values("kode", "uraian", induk=F("misi__kode"))
    sasaran = Sasaran.objects.filter(renstra=renstra).order_by(*urut).values("kode", "uraian", induk=F("tujuan__kode"))
    return (
        susun_rekaman(data.Misi, misi),
        susun_rekaman(data.Tujuan, tujuan, nama_lain={"induk": "misi"}),
        susun_rekaman(data.Sasaran, sasaran, nama_lain={"induk": "tujuan"}),
    )


def _identitas(tahun_kinerja: TahunKinerja) -> data.Instansi:
    isi = {nama: getattr(tahun_kinerja, nama) for nama in _IDENTITAS}
    return susun_rekaman(data.Instansi, [{"kode": tahun_kinerja.instansi.kode, **isi}])[0]


def _baris_indikator(daftar: QuerySet[Indikator]) -> list[dict[str, Any]]:
    induk = Coalesce("sasaran__kode", "tujuan__kode", Value(""))
    urut = daftar.order_by("urutan", "id")
    return list(urut.values(*_INDIKATOR, "id", "urutan", induk=induk, milik_tahun=F("tahun_kinerja")))


def _baris_target(daftar: QuerySet[TargetTahunan]) -> list[dict[str, Any]]:
    acuan = {"kode": F("indikator__kode"), "milik_tahun": F("indikator__tahun_kinerja")}
    return list(daftar.order_by("urutan", "id").values(*_TARGET, "id", "urutan", **acuan))


def _susun_indikator(daftar: Iterable[dict[str, Any]]) -> tuple[data.Indikator, ...]:
    return susun_rekaman(data.Indikator, _tanpa_bantuan(daftar))


def _susun_target(daftar: Iterable[dict[str, Any]]) -> tuple[data.TargetTahunan, ...]:
    return susun_rekaman(data.TargetTahunan, _tanpa_bantuan(daftar), nama_lain={"kode": "indikator"})


def _sisipkan(daftar: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of the year at their places in the sheet, rows of the Renstra in their order around them."""
    tahunan = [baris for baris in daftar if baris["milik_tahun"] is not None]
    hasil: list[dict[str, Any]] = []
    for baris in (b for b in daftar if b["milik_tahun"] is None):
        while tahunan and tahunan[0]["urutan"] <= len(hasil) + 1:
            hasil.append(tahunan.pop(0))
        hasil.append(baris)
    return hasil + tahunan


def _tanpa_bantuan(daftar: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{n: isi for n, isi in b.items() if n not in ("id", "urutan", "milik_tahun")} for b in daftar]


def _daftar_perjanjian(tahun_kinerja: TahunKinerja) -> tuple[data.Perjanjian, ...]:
    baris = (
        Perjanjian.objects.filter(tahun_kinerja=tahun_kinerja)
        .order_by("urutan", "id")
        .values("tahun", "versi", "target", "predikat", kode=F("indikator__kode"))
    )
    return susun_rekaman(data.Perjanjian, baris, nama_lain={"kode": "indikator"})
