"""Colours: readable, and apart without colour and for colour-blind readers; every family in every kind of file."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.laporan.huruf import KELUARGA
from lkjip.laporan.isi import TEMA_BAKU, HurufTema, Kertas
from lkjip.laporan.isi_warna import HITAM, KATEGORI, KONTRAS_TEKS, PUTIH, kontras, luminans, palet
from lkjip.laporan.render.aset import HurufTidakAda, periksa_huruf
from lkjip.laporan.render.docx_gaya import gaya_dokumen
from lkjip.laporan.render.html import html_isi
from lkjip.laporan.render.pdf import pdf_laporan
from tests.laporan.contoh_dokumen import contoh_dokumen

WARNA = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")
# Viénot 1999, linear RGB: what is left of a colour without one kind of cone.
BUTA = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def _terang(warna: str) -> float:
    """L* of CIELAB, 0 … 100."""
    return float(116 * float(luminans(warna)) ** (1 / 3) - 16)


def _dilihat(warna: str, jenis: str) -> tuple[float, ...]:
    rgb = [(int(warna[awal : awal + 2], 16) / 255) ** 2.2 for awal in (1, 3, 5)]
    return tuple(max(sum(a * b for a, b in zip(baris, rgb, strict=True)), 0) ** (1 / 2.2) for baris in BUTA[jenis])


@given(WARNA, WARNA)
def test_tulisan_berwarna_selalu_terbaca(utama: str, aksen: str) -> None:
    p = palet(replace(TEMA_BAKU, warna_utama=utama, warna_aksen=aksen))
    assert kontras(p.utama, PUTIH) >= KONTRAS_TEKS
    assert kontras(p.aksen_tua, PUTIH) >= KONTRAS_TEKS
    for latar in (p.kepala, p.nomor, p.jumlah, p.kelompok):
        assert kontras(latar, HITAM) >= KONTRAS_TEKS


def test_kategori_terbaca_dan_makin_baik_makin_terang() -> None:
    assert all(kontras(warna, HITAM) >= KONTRAS_TEKS for warna in KATEGORI)
    terang = [_terang(warna) for warna in KATEGORI]
    assert all(lain - satu >= 4 for satu, lain in pairwise(terang))


@pytest.mark.parametrize("jenis", BUTA)
def test_kategori_terpisah_bagi_yang_buta_warna(jenis: str) -> None:
    for satu, lain in combinations(KATEGORI, 2):
        jarak = sum((a - b) ** 2 for a, b in zip(_dilihat(satu, jenis), _dilihat(lain, jenis), strict=True)) ** 0.5
        assert jarak > 0.06, (satu, lain)


def test_deret_grafik_berbeda_tanpa_warna() -> None:
    p = palet(TEMA_BAKU)
    assert kontras(p.utama, p.muda) >= Decimal(3)
    assert kontras(p.utama, p.aksen_muda) >= Decimal(3)


@pytest.mark.parametrize("warna", ["", "biru", "#12", "<script>"])
def test_yang_bukan_warna_tidak_sampai_ke_berkas(warna: str) -> None:
    dokumen = replace(contoh_dokumen(), tema=replace(TEMA_BAKU, warna_aksen=warna))
    with pytest.raises(ValueError, match="warna"):
        html_isi(dokumen)


@pytest.mark.parametrize("huruf", HurufTema)
def test_hanya_huruf_tema_yang_tertanam(huruf: HurufTema) -> None:
    tema = replace(TEMA_BAKU, huruf=huruf, kertas=Kertas.F4)
    with pikepdf.open(BytesIO(pdf_laporan(replace(contoh_dokumen(), tema=tema, kertas=Kertas.F4)))) as pdf:
        nama = {
            str(objek.BaseFont).partition("+")[2]
            for objek in pdf.objects
            if isinstance(objek, pikepdf.Dictionary) and "/BaseFont" in objek
        }
    awal = KELUARGA[huruf].nama_cetak.replace(" ", "-")
    assert nama
    assert all(satu.startswith((awal, "LK-Sans")) for satu in nama), nama
    assert f'w:ascii="{KELUARGA[huruf].kantor}"' in gaya_dokumen(tema)


def test_huruf_yang_tidak_terpasang_disebut_dengan_jelas(tmp_path: Path) -> None:
    (tmp_path / KELUARGA[TEMA_BAKU.huruf].biasa).write_bytes(b"x")
    with pytest.raises(HurufTidakAda, match=r"LiberationSans-Bold\.ttf"):
        periksa_huruf(map_huruf=tmp_path)
