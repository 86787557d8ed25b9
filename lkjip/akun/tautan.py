"""The one-time link by which somebody sets a password: after an invitation, or when it was forgotten.

It dies once it was used (the password is part of what it signs), once a newer one was made by `services.tautan_baru`,
after settings.PASSWORD_RESET_TIMEOUT, and for a user who may not log in.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from lkjip.akun.models import Pengguna


class PembuatToken(PasswordResetTokenGenerator):
    """Django's, but never good for somebody who was deactivated."""

    key_salt = "lkjip.akun.tautan"

    def check_token(self, user: Pengguna | None, token: str | None) -> bool:
        return user is not None and user.is_active and super().check_token(user, token)


TOKEN = PembuatToken()


def tautan_sandi(pengguna: Pengguna) -> str:
    """The whole address, for a letter."""
    uid = urlsafe_base64_encode(force_bytes(pengguna.pk))
    return settings.ALAMAT_SITUS + reverse("sandi_baru", args=[uid, TOKEN.make_token(pengguna)])


def masa_tautan() -> str:
    """How long a link is good, in words."""
    jam = settings.PASSWORD_RESET_TIMEOUT // 3600
    return f"{jam // 24} hari" if jam >= 24 and jam % 24 == 0 else f"{jam} jam"
