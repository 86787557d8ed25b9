"""FMT-07, 09, 10: column numbers, units within a column and the source of a free table (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, info
from lkjip.pemeriksaan.data import Temuan, Tingkat

_NOMOR_KURUNG = re.compile(r"\((\d{1,2})\)|(\d{1,2})\s*=.*|\((\d{1,2})\s*=.*")
_NOMOR = re.compile(r"\d{1,2}")
_PERSEN = re.compile(r"[-–(]?\d[\d.,]*\)? ?(?:%|persen)")
_POLOS = re.compile(r"[-–(]?\d[\d.,]*\)?")
_BERHURUF = re.compile(r"\d[\d.,]* ?\([A-Z]{1,2}\)")


def nomor_kolom(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-07: the row of numbers below the headings, or the headings themselves."""
    for tabel in buku.laporan.daftar_tabel:
        for nomor, baris in enumerate((tabel.kepala, *tabel.baris[:2]), 2):
            deret = _deret(baris, tabel.baris[nomor - 2 :])
            if deret is None or deret == list(range(1, len(deret) + 1)):
                continue
            tertulis = " ".join(map(str, deret))
            yield _temuan(
                "FMT-07",
                tabel,
                f"lembar {tabel.nama}, baris {nomor}",
                f"Nomor kolom pada tabel “{_judul(tabel)}” tertulis {tertulis}, seharusnya 1 "
                f"sampai {len(deret)} berurutan.",
                nilai=tertulis,
                seharusnya=" ".join(map(str, range(1, len(deret) + 1))),
                cara="Baris nomor kolom dibaca dari kiri ke kanan.",
                saran="Beri nomor kolom ulang dari 1, masing-masing sekali.",
            )
            break


def _deret(baris: Sequence[SelBebas], bawah: Sequence[Sequence[SelBebas]]) -> list[int] | None:
    """The numbers of a row that holds nothing else; bare ones only if they climb by one nearly everywhere, and where
    they are few only above a column of words.
    """
    isi = [s for s in baris if s is not None and str(s).strip()]
    if len(isi) < 3:
        return None
    berkurung = [_NOMOR_KURUNG.fullmatch(s.strip()) if isinstance(s, str) else None for s in isi]
    polos = [_NOMOR.fullmatch(f"{s:f}" if isinstance(s, Decimal) else s.strip()) for s in isi]
    angka = [k or p for k, p in zip(berkurung, polos, strict=True)]
    if any(a is None for a in angka):
        return None
    deret = [int(next(g for g in (*a.groups(), a[0]) if g)) for a in angka if a is not None]
    naik = sum(b - a == 1 for a, b in pairwise(deret))
    yakin = sum(k is not None for k in berkurung) * 2 > len(isi)
    berkata = any(isinstance(b[0], str) and re.search(r"[A-Za-z]{3}", b[0]) for b in bawah if b)
    cukup = len(deret) >= 4 or berkata
    return deret if yakin or (cukup and deret[0] == 1 and naik >= len(deret) - 2) else None


def satuan_campur(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-09. A table with a column for the unit, and rows whose names tell their unit, may mix them."""
    for tabel in buku.laporan.daftar_tabel:
        if any("satuan" in k.lower() for k in tabel.kepala):
            continue
        for nomor in range(max((len(b) for b in tabel.baris), default=0)):
            golongan = _golongan(tabel, nomor)
            if len(golongan) < 2 or _memang_berbeda(tabel, golongan):
                continue
            contoh = ", ".join(f"“{daftar[0][1]}”" for daftar in golongan.values())
            kepala = tabel.kepala[nomor] if nomor < len(tabel.kepala) else ""
            yield _temuan(
                "FMT-09",
                tabel,
                f"lembar {tabel.nama}, kolom {nomor + 1}",
                f"Kolom “{kepala or nomor + 1}” pada tabel “{_judul(tabel)}” mencampur cara menulis satuan: {contoh}.",
                butir=f"kolom {nomor + 1}",
                nilai=contoh,
                cara="Sel berangka dalam satu kolom dikelompokkan menurut bentuknya.",
                saran="Tulis satuan pada kepala kolom saja, atau pada setiap sel.",
            )


def _golongan(tabel: TabelBebas, nomor: int) -> dict[str, list[tuple[int, str]]]:
    """(row, cell) of the cells of a column, by how their unit is written."""
    hasil: dict[str, list[tuple[int, str]]] = {}
    for urut, baris in enumerate(tabel.baris):
        sel = baris[nomor] if nomor < len(baris) else None
        teks = f"{sel:f}" if isinstance(sel, Decimal) else (sel or "").strip()
        for nama, pola in (("persen", _PERSEN), ("huruf", _BERHURUF), ("polos", _POLOS)):
            if teks and pola.fullmatch(teks):
                hasil.setdefault(nama, []).append((urut, teks))
                break
    return hasil


def _memang_berbeda(tabel: TabelBebas, golongan: dict[str, list[tuple[int, str]]]) -> bool:
    """Whether the rows' names tell why: percentages here, an index or a letter grade there."""
    if "polos" not in golongan:
        return False
    label = {u: " ".join(s for s in b if isinstance(s, str)).lower() for u, b in enumerate(tabel.baris)}
    persen = [
        bool(re.search(r"persentase|presentase|prosentase|persen|tingkat|rasio|cakupan|serapan|capaian", label[u]))
        for u, _ in golongan.get("persen", [])
    ]
    lain = [
        bool(re.search(r"indeks|nilai|skor|jumlah|predikat|opini|angka|rata-rata|sakip", label[u]))
        for u, _ in golongan["polos"]
    ]
    return (
        bool(persen) and all(persen) and not any(re.search(r"persen", label[u]) for u, _ in golongan["polos"])
    ) or all(lain)


def tanpa_sumber(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-10: a free table with numbers and no source, neither in its sheet nor in a line of its section."""
    per_bagian = buku.laporan.daftar_narasi_per_bagian
    for tabel in buku.laporan.daftar_tabel:
        berangka = any(
            isinstance(s, Decimal) or (isinstance(s, str) and re.fullmatch(r"[\d.,]+ ?%?", s.strip()))
            for b in tabel.baris
            for s in b
        )
        baris_sumber = any(
            re.search(r"^\s*sumber\s*(?:data)?\s*:", n.isi, re.I | re.M) for n in per_bagian.get(tabel.bagian, ())
        )
        if berangka and not tabel.sumber.strip(" -–.…") and not baris_sumber:
            yield _temuan(
                "FMT-10",
                tabel,
                f"lembar {tabel.nama}, sumber",
                f"Tabel “{_judul(tabel)}” memuat angka tanpa menyebut sumbernya.",
                cara="Sel sumber pada baris pertama lembar itu kosong.",
                saran="Isi sumber datanya: dokumen atau unit, dan tahunnya.",
            )


def _judul(tabel: TabelBebas) -> str:
    return tabel.judul.strip() or tabel.nama


def _temuan(aturan: str, tabel: TabelBebas, letak: str, pesan: str, **lain: object) -> Temuan:
    return info(
        aturan,
        pesan,
        letak=letak,
        subjek=tabel.nama,
        bagian=tabel.bagian,
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        **lain,
    )


DAFTAR = (
    Aturan("FMT-07", Tingkat.INFO, "Nomor kolom tidak urut", nomor_kolom),
    Aturan("FMT-09", Tingkat.INFO, "Satuan tidak konsisten dalam kolom", satuan_campur),
    Aturan("FMT-10", Tingkat.INFO, "Sumber tabel tidak ada", tanpa_sumber),
)
