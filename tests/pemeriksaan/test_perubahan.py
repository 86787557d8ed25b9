"""Late changes: what counts as one, after what, for what reason, and what it did."""

from __future__ import annotations

import pickle
import pickletools
from dataclasses import replace

import pytest
from django.urls import reverse

from anggaran.models import RealisasiAnggaran
from kinerja.models import KinerjaTriwulan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.data import Narasi
from lkjip.laporan.models import Narasi as BarisNarasi
from lkjip.pemeriksaan.data_perubahan import (
    ArahAkibat,
    JenisPerubahan,
    SumberAlasan,
)
from lkjip.pemeriksaan.data_perubahan_kata import kalimat_akibat
from lkjip.pemeriksaan.selectors_perubahan import load_perubahan
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_urung import urungkan
from renstra.models import Indikator as BarisIndikator
from renstra.models import Perjanjian, TargetTahunan
from tests.pembuat import D, tw, uang
from tests.pemeriksaan.dunia_perubahan import (
    buka,
    buku_perubahan,
    satu_perubahan,
    setujui,
    tahun_uji,
    ubah_realisasi,
)
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji
from tests.terbitan.dunia_terbitan import buat_final, tahun_berkepala

# what counts


@pytest.mark.django_db
def test_yang_berjalan_biasa_bukan_perubahan_terlambat(disetujui: dict[str, Pengguna]) -> None:
    ubah_realisasi(70, triwulan=2, oleh=disetujui["perencana"])
    setujui(disetujui, 2)
    hasil = load_perubahan(tahun_uji())
    assert hasil.daftar == ()
    assert [k.sebutan.partition(" disetujui")[0] for k in hasil.daftar_kunci] == ["Triwulan I", "Triwulan II"]


