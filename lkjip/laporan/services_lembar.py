"""Where the narrative is stored, for the page that changes it row by row; and the free tables, each as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip.laporan import data
from lkjip.laporan.models import Narasi, TabelBebas
from lkjip.laporan.services import baris_tabel, save_narasi
from lkjip.riwayat.services import tulis_baris
from renstra.models import TahunKinerja
from renstra.selectors_lembar import TempatLembar

TEMPAT: Mapping[str, TempatLembar] = {
    "narasi": TempatLembar("narasi", Narasi, ("bagian", "urutan", "isi"), save_narasi, nama_lain={"urutan": "nomor"}),
}
_ISI_TABEL = ("bagian", "judul", "sumber", "kepala", "baris")


def tambah_tabel(tahun_kinerja: TahunKinerja, tabel: data.TabelBebas) -> TabelBebas:
    """A new free table behind the others, with the next number as its name (`tabel_07`). Raises ValidationError."""
    daftar = list(TabelBebas.objects.filter(tahun_kinerja=tahun_kinerja))
    nomor = max((nomor_tabel(t.nama) for t in daftar), default=0) + 1
    baru = baris_tabel(tahun_kinerja, max((t.urutan for t in daftar), default=0) + 1, tabel)
    baru.nama = f"tabel_{nomor:02d}"
    tulis_baris([baru], {})
    return baru


def ubah_tabel(tersimpan: TabelBebas, tabel: data.TabelBebas) -> bool:
    """Make a stored table say what `tabel` says, but for its name; whether anything changed."""
    ingin = baris_tabel(tersimpan.tahun_kinerja, tersimpan.urutan, tabel)
    berubah = tuple(k for k in _ISI_TABEL if getattr(tersimpan, k) != getattr(ingin, k))
    for kolom in berubah:
        setattr(tersimpan, kolom, getattr(ingin, kolom))
    tulis_baris([], {berubah: [tersimpan]} if berubah else {})
    return bool(berubah)


def nomor_tabel(nama: str) -> int:
    """7 of `tabel_07`."""
    return int(nama.partition("_")[2] or 0)
