"""Evaluations with findings and recommendations, for the tests of their pages and services."""

from __future__ import annotations

from datetime import UTC, date, datetime

from kinerja.data_evaluasi import (
    AsalEvaluasi,
    JenisCatatan,
    KeadaanTindakLanjut,
    LangkahEval,
    PeranTim,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.models import CatatanEvaluasi, Evaluasi, LangkahEvaluasi, RekomendasiEvaluasi, TimEvaluasi, TindakLanjut
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, UnitKerja

SAAT = datetime(2024, 9, 2, 3, 0, tzinfo=UTC)
HARI = date(2025, 3, 1)


def buat_evaluasi(instansi: Instansi, tahun: int = 2023, *, tim: Pengguna | None = None) -> Evaluasi:
    """One that the team works on."""
    evaluasi = Evaluasi.objects.create(
        instansi=instansi, tahun=tahun, skema=pastikan_skema("permenpan88_2021"), tingkat=TingkatIsian.SUBKOMPONEN,
        asal=AsalEvaluasi.DIKERJAKAN, tahap=TahapEvaluasi.PENILAIAN,
    )  # fmt: skip
    if tim is not None:
        TimEvaluasi.objects.create(evaluasi=evaluasi, pengguna=tim, peran=PeranTim.KETUA)
    return evaluasi


def pindahkan(evaluasi: Evaluasi, ke: TahapEvaluasi, *, tanggal_lhe: date | None = None) -> None:
    """In one step that the site does not know; the steps themselves are tested elsewhere."""
    LangkahEvaluasi.objects.create(
        evaluasi=evaluasi, langkah=LangkahEval.AJUKAN, dari=evaluasi.tahap, ke=ke, nama_oleh="Sari", waktu=SAAT
    )
    evaluasi.tahap = ke.value
    evaluasi.tanggal_lhe = tanggal_lhe
    evaluasi.save()


def buat_catatan(evaluasi: Evaluasi, isi: str = "Target belum menantang.", **lain: object) -> CatatanEvaluasi:
    isian: dict[str, object] = {"komponen": 1, "jenis": JenisCatatan.TEMUAN, "isi": isi} | lain
    return CatatanEvaluasi.objects.create(evaluasi=evaluasi, **isian)


def buat_rekomendasi(evaluasi: Evaluasi, teks: str = "Tetapkan target.", **lain: object) -> RekomendasiEvaluasi:
    isian: dict[str, object] = {
        "komponen": 1, "rekomendasi": teks, "keadaan": KeadaanTindakLanjut.BELUM, "batas_waktu": date(2024, 12, 31)
    }  # fmt: skip
    return RekomendasiEvaluasi.objects.create(evaluasi=evaluasi, **(isian | lain))


def buat_rekomendasi_terbit(
    instansi: Instansi, tahun: int = 2023, *, unit: UnitKerja | None = None, banyak: int = 1
) -> RekomendasiEvaluasi:
    """The first of so many recommendations of an LHE of 22 May of the year after."""
    evaluasi = buat_evaluasi(instansi, tahun)
    daftar = [buat_rekomendasi(evaluasi, f"Rekomendasi {n}.", unit=unit, urutan=n) for n in range(1, banyak + 1)]
    pindahkan(evaluasi, TahapEvaluasi.TERBIT, tanggal_lhe=date(tahun + 1, 5, 22))
    return daftar[0]


def buat_laporan(rekomendasi: RekomendasiEvaluasi, **lain: object) -> TindakLanjut:
    """Reported as done; waits for the reviewer."""
    isian: dict[str, object] = {
        "uraian": "Target ditetapkan.", "keadaan": KeadaanTindakLanjut.DIAJUKAN, "nama_oleh": "Ani", "waktu": SAAT
    }  # fmt: skip
    laporan = TindakLanjut.objects.create(rekomendasi=rekomendasi, **(isian | lain))
    rekomendasi.keadaan = str(laporan.keadaan)
    rekomendasi.save()
    return laporan
