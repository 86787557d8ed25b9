"""What hostile or unlucky requests tried on the pages of a quarter: answered with a sentence, never a crash."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError
from django.test import Client
from django.urls import reverse

from anggaran.data import Tingkat
from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.models import BuktiDukung
from lkjip.akun.models import Pengguna
from lkjip.pengisian.models import PengingatTerkirim
from lkjip.pengisian.urls import urlpatterns
from renstra.models import Penugasan, UnitKerja, UnitPenugasan
from tests.pembuat import baris
from tests.pengisian.alamat import semua
from tests.pengisian.panggung import HTMX, TW, alamat
from tests.pengisian.test_anggaran_impor import cocokkan, lembar, periksa, unggah
from tests.pengisian.test_ingatkan import MENJELANG, _jalankan
from tests.pengisian.uang_uji import simpan_buku, uang_kas
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN


def _alamat(nama: str) -> str:
    return reverse(nama, args=[SENDIRI, TAHUN, TW])


def test_simpan_semua_enam_ratus_baris_sekaligus(sebagai: _Sebagai) -> None:
    """2,400 fields in one form; Django's own limit is 1,000."""
    simpan_buku(pohon=tuple(baris(f"1.{n}", pagu=100, tingkat=Tingkat.SUBKEGIATAN) for n in range(600)))
    kiriman = {
        f"{awal}{kolom}-{pk}": isi
        for pk in Anggaran.objects.filter(tahun_kinerja__instansi__kode=SENDIRI).values_list("pk", flat=True)
        for kolom in ("realisasi", "rencana")
        for awal, isi in (("", "7"), ("dasar-", ""))
    }
    assert sebagai("perencana").post(_alamat("isi_anggaran"), kiriman).status_code == 302
    assert RealisasiAnggaran.objects.filter(realisasi=7, rencana=7, triwulan=TW).count() == 600


@pytest.mark.parametrize("nama", ["tempel_isian", "tempel_uang"])
@pytest.mark.parametrize("kolom", ["mulai", "urutan"])
@pytest.mark.parametrize("isi", ["9" * 5000, "9" * 30, "-1", "x", "²", "0"])
def test_tempat_tempelan_yang_bukan_nomor_diabaikan(sebagai: _Sebagai, nama: str, kolom: str, isi: str) -> None:
    assert sebagai("perencana").post(_alamat(nama), {kolom: isi, "teks": "1"}).status_code == 200


@pytest.mark.parametrize("tanya", ["tanggal=0001-01-01&jam=00:01", "tanggal=9999-12-31&jam=23:59", "tanggal=%00"])
def test_saat_yang_tidak_dapat_ditanyakan(sebagai: _Sebagai, tanya: str) -> None:
    assert sebagai("perencana").get(f"{_alamat('riwayat_triwulan')}?{tanya}").status_code == 200


def test_pagu_negatif_dalam_berkas_ditolak_dengan_kalimat(sebagai: _Sebagai) -> None:
    simpan_buku(uang_kas("1.01.02", "60"))
    client = sebagai("perencana")
    unggah(client, lembar(["1", "Program", -1000, 5]))
    cocokkan(client)
    assert "Pagu tidak boleh negatif" in periksa(client).content.decode()


def _bukti(client: Client) -> BuktiDukung:
    client.post(alamat("tambah_bukti"), {"tautan": "https://contoh.id/a", "uraian": "awal"}, headers=HTMX)
    return BuktiDukung.objects.get()


def test_uraian_bukti_tidak_menimpa_tulisan_orang_lain(sebagai: _Sebagai) -> None:
    bukti = _bukti(sebagai("perencana"))

    def ubah(uraian: str, dasar: str) -> Any:
        kiriman = {"uraian": uraian, "dasar-uraian": dasar}
        return sebagai("perencana_unit").post(alamat("ubah_bukti", bukti.pk), kiriman, headers=HTMX)

    assert ubah("oleh satu", "awal").status_code == 200
    jawaban = ubah("oleh dua", "awal")
    assert jawaban.status_code == 422
    assert "oleh satu" in jawaban.content.decode()
    assert "oleh dua" in jawaban.content.decode()
    bukti.refresh_from_db()
    assert bukti.uraian == "oleh satu"
    assert ubah("oleh satu", "awal").status_code == 200  # the same thing twice is no conflict


def test_surat_yang_tidak_dapat_dialamatkan_tidak_menghentikan_yang_lain(pemeran: dict[str, Pengguna]) -> None:
    kedua = Pengguna.objects.create_user("perencana_dua", email="dua@contoh.go.id")
    tugas = Penugasan.objects.get(pengguna=pemeran["perencana"])
    Penugasan.objects.create(pengguna=kedua, peran=tugas.peran, instansi=tugas.instansi)
    Pengguna.objects.filter(username="perencana").update(email="a@contoh.id\nBcc: b@contoh.id")
    with pytest.raises(CommandError):
        _jalankan(MENJELANG)
    assert [s.to for s in mail.outbox] == [["dua@contoh.go.id"]]
    assert not PengingatTerkirim.objects.filter(pengguna=pemeran["perencana"]).exists()  # to be tried again


def test_unit_yang_membatasi_pengguna_tidak_terhapus_lewat_admin(pemeran: dict[str, Pengguna]) -> None:
    """Else whoever is limited to it would be free of every limit."""
    Pengguna.objects.create_superuser("root", password="x")
    root, unit = Client(), UnitKerja.objects.get(nama="Bidang A")
    root.force_login(Pengguna.objects.get(username="root"))
    root.post(reverse("admin:renstra_unitkerja_delete", args=[unit.pk]), {"post": "yes"})
    banyak = {"action": "delete_selected", "_selected_action": [unit.pk], "post": "yes"}
    root.post(reverse("admin:renstra_unitkerja_changelist"), banyak)
    assert UnitPenugasan.objects.filter(unit=unit).exists()
    UnitPenugasan.objects.filter(unit=unit).delete()
    root.post(reverse("admin:renstra_unitkerja_delete", args=[unit.pk]), {"post": "yes"})
    assert not UnitKerja.objects.filter(pk=unit.pk).exists()


def test_setiap_alamat_menolak_kiriman_tanpa_token_dan_cara_yang_tidak_dikenal(pemeran: dict[str, Pengguna]) -> None:
    ketat = Client(enforce_csrf_checks=True)
    ketat.force_login(pemeran["admin"])
    salah = []
    for satu in semua():
        tujuan = reverse(satu.nama, args=[SENDIRI, TAHUN, *satu.argumen(SENDIRI)])
        didapat = ketat.post(tujuan).status_code, ketat.put(tujuan).status_code, ketat.delete(tujuan).status_code
        cara = Client().options(tujuan).status_code
        if not {*didapat, cara} <= {403, 405}:
            salah.append((satu.nama, didapat, cara))
    assert salah == []


def test_setiap_alamat_pengisian_ada_dalam_tabel_akses() -> None:
    assert {alamat.name for alamat in urlpatterns} == {satu.nama for satu in semua()}
