"""A whole sound workbook, made up: a kabupaten's agency with plan, quarters, money, SAKIP, text, tables and claims.

Every rule is tried on it with one fault planted at a time (`mutasi`); as it stands no rule may say a word.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from anggaran.data import Anggaran, Belanja, DataAnggaran, KeteranganPenunjang, Penunjang, RealisasiAnggaran, Tingkat
from kinerja.data import (
    Analisis,
    DataKinerja,
    Faktor,
    Jawaban,
    JenisPembanding,
    KinerjaTriwulan,
    Komponen,
    Lke,
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
from kinerja.rumus.sakip import DAFTAR_KOMPONEN_88, DAFTAR_SUBKOMPONEN
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
from tests.pemeriksaan.naskah_besar import NASKAH

TAHUN = 2024
D = Decimal
_JENIS = JenisIndikator
# kode, sasaran, name, unit, kind, direction, Renstra 2021–2026, realisasi 2022 and 2023, quarters of 2024
DAFTAR = (
    ("I1", "S1", "Indeks sistem merit", "Indeks", _JENIS.INDEKS, Arah.POSITIF,
     ("200", "215", "230", "250", "260", "270"), ("221", "238"), ("240", "244", "248", "252.5")),
    ("I2", "S1", "Persentase pelanggaran disiplin ASN", "%", _JENIS.PERSEN, Arah.NEGATIF,
     ("0.60", "0.55", "0.50", "0.40", "0.35", "0.30"), ("0.52", "0.45"), ("0.10", "0.18", "0.27", "0.36")),
    ("I3", "S2", "Persentase ASN yang mengikuti pengembangan kompetensi", "%", _JENIS.PERSEN, Arah.POSITIF,
     ("70", "73", "76", "78", "82", "86"), ("72.6", "75.4"), ("20.5", "41.2", "60.3", "80")),
    ("I4", "S2", "Persentase jabatan yang terisi sesuai kompetensi", "%", _JENIS.PERSEN, Arah.POSITIF,
     ("80", "82", "85", "87", "89", "91"), ("81.5", "83.0"), ("84.1", "84.9", "85.6", "86.2")),
    ("I5", "S3", "Nilai SAKIP perangkat daerah", "Nilai", _JENIS.PREDIKAT, Arah.POSITIF,
     ("68", "70", "72", "73", "74", "75"), ("70.50", "72.40"), (None, None, None, "73.60")),
    ("I6", "S3", "Indeks kepuasan masyarakat", "Indeks", _JENIS.INDEKS, Arah.POSITIF,
     ("83", "84", "85", "86", "87", "88"), ("84.2", "85.2"), ("85.4", "85.9", "86.1", "86.75")),
)  # fmt: skip
PREDIKAT = {"70.50": "BB", "72.40": "BB", "73.60": "BB"}
_TARGET_TRIWULAN = {
    "I1": ("238", "242", "246", "250"), "I2": ("0.10", "0.20", "0.30", "0.40"), "I3": ("20", "40", "60", "78"),
    "I4": ("84", "85", "86", "87"), "I5": (None, None, None, "73"), "I6": ("85", "85.5", "86", "86.2"),
}  # fmt: skip
# kode, name, sasaran, pagu murni, pagu perubahan, realisasi per quarter
_UANG = (
    ("5.03.01", "Program Penunjang Urusan Pemerintahan Daerah", "S3"),
    ("5.03.01.2.01", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah", ""),
    ("5.03.01.2.01.0001", "Penyusunan Dokumen Perencanaan Perangkat Daerah", "", 80_000_000, 82_500_000, 74_310_500),
    ("5.03.01.2.01.0007", "Evaluasi Kinerja Perangkat Daerah", "", 60_000_000, 61_750_000, 57_905_250),
    ("5.03.01.2.02", "Administrasi Keuangan Perangkat Daerah", ""),
    ("5.03.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN", "", 4_120_000_000, 4_205_000_000, 3_987_412_300),
    ("5.03.02", "Program Kepegawaian Daerah", "S1"),
    ("5.03.02.2.02", "Mutasi dan Promosi ASN", ""),
    ("5.03.02.2.02.0001", "Pengelolaan Mutasi ASN", "", 410_000_000, 432_600_000, 401_118_750),
    ("5.03.02.2.02.0002", "Pengelolaan Kenaikan Pangkat ASN", "", 265_000_000, 271_400_000, 249_880_600),
    ("5.03.02.2.04", "Penilaian dan Evaluasi Kinerja Aparatur", ""),
    ("5.03.02.2.04.0003", "Pembinaan Disiplin ASN", "", 190_000_000, 188_250_000, 171_043_900),
    ("5.04.02", "Program Pengembangan Sumber Daya Manusia", "S2"),
    ("5.04.02.2.02", "Sertifikasi, Kelembagaan, Pengembangan Kompetensi Manajerial dan Fungsional", ""),
    ("5.04.02.2.02.0005", "Pengelolaan Lembaga Sertifikasi", "", 730_000_000, 768_900_000, 702_615_400),
    ("5.04.02.2.02.0011", "Penyelenggaraan Pelatihan Fungsional", "", 515_000_000, 530_150_000, 488_294_050),
)  # fmt: skip
_TUMBUH = (D("0.17"), D("0.42"), D("0.68"), D(1))


def _renstra() -> DataRenstra:
    definisi: dict[str, Any] = {"sumber_data": "Bidang pengampu", "penanggung_jawab": "Sekretaris"}
    indikator = tuple(
        Indikator(
            kode, sasaran, uraian, satuan, jenis, arah, Akumulasi.AKHIR, iku=True,
            formulasi=f"Diukur menurut pedoman {uraian.lower()}", **definisi,
        )
        for kode, sasaran, uraian, satuan, jenis, arah, *_ in DAFTAR
    )  # fmt: skip
    tujuan = Indikator(
        "IT1", "T1", "Indeks profesionalitas ASN", "Indeks", _JENIS.INDEKS, Arah.POSITIF, Akumulasi.AKHIR, iku=False,
        formulasi="Gabungan empat dimensi", **definisi,
    )  # fmt: skip
    deret = [("IT1", ("70", "72", "74", "76", "78", "80")), *((d[0], d[6]) for d in DAFTAR)]
    return DataRenstra(
        Instansi(
            "BKPSDM-UM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "BKPSDM", "Kabupaten Uji Makmur",
            JenisPemda.KABUPATEN, "Bupati Uji Makmur", "Uji Makmur",
            "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "Sri Lestari, S.E., M.Si.",
            "197503122000032004", "Pembina Utama Muda",
        ),
        Periode(TAHUN, 2021, 2026),
        (Misi("M1", "Kabupaten yang maju dan melayani", "Memperkuat tata kelola pemerintahan"),),
        (Tujuan("T1", "M1", "Terwujudnya ASN yang profesional"),),
        (
            Sasaran("S1", "T1", "Meningkatnya kualitas manajemen ASN"),
            Sasaran("S2", "T1", "Meningkatnya kompetensi ASN"),
            Sasaran("S3", "T1", "Meningkatnya akuntabilitas kinerja perangkat daerah"),
        ),
        (tujuan, *indikator),
        tuple(
            TargetTahunan(kode, tahun, D(nilai))
            for kode, nilai_nilai in deret
            for tahun, nilai in zip(range(2021, 2027), nilai_nilai, strict=True)
        ),
        tuple(
            Perjanjian(d[0], TAHUN, versi, D("86.2") if (d[0], versi) == ("I6", Versi.PERUBAHAN) else D(d[6][3]))
            for versi in Versi
            for d in DAFTAR
        ),
    )  # fmt: skip


def _triwulan() -> tuple[KinerjaTriwulan, ...]:
    hasil = []
    for kode, *_, deret in DAFTAR:
        for nomor, (target, realisasi) in enumerate(zip(_TARGET_TRIWULAN[kode], deret, strict=True), 1):
            baris = KinerjaTriwulan(
                kode, TAHUN, nomor, None if target is None else D(target), None if realisasi is None else D(realisasi),
                predikat_realisasi=PREDIKAT.get(str(realisasi), ""),
                catatan="Dinilai sekali setahun oleh Inspektorat" if realisasi is None else "",
            )  # fmt: skip
            if (kode, nomor) == ("I3", 4):
                baris = replace(baris, pembilang=D(812), penyebut=D(1015))
            hasil.append(baris)
    return tuple(hasil)


def _sakip() -> tuple[Sakip, ...]:
    nilai = {2022: ("22", "21", "10.5", "17"), 2023: ("22.5", "21.6", "10.8", "17.5")}
    bobot = ("30", "30", "15", "25")
    return tuple(
        Sakip(tahun, komponen, D(b), D(n))
        for tahun, daftar in nilai.items()
        for komponen, b, n in zip(DAFTAR_KOMPONEN_88, bobot, daftar, strict=True)
    )


def _analisis() -> tuple[Analisis, ...]:
    isi = {
        ("I1", Faktor.KEBERHASILAN): "Manajemen talenta sudah memakai peta jabatan yang dimutakhirkan setiap semester.",
        ("I2", Faktor.KEBERHASILAN): "Pembinaan oleh atasan langsung berjalan sehingga kasus baru dapat dicegah.",
        ("I3", Faktor.KEBERHASILAN): "Pelatihan daring membuka kesempatan bagi unit kerja di kecamatan terpencil.",
        ("I4", Faktor.HAMBATAN): "Uji kompetensi pejabat pengawas tertunda karena asesor terbatas.",
        ("I4", Faktor.SOLUSI): "Kerja sama dengan lembaga sertifikasi provinsi dimulai pada triwulan pertama.",
        ("I5", Faktor.KEBERHASILAN): "Rekomendasi evaluasi sebelumnya dikerjakan dengan jadwal yang dipantau bulanan.",
        ("I6", Faktor.KEBERHASILAN): "Loket layanan kepegawaian dibuka juga melalui aplikasi.",
    }
    return tuple(Analisis(kode, TAHUN, faktor, 1, uraian) for (kode, faktor), uraian in isi.items())


def _kinerja() -> DataKinerja:
    jawaban = ("BB", "BB", "B", "BB", "B", "B", "BB", "B", "B", "B", "B", "B")
    batas = ((0, "Sangat Rendah"), (51, "Rendah"), (66, "Sedang"), (76, "Tinggi"), (91, "Sangat Tinggi"))
    nasional = {"I1": "245", "I2": "0.5", "I3": "74", "I4": "82", "I5": "68", "I6": "84"}
    lalu = [(d[0], tahun, nilai) for d in DAFTAR for tahun, nilai in zip((2022, 2023), d[7], strict=True)]
    return DataKinerja(
        _renstra(),
        MetodePengukuran(
            D(120), RumusNegatif.SELISIH, 2, "permendagri", MetodeEfisiensi.SELISIH, SkemaSakip.PERMENPAN88_2021
        ),
        tuple(Skala("permendagri", Arah.POSITIF, D(b), kata) for b, kata in batas),
        tuple(
            Komponen("IT1", kode, uraian, D("0.25"), D(nilai), TAHUN)
            for kode, uraian, nilai in (
                ("a", "Kualifikasi", "74"), ("b", "Kompetensi", "78"), ("c", "Kinerja", "80"), ("d", "Disiplin", "76"),
            )
        ),
        _triwulan(),
        tuple(
            RealisasiTahunan(
                kode, tahun, D(nilai), PREDIKAT.get(nilai, "") if kode == "I5" else "",
                nomor_surat=f"000.8/{tahun}/{kode}", tanggal_surat=date(tahun + 1, 1, 20),
            )
            for kode, tahun, nilai in lalu
        ),
        (
            *(Pembanding(k, TAHUN, JenisPembanding.NASIONAL, "Nasional", D(n)) for k, n in nasional.items()),
            Pembanding("I6", TAHUN, JenisPembanding.INSTANSI, "Kabupaten Tetangga Jaya", D("84.37")),
            Pembanding("I6", TAHUN, JenisPembanding.INSTANSI, "Provinsi Contoh Raya", D("85.91")),
        ),
        _sakip(),
        tuple(Lke(2023, sub, Jawaban(j)) for sub, j in zip(DAFTAR_SUBKOMPONEN, jawaban, strict=True)),
        (
            Rekomendasi(2023, "Perencanaan Kinerja", "Menyelaraskan indikator pelaksana dengan sasaran",
                        "Cascading sampai pengawas ditetapkan keputusan kepala badan", StatusRekomendasi.SELESAI),
            Rekomendasi(2023, "Pengukuran Kinerja", "Memakai hasil pengukuran berkala untuk menyesuaikan kegiatan",
                        "Rapat triwulan memutuskan pergeseran dua kegiatan", StatusRekomendasi.SELESAI),
        ),
        _analisis(),
    )  # fmt: skip


def _jumlah(kode: str, kolom: int) -> Decimal:
    return D(sum(b[kolom] for b in _UANG if len(b) > 3 and b[0].startswith(kode)))  # type: ignore[misc]


def _anggaran(kinerja: DataKinerja) -> DataAnggaran:
    tingkat = {3: Tingkat.PROGRAM, 5: Tingkat.KEGIATAN, 6: Tingkat.SUBKEGIATAN}
    baris = tuple(
        Anggaran(
            kode, next((i for i in (kode.rpartition(".")[0], kode.rsplit(".", 2)[0]) if i in _SEMUA), ""),
            tingkat[kode.count(".") + 1], uraian, "Sekretariat", sasaran, _jumlah(kode, 3), _jumlah(kode, 4),
        )
        for kode, uraian, sasaran, *_ in _UANG
    )  # fmt: skip
    realisasi = tuple(
        RealisasiAnggaran(
            b[0], TAHUN, nomor,
            sum((bulat(D(c[5]) * porsi, 0) for c in _UANG if len(c) > 3 and c[0].startswith(b[0])), D(0)),
            sum((bulat(D(c[4]) * porsi, 0) for c in _UANG if len(c) > 3 and c[0].startswith(b[0])), D(0)),
        )
        for b in _UANG
        for nomor, porsi in enumerate(_TUMBUH, 1)
    )  # fmt: skip
    murni, pagu, terpakai = _jumlah("5", 3), _jumlah("5", 4), _jumlah("5", 5)
    pegawai = (D(4_120_000_000), D(4_205_000_000), D(3_987_412_300))
    return DataAnggaran(
        kinerja, baris, realisasi,
        (
            Belanja("B", "", "Belanja Operasi", TAHUN, murni, pagu, terpakai),
            Belanja("B.1", "B", "Belanja Pegawai", TAHUN, *pegawai),
            Belanja("B.2", "B", "Belanja Barang dan Jasa", TAHUN, murni - pegawai[0], pagu - pegawai[1],
                    terpakai - pegawai[2]),
        ),
        tuple(
            Penunjang(kode, "", mendukung, D(100), KeteranganPenunjang.MENUNJANG)
            for kode, mendukung in (
                ("5.03.02.2.02", "I1"), ("5.03.02.2.04", "I2"), ("5.04.02.2.02.0011", "I3"),
                ("5.04.02.2.02.0005", "I4"), ("5.03.01.2.01", "I5"), ("5.03.01.2.02", "I6"),
            )
        ),
    )  # fmt: skip


_SEMUA = frozenset(b[0] for b in _UANG)


def _tabel() -> tuple[TabelBebas, ...]:
    pendidikan = (("SMA", 2, 1), ("Diploma", 3, 4), ("Sarjana", 10, 12), ("Magister", 7, 5))
    golongan = (("Golongan II", 3, 3), ("Golongan III", 15, 16), ("Golongan IV", 4, 3))

    def pegawai(nama: str, judul: str, isi: tuple[tuple[str, int, int], ...]) -> TabelBebas:
        kepala = ("Uraian", "Laki-laki", "Perempuan", "Jumlah")
        baris = [(u, D(a), D(b), D(a + b)) for u, a, b in isi]
        total = ("Jumlah", *(sum((b[n] for b in baris), D(0)) for n in (1, 2, 3)))
        return TabelBebas(nama, "bab1.sdm", judul, "Subbagian Umum dan Kepegawaian, 2024", kepala, (*baris, total))

    program = [(b[1], _jumlah(b[0], 4)) for b in _UANG if b[0].count(".") == 2]
    rencana = (*program, ("Jumlah", sum((p[1] for p in program), D(0))))
    return (
        pegawai("tabel_01", "Tabel 1.1 Pegawai menurut Pendidikan Tahun 2024", pendidikan),
        pegawai("tabel_02", "Tabel 1.2 Pegawai menurut Golongan Tahun 2024", golongan),
        TabelBebas("tabel_03", "bab2.perjanjian_kinerja", "Tabel 2.1 Program dan Anggaran Perjanjian Kinerja Perubahan "
                   "Tahun 2024", "Perjanjian Kinerja Perubahan 2024", ("Program", "Anggaran"), rencana),
    )  # fmt: skip


def _klaim(data: DataInstansi) -> tuple[Klaim, ...]:
    """What a report that is right prints: every figure rounded half up to two decimals, money as it is."""
    daftar: list[Klaim] = []

    def cetak(rujukan: str, besaran: str, subjek: str = "", tahun: int = TAHUN, triwulan: int | None = None) -> None:
        hasil = hitung(data, besaran, subjek, tahun=tahun, triwulan=triwulan)
        assert hasil.ada, (besaran, subjek, hasil.alasan)
        angka = None if hasil.angka is None else bulat(hasil.angka, 2)
        daftar.append(Klaim(rujukan, besaran, subjek, tahun, triwulan, None, angka, None, hasil.kata or ""))

    for kode, *_ in DAFTAR:
        for besaran in ("selisih_target", "realisasi", "capaian", "kategori_capaian"):
            cetak("Tabel 3.1", besaran, kode)
        cetak("Tabel 3.2", "realisasi", kode, 2023)
        cetak("Tabel 3.2", "pertumbuhan", kode)
        cetak("Tabel 3.3", "kemajuan_renstra", kode)
        cetak("Tabel 3.4", "capaian_nasional", kode)
        cetak("Tabel 3.9", "efisiensi", kode)
    for kode in ("I1", "I3", "I6"):
        for nomor in (1, 2, 3):
            cetak(f"Tabel 3.{9 + nomor}", "capaian", kode, triwulan=nomor)
    for sasaran in ("S1", "S2", "S3"):
        cetak("Tabel 3.5", "rata_rata_sasaran", sasaran)
        cetak("Tabel 3.5", "kategori_capaian", sasaran)
        for besaran in ("jumlah_pagu", "jumlah_realisasi", "serapan"):
            cetak("Tabel 3.6", besaran, sasaran)
        cetak("Tabel 3.9", "efisiensi", sasaran)
    for kode, *_ in _UANG:
        for besaran in ("jumlah_pagu", "jumlah_realisasi", "serapan"):
            cetak("Tabel 3.7", besaran, kode)
    for besaran in ("jumlah_pagu", "jumlah_realisasi", "serapan"):
        cetak("Tabel 3.7, jumlah", besaran)
    cetak("Tabel 3.9", "rata_rata_efisiensi")
    cetak("Tabel 3.5", "rata_rata_total")
    for tahun in (2022, 2023):
        cetak("Tabel 3.8", "nilai_sakip", tahun=tahun)
        cetak("Tabel 3.8", "predikat_sakip", tahun=tahun)
        daftar.extend(
            Klaim("Tabel 3.8", "nilai_komponen_maks", s.komponen, tahun, nilai=s.nilai)
            for s in data.kinerja.daftar_sakip
            if s.tahun == tahun
        )
    return tuple(daftar)


@cache
def buku_besar() -> BukuKerja:
    """The sound workbook."""
    data = DataInstansi(_anggaran(_kinerja()))
    narasi = tuple(
        Narasi(bagian, nomor, isi) for bagian, daftar in NASKAH.items() for nomor, isi in enumerate(daftar, 1)
    )
    laporan = DataLaporan(IdentitasLaporan(JenisLaporan.TAHUNAN, None, date(2025, 2, 17)), narasi, _tabel())
    return BukuKerja(data, laporan, _klaim(data))
