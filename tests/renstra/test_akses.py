"""Who may see and change which agency."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django import DjangoAssertNumQueries

from lkjip.akun.models import Pengguna
from renstra import akses
from renstra.models import Instansi, Pemda, Penugasan, Peran

pytestmark = pytest.mark.django_db
HARI = date(2025, 6, 30)


@pytest.fixture
def dunia() -> dict[str, Any]:
    """Two pemda; A has two agencies, B one; and one agency belongs to nobody."""
    a, b = Pemda.objects.create(nama="A"), Pemda.objects.create(nama="B")
    return {
        "pemda_a": a,
        "pemda_b": b,
        "a1": Instansi.objects.create(kode="A1", pemda=a),
        "a2": Instansi.objects.create(kode="A2", pemda=a),
        "b1": Instansi.objects.create(kode="B1", pemda=b),
        "lepas": Instansi.objects.create(kode="LEPAS"),
    }


def _pengguna(nama: str = "ani", **lain: Any) -> Pengguna:
    return Pengguna.objects.create_user(nama, nama=nama, **lain)


def _terlihat(pengguna: Any, **lain: Any) -> set[str]:
    return set(akses.daftar_instansi_terlihat(pengguna, **lain).values_list("kode", flat=True))


def _dapat_diubah(pengguna: Any) -> set[str]:
    return set(akses.daftar_instansi_dapat_diubah(pengguna).values_list("kode", flat=True))


SEMUA = {"A1", "A2", "B1", "LEPAS"}


@pytest.mark.parametrize(
    ("peran", "lingkup", "terlihat", "diubah"),
    [
        (Peran.PERENCANA, {"instansi": "a1"}, {"A1"}, {"A1"}),
        (Peran.VERIFIKATOR, {"instansi": "a1"}, {"A1"}, set()),
        (Peran.KEPALA, {"instansi": "a1"}, {"A1"}, set()),
        (Peran.INSPEKTORAT, {"pemda": "pemda_a"}, {"A1", "A2"}, set()),
        (Peran.PENGELOLA, {"pemda": "pemda_a"}, {"A1", "A2"}, {"A1", "A2"}),
        (Peran.ADMIN, {"pemda": "pemda_b"}, {"B1"}, {"B1"}),
        (Peran.ADMIN, {}, SEMUA, SEMUA),
    ],
)
def test_peran_menentukan_yang_terlihat_dan_dapat_diubah(
    dunia: dict[str, Any], peran: Peran, lingkup: dict[str, str], terlihat: set[str], diubah: set[str]
) -> None:
    pengguna = _pengguna()
    Penugasan.objects.create(pengguna=pengguna, peran=peran, **{k: dunia[v] for k, v in lingkup.items()})
    assert _terlihat(pengguna) == terlihat
    assert _dapat_diubah(pengguna) == diubah
    for instansi in Instansi.objects.all():
        assert akses.boleh_lihat(pengguna, instansi) is (instansi.kode in terlihat)
        assert akses.boleh_ubah(pengguna, instansi) is (instansi.kode in diubah)
        assert akses.daftar_peran(pengguna, instansi) == ({peran} if instansi.kode in terlihat else set())


def test_superuser_melihat_dan_mengubah_semua(dunia: dict[str, Any]) -> None:
    admin = _pengguna("root", is_superuser=True)
    assert _terlihat(admin) == _dapat_diubah(admin) == SEMUA
    assert akses.boleh_ubah(admin, dunia["lepas"])


def test_tanpa_penugasan_tidak_melihat_apa_pun(dunia: dict[str, Any]) -> None:
    for siapa in (_pengguna(), AnonymousUser(), _pengguna("mati", is_superuser=True, is_active=False)):
        assert _terlihat(siapa) == set()
        assert not akses.boleh_lihat(siapa, dunia["a1"])
        assert not akses.boleh_ubah(siapa, dunia["a1"])


@pytest.mark.parametrize(
    ("dari", "sampai", "berlaku"),
    [
        (None, None, True),
        (HARI, HARI, True),
        (date(2025, 7, 1), None, False),
        (None, date(2025, 6, 29), False),
        (date(2025, 1, 1), date(2025, 12, 31), True),
    ],
)
def test_penugasan_hanya_berlaku_pada_masanya(
    dunia: dict[str, Any], dari: date | None, sampai: date | None, berlaku: bool
) -> None:
    pengguna = _pengguna()
    Penugasan.objects.create(
        pengguna=pengguna, peran=Peran.PERENCANA, instansi=dunia["a1"], berlaku_dari=dari, berlaku_sampai=sampai
    )
    assert akses.boleh_ubah(pengguna, dunia["a1"], pada=HARI) is berlaku
    assert _terlihat(pengguna, pada=HARI) == ({"A1"} if berlaku else set())


def test_dua_peran_pada_satu_instansi_dan_tanpa_baris_ganda(dunia: dict[str, Any]) -> None:
    pengguna = _pengguna()
    Penugasan.objects.create(pengguna=pengguna, peran=Peran.PERENCANA, instansi=dunia["a1"])
    Penugasan.objects.create(pengguna=pengguna, peran=Peran.INSPEKTORAT, pemda=dunia["pemda_a"])
    assert akses.daftar_peran(pengguna, dunia["a1"]) == {Peran.PERENCANA, Peran.INSPEKTORAT}
    assert [i.kode for i in akses.daftar_instansi_terlihat(pengguna)].count("A1") == 1
    assert _dapat_diubah(pengguna) == {"A1"}


def test_banyak_kueri_tetap(dunia: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries) -> None:
    pengguna = _pengguna()
    Penugasan.objects.create(pengguna=pengguna, peran=Peran.PENGELOLA, pemda=dunia["pemda_a"])
    Instansi.objects.bulk_create(Instansi(kode=f"X{n}", pemda=dunia["pemda_a"]) for n in range(50))
    with django_assert_num_queries(1):
        assert len([str(i.pemda) for i in akses.daftar_instansi_terlihat(pengguna)]) == 52
    with django_assert_num_queries(1):
        akses.boleh_ubah(pengguna, dunia["a1"])
