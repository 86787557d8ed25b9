"""Sentences stay true in every situation: one or many indicators, above, at or below target, letters, no data."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anggaran.data import DataAnggaran, Tingkat
from kinerja.data import (
    Analisis,
    DataKinerja,
    Faktor,
    JenisPembanding,
    MetodeEfisiensi,
    MetodePengukuran,
    Pembanding,
    RumusNegatif,
    Sakip,
    Skala,
)
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.perjanjian import uraian_perbedaan
from lkjip.laporan.compose.sel import KANAN, KIRI, baris, capaian_biasa, tabel
from lkjip.laporan.compose.simpulan import kalimat_anggaran, kalimat_hitungan, kalimat_rata_rata
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan
from lkjip.laporan.isi import Daftar, Paragraf, Tabel
from renstra.data import Arah, Indikator, Instansi, JenisIndikator, Periode, Versi
from tests import pembuat as p
from tests.laporan.compose import pohon


def indikator(*kode: str, **lain: object) -> tuple[Indikator, ...]:
    return tuple(replace(Indikator(k, "S1", f"Indikator {k}"), **lain) for k in kode)  # type: ignore[arg-type]


def buku(
    nilai: dict[str, tuple[str | None, str | None]], *, metode: MetodePengukuran | None = None, **lain: object
) -> BukuKerja:
    """A book in which each indicator of S1 has (target, realisasi); empty strings are absent."""
    renstra = p.buat_renstra(
        *indikator(*nilai, **lain),
        daftar_target_tahunan=tuple(p.target(k, t) for k, (t, _) in nilai.items() if t is not None),
    )
    tahunan = tuple(p.setahun(k, r) for k, (_, r) in nilai.items() if r is not None)
    kinerja = p.buat_kinerja(renstra, daftar_realisasi_tahunan=tahunan, metode=metode or MetodePengukuran())
    return BukuKerja(p.buat_data(kinerja))


def hitungan(nilai: dict[str, tuple[str | None, str | None]]) -> str:
    return pohon.tulis(kalimat_hitungan(Konteks(buku(nilai))))


@pytest.mark.parametrize(
    ("nilai", "kalimat"),
    [
        ({"A": ("100", "100")}, "Satu-satunya indikator sasaran, “Indikator A”, mencapai targetnya."),
        ({"A": ("100", "110")}, "Satu-satunya indikator sasaran, “Indikator A”, melampaui targetnya."),
        ({"A": ("100", "90")}, "Satu-satunya indikator sasaran, “Indikator A”, belum mencapai target."),
        ({"A": ("100", None)}, "Capaian satu-satunya indikator sasaran, “Indikator A”, belum dapat dihitung."),
        ({"A": ("100", "100"), "B": ("100", "100")}, "Seluruh 2 (dua) indikator sasaran mencapai target."),
        ({"A": ("10", "11"), "B": ("10", "12")}, "Semua yang mencapai target bahkan melampauinya."),
        ({"A": ("10", "11"), "B": ("10", "10")}, "Dari yang mencapai target, 1 (satu) bahkan melampauinya."),
        ({"A": ("10", "9"), "B": ("10", "8")}, "Seluruh 2 (dua) indikator sasaran yang terukur berada di bawah target"),
        ({"A": ("10", "9"), "B": ("10", "10")}, "1 (satu) mencapai target dan 1 (satu) masih di bawah target, yaitu"),
        ({"A": ("10", "10"), "B": ("10", None)}, "hanya “Indikator A” yang terukur dan mencapai target."),
        ({"A": ("10", "10"), "B": ("10", None)}, "Capaian 1 (satu) indikator, yaitu “Indikator B”, tidak"),
    ],
)  # fmt: skip
def test_hitungan_capaian_benar_untuk_satu_dan_banyak(
    nilai: dict[str, tuple[str | None, str | None]], kalimat: str
) -> None:
    assert kalimat in hitungan(nilai)


def test_tanpa_indikator_sasaran_tidak_ada_yang_disimpulkan() -> None:
    ktx = Konteks(BukuKerja(p.buat_data(p.buat_kinerja(p.buat_renstra(Indikator("T", "T1"))))))
    assert pohon.tulis(kalimat_hitungan(ktx)).startswith("Belum ada indikator")
    assert kalimat_rata_rata(ktx) == ()


def test_capaian_yang_tercetak_seratus_tetapi_kurang_tidak_disebut_tercapai() -> None:
    ktx = Konteks(buku({"A": ("100", "99.999")}))
    satu = ktx.renstra.indikator_per_kode["A"]
    assert ktx.posisi(satu) is Posisi.DI_BAWAH
    assert ktx.nyaris(satu)
    assert "tidak tampak pada pembulatan" in pohon.teks_dokumen(compose(ktx.buku))


def test_batas_capaian_tidak_menyembunyikan_bahwa_target_terlampaui() -> None:
    isi = buku({"A": ("100", "130")}, metode=MetodePengukuran(batas_capaian=p.D(100)))
    assert Konteks(isi).posisi(isi.data.renstra.indikator_per_kode["A"]) is Posisi.MELAMPAUI
    assert "Sebelum dibatasi menurut metode pengukuran, capaiannya 130" in pohon.teks_dokumen(compose(isi))


@pytest.mark.parametrize(
    ("realisasi", "posisi"), [("8", Posisi.MELAMPAUI), ("10", Posisi.TEPAT), ("12", Posisi.DI_BAWAH)]
)
@pytest.mark.parametrize("rumus", RumusNegatif)
def test_indikator_negatif_dinilai_menurut_arahnya(rumus: RumusNegatif, realisasi: str, posisi: Posisi) -> None:
    isi = buku({"A": ("10", realisasi)}, metode=MetodePengukuran(rumus_negatif=rumus), arah=Arah.NEGATIF)
    assert Konteks(isi).posisi(isi.data.renstra.indikator_per_kode["A"]) is posisi


@pytest.mark.parametrize(
    ("dulu", "kini", "arah", "kata"),
    [
        ("80", "90", Arah.POSITIF, "membaik"),
        ("90", "80", Arah.POSITIF, "memburuk"),
        ("90", "80", Arah.NEGATIF, "membaik"),
        ("80", "90", Arah.NEGATIF, "memburuk"),
    ],
)
def test_naik_turun_dinilai_menurut_arah_indikator(dulu: str, kini: str, arah: Arah, kata: str) -> None:
    isi = buku({"A": ("90", kini)}, arah=arah, metode=MetodePengukuran(rumus_negatif=RumusNegatif.SELISIH))
    kinerja = replace(
        isi.data.kinerja,
        daftar_realisasi_tahunan=(*isi.data.kinerja.daftar_realisasi_tahunan, p.setahun("A", dulu, 2023)),
    )
    teks = pohon.teks_dokumen(compose(BukuKerja(p.buat_data(kinerja))))
    assert f"kinerja indikator ini {kata}" in teks.lower()
    assert ("naik" if kini > dulu else "turun") in teks


def test_predikat_tanpa_angka_tampil_sebagai_huruf() -> None:
    renstra = p.buat_renstra(
        *indikator("A", jenis=JenisIndikator.PREDIKAT), daftar_target_tahunan=(p.target("A", None, predikat="BB"),)
    )
    kinerja = p.buat_kinerja(renstra, daftar_realisasi_tahunan=(p.setahun("A", None, predikat="B"),))
    ktx = Konteks(BukuKerja(p.buat_data(kinerja)))
    assert pohon.tulis(ktx.target("A")) == "BB"
    assert pohon.tulis(ktx.realisasi("A")) == "B"
    assert "target BB" in pohon.teks_dokumen(compose(ktx.buku))


def test_rata_rata_satu_indikator_tidak_disebut_rata_rata() -> None:
    assert "mengikuti satu indikator" in pohon.tulis(kalimat_rata_rata(Konteks(buku({"A": ("10", "10")}))))


@pytest.mark.parametrize(
    ("pagu", "realisasi", "kalimat"),
    [
        (None, None, "Data anggaran belum tersedia."),
        ("100", None, "sedangkan realisasinya belum tersedia"),
        ("100", "90", "tidak terserap berjumlah 10"),
        ("100", "110", "Realisasi melebihi pagu"),
        ("100", "100", "terealisasi 100 atau 100."),
    ],
)
def test_kalimat_anggaran_menurut_data_yang_ada(pagu: str | None, realisasi: str | None, kalimat: str) -> None:
    daftar = (p.baris("1", pagu=pagu, tingkat=Tingkat.PROGRAM),) if pagu else ()
    uang = (p.uang("1", realisasi),) if realisasi else ()
    data = DataInstansi(DataAnggaran(p.buat_kinerja(), daftar, uang))
    assert kalimat in pohon.tulis(kalimat_anggaran(Konteks(BukuKerja(data))))


def test_perbedaan_target_renstra_dan_perjanjian_disebut() -> None:
    renstra = p.buat_renstra(
        *indikator("A", "B"),
        daftar_target_tahunan=(p.target("A", 90), p.target("B", 10)),
        daftar_perjanjian=(p.pk("A", Versi.MURNI, 90), p.pk("A", Versi.PERUBAHAN, 95), p.pk("B", Versi.MURNI, 10)),
    )
    ktx = Konteks(BukuKerja(p.buat_data(p.buat_kinerja(renstra))))
    daftar = [b for b in uraian_perbedaan(ktx, letak="bab2-perjanjian") if isinstance(b, Daftar)]
    assert [pohon.tulis(t) for b in daftar for t in b.butir] == [
        "“Indikator A”: Renstra 90, Perjanjian Kinerja murni 90, dan Perjanjian Kinerja Perubahan 95."
    ]


def test_target_yang_sama_disebut_sekali_dan_huruf_tambahan_bukan_perubahan() -> None:
    renstra = p.buat_renstra(
        *indikator("A", "B"),
        daftar_target_tahunan=(p.target("A", 70), p.target("B", 10)),
        daftar_perjanjian=(replace(p.pk("A", Versi.MURNI, 70), predikat="BB"), p.pk("B", Versi.MURNI, 10)),
    )
    ktx = Konteks(BukuKerja(p.buat_data(p.buat_kinerja(renstra))))
    isi = uraian_perbedaan(ktx, letak="bab2-perjanjian")
    assert not [b for b in isi if isinstance(b, Daftar)]
    teks = [pohon.tulis(b.isi) for b in isi if isinstance(b, Paragraf)]
    assert teks == ["Target 2 (dua) indikator dalam Perjanjian Kinerja sama dengan target Renstra untuk tahun 2024."]


def test_buku_kosong_mengatakan_apa_yang_kurang_pada_tempatnya() -> None:
    data = replace(p.buat_renstra(), instansi=Instansi("X"), periode=Periode(2024), daftar_tujuan=(), daftar_sasaran=(),
                   daftar_indikator=())  # fmt: skip
    bab = pohon.bab_menurut_kunci(compose(BukuKerja(p.buat_data(DataKinerja(data)))))
    assert any("lembar perjanjian" in k for k in pohon.kekurangan(bab["bab-2"].isi))
    assert any("lembar misi" in k for k in pohon.kekurangan(bab["bab-2"].isi))
    assert any("lembar sakip" in k for k in pohon.kekurangan(bab["bab-3"].isi))
    assert any("nama_kepala" in k for k in pohon.kekurangan(bab["kata-pengantar"].isi))


def test_hambatan_tanpa_solusi_dan_target_meleset_tanpa_hambatan_disebut_kurang() -> None:
    isi = buku({"A": ("10", "9"), "B": ("10", "10")})
    daftar = (Analisis("A", 2024, Faktor.KEBERHASILAN, 1, "x"), Analisis("B", 2024, Faktor.HAMBATAN, 1, "y"))
    kinerja = replace(isi.data.kinerja, daftar_analisis=daftar)
    bagian = pohon.bagian_menurut_kunci(compose(BukuKerja(p.buat_data(kinerja))))
    assert "hambatannya belum diisi" in pohon.kekurangan(bagian["analisis-sebab-A"].isi)[0]
    assert "Solusi atas hambatan" in pohon.kekurangan(bagian["analisis-sebab-B"].isi)[0]


def test_sisa_anggaran_pada_target_yang_meleset_tidak_disebut_efisien() -> None:
    isi = buku({"A": ("100", "80")}, metode=MetodePengukuran(metode_efisiensi=MetodeEfisiensi.SISA))
    data = DataInstansi(DataAnggaran(isi.data.kinerja, (p.baris("1", pagu=100, sasaran="S1"),), (p.uang("1", 60),)))
    teks = pohon.teks_dokumen(compose(BukuKerja(data)))
    assert "sisa anggaran tidak dapat disebut sebagai efisiensi" in teks
    assert "dinilai efisien" not in teks


def test_sel_kategori_diberi_tingkat_menurut_skala() -> None:
    skala = tuple(Skala("s", Arah.POSITIF, p.D(b), k) for b, k in ((0, "Kurang"), (76, "Baik"), (91, "Sangat Baik")))
    isi = buku({"A": ("100", "80")}, metode=MetodePengukuran(skala="s"))
    ktx = Konteks(BukuKerja(p.buat_data(replace(isi.data.kinerja, daftar_skala=skala))))
    assert [ktx.tingkat_kategori(k) for k in ("Kurang", "Baik", "Sangat Baik", "Lain")] == [0, p.D("0.5"), 1, None]
    ringkasan = next(t for t in pohon.daftar_tabel(compose(ktx.buku)) if t.kunci == "tabel-ringkasan")
    assert ringkasan.baris[1].sel[-1].kategori == p.D("0.5")


def test_nilai_komponen_sakip_di_atas_bobot_disebut() -> None:
    kinerja = p.buat_kinerja(daftar_sakip=(Sakip(2024, "Evaluasi Kinerja", p.D(10), p.D("13.8")),))
    tabel = next(t for t in pohon.daftar_tabel(compose(BukuKerja(p.buat_data(kinerja)))) if t.kunci == "tabel-sakip")
    assert "melebihi bobotnya" in pohon.tulis(tabel.catatan[0].isi)


def test_baris_anggaran_yang_tidak_sama_dengan_rinciannya_disebut() -> None:
    daftar = (p.baris("1", pagu=100, uraian="Program A", tingkat=Tingkat.PROGRAM), p.baris("1.1", "1", 60))
    data = DataInstansi(DataAnggaran(p.buat_kinerja(), daftar, (p.uang("1.1", 50),)))
    tabel: Tabel = next(t for t in pohon.daftar_tabel(compose(BukuKerja(data))) if t.kunci == "tabel-anggaran-program")
    assert any("Program A: pagu 100 (jumlah rincian 60)" in pohon.tulis(c.isi) for c in tabel.catatan)


def test_triwulan_tanpa_nomor_dibaca_sebagai_triwulan_keempat() -> None:
    identitas = IdentitasLaporan(JenisLaporan.TRIWULAN)
    isi = BukuKerja(p.buat_data(), DataLaporan(identitas))
    assert compose(isi).bab[-1].judul == "Penutup"


def test_instansi_lain_disebut_lebih_tinggi_sama_atau_lebih_rendah() -> None:
    isi = buku({"A": ("100", "80")})
    lain = tuple(
        Pembanding("A", 2024, JenisPembanding.INSTANSI, nama, p.D(nilai))
        for nama, nilai in (("X", 70), ("Y", 80), ("Z", 90))
    )
    teks = pohon.teks_dokumen(compose(BukuKerja(p.buat_data(replace(isi.data.kinerja, daftar_pembanding=lain)))))
    assert "lebih tinggi daripada X (2024), sama dengan Y (2024), serta lebih rendah daripada Z (2024)" in teks


def test_pembanding_bernilai_nol_bukan_data_kosong() -> None:
    isi = buku({"A": ("100", "80")})
    nol = (Pembanding("A", 2024, JenisPembanding.INSTANSI, "X", p.D(0)),)
    laporan = compose(BukuKerja(p.buat_data(replace(isi.data.kinerja, daftar_pembanding=nol))))
    tabel = next(t for t in pohon.daftar_tabel(laporan) if t.kunci == "tabel-pembanding-A")
    assert pohon.tulis(tabel.baris[0].sel[-1].isi) == "0"


def test_baris_berpagu_nol_tidak_disebut_belum_menyerap() -> None:
    daftar = (p.baris("1", pagu=0, uraian="Tanpa pagu"), p.baris("2", pagu=10, uraian="Belum jalan"))
    data = DataInstansi(DataAnggaran(p.buat_kinerja(), daftar, (p.uang("1", 0, 1), p.uang("2", 0, 1))))
    laporan = compose(BukuKerja(data, DataLaporan(IdentitasLaporan(JenisLaporan.TRIWULAN, 1))))
    bagian = pohon.bagian_menurut_kunci(laporan)["triwulan-anggaran"]
    butir = [pohon.tulis(b) for s in bagian.isi if isinstance(s, Daftar) for b in s.butir]
    assert butir == ["Belum jalan."]


def test_tingkat_yang_tidak_ada_tidak_disebut_nol() -> None:
    isi = buku({"A": ("10", "10")})
    teks = pohon.teks_dokumen(compose(isi))
    assert "terdapat 1 (satu) tujuan dan 2 (dua) sasaran, dengan 1 (satu) indikator" in teks
    assert "(nol) misi" not in teks


@pytest.mark.parametrize(("arah", "rumus"), [(Arah.POSITIF, "3/2×100"), (Arah.NEGATIF, "")])
def test_rumus_capaian_disebut_hanya_bila_berlaku_untuk_semua_barisnya(arah: Arah, rumus: str) -> None:
    kolom = [("No", 5, KIRI), ("Target", 5, KANAN), ("Realisasi", 5, KANAN), ("Capaian (%)", 5, KANAN)]
    ktx = Konteks(buku({"I1": ("10", "8")}, arah=arah))
    hasil = tabel("t", "Judul", kolom, [baris(*"1234")], rumus_capaian=capaian_biasa(ktx, ktx.indikator_semua_sasaran))
    assert [satu.rumus for satu in hasil.kolom] == ["", "", "", rumus]


def test_rumus_serapan_dan_sisa_memakai_nomor_kolom_tabelnya() -> None:
    kolom = [(nama, 5, KANAN) for nama in ("Realisasi (Rp)", "Pagu (Rp)", "Serapan (%)", "Sisa (Rp)")]
    assert [satu.rumus for satu in tabel("t", "Judul", kolom, [baris(*"1234")]).kolom] == ["", "", "1/2×100", "2-1"]
