"""SAKIP scores of a year: entered components, LKE answers, which scheme, and what is missing."""

from __future__ import annotations

from decimal import Decimal

from kinerja.data import Jawaban, Lke, MetodePengukuran, Sakip, SkemaSakip
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil
from lkjip.data import DataInstansi
from tests.pembuat import D, buat_data, buat_kinerja


def data(**kinerja: object) -> DataInstansi:
    return buat_data(buat_kinerja(None, **kinerja))


def angka(hasil: Hasil) -> Decimal | None:
    return hasil.angka


def test_nilai_sakip_menjumlahkan_komponen_dan_jawaban_lke_mendahului() -> None:
    nilai = {"Perencanaan Kinerja": "26.97", "Pengukuran Kinerja": "16.93", "Pelaporan Kinerja": "10.10"}
    nilai["Evaluasi Akuntabilitas Kinerja Internal"] = "17.50"
    sakip = tuple(Sakip(2023, komponen, None, D(n)) for komponen, n in nilai.items())
    assert angka(hitung(data(daftar_sakip=sakip), "nilai_sakip", tahun=2023)) == D("71.50")
    assert hitung(data(daftar_sakip=sakip), "predikat_sakip", tahun=2023).kata == "BB"
    lke = tuple(Lke(2023, f"1.{h}", Jawaban.AA) for h in "abc")
    assert angka(hitung(data(daftar_sakip=sakip, daftar_lke=lke), "nilai_sakip", tahun=2023)) == D("74.53")
    assert angka(hitung(data(daftar_sakip=sakip, daftar_lke=lke[:2]), "nilai_sakip", tahun=2023)) == D("71.50")


def test_nilai_sakip_dari_lke_saja_harus_lengkap() -> None:
    lengkap = tuple(Lke(2023, f"{n}.{h}", Jawaban.BB) for n in range(1, 5) for h in "abc")
    assert angka(hitung(data(daftar_lke=lengkap), "nilai_sakip", tahun=2023)) == 80
    assert not hitung(data(daftar_lke=lengkap[:9]), "nilai_sakip", tahun=2023).ada


def test_nilai_sakip_yang_kurang_satu_komponen_tidak_dijumlahkan() -> None:
    sakip = (Sakip(2023, "Perencanaan Kinerja", D(30), D(20)), Sakip(2023, "Pengukuran Kinerja", D(30), None))
    hasil = hitung(data(daftar_sakip=sakip), "nilai_sakip", tahun=2023)
    assert not hasil.ada
    assert "Pengukuran Kinerja" in hasil.alasan


def test_jawaban_lke_tidak_dipakai_pada_tahun_dengan_komponen_2015() -> None:
    nama = ("Perencanaan Kinerja", "Pengukuran Kinerja", "Pelaporan Kinerja", "Evaluasi Kinerja", "Capaian Kinerja")
    sakip = tuple(Sakip(2023, komponen, None, D(10)) for komponen in nama)
    lke = tuple(Lke(2023, f"{n}.{h}", Jawaban.AA) for n in range(1, 5) for h in "abc")
    assert angka(hitung(data(daftar_sakip=sakip, daftar_lke=lke), "nilai_sakip", tahun=2023)) == 50


def test_nilai_sakip_menyebut_komponen_skema_yang_belum_ada() -> None:
    sakip = (Sakip(2023, "Perencanaan Kinerja", D(30), D(20)), Sakip(2023, "Capaian Kinerja", D(20), D(15)))
    hasil = hitung(data(daftar_sakip=sakip), "nilai_sakip", tahun=2023)
    assert not hasil.ada
    assert "Evaluasi Kinerja" in hasil.alasan


def test_bobot_komponen_dari_skema_bila_tidak_diisi() -> None:
    metode = MetodePengukuran(skema_sakip=SkemaSakip.PERMENPAN12_2015)
    isi = data(metode=metode, daftar_sakip=(Sakip(2021, "Evaluasi Kinerja", None, D("14.4")),))
    assert angka(hitung(isi, "nilai_komponen_maks", "evaluasi kinerja", tahun=2021)) == 10
