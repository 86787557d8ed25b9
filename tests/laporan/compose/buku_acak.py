"""Small valid workbooks by chance: sheets empty or filled, odd combinations, every direction, method and kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from anggaran.data import Anggaran, Belanja, DataAnggaran, KeteranganPenunjang, Penunjang, RealisasiAnggaran, Tingkat
from kinerja.data import (
    Analisis,
    DataKinerja,
    Faktor,
    Jawaban,
    JenisPembanding,
    KinerjaTriwulan,
    Komponen,
    Lke,
    MetodeEfisiensi,
    MetodePengukuran,
    Pembanding,
    RealisasiTahunan,
    Rekomendasi,
    RumusNegatif,
    Sakip,
    Skala,
    SkemaSakip,
    StatusRekomendasi,
)
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan, Narasi, TabelBebas
from renstra.data import (
    Akumulasi,
    Arah,
    DataRenstra,
    Indikator,
    Instansi,
    JenisIndikator,
    Misi,
    Periode,
    Perjanjian,
    Sasaran,
    TargetTahunan,
    Tujuan,
    Versi,
)

TAHUN = 2024
T = TypeVar("T")
POLA_NARASI = ("Uraian{0} selesai.", "Pembuka{0} terdiri dari:", "- Butir{0}\n- lain", "Butir{0};")
BAGIAN = (
    "pengantar", "ikhtisar", "bab1.latar_belakang", "bab1.dasar_hukum", "bab1.swot.kekuatan", "bab1.sdm",
    "bab1.inovasi", "bab1", "bab2.renstra", "bab2.perjanjian_kinerja", "bab2.strategi", "bab3.analisis", "bab3.S0",
    "bab3.efisiensi", "bab3.anggaran", "bab3.permasalahan", "bab3.lain_lain", "bab4.kesimpulan", "bab4.strategi",
    "bab4.harapan", "bab5.x", "prestasi",
)  # fmt: skip
angka = st.none() | st.sampled_from([Decimal(n) for n in ("0", "0.5", "40", "90", "90.43", "99.999", "100", "115.3")])
uang = st.none() | st.sampled_from([Decimal(n) for n in ("0", "1000000", "27000000.11", "50424778730")])
huruf = st.sampled_from(["", "", "AA", "A", "BB", "B", "CC"])
kata = st.sampled_from(["", "Meningkatnya {kualitas} layanan", "Nilai *SAKIP*", "<b>Indeks</b> & rasio", "A; B."])


def boleh(draw: DrawFn, isi: SearchStrategy[T]) -> T | None:
    """None half of the time: an empty cell."""
    return draw(st.none() | isi)


@st.composite
def renstra(draw: DrawFn) -> DataRenstra:
    banyak_tujuan, banyak_sasaran = draw(st.integers(0, 2)), draw(st.integers(0, 3))
    tujuan = tuple(Tujuan(f"T{n}", draw(st.sampled_from(["", "M0"])), draw(kata)) for n in range(banyak_tujuan))
    induk_sasaran = ["", *(t.kode for t in tujuan)]
    sasaran = tuple(Sasaran(f"S{n}", draw(st.sampled_from(induk_sasaran)), draw(kata)) for n in range(banyak_sasaran))
    induk = [
        *(t.kode for t in tujuan),
        *(s.kode for s in sasaran),
        *draw(st.sampled_from([[], ["P0"], ["P0.1", "P1"]])),
    ]
    indikator = tuple(draw(_indikator(n, induk)) for n in range(draw(st.integers(0, 4)) if induk else 0))
    kode = [i.kode for i in indikator]
    target = tuple(
        TargetTahunan(k, t, draw(angka), draw(huruf)) for k in kode for t in draw(st.sets(st.integers(2023, 2027)))
    )
    janji = tuple(
        Perjanjian(k, TAHUN, v, draw(angka), draw(huruf)) for k in kode for v in draw(st.sets(st.sampled_from(Versi)))
    )
    misi = tuple(Misi(f"M{n}", draw(kata), draw(kata)) for n in range(draw(st.integers(0, 2))))
    return DataRenstra(
        Instansi("UJI", nama=draw(st.sampled_from(["", "Badan Uji"])), singkatan=draw(kata), tempat=draw(kata)),
        Periode(TAHUN, draw(st.sampled_from([None, 2021, 2024])), draw(st.sampled_from([None, 2024, 2026]))),
        misi, tujuan, sasaran, indikator, target, janji,
    )  # fmt: skip


@st.composite
def _indikator(draw: DrawFn, nomor: int, induk: list[str]) -> Indikator:
    return Indikator(
        kode=f"I.{nomor}",
        induk=draw(st.sampled_from(induk)),
        uraian=draw(kata),
        satuan=draw(st.sampled_from(["", "%", "Dokumen", "Indeks", "Predikat"])),
        jenis=boleh(draw, st.sampled_from(JenisIndikator)),
        arah=boleh(draw, st.sampled_from(Arah)),
        akumulasi=boleh(draw, st.sampled_from(Akumulasi)),
        iku=boleh(draw, st.booleans()),
    )


@st.composite
def kinerja(draw: DrawFn, rencana: DataRenstra) -> DataKinerja:
    kode = [i.kode for i in rencana.daftar_indikator]
    metode = MetodePengukuran(
        batas_capaian=draw(st.sampled_from([None, Decimal(100), Decimal(120)])),
        rumus_negatif=boleh(draw, st.sampled_from(RumusNegatif)),
        desimal=draw(st.sampled_from([None, 0, 2, 4])),
        skala=draw(st.sampled_from(["", "skala"])),
        metode_efisiensi=boleh(draw, st.sampled_from(MetodeEfisiensi)),
        skema_sakip=boleh(draw, st.sampled_from(SkemaSakip)),
    )
    skala = [Skala("skala", a, Decimal(b), k) for a in (Arah.POSITIF, Arah.NEGATIF, None)
             for b, k in ((0, "Rendah"), (76, "Tinggi"), (91, "Sangat Tinggi"))]  # fmt: skip
    triwulan = tuple(
        KinerjaTriwulan(k, TAHUN, t, draw(angka), draw(angka), draw(huruf), draw(huruf), draw(kata))
        for k in kode for t in draw(st.sets(st.integers(1, 4), max_size=3))
    )  # fmt: skip
    tahunan = tuple(RealisasiTahunan(k, t, draw(angka), draw(huruf), nomor_surat=draw(kata))
                    for k in kode for t in draw(st.sets(st.integers(2021, 2024), max_size=3)))  # fmt: skip
    return DataKinerja(
        rencana, metode, tuple(draw(st.sampled_from([[], skala, skala[:1]]))),
        tuple(Komponen(k, f"{k}.1", "", draw(angka), draw(angka), TAHUN) for k in kode if draw(st.booleans())),
        triwulan, tahunan,
        tuple(Pembanding(k, draw(st.sampled_from([2023, 2024])), draw(st.sampled_from(JenisPembanding)), draw(kata),
                         draw(angka), draw(huruf)) for k in kode),
        *draw(_evaluasi()),
        tuple(Analisis(k, TAHUN, f, 1, f"Sebab {f} {k}") for k in kode for f in draw(st.sets(st.sampled_from(Faktor)))),
        draw(st.sampled_from([None, date(2024, 6, 1), date(2025, 1, 31)])),
    )  # fmt: skip


@st.composite
def _evaluasi(draw: DrawFn) -> tuple[tuple[Sakip, ...], tuple[Lke, ...], tuple[Rekomendasi, ...]]:
    sakip = tuple(Sakip(t, k, draw(angka), draw(angka)) for t in draw(st.sets(st.integers(2021, 2025), max_size=3))
                  for k in ("Perencanaan Kinerja", "Capaian Kinerja"))  # fmt: skip
    lke = tuple(Lke(TAHUN, f"{n}.{h}", boleh(draw, st.sampled_from(Jawaban)), draw(kata))
                for n in draw(st.sets(st.integers(1, 4))) for h in "abc")  # fmt: skip
    saran = tuple(
        Rekomendasi(TAHUN, draw(kata), draw(kata), draw(kata), boleh(draw, st.sampled_from(StatusRekomendasi)))
        for _ in range(draw(st.integers(0, 2)))
    )
    return sakip, lke, saran


@st.composite
def anggaran(draw: DrawFn, ukuran: DataKinerja) -> DataAnggaran:
    sasaran = ["", *(s.kode for s in ukuran.renstra.daftar_sasaran)]
    bentuk = draw(st.sampled_from([(), ("P0", "P0.1", "P1"), ("P0", "P0.1", "P0.1.1", "P0.2", "P1")]))
    perlu = {i.induk for i in ukuran.renstra.daftar_indikator if i.induk.startswith("P")}
    bentuk = bentuk or (("P0", "P0.1", "P1") if perlu else ())
    tingkat = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUBKEGIATAN)
    baris = tuple(
        Anggaran(k, k.rpartition(".")[0], tingkat[k.count(".")], draw(kata), draw(kata), draw(st.sampled_from(sasaran)),
                 draw(uang), draw(uang)) for k in bentuk
    )  # fmt: skip
    realisasi = tuple(
        RealisasiAnggaran(k, TAHUN, t, draw(uang)) for k in bentuk for t in draw(st.sets(st.integers(1, 4)))
    )
    belanja = tuple(Belanja(f"B{n}", "B0" if n else "", draw(kata), TAHUN, draw(uang), draw(uang), draw(uang))
                    for n in range(draw(st.integers(0, 3))))  # fmt: skip
    kode = [i.kode for i in ukuran.renstra.daftar_indikator]
    pilihan = draw(st.sets(st.sampled_from(bentuk))) if bentuk and kode else set()
    keterangan = st.none() | st.sampled_from(KeteranganPenunjang)
    penunjang = tuple(
        Penunjang(k, mendukung=draw(st.sampled_from(kode)), capaian=draw(angka), keterangan=draw(keterangan))
        for k in sorted(pilihan)
    )
    return DataAnggaran(ukuran, baris, realisasi, belanja, penunjang)


@st.composite
def daftar_buku(draw: DrawFn) -> BukuKerja:
    """One workbook; narrative rows carry a word of their own, so that a test can look for each."""
    data = draw(anggaran(draw(kinerja(draw(renstra())))))
    tempat = enumerate(draw(st.lists(st.sampled_from(BAGIAN), max_size=8)))
    narasi = tuple(Narasi(b, n, draw(st.sampled_from(POLA_NARASI)).format(n)) for n, b in tempat)
    isi = ((Decimal(1), "Satu"), (None, "JUMLAH", Decimal("2.50")))
    tabel = tuple(
        TabelBebas(f"tabel_{n:02}", draw(st.sampled_from(BAGIAN)), draw(kata), f"Isian{n}", ("No", "Isi")[:kepala], isi)
        for n, kepala in enumerate(draw(st.lists(st.sampled_from([0, 2]), max_size=2)))
    )
    identitas = IdentitasLaporan(
        boleh(draw, st.sampled_from(JenisLaporan)), boleh(draw, st.integers(1, 4)),
        draw(st.sampled_from([None, date(2025, 2, 28)])), draw(kata),
    )  # fmt: skip
    return BukuKerja(DataInstansi(data), DataLaporan(identitas, narasi, tabel))
