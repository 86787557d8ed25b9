"""Round trip: parse(write(buku)) == buku, for both forms, digit for digit."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.buku_kerja.writers.xlsx import tulis_xlsx, xlsx_bytes
from lkjip.data import BukuKerja
from tests.buku_kerja.buat_buku import buku

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
_DAFTAR_CONTOH = ("bkd-kaltim-2024", "bkd-kalbar-2023-tw1")


def baca(path: Path) -> BukuKerja:
    hasil = baca_buku(path)
    assert hasil.daftar_galat == ()
    assert hasil.buku is not None
    return hasil.buku


def lewat_xlsx(isi: BukuKerja) -> BukuKerja:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "buku.xlsx"
        tulis_xlsx(isi, path)
        return baca(path)


def lewat_csv(isi: BukuKerja) -> BukuKerja:
    with tempfile.TemporaryDirectory() as folder:
        tulis_csv_folder(isi, Path(folder))
        return baca(Path(folder))


_SETELAN = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@_SETELAN
@given(buku())
def test_buku_apa_pun_kembali_utuh_dari_xlsx(isi: BukuKerja) -> None:
    kembali = lewat_xlsx(isi)
    assert kembali == isi
    assert repr(kembali) == repr(isi)  # Decimal("99.00") == Decimal("99"); their texts differ


@_SETELAN
@given(buku())
def test_buku_apa_pun_kembali_utuh_dari_csv(isi: BukuKerja) -> None:
    kembali = lewat_csv(isi)
    assert kembali == isi
    assert repr(kembali) == repr(isi)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(buku())
def test_xlsx_dan_csv_bergantian_tidak_mengubah_apa_pun(isi: BukuKerja) -> None:
    assert repr(lewat_xlsx(lewat_csv(lewat_xlsx(isi)))) == repr(isi)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(buku())
def test_buku_yang_sama_memberi_byte_yang_sama(isi: BukuKerja) -> None:
    assert xlsx_bytes(isi) == xlsx_bytes(isi)


@pytest.mark.parametrize("nama", _DAFTAR_CONTOH)
def test_buku_instansi_nyata_pulang_pergi_tanpa_beda(nama: str) -> None:
    asal = baca(CONTOH / nama)
    assert repr(lewat_xlsx(asal)) == repr(asal)
    assert repr(lewat_csv(asal)) == repr(asal)


def test_desimal_klaim_bertahan_seperti_tercetak() -> None:
    asal = baca(CONTOH / "bkd-kaltim-2024")
    dua_nol = [
        klaim.nilai for klaim in asal.daftar_klaim if klaim.nilai is not None and str(klaim.nilai).endswith(".00")
    ]
    assert Decimal("27.00") in dua_nol
    assert [str(klaim.nilai) for klaim in lewat_xlsx(asal).daftar_klaim] == [str(k.nilai) for k in asal.daftar_klaim]


def test_menulis_ke_folder_lama_menghapus_lembar_yang_sudah_tidak_ada(tmp_path: Path) -> None:
    (tmp_path / "lke.csv").write_text("tahun,subkomponen\n2024,1.a\n")
    (tmp_path / "tabel_99.csv").write_text("bab1,x,y\n")
    (tmp_path / "_catatan.csv").write_text("milik orang\n")
    asal = baca(CONTOH / "bkd-kaltim-2024")
    tulis_csv_folder(asal, tmp_path)
    assert baca(tmp_path) == asal
    assert (tmp_path / "_catatan.csv").exists()


def test_hasil_bagi_di_tabel_bebas_utuh_lewat_csv_dan_xlsx(tmp_path: Path) -> None:
    for nama, isi in {"instansi": "kunci,nilai\nkode,X\n", "pengaturan": "kunci,nilai\ntahun,2024\n"}.items():
        (tmp_path / f"{nama}.csv").write_text(isi)
    (tmp_path / "tabel_01.csv").write_text("bab1\na\n66.66666666666667\n0.30000000000000004\n")
    semula = baca_buku(tmp_path).buku
    assert semula is not None
    path = tmp_path / "buku.xlsx"
    tulis_xlsx(semula, path)
    assert baca_buku(path).buku == semula
