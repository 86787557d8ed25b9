"""The pages of the method, the scales and the try-out; and the two numbers of a decrease in the quarter's panel."""

from __future__ import annotations

import pytest
from django.urls import reverse

from kinerja.models import KinerjaTriwulan, MetodePengukuran, Skala
from lkjip.selectors import load_buku
from renstra.models import Indikator, RincianIndikator, TahunKinerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

pytestmark = pytest.mark.django_db


def _alamat(nama: str, *lain: object) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, *lain])


def _metode() -> MetodePengukuran:
    return MetodePengukuran.objects.get(tahun_kinerja__instansi__kode=SENDIRI)


def test_metode_disimpan_dan_yang_sudah_diubah_orang_lain_ditolak(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(_alamat("metode_pengukuran"), {"batas_capaian": "120", "rumus_negatif": "selisih", "desimal": "2"})
    assert (str(_metode().batas_capaian), _metode().rumus_negatif, _metode().desimal) == ("120", "selisih", 2)
    basi = {"batas_capaian": "110", "dasar-batas_capaian": "100"}
    jawaban = client.post(_alamat("metode_pengukuran"), basi)
    assert jawaban.status_code == 422
    assert "baru saja diubah orang lain" in jawaban.content.decode()
    for salah in ({"desimal": "11"}, {"skala": "tidak ada"}, {"rumus_negatif": "ngawur"}):
        assert client.post(_alamat("metode_pengukuran"), salah).status_code == 422, salah
    assert str(_metode().batas_capaian) == "120"


def test_contoh_metode_tidak_menyimpan_apa_pun(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    semula = load_buku(TahunKinerja.objects.get(instansi__kode=SENDIRI))
    isi = client.get(_alamat("contoh_metode"), {"batas_capaian": "50"}).content.decode()
    assert "Capaian I1 menjadi <strong>50,00%</strong> (sekarang 80,00%)" in isi
    assert load_buku(TahunKinerja.objects.get(instansi__kode=SENDIRI)) == semula


def test_skala_peraturan_disalin_dan_dipakai(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(_alamat("salin_skala"), {"nama": "permendagri_54"})
    assert [str(b) for b in Skala.objects.values_list("batas_bawah", flat=True)] == ["91", "76", "66", "51", "0"]
    client.post(_alamat("pakai_skala"), {"nama": "permendagri_54"})
    assert _metode().skala == "permendagri_54"
    hapus = client.post(_alamat("hapus_skala"), {"nama": "permendagri_54"})
    assert hapus.status_code == 422
    assert "sedang dipakai" in hapus.content.decode()
    assert Skala.objects.count() == 5
    assert client.post(_alamat("pakai_skala"), {"nama": "lain"}).status_code == 422


@pytest.mark.parametrize("nama", ["skm", "nspk", "sistem_merit", "ip_asn", "bukan"])
def test_tabel_indeks_tidak_dapat_menjadi_skala_capaian(sebagai: _Sebagai, nama: str) -> None:
    jawaban = sebagai("perencana").post(_alamat("salin_skala"), {"nama": nama})
    assert jawaban.status_code == 422
    assert "bukan capaian dalam persen" in jawaban.content.decode()
    assert not Skala.objects.exists()


def test_predikat_indeks_dapat_dibaca(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    isi = client.get(_alamat("skala_kategori"), {"indeks": "nspk", "nilai": "90,43"}).content.decode()
    assert "Indeks implementasi NSPK manajemen ASN: A (Unggul)" in isi
    assert "bukan angka" in client.get(_alamat("skala_kategori"), {"indeks": "nspk", "nilai": "x"}).content.decode()


def test_skala_sendiri_dibuat_dicerminkan_dan_berganti_nama(sebagai: _Sebagai) -> None:
    client, alamat = sebagai("perencana"), _alamat("ubah_skala")
    isi = {"nama": "Kami", "positif": "80,5 Baik\n0 Kurang", "negatif": ""}
    cermin = client.post(alamat, {**isi, "aksi": "cermin"}).context["kiriman"]
    assert cermin.negatif == "0 Baik\n119,51 Kurang"
    assert not Skala.objects.exists()
    client.post(alamat, {**isi, "negatif": cermin.negatif, "aksi": "simpan"})
    assert Skala.objects.count() == 4
    assert client.post(alamat, {**isi, "aksi": "simpan"}).status_code == 422  # the name is taken
    client.post(_alamat("pakai_skala"), {"nama": "Kami"})
    client.post(f"{alamat}?nama=Kami", {**isi, "nama": "Kita", "aksi": "simpan"})
    assert set(Skala.objects.values_list("skala", flat=True)) == {"Kita"}
    assert _metode().skala == "Kita"
    salah = client.post(alamat, {"nama": "X", "positif": "Baik 80\n90", "aksi": "simpan"})
    assert salah.status_code == 422
    assert "Kelas positif, baris 1" in salah.content.decode()
    assert client.get(f"{alamat}?nama=tidak-ada").status_code == 404


def test_coba_rumus_menjawab_dengan_jejaknya(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    isi = {"cara_hitung": "penurunan", "jenis": "persen", "bilangan-0": "40", "bilangan-1": "30", "target": "20"}
    halaman = client.get(_alamat("coba_rumus"), isi).content.decode()
    assert "(tahun lalu − tahun ini) / tahun lalu × 100%" in halaman
    assert "10 / 40 × 100" in halaman
    assert "125,00%" in halaman
    sisipan = client.get(_alamat("coba_rumus"), {**isi, "target": "1.234"}, headers={"HX-Request": "true"})
    assert "<html" not in sisipan.content.decode()
    assert "dapat berarti dua angka" in sisipan.content.decode()


def _cara(cara: str, **lain: str) -> Indikator:
    indikator = Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1")
    Indikator.objects.filter(pk=indikator.pk).update(jenis="persen")
    RincianIndikator.objects.update_or_create(indikator=indikator, defaults={"cara_hitung": cara, **lain})
    return indikator


def test_panel_meminta_dua_angka_bagi_penurunan(sebagai: _Sebagai) -> None:
    client, indikator = sebagai("perencana"), _cara("penurunan", uraian_penyebut="temuan")
    panel = client.get(_alamat("panel_indikator", 3, indikator.pk)).content.decode()
    assert "temuan tahun lalu (n−1)" in panel
    assert 'name="pembilang-' not in panel
    simpan = _alamat("simpan_penurunan", 3, indikator.pk)
    assert client.post(simpan, {"lalu": "40"}).status_code == 422
    client.post(simpan, {"lalu": "40", "kini": "30"})
    baris = KinerjaTriwulan.objects.get(indikator=indikator, triwulan=3)
    assert (str(baris.pembilang), str(baris.penyebut)) == ("10", "40")
    kembali = client.get(_alamat("panel_indikator", 3, indikator.pk)).content.decode()
    assert 'name="lalu" value="40"' in kembali
    assert 'name="kini" value="30"' in kembali
    basi = client.post(simpan, {"lalu": "41", "kini": "30"})
    assert basi.status_code == 422
    assert "baru saja diubah orang lain" in basi.content.decode()


def test_panel_menyebut_pembilang_dan_penyebut_dengan_katanya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    indikator = _cara("rasio", uraian_pembilang="keluhan selesai", uraian_penyebut="keluhan masuk")
    panel = client.get(_alamat("panel_indikator", 3, indikator.pk)).content.decode()
    assert "keluhan selesai / keluhan masuk × 100%" in panel
    assert 'aria-hidden="true">keluhan selesai</span>' in panel
    triwulan = client.get(_alamat("isi_triwulan", 3)).content.decode()
    assert 'placeholder="dari pembilang/penyebut"' in triwulan
    _cara("langsung")
    assert 'name="pembilang-' not in client.get(_alamat("panel_indikator", 3, indikator.pk)).content.decode()
