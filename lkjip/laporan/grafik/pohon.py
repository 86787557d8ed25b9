"""A tree of boxes. Levels differ by fill and edge, so they stay apart in black and white; each also says its name."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.laporan.grafik.kanvas import TINTA, Kanvas
from lkjip.laporan.grafik.pohon_tata import PINGGIR, Kotak, tata_pohon
from lkjip.laporan.isi_pohon import DataPohon, JenisKotak
from lkjip.laporan.isi_warna import PUTIH, Palet, campur

_GARIS = "#5b6675"


@dataclass(frozen=True)
class _Rupa:
    isi: str
    tepi: str
    tebal: str = "1"
    tulisan: str = TINTA
    pita: str = ""  # a band at the left edge


def _rupa(p: Palet) -> dict[JenisKotak, _Rupa]:
    return {
        JenisKotak.TUJUAN: _Rupa(p.utama, p.utama_tua, tulisan=p.di_atas_utama),
        JenisKotak.SASARAN: _Rupa(campur(p.utama, PUTIH, 20), p.utama, "1.6"),
        JenisKotak.PROGRAM: _Rupa(p.kelompok, TINTA, "1.2", pita=p.utama),
        JenisKotak.KEGIATAN: _Rupa("#fff", _GARIS, pita=p.aksen),
        JenisKotak.SUBKEGIATAN: _Rupa("#fff", "#9aa4b1"),
        JenisKotak.KELOMPOK: _Rupa("#fff", "#96290c", "2"),
        JenisKotak.JABATAN: _Rupa(p.kelompok, p.utama, "1.4"),
    }


def gambar_pohon(data: DataPohon, kanvas: Kanvas) -> None:
    """Draw the boxes and the lines between them, each in its place."""
    tata, rupa = tata_pohon(data, kanvas.huruf), _rupa(kanvas.palet)
    kanvas.lebar, kanvas.tinggi = tata.lebar, tata.tinggi
    for garis in tata.daftar_garis:
        kanvas.garis([*garis], _GARIS, tebal="1.2")
    for kotak in tata.daftar_kotak:
        _gambar_kotak(kotak, rupa[kotak.isi.jenis], kanvas)


def _gambar_kotak(kotak: Kotak, rupa: _Rupa, kanvas: Kanvas) -> None:
    kanvas.kotak(
        kotak.x, kotak.y, kotak.lebar, kotak.tinggi, rupa.isi, tepi=rupa.tepi, putus=kotak.isi.putus, tebal=rupa.tebal
    )
    if rupa.pita:
        kanvas.kotak(kotak.x, kotak.y, 4, kotak.tinggi, rupa.pita)
    y = kotak.y + PINGGIR - 1
    for tulisan in kotak.daftar_tulisan:
        inden = PINGGIR if tulisan.tanda else 0
        for ke, baris in enumerate(tulisan.baris):
            y += tulisan.tinggi
            if tulisan.tanda and ke == 0:
                kanvas.lingkaran(kotak.x + PINGGIR + 2, y - 5, 1, rupa.tulisan, rupa.tulisan)
            kanvas.tulisan(
                kotak.x + PINGGIR + inden,
                y - 2,
                baris,
                ukuran=tulisan.ukuran,
                warna=rupa.tulisan,
                tebal=tulisan.tebal,
            )
