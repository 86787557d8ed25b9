"""Everything written about a quarter by hand: realisasi, components, steps, remarks. Opens its own `konteks_riwayat`.

Every writer of a quarter's data first locks the row of the quarter (`kunci_triwulan`), then the rows of the data, so
that many people can save at once without a deadlock, and nobody saves into a quarter while it is being submitted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TypeVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max, Model
from django.utils import timezone

from kinerja.akses import boleh_ambil
from kinerja.data_pengisian import DITERIMA, PERALIHAN, Langkah, Peralihan, StatusPengisian
from kinerja.models import (
    CatatanPengisian,
    KinerjaTriwulan,
    LangkahPengisian,
    PengisianTriwulan,
)
from kinerja.pintu import pintu_ajukan, pintu_isi
from kinerja.selectors_pengisian import ambil_pengisian, pk_indikator
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.riwayat.services import dapat_disimpan, konteks_riwayat, periksa_baris
from lkjip.riwayat.services_isian import simpan_banyak_isian
from renstra.akses import Hak
from renstra.models import Indikator, TahunKinerja
from renstra.services import kunci_instansi

_M = TypeVar("_M", bound=Model)
KOLOM_ISIAN = ("realisasi", "pembilang", "penyebut", "predikat_realisasi", "target", "predikat_target", "catatan")


class TriwulanTertutup(ValidationError):
    """The quarter may not be changed; the message says why, since when, by whom, and who can open it."""


class BarisTiada(ValidationError):
    """What was filled in is no longer there; the message says what to do."""


class LangkahDitolak(ValidationError):
    """The step may not be taken now; the message says why and what to do."""


def siapkan_triwulan(tahun_kinerja: TahunKinerja) -> None:
    """The rows of the four quarters, so that there is something to lock; those that are there stay as they are."""
    ada = PengisianTriwulan.objects.filter(tahun_kinerja=tahun_kinerja).values_list("triwulan", flat=True)
    kurang = sorted(set(DAFTAR_TRIWULAN) - set(ada))
    PengisianTriwulan.objects.bulk_create(
        [PengisianTriwulan(tahun_kinerja=tahun_kinerja, triwulan=n, status=StatusPengisian.DRAF) for n in kurang],
        ignore_conflicts=True,
    )


def kunci_triwulan(tahun_kinerja: TahunKinerja, *daftar_triwulan: int) -> dict[int, PengisianTriwulan]:
    """Lock these quarters (none named: all four) until the end of the transaction, always in the same order."""
    dipilih = daftar_triwulan or DAFTAR_TRIWULAN
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

    All or nothing. Raises TriwulanTertutup, IsianBentrok (columns were changed since `dasar` was read; `kunci` is the
    pk of the indicator), BarisTiada, BarisDitolak.
    The caller has asked whether `oleh` may fill in these indicators, and that they belong to this year.
    """
    if asing := {i.kolom for daftar in isian.values() for i in daftar} - set(KOLOM_ISIAN):
        raise ValueError(f"not columns of a quarter: {asing}")
    with konteks_riwayat(oleh=oleh, jalur=jalur):
        buka_untuk_isi(tahun_kinerja, triwulan, hari)
        pastikan_ada(isian, pk_indikator(tahun_kinerja, isian))
        baris = baris_triwulan(KinerjaTriwulan, "indikator", tahun_kinerja, triwulan, isian)
        return simpan_banyak_isian([(pk, baris[pk], daftar) for pk, daftar in isian.items()])


def pastikan_ada(diminta: Iterable[int], ada: Iterable[int]) -> None:
    """Rows may go while somebody fills them in: an import of a changed plan. Raises BarisTiada."""
    if not set(diminta) <= set(ada):
        raise BarisTiada(
            "Baris yang diisi sudah tidak ada: rencana tahun ini diubah sejak halaman ini dibuka. Muat ulang, lalu "
            "isi kembali."
        )


def baris_triwulan(
    model: type[_M], subjek: str, tahun_kinerja: TahunKinerja, triwulan: int, daftar_pk: Iterable[int]
) -> dict[int, _M]:
    """The quarter's rows of `model` per pk of their `subjek` (name of the foreign key), locked.

    Where there is none a new one, not stored yet, behind all others of the year.
    """
    kunci = {"tahun_kinerja": tahun_kinerja, "tahun": tahun_kinerja.tahun, "triwulan": triwulan}
    diminta, semua = sorted(daftar_pk), model._default_manager.filter(tahun_kinerja=tahun_kinerja)
    tersimpan = semua.select_for_update(no_key=True).filter(**kunci, **{f"{subjek}__in": diminta})
    per_pk: dict[int, _M] = {getattr(baris, f"{subjek}_id"): baris for baris in tersimpan.order_by("pk")}
    baru = [pk for pk in diminta if pk not in per_pk]
    if baru:
        awal = (semua.aggregate(terakhir=Max("urutan"))["terakhir"] or 0) + 1
        for urutan, pk in enumerate(baru, awal):
            per_pk[pk] = model(**kunci, **{f"{subjek}_id": pk}, urutan=urutan)
    return per_pk


