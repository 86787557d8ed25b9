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
PERCOBAAN = "PERCOBAAN: BUKAN DOKUMEN RESMI"
_WARNA_PERCOBAAN = "#a40000"


def baris_kaki(cap: Cap) -> tuple[str, str, str]:
    """The three lines of the foot."""
    return _TANDA_TANGAN[cap.jenis_sertifikat], _PASAL, f"Kode {cap.tulisan_kode} · periksa di {cap.alamat}"


def gaya_cap(cap: Cap) -> str:
    """The lines stand below the usual foot of each page, in small type; above a trial's pages it says so at large."""
    isi = "\\A ".join(map(_lolos, baris_kaki(cap)))
    warna = _WARNA_PERCOBAAN if _percobaan(cap) else "#444"
    atas = (
        f'@top-center{{content:"{PERCOBAAN}";color:{_WARNA_PERCOBAAN};font-size:10pt;font-weight:bold;'
        "white-space:nowrap;vertical-align:top;padding-top:9mm}"
        if _percobaan(cap)
        else ""
    )
    # `pre`: a line that wrapped would run into the foot above; one a little too long ends in the margin.
    return (
        f'@page{{@bottom-center{{content:"{isi}";white-space:pre;font-size:6pt;line-height:1.25;color:{warna};'
        f"vertical-align:bottom;text-align:left;padding-bottom:5mm;width:100%}}{atas}"
        "@bottom-left{margin-top:4mm}@bottom-right{margin-top:4mm}}"
        "@page mendatar{@bottom-center{padding-bottom:4mm}"
        "@bottom-left{margin-top:2mm;padding-top:1mm}@bottom-right{margin-top:2mm;padding-top:1mm}}"
        "@page sampul{@bottom-center{content:none}@top-center{content:none}}"
    )


def kaki_sampul(cap: Cap) -> str:
    """The cover has neither head nor foot; the same lines stand at its edges."""
    kaki = "<br>".join(map(teks, baris_kaki(cap)))
    if not _percobaan(cap):
        return unsur("p", kaki, class_="kaki-cap")
    return unsur("p", teks(PERCOBAAN), class_="kepala-cap percobaan") + unsur("p", kaki, class_="kaki-cap percobaan")


def _percobaan(cap: Cap) -> bool:
    return cap.jenis_sertifikat is JenisSertifikat.PERCOBAAN


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
