"""Facts about the use of plans, measurement and reports: 1.c, 2.c and 3.c of PermenPANRB 88/2021 (sakip.md 2.2)."""

from __future__ import annotations

from decimal import Decimal

from anggaran.data import KeteranganPenunjang
from anggaran.data_tautan import daftar_bertaut
from kinerja.data import Faktor
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import NOL
from lkjip.evaluasi.aturan_dasar import (
    DaftarAturan,
    Putusan,
    Tinjauan,
    dari_bagian,
    sebagian,
    sebut,
    tak_tahu,
    terbitan_sah,
    terpenuhi_tiap,
    tidak,
    ya,
)
from renstra.data import Arah, Indikator, Versi


def anggaran_mengacu(t: Tinjauan) -> Putusan:
    """1.c.1: how much of the pagu stands under a sasaran."""
    total = t.hitung("pagu").angka
    if not total:
        return tak_tahu("Pagu anggaran belum diisi.")
    daftar = daftar_bertaut(t.data.anggaran)
    daun = [b for b in daftar if not t.data.anggaran.daftar_anak.get(b.anggaran.kode)]
    tertaut = sum(not b.lepas for b in daun)
    return dari_bagian(
        Decimal(tertaut), len(daun), f"{tertaut} dari {len(daun)} baris anggaran terbawah tertaut ke sasaran."
    )


def aktivitas_mendukung(t: Tinjauan) -> Putusan:
    """1.c.2: programmes and activities are said to support the indicator, or their money names its sasaran."""
    anggaran = t.data.anggaran
    tertaut = {a.sasaran for a in anggaran.daftar_anggaran if a.sasaran}

    def didukung(i: Indikator) -> bool:
        baris = anggaran.daftar_penunjang_per_indikator.get(i.kode)
        if baris is None:
            return i.induk in tertaut
        return any(p.keterangan is not KeteranganPenunjang.TIDAK_MENUNJANG for p in baris)

    return terpenuhi_tiap(t.daftar_indikator, didukung, "didukung program atau kegiatan")


def target_tercapai(t: Tinjauan) -> Putusan:
    """1.c.3: reached, or at least on the right track (`ambang.capaian_jalur`)."""
    daftar = [i for i in t.daftar_indikator if t.terukur(i)]
    batas = t.ambang.capaian_jalur
    return terpenuhi_tiap(
        daftar, lambda i: (t.hitung("capaian", i.kode).angka or NOL) >= batas,
        f"mencapai {batas}% atau lebih dari target",
    )  # fmt: skip


def rencana_aksi_dipantau(t: Tinjauan) -> Putusan:
    """1.c.4: quarters with a realisasi and something said about it."""
    isi = t.data.kinerja.daftar_kinerja_triwulan
    bercatatan = {k.triwulan for k in isi if k.tahun == t.tahun and k.catatan.strip()}
    bercatatan |= {tw.triwulan for tw in t.fakta.daftar_triwulan if tw.beranalisis}
    terpantau = [tw for tw in t.triwulan_terisi if tw in bercatatan]
    alasan = f"{len(t.triwulan_terisi)} dari 4 triwulan mempunyai realisasi, {len(terpantau)} di antaranya dianalisis."
    nilai = (Decimal(len(t.triwulan_terisi)) + len(terpantau)) / 2
    return dari_bagian(nilai, 4, alasan)


def rencana_diperbaiki(t: Tinjauan) -> Putusan:
    """1.c.5: the plan was revised: a Perjanjian Kinerja perubahan with other targets, or a reviewed Renstra."""
    pk = t.data.renstra.perjanjian_per_indikator
    berubah = [
        i.kode
        for i in t.janji
        if (murni := pk.get((i.kode, t.tahun, Versi.MURNI))) and (ubah := pk.get((i.kode, t.tahun, Versi.PERUBAHAN)))
        and (murni.target, murni.predikat) != (ubah.target, ubah.predikat)
    ]  # fmt: skip
    if berubah or t.fakta.renstra.versi_lain:
        lain = t.fakta.renstra.versi_lain
        bukti = [f"target {sebut(berubah)} diubah dalam Perjanjian Kinerja perubahan"] if berubah else []
        bukti += [f"Renstra periode ini mempunyai {lain + 1} versi"] if lain else []
        solusi = any(a.faktor is Faktor.SOLUSI and a.tahun <= t.tahun for a in t.data.kinerja.daftar_analisis)
        kalimat = f"Perencanaan diperbaiki: {' dan '.join(bukti)}"
        return ya(f"{kalimat}; analisis perbaikan ada.") if solusi else sebagian(f"{kalimat}; analisisnya belum ada.")
    return tak_tahu("Perubahan Perjanjian Kinerja atau Renstra tidak tercatat; periksa apakah memang tidak perlu.")


def menuju_lebih_baik(t: Tinjauan) -> Putusan:
    """1.c.6: the next year asks no less than this one."""
    return _dilanjutkan(t, "selisih_target", f"daripada {t.tahun}")


