"""Which indicators a budget row serves, and with which share of its money. The caller holds the agency's lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import ValidationError

from anggaran.models import Anggaran, Penunjang, PorsiAnggaran
from anggaran.selectors_rencana import daftar_kaitan, sidik_kaitan
from lkjip.dasar.hitungan import SERATUS, jumlah
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.riwayat.services_baris import simpan_baris, urutan_berikut
from renstra.models import Indikator

SATU = Decimal(1)


@dataclass(frozen=True)
class IsiKaitan:
    """One link as it is wanted; `penunjang`: pk of the stored one, None for a new one. `porsi` 0 … 1."""

    penunjang: int | None
    mendukung: Indikator | None
    indikator: Indikator | None = None
    keterangan: str = ""
    capaian: Decimal | None = None
    porsi: Decimal | None = None


def save_kaitan(*, baris: Anggaran, daftar: Sequence[IsiKaitan], dilihat: str = "") -> None:
    """Make the row's links and shares these and no others. Raises ValidationError.

    `dilihat`: `sidik_kaitan` of the links that the writer saw; whoever saw others would take away what was added since.
    """
    if dilihat and dilihat != sidik_kaitan(daftar_kaitan(baris)):
        raise ValidationError("Kaitan baris ini diubah orang lain sejak halaman ini dibuka. Muat ulang, lalu isi lagi.")
    porsi = _porsi_per_indikator(daftar)
    lama = {p.pk: p for p in Penunjang.objects.filter(anggaran=baris)}
    dipakai = {k.penunjang for k in daftar if k.penunjang is not None}
    if dipakai - lama.keys():
        raise ValidationError("Kaitan ini sudah dihapus orang lain. Muat ulang halaman.")
    Penunjang.objects.filter(pk__in=[pk for pk in lama if pk not in dipakai]).delete()
    for kaitan in daftar:
        _simpan_penunjang(baris, lama.get(kaitan.penunjang) if kaitan.penunjang else None, kaitan)
    _simpan_porsi(baris, porsi)


def _porsi_per_indikator(daftar: Sequence[IsiKaitan]) -> dict[int, Decimal]:
    hasil: dict[int, Decimal] = {}
    for kaitan in daftar:
        if kaitan.porsi is None:
            continue
        if kaitan.mendukung is None:
            raise ValidationError("Porsi diisi pada kaitan yang menyebut indikator yang didukung.")
        if not 0 < kaitan.porsi <= SATU:
            raise ValidationError("Porsi harus lebih dari 0 dan paling banyak 100 persen.")
        if hasil.setdefault(kaitan.mendukung.pk, kaitan.porsi) != kaitan.porsi:
            raise ValidationError(f"Indikator {kaitan.mendukung.kode} disebut dua kali dengan porsi yang berbeda.")
    total = jumlah(hasil.values())
    if total > SATU:
        raise ValidationError(f"Jumlah porsi {tulis_tepat(total * SERATUS)} persen; paling banyak 100 persen.")
    return hasil


def _simpan_penunjang(baris: Anggaran, lama: Penunjang | None, kaitan: IsiKaitan) -> None:
    penunjang = lama or Penunjang(
        tahun_kinerja=baris.tahun_kinerja,
        anggaran=baris,
        urutan=urutan_berikut(Penunjang.objects.filter(tahun_kinerja=baris.tahun_kinerja)),
    )
    isi = {
        "mendukung_id": kaitan.mendukung.pk if kaitan.mendukung else None,
        "indikator_id": kaitan.indikator.pk if kaitan.indikator else None,
        "keterangan": kaitan.keterangan,
        "capaian": kaitan.capaian,
    }
    if lama is None or any(getattr(lama, nama) != nilai for nama, nilai in isi.items()):
        for nama, nilai in isi.items():
            setattr(penunjang, nama, nilai)
        simpan_baris(penunjang)


def _simpan_porsi(baris: Anggaran, porsi: dict[int, Decimal]) -> None:
    lama = {p.indikator_id: p for p in PorsiAnggaran.objects.filter(anggaran=baris, indikator__isnull=False)}
    PorsiAnggaran.objects.filter(pk__in=[p.pk for pk, p in lama.items() if pk not in porsi]).delete()
    for pk, nilai in porsi.items():
        satu = lama.get(pk) or PorsiAnggaran(anggaran=baris, indikator_id=pk)
        if satu.porsi != nilai:
            satu.porsi = nilai
            simpan_baris(satu)
