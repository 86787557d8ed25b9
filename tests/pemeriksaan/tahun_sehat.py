"""A sound agency-year, and ways to break it, for the tests of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from anggaran.data import KeteranganPenunjang, Penunjang
from anggaran.data import Tingkat as TingkatAnggaran
from kinerja.data import (
    Analisis,
    DataKinerja,
    Faktor,
    JenisPembanding,
    Komponen,
    MetodeEfisiensi,
    MetodePengukuran,
    Pembanding,
    Rekomendasi,
    RumusNegatif,
    Sakip,
    Skala,
    SkemaSakip,
    StatusRekomendasi,
)
from kinerja.rumus.sakip import BOBOT_KOMPONEN
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan, Narasi, TabelBebas
from lkjip.pemeriksaan.data import Klaim
from renstra.data import Akumulasi, Arah, DataRenstra, Indikator, Instansi, JenisIndikator, JenisPemda, Versi
from tests.pembuat import Belanja, D, baris, buat_data, buat_kinerja, buat_renstra, pk, setahun, target, tw, uang

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
P, K, S, Q = "5.05.02", "5.05.02.1.01", "5.05.02.1.01.0001", "5.05.01"
_DEFINISI: dict[str, Any] = {
    "formulasi": "Jumlah A dibagi jumlah B",
    "sumber_data": "Bidang A",
    "penanggung_jawab": "Sekretaris",
}
_SKEMA = BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021]


_NASKAH = {
    "bab1.latar_belakang": "Laporan ini mempertanggungjawabkan kinerja Badan Uji kepada masyarakat.",
    "bab1.isu_strategis": "Permasalahan utama adalah pelayanan yang belum merata di semua wilayah.",
    "bab2.renstra": "Renstra 2024-2026 memuat dua sasaran yang diukur setiap tahun.",
    "bab2.perjanjian_kinerja": "Perjanjian Kinerja disusun sesudah anggaran ditetapkan.",
    "bab3.analisis": "Capaian kedua sasaran didukung pendampingan yang teratur.",
    "bab3.realisasi_anggaran": "Anggaran dipakai untuk program yang menunjang sasaran.",
    "bab4.kesimpulan": "Kinerja tahun ini memenuhi perjanjian.",
    "bab4.langkah": "Tahun depan pemantauan triwulan diperkuat.",
}


def renstra_sehat() -> DataRenstra:
    return buat_renstra(
        Indikator("I1", "S1", "Indeks Uji", "%", JenisIndikator.PERSEN, iku=True, **_DEFINISI),
        Indikator(
            "I2", "S2", "Nilai SAKIP Dinas", "Nilai", JenisIndikator.PREDIKAT, akumulasi=Akumulasi.MAKSIMUM, **_DEFINISI
        ),
        instansi=Instansi(
            "UJI", nama="Badan Uji", jenis_pemda=JenisPemda.PROVINSI, tempat="Kota", jabatan_kepala="Kepala",
            nama_kepala="Nama", nip_kepala="197001011995031001",
        ),
        daftar_target_tahunan=tuple(
            target(kode, nilai, tahun)
            for kode, deret in (("I1", (80, 85, 90)), ("I2", (70, 75, 80)))
            for tahun, nilai in zip((2024, 2025, 2026), deret, strict=True)
        ),
        daftar_perjanjian=(pk("I1", Versi.MURNI, 80), pk("I2", Versi.MURNI, 70)),
    )  # fmt: skip


def kinerja_sehat() -> DataKinerja:
    return buat_kinerja(
        renstra_sehat(),
        metode=MetodePengukuran(skala="x", metode_efisiensi=MetodeEfisiensi.SELISIH),
        daftar_skala=(Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("x", Arah.POSITIF, D(91), "Tinggi")),
        daftar_kinerja_triwulan=(
            tw("I1", 1, "40", target=D(40)),
            tw("I1", 2, "50", target=D(50)),
            tw("I1", 3, "60", target=D(60)),
            tw("I1", 4, "80.5", target=D(80), pembilang=D(161), penyebut=D(200)),
            tw("I2", 1, catatan="Dinilai sekali setahun"),
            tw("I2", 2, catatan="Dinilai sekali setahun"),
            tw("I2", 3, "69.5", predikat_realisasi="B"),
            tw("I2", 4, "71", predikat_realisasi="BB"),
        ),
        daftar_pembanding=tuple(
            Pembanding(kode, 2024, JenisPembanding.NASIONAL, "Nasional", D(nilai))
            for kode, nilai in (("I1", 78), ("I2", 65))
        ),
        daftar_analisis=tuple(
            Analisis(kode, 2024, Faktor.KEBERHASILAN, 1, uraian)
            for kode, uraian in (
                ("I1", "Pendampingan berjalan setiap bulan dan hasilnya dipantau bersama."),
                ("I2", "Tindak lanjut evaluasi selesai lebih awal dibanding rencana."),
            )
        ),
        daftar_realisasi_tahunan=(
            setahun("I1", 78, 2022),
            setahun("I1", 79, 2023),
            setahun("I2", 68, 2022),
            setahun("I2", 69, 2023),
        ),
        daftar_komponen=(
            Komponen("I1", "a", bobot=D("0.5"), nilai=D(81)),
            Komponen("I1", "b", bobot=D("0.5"), nilai=D(80)),
        ),
        daftar_sakip=tuple(Sakip(2023, nama, bobot, bobot - 1) for nama, bobot in _SKEMA.items()),
        daftar_rekomendasi=(Rekomendasi(2023, "", "Perbaiki", "Sudah diperbaiki", StatusRekomendasi.SELESAI),),
    )


def data_sehat(kinerja: DataKinerja) -> DataInstansi:
    return buat_data(
        kinerja,
        daftar_anggaran=(
            baris(P, pagu=100, sasaran="S1", tingkat=TingkatAnggaran.PROGRAM, uraian="Program Uji"),
            baris(K, P, 100, tingkat=TingkatAnggaran.KEGIATAN, uraian="Kegiatan Uji"),
            baris(S, K, 100, tingkat=TingkatAnggaran.SUBKEGIATAN, uraian="Pendampingan Unit"),
            baris(Q, pagu=100, sasaran="S2", tingkat=TingkatAnggaran.PROGRAM, uraian="Program Penunjang Uji"),
        ),
        daftar_realisasi_anggaran=(uang(S, 50, 3), uang(P, 90), uang(K, 90), uang(S, 90), uang(Q, 90)),
        daftar_penunjang=(
            Penunjang(P, mendukung="I1", capaian=D(100), keterangan=KeteranganPenunjang.MENUNJANG),
            Penunjang(Q, mendukung="I2", capaian=D(100), keterangan=KeteranganPenunjang.MENUNJANG),
        ),
        daftar_belanja=(
            Belanja("B", tahun=2024, pagu=D(200), realisasi=D(180)),
            Belanja("B.1", "B", tahun=2024, pagu=D(160), realisasi=D(140)),
            Belanja("B.2", "B", tahun=2024, pagu=D(40), realisasi=D(40)),
        ),
    )


def buku_sehat(
    renstra: Callable[[DataRenstra], DataRenstra] = lambda r: r,
    kinerja: Callable[[DataKinerja], DataKinerja] = lambda k: k,
    data: Callable[[DataInstansi], DataInstansi] = lambda d: d,
    *daftar_klaim: Klaim,
    laporan: DataLaporan | None = None,
) -> BukuKerja:
    """A sound agency-year, changed."""
    dasar = kinerja_sehat()
    isi = data(data_sehat(kinerja(replace(dasar, renstra=renstra(dasar.renstra)))))
    return BukuKerja(isi, laporan or laporan_sehat(), daftar_klaim)


def laporan_sehat(*lagi: Narasi, tanpa: str = "") -> DataLaporan:
    """The report's own text, one paragraph a section, without the section `tanpa`, and with these paragraphs more."""
    identitas = IdentitasLaporan(JenisLaporan.TAHUNAN, tanggal_laporan=date(2025, 2, 20))
    dasar = tuple(Narasi(bagian, 1, isi) for bagian, isi in _NASKAH.items() if bagian != tanpa)
    return DataLaporan(identitas, (*dasar, *lagi))


