"""What the verification pages say: one word with a colour, one sentence, and then what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.laporan.signing.data import HasilVerifikasi
from lkjip.publik.data_verifikasi import VersiTerbit


class Warna(StrEnum):
    """Never the colour alone: each goes with a word."""

    HIJAU = "hijau"
    KUNING = "kuning"
    MERAH = "merah"


@dataclass(frozen=True)
class Putusan:
    warna: Warna
    kata: str
    kalimat: str


_KEADAAN = {
    KeadaanTerbitan.TERBIT: Putusan(
        Warna.HIJAU, "Berlaku", "Dokumen ini terbit dan berlaku. Cocokkan isinya dengan berkas resmi di bawah ini."
    ),
    KeadaanTerbitan.DIGANTIKAN: Putusan(
        Warna.KUNING, "Sudah digantikan", "Dokumen ini pernah terbit, tetapi sudah digantikan versi yang lebih baru."
    ),
    KeadaanTerbitan.DITARIK: Putusan(
        Warna.MERAH, "Ditarik", "Dokumen ini pernah terbit, tetapi sudah ditarik dan tidak berlaku lagi."
    ),
    KeadaanTerbitan.DIBATALKAN: Putusan(Warna.MERAH, "Dibatalkan", "Versi ini dibatalkan sebelum terbit."),
}
_BELUM = Putusan(
    Warna.KUNING, "Belum terbit", "Versi ini belum terbit. Keterangan ini hanya tampak bagi pengguna instansi Anda."
)


def putusan_versi(versi: VersiTerbit) -> Putusan:
    """What a code stands for."""
    return _hati_hati(_KEADAAN.get(versi.keadaan, _BELUM), percobaan=versi.percobaan)


def _hati_hati(putusan: Putusan, *, percobaan: bool) -> Putusan:
    """What a trial certificate signed is never green."""
    if not percobaan or putusan.warna is not Warna.HIJAU:
        return putusan
    return replace(putusan, warna=Warna.KUNING, kata=f"{putusan.kata} (percobaan)")


_BUKAN_TERBITAN = Putusan(
    Warna.KUNING,
    "Sah, tetapi bukan terbitan situs ini",
    "Dokumen ini memuat tanda tangan sah, tetapi bukan berkas yang diterbitkan lewat situs ini.",
)
_TIDAK_SAH = Putusan(
    Warna.MERAH,
    "Tidak sah",
    "Keaslian berkas ini tidak terbukti. Jangan dipakai sebelum ditanyakan kepada instansinya.",
)
_TANPA_TANDA = Putusan(
    Warna.MERAH, "Tidak terbukti", "Tidak ada tanda tangan elektronik yang dapat membuktikan keaslian berkas ini."
)
_ASLI = {
    KeadaanTerbitan.TERBIT: Putusan(
        Warna.HIJAU, "Asli", "Berkas ini asli: isinya sama dengan yang diterbitkan, dan semua tanda tangannya sah."
    ),
    KeadaanTerbitan.DIGANTIKAN: Putusan(
        Warna.KUNING, "Asli, versi lama", "Berkas ini asli, tetapi sudah digantikan versi yang lebih baru."
    ),
    KeadaanTerbitan.DITARIK: Putusan(
        Warna.MERAH, "Ditarik", "Berkas ini pernah diterbitkan, tetapi sudah ditarik dan tidak berlaku lagi."
    ),
}
_BELUM_LENGKAP = Putusan(
    Warna.KUNING,
    "Belum lengkap",
    "Berkas ini salinan dari sebelum semua tanda tangan dibubuhkan. Pakai berkas resmi yang ditunjukkan di bawah.",
)
_DITAMBAHI = Putusan(
    Warna.KUNING,
    "Ditandatangani lagi",
    "Sesudah terbit, berkas ini ditandatangani lagi; gambar tanda tangannya dapat menutupi isi halaman. Pakai berkas "
    "resmi yang ditunjukkan di bawah.",
)
_TAK_TERBUKTI = Putusan(
    Warna.KUNING,
    "Sama dengan yang diterbitkan",
    "Berkas ini sama persis dengan yang diterbitkan, tetapi tanda tangannya kini tidak dapat dibuktikan lagi.",
)


def putusan_berkas(hasil: HasilVerifikasi, versi: VersiTerbit | None) -> Putusan:
    """What a file turned out to be. `versi`: the published one that it is, or was before it was wholly signed."""
    if versi is None:
        if hasil.sah:
            return _BUKAN_TERBITAN
        return _TIDAK_SAH if hasil.bertanda_tangan else _TANPA_TANDA
    if hasil.bertanda_tangan and not hasil.sah and hasil.sidik != versi.sidik:
        return _TIDAK_SAH
    if versi.keadaan is KeadaanTerbitan.DITARIK:
        return _ASLI[versi.keadaan]
    if not _memuat_yang_terbit(hasil, versi):
        return _BELUM_LENGKAP
    if _ditandai_lagi(hasil, versi):
        return _DITAMBAHI
    return _hati_hati(_ASLI[versi.keadaan], percobaan=hasil.percobaan) if hasil.sah else _TAK_TERBUKTI


def sama_persis(hasil: HasilVerifikasi, versi: VersiTerbit | None) -> bool:
    """Byte by byte what was published."""
    return versi is not None and hasil.sidik == versi.sidik


def catatan_berkas(hasil: HasilVerifikasi, versi: VersiTerbit | None) -> tuple[str, ...]:
    """What to look at in the file. Not in the very file that was published: BSrE signs in boxes of its own, beside the
    prepared ones that stay empty, and where they stand was judged when it signed.
    """
    return () if hasil.sah and sama_persis(hasil, versi) else tuple(hasil.catatan)


def _memuat_yang_terbit(hasil: HasilVerifikasi, versi: VersiTerbit) -> bool:
    """The file, or the file as far as a signature covers it: data to check it by may have been added behind."""
    return versi.sidik in {hasil.sidik, *(satu.sidik_revisi for satu in hasil.daftar)}


def _ditandai_lagi(hasil: HasilVerifikasi, versi: VersiTerbit) -> bool:
    """Whoever holds a trusted certificate can add a signature, with a picture, to a published file."""
    return not sama_persis(hasil, versi) and hasil.daftar[-1].sidik_revisi != versi.sidik


def daftar_sidik(hasil: HasilVerifikasi) -> tuple[str, ...]:
    """The hashes under which a file may be known: of all of it, and of what each of its signatures covers."""
    return tuple(dict.fromkeys((hasil.sidik, *(satu.sidik_revisi for satu in hasil.daftar))))
