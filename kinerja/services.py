"""Everything written about measurement. Call within `konteks_riwayat`, so that the history knows who and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any

from django.db.models import Q, prefetch_related_objects

from kinerja import data, models
from kinerja.hasil_terbit import lembar_terbit, sendiri
from kinerja.selectors_terbit import load_terbit_tahun
from kinerja.services_pengisian import kunci_triwulan
from lkjip.dasar.rekaman import isi_kolom
from lkjip.riwayat.services import Penyesuai, menyesuaikan
from renstra.models import Indikator, MilikTahun, TahunKinerja
from renstra.selectors import indikator_per_kode
from renstra.services import cari

_Kunci = Callable[[Any], Hashable] | None


def save_kinerja(*, tahun_kinerja: TahunKinerja, kinerja: data.DataKinerja, penyesuai: Penyesuai | None = None) -> None:
    """Make the stored measurement of one agency-year read as `kinerja`; unchanged rows are not touched.

    Of the years for which an issued evaluation stands in a sheet, nothing is written: neither what `kinerja` says of
    them, nor is the agency's own row of before removed, which counts again should the evaluation go.
    """
    with menyesuaikan(penyesuai) as alat:
        kunci_triwulan(tahun_kinerja)  # as every writer of a quarter's data does, before any of its rows
        indikator = indikator_per_kode(tahun_kinerja)
        _ikut_rencana(tahun_kinerja, indikator)

        _save_metode(tahun_kinerja, kinerja.metode, alat)
        terbit = lembar_terbit(load_terbit_tahun(tahun_kinerja), tahun_kinerja.tahun)
        for nama in KUNCI_LEMBAR:
            kecuali = terbit[nama].daftar_tahun if nama in terbit else frozenset()
            daftar = getattr(kinerja, f"daftar_{nama}")
            milik = sendiri(daftar, kecuali) if kecuali else daftar
            save_lembar(tahun_kinerja, nama, milik, alat, indikator, kecuali=kecuali)


# Sheet → its model, and by what its rows are found again; None where the workbook may repeat rows.
KUNCI_LEMBAR: Mapping[str, tuple[type[MilikTahun], _Kunci]] = {
    "skala": (models.Skala, None),
    "komponen": (models.Komponen, lambda b: (b.indikator.kode, b.kode, b.tahun)),
    "kinerja_triwulan": (models.KinerjaTriwulan, lambda b: (b.indikator.kode, b.tahun, b.triwulan)),
    "realisasi_tahunan": (models.RealisasiTahunan, lambda b: (b.indikator.kode, b.tahun)),
    "pembanding": (models.Pembanding, None),
    "sakip": (models.Sakip, lambda b: (b.tahun, b.komponen)),
    "lke": (models.Lke, lambda b: (b.tahun, b.subkomponen)),
    "rekomendasi": (models.Rekomendasi, None),
    "analisis": (models.Analisis, None),
}


def save_lembar(
    tahun_kinerja: TahunKinerja,
    nama: str,
    daftar: Iterable[Any],
    alat: Penyesuai,
    indikator: dict[str, Indikator] | None = None,
    *,
    kecuali: Collection[int] = (),
) -> None:
    """Make the stored rows of one sheet read as `daftar`; unchanged rows are not touched, nor those of `kecuali`."""
    model, kunci = KUNCI_LEMBAR[nama]
    per_kode = indikator_per_kode(tahun_kinerja) if indikator is None else indikator
    ingin = [_baris(model, tahun_kinerja, n, rekaman, per_kode) for n, rekaman in enumerate(daftar, 1)]
    tetap = Q(tahun__in=kecuali) if kecuali else Q(pk__in=())
    semua = model._default_manager.filter(tahun_kinerja=tahun_kinerja).exclude(tetap)
    lama = list(semua.order_by("urutan", "id"))
    prefetch_related_objects(lama, *(["indikator"] if hasattr(model, "indikator") else []))
    alat.baris(lama=lama, baru=ingin, kunci=kunci)


def _ikut_rencana(tahun_kinerja: TahunKinerja, indikator: dict[str, Indikator]) -> None:
    """What the workbook does not carry goes with the year to another Renstra: to the indicator of the same kode there.

    Else evidence, analysis and remarks would stay behind at the old plan, and go with it where no other year uses it.
    """
    milik_tahun: dict[str, Any] = {"tahun_kinerja": tahun_kinerja}
    kini = {satu.pk for satu in indikator.values()}
    daftar: tuple[tuple[Any, dict[str, Any]], ...] = (
        (models.AnalisisTriwulan, milik_tahun),
        (models.BuktiDukung, milik_tahun),
        (models.CatatanPengisian, {"pengisian__tahun_kinerja": tahun_kinerja, "indikator__isnull": False}),
    )
    for model, milik in daftar:
        pindah = []
        for baris in model._default_manager.filter(**milik).exclude(indikator__in=kini).select_related("indikator"):
            if tujuan := indikator.get(baris.indikator.kode):
                baris.indikator = tujuan
                pindah.append(baris)
        model._default_manager.bulk_update(pindah, ["indikator"], batch_size=200)


def _save_metode(tahun_kinerja: TahunKinerja, metode: data.MetodePengukuran, alat: Penyesuai) -> None:
    lama = models.MetodePengukuran.objects.filter(tahun_kinerja=tahun_kinerja)
    ingin = models.MetodePengukuran(tahun_kinerja=tahun_kinerja, **isi_kolom(metode))
    alat.baris(lama=lama, baru=[ingin], kunci=lambda b: b.tahun_kinerja_id)


def _baris(
    model: type[MilikTahun], tahun_kinerja: TahunKinerja, nomor: int, rekaman: Any, indikator: dict[str, Indikator]
) -> MilikTahun:
    isi = isi_kolom(rekaman)
    if "indikator" in isi:
        isi["indikator"] = cari(indikator, isi["indikator"], "indikator")
    if isinstance(rekaman, data.Analisis):
        isi["nomor"] = isi.pop("urutan")
    return model(tahun_kinerja=tahun_kinerja, urutan=nomor, **isi)
