"""One sheet of one agency-year as its page sees it: its rows, page by page, and what a new row may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from kinerja.data import Komponen
from lkjip.buku_kerja.jenis import JENIS_BULAT, Kolom, Lembar
from lkjip.dasar.isian import JenisIsian, tulis_isian
from lkjip.halaman.kisi import PEMISAH, BarisKisi, KelompokKisi, Kisi, baris_kisi
from lkjip.halaman.komponen import JumlahBobot, daftar_jumlah_bobot
from lkjip.pengisian.ruang import RuangTahun
from lkjip.perencanaan.lembar.baca import Formulir, baca_sel
from lkjip.perencanaan.lembar.daftar import JUDUL, TEMPAT, jenis_isian, judul_kolom, kolom_kisi, pilihan_kolom
from renstra.selectors_lembar import TempatLembar, daftar_baris, daftar_pilihan, isi_baris

BARIS_SEHALAMAN = 30
_MAKS_SEBUTAN = 90
_MAKS_LAIN = 80  # letters of a cell that tells a row apart from others
# Of what kode a finding about a row speaks: the first of these columns that the sheet has.
_KOLOM_SUBJEK = ("indikator", "subjek", "anggaran", "komponen", "subkomponen", "skala", "kode", "bagian")


@dataclass(frozen=True)
class Bidang:
    """A field of the form for a new row."""

    nama: str
    judul: str
    jenis: JenisIsian
    nilai: str
    wajib: bool
    penjelasan: str
    pilihan: tuple[tuple[str, str], ...] = ()
    galat: str = ""


@dataclass(frozen=True)
class Halaman:
    """Which rows are shown. `nomor` from 1; `awal` is the place of the first row in the sheet."""

    nomor: int
    banyak: int
    baris: int

    @property
    def sehalaman(self) -> int:
        return BARIS_SEHALAMAN

    @property
    def awal(self) -> int:
        return (self.nomor - 1) * BARIS_SEHALAMAN

    @property
    def daftar(self) -> range:
        return range(1, self.banyak + 1)


@dataclass(frozen=True)
class RuangLembar:
    """`milik`: only the rows of this indicator (pk) are shown."""

    ruang: RuangTahun
    lembar: Lembar
    boleh: bool
    formulir: Formulir = field(default_factory=Formulir)
    milik: int | None = None

    @property
    def tempat(self) -> TempatLembar:
        return TEMPAT[self.lembar.nama]

    @property
    def judul(self) -> str:
        return JUDUL[self.lembar.nama]

    @cached_property
    def banyak(self) -> int:
        return int(self._semua.count())

    @property
    def _semua(self) -> Any:
        semua = daftar_baris(self.tempat, self.ruang.tahun_kinerja)
        return semua.filter(indikator=self.milik) if self.milik and "indikator" in self.tempat.acuan else semua

    @cached_property
    def daftar_milik(self) -> tuple[tuple[int, str], ...]:
        """The indicators by which the rows can be told apart: one query."""
        daftar = self.tempat.acuan["indikator"].daftar(self.ruang.tahun_kinerja)
        return tuple((i.pk, f"{i.kode} · {i.uraian[:_MAKS_SEBUTAN]}") for i in daftar)

    @property
    def daftar_jumlah(self) -> tuple[JumlahBobot, ...]:
        """Of components: whether their weights make a whole; one query."""
        if self.lembar.nama != "komponen":
            return ()
        return daftar_jumlah_bobot([Komponen(**isi_baris(self.tempat, baris)) for baris in self._semua])

    @cached_property
    def usulan(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Column → kode that it may name, and what it is called."""
        daftar = daftar_pilihan(self.tempat, self.ruang.tahun_kinerja)
        return {nama: tuple((kode, uraian[:_MAKS_SEBUTAN]) for kode, uraian in isi) for nama, isi in daftar.items()}

    def halaman(self, diminta: str) -> Halaman:
        """The page that was asked for, or the nearest; `akhir` is the last."""
        banyak = max(1, -(-self.banyak // BARIS_SEHALAMAN))
        nomor = banyak if diminta == "akhir" else int(diminta) if diminta.isdecimal() and len(diminta) < 7 else 1
        return Halaman(min(max(nomor, 1), banyak), banyak, self.banyak)

    def halaman_subjek(self, subjek: str, butir: str) -> Halaman:
        """The page with the row that a finding is about; `butir`: what else it says. All rows: one query."""
        cocok = [
            (-sum(kata in butir for kata in lain.split(PEMISAH)), urut)
            for urut, baris in enumerate(self._semua)
            for milik, lain in [sebutan_baris(self.lembar, isi_baris(self.tempat, baris))]
            if milik == subjek
        ]
        return self.halaman(str(min(cocok)[1] // BARIS_SEHALAMAN + 1) if cocok else "")

    def kisi(self, halaman: Halaman) -> Kisi:
        """The rows of one page: one query."""
        semua = self._semua
        return self._susun(enumerate(semua[halaman.awal : halaman.awal + BARIS_SEHALAMAN], halaman.awal + 1))

    def kisi_baris(self, daftar_pk: frozenset[int]) -> Kisi:
        """Just these rows, as an answer to a save shows them; they bear no number."""
        semua = daftar_baris(self.tempat, self.ruang.tahun_kinerja).filter(pk__in=daftar_pk)
        return self._susun((0, baris) for baris in semua)

    def _susun(self, bernomor: Any) -> Kisi:
        kolom = kolom_kisi(self.lembar)
        daftar: list[BarisKisi] = []
        for nomor, baris in bernomor:
            isi, judul = isi_baris(self.tempat, baris), f"Baris {nomor}" if nomor else "Baris ini"
            subjek, lain = sebutan_baris(self.lembar, isi)
            satu = baris_kisi(kolom, baris.pk, "", judul, isi, boleh=self.boleh)
            daftar.append(replace(satu, subjek=subjek, lain=lain))
        return Kisi(kolom, (KelompokKisi("", tuple(daftar)),), "Baris", self.boleh)

    def baca(self, kolom: str, teks: str, jenis: JenisIsian) -> Any:
        """What is typed into a field of this sheet. Raises IsianTakTerbaca."""
        return baca_sel(self._kolom[kolom], teks, jenis)

    @cached_property
    def _kolom(self) -> Mapping[str, Kolom]:
        return {k.nama: k for k in self.lembar.kolom}

    def daftar_bidang(self, ketikan: Mapping[str, str]) -> tuple[Bidang, ...]:
        """The form for a new row, with what was typed and why it was refused."""
        return tuple(
            Bidang(
                nama=k.nama,
                judul=judul_kolom(k),
                jenis=jenis_isian(k),
                nilai=ketikan.get(k.nama, self._awal(k)),
                wajib=k.wajib,
                penjelasan=k.penjelasan,
                pilihan=self._pilihan(k),
                galat=self.formulir.galat.get(k.nama, ""),
            )
            for k in self.lembar.kolom
        )

    def _pilihan(self, kolom: Kolom) -> tuple[tuple[str, str], ...]:
        if kolom.nama in self.usulan:
            return tuple((kode, f"{kode} · {uraian}" if uraian else kode) for kode, uraian in self.usulan[kolom.nama])
        return pilihan_kolom(kolom)

    def _awal(self, kolom: Kolom) -> str:
        """Most rows are of the year itself, and of the indicator that is shown."""
        if self.milik and kolom.nama == "indikator":
            return next((teks.partition(" · ")[0] for pk, teks in self.daftar_milik if pk == self.milik), "")
        return str(self.ruang.tahun) if kolom.jenis in JENIS_BULAT and kolom.nama == "tahun" else ""


def sebutan_baris(lembar: Lembar, isi: Mapping[str, Any]) -> tuple[str, str]:
    """By what a finding knows a row of the sheet: the kode that it is about, and its other short cells."""
    kolom = min((k.nama for k in lembar.kolom if k.nama in _KOLOM_SUBJEK), key=_KOLOM_SUBJEK.index, default="")
    lain = [str(n) for nama, n in isi.items() if nama != kolom and n not in (None, "")]
    return str(isi.get(kolom) or ""), PEMISAH.join(satu for satu in lain if len(satu) <= _MAKS_LAIN)


def tulis_rekaman(lembar: Lembar, rekaman: Any) -> tuple[str, ...]:
    """A record of the sheet as its fields would show it, column by column."""
    return tuple(tulis_isian(getattr(rekaman, k.nama), jenis_isian(k)) for k in lembar.kolom)
