"""Is the file that came back the one that was sent, and nothing else but signatures?

A signature only says that its signer signed what is in the file; a signing service, or whoever stands between, may have
signed another. So what came back is compared with what was sent, also where the service has written the file anew.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

import pikepdf

from lkjip.laporan.signing.konten_aktif import periksa_konten_aktif

TAK_TERBACA = "Berkas yang kembali bukan PDF yang dapat dibaca."
TETAP = "Berkas yang kembali sama persis dengan yang dikirim: belum ada tanda tangan di dalamnya."
BANYAK_HALAMAN = "Banyak halamannya berbeda: dikirim {}, kembali {}."
ISI_HALAMAN = "Isi halaman {} berbeda dari yang dikirim."
ANOTASI = "Pada halaman {} ada tempelan yang tidak ada pada berkas yang dikirim, atau ada yang hilang."
BIDANG_PINDAH = "Tempat tanda tangan '{}' dipindahkan atau hilang."
TANDA_HILANG = "Tanda tangan yang sudah ada di dalam berkas hilang atau ikut berubah."
LAMPIRAN = "Lampiran di dalam berkas berbeda dari yang dikirim."
FORMULIR = "Ada isian formulir yang tidak ada pada berkas yang dikirim."
LAPISAN = "Lapisan tampilan (yang dapat disembunyikan) berbeda dari yang dikirim."

_TANPA_ARTI = {"/Length", "/Filter", "/DecodeParms", "/Parent", "/P", "/LastModified", "/PieceInfo", "/Metadata"}
_DALAM = 50  # a tree of pages or fields is not deeper; a loop would be
_HALAMAN = ("/Resources", "/MediaBox", "/CropBox", "/TrimBox", "/Rotate", "/UserUnit", "/AA", "/Group")


def sama_dengan_kiriman(sebelum: bytes, sesudah: bytes) -> tuple[str, ...]:
    """Why the signed file is not the sent one plus signatures; empty where it is. `sebelum` is ours and readable.

    It does not judge the signatures: that is `verifikasi`.
    """
    if sebelum == sesudah:
        return (TETAP,)
    try:
        with pikepdf.open(BytesIO(sebelum)) as dikirim, pikepdf.open(BytesIO(sesudah)) as kembali:
            hilang = [TANDA_HILANG] if _bertanda(dikirim) and not sesudah.startswith(sebelum) else []
            return tuple(dict.fromkeys([*hilang, *_beda(dikirim, kembali)]))
    except (pikepdf.PdfError, pikepdf.PasswordError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return (TAK_TERBACA,)


def _beda(dikirim: pikepdf.Pdf, kembali: pikepdf.Pdf) -> Iterator[str]:
    if len(dikirim.pages) != len(kembali.pages):
        yield BANYAK_HALAMAN.format(len(dikirim.pages), len(kembali.pages))
        return
    dulu, kini = _Sidik(), _Sidik()
    for nomor, (lama, baru) in enumerate(zip(dikirim.pages, kembali.pages, strict=True), start=1):
        if dulu.halaman(lama) != kini.halaman(baru):
            yield ISI_HALAMAN.format(nomor)
        if dulu.anotasi(lama) != kini.anotasi(baru):
            yield ANOTASI.format(nomor)
    tempat = _tempat_tanda(kembali)
    yield from (
        BIDANG_PINDAH.format(nama) for nama, letak in _tempat_tanda(dikirim).items() if tempat.get(nama) != letak
    )
    if _lampiran(dikirim) != _lampiran(kembali):
        yield LAMPIRAN
    if _isian(kembali) != _isian(dikirim):
        yield FORMULIR
    if dulu.objek(dikirim.Root.get("/OCProperties")) != kini.objek(kembali.Root.get("/OCProperties")):
        yield LAPISAN
    if not periksa_konten_aktif(dikirim):
        yield from periksa_konten_aktif(kembali)


class _Sidik:
    """Hashes of objects by what they show, whatever their numbers and however they are packed. One per file."""

    def __init__(self) -> None:
        self._tahu: dict[tuple[int, int], bytes] = {}

    def halaman(self, halaman: pikepdf.Page) -> bytes:
        """Content, resources and geometry; what a page inherits counts as its own."""
        isi = halaman.obj.get("/Contents")
        bagian = [] if isi is None else list(isi) if isinstance(isi, pikepdf.Array) else [isi]
        konten = b"\n".join(satu.read_bytes() for satu in bagian)
        sifat = [self.objek(_warisan(halaman.obj, kunci)) for kunci in _HALAMAN]
        return _ringkas(b"halaman", konten, *sifat)

    def anotasi(self, halaman: pikepdf.Page) -> Counter[bytes]:
        """All that is stuck on a page, but for places of signatures."""
        return Counter(self.objek(satu) for satu in _anotasi(halaman) if not _tanda(satu))

    def objek(self, objek: object) -> bytes:
        if not isinstance(objek, pikepdf.Object) or not objek.is_indirect:
            return self._isi(objek)
        kunci = objek.objgen
        if kunci not in self._tahu:
            self._tahu[kunci] = b"lingkaran"  # for an object that holds itself
            self._tahu[kunci] = self._isi(objek)
        return self._tahu[kunci]

    def _isi(self, objek: object) -> bytes:
        if isinstance(objek, pikepdf.Stream):
            return _ringkas(b"aliran", _byte(objek), *self._kamus(objek))
        if isinstance(objek, pikepdf.Dictionary):
            if objek.get("/Type") == pikepdf.Name.Page:
                return b"halaman lain"  # a link's target
            return _ringkas(b"kamus", *self._kamus(objek))
        if isinstance(objek, pikepdf.Array):
            return _ringkas(b"larik", *(self.objek(satu) for satu in objek))
        return _ringkas(b"nilai", objek.unparse() if isinstance(objek, pikepdf.Object) else repr(objek).encode())

    def _kamus(self, objek: pikepdf.Object) -> Iterator[bytes]:
        for kunci in sorted(set(objek.keys()) - _TANPA_ARTI):
            yield kunci.encode()
            yield self.objek(objek.get(kunci))


def _ringkas(*bagian: bytes) -> bytes:
    jumlah = hashlib.sha256()
    for satu in bagian:
        jumlah.update(len(satu).to_bytes(8, "big") + satu)
    return jumlah.digest()


def _byte(aliran: pikepdf.Object) -> bytes:
    """Unpacked where that loses nothing; a photograph as it is."""
    try:
        return aliran.read_bytes()
    except pikepdf.PdfError:
        return aliran.read_raw_bytes()


def _warisan(objek: pikepdf.Object, kunci: str) -> object:
    simpul: pikepdf.Object | None = objek
    for _ in range(_DALAM):
        if simpul is None or kunci in simpul:
            break
        simpul = simpul.get("/Parent")
    return None if simpul is None else simpul.get(kunci)


def _anotasi(halaman: pikepdf.Page) -> list[pikepdf.Object]:
    daftar = halaman.obj.get("/Annots")
    return list(daftar) if isinstance(daftar, pikepdf.Array) else []


def _tanda(anotasi: pikepdf.Object) -> bool:
    """A place of a signature: a widget whose field, or the field around it, is one."""
    return anotasi.get("/Subtype") == pikepdf.Name.Widget and _warisan(anotasi, "/FT") == pikepdf.Name.Sig


def _tempat_tanda(pdf: pikepdf.Pdf) -> dict[str, tuple[int, tuple[int, ...]]]:
    """Name → page and place (points, rounded) of each prepared field."""
    hasil: dict[str, tuple[int, tuple[int, ...]]] = {}
    for nomor, halaman in enumerate(pdf.pages):
        for satu in _anotasi(halaman):
            if _tanda(satu):
                kotak = tuple(round(float(sisi)) for sisi in satu["/Rect"])
                hasil[str(_warisan(satu, "/T") or "")] = (nomor, kotak)
    return hasil


def _bertanda(pdf: pikepdf.Pdf) -> bool:
    """A signature stands in it already; then nothing before it may be written anew."""
    return any(_tanda(satu) and "/V" in satu for halaman in pdf.pages for satu in _anotasi(halaman))


def _lampiran(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    return {
        nama: hashlib.sha256(lampiran.get_file().read_bytes()).digest() for nama, lampiran in pdf.attachments.items()
    }


def _isian(pdf: pikepdf.Pdf) -> set[str]:
    """Fields of forms, signatures apart."""
    akar = pdf.Root.get("/AcroForm")
    daftar = list(akar.get("/Fields") or []) if akar is not None else []
    return {str(satu.get("/T", "")) + str(satu.get("/V", "")) for satu in daftar if satu.get("/FT") != pikepdf.Name.Sig}
