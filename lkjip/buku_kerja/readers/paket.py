"""The zip container of an .xlsx, read with suspicion: nothing is unpacked before its declared size is judged.

Sizes are judged twice: as the zip directory declares them, and again while reading (a directory can lie).
Entities cannot be bombs: a document type declaration is refused as soon as the parser meets it.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers import expat

from lkjip.buku_kerja.galat import GalatBuku

MAKS_BERKAS = 40_000_000
MAKS_TERURAI = 200_000_000
MAKS_BAGIAN = 5_000
MAKS_DIREKTORI = 1_000_000
NISBAH_CURIGA, UKURAN_CURIGA = 200, 20_000_000
MAKS_TOKEN = 4_000_000
MAKS_TANDA = 4_000_000  # "<" in all parts together: bounds the work, whatever the elements are
MAKS_ASING = 200_000
MAKS_DALAM = 100
_BIASA = frozenset({"row", "c", "v", "t", "is", "f", "si", "r", "rPr", "sz", "color", "rFont", "family", "xf"})
_POTONG = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TERLALU_BESAR = "Periksa asal berkas; salin hanya data yang perlu ke templat kosong."
_GALAT_BACA = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    struct.error, expat.ExpatError, ValueError, LookupError, OverflowError,
)  # fmt: skip

Awal = Callable[[str, dict[str, str]], None]
Akhir = Callable[[str], None]
Isi = Callable[[str], None]


def rusak() -> GalatBuku:
    return GalatBuku("Berkas .xlsx rusak dan tidak dapat dibaca.", "Buka di Excel, simpan ulang sebagai .xlsx.")


@contextmanager
def berkas_rusak_bila_gagal() -> Iterator[None]:
    """Whatever a damaged file makes the zip or XML reader raise becomes one clear error."""
    try:
        yield
    except PermissionError:
        raise
    except _GALAT_BACA as galat:
        raise rusak() from galat


class Paket:
    """The parts of an .xlsx file by name."""

    def __init__(self, path: Path) -> None:
        _periksa_jenis(path)
        with berkas_rusak_bila_gagal():
            self._zip = zipfile.ZipFile(path)
        daftar = self._zip.infolist()
        self._bagian = {info.filename.casefold(): info for info in daftar}
        self._sisa = MAKS_TERURAI
        self._sisa_tanda = MAKS_TANDA
        self._sisa_asing = MAKS_ASING
        if len(daftar) > MAKS_BAGIAN or sum(info.file_size for info in daftar) > MAKS_TERURAI:
            raise GalatBuku("Berkas terurai menjadi terlalu besar (bom zip).", _TERLALU_BESAR)
        for info in daftar:
            if info.file_size > UKURAN_CURIGA and info.file_size > NISBAH_CURIGA * max(info.compress_size, 1):
                raise GalatBuku("Berkas dimampatkan secara tidak wajar (bom zip).", _TERLALU_BESAR)
            if info.flag_bits & 1:
                raise GalatBuku("Berkas dilindungi kata sandi.", "Simpan ulang tanpa kata sandi.")

    def __enter__(self) -> Paket:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, nama: str) -> bool:
        return nama.casefold() in self._bagian

    def _potongan(self, nama: str) -> Iterator[bytes]:
        info = self._bagian[nama.casefold()]
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise rusak()
        with self._zip.open(info) as aliran:
            while potong := aliran.read(_POTONG):
                self._sisa -= len(potong)
                self._sisa_tanda -= potong.count(b"<")
                if self._sisa < 0 or self._sisa_tanda < 0:
                    raise GalatBuku("Berkas terurai menjadi terlalu besar (bom zip).", _TERLALU_BESAR)
                yield potong

    def _nama_lokal(self, nama: str) -> str:
        """The element name without prefix; elements other than a sheet's common ones are counted."""
        lokal = nama.rpartition(":")[2]
        if lokal not in _BIASA:
            self._sisa_asing -= 1
            if self._sisa_asing < 0:
                raise GalatBuku("Berkas memuat terlalu banyak bagian XML yang bukan sel.", _TERLALU_BESAR)
        return lokal

    def urai(self, nama: str, awal: Awal, akhir: Akhir | None = None, isi: Isi | None = None) -> None:
        """Streams one XML part through the three callbacks; element names come without prefix."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _tolak_dtd
        dalam = 0

        def mulai(nama: str, atribut: dict[str, str]) -> None:
            nonlocal dalam
            dalam += 1
            if dalam > MAKS_DALAM:
                raise rusak()
            awal(nama if nama in _BIASA else self._nama_lokal(nama), atribut)

        def selesai(nama: str) -> None:
            nonlocal dalam
            dalam -= 1
            if akhir is not None:
                akhir(nama if nama in _BIASA else nama.rpartition(":")[2])

        parser.StartElementHandler = mulai
        parser.EndElementHandler = selesai
        if isi is not None:
            parser.CharacterDataHandler = isi
        with berkas_rusak_bila_gagal():
            terbaca = 0
            for potong in self._potongan(nama):
                parser.Parse(potong, False)
                terbaca += len(potong)
                if terbaca - max(parser.CurrentByteIndex, 0) > MAKS_TOKEN:
                    raise GalatBuku("Berkas memuat bagian XML yang terlalu panjang.", _TERLALU_BESAR)
            parser.Parse(b"", True)


def _tolak_dtd(*_: object) -> None:
    raise GalatBuku("Berkas memuat deklarasi DTD/entitas XML, yang tidak pernah ditulis Excel.", _TERLALU_BESAR)


def _periksa_jenis(path: Path) -> None:
    """What can be said from the first and last bytes."""
    if not path.is_file():
        raise GalatBuku(f"{path.name} tidak ada.", "Periksa nama berkas atau foldernya.")
    with berkas_rusak_bila_gagal(), path.open("rb") as berkas:
        ukuran = path.stat().st_size
        kepala = berkas.read(8)
        if ukuran > MAKS_BERKAS:
            raise GalatBuku(f"Berkas terlalu besar ({ukuran // 1_000_000} MB).", _TERLALU_BESAR)
        if kepala == _OLE:
            if "EncryptedPackage".encode("utf-16-le") in kepala + berkas.read():
                raise GalatBuku("Berkas dilindungi kata sandi.", "Simpan ulang tanpa kata sandi.")
            raise GalatBuku("Berkas ini format Excel lama (.xls).", "Simpan ulang sebagai Buku Kerja Excel (.xlsx).")
        if not kepala.startswith(b"PK"):
            raise GalatBuku("Berkas ini bukan .xlsx.", "Simpan sebagai .xlsx, atau impor folder berisi CSV.")
        berkas.seek(max(0, ukuran - 65_557))
        _periksa_direktori(berkas.read())


def _periksa_direktori(ekor: bytes) -> None:
    """The directory at the end of the zip may itself be a bomb: judge its size before it is loaded."""
    letak = ekor.rfind(b"PK\x05\x06")
    if letak < 0 or len(ekor) < letak + 22:
        raise GalatBuku(
            "Berkas terpotong: bagian akhirnya hilang.", "Unduh atau salin ulang berkasnya, lalu unggah kembali."
        )
    banyak, ukuran = struct.unpack_from("<HI", ekor, letak + 10)
    if banyak > MAKS_BAGIAN or ukuran > MAKS_DIREKTORI:
        raise GalatBuku("Berkas memuat terlalu banyak bagian (bom zip).", _TERLALU_BESAR)
