"""Page contents from records alone: no database, no Django."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from anggaran.data import Anggaran, RealisasiAnggaran
from kinerja.data import MetodePengukuran, Skala
from lkjip.dasar.hasil import Keadaan
from lkjip.data import BukuKerja
from lkjip.halaman.anggaran import halaman_anggaran
from lkjip.halaman.indikator import daftar_kelompok, kategori, rincian_indikator, warna_kategori
from lkjip.halaman.perbandingan import BarisInstansi, perubahan, rekap, tahun_utama, urutkan
from lkjip.halaman.ringkasan import ringkasan
from lkjip.halaman.tujuan import pohon_tujuan
from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Indikator, Sasaran
from tests.pembuat import D, buat_data, buat_kinerja, buat_renstra, target, tw

SKALA = tuple(
    Skala("lima", None, D(batas), nama)
    for batas, nama in ((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (0, "Sangat Rendah"))
)


def _konteks(realisasi: str | None = "80", **anggaran: object) -> Konteks:
    renstra = buat_renstra(
        Indikator("I1", "S1", uraian="Indeks Uji"),
        Indikator("I2", "1.01", uraian="Dokumen"),
        daftar_target_tahunan=(target("I1", 100),),
    )
    kinerja = buat_kinerja(
        renstra,
        metode=MetodePengukuran(skala="lima"),
        daftar_skala=SKALA,
        daftar_kinerja_triwulan=(tw("I1", 4, realisasi),),
    )
    baris = (Anggaran("1", pagu_murni=D(200)), Anggaran("1.01", "1", pagu_murni=D(200)))
    lain = {
        "daftar_anggaran": baris,
        "daftar_realisasi_anggaran": (RealisasiAnggaran("1.01", 2024, 4, D(150)),),
        **anggaran,
    }
    return Konteks(BukuKerja(buat_data(kinerja, **lain)))


@pytest.mark.parametrize(("tempat", "warna"), [(None, 0), ("0", 1), ("0.25", 2), ("0.5", 3), ("0.75", 4), ("1", 5)])
def test_warna_mengikuti_tempat_dalam_skala(tempat: str | None, warna: int) -> None:
    assert warna_kategori(None if tempat is None else Decimal(tempat)) == warna


def test_kategori_indikator_berkata_dan_berwarna() -> None:
    hasil = kategori(_konteks("80"), "I1")
    assert (hasil.angka.hasil.kata, hasil.warna) == ("Tinggi", 4)


def test_indikator_dikelompokkan_menurut_sasaran_lalu_anggaran() -> None:
    (judul_atas, atas), (judul_bawah, bawah) = daftar_kelompok(_konteks())
    assert (judul_atas, judul_bawah) == ("Tujuan dan sasaran", "Program, kegiatan, dan subkegiatan")
    assert [(k.kode, len(k.daftar)) for k in atas] == [("S1", 1), ("S2", 0)]
    assert [(k.kode, k.inden, k.daftar[0].indikator.kode) for k in bawah] == [("1.01", 1, "I2")]


def test_rincian_memuat_empat_triwulan_dan_tahun_renstra() -> None:
    konteks = _konteks()
    rincian = rincian_indikator(konteks, konteks.renstra.indikator_per_kode["I1"])
    assert [t.nama for t in rincian.baris.daftar_triwulan] == [f"Triwulan {n}" for n in ("I", "II", "III", "IV")]
    assert [b.tahun for b in rincian.daftar_tahun] == [2023, 2024, 2025, 2026]


def test_indikator_di_bawah_target_perlu_perhatian_yang_tepat_tidak() -> None:
    assert [b.indikator.kode for b in ringkasan(_konteks("99.9")).perlu_perhatian] == ["I1"]
    assert ringkasan(_konteks("100")).perlu_perhatian == ()


def test_yang_kosong_disebut_kurang_yang_belum_waktunya_tidak() -> None:
    konteks = _konteks(None)
    assert [i.kode for i in ringkasan(konteks).tanpa_realisasi] == ["I1", "I2"]
    sebelum = Konteks(konteks.buku.pada(date(2024, 6, 30)))
    assert sebelum.hitung("realisasi", "I1").keadaan is Keadaan.BELUM_WAKTUNYA
    assert ringkasan(sebelum).tanpa_realisasi == ()
    assert [i.kode for i in ringkasan(sebelum).tanpa_target] == ["I2"]


def test_anggaran_berpohon_dengan_jumlah() -> None:
    halaman = halaman_anggaran(_konteks())
    assert halaman.jumlah.serapan.hasil.angka == D(75)
    assert halaman.daftar[0].anak[0].uang.realisasi.hasil.angka == D(150)
    assert halaman.daftar[0].anak[0].anak == ()


def test_sasaran_tanpa_tujuan_tidak_hilang_dari_pohon() -> None:
    konteks = _konteks()
    renstra = replace(konteks.renstra, daftar_sasaran=(*konteks.renstra.daftar_sasaran, Sasaran("S9", "", "Lepas")))
    cabang = pohon_tujuan(Konteks(BukuKerja(buat_data(buat_kinerja(renstra)))))
    assert [c.tujuan.kode if c.tujuan else None for c in cabang] == ["T1", None]
    assert [s.sasaran.kode for s in cabang[1].daftar_sasaran] == ["S9"]


def test_instansi_tanpa_angka_selalu_terakhir() -> None:
    baris = [
        BarisInstansi("a", "Alfa", 2024, None),
        BarisInstansi("b", "Beta", 2024, ringkasan(_konteks("80"))),
        BarisInstansi("c", "Cita", 2024, ringkasan(_konteks("95"))),
    ]
    assert [b.kode for b in urutkan(baris, "-capaian")] == ["c", "b", "a"]
    assert [b.kode for b in urutkan(baris, "capaian")] == ["b", "c", "a"]
    assert [b.kode for b in urutkan(baris, "-nama")] == ["c", "b", "a"]
    assert [b.kode for b in urutkan(baris, "bukan-kolom")] == ["a", "b", "c"]


def test_rekap_menjumlah_uang_dan_merata_ratakan_yang_ada() -> None:
    baris = [
        BarisInstansi("a", "Alfa", 2024, None),
        BarisInstansi("b", "Beta", 2024, ringkasan(_konteks("80"))),
        BarisInstansi("c", "Cita", 2024, ringkasan(_konteks("95"))),
    ]
    hasil = rekap(baris)
    assert (hasil.tercatat, hasil.banyak, hasil.rata_rata) == (2, 3, Decimal("87.5"))
    assert (hasil.pagu, hasil.realisasi, hasil.serapan) == (D(400), D(300), D(75))
    assert hasil.rata_rata_sakip is None
    assert rekap([]).serapan is None


def test_perubahan_hanya_bagi_angka_yang_ada_di_kedua_tahun() -> None:
    kini, lalu = ringkasan(_konteks("80")), ringkasan(_konteks("95"))
    assert [(p.nama, p.arah, p.tulisan) for p in perubahan(kini, lalu)] == [
        ("Rata-rata capaian indikator", "turun", "15,00"),
        ("Serapan anggaran", "tetap", "0,00"),
    ]
    assert [p.nama for p in perubahan(kini, ringkasan(_konteks(None)))] == ["Serapan anggaran"]
    assert perubahan(kini, None) == ()


@pytest.mark.parametrize(
    ("banyak", "tahun"), [({2024: 40, 2025: 1}, 2024), ({2024: 40, 2025: 20}, 2025), ({2023: 1}, 2023)]
)
def test_perbandingan_dibuka_pada_tahun_yang_terisi(banyak: dict[int, int], tahun: int) -> None:
    assert tahun_utama(banyak) == tahun
