"""Terms of office are written here, and with them the names under the reports that the change concerns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from lkjip.akun.models import Pengguna
from lkjip.dasar.periode import tulis_tanggal
from lkjip.kelola.data_penanda import Akibat, akibat, beda, sidik
from lkjip.kelola.selectors import load_tempat
from lkjip.riwayat.services import periksa_baris
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.data import StatusPejabat
from renstra.data_pejabat import MasaJabatan, angka_nip, bertumpuk
from renstra.models import Instansi, Pejabat, Pemda, TahunKinerja, UnitKerja
from renstra.selectors_pejabat import daftar_pejabat_kepala, masa_jabatan
from renstra.services import kunci_instansi

_JALUR = "pejabat"
_HILANG = "Masa jabatan ini sudah tidak ada. Muat ulang halaman."


class PerluSetuju(Exception):
    """The change would put other names under these reports; say `setuju=sidik` to do it. Nothing was written."""

    def __init__(self, daftar: Sequence[Akibat]) -> None:
        super().__init__("the change has consequences that were not agreed to")
        self.daftar, self.sidik = tuple(daftar), sidik(daftar)


def save_pejabat(
    *,
    instansi: Instansi,
    isi: Mapping[str, Any],
    oleh: Pengguna,
    hari: date,
    setuju: str = "",
    unit: UnitKerja | None = None,
    pk: int | None = None,
    akhiri: bool = False,
) -> Pejabat:
    """Record or correct a term of the head of the agency, or of `unit`; its years follow.

    `isi`: status, nama, jabatan, nip, pangkat, mulai, sampai. `akhiri`: the definitif before ends the day before.
    Raises ValidationError, PerluSetuju.
    """
    with _mengubah(instansi, oleh, hari, setuju):
        pos = Pejabat.objects.filter(instansi=instansi, unit=unit)
        return _simpan(pos, Pejabat(instansi=instansi, unit=unit), isi, pk, akhiri)


def hapus_pejabat(*, instansi: Instansi, pk: int, oleh: Pengguna, hari: date, setuju: str = "") -> None:
    """Remove a term that was recorded by mistake. Raises ValidationError, PerluSetuju."""
    with _mengubah(instansi, oleh, hari, setuju):
        _hapus(Pejabat.objects.filter(instansi=instansi), pk)


def save_kepala_daerah(
    *, pemda: Pemda, isi: Mapping[str, Any], oleh: Pengguna, pk: int | None = None, akhiri: bool = False
) -> Pejabat:
    """Record or correct a term of the head of the region. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        return _simpan(Pejabat.objects.filter(pemda=pemda), Pejabat(pemda=pemda), isi, pk, akhiri)


def hapus_kepala_daerah(*, pemda: Pemda, pk: int, oleh: Pengguna) -> None:
    """Remove a term of the head of the region. Raises ValidationError where it is gone."""
    with menulis(oleh=oleh, jalur=_JALUR):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        _hapus(Pejabat.objects.filter(pemda=pemda), pk)


def samakan_tahun(*, instansi: Instansi, tahun: int | None, oleh: Pengguna | None, hari: date) -> bool:
    """Bring one year (None: the agency as it is today) to the official in force on its date; whether it changed."""
    with menulis(oleh=oleh, jalur=_JALUR):
        kunci_instansi(pk=instansi.pk)
        return ikuti_pejabat(instansi=instansi, tahun=tahun, hari=hari)


def ikuti_pejabat(*, instansi: Instansi, tahun: int | None, hari: date) -> bool:
    """As `samakan_tahun`, within the caller's event and under its lock.

    Whoever changes the date of a report calls this afterwards: the report takes the official of its date.
    """
    daftar = masa_jabatan(daftar_pejabat_kepala(instansi))
    tempat = next((t for t in load_tempat(instansi, hari) if t.tahun == tahun), None)
    satu = beda(tempat, daftar) if tempat else None
    if satu is not None:
        _tulis(instansi, satu)
    return satu is not None


