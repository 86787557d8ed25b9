"""Spending by kind, row by row. The caller holds the agency's lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError

from anggaran.data_rekening import NAMA_REKENING, induk_rekening
from anggaran.models import Belanja
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import BarisDitolak, tulis_baris
from lkjip.riwayat.services_baris import simpan_baris, urutan_berikut
from lkjip.riwayat.services_isian import simpan_banyak_isian
from renstra.models import TahunKinerja


def tambah_belanja(
    *, tahun_kinerja: TahunKinerja, tahun: int, kode: str, uraian: str = "", induk: Belanja | None = None
) -> Belanja:
    """A row of spending; the kelompok of a standard jenis is its parent, and is added where it is missing."""
    kode_induk = induk_rekening(kode)
    semua = Belanja.objects.filter(tahun_kinerja=tahun_kinerja)
    if induk is None and kode_induk:
        induk = semua.filter(kode=kode_induk, tahun=tahun).first() or tambah_belanja(
            tahun_kinerja=tahun_kinerja, tahun=tahun, kode=kode_induk
        )
    return simpan_baris(
        Belanja(
            tahun_kinerja=tahun_kinerja, tahun=tahun, kode=kode, induk=induk, urutan=urutan_berikut(semua),
            uraian=uraian or NAMA_REKENING.get(kode, ""),
        )
    )  # fmt: skip


def simpan_isian_belanja(*, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]]) -> int:
    """Store columns of many rows, per pk; how many changed. Raises IsianBentrok, BarisDitolak, ValidationError."""
    daftar = Belanja.objects.select_for_update(no_key=True).filter(tahun_kinerja=tahun_kinerja, pk__in=isian)
    baris = {satu.pk: satu for satu in daftar.order_by("pk")}
    if kurang := set(isian) - set(baris):
        raise ValidationError(f"{len(kurang)} baris sudah tidak ada. Muat ulang halaman.")
    kode = {pk: str(i.nilai) for pk, d in isian.items() for i in d if i.kolom == "kode"}
    semua = {b.pk: (b.tahun, b.kode) for b in Belanja.objects.filter(tahun_kinerja=tahun_kinerja)}
    semua |= {pk: (baris[pk].tahun, satu) for pk, satu in kode.items()}
    for pk, satu in kode.items():
        if not satu or sum(lain == semua[pk] for lain in semua.values()) > 1:
            pesan = f"Kode {satu} sudah dipakai baris lain." if satu else "Kode wajib diisi."
            raise BarisDitolak(baris[pk], ValidationError(pesan))
    return simpan_banyak_isian([(pk, baris[pk], daftar) for pk, daftar in isian.items()])


def hapus_belanja(*, baris: Belanja) -> None:
    """Remove the row with everything below it."""
    baris.delete()


def isi_belanja(*, tahun_kinerja: TahunKinerja, tahun: int, pagu: Mapping[str, Decimal], kolom: str) -> int:
    """Set the pagu (`kolom`: pagu_murni or pagu) of standard jenis per kode, adding rows that are missing; how many
    rows were added or changed. A kelompok keeps no figure of its own, so that it follows its jenis."""
    banyak = 0
    ubah = []
    for kode, nilai in pagu.items():
        baris = Belanja.objects.filter(tahun_kinerja=tahun_kinerja, tahun=tahun, kode=kode).first()
        baris = baris or tambah_belanja(tahun_kinerja=tahun_kinerja, tahun=tahun, kode=kode)
        if getattr(baris, kolom) != nilai:
            setattr(baris, kolom, nilai)
            ubah.append(baris)
            banyak += 1
    tulis_baris([], {(kolom,): ubah} if ubah else {})
    return banyak
