"""A made-up report that uses every node, long and wide tables, spans, gaps and every kind of chart."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, belum_waktunya, kosong, tidak_berlaku
from lkjip.laporan.isi import (
    Angka,
    Bab,
    Bagian,
    Baris,
    Daftar,
    DaftarOtomatis,
    DataGrafik,
    Deret,
    Dokumen,
    Gambar,
    GayaBaris,
    GayaDeret,
    GayaParagraf,
    Grafik,
    Identitas,
    JenisAngka,
    JenisBab,
    JenisDaftar,
    JenisDaftarOtomatis,
    JenisGrafik,
    Kertas,
    Kolom,
    Paragraf,
    PemisahHalaman,
    Pihak,
    Rata,
    Rujuk,
    Sampul,
    Sel,
    Tabel,
    TandaTangan,
    Teks,
)

KALIMAT = (
    "Indikator ini menggambarkan sejauh mana pelayanan kepegawaian diselesaikan tepat waktu dan sesuai dengan "
    "norma, standar, prosedur, dan kriteria yang berlaku bagi seluruh perangkat daerah di lingkungan pemerintah "
    "provinsi. "
)


def p(*isi: str | Angka | Rujuk, gaya: GayaParagraf = GayaParagraf.BIASA) -> Paragraf:
    return Paragraf(tuple(Teks(satu) if isinstance(satu, str) else satu for satu in isi), gaya)


def angka(
    nilai: str | None, jenis: JenisAngka = JenisAngka.ANGKA, besaran: str = "capaian", subjek: str = "IKU1"
) -> Angka:
    hasil = kosong("realisasi triwulan IV belum diisi") if nilai is None else ada(Decimal(nilai), "90,43 / 90 × 100")
    return Angka(hasil, jenis, Identitas(besaran, subjek, 2024, None, "perubahan"))


def sel(isi: str | Angka = "", **lain: object) -> Sel:
    return Sel((Teks(isi) if isinstance(isi, str) else isi,), **lain)  # type: ignore[arg-type]


def baris(*isi: str | Angka | Sel, gaya: GayaBaris = GayaBaris.BIASA) -> Baris:
    return Baris(tuple(satu if isinstance(satu, Sel) else sel(satu) for satu in isi), gaya)


def deret(nama: str, *nilai: str | None, gaya: GayaDeret = GayaDeret.UTAMA) -> Deret:
    hasil: list[Hasil] = [belum_waktunya("tahun belum berakhir") if n is None else ada(Decimal(n), "") for n in nilai]
    return Deret(nama, tuple(hasil), gaya)


def png(lebar: int, tinggi: int) -> bytes:
    """A small grey picture."""

    def potong(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    titik = b"".join(b"\0" + bytes((x * 255 // lebar + y) % 256 for x in range(lebar)) for y in range(tinggi))
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    awal = b"\x89PNG\r\n\x1a\n" + potong(b"IHDR", kepala)
    return awal + potong(b"IDAT", zlib.compress(titik)) + potong(b"IEND", b"")


def grafik_capaian(banyak: int = 8) -> Grafik:
    nilai = [("100.48", "107.14", "82.5", None, "104.13", "120", "99.9", "97.41")[ke % 8] for ke in range(banyak)]
    data = DataGrafik(
        JenisGrafik.BATANG,
        tuple(f"IKU {ke + 1}" for ke in range(banyak)),
        (deret("Capaian 2024", *nilai),),
        "%",
        Decimal(100),
        "Target terpenuhi (100%)",
    )
    return Grafik(f"g-capaian-{banyak}", "Capaian Indikator Kinerja Utama Tahun 2024", data, "Capaian tiap indikator.")


def grafik_tahunan() -> Grafik:
    data = DataGrafik(
        JenisGrafik.GARIS,
        ("2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"),
        (
            deret("Realisasi", "71.2", "74.55", None, "84.1", "88.27", "90.43", None, None),
            deret("Target Renstra", "70", "73", "78", "82", "86", "90", "92", "95", gaya=GayaDeret.TARGET),
            deret("Nasional", "65", "66.5", "70.1", "71", "73.3", "75", None, None, gaya=GayaDeret.PEMBANDING),
        ),
        "nilai",
    )
    return Grafik(
        "g-tahunan", "Perkembangan Indeks Profesionalitas ASN 2019–2026", data, "Realisasi naik.", "BKD, 2024"
    )


def grafik_serapan() -> Grafik:
    nama = (
        "Program Penunjang Urusan Pemerintahan Daerah Provinsi",
        "Program Kepegawaian Daerah",
        "Program Pengembangan Sumber Daya Manusia Aparatur melalui Pendidikan dan Pelatihan Teknis Fungsional",
    )
    data = DataGrafik(
        JenisGrafik.BATANG_MENDATAR,
        nama,
        (
            deret("Pagu", "53700257782", "8123000000", "1500000000", gaya=GayaDeret.PEMBANDING),
            deret("Realisasi", "52310112000", "7120000000", None),
        ),
        "Rp",
    )
    return Grafik("g-serapan", "Pagu dan Realisasi Anggaran per Program", data, "Anggaran tiga program.")


def grafik_sakip() -> Grafik:
    data = DataGrafik(
        JenisGrafik.BATANG_BERTUMPUK,
        ("Perencanaan Kinerja", "Pengukuran Kinerja", "Pelaporan Kinerja", "Evaluasi Akuntabilitas Kinerja Internal"),
        (
            deret("Nilai 2024", "24.6", "22.5", "11.1", "18.25"),
            deret("Nilai 2023", "23.1", "21", "10.95", None, gaya=GayaDeret.PEMBANDING),
            deret("Bobot", "30", "30", "15", "25", gaya=GayaDeret.TARGET),
        ),
        "",
    )
    return Grafik("g-sakip", "Nilai Komponen SAKIP terhadap Bobotnya", data, "Empat komponen.")


def tabel_panjang(banyak: int = 200) -> Tabel:
    isi: list[Baris] = []
    for ke in range(banyak):
        if ke % 25 == 0:
            isi.append(
                baris(
                    Sel(
                        (Teks(f"Sasaran {ke // 25 + 1}: Meningkatnya kualitas pengelolaan kepegawaian"),),
                        rentang_kolom=6,
                    ),
                    gaya=GayaBaris.KELOMPOK,
                )
            )
        kata = "Pertanggungjawaban penyelenggaraan kepemerintahan " if ke % 7 == 0 else "Persentase ASN yang memenuhi "
        kategori = sel("Sangat Tinggi" if ke % 3 else "Rendah", kategori=Decimal(ke % 5) / 4)
        isi.append(
            baris(
                str(ke + 1),
                kata + "standar kompetensi jabatan",
                angka("90"),
                angka("90.43"),
                angka(None if ke % 9 == 4 else "100.48", JenisAngka.PERSEN_POLOS),
                kategori,
            )
        )
    isi.append(
        baris(
            Sel((Teks("Rata-rata"),), rentang_kolom=4),
            angka("99.12", JenisAngka.PERSEN_POLOS),
            "",
            gaya=GayaBaris.JUMLAH,
        )
    )
    return Tabel(
        (
            Kolom(5, Rata.TENGAH),
            Kolom(40),
            Kolom(13, Rata.KANAN),
            Kolom(13, Rata.KANAN),
            Kolom(13, Rata.KANAN),
            Kolom(16, Rata.TENGAH),
        ),
        tuple(isi),
        (
            Baris(
                (
                    sel("No", rentang_baris=2),
                    sel("Indikator Kinerja", rentang_baris=2),
                    sel("Tahun 2024", rentang_kolom=3),
                    sel("Kategori", rentang_baris=2),
                )
            ),
            baris("Target", "Realisasi", "Capaian (%)"),
        ),
        "t-panjang",
        "Pengukuran Kinerja Tahun 2024 menurut Indikator",
        "Hasil pengukuran, 2024",
        catatan=(p("Tanda – berarti data belum tersedia.", gaya=GayaParagraf.CATATAN),),
    )


def tabel_lebar() -> Tabel:
    kepala = (
        "Kode",
        "Program/Kegiatan/Subkegiatan",
        "Indikator",
        "Satuan",
        "Target",
        "TW I",
        "TW II",
        "TW III",
        "TW IV",
        "Realisasi",
        "Capaian (%)",
        "Pagu (Rp)",
        "Realisasi (Rp)",
        "Serapan (%)",
    )
    isi = tuple(
        baris(
            f"5.03.02.1.{ke:02d}.0001",
            sel("Koordinasi dan Sinkronisasi Perencanaan Kebutuhan Kepegawaian", inden=ke % 3),
            "Jumlah dokumen perencanaan kebutuhan",
            "dokumen",
            angka("12"),
            angka("3"),
            angka("3"),
            angka("3"),
            angka(None),
            angka("9"),
            angka("75", JenisAngka.PERSEN_POLOS),
            angka("53700257782", JenisAngka.UANG),
            angka("52310112000.5", JenisAngka.UANG),
            angka("97.41", JenisAngka.PERSEN_POLOS),
        )
        for ke in range(1, 40)
    )
    kolom = tuple(
        Kolom(lebar, Rata.KANAN if ke > 3 else Rata.KIRI)
        for ke, lebar in enumerate((8, 18, 14, 7, 6, 5, 5, 5, 5, 7, 7, 11, 11, 7))
    )
    jumlah = baris(
        Sel((Teks("Jumlah"),), rentang_kolom=11),
        angka("2094310053498", JenisAngka.UANG),
        angka("2040094368019.5", JenisAngka.UANG),
        angka("97.41", JenisAngka.PERSEN_POLOS),
        gaya=GayaBaris.JUMLAH,
    )
    return Tabel(
        kolom, (*isi, jumlah), (baris(*kepala),), "t-lebar", "Kinerja dan Anggaran per Subkegiatan", mendatar=True
    )


def tabel_sempit() -> Tabel:
    """Very long words, codes and money in too little room."""
    kolom = tuple(Kolom(10, Rata.KANAN if ke % 2 else Rata.KIRI) for ke in range(8))
    isi = (
        baris(
            "Ketidakberpertanggungjawabannyakah",
            angka("999999999999.99", JenisAngka.RUPIAH),
            "X" * 60,
            angka("-27346788906", JenisAngka.UANG),
            "5.03.02.1.01.0001.0002",
            angka("53700257782", JenisAngka.RUPIAH),
            "https://contoh.go.id/alamat/yang/sangat/panjang/sekali?a=1&b=2",
            angka("10000", JenisAngka.PERSEN),
        ),
    )
    kepala = baris("Penyelenggaraan", "Pagu", "Kode", "Selisih", "Nomenklatur", "Realisasi", "Sumber", "Capaian")
    return Tabel(kolom, isi, (kepala,), "t-sempit", "Kata Panjang, Kode, dan Uang di Kolom Sempit")


def tabel_rentang() -> Tabel:
    """Cells that reach over rows: one sasaran with several indicators and quarters."""
    isi: list[Baris] = []
    for sasaran in range(1, 7):
        for indikator in range(3):
            depan = (sel(str(sasaran), rentang_baris=6), sel(KALIMAT[:110], rentang_baris=6)) if indikator == 0 else ()
            nama = sel(f"Persentase penyelesaian {indikator + 1}", rentang_baris=2)
            isi.append(Baris((*depan, nama, sel("Semester I"), sel(angka("45.5")))))
            isi.append(baris("Semester II", angka(None)))
    kolom = (Kolom(5, Rata.TENGAH), Kolom(35), Kolom(30), Kolom(18), Kolom(12, Rata.KANAN))
    kepala = baris("No", "Sasaran", "Indikator", "Waktu", "Nilai")
    return Tabel(kolom, tuple(isi), (kepala,), "t-rentang", "Sasaran dengan Sel Gabungan")


IDENTITAS = Tabel(
    (Kolom(22), Kolom(3), Kolom(75)),
    (baris("Nama", ":", "Contoh Nama, S.Sos., M.Si."), baris("Jabatan", ":", "Kepala Badan Kepegawaian Daerah")),
)
PIHAK_KESATU = Pihak(
    "Pihak Pertama",
    "Kepala Badan Kepegawaian Daerah",
    "CONTOH NAMA",
    "Pembina Utama Madya",
    "19700101 199503 1 001",
    "ttd-kepala",
)
PIHAK_KEDUA = Pihak("Pihak Kedua", "Gubernur")


def _depan() -> tuple[Bab, ...]:
    return (
        Bab(
            "pengantar",
            "Kata Pengantar",
            (p(KALIMAT * 3), p(KALIMAT * 2), TandaTangan((PIHAK_KESATU,), "Samarinda", date(2025, 2, 28))),
            JenisBab.DEPAN,
        ),
        Bab(
            "ikhtisar",
            "Ikhtisar Eksekutif",
            (
                p(
                    "Rata-rata capaian ",
                    angka("101.2", JenisAngka.PERSEN, "rata_rata_total", ""),
                    " (",
                    Rujuk("t-panjang"),
                    "). " + KALIMAT * 3,
                ),
                grafik_capaian(),
                p(KALIMAT * 4),
            ),
            JenisBab.DEPAN,
        ),
        Bab("daftar-isi", "Daftar Isi", (DaftarOtomatis(JenisDaftarOtomatis.ISI),), JenisBab.DEPAN),
        Bab("daftar-tabel", "Daftar Tabel", (DaftarOtomatis(JenisDaftarOtomatis.TABEL),), JenisBab.DEPAN),
        Bab("daftar-gambar", "Daftar Gambar", (DaftarOtomatis(JenisDaftarOtomatis.GAMBAR),), JenisBab.DEPAN),
    )


def _bab_satu() -> Bab:
    daftar = Daftar(((Teks("Pengadaan, pemberhentian, dan informasi; "), Teks(KALIMAT)), (Teks("Mutasi dan promosi"),)))
    huruf = Daftar(((Teks("Sekretariat"),), (Teks("Bidang Mutasi"),)), JenisDaftar.HURUF)
    dalam = Daftar(((Teks("Seleksi"),), (Teks("Pengangkatan"),)), JenisDaftar.HURUF)
    butir = ((Teks("Lebih dari cukup", miring=True),), (Teks("Penting", tebal=True),))
    poin = Daftar(butir, JenisDaftar.POIN, (dalam, None))
    gambar = Gambar("g-foto", "Bagan Organisasi", png(400, 220), "image/png", "Bagan", "BKD")
    return Bab(
        "bab1",
        "Pendahuluan",
        (
            Bagian(
                "b1a",
                "Latar Belakang",
                (
                    p(KALIMAT * 3),
                    p(KALIMAT),
                    daftar,
                    huruf,
                    poin,
                    p("Kutipan peraturan. " + KALIMAT, gaya=GayaParagraf.KUTIPAN),
                ),
            ),
            Bagian(
                "b1b",
                "Gambaran Umum",
                (
                    Bagian(
                        "b1b1",
                        "Tugas dan Fungsi",
                        (
                            p("Lihat ", Rujuk("g-foto"), " dan ", Rujuk("b3a"), ", juga ", Rujuk("bab3"), "."),
                            gambar,
                            Bagian("b1b1a", "Uraian Tugas", (p(KALIMAT), Bagian("b1b1a1", "Rincian", (p(KALIMAT),)))),
                        ),
                    ),
                    Bagian(
                        "b1b2",
                        "Sumber Daya",
                        (p("Data jumlah pegawai menurut golongan belum tersedia.", gaya=GayaParagraf.KEKURANGAN),),
                    ),
                ),
            ),
        ),
    )


def contoh_dokumen() -> Dokumen:
    """Every node at least once."""
    bab_tiga = Bab(
        "bab3",
        "Akuntabilitas Kinerja",
        (
            Bagian(
                "b3a",
                "Capaian Kinerja Organisasi",
                (p(KALIMAT), tabel_panjang(), p(KALIMAT * 2), grafik_tahunan(), grafik_sakip()),
            ),
            Bagian(
                "b3b",
                "Realisasi Anggaran",
                (
                    p(KALIMAT * 2),
                    grafik_serapan(),
                    tabel_sempit(),
                    p(KALIMAT),
                    tabel_lebar(),
                    p("Setelah tabel lebar. " + KALIMAT * 3),
                    tabel_rentang(),
                ),
            ),
            Bagian("b3c", "Tanpa Nomor", (p("Rata tengah", gaya=GayaParagraf.TENGAH),), bernomor=False),
        ),
    )
    lampiran = (
        Bab(
            "l1",
            "Perjanjian Kinerja Tahun 2024",
            (
                p(KALIMAT),
                IDENTITAS,
                p(KALIMAT),
                TandaTangan((PIHAK_KEDUA, replace(PIHAK_KESATU, kunci="ttd-pk")), "Samarinda", None),
                PemisahHalaman(),
                p("Lanjutan pada halaman baru."),
            ),
            JenisBab.LAMPIRAN,
        ),
        Bab(
            "l2",
            "Rencana Aksi",
            (
                Tabel(
                    tabel_lebar().kolom,
                    tabel_lebar().baris[:8],
                    tabel_lebar().kepala,
                    "t-l2",
                    "Rencana Aksi per Subkegiatan",
                    mendatar=True,
                ),
            ),
            JenisBab.LAMPIRAN,
        ),
    )
    return Dokumen(
        "LKjIP 2024 Badan Kepegawaian Daerah Provinsi Contoh",
        "Badan Kepegawaian Daerah Provinsi Contoh",
        "LKjIP 2024 · BKD Provinsi Contoh",
        date(2025, 2, 28),
        Sampul(
            "Laporan Kinerja Instansi Pemerintah (LKjIP)",
            "Tahun 2024",
            "Badan Kepegawaian Daerah",
            "Pemerintah Provinsi Contoh",
            "Samarinda, 2025",
        ),
        (*_depan(), _bab_satu(), bab_tiga, *lampiran),
        "Laporan kinerja tahun 2024",
        ("LKjIP", "SAKIP", "kinerja"),
    )


def dokumen_triwulan() -> Dokumen:
    """The short outline: chapters A, B, C."""
    return Dokumen(
        "Laporan Kinerja Triwulan I",
        "Badan",
        "Laporan Kinerja TW I 2023",
        None,
        Sampul("Laporan Kinerja Triwulan I", "Tahun 2023", "Badan", "Pemerintah Provinsi Contoh"),
        (
            Bab("a", "Pendahuluan", (p(KALIMAT * 2),), JenisBab.BIASA),
            Bab("b", "Capaian Kinerja", (Bagian("b1", "Sasaran", (p(KALIMAT), tabel_panjang(8))),), JenisBab.BIASA),
        ),
    )


def dokumen_lembar(kertas: Kertas = Kertas.F4) -> Dokumen:
    """Sheets without cover, headings, numbers and foot: an emblem, a statement, an annex of wide tables."""
    lambang = Gambar("", "", png(60, 80), "image/png", "Lambang daerah", lebar_mm=22)
    pihak = TandaTangan((PIHAK_KEDUA, replace(PIHAK_KESATU, kunci="")), "Samarinda", date(2024, 1, 31))
    pernyataan = (
        lambang,
        Paragraf((Teks("PERJANJIAN KINERJA TAHUN 2024", tebal=True),), GayaParagraf.TENGAH),
        p(KALIMAT * 2),
        IDENTITAS,
        p(KALIMAT),
        pihak,
    )
    return Dokumen(
        "Perjanjian Kinerja 2024",
        "Badan Kepegawaian Daerah",
        "",
        date(2024, 1, 31),
        None,
        (
            Bab("pk", "Pernyataan Perjanjian Kinerja", pernyataan, JenisBab.POLOS),
            Bab("pk-lampiran", "", (replace(tabel_panjang(6), kunci="", judul=""), pihak), JenisBab.POLOS),
            Bab("pk-aksi", "Rencana Aksi", (replace(tabel_lebar(), kunci="", judul=""),), JenisBab.POLOS),
        ),
        kertas=kertas,
    )


TAK_BERLAKU = tidak_berlaku("target nol")


def matriks_swot() -> Tabel:
    """Two halves, the lower with headings in the middle of the table."""

    def judul(kiri: str, kanan: str, gaya: GayaBaris) -> Baris:
        return baris(
            *(Sel((Teks(satu),), Rata.TENGAH, rentang_kolom=2, tebal=True) for satu in (kiri, kanan)), gaya=gaya
        )

    isi = (
        baris("1.", "Pegawai kompeten", "1.", "Anggaran terbatas"),
        judul("Peluang (O)", "Ancaman (T)", GayaBaris.KELOMPOK),
        baris("1.", "Sistem baru", "1.", "Aturan berubah"),
    )
    kepala = (judul("Kekuatan (S)", "Kelemahan (W)", GayaBaris.BIASA),)
    kolom = (Kolom(4), Kolom(46), Kolom(4), Kolom(46))
    return Tabel(kolom, isi, kepala, "matriks", "Matriks SWOT", nomor_kolom=False)
