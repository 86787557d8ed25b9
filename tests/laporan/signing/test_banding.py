"""What came back from signing against what was sent."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from lkjip.laporan.signing import banding, konten_aktif
from lkjip.laporan.signing.banding import sama_dengan_kiriman
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing import tertanda
from tests.laporan.signing.berkas_uji import berkas_akhir


def test_kiriman_ditambah_tanda_tangan_adalah_sama() -> None:
    assert sama_dengan_kiriman(berkas_akhir(), tertanda.sekali()) == ()
    assert sama_dengan_kiriman(berkas_akhir(), tertanda.dua_kali()) == ()
    assert sama_dengan_kiriman(tertanda.sekali(), tertanda.dua_kali()) == ()


def test_layanan_yang_menulis_ulang_berkas_tidak_disalahkan() -> None:
    assert sama_dengan_kiriman(berkas_akhir(), tertanda.tulis_ulang(tertanda.sekali())) == ()


def test_tanda_tangan_yang_hilang_disebut() -> None:
    assert sama_dengan_kiriman(tertanda.dua_kali(), tertanda.sekali()) == (banding.TANDA_HILANG,)
    assert banding.TANDA_HILANG in sama_dengan_kiriman(tertanda.sekali(), tertanda.tulis_ulang(tertanda.dua_kali()))


def test_belum_ditandatangani_dan_bukan_pdf() -> None:
    assert sama_dengan_kiriman(berkas_akhir(), berkas_akhir()) == (banding.TETAP,)
    assert sama_dengan_kiriman(berkas_akhir(), b"") == (banding.TAK_TERBACA,)
    assert sama_dengan_kiriman(berkas_akhir(), b"%PDF-1.7\n%%EOF") == (banding.TAK_TERBACA,)


def _gambar(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b"1 0 0 rg 0 0 99 99 re f")


def _huruf(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font = Dictionary()


def _kotak(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.MediaBox = Array([0, 0, 100, 100])


def _kurang(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]


def _tempel(pdf: pikepdf.Pdf) -> None:
    stempel = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stempel)])


def _pindah(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.Annots[0].Rect = Array([0, 0, 500, 700])


def _lampir(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["data.csv"] = b"angka lain"


def _isi(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields.append(pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("capaian"), V=String("120"))))


def _skrip(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        (_gambar, banding.ISI_HALAMAN.format(2)),
        (_huruf, banding.ISI_HALAMAN.format(1)),
        (_kotak, banding.ISI_HALAMAN.format(1)),
        (_kurang, banding.BANYAK_HALAMAN.format(2, 1)),
        (_tempel, banding.ANOTASI.format(1)),
        (_pindah, banding.BIDANG_PINDAH.format("ttd-kepala")),
        (_lampir, banding.LAMPIRAN),
        (_isi, banding.FORMULIR),
        (_skrip, konten_aktif.SKRIP),
    ],
)
def test_setiap_perubahan_disebut(ubah: Callable[[pikepdf.Pdf], None], kalimat: str) -> None:
    assert kalimat in sama_dengan_kiriman(berkas_akhir(), tertanda.tulis_ulang(tertanda.sekali(), ubah))


def test_perubahan_lewat_susulan_pun_disebut() -> None:
    """It begins with what was sent, and still shows something else."""
    palsu = tertanda.tandatangani(tertanda.susulkan(berkas_akhir(), tertanda.teks), pejabat.kepala())
    assert palsu.startswith(berkas_akhir())
    assert sama_dengan_kiriman(berkas_akhir(), palsu) == (banding.ISI_HALAMAN.format(1),)
