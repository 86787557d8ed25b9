"""Arrows point downward: dasar < kolom < riwayat < akun < renstra < kinerja < anggaran < the roof."""

from __future__ import annotations

import sys

import pytest

from tests.arsitektur.sumber import LAPISAN, Impor, Modul, berawal, daftar_modul, periksa, terdekat

# The workbook knows everything and nothing knows it, but for the roof's entrances: commands, the site's views and
# forms, the one place where a report gets its workbook as an attachment, and the import of a budget system's file,
# which borrows the guarded reader (raw cells), not the workbook.
PINTU_BUKU_KERJA = (
    *("lkjip.terbitan.services", "lkjip.terbitan.selectors", "lkjip.terbitan.views.versi"),
    *("lkjip.buku_kerja", "lkjip.views", "lkjip.forms", "lkjip.cetak"),
    *("lkjip.pengisian.berkas_anggaran", "lkjip.pengisian.views.impor_anggaran"),
    "lkjip.perencanaan.lembar",  # the sheets in the browser: driven by the schema, read by the workbook's own rules
    "lkjip.pemeriksaan.berkas_uji",  # an uploaded workbook whose printed figures are audited; nothing of it is stored
    "lkjip.evaluasi.services_contoh",  # the made-up pemda comes in as every agency does: as workbooks
    "lkjip.services_utuh",  # asks by the workbook's own rules whether what comes back could be exported and read
)


def _naik(modul: Modul, impor: Impor) -> bool:
    asal, tujuan = terdekat(modul.nama, LAPISAN), terdekat(impor.nama, LAPISAN)
    return bool(tujuan) and LAPISAN.index(tujuan) > LAPISAN.index(asal)


def impor_naik(modul: Modul) -> list[str]:
    return [f"{modul.di(i.baris)}: {modul.nama} mengimpor {i.nama}" for i in modul.daftar_impor if _naik(modul, i)]


def test_tak_ada_impor_ke_lapisan_di_atasnya() -> None:
    periksa([p for modul in daftar_modul() for p in impor_naik(modul)])


def test_penyusunan_tidak_mengenal_penerbitan_yang_memakainya() -> None:
    """What the worker does for a version lies with the worker; its guard's chores stand in the settings by name."""
    periksa(
        [
            f"{modul.di(impor.baris)}: {modul.nama} mengimpor {impor.nama}"
            for modul in daftar_modul()
            if berawal(modul.nama, "lkjip.penyusunan")
            for impor in modul.daftar_impor
            if berawal(impor.nama, "lkjip.terbitan")
        ]
    )


def test_dasar_hanya_memakai_pustaka_baku() -> None:
    periksa(
        [
            f"{modul.di(impor.baris)}: {impor.nama}"
            for modul in daftar_modul()
            if berawal(modul.nama, "lkjip.dasar")
            for impor in modul.daftar_impor
            if impor.nama.split(".")[0] not in sys.stdlib_module_names and not berawal(impor.nama, "lkjip.dasar")
        ]
    )


def test_buku_kerja_hanya_dikenal_pintu_masuk_di_atap() -> None:
    periksa(
        [
            f"{modul.di(impor.baris)}: {modul.nama} mengimpor {impor.nama}"
            for modul in daftar_modul()
            if modul.kamar != "management" and not terdekat(modul.nama, PINTU_BUKU_KERJA)
            for impor in modul.daftar_impor
            if berawal(impor.nama, "lkjip.buku_kerja")
        ]
    )


def test_pengaturan_dibaca_lewat_django() -> None:
    periksa(
        [
            f"{modul.di(impor.baris)}: pakai django.conf.settings"
            for modul in daftar_modul()
            for impor in modul.daftar_impor
            if impor.nama == "lkjip.settings"
        ]
    )


@pytest.mark.parametrize(
    ("nama", "isi", "salah"),
    [
        ("renstra.data", "from kinerja.data import Faktor", True),
        ("renstra.data", "def f():\n    import anggaran.models", True),
        ("lkjip.akun.models", "from lkjip.laporan import isi", True),
        ("lkjip.dasar.hasil", "from lkjip.akun.models import Pengguna", True),
        ("anggaran.data", "from kinerja.data import Faktor\nfrom lkjip.dasar.hasil import Hasil", False),
        ("lkjip.besaran", "from anggaran import besaran", False),
        ("renstra.data", "from ..kinerja import data", True),
    ],
)
def test_pemeriksa_mengenali_panah_ke_atas(nama: str, isi: str, salah: bool) -> None:
    assert bool(impor_naik(Modul(nama, f"{nama.replace('.', '/')}.py", isi))) is salah
