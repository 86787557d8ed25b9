"""The LHE as a document, in either of its two forms (sakip.md 2.5). Pure."""

from __future__ import annotations

from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.dokumen_bagian import lembar, tebal_tengah
from lkjip.laporan.compose.kalimat import banyak, kurang, par
from lkjip.laporan.compose.lhe_bagian import (
    bagian_komponen,
    cara_menilai,
    daftar_kekurangan_lhe,
    dasar,
    judul_lhe,
    kop,
    pelaksanaan,
    penutup,
    rekomendasi,
    tanda_tangan,
    tembusan,
    tindak_lanjut,
    tujuan,
)
from lkjip.laporan.compose.lhe_laporan import bab_laporan, sampul_lhe
from lkjip.laporan.compose.lhe_nilai import simpulan_nilai, tabel_nilai, tabel_subkomponen
from lkjip.laporan.compose.sel import TENGAH, baris, sel
from lkjip.laporan.data_lhe import BentukLhe, DataLhe
from lkjip.laporan.isi import Bab, Bagian, Dokumen, Kertas, Kolom, Simpul, Tabel

KONSEP = "KONSEP"


def dokumen_lhe(
    lhe: DataLhe, bentuk: BentukLhe = BentukLhe.SURAT, *, konsep: bool, kertas: Kertas = Kertas.A4
) -> Dokumen:
    """`konsep`: a draft, which says so on every page and names what is missing."""
    surat = bentuk is BentukLhe.SURAT
    kaki = f"LHE {lhe.tahun} · {lhe.penerima.singkatan or lhe.penerima.nama}"
    depan = _tanda_konsep(lhe) if konsep else []
    return Dokumen(
        judul=judul_lhe(lhe),
        penulis=lhe.penulis.nama,
        kaki=f"{KONSEP} · {kaki}" if konsep else kaki,
        tanggal=lhe.tanggal,
        sampul=None if surat else sampul_lhe(lhe),
        bab=_bab_surat(lhe, depan) if surat else bab_laporan(lhe, depan),
        subjek="Evaluasi akuntabilitas kinerja instansi pemerintah",
        kata_kunci=("LHE", "SAKIP", lhe.penerima.singkatan or lhe.penerima.nama, str(lhe.tahun)),
        kertas=kertas,
        tema=lhe.tema,
    )


def _tanda_konsep(lhe: DataLhe) -> list[Simpul]:
    hasil: list[Simpul] = [tebal_tengah(KONSEP)]
    return [*hasil, *(kurang("{k}", k=satu) for satu in daftar_kekurangan_lhe(lhe))]


def _bab_surat(lhe: DataLhe, depan: list[Simpul]) -> tuple[Bab, ...]:
    lampiran = _lampiran(lhe)
    isi: list[Simpul] = [
        *depan,
        *kop(lhe),
        _kepala_surat(lhe, berlampiran=lampiran is not None),
        par(
            f"Kami telah mengevaluasi akuntabilitas kinerja {lhe.penerima.nama} untuk tahun {lhe.tahun}. Hasilnya kami "
            "sampaikan sebagai berikut."
        ),
        _bagian("dasar", "Dasar Evaluasi", dasar(lhe)),
        _bagian("pelaksanaan", "Pelaksanaan", *pelaksanaan(lhe), cara_menilai(lhe)),
        _bagian("hasil", "Hasil Evaluasi", *simpulan_nilai(lhe), *tabel_nilai(lhe), *_ringkasan(lhe)),
        _bagian("catatan", "Catatan per Komponen", *bagian_komponen(lhe)),
        _bagian("rekomendasi", "Rekomendasi", *rekomendasi(lhe)),
        _bagian("tindak-lanjut", "Tindak Lanjut Evaluasi Sebelumnya", *tindak_lanjut(lhe)),
        _bagian("penutup", "Penutup", *penutup(lhe)),
        tanda_tangan(lhe, bertempat=False),
        *tembusan(lhe),
    ]
    return (lembar("lhe", judul_lhe(lhe), *isi), *([lampiran] if lampiran else []))


def _bagian(kunci: str, judul: str, *isi: Simpul) -> Bagian:
    return Bagian(f"lhe-{kunci}", judul, isi)


def _ringkasan(lhe: DataLhe) -> list[Simpul]:
    return [par(satu.strip()) for satu in lhe.ringkasan.splitlines() if satu.strip()]


def _kepala_surat(lhe: DataLhe, *, berlampiran: bool) -> Tabel:
    """Number, nature, annex and subject at the left; place, date and whom it is for at the right."""
    tanggal = ", ".join(filter(None, (lhe.penulis.tempat, tulis_tanggal(lhe.tanggal) if lhe.tanggal else "……………")))
    kolom = (Kolom(13), Kolom(3, TENGAH), Kolom(44), Kolom(40))
    kepada = f"Yth. {tujuan(lhe)}\ndi tempat"
    hal = f"Laporan hasil evaluasi akuntabilitas kinerja {lhe.penerima.nama} tahun {lhe.tahun}"
    return Tabel(
        kolom,
        (
            baris("Nomor", ":", lhe.nomor or "……………", tanggal),
            baris("Sifat", ":", "Penting", sel(kepada, baris=3)),
            baris("Lampiran", ":", banyak(1, "berkas") if berlampiran else "–"),
            baris("Hal", ":", hal),
        ),
        nomor_kolom=False,
    )


def _lampiran(lhe: DataLhe) -> Bab | None:
    """The answers, where there are any."""
    satu = tabel_subkomponen(lhe.kini)
    if satu is None:
        return None
    nomor = f"Laporan Hasil Evaluasi Nomor {lhe.nomor}" if lhe.nomor else "Laporan Hasil Evaluasi"
    return lembar("lhe-lampiran", "Lampiran", tebal_tengah("LAMPIRAN", nomor), satu)
