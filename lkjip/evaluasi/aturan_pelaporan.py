"""Facts about component 3 of PermenPANRB 88/2021, Pelaporan Kinerja, but for its use (sakip.md 2.2)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import wraps

from kinerja.data import Faktor
from kinerja.data_reviu import TahapReviu
from lkjip.besaran import hitung
from lkjip.dasar.periode import singkatan_triwulan, tulis_tanggal
from lkjip.evaluasi.aturan_dasar import (
    SEPEREMPAT,
    SETENGAH,
    Aturan,
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
from lkjip.pemeriksaan.aturan import ATURAN
from lkjip.pemeriksaan.aturan.dasar import tahunan
from lkjip.pemeriksaan.data import Tingkat, belum_dijawab
from renstra.data import Indikator

_ANALISIS = (Faktor.KEBERHASILAN, Faktor.HAMBATAN, Faktor.SOLUSI)
_BUKAN_ISI = frozenset({"LEN-17", "LEN-18", "LEN-19", "LEN-23"})  # of signing, time, reviu and a copied figure
_WAJIB = tuple(
    nama
    for nama, aturan in ATURAN.items()
    if nama.startswith("LEN-") and aturan.tingkat is Tingkat.GALAT and nama not in _BUKAN_ISI
)


def _berisi(t: Tinjauan) -> bool:
    """Whether there is a yearly report to speak of."""
    return tahunan(t.buku) and bool(t.buku.laporan.daftar_narasi)


def disusun(t: Tinjauan) -> Putusan:
    """3.a.1."""
    if dokumen := t.lkjip:
        return ya(f"LKjIP {t.tahun} sudah difinalkan di sistem, versi {dokumen.nomor}.")
    if not tahunan(t.buku):
        return tak_tahu("Data tahun ini di sistem adalah laporan triwulan; LKjIP tahunannya tidak ada di sini.")
    if not t.buku.laporan.daftar_narasi:
        if t.fakta.lewat_alur or t.fakta.pemda.menerbitkan:
            return tidak("Naskah LKjIP belum ditulis di sistem.")
        return tak_tahu("Naskah LKjIP tidak ditulis lewat sistem; lihat dokumennya.")
    bab = sorted({n.bagian.split(".")[0] for n in t.buku.laporan.daftar_narasi if n.bagian.startswith("bab")})
    if t.buku.laporan.identitas_berlaku.tanggal_laporan:
        return ya(f"Naskah LKjIP ada, bertanggal, dan berisi {sebut(bab, 4)}.")
    return sebagian(f"Naskah LKjIP ada ({sebut(bab, 4)}), tetapi belum bertanggal.")


def berkala(t: Tinjauan) -> Putusan:
    """3.a.2: reports of quarters that were made final, else quarters approved by the head."""
    dokumen = {d.triwulan for d in t.fakta.daftar_dokumen if d.tahun == t.tahun and d.triwulan and d.unit is None}
    disetujui = {tw.triwulan for tw in t.fakta.daftar_triwulan if tw.diterima}
    ada = dokumen | disetujui
    if not ada and not t.fakta.lewat_alur:
        return tak_tahu("Laporan triwulan tidak disusun lewat sistem; lihat dokumennya.")
    kurang = [singkatan_triwulan(n) for n in (1, 2, 3, 4) if n not in ada]
    belum = f"; belum: {sebut(kurang, 4)}" if kurang else ""
    return dari_bagian(
        Decimal(len(ada)), 4, f"{len(ada)} dari 4 triwulan dilaporkan atau disetujui, di luar LKjIP tahunan{belum}."
    )


def diformalkan(t: Tinjauan) -> Putusan:
    """3.a.3: signed in this system, or dated and numbered; an incomplete block of signature speaks against it."""
    dokumen = t.lkjip
    if dokumen and (terbitan_sah(dokumen) or dokumen.ditandatangani):
        return ya(f"LKjIP versi {dokumen.nomor} ditandatangani lewat sistem.")
    if not _berisi(t):
        return tak_tahu("LKjIP tahunan tidak ada di sistem.")
    if temuan := t.temuan("LEN-17"):
        return tidak(temuan[0].pesan)
    if nomor := t.buku.laporan.identitas_berlaku.nomor_penetapan.strip():
        return ya(f"LKjIP ditetapkan dengan {nomor}; pengesahannya lengkap.")
    return sebagian("Pengesahan LKjIP lengkap, tetapi tidak ada tanda tangan lewat sistem atau nomor penetapan.")


def direviu(t: Tinjauan) -> Putusan:
    """3.a.4: the reviu of this system; where the pemda does not use it, nothing is known."""
    daftar = [r for r in t.fakta.daftar_reviu if r.tahap is not TahapReviu.DIBATALKAN]
    selesai = next((r for r in daftar if r.tahap is TahapReviu.SELESAI), None)
    if selesai:
        pada = f" pada {tulis_tanggal(selesai.tanggal)}" if selesai.tanggal else ""
        return ya(f"Pernyataan telah direviu terbit{pada}.")
    if daftar:
        return sebagian("Reviu LKjIP sedang berjalan dan belum selesai.")
    if t.fakta.pemda.memakai_reviu:
        return tidak(f"LKjIP {t.tahun} instansi ini tidak direviu, sedangkan instansi lain di pemda ini direviu.")
    return tak_tahu("Reviu LKjIP tidak tercatat di sistem; lihat Pernyataan Telah Direviu dalam laporannya.")


def dipublikasikan(t: Tinjauan) -> Putusan:
    """3.a.5: published here; where the pemda's page is shut, it may be elsewhere."""
    dokumen = t.lkjip
    if dokumen and dokumen.berlaku:
        umum = " dan dapat dibaca di halaman publik" if t.fakta.pemda.halaman_publik else ""
        pada = f" pada {tulis_tanggal(dokumen.terbit)}" if dokumen.terbit else ""
        return ya(f"LKjIP terbit{pada}{umum}.")
    if t.fakta.pemda.terbit_di_sini:
        return tidak(f"LKjIP {t.tahun} belum terbit di halaman publik pemda.")
    return tak_tahu("LKjIP tidak terbit lewat sistem ini; lihat di situs instansi.")


