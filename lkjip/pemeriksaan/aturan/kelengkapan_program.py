"""LEN: programmes and money behind each sasaran (PermenPANRB 53/2014, analysis 7 and Bab III B; pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from anggaran.data import KeteranganPenunjang, Penunjang
from lkjip.besaran import hitung
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import (
    Ambang,
    Aturan,
    diperjanjikan,
    galat,
    nama,
    peringatan,
    tahun_usai,
    tahunan,
    temuan,
    tulis,
)
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Sasaran

_TAUTKAN = "Tautkan program atau kegiatan yang menunjangnya."


def tanpa_penunjang(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-09: a sasaran or an indicator of the Perjanjian Kinerja that no row of `penunjang` serves.

    Where the whole sheet is empty the report shows the money linked to each sasaran instead: said once, as a warning.
    """
    if not tahunan(buku):
        return
    rencana, anggaran = buku.data.renstra, buku.data.anggaran
    daftar = [s for s in rencana.daftar_sasaran if rencana.daftar_indikator_sasaran(s.kode)]
    tertaut = {a.sasaran for a in anggaran.daftar_anggaran}
    terbuka, umum = _sasaran_didukung(buku)
    per_indikator = anggaran.daftar_penunjang_per_indikator
    lepas = [
        s
        for s in daftar
        if not (umum or s.kode in terbuka or s.kode in tertaut)
        and not any(i.kode in per_indikator for i in rencana.daftar_indikator_sasaran(s.kode))
    ]
    yield from map(_tanpa_program, lepas)
    if not anggaran.daftar_penunjang:
        yield from _lembar_kosong(len(daftar) - len(lepas))
        return
    sudah = {*terbuka, *(s.kode for s in lepas)}
    for i in diperjanjikan(buku) if not umum else ():
        if i.induk not in sudah and i.kode not in per_indikator:
            yield galat(
                "LEN-09", f"{nama(i.kode, i.uraian)} tidak didukung satu pun program atau kegiatan penunjang.",
                letak="lembar penunjang, kolom mendukung", subjek=i.kode, saran=_TAUTKAN, halaman="lembar",
                argumen=("penunjang",),
            )  # fmt: skip


def _lembar_kosong(banyak: int) -> Iterator[Temuan]:
    if banyak:
        yield peringatan(
            "LEN-09", f"Lembar penunjang kosong: {banyak} sasaran belum menyebut program mana yang menunjang dan mana "
            "yang tidak.",
            letak="lembar penunjang", butir="kosong", nilai="0", saran=_TAUTKAN, halaman="lembar",
            argumen=("penunjang",),
        )  # fmt: skip


def _tanpa_program(s: Sasaran) -> Temuan:
    return galat(
        "LEN-09", f"Sasaran {nama(s.kode, s.uraian)} tidak mempunyai program atau kegiatan penunjang.",
        letak="lembar penunjang dan anggaran", subjek=s.kode, saran=_TAUTKAN, halaman="anggaran_rencana",
    )  # fmt: skip


def _sasaran_didukung(buku: BukuKerja) -> tuple[frozenset[str], bool]:
    """Sasaran that rows without `mendukung` serve by the money that they are; and whether one of them serves none that
    can be told, so that nobody can be said to go without.
    """
    per_kode = buku.data.anggaran.anggaran_per_kode
    kode: set[str] = set()
    for p in buku.data.anggaran.daftar_penunjang:
        baris, dilalui = per_kode.get(p.anggaran) if not p.mendukung else None, set[str]()
        while baris is not None and not baris.sasaran and baris.kode not in dilalui:
            dilalui.add(baris.kode)
            baris = per_kode.get(baris.induk)
        if not p.mendukung:
            kode.add(baris.sasaran if baris is not None else "")
    return frozenset(kode - {""}), "" in kode


def menunjang_tak_tercapai(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-10: called "menunjang" with a capaian below the threshold; below the higher one it is worth a look."""
    if not tahunan(buku) or not tahun_usai(buku):
        return
    for p in buku.data.anggaran.daftar_penunjang:
        capaian = _capaian(buku, p)
        if p.keterangan is not KeteranganPenunjang.MENUNJANG or capaian is None:
            continue
        if capaian >= ambang.capaian_menunjang_info:
            continue
        rendah = capaian < ambang.capaian_menunjang
        batas = ambang.capaian_menunjang if rendah else ambang.capaian_menunjang_info
        baris = buku.data.anggaran.anggaran_per_kode.get(p.anggaran)
        yield temuan(
            "LEN-10", Tingkat.PERINGATAN if rendah else Tingkat.INFO,
            f"{nama(p.anggaran, baris.uraian if baris else '')} dinyatakan menunjang, padahal capaiannya "
            f"{tulis(capaian)}%, di bawah {tulis(batas)}%.",
            letak="lembar penunjang, kolom capaian dan keterangan", subjek=p.anggaran,
            butir=f"{p.indikator} {p.mendukung}".strip(), nilai=capaian, seharusnya=f"paling sedikit {tulis(batas)}",
            saran="Periksa capaiannya; bila benar, ubah keterangannya menjadi tidak menunjang atau jelaskan.",
            halaman="lembar", argumen=("penunjang",),
        )  # fmt: skip


def _capaian(buku: BukuKerja, p: Penunjang) -> Decimal | None:
    """As the agency states it, else that of the row's own output indicator."""
    if p.capaian is not None or not p.indikator:
        return p.capaian
    return hitung(buku.data, "capaian", p.indikator).angka


def tanpa_uang_sasaran(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-12, once the year is over: no money stands against any sasaran, so Bab III.B has nothing per PK."""
    data = buku.data
    if not tahunan(buku) or not tahun_usai(buku) or not data.renstra.daftar_sasaran:
        return
    if not any(hitung(data, "realisasi_anggaran", s.kode).ada for s in data.renstra.daftar_sasaran):
        yield galat(
            "LEN-12", "Realisasi anggaran per sasaran tidak ada: belum ada baris anggaran bertaut sasaran yang "
            "realisasinya terisi.",
            letak="lembar anggaran dan realisasi_anggaran", saran="Tautkan program ke sasaran, lalu isi realisasinya.",
            halaman="anggaran_rencana",
        )  # fmt: skip


DAFTAR = (
    Aturan("LEN-09", Tingkat.GALAT, "Analisis 7: program penunjang", tanpa_penunjang),
    Aturan("LEN-10", Tingkat.PERINGATAN, "Menunjang padahal tidak tercapai", menunjang_tak_tercapai),
    Aturan("LEN-12", Tingkat.GALAT, "Realisasi anggaran per PK tidak ada", tanpa_uang_sasaran),
)
