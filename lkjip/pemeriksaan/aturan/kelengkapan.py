"""LEN: what a yearly report owes by PermenPANRB 53/2014, as far as the data tell (pemeriksaan.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kinerja.data import Faktor, RumusNegatif
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Keadaan
from lkjip.dasar.periode import tulis_tanggal
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import (
    Ambang,
    Aturan,
    diperjanjikan,
    disebut_narasi,
    galat,
    nama,
    nama_indikator,
    tahunan,
    tulis,
)
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Arah, Indikator

_SERATUS_PERSEN = 100


def capaian_tidak_terhitung(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-03: target and realisasi are both there, and still there is no capaian (a letter against a number …)."""
    for i in diperjanjikan(buku) if tahunan(buku) else ():
        target, realisasi = hitung(buku.data, "selisih_target", i.kode), hitung(buku.data, "realisasi", i.kode)
        huruf = hitung(buku.data, "predikat_realisasi", i.kode)
        hasil = hitung(buku.data, "capaian", i.kode)
        if target.ada and (realisasi.ada or huruf.ada) and hasil.keadaan is Keadaan.KOSONG:
            yield _indikator(
                "LEN-03", i, f"Capaian {nama(i.kode, i.uraian)} tidak dapat dihitung: {hasil.alasan}.",
                "lembar perjanjian dan kinerja_triwulan", "Lengkapi target atau realisasinya.", "perjanjian_kinerja",
            )  # fmt: skip


