"""Set-up of static/vendor: what is pinned is what comes in, and what is there is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lkjip.management.commands import siapkan_statis
from lkjip.management.commands.siapkan_statis import DAFTAR_HURUF, KeluargaHuruf, read_sidik


@pytest.fixture
def paket_npm(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What npm would deliver; nothing is fetched."""
    isi: dict[str, bytes] = {}
    monkeypatch.setattr(siapkan_statis, "download_paket", lambda nama, versi: isi)
    return isi


def test_sidik_memuat_setiap_huruf_dan_bootstrap_dengan_petanya() -> None:
    huruf = {f"fonts/{nama}" for keluarga in DAFTAR_HURUF for nama in keluarga.berkas}
    bootstrap = {"LICENSE", *(f"bootstrap{n}{peta}" for n in (".min.css", ".bundle.min.js") for peta in ("", ".map"))}
    assert set(read_sidik()) == huruf | {f"bootstrap/{nama}" for nama in bootstrap}


def test_isi_npm_yang_berbeda_ditolak_dan_tidak_ditulis(tmp_path: Path, paket_npm: dict[str, bytes]) -> None:
    paket_npm["dist/css/bootstrap.min.css"] = b"body{}"
    with pytest.raises(CommandError, match=r"tidak cocok dengan sidik bootstrap/"):
        call_command("siapkan_statis", tujuan=tmp_path)
    assert not (tmp_path / "bootstrap").exists()


def test_huruf_yang_tidak_ada_menyebut_paket_debiannya(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paket_npm: dict[str, bytes]
) -> None:
    keluarga = KeluargaHuruf(("fonts-carlito", "fonts-lain"), (str(tmp_path / "kosong"),), ("Carlito-Bold.ttf",))
    monkeypatch.setattr(siapkan_statis, "DAFTAR_HURUF", (keluarga,))
    with pytest.raises(CommandError, match="Pasang paket Debian fonts-carlito atau fonts-lain"):
        call_command("siapkan_statis", tujuan=tmp_path)


def test_npm_yang_tidak_ada_menyebut_cara_memasangnya(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda nama: None)
    monkeypatch.setattr(siapkan_statis, "find_spec", lambda nama: None)
    with pytest.raises(CommandError, match=r"requirements-node\.txt"):
        siapkan_statis.find_npm()


def test_berkas_yang_sudah_benar_tidak_disentuh(
    tmp_path: Path, paket_npm: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    for nama in read_sidik():
        asal = Path(settings.BASE_DIR) / "static" / "vendor" / nama
        (tmp_path / nama).parent.mkdir(exist_ok=True)
        (tmp_path / nama).symlink_to(asal)
    call_command("siapkan_statis", tujuan=tmp_path)
    assert capsys.readouterr().out.count("sudah ada") == len(DAFTAR_HURUF) + 1
    assert all((tmp_path / nama).is_symlink() for nama in read_sidik())
