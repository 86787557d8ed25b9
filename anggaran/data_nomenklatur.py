"""Codes of program, kegiatan and subkegiatan by the national nomenclature (Permendagri 90/2019 and its updates). Pure.

`U.BB.PP.L.KK.SSSS`: urusan, bidang, program, level of government, kegiatan, subkegiatan. Offices also use codes of
their own or of earlier rules, so everything here advises; nothing is refused for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from anggaran.data import Anggaran, Tingkat
from renstra.data import JenisPemda

_POLA = re.compile(r"\d\.\d{2}(\.\d{2}(\.[12]\.\d{2}(\.(\d{2}|\d{4}))?)?)?")
_TINGKAT_PER_RUAS: Mapping[int, Tingkat] = {3: Tingkat.PROGRAM, 5: Tingkat.KEGIATAN, 6: Tingkat.SUBKEGIATAN}
_ANAK: Mapping[Tingkat | None, Tingkat] = {
    None: Tingkat.PROGRAM,
    Tingkat.PROGRAM: Tingkat.KEGIATAN,
    Tingkat.KEGIATAN: Tingkat.SUBKEGIATAN,
    Tingkat.SUBKEGIATAN: Tingkat.SUBKEGIATAN,
}
_TAHUN_EMPAT_ANGKA = 2024  # Kepmendagri 900.1.15.5-1317/2023 (June 2023) is first planned with for 2024
PROGRAM_PENUNJANG = "01"
# Names of the decrees; L stands for the level of government, 1 or 2.
_NAMA: Mapping[str, str] = {
    "5.03.01": "Program Penunjang Urusan Pemerintahan Daerah",
    "5.03.02": "Program Kepegawaian Daerah",
    "5.04.01": "Program Penunjang Urusan Pemerintahan Daerah",
    "5.04.02": "Program Pengembangan Sumber Daya Manusia",
    "5.03.02.L.01": "Pengadaan, Pemberhentian dan Informasi Kepegawaian ASN",
    "5.03.02.L.02": "Mutasi dan Promosi ASN",
    "5.03.02.L.03": "Pengembangan Kompetensi ASN",
    "5.03.02.L.04": "Penilaian dan Evaluasi Kinerja Aparatur",
    "5.03.02.L.01.0003": "Koordinasi dan Fasilitasi Pengadaan PNS dan PPPK",
    "5.03.02.L.01.0006": "Koordinasi Pelaksanaan Administrasi Pemberhentian",
    "5.03.02.L.01.0008": "Fasilitasi Lembaga Profesi ASN",
    "5.03.02.L.01.0010": "Pengelolaan Sistem Informasi Kepegawaian",
    "5.03.02.L.02.0001": "Pengelolaan Mutasi ASN",
    "5.03.02.L.02.0002": "Pengelolaan Kenaikan Pangkat ASN",
    "5.04.02.L.02": "Sertifikasi, Kelembagaan, Pengembangan Kompetensi Manajerial dan Fungsional",
}
# Kegiatan of program 01, the same in every bidang.
_NAMA_PENUNJANG: Mapping[str, str] = {
    "01": "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah",
    "02": "Administrasi Keuangan Perangkat Daerah",
    "03": "Administrasi Barang Milik Daerah pada Perangkat Daerah",
    "05": "Administrasi Kepegawaian Perangkat Daerah",
    "06": "Administrasi Umum Perangkat Daerah",
    "07": "Pengadaan Barang Milik Daerah Penunjang Urusan Pemerintah Daerah",
    "08": "Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah",
    "09": "Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah",
}

# Subkegiatan of those, by kegiatan and number; only names that both versions of the decree have.
_NAMA_SUB_PENUNJANG: Mapping[tuple[str, int], str] = {
    ("01", 1): "Penyusunan Dokumen Perencanaan Perangkat Daerah",
    ("01", 2): "Koordinasi dan Penyusunan Dokumen RKA-SKPD",
    ("01", 3): "Koordinasi dan Penyusunan Dokumen Perubahan RKA-SKPD",
    ("01", 4): "Koordinasi dan Penyusunan DPA-SKPD",
    ("01", 5): "Koordinasi dan Penyusunan Perubahan DPA-SKPD",
    ("01", 6): "Koordinasi dan Penyusunan Laporan Capaian Kinerja dan Ikhtisar Realisasi Kinerja SKPD",
    ("01", 7): "Evaluasi Kinerja Perangkat Daerah",
    ("02", 1): "Penyediaan Gaji dan Tunjangan ASN",
    ("02", 5): "Koordinasi dan Penyusunan Laporan Keuangan Akhir Tahun SKPD",
    ("02", 7): "Koordinasi dan Penyusunan Laporan Keuangan Bulanan/Triwulanan/Semesteran SKPD",
    ("05", 9): "Pendidikan dan Pelatihan Pegawai Berdasarkan Tugas dan Fungsi",
    ("05", 11): "Bimbingan Teknis Implementasi Peraturan Perundang-Undangan",
    ("06", 1): "Penyediaan Komponen Instalasi Listrik/Penerangan Bangunan Kantor",
    ("06", 2): "Penyediaan Peralatan dan Perlengkapan Kantor",
    ("06", 3): "Penyediaan Peralatan Rumah Tangga",
    ("06", 4): "Penyediaan Bahan Logistik Kantor",
    ("06", 5): "Penyediaan Barang Cetakan dan Penggandaan",
    ("06", 6): "Penyediaan Bahan Bacaan dan Peraturan Perundang-undangan",
    ("06", 8): "Fasilitasi Kunjungan Tamu",
    ("06", 9): "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD",
    ("08", 1): "Penyediaan Jasa Surat Menyurat",
    ("08", 2): "Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik",
    ("08", 4): "Penyediaan Jasa Pelayanan Umum Kantor",
    ("09", 6): "Pemeliharaan Peralatan dan Mesin Lainnya",
    ("10", 1): "Pelayanan dan Penunjang Pelayanan BLUD",
}


@dataclass(frozen=True)
class UsulNama:
    """A kode of the decrees and how it is called there."""

    kode: str
    nama: str


def sesuai_pola(kode: str) -> bool:
    """Whether the kode has the form of the nomenclature, from bidang down to subkegiatan."""
    return kode.isascii() and _POLA.fullmatch(kode) is not None


def tingkat_kode(kode: str) -> Tingkat | None:
    """The level that a nomenclature kode stands for; None for any other kode, and for urusan and bidang."""
    return _TINGKAT_PER_RUAS.get(kode.count(".") + 1) if sesuai_pola(kode) else None


def induk_kode(kode: str) -> str:
    """The nomenclature kode of the level above: kegiatan for a subkegiatan, program for a kegiatan; else ''."""
    ruas = kode.split(".")
    tingkat = tingkat_kode(kode)
    if tingkat is Tingkat.SUBKEGIATAN:
        return ".".join(ruas[:5])
    return ".".join(ruas[:3]) if tingkat is Tingkat.KEGIATAN else ""


def tingkat_anak(induk: Tingkat | None) -> Tingkat:
    """The level below; below a subkegiatan stands another one."""
    return _ANAK[induk]


def digit_pemda(jenis: JenisPemda | None) -> str:
    """The digit of the level of government: 1 provinsi, 2 kabupaten or kota, '' where that is not known."""
    return "" if jenis is None else "1" if jenis is JenisPemda.PROVINSI else "2"


def lebar_subkegiatan(tahun: int) -> int:
    """Digits of a subkegiatan: 4 since Kepmendagri 900.1.15.5-1317/2023, 2 before."""
    return 4 if tahun >= _TAHUN_EMPAT_ANGKA else 2


def memakai_nomenklatur(daftar: Sequence[Anggaran]) -> bool:
    """Whether the budget is written in nomenclature codes: at least half of its rows have a kode of their own level.

    Codes of one's own may look alike: `1.01.01` is a program there, and the third subkegiatan of an office's own.
    """
    cocok = sum((t := tingkat_kode(a.kode)) is not None and a.tingkat in (None, t) for a in daftar)
    return cocok * 2 >= len(daftar) > 0


def berkas_bernomenklatur(daftar: Iterable[tuple[str, str]]) -> bool:
    """Whether the (kode, uraian) of a file are of the nomenclature: a kegiatan or subkegiatan of it, or a program that
    says it is one."""
    return any(
        (tingkat := tingkat_kode(kode)) in (Tingkat.KEGIATAN, Tingkat.SUBKEGIATAN)
        or (tingkat is Tingkat.PROGRAM and uraian.casefold().startswith("program"))
        for kode, uraian in daftar
    )


def temuan_kode(baris: Anggaran, induk: Anggaran | None, jenis: JenisPemda | None, tahun: int) -> tuple[str, ...]:
    """What of a row's kode does not follow the nomenclature, as sentences."""
    tingkat = tingkat_kode(baris.kode)
    if tingkat is None:
        return ("Kode ini tidak berbentuk kode nomenklatur (misalnya 5.03.02.2.01.0003).",)
    temuan = []
    if baris.tingkat is not None and baris.tingkat is not tingkat:
        temuan.append(f"Kode ini kode {tingkat}, padahal barisnya {baris.tingkat}.")
    if induk is not None and tingkat_kode(induk.kode) is not None and induk_kode(baris.kode) != induk.kode:
        temuan.append(f"Kode ini tidak berawalan kode induknya, {induk.kode}.")
    ruas = baris.kode.split(".")
    digit = digit_pemda(jenis)
    if len(ruas) > 3 and digit and ruas[3] != digit:
        temuan.append(f"Angka keempat {ruas[3]} bukan milik {jenis}; seharusnya {digit}.")
    if tingkat is Tingkat.SUBKEGIATAN and len(ruas[5]) != lebar_subkegiatan(tahun):
        temuan.append(f"Subkegiatan tahun {tahun} ditulis {lebar_subkegiatan(tahun)} angka; di sini {len(ruas[5])}.")
    if tingkat is Tingkat.PROGRAM and (ruas[2] == PROGRAM_PENUNJANG) != ("penunjang" in baris.uraian.casefold()):
        temuan.append("Program 01 adalah program penunjang urusan; nama dan kode baris ini tidak cocok.")
    return tuple(temuan)


