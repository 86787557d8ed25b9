"""Typed numbers against the figures of their subject: which equal none, which might follow the data.

Silence is preferred to a false alarm: thresholds, estimates, counts of things that no figure counts, years and
agencies of which there are no data are let pass (pemeriksaan.md, NAR-04).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from lkjip.laporan.compose.angka_baca import AngkaTulis as AngkaTulis
from lkjip.laporan.compose.angka_baca import angka_dalam as angka_dalam
from lkjip.laporan.compose.angka_cari import Cari, beda_atau_jumlah, persentase
from lkjip.laporan.compose.angka_kalimat import KINERJA, Kalimat, daftar_kalimat
from lkjip.laporan.compose.angka_kolam import Kolam, Nilai, bilangan_tabel, hitungan
from lkjip.laporan.compose.angka_usul import (
    nama_angka,
    pengganti,
    pesan_usul,
    pilih,
    sejalan,
    sesatuan,
    tertulis,
    usulkan,
)
from lkjip.laporan.compose.sebutan import sebutan_dalam
from lkjip.laporan.isi import Angka

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_BATAS = re.compile(
    r"(?:minimal|maksimal|minimum|maksimum|paling \w+|di ?bawah|di ?atas|lebih dari|kurang dari|lebih besar dari"
    r"|lebih kecil dari|melebihi|melampaui|melewati|sekurang-kurangnya|hampir|sekitar|kurang lebih|kira-kira|kisaran"
    r"|antara|batas|dikali|dibagi|kali|skala|[<>≥≤=×x±~])(?: angka| nilai| sebesar)?[ \t]*\(?$",
    re.IGNORECASE,
)
_SELISIH = re.compile(
    r"\bnaik|\bturun|kenaikan|penurunan|selisih|tambah|beda\b|berbeda|lebih|kurang|sisa|lampaui|surplus|defisit|jarak|terpaut"
    r"|memerlukan|meningkat|hemat",
    re.IGNORECASE,
)
_PENGANTAR = re.compile(
    r"(?:\b(?:nilai|target|capaian|realisasi|indeks|skor)(?:nya)?|sebesar|menjadi|adalah|mencapai|yaitu|yakni|bernilai"
    r"|memperoleh|(?:bergerak|naik|turun|meningkat|menurun|berubah) dari|\d,?(?: dan)?)[ \t:]*\(?$",
    re.IGNORECASE,
)
_ARAH = re.compile(r"\b(?:dari|menjadi|ke)[ \t]*(?:Rp)?$", re.IGNORECASE)
_TERDIRI = re.compile(
    r"(?:terdiri (?:atas|dari)|memiliki|mempunyai|menetapkan|diukur dengan|meliputi|memuat)[ \t]*$", re.I
)
_DARI_SELURUH = re.compile(r"[\s)]*(?:dari|terhadap) (?:total|seluruh|keseluruhan|jumlah)\b", re.IGNORECASE)  # a share
_PENDAPATAN = re.compile(r"\b(?:pendapatan|retribusi|penerimaan|piutang)\b", re.IGNORECASE)  # no data hold them
TEMUAN_TERBANYAK = 200
_DIHITUNG = frozenset({"sasaran", "indikator"})


@dataclass(frozen=True)
class Temuan:
    """A remark about a piece of a text (`awal` to `akhir`). `usul`: what may be typed instead, '' where unknown."""

    awal: int
    akhir: int
    teks: str
    pesan: str
    usul: str = ""


@dataclass(frozen=True)
class Cocok:
    """A typed number that equals a figure beyond doubt. `usul`: the live figure (with its unit) that may replace it."""

    awal: int
    akhir: int
    teks: str
    angka: Angka
    usul: str


def periksa_angka(ktx: Konteks, teks: str, subjek: tuple[str, ...] = (), *, bagian: str = "") -> tuple[Temuan, ...]:
    """Typed numbers that equal no figure of their subject. `subjek`: kode that the place is about; `bagian`: its name,
    so that numbers of its own free tables are known too. At most TEMUAN_TERBANYAK are looked for."""
    temuan = (
        satu
        for kalimat, angka in _angka_kalimat(ktx, teks, subjek)
        if (satu := _periksa(ktx, kalimat, angka, bagian)) is not None
    )
    return tuple(islice(temuan, TEMUAN_TERBANYAK))


def cocok_angka(ktx: Konteks, teks: str, subjek: tuple[str, ...] = ()) -> tuple[Cocok, ...]:
    """Typed numbers that equal the figure which the words around them name, so that they may follow the data."""
    hasil = []
    for kalimat, angka, sama in _bersama_calon(ktx, teks, subjek):
        dimaksud, pasti = pilih(ktx, kalimat, angka, sama)
        if dimaksud is not None and pasti and not angka.berskala:
            ganti = pengganti(ktx, dimaksud, angka)
            hasil.append(Cocok(angka.awal, angka.akhir, angka.teks, dimaksud, ganti))
    return tuple(hasil)


def angka_bicara(ktx: Konteks, teks: str, subjek: tuple[str, ...] = ()) -> tuple[Angka, ...]:
    """The figures that a text speaks of, each once: its live figures, then those that its typed numbers equal."""
    hasil = {a.identitas: a for a in sebutan_dalam(ktx, teks)}
    for kalimat, angka, sama in _bersama_calon(ktx, teks, subjek):
        dimaksud, _ = pilih(ktx, kalimat, angka, sama)
        if dimaksud is not None and _layak(ktx, kalimat, angka):
            hasil.setdefault(dimaksud.identitas, dimaksud)
    return tuple(hasil.values())


def _bersama_calon(
    ktx: Konteks, teks: str, subjek: tuple[str, ...]
) -> Iterator[tuple[Kalimat, AngkaTulis, list[Nilai]]]:
    pencari = ktx.pembantu(_Pencari)
    for kalimat, angka in _angka_kalimat(ktx, teks, subjek):
        yield kalimat, angka, pencari.untuk(kalimat.tersebut).sama(angka)


def _angka_kalimat(ktx: Konteks, teks: str, subjek: tuple[str, ...]) -> Iterator[tuple[Kalimat, AngkaTulis]]:
    """Each typed number with its sentence."""
    return ((kalimat, angka) for kalimat in daftar_kalimat(ktx, teks, subjek) for angka in kalimat.angka)


class _Pencari:
    """Sorted numbers per set of subjects and per section's tables, kept with the workbook."""

    def __init__(self, ktx: Konteks) -> None:
        self._ktx, self._kolam = ktx, ktx.pembantu(Kolam)
        self._per_kode: dict[frozenset[str], Cari] = {}
        self._per_bagian: dict[str, Cari] = {}

    def untuk(self, kode: frozenset[str]) -> Cari:
        """Without any kode: every number of the report."""
        if kode not in self._per_kode:
            daftar = self._kolam.keluarga(("", *sorted(kode))) if kode else self._kolam.semua()
            self._per_kode[kode] = Cari(daftar)
        return self._per_kode[kode]

    def tabel(self, bagian: str) -> Cari:
        """Numbers of the free tables of a section; of all, where no section is named."""
        if bagian not in self._per_bagian:
            self._per_bagian[bagian] = Cari(map(Nilai, bilangan_tabel(self._ktx, bagian)))
        return self._per_bagian[bagian]


