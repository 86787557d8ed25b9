"""The PDF is made once per content, by a child process, and kept; failures are told, not repeated."""

from __future__ import annotations

import fcntl
import subprocess
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.urls import reverse

from lkjip import berkas_pdf
from lkjip.berkas_pdf import KeadaanBerkas, siapkan_pdf, sidik
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji


class _LangsungJalan:
    """A thread that has run to its end when `start` returns."""

    def __init__(self, target: Callable[[Path], None], args: tuple[Path], daemon: bool) -> None:
        self._target, self._args = target, args

    def start(self) -> None:
        self._target(*self._args)


@pytest.fixture
def _langsung(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "Thread", _LangsungJalan)


def test_sidik_berbeda_bila_satu_angka_berbeda() -> None:
    assert sidik(buku_uji(SENDIRI)) == sidik(buku_uji(SENDIRI))
    assert sidik(buku_uji(SENDIRI)) != sidik(buku_uji(SENDIRI, realisasi="80.0"))


@pytest.mark.usefixtures("_langsung")
def test_disusun_sekali_lalu_diambil_dari_simpanan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    panggilan = []

    def tiruan(perintah: list[str], **kwargs: object) -> None:
        panggilan.append(perintah)
        Path(perintah[-1]).write_bytes(b"%PDF-")

    monkeypatch.setattr(subprocess, "run", tiruan)
    buku = buku_uji(SENDIRI)
    assert siapkan_pdf(buku, tmp_path).keadaan is KeadaanBerkas.DISUSUN
    assert siapkan_pdf(buku, tmp_path).keadaan is KeadaanBerkas.SIAP
    assert siapkan_pdf(replace(buku), tmp_path).path.read_bytes() == b"%PDF-"
    assert len(panggilan) == 1
    assert sorted(p.suffix for p in tmp_path.iterdir()) == [".pdf"]


@pytest.mark.usefixtures("_langsung")
@pytest.mark.parametrize(
    ("galat", "pesan"),
    [
        (subprocess.CalledProcessError(1, "x", stderr=b"rincian"), "gagal"),
        (subprocess.TimeoutExpired("x", 1), "melewati"),
    ],
)
def test_kegagalan_dikatakan_dan_tidak_diulang_sendiri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, galat: Exception, pesan: str
) -> None:
    def gagal(*args: object, **kwargs: object) -> None:
        raise galat

    monkeypatch.setattr(subprocess, "run", gagal)
    buku = buku_uji(SENDIRI)
    siapkan_pdf(buku, tmp_path)
    berkas = siapkan_pdf(buku, tmp_path)
    assert berkas.keadaan is KeadaanBerkas.GAGAL
    assert pesan in berkas.pesan
    assert siapkan_pdf(buku, tmp_path, ulang=True).keadaan is KeadaanBerkas.DISUSUN


def test_penyusunan_yang_sedang_berjalan_tidak_dimulai_lagi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    buku = buku_uji(SENDIRI)
    monkeypatch.setattr(threading, "Thread", lambda **kwargs: pytest.fail("disusun dua kali"))
    with (tmp_path / f"{sidik(buku)}.proses").open("wb") as tanda:
        fcntl.flock(tanda, fcntl.LOCK_EX)
        assert siapkan_pdf(buku, tmp_path).keadaan is KeadaanBerkas.DISUSUN


@pytest.mark.usefixtures("_langsung")
def test_tanda_dari_proses_yang_sudah_mati_tidak_menghalangi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda perintah, **lain: Path(perintah[-1]).write_bytes(b"%PDF-"))
    buku = buku_uji(SENDIRI)
    (tmp_path / f"{sidik(buku)}.proses").touch()
    siapkan_pdf(buku, tmp_path)
    assert siapkan_pdf(buku, tmp_path).keadaan is KeadaanBerkas.SIAP


def test_dua_peminta_bersamaan_satu_penyusunan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    panggilan, mulai = [], threading.Event()

    def tiruan(perintah: list[str], **kwargs: object) -> None:
        panggilan.append(perintah)
        mulai.wait(10)
        Path(perintah[-1]).write_bytes(b"%PDF-")

    monkeypatch.setattr(subprocess, "run", tiruan)
    buku = buku_uji(SENDIRI)
    sebelum = set(threading.enumerate())
    for _ in range(5):
        assert siapkan_pdf(buku, tmp_path).keadaan is KeadaanBerkas.DISUSUN
    mulai.set()
    for benang in set(threading.enumerate()) - sebelum:
        benang.join(10)
    assert len(panggilan) == 1
    assert siapkan_pdf(buku, tmp_path).keadaan is KeadaanBerkas.SIAP


@pytest.mark.usefixtures("_langsung")
def test_pdf_sungguhan_terunduh_dengan_nama_yang_jelas(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    alamat = reverse("unduh_pdf", args=[SENDIRI, TAHUN])
    assert client.get(alamat).status_code == 202
    jawaban = client.get(alamat)
    assert b"".join(jawaban).startswith(b"%PDF-")
    assert jawaban.headers["Content-Disposition"] == 'attachment; filename="lkjip-dinas-a1-2024.pdf"'


def test_kemajuan_lewat_htmx_berakhir_dengan_unduhan(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    siap = berkas_pdf.BerkasPdf(KeadaanBerkas.SIAP, Path("ada.pdf"))
    monkeypatch.setattr("lkjip.views.laporan.siapkan_pdf", lambda *args, **kwargs: siap)
    alamat = reverse("unduh_pdf", args=[SENDIRI, TAHUN])
    client = sebagai("kepala")
    assert "PDF siap" in client.get(alamat, headers={"HX-Request": "true"}).content.decode()
    mulai = client.get(alamat, {"mulai": ""}, headers={"HX-Request": "true"})
    assert mulai.headers["HX-Redirect"] == alamat
