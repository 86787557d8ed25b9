"""Causes of wrong figures in a report that caps at 100, weighs indicators and divides target by realisasi."""

from __future__ import annotations

from typing import Any

import pytest

from kinerja.data import JenisPembanding, Komponen, MetodePengukuran, Pembanding, RumusNegatif, Sakip, Skala
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.data_uji import BarisUji
from lkjip.pemeriksaan.klaim_sebab import uji_petik
from renstra.data import Arah, Indikator, JenisIndikator, Versi
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, pk, setahun, target, tw, uang

_REALISASI = (("I1", "76.21"), ("I2", "424.8"), ("I3", "1.86"), ("I4", "42.16"))
_KOMPONEN = (("a", "0.4", "86.5"), ("b", "0.35", "82.4"), ("c", "0.25", "79.6"))
_SKALA = ((0, "Kurang"), (70, "Cukup"), (85, "Berhasil"), (95, "Unggul"))
_SAKIP = (("Perencanaan", 30, "24.60"), ("Pengukuran", 30, "23.10"), ("Pelaporan", 15, "12.30"))


def _data() -> DataInstansi:
    renstra = buat_renstra(
        Indikator("I1", "S1", bobot=D("0.6")),
        Indikator("I2", "S1", arah=Arah.NEGATIF, bobot=D("0.4")),
        Indikator("I3", "S2"),
        Indikator("I4", "S2"),
        *(Indikator(kode, "T1") for kode in ("I5", "I6")),
        Indikator("I7", "T1", jenis=JenisIndikator.PERSEN),
        daftar_target_tahunan=(target("I1", "76.5"), target("I2", "410"), target("I3", "1.8"), target("I4", "42")),
        daftar_perjanjian=(
            pk("I1", Versi.MURNI, "76.5"), pk("I1", Versi.PERUBAHAN, "77"),
            pk("I4", Versi.MURNI, "42"), pk("I4", Versi.PERUBAHAN, "43"),
        ),
    )  # fmt: skip
    kinerja = buat_kinerja(
        renstra,
        metode=MetodePengukuran(batas_capaian=D(100), skala="x", rumus_negatif=RumusNegatif.KEBALIKAN),
        daftar_skala=tuple(Skala("x", Arah.POSITIF, D(b), k) for b, k in _SKALA),
        daftar_kinerja_triwulan=(
            *(tw(k, 4, r) for k, r in _REALISASI),
            tw("I5", 1, "80.8"),
            tw("I5", 2, "81.2"),
            tw("I5", 3, "81.91"),
            tw("I5", 4, "82.08"),
            tw("I7", 4, None, pembilang=D(5481), penyebut=D(13000)),
        ),
        daftar_realisasi_tahunan=(setahun("I1", "74.61", 2023), setahun("I1", "72.38", 2022)),
        daftar_komponen=tuple(Komponen("I6", f"I6.{k}", "bagian", D(b), D(n), 2024) for k, b, n in _KOMPONEN),
        daftar_pembanding=(Pembanding("I1", 2024, JenisPembanding.NASIONAL, nilai=D("80.15")),),
        daftar_sakip=(*(Sakip(2024, k, D(b), D(n)) for k, b, n in _SAKIP), Sakip(2023, "Pelaporan", D(15), D("11.15"))),
    )
    return buat_data(
        kinerja,
        daftar_anggaran=(baris("P", "", 2_793_260_000, "S1"), baris("P.1", "P", 1_028_740_000),
                         baris("P.2", "P", 1_764_520_000)),
        daftar_realisasi_anggaran=(uang("P", 2_456_743_930), uang("P.1", 918_536_290), uang("P.2", 1_538_207_640)),
    )  # fmt: skip


def _uji(besaran: str, subjek: str, nilai: str, **lain: Any) -> BarisUji:
    angka = {"teks": nilai} if nilai.isalpha() else {"nilai": D(nilai)}
    (hasil,) = uji_petik(_data(), [Klaim("Tabel 3.1", besaran, subjek, 2024, **angka, **lain)])
    assert hasil.salah
    return hasil


