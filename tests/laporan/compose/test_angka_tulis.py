"""Numbers typed in a text: read as written, held against the figures of their subject, silent where in doubt."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lkjip.data import BukuKerja
from lkjip.laporan.compose import angka_tulis, compose
from lkjip.laporan.compose.angka_kalimat import ANGKA_TERBANYAK
from lkjip.laporan.compose.angka_tulis import (
    TEMUAN_TERBANYAK,
    angka_bicara,
    angka_dalam,
    cocok_angka,
    periksa_angka,
)
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data import DataLaporan, TabelBebas
from lkjip.laporan.isi import Angka, JenisAngka
from lkjip.laporan.isi_tulis import tulis
from renstra.data import Indikator, JenisIndikator
from tests.laporan.compose import pohon
from tests.laporan.compose.test_semua_buku import buku_contoh
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, setahun, target, tw, uang


def buku_uji() -> BukuKerja:
    renstra = buat_renstra(
        Indikator("IKU1", "S1", "Indeks Kepuasan Warga", "Indeks", iku=True),
        Indikator("IKU2", "S2", "Persentase Jalan Mantap", "%", JenisIndikator.PERSEN, iku=True),
        daftar_target_tahunan=(target("IKU1", 80), target("IKU1", 84, 2026), target("IKU2", "72.5")),
    )
    kinerja = buat_kinerja(
        renstra,
        daftar_kinerja_triwulan=(tw("IKU1", 1, "60.5"), tw("IKU1", 4, "78.42")),
        daftar_realisasi_tahunan=(setahun("IKU1", "76.1", 2023), setahun("IKU2", "70.85")),
    )
    rincian = (
        baris("1.01", "", 12_345_678_900, "S1", uraian="Program Pelayanan Terpadu"),
        baris("1.02", "", 4_000_000_000, "S2", uraian="Program Penyelenggaraan Jalan"),
    )
    tabel = TabelBebas("tabel_01", "bab3.S2", kepala=("Ruas", "Mantap"), baris=(("A", D("61.37")), ("B", D("12.5"))))
    data = buat_data(
        kinerja,
        daftar_anggaran=rincian,
        daftar_realisasi_anggaran=(uang("1.01", 11_000_000_000), uang("1.02", 3_300_000_000)),
    )
    return BukuKerja(data, DataLaporan(daftar_tabel=(tabel,)))


KTX = Konteks(buku_uji())
KALTIM = Konteks(buku_contoh("bkd-kaltim-2024"))

BUKAN_ANGKA = (
    "Peraturan Menteri Nomor 53 Tahun 2014 Pasal 5 ayat (2).",
    "PermenPANRB 88/2021 dan UU Nomor 23 Tahun 2014.",
    "Pada 31 Desember 2024, pukul 08.30.",
    "Renstra 2024–2026 disusun tahun 2023.",
    "Lihat Tabel 3.4, Gambar 2.1, dan Bab 3.",
    "1. butir pertama\n2) butir kedua\n   3. butir ketiga",
    "NIP 198001012005011003 atau 19800101 200501 1 003.",
    "Hubungi 0541-123456 atau (021) 7654321.",
    "Subkegiatan 5.03.01.2.02 dan 5.03.01.2.02.0001.",
    "Triwulan 2, TW 3, dan Semester 1.",
    "Capaian {capaian IKU1 2023} naik.",
    "Juara ke-4, peringkat 2.",
    "Tujuan 4 dan misi 2.",
    "Kelas S2, COVID-19, B3, SP4N.",
    "Laman https://contoh.id/2024/90,5 dan surel a1.2@contoh.id.",
)


@pytest.mark.parametrize("teks", BUKAN_ANGKA)
def test_yang_hanya_menamai_atau_menanggali_bukan_angka(teks: str) -> None:
    assert angka_dalam(teks) == ()


@pytest.mark.parametrize(
    ("teks", "nilai", "desimal", "satuan"),
    [
        ("98,02%", "98.02", 2, "%"),
        ("98 persen", "98", 0, "%"),
        ("83.85%", "83.85", 2, "%"),
        ("Rp53,7 miliar", "53700000000", -8, "Rp"),
        ("Rp 2.500.000,00", "2500000", 2, "Rp"),
        ("Rp1.000.000,-", "1000000", 0, "Rp"),
        ("250 juta rupiah", "250000000", -6, "Rp"),
        ("5.102 keluhan", "5102", 0, "keluhan"),
        ("turun -2,5 poin", "-2.5", 1, "poin"),
        ("16 (enam belas) indikator", "16", 0, "indikator"),
        ("(33,19%)", "33.19", 2, "%"),
        ("(Rp58.342.319.641) dan", "58342319641", 0, "Rp"),
        ("nilai 90,43 pada akhir tahun", "90.43", 2, ""),
    ],
)
def test_angka_dibaca_dengan_ketelitian_dan_satuannya(teks: str, nilai: str, desimal: int, satuan: str) -> None:
    (angka,) = angka_dalam(teks)
    assert (angka.nilai, angka.desimal, angka.satuan) == (Decimal(nilai), desimal, satuan)
    assert teks[angka.awal : angka.akhir] == angka.teks


BENAR = (
    "Capaian Indeks Kepuasan Warga adalah 98,03%.",
    "Indeks Kepuasan Warga naik dari 76,1 menjadi 78,42.",
    "IKU1 naik 2,32 poin.",
    "Realisasi IKU1 masih kurang 1,58 poin dari target 80.",
    "Target akhir Renstra IKU1 adalah 84 pada tahun 2026.",
    "Serapan sasaran pertama 89,10%.",
    "Serapan Program Pelayanan Terpadu mencapai 89,1%.",
    "Anggaran Program Pelayanan Terpadu Rp12.345.678.900 terealisasi Rp11.000.000.000.",
    "Program Pelayanan Terpadu menyerap sekitar Rp11 miliar dari Rp12,35 miliar.",
    "Sisa anggaran Program Pelayanan Terpadu sebesar Rp1.345.678.900,00.",
    "Persentase Jalan Mantap mencapai 70,85 persen dari target 72,5%.",
    "Seluruh pagu berjumlah Rp16.345.678.900.",
    "Pada Triwulan I nilai IKU1 adalah 60,5.",
    "Sebanyak 396 dari 425 laporan, atau 93,18%, tentang Persentase Jalan Mantap selesai.",
    "Serapan di bawah 80% perlu penjelasan.",
    "Target IKU1 minimal 75,5.",
    "Capaian IKU1 melampaui 97,5%.",
    "Sebanyak 45 pegawai dan 12 kendaraan mendukung IKU1.",
    "Rata-rata nasional IKU1 adalah 81,77.",
    "Sekitar 35,5% pegawai berpendidikan sarjana.",
    "Realisasi IKU1 tahun 2010 adalah 55,5.",
    "Pagu tahun 2022 adalah Rp7.777.777.777.",
    "Renstra menetapkan 2 sasaran dengan 2 indikator.",
    "Satu dari 2 indikator belum mencapai target.",
    "IKU1 dihitung dari jumlah skor dikali 25,5.",
    "Kategori Baik berada pada rentang 76 sampai 90 untuk IKU1.",
)


@pytest.mark.parametrize("teks", BENAR)
def test_angka_yang_benar_atau_bukan_urusan_kinerja_tidak_ditegur(teks: str) -> None:
    assert periksa_angka(KTX, teks) == ()


SALAH = (
    ("Capaian IKU1 adalah 98,30%.", "98,30%", "{capaian IKU1}"),
    ("Capaian Indeks Kepuasan Warga adalah 98,20%.", "98,20%", "{capaian IKU1}"),
    ("Capaian Indeks Kepuasan Warga adalah 98,02%.", "98,02%", "{capaian IKU1}"),
    ("Realisasi IKU1 tahun 2024 adalah 78,24.", "78,24", "{realisasi IKU1}"),
    ("Realisasi IKU1 tahun 2023 adalah 76,9.", "76,9", "{realisasi IKU1 2023}"),
    ("Pada Triwulan I realisasi IKU1 adalah 61,5.", "61,5", "{realisasi IKU1 TW1}"),
    ("Indeks Kepuasan Warga naik dari 76,3 menjadi 78,42.", "76,3", "{realisasi IKU1 2023}"),
    ("Serapan Program Pelayanan Terpadu 88,10%.", "88,10%", "{serapan 1.01}"),
    ("Pagu Program Pelayanan Terpadu Rp12.345.678.009.", "Rp12.345.678.009", "{pagu 1.01}"),
    ("Sasaran satu terealisasi Rp11.000.100.000.", "Rp11.000.100.000", "{realisasi_anggaran S1}"),
    ("Seluruh pagu berjumlah Rp16.345.687.900.", "Rp16.345.687.900", "{pagu}"),
    ("Target Persentase Jalan Mantap adalah 73,5%.", "73,5%", "{target IKU2}%"),
    ("IKU1 naik 2,99 poin.", "2,99", ""),
    ("Renstra menetapkan 3 sasaran.", "3", ""),
    ("Kinerja diukur dengan 5 indikator.", "5", ""),
)


@pytest.mark.parametrize(("teks", "tertulis", "usul"), SALAH)
def test_angka_yang_tidak_sama_ditegur_dengan_usul(teks: str, tertulis: str, usul: str) -> None:
    temuan = periksa_angka(KTX, teks)
    assert [(t.teks, t.usul) for t in temuan] == [(tertulis, usul)]
    assert teks[temuan[0].awal : temuan[0].akhir] == tertulis


def test_pesan_menyebut_angka_yang_tertulis_dan_yang_dimaksud() -> None:
    (temuan,) = periksa_angka(KTX, "Capaian IKU1 adalah 98,30%.")
    assert temuan.pesan == "Tertulis 98,30%, sedangkan capaian IKU1 tahun 2024 adalah 98,03%."


def test_angka_yang_dipotong_disebut_terpotong() -> None:
    (temuan,) = periksa_angka(KTX, "Capaian IKU1 adalah 98,02%.")
    assert "terpotong dari capaian IKU1 tahun 2024, 98,03%" in temuan.pesan


def test_subjek_tempat_berlaku_bila_kalimat_tidak_menyebut_siapa_pun() -> None:
    teks = "Capaiannya 98,30% pada akhir tahun."
    assert [t.usul for t in periksa_angka(KTX, teks, ("IKU1",))] == ["{capaian IKU1}"]
    assert periksa_angka(KTX, "Capaiannya 98,03% pada akhir tahun.", ("IKU1",)) == ()


def test_angka_tabel_bebas_dikenal_di_bagiannya_sendiri() -> None:
    teks = "Realisasi IKU2 di ruas A mencapai 61,37%."
    assert periksa_angka(KTX, teks, bagian="bab3.S2") == ()
    assert len(periksa_angka(KTX, teks, bagian="bab3.S1")) == 1


def test_angka_yang_sama_dapat_dijadikan_angka_hidup() -> None:
    teks = "Realisasi IKU2 70,85% dari target 72,5%; serapan Program Pelayanan Terpadu 89,10%."
    assert [(c.teks, c.usul) for c in cocok_angka(KTX, teks)] == [
        ("70,85%", "{realisasi IKU2}%"),
        ("72,5%", "{target IKU2}%"),
        ("89,10%", "{serapan 1.01}"),
    ]


def test_angka_yang_dibicarakan_memuat_angka_hidup_dan_yang_diketik_sekali_saja() -> None:
    teks = "Capaian {capaian IKU1} berasal dari realisasi IKU1 78,42. Realisasi IKU1 78,42 itu baik."
    identitas = [(a.identitas.besaran, a.identitas.subjek) for a in angka_bicara(KTX, teks)]
    assert identitas == [("capaian", "IKU1"), ("realisasi", "IKU1")]


@pytest.mark.parametrize("nama", ["bkd-kaltim-2024", "bkd-kalbar-2023-tw1"])
def test_naskah_contoh_tidak_menimbulkan_teguran_keliru(nama: str) -> None:
    ktx = Konteks(buku_contoh(nama))
    narasi = [(n.isi, ()) for n in ktx.laporan.daftar_narasi]
    analisis = [(a.uraian, (a.indikator,)) for a in ktx.kinerja.daftar_analisis]
    assert [t for isi, subjek in (*narasi, *analisis) for t in periksa_angka(ktx, isi, subjek)] == []


BERSATUAN = {JenisAngka.PERSEN_POLOS: JenisAngka.PERSEN, JenisAngka.UANG: JenisAngka.RUPIAH}


def _angka_bernama() -> list[Angka]:
    """Figures of the report whose subject has a kode of its own."""
    kode = {*KALTIM.renstra.indikator_per_kode, *KALTIM.renstra.sasaran_per_kode, *KALTIM.anggaran.anggaran_per_kode}
    semua = pohon.daftar_angka(compose(KALTIM.buku))
    return list({a.identitas: a for a in semua if a.hasil.angka and a.identitas.subjek in kode}.values())


def _sebut(kode: str) -> str:
    """A kode that is a number itself is left to the place to say."""
    return kode if kode[0].isalpha() else "hal ini"


TERCETAK = _angka_bernama()


@given(st.sampled_from(TERCETAK), st.booleans())
@settings(max_examples=150, deadline=None)
def test_setiap_angka_laporan_yang_diketik_ulang_tidak_ditegur(angka: Angka, bersatuan: bool) -> None:
    tertulis = tulis(replace(angka, jenis=BERSATUAN.get(angka.jenis, angka.jenis)) if bersatuan else angka)
    kode = angka.identitas.subjek
    assert periksa_angka(KALTIM, f"Nilai untuk {_sebut(kode)} adalah {tertulis}.", (kode,)) == ()


@given(st.sampled_from([a for a in TERCETAK if a.jenis in BERSATUAN]), st.integers(1, 9), st.integers(0, 30))
@settings(max_examples=150, deadline=None)
def test_satu_digit_yang_berubah_ditegur(angka: Angka, tambah: int, letak: int) -> None:
    tertulis, kode = tulis(replace(angka, jenis=BERSATUAN[angka.jenis])), angka.identitas.subjek
    digit = [n for n, huruf in enumerate(tertulis) if huruf.isdigit()]
    tempat = digit[letak % len(digit)]
    salah = tertulis[:tempat] + str((int(tertulis[tempat]) + tambah) % 10) + tertulis[tempat + 1 :]
    teks = f"Nilai untuk {_sebut(kode)} adalah {salah}."
    assume(not angka_bicara(KALTIM, teks, (kode,)))  # by chance another figure of the subject
    assert len(periksa_angka(KALTIM, teks, (kode,))) == 1


@pytest.mark.parametrize("satuan", ["1.", "9", " 1,2", "(", "{", "Rp1.000 ", "a.b@", "Nomor 1/", "IKU1 98,30%. ", "\n"])
def test_teks_sangat_panjang_diperiksa_sampai_batasnya(satuan: str) -> None:
    teks = (satuan * (300_000 // len(satuan) + 1))[:300_000]
    assert len(periksa_angka(KTX, teks)) <= TEMUAN_TERBANYAK
    assert len(list(angka_tulis._angka_kalimat(KTX, teks, ()))) <= ANGKA_TERBANYAK