def usul_kode(induk: str, saudara: Iterable[str], jenis: JenisPemda | None, tahun: int) -> str:
    """The kode after those of the siblings, written as they are; the first one below `induk` where there are none."""
    terakhir = max((_ekor(kode) for kode in saudara), default=None)
    if terakhir is not None:
        nomor, lebar, awalan = terakhir
        return f"{awalan}{nomor + 1:0{lebar}d}"
    tingkat = tingkat_kode(induk)
    if tingkat is Tingkat.PROGRAM:
        return f"{induk}.{digit_pemda(jenis) or '2'}.01"
    if tingkat is Tingkat.KEGIATAN:
        return f"{induk}.{1:0{lebar_subkegiatan(tahun)}d}"
    return f"{induk}.01" if induk else "1"


def _ekor(kode: str) -> tuple[int, int, str]:
    """(number at the end, its width, what stands before it); a kode without one counts as 0."""
    cocok = re.fullmatch(r"(.*?)([0-9]{1,6})", kode, re.DOTALL)
    return (int(cocok[2]), len(cocok[2]), cocok[1]) if cocok else (0, 2, f"{kode}.")


def daftar_usul(induk: str, jenis: JenisPemda | None) -> tuple[UsulNama, ...]:
    """Known rows of the decrees directly below `induk` ('': programs), to choose from while typing."""
    digit = digit_pemda(jenis) or "2"
    semua = {kode.replace("L", digit): nama for kode, nama in _NAMA.items()}
    ruas = induk.split(".")
    if tingkat_kode(induk) is Tingkat.PROGRAM and ruas[2] == PROGRAM_PENUNJANG:
        semua |= {f"{induk}.{digit}.{nomor}": nama for nomor, nama in _NAMA_PENUNJANG.items()}
    return tuple(UsulNama(kode, semua[kode]) for kode in sorted(semua) if induk_kode(kode) == induk)


def nama_baku(kode: str) -> str:
    """How the decrees call this kode; '' where we do not know."""
    ruas = kode.split(".")
    if tingkat_kode(kode) is Tingkat.KEGIATAN and ruas[2] == PROGRAM_PENUNJANG:
        return _NAMA_PENUNJANG.get(ruas[4], "")
    if tingkat_kode(kode) is Tingkat.SUBKEGIATAN and ruas[2] == PROGRAM_PENUNJANG:
        return _NAMA_SUB_PENUNJANG.get((ruas[4], int(ruas[5])), "")
    umum = ".".join([*ruas[:3], "L", *ruas[4:]]) if len(ruas) > 3 else kode
    return _NAMA.get(umum, "")
