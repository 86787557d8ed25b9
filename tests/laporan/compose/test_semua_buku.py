"""What holds for the report of every valid workbook, however little or oddly it is filled."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from anggaran.data import Anggaran, Belanja
from lkjip.besaran import hitung
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.compose import compose
from lkjip.laporan.isi import (
    Angka,
    Bagian,
    Daftar,
    DataGrafik,
    Dokumen,
    Grafik,
    Paragraf,
    Rujuk,
    Sebaris,
    Tabel,
    nomori,
)
from lkjip.laporan.isi_pohon import DataPohon
from tests.laporan.compose import pohon
from tests.laporan.compose.buku_acak import daftar_buku

CONTOH = Path(__file__).resolve().parents[3] / "contoh"
DAFTAR_CONTOH = ("bkd-kaltim-2024", "bkd-kalbar-2023-tw1")


def buku_contoh(nama: str) -> BukuKerja:
    buku = baca_buku(CONTOH / nama).buku
    assert buku is not None
    return buku


def periksa(buku: BukuKerja) -> Dokumen:
    dokumen = compose(buku)
    for tabel in pohon.daftar_tabel(dokumen):
        _periksa_tabel(tabel)
    _periksa_kunci(dokumen)
    for angka in pohon.daftar_angka(dokumen):
        assert _hitung_ulang(buku, angka) == angka.hasil, angka.identitas
    for simpul in pohon.semua(dokumen):
        assert not isinstance(simpul, Bagian) or simpul.isi, f"bagian kosong: {simpul.judul}"
        assert not isinstance(simpul, Paragraf) or pohon.tulis(simpul.isi).strip()
        assert not isinstance(simpul, Daftar) or simpul.butir
    return dokumen


def _periksa_tabel(tabel: Tabel) -> None:
    assert tabel.baris, f"tabel tanpa baris: {tabel.judul}"
    assert tabel.kunci or not tabel.judul
    banyak = len(tabel.kolom)
    assert set(pohon.lebar_baris(tabel, True)) <= {banyak}, f"kepala timpang: {tabel.judul}"
    assert set(pohon.lebar_baris(tabel, False)) == {banyak}, f"baris timpang: {tabel.judul}"


def _periksa_kunci(dokumen: Dokumen) -> None:
    kunci = [s.kunci for s in pohon.semua(dokumen) if isinstance(s, (Bagian, Tabel, Grafik)) and s.kunci]
    kunci += [bab.kunci for bab in dokumen.bab]
    assert len(kunci) == len(set(kunci)), sorted(k for k in kunci if kunci.count(k) > 1)
    label = nomori(dokumen).label_per_kunci
    for unsur in pohon.daftar_sebaris(dokumen):
        assert not isinstance(unsur, Rujuk) or label.get(unsur.kunci), unsur


def _hitung_ulang(buku: BukuKerja, angka: Angka) -> object:
    i, data = angka.identitas, buku.pada(buku.hari_laporan).data
    return hitung(data, i.besaran, i.subjek, tahun=i.tahun, triwulan=i.triwulan, versi=i.versi or None)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(daftar_buku())
def test_buku_apa_pun_menjadi_laporan_yang_utuh(buku: BukuKerja) -> None:
    teks = pohon.teks_dokumen(periksa(buku))
    for narasi in buku.laporan.daftar_narasi:
        for kata in re.findall(r"\w+\d", narasi.isi):
            assert kata in teks, f"narasi {narasi.bagian} hilang"
    for tabel in buku.laporan.daftar_tabel:
        assert f"Isian{int(tabel.nama[-2:])}" in teks, f"tabel {tabel.bagian} hilang"
    for analisis in buku.data.kinerja.daftar_analisis:
        assert re.sub(r"[*\s;.]+", "", analisis.uraian) in re.sub(r"[*\s;.]+", "", teks)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(daftar_buku())
def test_laporan_tidak_pernah_mengaku_semua_tercapai_bila_tidak(buku: BukuKerja) -> None:
    teks = pohon.teks_dokumen(compose(buku))
    data = buku.data
    belum = [
        i.kode
        for i in data.renstra.daftar_indikator_semua_sasaran
        if (hitung(data, "capaian_tanpa_batas", i.kode).angka is None)
    ]
    if belum:
        assert not re.search(r"Seluruh \d+ \([^)]*\) indikator sasaran mencapai target", teks)


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_contoh_menjadi_laporan_yang_utuh(nama: str) -> None:
    buku = buku_contoh(nama)
    teks = _rapat(pohon.teks_dokumen(periksa(buku)))
    for narasi in buku.laporan.daftar_narasi:
        for penggal in re.split(r"\n", narasi.isi):
            assert _rapat(re.sub(r"^\s*(\d+[.)]|[-•])\s+", "", penggal)) in teks, f"hilang: {penggal}"


def _rapat(teks: str) -> str:
    return re.sub(r"[\s*]+", "", teks)


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_data_yang_sama_menjadi_dokumen_yang_sama(nama: str) -> None:
    assert compose(buku_contoh(nama)) == compose(buku_contoh(nama))


def test_laporan_tahunan_memuat_semua_bagian_permenpanrb_53_2014() -> None:
    dokumen = compose(buku_contoh("bkd-kaltim-2024"))
    assert [b.judul for b in dokumen.bab][:9] == [
        "Kata Pengantar", "Ikhtisar Eksekutif", "Daftar Isi", "Daftar Tabel", "Daftar Gambar", "Pendahuluan",
        "Perencanaan Kinerja", "Akuntabilitas Kinerja", "Penutup",
    ]  # fmt: skip
    assert pohon.daftar_bagian(dokumen.bab[7]) == ["Capaian Kinerja Organisasi", "Realisasi Anggaran"]
    lampiran = [b.kunci for b in dokumen.bab[9:]]
    assert lampiran == [
        *("lampiran-pk-perubahan", "lampiran-cascading", "lampiran-rencana-aksi"),
        *("lampiran-pengukuran", "lampiran-anggaran"),
    ]


def test_setiap_indikator_mempunyai_tujuh_analisis_menurut_urutannya() -> None:
    buku = buku_contoh("bkd-kaltim-2024")
    bagian = pohon.bagian_menurut_kunci(compose(buku))
    for indikator in buku.data.renstra.daftar_indikator_semua_sasaran:
        judul = [b.judul for b in bagian[f"indikator-{indikator.kode}"].isi if isinstance(b, Bagian)]
        assert len(judul) == 7
        assert judul[0].startswith("Target dan Realisasi")
        assert judul[3].startswith("Perbandingan dengan Standar Nasional")
        assert judul[6] == "Program dan Kegiatan Pendukung"


def test_laporan_triwulan_berurutan_a_sampai_f_dengan_tabel_program_mendatar() -> None:
    dokumen = compose(buku_contoh("bkd-kalbar-2023-tw1"))
    judul = [b.judul for b in dokumen.bab if b.kunci.startswith("triwulan-")]
    assert judul == [
        "Pendahuluan",
        "Perjanjian Kinerja",
        "Target Kinerja",
        "Capaian Kinerja",
        "Permasalahan",
        "Penutup",
    ]
    program = next(t for t in pohon.daftar_tabel(dokumen) if t.kunci == "tabel-capaian-program")
    assert program.mendatar
    assert len(program.baris) > 40


def test_empat_macam_grafik_ada_dalam_laporan_tahunan() -> None:
    data = [g.data for g in pohon.daftar_grafik(compose(buku_contoh("bkd-kaltim-2024")))]
    jenis = {d.jenis.value for d in data if isinstance(d, DataGrafik)}
    assert sum(isinstance(d, DataPohon) for d in data) == 1
    assert jenis >= {"batang_mendatar", "garis", "batang_bertumpuk"}
    kunci = [g.kunci for g in pohon.daftar_grafik(compose(buku_contoh("bkd-kaltim-2024")))]
    assert {"grafik-ikhtisar", "grafik-tahun-IKU1", "grafik-serapan", "grafik-sakip-2024"} <= set(kunci)


def test_setiap_angka_bawa_identitas_dengan_tahun() -> None:
    unsur: list[Sebaris] = pohon.daftar_sebaris(compose(buku_contoh("bkd-kaltim-2024")))
    angka = [u for u in unsur if isinstance(u, Angka)]
    assert len(angka) > 500
    assert all(a.identitas.besaran and a.identitas.tahun for a in angka)


def test_pohon_anggaran_dan_belanja_yang_dalam_tercetak_sampai_bawah() -> None:
    kode = [".".join("1" * (n + 1)) for n in range(12)]
    anggaran = tuple(Anggaran(k, k[:-2], uraian=f"Rincian {n}", pagu_murni=Decimal(n)) for n, k in enumerate(kode))
    belanja = tuple(Belanja(k, k[:-2], f"Belanja tingkat {n}", None, pagu=Decimal(n)) for n, k in enumerate(kode))
    isi = buku_contoh(DAFTAR_CONTOH[0])
    uang = replace(isi.data.anggaran, daftar_anggaran=anggaran, daftar_belanja=belanja, daftar_penunjang=())
    teks = pohon.teks_dokumen(periksa(replace(isi, data=DataInstansi(uang))))
    assert all(f"Rincian {n}" in teks and f"Belanja tingkat {n}" in teks for n in range(12))