def aktivitas_disesuaikan(t: Tinjauan) -> Putusan:
    """2.c.6: solutions written into the analysis of the quarters; a yearly analysis alone counts for half."""
    if t.fakta.daftar_triwulan and any(tw.bersolusi for tw in t.fakta.daftar_triwulan):
        n = sum(tw.bersolusi > 0 for tw in t.fakta.daftar_triwulan)
        return dari_bagian(Decimal(n), 4, f"Analisis {n} dari 4 triwulan memuat solusi atas hasil pengukuran.")
    solusi = [a for a in t.data.kinerja.daftar_analisis if a.faktor is Faktor.SOLUSI and a.tahun == t.tahun]
    if solusi:
        return sebagian(f"Analisis tahunan memuat {len(solusi)} solusi; analisis per triwulan tidak ada di sistem.")
    return tak_tahu("Belum ada solusi yang ditulis dalam analisis, sehingga penyesuaian kegiatan tidak terlihat.")


def anggaran_disesuaikan(t: Tinjauan) -> Putusan:
    """2.c.7: the pagu moved within the year. Whether measurement was the cause, the data do not say: half at most."""
    berubah = [
        a.kode
        for a in t.data.anggaran.daftar_anggaran
        if a.pagu_murni is not None and a.pagu_perubahan is not None and a.pagu_murni != a.pagu_perubahan
    ]
    if berubah:
        return sebagian(
            f"Pagu {len(berubah)} baris anggaran berubah dari murni; periksa apakah dasarnya hasil pengukuran."
        )
    if t.data.anggaran.versi_pagu_terisi == frozenset(Versi):
        return tidak("Pagu murni dan pagu perubahan ada, dan tidak satu baris pun berbeda.")
    return tak_tahu("Hanya satu versi pagu yang tercatat, jadi pergeseran anggaran tidak terlihat.")


def anggaran_efisien(t: Tinjauan) -> Putusan:
    """2.c.8: by the agency's own method of efficiency, sasaran by sasaran."""
    daftar = [(s.kode, t.hitung("simpulan_efisiensi", s.kode).kata) for s in t.data.renstra.daftar_sasaran]
    dinilai = [(kode, kata) for kode, kata in daftar if kata]
    if not dinilai:
        return tak_tahu("Efisiensi belum dapat dihitung; metode, capaian, atau realisasi anggarannya belum lengkap.")
    efisien = [kode for kode, kata in dinilai if kata == "efisien"]
    boros = [kode for kode, _ in dinilai if kode not in efisien]
    belum = f"; tidak efisien: {sebut(boros)}" if boros else ""
    return dari_bagian(
        Decimal(len(efisien)), len(dinilai), f"{len(efisien)} dari {len(dinilai)} sasaran efisien{belum}."
    )


def perhatian_pimpinan(t: Tinjauan) -> Putusan:
    """3.c.1: the head signed the report and approved the quarters."""
    dokumen = t.lkjip
    tanda = dokumen is not None and (dokumen.ditandatangani or terbitan_sah(dokumen))
    disetujui = sum(tw.diterima for tw in t.fakta.daftar_triwulan)
    if not tanda and not t.fakta.lewat_alur:
        return tak_tahu("Keterlibatan pimpinan dalam laporan tidak terlihat di sistem.")
    kata = "menandatangani" if tanda else "belum menandatangani"
    alasan = f"Kepala {kata} LKjIP di sistem dan menyetujui {disetujui} dari 4 triwulan."
    return Putusan((Decimal(4 if tanda else 0) + disetujui) / 8, alasan)


def dipakai_merencanakan(t: Tinjauan) -> Putusan:
    """3.c.6: the next year's targets are not behind what this report says was reached."""
    return _dilanjutkan(t, "realisasi", f"daripada realisasi {t.tahun}")


def _dilanjutkan(t: Tinjauan, besaran: str, pembanding: str) -> Putusan:
    """For how many indicators the next year's target is no worse than this figure of this year."""
    berikut = t.fakta.berikut
    if berikut is None:
        return tak_tahu(f"Rencana {t.tahun + 1} belum ada di sistem.")
    sepadan: dict[str, bool] = {}
    for i in t.daftar_indikator:
        kini, nanti = t.hitung(besaran, i.kode).angka, hitung(berikut, "selisih_target", i.kode).angka
        if kini is not None and nanti is not None:
            sepadan[i.kode] = nanti <= kini if i.arah is Arah.NEGATIF else nanti >= kini
    return terpenuhi_tiap(
        [i for i in t.daftar_indikator if i.kode in sepadan], lambda i: sepadan[i.kode],
        f"bertarget {t.tahun + 1} setara atau lebih baik {pembanding}",
        kosong=f"Target {t.tahun + 1} belum diisi untuk indikator yang sama.",
    )  # fmt: skip


DAFTAR: DaftarAturan = {
    ("1.c", 1): anggaran_mengacu,
    ("1.c", 2): aktivitas_mendukung,
    ("1.c", 3): target_tercapai,
    ("1.c", 4): rencana_aksi_dipantau,
    ("1.c", 5): rencana_diperbaiki,
    ("1.c", 6): menuju_lebih_baik,
    ("2.c", 6): aktivitas_disesuaikan,
    ("2.c", 7): anggaran_disesuaikan,
    ("2.c", 8): anggaran_efisien,
    ("3.c", 1): perhatian_pimpinan,
    ("3.c", 6): dipakai_merencanakan,
}
