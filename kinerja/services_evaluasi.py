"""Steps of an evaluation: who moves it from stage to stage, and what must be there before.

Lock order: the agency, then the evaluation (`kunci_evaluasi`), then its rows. The step is written first, the stage only
after it (`Evaluasi.LARANGAN`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kinerja.akses_evaluasi import ambil_hak_evaluasi
from kinerja.besaran_evaluasi import DESIMAL_LHE, nilai_evaluasi, nilai_subkomponen, predikat_evaluasi
from kinerja.data_evaluasi import ALUR_EVALUASI, DataEvaluasi, LangkahEval, PeralihanEvaluasi, TahapEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, LangkahEvaluasi
from kinerja.selectors_evaluasi import ambil_pengaturan, load_evaluasi
from kinerja.selectors_pengisian import hari_ini
from lkjip.akun.models import Pengguna
from lkjip.dasar.periode import tulis_tanggal
from lkjip.dasar.tulisan_angka import bulat
from lkjip.riwayat.services import dapat_disimpan, periksa_baris
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.services import kunci_instansi


class LangkahEvaluasiDitolak(ValidationError):
    """The step may not be taken now; the message says why and what to do."""


@dataclass(frozen=True)
class Permintaan:
    """A step as its page asks for it. `dari`: the stage that the page showed, so that nobody steps twice."""

    langkah: LangkahEval
    dari: TahapEvaluasi
    catatan: str = ""
    batas_tanggapan: date | None = None


def kunci_evaluasi(pk: int) -> Evaluasi:
    """The agency, then the evaluation, locked until the end of the transaction.

    Raises ValidationError where it is gone: a recorded result may be removed while somebody reads it.
    """
    kunci_instansi(daftar_evaluasi=pk)
    baris = Evaluasi.objects.select_for_update(of=("self",)).select_related("instansi__pemda", "skema")
    evaluasi = baris.filter(pk=pk).first()
    if evaluasi is None:
        raise ValidationError("Evaluasi ini sudah dihapus orang lain. Kembali ke daftar evaluasi.")
    return evaluasi


def ambil_langkah(*, pk: int, permintaan: Permintaan, oleh: Pengguna, hari: date) -> LangkahEvaluasi:
    """Move an evaluation one step on; issuing is `terbitkan_lhe`. Raises LangkahEvaluasiDitolak, PermissionDenied."""
    catatan = _catatan_bersih(permintaan.catatan)
    with menulis(oleh=oleh, jalur="langkah", alasan=catatan):
        evaluasi = kunci_evaluasi(pk)
        peralihan = _peralihan(evaluasi, permintaan)
        if not ambil_hak_evaluasi(oleh, evaluasi).boleh_ambil(peralihan):
            raise PermissionDenied
        if peralihan.wajib_catatan and not catatan:
            raise LangkahEvaluasiDitolak("Tulis alasannya, supaya yang lain tahu apa yang perlu dilakukan.")
        _periksa_dua_orang(evaluasi, peralihan, oleh)
        kolom = _siapkan(evaluasi, peralihan, permintaan, hari)
        return _pindahkan(evaluasi, peralihan, oleh, catatan, *kolom)


def terbitkan_lhe(
    *, evaluasi: Evaluasi, nomor: str, tanggal: date, oleh: Pengguna, catatan: str = ""
) -> LangkahEvaluasi:
    """The LHE is issued under this number and date: scores and letter as printed are kept, and all is closed.

    Both for the signing line and for an LHE on paper. Any of the APIP's people may be `oleh`: the head who signs is in
    no team. Raises LangkahEvaluasiDitolak (another stage, no number, a date that cannot be), PermissionDenied.
    """
    catatan = _catatan_bersih(catatan)
    with menulis(oleh=oleh, jalur="langkah", alasan=catatan):
        baris = kunci_evaluasi(evaluasi.pk)
        if not ambil_hak_evaluasi(oleh, baris).apip:
            raise PermissionDenied
        peralihan = _peralihan(baris, Permintaan(LangkahEval.TERBITKAN, TahapEvaluasi.DISETUJUI))
        _periksa_lhe(baris, nomor, tanggal)
        nyatakan_nilai(baris)
        baris.nomor_lhe, baris.tanggal_lhe = nomor.strip(), tanggal
        kolom = ("nilai_lhe", "predikat_lhe", "nomor_lhe", "tanggal_lhe")
        return _pindahkan(baris, peralihan, oleh, catatan, *kolom)


def nyatakan_nilai(evaluasi: Evaluasi) -> None:
    """Put into the row, unsaved, what its LHE prints: the score with two decimals, the letter of the exact score.

    Raises LangkahEvaluasiDitolak while a score is missing.
    """
    data = load_evaluasi([evaluasi])[evaluasi.pk]
    nilai = nilai_evaluasi(data)
    if nilai.angka is None:
        raise LangkahEvaluasiDitolak(f"Nilai belum lengkap: {nilai.alasan}.")
    evaluasi.nilai_lhe = bulat(nilai.angka, DESIMAL_LHE)
    evaluasi.predikat_lhe = str(predikat_evaluasi(data).nilai or "")


def _periksa_lhe(evaluasi: Evaluasi, nomor: str, tanggal: date) -> None:
    if not nomor.strip():
        raise LangkahEvaluasiDitolak("Tulis nomor LHE.")
    if tanggal > hari_ini():
        raise LangkahEvaluasiDitolak("Tanggal LHE belum tiba.")
    if tanggal.year < evaluasi.tahun:
        raise LangkahEvaluasiDitolak(f"Tanggal LHE mendahului tahun yang dievaluasi ({evaluasi.tahun}).")


def _catatan_bersih(catatan: str) -> str:
    if not dapat_disimpan(catatan):
        raise LangkahEvaluasiDitolak("Catatan memuat karakter kendali yang tidak dapat disimpan. Ketik ulang.")
    return catatan.strip()


def _peralihan(evaluasi: Evaluasi, permintaan: Permintaan) -> PeralihanEvaluasi:
    """The step from the stage in which the evaluation is now, if it is still the one that the page showed."""
    if evaluasi.tahap != permintaan.dari:
        raise LangkahEvaluasiDitolak(
            f"Evaluasi ini sudah berpindah: sekarang {evaluasi.get_tahap_display().lower()}. Muat ulang halaman ini."
        )
    for peralihan in ALUR_EVALUASI:
        if peralihan.langkah is permintaan.langkah and peralihan.dari == evaluasi.tahap:
            return peralihan
    raise LangkahEvaluasiDitolak("Langkah ini tidak ada pada tahap evaluasi sekarang. Muat ulang halaman ini.")


def _periksa_dua_orang(evaluasi: Evaluasi, peralihan: PeralihanEvaluasi, oleh: Pengguna) -> None:
    """The pengendali approves what another approved as ketua: the team may have been changed in between."""
    if peralihan.langkah is not LangkahEval.SETUJUI:
        return
    terakhir = LangkahEvaluasi.objects.filter(evaluasi=evaluasi).order_by("-pk").first()
    if terakhir is not None and terakhir.langkah == LangkahEval.SETUJUI and terakhir.oleh_id == oleh.pk:
        raise LangkahEvaluasiDitolak(
            "Anda sudah menyetujuinya sebagai ketua. Persetujuan pengendali harus diberikan orang lain."
        )


def _siapkan(evaluasi: Evaluasi, peralihan: PeralihanEvaluasi, permintaan: Permintaan, hari: date) -> tuple[str, ...]:
    """Whether the step may be taken as things stand; the columns that it sets."""
    if peralihan.langkah is LangkahEval.TERBITKAN:
        raise LangkahEvaluasiDitolak("LHE diterbitkan dengan nomor dan tanggalnya.")
    if peralihan.langkah is LangkahEval.AJUKAN and (
        kurang := kekurangan_ajukan(evaluasi, load_evaluasi([evaluasi])[evaluasi.pk])
    ):
        raise LangkahEvaluasiDitolak(kurang)
    if peralihan.langkah is LangkahEval.TUTUP and evaluasi.batas_tanggapan and hari <= evaluasi.batas_tanggapan:
        batas = tulis_tanggal(evaluasi.batas_tanggapan)
        raise LangkahEvaluasiDitolak(f"Instansi masih dapat menanggapi sampai {batas}.")
    if peralihan.ke is not TahapEvaluasi.TANGGAPAN:
        return ()
    bawaan = hari + timedelta(days=_hari_tanggapan(evaluasi))
    evaluasi.batas_tanggapan = permintaan.batas_tanggapan or bawaan
    if evaluasi.batas_tanggapan < hari:
        raise LangkahEvaluasiDitolak("Batas waktu tanggapan sudah lewat. Pilih tanggal hari ini atau sesudahnya.")
    return ("batas_tanggapan",)


def _hari_tanggapan(evaluasi: Evaluasi) -> int:
    pemda = evaluasi.instansi.pemda
    return ambil_pengaturan(pemda).hari_tanggapan if pemda else 7


def kekurangan_ajukan(evaluasi: Evaluasi, data: DataEvaluasi) -> str:
    """What the team still has to do before it hands in, as a sentence; '' where nothing is missing."""
    kurang = [kode for kode in data.skema.subkomponen_per_kode if nilai_subkomponen(data, kode).angka is None]
    if kurang:
        return f"Belum dapat diajukan: subkomponen {', '.join(kurang)} belum selesai dijawab."
    if evaluasi.tahap == TahapEvaluasi.PEMBAHASAN:
        terbuka = CatatanEvaluasi.objects.filter(evaluasi=evaluasi, sikap="").exclude(tanggapan="").count()
        if terbuka:
            return f"{terbuka} tanggapan instansi belum dibahas. Tentukan sikap tim di halaman Catatan & rekomendasi."
    return ""


def _pindahkan(
    evaluasi: Evaluasi, peralihan: PeralihanEvaluasi, oleh: Pengguna, catatan: str, *kolom: str
) -> LangkahEvaluasi:
    langkah = LangkahEvaluasi(
        evaluasi=evaluasi, langkah=peralihan.langkah, dari=peralihan.dari, ke=peralihan.ke, oleh=oleh,
        nama_oleh=str(oleh), waktu=timezone.now(), catatan=catatan,
    )  # fmt: skip
    simpan_baris(langkah)
    evaluasi.tahap = peralihan.ke
    periksa_baris(evaluasi)
    evaluasi.save(update_fields=["tahap", *kolom])
    return langkah
