"""Facts about component 1 of PermenPANRB 88/2021, Perencanaan Kinerja (sakip.md 2.2)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from anggaran.data_tautan import daftar_bertaut
from lkjip.dasar.hitungan import NOL
from lkjip.dasar.isian import ringkas_teks
from lkjip.dasar.periode import DAFTAR_TRIWULAN, tulis_tanggal
from lkjip.evaluasi.aturan_dasar import (
    DaftarAturan,
    Putusan,
    Tinjauan,
    dari_bagian,
    di_puncak,
    sebagian,
    sebut,
    tak_tahu,
    terbitan_sah,
    terpenuhi_tiap,
    tidak,
    ya,
)
from lkjip.evaluasi.data_fakta import FaktaDokumen
from renstra.data import Arah, Indikator


def ada_renstra(t: Tinjauan) -> Putusan:
    """1.a.3: tujuan or sasaran, indicators, and targets up to the last year."""
    rencana, akhir = t.data.renstra, t.data.renstra.periode.renstra_akhir
    daftar = rencana.daftar_indikator_semua_sasaran
    if not rencana.daftar_sasaran or not daftar:
        return tidak("Renstra di sistem belum memuat sasaran dan indikatornya.")
    if akhir is None:
        return sebagian(f"Renstra memuat {len(daftar)} indikator sasaran, tetapi periodenya belum diisi.")
    return terpenuhi_tiap(
        daftar, lambda i: t.hitung("target_akhir_renstra", i.kode).ada,
        f"Renstra {rencana.periode.renstra_awal}–{akhir} mempunyai target sampai tahun akhir",
    )  # fmt: skip


def ada_perjanjian(t: Tinjauan) -> Putusan:
    """1.a.4: the Perjanjian Kinerja names the indicators of the sasaran."""
    dijanjikan = {i.kode for i in t.janji}
    return terpenuhi_tiap(
        t.data.renstra.daftar_indikator_semua_sasaran, lambda i: i.kode in dijanjikan,
        f"sasaran ada dalam Perjanjian Kinerja {t.tahun}",
    )  # fmt: skip


def ada_rencana_aksi(t: Tinjauan) -> Putusan:
    """1.a.5: targets by quarter, and activities below. An index that is scored once a year has one quarter's."""
    per_triwulan = t.data.kinerja.kinerja_per_triwulan
    bertarget = {
        i.kode
        for i in t.daftar_indikator
        for tw in DAFTAR_TRIWULAN
        if (k := per_triwulan.get((i.kode, t.tahun, tw))) and (k.target is not None or k.predikat_target)
    }
    putusan = terpenuhi_tiap(t.daftar_indikator, lambda i: i.kode in bertarget, "mempunyai target triwulan")
    anak = sum(a.induk != "" for a in t.data.anggaran.daftar_anggaran)
    if putusan.bagian is None:
        return putusan
    if not anak:
        return Putusan(putusan.bagian / 2, f"{putusan.alasan} Kegiatan dan subkegiatan belum ada di sistem.")
    return Putusan(putusan.bagian, f"{putusan.alasan} Ada {anak} baris kegiatan dan subkegiatan.")


def ada_anggaran(t: Tinjauan) -> Putusan:
    """1.a.6: each sasaran with indicators has money."""
    rencana = t.data.renstra
    daftar = [s.kode for s in rencana.daftar_sasaran if rencana.daftar_indikator_sasaran(s.kode)]
    if not daftar:
        return tak_tahu("Belum ada sasaran yang berindikator.")
    kurang = [kode for kode in daftar if not (t.hitung("pagu", kode).angka or NOL) > NOL]
    n = len(daftar) - len(kurang)
    belum = f"; belum: {sebut(kurang)}" if kurang else ""
    return dari_bagian(Decimal(n), len(daftar), f"{n} dari {len(daftar)} sasaran mempunyai pagu anggaran{belum}.")


def unit_berencana(t: Tinjauan) -> Putusan:
    """1.a.7: units with a sheet of the Perjanjian Kinerja."""
    daftar = t.fakta.daftar_unit
    if not daftar:
        return tak_tahu("Unit kerja instansi belum didaftarkan di sistem.")
    kurang = [u.nama for u in daftar if not u.berlembar]
    if len(kurang) == len(daftar):
        return tak_tahu(f"Perjanjian Kinerja {len(daftar)} unit kerja tidak disusun lewat sistem; lihat dokumennya.")
    n = len(daftar) - len(kurang)
    belum = f"; belum: {sebut(kurang)}" if kurang else ""
    return dari_bagian(
        Decimal(n), len(daftar), f"{n} dari {len(daftar)} unit kerja mempunyai lembar Perjanjian Kinerja{belum}."
    )


