"""Chains of units laid out by several processes, longest chain first; what is kept is not laid out again."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context

from lkjip.laporan.render.pdf_akhir import VARIAN_DRAF
from lkjip.laporan.render.pdf_pekerja import Gambar, HasilSatuan, siapkan, tata_satuan
from lkjip.laporan.render.pdf_satuan import Satuan
from lkjip.laporan.render.pdf_tembolok import Tembolok

_ALAMAT_GAMBAR = re.compile(r"lkjip:gambar/[0-9a-f]{32}")
_DETIK_LAPOR = 0.5  # the caller is asked so often whether it still wants the file


class PenataMati(RuntimeError):
    """A process that lays out pages was ended, most often for want of memory."""


@dataclass
class Rantai:
    """A chain of units and what has come of it; `daftar_awal` says where each started on its first page."""

    daftar_satuan: Sequence[Satuan]
    gaya: str
    hasil: list[HasilSatuan] = field(default_factory=list)
    daftar_awal: list[float | None] = field(default_factory=list)

    @property
    def selesai(self) -> bool:
        return len(self.hasil) == len(self.daftar_satuan)

    @property
    def awal(self) -> float | None:
        return self.hasil[-1].lanjut if self.hasil else None

    @property
    def sisa(self) -> int:
        return sum(satu.bobot for satu in self.daftar_satuan[len(self.hasil) :])

    def tambah(self, hasil: HasilSatuan) -> None:
        self.daftar_awal.append(self.awal)
        self.hasil.append(hasil)


@dataclass(frozen=True)
class Kolam:
    """The processes, the keep, and the pictures of one report."""

    pelaksana: Executor | None
    tembolok: Tembolok
    gambar: Gambar
    proses: int

    def tata(self, daftar_rantai: Sequence[Rantai], lapor: Callable[[], None]) -> None:
        """Lay out all the chains; `lapor` is called often, and what it raises ends the work."""
        berjalan: dict[Future[HasilSatuan], tuple[Rantai, str]] = {}
        while True:
            menunggu = [rantai for rantai in daftar_rantai if not rantai.selesai and not _dalam(rantai, berjalan)]
            for rantai in sorted(menunggu, key=lambda satu: -satu.sisa):
                self._dari_tembolok(rantai)
                if not rantai.selesai and len(berjalan) < max(self.proses, 1):
                    masa_depan, kunci = self._kirim(rantai)
                    berjalan[masa_depan] = (rantai, kunci)
            if not berjalan:
                break
            for masa_depan in wait(berjalan, timeout=_DETIK_LAPOR, return_when=FIRST_COMPLETED).done:
                rantai, kunci = berjalan.pop(masa_depan)
                self._terima(rantai, kunci, masa_depan)
            lapor()
        lapor()

    def _dari_tembolok(self, rantai: Rantai) -> None:
        while not rantai.selesai:
            isi = self.tembolok.ambil(_kunci(rantai))
            if isi is None:
                return
            rantai.tambah(HasilSatuan.dari_byte(isi))

    def _kirim(self, rantai: Rantai) -> tuple[Future[HasilSatuan], str]:
        satuan = rantai.daftar_satuan[len(rantai.hasil)]
        alamat = set(_ALAMAT_GAMBAR.findall(satuan.isi.decode()))
        perintah = (satuan.isi, rantai.gaya, rantai.awal, {satu: self.gambar[satu] for satu in sorted(alamat)})
        if self.pelaksana is not None:
            return self.pelaksana.submit(tata_satuan, *perintah), _kunci(rantai)
        masa_depan: Future[HasilSatuan] = Future()
        masa_depan.set_result(tata_satuan(*perintah))
        return masa_depan, _kunci(rantai)

    def _terima(self, rantai: Rantai, kunci: str, masa_depan: Future[HasilSatuan]) -> None:
        try:
            hasil = masa_depan.result()
        except BrokenProcessPool as galat:
            raise PenataMati("Proses penata halaman berhenti mendadak; mungkin memorinya habis.") from galat
        rantai.tambah(hasil)
        self.tembolok.simpan(kunci, hasil.ke_byte())


def _dalam(rantai: Rantai, berjalan: dict[Future[HasilSatuan], tuple[Rantai, str]]) -> bool:
    return any(rantai is satu for satu, _ in berjalan.values())


def _kunci(rantai: Rantai) -> str:
    """Hash of all that decides how the next unit looks; pictures bear the hash of their content in their address."""
    import weasyprint

    satuan = rantai.daftar_satuan[len(rantai.hasil)]
    bagian = (weasyprint.__version__, VARIAN_DRAF, rantai.gaya, str(rantai.awal), satuan.isi.decode())
    return hashlib.sha256("\0".join(bagian).encode()).hexdigest()


@contextmanager
def kolam(proses: int, tembolok: Tembolok, gambar: Gambar, daftar_gaya: Sequence[str]) -> Iterator[Kolam]:
    """The pool; leaving it, however that happens, leaves no process behind."""
    if proses <= 1:
        yield Kolam(None, tembolok, gambar, proses)
        return
    for gaya in daftar_gaya:
        siapkan(gaya)  # the children have it from birth
    utas_tunggal = threading.active_count() == 1
    konteks = get_context("fork" if utas_tunggal else "forkserver")
    pelaksana = ProcessPoolExecutor(proses, mp_context=konteks, initializer=_mulai)
    try:
        yield Kolam(pelaksana, tembolok, gambar, proses)
    except BaseException:
        for anak in list((pelaksana._processes or {}).values()):
            if anak.pid is not None:
                os.kill(anak.pid, signal.SIGKILL)
        raise
    finally:
        pelaksana.shutdown(wait=True, cancel_futures=True)


def _mulai() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
