"""The budget's pages: the grid with its sums and filters, the page of a row, links with shares, removal with undo."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from anggaran.data import Tingkat
from anggaran.models import Anggaran, IndikatorAnggaran, Penunjang, PorsiAnggaran
from kinerja.data_pengisian import StatusPengisian
from kinerja.services_pengisian import kunci_triwulan
from lkjip.besaran import hitung
from renstra.models import Indikator
from tests.pembuat import baris as rekaman
from tests.pengisian.dunia import pindahkan
from tests.pengisian.uang_uji import simpan_buku, uang_kas
from tests.perencanaan.anggaran_uji import alamat, baris, buku_kini, isian, tahun_uji
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI

HALAMAN, SIMPAN, SATU_BARIS = 36, 46, 45


@pytest.fixture(autouse=True)
def _uang(pemeran: object) -> None:
    simpan_buku(uang_kas("1.01.01", "50"))


def test_pohon_menampilkan_jumlah_anak_dan_total(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").get(alamat("anggaran_rencana"))
    per_kode = {b.anggaran.kode: b for b in isi.context["halaman"].daftar}
    assert list(per_kode) == ["1", "1.01", "1.01.01", "1.01.02", "1.02"]
    assert [j.petunjuk for j in per_kode["1"].daftar_jumlah] == ["1.000", "jumlah anak"]
    assert isi.context["halaman"].total["pagu_murni"].hasil.angka == 1000
    assert "tidak menurut nomenklatur" in isi.content.decode()
    assert per_kode["1"].daftar_temuan == ()


def test_satu_isian_disimpan_dan_jumlah_di_atasnya_ikut_segar(sebagai: _Sebagai) -> None:
    jawaban = sebagai("perencana").post(alamat("simpan_anggaran_rencana"), isian("1.01.01", "pagu_murni", "150", "100"))
    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert f'id="jumlah-pagu_murni-{baris("1").pk}" data-petunjuk="1.050"' in isi
    assert 'id="total-pagu_murni"' in isi
    assert baris("1.01.01").pagu_murni == 150


def test_induk_yang_beda_dari_anaknya_ditandai_dan_dapat_memakai_jumlah_anak(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(alamat("simpan_anggaran_rencana"), isian("1.01", "pagu_murni", "310"))
    halaman = client.get(alamat("anggaran_rencana"))
    assert "Pakai jumlah anak" in halaman.content.decode()
    kirim = {**isian("1.01", "pagu_murni", "310", "310"), "kosongkan": f"pagu_murni-{baris('1.01').pk}"}
    assert client.post(alamat("anggaran_rencana"), kirim).status_code == 302
    assert baris("1.01").pagu_murni is None


def test_dua_orang_sekaligus_dan_ketikan_yang_salah(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    Anggaran.objects.filter(pk=baris("1.02").pk).update(pagu_murni=900)
    bentrok = client.post(alamat("simpan_anggaran_rencana"), isian("1.02", "pagu_murni", "800", "700"))
    assert bentrok.status_code == 409
    assert "Sementara itu" in bentrok.content.decode()
    salah = client.post(alamat("simpan_anggaran_rencana"), isian("1.02", "pagu_murni", "-5", "900"))
    assert salah.status_code == 422
    assert baris("1.02").pagu_murni == 900
    ganda = client.post(alamat("simpan_anggaran_rencana"), isian("1.02", "kode", "1.01", "1.02"))
    assert "sudah dipakai baris lain" in ganda.content.decode()


def test_saringan_menyisakan_yang_cocok_beserta_leluhurnya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")

    def kode(**saring: str) -> list[str]:
        return [b.anggaran.kode for b in client.get(alamat("anggaran_rencana"), saring).context["halaman"].daftar]

    assert kode(cari="evaluasi") == ["1", "1.01", "1.01.02"]
    assert kode(cari="tidak ada itu") == []
    assert kode(sasaran="S1") == []
    assert kode(buka="0") == ["1"]
    assert kode(buka=str(baris("1").pk)) == ["1", "1.01", "1.02"]
    assert kode(buka="semua") == ["1", "1.01", "1.01.01", "1.01.02", "1.02"]
    client.post(alamat("simpan_anggaran_rencana"), isian("1.01", "sasaran", "S1"))
    assert kode(sasaran="S1") == ["1", "1.01", "1.01.01", "1.01.02"]
    Anggaran.objects.filter(pk=baris("1.02").pk).update(pagu_murni=None)
    assert kode(bermasalah="ya") == ["1", "1.02"]


def test_tempelan_dua_kolom_masuk_menurut_kode(sebagai: _Sebagai) -> None:
    client, teks = sebagai("perencana"), "1.01.01\tRenja baru\t175\n1.02\tGaji\tsalah\n"
    kirim = {"teks": teks, "kolom": "uraian", "mulai": baris("1").pk}
    pratinjau = client.post(alamat("tempel_anggaran_rencana"), kirim)
    assert pratinjau.context["tempelan"].banyak_berubah == 2  # the third cell of the block goes into sasaran
    terapkan = {
        "terapkan": "ya",
        **isian("1.01.01", "unit", "Bidang Z"),
        **isian("1.01.01", "uraian", "Renja baru", "Renja"),
    }
    assert client.post(alamat("tempel_anggaran_rencana"), terapkan).status_code == 302
    assert (baris("1.01.01").unit, baris("1.01.01").uraian) == ("Bidang Z", "Renja baru")


def test_tambah_baris_mengusulkan_kode_lalu_dapat_diurungkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    tujuan = f"{alamat('tambah_anggaran_rencana')}?induk={baris('1.01').pk}"
    assert client.get(tujuan).context["form"].initial["kode"] == "1.01.03"
    lagi = client.post(
        tujuan, {"kode": "1.01.03", "uraian": "Baru", "sasaran": "S1", "pagu_murni": "Rp5,-", "lagi": "ya"}
    )
    assert lagi.url == tujuan  # type: ignore[attr-defined]
    assert baris("1.01.03").sasaran.kode == "S1"  # type: ignore[union-attr]
    ganda = client.post(tujuan, {"kode": "1.01.03", "uraian": "Lagi"})
    assert (ganda.status_code, "Kode ini sudah ada" in ganda.content.decode()) == (422, True)
    selesai = client.post(tujuan, {"kode": "1.01.04", "uraian": "Akhir"}, follow=True)
    assert "Urungkan" in selesai.content.decode()


def test_halaman_baris_memindahkan_dan_mengurutkan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    client.post(alamat("urutkan_anggaran_rencana", baris("1.02").pk), {"arah": "naik"})
    assert [a.kode for a in buku_kini().data.anggaran.daftar_anggaran][:3] == ["1", "1.02", "1.01"]
    client.post(alamat("pindah_anggaran_rencana", baris("1.02").pk), {"induk": baris("1.01").pk})
    assert baris("1.02").induk.kode == "1.01"  # type: ignore[union-attr]
    balik = client.post(alamat("pindah_anggaran_rencana", baris("1.01").pk), {"induk": baris("1.02").pk}, follow=True)
    assert "dirinya sendiri" in balik.content.decode()
    assert client.get(alamat("baris_anggaran_rencana", 999_999)).status_code == 404


def _kaitan(*daftar: dict[str, Any], awal: int = 0) -> dict[str, Any]:
    kirim: dict[str, Any] = {"kaitan-TOTAL_FORMS": len(daftar), "kaitan-INITIAL_FORMS": awal}
    for n, satu in enumerate(daftar):
        kirim |= {f"kaitan-{n}-{nama}": nilai for nama, nilai in satu.items()}
    return kirim


def test_kaitan_dengan_porsi_mengubah_uang_yang_dihitung_untuk_indikator(sebagai: _Sebagai) -> None:
    client, i1 = sebagai("perencana"), Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1")
    tujuan = alamat("kaitan_anggaran_rencana", baris("1.01").pk)
    jawab = client.post(tujuan, _kaitan({"mendukung": i1.pk, "porsi": "62,5", "keterangan": "menunjang"}))
    assert jawab.status_code == 302
    assert PorsiAnggaran.objects.get().porsi * 1000 == 625
    assert hitung(buku_kini().data, "pagu_penunjang", "I1").angka == 300 * 625 / 1000
    halaman = client.get(alamat("baris_anggaran_rencana", baris("1.01").pk)).content.decode()
    assert 'value="62,5"' in halaman
    assert "Pagu yang dihitung untuk I1" in halaman
    pk = Penunjang.objects.get().pk
    hapus = _kaitan({"penunjang": pk, "mendukung": i1.pk, "porsi": "62,5", "DELETE": "on"}, awal=1)
    client.post(tujuan, hapus)
    assert not Penunjang.objects.exists()
    assert not PorsiAnggaran.objects.exists()


@pytest.mark.parametrize(
    ("porsi", "kata"), [("0", "lebih dari 0"), ("101", "lebih dari 0"), ("-1", "lebih dari 0"), ("x", "bukan angka")]
)
def test_porsi_di_luar_batas_ditolak(sebagai: _Sebagai, porsi: str, kata: str) -> None:
    i1 = Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1")
    tujuan = alamat("kaitan_anggaran_rencana", baris("1.01").pk)
    jawab = sebagai("perencana").post(tujuan, _kaitan({"mendukung": i1.pk, "porsi": porsi}))
    assert (jawab.status_code, kata in jawab.content.decode()) == (422, True)
    assert not Penunjang.objects.exists()


def test_jumlah_porsi_satu_baris_paling_banyak_seluruhnya(sebagai: _Sebagai) -> None:
    i1 = Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1")
    i2 = Indikator.objects.create(renstra=i1.renstra, sasaran=i1.sasaran, kode="I2", urutan=2)
    tujuan, client = alamat("kaitan_anggaran_rencana", baris("1.01").pk), sebagai("perencana")
    lebih = _kaitan({"mendukung": i1.pk, "porsi": "60"}, {"mendukung": i2.pk, "porsi": "41"})
    assert "Jumlah porsi 101 persen" in client.post(tujuan, lebih).content.decode()
    pas = _kaitan({"mendukung": i1.pk, "porsi": "60"}, {"mendukung": i2.pk, "porsi": "40"})
    assert client.post(tujuan, pas).status_code == 302
    beda = _kaitan({"mendukung": i1.pk, "porsi": "60"}, {"mendukung": i1.pk, "porsi": "40"})
    assert "porsi yang berbeda" in client.post(tujuan, beda).content.decode()
    assert Penunjang.objects.count() == 2


def test_hapus_menyebut_yang_ikut_terhapus_lalu_dapat_diurungkan(sebagai: _Sebagai) -> None:
    client, semula = sebagai("perencana"), buku_kini()
    tahun = tahun_uji()
    keluaran = Indikator.objects.create(tahun_kinerja=tahun, kode="1.01-i", urutan=9)
    IndikatorAnggaran.objects.create(indikator=keluaran, anggaran=baris("1.01"))
    berisi = buku_kini()
    tujuan = alamat("hapus_anggaran_rencana", baris("1.01").pk)
    isi = client.get(tujuan).content.decode()
    for kata in ("2 baris di bawahnya", "1 indikator", "1.01-i", "1 isian realisasi"):
        assert kata in isi
    assert client.post(tujuan).status_code == 200  # not without “Ya, hapus”
    selesai = client.post(tujuan, {"yakin": "ya"}, follow=True).content.decode()
    assert "3 baris dihapus" in selesai
    assert not Indikator.objects.filter(kode="1.01-i").exists()
    tombol = selesai.split('action="/urungkan/')[1].split('"')[0]
    client.post(f"/urungkan/{tombol}")
    assert buku_kini() == berisi
    assert semula != berisi


def test_realisasi_triwulan_tertutup_menahan_penghapusan(sebagai: _Sebagai) -> None:

    with transaction.atomic():
        pengisian = kunci_triwulan(tahun_uji())[3]
    pindahkan(pengisian, StatusPengisian.DIAJUKAN)
    tujuan = alamat("hapus_anggaran_rencana", baris("1").pk)
    jawab = sebagai("perencana").post(tujuan, {"yakin": "ya"})
    assert (jawab.status_code, "Tidak dihapus." in jawab.content.decode()) == (409, True)
    assert baris("1.01.01").pk


def test_yang_hanya_boleh_melihat_tidak_mendapat_isian(sebagai: _Sebagai) -> None:
    for nama in ("verifikator", "perencana_unit", "inspektorat"):
        client = sebagai(nama)
        for tujuan in (alamat("anggaran_rencana"), alamat("baris_anggaran_rencana", baris("1.01").pk)):
            assert "kotak__masukan" not in client.get(tujuan).content.decode()


@pytest.mark.parametrize("banyak", [1, 400])
def test_banyak_kueri_tetap_dan_halaman_tidak_membengkak(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    kegiatan = [rekaman(f"1.{n // 10:02d}", "1", tingkat=Tingkat.KEGIATAN) for n in range(0, banyak, 10)]
    sub = [
        rekaman(f"1.{n // 10:02d}.{n % 10:02d}", f"1.{n // 10:02d}", 1000 + n, tingkat=Tingkat.SUBKEGIATAN)
        for n in range(banyak)
    ]
    simpan_buku(pohon=(rekaman("1", tingkat=Tingkat.PROGRAM), *kegiatan, *sub))
    client = sebagai("perencana")
    with django_assert_num_queries(HALAMAN):
        isi = client.get(alamat("anggaran_rencana"))
    assert len(isi.content) < 200_000
    with django_assert_num_queries(SIMPAN):
        client.post(alamat("simpan_anggaran_rencana"), isian("1.00.00", "pagu_murni", "5", "1000"))
    with django_assert_num_queries(SATU_BARIS):
        client.get(alamat("baris_anggaran_rencana", baris("1.00").pk))
