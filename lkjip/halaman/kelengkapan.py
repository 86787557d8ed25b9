"""What a quarter still lacks before it is submitted: what stops the submission, and what only warns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from kinerja.data import Faktor
from kinerja.data_pengisian import AturanPengisian, ButirAnalisis
from lkjip.dasar.isian import ringkas_teks
from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_uang
from lkjip.halaman.uang_janggal import Kejanggalan, uang_janggal
from lkjip.laporan.compose.konteks import Konteks, Posisi
from renstra.data import Indikator

MAKS_SEBUTAN = 5
_MAKS_KUTIPAN = 140
_WAJIB_BILA_DI_BAWAH = {Faktor.HAMBATAN: "hambatan", Faktor.SOLUSI: "solusi atau tindak lanjut"}


class Tingkat(StrEnum):
    MENGHENTIKAN = "menghentikan"
    MENGINGATKAN = "mengingatkan"


class Aturan(StrEnum):
    """The rules by kode."""

    REALISASI_KOSONG = "realisasi_kosong"
    CATATAN_BELUM_DIJAWAB = "catatan_belum_dijawab"
    BUKTI_KOSONG = "bukti_kosong"
    ANALISIS_KOSONG = "analisis_kosong"
    TARGET_KOSONG = "target_kosong"
    UANG_KOSONG = "uang_kosong"
    UANG_MELEBIHI_PAGU = "uang_melebihi_pagu"
    UANG_TURUN = "uang_turun"


_ATURAN_JANGGAL = {Kejanggalan.MELEBIHI_PAGU: Aturan.UANG_MELEBIHI_PAGU, Kejanggalan.TURUN: Aturan.UANG_TURUN}


class Halaman(StrEnum):
    """Where it is mended: names of addresses."""

    ISI = "isi_triwulan"
    PANEL = "panel_indikator"
    ANGGARAN = "isi_anggaran"
    KIRIM = "kirim_triwulan"


@dataclass(frozen=True)
class Kekurangan:
    """One thing that the quarter lacks. At most one of `indikator` and `anggaran` (kode) is its subject."""

    aturan: Aturan
    tingkat: Tingkat
    kalimat: str
    halaman: Halaman
    indikator: str = ""
    anggaran: str = ""


@dataclass(frozen=True)
class CatatanTerbuka:
    """A remark that nobody has answered yet: at an indicator, at a budget row (kode), or at the whole quarter."""

    pk: int
    isi: str
    oleh: str
    indikator: str = ""
    anggaran: str = ""


@dataclass(frozen=True)
class BahanPeriksa:
    """What is known of a quarter beside the data of the year. `banyak_bukti`: per kode of the indicator."""

    triwulan: int
    aturan: AturanPengisian = field(default_factory=AturanPengisian)
    banyak_bukti: Mapping[str, int] = field(default_factory=dict)
    daftar_analisis: tuple[ButirAnalisis, ...] = ()
    daftar_catatan: tuple[CatatanTerbuka, ...] = ()

    def banyak_bukti_indikator(self, kode: str) -> int:
        return self.banyak_bukti.get(kode, 0)

    def faktor(self, kode: str) -> frozenset[Faktor]:
        """The kinds of analysis that the indicator has in this quarter."""
        return frozenset(a.faktor for a in self.daftar_analisis if a.indikator == kode)


def kekurangan(konteks: Konteks, bahan: BahanPeriksa) -> tuple[Kekurangan, ...]:
    """Everything that the quarter lacks, what stops the submission first."""
    semua = [*_catatan(konteks, bahan), *_indikator(konteks, bahan), *_uang(konteks, bahan.triwulan)]
    return tuple(sorted(semua, key=lambda k: k.tingkat is not Tingkat.MENGHENTIKAN))


def menghentikan(daftar: tuple[Kekurangan, ...]) -> tuple[Kekurangan, ...]:
    return tuple(k for k in daftar if k.tingkat is Tingkat.MENGHENTIKAN)


def mengingatkan(daftar: tuple[Kekurangan, ...]) -> tuple[Kekurangan, ...]:
    return tuple(k for k in daftar if k.tingkat is Tingkat.MENGINGATKAN)


def wajib_diisi(konteks: Konteks, kode: str, triwulan: int) -> bool:
    """An indicator with a target for the quarter or for the year is to have a realisasi in the quarter."""
    return konteks.ada_target(kode, triwulan=triwulan)


def terisi(konteks: Konteks, kode: str, triwulan: int) -> bool:
    """It has a realisasi in the quarter, or the reason why there is none."""
    baris = konteks.kinerja.kinerja_per_triwulan.get((kode, konteks.tahun, triwulan))
    return konteks.ada_realisasi(kode, triwulan=triwulan) or bool(baris and baris.catatan.strip())


def baris_berpagu(konteks: Konteks) -> tuple[str, ...]:
    """Leaves of the budget that have money to spend, in the order of the budget."""
    return tuple(
        a.kode
        for a in konteks.anggaran.daftar_anggaran
        if not konteks.anggaran.daftar_anak.get(a.kode) and (konteks.hitung("pagu", a.kode).angka or 0) > 0
    )


def realisasi_uang(konteks: Konteks, kode: str, triwulan: int) -> Decimal | None:
    """The row's own cumulative realisasi as entered in the quarter."""
    baris = konteks.anggaran.realisasi_per_triwulan.get((kode, konteks.tahun, triwulan))
    return baris.realisasi if baris else None


def _tingkat(*, wajib: bool) -> Tingkat:
    return Tingkat.MENGHENTIKAN if wajib else Tingkat.MENGINGATKAN


