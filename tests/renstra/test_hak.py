"""What a user may do with one agency: roles, and the units to which an assignment as perencana is limited."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from lkjip.akun.models import Pengguna
from renstra import akses, data
from renstra.akses import Hak
from renstra.data import JenisPemda
from renstra.models import Instansi, Pemda, Penugasan, Peran, UnitKerja, UnitPenugasan

pytestmark = pytest.mark.django_db
HARI = date(2025, 6, 30)
LAMPAU = date(2020, 12, 31)


@pytest.fixture
def dunia() -> dict[str, Any]:
    pemda = Pemda.objects.create(nama="A", jenis="kabupaten")
    a, b = (Instansi.objects.create(kode=kode, pemda=pemda) for kode in ("A1", "A2"))
    satu, dua = (UnitKerja.objects.create(instansi=a, nama=f"Bidang {n}") for n in (1, 2))
    return {
        "pemda": pemda,
        "a": a,
        "b": b,
        "satu": satu,
        "dua": dua,
        "ani": Pengguna.objects.create_user("ani", nama="A"),
    }


def _tugas(dunia: dict[str, Any], peran: Peran, tempat: str, *unit: str, sampai: date | None = None) -> None:
    lingkup = {"pemda" if tempat == "pemda" else "instansi": dunia[tempat]} if tempat else {}
    penugasan = Penugasan.objects.create(pengguna=dunia["ani"], peran=peran, berlaku_sampai=sampai, **lingkup)
    for nama in unit:
        UnitPenugasan.objects.create(penugasan=penugasan, unit=dunia[nama])


P, V, G, N = Peran.PERENCANA, Peran.VERIFIKATOR, Peran.PENGELOLA, Peran.ADMIN
# Assignments (role, where, units…) → roles, units (None: no limit), and whether the agency as a whole may be changed.
TABEL: list[tuple[list[tuple[Any, ...]], set[str], set[str] | None, bool]] = [
    ([], set(), None, False),
    ([(P, "a")], {"perencana"}, None, True),
    ([(P, "a", "satu")], {"perencana"}, {"satu"}, False),
    ([(P, "a", "satu", "dua")], {"perencana"}, {"satu", "dua"}, False),
    ([(P, "a", "satu"), (P, "pemda")], {"perencana"}, None, True),
    ([(P, "a"), (P, "pemda", "satu")], {"perencana"}, None, True),
    ([(P, "a", "satu"), (P, "pemda", "dua")], {"perencana"}, {"satu", "dua"}, False),
    ([(P, "a", "satu"), (V, "a")], {"perencana", "verifikator"}, {"satu"}, False),
    ([(V, "a")], {"verifikator"}, None, False),
    ([(P, "a", "satu"), (G, "pemda")], {"perencana", "pengelola"}, None, True),
    ([(G, "pemda", "satu")], {"pengelola"}, None, True),  # units mean nothing there
    ([(N, "", "satu")], {"admin"}, None, True),
    ([(P, "b")], set(), None, False),
]


@pytest.mark.parametrize(("tugas", "peran", "unit", "ubah"), TABEL)
def test_hak_dari_penugasan(
    dunia: dict[str, Any], tugas: list[tuple[Any, ...]], peran: set[str], unit: set[str] | None, ubah: bool
) -> None:
    for satu in tugas:
        _tugas(dunia, *satu)
    hak = akses.ambil_hak(dunia["ani"], dunia["a"])
    assert hak.daftar_peran == peran
    assert hak.daftar_unit == (None if unit is None else {dunia[nama].pk for nama in unit})
    assert hak.terbatas is (unit is not None)
    assert hak.daftar_peran_penuh == (peran - {"perencana"} if unit is not None else peran)
    assert akses.boleh_ubah(dunia["ani"], dunia["a"]) is ubah
    assert (dunia["a"] in akses.daftar_instansi_dapat_diubah(dunia["ani"])) is ubah
    assert akses.boleh_lihat(dunia["ani"], dunia["a"]) is bool(peran)
    identitas = data.Instansi("A1", pemda="A", jenis_pemda=JenisPemda.KABUPATEN)
    assert akses.boleh_impor_instansi(dunia["ani"], identitas) is ubah


@pytest.mark.parametrize(("tugas", "boleh"), [([(P, "a", "satu")], False), ([(P, "a")], True), ([(V, "a")], False)])
def test_perencana_terbatas_tidak_mengimpor(dunia: dict[str, Any], tugas: list[tuple[Any, ...]], boleh: bool) -> None:
    for satu in tugas:
        _tugas(dunia, *satu)
    assert akses.boleh_mengimpor(dunia["ani"]) is boleh


def test_penugasan_tanpa_batas_yang_sudah_lewat_tidak_melepas_batasnya(dunia: dict[str, Any]) -> None:
    _tugas(dunia, P, "a", "satu")
    _tugas(dunia, P, "pemda", sampai=LAMPAU)
    hak = akses.ambil_hak(dunia["ani"], dunia["a"], pada=HARI)
    assert hak.daftar_unit == frozenset({dunia["satu"].pk})
    assert not akses.boleh_ubah(dunia["ani"], dunia["a"], pada=HARI)
    assert akses.ambil_hak(dunia["ani"], dunia["a"], pada=LAMPAU).daftar_unit is None


def test_batas_yang_sudah_lewat_tidak_membatasi_lagi(dunia: dict[str, Any]) -> None:
    _tugas(dunia, P, "a", "satu", sampai=LAMPAU)
    assert akses.ambil_hak(dunia["ani"], dunia["a"], pada=HARI) == Hak(frozenset())


def test_superuser_punya_peran_admin_tanpa_batas_kecuali_nonaktif(dunia: dict[str, Any]) -> None:
    root = Pengguna.objects.create_superuser("root", nama="R", password="x")
    assert akses.ambil_hak(root, dunia["b"]) == Hak(frozenset({"admin"}))
    root.is_active = False
    assert akses.ambil_hak(root, dunia["b"]) == Hak(frozenset())


@pytest.mark.parametrize(
    ("peran", "batas", "baris", "boleh"),
    [
        ({"perencana"}, None, set(), True),
        ({"perencana"}, None, {1}, True),
        ({"perencana"}, {1}, {1, 2}, True),
        ({"perencana"}, {1}, {2}, False),
        ({"perencana"}, {1}, set(), False),
        ({"perencana"}, set(), {1}, False),
        ({"verifikator"}, None, {1}, False),
        ({"pengelola"}, None, {1}, True),
        (set(), None, {1}, False),
    ],
)
def test_baris_yang_boleh_diisi(peran: set[str], batas: set[int] | None, baris: set[int], boleh: bool) -> None:
    hak = Hak(frozenset(peran), None if batas is None else frozenset(batas))
    assert hak.boleh_isi(baris) is boleh


def test_dua_kueri_berapa_pun_penugasannya(
    dunia: dict[str, Any], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _tugas(dunia, P, "a", "satu", "dua")
    _tugas(dunia, V, "a")
    _tugas(dunia, P, "pemda", "dua")
    with django_assert_num_queries(2):
        akses.ambil_hak(dunia["ani"], dunia["a"])
