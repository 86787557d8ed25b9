"""What a final version carries so that it can be checked: the foot of every page, and the QR at each signature.

The legal sentences are those of UU ITE Pasal 5 ayat (1) (UU 11/2008, last changed by UU 1/2024), as public applications
print them; which certificate will sign is known before anything is printed.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO

from lkjip.laporan.isi import Cap, Gambar, JenisSertifikat
from lkjip.laporan.render.markah import teks, unsur

_PASAL = (
    "UU ITE Pasal 5 ayat (1): Informasi Elektronik dan/atau Dokumen Elektronik dan/atau hasil cetaknya merupakan alat "
    "bukti hukum yang sah."
)
_TANDA_TANGAN = {
    JenisSertifikat.BSRE: "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik yang "
    "diterbitkan oleh BSrE, BSSN.",
    JenisSertifikat.LAIN: "Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik.",
    JenisSertifikat.PERCOBAAN: "PERCOBAAN: ditandatangani dengan sertifikat percobaan, tidak berlaku sebagai tanda "
    "tangan elektronik yang sah.",
}
LEBAR_QR_MM = 24


def baris_kaki(cap: Cap) -> tuple[str, str, str]:
    """The three lines of the foot."""
    return _TANDA_TANGAN[cap.jenis_sertifikat], _PASAL, f"Kode {cap.tulisan_kode} · periksa di {cap.alamat}"


def gaya_cap(cap: Cap) -> str:
    """The lines stand below the usual foot of each page, in small type; those of a trial are heavy and red."""
    isi = "".join(f'"{_lolos(satu)}\\A "' for satu in baris_kaki(cap)[:-1]) + f'"{_lolos(baris_kaki(cap)[-1])}"'
    warna = "color:#a40000;font-weight:bold" if cap.jenis_sertifikat is JenisSertifikat.PERCOBAAN else "color:#444"
    return (
        f"@page{{@bottom-center{{content:{isi};white-space:pre-line;font-size:6pt;line-height:1.25;{warna};"
        "vertical-align:bottom;text-align:left;padding-bottom:5mm;width:100%}"
        "@bottom-left{width:80%}}@page sampul{@bottom-center{content:none}}"
    )


def kaki_sampul(cap: Cap) -> str:
    """The cover has no foot; the same lines stand at its edge."""
    kelas = "kaki-cap percobaan" if cap.jenis_sertifikat is JenisSertifikat.PERCOBAAN else "kaki-cap"
    return unsur("p", "<br>".join(map(teks, baris_kaki(cap))), class_=kelas)


def gambar_qr(cap: Cap) -> Gambar:
    """The address of the verification page as a drawing of one path."""
    return Gambar(
        kunci="", judul="", isi=_svg_qr(cap.alamat), mime="image/svg+xml", lebar_mm=LEBAR_QR_MM,
        alt=f"Kode QR menuju halaman verifikasi {cap.alamat}",
    )  # fmt: skip


@cache
def _svg_qr(alamat: str) -> bytes:
    # Imported here: only a final version needs it.
    import segno

    keluar = BytesIO()
    kode = segno.make(alamat, error="m", micro=False)
    kode.save(keluar, kind="svg", border=3, xmldecl=False, omitsize=True)
    return keluar.getvalue()


def _lolos(isi: str) -> str:
    """As a string of the style sheet."""
    return isi.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
