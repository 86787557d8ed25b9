"""Annex Cascading Kinerja: the whole tree as a table, down to subkegiatan, with who answers for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from anggaran.data import Anggaran
from lkjip.laporan.compose.cascading import Cabang, JenisCabang, daftar_cabang, penanggung_jawab_berlaku
from lkjip.laporan.compose.kalimat import catatan, nama_rapi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import KIRI, TENGAH, Kepala, baris, kelompok, sel, tabel_kepala_ganda
from lkjip.laporan.isi import Baris, Simpul
from renstra.data import Indikator

_KOLOM: Sequence[tuple[str, Sequence[Kepala]]] = (
    ("Tujuan / Sasaran", (("Uraian", 13, KIRI), ("Indikator", 13, KIRI), ("Target", 8, TENGAH))),
    ("Program / Kegiatan / Subkegiatan", (("Uraian", 29, KIRI), ("Indikator", 21, KIRI), ("Target", 8, TENGAH))),
    ("", (("Penanggung Jawab", 16, KIRI),)),
)
_BANYAK_KOLOM = 7
_TANPA = "–"


def cascading(ktx: Konteks) -> list[Simpul]:
    """No annex where the budget holds no row: the tree then ends at the sasaran, which Bab II shows."""
    if not ktx.sasaran or not ktx.anggaran.daftar_anggaran:
        return []
    daftar = daftar_cabang(ktx)
    isi: list[Baris] = []
    sasaran = ""
    for cabang in daftar:
        if cabang.jenis is JenisCabang.SASARAN:
            sasaran = nama_rapi(cabang.uraian, cabang.kode)
        elif cabang.anggaran is None:
            sasaran = ""
        isi.extend(_baris(ktx, cabang, sasaran))
    hasil: list[Simpul] = [
        tabel_kepala_ganda("tabel-cascading", f"Cascading Kinerja Tahun {ktx.tahun}", _KOLOM, isi, mendatar=True)
    ]
    if any(c.sebagian for c in daftar):
        hasil.append(
            catatan("Baris bertanda (sebagian) mendukung beberapa sasaran; di tiap sasaran hanya cabang itu dimuat.")
        )
    return hasil


def _baris(ktx: Konteks, cabang: Cabang, sasaran: str) -> list[Baris]:
    if cabang.jenis is JenisCabang.MISI:
        return []
    nama = nama_rapi(cabang.uraian, cabang.kode)
    if cabang.anggaran is not None:
        return _baris_anggaran(ktx, cabang, cabang.anggaran, sasaran)
    if cabang.jenis is JenisCabang.KELOMPOK:
        return [kelompok(nama, _BANYAK_KOLOM), *_baris_rencana(ktx, "", cabang.daftar_indikator)]
    if cabang.jenis is JenisCabang.TUJUAN:
        kepala = kelompok(f"Tujuan: {nama}", _BANYAK_KOLOM)
        return [kepala, *(_baris_rencana(ktx, "(indikator tujuan)", cabang.daftar_indikator))]
    return _baris_rencana(ktx, nama, cabang.daftar_indikator) or [
        baris(sel(nama, tebal=True), "belum ada indikator", _TANPA, "", "", "", "")
    ]


def _baris_rencana(ktx: Konteks, nama: str, daftar: Sequence[Indikator]) -> list[Baris]:
    return [
        baris(
            *((sel(nama, tebal=True, baris=len(daftar)),) if n == 0 else ()),
            ktx.nama_indikator(i),
            ktx.bersatuan(i, ktx.target(i.kode)),
            "",
            "",
            "",
            i.penanggung_jawab.strip() or _TANPA,
        )
        for n, i in enumerate(daftar)
    ]


def _baris_anggaran(ktx: Konteks, cabang: Cabang, anggaran: Anggaran, sasaran: str) -> list[Baris]:
    daftar = cabang.daftar_indikator
    tinggi = max(len(daftar), 1)
    uraian = f"{cabang.kode} {nama_rapi(cabang.uraian, cabang.kode)}{' (sebagian)' if cabang.sebagian else ''}"
    tebal = cabang.jenis is JenisCabang.PROGRAM
    nama = sel(uraian, tebal=tebal, baris=tinggi, inden=_inden(cabang))
    kiri = replace(sel("", kolom=3, baris=tinggi), ulangan=sasaran)
    unit = penanggung_jawab_berlaku(ktx, anggaran) or _TANPA
    if not daftar:
        return [baris(kiri, nama, _TANPA, _TANPA, unit)]
    return [
        baris(
            *((kiri, nama) if n == 0 else ()),
            ktx.nama_indikator(i),
            ktx.bersatuan(i, ktx.target(i.kode)),
            i.penanggung_jawab.strip() or unit,
        )
        for n, i in enumerate(daftar)
    ]


def _inden(cabang: Cabang) -> int:
    return {JenisCabang.KEGIATAN: 1, JenisCabang.SUBKEGIATAN: 2, JenisCabang.RINCIAN: 1}.get(cabang.jenis, 0)
