"""Users and assignments of a pemda: invited, told, limited, ended, locked out. Whoever calls has asked for the right.

Nobody here can be given more than the pemda itself: no role of an admin, no other pemda. What happens to an account as
a whole (deactivated, invitation withdrawn) happens only to one that has no work elsewhere. Letters leave after the
commit; one that fails changes nothing, and can be sent again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.akun.services import tautan_baru
from lkjip.akun.surat import kirim
from lkjip.akun.tautan import masa_tautan, tautan_sandi
from lkjip.dasar.isian import ringkas_teks
from lkjip.kelola.halaman_surat import JUDUL_TUGAS, JUDUL_UNDANGAN, Tugas, isi_tugas, isi_undangan
from lkjip.kelola.selectors_pengguna import (
    DIUNDANG,
    berperan_admin,
    cari_akun,
    daftar_di_luar,
    daftar_penugasan_pengguna,
    keadaan,
    milik_pemda,
)
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Instansi, Pemda, Penugasan, Peran
from renstra.services import kunci_instansi
from renstra.services_unit import atur_unit_penugasan

_JALUR = "pengguna"
_HILANG = "Penugasan ini sudah tidak ada. Muat ulang halaman."
PERAN_INSTANSI = (Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA)
PERAN_PEMDA = (Peran.INSPEKTORAT, Peran.PENGELOLA)


@dataclass(frozen=True)
class Undangan:
    """What is asked for. `instansi` None: a role for the whole pemda. `akun_ada`: an account found may be used."""

    nama: str
    email: str
    peran: str
    instansi: Instansi | None = None
    username: str = ""
    daftar_unit: Collection[int] = ()
    dari: date | None = None
    sampai: date | None = None
    akun_ada: bool = False


@dataclass(frozen=True)
class HasilUndangan:
    """`baru`: an account was made. `terkirim`: the letter left; `alamat` is '' for an account without an address."""

    pengguna: Pengguna
    baru: bool
    terkirim: bool
    alamat: str


class AkunSudahAda(ValidationError):
    """The address or name belongs to somebody: `pengguna`. With `akun_ada` the assignment is added to that account."""

    def __init__(self, pengguna: Pengguna) -> None:
        super().__init__(
            f"Sudah ada akun atas nama {pengguna} ({pengguna.username}). Bila memang orang ini, centang “tambahkan ke "
            "akun yang sudah ada”, lalu kirim lagi.",
            code="akun_ada",
        )
        self.pengguna = pengguna


def undang(*, pemda: Pemda, isi: Undangan, oleh: Pengguna, hari: date) -> HasilUndangan:
    """Give somebody a role; who has no account gets one and a link, who has one is told. Raises ValidationError."""
    _periksa_lingkup(pemda, isi)
    try:
        with konteks_riwayat(oleh=oleh, jalur=_JALUR):
            if isi.instansi is not None:
                kunci_instansi(pk=isi.instansi.pk)
            lama = _akun_lama(isi, oleh)
            pengguna = lama or _akun_baru(isi)
            tugas = _tugaskan(pemda, pengguna, isi, hari)
            if isi.daftar_unit and isi.instansi is not None:
                atur_unit_penugasan(instansi=isi.instansi, penugasan=tugas.pk, daftar_unit=isi.daftar_unit, oleh=oleh)
    except IntegrityError as galat:  # two invitations of the same person at the same moment
        raise ValidationError("Orang ini baru saja diundang oleh orang lain. Muat ulang daftar pengguna.") from galat
    if keadaan(pengguna) == DIUNDANG:
        return HasilUndangan(pengguna, lama is None, _kirim_undangan(pengguna, oleh), pengguna.email)
    return HasilUndangan(pengguna, lama is None, _kabari(pengguna, tugas, oleh), pengguna.email)


def _periksa_lingkup(pemda: Pemda, isi: Undangan) -> None:
    if isi.instansi is None:
        if isi.peran not in PERAN_PEMDA:
            raise ValidationError("Pilih instansi untuk peran ini.")
        return
    if isi.peran not in PERAN_INSTANSI:
        raise ValidationError("Peran ini untuk seluruh pemerintah daerah: kosongkan instansinya.")
    if isi.instansi.pemda_id != pemda.pk:
        raise ValidationError("Instansi ini bukan milik pemerintah daerah ini.")


def _akun_lama(isi: Undangan, oleh: Pengguna) -> Pengguna | None:
    """The account that address and name mean. Its address stays: a password could be set through another."""
    daftar = cari_akun(email=isi.email, username=isi.username)
    if len(daftar) > 1:
        raise ValidationError(
            "Alamat surel dan nama pengguna ini menunjuk lebih dari satu akun. Periksa keduanya, atau hubungi admin."
        )
    if not daftar:
        return None
    pengguna = Pengguna.objects.select_for_update(no_key=True).get(pk=daftar[0].pk)
    if alasan := alasan_dilindungi(pengguna, oleh):
        raise ValidationError(alasan)
    if not isi.akun_ada:
        raise AkunSudahAda(pengguna)
    return pengguna


def _akun_baru(isi: Undangan) -> Pengguna:
    pengguna = Pengguna(username=isi.username or isi.email.lower(), nama=ringkas_teks(isi.nama), email=isi.email)
    pengguna.set_unusable_password()
    return simpan_baris(pengguna)


def _tugaskan(pemda: Pemda, pengguna: Pengguna, isi: Undangan, hari: date) -> Penugasan:
    """A row a role and place: one that has ended is opened again, and its history tells of both times."""
    tempat: dict[str, Any] = {"instansi": isi.instansi, "pemda": None if isi.instansi else pemda}
    tugas = Penugasan.objects.filter(pengguna=pengguna, peran=isi.peran, **tempat).first()
    if tugas is not None and (tugas.berlaku_sampai is None or tugas.berlaku_sampai >= hari):
        raise ValidationError(f"{pengguna} sudah punya penugasan ini.")
    tugas = tugas or Penugasan(pengguna=pengguna, peran=isi.peran, **tempat)
    tugas.berlaku_dari, tugas.berlaku_sampai = isi.dari, isi.sampai
    simpan_baris(tugas)
    tugas.daftar_unit_penugasan.all().delete()
    return tugas


def kirim_ulang(*, pengguna: Pengguna, oleh: Pengguna) -> bool:
    """A new link for who has not come yet; the old ones are dead from then on. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        baris = _belum_masuk(pengguna, oleh)
        tautan_baru(baris)
    return _kirim_undangan(baris, oleh)


