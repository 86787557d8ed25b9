"""A process that signs and stops for ever at one place, so that a test can kill it there: `python -m … PK USER WHERE`.

Where: `penanda` (the signer has been asked), `kembali` (its answer lies there), `simpan` (just before it counts).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

import django


def _berhenti(*argumen: Any, **lain: Any) -> Any:
    Path(sys.argv[4]).touch()
    time.sleep(600)


def main() -> None:
    django.setup()
    from django.conf import settings

    from lkjip.akun.models import Pengguna
    from lkjip.laporan.data_terbitan import CaraTandaTangan
    from lkjip.laporan.models import TandaTanganTerbitan
    from lkjip.laporan.signing.data import Rahasia
    from lkjip.laporan.signing.p12 import PenandaP12, SetelanTandaTangan
    from lkjip.laporan.signing.setelan import kepercayaan
    from lkjip.terbitan.services_tanda_tangan import Pelaku, tandatangani

    tempat = {
        "penanda": "lkjip.laporan.signing.p12.PenandaP12.tandatangani",
        "kembali": "lkjip.terbitan.services_tanda_tangan.putuskan",
        "simpan": "lkjip.terbitan.services_tanda_tangan._majukan",
    }[sys.argv[3]]
    tanda = TandaTanganTerbitan.objects.select_related("terbitan").get(pk=sys.argv[1])
    oleh = Pengguna.objects.get(username=sys.argv[2])
    kunci = (Path(settings.KUNCI) / "pemegang" / "kepala.p12").read_bytes()
    penanda = PenandaP12(kunci, Rahasia(sys.stdin.readline().strip()), SetelanTandaTangan())
    pelaku = Pelaku(oleh, CaraTandaTangan.P12, tanda.terbitan.sidik_kini)
    with patch(tempat, _berhenti):
        tandatangani(tanda=tanda, penanda=penanda, pelaku=pelaku, kepercayaan=kepercayaan())


if __name__ == "__main__":
    main()
