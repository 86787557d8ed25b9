"""The planning documents as node trees: same parts, same order as the forms, figures of the demo agency."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from anggaran.data import Anggaran, Tingkat
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose.dokumen_bagian import profil_buku
from lkjip.laporan.compose.dokumen_iku import dokumen_iku, huruf
from lkjip.laporan.compose.dokumen_perjanjian import dokumen_perjanjian
from lkjip.laporan.compose.dokumen_rencana_aksi import dokumen_rencana_aksi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import lembar_buku
from lkjip.laporan.data_dokumen import BagianUnit, LembarJanji, PihakJanji, RincianIku
from lkjip.laporan.isi import (
    Angka,
    Baris,
    Blok,
    Dokumen,
    Gambar,
    GayaBaris,
    JenisBab,
    Kertas,
    Paragraf,
    Rujuk,
    Sebaris,
    Tabel,
    TandaTangan,
)
from lkjip.laporan.render.angka import tulis
from renstra.data import CaraHitung, Indikator, Versi
from renstra.data_pejabat import jabatan_unit
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra, pk, target, tw

CONTOH = Path(__file__).resolve().parents[3] / "contoh"


@pytest.fixture(scope="module")
def kaltim() -> Konteks:
    buku = baca_buku(CONTOH / "bkd-kaltim-2024").buku
    assert buku is not None
    return Konteks(buku)


def _teks(isi: tuple[Sebaris, ...]) -> str:
    return "".join("" if isinstance(p, Rujuk) else tulis(p) if isinstance(p, Angka) else p.isi for p in isi)


def _baris(satu: Baris) -> list[str]:
    return [_teks(sel.isi) for sel in satu.sel]


def _isi(dokumen: Dokumen, ke: int = 0) -> tuple[Blok, ...]:
    assert all(bab.jenis is JenisBab.POLOS for bab in dokumen.bab)
    return dokumen.bab[ke].isi  # type: ignore[return-value]


def _kepala(tabel: Tabel) -> list[str]:
    return [_teks(sel.isi) for satu in tabel.kepala for sel in satu.sel]


def _tabel(isi: tuple[Blok, ...]) -> list[Tabel]:
    return [blok for blok in isi if isinstance(blok, Tabel)]


def _pk(ktx: Konteks, versi: Versi = Versi.PERUBAHAN) -> Dokumen:
    return dokumen_perjanjian(ktx, lembar_buku(ktx, versi), profil_buku(ktx))


def test_lembar_pernyataan_urut_menurut_peraturan(kaltim: Konteks) -> None:
    profil = replace(profil_buku(kaltim), logo=b"\x89PNG")
    isi = _isi(dokumen_perjanjian(kaltim, lembar_buku(kaltim, Versi.PERUBAHAN), profil))
    logo, judul, pembuka, pertama, sebutan_1, kedua, sebutan_2, janji, awas, ttd = isi
    assert isinstance(logo, Gambar)
    assert not logo.judul
    assert logo.lebar_mm
    teks = [_teks(b.isi) for b in (judul, pembuka, sebutan_1, sebutan_2, janji, awas) if isinstance(b, Paragraf)]
    assert teks[0].splitlines() == [
        "BADAN KEPEGAWAIAN DAERAH PROVINSI KALIMANTAN TIMUR",
        "PERJANJIAN KINERJA PERUBAHAN TAHUN 2024",
    ]
    for kalimat, kata in zip(
        teks[1:], ("efektif, transparan", "pihak pertama", "selaku atasan", "berjanji", "supervisi"), strict=True
    ):
        assert kata in kalimat
    assert isinstance(pertama, Tabel)
    assert isinstance(kedua, Tabel)
    assert _baris(pertama.baris[0])[2] == "(Nama Kepala BKD)"
    assert _baris(kedua.baris[0])[2].startswith("....")
    assert isinstance(ttd, TandaTangan)
    kiri, kanan = ttd.pihak
    assert (kiri.sebutan, kiri.jabatan, kiri.tanpa_nip) == ("Pihak Kedua", "Gubernur Kalimantan Timur", True)
    assert (kanan.sebutan, kanan.pangkat) == ("Pihak Pertama", "Pembina Utama Madya")
    assert (ttd.tempat, ttd.tanggal) == ("Samarinda", None)


def test_lampiran_perjanjian_kaltim_dengan_angkanya(kaltim: Konteks) -> None:
    dokumen = _pk(kaltim)
    assert len(dokumen.bab) == 2
    assert dokumen.sampul is None
    assert not dokumen.kaki
    isi = _isi(dokumen, 1)
    kinerja, uang = _tabel(isi)
    assert _kepala(kinerja) == ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"]
    assert kinerja.nomor_kolom
    assert uang.nomor_kolom
    assert [_baris(b)[-1] for b in kinerja.baris] == ["90", "85", "100"]
    assert [sel.rentang_baris for sel in kinerja.baris[1].sel[:2]] == [2, 2]  # S2 holds two indicators
    assert _kepala(uang) == ["No", "Program", "Anggaran (Rp)", "Keterangan"]
    assert [_baris(b)[2] for b in uang.baris[:-1]] == [
        "23.104.096.050", "27.280.781.825", "5.917.441.766", "2.040.000.000",
    ]  # fmt: skip
    assert uang.baris[-1].gaya is GayaBaris.JUMLAH
    assert _baris(uang.baris[-1])[:2] == ["Jumlah", "58.342.319.641"]
    assert isinstance(isi[-1], TandaTangan)


def test_versi_yang_belum_diisi_mengatakannya(kaltim: Konteks) -> None:
    isi = _isi(_pk(kaltim, Versi.MURNI), 1)
    kalimat = " ".join(_teks(b.isi) for b in isi if isinstance(b, Paragraf))
    assert "Target Perjanjian Kinerja tahun 2024 belum diisi" in kalimat


def _berunit() -> Konteks:
    renstra = buat_renstra(
        Indikator("I1", "S1", uraian="Indeks", satuan="Poin", penanggung_jawab="Bidang A"),
        Indikator("K1", "1.1", uraian="Dokumen", satuan="Dokumen"),
        Indikator("K2", "1.2", uraian="Lain", satuan="Dokumen"),
        daftar_target_tahunan=(target("I1", 70), target("K1", 4)),
        daftar_perjanjian=(pk("I1", Versi.MURNI, 75),),
    )
    uang = (
        baris("1", tingkat=Tingkat.PROGRAM, uraian="Program"),
        baris("1.1", induk="1", tingkat=Tingkat.KEGIATAN, uraian="Kegiatan A", pagu=100),
        baris("1.1.1", induk="1.1", tingkat=Tingkat.SUBKEGIATAN, uraian="Sub A", pagu=100),
        baris("1.2", induk="1", tingkat=Tingkat.KEGIATAN, uraian="Kegiatan B", pagu=50),
        baris("1.2.1", induk="1.2", tingkat=Tingkat.SUBKEGIATAN, uraian="Sub B", pagu=30),
    )
    return Konteks(BukuKerja(buat_data(buat_kinerja(renstra), daftar_anggaran=uang)))


def test_lembar_unit_hanya_memuat_bagiannya_dan_jumlahnya() -> None:
    ktx = _berunit()
    bagian = BagianUnit("Bidang A", frozenset({"I1", "K1"}), frozenset({"1", "1.1", "1.1.1", "1.2.1"}))
    lembar = LembarJanji(Versi.MURNI, PihakJanji("Kepala Bidang A"), PihakJanji("Kepala Badan"), unit=bagian)
    kinerja, uang = _tabel(_isi(dokumen_perjanjian(ktx, lembar, profil_buku(ktx)), 1))
    assert _kepala(kinerja)[1] == "Sasaran Program/Kegiatan"
    assert [(_baris(b)[1], _baris(b)[-1]) for b in kinerja.baris] == [("Sasaran satu", "75"), ("Kegiatan A", "4")]
    assert [_teks(c.isi) for c in kinerja.catatan] == [
        "Keterangan: “Dokumen” memakai target tahunan Renstra, karena belum tercantum dalam Perjanjian Kinerja."
    ]
    assert _kepala(uang)[1] == "Kegiatan/Sub Kegiatan"
    assert [_baris(b)[1:3] for b in uang.baris] == [["Kegiatan A", "100"], ["Sub B", "30"], ["130", ""]]


def test_jabatan_unit_yang_tidak_dicatat() -> None:
    assert jabatan_unit("Sekretariat") == "Sekretaris"
    assert jabatan_unit("Bidang Mutasi") == "Kepala Bidang Mutasi"


def test_rencana_aksi_berkolom_seperti_formulir(kaltim: Konteks) -> None:
    dokumen = dokumen_rencana_aksi(kaltim, profil_buku(kaltim))
    isi = _isi(dokumen)
    judul = next(_teks(b.isi) for b in isi[:2] if isinstance(b, Paragraf))
    assert judul.splitlines()[0] == "RENCANA AKSI PERUBAHAN TAHUN 2024"
    (tabel,) = _tabel(isi)
    assert tabel.mendatar
    assert tabel.nomor_kolom
    assert _kepala(tabel) == [
        "No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target Tahun", "Target Triwulan",
        "Program/Kegiatan", "Sasaran Program/Kegiatan", "Penanggung Jawab", "Anggaran (Rp)",
        "I", "II", "III", "IV", "Indikator", "Target",
    ]  # fmt: skip
    assert _baris(tabel.baris[0])[3:9] == ["Indeks", "90", "89,5", "89,5", "90", "90"]
    assert _baris(tabel.baris[0])[-1] == "6.562.629.500"
    jumlah_baris = len(kaltim.anggaran_sasaran("S1"))
    assert [sel.rentang_baris for sel in tabel.baris[0].sel[:9]] == [jumlah_baris] * 9
    assert isinstance(isi[-1], TandaTangan)
    assert len(isi[-1].pihak) == 1


def test_rencana_aksi_triwulan_tanpa_target_tercetak_tanda_dan_uang_bersama_disatukan() -> None:
    renstra = buat_renstra(
        Indikator("I1", "S1", uraian="Satu"),
        Indikator("I2", "S1", uraian="Dua", penanggung_jawab="Bidang B"),
        daftar_target_tahunan=(target("I1", 70), target("I2", 5)),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I1", 4, target=target("I1", 70).target),))
    uang = (baris("1", uraian="Program", sasaran="S1", pagu=10),)
    ktx = Konteks(BukuKerja(buat_data(kinerja, daftar_anggaran=uang)))
    dokumen = dokumen_rencana_aksi(ktx, profil_buku(ktx), Kertas.F4)
    (tabel,) = _tabel(_isi(dokumen))
    satu, dua, bersama = map(_baris, tabel.baris)
    assert dokumen.kertas is Kertas.F4
    assert "Perubahan" not in dokumen.judul
    assert satu[4:9] == ["70", "–", "–", "–", "70"]
    assert dua[-2:] == ["Bidang B", "–"]
    assert bersama[0] == "Mendukung semua indikator sasaran ini"
    assert bersama[1] == "Program"


def test_rencana_aksi_tanpa_indikator_mengatakannya() -> None:
    ktx = Konteks(BukuKerja(buat_data(buat_kinerja(buat_renstra(Indikator("K1", "1"))))))
    isi = _isi(dokumen_rencana_aksi(ktx, profil_buku(ktx)))
    assert not _tabel(isi)
    assert any("belum dapat disusun" in _teks(b.isi) for b in isi if isinstance(b, Paragraf))


def test_iku_berbagian_seperti_formulir(kaltim: Konteks) -> None:
    rincian = {"IKU1": RincianIku("Ukuran mutu.", cara_hitung=CaraHitung.RASIO, uraian_pembilang="skor")}
    profil = replace(profil_buku(kaltim), tugas="Membantu Gubernur.", daftar_fungsi=("satu", "dua"), rincian=rincian)
    isi = _isi(dokumen_iku(kaltim, profil))
    identitas, tabel = _tabel(isi)
    assert [_baris(b) for b in identitas.baris] == [
        ["1.", "Perangkat Daerah", ":", "Badan Kepegawaian Daerah Provinsi Kalimantan Timur"],
        ["2.", "Tugas", ":", "Membantu Gubernur."],
        ["3.", "Fungsi", ":", "a.", "satu"],
        ["", "", "", "b.", "dua"],
    ]
    assert _kepala(tabel) == [
        "No", "Sasaran Strategis", "Indikator Kinerja Utama", "Satuan", "Penjelasan dan Formulasi Perhitungan",
        "Sumber Data", "Penanggung Jawab",
    ]  # fmt: skip
    penjelasan = _baris(tabel.baris[0])[4].split("\n")
    assert [baris_teks.partition(":")[0] for baris_teks in penjelasan] == [
        "Definisi", "Formulasi", "Cara hitung", "Pembilang", "Tipe perhitungan",
    ]  # fmt: skip
    assert isinstance(isi[-1], TandaTangan)


def test_iku_hanya_yang_ditandai() -> None:
    renstra = buat_renstra(Indikator("I1", "S1", uraian="Utama", iku=True), Indikator("I2", "S1", iku=False))
    ktx = Konteks(BukuKerja(buat_data(buat_kinerja(renstra))))
    _, tabel = _tabel(_isi(dokumen_iku(ktx, profil_buku(ktx))))
    assert [_baris(b)[2] for b in tabel.baris] == ["Utama"]


@pytest.mark.parametrize(("ke", "tulisan"), [(0, "a"), (25, "z"), (26, "aa"), (51, "az"), (52, "ba")])
def test_huruf_fungsi(ke: int, tulisan: str) -> None:
    assert huruf(ke) == tulisan


def _program(kode: str, pagu: str | int) -> Anggaran:
    return baris(kode, pagu=pagu, tingkat=Tingkat.PROGRAM)


@pytest.mark.parametrize(
    ("pagu", "tercetak"),
    [("1000.50", ["1.000,50", "2.000,00", "3.000,50"]), ("1000", ["1.000", "2.000", "3.000"])],
)
def test_sen_pada_satu_baris_berarti_sen_pada_semua(pagu: str, tercetak: list[str]) -> None:
    ktx = Konteks(BukuKerja(buat_data(daftar_anggaran=(_program("1", pagu), _program("2", 2000)))))
    uang = _tabel(_isi(_pk(ktx, Versi.MURNI), 1))[-1]
    angka = [potong for satu in uang.baris for sel in satu.sel for potong in sel.isi]
    assert [tulis(satu) for satu in angka if isinstance(satu, Angka)] == tercetak
