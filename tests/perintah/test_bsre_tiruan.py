"""`manage.py bsre_tiruan`, and what the deployment check says about the way to BSrE."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from lkjip.checks import check_bsre
from lkjip.laporan.signing.bsre_layanan import Tampilan
from lkjip.laporan.signing.setelan import setelan_bsre
from tests.laporan.signing import pejabat_uji


def test_tidak_berjalan_di_server_dan_tanpa_kunci_percobaan(settings: Settings, tmp_path: Path) -> None:
    settings.KUNCI = tmp_path
    settings.DEBUG = False
    with pytest.raises(CommandError, match="tidak dijalankan di server"):
        call_command("bsre_tiruan")
    settings.DEBUG = True
    with pytest.raises(CommandError, match="buat_percobaan"):
        call_command("bsre_tiruan")


def test_menyebut_alamat_dan_nik_pemegang(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DEBUG, settings.KUNCI = True, tmp_path
    (tmp_path / "pemegang").mkdir()
    for nama in ("gubernur", "kepala"):
        (tmp_path / "pemegang" / f"{nama}.p12").write_bytes(pejabat_uji.p12(pejabat_uji.kepala()))

    def berhenti() -> None:
        raise KeyboardInterrupt

    keluar = StringIO()
    monkeypatch.setattr("lkjip.management.commands.bsre_tiruan.tunggu", berhenti)
    call_command("bsre_tiruan", port=0, stdout=keluar)
    tulisan = keluar.getvalue()
    assert "PERCOBAAN: tiruan layanan BSrE di http://127.0.0.1:" in tulisan
    assert "kepala: NIK 6400000000000001" in tulisan
    assert "gubernur: NIK 6400000000000002" in tulisan
    assert "berhenti" in tulisan


@pytest.mark.parametrize(
    ("alamat", "daftar"),
    [
        ("", []),
        ("http://10.1.2.3", []),
        ("http://127.0.0.1:8100", []),
        ("http://esign", []),
        ("http://esign.dinas.local:8080", []),
        ("https://esign.contoh.go.id", []),
        ("http://esign.contoh.go.id", ["lkjip.W010"]),
        ("http://8.8.8.8/esign", ["lkjip.W010"]),
    ],
)
def test_alamat_yang_dapat_disadap_diperingatkan(settings: Settings, alamat: str, daftar: list[str]) -> None:
    settings.BSRE_ALAMAT, settings.BSRE_PENGGUNA, settings.BSRE_SANDI = alamat, "lkjip", "rahasia"
    assert [satu.id for satu in check_bsre(None)] == daftar
    settings.BSRE_SANDI = ""
    assert [satu.id for satu in check_bsre(None)] == [*daftar, *(["lkjip.W011"] if alamat else [])]


def test_setelan_dari_pengaturan(settings: Settings, tmp_path: Path) -> None:
    settings.KUNCI, settings.BSRE_ALAMAT, settings.BSRE_SANDI = tmp_path, "https://esign", "rahasia"
    settings.BSRE_TAMPILAN = "tak-terlihat"
    assert setelan_bsre().ca == ""
    (tmp_path / "bsre-ca.pem").write_text("x")
    setelan = setelan_bsre()
    assert (setelan.ca, setelan.tampilan) == (str(tmp_path / "bsre-ca.pem"), Tampilan.TAK_TERLIHAT)
    assert "rahasia" not in repr(setelan)
