"""Where a SAKIP component's score above its weight may come from. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from kinerja.data import Sakip
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.data_uji import Sebab, Yakin
from lkjip.pemeriksaan.klaim_ruang import Ruang
from lkjip.pemeriksaan.klaim_tulis import tergelincir


def sebab_komponen(ruang: Ruang, klaim: Klaim) -> Iterator[Sebab]:
    """Another component's score, a slip in its own, or two scores swapped so that each would fit its weight."""
    nilai, bobot = klaim.nilai, ruang.milik(klaim)
    if nilai is None or bobot is None:
        return
    daftar = [s for s in ruang.data.kinerja.daftar_sakip if s.tahun == ruang.tahun(klaim) and s.nilai is not None]
    for s in daftar:
        if s.komponen == klaim.subjek and s.nilai is not None and s.nilai != nilai:
            for calon in tergelincir(nilai, s.nilai, s.nilai, "nilai yang tercatat", 2):
                yield Sebab(calon.jenis, calon.kalimat, Yakin.SANGAT, calon.nilai)
    for s in daftar:
        if s.komponen != klaim.subjek and s.nilai == nilai:
            kalimat = f"Sama dengan nilai komponen {s.komponen} ({tulis(nilai)}): agaknya terambil dari baris lain"
            yield Sebab("baris_lain", kalimat, Yakin.SANGAT, s.nilai)
    yield from _tertukar(klaim, daftar, nilai, bobot)


def _tertukar(klaim: Klaim, daftar: list[Sakip], nilai: Decimal, bobot: Decimal) -> Iterator[Sebab]:
    for s in daftar:
        if s.komponen == klaim.subjek or s.bobot is None or s.nilai is None or s.nilai == nilai:
            continue
        if nilai <= s.bobot and s.nilai <= bobot:
            kalimat = (
                f"Muat bila tertukar dengan {s.komponen}: nilai {tulis(nilai)} dalam bobot {tulis(s.bobot)}, dan "
                f"nilainya {tulis(s.nilai)} dalam bobot {tulis(bobot)}"
            )
            yield Sebab("tertukar", kalimat, Yakin.MUNGKIN, s.nilai)
