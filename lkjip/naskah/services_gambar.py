"""Pictures of a report are kept, described, moved and removed here. Raises ValidationError with what is refused.

The file of a removed or replaced picture stays: the row can be brought back (“Urungkan”), and the history shows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from lkjip.akun.models import Pengguna
from lkjip.laporan.models import GambarLaporan
from lkjip.laporan.olah_gambar import GambarOlahan, olah_gambar
from lkjip.laporan.selectors import rekaman_gambar
from lkjip.laporan.simpanan_gambar import simpan_gambar
from lkjip.naskah.selectors_gambar import sidik_gambar
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services_baris import simpan_baris, susun_urutan, urutan_berikut, urutan_tergeser
from renstra.buka_gambar import GambarDitolak
from renstra.models import TahunKinerja

MAKS_GAMBAR = 200  # of one report
_PANJANG_NAMA = 50
_BERUBAH = "Gambar ini sudah diubah atau dihapus orang lain sejak halaman ini dibuka. Muat ulang, lalu isi kembali."


@dataclass(frozen=True)
class Unggahan:
    """A file as it was sent: its name only proposes a short name."""

    nama_berkas: str
    berkas: BinaryIO


def tambah_gambar(
    *, tahun_kinerja: TahunKinerja, daftar: Sequence[Unggahan], bagian: str, sumber: str, oleh: Pengguna
) -> tuple[str, list[str]]:
    """Keep all these pictures, or none; the event and the short names. Raises ValidationError, a sentence per file."""
    olahan = _olah_semua(daftar)
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        semua = GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja)
        terpakai = set(semua.values_list("nama", flat=True))
        if len(terpakai) + len(olahan) > MAKS_GAMBAR:
            raise ValidationError(f"Satu laporan memuat paling banyak {MAKS_GAMBAR} gambar. Hapus yang tidak dipakai.")
        urutan, nama_baru = urutan_berikut(semua), []
        for nomor, (unggahan, satu) in enumerate(zip(daftar, olahan, strict=True)):
            nama = usul_nama(PurePath(unggahan.nama_berkas.replace("\\", "/")).stem, terpakai)
            terpakai.add(nama)
            nama_baru.append(nama)
            baris = GambarLaporan(
                tahun_kinerja=tahun_kinerja, urutan=urutan + nomor, nama=nama, bagian=bagian, sumber=sumber
            )
            simpan_baris(_isi_berkas(baris, satu))
    return kejadian, nama_baru


def _olah_semua(daftar: Sequence[Unggahan]) -> list[GambarOlahan]:
    olahan, salah = [], []
    for satu in daftar:
        try:
            olahan.append(olah_gambar(satu.berkas))
        except GambarDitolak as galat:
            salah.append(f"{satu.nama_berkas}: {galat}" if len(daftar) > 1 else str(galat))
    if salah:
        raise ValidationError(salah)
    return olahan


def _isi_berkas(baris: GambarLaporan, olahan: GambarOlahan) -> GambarLaporan:
    baris.sidik = simpan_gambar(olahan.isi)
    baris.mime, baris.lebar_px, baris.tinggi_px = olahan.mime, olahan.lebar_px, olahan.tinggi_px
    return baris


def usul_nama(teks: str, terpakai: set[str]) -> str:
    """A short name out of a title or a file's name, with a number where it is taken."""
    dasar = slugify(teks)[:_PANJANG_NAMA].strip("-_") or "gambar"
    return next(n for k in range(1, len(terpakai) + 2) if (n := dasar if k == 1 else f"{dasar}-{k}") not in terpakai)


def ubah_gambar(*, tahun_kinerja: TahunKinerja, nama: str, isi: dict[str, Any], sidik: str, oleh: Pengguna) -> str:
    """Store title, section, width …; the short name that it has now. `sidik`: what its form began with."""
    with mengubah(tahun_kinerja, oleh=oleh):
        baris = _kunci(tahun_kinerja, nama)
        if sidik_gambar(rekaman_gambar(baris)) != sidik:
            raise ValidationError(_BERUBAH)
        for kolom, nilai in isi.items():
            setattr(baris, kolom, nilai)
        return simpan_baris(baris).nama


def ganti_berkas(*, tahun_kinerja: TahunKinerja, nama: str, berkas: BinaryIO, oleh: Pengguna) -> str:
    """Another file for this picture, all else as it is; the event."""
    olahan = _olah_semua([Unggahan("", berkas)])[0]
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        simpan_baris(_isi_berkas(_kunci(tahun_kinerja, nama), olahan))
    return kejadian


def geser_gambar(*, tahun_kinerja: TahunKinerja, nama: str, langkah: int, oleh: Pengguna) -> None:
    """Move the picture up (negative) or down among those of its section."""
    with mengubah(tahun_kinerja, oleh=oleh):
        baris = _kunci(tahun_kinerja, nama)
        semua = GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja, bagian=baris.bagian)
        daftar = list(semua.order_by("urutan", "id"))
        susun_urutan(daftar, urutan_tergeser([satu.pk for satu in daftar], baris.pk, langkah))


def hapus_gambar(*, tahun_kinerja: TahunKinerja, nama: str, oleh: Pengguna) -> str:
    """Remove the picture from the report; the event, by which it comes back."""
    with mengubah(tahun_kinerja, oleh=oleh) as kejadian:
        _kunci(tahun_kinerja, nama).delete()
    return kejadian


def _kunci(tahun_kinerja: TahunKinerja, nama: str) -> GambarLaporan:
    daftar = GambarLaporan.objects.filter(tahun_kinerja=tahun_kinerja, nama=nama)
    baris = daftar.select_for_update(of=("self",), no_key=True).first()
    if baris is None:
        raise ValidationError(_BERUBAH)
    return baris
