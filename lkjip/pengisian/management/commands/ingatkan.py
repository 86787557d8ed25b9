"""`manage.py ingatkan`: e-mail reminders, meant for cron once a day. Running it again sends nothing twice."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from kinerja.selectors_pengisian import hari_ini
from lkjip.pengisian.services_pengingat import HasilPengingat, kirim_pengingat


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError as galat:
        raise ArgumentTypeError(f"'{teks}' bukan tanggal; tulis TTTT-BB-HH, misalnya 2026-10-08") from galat


class Command(BaseCommand):
    help = "Mengirim pengingat pengisian triwulan lewat email, satu surat per orang, tidak pernah dua kali."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--hari", type=_tanggal, help="anggap hari ini tanggal TTTT-BB-HH")
        parser.add_argument("--periksa-saja", action="store_true", help="sebut siapa yang akan disurati")

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if not settings.ALAMAT_SITUS:
            raise CommandError("LKJIP_ALAMAT_SITUS belum diisi: alamat situs untuk tautan di surat, https://…")
        periksa_saja: bool = pilihan["periksa_saja"]
        hasil = kirim_pengingat(hari=pilihan["hari"] or hari_ini(), periksa_saja=periksa_saja)
        self._tulis(hasil, "Akan dikirim" if periksa_saja else "Terkirim")
        if hasil.gagal:
            raise CommandError(
                f"{len(hasil.gagal)} surat gagal dikirim dan akan dicoba lagi pada panggilan berikutnya. "
                "Periksa pengaturan LKJIP_SMTP_…"
            )

    def _tulis(self, hasil: HasilPengingat, sebutan: str) -> None:
        self.stdout.write(f"{sebutan}: {len(hasil.terkirim)} surat.")
        for nama, email, banyak in hasil.terkirim:
            self.stdout.write(f"  {nama} <{email}>: {banyak} hal")
        for nama, sebab in hasil.dilewati:
            self.stdout.write(f"Dilewati: {nama}, {sebab}.")
        for nama, sebab in hasil.gagal:
            self.stderr.write(f"Gagal: {nama}: {sebab}")
