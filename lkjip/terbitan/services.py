"""The way of an official document: handed in, checked, frozen, published, withdrawn.

The signatures in between are in `services_tanda_tangan`. What was frozen never changes; a mistake found later makes a
new version with a reason.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.cetak_dokumen import nama_berkas
from lkjip.data_terbuka import data_terbuka
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import (
    ABJAD_KODE,
    BERJALAN,
    PANJANG_KODE,
    KeadaanTerbitan,
    KeadaanTindakan,
    TahapNaskah,
)
from lkjip.laporan.models import CatatanTahap, TandaTanganTerbitan, Terbitan
from lkjip.laporan.render.bidang_tanda import daftar_pihak
from lkjip.laporan.render.html import html_laporan
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas, simpan_berkas
from lkjip.pemeriksaan.aturan import periksa as periksa_aturan
from lkjip.pemeriksaan.data import Temuan, belum_dijawab
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.penyusunan.services import hentikan, pesan_berkas, ulangi
from lkjip.penyusunan.services_beku import siapkan_spesifikasi
from lkjip.penyusunan.sidik import sidik
from lkjip.riwayat.services_baris import menulis, simpan_baris
from lkjip.terbitan.data_dokumen import memblokir, milik_apip
from lkjip.terbitan.data_penanda import sebab_tanpa_nama
from lkjip.terbitan.data_versi import TahapKini
from lkjip.terbitan.selectors import (
    NaskahResmi,
    ada_berjalan,
    daftar_catatan,
    load_naskah_resmi,
    nomor_terakhir,
)
from lkjip.terbitan.services_kunci import kunci_versi
from lkjip.terbitan.services_lhe import periksa_siap_lhe, terbitkan_evaluasi
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi

_BERUBAH = "Isi dokumen berubah sejak halaman ini dibuka. Muat ulang, baca perubahannya, lalu ulangi."


def tahap_kini(tahun_kinerja: TahunKinerja, naskah: NaskahResmi) -> TahapKini:
    """Where the draft stands today: one query."""
    return TahapKini(next(iter(daftar_catatan(tahun_kinerja, naskah.kunci)), None), naskah.sidik)


def catat_tahap(
    *, tahun_kinerja: TahunKinerja, naskah: NaskahResmi, tahap: TahapNaskah, sidik_dibaca: str, oleh: Pengguna,
    catatan: str = "",
) -> CatatanTahap:  # fmt: skip
    """Hand the draft in, say that it was checked, or send it back with a note.

    Raises ValidationError where it is no longer what was read, a version is under way, or nothing would change.
    """
    if tahap is TahapNaskah.DIKEMBALIKAN and not catatan.strip():
        raise ValidationError("Tulis apa yang harus diperbaiki, supaya penyusun tahu harus mulai dari mana.")
    with menulis(oleh=oleh, jalur="penerbitan", alasan=catatan.strip()):
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        _periksa_dibaca(naskah, sidik_dibaca)
        _periksa_tanpa_versi_berjalan(tahun_kinerja, naskah.kunci)
        kini = tahap_kini(tahun_kinerja, naskah)
        if kini.terakhir is not None and kini.terakhir.tahap is tahap and not kini.berubah:
            raise ValidationError(f"Naskah ini sudah {tahap.value} oleh {kini.terakhir.oleh or 'pengguna lain'}.")
        baris = CatatanTahap(
            tahun_kinerja=tahun_kinerja, kunci=naskah.kunci, tahap=tahap.value, sidik_isi=naskah.sidik,
            catatan=catatan.strip(), oleh=oleh, pada=timezone.now(),
        )  # fmt: skip
        return simpan_baris(baris)


def temuan_menghalangi(tahun_kinerja: TahunKinerja, naskah: NaskahResmi) -> tuple[Temuan, ...]:
    """Findings of severity galat for which nobody answers yet; none for documents other than the year's report."""
    if naskah.buku is None or not memblokir(naskah.pesanan):
        return ()
    return belum_dijawab(periksa_aturan(naskah.buku), load_jawaban(tahun_kinerja))


def sebab_belum_siap(tahun_kinerja: TahunKinerja, naskah: NaskahResmi) -> tuple[str, ...]:
    """Why an LHE cannot be frozen yet, in sentences; other documents say so in their own ways."""
    try:
        if naskah.pesanan.jenis is JenisBerkas.LHE:
            periksa_siap_lhe(tahun_kinerja)
    except ValidationError as galat:
        return tuple(galat.messages)
    return ()