def diformalkan(t: Tinjauan) -> Putusan:
    """1.b.1: the Renstra is fixed by a numbered regulation, the Perjanjian Kinerja signed, or dated at least."""
    renstra, pk = t.fakta.renstra, _perjanjian_resmi(t)
    tertulis = [f"Renstra ditetapkan dengan {renstra.nomor_penetapan}"] if renstra.nomor_penetapan else []
    if terbitan_sah(pk):
        tertulis.append("Perjanjian Kinerja ditandatangani lewat sistem")
    elif tanggal := next((hari for hari in t.fakta.lembar.values() if hari), None):
        tertulis.append(f"Perjanjian Kinerja bertanggal {tulis_tanggal(tanggal)}")
    if not tertulis:
        return tak_tahu("Nomor penetapan Renstra dan tanggal Perjanjian Kinerja tidak tercatat; lihat dokumennya.")
    alasan = f"{'; '.join(tertulis)}."
    return ya(alasan) if len(tertulis) > 1 else sebagian(f"{alasan} Dokumen yang lain tidak tercatat penetapannya.")


def terbit_tepat_waktu(t: Tinjauan) -> Putusan:
    """1.b.2: the Perjanjian Kinerja is published by 31 January, a month after the DPA (sakip.md 1.1, 8)."""
    dokumen = t.fakta.dokumen("perjanjian-murni")
    pertama, tenggat = dokumen.terbit_pertama if dokumen else None, date(t.tahun, 1, 31)
    if pertama is None:
        if t.fakta.pemda.terbit_di_sini and _perjanjian_resmi(t) is None:
            return tidak(f"Perjanjian Kinerja {t.tahun} belum terbit di halaman publik pemda.")
        return tak_tahu(f"Perjanjian Kinerja murni {t.tahun} tidak terbit lewat sistem; lihat di situs instansi.")
    if pertama <= tenggat:
        return ya(f"Perjanjian Kinerja terbit {tulis_tanggal(pertama)}, sebelum {tulis_tanggal(tenggat)} lewat.")
    return sebagian(f"Perjanjian Kinerja terbit {tulis_tanggal(pertama)}, {(pertama - tenggat).days} hari terlambat.")


def rumusan_terukur(t: Tinjauan) -> Putusan:
    """1.b.4: each sasaran says in words and by an indicator with a target what is to be reached."""
    rencana = t.data.renstra
    if not rencana.daftar_sasaran:
        return tidak("Belum ada sasaran.")
    kurang = [
        s.kode
        for s in rencana.daftar_sasaran
        if not s.uraian.strip() or not any(t.bertarget(i) for i in rencana.daftar_indikator_sasaran(s.kode))
    ]
    n, semua = len(rencana.daftar_sasaran) - len(kurang), len(rencana.daftar_sasaran)
    belum = f"; belum: {sebut(kurang)}" if kurang else ""
    return dari_bagian(
        Decimal(n), semua,
        f"{n} dari {semua} sasaran mempunyai indikator dengan target{belum}. Kejelasan rumusannya perlu dibaca.",
    )  # fmt: skip


def indikator_smart(t: Tinjauan) -> Putusan:
    """1.b.5, as far as data tell: unit, formula, source, who answers for it, and a target of the year."""

    def lengkap(i: Indikator) -> bool:
        isi = (i.satuan, i.formulasi, i.sumber_data, i.penanggung_jawab)
        return all(teks.strip() for teks in isi) and t.bertarget(i)

    return terpenuhi_tiap(
        t.daftar_indikator, lengkap, "lengkap dengan satuan, formulasi, sumber data, penanggung jawab, dan target"
    )


