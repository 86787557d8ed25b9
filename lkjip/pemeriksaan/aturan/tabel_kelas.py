"""HIT-03, HIT-06, HIT-11 on free tables: the cap, the class and the mean that a row prints (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.rumus.kategori import kategori
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, baku, tulis
from lkjip.pemeriksaan.aturan.tabel_hitungan import (
    POLA_CAPAIAN,
    POLA_REALISASI,
    POLA_TARGET,
    isi_angka,
    kolom_satu,
    temuan_baris,
)
from lkjip.pemeriksaan.bacaan_tabel import label
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Arah

_KATEGORI = re.compile(r"^(?:kategori|kriteria)\b")
_RATA = re.compile(r"(?:nilai )?(?:rata[ -]rata|rerata)\b")
_BUKAN_ANGKA = re.compile(r"\s*(?:[>≥]|di ?atas|lebih dari|melebihi)\s*\d", re.IGNORECASE)


def sekelas(capaian: Decimal, kelas: Sequence[tuple[Decimal, str]], desimal: int) -> frozenset[str]:
    """The classes of what a printed capaian may have been before it was rounded to fewer decimals than `desimal`."""
    d = banyak_desimal(capaian)
    setengah = Decimal("0.5").scaleb(-d) if d < desimal else Decimal(0)
    mungkin = (kategori(n, kelas, desimal=max(d + 1, desimal)).kata for n in (capaian - setengah, capaian + setengah))
    return frozenset(baku(k) for k in mungkin if k)


def batas_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-03: a capaian above the cap of the report, beside others that stand at it."""
    batas = buku.data.kinerja.metode.batas_capaian
    for tabel in buku.laporan.daftar_tabel if batas is not None else ():
        t, r, c = kolom_satu(tabel, POLA_TARGET), kolom_satu(tabel, POLA_REALISASI), kolom_satu(tabel, POLA_CAPAIAN)
        if t is None or r is None or c is None:
            continue
        for nomor, baris in enumerate(tabel.baris, 3):
            capaian = isi_angka(baris, c)
            if batas is not None and capaian is not None and capaian > batas:
                yield temuan_baris(
                    "HIT-03", tabel, nomor,
                    f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” mencetak capaian "
                    f"{tulis(capaian)}%, di atas batas capaian {tulis(batas)}% yang dipakai laporan ini.",
                    "Batasi capaian itu seperti yang lain, atau hapus batas capaian pada pengaturan.",
                    nilai=capaian, seharusnya=batas, cara="batas_capaian pada pengaturan",
                )  # fmt: skip


def kategori_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-06: the word in the column Kategori against the scale in use and the capaian of the same row."""
    metode, kinerja = buku.data.kinerja.metode, buku.data.kinerja
    skala = [s for s in kinerja.daftar_skala if s.skala == metode.skala and s.batas_bawah is not None]
    if any(s.arah is Arah.NEGATIF for s in skala):
        return
    kelas = [(s.batas_bawah, s.kategori) for s in skala if s.batas_bawah is not None]
    nama = {baku(k): k for _, k in kelas}
    for tabel in buku.laporan.daftar_tabel if kelas else ():
        c, k = kolom_satu(tabel, POLA_CAPAIAN), kolom_satu(tabel, _KATEGORI)
        if c is None or k is None or c == k:
            continue
        for nomor, baris in enumerate(tabel.baris, 3):
            capaian, kata = isi_angka(baris, c), str(baris[k] or "").strip() if k < len(baris) else ""
            if capaian is None or baku(kata) not in nama:
                continue
            hasil = kategori(capaian, kelas, desimal=metode.desimal or 0).kata
            if hasil and baku(kata) not in sekelas(capaian, kelas, metode.desimal or 0):
                yield temuan_baris(
                    "HIT-06", tabel, nomor,
                    f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” memberi capaian "
                    f"{tulis(capaian)}% kategori {kata}, padahal menurut skala {metode.skala} {hasil}.",
                    "Ganti kategorinya menurut skala laporan, atau perbaiki capaiannya.",
                    nilai=kata, seharusnya=hasil, cara=f"skala {metode.skala}",
                )  # fmt: skip


def rata_rata_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-11: "> 100" in a row that is named Rata-rata."""
    for tabel in buku.laporan.daftar_tabel:
        for nomor, baris in enumerate(tabel.baris, 3):
            isi = next((s for s in baris if isinstance(s, str) and _BUKAN_ANGKA.match(s)), None)
            if isi is not None and _RATA.match(label(baris).casefold()):
                yield temuan_baris(
                    "HIT-11", tabel, nomor,
                    f"“{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” ditulis “{isi.strip()}”, bukan angka.",
                    "Tulis rata-ratanya sebagai angka hasil hitungan.", nilai=isi.strip(),
                    cara="rata-rata capaian baris di atasnya",
                )  # fmt: skip
