"""`manage.py dokumen BUKU_or_KODE [TAHUN] --jenis pk|rencana-aksi|iku -o FILE`: write a planning document."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lkjip.cetak_dokumen import PENCETAK_DOKUMEN
from lkjip.laporan.isi import Kertas
from lkjip.management.sumber_dokumen import JENIS_DOKUMEN, Permintaan, susun_dokumen
from renstra.data import Versi


class Command(BaseCommand):
    help = "Menyusun Perjanjian Kinerja, Rencana Aksi, atau formulir IKU dari buku kerja atau dari basis data."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sumber", help="berkas .xlsx, folder CSV, atau kode instansi")
        parser.add_argument("tahun", nargs="?", type=int, help="tahun kinerja, bila sumbernya kode instansi")
        parser.add_argument("--jenis", choices=JENIS_DOKUMEN, required=True)
        parser.add_argument("--versi", choices=[v.value for v in Versi], help="pk: murni atau perubahan")
        parser.add_argument("--unit", default="", help="pk: nama unit kerja; tanpa ini lembar kepala perangkat daerah")
        parser.add_argument("--kertas", choices=[k.value for k in Kertas], default=Kertas.A4.value)
        parser.add_argument("-o", "--keluaran", type=Path, required=True, help="berkas .pdf, .docx, atau .html")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        keluaran: Path = pilihan["keluaran"]
        cetak = PENCETAK_DOKUMEN.get(keluaran.suffix.lower().removeprefix("."))
        if cetak is None:
            daftar = ", ".join(f".{jenis}" for jenis in PENCETAK_DOKUMEN)
            raise CommandError(f"Akhiran '{keluaran.suffix}' belum dapat ditulis. Pilih salah satu: {daftar}.")
        versi = Versi(pilihan["versi"]) if pilihan["versi"] else None
        minta = Permintaan(pilihan["jenis"], versi, pilihan["unit"].strip(), Kertas(pilihan["kertas"]))
        isi = cetak(susun_dokumen(pilihan["sumber"], pilihan["tahun"], minta))
        try:
            keluaran.parent.mkdir(parents=True, exist_ok=True)
            keluaran.write_bytes(isi)
        except OSError as galat:
            raise CommandError(f"'{keluaran}' tidak dapat ditulis: {galat.strerror}") from galat
        self.stdout.write(f"{keluaran} ditulis ({len(isi) // 1024} KiB)")
