"""Agencies: made, described, renamed, removed; and their letterhead."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from kinerja.models import Evaluasi
from kinerja.services_skema import pastikan_skema
from lkjip.kelola.halaman_kop import kop
from lkjip.riwayat.models import Riwayat
from renstra.models import Instansi, Pemda, Penugasan, TahunKinerja, UnitKerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import ASING, SENDIRI, SEPEMDA

ISI = {"kode": "BARU-1", "nama": "Dinas Baru", "jabatan_kepala": "Kepala Dinas Baru", "tempat": "Kota"}


def _pemda(kode: str = SENDIRI) -> Pemda:
    return Pemda.objects.get(daftar_instansi__kode=kode)


def _tambah(sebagai: _Sebagai, **lain: str) -> Any:
    return sebagai("pengelola").post(reverse("tambah_instansi", args=[_pemda().pk]), ISI | lain)


def test_pengelola_menambah_instansi_di_pemdanya(sebagai: _Sebagai) -> None:
    assert _tambah(sebagai).headers["Location"] == reverse("profil_instansi", args=["BARU-1"])
    baru = Instansi.objects.get(kode="BARU-1")
    assert (baru.pemda, baru.nama, baru.tempat) == (_pemda(), "Dinas Baru", "Kota")
    client = sebagai("pengelola")
    assert "belum punya data kinerja" in client.get(reverse("profil_instansi", args=["BARU-1"])).content.decode()
    assert client.get(reverse("instansi", args=["BARU-1"])).headers["Location"].endswith("/tahun-baru/")
    assert client.get(reverse("unit_kerja", args=["BARU-1"])).status_code == 200
    assert Riwayat.objects.filter(tabel="renstra_instansi", kunci=str(baru.pk), jalur="profil").exists()


@pytest.mark.parametrize("kode", ["A/B", "Dinas Pupr & Perkim", "ÄÖ 1", "2024", "a" * 100])
def test_kode_boleh_teks_apa_pun_seperti_di_buku_kerja(sebagai: _Sebagai, kode: str) -> None:
    assert _tambah(sebagai, kode=kode).status_code == 302
    client = sebagai("pengelola")
    for nama in ("profil_instansi", "ubah_profil", "pejabat", "pejabat_baru", "hapus_instansi", "unit_kerja"):
        assert client.get(reverse(nama, args=[kode])).status_code == 200, nama


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"kode": SENDIRI}, "Kode ini sudah dipakai"),
        ({"kode": ASING}, "Kode ini sudah dipakai"),
        ({"kode": ""}, "Isi kode"),
        ({"kode": "A\x00"}, "arakter"),
        ({"kode": "a" * 101}, "100"),
        ({"nama": " "}, "Isi nama"),
        ({"surel": "bukan"}, "email"),
        ({"fungsi": "\n".join("x" * n for n in range(1, 60))}, "paling banyak 40"),
    ],
)
def test_isian_keliru_ditolak(sebagai: _Sebagai, isian: dict[str, str], pesan: str) -> None:
    jawaban = _tambah(sebagai, **isian)
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()
    assert Instansi.objects.count() == 3


def test_kode_diganti_hanya_bila_disetujui(sebagai: _Sebagai) -> None:
    client, isi = sebagai("pengelola"), {**ISI, "kode": "KODE-LAIN"}
    alamat = reverse("ubah_profil", args=[SENDIRI])
    assert "Kode akan diganti" in client.post(alamat, isi).content.decode()
    assert Instansi.objects.filter(kode=SENDIRI).exists()
    jawaban = client.post(alamat, {**isi, "setuju_kode": "on"})
    assert jawaban.headers["Location"] == reverse("profil_instansi", args=["KODE-LAIN"])
    assert client.get(reverse("ringkasan_tahun", args=["KODE-LAIN", 2024])).status_code == 200
    assert not Instansi.objects.filter(kode=SENDIRI).exists()


def test_perencana_hanya_mengubah_bagiannya(sebagai: _Sebagai) -> None:
    isi = {**ISI, "alamat": "Jalan Satu", "fungsi": "1. perumusan kebijakan\n\n• pembinaan", "setuju_kode": "on"}
    assert sebagai("perencana").post(reverse("ubah_profil", args=[SENDIRI]), isi).status_code == 302
    instansi = Instansi.objects.get(kode=SENDIRI)
    assert (instansi.nama, instansi.alamat) == (f"Dinas Uji {SENDIRI}", "Jalan Satu")
    assert instansi.fungsi == "perumusan kebijakan\npembinaan"
    halaman = sebagai("kepala").get(reverse("profil_instansi", args=[SENDIRI])).content.decode()
    assert "<li>pembinaan</li>" in halaman
    assert "Ubah profil" not in halaman


def test_tahun_yang_sudah_ada_tetap_memakai_identitasnya(sebagai: _Sebagai) -> None:
    sebagai("pengelola").post(reverse("ubah_profil", args=[SENDIRI]), {**ISI, "kode": SENDIRI})
    assert TahunKinerja.objects.get(instansi__kode=SENDIRI).nama == f"Dinas Uji {SENDIRI}"


def test_hanya_instansi_tanpa_tahun_yang_dihapus(sebagai: _Sebagai) -> None:
    _tambah(sebagai)
    baru = Instansi.objects.get(kode="BARU-1")
    UnitKerja.objects.create(instansi=baru, nama="Bidang")
    Penugasan.objects.create(pengguna=sebagai.pemeran["tanpa_tugas"], peran="perencana", instansi=baru)
    client = sebagai("pengelola")
    assert "Ya, hapus" in client.get(reverse("hapus_instansi", args=["BARU-1"])).content.decode()
    jawaban = client.post(reverse("hapus_instansi", args=["BARU-1"]))
    assert jawaban.headers["Location"] == reverse("kelola_pemda", args=[_pemda().pk])
    jawaban = client.post(reverse("hapus_instansi", args=[SENDIRI]))
    assert jawaban.status_code == 422
    assert "tidak dapat dihapus" in jawaban.content.decode()
    assert set(Instansi.objects.values_list("kode", flat=True)) == {SENDIRI, SEPEMDA, ASING}


def test_instansi_berhasil_evaluasi_tidak_dihapus(sebagai: _Sebagai) -> None:
    """A result recorded of a year that the system does not hold would go with it."""
    _tambah(sebagai)
    Evaluasi.objects.create(
        instansi=Instansi.objects.get(kode="BARU-1"), tahun=2020, skema=pastikan_skema("permenpan88_2021"),
        tingkat="komponen", asal="direkam", tahap="terbit",
    )  # fmt: skip
    jawaban = sebagai("pengelola").post(reverse("hapus_instansi", args=["BARU-1"]))
    assert jawaban.status_code == 422
    assert "punya hasil evaluasi" in jawaban.content.decode()
    assert Evaluasi.objects.exists()


def test_perencana_instansi_tidak_menghapusnya(sebagai: _Sebagai) -> None:
    _tambah(sebagai)
    tugas = {"peran": "perencana", "instansi": Instansi.objects.get(kode="BARU-1")}
    Penugasan.objects.create(pengguna=sebagai.pemeran["tanpa_tugas"], **tugas)
    assert sebagai("tanpa_tugas").post(reverse("hapus_instansi", args=["BARU-1"])).status_code == 403


@pytest.mark.parametrize(
    ("cari", "banyak"), [("", 2), ("a1", 1), ("DINAS UJI", 2), ("tak ada", 0), ("\x00", 2), ("x" * 300, 0)]
)
def test_cari_di_daftar_instansi(sebagai: _Sebagai, cari: str, banyak: int) -> None:
    isi = sebagai("pengelola").get(reverse("kelola_pemda", args=[_pemda().pk]), {"cari": cari}).content.decode()
    assert isi.count('scope="row"') == banyak


def test_kop_surat() -> None:
    isi = kop(
        pemda="Provinsi Kalimantan Timur", nama="Badan Kepegawaian Daerah Provinsi Kalimantan Timur",
        alamat="Jalan\nSatu", telepon="(0541) 1", laman="bkd.contoh.go.id", tempat="Samarinda", kode_pos="75123",
    )  # fmt: skip
    assert isi.pemda == "PEMERINTAH PROVINSI KALIMANTAN TIMUR"
    assert isi.nama == "BADAN KEPEGAWAIAN DAERAH"
    assert isi.daftar_baris == ("Jalan Satu", "Telepon (0541) 1, bkd.contoh.go.id", "Samarinda 75123")
    assert kop(pemda="", nama="Dinas A").daftar_baris == ()
    assert kop(pemda="Pemerintah Kota B", nama="Pemerintah Kota B").nama == "PEMERINTAH KOTA B"


def test_beranda_pengelola_mengantar_ke_pengelolaan(sebagai: _Sebagai) -> None:
    isi = sebagai("pengelola").get(reverse("beranda")).content.decode()
    for nama in (
        "kelola_pemda",
        "kelola_pengguna",
        "undang_pengguna",
        "kepala_daerah",
        "logo_pemda",
        "tambah_instansi",
    ):
        assert reverse(nama, args=[_pemda().pk]) in isi, nama
