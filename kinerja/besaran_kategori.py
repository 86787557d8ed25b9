"""The category of a capaian: of an indicator, a sasaran, or everything (pengukuran.md, "Category")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kinerja.besaran import BESARAN_UKUR, capaian, desimal_metode, rata_rata_sasaran, rata_rata_total
from kinerja.besaran_sakip import BESARAN_SAKIP
from kinerja.data import DataKinerja, RumusNegatif
from kinerja.pilihan import Besaran
from kinerja.rumus.kategori import kategori
from lkjip.dasar.hasil import Hasil, kosong
from renstra.data import Arah, Indikator


def _dibaca_negatif(data: DataKinerja, daftar: Sequence[Indikator]) -> bool:
    """Whether a capaian is read on the scale's `negatif` rows: rumus langsung, and nothing but negative indicators."""
    langsung = data.metode.rumus_negatif is RumusNegatif.LANGSUNG
    return langsung and bool(daftar) and all(i.arah is Arah.NEGATIF for i in daftar)


def _capaian_subjek(
    data: DataKinerja, subjek: str, tahun: int, triwulan: int | None
) -> tuple[Hasil, Sequence[Indikator]]:
    if not subjek:
        return rata_rata_total(data, "", tahun, triwulan, None), data.renstra.daftar_indikator_semua_sasaran
    if subjek in data.renstra.indikator_per_kode:
        return capaian(data, subjek, tahun, triwulan, None), [data.renstra.indikator_per_kode[subjek]]
    if subjek in data.renstra.sasaran_per_kode:
        return rata_rata_sasaran(data, subjek, tahun, triwulan, None), data.renstra.daftar_indikator_sasaran(subjek)
    return kosong(f"'{subjek}' bukan kode indikator atau sasaran"), ()


def _baris_skala(data: DataKinerja, arah: Arah) -> list[tuple[Decimal, str]]:
    return [
        (s.batas_bawah, s.kategori)
        for s in data.daftar_skala
        if s.skala == data.metode.skala and (s.arah or Arah.POSITIF) is arah and s.batas_bawah is not None
    ]


def kategori_capaian(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Category of the capaian of an indicator, of a sasaran's mean, or ('') of the total mean.

    On the negatif rows a larger figure is worse, so there an indicator is read before its cap: a cap of 100 would hide
    every row above it.
    """
    hasil, daftar = _capaian_subjek(data, subjek, tahun, triwulan)
    if hasil.angka is None:
        return hasil
    if not data.metode.skala:
        return kosong("skala kategori belum ditetapkan di lembar pengaturan")
    negatif = _dibaca_negatif(data, daftar)
    baris = _baris_skala(data, Arah.NEGATIF) if negatif else _baris_skala(data, Arah.POSITIF)
    if not baris and negatif and subjek not in data.renstra.indikator_per_kode:
        negatif, baris = False, _baris_skala(data, Arah.POSITIF)
    arah = Arah.NEGATIF if negatif else Arah.POSITIF
    if not baris:
        return kosong(f"skala '{data.metode.skala}' tidak punya baris {arah.value} di lembar skala")
    dibaca = hasil.tanpa_batas if negatif and hasil.tanpa_batas is not None else hasil.angka
    terbaca = kategori(dibaca, baris, desimal=desimal_metode(data))
    return terbaca.dengan(cara=f"{terbaca.cara} (skala {data.metode.skala}, baris {arah.value}); {hasil.cara}")


BESARAN: Mapping[str, Besaran] = {**BESARAN_UKUR, "kategori_capaian": kategori_capaian, **BESARAN_SAKIP}
