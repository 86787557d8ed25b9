"""The audit of a printed report as a document: “Hasil Uji Petik Angka LKjIP”, for PDF and XLSX. Pure.

The wrong figures come first, on landscape pages; all figures follow as an annex, so that the share can be recounted.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip.dasar.hasil import ada
from lkjip.dasar.hitungan import persen
from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.dokumen_bagian import lembar, tebal_tengah
from lkjip.laporan.compose.kalimat import par
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, Kepala, baris, tabel
from lkjip.laporan.isi import Angka, Baris, Dokumen, Identitas, JenisAngka, Kolom, Simpul, Tabel
from lkjip.pemeriksaan.data import KelasKlaim
from lkjip.pemeriksaan.data_uji import JUDUL_KELAS, BarisUji, HasilUji, yang_salah

JUDUL = "Hasil Uji Petik Angka LKjIP"
LAMPIRAN_PDF = 400
"""Figures of the longest annex that is laid out while somebody waits; a longer one is in the XLSX alone."""
_TANPA = "–"
_DESIMAL = 2
ARTI_KELAS = {
    KelasKlaim.SESUAI: "Angka hitung ulang, dibulatkan seperti cetakannya, sama dengan yang tercetak.",
    KelasKlaim.PEMBULATAN: "Rasio atau rata-rata yang dipotong atau dibulatkan ke arah lain; selisihnya di bawah satu "
    "satuan desimal terakhir.",
    KelasKlaim.TIDAK_SESUAI: "Angka hitung ulang lain dari yang tercetak.",
    KelasKlaim.TAK_TERHITUNG: "Data untuk menghitungnya belum ada.",
}


def dokumen_uji(uji: HasilUji, *, berlampiran: bool = True) -> Dokumen:
    """`berlampiran` False leaves the annex of all figures out, and says where it is."""
    salah = yang_salah(uji.daftar)
    isi: list[Simpul] = [
        tebal_tengah(JUDUL.upper(), uji.instansi.upper(), f"TAHUN {uji.tahun}"),
        _keterangan(uji),
        par(kalimat_ringkas(uji)),
        _tabel_ringkas(uji),
    ]
    if salah:
        isi.append(_tabel_salah(salah))
    bab = [lembar("hasil", JUDUL, *isi)]
    if berlampiran and uji.daftar:
        bab.append(lembar("lampiran", "Lampiran", tebal_tengah("LAMPIRAN"), _tabel_semua(uji.daftar)))
    elif uji.daftar:
        isi.append(par(f"Daftar {len(uji.daftar)} angka seluruhnya ada pada berkas XLSX."))
        bab = [lembar("hasil", JUDUL, *isi)]
    return Dokumen(
        judul=f"{JUDUL} {uji.instansi} {uji.tahun}",
        penulis=uji.instansi,
        kaki=f"{JUDUL} {uji.tahun} · {uji.singkatan or uji.instansi}",
        tanggal=uji.hari,
        sampul=None,
        bab=tuple(bab),
        subjek="Akuntabilitas kinerja instansi pemerintah",
        kata_kunci=("Uji petik", "LKjIP", uji.singkatan or uji.instansi, str(uji.tahun)),
    )


def kalimat_ringkas(uji: HasilUji) -> str:
    """The share of figures that agree, in one sentence."""
    if not uji.terhitung:
        return "Belum ada angka yang dapat dihitung ulang."
    cocok = uji.banyak[KelasKlaim.SESUAI]
    pecahan = f"{cocok} dari {uji.terhitung} angka yang dapat dihitung ulang sesuai dengan datanya"
    tulisan = f"{persen(Decimal(cocok), Decimal(uji.terhitung)):.1f}".replace(".", ",")
    sisa = uji.banyak[KelasKlaim.TIDAK_SESUAI]
    akhir = f"{sisa} angka tidak sesuai" if sisa else "tidak ada yang tidak sesuai"
    if dibulatkan := uji.banyak[KelasKlaim.PEMBULATAN]:
        akhir = f"{dibulatkan} hanya berbeda pembulatan; {akhir}"
    return f"{pecahan} ({tulisan}%); {akhir}."


def _keterangan(uji: HasilUji) -> Tabel:
    isi = (
        ("Perangkat daerah", uji.instansi),
        ("Tahun laporan", str(uji.tahun)),
        ("Sumber", uji.sumber),
        ("Tanggal uji", tulis_tanggal(uji.hari)),
        ("Banyak angka", str(len(uji.daftar))),
    )
    kolom = (Kolom(22), Kolom(3, TENGAH), Kolom(75))
    return Tabel(kolom, tuple(baris(nama, ":", nilai) for nama, nilai in isi), nomor_kolom=False)


def _tabel_ringkas(uji: HasilUji) -> Tabel:
    kolom: list[Kepala] = [
        ("Golongan", 18, KIRI), ("Banyak", 9, KANAN), ("Bagian (%)", 10, KANAN), ("Artinya", 63, KIRI),
    ]  # fmt: skip
    semua = Decimal(len(uji.daftar))
    isi = []
    for kelas in KelasKlaim:
        banyak = Decimal(uji.banyak[kelas])
        bagian = _angka(persen(banyak, semua), _DESIMAL) if semua else _TANPA
        isi.append(baris(JUDUL_KELAS[kelas], _angka(banyak, 0), bagian, ARTI_KELAS[kelas]))
    return tabel("ringkasan", "Ringkasan Uji Petik", kolom, isi, nomor_kolom=False)


def _angka(nilai: Decimal, desimal: int) -> Angka:
    return Angka(ada(nilai, "dihitung"), JenisAngka.ANGKA, Identitas("banyak"), desimal)


def _tabel_salah(salah: Sequence[BarisUji]) -> Tabel:
    kolom: list[Kepala] = [
        ("No.", 4, TENGAH), ("Letak dalam laporan", 14, KIRI), ("Angka", 15, KIRI), ("Tercetak", 12, KANAN),
        ("Seharusnya", 12, KANAN), ("Cara hitung", 22, KIRI), ("Kemungkinan asal kekeliruan", 21, KIRI),
    ]  # fmt: skip
    isi = [
        baris(
            str(ke), b.klaim.rujukan or _TANPA, _sebutan(b), _tercetak(b), _seharusnya(b), _pendek(b.cara) or _TANPA,
            "; ".join(_pendek(s.tertulis) for s in b.daftar_sebab) or "Tidak ditemukan dari data",
        )
        for ke, b in enumerate(salah, start=1)
    ]  # fmt: skip
    return tabel("tidak-sesuai", "Angka yang Tidak Sesuai", kolom, isi, mendatar=True, nomor_kolom=False)


_MAKS_HURUF, _MAKS_URAIAN = 260, 90


def _pendek(teks: str, maks: int = _MAKS_HURUF) -> str:
    """A trace that names twenty rows would fill the page; the whole of it stands on the site and in the CSV."""
    return teks if len(teks) <= maks else f"{teks[:maks].rsplit(' ', 1)[0]} …"


def _sebutan(b: BarisUji) -> str:
    sebutan = b.sebutan or b.klaim.besaran
    pembulatan = " (pembulatan)" if b.kelas is KelasKlaim.PEMBULATAN else ""
    uraian = f": {_pendek(b.uraian, _MAKS_URAIAN)}" if b.uraian else ""
    return f"{sebutan[:1].upper()}{sebutan[1:]}{pembulatan}{uraian}"


def _identitas(b: BarisUji) -> Identitas:
    k = b.klaim
    return Identitas(k.besaran, k.subjek, k.tahun, k.triwulan, k.versi.value if k.versi else "")


def _tercetak(b: BarisUji) -> str | Angka:
    k = b.klaim
    if k.nilai is None:
        return k.teks or _TANPA
    return Angka(ada(k.nilai, "tercetak dalam laporan"), JenisAngka.ANGKA, _identitas(b), _desimal_cetak(b))


def _desimal_cetak(b: BarisUji) -> int:
    k = b.klaim
    return k.desimal if k.desimal is not None else max(0, -int((k.nilai or Decimal(0)).as_tuple().exponent))


def _seharusnya(b: BarisUji) -> str | Angka:
    """With two decimals more than none, so that a reader sees which way it would round."""
    x = b.hasil.angka
    if x is None or b.klaim.besaran == "nilai_komponen_maks":
        return b.seharusnya or _TANPA
    utuh = x == x.to_integral_value()
    desimal = _desimal_cetak(b) if utuh else max(_DESIMAL, _desimal_cetak(b))
    return Angka(b.hasil, JenisAngka.ANGKA, _identitas(b), desimal)


def _tabel_semua(daftar: Sequence[BarisUji]) -> Tabel:
    kolom: list[Kepala] = [
        ("No.", 5, TENGAH), ("Letak dalam laporan", 26, KIRI), ("Angka", 27, KIRI), ("Tercetak", 15, KANAN),
        ("Seharusnya", 15, KANAN), ("Golongan", 12, KIRI),
    ]  # fmt: skip
    isi: list[Baris] = [
        baris(str(ke), b.klaim.rujukan or _TANPA, _polos(b), _tercetak(b), _seharusnya(b), JUDUL_KELAS[b.kelas])
        for ke, b in enumerate(daftar, start=1)
    ]
    return tabel("semua-angka", "Semua Angka yang Diuji", kolom, isi, mendatar=True, nomor_kolom=False)


def _polos(b: BarisUji) -> str:
    sebutan = b.sebutan or b.klaim.besaran
    return f"{sebutan[:1].upper()}{sebutan[1:]}"
