"""Nodes → text, and text ↔ stored rows: the way back from what is composed to what a person edits.

Reading the text again gives what was written, so sentences that are taken over leave the report as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lkjip.laporan.compose.markah_kata import tulis_kata
from lkjip.laporan.compose.penempatan import LETAK
from lkjip.laporan.compose.tata_daftar import INDEN_ANAK, bertanda, sambungan, tanpa_tanda
from lkjip.laporan.compose.tata_teks import penggal_teks
from lkjip.laporan.data import Narasi
from lkjip.laporan.isi import Bagian, Blok, Daftar, Gambar, JenisDaftar, Paragraf, Rata, Tabel

_SAMBUNG = re.compile(r"(;|[;,] dan)$")
_TANDA_AWAL = re.compile(r"^((?:\d{1,3}|[a-z]|Tabel\s*|Sumber\s*)?)([-•#|:.)])", re.IGNORECASE)
_MAKS_NOMOR = 999
_BANYAK_HURUF = 26


def tulis_markah(blok: Sequence[Blok | Bagian], *, tahun: int | None = None) -> str:
    """The text of which `blok_teks` makes these nodes. `tahun`, the report's, is left unsaid in its figures.

    Charts, signatures and page breaks have no text and are left out.
    """
    hasil = ""
    poin = ""
    for simpul in blok:
        teks = _tulis(simpul, tahun, hasil)
        berpoin = isinstance(simpul, Daftar) and simpul.jenis is JenisDaftar.POIN
        poin = ("*" if poin == "-" else "-") if berpoin else ""
        if poin == "*":  # beside another list of bullets, which else would go on
            teks = re.sub(r"^-", "*", teks, flags=re.MULTILINE)
        if teks:
            sebaris = isinstance(simpul, Daftar) and len(simpul.butir) == 1 and hasil.endswith(":")
            hasil += ("\n" if sebaris else "\n\n" if hasil else "") + teks
    return hasil


def _tulis(simpul: Blok | Bagian, tahun: int | None, sebelumnya: str) -> str:
    match simpul:
        case Paragraf():
            return _lindungi(tulis_kata(simpul.isi, tahun))
        case Daftar():
            return "\n".join(_baris_daftar(simpul, tahun, 0, bertanda=sebelumnya.endswith(":")))
        case Tabel():
            return "\n".join(_baris_tabel(simpul, tahun))
        case Gambar():
            return f"{{gambar {simpul.kunci.removeprefix('gambar-')}}}"
        case Bagian():
            isi = tulis_markah(simpul.isi, tahun=tahun)
            return f"### {simpul.judul}" + (f"\n\n{isi}" if isi else "")
        case _:
            return ""


def _lindungi(teks: str) -> str:
    """A paragraph that begins as a list, table or heading would is kept from being read as one."""
    return _TANDA_AWAL.sub(r"\1\\\2", teks, count=1)


def _baris_daftar(daftar: Daftar, tahun: int | None, inden: int, *, bertanda: bool) -> Iterator[str]:
    """One line an item. `#.` numbers itself: for a lone item, which with "1." would be a paragraph, and beyond 999."""
    banyak = len(daftar.butir)
    jenis = daftar.jenis
    if jenis is JenisDaftar.HURUF and (banyak > _BANYAK_HURUF or (banyak == 1 and not bertanda)):
        jenis = JenisDaftar.ANGKA
    sendiri = banyak > _MAKS_NOMOR or (banyak == 1 and not bertanda)
    for n, isi in enumerate(daftar.butir):
        tanda = {
            JenisDaftar.POIN: "-",
            JenisDaftar.HURUF: f"{chr(ord('a') + n % _BANYAK_HURUF)}.",
            JenisDaftar.ANGKA: "#." if sendiri else f"{n + 1}.",
        }[jenis]
        yield f"{' ' * inden}{tanda} {tulis_kata(isi, tahun) or '–'}"
        anak = daftar.anak[n] if n < len(daftar.anak) else None
        if anak is not None:
            yield from _baris_daftar(anak, tahun, inden + 3, bertanda=True)


def _baris_tabel(tabel: Tabel, tahun: int | None) -> Iterator[str]:
    if tabel.judul:
        yield f"Tabel: {tabel.judul}"
    for baris in tabel.kepala[:1]:
        yield _baris_sel([tulis_kata(s.isi, tahun) for s in baris.sel])
        tanda = {Rata.KIRI: ":---", Rata.TENGAH: ":---:", Rata.KANAN: "---:"}
        yield _baris_sel([tanda[k.rata] for k in tabel.kolom])
    for baris in tabel.baris:
        yield _baris_sel([tulis_kata(s.isi, tahun) for s in baris.sel])
    if tabel.sumber:
        yield f"Sumber: {tabel.sumber}"


def _baris_sel(isi: Sequence[str]) -> str:
    aman = [teks.replace("|", r"\|") for teks in isi]
    return f"| {' | '.join(aman)} |"


def naskah_dari_baris(daftar_narasi: Sequence[Narasi], *, daftar: bool) -> str:
    """Stored rows as one text. `daftar`: every row is an item; else a row that ends with a colon announces a list,
    made of the rows that follow it."""
    isi = [n.isi.strip() if daftar else n.isi.rstrip() for n in daftar_narasi if n.isi.strip()]
    if daftar:
        letak = [teks for teks in isi if LETAK.match(teks)]
        return "\n\n".join(["\n".join(_bernomor([t for t in isi if not LETAK.match(t)])), *letak]).strip("\n")
    hasil: list[str] = []
    urutan = 0
    while urutan < len(isi):
        hasil.append(isi[urutan])
        urutan += 1
        if hasil[-1].endswith(":"):
            butir = _butir_sesudah(isi[urutan:])
            if len(butir) > 1:
                hasil.append("\n".join(_bernomor([" ".join(b.split()) for b in butir])))
                urutan += len(butir)
    return "\n\n".join(hasil)


def _bernomor(butir: Sequence[str]) -> list[str]:
    """Rows as numbered lines; what is a list within a row stays one below it."""
    hasil = []
    for n, teks in enumerate(butir, 1):
        pertama, *sisa = teks.splitlines()
        tanda = "#." if len(butir) > _MAKS_NOMOR else f"{n}."
        anak = [f"   {b}" if not sambungan(b) else b for b in sisa if b.strip() and bertanda(b) and b[0].isspace()]
        lain = [b.strip() for b in sisa if b.strip() and not (bertanda(b) and b[0].isspace())]
        hasil += [" ".join([f"{tanda} {pertama}", *lain]), *anak]
    return hasil


def _butir_sesudah(isi: Sequence[str]) -> Sequence[str]:
    """The items after a colon: those that end with a semicolon and the one that closes them, announced by "dan" or no
    longer than they are; without any semicolon, all."""
    if not isi or not _SAMBUNG.search(isi[0]):
        return isi
    banyak = next((n for n, teks in enumerate(isi) if not _SAMBUNG.search(teks)), len(isi))
    penutup = isi[banyak] if banyak < len(isi) else ""
    terpanjang = max(len(teks) for teks in isi[:banyak])
    sebaris = bool(penutup) and not re.search(r"[.:]\s", penutup) and len(penutup) * 2 <= terpanjang * 3
    return isi[: banyak + 1] if isi[banyak - 1].endswith("dan") or sebaris else isi[:banyak]


def baris_dari_naskah(teks: str, *, daftar: bool) -> tuple[str, ...]:
    """The rows under which a text is stored: one a block, or where `daftar` one an item.

    A block after a colon stays in the row of that colon, which would else make items of the rows that follow.
    """
    hasil: list[str] = []
    for penggal in penggal_teks(teks):
        if daftar:
            hasil.extend(_butir_penggal(penggal))
        elif hasil and hasil[-1].endswith(":"):
            hasil[-1] += "\n\n" + "\n".join(penggal).strip()
        else:
            hasil.append("\n".join(penggal).strip())
    return tuple(hasil)


def _butir_penggal(penggal: Sequence[str]) -> list[str]:
    hasil: list[str] = []
    butir = False
    for baris in penggal:
        inden = len(baris) - len(baris.lstrip())
        if bertanda(baris) and inden < INDEN_ANAK:
            hasil.append(tanpa_tanda(baris))
            butir = True
        elif hasil and (not butir or inden >= INDEN_ANAK):
            hasil[-1] += f"\n{baris.rstrip()}" if inden else f" {baris.strip()}"
        else:
            hasil.append(baris.strip())
            butir = False
    return hasil
