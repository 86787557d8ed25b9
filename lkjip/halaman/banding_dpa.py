"""A spreadsheet like a DPA against the budget as it stands: what would be new, changed or equal. Pure.

Rows are found by their kode; a parent by the longest kode that begins a row's own. Nothing is guessed from names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from anggaran.data import KOLOM_PAGU, Anggaran, Tingkat
from anggaran.data_nomenklatur import (
    berkas_bernomenklatur,
    induk_kode,
    nama_baku,
    sesuai_pola,
    tingkat_anak,
    tingkat_kode,
)
from anggaran.data_rekening import jenis_rekening, rekening
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.isian import ringkas_teks
from lkjip.halaman.banding_anggaran import GalatBerkas

KOLOM = ("uraian", "unit", "sumber_dana", *KOLOM_PAGU)
_KATA_JUMLAH = ("jumlah", "total")


@dataclass(frozen=True)
class BarisDpa:
    """A row of the file. `kode_baku`: as it is looked up; empty text and None: the cell is empty."""

    nomor: int
    kode: str
    kode_baku: str
    uraian: str = ""
    tingkat: Tingkat | None = None
    unit: str = ""
    sumber_dana: str = ""
    pagu_murni: Decimal | None = None
    pagu_perubahan: Decimal | None = None


@dataclass(frozen=True)
class IsiDpa:
    """What a file holds: rows that were read, and lines that were not."""

    daftar: tuple[BarisDpa, ...]
    daftar_galat: tuple[GalatBerkas, ...]


@dataclass(frozen=True)
class UbahKolom:
    """A column of a row that the file would change."""

    kolom: str
    lama: object
    baru: object


@dataclass(frozen=True)
class BarisBandingDpa:
    """A row as it would be. `lama`: as it is, None for a new one; `turunan`: not in the file, added as a parent."""

    anggaran: Anggaran
    inden: int
    lama: Anggaran | None = None
    daftar_ubah: tuple[UbahKolom, ...] = ()
    turunan: bool = False

    @property
    def keadaan(self) -> str:
        return "baru" if self.lama is None else "berubah" if self.daftar_ubah else "sama"

    @property
    def per_kolom(self) -> Mapping[str, UbahKolom]:
        return {u.kolom: u for u in self.daftar_ubah}


@dataclass(frozen=True)
class TotalDpa:
    """The file's own sum of a column beside what its top rows make."""

    kolom: str
    berkas: Decimal
    hitungan: Decimal

    @property
    def cocok(self) -> bool:
        return self.berkas == self.hitungan


@dataclass(frozen=True)
class HasilDpa:
    """`belanja`: column of pagu → jenis of spending → its sum over the account rows of the file."""

    daftar: tuple[BarisBandingDpa, ...]
    hanya_sistem: tuple[Anggaran, ...]
    daftar_galat: tuple[GalatBerkas, ...]
    daftar_total: tuple[TotalDpa, ...]
    banyak_rekening: int
    belanja: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)

    def _dengan(self, keadaan: str) -> tuple[BarisBandingDpa, ...]:
        return tuple(satu for satu in self.daftar if satu.keadaan == keadaan)

    @property
    def baru(self) -> tuple[BarisBandingDpa, ...]:
        return self._dengan("baru")

    @property
    def berubah(self) -> tuple[BarisBandingDpa, ...]:
        return self._dengan("berubah")

    @property
    def sama(self) -> tuple[BarisBandingDpa, ...]:
        return self._dengan("sama")


