"""The page of a signature: two steps, its ways, its sentences; for those who may sign and those who may not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import BIDANG_KEPALA, BIDANG_KEPALA_DAERAH, JenisSertifikat
from lkjip.laporan.models import TandaTanganTerbitan, TindakanTandaTangan
from lkjip.laporan.signing.kunci_p12 import BATAS_P12
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.laporan.simpanan_terbitan import baca_berkas
from renstra.models import Instansi, Penugasan, Peran
from tests.laporan.signing import pejabat_uji
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, TAHUN
from tests.terbitan.dunia_tanda import NAMA_KEPALA, DuniaTanda, buat_dunia_tanda, percayai


@pytest.fixture(autouse=True)
def _percaya(settings: Settings, tmp_path: Path) -> None:
    percayai(settings, tmp_path)
    settings.BSRE_ALAMAT = ""


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna]) -> DuniaTanda:
    return buat_dunia_tanda()


def kiriman(dunia: DuniaTanda, **lain: Any) -> dict[str, Any]:
    p12 = SimpleUploadedFile("kunci.p12", pejabat_uji.p12(pejabat_uji.kepala()))
    return {
        "setuju": dunia.terbitan.sidik_kini, "cara": "berkas", "p12": p12, "sandi": pejabat_uji.SANDI,
        "aksi": "tanda-tangani", **lain,
    }  # fmt: skip


def test_dua_langkah_lalu_hasilnya(sebagai: _Sebagai, dunia: DuniaTanda) -> None:
    klien, sidik = sebagai("kepala"), dunia.terbitan.sidik_kini
    pertama = klien.get(dunia.alamat()).content.decode()
    assert "Langkah 1: baca dan setujui" in pertama
    assert 'type="password"' not in pertama
    assert sidik in pertama
    assert reverse_dokumen(dunia) in pertama
    kedua = klien.get(dunia.alamat(), {"setuju": sidik})
    assert "Langkah 2: tanda tangani" in kedua.content.decode()
    assert "no-store" in kedua.headers["Cache-Control"]
    jawaban = klien.post(dunia.alamat(), kiriman(dunia), follow=True)
    isi = jawaban.content.decode()
    assert jawaban.redirect_chain == [(dunia.alamat(), 302)]
    sidik_hasil = dunia.segar().kepala.sidik_hasil
    for kata in ("Tanda tangan percobaan, tidak berlaku sah", "Contoh Nama", "Dokumen siap diterbitkan", sidik_hasil):
        assert kata in isi
    unduh = klien.get(reverse_dokumen(dunia), {"unduh": "ya"})
    assert unduh.content == baca_berkas(dunia.terbitan.sidik_kini)
    assert unduh.headers["Content-Disposition"] == 'attachment; filename="lkjip-uji.pdf"'


def reverse_dokumen(dunia: DuniaTanda) -> str:
    return dunia.alamat("dokumen_tanda_tangan")


def test_persetujuan_atas_berkas_lain_tidak_berlaku(sebagai: _Sebagai, dunia: DuniaTanda) -> None:
    klien = sebagai("kepala")
    assert "Langkah 1" in klien.get(dunia.alamat(), {"setuju": "0" * 64}).content.decode()
    jawaban = klien.post(dunia.alamat(), kiriman(dunia, setuju="0" * 64))
    assert jawaban.status_code == 409
    assert "Langkah 1" in jawaban.content.decode()
    assert not TindakanTandaTangan.objects.exists()


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"sandi": ""}, "Isi sandinya."),
        ({"sandi": "keliru"}, "Sandi berkas kunci (.p12) salah"),
        ({"p12": ""}, "Pilih berkas kuncinya"),
        ({"p12": SimpleUploadedFile("a.p12", b"x" * (BATAS_P12 + 1))}, "Berkas kunci terlalu besar"),
        ({"p12": SimpleUploadedFile("a.p12", b"bukan kunci")}, "bukan berkas .p12"),
        ({"cara": "unggahan"}, "Pilih berkas PDF yang sudah ditandatangani."),
        ({"cara": "unggahan", "pdf": SimpleUploadedFile("a.pdf", b"x" * 1048577)}, "paling besar 1 MB"),
        ({"cara": "server"}, "Cara ini tidak tersedia."),
        ({"cara": "bsre"}, "Cara ini tidak tersedia."),
        ({"cara": ""}, "Pilih cara menandatangani."),
    ],
)
def test_yang_kurang_atau_salah_dikatakan_dan_tidak_ada_yang_berubah(
    sebagai: _Sebagai, dunia: DuniaTanda, settings: Settings, lain: dict[str, Any], kalimat: str
) -> None:
    settings.VERIFIKASI_MB = 1
    for satu in lain.values():
        if isinstance(satu, SimpleUploadedFile):
            satu.seek(0)
    jawaban = sebagai("kepala").post(dunia.alamat(), kiriman(dunia, **lain))
    assert jawaban.status_code == 422
    assert kalimat in jawaban.content.decode()
    assert not dunia.segar().kepala.sidik_hasil


def test_kunci_di_server_hanya_ditawarkan_kepada_pemiliknya(
    sebagai: _Sebagai, dunia: DuniaTanda, settings: Settings
) -> None:
    folder = Path(settings.KUNCI) / "pemegang"
    folder.mkdir()
    (folder / "kepala.p12").write_bytes(pejabat_uji.p12(pejabat_uji.kepala()))
    setuju = {"setuju": dunia.terbitan.sidik_kini}
    assert 'value="server"' in sebagai("kepala").get(dunia.alamat(), setuju).content.decode()
    lain = sebagai("perencana").get(dunia.alamat(), setuju).content.decode()
    assert 'value="unggahan"' in lain
    assert 'value="server"' not in lain
    assert 'value="berkas"' not in lain
    jawaban = sebagai("kepala").post(dunia.alamat(), kiriman(dunia, cara="server", p12=""))
    assert jawaban.status_code == 302
    assert dunia.segar().terbitan.keadaan == "ditandatangani"


def test_bsre_ditawarkan_bila_disetel(sebagai: _Sebagai, dunia: DuniaTanda, settings: Settings) -> None:
    settings.BSRE_ALAMAT = "http://127.0.0.1:9"
    setuju = {"setuju": dunia.terbitan.sidik_kini}
    assert 'value="bsre"' in sebagai("kepala").get(dunia.alamat(), setuju).content.decode()
    lain = buat_dunia_tanda(jenis=JenisSertifikat.LAIN, kunci="lain")
    setuju = {"setuju": lain.terbitan.sidik_kini}
    assert 'value="bsre"' not in sebagai("kepala").get(lain.alamat(), setuju).content.decode()


def test_yang_bukan_penanda_tangan_membaca_saja(sebagai: _Sebagai, dunia: DuniaTanda) -> None:
    for nama in ("verifikator", "inspektorat", "perencana_unit"):
        isi = sebagai(nama).get(dunia.alamat(), {"setuju": dunia.terbitan.sidik_kini}).content.decode()
        assert f"Tanda tangan ini milik {NAMA_KEPALA}" in isi
        assert 'type="password"' not in isi
        assert sebagai(nama).post(dunia.alamat(), kiriman(dunia)).status_code == 403
    assert sebagai("bekas_perencana").get(dunia.alamat()).status_code == 404


def test_tempat_menurut_jabatan_dan_nip(sebagai: _Sebagai, pemeran: dict[str, Pengguna]) -> None:
    """The head of the agency in the head's place, the kepala daerah in theirs, anybody in the place of their NIP."""
    dunia = buat_dunia_tanda(
        tempat=(
            {"bidang": BIDANG_KEPALA, "nama": NAMA_KEPALA},
            {"bidang": BIDANG_KEPALA_DAERAH, "nama": "Bupati"},
            {"bidang": "ttd-unit", "nama": "Tuan verifikator", "nip": "19800101 200501 1 002"},
        )
    )
    bupati = Pengguna.objects.create_user("bupati", nama="Bupati")
    pemda = Instansi.objects.get(kode=SENDIRI).pemda
    Penugasan.objects.create(pengguna=bupati, peran=Peran.KEPALA, pemda=pemda)
    Pengguna.objects.filter(username="verifikator").update(nip="198001012005011002")
    setuju = {"setuju": dunia.terbitan.sidik_kini}
    didapat = {
        nama: [
            'value="berkas"' in klien.get(dunia.alamat(ke=ke), setuju).content.decode() for ke in range(3)
        ]
        for nama, klien in (("kepala", _masuk(pemeran["kepala"])), ("bupati", _masuk(bupati)),
                            ("verifikator", _masuk(pemeran["verifikator"])), ("admin", _masuk(pemeran["admin"])))
    }  # fmt: skip
    assert didapat == {
        "kepala": [True, False, False],
        "bupati": [False, True, False],
        "verifikator": [False, False, True],
        "admin": [False, False, False],
    }


