"""Passphrase, one-time code and the service's own password reach nothing but the request: no log, error or print."""

from __future__ import annotations

import base64
import http.client
import logging
import pickle
from collections.abc import Iterator
from types import TracebackType
from urllib.parse import quote

import pytest

from lkjip.laporan.signing.bsre import PenandaBsre, SetelanBsre
from lkjip.laporan.signing.bsre_layanan import Layanan, _Badan, _Sambungan
from lkjip.laporan.signing.data import GagalTandaTangan, Rahasia
from tests.laporan.signing.layanan_skrip import Balasan, Skrip, balas, jangan_tunggu, layanan_skrip
from tests.laporan.signing.test_bsre import AKTIF, NIK, PDF_V1, permintaan

SANDI, KODE, SANDI_LAYANAN = "Penanda Sandi/ä+7731", "kode-908172", "sandi-layanan-5512"
GEMA = balas(400, error=f"Passphrase '{SANDI}' salah, kode {KODE}", status_code=9, terima=SANDI_LAYANAN)
KASUS = {
    "gema": (AKTIF, GEMA),
    "gema 500": (AKTIF, Balasan(500, GEMA.isi)),
    "bukan json": (AKTIF, Balasan(200, f"<p>{SANDI}{KODE}</p>".encode(), "text/html")),
    "kepala": (AKTIF, Balasan(302, kepala={"Location": f"http://x/{quote(SANDI)}", "id_dokumen": quote(SANDI)})),
    "putus": (AKTIF, Balasan(200, SANDI.encode(), panjang=900)),
    "berhasil": (AKTIF, PDF_V1),
}


@pytest.fixture(autouse=True)
def _serba_tercatat(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything that any library would log or print is on."""
    monkeypatch.setattr(http.client.HTTPConnection, "debuglevel", 1)
    with caplog.at_level(logging.DEBUG):
        for nama in ("urllib3", "requests", "http.client", "lkjip", "asyncio"):
            caplog.set_level(logging.DEBUG, nama)
        yield


def bentuk() -> list[str]:
    """The secrets as they are, and as a request writes them."""
    dasar = base64.b64encode(f"lkjip:{SANDI_LAYANAN}".encode()).decode()
    daftar = [dasar]
    for satu in (SANDI, KODE, SANDI_LAYANAN):
        daftar += [satu, quote(satu), repr(satu.encode())[2:-1], satu.encode("unicode_escape").decode()]
        daftar.append(base64.b64encode(satu.encode()).decode().rstrip("=")[:-1])
    return daftar


def bingkai(jejak: TracebackType | None) -> Iterator[str]:
    """The variables of our frames, as a crash report would show them."""
    while jejak:
        if "/signing/" in jejak.tb_frame.f_code.co_filename and "/tests/" not in jejak.tb_frame.f_code.co_filename:
            yield from (repr(nilai) for nilai in jejak.tb_frame.f_locals.values())
        jejak = jejak.tb_next


def hasil(bsre: PenandaBsre) -> list[str]:
    """What signing shows to the world."""
    try:
        return [repr(bsre.tandatangani(permintaan()))]
    except GagalTandaTangan as galat:
        asal = [repr(galat.__cause__), repr(galat.__context__)]
        return [str(galat), repr(galat), repr(galat.__dict__), *asal, *bingkai(galat.__traceback__)]


@pytest.mark.parametrize("naskah", KASUS.values(), ids=KASUS)
@pytest.mark.parametrize(("versi", "totp"), [(1, ""), (2, ""), (2, KODE)])
def test_rahasia_tidak_muncul_di_mana_pun(
    naskah: tuple[Balasan, ...],
    versi: int,
    totp: str,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    with layanan_skrip(*naskah) as skrip:
        setelan = SetelanBsre(skrip.alamat, "lkjip", Rahasia(SANDI_LAYANAN), versi, detik=3)
        bsre = PenandaBsre(setelan, NIK, Rahasia(SANDI), Rahasia(totp), tidur=jangan_tunggu)
        terlihat = [repr(setelan), repr(bsre.__dict__)]
        terlihat += hasil(bsre)
    terlihat += [satu.getMessage() + repr(satu.args) + (satu.exc_text or "") for satu in caplog.records]
    assert not any(satu.exc_info for satu in caplog.records)
    terlihat += capfd.readouterr()
    for rahasia in bentuk():
        assert not [satu for satu in terlihat if rahasia in satu]
    assert len(skrip.tanya) == 2


def test_pencarian_ini_menemukan_rahasia_bila_sambungan_tidak_diam(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_Sambungan, "debuglevel", 1)
    with layanan_skrip(*KASUS["gema"]) as skrip:
        setelan = SetelanBsre(skrip.alamat, "lkjip", Rahasia(SANDI_LAYANAN), 1)
        hasil(PenandaBsre(setelan, NIK, Rahasia(SANDI)))
    tercetak = capfd.readouterr().out
    assert sum(rahasia in tercetak for rahasia in bentuk()) >= 2


def test_galat_yang_tak_terduga_pun_tidak_membawa_apa_apa(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def runtuh(diri: Layanan, metode: str, jalur: str, isi: dict[str, object]) -> None:
        raise RuntimeError(f"{isi}")

    monkeypatch.setattr(Layanan, "_siapkan", runtuh)
    bsre = PenandaBsre(SetelanBsre("http://127.0.0.1:9"), NIK, Rahasia(SANDI), tidur=jangan_tunggu)
    with pytest.raises(GagalTandaTangan) as galat:
        bsre.tandatangani(permintaan())
    assert not galat.value.mungkin_terjadi
    assert "RuntimeError" in caplog.text
    assert NIK not in caplog.text


@pytest.mark.parametrize("alamat", ["http://", "http://[::1", "bukan alamat", "http://tidak ada.invalid"])
def test_alamat_yang_salah_tulis_menjadi_kalimat(alamat: str) -> None:
    bsre = PenandaBsre(SetelanBsre(alamat, detik_sambung=1), NIK, Rahasia(SANDI), tidur=jangan_tunggu)
    with pytest.raises(GagalTandaTangan) as galat:
        bsre.tandatangani(permintaan())
    assert not galat.value.mungkin_terjadi


def test_badan_permintaan_tidak_menampakkan_diri_dan_tahu_kapan_habis() -> None:
    badan = _Badan(SANDI.encode())
    assert SANDI not in repr(badan)
    assert not badan.habis
    badan.read(3)
    assert not badan.habis
    badan.read()
    assert badan.habis
    assert not _Badan(b"").habis
    with pytest.raises(TypeError):
        pickle.dumps(SetelanBsre(Skrip().alamat))
