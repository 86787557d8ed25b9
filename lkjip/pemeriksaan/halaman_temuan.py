"""What the page of findings shows: groups of cards, each with its answer and whether that still holds. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lkjip.pemeriksaan.data import Jawaban, Temuan, Tingkat
from lkjip.pemeriksaan.data_katalog import JUDUL_KELOMPOK as JUDUL_KELOMPOK
from lkjip.pemeriksaan.halaman_sisi import HALAMAN_TRIWULAN, judul_halaman, sebutan_halaman

BANYAK_TERBUKA = 8  # so few findings need no folding

JUDUL_KLAIM = "Angka laporan yang sudah terbit"


class Tampil(StrEnum):
    """Which findings the page shows; the address names it (`?tampil=`)."""

    SEMUA = "semua"
    MENAHAN = "menahan"
    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"
    TERJAWAB = "terjawab"
    BARU = "baru"


JUDUL_TAMPIL = {
    Tampil.SEMUA: "Semua", Tampil.MENAHAN: "Menahan final", Tampil.GALAT: "Galat",
    Tampil.PERINGATAN: "Peringatan", Tampil.INFO: "Info", Tampil.TERJAWAB: "Terjawab", Tampil.BARU: "Baru",
}  # fmt: skip


@dataclass(frozen=True)
class Saringan:
    """What is shown, all conditions at once; '' asks for nothing. `milik`: only what this user can mend."""

    tampil: Tampil = Tampil.SEMUA
    kelompok: str = ""
    aturan: str = ""
    halaman: str = ""
    milik: bool = False
    cari: str = ""

    @property
    def menyaring(self) -> bool:
        return self != Saringan()

    @property
    def tepat(self) -> bool:
        """Whether few findings are meant: they are shown unfolded."""
        return bool(self.aturan or self.cari or self.halaman or self.tampil is Tampil.MENAHAN)


@dataclass(frozen=True)
class Pembaca:
    """What the user who looks at the page may do: change all data or the quarters, answer a galat or a peringatan."""

    ubah: bool = False
    ubah_triwulan: bool = False
    jawab_galat: bool = False
    jawab_peringatan: bool = False

    @property
    def jawab(self) -> bool:
        return self.jawab_galat or self.jawab_peringatan

    def milik(self, temuan: Temuan) -> bool:
        """Whether the user can mend it: on a page that they may write to."""
        if temuan.klaim or not temuan.halaman:
            return False
        return self.ubah or (self.ubah_triwulan and temuan.halaman in HALAMAN_TRIWULAN)

    def boleh_jawab(self, temuan: Temuan) -> bool:
        if not temuan.dapat_dijawab:
            return False
        return self.jawab_galat if temuan.tingkat is Tingkat.GALAT else self.jawab_peringatan


@dataclass(frozen=True)
class KartuTemuan:
    """One finding. `alamat`: the page that mends it; `pengenal`: its place on this page; `galat`: a refused answer.

    `milik`: this user can mend it; `boleh_jawab`: may say why it stays; `baru`: it was not there a week ago.
    """

    temuan: Temuan
    nama_aturan: str
    alamat: str
    jawaban: Jawaban | None = None
    milik: bool = False
    boleh_jawab: bool = False
    baru: bool = False
    galat: str = ""
    ketikan: str = ""

    @property
    def pengenal(self) -> str:
        return self.temuan.pengenal

    @property
    def sebutan_halaman(self) -> str:
        """What the link to `alamat` calls its page."""
        return sebutan_halaman(self.temuan)

    @property
    def terjawab(self) -> bool:
        return self.jawaban is not None and self.jawaban.berlaku_bagi(self.temuan)

    @property
    def usang(self) -> bool:
        """It was answered, but for other figures."""
        return self.jawaban is not None and not self.terjawab

    @property
    def menahan(self) -> bool:
        return self.temuan.menahan and not self.terjawab

    @property
    def isian(self) -> str:
        """What the answer's field begins with: what was just typed, else the answer that stands."""
        return self.ketikan or (self.jawaban.alasan if self.jawaban is not None else "")


@dataclass(frozen=True)
class KelompokAturan:
    """The findings of one rule, folded but for the first; those that keep a version from becoming final come first."""

    aturan: str
    nama: str
    daftar: tuple[KartuTemuan, ...]
    terbuka: bool = False

    @property
    def menahan(self) -> int:
        return sum(k.menahan for k in self.daftar)

    @property
    def tingkat(self) -> Tingkat:
        return self.daftar[0].temuan.tingkat


@dataclass(frozen=True)
class KelompokTemuan:
    judul: str
    daftar_aturan: tuple[KelompokAturan, ...]
    klaim: bool = False

    @property
    def banyak(self) -> int:
        return sum(len(a.daftar) for a in self.daftar_aturan)

    @property
    def menahan(self) -> int:
        return sum(a.menahan for a in self.daftar_aturan)


def daftar_kartu(
    daftar_temuan: Sequence[Temuan],
    daftar_jawaban: Sequence[Jawaban],
    nama_aturan: Mapping[str, str],
    alamat: Callable[[Temuan], str],
    pembaca: Pembaca,
    baru: Collection[str] = (),
) -> tuple[KartuTemuan, ...]:
    """All findings as cards, in their order; `baru`: keys of those that were not there a week ago."""
    per_kunci = {j.kunci: j for j in daftar_jawaban}
    return tuple(
        KartuTemuan(
            t,
            nama_aturan.get(t.aturan, ""),
            alamat(t),
            None if t.klaim else per_kunci.get(t.kunci),
            milik=pembaca.milik(t),
            boleh_jawab=pembaca.boleh_jawab(t),
            baru=t.kunci in baru,
        )
        for t in daftar_temuan
    )


