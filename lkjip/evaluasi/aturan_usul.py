"""Facts → proposals: per criterion of PermenPANRB 88/2021 what is known, per sub-component the answer that follows.

An answer is proposed by the share of criteria met (sakip.md 2.3). AA and A are never proposed: they need years of
history and judgement. Everything is a proposal, which an evaluator accepts or overrules with a note.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from kinerja.data_evaluasi import Skema, SubkomponenSkema
from lkjip.dasar.hitungan import NOL
from lkjip.evaluasi import aturan_internal, aturan_pelaporan, aturan_pemanfaatan, aturan_pengukuran, aturan_perencanaan
from lkjip.evaluasi.aturan_bukti import daftar_bukti as daftar_bukti
from lkjip.evaluasi.aturan_dasar import SATU, AmbangUsul, DaftarAturan, Putusan, Tinjauan, tak_tahu
from lkjip.evaluasi.data_fakta import Fakta
from lkjip.evaluasi.data_usul import FaktaKriteria, KeadaanKriteria, Usul
from lkjip.evaluasi.rumus_usul import bagian_diketahui, bagian_terpenuhi

SKEMA_USUL = "permenpan88_2021"
ATURAN_KRITERIA: DaftarAturan = {
    **aturan_perencanaan.DAFTAR,
    **aturan_pemanfaatan.DAFTAR,
    **aturan_pengukuran.DAFTAR,
    **aturan_pelaporan.DAFTAR,
    **aturan_internal.DAFTAR,
}
AMBANG_BAWAAN = AmbangUsul()

# Answers by the share of criteria met, in percent (sakip.md 2.3): above the bound; all of them is BB.
_TANGGA = ((Decimal(75), "B"), (Decimal(50), "CC"), (Decimal(25), "C"), (NOL, "D"))
_PENUH, _SEMUA, _NIHIL, _SEDIKIT = Decimal(100), "BB", "E", "D"
_TAK_DIPUTUS = "Sistem tidak mempunyai data tentang kriteria ini; nilailah dari dokumen dan wawancara."


def usulkan(skema: Skema, fakta: Fakta, ambang: AmbangUsul = AMBANG_BAWAAN) -> Mapping[tuple[str, int], Usul]:
    """Per (sub-component, criterion) what the facts say, and per (sub-component, 0) the answer that follows.

    All sub-components and criteria of the scheme are there; `Usul.jawaban` is empty where too little is known. Nothing
    at all for other schemes.
    """
    if skema.kode != SKEMA_USUL:
        return {}
    hasil: dict[tuple[str, int], Usul] = {}
    putusan = _putusan(fakta, ambang)
    for kode, sub in skema.subkomponen_per_kode.items():
        daftar = tuple(_fakta_kriteria(kode, k.nomor, putusan) for k in sub.daftar_kriteria)
        hasil[kode, 0] = usul_subkomponen(skema, sub, daftar, ambang)
        for satu in daftar:
            hasil[kode, satu.kriteria] = usul_kriteria(skema, satu)
    return hasil


def _putusan(fakta: Fakta, ambang: AmbangUsul) -> Mapping[tuple[str, int], Putusan]:
    if fakta.buku is None:
        alasan = f"Data instansi ini untuk tahun {fakta.tahun} belum ada di sistem."
        return {kunci: tak_tahu(alasan) for kunci in ATURAN_KRITERIA}
    tinjauan = Tinjauan(fakta, ambang)
    belum = tinjauan.belum_setahun
    return {
        kunci: tak_tahu(belum) if belum and _soal_setahun(*kunci) else aturan(tinjauan)
        for kunci, aturan in ATURAN_KRITERIA.items()
    }


def _soal_setahun(sub: str, nomor: int) -> bool:
    """Whether the criterion is about what the year brought: in the middle of it, an absence says nothing."""
    return sub in {"2.b", "2.c", "3.a", "3.b", "3.c"} or (sub, nomor) in {("1.c", 3), ("1.c", 4), ("4.c", 5)}


def _fakta_kriteria(kode: str, nomor: int, putusan: Mapping[tuple[str, int], Putusan]) -> FaktaKriteria:
    satu = putusan.get((kode, nomor), tak_tahu(_TAK_DIPUTUS))
    return FaktaKriteria(kode, nomor, satu.keadaan, satu.alasan, satu.bagian)


def usul_kriteria(skema: Skema, fakta: FaktaKriteria) -> Usul:
    """The answer to one criterion: met is BB, not at all E, between them by the share."""
    if fakta.bagian is None:
        return Usul("", fakta.alasan, daftar_fakta=(fakta,))
    hasil = bagian_terpenuhi([fakta.bagian])
    jawaban = _jawaban(fakta.bagian, seluruhnya=True)
    return Usul(jawaban if jawaban in skema.nilai_per_jawaban else "", fakta.alasan, hasil.cara, (fakta,))


def usul_subkomponen(
    skema: Skema, sub: SubkomponenSkema, daftar: tuple[FaktaKriteria, ...], ambang: AmbangUsul = AMBANG_BAWAAN
) -> Usul:
    """The answer to a sub-component, where enough of its criteria are known. BB and E need all of them."""
    bagian = [f.bagian for f in daftar if f.bagian is not None]
    dikenal, terpenuhi = bagian_diketahui(len(bagian), len(sub.daftar_kriteria)), bagian_terpenuhi(bagian)
    if dikenal.angka is None or terpenuhi.angka is None or dikenal.angka < ambang.diketahui:
        n = len(sub.daftar_kriteria)
        alasan = f"Baru {len(bagian)} dari {n} kriteria dapat diputus dari data, jadi belum ada usulan."
        return Usul("", alasan, dikenal.cara, daftar)
    jawaban = _jawaban(terpenuhi.angka / _PENUH, seluruhnya=len(bagian) == len(sub.daftar_kriteria))
    if jawaban not in skema.nilai_per_jawaban:
        return Usul("", "Skema ini tidak mengenal jawaban yang diusulkan.", terpenuhi.cara, daftar)
    cara = f"diketahui {dikenal.cara}; terpenuhi {terpenuhi.cara}; jadi {jawaban}"
    return Usul(jawaban, f"{_ringkasan(daftar)}{_sekurangnya(jawaban, daftar)}", cara, daftar)


def _jawaban(bagian: Decimal, *, seluruhnya: bool) -> str:
    """`bagian` 0 … 1. What is not known keeps it from the best and from the worst answer."""
    if bagian >= SATU:
        return _SEMUA if seluruhnya else _TANGGA[0][1]
    if bagian <= NOL:
        return _NIHIL if seluruhnya else _SEDIKIT
    return next(jawaban for batas, jawaban in _TANGGA if bagian * _PENUH > batas)


def _sekurangnya(jawaban: str, daftar: tuple[FaktaKriteria, ...]) -> str:
    """What remains of the proposal if nothing of what is not known is met: how far it rests on the rest."""
    pasti = bagian_terpenuhi([f.bagian or NOL for f in daftar]).angka or NOL
    terendah = _jawaban(pasti / _PENUH, seluruhnya=True)
    if terendah == jawaban or all(f.diketahui for f in daftar):
        return ""
    return f" Bila yang tidak diketahui ternyata tidak terpenuhi, jawabannya {terendah}."


def _ringkasan(daftar: tuple[FaktaKriteria, ...]) -> str:
    """`Dari 7 kriteria, 5 terpenuhi, 1 sebagian (nomor 5), dan 1 tidak diketahui (nomor 1).`"""
    sebutan = {
        KeadaanKriteria.TERPENUHI: "terpenuhi",
        KeadaanKriteria.SEBAGIAN: "terpenuhi sebagian",
        KeadaanKriteria.TIDAK: "tidak terpenuhi",
        KeadaanKriteria.TIDAK_DIKETAHUI: "tidak diketahui",
    }
    bagian = []
    for keadaan, kata in sebutan.items():
        nomor = [str(f.kriteria) for f in daftar if f.keadaan is keadaan]
        if nomor:
            bagian.append(f"{len(nomor)} {kata} (nomor {', '.join(nomor)})")
    return f"Dari {len(daftar)} kriteria: {'; '.join(bagian)}."
