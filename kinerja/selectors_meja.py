"""The evaluators' desk read: which agencies, which evaluations, whose turn it is. Each page in a constant number of
queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from kinerja.data_evaluasi import AsalEvaluasi, PeranTim, TahapEvaluasi
from kinerja.data_meja import BELUM_DIBUKA, PELAKU_PER_TAHAP, PENUTUP_TANGGAPAN, AnggotaTim, BarisMeja, RingkasEvaluasi
from kinerja.models import Evaluasi, TimEvaluasi
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, Pemda, Penugasan, Peran, TahunKinerja
from renstra.selectors_unit import berlaku_pada


@dataclass(frozen=True)
class SaringMeja:
    """What the desk shows. `tahap`: a stage, BELUM_DIBUKA, or '' for all; `menunggu`: pk of whose turn it has to be."""

    tahun: int
    cari: str = ""
    tahap: str = ""
    menunggu: int | None = None


def cari_meja(pemda: Pemda, saring: SaringMeja, hari: date) -> QuerySet[Instansi]:
    """The agencies of the pemda that fit, by name."""
    daftar = pemda.daftar_instansi.order_by("nama", "kode")
    if saring.cari:
        cocok = Q(nama__icontains=saring.cari) | Q(kode__icontains=saring.cari) | Q(singkatan__icontains=saring.cari)
        daftar = daftar.filter(cocok)
    milik = Evaluasi.objects.filter(instansi=OuterRef("pk"), tahun=saring.tahun)
    if saring.tahap == BELUM_DIBUKA:
        daftar = daftar.filter(~Exists(milik.exclude(tahap=TahapEvaluasi.DIBATALKAN)))
    elif saring.tahap:
        daftar = daftar.filter(Exists(milik.filter(tahap=saring.tahap)))
    if saring.menunggu is not None:
        daftar = daftar.filter(Exists(milik.filter(_giliran(saring.menunggu, hari))))
    return daftar


def _giliran(pengguna: int, hari: date) -> Q:
    """Evaluations whose next step is this user's."""
    syarat = Q()
    for tahap, peran in PELAKU_PER_TAHAP.items():
        syarat |= Q(evaluasi__tahap=tahap, peran__in=peran)
    syarat |= Q(
        evaluasi__tahap=TahapEvaluasi.TANGGAPAN, evaluasi__batas_tanggapan__lt=hari, peran__in=PENUTUP_TANGGAPAN
    )
    return Q(pk__in=TimEvaluasi.objects.filter(syarat, pengguna=pengguna).values("evaluasi"))


def daftar_giliran(pengguna: Pengguna, hari: date) -> list[Evaluasi]:
    """Every evaluation whose next step is this user's, the oldest year first; one query."""
    daftar = Evaluasi.objects.filter(_giliran(pengguna.pk, hari)).select_related("instansi")
    return list(daftar.order_by("tahun", "instansi__nama"))


def daftar_tugas_instansi(daftar_instansi: Iterable[int], daftar_penilai: Iterable[int]) -> list[Evaluasi]:
    """Evaluations of these agencies whose findings wait for the agency's reply, and those of `daftar_penilai` whose
    own assessment is not sent yet; one query.
    """
    tanggapan = Q(instansi__in=set(daftar_instansi), tahap=TahapEvaluasi.TANGGAPAN)
    mandiri = Q(
        instansi__in=set(daftar_penilai), tahap=TahapEvaluasi.PENILAIAN, asal=AsalEvaluasi.DIKERJAKAN,
        mandiri_pada__isnull=True,
    )  # fmt: skip
    daftar = Evaluasi.objects.filter(tanggapan | mandiri)
    return list(daftar.select_related("instansi").order_by("batas_tanggapan", "instansi__nama"))


def baris_meja(daftar: Sequence[Instansi], tahun: int, *, tahap: str = "") -> list[BarisMeja]:
    """These agencies with their evaluation of the year; three queries. A cancelled one shows only when asked for."""
    milik = Evaluasi.objects.filter(instansi__in=[i.pk for i in daftar], tahun=tahun).select_related("skema")
    dibatalkan = tahap == TahapEvaluasi.DIBATALKAN
    milik = milik.filter(tahap=tahap) if dibatalkan else milik.exclude(tahap=TahapEvaluasi.DIBATALKAN)
    per_instansi = {e.instansi_id: e for e in milik.order_by("pk")}
    tim = tim_per_evaluasi(per_instansi.values())
    berdata = set(
        TahunKinerja.objects.filter(instansi__in=[i.pk for i in daftar], tahun=tahun).values_list("instansi", flat=True)
    )
    return [
        BarisMeja(
            i.pk, i.kode, i.nama or i.kode, i.pk in berdata,
            ringkas(per_instansi[i.pk], tim) if i.pk in per_instansi else None,
        )
        for i in daftar
    ]  # fmt: skip


