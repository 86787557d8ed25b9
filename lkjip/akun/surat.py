"""Letters about an account, in plain text."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage

catatan = logging.getLogger(__name__)


def kirim(judul: str, isi: str, kepada: str) -> bool:
    """Whether the mail server took the letter. A failure is in the log; what it told of is stored all the same."""
    surat = EmailMessage(judul, isi, settings.DEFAULT_FROM_EMAIL, [kepada])
    try:
        surat.send()
    except (SMTPException, OSError, ValueError):  # ValueError: an address that no letter can carry
        catatan.warning("letter not sent: %s", judul, exc_info=True)
        return False
    return True


def hanya_ke_konsol() -> bool:
    """Whether letters are printed by the server instead of sent: no mail server is set up."""
    return settings.EMAIL_BACKEND.endswith("console.EmailBackend")


def isi_lupa_sandi(nama: str, username: str, tautan: str, masa: str) -> str:
    """The letter with the link by which a forgotten password is replaced; `masa`: how long it is good, in words."""
    return "\n".join(
        (
            f"Yth. {nama},",
            "",
            "Seseorang, mungkin Anda, meminta kata sandi baru untuk akun LKjIP ini:",
            "",
            f"  Nama pengguna: {username}",
            "",
            f"Buka alamat berikut untuk membuat kata sandi baru. Alamat ini berlaku {masa} dan hanya sekali pakai:",
            "",
            f"  {tautan}",
            "",
            "Bila bukan Anda yang meminta, abaikan surat ini; kata sandi lama tetap berlaku.",
        )
    )
