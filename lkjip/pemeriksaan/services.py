"""Everything written about claims. Call within `konteks_riwayat`."""

from __future__ import annotations

from collections.abc import Sequence

from lkjip.dasar.rekaman import isi_kolom
from lkjip.pemeriksaan import data
from lkjip.pemeriksaan.models import Klaim
from lkjip.riwayat.services import Penyesuai, menyesuaikan
from renstra.models import TahunKinerja


def save_klaim(
    *, tahun_kinerja: TahunKinerja, daftar_klaim: Sequence[data.Klaim], penyesuai: Penyesuai | None = None
) -> None:
    """Make the stored claims of one agency-year read as `daftar_klaim`; unchanged rows are not touched."""
    with menyesuaikan(penyesuai) as alat:
        lama = Klaim.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")
        ingin = [Klaim(tahun_kinerja=tahun_kinerja, urutan=n, **isi_kolom(k)) for n, k in enumerate(daftar_klaim, 1)]
        alat.baris(lama=lama, baru=ingin)
