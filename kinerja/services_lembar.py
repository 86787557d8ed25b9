"""Where the sheets of measurement are stored, for pages that change them row by row; and what they must keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError

from kinerja.models import (
    Analisis,
    Komponen,
    Lke,
    MetodePengukuran,
    Pembanding,
    RealisasiTahunan,
    Rekomendasi,
    Sakip,
    Skala,
)
from kinerja.services import save_lembar
from lkjip.riwayat.services import Penyesuai
from renstra.models import Indikator, MilikTahun, TahunKinerja
from renstra.selectors import indikator_per_kode
from renstra.selectors_lembar import Acuan, TempatLembar


def _daftar_indikator(tahun_kinerja: TahunKinerja) -> Sequence[Indikator]:
    return sorted(indikator_per_kode(tahun_kinerja).values(), key=lambda i: (i.urutan, i.pk))


def jaga_skala(tahun_kinerja: TahunKinerja) -> None:
    """The scale in force must be there, else the year's workbook would name one that it does not hold."""
    nama = MetodePengukuran.objects.filter(tahun_kinerja=tahun_kinerja).values_list("skala", flat=True).first()
    if nama and not Skala.objects.filter(tahun_kinerja=tahun_kinerja, skala=nama).exists():
        raise ValidationError(
            f"Skala “{nama}” sedang dipakai, jadi tidak dapat dihapus atau berganti nama di sini. Pilih skala lain "
            "dahulu pada halaman Metode pengukuran."
        )


INDIKATOR = Acuan("indikator", _daftar_indikator)


def _tempat(model: type[MilikTahun], nama: str, kolom: str, *, berindikator: bool = False, **lain: Any) -> TempatLembar:
    def save(tahun_kinerja: TahunKinerja, daftar: Sequence[Any], alat: Penyesuai, nama: str) -> None:
        save_lembar(tahun_kinerja, nama, daftar, alat)

    acuan = {"indikator": INDIKATOR} if berindikator else {}
    return TempatLembar(nama, model, tuple(kolom.split()), partial(save, nama=nama), acuan=acuan, **lain)


TEMPAT: Mapping[str, TempatLembar] = {
    tempat.nama: tempat
    for tempat in (
        _tempat(Skala, "skala", "skala arah batas_bawah kategori", jaga=jaga_skala),
        _tempat(Komponen, "komponen", "indikator kode uraian bobot nilai tahun", berindikator=True, triwulan=True),
        _tempat(
            RealisasiTahunan,
            "realisasi_tahunan",
            "indikator tahun realisasi predikat pembilang penyebut nomor_surat tanggal_surat tahun_penilaian",
            berindikator=True,
        ),
        _tempat(Pembanding, "pembanding", "indikator tahun jenis nama nilai predikat", berindikator=True),
        _tempat(Sakip, "sakip", "tahun komponen bobot nilai"),
        _tempat(Lke, "lke", "tahun subkomponen jawaban catatan"),
        _tempat(Rekomendasi, "rekomendasi", "tahun komponen rekomendasi tindak_lanjut status"),
        _tempat(
            Analisis,
            "analisis",
            "indikator tahun faktor urutan uraian",
            berindikator=True,
            nama_lain={"urutan": "nomor"},
        ),
    )
}
