"""Reading the letters that the tests send."""

from __future__ import annotations

import re
import time

from django.core.mail import EmailMessage

_TAUTAN = re.compile(r"https?://[^/\s]+(/sandi/\S+)")


def tautan(surat: EmailMessage) -> str:
    """The address of the one-time link in the letter, without the site."""
    cocok = _TAUTAN.search(str(surat.body))
    assert cocok is not None
    return cocok.group(1)


def tunggu(kotak: list[EmailMessage], banyak: int) -> list[EmailMessage]:
    """Letters about a forgotten password leave in a thread."""
    akhir = time.monotonic() + 5
    while len(kotak) < banyak and time.monotonic() < akhir:
        time.sleep(0.01)
    return kotak
