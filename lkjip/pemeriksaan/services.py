"""Everything written about claims (call within `konteks_riwayat`), and the head's answers for findings."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone

from lkjip.akun.models import Pengguna
from lkjip.dasar.rekaman import isi_kolom
from lkjip.pemeriksaan import data
from lkjip.pemeriksaan.models import AlasanPerubahan, JawabanTemuan, Klaim
from lkjip.riwayat.services import Penyesuai, menyesuaikan
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import TahunKinerja
from renstra.services import kunci_instansi

MIN_KATA, MAKS_HURUF = 3, 2000
_JALUR = "halaman"


def save_klaim(
    *, tahun_kinerja: TahunKinerja, daftar_klaim: Sequence[data.Klaim], penyesuai: Penyesuai | None = None
) -> None:
    """Make the stored claims of one agency-year read as `daftar_klaim`; unchanged rows are not touched."""
    with menyesuaikan(penyesuai) as alat:
        lama = Klaim.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id")
        ingin = [Klaim(tahun_kinerja=tahun_kinerja, urutan=n, **isi_kolom(k)) for n, k in enumerate(daftar_klaim, 1)]
        alat.baris(lama=lama, baru=ingin)


def ganti_klaim(*, tahun_kinerja: TahunKinerja, daftar_klaim: Sequence[data.Klaim], oleh: Pengguna) -> str:
    """Put the claims of an uploaded workbook in place of those stored. The event, by which it is taken back.

    Raises ValidationError where a row may not be stored.
    """
    with menulis(oleh=oleh, jalur=_JALUR) as kejadian:
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        save_klaim(tahun_kinerja=tahun_kinerja, daftar_klaim=daftar_klaim)
    return kejadian


def jawab_temuan(*, tahun_kinerja: TahunKinerja, temuan: data.Temuan, alasan: str, oleh: Pengguna) -> str:
    """The reason why this finding stays, in place of an earlier one. The event, by which it is taken back.

    Who may answer says `renstra.akses.boleh_jawab_temuan`. Raises ValidationError where the finding needs no answer or
    the reason says nothing.
    """
    alasan = _rapi(alasan)
    if not temuan.dapat_dijawab:
        raise ValidationError("Temuan ini tidak memerlukan jawaban.")
    _periksa_alasan(alasan, "Tulis alasannya dalam satu kalimat: mengapa angka ini dibiarkan seperti adanya.")
    with menulis(oleh=oleh, jalur=_JALUR) as kejadian:
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        acuan = {"tahun_kinerja": tahun_kinerja, "kunci": temuan.kunci}
        baris = JawabanTemuan.objects.filter(**acuan).first() or JawabanTemuan(**acuan)
        baris.sidik, baris.aturan, baris.pesan = temuan.sidik, temuan.aturan, temuan.pesan
        baris.alasan, baris.oleh, baris.pada = alasan, oleh, timezone.now()
        simpan_baris(baris)
    return kejadian


def _rapi(alasan: str) -> str:
    return "\n".join(" ".join(baris.split()) for baris in alasan.strip().splitlines())


def _periksa_alasan(alasan: str, pesan: str) -> None:
    if len([kata for kata in alasan.split() if any(map(str.isalpha, kata))]) < MIN_KATA:
        raise ValidationError(pesan)
    if len(alasan) > MAKS_HURUF:
        raise ValidationError(f"Alasan paling panjang {MAKS_HURUF} huruf; yang dikirim {len(alasan)}.")


def batal_jawab(*, tahun_kinerja: TahunKinerja, kunci: str, oleh: Pengguna) -> str:
    """Take the answer for a finding away. The event, by which it is taken back; '' where there was no answer."""
    with menulis(oleh=oleh, jalur=_JALUR) as kejadian:
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        banyak, _ = JawabanTemuan.objects.filter(tahun_kinerja=tahun_kinerja, kunci=kunci).delete()
    return kejadian if banyak else ""


def beri_alasan_perubahan(*, tahun_kinerja: TahunKinerja, kejadian: str, alasan: str, oleh: Pengguna) -> None:
    """Why settled data were changed, in place of an earlier reason that was added afterwards.

    The caller has asked whether `oleh` may (`renstra.akses.boleh_beri_alasan`), and that the year knows this event.
    Raises ValidationError where the reason says nothing.
    """
    alasan = _rapi(alasan)
    _periksa_alasan(alasan, "Tulis alasannya dalam satu kalimat: mengapa data yang sudah disetujui ini diubah.")
    with menulis(oleh=oleh, jalur=_JALUR):
        kunci_instansi(pk=tahun_kinerja.instansi_id)
        acuan = {"tahun_kinerja": tahun_kinerja, "kejadian": kejadian}
        baris = AlasanPerubahan.objects.filter(**acuan).first() or AlasanPerubahan(**acuan)
        baris.alasan, baris.oleh, baris.pada = alasan, oleh, timezone.now()
        simpan_baris(baris)
