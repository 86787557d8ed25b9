"""The IKU form: the agency, its duties and functions, and each key indicator with its meaning, formula and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip.laporan.compose.dokumen_bagian import dokumen, kepala_lembar, lembar, tanda_tangan_kepala
from lkjip.laporan.compose.formulir_perjanjian import nama_induk
from lkjip.laporan.compose.kalimat import kurang, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import KIRI, TENGAH, baris, sel, tabel
from lkjip.laporan.data_dokumen import ProfilDokumen, RincianIku
from lkjip.laporan.isi import Baris, Dokumen, Kertas, Kolom, Sebaris, Simpul, Tabel, Teks
from renstra.data import Akumulasi, Arah, CaraHitung, Indikator

_CARA: Mapping[CaraHitung | None, str] = {
    CaraHitung.RASIO: "pembilang dibagi penyebut",
    CaraHitung.KOMPONEN: "jumlah komponen menurut bobotnya",
    CaraHitung.PENURUNAN: "penurunan terhadap tahun sebelumnya",
}
_AKUMULASI: Mapping[Akumulasi, str] = {
    Akumulasi.AKHIR: "nilai triwulan terakhir",
    Akumulasi.JUMLAH: "jumlah empat triwulan",
    Akumulasi.RATA_RATA: "rata-rata triwulan",
    Akumulasi.MAKSIMUM: "nilai triwulan terbesar",
}
_BELUM = "–"


def daftar_iku(ktx: Konteks) -> list[Indikator]:
    """The key indicators: those of tujuan and sasaran marked so."""
    return [i for i in ktx.indikator_utama if i.iku]


def dokumen_iku(ktx: Konteks, profil: ProfilDokumen, kertas: Kertas = Kertas.A4) -> Dokumen:
    """The IKU form (sakip.md 1): agency, duties, functions, and the table of the indicators."""
    judul = "Indikator Kinerja Utama"
    masa = f"Tahun {ktx.periode_renstra}" if ktx.periode_renstra else f"Tahun {ktx.tahun}"
    return dokumen(
        ktx,
        f"{judul} {masa}",
        lembar(
            "iku",
            judul,
            *kepala_lembar(profil, judul.upper(), ktx.nama.upper(), masa.upper()),
            _identitas(ktx, profil),
            *_indikator(ktx, profil),
            tanda_tangan_kepala(profil),
        ),
        kertas=kertas,
        tanggal=profil.tanggal,
        kaki=f"{judul} {masa} · {ktx.singkatan}",
        jenis="IKU",
    )


def _identitas(ktx: Konteks, profil: ProfilDokumen) -> Tabel:
    """1. Perangkat Daerah, 2. Tugas, 3. Fungsi with its letters."""
    kolom = (Kolom(4), Kolom(18), Kolom(2, TENGAH), Kolom(3), Kolom(73))
    isi: list[Baris] = [
        baris("1.", "Perangkat Daerah", ":", sel(ktx.nama, kolom=2)),
        baris("2.", "Tugas", ":", sel(profil.tugas.strip() or _BELUM, kolom=2)),
    ]
    if not profil.daftar_fungsi:
        isi.append(baris("3.", "Fungsi", ":", sel(_BELUM, kolom=2)))
    for ke, fungsi in enumerate(profil.daftar_fungsi):
        depan = ("", "", "") if ke else ("3.", "Fungsi", ":")
        isi.append(baris(*depan, f"{huruf(ke)}.", fungsi))
    return Tabel(kolom, tuple(isi), nomor_kolom=False, mendatar=True)


def huruf(ke: int) -> str:
    """a, b … z, aa, ab …: the letter of a function."""
    depan = huruf(ke // 26 - 1) if ke >= 26 else ""
    return f"{depan}{chr(ord('a') + ke % 26)}"


def _indikator(ktx: Konteks, profil: ProfilDokumen) -> list[Simpul]:
    daftar = daftar_iku(ktx)
    judul = par("4. Indikator Kinerja Utama:")
    if not daftar:
        return [judul, kurang("Belum ada indikator tujuan atau sasaran yang ditandai sebagai IKU.")]
    return [judul, _tabel(ktx, profil, daftar)]


def _tabel(ktx: Konteks, profil: ProfilDokumen, daftar: Sequence[Indikator]) -> Tabel:
    kolom = (
        ("No", 4, TENGAH),
        ("Sasaran Strategis", 17, KIRI),
        ("Indikator Kinerja Utama", 17, KIRI),
        ("Satuan", 8, TENGAH),
        ("Penjelasan dan Formulasi Perhitungan", 30, KIRI),
        ("Sumber Data", 13, KIRI),
        ("Penanggung Jawab", 11, KIRI),
    )
    isi: list[Baris] = []
    for nomor, kode in enumerate(dict.fromkeys(i.induk for i in daftar), 1):
        anggota = [i for i in daftar if i.induk == kode]
        depan = (sel(str(nomor), baris=len(anggota)), sel(nama_induk(ktx, kode), baris=len(anggota)))
        for ke, i in enumerate(anggota):
            isi.append(
                baris(
                    *(() if ke else depan),
                    ktx.nama_indikator(i),
                    i.satuan,
                    _penjelasan(i, profil.rincian.get(i.kode, RincianIku())),
                    i.sumber_data.strip() or sel(_BELUM, rata=TENGAH),
                    i.penanggung_jawab.strip() or sel(_BELUM, rata=TENGAH),
                )
            )
    return tabel("", "", kolom, isi, mendatar=True)


def bagian_penjelasan(indikator: Indikator, rincian: RincianIku) -> tuple[tuple[str, str], ...]:
    """Definition, reason, formula with its two numbers, and how quarters make the year: name and text of each."""
    bagian = (
        ("Definisi", rincian.definisi),
        ("Alasan pemilihan", rincian.alasan),
        ("Formulasi", indikator.formulasi),
        ("Cara hitung", _CARA.get(rincian.cara_hitung, "")),
        ("Pembilang", rincian.uraian_pembilang),
        ("Penyebut", rincian.uraian_penyebut),
        ("Tipe perhitungan", _tipe(indikator)),
    )
    return tuple((nama, isi.strip()) for nama, isi in bagian if isi.strip())


def _penjelasan(indikator: Indikator, rincian: RincianIku) -> tuple[Sebaris, ...]:
    """Each part on a line of its own."""
    hasil: list[Sebaris] = []
    for nama, isi in bagian_penjelasan(indikator, rincian):
        hasil += [*([Teks("\n")] if hasil else []), Teks(f"{nama}: ", tebal=True), Teks(isi)]
    return tuple(hasil)


def _tipe(indikator: Indikator) -> str:
    arah = "makin rendah makin baik" if indikator.arah is Arah.NEGATIF else "makin tinggi makin baik"
    return f"{arah}; capaian setahun dari {_AKUMULASI[indikator.akumulasi or Akumulasi.AKHIR]}"
