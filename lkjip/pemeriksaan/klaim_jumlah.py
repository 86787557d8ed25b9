"""Where a wrong figure may come from, III: a sum of money over another set of rows, or of other amounts. Pure.

A sum that is off by exactly what one row would change explains itself; two rows are tried only where the amounts have
so many digits that chance is out of the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_FLOOR, Decimal
from itertools import islice

from anggaran.besaran import JenisSubjek, daftar_baris_sasaran, jenis_subjek
from lkjip.dasar.hitungan import NOL, jumlah
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim import desimal_tercetak
from lkjip.pemeriksaan.klaim_calon import Calon, Jangkauan
from lkjip.pemeriksaan.klaim_ruang import BESARAN_UANG, Ruang, tempat
from renstra.data import Versi

_ANGKA_PASANGAN = 6  # digits (zeros at the end apart) that a difference needs to be worth a search among pairs
_ANGKA_SATU = 3
_MAKS_GESER = 2000
_BAYANG = {"jumlah_pagu": "pagu", "jumlah_realisasi": "realisasi_anggaran"}


@dataclass(frozen=True)
class _Geser:
    """What one row would change in the sum, and how that is said."""

    jenis: str
    nilai: Decimal
    kalimat: str
    biaya: int
    kode: str


def calon_jumlah(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """Another sum than that of the data which gives the printed amount."""
    benar = ruang.milik(klaim)
    if klaim.besaran not in BESARAN_UANG or benar is None or klaim.nilai is None:
        return
    puncak = baris_puncak(ruang, klaim)
    if not puncak:
        return
    yield from _dari_daun(ruang, klaim, puncak)
    selisih = klaim.nilai - benar
    if angka_penting(selisih) < _ANGKA_SATU:
        return
    daftar = list(islice(_daftar_geser(ruang, klaim, puncak), _MAKS_GESER))
    kata = "pagu" if klaim.besaran == "jumlah_pagu" else "realisasi"
    for g in daftar:
        if _sama(benar + g.nilai, klaim):
            yield Calon(
                g.jenis, benar + g.nilai, f"Jumlah {kata} {g.kalimat}", g.biaya, Jangkauan.SEDANG, terpotong=True
            )
    if angka_penting(selisih) >= _ANGKA_PASANGAN:
        for a, b in _pasangan(daftar, selisih):
            nilai = benar + a.nilai + b.nilai
            if _sama(nilai, klaim):
                yield Calon(
                    "dua_baris", nilai, f"Jumlah {kata} {a.kalimat}, dan {b.kalimat}", 7, Jangkauan.JAUH, terpotong=True
                )
                return


def angka_penting(nilai: Decimal) -> int:
    """Digits of a number without the zeros at either end: what it would take to hit upon it by chance."""
    angka = "".join(map(str, abs(nilai).normalize().as_tuple().digits))
    return len(angka.strip("0"))


def _sama(nilai: Decimal, klaim: Klaim) -> bool:
    desimal = desimal_tercetak(klaim)
    tercetak = klaim.nilai
    return (
        tercetak is not None
        and abs(nilai - tercetak) < 1
        and (bulat(nilai, desimal) == tercetak or nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_DOWN) == tercetak)
    )


def baris_puncak(ruang: Ruang, klaim: Klaim) -> Sequence[str]:
    """Kode of the rows that are added up; none for a leaf or for belanja."""
    uang = ruang.data.anggaran
    jenis = jenis_subjek(uang, klaim.subjek, ruang.tahun(klaim))
    if jenis is JenisSubjek.SASARAN:
        return daftar_baris_sasaran(uang, klaim.subjek)
    if jenis in {JenisSubjek.TOTAL, JenisSubjek.ANGGARAN}:
        return [a.kode for a in uang.daftar_anak.get(klaim.subjek, ())]
    return ()


def _di_bawah(ruang: Ruang, daftar: Sequence[str]) -> Iterator[str]:
    for kode in daftar:
        yield kode
        yield from _di_bawah(ruang, [a.kode for a in ruang.data.anggaran.daftar_anak.get(kode, ())])


def _tampil(ruang: Ruang, klaim: Klaim, kode: str, versi: str | None = None) -> Decimal | None:
    """What the row counts for in the sum."""
    asal = klaim.versi.value if klaim.versi else None
    return ruang.angka(_BAYANG[klaim.besaran], kode, klaim.tahun, klaim.triwulan, versi or asal)


def _dari_daun(ruang: Ruang, klaim: Klaim, puncak: Sequence[str]) -> Iterator[Calon]:
    """The sum of the lowest rows, where rows above them record something else."""
    anak = ruang.data.anggaran.daftar_anak
    daun = [_tampil(ruang, klaim, kode) for kode in _di_bawah(ruang, puncak) if not anak.get(kode)]
    nilai = [n for n in daun if n is not None]
    if nilai and len(nilai) == len(daun):
        kalimat = f"Jumlah {len(nilai)} baris terbawah ({tulis(jumlah(nilai))}), bukan jumlah baris di atasnya"
        yield Calon("jumlah_daun", jumlah(nilai), kalimat, 2)


def _daftar_geser(ruang: Ruang, klaim: Klaim, puncak: Sequence[str]) -> Iterator[_Geser]:
    dalam = list(_di_bawah(ruang, puncak))
    for kode in dalam:
        nilai = _tampil(ruang, klaim, kode)
        if nilai is not None:
            yield from _geser_baris(ruang, klaim, kode, nilai)
    if not klaim.subjek:
        return
    tercakup, leluhur = set(dalam), _leluhur(ruang, klaim.subjek)
    for kode in ruang.data.anggaran.anggaran_per_kode:
        nilai = None if kode in tercakup or kode in leluhur else _tampil(ruang, klaim, kode)
        if nilai:
            yield _Geser("lebih_satu", nilai, f"ditambah {kode} ({tulis(nilai)}), yang bukan bagiannya", 4, kode)


def _leluhur(ruang: Ruang, kode: str) -> set[str]:
    hasil: set[str] = set()
    while kode in ruang.data.anggaran.anggaran_per_kode and kode not in hasil:
        hasil.add(kode)
        kode = ruang.data.anggaran.anggaran_per_kode[kode].induk
    return hasil


def _geser_baris(ruang: Ruang, klaim: Klaim, kode: str, nilai: Decimal) -> Iterator[_Geser]:
    if nilai:
        yield _Geser("tanpa_satu", -nilai, f"tanpa {kode} ({tulis(nilai)})", 3, kode)
        yield _Geser("dobel", nilai, f"dengan {kode} ({tulis(nilai)}) terhitung dua kali", 5, kode)
    anak = ruang.angka(klaim.besaran, kode, klaim.tahun, klaim.triwulan, klaim.versi.value if klaim.versi else None)
    if anak is not None and anak != nilai:
        kalimat = (
            f"bila {kode} dihitung dari jumlah baris di bawahnya ({tulis(anak)}), bukan yang tercatat padanya "
            f"({tulis(nilai)})"
        )
        yield _Geser("dari_anak", anak - nilai, kalimat, 2, kode)
    if klaim.besaran == "jumlah_pagu":
        for versi in Versi:
            lain = _tampil(ruang, klaim, kode, versi.value)
            if lain is not None and lain != nilai:
                yield _Geser(
                    "versi_satu",
                    lain - nilai,
                    f"dengan pagu {versi.value} {kode} ({tulis(lain)}, bukan {tulis(nilai)})",
                    4,
                    kode,
                )
    for cetak in _tercetak(ruang, klaim, kode):
        if cetak not in {nilai, anak}:
            yield _Geser(
                "cetak_satu",
                cetak - nilai,
                f"dengan {kode} seperti tercetak ({tulis(cetak)}, bukan {tulis(nilai)})",
                3,
                kode,
            )
    if klaim.besaran == "jumlah_realisasi":
        yield from _geser_realisasi(ruang, klaim, kode, nilai)


def _geser_realisasi(ruang: Ruang, klaim: Klaim, kode: str, nilai: Decimal) -> Iterator[_Geser]:
    """Pagu typed into the column of realisasi; another quarter's amount."""
    pagu = ruang.angka("pagu", kode, klaim.tahun)
    if pagu is not None and pagu != nilai:
        yield _Geser("pagu_satu", pagu - nilai, f"dengan pagu {kode} ({tulis(pagu)}) sebagai realisasinya", 4, kode)
    for tw in DAFTAR_TRIWULAN:
        lain = ruang.angka("realisasi_anggaran", kode, klaim.tahun, tw)
        if lain is not None and lain != nilai:
            kalimat = f"dengan realisasi {kode} s.d. {nama_triwulan(tw)} ({tulis(lain)})"
            yield _Geser("triwulan_satu", lain - nilai, kalimat, 4, kode)


