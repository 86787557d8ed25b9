"""The board without a database: which score counts, in which order rows stand, what the charts show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.besaran_papan import daftar_baris, nama_komponen, rekap_per_tahun, rinci
from kinerja.data import DataKinerja, Jawaban, Lke, Sakip
from kinerja.data_evaluasi import (
    AsalEvaluasi,
    JawabanLke,
    PilihanJawaban,
    SubkomponenSkema,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.data_papan import BarisPapan, DataPapan, Gerak, InstansiPapan, JenisInstansi, RekomendasiPapan, SumberNilai
from kinerja.rumus.sakip import DAFTAR_SUBKOMPONEN
from lkjip.evaluasi.halaman_banding import halaman_banding
from lkjip.evaluasi.halaman_papan import (
    Saringan,
    batang_predikat,
    daftar_kolom,
    saring,
    tulis_saringan,
    urutkan,
)
from lkjip.evaluasi.halaman_papan_tampil import daftar_tampil
from tests.evaluasi.papan_uji import PEMDA, TAHUN, papan_uji
from tests.pembuat import D, buat_renstra

BUKU = (("Perencanaan Kinerja", "24"), ("Pengukuran Kinerja", "21"), ("Pelaporan Kinerja", "12"))
INTERNAL = "Evaluasi Akuntabilitas Kinerja Internal"


def _satu(data: DataPapan) -> BarisPapan:
    (baris,) = rinci(data, daftar_baris(data))
    return baris


def _papan() -> DataPapan:
    return papan_uji(
        ("Dinas A", {2024: ("24", "24", "12", "20"), 2023: ("20", "20", "10", "15")}),
        ("Badan B", {2024: ("24", "24", "12", "20"), 2023: ("28", "28", "14", "22")}),
        ("Kecamatan C", {2024: ("15", "15", "8", "12")}),
        ("Dinas D", {2023: ("30", "25", "15", "10", "11")}),
    )


def _nama(daftar: list[BarisPapan]) -> list[str]:
    return [b.instansi.nama for b in daftar]


def test_nilai_adalah_jumlah_komponen_dengan_predikat_peringkat_dan_gerak() -> None:
    a, b, c, d = daftar_baris(_papan())
    assert [x.kini.nilai.angka for x in (a, b, c, d)] == [80, 80, 50, None]
    assert [x.kini.predikat for x in (a, b, c, d)] == ["BB", "BB", "C", ""]
    assert [x.peringkat for x in (a, b, c, d)] == [1, 1, 3, None]
    assert [x.gerak for x in (a, b, c, d)] == [Gerak.NAIK, Gerak.TURUN, Gerak.BARU, None]
    assert a.selisih == 15
    assert [n.tahun for n in a.tren] == [2020, 2021, 2022, 2023, 2024]


def test_batas_atas_predikat_termasuk() -> None:
    data = papan_uji(("A", {2024: ("30", "30", "15", "15")}), ("B", {2024: ("30", "30", "15", "15.01")}))
    assert [b.kini.predikat for b in daftar_baris(data)] == ["A", "AA"]


def test_evaluasi_yang_belum_terbit_tidak_bernilai_dan_hanya_keadaannya_terlihat() -> None:
    data = papan_uji(("Dinas A", {2024: ("24", "24", "12", "20")}))
    kunci = (1, TAHUN)
    berjalan = replace(
        data.evaluasi[kunci], tahap=TahapEvaluasi.DISETUJUI, asal=AsalEvaluasi.DIKERJAKAN, nilai_lhe=D(80)
    )
    baris = _satu(replace(data, evaluasi={kunci: berjalan}))
    assert baris.kini.nilai.angka is None
    assert baris.komponen == ()
    assert baris.tahap is TahapEvaluasi.DISETUJUI


def test_tanpa_hak_lengkap_tidak_ada_keadaan_dan_rekomendasi() -> None:
    data = replace(_papan(), rekomendasi={1: RekomendasiPapan(3, 1)})
    assert daftar_baris(data)[0].rekomendasi == RekomendasiPapan(3, 1)
    terbatas = daftar_baris(replace(data, lengkap=frozenset()))[0]
    assert (terbatas.tahap, terbatas.rekomendasi, terbatas.direkam) == (None, None, False)
    assert terbatas.kini.nilai.angka == 80


def _buku(*sakip: tuple[str, str], lke: str = "") -> DataKinerja:
    jawaban = tuple(Lke(TAHUN, s, Jawaban(lke)) for s in DAFTAR_SUBKOMPONEN if lke)
    return DataKinerja(
        buat_renstra(), daftar_sakip=tuple(Sakip(TAHUN, nama, None, D(n)) for nama, n in sakip), daftar_lke=jawaban
    )


def test_tanpa_lhe_nilai_menurut_buku_kerja_instansi() -> None:
    baris = _satu(papan_uji(("Dinas A", {}), buku={(1, TAHUN): _buku(*BUKU, (INTERNAL, "18"))}))
    assert baris.kini.nilai.angka == 75
    assert (baris.kini.predikat, baris.kini.sumber) == ("BB", SumberNilai.BUKU_KERJA)
    assert [k.nilai.angka for k in baris.komponen] == [24, 21, 12, 18]


def test_nilai_buku_kerja_dari_jawaban_lke_dan_yang_tidak_lengkap_kosong() -> None:
    assert _satu(papan_uji(("Dinas A", {}), buku={(1, TAHUN): _buku(lke="BB")})).kini.nilai.angka == 80
    assert _satu(papan_uji(("Dinas A", {}), buku={(1, TAHUN): _buku(*BUKU)})).kini.nilai.angka is None


def test_lhe_mengalahkan_buku_kerja() -> None:
    data = papan_uji(("Dinas A", {2024: ("24", "24", "12", "20")}), buku={(1, TAHUN): _buku(*BUKU, (INTERNAL, "18"))})
    assert _satu(data).kini.nilai.angka == 80
    assert not _satu(data).kini.menurut_instansi


@pytest.mark.parametrize(
    ("tertulis", "predikat", "tanda"),
    [
        ("80", "BB", ""), ("80.00", "Sangat Baik", ""), ("81.2", "BB", "81,20 (BB)"), ("80", "A", "80,00 (A)"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_lhe_yang_menulis_lain_daripada_hasil_hitung_ditandai(tertulis: str, predikat: str, tanda: str) -> None:
    data = papan_uji(("Dinas A", {2024: ("24", "24", "12", "20")}))
    ubah = replace(data.evaluasi[1, TAHUN], nilai_lhe=D(tertulis) if tertulis else None, predikat_lhe=predikat)
    assert _satu(replace(data, evaluasi={(1, TAHUN): ubah})).kini.tertulis == tanda


def test_pembulatan_lhe_bukan_perbedaan() -> None:
    data = papan_uji(("Dinas A", {2024: ("24.126", "24", "12", "20")}))
    for tertulis in ("80.13", "80.1", "80"):
        ubah = replace(data.evaluasi[1, TAHUN], nilai_lhe=D(tertulis))
        assert _satu(replace(data, evaluasi={(1, TAHUN): ubah})).kini.tertulis == ""


def test_nilai_yang_dikerjakan_diurutkan_menurut_lhe_dan_ditampilkan_dari_jawabannya() -> None:
    """What this system wrote when it issued the LHE orders the list; what is shown is computed."""
    data = papan_uji(("Dinas A", {2024: ("24", "24", "12", "20")}))
    skema = data.skema[1]
    komponen = tuple(
        replace(k, daftar_subkomponen=(SubkomponenSkema(f"{k.nomor}.a", "", k.bobot),)) for k in skema.daftar_komponen
    )
    skema = replace(skema, daftar_komponen=komponen, daftar_jawaban=(PilihanJawaban("BB", D(80)),))
    dikerjakan = replace(
        data.evaluasi[1, TAHUN], asal=AsalEvaluasi.DIKERJAKAN, tingkat=TingkatIsian.SUBKOMPONEN, nilai_lhe=D(80)
    )
    data = replace(data, skema={1: skema}, evaluasi={(1, TAHUN): dikerjakan})
    (ringkas,) = daftar_baris(data)
    assert ringkas.kini.nilai.angka == 80
    assert ringkas.kini.sumber is SumberNilai.EVALUASI
    jawaban = {(f"{n}.a", 0): JawabanLke(f"{n}.a", 0, "BB") for n in range(1, 5)}
    (penuh,) = rinci(replace(data, jawaban={dikerjakan.pk: jawaban}), [ringkas])
    assert penuh.kini.nilai.angka == ringkas.kini.nilai.angka
    assert [k.bagian.angka for k in penuh.komponen] == [80] * 4


def test_huruf_di_papan_sama_dengan_huruf_lhe_juga_di_batas() -> None:
    """Rounded to 90,00 a score of 90,004 is still AA; endless means that make 90 stay A by whatever last digit."""
    data = papan_uji(("Dinas A", {2024: ("30", "30", "15", "15.00000000001")}))
    assert _satu(data).kini.predikat == "A"
    dikerjakan = replace(
        data.evaluasi[1, TAHUN], asal=AsalEvaluasi.DIKERJAKAN, tingkat=TingkatIsian.KRITERIA, nilai_lhe=D("90.00"),
        predikat_lhe="AA",
    )  # fmt: skip
    assert daftar_baris(replace(data, evaluasi={(1, TAHUN): dikerjakan}))[0].kini.predikat == "AA"


@pytest.mark.parametrize(
    ("urut", "nama"),
    [
        ("peringkat", ["Badan B", "Dinas A", "Kecamatan C", "Dinas D"]),
        ("-nilai", ["Badan B", "Dinas A", "Kecamatan C", "Dinas D"]),
        ("nilai", ["Kecamatan C", "Badan B", "Dinas A", "Dinas D"]),
        ("-selisih", ["Dinas A", "Badan B", "Dinas D", "Kecamatan C"]),
        ("instansi", ["Badan B", "Dinas A", "Dinas D", "Kecamatan C"]),
        ("-instansi", ["Kecamatan C", "Dinas D", "Dinas A", "Badan B"]),
        ("-tren", ["Dinas A", "Badan B", "Dinas D", "Kecamatan C"]),
        ("-komponen-3", ["Badan B", "Dinas A", "Kecamatan C", "Dinas D"]),
        ("keadaan", ["Dinas D", "Badan B", "Dinas A", "Kecamatan C"]),
        ("tak-dikenal", ["Badan B", "Dinas A", "Kecamatan C", "Dinas D"]),
        ("komponen-99", ["Badan B", "Dinas A", "Kecamatan C", "Dinas D"]),
    ],
)
def test_urutan_menurut_setiap_kolom_dan_yang_tanpa_nilai_terakhir(urut: str, nama: list[str]) -> None:
    data = _papan()
    assert _nama(urutkan(rinci(data, daftar_baris(data)), urut, nama_komponen(data))) == nama


@pytest.mark.parametrize(
    ("minta", "nama"),
    [
        (Saringan(cari="dinas"), ["Dinas A", "Dinas D"]),
        (Saringan(predikat="BB"), ["Dinas A", "Badan B"]),
        (Saringan(predikat="tanpa"), ["Dinas D"]),
        (Saringan(jenis="kecamatan"), ["Kecamatan C"]),
        (Saringan(gerak="turun"), ["Badan B"]),
        (Saringan(gerak="baru"), ["Kecamatan C"]),
        (Saringan(keadaan="terbit", gerak="naik"), ["Dinas A"]),
        (Saringan(keadaan="belum"), ["Dinas D"]),
    ],
)
def test_saringan(minta: Saringan, nama: list[str]) -> None:
    assert _nama(saring(daftar_baris(_papan()), minta)) == nama
    assert tulis_saringan(minta).startswith("Disaring: ")


def test_peringkat_tidak_berubah_karena_saringan() -> None:
    (baris,) = saring(daftar_baris(_papan()), Saringan(cari="Kecamatan"))
    assert baris.peringkat == 3


def test_dua_skema_dalam_setahun_memberi_kolom_keduanya() -> None:
    data = papan_uji(("A", {2024: ("24", "24", "12", "20")}), ("B", {2024: ("20", "20", "10", "8", "15")}))
    komponen = nama_komponen(data)
    assert [k.nama for k in daftar_kolom("nilai", komponen, lengkap=False)][4:-1] == [
        "Perencanaan", "Pengukuran", "Pelaporan", "Evaluasi", "Evaluasi", "Capaian",
    ]  # fmt: skip
    a, b = daftar_tampil(rinci(data, daftar_baris(data)), komponen)
    assert [bool(s) for s in a.komponen] == [True] * 4 + [False] * 2
    assert [bool(s) for s in b.komponen] == [True] * 3 + [False] + [True] * 2


def test_tren_berlubang_di_tahun_tanpa_nilai_dan_disebut_dalam_kata() -> None:
    data = papan_uji(("A", {t: ("20", "20", "10", str(t - 2010)) for t in (2020, 2021, 2023, 2024)}))
    (baris,) = daftar_tampil(daftar_baris(data), ())
    assert len(baris.tren.garis) == 2
    assert len(baris.tren.titik) == 4
    assert "2022: tanpa nilai; 2023: 63,00 (B)" in baris.tren.alt
    assert all(0 <= D(t.x) <= baris.tren.lebar and 0 <= D(t.y) <= baris.tren.tinggi for t in baris.tren.titik)


def test_nilai_komponen_di_atas_bobotnya_ditandai_dan_batangnya_tidak_melampaui_tempatnya() -> None:
    data = papan_uji(("A", {}), buku={(1, TAHUN): _buku(("Pelaporan Kinerja", "16.5"), ("Perencanaan Kinerja", "30"))})
    kinerja = replace(
        data.buku[1, TAHUN],
        daftar_sakip=tuple(
            replace(s, bobot=D(15) if s.komponen.startswith("Pel") else D(30)) for s in data.buku[1, TAHUN].daftar_sakip
        ),
    )
    data = replace(data, buku={(1, TAHUN): kinerja})
    (baris,) = daftar_tampil(rinci(data, daftar_baris(data)), ("Pelaporan Kinerja", "Perencanaan Kinerja"))
    assert [(s.lebih, s.panjang) for s in baris.komponen if s] == [(True, "100.0"), (False, "100.0")]


def test_banding_menyejajarkan_tahun_dan_komponen() -> None:
    data = _papan()
    halaman = halaman_banding(rinci(data, daftar_baris(data))[:2], nama_komponen(data))
    assert [i.huruf for i in halaman.daftar_instansi] == ["A", "B"]
    assert [b.tahun for b in halaman.daftar_tahun] == [2024, 2023, 2022, 2021, 2020]
    assert len(halaman.daftar_komponen) == 4
    assert halaman.grafik.sumbu_nilai[0].tulisan == "60"
    assert "A Dinas A: 2020: tanpa nilai" in halaman.grafik.alt


def test_banding_dua_nilai_dalam_satu_puluhan_tetap_bergrafik() -> None:
    data = papan_uji(("A", {2024: ("24", "24", "12", "20")}), ("B", {2024: ("24", "24", "12", "22")}))
    grafik = halaman_banding(rinci(data, daftar_baris(data)), nama_komponen(data)).grafik
    assert [s.tulisan for s in grafik.sumbu_nilai] == ["80", "90"]


def test_sebaran_dan_rata_rata_setiap_tahun() -> None:
    data = _papan()
    kini, lalu, *_ = rekap_per_tahun(data, daftar_baris(data))
    assert (kini.tahun, kini.bernilai, kini.rata_rata.angka) == (2024, 3, D(70))
    assert {s.huruf: s.banyak for s in kini.sebaran if s.banyak} == {"BB": 2, "C": 1, "": 1}
    assert lalu.bernilai == 3
    panjang = {b.saring: b.panjang for b in batang_predikat(kini)}
    assert panjang["BB"] == "100.0"
    assert panjang["tanpa"] == "50.0"


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("Dinas Kesehatan", JenisInstansi.DINAS), ("BADAN KEUANGAN", JenisInstansi.BADAN), ("", JenisInstansi.LAIN),
        ("Sekretariat DPRD", JenisInstansi.SEKRETARIAT), ("Satuan Polisi Pamong Praja", JenisInstansi.LAIN),
    ],
)  # fmt: skip
def test_jenis_instansi_dari_kata_pertama_namanya(nama: str, jenis: JenisInstansi) -> None:
    assert InstansiPapan(1, "K", nama, PEMDA, "A").jenis is jenis
