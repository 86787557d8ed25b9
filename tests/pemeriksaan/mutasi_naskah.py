"""The same for completeness, SAKIP, text and form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja.data import Faktor, Sakip, SkemaSakip, StatusRekomendasi
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.data import Klaim
from tests.pemeriksaan import mutasi as m
from tests.pemeriksaan.mutasi import (
    LAPORAN,
    RENCANA,
    UANG,
    UKURAN,
    Mutasi,
    ganti_baris,
    ganti_teks,
    kinerja,
    lagi,
    laporan,
    tanpa_baris,
    tulis,
)

D = Decimal


def _len() -> Iterator[Mutasi]:
    yield (
        "LEN-01",
        "tanpa Bab I",
        laporan(
            daftar_narasi=tanpa_baris(LAPORAN.daftar_narasi, lambda n: n.bagian.startswith("bab1")),
            daftar_tabel=tanpa_baris(LAPORAN.daftar_tabel, lambda t: t.bagian.startswith("bab1")),
        ),
    )
    yield "LEN-01", "tanpa Bab IV", m.tanpa_bab("bab4")
    yield "LEN-02", "tanpa ikhtisar PK", m.renstra(daftar_perjanjian=())
    yield "LEN-03", "tanpa capaian", m.tw("I4", None, realisasi=None, catatan="Belum dinilai")
    yield (
        "LEN-04",
        "tanpa tahun lalu",
        kinerja(
            daftar_realisasi_tahunan=tanpa_baris(UKURAN.daftar_realisasi_tahunan, lambda r: r.indikator == "I1"),
            renstra=RENCANA,
        ),
    )
    yield (
        "LEN-04",
        "hanya satu tahun lalu",
        kinerja(
            daftar_realisasi_tahunan=tanpa_baris(
                UKURAN.daftar_realisasi_tahunan, lambda r: (r.indikator, r.tahun) == ("I4", 2022)
            )
        ),
    )
    yield "LEN-05", "tanpa target akhir", m.target("I2", 2026, None)
    yield (
        "LEN-06",
        "tanpa nasional",
        kinerja(
            daftar_pembanding=tanpa_baris(
                UKURAN.daftar_pembanding, lambda p: (p.indikator, p.nama) == ("I1", "Nasional")
            )
        ),
    )
    yield (
        "LEN-07",
        "tanpa solusi",
        kinerja(daftar_analisis=tanpa_baris(UKURAN.daftar_analisis, lambda a: a.faktor is Faktor.SOLUSI)),
    )
    yield (
        "LEN-07",
        "tanpa keberhasilan",
        kinerja(daftar_analisis=tanpa_baris(UKURAN.daftar_analisis, lambda a: a.indikator == "I1")),
    )
    yield "LEN-08", "tanpa efisiensi", kinerja(metode=replace(UKURAN.metode, metode_efisiensi=None))
    yield (
        "LEN-09",
        "tanpa penunjang",
        m.anggaran(daftar_penunjang=tanpa_baris(UANG.daftar_penunjang, lambda p: p.mendukung == "I2")),
    )
    yield (
        "LEN-10",
        "menunjang padahal tidak",
        m.anggaran(daftar_penunjang=ganti_baris(UANG.daftar_penunjang, lambda p: p.mendukung == "I3", capaian=D(62))),
    )
    yield (
        "LEN-11",
        "analisis disalin",
        kinerja(
            daftar_analisis=ganti_baris(
                UKURAN.daftar_analisis, lambda a: a.indikator == "I6", uraian=UKURAN.daftar_analisis[0].uraian
            )
        ),
    )
    yield (
        "LEN-12",
        "tanpa uang per sasaran",
        m.anggaran(daftar_anggaran=tuple(replace(a, sasaran="") for a in UANG.daftar_anggaran)),
    )
    yield "LEN-13", "isu usang", ganti_teks("bab1.isu_strategis", "2021-2026", "2018-2023")
    yield (
        "LEN-13",
        "tanpa isu",
        laporan(daftar_narasi=tanpa_baris(LAPORAN.daftar_narasi, lambda n: n.bagian == "bab1.isu_strategis")),
    )
    yield (
        "LEN-14",
        "tanpa langkah",
        laporan(daftar_narasi=tanpa_baris(LAPORAN.daftar_narasi, lambda n: n.bagian == "bab4.langkah")),
    )
    yield (
        "LEN-14",
        "yang gagal tidak disebut",
        laporan(
            daftar_narasi=tanpa_baris(
                LAPORAN.daftar_narasi, lambda n: n.bagian == "bab4.kesimpulan" and "jabatan" in n.isi
            )
        ),
    )
    yield (
        "LEN-15",
        "tanpa PK murni",
        m.renstra(daftar_perjanjian=tanpa_baris(RENCANA.daftar_perjanjian, lambda p: p.versi.value == "murni")),
    )
    yield (
        "LEN-16",
        "tabel kosong",
        laporan(
            daftar_tabel=(
                *LAPORAN.daftar_tabel,
                TabelBebas(
                    "tabel_09", "bab2.renstra", "Tabel 2.3 Tujuan dan Sasaran", "Renstra", ("Tujuan", "Sasaran"), ()
                ),
            )
        ),
    )
    yield "LEN-17", "tanpa nama kepala", m.instansi(nama_kepala="")
    yield "LEN-17", "tanpa tanggal", laporan(identitas=replace(LAPORAN.identitas, tanggal_laporan=None))
    yield "LEN-18", "terlambat", laporan(identitas=replace(LAPORAN.identitas, tanggal_laporan=date(2025, 3, 14)))
    yield (
        "LEN-22",
        "tanpa surat",
        kinerja(
            daftar_realisasi_tahunan=ganti_baris(
                UKURAN.daftar_realisasi_tahunan,
                lambda r: (r.indikator, r.tahun) == ("I5", 2023),
                nomor_surat="",
                tanggal_surat=None,
            )
        ),
    )
    yield (
        "LEN-23",
        "pembanding tertukar",
        kinerja(
            daftar_pembanding=ganti_baris(
                UKURAN.daftar_pembanding, lambda p: p.nama.startswith("Provinsi"), nilai=D("84.37")
            )
        ),
    )
    yield (
        "LEN-24",
        "pembanding tahun lain",
        kinerja(
            daftar_pembanding=ganti_baris(UKURAN.daftar_pembanding, lambda p: p.nama.startswith("Provinsi"), tahun=2022)
        ),
    )


def _sak() -> Iterator[Mutasi]:
    yield "SAK-01", "nilai bukan jumlah", m.klaim("nilai_sakip", "", "72.41", tahun=2023)
    yield "SAK-02", "melebihi bobot", m.sakip(2023, 3, nilai=D("25.4"))
    yield "SAK-03", "bobot salah", m.sakip(2023, 1, bobot=D(25))
    yield (
        "SAK-04",
        "skema lama",
        kinerja(
            metode=replace(UKURAN.metode, skema_sakip=SkemaSakip.PERMENPAN12_2015),
            daftar_lke=(),
            daftar_sakip=tuple(
                Sakip(t, k, D(b), D(b) - 5)
                for t in (2022, 2023)
                for k, b in (
                    ("Perencanaan Kinerja", 30),
                    ("Pengukuran Kinerja", 25),
                    ("Pelaporan Kinerja", 15),
                    ("Evaluasi Kinerja", 10),
                    ("Capaian Kinerja", 20),
                )
            ),
        ),
    )
    yield "SAK-05", "predikat salah", m.klaim("predikat_sakip", "", teks="B", tahun=2023)
    yield (
        "SAK-07",
        "bukan kelipatan",
        kinerja(
            daftar_sakip=ganti_baris(
                UKURAN.daftar_sakip, lambda s: s.tahun == 2023 and s.bobot == D(15), nilai=D("11.93")
            )
        ),
    )
    yield "SAK-08", "LHE tahun lalu dipakai", m.tw("I5", 4, realisasi=D("72.40"))
    yield "SAK-09", "nilai beda bagian", lagi(Klaim("Teks Bab III", "nilai_sakip", "", 2023, nilai=D("72.04")))
    yield (
        "SAK-10",
        "tanpa tindak lanjut",
        kinerja(
            daftar_rekomendasi=ganti_baris(
                UKURAN.daftar_rekomendasi, lambda r: r.komponen.startswith("Peng"), tindak_lanjut=""
            )
        ),
    )
    yield (
        "SAK-10",
        "status belum",
        kinerja(
            daftar_rekomendasi=ganti_baris(
                UKURAN.daftar_rekomendasi, lambda r: r.komponen.startswith("Peng"), status=StatusRekomendasi.BELUM
            )
        ),
    )
    yield (
        "SAK-11",
        "mengulang",
        kinerja(
            daftar_rekomendasi=ganti_baris(
                UKURAN.daftar_rekomendasi,
                lambda r: r.komponen.startswith("Peng"),
                tindak_lanjut="Telah memakai hasil pengukuran berkala untuk menyesuaikan kegiatan",
            )
        ),
    )
    yield "SAK-12", "komponen turun", m.sakip(2023, 1, nilai=D("16.9"))
    yield (
        "SAK-13",
        "tahun tidak berurutan",
        kinerja(daftar_lke=(), daftar_sakip=ganti_baris(UKURAN.daftar_sakip, lambda s: s.tahun == 2022, tahun=2020)),
    )


def _nar() -> Iterator[Mutasi]:
    yield (
        "NAR-01",
        "semua tercapai",
        tulis("bab4.kesimpulan", "Dengan demikian seluruh target kinerja tahun 2024 tercapai."),
    )
    yield (
        "NAR-02",
        "tertinggi keliru",
        ganti_teks(
            "bab3.analisis",
            "Capaian tertinggi terdapat pada persentase pelanggaran disiplin ASN sebesar 110,00%",
            "Capaian tertinggi terdapat pada Indeks sistem merit sebesar 101,00%",
        ),
    )
    yield (
        "NAR-02",
        "tertinggi lebih kecil",
        tulis(
            "bab3.realisasi_anggaran",
            "Serapan tertinggi yakni 89,58% pada belanja pegawai, sedangkan belanja barang hanya 92,16%.",
        ),
    )
    yield (
        "NAR-03",
        "meningkat keliru",
        tulis("bab3.analisis", "Indeks kepuasan masyarakat meningkat dari 86,75 menjadi 85,2."),
    )
    yield "NAR-03", "menurun keliru", ganti_teks("bab3.analisis", "menurun dari 0,45%", "meningkat dari 0,45%")
    yield (
        "NAR-04",
        "angka asing",
        tulis("bab3.analisis", "Realisasi Indeks kepuasan masyarakat tahun 2024 adalah 87,91."),
    )
    yield "NAR-05", "tabel dan paragraf", ganti_teks("bab1.sdm", "22 laki-laki", "24 laki-laki")
    yield "NAR-06", "instansi lain", ganti_teks("pengantar", "Kabupaten Uji Makmur", "Kabupaten Sukamaju Lama")
    yield (
        "NAR-07",
        "dasar hukum dicabut",
        tulis("bab1.dasar_hukum", "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah"),
    )
    yield (
        "NAR-08",
        "sisa templat",
        tulis("bab3.analisis", "Kegiatan ini dilaksanakan oleh [isi nama bidang] pada triwulan II."),
    )
    yield "NAR-08", "kata rusak", tulis("bab3.analisis", "Kondisi ini membutuhkan per55able55n sarana kerja.")
    yield "NAR-08", "galat rumus", tulis("bab3.analisis", "Capaian indikator sebesar #REF! pada akhir tahun.")
    yield (
        "NAR-09",
        "paragraf ganda",
        tulis("bab4.kesimpulan", next(n.isi for n in LAPORAN.daftar_narasi if n.bagian == "bab3.efisiensi")),
    )


def _fmt() -> Iterator[Mutasi]:
    yield "FMT-01", "rupiah cacat", ganti_teks("bab3.realisasi_anggaran", "Rp6.540.550.000,00", "Rp6.540.550.00")
    yield "FMT-01", "rupiah cacat di tabel", m.sel("tabel_03", 1, 1, "892.250.00")
    yield (
        "FMT-02",
        "format campuran",
        tulis("bab3.realisasi_anggaran", "Belanja pegawai menyerap Rp3,987,412,300.00 sampai akhir tahun."),
    )
    yield "FMT-03", "desimal titik", ganti_teks("ikhtisar", "93,76%", "93.76%")
    yield "FMT-04", "nomor tabel loncat", m.tabel("tabel_02", judul="Tabel 1.4 Pegawai menurut Golongan Tahun 2024")
    yield "FMT-04", "nomor tabel ganda", m.tabel("tabel_02", judul="Tabel 1.1 Pegawai menurut Golongan Tahun 2024")
    yield "FMT-05", "rujukan salah", ganti_teks("bab1.sdm", "Tabel 1.1", "Tabel 1.7")
    yield (
        "FMT-07",
        "nomor kolom",
        laporan(
            daftar_tabel=ganti_baris(
                LAPORAN.daftar_tabel,
                lambda t: t.nama == "tabel_01",
                baris=(
                    ("(1)", "(2)", "(2)", "(4)"),
                    *next(t.baris for t in LAPORAN.daftar_tabel if t.nama == "tabel_01"),
                ),
            )
        ),
    )
    yield "FMT-08", "terbilang", ganti_teks("ikhtisar", "6 (enam)", "6 (tujuh)")
    yield (
        "FMT-09",
        "satuan campur",
        m.tabel_lagi(
            "Tabel 3.21 Capaian Triwulan", ("Indikator", "Capaian"), ("A", "95%"), ("B", "96"), ("C", "95 (B)")
        ),
    )
    yield "FMT-10", "tanpa sumber", m.tabel("tabel_01", sumber="")
    yield "FMT-11", "NIP tanggal", m.instansi(nip_kepala="197513122000032004")
    yield "FMT-11", "NIP kelamin", m.instansi(nip_kepala="197503122000033004")
    yield "FMT-11", "NIP nol", m.instansi(nip_kepala="000000000000000000")
    yield (
        "FMT-12",
        "penanda tangan lain",
        tulis("pengantar", "Kepala Badan, Drs. Bambang Wijaya, M.M. NIP 196806151994031005"),
    )
    yield "FMT-13", "tanggal lain", ganti_teks("pengantar", "17 Februari 2025", "10 Februari 2025")
    yield (
        "FMT-13",
        "tanggal sebelum akhir tahun",
        laporan(identitas=replace(LAPORAN.identitas, tanggal_laporan=date(2024, 12, 20))),
    )
    yield (
        "FMT-14",
        "judul subbab",
        tulis("bab3.analisis", "3.2.1 Capaian sasaran satu\n\n1.1.2 Capaian sasaran dua\n\n3.2.3 Capaian sasaran tiga"),
    )
    yield "FMT-15", "presentase", tulis("bab3.analisis", "Presentase kehadiran pegawai terus dijaga.")
    yield "FMT-15", "review", tulis("bab4.langkah", "Melakukan review atas dokumen perencanaan.")


def daftar_mutasi() -> Iterator[Mutasi]:
    """All planted faults."""
    yield from m.mutasi_data()
    for macam in (_len, _sak, _nar, _fmt):
        yield from macam()
