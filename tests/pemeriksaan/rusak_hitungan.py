"""HIT and TW in tables and reordered sentences: faults (`RUSAK`), and sound cases that look like one (`DIAM`)."""

from __future__ import annotations

from dataclasses import replace

from kinerja.data import Skala
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import Klaim
from renstra.data import Akumulasi, Arah, Indikator, JenisIndikator, Versi
from tests.pembuat import D, pk, setahun, tw
from tests.pemeriksaan.tahun_sehat import (
    S,
    buku_sehat,
    dengan_klaim,
    dengan_narasi,
    dengan_tabel,
    dengan_triwulan,
    kinerja_sehat,
    klaim,
    renstra_sehat,
)

_CAPAIAN = ("Indikator", "Target", "Realisasi", "Capaian (%)", "Kategori")
_TAHUN = ("Indikator", "2023", "2024", "Tren")
_CACAH = ("Jenis", "Terdaftar", "Membayar", "Persentase (%)")
_SISA = ("Jenis", "Terdaftar", "Membayar", "Sisa")
_BAIK = ("Persentase Uji Lain", D(60), D(63), D("105.00"), "Tinggi")
_TRIWULAN = kinerja_sehat().daftar_kinerja_triwulan


def _capaian(*isi: object) -> BukuKerja:
    return dengan_tabel(_BAIK, isi, kepala=_CAPAIAN, judul="Capaian Tahun 2024")


def _tren(*isi: object) -> BukuKerja:
    return dengan_tabel(isi, kepala=_TAHUN, judul="Perkembangan Realisasi")


def _cacah(kepala: tuple[str, ...], *isi: object) -> BukuKerja:
    return dengan_tabel(("PBB", D(38400), D(33120), D("86.25") if "%" in kepala[-1] else D(5280)), isi, kepala=kepala,
                        judul="Kepatuhan Wajib Pajak")  # fmt: skip


def _target_rata(*target: str) -> BukuKerja:
    """The sound year whose I1 gathers its quarters by their mean."""
    triwulan = (*(tw("I1", n, t, target=D(t)) for n, t in enumerate(target, 1)), *_TRIWULAN[4:])
    return buku_sehat(
        lambda r: replace(r, daftar_indikator=tuple(
            replace(i, akumulasi=Akumulasi.RATA_RATA) if i.kode == "I1" else i for i in r.daftar_indikator)),
        lambda k: replace(k, daftar_kinerja_triwulan=triwulan, daftar_komponen=()),
    )  # fmt: skip


def _negatif(*isi: object) -> BukuKerja:
    buku = buku_sehat(lambda r: replace(r, daftar_indikator=tuple(
        replace(i, arah=Arah.NEGATIF) if i.kode == "I1" else i for i in r.daftar_indikator)))  # fmt: skip
    return replace(buku, laporan=replace(buku.laporan, daftar_tabel=_capaian(*isi).laporan.daftar_tabel))


def _kata(teks: str, nilai: str = "100.63") -> BukuKerja:
    """The mean with its word as printed in an earlier report, and in our own text with another."""
    cetak = klaim("rata_rata_total", nilai, "")
    buku = dengan_narasi("Rata-rata capaian tahun 2024 sebesar 100,63% sehingga berkategori Tinggi.")
    return replace(buku, daftar_klaim=(cetak, Klaim("Bab IV", "kategori_capaian", "", 2024, teks=teks)))


def _tanpa_target() -> BukuKerja:
    """An output of the budget that achieved something and has no target."""
    keluaran = Indikator("O1", S, "Jumlah Dokumen", "Dokumen", JenisIndikator.ANGKA, iku=False)
    return buku_sehat(
        lambda r: replace(r, daftar_indikator=(*r.daftar_indikator, keluaran)),
        lambda k: replace(k, daftar_kinerja_triwulan=(*k.daftar_kinerja_triwulan, tw("O1", 4, 2))),
    )


def _dua_desimal(*isi: object) -> BukuKerja:
    """A year whose classes are read at two decimals, beside a table that prints fewer."""
    buku = buku_sehat(kinerja=lambda k: replace(k, metode=replace(k.metode, desimal=2)))
    return replace(buku, laporan=replace(buku.laporan, daftar_tabel=_capaian(*isi).laporan.daftar_tabel))


def _berbatas(capaian: object) -> BukuKerja:
    """A year whose capaian are capped at 110, beside a table that prints this one."""
    buku = buku_sehat(kinerja=lambda k: replace(k, metode=replace(k.metode, batas_capaian=D(110))))
    tabel = _capaian("Persentase Lain", D(50), D(60), capaian, "Tinggi").laporan.daftar_tabel
    return replace(buku, laporan=replace(buku.laporan, daftar_tabel=tabel))


