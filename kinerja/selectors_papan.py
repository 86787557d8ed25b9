"""The board of scores, read: only the columns it needs, in a number of queries that grows with nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from kinerja import data
from kinerja.akses_evaluasi import HakPapan
from kinerja.data_evaluasi import (
    TINDAK_LANJUT_TERBUKA,
    AsalEvaluasi,
    JawabanLke,
    Penilai,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.data_papan import BANYAK_TAHUN, DataPapan, EvaluasiPapan, InstansiPapan, RekomendasiPapan
from kinerja.models import (
    Evaluasi,
    JawabanEvaluasi,
    Lke,
    NilaiKomponenEvaluasi,
    RekomendasiEvaluasi,
    Sakip,
)
from kinerja.selectors_evaluasi import load_skema
from renstra.data import DataRenstra, Periode
from renstra.data import Instansi as RekamanInstansi
from renstra.models import Instansi, Pemda


@dataclass(frozen=True)
class LingkupPapan:
    """Which agencies the board is about: those of `penuh` with everything, those of `nilai` with issued scores only.

    `semua`: every agency, in whatever pemda or none.
    """

    penuh: frozenset[int] = frozenset()
    nilai: frozenset[int] = frozenset()
    semua: bool = False

    def syarat(self, jalan: str = "", *, penuh_saja: bool = False) -> Q:
        """Rows of these agencies; `jalan` leads from the row to its agency (`evaluasi__instansi__`)."""
        if self.semua:
            return Q()
        return Q(**{f"{jalan}pemda__in": sorted(self.penuh if penuh_saja else self.penuh | self.nilai)})


def lingkup_papan(hak: HakPapan, pemda: int | None) -> LingkupPapan | None:
    """All that the user may see, or one pemda of it; None where that one is not theirs. One query at most."""
    if pemda is None:
        return LingkupPapan(hak.penuh, hak.nilai - hak.penuh, hak.semua)
    if pemda in hak.penuh or (hak.semua and Pemda.objects.filter(pk=pemda).exists()):
        return LingkupPapan(penuh=frozenset({pemda}))
    return LingkupPapan(nilai=frozenset({pemda})) if pemda in hak.nilai else None


def daftar_pemda_papan(hak: HakPapan) -> list[Pemda]:
    """The pemda that the user can choose from; one query."""
    semua = Pemda.objects.filter(daftar_instansi__isnull=False).distinct()
    return list(semua if hak.semua else semua.filter(pk__in=hak.penuh | hak.nilai))


def banyak_per_tahun(lingkup: LingkupPapan) -> dict[int, int]:
    """Every year evaluated of which something is known: of how many agencies, by evaluations or by workbooks."""
    hasil: dict[int, int] = {}
    lembar = "tahun_kinerja__instansi__"
    daftar = (
        (_evaluasi(lingkup), "instansi"),
        (Sakip.objects.filter(lingkup.syarat(lembar, penuh_saja=True)), lembar + "pk"),
        (Lke.objects.filter(lingkup.syarat(lembar, penuh_saja=True)), lembar + "pk"),
    )
    for kueri, instansi in daftar:
        for tahun, banyak in kueri.order_by().values_list("tahun").annotate(banyak=Count(instansi, distinct=True)):
            hasil[tahun] = max(banyak, hasil.get(tahun, 0))
    return dict(sorted(hasil.items()))


def _evaluasi(lingkup: LingkupPapan) -> QuerySet[Evaluasi]:
    """What this reader may know of: where only scores are shown, an evaluation under way does not exist."""
    terlihat = Q(tahap=TahapEvaluasi.TERBIT) | lingkup.syarat("instansi__", penuh_saja=True)
    milik = Evaluasi.objects.filter(lingkup.syarat("instansi__")).exclude(tahap=TahapEvaluasi.DIBATALKAN)
    return milik if lingkup.semua else milik.filter(terlihat)


def load_papan(lingkup: LingkupPapan, tahun: int, *, hari: date) -> DataPapan:
    """All of the board but the answers (`load_jawaban`): twelve queries."""
    daftar = Instansi.objects.filter(lingkup.syarat()).order_by("nama", "kode")
    instansi = tuple(
        InstansiPapan(pk, kode, nama or kode, pemda_pk, pemda or "")
        for pk, kode, nama, pemda_pk, pemda in daftar.values_list("pk", "kode", "nama", "pemda_id", "pemda__nama")
    )
    lengkap = {i.pemda_pk for i in instansi} if lingkup.semua else lingkup.penuh
    rentang = (tahun - BANYAK_TAHUN + 1, tahun)
    evaluasi = _load_evaluasi(lingkup, rentang)
    return DataPapan(
        tahun, instansi, {(e.instansi, e.tahun): e for e in evaluasi}, load_skema(e.skema for e in evaluasi),
        _load_nilai(lingkup, rentang), {}, _load_buku(lingkup, rentang), _load_rekomendasi(lingkup, hari),
        frozenset(lengkap),
    )  # fmt: skip


def _load_evaluasi(lingkup: LingkupPapan, rentang: tuple[int, int]) -> list[EvaluasiPapan]:
    kolom = ("pk", "instansi_id", "tahun", "skema_id", "tahap", "asal", "tingkat", "nilai_lhe", "predikat_lhe")
    baris = _evaluasi(lingkup).filter(tahun__range=rentang).order_by().values_list(*kolom)
    return [
        EvaluasiPapan(
            pk, instansi, tahun, skema, TahapEvaluasi(tahap), AsalEvaluasi(asal), TingkatIsian(tingkat), nilai, predikat
        )
        for pk, instansi, tahun, skema, tahap, asal, tingkat, nilai, predikat in baris
    ]


def _load_nilai(lingkup: LingkupPapan, rentang: tuple[int, int]) -> dict[int, dict[int, Decimal]]:
    hasil: dict[int, dict[int, Decimal]] = defaultdict(dict)
    baris = NilaiKomponenEvaluasi.objects.filter(
        lingkup.syarat("evaluasi__instansi__"), evaluasi__tahun__range=rentang, evaluasi__tahap=TahapEvaluasi.TERBIT
    )
    for evaluasi, nomor, nilai in baris.order_by().values_list("evaluasi_id", "nomor", "nilai"):
        hasil[evaluasi][nomor] = nilai
    return hasil


def load_jawaban(papan: DataPapan, lingkup: LingkupPapan, daftar_instansi: Collection[int] | None = None) -> DataPapan:
    """The board with the evaluators' answers of its year, of these agencies or of all; one query."""
    hasil: dict[int, dict[tuple[str, int], JawabanLke]] = defaultdict(dict)
    baris = JawabanEvaluasi.objects.filter(
        lingkup.syarat("evaluasi__instansi__"), evaluasi__tahun=papan.tahun, evaluasi__tahap=TahapEvaluasi.TERBIT,
        penilai=Penilai.EVALUATOR,
    )  # fmt: skip
    if daftar_instansi is not None:
        baris = baris.filter(evaluasi__instansi__in=list(daftar_instansi))
    for evaluasi, sub, kriteria, jawaban in baris.order_by().values_list(
        "evaluasi_id", "subkomponen", "kriteria", "jawaban"
    ):
        hasil[evaluasi][sub, kriteria] = JawabanLke(sub, kriteria, jawaban)
    return replace(papan, jawaban=hasil)