def dengan_narasi(*isi: str, bagian: str = "bab3.analisis") -> BukuKerja:
    """The sound year with these paragraphs more in one section."""
    lagi = tuple(Narasi(bagian, nomor, satu) for nomor, satu in enumerate(isi, 2))
    return replace(buku_sehat(), laporan=laporan_sehat(*lagi))


def dengan_renstra(**lain: object) -> BukuKerja:
    return buku_sehat(lambda r: replace(r, **lain))  # type: ignore[arg-type]


def dengan_kinerja(**lain: object) -> BukuKerja:
    return buku_sehat(kinerja=lambda k: replace(k, **lain))  # type: ignore[arg-type]


def dengan_anggaran(**lain: object) -> BukuKerja:
    return buku_sehat(data=lambda d: DataInstansi(replace(d.anggaran, **lain)))  # type: ignore[arg-type]


def dengan_triwulan(*baru: object) -> BukuKerja:
    return dengan_kinerja(daftar_kinerja_triwulan=baru)


def dengan_indikator(kode: str, **lain: object) -> BukuKerja:
    return buku_sehat(
        lambda r: replace(
            r,
            daftar_indikator=tuple(
                replace(i, **lain) if i.kode == kode else i  # type: ignore[arg-type]
                for i in r.daftar_indikator
            ),
        )
    )


