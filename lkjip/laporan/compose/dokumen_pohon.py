"""The tree of performance as a document of its own: the overview, then a page for each sasaran."""

from __future__ import annotations

from lkjip.laporan.compose.bagan_pohon import KEGIATAN, MENDATAR, gambar_ringkas, gambar_sasaran
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Bab, Bagian, Dokumen, Grafik, JenisBab, Kertas, PemisahHalaman, Simpul


def daftar_gambar(ktx: Konteks, rincian: int = KEGIATAN) -> list[Grafik]:
    """All pictures, in the order in which they are shown and numbered."""
    return [*gambar_ringkas(ktx, MENDATAR), *gambar_sasaran(ktx, rincian)]


def dokumen_pohon(ktx: Konteks, rincian: int = KEGIATAN, kertas: Kertas = Kertas.A4) -> Dokumen:
    """Sheets on their side, one picture each."""
    isi: list[Simpul] = []
    for grafik in daftar_gambar(ktx, rincian):
        isi += [PemisahHalaman(), grafik] if isi else [grafik]
    judul = f"Pohon Kinerja {ktx.nama} Tahun {ktx.tahun}"
    bagian = Bagian("isi-pohon", judul, tuple(isi), bernomor=False, mendatar=True)
    return Dokumen(
        judul=judul,
        penulis=ktx.nama,
        kaki=f"Pohon Kinerja {ktx.tahun} · {ktx.singkatan}",
        tanggal=None,
        sampul=None,
        bab=(Bab("pohon", judul, (bagian,), JenisBab.POLOS),),
        subjek="Pohon kinerja instansi pemerintah",
        kata_kunci=("pohon kinerja", "cascading", ktx.singkatan, str(ktx.tahun)),
        kertas=kertas,
    )
