"""The Rencana Aksi: what of the year's targets is due in which quarter, by which program and kegiatan, by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anggaran.data import Anggaran
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.dokumen_bagian import dokumen, kepala_lembar, lembar, tanda_tangan_kepala
from lkjip.laporan.compose.formulir_perjanjian import nama_induk
from lkjip.laporan.compose.kalimat import bersih, catatan, kurang
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import daftar_versi
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, Kepala, baris, sel, sen_seragam, tabel_kepala_ganda
from lkjip.laporan.data_dokumen import ProfilDokumen
from lkjip.laporan.isi import Baris, Blok, Dokumen, Kertas, Paragraf, Sebaris, Sel, romawi
from renstra.data import Indikator, Versi

_KOLOM: tuple[tuple[str, tuple[Kepala, ...]], ...] = (
    ("", (("No", 3, TENGAH), ("Sasaran Strategis", 14, KIRI), ("Indikator Kinerja", 14, KIRI))),
    ("", (("Satuan", 7, TENGAH), ("Target Tahun", 5, KANAN))),
    ("Target Triwulan", tuple((romawi(n), 4, KANAN) for n in DAFTAR_TRIWULAN)),
    ("", (("Program/Kegiatan", 17, KIRI),)),
    ("Sasaran Program/Kegiatan", (("Indikator", 16, KIRI), ("Target", 6, KANAN))),
    ("", (("Penanggung Jawab", 12, KIRI), ("Anggaran (Rp)", 11, KANAN))),
)
_KOLOM_INDIKATOR = 7  # from Indikator Kinerja to TW IV
_BELUM = "–"


def dokumen_rencana_aksi(ktx: Konteks, profil: ProfilDokumen, kertas: Kertas = Kertas.A4) -> Dokumen:
    """Landscape, one table; "Perubahan" where the plan in force is the revised one."""
    judul = judul_rencana_aksi(ktx)
    isi = sen_seragam(_baris(ktx))
    tabel: Blok = (
        tabel_kepala_ganda("", "", _KOLOM, isi, mendatar=True, catatan=[_catatan()])
        if isi
        else kurang("Belum ada sasaran dengan indikator, sehingga Rencana Aksi belum dapat disusun.")
    )
    return dokumen(
        ktx,
        judul,
        lembar(
            "rencana-aksi",
            judul,
            *kepala_lembar(profil, judul.upper(), ktx.nama.upper()),
            tabel,
            tanda_tangan_kepala(profil),
        ),
        kertas=kertas,
        tanggal=profil.tanggal,
        kaki=f"{judul} · {ktx.singkatan}",
        jenis="Rencana Aksi",
    )


def judul_rencana_aksi(ktx: Konteks) -> str:
    """The title; it says perubahan where the year has a PK perubahan."""
    perubahan = " Perubahan" if Versi.PERUBAHAN in daftar_versi(ktx) else ""
    return f"Rencana Aksi{perubahan} Tahun {ktx.tahun}"


def _catatan() -> Paragraf:
    return catatan("Keterangan: tanda “–” pada triwulan berarti indikator tidak ditargetkan pada triwulan itu.")


def _baris(ktx: Konteks) -> list[Baris]:
    hasil: list[Baris] = []
    for nomor, (kode, daftar) in enumerate(_kelompok(ktx), 1):
        blok = list(_blok(ktx, kode, daftar))
        tinggi = len(blok)
        for ke, isi in enumerate(blok):
            depan = (sel(str(nomor), baris=tinggi), sel(nama_induk(ktx, kode), baris=tinggi)) if not ke else ()
            hasil.append(baris(*depan, *isi))
    return hasil


def _kelompok(ktx: Konteks) -> Iterator[tuple[str, Sequence[Indikator]]]:
    """Tujuan whose indicators are promised, then each sasaran with its indicators."""
    janji = {p.indikator for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun}
    for tujuan in ktx.renstra.daftar_tujuan:
        if diperjanjikan := [i for i in ktx.renstra.daftar_indikator_tujuan(tujuan.kode) if i.kode in janji]:
            yield tujuan.kode, diperjanjikan
    for sasaran in ktx.sasaran:
        if indikator := ktx.indikator_sasaran(sasaran.kode):
            yield sasaran.kode, indikator


def _blok(ktx: Konteks, kode: str, daftar: Sequence[Indikator]) -> Iterator[tuple[Sel, ...]]:
    """The rows of one sasaran: beside each indicator what serves it, then what serves all of them."""
    uang = _uang_sasaran(ktx, kode)
    per_indikator = {i.kode: _milik(ktx, i, uang, tunggal=len(daftar) == 1) for i in daftar}
    for i in daftar:
        yield from _sandingkan(_sel_indikator(ktx, i), _sel_uang(ktx, per_indikator[i.kode], i), i.penanggung_jawab)
    terpakai = {a.kode for milik in per_indikator.values() for a in milik}
    bersama = [a for a in uang if a.kode not in terpakai]
    if bersama:
        kanan = _sel_uang(ktx, bersama, None)
        semua = sel("Mendukung semua indikator sasaran ini", kolom=_KOLOM_INDIKATOR, baris=len(kanan), rata=KIRI)
        yield from _sandingkan((semua,), kanan, "")


def _uang_sasaran(ktx: Konteks, kode: str) -> list[Anggaran]:
    """The budget rows linked to the sasaran, and what below them has an indicator of its own, in their order."""
    tertaut = {a.kode for a in ktx.anggaran_sasaran(kode)}
    hasil = []
    for a in ktx.anggaran.daftar_anggaran:
        berindikator = bool(ktx.renstra.daftar_indikator_per_induk.get(a.kode))
        if a.kode in tertaut or (berindikator and _di_bawah(ktx, a, tertaut)):
            hasil.append(a)
    return hasil


def _di_bawah(ktx: Konteks, a: Anggaran, tertaut: set[str]) -> bool:
    """Whether an ancestor is linked and no nearer one leads to another sasaran."""
    dilalui: set[str] = set()
    while a.kode not in dilalui:
        dilalui.add(a.kode)
        if a.kode in tertaut:
            return True
        induk = ktx.anggaran.anggaran_per_kode.get(a.induk)
        if a.sasaran or induk is None:
            return False
        a = induk
    return False


def _milik(ktx: Konteks, indikator: Indikator, uang: Sequence[Anggaran], *, tunggal: bool) -> list[Anggaran]:
    """The rows that serve this indicator: all where the sasaran has no other, else those that name it."""
    if tunggal:
        return list(uang)
    bernama = {p.anggaran for p in ktx.anggaran.daftar_penunjang_per_indikator.get(indikator.kode, ())}
    return [a for a in uang if a.kode in bernama]


def _sel_indikator(ktx: Konteks, i: Indikator) -> tuple[Sel, ...]:
    return (
        sel(ktx.nama_indikator(i)),
        sel(i.satuan, rata=TENGAH),
        sel(ktx.target(i.kode), rata=KANAN),
        *(sel(ktx.target_triwulan(i.kode, n), rata=KANAN) for n in DAFTAR_TRIWULAN),
    )


def _sel_uang(ktx: Konteks, daftar: Sequence[Anggaran], indikator: Indikator | None) -> list[tuple[Sel, ...]]:
    """One line an indicator of a budget row; its name, who answers for it and its money span them."""
    hasil: list[tuple[Sel, ...]] = []
    for a in daftar:
        milik = ktx.renstra.daftar_indikator_per_induk.get(a.kode, ())
        tinggi = max(len(milik), 1)
        nama = sel(nama_anggaran(ktx, a.kode), baris=tinggi)
        akhir = (
            _sel_penanggung_jawab(_penanggung_jawab(ktx, a, indikator), baris=tinggi),
            sel(ktx.angka("pagu", a.kode, polos=True), baris=tinggi, rata=KANAN),
        )
        if not milik:
            hasil.append((nama, sel(_BELUM, rata=TENGAH), sel(_BELUM, rata=TENGAH), *akhir))
        for ke, i in enumerate(milik):
            tengah = (sel(ktx.nama_indikator(i)), sel(_bersatuan(ktx, i), rata=KANAN))
            hasil.append(tengah if ke else (nama, *tengah, *akhir))
    return hasil


def _bersatuan(ktx: Konteks, i: Indikator) -> tuple[Sebaris, ...]:
    return ktx.bersatuan(i, ktx.target(i.kode))


def _penanggung_jawab(ktx: Konteks, a: Anggaran, indikator: Indikator | None) -> str:
    """The row's own; a unit that is the agency itself says less than the indicator does."""
    unit = "" if bersih(a.unit) == ktx.nama else a.unit.strip()
    dari_indikator = indikator.penanggung_jawab.strip() if indikator else ""
    return a.penanggung_jawab.strip() or unit or dari_indikator or bersih(a.unit)


def _sel_penanggung_jawab(nama: str, baris: int = 1) -> Sel:
    return sel(nama or _BELUM, baris=baris, rata=None if nama else TENGAH)


def _sandingkan(kiri: Sequence[Sel], kanan: Sequence[tuple[Sel, ...]], tanpa_uang: str) -> Iterator[tuple[Sel, ...]]:
    """The left cells span the lines at the right; without any, dashes and who answers for the indicator."""
    if not kanan:
        kosong = sel(_BELUM, rata=TENGAH)
        yield (*kiri, kosong, kosong, kosong, _sel_penanggung_jawab(tanpa_uang.strip()), kosong)
        return
    for ke, isi in enumerate(kanan):
        depan = [] if ke else [_rentangkan(satu, len(kanan)) for satu in kiri]
        yield (*depan, *isi)


def _rentangkan(satu: Sel, tinggi: int) -> Sel:
    return Sel(satu.isi, satu.rata, satu.rentang_kolom, tinggi, satu.tebal, satu.kategori, satu.inden)
