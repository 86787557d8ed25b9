"""Who signs on a day, and how a title and a NIP are written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renstra.data import StatusPejabat
from renstra.data_pejabat import (
    MasaJabatan,
    angka_nip,
    bertumpuk,
    jabatan_lengkap,
    nip_wajar,
    pejabat_pada,
    tulis_nip,
)
from renstra.models import Instansi, Pejabat, Pemda, UnitKerja
from renstra.selectors_pejabat import kepala_daerah, pejabat_kepala, pejabat_unit

DEFINITIF, PLT, PLH, PJ = StatusPejabat.DEFINITIF, StatusPejabat.PLT, StatusPejabat.PLH, StatusPejabat.PJ


def _masa(nama: str, status: StatusPejabat, mulai: str, sampai: str = "") -> MasaJabatan:
    akhir = date.fromisoformat(sampai) if sampai else None
    return MasaJabatan(nama, date.fromisoformat(mulai), akhir, status)


def _siapa(hari: str, *daftar: MasaJabatan) -> str:
    pejabat = pejabat_pada(daftar, date.fromisoformat(hari))
    return pejabat.nama if pejabat else ""


TETAP = _masa("Ani", DEFINITIF, "2023-01-02")


@pytest.mark.parametrize(
    ("hari", "nama"), [("2023-01-01", ""), ("2023-01-02", "Ani"), ("2024-06-30", "Ani"), ("2030-01-01", "Ani")]
)
def test_hari_pertama_termasuk_dan_masa_tanpa_akhir_terus_berlaku(hari: str, nama: str) -> None:
    assert _siapa(hari, TETAP) == nama


def test_hari_terakhir_masih_termasuk() -> None:
    masa = _masa("Ani", DEFINITIF, "2023-01-02", "2023-12-31")
    assert (_siapa("2023-12-31", masa), _siapa("2024-01-01", masa)) == ("Ani", "")


@pytest.mark.parametrize("status", [PLT, PLH, PJ])
def test_yang_menggantikan_menandatangani_selama_masanya(status: StatusPejabat) -> None:
    ganti = _masa("Budi", status, "2024-03-01", "2024-03-10")
    assert [_siapa(h, TETAP, ganti) for h in ("2024-02-29", "2024-03-01", "2024-03-10", "2024-03-11")] == [
        "Ani", "Budi", "Budi", "Ani",
    ]  # fmt: skip


def test_plh_menggantikan_plt_juga() -> None:
    plt, plh = _masa("Budi", PLT, "2024-02-01"), _masa("Cici", PLH, "2024-02-10", "2024-02-12")
    assert [_siapa(h, TETAP, plt, plh) for h in ("2024-02-09", "2024-02-11", "2024-02-13")] == ["Budi", "Cici", "Budi"]


@pytest.mark.parametrize("akhir_plt", ["", "2024-06-30"])
def test_pengangkatan_definitif_mengakhiri_plt_walau_akhirnya_tidak_ditulis(akhir_plt: str) -> None:
    plt, baru = _masa("Budi", PLT, "2024-02-01", akhir_plt), _masa("Dodi", DEFINITIF, "2024-03-15")
    assert [_siapa(h, plt, baru) for h in ("2024-03-14", "2024-03-15", "2024-06-01")] == ["Budi", "Dodi", "Dodi"]


def test_plh_tanpa_akhir_berhenti_bila_pejabat_baru_mulai_tetapi_yang_berakhir_dihormati() -> None:
    baru = _masa("Dodi", DEFINITIF, "2024-03-05")
    assert _siapa("2024-03-06", _masa("Cici", PLH, "2024-03-01"), baru) == "Dodi"
    assert _siapa("2024-03-06", _masa("Cici", PLH, "2024-03-01", "2024-03-10"), baru) == "Cici"


def test_mulai_pada_hari_yang_sama_yang_menggantikan_menandatangani() -> None:
    assert _siapa("2023-01-02", TETAP, _masa("Budi", PLT, "2023-01-02")) == "Budi"


_HARI = st.dates(date(2020, 1, 1), date(2025, 12, 31))


@st.composite
def _masa_acak(draw: st.DrawFn) -> MasaJabatan:
    mulai = draw(_HARI)
    lama = draw(st.none() | st.integers(0, 700))
    akhir = None if lama is None else mulai + timedelta(days=lama)
    return MasaJabatan("X", mulai, akhir, draw(st.sampled_from(list(StatusPejabat))), pk=draw(st.integers(1, 10**6)))


@given(st.lists(_masa_acak(), max_size=6, unique_by=lambda m: m.pk), _HARI)
def test_yang_menandatangani_selalu_menjabat_dan_tidak_bergantung_urutan(daftar: list[MasaJabatan], hari: date) -> None:
    terpilih = pejabat_pada(daftar, hari)
    assert terpilih == pejabat_pada(daftar[::-1], hari)
    assert (terpilih is None) == (not any(m.berlaku_pada(hari) for m in daftar))
    assert terpilih is None or terpilih.berlaku_pada(hari)


@given(_masa_acak(), _masa_acak(), _HARI)
def test_bertumpuk_berarti_ada_hari_bersama(satu: MasaJabatan, lain: MasaJabatan, hari: date) -> None:
    assert bertumpuk(satu, lain) == bertumpuk(lain, satu)
    if satu.berlaku_pada(hari) and lain.berlaku_pada(hari):
        assert bertumpuk(satu, lain)
    if bertumpuk(satu, lain):
        bersama = max(satu.mulai, lain.mulai)
        assert satu.berlaku_pada(bersama)
        assert lain.berlaku_pada(bersama)


@pytest.mark.parametrize(
    ("status", "jabatan", "tulisan"),
    [
        (DEFINITIF, "Kepala Badan", "Kepala Badan"),
        (PLT, "Kepala Badan", "Plt. Kepala Badan"),
        (PLT, "Plt. Kepala Badan", "Plt. Kepala Badan"),
        (PLH, "plt Kepala Badan", "Plh. Kepala Badan"),
        (PJ, "Gubernur", "Pj. Gubernur"),
        (DEFINITIF, "Plt. Kepala Badan", "Kepala Badan"),
        (PLT, "", "Plt."),
    ],
)
def test_sebutan_jabatan(status: StatusPejabat, jabatan: str, tulisan: str) -> None:
    assert jabatan_lengkap(status, jabatan) == tulisan


@pytest.mark.parametrize(
    ("nip", "tersimpan", "tulisan", "wajar"),
    [
        ("198001022005011003", "198001022005011003", "19800102 200501 1 003", True),
        ("19800102 200501 1 003", "198001022005011003", "19800102 200501 1 003", True),
        ("", "", "", True),
        ("123", "123", "123", False),
        ("NIP tidak ada", "NIP tidak ada", "NIP tidak ada", False),
    ],
)
def test_nip(nip: str, tersimpan: str, tulisan: str, wajar: bool) -> None:
    assert (angka_nip(nip), tulis_nip(nip), nip_wajar(nip)) == (tersimpan, tulisan, wajar)


@pytest.mark.django_db
def test_pejabat_kepala_unit_dan_kepala_daerah_dari_basis_data() -> None:
    pemda = Pemda.objects.create(nama="Kabupaten A", jenis="kabupaten")
    instansi = Instansi.objects.create(kode="A", nama="Dinas A", pemda=pemda)
    unit = UnitKerja.objects.create(instansi=instansi, nama="Bidang A")
    hari, isi = date(2024, 5, 1), {"mulai": date(2024, 1, 1)}
    Pejabat.objects.create(instansi=instansi, nama="Ani", jabatan="Kepala Dinas A", **isi)
    Pejabat.objects.create(instansi=instansi, nama="Budi", status=PLT, jabatan="Kepala Dinas A", mulai=hari)
    Pejabat.objects.create(instansi=instansi, unit=unit, nama="Cici", **isi)
    Pejabat.objects.create(pemda=pemda, nama="Dodi", **isi)
    kepala = pejabat_kepala(instansi, pada=hari)
    assert kepala is not None
    assert (kepala.nama, kepala.jabatan_lengkap) == ("Budi", "Plt. Kepala Dinas A")
    assert [getattr(p, "nama", "") for p in (pejabat_unit(unit, hari), kepala_daerah(pemda, hari))] == ["Cici", "Dodi"]
    assert pejabat_kepala(instansi, pada=date(2023, 12, 31)) is None
