"""Targets by the grid: a row lives while it holds a number or a letter; copying to the right; blocks; conflicts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.perencanaan.services_rencana import isi_target_ke_kanan, simpan_target_renstra
from lkjip.riwayat.services_isian import IsianBentrok
from renstra.models import Indikator, TahunKinerja, TargetTahunan
from tests.pengisian.dunia import Dunia, buat_dunia, buat_pengguna, tambah_indikator
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

pytestmark = pytest.mark.django_db


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


@pytest.fixture
def oleh() -> Pengguna:
    return buat_pengguna()


def simpan(dunia: Dunia, oleh: Pengguna, pk: int, *isian: Isian) -> int:
    return simpan_target_renstra(tahun_kinerja=dunia.tahun, isian={pk: isian}, oleh=oleh, jalur="halaman")


def _target(pk: int) -> list[tuple[int, str, str]]:
    daftar = TargetTahunan.objects.filter(indikator=pk).order_by("tahun")
    return [(t.tahun, str(t.target), t.predikat) for t in daftar]


def test_baris_target_ada_selama_berisi(dunia: Dunia, oleh: Pengguna) -> None:
    pk = dunia.indikator.pk
    assert simpan(dunia, oleh, pk, Isian("target_2024", Decimal("90.0"), None), Isian("predikat_2025", "BB", "")) == 2
    assert _target(pk) == [(2024, "90.0", ""), (2025, "None", "BB")]
    simpan(dunia, oleh, pk, Isian("target_2024", Decimal("90.00"), Decimal("90.0")))
    assert _target(pk)[0] == (2024, "90.00", "")
    simpan(dunia, oleh, pk, Isian("predikat_2025", "", "BB"), Isian("target_2026", None, None))
    assert _target(pk) == [(2024, "90.00", "")]


def test_bentrok_menyebut_kolom_dan_indikatornya(dunia: Dunia, oleh: Pengguna) -> None:
    pk = dunia.indikator.pk
    simpan(dunia, oleh, pk, Isian("target_2024", Decimal(90), None))
    with pytest.raises(IsianBentrok) as bentrok:
        simpan(dunia, oleh, pk, Isian("target_2024", Decimal(91), None), Isian("target_2025", Decimal(1), None))
    assert [(b.kolom, b.kunci, b.tersimpan) for b in bentrok.value.daftar] == [("target_2024", pk, Decimal(90))]
    assert _target(pk) == [(2024, "90", "")]


def test_indikator_asing_dan_tahun_yang_tak_mungkin_ditolak(dunia: Dunia, oleh: Pengguna) -> None:
    asing = buat_dunia("LAIN").indikator.pk
    for pk, kolom in ((asing, "target_2024"), (dunia.indikator.pk, "target_1900")):
        with pytest.raises(ValidationError):
            simpan(dunia, oleh, pk, Isian(kolom, Decimal(1), None))
    assert not TargetTahunan.objects.exists()


def test_urutan_lembar_menurut_indikator_walau_diisi_per_tahun(dunia: Dunia, oleh: Pengguna) -> None:
    daftar = [dunia.indikator, *tambah_indikator(dunia, 1)]
    for tahun in (2024, 2025):
        for i in daftar:
            simpan(dunia, oleh, i.pk, Isian(f"target_{tahun}", Decimal(1), None))
    urut = TargetTahunan.objects.order_by("urutan", "id").values_list("indikator__kode", "tahun")
    assert list(urut) == [("I1", 2024), ("I1", 2025), ("I2", 2024), ("I2", 2025)]


def test_isi_ke_kanan_melewati_yang_terisi_kecuali_ditimpa(dunia: Dunia, oleh: Pengguna) -> None:
    pk = dunia.indikator.pk
    simpan(dunia, oleh, pk, Isian("target_2024", Decimal("5.50"), None), Isian("target_2026", Decimal(9), None))
    umum = {
        "tahun_kinerja": dunia.tahun, "dari": 2024, "daftar_tahun": [2024, 2025, 2026], "daftar_pk": [pk], "oleh": oleh
    }  # fmt: skip
    assert isi_target_ke_kanan(timpa=False, **umum)[0] == 1  # type: ignore[arg-type]
    assert [t[1] for t in _target(pk)] == ["5.50", "5.50", "9"]
    assert isi_target_ke_kanan(timpa=True, **umum)[0] == 1  # type: ignore[arg-type]
    assert [t[1] for t in _target(pk)] == ["5.50"] * 3
    assert isi_target_ke_kanan(timpa=True, **umum)[0] == 0  # type: ignore[arg-type]


def test_kisi_menyimpan_satu_isian_dan_menempel_satu_kolom(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    pk = Indikator.objects.get(renstra__instansi__kode=SENDIRI, kode="I1").pk
    argumen = [SENDIRI, TAHUN]
    kepala = {"HX-Request": "true"}
    isi = {f"target_2025-{pk}": "101,5", f"dasar-target_2025-{pk}": ""}
    jawaban = client.post(reverse("simpan_target_renstra", args=argumen), isi, headers=kepala)
    assert (jawaban.status_code, "Tersimpan" in jawaban.content.decode()) == (200, True)
    jawaban = client.post(reverse("simpan_target_renstra", args=argumen), isi, headers=kepala)
    assert jawaban.status_code == 200  # the same value again is no conflict
    isi = {f"target_2025-{pk}": "7", f"dasar-target_2025-{pk}": ""}
    assert client.post(reverse("simpan_target_renstra", args=argumen), isi, headers=kepala).status_code == 409
    isi = {"teks": "102\t103\n", "kolom": "target_2025", "mulai": str(pk)}
    pratinjau = client.post(reverse("tempel_target_renstra", args=argumen), isi).content.decode()
    assert f'name="target_2026-{pk}" value="103"' in pratinjau
    halaman = client.get(reverse("target_renstra", args=argumen)).content.decode()
    assert f'name="target_2026-{pk}"' in halaman
    isi = {"dari": "2025", "timpa": ""}
    client.post(reverse("target_ke_kanan", args=argumen), isi)
    assert _target(pk) == [(2024, "100", ""), (2025, "101.5", ""), (2026, "101.5", "")]


def test_yang_hanya_membaca_tidak_mendapat_isian(sebagai: _Sebagai) -> None:
    client = sebagai("kepala")
    for nama in ("renstra", "target_renstra", "identitas_tahun", "indikator_baru"):
        isi = client.get(reverse(nama, args=[SENDIRI, TAHUN])).content.decode()
        assert "Simpan</button>" not in isi, nama
        assert "kotak__masukan" not in isi, nama
        assert "+ Sasaran" not in isi, nama


def test_tahun_lain_yang_berbagi_disebut(sebagai: _Sebagai) -> None:
    satu = TahunKinerja.objects.get(instansi__kode=SENDIRI)
    TahunKinerja.objects.create(instansi=satu.instansi, tahun=2025, renstra=satu.renstra, nama=satu.nama)
    TahunKinerja.objects.create(instansi=satu.instansi, tahun=2026, renstra=satu.renstra, nama=satu.nama)
    isi = sebagai("perencana").get(reverse("renstra", args=[SENDIRI, TAHUN])).content.decode()
    assert "Perubahan di sini berlaku juga untuk 2025 dan 2026." in isi
