"""`manage.py bsre_tiruan`: a stand-in for BSrE's Esign Client on this machine, for the demo. Never on a server."""

from __future__ import annotations

import threading
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lkjip.laporan.signing.bsre_tiruan import PemegangTiruan, Ulah, layanan_tiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import LayananTiruan
from lkjip.laporan.signing.data import Rahasia
from lkjip.management.commands.buat_demo import SANDI_DEMO

PENGGUNA = "lkjip-demo"
NIK_AWAL = 6400000000000001  # of the first holder; nobody has such a NIK: its day of birth is 00


class Command(BaseCommand):
    help = "Menjalankan tiruan layanan BSrE (Esign Client) untuk mencoba. Hanya untuk LKJIP_DEBUG=ya."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8100, help="port di 127.0.0.1; bawaan 8100")
        parser.add_argument(
            "--ulah", choices=[satu.value for satu in Ulah], default=Ulah.BAIK.value, help="gangguan yang ditirukan"
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "Tiruan BSrE menandatangani dengan sertifikat percobaan yang tidak berlaku sah, jadi tidak dijalankan "
                "di server. Isi LKJIP_BSRE_ALAMAT dengan alamat Esign Client yang sesungguhnya."
            )
        daftar = self._pemegang()
        layanan = LayananTiruan(
            [satu for _, satu in daftar], PENGGUNA, Rahasia(SANDI_DEMO), Ulah(pilihan["ulah"]), self.stdout.write
        )
        try:
            with layanan_tiruan(layanan, pilihan["port"]) as alamat:
                self._sapa(alamat, daftar)
                tunggu()
        except OSError as galat:
            raise CommandError(f"Port {pilihan['port']} tidak dapat dipakai: {galat.strerror}") from galat
        except KeyboardInterrupt:
            self.stdout.write("Tiruan BSrE berhenti.")

    def _pemegang(self) -> list[tuple[str, PemegangTiruan]]:
        """The demo's head first, then who else has a trial key here."""
        semua = (Path(settings.KUNCI) / "pemegang").glob("*.p12")
        berkas = sorted(semua, key=lambda satu: (satu.stem != "kepala", satu.stem))
        if not berkas:
            raise CommandError("Belum ada berkas kunci percobaan. Jalankan dulu: manage.py buat_percobaan")
        sandi = Rahasia(SANDI_DEMO)
        return [
            (satu.stem, PemegangTiruan(str(NIK_AWAL + ke), satu.read_bytes(), sandi)) for ke, satu in enumerate(berkas)
        ]

    def _sapa(self, alamat: str, daftar: list[tuple[str, PemegangTiruan]]) -> None:
        self.stdout.write(f"PERCOBAAN: tiruan layanan BSrE di {alamat}. Jalankan situs dengan:")
        self.stdout.write(f"  LKJIP_BSRE_ALAMAT={alamat} LKJIP_BSRE_PENGGUNA={PENGGUNA} LKJIP_BSRE_SANDI={SANDI_DEMO}")
        for nama, satu in daftar:
            self.stdout.write(f"  {nama}: NIK {satu.nik}, passphrase {SANDI_DEMO}")
        self.stdout.write("Kode sekali pakai tercetak di sini. Berhenti dengan Ctrl+C.")


def tunggu() -> None:
    """Until the process is interrupted."""
    threading.Event().wait()
