"""An agency-year with a small budget, its addresses and rows, and a spreadsheet like a DPA."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from openpyxl import Workbook

from anggaran.models import Anggaran
from lkjip.data import BukuKerja
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.situs.pemeran import SENDIRI, TAHUN


def tahun_uji(kode: str = SENDIRI) -> TahunKinerja:
    tahun = ambil_tahun_kinerja(kode, TAHUN)
    assert tahun is not None
    return tahun


def alamat(nama: str, *lain: object) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


def baris(kode: str) -> Anggaran:
    return Anggaran.objects.select_related("induk", "tahun_kinerja").get(
        kode=kode, tahun_kinerja__instansi__kode=SENDIRI
    )


def isian(kode: str, kolom: str, nilai: str, dasar: str = "") -> dict[str, str]:
    nama = f"{kolom}-{baris(kode).pk}"
    return {nama: nilai, f"dasar-{nama}": dasar}


def buku_kini() -> BukuKerja:
    return load_buku(tahun_uji())


JUDUL_DPA = ("Kode", "Uraian", "Unit", "Sumber Dana", "Pagu")


def lembar_dpa(*daftar: Sequence[Any], judul: Sequence[Any] = JUDUL_DPA) -> bytes:
    """A workbook with a merged title, an empty row, headings, and the rows."""
    buku = Workbook()
    isi = buku.active
    assert isi is not None
    isi.title = "DPA"
    isi["A1"] = "DOKUMEN PELAKSANAAN ANGGARAN"
    isi.merge_cells("A1:E1")
    for n, satu in enumerate([judul, *daftar], 3):
        for k, nilai in enumerate(satu, 1):
            if nilai is not None:
                isi.cell(n, k, nilai)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()
