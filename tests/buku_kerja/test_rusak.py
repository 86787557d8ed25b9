"""Randomly damaged workbooks: a valid book or a list of errors, never a traceback."""

from __future__ import annotations

import csv
import random
import tempfile
import zipfile
from pathlib import Path

import pytest

from anggaran.data import Anggaran, DataAnggaran, RealisasiAnggaran
from kinerja.data import DataKinerja, KinerjaTriwulan
from lkjip.buku_kerja.parse import HasilParse, baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, Narasi, TabelBebas
from lkjip.pemeriksaan.data import Klaim
from renstra.data import DataRenstra, Indikator, Instansi, Periode, Sasaran

_SAMPAH = (
    "", "-", "1.234", "1,234", "=1+1", "#REF!", "NaN", "-1", "99999999999999999999999", "ya", "S1", "é", "a" * 40_000,
    "\x07", "2024-13-45", "indikator", "kode", "0", "1e9", "%", "(", "'", '"', "\n", "\ud7ff", "TRUE", "5", "triwulan",
)  # fmt: skip


def _contoh() -> BukuKerja:
    sasaran = (Sasaran("S1", uraian="Sasaran satu"), Sasaran("S2"))
    indikator = tuple(Indikator(f"IKU{nomor}", f"S{nomor % 2 + 1}", "Uraian") for nomor in range(6))
    renstra = DataRenstra(
        Instansi("X", "Nama"), Periode(2024, 2024, 2026), daftar_sasaran=sasaran, daftar_indikator=indikator
    )
    triwulan = tuple(KinerjaTriwulan(i.kode, 2024, nomor) for i in indikator for nomor in (1, 2, 3, 4))
    anggaran = tuple(Anggaran(f"1.{nomor:02}", induk="" if nomor == 0 else "1.00") for nomor in range(8))
    realisasi = tuple(RealisasiAnggaran(a.kode, 2024, 4) for a in anggaran)
    tabel = (TabelBebas("tabel_01", "bab1", "Judul", "Sumber", ("No", "Isi"), (("a", "b"), ("c", "d"))),)
    laporan = DataLaporan(daftar_narasi=tuple(Narasi("bab1", nomor, "isi") for nomor in range(5)), daftar_tabel=tabel)
    klaim = tuple(Klaim("Tabel 1", "capaian", i.kode, 2024) for i in indikator)
    return BukuKerja(
        DataInstansi(DataAnggaran(DataKinerja(renstra, daftar_kinerja_triwulan=triwulan), anggaran, realisasi)),
        laporan,
        klaim,
    )


XLSX = xlsx_bytes(_contoh())


def _sah(hasil: HasilParse) -> None:
    assert (hasil.buku is None) == bool(hasil.daftar_galat)
    assert all(str(galat).strip() for galat in hasil.daftar_galat)


@pytest.mark.parametrize("benih", range(150))
def test_byte_xlsx_yang_berubah(tmp_path: Path, benih: int) -> None:
    acak = random.Random(benih)
    isi = bytearray(XLSX)
    for _ in range(acak.choice((1, 3, 20))):
        isi[acak.randrange(len(isi))] = acak.randrange(256)
    if acak.random() < 0.2:
        del isi[acak.randrange(len(isi)) :]
    path = tmp_path / "b.xlsx"
    path.write_bytes(isi)
    _sah(baca_buku(path))


def _rusak_xml(isi: bytes, acak: random.Random) -> bytes:
    """Damage inside a part: the zip stays sound, so that the XML readers meet it."""
    rusak = bytearray(isi)
    for _ in range(acak.choice((1, 2, 8))):
        awal = acak.randrange(len(rusak))
        cara = acak.randrange(4)
        if cara == 0:
            rusak[awal] = acak.randrange(256)
        elif cara == 1:
            del rusak[awal : awal + acak.randrange(1, 60)]
        elif cara == 2:
            rusak[awal:awal] = acak.choice(_SAMPAH)[:50].encode()
        else:
            rusak[awal:awal] = rusak[awal : awal + 40]
        if not rusak:
            return b""
    return bytes(rusak)


@pytest.mark.parametrize("benih", range(200))
def test_bagian_xml_yang_berubah(tmp_path: Path, benih: int) -> None:
    acak = random.Random(benih)
    path = tmp_path / "b.xlsx"
    with zipfile.ZipFile(_berkas_asal(tmp_path)) as asal, zipfile.ZipFile(path, "w") as tujuan:
        korban = acak.choice(asal.namelist())
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == korban and acak.random() < 0.05:
                continue
            tujuan.writestr(nama, _rusak_xml(isi, acak) if nama == korban or acak.random() < 0.1 else isi)
    _sah(baca_buku(path))


def _berkas_asal(folder: Path) -> Path:
    path = folder / "asal.xlsx"
    path.write_bytes(XLSX)
    return path


@pytest.mark.parametrize("benih", range(200))
def test_sel_dan_baris_csv_yang_diganti_sampah(benih: int) -> None:
    acak = random.Random(benih)
    with tempfile.TemporaryDirectory() as nama_folder:
        folder = Path(nama_folder)
        tulis_csv_folder(_contoh(), folder)
        for path in acak.sample(sorted(folder.iterdir()), 2):
            isi = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
            for _ in range(acak.choice((1, 3))):
                baris = acak.choice(isi)
                if acak.random() < 0.3 and len(isi) > 1:
                    isi.remove(baris)
                elif baris:
                    baris[acak.randrange(len(baris))] = acak.choice(_SAMPAH)
            with path.open("w", encoding="utf-8", newline="") as berkas:
                csv.writer(berkas).writerows(isi)
            if acak.random() < 0.2:
                mentah = bytearray(path.read_bytes())
                mentah[acak.randrange(len(mentah))] = acak.randrange(256)
                path.write_bytes(mentah)
        _sah(baca_buku(folder))
