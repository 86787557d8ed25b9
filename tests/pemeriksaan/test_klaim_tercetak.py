"""What an already printed report states wrongly is found, and keeps our own report from nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Klaim
from renstra.data import DataRenstra, Versi
from tests.pembuat import pk
from tests.pemeriksaan.tahun_sehat import (
    berbatas,
    berlebih,
    berpembanding,
    buku_sehat,
    dengan_klaim,
    klaim,
    negatif,
)

DAFTAR_KLAIM: list[tuple[str, BukuKerja]] = [
    ("HIT-01", dengan_klaim(klaim("capaian", "99.00"))),
    ("HIT-03", dengan_klaim(klaim("capaian", "100"), kinerja=berlebih)),
    ("HIT-03", dengan_klaim(klaim("capaian", "110"), kinerja=berbatas)),
    ("HIT-05", dengan_klaim(klaim("capaian", "100.63"), kinerja=negatif)),
    ("HIT-06", dengan_klaim(Klaim("Tabel 3.1", "kategori_capaian", "I1", teks="Rendah"))),
    ("HIT-09", dengan_klaim(klaim("rata_rata_sasaran", "50", "S1"))),
    ("HIT-10", dengan_klaim(klaim("rata_rata_total", "50", ""))),
    ("HIT-14", dengan_klaim(klaim("realisasi", "70.00"))),
    ("HIT-23", dengan_klaim(klaim("pertumbuhan", "9.00"))),
    ("HIT-24", dengan_klaim(klaim("kemajuan_renstra", "50"))),
    ("HIT-28", dengan_klaim(klaim("capaian_nasional", "99"), kinerja=berpembanding)),
    ("TW-04", dengan_klaim(klaim("realisasi", "60", "I2"))),
    ("ANG-03", dengan_klaim(klaim("serapan", "80", ""))),
    ("ANG-05", dengan_klaim(klaim("jumlah_pagu", "99", ""))),
    (
        "ANG-06",
        dengan_klaim(klaim("jumlah_pagu", "200", ""), klaim("jumlah_realisasi", "200", ""), klaim("serapan", "96", "")),
    ),
    ("ANG-07", dengan_klaim(klaim("jumlah_realisasi", "91", ""))),
    ("EFI-01", dengan_klaim(klaim("efisiensi", "1.00", "S1"))),
    ("EFI-09", dengan_klaim(klaim("rata_rata_efisiensi", "1.00", ""))),
    ("SAK-01", dengan_klaim(replace(klaim("nilai_sakip", "50", ""), tahun=2023))),
    ("SAK-02", dengan_klaim(replace(klaim("nilai_komponen_maks", "50", "Perencanaan Kinerja"), tahun=2023))),
    ("SAK-05", dengan_klaim(Klaim("Tabel 3.2", "predikat_sakip", "", 2023, teks="D"))),
    ("KON-02", dengan_klaim(klaim("selisih_target", "81"))),
    ("KON-03", dengan_klaim(replace(klaim("selisih_target", "80"), tahun=2026))),
    (
        "KON-15",
        dengan_klaim(klaim("selisih_target", "80"), replace(klaim("selisih_target", "81"), rujukan="Tabel 2.1")),
    ),
]


@pytest.mark.parametrize(("aturan", "buku"), DAFTAR_KLAIM, ids=[f"{n}-{a}" for n, (a, _) in enumerate(DAFTAR_KLAIM)])
def test_angka_laporan_terbit_yang_salah_ditemukan_dan_tidak_menahan(aturan: str, buku: BukuKerja) -> None:
    daftar = [t for t in periksa(buku) if t.aturan == aturan]
    assert daftar, buku
    assert all(t.klaim and not t.menahan and not t.dapat_dijawab for t in daftar)


def test_pk_murni_yang_tercetak_sesudah_diubah_disebut_tertukar() -> None:
    def ubah(r: DataRenstra) -> DataRenstra:
        return replace(r, daftar_perjanjian=(*r.daftar_perjanjian, pk("I1", Versi.PERUBAHAN, 82)))

    buku = buku_sehat(ubah, lambda k: k, lambda d: d, klaim("selisih_target", "80"))
    assert [t.aturan for t in periksa(buku) if t.klaim] == ["KON-04"]


def test_satu_angka_salah_di_beberapa_tempat_adalah_satu_temuan() -> None:
    satu = klaim("capaian", "99.00")
    lain = tuple(replace(satu, rujukan=r) for r in ("Tabel 3.9", "Bab IV"))
    (temuan,) = [t for t in periksa(dengan_klaim(satu, *lain)) if t.aturan == "HIT-01"]
    assert "dan 2 tempat lain mencetak" in temuan.pesan
    assert temuan.letak.endswith("Tabel 3.9; Bab IV")


def test_rata_rata_dalam_kata_hanya_temuan_rata_rata_bukan_angka() -> None:
    buku = dengan_klaim(Klaim("Tabel 3.11", "rata_rata_total", "", 2024, teks="> 100 %"))
    assert [t.aturan for t in periksa(buku) if t.klaim] == ["HIT-11"]
