"""Everything read about findings and recommendations of evaluations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When

from kinerja.data_evaluasi import (
    TINDAK_LANJUT_TERBUKA,
    JenisCatatan,
    KeadaanTindakLanjut,
    RekamRekomendasi,
    SikapTanggapan,
    TahapEvaluasi,
)
from kinerja.data_rekomendasi import (
    RENTANG_UMUR,
    SEBUTAN_KEADAAN,
    ButirCatatan,
    ButirRekomendasi,
    KelompokUmur,
    LaporanTindakLanjut,
    UsulRekomendasi,
    banyak_kali,
)
from kinerja.models import CatatanEvaluasi, Evaluasi, KomponenSkema, RekomendasiEvaluasi, TindakLanjut
from renstra.akses import SiapaPun, daftar_instansi_terlihat
from renstra.models import Instansi, Pemda

_TERBUKA = Q(keadaan__in=sorted(TINDAK_LANJUT_TERBUKA))


def rekomendasi_terbit() -> QuerySet[RekomendasiEvaluasi]:
    """Those of issued LHE, with the name of their component (`nama_komponen`), agency, unit and finding."""
    komponen = KomponenSkema.objects.filter(skema=OuterRef("evaluasi__skema"), nomor=OuterRef("komponen"))
    return (
        RekomendasiEvaluasi.objects.filter(evaluasi__tahap=TahapEvaluasi.TERBIT)
        .annotate(nama_komponen=Subquery(komponen.values("nama")[:1]))
        .select_related("evaluasi__instansi", "unit", "catatan")
    )


def rekomendasi_terlihat(pengguna: SiapaPun) -> QuerySet[RekomendasiEvaluasi]:
    """Those of every agency that the user may see."""
    return rekomendasi_terbit().filter(evaluasi__instansi__in=daftar_instansi_terlihat(pengguna))


def ambil_rekomendasi(pengguna: SiapaPun, pk: int) -> RekomendasiEvaluasi | None:
    return rekomendasi_terlihat(pengguna).filter(pk=pk).first()


def ambil_tindak_lanjut(pengguna: SiapaPun, pk: int) -> TindakLanjut | None:
    """A report about a recommendation that the user may see."""
    return TindakLanjut.objects.filter(pk=pk, rekomendasi__in=rekomendasi_terlihat(pengguna)).first()


def load_butir(daftar: Iterable[RekomendasiEvaluasi]) -> tuple[ButirRekomendasi, ...]:
    """The records of these rows (`rekomendasi_terbit`): two queries besides theirs."""
    baris = list(daftar)
    laporan: dict[int, list[LaporanTindakLanjut]] = {b.pk: [] for b in baris}
    for t in TindakLanjut.objects.filter(rekomendasi__in=laporan).order_by("id"):
        laporan[t.rekomendasi_id].append(_laporan(t))
    ulangan, tahun = _rantai({b.evaluasi.instansi_id for b in baris})
    pengulang = {lama: tahun[baru] for baru, lama in ulangan.items() if lama is not None}
    return tuple(
        ButirRekomendasi(
            pk=b.pk, kode=b.evaluasi.instansi.kode, instansi=b.evaluasi.instansi.nama or b.evaluasi.instansi.kode,
            tahun=b.evaluasi.tahun, nomor_komponen=b.komponen,
            komponen=b.nama_komponen or f"Komponen {b.komponen}",  # type: ignore[attr-defined]
            rekomendasi=b.rekomendasi, keadaan=KeadaanTindakLanjut(b.keadaan), batas_waktu=b.batas_waktu,
            tanggal_lhe=b.evaluasi.tanggal_lhe, temuan=b.catatan.isi if b.catatan else "",
            unit=b.unit.nama if b.unit else "", pk_unit=b.unit_id, penanggung_jawab=b.penanggung_jawab,
            kali=banyak_kali(b.pk, ulangan), diulang=pengulang.get(b.pk), daftar_laporan=tuple(laporan[b.pk]),
        )
        for b in baris
    )  # fmt: skip


def _laporan(t: TindakLanjut) -> LaporanTindakLanjut:
    return LaporanTindakLanjut(
        t.pk, t.uraian, KeadaanTindakLanjut(t.keadaan), t.nama_oleh, t.waktu, t.nama_berkas, t.ukuran, t.tautan,
        KeadaanTindakLanjut(t.putusan) if t.putusan else None, t.catatan_putusan, t.nama_pemutus, t.diputus_pada,
    )  # fmt: skip


def _rantai(daftar_instansi: Iterable[int]) -> tuple[dict[int, int | None], dict[int, int]]:
    """Of all issued recommendations of these agencies: what each repeats, and the year of each."""
    daftar = RekomendasiEvaluasi.objects.filter(
        evaluasi__tahap=TahapEvaluasi.TERBIT, evaluasi__instansi__in=set(daftar_instansi)
    ).values_list("pk", "ulangan", "evaluasi__tahun")
    ulangan: dict[int, int | None] = {}
    tahun: dict[int, int] = {}
    for pk, lama, satu in daftar:
        ulangan[pk], tahun[pk] = lama, satu
    return ulangan, tahun


def daftar_butir_instansi(instansi: Instansi, *, sebelum: int | None = None) -> tuple[ButirRekomendasi, ...]:
    """Every issued recommendation of the agency, the newest LHE first; `sebelum`: only of years before it."""
    daftar = rekomendasi_terbit().filter(evaluasi__instansi=instansi)
    if sebelum is not None:
        daftar = daftar.filter(evaluasi__tahun__lt=sebelum)
    return load_butir(daftar.order_by("-evaluasi__tahun", "komponen", "urutan", "pk"))


def daftar_rekomendasi_terbit(instansi: Instansi, *, sebelum: int | None = None) -> tuple[RekamRekomendasi, ...]:
    """What other parts show of the agency's recommendations, oldest LHE first. Three queries.

    `sebelum`: only of years evaluated before it. `tindak_lanjut` is the latest report's text.
    """
    return tuple(
        RekamRekomendasi(
            b.pk, b.tahun, b.komponen, b.rekomendasi, b.keadaan, b.batas_waktu, b.terakhir.uraian if b.terakhir else ""
        )
        for b in sorted(daftar_butir_instansi(instansi, sebelum=sebelum), key=lambda b: b.tahun)
    )


def load_catatan(evaluasi: Evaluasi) -> tuple[ButirCatatan, ...]:
    """Findings and what deserves credit, by component in their order, each with its recommendations; two queries."""
    rekomendasi = Prefetch(
        "daftar_rekomendasi", RekomendasiEvaluasi.objects.select_related("ulangan__evaluasi").order_by("urutan", "pk")
    )
    milik = CatatanEvaluasi.objects.filter(evaluasi=evaluasi).select_related("ditanggapi_oleh")
    return tuple(
        ButirCatatan(
            c.pk, c.komponen, JenisCatatan(c.jenis), c.isi, c.subkomponen, c.tanggapan,
            str(c.ditanggapi_oleh or ""), c.ditanggapi_pada, SikapTanggapan(c.sikap) if c.sikap else None, c.balasan,
            tuple(_usul(r) for r in c.daftar_rekomendasi.all()),
        )
        for c in milik.order_by("komponen", "urutan", "pk").prefetch_related(rekomendasi)
    )  # fmt: skip


def load_rekomendasi_bebas(evaluasi: Evaluasi) -> tuple[UsulRekomendasi, ...]:
    """Recommendations that stand under no finding, by component in their order; one query."""
    milik = RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi, catatan__isnull=True)
    return tuple(_usul(r) for r in milik.select_related("ulangan__evaluasi").order_by("komponen", "urutan", "pk"))


def _usul(r: RekomendasiEvaluasi) -> UsulRekomendasi:
    return UsulRekomendasi(
        r.pk, r.komponen, r.rekomendasi, r.batas_waktu, r.ulangan.evaluasi.tahun if r.ulangan else None
    )


def daftar_pk_diulang(evaluasi: Evaluasi) -> frozenset[int]:
    """Earlier recommendations that this evaluation repeats."""
    milik = RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi, ulangan__isnull=False)
    return frozenset(milik.values_list("ulangan", flat=True))  # type: ignore[arg-type]


@dataclass(frozen=True)
class Saringan:
    """What the ageing list is asked for. `keadaan` '': open ones; "semua": all; else that state."""

    cari: str = ""
    keadaan: str = ""
    umur: KelompokUmur | None = None
    lewat: bool = False
    komponen: str = ""
    instansi: str = ""


def _dicari(saringan: Saringan) -> Q:
    """Without state and age, which the counts beside the list tell apart."""
    syarat = Q()
    if saringan.cari:
        syarat &= (
            Q(rekomendasi__icontains=saringan.cari)
            | Q(evaluasi__instansi__nama__icontains=saringan.cari)
            | Q(evaluasi__instansi__singkatan__icontains=saringan.cari)
            | Q(penanggung_jawab__icontains=saringan.cari)
            | Q(unit__nama__icontains=saringan.cari)
        )
    if saringan.komponen:
        syarat &= Q(nama_komponen=saringan.komponen)
    return syarat & Q(evaluasi__instansi__kode=saringan.instansi) if saringan.instansi else syarat


def lewat_pada(hari: date) -> Q:
    """Open and past its due date."""
    return _TERBUKA & Q(batas_waktu__lt=hari)


def berumur(kelompok: KelompokUmur, hari: date) -> Q:
    """The LHE is so many days old on this day."""
    awal, akhir = RENTANG_UMUR[kelompok]
    syarat = Q(evaluasi__tanggal_lhe__lte=hari - timedelta(days=awal))
    return syarat if akhir is None else syarat & Q(evaluasi__tanggal_lhe__gte=hari - timedelta(days=akhir))


def saring_rekomendasi(pengguna: SiapaPun, saringan: Saringan, hari: date) -> QuerySet[RekomendasiEvaluasi]:
    """The ageing list: overdue ones first, the longest overdue on top; then the oldest LHE."""
    syarat = _dicari(saringan)
    if saringan.keadaan != "semua":
        syarat &= Q(keadaan=saringan.keadaan) if saringan.keadaan else _TERBUKA
    if saringan.umur:
        syarat &= berumur(saringan.umur, hari)
    if saringan.lewat:
        syarat &= lewat_pada(hari)
    giliran = Case(When(lewat_pada(hari), then=Value(0)), default=Value(1), output_field=IntegerField())
    batas = Case(When(lewat_pada(hari), then=F("batas_waktu")))
    daftar = rekomendasi_terlihat(pengguna).filter(syarat)
    return daftar.order_by(giliran, batas, F("evaluasi__tanggal_lhe").asc(nulls_last=True), "pk")


def hitung_rekomendasi(pengguna: SiapaPun, saringan: Saringan, hari: date) -> Mapping[str, int]:
    """How many there are: per state, per age (of the open ones), overdue, open, all. One query."""
    hitungan: dict[str, Any] = {f"keadaan_{k.value}": Count("pk", filter=Q(keadaan=k)) for k in SEBUTAN_KEADAAN}
    hitungan |= {f"umur_{k.name}": Count("pk", filter=_TERBUKA & berumur(k, hari)) for k in KelompokUmur}
    hitungan |= {
        "lewat": Count("pk", filter=lewat_pada(hari)),
        "terbuka": Count("pk", filter=_TERBUKA),
        "semua": Count("pk"),
    }
    return rekomendasi_terlihat(pengguna).filter(_dicari(saringan)).aggregate(**hitungan)


def pilihan_saringan(pengguna: SiapaPun) -> tuple[list[tuple[str, str]], list[str]]:
    """Agencies (kode, name) of the user's recommendations, and the components of their schemes; two queries."""
    terlihat = rekomendasi_terlihat(pengguna)
    instansi = Instansi.objects.filter(pk__in=terlihat.values("evaluasi__instansi")).order_by("nama")
    komponen = KomponenSkema.objects.filter(skema__daftar_evaluasi__in=terlihat.values("evaluasi"))
    daftar_nama = komponen.order_by("nama").values_list("nama", flat=True).distinct()
    return [(i.kode, i.nama or i.kode) for i in instansi], list(daftar_nama)


def hitung_pekerjaan_instansi(daftar_instansi: Iterable[int], hari: date) -> Mapping[str, int]:
    """For those who answer for these agencies: open, overdue, returned. One query."""
    return rekomendasi_terbit().filter(evaluasi__instansi__in=set(daftar_instansi)).aggregate(
        terbuka=Count("pk", filter=_TERBUKA),
        lewat=Count("pk", filter=lewat_pada(hari)),
        dikembalikan=Count("pk", filter=Q(keadaan=KeadaanTindakLanjut.DIKEMBALIKAN)),
    )  # fmt: skip


def hitung_pekerjaan_apip(daftar_pemda: Iterable[Pemda | int], hari: date) -> Mapping[str, int]:
    """For the reviewers of these pemda: reports that wait for them, overdue recommendations. One query."""
    return rekomendasi_terbit().filter(evaluasi__instansi__pemda__in=list(daftar_pemda)).aggregate(
        diajukan=Count("pk", filter=Q(keadaan=KeadaanTindakLanjut.DIAJUKAN)),
        lewat=Count("pk", filter=lewat_pada(hari)),
    )  # fmt: skip
