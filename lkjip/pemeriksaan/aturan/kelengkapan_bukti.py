"""LEN: evidence, reviu and publication (pemeriksaan.md): mostly facts that only the system knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from kinerja.data import RealisasiTahunan
from kinerja.data_reviu import DAFTAR_PERTANYAAN
from lkjip.besaran import hitung
from lkjip.dasar.periode import tulis_tanggal
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, info, nama, nama_indikator, peringatan, tahunan
from lkjip.pemeriksaan.aturan.kelengkapan import laporan_pemda
from lkjip.pemeriksaan.data import Temuan, Tingkat
from lkjip.pemeriksaan.data_fakta import FaktaTahun

_SETENGAH = 2


def belum_direviu(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-19: a pemda's report without the statement of its reviu; any report that was signed before its reviu."""
    fakta = buku.fakta
    if fakta is None or not tahunan(buku):
        return
    if laporan_pemda(buku) and not fakta.daftar_pernyataan:
        yield galat(
            "LEN-19", f"Laporan kinerja pemerintah daerah {buku.data.tahun} belum mempunyai pernyataan telah direviu.",
            letak="reviu", butir="belum", saran="Minta APIP mereviu laporan ini sebelum ditandatangani.",
            halaman="reviu",
        )  # fmt: skip
    for versi in fakta.daftar_versi:
        tanggal = versi.ditandatangani_pada
        sebelum = tanggal and fakta.daftar_pernyataan and not any(r <= tanggal for r in fakta.daftar_pernyataan)
        if versi.tahunan and tanggal and sebelum:
            direviu = min(fakta.daftar_pernyataan)
            yield galat(
                "LEN-19", f"{versi.sebutan} ditandatangani {tulis_tanggal(tanggal)}, sebelum pernyataan reviu "
                f"{tulis_tanggal(direviu)}.",
                letak="penerbitan", subjek=versi.kunci, butir=str(versi.nomor), nilai=tanggal.isoformat(),
                seharusnya=f"pada atau sesudah {tulis_tanggal(direviu)}",
                saran="Buat versi baru yang memuat pernyataan reviu, lalu tandatangani versi itu.",
                halaman="versi_terbitan", argumen=(versi.pk,), tentang_versi=True,
            )  # fmt: skip


