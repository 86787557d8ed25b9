"""Faults in SAKIP, prose and form that a stranger's measure showed (`RUSAK`), and what must stay silent (`DIAM`)."""

from __future__ import annotations

from dataclasses import replace

from kinerja.data import Jawaban, Lke, Rekomendasi, Sakip, SkemaSakip, StatusRekomendasi
from kinerja.rumus.sakip import BOBOT_KOMPONEN, DAFTAR_SUBKOMPONEN
from lkjip.data import BukuKerja
from renstra.data import Instansi, JenisPemda
from tests.pembuat import D, setahun
from tests.pemeriksaan.rusak_teks import bersama, di_bawah, instansi, naskah, tabel
from tests.pemeriksaan.tahun_sehat import (
    buku_sehat,
    dengan_indikator,
    dengan_kinerja,
    dengan_klaim,
    dengan_tabel,
    kinerja_sehat,
    klaim,
)

_SEHAT = kinerja_sehat()
_BOBOT = BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021]
_UNSUR = (("1", "Biaya/Tarif", "3,71"), ("2", "Perilaku Pelaksana", "3,58"), ("3", "Sarana", "3,27"))
_IDENTITAS = Instansi(
    "UJI", "Kecamatan Sukasari", "Kec. Sukasari", "Kota Sukamaju", JenisPemda.KOTA, "Wali Kota Sukamaju", "Sukamaju",
    "Camat Sukasari", "Drs. Budi Hartono, M.Si.", "197001011995031001", "Pembina Tingkat I",
)  # fmt: skip
_TTD = "Sukamaju, 20 Februari 2025. Camat Sukasari, {nama}, Pembina Tingkat I, NIP 19700101 199503 1 001"


def kecamatan(*isi: str, bagian: str = "bab3.analisis") -> BukuKerja:
    return bersama(buku_sehat(lambda r: replace(r, instansi=_IDENTITAS)), *isi, bagian=bagian)


def unsur(*isi: str) -> BukuKerja:
    """Beside a table whose numbers were typed as text."""
    sifat = {"judul": "Nilai unsur", "kepala": ("No", "Unsur", "Nilai")}
    return bersama(dengan_tabel(*_UNSUR, **sifat), *isi)


def terjawab(**ubah: str) -> BukuKerja:
    """All questions of the LKE answered B, and the components as entered, some of them otherwise."""
    sakip = tuple(
        Sakip(2023, nama, bobot, D(ubah.get(nama.split()[0], str(bobot * D("0.7"))))) for nama, bobot in _BOBOT.items()
    )
    lke = tuple(Lke(2023, s, Jawaban.B) for s in DAFTAR_SUBKOMPONEN)
    return dengan_klaim(
        replace(klaim("nilai_sakip", "70.00", ""), tahun=2023),
        kinerja=lambda k: replace(k, daftar_sakip=sakip, daftar_lke=lke),
    )


def tabel_sakip(evaluasi: object = "16,25", bobot: object = "15") -> BukuKerja:
    nama = [(str(n), *satu) for n, satu in enumerate(_BOBOT.items(), 1)]
    isi = [[no, k, str(b), "9,5"] for no, k, b in nama]
    isi[2][2], isi[3][3] = str(bobot), str(evaluasi)
    return dengan_tabel(*map(tuple, isi), judul="Nilai SAKIP 2023", kepala=("No", "Komponen", "Bobot", "Nilai"))


def subkomponen(bobot: str = "9,0", nilai: str = "7,2") -> BukuKerja:
    isi = (
        ("1.a", "Keberadaan Perencanaan Kinerja", "6,0", "5,4"),
        ("1.b", "Kualitas Perencanaan Kinerja", bobot, nilai),
    )
    return dengan_tabel(*isi, judul="LKE 2023", kepala=("Kode", "Subkomponen", "Bobot", "Nilai"))