def bandingkan_dpa(ada: Sequence[Anggaran], isi: IsiDpa, kode_baku: Callable[[str], str]) -> HasilDpa:
    """`ada`: our rows, in the order of the tree."""
    kita = {kode_baku(a.kode): a for a in ada}
    total = [b for b in isi.daftar if not b.kode and _berjumlah(b)]
    baris, akun = _pisahkan([b for b in isi.daftar if b.kode], kita)
    baris, galat = _tanpa_ganda(baris)
    tanpa_kode = [
        GalatBerkas(f"baris {b.nomor}", "", "Baris ini berangka tetapi tidak berkode, jadi dilewati.")
        for b in isi.daftar
        if not b.kode and not _berjumlah(b) and (b.pagu_murni is not None or b.pagu_perubahan is not None)
    ]
    hasil = _Penyusun(kita, kode_baku).susun(baris)
    disebut = {kode_baku(b.anggaran.kode) for b in hasil} | {g.kode_baku for g in (*isi.daftar_galat, *galat)}
    return HasilDpa(
        daftar=tuple(hasil),
        hanya_sistem=tuple(a for a in ada if kode_baku(a.kode) not in disebut),
        daftar_galat=(*isi.daftar_galat, *galat, *tanpa_kode),
        daftar_total=_total(hasil, total),
        banyak_rekening=sum(len(satu) for satu in akun),
        belanja={kolom: _per_jenis(akun, kolom) for kolom in KOLOM_PAGU},
    )


def _berjumlah(baris: BarisDpa) -> bool:
    return ringkas_teks(baris.uraian).casefold().startswith(_KATA_JUMLAH)


def _pisahkan(
    daftar: Sequence[BarisDpa], kita: Mapping[str, Anggaran]
) -> tuple[list[BarisDpa], list[list[tuple[str, BarisDpa]]]]:
    """Rows of the tree; and account rows, gathered below the row of the tree that they follow.

    Headings of urusan and bidang (`5`, `5.03`) above programs of the nomenclature are passed over.
    """
    bernomenklatur = berkas_bernomenklatur((b.kode_baku, b.uraian) for b in daftar)
    pohon: list[BarisDpa] = []
    akun: list[list[tuple[str, BarisDpa]]] = [[]]
    for baris in daftar:
        if baris.kode_baku not in kita and (rek := rekening(baris.kode_baku)):
            akun[-1].append((rek, baris))
        elif baris.kode_baku in kita or not (bernomenklatur and _urusan(baris.kode_baku)):
            pohon.append(baris)
            akun.append([])
    return pohon, [satu for satu in akun if satu]


def _urusan(kode: str) -> bool:
    return (len(kode) == 1 and kode.isdigit()) or (sesuai_pola(kode) and kode.count(".") == 1)


def _tanpa_ganda(daftar: Sequence[BarisDpa]) -> tuple[list[BarisDpa], list[GalatBerkas]]:
    banyak = Counter(b.kode_baku for b in daftar)
    galat = [
        GalatBerkas(
            f"baris {b.nomor}",
            b.kode,
            f"Kode ini ada di {banyak[b.kode_baku]} baris berkas, jadi dilewati.",
            b.kode_baku,
        )
        for b in daftar
        if banyak[b.kode_baku] > 1
    ]
    return [b for b in daftar if banyak[b.kode_baku] == 1], galat


