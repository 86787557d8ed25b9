"""KON-15, and what SAK-09 asks of claims: one figure of an earlier report printed in two ways (pemeriksaan.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, Decimal
from functools import partial
from itertools import combinations

from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Aturan, galat, tulis
from lkjip.pemeriksaan.aturan.klaim_tercetak import butir_klaim, sebutan_klaim, tercetak
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import BOLEH_PEMBULATAN, HasilKlaim, desimal_tercetak


def dua_angka(aturan: str, buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """KON-15, and SAK-09 for the SAKIP score: one figure in two ways; once per figure, with all the places."""
    menurut_data = {id(h.klaim): None if h.hasil.angka is None else bulat(h.hasil.angka, 2) for h in daftar}
    per_angka: dict[tuple[object, ...], list[Klaim]] = defaultdict(list)
    for k in (hasil.klaim for hasil in daftar):
        if k.nilai is not None and (k.besaran == "nilai_sakip") is (aturan == "SAK-09"):
            per_angka[k.besaran, k.subjek, k.tahun or buku.data.tahun, k.triwulan, k.versi].append(k)
    for kelompok in per_angka.values():
        pertama: dict[tuple[Decimal | None, int], Klaim] = {}
        for k in kelompok:
            pertama.setdefault((k.nilai, desimal_tercetak(k)), k)
        if not any(_bertentangan(a, b) for a, b in combinations(pertama.values(), 2)):
            continue
        berbeda = {k.nilai: k for k in reversed(pertama.values())}
        urut = [k for k in pertama.values() if berbeda[k.nilai] is k]
        tempat = "; ".join(f"{tulis(k.nilai)} di {k.rujukan}" for k in urut if k.nilai is not None)
        benar = None if urut[0].besaran == "nilai_komponen_maks" else menurut_data[id(urut[0])]
        yield galat(
            aturan,
            f"Satu angka dicetak berbeda: {sebutan_klaim(buku, urut[0])} adalah {tempat}.",
            letak="; ".join(k.rujukan for k in urut),
            subjek=urut[0].subjek,
            butir=butir_klaim(urut[0]),
            nilai="; ".join(map(tercetak, urut)),
            seharusnya="" if benar is None else benar,
            saran="Pakai satu angka di seluruh laporan"
            + (f": menurut data {tulis(benar)}." if benar is not None else "."),
            **TEMPAT_KLAIM,
        )


def _bertentangan(a: Klaim, b: Klaim) -> bool:
    """Whether two printed figures cannot be one: 99,33 and 99,3 can, and a ratio that was cut off (112,94 and 112)."""
    if a.nilai is None or b.nilai is None or a.nilai == b.nilai:
        return False
    kasar, halus = sorted((a, b), key=desimal_tercetak)
    desimal = desimal_tercetak(kasar)
    if desimal == desimal_tercetak(halus) or kasar.nilai is None or halus.nilai is None:
        return True
    terpotong = kasar.besaran in BOLEH_PEMBULATAN and halus.nilai.quantize(
        Decimal(1).scaleb(-desimal), rounding=ROUND_DOWN) == kasar.nilai  # fmt: skip
    return bulat(halus.nilai, desimal) != kasar.nilai and not terpotong


DAFTAR = (Aturan("KON-15", Tingkat.GALAT, "Angka berbeda di dua tempat", periksa_klaim=partial(dua_angka, "KON-15")),)
