"""ANG and HIT-16 on free tables of money, read by their headings; `uang_tercetak` joins them to the rules."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, baku, rp, tulis
from lkjip.pemeriksaan.aturan.geser import Persen, deret_tergeser, terpanjang
from lkjip.pemeriksaan.aturan.tabel_salin import baris_keliru, hasil_persen, salah_persen, temuan_uang
from lkjip.pemeriksaan.bacaan_tabel import BacaTabel, BarisUang, daftar_baca
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Versi

_KODE = re.compile(r"[\dA-Za-z]{1,4}(?:\.\d{1,4}){1,6}\.?")
_SEBAGIAN = Decimal("0.8")  # a table whose total is less than this share of all money may well be about a part of it


def _tergeser(baca: BacaTabel) -> list[list[int]]:
    """Runs of rows, by their place in `baris_uang`, all down the table or of one level of codes; totals stand outside
    the ring."""
    rincian = [n for n, b in enumerate(baca.baris_uang) if not b.total]
    per_tingkat: dict[int, list[int]] = defaultdict(list)
    for n in rincian:
        per_tingkat[_kode(baca, baca.baris_uang[n]).count(".")].append(n)
    semua = []
    for urutan in (rincian, *(per_tingkat.values() if len(per_tingkat) > 1 else ())):
        daftar = [Persen(b.label, h[-1] if (h := hasil_persen(b)) else None, b.persen)
                  for b in (baca.baris_uang[n] for n in urutan)]  # fmt: skip
        semua += [[urutan[n] for n in deret] for deret in deret_tergeser(daftar)]
    return terpanjang(semua)


def _kode(baca: BacaTabel, b: BarisUang) -> str:
    """The code that a row begins with; '' where it begins otherwise."""
    awal = baca.tabel.baris[b.nomor - 3][0]
    return awal.strip() if isinstance(awal, str) and _KODE.fullmatch(awal.strip()) else ""


def serapan_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-03: a row's per cent against its own amounts; not where a whole run of rows has moved (ANG-14)."""
    for baca in daftar_baca(buku):
        tergeser = {n for deret in _tergeser(baca) for n in deret} | baris_keliru(buku, baca)
        for urut, b in enumerate(baca.baris_uang):
            if urut in tergeser or not salah_persen(b) or b.realisasi in b.pagu or b.realisasi is None:
                continue
            seharusnya = hasil_persen(b)[-1]
            yield temuan_uang(
                "ANG-03", baca, b,
                f"Baris “{b.label}” pada {baca.sebutan} mencetak serapan {tulis(b.persen or Decimal(0))}%, sedangkan "
                f"{rp(b.realisasi)} dari {rp(b.pagu[-1])} adalah {tulis(seharusnya)}%.",
                "Hitung ulang persennya, atau perbaiki pagu dan realisasi pada baris itu.",
                nilai=b.persen, seharusnya=seharusnya, cara=f"{rp(b.realisasi)} / {rp(b.pagu[-1])} × 100",
            )  # fmt: skip


def geser_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-14: three rows or more whose per cent is that of the row above or below."""
    for baca in daftar_baca(buku):
        for deret in _tergeser(baca):
            baris = [baca.baris_uang[n] for n in deret]
            contoh = baris[0]
            yield temuan_uang(
                "ANG-14", baca, contoh,
                f"Persen serapan {len(baris)} baris berurutan pada {baca.sebutan} tergeser satu baris, mulai dari "
                f"“{contoh.label}”: tercetak {tulis(contoh.persen or Decimal(0))}%, hitungannya sendiri "
                f"{tulis(hasil_persen(contoh)[-1])}%.",
                "Kembalikan kolom persen ke barisnya masing-masing.",
                nilai=contoh.persen, seharusnya=hasil_persen(contoh)[-1],
                cara="realisasi / pagu × 100 baris itu sendiri",
            )  # fmt: skip


def lebih_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-04: more spent than any pagu of the row."""
    for baca in daftar_baca(buku):
        keliru = baris_keliru(buku, baca)
        for urut, b in enumerate(baca.baris_uang):
            if urut not in keliru and b.realisasi is not None and b.realisasi > max(b.pagu):
                yield temuan_uang(
                    "ANG-04", baca, b,
                    f"Realisasi baris “{b.label}” pada {baca.sebutan} {rp(b.realisasi)} melebihi pagunya "
                    f"{rp(max(b.pagu))}.",
                    "Periksa realisasi dan pagunya; pakai pagu perubahan bila ada.",
                    nilai=b.realisasi, seharusnya=f"paling banyak {rp(max(b.pagu))}", cara="realisasi ≤ pagu",
                )  # fmt: skip


def sama_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-06: the same amount twice, and beside it a percentage that is not 100."""
    for baca in daftar_baca(buku):
        for b in baca.baris_uang:
            if b.realisasi is not None and b.realisasi in b.pagu and salah_persen(b):
                yield temuan_uang(
                    "ANG-06", baca, b,
                    f"Baris “{b.label}” pada {baca.sebutan} mencetak pagu dan realisasi yang sama, {rp(b.realisasi)}, "
                    f"tetapi serapannya {tulis(b.persen or Decimal(0))}%.",
                    "Periksa apakah kolom realisasi menyalin kolom pagu.",
                    nilai=b.persen, seharusnya=SERATUS, cara="realisasi / pagu × 100",
                )  # fmt: skip


def sisa_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-16: a column Sisa that is not pagu − realisasi."""
    for baca in daftar_baca(buku):
        for b in baca.baris_uang:
            if b.sisa is None or b.realisasi is None or any(abs(b.sisa) == abs(p - b.realisasi) for p in b.pagu):
                continue
            if b.sisa <= SERATUS < b.realisasi:
                continue  # a remainder in per cent
            yield temuan_uang(
                "HIT-16", baca, b,
                f"Sisa baris “{b.label}” pada {baca.sebutan} tertulis {rp(b.sisa)}, sedangkan {rp(b.pagu[-1])} "
                f"dikurangi {rp(b.realisasi)} adalah {rp(b.pagu[-1] - b.realisasi)}.",
                "Hitung ulang sisanya, atau perbaiki pagu dan realisasi pada baris itu.",
                nilai=b.sisa, seharusnya=b.pagu[-1] - b.realisasi, cara="pagu − realisasi",
            )  # fmt: skip