def dengan_klaim(*daftar_klaim: Klaim, kinerja: Callable[[DataKinerja], DataKinerja] = lambda k: k) -> BukuKerja:
    return buku_sehat(lambda r: r, kinerja, lambda d: d, *daftar_klaim)


def dengan_tabel(*isi: tuple[object, ...], **lain: object) -> BukuKerja:
    sifat = {"judul": "Pegawai", "sumber": "Sekretariat", "kepala": ("Unit", "Jumlah", "%")} | lain
    tabel = TabelBebas("tabel_01", "bab1", baris=isi, **sifat)  # type: ignore[arg-type]
    sehat = buku_sehat()
    return replace(sehat, laporan=replace(sehat.laporan, daftar_tabel=(tabel,)))


def klaim(besaran: str, nilai: str, subjek: str = "I1", **lain: object) -> Klaim:
    return Klaim("Tabel 3.1", besaran, subjek, 2024, nilai=D(nilai), **lain)  # type: ignore[arg-type]


def negatif(k: DataKinerja) -> DataKinerja:
    indikator = tuple(replace(i, arah=Arah.NEGATIF) for i in k.renstra.daftar_indikator)
    metode = replace(k.metode, rumus_negatif=RumusNegatif.SELISIH)
    return replace(k, renstra=replace(k.renstra, daftar_indikator=indikator), metode=metode)


def dengan_sakip(**lain: object) -> BukuKerja:
    return dengan_kinerja(daftar_sakip=tuple(
        replace(s, **lain) if n == 0 else s for n, s in enumerate(kinerja_sehat().daftar_sakip)  # type: ignore[arg-type]
    ))  # fmt: skip


def berlebih(k: DataKinerja) -> DataKinerja:
    """I1 well above its target, no cap."""
    return replace(k, daftar_kinerja_triwulan=(tw("I1", 4, 88), tw("I2", 4, 71)), daftar_komponen=())


def berbatas(k: DataKinerja) -> DataKinerja:
    return replace(k, metode=replace(k.metode, batas_capaian=D(100)))


def berpembanding(k: DataKinerja) -> DataKinerja:
    return replace(k, daftar_pembanding=(Pembanding("I1", 2024, JenisPembanding.NASIONAL, "Nasional", D(50)),))
