"""ANG-03, ANG-04, ANG-06 in sentences that state pagu and realisasi: "pagu Rp… terealisasi Rp… (…%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, persen
from lkjip.dasar.periode import POLA_TAHUN
from lkjip.dasar.tulisan_angka import bulat
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, rp, tulis
from lkjip.pemeriksaan.aturan.hitungan_teks import serapan_teks
from lkjip.pemeriksaan.aturan.uang_teks import cocok
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan

_REALISASI = re.compile(r"\b(?:realisasi|terealisasi|terserap|penyerapan|menyerap|terpakai)")
_PAGU = re.compile(r"\b(?:pagu|anggaran|alokasi|dianggarkan)")
_DARI_PAGU = re.compile(r"\b(?:dari|terhadap) (?:\w+ )?(?:pagu|anggaran|alokasi)\b")
_LAIN = re.compile(
    r"\b(?:sisa\w*|selisih\w*|efisiensi|hemat|penghematan|tambahan|pengurangan|pendapatan|semula|menjadi|murni|awal)\b"
)
_PERSEN = re.compile(r"(?:,-|,00)?\s*(?:\(|atau|=|yaitu|yakni)[\s\w(=]{0,25}$")
_TERJAUH = 3  # times the pagu: more is an amount of something else
_TERKECIL = 100_000  # rupiah: less is money in thousands and more


@dataclass(frozen=True)
class _Serapan:
    """What a sentence says of one row's money; `persen` where it follows."""

    kalimat: Kalimat
    pagu: AngkaTulis
    realisasi: AngkaTulis
    persen: AngkaTulis | None


def _daftar(bacaan: Bacaan) -> Iterator[_Serapan]:
    """Of sentences whose amounts are pagu and realisasi by turns: else nobody can tell which belong together."""
    for kalimat in bacaan.daftar_kalimat:
        uang = [(n, a) for n, a in enumerate(kalimat.daftar_angka) if a.satuan == "Rp"]
        if (
            len(uang) < 2
            or len(uang) % 2
            or len({*POLA_TAHUN.findall(kalimat.isi)}) > 1
            or any(a.berskala or a.nilai < _TERKECIL for _, a in uang)
        ):
            continue
        peran = _daftar_peran(kalimat, [n for n, _ in uang])
        if not all({*peran[n : n + 2]} == {"pagu", "realisasi"} for n in range(0, len(peran), 2)):
            continue
        for n in range(0, len(uang), 2):
            pasangan = dict(zip(peran[n : n + 2], (a for _, a in uang[n : n + 2]), strict=True))
            yield _Serapan(kalimat, pasangan["pagu"], pasangan["realisasi"], _persen(kalimat, uang[n + 1][0]))


def _daftar_peran(kalimat: Kalimat, urutan: list[int]) -> list[str]:
    """pagu, realisasi or '' of each amount; behind a realisasi only "dari pagu" says that the same row is meant."""
    hasil: list[str] = []
    for n in urutan:
        hasil.append(_peran(kalimat, n, len(hasil) % 2 == 1 and hasil[-1] == "realisasi"))
    return hasil


def _peran(kalimat: Kalimat, n: int, sesudah_realisasi: bool) -> str:
    awal = kalimat.daftar_angka[n - 1].akhir if n else 0
    kata = kalimat.rendah[awal : kalimat.daftar_angka[n].awal]
    if _LAIN.search(kata):
        return ""
    if _REALISASI.search(kata) and not _DARI_PAGU.search(kata):
        return "realisasi"
    return "pagu" if (_DARI_PAGU if sesudah_realisasi else _PAGU).search(kata) else ""


def _persen(kalimat: Kalimat, n: int) -> AngkaTulis | None:
    """The percentage that states the quotient right behind the second amount."""
    a, p = kalimat.daftar_angka[n], next(iter(kalimat.daftar_angka[n + 1 :]), None)
    sesudah = p is not None and p.satuan == "%" and _PERSEN.fullmatch(kalimat.rendah[a.akhir : p.awal])
    return p if sesudah else None


def lebih_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-04."""
    for s in _daftar(bacaan):
        if s.pagu.nilai < s.realisasi.nilai <= s.pagu.nilai * _TERJAUH:
            yield _temuan("ANG-04", s, s.realisasi,
                          f"Naskah menulis realisasi {s.realisasi.teks} melebihi pagunya {s.pagu.teks}.",
                          f"paling banyak {rp(s.pagu.nilai)}", "realisasi ≤ pagu",
                          "Periksa realisasi dan pagunya; pakai pagu perubahan bila ada.")  # fmt: skip


def sama_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-06."""
    for s in _daftar(bacaan):
        if s.persen is not None and s.realisasi.nilai == s.pagu.nilai and s.persen.nilai != SERATUS:
            yield _temuan("ANG-06", s, s.realisasi,
                          f"Naskah menulis pagu dan realisasi yang sama, {s.realisasi.teks}, tetapi serapannya "
                          f"{s.persen.teks}.", "100%", "realisasi / pagu × 100",
                          "Periksa apakah angka realisasinya menyalin pagu.")  # fmt: skip


def serapan_kalimat(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-03: beside "n dari d" of `serapan_teks` also "pagu … realisasi … (%)", where the amounts are the data's: else
    it may be an amount that is wrong, and NAR-04 says so."""
    sudah = set()
    for t in serapan_teks(bacaan, ambang):
        sudah.add((t.letak, t.nilai))
        yield t
    for s in _daftar(bacaan):
        hasil = persen(s.realisasi.nilai, s.pagu.nilai)
        p = s.persen
        if p is None or cocok(hasil, p) or s.realisasi.nilai == s.pagu.nilai or not _menurut_data(bacaan, s):
            continue
        benar = tulis(bulat(hasil, max(p.desimal, 2)))
        satu = _temuan("ANG-03", s, p,
                       f"Tertulis serapan {p.teks}, padahal {s.realisasi.teks} dari {s.pagu.teks} adalah {benar}%.",
                       tulis(hasil), f"{rp(s.realisasi.nilai)} / {rp(s.pagu.nilai)} × 100",
                       "Ganti persennya dengan hasil hitungan, atau perbaiki rupiahnya.")  # fmt: skip
        if (satu.letak, satu.nilai) not in sudah:
            yield satu


def _menurut_data(bacaan: Bacaan, s: _Serapan) -> bool:
    hasil = persen(s.realisasi.nilai, s.pagu.nilai)
    return any(hitung(bacaan.buku.data, "serapan", k).angka == hasil
               for k in ("", *kode_sebutan(s.kalimat.daftar_sebut)))  # fmt: skip


def _temuan(aturan: str, s: _Serapan, a: AngkaTulis, pesan: str, seharusnya: str, cara: str, saran: str) -> Temuan:
    teks = s.kalimat.teks
    return galat(
        aturan, pesan, letak=teks.letak, subjek=teks.subjek, butir=f"{teks.letak} {s.kalimat.awal + a.awal}",
        nilai=a.teks, seharusnya=seharusnya, cara=cara, saran=saran, halaman=teks.halaman, argumen=teks.argumen,
        bagian=teks.bagian, kutipan=s.kalimat.isi,
    )  # fmt: skip
