"""Hostile files: a clear error (or a plain reading) within 5 s of processor time and under 300 MB, never a crash.

Each case runs in a process of its own whose limits the operating system enforces.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lkjip.buku_kerja.parse import baca_buku
from tests.buku_kerja import buat_xlsx
from tests.buku_kerja.buat_xlsx import KEPALA, baris, lembar_xml

AKAR = Path(__file__).resolve().parents[2]
_BACA = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))
from lkjip.buku_kerja.parse import baca_buku
hasil = baca_buku(Path(sys.argv[1]))
puncak = next(int(b.split()[1]) for b in Path("/proc/self/status").read_text().splitlines() if b.startswith("VmHWM"))
assert puncak < 300_000, puncak
print("terbaca" if hasil.buku else hasil.daftar_galat[0])
"""
_SEJUTA = range(2, 1_000_002)


def baca_terpisah(path: Path) -> str:
    """`terbaca`, or the first error; fails where the reading process died or used too much."""
    proses = subprocess.run(
        [sys.executable, "-c", _BACA, str(path)], cwd=AKAR, capture_output=True, text=True, timeout=120, check=False
    )
    assert proses.returncode == 0, proses.stderr[-2000:]
    return proses.stdout


def _bom_entitas() -> str:
    entitas = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + nomor)} "{f"&{chr(97 + nomor)};" * 10}">' for nomor in range(9)
    )
    isi = lembar_xml(baris(1, "bagian") + baris(2, "&j;"))
    return isi.replace(KEPALA, f"{KEPALA}<!DOCTYPE bom [{entitas}]>")


_KASUS: dict[str, tuple[Callable[[], str], str]] = {
    "bom zip": (lambda: lembar_xml(" " * 250_000_000), "bom zip"),
    "bom zip di bawah batas ukuran": (lambda: lembar_xml(" " * 100_000_000), "bom zip"),
    "bom entitas": (_bom_entitas, "DTD"),
    "entitas luar": (
        lambda: lembar_xml("").replace(KEPALA, f'{KEPALA}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>'),
        "DTD",
    ),
    "sejuta baris kosong": (lambda: baris(1, "bagian") + "".join(f'<row r="{n}"/>' for n in _SEJUTA), "terbaca"),
    "sejuta baris kosong bergaya": (
        lambda: baris(1, "bagian") + "".join(f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in _SEJUTA),
        "terlalu banyak",
    ),
    "ukuran lembar yang mengaku sejuta baris": (
        lambda: lembar_xml(baris(1, "bagian")).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'),
        "terbaca",
    ),
    "terlalu banyak isi": (
        lambda: baris(1, "bagian") + "".join(f"<row><c><v>{n}</v></c></row>" for n in range(300_000)), "lebih dari",
    ),
    "baris penuh yang semuanya salah": (
        lambda: baris(1, "bagian", "urutan") + "".join(baris(n, "x", "salah") for n in range(2, 19_000)), "bukan angka",
    ),
    "teks raksasa": (lambda: baris(1, "bagian") + baris(2, os.urandom(8_000_000).hex()), "terlalu panjang"),
    "atribut raksasa": (lambda: f'<row r="1" x="{os.urandom(8_000_000).hex()}"/>', "terlalu panjang"),
    "terlalu banyak baris": (
        lambda: baris(1, "bagian") + "".join(baris(n, "bab1") for n in range(2, 21_000)), "Paling banyak 20000",
    ),
    "dua sel di tempat yang sama": (lambda: baris(1, "bagian") + baris(2, "bab1") + baris(2, "bab2"), "rusak"),
    "sarang dalam": (lambda: "<v>" * 1_000_000, "rusak"),
    "unsur asing": (lambda: "".join(f"<x{n}/>" for n in range(1_500_000)), "bukan sel"),
}  # fmt: skip


@pytest.mark.parametrize("nama", _KASUS)
def test_lembar_bermusuhan_memberi_jawaban_jelas_dalam_batas(tmp_path: Path, nama: str) -> None:
    buat, jawaban = _KASUS[nama]
    path = buat_xlsx.tulis(tmp_path / "buku.xlsx", {"narasi": buat()})
    assert jawaban in baca_terpisah(path)


def test_satu_teks_panjang_yang_dirujuk_setiap_sel_ditolak(tmp_path: Path) -> None:
    isi = "".join('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' for _ in range(15_000))
    path = buat_xlsx.tulis(
        tmp_path / "buku.xlsx", {"narasi": baris(1, "bagian", "isi") + isi}, bersama=f"<si><t>{'ab' * 16_000}</t></si>"
    )
    assert "terlalu panjang" in baca_terpisah(path)


