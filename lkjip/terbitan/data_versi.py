"""A frozen version, its signatures, and what was said about the draft, as the pages show them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from lkjip.laporan.data_penyusunan import KeadaanPenyusunan
from lkjip.laporan.data_terbitan import BERJALAN, PERNAH_TERBIT, KeadaanTerbitan, TahapNaskah, tulis_kode

NAMA_KEADAAN = {
    KeadaanTerbitan.DISUSUN: "PDF sedang disusun",
    KeadaanTerbitan.FINAL: "Final, menunggu tanda tangan",
    KeadaanTerbitan.DITANDATANGANI: "Sudah ditandatangani, belum terbit",
    KeadaanTerbitan.TERBIT: "Terbit",
    KeadaanTerbitan.DIGANTIKAN: "Digantikan versi yang lebih baru",
    KeadaanTerbitan.DITARIK: "Ditarik",
    KeadaanTerbitan.DIBATALKAN: "Dibatalkan",
}


@dataclass(frozen=True)
class TempatTanda:
    """A place for a signature, and the signature once `pada` is set."""

    pk: int
    bidang: str
    nama: str
    jabatan: str
    pada: datetime | None = None
    oleh: str = ""
    nama_sertifikat: str = ""
    penerbit: str = ""
    percobaan: bool = False

    @property
    def terisi(self) -> bool:
        return self.pada is not None


@dataclass(frozen=True)
class Peristiwa:
    """A line of the version's time line."""

    sebutan: str
    pada: datetime | None
    oleh: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class VersiDokumen:
    """`penyusunan`: the job that makes its PDF, and how it stands."""

    pk: int
    jenis: str
    kunci: str
    nomor: int
    judul: str
    nama_berkas: str
    keadaan: KeadaanTerbitan
    kode: str
    percobaan: bool = False
    alasan: str = ""
    alasan_tarik: str = ""
    dibuat_pada: datetime | None = None
    dibuat_oleh: str = ""
    final_pada: datetime | None = None
    terbit_pada: datetime | None = None
    terbit_oleh: str = ""
    ditarik_pada: datetime | None = None
    ditarik_oleh: str = ""
    sidik_final: str = ""
    sidik_kini: str = ""
    sidik_buku_kerja: str = ""
    banyak_halaman: int = 0
    penyusunan: int | None = None
    keadaan_penyusunan: KeadaanPenyusunan | None = None
    pesan_penyusunan: str = ""
    daftar_tanda: tuple[TempatTanda, ...] = ()

    @property
    def sebutan(self) -> str:
        return "PDF gagal disusun" if self.gagal else NAMA_KEADAAN[self.keadaan]

    @property
    def berjalan(self) -> bool:
        return self.keadaan in BERJALAN

    @property
    def pernah_terbit(self) -> bool:
        return self.keadaan in PERNAH_TERBIT

    @property
    def gagal(self) -> bool:
        """The job has ended without the PDF."""
        selesai = {KeadaanPenyusunan.GAGAL, KeadaanPenyusunan.DIBATALKAN, None}
        return self.keadaan is KeadaanTerbitan.DISUSUN and self.keadaan_penyusunan in selesai

    @property
    def bertanda(self) -> bool:
        return any(satu.terisi for satu in self.daftar_tanda)

    @property
    def ditunggu(self) -> str:
        """Whose signatures are still to come."""
        return " dan ".join(satu.nama or satu.jabatan for satu in self.daftar_tanda if not satu.terisi)

    @property
    def tulisan_kode(self) -> str:
        return tulis_kode(self.kode)

    @property
    def daftar_peristiwa(self) -> tuple[Peristiwa, ...]:
        """What happened to it, in order."""
        daftar = [
            Peristiwa("Difinalkan", self.dibuat_pada, self.dibuat_oleh, self.alasan),
            Peristiwa("PDF dibekukan", self.final_pada),
            *(
                Peristiwa(f"Ditandatangani {satu.nama}", satu.pada, satu.oleh, satu.nama_sertifikat)
                for satu in sorted(self.daftar_tanda, key=lambda t: t.pada.timestamp() if t.pada else 0)
            ),
            Peristiwa("Diterbitkan", self.terbit_pada, self.terbit_oleh),
            Peristiwa("Ditarik", self.ditarik_pada, self.ditarik_oleh, self.alasan_tarik),
        ]
        return tuple(satu for satu in daftar if satu.pada is not None)


@dataclass(frozen=True)
class CatatanNaskahResmi:
    """What somebody said about the draft; `sidik` is of which content."""

    tahap: TahapNaskah
    sidik: str
    pada: datetime
    oleh: str = ""
    catatan: str = ""


@dataclass(frozen=True)
class TahapKini:
    """Where the draft stands today. `berubah`: what was said then was about another content."""

    terakhir: CatatanNaskahResmi | None
    sidik: str

    @property
    def berubah(self) -> bool:
        return self.terakhir is not None and self.terakhir.sidik != self.sidik

    @property
    def diajukan(self) -> bool:
        return self._adalah(TahapNaskah.DIAJUKAN)

    @property
    def diperiksa(self) -> bool:
        return self._adalah(TahapNaskah.DIPERIKSA)

    @property
    def dikembalikan(self) -> bool:
        """Sent back; it stays so until it is handed in again, whatever was changed."""
        return self.terakhir is not None and self.terakhir.tahap is TahapNaskah.DIKEMBALIKAN

    def _adalah(self, tahap: TahapNaskah) -> bool:
        return self.terakhir is not None and self.terakhir.tahap is tahap and not self.berubah
