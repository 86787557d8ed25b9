from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kinerja import services_rekomendasi as layanan
from kinerja.data_evaluasi import JenisCatatan, KeadaanTindakLanjut, SikapTanggapan, TahapEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, RekomendasiEvaluasi
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_rekomendasi import daftar_rekomendasi_terbit, load_catatan, load_rekomendasi_bebas
from lkjip.akun.models import Pengguna
from renstra.models import Instansi
from tests.evaluasi.dunia_rekom import buat_catatan, buat_evaluasi, buat_rekomendasi, buat_rekomendasi_terbit, pindahkan
from tests.pengisian.dunia import buat_pengguna

pytestmark = pytest.mark.django_db


@pytest.fixture
def ani() -> Pengguna:
    return buat_pengguna()


@pytest.fixture
def evaluasi() -> Evaluasi:
    return buat_evaluasi(Instansi.objects.create(kode="UJI", nama="Badan Uji"), 2024)


def test_temuan_dan_rekomendasi_ditulis_berbatas_waktu_akhir_tahun_depan(evaluasi: Evaluasi, ani: Pengguna) -> None:
    layanan.save_catatan(evaluasi=evaluasi.pk, oleh=ani, komponen=2, subkomponen="2.b", isi=" Belum berkala. \r\n")
    temuan = CatatanEvaluasi.objects.get()
    layanan.save_rekomendasi(evaluasi=evaluasi.pk, oleh=ani, catatan=temuan.pk, rekomendasi="Ukur tiap triwulan.")
    layanan.save_rekomendasi(evaluasi=evaluasi.pk, oleh=ani, komponen=3, rekomendasi="Tepat waktu.",
                             batas_waktu=date(2025, 6, 30))  # fmt: skip
    (catatan,) = load_catatan(evaluasi)
    assert (catatan.isi, catatan.subkomponen, catatan.jenis) == ("Belum berkala.", "2.b", JenisCatatan.TEMUAN)
    bawaan = layanan.default_batas_waktu(2024, hari_ini())
    assert [(r.komponen, r.batas_waktu) for r in catatan.daftar_rekomendasi] == [(2, bawaan)]
    assert [(r.komponen, r.batas_waktu) for r in load_rekomendasi_bebas(evaluasi)] == [(3, date(2025, 6, 30))]


@pytest.mark.parametrize(("komponen", "sub"), [(9, ""), (None, ""), (1, "2.a")])
def test_tempat_di_luar_skema_ditolak(evaluasi: Evaluasi, ani: Pengguna, komponen: int | None, sub: str) -> None:
    with pytest.raises(ValidationError, match="komponen"):
        layanan.save_catatan(evaluasi=evaluasi.pk, oleh=ani, komponen=komponen, subkomponen=sub, isi="x")


def test_tulisan_di_atas_perubahan_orang_lain_ditolak(evaluasi: Evaluasi, ani: Pengguna) -> None:
    temuan = buat_catatan(evaluasi, "Baru saja diubah.")
    with pytest.raises(ValidationError, match="Baru saja diubah"):
        layanan.save_catatan(evaluasi=evaluasi.pk, oleh=ani, pk=temuan.pk, isi="Milik saya.", dasar="Yang lama.")
    layanan.save_catatan(evaluasi=evaluasi.pk, oleh=ani, pk=temuan.pk, isi="Milik saya.", dasar="Baru saja diubah.")
    temuan.refresh_from_db()
    assert temuan.isi == "Milik saya."


def test_baris_evaluasi_lain_tidak_tersentuh(evaluasi: Evaluasi, ani: Pengguna) -> None:
    asing = buat_catatan(buat_evaluasi(Instansi.objects.create(kode="LAIN")))
    for panggil in (layanan.hapus_catatan, layanan.hapus_rekomendasi):
        with pytest.raises(ValidationError, match="tidak ada"):
            panggil(evaluasi=evaluasi.pk, oleh=ani, pk=asing.pk)
    assert CatatanEvaluasi.objects.filter(pk=asing.pk).exists()


@pytest.mark.parametrize("tahap", [TahapEvaluasi.KETUA, TahapEvaluasi.TANGGAPAN, TahapEvaluasi.TERBIT])
def test_di_luar_tahap_kerja_tim_semua_ditolak(evaluasi: Evaluasi, ani: Pengguna, tahap: TahapEvaluasi) -> None:
    pindahkan(evaluasi, tahap)
    with pytest.raises(ValidationError, match="tidak dapat diubah"):
        layanan.save_catatan(evaluasi=evaluasi.pk, oleh=ani, komponen=1, isi="x")


def test_hapus_temuan_dapat_diurungkan_bersama_kaitan_rekomendasinya(evaluasi: Evaluasi, ani: Pengguna) -> None:
    temuan = buat_catatan(evaluasi)
    rekomendasi = buat_rekomendasi(evaluasi, catatan=temuan)
    kejadian = layanan.hapus_catatan(evaluasi=evaluasi.pk, oleh=ani, pk=temuan.pk)
    rekomendasi.refresh_from_db()
    assert rekomendasi.catatan is None
    layanan.urungkan_catatan(evaluasi=evaluasi.pk, oleh=ani, kejadian=kejadian)
    rekomendasi.refresh_from_db()
    assert rekomendasi.catatan_id == temuan.pk


