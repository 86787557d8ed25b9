"""Evaluation of AKIP by an inspectorate: the scheme, the sheet (LKE), its stages (sakip.md 2). Pure.

A scheme is data: components, sub-components and criteria with their weights, the answers and what they are worth, the
letters of the total. A new regulation is a new scheme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property


class TingkatIsian(StrEnum):
    """What is filled in: a score per component (an older scheme, or a result from before), or an answer."""

    KOMPONEN = "komponen"
    SUBKOMPONEN = "subkomponen"
    KRITERIA = "kriteria"


class AsalEvaluasi(StrEnum):
    DIKERJAKAN = "dikerjakan"  # in this system
    DIREKAM = "direkam"  # the result of an LHE that was issued elsewhere


class Penilai(StrEnum):
    EVALUATOR = "evaluator"
    MANDIRI = "mandiri"  # the agency about itself


class TahapEvaluasi(StrEnum):
    PENILAIAN = "penilaian"  # the team works
    KETUA = "ketua"  # handed in; waits for the ketua
    PENGENDALI = "pengendali"  # waits for the pengendali
    TANGGAPAN = "tanggapan"  # the agency reads the findings, without marks, and replies
    PEMBAHASAN = "pembahasan"  # the team settles the replies
    KETUA_AKHIR = "ketua_akhir"
    PENGENDALI_AKHIR = "pengendali_akhir"
    DISETUJUI = "disetujui"  # settled; the LHE may be frozen and signed
    TERBIT = "terbit"  # the LHE is issued: nothing changes any more
    DIBATALKAN = "dibatalkan"


TERBUKA = frozenset({TahapEvaluasi.PENILAIAN, TahapEvaluasi.PEMBAHASAN})
"""Stages in which the team may change answers, findings and recommendations."""
BERJALAN_EVALUASI = frozenset(TahapEvaluasi) - {TahapEvaluasi.TERBIT, TahapEvaluasi.DIBATALKAN}


class LangkahEval(StrEnum):
    AJUKAN = "ajukan"
    SETUJUI = "setujui"
    KEMBALIKAN = "kembalikan"
    TANGGAPI = "tanggapi"  # the agency sends its reply (or says that it has none)
    TUTUP = "tutup"  # the term is over: the team goes on without a reply
    TERBITKAN = "terbitkan"
    BATALKAN = "batalkan"


class PeranTim(StrEnum):
    ANGGOTA = "anggota"
    KETUA = "ketua"
    PENGENDALI = "pengendali"


INSTANSI = "instansi"
"""Who replies: stands beside the roles of a team where a step names who may take it."""


@dataclass(frozen=True)
class PeralihanEvaluasi:
    """One allowed step. `peran`: values of PeranTim, or INSTANSI for the agency itself."""

    langkah: LangkahEval
    dari: TahapEvaluasi
    ke: TahapEvaluasi
    peran: frozenset[str]
    wajib_catatan: bool = False


_SEMUA_TIM = frozenset({PeranTim.ANGGOTA, PeranTim.KETUA, PeranTim.PENGENDALI})
_KETUA, _PENGENDALI = frozenset({PeranTim.KETUA}), frozenset({PeranTim.PENGENDALI})
_T, _L = TahapEvaluasi, LangkahEval
ALUR_EVALUASI: tuple[PeralihanEvaluasi, ...] = (
    PeralihanEvaluasi(_L.AJUKAN, _T.PENILAIAN, _T.KETUA, _SEMUA_TIM),
    PeralihanEvaluasi(_L.SETUJUI, _T.KETUA, _T.PENGENDALI, _KETUA),
    PeralihanEvaluasi(_L.KEMBALIKAN, _T.KETUA, _T.PENILAIAN, _KETUA, wajib_catatan=True),
    PeralihanEvaluasi(_L.SETUJUI, _T.PENGENDALI, _T.TANGGAPAN, _PENGENDALI),
    PeralihanEvaluasi(_L.KEMBALIKAN, _T.PENGENDALI, _T.PENILAIAN, _PENGENDALI, wajib_catatan=True),
    PeralihanEvaluasi(_L.TANGGAPI, _T.TANGGAPAN, _T.PEMBAHASAN, frozenset({INSTANSI})),
    PeralihanEvaluasi(_L.TUTUP, _T.TANGGAPAN, _T.PEMBAHASAN, _KETUA | _PENGENDALI, wajib_catatan=True),
    PeralihanEvaluasi(_L.AJUKAN, _T.PEMBAHASAN, _T.KETUA_AKHIR, _SEMUA_TIM),
    PeralihanEvaluasi(_L.SETUJUI, _T.KETUA_AKHIR, _T.PENGENDALI_AKHIR, _KETUA),
    PeralihanEvaluasi(_L.KEMBALIKAN, _T.KETUA_AKHIR, _T.PEMBAHASAN, _KETUA, wajib_catatan=True),
    PeralihanEvaluasi(_L.SETUJUI, _T.PENGENDALI_AKHIR, _T.DISETUJUI, _PENGENDALI),
    PeralihanEvaluasi(_L.KEMBALIKAN, _T.PENGENDALI_AKHIR, _T.PEMBAHASAN, _PENGENDALI, wajib_catatan=True),
    PeralihanEvaluasi(_L.KEMBALIKAN, _T.DISETUJUI, _T.PEMBAHASAN, _PENGENDALI, wajib_catatan=True),
    PeralihanEvaluasi(_L.TERBITKAN, _T.DISETUJUI, _T.TERBIT, _KETUA | _PENGENDALI),
    *(
        PeralihanEvaluasi(_L.BATALKAN, t, _T.DIBATALKAN, _PENGENDALI, wajib_catatan=True)
        for t in sorted(BERJALAN_EVALUASI)
    ),
)  # fmt: skip


class SikapUsul(StrEnum):
    """What the evaluator made of the system's proposal."""

    DITERIMA = "diterima"
    DITOLAK = "ditolak"  # then the note says why