def ringkas(evaluasi: Evaluasi, tim: Mapping[int, tuple[AnggotaTim, ...]]) -> RingkasEvaluasi:
    """The record of a row that came with its scheme."""
    return RingkasEvaluasi(
        evaluasi.pk, evaluasi.tahun, TahapEvaluasi(evaluasi.tahap), AsalEvaluasi(evaluasi.asal), evaluasi.skema.nama,
        tim.get(evaluasi.pk, ()), evaluasi.batas_tanggapan, evaluasi.nilai_lhe, evaluasi.predikat_lhe,
    )  # fmt: skip


def tim_per_evaluasi(
    daftar: Iterable[Evaluasi], *, bertugas: frozenset[int] | None = None
) -> dict[int, tuple[AnggotaTim, ...]]:
    """The teams, ketua and pengendali first; one query. `bertugas`: pk of those who still work for the APIP."""
    urutan = {PeranTim.KETUA: 0, PeranTim.PENGENDALI: 1, PeranTim.ANGGOTA: 2}
    hasil: dict[int, list[AnggotaTim]] = defaultdict(list)
    baris = TimEvaluasi.objects.filter(evaluasi__in=[e.pk for e in daftar]).select_related("pengguna").order_by("pk")
    for satu in baris:
        hadir = bertugas is None or satu.pengguna_id in bertugas
        hasil[satu.evaluasi_id].append(AnggotaTim(satu.pengguna_id, str(satu.pengguna), PeranTim(satu.peran), hadir))
    return {pk: tuple(sorted(tim, key=lambda a: urutan[a.peran])) for pk, tim in hasil.items()}


def banyak_per_tahap(pemda: Pemda, tahun: int) -> dict[str, int]:
    """How many agencies of the pemda are in which stage, those without an evaluation included; two queries."""
    milik = Evaluasi.objects.filter(instansi__pemda=pemda, tahun=tahun)
    per_tahap = dict(milik.values_list("tahap").annotate(n=Count("pk")).order_by())
    dibuka = sum(n for tahap, n in per_tahap.items() if tahap != TahapEvaluasi.DIBATALKAN)
    belum = pemda.daftar_instansi.count() - dibuka
    return {BELUM_DIBUKA: belum, **{t.value: per_tahap.get(t.value, 0) for t in TahapEvaluasi}}


def daftar_tahun_evaluasi(pemda: Pemda) -> list[int]:
    """Every year of which an agency of the pemda has data or an evaluation, oldest first; one query."""
    data = TahunKinerja.objects.filter(instansi__pemda=pemda).order_by().values_list("tahun")
    return sorted(
        t for (t,) in data.union(Evaluasi.objects.filter(instansi__pemda=pemda).order_by().values_list("tahun"))
    )


def daftar_pemeriksa(pemda: Pemda, hari: date) -> QuerySet[Pengguna]:
    """Who may be in a team: active users who work for the APIP of this pemda on the day, by name."""
    tugas = Penugasan.objects.filter(berlaku_pada(hari), peran=Peran.INSPEKTORAT, pemda=pemda)
    return Pengguna.objects.filter(is_active=True, pk__in=tugas.values("pengguna")).order_by("nama", "username")


def hasil_tercatat(pemda: Pemda) -> dict[tuple[int, int], tuple[int, AsalEvaluasi]]:
    """Which evaluation (pk) an agency (pk) has of which year, and where it comes from; one query."""
    milik = Evaluasi.objects.filter(instansi__pemda=pemda).exclude(tahap=TahapEvaluasi.DIBATALKAN)
    baris = milik.order_by().values_list("instansi", "tahun", "pk", "asal")
    return {(instansi, tahun): (pk, AsalEvaluasi(asal)) for instansi, tahun, pk, asal in baris}


def daftar_instansi_dinilai(pemda: Pemda) -> list[Instansi]:
    """The agencies of the pemda, by name."""
    return list(pemda.daftar_instansi.select_related("pemda").order_by("nama", "kode"))
