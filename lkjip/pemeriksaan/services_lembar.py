"""Where the claims are stored, for the page that changes them row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip.pemeriksaan import data
from lkjip.pemeriksaan.models import Klaim
from lkjip.pemeriksaan.services import save_klaim
from lkjip.riwayat.services import Penyesuai
from renstra.models import TahunKinerja
from renstra.selectors_lembar import TempatLembar


def _save(tahun_kinerja: TahunKinerja, daftar: Sequence[data.Klaim], alat: Penyesuai) -> None:
    save_klaim(tahun_kinerja=tahun_kinerja, daftar_klaim=daftar, penyesuai=alat)


TEMPAT: Mapping[str, TempatLembar] = {
    "klaim": TempatLembar(
        "klaim",
        Klaim,
        ("rujukan", "besaran", "subjek", "tahun", "triwulan", "versi", "nilai", "desimal", "teks"),
        _save,
    ),
}
