"""The demo workbooks: readable, equal in every figure to the published ones, complete as reports."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kinerja.data import Faktor
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import KelasKlaim
from lkjip.pemeriksaan.klaim import periksa_daftar_klaim
from tests.contoh.lembar import CONTOH, KOLOM_KALIMAT, SUMBER, SUMBER_PER_CONTOH, baca_lembar

KLAIM_PER_CONTOH = {"bkd-kaltim-2024": (205, 3, 64, 0), "bkd-kalbar-2023-tw1": (106, 0, 4, 3)}
LEMBAR_TANPA_ANGKA = {"_catatan", "analisis", "narasi", "rekomendasi"}
PENGATURAN_CONTOH = {"tanggal_laporan", "tempat", "nama_kepala", "nip_kepala"}
BAGIAN_LENGKAP = (
    "pengantar", "bab1.latar_belakang", "bab1.dasar_hukum", "bab1.tugas_fungsi", "bab1.struktur", "bab1.sdm",
    "bab1.sarana_prasarana", "bab1.isu_strategis", "bab1.swot.kekuatan", "bab1.swot.kelemahan", "bab1.swot.peluang",
    "bab1.swot.ancaman", "bab2.renstra", "bab2.perjanjian", "bab3.analisis", "bab3.efisiensi", "bab4.kesimpulan",
    "bab4.strategi",
)  # fmt: skip


def buku(contoh: str) -> BukuKerja:
    hasil = baca_buku(CONTOH / contoh)
    assert hasil.daftar_galat == ()
    assert hasil.buku is not None
    return hasil.buku


def angka_lembar(berkas: Path) -> list[dict[str, str]]:
    """Rows without their sentences and without empty cells."""
    kalimat = KOLOM_KALIMAT.get(berkas.stem, ())
    return [{k: v for k, v in b.items() if v and k not in kalimat} for b in baca_lembar(berkas)]


@pytest.mark.parametrize("contoh", SUMBER_PER_CONTOH)
def test_klaim_terkelas_seperti_hitungan_ulang_yang_terpisah(contoh: str) -> None:
    isi = buku(contoh)
    kelas = Counter(h.kelas for h in periksa_daftar_klaim(isi.data, isi.daftar_klaim))
    urutan = (KelasKlaim.SESUAI, KelasKlaim.PEMBULATAN, KelasKlaim.TIDAK_SESUAI, KelasKlaim.TAK_TERHITUNG)
    assert tuple(kelas[k] for k in urutan) == KLAIM_PER_CONTOH[contoh]


@pytest.mark.skipif(not SUMBER.is_dir(), reason="laporan terbitan tidak disertakan")
@pytest.mark.parametrize("contoh", SUMBER_PER_CONTOH)
def test_angka_dan_nama_sama_dengan_laporan_terbitan(contoh: str) -> None:
    sumber = SUMBER / SUMBER_PER_CONTOH[contoh]
    lembar = [b for b in sorted(sumber.glob("*.csv")) if b.stem not in LEMBAR_TANPA_ANGKA and "tabel_" not in b.stem]
    assert len(lembar) >= 10
    for berkas in lembar:
        sendiri = angka_lembar(CONTOH / contoh / berkas.name)
        if berkas.stem in {"instansi", "pengaturan"}:
            sendiri = [b for b in sendiri if b["kunci"] not in PENGATURAN_CONTOH]
            asal = [b for b in angka_lembar(berkas) if b["kunci"] not in PENGATURAN_CONTOH]
        else:
            asal = angka_lembar(berkas)
        assert sendiri == asal, berkas.name


@pytest.mark.parametrize("contoh", SUMBER_PER_CONTOH)
def test_nama_kepala_dan_nip_jelas_isian_contoh(contoh: str) -> None:
    kepala = buku(contoh).data.renstra.instansi
    assert kepala.nama_kepala.startswith("(")
    assert set(kepala.nip_kepala) <= {"0", " "}


@pytest.mark.parametrize("contoh", SUMBER_PER_CONTOH)
def test_setiap_iku_dianalisis_dengan_ketiga_faktor(contoh: str) -> None:
    isi = buku(contoh)
    per_indikator = isi.data.kinerja.daftar_analisis_per_indikator
    daftar_iku = [i.kode for i in isi.data.renstra.daftar_indikator if i.iku]
    assert len(daftar_iku) == 3
    kosong = [(k, f.value) for k in daftar_iku for f in Faktor if not per_indikator.get((k, isi.data.tahun, f))]
    assert kosong == []


def test_contoh_tahunan_mengisi_semua_bagian_yang_lazim() -> None:
    isi = buku("bkd-kaltim-2024")
    per_bagian = isi.laporan.daftar_narasi_per_bagian
    assert [bagian for bagian in BAGIAN_LENGKAP if not per_bagian.get(bagian)] == []
    assert all(r.status and r.tindak_lanjut for r in isi.data.kinerja.daftar_rekomendasi)


def test_penunjang_contoh_mencakup_setiap_kegiatan_bersasaran_satu_kali() -> None:
    anggaran = buku("bkd-kaltim-2024").data.anggaran
    daftar_kegiatan = sorted(a.kode for a in anggaran.daftar_anggaran if a.sasaran)
    assert sorted(p.anggaran for p in anggaran.daftar_penunjang) == daftar_kegiatan
    sasaran_per_indikator = {i.kode: i.induk for i in anggaran.kinerja.renstra.daftar_indikator}
    for baris in anggaran.daftar_penunjang:
        assert anggaran.anggaran_per_kode[baris.anggaran].sasaran == sasaran_per_indikator[baris.mendukung]
