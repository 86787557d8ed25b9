"""A percentage beside its two amounts in a sentence (ANG-03, HIT-15)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.pemeriksaan.bacaan import Kalimat

_DARI = re.compile(r"[\s(]*(?:(?:orang|pegawai|\w+)?\s*dari\s+(?:\w+\s+){0,3}|[/:])$")
_PERSEN_NYA = re.compile(r"[\s\w,(=]{0,40}$")
_YAITU = re.compile(r"[\s,]*(?:\(|atau |yaitu |yakni |dengan )+(?:sebanyak |sejumlah |sebesar )?")
_DARI_DEPAN = re.compile(r"\b[Dd]ari (?:(?:total|jumlah|seluruh|sebanyak|semua|keseluruhan) ){0,2}$")
_KOMA = re.compile(r"[^.;:\d%]{0,50}, (?:sebanyak |sejumlah )?")
_KURUNG = re.compile(r" [^.;:,\d%]{0,40}(?:\(|atau (?:sebesar )?)")
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


def persen_di_depan(kalimat: Kalimat) -> Iterator[tuple[AngkaTulis, AngkaTulis, AngkaTulis]]:
    """(n, d, per cent) of "86,40 persen, yaitu 36.288 dari 42.000" and of "dari 42.000 orang, 36.288 (86,40%)"."""
    daftar = kalimat.daftar_angka
    for a, b, c in zip(daftar, daftar[1:], daftar[2:], strict=False):
        antara, lalu = kalimat.isi[a.akhir : b.awal], kalimat.isi[b.akhir : c.awal]
        if a.satuan == "%":
            p, n, d = a, b, c
            bersambung = bool(_YAITU.fullmatch(antara) and _DARI.fullmatch(lalu)) and len(lalu) <= _TERJAUH
        else:
            d, n, p = a, b, c
            depan = _DARI_DEPAN.search(kalimat.isi[max(0, a.awal - 40) : a.awal])
            bersambung = bool(depan and _KOMA.fullmatch(antara) and _KURUNG.fullmatch(lalu))
        sejenis = "%" not in (n.satuan, d.satuan) and (n.satuan == "Rp") is (d.satuan == "Rp")
        if bersambung and p.satuan == "%" and sejenis and not (n.berskala or d.berskala) and 0 < n.nilai <= d.nilai:
            yield n, d, p


def _menyusul(lalu: str) -> bool:
    """Whether what follows states the quotient: "atau 20,44%", "(93,18%)", "sebesar …"."""
    kata = lalu.casefold()
    tepat = _PERSEN_NYA.fullmatch(lalu) and re.search(r"\batau\b|\(|=|sebesar|setara|yaitu|yakni|mencapai", kata)
    return bool(tepat) and not re.search(r"target|naik|turun|capaian|dibanding", kata)


def cocok(hasil: Decimal, angka: AngkaTulis) -> bool:
    """Whether a typed figure is this one, rounded or cut off where it ends."""
    return abs(hasil - angka.nilai) < Decimal(1).scaleb(-angka.desimal)
