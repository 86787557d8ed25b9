"""A file of the budget system against what is stored: what would change, and what of it cannot be used. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from anggaran.data import Anggaran
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.isian import Isian, ringkas_teks
from lkjip.halaman.pengisian_anggaran import uang_tersimpan, urutan_baris
from lkjip.laporan.compose.konteks import Konteks


@dataclass(frozen=True)
class BarisBerkas:
    """A row of the file. `kode_baku`: as it is looked up; None in `pagu` and `realisasi`: the cell is empty."""

    nomor: int
    kode: str
    kode_baku: str
    uraian: str
    pagu: Decimal | None = None
    realisasi: Decimal | None = None


@dataclass(frozen=True)
class GalatBerkas:
    """A row that cannot be used, and the cell that is to blame."""

    alamat: str
    kode: str
    pesan: str
    kode_baku: str = ""


@dataclass(frozen=True)
class IsiBerkas:
    daftar: tuple[BarisBerkas, ...]
    daftar_galat: tuple[GalatBerkas, ...]


class SimpanPagu(StrEnum):
    TIDAK = "tidak"
    MURNI = "murni"
    PERUBAHAN = "perubahan"


@dataclass(frozen=True)
class BarisBanding:
    """A row of ours that the file names. `pagu`: in force; `berubah`: the realisasi would change."""

    pk: int
    anggaran: Anggaran
    berkas: BarisBerkas
    realisasi: Decimal | None
    pagu: Decimal | None
    berubah: bool

    @property
    def pagu_beda(self) -> bool:
        return self.berkas.pagu is not None and self.berkas.pagu != self.pagu

    @property
    def uraian_beda(self) -> bool:
        """The same kode under another name deserves a look."""
        dua = (ringkas_teks(teks).casefold() for teks in (self.anggaran.uraian, self.berkas.uraian))
        return bool(self.berkas.uraian) and len(set(dua)) == 2

    def isian_pagu(self, simpan: SimpanPagu) -> Isian | None:
        """Only what differs: a pagu that is in force unchanged is not written into the other version as well."""
        if self.berkas.pagu is None or simpan is SimpanPagu.TIDAK:
            return None
        if simpan is SimpanPagu.MURNI:
            murni = self.anggaran.pagu_murni
            return None if self.berkas.pagu == murni else Isian("pagu_murni", self.berkas.pagu, murni)
        if not self.pagu_beda:
            return None
        return Isian("pagu_perubahan", self.berkas.pagu, self.anggaran.pagu_perubahan)

    def daftar_isian(self, simpan: SimpanPagu) -> list[Isian]:
        realisasi = [Isian("realisasi", self.berkas.realisasi, self.realisasi)] if self.berubah else []
        pagu = self.isian_pagu(simpan)
        return [*realisasi, *([pagu] if pagu else [])]


@dataclass(frozen=True)
class HasilBanding:
    """`daftar_cocok`: in the order of our budget, equal rows too. `luar`: rows that this user may not fill in."""

    daftar_cocok: tuple[BarisBanding, ...]
    luar: tuple[BarisBanding, ...]
    tak_cocok: tuple[BarisBerkas, ...]
    tanpa_berkas: tuple[Anggaran, ...]
    daftar_galat: tuple[GalatBerkas, ...]

    @property
    def daftar_beda(self) -> tuple[BarisBanding, ...]:
        return tuple(satu for satu in self.daftar_cocok if satu.berubah or satu.pagu_beda)

    @property
    def banyak_ubah(self) -> int:
        return sum(satu.berubah for satu in self.daftar_cocok)

    @property
    def banyak_pagu_beda(self) -> int:
        return sum(satu.pagu_beda for satu in self.daftar_cocok)

    @property
    def banyak_sama(self) -> int:
        return len(self.daftar_cocok) - len(self.daftar_beda)

    def isian(self, simpan: SimpanPagu) -> dict[int, list[Isian]]:
        """What is to be saved, per pk of the budget row."""
        semua = {satu.pk: satu.daftar_isian(simpan) for satu in self.daftar_cocok}
        return {pk: daftar for pk, daftar in semua.items() if daftar}


@dataclass(frozen=True)
class _Pembanding:
    konteks: Konteks
    triwulan: int
    pk: Mapping[str, int]
    per_kode: Mapping[str, BarisBerkas]

    def realisasi(self, kode: str) -> Decimal | None:
        return uang_tersimpan(self.konteks, kode, self.triwulan).realisasi

    def menjadi(self, kode: str) -> Decimal | None:
        """What the row would print after the import."""
        berkas = self.per_kode.get(kode)
        if berkas is not None and berkas.realisasi is not None:
            return berkas.realisasi
        tersimpan = self.realisasi(kode)
        return tersimpan if tersimpan is not None else self.jumlah_anak(kode)

    def jumlah_anak(self, kode: str) -> Decimal | None:
        daftar = [self.menjadi(anak.kode) for anak in self.konteks.anggaran.daftar_anak.get(kode, ())]
        ada = [nilai for nilai in daftar if nilai is not None]
        return jumlah(ada) if daftar and len(ada) == len(daftar) else None

    def berubah(self, kode: str, baru: Decimal | None) -> bool:
        """A parent that only repeats the sum of its children gets no figure of its own: it would no longer follow."""
        lama = self.realisasi(kode)
        if baru is None or baru == lama:
            return False
        return lama is not None or baru != self.jumlah_anak(kode)

    def baris(self, anggaran: Anggaran) -> BarisBanding:
        berkas = self.per_kode[anggaran.kode]
        return BarisBanding(
            pk=self.pk[anggaran.kode],
            anggaran=anggaran,
            berkas=berkas,
            realisasi=self.realisasi(anggaran.kode),
            pagu=self.konteks.hitung("pagu", anggaran.kode).angka,
            berubah=self.berubah(anggaran.kode, berkas.realisasi),
        )


def _pasangkan(
    daftar_anggaran: Sequence[Anggaran], isi: IsiBerkas, kode_baku: Callable[[str], str]
) -> tuple[dict[str, BarisBerkas], list[BarisBerkas], list[GalatBerkas]]:
    """Our kode → the file's row; rows that name none of ours; kode that come twice, of which none is taken."""
    kita = Counter(kode_baku(a.kode) for a in daftar_anggaran)
    per_baku = {kode_baku(a.kode): a.kode for a in daftar_anggaran if kita[kode_baku(a.kode)] == 1}
    berkas = Counter(b.kode_baku for b in isi.daftar if b.kode_baku)
    cocok: dict[str, BarisBerkas] = {}
    tak_cocok: list[BarisBerkas] = []
    galat: list[GalatBerkas] = []
    for baris in isi.daftar:
        if baris.kode_baku not in per_baku:
            tak_cocok.append(baris)
        elif berkas[baris.kode_baku] > 1:
            pesan = f"Kode ini ada di {berkas[baris.kode_baku]} baris berkas, jadi tidak jelas mana yang dipakai."
            galat.append(GalatBerkas(f"baris {baris.nomor}", baris.kode, pesan, baris.kode_baku))
        else:
            cocok[per_baku[baris.kode_baku]] = baris
    return cocok, tak_cocok, galat


def bandingkan(
    konteks: Konteks,
    triwulan: int,
    pk: Mapping[str, int],
    isi: IsiBerkas,
    *,
    milik: Callable[[str], bool],
    kode_baku: Callable[[str], str],
) -> HasilBanding:
    """Rows are found by their kode alone, written alike; nothing is guessed from names or from parts of a kode."""
    daftar_anggaran = [baris for baris, _ in urutan_baris(konteks)]
    cocok, tak_cocok, galat = _pasangkan(daftar_anggaran, isi, kode_baku)
    pembanding = _Pembanding(konteks, triwulan, pk, cocok)
    semua = [pembanding.baris(a) for a in daftar_anggaran if a.kode in cocok]
    galat = [*isi.daftar_galat, *galat]
    disebut = {b.kode_baku for b in isi.daftar} | {g.kode_baku for g in galat}
    return HasilBanding(
        daftar_cocok=tuple(satu for satu in semua if milik(satu.anggaran.kode)),
        luar=tuple(satu for satu in semua if not milik(satu.anggaran.kode)),
        tak_cocok=tuple(tak_cocok),
        tanpa_berkas=tuple(a for a in daftar_anggaran if kode_baku(a.kode) not in disebut),
        daftar_galat=tuple(galat),
    )
