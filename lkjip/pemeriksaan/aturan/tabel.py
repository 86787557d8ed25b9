"""HIT-25: the total row of a free table is the sum of the rows above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, sedekat_cetak
from lkjip.pemeriksaan.data import Temuan, Tingkat

_JUMLAH = frozenset({"jumlah", "total", "jumlah total", "total jumlah", "grand total"})
_BUKAN_JUMLAH = ("%", "persen", "rata", "capaian", "serapan", "indeks", "nilai", "skor", "tahun", "no", "kode")


def jumlah_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-25. A column that is no sum (per cent, index …) is left alone, and so is a table with totals in between."""
    for tabel in buku.laporan.daftar_tabel:
        if len(tabel.baris) < 3 or not _baris_jumlah(tabel.baris[-1]) or any(map(_berawalan, tabel.baris[:-1])):
            continue
        for nomor in range(len(tabel.baris[-1])):
            yield from _kolom(tabel, nomor)


def _kolom(tabel: TabelBebas, nomor: int) -> Iterator[Temuan]:
    """A column of nothing but numbers, whose total is neither their sum nor that of one level of a tree."""
    kepala = tabel.kepala[nomor] if nomor < len(tabel.kepala) else ""
    *atas, tercatat = [baris[nomor] if nomor < len(baris) else None for baris in tabel.baris]
    angka = [isi for isi in atas if isinstance(isi, Decimal)]
    if not isinstance(tercatat, Decimal) or len(angka) < len(atas) or _bukan_jumlah(kepala):
        return
    seharusnya = jumlah(angka)
    if seharusnya == tercatat or seharusnya == 2 * tercatat or sedekat_cetak(seharusnya / len(angka), tercatat):
        return
    yield galat(
        "HIT-25",
        f"Jumlah kolom “{kepala or nomor + 1}” pada tabel “{tabel.judul or tabel.nama}” tertulis "
        f"{tulis_tepat(tercatat)}, sedangkan barisnya berjumlah {tulis_tepat(seharusnya)}.",
        letak=f"lembar {tabel.nama}, kolom {nomor + 1}",
        subjek=tabel.nama,
        butir=f"kolom {nomor + 1}",
        nilai=tercatat,
        seharusnya=seharusnya,
        cara=" + ".join(map(tulis_tepat, angka[:20])),
        saran="Perbaiki baris atau jumlahnya.",
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
    )


def _label(baris: Sequence[SelBebas]) -> str:
    return next((isi.strip().casefold().rstrip(":") for isi in baris if isinstance(isi, str) and isi.strip()), "")


def _baris_jumlah(baris: Sequence[SelBebas]) -> bool:
    return _label(baris) in _JUMLAH


def _berawalan(baris: Sequence[SelBebas]) -> bool:
    """A total in between, under whatever name."""
    return any(kata in _label(baris) for kata in ("jumlah", "total"))


def _bukan_jumlah(kepala: str) -> bool:
    rapi = kepala.casefold().strip()
    return any(rapi.startswith(kata) if kata in {"no", "kode"} else kata in rapi for kata in _BUKAN_JUMLAH)


DAFTAR = (Aturan("HIT-25", Tingkat.GALAT, "Jumlah tabel tidak sama dengan baris", jumlah_tabel),)
