"""Sentences on the whole, made from figures: used by the ikhtisar, Bab III and Bab IV, so they cannot disagree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.laporan.compose.kalimat import banyak, deret_kata, gabung, kal, kutip
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.isi import Sebaris, Teks
from renstra.data import Indikator

_BATAS_SEBUT = 6


@dataclass(frozen=True)
class Rekap:
    """Indicators of all sasaran by where they stand against their targets."""

    melampaui: tuple[Indikator, ...]
    tepat: tuple[Indikator, ...]
    di_bawah: tuple[Indikator, ...]
    tanpa_angka: tuple[Indikator, ...]

    @property
    def tercapai(self) -> tuple[Indikator, ...]:
        return (*self.melampaui, *self.tepat)

    @property
    def terukur(self) -> int:
        return len(self.tercapai) + len(self.di_bawah)

    @property
    def semua(self) -> int:
        return self.terukur + len(self.tanpa_angka)


def rekap(ktx: Konteks, daftar: Sequence[Indikator] | None = None) -> Rekap:
    pilihan = ktx.indikator_semua_sasaran if daftar is None else daftar
    per_posisi = {p: tuple(i for i in pilihan if ktx.posisi(i) is p) for p in Posisi}
    return Rekap(
        per_posisi[Posisi.MELAMPAUI],
        per_posisi[Posisi.TEPAT],
        per_posisi[Posisi.DI_BAWAH],
        per_posisi[Posisi.TANPA_ANGKA],
    )


def sebut(daftar: Sequence[Indikator]) -> tuple[Sebaris, ...]:
    """Names in quotes; beyond six only the first, and how many more."""
    nama = [kutip(Konteks.nama_indikator(i)) for i in daftar]
    if len(nama) <= _BATAS_SEBUT:
        return deret_kata(nama)
    lebih = f"{banyak(len(nama) - _BATAS_SEBUT)} indikator lainnya"
    return deret_kata([*nama[:_BATAS_SEBUT], lebih])


def kalimat_hitungan(ktx: Konteks) -> tuple[Sebaris, ...]:
    """How many indicators are above, at, below their targets, or have no capaian; true for one and for many."""
    hitungan = rekap(ktx)
    if not hitungan.semua:
        return kal("Belum ada indikator kinerja tingkat sasaran, sehingga capaian kinerja belum dapat disimpulkan.")
    if not hitungan.terukur:
        if hitungan.semua == 1:
            return kal(
                "Capaian satu-satunya indikator sasaran, {nama}, belum dapat dihitung.",
                nama=sebut(hitungan.tanpa_angka),
            )
        return kal("Dari {n} sasaran, belum ada yang capaiannya dapat dihitung.", n=banyak(hitungan.semua, "indikator"))
    return gabung(_kalimat_utama(hitungan), _kalimat_lampaui(hitungan), _kalimat_tanpa_angka(hitungan))


def _kalimat_utama(hitungan: Rekap) -> tuple[Sebaris, ...]:
    terukur, tercapai = hitungan.terukur, len(hitungan.tercapai)
    n = banyak(terukur, "indikator sasaran")
    if tercapai == terukur == hitungan.semua:
        if terukur == 1:
            hasil = "melampaui targetnya" if hitungan.melampaui else "mencapai targetnya"
            return kal("Satu-satunya indikator sasaran, {nama}, {hasil}.", nama=sebut(hitungan.tercapai), hasil=hasil)
        return kal("Seluruh {n} mencapai target.", n=n)
    if terukur == 1:
        hasil = "mencapai target" if tercapai else "belum mencapai target"
        nama = sebut(hitungan.tercapai or hitungan.di_bawah)
        if hitungan.semua == 1:
            return kal("Satu-satunya indikator sasaran, {nama}, {hasil}.", nama=nama, hasil=hasil)
        semua = banyak(hitungan.semua, "indikator sasaran")
        return kal("Dari {semua}, hanya {nama} yang terukur dan {hasil}.", semua=semua, nama=nama, hasil=hasil)
    if not tercapai:
        return kal("Seluruh {n} yang terukur berada di bawah target, yaitu {nama}.", n=n, nama=sebut(hitungan.di_bawah))
    if not hitungan.di_bawah:
        semua = banyak(hitungan.semua, "indikator sasaran")
        return kal("Dari {semua}, {n} dapat diukur dan semuanya mencapai target.", semua=semua, n=banyak(terukur))
    return kal(
        "Dari {n} yang terukur, {baik} mencapai target dan {kurang} masih di bawah target, yaitu {nama}.",
        n=n,
        baik=banyak(tercapai),
        kurang=banyak(len(hitungan.di_bawah)),
        nama=sebut(hitungan.di_bawah),
    )


def _kalimat_lampaui(hitungan: Rekap) -> tuple[Sebaris, ...]:
    """How many of those that reached their target went beyond it; silent where one sentence has said it already."""
    lampaui = len(hitungan.melampaui)
    if not lampaui or (lampaui == 1 and hitungan.semua == 1):
        return ()
    if hitungan.tepat:
        return kal("Dari yang mencapai target, {n} bahkan melampauinya.", n=banyak(lampaui))
    if lampaui == 1:
        return kal("Indikator yang mencapai target itu bahkan melampauinya.")
    return kal("Semua yang mencapai target bahkan melampauinya.")


def _kalimat_tanpa_angka(hitungan: Rekap) -> tuple[Sebaris, ...]:
    if not hitungan.tanpa_angka:
        return ()
    return kal(
        "Capaian {n}, yaitu {nama}, tidak dapat dihitung dan tidak ikut dirata-ratakan.",
        n=banyak(len(hitungan.tanpa_angka), "indikator"),
        nama=sebut(hitungan.tanpa_angka),
    )


def kalimat_rata_rata(ktx: Konteks) -> tuple[Sebaris, ...]:
    """The total mean and its category."""
    rata = ktx.angka("rata_rata_total")
    if not rata.hasil.ada:
        return ()
    kategori = ktx.angka("kategori_capaian")
    ekor = kal(" dengan kategori {k}", k=(Teks("“"), kategori, Teks("”"))) if kategori.hasil.ada else ()
    if rekap(ktx).terukur == 1:
        return kal(
            "Nilai capaian kinerja perangkat daerah mengikuti satu indikator tersebut, yaitu {rata}{ekor}.",
            rata=rata,
            ekor=ekor,
        )
    return kal("Rata-rata capaian seluruh indikator sasaran adalah {rata}{ekor}.", rata=rata, ekor=ekor)


def kalimat_anggaran(ktx: Konteks) -> tuple[Sebaris, ...]:
    """Pagu, realisasi, serapan and what is left; says which of them is missing."""
    pagu, realisasi = ktx.angka("pagu"), ktx.angka("realisasi_anggaran")
    if not pagu.hasil.ada and not realisasi.hasil.ada:
        return kal("Data anggaran belum tersedia.")
    if not realisasi.hasil.ada:
        return kal("Pagu anggaran tercatat {pagu}, sedangkan realisasinya belum tersedia.", pagu=pagu)
    if not pagu.hasil.ada:
        return kal("Realisasi anggaran tercatat {realisasi}, sedangkan pagunya belum tersedia.", realisasi=realisasi)
    serapan, sisa = ktx.angka("serapan"), ktx.angka("sisa_anggaran")
    ekor = kal(" atau {serapan}", serapan=serapan) if serapan.hasil.ada else ()
    utama = kal(
        "Dari pagu anggaran sebesar {pagu}, terealisasi {realisasi}{ekor}.", pagu=pagu, realisasi=realisasi, ekor=ekor
    )
    nilai = sisa.hasil.angka
    if nilai is None or nilai == 0:
        return utama
    if nilai < 0:
        return gabung(
            utama, kal("Realisasi melebihi pagu dengan selisih {sisa}; angka ini perlu diteliti kembali.", sisa=sisa)
        )
    return gabung(utama, kal("Anggaran yang tidak terserap berjumlah {sisa}.", sisa=sisa))
