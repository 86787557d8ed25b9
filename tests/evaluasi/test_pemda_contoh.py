"""`manage.py buat_pemda_contoh`: made-up, said to be so, the same on every machine, and consistent in itself."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from kinerja.besaran_evaluasi import nilai_evaluasi, predikat_evaluasi
from kinerja.data_evaluasi import AsalEvaluasi, TahapEvaluasi
from kinerja.models import Evaluasi, RekomendasiEvaluasi, TindakLanjut
from kinerja.selectors_evaluasi import load_evaluasi
from lkjip.evaluasi.data_contoh import NAMA_PEMDA, Undian, susun_pemda
from lkjip.evaluasi.data_contoh_tahun import buku_tahun
from lkjip.pemeriksaan.aturan import periksa
from renstra.models import Instansi, TahunKinerja

TAHUN = (2021, 2022, 2023, 2024, 2025)


def test_benih_yang_sama_memberi_pemda_yang_sama() -> None:
    assert susun_pemda(benih=7, banyak=12, daftar_tahun=TAHUN) == susun_pemda(benih=7, banyak=12, daftar_tahun=TAHUN)
    assert susun_pemda(benih=7, banyak=12, daftar_tahun=TAHUN) != susun_pemda(benih=8, banyak=12, daftar_tahun=TAHUN)


def test_instansi_tambahan_tidak_mengubah_yang_lain() -> None:
    sedikit = susun_pemda(benih=7, banyak=5, daftar_tahun=TAHUN)
    assert susun_pemda(benih=7, banyak=90, daftar_tahun=TAHUN)[:5] == sedikit


def test_nama_tidak_berulang_dan_nilai_dalam_bobot() -> None:
    daftar = susun_pemda(benih=1, banyak=90, daftar_tahun=TAHUN)
    assert len({satu.instansi.nama for satu in daftar}) == len({satu.instansi.kode for satu in daftar}) == 90
    bobot = {"permenpan12_2015": (30, 25, 15, 10, 20), "permenpan88_2021": (30, 30, 15, 25)}
    for evaluasi in (e for satu in daftar for e in satu.daftar_evaluasi if e.nilai):
        assert all(0 < n <= b for n, b in zip(evaluasi.nilai, bobot[evaluasi.skema], strict=True))


def test_buku_kerja_buatan_jumlahnya_cocok() -> None:
    """What is made up has no wrong sums: of the galat there is only what nobody has written yet."""
    undian = Undian(3)
    for buatan in susun_pemda(benih=3, banyak=3, daftar_tahun=TAHUN):
        temuan = periksa(buku_tahun(undian, buatan, 2024, TAHUN))
        assert {t.aturan.partition("-")[0] for t in temuan if t.menahan} <= {"LEN"}


@pytest.mark.django_db
def test_perintah_mengisi_basis_data_sekali_dan_menyebutnya_karangan() -> None:
    keluar = StringIO()
    call_command("buat_pemda_contoh", instansi=2, tahun=3, benih=2, stdout=keluar)
    assert "Semuanya karangan" in keluar.getvalue()
    assert "data buatan" in NAMA_PEMDA
    assert Instansi.objects.filter(pemda__nama=NAMA_PEMDA).count() == 2
    assert TahunKinerja.objects.filter(instansi__pemda__nama=NAMA_PEMDA).count() == 6
    daftar = list(Evaluasi.objects.select_related("skema"))
    assert len(daftar) == 6
    assert {e.skema.kode for e in daftar} == {"permenpan12_2015", "permenpan88_2021"}
    data = load_evaluasi(daftar)
    for evaluasi in daftar:
        if evaluasi.tahap == TahapEvaluasi.TERBIT:
            assert evaluasi.nilai_lhe == nilai_evaluasi(data[evaluasi.pk]).angka is not None
            assert evaluasi.predikat_lhe == predikat_evaluasi(data[evaluasi.pk]).kata
        else:
            assert evaluasi.asal == AsalEvaluasi.DIKERJAKAN
            assert evaluasi.nilai_lhe is None
    assert RekomendasiEvaluasi.objects.exclude(keadaan="belum").count() == TindakLanjut.objects.count() > 0
    with pytest.raises(CommandError, match="sudah ada"):
        call_command("buat_pemda_contoh", instansi=2, tahun=3, benih=2)
    call_command("buat_pemda_contoh", bila_belum=True, stdout=keluar)
    assert "sudah ada" in keluar.getvalue()