def _tampil(kartu: KartuTemuan, tampil: Tampil) -> bool:
    if tampil is Tampil.SEMUA:
        return True
    if tampil is Tampil.MENAHAN:
        return kartu.menahan
    if tampil is Tampil.TERJAWAB:
        return kartu.terjawab
    if tampil is Tampil.BARU:
        return kartu.baru
    return kartu.temuan.tingkat is Tingkat(tampil.value) and not kartu.temuan.klaim


def _cocok(kartu: KartuTemuan, s: Saringan) -> bool:
    t = kartu.temuan
    return (
        _tampil(kartu, s.tampil)
        and s.kelompok in ("", _awalan(t))
        and s.aturan in ("", t.aturan)
        and s.halaman in ("", t.halaman)
        and (kartu.milik or not s.milik)
        and all(kata in _bahan_cari(kartu) for kata in s.cari.casefold().split())
    )


def banyak_tampil(daftar: Sequence[KartuTemuan], saringan: Saringan) -> Mapping[Tampil, int]:
    """How many findings each choice of `tampil` would show, the other conditions kept.

    Without those that an answer given on the page would change: the counts above them follow it, these do not.
    """
    cocok = [k for k in daftar if _cocok(k, replace(saringan, tampil=Tampil.SEMUA))]
    return {
        tampil: sum(_tampil(k, tampil) for k in cocok)
        for tampil in Tampil
        if tampil not in (Tampil.MENAHAN, Tampil.TERJAWAB)
    }


def _bahan_cari(kartu: KartuTemuan) -> str:
    t = kartu.temuan
    bahan = (t.aturan, kartu.nama_aturan, t.pesan, t.saran, t.letak, t.subjek, t.butir, t.bagian, t.kutipan)
    return " ".join(bahan).casefold()


def _awalan(temuan: Temuan) -> str:
    return temuan.aturan.partition("-")[0]


def kelompok_temuan(daftar: Sequence[KartuTemuan], saringan: Saringan) -> tuple[KelompokTemuan, ...]:
    """Cards by the group of their rule; wrong figures of an earlier report come last, on their own."""
    tersaring = [k for k in daftar if _cocok(k, saringan)]
    buka_semua = saringan.tepat or len(tersaring) <= BANYAK_TERBUKA
    hasil = sorted(_kelompok(tersaring), key=lambda k: (k.klaim, not k.menahan))
    return tuple(
        replace(
            k, daftar_aturan=tuple(replace(a, terbuka=buka_semua or i == n == 0) for n, a in enumerate(k.daftar_aturan))
        )
        for i, k in enumerate(hasil)
    )


def _kelompok(daftar: Sequence[KartuTemuan]) -> Iterator[KelompokTemuan]:
    for awalan, judul in JUDUL_KELOMPOK.items():
        isi = [k for k in daftar if not k.temuan.klaim and _awalan(k.temuan) == awalan]
        if isi:
            yield KelompokTemuan(judul, _per_aturan(isi))
    klaim = [k for k in daftar if k.temuan.klaim]
    if klaim:
        yield KelompokTemuan(JUDUL_KLAIM, _per_aturan(klaim), klaim=True)


def _per_aturan(daftar: Sequence[KartuTemuan]) -> tuple[KelompokAturan, ...]:
    per_aturan: dict[str, list[KartuTemuan]] = {}
    for kartu in sorted(daftar, key=lambda k: not k.menahan):
        per_aturan.setdefault(kartu.temuan.aturan, []).append(kartu)
    return tuple(KelompokAturan(aturan, isi[0].nama_aturan, tuple(isi)) for aturan, isi in per_aturan.items())


@dataclass(frozen=True)
class Pilihan:
    """A choice of a filter, with how many findings it would leave."""

    nilai: str
    nama: str
    banyak: int


def pilihan_saringan(daftar: Sequence[KartuTemuan]) -> Mapping[str, tuple[Pilihan, ...]]:
    """What can be chosen: groups, rules and pages that have any finding, in the order of the findings."""
    return {
        "kelompok": _pilihan((_awalan(k.temuan), JUDUL_KELOMPOK.get(_awalan(k.temuan), "")) for k in daftar),
        "aturan": _pilihan(sorted((k.temuan.aturan, f"{k.temuan.aturan} {k.nama_aturan}") for k in daftar)),
        "halaman": _pilihan((k.temuan.halaman, judul_halaman(k.temuan)) for k in daftar if k.alamat),
    }


def _pilihan(daftar: Iterable[tuple[str, str]]) -> tuple[Pilihan, ...]:
    banyak = Counter(daftar)
    return tuple(Pilihan(nilai, nama, n) for (nilai, nama), n in banyak.items())


def jawaban_lepas(daftar_temuan: Sequence[Temuan], daftar_jawaban: Sequence[Jawaban]) -> tuple[Jawaban, ...]:
    """Answers whose finding is gone: the data were mended since."""
    ada = {t.kunci for t in daftar_temuan}
    return tuple(j for j in daftar_jawaban if j.kunci not in ada)
