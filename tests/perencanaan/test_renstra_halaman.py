"""The pages of the Renstra without a script: outline, forms, removal, the IKU form, identity; and their queries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from anggaran.models import IndikatorAnggaran
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.halaman.saran_indikator import saran_indikator
from lkjip.laporan.models import IdentitasLaporan
from renstra.data import Arah, CaraHitung, Indikator, JenisIndikator
from renstra.data_rencana import IndikatorRencana, RincianIndikator, Target
from renstra.models import Indikator as BarisIndikator
from renstra.models import Instansi, Misi, Renstra, Sasaran, TahunKinerja
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, target
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

pytestmark = pytest.mark.django_db
DASAR = [SENDIRI, TAHUN]


def _alamat(nama: str, *lain: object) -> str:
    return reverse(nama, args=[*DASAR, *lain])


def _indikator() -> BarisIndikator:
    return BarisIndikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1")


def test_menambah_dan_mengubah_lewat_formulir_lalu_mengurungkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert 'value="M1"' in client.get(_alamat("tambah_rencana", "misi")).content.decode()
    isi = {"kode": "M1", "visi": "Maju", "uraian": "Mewujudkan\r\nlayanan"}
    halaman = client.post(_alamat("tambah_rencana", "misi"), isi, follow=True).content.decode()
    misi = Misi.objects.get()
    assert (misi.uraian, "Misi M1 ditambahkan." in halaman, "Urungkan" in halaman) == (
        "Mewujudkan\nlayanan",
        True,
        True,
    )
    ubah = _alamat("ubah_rencana", "misi", misi.pk)
    isi = {"uraian": "Lain", "dasar-uraian": "Mewujudkan\nlayanan", "kode": "M1", "dasar-kode": "M1"}
    assert client.post(ubah, isi).status_code == 302
    jawaban = client.post(ubah, isi | {"uraian": "Ketiga"})
    assert jawaban.status_code == 422
    assert "menyimpan “Lain”" in jawaban.content.decode()
    assert client.post(ubah, {"kode": "", "dasar-kode": "M1"}).status_code == 422
    sisipan = client.get(ubah, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in sisipan
    assert f'action="{ubah}"' in sisipan


def test_tombol_naik_dan_susunan_dari_seretan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    satu, dua = Sasaran.objects.filter(renstra__instansi__kode=SENDIRI)
    jawaban = client.post(_alamat("susun_renstra"), {"geser": f"naik:sasaran:{dua.pk}"}, follow=True)
    assert "S2 dinaikkan." in jawaban.content.decode()
    isi = {"baris": f"sasaran:{dua.pk}", "induk": f"tujuan:{satu.tujuan_id}", "urutan": f"{satu.pk},{dua.pk}"}
    potongan = client.post(_alamat("susun_renstra"), isi, headers={"HX-Request": "true"}).content.decode()
    assert "S2 dipindahkan." in potongan
    assert f'name="kembali" value="{_alamat("renstra")}"' in potongan
    assert list(Sasaran.objects.filter(renstra=satu.renstra).values_list("kode", flat=True)) == ["S1", "S2"]
    for salah in (
        {"geser": "naik:anggaran:1"},
        {"geser": "x:sasaran:1"},
        {"baris": f"sasaran:{satu.pk}", "urutan": "x"},
    ):
        assert client.post(_alamat("susun_renstra"), salah).status_code == 302


def test_hapus_menanyakan_dulu_dan_dapat_diurungkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    pk = Sasaran.objects.get(renstra__instansi__kode=SENDIRI, kode="S1").pk
    hapus = _alamat("hapus_rencana", "sasaran", pk)
    assert "1 indikator" in client.get(hapus).content.decode()
    assert client.post(hapus).status_code == 422
    halaman = client.post(hapus, {"yakin": "ya"}, follow=True).content.decode()
    assert "Sasaran S1 dihapus." in halaman
    assert not Sasaran.objects.filter(pk=pk).exists()
    assert client.get(hapus).status_code == 404


def test_formulir_iku_menyimpan_ketiga_bagiannya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    sasaran = Sasaran.objects.get(renstra__instansi__kode=SENDIRI, kode="S2")
    baru = f"{_alamat('indikator_baru')}?induk=sasaran:{sasaran.pk}"
    assert 'value="I2"' in client.get(baru).content.decode()
    isi = {
        "kode": "I2", "induk": f"sasaran:{sasaran.pk}", "uraian": "Persentase keluhan", "satuan": "Persen",
        "jenis": "persen", "arah": "positif", "akumulasi": "akhir", "iku": "ya", "bobot": "0,40",
        "cara_hitung": "rasio",
        "definisi": "Keluhan tertulis", "uraian_pembilang": "Selesai", "target_2024": "98,50", "target_2025": "",
    }  # fmt: skip
    jawaban = client.post(baru, isi | {"lanjut": "tambah"})
    assert jawaban.url.endswith(f"?induk=sasaran:{sasaran.pk}")  # type: ignore[attr-defined]
    satu = BarisIndikator.objects.get(kode="I2")
    assert (satu.bobot, satu.iku, satu.rincian.definisi, satu.rincian.cara_hitung) == (
        D("0.40"), True, "Keluhan tertulis", "rasio"
    )  # fmt: skip
    assert [(t.tahun, str(t.target)) for t in satu.daftar_target_tahunan.all()] == [(2024, "98.50")]
    salinan = client.get(f"{_alamat('indikator_baru')}?salin={satu.pk}").content.decode()
    assert 'value="98,50"' in salinan
    assert 'value="I3"' in salinan
    jawaban = client.post(_alamat("indikator_rencana", satu.pk), {"bobot": "x", "dasar-bobot": "0.40"})
    assert (jawaban.status_code, "bukan angka" in jawaban.content.decode()) == (422, True)


def test_indikator_baris_anggaran_memakai_formulir_yang_sama(sebagai: _Sebagai) -> None:
    impor_buku(buku=BukuKerja(buat_data(buku_uji(SENDIRI).data.kinerja, daftar_anggaran=(baris("1.01"),))))
    client = sebagai("perencana")
    pk = TahunKinerja.objects.get(instansi__kode=SENDIRI).daftar_anggaran.get().pk
    baru = f"{_alamat('indikator_baru')}?induk=anggaran:{pk}"
    assert f'value="anggaran:{pk}" selected' in client.get(baru).content.decode()
    client.post(baru, {"kode": "IKP1", "induk": f"anggaran:{pk}", "uraian": "Laporan", "target_2024": "4"})
    tautan = IndikatorAnggaran.objects.get()
    assert (tautan.anggaran_id, tautan.indikator.kode) == (pk, "IKP1")
    assert "Program, kegiatan, dan subkegiatan" in client.get(_alamat("target_renstra")).content.decode()
    ubah = _alamat("indikator_rencana", tautan.indikator_id)
    assert client.post(ubah, {"satuan": "Dokumen", "dasar-satuan": ""}).status_code == 302
    client.post(_alamat("hapus_rencana", "indikator", tautan.indikator_id), {"yakin": "ya"})
    assert not IndikatorAnggaran.objects.exists()


def test_indikator_instansi_lain_tidak_ada(sebagai: _Sebagai) -> None:
    asing = BarisIndikator.objects.exclude(renstra__instansi__kode=SENDIRI).first()
    assert asing
    client = sebagai("perencana")
    for alamat in (_alamat("indikator_rencana", asing.pk), _alamat("hapus_rencana", "indikator", asing.pk)):
        assert client.get(alamat).status_code == 404
    besar = 10**30
    for alamat in (_alamat("indikator_rencana", besar), _alamat("hapus_rencana", "sasaran", besar)):
        assert client.get(alamat).status_code == 404
    assert client.get(f"{_alamat('indikator_baru')}?salin={besar}&induk=x:{besar}").status_code == 200
    assert client.get(_alamat("hapus_rencana", "anggaran", 1)).status_code == 404
    assert client.get(_alamat("tambah_rencana", "indikator")).status_code == 404


def test_identitas_tahun_periode_dan_laporan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    semula = Instansi.objects.get(kode=SENDIRI).nama
    isi = {
        "nama": "Dinas Baru", "dasar-nama": semula, "nip_kepala": "198001012005011001", "renstra_awal": "2025",
        "dasar-renstra_awal": "2024", "jenis_laporan": "triwulan", "triwulan": "2", "tanggal_laporan": "2025-02-28",
    }  # fmt: skip
    assert client.post(_alamat("identitas_tahun"), isi).status_code == 302
    tahun = TahunKinerja.objects.select_related("renstra").get(instansi__kode=SENDIRI)
    laporan = IdentitasLaporan.objects.get(tahun_kinerja=tahun)
    assert (tahun.nama, tahun.renstra.renstra_awal, laporan.triwulan) == ("Dinas Baru", 2025, 2)
    assert Instansi.objects.get(kode=SENDIRI).nama == "Dinas Baru"
    for kolom, salah in (("renstra_akhir", "2020"), ("renstra_awal", "1800"), ("jenis_laporan", "bulanan")):
        kini = {"renstra_akhir": "2026", "renstra_awal": "2025", "jenis_laporan": "triwulan"}[kolom]
        jawaban = client.post(_alamat("identitas_tahun"), {kolom: salah, f"dasar-{kolom}": kini})
        assert (jawaban.status_code, "bidang__galat" in jawaban.content.decode()) == (422, True), kolom
    Renstra.objects.create(instansi=tahun.instansi, renstra_awal=2030, renstra_akhir=2034)
    isi = {"renstra_awal": "2030", "dasar-renstra_awal": "2025", "renstra_akhir": "2034", "dasar-renstra_akhir": "2026"}
    assert client.post(_alamat("identitas_tahun"), isi).status_code == 302
    tahun.renstra.refresh_from_db()
    assert (tahun.renstra.renstra_awal, tahun.renstra.versi) == (2030, 2)


def test_saran_hanya_untuk_yang_kurang() -> None:
    lengkap = IndikatorRencana(
        1, "sasaran:1",
        Indikator("I1", "S1", "Persentase keluhan yang ditindaklanjuti", "Persen", JenisIndikator.PERSEN, Arah.POSITIF,
                  formulasi="Keluhan selesai dibagi keluhan masuk", sumber_data="SP4N", penanggung_jawab="Sekretariat"),
        {2024: Target(D(1))},
    )  # fmt: skip
    assert saran_indikator(lengkap) == ()
    for ubah, kata in (
        ({"uraian": "Melaksanakan pelatihan aparatur"}, "kegiatan"),
        ({"uraian": "Nilai"}, "terlalu pendek"),
        ({"satuan": ""}, "Satuan"),
        ({"formulasi": "Dihitung"}, "pembilang"),
        ({"jenis": JenisIndikator.ANGKA}, "jenisnya bukan persen"),
        ({"sumber_data": ""}, "Sumber data"),
    ):
        (saran,) = saran_indikator(replace(lengkap, isi=replace(lengkap.isi, **ubah)))
        assert kata in saran
    rasio = replace(lengkap, rincian=RincianIndikator(cara_hitung=CaraHitung.RASIO), target={})
    assert len(saran_indikator(rasio)) == 2


def _buku_besar(banyak: int) -> BukuKerja:
    kode = [f"I{n}" for n in range(1, banyak + 1)]
    renstra = replace(
        buat_renstra(
            *(Indikator(k, "S1", f"Indeks {k} kualitas pelayanan kepegawaian", "Indeks") for k in kode),
            instansi=buku_uji(SENDIRI).data.renstra.instansi,
        ),
        daftar_target_tahunan=tuple(target(k, 100) for k in kode),
    )
    return BukuKerja(buat_data(buat_kinerja(renstra), daftar_anggaran=tuple(baris(f"1.{n}") for n in range(banyak))))


def _banyak_kueri(client: object, alamat: str) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(alamat).status_code == 200  # type: ignore[attr-defined]
    return len(kueri)


def test_kueri_tetap_berapa_pun_barisnya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    daftar = []
    for banyak in (1, 60):
        impor_buku(buku=_buku_besar(banyak))
        pk, sasaran = _indikator().pk, Sasaran.objects.get(renstra__instansi__kode=SENDIRI, kode="S1").pk
        alamat = [_alamat(n) for n in ("renstra", "target_renstra", "identitas_tahun", "tempel_target_renstra")]
        alamat += [_alamat("indikator_rencana", pk), f"{_alamat('indikator_baru')}?induk=sasaran:{sasaran}"]
        alamat += [_alamat("ubah_rencana", "sasaran", sasaran)]
        daftar.append([_banyak_kueri(client, a) for a in alamat])
    assert daftar[0] == daftar[1]
    assert max(daftar[1]) < 50
