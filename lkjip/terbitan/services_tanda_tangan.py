"""The act of signing. An attempt is noted, the signer works outside any transaction, what comes back is kept at once,
judged, and only then takes its place, all or nothing.

So two clicks make one signature, and a process that dies leaves an attempt that can be finished
(`services_pulih_tanda_tangan`). No secret comes here: the signer holds it, and is thrown away.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from lkjip.akun import percobaan
from lkjip.akun.models import Pengguna
from lkjip.dasar.periode import tulis_saat
from lkjip.laporan.data_terbitan import CaraTandaTangan, JenisSertifikat, KeadaanTerbitan, KeadaanTindakan
from lkjip.laporan.models import NikPenandaTangan, TandaTanganTerbitan, Terbitan, TindakanTandaTangan
from lkjip.laporan.signing.data import GagalTandaTangan, HasilVerifikasi, PenandaTangan, PermintaanTandaTangan, Stempel
from lkjip.laporan.signing.percaya import Kepercayaan
from lkjip.laporan.signing.verifikasi_terpisah import PENANDA, SedangSibuk, verifikasi_terpisah
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas, simpan_berkas
from lkjip.riwayat.services import konteks_riwayat, periksa_baris
from lkjip.terbitan.akses_tanda_tangan import pemilik_nip
from lkjip.terbitan.putusan import HarapanTanda, PutusanTanda, putuskan, tulis_putusan
from lkjip.terbitan.selectors_tanda_tangan import daftar_tanda, nik_tersimpan, tindakan_berlangsung
from lkjip.terbitan.services_kunci import kunci_versi
from lkjip.terbitan.simpanan_tindakan import BerkasKembali, hapus_kembali, simpan_kembali
from renstra.data_pejabat import tulis_nip

logger = logging.getLogger(__name__)
JALUR = "tanda tangan"

BUKAN_FINAL = "Versi ini tidak sedang menunggu tanda tangan. Muat ulang halaman untuk melihat keadaannya."
SUDAH_ADA = "Tempat ini sudah ditandatangani."
BERUBAH = "Dokumen ini baru saja ditandatangani orang lain. Baca versi terbarunya, lalu tanda tangani lagi."
RUSAK = "Berkas yang akan ditandatangani hilang atau rusak di server. Hubungi pengelola server; jangan coba lagi."
TAK_TERDUGA = "Penandatanganan gagal karena kesalahan yang tidak terduga. Hubungi pengelola server."
TAK_TERSIMPAN = "Berkas yang sudah ditandatangani tidak dapat disimpan di server. Hubungi pengelola server."
TUNGGU = "Terlalu banyak sandi atau kode yang salah. Tunggu beberapa menit, lalu coba lagi."


class TandaTanganDitolak(ValidationError):
    """Nothing was signed. `mungkin_terjadi`: the service may have signed, so look there before trying again."""

    def __init__(self, *pesan: str, mungkin_terjadi: bool = False) -> None:
        super().__init__(list(pesan))
        self.mungkin_terjadi = mungkin_terjadi


class ServerSibuk(TandaTanganDitolak):
    """What came back could not be judged now; it may be good."""


@dataclass(frozen=True)
class Pelaku:
    """Who signs, by which way, and what they have read (`sidik_dibaca`: SHA-256 of the file)."""

    oleh: Pengguna
    cara: CaraTandaTangan
    sidik_dibaca: str
    nik: str = ""


@sensitive_variables("penanda")
def tandatangani(
    *, tanda: TandaTanganTerbitan, penanda: PenandaTangan, pelaku: Pelaku, kepercayaan: Kepercayaan
) -> TandaTanganTerbitan:
    """One signature in this place. Raises TandaTanganDitolak; then nothing has changed but the list of attempts."""
    tebakan = _tebakan(pelaku)
    if tebakan and percobaan.harus_menunggu(*tebakan):
        raise TandaTanganDitolak(TUNGGU)
    tindakan = _mulai(tanda, pelaku)
    try:
        isi = baca_berkas(tindakan.sidik_masuk)
        kembali = _minta(penanda, tindakan, isi)
        putusan = nilai_kembali(tindakan, kembali, harapan(tindakan, isi, nik=pelaku.nik), kepercayaan)
        hasil = tempatkan(tindakan=tindakan, kembali=kembali, putusan=putusan)
    except GagalTandaTangan as galat:
        if galat.sandi_salah and tebakan:
            percobaan.catat_gagal(*tebakan)
        _gagalkan(tindakan, galat.pesan)
        ditolak = TandaTanganDitolak(galat.pesan, mungkin_terjadi=galat.mungkin_terjadi)
    except TandaTanganDitolak as galat:
        _gagalkan(tindakan, " ".join(galat.messages))
        ditolak = galat
    except BerkasRusak:
        logger.error("Berkas versi %s tidak dapat dibaca.", tanda.terbitan_id)
        _gagalkan(tindakan, RUSAK)
        ditolak = TandaTanganDitolak(RUSAK)
    else:
        if tebakan:
            percobaan.lupakan(*tebakan)
        return hasil
    raise ditolak from None  # the signer's own errors stay below: their frames hold its key


def _tebakan(pelaku: Pelaku) -> tuple[str, str] | None:
    """Under which name wrong passphrases are counted; a file that was signed elsewhere has none."""
    return None if pelaku.cara is CaraTandaTangan.UNGGAHAN else (f"tanda tangan {pelaku.oleh.pk}", "")


def _mulai(tanda: TandaTanganTerbitan, pelaku: Pelaku) -> TindakanTandaTangan:
    """The attempt, noted: from now on nobody else signs this version."""
    try:
        with transaction.atomic():
            terbitan = kunci_versi(tanda.terbitan_id)
            kini = TandaTanganTerbitan.objects.get(pk=tanda.pk)
            _periksa_siap(terbitan, kini, pelaku.sidik_dibaca)
            return TindakanTandaTangan.objects.create(
                terbitan=terbitan,
                tanda_tangan=kini,
                cara=pelaku.cara.value,
                sidik_masuk=terbitan.sidik_kini,
                oleh=pelaku.oleh,
                mulai=timezone.now(),
            )
    except IntegrityError:  # the constraint, should the lock ever not hold
        raise TandaTanganDitolak("Dokumen ini sedang ditandatangani. Tunggu sebentar, lalu muat ulang.") from None


def _periksa_siap(terbitan: Terbitan, tanda: TandaTanganTerbitan, sidik_dibaca: str) -> None:
    if tanda.sidik_hasil:
        raise TandaTanganDitolak(SUDAH_ADA)
    if terbitan.keadaan != KeadaanTerbitan.FINAL:
        raise TandaTanganDitolak(BUKAN_FINAL)
    berlangsung = tindakan_berlangsung(terbitan)
    if berlangsung is not None:
        raise TandaTanganDitolak(sedang_berlangsung(berlangsung))
    if terbitan.sidik_kini != sidik_dibaca:
        raise TandaTanganDitolak(BERUBAH)


def sedang_berlangsung(tindakan: TindakanTandaTangan) -> str:
    siapa = tindakan.oleh.nama if tindakan.oleh else "seseorang"
    saat = tulis_saat(timezone.localtime(tindakan.mulai))
    return f"Dokumen ini sedang ditandatangani oleh {siapa} sejak {saat}. Tunggu sebentar, lalu muat ulang halaman."


@sensitive_variables("penanda")
def _minta(penanda: PenandaTangan, tindakan: TindakanTandaTangan, isi: bytes) -> BerkasKembali:
    """The signer works; what it returns is kept before anything else is done with it. Raises GagalTandaTangan."""
    tanda = tindakan.tanda_tangan
    percobaan_saja = tindakan.terbitan.jenis_sertifikat == JenisSertifikat.PERCOBAAN
    stempel = Stempel(tanda.nama, tanda.jabatan, tanda.pangkat, tulis_nip(tanda.nip), percobaan=percobaan_saja)
    try:
        hasil = penanda.tandatangani(
            PermintaanTandaTangan(isi, tanda.bidang, stempel, alasan=f"Pengesahan {tindakan.terbitan.judul}")
        )
    except GagalTandaTangan:
        raise
    except Exception as galat:  # its text and its frames may hold what nobody may read
        logger.error("Penandatanganan gagal: %s.%s", type(galat).__module__, type(galat).__qualname__)
        gagal = GagalTandaTangan(TAK_TERDUGA, mungkin_terjadi=tindakan.cara == CaraTandaTangan.BSRE)
    else:
        kembali = BerkasKembali(hasil.isi, tindakan.sidik_masuk, hasil.id_dokumen)
        try:
            simpan_kembali(tindakan.pk, kembali)
        except OSError as galat:  # a full disk; what a service has signed would otherwise break off without a word
            logger.error("Berkas tindakan %s tidak dapat disimpan: %s", tindakan.pk, galat.strerror)
            gagal = GagalTandaTangan(TAK_TERSIMPAN, mungkin_terjadi=tindakan.cara == CaraTandaTangan.BSRE)
        else:
            return kembali
    raise gagal


def nilai_kembali(
    tindakan: TindakanTandaTangan, kembali: BerkasKembali, diharapkan: HarapanTanda, kepercayaan: Kepercayaan
) -> PutusanTanda:
    """What somebody brought is of unknown origin, so it is judged apart. Raises ServerSibuk."""
    if tindakan.cara != CaraTandaTangan.UNGGAHAN:
        return putuskan(kembali.isi, diharapkan, kepercayaan)
    try:
        return putuskan(kembali.isi, diharapkan, kepercayaan, periksa=_periksa_terpisah)
    except SedangSibuk:
        raise ServerSibuk("Server sedang memeriksa berkas lain. Tunggu sebentar, lalu coba lagi.") from None


def _periksa_terpisah(isi: bytes, kepercayaan: Kepercayaan) -> HasilVerifikasi:
    return verifikasi_terpisah(isi, kepercayaan, detik=settings.VERIFIKASI_DETIK, loket=PENANDA)


def harapan(tindakan: TindakanTandaTangan, isi: bytes, *, nik: str = "") -> HarapanTanda:
    """What must come back from this attempt. A NIK counts as the signer's only where the user is that person."""
    tanda = tindakan.tanda_tangan
    semua = [satu for satu in daftar_tanda(tindakan.terbitan) if satu.pk != tanda.pk]
    sendiri = tindakan.oleh is not None and pemilik_nip(tindakan.oleh, tanda)
    return HarapanTanda(
        sebelum=isi,
        bidang=tanda.bidang,
        nama=tanda.nama,
        nip=tanda.nip,
        jenis=JenisSertifikat(tindakan.terbitan.jenis_sertifikat),
        sejak=tindakan.terbitan.final_pada,
        nik=(nik or nik_tersimpan(tindakan.oleh)) if sendiri else "",
        daftar_lama=frozenset(str(s.putusan.get("bidang") or s.bidang) for s in semua if s.sidik_hasil),
        daftar_lain=frozenset(s.bidang for s in semua if not s.sidik_hasil),
    )


