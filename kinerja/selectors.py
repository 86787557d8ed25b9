"""Everything read about measurement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kinerja import data, models
from kinerja.hasil_terbit import sisipkan
from kinerja.selectors_terbit import load_terbit
from lkjip.dasar.rekaman import kelompokkan, susun_rekaman
from lkjip.riwayat.selectors_baris import Sumber
from renstra.data import DataRenstra
from renstra.models import MilikTahun, TahunKinerja

_NILAI = ("realisasi", "pembilang", "penyebut")
# Field of the bundle → model, record, columns. `nomor` is the workbook's own `urutan`.
_DAFTAR: dict[str, tuple[type[MilikTahun], type, tuple[str, ...]]] = {
    "daftar_skala": (models.Skala, data.Skala, ("skala", "arah", "batas_bawah", "kategori")),
    "daftar_komponen": (
        models.Komponen, data.Komponen, ("indikator", "kode", "uraian", "bobot", "nilai", "tahun")
    ),
    "daftar_kinerja_triwulan": (
        models.KinerjaTriwulan, data.KinerjaTriwulan,
        ("indikator", "tahun", "triwulan", "target", "predikat_target", "predikat_realisasi", "catatan", *_NILAI),
    ),
    "daftar_realisasi_tahunan": (
        models.RealisasiTahunan, data.RealisasiTahunan,
        ("indikator", "tahun", "predikat", "nomor_surat", "tanggal_surat", "tahun_penilaian", *_NILAI),
    ),
    "daftar_pembanding": (
        models.Pembanding, data.Pembanding, ("indikator", "tahun", "jenis", "nama", "nilai", "predikat")
    ),
    "daftar_sakip": (models.Sakip, data.Sakip, ("tahun", "komponen", "bobot", "nilai")),
    "daftar_lke": (models.Lke, data.Lke, ("tahun", "subkomponen", "jawaban", "catatan")),
    "daftar_rekomendasi": (
        models.Rekomendasi, data.Rekomendasi, ("tahun", "komponen", "rekomendasi", "tindak_lanjut", "status")
    ),
    "daftar_analisis": (models.Analisis, data.Analisis, ("indikator", "tahun", "faktor", "nomor", "uraian")),
}  # fmt: skip
_METODE = ("batas_capaian", "rumus_negatif", "desimal", "skala", "metode_efisiensi", "skema_sakip")


def load_kinerja(
    daftar_tahun: Sequence[TahunKinerja],
    *,
    sumber: Sumber,
    renstra: Mapping[int, DataRenstra],
    terbit: bool = True,
) -> dict[int, data.DataKinerja]:
    """Everything measured in these agency-years, per pk of the year: ten queries of tables, however many years.

    What issued evaluations say of a year evaluated stands there instead of the agency's own rows; which years and
    recommendations, and why, says `kinerja.hasil_terbit`. One query more, or as many as `load_terbit`; without `terbit`
    the agency's own rows alone.
    """
    sendiri = _load_sendiri(daftar_tahun, sumber, renstra)
    if not terbit:
        return sendiri
    per_instansi = load_terbit(sumber)
    return {t.pk: sisipkan(sendiri[t.pk], per_instansi.get(t.instansi_id, ())) for t in daftar_tahun}


def _load_sendiri(
    daftar_tahun: Sequence[TahunKinerja], sumber: Sumber, renstra: Mapping[int, DataRenstra]
) -> dict[int, data.DataKinerja]:
    metode = _metode(sumber)
    isi: dict[str, Any] = {
        nama: _daftar(sumber, model, kelas, *kolom) for nama, (model, kelas, kolom) in _DAFTAR.items()
    }
    return {
        t.pk: data.DataKinerja(
            renstra=renstra[t.pk],
            metode=metode.get(t.pk, data.MetodePengukuran()),
            **{nama: per_tahun.get(t.pk, ()) for nama, per_tahun in isi.items()},
        )
        for t in daftar_tahun
    }


def _metode(sumber: Sumber) -> dict[int, data.MetodePengukuran]:
    per_tahun = kelompokkan(sumber.baris(models.MetodePengukuran, *_METODE), "milik_tahun")
    return {pk: susun_rekaman(data.MetodePengukuran, isi)[0] for pk, isi in per_tahun.items()}


def _daftar(sumber: Sumber, model: type[MilikTahun], kelas: type, *kolom: str) -> dict[int, tuple[Any, ...]]:
    """The years' rows as records. An indicator is named by its kode; `nomor` is the workbook's own `urutan`."""
    biasa = [nama for nama in kolom if nama != "indikator"]
    acuan = {"kode_indikator": "indikator__kode"} if "indikator" in kolom else {}
    per_tahun = kelompokkan(sumber.baris(model, *biasa, **acuan), "milik_tahun")
    nama_lain = {"kode_indikator": "indikator", "nomor": "urutan"}
    return {pk: susun_rekaman(kelas, baris, nama_lain=nama_lain) for pk, baris in per_tahun.items()}