def finalkan(
    *, tahun_kinerja: TahunKinerja, naskah: NaskahResmi, sidik_dibaca: str, oleh: Pengguna, alasan: str = ""
) -> Terbitan:
    """Freeze the document as a new version: its data, its text, its figures; a worker prints the PDF.

    Raises ValidationError where the content was not checked as it is, findings stand against it, nobody is there to
    sign, or another version is under way.
    """
    with menulis(oleh=oleh, jalur="penerbitan", alasan=alasan.strip()):
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        _periksa_dibaca(naskah, sidik_dibaca)
        _periksa_tanpa_versi_berjalan(tahun_kinerja, naskah.kunci)
        _periksa_siap_final(tahun_kinerja, naskah)
        nomor = nomor_terakhir(tahun_kinerja, naskah.kunci) + 1
        if nomor > 1 and not alasan.strip():
            raise ValidationError("Tulis alasan dibuatnya versi baru; alasan ini tercatat pada versi itu.")
        terbitan = simpan_baris(_baris_baru(tahun_kinerja, naskah, nomor, alasan.strip(), oleh))
        _buat_tempat_tanda(terbitan, naskah)
        return _pesan_pdf(terbitan, naskah, oleh)


def _pesan_pdf(terbitan: Terbitan, naskah: NaskahResmi, oleh: Pengguna) -> Terbitan:
    pesanan = siapkan_spesifikasi(naskah.pesanan, terbitan.pk)
    terbitan.penyusunan = pesan_berkas(
        tahun_kinerja=terbitan.tahun_kinerja, pesanan=pesanan, sidik=sidik(naskah.isi, pesanan, terbitan.kode),
        nama=f"{terbitan.nama_berkas}-belum-ttd.pdf", oleh=oleh,
    )  # fmt: skip
    return simpan_baris(terbitan)


def _periksa_dibaca(naskah: NaskahResmi, sidik_dibaca: str) -> None:
    if naskah.sidik != sidik_dibaca:
        raise ValidationError(_BERUBAH)


def _periksa_tanpa_versi_berjalan(tahun_kinerja: TahunKinerja, kunci: str) -> None:
    if ada_berjalan(tahun_kinerja, kunci):
        raise ValidationError(
            "Versi lain dari dokumen ini sedang diproses. Terbitkan atau batalkan versi itu lebih dahulu."
        )


def _periksa_siap_final(tahun_kinerja: TahunKinerja, naskah: NaskahResmi) -> None:
    if naskah.pesanan.jenis is JenisBerkas.LHE:
        periksa_siap_lhe(tahun_kinerja)
    if not (milik_apip(naskah.pesanan.jenis) or tahap_kini(tahun_kinerja, naskah).diperiksa):
        raise ValidationError("Naskah harus diperiksa dahulu dalam keadaannya yang sekarang, lalu difinalkan.")
    if not settings.ALAMAT_SITUS:  # it is printed into the QR, and then stays
        raise ValidationError("Alamat situs belum ditentukan (LKJIP_ALAMAT_SITUS). Hubungi pengelola server.")
    if temuan := temuan_menghalangi(tahun_kinerja, naskah):
        raise ValidationError(
            f"Masih ada {len(temuan)} temuan galat yang belum diperbaiki atau dijawab kepala perangkat daerah. "
            "Buka halaman Temuan."
        )
    pihak = daftar_pihak(naskah.dokumen)
    if not pihak:
        raise ValidationError("Dokumen ini tidak mempunyai blok tanda tangan, jadi tidak dapat difinalkan.")
    if sebab := sebab_tanpa_nama(pihak):
        raise ValidationError(list(sebab))


def _baris_baru(tahun_kinerja: TahunKinerja, naskah: NaskahResmi, nomor: int, alasan: str, oleh: Pengguna) -> Terbitan:
    rencana = naskah.pesanan.jenis is not JenisBerkas.LAPORAN
    return Terbitan(
        tahun_kinerja=tahun_kinerja,
        jenis=naskah.pesanan.jenis.value,
        kunci=naskah.kunci,
        nomor=nomor,
        spesifikasi=naskah.pesanan.tulis(),
        judul=naskah.dokumen.judul[:300],
        nama_berkas=nama_berkas(
            naskah.kunci if naskah.kunci != "laporan" else "lkjip",
            tahun_kinerja.instansi.kode, str(tahun_kinerja.tahun), f"v{nomor}",
        ),
        kode=_kode_baru(),
        jenis_sertifikat=settings.TTD_SERTIFIKAT,
        alasan=alasan,
        sidik_isi=naskah.sidik,
        sidik_buku_kerja=simpan_berkas(xlsx_bytes(naskah.buku)) if naskah.buku else "",
        sidik_data=simpan_berkas(data_terbuka(naskah.buku, rencana=rencana)) if naskah.buku else "",
        sidik_html=simpan_berkas(html_laporan(naskah.dokumen).encode()),
        dibuat_pada=timezone.now(),
        dibuat_oleh=oleh,
    )  # fmt: skip


def _kode_baru() -> str:
    """Random, so that no code leads to the next; 60 bits never met in the life of the site, and the database looks."""
    return "".join(secrets.choice(ABJAD_KODE) for _ in range(PANJANG_KODE))


