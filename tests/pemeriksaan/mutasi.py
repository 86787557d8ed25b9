"""Faults as reviewers find them, each planted alone into the sound workbook: (rule, what was done, the workbook)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from anggaran.data import KeteranganPenunjang, Penunjang, Tingkat
from kinerja.data import Skala
from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import Narasi, TabelBebas
from lkjip.pemeriksaan.data import Klaim
from renstra.data import Arah, Indikator, JenisPemda, Sasaran, TargetTahunan, Versi, VersiTarget
from tests.pemeriksaan.buku_besar import TAHUN, buku_besar

D = Decimal
Mutasi = tuple[str, str, BukuKerja]


def renstra(**lain: Any) -> BukuKerja:
    b = buku_besar()
    kinerja = replace(b.data.kinerja, renstra=replace(b.data.renstra, **lain))
    return replace(b, data=DataInstansi(replace(b.data.anggaran, kinerja=kinerja)))


def kinerja(**lain: Any) -> BukuKerja:
    b = buku_besar()
    return replace(b, data=DataInstansi(replace(b.data.anggaran, kinerja=replace(b.data.kinerja, **lain))))


def anggaran(**lain: Any) -> BukuKerja:
    b = buku_besar()
    return replace(b, data=DataInstansi(replace(b.data.anggaran, **lain)))


def laporan(**lain: Any) -> BukuKerja:
    b = buku_besar()
    return replace(b, laporan=replace(b.laporan, **lain))


def ganti_baris(daftar: tuple[Any, ...], syarat: Callable[[Any], bool], **lain: Any) -> tuple[Any, ...]:
    assert any(map(syarat, daftar))
    return tuple(replace(d, **lain) if syarat(d) else d for d in daftar)


def tanpa_baris(daftar: tuple[Any, ...], syarat: Callable[[Any], bool]) -> tuple[Any, ...]:
    assert any(map(syarat, daftar))
    return tuple(d for d in daftar if not syarat(d))


def instansi(**lain: Any) -> BukuKerja:
    return renstra(instansi=replace(buku_besar().data.renstra.instansi, **lain))


def indikator(kode: str, **lain: Any) -> BukuKerja:
    return renstra(daftar_indikator=ganti_baris(RENCANA.daftar_indikator, lambda i: i.kode == kode, **lain))


def pk(kode: str, versi: Versi | None = None, **lain: Any) -> BukuKerja:
    """Changes the rows of the PK; without `lain` they are taken away."""
    cocok = lambda p: p.indikator == kode and versi in (None, p.versi)  # noqa: E731
    daftar = (
        ganti_baris(RENCANA.daftar_perjanjian, cocok, **lain) if lain else tanpa_baris(RENCANA.daftar_perjanjian, cocok)
    )
    return renstra(daftar_perjanjian=daftar)


def target(kode: str, tahun: int, nilai: str | None) -> BukuKerja:
    cocok = lambda t: (t.indikator, t.tahun) == (kode, tahun)  # noqa: E731
    daftar = RENCANA.daftar_target_tahunan
    return renstra(
        daftar_target_tahunan=tanpa_baris(daftar, cocok)
        if nilai is None
        else ganti_baris(daftar, cocok, target=D(nilai))
    )


def tw(kode: str, triwulan: int | None, **lain: Any) -> BukuKerja:
    cocok = lambda k: k.indikator == kode and triwulan in (None, k.triwulan)  # noqa: E731
    daftar = UKURAN.daftar_kinerja_triwulan
    return kinerja(daftar_kinerja_triwulan=ganti_baris(daftar, cocok, **lain) if lain else tanpa_baris(daftar, cocok))


def baris(kode: str, **lain: Any) -> BukuKerja:
    return anggaran(daftar_anggaran=ganti_baris(UANG.daftar_anggaran, lambda a: a.kode == kode, **lain))


def uang(kode: str, triwulan: int, **lain: Any) -> BukuKerja:
    cocok = lambda r: (r.kode, r.triwulan) == (kode, triwulan)  # noqa: E731
    return anggaran(daftar_realisasi_anggaran=ganti_baris(UANG.daftar_realisasi_anggaran, cocok, **lain))


def klaim(besaran: str, subjek: str, nilai: str | None = None, **lain: Any) -> BukuKerja:
    """The first claim of this figure says `nilai` (or the word `teks`) instead."""
    b = buku_besar()
    nomor = next(
        n for n, k in enumerate(b.daftar_klaim)
        if (k.besaran, k.subjek) == (besaran, subjek) and lain.get("tahun", k.tahun) == k.tahun
        and lain.get("triwulan", k.triwulan) == k.triwulan
    )  # fmt: skip
    ganti = {"nilai": None if nilai is None else D(nilai)} | ({"teks": lain["teks"]} if "teks" in lain else {})
    daftar = list(b.daftar_klaim)
    daftar[nomor] = replace(daftar[nomor], **ganti)
    return replace(b, daftar_klaim=tuple(daftar))


def lagi(*daftar: Klaim) -> BukuKerja:
    b = buku_besar()
    return replace(b, daftar_klaim=(*b.daftar_klaim, *daftar))


def tulis(bagian: str, isi: str) -> BukuKerja:
    """One paragraph more at the end of a section."""
    return laporan(daftar_narasi=(*LAPORAN.daftar_narasi, Narasi(bagian, 90, isi)))


def ganti_teks(bagian: str, dari: str, ke: str) -> BukuKerja:
    asal = next(n for n in LAPORAN.daftar_narasi if n.bagian == bagian and dari in n.isi)
    return laporan(daftar_narasi=ganti_baris(LAPORAN.daftar_narasi, asal.__eq__, isi=asal.isi.replace(dari, ke)))


def tanpa_bab(*awalan: str) -> BukuKerja:
    return laporan(daftar_narasi=tanpa_baris(LAPORAN.daftar_narasi, lambda n: n.bagian.startswith(awalan)))


def tabel(nama: str, **lain: Any) -> BukuKerja:
    return laporan(daftar_tabel=ganti_baris(LAPORAN.daftar_tabel, lambda t: t.nama == nama, **lain))


def tabel_lagi(judul: str, kepala: tuple[str, ...], *isi: tuple[Any, ...], bagian: str = "bab3.analisis") -> BukuKerja:
    angka = tuple(tuple(D(s) if isinstance(s, int | float) else s for s in b) for b in isi)
    baru = TabelBebas("tabel_09", bagian, judul, "Bidang pengampu, 2024", kepala, angka)
    return laporan(daftar_tabel=(*LAPORAN.daftar_tabel, baru))


def sel(nama: str, nomor: int, kolom: int, nilai: Any) -> BukuKerja:
    t = next(t for t in LAPORAN.daftar_tabel if t.nama == nama)
    isi = [list(b) for b in t.baris]
    isi[nomor][kolom] = D(nilai) if isinstance(nilai, int) else nilai
    return tabel(nama, baris=tuple(map(tuple, isi)))


def sakip(tahun: int, nomor: int, **lain: Any) -> BukuKerja:
    baris = [s for s in UKURAN.daftar_sakip if s.tahun == tahun][nomor]
    return kinerja(daftar_sakip=ganti_baris(UKURAN.daftar_sakip, lambda s: s is baris, **lain), daftar_lke=())


_B = buku_besar()
RENCANA, UKURAN, UANG, LAPORAN = _B.data.renstra, _B.data.kinerja, _B.data.anggaran, _B.laporan
_SASARAN_LAIN = "Meningkatnya kualitas pengelolaan kepegawaian"


def _kon() -> Iterator[Mutasi]:
    yield "KON-01", "PK berbeda dari Renstra", pk("I3", target=D(81))
    yield "KON-02", "target tercetak lain", klaim("selisih_target", "I1", "255")
    yield (
        "KON-03",
        "target akhir Renstra salah tahun",
        lagi(Klaim("Tabel 3.3", "selisih_target", "I1", 2026, versi=VersiTarget.RENSTRA, nilai=D(250))),
    )
    yield "KON-04", "target murni dicetak", klaim("selisih_target", "I6", "86.00")
    yield (
        "KON-05",
        "rumusan sasaran lain di tabel",
        tabel_lagi(
            "Tabel 2.2 Sasaran dan Indikator",
            ("Sasaran", "Indikator", "Target"),
            (_SASARAN_LAIN, "Indeks sistem merit", 250),
            bagian="bab2.perjanjian_kinerja",
        ),
    )
    yield (
        "KON-05",
        "rumusan sasaran lain di teks",
        tulis("bab2.renstra", f"Sasaran strategis pertama adalah “{_SASARAN_LAIN}”."),
    )
    yield (
        "KON-06",
        "nama indikator lain",
        tabel_lagi(
            "Tabel 2.2 Sasaran dan Indikator",
            ("Sasaran", "Indikator", "Target"),
            ("Meningkatnya kualitas manajemen ASN", "Indeks penerapan sistem merit", 250),
            bagian="bab2.perjanjian_kinerja",
        ),
    )
    yield (
        "KON-07",
        "satuan lain di tabel",
        tabel_lagi("Tabel 2.2 Target", ("Indikator", "Satuan", "Target"), ("Indeks sistem merit", "%", 250)),
    )
    yield "KON-08", "IKU tanpa PK", pk("I4")
    yield "KON-09", "indikator PK tanpa realisasi", tw("I4", None)
    yield (
        "KON-10",
        "realisasi tanpa PK",
        renstra(
            daftar_perjanjian=tanpa_baris(RENCANA.daftar_perjanjian, lambda p: p.indikator == "I4"),
            daftar_indikator=ganti_baris(RENCANA.daftar_indikator, lambda i: i.kode == "I4", iku=False),
        ),
    )
    yield (
        "KON-11",
        "sasaran tanpa indikator",
        renstra(daftar_sasaran=(*RENCANA.daftar_sasaran, Sasaran("S4", "T1", "Meningkatnya tertib arsip kepegawaian"))),
    )
    yield "KON-12", "jumlah sasaran salah", ganti_teks("bab2.renstra", "tiga sasaran", "4 (empat) sasaran")
    yield "KON-12", "jumlah indikator salah", ganti_teks("ikhtisar", "6 (enam) indikator", "8 (delapan) indikator")
    yield "KON-13", "periode Renstra salah", ganti_teks("bab2.renstra", "2021-2026", "2019-2024")
    yield "KON-14", "tahun laporan salah", ganti_teks("pengantar", "Tahun 2024", "Tahun 2023")
    yield (
        "KON-14",
        "judul tabel tahun lain",
        tabel("tabel_03", judul="Tabel 2.1 Program dan Anggaran Perjanjian Kinerja Perubahan Tahun 2023"),
    )
    yield "KON-15", "dua angka", lagi(Klaim("Bab IV", "realisasi", "I1", TAHUN, nilai=D("251.5")))
    yield (
        "KON-16",
        "target disamakan",
        renstra(
            daftar_perjanjian=ganti_baris(RENCANA.daftar_perjanjian, lambda p: p.indikator == "I6", target=D("86.75"))
        ),
    )
    yield "KON-17", "target di bawah tahun lalu", pk("I1", target=D(230))
    yield "KON-18", "target turun", target("I3", 2025, "75")
    yield "KON-19", "target akhir terlampaui", tw("I3", 4, realisasi=D(90), pembilang=None, penyebut=None)
    yield "KON-20", "tanpa formulasi", indikator("I1", formulasi="")
    yield "KON-20", "tanpa penanggung jawab", indikator("I5", penanggung_jawab="")
    yield "KON-21", "indikator proses", indikator("I3", uraian="Jumlah pelatihan yang dilaksanakan")
    yield (
        "KON-22",
        "indikator diganti",
        kinerja(
            daftar_realisasi_tahunan=tanpa_baris(
                UKURAN.daftar_realisasi_tahunan, lambda r: r.indikator in ("I1", "I2", "I3", "I4")
            ),
            renstra=replace(
                RENCANA,
                daftar_target_tahunan=tanpa_baris(
                    RENCANA.daftar_target_tahunan, lambda t: t.indikator in ("I1", "I2", "I3", "I4") and t.tahun < TAHUN
                ),
            ),
        ),
    )
    yield "KON-23", "program PK lain", sel("tabel_03", 1, 1, 892_250_001)


def _hit() -> Iterator[Mutasi]:
    yield "HIT-01", "capaian salah", klaim("capaian", "I1", "103.40")
    yield "HIT-02", "capaian dipotong", klaim("capaian", "I6", "100.63")
    yield "HIT-02", "capaian dipotong ke bulat", klaim("capaian", "I3", "102")
    yield "HIT-03", "melebihi batas", klaim("capaian", "I2", "125")
    yield "HIT-04", "capaian ekstrem", tw("I1", 4, realisasi=D(395))
    yield "HIT-04", "capaian rendah", tw("I1", 4, realisasi=D(95))
    yield "HIT-05", "rumus arah salah", klaim("capaian", "I2", "90.00")
    yield "HIT-06", "kategori salah", klaim("kategori_capaian", "I4", teks="Tinggi")
    yield (
        "HIT-07",
        "kategori tidak seragam",
        lagi(Klaim("Teks Bab III", "kategori_capaian", "I1", TAHUN, teks="Sangat Baik")),
    )
    yield (
        "HIT-08",
        "skala ganda",
        kinerja(daftar_skala=(*UKURAN.daftar_skala, Skala("permendagri", Arah.POSITIF, D(91), "Istimewa"))),
    )
    yield "HIT-08", "skala tanpa nol", kinerja(daftar_skala=UKURAN.daftar_skala[1:])
    yield "HIT-09", "rata-rata sasaran salah", klaim("rata_rata_sasaran", "S2", "104")
    yield "HIT-10", "rata-rata total salah", klaim("rata_rata_total", "", "105")
    yield "HIT-11", "rata-rata kata", lagi(Klaim("Bab IV", "rata_rata_total", "", TAHUN, teks="> 100 %"))
    yield "HIT-12", "tujuan ikut dirata-rata", _rata_dengan_tujuan()
    yield (
        "HIT-13",
        "bobot komponen",
        kinerja(daftar_komponen=ganti_baris(UKURAN.daftar_komponen, lambda k: k.kode == "a", bobot=D("0.3"))),
    )
    yield "HIT-14", "komposit salah", lagi(Klaim("Tabel 3.1", "realisasi", "IT1", TAHUN, nilai=D("79")))
    yield "HIT-15", "pembilang penyebut", tw("I3", 4, realisasi=D("82.5"))
    yield (
        "HIT-16",
        "sisa salah",
        tulis(
            "bab3.analisis",
            "Dari 1.015 orang ASN, 812 orang telah mengikuti pengembangan kompetensi sehingga masih tersisa 213 orang.",
        ),
    )
    yield "HIT-17", "di atas 100", tw("I3", 4, realisasi=D("130.5"), pembilang=None, penyebut=None)
    yield "HIT-18", "huruf SAKIP salah", tw("I5", 4, predikat_realisasi="A")
    yield "HIT-19", "huruf skala lain", lagi(Klaim("Tabel 3.1", "realisasi", "I6", TAHUN, teks="BB"))
    yield (
        "HIT-20",
        "target nol",
        renstra(daftar_perjanjian=ganti_baris(RENCANA.daftar_perjanjian, lambda p: p.indikator == "I3", target=D(0))),
    )
    yield (
        "HIT-21",
        "realisasi disebut capaian",
        tulis("bab3.analisis", "Indeks sistem merit mencatat capaian 252,5 dengan realisasi 101,00%."),
    )
    yield "HIT-22", "tren salah arah", ganti_teks("bab3.analisis", "naik dari 238", "turun dari 238")
    yield "HIT-23", "pertumbuhan salah", klaim("pertumbuhan", "I1", "7.20")
    yield "HIT-24", "kemajuan salah", klaim("kemajuan_renstra", "I1", "95.10")
    yield "HIT-25", "jumlah kolom", sel("tabel_01", 4, 3, 46)
    yield "HIT-25", "jumlah baris", sel("tabel_02", 1, 3, 32)
    yield (
        "HIT-26",
        "jumlah pegawai beda",
        laporan(
            daftar_tabel=ganti_baris(
                LAPORAN.daftar_tabel,
                lambda t: t.nama == "tabel_02",
                baris=(
                    ("Golongan II", D(3), D(3), D(6)),
                    ("Golongan III", D(15), D(17), D(32)),
                    ("Golongan IV", D(4), D(3), D(7)),
                    ("Jumlah", D(22), D(23), D(45)),
                ),
            )
        ),
    )
    yield "HIT-26", "jumlah di teks beda", ganti_teks("bab1.sdm", "44 orang", "45 orang")
    yield (
        "HIT-27",
        "komposisi bukan 100",
        tabel_lagi(
            "Tabel 1.3 Komposisi Pegawai",
            ("Jenis", "Persentase (%)"),
            ("Laki-laki", 52),
            ("Perempuan", 50),
            bagian="bab1.sdm",
        ),
    )
    yield "HIT-28", "pembanding nasional salah", klaim("capaian_nasional", "I1", "104.10")


def _rata_dengan_tujuan() -> BukuKerja:
    b = buku_besar()
    nilai = [hitung(b.data, "capaian", i.kode).angka for i in RENCANA.daftar_indikator]
    ada = [n for n in nilai if n is not None]
    return klaim("rata_rata_total", "", str(bulat(sum(ada, D(0)) / len(ada), 2)))


def _tw() -> Iterator[Mutasi]:
    yield "TW-01", "target TW IV lain", tw("I1", 4, target=D(249))
    yield "TW-02", "target triwulan kosong, klaim ada", tw("I1", 2, target=None)
    yield "TW-03", "triwulan kosong", tw("I3", 2, realisasi=None)
    yield (
        "TW-04",
        "tahunan lain",
        kinerja(
            daftar_realisasi_tahunan=(
                *UKURAN.daftar_realisasi_tahunan,
                replace(UKURAN.daftar_realisasi_tahunan[0], tahun=TAHUN, realisasi=D(250)),
            )
        ),
    )
    yield "TW-05", "realisasi anggaran turun", uang("5.04.02.2.02.0011", 3, realisasi=D(100_000_000))
    yield (
        "TW-06",
        "keluaran tidak wajar",
        renstra(
            daftar_indikator=(
                *RENCANA.daftar_indikator,
                Indikator("K1", "5.03.01.2.01.0001", "Jumlah Dokumen Perencanaan", "Dokumen", iku=False),
            ),
            daftar_target_tahunan=(*RENCANA.daftar_target_tahunan, TargetTahunan("K1", TAHUN, D(800))),
        ),
    )
    yield "TW-07", "jauh melampaui", tw("I3", 1, realisasi=D(79))
    yield (
        "TW-08",
        "kolom bergeser",
        tabel_lagi(
            "Tabel 3.20 Program dan Kegiatan",
            ("Sasaran", "Indikator", "Program"),
            ("Meningkatnya kompetensi ASN", "Program Pengembangan Sumber Daya Manusia", "Indeks sistem merit"),
        ),
    )
    yield "TW-10", "tanpa pemantauan", tw("I6", 2)


def _ang() -> Iterator[Mutasi]:
    P, K, S = "5.03.02", "5.03.02.2.02", "5.03.02.2.02.0001"
    a = UANG.anggaran_per_kode
    yield "ANG-01", "pagu program", baris(P, pagu_perubahan=(a[P].pagu_perubahan or D(0)) + 600)
    yield "ANG-01", "pagu kegiatan tercetak", klaim("jumlah_pagu", K, "704000600")
    yield "ANG-02", "realisasi kegiatan", uang(K, 4, realisasi=D(650_999_300))
    yield "ANG-03", "serapan", klaim("serapan", S, "97.32")
    yield "ANG-04", "melebihi pagu", uang("5.03.01.2.01.0007", 4, realisasi=D(62_000_000))
    yield "ANG-05", "total pagu", klaim("jumlah_pagu", "", "6370000000")
    yield (
        "ANG-06",
        "pagu = realisasi",
        lagi(
            Klaim("Tabel 2.5", "jumlah_pagu", "", TAHUN, nilai=D(6132580750)),
            Klaim("Tabel 2.5", "jumlah_realisasi", "", TAHUN, nilai=D(6132580750)),
            Klaim("Tabel 2.5", "serapan", "", TAHUN, nilai=D("96.20")),
        ),
    )
    yield "ANG-07", "total realisasi", klaim("jumlah_realisasi", "", "6132580570")
    yield "ANG-08", "satu program tanpa tautan", baris("5.04.02", sasaran="")
    yield "ANG-09", "program tanpa sasaran", baris("5.04.02", sasaran="")
    yield "ANG-10", "sasaran tanpa anggaran", baris("5.04.02", sasaran="S1")
    yield (
        "ANG-11",
        "belanja tidak berjumlah",
        anggaran(daftar_belanja=ganti_baris(UANG.daftar_belanja, lambda b: b.kode == "B.2", pagu=D(2_335_500_000))),
    )
    yield (
        "ANG-12",
        "total belanja lain",
        anggaran(
            daftar_belanja=tuple(
                replace(b, pagu=b.pagu + 1000) if b.kode in ("B", "B.1") and b.pagu else b for b in UANG.daftar_belanja
            )
        ),
    )
    yield (
        "ANG-13",
        "satu belanja dua angka",
        lagi(
            Klaim("Tabel 3.21", "jumlah_realisasi", "B.1", TAHUN, nilai=D(3_987_412_300)),
            Klaim("Tabel 3.25", "jumlah_realisasi", "B.1", TAHUN, nilai=D(3_978_412_300)),
        ),
    )
    yield "ANG-14", "persen tergeser", _persen_tergeser()
    yield "ANG-15", "realisasi baris lain", _realisasi_tersalin()
    yield "ANG-16", "subtotal tertukar", klaim("jumlah_pagu", P, "6540550000")
    yield (
        "ANG-17",
        "tahun lain terbawa",
        tulis("bab3.realisasi_anggaran", "Pada tahun 2023 pagu anggaran yang dilaporkan adalah Rp6.540.550.000,00."),
    )
    yield (
        "ANG-17",
        "pembuka efisiensi tahun lalu",
        tulis(
            "bab3.efisiensi", "Realisasi anggaran Tahun 2023 sebesar Rp5.870.112.300,00 dari pagu Rp6.210.000.000,00."
        ),
    )
    yield (
        "ANG-18",
        "pagu perubahan hilang",
        anggaran(
            daftar_anggaran=tuple(
                replace(x, pagu_murni=x.pagu_perubahan, pagu_perubahan=None) for x in UANG.daftar_anggaran
            )
        ),
    )
    yield "ANG-19", "kode tidak sah", _kode_ganti("5.03.02.2.02.0002", "5.03.02.2.02.002")
    yield "ANG-20", "bukan awalan induk", baris("5.03.02.2.02.0002", induk="5.03.02.2.04")
    yield "ANG-20", "tingkat lain", baris("5.03.02.2.04", tingkat=Tingkat.SUBKEGIATAN)
    yield "ANG-21", "tingkat pemerintahan", instansi(jenis_pemda=JenisPemda.PROVINSI)
    yield "ANG-22", "panjang kode campur", _kode_ganti("5.03.02.2.04.0003", "5.03.02.2.04.03")
    yield "ANG-23", "nama lain", baris("5.03.02.2.04", uraian="Pengembangan Kompetensi ASN")
    yield "ANG-24", "nama ganda", baris("5.03.02.2.02.0002", uraian="Pengelolaan Mutasi ASN")
    yield "ANG-25", "serapan rendah", uang("5.04.02.2.02.0011", 4, realisasi=D(360_000_000))
    yield "ANG-26", "terserap, tidak tercapai", tw("I6", 4, realisasi=D(70))
    yield "ANG-27", "serapan jauh dari keluaran", _serapan_janggal()
    yield (
        "ANG-28",
        "subjumlah",
        tabel_lagi(
            "Tabel 3.22 Anggaran per Indikator",
            ("Uraian", "Anggaran"),
            ("Pengelolaan Mutasi ASN", 432600000),
            ("Pengelolaan Kenaikan Pangkat ASN", 271400000),
            ("Jumlah indikator I", 714000000),
            ("Pembinaan Disiplin ASN", 188250000),
            ("Jumlah indikator II", 188250000),
        ),
    )
    yield "ANG-29", "kas menyimpang", uang("5.03.02.2.02.0001", 2, rencana=D(400_000_000))


def _kode_ganti(dari: str, ke: str) -> BukuKerja:
    return anggaran(
        daftar_anggaran=ganti_baris(UANG.daftar_anggaran, lambda a: a.kode == dari, kode=ke),
        daftar_realisasi_anggaran=ganti_baris(UANG.daftar_realisasi_anggaran, lambda r: r.kode == dari, kode=ke),
    )


def _persen_tergeser() -> BukuKerja:
    """The percentages of the claims of five rows, each that of the next row."""
    b = buku_besar()
    nomor = [n for n, k in enumerate(b.daftar_klaim) if k.besaran == "serapan" and k.subjek.count(".") > 1]
    daftar = list(b.daftar_klaim)
    for satu, lain in zip(nomor, [*nomor[1:], nomor[0]], strict=True):
        daftar[satu] = replace(daftar[satu], nilai=b.daftar_klaim[lain].nilai)
    return replace(b, daftar_klaim=tuple(daftar))


def _realisasi_tersalin() -> BukuKerja:
    return klaim("jumlah_realisasi", "5.03.02.2.02", "171043900")


def _serapan_janggal() -> BukuKerja:
    b = uang("5.04.02.2.02.0005", 4, realisasi=D(420_000_000))
    a = b.data.anggaran
    return replace(
        b,
        data=DataInstansi(
            replace(
                a,
                daftar_penunjang=(
                    *a.daftar_penunjang,
                    Penunjang("5.04.02.2.02.0005", "", "I4", D(100), KeteranganPenunjang.MENUNJANG),
                ),
            )
        ),
    )


def _efi() -> Iterator[Mutasi]:
    yield "EFI-01", "efisiensi salah", klaim("efisiensi", "S1", "12.00")
    yield "EFI-02", "metode campuran", _metode_campuran()
    yield "EFI-03", "sisa disebut efisiensi", klaim("efisiensi", "S1", "7.86")
    yield "EFI-04", "sisa salah", tulis("bab3.efisiensi", "Serapan anggaran 93,76% sehingga sisa anggaran 7,24%.")
    yield (
        "EFI-05",
        "efisien padahal tidak tercapai",
        tulis(
            "bab3.efisiensi",
            "Penggunaan anggaran untuk persentase jabatan yang terisi sesuai kompetensi tergolong efisien.",
        ),
    )
    yield (
        "EFI-08",
        "simpulan bertentangan",
        tulis("bab3.efisiensi", "Sasaran Meningkatnya kompetensi ASN tidak efisien karena selisihnya 9,34 poin."),
    )
    yield "EFI-09", "rata-rata efisiensi", klaim("rata_rata_efisiensi", "", "11.20")
    yield (
        "EFI-10",
        "serapan beda antartabel",
        lagi(Klaim("Tabel 3.9, serapan", "serapan", "S1", TAHUN, nilai=D("93.15"))),
    )


def _metode_campuran() -> BukuKerja:
    b = klaim("efisiensi", "S1", "1.15")
    daftar = [
        replace(k, nilai=D("1.09")) if (k.besaran, k.subjek) == ("efisiensi", "S2") else k for k in b.daftar_klaim
    ]
    return replace(b, daftar_klaim=tuple(daftar))


def mutasi_data() -> Iterator[Mutasi]:
    """Faults in plan, figures, quarters, money and efficiency."""
    for macam in (_kon, _hit, _tw, _ang, _efi):
        yield from macam()
