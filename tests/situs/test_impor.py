"""Upload, preview, confirm: nothing is written before the last step, and never a part of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as setelan
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from lkjip.buku_kerja.selectors import ambil_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.buku_kerja.writers.xlsx import xlsx_bytes
from lkjip.data import BukuKerja
from renstra.models import Instansi, Penugasan
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA, TAHUN, buku_uji


def _unggah(client: Client, buku: BukuKerja | bytes, nama: str = "buku.xlsx") -> Any:
    isi = buku if isinstance(buku, bytes) else xlsx_bytes(buku)
    return client.post(reverse("impor"), {"berkas": SimpleUploadedFile(nama, isi)})


def _realisasi(kode: str = SENDIRI) -> str:
    return str(ambil_buku(kode, TAHUN).data.kinerja.daftar_kinerja_triwulan[0].realisasi)


def _simpan(client: Client) -> Any:
    sidik = client.get(reverse("pratinjau_impor")).context["sidik"]
    return client.post(reverse("pratinjau_impor"), {"sidik": sidik})


def test_unggah_pratinjau_lalu_simpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    assert _unggah(client, buku_uji(SENDIRI, realisasi="91.5")).headers["Location"] == reverse("pratinjau_impor")
    isi = client.get(reverse("pratinjau_impor")).content.decode()
    assert "<del>80</del>" in isi
    assert "<ins>91,5</ins>" in isi
    assert _realisasi() == "80"
    jawaban = _simpan(client)
    assert jawaban.headers["Location"] == reverse("ringkasan_tahun", args=[SENDIRI, TAHUN])
    assert _realisasi() == "91.5"
    assert "1 diubah" in client.get(jawaban.headers["Location"]).content.decode()


def test_berkas_dibuang_setelah_disimpan(sebagai: _Sebagai, settings: Settings) -> None:
    client = sebagai("perencana")
    _unggah(client, buku_uji(SENDIRI, realisasi="91"))
    assert len(list((Path(settings.MEDIA_ROOT) / "impor").iterdir())) == 1
    _simpan(client)
    assert list((Path(settings.MEDIA_ROOT) / "impor").iterdir()) == []


def test_isi_yang_sama_tidak_menawarkan_simpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, buku_uji(SENDIRI))
    assert "Tidak ada yang berubah" in client.get(reverse("pratinjau_impor")).content.decode()


def test_data_berubah_sejak_pratinjau_diperlihatkan_lagi(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, buku_uji(SENDIRI, realisasi="91"))
    sidik = client.get(reverse("pratinjau_impor")).context["sidik"]
    impor_buku(buku=buku_uji(SENDIRI, realisasi="85"))
    isi = client.post(reverse("pratinjau_impor"), {"sidik": sidik}).content.decode()
    assert "Data di sistem berubah sejak pratinjau" in isi
    assert _realisasi() == "85"


def test_klik_ganda_menyimpan_sekali_dan_berakhir_di_halaman_instansi(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, buku_uji(SENDIRI, realisasi="91"))
    sidik = client.get(reverse("pratinjau_impor")).context["sidik"]
    dua = [client.post(reverse("pratinjau_impor"), {"sidik": sidik}).headers["Location"] for _ in range(2)]
    assert dua == [reverse("ringkasan_tahun", args=[SENDIRI, TAHUN])] * 2


def test_berkas_yang_diganti_setelah_pratinjau_tidak_ikut_disetujui(sebagai: _Sebagai) -> None:
    """Two windows: what was shown for one agency must not confirm the same change of another."""
    client = sebagai("pengelola")
    _unggah(client, buku_uji(SENDIRI, realisasi="91"))
    sidik = client.get(reverse("pratinjau_impor")).context["sidik"]
    _unggah(client, buku_uji(SEPEMDA, realisasi="91"))
    assert client.post(reverse("pratinjau_impor"), {"sidik": sidik}).status_code == 200
    assert (_realisasi(SENDIRI), _realisasi(SEPEMDA)) == ("80", "80")


def test_hak_yang_dicabut_setelah_pratinjau_tidak_menyimpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, buku_uji(SENDIRI, realisasi="91"))
    sidik = client.get(reverse("pratinjau_impor")).context["sidik"]
    Penugasan.objects.filter(pengguna__username="perencana").update(instansi=Instansi.objects.get(kode=ASING))
    assert client.post(reverse("pratinjau_impor"), {"sidik": sidik}).status_code == 403
    assert _realisasi() == "80"


def test_token_sesi_tidak_memilih_berkas_lain(sebagai: _Sebagai, settings: Settings) -> None:
    _unggah(sebagai("perencana"), buku_uji(SENDIRI, realisasi="91"), "../../../nama.xlsx")
    berkas = list(Path(settings.MEDIA_ROOT).rglob("*.xlsx"))
    assert [b.parent.name for b in berkas] == ["impor"]
    assert berkas[0].stat().st_mode & 0o077 == 0 or berkas[0].parent.stat().st_mode & 0o077 == 0


def test_kiriman_terlalu_besar_tidak_dibaca_django(sebagai: _Sebagai, settings: Settings) -> None:
    settings.BATAS_UNGGAH_MB = 1
    jawaban = _unggah(sebagai("perencana"), b"0" * (3 * 1024 * 1024))
    assert jawaban.status_code == 413
    assert "lebih besar dari 1 MB" in jawaban.content.decode()
    assert list(Path(settings.MEDIA_ROOT).rglob("*.xlsx")) == []


def test_simpan_tanpa_pratinjau_tidak_menulis(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    _unggah(client, buku_uji(SENDIRI, realisasi="91"))
    client.post(reverse("pratinjau_impor"), {"sidik": ""})
    assert _realisasi() == "80"


def test_buku_instansi_lain_ditolak_dan_tidak_disimpan(sebagai: _Sebagai, settings: Settings) -> None:
    client = sebagai("perencana")
    jawaban = _unggah(client, buku_uji(ASING, realisasi="1"))
    assert jawaban.status_code == 422
    assert "tidak boleh Anda ubah" in jawaban.content.decode()
    assert _realisasi(ASING) == "80"
    assert client.get(reverse("pratinjau_impor")).status_code == 302


@pytest.mark.parametrize(
    ("nama", "pemda", "boleh"),
    [
        ("perencana", "Kabupaten A", False),
        ("pengelola", "Kabupaten A", True),
        ("pengelola", "Kabupaten B", False),
        ("admin", "Kabupaten B", True),
    ],
)
def test_instansi_baru_hanya_oleh_pengelola_pemdanya_atau_admin(
    sebagai: _Sebagai, nama: str, pemda: str, boleh: bool
) -> None:
    client = sebagai(nama)
    jawaban = _unggah(client, buku_uji("DINAS-BARU", pemda=pemda))
    assert jawaban.status_code == (302 if boleh else 422)
    if boleh:
        assert _simpan(client).status_code == 302
    assert Instansi.objects.filter(kode="DINAS-BARU").exists() is boleh


def test_berkas_orang_lain_tidak_terbaca(sebagai: _Sebagai) -> None:
    _unggah(sebagai("perencana"), buku_uji(SENDIRI, realisasi="91"))
    lain = Client()
    lain.force_login(sebagai.pemeran["pengelola"])
    assert lain.get(reverse("pratinjau_impor")).status_code == 302


def test_semua_kesalahan_tampil_dengan_lembar_baris_dan_kolom(sebagai: _Sebagai) -> None:
    rusak = (Path(setelan.BASE_DIR) / "manage.py").read_bytes()
    jawaban = _unggah(sebagai("perencana"), rusak)
    assert jawaban.status_code == 422
    assert "hal perlu diperbaiki" in jawaban.content.decode()


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("buku.xls", b"x", "Berkas harus .xlsx"),
        ("buku.xlsx", b"", "Berkas ini kosong"),
        ("../../x.xlsx", b"PK", "diperbaiki"),
    ],
)
def test_berkas_yang_bukan_buku_kerja_ditolak(sebagai: _Sebagai, nama: str, isi: bytes, pesan: str) -> None:
    jawaban = _unggah(sebagai("perencana"), isi, nama)
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()


def test_berkas_terlalu_besar_ditolak(sebagai: _Sebagai, settings: Settings) -> None:
    settings.BATAS_UNGGAH_MB = 0
    assert "Berkas lebih besar" in _unggah(sebagai("perencana"), b"PK-isi").content.decode()


def test_templat_kosong_dan_buku_kerja_dapat_diunduh(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    for alamat in (reverse("unduh_templat"), reverse("unduh_buku_kerja", args=[SENDIRI, TAHUN])):
        jawaban = client.get(alamat)
        assert jawaban.content[:2] == b"PK"
        assert jawaban.headers["Content-Disposition"].startswith("attachment; filename=")
        assert jawaban.headers["X-Content-Type-Options"] == "nosniff"
