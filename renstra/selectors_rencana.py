"""Everything that the editor of the plan reads: the rows of a Renstra with their pk, one indicator with all it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Model, Q, QuerySet

from lkjip.dasar.rekaman import susun_rekaman
from renstra import data
from renstra.data_rencana import (
    DAFTAR_INDUK,
    BarisRencana,
    IndikatorRencana,
    JenisBaris,
    Kerangka,
    RincianIndikator,
    Target,
    acuan,
)
from renstra.models import Indikator, Misi, Sasaran, TahunKinerja, TargetTahunan, Tujuan
from renstra.models import RincianIndikator as BarisRincian

MODEL: dict[JenisBaris, type[Misi] | type[Tujuan] | type[Sasaran] | type[Indikator]] = {
    JenisBaris.MISI: Misi,
    JenisBaris.TUJUAN: Tujuan,
    JenisBaris.SASARAN: Sasaran,
    JenisBaris.INDIKATOR: Indikator,
}
_ISI_INDIKATOR = (
    "kode", "uraian", "satuan", "jenis", "arah", "akumulasi", "iku", "bobot", "formulasi", "sumber_data",
    "penanggung_jawab",
)  # fmt: skip
_ISI_RINCIAN = ("definisi", "alasan", "cara_hitung", "uraian_pembilang", "uraian_penyebut")


def milik(tahun_kinerja: TahunKinerja) -> Q:
    """The indicators of the year's Renstra and those of its budget rows."""
    return Q(renstra=tahun_kinerja.renstra_id) | Q(tahun_kinerja=tahun_kinerja)


def load_kerangka(renstra_id: int) -> Kerangka:
    """All rows of the Renstra with the targets of its indicators: five queries."""
    misi = Misi.objects.filter(renstra=renstra_id).values("pk", "kode", "uraian", "visi")
    tujuan = Tujuan.objects.filter(renstra=renstra_id).values_list("pk", "kode", "uraian", "misi_id")
    sasaran = Sasaran.objects.filter(renstra=renstra_id).values_list("pk", "kode", "uraian", "tujuan_id")
    daftar = [BarisRencana(JenisBaris.MISI, b["pk"], b["kode"], b["uraian"], visi=b["visi"]) for b in misi]
    for jenis, baris, nama in ((JenisBaris.TUJUAN, tujuan, "misi"), (JenisBaris.SASARAN, sasaran, "tujuan")):
        daftar += [BarisRencana(jenis, pk, kode, uraian, acuan(nama, induk)) for pk, kode, uraian, induk in baris]
    return Kerangka(tuple(daftar), load_indikator(Indikator.objects.filter(renstra=renstra_id)))


def load_indikator(daftar: QuerySet[Indikator]) -> tuple[IndikatorRencana, ...]:
    """These indicators with their targets, in their order, without details: two queries."""
    baris = list(daftar.values("pk", "tujuan_id", "sasaran_id", *_ISI_INDIKATOR))
    target = _target_per_indikator(TargetTahunan.objects.filter(indikator__in=[b["pk"] for b in baris]))
    hasil = []
    for b in baris:
        induk = acuan("sasaran", b["sasaran_id"]) or acuan("tujuan", b["tujuan_id"])
        isi = susun_rekaman(data.Indikator, [{"induk": "", **{n: b[n] for n in _ISI_INDIKATOR}}])[0]
        hasil.append(IndikatorRencana(b["pk"], induk, isi, target.get(b["pk"], {})))
    return tuple(hasil)


def load_indikator_anggaran(tahun_kinerja: TahunKinerja) -> tuple[IndikatorRencana, ...]:
    """The indicators of the year's budget rows; which row each hangs on, `anggaran` knows."""
    return load_indikator(Indikator.objects.filter(tahun_kinerja=tahun_kinerja))


def ambil_rincian(indikator_id: int) -> RincianIndikator:
    """What the IKU form says of the indicator beyond the workbook; empty where nothing is stored."""
    baris = BarisRincian.objects.filter(indikator=indikator_id).values(*_ISI_RINCIAN)
    return next(iter(susun_rekaman(RincianIndikator, baris)), RincianIndikator())


def ambil_baris(tahun_kinerja: TahunKinerja, jenis: JenisBaris, pk: int) -> Model | None:
    """The row of this kind, if it belongs to the year's plan."""
    if jenis not in MODEL:
        return None
    syarat = milik(tahun_kinerja) if jenis is JenisBaris.INDIKATOR else Q(renstra=tahun_kinerja.renstra_id)
    return MODEL[jenis]._default_manager.filter(syarat, pk=pk).first()


def daftar_indikator_baris(baris: Model) -> list[int]:
    """Indicators that go when the row goes: those of a tujuan or sasaran, or the indicator itself."""
    if isinstance(baris, Indikator):
        return [baris.pk]
    nama = baris._meta.model_name
    if nama not in DAFTAR_INDUK[JenisBaris.INDIKATOR]:
        return []
    return list(Indikator.objects.filter(**{nama: baris}).values_list("pk", flat=True))


def tahun_berbagi(tahun_kinerja: TahunKinerja) -> list[int]:
    """The other years that share this year's Renstra."""
    lain = TahunKinerja.objects.filter(renstra=tahun_kinerja.renstra_id).exclude(pk=tahun_kinerja.pk)
    return list(lain.order_by("tahun").values_list("tahun", flat=True))


def semua_kode_indikator(tahun_kinerja: TahunKinerja) -> list[str]:
    """Every kode that an indicator of this plan may not have: the Renstra's, and of all years that share it."""
    syarat = Q(renstra=tahun_kinerja.renstra_id) | Q(tahun_kinerja__renstra=tahun_kinerja.renstra_id)
    return list(Indikator.objects.filter(syarat).order_by("urutan", "id").values_list("kode", flat=True))


def pemilik_kode(renstra_id: int, kode: str) -> str:
    """What in this plan has the kode and may be the parent of an indicator: "tujuan", "sasaran", or ''."""
    for nama, model in (("tujuan", Tujuan), ("sasaran", Sasaran)):
        if model.objects.filter(renstra=renstra_id, kode=kode).exists():
            return nama
    return ""


def daftar_satuan(tahun_kinerja: TahunKinerja) -> list[str]:
    """Units of measurement that this plan uses already."""
    terisi = Indikator.objects.filter(milik(tahun_kinerja)).exclude(satuan="")
    return list(terisi.order_by("satuan").values_list("satuan", flat=True).distinct())


def tahun_bertarget(daftar: Iterable[IndikatorRencana]) -> Collection[int]:
    """Every year for which one of these has a target."""
    return {tahun for i in daftar for tahun in i.target}


def _target_per_indikator(daftar: QuerySet[TargetTahunan]) -> dict[int, dict[int, Target]]:
    hasil: dict[int, dict[int, Target]] = defaultdict(dict)
    for b in daftar.values("indikator_id", "tahun", "target", "predikat"):
        hasil[b["indikator_id"]][b["tahun"]] = Target(b["target"], b["predikat"])
    return hasil
