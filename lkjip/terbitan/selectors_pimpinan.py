"""Which places for a signature wait for one user."""

from __future__ import annotations

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.laporan.models import TandaTanganTerbitan
from lkjip.terbitan.akses_tanda_tangan import hak_tanda
from renstra.akses import Hak, ambil_pimpinan
from renstra.models import TahunKinerja


def tempat_menunggu(pengguna: Pengguna, hak: Hak, tahun_kinerja: TahunKinerja) -> frozenset[int]:
    """The pk of empty places in final versions of the year that are this user's own to sign. Two queries."""
    kosong = TandaTanganTerbitan.objects.filter(
        terbitan__tahun_kinerja=tahun_kinerja, terbitan__keadaan=KeadaanTerbitan.FINAL, sidik_hasil=""
    )
    pimpinan = ambil_pimpinan(pengguna, tahun_kinerja.instansi)
    return frozenset(t.pk for t in kosong if hak_tanda(pengguna, hak, pimpinan, t).sendiri)
