"""The catalogue of checks: id, name and severity of every rule, as pemeriksaan.md lists them. Pure.

`TAK_DIPUTUSKAN` says of the rules that the system cannot decide why it cannot; `docs/pemeriksaan.md` is made from both.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lkjip.pemeriksaan.data import Tingkat

_G, _P, _I = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO


JUDUL_KELOMPOK: Mapping[str, str] = {
    "KON": "Konsistensi rencana", "HIT": "Perhitungan kinerja", "TW": "Triwulan", "ANG": "Anggaran",
    "EFI": "Efisiensi", "LEN": "Kelengkapan", "SAK": "Evaluasi SAKIP", "NAR": "Naskah", "FMT": "Format",
    "TTE": "Tanda tangan",
}  # fmt: skip


def kelompok_aturan(aturan: str) -> str:
    """The group of a rule: what stands before its number."""
    return aturan.partition("-")[0]


def judul_kelompok(aturan: str) -> str:
    return JUDUL_KELOMPOK.get(kelompok_aturan(aturan), "")


@dataclass(frozen=True)
class ButirKatalog:
    id: str
    nama: str
    tingkat: Tingkat


KATALOG: Mapping[str, ButirKatalog] = {
    id: ButirKatalog(id, nama, tingkat)
    for id, nama, tingkat in (
        ("KON-01", "Target PK berbeda dari Renstra", _P),
        ("KON-02", "Target LKjIP berbeda dari PK", _G),
        ("KON-03", "Target akhir Renstra salah tahun", _G),
        ("KON-04", "Target PK murni dan perubahan tertukar", _G),
        ("KON-05", "Rumusan sasaran berbeda", _P),
        ("KON-06", "Nama indikator berbeda", _P),
        ("KON-07", "Satuan berbeda", _P),
        ("KON-08", "IKU tidak diperjanjikan", _G),
        ("KON-09", "Indikator PK tidak dilaporkan", _G),
        ("KON-10", "Indikator tanpa dasar PK", _P),
        ("KON-11", "Sasaran tanpa indikator", _G),
        ("KON-12", "Jumlah yang disebut tidak cocok", _P),
        ("KON-13", "Periode Renstra salah", _G),
        ("KON-14", "Tahun laporan salah", _G),
        ("KON-15", "Angka berbeda di dua tempat", _G),
        ("KON-16", "Target disamakan dengan realisasi", _P),
        ("KON-17", "Target di bawah realisasi tahun lalu", _P),
        ("KON-18", "Target turun antartahun", _P),
        ("KON-19", "Target akhir Renstra sudah terlampaui", _I),
        ("KON-20", "Definisi indikator tidak lengkap", _P),
        ("KON-21", "Indikator sasaran bersifat proses/keluaran", _P),
        ("KON-22", "Indikator sering diganti", _P),
        ("KON-23", "Program PK tidak sama dengan DPA", _G),
        ("HIT-01", "Capaian salah hitung", _G),
        ("HIT-02", "Capaian dipotong, bukan dibulatkan", _I),
        ("HIT-03", "Batas capaian tidak konsisten", _G),
        ("HIT-04", "Capaian ekstrem", _P),
        ("HIT-05", "Rumus arah salah", _G),
        ("HIT-06", "Kategori salah", _G),
        ("HIT-07", "Kategori tidak seragam", _P),
        ("HIT-08", "Skala tidak sah", _G),
        ("HIT-09", "Rata-rata sasaran salah", _G),
        ("HIT-10", "Rata-rata total salah", _G),
        ("HIT-11", "Rata-rata bukan angka", _P),
        ("HIT-12", "Indikator tujuan ikut dirata-ratakan", _P),
        ("HIT-13", "Bobot komponen tidak 1", _G),
        ("HIT-14", "Nilai komposit salah", _G),
        ("HIT-15", "Pembilang/penyebut tidak cocok", _G),
        ("HIT-16", "Sisa tidak cocok", _G),
        ("HIT-17", "Persentase di atas 100", _P),
        ("HIT-18", "Predikat SAKIP tidak cocok nilai", _G),
        ("HIT-19", "Predikat indeks lain salah skala", _G),
        ("HIT-20", "Target nol atau kosong", _G),
        ("HIT-21", "Istilah realisasi dan capaian tertukar", _P),
        ("HIT-22", "Tren salah arah", _G),
        ("HIT-23", "Pertumbuhan salah hitung", _G),
        ("HIT-24", "Kemajuan Renstra salah", _G),
        ("HIT-25", "Jumlah tabel tidak sama dengan baris", _G),
        ("HIT-26", "Jumlah pegawai berbeda antartabel", _P),
        ("HIT-27", "Persen komposisi tidak 100", _P),
        ("HIT-28", "Pembanding nasional salah hitung", _G),
        ("TW-01", "Target triwulan tidak bermuara ke target tahunan", _G),
        ("TW-02", "Target triwulan kosong tetapi dipakai target tahunan", _I),
        ("TW-03", "Realisasi triwulan kosong tanpa alasan", _P),
        ("TW-04", "Realisasi tahunan tidak sama dengan akumulasi", _G),
        ("TW-05", "Realisasi kumulatif turun", _G),
        ("TW-06", "Satuan keluaran tidak wajar", _I),
        ("TW-07", "Realisasi jauh melampaui target", _P),
        ("TW-08", "Kolom bergeser", _P),
        ("TW-09", "Laporan triwulan terlambat", _P),
        ("TW-10", "Rencana aksi tidak dipantau", _P),
        ("ANG-01", "Jumlah pagu anak tidak sama dengan induk", _G),
        ("ANG-02", "Jumlah realisasi anak tidak sama dengan induk", _G),
        ("ANG-03", "Serapan salah hitung", _G),
        ("ANG-04", "Realisasi melebihi pagu", _G),
        ("ANG-05", "Total pagu berbeda dalam satu laporan", _G),
        ("ANG-06", "Pagu sama dengan realisasi, serapan bukan 100", _G),
        ("ANG-07", "Realisasi total berbeda", _G),
        ("ANG-08", "Jumlah per sasaran tidak sama dengan total", _P),
        ("ANG-09", "Program tanpa sasaran", _P),
        ("ANG-10", "Sasaran tanpa anggaran", _P),
        ("ANG-11", "Jenis belanja tidak berjumlah", _G),
        ("ANG-12", "Total belanja berbeda dari total program", _G),
        ("ANG-13", "Satu belanja, dua angka", _G),
        ("ANG-14", "Persen tergeser baris", _G),
        ("ANG-15", "Angka baris lain tersalin", _G),
        ("ANG-16", "Subtotal tertukar antarprogram", _G),
        ("ANG-17", "Anggaran tahun lain terbawa", _G),
        ("ANG-18", "Pagu perubahan hilang", _P),
        ("ANG-19", "Kode tidak sah", _G),
        ("ANG-20", "Kode anak bukan awalan induk", _G),
        ("ANG-21", "Kode tingkat pemerintahan salah", _G),
        ("ANG-22", "Panjang kode sub kegiatan campur", _P),
        ("ANG-23", "Nama tidak sesuai nomenklatur", _P),
        ("ANG-24", "Nama ganda di bawah satu induk", _P),
        ("ANG-25", "Serapan rendah tanpa penjelasan", _P),
        ("ANG-26", "Anggaran terserap, kinerja tidak tercapai", _P),
        ("ANG-27", "Serapan tinggi tidak wajar terhadap capaian sub kegiatan", _I),
        ("ANG-28", "Jumlah indikator/subjumlah tidak cocok", _G),
        ("ANG-29", "Penyimpangan anggaran kas", _I),
        ("EFI-01", "Efisiensi salah hitung", _G),
        ("EFI-02", "Metode campuran", _P),
        ("EFI-03", "Sisa anggaran disebut efisiensi", _P),
        ("EFI-04", "Sisa anggaran salah", _G),
        ("EFI-05", "Efisien padahal target tidak tercapai", _G),
        ("EFI-06", "Capaian di atas 100 membesarkan efisiensi", _P),
        ("EFI-07", "Nilai efisiensi di luar 0–100", _G),
        ("EFI-08", "Simpulan efisiensi bertentangan dengan angka", _G),
        ("EFI-09", "Rata-rata efisiensi salah", _G),
        ("EFI-10", "Serapan berbeda antartabel", _G),
        ("LEN-01", "Bab tidak lengkap", _G),
        ("LEN-02", "Ikhtisar PK tidak ada", _G),
        ("LEN-03", "Analisis 1: target–realisasi", _G),
        ("LEN-04", "Analisis 2: tahun sebelumnya", _G),
        ("LEN-05", "Analisis 3: target jangka menengah", _G),
        ("LEN-06", "Analisis 4: standar nasional", _P),
        ("LEN-07", "Analisis 5: penyebab dan solusi", _G),
        ("LEN-08", "Analisis 6: efisiensi", _G),
        ("LEN-09", "Analisis 7: program penunjang", _G),
        ("LEN-10", "Menunjang padahal tidak tercapai", _P),
        ("LEN-11", "Analisis disalin", _P),
        ("LEN-12", "Realisasi anggaran per PK tidak ada", _G),
        ("LEN-13", "Isu strategis tidak ada atau usang", _P),
        ("LEN-14", "Simpulan/langkah perbaikan tidak ada", _P),
        ("LEN-15", "Lampiran PK tidak ada", _G),
        ("LEN-16", "Tabel kosong atau berupa gambar", _P),
        ("LEN-17", "Laporan tidak diformalkan", _G),
        ("LEN-18", "Melewati tenggat", _G),
        ("LEN-19", "Belum direviu", _G),
        ("LEN-20", "Ceklis reviu belum lengkap", _P),
        ("LEN-21", "Belum dipublikasikan", _I),
        ("LEN-22", "Bukti dukung tidak ada", _P),
        ("LEN-23", "Pembanding instansi tertukar", _G),
        ("LEN-24", "Pembanding tahun tidak sejaman", _I),
        ("SAK-01", "Nilai tidak sama dengan jumlah komponen", _G),
        ("SAK-02", "Nilai komponen melebihi bobot", _G),
        ("SAK-03", "Bobot salah", _G),
        ("SAK-04", "Skema tidak berlaku", _P),
        ("SAK-05", "Predikat salah", _G),
        ("SAK-06", "Subkomponen tidak 20/30/50", _G),
        ("SAK-07", "Nilai subkomponen bukan kelipatan jawaban", _I),
        ("SAK-08", "Tahun evaluasi dan tahun kinerja tercampur", _P),
        ("SAK-09", "Nilai SAKIP berbeda antarbagian", _G),
        ("SAK-10", "Rekomendasi tanpa tindak lanjut", _G),
        ("SAK-11", "Tindak lanjut hanya mengulang rekomendasi", _P),
        ("SAK-12", "Komponen turun tanpa penjelasan", _P),
        ("SAK-13", "Tahun pembanding tidak berurutan", _I),
        ("NAR-01", "Simpulan “semua tercapai” tidak benar", _P),
        ("NAR-02", "Tertinggi/terendah keliru", _G),
        ("NAR-03", "Meningkat/menurun keliru", _G),
        ("NAR-04", "Angka di narasi tidak ada di data", _I),
        ("NAR-05", "Angka tabel dan paragraf berbeda", _G),
        ("NAR-06", "Nama instansi lain tertinggal", _P),
        ("NAR-07", "Dasar hukum tidak berlaku", _P),
        ("NAR-08", "Sisa templat atau kata rusak", _P),
        ("NAR-09", "Paragraf ganda", _I),
        ("FMT-01", "Angka rupiah cacat", _G),
        ("FMT-02", "Format angka campuran", _P),
        ("FMT-03", "Desimal persen memakai titik", _P),
        ("FMT-04", "Nomor tabel/gambar loncat atau ganda", _P),
        ("FMT-05", "Rujukan tabel salah", _P),
        ("FMT-06", "Daftar tabel tidak cocok", _P),
        ("FMT-07", "Nomor kolom tidak urut", _I),
        ("FMT-08", "Terbilang tidak sama dengan angka", _P),
        ("FMT-09", "Satuan tidak konsisten dalam kolom", _I),
        ("FMT-10", "Sumber tabel tidak ada", _I),
        ("FMT-11", "NIP tidak sah", _G),
        ("FMT-12", "Identitas penanda tangan berbeda", _P),
        ("FMT-13", "Tanggal tidak konsisten", _P),
        ("FMT-14", "Judul bab/subbab tidak urut", _I),
        ("FMT-15", "Ejaan istilah baku", _I),
        ("FMT-16", "Gambar tanpa judul atau sumber", _I),
        ("TTE-01", "Naskah berubah setelah final", _G),
        ("TTE-02", "Tanda tangan tidak sah", _G),
        ("TTE-03", "Penanda tangan bukan pejabat berwenang", _G),
        ("TTE-04", "Sertifikat tidak aktif", _G),
        ("TTE-05", "QR atau catatan kaki tidak ada", _P),
        ("TTE-06", "Urutan penandatanganan salah", _G),
        ("TTE-07", "Salinan publik bukan versi bertanda tangan", _G),
    )
}

# Rules that no data, text or file of the system can decide, with the reason.
TAK_DIPUTUSKAN: Mapping[str, str] = {}
