"""When a quarter is due, whether it may be filled in, and the sentences that say so."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data_pengisian import AturanPengisian, Pengisian, StatusPengisian
from kinerja.pintu import pintu_ajukan, pintu_isi, sisa_hari, tenggat, terlambat, tulis_tenggat
from lkjip.dasar.periode import akhir_triwulan

D = date
SAAT = datetime(2024, 10, 12, 14, 3)  # noqa: DTZ001  a local time
TENGGAT = D(2024, 10, 15)


def _isi(status: str = "draf", *, tutup: bool = False, sejak: datetime | None = SAAT, oleh: str = "Sari") -> Pengisian:
    return Pengisian(2024, 3, StatusPengisian(status), TENGGAT, tutup, sejak, oleh)


@pytest.mark.parametrize(
    ("triwulan", "hari", "hasil"),
    [
        (1, 15, D(2024, 4, 15)),
        (2, 0, D(2024, 6, 30)),
        (3, 5, D(2024, 10, 5)),
        (4, 15, D(2025, 1, 15)),
        (4, 180, D(2025, 6, 29)),
    ],
)
def test_tenggat_dihitung_dari_akhir_triwulan(triwulan: int, hari: int, hasil: date) -> None:
    aturan = AturanPengisian(hari_tenggat=tuple(hari if n == triwulan else 99 for n in (1, 2, 3, 4)))  # type: ignore[arg-type]
    assert tenggat(2024, triwulan, aturan) == hasil


@pytest.mark.parametrize(
    ("status", "keadaan", "pembuka"),
    [
        ("diajukan", "sudah diajukan", "Perencana dapat menariknya kembali, verifikator dapat mengembalikannya."),
        ("diverifikasi", "sudah diverifikasi", "Verifikator atau kepala dapat mengembalikannya."),
        ("disetujui", "sudah disetujui", "Kepala atau pengelola pemda dapat membukanya kembali dengan alasan."),
        ("terkunci", "terkunci", "Pengelola pemda atau admin dapat membukanya kembali dengan alasan."),
    ],
)
def test_kalimat_mengapa_sejak_kapan_oleh_siapa_dan_siapa_pembukanya(status: str, keadaan: str, pembuka: str) -> None:
    pintu = pintu_isi(_isi(status), D(2024, 10, 1))
    assert not pintu.terbuka
    assert pintu.alasan == (
        f"Triwulan III 2024 {keadaan} sejak 12 Oktober 2024 pukul 14.03 oleh Sari, jadi isinya tidak dapat diubah. "
        f"{pembuka}"
    )
    assert not pintu_ajukan(_isi(status), D(2024, 10, 1)).terbuka
    tanpa = pintu_isi(_isi(status, sejak=None, oleh=""), D(2024, 10, 1)).alasan
    assert tanpa.startswith(f"Triwulan III 2024 {keadaan}, jadi isinya")


@pytest.mark.parametrize(("hari", "terbuka"), [(TENGGAT, True), (TENGGAT + timedelta(days=1), False)])
def test_tenggat_menutup_hanya_bila_aturannya_begitu(hari: date, terbuka: bool) -> None:
    assert pintu_isi(_isi(tutup=True), hari).terbuka is terbuka
    assert pintu_isi(_isi(), hari).terbuka
    if not terbuka:
        assert pintu_isi(_isi(tutup=True), hari).alasan == (
            "Pengisian Triwulan III 2024 ditutup sejak tenggatnya lewat, 15 Oktober 2024, menurut aturan pemda. "
            "Pengelola pemda dapat memperpanjang tenggat instansi ini."
        )


@pytest.mark.parametrize(
    ("status", "hari", "tulisan"),
    [
        ("draf", D(2024, 10, 12), "tenggat 15 Oktober 2024, 3 hari lagi"),
        ("draf", TENGGAT, "tenggat 15 Oktober 2024, hari ini"),
        ("draf", D(2024, 10, 17), "tenggat 15 Oktober 2024, terlambat 2 hari"),
        ("diajukan", D(2024, 10, 17), "tenggat 15 Oktober 2024"),
    ],
)
def test_tenggat_dalam_kata(status: str, hari: date, tulisan: str) -> None:
    assert tulis_tenggat(_isi(status), hari) == tulisan


@given(
    status=st.sampled_from(StatusPengisian),
    hari=st.dates(D(2024, 1, 1), D(2025, 12, 31)),
    tenggat_isi=st.dates(D(2024, 1, 1), D(2025, 12, 31)),
    tutup=st.booleans(),
    triwulan=st.integers(1, 4),
)
def test_pintu_terbuka_tepat_bila_tak_ada_alasan(
    status: StatusPengisian, hari: date, tenggat_isi: date, tutup: bool, triwulan: int
) -> None:
    satu = Pengisian(2024, triwulan, status, tenggat_isi, tutup, SAAT, "Sari")
    isi, ajukan = pintu_isi(satu, hari), pintu_ajukan(satu, hari)
    draf = status is StatusPengisian.DRAF
    assert isi.terbuka is (draf and not (tutup and hari > tenggat_isi))
    assert ajukan.terbuka is (isi.terbuka and hari >= akhir_triwulan(2024, triwulan))
    for pintu in (isi, ajukan):
        assert bool(pintu.alasan) is not pintu.terbuka
        assert pintu.terbuka or pintu.alasan.endswith(".")
    assert terlambat(satu, hari) is (draf and sisa_hari(satu, hari) < 0)
