"""LEN-23: what sentences and free tables print of a comparator, against the sheet `pembanding` (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kinerja.data import JenisPembanding, Pembanding
from lkjip.besaran import hitung
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.alasan_tertulis import indikator_disebut
from lkjip.pemeriksaan.aturan.cocok_nama import Kamus
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, nama_indikator, tulis
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat, Teks
from lkjip.pemeriksaan.bacaan_tabel import angka_sel
from lkjip.pemeriksaan.data import Temuan

_PENGANTAR = re.compile(
    r"[ ,:(]*(?:(?:yang|sebesar|yaitu|yakni|mencapai|adalah|ialah|tercatat|berada|pada|angka|nilai|sebanyak|hanya|baru"
    r"|tahun 20\d\d|indonesia)[ ,:(]+)*"
)
_NASIONAL = re.compile(r"\b(?:rata-rata|rerata|angka|nilai|capaian|realisasi|tingkat)[ ]nasional\b")
_TAHUN = re.compile(r"\b20\d\d\b")
# Columns that print something made from a comparator, not its own figure.
_TURUNAN = re.compile(r"%|persen|capaian|target|selisih|rasio|tingkat|peringkat|gap|kemajuan|anggaran|keterangan")


def sebutan_pembanding(p: Pembanding) -> str:
    """How a sentence calls a comparator."""
    return p.nama.strip() or ("Nasional" if p.jenis is JenisPembanding.NASIONAL else "instansi lain")


def pembanding_teks_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-23: the figure that a sentence or a free table gives a comparator is not the one on the sheet."""
    daftar = [p for p in bacaan.buku.data.kinerja.daftar_pembanding if p.nilai is not None]
    if daftar:
        yield from _dalam_kalimat(bacaan, daftar)
        for tabel in bacaan.buku.laporan.daftar_tabel:
            yield from _dalam_tabel(bacaan, tabel, daftar)


def _dalam_kalimat(bacaan: Bacaan, daftar: Sequence[Pembanding]) -> Iterator[Temuan]:
    per_nama: dict[str, list[Pembanding]] = defaultdict(list)
    for p in daftar:
        if len(p.nama.strip()) > 3:
            per_nama[p.nama.strip().casefold()].append(p)
    teks: Teks | None = None
    terakhir = frozenset[str]()
    for kalimat in bacaan.daftar_kalimat:
        if kalimat.teks is not teks:
            teks, terakhir = kalimat.teks, frozenset()
        terakhir = indikator_disebut(bacaan, kalimat) or terakhir
        for calon, angka in _disebut(kalimat, per_nama, daftar):
            tahun = {int(t) for t in _TAHUN.findall(kalimat.isi)} or {bacaan.buku.data.tahun}
            cocok = [p for p in calon if (not terakhir or p.indikator in terakhir) and p.tahun in tahun]
            if len(cocok) == 1 and _berbeda(bacaan.buku, cocok[0], angka):
                yield _teks_berbeda(bacaan.buku, cocok[0], kalimat, angka)


def _disebut(
    kalimat: Kalimat, per_nama: Mapping[str, Sequence[Pembanding]], daftar: Sequence[Pembanding]
) -> Iterator[tuple[Sequence[Pembanding], AngkaTulis]]:
    """(comparators of a name, the figure right behind it); of the only name in a sentence, its only figure."""
    rendah = kalimat.rendah
    if not kalimat.daftar_angka or len(rendah) != len(kalimat.isi):
        return
    nama = {n: (rendah.find(n), rendah.find(n) + len(n)) for n in per_nama if n in rendah}
    calon = {rentang: per_nama[n] for n, rentang in nama.items()}
    if rentang := _sebut_nasional(kalimat):
        calon[rentang] = [p for p in daftar if p.jenis is JenisPembanding.NASIONAL]
    for (_, akhir), milik in calon.items():
        lanjut = next((a for a in kalimat.daftar_angka if a.awal >= akhir), None)
        if lanjut is not None and _PENGANTAR.fullmatch(rendah[akhir : lanjut.awal]):
            yield milik, lanjut
        elif len(nama) == len(calon) == len(kalimat.daftar_angka) == 1:
            yield milik, kalimat.daftar_angka[0]


def _sebut_nasional(kalimat: Kalimat) -> tuple[int, int] | None:
    """Where the national figure is named: "rata-rata nasional", or "nasional" right behind an indicator's name."""
    cocok = _NASIONAL.search(kalimat.rendah)
    if cocok is not None:
        return cocok.span()
    sambung = [s.akhir for s in kalimat.daftar_sebut if kalimat.rendah.startswith(" nasional", s.akhir)]
    return (sambung[0], sambung[0] + len(" nasional")) if sambung else None


