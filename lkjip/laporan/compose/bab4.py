"""Bab IV Penutup: a conclusion made from the figures, and the steps that follow from the obstacles named."""

from __future__ import annotations

from kinerja.data import Faktor
from lkjip.laporan.compose.kalimat import banyak, kal, kurang, kutip, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import blok_analisis, otomatis, sisa, tulisan
from lkjip.laporan.compose.pengantar import blok_tanda_tangan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, SifatRuas
from lkjip.laporan.compose.simpulan import kalimat_anggaran, kalimat_hitungan, kalimat_rata_rata, rekap
from lkjip.laporan.data_terbitan import AWALAN_ULANG, BIDANG_KEPALA
from lkjip.laporan.isi import Bab, Bagian, Daftar, Sebaris, Simpul
from renstra.data import Indikator

_LANGKAH = ("bab4.strategi", "bab4.langkah", "bab4.langkah_perbaikan", "bab4.saran", "bab4.rencana_tindak_lanjut")
_LEMBAR = "lembar analisis, faktor solusi; atau lembar narasi, bagian bab4.strategi"


def bab4(ktx: Konteks) -> Bab:
    return Bab(
        "bab-4",
        "Penutup",
        (
            Bagian("bab4-kesimpulan", "Kesimpulan", tuple(kesimpulan(ktx))),
            Bagian("bab4-langkah", "Langkah Perbaikan", tuple(langkah(ktx))),
            *sisa(ktx, "bab4"),
            *blok_tanda_tangan(ktx, f"{AWALAN_ULANG}{BIDANG_KEPALA}"),
        ),
    )


def kesimpulan(ktx: Konteks) -> list[Simpul]:
    """The agency's own words first, then what follows from the figures, unless it has put that in words itself."""
    letak = "bab4-kesimpulan"
    sendiri = tulisan(ktx, "bab4.kesimpulan", "bab4.penutup", letak=letak, judul="Kesimpulan")
    judul = "Kesimpulan dari angka"
    return [
        *sendiri,
        *otomatis(ktx, f"bab4.kesimpulan{AKHIRAN_KALIMAT}", _dari_angka(ktx), letak=letak, judul=judul),
    ]


def _dari_angka(ktx: Konteks) -> list[Simpul]:
    hasil: list[Simpul] = [
        par(
            kal("Hasil pengukuran kinerja tahun {t} disimpulkan sebagai berikut.", t=ktx.tahun),
            kalimat_hitungan(ktx),
            kalimat_rata_rata(ktx),
        )
    ]
    hitungan = rekap(ktx)
    if hitungan.di_bawah:
        hasil.append(par("Indikator yang belum mencapai target dan menjadi perhatian utama:"))
        hasil.append(
            Daftar(
                tuple(
                    kal(
                        "{nama}: target {t}, realisasi {r}, capaian {c}.",
                        nama=kutip(ktx.nama_indikator(i)),
                        t=ktx.bersatuan(i, ktx.target(i.kode)),
                        r=ktx.bersatuan(i, ktx.realisasi(i.kode)),
                        c=ktx.angka("capaian", i.kode),
                    )
                    for i in hitungan.di_bawah
                )
            )
        )
    hasil.append(par(kalimat_anggaran(ktx), _kalimat_renstra(ktx)))
    return hasil


def _kalimat_renstra(ktx: Konteks) -> tuple[Sebaris, ...]:
    """How many indicators have already reached the last-year target of the Renstra."""
    akhir = ktx.renstra.periode.renstra_akhir
    nilai = [(i, ktx.hitung("kemajuan_renstra", i.kode).angka) for i in ktx.indikator_semua_sasaran]
    ada = [(i, n) for i, n in nilai if n is not None]
    if akhir is None or not ada:
        return ()
    sampai = [i for i, n in ada if (n <= 100 if ktx.langsung_negatif(i) else n >= 100)]
    if len(ada) == 1:
        pola = "Indikator yang dapat dibandingkan dengan target akhir Renstra (tahun {akhir}) {hasil} target tersebut."
        return kal(pola, akhir=akhir, hasil="sudah mencapai" if sampai else "belum mencapai")
    return kal(
        "Dibandingkan dengan target akhir Renstra (tahun {akhir}), {n} dari {m} sudah mencapainya.",
        akhir=akhir,
        n=banyak(len(sampai)),
        m=banyak(len(ada), "indikator"),
    )


def langkah(ktx: Konteks) -> list[Simpul]:
    """Steps that the agency wrote, then the solutions recorded per indicator; below target without either: said."""
    hasil: list[Simpul] = []
    letak, judul, sifat = "bab4-langkah", "Langkah perbaikan", SifatRuas.WAJIB
    sendiri = tulisan(ktx, *_LANGKAH, letak=letak, judul=judul, sifat=sifat, daftar=True)
    if sendiri:
        hasil += [par("Langkah yang akan ditempuh perangkat daerah:"), *sendiri]
    ada = {i: daftar for i in ktx.indikator_utama if (daftar := _solusi(ktx, i))}
    if ada:
        depan = "Selain itu, solusi" if sendiri else "Solusi"
        hasil.append(par(f"{depan} atas hambatan yang tercatat diteruskan ke tahun berikutnya."))
    for indikator, daftar in ada.items():
        hasil += [par(kal("Untuk {nama}:", nama=kutip(ktx.nama_indikator(indikator)))), *blok_analisis(daftar)]
    tanpa = [i for i in rekap(ktx).di_bawah if i not in ada]
    if tanpa and not sendiri:
        pesan = "Langkah perbaikan untuk {n} di bawah target belum diisi ({lembar})."
        hasil.append(kurang(pesan, n=banyak(len(tanpa), "indikator"), lembar=_LEMBAR))
    elif not hasil:
        hasil.append(kurang("Langkah perbaikan belum diisi ({lembar}).", lembar=_LEMBAR))
    return hasil


def _solusi(ktx: Konteks, indikator: Indikator) -> list[str]:
    kunci = (indikator.kode, ktx.tahun, Faktor.SOLUSI)
    return [a.uraian for a in ktx.kinerja.daftar_analisis_per_indikator.get(kunci, ()) if a.uraian.strip()]
