"""Everything written about units of an agency. All keyword-only; each locks the agency, so that two clicks queue up."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError

from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import ringkas_teks
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Instansi, Penugasan, Peran, SebutanUnit, UnitKerja, UnitPenugasan


@contextmanager
def _mengubah(instansi: Instansi, oleh: Pengguna) -> Iterator[None]:
    with konteks_riwayat(oleh=oleh, jalur="halaman"):
        Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
        yield


def _unit(instansi: Instansi, pk: int) -> UnitKerja:
    unit = UnitKerja.objects.filter(instansi=instansi, pk=pk).first()
    if unit is None:
        raise ValidationError("Unit ini sudah tidak ada. Muat ulang halaman.")
    return unit


def _periksa_nama(unit: UnitKerja) -> None:
    """Names that differ in capitals only would be taken for one another by `PetaUnit`."""
    unit.full_clean()
    kembar = UnitKerja.objects.filter(instansi=unit.instansi, nama__iexact=unit.nama).exclude(pk=unit.pk)
    if kembar.exists():
        raise ValidationError("Unit ini sudah ada.")


def tambah_unit(*, instansi: Instansi, nama: str, oleh: Pengguna) -> UnitKerja:
    """Raises ValidationError where the name is empty, too long, or taken."""
    with _mengubah(instansi, oleh):
        unit = UnitKerja(instansi=instansi, nama=ringkas_teks(nama))
        _periksa_nama(unit)
        unit.save()
        return unit


def ganti_nama_unit(*, instansi: Instansi, unit: int, nama: str, oleh: Pengguna) -> UnitKerja:
    """The old name stays as another name, so that texts which carry it still name this unit."""
    with _mengubah(instansi, oleh):
        baris = _unit(instansi, unit)
        lama, baris.nama = baris.nama, ringkas_teks(nama)
        _periksa_nama(baris)
        baris.save()
        sama = lama.casefold() == baris.nama.casefold()
        if not sama and not SebutanUnit.objects.filter(unit=baris, sebutan=lama).exists():
            SebutanUnit.objects.create(unit=baris, sebutan=lama)
        return baris


def hapus_unit(*, instansi: Instansi, unit: int, oleh: Pengguna) -> None:
    """Refused while users are limited to it: without their only unit they could suddenly change everything."""
    with _mengubah(instansi, oleh):
        baris = _unit(instansi, unit)
        terbatas = [
            str(batas.penugasan.pengguna)
            for batas in UnitPenugasan.objects.filter(unit=baris).select_related("penugasan__pengguna")
        ]
        if terbatas:
            raise ValidationError(
                f"{baris.nama} belum dapat dihapus karena membatasi {', '.join(terbatas)}. "
                "Minta pengelola pemda mengubah batas penggunanya lebih dulu."
            )
        baris.delete()


def tambah_sebutan(*, instansi: Instansi, unit: int, sebutan: str, oleh: Pengguna) -> SebutanUnit:
    """Another text that names the unit. Raises ValidationError."""
    with _mengubah(instansi, oleh):
        baris = SebutanUnit(unit=_unit(instansi, unit), sebutan=ringkas_teks(sebutan))
        baris.full_clean()
        baris.save()
        return baris


def hapus_sebutan(*, instansi: Instansi, sebutan: int, oleh: Pengguna) -> None:
    with _mengubah(instansi, oleh):
        SebutanUnit.objects.filter(unit__instansi=instansi, pk=sebutan).delete()


def atur_unit_penugasan(*, instansi: Instansi, penugasan: int, daftar_unit: Collection[int], oleh: Pengguna) -> None:
    """Limit a perencana of this agency to these units; with none they work on all of it. Raises ValidationError."""
    with _mengubah(instansi, oleh):
        tugas = Penugasan.objects.filter(instansi=instansi, pk=penugasan, peran=Peran.PERENCANA).first()
        if tugas is None:
            raise ValidationError("Penugasan ini sudah tidak ada. Muat ulang halaman.")
        dipilih = set(UnitKerja.objects.filter(instansi=instansi, pk__in=daftar_unit).values_list("pk", flat=True))
        if dipilih != set(daftar_unit):
            raise ValidationError("Salah satu unit sudah tidak ada. Muat ulang halaman.")
        lama = set(UnitPenugasan.objects.filter(penugasan=tugas).values_list("unit", flat=True))
        UnitPenugasan.objects.filter(penugasan=tugas, unit__in=lama - dipilih).delete()
        UnitPenugasan.objects.bulk_create(UnitPenugasan(penugasan=tugas, unit_id=pk) for pk in sorted(dipilih - lama))
