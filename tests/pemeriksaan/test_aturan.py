"""Every rule finds its fault in a year that has it, and is silent about a sound year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from anggaran.data import Tingkat as TingkatAnggaran
from kinerja.data import (
    Analisis,
    Faktor,
    JenisPembanding,
    Komponen,
    MetodePengukuran,
    Pembanding,
    Rekomendasi,
    Sakip,
    Skala,
    StatusRekomendasi,
)
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan, Narasi
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.aturan.daftar import tulis_daftar
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_katalog import KATALOG, TAK_DIPUTUSKAN
from renstra.data import Indikator, Instansi, Versi
from tests.pembuat import Belanja, D, baris, pk, setahun, tw, uang
from tests.pemeriksaan import (
    rusak_dinas,
    rusak_hit,
    rusak_hitungan,
    rusak_kon,
    rusak_len,
    rusak_naskah,
    rusak_teks,
    rusak_uang,
)
from tests.pemeriksaan.buku_besar import buku_besar
from tests.pemeriksaan.tahun_sehat import (
    K,
    P,
    S,
    buku_sehat,
    dengan_anggaran,
    dengan_indikator,
    dengan_kinerja,
    dengan_klaim,
    dengan_renstra,
    dengan_sakip,
    dengan_tabel,
    dengan_triwulan,
    klaim,
    laporan_sehat,
)
from tests.pemeriksaan.test_klaim_tercetak import DAFTAR_KLAIM

CONTOH = Path(__file__).resolve().parents[2] / "contoh"

_BAGIAN = (rusak_kon, rusak_hit, rusak_hitungan, rusak_len, rusak_naskah, rusak_teks, rusak_uang, rusak_dinas)
_RUSAK: list[tuple[str, BukuKerja]] = [
    *(satu for bagian in _BAGIAN for satu in bagian.RUSAK),
    ("KON-08", dengan_renstra(daftar_perjanjian=(pk("I2", Versi.MURNI, 70),))),
    ("KON-08", dengan_renstra(daftar_perjanjian=())),
    ("KON-09", dengan_kinerja(daftar_kinerja_triwulan=(tw("I2", 4, 71),), daftar_komponen=())),
    ("KON-11", dengan_renstra(daftar_indikator=(Indikator("I1", "S1"),))),
    ("KON-11", dengan_indikator("I1", induk="ENTAH")),
    ("HIT-08", dengan_kinerja(daftar_skala=())),
    ("HIT-08", dengan_kinerja(daftar_skala=(Skala("x", None, D(10), "Rendah"),))),
    ("HIT-08", dengan_kinerja(daftar_skala=(Skala("x", None, D(0), "Rendah"), Skala("x", None, D(0), "Tinggi")))),
    ("HIT-13", dengan_kinerja(daftar_komponen=(Komponen("I1", "a", bobot=D("0.9"), nilai=D(1)),))),
    ("HIT-13", dengan_indikator("I1", bobot=D("0.4"))),
    ("HIT-14", dengan_kinerja(daftar_komponen=(Komponen("I1", "a", bobot=D(1), nilai=D(50)),))),
    ("HIT-15", dengan_triwulan(tw("I1", 4, "80.5", pembilang=D(150), penyebut=D(200)))),
    ("HIT-18", dengan_triwulan(tw("I2", 4, "71", predikat_realisasi="A"))),
    ("HIT-20", dengan_renstra(daftar_perjanjian=(pk("I1", Versi.MURNI, 0), pk("I2", Versi.MURNI, 70)))),
    ("HIT-20", dengan_renstra(daftar_perjanjian=(pk("I1", Versi.MURNI, 80),), daftar_target_tahunan=())),
    ("HIT-25", dengan_tabel(("A", D(1), D(50)), ("B", D(1), D(50)), ("Jumlah", D(3), D(90)))),
    ("TW-01", dengan_triwulan(tw("I1", 4, "80.5", target=D(85)))),
    ("TW-04", dengan_kinerja(daftar_realisasi_tahunan=(setahun("I1", 99, 2024),))),
    ("TW-05", dengan_triwulan(tw("I2", 3, 72), tw("I2", 4, 71))),
    ("TW-05", dengan_anggaran(daftar_realisasi_anggaran=(uang(S, 95, 3), uang(S, 90)))),
    ("ANG-01", dengan_anggaran(daftar_anggaran=(baris(P, pagu=101), baris(K, P, 100)))),
    ("ANG-02", dengan_anggaran(daftar_realisasi_anggaran=(uang(P, 91), uang(K, 90), uang(S, 90)))),
    ("ANG-04", dengan_anggaran(daftar_realisasi_anggaran=(uang(S, 101),))),
    ("ANG-11", dengan_anggaran(daftar_belanja=(Belanja("B", pagu=D(100)), Belanja("B.1", "B", pagu=D(99))))),
    ("ANG-12", dengan_anggaran(daftar_belanja=(Belanja("B", pagu=D(99), realisasi=D(90)),))),
    ("ANG-19", dengan_anggaran(daftar_anggaran=(baris(P), baris("5.03.02.1.1", P)))),
    ("ANG-20", dengan_anggaran(daftar_anggaran=(baris(P), baris("5.04.02.1.01", P)))),
    ("ANG-20", dengan_anggaran(daftar_anggaran=(baris(P, tingkat=TingkatAnggaran.KEGIATAN),))),
    ("ANG-21", dengan_anggaran(daftar_anggaran=(baris(P), baris("5.03.02.2.01", P)))),
    ("LEN-03", dengan_renstra(
        daftar_perjanjian=(pk("I1", Versi.MURNI, None, predikat="BB"), pk("I2", Versi.MURNI, 70)))),
    ("LEN-04", dengan_kinerja(daftar_realisasi_tahunan=())),
    ("LEN-05", dengan_renstra(daftar_target_tahunan=())),
    ("LEN-07", dengan_triwulan(tw("I1", 4, 70))),
    ("LEN-08", dengan_kinerja(metode=MetodePengukuran())),
    ("LEN-08", dengan_anggaran(daftar_anggaran=(baris(P, pagu=1, sasaran="S1"),))),
    ("LEN-09", dengan_anggaran(daftar_anggaran=(baris(P, pagu=1, sasaran="S1"),), daftar_penunjang=())),
    ("LEN-12", dengan_anggaran(daftar_realisasi_anggaran=())),
    ("LEN-17", dengan_renstra(instansi=Instansi("UJI", tempat="Kota"))),
    ("LEN-23", dengan_kinerja(daftar_pembanding=tuple(
        Pembanding("I1", 2024, JenisPembanding.INSTANSI, n, D("99.03")) for n in ("Kota", "Provinsi")))),
    ("LEN-18", replace(buku_sehat(), laporan=DataLaporan(IdentitasLaporan(tanggal_laporan=date(2025, 3, 1))))),
    ("SAK-02", dengan_sakip(nilai=D(99))),
    ("SAK-03", dengan_sakip(bobot=D(29))),
    ("SAK-03", dengan_kinerja(
        daftar_sakip=(Sakip(2023, "Perencanaan Kinerja", D(25)), Sakip(2023, "Capaian Kinerja", D(75))))),
    ("SAK-10", dengan_kinerja(daftar_rekomendasi=(Rekomendasi(2023, "", "Perbaiki"),))),
    ("SAK-10", dengan_kinerja(
        daftar_rekomendasi=(Rekomendasi(2023, "", "Perbaiki", "akan", StatusRekomendasi.BELUM),))),
]  # fmt: skip


def _jenis(daftar: tuple[Temuan, ...]) -> set[str]:
    return {t.aturan for t in daftar}


def test_tahun_yang_sehat_tidak_menimbulkan_temuan() -> None:
    benar = (klaim("capaian", "100.63"), klaim("serapan", "90", ""), klaim("selisih_target", "80"))
    assert periksa(dengan_klaim(*benar)) == ()
    assert periksa(buku_besar()) == ()


@pytest.mark.parametrize(("aturan", "buku"), _RUSAK, ids=[f"{n}-{a}" for n, (a, _) in enumerate(_RUSAK)])
def test_aturan_menemukan_kesalahannya(aturan: str, buku: BukuKerja) -> None:
    daftar = [t for t in periksa(buku) if t.aturan == aturan]
    assert daftar, _jenis(periksa(buku))
    assert all(t.pesan.endswith((".", "”", "?")) and t.saran and t.letak for t in daftar)


def test_setiap_aturan_terdaftar_seperti_dalam_katalog_dan_diuji() -> None:
    diuji = {a for a, _ in (*_RUSAK, *DAFTAR_KLAIM)} | {"KON-04"}
    assert set(ATURAN) == diuji
    assert {a.id: (a.nama, a.tingkat) for a in ATURAN.values()} == {
        k.id: (k.nama, k.tingkat) for k in KATALOG.values() if k.id in ATURAN
    }
    assert not set(TAK_DIPUTUSKAN) & set(ATURAN)


def test_setiap_butir_katalog_diterapkan_atau_beralasan_dan_daftarnya_mutakhir() -> None:
    assert set(KATALOG) == set(ATURAN) | set(TAK_DIPUTUSKAN)
    assert (CONTOH.parent / "docs" / "pemeriksaan.md").read_text(encoding="utf-8") == tulis_daftar()


def test_setiap_temuan_menunjuk_halaman_yang_ada_dan_kuncinya_tidak_kembar() -> None:
    for _, buku in (*_RUSAK, *DAFTAR_KLAIM):
        daftar = periksa(buku)
        assert len({t.kunci for t in daftar}) == len(daftar)
        for t in daftar:
            assert reverse(t.halaman, args=["UJI", 2024, *t.argumen])


@pytest.mark.parametrize(
    ("aturan", "buku"),
    [
        ("ANG-20", dengan_anggaran(daftar_anggaran=(
            baris("1"), baris("1.01", "1"), baris("1.01.01", "1.01", tingkat=TingkatAnggaran.SUBKEGIATAN)))),
        ("HIT-15", dengan_triwulan(tw("I1", 4, "120.5", pembilang=D(14), penyebut=D(11618)))),
        ("HIT-25", dengan_tabel(("A", D(1), D(50)), ("Jumlah A", D(1), D(50)), ("Jumlah", D(1), D(100)))),
        ("HIT-25", dengan_tabel(("A", "x", D(50)), ("B", D(1), D(50)), ("Jumlah", D(3), D(90)))),
        ("KON-09", dengan_triwulan(tw("I1", 4, None, catatan="Survei mundur"), tw("I2", 4, 71))),
        ("LEN-07", dengan_kinerja(
            daftar_kinerja_triwulan=(tw("I1", 4, 70), tw("I2", 4, 71)),
            daftar_analisis=(
                *(Analisis("I1", 2024, f, 1, "a") for f in (Faktor.HAMBATAN, Faktor.SOLUSI)),
                Analisis("I2", 2024, Faktor.KEBERHASILAN, 1, "b"),
            ),
        )),
        ("TW-01", dengan_triwulan(tw("I1", 1, target=D(85)))),
        *(satu for bagian in _BAGIAN for satu in bagian.DIAM),
    ],
)  # fmt: skip
def test_lebih_baik_diam_daripada_salah_tuduh(aturan: str, buku: BukuKerja) -> None:
    assert aturan not in _jenis(periksa(buku))


def test_narasi_yang_menyebut_indikator_adalah_alasan() -> None:
    buku = dengan_kinerja(daftar_realisasi_tahunan=())
    alasan = ("INDEKS UJI baru diukur tahun ini.", "Angka nilai sakip dinas tahun sebelumnya belum tersedia.")
    laporan = laporan_sehat(*(Narasi("bab3.analisis", n, satu) for n, satu in enumerate(alasan, 2)))
    assert periksa(replace(buku, laporan=laporan)) == ()


def test_menyebut_indikator_saja_bukan_alasan() -> None:
    buku = dengan_kinerja(daftar_realisasi_tahunan=())
    laporan = laporan_sehat(Narasi("bab3.analisis", 2, "Indeks Uji naik karena pendampingan yang teratur."))
    assert "LEN-04" in _jenis(periksa(replace(buku, laporan=laporan)))


def test_angka_hidup_dan_kode_yang_lebih_panjang_bukan_alasan() -> None:
    buku = dengan_kinerja(daftar_realisasi_tahunan=())
    narasi = (Narasi("bab3", 1, "Tahun lalu {realisasi I1 2023}, {capaian indeks uji}; Indeks Ujian naik."),)
    laporan = replace(buku.laporan, daftar_narasi=narasi)
    assert "LEN-04" in _jenis(periksa(replace(buku, laporan=laporan)))


def test_jumlah_baris_anggaran_yang_tercetak_salah_adalah_jumlah_anak() -> None:
    buku = baca_buku(CONTOH / "bkd-kalbar-2023-tw1").buku
    assert buku is not None
    daftar = [t for t in periksa(buku) if t.klaim]
    assert [t.aturan for t in daftar] == ["ANG-01", "ANG-01", "ANG-02", "ANG-02", "TW-02"]
    assert "Triwulan I 2023: 991.886.000; seharusnya 991.886.600" in daftar[0].pesan


def test_laporan_triwulan_tidak_ditagih_analisis_setahun() -> None:
    buku = buku_sehat(kinerja=lambda k: replace(
        k, daftar_kinerja_triwulan=k.daftar_kinerja_triwulan[:1] + k.daftar_kinerja_triwulan[4:5],
        daftar_realisasi_tahunan=(), daftar_komponen=()),
                 laporan=DataLaporan(IdentitasLaporan(JenisLaporan.TRIWULAN, 1, date(2024, 4, 14))))  # fmt: skip
    assert periksa(buku) == ()


def test_hanya_membatasi_aturan_yang_dijalankan() -> None:
    buku = dengan_anggaran(daftar_anggaran=(baris(P, pagu=101), baris(K, P, 100)))
    assert _jenis(periksa(buku, hanya={"ANG-01"})) == {"ANG-01"}


@pytest.mark.parametrize(
    ("folder", "data", "tercetak"),
    [
        (
            "bkd-kaltim-2024",
            "ANG-01 ANG-01 ANG-02 ANG-02 ANG-05 FMT-11 HIT-25 KON-17 KON-19 LEN-04 LEN-15 NAR-08 SAK-02 SAK-02 SAK-04 "
            "SAK-13",
            61,
        ),
        (
            "bkd-kalbar-2023-tw1",
            "ANG-01 ANG-01 ANG-02 ANG-02 ANG-10 FMT-11 KON-07 KON-20 NAR-08 TW-06 TW-06 TW-06 TW-07",
            5,
        ),
    ],
)
def test_temuan_atas_contoh(folder: str, data: str, tercetak: int) -> None:
    buku = baca_buku(CONTOH / folder).buku
    assert buku is not None
    daftar = periksa(buku)
    sendiri = [t.aturan for t in daftar if not t.klaim]
    assert sorted(sendiri) == data.split()
    assert len(daftar) - len(sendiri) == tercetak
    urutan = [(list(Tingkat).index(t.tingkat), t.klaim) for t in daftar]
    assert urutan == sorted(urutan)


def test_satu_sel_yang_salah_adalah_satu_temuan_meskipun_baris_dan_kolomnya_tidak_cocok() -> None:
    isi = (("A", D(16), D(7), D(22)), ("B", D(1), D(2), D(3)), ("C", D(3), D(4), D(7)), ("Jumlah", D(19), D(13), D(32)))
    daftar = periksa(dengan_tabel(*isi, kepala=("Unit", "Laki-laki", "Perempuan", "Jumlah")), hanya={"HIT-25"})
    assert [t.letak for t in daftar] == ["lembar tabel_01, baris 3, kolom 2"]