def _periksa(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis, bagian: str) -> Temuan | None:
    if angka.satuan in _DIHITUNG:
        return _periksa_hitungan(ktx, kalimat, angka)
    if not _layak(ktx, kalimat, angka):
        return None
    cari = ktx.pembantu(_Pencari).untuk(kalimat.tersebut)
    if _dikenal(ktx, kalimat, angka, bagian) or _turunan(ktx, kalimat, angka):
        return None
    terpotong, pasti = pilih(ktx, kalimat, angka, cari.terpotong(angka))
    if terpotong is not None and pasti:
        asal = f"{nama_angka(terpotong.identitas)}, {tertulis(terpotong, angka)}"
        pesan = f"Tertulis {angka.teks}, terpotong dari {asal}. Bulatkan, jangan dipotong."
        return Temuan(angka.awal, angka.akhir, angka.teks, pesan, pengganti(ktx, terpotong, angka))
    usul = usulkan(ktx, kalimat, angka)
    if usul is None and not angka.satuan and not _sebesar(ktx, kalimat, angka):
        return None
    nama = " atau ".join(kalimat.subjek(angka)[:2])
    ganti = pengganti(ktx, usul, angka) if usul is not None else ""
    return Temuan(angka.awal, angka.akhir, angka.teks, pesan_usul(angka, usul, nama), ganti)


def _dikenal(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis, bagian: str) -> bool:
    """Whether it equals a figure of those named in or around the sentence, or a number in the place's own tables."""
    pencari, kata = ktx.pembantu(_Pencari), kalimat.besaran(angka)
    if any(sejalan(ktx, kata, angka, n) for n in pencari.untuk(kalimat.tersebut).sama(angka)):
        return True
    return bool(bagian or not kalimat.sebut) and bool(pencari.tabel(bagian).sama(angka))


