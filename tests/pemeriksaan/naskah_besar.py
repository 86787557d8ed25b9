"""What the made-up agency of `buku_besar` wrote: in our own words, with figures that are those of its data."""

from __future__ import annotations

NASKAH: dict[str, tuple[str, ...]] = {
    "pengantar": (
        "Puji syukur kami panjatkan atas selesainya Laporan Kinerja Instansi Pemerintah Tahun 2024 Badan Kepegawaian "
        "dan Pengembangan Sumber Daya Manusia Kabupaten Uji Makmur.",
        "Laporan ini kami harap berguna bagi perbaikan kinerja tahun berikutnya.",
        "Uji Makmur, 17 Februari 2025",
    ),
    "ikhtisar": (
        "Dari 6 (enam) indikator kinerja pada 3 (tiga) sasaran, lima indikator mencapai target dan satu indikator, "
        "yaitu persentase jabatan yang terisi sesuai kompetensi, belum mencapai target.",
        "Anggaran terserap 93,76% dari pagu perubahan.",
    ),
    "bab1.latar_belakang": (
        "Laporan kinerja disusun sebagai pertanggungjawaban atas pelaksanaan Perjanjian Kinerja Tahun 2024.",
        "Penyusunannya mengikuti Peraturan Menteri PANRB Nomor 53 Tahun 2014.",
    ),
    "bab1.dasar_hukum": (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
        "Peraturan Menteri PANRB Nomor 88 Tahun 2021 tentang Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
    ),
    "bab1.tugas_fungsi": ("Badan membantu Bupati dalam urusan kepegawaian, pendidikan, dan pelatihan.",),
    "bab1.sdm": ("Pegawai berjumlah 44 orang, terdiri atas 22 laki-laki dan 22 perempuan, sebagaimana Tabel 1.1.",),
    "bab1.isu_strategis": (
        "Permasalahan utama adalah persebaran kompetensi yang belum merata antarunit kerja.",
        "Isu strategis tahun 2021-2026 adalah penerapan manajemen talenta.",
    ),
    "bab2.renstra": ("Renstra 2021-2026 memuat satu tujuan dan tiga sasaran yang menjadi dasar Perjanjian Kinerja.",),
    "bab2.perjanjian_kinerja": (
        "Perjanjian Kinerja diubah satu kali karena anggaran berubah; target Indeks kepuasan masyarakat menjadi 86,2.",
    ),
    "bab3.analisis": (
        "Indeks sistem merit naik dari 238 pada 2023 menjadi 252,5 pada 2024.",
        "Persentase pelanggaran disiplin ASN menurun dari 0,45% menjadi 0,36%.",
        "Capaian tertinggi terdapat pada persentase pelanggaran disiplin ASN sebesar 110,00%, sedangkan yang terendah "
        "pada persentase jabatan yang terisi sesuai kompetensi sebesar 99,08%.",
        "Nilai SAKIP perangkat daerah 73,60 dengan predikat BB.",
        "Sebanyak 812 dari 1.015 orang ASN mengikuti pengembangan kompetensi.",
    ),
    "bab3.efisiensi": ("Efisiensi dihitung sebagai selisih antara capaian dan serapan anggaran setiap sasaran.",),
    "bab3.realisasi_anggaran": (
        "Realisasi anggaran Tahun 2024 adalah Rp6.132.580.750,00 dari pagu Rp6.540.550.000,00.",
    ),
    "bab4.kesimpulan": (
        "Lima dari enam indikator mencapai target tahun ini.",
        "Persentase jabatan yang terisi sesuai kompetensi belum mencapai target karena uji kompetensi tertunda.",
    ),
    "bab4.langkah": (
        "Menjadwalkan uji kompetensi pada semester pertama tahun 2025.",
        "Memperluas pelatihan daring bagi unit kerja di kecamatan.",
    ),
}
