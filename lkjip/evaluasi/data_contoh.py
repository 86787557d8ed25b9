"""A made-up pemda for trying the system: names, plans, figures, evaluations, all from one seed. Pure.

Everything is drawn by `Undian`, which hashes the seed with the name of what is drawn: the same seed gives the same
pemda on every machine, and one more agency changes nothing of the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import TypeVar

from kinerja.data_evaluasi import KeadaanTindakLanjut, TahapEvaluasi
from renstra.data import Instansi, JenisPemda

_T = TypeVar("_T")
NAMA_PEMDA = "Kabupaten Contoh Raya (data buatan)"
AWALAN_KODE = "CONTOH-"
KEPALA_DAERAH = "Bupati"
_DAFTAR_NAMA = (
    "Dinas Pendidikan", "Dinas Kesehatan", "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Perumahan Rakyat",
    "Satuan Polisi Pamong Praja", "Badan Penanggulangan Bencana Daerah", "Dinas Sosial", "Dinas Tenaga Kerja",
    "Dinas Pemberdayaan Perempuan", "Dinas Ketahanan Pangan", "Dinas Lingkungan Hidup",
    "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Pemberdayaan Masyarakat dan Desa",
    "Dinas Pengendalian Penduduk", "Dinas Perhubungan", "Dinas Komunikasi dan Informatika", "Dinas Koperasi dan UKM",
    "Dinas Penanaman Modal", "Dinas Kepemudaan dan Olahraga", "Dinas Perpustakaan dan Kearsipan", "Dinas Perikanan",
    "Dinas Pariwisata", "Dinas Pertanian", "Dinas Perdagangan", "Dinas Perindustrian",
    "Badan Perencanaan Pembangunan Daerah", "Badan Keuangan dan Aset Daerah", "Badan Pendapatan Daerah",
    "Badan Kepegawaian Daerah", "Badan Kesatuan Bangsa dan Politik", "Sekretariat Daerah", "Sekretariat DPRD",
    "Rumah Sakit Umum Daerah", "Kecamatan Satu", "Kecamatan Dua", "Kecamatan Tiga", "Kecamatan Empat",
    "Kecamatan Lima", "Kecamatan Enam", "Kecamatan Tujuh",
)  # fmt: skip
_TANGGA = ("D", "C", "CC", "B", "BB", "A", "AA")
_BOBOT_LAMA = (30, 25, 15, 10, 20)
_BOBOT = (30, 30, 15, 25)
_REKOMENDASI = (
    (1, "Menyelaraskan indikator kinerja sampai tingkat jabatan pelaksana dan menuangkannya dalam pohon kinerja."),
    (1, "Menggunakan rencana aksi sebagai alat pemantauan triwulanan, bukan sekadar dokumen pelengkap."),
    (2, "Menyusun definisi operasional dan sumber data bagi setiap indikator kinerja utama."),
    (2, "Memakai hasil pengukuran kinerja sebagai dasar penyesuaian aktivitas dan anggaran."),
    (3, "Melengkapi laporan kinerja dengan pembanding tingkat nasional dan analisis efisiensi."),
    (4, "Melaksanakan evaluasi internal secara berjenjang dan mendokumentasikan tindak lanjutnya."),
)
_TINDAKAN = (
    "Tim kerja dibentuk dan bahan perbaikan sudah dibahas.",
    "Dokumen sudah diperbaiki dan ditetapkan kepala perangkat daerah.",
    "Perbaikan dijadwalkan bersama penyusunan rencana tahun berikutnya.",
)


@dataclass(frozen=True)
class Undian:
    """Reproducible draws: `kunci` names what is drawn, so that the order of the questions does not matter."""

    benih: int

    def bilangan(self, bawah: int, atas: int, *kunci: object) -> int:
        """A whole number from `bawah` to `atas`, both included."""
        tanda = "/".join(map(str, (self.benih, *kunci)))
        return bawah + int.from_bytes(sha256(tanda.encode()).digest()[:8], "big") % (atas - bawah + 1)

    def pilih(self, daftar: Sequence[_T], *kunci: object) -> _T:
        return daftar[self.bilangan(0, len(daftar) - 1, *kunci)]


@dataclass(frozen=True)
class RekomendasiBuatan:
    komponen: int
    rekomendasi: str
    keadaan: KeadaanTindakLanjut
    batas_waktu: date
    tindak_lanjut: str = ""


@dataclass(frozen=True)
class EvaluasiBuatan:
    """`jawaban` per sub-component where it was worked here; else `nilai` per component as recorded."""

    tahun: int
    skema: str
    tahap: TahapEvaluasi
    nilai: tuple[Decimal, ...] = ()
    jawaban: tuple[tuple[str, str], ...] = ()
    mandiri: tuple[tuple[str, str], ...] = ()
    daftar_rekomendasi: tuple[RekomendasiBuatan, ...] = ()


@dataclass(frozen=True)
class InstansiBuatan:
    instansi: Instansi
    urutan: int
    daftar_evaluasi: tuple[EvaluasiBuatan, ...]


def susun_pemda(*, benih: int, banyak: int, daftar_tahun: Sequence[int]) -> tuple[InstansiBuatan, ...]:
    """The agencies with their evaluations; the years in order, the last one partly still under way."""
    undian = Undian(benih)
    return tuple(_instansi(undian, nomor, tuple(daftar_tahun)) for nomor in range(1, banyak + 1))


def nama_instansi(nomor: int) -> str:
    """From the list; beyond it with a number, so that no name occurs twice."""
    putaran, tempat = divmod(nomor - 1, len(_DAFTAR_NAMA))
    return _DAFTAR_NAMA[tempat] + (f" {putaran + 1}" if putaran else "")


def _instansi(undian: Undian, nomor: int, daftar_tahun: tuple[int, ...]) -> InstansiBuatan:
    kode, nama = f"{AWALAN_KODE}{nomor:02d}", nama_instansi(nomor)
    instansi = Instansi(
        kode=kode, nama=nama, singkatan=_singkatan(nama, nomor), pemda=NAMA_PEMDA, jenis_pemda=JenisPemda.KABUPATEN,
        jabatan_kepala_daerah=KEPALA_DAERAH, tempat="Contoh Raya", jabatan_kepala=f"Kepala {nama}",
        nama_kepala=f"Kepala Buatan {nomor}", pangkat_kepala="Pembina Utama Muda",
    )  # fmt: skip
    mutu = undian.bilangan(1, 5, kode, "mutu")  # where on the ladder of answers the agency begins
    daftar = tuple(_evaluasi(undian, kode, mutu, ke, daftar_tahun) for ke in range(len(daftar_tahun)))
    return InstansiBuatan(instansi, nomor, daftar)


def _singkatan(nama: str, nomor: int) -> str:
    huruf = "".join(kata[0] for kata in nama.split() if kata[0].isupper() or kata[0].isdigit())
    return f"{huruf}-{nomor:02d}"


def _evaluasi(undian: Undian, kode: str, mutu: int, ke: int, daftar_tahun: tuple[int, ...]) -> EvaluasiBuatan:
    tahun, terakhir = daftar_tahun[ke], ke == len(daftar_tahun) - 1
    rekomendasi = _daftar_rekomendasi(undian, kode, tahun, terbuka=terakhir or ke == len(daftar_tahun) - 2)
    if ke == 0 and not terakhir:
        lama = tuple(_nilai(undian, bobot, mutu, kode, tahun, nomor) for nomor, bobot in enumerate(_BOBOT_LAMA))
        return EvaluasiBuatan(tahun, "permenpan12_2015", TahapEvaluasi.TERBIT, lama, daftar_rekomendasi=rekomendasi)
    if not terakhir:
        baru = tuple(_nilai(undian, bobot, mutu + ke // 2, kode, tahun, nomor) for nomor, bobot in enumerate(_BOBOT))
        return EvaluasiBuatan(tahun, "permenpan88_2021", TahapEvaluasi.TERBIT, baru, daftar_rekomendasi=rekomendasi)
    tahap = undian.pilih((*[TahapEvaluasi.TERBIT] * 14, *_TAHAP_BERJALAN), kode, "tahap")
    jawaban = _jawaban(undian, mutu - 1 + ke // 2, kode, tahun, "evaluator")
    if tahap is TahapEvaluasi.PENILAIAN:
        jawaban = jawaban[: undian.bilangan(0, 11, kode, "terisi")]
    return EvaluasiBuatan(
        tahun, "permenpan88_2021", tahap, jawaban=jawaban,
        mandiri=_jawaban(undian, mutu + ke // 2, kode, tahun, "mandiri"), daftar_rekomendasi=rekomendasi,
    )  # fmt: skip


_TAHAP_BERJALAN = (
    TahapEvaluasi.PENILAIAN, TahapEvaluasi.PENILAIAN, TahapEvaluasi.KETUA, TahapEvaluasi.PENGENDALI,
    TahapEvaluasi.TANGGAPAN, TahapEvaluasi.PEMBAHASAN, TahapEvaluasi.DISETUJUI,
)  # fmt: skip


def _nilai(undian: Undian, bobot: int, mutu: int, *kunci: object) -> Decimal:
    """A score between 35 and 95 % of the weight, two decimals."""
    per_seratus = min(9500, 3500 + 900 * mutu + undian.bilangan(-600, 900, *kunci))
    return (Decimal(bobot) * per_seratus / 10000).quantize(Decimal("0.01"))


def _jawaban(undian: Undian, mutu: int, *kunci: object) -> tuple[tuple[str, str], ...]:
    """Existence is answered better than quality, and quality better than use, as a rule."""
    turun = {"a": 1, "b": 0, "c": -1}
    hasil = []
    for nomor in range(1, 5):
        for huruf, geser in turun.items():
            tempat = mutu + geser + undian.bilangan(-1, 1, *kunci, nomor, huruf)
            hasil.append((f"{nomor}.{huruf}", _TANGGA[min(max(tempat, 0), len(_TANGGA) - 2)]))
    return tuple(hasil)


def _daftar_rekomendasi(undian: Undian, kode: str, tahun: int, *, terbuka: bool) -> tuple[RekomendasiBuatan, ...]:
    """Two to four a year; old ones are done, later ones in every state."""
    awal = undian.bilangan(0, len(_REKOMENDASI) - 1, kode, tahun, "rekomendasi")
    banyak = undian.bilangan(2, 4, kode, tahun, "banyak")
    hasil = []
    for ke in range(banyak):
        komponen, teks = _REKOMENDASI[(awal + ke) % len(_REKOMENDASI)]
        keadaan = undian.pilih(tuple(KeadaanTindakLanjut), kode, tahun, ke) if terbuka else KeadaanTindakLanjut.SELESAI
        tindakan = "" if keadaan is KeadaanTindakLanjut.BELUM else undian.pilih(_TINDAKAN, kode, tahun, ke, "tindakan")
        batas = date(tahun + 1, undian.bilangan(9, 12, kode, tahun, ke, "batas"), 28)
        hasil.append(RekomendasiBuatan(komponen, teks, keadaan, batas, tindakan))
    return tuple(hasil)
