"""The logo of an agency or a pemda, for pages and documents."""

from __future__ import annotations

from renstra.models import Instansi, Pemda
from renstra.simpanan_logo import baca_logo


def muat_logo(instansi: Instansi) -> bytes | None:
    """A PNG: the agency's own logo, else that of its pemda; None where neither has one."""
    sendiri = baca_logo(instansi.logo)
    if sendiri is None and instansi.pemda is not None:
        return muat_logo_pemda(instansi.pemda)
    return sendiri


def muat_logo_pemda(pemda: Pemda) -> bytes | None:
    """The picture of the pemda; None where there is none."""
    return baca_logo(pemda.logo)


def sidik_logo(instansi: Instansi) -> str:
    """The SHA-256 of the picture that `muat_logo` gives, as stored; '' where neither has one."""
    return instansi.logo or (instansi.pemda.logo if instansi.pemda is not None else "")
