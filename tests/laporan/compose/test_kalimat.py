"""The tools of sentences: slots, lists in words, units, names."""

from __future__ import annotations

import pytest

from lkjip.dasar.hasil import belum_waktunya, kosong, tidak_berlaku
from lkjip.laporan.compose.kalimat import alasan, banyak, bersih, deret_kata, gabung, kal, kutip, satuan_tulis, tiada
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.isi import GayaParagraf, Rujuk, Teks
from tests.laporan.compose.pohon import tulis


def test_kurung_kurawal_dari_instansi_tetap_teks_biasa() -> None:
    assert tulis(kal("Nama {nama}.", nama="{tahun} {}")) == "Nama {tahun} {}."


def test_teks_bersebelahan_menjadi_satu_dan_rujukan_tetap_sendiri() -> None:
    assert kal("Lihat {t} di {x}.", t=Rujuk("tabel-a"), x="sini") == (
        Teks("Lihat "),
        Rujuk("tabel-a"),
        Teks(" di sini."),
    )


@pytest.mark.parametrize(
    ("butir", "hasil"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_daftar_dalam_kalimat_memakai_dan_yang_benar(butir: list[str], hasil: str) -> None:
    assert tulis(deret_kata(butir)) == hasil


def test_kalimat_kosong_tidak_meninggalkan_spasi() -> None:
    assert tulis(gabung(kal("Satu."), (), kal("Dua."))) == "Satu. Dua."


def test_bilangan_ditulis_dengan_angka_dan_huruf() -> None:
    assert banyak(16, "indikator") == "16 (enam belas) indikator"


@pytest.mark.parametrize(
    ("satuan", "tulisan"),
    [
        ("%", "%"),
        ("Persentase", "%"),
        ("Indeks", ""),
        ("", ""),
        ("Dokumen", " dokumen"),
        ("PNS", " PNS"),
        ("m²", " m²"),
    ],
)
def test_satuan_di_dalam_kalimat(satuan: str, tulisan: str) -> None:
    assert satuan_tulis(satuan) == tulisan


def test_nama_di_dalam_kalimat_tanpa_kutip_ganda_dan_titik_akhir() -> None:
    assert bersih(" “Meningkatnya\n kualitas.” ") == "Meningkatnya kualitas"
    assert kutip("") == "“tanpa uraian”"


def test_tiga_macam_ketiadaan_disebut_berbeda() -> None:
    assert alasan(kosong("target belum diisi")).startswith("Data belum tersedia")
    assert alasan(tidak_berlaku("target nol")).startswith("Tidak berlaku")
    assert alasan(belum_waktunya("triwulan berjalan")).startswith("Belum waktunya")
    assert tiada(kosong("x")).gaya is GayaParagraf.KEKURANGAN
    assert tiada(tidak_berlaku("x")).gaya is GayaParagraf.CATATAN


def test_kode_yang_mirip_tidak_berbagi_kunci() -> None:
    kode = ["1.1", "1-1", "1 1", "11", "1..1", "a", "A", "1__1", "1.2d.1"]
    assert len({slug(k) for k in kode}) == len(kode)
    assert all("-" not in slug(k) for k in kode)
