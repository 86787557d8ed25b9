"""`manage.py verifikasi FILE [--json]`: who signed a PDF, when, was it changed since, do we trust the issuer.

Ends with 0 only for a file that is `sah`. The database is asked whether the file was published here; it may be missing.
"""

from __future__ import annotations

import json
import logging
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.timezone import localtime

from lkjip.dasar.periode import tulis_saat
from lkjip.laporan.signing.data import HasilVerifikasi, Perubahan, TandaTanganTerbaca
from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak
from lkjip.laporan.signing.setelan import folder_tepercaya, kepercayaan
from lkjip.laporan.signing.tulisan_hasil import tulis_hasil
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.publik.data_verifikasi import VersiTerbit
from lkjip.publik.halaman_verifikasi import Putusan, catatan_berkas, daftar_sidik, putusan_berkas, sama_persis
from lkjip.publik.selectors_verifikasi import load_versi_berkas

_PERUBAHAN = {
    Perubahan.TIDAK_ADA: "tidak",
    Perubahan.TANDA_TANGAN: "tidak; sesudahnya hanya ditambah tanda tangan atau data pemeriksaan",
    Perubahan.TERLARANG: "ya, dengan cara yang tidak diperbolehkan",
}


class Command(BaseCommand):
    help = "Memeriksa tanda tangan elektronik sebuah PDF. Status keluar 0 hanya bila sah."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", type=Path, help="berkas .pdf")
        parser.add_argument("--json", action="store_true", help="tulis hasilnya sebagai JSON")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        try:
            isi, dipercaya = pilihan["berkas"].read_bytes(), kepercayaan()
        except OSError as galat:
            raise CommandError(f"'{pilihan['berkas']}' tidak dapat dibaca: {galat.strerror}") from galat
        except BerkasKepercayaanRusak as galat:
            raise CommandError(str(galat)) from galat
        logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it finds is told below, in sentences
        hasil = verifikasi(isi, dipercaya)
        versi, tahu = _versi(hasil)
        putusan = putusan_berkas(hasil, versi)
        if pilihan["json"]:
            self._json(hasil, versi, putusan, tahu=tahu)
        else:
            self._tulis(hasil, versi, putusan, tahu=tahu)
            if dipercaya.kosong:
                self.stderr.write(f"Belum ada penerbit yang dipercaya di {folder_tepercaya()}.")
        if not hasil.sah:
            raise SystemExit(1)

    def _json(self, hasil: HasilVerifikasi, versi: VersiTerbit | None, putusan: Putusan, *, tahu: bool) -> None:
        terbitan = versi and {"kode": versi.kode, "judul": versi.judul, "versi": versi.nomor, "keadaan": versi.keadaan}
        lain = {"putusan": putusan.kata, "terbitan": terbitan, "basis_data_ditanya": tahu}
        isi = tulis_hasil(hasil) | lain | {"sama_dengan_terbitan": sama_persis(hasil, versi)}
        self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=2))

    def _tulis(self, hasil: HasilVerifikasi, versi: VersiTerbit | None, putusan: Putusan, *, tahu: bool) -> None:
        self.stdout.write(f"{putusan.kata}: {putusan.kalimat}")
        for satu in hasil.daftar:
            self.stdout.write("\n".join(_baris(satu)))
        for catatan in catatan_berkas(hasil, versi):
            self.stdout.write(f"- {catatan}")
        self.stdout.write(f"SHA-256: {hasil.sidik}")
        if versi:
            sama = "sama persis dengan" if sama_persis(hasil, versi) else "berasal dari"
            self.stdout.write(f"Terbitan: {sama} {versi.judul} versi {versi.nomor} ({versi.tulisan_kode})")
        elif not tahu:
            self.stdout.write("Terbitan: basis data tidak dapat ditanya")


def _versi(hasil: HasilVerifikasi) -> tuple[VersiTerbit | None, bool]:
    """The published version that this file is, and whether the database could be asked at all."""
    try:
        return load_versi_berkas(daftar_sidik(hasil)), True
    except DatabaseError:
        return None, False


def _baris(satu: TandaTanganTerbaca) -> list[str]:
    waktu = tulis_saat(localtime(satu.waktu)) if satu.waktu else "tidak disebut"
    berubah = _PERUBAHAN[satu.perubahan] if satu.utuh else "ya"
    return [
        f"\n{satu.nama} ({satu.bidang}): {'sah' if satu.sah else 'tidak sah'}",
        f"  waktu: {waktu}",
        f"  berubah sejak ditandatangani: {berubah}",
        f"  penerbit: {satu.penerbit} ({'dipercaya' if satu.tepercaya else 'tidak dipercaya'})",
        *(f"  - {catatan}" for catatan in satu.catatan),
    ]
