"""The budget tree under any sequence of changes: what is stored stays a workbook that reads back as itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from anggaran.models import Anggaran
from anggaran.selectors_rencana import cabang, susunan
from anggaran.services_rencana import geser_baris, hapus_baris, pindah_baris, simpan_isian, tambah_baris
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.services import mengubah
from lkjip.riwayat.services import BarisDitolak
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.riwayat.services_urung import urungkan
from tests.pengisian.uang_uji import POHON, simpan_buku, uang_kas
from tests.perencanaan.anggaran_uji import baris, buku_kini, tahun_uji

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _uang(pemeran: dict[str, Pengguna]) -> None:
    simpan_buku(uang_kas("1.01.01", "50"))


def _susunan_kode() -> list[str]:
    return [b.kode for b in susunan(tahun_uji())]


def test_baris_baru_menjadi_anak_terakhir_dengan_tingkat_di_bawah_induknya() -> None:
    tahun = tahun_uji()
    with mengubah(tahun, oleh=Pengguna.objects.get(username="perencana")):
        tambah_baris(tahun_kinerja=tahun, induk=baris("1.01"), isi={"kode": "1.01.03", "uraian": "Baru"})
        tambah_baris(tahun_kinerja=tahun, induk=None, isi={"kode": "2"})
    assert _susunan_kode() == ["1", "1.01", "1.01.01", "1.01.02", "1.01.03", "1.02", "2"]
    assert [a.kode for a in buku_kini().data.anggaran.daftar_anggaran] == _susunan_kode()
    assert (baris("1.01.03").tingkat, baris("2").tingkat) == ("subkegiatan", "program")


def test_kode_ganda_ditolak_dengan_kalimat() -> None:
    tahun = tahun_uji()
    with pytest.raises(ValidationError, match="Kode ini sudah ada"), transaction.atomic():
        tambah_baris(tahun_kinerja=tahun, induk=None, isi={"kode": "1"})
    with pytest.raises(BarisDitolak, match="sudah dipakai baris lain"):
        simpan_isian(tahun_kinerja=tahun, isian={baris("1.02").pk: [Isian("kode", "1.01", "1.02")]})
    with pytest.raises(BarisDitolak, match="wajib diisi"):
        simpan_isian(tahun_kinerja=tahun, isian={baris("1.02").pk: [Isian("kode", "", "1.02")]})


def test_dua_kode_dapat_bertukar_nama_hanya_bila_hasilnya_tetap_unik() -> None:
    tahun = tahun_uji()
    simpan_isian(tahun_kinerja=tahun, isian={baris("1.02").pk: [Isian("kode", "1.09", "1.02")]})
    assert baris("1.09").uraian == "Keuangan"


def test_sasaran_diisi_dengan_kodenya_dan_bentrok_disebut_dengan_kodenya() -> None:
    tahun, pk = tahun_uji(), baris("1.01").pk
    assert simpan_isian(tahun_kinerja=tahun, isian={pk: [Isian("sasaran", "S1", "")]}) == 1
    assert baris("1.01").sasaran.kode == "S1"  # type: ignore[union-attr]
    with pytest.raises(IsianBentrok) as galat:
        simpan_isian(tahun_kinerja=tahun, isian={pk: [Isian("sasaran", "S2", "")]})
    (bentrok,) = galat.value.daftar
    assert (bentrok.kolom, bentrok.tersimpan, bentrok.diminta) == ("sasaran", "S1", "S2")
    with pytest.raises(ValidationError, match="S9 sudah tidak ada"):
        simpan_isian(tahun_kinerja=tahun, isian={pk: [Isian("sasaran", "S9", "S1")]})


def test_pindah_membawa_turunan_dan_tidak_ke_bawah_diri_sendiri() -> None:
    with pytest.raises(ValidationError, match="dirinya sendiri"):
        pindah_baris(baris=baris("1.01"), induk=baris("1.01.02"))
    pindah_baris(baris=baris("1.01"), induk=baris("1.02"))
    assert _susunan_kode() == ["1", "1.02", "1.01", "1.01.01", "1.01.02"]
    assert [b.urutan for b in susunan(tahun_uji())] == [1, 2, 3, 4, 5]
    pindah_baris(baris=baris("1.01"), induk=None)
    assert _susunan_kode() == ["1", "1.02", "1.01", "1.01.01", "1.01.02"]
    assert baris("1.01").induk is None


def test_geser_menukar_cabang_utuh() -> None:
    assert geser_baris(baris=baris("1.01"), langkah=1)
    assert _susunan_kode() == ["1", "1.02", "1.01", "1.01.01", "1.01.02"]
    assert not geser_baris(baris=baris("1.01"), langkah=1)
    assert geser_baris(baris=baris("1.01.02"), langkah=-1)
    assert _susunan_kode()[-2:] == ["1.01.02", "1.01.01"]


def test_hapus_dengan_semua_yang_di_bawahnya_lalu_diurungkan(pemeran: dict[str, Pengguna]) -> None:
    semula, tahun = buku_kini(), tahun_uji()
    with mengubah(tahun, oleh=pemeran["perencana"], triwulan=True) as kejadian:
        assert hapus_baris(baris=baris("1.01")) == 3
    assert _susunan_kode() == ["1", "1.02"]
    urungkan(kejadian=kejadian, instansi=tahun.instansi_id, oleh=pemeran["perencana"])
    assert buku_kini() == semula


_LANGKAH = st.tuples(
    st.sampled_from(["tambah", "hapus", "pindah", "naik", "turun", "isi"]), st.integers(0, 9), st.integers(0, 9)
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(langkah=st.lists(_LANGKAH, max_size=12))
def test_urutan_langkah_apa_pun_meninggalkan_buku_yang_terbaca_kembali(
    langkah: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    with transaction.atomic():
        for nomor, satu in enumerate(langkah):
            _jalankan(nomor, *satu)
        semua = susunan(tahun_uji())
        assert {b.pk for b in semua} == set(
            Anggaran.objects.filter(tahun_kinerja=tahun_uji()).values_list("pk", flat=True)
        )
        folder = tmp_path / uuid4().hex
        tulis_csv_folder(buku_kini(), folder)
        hasil = baca_buku(folder)
        assert hasil.buku == buku_kini(), hasil
        transaction.set_rollback(True)


def _jalankan(nomor: int, apa: str, pertama: int, kedua: int) -> None:
    tahun, semua = tahun_uji(), susunan(tahun_uji())
    satu = semua[pertama % len(semua)] if semua else None
    dua = semua[kedua % len(semua)] if semua and kedua else None
    if apa == "tambah":
        tambah_baris(tahun_kinerja=tahun, induk=dua, isi={"kode": f"N{nomor}", "pagu_murni": Decimal(nomor)})
    elif satu is None:
        return
    elif apa == "hapus":
        hapus_baris(baris=satu)
    elif apa == "pindah" and dua not in cabang(semua, satu.pk):
        pindah_baris(baris=satu, induk=dua)
    elif apa in {"naik", "turun"}:
        geser_baris(baris=satu, langkah=-1 if apa == "naik" else 1)
    elif apa == "isi":
        isi = [Isian("pagu_perubahan", Decimal(kedua), satu.pagu_perubahan), Isian("unit", f"U{kedua}", satu.unit)]
        simpan_isian(tahun_kinerja=tahun, isian={satu.pk: isi})


def test_pohon_uji_punya_lima_baris() -> None:
    assert len(POHON) == len(_susunan_kode())
