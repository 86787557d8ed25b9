"""Faults that rules must find (`RUSAK`), and sound cases that look like one (`DIAM`): LEN, SAK and TTE."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from anggaran.data import KeteranganPenunjang, Penunjang
from kinerja.data import (
    Analisis,
    Faktor,
    Jawaban,
    JenisPembanding,
    Lke,
    MetodePengukuran,
    Pembanding,
    Rekomendasi,
    Sakip,
    SkemaSakip,
    StatusRekomendasi,
)
from kinerja.data_reviu import DAFTAR_PERTANYAAN, DataReviu, JawabanPertanyaan, JawabanReviu, TahapReviu
from kinerja.rumus.sakip import BOBOT_KOMPONEN, DAFTAR_KOMPONEN_88, DAFTAR_SUBKOMPONEN
from lkjip.data import BukuKerja
from lkjip.laporan.data import DataLaporan, GambarNaskah, IdentitasLaporan, JenisLaporan, Narasi, TabelBebas
from lkjip.laporan.data_terbitan import BIDANG_KEPALA, BIDANG_KEPALA_DAERAH
from lkjip.pemeriksaan.data_fakta import FaktaTahun, FaktaTanda, FaktaVersi
from renstra.data import Instansi, JenisPemda, Periode, Versi
from renstra.data_pejabat import MasaJabatan
from tests.pembuat import D, baris, pk, setahun, tw
from tests.pemeriksaan.tahun_sehat import (
    P,
    Q,
    buku_sehat,
    data_sehat,
    dengan_anggaran,
    dengan_kinerja,
    dengan_narasi,
    dengan_renstra,
    dengan_tabel,
    dengan_triwulan,
    kinerja_sehat,
    laporan_sehat,
)

_BERJALAN = date(2024, 11, 30)  # the year is not over: a reason may stand for the figure
_SEHAT = kinerja_sehat()
_NASIONAL = _SEHAT.daftar_pembanding
_TW_RENDAH = (*_SEHAT.daftar_kinerja_triwulan[:3], tw("I1", 4, 70), *_SEHAT.daftar_kinerja_triwulan[4:])
_RENDAH = {"daftar_kinerja_triwulan": _TW_RENDAH, "daftar_komponen": ()}


def _tanpa_bagian(*awalan: str, lagi: tuple[Narasi, ...] = ()) -> BukuKerja:
    laporan = laporan_sehat()
    tinggal = tuple(n for n in laporan.daftar_narasi if not n.bagian.startswith(awalan))
    return replace(buku_sehat(), laporan=replace(laporan, daftar_narasi=(*tinggal, *lagi)))


def _bertulis(buku: BukuKerja, *isi: str, bagian: str = "bab3.analisis") -> BukuKerja:
    lagi = tuple(Narasi(bagian, nomor, satu) for nomor, satu in enumerate(isi, 2))
    return replace(buku, laporan=laporan_sehat(*lagi))


def _analisis(*daftar: tuple[str, int, Faktor, str]) -> BukuKerja:
    isi = tuple(Analisis(kode, tahun, faktor, 9, uraian) for kode, tahun, faktor, uraian in daftar)
    return dengan_kinerja(daftar_analisis=(*_SEHAT.daftar_analisis, *isi))


def _pembanding(*lagi: Pembanding, tanpa: str = "") -> BukuKerja:
    return dengan_kinerja(daftar_pembanding=(*(p for p in _NASIONAL if p.indikator != tanpa), *lagi))


def _instansi(kode: str, nama: str, nilai: str, tahun: int = 2024) -> Pembanding:
    return Pembanding(kode, tahun, JenisPembanding.INSTANSI, nama, D(nilai))


def _penunjang(**lain: object) -> BukuKerja:
    asal = Penunjang(P, mendukung="I1", capaian=D(100), keterangan=KeteranganPenunjang.MENUNJANG)
    return dengan_anggaran(
        daftar_penunjang=(replace(asal, **lain), replace(asal, anggaran=Q, mendukung="I2"))  # type: ignore[arg-type]
    )


def _sakip(*daftar: tuple[int, str], **lain: object) -> BukuKerja:
    """The four components of these years, each with this share of its weight."""
    baris_sakip = tuple(
        Sakip(tahun, nama, bobot, bobot * D(porsi))
        for tahun, porsi in daftar
        for nama, bobot in BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021].items()
    )
    return dengan_kinerja(daftar_sakip=baris_sakip, **lain)


def _rekomendasi(diminta: str, dijawab: str, status: StatusRekomendasi = StatusRekomendasi.SELESAI) -> BukuKerja:
    return dengan_kinerja(daftar_rekomendasi=(Rekomendasi(2023, "", diminta, dijawab, status),))


def _lke(*isi: tuple[object, ...], kepala: tuple[str, ...] = ("No", "Komponen", "Bobot", "Nilai")) -> BukuKerja:
    return dengan_tabel(*isi, kepala=kepala, judul="Lembar Kerja Evaluasi SAKIP 2023")


_LKE_BENAR = (
    ("1", "Perencanaan Kinerja", D(30), D("24.9")),
    ("1.a", "Keberadaan", D(6), D("5.4")),
    ("1.b", "Kualitas", D(9), D("7.2")),
    ("1.c", "Pemanfaatan", D(15), D(12)),
)

# facts of the system
_HARI = date(2025, 4, 1)
_PEJABAT = MasaJabatan("Nama", date(2023, 1, 1), nip="197001011995031001", jabatan="Kepala Badan Uji")
_TANDA = FaktaTanda(
    BIDANG_KEPALA, "Nama", "197001011995031001", "Kepala", date(2025, 2, 25), "final", "hasil1", "NAMA",
    "Balai Sertifikasi Elektronik", False, True, True, True, _PEJABAT,
)  # fmt: skip
_DAERAH = replace(
    _TANDA, bidang=BIDANG_KEPALA_DAERAH, nama="Gubernur", nip="", nama_sertifikat="GUBERNUR", sidik_masuk="hasil1",
    sidik_hasil="hasil2", pejabat=None,
)  # fmt: skip
_KOSONG = FaktaTanda(BIDANG_KEPALA, "Nama", "197001011995031001", "Kepala")
_LAPORAN = FaktaVersi(
    7, "laporan", "laporan", 1, "LKjIP 2024", "terbit", "bsre", "K7QM3XTF9R2P", "final", "hasil1", True,
    date(2025, 2, 24), date(2025, 2, 26), (_TANDA,),
)  # fmt: skip
_PK = replace(
    _LAPORAN, pk=8, jenis="perjanjian", kunci="perjanjian-murni", judul="PK 2024", tahunan=False,
    sidik_kini="hasil2", daftar_tanda=(_TANDA, _DAERAH),
)  # fmt: skip
_JAWABAN = {p.kode: JawabanPertanyaan(JawabanReviu.YA) for p in DAFTAR_PERTANYAAN}
_REVIU = DataReviu(3, 1, TahapReviu.SELESAI, "x", "Pereviu", datetime(2025, 2, 1, tzinfo=UTC), jawaban=_JAWABAN)
_FAKTA = FaktaTahun(
    _HARI, frozenset({"I1", "I2"}), _REVIU, (date(2025, 2, 20),), {4: date(2025, 1, 15)}, (_LAPORAN, _PK)
)


def _fakta(buku: BukuKerja | None = None, **lain: object) -> BukuKerja:
    return replace(buku or buku_sehat(), fakta=replace(_FAKTA, **lain))  # type: ignore[arg-type]


def _versi(asal: FaktaVersi = _LAPORAN, **lain: object) -> BukuKerja:
    return _fakta(daftar_versi=(replace(asal, **lain),))  # type: ignore[arg-type]


def _tanda(**lain: object) -> BukuKerja:
    return _versi(daftar_tanda=(replace(_TANDA, **lain),))  # type: ignore[arg-type]


def _tanggal(isi: date | None, *narasi: Narasi) -> BukuKerja:
    laporan = laporan_sehat(*narasi)
    return replace(
        buku_sehat(), laporan=replace(laporan, identitas=IdentitasLaporan(JenisLaporan.TAHUNAN, tanggal_laporan=isi))
    )


_PEMDA = Instansi(
    "PEMDA", nama="Pemerintah Kota Uji", pemda="Kota Uji", jenis_pemda=JenisPemda.KOTA, tempat="Kota",
    jabatan_kepala="Wali Kota", nama_kepala="Nama", nip_kepala="197001011995031001",
)  # fmt: skip
_DI_TENGAH = buku_sehat().pada(date(2024, 8, 1))
_SALIN = "Pendampingan berjalan setiap bulan dan hasilnya dipantau bersama"


def _bertabel(*isi: tuple[object, ...]) -> BukuKerja:
    """Two other cities, and a free table that prints their figures."""
    data = _pembanding(_instansi("I1", "Kota Tetangga", "77.2"), _instansi("I1", "Kota Jauh", "71.4"))
    tabel = dengan_tabel(*isi, judul="Pembanding Tahun 2024", kepala=("No", "Indikator", "Kota Tetangga", "Kota Jauh"))
    return replace(data, laporan=tabel.laporan)


def _bersingkatan(buku: BukuKerja) -> BukuKerja:
    """The same, where the first indicator's name holds its abbreviation."""
    r = buku.data.renstra
    daftar = tuple(
        replace(i, uraian="Indeks Mutu Pelayanan (IMP)") if i.kode == "I1" else i for i in r.daftar_indikator
    )
    kinerja = replace(buku.data.kinerja, renstra=replace(r, daftar_indikator=daftar))
    return replace(buku, data=data_sehat(kinerja))


