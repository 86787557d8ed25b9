"""What the system makes of its facts for an evaluation: facts per criterion, proposals, evidence, warnings. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class KeadaanKriteria(StrEnum):
    """What the facts say about a criterion of the scheme."""

    TERPENUHI = "terpenuhi"
    SEBAGIAN = "sebagian"
    TIDAK = "tidak"
    TIDAK_DIKETAHUI = "tidak_diketahui"


@dataclass(frozen=True)
class FaktaKriteria:
    """Whether a criterion is met, with the sentence that says from which facts.

    `bagian` is the share that is met, 0 … 1; None where nothing is known.
    """

    subkomponen: str
    kriteria: int
    keadaan: KeadaanKriteria
    alasan: str
    bagian: Decimal | None = None

    @property
    def diketahui(self) -> bool:
        return self.bagian is not None


@dataclass(frozen=True)
class Usul:
    """A proposed answer. `daftar_fakta`: the criteria it rests on, those of which nothing is known included.

    `jawaban` is empty where too little is known: the facts are shown all the same.
    """

    jawaban: str
    alasan: str
    cara: str = ""
    daftar_fakta: tuple[FaktaKriteria, ...] = ()

    @property
    def ada(self) -> bool:
        return bool(self.jawaban)


@dataclass(frozen=True)
class AlamatBukti:
    """Name and arguments of an address of the site, and what follows it (`#bab3-capaian`); the page reverses it."""

    nama: str
    argumen: tuple[str | int, ...] = ()
    lanjutan: str = ""


@dataclass(frozen=True)
class BuktiTersedia:
    """A piece that the agency has already given. `rujukan`: its stable name (`BuktiEvaluasi.rujukan`)."""

    judul: str
    alamat: AlamatBukti
    rujukan: str
    keterangan: str = ""


@dataclass(frozen=True)
class Peringatan:
    """Answers that do not go together, or an answer that still lacks something. `kriteria` 0: the sub-component."""

    kode: str
    pesan: str
    subkomponen: str
    kriteria: int = 0
