"""The history of a quarter: its changes, who made them and how, and the quarter as it was at a moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model, Q, QuerySet
from django.utils import timezone

from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.models import (
    AnalisisTriwulan,
    BuktiDukung,
    CatatanPengisian,
    KinerjaTriwulan,
    Komponen,
    KomponenTriwulan,
    PengisianTriwulan,
)
from lkjip.akun.selectors import nama_lengkap
from lkjip.data import BukuKerja
from lkjip.halaman.keadaan import KeadaanTriwulan, keadaan_triwulan
from lkjip.halaman.riwayat import NAMA_JENIS, nama_jalan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pengisian.ruang import Ruang
from lkjip.riwayat.models import TANPA_NAMA, ModelTeraudit, Riwayat
from lkjip.riwayat.selectors import (
    PerubahanKolom,
    daftar_catatan,
    daftar_pelaku_dan_jalur,
    daftar_riwayat_baris,
    daftar_riwayat_tahun,
    memuat,
    nama_baris,
)
from lkjip.riwayat.selectors_baris import SumberTabel, riwayat_sampai_saat
from lkjip.selectors_keadaan import load_data_dan_sumber_pada, load_isi_triwulan
from renstra.models import Indikator, TahunKinerja

_JENIS: Mapping[str, tuple[type[ModelTeraudit], ...]] = {
    "indikator": (KinerjaTriwulan, KomponenTriwulan),
    "anggaran": (RealisasiAnggaran,),
    "analisis": (AnalisisTriwulan,),
    "bukti": (BuktiDukung,),
    "langkah": (PengisianTriwulan, CatatanPengisian),
}
_JENIS_PER_TABEL = {m._meta.db_table: jenis for jenis, daftar in _JENIS.items() for m in daftar}
_BERTAHUN = (KinerjaTriwulan, RealisasiAnggaran)  # may hold rows of other years as well
_MILIK_INDIKATOR = (KinerjaTriwulan, AnalisisTriwulan, BuktiDukung)
# Column → the row that the change is about; shown as subject, not as a change.
_SUBJEK: Mapping[str, type[Model]] = {"indikator_id": Indikator, "komponen_id": Komponen, "anggaran_id": Anggaran}
_TAK_TAMPIL = frozenset(
    {*_SUBJEK, "tahun_kinerja_id", "pengisian_id", "urutan", "tahun", "triwulan", "kode_anggaran", "berkas", "tipe"}
    | {"ukuran", "sidik", "oleh_id", "nama_oleh", "waktu", "dijawab_oleh_id", "waktu_jawaban"}
)


@dataclass(frozen=True)
class Saringan:
    """Which changes are asked for; an empty text asks for all."""

    orang: str = ""
    jalan: str = ""
    jenis: str = ""


@dataclass(frozen=True)
class Perubahan:
    """One change of one row, in words."""

    waktu: datetime
    oleh: str
    jalan: str
    aksi: str
    jenis: str
    subjek: str
    daftar_kolom: tuple[PerubahanKolom, ...]
    alasan: str


def daftar_perubahan(ruang: Ruang, saringan: Saringan) -> QuerySet[Riwayat]:
    """The entries of the quarter, newest first."""
    daftar = _semua(ruang)
    if saringan.jenis:
        daftar = daftar.filter(tabel__in=_tabel(_JENIS[saringan.jenis]))
    if saringan.orang:
        daftar = daftar.filter(nama_oleh="" if saringan.orang == TANPA_NAMA else saringan.orang)
    return daftar.filter(jalur=saringan.jalan) if saringan.jalan else daftar


def pilihan_saringan(ruang: Ruang) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Who has changed this quarter, and by which ways; two queries."""
    pasangan = daftar_pelaku_dan_jalur(_semua(ruang))
    orang = sorted({nama or TANPA_NAMA for nama, _ in pasangan})
    jalan = sorted({jalur for _, jalur in pasangan if jalur})
    lengkap = nama_lengkap(orang)
    return [(nama, lengkap.get(nama, nama)) for nama in orang], [(jalur, nama_jalan(jalur)) for jalur in jalan]


