"""Checking and sending a quarter: what stops it, who may do what, remarks and their answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.data_pengisian import Langkah, StatusPengisian
from kinerja.models import CatatanPengisian, KinerjaTriwulan, LangkahPengisian, PengisianTriwulan
from kinerja.selectors_pengisian import ambil_pengisian
from kinerja.services_pengisian import LangkahDitolak
from kinerja.services_tenggat import save_aturan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.pengisian.services import PengajuanTertahan, jalankan_langkah
from lkjip.riwayat.models import Riwayat
from renstra.akses import ambil_hak
from renstra.models import TahunKinerja
from tests.pengisian.alamat import pk_indikator
from tests.pengisian.dunia import pindahkan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN, buku_uji
from tests.situs.test_kueri import _buku_besar

HARI = date(2026, 3, 1)
KUERI_KIRIM, KUERI_PAPAN = 43, 37
Pemeran = dict[str, Pengguna]


def _tahun() -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI)


def _jalankan(oleh: Pengguna, langkah: str, triwulan: int = 4, **lain: object) -> LangkahPengisian:
    tahun = _tahun()
    return jalankan_langkah(
        tahun_kinerja=tahun,
        triwulan=triwulan,
        langkah=Langkah(langkah),
        oleh=oleh,
        hak=ambil_hak(oleh, tahun.instansi),
        hari=HARI,
        **lain,  # type: ignore[arg-type]
    )


def _status(triwulan: int = 4) -> StatusPengisian:
    return ambil_pengisian(_tahun(), triwulan).status


def _kirim(client: Client, langkah: str, *, ke: Any = 4, **isi: Any) -> tuple[int, str]:
    jawaban = client.post(reverse("ambil_langkah", args=[SENDIRI, TAHUN, ke, langkah]), isi, follow=True)
    return jawaban.status_code, jawaban.content.decode()


def test_triwulan_tanpa_realisasi_tidak_dapat_diajukan_dan_tidak_berubah(pemeran: Pemeran) -> None:
    with pytest.raises(PengajuanTertahan) as ditolak:
        _jalankan(pemeran["perencana"], "ajukan", triwulan=1)
    assert [k.indikator for k in ditolak.value.daftar] == ["I1"]
    assert _status(1) is StatusPengisian.DRAF
    assert not LangkahPengisian.objects.exists()


def test_triwulan_yang_lengkap_diajukan_dengan_riwayat(pemeran: Pemeran) -> None:
    langkah = _jalankan(pemeran["perencana"], "ajukan", catatan="Sudah lengkap")
    assert (langkah.dari, langkah.ke, langkah.catatan) == ("draf", "diajukan", "Sudah lengkap")
    riwayat = Riwayat.objects.filter(tabel=PengisianTriwulan._meta.db_table, jalur="langkah").latest("id")
    assert riwayat.alasan == "Sudah lengkap"
    assert riwayat.oleh == pemeran["perencana"]


@pytest.mark.parametrize("aturan", ["wajib_bukti", "wajib_analisis"])
def test_aturan_pemda_menentukan_yang_menghentikan(pemeran: Pemeran, aturan: str) -> None:
    instansi = _tahun().instansi
    assert instansi.pemda is not None
    impor_buku(buku=buku_uji(SENDIRI, realisasi="80"))
    _tahun().renstra.daftar_indikator.update(iku=True)
    save_aturan(pemda=instansi.pemda, isi={aturan: True}, oleh=pemeran["pengelola"])
    with pytest.raises(PengajuanTertahan):
        _jalankan(pemeran["perencana"], "ajukan")
    save_aturan(pemda=instansi.pemda, isi={aturan: False}, oleh=pemeran["pengelola"])
    assert _jalankan(pemeran["perencana"], "ajukan").ke == "diajukan"


@pytest.mark.parametrize(
    ("nama", "langkah"),
    [
        ("verifikator", "ajukan"),
        ("kepala", "verifikasi"),
        ("perencana", "setujui"),
        ("perencana_unit", "ajukan"),
        ("inspektorat", "buka"),
    ],
)
def test_langkah_di_luar_peran_ditolak_apa_pun_keadaannya(pemeran: Pemeran, nama: str, langkah: str) -> None:
    with pytest.raises(PermissionDenied):
        _jalankan(pemeran[nama], langkah)


def test_alur_dari_draf_sampai_terkunci_lalu_dibuka_dengan_alasan(pemeran: Pemeran) -> None:
    for nama, langkah, menjadi in (
        ("perencana", "ajukan", "diajukan"),
        ("perencana", "tarik", "draf"),
        ("perencana", "ajukan", "diajukan"),
        ("verifikator", "verifikasi", "diverifikasi"),
        ("kepala", "setujui", "disetujui"),
        ("pengelola", "kunci", "terkunci"),
    ):
        _jalankan(pemeran[nama], langkah)
        assert _status() == menjadi
    with pytest.raises(LangkahDitolak, match="Tulis alasannya"):
        _jalankan(pemeran["pengelola"], "buka", catatan="  ")
    _jalankan(pemeran["pengelola"], "buka", catatan="Salah ketik")
    assert ambil_pengisian(_tahun(), 4).dikembalikan


def test_catatan_pada_indikator_ikut_dikembalikan_dan_menahan_pengajuan_sampai_dijawab(sebagai: _Sebagai) -> None:
    assert _kirim(sebagai("perencana"), "ajukan")[0] == 200
    nama = f"catatan-{pk_indikator(SENDIRI)}"
    status, _ = _kirim(sebagai("verifikator"), "kembalikan", **{nama: "Cocokkan dengan surat."})
    assert status == 200
    catatan = CatatanPengisian.objects.get()
    assert (catatan.isi, catatan.nama_oleh) == ("Cocokkan dengan surat.", "Tuan verifikator")
    assert LangkahPengisian.objects.latest("id").catatan == "Lihat catatan pada 1 indikator."
    status, isi = _kirim(sebagai("perencana"), "ajukan")
    assert status == 422
    assert "catatan Tuan verifikator belum dijawab" in isi
    jawab = reverse("jawab_catatan_triwulan", args=[SENDIRI, TAHUN, 4, catatan.pk])
    assert sebagai("perencana_unit_lain").post(jawab, {"jawaban": "x"}).status_code == 403
    assert sebagai("perencana_unit").post(jawab, {"jawaban": ""}).status_code == 422
    assert sebagai("perencana_unit").post(jawab, {"jawaban": "Sudah dicocokkan."}).status_code == 302
    assert sebagai("perencana_unit").post(jawab, {"jawaban": "Lagi."}).status_code == 422
    assert _kirim(sebagai("perencana"), "ajukan")[0] == 200
    assert _status() is StatusPengisian.DIAJUKAN


@pytest.mark.parametrize(("status", "kode"), [("diajukan", 302), ("disetujui", 409), ("terkunci", 409)])
def test_catatan_dapat_dijawab_sampai_triwulan_disetujui(sebagai: _Sebagai, status: str, kode: int) -> None:
    _kirim(sebagai("perencana"), "ajukan")
    _kirim(sebagai("verifikator"), "kembalikan", **{f"catatan-{pk_indikator(SENDIRI)}": "Cocokkan."})
    pindahkan(PengisianTriwulan.objects.get(tahun_kinerja__instansi__kode=SENDIRI, triwulan=4), status)
    jawab = reverse("jawab_catatan_triwulan", args=[SENDIRI, TAHUN, 4, CatatanPengisian.objects.get().pk])
    assert sebagai("perencana").post(jawab, {"jawaban": "Sudah."}).status_code == kode


def test_catatan_hanya_untuk_indikator_instansi_ini_dan_hanya_bersama_kembalikan(sebagai: _Sebagai) -> None:
    asing = f"catatan-{pk_indikator(SEPEMDA)}"
    sendiri = f"catatan-{pk_indikator(SENDIRI)}"
    _kirim(sebagai("perencana"), "ajukan", **{sendiri: "bukan pemeriksa"})
    _kirim(sebagai("verifikator"), "kembalikan", catatan="Perbaiki", **{asing: "salah alamat"})
    assert not CatatanPengisian.objects.exists()
    assert _status() is StatusPengisian.DRAF


def test_klik_kedua_mendapat_kalimat_bukan_halaman_galat(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _kirim(client, "ajukan")
    status, isi = _kirim(client, "ajukan")
    assert status == 409
    assert "sekarang diajukan, jadi tidak dapat diajukan" in isi
    assert LangkahPengisian.objects.count() == 1


def test_penolakan_menyimpan_yang_diketik(sebagai: _Sebagai) -> None:
    _kirim(sebagai("perencana"), "ajukan")
    nama = f"catatan-{pk_indikator(SENDIRI)}"
    status, isi = _kirim(sebagai("verifikator"), "kembalikan", catatan="x" * 2001, **{nama: "Jangan hilang"})
    assert status == 422
    assert "terlalu panjang" in isi
    assert "Jangan hilang" in isi
    assert "x" * 2001 in isi
    status, isi = _kirim(sebagai("verifikator"), "kembalikan", catatan="a\x00b")
    assert status == 422


def test_langkah_yang_tidak_dikenal_tidak_ditemukan(sebagai: _Sebagai) -> None:
    assert _kirim(sebagai("admin"), "hapus")[0] == 404
    assert _kirim(sebagai("admin"), "ajukan", ke=5)[0] == 404


def test_halaman_menyebut_kekurangan_dengan_tautan_ke_tempatnya(sebagai: _Sebagai) -> None:
    isi = sebagai("perencana").get(reverse("kirim_triwulan", args=[SENDIRI, TAHUN, 1])).content.decode()
    assert "realisasi Triwulan I belum diisi" in isi
    assert f"{reverse('isi_triwulan', args=[SENDIRI, TAHUN, 1])}#indikator-{pk_indikator(SENDIRI)}" in isi
    assert "Masih ada 1 hal yang harus dilengkapi" in isi
    assert ">Ajukan</button>" not in isi


def test_hanya_yang_boleh_melihat_tombolnya(sebagai: _Sebagai) -> None:
    alamat = reverse("kirim_triwulan", args=[SENDIRI, TAHUN, 4])
    assert ">Ajukan</button>" in sebagai("perencana").get(alamat).content.decode()
    for nama in ("perencana_unit", "verifikator", "kepala", "inspektorat"):
        assert ">Ajukan</button>" not in sebagai(nama).get(alamat).content.decode()
    _kirim(sebagai("perencana"), "ajukan")
    isi = sebagai("verifikator").get(alamat).content.decode()
    assert ">Verifikasi</button>" in isi
    assert 'form="langkah-kembalikan"' in isi
    assert ">Verifikasi</button>" not in sebagai("kepala").get(alamat).content.decode()


@pytest.mark.parametrize("banyak", [1, 40])
def test_halaman_kirim_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client = sebagai("perencana")
    with django_assert_num_queries(KUERI_KIRIM):
        client.get(reverse("kirim_triwulan", args=[SENDIRI, TAHUN, 4]))
    with django_assert_num_queries(KUERI_PAPAN):
        client.get(reverse("pengisian", args=[SENDIRI, TAHUN]))


def test_periksa_dan_langkah_satu_transaksi(pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check reads is what is submitted: the quarter is no draft any more while it reads."""
    status = []
    asli = jalankan_langkah.__globals__["load_bahan"]

    def intip(*args: object) -> object:
        status.append(_status())
        return asli(*args)

    monkeypatch.setitem(jalankan_langkah.__globals__, "load_bahan", intip)
    KinerjaTriwulan.objects.filter(triwulan=4).update(realisasi=None)
    with pytest.raises(PengajuanTertahan):
        _jalankan(pemeran["perencana"], "ajukan")
    assert status == [StatusPengisian.DIAJUKAN]
    assert _status() is StatusPengisian.DRAF


def test_yang_memeriksa_melihat_apa_yang_janggal(sebagai: _Sebagai) -> None:
    _kirim(sebagai("perencana"), "ajukan")
    isi = sebagai("verifikator").get(reverse("kirim_triwulan", args=[SENDIRI, TAHUN, 4])).content.decode()
    assert "Sebaiknya diperiksa" in isi
    assert "Harus dilengkapi sebelum diajukan" not in isi
