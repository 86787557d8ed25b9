"""The sheet of an evaluation (LKE) question by question: what is asked, what was typed, who answered. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from kinerja.data_evaluasi import AsalEvaluasi, DataEvaluasi, Penilai, TahapEvaluasi, TingkatIsian

_T = TypeVar("_T")
Kunci = tuple[str, int]
"""A question: kode of the sub-component and number of the criterion (0: the sub-component as a whole)."""


@dataclass(frozen=True)
class IsianJawaban:
    """An answer as typed. `dasar_…`: what the page showed when the writer began. `usul`: what the system proposed."""

    subkomponen: str
    kriteria: int
    jawaban: str
    catatan: str
    dasar_jawaban: str
    dasar_catatan: str
    usul: str = ""

    @property
    def kunci(self) -> Kunci:
        return self.subkomponen, self.kriteria


@dataclass(frozen=True)
class IsianBukti:
    """Evidence as typed. `rujukan`: a piece of the system by its stable name; else `tautan` may lead there."""

    judul: str
    tautan: str = ""
    rujukan: str = ""
    halaman: int | None = None


@dataclass(frozen=True)
class JejakJawaban:
    """Who gave an answer and when; '' where the user is gone."""

    oleh: str
    waktu: datetime


@dataclass(frozen=True)
class RekamBukti:
    """Evidence named at a question; `halaman`: the page inside the document."""

    pk: int
    judul: str
    rujukan: str = ""
    tautan: str = ""
    halaman: int | None = None


@dataclass(frozen=True)
class LembarEvaluasi:
    """An evaluation with who answered what, and the evidence that was named."""

    data: DataEvaluasi
    jejak: Mapping[Penilai, Mapping[Kunci, JejakJawaban]]
    bukti: Mapping[Penilai, Mapping[Kunci, tuple[RekamBukti, ...]]]

    def yang_terlihat(self, terlihat: frozenset[Penilai]) -> LembarEvaluasi:
        """Without what others answered and named: what is not there can be shown by no mistake.

        Scores recorded per component are the evaluator's.
        """
        data = self.data
        nilai = data.nilai_per_komponen if Penilai.EVALUATOR in terlihat else {}
        return LembarEvaluasi(
            replace(data, jawaban_per_penilai=_saring(data.jawaban_per_penilai, terlihat), nilai_per_komponen=nilai),
            _saring(self.jejak, terlihat),
            _saring(self.bukti, terlihat),
        )


def _saring(semua: Mapping[Penilai, _T], terlihat: frozenset[Penilai]) -> dict[Penilai, _T]:
    return {penilai: isi for penilai, isi in semua.items() if penilai in terlihat}


def daftar_kunci(data: DataEvaluasi, komponen: int | None = None) -> tuple[Kunci, ...]:
    """All questions, or those of one component, in the order of the scheme; none where only scores are recorded."""
    if data.tingkat is TingkatIsian.KOMPONEN:
        return ()
    per_kriteria = data.tingkat is TingkatIsian.KRITERIA
    return tuple(
        (sub.kode, nomor)
        for k in data.skema.daftar_komponen
        if komponen is None or k.nomor == komponen
        for sub in k.daftar_subkomponen
        for nomor in ([c.nomor for c in sub.daftar_kriteria] if per_kriteria else [0])
    )


def belum_dijawab(data: DataEvaluasi, penilai: Penilai, komponen: int | None = None) -> tuple[Kunci, ...]:
    """Questions that this side has not answered."""
    jawaban = data.jawaban_per_penilai.get(penilai, {})
    return tuple(k for k in daftar_kunci(data, komponen) if k not in jawaban or not jawaban[k].jawaban)


@dataclass(frozen=True)
class PintuLembar:
    """Whether one side of a sheet may be written now, and if not why, as a sentence.

    `bertugas`: in the team, or of the roles that assess for the agency; the others only read.
    """

    penilai: Penilai
    tahap: TahapEvaluasi
    asal: AsalEvaluasi
    bertugas: bool
    terbuka: bool
    mandiri_dikirim: bool = False

    @property
    def alasan(self) -> str:
        """Why it is read only; '' where it is open."""
        if self.terbuka:
            return ""
        if self.asal is AsalEvaluasi.DIREKAM:
            return "Hasil ini direkam dari LHE yang terbit di luar sistem, jadi lembarnya hanya dapat dibaca."
        if self.tahap is TahapEvaluasi.TERBIT:
            return "LHE sudah terbit, jadi lembar ini tidak dapat diubah lagi."
        if self.penilai is Penilai.MANDIRI:
            return self._alasan_mandiri
        if not self.bertugas:
            return "Anda bukan anggota tim evaluasi ini, jadi lembar kerjanya hanya dapat dibaca."
        return "Jawaban hanya dapat diubah pada tahap penilaian dan pembahasan. Lihat tahap evaluasi di Ikhtisar."

    @property
    def _alasan_mandiri(self) -> str:
        if self.mandiri_dikirim:
            return "Penilaian mandiri sudah dikirim kepada tim evaluasi, jadi tidak dapat diubah lagi."
        if self.tahap is not TahapEvaluasi.PENILAIAN:
            return "Penilaian mandiri hanya dapat diisi selama tim evaluasi menilai."
        return "Penilaian mandiri diisi oleh perencana atau verifikator instansi ini; Anda dapat membacanya."
