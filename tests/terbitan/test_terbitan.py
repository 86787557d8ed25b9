"""The way of an official document: handed in, checked, frozen, signed, published, replaced, withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import KeadaanTerbitan, TahapNaskah
from lkjip.laporan.models import CatatanTahap, PenyusunanBerkas, Terbitan
from lkjip.laporan.simpanan_terbitan import baca_berkas
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.penyusunan.services_beku import TidakDapatDibekukan, bekukan, siapkan_cap
from lkjip.perencanaan.services_tahun import hapus_tahun
from lkjip.terbitan import services
from lkjip.terbitan.services import batalkan_versi, catat_tahap, finalkan, tarik, terbitkan
from renstra.models import TahunKinerja
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.penyusunan.dunia import susun_semua
from tests.situs.pemeran import SENDIRI, TAHUN
from tests.terbitan.dunia_terbitan import buat_final, naskah_kini, tandai, ubah_data

pytestmark = pytest.mark.django_db
Pemeran = dict[str, Pengguna]


def _catat(tahun: TahunKinerja, tahap: TahapNaskah, oleh: Pengguna, catatan: str = "") -> None:
    naskah = naskah_kini(tahun)
    catat_tahap(tahun_kinerja=tahun, naskah=naskah, tahap=tahap, sidik_dibaca=naskah.sidik, oleh=oleh, catatan=catatan)


def test_naskah_diajukan_diperiksa_lalu_final_dengan_semua_yang_dibekukan(
    tahun: TahunKinerja, pemeran: Pemeran
) -> None:
    _catat(tahun, TahapNaskah.DIAJUKAN, pemeran["perencana"])
    terbitan = buat_final(tahun, pemeran["kepala"])
    assert (terbitan.keadaan, terbitan.nomor, terbitan.kunci) == (KeadaanTerbitan.FINAL, 1, "laporan")
    assert len(terbitan.kode) == 12
    assert baca_berkas(terbitan.sidik_final) == berkas_akhir()
    assert baca_berkas(terbitan.sidik_buku_kerja).startswith(b"PK")
    assert baca_berkas(terbitan.sidik_data).startswith(b"{")
    assert b"Dinas Uji" in baca_berkas(terbitan.sidik_html)
    tanda = terbitan.daftar_tanda_tangan.get()
    assert (tanda.bidang, tanda.nama, tanda.nip) == ("ttd-kepala", "Nama Kepala", "198001012005011001")


def test_isi_yang_berubah_sejak_diperiksa_tidak_dapat_difinalkan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    _catat(tahun, TahapNaskah.DIPERIKSA, pemeran["verifikator"])
    ubah_data()
    naskah = naskah_kini(tahun)
    with pytest.raises(ValidationError, match="harus diperiksa dahulu"):
        finalkan(tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=pemeran["kepala"])
    assert not Terbitan.objects.exists()


def test_yang_dibaca_harus_yang_difinalkan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    lama = naskah_kini(tahun).sidik
    ubah_data()
    with pytest.raises(ValidationError, match="berubah sejak halaman ini dibuka"):
        catat_tahap(
            tahun_kinerja=tahun, naskah=naskah_kini(tahun), tahap=TahapNaskah.DIPERIKSA, sidik_dibaca=lama,
            oleh=pemeran["kepala"],
        )  # fmt: skip


def test_dikembalikan_harus_dengan_catatan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    _catat(tahun, TahapNaskah.DIAJUKAN, pemeran["perencana"])
    with pytest.raises(ValidationError, match="apa yang harus diperbaiki"):
        _catat(tahun, TahapNaskah.DIKEMBALIKAN, pemeran["kepala"], "  ")
    _catat(tahun, TahapNaskah.DIKEMBALIKAN, pemeran["kepala"], "Bab III belum lengkap")
    assert CatatanTahap.objects.first().catatan == "Bab III belum lengkap"  # type: ignore[union-attr]


def test_temuan_galat_yang_belum_dijawab_menghalangi(
    tahun: TahunKinerja, pemeran: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    temuan = Temuan("ANG-01", Tingkat.GALAT, "Jumlah tidak cocok.")
    monkeypatch.setattr(services, "periksa_aturan", lambda *_: (temuan,))
    with pytest.raises(ValidationError, match="1 temuan galat"):
        buat_final(tahun, pemeran["kepala"])


def test_tanpa_nama_penanda_tangan_ditolak(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    TahunKinerja.objects.filter(pk=tahun.pk).update(nama_kepala="")
    tahun.refresh_from_db()
    with pytest.raises(ValidationError, match="belum diisi"):
        buat_final(tahun, pemeran["kepala"])


def test_tanpa_alamat_situs_qr_tidak_akan_terbuka(tahun: TahunKinerja, pemeran: Pemeran, settings: Settings) -> None:
    settings.ALAMAT_SITUS = ""
    with pytest.raises(ValidationError, match="LKJIP_ALAMAT_SITUS"):
        buat_final(tahun, pemeran["kepala"])


def test_yang_kehilangan_berkas_tidak_terbit(tahun: TahunKinerja, pemeran: Pemeran, settings: Settings) -> None:
    satu = tandai(buat_final(tahun, pemeran["kepala"]))
    (letak,) = Path(settings.MEDIA_ROOT).rglob(satu.sidik_buku_kerja)
    isi = letak.read_bytes()
    letak.unlink()
    with pytest.raises(ValidationError, match="hilang atau rusak"):
        terbitkan(terbitan=satu, oleh=pemeran["kepala"])
    letak.write_bytes(isi)
    terbitkan(terbitan=satu, oleh=pemeran["kepala"])


def test_satu_versi_berjalan_pada_satu_saat(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    buat_final(tahun, pemeran["kepala"])
    with pytest.raises(ValidationError, match="sedang diproses"):
        buat_final(tahun, pemeran["kepala"])
    with pytest.raises(IntegrityError), transaction.atomic():
        _salin(Terbitan.objects.get())


def _salin(terbitan: Terbitan) -> None:
    """The database itself knows that there may be only one."""
    terbitan.pk, terbitan.kode, terbitan.nomor, terbitan.alasan = None, "000000000000", 2, "lagi"
    terbitan.save(force_insert=True)


def test_yang_final_dijaga_basis_data(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    for kolom in ("sidik_final", "sidik_buku_kerja", "kode", "judul", "nomor"):
        with pytest.raises(IntegrityError, match="sudah final"), transaction.atomic():
            Terbitan.objects.filter(pk=terbitan.pk).update(**{kolom: 9 if kolom == "nomor" else "0" * 12})
    with pytest.raises(IntegrityError, match="tidak dapat dihapus"), transaction.atomic():
        Terbitan.objects.filter(pk=terbitan.pk).delete()


def test_data_boleh_berubah_sesudahnya_dan_berkasnya_tetap(
    tahun: TahunKinerja, pemeran: Pemeran, client: Client
) -> None:
    terbitan = buat_final(tahun, pemeran["kepala"])
    client.force_login(pemeran["inspektorat"])

    def berkas() -> list[bytes]:
        return [
            client.get(reverse("unduh_terbitan", args=[SENDIRI, TAHUN, terbitan.pk, jenis])).content
            for jenis in ("final", "buku-kerja", "data", "baca")
        ]

    lama = berkas()
    banding = reverse("banding_terbitan", args=[SENDIRI, TAHUN, terbitan.pk])
    assert b"Tidak ada yang berubah" in client.get(banding).content
    ubah_data()
    assert berkas() == lama
    jawaban = client.get(banding).content.decode()
    assert "kinerja_triwulan" in jawaban
    assert "55" in jawaban


def test_pdf_tidak_disusun_dari_data_yang_lain(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    naskah = naskah_kini(tahun)
    _catat(tahun, TahapNaskah.DIPERIKSA, pemeran["kepala"])
    terbitan = finalkan(tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=pemeran["kepala"])
    assert siapkan_cap(terbitan.pk, naskah.isi).alamat.endswith(f"/v/{terbitan.kode}/")
    ubah_data()
    susun_semua()
    susunan = PenyusunanBerkas.objects.get()
    assert susunan.keadaan == "gagal"
    assert "Data berubah sesudah versi ini difinalkan" in susunan.pesan
    terbitan.refresh_from_db()
    assert terbitan.keadaan == KeadaanTerbitan.DISUSUN
    batalkan_versi(terbitan=terbitan, alasan="data berubah", oleh=pemeran["kepala"])
    with pytest.raises(TidakDapatDibekukan):
        bekukan(terbitan=terbitan.pk, isi=berkas_akhir())


def test_pekerja_menyusun_pdf_bercap_dengan_bidang_kosong(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    naskah = naskah_kini(tahun)
    _catat(tahun, TahapNaskah.DIPERIKSA, pemeran["kepala"])
    terbitan = finalkan(tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=pemeran["kepala"])
    susun_semua()
    terbitan.refresh_from_db()
    assert terbitan.keadaan == KeadaanTerbitan.FINAL
    isi = baca_berkas(terbitan.sidik_final)
    assert b"ttd-kepala" in isi
    assert terbitan.banyak_halaman > 3
    bekukan(terbitan=terbitan.pk, isi=isi)


def test_versi_baru_menggantikan_yang_terbit(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    satu = tandai(buat_final(tahun, pemeran["kepala"]))
    terbitkan(terbitan=satu, oleh=pemeran["perencana"])
    ubah_data()
    with pytest.raises(ValidationError, match="alasan"):
        buat_final(tahun, pemeran["kepala"])
    naskah = naskah_kini(tahun)
    dua = finalkan(
        tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=pemeran["kepala"], alasan="Angka diperbaiki"
    )
    bekukan(terbitan=dua.pk, isi=berkas_akhir())
    dua.refresh_from_db()
    terbitkan(terbitan=tandai(dua), oleh=pemeran["kepala"])
    assert list(Terbitan.objects.order_by("nomor").values_list("keadaan", flat=True)) == ["digantikan", "terbit"]
    tarik(terbitan=dua, alasan="Salah unit", oleh=pemeran["kepala"])
    dua.refresh_from_db()
    assert (dua.keadaan, dua.alasan_tarik) == ("ditarik", "Salah unit")


_TINDAKAN: dict[str, Callable[[Terbitan, Pengguna], None]] = {
    "batalkan": lambda t, o: batalkan_versi(terbitan=t, alasan="sebab", oleh=o),
    "terbitkan": lambda t, o: terbitkan(terbitan=t, oleh=o),
    "tarik": lambda t, o: tarik(terbitan=t, alasan="sebab", oleh=o),
}
_BOLEH = {
    "batalkan": {"final": "dibatalkan", "ditandatangani": "dibatalkan"},
    "terbitkan": {"ditandatangani": "terbit"},
    "tarik": {"terbit": "ditarik"},
}


@pytest.mark.parametrize("tindakan", list(_TINDAKAN))
def test_setiap_tindakan_hanya_dari_keadaan_yang_benar(tahun: TahunKinerja, pemeran: Pemeran, tindakan: str) -> None:
    terbitan = tandai(buat_final(tahun, pemeran["kepala"]))
    for keadaan in KeadaanTerbitan:
        if keadaan is KeadaanTerbitan.DISUSUN:
            continue
        with transaction.atomic():
            lain = {"ditarik_pada": terbitan.dibuat_pada, "alasan_tarik": "x"}
            Terbitan.objects.filter(pk=terbitan.pk).update(keadaan=keadaan.value, **lain)
            if (jadi := _BOLEH[tindakan].get(keadaan.value)) is None:
                with pytest.raises(ValidationError):
                    _TINDAKAN[tindakan](terbitan, pemeran["kepala"])
            else:
                _TINDAKAN[tindakan](terbitan, pemeran["kepala"])
            assert Terbitan.objects.get(pk=terbitan.pk).keadaan == (jadi or keadaan.value)


def test_tahun_yang_punya_versi_tidak_dapat_dihapus(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    buat_final(tahun, pemeran["kepala"])
    with pytest.raises(ValidationError, match="1 versi dokumen resmi"):
        hapus_tahun(tahun_kinerja=tahun, oleh=pemeran["perencana"])
