"""The entry for a web server: `gunicorn lkjip.wsgi`. In a small office it also makes the ordered files."""

import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkjip.settings")
_situs = get_wsgi_application()


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """Django's, with this process's worker beside it from the first request on."""
    from lkjip.penyusunan.pekerja import hidupkan_pekerja

    hidupkan_pekerja()
    jawaban: Iterable[bytes] = _situs(environ, start_response)
    return jawaban
