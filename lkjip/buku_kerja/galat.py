"""What is wrong with a workbook, cell by cell, in words that say what to do."""

from __future__ import annotations

from dataclasses import dataclass

MAKS_GALAT = 500
MAKS_HITUNG = 10_000


class GalatBuku(Exception):
    """The file as a whole cannot be read (not a workbook, hostile, broken)."""

    def __init__(self, pesan: str, saran: str = "", *, lembar: str = "") -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran
        self.lembar = lembar


@dataclass(frozen=True)
class GalatSel:
    """One thing to correct. `kolom`: the heading, `alamat`: the cell ("D7"); empty where the whole sheet is meant."""

    lembar: str
    baris: int | None
    kolom: str
    pesan: str
    saran: str = ""
    alamat: str = ""

    def __str__(self) -> str:
        letak = [f"lembar {self.lembar}"] if self.lembar else []
        if self.baris is not None:
            letak.append(f"baris {self.baris}")
        if self.kolom:
            letak.append(f"kolom {self.kolom}")
        tempat = ", ".join(letak) + (f" (sel {self.alamat})" if self.alamat else "")
        kalimat = f"{self.pesan} {self.saran}".strip()
        tulisan = f"{tempat}: {kalimat}" if tempat else kalimat
        return " ".join(tulisan.splitlines())  # a name may hold a line break; one error is one line


class KumpulanGalat:
    """Collects errors; after MAKS_GALAT only counts them, after MAKS_HITUNG it is `penuh` and reading may stop.

    So a file that is wrong everywhere stays readable, and costs no more time than a good one.
    """

    def __init__(self) -> None:
        self._daftar: list[GalatSel] = []
        self._banyak = 0
        self._lembar: set[str] = set()

    def __bool__(self) -> bool:
        return self._banyak > 0

    @property
    def penuh(self) -> bool:
        return self._banyak >= MAKS_HITUNG

    @property
    def masih_sedikit(self) -> bool:
        """Whether it is still worth searching for a suggestion."""
        return self._banyak < 20

    def tambah(self, galat: GalatSel) -> None:
        self._banyak += 1
        self._lembar.add(galat.lembar)
        if self._banyak <= MAKS_GALAT:
            self._daftar.append(galat)

    def lembar_bergalat(self) -> set[str]:
        """Names of the sheets with errors: rows of theirs may be missing from what was read."""
        return set(self._lembar)

    def semua(self) -> tuple[GalatSel, ...]:
        lebih = self._banyak - MAKS_GALAT
        if lebih <= 0:
            return tuple(self._daftar)
        penutup = GalatSel(
            "",
            None,
            "",
            f"Masih ada {'sekurangnya ' if self.penuh else ''}{lebih} galat lain.",
            "Perbaiki dahulu yang tercantum, lalu unggah kembali.",
        )
        return (*self._daftar, penutup)


def dari_galat_buku(galat: GalatBuku) -> GalatSel:
    """A whole-file error as a line of the list."""
    return GalatSel(galat.lembar, None, "", galat.pesan, galat.saran)