def _pegawai_lalu() -> BukuKerja:
    """How many there were a year before, beside a table of this year."""
    buku = dengan_narasi("Pada akhir tahun 2023 pegawai Badan Uji berjumlah 67 orang.", bagian="bab1")
    tabel = dengan_tabel(("A", D(64)), ("Jumlah", D(64)), kepala=("Unit", "Jumlah")).laporan.daftar_tabel
    return replace(buku, laporan=replace(buku.laporan, daftar_tabel=tabel))


RUSAK: list[tuple[str, BukuKerja]] = [
    ("HIT-01", _capaian("Indeks Uji", D(80), D("80.5"), D("101.63"), "Tinggi")),
    ("HIT-01", _capaian("Lama Layanan", D(3), D("3.1"), D("99.67"), "Tinggi")),
    ("HIT-05", _negatif("Indeks Uji", D(80), D("80.5"), D("100.63"), "Tinggi")),
    ("HIT-06", _capaian("Indeks Uji", D(80), D("80.5"), D("100.63"), "Rendah")),
    ("HIT-06", dengan_narasi("Rata-rata capaian seluruh indikator sebesar 100,63 persen atau berkategori Rendah.")),
    ("HIT-06", dengan_tabel(("A", D(0), "Tinggi"), ("B", D(97), "Tinggi"),
                            kepala=("Indikator", "Capaian", "Kategori"))),
    ("HIT-06", dengan_narasi("Kinerja tahun 2024 berkategori Rendah dengan rata-rata capaian 100,63 persen.")),
    ("HIT-06", dengan_narasi(
        "Indeks Uji terealisasi 80,5% dari target 80% dengan capaian 100,63% atau kategori Rendah.")),
    ("HIT-06", dengan_narasi("Indeks Uji memperoleh capaian 100,63% (Rendah) pada tahun 2024.")),
    ("HIT-03", _berbatas(D("120.00"))),
    ("HIT-07", _kata("Sangat Baik")),
    ("HIT-20", _tanpa_target()),
    ("HIT-08", buku_sehat(kinerja=lambda k: replace(k, daftar_skala=(
        Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("x", Arah.POSITIF, D(91), "rendah "))))),
    ("HIT-11", dengan_narasi("Rata-rata capaian kinerja tahun ini di atas 100 persen.")),
    ("HIT-11", dengan_narasi("Rata-rata capaian kinerja tahun 2024 lebih dari 100%.")),
    ("HIT-11", dengan_tabel(("A", D(3), D(50)), ("Rata-rata", "", "> 100"))),
    ("HIT-15", dengan_narasi("Kepatuhan mencapai 86,04 persen, yaitu 36.288 dari 42.000 wajib pajak terdaftar.")),
    ("HIT-15", dengan_narasi("Dari 42.000 wajib pajak terdaftar, 33.810 di antaranya (85,00%) membayar tepat waktu.")),
    ("HIT-15", dengan_klaim(klaim("realisasi", "81.5", triwulan=4))),
    ("HIT-15", dengan_triwulan(*_TRIWULAN[:3], tw("I1", 4, 82, pembilang=D(161), penyebut=D(200)), *_TRIWULAN[4:])),
    ("HIT-15", _cacah(_CACAH, "Restoran", D(3600), D(3168), D("80.88"))),
    ("HIT-16", _cacah(_SISA, "Restoran", D(3600), D(3168), D(532))),
    ("HIT-16", dengan_narasi("Membayar 36.288 dari 42.000 wajib pajak, jadi masih ada 5.812 wajib pajak menunggak.")),
    ("HIT-18", dengan_narasi("Akuntabilitas kinerja memperoleh nilai 74,60 atau kategori Memuaskan.")),
    ("HIT-18", dengan_narasi("Nilai SAKIP naik menjadi 74,60 pada tahun 2024 dengan predikat B.")),
    ("HIT-18", dengan_narasi("Akuntabilitas kinerja mendapat predikat B dengan nilai 74,60.")),
    ("HIT-18", dengan_tabel(("Nilai SAKIP Dinas", "72", "74,60 (B)"), kepala=("Indikator", "Target", "Realisasi"))),
    ("HIT-18", dengan_klaim(Klaim("Tabel 3.4", "realisasi", "I2", 2023, nilai=D(69), teks="BB"))),
    ("HIT-18", dengan_narasi("Dengan nilai 74,60, Badan Uji meraih predikat SAKIP “A”.")),
    ("HIT-18", dengan_narasi("Nilai SAKIP sebesar 74,60 dengan predikat BB (Memuaskan).")),
    ("HIT-19", dengan_narasi("IKM mencapai 87,15 sehingga mutu pelayanannya tergolong Sangat Baik.")),
    ("HIT-19", dengan_narasi("Indeks kepuasan naik menjadi 87,15 pada tahun 2024 dengan mutu pelayanan A.")),
    ("HIT-19", dengan_tabel(("Indeks Kepuasan Masyarakat", "86", "87,15 (A)"),
                            kepala=("Indikator", "Target", "Realisasi"))),
    ("HIT-22", _tren("Indeks Uji", D(79), D("80.5"), "↓")),
    ("HIT-22", _tren("Lama Layanan", D("3.8"), D("3.1"), "Naik")),
    ("HIT-22", dengan_narasi(
        "Realisasi Indeks Uji sebesar 80,5%. Dibandingkan tahun 2023 (79 persen), realisasinya turun 1,5 poin.")),
    ("HIT-22", dengan_narasi("Jika dibandingkan dengan tahun sebelumnya, Indeks Uji justru berkurang.")),
    ("HIT-25", dengan_tabel(("A", D(15), D(700), D(751)), ("B", D(100), D(200), D(300)),
                            ("Jumlah", D(115), D(900), D(1051)), kepala=("Jenis", "TW I", "TW II", "Total"))),
    ("HIT-22", dengan_narasi("Indeks Uji tercatat 80,5% dari target 80%, turun dari 79% pada tahun 2023.")),
    ("HIT-25", dengan_tabel(("A", D(400)), ("B", D(500)), ("Jumlah", D(910)), kepala=("Jenis", "Target (Rp)"))),
    ("HIT-25", dengan_tabel(("A", D(40)), ("B", D(4)), ("Total Pegawai", D(45)), kepala=("Unit", "Banyaknya"))),
    ("HIT-26", dengan_narasi("Pegawai berjumlah 64 orang, terdiri atas 36 orang laki-laki dan 27 orang perempuan.",
                             bagian="bab1.sdm")),
    ("HIT-27", dengan_tabel(("A", D("75.71")), ("B", D("25.29")), ("Jumlah", D(100)), judul="Andil per Jenis",
                            kepala=("Jenis", "Persen (%)"))),
    ("TW-01", _target_rata("75", "80", "82", "80")),
    ("TW-01", _target_rata("80.25", "80", "80", "80")),
    ("TW-04", buku_sehat(kinerja=lambda k: replace(
        _target_rata("80", "80", "80", "80.4").data.kinerja,
        daftar_realisasi_tahunan=(*k.daftar_realisasi_tahunan, setahun("I1", 81, 2024))))),
]  # fmt: skip


