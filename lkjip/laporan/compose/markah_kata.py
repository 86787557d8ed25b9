"""Inline content → the text that reads as it: emphasis, live figures, references; marks that are meant get a `\\`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip.laporan.compose.sebutan_urai import JENIS_RUJUKAN, tulis_angka_hidup
from lkjip.laporan.isi import Angka, Rujuk, Sebaris, Teks

_KHUSUS = re.compile(r"([\\*{])")
_AWALAN_KUNCI = (("tabel-", "tabel"), ("gambar-", "gambar"), ("grafik-", "gambar"))


def tulis_kata(isi: Sequence[Sebaris], tahun: int | None = None) -> str:
    """One line of text. A mark of emphasis never stands beside a space on its inner side: it would not be read."""
    hasil: list[str] = []
    tebal = miring = False
    jeda = ""
    for unsur in isi:
        teks = _tulis(unsur, tahun)
        if not teks:
            continue
        tebal_baru = tebal if isinstance(unsur, Rujuk) else unsur.tebal
        miring_baru = unsur.miring if isinstance(unsur, Teks) else miring
        inti = teks.strip()
        if isinstance(unsur, Teks) and not inti:
            jeda += teks
            continue
        jeda += teks[: len(teks) - len(teks.lstrip())]
        tutup = "**" * (tebal and not tebal_baru) + "*" * (miring and not miring_baru)
        buka = "**" * (tebal_baru and not tebal) + "*" * (miring_baru and not miring)
        hasil += [tutup, jeda, buka, inti]
        jeda = teks[len(teks.rstrip()) :]
        tebal, miring = tebal_baru, miring_baru
    hasil += ["**" * tebal, "*" * miring]
    return " ".join("".join(hasil).split())


def _tulis(unsur: Sebaris, tahun: int | None) -> str:
    if isinstance(unsur, Angka):
        return tulis_angka_hidup(unsur, tahun=tahun)
    if isinstance(unsur, Rujuk):
        return f"{{{_nama_rujukan(unsur.kunci)}}}"
    return _KHUSUS.sub(r"\\\1", unsur.isi)


def _nama_rujukan(kunci: str) -> str:
    if kunci.split(" ", 1)[0] in JENIS_RUJUKAN and " " in kunci:
        return kunci
    for awalan, jenis in _AWALAN_KUNCI:
        if kunci.startswith(awalan):
            return f"{jenis} {kunci.removeprefix(awalan)}"
    return f"bagian {kunci}"
