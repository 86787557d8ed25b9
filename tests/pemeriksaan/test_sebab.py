"""Explanations of wrong printed figures: what a person would say, and nothing that the data do not hold."""

from __future__ import annotations

import time
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anggaran.data import Anggaran, Belanja
from kinerja.data import Komponen, MetodePengukuran, RumusNegatif, Sakip, Skala
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import DataInstansi
from lkjip.management.sumber_buku import buka_buku
from lkjip.pemeriksaan.data import KelasKlaim, Klaim
from lkjip.pemeriksaan.data_uji import BarisUji, Yakin
from lkjip.pemeriksaan.klaim_sebab import MAKS_SEBAB, uji_petik
from renstra.data import Arah, Indikator, Versi
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, pk, setahun, target, tw, uang

CONTOH = Path(__file__).resolve().parents[2] / "contoh"


def _data() -> DataInstansi:
    renstra = buat_renstra(
        Indikator("I1", "S1"),
        Indikator("I2", "S1"),
        Indikator("I3", "S2", arah=Arah.NEGATIF),
        daftar_target_tahunan=(target("I1", "81.25"), target("I1", "93.75", 2026), target("I2", "64.5"),
                               target("I3", "12.5")),
        daftar_perjanjian=(pk("I1", Versi.MURNI, "81.25"), pk("I1", Versi.PERUBAHAN, "84.75")),
    )  # fmt: skip
    kinerja = buat_kinerja(
        renstra,
        metode=MetodePengukuran(skala="x", rumus_negatif=RumusNegatif.SELISIH),
        daftar_skala=(Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("x", Arah.POSITIF, D(90), "Tinggi")),
        daftar_kinerja_triwulan=(
            tw("I1", 1, "21.35"), tw("I1", 2, "43.15"), tw("I1", 4, "87.65"), tw("I2", 4, "71.35"),
            tw("I3", 4, "14.85"),
        ),
        daftar_realisasi_tahunan=(setahun("I1", "78.95", 2023),),
        daftar_komponen=(Komponen("I2", "I2.1", "bagian", D("0.5"), D("66.15"), 2024),),
        daftar_sakip=(
            Sakip(2024, "Perencanaan", D(30), D("27.15")), Sakip(2024, "Pelaporan", D(15), D("7.45")),
            Sakip(2024, "Evaluasi", D(10), D("14.25")),
        ),
    )  # fmt: skip
    return buat_data(
        kinerja,
        daftar_anggaran=(
            _pagu("P", "", 9_912_345_678, 8_876_543_219, sasaran="S1"),
            _pagu("P.1", "P", 5_123_456_789, 4_987_654_321),
            _pagu("P.2", "P", 4_788_888_889, 3_888_888_898),
            _pagu("P.2.1", "P.2", 2_345_678_912),
            _pagu("P.2.2", "P.2", 2_543_219_876),
            _pagu("Q", "", 1_357_924_683, 1_234_567_891, sasaran="S2"),
        ),
        daftar_realisasi_anggaran=(
            uang("P", 9_123_456_781), uang("P.1", 4_923_456_718), uang("P.2", 4_199_999_963), uang("Q", 1_246_813_579),
            uang("P", 4_012_345_671, triwulan=2), uang("Q", 612_345_679, triwulan=2),
        ),
        daftar_belanja=(Belanja("B1", "", "Belanja Langsung", 2024, None, D(7_654_321_987), D(7_123_987_654)),),
    )  # fmt: skip


def _pagu(kode: str, induk: str, perubahan: int, murni: int | None = None, sasaran: str = "") -> Anggaran:
    return baris(kode, induk, murni, sasaran, pagu_perubahan=D(perubahan))


def _uji(*daftar: Klaim, data: DataInstansi | None = None) -> tuple[BarisUji, ...]:
    return uji_petik(data or _data(), daftar)


def _klaim(besaran: str, subjek: str, nilai: str, rujukan: str = "Tabel 3.1", **lain: Any) -> Klaim:
    return Klaim(rujukan, besaran, subjek, 2024, nilai=D(nilai), **lain)


