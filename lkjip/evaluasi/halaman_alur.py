"""The way of an evaluation as its pages tell it: stages, steps, progress. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kinerja.besaran_evaluasi import (
    nilai_evaluasi,
    nilai_komponen,
    nilai_sementara,
    nilai_subkomponen,
    predikat_evaluasi,
)
from kinerja.data_evaluasi import (
    DataEvaluasi,
    LangkahEval,
    Penilai,
    PeralihanEvaluasi,
    SubkomponenSkema,
    TahapEvaluasi,
    TingkatIsian,
)
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.tulisan_angka import tulis_tepat

_T, _L = TahapEvaluasi, LangkahEval
SEBUTAN_TAHAP = {
    _T.PENILAIAN: "Penilaian oleh tim",
    _T.KETUA: "Pemeriksaan ketua",
    _T.PENGENDALI: "Pemeriksaan pengendali",
    _T.TANGGAPAN: "Tanggapan instansi",
    _T.PEMBAHASAN: "Pembahasan tanggapan",
    _T.KETUA_AKHIR: "Pemeriksaan akhir ketua",
    _T.PENGENDALI_AKHIR: "Pemeriksaan akhir pengendali",
    _T.DISETUJUI: "Disetujui, LHE disiapkan",
    _T.TERBIT: "LHE terbit",
    _T.DIBATALKAN: "Dibatalkan",
}
URUTAN = tuple(t for t in _T if t is not _T.DIBATALKAN)
_MUNDUR = frozenset({_L.KEMBALIKAN, _L.BATALKAN})

# What the agency reads about a stage: nothing of what is going on inside the team.
_BAGI_INSTANSI = {
    _T.TANGGAPAN: "Menunggu tanggapan instansi",
    _T.TERBIT: "LHE terbit",
    _T.DIBATALKAN: "Dibatalkan",
    _T.PENILAIAN: "Sedang dinilai inspektorat",
    _T.KETUA: "Sedang dinilai inspektorat",
    _T.PENGENDALI: "Sedang dinilai inspektorat",
}


def sebutan_instansi(tahap: TahapEvaluasi) -> str:
    return _BAGI_INSTANSI.get(tahap, "Tanggapan dibahas inspektorat")


class KeadaanTahap(StrEnum):
    SELESAI = "selesai"
    KINI = "kini"
    NANTI = "nanti"


@dataclass(frozen=True)
class LangkahDiambil:
    """A step that was taken."""

    langkah: LangkahEval
    dari: TahapEvaluasi
    ke: TahapEvaluasi
    oleh: str
    waktu: datetime
    catatan: str = ""

    @property
    def sebutan(self) -> str:
        return _SESUDAH[self.langkah]


@dataclass(frozen=True)
class Tahapan:
    """A stage on the way. `oleh`, `waktu`: who led it on, and when."""

    tahap: TahapEvaluasi
    keadaan: KeadaanTahap
    oleh: str = ""
    waktu: datetime | None = None

    @property
    def nama(self) -> str:
        return SEBUTAN_TAHAP[self.tahap]


def daftar_tahapan(kini: TahapEvaluasi, daftar: Sequence[LangkahDiambil]) -> tuple[Tahapan, ...]:
    """The whole way, with who led each past stage on; a stage that was returned to counts as not done.

    A cancelled evaluation is as far as it was then.
    """
    terakhir = {d.dari: d for d in daftar if d.langkah not in _MUNDUR}
    sampai = daftar[-1].dari if kini is _T.DIBATALKAN and daftar else kini
    batas = URUTAN.index(sampai) if sampai in URUTAN else 0
    hasil = []
    for nomor, tahap in enumerate(URUTAN):
        lewat = nomor < batas or kini is _T.TERBIT
        diambil = terakhir.get(tahap) if nomor < batas else None
        keadaan = KeadaanTahap.SELESAI if lewat else KeadaanTahap.KINI if tahap is kini else KeadaanTahap.NANTI
        hasil.append(Tahapan(tahap, keadaan, diambil.oleh if diambil else "", diambil.waktu if diambil else None))
    return tuple(hasil)


_SESUDAH = {
    _L.AJUKAN: "Diajukan",
    _L.SETUJUI: "Disetujui",
    _L.KEMBALIKAN: "Dikembalikan",
    _L.TANGGAPI: "Tanggapan dikirim instansi",
    _L.TUTUP: "Dilanjutkan tanpa tanggapan",
    _L.TERBITKAN: "LHE diterbitkan",
    _L.BATALKAN: "Dibatalkan",
}


@dataclass(frozen=True)
class PilihanLangkah:
    """A step that this user may take now, with its button and what it means."""

    langkah: LangkahEval
    dari: TahapEvaluasi
    tombol: str
    keterangan: str
    wajib_catatan: bool = False
    minta_batas: bool = False

    @property
    def utama(self) -> bool:
        """Leads on; the others ask for a confirmation."""
        return self.langkah not in {_L.KEMBALIKAN, _L.BATALKAN, _L.TUTUP, _L.TERBITKAN}


_TOMBOL: dict[tuple[LangkahEval, TahapEvaluasi | None], tuple[str, str]] = {
    (_L.AJUKAN, _T.PENILAIAN): (
        "Ajukan ke ketua",
        "Semua jawaban sudah diisi. Setelah diajukan, lembar kerja tidak dapat diubah sampai ketua mengembalikannya.",
    ),
    (_L.AJUKAN, _T.PEMBAHASAN): ("Ajukan hasil akhir ke ketua", "Tanggapan instansi sudah dibahas."),
    (_L.SETUJUI, _T.KETUA): ("Setujui dan teruskan ke pengendali", "Anda sudah memeriksa jawaban dan catatannya."),
    (_L.SETUJUI, _T.PENGENDALI): (
        "Setujui dan minta tanggapan instansi",
        "Instansi membaca catatan dan rekomendasi, tanpa nilai, lalu menanggapinya sampai batas waktu.",
    ),
    (_L.SETUJUI, _T.KETUA_AKHIR): ("Setujui dan teruskan ke pengendali", "Hasil pembahasan sudah diperiksa."),
    (_L.SETUJUI, _T.PENGENDALI_AKHIR): (
        "Setujui hasil evaluasi",
        "Isi evaluasi dikunci dan LHE dapat disiapkan untuk ditandatangani.",
    ),
    (_L.TUTUP, _T.TANGGAPAN): (
        "Lanjutkan tanpa tanggapan",
        "Batas waktu sudah lewat dan instansi tidak mengirim tanggapan.",
    ),
    (_L.TERBITKAN, _T.DISETUJUI): (
        "Terbitkan LHE",
        "Nilai dan predikat dikunci, dan instansi dapat membaca seluruh hasilnya.",
    ),
    (_L.KEMBALIKAN, None): ("Kembalikan ke tim", "Tulis apa yang perlu diperbaiki."),
    (_L.BATALKAN, None): (
        "Batalkan evaluasi",
        "Evaluasi ini berhenti dan tidak dapat dilanjutkan. Isinya tetap tersimpan, dan evaluasi baru dapat dibuka.",
    ),
}


def daftar_pilihan(daftar: Iterable[PeralihanEvaluasi]) -> tuple[PilihanLangkah, ...]:
    """The steps as buttons; those that lead on come first."""
    urut = sorted(daftar, key=lambda p: p.langkah in _MUNDUR)
    return tuple(
        PilihanLangkah(
            p.langkah, p.dari, *(_TOMBOL.get((p.langkah, p.dari)) or _TOMBOL[p.langkah, None]), p.wajib_catatan,
            p.ke is _T.TANGGAPAN,
        )
        for p in urut
        if p.langkah is not _L.TANGGAPI
    )  # fmt: skip


@dataclass(frozen=True)
class Kemajuan:
    """How much of the sheet is filled in."""

    terisi: int
    semua: int

    @property
    def lengkap(self) -> bool:
        return self.terisi >= self.semua


def kemajuan(data: DataEvaluasi, penilai: Penilai = Penilai.EVALUATOR) -> Kemajuan:
    """Answers given of those asked for: 12 sub-components, or 80 criteria where the pemda chose that (sakip.md 2.3)."""
    if data.tingkat is TingkatIsian.KOMPONEN:
        return Kemajuan(len(data.nilai_per_komponen), len(data.skema.daftar_komponen))
    per_kriteria = data.tingkat is TingkatIsian.KRITERIA
    diminta = {
        (sub.kode, nomor)
        for sub in data.skema.subkomponen_per_kode.values()
        for nomor in ([k.nomor for k in sub.daftar_kriteria] if per_kriteria else [0])
    }
    jawaban = data.jawaban_per_penilai.get(penilai, {})
    return Kemajuan(sum(bool(k in jawaban and jawaban[k].jawaban) for k in diminta), len(diminta))


@dataclass(frozen=True)
class BarisNilai:
    """A component or (indented) a sub-component with its score; `jawaban` and `catatan` where one answer gives it."""

    nama: str
    bobot: str
    nilai: Hasil
    jawaban: str = ""
    catatan: str = ""
    induk: bool = True


@dataclass(frozen=True)
class TabelNilai:
    daftar: tuple[BarisNilai, ...]
    total: Hasil
    predikat: Hasil
    sementara: Hasil


def tabel_nilai(data: DataEvaluasi) -> TabelNilai:
    """Scores of the evaluator, component by component; sub-components where they were answered."""
    daftar: list[BarisNilai] = []
    for k in data.skema.daftar_komponen:
        daftar.append(BarisNilai(k.nama, tulis_tepat(k.bobot), nilai_komponen(data, k.nomor)))
        if data.tingkat is not TingkatIsian.KOMPONEN:
            daftar += [_baris_sub(data, s) for s in k.daftar_subkomponen]
    return TabelNilai(tuple(daftar), nilai_evaluasi(data), predikat_evaluasi(data), nilai_sementara(data))


def _baris_sub(data: DataEvaluasi, sub: SubkomponenSkema) -> BarisNilai:
    satu = data.jawaban_per_penilai.get(Penilai.EVALUATOR, {}).get((sub.kode, 0))
    jawaban, catatan = (satu.jawaban, satu.catatan) if satu else ("", "")
    nama = f"{sub.kode} {sub.nama}"
    return BarisNilai(nama, tulis_tepat(sub.bobot), nilai_subkomponen(data, sub.kode), jawaban, catatan, induk=False)
