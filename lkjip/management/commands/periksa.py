"""`manage.py periksa BUKU_or_KODE [TAHUN] [--json] [--xlsx FILE]`: all findings of all rules.

Exit code 0: nothing keeps the report from becoming final; 2: some finding does; 1: the data could not be read.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from lkjip.management.sumber_buku import buka_sumber
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.data import Jawaban, Temuan, belum_dijawab, hitung_temuan
from lkjip.pemeriksaan.data_ambang import AMBANG_BAWAAN, Ambang, ambang_dari, baca_ambang
from lkjip.pemeriksaan.data_katalog import kelompok_aturan
from lkjip.pemeriksaan.selectors_hasil import ambang_tahun
from lkjip.pemeriksaan.xlsx_temuan import xlsx_temuan
from renstra.selectors import ambil_tahun_kinerja

ADA_PENAHAN = 2
_BIDANG = ("tingkat", "pesan", "letak", "bagian", "kutipan", "nilai", "seharusnya", "cara", "saran", "subjek", "klaim")


def baris_json(temuan: Temuan, menahan: frozenset[str]) -> dict[str, object]:
    """One finding for machines: figures are plain decimals. `menahan`: not answered, and it blocks."""
    isi = {nama: getattr(temuan, nama) for nama in _BIDANG}
    isi["kelompok"] = kelompok_aturan(temuan.aturan)
    return {"id": temuan.aturan} | isi | {"tingkat": temuan.tingkat.value, "menahan": temuan.sidik in menahan}


def _ambang(kode: str, tahun: int | None, tertulis: Sequence[str]) -> Ambang:
    """Those of the agency's pemda (of a file: the catalogue's), with the given ones instead. Raises CommandError."""
    try:
        lain = dict(baca_ambang(satu) for satu in tertulis)
    except ValueError as galat:
        raise CommandError(str(galat)) from galat
    dasar = AMBANG_BAWAAN
    if tahun is not None and (tahun_kinerja := ambil_tahun_kinerja(kode, tahun)) is not None:
        dasar = ambang_tahun(tahun_kinerja)
    return ambang_dari(lain, dasar)


class Command(BaseCommand):
    help = (
        "Memeriksa buku kerja, atau satu tahun dari basis data, dengan semua aturan. Kode keluar 0: tidak ada yang "
        "menahan; 2: ada galat yang belum dijawab; 1: data tidak terbaca."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("sumber", help="berkas .xlsx, folder CSV, atau kode instansi")
        parser.add_argument("tahun", nargs="?", type=int, help="tahun kinerja, bila sumbernya kode instansi")
        parser.add_argument("--json", action="store_true", help="keluaran untuk mesin, satu larik JSON")
        parser.add_argument("--aturan", nargs="*", metavar="ID", help="hanya aturan ini, misalnya ANG-01 SAK-02")
        parser.add_argument("--xlsx", type=Path, metavar="BERKAS", help="tulis juga semua temuan ke berkas Excel ini")
        parser.add_argument(
            "--ambang", nargs="*", metavar="NAMA=ANGKA", default=[], help="ambang lain, misalnya capaian_tinggi=160"
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        hanya = pilihan["aturan"]
        asing = sorted(set(hanya or ()) - ATURAN.keys())
        if asing:
            raise CommandError(f"Aturan tidak dikenal: {', '.join(asing)}. Yang ada: {', '.join(ATURAN)}.")
        buku = buka_sumber(pilihan["sumber"], pilihan["tahun"])
        ambang = _ambang(pilihan["sumber"], pilihan["tahun"], pilihan["ambang"])
        daftar, jawaban = periksa(buku, hanya=hanya, ambang=ambang), buku.laporan.daftar_jawaban
        menahan = frozenset(t.sidik for t in belum_dijawab(daftar, jawaban))
        if pilihan["xlsx"]:
            self._tulis_xlsx(pilihan["xlsx"], xlsx_temuan(daftar, hitung_temuan(daftar, jawaban), menahan))
        if pilihan["json"]:
            isi = [baris_json(t, menahan) for t in daftar]
            self.stdout.write(json.dumps(isi, ensure_ascii=False, indent=2))
        else:
            self._tulis(daftar, jawaban, menahan)
        if menahan:
            raise SystemExit(ADA_PENAHAN)

    def _tulis_xlsx(self, path: Path, isi: bytes) -> None:
        try:
            path.write_bytes(isi)
        except OSError as galat:
            raise CommandError(f"'{path}' tidak dapat ditulis: {galat.strerror}.") from galat
        self.stderr.write(f"Ditulis: {path}")

    def _tulis(self, daftar: Sequence[Temuan], jawaban: Sequence[Jawaban], menahan: frozenset[str]) -> None:
        for t in daftar:
            tanda = " [menahan]" if t.sidik in menahan else " [angka laporan terbit]" if t.klaim else ""
            self.stdout.write(f"{t.aturan} {t.tingkat.value}{tanda}: {t.pesan}")
            self.stdout.write(f"    letak: {t.letak or '–'}")
            for sebutan, isi in (("hitungan", t.cara), ("saran", t.saran)):
                if isi:
                    self.stdout.write(f"    {sebutan}: {isi}")
        rekap = hitung_temuan(daftar, jawaban)
        self.stderr.write(
            f"{rekap.semua} temuan atas data ({rekap.galat} galat, {rekap.peringatan} peringatan, {rekap.info} info; "
            f"{rekap.terjawab} terjawab, {rekap.menahan} menahan), {rekap.klaim} angka laporan terbit yang salah."
        )
