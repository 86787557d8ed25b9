"""An uploaded workbook between upload and confirmation: what is imported is what was shown."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.sessions.backends.base import SessionBase
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from lkjip.akun.models import Pengguna
from lkjip.berkas_sementara import BerkasSementara, TempatBerkas
from lkjip.buku_kerja.parse import HasilParse, baca_buku
from lkjip.buku_kerja.services import HasilImpor, impor_buku
from lkjip.data import BukuKerja

_TEMPAT = TempatBerkas("impor")
_KUNCI_SELESAI = "impor_selesai"


def simpan(sesi: SessionBase, unggahan: UploadedFile[bytes]) -> HasilParse:
    """Keep the file for the preview and read it; a file with errors is not kept."""
    berkas = _TEMPAT.simpan(sesi, unggahan, ".xlsx")
    hasil = baca_buku(berkas.path)
    if hasil.buku is None:
        _TEMPAT.buang(sesi)
    return hasil


def ambil(sesi: SessionBase) -> BerkasSementara | None:
    """The workbook that this session has uploaded, if it is still there."""
    return _TEMPAT.ambil(sesi)


def buang(sesi: SessionBase) -> None:
    """Forget the session's workbook."""
    _TEMPAT.buang(sesi)


class _TidakSetuju(Exception):
    """Takes the import back."""


def impor_bila(*, buku: BukuKerja, oleh: Pengguna, setuju: Callable[[HasilImpor], bool]) -> HasilImpor | None:
    """Import the workbook if `setuju` says yes to what it changes; else None, and nothing is changed.

    Asked inside the transaction: nobody can change the data between the answer and the import. Raises ImporDitolak.
    """
    try:
        with transaction.atomic():
            hasil = impor_buku(buku=buku, oleh=oleh)
            if not setuju(hasil):
                raise _TidakSetuju
    except _TidakSetuju:
        return None
    return hasil


def tandai_selesai(sesi: SessionBase, sidik: str, kode: str, tahun: int) -> None:
    """Forget the file, but not that it was saved: the second click of a double click asks for the same once more."""
    buang(sesi)
    sesi[_KUNCI_SELESAI] = {"sidik": sidik, "kode": kode, "tahun": tahun}


def sudah_selesai(sesi: SessionBase, sidik: str) -> tuple[str, int] | None:
    """Agency and year, if what `sidik` stands for was the last that this session saved."""
    selesai = sesi.get(_KUNCI_SELESAI)
    return (selesai["kode"], selesai["tahun"]) if selesai and selesai["sidik"] == sidik else None
