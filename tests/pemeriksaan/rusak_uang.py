"""ANG and EFI where an independent measure missed them: faults (`RUSAK`), and sound cases that look alike (`DIAM`)."""

from __future__ import annotations

from dataclasses import replace

from anggaran.data import Penunjang, RealisasiAnggaran
from anggaran.data import Tingkat as TingkatAnggaran
from kinerja.data import MetodeEfisiensi
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from renstra.data import Indikator, JenisIndikator, JenisPemda
from tests.pembuat import Belanja, D, baris, tw, uang
from tests.pemeriksaan.tahun_sehat import (
    K,
    P,
    Q,
    S,
    buku_sehat,
    dengan_anggaran,
    dengan_narasi,
    klaim,
    renstra_sehat,
)

_UANG = ("Kode", "Uraian", "Pagu (Rp)", "Realisasi (Rp)", "%")
_EFISIENSI = ("No", "Sasaran", "Capaian (%)", "Serapan (%)", "Tingkat Efisiensi")
_JUTA = 1_000_000
_BERTINGKAT = (
    baris(P, pagu=1000 * _JUTA, sasaran="S1", tingkat=TingkatAnggaran.PROGRAM, uraian="Program Uji"),
    baris(K, P, 1000 * _JUTA, tingkat=TingkatAnggaran.KEGIATAN, uraian="Kegiatan Uji"),
    *(baris(f"{K}.000{n}", K, 250 * _JUTA, tingkat=TingkatAnggaran.SUBKEGIATAN, uraian=f"Pekerjaan {'ABCD'[n - 1]}")
      for n in range(1, 5)),
    baris(Q, pagu=400 * _JUTA, sasaran="S2", tingkat=TingkatAnggaran.PROGRAM, uraian="Program Penunjang Uji"),
)  # fmt: skip
_TERPAKAI = tuple(n * _JUTA for n in (200, 210, 230, 240))
_REALISASI = (
    uang(P, 880 * _JUTA), uang(K, 880 * _JUTA), *(uang(f"{K}.000{n}", r) for n, r in enumerate(_TERPAKAI, 1)),
    uang(Q, 380 * _JUTA),
)  # fmt: skip
_LALU = (
    Belanja("B", tahun=2024, pagu=D(1400 * _JUTA), realisasi=D(1260 * _JUTA)),
    Belanja("B", tahun=2023, pagu=D(1300 * _JUTA), realisasi=D(1170 * _JUTA)),
)


def besar(*naskah: str, bagian: str = "bab3.realisasi_anggaran", **lain: object) -> BukuKerja:
    """A year with money of a real size, four subkegiatan and the year before; with these paragraphs more."""
    isi: dict[str, object] = {
        "daftar_anggaran": _BERTINGKAT, "daftar_realisasi_anggaran": _REALISASI, "daftar_belanja": _LALU,
    }  # fmt: skip
    return replace(dengan_anggaran(**(isi | lain)), laporan=dengan_narasi(*naskah, bagian=bagian).laporan)


def bertabel(buku: BukuKerja, kepala: tuple[str, ...], *isi: tuple[object, ...]) -> BukuKerja:
    """With a free table whose cells are typed as offices type them."""
    tabel = TabelBebas("tabel_01", "bab3.efisiensi", "Tabel 3.1 Uji", "Sekretariat", kepala, isi)  # type: ignore[arg-type]
    return replace(buku, laporan=replace(buku.laporan, daftar_tabel=(tabel,)))


def _baris_uang(persen: tuple[str, ...], realisasi: tuple[int, ...] = _TERPAKAI) -> BukuKerja:
    """The kegiatan and its four subkegiatan in a table, with these percentages."""
    sub = [(f"{K}.000{n}", f"Pekerjaan {'ABCD'[n - 1]}", "250.000.000", f"{r:,}".replace(",", "."), p)
           for n, (r, p) in enumerate(zip(realisasi, persen, strict=True), 1)]  # fmt: skip
    return bertabel(besar(), _UANG, (K, "Kegiatan Uji", "1.000.000.000", "880.000.000", "88,00"), *sub)


def _program(pagu: str, nama: str = "Program Penunjang Uji") -> BukuKerja:
    return bertabel(besar(), _UANG, ("", "Program Uji", "1.000.000.000", "880.000.000", "88,00"),
                    ("", nama, pagu, "380.000.000", "95,00"))  # fmt: skip


