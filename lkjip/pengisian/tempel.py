"""The preview of a paste as its page shows it: each line with the field that it would fill."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.dasar.isian import JenisIsian, tulis_dasar, tulis_isian
from lkjip.dasar.tempel import BarisTempel, HasilTempel


@dataclass(frozen=True)
class BarisPratinjau:
    """`kiriman`: name, text and base of the field, as they are sent when the preview is confirmed."""

    baris: BarisTempel
    lama: str
    baru: str
    kiriman: tuple[str, str, str] | None


def pratinjau(hasil: HasilTempel, kolom: str, jenis: JenisIsian) -> list[BarisPratinjau]:
    return [_baris(satu, kolom, jenis) for satu in hasil.daftar]


def _baris(satu: BarisTempel, kolom: str, jenis: JenisIsian) -> BarisPratinjau:
    lama = tulis_isian(satu.tujuan.lama, jenis) if satu.tujuan else ""
    if not satu.berubah or satu.tujuan is None:
        return BarisPratinjau(satu, lama, satu.teks, None)
    baru = tulis_isian(satu.nilai, jenis)
    return BarisPratinjau(satu, lama, baru, (f"{kolom}-{satu.tujuan.pk}", baru, tulis_dasar(satu.tujuan.lama)))
