"""An evaluation whose sheet is open, two evaluators, and answers as a page sends them."""

from __future__ import annotations

from datetime import UTC, datetime

from kinerja.data_evaluasi import DataEvaluasi, Penilai, PeranTim, TahapEvaluasi, TingkatIsian
from kinerja.data_lembar_evaluasi import IsianJawaban, Kunci, daftar_kunci
from kinerja.models import Evaluasi, JawabanEvaluasi, TimEvaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.services_lembar_evaluasi import HasilJawaban, simpan_jawaban
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, Penugasan, Peran
from tests.evaluasi.alamat_lembar import evaluasi_terbuka
from tests.evaluasi.dunia_rekom import pindahkan
from tests.situs.pemeran import SENDIRI

SAAT = datetime(2025, 4, 2, 3, 0, tzinfo=UTC)


def buka(pemeran: dict[str, Pengguna], tingkat: TingkatIsian = TingkatIsian.SUBKOMPONEN) -> Evaluasi:
    """`inspektorat` is in its team, `rekan` too; `luar` works for the APIP and is not."""
    evaluasi = evaluasi_terbuka(SENDIRI)
    Evaluasi.objects.filter(pk=evaluasi.pk).update(tingkat=tingkat)
    instansi = Instansi.objects.get(kode=SENDIRI)
    for nama in ("rekan", "luar"):
        pemeran[nama] = Pengguna.objects.create_user(nama, nama=f"Tuan {nama}")
        Penugasan.objects.create(pengguna=pemeran[nama], peran=Peran.INSPEKTORAT, pemda=instansi.pemda)
    for nama, peran in (("inspektorat", PeranTim.ANGGOTA), ("rekan", PeranTim.KETUA)):
        TimEvaluasi.objects.create(evaluasi=evaluasi, pengguna=pemeran[nama], peran=peran)
    return Evaluasi.objects.select_related("instansi__pemda", "skema").get(pk=evaluasi.pk)


def data(evaluasi: Evaluasi) -> DataEvaluasi:
    return load_evaluasi([evaluasi])[evaluasi.pk]


def isian(kunci: Kunci, jawaban: str, *, dasar: str = "", catatan: str = "", usul: str = "") -> IsianJawaban:
    return IsianJawaban(*kunci, jawaban, catatan, dasar, "", usul)


def simpan(
    evaluasi: Evaluasi, oleh: Pengguna, *daftar: IsianJawaban, penilai: Penilai = Penilai.EVALUATOR
) -> HasilJawaban:
    return simpan_jawaban(evaluasi=evaluasi.pk, penilai=penilai, data=data(evaluasi), daftar=daftar, oleh=oleh)


def jawab_semua(evaluasi: Evaluasi, penilai: Penilai, jawaban: str = "B", catatan: str = "") -> None:
    JawabanEvaluasi.objects.bulk_create(
        JawabanEvaluasi(
            evaluasi=evaluasi, penilai=penilai, subkomponen=s, kriteria=n, jawaban=jawaban, catatan=catatan, waktu=SAAT
        )
        for s, n in daftar_kunci(data(evaluasi))
    )


def tutup(evaluasi: Evaluasi, tahap: TahapEvaluasi = TahapEvaluasi.KETUA) -> None:
    pindahkan(evaluasi, tahap)