def daftar_perubahan_indikator(ruang: Ruang, indikator: int) -> QuerySet[Riwayat]:
    """The entries of everything that the quarter holds of one indicator, newest first."""
    milik_tahun = daftar_riwayat_tahun(ruang.tahun_kinerja.pk)
    komponen = milik_tahun.filter(memuat(indikator_id=indikator), tabel=Komponen._meta.db_table)
    daftar_komponen = sorted({int(kunci) for kunci in komponen.order_by().values_list("kunci", flat=True).distinct()})
    syarat = Q(memuat(indikator_id=indikator), tabel__in=_tabel(_MILIK_INDIKATOR))
    if daftar_komponen:
        syarat |= Q(memuat(komponen_id__in=daftar_komponen), tabel=KomponenTriwulan._meta.db_table)
    return daftar_riwayat_baris(_semua(ruang), syarat)


def _semua(ruang: Ruang) -> QuerySet[Riwayat]:
    """Everything that was ever written into this quarter."""
    biasa = [m for daftar in _JENIS.values() for m in daftar if m not in (*_BERTAHUN, CatatanPengisian)]
    milik = Q(memuat(triwulan=ruang.triwulan), tabel__in=_tabel(biasa))
    milik |= Q(memuat(triwulan=ruang.triwulan), memuat(tahun=ruang.tahun), tabel__in=_tabel(_BERTAHUN))
    pengisian = PengisianTriwulan.objects.filter(tahun_kinerja=ruang.tahun_kinerja, triwulan=ruang.triwulan).first()
    if pengisian is not None:
        milik |= Q(memuat(pengisian_id=pengisian.pk), tabel=CatatanPengisian._meta.db_table)
    return daftar_riwayat_tahun(ruang.tahun_kinerja.pk).filter(milik)


def _tabel(daftar: Iterable[type[Model]]) -> list[str]:
    return [model._meta.db_table for model in daftar]


def susun_perubahan(daftar: Iterable[Riwayat]) -> list[Perubahan]:
    """The entries in words: two queries at most for each kind of row that they name, one for the people."""
    semua = list(daftar)
    nama, orang = _nama_subjek(semua), nama_lengkap(satu.nama_oleh for satu in semua)
    return [
        Perubahan(
            waktu=c.riwayat.waktu,
            oleh=orang.get(c.riwayat.nama_oleh, c.riwayat.pelaku),
            jalan=nama_jalan(c.riwayat.jalur),
            aksi=c.riwayat.aksi,
            jenis=NAMA_JENIS[_JENIS_PER_TABEL[c.riwayat.tabel]],
            subjek=_subjek(c.riwayat, nama),
            daftar_kolom=c.daftar_kolom,
            alasan=c.riwayat.alasan,
        )
        for c in daftar_catatan(semua, kecuali=_TAK_TAMPIL)
    ]


def _isi(riwayat: Riwayat) -> Mapping[str, object]:
    return riwayat.ke or riwayat.dari or {}


def _nama_subjek(daftar: Sequence[Riwayat]) -> dict[tuple[str, int], str]:
    nama: dict[tuple[str, int], str] = {}
    for kolom, model in _SUBJEK.items():
        kunci = {pk for r in daftar if isinstance(pk := _isi(r).get(kolom), int)}
        nama |= {(kolom, pk): sebutan for pk, sebutan in nama_baris(model, kunci).items()}
    return nama


def _subjek(riwayat: Riwayat, nama: Mapping[tuple[str, int], str]) -> str:
    isi = _isi(riwayat)
    for kolom in _SUBJEK:
        if isinstance(pk := isi.get(kolom), int):
            return nama.get((kolom, pk), f"#{pk} (sudah dihapus)")
    return str(isi.get("kode_anggaran") or "Seluruh triwulan")


# the quarter at a moment


def load_keadaan(ruang: Ruang, saat: datetime) -> KeadaanTriwulan:
    """The quarter as it was beside what it is now. Raises TahunBelumAda."""
    tahun: TahunKinerja = ruang.tahun_kinerja
    data, sumber = load_data_dan_sumber_pada(tahun, riwayat_sampai_saat(saat))
    dulu = Konteks(BukuKerja(data).pada(timezone.localdate(saat)))
    kini = SumberTabel([tahun.pk], [tahun.renstra_id])
    isi_dulu, isi_kini = load_isi_triwulan(sumber, ruang.triwulan), load_isi_triwulan(kini, ruang.triwulan)
    return keadaan_triwulan(dulu, ruang.konteks, isi_dulu, isi_kini, ruang.triwulan)
