"""The chooser of reports: its addresses, who sees what, what is downloaded, made by a worker and written."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from kinerja.data import Faktor
from kinerja.models import AnalisisTriwulan
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.models import Narasi, PenyusunanBerkas
from lkjip.perencanaan.selectors_pilihan import load_buku_pilihan
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import Indikator, TahunKinerja, UnitKerja
from tests.penyusunan.dunia import pakai_anak_tiruan, susun_semua
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN
from tests.situs.test_kueri import _buku_besar

DAFTAR_ALAMAT = ("laporan", "unduhan", "unduh_pdf", "unduh_docx", "unduh_html", "unduh_xlsx", "naskah")
KUERI = 50  # the report to read with its chooser, its reviu, and whether its reader may change it
SALAH = ("triwulan=5", "triwulan=0", "triwulan=x", "triwulan=²", "unit=0", "unit=abc", f"unit={'9' * 30}", "unit=-1")


def ke(nama: str, kueri: str = "", *lain: object, kode: str = SENDIRI) -> str:
    return reverse(nama, args=[kode, TAHUN, *lain]) + (f"?{kueri}" if kueri else "")


def tahun() -> TahunKinerja:
    return TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI, tahun=TAHUN)


def pk_unit(nama: str = "Bidang A") -> int:
    return UnitKerja.objects.get(instansi__kode=SENDIRI, nama=nama).pk


def isi(client: Client, alamat: str) -> str:
    jawaban = client.get(alamat)
    assert jawaban.status_code == 200, alamat
    return jawaban.content.decode()


@pytest.mark.parametrize("nama", DAFTAR_ALAMAT)
def test_pilihan_yang_tidak_ada_tidak_ditemukan(sebagai: _Sebagai, nama: str) -> None:
    client = sebagai("perencana")
    for kueri in SALAH:
        assert client.get(ke(nama, kueri)).status_code == 404, kueri
    asing = UnitKerja.objects.create(instansi=TahunKinerja.objects.get(instansi__kode=ASING).instansi, nama="Rahasia")
    jawaban = client.get(ke(nama, f"unit={asing.pk}"))
    assert jawaban.status_code == 404
    assert "Rahasia" not in jawaban.content.decode()


@pytest.mark.parametrize("nama", DAFTAR_ALAMAT)
def test_pilihan_tidak_membuka_instansi_asing(sebagai: _Sebagai, nama: str) -> None:
    for kueri in ("triwulan=2", f"triwulan=2&unit={pk_unit()}"):
        assert sebagai("tanpa_tugas").get(ke(nama, kueri)).status_code == 404
        assert sebagai("perencana").get(ke(nama, kueri, kode=ASING)).status_code == 404


@pytest.mark.parametrize("nama", ["perencana", "perencana_unit", "verifikator", "kepala", "inspektorat"])
def test_semua_yang_melihat_instansi_membaca_semua_laporannya(sebagai: _Sebagai, nama: str) -> None:
    client = sebagai(nama)
    assert "LKjIP" in isi(client, ke("laporan"))
    kedua = isi(client, ke("laporan", "triwulan=2"))
    assert "masih sementara" in kedua
    milik = isi(client, ke("laporan", f"triwulan=2&unit={pk_unit()}"))
    assert "Laporan ini menyajikan hasil pengukuran kinerja Bidang A" in milik
    assert f"{reverse('unduh_pdf', args=[SENDIRI, TAHUN])}?triwulan=2&amp;unit={pk_unit()}" in milik


def test_pilihan_kosong_sama_dengan_tanpa_pilihan(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    tanpa, kosong = (client.get(ke("laporan", kueri)).context for kueri in ("", "triwulan=&unit="))
    assert kosong["isi_laporan"] == tanpa["isi_laporan"]
    assert kosong["pemilih"] == tanpa["pemilih"]


def test_unit_sendiri_di_atas(sebagai: _Sebagai) -> None:
    pemilih = sebagai("perencana_unit_lain").get(ke("laporan")).context["pemilih"]
    assert [p.nama for p in pemilih.daftar_unit] == ["Seluruh perangkat daerah", "Bidang B (unit Anda)", "Bidang A"]


def test_tanpa_unit_dikatakan_apa_yang_perlu(sebagai: _Sebagai) -> None:
    UnitKerja.objects.filter(instansi__kode=SENDIRI).delete()
    halaman = isi(sebagai("perencana"), ke("laporan"))
    assert "setelah unit kerja dicatat" in halaman
    assert 'name="unit"' not in halaman


@pytest.mark.parametrize("banyak", [1, 60])
def test_laporan_pilihan_tetap_sekian_kueri(
    sebagai: _Sebagai, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    impor_buku(buku=_buku_besar(banyak))
    client, unit = sebagai("perencana"), pk_unit()
    for kueri, tambahan in (("", 0), ("triwulan=2", 5), (f"triwulan=2&unit={unit}", 7), (f"unit={unit}", 6)):
        with django_assert_num_queries(KUERI + tambahan):
            assert client.get(ke("laporan", kueri)).status_code == 200


def test_tautan_ke_bagian_kosong_membawa_pilihan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    halaman = client.get(ke("laporan", "triwulan=2")).content.decode()
    _, _, sisa = halaman.partition("bagian wajib masih kosong")
    tautan = [potong.partition('"')[0] for potong in sisa.split("</details>")[0].split('href="')[1:]]
    assert tautan
    assert all(alamat.endswith("?triwulan=2") and client.get(alamat).status_code == 200 for alamat in tautan)


def test_unduhan_membawa_pilihan(sebagai: _Sebagai) -> None:
    jawaban = sebagai("kepala").get(ke("unduh_docx", f"triwulan=2&unit={pk_unit()}"))
    assert 'filename="lkjip-dinas-a1-2024-tw2-bidang-a.docx"' in jawaban.headers["Content-Disposition"]
    judul = docx.Document(BytesIO(jawaban.content)).core_properties.title
    assert judul.startswith("Laporan Kinerja Bidang A Triwulan II Tahun 2024")


def test_pekerja_menyusun_laporan_yang_dipilih(sebagai: _Sebagai, monkeypatch: pytest.MonkeyPatch) -> None:
    kiriman = pakai_anak_tiruan(monkeypatch)
    client, kueri = sebagai("kepala"), f"triwulan=2&unit={pk_unit()}"
    for alamat in (ke("unduh_pdf"), ke("unduh_pdf", kueri), ke("unduh_pdf", "triwulan=2")):
        client.get(alamat)
    assert PenyusunanBerkas.objects.count() == 3
    susun_semua()
    assert len(kiriman) == 3
    satu = PenyusunanBerkas.objects.get(nama="lkjip-dinas-a1-2024-tw2-bidang-a.pdf")
    assert (satu.keadaan, Pesanan.baca(satu.spesifikasi).triwulan) == ("siap", 2)
    assert client.get(ke("unduh_pdf", kueri)).status_code == 200  # the same content is served at once


def test_pesanan_lama_tanpa_triwulan_masih_terbaca() -> None:
    lama = {k: v for k, v in Pesanan(JenisBerkas.LAPORAN).tulis().items() if k != "triwulan"}
    assert Pesanan.baca(lama) == Pesanan(JenisBerkas.LAPORAN)
    baru = Pesanan(JenisBerkas.LAPORAN, triwulan=3, unit=7)
    assert Pesanan.baca(baru.tulis()) == baru


def test_naskah_triwulan_ditulis_di_tempatnya_sendiri(sebagai: _Sebagai) -> None:
    client, kueri = sebagai("perencana"), f"triwulan=2&unit={pk_unit()}"
    bagian = "bidang.bidang-a.tw2.tindak_lanjut"
    assert f"{reverse('naskah_ruas', args=[SENDIRI, TAHUN, bagian])}?triwulan=2&amp;unit=" in isi(
        client, ke("naskah", kueri)
    )
    halaman = client.get(ke("naskah_ruas", kueri, bagian))
    jawaban = client.post(
        ke("simpan_naskah", kueri, bagian), {"teks": "Menata arsip.", "sidik": halaman.context["sidik"]}
    )
    assert jawaban.headers["Location"] == ke("naskah_ruas", kueri, bagian)
    assert list(Narasi.objects.values_list("bagian", "isi")) == [(bagian, "Menata arsip.")]
    assert "Menata arsip." in isi(client, ke("laporan", kueri))
    assert "Menata arsip." not in isi(client, ke("laporan"))
    assert client.get(ke("naskah_ruas", "", bagian)).status_code == 404
    pratinjau = client.post(ke("pratinjau_naskah", kueri, bagian), {"teks": "Draf lain.", "sidik": ""})
    assert "Draf lain." in pratinjau.json()["pratinjau"]
    for nama in ("riwayat_naskah",):
        assert "Menata arsip." in isi(client, ke(nama, kueri, bagian))


def test_unit_terbatas_membaca_tetapi_tidak_menulis(sebagai: _Sebagai) -> None:
    client, kueri = sebagai("perencana_unit"), f"triwulan=2&unit={pk_unit()}"
    assert client.get(ke("naskah", kueri)).status_code == 200
    assert client.post(ke("simpan_naskah", kueri, "bidang.bidang-a.tw2.faktor")).status_code == 403


def test_analisis_triwulan_ikut_termuat(sebagai: _Sebagai) -> None:
    indikator = Indikator.objects.get(renstra=tahun().renstra, kode="I1")
    with konteks_riwayat(jalur="uji"):
        AnalisisTriwulan.objects.create(
            tahun_kinerja=tahun(), triwulan=2, indikator=indikator, faktor=Faktor.HAMBATAN, uraian="Anggaran terlambat"
        )
    client = sebagai("kepala")
    assert "Anggaran terlambat" in isi(client, ke("laporan", "triwulan=2"))
    assert "Anggaran terlambat" in isi(client, ke("laporan", f"triwulan=2&unit={pk_unit()}"))
    assert "Anggaran terlambat" not in isi(client, ke("laporan", "triwulan=3"))


def test_triwulan_atau_unit_yang_tidak_ada(pemeran: object) -> None:
    for triwulan, unit in ((5, None), (None, 99999)):
        with pytest.raises(LookupError):
            load_buku_pilihan(tahun(), triwulan, unit)


def test_perintah_laporan_dengan_pilihan(pemeran: object, tmp_path: Path) -> None:
    keluaran = tmp_path / "x.html"
    call_command("laporan", SENDIRI, str(TAHUN), "--triwulan", "2", "--unit", "bidang  a", "-o", str(keluaran))
    assert "hasil pengukuran kinerja Bidang A" in keluaran.read_text()
    call_command("laporan", "contoh/bkd-kaltim-2024", "--triwulan", "3", "--unit", "Sekretariat", "-o", str(keluaran))
    assert "Sekretariat" in keluaran.read_text()
    for sumber in ([SENDIRI, str(TAHUN)], ["contoh/bkd-kaltim-2024"]):
        with pytest.raises(CommandError, match="Unit kerja “Tidak Ada” tidak ada"):
            call_command("laporan", *sumber, "--unit", "Tidak Ada", "-o", str(keluaran))
