"""One job in a real child process, and everything that can go wrong there."""

from __future__ import annotations

import errno
import itertools
import os
import resource
import signal
import threading
import time
from pathlib import Path

import pytest
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import Bentuk, JenisBerkas, Pesanan
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.laporan.render.pdf_draf import Kemajuan
from lkjip.penyusunan import pelaksana, proses
from lkjip.penyusunan.anak import Anak, AnakGagal, karena_memori
from lkjip.penyusunan.pelaksana import kerjakan
from lkjip.penyusunan.proses import MEBI, MEMORI_HABIS, Kiriman
from lkjip.penyusunan.services import batalkan
from lkjip.penyusunan.services_kerja import Giliran, catat_kemajuan
from lkjip.penyusunan.simpanan import folder_hasil, path_hasil
from renstra.data import Versi
from renstra.models import UnitKerja
from tests.penyusunan.dunia import LAPORAN, pesan, susun_semua
from tests.situs.pemeran import SENDIRI, buku_uji

Pemeran = dict[str, Pengguna]


def _kiriman(keluar: Path, bentuk: Bentuk = Bentuk.HTML, batas_mb: int = 2048) -> Kiriman:
    return Kiriman(buku_uji(SENDIRI), bentuk, False, keluar, None, 1, batas_mb)


def _isi_berkas() -> list[str]:
    return sorted(p.suffix for p in folder_hasil().iterdir()) if folder_hasil().is_dir() else []


@pytest.mark.parametrize(
    ("pesanan", "awal"),
    [
        (LAPORAN, b"%PDF-"),
        (Pesanan(JenisBerkas.LAPORAN, akhir=True), b"%PDF-"),
        (Pesanan(JenisBerkas.LAPORAN, Bentuk.DOCX), b"PK"),
        (Pesanan(JenisBerkas.LAPORAN, Bentuk.XLSX), b"PK"),
        (Pesanan(JenisBerkas.PERJANJIAN, versi=Versi.MURNI), b"%PDF-"),
        (Pesanan(JenisBerkas.RENCANA_AKSI, Bentuk.HTML), b"<!DOCTYPE html>"),
        (Pesanan(JenisBerkas.IKU, Bentuk.DOCX), b"PK"),
        (Pesanan(JenisBerkas.POHON), b"%PDF-"),
    ],
)
def test_setiap_jenis_disusun_proses_anak_dari_pesanannya_saja(pemeran: Pemeran, pesanan: Pesanan, awal: bytes) -> None:
    baris = pesan(pemeran["perencana"], pesanan)
    susun_semua()
    baris.refresh_from_db()
    assert (baris.keadaan, baris.pesan, baris.percobaan) == ("siap", "", 1)
    assert path_hasil(baris.hasil).read_bytes().startswith(awal)
    assert _isi_berkas() == [f".{pesanan.bentuk.value}"]


def test_yang_tidak_ada_lagi_dikatakan(pemeran: Pemeran) -> None:
    unit = UnitKerja.objects.get(nama="Bidang B")
    baris = pesan(pemeran["perencana"], Pesanan(JenisBerkas.PERJANJIAN, versi=Versi.MURNI, unit=unit.pk))
    unit.delete()
    susun_semua()
    baris.refresh_from_db()
    assert baris.keadaan == "gagal"
    assert "tidak ada lagi" in baris.pesan


def test_kegagalan_anak_menjadi_kalimat_tanpa_sisa_berkas(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pelaksana, "load_isi", lambda *_: "bukan buku kerja")
    monkeypatch.setattr(pelaksana, "sidik", lambda *_: "s" * 64)
    baris = pesan(pemeran["perencana"])
    susun_semua()
    baris.refresh_from_db()
    assert baris.keadaan == "gagal"
    assert baris.pesan == "Penyusunan berkas gagal; rinciannya tercatat pada server."
    assert _isi_berkas() == []


def test_yang_terlalu_lama_dihentikan(pemeran: Pemeran, settings: Settings) -> None:
    settings.SUSUN_DETIK = 0
    baris = pesan(pemeran["perencana"])
    susun_semua()
    baris.refresh_from_db()
    assert baris.keadaan == "gagal"
    assert "melewati 0 detik" in baris.pesan
    assert _isi_berkas() == []


def test_memori_yang_habis_dikatakan(tmp_path: Path) -> None:
    """Less than the interpreter has already taken: the next block that it asks for is refused."""
    with Anak(_kiriman(tmp_path / "a", Bentuk.PDF, batas_mb=1)) as anak, pytest.raises(AnakGagal) as galat:
        anak.tunggu(30)
    assert "terlalu besar untuk memori" in galat.value.pesan


