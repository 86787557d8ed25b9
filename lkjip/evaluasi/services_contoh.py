"""The made-up pemda put into the database: agencies, years, evaluations with their teams and steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError

from kinerja.data_evaluasi import (
    ALUR_EVALUASI,
    AsalEvaluasi,
    JenisCatatan,
    KeadaanTindakLanjut,
    LangkahEval,
    Penilai,
    PeralihanEvaluasi,
    PeranTim,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.models import (
    CatatanEvaluasi,
    Evaluasi,
    JawabanEvaluasi,
    LangkahEvaluasi,
    NilaiKomponenEvaluasi,
    PengaturanEvaluasi,
    RekomendasiEvaluasi,
    SkemaEvaluasi,
    TimEvaluasi,
    TindakLanjut,
)
from kinerja.selectors_skema import SKEMA_BAWAAN
from kinerja.services_evaluasi import nyatakan_nilai
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.evaluasi.data_contoh import (
    NAMA_PEMDA,
    EvaluasiBuatan,
    RekomendasiBuatan,
    Undian,
    susun_pemda,
)
from lkjip.evaluasi.data_contoh_tahun import buku_tahun
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.data import JenisPemda
from renstra.models import Instansi, Pemda, Penugasan, Peran

JALUR = "contoh"
AKUN_TIM = (
    ("inspektorat-contoh", "Anggota Tim Buatan", PeranTim.ANGGOTA),
    ("ketua-contoh", "Ketua Tim Buatan", PeranTim.KETUA),
    ("pengendali-contoh", "Pengendali Buatan", PeranTim.PENGENDALI),
)


@dataclass(frozen=True)
class HasilContoh:
    banyak_instansi: int
    banyak_tahun: int
    banyak_evaluasi: int
    banyak_rekomendasi: int


def save_pemda_contoh(*, benih: int, banyak: int, daftar_tahun: Sequence[int]) -> HasilContoh:
    """Make the pemda, once: a second call finds it there. Raises ValidationError where it was made by another call."""
    daftar = susun_pemda(benih=benih, banyak=banyak, daftar_tahun=daftar_tahun)
    with menulis(oleh=None, jalur=JALUR, alasan=f"data buatan, benih {benih}"):
        if Pemda.objects.filter(nama=NAMA_PEMDA).exists():
            raise ValidationError(f"{NAMA_PEMDA} sudah ada. Data buatan hanya dibuat sekali di satu basis data.")
        undian = Undian(benih)
        for buatan in daftar:
            for tahun in daftar_tahun:
                impor_buku(buku=buku_tahun(undian, buatan, tahun, daftar_tahun), jalur=JALUR)
        pemda = Pemda.objects.get(nama=NAMA_PEMDA, jenis=JenisPemda.KABUPATEN)
        tim = _save_tim(pemda)
        skema = {kode: pastikan_skema(kode) for kode in SKEMA_BAWAAN}
        for buatan in daftar:
            instansi = Instansi.objects.get(kode=buatan.instansi.kode)
            for evaluasi in buatan.daftar_evaluasi:
                _save_evaluasi(instansi, evaluasi, skema[evaluasi.skema], tim)
    semua = [e for buatan in daftar for e in buatan.daftar_evaluasi]
    return HasilContoh(len(daftar), len(daftar_tahun), len(semua), sum(len(e.daftar_rekomendasi) for e in semua))


def _save_tim(pemda: Pemda) -> dict[PeranTim, Pengguna]:
    """Three evaluators who cannot log in until somebody gives them a password, and the pemda's rules."""
    simpan_baris(
        PengaturanEvaluasi(
            pemda=pemda, tingkat=TingkatIsian.SUBKOMPONEN.value, peringkat_terbuka=True, tempat="Contoh Raya",
            nama_apip="Inspektorat Kabupaten Contoh Raya", nama_pimpinan="Inspektur Buatan",
            pangkat_pimpinan="Pembina Utama Muda",
        )
    )  # fmt: skip
    hasil = {}
    for nama_masuk, nama, peran in AKUN_TIM:
        pengguna = Pengguna.objects.filter(username=nama_masuk).first() or Pengguna(username=nama_masuk, nama=nama)
        if pengguna.pk is None:
            pengguna.set_unusable_password()
            simpan_baris(pengguna)
        simpan_baris(Penugasan(pengguna=pengguna, peran=Peran.INSPEKTORAT, pemda=pemda))
        hasil[peran] = pengguna
    return hasil


def _save_evaluasi(
    instansi: Instansi, buatan: EvaluasiBuatan, skema: SkemaEvaluasi, tim: dict[PeranTim, Pengguna]
) -> None:
    dikerjakan = bool(buatan.jawaban or buatan.mandiri)
    evaluasi = Evaluasi(
        instansi=instansi, tahun=buatan.tahun, skema=skema,
        tingkat=(TingkatIsian.SUBKOMPONEN if dikerjakan else TingkatIsian.KOMPONEN).value,
        asal=(AsalEvaluasi.DIKERJAKAN if dikerjakan else AsalEvaluasi.DIREKAM).value,
        tahap=(TahapEvaluasi.PENILAIAN if dikerjakan else TahapEvaluasi.TERBIT).value,
        nomor_lhe="" if dikerjakan else f"700/{instansi.pk}/LHE/{buatan.tahun + 1}",
        tanggal_lhe=None if dikerjakan else date(buatan.tahun + 1, 5, 20),
    )  # fmt: skip
    simpan_baris(evaluasi)
    for nomor, nilai in enumerate(buatan.nilai, 1):
        simpan_baris(NilaiKomponenEvaluasi(evaluasi=evaluasi, nomor=nomor, nilai=nilai))
    if dikerjakan:
        _save_lembar(evaluasi, buatan, tim)
    for urutan, rekomendasi in enumerate(buatan.daftar_rekomendasi, 1):
        _save_rekomendasi(evaluasi, rekomendasi, urutan, ditindaklanjuti=buatan.tahap is TahapEvaluasi.TERBIT)
    if dikerjakan:
        for peralihan in jalan_ke(buatan.tahap):
            _ambil_langkah(evaluasi, peralihan, tim)
    else:
        nyatakan_nilai(evaluasi)
        simpan_baris(evaluasi)