def tempatkan(*, tindakan: TindakanTandaTangan, kembali: BerkasKembali, putusan: PutusanTanda) -> TandaTanganTerbitan:
    """The signature takes its place, if the file counts and the version still is what was signed.

    Asked twice for the same file (by who signed, and by who found it after a crash), it happens once.
    """
    if not putusan.diterima or putusan.tanda is None:
        raise TandaTanganDitolak(*putusan.alasan)
    sidik, kini = simpan_berkas(kembali.isi), timezone.now()
    with konteks_riwayat(oleh=tindakan.oleh, jalur=JALUR):
        terbitan = kunci_versi(tindakan.terbitan_id)
        tanda = TandaTanganTerbitan.objects.select_for_update().get(pk=tindakan.tanda_tangan_id)
        if tanda.sidik_hasil != sidik:
            _periksa_tetap(terbitan, tanda, tindakan.sidik_masuk)
            _isi_tempat(tanda, terbitan, tindakan, putusan, kini)
            tanda.id_dokumen, tanda.sidik_hasil = kembali.id_dokumen[:100], sidik
            periksa_baris(tanda)
            tanda.save()
            _majukan(terbitan, sidik)
        TindakanTandaTangan.objects.filter(pk=tindakan.pk).update(
            keadaan=KeadaanTindakan.BERHASIL, akhir=kini, pesan=""
        )
    hapus_kembali(tindakan.pk)
    return tanda