def test_perjanjian_kinerja_ditandatangani_dua_orang(pemeran: dict[str, Pengguna]) -> None:
    """Each in their own place with their own key; the second sees that the first is there, and keeps it valid."""
    dunia = buat_dunia_tanda(
        kunci="pk",
        tempat=(
            {"bidang": BIDANG_KEPALA, "nama": NAMA_KEPALA},
            {"bidang": BIDANG_KEPALA_DAERAH, "nama": "Contoh Gubernur"},
        ),
    )
    bupati = Pengguna.objects.create_user("bupati", nama="Bupati")
    Penugasan.objects.create(pengguna=bupati, peran=Peran.KEPALA, pemda=Instansi.objects.get(kode=SENDIRI).pemda)
    pertama = _masuk(pemeran["kepala"]).post(dunia.alamat(), kiriman(dunia), follow=True).content.decode()
    assert "Menunggu tanda tangan Contoh Gubernur." in pertama
    klien, kunci = _masuk(bupati), pejabat_uji.p12(pejabat_uji.gubernur())
    assert f"{NAMA_KEPALA}: sudah" in klien.get(dunia.segar().alamat(ke=1)).content.decode()
    isi = kiriman(dunia, p12=SimpleUploadedFile("k.p12", kunci))
    assert "Semua tanda tangan sudah lengkap" in klien.post(dunia.alamat(ke=1), isi, follow=True).content.decode()
    hasil = verifikasi(baca_berkas(dunia.segar().terbitan.sidik_kini), kepercayaan())
    assert (hasil.sah, [satu.sah for satu in hasil.daftar]) == (True, [True, True])


