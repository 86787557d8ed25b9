"""Bab I, Struktur Organisasi: rows of jabatan drawn as a chart in the place of their table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lkjip.laporan.compose.bagan_pohon import Lembar, potong_pohon
from lkjip.laporan.compose.kalimat import bersih
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.data import TabelBebas
from lkjip.laporan.data_jabatan import Jabatan, baca_jabatan, salah_jabatan, samakan
from lkjip.laporan.isi import Bagian, Blok, Grafik, Tabel
from lkjip.laporan.isi_pohon import DataPohon, JenisKotak, KotakPohon

BAGIAN_STRUKTUR = ("bab1.struktur", "bab1.struktur_organisasi")
_TEGAK = Lembar(640, 4, 70)
_MENDATAR = Lembar(960, 7, 34)
_SEBARIS = 2  # the head and those below; deeper ones are stacked


def bagian_struktur(ktx: Konteks, isi: Sequence[Blok | Bagian]) -> Bagian:
    """The section with each table of jabatan drawn as a chart; it stands on its side where a chart is wide.

    A table that cannot be drawn stays one. A chart has the key of its table, so that references to it hold.
    """
    bagan: dict[str, list[Grafik]] = {}
    for nama in BAGIAN_STRUKTUR:
        for tabel in ktx.laporan.daftar_tabel_per_bagian.get(nama, ()):
            daftar = baca_jabatan(tabel)
            if daftar and not salah_jabatan(daftar):
                bagan[f"tabel-bebas-{slug(tabel.nama)}"] = bagan_struktur(ktx, tabel, daftar)
    hasil: list[Blok | Bagian] = []
    for blok in isi:
        hasil += bagan.get(blok.kunci, [blok]) if isinstance(blok, Tabel) else [blok]
    lebar = any(isinstance(g.data, DataPohon) and g.data.lebar == _MENDATAR.lebar for d in bagan.values() for g in d)
    return Bagian("bab1-struktur", "Struktur Organisasi", tuple(hasil), mendatar=lebar)


def bagan_struktur(ktx: Konteks, tabel: TabelBebas, daftar: Sequence[Jabatan]) -> list[Grafik]:
    """The charts of these rows, without faults; more than one where they do not fit a page."""
    akar = pohon_jabatan(daftar)
    kunci = f"tabel-bebas-{slug(tabel.nama)}"
    judul = bersih(tabel.judul) or f"Struktur Organisasi {ktx.singkatan}"
    lebar = sum(satu.banyak_kolom(_SEBARIS) for satu in akar) > _TEGAK.maks_kolom
    lembar = _MENDATAR if lebar else _TEGAK
    potongan = potong_pohon(akar, lembar, _SEBARIS)
    return [
        Grafik(
            kunci if nomor == 1 else f"{kunci}-{nomor}",
            judul if len(potongan) == 1 else f"{judul} (bagian {nomor})",
            DataPohon(isi, _SEBARIS, lembar.lebar),
            uraian_bagan(isi),
            tabel.sumber.strip(),
        )
        for nomor, isi in enumerate(potongan, 1)
    ]


def pohon_jabatan(daftar: Sequence[Jabatan]) -> tuple[KotakPohon, ...]:
    """The rows as boxes, in their order. They must be without faults (`salah_jabatan`)."""
    bawahan: dict[str, list[Jabatan]] = defaultdict(list)
    for satu in daftar:
        bawahan[samakan(satu.atasan)].append(satu)

    def kotak(satu: Jabatan) -> KotakPohon:
        anak = tuple(map(kotak, bawahan[samakan(satu.jabatan)]))
        return KotakPohon(JenisKotak.JABATAN, "", satu.jabatan, catatan=satu.nama, anak=anak)

    return tuple(map(kotak, bawahan[""]))


def uraian_bagan(akar: Sequence[KotakPohon]) -> str:
    """The chart in words, for who cannot see it."""
    return "Bagan struktur organisasi. " + " ".join(kalimat for satu in akar for kalimat in _uraikan(satu))


def _uraikan(kotak: KotakPohon) -> list[str]:
    nama = f"{kotak.uraian} ({kotak.catatan})" if kotak.catatan else kotak.uraian
    if not kotak.anak:
        return [f"{nama}."]
    bawahan = "; ".join(f"{anak.uraian} ({anak.catatan})" if anak.catatan else anak.uraian for anak in kotak.anak)
    return [f"{nama} membawahkan {bawahan}.", *(k for anak in kotak.anak if anak.anak for k in _uraikan(anak))]