def _buat_tempat_tanda(terbitan: Terbitan, naskah: NaskahResmi) -> None:
    for urutan, pihak in enumerate(daftar_pihak(naskah.dokumen), 1):
        simpan_baris(
            TandaTanganTerbitan(
                terbitan=terbitan, urutan=urutan, bidang=pihak.kunci, sebutan=pihak.sebutan[:100],
                jabatan=pihak.jabatan[:300], nama=pihak.nama[:200], pangkat=pihak.pangkat[:100],
                nip="".join(pihak.nip.split())[:30],
            )
        )  # fmt: skip


def ulangi_penyusunan(*, terbitan: Terbitan, oleh: Pengguna) -> None:
    """Print the PDF again after a failure, also where somebody took the job off the list of files.

    Raises ValidationError where the version waits for no PDF.
    """
    with menulis(oleh=oleh, jalur="penerbitan"):
        baris = kunci_versi(terbitan.pk)
        if baris.keadaan != KeadaanTerbitan.DISUSUN:
            raise ValidationError("PDF versi ini tidak sedang disusun.")
        if baris.penyusunan is not None:
            ulangi(penyusunan=baris.penyusunan, oleh=oleh)
            return
        try:
            naskah = load_naskah_resmi(baris.tahun_kinerja, Pesanan.baca(baris.spesifikasi))
        except LookupError as galat:
            raise ValidationError("Unit dokumen ini sudah dihapus. Batalkan versi ini.") from galat
        _pesan_pdf(baris, naskah, oleh)


def batalkan_versi(*, terbitan: Terbitan, alasan: str, oleh: Pengguna) -> None:
    """Give a version up before it is published. Raises ValidationError."""
    if not alasan.strip():
        raise ValidationError("Tulis alasan pembatalan.")
    with menulis(oleh=oleh, jalur="penerbitan", alasan=alasan.strip()):
        baris = kunci_versi(terbitan.pk)
        if baris.keadaan not in BERJALAN:
            raise ValidationError("Hanya versi yang belum terbit yang dapat dibatalkan.")
        if baris.daftar_tindakan.filter(keadaan=KeadaanTindakan.BERLANGSUNG).exists():
            raise ValidationError("Versi ini sedang ditandatangani. Tunggu sampai selesai, lalu coba lagi.")
        baris.keadaan = KeadaanTerbitan.DIBATALKAN.value
        simpan_baris(baris)
        if baris.penyusunan is not None:
            hentikan(penyusunan=baris.penyusunan)


def terbitkan(*, terbitan: Terbitan, oleh: Pengguna) -> None:
    """Publish a signed version; the one published before is replaced. With an LHE its evaluation is issued and closed.

    Raises ValidationError.
    """
    with menulis(oleh=oleh, jalur="penerbitan"):
        baris = kunci_versi(terbitan.pk)
        if baris.keadaan != KeadaanTerbitan.DITANDATANGANI:
            raise ValidationError("Hanya versi yang sudah lengkap tanda tangannya yang dapat diterbitkan.")
        try:
            for sidik_berkas in (baris.sidik_kini, baris.sidik_html, baris.sidik_buku_kerja, baris.sidik_data):
                if sidik_berkas:
                    baca_berkas(sidik_berkas)
        except BerkasRusak as galat:
            raise ValidationError("Berkas versi ini hilang atau rusak di server. Hubungi pengelola server.") from galat
        if baris.jenis == JenisBerkas.LHE:
            terbitkan_evaluasi(baris, oleh=oleh)
        milik = Terbitan.objects.select_for_update().filter(tahun_kinerja=baris.tahun_kinerja_id, kunci=baris.kunci)
        for lama in milik.filter(keadaan=KeadaanTerbitan.TERBIT):
            lama.keadaan = KeadaanTerbitan.DIGANTIKAN.value
            simpan_baris(lama)
        baris.keadaan, baris.terbit_pada, baris.terbit_oleh = KeadaanTerbitan.TERBIT.value, timezone.now(), oleh
        simpan_baris(baris)


def tarik(*, terbitan: Terbitan, alasan: str, oleh: Pengguna) -> None:
    """Withdraw a published version; its verification page goes on to say so. Raises ValidationError."""
    if not alasan.strip():
        raise ValidationError("Tulis alasan penarikan; siapa pun yang memeriksa dokumen ini akan membacanya.")
    with menulis(oleh=oleh, jalur="penerbitan", alasan=alasan.strip()):
        baris = kunci_versi(terbitan.pk)
        if baris.keadaan != KeadaanTerbitan.TERBIT:
            raise ValidationError("Hanya versi yang sedang terbit yang dapat ditarik.")
        baris.keadaan, baris.alasan_tarik = KeadaanTerbitan.DITARIK.value, alasan.strip()
        baris.ditarik_pada, baris.ditarik_oleh = timezone.now(), oleh
        simpan_baris(baris)
