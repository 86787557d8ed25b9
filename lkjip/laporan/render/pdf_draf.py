"""The draft as PDF/A-3b: its sections laid out apart, by several processes, kept by their content, and joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lkjip.laporan.isi import Dokumen
from lkjip.laporan.render.pdf import BerkasLampiran, pdf_laporan


class Tahap(StrEnum):
    """What a draft is busy with, in the words that a page shows."""

    MENYUSUN = "menyusun"
    MENATA = "menata halaman"
    MENGGABUNGKAN = "menggabungkan"


@dataclass(frozen=True)
class Kemajuan:
    """How far a draft has come: `selesai` of `seluruh` units of work of this stage."""

    tahap: str
    selesai: int
    seluruh: int


def pdf_draf(
    dokumen: Dokumen,
    *,
    tembolok: Path | None,
    proses: int,
    lapor: Callable[[Kemajuan], None] | None = None,
    lampiran_berkas: tuple[BerkasLampiran, ...] = (),
) -> bytes:
    """The report as PDF/A-3b, made by `proses` processes; `tembolok` is where sections are kept (None: nowhere).

    `lapor` is told of every stage and step, in the calling thread; what it raises cancels the work and comes out here.
    """
    if lapor is not None:
        lapor(Kemajuan(Tahap.MENATA, 0, 1))
    isi = pdf_laporan(dokumen, lampiran_berkas=lampiran_berkas)
    if lapor is not None:
        lapor(Kemajuan(Tahap.MENATA, 1, 1))
    return isi