def save_realisasi_terhitung(
    *, tahun_kinerja: TahunKinerja, triwulan: int, indikator: int, semula: Decimal | None, nilai: Decimal | None
) -> Decimal | None:
    """Make the realisasi follow a computed `nilai` where it is empty or what was computed before (`semula`).

    Else it stays, and is returned. For a caller that has opened the quarter (`buka_untuk_isi`) in its own context.
    """
    baris = baris_triwulan(KinerjaTriwulan, "indikator", tahun_kinerja, triwulan, [indikator])[indikator]
    if baris.realisasi is not None and baris.realisasi != semula:
        return None if baris.realisasi == nilai else baris.realisasi
    if baris.realisasi != nilai:
        simpan_banyak_isian([(indikator, baris, [Isian("realisasi", nilai, baris.realisasi)])])
    return None


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
    The agency and its other quarters are locked as well: what is approved is what the history holds by then, and a
    save or an import still under way would slip in behind. The step is written first, the state only after it
    (`PengisianTriwulan.LARANGAN`).
    """
    catatan = catatan.strip()
    if not dapat_disimpan(catatan):
        raise LangkahDitolak("Catatan memuat karakter kendali yang tidak dapat disimpan. Ketik ulang catatannya.")
    with konteks_riwayat(oleh=oleh, jalur="langkah", alasan=catatan):
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        baris = kunci_triwulan(tahun_kinerja)[triwulan]
        status = StatusPengisian(baris.status)
        peralihan = PERALIHAN.get((langkah, status))
        if peralihan is None:
            raise LangkahDitolak(_tidak_cocok(langkah, status))
        _periksa_langkah(tahun_kinerja, triwulan, peralihan, hak, hari, catatan)
        diambil = _catat_langkah(baris, peralihan, oleh, catatan)
        baris.status = peralihan.ke
        baris.save(update_fields=["status"])
        return diambil


def _tidak_cocok(langkah: Langkah, status: StatusPengisian) -> str:
    return f"Triwulan ini sekarang {status.value}, jadi tidak dapat di{langkah.value}. Muat ulang halaman ini."


def _periksa_langkah(
    tahun_kinerja: TahunKinerja, triwulan: int, peralihan: Peralihan, hak: Hak, hari: date, catatan: str
) -> None:
    if not boleh_ambil(hak, peralihan):
        raise PermissionDenied
    if peralihan.wajib_catatan and not catatan:
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
        nama_oleh=str(oleh),
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
    """A remark at one indicator, one budget row, or ('') the quarter as a whole.

    Raises BarisDitolak, and ValidationError where the head has approved the quarter meanwhile.
    """
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        baris = CatatanPengisian(
            pengisian=_kunci_untuk_catatan(tahun_kinerja, triwulan),
            indikator=indikator,
            kode_anggaran=kode_anggaran,
            isi=isi.strip(),
            oleh=oleh,
            nama_oleh=str(oleh),
            waktu=timezone.now(),
        )
        periksa_baris(baris)
        baris.save()
        return baris


def _kunci_untuk_catatan(tahun_kinerja: TahunKinerja, triwulan: int) -> PengisianTriwulan:
    baris = kunci_triwulan(tahun_kinerja, triwulan)[triwulan]
    if baris.status in DITERIMA:
        raise TriwulanTertutup(f"Triwulan ini sudah {baris.status}, jadi catatannya tidak dapat ditulis atau dijawab.")
    return baris


def jawab_catatan(*, catatan: CatatanPengisian, jawaban: str, oleh: Pengguna) -> None:
    """The perencana's answer resolves a remark, until the head has approved the quarter.

    Raises TriwulanTertutup, and ValidationError where the answer is empty or there was one before.
    """
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        _kunci_untuk_catatan(catatan.pengisian.tahun_kinerja, catatan.pengisian.triwulan)
        baris = CatatanPengisian.objects.select_for_update().get(pk=catatan.pk)
        if baris.waktu_jawaban is not None:
            raise ValidationError(f"Catatan ini sudah dijawab oleh {baris.nama_penjawab}.")
        if not jawaban.strip():
            raise ValidationError("Tulis apa yang sudah diperbaiki, atau mengapa tidak perlu.")
        baris.jawaban, baris.dijawab_oleh, baris.waktu_jawaban = jawaban.strip(), oleh, timezone.now()
        baris.nama_penjawab = str(oleh)
        periksa_baris(baris)
        baris.save()