def sakip_ditulis(*isi: str) -> BukuKerja:
    nilai = ("23.1", "21.6", "10.8", "16.75")
    sakip = tuple(Sakip(2023, nama, bobot, D(n)) for (nama, bobot), n in zip(_BOBOT.items(), nilai, strict=True))
    return bersama(dengan_kinerja(daftar_sakip=sakip), *isi, bagian="bab3.sakip")


def tindak_lanjut(
    dijawab: str, diminta: str = "Menjabarkan target tahunan ke dalam rencana aksi per bulan"
) -> BukuKerja:
    return dengan_kinerja(daftar_rekomendasi=(Rekomendasi(2023, "", diminta, dijawab, StatusRekomendasi.PROSES),))


def dinilai(tahun: int, dinilai_atas: int, *isi: str) -> BukuKerja:
    lalu = tuple(r for r in _SEHAT.daftar_realisasi_tahunan if (r.indikator, r.tahun) != ("I1", tahun))
    return bersama(
        dengan_kinerja(daftar_realisasi_tahunan=(*lalu, setahun("I1", 79, tahun, tahun_penilaian=dinilai_atas))), *isi
    )


def ikm(*isi: str) -> BukuKerja:
    return bersama(dengan_indikator("I1", uraian="Indeks Kepuasan Masyarakat (IKM)"), *isi)


_DAFTAR = "Tabel 1.1 Pegawai ........ 4\nTabel 1.2 Aset ........ 5"
_ISI = "BAB I PENDAHULUAN ..... 1\n1.1 Latar Belakang ..... 1\n1.2 Dasar Hukum ..... 2\nBAB II PERENCANAAN ..... 4"

