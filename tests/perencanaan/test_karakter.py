"""Whatever text a page takes, the workbook can carry it out and back; what it cannot is refused with a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.buku_kerja.writers.xlsx import tulis_xlsx
from lkjip.riwayat.services_baris import simpan_baris
from renstra.models import Instansi, Pejabat, Sasaran
from tests.perencanaan.anggaran_uji import alamat, buku_kini, tahun_uji
from tests.situs.pemeran import SENDIRI

_Sebagai = Callable[[str], Client]
TAMBAH = {
    "tambah_anggaran_rencana": lambda teks: {"kode": f"9{teks}", "uraian": f"a{teks}b"},
    "tambah_belanja_rencana": lambda teks: {"kode": f"9{teks}", "uraian": f"a{teks}b"},
}
KENDALI = ["\x08", "a\x0bb", "\x1b[0m", "\x1f", "\x00", "\ufffe"]


@pytest.mark.django_db
@pytest.mark.parametrize("nama", TAMBAH)
@pytest.mark.parametrize("teks", [*KENDALI, "a\r\nb", "a\rb", "a\nb", "\t", "=1+1", "'", "\u2028", '<&>"]]>'])
def test_teks_apa_pun_terbaca_kembali_dari_buku_kerja(sebagai: _Sebagai, tmp_path: Path, nama: str, teks: str) -> None:
    jawab = sebagai("perencana").post(alamat(nama), TAMBAH[nama](teks), follow=True)
    assert jawab.status_code in {200, 422}
    buku = buku_kini()
    tulis_csv_folder(buku, tmp_path / "csv")
    tulis_xlsx(buku, tmp_path / "buku.xlsx")
    assert baca_buku(tmp_path / "csv").buku == buku
    assert baca_buku(tmp_path / "buku.xlsx").buku == buku


@pytest.mark.django_db
@pytest.mark.usefixtures("pemeran")
@pytest.mark.parametrize("teks", KENDALI)
def test_karakter_kendali_tidak_pernah_tersimpan(teks: str) -> None:
    with pytest.raises(ValidationError, match=r"kendali|Karakter null"):
        simpan_baris(Sasaran(renstra=tahun_uji().renstra, kode="S9", uraian=f"a{teks}b", urutan=9))
    assert not Sasaran.objects.filter(kode="S9").exists()


@pytest.mark.django_db
def test_nama_pejabat_dan_instansi_satu_baris(sebagai: _Sebagai) -> None:
    client = sebagai("pengelola")
    isi = {
        "status": "plt",
        "jabatan": "Kepala\r\nBadan",
        "nama": "Ani\rBudi",
        "mulai": "2001-01-01",
        "sampai": "2001-02-01",
    }
    assert client.post(reverse("pejabat_baru", args=[SENDIRI]), isi).status_code == 302
    assert Pejabat.objects.filter(nama="Ani Budi", jabatan="Kepala Badan").exists()
    isi = {"kode": SENDIRI, "nama": "Dinas\r\nA", "tempat": "Kota\rA", "jabatan_kepala": "Kepala"}
    assert client.post(reverse("ubah_profil", args=[SENDIRI]), isi).status_code == 302
    assert Instansi.objects.filter(kode=SENDIRI, nama="Dinas A", tempat="Kota A").exists()
