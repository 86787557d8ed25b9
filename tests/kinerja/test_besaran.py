"""Which target, which realisasi, which mean: the choices of pengukuran.md, on small agency-years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kinerja.data import (
    JenisPembanding,
    Komponen,
    MetodePengukuran,
    Pembanding,
    RumusNegatif,
    Skala,
)
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil, Keadaan
from lkjip.data import DataInstansi
from renstra.data import Akumulasi, Arah, Indikator, JenisIndikator, Versi
from tests.pembuat import D, buat_data, buat_kinerja, buat_renstra, pk, setahun, target, tw

I1 = Indikator("I1", "S1")


def data(*indikator: Indikator, targets: tuple = (), pks: tuple = (), **kinerja: object) -> DataInstansi:  # type: ignore[type-arg]
    renstra = buat_renstra(*indikator, daftar_target_tahunan=targets, daftar_perjanjian=pks)
    return buat_data(buat_kinerja(renstra, **kinerja))


def angka(hasil: Hasil) -> Decimal | None:
    return hasil.angka


def test_target_perubahan_lebih_dulu_lalu_murni_lalu_renstra() -> None:
    renstra, murni, perubahan = target("I1", 90), pk("I1", Versi.MURNI, 91), pk("I1", Versi.PERUBAHAN, 92)
    assert angka(hitung(data(I1, targets=(renstra,)), "selisih_target", "I1")) == 90
    assert angka(hitung(data(I1, targets=(renstra,), pks=(murni,)), "selisih_target", "I1")) == 91
    semua = data(I1, targets=(renstra,), pks=(murni, perubahan))
    assert angka(hitung(semua, "selisih_target", "I1")) == 92
    assert [angka(hitung(semua, "selisih_target", "I1", versi=v)) for v in ("renstra", "murni", "perubahan")] == [
        90,
        91,
        92,
    ]
    assert "Perjanjian Kinerja perubahan 2024" in hitung(semua, "selisih_target", "I1").cara


def test_perjanjian_tanpa_isi_tidak_menutupi_target_renstra() -> None:
    kosong = data(I1, targets=(target("I1", 90),), pks=(pk("I1", Versi.PERUBAHAN, None),))
    assert angka(hitung(kosong, "selisih_target", "I1")) == 90


def test_triwulan_tanpa_target_diukur_terhadap_target_tahunan_dan_mengatakannya() -> None:
    isi = data(
        I1, targets=(target("I1", 50),), daftar_kinerja_triwulan=(tw("I1", 1, 25), tw("I1", 2, 30, target=D(40)))
    )
    satu, dua = hitung(isi, "capaian", "I1", triwulan=1), hitung(isi, "capaian", "I1", triwulan=2)
    assert (satu.nilai, dua.nilai) == (D(50), D(75))
    assert "target triwulan tidak ada" in satu.cara
    assert "Triwulan II 2024" in dua.cara


def test_realisasi_nol_bukan_realisasi_kosong() -> None:
    isi = data(
        I1, targets=(target("I1", 50),), daftar_kinerja_triwulan=(tw("I1", 1, 0), tw("I1", 2, None, catatan="menunggu"))
    )
    assert angka(hitung(isi, "realisasi", "I1", triwulan=1)) == 0
    kosong = hitung(isi, "realisasi", "I1", triwulan=2)
    assert kosong.keadaan is Keadaan.KOSONG
    assert "menunggu" in kosong.alasan


def test_periode_yang_belum_lewat_belum_waktunya_menurut_hari_yang_ditanyakan() -> None:
    isi = data(I1, targets=(target("I1", 50),), per_tanggal=date(2024, 6, 30))
    assert hitung(isi, "realisasi", "I1", triwulan=2).keadaan is Keadaan.KOSONG
    assert hitung(isi, "realisasi", "I1", triwulan=3).keadaan is Keadaan.BELUM_WAKTUNYA
    assert hitung(isi, "capaian", "I1").keadaan is Keadaan.BELUM_WAKTUNYA


@pytest.mark.parametrize(
    ("akumulasi", "harapan"),
    [(Akumulasi.AKHIR, 30), (Akumulasi.JUMLAH, 60), (Akumulasi.RATA_RATA, 20), (Akumulasi.MAKSIMUM, 30), (None, 30)],
)
def test_tahun_dari_triwulan_yang_terisi(akumulasi: Akumulasi | None, harapan: int) -> None:
    isi = data(
        replace(I1, akumulasi=akumulasi),
        daftar_kinerja_triwulan=(tw("I1", 1, 10), tw("I1", 2, 20), tw("I1", 3, 30), tw("I1", 4, None)),
        daftar_realisasi_tahunan=(setahun("I1", 99),),
    )
    assert angka(hitung(isi, "realisasi", "I1")) == harapan


def test_tanpa_triwulan_komponen_mendahului_realisasi_tahunan() -> None:
    komponen = (Komponen("I1", "K1", "", D("0.4"), D(100), 2024), Komponen("I1", "K2", "", D("0.6"), D(90), 2024))
    isi = data(I1, daftar_komponen=komponen, daftar_realisasi_tahunan=(setahun("I1", 80), setahun("I1", 70, 2023)))
    assert angka(hitung(isi, "realisasi", "I1")) == 94
    assert hitung(isi, "realisasi", "I1").hasil_bagi
    assert angka(hitung(isi, "realisasi", "I1", tahun=2023)) == 70


def test_komponen_yang_kurang_tidak_menjadi_nol() -> None:
    komponen = (Komponen("I1", "K1", "", D("0.4"), D(100), 2024), Komponen("I1", "K2", "", D("0.6"), None, 2024))
    hasil = hitung(data(I1, daftar_komponen=komponen), "realisasi", "I1")
    assert not hasil.ada
    assert "K2" in hasil.alasan


def test_pembilang_dan_penyebut_menggantikan_realisasi_yang_kosong() -> None:
    persen = replace(I1, jenis=JenisIndikator.PERSEN)
    triwulan = (tw("I1", 4, None, pembilang=D(396), penyebut=D(440)),)
    assert angka(hitung(data(persen, daftar_kinerja_triwulan=triwulan), "realisasi", "I1")) == 90
    assert angka(hitung(data(I1, daftar_kinerja_triwulan=triwulan), "realisasi", "I1")) == D("0.9")
    assert hitung(data(persen, daftar_kinerja_triwulan=triwulan), "realisasi", "I1").hasil_bagi


def test_predikat_memakai_angka_bila_keduanya_ada_dan_huruf_bila_hanya_huruf() -> None:
    predikat = replace(I1, jenis=JenisIndikator.PREDIKAT)
    huruf = data(
        predikat,
        targets=(target("I1", None, predikat="BB"),),
        daftar_kinerja_triwulan=(tw("I1", 4, None, predikat_realisasi="B"),),
    )
    assert round(angka(hitung(huruf, "capaian", "I1")) or 0, 4) == D("85.7143")
    angka_semua = data(
        predikat,
        targets=(target("I1", "75", predikat="BB"),),
        daftar_kinerja_triwulan=(tw("I1", 4, "60", predikat_realisasi="CC"),),
    )
    assert angka(hitung(angka_semua, "capaian", "I1")) == 80
    campur = data(
        predikat, targets=(target("I1", None, predikat="BB"),), daftar_kinerja_triwulan=(tw("I1", 4, "71.51"),)
    )
    assert "predikat BB" in hitung(campur, "capaian", "I1").alasan


def test_rata_rata_sasaran_memakai_capaian_terbatas_dan_bobot_bila_semua_berbobot() -> None:
    dua = (replace(I1, bobot=D("0.75")), Indikator("I2", "S1", bobot=D("0.25")))
    isi = {
        "targets": (target("I1", 100), target("I2", 100)),
        "daftar_kinerja_triwulan": (tw("I1", 4, 80), tw("I2", 4, 150)),
        "metode": MetodePengukuran(batas_capaian=D(100)),
    }
    assert angka(hitung(data(*dua, **isi), "rata_rata_sasaran", "S1")) == 85  # type: ignore[arg-type]
    tanpa_bobot = (I1, dua[1])
    assert angka(hitung(data(*tanpa_bobot, **isi), "rata_rata_sasaran", "S1")) == 90  # type: ignore[arg-type]


def test_rata_rata_total_atas_indikator_bukan_rata_rata_dari_rata_rata() -> None:
    indikator = (I1, Indikator("I2", "S1"), Indikator("I3", "S2"), Indikator("IT", "T1"))
    isi = data(
        *indikator,
        targets=tuple(target(i.kode, 100) for i in indikator),
        daftar_kinerja_triwulan=(tw("I1", 4, 100), tw("I2", 4, 100), tw("I3", 4, 40), tw("IT", 4, 0)),
    )
    assert angka(hitung(isi, "rata_rata_total")) == 80


def test_indikator_tanpa_capaian_dilewati_dan_disebut() -> None:
    isi = data(
        I1,
        Indikator("I2", "S1"),
        targets=(target("I1", 100), target("I2", 100)),
        daftar_kinerja_triwulan=(tw("I1", 4, 90),),
    )
    hasil = hitung(isi, "rata_rata_sasaran", "S1")
    assert hasil.nilai == 90
    assert "tanpa nilai: I2" in hasil.cara


def test_kemajuan_renstra_terhadap_target_tahun_terakhir_renstra() -> None:
    isi = data(
        I1,
        targets=(target("I1", 90), target("I1", 91, 2026)),
        pks=(pk("I1", Versi.MURNI, 99, 2026),),
        daftar_kinerja_triwulan=(tw("I1", 4, "90.43"),),
    )
    assert round(angka(hitung(isi, "kemajuan_renstra", "I1")) or 0, 4) == D("99.3736")


def test_capaian_nasional_memakai_angka_tahun_itu_atau_tahun_terdekat_sebelumnya() -> None:
    pembanding = (
        Pembanding("I1", 2022, JenisPembanding.NASIONAL, "BKN", D(50)),
        Pembanding("I1", 2023, JenisPembanding.NASIONAL, "BKN", D(80)),
        Pembanding("I1", 2024, JenisPembanding.INSTANSI, "Kota lain", D(10)),
    )
    isi = data(I1, daftar_pembanding=pembanding, daftar_kinerja_triwulan=(tw("I1", 4, 100),))
    hasil = hitung(isi, "capaian_nasional", "I1")
    assert hasil.nilai == 125
    assert "2023" in hasil.cara


def test_kategori_negatif_langsung_dibaca_pada_baris_negatif() -> None:
    skala = (
        Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("x", Arah.POSITIF, D(90), "Tinggi"),
        Skala("x", Arah.NEGATIF, D(0), "Sangat Baik"), Skala("x", Arah.NEGATIF, D(100), "Buruk"),
        Skala("lain", Arah.POSITIF, D(0), "Bukan ini"),
    )  # fmt: skip
    metode = MetodePengukuran(skala="x", rumus_negatif=RumusNegatif.LANGSUNG)
    indikator = (I1, Indikator("N1", "S2", arah=Arah.NEGATIF))
    isi = data(
        *indikator,
        targets=(target("I1", 100), target("N1", 10)),
        daftar_kinerja_triwulan=(tw("I1", 4, 95), tw("N1", 4, 9)),
        metode=metode,
        daftar_skala=skala,
    )
    assert hitung(isi, "kategori_capaian", "I1").kata == "Tinggi"
    assert hitung(isi, "kategori_capaian", "N1").kata == "Sangat Baik"
    assert hitung(isi, "kategori_capaian", "S2").kata == "Sangat Baik"
    assert hitung(isi, "kategori_capaian").kata == "Tinggi"


def test_tanpa_skala_tidak_ada_kategori() -> None:
    isi = data(I1, targets=(target("I1", 100),), daftar_kinerja_triwulan=(tw("I1", 4, 95),))
    assert "skala" in hitung(isi, "kategori_capaian", "I1").alasan


def test_pertumbuhan_membutuhkan_dua_tahun() -> None:
    isi = data(I1, daftar_realisasi_tahunan=(setahun("I1", 100), setahun("I1", 80, 2023)))
    assert angka(hitung(isi, "pertumbuhan", "I1")) == 25
    assert "2022" in hitung(isi, "pertumbuhan", "I1", tahun=2023).alasan


def test_nilai_terbesar_yang_diketik_bukan_hasil_bagi() -> None:
    indikator = replace(I1, akumulasi=Akumulasi.MAKSIMUM)
    triwulan = (tw("I1", 1, "9.9"), tw("I1", 2, None, pembilang=D(1), penyebut=D(3)))
    assert not hitung(data(indikator, daftar_kinerja_triwulan=triwulan), "realisasi", "I1").hasil_bagi
    assert hitung(data(indikator, daftar_kinerja_triwulan=triwulan[1:]), "realisasi", "I1").hasil_bagi


def test_kategori_negatif_dibaca_sebelum_batas_capaian() -> None:
    skala = (Skala("x", Arah.NEGATIF, D(75), "Cukup"), Skala("x", Arah.NEGATIF, D("100.01"), "Kurang"))
    metode = MetodePengukuran(batas_capaian=D(100), skala="x", rumus_negatif=RumusNegatif.LANGSUNG)
    isi = data(
        replace(I1, arah=Arah.NEGATIF),
        targets=(target("I1", "0.2"),),
        daftar_kinerja_triwulan=(tw("I1", 4, "0.32"),),
        metode=metode,
        daftar_skala=skala,
    )
    assert angka(hitung(isi, "capaian", "I1")) == 100
    assert hitung(isi, "kategori_capaian", "I1").kata == "Kurang"


def test_kemajuan_kebalikan_dengan_realisasi_nol_memakai_batas() -> None:
    metode = MetodePengukuran(batas_capaian=D(120), rumus_negatif=RumusNegatif.KEBALIKAN)
    isi = data(
        replace(I1, arah=Arah.NEGATIF),
        targets=(target("I1", 5, 2026),),
        daftar_kinerja_triwulan=(tw("I1", 4, 0),),
        metode=metode,
    )
    assert angka(hitung(isi, "kemajuan_renstra", "I1")) == 120


def test_subjek_yang_tidak_dikenal_disebut_namanya() -> None:
    for besaran in ("capaian", "realisasi", "serapan", "rata_rata_sasaran", "pertumbuhan", "jumlah_pagu"):
        hasil = hitung(data(I1), besaran, "TIDAK-ADA")
        assert not hasil.ada
        assert "TIDAK-ADA" in hasil.alasan
