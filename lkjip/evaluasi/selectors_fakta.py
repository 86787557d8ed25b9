"""Everything that the system knows about an agency-year under evaluation, read in a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from kinerja.data import Faktor
from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from kinerja.data_pengisian import Langkah, Pengisian
from kinerja.data_reviu import SimpulanReviu, TahapReviu
from kinerja.models import (
    AnalisisTriwulan,
    BuktiDukung,
    Evaluasi,
    LangkahPengisian,
    PengaturanEvaluasi,
    Reviu,
)
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.selectors_pengisian import hari_ini, load_pengisian
from kinerja.selectors_rekomendasi import daftar_rekomendasi_terbit
from lkjip.data import BukuKerja
from lkjip.evaluasi.data_fakta import (
    EvaluasiLalu,
    Fakta,
    FaktaDokumen,
    FaktaPemda,
    FaktaRenstra,
    FaktaReviu,
    FaktaTriwulan,
    FaktaUnit,
)
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.laporan.models import HalamanPublik, Terbitan
from lkjip.laporan.selectors import load_laporan
from lkjip.pemeriksaan.selectors import load_jawaban, load_klaim
from lkjip.pemeriksaan.selectors_hasil import dengan_ambang
from lkjip.selectors import load_banyak_data
from renstra.data import Versi
from renstra.models import Instansi, LembarPerjanjian, Renstra, RincianIndikator, TahunKinerja, UnitKerja

_BERLAKU_DULU = (KeadaanTerbitan.TERBIT, KeadaanTerbitan.DITANDATANGANI, KeadaanTerbitan.FINAL)


def load_fakta(evaluasi: Evaluasi) -> Fakta:
    """The facts as they are today; at most 66 queries, whatever the size of the agency's data.

    The evaluation should come with its agency (`select_related("instansi__pemda")`).
    """
    instansi, tahun = evaluasi.instansi, evaluasi.tahun
    daftar = TahunKinerja.objects.filter(instansi=instansi, tahun__in=(tahun - 1, tahun, tahun + 1))
    per_tahun = {t.tahun: t for t in daftar.select_related("instansi", "renstra")}
    data = load_banyak_data(list(per_tahun.values())) if per_tahun else {}
    data_tahun = {n: data[t.pk] for n, t in per_tahun.items()}
    kini = per_tahun.get(tahun)
    milik: dict[str, Any] = _milik_tahun(kini) if kini else {}
    if kini:
        laporan = replace(load_laporan(kini), daftar_jawaban=load_jawaban(kini))
        milik["buku"] = dengan_ambang(BukuKerja(data_tahun[tahun], laporan, load_klaim(kini)), kini)
    dikirim = evaluasi.mandiri_pada
    return Fakta(
        kode=instansi.kode,
        tahun=tahun,
        hari=hari_ini(),
        nama=instansi.nama,
        lalu=data_tahun.get(tahun - 1),
        berikut=data_tahun.get(tahun + 1),
        daftar_dokumen=_daftar_dokumen([t for n, t in per_tahun.items() if n >= tahun]),
        daftar_rekomendasi=daftar_rekomendasi_terbit(instansi, sebelum=tahun),
        daftar_evaluasi_lalu=_daftar_evaluasi_lalu(instansi, tahun),
        pemda=_pemda(instansi, tahun),
        mandiri_dikirim=timezone.localdate(dikirim) if dikirim else None,
        **milik,
    )


def _milik_tahun(tahun_kinerja: TahunKinerja) -> dict[str, Any]:
    """What hangs on the agency-year alone."""
    renstra = tahun_kinerja.renstra
    lain = Renstra.objects.filter(
        instansi=tahun_kinerja.instansi_id, renstra_awal=renstra.renstra_awal, renstra_akhir=renstra.renstra_akhir
    ).exclude(pk=renstra.pk)
    lembar = list(LembarPerjanjian.objects.filter(tahun_kinerja=tahun_kinerja).values_list("versi", "unit", "tanggal"))
    berlembar = {unit for _, unit, _ in lembar}
    unit = UnitKerja.objects.filter(instansi=tahun_kinerja.instansi_id).order_by("nama").values_list("pk", "nama")
    milik = Q(indikator__renstra=renstra) | Q(indikator__tahun_kinerja=tahun_kinerja)
    berdefinisi = RincianIndikator.objects.filter(milik).exclude(definisi="")
    return {
        "renstra": FaktaRenstra(renstra.versi, lain.count(), renstra.nomor_penetapan, renstra.tanggal_penetapan),
        "daftar_triwulan": _daftar_triwulan(tahun_kinerja),
        "daftar_unit": tuple(FaktaUnit(pk, nama, pk in berlembar) for pk, nama in unit),
        "lembar": {Versi(versi): tanggal for versi, unit, tanggal in lembar if unit is None},
        "berdefinisi": frozenset(berdefinisi.values_list("indikator__kode", flat=True)),
        "daftar_reviu": _daftar_reviu(tahun_kinerja),
    }


def _daftar_triwulan(tahun_kinerja: TahunKinerja) -> tuple[FaktaTriwulan, ...]:
    """The four quarters with the days of their steps and what hangs on them: seven queries."""
    langkah = LangkahPengisian.objects.filter(pengisian__tahun_kinerja=tahun_kinerja).order_by("id")
    hari: dict[tuple[int, str], datetime] = {}
    for tw, jenis, waktu in langkah.values_list("pengisian__triwulan", "langkah", "waktu"):
        if jenis != Langkah.AJUKAN or (tw, jenis) not in hari:  # sent back and handed in again is not handed in late
            hari[tw, jenis] = waktu
    milik = {"tahun_kinerja": tahun_kinerja}
    bukti = BuktiDukung.objects.filter(**milik).order_by().values("triwulan")
    per_bukti: Mapping[int, Any] = {
        b["triwulan"]: b for b in bukti.annotate(n=Count("pk"), indikator=Count("indikator", distinct=True))
    }
    analisis = AnalisisTriwulan.objects.filter(**milik).order_by().values("triwulan")
    per_analisis: Mapping[int, Any] = {
        a["triwulan"]: a
        for a in analisis.annotate(
            n=Count("indikator", distinct=True),
            solusi=Count("indikator", distinct=True, filter=Q(faktor=Faktor.SOLUSI.value)),
        )
    }

    def satu(p: Pengisian) -> FaktaTriwulan:
        diajukan, diverifikasi, disetujui = (
            timezone.localdate(hari[p.triwulan, jenis]) if (p.triwulan, jenis) in hari else None
            for jenis in (Langkah.AJUKAN, Langkah.VERIFIKASI, Langkah.SETUJUI)
        )  # fmt: skip
        b, a = per_bukti.get(p.triwulan, {}), per_analisis.get(p.triwulan, {})
        return FaktaTriwulan(
            p.triwulan, p.tenggat, p.status, diajukan, diverifikasi, disetujui,
            b.get("n", 0), b.get("indikator", 0), a.get("n", 0), a.get("solusi", 0),
        )  # fmt: skip

    return tuple(map(satu, load_pengisian([tahun_kinerja])[tahun_kinerja.pk]))


def _daftar_dokumen(daftar_tahun: Sequence[TahunKinerja]) -> tuple[FaktaDokumen, ...]:
    """Of each document the version in force, else the latest that was not given up: one query."""
    tahun = {t.pk: t.tahun for t in daftar_tahun}
    baris = (
        Terbitan.objects.filter(tahun_kinerja__in=list(tahun))
        .exclude(keadaan=KeadaanTerbitan.DIBATALKAN)
        .annotate(
            tempat=Count("daftar_tanda_tangan"),
            kosong=Count("daftar_tanda_tangan", filter=Q(daftar_tanda_tangan__sidik_hasil="")),
        )
        .order_by("tahun_kinerja__tahun", "kunci", "-nomor")
    )
    per_kunci: dict[tuple[int, str], list[Any]] = defaultdict(list)
    for satu in baris:
        per_kunci[satu.tahun_kinerja_id, satu.kunci].append(satu)
    return tuple(_dokumen(tahun[pk], daftar) for (pk, _), daftar in per_kunci.items())


def _dokumen(tahun: int, daftar: Sequence[Any]) -> FaktaDokumen:
    terpilih = next((satu for keadaan in _BERLAKU_DULU for satu in daftar if satu.keadaan == keadaan.value), daftar[0])
    pesanan = Pesanan.baca(terpilih.spesifikasi)
    return FaktaDokumen(
        pk=terpilih.pk,
        tahun=tahun,
        jenis=JenisBerkas(terpilih.jenis),
        kunci=terpilih.kunci,
        nomor=terpilih.nomor,
        judul=terpilih.judul,
        keadaan=KeadaanTerbitan(terpilih.keadaan),
        versi=pesanan.versi,
        triwulan=pesanan.triwulan,
        unit=pesanan.unit,
        ditandatangani=terpilih.tempat > 0 and not terpilih.kosong,
        final=_hari(terpilih.final_pada),
        terbit=_hari(terpilih.terbit_pada),
        terbit_pertama=_hari(min((s.terbit_pada for s in daftar if s.terbit_pada), default=None)),
        berberkas=bool(terpilih.sidik_final),
    )


def _hari(saat: datetime | None) -> date | None:
    return timezone.localdate(saat) if saat else None


def _daftar_reviu(tahun_kinerja: TahunKinerja) -> tuple[FaktaReviu, ...]:
    baris = Reviu.objects.filter(tahun_kinerja=tahun_kinerja).order_by("-nomor")
    return tuple(
        FaktaReviu(r.nomor, TahapReviu(r.tahap), SimpulanReviu(r.simpulan) if r.simpulan else None, r.tanggal_surat)
        for r in baris
    )


def _daftar_evaluasi_lalu(instansi: Instansi, sebelum: int) -> tuple[EvaluasiLalu, ...]:
    """Issued evaluations before the year, the latest first: nine queries, however many."""
    terbit = Evaluasi.objects.filter(instansi=instansi, tahun__lt=sebelum, tahap=TahapEvaluasi.TERBIT.value)
    baris = list(terbit.order_by("-tahun"))
    data = load_evaluasi(baris)
    return tuple(EvaluasiLalu(e.pk, AsalEvaluasi(e.asal), data[e.pk]) for e in baris)


def _pemda(instansi: Instansi, tahun: int) -> FaktaPemda:
    """Of the whole pemda: six queries; nothing where the agency has none."""
    pemda = instansi.pemda
    if pemda is None:
        return FaktaPemda()
    pengaturan = PengaturanEvaluasi.objects.filter(pemda=pemda).first()
    terbit = Evaluasi.objects.filter(instansi__pemda=pemda, tahun=tahun - 1, tahap=TahapEvaluasi.TERBIT.value)
    return FaktaPemda(
        banyak_instansi=Instansi.objects.filter(pemda=pemda).count(),
        dievaluasi=terbit.count(),
        memakai_reviu=Reviu.objects.filter(
            tahun_kinerja__instansi__pemda=pemda, tahun_kinerja__tahun=tahun, tahap=TahapReviu.SELESAI.value
        ).exists(),
        menerbitkan=Terbitan.objects.filter(
            tahun_kinerja__instansi__pemda=pemda, tahun_kinerja__tahun=tahun, keadaan=KeadaanTerbitan.TERBIT.value
        ).exists(),
        halaman_publik=HalamanPublik.objects.filter(pemda=pemda, aktif=True).exists(),
        pedoman_daerah=pengaturan.pedoman_daerah if pengaturan else "",
    )
