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
    loket = terpisah.Loket(1, 1)
    with loket.masuk(), pytest.raises(terpisah.SedangSibuk):
        terpisah.verifikasi_terpisah(b"", pejabat.kepercayaan(), detik=1, loket=loket)


def test_yang_tidak_mendapat_tempat_menunggu_langsung_ditolak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terpisah, "_TUNGGU", 60)
    loket = terpisah.Loket(1, 0)
    with loket.masuk(), pytest.raises(terpisah.SedangSibuk), loket.masuk():
        pytest.fail("tidak boleh masuk")
    with loket.masuk():
        pass


def test_proses_terpisah_tidak_tahu_rahasia_situs(monkeypatch: pytest.MonkeyPatch) -> None:
    lihat: list[dict[str, str]] = []

    def tiru(*_: object, env: dict[str, str], **__: object) -> None:
        lihat.append(env)
        raise OSError("cukup")

    monkeypatch.setenv("LKJIP_BSRE_SANDI", "rahasia")
    monkeypatch.setenv("DATABASE_URL", "postgresql://lkjip:rahasia@localhost/lkjip")
    monkeypatch.setattr(terpisah.subprocess, "Popen", tiru)
    with pytest.raises(OSError, match="cukup"):
        terpisah.verifikasi_terpisah(b"", pejabat.kepercayaan(), detik=1)
    assert "rahasia" not in str(lihat)
    assert lihat[0].keys() <= {*terpisah._LINGKUNGAN}
