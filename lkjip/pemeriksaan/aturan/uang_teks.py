"""A percentage beside its two amounts in a sentence (ANG-03, HIT-15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.pemeriksaan.bacaan import Kalimat

_DARI = re.compile(r"[\s(]*(?:(?:orang|pegawai|\w+)?\s*dari\s+(?:\w+\s+){0,3}|[/:])$")
_PERSEN_NYA = re.compile(r"[\s\w,(=]{0,40}$")
_TERJAUH = 60


def persen_dua_angka(kalimat: Kalimat) -> Iterator[tuple[AngkaTulis, AngkaTulis, AngkaTulis]]:
    """(n, d, per cent) of "n dari d … x%": three figures one after another, with words of that kind between them."""
    daftar = kalimat.daftar_angka
    for n, d, p in zip(daftar, daftar[1:], daftar[2:], strict=False):
        antara, lalu = kalimat.isi[n.akhir : d.awal], kalimat.isi[d.akhir : p.awal]
        if p.satuan != "%" or n.satuan == "%" or d.satuan == "%" or n.berskala or d.berskala or len(antara) > _TERJAUH:
            continue
        if (n.satuan == "Rp") is (d.satuan == "Rp") and _DARI.fullmatch(antara) and _menyusul(lalu) and d.nilai:
            yield n, d, p


def _menyusul(lalu: str) -> bool:
    """Whether what follows states the quotient: "atau 20,44%", "(93,18%)", "sebesar …"."""
    kata = lalu.casefold()
    tepat = _PERSEN_NYA.fullmatch(lalu) and re.search(r"\batau\b|\(|=|sebesar|setara|yaitu|yakni|mencapai", kata)
    return bool(tepat) and not re.search(r"target|naik|turun|capaian|dibanding", kata)


def cocok(hasil: Decimal, angka: AngkaTulis) -> bool:
    """Whether a typed figure is this one, rounded or cut off where it ends."""
    return abs(hasil - angka.nilai) < Decimal(1).scaleb(-angka.desimal)