def _save_lembar(evaluasi: Evaluasi, buatan: EvaluasiBuatan, tim: dict[PeranTim, Pengguna]) -> None:
    waktu = datetime(buatan.tahun + 1, 4, 15, 3, tzinfo=UTC)
    for peran, pengguna in tim.items():
        simpan_baris(TimEvaluasi(evaluasi=evaluasi, pengguna=pengguna, peran=peran.value))
    for penilai, daftar in ((Penilai.MANDIRI, buatan.mandiri), (Penilai.EVALUATOR, buatan.jawaban)):
        for kode, jawaban in daftar:
            simpan_baris(
                JawabanEvaluasi(
                    evaluasi=evaluasi, penilai=penilai.value, subkomponen=kode, jawaban=jawaban, waktu=waktu,
                    catatan="Data buatan.", oleh=tim[PeranTim.ANGGOTA] if penilai is Penilai.EVALUATOR else None,
                )
            )  # fmt: skip
    for rekomendasi in buatan.daftar_rekomendasi:
        simpan_baris(
            CatatanEvaluasi(
                evaluasi=evaluasi, komponen=rekomendasi.komponen, jenis=JenisCatatan.TEMUAN.value,
                isi=f"Data buatan: belum terlihat upaya yang cukup untuk hal berikut. {rekomendasi.rekomendasi}",
            )
        )  # fmt: skip
    evaluasi.mandiri_pada = datetime(buatan.tahun + 1, 3, 20, 3, tzinfo=UTC)
    simpan_baris(evaluasi)


def _save_rekomendasi(evaluasi: Evaluasi, buatan: RekomendasiBuatan, urutan: int, *, ditindaklanjuti: bool) -> None:
    """Only what was issued is followed up."""
    keadaan = buatan.keadaan if ditindaklanjuti else KeadaanTindakLanjut.BELUM
    baris = simpan_baris(
        RekomendasiEvaluasi(
            evaluasi=evaluasi, komponen=buatan.komponen, urutan=urutan, rekomendasi=buatan.rekomendasi,
            batas_waktu=buatan.batas_waktu, keadaan=keadaan.value, penanggung_jawab="Sekretariat",
        )
    )  # fmt: skip
    if keadaan is KeadaanTindakLanjut.BELUM:
        return
    waktu = datetime(evaluasi.tahun + 1, 8, 10, 3, tzinfo=UTC)
    putusan = keadaan if keadaan not in {KeadaanTindakLanjut.PROSES, KeadaanTindakLanjut.DIAJUKAN} else None
    simpan_baris(
        TindakLanjut(
            rekomendasi=baris, uraian=buatan.tindak_lanjut, nama_oleh="Perencana Buatan", waktu=waktu,
            keadaan=(KeadaanTindakLanjut.DIAJUKAN if putusan else keadaan).value,
            putusan=putusan.value if putusan else "", diputus_pada=waktu if putusan else None,
            nama_pemutus="Ketua Tim Buatan" if putusan else "",
            catatan_putusan="Bukti pelaksanaannya belum dilampirkan." if putusan else "",
        )
    )  # fmt: skip


def jalan_ke(tahap: TahapEvaluasi) -> Iterator[PeralihanEvaluasi]:
    """The steps that lead from the beginning to this stage, nothing sent back."""
    kini = TahapEvaluasi.PENILAIAN
    balik = {LangkahEval.KEMBALIKAN, LangkahEval.BATALKAN, LangkahEval.TUTUP}
    while kini is not tahap:
        peralihan = next(p for p in ALUR_EVALUASI if p.dari is kini and p.langkah not in balik)
        yield peralihan
        kini = peralihan.ke


def _ambil_langkah(evaluasi: Evaluasi, peralihan: PeralihanEvaluasi, tim: dict[PeranTim, Pengguna]) -> None:
    oleh = next((tim[peran] for peran in PeranTim if peran.value in peralihan.peran), None)
    simpan_baris(
        LangkahEvaluasi(
            evaluasi=evaluasi, langkah=peralihan.langkah.value, dari=peralihan.dari.value, ke=peralihan.ke.value,
            oleh=oleh, nama_oleh=oleh.nama if oleh else "Perencana Buatan",
            waktu=datetime(evaluasi.tahun + 1, 5, 4, 3, tzinfo=UTC),
        )
    )  # fmt: skip
    if peralihan.ke is TahapEvaluasi.TANGGAPAN:
        evaluasi.batas_tanggapan = date(evaluasi.tahun + 1, 5, 15)
    if peralihan.ke is TahapEvaluasi.TERBIT:
        evaluasi.nomor_lhe = f"700/{evaluasi.instansi_id}/LHE/{evaluasi.tahun + 1}"
        evaluasi.tanggal_lhe = date(evaluasi.tahun + 1, 5, 22)
        nyatakan_nilai(evaluasi)
    evaluasi.tahap = peralihan.ke.value
    simpan_baris(evaluasi)
