"""Saving what was sent for budget rows: field by field, or all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import QueryDict

from anggaran.selectors_rencana import pk_anggaran_per_kode
from anggaran.services_pengisian import save_isian_uang
from kinerja.services_pengisian import BarisTiada, TriwulanTertutup
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.halaman.isian import pecah_nama
from lkjip.pengisian.forms import Kiriman
from lkjip.pengisian.forms_anggaran import baca_kiriman_uang
from lkjip.pengisian.jawaban import HasilSimpan, penyimpan, simpan_kiriman, simpan_sekaligus
from lkjip.pengisian.ruang import Ruang
from lkjip.riwayat.services_isian import IsianBentrok


def simpan_isian_anggaran(ruang: Ruang, kiriman: QueryDict, oleh: Pengguna) -> HasilSimpan:
    """Save each field that can be saved. Raises PermissionDenied as `baca_milik` does."""
    return _simpan(ruang, kiriman, lambda isi: simpan_kiriman(isi, penyimpan(save_isian_uang, ruang, oleh, "halaman")))


def simpan_tempelan(ruang: Ruang, kiriman: QueryDict, oleh: Pengguna) -> HasilSimpan:
    """Save all that the preview of a paste showed, or nothing where anything has changed since."""
    return _simpan(ruang, kiriman, partial(simpan_sekaligus, simpan=penyimpan(save_isian_uang, ruang, oleh, "tempel")))


def _simpan(ruang: Ruang, kiriman: QueryDict, cara: Callable[[Kiriman], HasilSimpan]) -> HasilSimpan:
    isi = baca_milik(ruang, kiriman)
    return cara(isi) if ruang.pintu.terbuka else HasilSimpan(isi, tertutup=ruang.pintu.alasan)


def baca_milik(ruang: Ruang, kiriman: QueryDict) -> Kiriman:
    """What was sent for rows that are this user's.

    Raises PermissionDenied for who may change nothing of the agency, and where nothing was sent but fields of rows
    that are somebody else's; rows that are gone are told instead.
    """
    if not ruang.hak.ubah:
        raise PermissionDenied
    pk = pk_anggaran_per_kode(ruang.tahun_kinerja)
    hasil = baca_kiriman_uang(kiriman, {nomor for kode, nomor in pk.items() if ruang.milik_anggaran(kode)})
    semua = set(pk.values())
    if hasil.asing and not hasil.ketikan and all(pecah_nama(nama)[1] in semua for nama in hasil.asing):
        raise PermissionDenied
    return hasil


def simpan_banyak(ruang: Ruang, isian: Mapping[int, Sequence[Isian]], oleh: Pengguna, jalur: str) -> int | None:
    """How many columns were changed; None where the data have moved on, and then nothing was written.

    Raises BarisDitolak: a value that no row takes, a pagu below zero.
    """
    try:
        return penyimpan(save_isian_uang, ruang, oleh, jalur)(isian)
    except (IsianBentrok, TriwulanTertutup, BarisTiada):
        return None