def total_pagu_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-05: the total row of a table of all money against the sum of the programmes."""
    yield from _total(buku, "ANG-05", "pagu", "pagu")


def total_realisasi_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-07, as ANG-05."""
    yield from _total(buku, "ANG-07", "realisasi", "realisasi_anggaran")


def _total(buku: BukuKerja, aturan: str, sebutan: str, besaran: str) -> Iterator[Temuan]:
    seluruh = hitung(buku.data, besaran)
    if seluruh.angka is None:
        return
    dikenal = _dikenal(buku, besaran)
    for baca in (b for b in daftar_baca(buku) if b.setahun(buku.data.tahun)):
        for b in baca.baris_uang:
            tercetak = b.pagu if sebutan == "pagu" else tuple(n for n in (b.realisasi,) if n is not None)
            n = max(tercetak, default=None)
            if not b.total or n is None or any(satu in dikenal for satu in tercetak):
                continue
            if _SEBAGIAN * seluruh.angka <= n <= seluruh.angka / _SEBAGIAN:
                yield temuan_uang(
                    aturan, baca, b,
                    f"Jumlah {sebutan} pada {baca.sebutan} {rp(n)}, sedangkan jumlah {sebutan} seluruh program "
                    f"{rp(seluruh.angka)}.",
                    "Pakai satu jumlah di seluruh laporan: samakan tabel ini dengan DPA dan laporan realisasi.",
                    nilai=n, seharusnya=seluruh.angka, cara=seluruh.cara,
                )  # fmt: skip


def _dikenal(buku: BukuKerja, besaran: str) -> frozenset[Decimal]:
    """All amounts that a total may rightly be: of everything, of a sasaran, of a programme, of belanja."""
    data = buku.data
    daftar = [hitung(data, besaran, s.kode).angka for s in data.renstra.daftar_sasaran]
    daftar += [hitung(data, besaran, a.kode).angka for a in data.anggaran.daftar_anggaran if not a.induk]
    versi = [*Versi] if besaran == "pagu" else []
    daftar += [hitung(data, besaran).angka, *(hitung(data, besaran, versi=v.value).angka for v in versi)]
    belanja = "jumlah_belanja" if besaran == "pagu" else "realisasi_belanja"
    daftar.append(hitung(data, belanja).angka)
    daftar += [b.realisasi if besaran != "pagu" else b.pagu for b in data.anggaran.daftar_belanja]
    return frozenset(n for n in daftar if n is not None)


def dua_angka_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-13: a row that bears the name of a budget row, and only one's, with other amounts than it has."""
    banyak = Counter(baku(a.uraian) for a in buku.data.anggaran.daftar_anggaran)
    per_nama = {baku(a.uraian): a for a in buku.data.anggaran.daftar_anggaran}
    for baca in (b for b in daftar_baca(buku) if b.setahun(buku.data.tahun)):
        keliru = baris_keliru(buku, baca)
        for urut, b in enumerate(baca.baris_uang):
            nama = baku(b.label)
            if banyak[nama] != 1 or b.total or urut in keliru:
                continue
            yield from _dua_angka(buku, baca, b, per_nama[nama].kode)


def _dua_angka(buku: BukuKerja, baca: BacaTabel, b: BarisUang, kode: str) -> Iterator[Temuan]:
    data = buku.data
    baris = data.anggaran.anggaran_per_kode[kode]
    pagu = {baris.pagu_murni, baris.pagu_perubahan, hitung(data, "pagu", kode).angka,
            hitung(data, "jumlah_pagu", kode).angka} - {None}  # fmt: skip
    realisasi = {r.realisasi for r in data.anggaran.daftar_realisasi_anggaran if r.kode == kode}
    realisasi = (realisasi | {hitung(data, "jumlah_realisasi", kode).angka}) - {None}
    if pagu and not any(p in pagu for p in b.pagu):
        yield _beda(baca, b, kode, "pagu", b.pagu[-1], hitung(data, "pagu", kode).angka)
    elif realisasi and b.realisasi is not None and b.realisasi not in realisasi:
        yield _beda(baca, b, kode, "realisasi", b.realisasi, hitung(data, "realisasi_anggaran", kode).angka)


def _beda(
    baca: BacaTabel, b: BarisUang, kode: str, sebutan: str, tercetak: Decimal, seharusnya: Decimal | None
) -> Temuan:
    tercatat = rp(seharusnya) if seharusnya is not None else "lain"
    return temuan_uang(
        "ANG-13", baca, b,
        f"{sebutan.capitalize()} “{b.label}” ({kode}) pada {baca.sebutan} {rp(tercetak)}, sedangkan pada tabel "
        f"anggaran {tercatat}.",
        "Pakai satu angka menurut DPA dan laporan realisasi; perbaiki tabel ini atau baris anggarannya.",
        nilai=tercetak, seharusnya=seharusnya if seharusnya is not None else "", cara=f"{sebutan} {kode}",
    )  # fmt: skip
