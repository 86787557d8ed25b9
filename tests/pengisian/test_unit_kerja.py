"""Units of an agency: names, other names, texts that name none, and who is limited to which."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.halaman.unit_kerja import TeksTanpaUnit, daftar_teks_tanpa_unit
from lkjip.riwayat.models import Riwayat
from renstra import services_unit
from renstra.akses import ambil_hak
from renstra.data_unit import PetaUnit, Unit
from renstra.models import Instansi, Penugasan, SebutanUnit, UnitKerja, UnitPenugasan
from renstra.selectors_unit import load_unit
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA

Pemeran = dict[str, Pengguna]


def _instansi() -> Instansi:
    return Instansi.objects.get(kode=SENDIRI)


def _unit(nama: str = "Bidang A") -> UnitKerja:
    return UnitKerja.objects.get(instansi=_instansi(), nama=nama)


def _kirim(sebagai: _Sebagai, siapa: str, aksi: str, **isi: object) -> tuple[int, str]:
    jawaban = sebagai(siapa).post(reverse("unit_kerja", args=[SENDIRI]), {"aksi": aksi, **isi}, follow=True)
    return jawaban.status_code, jawaban.content.decode()


def test_teks_yang_tidak_menunjuk_unit_disebut_sekali_dengan_banyaknya() -> None:
    peta = PetaUnit((Unit(1, "Sekretariat"), Unit(2, "Bidang A; dan B")))
    teks = ["Sekretariat", "Bidang C; sekretariat", "bidang  C", "Bidang C", "Dinas Uji", "", "Bidang A; dan B"]
    assert daftar_teks_tanpa_unit(teks, peta, nama_instansi=("Dinas Uji", "")) == (
        TeksTanpaUnit("Bidang C", 2),
        TeksTanpaUnit("bidang C", 1),
    )


def test_tambah_ganti_nama_dan_sebutan(sebagai: _Sebagai) -> None:
    assert _kirim(sebagai, "perencana", "tambah", nama="  Bidang   C ")[0] == 200
    unit = _unit("Bidang C")
    assert _kirim(sebagai, "perencana", "ganti", unit=unit.pk, nama="Bidang Mutasi")[0] == 200
    assert load_unit(_instansi()).dari_teks("bidang c") == {unit.pk}
    _kirim(sebagai, "perencana", "sebutan", unit=unit.pk, sebutan="Kabid Mutasi")
    assert load_unit(_instansi()).dari_teks("Kabid Mutasi") == {unit.pk}
    sebutan = SebutanUnit.objects.get(sebutan="Kabid Mutasi")
    _kirim(sebagai, "perencana", "hapus_sebutan", sebutan=sebutan.pk)
    _kirim(sebagai, "perencana", "hapus", unit=unit.pk)
    assert not UnitKerja.objects.filter(pk=unit.pk).exists()
    assert Riwayat.objects.filter(tabel=UnitKerja._meta.db_table, jalur="halaman").count() == 3


@pytest.mark.parametrize(
    ("aksi", "isi", "pesan"),
    [
        ("tambah", {"nama": "bidang a"}, "sudah ada"),
        ("tambah", {"nama": " "}, "Isi namanya"),
        ("tambah", {"nama": "x" * 201}, "paling banyak 200"),
        ("sebutan", {"unit": "", "sebutan": "x"}, "Pilih unitnya"),
        ("hapus", {"unit": 999999}, "sudah tidak ada"),
        ("entah", {}, "Tidak ada yang dipilih"),
    ],
)
def test_yang_keliru_ditolak_dengan_kalimat(sebagai: _Sebagai, aksi: str, isi: dict[str, object], pesan: str) -> None:
    status, teks = _kirim(sebagai, "perencana", aksi, **isi)
    assert status == 422
    assert pesan in teks


def test_unit_yang_membatasi_pengguna_tidak_dapat_dihapus(sebagai: _Sebagai) -> None:
    status, teks = _kirim(sebagai, "perencana", "hapus", unit=_unit().pk)
    assert status == 422
    assert "Tuan perencana_unit" in teks
    assert _unit().pk


def test_unit_instansi_lain_tidak_tersentuh(pemeran: Pemeran) -> None:
    lain = UnitKerja.objects.create(instansi=Instansi.objects.get(kode=SEPEMDA), nama="Bidang Z")
    with pytest.raises(ValidationError):
        services_unit.hapus_unit(instansi=_instansi(), unit=lain.pk, oleh=pemeran["perencana"])
    tugas = Penugasan.objects.get(pengguna=pemeran["perencana"])
    with pytest.raises(ValidationError):
        services_unit.atur_unit_penugasan(
            instansi=_instansi(), penugasan=tugas.pk, daftar_unit=[lain.pk], oleh=pemeran["pengelola"]
        )


def test_hanya_pengelola_dan_admin_yang_membatasi_pengguna(sebagai: _Sebagai) -> None:
    tugas = Penugasan.objects.get(pengguna=sebagai.pemeran["perencana"])
    dipilih = [_unit().pk, _unit("Bidang B").pk]
    isi: dict[str, object] = {"penugasan": tugas.pk, "daftar_unit": dipilih}
    assert _kirim(sebagai, "perencana", "penugasan", **isi)[0] == 403
    assert _kirim(sebagai, "pengelola", "penugasan", **isi)[0] == 200
    assert ambil_hak(sebagai.pemeran["perencana"], _instansi()).daftar_unit == frozenset(dipilih)
    assert _kirim(sebagai, "admin", "penugasan", penugasan=tugas.pk, semua="ya")[0] == 200
    assert not ambil_hak(sebagai.pemeran["perencana"], _instansi()).terbatas
    assert not UnitPenugasan.objects.filter(penugasan=tugas).exists()


@pytest.mark.parametrize("semua", [True, False])
def test_batas_yang_tidak_jelas_ditolak(sebagai: _Sebagai, semua: bool) -> None:
    tugas = Penugasan.objects.get(pengguna=sebagai.pemeran["perencana_unit"])
    isi: dict[str, object] = {"semua": "ya", "daftar_unit": [_unit().pk]} if semua else {}
    assert _kirim(sebagai, "pengelola", "penugasan", penugasan=tugas.pk, **isi)[0] == 422
    assert UnitPenugasan.objects.get(penugasan=tugas).unit == _unit()


def test_verifikator_dan_kepala_tidak_dianggap_terbatas(pemeran: Pemeran) -> None:
    for nama in ("verifikator", "kepala", "inspektorat"):
        assert not ambil_hak(pemeran[nama], _instansi()).terbatas
    assert ambil_hak(pemeran["perencana_unit"], _instansi()).terbatas