def _load_buku(lingkup: LingkupPapan, rentang: tuple[int, int]) -> dict[tuple[int, int], data.DataKinerja]:
    """Scores as the agencies' own workbooks have them, of years without an issued evaluation; the latest workbook.

    Nothing for agencies of which only issued scores are shown.
    """
    sakip: dict[tuple[int, int], dict[int, list[data.Sakip]]] = defaultdict(lambda: defaultdict(list))
    lke: dict[tuple[int, int], dict[int, list[data.Lke]]] = defaultdict(lambda: defaultdict(list))
    skema: dict[tuple[int, int, int], str] = {}
    for kunci, buku, metode, komponen, bobot, nilai in _lembar(
        Sakip.objects.all(), lingkup, rentang, "komponen", "bobot", "nilai"
    ):
        sakip[kunci][buku].append(data.Sakip(kunci[1], komponen, bobot, nilai))
        skema[*kunci, buku] = metode or ""
    for kunci, buku, metode, sub, jawaban in _lembar(Lke.objects.all(), lingkup, rentang, "subkomponen", "jawaban"):
        lke[kunci][buku].append(data.Lke(kunci[1], sub, data.Jawaban(jawaban) if jawaban else None))
        skema[*kunci, buku] = metode or ""
    hasil = {}
    for kunci in {*sakip, *lke}:
        terbaru = max({*sakip.get(kunci, ()), *lke.get(kunci, ())})
        daftar = sakip.get(kunci, {}).get(terbaru, []), lke.get(kunci, {}).get(terbaru, [])
        hasil[kunci] = _rekaman_buku(terbaru, skema[*kunci, terbaru], *daftar)
    return hasil


def _lembar(
    kueri: QuerySet[Any, Any], lingkup: LingkupPapan, rentang: tuple[int, int], *kolom: str
) -> Iterator[tuple[Any, ...]]:
    """((agency, year evaluated), year of the workbook, scheme that it sets, columns …) in the order of the sheet."""
    # The sum keeps SQLite from looking the year up first, which two thousand agencies share: 2 s against 20 ms.
    terbit = Evaluasi.objects.annotate(tahun_terbit=F("tahun") + 0).filter(
        instansi=OuterRef("tahun_kinerja__instansi"), tahun_terbit=OuterRef("tahun"), tahap=TahapEvaluasi.TERBIT
    )
    baris = kueri.filter(
        ~Exists(terbit), lingkup.syarat("tahun_kinerja__instansi__", penuh_saja=True), tahun__range=rentang
    ).order_by("id")
    metode = F("tahun_kinerja__metode_pengukuran__skema_sakip")
    for instansi, tahun, buku, skema, *isi in baris.values_list(
        "tahun_kinerja__instansi_id", "tahun", "tahun_kinerja__tahun", metode, *kolom
    ):
        yield (instansi, tahun), buku, skema, *isi


def _rekaman_buku(tahun: int, skema: str, sakip: list[data.Sakip], lke: list[data.Lke]) -> data.DataKinerja:
    return data.DataKinerja(
        DataRenstra(RekamanInstansi(""), Periode(tahun)),
        data.MetodePengukuran(skema_sakip=data.SkemaSakip(skema) if skema else None),
        daftar_sakip=tuple(sakip),
        daftar_lke=tuple(lke),
    )


def _load_rekomendasi(lingkup: LingkupPapan, hari: date) -> Mapping[int, RekomendasiPapan]:
    """Open recommendations of every issued LHE, whatever its year: an old one is open until somebody closes it."""
    terbuka = RekomendasiEvaluasi.objects.filter(
        lingkup.syarat("evaluasi__instansi__", penuh_saja=True),
        evaluasi__tahap=TahapEvaluasi.TERBIT,
        keadaan__in=[k.value for k in TINDAK_LANJUT_TERBUKA],
    ).order_by()
    baris = terbuka.values_list("evaluasi__instansi").annotate(
        banyak=Count("pk"), terlambat=Count("pk", filter=Q(batas_waktu__lt=hari))
    )
    return {instansi: RekomendasiPapan(banyak, terlambat) for instansi, banyak, terlambat in baris}
