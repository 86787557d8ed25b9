"""Pages of findings, recommendations and follow-up: what they show, what they refuse, how many queries they need."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from kinerja.data_evaluasi import KeadaanTindakLanjut, Penilai, TahapEvaluasi
from kinerja.models import CatatanEvaluasi, Evaluasi, JawabanEvaluasi, RekomendasiEvaluasi
from renstra.models import Instansi
from tests.evaluasi.dunia_rekom import (
    SAAT,
    buat_catatan,
    buat_evaluasi,
    buat_laporan,
    buat_rekomendasi,
    buat_rekomendasi_terbit,
    pindahkan,
)
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN


@pytest.fixture
def instansi(pemeran: object) -> Instansi:
    return Instansi.objects.get(kode=SENDIRI)


@pytest.fixture
def evaluasi(sebagai: _Sebagai, instansi: Instansi) -> Evaluasi:
    return buat_evaluasi(instansi, TAHUN, tim=sebagai.pemeran["inspektorat"])


def _banyak_kueri(client: Client, alamat: str) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(alamat).status_code == 200
    return len(kueri)


def _catatan(evaluasi: Evaluasi) -> str:
    return reverse("catatan_evaluasi", args=[evaluasi.pk])


def test_temuan_ditulis_ditolak_tanpa_kehilangan_ketikan_dan_diurungkan(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    client, alamat = sebagai("inspektorat"), _catatan(evaluasi)
    isi = {"aksi": "tambah_catatan", "jenis": "temuan", "komponen": "1", "kunci": "temuan-1", "jangkar": "komponen-1"}
    ditolak = client.post(alamat, isi | {"isi": "Ketikan saya", "subkomponen": "2.a"})
    assert ditolak.status_code == 422
    assert ">Ketikan saya</textarea>" in ditolak.content.decode()
    jawaban = client.post(alamat, isi | {"isi": "Target belum menantang."})
    assert jawaban.headers["Location"] == f"{alamat}#komponen-1"
    halaman = client.get(alamat).content.decode()
    assert "Target belum menantang." in halaman
    urung = halaman.partition('action="/evaluasi/')[2].partition('"')[0]
    client.post(f"/evaluasi/{urung}")
    assert not CatatanEvaluasi.objects.exists()


def test_jangkar_tidak_membawa_keluar_halaman(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    isi = {"aksi": "ringkasan", "ringkasan": "Baik.", "dasar": "", "jangkar": "//jahat.example"}
    jawaban = sebagai("inspektorat").post(_catatan(evaluasi), isi)
    assert jawaban.headers["Location"] == _catatan(evaluasi)


def test_jawaban_rendah_disarankan_jadi_temuan_sampai_ada_temuannya(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    for sub, jawaban in (("1.a", "BB"), ("1.b", "B"), ("2.c", "D")):
        JawabanEvaluasi.objects.create(evaluasi=evaluasi, penilai=Penilai.EVALUATOR, subkomponen=sub, jawaban=jawaban,
                                       catatan=f"Kurang {sub}.", waktu=SAAT)  # fmt: skip
    buat_catatan(evaluasi, subkomponen="1.b")
    isi = sebagai("inspektorat").get(_catatan(evaluasi)).content.decode()
    assert ["Kurang 1.a." in isi, "Kurang 1.b." in isi, "Kurang 2.c." in isi] == [False, False, True]


def test_rekomendasi_terbuka_tahun_lalu_muncul_dan_diulang(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    lama = buat_rekomendasi_terbit(evaluasi.instansi, TAHUN - 1)
    client, alamat = sebagai("inspektorat"), _catatan(evaluasi)
    assert "Rekomendasi 1." in client.get(alamat).content.decode()
    client.post(alamat, {"aksi": "ulangi", "sumber": lama.pk})
    isi = client.get(alamat).content.decode()
    assert f"mengulang rekomendasi tahun {TAHUN - 1}" in isi
    assert "sudah diulang" in isi


def test_temuan_pemeriksaan_sistem_ditampilkan_bila_diminta(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    isi = sebagai("inspektorat").get(f"{_catatan(evaluasi)}?temuan=ya").content.decode()
    assert "Jadikan temuan" in isi


def test_di_luar_tahap_kerja_halaman_hanya_dibaca(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    buat_catatan(evaluasi)
    pindahkan(evaluasi, TahapEvaluasi.TANGGAPAN)
    client = sebagai("inspektorat")
    isi = client.get(_catatan(evaluasi)).content.decode()
    assert "Target belum menantang." in isi
    assert "Tambah temuan" not in isi
    assert client.post(_catatan(evaluasi), {"aksi": "ringkasan"}).status_code == 403


def test_halaman_catatan_tetap_sekian_kueri(sebagai: _Sebagai, evaluasi: Evaluasi) -> None:
    client, banyak = sebagai("inspektorat"), []
    for putaran in range(2):
        for n in range(1 + 6 * putaran):
            temuan = buat_catatan(evaluasi, komponen=1 + n % 4, tanggapan="Sudah.")
            buat_rekomendasi(evaluasi, catatan=temuan, komponen=1 + n % 4)
            buat_rekomendasi(evaluasi)
        buat_laporan(buat_rekomendasi_terbit(evaluasi.instansi, 2010 + putaran, banyak=1 + 3 * putaran))
        banyak.append(_banyak_kueri(client, _catatan(evaluasi)))
    assert banyak[0] == banyak[1]


def test_lapor_lalu_putus_lewat_halaman(sebagai: _Sebagai, instansi: Instansi) -> None:
    rekomendasi = buat_rekomendasi_terbit(instansi)
    alamat = reverse("rekomendasi", args=[rekomendasi.pk])
    isi = {"aksi": "lapor", "uraian": "Target ditetapkan.", "keadaan": "diajukan"}
    ditolak = sebagai("perencana").post(alamat, isi | {"tautan": "javascript:alert(1)"})
    assert ditolak.status_code == 422
    assert ">Target ditetapkan.</textarea>" in ditolak.content.decode()
    assert sebagai("perencana").post(alamat, isi).status_code == 302
    client = sebagai("inspektorat")
    laporan = rekomendasi.daftar_tindak_lanjut.get()
    assert "menunggu diperiksa" in client.get(reverse("beranda")).content.decode()
    client.post(
        alamat, {"aksi": "putus", "tindak_lanjut": laporan.pk, "putusan": "dikembalikan", "catatan": "Mana SK?"}
    )
    client = sebagai("perencana")
    assert "dikembalikan pemeriksa" in client.get(reverse("beranda")).content.decode()
    assert "Mana SK?" in client.get(reverse("tindak_lanjut", args=[SENDIRI, TAHUN])).content.decode()


def test_yang_lewat_batas_paling_atas_dan_saringan_bekerja(sebagai: _Sebagai, instansi: Instansi) -> None:
    lain = Instansi.objects.get(kode=SEPEMDA)
    hari = timezone.localdate()
    for pemilik, teks, batas, keadaan in (
        (instansi, "Belum jatuh tempo.", hari, KeadaanTindakLanjut.BELUM),
        (lain, "Lewat sedikit.", date(hari.year - 1, 12, 31), KeadaanTindakLanjut.PROSES),
        (instansi, "Lewat lama.", date(hari.year - 3, 12, 31), KeadaanTindakLanjut.DIKEMBALIKAN),
        (lain, "Sudah selesai.", date(hari.year - 4, 12, 31), KeadaanTindakLanjut.SELESAI),
    ):
        tahun = batas.year - 1
        evaluasi = buat_evaluasi(pemilik, tahun)
        buat_rekomendasi(evaluasi, teks, batas_waktu=batas, keadaan=keadaan)
        pindahkan(evaluasi, TahapEvaluasi.TERBIT, tanggal_lhe=date(tahun + 1, 1, 10))
    client = sebagai("inspektorat")

    def daftar(kueri: str) -> list[str]:
        jawaban = client.get(f"{reverse('daftar_rekomendasi')}{kueri}")
        return [b.butir.rekomendasi for b in jawaban.context["daftar"]]

    assert daftar("") == ["Lewat lama.", "Lewat sedikit.", "Belum jatuh tempo."]
    assert daftar("?lewat=ya") == ["Lewat lama.", "Lewat sedikit."]
    assert daftar("?keadaan=selesai") == ["Sudah selesai."]
    assert len(daftar("?keadaan=semua")) == 4
    assert daftar(f"?instansi={SEPEMDA}") == ["Lewat sedikit."]
    assert daftar("?cari=sedikit") == ["Lewat sedikit."]
    assert daftar("?umur=366") == ["Lewat lama."] + (["Lewat sedikit."] if hari.timetuple().tm_yday > 9 else [])
    assert daftar("?komponen=Pengukuran+Kinerja") == []
    assert len(daftar("?umur=apa&halaman=99&keadaan=%00")) == 3


def test_xlsx_memuat_semua_baris_tersaring_dan_tidak_ada_rumus(sebagai: _Sebagai, instansi: Instansi) -> None:
    evaluasi = buat_evaluasi(instansi, 2023)
    for n in range(30):
        buat_rekomendasi(evaluasi, f'=HYPERLINK("http://a.b";"{n}")')
    pindahkan(evaluasi, TahapEvaluasi.TERBIT, tanggal_lhe=date(2024, 5, 22))
    jawaban = sebagai("inspektorat").get(reverse("unduh_rekomendasi"))
    lembar = load_workbook(io.BytesIO(jawaban.content)).active
    assert lembar is not None
    assert lembar.max_row == 31
    assert {sel.data_type for sel in lembar["F"]} == {"s"}
    assert lembar["C2"].value.date() == date(2024, 5, 22)


@pytest.mark.parametrize("nama", ["daftar_rekomendasi", "unduh_rekomendasi", "tindak_lanjut"])
def test_daftar_tetap_sekian_kueri(sebagai: _Sebagai, instansi: Instansi, nama: str) -> None:
    alamat = reverse(nama, args=[SENDIRI, TAHUN] if nama == "tindak_lanjut" else [])
    client, banyak = sebagai("inspektorat"), []
    for putaran in range(2):
        for tahun in range(2010 + 10 * putaran, 2011 + 14 * putaran):
            buat_laporan(buat_rekomendasi_terbit(instansi, tahun, banyak=3))
            buat_laporan(buat_rekomendasi_terbit(Instansi.objects.get(kode=SEPEMDA), tahun, banyak=3))
        banyak.append(_banyak_kueri(client, alamat))
    assert banyak[0] == banyak[1]
    assert RekomendasiEvaluasi.objects.count() > 20
