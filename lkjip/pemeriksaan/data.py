"""Records of checking: a claim that a published report makes, a finding, and what is answered for one. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from lkjip.dasar.tulisan_angka import tulis_tepat
from renstra.data import VersiTarget


class KelasKlaim(StrEnum):
    """Classes of a claim (buku-kerja.md, sheet `klaim`)."""

    SESUAI = "sesuai"
    PEMBULATAN = "pembulatan"
    TIDAK_SESUAI = "tidak_sesuai"
    TAK_TERHITUNG = "tak_terhitung"


@dataclass(frozen=True)
class Klaim:
    """At `rujukan` a report prints `nilai` (or `teks`) for `besaran` of `subjek`.

    `nilai` keeps the decimals as printed: Decimal("99.00") has two. `desimal`, where given, overrules them.
    """

    rujukan: str
    besaran: str
    subjek: str = ""
    tahun: int | None = None
    triwulan: int | None = None
    versi: VersiTarget | None = None
    nilai: Decimal | None = None
    desimal: int | None = None
    teks: str = ""


class Tingkat(StrEnum):
    """Severity (pemeriksaan.md): a `galat` cannot be right, a `peringatan` is probably wrong, `info`: worth a look."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"


PANJANG_KUNCI = 200
TINGKAT_DIJAWAB = frozenset({Tingkat.GALAT, Tingkat.PERINGATAN})


@dataclass(frozen=True)
class Temuan:
    """What a rule found: both figures in one Indonesian sentence, where, how it was computed, what to do.

    `subjek` is the kode that it is about (indicator, budget row, …; "" the agency-year) and `butir` what else tells two
    findings of one rule and subject apart ("TW2", "murni"); `halaman` names the address where it is mended and
    `argumen` what that address needs besides the agency and the year. `klaim`: it is about a figure that another,
    already printed report states (sheet `klaim`), not about the data from which ours is made. `tentang_versi`: about a
    frozen version and its signatures; the next version is its remedy, so it keeps none back. `bagian`: the section of
    the report that it stands in (as in sheet `narasi`: "bab3.analisis"), `kutipan` the words there, as typed. `nilai`
    and `seharusnya` are plain (`100.4777777778`) where they are numbers, for machines; people read `nilai_tertulis`.
    """

    aturan: str
    tingkat: Tingkat
    pesan: str
    letak: str = ""
    subjek: str = ""
    butir: str = ""
    nilai: str = ""
    seharusnya: str = ""
    cara: str = ""
    saran: str = ""
    halaman: str = ""
    argumen: tuple[str | int, ...] = ()
    klaim: bool = False
    tentang_versi: bool = False
    bagian: str = ""
    kutipan: str = ""

    @property
    def kunci(self) -> str:
        """The same finding again, whatever its figures are now; short enough for its column."""
        kunci = "|".join((self.aturan, self.subjek, self.butir))
        if len(kunci) <= PANJANG_KUNCI:
            return kunci
        sidik = hashlib.sha256(kunci.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{kunci[: PANJANG_KUNCI - len(sidik) - 1]}#{sidik}"

    @property
    def pengenal(self) -> str:
        """Its id on the page of findings."""
        return f"temuan-{hashlib.sha256(self.kunci.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"

    @property
    def sidik(self) -> str:
        """Changes with the data behind it: an answer given before then no longer holds."""
        isi = "\n".join((self.kunci, self.tingkat, self.pesan, self.nilai, self.seharusnya))
        return hashlib.sha256(isi.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def nilai_tertulis(self) -> str:
        return _tulis(self.nilai)

    @property
    def seharusnya_tertulis(self) -> str:
        return _tulis(self.seharusnya)

    @property
    def menahan(self) -> bool:
        """Whether it keeps a version from becoming final until the head answers for it."""
        return self.tingkat is Tingkat.GALAT and not self.klaim and not self.tentang_versi

    @property
    def dapat_dijawab(self) -> bool:
        """Whether it may stay with a reason: not a figure of another report, and nothing that is only worth a look."""
        return self.tingkat in TINGKAT_DIJAWAB and not self.klaim


def _tulis(nilai: str) -> str:
    """A plain number as Indonesians write it; a word as it is."""
    try:
        angka = Decimal(nilai)
    except InvalidOperation:
        return nilai
    return tulis_tepat(angka) if angka.is_finite() else nilai


@dataclass(frozen=True)
class Jawaban:
    """Why a finding stays as it is. `sidik` and `pesan` are those of the finding when it was answered.

    `oleh` is the name of whoever answered, `pada` the moment (aware).
    """

    kunci: str
    sidik: str
    aturan: str
    pesan: str
    alasan: str
    oleh: str
    pada: datetime

    def berlaku_bagi(self, temuan: Temuan) -> bool:
        """Whether it was given for this finding with these very figures."""
        return (self.kunci, self.sidik) == (temuan.kunci, temuan.sidik)


def belum_dijawab(daftar_temuan: Iterable[Temuan], daftar_jawaban: Iterable[Jawaban]) -> tuple[Temuan, ...]:
    """The findings that still keep a version from becoming final: every blocking one without an answer that holds."""
    terjawab = {(j.kunci, j.sidik) for j in daftar_jawaban}
    return tuple(t for t in daftar_temuan if t.menahan and (t.kunci, t.sidik) not in terjawab)


def pasangkan_jawaban(
    daftar_temuan: Sequence[Temuan], daftar_jawaban: Iterable[Jawaban]
) -> tuple[tuple[Temuan, Jawaban], ...]:
    """The findings that stay for a reason, with their answers that hold; in the order of the findings."""
    per_kunci = {j.kunci: j for j in daftar_jawaban}
    pasangan = ((t, per_kunci.get(t.kunci)) for t in daftar_temuan if t.dapat_dijawab)
    return tuple((t, j) for t, j in pasangan if j is not None and j.berlaku_bagi(t))


@dataclass(frozen=True)
class Rekap:
    """Counts of findings about our own data, and of wrong claims of an earlier report (`klaim`).

    `menahan`: blocking ones that are not answered; `terjawab`: findings of any severity that stay for a reason.
    """

    galat: int = 0
    peringatan: int = 0
    info: int = 0
    menahan: int = 0
    terjawab: int = 0
    klaim: int = 0

    @property
    def semua(self) -> int:
        return self.galat + self.peringatan + self.info


def hitung_temuan(daftar_temuan: Sequence[Temuan], daftar_jawaban: Sequence[Jawaban] = ()) -> Rekap:
    """How many of what, for the pages that only show counts."""
    sendiri = [t for t in daftar_temuan if not t.klaim]
    banyak = {tingkat: sum(t.tingkat is tingkat for t in sendiri) for tingkat in Tingkat}
    return Rekap(
        galat=banyak[Tingkat.GALAT],
        peringatan=banyak[Tingkat.PERINGATAN],
        info=banyak[Tingkat.INFO],
        menahan=len(belum_dijawab(sendiri, daftar_jawaban)),
        terjawab=len(pasangkan_jawaban(sendiri, daftar_jawaban)),
        klaim=len(daftar_temuan) - len(sendiri),
    )
