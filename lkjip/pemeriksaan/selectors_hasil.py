"""What the rules found when they last ran, thresholds, and which agency-years changed since: read."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import astuple, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import CharField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Greatest
from django.utils import timezone

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import Rekap
from lkjip.pemeriksaan.data_ambang import AMBANG_BAWAAN, Ambang, ambang_dari
from lkjip.pemeriksaan.data_hasil import HasilTersimpan, HitunganTahun, Kemajuan, temuan_dari_json
from lkjip.pemeriksaan.models import AmbangPemda, HasilPemeriksaan, RekapPemeriksaan
from lkjip.penyusunan.sidik import sidik_program
from lkjip.riwayat.models import Riwayat
from renstra.models import Instansi, Pejabat, Pemda, TahunKinerja

SEMINGGU = timedelta(days=7)
_HITUNGAN = ("galat", "peringatan", "info", "menahan", "terjawab", "klaim")


def load_ambang(instansi: Instansi) -> Ambang:
    """The thresholds of this agency's pemda: the catalogue's where it set none. One query; none without a pemda."""
    return ambang_pemda(instansi.pemda_id) if instansi.pemda_id is not None else AMBANG_BAWAAN


def ambang_tahun(tahun_kinerja: TahunKinerja) -> Ambang:
    """What `periksa(…, ambang=)` gets for data of this agency-year."""
    return load_ambang(tahun_kinerja.instansi)


def dengan_ambang(buku: BukuKerja, tahun_kinerja: TahunKinerja) -> BukuKerja:
    """The workbook with the thresholds of its pemda, by which `periksa` then goes."""
    return replace(buku, ambang=ambang_tahun(tahun_kinerja))


def ambang_pemda(pemda: int) -> Ambang:
    return ambang_dari(nilai_ambang(pemda))


def nilai_ambang(pemda: int) -> dict[str, Decimal]:
    """What this pemda (pk) has set, by name of the threshold. One query."""
    return dict(AmbangPemda.objects.filter(pemda=pemda).values_list("nama", "nilai"))


def sidik_aturan(ambang: Ambang) -> str:
    """Of the program and the thresholds: a run by others holds no longer."""
    isi = f"{sidik_program()}\n{[str(n) for n in astuple(ambang)]}"
    return hashlib.sha256(isi.encode()).hexdigest()


def _riwayat(**acuan: object) -> Coalesce:
    """The newest entry of the history of these rows."""
    milik = Riwayat.objects.filter(**acuan).order_by("-id").values("id")[:1]
    return Coalesce(Subquery(milik), 0)


def _dengan_riwayat(semua: QuerySet[TahunKinerja]) -> QuerySet[Any]:
    """`terakhir`: the newest change of anything of the agency, in whatever year, of its pemda's own row, or of those
    who head a pemda: they sign for all of its agencies, and are seldom changed.
    """
    pemda = {"tabel": Pemda._meta.db_table, "kunci": Cast(OuterRef("instansi__pemda"), CharField(max_length=40))}
    kepala_daerah = {"tabel": Pejabat._meta.db_table, "instansi_id__isnull": True}
    acuan = ({"instansi_id": OuterRef("instansi")}, pemda, kepala_daerah)
    return semua.annotate(terakhir=Greatest(*(_riwayat(**satu) for satu in acuan)))


def riwayat_sampai(tahun_kinerja: TahunKinerja) -> int:
    """The last entry of the history that a run from now on knows: one query."""
    return int(_dengan_riwayat(TahunKinerja.objects.filter(pk=tahun_kinerja.pk)).values_list("terakhir", flat=True)[0])


def daftar_usang(pilihan: Collection[int] | None = None) -> list[int]:
    """Agency-years (of these pk) whose last run is not of today's data, rules and day; the newest year first.

    Two queries.
    """
    semua = TahunKinerja.objects.all() if pilihan is None else TahunKinerja.objects.filter(pk__in=pilihan)
    daftar = _dengan_riwayat(semua).order_by("-tahun", "pk")
    nilai = daftar.values_list(
        "pk", "instansi__pemda", "terakhir", "hasil_pemeriksaan__riwayat_sampai", "hasil_pemeriksaan__sidik_aturan",
        "hasil_pemeriksaan__pada",
    )  # fmt: skip
    sidik, hari = _sidik_per_pemda(), timezone.localdate()
    return [
        pk for pk, pemda, terakhir, sampai, aturan, pada in nilai
        if pada is None or terakhir != sampai or aturan != sidik.get(pemda, sidik[None]) or _hari(pada) < hari
    ]  # fmt: skip


def daftar_semua() -> list[int]:
    """Every agency-year there is (pk), the newest year first. One query."""
    return list(TahunKinerja.objects.order_by("-tahun", "pk").values_list("pk", flat=True))


def _sidik_per_pemda() -> dict[int | None, str]:
    per_pemda: dict[int, dict[str, Any]] = {}
    for pemda, nama, nilai in AmbangPemda.objects.values_list("pemda", "nama", "nilai"):
        per_pemda.setdefault(pemda, {})[nama] = nilai
    return {None: sidik_aturan(AMBANG_BAWAAN)} | {p: sidik_aturan(ambang_dari(isi)) for p, isi in per_pemda.items()}


def _hari(pada: datetime) -> date:
    return timezone.localtime(pada).date()


def load_hasil(tahun_kinerja: TahunKinerja) -> HasilTersimpan:
    """What the last run found; empty and `usang` where none ran yet. Three queries.

    `services_hasil.hasil_terkini` brings it up to date first.
    """
    baris = HasilPemeriksaan.objects.filter(tahun_kinerja=tahun_kinerja).defer("sidik_bahan").first()
    if baris is None or not baris.sidik_aturan:
        return HasilTersimpan()
    usang = bool(daftar_usang([tahun_kinerja.pk]))
    daftar = tuple(temuan_dari_json(isi) for _, _, isi in baris.daftar)
    return HasilTersimpan(daftar, _rekap(baris), timezone.localtime(baris.pada), usang)


def _rekap(baris: HasilPemeriksaan) -> Rekap:
    return Rekap(**{nama: getattr(baris, nama) for nama in _HITUNGAN})


def hitungan_instansi(daftar_instansi: Collection[int], tahun: int | None = None) -> dict[int, HitunganTahun]:
    """Counts per pk of the agency in this year, or in its latest one; as the last run left them. One query."""
    milik = HasilPemeriksaan.objects.filter(tahun_kinerja__instansi__in=daftar_instansi).exclude(sidik_aturan="")
    if tahun is not None:
        milik = milik.filter(tahun_kinerja__tahun=tahun)
    baris = milik.order_by("tahun_kinerja__tahun").select_related("tahun_kinerja__instansi")
    return {
        b.tahun_kinerja.instansi_id: HitunganTahun(
            b.tahun_kinerja.instansi.kode, b.tahun_kinerja.tahun, _rekap(b), timezone.localtime(b.pada)
        )
        for b in baris.only("tahun_kinerja__tahun", "tahun_kinerja__instansi__kode", "pada", *_HITUNGAN)
    }


def kemajuan(tahun_kinerja: TahunKinerja, hasil: HasilTersimpan, hari: date) -> Kemajuan:
    """What is new and what is gone since a week before `hari`, or since the first day known after that. Two queries
    at most.

    Findings of our own data only: the printed figures of an earlier report do not get better.
    """
    semua = RekapPemeriksaan.objects.filter(tahun_kinerja=tahun_kinerja, tanggal__lt=hari)
    seminggu_lalu = semua.filter(tanggal__lte=hari - SEMINGGU).order_by("-tanggal").first()
    baris = seminggu_lalu or semua.order_by("tanggal").first()
    if baris is None:
        return Kemajuan()
    lama, kini = set(baris.daftar_kunci), [t for t in hasil.daftar_temuan if not t.klaim]
    ada = {t.kunci for t in kini}
    return Kemajuan(
        baris.tanggal,
        tuple(t for t in kini if t.kunci not in lama),
        tuple(k for k in baris.daftar_kunci if k not in ada),
    )
