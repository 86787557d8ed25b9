"""What an agency reports about recommendations of an issued LHE, and what the reviewer makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from kinerja.data_evaluasi import TINDAK_LANJUT_TERBUKA, KeadaanTindakLanjut, TahapEvaluasi
from kinerja.data_rekomendasi import LAPORAN_INSTANSI, PUTUSAN
from kinerja.models import RekomendasiEvaluasi, TindakLanjut
from kinerja.services_bukti import terima_berkas
from kinerja.simpanan_bukti import buang_berkas
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import JenisIsian, rapikan_teks, ringkas_teks
from lkjip.dasar.periode import tulis_saat
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import UnitKerja
from renstra.services import kunci_instansi

_JALUR = "tindak lanjut"


@contextmanager
def _menulis(rekomendasi: int, oleh: Pengguna) -> Iterator[RekomendasiEvaluasi]:
    """The recommendation of an issued LHE, locked after its agency. Raises ValidationError for any other."""
    with menulis(oleh=oleh, jalur=_JALUR):
        kunci_instansi(daftar_evaluasi__daftar_rekomendasi=rekomendasi)
        terbit = RekomendasiEvaluasi.objects.filter(pk=rekomendasi, evaluasi__tahap=TahapEvaluasi.TERBIT)
        baris = terbit.select_for_update(of=("self",)).select_related("evaluasi").first()
        if baris is None:
            raise ValidationError("Rekomendasi ini tidak ada atau LHE-nya belum terbit.")
        yield baris


def tunjuk_penanggung_jawab(*, rekomendasi: int, unit: int | None, penanggung_jawab: str, oleh: Pengguna) -> None:
    """The unit and the person of the agency who answer for it; empty takes them away."""
    with _menulis(rekomendasi, oleh) as baris:
        milik = UnitKerja.objects.filter(instansi=baris.evaluasi.instansi_id, pk=unit).first() if unit else None
        if unit and milik is None:
            raise ValidationError("Unit itu bukan unit instansi ini. Pilih dari daftar.")
        baris.unit, baris.penanggung_jawab = milik, ringkas_teks(penanggung_jawab)
        simpan_baris(baris)


def lapor_tindak_lanjut(
    *,
    rekomendasi: int,
    uraian: str,
    keadaan: KeadaanTindakLanjut | str,
    oleh: Pengguna,
    unggahan: UploadedFile[bytes] | None = None,
    tautan: str = "",
) -> TindakLanjut:
    """What was done, with a file or a link as evidence. `keadaan`: still at work, or done as the agency sees it.

    Raises ValidationError (BuktiDitolak for the file); then no file is left behind.
    """
    if keadaan not in LAPORAN_INSTANSI:
        raise ValidationError("Pilih keadaannya: masih dalam proses, atau selesai menurut instansi.")
    berkas = terima_berkas(unggahan) if unggahan is not None else {}
    try:
        with _menulis(rekomendasi, oleh) as baris:
            _pastikan_terbuka(baris)
            laporan = TindakLanjut(
                rekomendasi=baris, uraian=rapikan_teks(uraian, JenisIsian.PARAGRAF), keadaan=keadaan,
                tautan=tautan.strip(), oleh=oleh, nama_oleh=str(oleh), waktu=timezone.now(), **berkas,
            )  # fmt: skip
            simpan_baris(laporan)
            _pindah(baris, keadaan)
            return laporan
    except BaseException:
        if berkas:
            buang_berkas(str(berkas["berkas"]))
        raise


def _pastikan_terbuka(baris: RekomendasiEvaluasi) -> None:
    if baris.keadaan not in TINDAK_LANJUT_TERBUKA:
        raise ValidationError("Rekomendasi ini sudah dinyatakan selesai oleh pemeriksa.")
    if baris.keadaan == KeadaanTindakLanjut.DIAJUKAN:
        raise ValidationError(
            "Laporan sebelumnya masih menunggu pemeriksa. Tarik laporan itu lebih dulu bila ada yang perlu diperbaiki."
        )


def tarik_tindak_lanjut(*, rekomendasi: int, tindak_lanjut: int, oleh: Pengguna) -> None:
    """Take the latest report back while nobody has judged it; the history and its file stay."""
    with _menulis(rekomendasi, oleh) as baris:
        akhir = baris.daftar_tindak_lanjut.order_by("-pk").first()
        if akhir is None or akhir.pk != tindak_lanjut or akhir.diputus_pada is not None:
            raise ValidationError("Laporan ini sudah diputus atau bukan yang terakhir, jadi tidak dapat ditarik.")
        akhir.delete()
        sebelum = baris.daftar_tindak_lanjut.order_by("-pk").first()
        _pindah(baris, (sebelum.putusan or sebelum.keadaan) if sebelum else KeadaanTindakLanjut.BELUM)


def putus_tindak_lanjut(
    *, rekomendasi: int, tindak_lanjut: int, putusan: KeadaanTindakLanjut | str, catatan: str, oleh: Pengguna
) -> None:
    """The reviewer's word on the report that waits. Whatever is not accepted as done needs a note.

    Once the matter is closed, it is closed in the earlier LHE that recommended the same, too.
    """
    if putusan not in PUTUSAN:
        raise ValidationError("Pilih putusannya: selesai, dikembalikan, atau tidak dapat ditindaklanjuti.")
    catatan = rapikan_teks(catatan, JenisIsian.PARAGRAF)
    if putusan != KeadaanTindakLanjut.SELESAI and not catatan:
        raise ValidationError("Tulis catatannya: apa yang masih kurang, atau mengapa tidak dapat ditindaklanjuti.")
    with _menulis(rekomendasi, oleh) as baris:
        laporan = baris.daftar_tindak_lanjut.filter(pk=tindak_lanjut).first()
        if laporan is None:
            raise ValidationError("Laporan ini baru saja ditarik instansinya. Muat ulang halaman.")
        if laporan.diputus_pada is not None:
            saat = tulis_saat(timezone.localtime(laporan.diputus_pada))
            raise ValidationError(f"Laporan ini sudah diputus {laporan.nama_pemutus} pada {saat}.")
        if laporan.keadaan != KeadaanTindakLanjut.DIAJUKAN or baris.keadaan != KeadaanTindakLanjut.DIAJUKAN:
            raise ValidationError("Yang diputus hanya laporan bahwa rekomendasi sudah selesai.")
        if laporan.oleh_id == oleh.pk:
            raise ValidationError("Laporan ini Anda kirim sendiri atas nama instansi, jadi orang lain yang memutusnya.")
        laporan.putusan, laporan.catatan_putusan = KeadaanTindakLanjut(putusan).value, catatan
        laporan.diputus_oleh, laporan.nama_pemutus, laporan.diputus_pada = oleh, str(oleh), timezone.now()
        simpan_baris(laporan)
        _pindah(baris, putusan)
        if putusan != KeadaanTindakLanjut.DIKEMBALIKAN:
            _tutup_pendahulu(baris, putusan)


def _tutup_pendahulu(baris: RekomendasiEvaluasi, putusan: KeadaanTindakLanjut | str) -> None:
    """Along the chain of what it repeats; one where a report of its own waits is left to the reviewer."""
    sudah = {baris.pk}
    lama = baris.ulangan
    while lama is not None and lama.pk not in sudah:
        sudah.add(lama.pk)
        if lama.keadaan in TINDAK_LANJUT_TERBUKA - {KeadaanTindakLanjut.DIAJUKAN}:
            _pindah(lama, putusan)
        lama = lama.ulangan


def _pindah(baris: RekomendasiEvaluasi, keadaan: KeadaanTindakLanjut | str) -> None:
    baris.keadaan = KeadaanTindakLanjut(keadaan).value
    simpan_baris(baris)
