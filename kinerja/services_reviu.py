"""A reviu written: started, its questions answered, sent, finished (PermenPANRB 53/2014 Lampiran III).

Who may do what says `kinerja.akses_reviu`. `sidik` is always the hash of the report without the statement.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone

from kinerja.data_reviu import (
    BERJALAN_REVIU,
    PERTANYAAN_PER_KODE,
    SYARAT_PERTANYAAN,
    DataReviu,
    JawabanReviu,
    SimpulanReviu,
    TahapReviu,
)
from kinerja.models import JawabanPertanyaanReviu, Reviu
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_reviu import load_reviu, nomor_terakhir, reviu_berjalan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services import dapat_disimpan
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi

JALUR = "reviu"
MAKS_HURUF = 4000
_TUTUP = "Reviu ini sudah selesai atau dibatalkan, jadi isinya tidak dapat diubah lagi."
_BERUBAH = "Isi laporan berubah sejak halaman ini dibuka. Muat ulang, baca perubahannya, lalu ulangi."


def rapi(teks: str) -> str:
    """As it is stored: without spaces at its ends. Raises ValidationError where it is too long or no text at all."""
    bersih = teks.strip()
    if not dapat_disimpan(bersih):
        raise ValidationError("Teks memuat karakter kendali yang tidak dapat disimpan. Ketik ulang.")
    if len(bersih) > MAKS_HURUF:
        raise ValidationError(f"Paling panjang {MAKS_HURUF} huruf; yang dikirim {len(bersih)}.")
    return bersih


def kunci_reviu(pk: int) -> Reviu:
    """The agency, then the reviu, locked until the end of the transaction; one that still runs.

    Raises ValidationError where it is done.
    """
    kunci_instansi(daftar_tahun__daftar_reviu=pk)
    baris = Reviu.objects.select_for_update(of=("self",)).select_related("tahun_kinerja__instansi").get(pk=pk)
    if TahapReviu(baris.tahap) not in BERJALAN_REVIU:
        raise ValidationError(_TUTUP)
    return baris


def mulai_reviu(
    *, tahun_kinerja: TahunKinerja, nomor_tugas: str, tanggal_tugas: date | None, sidik: str, oleh: Pengguna
) -> Reviu:
    """Begin to read the report as it is now. Raises ValidationError where another reviu of it runs."""
    with menulis(oleh=oleh, jalur=JALUR):
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        if reviu_berjalan(tahun_kinerja) is not None:
            raise ValidationError("Reviu lain atas laporan ini sedang berjalan. Selesaikan atau batalkan dahulu.")
        return simpan_baris(
            Reviu(
                tahun_kinerja=tahun_kinerja, nomor=nomor_terakhir(tahun_kinerja) + 1,
                tahap=TahapReviu.BERJALAN.value, sidik_isi=sidik, pereviu=oleh, nama_pereviu=str(oleh)[:200],
                nomor_tugas=nomor_tugas.strip(), tanggal_tugas=tanggal_tugas, mulai=timezone.now(),
            )
        )  # fmt: skip


def baca_ulang(*, reviu: Reviu, sidik: str, sidik_dibaca: str, oleh: Pengguna) -> None:
    """Take the report as it is now for what was read. Raises ValidationError where it changed while being read."""
    if sidik != sidik_dibaca:
        raise ValidationError(_BERUBAH)
    with menulis(oleh=oleh, jalur=JALUR):
        baris = kunci_reviu(reviu.pk)
        baris.sidik_isi = sidik
        simpan_baris(baris)


def jawab_pertanyaan(
    *, reviu: Reviu, kode: str, jawaban: JawabanReviu | None, catatan: str | None, oleh: Pengguna
) -> None:
    """One answer; `catatan` None leaves the note as it is. Raises ValidationError.

    A question with a condition is asked only where the condition is met, and then asks for ya or tidak.
    """
    if kode not in PERTANYAAN_PER_KODE:
        raise ValidationError("Pertanyaan ini tidak dikenal. Muat ulang halaman.")
    with menulis(oleh=oleh, jalur=JALUR):
        induk = kunci_reviu(reviu.pk)
        _periksa_syarat(load_reviu(induk), kode, jawaban)
        acuan = {"reviu": induk, "kode": kode}
        baris = JawabanPertanyaanReviu.objects.filter(**acuan).first() or JawabanPertanyaanReviu(**acuan)
        baris.jawaban = jawaban.value if jawaban else ""
        baris.catatan = baris.catatan if catatan is None else rapi(catatan)
        baris.oleh, baris.waktu = oleh, timezone.now()
        simpan_baris(baris)


def _periksa_syarat(data: DataReviu, kode: str, jawaban: JawabanReviu | None) -> None:
    if kode not in SYARAT_PERTANYAAN or jawaban is None:
        return
    syarat = " atau ".join(SYARAT_PERTANYAAN[kode])
    if not data.ditanyakan(kode):
        raise ValidationError(f"{kode} hanya dijawab bila {syarat} dijawab Tidak.")
    if jawaban is JawabanReviu.TIDAK_BERLAKU:
        raise ValidationError(f"{syarat} dijawab Tidak, jadi {kode} dijawab Ya atau Tidak.")


def kirim_catatan(*, reviu: Reviu, oleh: Pengguna) -> None:
    """The agency sees the remarks and answers them from now on. Raises ValidationError where there are none."""
    with menulis(oleh=oleh, jalur=JALUR):
        baris = kunci_reviu(reviu.pk)
        if baris.tahap == TahapReviu.TANGGAPAN:
            raise ValidationError("Catatan sudah dikirim; catatan baru langsung terlihat oleh perangkat daerah.")
        if not baris.daftar_catatan.exists():
            raise ValidationError("Belum ada catatan yang dapat dikirim.")
        baris.tahap = TahapReviu.TANGGAPAN.value
        simpan_baris(baris)


def selesaikan_reviu(
    *, reviu: Reviu, simpulan: SimpulanReviu | None, pengecualian: str, saran: str, nomor_surat: str,
    tanggal_surat: date | None, sidik: str, sidik_dibaca: str, oleh: Pengguna,
) -> None:  # fmt: skip
    """Issue the statement about the content that was read. Raises ValidationError where anything is still open.

    `sidik` is the report's now, `sidik_dibaca` that of the page on which the reviewer decided.
    """
    with menulis(oleh=oleh, jalur=JALUR):
        baris = kunci_reviu(reviu.pk)
        if sidik != sidik_dibaca or baris.sidik_isi != sidik:
            raise ValidationError("Isi laporan berubah sejak dibaca. Baca isi yang baru, lalu selesaikan reviu.")
        data, kecuali = load_reviu(baris), rapi(pengecualian)
        if salah := [*_daftar_kurang(data, simpulan, kecuali), *_surat_kurang(data, nomor_surat, tanggal_surat)]:
            raise ValidationError(salah)
        baris.tahap, baris.simpulan = TahapReviu.SELESAI.value, simpulan.value if simpulan else ""
        baris.pengecualian = kecuali if simpulan is SimpulanReviu.DENGAN_PENGECUALIAN else ""
        baris.saran, baris.nomor_surat, baris.tanggal_surat = rapi(saran), nomor_surat.strip(), tanggal_surat
        baris.selesai_pada, baris.selesai_oleh = timezone.now(), oleh
        simpan_baris(baris)


def _daftar_kurang(data: DataReviu, simpulan: SimpulanReviu | None, pengecualian: str) -> list[str]:
    """What keeps the conclusion back: open questions, answers without a reason, remarks that nobody could answer."""
    hasil = []
    if data.daftar_belum:
        hasil.append(
            f"Masih ada {len(data.daftar_belum)} pertanyaan yang belum dijawab: {', '.join(data.daftar_belum)}."
        )
    if data.tanpa_catatan:
        hasil.append(f"Tulis catatan pada jawaban {', '.join(data.tanpa_catatan)}: apa yang kurang atau mengapa.")
    if data.catatan_terbuka and data.tahap is TahapReviu.BERJALAN:
        hasil.append("Kirim dahulu catatan yang belum tuntas kepada perangkat daerah, supaya dapat ditanggapi.")
    if simpulan is None:
        hasil.append("Pilih simpulan reviu.")
    if data.catatan_terbuka and simpulan is SimpulanReviu.TANPA_PENGECUALIAN:
        hasil.append(
            f"Masih ada {len(data.catatan_terbuka)} catatan yang belum tuntas. Nyatakan tuntas, "
            "atau pilih simpulan dengan pengecualian."
        )
    if simpulan is SimpulanReviu.DENGAN_PENGECUALIAN and not pengecualian:
        hasil.append("Tulis pengecualiannya.")
    return hasil


def _surat_kurang(data: DataReviu, nomor: str, tanggal: date | None) -> list[str]:
    hasil = [] if nomor.strip() else ["Isi nomor catatan hasil reviu."]
    if tanggal is None:
        hasil.append("Isi tanggal pernyataan.")
    elif tanggal > hari_ini():
        hasil.append("Tanggal pernyataan belum tiba.")
    elif data.tanggal_tugas is not None and tanggal < data.tanggal_tugas:
        hasil.append("Tanggal pernyataan mendahului tanggal surat tugas.")
    return hasil


def batalkan_reviu(*, reviu: Reviu, alasan: str, oleh: Pengguna) -> None:
    """Give a running reviu up; the history keeps the reason. Raises ValidationError."""
    sebab = rapi(alasan)
    if not sebab:
        raise ValidationError("Tulis alasan pembatalan.")
    with menulis(oleh=oleh, jalur=JALUR, alasan=sebab):
        baris = kunci_reviu(reviu.pk)
        baris.tahap = TahapReviu.DIBATALKAN.value
        simpan_baris(baris)
