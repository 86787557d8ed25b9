"""Where the sheets belanja and penunjang are stored, for pages that change them row by row; and what they must keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.core.exceptions import ValidationError

from anggaran.models import Anggaran, Belanja, Penunjang
from anggaran.selectors import anggaran_per_kode
from anggaran.services import save_belanja, save_penunjang
from kinerja.services_lembar import INDIKATOR
from renstra.models import TahunKinerja
from renstra.selectors_lembar import Acuan, TempatLembar


def _daftar_belanja(tahun_kinerja: TahunKinerja) -> Sequence[Belanja]:
    return list(Belanja.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id"))


def _daftar_anggaran(tahun_kinerja: TahunKinerja) -> Sequence[Anggaran]:
    return list(anggaran_per_kode(tahun_kinerja).values())


def jaga_belanja(tahun_kinerja: TahunKinerja) -> None:
    """A parent is of the same year as its children, and no row is its own ancestor (buku-kerja.md)."""
    daftar = _daftar_belanja(tahun_kinerja)
    per_pk = {b.pk: b for b in daftar}
    for baris in daftar:
        induk = per_pk.get(baris.induk_id or 0)
        if induk is not None and induk.tahun != baris.tahun:
            raise ValidationError(
                f"Belanja {baris.kode} dan induknya {induk.kode} harus bertahun sama. Kosongkan induknya dahulu."
            )
        jalan = {baris.pk}
        while induk is not None:
            if induk.pk in jalan:
                raise ValidationError(f"Induk berputar pada belanja {baris.kode}. Kosongkan induk baris paling atas.")
            jalan.add(induk.pk)
            induk = per_pk.get(induk.induk_id or 0)


TEMPAT: Mapping[str, TempatLembar] = {
    "belanja": TempatLembar(
        "belanja",
        Belanja,
        ("kode", "induk", "uraian", "tahun", "pagu_murni", "pagu", "realisasi"),
        save_belanja,
        acuan={"induk": Acuan("belanja", _daftar_belanja, bersama="tahun")},
        jaga=jaga_belanja,
    ),
    "penunjang": TempatLembar(
        "penunjang",
        Penunjang,
        ("anggaran", "indikator", "mendukung", "capaian", "keterangan"),
        save_penunjang,
        acuan={"anggaran": Acuan("anggaran", _daftar_anggaran), "indikator": INDIKATOR, "mendukung": INDIKATOR},
    ),
}
