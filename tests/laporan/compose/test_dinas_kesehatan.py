"""A made-up agency unlike the two examples: several sasaran, missed targets, negative indicators, both versions of the
Perjanjian Kinerja, comparators, LKE, spending by kind, cash plan, indicators of tujuan and of subkegiatan, long names.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja.data import MetodeEfisiensi, RumusNegatif
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.pengantar import tulis_nip
from lkjip.laporan.data import JenisLaporan
from lkjip.laporan.isi import DataGrafik, Dokumen, GayaDeret, Tabel
from tests.laporan.compose import pohon
from tests.laporan.compose.test_semua_buku import periksa

FOLDER = Path(__file__).resolve().parents[1] / "dinas_kesehatan"


def buku(**metode: object) -> BukuKerja:
    isi = baca_buku(FOLDER).buku
    assert isi is not None
    anggaran = isi.data.anggaran
    kinerja = replace(anggaran.kinerja, metode=replace(anggaran.kinerja.metode, **metode))  # type: ignore[arg-type]
    return replace(isi, data=replace(isi.data, anggaran=replace(anggaran, kinerja=kinerja)))


def triwulanan(triwulan: int) -> BukuKerja:
    isi = buku()
    identitas = replace(isi.laporan.identitas, jenis_laporan=JenisLaporan.TRIWULAN, triwulan=triwulan)
    return replace(isi, laporan=replace(isi.laporan, identitas=identitas))


def tabel(dokumen: Dokumen, kunci: str) -> Tabel:
    return next(t for t in pohon.daftar_tabel(dokumen) if t.kunci == kunci)


def baris_teks(tabel_dicari: Tabel) -> list[list[str]]:
    return [[pohon.tulis(s.isi) for s in b.sel] for b in tabel_dicari.baris]


def bagian(dokumen: Dokumen, kunci: str) -> str:
    isi = pohon.bagian_menurut_kunci(dokumen)[kunci].isi
    return " ".join(pohon.tulis(tuple(pohon.sebaris_simpul(s))) for s in pohon.daftar_simpul(isi))


@pytest.fixture(scope="module")
def laporan() -> Dokumen:
    return compose(buku())


@pytest.mark.parametrize("rumus", RumusNegatif)
@pytest.mark.parametrize("metode", MetodeEfisiensi)
def test_laporan_utuh_dengan_setiap_metode(rumus: RumusNegatif, metode: MetodeEfisiensi) -> None:
    periksa(buku(rumus_negatif=rumus, metode_efisiensi=metode))


@pytest.mark.parametrize("triwulan", [1, 2, 3, 4])
def test_laporan_triwulan_utuh(triwulan: int) -> None:
    periksa(triwulanan(triwulan))


def test_iku_tidak_memaksa_halaman_mendatar_di_tengah_bab(laporan: Dokumen) -> None:
    assert not tabel(laporan, "tabel-iku").mendatar


@pytest.mark.parametrize("metode", MetodeEfisiensi)
def test_indikator_yang_gagal_tidak_disebut_efisien(metode: MetodeEfisiensi) -> None:
    dokumen = compose(buku(metode_efisiensi=metode))
    assert "Karena target belum tercapai" in bagian(dokumen, "analisis-efisiensi-I1")
    assert "dinilai efisien" not in bagian(dokumen, "analisis-efisiensi-I1")


def test_sasaran_yang_efisien_menurut_metode_tetapi_gagal_diberi_catatan(laporan: Dokumen) -> None:
    catatan = [pohon.tulis(c.isi) for c in tabel(laporan, "tabel-efisiensi").catatan]
    assert len(catatan) == 1
    assert "Pada sasaran 1 dan 3 ada target yang belum tercapai" in catatan[0]


def test_ikhtisar_dan_bab_tiga_menyebut_nilai_sakip_yang_sama(laporan: Dokumen) -> None:
    bab = pohon.bab_menurut_kunci(laporan)
    ikhtisar = " ".join(pohon.tulis(tuple(pohon.sebaris_simpul(s))) for s in bab["ikhtisar"].isi)
    assert "SAKIP tahun 2023 bernilai 72.1" in ikhtisar
    assert "tahun 2023 menghasilkan nilai 72.1" in bagian(laporan, "bab3-sakip")


def test_bobot_komponen_sakip_digambar_sebagai_bingkai(laporan: Dokumen) -> None:
    grafik = next(g for g in pohon.daftar_grafik(laporan) if g.kunci == "grafik-sakip-2023")
    assert isinstance(grafik.data, DataGrafik)
    assert [d.gaya for d in grafik.data.deret] == [GayaDeret.UTAMA, GayaDeret.TARGET]


def test_kegiatan_di_bawah_program_tertaut_menjorok_menurut_tingkatnya(laporan: Dokumen) -> None:
    dukungan = tabel(laporan, "tabel-dukungan-S4")
    assert dukungan.judul == "Program dan Kegiatan Pendukung Sasaran 4"
    assert [b.sel[0].inden for b in dukungan.baris] == [0, 1, 2, 1, 2]
    assert len({pohon.tulis(b.sel[0].isi) for b in dukungan.baris}) == len(dukungan.baris)
    teks = bagian(laporan, "analisis-program-I9")
    assert "didukung 1 (satu) program, 2 (dua) kegiatan, dan 2 (dua) subkegiatan." in teks


def test_indikator_tujuan_tidak_dianggap_kekurangan_data_anggaran(laporan: Dokumen) -> None:
    assert "ditautkan pada sasaran" in bagian(laporan, "analisis-efisiensi-IT1")
    assert "sasaran-sasarannya" in bagian(laporan, "analisis-program-IT1")


def test_standar_nasional_dinilai_menurut_arah_indikator(laporan: Dokumen) -> None:
    assert "lebih baik daripada standar nasional" in bagian(laporan, "analisis-pembanding-I1")
    assert "Standar nasional itu belum tercapai" in bagian(laporan, "analisis-pembanding-I10")
    assert "angka yang lebih rendah lebih baik" in bagian(laporan, "analisis-pembanding-I1")


def test_predikat_yang_tetap_disebut_tetap(laporan: Dokumen) -> None:
    teks = bagian(laporan, "analisis-tahun-I9")
    assert "sama dengan tahun 2022, yaitu B" in teks or "tetap B" in teks


def test_alasan_angka_kosong_memakai_nama_indikator(laporan: Dokumen) -> None:
    teks = bagian(laporan, "analisis-target-I8")
    assert "realisasi “Persentase Penderita Hipertensi" in teks
    assert "I8" not in teks


def test_kedua_lampiran_perjanjian_dirujuk_dan_pagu_lama_disebut(laporan: Dokumen) -> None:
    assert "[lampiran-pk-murni] dan [lampiran-pk-perubahan]" in bagian(laporan, "bab2-perjanjian")
    assert "berkurang dari pagu murni 67104567890" in bagian(laporan, "bab2-anggaran")
    assert len(tabel(laporan, "tabel-rencana-program").kolom) == 4


def test_skala_negatif_hanya_tampil_bila_dipakai(laporan: Dokumen) -> None:
    assert "tabel-skala-negatif" not in {t.kunci for t in pohon.daftar_tabel(laporan)}
    langsung = compose(buku(rumus_negatif=RumusNegatif.LANGSUNG))
    assert tabel(langsung, "tabel-skala-negatif").baris


def test_butir_analisis_ditutup_titik(laporan: Dokumen) -> None:
    teks = bagian(laporan, "analisis-sebab-I1")
    assert "kepulauan." in teks
    assert "terdeteksi." in teks


def test_rencana_kas_tampil_di_laporan_triwulan() -> None:
    dokumen = compose(triwulanan(3))
    kas = tabel(dokumen, "tabel-anggaran-kas")
    assert baris_teks(kas)[-1] == ["Jumlah perangkat daerah", "66164567890", "49623425917", "47350916889"]
    assert "direncanakan 49623425917; realisasinya di bawah rencana itu." in bagian(dokumen, "triwulan-anggaran")


def test_program_bersasaran_ganda_tidak_masuk_kelompok_sasaran_lain() -> None:
    program = tabel(compose(triwulanan(3)), "tabel-capaian-program")
    kelompok = [pohon.tulis(b.sel[0].isi) for b in program.baris if len(b.sel) == 1]
    assert [k.split(":")[0] for k in kelompok] == ["Sasaran", "Beberapa sasaran", "Sasaran"]


def test_tabel_mendatar_berdiri_paling_akhir_dalam_babnya() -> None:
    bab = pohon.bab_menurut_kunci(compose(triwulanan(3)))["triwulan-capaian"]
    assert pohon.daftar_bagian(bab)[-1] == "Capaian Program, Kegiatan, dan Subkegiatan"


def test_nip_ditulis_berkelompok_dan_sebab_tanpa_kode(laporan: Dokumen) -> None:
    assert tulis_nip("197001011998031001") == "19700101 199803 1 001"
    assert tulis_nip(" 00000000 000000 0 00 ") == "00000000 000000 0 00"
    sebab = {b[1]: b[2] for b in baris_teks(tabel(laporan, "tabel-tanpa-angka"))}
    assert "realisasi tahun 2023 belum diisi" in next(v for k, v in sebab.items() if "Hipertensi" in k)
