"""A claim of a published report against the figure recomputed from the data (buku-kerja.md, sheet `klaim`). Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja.rumus.predikat import huruf_predikat, kata_baku
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil, kosong
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data import KelasKlaim, Klaim

BOLEH_PEMBULATAN = frozenset(
    {
        "capaian",
        "rata_rata_sasaran",
        "rata_rata_total",
        "rata_rata_kemajuan",
        "rata_rata_efisiensi",
        "kemajuan_renstra",
        "capaian_nasional",
        "serapan",
        "efisiensi",
        "pertumbuhan",
    }
)
_PREDIKAT_PER_BESARAN = {"selisih_target": "predikat_target", "realisasi": "predikat_realisasi"}
_BESARAN_PREDIKAT = frozenset({"predikat_sakip", "predikat_target", "predikat_realisasi"})


@dataclass(frozen=True)
class HasilKlaim:
    """A claim with its class and the figure it was held against."""

    klaim: Klaim
    kelas: KelasKlaim
    hasil: Hasil


def desimal_tercetak(klaim: Klaim) -> int:
    """Decimals that the report prints: `desimal`, else those that `nilai` shows."""
    if klaim.desimal is not None:
        return klaim.desimal
    return 0 if klaim.nilai is None else banyak_desimal(klaim.nilai)


def _kelas_angka(klaim: Klaim, nilai: Decimal, hasil: Hasil) -> KelasKlaim:
    x = hasil.angka
    if x is None:
        return KelasKlaim.TIDAK_SESUAI
    desimal = desimal_tercetak(klaim)
    if bulat(x, desimal) == nilai:
        return KelasKlaim.SESUAI
    boleh = klaim.besaran in BOLEH_PEMBULATAN or (klaim.besaran == "realisasi" and hasil.hasil_bagi)
    if boleh and abs(x - nilai) < Decimal(1).scaleb(-desimal):
        return KelasKlaim.PEMBULATAN
    return KelasKlaim.TIDAK_SESUAI


def _kata_sama(tercetak: str, kata: str, *, predikat: bool) -> bool:
    """Words are compared without regard to case, quotes and outer spaces; a predikat as letter or as name."""
    if kata_baku(tercetak) == kata_baku(kata):
        return True
    return predikat and huruf_predikat(tercetak) is not None and huruf_predikat(tercetak) == huruf_predikat(kata)


def _kelas_kata(klaim: Klaim, besaran: str, hasil: Hasil) -> KelasKlaim:
    sama = hasil.kata is not None and _kata_sama(klaim.teks, hasil.kata, predikat=besaran in _BESARAN_PREDIKAT)
    return KelasKlaim.SESUAI if sama else KelasKlaim.TIDAK_SESUAI


def _kelas_maksimum(nilai: Decimal, bobot: Decimal) -> KelasKlaim:
    """`nilai_komponen_maks`: a printed score is sound where it lies within 0 … the component's weight."""
    return KelasKlaim.SESUAI if 0 <= nilai <= bobot else KelasKlaim.TIDAK_SESUAI


def _besaran_diminta(klaim: Klaim) -> str:
    """A target or realisasi claimed as a word is held against its predikat."""
    if klaim.nilai is None and klaim.teks:
        return _PREDIKAT_PER_BESARAN.get(klaim.besaran, klaim.besaran)
    return klaim.besaran


def periksa_klaim(data: DataInstansi, klaim: Klaim) -> HasilKlaim:
    """Class of one claim, with the figure recomputed (unrounded) and its trace, or the data that are missing."""
    besaran = _besaran_diminta(klaim)
    hasil = hitung(data, besaran, klaim.subjek, tahun=klaim.tahun, triwulan=klaim.triwulan, versi=klaim.versi)
    if klaim.nilai is None and not klaim.teks:
        return HasilKlaim(klaim, KelasKlaim.TAK_TERHITUNG, kosong("klaim tidak menyebut nilai atau teks", hasil.cara))
    if not hasil.ada:
        return HasilKlaim(klaim, KelasKlaim.TAK_TERHITUNG, hasil)
    if klaim.nilai is not None and hasil.angka is not None:
        if besaran == "nilai_komponen_maks":
            return HasilKlaim(klaim, _kelas_maksimum(klaim.nilai, hasil.angka), hasil)
        return HasilKlaim(klaim, _kelas_angka(klaim, klaim.nilai, hasil), hasil)
    if klaim.teks:
        return HasilKlaim(klaim, _kelas_kata(klaim, besaran, hasil), hasil)
    angka = tulis_tepat(klaim.nilai) if klaim.nilai is not None else "–"
    alasan = f"klaim menyebut angka {angka}, padahal yang diketahui hanya kata '{hasil.kata}'"
    return HasilKlaim(klaim, KelasKlaim.TAK_TERHITUNG, kosong(alasan, hasil.cara))


def periksa_daftar_klaim(data: DataInstansi, daftar: tuple[Klaim, ...]) -> Iterator[HasilKlaim]:
    """All claims, in the order of the sheet."""
    return (periksa_klaim(data, klaim) for klaim in daftar)
