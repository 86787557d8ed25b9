"""Where a wrong figure may come from, V: the right figure, wrongly typed or wrongly cut. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, Decimal

from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.tulisan_angka import bulat
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.data_uji import tulis_tepat_cetak
from lkjip.pemeriksaan.klaim import desimal_tercetak
from lkjip.pemeriksaan.klaim_calon import Calon, Jangkauan
from lkjip.pemeriksaan.klaim_jumlah import angka_penting
from lkjip.pemeriksaan.klaim_ruang import BESARAN_UANG, Ruang

_GESER_KOMA = (-3, -2, -1, 1, 2, 3, 6, -6)
_SATUAN_UANG = {-3: "ribuan", -6: "jutaan", -9: "miliaran"}
_MIN_KELOMPOK = 3  # of three digits each
_MIN_ANGKA = 3  # of a number of two digits every other one differs in "one digit"


def calon_tulis(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """A slip of the hand in the right figure, or in what the report prints elsewhere for the same."""
    benar, v = ruang.milik(klaim), klaim.nilai
    if v is None:
        return
    if benar is not None:
        yield from _dibulatkan(klaim, v, benar)
        yield from _satuan_uang(klaim, v, benar)
        desimal = desimal_tercetak(klaim)
        yield from tergelincir(v, bulat(benar, desimal), benar, "angka yang benar", 2)
        rinci = bulat(benar, desimal + 1)  # 101,15 printed 101,5 has lost a digit, and with it a decimal
        hilang = _jenis_salah(v, rinci)
        if hilang is not None and hilang[0] == "angka_hilang" and bulat(benar, desimal) != rinci:
            yield from tergelincir(v, rinci, benar, "angka yang benar", 2)
    for lain, rujukan, biaya in _tercetak_lain(ruang, klaim, v):
        yield from tergelincir(v, lain, lain, f"angka yang tercetak di {rujukan}", biaya)


def _tercetak_lain(ruang: Ruang, klaim: Klaim, v: Decimal) -> Iterator[tuple[Decimal, str, int]]:
    """Other numbers that the report prints for the same figure at least as often: (number, first place, cost)."""
    kunci = (klaim.subjek, ruang.tahun(klaim), klaim.triwulan, klaim.versi)
    sama = [
        k for h in ruang.per_besaran.get(klaim.besaran, ())
        if ((k := h.klaim).subjek, ruang.tahun(k), k.triwulan, k.versi) == kunci
    ]  # fmt: skip
    banyak = Counter(k.nilai for k in sama)
    for nilai, jumlah in banyak.items():
        if nilai is not None and nilai != v and jumlah >= banyak[v]:
            yield nilai, next(k.rujukan for k in sama if k.nilai == nilai), 3 if jumlah > banyak[v] else 5


def _dibulatkan(klaim: Klaim, v: Decimal, benar: Decimal) -> Iterator[Calon]:
    """Cut off, rounded up, or rounded twice: of the very figure."""
    desimal = desimal_tercetak(klaim)
    satuan = Decimal(1).scaleb(-desimal)
    tulisan = tulis_tepat_cetak(bulat(benar, desimal + 2), desimal + 2)
    if benar.quantize(satuan, ROUND_DOWN) == v:
        yield Calon(
            "dipotong",
            benar,
            f"{tulisan} dipotong menjadi {tulis_tepat_cetak(v, desimal)}, tidak dibulatkan",
            0,
            langsung=True,
        )
    elif benar.quantize(satuan, ROUND_CEILING) == v:
        yield Calon(
            "ke_atas", benar, f"{tulisan} dibulatkan ke atas menjadi {tulis_tepat_cetak(v, desimal)}", 0, langsung=True
        )
    for kasar in range(desimal):
        if bulat(benar, kasar) == v:
            yield Calon(
                "terlalu_bulat",
                benar,
                f"{tulisan} sudah dibulatkan ke {kasar or 'nol'} desimal sebelum dicetak",
                1 if kasar else 3,  # a whole number is a neighbour's more often
                langsung=True,
            )
            return


def tergelincir(v: Decimal, benar: Decimal, asal: Decimal, sebutan: str, biaya: int) -> Iterator[Calon]:
    """`benar`: as it should have been printed; `asal`: the figure itself."""
    geser = _geser_koma(v, asal)
    temu = geser or _jenis_salah(v, benar) or _kelompok(v, benar)
    if temu is not None:
        jenis, kalimat = temu
        kalimat = f"{kalimat} dari {sebutan}, {tulis(asal) if geser else tulis_tepat_cetak(benar)}"
        yield Calon(jenis, asal, kalimat, biaya, Jangkauan.DEKAT, langsung=True)


def _kelompok(v: Decimal, benar: Decimal) -> tuple[str, str] | None:
    """Of a large whole number: groups of three digits swapped or lost, or two digits that differ."""
    a, b = f"{int(v):,}".split(","), f"{int(benar):,}".split(",")
    if banyak_desimal(v) or v < 0 or len(b) < _MIN_KELOMPOK:
        return None
    beda = [n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    if len(a) == len(b) and len(beda) == 2 and sorted(a) == sorted(b):
        return "kelompok", f"Dua kelompok ribuan bertukar tempat ({b[beda[0]]} dan {b[beda[1]]})"
    hilang = next((n for n in range(1, len(b)) if a == b[:n] + b[n + 1 :]), None)
    if hilang is not None:
        return "kelompok", f"Satu kelompok ribuan ({b[hilang]}) hilang"
    x, y = _angka(v), _angka(benar)
    lain = [n for n, (p, q) in enumerate(zip(x, y, strict=False)) if p != q]
    if len(x) == len(y) and len(lain) == 2:
        return "dua_angka", f"Dua angka berbeda ({x[lain[0]]} dan {x[lain[1]]}, bukan {y[lain[0]]} dan {y[lain[1]]})"
    return None


def _satuan_uang(klaim: Klaim, v: Decimal, benar: Decimal) -> Iterator[Calon]:
    """Printed in thousands, millions or milliards of rupiah."""
    if klaim.besaran not in BESARAN_UANG or angka_penting(v) < 2:
        return
    for pangkat, satuan in _SATUAN_UANG.items():
        if v == bulat(benar.scaleb(pangkat), banyak_desimal(v)):
            kalimat = f"Ditulis dalam {satuan} rupiah, sedangkan angka yang benar {tulis(benar)} rupiah"
            yield Calon("pemisah", benar, kalimat, 1, Jangkauan.DEKAT, langsung=True)


def _geser_koma(v: Decimal, asal: Decimal) -> tuple[str, str] | None:
    """The decimal comma lost, a nought at the end too few or too many, or a separator moved."""
    for pangkat in _GESER_KOMA if angka_penting(v) > 1 and (v < 0) == (asal < 0) else ():
        geser = asal.scaleb(pangkat)
        bulat_v, bulat_asal = not banyak_desimal(v), not banyak_desimal(asal.normalize())
        utuh = bulat_v and pangkat < 0  # a whole amount without its last digit has lost a digit
        if v != (geser if utuh else bulat(geser, banyak_desimal(v))):
            continue
        if abs(pangkat) == 1 and bulat_v and bulat_asal:
            return "pemisah", f"Satu angka 0 di belakang {'kelebihan' if pangkat > 0 else 'hilang'}"
        if bulat_v and v == geser and pangkat > 0 and not bulat_asal:
            return "pemisah", "Koma desimal hilang"
        arah = "besar" if pangkat > 0 else "kecil"
        kali = tulis(Decimal(10) ** abs(pangkat))
        return "pemisah", f"{kali} kali lebih {arah}, agaknya tanda koma atau titik ribuan bergeser,"
    return None


def _jenis_salah(v: Decimal, benar: Decimal) -> tuple[str, str] | None:
    """Which single slip makes `benar` read as `v`."""
    if not benar or not v:
        return None
    if v == -benar:
        return "tanda", "Tanda minus terbalik"
    a, b = _angka(v), _angka(benar)
    return _salah_angka(a, b) if (v < 0) == (benar < 0) and min(len(a), len(b)) >= _MIN_ANGKA else None


def _angka(nilai: Decimal) -> str:
    return f"{abs(nilai):f}".replace(".", "")


def _salah_angka(a: str, b: str) -> tuple[str, str] | None:
    """`a` as printed, `b` as it should read."""
    if len(a) == len(b) and len(b) > _MIN_ANGKA:
        beda = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        if len(beda) == 2 and a[beda[0]] == b[beda[1]] and a[beda[1]] == b[beda[0]]:
            sebelah = "yang bersebelahan " if beda[1] == beda[0] + 1 else ""
            return "angka_tertukar", f"Dua angka {sebelah}bertukar tempat ({b[beda[0]]} dan {b[beda[1]]})"
        if len(beda) == 1:
            return "satu_angka", f"Satu angka berbeda ({a[beda[0]]}, bukan {b[beda[0]]})"
    if len(a) + 1 == len(b) and (hilang := _sisip(a, b)):
        return "angka_hilang", f"Satu angka ({hilang}) hilang"
    if len(a) == len(b) + 1 and (lebih := _sisip(b, a)):
        return "angka_lebih", f"Satu angka ({lebih}) kelebihan"
    return None


def _sisip(pendek: str, panjang: str) -> str:
    """The digit that makes the shorter number the longer one; '' where more than one differs."""
    n = next((n for n, x in enumerate(pendek) if x != panjang[n]), len(pendek))
    return panjang[n] if pendek[n:] == panjang[n + 1 :] else ""