def iku_tetap(t: Tinjauan) -> Putusan:
    """1.b.6: IKU hang on tujuan or sasaran, and stay the same within one period."""
    rencana, renstra = t.data.renstra, t.fakta.renstra
    iku = {i.kode: ringkas_teks(i.uraian).casefold() for i in rencana.daftar_indikator if i.iku}
    if not iku:
        return tidak("Belum ada indikator yang ditandai sebagai IKU.")
    rendah = [k for k in iku if rencana.indikator_per_kode[k].induk in t.data.anggaran.anggaran_per_kode]
    if rendah:
        return sebagian(f"IKU {sebut(rendah)} melekat pada program atau kegiatan, bukan pada tujuan atau sasaran.")
    awal = rencana.periode.renstra_awal, rencana.periode.renstra_akhir
    lalu = t.fakta.lalu.renstra if t.fakta.lalu else None
    if lalu and (lalu.periode.renstra_awal, lalu.periode.renstra_akhir) == awal:
        dulu = {ringkas_teks(i.uraian).casefold() for i in lalu.daftar_indikator if i.iku}
        baru = [kode for kode, uraian in iku.items() if uraian not in dulu]
        if dulu and baru:
            alasan = f"{len(baru)} dari {len(iku)} IKU berbeda dari tahun {t.tahun - 1} dalam periode yang sama"
            return dari_bagian(Decimal(len(iku) - len(baru)), len(iku), f"{alasan}: {sebut(baru)}.")
        return ya(f"{len(iku)} IKU sama dengan tahun {t.tahun - 1} dalam periode Renstra yang sama.")
    if renstra.versi_lain:
        return tak_tahu(
            f"Ada {len(iku)} IKU; Renstra periode ini mempunyai {renstra.versi_lain + 1} versi, bandingkan IKU-nya."
        )
    return ya(f"{len(iku)} IKU melekat pada tujuan atau sasaran, dan Renstra periode ini belum pernah direviu.")


def target_menantang(t: Tinjauan) -> Putusan:
    """1.b.7: no target lies behind what was already reached the year before. Percentages at 100 cannot rise."""
    daftar = [(i, _dibanding_lalu(t, i)) for i in t.daftar_indikator]
    dikenal = [(i, cukup) for i, cukup in daftar if cukup is not None]
    if not dikenal:
        return tak_tahu(f"Realisasi {t.tahun - 1} tidak ada, jadi target tidak dapat dibandingkan.")
    rendah = [i.kode for i, cukup in dikenal if not cukup]
    alasan = f"Target {len(dikenal) - len(rendah)} dari {len(dikenal)} indikator tidak di bawah realisasi {t.tahun - 1}"
    belum = f"; lebih rendah: {sebut(rendah)}" if rendah else ""
    return dari_bagian(Decimal(len(dikenal) - len(rendah)), len(dikenal), f"{alasan}{belum}.")


def _dibanding_lalu(t: Tinjauan, i: Indikator) -> bool | None:
    target = t.hitung("selisih_target", i.kode).angka
    lalu = t.realisasi_lalu(i)
    if target is None or lalu is None:
        return None
    if i.arah is Arah.NEGATIF:
        return target <= lalu
    return target >= lalu or di_puncak(i, target)


def selaras(t: Tinjauan) -> Putusan:
    """1.b.8: the chain tujuan → sasaran → indikator → kegiatan has no loose end."""
    rencana = t.data.renstra
    mata = [bool(s.tujuan) for s in rencana.daftar_sasaran]
    mata += [bool(rencana.daftar_indikator_sasaran(s.kode)) for s in rencana.daftar_sasaran]
    baris = daftar_bertaut(t.data.anggaran)
    mata += [not b.lepas for b in baris]
    if not rencana.daftar_sasaran or not baris:
        return tak_tahu("Sasaran atau kegiatan belum ada di sistem, jadi penjenjangan tidak dapat ditelusuri.")
    lepas, tanpa = sum(b.lepas for b in baris), sum(not m for m in mata[: 2 * len(rencana.daftar_sasaran)])
    alasan = (
        f"{len(baris) - lepas} dari {len(baris)} program, kegiatan, dan subkegiatan tertaut ke sasaran; "
        f"{tanpa or 'tidak ada'} mata rantai tujuan–sasaran–indikator yang putus."
    )
    return dari_bagian(Decimal(sum(mata)), len(mata), alasan)


def _perjanjian_resmi(t: Tinjauan) -> FaktaDokumen | None:
    return t.fakta.dokumen("perjanjian-perubahan") or t.fakta.dokumen("perjanjian-murni")


DAFTAR: DaftarAturan = {
    ("1.a", 3): ada_renstra,
    ("1.a", 4): ada_perjanjian,
    ("1.a", 5): ada_rencana_aksi,
    ("1.a", 6): ada_anggaran,
    ("1.a", 7): unit_berencana,
    ("1.b", 1): diformalkan,
    ("1.b", 2): terbit_tepat_waktu,
    ("1.b", 4): rumusan_terukur,
    ("1.b", 5): indikator_smart,
    ("1.b", 6): iku_tetap,
    ("1.b", 7): target_menantang,
    ("1.b", 8): selaras,
}
