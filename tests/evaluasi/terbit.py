"""Issued evaluations for tests: as data (no database), and as rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils import timezone

from kinerja.data_evaluasi import (
    AsalEvaluasi,
    DataEvaluasi,
    JawabanLke,
    KeadaanTindakLanjut,
    LangkahEval,
    Penilai,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.models import (
    Evaluasi,
    JawabanEvaluasi,
    LangkahEvaluasi,
    NilaiKomponenEvaluasi,
    RekomendasiEvaluasi,
    TindakLanjut,
)
from kinerja.services_skema import pastikan_skema
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Instansi
from tests.evaluasi.dunia_fakta import skema

BARU, LAMA = "permenpan88_2021", "permenpan12_2015"


def data_direkam(kode: str, tahun: int, nilai: Mapping[int, str], total: str = "", predikat: str = "") -> DataEvaluasi:
    """A result per component, by number of the component."""
    angka = {nomor: Decimal(n) for nomor, n in nilai.items()}
    tertulis = Decimal(total) if total else None
    return DataEvaluasi(skema(kode), tahun, TingkatIsian.KOMPONEN, {}, angka, tertulis, predikat)


def data_dijawab(tahun: int, jawaban: Mapping[tuple[str, int], str], *, kriteria: bool = False) -> DataEvaluasi:
    isi = {kunci: JawabanLke(*kunci, jawaban=j) for kunci, j in jawaban.items()}
    tingkat = TingkatIsian.KRITERIA if kriteria else TingkatIsian.SUBKOMPONEN
    return DataEvaluasi(skema(BARU), tahun, tingkat, {Penilai.EVALUATOR: isi}, {})


def rekam(
    instansi: Instansi, tahun: int, nilai: Mapping[int, str], *, kode: str = BARU, terbit: date | None = None
) -> Evaluasi:
    """The recorded result of an LHE from elsewhere."""
    with menulis(oleh=None, jalur="uji"):
        evaluasi = simpan_baris(
            Evaluasi(
                instansi=instansi, tahun=tahun, skema=pastikan_skema(kode), tingkat=TingkatIsian.KOMPONEN,
                asal=AsalEvaluasi.DIREKAM, tahap=TahapEvaluasi.TERBIT, nomor_lhe=f"700/{tahun}",
                tanggal_lhe=terbit or date(tahun + 1, 5, 22),
            )
        )  # fmt: skip
        for nomor, angka in nilai.items():
            simpan_baris(NilaiKomponenEvaluasi(evaluasi=evaluasi, nomor=nomor, nilai=Decimal(angka)))
    return evaluasi


def kerjakan(instansi: Instansi, tahun: int, jawaban: str, *, kriteria: bool = False) -> Evaluasi:
    """An evaluation worked here, not yet issued: the same answer everywhere."""
    isi = skema(BARU)
    with menulis(oleh=None, jalur="uji"):
        evaluasi = simpan_baris(
            Evaluasi(
                instansi=instansi, tahun=tahun, skema=pastikan_skema(BARU), asal=AsalEvaluasi.DIKERJAKAN,
                tingkat=TingkatIsian.KRITERIA if kriteria else TingkatIsian.SUBKOMPONEN,
                tahap=TahapEvaluasi.PENILAIAN, nomor_lhe=f"700/{tahun}", tanggal_lhe=date(tahun + 1, 5, 22),
            )
        )  # fmt: skip
        for kode, sub in isi.subkomponen_per_kode.items():
            for nomor in [k.nomor for k in sub.daftar_kriteria] if kriteria else [0]:
                simpan_baris(
                    JawabanEvaluasi(
                        evaluasi=evaluasi, penilai=Penilai.EVALUATOR, subkomponen=kode, kriteria=nomor,
                        jawaban=jawaban, catatan="kertas kerja", waktu=timezone.now(),
                    )
                )  # fmt: skip
    return evaluasi


def terbitkan(evaluasi: Evaluasi) -> Evaluasi:
    """By one step, which the triggers allow; the ladder itself is not what these tests are about."""
    with menulis(oleh=None, jalur="uji"):
        simpan_baris(
            LangkahEvaluasi(
                evaluasi=evaluasi, langkah=LangkahEval.TERBITKAN, dari=evaluasi.tahap, ke=TahapEvaluasi.TERBIT,
                nama_oleh="Ketua", waktu=timezone.now(),
            )
        )  # fmt: skip
        evaluasi.tahap = TahapEvaluasi.TERBIT
        return simpan_baris(evaluasi)


def rekomendasikan(evaluasi: Evaluasi, komponen: int, teks: str) -> RekomendasiEvaluasi:
    with menulis(oleh=None, jalur="uji"):
        return simpan_baris(
            RekomendasiEvaluasi(
                evaluasi=evaluasi, komponen=komponen, rekomendasi=teks, keadaan=KeadaanTindakLanjut.BELUM
            )
        )


def tindak_lanjuti(rekomendasi: RekomendasiEvaluasi, uraian: str, keadaan: KeadaanTindakLanjut) -> TindakLanjut:
    """A report of the agency; one that closes the recommendation is accepted at once."""
    tutup = keadaan in {KeadaanTindakLanjut.SELESAI, KeadaanTindakLanjut.TIDAK_DAPAT}
    putusan = {"putusan": keadaan, "diputus_pada": timezone.now(), "nama_pemutus": "Ketua"} if tutup else {}
    with menulis(oleh=None, jalur="uji"):
        laporan = simpan_baris(
            TindakLanjut(
                rekomendasi=rekomendasi, uraian=uraian, keadaan=KeadaanTindakLanjut.DIAJUKAN if tutup else keadaan,
                nama_oleh="Perencana", waktu=timezone.now(), **putusan,
            )
        )  # fmt: skip
        rekomendasi.keadaan = keadaan
        simpan_baris(rekomendasi)
    return laporan
