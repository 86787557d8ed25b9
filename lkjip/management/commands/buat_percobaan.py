"""`manage.py buat_percobaan`: a trial authority and the demo head's key file. Never on a real server."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lkjip.laporan.signing.data import Rahasia
from lkjip.laporan.signing.percobaan_berkas import PemegangDemo, siapkan_percobaan
from lkjip.management.commands.buat_demo import SANDI_DEMO

# The head of contoh/bkd-kaltim-2024, as its sheet `instansi` names him; the NIP there is all zeros.
KEPALA = PemegangDemo("kepala", "Nama Kepala BKD", "0" * 18)


class Command(BaseCommand):
    help = "Membuat penerbit sertifikat percobaan dan berkas kunci pemegangnya. Hanya untuk LKJIP_DEBUG=ya."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--pemegang", help="nama masuk pemegang lain, misalnya gubernur; bersama --nama")
        parser.add_argument("--nama", help="nama pemegang itu di sertifikatnya")
        parser.add_argument("--nip", default="", help="NIP-nya, bila ada")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Sertifikat percobaan tidak berlaku sah dan sandinya diketahui umum, jadi tidak dibuat di server. "
                "Letakkan sertifikat penerbit yang sesungguhnya di folder kunci/tepercaya."
            )
        if bool(pilihan["pemegang"]) != bool(pilihan["nama"]):
            raise CommandError("Isi --pemegang dan --nama bersama-sama.")
        daftar = [KEPALA]
        if pilihan["pemegang"]:
            if not pilihan["pemegang"].replace("-", "").replace("_", "").isalnum():
                raise CommandError("--pemegang: pakai huruf, angka, - dan _ saja, seperti nama masuknya.")
            nip = "".join(filter(str.isdigit, pilihan["nip"]))
            daftar.append(PemegangDemo(pilihan["pemegang"], pilihan["nama"], nip))
        self._tulis(daftar)

    def _tulis(self, daftar: list[PemegangDemo]) -> None:
        try:
            hasil = siapkan_percobaan(Path(settings.KUNCI), daftar, Rahasia(SANDI_DEMO))
        except OSError as galat:
            raise CommandError(f"'{galat.filename}' tidak dapat ditulis: {galat.strerror}") from galat
        for berkas in (hasil.tepercaya, *hasil.pemegang):
            self.stdout.write(f"{berkas} {'dibuat' if berkas in hasil.baru else 'sudah ada'}")
        self.stdout.write(f"PERCOBAAN, tidak berlaku sah. Sandi berkas kunci: {SANDI_DEMO}")
