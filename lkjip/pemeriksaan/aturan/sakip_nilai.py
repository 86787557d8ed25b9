"""SAK-01, 09: the SAKIP score as printed and as written, against its components and against itself (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from lkjip.besaran import hitung
from lkjip.dasar.hitungan import jumlah
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_cari import Cari
from lkjip.laporan.compose.angka_kolam import Kolam
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, Aturan, galat, tulis
from lkjip.pemeriksaan.aturan.klaim_dua_angka import dua_angka
from lkjip.pemeriksaan.aturan.klaim_tercetak import salah_hitung
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.aturan.narasi_tabel import salah_ketik
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import KelasKlaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim

_NILAI_SAKIP = re.compile(r"\b(?:sakip|akip|akuntabilitas kinerja)\b")
_LAIN = re.compile(r"\b(?:target\w*|pemerintah (?:kota|kabupaten|provinsi)|rata-rata|komponen|bobot)\b")


def nilai_sakip_salah(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """SAK-01: against the figure of the data, and against the components as entered."""
    yield from salah_hitung("SAK-01", buku, daftar)
    yield from _jumlah_tercatat_berbeda(buku, daftar)


def _jumlah_tercatat_berbeda(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """A printed score that the answers of the LKE give, while the components as entered sum to another."""
    for h in daftar:
        tahun = h.klaim.tahun or buku.data.tahun
        nilai = [s.nilai for s in buku.data.kinerja.daftar_sakip_per_tahun.get(tahun, ())]
        tercatat = [n for n in nilai if n is not None]
        if h.klaim.besaran != "nilai_sakip" or h.kelas is not KelasKlaim.SESUAI or len(tercatat) < len(nilai):
            continue
        if h.klaim.nilai is not None and tercatat and jumlah(tercatat) != h.klaim.nilai == h.hasil.angka:
            yield galat(
                "SAK-01", f"{h.klaim.rujukan} mencetak nilai SAKIP tahun {tahun}: {tulis(h.klaim.nilai)}, sedangkan "
                f"nilai komponennya tercatat berjumlah {tulis(jumlah(tercatat))}.",
                letak=h.klaim.rujukan, butir=f"{h.klaim.rujukan} {tahun} tercatat", nilai=h.klaim.nilai,
                seharusnya=jumlah(tercatat), cara=" + ".join(map(tulis, tercatat)),
                saran="Cocokkan nilai setiap komponen pada lembar sakip dengan LHE.", **TEMPAT_KLAIM,
            )  # fmt: skip
            return


def nilai_teks_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-09 in a text: a number that is no figure of the data, and a slip away from the score of an evaluated year."""
    tahun = sorted(bacaan.buku.data.kinerja.daftar_sakip_per_tahun)
    nilai = {t: n for t in tahun if (n := hitung(bacaan.buku.data, "nilai_sakip", tahun=t).angka) is not None}
    for kalimat in bacaan.daftar_kalimat if nilai else ():
        if not _NILAI_SAKIP.search(kalimat.rendah) or _LAIN.search(kalimat.rendah):
            continue
        for a in kalimat.daftar_angka:
            benar = _dimaksud(nilai, a.nilai) if a.satuan in ("", "poin") and a.desimal else None
            if benar is not None and not Cari(bacaan.konteks.pembantu(Kolam).semua()).sama(a):
                yield from sekali([_berbeda(Tempat(kalimat.teks, a.teks), benar, nilai[benar])])


def _dimaksud(nilai: dict[int, Decimal], tertulis: Decimal) -> int | None:
    """The year of which the number misprints the score, the latest first."""
    return next((t for t in sorted(nilai, reverse=True) if salah_ketik(tertulis, nilai[t])), None)


def _berbeda(tempat: Tempat, tahun: int, nilai: Decimal) -> Temuan:
    return temuan_teks(
        "SAK-09", Tingkat.GALAT, tempat,
        f"Naskah menulis nilai SAKIP {tempat.kutipan}, sedangkan nilai SAKIP {tahun} menurut data {tulis(nilai)}.",
        nilai=tempat.kutipan, seharusnya=nilai, cara=f"jumlah nilai komponen {tahun} pada lembar sakip",
        saran="Samakan angka dalam naskah dengan LHE dan lembar sakip.",
    )  # fmt: skip


DAFTAR = (
    Aturan("SAK-01", Tingkat.GALAT, "Nilai tidak sama dengan jumlah komponen", periksa_klaim=nilai_sakip_salah),
    Aturan("SAK-09", Tingkat.GALAT, "Nilai SAKIP berbeda antarbagian", periksa_klaim=partial(dua_angka, "SAK-09"),
           periksa_teks=nilai_teks_berbeda),
)  # fmt: skip
