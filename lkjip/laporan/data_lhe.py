"""What an LHE (Laporan Hasil Evaluasi AKIP) shows beyond the figures: who wrote it, to whom, on which basis. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kinerja.data_evaluasi import DataEvaluasi, JenisCatatan, PeranTim, RekamRekomendasi, SikapTanggapan
from lkjip.laporan.data_dokumen import PihakJanji
from lkjip.laporan.data_tema import TEMA_BAKU, Tema


class BentukLhe(StrEnum):
    """Both are met (sakip.md 2.5): a letter with an annex, or a short report with chapters."""

    SURAT = "surat"
    LAPORAN = "laporan"


@dataclass(frozen=True)
class PenulisLhe:
    """The APIP as its letters show it; `pimpinan` signs. `daftar_pedoman`: regional guidelines, one each."""

    nama: str
    pemda: str = ""
    alamat: str = ""
    tempat: str = ""
    pimpinan: PihakJanji = PihakJanji()
    daftar_pedoman: tuple[str, ...] = ()
    logo: bytes = field(default=b"", repr=False)
    sidik_logo: str = ""


@dataclass(frozen=True)
class PenerimaLhe:
    """The agency evaluated. `jabatan_kepala_daerah` gets a copy."""

    nama: str
    singkatan: str = ""
    jabatan_kepala: str = ""
    jabatan_kepala_daerah: str = ""
    tugas: str = ""
    daftar_fungsi: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnggotaTim:
    nama: str
    peran: PeranTim


@dataclass(frozen=True)
class CatatanLhe:
    """A finding, or what deserves credit, with the agency's reply and what the team made of it."""

    komponen: int
    isi: str
    jenis: JenisCatatan = JenisCatatan.TEMUAN
    subkomponen: str = ""
    tanggapan: str = ""
    sikap: SikapTanggapan | None = None
    balasan: str = ""


@dataclass(frozen=True)
class RekomendasiLhe:
    """`ulangan`: it was given before and is not settled yet."""

    komponen: int
    isi: str
    batas_waktu: date | None = None
    penanggung_jawab: str = ""
    ulangan: bool = False


@dataclass(frozen=True)
class DataLhe:
    """All that the document is made from. `tahun` is the year evaluated; `lalu` the evaluation of the year before."""

    tahun: int
    penulis: PenulisLhe
    penerima: PenerimaLhe
    kini: DataEvaluasi
    lalu: DataEvaluasi | None = None
    nomor: str = ""
    tanggal: date | None = None
    nomor_tugas: str = ""
    tanggal_tugas: date | None = None
    mulai: date | None = None
    selesai: date | None = None
    ringkasan: str = ""
    daftar_tim: tuple[AnggotaTim, ...] = ()
    daftar_catatan: tuple[CatatanLhe, ...] = ()
    daftar_rekomendasi: tuple[RekomendasiLhe, ...] = ()
    daftar_terdahulu: tuple[RekamRekomendasi, ...] = ()
    tema: Tema = TEMA_BAKU

    def catatan_komponen(self, nomor: int) -> Mapping[JenisCatatan, tuple[CatatanLhe, ...]]:
        """What is said about one component, by kind, in the order of the sheet."""
        milik = [c for c in self.daftar_catatan if c.komponen == nomor]
        return {jenis: tuple(c for c in milik if c.jenis is jenis) for jenis in JenisCatatan}
