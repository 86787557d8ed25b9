"""The LHE as a document: both forms, two years, replies, earlier recommendations, what a draft says of itself."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from kinerja.besaran_evaluasi import nilai_evaluasi, predikat_evaluasi
from lkjip.laporan.compose.dokumen_lhe import dokumen_lhe
from lkjip.laporan.compose.lhe_bagian import daftar_kekurangan_lhe
from lkjip.laporan.data_dokumen import PihakJanji
from lkjip.laporan.data_lhe import BentukLhe, DataLhe, PenulisLhe
from lkjip.laporan.isi import Angka, Dokumen, Sel, Tabel, TandaTangan, telusuri
from lkjip.laporan.isi_tulis import tulis
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_laporan
from tests.evaluasi.dunia_lhe import KODE, KODE_LAMA, data_dijawab, data_direkam, lhe_uji


def daftar_tabel(dokumen: Dokumen) -> dict[str, list[list[str]]]:
    """Rows of the titled tables as written, by their key."""
    semua = (blok for bab in dokumen.bab for blok in telusuri(bab.isi))
    return {t.kunci: [[_tulis(s) for s in b.sel] for b in t.baris] for t in semua if isinstance(t, Tabel) and t.kunci}


def _tulis(sel: Sel) -> str:
    return "".join(tulis(p) if isinstance(p, Angka) else getattr(p, "isi", "") for p in sel.isi)


@pytest.mark.parametrize("bentuk", BentukLhe)
def test_tabel_dua_tahun_dengan_jumlah_dan_predikat(bentuk: BentukLhe) -> None:
    isi = daftar_tabel(dokumen_lhe(lhe_uji(), bentuk, konsep=False))["tabel-nilai"]
    assert isi[0] == ["1", "Perencanaan Kinerja", "30,00", "22,50", "24,00"]
    assert isi[-2:] == [["Nilai hasil evaluasi", "71,50", "80,00"], ["Predikat", "BB", "BB"]]


def test_skema_yang_berganti_memberi_dua_tabel() -> None:
    lama = data_direkam(KODE_LAMA, 2023, "25", "20", "12", "8", "15")
    isi = daftar_tabel(dokumen_lhe(lhe_uji(lalu=lama), konsep=False))
    assert [len(isi["tabel-nilai"]), len(isi["tabel-nilai-lalu"])] == [6, 7]
    assert isi["tabel-nilai-lalu"][-2] == ["Nilai hasil evaluasi", "80,00"]


def test_nilai_cetak_yang_bukan_jumlah_komponennya_disebut() -> None:
    salah = data_direkam(KODE, 2023, "22.5", "21", "10.5", "17.5", nilai_lhe="72.5")
    teks = html_laporan(dokumen_lhe(lhe_uji(lalu=salah), konsep=False))
    assert "mencantumkan nilai 72,5" in teks
    assert "mencantumkan" not in html_laporan(dokumen_lhe(lhe_uji(), konsep=False))


@pytest.mark.parametrize("bentuk", BentukLhe)
def test_isi_lengkap_terbaca_di_word(bentuk: BentukLhe) -> None:
    berkas = Document(BytesIO(docx_laporan(dokumen_lhe(lhe_uji(), bentuk, konsep=False))))
    teks = "\n".join(p.text for p in berkas.element.body.iter() if p.tag.endswith("}t") and p.text)
    for kata in (
        "Jalan Uji 1", "700/12/LHE/2025", "Peraturan Bupati A Nomor 5 Tahun 2022", "700/3/ST/2025",
        "PermenPANRB 88/2021", "Rencana aksi belum dipantau berkala", "Bukti hanya ada untuk dua triwulan.",
        "Pantau rencana aksi setiap triwulan", "30 September 2025", "Reviu IKU", "Contoh Nama, S.E.", "Bupati A;",
    ):  # fmt: skip
        if kata != "Jalan Uji 1" or bentuk is BentukLhe.SURAT:
            assert kata in teks, kata
    assert "KONSEP" not in teks


def test_konsep_mengaku_konsep_dan_menyebut_yang_kurang() -> None:
    kosong = PenulisLhe("Inspektorat", pimpinan=PihakJanji("Inspektur"))
    lhe = lhe_uji(penulis=kosong, nomor="", tanggal=None)
    dokumen = dokumen_lhe(lhe, konsep=True)
    assert dokumen.kaki.startswith("KONSEP")
    assert daftar_kekurangan_lhe(lhe) == (
        "Nomor LHE belum diisi.",
        "Tanggal LHE belum diisi.",
        "Tempat penandatanganan belum diisi di Pengaturan evaluasi.",
        "Nama Inspektur belum diisi di Pengaturan evaluasi.",
        "NIP Inspektur belum diisi di Pengaturan evaluasi.",
    )
    assert all(satu in html_laporan(dokumen) for satu in daftar_kekurangan_lhe(lhe))
    assert daftar_kekurangan_lhe(lhe_uji()) == ()


def test_nilai_yang_belum_lengkap_tidak_menjadi_nol() -> None:
    belum = replace(data_dijawab(), jawaban_per_penilai={})
    lhe = lhe_uji(kini=belum, lalu=None)
    isi = daftar_tabel(dokumen_lhe(lhe, konsep=True))["tabel-nilai"]
    assert isi[-2] == ["Nilai hasil evaluasi", "–"]
    assert "Nilai evaluasi belum lengkap." in daftar_kekurangan_lhe(lhe)


def test_penanda_tangan_adalah_pimpinan_apip_dan_surat_bertanggal_di_kepala() -> None:
    def blok(lhe: DataLhe, bentuk: BentukLhe) -> TandaTangan:
        semua = (b for bab in dokumen_lhe(lhe, bentuk, konsep=False).bab for b in telusuri(bab.isi))
        return next(b for b in semua if isinstance(b, TandaTangan))

    surat, laporan = blok(lhe_uji(), BentukLhe.SURAT), blok(lhe_uji(), BentukLhe.LAPORAN)
    assert (surat.pihak[0].kunci, surat.bertempat, laporan.bertempat) == ("ttd-apip", False, True)
    assert html_laporan(dokumen_lhe(lhe_uji(), konsep=False)).count("Kota Uji, 22 Mei 2025") == 1


@given(st.sampled_from(["AA", "A", "BB", "B", "CC", "C", "D", "E"]))
def test_angka_dokumen_adalah_besaran_dengan_caranya(jawaban: str) -> None:
    data = data_dijawab(jawaban)
    dokumen = dokumen_lhe(lhe_uji(kini=data, lalu=None), konsep=False)
    tabel = next(b for bab in dokumen.bab for b in telusuri(bab.isi) if isinstance(b, Tabel) and b.kunci)
    nilai, predikat = (b.sel[-1].isi[0] for b in tabel.baris[-2:])
    assert isinstance(nilai, Angka)
    assert isinstance(predikat, Angka)
    assert (nilai.hasil, predikat.hasil) == (nilai_evaluasi(data), predikat_evaluasi(data))
    assert nilai.hasil.cara
