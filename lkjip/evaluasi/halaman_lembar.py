"""One component of the sheet (LKE) as its page shows it, for the evaluators or for the agency itself. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.besaran_evaluasi import (
    nilai_evaluasi,
    nilai_komponen,
    nilai_sementara,
    predikat_evaluasi,
)
from kinerja.data_evaluasi import (
    DataEvaluasi,
    KomponenSkema,
    Penilai,
    SikapUsul,
    TingkatIsian,
)
from kinerja.data_lembar_evaluasi import (
    JejakJawaban,
    Kunci,
    belum_dijawab,
    daftar_kunci,
)
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.evaluasi.data_usul import FaktaKriteria, Peringatan, Usul
from lkjip.laporan.isi import Angka, Identitas, JenisAngka


@dataclass(frozen=True)
class TautanBukti:
    """Evidence that the agency has already given, with its address on the site."""

    judul: str
    alamat: str
    rujukan: str
    keterangan: str = ""


@dataclass(frozen=True)
class Bahan:
    """What the system lays beside the questions; empty where it has nothing to say."""

    usul: Mapping[Kunci, Usul] = field(default_factory=dict)
    bukti: Mapping[Kunci, tuple[TautanBukti, ...]] = field(default_factory=dict)
    daftar_peringatan: tuple[Peringatan, ...] = ()


@dataclass(frozen=True)
class Beda:
    """Another writer stored this meanwhile; the fields keep what this writer wants."""

    jawaban: str
    catatan: str
    oleh: str = ""
    saat: str = ""


@dataclass(frozen=True)
class Tanggapan:
    """What became of an answer that was sent. `jawaban`, `catatan`: as typed, where they were not stored."""

    keadaan: str  # tersimpan, galat, bentrok
    pesan: str = ""
    jawaban: str = ""
    catatan: str = ""
    beda: Beda | None = None


@dataclass(frozen=True)
class PilihanLembar:
    """One radio button. `nomor`: the key that chooses it."""

    nomor: int
    kode: str
    nilai: Decimal
    arti: str
    terpilih: bool = False


@dataclass(frozen=True)
class BuktiTampil:
    pk: int
    judul: str
    alamat: str = ""
    halaman: int | None = None


@dataclass(frozen=True)
class JawabanTampil:
    """An answer of the other side, to be read beside the own one."""

    jawaban: str
    catatan: str
    jejak: JejakJawaban | None
    daftar_bukti: tuple[BuktiTampil, ...] = ()


@dataclass(frozen=True)
class Pertanyaan:
    """`pengenal` names its fields and places on the page; `dasar_…` is what is stored."""

    pengenal: str
    kunci: Kunci
    uraian: str
    daftar_pilihan: tuple[PilihanLembar, ...]
    catatan: str
    dasar_jawaban: str
    dasar_catatan: str
    jejak: JejakJawaban | None
    usul: Usul | None
    sikap: SikapUsul | None
    fakta: FaktaKriteria | None
    daftar_bukti: tuple[BuktiTampil, ...]
    daftar_tersedia: tuple[TautanBukti, ...]
    lain: JawabanTampil | None
    tanggapan: Tanggapan | None = None

    @property
    def terjawab(self) -> bool:
        return bool(self.dasar_jawaban)

    @property
    def terpilih(self) -> PilihanLembar | None:
        return next((p for p in self.daftar_pilihan if p.terpilih), None)

    @property
    def per_kriteria(self) -> bool:
        return self.kunci[1] > 0


@dataclass(frozen=True)
class KriteriaTampil:
    """A criterion as guidance, with what the facts say about it."""

    nomor: int
    uraian: str
    fakta: FaktaKriteria | None = None


@dataclass(frozen=True)
class SubkomponenLembar:
    pengenal: str
    kode: str
    nama: str
    bobot: str
    nilai: Angka
    nilai_lain: Angka
    selisih: Angka
    daftar_kriteria: tuple[KriteriaTampil, ...]
    daftar_pertanyaan: tuple[Pertanyaan, ...]
    daftar_peringatan: tuple[Peringatan, ...]

    @property
    def per_kriteria(self) -> bool:
        return any(p.per_kriteria for p in self.daftar_pertanyaan)

    @property
    def terjawab(self) -> int:
        return sum(p.terjawab for p in self.daftar_pertanyaan)


@dataclass(frozen=True)
class KomponenLembar:
    """A tab: a component with how far it is."""

    nomor: int
    nama: str
    bobot: str
    nilai: Angka
    nilai_lain: Angka
    terjawab: int
    banyak: int
    terpilih: bool = False

    @property
    def lengkap(self) -> bool:
        return self.terjawab >= self.banyak


@dataclass(frozen=True)
class PapanNilai:
    """The bar that stays in sight: the score so far, how much is missing, the other side's."""

    nilai: Angka
    sementara: bool
    predikat: Angka
    nilai_lain: Angka
    terjawab: int
    banyak: int
    daftar_komponen: tuple[KomponenLembar, ...]
    banyak_peringatan: int = 0


