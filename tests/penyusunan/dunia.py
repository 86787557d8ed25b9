"""Orders and workers for the tests of files being made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.laporan.render.pdf_draf import Kemajuan
from lkjip.penyusunan import pelaksana
from lkjip.penyusunan.pelaksana import kerjakan
from lkjip.penyusunan.proses import Kiriman
from lkjip.penyusunan.selectors_isi import load_isi
from lkjip.penyusunan.services import pesan_berkas
from lkjip.penyusunan.sidik import sidik
from renstra.models import TahunKinerja
from tests.situs.pemeran import SENDIRI

LAPORAN = Pesanan(JenisBerkas.LAPORAN)


def pesan(oleh: Pengguna, pesanan: Pesanan = LAPORAN, *, kode: str = SENDIRI) -> PenyusunanBerkas:
    """What a click on “Unduh” orders."""
    tahun = TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=kode)
    isi = load_isi(tahun, pesanan)
    return pesan_berkas(
        tahun_kinerja=tahun, pesanan=pesanan, sidik=sidik(isi, pesanan), nama="lkjip-dinas-a1-2024.pdf", oleh=oleh
    )


def susun_semua() -> None:
    """What a worker does with all that waits."""
    for pk in list(PenyusunanBerkas.objects.filter(keadaan="antre").values_list("pk", flat=True)):
        kerjakan(pk, pekerja="uji")


@dataclass
class AnakTiruan:
    """A child process that has written its file when it is first listened to; remembers what it was given."""

    kiriman: Kiriman
    usai: bool = False
    daftar: list[Kiriman] = field(default_factory=list)

    def __enter__(self) -> AnakTiruan:
        return self

    def __exit__(self, *galat: object) -> None:
        pass

    def tunggu(self, detik: float) -> Kemajuan | None:
        self.kiriman.keluar.write_bytes(b"%PDF-tiruan")
        self.usai = True
        return Kemajuan("menata halaman", 3, 7)


def pakai_anak_tiruan(monkeypatch: pytest.MonkeyPatch) -> list[Kiriman]:
    """No process is started; the list fills with what the children were given."""
    daftar: list[Kiriman] = []

    def lahirkan(kiriman: Kiriman) -> Any:
        daftar.append(kiriman)
        return AnakTiruan(kiriman)

    monkeypatch.setattr(pelaksana, "Anak", lahirkan)
    return daftar