def ceklis_belum_lengkap(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-20: questions of the reviu without an answer, and answers "tidak" without a note.

    Which ones they are is said only once the reviu is finished: until then nobody but the APIP sees its answers.
    """
    reviu = buku.fakta.reviu if buku.fakta else None
    if reviu is None:
        return
    belum, tanpa = reviu.daftar_belum, tuple(k for k in reviu.daftar_tidak if k in reviu.tanpa_catatan)
    banyak = len(belum) + len(tanpa)
    if not banyak:
        return
    awal, selesai = f"Ceklis reviu ke-{reviu.nomor} belum lengkap", reviu.selesai
    kurang = (
        [f"{len(belum)} dari {len(DAFTAR_PERTANYAAN)} pertanyaan belum dijawab ({', '.join(belum)})"] if belum else []
    )
    kurang += [f"{len(tanpa)} jawaban tidak belum bercatatan ({', '.join(tanpa)})"] if tanpa else []
    yield peringatan(
        "LEN-20",
        f"{awal}: {'; '.join(kurang)}." if selesai else
        f"{awal}: {banyak} dari {len(DAFTAR_PERTANYAAN)} pertanyaan masih dikerjakan APIP.",
        letak="reviu, pertanyaan", butir=str(reviu.nomor), nilai=str(banyak), seharusnya="0",
        saran="Pereviu menjawab semua pertanyaan dan memberi catatan pada setiap jawaban tidak.",
        halaman="pertanyaan_reviu" if selesai else "reviu", argumen=(reviu.pk,) if selesai else (),
    )  # fmt: skip


def belum_dipublikasikan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-21: final for longer than the threshold, and no version of it is published."""
    fakta = buku.fakta
    daftar = [v for v in fakta.daftar_versi if v.tahunan] if fakta else []
    if fakta is None or not daftar or any(v.terbit for v in daftar):
        return
    versi = daftar[-1]
    batas = timedelta(days=ambang.hari_publikasi)
    if versi.final is not None and fakta.hari > versi.final + batas:
        yield info(
            "LEN-21", f"{versi.sebutan} final sejak {tulis_tanggal(versi.final)}, sudah lebih dari "
            f"{ambang.hari_publikasi} hari, tetapi belum dipublikasikan.",
            letak="penerbitan", subjek=versi.kunci, butir=str(versi.nomor), nilai=versi.final.isoformat(),
            seharusnya=f"terbit paling lambat {tulis_tanggal(versi.final + batas)}",
            saran="Lengkapi tanda tangannya, lalu terbitkan.", halaman="versi_terbitan", argumen=(versi.pk,),
        )  # fmt: skip


def tanpa_bukti(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-22: an IKU's realisasi with neither evidence nor the letter that it is taken from."""
    yield from _surat_tidak_lengkap(buku)
    if buku.fakta is not None:
        yield from _tanpa_bukti_sistem(buku, buku.fakta)


def _surat_tidak_lengkap(buku: BukuKerja) -> Iterator[Temuan]:
    """Rows of `realisasi_tahunan` with half a letter, or with none where most others of the sheet have one."""
    kinerja = buku.data.kinerja
    iku = {i.kode for i in buku.data.renstra.daftar_indikator if i.iku}
    terisi = [r for r in kinerja.daftar_realisasi_tahunan if r.realisasi is not None or r.predikat.strip()]
    bersurat = [r for r in terisi if r.nomor_surat.strip() or r.tanggal_surat]
    kebiasaan = len(bersurat) * _SETENGAH > len(terisi)
    for r in terisi:
        kurang = _kurang_surat(r)
        if r.indikator not in iku or not kurang or (len(kurang) > 1 and not _lazim_bersurat(buku, r, kebiasaan)):
            continue
        yield peringatan(
            "LEN-22", f"Realisasi {nama_indikator(buku, r.indikator)} {r.tahun} belum menyebut {' dan '.join(kurang)} "
            "yang menjadi buktinya.",
            letak=f"lembar realisasi_tahunan, tahun {r.tahun}, kolom nomor_surat dan tanggal_surat",
            subjek=r.indikator, butir=str(r.tahun),
            saran="Isi nomor dan tanggal suratnya, atau unggah bukti dukungnya.", halaman="lembar",
            argumen=("realisasi_tahunan",),
        )  # fmt: skip


def _kurang_surat(r: RealisasiTahunan) -> list[str]:
    isi = {"nomor surat": r.nomor_surat.strip(), "tanggal surat": r.tanggal_surat}
    return [sebutan for sebutan, ada in isi.items() if not ada]


def _lazim_bersurat(buku: BukuKerja, r: RealisasiTahunan, kebiasaan: bool) -> bool:
    """Whether a letter is to be expected: the sheet mostly names one, and no evidence is kept in the system instead."""
    return kebiasaan and not (buku.fakta is not None and r.indikator in buku.fakta.berbukti)


def _tanpa_bukti_sistem(buku: BukuKerja, fakta: FaktaTahun) -> Iterator[Temuan]:
    data, tahun = buku.data, buku.data.tahun
    bersurat = {r.indikator for r in data.kinerja.daftar_realisasi_tahunan if r.tahun == tahun and not _kurang_surat(r)}
    tanpa = [
        i
        for i in data.renstra.daftar_indikator
        if i.iku
        and i.kode not in fakta.berbukti
        and i.kode not in bersurat
        and any(hitung(data, b, i.kode).ada for b in ("realisasi", "predikat_realisasi"))
    ]
    if tanpa:
        daftar = ", ".join(nama(i.kode, i.uraian) for i in tanpa)
        yield peringatan(
            "LEN-22", f"Realisasi {tahun} belum disertai bukti dukung maupun nomor surat: {daftar}.",
            letak="bukti dukung pada isian triwulan", subjek=tanpa[0].kode if len(tanpa) == 1 else "", butir="bukti",
            nilai=", ".join(i.kode for i in tanpa),
            saran="Unggah bukti dukungnya pada isian triwulan indikator itu.", halaman="isi_triwulan", argumen=(4,),
        )  # fmt: skip


DAFTAR = (
    Aturan("LEN-19", Tingkat.GALAT, "Belum direviu", belum_direviu),
    Aturan("LEN-20", Tingkat.PERINGATAN, "Ceklis reviu belum lengkap", ceklis_belum_lengkap),
    Aturan("LEN-21", Tingkat.INFO, "Belum dipublikasikan", belum_dipublikasikan),
    Aturan("LEN-22", Tingkat.PERINGATAN, "Bukti dukung tidak ada", tanpa_bukti),
)
