"""Two more sound workbooks, unlike `buku_besar`: a province's agency of 2025 (no cap, kebalikan, rasio, gathered
quarters) and a city's of 2019 (scheme of 2015, pmk, yearly figures only, kode of its own), and a quarter's.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from anggaran.data import Anggaran, DataAnggaran, KeteranganPenunjang, Penunjang, RealisasiAnggaran, Tingkat
from kinerja.data import (
    Analisis,
    DataKinerja,
    Faktor,
    JenisPembanding,
    KinerjaTriwulan,
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
from kinerja.rumus.sakip import DAFTAR_KOMPONEN_88
from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan, Narasi, TabelBebas
from lkjip.pemeriksaan.data import Klaim
from renstra.data import (
    Akumulasi,
    Arah,
    DataRenstra,
    Indikator,
    Instansi,
    JenisIndikator,
    JenisPemda,
    Misi,
    Periode,
    Perjanjian,
    Sasaran,
    TargetTahunan,
    Tujuan,
    Versi,
)
from tests.pemeriksaan.buku_besar import buku_besar

D = Decimal
_J, _A = JenisIndikator, Akumulasi
_POS, _NEG = Arah.POSITIF, Arah.NEGATIF
# kode, sasaran, name, unit, kind, direction, gathering, Renstra, realisasi of the two years before, quarters or year
PROVINSI: tuple[tuple[Any, ...], ...] = (
    (
        "L1",
        "A",
        "Indeks kualitas lingkungan hidup",
        "Indeks",
        _J.INDEKS,
        _POS,
        _A.AKHIR,
        ("71.20", "71.90", "72.60"),
        ("70.85", "71.42"),
        "72.31",
    ),
    (
        "L2",
        "A",
        "Sekolah adiwiyata yang dibina",
        "Sekolah",
        _J.ANGKA,
        _POS,
        _A.JUMLAH,
        ("40", "48", "55"),
        ("36", "44"),
        ("10", "14", "12", "15"),
    ),
    (
        "L3",
        "B",
        "Timbulan sampah yang tidak terkelola",
        "Ton",
        _J.ANGKA,
        _NEG,
        _A.AKHIR,
        ("13000", "12000", "11000"),
        ("13640", "12880"),
        (None, "12400", None, "11750"),
    ),
    (
        "L4",
        "B",
        "Persentase pengaduan yang selesai tepat waktu",
        "%",
        _J.PERSEN,
        _POS,
        _A.RATA_RATA,
        ("88", "90", "92"),
        ("86.4", "88.75"),
        ("89", "92", "90", "91"),
    ),
    (
        "L5",
        "C",
        "Nilai akuntabilitas kinerja dinas",
        "Nilai",
        _J.PREDIKAT,
        _POS,
        _A.AKHIR,
        ("76", "78", "80"),
        ("75.15", "76.90"),
        "77.40",
    ),
    (
        "L6",
        "C",
        "Sampel terlayani laboratorium per bulan",
        "Sampel",
        _J.ANGKA,
        _POS,
        _A.MAKSIMUM,
        ("150", "165", "180"),
        ("141", "158"),
        ("120", "138", "152", "169"),
    ),
)
_SASARAN_PROVINSI = (
    ("A", "Membaiknya mutu air, udara, dan tutupan lahan"),
    ("B", "Terkendalinya pencemaran dari sampah dan limbah"),
    ("C", "Kinerja organisasi yang andal"),
)
# kode, name, sasaran, pagu, realisasi
_UANG_PROVINSI = (
    ("2.11.01", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH PROVINSI", "C", 0, 0),
    ("2.11.01.1.02", "Administrasi Keuangan Perangkat Daerah", "", 0, 0),
    ("2.11.01.1.02.0001", "Penyediaan Gaji dan Tunjangan ASN", "", 21_450_300_000, 20_310_774_215),
    ("2.11.03", "PROGRAM PENGENDALIAN PENCEMARAN DAN/ATAU KERUSAKAN LINGKUNGAN HIDUP", "A", 0, 0),
    ("2.11.03.1.01", "Pencegahan Pencemaran dan/atau Kerusakan Lingkungan Hidup", "", 0, 0),
    ("2.11.03.1.01.0001", "Koordinasi Pencegahan Pencemaran", "", 3_120_400_500, 2_987_655_300),
    ("2.11.03.1.01.0002", "Pengelolaan Laboratorium Lingkungan", "", 1_780_000_000, 1_655_210_000),
    ("2.11.11", "PROGRAM PENGELOLAAN PERSAMPAHAN", "B", 0, 0),
    ("2.11.11.1.01", "Penanganan Sampah di TPA Regional", "", 0, 0),
    ("2.11.11.1.01.0003", "Pengoperasian TPA Regional", "", 9_005_750_000, 8_411_902_660),
)
KOTA: tuple[tuple[Any, ...], ...] = (
    (
        "IKU-1",
        "SS.1",
        "Persentase jalan kota dalam kondisi mantap",
        "persen",
        _J.PERSEN,
        _POS,
        _A.AKHIR,
        ("71", "74", "77", "80", "83"),
        ("74.6", "77.2"),
        "80.85",
    ),
    (
        "IKU-2",
        "SS.2",
        "Luas genangan di kawasan permukiman",
        "Ha",
        _J.ANGKA,
        _NEG,
        _A.AKHIR,
        ("60", "52", "45", "38", "30"),
        ("50.5", "43"),
        "36.1",
    ),
    (
        "IKU-3",
        "SS.3",
        "Nilai evaluasi SAKIP",
        "Poin",
        _J.PREDIKAT,
        _POS,
        _A.AKHIR,
        ("58", "60", "62", "64", "66"),
        ("60.7", "62.85"),
        "64.9",
    ),
)
_SASARAN_KOTA = (
    ("SS.1", "Tersedianya jaringan jalan yang andal"),
    ("SS.2", "Berkurangnya genangan"),
    ("SS.3", "Tata kelola dinas yang akuntabel"),
)
_UANG_KOTA = (
    ("P-01", "Program Pembangunan Jalan dan Jembatan", "SS.1", 0, 0),
    ("P-01/1", "Rehabilitasi Jalan Kota", "", 18_200_000_000, 17_455_380_000),
    ("P-01/2", "Pembangunan Jembatan", "", 6_750_000_000, 6_702_115_000),
    ("P-02", "Program Pengendalian Banjir", "SS.2", 0, 0),
    ("P-02/1", "Normalisasi Saluran Drainase", "", 4_300_000_000, 4_080_640_250),
    ("P-03", "Program Pelayanan Administrasi Perkantoran", "SS.3", 0, 0),
    ("P-03/1", "Penyediaan Jasa Kantor", "", 1_125_000_000, 1_047_330_500),
)
_LETTER = {
    "75.15": "BB",
    "76.90": "BB",
    "77.40": "BB",
    "76": "BB",
    "78": "BB",
    "80": "BB",
    "60.7": "B",
    "62.85": "B",
    "64.9": "B",
}


def _rencana(
    instansi: Instansi,
    tahun: int,
    awal: int,
    sasaran: tuple[tuple[str, str], ...],
    daftar: tuple[tuple[Any, ...], ...],
    versi: tuple[Versi, ...],
) -> DataRenstra:
    akhir = awal + len(daftar[0][7]) - 1
    deret = [(str(d[0]), awal + n, D(t)) for d in daftar for n, t in enumerate(d[7])]
    return DataRenstra(
        instansi,
        Periode(tahun, awal, akhir),
        (Misi("M1", "Daerah yang lestari", "Pembangunan yang tertata"),),
        (Tujuan("T1", "M1", "Terjaganya mutu hidup masyarakat"),),
        tuple(Sasaran(kode, "T1", uraian) for kode, uraian in sasaran),
        tuple(
            Indikator(
                d[0],
                d[1],
                d[2],
                d[3],
                d[4],
                d[5],
                d[6],
                iku=True,
                formulasi="Sesuai kertas kerja indikator",
                sumber_data="Laporan bidang",
                penanggung_jawab="Kepala bidang",
            )
            for d in daftar
        ),
        tuple(TargetTahunan(*t) for t in deret),
        tuple(Perjanjian(k, t, v, n) for v in versi for k, t, n in deret if t == tahun),
    )


def _ukuran(
    rencana: DataRenstra,
    daftar: tuple[tuple[Any, ...], ...],
    metode: MetodePengukuran,
    skala: tuple[Skala, ...],
    sakip: tuple[Sakip, ...],
    analisis: tuple[tuple[str, Faktor, str], ...],
    nasional: tuple[str, ...],
) -> DataKinerja:
    tahun = rencana.periode.tahun
    lalu = [(d[0], t, n) for d in daftar for t, n in zip((tahun - 2, tahun - 1), d[8], strict=True)]
    setahun = [(d[0], tahun, d[9]) for d in daftar if isinstance(d[9], str)]
    return DataKinerja(
        rencana,
        metode,
        skala,
        (),
        tuple(
            KinerjaTriwulan(
                str(d[0]),
                tahun,
                tw,
                None,
                None if n is None else D(n),
                catatan="Belum masanya dinilai" if n is None else "",
            )
            for d in daftar
            if tahun > 2020
            for tw, n in enumerate((None,) * 4 if isinstance(d[9], str) else d[9], 1)
        ),
        tuple(
            RealisasiTahunan(
                str(k),
                t,
                D(n),
                _LETTER.get(n, "") if k in ("L5", "IKU-3") else "",
                nomor_surat="700/12/LHE",
                tanggal_surat=date(t + 1, 1, 12),
            )
            for k, t, n in (*lalu, *setahun)
        ),
        tuple(
            Pembanding(str(d[0]), tahun, JenisPembanding.NASIONAL, "Nasional", D(n))
            for d, n in zip(daftar, nasional, strict=True)
        ),
        sakip,
        (),
        (
            Rekomendasi(
                tahun - 1,
                sakip[0].komponen,
                "Menyusun pohon kinerja sampai tingkat pelaksana",
                "Pohon kinerja ditetapkan melalui keputusan kepala dinas pada bulan Mei",
                StatusRekomendasi.SELESAI,
            ),
        ),
        tuple(Analisis(k, tahun, f, 1, isi) for k, f, isi in analisis),
    )


def _uang(
    kinerja: DataKinerja,
    daftar: tuple[tuple[str, str, str, int, int], ...],
    pisah: str,
    penunjang: tuple[tuple[str, str], ...],
) -> DataAnggaran:
    tahun, semua = kinerja.renstra.periode.tahun, {u[0] for u in daftar}
    tingkat = {3: Tingkat.PROGRAM, 5: Tingkat.KEGIATAN, 6: Tingkat.SUBKEGIATAN}

    def jumlah(kode: str, kolom: int) -> Decimal:
        return D(sum(int(u[kolom]) for u in daftar if u[0].startswith(kode)))

    def induk(kode: str) -> str:
        return next((i for i in (kode.rpartition(pisah)[0], kode.rsplit(pisah, 2)[0]) if i in semua and i != kode), "")

    kota = pisah == "/"
    return DataAnggaran(
        kinerja,
        tuple(
            Anggaran(
                kode,
                induk(kode),
                (Tingkat.KEGIATAN if "/" in kode else Tingkat.PROGRAM) if kota else tingkat[kode.count(".") + 1],
                uraian,
                "Sekretariat",
                sasaran,
                jumlah(kode, 3),
                None if kota else jumlah(kode, 3),
            )
            for kode, uraian, sasaran, *_ in daftar
        ),
        tuple(
            RealisasiAnggaran(
                u[0], tahun, tw, sum((bulat(D(x[4]) * D(p), 0) for x in daftar if x[0].startswith(u[0])), D(0))
            )
            for u in daftar
            for tw, p in (((4, "1"),) if kota else ((1, "0.2"), (2, "0.45"), (3, "0.7"), (4, "1")))
        ),
        (),
        tuple(Penunjang(a, "", i, D(100), KeteranganPenunjang.MENUNJANG) for a, i in penunjang),
    )


def _klaim(data: DataInstansi) -> tuple[Klaim, ...]:
    daftar: list[Klaim] = []
    tahun = data.tahun

    def cetak(rujukan: str, besaran: str, subjek: str = "") -> None:
        hasil = hitung(data, besaran, subjek, tahun=tahun)
        assert hasil.ada, (besaran, subjek, hasil.alasan)
        angka = None if hasil.angka is None else bulat(hasil.angka, 2)
        daftar.append(Klaim(rujukan, besaran, subjek, tahun, None, None, angka, None, hasil.kata or ""))

    for i in data.renstra.daftar_indikator:
        for besaran in (
            "selisih_target",
            "realisasi",
            "capaian",
            "kategori_capaian",
            "pertumbuhan",
            "efisiensi",
            "kemajuan_renstra",
            "capaian_nasional",
        ):
            cetak(f"Tabel III.{1 + len(daftar) % 4}", besaran, i.kode)
    for s in data.renstra.daftar_sasaran:
        for besaran in ("rata_rata_sasaran", "jumlah_pagu", "jumlah_realisasi", "serapan", "efisiensi"):
            cetak("Tabel III.7", besaran, s.kode)
    for a in data.anggaran.daftar_anggaran:
        for besaran in ("jumlah_pagu", "jumlah_realisasi", "serapan"):
            cetak("Tabel III.8", besaran, a.kode)
    for besaran in ("jumlah_pagu", "jumlah_realisasi", "serapan", "rata_rata_total", "rata_rata_efisiensi"):
        cetak("Tabel III.8, jumlah", besaran)
    return tuple(daftar)


def _naskah(
    tahun: int, sebutan: str, tempat: str, renstra: str, banyak: str, isi: dict[str, tuple[str, ...]]
) -> tuple[Narasi, ...]:
    umum = {
        "pengantar": (
            f"Laporan Kinerja Tahun {tahun} {sebutan} telah selesai kami susun.",
            f"{tempat}, 20 Februari {tahun + 1}",
        ),
        "bab1.latar_belakang": ("Akuntabilitas kinerja menuntut setiap perangkat daerah melaporkan hasil kerjanya.",),
        "bab2.renstra": (f"Renstra {renstra} memuat {banyak} sasaran.",),
        "bab2.perjanjian_kinerja": ("Kepala Dinas menandatangani Perjanjian Kinerja pada bulan Januari.",),
        "bab4.langkah": ("Menyusun jadwal pemantauan bulanan untuk setiap bidang.",),
    }
    return tuple(Narasi(b, n, s) for b, daftar in (umum | isi).items() for n, s in enumerate(daftar, 1))


@cache
def buku_provinsi() -> BukuKerja:
    """Province, 2025: quarters that are summed, averaged or topped, direction negatif by kebalikan, no cap."""
    nama = "Dinas Lingkungan Hidup Provinsi Uji Sentosa"
    instansi = Instansi(
        "DLH-US",
        "Dinas Lingkungan Hidup",
        "DLH",
        "Provinsi Uji Sentosa",
        JenisPemda.PROVINSI,
        "Gubernur Uji Sentosa",
        "Kota Sentosa",
        "Kepala Dinas Lingkungan Hidup",
        "Ir. Made Wirawan, M.Si.",
        "196904171995031002",
        "Pembina Utama Madya",
    )
    rencana = _rencana(instansi, 2025, 2024, _SASARAN_PROVINSI, PROVINSI, tuple(Versi))
    skala = tuple(
        Skala("dinas", _POS, D(b), k) for b, k in ((0, "Kurang"), (60, "Cukup"), (80, "Baik"), (100, "Sangat Baik"))
    )
    sakip = tuple(
        Sakip(t, k, D(b), D(b) * D(p))
        for t, p in ((2023, "0.77"), (2024, "0.78"))
        for k, b in zip(DAFTAR_KOMPONEN_88, (30, 30, 15, 25), strict=True)
    )
    K = Faktor.KEBERHASILAN
    analisis = (
        ("L1", K, "Pemantauan sungai dilakukan bersama kabupaten dan kota sehingga sumber pencemar cepat dikenali."),
        ("L2", K, "Kemitraan dengan dunia usaha membiayai sarana pilah sampah di sekolah."),
        ("L3", K, "Bank sampah di tingkat desa menampung plastik sebelum sampai ke tempat pemrosesan."),
        ("L4", K, "Petugas piket menerima laporan warga setiap hari kerja melalui satu kanal."),
        ("L5", Faktor.HAMBATAN, "Pengukuran kinerja individu belum dikaitkan dengan pohon kinerja."),
        ("L5", Faktor.SOLUSI, "Sasaran kinerja pegawai diselaraskan pada awal tahun dengan pendampingan."),
        ("L6", K, "Alat uji logam berat yang baru mempersingkat antrean pengujian."),
    )
    ukuran = _ukuran(
        rencana,
        PROVINSI,
        MetodePengukuran(None, RumusNegatif.KEBALIKAN, 2, "dinas", MetodeEfisiensi.RASIO, SkemaSakip.PERMENPAN88_2021),
        skala,
        sakip,
        analisis,
        ("72.1", "45", "12600", "87.5", "74", "140"),
    )
    uang = _uang(
        ukuran,
        _UANG_PROVINSI,
        ".",
        (
            ("2.11.03.1.01", "L1"),
            ("2.11.03.1.01.0001", "L2"),
            ("2.11.11.1.01", "L3"),
            ("2.11.11.1.01.0003", "L4"),
            ("2.11.01.1.02", "L5"),
            ("2.11.03.1.01.0002", "L6"),
        ),
    )
    data = DataInstansi(uang)
    narasi = _naskah(
        2025,
        nama,
        "Kota Sentosa",
        "2024-2026",
        "3 (tiga)",
        {
            "bab1.isu_strategis": ("Permasalahan pokok ialah sampah dari kawasan wisata yang belum terpilah.",),
            "bab1.sdm": ("Dinas memiliki 61 orang pegawai pada tiga bidang.",),
            "bab3.analisis": (
                "Indeks kualitas lingkungan hidup mencapai 72,31 dari target 71,90.",
                "Nilai akuntabilitas kinerja dinas sebesar 77,40 belum memenuhi target 78.",
            ),
            "bab3.realisasi_anggaran": ("Anggaran dinas terserap Rp33.365.542.175,00.",),
            "bab4.kesimpulan": (
                "Sebagian besar indikator mencapai target.",
                "Nilai akuntabilitas kinerja dinas belum mencapai target karena pengukuran individu tertinggal.",
            ),
        },
    )
    kepala = ("No", "Jenis Pegawai", "Jumlah (orang)", "Persentase (%)")
    isi = (("PNS", 40, "65.57"), ("PPPK", 15, "24.59"), ("Kontrak", 6, "9.84"))
    tabel = TabelBebas(
        "tabel_01",
        "bab1.sdm",
        "Tabel 1.1 Komposisi Pegawai Tahun 2025",
        "Subbagian Kepegawaian",
        kepala,
        (*((D(n), u, D(b), D(p)) for n, (u, b, p) in enumerate(isi, 1)), (None, "Total", D(61), D(100))),
    )
    laporan = DataLaporan(IdentitasLaporan(JenisLaporan.TAHUNAN, None, date(2026, 2, 20)), narasi, (tabel,))
    return BukuKerja(data, laporan, _klaim(data))


@cache
def buku_kota() -> BukuKerja:
    """City, 2019: five components of 2015, pmk, yearly figures only, one version of everything, no claims."""
    instansi = Instansi(
        "DPU-KU",
        "Dinas Pekerjaan Umum",
        "DPU",
        "Kota Uji Bahari",
        JenisPemda.KOTA,
        "Wali Kota Uji Bahari",
        "Uji Bahari",
        "Kepala Dinas Pekerjaan Umum",
        "Hasan Basri, S.T.",
        "197211052000031004",
        "Pembina Tk. I",
    )
    rencana = _rencana(instansi, 2019, 2016, _SASARAN_KOTA, KOTA, (Versi.MURNI,))
    skala = tuple(Skala("kota", _POS, D(b), k) for b, k in ((0, "Gagal"), (55, "Cukup"), (85, "Berhasil")))
    komponen = (
        ("Perencanaan Kinerja", 30),
        ("Pengukuran Kinerja", 25),
        ("Pelaporan Kinerja", 15),
        ("Evaluasi Internal", 10),
        ("Capaian Kinerja", 20),
    )
    sakip = tuple(Sakip(t, k, D(b), D(b) * D(p)) for t, p in ((2017, "0.60"), (2018, "0.62")) for k, b in komponen)
    K = Faktor.KEBERHASILAN
    analisis = (
        ("IKU-1", K, "Penanganan lubang dikerjakan swakelola oleh regu tiap kecamatan."),
        ("IKU-2", K, "Pengerukan saluran primer selesai sebelum puncak musim hujan."),
        ("IKU-3", K, "Laporan capaian bulanan ditayangkan pada rapat staf."),
    )
    ukuran = _ukuran(
        rencana,
        KOTA,
        MetodePengukuran(D(100), RumusNegatif.SELISIH, 2, "kota", MetodeEfisiensi.PMK, SkemaSakip.PERMENPAN12_2015),
        skala,
        sakip,
        analisis,
        ("79", "37", "61"),
    )
    uang = _uang(ukuran, _UANG_KOTA, "/", (("P-01", "IKU-1"), ("P-02", "IKU-2"), ("P-03", "IKU-3")))
    narasi = _naskah(
        2019,
        "Dinas Pekerjaan Umum Kota Uji Bahari",
        "Uji Bahari",
        "2016-2020",
        "tiga",
        {
            "bab1.isu_strategis": ("Permasalahan yang menonjol adalah saluran yang menyempit di kawasan pasar.",),
            "bab3.analisis": ("Seluruh indikator kinerja mencapai target.",),
            "bab3.realisasi_anggaran": ("Realisasi belanja langsung Rp29.285.465.750,00.",),
            "bab4.kesimpulan": ("Ketiga sasaran tercapai pada tahun 2019.",),
        },
    )
    laporan = DataLaporan(IdentitasLaporan(JenisLaporan.TAHUNAN, None, date(2020, 2, 20)), narasi)
    return BukuKerja(DataInstansi(uang), laporan)


@cache
def buku_triwulan() -> BukuKerja:
    """`buku_besar` as it stood after the second quarter: a quarter's report."""
    b = buku_besar()
    k, a = b.data.kinerja, b.data.anggaran
    kinerja = replace(
        k, daftar_kinerja_triwulan=tuple(t for t in k.daftar_kinerja_triwulan if t.triwulan < 3), daftar_komponen=()
    )
    uang = tuple(r for r in a.daftar_realisasi_anggaran if r.triwulan < 3)
    identitas = IdentitasLaporan(JenisLaporan.TRIWULAN, 2, date(2024, 7, 12))
    data = DataInstansi(replace(a, kinerja=kinerja, daftar_realisasi_anggaran=uang, daftar_belanja=()))
    klaim = tuple(x for x in b.daftar_klaim if x.triwulan in (1, 2))
    narasi = (Narasi("bab3.analisis", 1, "Indeks sistem merit pada triwulan II mencapai 244."),)
    return BukuKerja(data, DataLaporan(identitas, narasi), klaim)