def _tercetak(ruang: Ruang, klaim: Klaim, kode: str) -> Sequence[Decimal]:
    """What the report prints for that row, in the same table."""
    return ruang.cetak_per_baris.get((tempat(klaim), klaim.besaran, kode), ())


def _pasangan(daftar: Sequence[_Geser], selisih: Decimal) -> Iterator[tuple[_Geser, _Geser]]:
    """Two changes of different rows that make up the difference, the simplest first; linear by a look-up."""
    berbeda = sorted(
        (g for g in daftar if g.jenis not in {"dobel", "lebih_satu"} and g.nilai != NOL), key=lambda g: g.biaya
    )
    per_nilai: dict[int, list[_Geser]] = {}
    for g in berbeda:
        per_nilai.setdefault(_lantai(g.nilai), []).append(g)
    hasil = [
        (a, b)
        for a in berbeda
        for n in (-1, 0, 1)
        for b in per_nilai.get(_lantai(selisih - a.nilai) + n, ())
        if not (a.kode.startswith(b.kode) or b.kode.startswith(a.kode))
    ]
    yield from sorted(hasil, key=lambda p: p[0].biaya + p[1].biaya)


def _lantai(nilai: Decimal) -> int:
    return int(nilai.to_integral_value(ROUND_FLOOR))