def tanpa_tahun_lalu(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-04: no realisasi of any earlier year, and the text does not speak of the indicator either."""
    data = buku.data
    for i in diperjanjikan(buku) if tahunan(buku) else ():
        lalu = {r.tahun for r in data.kinerja.daftar_realisasi_tahunan if r.indikator == i.kode}
        lalu |= {k.tahun for k in data.kinerja.daftar_kinerja_triwulan if k.indikator == i.kode}
        besaran = ("realisasi", "predikat_realisasi")
        ada = any(hitung(data, b, i.kode, tahun=tahun).ada for tahun in lalu if tahun < data.tahun for b in besaran)
        if ada or disebut_narasi(buku, i.kode, i.uraian):
            continue
        yield _indikator(
            "LEN-04", i, f"Realisasi {nama(i.kode, i.uraian)} sebelum {data.tahun} kosong, tanpa alasan dalam naskah.",
            "lembar realisasi_tahunan", "Isi realisasi tahun sebelumnya, atau tulis sebabnya dalam naskah Bab III.",
            "realisasi_lalu",
        )  # fmt: skip


def tanpa_target_akhir(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-05: nothing to compare with at the end of the Renstra."""
    akhir = buku.data.renstra.periode.renstra_akhir
    for i in diperjanjikan(buku) if tahunan(buku) and akhir else ():
        if not hitung(buku.data, "target_akhir_renstra", i.kode).ada:
            yield _indikator(
                "LEN-05", i, f"Target akhir Renstra ({akhir}) {nama(i.kode, i.uraian)} belum diisi.",
                f"lembar target_tahunan, tahun {akhir}", "Isi target tahun akhir Renstra.", "target_renstra",
            )  # fmt: skip


def tanpa_penyebab(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-07: a target that was missed, without what hindered or without what is done about it."""
    kinerja, tahun = buku.data.kinerja, buku.data.tahun
    for i in diperjanjikan(buku) if tahunan(buku) else ():
        terbalik = i.arah is Arah.NEGATIF and kinerja.metode.rumus_negatif is RumusNegatif.LANGSUNG
        hasil = hitung(buku.data, "capaian", i.kode)
        if terbalik or hasil.angka is None or hasil.angka >= _SERATUS_PERSEN:
            continue
        daftar = (Faktor.HAMBATAN, Faktor.SOLUSI)
        kurang = [f.value for f in daftar if (i.kode, tahun, f) not in kinerja.daftar_analisis_per_indikator]
        if kurang:
            capaian = tulis_angka(hasil.angka, 2)
            yield _indikator(
                "LEN-07", i,
                f"Capaian {nama(i.kode, i.uraian)} {capaian}%, tetapi analisis {' dan '.join(kurang)} belum ada.",
                "lembar analisis", "Tulis hambatan dan solusinya pada analisis indikator.", "lembar", ("analisis",),
            )  # fmt: skip


def tanpa_efisiensi(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-08: no efficiency can be computed; once where no method is set, silent where the text speaks of it."""
    data = buku.data
    if not tahunan(buku) or any("efisiensi" in n.bagian for n in buku.laporan.daftar_narasi):
        return
    if data.kinerja.metode.metode_efisiensi is None:
        yield galat(
            "LEN-08",
            "Metode efisiensi belum ditetapkan, sehingga analisis efisiensi tidak dapat dihitung.",
            letak="lembar pengaturan, metode_efisiensi",
            butir="metode",
            saran="Pilih metode efisiensi.",
            halaman="metode_pengukuran",
        )
        return
    for s in data.renstra.daftar_sasaran:
        hasil = hitung(data, "efisiensi", s.kode)
        if data.renstra.daftar_indikator_sasaran(s.kode) and hasil.keadaan is Keadaan.KOSONG:
            yield galat(
                "LEN-08",
                f"Efisiensi sasaran {nama(s.kode, s.uraian)} tidak dapat dihitung: {hasil.alasan}.",
                letak="lembar anggaran dan realisasi_anggaran",
                subjek=s.kode,
                saran="Tautkan anggaran ke sasaran ini dan isi realisasinya.",
                halaman="anggaran_rencana",
            )


def tanpa_penunjang(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-09: a sasaran that no programme supports, neither by `penunjang` nor by the money that names it."""
    anggaran = buku.data.anggaran
    tertaut = {a.sasaran for a in anggaran.daftar_anggaran}
    for s in buku.data.renstra.daftar_sasaran if tahunan(buku) else ():
        daftar = buku.data.renstra.daftar_indikator_sasaran(s.kode)
        didukung = any(i.kode in anggaran.daftar_penunjang_per_indikator for i in daftar)
        if not daftar or didukung or s.kode in tertaut:
            continue
        yield galat(
            "LEN-09",
            f"Sasaran {nama(s.kode, s.uraian)} tidak mempunyai program atau kegiatan penunjang.",
            letak="lembar penunjang dan anggaran",
            subjek=s.kode,
            saran="Tautkan program atau kegiatan yang menunjangnya.",
            halaman="anggaran_rencana",
        )


def tanpa_uang_sasaran(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-12: no money stands against any sasaran, so Bab III.B has nothing per Perjanjian Kinerja."""
    data = buku.data
    if not tahunan(buku) or not data.renstra.daftar_sasaran:
        return
    if not any(hitung(data, "realisasi_anggaran", s.kode).ada for s in data.renstra.daftar_sasaran):
        yield galat(
            "LEN-12",
            "Realisasi anggaran per sasaran tidak ada: belum ada baris anggaran bertaut sasaran yang realisasinya "
            "terisi.",
            letak="lembar anggaran dan realisasi_anggaran",
            saran="Tautkan program ke sasaran, lalu isi realisasinya.",
            halaman="anggaran_rencana",
        )


def pembanding_tertukar(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-23: two comparators with the very same figure. A round one may be a coincidence and is left alone."""
    pertama: dict[tuple[object, ...], str] = {}
    for p in buku.data.kinerja.daftar_pembanding:
        if p.nilai is None or p.nilai == p.nilai.to_integral_value():
            continue
        lain = pertama.setdefault((p.indikator, p.tahun, p.nilai), p.nama)
        if lain != p.nama:
            yield galat(
                "LEN-23",
                f"Angka pembanding {nama_indikator(buku, p.indikator)} tahun {p.tahun} untuk {lain} dan {p.nama} "
                f"sama, {tulis(p.nilai)}.",
                letak=f"lembar pembanding, tahun {p.tahun}",
                subjek=p.indikator,
                butir=f"{p.tahun} {lain} {p.nama}",
                nilai=p.nilai,
                saran="Periksa apakah angka yang satu tersalin ke yang lain.",
                halaman="lembar",
                argumen=("pembanding",),
            )


def tidak_diformalkan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-17: who signs, where and when."""
    instansi = buku.data.renstra.instansi
    isian = {
        "tanggal laporan": buku.laporan.identitas_berlaku.tanggal_laporan or "",
        "tempat": instansi.tempat, "jabatan kepala": instansi.jabatan_kepala, "nama kepala": instansi.nama_kepala,
        "NIP kepala": instansi.nip_kepala,
    }  # fmt: skip
    kurang = [sebutan for sebutan, isi in isian.items() if not str(isi).strip()]
    if kurang:
        yield galat(
            "LEN-17",
            f"Blok pengesahan belum lengkap: {', '.join(kurang)} belum diisi.",
            letak="lembar instansi dan pengaturan",
            saran="Lengkapi identitas tahun ini.",
            halaman="identitas_tahun",
        )


def melewati_tenggat(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-18: a yearly report of a perangkat daerah is due on the last day of February (PermenPANRB 53/2014)."""
    tanggal = buku.laporan.identitas_berlaku.tanggal_laporan
    tenggat = date(buku.data.tahun + 1, 3, 1) - timedelta(days=1)
    if tahunan(buku) and tanggal is not None and tanggal > tenggat:
        yield galat(
            "LEN-18",
            f"Tanggal laporan {tulis_tanggal(tanggal)} melewati tenggat {tulis_tanggal(tenggat)}.",
            letak="lembar pengaturan, tanggal_laporan",
            nilai=tanggal.isoformat(),
            seharusnya=f"paling lambat {tulis_tanggal(tenggat)}",
            saran="Periksa tanggalnya; bila memang terlambat, kepala menjelaskannya.",
            halaman="identitas_tahun",
        )


def _indikator(
    aturan: str, i: Indikator, pesan: str, letak: str, saran: str, halaman: str, argumen: tuple[str, ...] = ()
) -> Temuan:
    return galat(aturan, pesan, letak=letak, subjek=i.kode, saran=saran, halaman=halaman, argumen=argumen)


DAFTAR = (
    Aturan("LEN-03", Tingkat.GALAT, "Analisis 1: target–realisasi", capaian_tidak_terhitung),
    Aturan("LEN-04", Tingkat.GALAT, "Analisis 2: tahun sebelumnya", tanpa_tahun_lalu),
    Aturan("LEN-05", Tingkat.GALAT, "Analisis 3: target jangka menengah", tanpa_target_akhir),
    Aturan("LEN-07", Tingkat.GALAT, "Analisis 5: penyebab dan solusi", tanpa_penyebab),
    Aturan("LEN-08", Tingkat.GALAT, "Analisis 6: efisiensi", tanpa_efisiensi),
    Aturan("LEN-09", Tingkat.GALAT, "Analisis 7: program penunjang", tanpa_penunjang),
    Aturan("LEN-12", Tingkat.GALAT, "Realisasi anggaran per PK tidak ada", tanpa_uang_sasaran),
    Aturan("LEN-23", Tingkat.GALAT, "Pembanding instansi tertukar", pembanding_tertukar),
    Aturan("LEN-17", Tingkat.GALAT, "Laporan tidak diformalkan", tidak_diformalkan),
    Aturan("LEN-18", Tingkat.GALAT, "Melewati tenggat", melewati_tenggat),
)
