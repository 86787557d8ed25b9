"""HIT and ANG: faults that rules must find (`RUSAK`), and sound cases that look like one (`DIAM`)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from anggaran.data import RealisasiAnggaran
from anggaran.data import Tingkat as TingkatAnggaran
from kinerja.data import Skala
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.data import Klaim
from renstra.data import Arah, Indikator, JenisIndikator, Versi
from tests.pembuat import Belanja, D, baris, pk, setahun, tw, uang
from tests.pemeriksaan.tahun_sehat import (
    K,
    P,
    Q,
    S,
    berlebih,
    buku_sehat,
    dengan_anggaran,
    dengan_indikator,
    dengan_kinerja,
    dengan_klaim,
    dengan_narasi,
    dengan_renstra,
    dengan_tabel,
    dengan_triwulan,
    klaim,
    renstra_sehat,
)

_UANG = ("Uraian", "Pagu (Rp)", "Realisasi (Rp)", "%")
_SISA = ("Uraian", "Anggaran", "Realisasi", "Sisa Anggaran")
_L_P = ("Unit", "Laki-laki", "Perempuan", "Jumlah")


_SKALA = ("Rentang", "Kategori")
_JUDUL_SKALA = "Skala Nilai Kinerja"


def _uang(*isi: tuple[object, ...], **lain: object) -> BukuKerja:
    return dengan_tabel(*isi, **({"kepala": _UANG, "judul": "Anggaran per Bagian"} | lain))


def _kata(teks: str, besaran: str = "kategori_capaian", subjek: str = "I1", rujukan: str = "Tabel 3.1") -> Klaim:
    return Klaim(rujukan, besaran, subjek, 2024, teks=teks)


def _di(rujukan: str, k: Klaim) -> Klaim:
    return replace(k, rujukan=rujukan)


def _nama(uraian: str, realisasi: str = "80.5", predikat: str = "", **lain: Any) -> BukuKerja:
    """The sound year whose indicator I1 has this name and these results."""
    buku = dengan_indikator("I1", uraian=uraian, jenis=JenisIndikator.INDEKS, **lain)
    kinerja = replace(
        buku.data.kinerja,
        daftar_kinerja_triwulan=(tw("I1", 4, realisasi, predikat_realisasi=predikat), tw("I2", 4, 71)),
        daftar_komponen=(),
    )
    return replace(buku, data=type(buku.data)(replace(buku.data.anggaran, kinerja=kinerja)))


def _tabel_dan_naskah(*naskah: str, total: int = 44) -> BukuKerja:
    tabel = dengan_tabel(
        ("S1", D(40)), ("SMA", D(4)), ("Jumlah", D(total)), judul="Pegawai menurut Pendidikan Tahun 2024",
        kepala=("Pendidikan", "Jumlah"),
    )  # fmt: skip
    laporan = replace(dengan_narasi(*naskah, bagian="bab1.sdm").laporan, daftar_tabel=tabel.laporan.daftar_tabel)
    return replace(tabel, laporan=laporan)


def _lima(geser: int) -> list[Klaim]:
    """Serapan of five rows, each that of the row `geser` further."""
    nilai = ("10", "20", "30", "40", "50")
    return [klaim("serapan", nilai[(n + geser) % 5], f"{K}.000{n + 1}") for n in range(5)]


def _lima_baris(*daftar_klaim: Klaim, **lain: object) -> BukuKerja:
    sub = tuple(baris(f"{K}.000{n}", K, 10_000, uraian=f"Sub {n}") for n in range(1, 6))
    isi = (
        baris(P, pagu=50_000, sasaran="S1", tingkat=TingkatAnggaran.PROGRAM),
        baris(K, P, 50_000),
        *sub,
        baris(Q, pagu=100, sasaran="S2", uraian="Program Penunjang"),
    )
    terpakai = (*(uang(f"{K}.000{n}", n * 1000) for n in range(1, 6)), uang(K, 15_000), uang(P, 15_000), uang(Q, 90))
    buku = dengan_anggaran(
        **({"daftar_anggaran": isi, "daftar_realisasi_anggaran": terpakai, "daftar_belanja": ()} | lain)
    )
    return replace(buku, daftar_klaim=daftar_klaim)


_TUJUAN = (
    *renstra_sehat().daftar_indikator,
    Indikator("IT", "T1", "Indeks Tujuan", "Indeks", JenisIndikator.INDEKS, iku=False),
)


def _bertujuan(nilai: str) -> BukuKerja:
    buku = buku_sehat(
        lambda r: replace(r, daftar_indikator=_TUJUAN, daftar_target_tahunan=(
            *r.daftar_target_tahunan, *(replace(t, indikator="IT") for t in r.daftar_target_tahunan
                                        if t.indikator == "I1"))),
        lambda k: replace(k, daftar_kinerja_triwulan=(*k.daftar_kinerja_triwulan, tw("IT", 4, 40))),
    )  # fmt: skip
    return replace(buku, daftar_klaim=(klaim("rata_rata_total", nilai, ""),))


_BAGIAN = "Jumlah pegawai yang dilatih dibagi jumlah seluruh pegawai, dikali 100"
_RENCANA = tuple(RealisasiAnggaran(S, 2024, t, D(r), D(p)) for t, r, p in ((2, 50, 70), (4, 90, 90)))
_PROGRAM = tuple(
    satu
    for kode, pagu, induk in ((P, 3000, "1"), (Q, 2500, "2"))
    for satu in (
        baris(
            kode, pagu=pagu, sasaran=f"S{induk}", tingkat=TingkatAnggaran.PROGRAM, uraian=f"Program Penunjang {induk}"
        ),
        baris(f"{kode}.1.01", kode, pagu),
    )
)


def _pagu(kode: str, pagu: int) -> BukuKerja:
    return dengan_anggaran(
        daftar_anggaran=tuple(replace(a, pagu_murni=D(pagu)) if a.kode == kode else a for a in _PROGRAM)
    )


def _nomenklatur(*isi: tuple[str, str, str]) -> BukuKerja:
    tetap = (
        ("5.03.01", "", "Program Penunjang Urusan Pemerintahan Daerah Provinsi"),
        ("5.03.01.1.06", "5.03.01", "Administrasi Umum Perangkat Daerah"),
        ("5.03.02", "", "Program Kepegawaian Daerah"),
        ("5.03.02.1.02", "5.03.02", "Mutasi dan Promosi ASN"),
    )
    daftar = {kode: (induk, uraian) for kode, induk, uraian in (*tetap, *isi)}
    return dengan_anggaran(daftar_anggaran=tuple(
        baris(kode, induk, 100, sasaran="" if induk else "S1", uraian=uraian)
        for kode, (induk, uraian) in daftar.items()
    ))  # fmt: skip


RUSAK: list[tuple[str, BukuKerja]] = [
    ("HIT-02", dengan_klaim(klaim("capaian", "100.62"))),
    ("HIT-03", dengan_klaim(klaim("capaian", "100"), klaim("capaian", "101.43", "I2"))),
    ("HIT-04", dengan_triwulan(tw("I1", 4, 200), tw("I2", 4, 71))),
    ("HIT-04", dengan_triwulan(tw("I1", 4, 30), tw("I2", 4, 71))),
    ("HIT-07", dengan_klaim(_kata("Tinggi"), _kata("Baik", rujukan="Bab IV"))),
    ("HIT-08", dengan_kinerja(daftar_skala=(
        Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("y", None, D(0), "Baik"), Skala("y", None, D(50), "Baik")))),
    ("HIT-08", dengan_kinerja(daftar_skala=(Skala("x", None, D(0), "Rendah"), Skala("y", None, D(10), "Baik")))),
    ("HIT-11", dengan_klaim(_kata("> 100 %", "rata_rata_total", ""))),
    ("HIT-11", dengan_narasi("Rata-rata capaian kinerja tahun ini > 100%.")),
    ("HIT-12", _bertujuan("84.02")),
    ("HIT-15", dengan_narasi("Sebanyak 396 dari 425 pegawai atau 90% sudah mengikuti pelatihan.")),
    ("HIT-16", dengan_narasi("Terisi 396 dari 425 jabatan, sisanya 30 jabatan masih kosong.")),
    ("HIT-16", dengan_narasi("Baru 83,85% pegawai yang terlatih, sehingga masih ada kesenjangan 17,15%.")),
    ("HIT-16", _uang(("A", D(9000), D(8000), D(1500)), ("B", D(7000), D(6000), D(1000)), kepala=_SISA)),
    ("HIT-17", dengan_indikator("I1", formulasi=_BAGIAN)),
    ("HIT-18", dengan_renstra(daftar_perjanjian=(pk("I1", Versi.MURNI, 80), pk("I2", Versi.MURNI, 71, predikat="B")))),
    ("HIT-18", dengan_narasi("Nilai SAKIP tahun ini B (71,51) menurut Inspektorat.")),
    ("HIT-19", _nama("Indeks Kepuasan Masyarakat", "81.62", "BB")),
    ("HIT-19", _nama("Indeks sistem merit", "246.5", "Sedang")),
    ("HIT-19", dengan_narasi("Hasil SKM adalah 81,62 (A) pada akhir tahun.")),
    ("HIT-19", dengan_narasi("Nilai SKM sebesar 81,62 dengan mutu pelayanan BB.")),
    ("HIT-19", dengan_narasi("Nilai sistem merit 246,5 masuk kategori kurang, tetapi juga kategori sedang.")),
    ("HIT-08", dengan_tabel(("91–100", "Tinggi"), ("76–90", "Tinggi"), kepala=_SKALA, judul=_JUDUL_SKALA)),
    ("HIT-21", dengan_narasi("Indeks Uji mencatat capaian 80,5% dengan realisasi 100,63%.")),
    ("HIT-21", dengan_klaim(klaim("realisasi", "100.63"), klaim("capaian", "80.50"))),
    ("HIT-22", dengan_narasi("Indeks Uji menurun dibandingkan tahun 2023.")),
    ("HIT-22", dengan_narasi("Nilai SAKIP Dinas turun dari 70 menjadi 71.")),
    ("HIT-25", dengan_tabel(("A", D(15), D(7), D(23)), ("B", D(1), D(2), D(3)), kepala=_L_P)),
    ("HIT-26", _tabel_dan_naskah("Badan Uji didukung 45 orang pegawai.")),
    ("HIT-27", dengan_tabel(("A", D(1), D(50)), ("B", D(1), D(60)))),
    ("HIT-27", dengan_tabel(("A", D("40.5")), ("B", D("58")), judul="Komposisi Pegawai",
                            kepala=("Unit", "Persentase"))),
    ("ANG-03", _uang(("A", D(9000), D(8000), D("88.89")), ("B", D(7000), D(6000), D("95.71")))),
    ("ANG-03", dengan_narasi("Terpakai Rp8.000.000 dari Rp10.000.000 atau 85%.")),
    ("ANG-03", dengan_klaim(klaim("serapan", "91", S))),
    ("ANG-04", _uang(("A", D(9000), D(9100), D("101.11")))),
    ("ANG-04", dengan_klaim(klaim("jumlah_realisasi", "101", S))),
    ("ANG-05", dengan_klaim(klaim("jumlah_pagu", "200", ""), _di("Bab IV", klaim("jumlah_pagu", "210", "")))),
    ("ANG-06", _uang(("A", D(9000), D(9000), D("96.2")))),
    ("ANG-07", dengan_klaim(klaim("jumlah_realisasi", "180", ""), _di("Bab IV", klaim("jumlah_realisasi", "170", "")))),
    ("ANG-08", dengan_anggaran(daftar_anggaran=(baris(P, pagu=100, sasaran="S1"), baris(Q, pagu=100)))),
    ("ANG-09", dengan_anggaran(daftar_anggaran=(
        baris(P, pagu=100, sasaran="S1"), baris(Q, pagu=100, tingkat=TingkatAnggaran.PROGRAM)))),
    ("ANG-10", dengan_anggaran(daftar_anggaran=(baris(P, pagu=100, sasaran="S1"),))),
    ("ANG-11", dengan_klaim(klaim("jumlah_pagu", "210", "B"))),
    ("ANG-13", dengan_klaim(klaim("jumlah_pagu", "100", S), _di("Bab IV", klaim("jumlah_pagu", "99", S)))),
    ("ANG-13", dengan_klaim(klaim("jumlah_pagu", "99", S))),
    ("ANG-13", dengan_klaim(klaim("jumlah_realisasi", "39", "B.2"))),
    ("ANG-13", _uang(("Pendampingan Unit", D(90_000), D(80_000), D("88.89")))),
    ("ANG-14", _lima_baris(*_lima(1))),
    ("ANG-14", _lima_baris(*_lima(-1))),
    ("ANG-14", _uang(*((f"Sub {n}", D(10_000), D(n * 1000), D((n % 4 + 1) * 10)) for n in range(1, 5)))),
    ("ANG-15", _lima_baris(klaim("jumlah_realisasi", "4000", f"{K}.0002"))),
    ("ANG-15", _lima_baris(daftar_realisasi_anggaran=(
        *(uang(f"{K}.000{n}", 4000 if n == 2 else n * 1000) for n in range(1, 6)), uang(K, 15_000), uang(P, 15_000)))),
    ("ANG-16", _pagu(P, 5500)),
    ("ANG-16", replace(_pagu(P, 3000), daftar_klaim=(klaim("jumlah_pagu", "5500", P),))),
    ("ANG-17", dengan_narasi("Pada tahun 2023 pagu badan sebesar Rp23.370.888.310.", bagian="bab3.efisiensi")),
    ("ANG-18", dengan_renstra(daftar_perjanjian=(
        *renstra_sehat().daftar_perjanjian, pk("I1", Versi.PERUBAHAN, 80), pk("I2", Versi.PERUBAHAN, 70)))),
    ("ANG-19", _nomenklatur(("5.03.02.3.01", "5.03.02", "Kegiatan"))),
    ("ANG-19", _nomenklatur(("5.3.03", "", "Program"))),
    ("ANG-20", _lima_baris(daftar_anggaran=(
        baris("1"), *(baris(f"1.0{n}", "1", 1) for n in range(1, 10)), baris("2.10", "1", 1)))),
    ("ANG-22", _nomenklatur(
        ("5.03.02.1.02.0001", "5.03.02.1.02", "Pengelolaan Mutasi ASN"), ("5.03.02.1.02.02", "5.03.02.1.02", "Lain"))),
    ("ANG-23", _nomenklatur(("5.03.01.1.05", "5.03.01", "Administrasi Umum Perangkat Daerah"))),
    ("ANG-24", _nomenklatur(("5.03.01.1.05", "5.03.01", "Administrasi Umum perangkat daerah"))),
    ("ANG-25", dengan_anggaran(daftar_realisasi_anggaran=(uang(P, 50), uang(K, 50), uang(S, 50), uang(Q, 90)))),
    ("ANG-26", dengan_triwulan(tw("I1", 4, 70), tw("I2", 4, 71))),
    ("ANG-27", buku_sehat(
        lambda r: replace(
            r, daftar_indikator=(*r.daftar_indikator, Indikator("K1", S, "Jumlah Dokumen", "Dokumen")),
            daftar_target_tahunan=(*r.daftar_target_tahunan, replace(r.daftar_target_tahunan[0], indikator="K1"))),
        lambda k: replace(k, daftar_kinerja_triwulan=(*k.daftar_kinerja_triwulan, tw("K1", 4, 20))))),
    ("ANG-28", dengan_klaim(klaim("jumlah_pagu", "90", "S1"))),
    ("ANG-28", _uang(
        ("A", D(9000), D(8000)), ("Jumlah indikator I", D(9500), D(8000)), ("B", D(7000), D(6000)),
        ("Jumlah indikator II", D(7000), D(6000)), ("Jumlah", D(16_000), D(14_000)), kepala=_UANG[:3])),
    ("ANG-29", dengan_anggaran(daftar_realisasi_anggaran=(*_RENCANA, uang(P, 90), uang(K, 90), uang(Q, 90)))),
]  # fmt: skip

DIAM: list[tuple[str, BukuKerja]] = [
    ("HIT-02", dengan_klaim(klaim("capaian", "100.63"))),
    ("HIT-02", dengan_klaim(klaim("capaian", "100.64"))),
    ("HIT-03", dengan_klaim(klaim("capaian", "100.63"), klaim("capaian", "101.43", "I2"))),
    ("HIT-04", dengan_triwulan(tw("I1", 4, 120), tw("I2", 4, 71))),
    ("HIT-07", dengan_klaim(_kata("Tinggi"), _kata("“tinggi”", rujukan="Bab IV"))),
    ("HIT-07", dengan_klaim(_kata("Tinggi"), _kata("Rendah", subjek="I2"))),
    ("HIT-08", dengan_kinerja(daftar_skala=(Skala("x", None, D(0), "R"), Skala("skm", None, D(25), "D")))),
    ("HIT-11", dengan_narasi("Rata-rata capaian tahun ini 101,03%, lebih tinggi daripada 100%.")),
    ("HIT-11", dengan_klaim(klaim("rata_rata_total", "101.03", ""))),
    ("HIT-12", _bertujuan("101.03")),
    ("HIT-15", dengan_narasi("Sebanyak 396 dari 425 pegawai atau 93,18% sudah mengikuti pelatihan.")),
    ("HIT-15", dengan_narasi("Sebanyak 396 dari 425 pegawai dilatih, dengan target 90%.")),
    ("HIT-16", dengan_narasi("Terisi 396 dari 425 jabatan, sisanya 29 jabatan masih kosong.")),
    ("HIT-16", dengan_narasi("Baru 83,85% pegawai yang terlatih, sehingga masih ada kesenjangan 16,15%.")),
    ("HIT-16", dengan_narasi("Kesenjangan dari target adalah 17,15%, realisasinya 70,85%.")),
    ("HIT-16", _uang(("A", D(9000), D(8000), D(1000)), kepala=_SISA)),
    ("HIT-17", dengan_indikator("I1", formulasi="Realisasi dibagi target dikali 100")),
    ("HIT-18", dengan_renstra(daftar_perjanjian=(pk("I1", Versi.MURNI, 80), pk("I2", Versi.MURNI, 70, predikat="BB")))),
    ("HIT-18", dengan_narasi("Nilai SAKIP tahun ini BB (71,51) menurut Inspektorat.")),
    ("HIT-19", _nama("Indeks Kepuasan Masyarakat", "81.62", "B (Baik)")),
    ("HIT-19", _nama("Indeks Kepuasan Masyarakat", "3.4", "A")),
    ("HIT-19", dengan_narasi("Hasil SKM adalah 81,62 (B) pada akhir tahun.")),
    ("HIT-19", dengan_narasi("Nilai sistem merit 246,5 masuk kategori kurang.")),
    ("HIT-08", dengan_tabel(("91–100", "Tinggi"), ("76–90", "Sedang"), kepala=_SKALA, judul=_JUDUL_SKALA)),
    ("HIT-08", dengan_tabel(("Seleksi", "Tinggi"), ("Diklat", "Tinggi"), kepala=_SKALA, judul="Risiko Kegiatan")),
    ("HIT-19", dengan_narasi("Nilai SKM 71,62 termasuk kategori kurang baik.")),
    ("HIT-19", dengan_narasi("Nilai SKM 81,62 mencapai capaian 101,34% dengan kategori sangat tinggi.")),
    ("HIT-21", dengan_narasi("Indeks Uji mencatat realisasi 80,5% dengan capaian 100,63%.")),
    ("HIT-22", dengan_narasi("Indeks Uji meningkat dibandingkan tahun 2023.")),
    ("HIT-22", dengan_narasi("Indeks Uji tidak turun dibandingkan tahun 2023.")),
    ("HIT-22", dengan_narasi("Indeks Uji menurun dibandingkan tahun 2021.")),
    ("HIT-25", dengan_tabel(("A", D(15), D(7), D(22)), ("B", D(1), D(2), D(3)), kepala=_L_P)),
    ("HIT-25", dengan_tabel(("A", D(15), D(7), D(30)), ("B", D(1), D(2), D(9)),
                            kepala=("Unit", "Diklat I", "Diklat II", "Jumlah"))),
    ("HIT-26", _tabel_dan_naskah("Badan Uji didukung 44 orang pegawai.", "Sebanyak 20 orang pegawai ikut diklat.")),
    ("HIT-27", dengan_tabel(("A", D(1), D("33.3")), ("B", D(1), D("33.3")), ("C", D(1), D("33.3")))),
    ("HIT-27", dengan_tabel(("A", D(90)), ("B", D(80)), judul="Serapan menurut Unit", kepala=("Unit", "Persentase"))),
    ("ANG-03", _uang(("A", D(9000), D(8000), D("88.89")), ("B", D(7000), D(6000), D("85.71")))),
    ("ANG-03", dengan_narasi("Terpakai Rp8.000.000 dari Rp10.000.000 atau 80%.")),
    ("ANG-03", _lima_baris(*_lima(1))),
    ("ANG-04", _uang(("A", D(9000), D(9000), D(100)))),
    ("ANG-05", dengan_klaim(klaim("jumlah_pagu", "200", ""), _di("Bab IV", klaim("jumlah_pagu", "200", "")))),
    ("ANG-06", _uang(("A", D(9000), D(9000), D(100)))),
    ("ANG-07", dengan_klaim(klaim("jumlah_realisasi", "180", ""), klaim("jumlah_realisasi", "90", "S1"))),
    ("ANG-09", dengan_anggaran(daftar_anggaran=(
        baris(P, pagu=100, tingkat=TingkatAnggaran.PROGRAM), baris(K, P, 100, sasaran="S1")))),
    ("ANG-11", dengan_anggaran(daftar_belanja=(Belanja("B", tahun=2024, pagu=D(200), realisasi=D(180)),))),
    ("ANG-01", dengan_klaim(klaim("jumlah_pagu", "99", S))),
    ("ANG-13", dengan_klaim(klaim("jumlah_pagu", "99", K))),
    ("ANG-13", dengan_klaim(klaim("jumlah_pagu", "100", S), _di("Bab IV", klaim("jumlah_pagu", "100", S)))),
    ("ANG-14", _lima_baris(*_lima(0))),
    ("ANG-15", _lima_baris(klaim("jumlah_realisasi", "2000", f"{K}.0002"))),
    ("ANG-16", _pagu(P, 3000)),
    ("ANG-17", dengan_narasi("Pada tahun 2023 pagu badan Rp23.370.888.310. Tahun 2024 menjadi Rp24.000.000.000.")),
    ("ANG-19", _lima_baris(daftar_anggaran=(baris("1"), baris("1.1", "1"), baris("U1.01", "1")))),
    ("ANG-20", _nomenklatur()),
    ("ANG-22", _nomenklatur(("5.03.02.1.02.0001", "5.03.02.1.02", "Pengelolaan Mutasi ASN"))),
    ("ANG-23", _nomenklatur(("5.03.01.1.05", "5.03.01", "ADMINISTRASI KEPEGAWAIAN PERANGKAT DAERAH"))),
    ("ANG-24", dengan_anggaran(daftar_anggaran=(
        baris("5.03.01", uraian="Penunjang"), baris("5.04.01", uraian="Penunjang")))),
    ("ANG-25", replace(
        dengan_anggaran(daftar_realisasi_anggaran=(uang(P, 50), uang(K, 50), uang(S, 50), uang(Q, 90))),
        laporan=dengan_narasi("Pendampingan unit hanya terserap separuh karena rapat dilakukan daring.").laporan)),
    ("ANG-29", dengan_anggaran(daftar_realisasi_anggaran=(_RENCANA[1], uang(P, 90), uang(K, 90), uang(Q, 90)))),
    ("ANG-28", _uang(
        ("A", D(9000), D(8000)), ("Jumlah indikator I", D(9000), D(8000)), ("B", D(7000), D(6000)),
        ("Jumlah indikator II", D(7000), D(6000)), ("Jumlah", D(16_000), D(14_000)), kepala=_UANG[:3])),
    ("ANG-28", dengan_tabel(
        ("1", "Jumlah lantai gedung", D(5)), ("2", "Genset", D(2)), kepala=("No", "Uraian", "Jumlah"))),
]  # fmt: skip

_TAHUNAN_LEBIH = dengan_kinerja(
    daftar_realisasi_tahunan=(setahun("I1", "190.69", 2023), setahun("I2", 70, 2023)),
    renstra=replace(renstra_sehat(), daftar_indikator=tuple(
        replace(i, formulasi=_BAGIAN) if i.kode == "I1" else i for i in renstra_sehat().daftar_indikator)),
)  # fmt: skip
RUSAK = [satu if satu[0] != "HIT-17" else ("HIT-17", _TAHUNAN_LEBIH) for satu in RUSAK]
DIAM += [("HIT-17", dengan_indikator("I1", formulasi=_BAGIAN)), ("HIT-04", dengan_klaim(kinerja=berlebih))]
