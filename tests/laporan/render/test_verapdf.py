"""The validator's own word: drafts are PDF/A-3b, the final file is PDF/A-3a and PDF/UA-1 at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lkjip.laporan.compose import compose
from lkjip.laporan.compose.dokumen_lhe import dokumen_lhe
from lkjip.laporan.data_lhe import BentukLhe
from lkjip.laporan.isi import Bab, Bagian, Blok, Daftar, Dokumen, JenisBab, JenisDaftar, Tabel, Teks
from lkjip.laporan.render.pdf import BerkasLampiran, pdf_laporan
from lkjip.management.sumber_buku import buka_sumber
from tests.evaluasi.dunia_lhe import lhe_uji
from tests.laporan.contoh_dokumen import contoh_dokumen, dokumen_lembar, matriks_swot
from tests.laporan.render.verapdf import periksa_berkas

AKAR = Path(__file__).resolve().parents[3]
Isi = Blok | Bagian
_BARIS_MAKS = 30
LAMPIRAN = (BerkasLampiran("buku.xlsx", b"isi buku kerja", "Buku kerja"),)


def _pendek(dokumen: Dokumen) -> Dokumen:
    """With the first rows of long tables only: the validator looks at every cell, and the others are no different."""

    def potong(simpul: Isi) -> Isi:
        if isinstance(simpul, Bagian):
            return replace(simpul, isi=tuple(map(potong, simpul.isi)))
        if isinstance(simpul, Tabel) and len(simpul.baris) > _BARIS_MAKS:
            return replace(simpul, baris=simpul.baris[:_BARIS_MAKS])
        return simpul

    return replace(dokumen, bab=tuple(replace(bab, isi=tuple(map(potong, bab.isi))) for bab in dokumen.bab))


def _dengan_daftar_bertingkat() -> Dokumen:
    """The example with what it lacks: lists in lists, and a matrix of which the lower half has headings of its own."""
    dalam = Daftar(((Teks("Butir dalam"),), (Teks("Tebal", tebal=True),)), JenisDaftar.POIN)
    daftar = Daftar(((Teks("Butir luar"),), (Teks("Butir lain"),)), JenisDaftar.HURUF, anak=(dalam, None))
    dokumen = _pendek(contoh_dokumen())
    return replace(
        dokumen, bab=(*dokumen.bab, Bab("l9", "Daftar Bertingkat", (daftar, matriks_swot()), JenisBab.LAMPIRAN))
    )


def test_draf_pdf_a_3b_dan_akhir_pdf_a_3a_serta_pdf_ua_1(tmp_path: Path) -> None:
    kalbar = compose(buka_sumber(str(AKAR / "contoh/bkd-kalbar-2023-tw1"), None))
    daftar = {
        "contoh": _dengan_daftar_bertingkat(), "lembar": dokumen_lembar(), "kalbar": kalbar,
        "lhe": dokumen_lhe(lhe_uji(), BentukLhe.LAPORAN, konsep=False),
        "lhe-surat": dokumen_lhe(lhe_uji(), BentukLhe.SURAT, konsep=False),
    }  # fmt: skip
    berkas = []
    for nama, dokumen in daftar.items():
        draf, akhir = tmp_path / f"{nama}-draf.pdf", tmp_path / f"{nama}-akhir.pdf"
        draf.write_bytes(pdf_laporan(dokumen, lampiran_berkas=LAMPIRAN))
        akhir.write_bytes(pdf_laporan(dokumen, lampiran_berkas=LAMPIRAN, akhir=True))
        berkas += [f"3b:{draf}", f"3a:{akhir}", f"ua1:{akhir}"]
    jawaban = periksa_berkas(berkas)
    assert set(jawaban) == set(berkas)
    assert not {satu: salah for satu, salah in jawaban.items() if salah}
