"""What a rule is, what it may lean on, and the thresholds (pemeriksaan.md: figures in ⟨ ⟩ with their defaults)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

from kinerja.data import RumusNegatif
from lkjip.dasar.hitungan import KONTEKS, banyak_desimal
from lkjip.dasar.periode import akhir_tahun
from lkjip.dasar.tulisan_angka import bulat, tulis_polos, tulis_ringkas, tulis_uang
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_ambang import Ambang as Ambang
from lkjip.pemeriksaan.klaim import HasilKlaim
from renstra.data import Arah, Indikator, Versi

KOSONG = " \n\t-–—…."  # stripped from a text: a dash or dots stand for nothing
_TERDAFTAR = 5  # names that a sentence lists before it counts the rest
_ANGKA_HIDUP = re.compile(r"\{[^{}\n]{0,120}\}")
_BUKAN_KATA = re.compile(r"[\W_]+")


Pemeriksa = Callable[[BukuKerja, Ambang], Iterator[Temuan]]
PemeriksaKlaim = Callable[[BukuKerja, Sequence[HasilKlaim]], Iterator[Temuan]]
PemeriksaTeks = Callable[[Bacaan, Ambang], Iterator[Temuan]]


def _tanpa(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    yield from ()


def _tanpa_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    yield from ()


def _tanpa_klaim(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    yield from ()


@dataclass(frozen=True)
class Aturan:
    """A rule of the catalogue: its id, severity, name and the functions that find what breaks it.

    `periksa` reads the data from which our report is made, `periksa_teks` what people wrote into it (and the data that
    it speaks of), `periksa_klaim` the printed figures of an earlier report. `tingkat` is the catalogue's severity; a
    finding may say another where the catalogue does.
    """

    id: str
    tingkat: Tingkat
    nama: str
    periksa: Pemeriksa = _tanpa
    periksa_klaim: PemeriksaKlaim = _tanpa_klaim
    periksa_teks: PemeriksaTeks = _tanpa_teks

    @property
    def membaca_klaim(self) -> bool:
        return self.periksa_klaim is not _tanpa_klaim


def berturut(*daftar: Pemeriksa) -> Pemeriksa:
    """Several ways in which one rule looks at the data, one after the other."""

    def semua(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
        for satu in daftar:
            yield from satu(buku, ambang)

    return semua


# What every finding about a printed figure of an earlier report has: where its claim stands, and that it is one.
TEMPAT_KLAIM: Mapping[str, object] = {"halaman": "lembar", "argumen": ("klaim",), "klaim": True}


def temuan(aturan: str, tingkat: Tingkat, pesan: str, **lain: object) -> Temuan:
    """A finding of this severity; numbers among `nilai` and `seharusnya` are written plainly."""
    isi = {nama: tulis_polos(n) if isinstance(n, Decimal) else n for nama, n in lain.items()}
    return Temuan(aturan, tingkat, pesan, **isi)  # type: ignore[arg-type]


def galat(aturan: str, pesan: str, **lain: object) -> Temuan:
    """A blocking finding (`temuan`)."""
    return temuan(aturan, Tingkat.GALAT, pesan, **lain)


def peringatan(aturan: str, pesan: str, **lain: object) -> Temuan:
    """A finding that may stay with a reason (`temuan`)."""
    return temuan(aturan, Tingkat.PERINGATAN, pesan, **lain)


def info(aturan: str, pesan: str, **lain: object) -> Temuan:
    """Something worth a look (`temuan`)."""
    return temuan(aturan, Tingkat.INFO, pesan, **lain)


def sedekat_cetak(hasil: Decimal, tercatat: Decimal) -> bool:
    """Whether a recorded quotient or mean is the computed one as far as its own decimals go, rounded or cut off."""
    return abs(hasil - tercatat) < Decimal(1).scaleb(-banyak_desimal(tercatat))


def setepat_cetak(hasil: Decimal, tercatat: Decimal) -> bool:
    """Whether a recorded quotient or mean is the computed one, rounded half up or cut off at its own decimals: 80,1 is
    not 81.
    """
    d = banyak_desimal(tercatat)
    return tercatat in (bulat(hasil, d), hasil.quantize(Decimal(1).scaleb(-d), rounding=ROUND_DOWN, context=KONTEKS))


tulis = tulis_ringkas  # a figure in a sentence; all its decimals stand in `seharusnya`


def rp(nilai: Decimal) -> str:
    """Money in a sentence, sen only where there are any."""
    return f"Rp{tulis_uang(nilai)}"


def sebutkan(daftar: Sequence[str]) -> str:
    """Names in a sentence: the first five, and how many there are besides."""
    sisa = len(daftar) - _TERDAFTAR
    return ", ".join(daftar[:_TERDAFTAR]) + (f", dan {sisa} lainnya" if sisa > 0 else "")


def baku(teks: str) -> str:
    """Words in lower case, one space apart, without punctuation: how names and paragraphs are compared."""
    return _BUKAN_KATA.sub(" ", teks.casefold()).strip()


def tanpa_angka_hidup(teks: str) -> str:
    """A text without its live figures: `{realisasi IKU1}` prints only a number, so it names nothing."""
    return _ANGKA_HIDUP.sub(" ", teks)


def tahunan(buku: BukuKerja) -> bool:
    """Whether it is the report on a year: a quarter's report owes fewer analyses."""
    return buku.laporan.identitas_berlaku.triwulan is None


