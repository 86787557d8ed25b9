"""The verdict from a process of its own is the same, and no file keeps it busy."""

from __future__ import annotations

import pytest

from lkjip.laporan.signing import verifikasi_terpisah as terpisah
from lkjip.laporan.signing.verifikasi import verifikasi
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing import tertanda


def test_putusannya_sama() -> None:
    isi, kepercayaan = tertanda.dua_kali(), pejabat.kepercayaan(cabut=True)
    assert terpisah.verifikasi_terpisah(isi, kepercayaan, detik=20) == verifikasi(isi, kepercayaan)


@pytest.mark.parametrize(("detik", "batas_mb"), [(0, 1024), (20, 1)])
def test_melewati_batas_waktu_atau_memori_berarti_tidak_sah(detik: int, batas_mb: int) -> None:
    hasil = terpisah.verifikasi_terpisah(tertanda.sekali(), pejabat.kepercayaan(), detik=detik, batas_mb=batas_mb)
    assert (hasil.sah, hasil.catatan) == (False, (terpisah.TERLALU_LAMA,))


def test_bila_semua_giliran_terpakai_diminta_menunggu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terpisah, "_TUNGGU", 0.01)
    with terpisah._BERSAMAAN, terpisah._BERSAMAAN, pytest.raises(terpisah.SedangSibuk):
        terpisah.verifikasi_terpisah(b"", pejabat.kepercayaan(), detik=1)