@pytest.mark.django_db
def test_triwulan_yang_dibuka_kembali_lalu_diubah(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    ubah_realisasi(95, oleh=disetujui["perencana"])
    satu = satu_perubahan()
    assert (satu.oleh, satu.jalan) == ("Tuan perencana", "halaman pengisian")
    assert [k.kode for k in satu.daftar_kunci] == ["tw1"]
    (isi,) = satu.daftar_baris
    assert (isi.jenis, isi.triwulan, isi.aksi) == (JenisPerubahan.KINERJA, 1, "ubah")
    assert [(k.label, k.dari, k.menjadi) for k in isi.daftar_kolom] == [("realisasi", "40", "95")]
    (alasan,) = satu.daftar_alasan
    assert (alasan.sumber, alasan.isi, alasan.oleh) == (SumberAlasan.PEMBUKAAN, "Angka BPS direvisi", "Tuan kepala")
    akibat = {(a.besaran, a.triwulan): (a.sebelum, a.sesudah, a.arah, a.disetujui) for a in satu.daftar_akibat or ()}
    assert akibat[("capaian", 1)] == (D(40), D(95), ArahAkibat.NAIK, False)
    assert akibat[("kategori_capaian", 1)] == ("Rendah", "Tinggi", ArahAkibat.BERUBAH, False)


@pytest.mark.django_db
def test_dapat_dibaca_proses_penyusun_yang_tidak_mengenal_model(disetujui: dict[str, Pengguna]) -> None:
    """A class of a models module in what is sent would keep every PDF with such an annex from being made."""
    buka(disetujui)
    ubah_realisasi(95, oleh=disetujui["perencana"])
    kiriman = pickle.dumps(load_perubahan(tahun_uji()).tetap)
    nama = [arg for _, arg, _ in pickletools.genops(kiriman) if isinstance(arg, str)]
    assert "lkjip.pemeriksaan.data_perubahan" in nama
    assert not [satu for satu in nama if satu.endswith(".models")]


@pytest.mark.django_db
def test_uang_triwulan_yang_dibuka_kembali(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman"):
        RealisasiAnggaran.objects.filter(tahun_kinerja=tahun_uji(), triwulan=1).update(realisasi=D(20))
    akibat = {(a.besaran, a.kode, a.triwulan): (a.sebelum, a.sesudah) for a in satu_perubahan().daftar_akibat or ()}
    assert akibat[("serapan", "1", None)] == (D(30), D(20))
    assert akibat[("realisasi_anggaran", "", None)] == (D(30), D(20))
    assert ("serapan", "1", 1) not in akibat  # says the same as the year


@pytest.mark.django_db
def test_rencana_yang_diubah_menyebut_angka_yang_tetap_disetujui(disetujui: dict[str, Pengguna]) -> None:
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman", alasan="Reviu rencana"):
        TargetTahunan.objects.filter(indikator__kode="I1", indikator__renstra=tahun_uji().renstra).update(target=D(80))
        Perjanjian.objects.filter(tahun_kinerja=tahun_uji()).update(target=D(80))
    satu = satu_perubahan()
    assert {b.jenis for b in satu.daftar_baris} == {JenisPerubahan.RENCANA}
    assert [(a.sumber, a.isi) for a in satu.daftar_alasan] == [(SumberAlasan.SIMPANAN, "Reviu rencana")]
    (akibat,) = [a for a in satu.daftar_akibat or () if (a.besaran, a.triwulan) == ("capaian", 1)]
    assert (akibat.sebelum, akibat.sesudah, akibat.disetujui) == (D(40), D(50), True)
    assert "tidak ikut berubah" in kalimat_akibat(akibat).catatan


@pytest.mark.django_db
def test_arah_indikator_dan_target_tahun_lain(disetujui: dict[str, Pengguna]) -> None:
    indikator = BarisIndikator.objects.get(kode="I1", renstra=tahun_uji().renstra)
    TargetTahunan.objects.create(indikator=indikator, tahun=TAHUN + 1, target=D(120))
    BarisIndikator.objects.filter(pk=indikator.pk).update(urutan=9)
    assert load_perubahan(tahun_uji()).daftar == ()  # of next year, and no content
    BarisIndikator.objects.filter(pk=indikator.pk).update(arah="negatif")
    satu = satu_perubahan()
    assert [k.label for k in satu.daftar_baris[0].daftar_kolom] == ["arah"]
    assert satu.oleh == "sistem"
    assert not satu.beralasan


@pytest.mark.django_db
def test_baris_yang_dihapus(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman"):
        KinerjaTriwulan.objects.filter(tahun_kinerja=tahun_uji(), triwulan=1).delete()
    satu = satu_perubahan()
    assert satu.daftar_baris[0].aksi == "hapus"
    assert [(a.sebelum, a.sesudah) for a in satu.daftar_akibat or () if a.besaran == "capaian"] == [(D(40), None)]


@pytest.mark.django_db
def test_impor_adalah_satu_kejadian_dengan_barisnya(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    buku = buku_perubahan()
    triwulan = (tw("I1", 1, 45), tw("I1", 2, 61))
    kinerja = replace(buku.data.kinerja, daftar_kinerja_triwulan=triwulan)
    anggaran = replace(buku.data.anggaran, kinerja=kinerja, daftar_realisasi_anggaran=(uang("1", 35, 1),))
    impor_buku(buku=replace(buku, data=replace(buku.data, anggaran=anggaran)), oleh=disetujui["perencana"])
    satu = satu_perubahan()
    assert satu.jalan == "impor buku kerja"
    assert [(b.jenis, b.triwulan) for b in satu.daftar_baris] == [
        (JenisPerubahan.KINERJA, 1),
        (JenisPerubahan.ANGGARAN, 1),
    ]


@pytest.mark.django_db
def test_yang_diurungkan_hanya_tampil_bila_diminta(disetujui: dict[str, Pengguna], sebagai: _Sebagai) -> None:
    buka(disetujui)
    ubah_realisasi(45, oleh=disetujui["perencana"])
    perencana = disetujui["perencana"]
    kejadian = ubah_realisasi(99, oleh=disetujui["pengelola"])
    urungkan(kejadian=kejadian, instansi=tahun_uji().instansi_id, oleh=disetujui["pengelola"])
    hasil = load_perubahan(tahun_uji())
    assert [p.kembali for p in hasil.daftar] == [True, True, False]
    assert [p.oleh for p in hasil.tetap] == [str(perencana)]
    client, alamat = sebagai("perencana"), reverse("perubahan_terlambat", args=[SENDIRI, TAHUN])
    assert "<ins>99</ins>" not in client.get(alamat).content.decode()
    semua = client.get(alamat, {"semua": "on"}).content.decode()
    assert "<ins>99</ins>" in semua
    assert "diambil kembali" in semua.partition("daftar-temuan")[2]


@pytest.mark.django_db
def test_kembali_ke_nilai_yang_disetujui_meniadakan_semuanya(disetujui: dict[str, Pengguna]) -> None:
    buka(disetujui)
    ubah_realisasi(45, oleh=disetujui["perencana"])
    ubah_realisasi(40, oleh=disetujui["pengelola"])
    hasil = load_perubahan(tahun_uji())
    assert (len(hasil.daftar), hasil.tetap) == (2, ())


# the report, and the agreement


@pytest.fixture
def final(pemeran: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch) -> dict[str, Pengguna]:
    buku = buku_uji(SENDIRI)
    impor_buku(buku=replace(buku, laporan=replace(buku.laporan, daftar_narasi=(Narasi("bab4.kesimpulan", 1, "Baik"),))))
    monkeypatch.setattr("lkjip.terbitan.services.temuan_menghalangi", lambda *_: ())
    buat_final(tahun_berkepala(), pemeran["kepala"])
    return pemeran


@pytest.mark.django_db
def test_sesudah_final_naskah_hanya_disebut_berubah(final: dict[str, Pengguna]) -> None:
    assert load_perubahan(tahun_uji()).daftar == ()
    with konteks_riwayat(oleh=final["perencana"], jalur="naskah"):
        BarisNarasi.objects.filter(tahun_kinerja=tahun_uji()).update(isi="Sangat rahasia")
    satu = satu_perubahan()
    assert [k.nama for k in satu.daftar_kunci] == ["Laporan final versi 1"]
    (isi,) = satu.daftar_baris
    assert (isi.jenis, isi.subjek, isi.daftar_kolom) == (JenisPerubahan.NASKAH, "bab4.kesimpulan", ())
    assert satu.daftar_akibat == ()


@pytest.mark.django_db
def test_sesudah_final_data_triwulan_terlambat_walau_belum_disetujui(final: dict[str, Pengguna]) -> None:
    ubah_realisasi(70, triwulan=4, oleh=final["perencana"])
    satu = satu_perubahan()
    assert [k.kode for k in satu.daftar_kunci] == ["laporan"]
    assert any(a.besaran == "capaian" and a.sesudah == D(70) for a in satu.daftar_akibat or ())