def _masuk(pengguna: Pengguna) -> Client:
    klien = Client()
    klien.force_login(pengguna)
    return klien


def test_tempat_instansi_lain_tidak_ada(sebagai: _Sebagai, dunia: DuniaTanda) -> None:
    asing = buat_dunia_tanda(kode=ASING)
    klien = sebagai("admin")
    for terbitan, tanda in ((asing.terbitan, asing.kepala), (dunia.terbitan, asing.kepala)):
        assert klien.get(reverse("tanda_tangan", args=[SENDIRI, TAHUN, terbitan.pk, tanda.pk])).status_code == 404


def test_tanpa_token_csrf_ditolak(pemeran: dict[str, Pengguna], dunia: DuniaTanda) -> None:
    ketat = Client(enforce_csrf_checks=True)
    ketat.force_login(pemeran["kepala"])
    assert ketat.post(dunia.alamat(), kiriman(dunia)).status_code == 403
    assert not TindakanTandaTangan.objects.exists()


def test_kepercayaan_kosong_atau_rusak_dikatakan_sebelum_menandatangani(
    sebagai: _Sebagai, dunia: DuniaTanda, settings: Settings
) -> None:
    folder = Path(settings.KUNCI) / "tepercaya"
    for berkas in folder.iterdir():
        berkas.unlink()
    jawaban = sebagai("kepala").post(dunia.alamat(), kiriman(dunia))
    assert "belum mempercayai penerbit" in jawaban.content.decode()
    (folder / "rusak.pem").write_text("rusak")
    jawaban = sebagai("kepala").post(dunia.alamat(), kiriman(dunia))
    assert "tidak dapat dibaca. Hubungi pengelola server" in jawaban.content.decode()
    assert not TindakanTandaTangan.objects.exists()


def test_banyak_kueri_tidak_tergantung_banyaknya_tempat(
    sebagai: _Sebagai, dunia: DuniaTanda, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    klien = sebagai("kepala")
    with CaptureQueriesContext(connection) as satu:
        klien.get(dunia.alamat())
    for ke in range(2, 9):
        TandaTanganTerbitan.objects.create(terbitan=dunia.terbitan, urutan=ke, bidang=f"ttd-{ke}", nama=f"Orang {ke}")
    with django_assert_num_queries(len(satu)):
        klien.get(dunia.alamat())
