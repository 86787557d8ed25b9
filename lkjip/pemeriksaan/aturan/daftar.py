"""The list of all rules as a document (docs/pemeriksaan.md): what is decided, from what, and what cannot be. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.pemeriksaan.aturan import ATURAN
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.data_ambang import DAFTAR_AMBANG
from lkjip.pemeriksaan.data_katalog import JUDUL_KELOMPOK, KATALOG, TAK_DIPUTUSKAN, ButirKatalog

_SUMBER = {"periksa": "data", "periksa_teks": "naskah", "periksa_klaim": "angka laporan terbit"}
_BAWAAN = {f.name: f.default for f in fields(Aturan)}
_PEMBUKA = """# Aturan pemeriksaan

Berkas ini dibuat oleh `manage.py tulis_daftar_aturan`; jangan diubah dengan tangan.

Setiap aturan katalog berdiri di sini: diterapkan, atau mengapa tidak dapat diputuskan. *Galat* menahan versi final
sampai diperbaiki atau dipertanggungjawabkan kepala; *peringatan* boleh dibiarkan dengan alasan tertulis; *info* patut
dilihat. Dasarnya: **data** adalah isi buku kerja dan catatan sistem (bukti, reviu, versi, tanda tangan), **naskah**
adalah teks dan tabel yang ditulis sendiri, **angka laporan terbit** adalah lembar `klaim`.
"""


def tulis_daftar() -> str:
    """The document, as Markdown."""
    return "\n".join(_baris())


def _baris() -> Iterator[str]:
    yield _PEMBUKA
    yield f"{len(ATURAN)} dari {len(KATALOG)} aturan diterapkan."
    for awalan, judul in JUDUL_KELOMPOK.items():
        yield f"\n## {awalan}: {judul}\n"
        yield "| Aturan | Nama | Tingkat | Keadaan |"
        yield "|---|---|---|---|"
        yield from (_aturan(b) for b in KATALOG.values() if b.id.partition("-")[0] == awalan)
    yield "\n## Ambang\n"
    yield "Nilai bawaan mengikuti katalog; tiap pemda dapat menetapkan nilainya di halaman Ambang pemeriksaan."
    yield "\n| Ambang | Aturan | Bawaan | Satuan | Arti |"
    yield "|---|---|---|---|---|"
    bawaan = Ambang()
    for a in DAFTAR_AMBANG:
        yield f"| `{a.nama}` | {a.aturan} | {tulis_tepat(getattr(bawaan, a.nama))} | {a.satuan} | {a.judul} |"
    yield ""


def _aturan(butir: ButirKatalog) -> str:
    aturan = ATURAN.get(butir.id)
    if aturan is None:
        keadaan = f"tidak diputuskan: {TAK_DIPUTUSKAN[butir.id]}"
    else:
        keadaan = "dari " + ", ".join(s for nama, s in _SUMBER.items() if getattr(aturan, nama) is not _BAWAAN[nama])
    return f"| {butir.id} | {butir.nama} | {butir.tingkat.value} | {keadaan} |"
