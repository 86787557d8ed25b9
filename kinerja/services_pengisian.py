"""Everything written about a quarter by hand: realisasi, components, steps, remarks. Opens its own `konteks_riwayat`.

Every writer of a quarter's data first locks the row of the quarter (`kunci_triwulan`), then the rows of the data, so
that many people can save at once without a deadlock, and nobody saves into a quarter while it is being submitted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from kinerja.data_pengisian import PERALIHAN, Langkah, Peralihan, StatusPengisian
from kinerja.models import (
    CatatanPengisian,
    KinerjaTriwulan,
    Komponen,
    KomponenTriwulan,
    LangkahPengisian,
    PengisianTriwulan,
)
from kinerja.pilihan import realisasi_komposit
from kinerja.pintu import pintu_ajukan, pintu_isi
from kinerja.selectors_pengisian import ambil_pengisian
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.riwayat.services import konteks_riwayat, periksa_baris
from lkjip.riwayat.services_isian import simpan_isian
from renstra.akses import Hak
from renstra.models import Indikator, Instansi, TahunKinerja

KOLOM_ISIAN = ("realisasi", "pembilang", "penyebut", "predikat_realisasi", "target", "predikat_target", "catatan")


class TriwulanTertutup(ValidationError):
    """The quarter may not be changed; the message says why, since when, by whom, and who can open it."""


class LangkahDitolak(ValidationError):
    """The step may not be taken now; the message says why and what to do."""


def siapkan_triwulan(tahun_kinerja: TahunKinerja) -> None:
    """The rows of the four quarters, so that there is something to lock; those that are there stay as they are."""
    ada = PengisianTriwulan.objects.filter(tahun_kinerja=tahun_kinerja).values_list("triwulan", flat=True)
    kurang = sorted({1, 2, 3, 4} - set(ada))
    PengisianTriwulan.objects.bulk_create(
        [PengisianTriwulan(tahun_kinerja=tahun_kinerja, triwulan=n, status=StatusPengisian.DRAF) for n in kurang],
        ignore_conflicts=True,
    )


def kunci_triwulan(tahun_kinerja: TahunKinerja, *daftar_triwulan: int) -> dict[int, PengisianTriwulan]:
    """Lock these quarters (none named: all four) until the end of the transaction, always in the same order."""
    dipilih = daftar_triwulan or (1, 2, 3, 4)
    for _ in range(2):
        baris = PengisianTriwulan.objects.filter(tahun_kinerja=tahun_kinerja, triwulan__in=dipilih)
        terkunci = {p.triwulan: p for p in baris.select_for_update(no_key=True).order_by("triwulan")}
        if len(terkunci) == len(set(dipilih)):
            break
        siapkan_triwulan(tahun_kinerja)
    return terkunci


def buka_untuk_isi(tahun_kinerja: TahunKinerja, triwulan: int, hari: date) -> PengisianTriwulan:
    """Lock the quarter and make sure that it may be filled in on this day. Raises TriwulanTertutup."""
    baris = kunci_triwulan(tahun_kinerja, triwulan)[triwulan]
    pintu = pintu_isi(ambil_pengisian(tahun_kinerja, triwulan), hari)
    if not pintu.terbuka:
        raise TriwulanTertutup(pintu.alasan)
    return baris


def save_isian_triwulan(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    isian: Mapping[int, Sequence[Isian]],
    oleh: Pengguna,
    hari: date,
    jalur: str = "halaman",
) -> int:
    """Store columns (`KOLOM_ISIAN`) of the quarter's rows, per pk of the indicator; how many columns changed.

    All or nothing. Raises TriwulanTertutup, IsianBentrok (a column was changed since `dasar` was read), BarisDitolak.
    The caller has asked whether `oleh` may fill in these indicators, and that they belong to this year.
    """
    with konteks_riwayat(oleh=oleh, jalur=jalur):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        return sum(_save_satu(tahun_kinerja, triwulan, pk, daftar) for pk, daftar in sorted(isian.items()))


def _save_satu(tahun_kinerja: TahunKinerja, triwulan: int, indikator: int, daftar: Sequence[Isian]) -> int:
    if asing := {i.kolom for i in daftar} - set(KOLOM_ISIAN):
        raise ValueError(f"not columns of a quarter: {asing}")
    kunci = {"tahun_kinerja": tahun_kinerja, "indikator_id": indikator, "tahun": tahun_kinerja.tahun}
    baris = KinerjaTriwulan.objects.select_for_update().filter(**kunci, triwulan=triwulan).first()
    if baris is None:
        baris = KinerjaTriwulan(**kunci, triwulan=triwulan, urutan=_urutan_baru(tahun_kinerja))
    return len(simpan_isian(baris, daftar))


def _urutan_baru(tahun_kinerja: TahunKinerja) -> int:
    """The place behind all rows of the sheet."""
    terakhir = KinerjaTriwulan.objects.filter(tahun_kinerja=tahun_kinerja).aggregate(n=Max("urutan"))["n"]
    return (terakhir or 0) + 1


def save_komponen_triwulan(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    indikator: Indikator,
    isian: Mapping[int, Isian],
    oleh: Pengguna,
    hari: date,
) -> Decimal | None:
    """Store the components' values of a quarter, per pk of the Komponen; the realisasi that follows, if complete.

    The realisasi of the quarter becomes Σ bobot × nilai where all components have both, because the workbook has no
    place for a quarter's components. The year's own value of a component follows the latest quarter that has one.
    """
    with konteks_riwayat(oleh=oleh, jalur="komponen"):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        daftar = list(
            Komponen.objects.select_for_update()
            .filter(tahun_kinerja=tahun_kinerja, indikator=indikator, pk__in=isian)
            .order_by("pk")
        )
        for komponen in daftar:
            _save_komponen(komponen, triwulan, isian[komponen.pk])
        return _save_komposit(tahun_kinerja, triwulan, indikator)


def _save_komponen(komponen: Komponen, triwulan: int, isian: Isian) -> None:
    baris = KomponenTriwulan.objects.filter(komponen=komponen, triwulan=triwulan).first()
    baris = baris or KomponenTriwulan(komponen=komponen, triwulan=triwulan)
    simpan_isian(baris, [isian])
    terakhir = KomponenTriwulan.objects.filter(komponen=komponen, nilai__isnull=False).order_by("-triwulan").first()
    nilai = terakhir.nilai if terakhir else None
    simpan_isian(komponen, [Isian("nilai", nilai, komponen.nilai)])


def _save_komposit(tahun_kinerja: TahunKinerja, triwulan: int, indikator: Indikator) -> Decimal | None:
    per_komponen = dict(
        KomponenTriwulan.objects.filter(
            komponen__tahun_kinerja=tahun_kinerja, komponen__indikator=indikator, triwulan=triwulan
        ).values_list("komponen", "nilai")
    )
    daftar = Komponen.objects.filter(tahun_kinerja=tahun_kinerja, indikator=indikator, tahun=tahun_kinerja.tahun)
    nilai = realisasi_komposit([(k.bobot, per_komponen.get(k.pk)) for k in daftar.order_by("urutan")]).angka
    if nilai is None:
        return None
    baris = KinerjaTriwulan.objects.filter(
        tahun_kinerja=tahun_kinerja, indikator=indikator, tahun=tahun_kinerja.tahun, triwulan=triwulan
    ).first()
    dasar = baris.realisasi if baris else None
    _save_satu(tahun_kinerja, triwulan, indikator.pk, [Isian("realisasi", nilai, dasar)])
    return nilai


def ambil_langkah(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    langkah: Langkah,
    oleh: Pengguna,
    hak: Hak,
    hari: date,
    catatan: str = "",
) -> LangkahPengisian:
    """Move the quarter one step on. Raises LangkahDitolak, PermissionDenied.

    What the quarter must hold before it is submitted is asked by `lkjip.pengisian.services`, which sees the money too.
    The agency is locked as well, so that no import changes the plan while the head approves.
    """
    with konteks_riwayat(oleh=oleh, jalur="langkah", alasan=catatan):
        Instansi.objects.select_for_update(no_key=True).get(pk=tahun_kinerja.instansi_id)
        baris = kunci_triwulan(tahun_kinerja, triwulan)[triwulan]
        status = StatusPengisian(baris.status)
        peralihan = PERALIHAN.get((langkah, status))
        if peralihan is None:
            raise LangkahDitolak(_tidak_cocok(langkah, status))
        _periksa_langkah(tahun_kinerja, triwulan, peralihan, hak, hari, catatan)
        baris.status = peralihan.ke
        baris.save(update_fields=["status"])
        return _catat_langkah(baris, peralihan, oleh, catatan.strip())


def _tidak_cocok(langkah: Langkah, status: StatusPengisian) -> str:
    return f"Triwulan ini sekarang {status.value}, jadi tidak dapat di{langkah.value}. Muat ulang halaman ini."


def _periksa_langkah(
    tahun_kinerja: TahunKinerja, triwulan: int, peralihan: Peralihan, hak: Hak, hari: date, catatan: str
) -> None:
    if hak.terbatas or peralihan.peran.isdisjoint(hak.daftar_peran):
        raise PermissionDenied
    if peralihan.wajib_catatan and not catatan.strip():
        raise LangkahDitolak("Tulis alasannya, supaya yang mengisi tahu apa yang perlu dilakukan.")
    if peralihan.langkah is Langkah.AJUKAN:
        pintu = pintu_ajukan(ambil_pengisian(tahun_kinerja, triwulan), hari)
        if not pintu.terbuka:
            raise LangkahDitolak(pintu.alasan)


def _catat_langkah(baris: PengisianTriwulan, peralihan: Peralihan, oleh: Pengguna, catatan: str) -> LangkahPengisian:
    langkah = LangkahPengisian(
        pengisian=baris,
        langkah=peralihan.langkah,
        dari=peralihan.dari,
        ke=peralihan.ke,
        oleh=oleh,
        nama_oleh=oleh.nama or oleh.username,
        waktu=timezone.now(),
        catatan=catatan,
        riwayat_sampai=riwayat_terakhir(),
    )
    periksa_baris(langkah)
    langkah.save()
    return langkah


def save_catatan(
    *,
    tahun_kinerja: TahunKinerja,
    triwulan: int,
    isi: str,
    oleh: Pengguna,
    indikator: Indikator | None = None,
    kode_anggaran: str = "",
) -> CatatanPengisian:
    """A remark at one indicator, one budget row, or ('') the quarter as a whole. Raises BarisDitolak."""
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        baris = CatatanPengisian(
            pengisian=kunci_triwulan(tahun_kinerja, triwulan)[triwulan],
            indikator=indikator,
            kode_anggaran=kode_anggaran,
            isi=isi.strip(),
            oleh=oleh,
            nama_oleh=oleh.nama or oleh.username,
            waktu=timezone.now(),
        )
        periksa_baris(baris)
        baris.save()
        return baris


@transaction.atomic
def jawab_catatan(*, catatan: CatatanPengisian, jawaban: str, oleh: Pengguna) -> None:
    """The perencana's answer resolves a remark. Raises ValidationError where it is empty or was answered before."""
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        baris = CatatanPengisian.objects.select_for_update().get(pk=catatan.pk)
        if baris.waktu_jawaban is not None:
            raise ValidationError(f"Catatan ini sudah dijawab oleh {baris.nama_penjawab}.")
        if not jawaban.strip():
            raise ValidationError("Tulis apa yang sudah diperbaiki, atau mengapa tidak perlu.")
        baris.jawaban, baris.dijawab_oleh, baris.waktu_jawaban = jawaban.strip(), oleh, timezone.now()
        baris.nama_penjawab = oleh.nama or oleh.username
        periksa_baris(baris)
        baris.save()