TRIWULAN: dict[str, Any] = {"triwulan": 2}
KASUS: list[tuple[str, str, str, dict[str, Any], str]] = [
    # other period, document, column, row
    ("realisasi", "I1", "78.95", {}, "tahun_lain"),
    ("realisasi", "I1", "43.15", {}, "triwulan_lain"),
    ("realisasi", "I1", "87.65", TRIWULAN, "triwulan_lain"),
    ("selisih_target", "I1", "81.25", {}, "versi_lain"),
    ("selisih_target", "I1", "93.75", {}, "tahun_lain"),
    ("selisih_target", "I1", "87.65", {}, "kolom"),
    ("realisasi", "I1", "84.75", {}, "kolom"),
    ("realisasi", "I2", "14.85", {}, "sebelah"),
    ("realisasi", "I2", "66.15", {}, "komponen"),
    ("capaian", "I1", "87.65", {}, "kolom"),
    # formulas
    ("capaian", "I1", "96.69", {}, "rasio_terbalik"),
    ("capaian", "I1", "107.88", {}, "target_lain"),
    ("capaian", "I3", "118.80", {}, "rumus_arah"),
    ("kemajuan_renstra", "I1", "103.42", {}, "target_lain"),
    ("pertumbuhan", "I1", "8.70", {}, "selisih"),
    ("pertumbuhan", "I1", "111.02", {}, "rasio"),
    ("nilai_sakip", "", "34.60", {}, "tanpa_satu"),
    # money
    ("jumlah_pagu", "P", "9123456781", {}, "kolom"),
    ("jumlah_pagu", "", "7654321987", {}, "belanja"),
    ("jumlah_pagu", "", "9912345678", {}, "tanpa_satu"),
    ("jumlah_pagu", "P", "8876543219", {}, "versi_lain"),
    ("jumlah_pagu", "P", "10012355577", {}, "dari_anak"),
    ("jumlah_pagu", "S1", "11270270361", {}, "lebih_satu"),
    ("jumlah_pagu", "P.2", "4788888889", {}, "baris_sendiri"),
    ("jumlah_realisasi", "", "4624691350", {}, "triwulan_lain"),
    ("jumlah_realisasi", "P", "9912345678", {}, "kolom"),
    ("serapan", "", "7.98", {}, "sisa"),
    ("serapan", "P", "108.65", {}, "rasio_terbalik"),
    ("serapan", "P", "102.78", {}, "versi_lain"),
    # slips of the hand
    ("realisasi", "I1", "87.25", {}, "satu_angka"),
    ("realisasi", "I1", "86.75", {}, "angka_tertukar"),
    ("realisasi", "I1", "876.5", {}, "pemisah"),
    ("jumlah_pagu", "Q", "135792468", {}, "angka_hilang"),
    ("jumlah_pagu", "Q", "13579246883", {}, "angka_lebih"),
    ("jumlah_pagu", "Q", "1357924.683", {}, "pemisah"),
    ("jumlah_pagu", "Q", "1357942683", {}, "angka_tertukar"),
]  # fmt: skip


@pytest.mark.parametrize(("besaran", "subjek", "nilai", "lain", "jenis"), KASUS)
def test_kekeliruan_yang_lazim_dikenali(
    besaran: str, subjek: str, nilai: str, lain: dict[str, Any], jenis: str
) -> None:
    (hasil,) = _uji(_klaim(besaran, subjek, nilai, **lain))
    assert hasil.kelas is KelasKlaim.TIDAK_SESUAI
    assert jenis in [s.jenis for s in hasil.daftar_sebab], hasil.daftar_sebab


def test_angka_yang_benar_tidak_dijelaskan() -> None:
    hasil = _uji(_klaim("realisasi", "I1", "87.65"), _klaim("jumlah_pagu", "Q", "1357924683"))
    assert [h.daftar_sebab for h in hasil] == [(), ()]
    assert not any(h.salah for h in hasil)


@pytest.mark.parametrize("nilai", ["55.55", "61.07", "3.14"])
def test_angka_yang_tidak_dari_mana_mana_tidak_dijelaskan(nilai: str) -> None:
    (hasil,) = _uji(_klaim("realisasi", "I1", nilai))
    assert hasil.salah
    assert hasil.daftar_sebab == ()
    assert hasil.penjelasan == ""


@pytest.mark.parametrize("nilai", ["0", "100", "50"])
def test_angka_yang_cocok_dengan_apa_pun_tidak_pernah_dianggap_pasti(nilai: str) -> None:
    for besaran, subjek in (("capaian", "I1"), ("serapan", "P"), ("realisasi", "I1"), ("rata_rata_total", "")):
        (hasil,) = _uji(_klaim(besaran, subjek, nilai))
        assert all(s.yakin is Yakin.MUNGKIN for s in hasil.daftar_sebab), hasil.daftar_sebab


def test_pembulatan_dijelaskan_sebagai_potongan() -> None:
    atas, bawah = _uji(_klaim("capaian", "I1", "104"), _klaim("capaian", "I2", "110"))
    assert {atas.kelas, bawah.kelas} == {KelasKlaim.PEMBULATAN}
    assert [h.daftar_sebab[0].jenis for h in (atas, bawah)] == ["ke_atas", "dipotong"]


def test_angka_dihitung_dari_angka_tercetak_yang_keliru() -> None:
    *_, hasil = _uji(
        _klaim("jumlah_realisasi", "P", "8123456781"),
        _klaim("jumlah_pagu", "P", "9312345678"),
        _klaim("serapan", "P", "87.23"),
    )
    assert hasil.daftar_sebab[0].jenis == "dari_cetak"
    assert "8.123.456.781" in hasil.daftar_sebab[0].kalimat


def test_angka_yang_tertukar_dengan_cetakan_yang_lebih_sering() -> None:
    daftar = [_klaim("serapan", "P", "96.20", f"Tabel {n}") for n in range(3)] + [_klaim("serapan", "P", "96.02")]
    hasil = _uji(*daftar)
    assert [s.jenis for s in hasil[-1].daftar_sebab] == ["angka_tertukar"]
    assert all("angka_tertukar" not in [s.jenis for s in h.daftar_sebab] for h in hasil[:-1])


