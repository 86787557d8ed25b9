"""A planning document as it is printed, by the names of a `Pesanan`: for the page, for the worker, for the command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kinerja.selectors_pengisian import hari_ini, load_pengisian
from lkjip.data import BukuKerja
from lkjip.laporan.compose.dokumen_iku import dokumen_iku
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_pohon import dokumen_pohon
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import daftar_versi
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.selectors import load_tema
from lkjip.pengisian.ruang import RuangTahun
from lkjip.perencanaan.selectors_dokumen import load_janji, load_profil, load_profil_iku, load_profil_rencana_aksi
from lkjip.selectors import load_data
from renstra.akses import Hak
from renstra.data import Versi
from renstra.models import TahunKinerja
from renstra.selectors_unit import ambil_unit, load_unit


def load_dokumen(ruang: RuangTahun, pesanan: Pesanan) -> Dokumen:
    """Raises LookupError where what is asked for is not there (a unit that was removed, a report's kind)."""
    susun = _SUSUN.get(pesanan.jenis)
    if susun is None:
        raise LookupError(f"{pesanan.jenis} bukan dokumen perencanaan.")
    return replace(susun(ruang, pesanan), tema=load_tema(ruang.tahun_kinerja.instansi.pemda))


def ruang_bersama(tahun_kinerja: TahunKinerja, buku: BukuKerja | None = None) -> RuangTahun:
    """The agency-year as every user reads it, and nobody's rights: for who works without a user. `buku`: its data,
    where they are loaded already."""
    hari = hari_ini()
    return RuangTahun(
        tahun_kinerja=tahun_kinerja,
        muat=lambda: Konteks((buku or BukuKerja(load_data(tahun_kinerja))).pada(hari)),
        hak=Hak(frozenset()),
        daftar_pengisian=load_pengisian([tahun_kinerja])[tahun_kinerja.pk],
        peta_unit=load_unit(tahun_kinerja.instansi),
        hari=hari,
    )


def _perjanjian(ruang: RuangTahun, pesanan: Pesanan) -> Dokumen:
    unit = ambil_unit(ruang.tahun_kinerja.instansi, pesanan.unit) if pesanan.unit is not None else None
    if pesanan.unit is not None and unit is None:
        raise LookupError("Unit kerja ini tidak ada lagi.")
    versi = pesanan.versi or next(reversed(daftar_versi(ruang.konteks)), Versi.MURNI)
    janji = load_janji(ruang, versi, unit)
    profil = load_profil(ruang, janji.tanggal, janji.tempat)
    return dokumen_perjanjian(ruang.konteks, janji, profil, pesanan.kertas)


def _rencana_aksi(ruang: RuangTahun, pesanan: Pesanan) -> Dokumen:
    return dokumen_rencana_aksi(ruang.konteks, load_profil_rencana_aksi(ruang), pesanan.kertas)


def _iku(ruang: RuangTahun, pesanan: Pesanan) -> Dokumen:
    return dokumen_iku(ruang.konteks, load_profil_iku(ruang), pesanan.kertas)


def _pohon(ruang: RuangTahun, pesanan: Pesanan) -> Dokumen:
    return dokumen_pohon(ruang.konteks, pesanan.rincian, pesanan.kertas)


_SUSUN: Mapping[JenisBerkas, Callable[[RuangTahun, Pesanan], Dokumen]] = {
    JenisBerkas.PERJANJIAN: _perjanjian,
    JenisBerkas.RENCANA_AKSI: _rencana_aksi,
    JenisBerkas.IKU: _iku,
    JenisBerkas.POHON: _pohon,
}