@contextmanager
def _mengubah(instansi: Instansi, oleh: Pengguna, hari: date, setuju: str) -> Iterator[None]:
    """One change of the agency's terms, under its lock, with the years that follow from it."""
    with menulis(oleh=oleh, jalur=_JALUR):
        terkunci = kunci_instansi(pk=instansi.pk)
        if terkunci is None:
            raise ValidationError("Instansi ini sudah tidak ada.")
        lama = masa_jabatan(daftar_pejabat_kepala(instansi))
        yield
        baru = masa_jabatan(daftar_pejabat_kepala(instansi))
        daftar = akibat(lama, baru, load_tempat(terkunci, hari))
        if sidik(daftar) != setuju and daftar:
            raise PerluSetuju(daftar)
        for satu in daftar:
            _tulis(instansi, satu)


def _tulis(instansi: Instansi, satu: Akibat) -> None:
    tahun = satu.tempat.tahun
    baris: Instansi | TahunKinerja
    if tahun is None:
        baris = Instansi.objects.get(pk=instansi.pk)
    else:
        baris = TahunKinerja.objects.select_for_update(no_key=True).get(instansi=instansi, tahun=tahun)
    isi = asdict(satu.menjadi)
    for kolom, nilai in isi.items():
        setattr(baris, kolom, nilai)
    periksa_baris(baris)
    baris.save(update_fields=list(isi))


def _simpan(pos: QuerySet[Pejabat], baru: Pejabat, isi: Mapping[str, Any], pk: int | None, akhiri: bool) -> Pejabat:
    """One term of the post; the caller holds the lock of its owner."""
    baris = pos.filter(pk=pk).first() if pk else baru
    if baris is None:
        raise ValidationError(_HILANG)
    for kolom, nilai in isi.items():
        setattr(baris, kolom, angka_nip(nilai) if kolom == "nip" else nilai)
    periksa_baris(baris)
    baris.clean_fields()  # before the days are compared
    if akhiri:
        _akhiri_sebelumnya(pos, baris)
    _periksa_tumpuk(pos, baris)
    return simpan_baris(baris)


def _akhiri_sebelumnya(pos: QuerySet[Pejabat], baris: Pejabat) -> None:
    """The definitif whose term has no end, and began before this one, leaves the day before."""
    terbuka = pos.filter(status__in=["", StatusPejabat.DEFINITIF], sampai__isnull=True, mulai__lt=baris.mulai)
    for lama in terbuka.exclude(pk=baris.pk):
        lama.sampai = baris.mulai - timedelta(days=1)
        lama.save(update_fields=["sampai"])


def _periksa_tumpuk(pos: QuerySet[Pejabat], baris: Pejabat) -> None:
    """A post has one definitif at a time."""
    satu = masa_jabatan([baris])[0]
    if satu.status is not StatusPejabat.DEFINITIF:
        return
    lain = (m for m in masa_jabatan(pos.exclude(pk=baris.pk)) if m.status is StatusPejabat.DEFINITIF)
    tumpuk = next((m for m in lain if bertumpuk(satu, m)), None)
    if tumpuk is not None:
        raise ValidationError(
            f"Masa jabatan ini bertumpuk dengan {tumpuk.nama}, {tulis_masa(tumpuk)}. Satu jabatan hanya punya satu "
            "pejabat definitif pada satu hari: akhiri dulu masa jabatannya, atau pilih Plt., Plh., atau Pj."
        )


def tulis_masa(masa: MasaJabatan) -> str:
    """A term in words."""
    akhir = f"sampai {tulis_tanggal(masa.sampai)}" if masa.sampai else "belum berakhir"
    return f"{tulis_tanggal(masa.mulai)} {akhir}"


def _hapus(pos: QuerySet[Pejabat], pk: int) -> None:
    baris = pos.filter(pk=pk).first()
    if baris is None:
        raise ValidationError(_HILANG)
    baris.delete()