def _berbeda(buku: BukuKerja, p: Pembanding, angka: AngkaTulis) -> bool:
    """Whether the figure is neither the comparator's, nor one of the agency's own, nor their distance."""
    sendiri = [hitung(buku.data, b, p.indikator).angka for b in ("realisasi", "selisih_target", "capaian_nasional")]
    dikenal = [n for n in sendiri if n is not None]
    if p.nilai is None:
        return False
    dikenal += [abs(n - p.nilai) for n in dikenal] + [p.nilai]
    dekat = Decimal(1).scaleb(-angka.desimal)
    satuan = buku.data.renstra.indikator_per_kode[p.indikator].satuan.casefold()
    satuan_lain = angka.satuan.casefold() not in ("", "%", "poin", satuan)
    return not satuan_lain and not any(abs(n - angka.nilai) < dekat for n in dikenal)


def _milik_lain(buku: BukuKerja, p: Pembanding, nilai: Decimal) -> str:
    """A sentence that says whose figure it is, where it is another comparator's."""
    lain = [q for q in buku.data.kinerja.daftar_pembanding
            if (q.indikator, q.tahun) == (p.indikator, p.tahun) and q.nilai == nilai]  # fmt: skip
    return f" Angka itu milik {sebutan_pembanding(lain[0])}." if lain else ""


def _teks_berbeda(buku: BukuKerja, p: Pembanding, kalimat: Kalimat, angka: AngkaTulis) -> Temuan:
    teks, nilai = kalimat.teks, p.nilai or Decimal(0)
    return galat(
        "LEN-23", f"Naskah menyebut {angka.teks.strip()} untuk {sebutan_pembanding(p)}, padahal tabel pembanding "
        f"{nama_indikator(buku, p.indikator)} mencatat {tulis(nilai)}.{_milik_lain(buku, p, angka.nilai)}",
        letak=teks.letak, subjek=p.indikator, butir=f"{teks.letak} {kalimat.awal} {angka.awal}", bagian=teks.bagian,
        kutipan=kalimat.isi, nilai=angka.nilai, seharusnya=nilai,
        saran="Samakan angka di naskah dan di lembar pembanding.", halaman=teks.halaman, argumen=teks.argumen,
    )  # fmt: skip


def _dalam_tabel(bacaan: Bacaan, tabel: TabelBebas, daftar: Sequence[Pembanding]) -> Iterator[Temuan]:
    """Rows that are an indicator, columns that are a comparator of the year; one finding a row."""
    buku, kamus = bacaan.buku, bacaan.konteks.pembantu(Kamus)
    kolom = {n: milik for n, k in enumerate(tabel.kepala) if (milik := _milik_kolom(k, daftar))}
    tahun = {int(t) for t in _TAHUN.findall(f"{tabel.judul} {' '.join(tabel.kepala)}")} or {buku.data.tahun}
    for nomor, baris in enumerate(tabel.baris, 3) if kolom and len(tahun) == 1 else ():
        kode = kamus.kode_indikator(baris)
        beda = [
            (n, p, angka)
            for n, milik in kolom.items()
            for p in milik
            if {p.indikator} == kode and p.tahun in tahun and n < len(baris)
            and (angka := angka_sel(baris[n])) is not None and angka != p.nilai
        ]  # fmt: skip
        if len({n for n, _, _ in beda}) == len(beda) and beda:
            yield _sel_berbeda(buku, tabel, nomor, beda)


def _milik_kolom(kepala: str, daftar: Sequence[Pembanding]) -> list[Pembanding]:
    """The comparators that a heading names, where the column holds their own figures."""
    rapi = " ".join(_TAHUN.sub(" ", kepala.casefold()).replace("tahun", " ").split())
    if not rapi or _TURUNAN.search(rapi.replace("tingkat nasional", "nasional")):
        return []
    return [
        p for p in daftar
        if rapi.endswith(p.nama.strip().casefold() or "\0")
        or (p.jenis is JenisPembanding.NASIONAL and re.search(r"\bnasional\b", rapi))
    ]  # fmt: skip


def _sel_berbeda(
    buku: BukuKerja, tabel: TabelBebas, nomor: int, beda: Sequence[tuple[int, Pembanding, Decimal]]
) -> Temuan:
    isi = "; ".join(
        f"{sebutan_pembanding(p)} {tulis(angka)}, padahal lembar pembanding mencatat {tulis(p.nilai or Decimal(0))}"
        for _, p, angka in beda
    )
    _, p, angka = beda[0]
    return galat(
        "LEN-23", f"Tabel “{tabel.judul or tabel.nama}” mencetak untuk {nama_indikator(buku, p.indikator)}: {isi}."
        f"{_milik_lain(buku, p, angka)}",
        letak=f"lembar {tabel.nama}, baris {nomor}", subjek=p.indikator, butir=f"{tabel.nama} {nomor}",
        bagian=tabel.bagian, kutipan=p.nama, nilai=angka, seharusnya=p.nilai,
        saran="Samakan angka di tabel itu dan di lembar pembanding.", halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
    )  # fmt: skip
