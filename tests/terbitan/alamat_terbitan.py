"""The addresses of official documents, and who may do what there."""

from __future__ import annotations

from tests.pengisian.alamat import Alamat
from tests.terbitan.alamat_tanda import nomor_tanda

PENGAJU = frozenset({"perencana", "pengelola", "admin"})
PEMERIKSA = frozenset({"verifikator", "kepala"})
PENARIK = frozenset({"kepala", "pengelola", "admin"})
PENERBIT = PENGAJU | {"kepala"}


def nomor(kode: str) -> list[object]:
    return nomor_tanda(kode)[:1]


def berkas(kode: str) -> list[object]:
    return [*nomor(kode), "final"]


DAFTAR = (
    Alamat("penerbitan"),
    Alamat("dokumen_resmi"),
    Alamat("naskah_apip", status=404),  # only of what the APIP writes, see test_lhe
    Alamat("catat_tahap_naskah", status=405, pengirim=PENGAJU),
    Alamat("finalkan_naskah", pengirim=PEMERIKSA, pembaca=PEMERIKSA),
    Alamat("versi_terbitan", nomor),
    Alamat("ulangi_terbitan", nomor, status=405, pengirim=PEMERIKSA),
    Alamat("batalkan_terbitan", nomor, pengirim=PEMERIKSA, pembaca=PEMERIKSA),
    Alamat("terbitkan_versi", nomor, pengirim=PENERBIT, pembaca=PENERBIT),
    Alamat("tarik_versi", nomor, pengirim=PENARIK, pembaca=PENARIK),
    Alamat("banding_terbitan", nomor),
    Alamat("unduh_terbitan", berkas),
)