RUSAK: list[tuple[str, BukuKerja]] = [
    ("SAK-01", terjawab(Pelaporan="10.9")),
    ("SAK-02", terjawab(Pelaporan="15.6")),
    ("SAK-02", tabel_sakip(evaluasi="26,75")),
    ("SAK-03", tabel_sakip(bobot="20")),
    ("SAK-04", dengan_kinerja(metode=replace(_SEHAT.metode, skema_sakip=SkemaSakip.PERMENPAN12_2015))),
    ("SAK-06", subkomponen(bobot="12,0")),
    ("SAK-07", subkomponen(nilai="7,65")),
    ("SAK-08", dinilai(2023, 2022)),
    ("SAK-09", sakip_ditulis("Nilai SAKIP tahun 2023 sebesar 72,52 dengan predikat sangat baik.")),
    ("SAK-10", tindak_lanjut("-")),
    ("SAK-10", tindak_lanjut("Belum ada tindak lanjut.")),
    ("SAK-11", tindak_lanjut("Target tahunan dijabarkan ke dalam rencana aksi per bulan.")),
    ("HIT-18", sakip_ditulis("Hasil evaluasi AKIP tahun 2023 memperoleh kategori B dengan nilai 72,25.")),
    ("NAR-01", di_bawah("Semua target kinerja yang ditetapkan dapat dicapai.")),
    ("NAR-01", di_bawah("Target yang diperjanjikan secara keseluruhan dapat tercapai.")),
    ("NAR-01", di_bawah("Tidak terdapat indikator yang belum mencapai target.")),
    ("NAR-02", unsur("Unsur dengan nilai tertinggi adalah Perilaku Pelaksana, yaitu 3,58.")),
    ("NAR-02", bersama(dengan_tabel(("IV", D(5)), ("III", D(21)), kepala=("Golongan", "Jumlah")),
        "Golongan terbanyak adalah golongan IV sebanyak 5 orang.")),
    ("NAR-03", naskah("Perencanaan naik dari 22,80 menjadi 23,10, dan pelaporan merosot dari 10,65 ke 10,80.")),
    ("NAR-03", naskah("Nilai itu cenderung menurun, yaitu 68,90 pada 2022, 70,55 pada 2023, dan 72,25 pada 2024.")),
    ("NAR-03", naskah("Indeks Uji tercatat 80,50%. Angka ini menurun dibanding tahun 2023.")),
    ("NAR-03", naskah("Dibandingkan tahun 2023, Indeks Uji tahun 2024 mengalami penurunan.")),
    ("NAR-03", naskah("Indeks Uji terealisasi 80,50%. Dibanding tahun 2023 (79,00%), realisasinya turun.")),
    ("NAR-03", naskah("Indeks Uji turun menjadi 80,50% dari kegiatan yang sama.")),
    ("NAR-03", ikm("IKM tahun 2024 lebih rendah dibandingkan tahun sebelumnya.")),
    ("NAR-04", bersama(dengan_indikator("I1", satuan="kasus", uraian="Angka Gangguan Ketertiban"),
        "Angka Gangguan Ketertiban turun dari 79 kasus menjadi 74 kasus.")),
    ("NAR-05", unsur("Unsur Biaya/Tarif, yaitu 3,77, menjadi kekuatan layanan.")),
    ("NAR-05", bersama(dengan_tabel(("Sarjana", D(17)), ("Magister", D(4)), ("Diploma", D(16)),
        kepala=("Pendidikan", "Jumlah")), "Pegawai lulusan Sarjana merupakan yang terbanyak, yaitu 16 orang.")),
    ("NAR-06", kecamatan("Laporan kinerja Kecamatan Sukolilo disusun setiap tahun.")),
    ("NAR-06", kecamatan("Petugas loket Kecamatan Cilandak mendapat pembekalan.")),
    ("NAR-06", kecamatan("Perjanjian Kinerja Camat Mekarjaya ditandatangani di awal tahun.")),
    ("NAR-06", kecamatan("Pelayanan terpadu di lingkungan Pemerintah Kabupaten Sleman menjadi pedoman.")),
    ("NAR-06", kecamatan("Peraturan Daerah Kota Salatiga Nomor 9 Tahun 2016 tentang Pembentukan Perangkat Daerah.")),
    ("NAR-06", instansi("Secara umum kinerja Dinas Sosial Kabupaten Sukamaju berkategori tinggi.")),
    ("NAR-07", naskah("Peraturan Pemerintah Nomor 19 Tahun 2008 tentang Kecamatan;", bagian="bab1.dasar_hukum")),
    ("NAR-08", naskah("Uraian menyusul (sebutkan faktor pendukung).")),
    ("FMT-02", naskah("Sebanyak 4,338 berkas selesai, yaitu 96,40% dari seluruhnya.")),
    ("FMT-05", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), "Lihat Tabel 1.1 dan 1.4.")),
    ("FMT-05", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Nilai Unsur Survei"),
        "Tabel 1.1 memperlihatkan nilai tiap unsur.")),
    ("FMT-06", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset", "Tabel 1.3 Kas"), _DAFTAR, bagian="daftar_tabel")),
    ("FMT-10", dengan_tabel(("A", D(1)), sumber="-")),
    ("FMT-12", kecamatan(_TTD.format(nama="Hartono Prakoso, S.STP., M.M."), bagian="bab4.penutup")),
    ("FMT-13", kecamatan("Sukamaju, Januari 2025", bagian="pengantar")),
    ("FMT-14", naskah(_ISI.replace("1.2", "1.4"), bagian="daftar_isi")),
    ("FMT-14", naskah(_ISI.replace("BAB II", "BAB III"), bagian="daftar_isi")),
    ("FMT-14", naskah(_ISI.replace("1.2", "1.1"), bagian="daftar_isi")),
    ("FMT-16", naskah("Gambar 3.1. Sumber: Laporan survei")),
]  # fmt: skip

