"""Who opens the board of scores, and what each reader sees of whom."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kinerja.models import PengaturanEvaluasi
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Instansi, Penugasan, Peran
from tests.evaluasi.alamat_papan import PEMBUKA, SEMUA_NAMA
from tests.evaluasi.papan_uji import buka, rekam
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA
from tests.situs.test_akses import SEMUA

NILAI = ("24", "24", "12", "20")


def _instansi(kode: str) -> Instansi:
    return Instansi.objects.get(kode=kode)


def _buka_peringkat() -> None:
    with menulis(oleh=None, jalur="uji"):
        simpan_baris(PengaturanEvaluasi(pemda=_instansi(SENDIRI).pemda, tingkat="subkomponen", peringkat_terbuka=True))


def _isi(client: Client, kueri: str = "") -> str:
    return client.get(reverse("nilai_sakip") + kueri).content.decode()


@pytest.mark.parametrize("nama", SEMUA)
def test_papan_hanya_bagi_apip_pengelola_dan_admin(sebagai: _Sebagai, nama: str) -> None:
    client = sebagai(nama)
    for alamat in SEMUA_NAMA:
        assert client.get(reverse(alamat)).status_code == (200 if nama in PEMBUKA else 403), alamat
        assert client.post(reverse(alamat)).status_code == 405, alamat


@pytest.mark.usefixtures("pemeran")
def test_tanpa_masuk_diantar_ke_halaman_masuk(client: Client) -> None:
    for alamat in SEMUA_NAMA:
        assert client.get(reverse(alamat)).headers["Location"].startswith(reverse("masuk"))


def test_pemda_asing_tidak_ada_dan_tidak_termuat(sebagai: _Sebagai) -> None:
    rekam(_instansi(ASING), 2024, *NILAI)
    client, asing = sebagai("inspektorat"), _instansi(ASING)
    for alamat in SEMUA_NAMA:
        assert client.get(reverse(alamat), {"pemda": str(asing.pemda_id)}).status_code == 404
    assert ASING not in _isi(client)
    banding = client.get(reverse("banding_nilai"), {"pilih": [asing.pk, _instansi(SENDIRI).pk]}).content.decode()
    assert asing.nama not in banding
    assert _instansi(SENDIRI).nama in banding


def test_admin_memilih_satu_pemda_atau_semua(sebagai: _Sebagai) -> None:
    client = sebagai("admin")
    assert all(_instansi(k).nama in _isi(client) for k in (SENDIRI, SEPEMDA, ASING))
    satu = _isi(client, f"?pemda={_instansi(ASING).pemda_id}")
    assert f'aria-label="Bandingkan {_instansi(ASING).nama}"' in satu
    assert f'aria-label="Bandingkan {_instansi(SENDIRI).nama}"' not in satu
    assert client.get(reverse("nilai_sakip"), {"pemda": 999_999}).status_code == 404


def test_evaluasi_berjalan_tampil_keadaannya_tanpa_nilai_bagi_siapa_pun(sebagai: _Sebagai) -> None:
    buka(_instansi(SENDIRI), 2024)
    for nama in PEMBUKA:
        isi = _isi(sebagai(nama), "?tahun=2024")
        assert "Penilaian oleh tim" in isi
        assert 'data-besaran="nilai_sakip"' in isi
        assert 'data-keadaan="ada"' not in isi


def test_kepala_melihat_nilai_akhir_saja_bila_pemda_membukanya(sebagai: _Sebagai) -> None:
    rekam(_instansi(SEPEMDA), 2024, *NILAI)
    buka(_instansi(SENDIRI), 2024)
    client = sebagai("kepala")
    assert client.get(reverse("nilai_sakip")).status_code == 403
    _buka_peringkat()
    isi = _isi(client, "?tahun=2024")
    assert "80,00" in isi
    assert _instansi(SENDIRI).nama in isi
    for tersembunyi in ("Penilaian oleh tim", "LHE terbit", "Rekomendasi terbuka", "Keadaan evaluasi"):
        assert tersembunyi not in isi
    for lain in ("perencana", "verifikator", "tanpa_tugas"):
        assert sebagai(lain).get(reverse("nilai_sakip")).status_code == 403


def test_menu_hanya_menawarkan_papan_kepada_yang_dapat_membukanya(sebagai: _Sebagai) -> None:
    def menawarkan(nama: str) -> bool:
        return "Nilai SAKIP</a>" in sebagai(nama).get(reverse("beranda")).content.decode()

    assert {nama for nama in SEMUA if menawarkan(nama)} == PEMBUKA
    _buka_peringkat()
    assert {nama for nama in SEMUA if nama not in PEMBUKA and menawarkan(nama)} == {"kepala"}


def test_kepala_tidak_menyaring_menurut_keadaan(sebagai: _Sebagai) -> None:
    """A filter that would tell what the page does not."""
    buka(_instansi(SENDIRI), 2024)
    _buka_peringkat()
    client = sebagai("kepala")
    assert _isi(client, "?tahun=2024&keadaan=penilaian").count('name="pilih"') == 2


def test_kepala_daerah_melihat_nilai_akhir_tanpa_dibuka(client: Client, pemeran: dict[str, Pengguna]) -> None:
    Penugasan.objects.filter(pengguna=pemeran["tanpa_tugas"]).delete()
    Penugasan.objects.create(pengguna=pemeran["tanpa_tugas"], peran=Peran.KEPALA, pemda=_instansi(SENDIRI).pemda)
    client.force_login(pemeran["tanpa_tugas"])
    assert client.get(reverse("nilai_sakip")).status_code == 200
    assert "Keadaan evaluasi" not in _isi(client)


@pytest.mark.parametrize(
    "kueri",
    ["?tahun=abc", "?tahun=99999", "?urut=-x&predikat=Z&gerak=q&keadaan=r&jenis=s", "?halaman=zz", "?cari=%00",
     "?pemda=abc", "?pilih=abc&pilih=999999999999999999999"],
)  # fmt: skip
def test_alamat_yang_dikarang_tidak_merusak_halaman(sebagai: _Sebagai, kueri: str) -> None:
    client = sebagai("inspektorat")
    for alamat in ("nilai_sakip", "banding_nilai", "unduh_nilai_xlsx"):
        assert client.get(reverse(alamat) + kueri).status_code == 200