def batalkan_undangan(*, pemda: Pemda, pengguna: Pengguna, oleh: Pengguna) -> None:
    """Withdraw what was never used: the assignments here, and the account where nothing else needs it.

    Raises ValidationError where a team of an evaluation names them.
    """
    with menulis(oleh=oleh, jalur=_JALUR):
        baris = _belum_masuk(pengguna, oleh)
        Penugasan.objects.filter(milik_pemda(pemda), pengguna=baris).delete()
        if Penugasan.objects.filter(pengguna=baris).exists():
            return
        try:
            baris.delete()
        except ProtectedError as galat:
            raise ValidationError(
                f"{baris} sudah menjadi anggota tim evaluasi. Keluarkan dahulu dari timnya, lalu batalkan undangannya."
            ) from galat


def _belum_masuk(pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    baris = _kunci_pengguna(pengguna, oleh)
    if keadaan(baris) != DIUNDANG:
        raise ValidationError(f"{baris} tidak sedang menunggu undangan. Muat ulang halaman.")
    return baris


def atur_aktif(*, pemda: Pemda, pengguna: Pengguna, aktif: bool, oleh: Pengguna, hari: date) -> None:
    """Lock an account out, at once and everywhere, or let it in again. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        baris = _kunci_pengguna(pengguna, oleh)
        if luar := daftar_di_luar(baris, pemda, hari):
            tempat = ", ".join(sorted({str(p.instansi or p.pemda or "semua instansi") for p in luar}))
            raise ValidationError(
                f"{baris} juga bertugas di {tempat}, jadi akunnya tidak diatur dari sini. Akhiri penugasannya di "
                "pemerintah daerah ini, atau hubungi admin."
            )
        baris.is_active = aktif
        baris.save(update_fields=["is_active"])
        if not baris.has_usable_password():
            tautan_baru(baris)


def atur_masa(
    *, pemda: Pemda, pengguna: Pengguna, penugasan: int, dari: date | None, sampai: date | None, oleh: Pengguna
) -> Penugasan:
    """From when to when an assignment holds; to end it, give its last day. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        tugas = _ambil_tugas(pemda, pengguna, penugasan, oleh)
        tugas.berlaku_dari, tugas.berlaku_sampai = dari, sampai
        return simpan_baris(tugas)


def atur_unit(
    *, pemda: Pemda, pengguna: Pengguna, penugasan: int, daftar_unit: Collection[int], oleh: Pengguna
) -> None:
    """Limit a perencana to these units; with none they work on the whole agency. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        instansi = Instansi.objects.filter(daftar_penugasan=penugasan, pemda=pemda).first()
        if instansi is None:
            raise ValidationError(_HILANG)
        kunci_instansi(pk=instansi.pk)
        tugas = _ambil_tugas(pemda, pengguna, penugasan, oleh)
        atur_unit_penugasan(instansi=instansi, penugasan=tugas.pk, daftar_unit=daftar_unit, oleh=oleh)


def _ambil_tugas(pemda: Pemda, pengguna: Pengguna, pk: int, oleh: Pengguna) -> Penugasan:
    """An assignment of this user in this pemda, with the user's row locked."""
    _kunci_pengguna(pengguna, oleh)
    tugas = Penugasan.objects.filter(milik_pemda(pemda), pk=pk, pengguna=pengguna).first()
    if tugas is None:
        raise ValidationError(_HILANG)
    return tugas


def _kunci_pengguna(pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    baris = Pengguna.objects.select_for_update(no_key=True).filter(pk=pengguna.pk).first()
    if baris is None:
        raise ValidationError("Akun ini sudah tidak ada. Muat ulang daftar pengguna.")
    if alasan := alasan_dilindungi(baris, oleh):
        raise ValidationError(alasan)
    return baris


def alasan_dilindungi(pengguna: Pengguna, oleh: Pengguna) -> str:
    """Why this account is not touched from the pages of a pemda; '' where it may be."""
    if pengguna.pk == oleh.pk:
        return "Akun dan penugasan Anda sendiri diurus oleh pengelola lain atau admin."
    if pengguna.is_superuser or pengguna.is_staff or berperan_admin(pengguna):
        return "Akun admin diurus lewat halaman admin, bukan dari sini."
    return ""


def _kirim_undangan(pengguna: Pengguna, oleh: Pengguna) -> bool:
    """The letter names everything the account is for; whether it left."""
    if not pengguna.email:
        return False
    tugas = [_tugas(t) for t in daftar_penugasan_pengguna(pengguna)]
    tautan = tautan_sandi(pengguna)
    isi = isi_undangan(str(pengguna), str(oleh), tugas, pengguna.username, tautan, masa_tautan())
    return kirim(JUDUL_UNDANGAN, isi, pengguna.email)


def _kabari(pengguna: Pengguna, tugas: Penugasan, oleh: Pengguna) -> bool:
    if not pengguna.email or not pengguna.is_active:
        return False
    alamat = settings.ALAMAT_SITUS + reverse("masuk")
    segar = daftar_penugasan_pengguna(pengguna).get(pk=tugas.pk)
    return kirim(
        JUDUL_TUGAS, isi_tugas(str(pengguna), str(oleh), _tugas(segar), pengguna.username, alamat), pengguna.email
    )


def _tugas(tugas: Penugasan) -> Tugas:
    unit = [u.unit.nama for u in tugas.daftar_unit_penugasan.all()]
    tempat = str(tugas.instansi or tugas.pemda or "semua instansi")
    return Tugas(str(Peran(tugas.peran).label), tempat, unit, tugas.berlaku_dari, tugas.berlaku_sampai)