@pytest.mark.parametrize(
    ("galat", "terpakai", "habis"),
    [
        (MemoryError(), 0, True),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), 0, True),
        (OSError(errno.ENOSPC, "No space left on device"), 0, False),
        (ImportError("libx.so: failed to map segment from shared object"), 500 * MEBI, True),
        (ImportError("libx.so: no such file"), 100 * MEBI, False),
    ],
)
def test_memori_habis_dikenali_dari_galat_pustaka(galat: Exception, terpakai: int, habis: bool) -> None:
    pembungkus = ValueError("galat di tengah penanganan")
    pembungkus.__context__ = galat
    assert proses._karena_memori(pembungkus, 512 * MEBI, terpakai) is habis
    assert proses._karena_memori(ValueError(), resource.RLIM_INFINITY, terpakai) is False


@pytest.mark.parametrize(
    ("status", "catatan", "habis"),
    [
        (MEMORI_HABIS, "", True),
        (-signal.SIGKILL, "", True),
        (-signal.SIGTRAP, "GLib-ERROR **: failed to allocate 4096 bytes", True),
        (-signal.SIGSEGV, "", False),
        (1, "ValueError", False),
    ],
)
def test_memori_habis_dikenali_dari_akhir_proses(status: int, catatan: str, habis: bool) -> None:
    assert karena_memori(status, catatan) is habis


def test_dibatalkan_di_tengah_jalan_menghentikan_anaknya(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    """The news of the child arrives, then the user cancels; the next sign of life finds out."""
    baris, pid = pesan(pemeran["perencana"]), []
    semula = catat_kemajuan

    def catat(*, giliran: Giliran, kemajuan: Kemajuan | None) -> bool:
        pid.append(_anak_hidup()[0])
        batalkan(penyusunan=baris, oleh=pemeran["perencana"])
        return semula(giliran=giliran, kemajuan=kemajuan)

    monkeypatch.setattr(pelaksana, "catat_kemajuan", catat)
    kerjakan(baris.pk, pekerja="uji")
    baris.refresh_from_db()
    assert baris.keadaan == "dibatalkan"
    assert _isi_berkas() == []
    assert not Path(f"/proc/{pid[0]}").exists()


def test_pekerja_yang_disuruh_berhenti_mengembalikan_pekerjaannya(
    pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    def berhenti(**_: object) -> bool:
        raise SystemExit(1)

    monkeypatch.setattr(pelaksana, "catat_kemajuan", berhenti)
    baris = pesan(pemeran["perencana"])
    with pytest.raises(SystemExit):
        kerjakan(baris.pk, pekerja="uji")
    baris.refresh_from_db()
    assert (baris.keadaan, baris.percobaan) == ("antre", 0)
    assert _isi_berkas() == []


def test_anak_mati_bersama_induknya(tmp_path: Path) -> None:
    """The pipe closes when the parent is gone, however it went; the child needs nobody to kill it."""
    anak = Anak(_kiriman(tmp_path / "a", Bentuk.PDF))
    try:
        while anak.tunggu(0.1) is None:
            assert not anak.usai
        pipa = anak._proses.stdin
        assert pipa is not None
        pipa.close()
        batas = time.monotonic() + 10
        while Path(f"/proc/{anak.pid}/status").exists() and time.monotonic() < batas and not _zombi(anak.pid):
            time.sleep(0.05)
        assert _zombi(anak.pid)
        assert not (tmp_path / "a").exists()
    finally:
        anak.hentikan()


def test_kemajuan_ditulis_paling_banyak_tiga_kali_sedetik(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    saat: list[float] = []
    semula = catat_kemajuan

    def catat(*, giliran: Giliran, kemajuan: Kemajuan | None) -> bool:
        saat.append(time.monotonic())
        return semula(giliran=giliran, kemajuan=kemajuan)

    monkeypatch.setattr(pelaksana, "catat_kemajuan", catat)
    pesan(pemeran["perencana"])
    susun_semua()
    assert PenyusunanBerkas.objects.get().keadaan == "siap"
    assert all(b - a > 0.33 for a, b in itertools.pairwise(saat[:-1]))


def _anak_hidup() -> list[int]:
    """Children of this process that are at work."""
    isi = Path(f"/proc/{os.getpid()}/task")
    daftar = [int(pid) for utas in isi.iterdir() for pid in (utas / "children").read_text().split()]
    assert daftar, threading.enumerate()
    return daftar


def _zombi(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