@dataclass(frozen=True)
class HalamanLembar:
    penilai: Penilai
    papan: PapanNilai
    komponen: KomponenLembar
    daftar_subkomponen: tuple[SubkomponenLembar, ...]
    berpembanding: bool
    hanya_nilai: bool

    def pertanyaan(self, kunci: Kunci) -> Pertanyaan:
        return next(p for s in self.daftar_subkomponen for p in s.daftar_pertanyaan if p.kunci == kunci)


def pihak_lain(penilai: Penilai) -> Penilai:
    return Penilai.MANDIRI if penilai is Penilai.EVALUATOR else Penilai.EVALUATOR


def pengenal(data: DataEvaluasi, kunci: Kunci) -> str:
    """A name for a question that may stand in an id and in a field's name, whatever the scheme calls it."""
    komponen = data.skema.komponen_per_subkomponen[kunci[0]]
    urutan = [s.kode for s in komponen.daftar_subkomponen].index(kunci[0]) + 1
    return f"{komponen.nomor}-{urutan}-{kunci[1]}"


def komponen_kunci(data: DataEvaluasi, kunci: Kunci) -> int:
    """The component on whose page the question stands."""
    return data.skema.komponen_per_subkomponen[kunci[0]].nomor


def angka_lembar(hasil: Hasil, besaran: str, tahun: int, subjek: str = "", *, selisih: bool = False) -> Angka:
    """A score with its identity, two decimals as an LHE states them; a difference keeps its sign."""
    jenis = JenisAngka.POIN if selisih else JenisAngka.KATA if besaran.startswith("predikat") else JenisAngka.ANGKA
    return Angka(hasil, jenis, Identitas(besaran, subjek, tahun), None if jenis is JenisAngka.KATA else 2)


def papan_nilai(data: DataEvaluasi, penilai: Penilai, nomor: int, banyak_peringatan: int = 0) -> PapanNilai:
    """The bar alone: what is renewed after each answer."""
    lain, penuh = pihak_lain(penilai), nilai_evaluasi(data, penilai)
    sementara = not penuh.ada and data.tingkat is not TingkatIsian.KOMPONEN
    nama = "nilai_sementara" if sementara else "nilai_evaluasi"
    nilai = nilai_sementara(data, penilai) if sementara else penuh
    tabel = tuple(_komponen(data, penilai, k, k.nomor == nomor) for k in data.skema.daftar_komponen)
    return PapanNilai(
        angka_lembar(nilai, nama, data.tahun),
        sementara,
        angka_lembar(predikat_evaluasi(data, penilai), "predikat_evaluasi", data.tahun),
        angka_lembar(nilai_evaluasi(data, lain), "nilai_evaluasi", data.tahun, lain.value),
        sum(k.terjawab for k in tabel),
        sum(k.banyak for k in tabel),
        tabel,
        banyak_peringatan,
    )


def _komponen(data: DataEvaluasi, penilai: Penilai, k: KomponenSkema, terpilih: bool) -> KomponenLembar:
    semua = daftar_kunci(data, k.nomor)
    lain = pihak_lain(penilai)
    return KomponenLembar(
        k.nomor,
        k.nama,
        tulis_tepat(k.bobot),
        angka_lembar(nilai_komponen(data, k.nomor, penilai), "nilai_komponen", data.tahun, k.nama),
        angka_lembar(nilai_komponen(data, k.nomor, lain), "nilai_komponen", data.tahun, k.nama),
        len(semua) - len(belum_dijawab(data, penilai, k.nomor)),
        len(semua),
        terpilih,
    )