def _sebesar(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> bool:
    """Whether a number without a unit is of the size of the subject's figures; else it counts something else."""
    milik = (n for kode in kalimat.subjek(angka) for n in ktx.pembantu(Kolam).sendiri(kode))
    return any(abs(n.nilai) * 2 >= abs(angka.nilai) for n in milik if n.angka and sesatuan(ktx, n.angka, ""))


def _periksa_hitungan(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> Temuan | None:
    """More sasaran or indicators than there are, or another number than the plan has (KON-12)."""
    ada = hitungan(ktx, angka.satuan)
    terbanyak, semua = max(ada), bool(_TERDIRI.search(kalimat.sebelum(angka)[-24:]))
    if angka.desimal or (angka.nilai <= terbanyak and (not semua or angka.nilai in ada)):
        return None
    pesan = f"Tertulis {angka.teks} {angka.satuan}, sedangkan menurut data ada {terbanyak} {angka.satuan}."
    return Temuan(angka.awal, angka.akhir, angka.teks, pesan)


def _layak(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> bool:
    """Whether the sentence claims this number as a figure of performance or money of this agency and these years."""
    lalu = kalimat.sebelum(angka)[-40:]
    if angka.satuan == "%" and _DARI_SELURUH.match(kalimat.sesudah(angka)):
        return False
    if _BATAS.search(lalu) or kalimat.tentang_lain or not _tahun_dikenal(ktx, kalimat, angka):
        return False
    if angka.satuan == "Rp":
        return not _PENDAPATAN.search(kalimat.sebelum(angka))
    bicara, dikenal = kalimat.bicara, bool(kalimat.sebut or kalimat.paragraf)
    if not angka.desimal and kalimat.tentang_rentang:
        return False
    if angka.satuan in ("%", "poin"):
        tegas = angka.desimal > 0 and bool(KINERJA.search(lalu))
        return tegas or (bicara and dikenal) or bool(kalimat.sebut)
    if angka.satuan:
        return bool(bicara or _ARAH.search(lalu)) and angka.satuan in _satuan_indikator(ktx, kalimat)
    return bicara and dikenal and (angka.desimal > 0 or bool(_PENGANTAR.search(lalu)))


def _tahun_dikenal(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> bool:
    """Money of the budget is known of the report's own year only, the rest of the years of the plan and before it."""
    tahun = kalimat.daftar_tahun
    milik = frozenset(s.rstrip(".") for s in _satuan_indikator(ktx, kalimat))
    uang = (angka.satuan == "Rp" and not milik & {"rp", "rupiah"}) or kalimat.besaran(angka) in (
        "serapan",
        "pagu",
        "sisa",
    )
    dikenal = {ktx.tahun} if uang else {ktx.tahun, *ktx.tahun_renstra, *range(ktx.tahun - 5, ktx.tahun)}
    return tahun <= dikenal


def _satuan_indikator(ktx: Konteks, kalimat: Kalimat) -> frozenset[str]:
    per_kode = ktx.renstra.indikator_per_kode
    return frozenset(per_kode[k].satuan.strip().lower() for k in kalimat.kode if k in per_kode)


def _turunan(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> bool:
    """Whether it follows from other numbers: a share of two typed ones, or where words say so ("selisih", "naik") a
    difference or sum. What stands after "dari" and "menjadi" is a level, not a difference."""
    lain = [a for a in kalimat.angka_paragraf if a is not angka]
    if angka.satuan == "%" and persentase(angka, [a for a in kalimat.angka if a is not angka]):
        return True
    lalu, nanti = kalimat.sebelum(angka), kalimat.sesudah(angka)
    if angka.satuan != "poin" and (_ARAH.search(lalu) or not _SELISIH.search(lalu[-60:] + " " + nanti[:25])):
        return False
    subjek = kalimat.subjek(angka) or ("",)
    milik = [n for kode in subjek for n in ktx.pembantu(Kolam).sendiri(kode)]
    sejenis = (n.nilai for n in milik if n.angka is None or sesatuan(ktx, n.angka, angka.satuan))
    sebelah = (a.nilai for a in lain if (a.satuan == "Rp") == (angka.satuan == "Rp"))
    return beda_atau_jumlah(angka, (*sejenis, *sebelah, Decimal(100)))
