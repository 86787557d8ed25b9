"""The rules of the catalogue (pemeriksaan.md), by id, and the one function that runs them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import (
    bentuk_angka,
    bentuk_nomor,
    efisiensi,
    hitungan,
    hitungan_teks,
    hitungan_tercetak,
    hitungan_wajar,
    kelengkapan,
    kelengkapan_bukti,
    kelengkapan_isi,
    klaim_tercetak,
    kode_anggaran,
    konsistensi,
    narasi_simpulan,
    narasi_sisa,
    rencana,
    sakip,
    sakip_evaluasi,
    sebutan_rencana,
    tabel,
    tanda_tangan,
    triwulan,
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
    konsistensi, rencana, hitungan, kode_anggaran, sakip, uang, tabel, hitungan_wajar, uang_wajar, triwulan,
    triwulan_wajar, efisiensi, sakip_evaluasi, sebutan_rencana, hitungan_teks, kelengkapan, kelengkapan_isi,
    kelengkapan_bukti, narasi_simpulan, narasi_sisa, bentuk_angka, bentuk_nomor, tanda_tangan, klaim_tercetak,
    hitungan_tercetak, uang_tercetak,
)  # fmt: skip
ATURAN: Mapping[str, Aturan] = {aturan.id: aturan for kelompok in _KELOMPOK for aturan in kelompok.DAFTAR}
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
    hasil_klaim = tuple(periksa_daftar_klaim(buku.data, buku.daftar_klaim))
    terpakai = [aturan for nama, aturan in ATURAN.items() if hanya is None or nama in hanya]
    bacaan = Bacaan(buku)
    return gabung({aturan.id: jalankan(aturan, bacaan, lambda: hasil_klaim, ambang) for aturan in terpakai})


def berhari(buku: BukuKerja) -> BukuKerja:
    """The workbook, asked on a day: that of its report where it has none yet."""
    return buku.pada(buku.hari_laporan) if buku.data.kinerja.per_tanggal is None else buku


def jalankan(
    aturan: Aturan, bacaan: Bacaan, hasil_klaim: Callable[[], Sequence[HasilKlaim]], ambang: Ambang
) -> TemuanAturan:
    """What one rule finds in the data, in the texts and among the printed figures."""
    return (
        tuple(aturan.periksa(bacaan.buku, ambang)),
        tuple(aturan.periksa_teks(bacaan, ambang)),
        tuple(aturan.periksa_klaim(bacaan.buku, hasil_klaim())) if aturan.membaca_klaim else (),
    )


def gabung(per_aturan: Mapping[str, TemuanAturan]) -> tuple[Temuan, ...]:
    """The findings of the rules in the order in which they are read, each once."""
    terurut = [per_aturan[nama] for nama in ATURAN if nama in per_aturan]
    daftar = [t for macam in zip(*terurut, strict=True) for satu in macam for t in satu]
    return tuple(sorted(dict.fromkeys(daftar), key=lambda t: (_URUTAN[t.tingkat], t.klaim)))
