"""Perjanjian Kinerja (PermenPANRB 53/2014 Lampiran I): its two versions compared, and its forms for the annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip.laporan.compose.dokumen_bagian import kepala_buku, kepala_daerah_buku
from lkjip.laporan.compose.formulir_perjanjian import (
    JUDUL,
    indikator_diperjanjikan,
    lampiran_janji,
    lembar_pernyataan,
)
from lkjip.laporan.compose.kalimat import banyak, deret_kata, kal, kurang, kutip, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, tabel
from lkjip.laporan.data_dokumen import LembarJanji
from lkjip.laporan.isi import Bab, Daftar, JenisBab, PemisahHalaman, Sebaris, Simpul, Tabel
from renstra.data import Indikator, Versi


def daftar_versi(ktx: Konteks) -> list[Versi]:
    """Versions of which the report's year has at least one row, murni first."""
    ada = {p.versi for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun}
    return [v for v in Versi if v in ada]


def tabel_perbandingan(ktx: Konteks) -> Tabel:
    """Targets of the year in each document, and which of them this report measures against."""
    daftar = [i for i in ktx.indikator_utama if ktx.dokumen_target(i.kode)] or list(ktx.indikator_utama)
    versi = daftar_versi(ktx)
    nama = {Versi.MURNI: "PK Murni", Versi.PERUBAHAN: "PK Perubahan"}
    kolom = [
        ("No", 5, TENGAH),
        ("Indikator", 34, KIRI),
        ("Satuan", 11, TENGAH),
        ("Renstra", 11, KANAN),
        *((nama[v], 12, KANAN) for v in versi),
        ("Target yang Digunakan", 19, KIRI),
    ]
    isi = [
        baris(
            str(n),
            ktx.nama_indikator(i),
            i.satuan,
            ktx.target(i.kode, versi="renstra"),
            *(ktx.target(i.kode, versi=v.value) for v in versi),
            ktx.dokumen_target(i.kode) or "–",
        )
        for n, i in enumerate(daftar, 1)
    ]
    if not isi:
        isi = [baris(*["–"] * len(kolom))]
    return tabel("tabel-perjanjian", f"Target Tahun {ktx.tahun} menurut Renstra dan Perjanjian Kinerja", kolom, isi)


def _berbeda(ktx: Konteks, kode: str, satu: str, dua: str) -> bool:
    """Numbers are compared with numbers and letters with letters; a letter added to the same number is no change."""
    for besaran in ("selisih_target", "predikat_target"):
        a, b = ktx.hitung(besaran, kode, versi=satu), ktx.hitung(besaran, kode, versi=dua)
        if a.ada and b.ada:
            return a.nilai != b.nilai
    return False


def _dijanjikan(ktx: Konteks) -> list[Indikator]:
    """Indicators with a row in any version."""
    kode = {p.indikator for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun}
    return [i for i in ktx.renstra.daftar_indikator if i.kode in kode]


def daftar_perbedaan(ktx: Konteks) -> list[tuple[Sebaris, ...]]:
    """A sentence for each indicator whose target is not the same in all documents."""
    versi = daftar_versi(ktx)
    dokumen = {"renstra": "Renstra", **{v.value: JUDUL[v] for v in versi}}
    if len(versi) == 2:
        dokumen["murni"] = "Perjanjian Kinerja murni"
    beda: list[tuple[Sebaris, ...]] = []
    for i in _dijanjikan(ktx):
        ada = [d for d in dokumen if ktx.ada_target(i.kode, versi=d)]
        if any(_berbeda(ktx, i.kode, satu, dua) for n, satu in enumerate(ada) for dua in ada[n + 1 :]):
            beda.append(_kalimat_beda(ktx, i, {d: dokumen[d] for d in ada}))
    return beda


