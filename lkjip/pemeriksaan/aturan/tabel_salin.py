"""ANG-15, ANG-16 on free tables of money: a row with another row's amount; and what findings about such rows share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from anggaran.data import Anggaran
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, persen
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, baku, nama, rp
from lkjip.pemeriksaan.aturan.tabel_hitungan import temuan_baris
from lkjip.pemeriksaan.aturan.uang_salin import himpunan_program
from lkjip.pemeriksaan.bacaan_tabel import BacaTabel, BarisUang, daftar_baca, persen_cocok
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Versi


def temuan_uang(aturan: str, baca: BacaTabel, b: BarisUang, pesan: str, saran: str, **lain: object) -> Temuan:
    return temuan_baris(aturan, baca.tabel, b.nomor, pesan, saran, **lain)


def hasil_persen(b: BarisUang) -> list[Decimal]:
    """The row's own percentages: one per pagu column, murni or perubahan."""
    if b.realisasi is None:
        return []
    return [persen(b.realisasi, p) for p in b.pagu if p]


def salah_persen(b: BarisUang) -> bool:
    hasil = hasil_persen(b)
    cocok = any(persen_cocok(h, b.persen) or persen_cocok(h / SERATUS, b.persen) for h in hasil if b.persen is not None)
    return b.persen is not None and bool(hasil) and not cocok


def _tersalin(baca: BacaTabel) -> Mapping[int, BarisUang]:
    """Rows, by their place, whose realisasi is that of another row with another pagu: their own per cent fits neither,
    and the other's fits. A parent and its only child have one pagu as well."""
    per_jumlah: dict[Decimal, list[BarisUang]] = defaultdict(list)
    for b in baca.baris_uang:
        if b.realisasi and not b.total and b.persen is not None and not salah_persen(b):
            per_jumlah[b.realisasi].append(b)
    return {
        n: asal[0]
        for n, b in enumerate(baca.baris_uang)
        if b.realisasi and not b.total and salah_persen(b)
        and (asal := [a for a in per_jumlah[b.realisasi] if not set(a.pagu) & set(b.pagu)])
    }  # fmt: skip


def _gabungan(buku: BukuKerja, baca: BacaTabel) -> Mapping[int, tuple[Anggaran, tuple[Anggaran, ...]]]:
    """Rows of a programme whose pagu is the sum of other programmes: (it, those)."""
    daftar = buku.data.anggaran.daftar_anak.get("", ())
    banyak = Counter(baku(a.uraian) for a in daftar)
    per_nama = {baku(a.uraian): a for a in daftar if banyak[baku(a.uraian)] == 1}
    hasil = {}
    for n, b in enumerate(baca.baris_uang):
        program = per_nama.get(baku(b.label))
        if (
            program is None
            or b.total
            or not baca.setahun(buku.data.tahun)
            or any(p in _pagu(buku, program.kode) for p in b.pagu)
        ):
            continue
        versi = (None, *buku.data.anggaran.versi_pagu_terisi)
        himpunan = next((h for v in versi for p in b.pagu if (h := himpunan_program(buku, program.kode, p, v))), ())
        if himpunan:
            hasil[n] = program, himpunan
    return hasil


def _pagu(buku: BukuKerja, kode: str) -> list[Decimal | None]:
    """Every amount that is the row's own pagu."""
    lain = [hitung(buku.data, "pagu", kode, versi=v.value).angka for v in Versi]
    return [*lain, *(hitung(buku.data, b, kode).angka for b in ("pagu", "jumlah_pagu"))]


def baris_keliru(buku: BukuKerja, baca: BacaTabel) -> set[int]:
    """Rows, by their place, of which ANG-15 or ANG-16 says what is wrong: no other rule says it again."""
    return {*_tersalin(baca), *_gabungan(buku, baca)}


def tersalin_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-15."""
    for baca in daftar_baca(buku):
        for n, asal in _tersalin(baca).items():
            b = baca.baris_uang[n]
            yield temuan_uang(
                "ANG-15", baca, b,
                f"Realisasi baris “{b.label}” pada {baca.sebutan} tertulis {rp(b.realisasi or Decimal(0))}, sama "
                f"persis dengan realisasi baris “{asal.label}”, padahal persennya tidak cocok dengan angka itu.",
                "Isi realisasi baris itu sendiri menurut laporan realisasi, lalu hitung ulang persennya.",
                nilai=b.realisasi or Decimal(0), seharusnya="realisasi baris itu sendiri",
                cara=f"realisasi baris {asal.nomor} = {rp(asal.realisasi or Decimal(0))}",
            )  # fmt: skip


def subtotal_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-16."""
    for baca in daftar_baca(buku):
        for n, (program, himpunan) in _gabungan(buku, baca).items():
            b, benar = baca.baris_uang[n], hitung(buku.data, "pagu", program.kode)
            gabungan = " dan ".join(nama(a.kode, a.uraian) for a in himpunan)
            seharusnya = f"; seharusnya {rp(benar.angka)}" if benar.angka is not None else ""
            yield temuan_uang(
                "ANG-16", baca, b,
                f"Pagu baris “{b.label}” pada {baca.sebutan} tertulis {rp(b.pagu[-1])}, yaitu pagu {gabungan}"
                f"{seharusnya}.",
                "Isi pagu program itu sendiri menurut DPA.",
                nilai=b.pagu[-1], seharusnya=benar.angka if benar.angka is not None else "", cara=benar.cara,
            )  # fmt: skip
