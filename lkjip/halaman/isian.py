"""A field of a row as pages show it, whatever the row is: what stands in it, and what became of the last save."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lkjip.dasar.isian import JenisIsian, tulis_dasar, tulis_isian


@dataclass(frozen=True)
class Selisih:
    """Somebody else has changed the field meanwhile: theirs as shown and as base of the next try, and who, when."""

    tersimpan: str
    dasar: str
    diminta: str
    oleh: str = ""
    saat: str = ""


@dataclass(frozen=True)
class Kotak:
    """`nama` is column and pk of the row (`realisasi-12`), `dasar` the stored value that the next save builds upon.

    `petunjuk` stands in the empty field; `keadaan` is '', 'tersimpan', 'galat' or 'bentrok', with its `pesan`.
    """

    nama: str
    label: str
    nilai: str
    dasar: str
    jenis: JenisIsian
    boleh: bool
    petunjuk: str = ""
    keadaan: str = ""
    pesan: str = ""
    selisih: Selisih | None = None
    pilihan: tuple[tuple[str, str], ...] = ()  # a field with a fixed choice: value and how it is called
    kosong: str = "–"  # how the empty choice is called; '' where there is none
    usulan: str = ""  # id of the page's list of suggestions (<datalist>) for this field

    @property
    def terbaca(self) -> str:
        """What stands in the field, in words."""
        return dict(self.pilihan).get(self.nilai, self.nilai)

    def dengan(self, **perubahan: object) -> Kotak:
        return replace(self, **perubahan)  # type: ignore[arg-type]


def nama_kotak(kolom: str, pk: int) -> str:
    return f"{kolom}-{pk}"


def pecah_nama(nama: str) -> tuple[str, int]:
    """Column and pk of the row that a field's name stands for."""
    kolom, _, pk = nama.rpartition("-")
    return kolom, int(pk)


def kotak(
    kolom: str,
    pk: int,
    nilai: object,
    *,
    label: str,
    jenis: JenisIsian,
    boleh: bool,
    petunjuk: str = "",
    pilihan: tuple[tuple[str, str], ...] = (),
    kosong: str = "–",
    usulan: str = "",
) -> Kotak:
    """The field of a stored value."""
    return Kotak(
        nama=nama_kotak(kolom, pk),
        label=label,
        nilai=tulis_isian(nilai, jenis),
        dasar=tulis_dasar(nilai),
        jenis=jenis,
        boleh=boleh,
        petunjuk=petunjuk,
        pilihan=pilihan,
        kosong=kosong,
        usulan=usulan,
    )
