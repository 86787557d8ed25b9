"""The board of scores as a document, for PDF and XLSX: the list on landscape pages, then means and distribution.

Pure. A landscape page on its own: the list is read across.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.besaran_papan import komponen_bernama
from kinerja.data_papan import BarisPapan, RekapTahun
from lkjip.dasar.hasil import Hasil, ada, kosong
from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.dokumen_bagian import tebal_tengah
from lkjip.laporan.compose.kalimat import par
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, Kepala, baris, tabel
from lkjip.laporan.isi import (
    Angka,
    Bab,
    Baris,
    Dokumen,
    GayaParagraf,
    Identitas,
    JenisAngka,
    JenisBab,
    Paragraf,
    Simpul,
    Tabel,
)

BARIS_PDF = 200
"""Rows of the longest list that is laid out as PDF while somebody waits."""
_BELUM = "–"


@dataclass(frozen=True)
class BahanPapan:
    """What the document is made from. `keadaan`: the state of each row in words, None: not for this reader."""

    sebutan: str
    tahun: int
    daftar: Sequence[BarisPapan]
    komponen: Sequence[str]
    keadaan: Sequence[str] | None
    rekap: Sequence[RekapTahun]
    saringan: str
    hari: date


def dokumen_papan(bahan: BahanPapan) -> Dokumen:
    judul = f"Nilai SAKIP Perangkat Daerah Tahun {bahan.tahun}"
    isi: list[Simpul] = [
        tebal_tengah(judul.upper(), bahan.sebutan.upper()),
        par(f"Keadaan data {tulis_tanggal(bahan.hari)}. {bahan.saringan}".strip(), gaya=GayaParagraf.TENGAH),
        *([_tabel_nilai(bahan)] if bahan.daftar else [par("Tidak ada instansi yang cocok dengan saringan ini.")]),
        _tabel_rekap(bahan),
    ]
    return Dokumen(
        judul=f"{judul}, {bahan.sebutan}",
        penulis=bahan.sebutan,
        kaki=f"Nilai SAKIP {bahan.tahun} · {bahan.sebutan}",
        tanggal=bahan.hari,
        sampul=None,
        bab=(Bab("nilai", judul, tuple(isi), JenisBab.POLOS),),
        subjek="Akuntabilitas kinerja instansi pemerintah",
        kata_kunci=("SAKIP", bahan.sebutan, str(bahan.tahun)),
    )


def _tabel_nilai(bahan: BahanPapan) -> Tabel:
    kolom: list[Kepala] = [
        ("Peringkat", 8, TENGAH), ("Instansi", 27, KIRI), ("Nilai", 7, KANAN), ("Predikat", 7, TENGAH),
        (f"Nilai {bahan.tahun - 1}", 7, KANAN), ("Perubahan", 8, KANAN),
        *((nama, 10, KANAN) for nama in bahan.komponen),
    ]  # fmt: skip
    if bahan.keadaan is not None:
        kolom += [("Keadaan evaluasi", 11, KIRI), ("Rekomendasi terbuka", 10, KANAN), ("Lewat batas waktu", 8, KANAN)]
    isi = [_baris(bahan, ke, satu) for ke, satu in enumerate(bahan.daftar)]
    return tabel(
        "nilai-sakip", f"Nilai SAKIP Perangkat Daerah Tahun {bahan.tahun}", kolom, isi, mendatar=True,
        nomor_kolom=False, catatan=_catatan(bahan),
    )  # fmt: skip


def _baris(bahan: BahanPapan, ke: int, satu: BarisPapan) -> Baris:
    kode, kini = satu.instansi.kode, satu.kini
    tanda = "*" if kini.menurut_instansi else "†" if kini.tertulis else ""
    isi: list[str | Angka] = [
        _bulat(satu.peringkat) if satu.peringkat else _BELUM,
        satu.instansi.nama + tanda,
        _nilai("nilai_sakip", kode, kini.nilai, bahan.tahun),
        kini.predikat or _BELUM,
        _nilai("nilai_sakip", kode, satu.lalu.nilai, bahan.tahun - 1),
        _perubahan(satu, bahan.tahun),
        *(_nilai_komponen(satu, nama) for nama in bahan.komponen),
    ]
    if bahan.keadaan is not None:
        r = satu.rekomendasi
        banyak = (_BELUM, _BELUM) if r is None else (_bulat(r.terbuka), _bulat(r.terlambat))
        isi += [bahan.keadaan[ke] or _BELUM, *banyak]
    return baris(*isi)


def _nilai(besaran: str, subjek: str, hasil: Hasil, tahun: int) -> Angka:
    return Angka(hasil, JenisAngka.POIN, Identitas(besaran, subjek, tahun))


def _bulat(banyak: int) -> Angka:
    return Angka(ada(Decimal(banyak), "dihitung"), JenisAngka.ANGKA, Identitas("banyak"))


def _perubahan(satu: BarisPapan, tahun: int) -> Angka:
    hasil = kosong("tidak ada nilai dua tahun") if satu.selisih is None else ada(satu.selisih, "nilai tahun ini − lalu")
    return _nilai("perubahan_nilai_sakip", satu.instansi.kode, hasil, tahun)


def _nilai_komponen(satu: BarisPapan, nama: str) -> Angka:
    cocok = komponen_bernama(satu, nama)
    hasil = cocok.nilai if cocok else kosong(f"tanpa komponen {nama}")
    return _nilai("nilai_komponen", f"{satu.instansi.kode}/{nama}", hasil, satu.kini.tahun)


def _catatan(bahan: BahanPapan) -> list[Paragraf]:
    """What the marks behind names mean, where there are any."""
    isi = []
    if any(b.kini.menurut_instansi for b in bahan.daftar):
        isi.append("* Belum ada LHE: nilai menurut buku kerja instansi.")
    beda = [f"{b.instansi.nama}: {b.kini.tertulis}" for b in bahan.daftar if b.kini.tertulis]
    if beda:
        isi.append(f"† LHE menuliskan yang lain daripada hasil hitung. Tertulis {'; '.join(beda)}.")
    isi.append(f"Peringkat dihitung di antara semua instansi {bahan.sebutan}; nilai yang sama berperingkat sama.")
    return [par(satu, gaya=GayaParagraf.CATATAN) for satu in isi]


def _tabel_rekap(bahan: BahanPapan) -> Tabel:
    huruf = [s.huruf for s in bahan.rekap[0].sebaran]
    kolom: list[Kepala] = [("Tahun", 10, TENGAH), ("Rata-rata", 12, KANAN)]
    kolom += [(h or "Tanpa nilai", 10, KANAN) for h in huruf]
    isi = [
        baris(str(r.tahun), _nilai("rata_rata_nilai_sakip", "", r.rata_rata, r.tahun),
              *(_bulat(next((s.banyak for s in r.sebaran if s.huruf == h), 0)) for h in huruf))
        for r in bahan.rekap
    ]  # fmt: skip
    return tabel(
        "rekap-sakip", "Rata-rata Nilai dan Banyaknya Instansi per Predikat", kolom, isi, mendatar=True,
        nomor_kolom=False,
    )  # fmt: skip