def _efisiensi(*sel: str, rata: str = "") -> BukuKerja:
    isi = [(D(n), nama, c, "90,00", e) for n, (nama, c, e) in enumerate(
        zip(("Sasaran satu", "Sasaran dua"), ("100,63", "101,43"), sel, strict=False), 1)]  # fmt: skip
    return bertabel(buku_sehat(), _EFISIENSI, *isi, *([("", "Rata-rata", "", "", rata)] if rata else []))


def _tanpa_angka(*sel: tuple[str, str], metode: MetodeEfisiensi = MetodeEfisiensi.SELISIH) -> BukuKerja:
    buku = buku_sehat(kinerja=lambda k: replace(k, metode=replace(k.metode, metode_efisiensi=metode)))
    return bertabel(buku, ("Sasaran", "Efisiensi (%)", "Nilai Efisiensi (NE)"), *(("Sasaran satu", *s) for s in sel))


def _naskah(*isi: str, bagian: str = "bab3.efisiensi") -> BukuKerja:
    return dengan_narasi(*isi, bagian=bagian)


def _gagal(buku: BukuKerja) -> BukuKerja:
    """Sasaran satu ends below its target."""
    kinerja = replace(buku.data.kinerja, daftar_komponen=(), daftar_kinerja_triwulan=(tw("I1", 4, 70), tw("I2", 4, 71)))
    return replace(buku, data=type(buku.data)(replace(buku.data.anggaran, kinerja=kinerja)))


def _bernama(*isi: tuple[str, str], jenis: JenisPemda = JenisPemda.KABUPATEN) -> BukuKerja:
    """A budget in the nomenclature of a kabupaten, with these names."""
    nama = {
        "1.02.01": "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "1.02.02": "Program Upaya Kesehatan",
        "1.02.01.2.06": "Administrasi Umum Perangkat Daerah",
        "1.02.01.2.06.0002": "Penyediaan Peralatan dan Perlengkapan Kantor",
    } | dict(isi)
    daftar = tuple(baris(k, k.rpartition(".2.")[0] if k.count(".") == 4 else k.rpartition(".")[0] if k.count(".") > 4
                         else "", 100, uraian=u, sasaran="S1") for k, u in nama.items())  # fmt: skip
    buku = buku_sehat(lambda r: replace(r, instansi=replace(r.instansi, jenis_pemda=jenis)))
    return replace(buku, data=type(buku.data)(replace(buku.data.anggaran, daftar_anggaran=daftar)))


def _belanja(**anak: int) -> BukuKerja:
    isi = {"pagu_murni": 90, "pagu": 100, "realisasi": 80} | anak
    return besar(daftar_belanja=(
        Belanja("B", tahun=2024, pagu_murni=D(150), pagu=D(160), realisasi=D(140)),
        Belanja("B.1", "B", "Belanja Barang", 2024, *(D(isi[k]) for k in ("pagu_murni", "pagu", "realisasi"))),
        Belanja("B.2", "B", "Belanja Modal", 2024, D(60), D(60), D(60)),
    ))  # fmt: skip


def _keluaran(capaian: int) -> BukuKerja:
    """A subkegiatan whose own indicator has no figures yet, and what the sheet `penunjang` says of it."""
    indikator = (*renstra_sehat().daftar_indikator, Indikator("K1", S, "Jumlah Orang", "Orang", JenisIndikator.ANGKA))
    buku = buku_sehat(lambda r: replace(r, daftar_indikator=indikator))
    penunjang = (*buku.data.anggaran.daftar_penunjang, Penunjang(S, capaian=D(capaian)))
    return replace(buku, data=type(buku.data)(replace(buku.data.anggaran, daftar_penunjang=penunjang)))


_TRIWULAN = (*_REALISASI, RealisasiAnggaran(f"{K}.0001", 2024, 3, D(260 * _JUTA)))
_GESER = ("80,00", "84,00", "92,00", "96,00")
_KLAIM = [klaim("serapan", nilai, f"{K}.000{n}") for n, nilai in enumerate(("92.00", "80.00", "84.00", "96.00"), 1)]