def tahun_usai(buku: BukuKerja) -> bool:
    """Whether the year is over on the day that the data are asked on: what only its end can show is due then."""
    hari = buku.data.kinerja.per_tanggal
    return hari is None or hari >= akhir_tahun(buku.data.tahun)


def diperjanjikan(buku: BukuKerja) -> tuple[Indikator, ...]:
    """Indicators of a sasaran that the Perjanjian Kinerja of the year names: what Bab III answers for."""
    rencana, tahun = buku.data.renstra, buku.data.tahun
    return tuple(
        i
        for i in rencana.daftar_indikator_semua_sasaran
        if any((i.kode, tahun, versi) in rencana.perjanjian_per_indikator for versi in Versi)
    )


def target_pk_kosong(buku: BukuKerja, kode: str) -> bool:
    """Whether the Perjanjian Kinerja in force names the indicator and promises nothing, neither figure nor letter."""
    per_indikator, tahun = buku.data.renstra.perjanjian_per_indikator, buku.data.tahun
    baris = per_indikator.get((kode, tahun, Versi.PERUBAHAN)) or per_indikator.get((kode, tahun, Versi.MURNI))
    return baris is not None and baris.target is None and not baris.predikat.strip()


def langsung_negatif(buku: BukuKerja, indikator: Indikator) -> bool:
    """Whether a capaian above 100 is the bad one: direction negatif, computed as R / T."""
    langsung = buku.data.kinerja.metode.rumus_negatif is RumusNegatif.LANGSUNG
    return langsung and indikator.arah is Arah.NEGATIF


def disebut_narasi(buku: BukuKerja, *sebutan: str, bagian: str = "") -> bool:
    """Whether the report's own text (of sections that begin with `bagian`) names one of these as a word.

    A live figure (`{realisasi IKU1}`) prints only a number, so it names nothing; and IKU1 is not named by IKU10.
    """
    dicari = [re.escape(satu.strip().casefold()) for satu in sebutan if len(satu.strip()) > 2]
    if not dicari:
        return False
    pola = re.compile(rf"(?<!\w)(?:{'|'.join(dicari)})(?!\w)")
    daftar = (n.isi for n in buku.laporan.daftar_narasi if n.bagian.startswith(bagian))
    return any(pola.search(tanpa_angka_hidup(isi.casefold())) for isi in daftar)


def nama(kode: str, uraian: str) -> str:
    """How a sentence calls a row: its name in quotes and its kode, or the kode alone."""
    return f"“{' '.join(uraian.split())}” ({kode})" if uraian.strip() else kode


def nama_indikator(buku: BukuKerja, kode: str) -> str:
    indikator = buku.data.renstra.indikator_per_kode.get(kode)
    return nama(kode, indikator.uraian if indikator else "")
