"""Who may do what with an official document: the agency's own people, or those of the APIP with what the APIP writes.

The agency, and everybody else, sees a document of the APIP only once it is published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import PERNAH_TERBIT, KeadaanTerbitan
from lkjip.terbitan.data_dokumen import milik_apip
from lkjip.terbitan.data_versi import VersiDokumen
from renstra import akses
from renstra.akses import Hak


@dataclass(frozen=True)
class HakDokumen:
    """What a user may do with a document of one kind. `lihat_naskah`: read it before it is published."""

    lihat_naskah: bool = False
    ajukan: bool = False
    periksa: bool = False
    finalkan: bool = False
    terbitkan: bool = False
    tarik: bool = False


def hak_dokumen(hak: Hak, jenis: JenisBerkas) -> HakDokumen:
    """Nobody hands in or checks a document of the APIP: the stages of its evaluation or reviu have done that."""
    if milik_apip(jenis):
        apip = akses.boleh_evaluasi(hak)
        return HakDokumen(lihat_naskah=apip, finalkan=apip, terbitkan=apip, tarik=apip)
    return HakDokumen(
        lihat_naskah=hak.lihat,
        ajukan=akses.boleh_ajukan_naskah(hak),
        periksa=akses.boleh_periksa_naskah(hak),
        finalkan=akses.boleh_finalkan(hak),
        terbitkan=akses.boleh_terbitkan(hak),
        tarik=akses.boleh_tarik(hak),
    )


def boleh_lihat_versi(hak: Hak, jenis: str, keadaan: str) -> bool:
    """Whether a user with these rights may open a version of this kind in this state, its files included."""
    terlihat = hak_dokumen(hak, JenisBerkas(jenis)).lihat_naskah
    return terlihat or (hak.lihat and KeadaanTerbitan(keadaan) in PERNAH_TERBIT)


def versi_terlihat(hak: Hak, daftar: Iterable[VersiDokumen]) -> tuple[VersiDokumen, ...]:
    """Those of them that the user may open."""
    return tuple(v for v in daftar if boleh_lihat_versi(hak, v.jenis, v.keadaan))