def test_kejadian_lain_tidak_dapat_diurungkan_di_sini(evaluasi: Evaluasi, ani: Pengguna) -> None:
    kejadian = layanan.save_ringkasan(evaluasi=evaluasi.pk, oleh=ani, ringkasan="Baik.", dasar="")
    lain = buat_evaluasi(evaluasi.instansi, 2022)
    kejadian_lain = layanan.save_catatan(evaluasi=lain.pk, oleh=ani, komponen=1, isi="x")
    for satu in (kejadian, kejadian_lain, "tidak-ada"):
        with pytest.raises(ValidationError, match="diurungkan"):
            layanan.urungkan_catatan(evaluasi=evaluasi.pk, oleh=ani, kejadian=satu)


def test_urutan_digeser_dalam_komponennya(evaluasi: Evaluasi, ani: Pengguna) -> None:
    a, b, lain = (
        buat_catatan(evaluasi, i, urutan=n, komponen=k) for i, n, k in (("a", 1, 1), ("b", 2, 1), ("c", 1, 2))
    )
    layanan.geser_catatan(evaluasi=evaluasi.pk, oleh=ani, pk=b.pk, langkah=-1)
    assert [c.pk for c in load_catatan(evaluasi)] == [b.pk, a.pk, lain.pk]


def test_sikap_hanya_di_pembahasan_dan_penolakan_beralasan(evaluasi: Evaluasi, ani: Pengguna) -> None:
    temuan = buat_catatan(evaluasi, tanggapan="Sudah ada.")

    def tolak(balasan: str) -> None:
        layanan.save_sikap(evaluasi=evaluasi.pk, oleh=ani, pk=temuan.pk, sikap=SikapTanggapan.DITOLAK, balasan=balasan)

    with pytest.raises(ValidationError, match="pembahasan"):
        tolak("Tidak ada bukti.")
    pindahkan(evaluasi, TahapEvaluasi.PEMBAHASAN)
    with pytest.raises(ValidationError, match="Jelaskan mengapa"):
        tolak("")
    tolak("Tidak ada bukti.")
    assert load_catatan(evaluasi)[0].sikap is SikapTanggapan.DITOLAK


def test_batas_waktu_bawaan_tidak_pernah_sudah_lewat() -> None:
    assert layanan.default_batas_waktu(2024, date(2025, 3, 1)) == date(2025, 12, 31)
    assert layanan.default_batas_waktu(2024, date(2026, 11, 26)) == date(2026, 12, 31)


def test_rekomendasi_lama_diulang_sekali_dengan_batas_waktu_baru(evaluasi: Evaluasi, ani: Pengguna) -> None:
    lama = buat_rekomendasi_terbit(evaluasi.instansi, 2023)
    layanan.ulangi_rekomendasi(evaluasi=evaluasi.pk, oleh=ani, sumber=lama.pk)
    baru = RekomendasiEvaluasi.objects.get(ulangan=lama)
    assert (baru.rekomendasi, baru.batas_waktu) == (lama.rekomendasi, layanan.default_batas_waktu(2024, hari_ini()))
    with pytest.raises(ValidationError, match="sudah diulang"):
        layanan.ulangi_rekomendasi(evaluasi=evaluasi.pk, oleh=ani, sumber=lama.pk)


def test_yang_selesai_atau_milik_instansi_lain_tidak_diulang(evaluasi: Evaluasi, ani: Pengguna) -> None:
    selesai = buat_rekomendasi_terbit(evaluasi.instansi, 2023)
    RekomendasiEvaluasi.objects.filter(pk=selesai.pk).update(keadaan=KeadaanTindakLanjut.SELESAI)
    asing = buat_rekomendasi_terbit(Instansi.objects.create(kode="LAIN"), 2023)
    for sumber in (selesai, asing):
        with pytest.raises(ValidationError, match="tidak ada atau sudah selesai"):
            layanan.ulangi_rekomendasi(evaluasi=evaluasi.pk, oleh=ani, sumber=sumber.pk)


def test_isi_rekomendasi_lhe_terbit_tidak_berubah_lewat_jalan_apa_pun() -> None:
    rekomendasi = buat_rekomendasi_terbit(Instansi.objects.create(kode="UJI"))
    with pytest.raises(IntegrityError), transaction.atomic():
        RekomendasiEvaluasi.objects.filter(pk=rekomendasi.pk).update(rekomendasi="Lain.")
    with pytest.raises(IntegrityError), transaction.atomic():
        RekomendasiEvaluasi.objects.filter(pk=rekomendasi.pk).delete()


def test_daftar_bagi_bagian_lain_hanya_yang_terbit_dan_sebelum_tahun_itu(evaluasi: Evaluasi) -> None:
    buat_rekomendasi(evaluasi, "Belum terbit.")
    for tahun in (2023, 2022):
        buat_rekomendasi_terbit(evaluasi.instansi, tahun)
    daftar = daftar_rekomendasi_terbit(evaluasi.instansi, sebelum=2024)
    assert [(r.tahun, r.komponen) for r in daftar] == [(2022, "Perencanaan Kinerja"), (2023, "Perencanaan Kinerja")]
    assert [r.tahun for r in daftar_rekomendasi_terbit(evaluasi.instansi, sebelum=2023)] == [2022]
