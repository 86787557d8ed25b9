"""The ways to sign that are configured here, and the signer of each, made for one act with its secrets."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import CaraTandaTangan, JenisSertifikat
from lkjip.laporan.signing.bsre import PenandaBsre
from lkjip.laporan.signing.data import (
    GagalTandaTangan,
    HasilTandaTangan,
    PenandaTangan,
    PermintaanTandaTangan,
    Rahasia,
)
from lkjip.laporan.signing.p12 import PenandaP12
from lkjip.laporan.signing.setelan import setelan_bsre, setelan_tanda_tangan
from lkjip.terbitan.akses_tanda_tangan import HakTanda


class PilihanCara(StrEnum):
    """What a signer chooses from. The key file is either brought along or lies on the server."""

    SERVER = "server"
    BERKAS = "berkas"
    BSRE = "bsre"
    UNGGAHAN = "unggahan"

    @property
    def cara(self) -> CaraTandaTangan:
        lain = {PilihanCara.BSRE: CaraTandaTangan.BSRE, PilihanCara.UNGGAHAN: CaraTandaTangan.UNGGAHAN}
        return lain.get(self, CaraTandaTangan.P12)


@dataclass(frozen=True)
class BahanTanda:
    """What was sent for one act; it is shown nowhere."""

    pilihan: PilihanCara
    sandi: Rahasia = field(default=Rahasia(""), repr=False)
    totp: Rahasia = field(default=Rahasia(""), repr=False)
    berkas: bytes = field(default=b"", repr=False)
    nik: str = field(default="", repr=False)


class PenandaUnggahan:
    """What was signed elsewhere and brought back counts as what a signer returned."""

    def __init__(self, isi: bytes) -> None:
        self._isi = isi

    def tandatangani(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
        return HasilTandaTangan(self._isi)


def daftar_pilihan(pengguna: Pengguna, jenis: JenisSertifikat, hak: HakTanda) -> tuple[PilihanCara, ...]:
    """The ways open to this user for a version whose pages name these certificates, the likeliest first."""
    daftar = []
    if hak.sendiri and settings.BSRE_ALAMAT and jenis is not JenisSertifikat.LAIN:
        daftar.append(PilihanCara.BSRE)
    if hak.sendiri and kunci_server(pengguna).is_file():
        daftar.append(PilihanCara.SERVER)
    if hak.sendiri:
        daftar.append(PilihanCara.BERKAS)
    return (*daftar, PilihanCara.UNGGAHAN) if hak.unggah else tuple(daftar)


def kunci_server(pengguna: Pengguna) -> Path:
    """Where this user's key file would lie on the server; a log-in name holds no slash."""
    return Path(settings.KUNCI) / "pemegang" / f"{pengguna.username.replace('/', '_')}.p12"


@sensitive_variables()
def buat_penanda(bahan: BahanTanda, pengguna: Pengguna) -> PenandaTangan:
    """The signer of this act. Raises GagalTandaTangan, BerkasKepercayaanRusak."""
    if bahan.pilihan is PilihanCara.UNGGAHAN:
        return PenandaUnggahan(bahan.berkas)
    if bahan.pilihan is PilihanCara.BSRE:
        return penanda_bsre(bahan)
    isi = bahan.berkas if bahan.pilihan is PilihanCara.BERKAS else _baca_kunci(pengguna)
    return PenandaP12(isi, bahan.sandi, setelan_tanda_tangan())


def penanda_bsre(bahan: BahanTanda) -> PenandaBsre:
    """The agency's Esign Client with this signer's NIK and passphrase or code."""
    return PenandaBsre(setelan_bsre(), bahan.nik, bahan.sandi, bahan.totp)


@sensitive_variables()
def _baca_kunci(pengguna: Pengguna) -> bytes:
    try:
        return kunci_server(pengguna).read_bytes()
    except OSError:
        raise GagalTandaTangan("Berkas kunci Anda di server tidak dapat dibaca. Hubungi pengelola server.") from None
