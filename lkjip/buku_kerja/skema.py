"""The workbook's sheets and columns, once: drives reading, writing, the blank template and the help page.

The order of the sheets and columns here is the order in which they are written.
"""

from __future__ import annotations

import re

from anggaran.data import Anggaran, Belanja, KeteranganPenunjang, Penunjang, RealisasiAnggaran, Tingkat
from kinerja.data import (
    Analisis,
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
from lkjip.buku_kerja.jenis import (
    PANJANG_NAMA,
    JenisKolom,
    Kolom,
    Lembar,
    Rumah,
    angka,
    bulat,
    kode,
    pangsa,
    persen,
    pilihan,
    tahun,
    teks,
    triwulan,
    uang,
)
from lkjip.laporan.data import IdentitasLaporan, JenisLaporan, Narasi
from lkjip.pemeriksaan.data import Klaim
from renstra.data import (
    Akumulasi,
    Arah,
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
    VersiTarget,
)

BESARAN_KLAIM = (
    "capaian", "kategori_capaian", "realisasi", "rata_rata_sasaran", "rata_rata_total", "kemajuan_renstra",
    "capaian_nasional", "jumlah_pagu", "jumlah_realisasi", "serapan", "rata_rata_kemajuan", "rata_rata_efisiensi",
    "efisiensi", "nilai_sakip", "predikat_sakip", "nilai_komponen_maks", "selisih_target", "pertumbuhan",
)  # fmt: skip
DAFTAR_SUBKOMPONEN = tuple(f"{nomor}.{huruf}" for nomor in range(1, 5) for huruf in "abc")
NAMA_TABEL_BEBAS = re.compile(r"tabel_[0-9]{1,9}")
KOLOM_KUNCI_NILAI = ("kunci", "nilai")

_INDIKATOR = kode("indikator", "Kode indikator dari lembar indikator.", "IKU1", rujuk=("indikator",), wajib=True)
_TAHUN = tahun("Tahun data pada baris ini.", wajib=True)

INSTANSI: tuple[Kolom, ...] = (
    kode("kode", "Kode instansi, tetap dari tahun ke tahun dan tidak dipakai instansi lain.", "BKD-KALTIM", wajib=True),
    teks("nama", "Nama lengkap perangkat daerah.", "Badan Kepegawaian Daerah Provinsi Kalimantan Timur"),
    teks("singkatan", "Nama singkat untuk judul tabel dan kepala halaman.", "BKD Prov. Kaltim"),
    teks("pemda", "Nama pemerintah daerah.", "Provinsi Kalimantan Timur", panjang=PANJANG_NAMA),
    pilihan("jenis_pemda", JenisPemda, "Jenis pemerintah daerah."),
    teks(
        "jabatan_kepala_daerah",
        "Jabatan kepala daerah penerima laporan.",
        "Gubernur Kalimantan Timur",
        panjang=PANJANG_NAMA,
    ),
    teks("tempat", "Kota tempat laporan ditandatangani.", "Samarinda"),
    teks("jabatan_kepala", "Jabatan kepala perangkat daerah.", "Kepala Badan Kepegawaian Daerah"),
    teks("nama_kepala", "Nama kepala perangkat daerah beserta gelar."),
    teks("nip_kepala", "NIP kepala, 18 digit, diketik sebagai teks.", "198001012005011001"),
    teks("pangkat_kepala", "Pangkat kepala.", "Pembina Utama Madya"),
)
PERIODE: tuple[Kolom, ...] = (
    tahun("Tahun kinerja yang dilaporkan.", wajib=True),
    tahun("Tahun pertama periode Renstra.", "2024", nama="renstra_awal"),
    tahun("Tahun terakhir periode Renstra.", "2026", nama="renstra_akhir"),
)
JENIS: tuple[Kolom, ...] = (
    pilihan("jenis_laporan", JenisLaporan, "Jenis laporan; kosong berarti tahunan."),
    triwulan("Triwulan 1–4 untuk laporan triwulan.", "1"),
)
METODE: tuple[Kolom, ...] = (
    persen("batas_capaian", "Batas atas capaian dalam persen; kosong berarti tanpa batas.", "120"),
    pilihan("rumus_negatif", RumusNegatif, "Rumus capaian untuk indikator berarah negatif."),
    bulat("desimal", "Banyak angka di belakang koma pada laporan.", "2", terbesar=10),
    kode("skala", "Nama skala kategori dari lembar skala.", "permendagri_54", rujuk=("skala",)),
    pilihan("metode_efisiensi", MetodeEfisiensi, "Cara menghitung efisiensi."),
    pilihan("skema_sakip", SkemaSakip, "Peraturan yang dipakai evaluasi SAKIP."),
)
IDENTITAS: tuple[Kolom, ...] = (
    Kolom("tanggal_laporan", JenisKolom.TANGGAL, "Tanggal laporan, tahun-bulan-tanggal.", "2025-02-28"),
    teks("nomor_penetapan", "Nomor surat penetapan laporan, bila ada.", "700/123/BKD/2025"),
)
PENGATURAN = (*PERIODE, *JENIS, *METODE, *IDENTITAS)
LEMBAR_KUNCI_NILAI: dict[str, tuple[Kolom, ...]] = {"instansi": INSTANSI, "pengaturan": PENGATURAN}
PENJELASAN_KUNCI_NILAI = {
    "instansi": "Identitas perangkat daerah dan kepalanya pada tahun laporan.",
    "pengaturan": "Tahun, periode Renstra, jenis laporan, dan cara mengukur kinerja.",
}
PENJELASAN_TABEL_BEBAS = (
    "Tabel bebas untuk bagian laporan. Baris 1: bagian, judul, sumber. Baris 2: kepala tabel. Baris berikutnya: isi."
)
KELAS_KUNCI_NILAI = (Instansi, Periode, MetodePengukuran, IdentitasLaporan)

_ISI_RENSTRA = (
    Lembar(
        "misi", Misi, Rumah.RENSTRA, "Misi kepala daerah yang didukung.",
        (
            kode("kode", "Kode misi.", "M1", wajib=True),
            teks("visi", "Visi kepala daerah."),
            teks("uraian", "Bunyi misi."),
        ),
        ("kode",),
    ),
    Lembar(
        "tujuan", Tujuan, Rumah.RENSTRA, "Tujuan perangkat daerah menurut Renstra.",
        (
            kode("kode", "Kode tujuan.", "T1", wajib=True),
            kode("misi", "Kode misi yang didukung.", "M1", rujuk=("misi",)),
            teks("uraian", "Bunyi tujuan."),
        ),
        ("kode",),
    ),
    Lembar(
        "sasaran", Sasaran, Rumah.RENSTRA, "Sasaran strategis.",
        (
            kode("kode", "Kode sasaran.", "S1", wajib=True),
            kode("tujuan", "Kode tujuan induk; boleh kosong.", "T1", rujuk=("tujuan",)),
            teks("uraian", "Bunyi sasaran.", "Meningkatnya kualitas manajemen ASN"),
        ),
        ("kode",),
    ),
    Lembar(
        "indikator", Indikator, Rumah.RENSTRA, "Indikator kinerja tujuan, sasaran, program, kegiatan, subkegiatan.",
        (
            kode("kode", "Kode indikator.", "IKU1", wajib=True),
            kode("induk", "Kode tujuan, sasaran, atau anggaran yang diukur.", "S1",
                 rujuk=("tujuan", "sasaran", "anggaran"), wajib=True),
            teks("uraian", "Nama indikator.", "Indeks NSPK manajemen ASN"),
            teks("satuan", "Satuan pengukuran.", "Indeks"),
            pilihan("jenis", JenisIndikator, "Jenis nilai indikator."),
            pilihan("arah", Arah, "positif: makin besar makin baik; negatif: makin kecil makin baik."),
            pilihan("akumulasi", Akumulasi, "Cara memperoleh nilai tahun dari nilai triwulan."),
            Kolom("iku", JenisKolom.YA_TIDAK, "ya bila Indikator Kinerja Utama.", "ya", pilihan=("ya", "tidak")),
            pangsa("bobot", "Bobot dalam sasarannya; seluruhnya berjumlah 1.", "0,4"),
            teks("formulasi", "Cara menghitung indikator."),
            teks("sumber_data", "Asal data."),
            teks("penanggung_jawab", "Bidang atau pejabat penanggung jawab."),
        ),
        ("kode",),
    ),
    Lembar(
        "target_tahunan", TargetTahunan, Rumah.RENSTRA, "Target Renstra per tahun.",
        (_INDIKATOR, _TAHUN, angka("target", "Target berupa angka.", "90"), teks("predikat", "Target huruf.", "BB")),
        ("indikator", "tahun"),
    ),
    Lembar(
        "perjanjian", Perjanjian, Rumah.RENSTRA, "Target Perjanjian Kinerja, murni dan perubahan.",
        (
            _INDIKATOR, _TAHUN, pilihan("versi", Versi, "Versi Perjanjian Kinerja.", wajib=True),
            angka("target", "Target berupa angka.", "90"), teks("predikat", "Target huruf.", "BB"),
        ),
        ("indikator", "tahun", "versi"),
    ),
)  # fmt: skip
_ISI_KINERJA = (
    Lembar(
        "skala", Skala, Rumah.KINERJA, "Skala kategori capaian; satu baris satu kategori.",
        (
            kode("skala", "Nama skala.", "permendagri_54", wajib=True),
            pilihan("arah", Arah, "Arah indikator yang dibaca pada baris ini; kosong berarti positif."),
            persen("batas_bawah", "Capaian terendah (persen) yang masuk kategori ini.", "91"),
            teks("kategori", "Nama kategori.", "Sangat Tinggi"),
        ),
    ),
    Lembar(
        "komponen", Komponen, Rumah.KINERJA, "Komponen indikator yang merupakan jumlah tertimbang.",
        (
            _INDIKATOR,
            kode("kode", "Kode komponen.", "IKU2.1", wajib=True),
            teks("uraian", "Nama komponen."),
            pangsa("bobot", "Bobot komponen; seluruhnya berjumlah 1.", "0,4"),
            angka("nilai", "Nilai komponen.", "96"),
            tahun("Tahun nilai komponen."),
        ),
        ("indikator", "kode", "tahun"),
    ),
    Lembar(
        "kinerja_triwulan", KinerjaTriwulan, Rumah.KINERJA, "Target dan realisasi per triwulan.",
        (
            _INDIKATOR, _TAHUN, triwulan("Triwulan 1–4.", wajib=True),
            angka("target", "Target triwulan.", "89,5"),
            angka("realisasi", "Realisasi triwulan.", "90,43"),
            teks("predikat_target", "Target huruf.", "BB"),
            teks("predikat_realisasi", "Realisasi huruf.", "A"),
            teks("catatan", "Keterangan, misalnya mengapa belum terukur."),
            angka("pembilang", "Pembilang, bila realisasi dihitung dari hasil bagi.", "45"),
            angka("penyebut", "Penyebut, bila realisasi dihitung dari hasil bagi.", "50"),
        ),
        ("indikator", "tahun", "triwulan"),
    ),
    Lembar(
        "realisasi_tahunan", RealisasiTahunan, Rumah.KINERJA,
        "Realisasi tahun lain, dan tahun laporan bila tidak ada data triwulan.",
        (
            _INDIKATOR, _TAHUN,
            angka("realisasi", "Realisasi tahun itu.", "89,5"),
            teks("predikat", "Realisasi huruf.", "A"),
            angka("pembilang", "Pembilang.", "45"),
            angka("penyebut", "Penyebut.", "50"),
            teks("nomor_surat", "Nomor surat hasil penilaian pihak lain."),
            Kolom("tanggal_surat", JenisKolom.TANGGAL, "Tanggal surat hasil penilaian.", "2024-11-30"),
            tahun("Tahun yang dinilai, bila penilaian oleh pihak lain.", nama="tahun_penilaian"),
        ),
        ("indikator", "tahun"),
    ),
    Lembar(
        "pembanding", Pembanding, Rumah.KINERJA, "Angka nasional dan instansi lain sebagai pembanding.",
        (
            _INDIKATOR, _TAHUN, pilihan("jenis", JenisPembanding, "Jenis pembanding.", wajib=True),
            teks("nama", "Nama pembanding.", "Rata-rata nasional"),
            angka("nilai", "Nilai pembanding.", "78,2"), teks("predikat", "Nilai huruf.", "B"),
        ),
    ),
    Lembar(
        "sakip", Sakip, Rumah.KINERJA, "Nilai evaluasi SAKIP per komponen.",
        (
            tahun("Tahun yang dievaluasi.", wajib=True),
            teks("komponen", "Nama komponen evaluasi.", "Perencanaan Kinerja", wajib=True, panjang=PANJANG_NAMA),
            angka("bobot", "Bobot komponen (nilai tertinggi).", "30"), angka("nilai", "Nilai komponen.", "27,00"),
        ),
        ("tahun", "komponen"),
    ),
    Lembar(
        "lke", Lke, Rumah.KINERJA, "Jawaban Lembar Kerja Evaluasi (PermenPANRB 88/2021).",
        (
            tahun("Tahun yang dievaluasi.", wajib=True),
            Kolom("subkomponen", JenisKolom.PILIHAN, "Subkomponen 1.a sampai 4.c.", "1.a", wajib=True,
                  pilihan=DAFTAR_SUBKOMPONEN),
            pilihan("jawaban", Jawaban, "Jawaban AA sampai E."), teks("catatan", "Catatan evaluator."),
        ),
        ("tahun", "subkomponen"),
    ),
    Lembar(
        "rekomendasi", Rekomendasi, Rumah.KINERJA, "Rekomendasi evaluasi SAKIP dan tindak lanjutnya.",
        (
            tahun("Tahun evaluasi.", wajib=True), teks("komponen", "Komponen evaluasi.", "Pengukuran Kinerja"),
            teks("rekomendasi", "Bunyi rekomendasi."), teks("tindak_lanjut", "Tindak lanjut."),
            pilihan("status", StatusRekomendasi, "Kemajuan tindak lanjut."),
        ),
    ),
    Lembar(
        "analisis", Analisis, Rumah.KINERJA, "Penyebab keberhasilan, hambatan, dan solusi per indikator.",
        (
            _INDIKATOR, _TAHUN, pilihan("faktor", Faktor, "Jenis uraian.", wajib=True),
            bulat("urutan", "Urutan penyajian.", "1"), teks("uraian", "Isi analisis."),
        ),
    ),
)  # fmt: skip
_ISI_ANGGARAN = (
    Lembar(
        "anggaran", Anggaran, Rumah.ANGGARAN, "Program, kegiatan, dan subkegiatan beserta pagunya.",
        (
            kode("kode", "Kode program, kegiatan, atau subkegiatan.", "1.01.01", wajib=True),
            kode("induk", "Kode baris induk; kosong untuk program.", "1.01", rujuk=("anggaran",)),
            pilihan("tingkat", Tingkat, "Tingkat baris."),
            teks("uraian", "Nama program, kegiatan, atau subkegiatan."),
            teks("unit", "Unit pelaksana."),
            kode("sasaran", "Kode sasaran yang dibiayai.", "S1", rujuk=("sasaran",)),
            uang("pagu_murni", "Pagu APBD murni (rupiah).", "413600000", terkecil=0),
            uang("pagu_perubahan", "Pagu APBD perubahan (rupiah).", "413600000", terkecil=0),
            teks("penanggung_jawab", "Pejabat penanggung jawab."),
            teks("sumber_dana", "Sumber dana.", "APBD"),
        ),
        ("kode",),
    ),
    Lembar(
        "realisasi_anggaran", RealisasiAnggaran, Rumah.ANGGARAN, "Realisasi anggaran kumulatif sejak Januari.",
        (
            kode("kode", "Kode baris dari lembar anggaran.", "1.01.01", rujuk=("anggaran",), wajib=True),
            _TAHUN, triwulan("Sampai dengan triwulan 1–4.", "4", wajib=True),
            uang("realisasi", "Realisasi kumulatif (rupiah).", "395118420"),
            uang("rencana", "Rencana anggaran kas kumulatif (rupiah).", "400000000"),
        ),
        ("kode", "tahun", "triwulan"),
    ),
    Lembar(
        "belanja", Belanja, Rumah.ANGGARAN, "Pagu dan realisasi menurut jenis belanja.",
        (
            kode("kode", "Kode jenis belanja.", "B1", wajib=True),
            kode("induk", "Kode jenis belanja induk pada tahun yang sama.", "B", rujuk=("belanja",)),
            teks("uraian", "Nama jenis belanja.", "Belanja Pegawai"),
            tahun("Tahun anggaran."),
            uang("pagu_murni", "Pagu murni (rupiah).", "1500000000", terkecil=0),
            uang("pagu", "Pagu yang berlaku (rupiah).", "1500000000", terkecil=0),
            uang("realisasi", "Realisasi setahun (rupiah).", "1450000000"),
        ),
        ("kode", "tahun"),
    ),
    Lembar(
        "penunjang", Penunjang, Rumah.ANGGARAN, "Program atau kegiatan yang menunjang capaian indikator.",
        (
            kode("anggaran", "Kode baris dari lembar anggaran.", "1.01", rujuk=("anggaran",), wajib=True),
            kode("indikator", "Kode indikator keluaran baris itu sendiri.", "1.01-i1", rujuk=("indikator",)),
            kode("mendukung", "Kode indikator sasaran yang didukung.", "IKU1", rujuk=("indikator",)),
            persen("capaian", "Capaian baris itu (persen).", "98,6"),
            pilihan("keterangan", KeteranganPenunjang, "Menunjang atau tidak."),
        ),
    ),
)  # fmt: skip
_ISI_LAPORAN = (
    Lembar(
        "narasi", Narasi, Rumah.LAPORAN, "Paragraf dan butir naskah laporan.",
        (
            teks("bagian", "Bagian laporan.", "bab1.latar_belakang", wajib=True),
            bulat("urutan", "Urutan dalam bagian.", "1"), teks("isi", "Isi paragraf."),
        ),
    ),
    Lembar(
        "klaim", Klaim, Rumah.BUKU, "Angka yang tercetak pada laporan terbit, untuk diperiksa.",
        (
            teks("rujukan", "Letak angka dalam laporan.", "Tabel 3.4, TW III"),
            Kolom("besaran", JenisKolom.PILIHAN, "Nama besaran.", "capaian", wajib=True, pilihan=BESARAN_KLAIM),
            Kolom("subjek", JenisKolom.KODE, "Kode yang diukur; kosong untuk keseluruhan.", "IKU1",
                  panjang=PANJANG_NAMA),  # of nilai_komponen_maks: a komponen of sheet sakip
            tahun("Tahun angka itu."), triwulan("Triwulan, bila angka triwulan."),
            pilihan("versi", VersiTarget, "Dokumen target atau pagu."),
            Kolom("nilai", JenisKolom.ANGKA, "Angka sebagaimana tercetak, dengan desimalnya.", "99,00",
                  desimal_tercetak=True),
            bulat("desimal", "Banyak desimal yang tercetak, bila lain dari kolom nilai.", "2", terbesar=20),
            teks("teks", "Kata yang tercetak.", "Sangat Baik"),
        ),
    ),
)  # fmt: skip

DAFTAR_LEMBAR: tuple[Lembar, ...] = (*_ISI_RENSTRA, *_ISI_KINERJA, *_ISI_ANGGARAN, *_ISI_LAPORAN)
LEMBAR_PER_NAMA = {lembar.nama: lembar for lembar in DAFTAR_LEMBAR}
URUTAN_LEMBAR = (
    "instansi", "pengaturan", "misi", "tujuan", "sasaran", "indikator", "komponen", "target_tahunan", "perjanjian",
    "kinerja_triwulan", "realisasi_tahunan", "pembanding", "anggaran", "realisasi_anggaran", "belanja", "penunjang",
    "skala", "sakip", "lke", "rekomendasi", "analisis", "narasi", "klaim",
)  # fmt: skip


def daftar_penjelasan() -> tuple[tuple[str, str, tuple[Kolom, ...]], ...]:
    """Name, explanation and columns (or keys) of every sheet, in the order of the workbook."""
    return tuple(
        (nama, PENJELASAN_KUNCI_NILAI[nama], LEMBAR_KUNCI_NILAI[nama])
        if nama in LEMBAR_KUNCI_NILAI
        else (nama, LEMBAR_PER_NAMA[nama].penjelasan, LEMBAR_PER_NAMA[nama].kolom)
        for nama in URUTAN_LEMBAR
    )
