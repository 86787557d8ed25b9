"""Does a file that came back from signing count? Everything must hold, or nothing is taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from lkjip.laporan.data_terbitan import JenisSertifikat
from lkjip.laporan.signing.banding import sama_dengan_kiriman
from lkjip.laporan.signing.data import Cakupan, HasilVerifikasi, TandaTanganTerbaca
from lkjip.laporan.signing.percaya import Kepercayaan
from lkjip.laporan.signing.tulisan_hasil import tulis_tanda
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.terbitan.data_penanda import penanda_cocok

Verifikasi = Callable[[bytes, Kepercayaan], HasilVerifikasi]

TAK_SATU = "Berkas yang kembali memuat {} tanda tangan baru; seharusnya tepat satu."
TEMPAT_SALAH = "Tanda tangan yang kembali berada di tempat penanda tangan lain ({})."
TAK_MENUTUP = "Tanda tangan yang kembali tidak mencakup seluruh dokumen."
TAK_TEPERCAYA = "Sertifikat {} diterbitkan oleh pihak yang tidak dipercaya server ini."
PERCOBAAN = "Sertifikat {} hanya untuk percobaan, jadi tidak dapat dipakai pada dokumen resmi ini."
ORANG_LAIN = (
    "Sertifikat atas nama {} tidak cocok dengan penanda tangan di dokumen, {}. "
    "Hanya sertifikatnya sendiri yang diterima."
)
LAMA_RUSAK = "Tanda tangan {} yang sudah ada tidak lagi sah di dalam berkas yang kembali."
TERLALU_DINI = "Waktu tanda tangannya mendahului saat dokumen ini difinalkan. Periksa jam komputer penanda tangan."
TAK_SAH = "Tanda tangan di dalam berkas yang kembali tidak sah."

# Without a timestamp a signature tells its own time: with one from before the document there was, an expired
# certificate could pass for one that still held.
_BEDA_JAM = timedelta(minutes=10)


@dataclass(frozen=True)
class HarapanTanda:
    """What a file must be that comes back: `sebelum` as it was sent, signed in `bidang` by this person.

    `sejak`: since when there is anything to sign. `daftar_lama`: the fields that were signed before; `daftar_lain`:
    places of others that are still empty.
    """

    sebelum: bytes = field(repr=False)
    bidang: str
    nama: str
    nip: str
    jenis: JenisSertifikat
    nik: str = ""
    sejak: datetime | None = None
    daftar_lama: frozenset[str] = frozenset()
    daftar_lain: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PutusanTanda:
    """The new signature, or why the file does not count (`alasan`, sentences)."""

    hasil: HasilVerifikasi
    tanda: TandaTanganTerbaca | None
    alasan: tuple[str, ...] = ()

    @property
    def diterima(self) -> bool:
        return self.tanda is not None and not self.alasan


def putuskan(
    isi: bytes, harapan: HarapanTanda, kepercayaan: Kepercayaan, *, periksa: Verifikasi = verifikasi
) -> PutusanTanda:
    """The verdict on what came back; never raises for what is in it.

    `periksa`: how the file is judged; one that somebody brings is judged in a process of its own.
    """
    hasil = periksa(isi, kepercayaan)
    baru = [satu for satu in hasil.daftar if satu.bidang not in harapan.daftar_lama]
    tanda = baru[-1] if len(baru) == 1 else None
    alasan = _umum(hasil, harapan, len(baru))
    if tanda is not None:
        alasan += _penanda(tanda, harapan)
    if hasil.sah and not alasan:  # page by page only what is right so far: unpacking a hostile file takes any memory
        alasan += sama_dengan_kiriman(harapan.sebelum, isi)
    return PutusanTanda(hasil, tanda, tuple(dict.fromkeys(alasan)))


def _umum(hasil: HasilVerifikasi, harapan: HarapanTanda, banyak_baru: int) -> list[str]:
    ada = {satu.bidang: satu for satu in hasil.daftar}
    alasan = [LAMA_RUSAK.format(nama) for nama in sorted(harapan.daftar_lama) if nama not in ada or not ada[nama].sah]
    if hasil.sah and banyak_baru != 1:
        alasan.append(TAK_SATU.format(banyak_baru))
    if not hasil.sah:
        rincian = [*hasil.catatan, *(satu.catatan[0] for satu in hasil.daftar if not satu.sah and satu.catatan)]
        alasan += rincian or [TAK_SAH]
    return alasan


def _penanda(tanda: TandaTanganTerbaca, harapan: HarapanTanda) -> list[str]:
    """About the new signature itself. A service may sign in a field of its own making, but in nobody else's."""
    alasan = []
    if tanda.bidang in harapan.daftar_lain:
        alasan.append(TEMPAT_SALAH.format(tanda.bidang))
    if tanda.cakupan is Cakupan.SEBAGIAN:
        alasan.append(TAK_MENUTUP)
    if not tanda.tepercaya:
        alasan.append(TAK_TEPERCAYA.format(tanda.nama))
    if tanda.waktu and harapan.sejak and tanda.waktu < harapan.sejak - _BEDA_JAM:
        alasan.append(TERLALU_DINI)
    if tanda.percobaan and harapan.jenis is not JenisSertifikat.PERCOBAAN:
        alasan.append(PERCOBAAN.format(tanda.nama))
    if not penanda_cocok(tanda.nama, tanda.pengenal, nama=harapan.nama, nip=harapan.nip, nik=harapan.nik):
        alasan.append(ORANG_LAIN.format(tanda.nama, harapan.nama or "yang belum bernama"))
    return alasan


def tulis_putusan(putusan: PutusanTanda) -> dict[str, Any]:
    """The verdict as it is kept beside the signature, for pages that show it without judging anew."""
    tanda = tulis_tanda(putusan.tanda) if putusan.tanda else {}
    return tanda | {"ukuran": putusan.hasil.ukuran, "banyak_halaman": putusan.hasil.banyak_halaman}
