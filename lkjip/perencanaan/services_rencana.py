"""Writing the Renstra from its pages: each act with its history, its locks, and what only the roof sees (the money).

Every act yields the id of its event, by which it can be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from anggaran.services_indikator import gantungkan_indikator
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian, sama_isi
from lkjip.perencanaan.selectors_rencana import ada_anggaran_berkode, induk_anggaran
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok
from renstra.data_rencana import JenisBaris, acuan, pecah_acuan
from renstra.models import Indikator, Sasaran, TahunKinerja, Tujuan
from renstra.selectors_rencana import pemilik_kode
from renstra.services_indikator import (
    IsianPerIndikator,
    indikator_baru,
    isi_ke_kanan,
    kunci_indikator,
    periksa_induk_indikator,
    simpan_indikator,
    simpan_target,
)
from renstra.services_rencana import (
    BarisApaPun,
    geser_baris,
    hapus_baris,
    kunci_baris,
    pindah_baris,
    simpan_rencana,
)

_RANCU = "Kode ini sudah dipakai baris anggaran. Beri kode yang berbeda, supaya induk indikatornya jelas."
_INDUK_RANCU = "Kode induk ini ada juga di anggaran. Ubah dulu salah satu kodenya."


@dataclass(frozen=True)
class HasilUbah:
    """The row as it is now, what changed of it, and the event."""

    baris: BarisApaPun
    berubah: tuple[str, ...]
    kejadian: str


def simpan_baris_rencana(
    *, tahun_kinerja: TahunKinerja, jenis: JenisBaris, isian: Sequence[Isian], oleh: Pengguna, pk: int | None = None
) -> HasilUbah:
    """Add or change a misi, tujuan or sasaran. Raises IsianBentrok, ValidationError."""
    pindah = pk is not None and any(i.kolom == "induk" for i in isian)
    with mengubah(tahun_kinerja, oleh=oleh, triwulan=pindah) as kejadian:
        baris, berubah = simpan_rencana(renstra=tahun_kinerja.renstra, jenis=jenis, isian=isian, pk=pk)
        berkode_baru = "kode" in berubah and isinstance(baris, Tujuan | Sasaran)
        if berkode_baru and ada_anggaran_berkode(tahun_kinerja.renstra_id, baris.kode):
            raise ValidationError({"kode": _RANCU})
        return HasilUbah(baris, tuple(berubah), kejadian)


def geser_baris_rencana(
    *, tahun_kinerja: TahunKinerja, jenis: JenisBaris, pk: int, langkah: int, oleh: Pengguna
) -> HasilUbah:
    """Move a row among its siblings. Raises ValidationError."""
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        baris = geser_baris(renstra=tahun_kinerja.renstra, jenis=jenis, pk=pk, langkah=langkah)
        return HasilUbah(baris, ("urutan",), kejadian)


def susun_baris_rencana(
    *, tahun_kinerja: TahunKinerja, jenis: JenisBaris, pk: int, induk: str, urutan: Sequence[int], oleh: Pengguna
) -> HasilUbah:
    """Put a row below `induk`, in this order among its children. Raises ValidationError."""
    with mengubah(tahun_kinerja, oleh=oleh, triwulan=True) as kejadian:
        baris, pindah = pindah_baris(
            renstra=tahun_kinerja.renstra, jenis=jenis, pk=pk, induk=induk, urutan=urutan
        )  # fmt: skip
        if pindah and isinstance(baris, Indikator):
            _periksa_induk(tahun_kinerja, baris)
        return HasilUbah(baris, ("induk",) if pindah else ("urutan",), kejadian)


def hapus_baris_rencana(*, tahun_kinerja: TahunKinerja, jenis: JenisBaris, pk: int, oleh: Pengguna) -> HasilUbah:
    """Remove a row with all that hangs on it. Raises ValidationError where a closed quarter forbids it."""
    with mengubah(tahun_kinerja, oleh=oleh, triwulan=True) as kejadian:
        if jenis is JenisBaris.INDIKATOR:
            baris: BarisApaPun = kunci_indikator(tahun_kinerja=tahun_kinerja, pk=pk)
        else:
            baris = kunci_baris(renstra=tahun_kinerja.renstra, jenis=jenis, pk=pk)
        hapus_baris(baris=baris)
        return HasilUbah(baris, (), kejadian)


def simpan_indikator_rencana(
    *, tahun_kinerja: TahunKinerja, isian: Sequence[Isian], oleh: Pengguna, pk: int | None = None
) -> HasilUbah:
    """Add or change an indicator of a tujuan, a sasaran, or (`induk` `anggaran:7`) of a budget row of the year.

    Raises IsianBentrok, ValidationError by field.
    """
    induk = [i for i in isian if i.kolom == "induk"]
    with mengubah(tahun_kinerja, oleh=oleh, triwulan=pk is not None and bool(induk)) as kejadian:
        if pk is None:
            dituju = pecah_acuan(str(induk[0].nilai)) if induk else None
            anggaran = dituju is not None and dituju[0] is JenisBaris.ANGGARAN
            indikator = indikator_baru(tahun_kinerja=tahun_kinerja, anggaran=anggaran)
        else:
            indikator = kunci_indikator(tahun_kinerja=tahun_kinerja, pk=pk)
        milik_tahun = indikator.tahun_kinerja_id is not None
        isi = [i for i in isian if i.kolom != "induk"] if milik_tahun else isian
        berubah = simpan_indikator(tahun_kinerja=tahun_kinerja, indikator=indikator, isian=isi)
        if milik_tahun:
            berubah += _gantungkan(indikator, induk)
        if induk:
            _periksa_induk(tahun_kinerja, indikator)
        return HasilUbah(indikator, tuple(berubah), kejadian)


def _gantungkan(indikator: Indikator, induk: Sequence[Isian]) -> list[str]:
    baris = induk_anggaran(indikator.pk)
    kini = acuan(JenisBaris.ANGGARAN, baris.pk if baris else None)
    for satu in induk:
        if sama_isi(kini, satu.nilai):
            return []
        if not sama_isi(kini, satu.dasar):
            raise IsianBentrok([Bentrok("induk", kini, satu.nilai)])
        dituju = pecah_acuan(str(satu.nilai or ""))
        if dituju is None or dituju[0] is not JenisBaris.ANGGARAN:
            raise ValidationError({"induk": "Pilih program, kegiatan, atau subkegiatannya."})
        gantungkan_indikator(indikator=indikator, anggaran_id=dituju[1])
        return ["induk"]
    return []


def _periksa_induk(tahun_kinerja: TahunKinerja, indikator: Indikator) -> None:
    """The kode of the parent must name one row only, or the workbook could not be brought back."""
    periksa_induk_indikator(indikator)
    induk = indikator.sasaran or indikator.tujuan
    if induk is not None and ada_anggaran_berkode(tahun_kinerja.renstra_id, induk.kode):
        raise ValidationError({"induk": _INDUK_RANCU})
    baris = induk_anggaran(indikator.pk) if induk is None else None
    if baris is not None and pemilik_kode(tahun_kinerja.renstra_id, baris.kode):
        raise ValidationError(
            {"induk": "Kode baris ini sama dengan kode tujuan atau sasaran. Ubah dulu salah satunya."}
        )


def simpan_target_renstra(*, tahun_kinerja: TahunKinerja, isian: IsianPerIndikator, oleh: Pengguna, jalur: str) -> int:
    """Targets of many indicators; how many columns changed. Raises IsianBentrok, ValidationError."""
    with mengubah(tahun_kinerja, oleh=oleh, jalur=jalur):
        return simpan_target(tahun_kinerja=tahun_kinerja, isian=isian)


def isi_target_ke_kanan(
    *,
    tahun_kinerja: TahunKinerja,
    dari: int,
    daftar_tahun: Sequence[int],
    daftar_pk: Sequence[int],
    timpa: bool,
    oleh: Pengguna,
) -> tuple[int, str]:
    """Copy the targets of one year to the later ones; how many columns changed, and the event."""
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        banyak = isi_ke_kanan(
            tahun_kinerja=tahun_kinerja, dari=dari, daftar_tahun=daftar_tahun, daftar_pk=daftar_pk, timpa=timpa
        )
        return banyak, kejadian
