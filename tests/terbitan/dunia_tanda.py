"""A frozen version that waits for signatures, and the people who may sign it. Signed with real pyHanko."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import BIDANG_KEPALA, CaraTandaTangan, JenisSertifikat, KeadaanTerbitan
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan, TindakanTandaTangan
from lkjip.laporan.signing.data import HasilTandaTangan, PenandaTangan, PermintaanTandaTangan, Rahasia, Stempel
from lkjip.laporan.signing.p12 import PenandaP12, SetelanTandaTangan
from lkjip.laporan.signing.percobaan import Pemegang
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.terbitan.services_tanda_tangan import Pelaku, tandatangani
from lkjip.terbitan.simpanan_tindakan import daftar_kembali
from renstra.models import TahunKinerja
from tests.laporan.signing import pejabat_uji
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.terbitan.dunia_terbitan import LAPORAN

NAMA_KEPALA, NIP_KEPALA = "Dr. Contoh Nama, S.E.", pejabat_uji.PENGENAL_KEPALA


@dataclass
class DuniaTanda:
    terbitan: Terbitan
    daftar: list[TandaTanganTerbitan]

    @property
    def kepala(self) -> TandaTanganTerbitan:
        return self.daftar[0]

    def alamat(self, nama: str = "tanda_tangan", ke: int = 0) -> str:
        return reverse(nama, args=[SENDIRI, TAHUN, self.terbitan.pk, self.daftar[ke].pk])

    def segar(self) -> DuniaTanda:
        self.terbitan.refresh_from_db()
        for satu in self.daftar:
            satu.refresh_from_db()
        return self


def percayai(settings: Settings, folder: Path) -> None:
    """The trial root of the tests, and the authority below it, are trusted."""
    settings.KUNCI = folder / "kunci"
    tepercaya = settings.KUNCI / "tepercaya"
    tepercaya.mkdir(parents=True)
    for nama, penerbit in (("akar", pejabat_uji.akar()), ("perantara", pejabat_uji.perantara())):
        (tepercaya / f"{nama}.pem").write_bytes(penerbit.pem)


def buat_dunia_tanda(
    *, jenis: JenisSertifikat = JenisSertifikat.PERCOBAAN, kode: str = SENDIRI, kunci: str = "laporan",
    final_pada: datetime | None = None,
    tempat: tuple[dict[str, Any], ...] = ({"bidang": BIDANG_KEPALA, "nama": NAMA_KEPALA, "nip": NIP_KEPALA},),
) -> DuniaTanda:  # fmt: skip
    """The two pages of tests/laporan/signing, frozen."""
    sidik = simpan_berkas(berkas_akhir())
    kini = timezone.now()
    terbitan = Terbitan.objects.create(
        tahun_kinerja=TahunKinerja.objects.get(instansi__kode=kode), jenis="laporan", kunci=kunci,
        spesifikasi=LAPORAN.tulis(),
        judul="Laporan Kinerja Uji", nama_berkas="lkjip-uji", kode=f"K7QM3XTF{Terbitan.objects.count():04d}",
        jenis_sertifikat=jenis.value, keadaan=KeadaanTerbitan.FINAL.value, sidik_final=sidik, sidik_kini=sidik,
        banyak_halaman=4, dibuat_pada=kini, final_pada=final_pada or kini,
    )  # fmt: skip
    daftar = [
        TandaTanganTerbitan.objects.create(terbitan=terbitan, urutan=ke, jabatan="Kepala Dinas", **isi)
        for ke, isi in enumerate(tempat, start=1)
    ]
    return DuniaTanda(terbitan, daftar)


def penanda(pemegang: Pemegang | None = None, sandi: str = pejabat_uji.SANDI) -> PenandaP12:
    return PenandaP12(pejabat_uji.p12(pemegang or pejabat_uji.kepala()), Rahasia(sandi), SetelanTandaTangan())


def teken(
    dunia: DuniaTanda, oleh: Pengguna, cara: PenandaTangan | None = None, *, ke: int = 0,
    jalan: CaraTandaTangan = CaraTandaTangan.P12, dibaca: str = "",
) -> TandaTanganTerbitan:  # fmt: skip
    """What the button does."""
    pelaku = Pelaku(oleh, jalan, dibaca or Terbitan.objects.get(pk=dunia.terbitan.pk).sidik_kini)
    return tandatangani(tanda=dunia.daftar[ke], penanda=cara or penanda(), pelaku=pelaku, kepercayaan=kepercayaan())


class PenandaTiruan:
    """Returns or raises what it is told, and remembers how often it was asked."""

    def __init__(self, jawab: Callable[[PermintaanTandaTangan], bytes]) -> None:
        self.jawab, self.banyak = jawab, 0

    def tandatangani(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
        self.banyak += 1
        return HasilTandaTangan(self.jawab(permintaan))


def tandai(pemegang: Pemegang | None = None) -> bytes:
    permintaan = PermintaanTandaTangan(berkas_akhir(), "ttd-kepala", Stempel(NAMA_KEPALA, "Kepala"))
    return penanda(pemegang).tandatangani(permintaan).isi


def tetap(dunia: DuniaTanda) -> None:
    """Nothing is signed, and the version is as it was."""
    awal = (dunia.terbitan.sidik_kini, "final")
    dunia.segar()
    assert (dunia.terbitan.sidik_kini, dunia.terbitan.keadaan) == awal
    assert all(not satu.sidik_hasil for satu in dunia.daftar)
    assert not TindakanTandaTangan.objects.filter(keadaan="berlangsung").exists()
    assert list(daftar_kembali()) == []
