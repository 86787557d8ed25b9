"""The rules of the catalogue (pemeriksaan.md), by id, and the one function that runs them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import (
    bentuk_angka,
    bentuk_ejaan,
    bentuk_nip,
    bentuk_nomor,
    bentuk_tabel,
    bentuk_tanggal,
    bentuk_terbilang,
    definisi,
    efisiensi,
    efisiensi_teks,
    hitungan,
    hitungan_teks,
    hitungan_tercetak,
    hitungan_wajar,
    kelengkapan,
    kelengkapan_bab,
    kelengkapan_banding,
    kelengkapan_bukti,
    kelengkapan_isi,
    kelengkapan_program,
    klaim_tercetak,
    kode_anggaran,
    konsistensi,
    narasi_arah,
    narasi_hukum,
    narasi_instansi,
    narasi_simpulan,
    narasi_sisa,
    narasi_tabel,
    narasi_terbesar,
    predikat_indeks,
    program_perjanjian,
    rencana,
    sakip,
    sakip_evaluasi,
    sakip_lke,
    satuan,
    sebutan_banyak,
    sebutan_periode,
    sebutan_rencana,
    tabel,
    tabel_pegawai,
    tanda_tangan,
    triwulan,
    triwulan_tercetak,
    triwulan_wajar,
    uang,
    uang_tercetak,
    uang_wajar,
)
from lkjip.pemeriksaan.aturan.dasar import Ambang as Ambang
from lkjip.pemeriksaan.aturan.dasar import Aturan as Aturan
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.klaim import periksa_daftar_klaim

# Structure first, then sums, figures, texts between documents, completeness, form and signatures: the order of running
# (pemeriksaan.md), and that in which findings of one severity are read.
_KELOMPOK = (
    konsistensi, rencana, definisi, program_perjanjian, hitungan, kode_anggaran, sakip, uang, tabel, tabel_pegawai,
    hitungan_wajar, uang_wajar, triwulan, triwulan_wajar, triwulan_tercetak, efisiensi, efisiensi_teks,
    sakip_evaluasi, sakip_lke, satuan, sebutan_rencana, sebutan_banyak, sebutan_periode, hitungan_teks, kelengkapan,
    kelengkapan_isi, kelengkapan_bab, kelengkapan_banding, kelengkapan_program, kelengkapan_bukti, narasi_simpulan,
    narasi_terbesar, narasi_arah, narasi_tabel, narasi_sisa, narasi_instansi, narasi_hukum, bentuk_angka,
    bentuk_terbilang, bentuk_nip, bentuk_tanggal, bentuk_nomor, bentuk_tabel, bentuk_ejaan, tanda_tangan,
    klaim_tercetak, hitungan_tercetak, predikat_indeks, uang_tercetak,
)  # fmt: skip
ATURAN: Mapping[str, Aturan] = {aturan.id: aturan for kelompok in _KELOMPOK for aturan in kelompok.DAFTAR}
_URUTAN = {tingkat: n for n, tingkat in enumerate(Tingkat)}
AMBANG_BAWAAN = Ambang()


def periksa(
    buku: BukuKerja, *, hanya: Collection[str] | None = None, ambang: Ambang = AMBANG_BAWAAN
) -> tuple[Temuan, ...]:
    """Everything that the rules find (`hanya`: these rules), by severity, our own data before claims, then by place.

    Figures are asked for on the day that the data are asked on, else on the day of the report.
    """
    if buku.data.kinerja.per_tanggal is None:
        buku = buku.pada(buku.hari_laporan)
    terpakai = [aturan for nama, aturan in ATURAN.items() if hanya is None or nama in hanya]
    daftar = [t for aturan in terpakai for t in aturan.periksa(buku, ambang)]
    bacaan = Bacaan(buku)
    daftar += [t for aturan in terpakai for t in aturan.periksa_teks(bacaan, ambang)]
    hasil_klaim = tuple(periksa_daftar_klaim(buku.data, buku.daftar_klaim))
    daftar += [t for aturan in terpakai for t in aturan.periksa_klaim(buku, hasil_klaim)]
    return tuple(sorted(dict.fromkeys(daftar), key=lambda t: (_URUTAN[t.tingkat], t.klaim)))
