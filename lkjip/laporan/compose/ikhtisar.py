"""Ikhtisar Eksekutif: the agency's own words, then the year in figures, one table and one chart."""

from __future__ import annotations

from lkjip.laporan.compose.bab3_sakip import tahun_sakip
from lkjip.laporan.compose.bagan import bagan_capaian
from lkjip.laporan.compose.kalimat import banyak, kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import (
    KANAN,
    KIRI,
    TENGAH,
    baris,
    capaian_biasa,
    kelompok,
    sel,
    sel_kategori,
    sumber_data,
    tabel,
)
from lkjip.laporan.compose.simpulan import kalimat_anggaran, kalimat_hitungan, kalimat_rata_rata, rekap
from lkjip.laporan.isi import Bab, Baris, GayaBaris, JenisBab, Rujuk, Sebaris, Simpul, Tabel
from renstra.data import Indikator


def ikhtisar(ktx: Konteks) -> Bab:
    letak = "ikhtisar"
    isi = tulisan(ktx, letak, "ringkasan_eksekutif", letak=letak, judul="Ikhtisar eksekutif")
    ringkasan = tabel_ringkasan(ktx)
    kalimat: list[Simpul] = [par(_kalimat_rencana(ktx))]
    if ringkasan is not None:
        rujukan = kal("Rinciannya disajikan pada {tabel}.", tabel=Rujuk(ringkasan.kunci))
        kalimat.append(par(kalimat_hitungan(ktx), kalimat_rata_rata(ktx), rujukan))
    isi += otomatis(ktx, f"ikhtisar{AKHIRAN_KALIMAT}", kalimat, letak=letak, judul="Capaian dari angka")
    if ringkasan is None:
        isi.append(kurang("Ringkasan capaian belum dapat disajikan: lembar indikator belum memuat indikator sasaran."))
    else:
        isi.append(ringkasan)
    isi.extend(
        bagan_capaian(ktx, "grafik-ikhtisar", "Capaian Indikator Sasaran terhadap Target", ktx.indikator_semua_sasaran)
    )
    penutup = [par(kalimat_anggaran(ktx), _kalimat_sakip(ktx)), par(_kalimat_lanjut(ktx))]
    nama = f"ikhtisar.penutup{AKHIRAN_KALIMAT}"
    isi += otomatis(ktx, nama, penutup, letak=letak, judul="Anggaran dan tindak lanjut dari angka")
    return Bab(letak, "Ikhtisar Eksekutif", tuple(isi), JenisBab.DEPAN)


def _kalimat_rencana(ktx: Konteks) -> tuple[Sebaris, ...]:
    periode = f" yang diturunkan dari Renstra {ktx.periode_renstra}" if ktx.periode_renstra else ""
    if not ktx.sasaran:
        return kal(
            "Kinerja {nama} tahun {tahun} belum memiliki sasaran{periode}.",
            nama=ktx.nama,
            tahun=ktx.tahun,
            periode=periode,
        )
    return kal(
        "Pada tahun {tahun}, {nama} bertanggung jawab atas {sasaran}{periode}, yang keberhasilannya diukur dengan "
        "{indikator}.",
        tahun=ktx.tahun,
        nama=ktx.nama,
        sasaran=banyak(len(ktx.sasaran), "sasaran"),
        periode=periode,
        indikator=banyak(len(ktx.indikator_semua_sasaran), "indikator"),
    )


def _kalimat_sakip(ktx: Konteks) -> tuple[Sebaris, ...]:
    tahun = next(reversed(tahun_sakip(ktx)), None)
    if tahun is None:
        return ()
    nilai, predikat = ktx.angka("nilai_sakip", tahun=tahun), ktx.angka("predikat_sakip", tahun=tahun)
    if not nilai.hasil.ada:
        return ()
    ekor = kal(" (predikat {p})", p=predikat) if predikat.hasil.ada else ()
    return kal("Hasil evaluasi SAKIP tahun {tahun} bernilai {nilai}{ekor}.", tahun=tahun, nilai=nilai, ekor=ekor)


def _kalimat_lanjut(ktx: Konteks) -> tuple[Sebaris, ...]:
    hitungan = rekap(ktx)
    if hitungan.di_bawah:
        return kal(
            "Perbaikan pada tahun berikutnya diarahkan terutama pada indikator yang belum mencapai target, sebagaimana "
            "diuraikan pada {bab}.",
            bab=Rujuk("bab-4"),
        )
    if not hitungan.terukur:
        return kal(
            "Prioritas pertama adalah melengkapi data kinerja agar capaian tahun {tahun} dapat dinilai.",
            tahun=ktx.tahun,
        )
    return kal("Langkah untuk mempertahankan dan meningkatkan kinerja diuraikan pada {bab}.", bab=Rujuk("bab-4"))


def tabel_ringkasan(ktx: Konteks, kunci: str = "tabel-ikhtisar") -> Tabel | None:
    """All indicators of all sasaran on one page: target, realisasi, capaian, kategori; means as their own rows."""
    if not ktx.indikator_semua_sasaran:
        return None
    isi: list[Baris] = []
    nomor = 0
    for urutan, sasaran in enumerate(ktx.sasaran, 1):
        daftar = ktx.indikator_sasaran(sasaran.kode)
        if not daftar:
            continue
        isi.append(kelompok(f"Sasaran {urutan}: {sasaran.uraian.strip() or sasaran.kode}", 7))
        for indikator in daftar:
            nomor += 1
            isi.append(_baris_indikator(ktx, nomor, indikator))
        if len(daftar) > 1:
            isi.append(_baris_rata(ktx, "Rata-rata sasaran", "rata_rata_sasaran", sasaran.kode))
    if nomor > 1:
        isi.append(_baris_rata(ktx, "Rata-rata seluruh indikator sasaran", "rata_rata_total", ""))
    kolom = (
        ("No", 5, TENGAH),
        ("Indikator Kinerja", 34, KIRI),
        ("Satuan", 12, TENGAH),
        ("Target", 12, KANAN),
        ("Realisasi", 13, KANAN),
        ("Capaian (%)", 12, KANAN),
        ("Kategori", 15, TENGAH),
    )
    judul, biasa = f"Ringkasan Capaian Kinerja Tahun {ktx.tahun}", capaian_biasa(ktx, ktx.indikator_semua_sasaran)
    return tabel(kunci, judul, kolom, isi, sumber=sumber_data(ktx), rumus_capaian=biasa)


def _baris_indikator(ktx: Konteks, nomor: int, indikator: Indikator) -> Baris:
    kode = indikator.kode
    return baris(
        str(nomor),
        ktx.nama_indikator(indikator),
        indikator.satuan,
        ktx.target(kode),
        ktx.realisasi(kode),
        ktx.angka("capaian", kode, polos=True),
        sel_kategori(ktx, indikator),
    )


def _baris_rata(ktx: Konteks, judul: str, besaran: str, kode: str) -> Baris:
    return baris(
        sel(judul, kolom=5, rata=KIRI, tebal=True),
        ktx.angka(besaran, kode, polos=True, tebal=True),
        sel_kategori(ktx, None, kode),
        gaya=GayaBaris.JUMLAH,
    )
