"""Sheets `tabel_NN`: row 1 is bagian, title, source; row 2 the headings; then the rows."""

from __future__ import annotations

from lkjip.buku_kerja.galat import GalatSel, KumpulanGalat
from lkjip.buku_kerja.mentah import LembarMentah, Sel, alamat, huruf_kolom
from lkjip.buku_kerja.nilai import NilaiSalah, baca_teks, tolak_rumus_dan_galat
from lkjip.buku_kerja.nilai_bebas import baca_bebas
from lkjip.laporan.data import SelBebas, TabelBebas

MAKS_KOLOM = 100  # every row is as wide as the widest one


def urutan_tabel(tabel: TabelBebas) -> tuple[int, str]:
    """tabel_2 before tabel_10."""
    return int(tabel.nama.partition("_")[2][:9]), tabel.nama


def baca_tabel_bebas(lembar: LembarMentah, galat: KumpulanGalat, *, titik_desimal: bool) -> TabelBebas | None:
    """The table, or None where the sheet is empty or wrong."""
    pembaca = _PembacaTabel(lembar, galat, titik_desimal=titik_desimal)
    return pembaca.baca() if lembar.baris else None


class _PembacaTabel:
    def __init__(self, lembar: LembarMentah, galat: KumpulanGalat, *, titik_desimal: bool) -> None:
        self.lembar = lembar
        self.galat = galat
        self.titik_desimal = titik_desimal

    def baca(self) -> TabelBebas | None:
        identitas = self.lembar.baris.get(1, {})
        for nomor in sorted(set(identitas) - {1, 2, 3}):
            self._tambah(
                1,
                nomor,
                "Baris 1 hanya memuat bagian, judul, dan sumber.",
                "Pindahkan isi ini ke bawah.",
            )
        bagian, judul, sumber = (self._teks(identitas.get(nomor), 1, nomor) for nomor in (1, 2, 3))
        if not bagian:
            self._tambah(1, 1, "Sel A1 harus memuat bagian laporan.", "Misalnya bab1.sdm; judul di B1, sumber di C1.")
            return None
        kepala = {nomor: self._teks(sel, 2, nomor) for nomor, sel in self.lembar.baris.get(2, {}).items()}
        isi = [
            {nomor: self._bebas(sel, baris, nomor) for nomor, sel in sel_per_kolom.items()}
            for baris, sel_per_kolom in sorted(self.lembar.baris.items())
            if baris > 2
        ]
        isi = [baris for baris in isi if any(nilai is not None for nilai in baris.values())]
        terisi = [nomor for nomor, teks in kepala.items() if teks]
        terisi += [nomor for baris in isi for nomor, nilai in baris.items() if nilai is not None]
        if terisi and max(terisi) > MAKS_KOLOM:
            self._kolom_terlalu_jauh(max(terisi))
            return None
        nomor_kolom = range(1, max(terisi, default=0) + 1)
        return TabelBebas(
            self.lembar.nama,
            bagian,
            judul,
            sumber,
            tuple(kepala.get(nomor, "") for nomor in nomor_kolom),
            tuple(tuple(baris.get(nomor) for nomor in nomor_kolom) for baris in isi),
        )

    def _kolom_terlalu_jauh(self, nomor: int) -> None:
        baris = min(baris for baris, isi in self.lembar.baris.items() if nomor in isi)
        self._tambah(
            baris,
            nomor,
            f"Tabel bebas paling banyak {MAKS_KOLOM} kolom.",
            "Hapus isi di luar tabel, atau pecah tabelnya.",
        )

    def _tambah(self, baris: int, nomor: int, pesan: str, saran: str) -> None:
        letak = alamat(baris, nomor)
        self.galat.tambah(GalatSel(self.lembar.nama, baris, huruf_kolom(nomor), pesan, saran, letak))

    def _teks(self, sel: Sel | None, baris: int, nomor: int) -> str:
        if sel is None:
            return ""
        try:
            tolak_rumus_dan_galat(sel)
            teks = baca_teks(sel)
        except NilaiSalah as salah:
            self._tambah(baris, nomor, salah.pesan, salah.saran)
            return "?"
        return teks if teks.strip() else ""

    def _bebas(self, sel: Sel, baris: int, nomor: int) -> SelBebas:
        try:
            nilai = baca_bebas(sel, titik_desimal=self.titik_desimal)
        except NilaiSalah as salah:
            self._tambah(baris, nomor, salah.pesan, salah.saran)
            return None
        return None if isinstance(nilai, str) and not nilai.strip() else nilai