def _periksa_tetap(terbitan: Terbitan, tanda: TandaTanganTerbitan, sidik_masuk: str) -> None:
    if tanda.sidik_hasil:
        raise TandaTanganDitolak(SUDAH_ADA)
    if terbitan.keadaan != KeadaanTerbitan.FINAL:
        raise TandaTanganDitolak("Versi ini dibatalkan sewaktu ditandatangani, jadi tanda tangannya tidak dipakai.")
    if terbitan.sidik_kini != sidik_masuk:
        raise TandaTanganDitolak(BERUBAH)


def _isi_tempat(
    tanda: TandaTanganTerbitan,
    terbitan: Terbitan,
    tindakan: TindakanTandaTangan,
    putusan: PutusanTanda,
    kini: datetime,
) -> None:
    baru = putusan.tanda
    assert baru is not None
    tanda.urutan_tanda = 1 + sum(bool(satu.sidik_hasil) for satu in daftar_tanda(terbitan))
    tanda.pada, tanda.oleh, tanda.cara = baru.waktu or kini, tindakan.oleh, tindakan.cara
    tanda.sidik_masuk = tindakan.sidik_masuk
    tanda.nama_sertifikat, tanda.penerbit = baru.nama[:300], baru.penerbit
    tanda.nomor_seri, tanda.percobaan = baru.nomor_seri[:100], baru.percobaan
    tanda.putusan = tulis_putusan(putusan)