class _Penyusun:
    """Finds each row's parent, adds parents that the nomenclature names but the file does not, and compares."""

    def __init__(self, kita: Mapping[str, Anggaran], kode_baku: Callable[[str], str]) -> None:
        self.kita, self.kode_baku = kita, kode_baku
        self.per_kode: dict[str, BarisBandingDpa] = {}
        self.bernomenklatur = False

    def susun(self, daftar: Sequence[BarisDpa]) -> list[BarisBandingDpa]:
        """Parents before their children, whatever the order of the file."""
        self.bernomenklatur = berkas_bernomenklatur((b.kode_baku, b.uraian) for b in daftar)
        berkas = {b.kode_baku: b for b in daftar}
        for baris in daftar:
            self._letakkan(baris, berkas)
        return list(self.per_kode.values())

    def _letakkan(self, baris: BarisDpa, berkas: Mapping[str, BarisDpa]) -> BarisBandingDpa:
        if baris.kode_baku in self.per_kode:
            return self.per_kode[baris.kode_baku]
        lama = self.kita.get(baris.kode_baku)
        kode_induk = self.kode_baku(lama.induk) if lama else self._kode_induk(baris.kode_baku, berkas)
        induk = self._induk(kode_induk, berkas)
        inden = induk.inden + 1 if induk else 0
        satu = _banding(lama, baris, inden) if lama else self._baru(baris, induk, inden)
        self.per_kode[baris.kode_baku] = satu
        return satu

    def _kode_induk(self, kode: str, berkas: Mapping[str, BarisDpa]) -> str:
        """The longest kode before a dot that is a row of the file or of ours; else by the nomenclature."""
        sisa = kode
        while "." in sisa:
            sisa = sisa.rpartition(".")[0]
            if sisa in berkas or sisa in self.kita or sisa in self.per_kode:
                return sisa
        return induk_kode(kode) if self.bernomenklatur else ""

    def _induk(self, kode: str, berkas: Mapping[str, BarisDpa]) -> BarisBandingDpa | None:
        if not kode:
            return None
        if kode in self.per_kode:
            return self.per_kode[kode]
        if kode in berkas:
            return self._letakkan(berkas[kode], berkas)
        if kode in self.kita:
            lama = self.kita[kode]
            atas = self._induk(self.kode_baku(lama.induk), berkas)
            return BarisBandingDpa(lama, atas.inden + 1 if atas else 0, lama)
        return self._letakkan(BarisDpa(0, kode, kode, nama_baku(kode)), berkas)  # named by the nomenclature only

    def _baru(self, baris: BarisDpa, induk: BarisBandingDpa | None, inden: int) -> BarisBandingDpa:
        atas = induk.anggaran.tingkat if induk else None
        tingkat = (
            baris.tingkat or (tingkat_kode(baris.kode_baku) if self.bernomenklatur else None) or tingkat_anak(atas)
        )
        isi = {nama: getattr(baris, nama) for nama in KOLOM}
        anggaran = Anggaran(baris.kode, induk.anggaran.kode if induk else "", tingkat, **isi)
        return BarisBandingDpa(anggaran, inden, turunan=baris.nomor == 0)


def _banding(lama: Anggaran, baris: BarisDpa, inden: int) -> BarisBandingDpa:
    """An empty cell of the file leaves what is stored."""
    ubah = tuple(
        UbahKolom(nama, getattr(lama, nama), getattr(baris, nama))
        for nama in KOLOM
        if getattr(baris, nama) not in ("", None) and getattr(baris, nama) != getattr(lama, nama)
    )
    return BarisBandingDpa(replace(lama, **{u.kolom: u.baru for u in ubah}), inden, lama, ubah)  # type: ignore[arg-type]


def _total(hasil: Sequence[BarisBandingDpa], total: Sequence[BarisDpa]) -> tuple[TotalDpa, ...]:
    """The last sum line of the file against the rows that stand at the top of what was read."""
    if not total:
        return ()
    semua = {b.anggaran.kode: b.anggaran for b in hasil}
    anak: dict[str, list[Anggaran]] = {}
    for a in semua.values():
        anak.setdefault(a.induk if a.induk in semua else "", []).append(a)

    def nilai(a: Anggaran, kolom: str) -> Decimal:
        sendiri: Decimal | None = getattr(a, kolom)
        return sendiri if sendiri is not None else jumlah(nilai(b, kolom) for b in anak.get(a.kode, ()))

    return tuple(
        TotalDpa(kolom, berkas, jumlah(nilai(a, kolom) for a in anak.get("", ())))
        for kolom in KOLOM_PAGU
        if (berkas := getattr(total[-1], kolom)) is not None
    )


def _per_jenis(akun: Sequence[Sequence[tuple[str, BarisDpa]]], kolom: str) -> dict[str, Decimal]:
    """Sum per jenis of spending: below each row of the tree its line of the jenis, else the deepest lines."""
    hasil: dict[str, list[Decimal]] = {}
    for kelompok in akun:
        nilai = {rek: n for rek, b in kelompok if (n := getattr(b, kolom)) is not None}
        ujung = {rek for rek in nilai if not any(lain.startswith(f"{rek}.") for lain in nilai)}
        for jenis in {jenis_rekening(rek) for rek in nilai}:
            bawah = [nilai[rek] for rek in ujung if jenis_rekening(rek) == jenis]
            if jenis in nilai or bawah:
                hasil.setdefault(jenis, []).append(nilai[jenis] if jenis in nilai else jumlah(bawah))
    tanpa_kelompok = {j: d for j, d in hasil.items() if not any(lain.startswith(f"{j}.") for lain in hasil)}
    return {jenis: jumlah(daftar) for jenis, daftar in sorted(tanpa_kelompok.items())}
