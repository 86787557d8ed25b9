"""Writing misi, tujuan, sasaran one by one: added, changed, put in order, removed. Call within `mengubah`.

The workbook must be able to bring back what is written here: a kode that names two possible parents of an indicator
is refused, as `lkjip/buku_kerja/rujukan.py` refuses it. Whether a budget row has the kode, the caller asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from lkjip.dasar.isian import Isian, sama_isi
from lkjip.riwayat.selectors import perubahan_terakhir
from lkjip.riwayat.services_baris import simpan_baris, susun_urutan, urutan_berikut, urutan_tergeser
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok, terapkan_isian
from renstra.data_rencana import DAFTAR_INDUK, JenisBaris, acuan, pecah_acuan
from renstra.models import Indikator, Misi, Renstra, Sasaran, Tujuan
from renstra.selectors_rencana import MODEL

_B = TypeVar("_B", Misi, Tujuan, Sasaran, Indikator)
BarisApaPun = Misi | Tujuan | Sasaran | Indikator
KOLOM = {
    JenisBaris.MISI: frozenset({"kode", "visi", "uraian"}),
    JenisBaris.TUJUAN: frozenset({"kode", "uraian", "induk"}),
    JenisBaris.SASARAN: frozenset({"kode", "uraian", "induk"}),
}
TIADA = "Baris ini sudah tidak ada; mungkin baru saja dihapus. Muat ulang halaman."


def kunci_baris(*, renstra: Renstra, jenis: JenisBaris, pk: int) -> BarisApaPun:
    """The row, locked; raises ValidationError where it is gone or belongs to another plan."""
    baris = MODEL[jenis]._default_manager.select_for_update(no_key=True).filter(renstra=renstra, pk=pk).first()
    if baris is None:
        raise ValidationError(TIADA)
    return baris


def simpan_rencana(
    *, renstra: Renstra, jenis: JenisBaris, isian: Sequence[Isian], pk: int | None = None
) -> tuple[BarisApaPun, list[str]]:
    """Add (`pk` None) or change a misi, tujuan or sasaran; the row and the columns that changed.

    `induk` is the `acuan` of the parent. Raises IsianBentrok, ValidationError by field.
    """
    if asing := {i.kolom for i in isian} - KOLOM[jenis]:
        raise ValueError(f"not columns of {jenis}: {asing}")
    if pk is None:
        semua = MODEL[jenis]._default_manager.filter(renstra=renstra)
        baris: BarisApaPun = MODEL[jenis](renstra=renstra, urutan=urutan_berikut(semua))
    else:
        baris = kunci_baris(renstra=renstra, jenis=jenis, pk=pk)
    berubah = terapkan_berikut_induk(baris, isian)
    if berubah or pk is None:
        periksa_kode(baris, berubah)
        simpan_baris(baris)
    return baris, berubah


def terapkan_berikut_induk(baris: BarisApaPun, isian: Sequence[Isian]) -> list[str]:
    """Put the values into the row, `induk` among them; the columns that changed. Raises IsianBentrok."""
    bentrok: list[Bentrok] = []
    induk = [i for i in isian if i.kolom == "induk"]
    berubah: list[str] = []
    try:
        berubah = terapkan_isian(baris, [i for i in isian if i.kolom != "induk"])
    except IsianBentrok as galat:
        bentrok += galat.daftar
    for satu in induk:
        kini = acuan_induk(baris)
        if sama_isi(kini, satu.nilai):
            continue
        if not sama_isi(kini, satu.dasar):
            terakhir = perubahan_terakhir(baris, "uraian")
            bentrok.append(Bentrok("induk", kini, satu.nilai, terakhir.pelaku if terakhir else ""))
            continue
        pasang_induk(baris, str(satu.nilai or ""))
        berubah.append("induk")
    if bentrok:
        raise IsianBentrok(bentrok)
    return berubah


def acuan_induk(baris: BarisApaPun) -> str:
    """The parent of the row as forms name it."""
    for nama in DAFTAR_INDUK[jenis_baris(baris)]:
        if (pk := getattr(baris, f"{nama}_id")) is not None:
            return acuan(nama, pk)
    return ""


def jenis_baris(baris: BarisApaPun) -> JenisBaris:
    """The kind of a row, by its model."""
    return JenisBaris(str(baris._meta.model_name))


def pasang_induk(baris: BarisApaPun, induk: str) -> None:
    """Hang the row on another parent of the same plan, or on none. Raises ValidationError."""
    boleh = DAFTAR_INDUK[jenis_baris(baris)]
    dituju = pecah_acuan(induk)
    if dituju is None and (induk or isinstance(baris, Indikator)):
        raise ValidationError({"induk": "Pilih induknya."})
    if dituju is not None and dituju[0] not in boleh:
        raise ValidationError({"induk": f"Induk {jenis_baris(baris)} hanya {' atau '.join(boleh)}."})
    for nama in boleh:
        setattr(baris, nama, None)
    if dituju is not None and baris.renstra is not None:
        setattr(baris, dituju[0], kunci_baris(renstra=baris.renstra, jenis=dituju[0], pk=dituju[1]))


def periksa_kode(baris: BarisApaPun, berubah: Sequence[str]) -> None:
    """Once among its kind; and a tujuan and a sasaran may not share a kode: an indicator's `induk` would name both.

    Raises ValidationError at the field.
    """
    if "kode" not in berubah:
        return
    sama = MODEL[jenis_baris(baris)]._default_manager.filter(renstra=baris.renstra, kode=baris.kode)
    if sama.exclude(pk=baris.pk).exists():
        raise ValidationError({"kode": "Kode ini sudah ada di Renstra ini."})
    if not isinstance(baris, Tujuan | Sasaran):
        return
    lain = Sasaran if isinstance(baris, Tujuan) else Tujuan
    if lain._default_manager.filter(renstra=baris.renstra, kode=baris.kode).exists():
        raise ValidationError({"kode": f"Kode ini sudah dipakai {lain._meta.verbose_name}. Beri kode yang berbeda."})


def saudara(baris: BarisApaPun) -> QuerySet[Misi] | QuerySet[Tujuan] | QuerySet[Sasaran] | QuerySet[Indikator]:
    """The rows of the same parent, the row itself among them, in their order."""
    jenis = jenis_baris(baris)
    induk = {f"{nama}_id": getattr(baris, f"{nama}_id") for nama in DAFTAR_INDUK[jenis]}
    return MODEL[jenis]._default_manager.filter(renstra=baris.renstra, **induk).order_by("urutan", "id")


def geser_baris(*, renstra: Renstra, jenis: JenisBaris, pk: int, langkah: int) -> BarisApaPun:
    """Move the row `langkah` places among its siblings (−1: up); at the end of the list it stays."""
    baris = kunci_baris(renstra=renstra, jenis=jenis, pk=pk)
    daftar = list(saudara(baris))
    susun_urutan(daftar, urutan_tergeser([b.pk for b in daftar], pk, langkah))
    return baris


def pindah_baris(
    *, renstra: Renstra, jenis: JenisBaris, pk: int, induk: str, urutan: Sequence[int]
) -> tuple[BarisApaPun, bool]:
    """Hang the row on `induk` and put the children of that parent into this order; whether the parent changed.

    Raises ValidationError where `urutan` does not name just these children: somebody else changed the list.
    """
    baris = kunci_baris(renstra=renstra, jenis=jenis, pk=pk)
    pindah = acuan_induk(baris) != induk
    if pindah:
        pasang_induk(baris, induk)
        simpan_baris(baris)
    susun_urutan(list(saudara(baris)), urutan)
    return baris, pindah


def hapus_baris(*, baris: BarisApaPun) -> None:
    """Remove the row with what hangs on it; a tujuan or sasaran below it stays, without parent."""
    baris.delete()
