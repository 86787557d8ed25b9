"""Reminders by e-mail: one letter a person, nothing told twice, nothing lost when a letter could not be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.halaman.pengingat import Hal, isi_surat, judul_surat
from lkjip.pengisian.models import PengingatTerkirim
from lkjip.pengisian.selectors_pengingat import load_pengingat
from lkjip.riwayat.services import konteks_riwayat


@dataclass
class HasilPengingat:
    """Letters sent (name, address, how many things), letters that failed and people passed over (name, why)."""

    terkirim: list[tuple[str, str, int]] = field(default_factory=list)
    gagal: list[tuple[str, str]] = field(default_factory=list)
    dilewati: list[tuple[str, str]] = field(default_factory=list)


def kirim_pengingat(*, hari: date, periksa_saja: bool = False) -> HasilPengingat:
    """Remind everybody of what waits for them on this day; `periksa_saja`: say whom, and write and send nothing."""
    hasil = HasilPengingat()
    for diingatkan in load_pengingat(hari):
        orang, daftar = diingatkan.pengguna, diingatkan.daftar_hal
        if not orang.is_active or not orang.email:
            hasil.dilewati.append((_nama(orang), "belum punya alamat email" if orang.is_active else "akun tidak aktif"))
            continue
        try:
            banyak = len(daftar) if periksa_saja else _kirim(orang, daftar, hari)
        except (SMTPException, OSError, ValueError) as galat:  # ValueError: an address that no letter can carry
            hasil.gagal.append((_nama(orang), str(galat)))
            continue
        if banyak:
            hasil.terkirim.append((_nama(orang), orang.email, banyak))
    return hasil


def _nama(orang: Pengguna) -> str:
    return f"{orang} ({orang.username})"


def _kirim(orang: Pengguna, daftar: tuple[Hal, ...], hari: date) -> int:
    """Claim, commit, then send; what another run has claimed meanwhile is left to it. How many things were told.

    The claim comes first, so that two runs at once never send the same twice. A letter that fails gives it back.
    """
    diklaim = _klaim(orang, daftar)
    if not diklaim:
        return 0
    surat = EmailMessage(
        judul_surat(diklaim),
        isi_surat(str(orang), diklaim, {h.kunci: _alamat(h) for h in diklaim}, hari),
        settings.DEFAULT_FROM_EMAIL,
        [orang.email],
    )
    try:
        surat.send()
    except BaseException:
        _lepas(orang, diklaim)
        raise
    return len(diklaim)


def _alamat(hal: Hal) -> str:
    return f"{settings.ALAMAT_SITUS}{reverse(hal.halaman, args=[hal.kode, hal.tahun, hal.triwulan])}"


def _klaim(orang: Pengguna, daftar: tuple[Hal, ...]) -> tuple[Hal, ...]:
    with konteks_riwayat(jalur="perintah", alasan="pengingat"):
        return tuple(hal for hal in sorted(daftar, key=lambda h: h.kunci) if _catat(orang, hal))


def _catat(orang: Pengguna, hal: Hal) -> bool:
    """Whether it is ours to tell: the unique constraint decides, whoever else is running."""
    try:
        with transaction.atomic():
            PengingatTerkirim.objects.create(pengguna=orang, hal=hal.kunci, waktu=timezone.now())
    except IntegrityError:
        return False
    return True


def _lepas(orang: Pengguna, daftar: tuple[Hal, ...]) -> None:
    with konteks_riwayat(jalur="perintah", alasan="pengingat gagal terkirim"):
        PengingatTerkirim.objects.filter(pengguna=orang, hal__in=[h.kunci for h in daftar]).delete()
