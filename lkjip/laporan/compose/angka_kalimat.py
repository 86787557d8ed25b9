"""A text sentence by sentence: its typed numbers, who is spoken of, which figure, of which year and quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from lkjip.dasar.periode import TRIWULAN_TERTULIS, baca_triwulan
from lkjip.laporan.compose.angka_baca import AngkaTulis, angka_dalam
from lkjip.laporan.compose.angka_sebut import DaftarNama, Sebut, kode_sebutan

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_PARAGRAF = re.compile(r"[^\n]+")
_AKHIR = re.compile(r"[.;!?](?=\s)(?<!\bNo\.)(?<!\bRp\.)")
ANGKA_TERBANYAK = 3_000  # typed numbers of one text, each of which may take a millisecond
_TAHUN = re.compile(r"(?<![\d.,])((?:19|20)\d\d)(?![\d%]|[.,]\d)")
_TRIWULAN = re.compile(rf"\b{TRIWULAN_TERTULIS}", re.IGNORECASE)
_TERPANJANG = 1000
_BESARAN = re.compile(
    r"(?P<target_akhir_renstra>target akhir)|(?P<target>\btarget)|(?P<rata_rata>\brata-rata)"
    r"|(?P<efisiensi>\befisien)|(?P<serapan>(?:s|ny)erap(?:an)?(?: anggaran)?)|(?P<sisa>\bsisa\b)"
    r"|(?P<kemajuan>\bkemajuan)|(?P<capaian>\bcapai|\btercapai)"
    r"|(?P<realisasi>realisasi(?: anggaran)?|\bnilai|\bbernilai|\bskor|\bhasil)"
    r"|(?P<pagu>\bpagu|\banggaran|\balokasi|\bdana)",
    re.IGNORECASE,
)
KINERJA = re.compile(
    r"capai|realisasi|target|serap|kinerja|anggaran|pagu|belanja|indeks|nilai|skor|efisien|sasaran|indikator",
    re.IGNORECASE,
)
_LAIN = re.compile(r"nasional|(?:provinsi|instansi|daerah|kabupaten|kota|kementerian|badan) lain|misalnya|contoh", re.I)
_PEMDA_LAIN = re.compile(r"\b(?:sakip|akip|ikm|indeks \w+) pemerintah (?:kota|kabupaten|provinsi)\b", re.IGNORECASE)
_INI = re.compile(r"\W*(?:angka|persentase|jumlah) (?:ini|tersebut)\b", re.IGNORECASE)  # of whom was spoken before
_RENTANG = re.compile(r"kategori|skala|rentang|interval", re.IGNORECASE)


@dataclass(frozen=True)
class Kalimat:
    """One sentence of a text; offsets are those of the whole text. `paragraf`: kode named elsewhere around it."""

    awal: int
    isi: str
    angka: tuple[AngkaTulis, ...]
    sebut: tuple[Sebut, ...]
    paragraf: tuple[str, ...]
    angka_paragraf: tuple[AngkaTulis, ...]

    @cached_property
    def kode(self) -> tuple[str, ...]:
        return kode_sebutan(self.sebut)

    def sebelum(self, angka: AngkaTulis) -> str:
        return self.isi[: angka.awal - self.awal]

    def sesudah(self, angka: AngkaTulis) -> str:
        return self.isi[angka.akhir - self.awal :]

    def subjek(self, angka: AngkaTulis) -> tuple[str, ...]:
        """Kode of the nearest mention: before the number, else after it, else around the sentence, nearest first."""
        lalu = [s for s in self.sebut if s.awal < angka.awal]
        dekat = lalu[-1:] or list(self.sebut[:1])
        return dekat[0].subjek if dekat else self.paragraf[-1:]

    def tahun(self, angka: AngkaTulis) -> int | None:
        """The year named nearest before the number, else after it."""
        cocok = _terdekat(_TAHUN, self.sebelum(angka), self.sesudah(angka))
        return int(cocok[1]) if cocok else None

    @cached_property
    def bicara(self) -> bool:
        """Whether it speaks of performance or money at all."""
        return bool(KINERJA.search(self.isi) or _INI.match(self.isi))

    @cached_property
    def tentang_lain(self) -> bool:
        """Whether it compares with others, or gives an example."""
        pemda = _PEMDA_LAIN.search(self.isi)
        sendiri = pemda is not None and any(s.akhir >= self.awal + pemda.end() for s in self.sebut)
        return bool(_LAIN.search(self.isi)) or (pemda is not None and not sendiri)

    @cached_property
    def tentang_rentang(self) -> bool:
        return bool(_RENTANG.search(self.isi))

    @cached_property
    def tersebut(self) -> frozenset[str]:
        """Kode named in the sentence and around it."""
        return frozenset((*self.kode, *self.paragraf))

    @cached_property
    def daftar_tahun(self) -> frozenset[int]:
        return frozenset(int(t) for t in _TAHUN.findall(self.isi))

    def triwulan(self, angka: AngkaTulis) -> int | None:
        cocok = _terdekat(_TRIWULAN, self.sebelum(angka), "")
        return None if cocok is None else baca_triwulan(cocok[1])

    def besaran(self, angka: AngkaTulis) -> str:
        """The word for a figure nearest before the number ("capaian"), else the first after it; '' without any."""
        cocok = _terdekat(_BESARAN, self.sebelum(angka), self.sesudah(angka))
        return cocok.lastgroup or "" if cocok else ""


def _terdekat(pola: re.Pattern[str], sebelum: str, sesudah: str) -> re.Match[str] | None:
    lalu = list(pola.finditer(sebelum[-200:]))
    return lalu[-1] if lalu else pola.search(sesudah[:120])


def daftar_kalimat(ktx: Konteks, teks: str, subjek: tuple[str, ...]) -> Iterator[Kalimat]:
    """The sentences that hold a number, up to `ANGKA_TERBANYAK` numbers. `subjek`: whom the text is about where it does
    not say."""
    nama = ktx.pembantu(DaftarNama)
    semua = angka_dalam(teks)[:ANGKA_TERBANYAK]
    urut = 0
    for paragraf in _PARAGRAF.finditer(teks):
        milik = []
        while urut < len(semua) and semua[urut].awal < paragraf.end():
            milik.append(semua[urut])
            urut += 1
        if milik:
            yield from _kalimat_paragraf(nama, paragraf, tuple(milik), subjek)


def _batas(isi: str) -> list[int]:
    """Where sentences end; one without an end is cut, so that the work stays proportional to the text."""
    hasil = [0]
    for akhir in (*(c.end() for c in _AKHIR.finditer(isi)), len(isi)):
        while akhir - hasil[-1] > _TERPANJANG:
            spasi = isi.rfind(" ", hasil[-1] + 1, hasil[-1] + _TERPANJANG)
            hasil.append(spasi if spasi > hasil[-1] else hasil[-1] + _TERPANJANG)
        hasil.append(akhir)
    return hasil


def _kalimat_paragraf(
    nama: DaftarNama, paragraf: re.Match[str], angka: tuple[AngkaTulis, ...], subjek: tuple[str, ...]
) -> Iterator[Kalimat]:
    isi, geser = paragraf[0], paragraf.start()
    sebut = [Sebut(s.awal + geser, s.akhir + geser, s.subjek) for s in nama.dalam(isi)]
    batas = [b + geser for b in _batas(isi)]
    dikenal, ke_angka, ke_sebut = list(subjek), 0, 0
    for awal, akhir in pairwise(batas):
        mulai_angka, mulai_sebut = ke_angka, ke_sebut
        while ke_angka < len(angka) and angka[ke_angka].awal < akhir:
            ke_angka += 1
        while ke_sebut < len(sebut) and sebut[ke_sebut].awal < akhir:
            ke_sebut += 1
        di_sini = tuple(sebut[mulai_sebut:ke_sebut])
        if ke_angka > mulai_angka:
            sekitar = angka[max(mulai_angka - 20, 0) : ke_angka + 20]
            yield Kalimat(awal, isi[awal - geser : akhir - geser], angka[mulai_angka:ke_angka], di_sini,
                          tuple(dikenal[-12:]), sekitar)  # fmt: skip
        dikenal.extend(k for k in kode_sebutan(di_sini) if k not in dikenal[-12:])
