"""A column of money pasted from Excel: the preview says what goes where; then all of it is saved, or nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from anggaran.models import RealisasiAnggaran
from kinerja.services_pengisian import kunci_triwulan
from lkjip.riwayat.models import Riwayat
from renstra.models import TahunKinerja
from tests.pengisian.dunia import pindahkan
from tests.pengisian.uang_uji import TW, alamat, pk, simpan_buku, tersimpan, uang_kas
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN


@pytest.fixture(autouse=True)
def _uang(pemeran: object) -> None:
    simpan_buku(uang_kas("1.01.02", "60"))


def _pratinjau(client: Any, teks: str, **lain: str) -> str:
    return str(client.post(alamat("tempel_uang"), {"teks": teks, **lain}).content.decode())


def _kiriman(isi: str) -> dict[str, str]:
    """The hidden fields of the preview, as its button sends them."""
    return {**dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', isi)), "terapkan": "ya"}


def test_menurut_kode_pratinjau_lalu_disimpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = _pratinjau(client, "Kode\tUraian\tRealisasi\n1.01.02\tEvaluasi\tRp75,-\n1.02.\tKeuangan\t1.234\n")
    assert "2 nilai akan disimpan" in isi
    assert "<del>60</del>" in isi
    assert "<ins>1.234</ins>" in isi
    assert tersimpan("1.02") is None
    assert client.post(alamat("tempel_uang"), _kiriman(isi)).status_code == 302
    assert (tersimpan("1.01.02"), tersimpan("1.02")) == (75, 1234)
    catatan = Riwayat.objects.filter(tabel=RealisasiAnggaran._meta.db_table).latest("id")
    assert (catatan.jalur, catatan.nama_oleh) == ("tempel", "perencana")


def test_menurut_urutan_dari_baris_yang_dipilih_ke_kolom_rencana(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = _pratinjau(client, "10\n20\n", mulai=str(pk("1.01.01")), kolom="rencana")
    client.post(alamat("tempel_uang"), _kiriman(isi))
    assert [tersimpan(k, "rencana") for k in ("1.01", "1.01.01", "1.01.02", "1.02")] == [None, 10, 20, None]


def test_urutan_mengikuti_yang_tampil_di_halaman(sebagai: _Sebagai) -> None:
    """The page was filtered: the second line goes to the second row shown."""
    client = sebagai("perencana")
    urutan = f"{pk('1.01.01')},{pk('1.02')}"
    client.post(alamat("tempel_uang"), _kiriman(_pratinjau(client, "10\n20", urutan=urutan)))
    assert [tersimpan(k) for k in ("1.01.01", "1.01.02", "1.02")] == [10, 60, 20]


def test_yang_tak_terbaca_dan_tak_dikenal_disebut_per_baris(sebagai: _Sebagai) -> None:
    isi = _pratinjau(sebagai("perencana"), "1.01.01\tbanyak\n9.99\t5\n1.02\t7")
    assert "“banyak” bukan angka" in isi
    assert "Tidak ada baris berkode “9.99”" in isi
    assert "1 nilai akan disimpan" in isi


def test_baris_di_luar_unit_dilewati_dan_disebut(sebagai: _Sebagai) -> None:
    client = sebagai("perencana_unit")
    isi = _pratinjau(client, "1.01.01\t5\n1.01.02\t6")
    assert "baris ini tidak dapat Anda isi" in isi
    client.post(alamat("tempel_uang"), _kiriman(isi))
    assert (tersimpan("1.01.01"), tersimpan("1.01.02")) == (5, 60)


def test_berubah_sejak_pratinjau_tidak_ada_yang_disimpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    kiriman = _kiriman(_pratinjau(client, "1.01.01\t5\n1.01.02\t6"))
    RealisasiAnggaran.objects.filter(anggaran=pk("1.01.02")).update(realisasi=61)
    jawaban = client.post(alamat("tempel_uang"), kiriman)
    assert jawaban.status_code == 409
    assert "1 baris sudah diubah orang lain sejak pratinjau" in jawaban.content.decode()
    assert (tersimpan("1.01.01"), tersimpan("1.01.02")) == (None, 61)


def test_kiriman_yang_diutak_atik_tidak_disimpan_sebagian(sebagai: _Sebagai) -> None:
    kiriman = {f"realisasi-{pk('1.02')}": "5", f"realisasi-{pk('1.01.01')}": "x", "terapkan": "ya"}
    assert sebagai("perencana").post(alamat("tempel_uang"), kiriman).status_code == 422
    assert tersimpan("1.02") is None


def test_skrip_mendapat_bagian_pratinjau_saja(sebagai: _Sebagai) -> None:
    jawaban = sebagai("perencana").post(alamat("tempel_uang"), {"teks": "1.02\t5"}, headers={"HX-Request": "true"})
    assert "<html" not in jawaban.content.decode()
    assert "data-tutup" in jawaban.content.decode()


def test_tempelan_kosong_dijawab_dengan_kalimat(sebagai: _Sebagai) -> None:
    jawaban = sebagai("perencana").post(alamat("tempel_uang"))
    assert jawaban.status_code == 422
    assert "Tempelan kosong" in jawaban.content.decode()


@pytest.mark.parametrize("kiriman", [{"teks": "1.02\t5"}, {"terapkan": "ya"}])
def test_triwulan_tertutup_menolak_tempelan(sebagai: _Sebagai, kiriman: dict[str, str]) -> None:
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    pindahkan(
        kunci_triwulan(tahun, TW)[TW],
        "disetujui",
    )
    jawaban = sebagai("perencana").post(alamat("tempel_uang"), kiriman)
    assert jawaban.status_code in {409, 422}
    assert "sudah disetujui" in jawaban.content.decode()
