"""SAK-02, 03 in free tables that a report copies from its LHE: the components with their weights and scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kinerja.rumus.predikat import kata_baku
from kinerja.rumus.sakip import BOBOT_KOMPONEN
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import galat, tulis
from lkjip.pemeriksaan.bacaan_tabel import bilangan_sel, dibaca, label
from lkjip.pemeriksaan.data import Temuan

_NOMOR = re.compile(r"^\W*(?:\d{1,2}|[a-zA-Z]|[IVX]{1,4})[.)]\s+")
_NILAI = re.compile(r"\b(?:nilai|skor|hasil|20\d\d)\b")
_SEPARUH = 2  # components that a table must name before it is one of the evaluation


@dataclass(frozen=True)
class _Baris:
    """A component as a table prints it; `seharusnya`: its weight by the scheme that the table's names belong to."""

    tabel: TabelBebas
    nomor: int
    nama: str
    bobot: Decimal
    seharusnya: Decimal
    nilai: tuple[Decimal, ...]


def nilai_tabel_melebihi_bobot(buku: BukuKerja) -> Iterator[Temuan]:
    """SAK-02 of a table: a score above the weight printed beside it."""
    for b in _daftar_baris(buku):
        for nilai in (n for n in b.nilai if not 0 <= n <= b.bobot and b.bobot == b.seharusnya):
            yield galat(
                "SAK-02", f"Nilai komponen {b.nama} pada tabel “{b.tabel.judul or b.tabel.nama}” tertulis "
                f"{tulis(nilai)}, padahal bobotnya {tulis(b.bobot)}.",
                nilai=nilai, seharusnya=f"0 sampai {tulis(b.bobot)}", saran="Salin nilainya dari LHE.",
                **_tempat(b, str(nilai)),
            )  # fmt: skip


def bobot_tabel_salah(buku: BukuKerja) -> Iterator[Temuan]:
    """SAK-03 of a table: a weight that is not the scheme's."""
    for b in _daftar_baris(buku):
        if b.bobot != b.seharusnya:
            yield galat(
                "SAK-03", f"Bobot komponen {b.nama} pada tabel “{b.tabel.judul or b.tabel.nama}” tertulis "
                f"{tulis(b.bobot)}, seharusnya {tulis(b.seharusnya)}.",
                nilai=b.bobot, seharusnya=b.seharusnya, saran="Salin bobotnya dari LHE.", **_tempat(b, "bobot"),
            )  # fmt: skip


def _tempat(b: _Baris, butir: str) -> dict[str, object]:
    return {
        "letak": f"lembar {b.tabel.nama}, baris {b.nomor}", "subjek": b.nama, "bagian": b.tabel.bagian,
        "butir": f"{b.tabel.nama} {b.nomor} {butir}", "halaman": "ubah_tabel_bebas", "argumen": (b.tabel.nama,),
    }  # fmt: skip


def _daftar_baris(buku: BukuKerja) -> Iterator[_Baris]:
    """Rows named after a component, of tables with one column of weights that name most of a scheme's components."""
    for tertulis in buku.laporan.daftar_tabel:
        kolom_bobot = [n for n, k in enumerate(tertulis.kepala) if "bobot" in k.casefold()]
        if len(kolom_bobot) != 1:
            continue
        tabel = dibaca(tertulis)
        nama = {n: kata_baku(_NOMOR.sub("", label(b))) for n, b in enumerate(tabel.baris)}
        skema = _skema(set(nama.values()))
        kolom_nilai = [n for n, k in enumerate(tabel.kepala) if _NILAI.search(k.casefold()) and n not in kolom_bobot]
        for n, baris in enumerate(tabel.baris):
            bobot = bilangan_sel(baris, kolom_bobot[0])
            if nama[n] in skema and bobot is not None:
                nilai = tuple(x for k in kolom_nilai if (x := bilangan_sel(baris, k)) is not None)
                yield _Baris(tabel, n + 3, label(baris), bobot, skema[nama[n]], nilai)


def _skema(nama: set[str]) -> Mapping[str, Decimal]:
    """Weights by name of the scheme of which the table names most, if all of it or all but one."""
    daftar = [{kata_baku(k): b for k, b in bobot.items()} for bobot in BOBOT_KOMPONEN.values()]
    terbaik = max(daftar, key=lambda bobot: (len(nama & bobot.keys()) - len(bobot), len(bobot)))
    return terbaik if len(nama & terbaik.keys()) >= max(_SEPARUH, len(terbaik) - 1) else {}
