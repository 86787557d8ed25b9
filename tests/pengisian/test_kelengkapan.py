"""What a quarter lacks: one line a case, from records alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anggaran.data import RealisasiAnggaran
from kinerja.data import Faktor, KinerjaTriwulan, MetodePengukuran, RumusNegatif
from kinerja.data_pengisian import AturanPengisian, ButirAnalisis
from lkjip.data import BukuKerja
from lkjip.halaman.kelengkapan import (
    Aturan,
    BahanPeriksa,
    CatatanTerbuka,
    Halaman,
    Kekurangan,
    Tingkat,
    kekurangan,
    menghentikan,
    mengingatkan,
)
from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Arah, Indikator
from tests.pembuat import TAHUN, D, baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang

TW = 3
STOP, INGAT = Tingkat.MENGHENTIKAN, Tingkat.MENGINGATKAN
IKU = Indikator("I1", "S1", uraian="Indeks Uji", iku=True)
BIASA = replace(IKU, iku=False)
LENGKAP = BahanPeriksa(
    TW, banyak_bukti={"I1": 1}, daftar_analisis=tuple(ButirAnalisis("I1", TW, f, "isi") for f in Faktor)
)


def _konteks(
    indikator: Indikator = IKU,
    *triwulan: KinerjaTriwulan,
    sasaran: int | None = 100,
    langsung: bool = False,
    **anggaran: object,
) -> Konteks:
    renstra = buat_renstra(indikator, daftar_target_tahunan=(target("I1", sasaran),) if sasaran is not None else ())
    metode = MetodePengukuran(rumus_negatif=RumusNegatif.LANGSUNG if langsung else None)
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=triwulan, metode=metode)
    return Konteks(BukuKerja(buat_data(kinerja, **anggaran)))


def _temuan(daftar: tuple[Kekurangan, ...]) -> list[tuple[Aturan, Tingkat]]:
    return [(k.aturan, k.tingkat) for k in daftar]


@pytest.mark.parametrize(
    ("isi", "sasaran", "hasil"),
    [
        (None, 100, [(Aturan.REALISASI_KOSONG, STOP)]),
        (tw("I1", TW, None, catatan="Survei baru Oktober"), 100, []),
        (tw("I1", TW, None, catatan="   "), 100, [(Aturan.REALISASI_KOSONG, STOP)]),
        (tw("I1", 2, 100), 100, [(Aturan.REALISASI_KOSONG, STOP)]),
        (tw("I1", TW, 0), 100, []),
        (tw("I1", TW, None, pembilang=D(1), penyebut=D(2)), 100, []),
        (tw("I1", TW, None, predikat_realisasi="B"), 100, []),
        (tw("I1", TW, None, target=D(90)), None, [(Aturan.REALISASI_KOSONG, STOP)]),
        (None, None, [(Aturan.TARGET_KOSONG, INGAT)]),
        (tw("I1", TW, 80), None, [(Aturan.TARGET_KOSONG, INGAT)]),
    ],
)
def test_realisasi_dan_target(isi: KinerjaTriwulan | None, sasaran: int | None, hasil: object) -> None:
    konteks = _konteks(IKU, *([isi] if isi else []), sasaran=sasaran)
    assert _temuan(kekurangan(konteks, LENGKAP)) == hasil


def test_indikator_tanpa_target_yang_bukan_iku_tidak_dilaporkan() -> None:
    assert kekurangan(_konteks(BIASA, sasaran=None), BahanPeriksa(TW)) == ()


@pytest.mark.parametrize(
    ("indikator", "bukti", "wajib", "hasil"),
    [
        (IKU, 0, False, [(Aturan.BUKTI_KOSONG, INGAT)]),
        (IKU, 0, True, [(Aturan.BUKTI_KOSONG, STOP)]),
        (IKU, 1, True, []),
        (BIASA, 0, True, []),
    ],
)
def test_bukti_dukung_iku(indikator: Indikator, bukti: int, wajib: bool, hasil: object) -> None:
    bahan = BahanPeriksa(TW, AturanPengisian(wajib_bukti=wajib), {"I1": bukti})
    assert _temuan(kekurangan(_konteks(indikator, tw("I1", TW, 100)), bahan)) == hasil


def test_iku_tanpa_realisasi_tidak_ditagih_buktinya() -> None:
    konteks = _konteks(IKU, tw("I1", TW, None, catatan="belum terbit"))
    assert kekurangan(konteks, BahanPeriksa(TW, AturanPengisian(wajib_bukti=True))) == ()


@pytest.mark.parametrize(
    ("realisasi", "arah", "langsung", "faktor", "wajib", "kata"),
    [
        (99, None, False, (), False, "hambatan dan solusi atau tindak lanjut belum ditulis"),
        (99, None, False, (Faktor.HAMBATAN,), False, "tetapi solusi atau tindak lanjut belum ditulis"),
        (99, None, False, (Faktor.SOLUSI, Faktor.KEBERHASILAN), True, "tetapi hambatan belum ditulis"),
        (99, None, False, (Faktor.SOLUSI, Faktor.HAMBATAN), True, ""),
        (100, None, False, (), True, ""),
        (120, None, False, (), True, ""),
        (120, Arah.NEGATIF, True, (), False, "hambatan dan solusi"),
        (80, Arah.NEGATIF, True, (), True, ""),
    ],
)
def test_analisis_bila_capaian_di_bawah_target(
    realisasi: int, arah: Arah | None, langsung: bool, faktor: tuple[Faktor, ...], wajib: bool, kata: str
) -> None:
    konteks = _konteks(replace(BIASA, arah=arah), tw("I1", TW, realisasi), langsung=langsung)
    daftar_analisis = tuple(ButirAnalisis("I1", TW, f, "isi") for f in faktor)
    bahan = BahanPeriksa(TW, AturanPengisian(wajib_analisis=wajib), daftar_analisis=daftar_analisis)
    daftar = kekurangan(konteks, bahan)
    assert _temuan(daftar) == ([(Aturan.ANALISIS_KOSONG, STOP if wajib else INGAT)] if kata else [])
    assert all(kata in k.kalimat for k in daftar)


def test_tanpa_capaian_yang_dapat_dihitung_tidak_ditagih_analisis() -> None:
    assert kekurangan(_konteks(BIASA, tw("I1", TW, 80), sasaran=None), BahanPeriksa(TW)) == ()


@pytest.mark.parametrize(
    ("catatan", "subjek"),
    [
        (CatatanTerbuka(1, "Periksa lagi", "Sekretaris", indikator="I1"), ("I1", "")),
        (CatatanTerbuka(2, "Periksa lagi", "Sekretaris", anggaran="1.01"), ("", "1.01")),
        (CatatanTerbuka(3, "Periksa lagi", "Sekretaris"), ("", "")),
    ],
)
def test_catatan_yang_belum_dijawab_menghentikan(catatan: CatatanTerbuka, subjek: tuple[str, str]) -> None:
    (satu,) = kekurangan(_konteks(IKU, tw("I1", TW, 100)), replace(LENGKAP, daftar_catatan=(catatan,)))
    assert (satu.aturan, satu.tingkat) == (Aturan.CATATAN_BELUM_DIJAWAB, STOP)
    assert (satu.indikator, satu.anggaran) == subjek
    assert "Sekretaris" in satu.kalimat
    assert "Periksa lagi" in satu.kalimat


def test_uang_yang_kosong_disebut_bersama_hanya_baris_terbawah_yang_berpagu() -> None:
    anggaran = (baris("1", pagu=900), *(baris(f"1.{n}", "1", pagu=100) for n in range(1, 9)), baris("1.9", "1", pagu=0))
    konteks = _konteks(
        IKU, tw("I1", TW, 100), daftar_anggaran=anggaran, daftar_realisasi_anggaran=(uang("1.1", 0, triwulan=TW),)
    )
    (satu,) = kekurangan(konteks, LENGKAP)
    assert (satu.aturan, satu.tingkat, satu.anggaran) == (Aturan.UANG_KOSONG, INGAT, "1.2")
    assert satu.kalimat == "7 baris anggaran berpagu belum punya realisasi: 1.2, 1.3, 1.4, 1.5, 1.6, dan lainnya."


@pytest.mark.parametrize(
    ("realisasi", "hasil"),
    [
        ((uang("1", 60, 2), uang("1", 60, TW)), []),
        ((uang("1", 60, 2), uang("1", 59, TW)), [(Aturan.UANG_TURUN, INGAT)]),
        ((uang("1", 60, 1), uang("1", 59, TW)), [(Aturan.UANG_TURUN, INGAT)]),
        ((uang("1", 101, TW),), [(Aturan.UANG_MELEBIHI_PAGU, INGAT)]),
        ((uang("1", 100, TW),), []),
        ((uang("1", 200, 2), uang("1", 150, TW)), [(Aturan.UANG_MELEBIHI_PAGU, INGAT), (Aturan.UANG_TURUN, INGAT)]),
        ((uang("1", 60, TW), uang("1", 10, 4)), []),
        ((uang("1", 60, TW), uang("1", 90, 2, tahun=TAHUN - 1)), []),
    ],
)
def test_uang_yang_janggal(realisasi: tuple[RealisasiAnggaran, ...], hasil: object) -> None:
    konteks = _konteks(
        IKU, tw("I1", TW, 100), daftar_anggaran=(baris("1", pagu=100),), daftar_realisasi_anggaran=realisasi
    )
    assert _temuan(kekurangan(konteks, LENGKAP)) == hasil


def test_yang_menghentikan_didahulukan_dan_setiap_hal_menyebut_tempat_memperbaikinya() -> None:
    renstra = buat_renstra(replace(IKU, kode="I0"), IKU, daftar_target_tahunan=(target("I0", 100), target("I1", 100)))
    konteks = Konteks(BukuKerja(buat_data(buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I0", TW, 100),)))))
    daftar = kekurangan(konteks, BahanPeriksa(TW))
    assert [(k.indikator, k.halaman) for k in daftar] == [("I1", Halaman.ISI), ("I0", Halaman.PANEL)]
    assert len(menghentikan(daftar)) == len(mengingatkan(daftar)) == 1
