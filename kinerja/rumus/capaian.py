"""Capaian of one period: target and realisasi → percent (pengukuran.md, "Capaian")."""

from __future__ import annotations

from decimal import Decimal

from kinerja.data import RumusNegatif
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, huruf_predikat
from lkjip.dasar.hasil import Hasil, ada, kosong, tidak_berlaku
from lkjip.dasar.hitungan import NOL, SERATUS, persen, presisi
from lkjip.dasar.tulisan_angka import tulis_tepat
from renstra.data import Arah


def batasi(nilai: Decimal, cara: str, batas: Decimal | None) -> Hasil:
    """Hold a capaian between 0 and the cap; the uncapped figure stays in `tanpa_batas`."""
    if nilai < 0:
        return ada(NOL, f"{cara} = {tulis_tepat(nilai)}; capaian tidak pernah di bawah 0", hasil_bagi=True)
    if batas is not None and nilai > batas:
        keterangan = f"{cara} = {tulis_tepat(nilai)}; dibatasi {tulis_tepat(batas)}%"
        return ada(batas, keterangan, hasil_bagi=True, tanpa_batas=nilai)
    return ada(nilai, cara, hasil_bagi=True)


@presisi
def _capaian_positif(target: Decimal, realisasi: Decimal, batas: Decimal | None) -> Hasil:
    if target == 0:
        if realisasi == 0:
            return batasi(SERATUS, "target 0 dan realisasi 0: capaian 100", batas)
        return tidak_berlaku("target nol: capaian tidak dapat dihitung")
    return batasi(persen(realisasi, target), f"{tulis_tepat(realisasi)} / {tulis_tepat(target)} × 100", batas)


@presisi
def _capaian_selisih(target: Decimal, realisasi: Decimal, batas: Decimal | None) -> Hasil:
    t, r = tulis_tepat(target), tulis_tepat(realisasi)
    if target == 0:
        return _capaian_negatif_target_nol(realisasi, batas)
    return batasi(persen(2 * target - realisasi, target), f"(2 × {t} − {r}) / {t} × 100", batas)


@presisi
def _capaian_langsung(target: Decimal, realisasi: Decimal, batas: Decimal | None) -> Hasil:
    if target == 0:
        return _capaian_negatif_target_nol(realisasi, batas)
    cara = f"{tulis_tepat(realisasi)} / {tulis_tepat(target)} × 100 (indikator negatif, dibaca pada skala negatif)"
    return batasi(persen(realisasi, target), cara, batas)


def _capaian_negatif_target_nol(realisasi: Decimal, batas: Decimal | None) -> Hasil:
    nilai = SERATUS if realisasi <= 0 else NOL
    return batasi(nilai, f"target 0 dan realisasi {tulis_tepat(realisasi)}: capaian {tulis_tepat(nilai)}", batas)


@presisi
def _capaian_kebalikan(target: Decimal, realisasi: Decimal, batas: Decimal | None) -> Hasil:
    if realisasi == 0:
        if target == 0:
            return batasi(SERATUS, "target 0 dan realisasi 0: capaian 100", batas)
        if batas is None:
            return tidak_berlaku("realisasi nol: capaian dengan rumus kebalikan tidak terhingga dan tidak ada batas")
        return ada(batas, f"realisasi 0: capaian sebesar batas {tulis_tepat(batas)}%", hasil_bagi=True)
    return batasi(persen(target, realisasi), f"{tulis_tepat(target)} / {tulis_tepat(realisasi)} × 100", batas)


_RUMUS_NEGATIF = {
    RumusNegatif.SELISIH: _capaian_selisih,
    RumusNegatif.LANGSUNG: _capaian_langsung,
    RumusNegatif.KEBALIKAN: _capaian_kebalikan,
}


def capaian(
    target: Decimal,
    realisasi: Decimal,
    *,
    arah: Arah | None = None,
    rumus_negatif: RumusNegatif | None = None,
    batas: Decimal | None = None,
) -> Hasil:
    """Capaian in percent, 0 … `batas` (percent; None: no cap). `arah` None counts as positif.

    Exactly on target is 100 for every direction and formula.
    """
    if arah is not Arah.NEGATIF:
        return _capaian_positif(target, realisasi, batas)
    if rumus_negatif is None:
        return kosong("rumus_negatif belum ditetapkan di lembar pengaturan, padahal indikator berarah negatif")
    return _RUMUS_NEGATIF[rumus_negatif](target, realisasi, batas)


def capaian_predikat(target: str, realisasi: str, *, batas: Decimal | None = None) -> Hasil:
    """Capaian where only letters are known: each stands for its lower bound in the SAKIP scale.

    An equal or better letter gives 100.
    """
    huruf_target, huruf_realisasi = huruf_predikat(target), huruf_predikat(realisasi)
    if huruf_target is None or huruf_realisasi is None:
        asing = target if huruf_target is None else realisasi
        return kosong(f"predikat '{asing}' tidak ada dalam skala SAKIP (AA, A, BB, B, CC, C, D)")
    batas_target, batas_realisasi = BATAS_BAWAH_PREDIKAT[huruf_target], BATAS_BAWAH_PREDIKAT[huruf_realisasi]
    if batas_realisasi >= batas_target:
        return batasi(SERATUS, f"predikat {huruf_realisasi} sama dengan atau lebih baik daripada {huruf_target}", batas)
    cara = (
        f"batas bawah {huruf_realisasi} ({tulis_tepat(batas_realisasi)}) / "
        f"batas bawah {huruf_target} ({tulis_tepat(batas_target)}) × 100"
    )
    return batasi(persen(batas_realisasi, batas_target), cara, batas)