DIAM: list[tuple[str, BukuKerja]] = [
    ("HIT-01", _capaian("Indeks Uji", D(80), D("80.5"), D("100.63"), "Tinggi")),
    ("HIT-01", _capaian("Lama Layanan", D(3), D("3.1"), D("96.67"), "Tinggi")),
    ("HIT-01", _capaian("Indeks Uji", D(80), D("80.5"), D(100), "Tinggi")),
    ("HIT-01", _capaian("Lama Layanan", D(3), D("3.1"), D("96.89"), "Tinggi")),  # of 3,093 …
    ("HIT-06", _dua_desimal("Indeks Lain", D(100), D(91), D(91), "Rendah")),  # of 90,6
    ("HIT-22", _tren("Indeks Uji", D("80.5"), D("80.5"), "↑")),
    ("HIT-15", _cacah(_CACAH, "Restoran", D("3.6"), D("3.1"), D("88.00"))),  # in millions
    ("HIT-01", dengan_tabel(("A", D(3), D(2), D(50)), kepala=("Unit", "Target Renstra", "Realisasi", "Capaian"))),
    ("HIT-05", _negatif("Indeks Uji", D(80), D("80.5"), D("99.38"), "Tinggi")),
    ("HIT-06", _capaian("Indeks Uji", D(80), D("80.5"), D("100.63"), "tinggi")),
    ("HIT-06", dengan_narasi("Serapan anggaran 88,12% dan capaian kegiatannya berkategori Tinggi.")),
    ("HIT-06", dengan_tabel(("A", D(0), "Rendah"), ("B", D(97), "Tinggi"),
                            kepala=("Indikator", "Capaian", "Kategori"))),
    ("HIT-06", dengan_narasi("Kinerja tahun 2024 berkategori Tinggi dengan rata-rata capaian 100,63 persen.")),
    ("HIT-06", dengan_narasi("Indeks Uji memperoleh capaian 100,63% (Tinggi) pada tahun 2024.")),
    ("HIT-06", dengan_narasi("Rata-rata capaian kinerja di atas 90 persen menunjukkan kategori Tinggi.")),
    ("HIT-03", _berbatas(D("110.00"))),
    ("HIT-07", _kata("tinggi")),
    ("HIT-07", _kata("Rendah", "63.10")),
    ("HIT-11", dengan_narasi("Rata-rata capaian kinerja melebihi 100 persen, tepatnya 100,63 persen.")),
    ("HIT-11", dengan_narasi("Rata-rata capaian kinerja ditargetkan di atas 95 persen.")),
    ("HIT-15", dengan_narasi("Kepatuhan mencapai 86,40 persen, yaitu 36.288 dari 42.000 wajib pajak terdaftar.")),
    ("HIT-15", dengan_narasi("Dari 42.000 wajib pajak terdaftar, 33.810 di antaranya (80,50%) membayar tepat waktu.")),
    ("HIT-15", _cacah(_CACAH, "Restoran", D(3600), D(3168), D("88.00"))),
    ("HIT-15", dengan_tabel(("A", D(40), D(10), D("88.5")), kepala=("Kelas", "Peserta", "Sesi", "Kehadiran (%)"))),
    ("HIT-15", dengan_tabel(("A", D(86), D("81.8"), D("95.12")), ("B", D("2.5"), D("3.1"), D(76)),
                            kepala=("Indikator", "Target Akhir", "Realisasi 2024", "Kemajuan (%)"))),
    ("HIT-16", _cacah(_SISA, "Restoran", D(3600), D(3168), D(432))),
    ("HIT-16", dengan_narasi("Membayar 36.288 dari 42.000 wajib pajak, jadi masih ada 3 kecamatan yang menunggak.")),
    ("HIT-18", dengan_narasi("Nilai SAKIP naik menjadi 74,60 pada tahun 2024 dengan predikat BB.")),
    ("HIT-18", dengan_narasi("Akuntabilitas kinerja memperoleh nilai 74,60 atau kategori Sangat Baik.")),
    ("HIT-18", dengan_tabel(("Nilai SAKIP Dinas", "70 (BB)", "74,60 (BB)"), kepala=("Indikator", "Target", "Hasil"))),
    ("HIT-18", dengan_klaim(Klaim("Tabel 3.4", "realisasi", "I2", 2023, nilai=D(69), teks="B"))),
    ("HIT-19", dengan_tabel(("Indeks Kepuasan Masyarakat", "86", "87,15 (B)"),
                            kepala=("Indikator", "Target", "Realisasi"))),
    ("HIT-22", _tren("Indeks Uji", D(79), D("80.5"), "↑")),
    ("HIT-22", _tren("Indeks Uji", D(79), D("80.5"), "turun naik")),
    ("HIT-22", dengan_narasi(
        "Realisasi Indeks Uji sebesar 80,5%. Dibandingkan tahun 2023, jumlah pengaduan turun 12 berkas.")),
    ("HIT-22", dengan_narasi("Unsur waktu pada Indeks Uji turun dari 3,42 menjadi 3,38 dibandingkan tahun 2023.")),
    ("HIT-25", dengan_tabel(("A", D(1), D(1), D(2)), ("B", D(3), D(2), D(9)), ("C", D(4), D(7), D(1)),
                            kepala=("Jenis", "Kelas", "Rombel", "Jumlah"))),
    ("HIT-26", dengan_narasi("Bapenda mempunyai 80 pegawai, yaitu 10 pejabat pengawas, 29 orang analis, "
                             "28 orang juru pungut dan 13 orang PPPK.", bagian="bab1.sdm")),
    ("HIT-26", dengan_narasi("Pegawai berjumlah 64 orang, terdiri atas 36 orang laki-laki dan 28 orang perempuan, "
                             "dengan 5 orang di antaranya pejabat pengawas.", bagian="bab1.sdm")),
    ("HIT-27", dengan_tabel(("A", D("75.71")), ("B", D("24.29")), ("Jumlah", D(100)), judul="Andil per Jenis",
                            kepala=("Jenis", "Persen (%)"))),
    ("TW-01", _target_rata("79", "80", "81", "80")),
    ("TW-04", buku_sehat(kinerja=lambda k: replace(
        _target_rata("80", "80", "80", "80.4").data.kinerja,
        daftar_realisasi_tahunan=(*k.daftar_realisasi_tahunan, setahun("I1", "80.1", 2024))))),
    ("NAR-04", buku_sehat(
        lambda r: replace(
            r, daftar_indikator=tuple(
                replace(i, satuan="Rupiah", jenis=JenisIndikator.ANGKA) if i.kode == "I1" else i
                for i in renstra_sehat().daftar_indikator),
            daftar_perjanjian=(pk("I1", Versi.MURNI, 80_000_000), *renstra_sehat().daftar_perjanjian[1:])),
        laporan=dengan_narasi("Target Indeks Uji sebesar Rp80.000.000 menurut Perjanjian Kinerja.").laporan)),
    ("KON-06", dengan_narasi("Indikator Indeks Uji belum mencapai target.")),
    ("NAR-05", _pegawai_lalu()),
]  # fmt: skip
