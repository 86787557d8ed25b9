"""Typed numbers against the figures of their subject: which equal none, which might follow the data.

Silence is preferred to a false alarm: thresholds, estimates, counts of things that no figure counts, years and
agencies of which there are no data are let pass (pemeriksaan.md, NAR-04).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lkjip.laporan.compose.angka_baca import AngkaTulis as AngkaTulis
from lkjip.laporan.compose.angka_baca import angka_dalam as angka_dalam
from lkjip.laporan.compose.angka_cari import Cari, persentase
from lkjip.laporan.compose.angka_kalimat import KINERJA, Kalimat, daftar_kalimat
from lkjip.laporan.compose.angka_kolam import Kolam, Nilai
from lkjip.laporan.compose.angka_usul import nama_angka, pengganti, pesan_usul, pilih, tertulis, usulkan
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
    r"naik|turun|selisih|tambah|beda|lebih|kurang|sisa|poin|lampaui|surplus|defisit|efisien|jarak|terpaut|jumlah"
    r"|memerlukan|meningkat|tingkat|hemat|total|seluruh",
    re.IGNORECASE,
)
_LAIN = re.compile(r"nasional|(?:provinsi|instansi|daerah|kabupaten|kota|kementerian|badan) lain|misalnya|contoh", re.I)
_PENGANTAR = re.compile(
    r"(?:nilai|target|targetnya|capaian|capaiannya|realisasi|realisasinya|indeks|skor|sebesar|menjadi|adalah|mencapai"
    r"|dari|ke|yaitu|yakni|bernilai|memperoleh|tahun _{4})[ \t:]*\(?$",
    re.IGNORECASE,
)
_BUTIR_HITUNG = frozenset({"sasaran", "indikator", "program", "kegiatan", "subkegiatan", "iku", "tujuan", "misi"})
_KECIL = 12


@dataclass(frozen=True)
class TemuanAngka:
    """A typed number that equals no figure of its subject. `usul`: what may be typed instead, '' where unknown."""

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


def periksa_angka(ktx: Konteks, teks: str, subjek: tuple[str, ...] = ()) -> tuple[TemuanAngka, ...]:
    """Typed numbers that equal no figure of their subject. `subjek`: kode that the place is about."""
    return tuple(
        temuan
        for kalimat in daftar_kalimat(ktx, teks, subjek)
        for angka in kalimat.angka
        if (temuan := _periksa(ktx, kalimat, angka)) is not None
    )


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
    for kalimat in daftar_kalimat(ktx, teks, subjek):
        cari = _cari(ktx, kalimat)
        yield from ((kalimat, angka, cari.sama(angka)) for angka in kalimat.angka)


class _Pencari:
    """Sorted numbers per set of subjects, kept with the workbook."""

    def __init__(self, ktx: Konteks) -> None:
        self._kolam = ktx.pembantu(Kolam)
        self._per_kode: dict[frozenset[str], Cari] = {}

    def untuk(self, kode: frozenset[str]) -> Cari:
        """Without any kode: every number of the report."""
        if kode not in self._per_kode:
            daftar = self._kolam.keluarga(("", *sorted(kode))) if kode else self._kolam.semua()
            self._per_kode[kode] = Cari(daftar)
        return self._per_kode[kode]


def _cari(ktx: Konteks, kalimat: Kalimat) -> Cari:
    return ktx.pembantu(_Pencari).untuk(frozenset((*kalimat.kode, *kalimat.paragraf)))


def _periksa(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> TemuanAngka | None:
    if not _layak(ktx, kalimat, angka):
        return None
    cari = _cari(ktx, kalimat)
    if cari.sama(angka) or _turunan(ktx, kalimat, angka, cari):
        return None
    terpotong, _ = pilih(ktx, kalimat, angka, cari.terpotong(angka))
    if terpotong is not None:
        asal = f"{nama_angka(terpotong.identitas)}, {tertulis(terpotong, angka)}"
        pesan = f"Tertulis {angka.teks}, terpotong dari {asal}. Bulatkan, jangan dipotong."
        return TemuanAngka(angka.awal, angka.akhir, angka.teks, pesan, pengganti(ktx, terpotong, angka))
    usul = usulkan(ktx, kalimat, angka)
    nama = " atau ".join(kalimat.subjek(angka)[:2])
    ganti = pengganti(ktx, usul, angka) if usul is not None else ""
    return TemuanAngka(angka.awal, angka.akhir, angka.teks, pesan_usul(angka, usul, nama), ganti)


def _layak(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> bool:
    """Whether the sentence claims this number as a figure of performance or money of this agency and these years."""
    if (
        _BATAS.search(kalimat.sebelum(angka)[-40:])
        or _LAIN.search(kalimat.isi)
        or not _tahun_dikenal(ktx, kalimat, angka)
    ):
        return False
    if angka.satuan == "Rp":
        return True
    bicara = bool(KINERJA.search(kalimat.isi))
    if angka.satuan in ("%", "poin"):
        return (bicara and bool(kalimat.sebut or kalimat.paragraf)) or bool(kalimat.sebut)
    if angka.satuan:
        return bicara and angka.satuan in _satuan_indikator(ktx, kalimat)
    pengantar = bool(_PENGANTAR.search(kalimat.sebelum(angka)[-24:]))
    besar = angka.desimal > 0 or angka.nilai > _KECIL
    return bool(kalimat.sebut) and bicara and (pengantar or (besar and angka.desimal > 0))


def _tahun_dikenal(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> bool:
    """Money is known of the report's own year only, the rest of the years of the plan and those before it."""
    tahun = kalimat.daftar_tahun()
    uang = angka.satuan == "Rp" or kalimat.besaran(angka) in ("serapan", "pagu", "sisa")
    dikenal = {ktx.tahun} if uang else {ktx.tahun, ktx.tahun - 1, *ktx.tahun_renstra}
    return tahun <= dikenal or (not uang and all(ktx.tahun - 5 <= t <= ktx.tahun for t in tahun))


def _satuan_indikator(ktx: Konteks, kalimat: Kalimat) -> frozenset[str]:
    per_kode = ktx.renstra.indikator_per_kode
    satuan = (per_kode[k].satuan.strip().lower() for k in kalimat.kode if k in per_kode)
    return frozenset(satuan) - _BUTIR_HITUNG


def _turunan(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis, cari: Cari) -> bool:
    lain = [a for a in kalimat.angka_paragraf if a is not angka]
    if angka.satuan == "%" and persentase(angka, [a for a in lain if a in kalimat.angka]):
        return True
    if angka.satuan != "poin" and not _SELISIH.search(kalimat.isi):
        return False
    sempit = cari if kalimat.kode or kalimat.paragraf else Cari(ktx.pembantu(Kolam).sendiri(""))
    return sempit.turunan(angka, [a.nilai for a in lain])
