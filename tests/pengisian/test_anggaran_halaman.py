"""The money page: fields, sums, deviation and warnings; whose rows; two people at once; a closed quarter."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from anggaran.models import RealisasiAnggaran
from kinerja.services_pengisian import kunci_triwulan
from lkjip.riwayat.models import Riwayat
from renstra.models import TahunKinerja
from tests.pembuat import baris
from tests.pengisian.dunia import pindahkan
from tests.pengisian.uang_uji import TW, alamat, isian, pk, simpan_buku, tersimpan, uang_kas
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN

HALAMAN = 36
SIMPAN = 47


@pytest.fixture(autouse=True)
def _uang(pemeran: object) -> None:
    simpan_buku(uang_kas("1.01.01", "50", triwulan=2), uang_kas("1.01.02", "60", "100"))


def _tutup(status: str = "diajukan") -> None:
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    pindahkan(
        kunci_triwulan(tahun, TW)[TW],
        status,
    )


def _ubah_lain(kode: str, nilai: int) -> None:
    """Somebody else has changed the figure meanwhile."""
    RealisasiAnggaran.objects.update_or_create(
        anggaran_id=pk(kode), tahun=TAHUN, triwulan=TW,
        tahun_kinerja=TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN), defaults={"realisasi": nilai},
    )  # fmt: skip


def test_halaman_memuat_pohon_dengan_isian_di_tiap_baris(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").get(alamat("isi_anggaran")).content.decode()
    assert "Anggaran Triwulan III 2024" in isi
    assert re.findall(r'<tr id="baris-(\d+)', isi) == [str(pk(k)) for k in ("1", "1.01", "1.01.01", "1.01.02", "1.02")]
    assert isi.count('class="form-control kotak__masukan"') == 10
    assert f'name="realisasi-{pk("1.01.02")}" value="60"' in isi


@pytest.mark.parametrize("ketikan", ["1.234", "Rp1.234,-", "1234", "1.234,00"])
def test_rupiah_tersimpan_sebagaimana_ditulis_kantor(sebagai: _Sebagai, ketikan: str) -> None:
    assert sebagai("perencana").post(alamat("simpan_uang"), isian("1.02", ketikan)).status_code == 200
    nilai = tersimpan("1.02")
    assert nilai is not None
    assert nilai == 1234


def test_jawaban_memuat_baris_leluhur_dan_total(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").post(alamat("simpan_uang"), isian("1.01.01", "70")).content.decode()
    for kunci in (*(str(pk(k)) for k in ("1.01.01", "1.01", "1")), "total"):
        assert f'id="serapan-{kunci}"' in isi
        assert f'id="deviasi-{kunci}"' in isi
    assert f'id="serapan-{pk("1.01.02")}"' not in isi
    assert f'id="jumlah-realisasi-{pk("1.01")}" data-petunjuk="130"' in isi
    assert f'id="dasar-realisasi-{pk("1.01.01")}" value="70"' in isi
    assert "Tersimpan" in isi


def test_riwayat_menyebut_siapa_dan_jalurnya(sebagai: _Sebagai) -> None:
    sebagai("perencana").post(alamat("simpan_uang"), isian("1.02", "5"))
    catatan = Riwayat.objects.filter(tabel=RealisasiAnggaran._meta.db_table).latest("id")
    assert (catatan.nama_oleh, catatan.jalur) == ("perencana", "halaman")


def test_melebihi_pagu_disimpan_dengan_peringatan(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").post(alamat("simpan_uang"), isian("1.01.01", "101")).content.decode()
    assert "Realisasi melebihi pagu." in isi
    assert tersimpan("1.01.01") == 101


def test_turun_dari_triwulan_lalu_diperingatkan(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").post(alamat("simpan_uang"), isian("1.01.01", "49")).content.decode()
    assert "Lebih rendah dari Triwulan II (50)" in isi
    assert "Lebih rendah" not in sebagai("perencana").post(
        alamat("simpan_uang"), isian("1.01.01", "50", "49")
    ).content.decode()  # fmt: skip


@pytest.mark.parametrize(("realisasi", "ditandai"), [("85", False), ("84,99", True), ("115", False), ("115,01", True)])
def test_deviasi_ditandai_di_atas_batas(sebagai: _Sebagai, realisasi: str, ditandai: bool) -> None:
    isi = sebagai("perencana").post(alamat("simpan_uang"), isian("1.01.02", realisasi, "60")).content.decode()
    assert ('awas">lebih dari 15%' in isi) is ditandai


def test_batas_deviasi_adalah_pengaturan(sebagai: _Sebagai, settings: Settings) -> None:
    settings.BATAS_DEVIASI_KAS = 50
    assert 'awas">lebih dari' not in sebagai("perencana").get(alamat("isi_anggaran")).content.decode()


def test_tanpa_rencana_deviasinya_kosong_dengan_alasan(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").post(alamat("simpan_uang"), isian("1.02", "5")).content.decode()
    assert "Rencana kas 1.02 tahun 2024 belum diisi" in isi


def test_induk_yang_berbeda_menampilkan_jumlah_anak_dan_dapat_dilepas(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(alamat("simpan_uang"), isian("1.01.01", "70"))
    isi = client.post(alamat("simpan_uang"), isian("1.01", "135")).content.decode()
    assert "Pakai jumlah anak" in isi
    assert 'data-besaran="selisih_realisasi"' in isi
    nama = f"realisasi-{pk('1.01')}"
    kiriman = {"kosongkan": nama, nama: "135", f"dasar-{nama}": "135"}
    jawaban = client.post(alamat("isi_anggaran"), kiriman)
    assert jawaban.headers["Location"].endswith(f"#baris-{pk('1.01')}")
    assert tersimpan("1.01") is None
    assert "Pakai jumlah anak" not in client.get(alamat("isi_anggaran")).content.decode()


def test_simpan_semua_tanpa_skrip(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    jawaban = client.post(alamat("isi_anggaran"), isian("1.01.01", "70") | isian("1.02", "9", kolom="rencana"))
    assert jawaban.status_code == 302
    assert (tersimpan("1.01.01"), tersimpan("1.02", "rencana")) == (70, 9)
    assert "2 isian disimpan." in client.get(jawaban.headers["Location"]).content.decode()


def test_yang_ditolak_tetap_tampil_dengan_kalimatnya_dan_sisanya_tersimpan(sebagai: _Sebagai) -> None:
    jawaban = sebagai("perencana").post(alamat("isi_anggaran"), isian("1.01.01", "banyak") | isian("1.02", "9"))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 422
    assert 'value="banyak"' in isi
    assert "bukan angka" in isi
    assert (tersimpan("1.01.01"), tersimpan("1.02")) == (None, 9)


def test_omong_kosong_ditolak_pada_isiannya(sebagai: _Sebagai) -> None:
    jawaban = sebagai("perencana").post(alamat("simpan_uang"), isian("1.02", "1,234,5"))
    assert jawaban.status_code == 422
    assert "bukan angka" in jawaban.content.decode()


def test_bentrok_menampilkan_kedua_nilai(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _ubah_lain("1.02", 11)
    jawaban = client.post(alamat("simpan_uang"), isian("1.02", "9"))
    assert jawaban.status_code == 409
    assert "menyimpan <strong>11</strong>" in jawaban.content.decode()
    assert tersimpan("1.02") == 11


@pytest.mark.parametrize(("pilihan", "akhir"), [("tersimpan", 11), ("diminta", 9)])
def test_bentrok_dipilih_tanpa_skrip(sebagai: _Sebagai, pilihan: str, akhir: int) -> None:
    client = sebagai("perencana")
    _ubah_lain("1.02", 11)
    halaman = client.post(alamat("isi_anggaran"), isian("1.02", "9") | isian("1.01.01", "70"))
    assert halaman.status_code == 409
    isi = halaman.content.decode()
    nama = f"realisasi-{pk('1.02')}"
    assert f'name="pilih-{nama}"' in isi
    assert tersimpan("1.01.01") == 70
    dasar = re.search(f'id="dasar-{nama}" value="([^"]*)"', isi)
    assert dasar is not None
    kiriman = {nama: "9", f"dasar-{nama}": dasar[1], f"pilih-{nama}": pilihan}
    assert client.post(alamat("isi_anggaran"), kiriman).status_code == 302
    assert tersimpan("1.02") == akhir


@pytest.mark.parametrize("nama", ["simpan_uang", "isi_anggaran"])
def test_triwulan_tertutup_menolak_dengan_kalimat(sebagai: _Sebagai, nama: str) -> None:
    _tutup()
    jawaban = sebagai("perencana").post(alamat(nama), isian("1.02", "9"))
    assert jawaban.status_code == 409
    assert "sudah diajukan" in jawaban.content.decode()
    assert tersimpan("1.02") is None


def test_triwulan_tertutup_tanpa_isian_dan_tombol(sebagai: _Sebagai) -> None:
    _tutup("terkunci")
    isi = sebagai("perencana").get(alamat("isi_anggaran")).content.decode()
    assert "kotak__masukan" not in isi
    assert "Simpan semua" not in isi
    assert "Impor dari sistem anggaran" not in isi


def test_baris_di_luar_unit_hanya_dibaca(sebagai: _Sebagai) -> None:
    client = sebagai("perencana_unit")
    isi = client.get(alamat("isi_anggaran")).content.decode()
    assert re.findall(r'kotak__masukan" name="realisasi-(\d+)"', isi) == [str(pk("1.01.01"))]
    assert f'id="baris-{pk("1.01")}"' in isi  # where the row belongs
    assert f'id="baris-{pk("1.01.02")}"' not in isi
    assert f'id="baris-{pk("1.01.02")}"' in client.get(alamat("isi_anggaran") + "?unit=").content.decode()
    assert client.post(alamat("simpan_uang"), isian("1.01.01", "70")).status_code == 200
    assert tersimpan("1.01.01") == 70


def test_baris_orang_lain_dijawab_403_bila_hanya_itu(sebagai: _Sebagai) -> None:
    client = sebagai("perencana_unit")
    assert client.post(alamat("simpan_uang"), isian("1.01.02", "70", "60")).status_code == 403
    campur = client.post(alamat("simpan_uang"), isian("1.01.02", "70", "60") | isian("1.01.01", "70"))
    assert campur.status_code == 409
    assert "di luar unit Anda" in campur.content.decode()
    assert (tersimpan("1.01.02"), tersimpan("1.01.01")) == (60, 70)


def test_baris_yang_sudah_tidak_ada_disebut(sebagai: _Sebagai) -> None:
    jawaban = sebagai("perencana").post(alamat("simpan_uang"), {"realisasi-99999": "5", "dasar-realisasi-99999": ""})
    assert jawaban.status_code == 409
    assert "sudah tidak ada" in jawaban.content.decode()


def test_baris_instansi_lain_tidak_tersentuh(sebagai: _Sebagai) -> None:
    simpan_buku(kode=ASING)
    asing = pk("1.02", ASING)
    jawaban = sebagai("perencana").post(
        alamat("simpan_uang"), {f"realisasi-{asing}": "5", f"dasar-realisasi-{asing}": ""}
    )
    assert jawaban.status_code == 409
    assert not RealisasiAnggaran.objects.filter(anggaran=asing).exists()


@pytest.mark.parametrize(
    ("cari", "kode"),
    [
        ("evaluasi", {"1", "1.01", "1.01.02"}),
        ("1.01", {"1", "1.01", "1.01.01", "1.01.02"}),
        ("perencanaan", {"1", "1.01", "1.01.01", "1.01.02"}),
        ("tidak ada", set()),
    ],
)
def test_pencarian_menyisakan_yang_cocok_beserta_induk_dan_anaknya(
    sebagai: _Sebagai, cari: str, kode: set[str]
) -> None:
    isi = sebagai("perencana").get(alamat("isi_anggaran"), {"cari": cari}).content.decode()
    assert set(re.findall(r'id="baris-(\d+)"', isi)) == {str(pk(satu)) for satu in kode}
    assert ("Tidak ada baris yang cocok" in isi) is not bool(kode)


def test_instansi_tanpa_anggaran_diberi_tahu_apa_yang_perlu(sebagai: _Sebagai) -> None:
    simpan_buku(pohon=())
    isi = sebagai("perencana").get(alamat("isi_anggaran")).content.decode()
    assert "Anggaran belum dicatat" in isi
    assert '<form method="post" class="isian"' not in isi


def test_unit_tanpa_baris_anggaran_diberi_tahu_dan_kirimannya_dijawab(sebagai: _Sebagai) -> None:
    simpan_buku(pohon=(baris("1", pagu=5, penanggung_jawab="Bidang A"),))
    client = sebagai("perencana_unit_lain")
    assert "Tidak ada anggaran unit Anda" in client.get(alamat("isi_anggaran")).content.decode()
    assert client.post(alamat("simpan_uang")).status_code == 200


@pytest.mark.parametrize("triwulan", [0, 5])
def test_triwulan_lain_tidak_ada(sebagai: _Sebagai, triwulan: int) -> None:
    assert sebagai("admin").get(reverse("isi_anggaran", args=[SENDIRI, TAHUN, triwulan])).status_code == 404


@pytest.mark.parametrize("banyak", [10, 120])
def test_kueri_tetap_berapa_pun_barisnya(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    anak = tuple(baris(f"9.{n}", "9", pagu=100) for n in range(banyak - 1))
    simpan_buku(*(uang_kas(b.kode, "5", "6") for b in anak), pohon=(baris("9"), *anak))
    client, kiriman = sebagai("perencana"), isian("9.1", "7", "5")
    with django_assert_num_queries(HALAMAN):
        assert client.get(alamat("isi_anggaran")).status_code == 200
    with django_assert_num_queries(SIMPAN):
        assert client.post(alamat("simpan_uang"), kiriman).status_code == 200
    assert tersimpan("9.1") == Decimal(7)