def tepat_waktu(t: Tinjauan) -> Putusan:
    """3.a.6: by the end of February (PermenPANRB 53/2014; sakip.md 8). Late, it counts for less."""
    dokumen, tenggat = t.lkjip, date(t.tahun + 1, 3, 1) - timedelta(days=1)
    hari = dokumen.terbit_pertama if dokumen else None
    sebutan = "terbit"
    if hari is None and _berisi(t):
        hari, sebutan = t.buku.laporan.identitas_berlaku.tanggal_laporan, "bertanggal"
    if hari is None:
        return tak_tahu("Tanggal penyampaian LKjIP tidak tercatat di sistem.")
    if hari <= tenggat:
        return ya(f"LKjIP {sebutan} {tulis_tanggal(hari)}, tenggatnya {tulis_tanggal(tenggat)}.")
    lewat = (hari - tenggat).days
    bagian = SETENGAH if lewat <= t.ambang.hari_terlambat_wajar else SEPEREMPAT
    alasan = f"LKjIP {sebutan} {tulis_tanggal(hari)}, {lewat} hari sesudah tenggat {tulis_tanggal(tenggat)}."
    return sebagian(alasan, bagian)


def dengan_laporan(aturan: Aturan) -> Aturan:
    """A rule about what the report says is only asked where there is a yearly report."""

    @wraps(aturan)
    def terbungkus(t: Tinjauan) -> Putusan:
        if t.lkjip is None and not _berisi(t):
            return tak_tahu("Naskah LKjIP tahunan tidak ada di sistem, jadi isinya tidak dapat diperiksa.")
        return aturan(t)

    return terbungkus


def sesuai_standar(t: Tinjauan) -> Putusan:
    """3.b.1: what the report owes by PermenPANRB 53/2014, rule by rule; half hangs on data without other findings.

    A finding that the head has answered for stays for a reason, and does not count here.
    """
    dilanggar = sorted({x.aturan for x in t.daftar_temuan if x.aturan in _WAJIB and x.tingkat is not Tingkat.INFO})
    alasan = f"{len(_WAJIB) - len(dilanggar)} dari {len(_WAJIB)} aturan kelengkapan laporan terpenuhi"
    rinci = f"; temuan: {sebut([f'{nama} {ATURAN[nama].nama}' for nama in dilanggar])}" if dilanggar else ""
    lain = [x for x in belum_dijawab(t.daftar_temuan, t.buku.laporan.daftar_jawaban) if x.aturan not in _WAJIB]
    nama_lain = sebut(sorted({x.aturan for x in lain}))
    data = f"{len(lain)} galat lain belum dijawab ({nama_lain})" if lain else "tanpa galat lain"
    bagian = Decimal(len(_WAJIB) - len(dilanggar)) / len(_WAJIB)
    return dari_bagian(bagian + (0 if lain else 1), 2, f"{alasan}{rinci}; {data}.")


def seluruh_capaian(t: Tinjauan) -> Putusan:
    """3.b.2: every indicator of the sasaran has its capaian, and an analysis."""
    analisis = t.data.kinerja.daftar_analisis_per_indikator

    def lengkap(i: Indikator) -> bool:
        return t.hitung("capaian", i.kode).ada and any((i.kode, t.tahun, f) in analisis for f in _ANALISIS)

    return terpenuhi_tiap(t.data.renstra.daftar_indikator_semua_sasaran, lengkap, "dilaporkan capaian dan analisisnya")


def banding_tahunan(t: Tinjauan) -> Putusan:
    """3.b.3."""
    return terpenuhi_tiap(
        t.daftar_indikator,
        lambda i: (
            t.berealisasi(i) and (t.hitung("selisih_target", i.kode).ada or t.hitung("predikat_target", i.kode).ada)
        ),
        "dibandingkan dengan target tahunan",
    )


