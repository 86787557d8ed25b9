"""What the worker does for a version that becomes final: its seal, and the printed file for ever after."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from django.conf import settings
from django.utils import timezone

from lkjip.data import BukuKerja
from lkjip.laporan.data_penyusunan import Pesanan
from lkjip.laporan.data_terbitan import Cap, JenisSertifikat, KeadaanTerbitan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.models import Terbitan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.penyusunan.sidik import sidik_isi
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_baris import simpan_baris
from renstra.services import kunci_instansi

JALUR = "pembekuan"


class TidakDapatDibekukan(Exception):
    """The text is the sentence for who waits."""


def alamat_verifikasi(kode: str) -> str:
    """The address in the QR. It stands before anything is printed, and does not change."""
    return f"{settings.ALAMAT_SITUS}/v/{kode}/"


def siapkan_spesifikasi(pesanan: Pesanan, pk: int) -> Pesanan:
    """The order of the final of this version."""
    return replace(pesanan, akhir=True, terbitan=pk)


def siapkan_cap(pk: int, isi: BukuKerja | Dokumen) -> Cap:
    """The seal of the version, if this content is what was frozen at the click. Raises TidakDapatDibekukan."""
    terbitan = Terbitan.objects.exclude(keadaan=KeadaanTerbitan.DIBATALKAN).filter(pk=pk).first()
    if terbitan is None:
        raise TidakDapatDibekukan("Versi ini sudah dibatalkan, jadi PDF-nya tidak disusun.")
    if sidik_isi(isi) != terbitan.sidik_isi:
        if terbitan.sidik_final:  # a worker was killed between the freeze and the end of its job
            raise TidakDapatDibekukan("PDF versi ini sudah dibekukan. Unduh di halaman Penerbitan.")
        raise TidakDapatDibekukan(
            "Data berubah sesudah versi ini difinalkan, jadi PDF-nya tidak disusun. Batalkan versi ini, periksa "
            "naskahnya lagi, lalu finalkan sekali lagi."
        )
    return cap_versi(terbitan)


def cap_versi(terbitan: Terbitan) -> Cap:
    """The seal that is printed into this version."""
    jenis = JenisSertifikat(terbitan.jenis_sertifikat)
    return Cap(terbitan.kode, alamat_verifikasi(terbitan.kode), jenis, terbitan.nomor)


def bekukan(*, terbitan: int, isi: bytes) -> None:
    """Keep the printed file; from now on the version is final. Asked twice, it happens once.

    Raises TidakDapatDibekukan where the version was given up meanwhile.
    """
    sidik, banyak = simpan_berkas(isi), _banyak_halaman(isi)
    with konteks_riwayat(oleh=None, jalur=JALUR):
        kunci_instansi(daftar_tahun__daftar_terbitan=terbitan)  # first, as who cancels the version does
        baris = Terbitan.objects.select_for_update().filter(pk=terbitan).first()
        if baris is not None and baris.sidik_final == sidik:
            return
        if baris is None or baris.keadaan != KeadaanTerbitan.DISUSUN:
            raise TidakDapatDibekukan("Versi ini sudah dibatalkan, jadi PDF-nya tidak dipakai.")
        baris.sidik_final = baris.sidik_kini = sidik
        baris.banyak_halaman, baris.final_pada = banyak, timezone.now()
        baris.keadaan = KeadaanTerbitan.FINAL.value
        simpan_baris(baris)


def _banyak_halaman(isi: bytes) -> int:
    import pikepdf

    with pikepdf.open(BytesIO(isi)) as pdf:
        return len(pdf.pages)