KASUS = [
    ("selisih_target", "I1", "76.50", "Sama dengan target murni dan Renstra I1"),
    ("capaian", "I4", "100.00", "dibagi target murni 42, dikali 100 = 100,381, lalu dibatasi"),
    ("capaian", "I2", "103.61", "dibagi target 410, dikali 100, padahal indikator ini makin kecil makin baik"),
    ("capaian", "I3", "103.33", "Capaian tanpa batas atas"),
    ("rata_rata_sasaran", "S1", "97.75", "Rata-rata sederhana, padahal indikatornya berbobot"),
    ("rata_rata_sasaran", "S2", "100.69", "Rata-rata capaian tanpa batas atas"),
    ("rata_rata_sasaran", "S2", "98.05", "Hanya capaian I4, belum dirata-ratakan dengan 1 indikator lain"),
    ("capaian_nasional", "I1", "105.17", "Rasio terbalik: angka nasional 80,15 dibagi realisasi 76,21"),
    ("serapan", "P.1", "32.88", "dibagi pagu induknya, P (2.793.260.000), bukan pagunya sendiri"),
    ("jumlah_pagu", "P.1", "1028740", "Ditulis dalam ribuan rupiah"),
    ("jumlah_pagu", "P.2", "1764.52", "Ditulis dalam jutaan rupiah"),
    ("jumlah_pagu", "P.2", "176452000", "Satu angka 0 di belakang hilang"),
    ("realisasi", "I2", "4248", "Koma desimal hilang dari angka yang benar, 424,8"),
    ("kategori_capaian", "I4", "Berhasil", "“Berhasil” hanya untuk 85 sampai di bawah 95: agaknya batas skala"),
    ("kategori_capaian", "I4", "Cukup", "agaknya kata itu diambil dari skala lain"),
    ("predikat_sakip", "", "A", "“A” berlaku untuk nilai di atas 80 sampai 90, sedangkan nilainya 60"),
    ("realisasi", "I5", "81.50", "Rata-rata 4 triwulan = 81,4975"),
    ("realisasi", "I6", "82.83", "Rata-rata sederhana komponen, padahal berbobot"),
    ("realisasi", "I6", "54.50", "tanpa komponen I6.b (0,35 × 82,4)"),
    ("realisasi", "I7", "237.18", "Terbalik: penyebut 13.000 dibagi pembilang 5.481"),
    ("pertumbuhan", "I1", "5.29", "terhadap tahun 2022 (72,38), bukan terhadap tahun lalu"),
    ("pertumbuhan", "I1", "102.14", "Rasio 76,21 dibagi 74,61, dikali 100, tanpa dikurangi 100"),
    ("capaian_nasional", "I1", "93.09", "Realisasi 2023 (74,61) dibagi angka nasional 80,15"),
    ("serapan", "P", "88.23", "Rata-rata persen 2 baris di bawahnya"),
    ("nilai_sakip", "", "58.85", "dengan Pelaporan dari tahun 2023 (11,15)"),
    ("jumlah_pagu", "P.2", "1520764000", "Dua kelompok ribuan bertukar tempat (764 dan 520)"),
    ("jumlah_pagu", "P.1", "1740000", "Satu kelompok ribuan (028) hilang"),
    ("jumlah_realisasi", "P.2", "1538647640", "Dua angka berbeda (6 dan 4, bukan 2 dan 0)"),
    ("nilai_komponen_maks", "Pelaporan", "23.10", "Sama dengan nilai komponen Pengukuran (23,1)"),
    ("nilai_komponen_maks", "Pelaporan", "21.30", "bertukar tempat (1 dan 2) dari nilai yang tercatat, 12,30"),
]  # fmt: skip


@pytest.mark.parametrize(("besaran", "subjek", "nilai", "kalimat"), KASUS)
def test_sebab_pertama_ialah_sebab_yang_sebenarnya(besaran: str, subjek: str, nilai: str, kalimat: str) -> None:
    hasil = _uji(besaran, subjek, nilai)
    assert hasil.daftar_sebab
    assert kalimat in hasil.daftar_sebab[0].kalimat


def test_tanda_yang_terbalik_bukan_angka_yang_hilang() -> None:
    data = uji_petik(_data(), [Klaim("Tabel 3.1", "pertumbuhan", "I1", 2024, nilai=D("-2.14"))])
    assert [s.jenis for s in data[0].daftar_sebab] == ["tanda"]
