"""Versions of the budget document: DPA, pergeseran, DPPA. The caller holds the agency's lock.

The pagu in force stand in the rows themselves; those of an earlier version are kept beside them (`PaguRevisi`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from anggaran.models import Anggaran, PaguRevisi, RevisiAnggaran
from lkjip.riwayat.services import tulis_baris
from lkjip.riwayat.services_baris import simpan_baris, urutan_berikut
from renstra.data import Versi
from renstra.models import TahunKinerja

_KOLOM: Mapping[str, str] = {Versi.MURNI: "pagu_murni", Versi.PERUBAHAN: "pagu_perubahan"}


def catat_revisi_pertama(
    *, tahun_kinerja: TahunKinerja, nama: str, nomor: str = "", tanggal: date | None = None
) -> RevisiAnggaran:
    """Give the budget as it stands now its name; it is a perubahan as soon as a row has a pagu of that."""
    berubah = Anggaran.objects.filter(tahun_kinerja=tahun_kinerja, pagu_perubahan__isnull=False).exists()
    versi = Versi.PERUBAHAN if berubah else Versi.MURNI
    return simpan_baris(
        RevisiAnggaran(
            tahun_kinerja=tahun_kinerja, nama=nama, versi=versi.value, nomor=nomor, tanggal=tanggal, urutan=1
        )
    )


def buka_revisi(
    *, tahun_kinerja: TahunKinerja, nama: str, versi: Versi, nomor: str = "", tanggal: date | None = None
) -> RevisiAnggaran:
    """Keep the pagu of the version in force and go on in a new one. Raises ValidationError.

    A pergeseran before the change of APBD goes on in the column pagu murni; the first perubahan begins with a copy of
    pagu murni in the rows that have no pagu perubahan yet.
    """
    semua = RevisiAnggaran.objects.filter(tahun_kinerja=tahun_kinerja)
    kini = semua.order_by("-urutan", "-pk").first()
    if kini is None:
        raise ValidationError("Beri nama dulu versi anggaran yang berlaku sekarang.")
    if kini.versi == Versi.PERUBAHAN and versi is Versi.MURNI:
        raise ValidationError("Sesudah perubahan APBD, pergeseran pun dicatat pada pagu perubahan.")
    daftar = list(Anggaran.objects.select_for_update(no_key=True).filter(tahun_kinerja=tahun_kinerja).order_by("pk"))
    arsip = [PaguRevisi(revisi=kini, anggaran=b, pagu=_pagu(b, kini.versi)) for b in daftar]
    tulis_baris([satu for satu in arsip if satu.pagu is not None], {})
    if versi is Versi.PERUBAHAN and kini.versi == Versi.MURNI:
        disalin = [b for b in daftar if b.pagu_perubahan is None and b.pagu_murni is not None]
        for baris in disalin:
            baris.pagu_perubahan = baris.pagu_murni
        tulis_baris([], {("pagu_perubahan",): disalin} if disalin else {})
    baru = RevisiAnggaran(
        tahun_kinerja=tahun_kinerja, nama=nama, versi=versi.value, nomor=nomor, tanggal=tanggal,
        urutan=urutan_berikut(semua),
    )  # fmt: skip
    return simpan_baris(baru)


def _pagu(baris: Anggaran, versi: str) -> Decimal | None:
    """A row that the change of APBD does not touch keeps its pagu murni in it."""
    murni: Decimal | None = baris.pagu_murni
    perubahan: Decimal | None = baris.pagu_perubahan
    return perubahan if versi == Versi.PERUBAHAN and perubahan is not None else murni


def ubah_nama_revisi(*, revisi: RevisiAnggaran, isi: Mapping[str, Any]) -> RevisiAnggaran:
    """Name, number and date of a version as it is now. Raises ValidationError, also where it has gone meanwhile."""
    kini = RevisiAnggaran.objects.select_for_update(no_key=True).filter(pk=revisi.pk).first()
    if kini is None:
        raise ValidationError("Versi anggaran ini sudah tidak ada. Muat ulang halaman.")
    for nama in ("nama", "nomor", "tanggal"):
        setattr(kini, nama, isi[nama])
    return simpan_baris(kini)


def batal_revisi(*, revisi: RevisiAnggaran) -> None:
    """Remove a version. Where it is the one in force, the pagu of the one before it come back into the rows.

    Rows that were added since keep their pagu. The only version loses no more than its name.
    """
    semua = list(RevisiAnggaran.objects.filter(tahun_kinerja=revisi.tahun_kinerja_id).order_by("urutan", "pk"))
    if semua[-1].pk == revisi.pk and len(semua) > 1:
        _kembalikan(revisi, semua[-2])
    revisi.delete()


def _kembalikan(dibatalkan: RevisiAnggaran, sebelum: RevisiAnggaran) -> None:
    kolom = _KOLOM[sebelum.versi]
    arsip = {p.anggaran_id: p.pagu for p in PaguRevisi.objects.filter(revisi=sebelum)}
    daftar = list(Anggaran.objects.select_for_update(no_key=True).filter(pk__in=arsip).order_by("pk"))
    ditutup = dibatalkan.versi != sebelum.versi  # the first perubahan: its column was empty or a copy
    for baris in daftar:
        setattr(baris, kolom, arsip[baris.pk])
        if ditutup:
            baris.pagu_perubahan = None
    kolom_tulis = ("pagu_murni", "pagu_perubahan") if ditutup else (kolom,)
    tulis_baris([], {kolom_tulis: daftar} if daftar else {})
    PaguRevisi.objects.filter(revisi=sebelum).delete()


def ubah_arsip(*, revisi: RevisiAnggaran, pagu: Mapping[int, Decimal | None]) -> int:
    """Correct figures of an earlier version, per pk of the budget row; how many changed. Raises ValidationError."""
    semua = RevisiAnggaran.objects.filter(tahun_kinerja=revisi.tahun_kinerja_id)
    if semua.order_by("-urutan", "-pk").values_list("pk", flat=True)[0] == revisi.pk:
        raise ValidationError("Pagu versi yang berlaku diubah di halaman Program.")
    lama = {p.anggaran_id: p for p in PaguRevisi.objects.select_for_update().filter(revisi=revisi)}
    baru, ubah = [], []
    for pk, nilai in pagu.items():
        satu = lama.get(pk)
        if satu is None and nilai is not None:
            baru.append(PaguRevisi(revisi=revisi, anggaran_id=pk, pagu=nilai))
        elif satu is not None and satu.pagu != nilai:
            satu.pagu = nilai
            ubah.append(satu)
    tulis_baris(baru, {("pagu",): ubah} if ubah else {})
    return len(baru) + len(ubah)
