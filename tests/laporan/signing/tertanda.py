"""Signed files for the tests of verification, and ways to tamper with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from lkjip.laporan.signing.data import PermintaanTandaTangan, Rahasia, Stempel
from lkjip.laporan.signing.kunci_p12 import buka_p12
from lkjip.laporan.signing.p12 import PenandaP12, SetelanTandaTangan
from lkjip.laporan.signing.percobaan import Pemegang
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing.berkas_uji import berkas_akhir


def tandatangani(isi: bytes, siapa: Pemegang, bidang: str = "ttd-kepala", *, bidang_baru: bool = False) -> bytes:
    setelan = SetelanTandaTangan(kepercayaan=pejabat.kepercayaan())
    permintaan = PermintaanTandaTangan(isi, bidang, Stempel("Contoh Nama", "Kepala Badan"))
    penanda = PenandaP12(pejabat.p12(siapa), Rahasia(pejabat.SANDI), setelan, bidang_baru=bidang_baru)
    return penanda.tandatangani(permintaan).isi


@cache
def sekali() -> bytes:
    """Signed by the head."""
    return tandatangani(berkas_akhir(), pejabat.kepala())


@cache
def dua_kali() -> bytes:
    """Signed by the head, then by the governor."""
    return tandatangani(sekali(), pejabat.gubernur(), "ttd-kepala-daerah")


def polos(isi: bytes, siapa: Pemegang, bidang: str = "ttd-kepala", *, waktu: bool = False, lt: bool = False) -> bytes:
    """Signed by pyHanko alone, which asks less of a certificate than our signer; with a timestamp, with a DSS."""
    kunci = buka_p12(pejabat.p12(siapa), Rahasia(pejabat.SANDI), saat=datetime.now(UTC))
    konteks = pejabat.kepercayaan(cabut=True).konteks(cabut="require") if lt else None
    metadata = PdfSignatureMetadata(
        field_name=bidang, subfilter=SigSeedSubFilter.PADES, embed_validation_info=lt, validation_context=konteks
    )
    stempel = pejabat.otoritas_waktu() if waktu or lt else None
    penanda = PdfSigner(metadata, kunci.penanda, timestamper=stempel)
    return bytes(penanda.sign_pdf(IncrementalPdfFileWriter(BytesIO(isi)), existing_fields_only=True).getvalue())


def susulkan(isi: bytes, ubah: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """An incremental update after whatever is in the file."""
    penulis = IncrementalPdfFileWriter(BytesIO(isi))
    ubah(penulis)
    keluar = BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def _halaman(penulis: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    halaman = penulis.root["/Pages"]["/Kids"][0]
    assert isinstance(halaman, generic.DictionaryObject)
    return halaman


def _rujuk(penulis: IncrementalPdfFileWriter, objek: generic.PdfObject) -> generic.IndirectObject:
    return penulis.add_object(objek)


def teks(penulis: IncrementalPdfFileWriter) -> None:
    halaman = _halaman(penulis)
    isi = _rujuk(penulis, generic.StreamObject(stream_data=b"q 1 0 0 rg 0 0 400 400 re f Q"))
    lama = halaman.raw_get("/Contents")
    halaman["/Contents"] = generic.ArrayObject([lama, isi])
    penulis.update_container(halaman)


def anotasi(penulis: IncrementalPdfFileWriter) -> None:
    halaman = _halaman(penulis)
    catatan = generic.DictionaryObject(
        {
            generic.pdf_name("/Type"): generic.pdf_name("/Annot"),
            generic.pdf_name("/Subtype"): generic.pdf_name("/FreeText"),
            generic.pdf_name("/Rect"): generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 300, 300)]),
            generic.pdf_name("/Contents"): generic.pdf_string("Capaian 120%"),
        }
    )
    halaman["/Annots"] = generic.ArrayObject([_rujuk(penulis, catatan)])
    penulis.update_container(halaman)


def isian(penulis: IncrementalPdfFileWriter) -> None:
    bidang = generic.DictionaryObject(
        {
            generic.pdf_name("/FT"): generic.pdf_name("/Tx"),
            generic.pdf_name("/T"): generic.pdf_string("capaian"),
            generic.pdf_name("/V"): generic.pdf_string("120"),
        }
    )
    formulir = penulis.root["/AcroForm"]
    formulir["/Fields"].append(_rujuk(penulis, bidang))
    penulis.update_container(formulir["/Fields"])
    penulis.update_container(formulir)


def lampiran(penulis: IncrementalPdfFileWriter) -> None:
    berkas = _rujuk(penulis, generic.StreamObject(stream_data=b"angka lain"))
    daftar = generic.ArrayObject([generic.pdf_string("data.csv"), berkas])
    nama = generic.DictionaryObject({generic.pdf_name("/Names"): daftar})
    penulis.root["/Names"] = generic.DictionaryObject({generic.pdf_name("/EmbeddedFiles"): nama})
    penulis.update_root()


def judul(penulis: IncrementalPdfFileWriter) -> None:
    penulis.set_info(generic.DictionaryObject({generic.pdf_name("/Title"): generic.pdf_string("Judul palsu")}))


def skrip(penulis: IncrementalPdfFileWriter) -> None:
    tindakan = generic.DictionaryObject(
        {generic.pdf_name("/S"): generic.pdf_name("/JavaScript"), generic.pdf_name("/JS"): generic.pdf_string("1")}
    )
    penulis.root["/OpenAction"] = tindakan
    penulis.update_root()


def xfa(penulis: IncrementalPdfFileWriter) -> None:
    penulis.root["/AcroForm"]["/XFA"] = generic.pdf_string("<xdp/>")
    penulis.update_container(penulis.root["/AcroForm"])


def halaman_lain(penulis: IncrementalPdfFileWriter) -> None:
    """The page tree points elsewhere: hide and replace."""
    pohon = penulis.root["/Pages"]
    pohon["/Kids"] = generic.ArrayObject([pohon["/Kids"].raw_get(1), pohon["/Kids"].raw_get(0)])
    penulis.update_container(pohon)


def rupa_tanda(penulis: IncrementalPdfFileWriter) -> None:
    """Another picture where the first signature stands."""
    for rujukan in penulis.root["/AcroForm"]["/Fields"]:
        bidang = rujukan.get_object() if isinstance(rujukan, generic.IndirectObject) else rujukan
        if bidang.get("/T") == "ttd-kepala":
            gambar = generic.StreamObject(stream_data=b"1 0 0 rg 0 0 200 70 re f")
            gambar[generic.pdf_name("/Type")] = generic.pdf_name("/XObject")
            gambar[generic.pdf_name("/Subtype")] = generic.pdf_name("/Form")
            gambar["/BBox"] = generic.ArrayObject([generic.NumberObject(n) for n in (0, 0, 200, 70)])
            bidang["/AP"] = generic.DictionaryObject({generic.pdf_name("/N"): _rujuk(penulis, gambar)})
            penulis.update_container(bidang)


def lepas(penulis: IncrementalPdfFileWriter) -> None:
    """The form, and with it the signature, is taken away."""
    del penulis.root["/AcroForm"]
    penulis.update_root()


def tulis_ulang(isi: bytes, ubah: Callable[[pikepdf.Pdf], None] | None = None) -> bytes:
    """Written anew as a whole, as an editor or a signing service would."""
    keluar = BytesIO()
    with pikepdf.open(BytesIO(isi)) as pdf:
        if ubah:
            ubah(pdf)
        pdf.save(keluar)
    return keluar.getvalue()


def lubang(isi: bytes) -> tuple[int, int]:
    """Where the contents of the last signature stand, with their brackets."""
    cocok = list(re.finditer(rb"/ByteRange \[0 (\d+) (\d+) \d+ *\]", isi))[-1]
    return int(cocok[1]), int(cocok[2])
