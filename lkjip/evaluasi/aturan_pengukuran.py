"""Facts about component 2 of PermenPANRB 88/2021, Pengukuran Kinerja, but for its use (sakip.md 2.2)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from lkjip.dasar.hitungan import NOL
from lkjip.dasar.periode import singkatan_triwulan
from lkjip.evaluasi.aturan_dasar import (
    SATU,
    SETENGAH,
    DaftarAturan,
    Putusan,
    Tinjauan,
    dari_bagian,
    sebagian,
    sebut,
    tak_tahu,
    terpenuhi_tiap,
    tidak,
    ya,
)
from lkjip.evaluasi.data_fakta import FaktaTriwulan
from renstra.data import Indikator

_TANPA_ALUR = "Pengisian triwulan tahun ini tidak diajukan lewat sistem, jadi {} tidak terlihat."


def berdefinisi(t: Tinjauan) -> Putusan:
    """2.a.2: operational definition and way of measuring, half for each."""
    daftar = t.daftar_indikator
    if not daftar:
        return tak_tahu("Belum ada indikator.")
    definisi = [i.kode for i in daftar if i.kode in t.fakta.berdefinisi]
    rumus = [i.kode for i in daftar if i.formulasi.strip()]
    alasan = f"Dari {len(daftar)} indikator, {len(rumus)} berformulasi dan {len(definisi)} berdefinisi operasional."
    return dari_bagian((Decimal(len(definisi)) + len(rumus)) / 2, len(daftar), alasan)


def bermekanisme(t: Tinjauan) -> Putusan:
    """2.a.3: where the data come from and who answers for them."""

    def lengkap(i: Indikator) -> bool:
        return bool(i.sumber_data.strip() and i.penanggung_jawab.strip())

    return terpenuhi_tiap(t.daftar_indikator, lengkap, "mempunyai sumber data dan penanggung jawab")


def pimpinan_memutuskan(t: Tinjauan) -> Putusan:
    """2.b.1: quarters that the head approved."""
    if not t.fakta.lewat_alur:
        return tak_tahu(_TANPA_ALUR.format("keputusan pimpinan"))
    return _triwulan(t, lambda tw: tw.diterima, "disetujui kepala")


def data_relevan(t: Tinjauan) -> Putusan:
    """2.b.2: evidence hangs on the quarters, or an index came with a letter."""
    bersurat = {r.indikator for r in t.data.kinerja.daftar_realisasi_tahunan if r.tahun == t.tahun and r.nomor_surat}
    berbukti = max((tw.berbukti for tw in t.fakta.daftar_triwulan), default=0)
    semua = len(t.daftar_indikator)
    n = min(semua, max(berbukti, len(bersurat)))
    if not n:
        return tak_tahu("Tidak ada bukti dukung yang diunggah atau nomor surat penilai yang dicatat di sistem.")
    banyak = sum(tw.banyak_bukti for tw in t.fakta.daftar_triwulan)
    alasan = f"{n} dari {semua} indikator mempunyai bukti dukung atau surat penilai ({banyak} bukti dalam setahun)."
    return dari_bagian(Decimal(n), semua, f"{alasan} Relevansinya perlu dibaca.")


def data_mendukung(t: Tinjauan) -> Putusan:
    """2.b.3: the year's realisasi is there for what was promised."""
    return terpenuhi_tiap(t.daftar_indikator, t.berealisasi, f"mempunyai realisasi {t.tahun}")


def berkala(t: Tinjauan) -> Putusan:
    """2.b.4: quarters with a realisasi; late ones are named, and count for half."""
    terisi = t.triwulan_terisi
    terlambat = [tw for tw in t.fakta.daftar_triwulan if tw.triwulan in terisi and tw.hari_terlambat]
    alasan = f"Realisasi terisi pada {len(terisi)} dari 4 triwulan"
    if t.fakta.lewat_alur:
        alasan += f", {sum(tw.diterima for tw in t.fakta.daftar_triwulan)} disetujui"
    if terlambat:
        rinci = [f"{singkatan_triwulan(tw.triwulan)} terlambat {tw.hari_terlambat} hari" for tw in terlambat]
        alasan += f"; {sebut(rinci)}"
    return dari_bagian(Decimal(len(terisi)) - len(terlambat) * SETENGAH, 4, f"{alasan}.")


def berjenjang(t: Tinjauan) -> Putusan:
    """2.b.5: quarters that went through the verifikator before the head."""
    if not t.fakta.lewat_alur:
        return tak_tahu(_TANPA_ALUR.format("pemantauan berjenjang"))
    return _triwulan(t, lambda tw: tw.diverifikasi is not None or tw.diterima, "diverifikasi sebelum disetujui")


def pengumpulan_ti(t: Tinjauan) -> Putusan:
    """2.b.6: the quarters were collected in this system; figures that only lie here count for half."""
    if t.fakta.lewat_alur:
        return ya("Data triwulan dikumpulkan, diajukan, dan diperiksa lewat sistem ini.")
    if t.triwulan_terisi:
        return sebagian("Data triwulan ada di sistem ini, tetapi tidak diajukan lewat alurnya.")
    return tidak("Data triwulan belum ada di sistem ini.")


def pengukuran_ti(t: Tinjauan) -> Putusan:
    """2.b.7: capaian is computed here."""
    return terpenuhi_tiap(
        t.daftar_indikator, lambda i: t.hitung("capaian", i.kode).ada, "dihitung capaiannya oleh sistem"
    )


def _triwulan(t: Tinjauan, syarat: Callable[[FaktaTriwulan], bool], sebutan: str) -> Putusan:
    daftar = t.fakta.daftar_triwulan
    n = sum(map(syarat, daftar))
    terlambat = [
        f"{singkatan_triwulan(tw.triwulan)} terlambat diajukan {tw.hari_terlambat} hari"
        for tw in daftar
        if tw.hari_terlambat
    ]
    rinci = f"; {sebut(terlambat)}" if terlambat else ""
    return Putusan(min(SATU, max(NOL, Decimal(n) / 4)), f"{n} dari 4 triwulan {sebutan}{rinci}.")


DAFTAR: DaftarAturan = {
    ("2.a", 2): berdefinisi,
    ("2.a", 3): bermekanisme,
    ("2.b", 1): pimpinan_memutuskan,
    ("2.b", 2): data_relevan,
    ("2.b", 3): data_mendukung,
    ("2.b", 4): berkala,
    ("2.b", 5): berjenjang,
    ("2.b", 6): pengumpulan_ti,
    ("2.b", 7): pengukuran_ti,
}