class SikapTanggapan(StrEnum):
    DITERIMA = "diterima"
    SEBAGIAN = "sebagian"
    DITOLAK = "ditolak"


class JenisCatatan(StrEnum):
    TEMUAN = "temuan"
    BAIK = "baik"  # what deserves credit


class KeadaanTindakLanjut(StrEnum):
    """Where a recommendation stands."""

    BELUM = "belum"
    PROSES = "proses"  # the agency works at it
    DIAJUKAN = "diajukan"  # reported as done; waits for the reviewer
    DIKEMBALIKAN = "dikembalikan"
    SELESAI = "selesai"
    TIDAK_DAPAT = "tidak_dapat"  # cannot be followed up, for a reason that the reviewer accepted


TINDAK_LANJUT_TERBUKA = frozenset(KeadaanTindakLanjut) - {KeadaanTindakLanjut.SELESAI, KeadaanTindakLanjut.TIDAK_DAPAT}


@dataclass(frozen=True)
class KriteriaSkema:
    nomor: int
    uraian: str


@dataclass(frozen=True)
class SubkomponenSkema:
    """`kode` as the workbook's sheet `lke` has it: 1.a … 4.c."""

    kode: str
    nama: str
    bobot: Decimal
    daftar_kriteria: tuple[KriteriaSkema, ...] = ()


@dataclass(frozen=True)
class KomponenSkema:
    nomor: int
    nama: str
    bobot: Decimal
    daftar_subkomponen: tuple[SubkomponenSkema, ...] = ()


@dataclass(frozen=True)
class PilihanJawaban:
    """`nilai` out of 100; `arti` for sub-components of quality and use, `arti_keberadaan` for those of existence."""

    kode: str
    nilai: Decimal
    arti: str = ""
    arti_keberadaan: str = ""


@dataclass(frozen=True)
class PredikatSkema:
    """`batas` itself belongs to the letter below: 90 is A (pengukuran.md)."""

    huruf: str
    nama: str
    batas: Decimal


@dataclass(frozen=True)
class Skema:
    """One regulation's way of scoring."""

    kode: str
    nama: str
    dasar_hukum: str
    daftar_komponen: tuple[KomponenSkema, ...]
    daftar_jawaban: tuple[PilihanJawaban, ...] = ()
    daftar_predikat: tuple[PredikatSkema, ...] = ()

    @cached_property
    def subkomponen_per_kode(self) -> Mapping[str, SubkomponenSkema]:
        return {s.kode: s for k in self.daftar_komponen for s in k.daftar_subkomponen}

    @cached_property
    def komponen_per_nomor(self) -> Mapping[int, KomponenSkema]:
        return {k.nomor: k for k in self.daftar_komponen}

    @cached_property
    def komponen_per_subkomponen(self) -> Mapping[str, KomponenSkema]:
        return {s.kode: k for k in self.daftar_komponen for s in k.daftar_subkomponen}

    @cached_property
    def nilai_per_jawaban(self) -> Mapping[str, Decimal]:
        return {j.kode: j.nilai for j in self.daftar_jawaban}

    @property
    def berjawaban(self) -> bool:
        """Whether there are questions to answer; else only scores per component can be recorded."""
        return bool(self.daftar_jawaban) and all(k.daftar_subkomponen for k in self.daftar_komponen)


@dataclass(frozen=True)
class JawabanLke:
    """An answer. `kriteria` 0: to the sub-component as a whole."""

    subkomponen: str
    kriteria: int = 0
    jawaban: str = ""
    catatan: str = ""
    usul: str = ""
    sikap_usul: SikapUsul | None = None


@dataclass(frozen=True)
class DataEvaluasi:
    """All that the figures of one evaluation are computed from."""

    skema: Skema
    tahun: int
    tingkat: TingkatIsian
    jawaban_per_penilai: Mapping[Penilai, Mapping[tuple[str, int], JawabanLke]]
    nilai_per_komponen: Mapping[int, Decimal]
    nilai_lhe: Decimal | None = None
    predikat_lhe: str = ""


@dataclass(frozen=True)
class RekamRekomendasi:
    """A recommendation of an issued LHE, as other parts of the house show it."""

    pk: int
    tahun: int
    komponen: str
    rekomendasi: str
    keadaan: KeadaanTindakLanjut
    batas_waktu: date | None
    tindak_lanjut: str = ""
