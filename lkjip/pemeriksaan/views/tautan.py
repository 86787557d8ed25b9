"""The address at which a finding is mended: the right page, unfiltered, with the row or the field in sight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from django.urls import NoReverseMatch, ResolverMatch, reverse

from lkjip.laporan.render.markah import jangkar
from lkjip.pemeriksaan.data import Temuan
from lkjip.pemeriksaan.halaman_sisi import ada_sisi

# What lets every row of the page be seen, whatever this user's filter begins with.
_SEMUA_BARIS = {
    "isi_triwulan": {"unit": ""},
    "isi_anggaran": {"unit": ""},
    "anggaran_rencana": {"unit": "", "buka": "semua"},
}
_NASKAH = "naskah_ruas"
_FORMULIR = "indikator_rencana"
_BARIS = "baris_anggaran_rencana"
_BERHALAMAN = "lembar"  # shows its rows page by page: it looks for the one that is asked for


def jangkar_subjek(kode: str) -> str:
    """The id of the row with this kode on its page; temuan-tanda.js writes the same."""
    return f"subjek-{jangkar(kode)}"


def alamat_sisi(di_sini: ResolverMatch) -> str:
    """Where the page at this address asks for the findings about what it shows; '' where it shows none."""
    nama, argumen = di_sini.url_name or "", dict(di_sini.kwargs)
    if not (ada_sisi(nama) and {"kode", "tahun"} <= argumen.keys()):
        return ""
    dasar = reverse("sisi_temuan", args=[argumen.pop("kode"), argumen.pop("tahun")])
    return f"{dasar}?{urlencode({'halaman': nama, 'argumen': list(argumen.values())}, doseq=True)}"


@dataclass(frozen=True)
class Penaut:
    """`argumen`: kode and year. `muat_ruas`: names of all places where text may stand, `muat_indikator`: pk of the form
    of each indicator, `muat_baris`: pk of the budget row of each indicator that has one, both by kode. Each is asked
    for once, if at all.
    """

    argumen: Sequence[Any]
    muat_ruas: Callable[[], Collection[str]]
    muat_indikator: Callable[[], Mapping[str, int]] = dict
    muat_baris: Callable[[], Mapping[str, int]] = dict

    @cached_property
    def _ruas(self) -> Collection[str]:
        return self.muat_ruas()

    @cached_property
    def _indikator(self) -> Mapping[str, int]:
        return self.muat_indikator()

    @cached_property
    def _baris(self) -> Mapping[str, int]:
        return self.muat_baris()

    def alamat(self, temuan: Temuan) -> str:
        """'' where the finding names no page, or one that there is not."""
        if not temuan.halaman:
            return ""
        halaman, argumen = self._halaman(temuan)
        try:
            dasar = reverse(halaman, args=[*self.argumen, *argumen])
        except NoReverseMatch:
            return ""
        return dasar + _kueri(temuan) + _tempat(temuan, halaman)

    def _halaman(self, temuan: Temuan) -> tuple[str, tuple[str | int, ...]]:
        """The page itself, or a closer one: the form of an indicator; the nearest place where text may stand."""
        if temuan.halaman == _NASKAH:
            ruas = self._ruas_terdekat(str(temuan.argumen[0]) if temuan.argumen else temuan.bagian)
            return (_NASKAH, (ruas,)) if ruas else ("naskah", ())
        if temuan.halaman == "renstra" and temuan.subjek in self._indikator:
            return _FORMULIR, (self._indikator[temuan.subjek],)
        if temuan.halaman == "renstra" and temuan.letak.startswith("lembar indikator") and temuan.subjek in self._baris:
            return _BARIS, (self._baris[temuan.subjek],)
        return temuan.halaman, temuan.argumen

    def _ruas_terdekat(self, bagian: str) -> str:
        """The place itself, else the nearest above it in which text may stand."""
        while bagian and bagian not in self._ruas:
            bagian = bagian.rpartition(".")[0]
        return bagian


def _kueri(temuan: Temuan) -> str:
    kueri: dict[str, str] = dict(_SEMUA_BARIS.get(temuan.halaman, {}))
    if temuan.halaman == _BERHALAMAN and temuan.subjek:
        kueri = {"subjek": temuan.subjek, "butir": temuan.butir}
    return f"?{urlencode(kueri)}" if kueri else ""


def _tempat(temuan: Temuan, halaman: str) -> str:
    """A row by its kode, the words of a text, else the field that `letak` names (“…, kolom tanggal_laporan”)."""
    if temuan.kutipan and halaman in (_NASKAH, "ubah_tabel_bebas"):
        return f"#kutipan={quote(temuan.kutipan[:200])}"
    if temuan.subjek and halaman not in (_NASKAH, _FORMULIR, "naskah", "ubah_tabel_bebas"):
        return f"#{jangkar_subjek(temuan.subjek)}"
    kolom = temuan.letak.rpartition(", ")[2].removeprefix("kolom ")
    return f"#bidang={kolom}" if kolom.isidentifier() and kolom.isascii() else ""
