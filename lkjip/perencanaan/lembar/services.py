"""A sheet changed from its page: with history, locks and undo. Raises ValidationError with what is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.jenis import Lembar
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.lembar.baca import baca_tempelan, daftar_rekaman, sidik_lembar
from lkjip.perencanaan.lembar.daftar import TEMPAT
from lkjip.perencanaan.services import mengubah
from lkjip.selectors import load_buku
from renstra import services_lembar as rumah
from renstra.models import TahunKinerja
from renstra.selectors_lembar import TempatLembar

_BERUBAH = "Lembar ini sudah diubah orang lain sejak pratinjau. Periksa tempelan sekali lagi."


@dataclass(frozen=True)
class Kejadian:
    """What was done: how many rows, and the id by which it is taken back."""

    banyak: int
    kejadian: str


@dataclass(frozen=True)
class PenulisLembar:
    """One sheet of one agency-year, written by one user."""

    tahun_kinerja: TahunKinerja
    lembar: Lembar
    oleh: Pengguna

    @property
    def tempat(self) -> TempatLembar:
        return TEMPAT[self.lembar.nama]

    def ubah(self, isian: Mapping[int, Sequence[Isian]]) -> int:
        """Columns per pk of the row. Raises IsianBentrok too."""
        with mengubah(self.tahun_kinerja, oleh=self.oleh, triwulan=self.tempat.triwulan):
            return rumah.ubah_baris_lembar(self.tempat, self.tahun_kinerja, isian)

    def tambah(self, isi: Mapping[str, Any]) -> Kejadian:
        with mengubah(self.tahun_kinerja, oleh=self.oleh) as kejadian:
            rumah.tambah_baris(self.tempat, self.tahun_kinerja, isi)
        return Kejadian(1, kejadian)

    def hapus(self, daftar_pk: Sequence[int]) -> Kejadian:
        with mengubah(self.tahun_kinerja, oleh=self.oleh, triwulan=self.tempat.triwulan) as kejadian:
            return Kejadian(rumah.hapus_baris(self.tempat, self.tahun_kinerja, daftar_pk), kejadian)

    def geser(self, pk: int, langkah: int) -> Kejadian:
        with mengubah(self.tahun_kinerja, oleh=self.oleh) as kejadian:
            return Kejadian(int(rumah.geser_baris(self.tempat, self.tahun_kinerja, pk, langkah)), kejadian)

    def tempel(self, teks: str, *, ganti: bool, dasar: str) -> Kejadian:
        """Rows of a paste, behind the others or instead of them, if the sheet still is what the preview saw."""
        jalur = "tempel"
        with mengubah(self.tahun_kinerja, oleh=self.oleh, jalur=jalur, triwulan=self.tempat.triwulan) as kejadian:
            buku = load_buku(self.tahun_kinerja, terbit=False)
            if sidik_lembar(buku, self.lembar) != dasar:
                raise ValidationError(_BERUBAH)
            tempelan = baca_tempelan(self.lembar, teks, buku, ganti=ganti)
            if not tempelan.boleh:
                raise ValidationError([str(g) for g in tempelan.daftar_galat])
            semula = () if ganti else daftar_rekaman(buku, self.lembar)
            rumah.save_semua_baris(self.tempat, self.tahun_kinerja, (*semula, *tempelan.daftar_rekaman))
        return Kejadian(len(tempelan.daftar_rekaman), kejadian)
