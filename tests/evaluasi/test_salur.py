"""What Inspektorat issued reaches the agency's data, its workbook and its history, and cannot be overwritten there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.data import Lke, Rekomendasi, Sakip, StatusRekomendasi
from kinerja.data_evaluasi import KeadaanTindakLanjut
from kinerja.models import Evaluasi
from kinerja.models import Rekomendasi as BarisRekomendasi
from kinerja.models import Sakip as BarisSakip
from lkjip.besaran import hitung
from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.data import BukuKerja
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.riwayat.services import konteks_riwayat
from lkjip.selectors import load_banyak_data, load_buku, load_data
from lkjip.selectors_keadaan import load_data_pada
from renstra.models import Instansi, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from tests.buku_kerja.ubah_buku import persis, tahun_lain, ubah_kinerja
from tests.evaluasi.terbit import kerjakan, rekam, rekomendasikan, terbitkan, tindak_lanjuti
from tests.situs.pemeran import SENDIRI, SEPEMDA, buku_uji

pytestmark = pytest.mark.django_db
D = Decimal
NILAI = {1: "26.97", 2: "16.93", 3: "10.10", 4: "17.50"}
SAKIP_SENDIRI = (Sakip(2022, "Perencanaan Kinerja", D(30), D(20)), Sakip(2023, "Perencanaan Kinerja", D(30), D(29)))
REKOMENDASI_SENDIRI = (Rekomendasi(2023, "", "Tulisan sendiri", "akan", StatusRekomendasi.PROSES),)


def _buku() -> BukuKerja:
    return ubah_kinerja(
        buku_uji(SENDIRI),
        daftar_sakip=SAKIP_SENDIRI,
        daftar_lke=(Lke(2023, "1.a", None, "isian sendiri"),),
        daftar_rekomendasi=REKOMENDASI_SENDIRI,
    )


@pytest.fixture
def instansi() -> Instansi:
    impor_buku(buku=_buku())
    return Instansi.objects.get(kode=SENDIRI)


def _tahun(tahun: int = 2024) -> TahunKinerja:
    hasil = ambil_tahun_kinerja(SENDIRI, tahun)
    assert hasil is not None
    return hasil


def test_hasil_terbit_menggantikan_isian_instansi_pada_tahun_yang_sama_saja(instansi: Instansi) -> None:
    rekam(instansi, 2023, NILAI)
    kinerja = load_data(_tahun()).kinerja
    assert [(s.tahun, s.nilai) for s in kinerja.daftar_sakip] == [
        (2022, 20), *((2023, D(n)) for n in NILAI.values()),
    ]  # fmt: skip
    assert kinerja.daftar_lke == ()  # answers of the agency would make other scores than the LHE
    assert kinerja.daftar_rekomendasi == REKOMENDASI_SENDIRI  # nothing was recorded about them
    assert hitung(load_data(_tahun()), "nilai_sakip", tahun=2023).angka == D("71.50")


def test_evaluasi_baru_terlihat_sesudah_terbit_dan_tanpa_kertas_kerja(instansi: Instansi) -> None:
    semula = load_data(_tahun())
    evaluasi = kerjakan(instansi, 2023, "BB")
    assert load_data(_tahun()) == semula
    terbitkan(evaluasi)
    kinerja = load_data(_tahun()).kinerja
    assert len(kinerja.daftar_lke) == 12
    assert {(b.jawaban, b.catatan) for b in kinerja.daftar_lke} == {("BB", "")}
    assert hitung(load_data(_tahun()), "nilai_sakip", tahun=2023).angka == 80
    assert kinerja.daftar_rekomendasi == ()  # worked here, so its list is complete


def test_isian_per_kriteria_tersalur_sebagai_nilai_komponen(instansi: Instansi) -> None:
    terbitkan(kerjakan(instansi, 2023, "A", kriteria=True))
    kinerja = load_data(_tahun()).kinerja
    assert kinerja.daftar_lke == ()
    assert hitung(load_data(_tahun()), "predikat_sakip", tahun=2023).kata == "A"


def test_hasil_tahun_sesudahnya_tidak_masuk(instansi: Instansi) -> None:
    rekam(instansi, 2025, NILAI)
    assert load_data(_tahun()).kinerja.daftar_sakip == SAKIP_SENDIRI
    rekam(instansi, 2024, NILAI)
    assert 2024 in load_data(_tahun()).kinerja.daftar_sakip_per_tahun


def test_rekomendasi_yang_ditindaklanjuti_pada_tahun_itu(instansi: Instansi) -> None:
    """The LHE on 2023 is issued in 2024; that on 2024 in 2025, so its recommendations belong to the next report."""
    lalu = kerjakan(instansi, 2023, "B")
    satu, dua, tiga = (rekomendasikan(lalu, n, f"Saran {n}") for n in (2, 1, 3))
    terbitkan(lalu)
    kini = kerjakan(instansi, 2024, "B")
    rekomendasikan(kini, 1, "Saran tahun berikutnya")
    terbitkan(kini)
    tindak_lanjuti(satu, "Pertama", KeadaanTindakLanjut.PROSES)
    tindak_lanjuti(satu, "Kedua", KeadaanTindakLanjut.SELESAI)
    tindak_lanjuti(tiga, "Unitnya dihapus", KeadaanTindakLanjut.TIDAK_DAPAT)
    assert load_data(_tahun()).kinerja.daftar_rekomendasi == (
        Rekomendasi(2023, "Perencanaan Kinerja", "Saran 1", "", StatusRekomendasi.BELUM),
        Rekomendasi(2023, "Pengukuran Kinerja", "Saran 2", "Kedua", StatusRekomendasi.SELESAI),
        Rekomendasi(
            2023, "Pelaporan Kinerja", "Saran 3", "Tidak dapat ditindaklanjuti: Unitnya dihapus",
            StatusRekomendasi.SELESAI,
        ),
    )  # fmt: skip
    impor_buku(buku=tahun_lain(buku_uji(SENDIRI), 2099))  # what was closed long before does not come back
    daftar = load_data(_tahun(2099)).kinerja.daftar_rekomendasi
    assert [r.rekomendasi for r in daftar] == ["Saran 1", "Saran tahun berikutnya"]
    assert dua.keadaan == KeadaanTindakLanjut.BELUM


def test_bolak_balik_tetap_dan_impor_tidak_menimpa_hasil_terbit(instansi: Instansi, tmp_path: Path) -> None:
    evaluasi = kerjakan(instansi, 2023, "BB")
    rekomendasikan(evaluasi, 1, "Saran")
    terbitkan(evaluasi)
    terbaca = load_buku(_tahun())
    tulis_csv_folder(terbaca, tmp_path / "satu")
    buku = baca_buku(tmp_path / "satu").buku
    assert buku is not None
    persis(buku, terbaca)
    hasil = impor_buku(buku=buku)
    assert not hasil.ada_perubahan
    assert hasil.daftar_catatan == ()
    persis(load_buku(_tahun()), terbaca)

    hasil = impor_buku(buku=_buku(), periksa_saja=True)
    assert not hasil.ada_perubahan
    assert len(hasil.daftar_catatan) == 3
    assert "nilai SAKIP tahun 2023" in hasil.daftar_catatan[0]
    assert "LHE nomor 700/2023" in hasil.daftar_catatan[0]
    impor_buku(buku=ubah_kinerja(_buku(), daftar_sakip=SAKIP_SENDIRI[:1]))
    persis(load_buku(_tahun()), terbaca)


def test_isian_instansi_tetap_tersimpan_dan_berlaku_lagi_bila_rekaman_ditarik(instansi: Instansi) -> None:
    semula = load_buku(_tahun())
    evaluasi = rekam(instansi, 2023, NILAI)
    rekomendasikan(evaluasi, 1, "Saran")
    impor_buku(buku=load_buku(_tahun()))
    assert BarisSakip.objects.filter(tahun=2023).count() == 1
    assert BarisRekomendasi.objects.count() == 1
    with konteks_riwayat(jalur="uji"):
        Evaluasi.objects.get(pk=evaluasi.pk).delete()
    persis(load_buku(_tahun()), semula)


def test_riwayat_tahu_kapan_hasil_itu_terbit(instansi: Instansi) -> None:
    tercatat = []

    def catat() -> None:
        tercatat.append((riwayat_terakhir(), load_data(_tahun())))

    catat()
    lama = rekam(instansi, 2022, NILAI)
    catat()
    evaluasi = kerjakan(instansi, 2023, "BB", kriteria=True)
    saran = rekomendasikan(evaluasi, 1, "Saran")
    catat()
    terbitkan(evaluasi)
    catat()
    tindak_lanjuti(saran, "Sudah", KeadaanTindakLanjut.SELESAI)
    catat()
    with konteks_riwayat(jalur="uji"):
        lama.delete()
    catat()
    for sampai, data in tercatat:
        with CaptureQueriesContext(connection) as kueri:
            assert load_data_pada(_tahun(), sampai) == data
        assert len(kueri) <= 3  # one of them finds the year
    assert len({repr(data.kinerja) for _, data in tercatat}) == 5  # before it is issued, nothing shows


def test_banyak_kueri_tetap_berapa_pun_evaluasinya(instansi: Instansi) -> None:
    impor_buku(buku=buku_uji(SEPEMDA))
    terbitkan(kerjakan(instansi, 2023, "BB"))
    rekam(instansi, 2022, NILAI)

    def hitung_kueri() -> int:
        daftar = list(TahunKinerja.objects.select_related("instansi", "renstra"))
        with CaptureQueriesContext(connection) as kueri:
            banyak = load_banyak_data(daftar)
        assert banyak == {t.pk: load_data(t) for t in daftar}
        return len(kueri)

    satu = hitung_kueri()
    lain = Instansi.objects.get(kode=SEPEMDA)
    for tahun in (2020, 2021, 2022):
        rekomendasikan(rekam(lain, tahun, NILAI), 1, "Saran")
    terbitkan(kerjakan(lain, 2023, "B"))
    assert hitung_kueri() == satu == 23 + 7


def test_tab_sakip_menyebut_sumber_dan_temuan(instansi: Instansi, admin_client) -> None:  # type: ignore[no-untyped-def]
    alamat = reverse("sakip", args=[SENDIRI, 2024])
    assert "Isian instansi pada lembar sakip" in admin_client.get(alamat).content.decode()
    evaluasi = rekam(instansi, 2023, NILAI, terbit=date(2024, 5, 22))
    evaluasi.nilai_lhe, evaluasi.predikat_lhe = D("71.51"), "B"
    with konteks_riwayat(jalur="uji"):
        evaluasi.save()
    isi = admin_client.get(alamat).content.decode()
    assert "LHE nomor 700/2023 tanggal 22 Mei 2024, direkam" in isi
    assert "menyatakan nilai 71,51, padahal komponennya berjumlah 71,50." in isi
    assert "berpredikat BB (Sangat Baik)" in isi


def test_lembar_instansi_menyebut_tahun_yang_diambil_alih(instansi: Instansi, admin_client) -> None:  # type: ignore[no-untyped-def]
    rekam(instansi, 2023, NILAI)
    for lembar, disebut in (("sakip", True), ("rekomendasi", False), ("pembanding", False)):
        isi = admin_client.get(reverse("lembar", args=[SENDIRI, 2024, lembar])).content.decode()
        assert ("LHE untuk tahun 2023 sudah terbit" in isi) is disebut


def test_menempel_baris_tidak_menyalin_hasil_terbit_ke_lembar_instansi(instansi: Instansi) -> None:
    rekam(instansi, 2023, NILAI)
    sendiri = load_buku(_tahun(), terbit=False).data.kinerja
    assert sendiri.daftar_sakip == SAKIP_SENDIRI
    assert replace(sendiri, daftar_sakip=()) == replace(_buku().data.kinerja, daftar_sakip=())
