"""A form that is saved as a whole: its fields, what stands in them, and what became of the last try."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lkjip.dasar.isian import JenisIsian, tulis_dasar, tulis_isian
from lkjip.halaman.isian import Selisih


@dataclass(frozen=True)
class Bidang:
    """A field. `dasar` is the stored value that the save builds upon; `saran` are suggestions for a free text.

    `selisih`: somebody else has changed it meanwhile; the next save builds upon theirs.
    """

    nama: str
    label: str
    jenis: JenisIsian
    nilai: str = ""
    dasar: str = ""
    boleh: bool = True
    wajib: bool = False
    pilihan: tuple[tuple[str, str], ...] = ()
    kosong: str = "–"
    bantuan: str = ""
    saran: tuple[str, ...] = ()
    awalan: str = ""
    galat: str = ""
    selisih: Selisih | None = None

    @property
    def pengenal(self) -> str:
        """The id of the field: two forms may stand on one page."""
        return f"{self.awalan}{self.nama}"

    @property
    def terbaca(self) -> str:
        return dict(self.pilihan).get(self.nilai, self.nilai)


@dataclass(frozen=True)
class BagianFormulir:
    """Fields under one heading."""

    judul: str
    daftar: tuple[Bidang, ...]
    bantuan: str = ""


@dataclass(frozen=True)
class Formulir:
    """`pesan`: why nothing was saved, where no single field says it."""

    daftar_bagian: tuple[BagianFormulir, ...]
    boleh: bool
    pesan: str = ""

    @property
    def jenis(self) -> Mapping[str, JenisIsian]:
        """Fields that may be written."""
        return {b.nama: b.jenis for bagian in self.daftar_bagian for b in bagian.daftar if b.boleh and self.boleh}

    @property
    def ada_galat(self) -> bool:
        return bool(self.pesan) or any(b.galat or b.selisih for bagian in self.daftar_bagian for b in bagian.daftar)

    def dengan(self, perubahan: Mapping[str, Mapping[str, object]], pesan: str = "") -> Formulir:
        """The form with these fields changed (name → attributes of `Bidang`)."""
        return replace(
            self,
            pesan=pesan,
            daftar_bagian=tuple(
                replace(g, daftar=tuple(replace(b, **perubahan.get(b.nama, {})) for b in g.daftar))  # type: ignore[arg-type]
                for g in self.daftar_bagian
            ),
        )


def bidang(nama: str, label: str, jenis: JenisIsian, nilai: object = None, **lain: object) -> Bidang:
    """The field of a stored value."""
    return Bidang(nama, label, jenis, tulis_isian(nilai, jenis), tulis_dasar(nilai), **lain)  # type: ignore[arg-type]


def pilihan_kata(kata: Iterable[str], sebutan: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Values of an enum with how people call them."""
    return tuple((str(satu), sebutan.get(str(satu), str(satu).replace("_", " ").capitalize())) for satu in kata)