RUSAK: list[tuple[str, BukuKerja]] = [
    ("ANG-03", besar("Program Uji dengan pagu Rp1.000.000.000,- terealisasi sebesar Rp880.000.000,- (80,80%).")),
    ("ANG-04", besar("Kegiatan Uji dengan pagu Rp1.000.000.000,00 terealisasi sebesar Rp1.000.500.000,00.")),
    ("ANG-04", besar(daftar_realisasi_anggaran=_TRIWULAN)),
    ("ANG-04", _belanja(realisasi=101)),
    ("ANG-06", besar("Program Uji dengan pagu Rp1.000.000.000,- terealisasi sebesar Rp1.000.000.000,- (88,00%).")),
    ("ANG-11", _belanja(pagu_murni=95)),
    ("ANG-14", _baris_uang(("96,00", "80,00", "84,00", "92,00"))),
    ("ANG-14", _baris_uang(("84,00", "92,00", "80,00", "96,00"))),
    ("ANG-14", replace(besar(), daftar_klaim=tuple(_KLAIM))),
    ("ANG-15", _baris_uang(_GESER, (200 * _JUTA, 210 * _JUTA, 880 * _JUTA, 240 * _JUTA))),
    ("ANG-16", _program("1.400.000.000")),
    ("ANG-16", _program("1.000.000.000")),
    ("ANG-17", besar("Anggaran tahun 2024 sebesar Rp1.300.000.000,00.", bagian="ikhtisar")),
    ("ANG-17", besar("Pada Tahun Anggaran 2023 RSUD dr. Uji mendapat anggaran sebesar Rp1.400.000.000,00 dari APBD dan "
                     "BLUD. Sampai dengan 31 Desember 2024 semuanya dipakai.")),
    ("ANG-20", dengan_anggaran(daftar_anggaran=tuple(
        replace(a, induk=P) if a.kode == S else a for a in buku_sehat().data.anggaran.daftar_anggaran))),
    ("ANG-23", _bernama(("1.02.01.2.06.0002", "Penyediaan Peralatan Rumah Tangga"))),
    ("ANG-23", _bernama(("1.02.01", "Program Penunjang Urusan Pemerintahan Daerah Provinsi"))),
    ("ANG-24", _bernama(("1.02.03", "PROGRAM UPAYA  KESEHATAN"))),
    ("ANG-27", _keluaran(45)),
    ("EFI-01", _efisiensi("13,63", "11,43")),
    ("EFI-01", _tanpa_angka(("12,34", ""))),
    ("EFI-02", _efisiensi("1,118", "1,127")),
    ("EFI-02", _naskah("Sasaran satu menghasilkan efisiensi sebesar 1,118.")),
    ("EFI-03", _efisiensi("10,00", "11,43")),
    ("EFI-03", besar("Efisiensi anggaran tahun 2024 adalah Rp140.000.000,00 atau 10,00% dari pagu.")),
    ("EFI-04", besar("Anggaran terealisasi Rp1.260.000.000,00 atau 90,00% sehingga terdapat sisa anggaran sebesar "
                     "Rp140.000.000,00 atau 11,00%.")),
    ("EFI-04", besar("Anggaran terealisasi Rp1.260.000.000,00 sehingga terdapat sisa anggaran Rp150.000.000,00.")),
    ("EFI-05", _gagal(_naskah("Telah terjadi efisiensi penggunaan anggaran pada Sasaran satu."))),
    ("EFI-07", _tanpa_angka(("-9,50", "(8,50)"), metode=MetodeEfisiensi.PMK)),
    ("EFI-07", _naskah("NE tahun 2024 mencapai 235%.")),
    ("EFI-08", _naskah("Efisiensi Sasaran dua sebesar 11,43 poin. Penggunaan anggaran tersebut belum efisien.")),
    ("EFI-09", _naskah("Rata-rata tingkat efisiensi dari dua sasaran adalah 12,03 poin.")),
    ("EFI-09", _efisiensi("10,63", "11,43", rata="12,03")),
    ("EFI-10", bertabel(buku_sehat(), _EFISIENSI, (D(1), "Sasaran satu", "100,63", "90,40", "10,63"))),
]  # fmt: skip