def test_dua_bagian_yang_bersama_menjadi_jumlah_dokumen_lain() -> None:
    satu, dua = _uji(_klaim("jumlah_pagu", "S1", "6543210987"), _klaim("jumlah_pagu", "S2", "1111111000"))
    assert satu.daftar_sebab[0].jenis == dua.daftar_sebab[0].jenis == "bersama"
    assert "B1" in satu.daftar_sebab[0].kalimat


def test_efisiensi_dari_angka_yang_sudah_dibulatkan() -> None:
    buku = buka_buku(str(CONTOH / "bkd-kaltim-2024"))
    hasil = uji_petik(buku.data, buku.daftar_klaim)
    satu = next(h for h in hasil if h.klaim.besaran == "efisiensi" and h.klaim.subjek == "IKU2")
    assert satu.daftar_sebab[0].kalimat.endswith("capaian 115 − serapan 96,69 (S2) = 18,31")


def test_nilai_komponen_yang_melebihi_bobot_muat_bila_tertukar() -> None:
    (hasil,) = _uji(_klaim("nilai_komponen_maks", "Evaluasi", "14.25"))
    assert [s.jenis for s in hasil.daftar_sebab] == ["tertukar"]
    assert "Pelaporan" in hasil.penjelasan


def test_kata_dari_skala_lain_dan_tingkat_lain() -> None:
    lain, tingkat = _uji(
        Klaim("Tabel 1", "kategori_capaian", "I1", 2024, teks="Sangat Berhasil"),
        Klaim("Tabel 1", "kategori_capaian", "I1", 2024, teks="Rendah"),
    )
    assert [s.jenis for s in lain.daftar_sebab] == ["skala_lain"]
    assert tingkat.daftar_sebab[0].jenis == "tingkat_lain"
    assert "90" in tingkat.penjelasan


def test_dua_baris_dicoba_bila_angkanya_banyak() -> None:
    """Row P.2 from its children, and Q left out."""
    (cocok,) = _uji(_klaim("jumlah_pagu", "", str(9_912_345_678 + 100_009_899)))
    assert [s.jenis for s in cocok.daftar_sebab] == ["dua_baris"]


BESARAN = st.sampled_from(
    [("realisasi", "I1"), ("capaian", "I1"), ("capaian", "I3"), ("selisih_target", "I2"), ("serapan", "P"),
     ("jumlah_pagu", ""), ("jumlah_realisasi", "P"), ("rata_rata_total", ""), ("nilai_sakip", ""),
     ("pertumbuhan", "I1"), ("kemajuan_renstra", "I1")]
)  # fmt: skip
TERGELINCIR = frozenset(
    {
        *("satu_angka", "angka_tertukar", "angka_hilang", "angka_lebih"),
        *("pemisah", "tanda", "dipotong", "ke_atas", "terlalu_bulat"),
    }
)


@settings(max_examples=150, deadline=None)
@given(BESARAN, st.decimals(min_value=0, max_value=20_000_000_000, places=2))
def test_penjelasan_tidak_pernah_menyebut_nilai_yang_tidak_mencetak_angka_itu(
    milik: tuple[str, str], nilai: Decimal
) -> None:
    """Whatever is printed: a named figure, rounded or cut as printed, is the printed one; a slip names its origin."""
    (hasil,) = _uji(Klaim("Tabel 1", milik[0], milik[1], 2024, nilai=nilai))
    assert len(hasil.daftar_sebab) <= MAKS_SEBAB
    for sebab in hasil.daftar_sebab:
        assert sebab.nilai is not None
        if sebab.jenis in TERGELINCIR:
            assert hasil.hasil.angka is not None
            assert sebab.nilai == hasil.hasil.angka
        else:
            assert nilai in {bulat(sebab.nilai, 2), sebab.nilai.quantize(D("0.01"), ROUND_DOWN)}


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=1_000_000_000, max_value=20_000_000_000))
def test_uang_yang_acak_hampir_tidak_pernah_dijelaskan_sebagai_pasti(nilai: int) -> None:
    (hasil,) = _uji(_klaim("jumlah_pagu", "", str(nilai)))
    assert all(s.yakin is not Yakin.PASTI or s.nilai == nilai for s in hasil.daftar_sebab)


@pytest.mark.parametrize(("nama", "salah", "dijelaskan"), [("bkd-kaltim-2024", 67, 60), ("bkd-kalbar-2023-tw1", 4, 4)])
def test_contoh_dijelaskan_cepat(nama: str, salah: int, dijelaskan: int) -> None:
    buku = buka_buku(str(CONTOH / nama))
    mulai = time.perf_counter()
    hasil = [h for h in uji_petik(buku.data, buku.daftar_klaim) if h.salah]
    assert time.perf_counter() - mulai < 1
    assert len(hasil) == salah
    assert sum(bool(h.daftar_sebab) for h in hasil) >= dijelaskan
