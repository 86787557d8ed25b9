"""Texts of places, pure: opened and saved unchanged they leave the report as it was; remarks point at their spot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as hyp
from hypothesis import strategies as st

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose_naskah, susun_naskah
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.rujukan import penunjuk
from lkjip.naskah import ingatan
from lkjip.naskah.halaman_periksa import MAKS_TEMUAN, periksa_teks
from lkjip.naskah.halaman_ruas import laporan_dengan, rapikan_teks, teks_ruas
from lkjip.naskah.ingatan import susun_sekali

CONTOH = ("bkd-kaltim-2024", "bkd-kalbar-2023-tw1")


def _buku(folder: str) -> BukuKerja:
    buku = baca_buku(Path(settings.BASE_DIR) / "contoh" / folder).buku
    assert buku is not None
    return buku


@pytest.mark.parametrize("folder", CONTOH)
def test_naskah_yang_dibuka_lalu_disimpan_tidak_mengubah_laporan(folder: str) -> None:
    buku = _buku(folder)
    naskah = compose_naskah(buku)
    konteks = Konteks(buku.pada(buku.hari_laporan))
    tertulis = [ruas for ruas in naskah.daftar_ruas if ruas.tertulis]
    assert tertulis
    for ruas in tertulis:
        draf = laporan_dengan(buku.laporan, ruas, teks_ruas(buku.laporan, ruas))
        assert susun_naskah(konteks.dengan_laporan(draf)).dokumen == naskah.dokumen, ruas.bagian
        assert teks_ruas(draf, ruas) == teks_ruas(buku.laporan, ruas)


def test_yang_disusun_diingat_selama_buku_kerjanya_sama() -> None:
    buku = _buku(CONTOH[0])
    pertama = susun_sekali(buku)
    assert susun_sekali(_buku(CONTOH[0])) is pertama
    narasi = replace(buku.laporan.daftar_narasi[0], isi="lain")
    lain = replace(buku, laporan=replace(buku.laporan, daftar_narasi=(narasi, *buku.laporan.daftar_narasi[1:])))
    assert susun_sekali(lain) is not pertama
    assert susun_sekali(lain).naskah.dokumen == compose_naskah(lain).dokumen
    for n in range(ingatan.BANYAK_DIINGAT):
        susun_sekali(replace(buku, laporan=replace(buku.laporan, sidik_logo=str(n))))
    assert susun_sekali(buku) is not pertama


def test_temuan_menunjuk_tempatnya_menurut_hitungan_peramban() -> None:
    buku = _buku(CONTOH[0])
    naskah, konteks = compose_naskah(buku), Konteks(buku.pada(buku.hari_laporan))
    kamus = penunjuk(naskah.dokumen, buku.laporan)
    ruas = next(r for r in naskah.daftar_ruas if r.bagian == "bab4.kesimpulan")
    teks = r"😀 {capaian IKU1} {entah} \{bukan} {tabel sdm} {Tabel hantu} {entah}"
    hasil = periksa_teks(konteks, teks, ruas, kamus)
    assert [(t.teks, t.awal) for t in hasil.daftar_temuan] == [
        ("{entah}", 18),
        ("{Tabel hantu}", 47),
        ("{entah}", 61),
    ]
    banyak = periksa_teks(konteks, "".join(f"{{x{n}}} " for n in range(200)), ruas, kamus)
    assert (len(banyak.daftar_temuan), banyak.banyak) == (MAKS_TEMUAN, 200)


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\n\t-1.*|{}=' "), max_size=80
    )
)
@hyp(max_examples=60, deadline=None)
def test_naskah_apa_pun_tetap_terbaca_sebagai_buku_kerja(teks: str) -> None:
    buku = _buku(CONTOH[0])
    ruas = next(r for r in compose_naskah(buku).daftar_ruas if r.bagian == "bab4.kesimpulan")
    ingin = replace(buku, laporan=laporan_dengan(buku.laporan, ruas, rapikan_teks(teks)))
    with TemporaryDirectory() as folder:
        tulis_csv_folder(ingin, Path(folder))
        hasil = baca_buku(Path(folder))
    assert hasil.buku == ingin, hasil.daftar_galat
