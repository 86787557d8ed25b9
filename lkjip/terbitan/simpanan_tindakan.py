"""What came back from signing, until it counts: one file for each attempt, so that a killed process loses nothing.

One write holds the file and what the service said about it; whoever finds it can finish the attempt.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from renstra.simpanan_berkas import tulis_utuh

_AKHIRAN = ".kembali"


@dataclass(frozen=True)
class BerkasKembali:
    """`sidik_masuk`: of the file that was sent, so that a leftover is not taken for another attempt's."""

    isi: bytes = field(repr=False)
    sidik_masuk: str
    id_dokumen: str = ""


def simpan_kembali(tindakan: int, berkas: BerkasKembali) -> None:
    kepala = json.dumps({"sidik_masuk": berkas.sidik_masuk, "id_dokumen": berkas.id_dokumen}).encode()
    tulis_utuh(_path(tindakan), [kepala, b"\n", berkas.isi])


def baca_kembali(tindakan: int) -> BerkasKembali | None:
    """None where nothing came back, or what lies there is no such file."""
    try:
        kepala, _, isi = _path(tindakan).read_bytes().partition(b"\n")
        sebutan = json.loads(kepala)
        return BerkasKembali(isi, str(sebutan["sidik_masuk"]), str(sebutan["id_dokumen"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def hapus_kembali(tindakan: int) -> None:
    _path(tindakan).unlink(missing_ok=True)


def daftar_kembali() -> Iterator[int]:
    """The attempts of which something lies there."""
    folder = _folder()
    for berkas in sorted(folder.glob(f"*{_AKHIRAN}")) if folder.is_dir() else ():
        if berkas.stem.isdigit():
            yield int(berkas.stem)


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT) / "tindakan"


def _path(tindakan: int) -> Path:
    return _folder() / f"{tindakan}{_AKHIRAN}"