def banding_menengah(t: Tinjauan) -> Putusan:
    """3.b.4."""
    return terpenuhi_tiap(
        t.daftar_indikator, lambda i: t.berealisasi(i) and t.hitung("target_akhir_renstra", i.kode).ada,
        "dibandingkan dengan target akhir Renstra",
    )  # fmt: skip


def banding_lalu(t: Tinjauan) -> Putusan:
    """3.b.5: a realisasi of any earlier year."""
    kinerja = t.data.kinerja
    lalu = {(r.indikator, r.tahun) for r in kinerja.daftar_realisasi_tahunan if r.tahun < t.tahun}
    lalu |= {(k.indikator, k.tahun) for k in kinerja.daftar_kinerja_triwulan if k.tahun < t.tahun}
    ada = {
        kode
        for kode, tahun in lalu
        for besaran in ("realisasi", "predikat_realisasi")
        if hitung(t.data, besaran, kode, tahun=tahun).ada
    }
    return terpenuhi_tiap(t.daftar_indikator, lambda i: i.kode in ada, "dibandingkan dengan tahun-tahun sebelumnya")


def banding_nasional(t: Tinjauan) -> Putusan:
    """3.b.6: a national figure; one of another agency counts for half."""
    daftar = t.daftar_indikator
    if not daftar:
        return tak_tahu("Belum ada indikator.")
    nasional = [i.kode for i in daftar if t.hitung("nilai_pembanding", i.kode).ada]
    lain = {p.indikator for p in t.data.kinerja.daftar_pembanding} - set(nasional)
    instansi = [i.kode for i in daftar if i.kode in lain]
    alasan = f"{len(nasional)} dari {len(daftar)} indikator mempunyai pembanding nasional"
    if instansi:
        alasan += f", {len(instansi)} hanya pembanding instansi lain"
    return dari_bagian(Decimal(len(nasional)) + len(instansi) * SETENGAH, len(daftar), f"{alasan}.")


def upaya_hambatan(t: Tinjauan) -> Putusan:
    """3.b.7: what helped, and what hindered with what was done about it."""
    analisis = t.data.kinerja.daftar_analisis_per_indikator

    def lengkap(i: Indikator) -> bool:
        upaya = (i.kode, t.tahun, Faktor.KEBERHASILAN) in analisis or (i.kode, t.tahun, Faktor.SOLUSI) in analisis
        capaian = t.hitung("capaian", i.kode).angka
        kurang = capaian is not None and capaian < 100 and t.terukur(i)
        return upaya and ((i.kode, t.tahun, Faktor.HAMBATAN) in analisis or not kurang)

    return terpenuhi_tiap(t.daftar_indikator, lengkap, "menjelaskan upaya dan hambatannya")


def efisiensi(t: Tinjauan) -> Putusan:
    """3.b.8: an efficiency for each sasaran."""
    rencana = t.data.renstra
    daftar = [s.kode for s in rencana.daftar_sasaran if rencana.daftar_indikator_sasaran(s.kode)]
    if not daftar:
        return tak_tahu("Belum ada sasaran yang berindikator.")
    n = sum(t.hitung("efisiensi", kode).ada for kode in daftar)
    return dari_bagian(Decimal(n), len(daftar), f"Efisiensi {n} dari {len(daftar)} sasaran terhitung dan dilaporkan.")


def perbaikan(t: Tinjauan) -> Putusan:
    """3.b.9: chapter IV says what will be improved; solutions of the analysis alone count for half."""
    butir = [n for n in t.buku.laporan.daftar_narasi if n.bagian.startswith("bab4") and n.isi.strip()]
    solusi = sum(a.faktor is Faktor.SOLUSI and a.tahun == t.tahun for a in t.data.kinerja.daftar_analisis)
    if any("kesimpulan" not in n.bagian for n in butir):
        return ya(f"Bab IV memuat {len(butir)} butir, di antaranya langkah perbaikan; analisis memuat {solusi} solusi.")
    if butir or solusi:
        return sebagian(f"Bab IV tidak memuat langkah perbaikan; analisis memuat {solusi} solusi.")
    return tidak("Langkah perbaikan tidak ditulis dalam Bab IV, dan analisis tidak memuat solusi.")


DAFTAR: DaftarAturan = {
    ("3.a", 1): disusun,
    ("3.a", 2): berkala,
    ("3.a", 3): diformalkan,
    ("3.a", 4): direviu,
    ("3.a", 5): dipublikasikan,
    ("3.a", 6): tepat_waktu,
    ("3.b", 1): dengan_laporan(sesuai_standar),
    ("3.b", 2): dengan_laporan(seluruh_capaian),
    ("3.b", 3): dengan_laporan(banding_tahunan),
    ("3.b", 4): dengan_laporan(banding_menengah),
    ("3.b", 5): dengan_laporan(banding_lalu),
    ("3.b", 6): dengan_laporan(banding_nasional),
    ("3.b", 7): dengan_laporan(upaya_hambatan),
    ("3.b", 8): dengan_laporan(efisiensi),
    ("3.b", 9): dengan_laporan(perbaikan),
}
