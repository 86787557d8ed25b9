"""What a crash page and a crash report may show: nothing that is marked as secret, whether or not DEBUG is on."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.views.debug import SafeExceptionReporterFilter


class SaringanGalat(SafeExceptionReporterFilter):
    """Django's own shows everything while DEBUG is on; yet a passphrase typed at a trial server may be a real one."""

    hidden_settings = re.compile("API|AUTH|TOKEN|KEY|SECRET|PASS|SIGNATURE|HTTP_COOKIE|SANDI", re.IGNORECASE)

    def is_active(self, request: HttpRequest | None) -> bool:
        return True