DIAM: list[tuple[str, BukuKerja]] = [
    ("ANG-03", besar("Program Uji dengan pagu Rp1.000.000.000,- terealisasi sebesar Rp880.000.000,- (88,00%).")),
    ("ANG-04", besar("Realisasi Rp880.000.000,00 dari pagu sebesar Rp1.000.000.000,00.")),
    ("ANG-04", besar("Pagu murni Rp400.000.000,00 menjadi Rp1.000.000.000,00 dengan realisasi Rp880.000.000,00.")),
    ("ANG-04", besar("Anggaran terealisasi Rp1.260.000.000,00 sehingga sisa anggaran sebesar Rp140.000.000,00.")),
    ("ANG-04", besar("Pagu tahun 2024 Rp400.000.000,00 dengan realisasi tahun 2023 Rp500.000.000,00.")),
    ("EFI-01", bertabel(buku_sehat(), ("Sasaran", "Efisiensi 2023"), ("Sasaran satu", "13,63"))),
    ("EFI-01", bertabel(buku_sehat(), ("Sasaran", "Efisiensi (Rp)"), ("Sasaran satu", "10.000.000"))),
    ("ANG-04", besar("Realisasi Program Uji Rp880.000.000,00, sedangkan anggaran kas Rp850.000.000,00.")),
    ("ANG-04", _belanja()),
    ("NAR-04", besar("Anggaran pendapatan BLUD Rp610.000.000,00 terealisasi sebesar Rp641.000.000,00.")),
    ("NAR-04", besar("Program Uji menyerap 71,43% dari seluruh pagu.")),
    ("ANG-06", besar("Program Uji dengan pagu Rp1.000.000.000,- terealisasi Rp1.000.000.000,- (100%).")),
    ("ANG-11", _belanja()),
    ("ANG-14", _baris_uang(_GESER)),
    ("ANG-14", _baris_uang(("84,00", "80,00", "92,00", "96,00"))),
    ("ANG-15", _baris_uang(_GESER)),
    ("ANG-15", _baris_uang(("80,00", "80,00", "92,00", "96,00"), (200 * _JUTA, 200 * _JUTA, *_TERPAKAI[2:]))),
    ("ANG-16", _program("400.000.000")),
    ("ANG-16", _program("1.400.000.000", "Jumlah")),
    ("ANG-17", besar("Sebagai pembanding, pada tahun 2023 anggaran sebesar Rp1.300.000.000,00.")),
    ("ANG-17", besar("Anggaran tahun 2024 sebesar Rp1.400.000.000,00.", bagian="ikhtisar")),
    ("ANG-17", besar("Peraturan Bupati Nomor 45 Tahun 2023 menetapkan anggaran sebesar Rp1.400.000.000,00.")),
    ("ANG-17", besar("DPA tanggal 29 Desember 2023 memuat anggaran Rp1.400.000.000,00.")),
    ("ANG-03", bertabel(besar(), ("Uraian", "Pagu (Rp)", "Realisasi (Rp)", "Realisasi Fisik (%)"),
                        ("Program Uji", "1.000.000.000", "880.000.000", "100,00"))),
    ("ANG-03", bertabel(besar(), ("Uraian", "Pagu (Rp)", "Realisasi (Rp)", "% terhadap total"),
                        ("Program Uji", "1.000.000.000", "880.000.000", "71,43"))),
    ("EFI-09", _naskah("Rata-rata efisiensi tiga tahun terakhir adalah 12,03 poin.")),
    ("ANG-23", _bernama()),
    ("ANG-23", _bernama(("1.02.01.2.06.0002", "Penyediaan peralatan dan perlengkapan kantor"))),
    ("ANG-24", _bernama(("1.03.02", "Program Upaya Kesehatan"))),
    ("ANG-27", _keluaran(80)),
    ("EFI-01", _efisiensi("10,63", "11,43")),
    ("EFI-01", bertabel(buku_sehat(), _EFISIENSI, (D(1), "Sasaran satu", "100,63", "91,00", "9,63"))),
    ("EFI-02", _efisiensi("10,63", "11,43")),
    ("EFI-02", _naskah("Sasaran satu menghasilkan efisiensi sebesar 10,63 poin.")),
    ("EFI-03", _efisiensi("10,63", "11,43")),
    ("EFI-03", besar("Efisiensi pemakaian listrik sebesar 10,00% dicapai dengan panel surya di Program Uji.")),
    ("EFI-04", besar("Anggaran terealisasi Rp1.260.000.000,00 atau 90,00% sehingga terdapat sisa anggaran sebesar "
                     "Rp140.000.000,00 atau 10,00%.")),
    ("EFI-04", besar("Anggaran terealisasi Rp1.260.000.000,00 sehingga terdapat sisa anggaran Rp140.000.000,00.")),
    ("EFI-05", _gagal(_naskah("Terjadi efisiensi anggaran pada Sasaran satu karena pemotongan oleh pusat."))),
    ("EFI-05", _gagal(_naskah("Efisiensi membandingkan capaian dan serapan; nilai 1 atau lebih berarti efisien."))),
    ("EFI-07", _tanpa_angka(("10,63", "100,00"), metode=MetodeEfisiensi.PMK)),
    ("EFI-08", _naskah("Efisiensi Sasaran dua sebesar 11,43 poin. Penggunaan anggaran tersebut sudah efisien.")),
    ("EFI-09", _naskah("Rata-rata tingkat efisiensi dari dua sasaran adalah 11,03 poin.")),
    ("EFI-09", _efisiensi("10,63", "11,43", rata="11,03")),
    ("EFI-10", bertabel(buku_sehat(), _EFISIENSI, (D(1), "Sasaran satu", "100,63", "90,00", "10,63"))),
]  # fmt: skip