def _ringkas(teks: str) -> str:
    isi = ringkas_teks(teks)
    return isi if len(isi) <= _MAKS_KUTIPAN else f"{isi[: _MAKS_KUTIPAN - 1]}…"


def _catatan(konteks: Konteks, bahan: BahanPeriksa) -> Iterator[Kekurangan]:
    """Answered is what the perencana has replied to, whether or not they agree."""
    for catatan in bahan.daftar_catatan:
        di = konteks.renstra.indikator_per_kode.get(catatan.indikator)
        subjek = f"{konteks.nama_indikator(di)}: " if di else f"{catatan.anggaran}: " if catatan.anggaran else ""
        kalimat = f"{subjek}catatan {catatan.oleh} belum dijawab (“{_ringkas(catatan.isi)}”)."
        yield Kekurangan(
            Aturan.CATATAN_BELUM_DIJAWAB,
            Tingkat.MENGHENTIKAN,
            kalimat[:1].upper() + kalimat[1:],
            Halaman.KIRIM,
            catatan.indikator,
            catatan.anggaran,
        )


def _indikator(konteks: Konteks, bahan: BahanPeriksa) -> Iterator[Kekurangan]:
    for indikator in konteks.renstra.daftar_indikator:
        for satu in (_tanpa_target, _tanpa_realisasi, _tanpa_bukti, _tanpa_analisis):
            if (kurang := satu(konteks, bahan, indikator)) is not None:
                yield kurang


def _tanpa_target(konteks: Konteks, bahan: BahanPeriksa, indikator: Indikator) -> Kekurangan | None:
    if not indikator.iku or wajib_diisi(konteks, indikator.kode, bahan.triwulan):
        return None
    kalimat = (
        f"{konteks.nama_indikator(indikator)}: IKU ini tidak punya target, baik untuk triwulan maupun untuk tahun "
        f"{konteks.tahun}, jadi capaiannya tidak dapat dihitung."
    )
    return Kekurangan(Aturan.TARGET_KOSONG, Tingkat.MENGINGATKAN, kalimat, Halaman.ISI, indikator.kode)


def _tanpa_realisasi(konteks: Konteks, bahan: BahanPeriksa, indikator: Indikator) -> Kekurangan | None:
    kode, triwulan = indikator.kode, bahan.triwulan
    if not wajib_diisi(konteks, kode, triwulan) or terisi(konteks, kode, triwulan):
        return None
    kalimat = (
        f"{konteks.nama_indikator(indikator)}: realisasi {nama_triwulan(triwulan)} belum diisi. Isi nilainya, atau "
        "tulis pada kolom catatan mengapa belum ada."
    )
    return Kekurangan(Aturan.REALISASI_KOSONG, Tingkat.MENGHENTIKAN, kalimat, Halaman.ISI, kode)


def _tanpa_bukti(konteks: Konteks, bahan: BahanPeriksa, indikator: Indikator) -> Kekurangan | None:
    kode = indikator.kode
    if not indikator.iku or bahan.banyak_bukti_indikator(kode):
        return None
    if not konteks.ada_realisasi(kode, triwulan=bahan.triwulan):
        return None
    kalimat = f"{konteks.nama_indikator(indikator)}: IKU ini belum punya bukti dukung."
    return Kekurangan(Aturan.BUKTI_KOSONG, _tingkat(wajib=bahan.aturan.wajib_bukti), kalimat, Halaman.PANEL, kode)


def _tanpa_analisis(konteks: Konteks, bahan: BahanPeriksa, indikator: Indikator) -> Kekurangan | None:
    """Below target somebody has to say what hindered and what is done about it; at or above it nobody has to."""
    if konteks.posisi(indikator, triwulan=bahan.triwulan) is not Posisi.DI_BAWAH:
        return None
    ada = bahan.faktor(indikator.kode)
    kurang = [kata for faktor, kata in _WAJIB_BILA_DI_BAWAH.items() if faktor not in ada]
    if not kurang:
        return None
    kalimat = (
        f"{konteks.nama_indikator(indikator)}: capaian di bawah target, tetapi {' dan '.join(kurang)} belum ditulis."
    )
    wajib = _tingkat(wajib=bahan.aturan.wajib_analisis)
    return Kekurangan(Aturan.ANALISIS_KOSONG, wajib, kalimat, Halaman.PANEL, indikator.kode)


def _uang(konteks: Konteks, triwulan: int) -> Iterator[Kekurangan]:
    kosong = [kode for kode in baris_berpagu(konteks) if realisasi_uang(konteks, kode, triwulan) is None]
    if kosong:
        disebut = ", ".join(kosong[:MAKS_SEBUTAN]) + (", dan lainnya" if len(kosong) > MAKS_SEBUTAN else "")
        kalimat = f"{len(kosong)} baris anggaran berpagu belum punya realisasi: {disebut}."
        yield _kurang_uang(Aturan.UANG_KOSONG, kosong[0], kalimat)
    for baris in konteks.anggaran.daftar_anggaran:
        if (realisasi := realisasi_uang(konteks, baris.kode, triwulan)) is not None:
            for janggal in uang_janggal(konteks, baris.kode, triwulan):
                subjek = f"Anggaran {baris.kode} (realisasi Rp{tulis_uang(realisasi)})"
                kalimat = f"{subjek}: {janggal.kalimat[:1].lower()}{janggal.kalimat[1:]}"
                yield _kurang_uang(_ATURAN_JANGGAL[janggal.jenis], baris.kode, kalimat)


def _kurang_uang(aturan: Aturan, kode: str, kalimat: str) -> Kekurangan:
    return Kekurangan(aturan, Tingkat.MENGINGATKAN, kalimat, Halaman.ANGGARAN, anggaran=kode)
