"""The form of an indicator: the whole IKU form on one page, with its targets per year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.formulir import BagianFormulir, Bidang, Formulir, bidang, pilihan_kata
from renstra.data import Akumulasi, Arah, CaraHitung, JenisIndikator
from renstra.data_rencana import IndikatorRencana, Target

SATUAN_UMUM = (
    "Persen",
    "Indeks",
    "Nilai",
    "Predikat",
    "Angka",
    "Orang",
    "Dokumen",
    "Laporan",
    "Kegiatan",
    "Unit",
    "Hari",
)
_JENIS = {"persen": "Persen", "predikat": "Predikat (huruf, misalnya BB)"}
_ARAH = {"positif": "Positif: makin besar makin baik", "negatif": "Negatif: makin kecil makin baik"}
_AKUMULASI = {
    "akhir": "Akhir: nilai triwulan terakhir",
    "jumlah": "Jumlah: triwulan dijumlahkan",
    "rata_rata": "Rata-rata triwulan",
    "maksimum": "Maksimum: nilai triwulan terbesar",
}
_CARA = {
    "langsung": "Langsung: angkanya diisi apa adanya",
    "rasio": "Rasio: pembilang dibagi penyebut",
    "komponen": "Komponen: jumlah tertimbang beberapa unsur",
    "penurunan": "Penurunan dari tahun lalu: (lalu − kini) ÷ lalu",
}
_BANTU_AKUMULASI = (
    "Cara memperoleh nilai setahun dari triwulan. Misalnya 20, 25, 30, 35: akhir 35, jumlah 110, rata-rata 27,5, "
    "maksimum 35."
)
_BANTU_ARAH = "Target 10 dengan realisasi 8: capaian 80% bila positif, 120% bila negatif (rumus selisih)."
_BANTU_JENIS = "Menentukan cara angkanya dibaca dan dicetak. Hasil bagi sebuah persen dikalikan 100."
_BANTU_CARA = "Menentukan isian triwulan: satu angka, dua angka, atau nilai setiap unsur."


@dataclass(frozen=True)
class Pilihan:
    """What the form offers: parents, units of the agency, units of measurement; the years of the targets."""

    induk: tuple[tuple[str, str], ...]
    nama_induk: str
    daftar_unit: tuple[str, ...]
    daftar_satuan: tuple[str, ...]
    daftar_tahun: tuple[int, ...]


def formulir_indikator(indikator: IndikatorRencana, pilihan: Pilihan, *, boleh: bool) -> Formulir:
    """The form as stored; a new indicator (pk 0) has no stored values, `dengan_isi` puts suggestions into it."""
    return Formulir(
        (
            BagianFormulir("Identitas", _identitas(indikator, pilihan, boleh)),
            BagianFormulir("Makna", _makna(indikator, boleh)),
            BagianFormulir("Ukuran", _ukuran(indikator, boleh)),
            BagianFormulir("Sumber dan penanggung jawab", _sumber(indikator, pilihan, boleh)),
            BagianFormulir(
                "Target Renstra per tahun",
                _target(indikator, pilihan, boleh),
                "Indikator predikat boleh memakai huruf, angka, atau keduanya.",
            ),
        ),
        boleh,
    )


def dengan_isi(formulir: Formulir, contoh: Formulir, kecuali: Sequence[str] = ()) -> Formulir:
    """The form with what stands in another one typed into it: a copy that is not stored yet."""
    nilai = {b.nama: {"nilai": b.nilai} for g in contoh.daftar_bagian for b in g.daftar if b.nama not in kecuali}
    return formulir.dengan(nilai)


def _identitas(indikator: IndikatorRencana, pilihan: Pilihan, boleh: bool) -> tuple[Bidang, ...]:
    isi = indikator.isi
    satuan = tuple(dict.fromkeys((*pilihan.daftar_satuan, *SATUAN_UMUM)))
    return (
        bidang("kode", "Kode", JenisIsian.TEKS, isi.kode, boleh=boleh, wajib=True),
        bidang(
            "induk", pilihan.nama_induk, JenisIsian.PILIHAN, indikator.induk, boleh=boleh, wajib=True,
            pilihan=pilihan.induk, kosong="Pilih …",
        ),
        bidang("uraian", "Nama indikator", JenisIsian.PARAGRAF, isi.uraian, boleh=boleh),
        bidang("satuan", "Satuan", JenisIsian.TEKS, isi.satuan, boleh=boleh, saran=satuan),
        bidang(
            "iku", "Indikator Kinerja Utama", JenisIsian.LOGIKA, isi.iku, boleh=boleh,
            pilihan=(("ya", "Ya, IKU"), ("tidak", "Bukan IKU")), kosong="Belum ditentukan",
        ),
        bidang(
            "bobot", "Bobot dalam sasarannya", JenisIsian.ANGKA, isi.bobot, boleh=boleh,
            bantuan="Bagian dari 1, misalnya 0,4. Kosongkan bila semua indikator sama berat.",
        ),
    )  # fmt: skip


def _makna(indikator: IndikatorRencana, boleh: bool) -> tuple[Bidang, ...]:
    rincian = indikator.rincian
    return (
        bidang("definisi", "Definisi operasional", JenisIsian.PARAGRAF, rincian.definisi, boleh=boleh,
               bantuan="Apa yang dihitung dan apa yang tidak, supaya dua orang memperoleh angka yang sama."),
        bidang("alasan", "Alasan pemilihan", JenisIsian.PARAGRAF, rincian.alasan, boleh=boleh,
               bantuan="Mengapa indikator ini menggambarkan sasarannya."),
        bidang("formulasi", "Formulasi", JenisIsian.PARAGRAF, indikator.isi.formulasi, boleh=boleh,
               bantuan="Penjelasan cara menghitung; tercetak di dokumen IKU."),
    )  # fmt: skip


def _ukuran(indikator: IndikatorRencana, boleh: bool) -> tuple[Bidang, ...]:
    isi, rincian = indikator.isi, indikator.rincian
    kata = JenisIsian.PILIHAN
    return (
        bidang("jenis", "Jenis nilai", kata, isi.jenis, boleh=boleh, pilihan=pilihan_kata(JenisIndikator, _JENIS),
               kosong="Belum dipilih (angka)", bantuan=_BANTU_JENIS),
        bidang("arah", "Arah", kata, isi.arah, boleh=boleh, pilihan=pilihan_kata(Arah, _ARAH),
               kosong="Belum dipilih (positif)", bantuan=_BANTU_ARAH),
        bidang("akumulasi", "Akumulasi", kata, isi.akumulasi, boleh=boleh, pilihan=pilihan_kata(Akumulasi, _AKUMULASI),
               kosong="Belum dipilih (akhir)", bantuan=_BANTU_AKUMULASI),
        bidang("cara_hitung", "Cara hitung", kata, rincian.cara_hitung, boleh=boleh,
               pilihan=pilihan_kata(CaraHitung, _CARA), kosong="Belum dipilih (langsung)", bantuan=_BANTU_CARA),
        bidang("uraian_pembilang", "Pembilang", JenisIsian.PARAGRAF, rincian.uraian_pembilang, boleh=boleh,
               bantuan="Untuk rasio: yang dibagi. Untuk penurunan: angka tahun lalu."),
        bidang("uraian_penyebut", "Penyebut", JenisIsian.PARAGRAF, rincian.uraian_penyebut, boleh=boleh,
               bantuan="Untuk rasio: pembaginya. Untuk penurunan: angka tahun ini."),
    )  # fmt: skip


def _sumber(indikator: IndikatorRencana, pilihan: Pilihan, boleh: bool) -> tuple[Bidang, ...]:
    isi = indikator.isi
    return (
        bidang("sumber_data", "Sumber data", JenisIsian.PARAGRAF, isi.sumber_data, boleh=boleh),
        bidang(
            "penanggung_jawab", "Penanggung jawab", JenisIsian.TEKS, isi.penanggung_jawab, boleh=boleh,
            saran=pilihan.daftar_unit, bantuan="Nama unit kerja; beberapa unit dipisah titik koma.",
        ),
    )  # fmt: skip


def _target(indikator: IndikatorRencana, pilihan: Pilihan, boleh: bool) -> tuple[Bidang, ...]:
    daftar = []
    for tahun in pilihan.daftar_tahun:
        isi = indikator.target.get(tahun, Target())
        daftar.append(bidang(f"target_{tahun}", f"Target {tahun}", JenisIsian.ANGKA, isi.target, boleh=boleh))
        if perlu_predikat(indikator):
            daftar.append(bidang(f"predikat_{tahun}", f"Huruf {tahun}", JenisIsian.TEKS, isi.predikat, boleh=boleh))
    return tuple(daftar)


def perlu_predikat(indikator: IndikatorRencana) -> bool:
    """Whether targets may be letters: of a predikat, of a new indicator, and wherever there is one already."""
    huruf = indikator.isi.jenis is JenisIndikator.PREDIKAT or not indikator.pk
    return huruf or any(t.predikat for t in indikator.target.values())
