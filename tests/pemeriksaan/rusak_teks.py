"""Faults in texts and their form that rules must find (`RUSAK`), and sound cases that look like one (`DIAM`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from lkjip.data import BukuKerja
from lkjip.laporan.data import GambarNaskah, IdentitasLaporan, Narasi, TabelBebas
from renstra.data import Instansi, JenisPemda
from tests.pembuat import D, tw
from tests.pemeriksaan.tahun_sehat import (
    buku_sehat,
    dengan_indikator,
    dengan_klaim,
    dengan_narasi,
    dengan_tabel,
    klaim,
    laporan_sehat,
)
from tests.pemeriksaan.tahun_sehat import dengan_kinerja as kinerja


def naskah(*isi: str, bagian: str = "bab3.analisis") -> BukuKerja:
    return dengan_narasi(*isi, bagian=bagian)


def bersama(buku: BukuKerja, *isi: str, bagian: str = "bab1") -> BukuKerja:
    """This workbook with these paragraphs more, in the section of its free table."""
    lagi = tuple(Narasi(bagian, n, satu) for n, satu in enumerate(isi, 1))
    return replace(buku, laporan=replace(buku.laporan, daftar_narasi=(*buku.laporan.daftar_narasi, *lagi)))


def di_bawah(*isi: str) -> BukuKerja:
    """I1 ends below its target, and fell against the year before."""
    buku = kinerja(daftar_kinerja_triwulan=(tw("I1", 3, 60, target=D(60)), tw("I1", 4, 78), tw("I2", 4, 71)))
    return bersama(buku, *isi, bagian="bab4.kesimpulan")


def tabel(*judul: str) -> BukuKerja:
    """Free tables with these titles."""
    sehat = buku_sehat()
    isi = tuple(
        TabelBebas(f"tabel_{n:02}", "bab1", satu, "Sekretariat", ("Unit", "Jumlah"), (("Bidang Uji", D(n)),))
        for n, satu in enumerate(judul, 1)
    )
    return replace(sehat, laporan=replace(sehat.laporan, daftar_tabel=isi))


def instansi(*isi: str, bagian: str = "bab3.analisis", **lain: object) -> BukuKerja:
    """An agency of a kabupaten, with these paragraphs."""
    dasar = Instansi(
        "UJI", "Dinas Perhubungan Kabupaten Sukamaju", "Dishub Sukamaju", "Kabupaten Sukamaju", JenisPemda.KABUPATEN,
        "Bupati Sukamaju", "Sukaraja", "Kepala Dinas Perhubungan", "Dra. Siti Aminah, M.Si", "197001011995032001",
        "Pembina Utama Muda",
    )  # fmt: skip
    buku = buku_sehat(lambda r: replace(r, instansi=replace(dasar, **lain)))  # type: ignore[arg-type]
    return bersama(buku, *isi, bagian=bagian)


def nip(nomor: str) -> BukuKerja:
    return buku_sehat(lambda r: replace(r, instansi=replace(r.instansi, nip_kepala=nomor)))


def tanggal(hari: date) -> BukuKerja:
    return replace(buku_sehat(), laporan=replace(laporan_sehat(), identitas=IdentitasLaporan(tanggal_laporan=hari)))


def gambar(**lain: object) -> BukuKerja:
    buku = buku_sehat()
    isi = GambarNaskah("foto", "bab1", **lain)  # type: ignore[arg-type]
    return replace(buku, laporan=replace(buku.laporan, daftar_gambar=(isi,)))


_PEGAWAI = (("Bidang A", D(58)), ("Bidang B", D(60)), ("Jumlah", D(118)))
_PENDIDIKAN = (("Sarjana", D(45)), ("Diploma", D(12)), ("Menengah", D(7)))
_SERAPAN = (("Sekretariat", D("97.83")), ("Bidang Mutasi", D("96.20")))
_KOLOM_PEGAWAI = {"kepala": ("Unit", "Jumlah (orang)")}
_KOLOM_SERAPAN = {"kepala": ("Unit", "Serapan (%)")}
_TTD = "Sukaraja, 20 Februari 2025\nKepala Dinas Perhubungan,\n\nDra. Siti Aminah, M.Si\nPembina Utama Muda\n"


RUSAK: list[tuple[str, BukuKerja]] = [
    ("NAR-01", di_bawah("Seluruh target kinerja tahun 2024 telah tercapai dengan baik.")),
    ("NAR-01", di_bawah("Semua indikator kinerja utama melampaui target yang diperjanjikan.")),
    ("NAR-01", di_bawah("Semua target yang ditetapkan dalam Perjanjian Kinerja telah tercapai.")),
    ("NAR-01", di_bawah("Target sasaran seluruhnya tercapai.")),
    ("NAR-01", di_bawah("Tidak ada indikator yang tidak tercapai pada tahun ini.")),
    ("NAR-01", di_bawah("Pada Triwulan IV semua indikator sudah memenuhi target.")),
    ("NAR-02", naskah("Serapan tertinggi yakni 89,58% sedangkan belanja modal hanya 92,16%.")),
    ("NAR-02", naskah("Capaian tertinggi diraih Indeks Uji dengan 100,63%.")),
    ("NAR-02", naskah("Indeks Uji memiliki capaian tertinggi di antara seluruh indikator.")),
    ("NAR-02", naskah("Capaian terendah adalah Nilai SAKIP Dinas.")),
    ("NAR-02", bersama(dengan_tabel(*_PENDIDIKAN), "Kelompok terbanyak adalah lulusan diploma sebanyak 12 orang.")),
    ("NAR-02", bersama(di_bawah(), "Indeks Uji pada tahun 2024 merupakan yang tertinggi sejak tahun 2023.")),
    ("NAR-03", naskah("Indeks Uji meningkat dari 85 menjadi 83 dalam setahun.")),
    ("NAR-03", naskah("Belanja operasi dan belanja modal terserap di atas 90%, dengan total serapan 89,06%.")),
    ("NAR-03", naskah("Realisasi belanja menurun dari 88,10% menjadi 89,06%.")),
    ("NAR-03", naskah("Nilai tersebut naik menjadi 79 dari 80,5 pada tahun sebelumnya.")),
    ("NAR-03", naskah("Nilai tahun 2024 sebesar 80,50, menurun dibandingkan tahun 2023 sebesar 79,00.")),
    ("NAR-03", naskah("Realisasi Indeks Uji menurun dibandingkan tahun sebelumnya.")),
    ("NAR-03", di_bawah("Realisasi Indeks Uji meningkat dibandingkan tahun 2023.")),
    ("NAR-04", naskah("Realisasi Indeks Uji tahun 2024 mencapai 84,37%.")),
    ("NAR-04", naskah("Anggaran Program Uji terserap Rp87.654.321.")),
    ("NAR-05", bersama(dengan_tabel(*_PEGAWAI, **_KOLOM_PEGAWAI), "Badan Uji didukung 108 orang pegawai.")),
    ("NAR-05", bersama(dengan_tabel(*_PEGAWAI[:2], **_KOLOM_PEGAWAI), "Badan ini memiliki 181 pegawai.")),
    ("NAR-05", bersama(dengan_tabel(*_PENDIDIKAN, **_KOLOM_PEGAWAI), "Pegawai berpendidikan "
        "sarjana sebanyak 54 orang.")),
    ("NAR-05", bersama(dengan_tabel(*_SERAPAN, **_KOLOM_SERAPAN), "Serapan bidang itu mencapai 96,02%.")),
    ("NAR-05", dengan_klaim(
        klaim("serapan", "90", ""), replace(klaim("serapan", "90.6", ""), rujukan="Uraian di bawah Tabel 3.1"))),
    ("NAR-06", instansi("Laporan Kinerja Dinas Perhubungan Kabupaten Sukatani Tahun 2024 disusun tepat waktu.")),
    ("NAR-06", instansi("Dinas Kesehatan Kabupaten Sukatani menyampaikan laporan ini kepada masyarakat.")),
    ("NAR-06", instansi("Renstra Dinas Kesehatan Tahun 2024-2026 memuat dua sasaran.")),
    ("NAR-06", instansi("Sasaran ini mendukung visi Kabupaten Sukatani yang maju.")),
    ("NAR-06", instansi("Peraturan Bupati Sukatani Nomor 5 Tahun 2021 tentang "
        "Tata Kerja;", bagian="bab1.dasar_hukum")),
    ("NAR-06", instansi("Kinerja Dinas Perhubungan Kabupaten Sukatani tahun ini membaik.")),
    ("NAR-07", naskah("Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah;", bagian="bab1.dasar_hukum")),
    ("NAR-07", naskah("Survei disusun menurut KEP/25/M.PAN/2/2004.")),
    ("NAR-07", naskah("Keputusan Menteri Pendayagunaan Aparatur Negara Nomor KEP/25/M.PAN/2/2004 tentang survei;")),
    ("NAR-07", naskah("Laporan mengikuti Permenpan RB No. 29 Tahun 2010.")),
    ("NAR-07", naskah("Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 54 Tahun 2010 tentang Tahapan;")),
    ("NAR-07", naskah("Dasarnya adalah UU No. 5 Tahun 2014 dan PP 41/2007.")),
    ("NAR-08", naskah("Capaian tahun ini sebesar … persen.")),
    ("NAR-08", naskah("Nomor surat: xxx/2024 tentang penetapan.")),
    ("NAR-08", naskah("Kepala [isi nama kepala] menyatakan laporan ini benar.")),
    ("NAR-08", naskah("Jumlah pegawai #REF! orang.")),
    ("NAR-08", naskah("Pelayanan 55able55n55n kepada masyarakat.")),
    ("NAR-08", naskah("Kualitas pel4yanan terus membaik.")),
    ("NAR-08", dengan_tabel(("#DIV/0!", D(1), D(2)))),
    ("NAR-08", dengan_indikator("I1", formulasi="Jumlah ..... dibagi .....")),
    ("NAR-09", naskah("Pendampingan dilakukan setiap bulan di "
        "semua unit.", "Pendampingan dilakukan setiap bulan, di semua unit")),
    ("NAR-09", bersama(naskah("Rapat koordinasi rutin diperkuat "
        "tahun depan;"), "Rapat koordinasi rutin diperkuat tahun depan.")),
    ("FMT-01", naskah("Honorarium dibayarkan Rp221.442.00 selama setahun.")),
    ("FMT-01", naskah("Belanja modal tercatat 4.851.833.00 pada akhir tahun.")),
    ("FMT-01", naskah("Pagu menjadi Rp 12.34.567.000 sesudah perubahan.")),
    ("FMT-01", dengan_tabel(("Sekretariat", "129.509.00", D(1)), kepala=("Unit", "Pagu (Rp)", "%"))),
    ("FMT-01", dengan_tabel(("Sekretariat", "12.9509.000", D(1)), kepala=("Unit", "Pagu (Rp)", "%"))),
    ("FMT-02", naskah("Pagu Rp5.739.781.000,00 terdiri atas belanja pegawai 2,784,829,000.00 dan lainnya.")),
    ("FMT-02", naskah("Belanja pegawai 3.375,901,000.00 dibayarkan.")),
    ("FMT-02", dengan_tabel(("A", "2,784,829,000.00", D(1)), ("B", "5.739.781.000,00", D(1)))),
    ("FMT-03", naskah("Serapan mencapai 83.85% pada akhir tahun.")),
    ("FMT-03", dengan_tabel(("A", "83.8 %", D(1)))),
    ("FMT-04", tabel("Tabel 1.1 Pegawai", "Tabel 1.3 Aset")),
    ("FMT-04", tabel("Tabel 1.1 Pegawai", "Tabel 1.1 Aset")),
    ("FMT-04", naskah("Gambar 3.6 Grafik Capaian\n\nUraian singkat.\n\nGambar 3.8 Grafik Serapan")),
    ("FMT-05", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), "Rinciannya tampak pada tabel 1.20 berikut.")),
    ("FMT-05", bersama(tabel("Tabel 1.1 Pegawai menurut Golongan", "Tabel 1.2 Aset menurut Kondisi Barang"),
                       "Lihat Tabel 1.1 tentang aset menurut kondisi barang.")),
    ("FMT-05", naskah("Rincian disajikan pada Tabel 9.9 di bawah.")),
    ("FMT-06", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), "Tabel 1.1 Pegawai ..... "
        "3\nTabel 1.2 Anggaran ..... 5",
                       bagian="daftar_tabel")),
    ("FMT-07", dengan_tabel(("(1)", "(2)", "(2)"), ("A", D(5), D(6)))),
    ("FMT-07", dengan_tabel((D(1), D(2), D(3), D(5), D(6), D(7)), kepala=("No", "a", "b", "c", "d", "e"))),
    ("FMT-08", naskah("Nilainya 90,43 (Sembilan Puluh koma Empat) pada akhir tahun.")),
    ("FMT-08", naskah("Terdapat 13 (dua belas) kegiatan.")),
    ("FMT-08", naskah("Sebanyak dua belas (13) kegiatan dilaksanakan.")),
    ("FMT-08", naskah("Pagu Rp1.500.000,- (satu juta lima puluh ribu rupiah).")),
    ("FMT-09", dengan_tabel(("Bidang A", D(1), "95%"), ("Bidang B", D(2), D(95)), ("Bidang C", D(3), "95 (B)"))),
    ("FMT-09", dengan_tabel(("Bidang A", D(1), "95%"), ("Bidang B", D(2), D(95)))),
    ("FMT-10", dengan_tabel(("A", D(1), D(2)), sumber="")),
    *(("FMT-11", nip(nomor)) for nomor in (
        "00000000 000000 0 000", "19700101199503100", "197013011995031001", "197001011995131001", "197001011980031001",
        "197001011995033001", "1970010119950310012", "(belum ada)", "197001012035031001")),
    ("FMT-11", naskah("Penanggung jawab, NIP. 19700230 199503 1 001, menandatangani.")),
    ("FMT-11", dengan_tabel(("A", D(1), "197099991995031001"), kepala=("Nama", "No", "NIP"))),
    ("FMT-12", instansi(_TTD + "NIP. 19700101 199503 2 999", bagian="pengantar")),
    ("FMT-12", instansi(_TTD.replace("Siti Aminah", "Sri Lestari") + "NIP. 19700101 199503 2 001", bagian="pengantar")),
    ("FMT-12", instansi(_TTD.replace("Utama Muda", "Tingkat I") + "NIP. 197001011995032001", bagian="bab4.penutup")),
    ("FMT-12", instansi("Nama : Drs. Budi Hartono\nJabatan : Kepala Dinas Perhubungan", bagian="bab2.perjanjian")),
    ("FMT-13", instansi("Demikian laporan ini.\n\nSukaraja, 14 Februari 2025", bagian="pengantar")),
    ("FMT-13", instansi("Ditetapkan di Sukaraja pada tanggal 3 Maret 2025.", bagian="bab4.kesimpulan")),
    ("FMT-13", tanggal(date(2024, 11, 30))),
    ("FMT-13", naskah("Angka memakai data sampai dengan 28 Februari 2025.")),
    ("FMT-14", naskah("3.2.1 Capaian Kinerja\n\nIsi.\n\n1.1.2 Analisis Capaian\n\nIsi.")),
    ("FMT-14", naskah("### 3.9 Realisasi\n\nIsi.\n\n### 3.9 Efisiensi\n\nIsi.")),
    ("FMT-14", naskah("3.1 Capaian Kinerja\n\nIsi.\n\n3.4 Realisasi Anggaran\n\nIsi.")),
    ("FMT-15", naskah("Presentase kehadiran pegawai baik, dan presentase itu dipantau.")),
    ("FMT-15", naskah("Laporan sudah melalui review oleh Inspektorat.")),
    ("FMT-15", naskah("LKjIP ini disusun tepat waktu.", "Penyusunan LKJIP melibatkan semua bidang.")),
    ("FMT-15", dengan_indikator("I1", uraian="Presentase Uji")),
    ("FMT-16", gambar(judul="", sumber="Sekretariat")),
    ("FMT-16", gambar(judul="Kegiatan", sumber="")),
    ("FMT-16", naskah("Kegiatan bimbingan teknis berjalan lancar.\n\nGambar 3.2\n\nPeserta berasal "
        "dari semua unit.")),
]  # fmt: skip

DIAM: list[tuple[str, BukuKerja]] = [
    ("NAR-03", naskah("Belanja operasi dan belanja modal terserap di atas 88%, dengan total serapan 89,06%.")),
    ("NAR-03", naskah("Belanja operasi terserap di atas 90%, sedangkan total serapan 89,06%.")),
    ("NAR-01", naskah("Seluruh target kinerja tahun 2024 telah tercapai.")),
    ("NAR-01", di_bawah("Belum semua target kinerja tercapai pada tahun ini.")),
    ("NAR-01", di_bawah("Pendampingan diperkuat agar seluruh target tahun depan tercapai.")),
    ("NAR-01", di_bawah("Seluruh keluaran kegiatan mencapai target yang direncanakan.")),
    ("NAR-01", di_bawah("Seluruh indikator pada Nilai SAKIP Dinas telah melampaui target.")),
    ("NAR-01", di_bawah("Pada Triwulan III semua indikator mencapai target.")),
    ("NAR-01", di_bawah("Tidak semua indikator memenuhi target.")),
    ("NAR-01", di_bawah("Setiap indikator ditetapkan dengan memperhatikan sumber daya sesuai target Renstra.")),
    ("NAR-01", di_bawah("Daftar seluruh indikator yang mencapai target disajikan pada lampiran.")),
    ("NAR-02", naskah("Serapan tertinggi 92,16% dicapai belanja modal, sedangkan belanja operasi 89,58%.")),
    ("NAR-02", naskah("Capaian tertinggi diraih Nilai SAKIP Dinas dengan 101,43%, disusul Indeks Uji 100,63%.")),
    ("NAR-02", naskah("Indeks Uji termasuk salah satu capaian tertinggi.")),
    ("NAR-02", naskah("Predikat tertinggi dalam evaluasi adalah AA; Indeks Uji belum sampai ke sana.")),
    ("NAR-02", naskah("Kenaikan capaian tertinggi, yaitu 20 poin, terjadi pada Indeks Uji.")),
    ("NAR-02", bersama(dengan_tabel(*_PENDIDIKAN), "Kelompok terbesar adalah sarjana sebanyak 45 orang, "
        "disusul diploma 12 orang.")),
    ("NAR-02", naskah("Indeks Uji pada tahun 2024 merupakan yang tertinggi sejak tahun 2023.")),
    ("NAR-02", naskah("Nilai tertinggi yang dapat diraih 100 dari target 120.")),
    ("NAR-03", naskah("Indeks Uji meningkat dari 79 menjadi 80,5 dalam setahun.")),
    ("NAR-03", naskah("Persentase penurunan pelanggaran naik dari 5% menjadi 8%.")),
    ("NAR-03", naskah("Peningkatan layanan memangkas waktu dari 5 hari menjadi 3 hari.")),
    ("NAR-03", naskah("Kinerja penanganan stunting meningkat dari 21,5% menjadi 18,2%.")),
    ("NAR-03", naskah("Peringkat daerah naik dari 12 menjadi 9.")),
    ("NAR-03", naskah("Realisasi Indeks Uji meningkat dibandingkan tahun sebelumnya.")),
    ("NAR-03", di_bawah("Realisasi Indeks Uji tidak meningkat dibandingkan tahun 2023.")),
    ("NAR-03", naskah("Nilai naik dari 15,40 menjadi 16,00, sedangkan pelaporan turun dari 7,40 menjadi "
        "6,60, dan evaluasi dari 14,40 menjadi 13,80.")),
    ("NAR-03", di_bawah("Target Indeks Uji meningkat dibandingkan tahun 2023.")),
    ("NAR-04", naskah("Realisasi Indeks Uji tahun 2024 mencapai 80,50%, atau {capaian I1} dari target.")),
    ("NAR-04", naskah("Serapan Program Uji 90,00% dari pagu Rp100.")),
    ("NAR-05", bersama(dengan_tabel(*_PEGAWAI, **_KOLOM_PEGAWAI), "Badan Uji didukung 118 orang pegawai.")),
    ("NAR-05", bersama(dengan_tabel(*_PENDIDIKAN, **_KOLOM_PEGAWAI), "Ada 80 pegawai: 10 pejabat, "
        "57 pelaksana, dan 13 PPPK.")),
    ("NAR-05", bersama(dengan_tabel(*_SERAPAN, **_KOLOM_SERAPAN), "Serapan Sekretariat sebesar "
        "97,83%, sedangkan target 95,00%.")),
    ("NAR-05", bersama(dengan_tabel(*_PENDIDIKAN, **_KOLOM_PEGAWAI), "Pada tahun lalu dilatih "
        "12 orang lulusan sarjana.")),
    ("NAR-05", dengan_klaim(
        klaim("serapan", "90", ""), replace(klaim("serapan", "90", ""), rujukan="Uraian di bawah Tabel 3.1"))),
    ("NAR-06", instansi("Laporan Kinerja Dinas Perhubungan Kabupaten Sukamaju Tahun 2024 disusun tepat waktu.")),
    ("NAR-06", instansi("Koordinasi dilakukan dengan Dinas Kesehatan Kabupaten Sukamaju dan Badan Pusat Statistik.")),
    ("NAR-06", instansi("Dibandingkan dengan Dinas Perhubungan Kabupaten Sukatani, capaian ini lebih tinggi.")),
    ("NAR-06", instansi("Peraturan Gubernur Jawa Barat Nomor 5 Tahun 2021 tentang "
        "Pedoman;", bagian="bab1.dasar_hukum")),
    ("NAR-06", instansi("Pegawai di lingkungan Pemerintah Kabupaten Sukamaju bekerja tertib.")),
    ("NAR-06", instansi("Kantor dinas berada di Kota Sukaraja, berbatasan dengan Kabupaten Sukatani.")),
    ("NAR-06", instansi("Dinas Perhubungan menyampaikan Laporan Kinerja ini kepada Bupati Sukamaju.")),
    ("NAR-06", instansi("Evaluasi dilakukan Inspektorat Kabupaten Sukamaju atas Laporan Kinerja Dinas.")),
    ("NAR-07", naskah("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;", bagian="bab1.dasar_hukum")),
    ("NAR-07", naskah("UU Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional tetap berlaku;")),
    ("NAR-07", naskah("Peraturan ini menggantikan Undang-Undang Nomor 32 Tahun 2004.")),
    ("NAR-07", naskah("Undang-Undang Nomor 5 Tahun 2014 telah dicabut dengan Undang-Undang Nomor 20 Tahun 2023.")),
    ("NAR-07", naskah("Perda Nomor 41 Tahun 2007 dan Pergub Nomor 29 Tahun 2010 menjadi acuan.")),
    ("NAR-08", naskah("Layanan e-SAKIP, SP4N-LAPOR!, DP3AKB, CO2, PM2.5, dan COVID-19 pada TW1; lulusan S1 dan D3.")),
    ("NAR-08", naskah("Kontingen meraih medali pada PON XX; ukuran kantor 250 m2 dan {capaian I1} tetap.")),
    ("NAR-08", naskah("Peraturan itu berbunyi “… setiap pegawai wajib melapor …” dan sebagainya.")),
    ("NAR-08", naskah("Laman https://contoh.go.id/a1b2c3d/x dan surel bagian2umum@contoh.go.id tersedia.")),
    ("NAR-08", bersama(buku_sehat(), "Tabel 1.1 Pegawai ........ 12", bagian="daftar_tabel")),
    ("NAR-09", naskah("Pendampingan dilakukan setiap bulan.", "Pendampingan dilakukan setiap pekan.")),
    ("NAR-09", bersama(
        bersama(buku_sehat(), "Sekretariat;", bagian="bab1.struktur"), "Sekretariat;", bagian="bab1.sdm")),
    ("FMT-01", naskah("Pagu Rp1.234.567.890,00, Rp1.500.000,-, Rp53,7 miliar, dan (Rp27.346.788.906) tercatat.")),
    ("FMT-01", naskah("Kode 5.03.02.1.01.0001 dan versi 1.234.00 tercatat pada 12.03.2024.")),
    ("FMT-02", naskah("Pagu Rp5.739.781.000,00 terserap 98,02%, indeksnya 3,125.")),
    ("FMT-03", naskah("Serapan 83,85% dan keluaran 1.250 orang.")),
    ("FMT-04", tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset", "Tabel 2.1 Program")),
    ("FMT-04", tabel("Pegawai menurut Golongan", "Aset")),
    ("FMT-04", replace(
        tabel("Tabel 1.1 Pegawai", "Tabel 1.3 Aset"),
        daftar_klaim=(replace(klaim("capaian", "100.63"), rujukan="Tabel 1.2"),))),
    ("FMT-05", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), "Rinciannya tampak pada "
        "Tabel 1.2 tentang aset.")),
    ("FMT-05", naskah("Rinciannya tampak pada Tabel 3.4.")),
    ("FMT-06", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), "Tabel 1.1 Pegawai ..... "
        "3\nTabel 1.2 ASET ..... 5",
                       bagian="daftar_tabel")),
    ("FMT-07", dengan_tabel(("(1)", "(2)", "(3)"), ("A", D(5), D(6)))),
    ("FMT-07", dengan_tabel((D(1), D(12), D(30), D(7)), kepala=("No", "a", "b", "c"))),
    ("FMT-08", naskah("Terdapat 13 (tiga belas) kegiatan dan 5 (lima) program, senilai Rp1.500.000,- "
        "(satu juta lima ratus ribu rupiah).")),
    ("FMT-08", naskah("Nilainya 90,43 (sembilan puluh koma empat tiga), 2 (target tahunan), dan 3 "
        "(tiga dari empat) unsur.")),
    ("FMT-08", naskah("Ada 75 (tujuhpuluh lima) orang, 100 (seratus) buku, dan nilai 12,5 (dua belas koma lima).")),
    ("FMT-09", dengan_tabel(("A", D(1), D(95)), ("B", D(2), D("95.5")))),
    ("FMT-09", dengan_tabel(("Persentase A", D(1), "95%"), ("Indeks B", D(2), D(3)))),
    ("FMT-09", dengan_tabel(("A", "%", "95%"), ("B", "Nilai", D(3)), kepala=("Indikator", "Satuan", "Target"))),
    ("FMT-10", dengan_tabel(("A", "Belum ada", "Perlu"), sumber="")),
    ("FMT-10", bersama(dengan_tabel(("A", D(1), D(2)), sumber=""), "Sumber: Sekretariat, 2024")),
    ("FMT-11", nip("19700101 199503 1 001")),
    ("FMT-11", nip("19851231.201012.2.014")),
    ("FMT-12", instansi(_TTD + "NIP. 19700101 199503 2 001", bagian="pengantar")),
    ("FMT-12", instansi("Nama : Siti Aminah\nJabatan : Kepala Dinas Perhubungan\n\nNama : Asep\nJabatan "
        ": Bupati Sukamaju",
                        bagian="bab2.perjanjian")),
    ("FMT-13", instansi("Demikian laporan ini.\n\nSukaraja, 20 Februari 2025", bagian="pengantar")),
    ("FMT-13", naskah("Angka memakai data sampai dengan 31 Desember 2024.")),
    ("FMT-14", naskah("3.1 Capaian Kinerja\n\n3.1.1 Sasaran Satu\n\n3.1.2 Sasaran Dua\n\n3.2 Realisasi Anggaran")),
    ("FMT-14", naskah("1.1 Umum adalah kata pembuka;\n\n98.5 adalah nilainya.")),
    ("FMT-15", naskah("Persentase dan reviu dibahas dalam peer review serta *review*; LKjIP disusun tepat waktu.")),
    ("FMT-15", naskah("LAPORAN KINERJA (LKJIP)\n\nLKjIP ini disusun tepat waktu.")),
    ("FMT-16", gambar(judul="Kegiatan Bimbingan", sumber="Sekretariat")),
    ("FMT-16", naskah("Gambar 3.2 Kegiatan Bimbingan Teknis\n\nGambar itu diambil pada bulan Mei.")),
]  # fmt: skip
