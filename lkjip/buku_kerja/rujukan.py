"""What only shows across rows: repeated keys, references to codes that do not exist, circles of parents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from typing import Any

from lkjip.buku_kerja.galat import GalatSel, KumpulanGalat
from lkjip.buku_kerja.jenis import Kolom, Lembar
from lkjip.buku_kerja.mentah import alamat
from lkjip.buku_kerja.nilai import kutip
from lkjip.buku_kerja.skema import DAFTAR_LEMBAR

MAKS_TINGKAT = 20  # program, kegiatan, subkegiatan … : deeper is a mistake
MAKS_DIBANDINGKAN = 200


@dataclass(frozen=True)
class Baris:
    """A record and the row of the sheet that it came from."""

    nomor: int
    rekaman: Any
    kolom: Mapping[str, int]  # heading → column number


@dataclass(frozen=True)
class Kunci:
    """A key of a kunci/nilai sheet: its value (None: empty, or not readable), and where that stands."""

    nilai: Any
    baris: int
    alamat: str


HasilBaca = Mapping[str, Sequence[Baris]]


def periksa(hasil: HasilBaca, pengaturan: Mapping[str, Kunci], tak_lengkap: set[str], galat: KumpulanGalat) -> None:
    """`tak_lengkap`: sheets of which rows could not be read; that a code is missing there proves nothing."""
    for lembar in DAFTAR_LEMBAR:
        _periksa_kembar(lembar, hasil[lembar.nama], galat)
    kode_per_lembar = {lembar.nama: _semua_kode(hasil[lembar.nama]) for lembar in DAFTAR_LEMBAR}
    for lembar in DAFTAR_LEMBAR:
        for kolom in lembar.kolom:
            if (
                kolom.rujuk
                and (lembar.nama, kolom.nama) != ("belanja", "induk")
                and tak_lengkap.isdisjoint(kolom.rujuk)
            ):
                _periksa_rujukan(lembar, kolom, hasil[lembar.nama], kode_per_lembar, galat)
    if "skala" not in tak_lengkap:
        _periksa_skala(pengaturan.get("skala"), hasil["skala"], galat)
    _periksa_periode(pengaturan.get("renstra_awal"), pengaturan.get("renstra_akhir"), galat)
    _periksa_lingkaran(
        "anggaran", hasil["anggaran"], [(b.rekaman.kode, b.rekaman.induk) for b in hasil["anggaran"]], galat
    )
    if "belanja" not in tak_lengkap:
        _periksa_belanja(hasil["belanja"], galat)


def periksa_lembar(
    lembar: Lembar, baru: Sequence[Baris], lama: HasilBaca, galat: KumpulanGalat, *, ganti: bool
) -> None:
    """Rows that are to join the stored rows of one sheet, or with `ganti` to replace them.

    `lama`: what is stored, sheet by sheet.
    """
    _periksa_kembar(lembar, baru, galat)
    if not ganti:
        _periksa_sudah_ada(lembar, baru, lama[lembar.nama], galat)
    hasil = {**lama, lembar.nama: [*([] if ganti else lama[lembar.nama]), *baru]}
    kode_per_lembar = {nama: _semua_kode(daftar) for nama, daftar in hasil.items()}
    for kolom in lembar.kolom:
        if kolom.rujuk and (lembar.nama, kolom.nama) != ("belanja", "induk"):
            _periksa_rujukan(lembar, kolom, baru, kode_per_lembar, galat)
    if lembar.nama == "belanja":
        _periksa_belanja(hasil["belanja"], galat)


def _periksa_belanja(daftar: Sequence[Baris], galat: KumpulanGalat) -> None:
    _periksa_induk_belanja(daftar, galat)
    pasangan = [((b.rekaman.kode, b.rekaman.tahun), (b.rekaman.induk, b.rekaman.tahun)) for b in daftar]
    _periksa_lingkaran("belanja", daftar, pasangan, galat)


def _semua_kode(daftar: Iterable[Baris]) -> dict[str, int]:
    return {baris.rekaman.kode: baris.nomor for baris in daftar if hasattr(baris.rekaman, "kode")}


def _letak(baris: Baris, kolom: str) -> str:
    return alamat(baris.nomor, baris.kolom[kolom]) if kolom in baris.kolom else ""


def _tambah(galat: KumpulanGalat, lembar: str, baris: Baris, kolom: str, pesan: str, saran: str) -> None:
    galat.tambah(GalatSel(lembar, baris.nomor, kolom, pesan, saran, _letak(baris, kolom)))


def _periksa_kembar(lembar: Lembar, daftar: Iterable[Baris], galat: KumpulanGalat) -> None:
    pertama: dict[tuple[Any, ...], int] = {}
    for baris in daftar if lembar.kunci else ():
        kunci = tuple(getattr(baris.rekaman, nama) for nama in lembar.kunci)
        nomor = pertama.setdefault(kunci, baris.nomor)
        if nomor != baris.nomor:
            tulisan = ", ".join(
                f"{nama} {kutip(str(nilai))}"
                for nama, nilai in zip(lembar.kunci, kunci, strict=True)
                if nilai is not None
            )
            _tambah(
                galat, lembar.nama, baris, lembar.kunci[0],
                f"Baris {nomor} dan {baris.nomor} sama-sama berisi {tulisan}.", "Hapus atau ubah salah satu.",
            )  # fmt: skip


def _periksa_sudah_ada(lembar: Lembar, baru: Iterable[Baris], lama: Iterable[Baris], galat: KumpulanGalat) -> None:
    if not lembar.kunci:
        return
    ada = {tuple(getattr(b.rekaman, nama) for nama in lembar.kunci) for b in lama}
    for baris in baru:
        kunci = tuple(getattr(baris.rekaman, nama) for nama in lembar.kunci)
        if kunci in ada:
            isi = ", ".join(f"{n} {kutip(str(k))}" for n, k in zip(lembar.kunci, kunci, strict=True) if k is not None)
            _tambah(
                galat, lembar.nama, baris, lembar.kunci[0], f"Sudah ada baris dengan {isi}.",
                "Ubah baris itu di tabelnya, hapus dari tempelan, atau ganti seluruh isi lembar.",
            )  # fmt: skip


# What the catalogue of checks calls it: the workbook is refused before its rules could run (pemeriksaan.md).
_ATURAN = {("indikator", "induk"): " (KON-11)"}


def _periksa_rujukan(
    lembar: Lembar,
    kolom: Kolom,
    daftar: Iterable[Baris],
    kode_per_lembar: Mapping[str, Mapping[str, int]],
    galat: KumpulanGalat,
) -> None:
    for baris in daftar:
        kode = getattr(baris.rekaman, kolom.nama)
        if not kode or galat.penuh:
            continue
        tempat = [nama for nama in kolom.rujuk if kode in kode_per_lembar[nama]]
        if len(tempat) == 1:
            continue
        if tempat:
            letak = " dan ".join(f"lembar {nama} baris {kode_per_lembar[nama][kode]}" for nama in tempat)
            pesan = f"{kolom.nama} {kutip(kode)} rancu: kode itu ada di {letak}."
            _tambah(galat, lembar.nama, baris, kolom.nama, pesan, "Ubah salah satu kode supaya berbeda.")
            continue
        semua = [dikenal for nama in kolom.rujuk for dikenal in kode_per_lembar[nama]] if galat.masih_sedikit else []
        dekat = _kode_mirip(kode, semua)
        saran = f"Mungkin maksudnya {kutip(dekat)}." if dekat else "Tambahkan kode itu, atau perbaiki rujukannya."
        aturan = _ATURAN.get((lembar.nama, kolom.nama), "")
        pesan = f"{kolom.nama} {kutip(kode)} tidak ada di lembar {' atau '.join(kolom.rujuk)}{aturan}."
        _tambah(galat, lembar.nama, baris, kolom.nama, pesan, saran)


def _kode_mirip(kode: str, semua: Iterable[str]) -> str:
    """A known kode that looks like the one typed; only likely ones are compared letter by letter, which is slow."""
    mungkin = (k for k in semua if abs(len(k) - len(kode)) <= 2 and (k[0] == kode[0] or k[-1] == kode[-1]))
    dekat = get_close_matches(kode, list(islice(mungkin, MAKS_DIBANDINGKAN)), n=1, cutoff=0.7)
    return dekat[0] if dekat else ""


def _periksa_induk_belanja(daftar: Sequence[Baris], galat: KumpulanGalat) -> None:
    ada = {(baris.rekaman.kode, baris.rekaman.tahun) for baris in daftar}
    for baris in daftar:
        induk, tahun = baris.rekaman.induk, baris.rekaman.tahun
        if induk and (induk, tahun) not in ada:
            pesan = f"induk {kutip(induk)} tidak ada di lembar belanja untuk tahun {tahun or 'yang kosong'}."
            _tambah(galat, "belanja", baris, "induk", pesan, "Tambahkan baris induk pada tahun yang sama.")


def _periksa_skala(skala: Kunci | None, daftar: Iterable[Baris], galat: KumpulanGalat) -> None:
    dikenal = list(dict.fromkeys(baris.rekaman.skala for baris in daftar))
    if skala and skala.nilai and skala.nilai not in dikenal:
        saran = (
            f"Nama skala yang ada: {', '.join(dikenal)}." if dikenal else "Isi lembar skala, atau kosongkan kuncinya."
        )
        pesan = f"Skala {kutip(skala.nilai)} tidak ada di lembar skala."
        galat.tambah(GalatSel("pengaturan", skala.baris, "skala", pesan, saran, skala.alamat))


def _periksa_periode(awal: Kunci | None, akhir: Kunci | None, galat: KumpulanGalat) -> None:
    if awal and akhir and awal.nilai and akhir.nilai and akhir.nilai < awal.nilai:
        pesan = f"renstra_akhir {akhir.nilai} mendahului renstra_awal {awal.nilai}."
        saran = "Periksa kedua tahun itu."
        galat.tambah(GalatSel("pengaturan", akhir.baris, "renstra_akhir", pesan, saran, akhir.alamat))


def _periksa_lingkaran(
    nama: str, daftar: Sequence[Baris], pasangan: Sequence[tuple[Any, Any]], galat: KumpulanGalat
) -> None:
    """A row may not be its own ancestor, nor have too many; each circle is told once, at its first row."""
    induk = dict(pasangan)
    tingkat: dict[Any, int] = {}
    for baris, (kode, _) in zip(daftar, pasangan, strict=True):
        jalan: dict[Any, None] = {}
        kini = kode
        while kini in induk and kini not in tingkat and kini not in jalan:
            jalan[kini] = None
            kini = induk[kini]
        if kini in jalan:
            langkah = list(jalan)
            lingkaran = [*langkah[langkah.index(kini) :], kini]
            tulisan = " → ".join(str(k[0] if isinstance(k, tuple) else k) for k in lingkaran[:10])
            _tambah(galat, nama, baris, "induk", f"Induk berputar: {tulisan}.", "Kosongkan induk baris paling atas.")
        for langkah_ini in reversed(jalan):
            tingkat[langkah_ini] = 0 if kini in jalan else tingkat.get(induk[langkah_ini], 0) + 1
        if tingkat[kode] > MAKS_TINGKAT and not galat.penuh:
            pesan = f"Induk baris ini bertingkat {tingkat[kode]}."
            _tambah(galat, nama, baris, "induk", pesan, f"Paling banyak {MAKS_TINGKAT} tingkat.")
