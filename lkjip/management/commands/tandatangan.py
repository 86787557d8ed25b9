"""`manage.py tandatangan FILE -o OUT --p12 P12`: sign a PDF with a key file.

The passphrase is asked, or read from standard input; never an argument, which others could see.
"""

from __future__ import annotations

import getpass
import os
import sys
from argparse import ArgumentParser
from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from lkjip.laporan.signing.bidang import daftar_bidang
from lkjip.laporan.signing.data import GagalTandaTangan, PermintaanTandaTangan, Rahasia, Stempel
from lkjip.laporan.signing.p12 import PenandaP12
from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak
from lkjip.laporan.signing.setelan import setelan_tanda_tangan

BIDANG_BARU = "tanda-tangan"


class Command(BaseCommand):
    help = "Menandatangani berkas PDF dengan berkas kunci .p12. Isi berkas asal tidak diubah, hanya ditambah."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", type=Path, help="berkas .pdf")
        parser.add_argument("-o", "--keluaran", type=Path, required=True, help="berkas .pdf yang ditulis")
        parser.add_argument("--p12", type=Path, required=True, help="berkas kunci (PKCS#12)")
        parser.add_argument("--bidang", help="nama kotak tanda tangan; tanpa ini yang pertama masih kosong")
        for nama in ("nama", "jabatan", "pangkat", "nip", "alasan", "tempat"):
            bawaan = "; tanpa ini nama di sertifikat" if nama == "nama" else ""
            parser.add_argument(f"--{nama}", default="", help=f"{nama} yang tercetak atau tercatat{bawaan}")
        parser.add_argument(
            "--sandi-dari-stdin", action="store_true", help="sandi dibaca dari baris pertama masukan, tidak ditanyakan"
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        keluaran: Path = pilihan["keluaran"]
        isi, kunci = _baca(pilihan["berkas"]), _baca(pilihan["p12"])
        if keluaran.exists() and keluaran.samefile(pilihan["berkas"]):
            raise CommandError("Berkas asal tidak ditimpa: tulis nama lain setelah -o.")
        bidang = pilihan["bidang"] or _bidang_kosong(isi)
        stempel = Stempel(pilihan["nama"], pilihan["jabatan"], pilihan["pangkat"], pilihan["nip"])
        permintaan = PermintaanTandaTangan(isi, bidang, stempel, pilihan["alasan"], pilihan["tempat"])
        try:
            penanda = PenandaP12(kunci, self._sandi(pilihan), setelan_tanda_tangan(), bidang_baru=True)
            nama = penanda.periksa()
            hasil = penanda.tandatangani(permintaan)
        except (GagalTandaTangan, BerkasKepercayaanRusak) as galat:
            raise CommandError(str(galat)) from None
        _tulis(keluaran, hasil.isi)
        self.stdout.write(f"{keluaran} ditandatangani oleh {nama} pada kotak '{bidang}'")

    def _sandi(self, pilihan: dict[str, Any]) -> Rahasia:
        if pilihan["sandi_dari_stdin"]:
            return Rahasia(sys.stdin.readline().rstrip("\r\n"))
        try:
            return Rahasia(getpass.getpass("Sandi berkas kunci: "))
        except (EOFError, KeyboardInterrupt):
            raise CommandError("Sandi tidak diisi; tidak ada yang ditandatangani.") from None


def _baca(berkas: Path) -> bytes:
    try:
        return berkas.read_bytes()
    except OSError as galat:
        raise CommandError(f"'{berkas}' tidak dapat dibaca: {galat.strerror}") from galat


def _bidang_kosong(isi: bytes) -> str:
    """The first empty field, else the name of a new one that the file does not have yet."""
    try:
        daftar = daftar_bidang(PdfFileReader(BytesIO(isi)))
    except (PdfError, ValueError) as galat:
        raise CommandError("Berkas ini bukan PDF yang dapat ditandatangani, atau sudah rusak.") from galat
    kosong = next((satu.nama for satu in daftar if not satu.terisi), None)
    return kosong or f"{BIDANG_BARU}-{len(daftar) + 1}"


def _tulis(keluaran: Path, isi: bytes) -> None:
    """Whole or not at all."""
    sementara = keluaran.with_name(f".{keluaran.name}.{os.getpid()}")
    try:
        keluaran.parent.mkdir(parents=True, exist_ok=True)
        sementara.write_bytes(isi)
        sementara.replace(keluaran)
    except OSError as galat:
        sementara.unlink(missing_ok=True)
        raise CommandError(f"'{keluaran}' tidak dapat ditulis: {galat.strerror}") from galat