def _majukan(terbitan: Terbitan, sidik: str) -> None:
    """The version goes on with the signed file; with its last place filled it is signed."""
    terbitan.sidik_kini = sidik
    if all(satu.sidik_hasil for satu in daftar_tanda(terbitan)):
        terbitan.keadaan = KeadaanTerbitan.DITANDATANGANI.value
    terbitan.save(update_fields=["sidik_kini", "keadaan"])


def _gagalkan(tindakan: TindakanTandaTangan, pesan: str) -> None:
    akhiri(tindakan=tindakan, keadaan=KeadaanTindakan.GAGAL, pesan=pesan)


def akhiri(*, tindakan: TindakanTandaTangan, keadaan: KeadaanTindakan, pesan: str) -> None:
    """An attempt that came to nothing; one that has counted meanwhile stays as it is.

    Of one that was given up, the process may yet be alive and bring something: then its file must stay.
    """
    hidup = TindakanTandaTangan.objects.filter(pk=tindakan.pk).exclude(keadaan=KeadaanTindakan.BERHASIL)
    hidup.update(keadaan=keadaan, akhir=timezone.now(), pesan=pesan)
    if keadaan is KeadaanTindakan.GAGAL:
        hapus_kembali(tindakan.pk)


def ingat_nik(*, pengguna: Pengguna, nik: str) -> None:
    """Remember by which NIK this user signs, or forget it ('')."""
    if not nik:
        NikPenandaTangan.objects.filter(pengguna=pengguna).delete()
        return
    baris = NikPenandaTangan(pengguna=pengguna, nik=nik)
    baris.clean_fields()
    NikPenandaTangan.objects.update_or_create(pengguna=pengguna, defaults={"nik": nik})