DIAM: list[tuple[str, BukuKerja]] = [
    ("SAK-01", terjawab()),
    ("SAK-02", terjawab()),
    ("SAK-02", tabel_sakip()),
    ("SAK-03", tabel_sakip()),
    ("SAK-06", subkomponen()),
    ("SAK-07", subkomponen()),
    ("SAK-08", dinilai(2023, 2022, "Indeks Uji tahun 2023 adalah hasil penilaian atas tahun 2022.")),
    ("SAK-08", dinilai(2023, 2023)),
    ("SAK-09", sakip_ditulis("Nilai SAKIP tahun 2023 sebesar 72,25.", "Target nilai SAKIP 72,50.")),
    ("SAK-09", sakip_ditulis("Nilai SAKIP Pemerintah Kota Sukamaju tahun 2023 sebesar 72,52.")),
    ("SAK-10", tindak_lanjut("Tidak lagi menunggu: matriks terbit pada April.")),
    ("SAK-11", tindak_lanjut("Matriks kerja bulanan terbit untuk lima seksi pada awal April.")),
    ("NAR-01", di_bawah("Kelima indikator ditargetkan tercapai seluruhnya pada tahun 2026.")),
    ("NAR-01", di_bawah("Dengan langkah itu seluruh target tahun depan diharapkan dapat tercapai.")),
    ("NAR-02", unsur("Setelah Biaya/Tarif, nilai tertinggi berikutnya adalah Perilaku Pelaksana sebesar 3,58.")),
    ("NAR-02", unsur("Gangguan paling sedikit terjadi di kelurahan ketiga, yaitu 3 kasus.")),
    ("NAR-03", naskah("Nilai terus meningkat, yaitu 68,90 pada 2022, 70,55 pada 2023, dan 72,25 pada 2024.")),
    ("NAR-03", naskah("Gangguan terus menurun, yaitu 31 kasus (2022), 26 kasus (2023), dan 21 kasus (2024).")),
    ("NAR-03", naskah("Dibandingkan tahun 2023, Indeks Uji tahun 2024 mengalami peningkatan.")),
    ("NAR-03", naskah("Indeks Uji naik menjadi 80,50% dari kegiatan yang sama.")),
    ("NAR-03", naskah("Indeks Uji pada Triwulan III turun menjadi 60,00%.")),
    ("NAR-05", unsur("Unsur Sarana memperoleh nilai 3,27, sedangkan pada tahun 2023 sebesar 3,17.")),
    ("NAR-06", kecamatan("Kecamatan Sukasari berbatasan dengan Kecamatan Sukorejo di sebelah utara.")),
    ("NAR-06", kecamatan("Capaian ini didukung oleh Dinas Sosial Kota Sukamaju dan Polsek Sukasari.")),
    ("NAR-06", kecamatan("Camat Sukasari berkoordinasi dengan Inspektorat Kota Sukamaju.")),
    ("NAR-09", bersama(kecamatan(_TTD.format(nama="Drs. Budi Hartono, M.Si."), bagian="pengantar"),
        _TTD.format(nama="Drs. Budi Hartono, M.Si."), bagian="bab4.penutup")),
    ("FMT-02", naskah("Sebanyak 4.338 berkas selesai, yaitu 96,40% dari seluruhnya.")),
    ("FMT-05", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), "Lihat Tabel 1.1 dan 1.2; naik 1.1 dan 5 poin.")),
    ("FMT-06", bersama(tabel("Tabel 1.1 Pegawai", "Tabel 1.2 Aset"), _DAFTAR, bagian="daftar_tabel")),
    ("FMT-06", bersama(bersama(buku_sehat(), "Gambar 3.1 Tren Indeks. Sumber: Laporan survei"),
        "Gambar 3.1 Tren Indeks ........ 7", bagian="daftar_gambar")),
    ("FMT-12", kecamatan(_TTD.format(nama="Drs. Budi Hartono, M.Si."), bagian="bab4.penutup")),
    ("FMT-13", kecamatan("Sukamaju, Februari 2025", bagian="pengantar")),
    ("FMT-14", naskah(_ISI, bagian="daftar_isi")),
    ("FMT-16", naskah("Gambar 3.1 Tren Indeks. Sumber: Laporan survei")),
]  # fmt: skip
