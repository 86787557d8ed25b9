"""What the public learns of one version of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lkjip.laporan.data_terbitan import DAPAT_DIUNDUH, PERNAH_TERBIT, KeadaanTerbitan, tulis_kode

_TERLIHAT = 4


@dataclass(frozen=True)
class TandaVersi:
    """A signature that stands in a version."""

    nama: str
    jabatan: str
    nip: str
    pada: datetime
    penerbit: str
    nama_sertifikat: str
    percobaan: bool

    @property
    def nip_tersamar(self) -> str:
        """The last digits only: the first eight are a date of birth, and a page is easier to reap than paper."""
        nip = "".join(self.nip.split())
        return "•" * max(len(nip) - _TERLIHAT, 0) + nip[-_TERLIHAT:] if nip else ""


@dataclass(frozen=True)
class VersiTerbit:
    """`pengganti`: the code of the version that is in force now, where this one is not."""

    pk: int
    kode: str
    judul: str
    instansi: str
    pemda: str
    tahun: int
    nomor: int
    keadaan: KeadaanTerbitan
    alasan: str
    sidik: str
    sidik_final: str
    banyak_halaman: int
    nama_berkas: str
    percobaan: bool
    terbit_pada: datetime | None = None
    ditarik_pada: datetime | None = None
    alasan_tarik: str = ""
    pengganti: str = ""
    daftar_tanda: tuple[TandaVersi, ...] = ()
    daftar_sidik_lama: tuple[str, ...] = ()

    @property
    def tulisan_kode(self) -> str:
        return tulis_kode(self.kode)

    @property
    def tulisan_pengganti(self) -> str:
        return tulis_kode(self.pengganti)

    @property
    def pernah_terbit(self) -> bool:
        return self.keadaan in PERNAH_TERBIT

    @property
    def berlaku(self) -> bool:
        return self.keadaan is KeadaanTerbitan.TERBIT

    @property
    def dapat_diunduh(self) -> bool:
        return self.keadaan in DAPAT_DIUNDUH
