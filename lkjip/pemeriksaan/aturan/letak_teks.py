"""Where a slip in a text stands, and one finding for all places of the same slip. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lkjip.pemeriksaan.aturan.dasar import sebutkan, temuan
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_TEMPAT_TERBANYAK = 5
_PANJANG_BUTIR = 80


@dataclass(frozen=True)
class Tempat:
    """Words as typed in a text."""

    teks: Teks
    kutipan: str


def wadah(teks: Teks) -> str:
    """What is mended at one sitting: a section of the report, a free table, a sheet's rows of one indicator."""
    return teks.bagian if teks.lembar == "narasi" else f"{teks.lembar} {teks.subjek}".strip()


def per_wadah(daftar: Iterable[Tempat]) -> Iterator[tuple[Tempat, ...]]:
    """The places of one slip, together where they are mended together."""
    hasil: dict[str, list[Tempat]] = {}
    for tempat in daftar:
        hasil.setdefault(wadah(tempat.teks), []).append(tempat)
    yield from (tuple(dict.fromkeys(satu)) for satu in hasil.values())


def sebutkan_tempat(daftar: Sequence[Tempat]) -> str:
    """“a”, “b”, dan 3 lainnya."""
    return sebutkan([f"“{k}”" for k in dict.fromkeys(" ".join(t.kutipan.split()) for t in daftar)])


def letak(daftar: Sequence[Tempat]) -> str:
    """The places in words, at most five."""
    semua = list(dict.fromkeys(t.teks.letak for t in daftar))
    lebih = len(semua) - _TEMPAT_TERBANYAK
    return "; ".join(semua[:_TEMPAT_TERBANYAK]) + (f"; dan {lebih} tempat lain" if lebih > 0 else "")


def temuan_teks(
    aturan: str, tingkat: Tingkat, tempat: Tempat | Sequence[Tempat], pesan: str, *, butir: str = "", **lain: object
) -> Temuan:
    """A finding about typed words; the first place is the one that is marked. `butir`: what tells two of them in one
    section apart, if the words themselves do not."""
    daftar = (tempat,) if isinstance(tempat, Tempat) else tempat
    teks, kutipan = daftar[0].teks, daftar[0].kutipan
    isi: dict[str, object] = {
        "letak": letak(daftar), "subjek": teks.subjek, "butir": f"{wadah(teks)}: {(butir or kutipan)[:_PANJANG_BUTIR]}",
        "halaman": teks.halaman, "argumen": teks.argumen, "bagian": teks.bagian, "kutipan": kutipan,
    }  # fmt: skip
    return temuan(aturan, tingkat, pesan, **(isi | lain))


def sekali(daftar: Iterable[Temuan]) -> Iterator[Temuan]:
    """Each finding once: the same words twice in one section are one thing to mend."""
    dilihat: set[str] = set()
    for satu in daftar:
        if satu.kunci not in dilihat:
            dilihat.add(satu.kunci)
            yield satu


def daftar_rumusan(bacaan: Bacaan) -> tuple[Teks, ...]:
    """Names and definitions of the plan: they print in the report as typed."""
    rencana = bacaan.buku.data.renstra
    semua = [("misi", m.kode, m.uraian) for m in rencana.daftar_misi]
    semua += [("tujuan", t.kode, t.uraian) for t in rencana.daftar_tujuan]
    semua += [("sasaran", s.kode, s.uraian) for s in rencana.daftar_sasaran]
    semua += [("indikator", i.kode, isi) for i in rencana.daftar_indikator for isi in (i.uraian, i.formulasi)]
    return tuple(
        Teks(lembar, isi, f"lembar {lembar}, {kode}", subjek=kode, halaman="renstra")
        for lembar, kode, isi in semua
        if isi.strip()
    )
