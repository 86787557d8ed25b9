"""The rules of the catalogue (pemeriksaan.md), by id, and the one function that runs them. Pure."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import (
    bentuk_angka,
    bentuk_ejaan,
    bentuk_nip,
    bentuk_nomor,
    bentuk_subbab,
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
    klaim_dua_angka,
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
    sakip_nilai,
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
from lkjip.pemeriksaan.aturan.dasar import Aturan as Aturan
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_ambang import AMBANG_BAWAAN as AMBANG_BAWAAN
from lkjip.pemeriksaan.data_ambang import Ambang as Ambang
from lkjip.pemeriksaan.klaim import HasilKlaim, periksa_daftar_klaim

# Structure first, then sums, figures, texts between documents, completeness, form and signatures: the order of running
# (pemeriksaan.md), and that in which findings of one severity are read.
_KELOMPOK = (
    konsistensi, rencana, definisi, program_perjanjian, hitungan, kode_anggaran, sakip, uang, tabel, tabel_pegawai,
    hitungan_wajar, uang_wajar, triwulan, triwulan_wajar, triwulan_tercetak, efisiensi, efisiensi_teks,
    sakip_evaluasi, sakip_lke, satuan, sebutan_rencana, sebutan_banyak, sebutan_periode, hitungan_teks, kelengkapan,
    kelengkapan_isi, kelengkapan_bab, kelengkapan_banding, kelengkapan_program, kelengkapan_bukti, narasi_simpulan,
    narasi_terbesar, narasi_arah, narasi_tabel, narasi_sisa, narasi_instansi, narasi_hukum, bentuk_angka,
    bentuk_terbilang, bentuk_nip, bentuk_tanggal, bentuk_nomor, bentuk_subbab, bentuk_tabel, bentuk_ejaan, tanda_tangan,
    klaim_tercetak, klaim_dua_angka, sakip_nilai, hitungan_tercetak, predikat_indeks, uang_tercetak,
)  # fmt: skip
ATURAN: Mapping[str, Aturan] = {aturan.id: aturan for kelompok in _KELOMPOK for aturan in kelompok.DAFTAR}
logger = logging.getLogger(__name__)
_URUTAN = {tingkat: n for n, tingkat in enumerate(Tingkat)}
TemuanAturan = tuple[tuple[Temuan, ...], tuple[Temuan, ...], tuple[Temuan, ...]]  # in data, in texts, among claims


def periksa(
    buku: BukuKerja, *, hanya: Collection[str] | None = None, ambang: Ambang | None = None
) -> tuple[Temuan, ...]:
    """Everything that the rules find (`hanya`: these rules), by severity, our own data before claims, then by place.

    Figures are asked for on the day that the data are asked on, else on the day of the report. Without `ambang` the
    workbook's own thresholds hold, which it has from its pemda, else the catalogue's.
    """
    buku, ambang = berhari(buku), ambang or buku.ambang or AMBANG_BAWAAN
    hasil_klaim = cache(lambda: tuple(periksa_daftar_klaim(buku.data, buku.daftar_klaim)))
    terpakai = [aturan for nama, aturan in ATURAN.items() if hanya is None or nama in hanya]
    bacaan = Bacaan(buku)
    return gabung({aturan.id: jalankan(aturan, bacaan, hasil_klaim, ambang) for aturan in terpakai})


def berhari(buku: BukuKerja) -> BukuKerja:
    """The workbook, asked on a day: that of its report where it has none yet."""
    return buku.pada(buku.hari_laporan) if buku.data.kinerja.per_tanggal is None else buku


def jalankan(
    aturan: Aturan, bacaan: Bacaan, hasil_klaim: Callable[[], Sequence[HasilKlaim]], ambang: Ambang
) -> TemuanAturan:
    """What one rule finds in the data, in the texts and among the printed figures.

    A rule that breaks takes neither the page nor the other rules with it: the log has why, and one finding says so.
    """
    try:
        return (
            tuple(aturan.periksa(bacaan.buku, ambang)),
            tuple(aturan.periksa_teks(bacaan, ambang)),
            tuple(aturan.periksa_klaim(bacaan.buku, hasil_klaim())) if aturan.membaca_klaim else (),
        )
    except Exception:  # of whatever kind: a rule is only as sound as the data that it was thought of with
        logger.exception("Aturan %s gagal.", aturan.id)
        return (_gagal(aturan),), (), ()


def _gagal(aturan: Aturan) -> Temuan:
    return Temuan(
        aturan.id,
        Tingkat.INFO,
        f"Pemeriksaan “{aturan.nama}” tidak selesai dijalankan, sehingga hal ini belum diketahui benar atau salah.",
        letak="sistem",
        butir="gagal dijalankan",
        saran="Periksa hal ini sendiri, dan beri tahu pengelola sistem: sebabnya ada dalam log.",
    )


# What these say of a figure in a sentence, NAR-04 does not say again ("equals no datum").
_SUDAH_DIHITUNG = frozenset({"ANG-03", "ANG-04", "ANG-17", "EFI-03", "EFI-04", "EFI-09", "HIT-15", "HIT-16"})


def gabung(per_aturan: Mapping[str, TemuanAturan]) -> tuple[Temuan, ...]:
    """The findings of the rules in the order in which they are read, each once."""
    terurut = [per_aturan[nama] for nama in ATURAN if nama in per_aturan]
    daftar = [t for macam in zip(*terurut, strict=True) for satu in macam for t in satu]
    salah_hitung = {(t.letak, _polos(t.nilai)) for t in daftar if t.aturan in _SUDAH_DIHITUNG}
    daftar = [t for t in daftar if t.aturan != "NAR-04" or (t.letak, _polos(t.nilai)) not in salah_hitung]
    return tuple(sorted(dict.fromkeys(daftar), key=lambda t: (_URUTAN[t.tingkat], t.klaim)))


def _polos(tertulis: str) -> str:
    """ "7,91%" and "7.91" as one: the digits of a figure in a sentence."""
    angka = tertulis.replace(".", "").replace(",", ".") if "," in tertulis else tertulis
    return "".join(c for c in angka if c.isdigit() or c == ".")