RUSAK: list[tuple[str, BukuKerja]] = [
    ("LEN-01", _tanpa_bagian("bab1")),
    ("LEN-01", _tanpa_bagian("bab4")),
    ("LEN-01", _tanpa_bagian("bab2")),  # only composed tables: worth a look
    ("LEN-01", _tanpa_bagian("bab3.realisasi_anggaran")),
    ("LEN-01", replace(_tanpa_bagian("bab3.realisasi_anggaran"), data=dengan_anggaran(
        daftar_realisasi_anggaran=(), daftar_belanja=()).data)),
    ("LEN-02", dengan_renstra(daftar_perjanjian=())),
    ("LEN-02", dengan_renstra(daftar_perjanjian=tuple(pk(k, Versi.MURNI, None) for k in ("I1", "I2")))),
    ("LEN-03", dengan_triwulan(tw("I1", 4, 80), tw("I2", 4, None))),
    ("LEN-03", dengan_triwulan(tw("I1", 4, 80), tw("I2", 4, None, catatan="Nilai belum terbit"))),
    ("LEN-03", _bertulis(dengan_triwulan(tw("I1", 4, 80)), "Nilai SAKIP Dinas tahun ini belum dinilai Inspektorat.")),
    ("LEN-03", _bertulis(dengan_triwulan(tw("I2", 4, None, catatan="Nilai sama dengan tahun lalu")),
                         "Nilai SAKIP Dinas naik.")),
    ("LEN-04", dengan_kinerja(daftar_realisasi_tahunan=(setahun("I1", 79, 2023), setahun("I2", 70, 2023)))),
    ("LEN-04", _bertulis(dengan_kinerja(daftar_realisasi_tahunan=()), "Indeks Uji dan Nilai SAKIP Dinas tercapai.")),
    ("LEN-04", _bertulis(dengan_kinerja(daftar_realisasi_tahunan=()),
                         "Secara umum kenaikan tahun ini tidak setinggi tahun sebelumnya.")),
    ("LEN-05", dengan_renstra(periode=Periode(2024, 2024, None))),
    ("LEN-06", _pembanding(tanpa="I1")),
    ("LEN-06", dengan_kinerja(daftar_pembanding=())),
    ("LEN-06", _bertulis(_pembanding(tanpa="I1"), "Sebagian capaian belum mencapai rata-rata nasional.")),
    ("LEN-06", _bertulis(_pembanding(tanpa="I1"),
                         "Nilai SAKIP Dinas naik. Pembanding nasional untuk indikator ini belum tersedia.")),
    ("LEN-06", _bertulis(_pembanding(tanpa="I1"), "Data kepegawaian dan sistem nasional belum menyatu.",
                         bagian="bab1.isu_strategis")),
    ("LEN-07", dengan_kinerja(daftar_analisis=())),
    ("LEN-07", dengan_kinerja(daftar_analisis=tuple(replace(a, uraian="-") for a in _SEHAT.daftar_analisis))),
    ("LEN-07", dengan_kinerja(**_RENDAH, daftar_analisis=(
        Analisis("I1", 2024, Faktor.HAMBATAN, 1, "Asesor terbatas sepanjang tahun."), *_SEHAT.daftar_analisis))),
    ("LEN-08", dengan_anggaran(daftar_anggaran=(baris(P, pagu=100), baris(Q, pagu=100, sasaran="S2")))),
    ("LEN-08", _bertulis(dengan_kinerja(metode=MetodePengukuran(skala="x")), "Program ini berjalan tidak efisien.",
                         bagian="bab3.efisiensi")),
    ("LEN-09", dengan_anggaran(daftar_penunjang=())),
    ("LEN-09", dengan_anggaran(daftar_penunjang=(Penunjang(Q, mendukung="I2", capaian=D(100)),))),
    ("LEN-10", _penunjang(capaian=D(70))),
    ("LEN-10", _penunjang(capaian=D("83.33"))),
    ("LEN-11", _analisis(("I2", 2024, Faktor.KEBERHASILAN, f"{_SALIN}!"))),
    ("LEN-11", _analisis(("I2", 2024, Faktor.KEBERHASILAN, f"{_SALIN} pula."))),
    ("LEN-11", _analisis(("I1", 2023, Faktor.KEBERHASILAN, _SALIN))),
    ("LEN-13", _tanpa_bagian("bab1.isu_strategis")),
    ("LEN-13", dengan_narasi("Isu strategis Tahun 2018 - 2023 adalah mutu layanan.", bagian="bab1.isu_strategis")),
    ("LEN-14", _tanpa_bagian("bab4.kesimpulan")),
    ("LEN-14", _tanpa_bagian("bab4.langkah")),
    ("LEN-14", dengan_kinerja(**_RENDAH)),
    ("LEN-15", dengan_renstra(daftar_perjanjian=tuple(pk(k, Versi.PERUBAHAN, n) for k, n in (("I1", 80), ("I2", 70))))),
    ("LEN-15", dengan_renstra(daftar_perjanjian=())),
    ("LEN-15", dengan_narasi("Pengukuran memakai Perjanjian Kinerja Perubahan Tahun 2024.", bagian="bab2.renstra")),
    ("LEN-16", dengan_tabel(judul="Pegawai")),
    ("LEN-16", dengan_tabel(("1", "", None), ("2", "-", None))),
    ("LEN-16", dengan_narasi("Tabel 3.4 Perbandingan Capaian Antartahun")),
    ("LEN-16", replace(buku_sehat(), laporan=replace(
        laporan_sehat(), daftar_gambar=(GambarNaskah("g1", "bab2.renstra", "Tabel 2.3 Perjanjian Kinerja"),)))),
    ("LEN-17", _tanggal(None)),
    ("LEN-17", _tanggal(None, Narasi("bab4.penutup", 1, "Samarinda,     Februari 2025"))),
    ("LEN-18", replace(dengan_renstra(instansi=_PEMDA), laporan=DataLaporan(
        IdentitasLaporan(tanggal_laporan=date(2025, 4, 1))))),
    ("LEN-19", _fakta(dengan_renstra(instansi=_PEMDA), daftar_pernyataan=())),
    ("LEN-19", _fakta(daftar_pernyataan=(date(2025, 3, 1),))),
    ("LEN-20", _fakta(reviu=replace(_REVIU, jawaban={}))),
    ("LEN-20", _fakta(reviu=replace(_REVIU, jawaban=_JAWABAN | {"R1.1": JawabanPertanyaan(JawabanReviu.TIDAK)}))),
    ("LEN-20", _fakta(reviu=replace(_REVIU, tahap=TahapReviu.BERJALAN, jawaban={}))),
    ("LEN-21", _versi(keadaan="ditandatangani", terbit=None)),
    ("LEN-22", _fakta(berbukti=frozenset({"I2"}))),
    ("LEN-22", dengan_kinerja(daftar_realisasi_tahunan=(
        *_SEHAT.daftar_realisasi_tahunan[1:], setahun("I1", 78, 2022, nomor_surat="800/12")))),
    ("LEN-22", dengan_kinerja(daftar_realisasi_tahunan=(
        setahun("I1", 78, 2022),
        *(replace(r, nomor_surat="800/1", tanggal_surat=date(2024, 1, 5))
          for r in _SEHAT.daftar_realisasi_tahunan[1:])))),
    ("LEN-23", _pembanding(_instansi("I1", "Kota Tetangga", "77.2"), _instansi("I1", "Kota Jauh", "77.2"))),
    ("LEN-23", _pembanding(_instansi("I1", "Kota Tetangga", "77"), _instansi("I1", "Kota Jauh", "77"))),
    ("LEN-23", _bertulis(_pembanding(_instansi("I1", "Kota Tetangga", "77.2"), _instansi("I1", "Kota Jauh", "71.4")),
                         "Indeks Uji di Kota Jauh mencapai 77,2%.")),
    ("LEN-01", _tanpa_bagian("bab4", lagi=(Narasi("bab4.kesimpulan", 1, "-"),))),
    ("LEN-13", _tanpa_bagian("bab1.isu", lagi=(Narasi("bab1.isu_strategis", 1, "–"),))),
    ("LEN-17", dengan_renstra(instansi=replace(_SEHAT.renstra.instansi, nama_kepala="-"))),
    ("LEN-23", _bertulis(buku_sehat(), "Indeks Uji nasional tahun 2024 tercatat 87%.")),
    ("LEN-23", _bertulis(buku_sehat(), "Rata-rata nasional 87 masih di atas Indeks Uji sebesar 80,5.")),
    ("LEN-23", _bertulis(_pembanding(_instansi("I1", "Kota Tetangga", "77.2"), _instansi("I1", "Kota Jauh", "71.4")),
                         "Indeks Uji di Kota Tetangga mencapai 77,2% dan di Kota Jauh 74,1%.")),
    ("LEN-23", _bertabel(("1", "Indeks Uji", "71,4", D("77.2")))),
    ("LEN-24", _pembanding(Pembanding("I1", 2022, JenisPembanding.NASIONAL, "Nasional", D(77)), tanpa="I1")),
    ("LEN-24", _bertulis(_pembanding(Pembanding("I1", 2022, JenisPembanding.NASIONAL, "Nasional", D(77)), tanpa="I1"),
                         "Dibandingkan dengan tahun 2022, Indeks Uji naik.")),
    ("SAK-04", dengan_kinerja(daftar_sakip=tuple(
        Sakip(2023, n, b, b - 1) for n, b in BOBOT_KOMPONEN[SkemaSakip.PERMENPAN12_2015].items()))),
    ("SAK-04", dengan_kinerja(daftar_sakip=(), metode=replace(
        _SEHAT.metode, skema_sakip=SkemaSakip.PERMENPAN12_2015))),
    ("SAK-06", _lke(_LKE_BENAR[0], ("1.a", "Keberadaan", D(9), D("8.1")), *_LKE_BENAR[2:])),
    ("SAK-07", _lke(*_LKE_BENAR[:3], ("1.c", "Pemanfaatan", D(15), D("11.3")))),
    ("SAK-07", dengan_kinerja(daftar_lke=tuple(Lke(2023, s, Jawaban.B) for s in DAFTAR_SUBKOMPONEN))),
    ("SAK-08", dengan_kinerja(daftar_kinerja_triwulan=(
        *(k for k in _SEHAT.daftar_kinerja_triwulan if k.indikator == "I1"), tw("I2", 4, 96)))),
    ("SAK-08", dengan_kinerja(daftar_komponen=(), daftar_kinerja_triwulan=tuple(
        k for k in _SEHAT.daftar_kinerja_triwulan if k.indikator == "I2"), daftar_realisasi_tahunan=(
            *_SEHAT.daftar_realisasi_tahunan, setahun("I1", 81, 2024, tahun_penilaian=2023)))),
    ("SAK-10", _rekomendasi("Memakai hasil pengukuran untuk anggaran", "", StatusRekomendasi.PROSES)),
    ("SAK-11", _rekomendasi("Memakai hasil pengukuran untuk menyesuaikan anggaran",
                            "Telah memakai hasil pengukuran untuk menyesuaikan anggaran.")),
    ("SAK-12", _sakip((2022, "0.8"), (2023, "0.7"))),
    ("SAK-13", _sakip((2021, "0.7"), (2023, "0.8"))),
    ("SAK-13", dengan_tabel(("A", D(1), D(2)), judul="Nilai SAKIP", kepala=("Uraian", "2021", "2024"))),
    ("TTE-01", _tanda(sidik_masuk="lain")),
    ("TTE-02", _tanda(sah=False)),
    ("TTE-02", _tanda(tepercaya=False)),
    ("TTE-02", _tanda(percobaan=True)),
    ("TTE-03", _tanda(pejabat=replace(_PEJABAT, nama="Orang Lain", nip="198001012005011001"))),
    ("TTE-03", _tanda(pejabat=replace(_PEJABAT, nama="Orang Lain", nip=""))),
    ("TTE-03", _tanda(nama_sertifikat="ORANG LAIN")),
    ("TTE-04", _versi(keadaan="final", terbit=None, daftar_tanda=(
        replace(_KOSONG, status_sertifikat="Sertifikat Anda di BSrE sudah habis masanya."),))),
    ("TTE-05", _versi(kode="")),
    ("TTE-05", _tanda(penerbit="CA Perusahaan")),
    ("TTE-06", _versi(_PK, daftar_tanda=(_TANDA, replace(_DAERAH, sidik_hasil="", pada=None)))),
    ("TTE-06", _versi(_PK, keadaan="final", terbit=None, daftar_tanda=(
        replace(_DAERAH, sidik_masuk="final"), _KOSONG))),
    ("TTE-06", _fakta(disetujui={4: date(2025, 3, 1)})),
    ("TTE-06", _fakta(daftar_pernyataan=(date(2025, 3, 1),))),
    ("TTE-07", _versi(sidik_kini="lain")),
    ("TTE-07", _versi(daftar_tanda=(_KOSONG,))),
]  # fmt: skip
DIAM: list[tuple[str, BukuKerja]] = [
    *((f"TTE-0{n}", _fakta()) for n in range(1, 8)),
    *((f"LEN-{n}", _fakta()) for n in (19, 20, 21, 22)),
    ("LEN-01", _DI_TENGAH),
    ("LEN-01", _tanpa_bagian("bab1", lagi=(Narasi("bab1", 1, "Pendahuluan."),))),
    ("LEN-02", replace(dengan_renstra(daftar_perjanjian=()), laporan=replace(laporan_sehat(), daftar_tabel=(
        TabelBebas("tabel_01", "bab2.perjanjian", "PK", "", ("Indikator", "Target"), (("Indeks Uji", D(80)),)),)))),
    ("LEN-03", dengan_triwulan(tw("I1", 4, 80), tw("I2", 4, None, catatan="Nilai belum terbit")).pada(_BERJALAN)),
    ("LEN-03", _bertulis(dengan_triwulan(tw("I1", 4, 80)), "Nilai SAKIP Dinas tahun ini belum dinilai Inspektorat.")
        .pada(_BERJALAN)),
    ("LEN-04", _bertulis(dengan_kinerja(daftar_realisasi_tahunan=()),
                         "Perbandingan dengan tahun sebelumnya belum dapat disajikan.")),
    ("LEN-05", buku_sehat()),
    ("LEN-06", _bertulis(_pembanding(tanpa="I1"), "Angka nasional untuk Indeks Uji belum tersedia.")),
    ("LEN-06", _bertulis(dengan_kinerja(daftar_pembanding=()),
                         "Perbandingan dengan standar nasional tidak dapat disajikan.")),
    ("LEN-08", _bertulis(dengan_anggaran(daftar_anggaran=(baris(P, pagu=100), baris(Q, pagu=100, sasaran="S2"))),
                         "Efisiensi Indeks Uji belum dapat dihitung karena anggarannya tergabung.")),
    ("LEN-09", dengan_anggaran(daftar_penunjang=(
        Penunjang(P, capaian=D(100)), Penunjang(Q, mendukung="I2", capaian=D(100))))),
    ("LEN-10", _penunjang(capaian=D(70), keterangan=KeteranganPenunjang.TIDAK_MENUNJANG)),
    ("LEN-10", _penunjang(capaian=D(90))),
    ("LEN-11", _analisis(("I1", 2024, Faktor.HAMBATAN, "Anggaran terbatas."),
                         ("I2", 2024, Faktor.HAMBATAN, "Anggaran terbatas."))),
    ("LEN-12", dengan_anggaran(daftar_realisasi_anggaran=()).pada(date(2024, 8, 1))),
    ("LEN-13", _tanpa_bagian("bab1.isu_strategis", lagi=(
        Narasi("bab1.gambaran_umum", 1, "Permasalahan utama adalah data yang belum padu."),))),
    ("LEN-13", dengan_narasi("Isu strategis 2024-2026 adalah mutu layanan.", bagian="bab1.isu_strategis")),
    ("LEN-13", dengan_narasi("Permasalahan pada Renstra 2019-2023 sudah selesai.", bagian="bab1.isu_strategis")),
    ("LEN-06", _bertulis(_pembanding(tanpa="I2"),
                         "Nilai SAKIP Dinas naik. Pembanding nasional untuk indikator ini belum tersedia.")),
    ("LEN-14", _bertulis(_bersingkatan(dengan_kinerja(**_RENDAH)), "IMP belum tercapai.", bagian="bab4.kesimpulan")),
    ("LEN-23", _bertabel(("1", "Indeks Uji", "77,2", D("71.4")))),
    ("LEN-01", _tanpa_bagian("bab3.realisasi", lagi=(Narasi("bab3.b", 1, "Anggaran dipakai sesuai rencana."),))),
    ("LEN-23", _bertulis(buku_sehat(), "Indeks Uji sebesar 80,5, sedangkan rata-rata nasional 78.")),
    ("LEN-14", _tanpa_bagian("bab4", lagi=(
        Narasi("bab4.kesimpulan", 1, "Kinerja memuaskan. Tahun depan pemantauan diperkuat."),))),
    ("LEN-14", _bertulis(dengan_kinerja(**_RENDAH), "Indeks Uji belum tercapai.", bagian="bab4.kesimpulan")),
    ("LEN-15", dengan_narasi("Tahun 2024 tidak ada Perjanjian Kinerja Perubahan.", bagian="bab2.renstra")),
    ("LEN-16", dengan_tabel(("1", "", D(0)))),
    ("LEN-16", dengan_narasi("Tabel 3.4 memperlihatkan capaian. Semua naik.")),
    ("LEN-17", _tanggal(date(2025, 2, 3))),
    ("LEN-18", replace(dengan_renstra(instansi=_PEMDA), laporan=DataLaporan(
        IdentitasLaporan(tanggal_laporan=date(2025, 3, 31))))),
    ("LEN-19", _fakta(daftar_pernyataan=())),
    ("LEN-21", _fakta(hari=date(2025, 3, 20), daftar_versi=(replace(_LAPORAN, keadaan="final", terbit=None),))),
    ("LEN-22", buku_sehat()),
    ("LEN-22", _fakta(dengan_kinerja(daftar_realisasi_tahunan=(*_SEHAT.daftar_realisasi_tahunan, setahun(
        "I1", "80.5", 2024, nomor_surat="1", tanggal_surat=date(2025, 1, 2)))), berbukti=frozenset({"I2"}))),
    ("LEN-23", _pembanding(_instansi("I1", "Kota Tetangga", "100"), _instansi("I1", "Kota Jauh", "100"))),
    ("LEN-23", _bertulis(_pembanding(_instansi("I1", "Kota Jauh", "71.4")), "Indeks Uji di Kota Jauh hanya 71,4%.",
                         "Indeks Uji lebih tinggi 9,1 poin daripada Kota Jauh.")),
    ("LEN-24", _bertulis(_pembanding(Pembanding("I1", 2022, JenisPembanding.NASIONAL, "Nasional", D(77)), tanpa="I1"),
                         "Angka nasional terakhir berasal dari tahun 2022.")),
    ("LEN-24", _pembanding(_instansi("I1", "Kota", "77.2"), _instansi("I1", "Kota", "70.1", 2022))),
    ("SAK-04", dengan_kinerja(daftar_sakip=tuple(
        Sakip(2019, n, b, b - 1) for n, b in BOBOT_KOMPONEN[SkemaSakip.PERMENPAN12_2015].items()))),
    ("SAK-06", _lke(*_LKE_BENAR)),
    ("SAK-06", _lke(_LKE_BENAR[0], ("1.a", "Keberadaan", D(20), None))),
    ("SAK-07", _lke(*_LKE_BENAR)),
    ("SAK-07", _sakip((2023, "0.7"), daftar_lke=tuple(Lke(2023, s, Jawaban.B) for s in DAFTAR_SUBKOMPONEN))),
    ("SAK-08", _bertulis(dengan_kinerja(daftar_kinerja_triwulan=(
        *(k for k in _SEHAT.daftar_kinerja_triwulan if k.indikator == "I1"), tw("I2", 4, 96))),
        "Nilai SAKIP Dinas memakai hasil evaluasi atas tahun 2023.")),
    ("SAK-10", _rekomendasi("Perbaiki", "Sedang disusun", StatusRekomendasi.BELUM).pada(date(2024, 8, 1))),
    ("SAK-11", _rekomendasi("Memakai hasil pengukuran untuk menyesuaikan anggaran",
                            "Dua kegiatan digeser setelah rapat triwulan kedua.")),
    ("SAK-12", _bertulis(_sakip((2022, "0.8"), (2023, "0.7")), *(
        f"{k} menurun karena bukti belum lengkap." for k in DAFTAR_KOMPONEN_88))),
    ("SAK-12", _sakip((2022, "0.7"), (2023, "0.8"))),
    ("SAK-13", _sakip((2022, "0.7"), (2023, "0.8"))),
    ("SAK-13", dengan_tabel(("A", D(1), D(2)), judul="Nilai SAKIP", kepala=("Uraian", "2024", "Target 2026"))),
    ("TTE-02", _versi(jenis_sertifikat="percobaan", daftar_tanda=(replace(_TANDA, percobaan=True),))),
    ("TTE-03", _tanda(pejabat=None)),
    ("TTE-03", _tanda(nama="Dr. Nama, M.Si.", nip="", nama_sertifikat="Nama")),
    ("TTE-06", _versi(_PK, keadaan="final", terbit=None, daftar_tanda=(_TANDA, replace(_DAERAH, sidik_hasil="")))),
    ("TTE-07", _versi(keadaan="ditandatangani", terbit=None, sidik_kini="lain")),
]  # fmt: skip
