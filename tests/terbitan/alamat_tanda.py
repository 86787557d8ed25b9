"""Addresses of the act of signing, and who may do what there; the version is one that the walk makes itself."""

from __future__ import annotations

from lkjip.laporan.models import TandaTanganTerbitan
from tests.pengisian.alamat import Alamat
from tests.terbitan.dunia_tanda import buat_dunia_tanda

# The head signs; who may publish may bring a file that was signed elsewhere.
PENANDA = frozenset({"kepala", "perencana", "pengelola", "admin"})


def nomor_tanda(kode: str) -> list[object]:
    """A version of this agency that waits for its signature, made when it is first asked for."""
    tanda = TandaTanganTerbitan.objects.filter(terbitan__tahun_kinerja__instansi__kode=kode).first()
    if tanda is None:
        tanda = buat_dunia_tanda(kode=kode).kepala
    return [tanda.terbitan_id, tanda.pk]


DAFTAR = (
    Alamat("tanda_tangan", nomor_tanda, pengirim=PENANDA),
    Alamat("dokumen_tanda_tangan", nomor_tanda),
)