def test_tabel_bebas_dengan_isi_di_kolom_paling_kanan_ditolak(tmp_path: Path) -> None:
    isi = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(3, 15_000))
    path = buat_xlsx.tulis(tmp_path / "buku.xlsx", {"tabel_01": baris(1, "bab1.sdm", "Judul") + isi})
    jawaban = baca_terpisah(path)
    assert "sel XFD3" in jawaban
    assert "paling banyak 100 kolom" in jawaban


@pytest.mark.parametrize(
    ("anggaran", "jawaban"),
    [
        ("".join(f"k{n},k{n + 1}\n" for n in range(15_000)) + "k15000,\n", "Induk baris ini bertingkat"),
        ("".join(f"k{n},k{n + 1}\n" for n in range(15_000)) + "k15000,k0\n", "Induk berputar"),
        ("".join(f"k{n}{'a' * 80},z{n}{'a' * 80}\n" for n in range(15_000)), "tidak ada di lembar anggaran"),
    ],
    ids=["rantai panjang", "lingkaran panjang", "rujukan salah yang mirip semuanya"],
)
def test_rantai_induk_yang_bermusuhan_memberi_jawaban_jelas_dalam_batas(
    tmp_path: Path, anggaran: str, jawaban: str
) -> None:
    (tmp_path / "instansi.csv").write_text("kunci,nilai\nkode,X\n")
    (tmp_path / "pengaturan.csv").write_text("kunci,nilai\ntahun,2024\n")
    (tmp_path / "anggaran.csv").write_text("kode,induk\n" + anggaran)
    assert jawaban in baca_terpisah(tmp_path)


@pytest.mark.parametrize(
    ("isi", "jawaban"),
    [
        ("bagian,isi\n" + "\n" * 1_000_000, "terbaca"),
        ("bagian,isi\n" + "," * 24_000_000, "terbaca"),
        ("bagian,isi\n" + "x,😀\n" * 3_000_000, "terlalu besar"),
        ("bagian,isi\n" + 'x,"' + "y" * 24_000_000, "terlalu panjang"),
        ("bagian,isi\n" + "x" * 26_000_000, "terlalu besar"),
    ],
    ids=["sejuta baris kosong", "koma melulu", "terlalu banyak isi", "kutip tak tertutup", "berkas raksasa"],
)
def test_csv_bermusuhan_memberi_jawaban_jelas_dalam_batas(tmp_path: Path, isi: str, jawaban: str) -> None:
    (tmp_path / "instansi.csv").write_text("kunci,nilai\nkode,X\n")
    (tmp_path / "pengaturan.csv").write_text("kunci,nilai\ntahun,2024\n")
    (tmp_path / "narasi.csv").write_text(isi)
    assert jawaban in baca_terpisah(tmp_path)


def test_direktori_zip_raksasa_ditolak_sebelum_dimuat(tmp_path: Path) -> None:
    isi = {f"bagian{nomor}": b"" for nomor in range(20_000)}
    path = buat_xlsx.tulis(tmp_path / "buku.xlsx", {}, tambahan=isi)
    assert "terlalu banyak bagian" in baca_terpisah(path)


def test_ukuran_yang_dipalsukan_di_direktori_zip_tidak_menipu(tmp_path: Path) -> None:
    path = buat_xlsx.tulis(tmp_path / "buku.xlsx", {"narasi": lembar_xml(" " * 120_000_000)})
    isi = path.read_bytes()
    ukuran = (120_000_000 + len(lembar_xml(""))).to_bytes(4, "little")
    assert isi.count(ukuran) == 2
    path.write_bytes(isi.replace(ukuran, (50_000).to_bytes(4, "little")))
    assert "rusak" in baca_terpisah(path)


def _galat(path: Path) -> str:
    hasil = baca_buku(path)
    assert hasil.buku is None
    return str(hasil.daftar_galat[0])


@pytest.mark.parametrize(
    ("isi", "potongan"),
    [
        (b"", "bukan .xlsx"),
        (b"<html>laporan</html>", "bukan .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel lama (.xls)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"PK\x03\x04" + b"x" * 100, "terpotong"),
        (b"PK\x05\x06" + b"\0" * 18, "bukan buku kerja"),
    ],
)
def test_berkas_yang_bukan_xlsx_dikenali(tmp_path: Path, isi: bytes, potongan: str) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(isi)
    assert potongan in _galat(path)


def test_zip_terpotong_dan_zip_lain_dikenali(tmp_path: Path) -> None:
    path = buat_xlsx.tulis(tmp_path / "buku.xlsx", {})
    path.write_bytes(path.read_bytes()[:-40])
    assert "terpotong" in _galat(path)
    with zipfile.ZipFile(tmp_path / "lain.xlsx", "w") as paket:
        paket.writestr("content.xml", "<x/>")
    assert "OpenDocument" in _galat(tmp_path / "lain.xlsx")
