"""Who may see and do what with one evaluation. Who may see an agency at all stands in `renstra/akses.py`."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.data_evaluasi import (
    ALUR_EVALUASI,
    BERJALAN_EVALUASI,
    INSTANSI,
    TERBUKA,
    AsalEvaluasi,
    LangkahEval,
    PeralihanEvaluasi,
    PeranTim,
    TahapEvaluasi,
)
from kinerja.models import Evaluasi, TimEvaluasi
from renstra import akses
from renstra.akses import PERAN_PAPAN, Hak, SiapaPun
from renstra.models import Peran


@dataclass(frozen=True)
class HakEvaluasi:
    """What a user may do with one evaluation, in the stage that it is in."""

    hak: Hak
    tahap: TahapEvaluasi
    asal: AsalEvaluasi
    peran_tim: PeranTim | None = None
    mandiri_dikirim: bool = False

    @property
    def apip(self) -> bool:
        """Works for the APIP: sees everything of every evaluation of the pemda, in the team or not."""
        return akses.boleh_evaluasi(self.hak)

    @property
    def lihat(self) -> bool:
        """Whether the page may be opened at all. What an agency sees on it, the other properties say."""
        return self.hak.lihat

    @property
    def terbit(self) -> bool:
        return self.tahap is TahapEvaluasi.TERBIT

    @property
    def lihat_nilai(self) -> bool:
        """Marks and answers of the evaluator: held back from the agency until the LHE is issued."""
        return self.apip or (self.terbit and self.lihat)

    @property
    def lihat_catatan(self) -> bool:
        """Findings and recommendations: the agency reads them when it may reply, and ever after."""
        belum = {TahapEvaluasi.PENILAIAN, TahapEvaluasi.KETUA, TahapEvaluasi.PENGENDALI, TahapEvaluasi.DIBATALKAN}
        return self.apip or (self.lihat and self.tahap not in belum)

    @property
    def ubah_lembar(self) -> bool:
        """Answers, findings and recommendations: the team, while it works."""
        return self.apip and self.peran_tim is not None and self.tahap in TERBUKA and self._dikerjakan

    @property
    def atur_tim(self) -> bool:
        """Ketua and pengendali compose the team. Whoever opens an evaluation names them."""
        memimpin = self.peran_tim in {PeranTim.KETUA, PeranTim.PENGENDALI}
        return self.apip and memimpin and self.tahap in BERJALAN_EVALUASI - {TahapEvaluasi.DISETUJUI}

    @property
    def isi_mandiri(self) -> bool:
        return (
            akses.boleh_nilai_mandiri(self.hak)
            and self.peran_tim is None
            and self._dikerjakan
            and self.tahap is TahapEvaluasi.PENILAIAN
            and not self.mandiri_dikirim
        )

    @property
    def tanggapi(self) -> bool:
        return self.menanggapi and self.tahap is TahapEvaluasi.TANGGAPAN

    @property
    def menanggapi(self) -> bool:
        """Replies for the agency, in whatever stage; who evaluates it does not answer to themself."""
        return akses.boleh_tanggapi(self.hak) and self.peran_tim is None

    @property
    def ubah_rekaman(self) -> bool:
        """A result recorded from elsewhere is corrected by the APIP."""
        return self.apip and self.asal is AsalEvaluasi.DIREKAM

    @property
    def daftar_langkah(self) -> tuple[PeralihanEvaluasi, ...]:
        """The steps that this user may take now."""
        return tuple(p for p in ALUR_EVALUASI if p.dari is self.tahap and self.boleh_ambil(p))

    def boleh_ambil(self, peralihan: PeralihanEvaluasi) -> bool:
        if peralihan.langkah is LangkahEval.TANGGAPI:
            return INSTANSI in peralihan.peran and self.menanggapi
        return self.apip and self.peran_tim is not None and self.peran_tim.value in peralihan.peran

    @property
    def _dikerjakan(self) -> bool:
        return self.asal is AsalEvaluasi.DIKERJAKAN


def ambil_hak_evaluasi(pengguna: SiapaPun, evaluasi: Evaluasi) -> HakEvaluasi:
    """Three queries (the evaluation comes with its instansi)."""
    milik = TimEvaluasi.objects.filter(evaluasi=evaluasi, pengguna_id__in=[pengguna.pk])
    peran = milik.values_list("peran", flat=True).first()
    return HakEvaluasi(
        akses.ambil_hak(pengguna, evaluasi.instansi),
        TahapEvaluasi(evaluasi.tahap),
        AsalEvaluasi(evaluasi.asal),
        PeranTim(peran) if peran else None,
        evaluasi.mandiri_pada is not None,
    )


@dataclass(frozen=True)
class HakPapan:
    """Whose scores a user sees side by side: pk of pemda. `penuh` with states and recommendations, `nilai` the issued
    scores alone; `semua`: all agencies there are, in full.
    """

    penuh: frozenset[int] = frozenset()
    nilai: frozenset[int] = frozenset()
    semua: bool = False

    @property
    def lihat(self) -> bool:
        return self.semua or bool(self.penuh or self.nilai)


def ambil_hak_papan(pengguna: SiapaPun) -> HakPapan:
    """One query.

    A head of agency sees the scores of all where their pemda says so (`peringkat_terbuka`); a kepala daerah, who may
    read the result of each agency anyway, always.
    """
    if pengguna.is_active and pengguna.is_superuser:
        return HakPapan(semua=True)
    terbuka = "instansi__pemda__pengaturan_evaluasi__peringkat_terbuka"
    tugas = akses.daftar_penugasan_berlaku(pengguna).select_related(None)
    penuh, nilai, semua = set(), set(), False
    for peran, instansi, pemda, pemda_instansi, dibuka in tugas.values_list(
        "peran", "instansi", "pemda", "instansi__pemda", terbuka
    ):
        if peran in PERAN_PAPAN and pemda is not None:
            penuh.add(pemda)
        elif peran == Peran.ADMIN and instansi is None:
            semua = True
        elif peran == Peran.KEPALA and (pemda is not None or dibuka):
            nilai.add(pemda if pemda is not None else pemda_instansi)
    return HakPapan(frozenset(penuh), frozenset(nilai) - frozenset(penuh), semua)