def uraian_perbedaan(ktx: Konteks, *, letak: str) -> list[Simpul]:
    """Each indicator whose target is not the same in all documents, in one line; or that none differs."""
    versi, janji, beda = daftar_versi(ktx), _dijanjikan(ktx), daftar_perbedaan(ktx)
    hasil: list[Simpul] = []
    if beda:
        hasil += [
            par(f"Target {banyak(len(beda), 'indikator')} tidak sama dalam dokumen-dokumen itu:"),
            Daftar(tuple(beda)),
        ]
    else:
        hasil += _kalimat_sama(ktx, janji, [JUDUL[v] for v in versi])
    nama, judul = f"bab2.perbedaan_target{AKHIRAN_KALIMAT}", "Perbedaan target antardokumen"
    return [*otomatis(ktx, nama, hasil, letak=letak, judul=judul), *_belum_diperjanjikan(ktx, versi)]


def _kalimat_sama(ktx: Konteks, janji: Sequence[Indikator], dokumen: Sequence[str]) -> list[Simpul]:
    pasti = [i for i in janji if ktx.ada_target(i.kode, versi="renstra")]
    if not pasti:
        return []
    subjek = "Target satu indikator" if len(pasti) == 1 else f"Target {banyak(len(pasti), 'indikator')}"
    kalimat = kal(
        "{subjek} dalam {dokumen} sama dengan target Renstra untuk tahun {tahun}.",
        subjek=subjek,
        dokumen=deret_kata(dokumen),
        tahun=ktx.tahun,
    )
    return [par(kalimat)]


def _kalimat_beda(ktx: Konteks, indikator: Indikator, dokumen: Mapping[str, str]) -> tuple[Sebaris, ...]:
    isi = [
        kal("{nama} {t}", nama=nama, t=ktx.bersatuan(indikator, ktx.target(indikator.kode, versi=versi)))
        for versi, nama in dokumen.items()
    ]
    return kal("{nama}: {isi}.", nama=kutip(ktx.nama_indikator(indikator)), isi=deret_kata(isi))


def _belum_diperjanjikan(ktx: Konteks, versi: list[Versi]) -> list[Simpul]:
    janji = {i.kode for v in versi for i in indikator_diperjanjikan(ktx, v)}
    belum = [i for i in ktx.indikator_semua_sasaran if i.kode not in janji]
    if not belum:
        return []
    return [
        kurang(
            "Indikator sasaran berikut tidak tercantum dalam Perjanjian Kinerja (lembar perjanjian): {nama}.",
            nama=deret_kata([kutip(ktx.nama_indikator(i)) for i in belum]),
        )
    ]


def tanpa_murni(ktx: Konteks) -> list[Simpul]:
    """A revision without its first version: said where the Perjanjian Kinerja is shown."""
    if Versi.MURNI in daftar_versi(ktx):
        return []
    return [
        kurang(
            "Perjanjian Kinerja murni tahun {tahun} belum diisi (lembar perjanjian, versi murni), sehingga "
            "formulirnya tidak dapat disajikan.",
            tahun=ktx.tahun,
        )
    ]


def lampiran_perjanjian(ktx: Konteks) -> list[Bab]:
    """One annex per version; where there is none at all, one that says so."""
    versi = daftar_versi(ktx)
    if not versi:
        judul = f"Perjanjian Kinerja Tahun {ktx.tahun}"
        return [Bab("lampiran-pk-murni", judul, tuple(tanpa_murni(ktx)), JenisBab.LAMPIRAN)]
    hasil = []
    for v in versi:
        lembar = lembar_buku(ktx, v)
        janji = lampiran_janji(ktx, lembar, berjudul=True)
        isi = (*lembar_pernyataan(ktx, lembar, ditandatangani=False), PemisahHalaman(), *janji)
        hasil.append(Bab(f"lampiran-pk-{v.value}", f"{JUDUL[v]} Tahun {ktx.tahun}", isi, JenisBab.LAMPIRAN))
    return hasil


def lembar_buku(ktx: Konteks, versi: Versi) -> LembarJanji:
    """The head's sheet as the workbook knows it: the day of signing and the head of region's name are not in it."""
    return LembarJanji(versi, kepala_buku(ktx), kepala_daerah_buku(ktx), ktx.instansi.tempat.strip())
