"""Facts about component 4 of PermenPANRB 88/2021, Evaluasi Akuntabilitas Kinerja Internal (sakip.md 2.2).

The evaluation that is judged is the one before: it was carried out in the year under evaluation, and its
recommendations were to be followed up then.
"""

from __future__ import annotations

from decimal import Decimal

from kinerja.besaran_evaluasi import nilai_evaluasi
from kinerja.data import Rekomendasi, SkemaSakip, StatusRekomendasi
from kinerja.data_evaluasi import TINDAK_LANJUT_TERBUKA, AsalEvaluasi
from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.evaluasi.aturan_dasar import (
    DaftarAturan,
    Putusan,
    Tinjauan,
    dari_bagian,
    di_puncak,
    sebagian,
    sebut,
    tak_tahu,
    terpenuhi_tiap,
    tidak,
    ya,
)
from lkjip.evaluasi.data_fakta import EvaluasiLalu
from renstra.data import Arah, Indikator

_TANPA = "Hasil evaluasi tahun {} tidak ada di sistem."
_SKEMA_SEKARANG = SkemaSakip.PERMENPAN88_2021.value
_TAHUN_SKEMA = 2021  # the first year evaluated by PermenPANRB 88/2021


def _sebelumnya(t: Tinjauan) -> EvaluasiLalu | None:
    """The issued evaluation of the year before."""
    return next((e for e in t.fakta.daftar_evaluasi_lalu if e.tahun == t.tahun - 1), None)


def _menurut_laporan(t: Tinjauan) -> tuple[Rekomendasi, ...]:
    """The latest recommendations that the agency's own report names."""
    daftar = [r for r in t.data.kinerja.daftar_rekomendasi if r.tahun <= t.tahun]
    terakhir = max((r.tahun for r in daftar), default=0)
    return tuple(r for r in daftar if r.tahun == terakhir)


def berpedoman(t: Tinjauan) -> Putusan:
    """4.a.1: the pemda has named a guideline of its own in the settings."""
    pedoman = t.fakta.pemda.pedoman_daerah.strip()
    if pedoman:
        return ya(f"Pedoman evaluasi daerah tercatat: {pedoman[:150]}.")
    return tak_tahu("Pedoman evaluasi daerah belum dicatat dalam pengaturan evaluasi; lihat dokumennya.")


def seluruh_instansi(t: Tinjauan) -> Putusan:
    """4.a.2 and 4.b.4: this agency, and how many of its pemda, were evaluated for the year before."""
    pemda, lalu = t.fakta.pemda, t.tahun - 1
    if not pemda.dievaluasi:
        return tak_tahu(_TANPA.format(lalu))
    return dari_bagian(
        Decimal(pemda.dievaluasi), max(pemda.banyak_instansi, pemda.dievaluasi),
        f"{pemda.dievaluasi} dari {pemda.banyak_instansi} instansi di pemda ini mempunyai hasil evaluasi tahun {lalu}.",
    )  # fmt: skip


def berjenjang(t: Tinjauan) -> Putusan:
    """4.a.3: the agency assessed itself, and the APIP's team worked in steps."""
    lalu = _sebelumnya(t)
    dikerjakan = lalu is not None and lalu.asal is AsalEvaluasi.DIKERJAKAN
    if t.fakta.mandiri_dikirim and dikerjakan:
        return ya("Instansi menilai diri sendiri, lalu tim APIP mengevaluasi dengan persetujuan ketua dan pengendali.")
    if t.fakta.mandiri_dikirim:
        return sebagian("Instansi mengirim penilaian mandiri; jenjang evaluasi sebelumnya tidak terlihat di sistem.")
    if dikerjakan:
        return sebagian("Evaluasi tahun sebelumnya disetujui ketua dan pengendali; penilaian mandiri belum dikirim.")
    return tak_tahu("Penilaian mandiri dan jenjang evaluasi sebelumnya tidak tercatat di sistem.")


def sesuai_standar(t: Tinjauan) -> Putusan:
    """4.b.1: the year before was scored by the scheme in force."""
    lalu = _sebelumnya(t)
    if lalu is not None:
        nama = lalu.data.skema.nama
        if t.tahun - 1 < _TAHUN_SKEMA or lalu.data.skema.kode == _SKEMA_SEKARANG:
            return ya(f"Evaluasi tahun {lalu.tahun} memakai {nama}.")
        return tidak(f"Evaluasi tahun {lalu.tahun} memakai {nama}, yang sudah digantikan PermenPANRB 88/2021.")
    skema = t.data.kinerja.metode.skema_sakip
    if skema is SkemaSakip.PERMENPAN12_2015 and t.tahun > _TAHUN_SKEMA and t.data.kinerja.daftar_sakip:
        return tidak("Nilai SAKIP dalam laporan memakai komponen PermenPANRB 12/2015, yang sudah digantikan 88/2021.")
    return tak_tahu(_TANPA.format(t.tahun - 1))


def mendalam(t: Tinjauan) -> Putusan:
    """4.b.3: recommendations in how many of the components. Whether they go deep must be read."""
    lalu = _sebelumnya(t)
    if lalu is None:
        return tak_tahu(_TANPA.format(t.tahun - 1))
    daftar = {r.komponen for r in t.fakta.daftar_rekomendasi if r.tahun == lalu.tahun}
    semua = len(lalu.data.skema.daftar_komponen)
    return dari_bagian(
        Decimal(min(len(daftar), semua)), semua,
        f"LHE tahun {lalu.tahun} memuat rekomendasi pada {len(daftar)} dari {semua} komponen.",
    )  # fmt: skip


def memakai_ti(t: Tinjauan) -> Putusan:
    """4.b.5: worked in this system, or only recorded here."""
    lalu = _sebelumnya(t)
    if lalu is None:
        return tak_tahu(_TANPA.format(t.tahun - 1))
    if lalu.asal is AsalEvaluasi.DIKERJAKAN:
        return ya(f"Evaluasi tahun {lalu.tahun} dikerjakan dalam aplikasi ini.")
    return sebagian(f"Evaluasi tahun {lalu.tahun} dikerjakan di luar aplikasi ini; hanya hasilnya yang direkam.")


def ditindaklanjuti(t: Tinjauan) -> Putusan:
    """4.c.1: recommendations before this evaluation that are closed; without any here, those that the report names."""
    daftar = t.fakta.daftar_rekomendasi
    if daftar:
        terbuka = [r for r in daftar if r.keadaan in TINDAK_LANJUT_TERBUKA]
        lewat = sum(r.batas_waktu is not None and r.batas_waktu < t.fakta.hari for r in terbuka)
        n = len(daftar) - len(terbuka)
        rinci = f"; {lewat} lewat batas waktunya" if lewat else ""
        return dari_bagian(Decimal(n), len(daftar), f"{n} dari {len(daftar)} rekomendasi sudah tuntas{rinci}.")
    laporan = _menurut_laporan(t)
    if not laporan:
        return tak_tahu("Tidak ada rekomendasi evaluasi sebelumnya yang tercatat.")
    n = sum(r.status is StatusRekomendasi.SELESAI for r in laporan)
    return dari_bagian(
        Decimal(n), len(laporan), f"Menurut LKjIP, {n} dari {len(laporan)} rekomendasi selesai ditindaklanjuti."
    )


def nilai_meningkat(t: Tinjauan) -> Putusan:
    """4.c.2: the last two issued scores, else the last two that the report prints, if they can be right."""
    daftar = [(e.tahun, nilai_evaluasi(e.data).angka) for e in t.fakta.daftar_evaluasi_lalu[:2]]
    dikenal = [(tahun, nilai) for tahun, nilai in daftar if nilai is not None]
    asal = ""
    if len(dikenal) < 2:
        if any(x.aturan in {"SAK-02", "SAK-03"} for x in t.daftar_temuan):
            return tak_tahu("Nilai SAKIP dalam laporan tidak dapat dipakai: ada nilai komponen di atas bobotnya.")
        tahun_tercatat = sorted({s.tahun for s in t.data.kinerja.daftar_sakip if s.tahun <= t.tahun}, reverse=True)
        tercetak = [(tahun, hitung(t.data, "nilai_sakip", tahun=tahun).angka) for tahun in tahun_tercatat]
        dikenal = [(tahun, nilai) for tahun, nilai in tercetak if nilai is not None][:2]
        asal = " menurut LKjIP"
    if len(dikenal) < 2:
        return tak_tahu("Belum ada dua nilai evaluasi yang dapat dibandingkan.")
    (kini, nilai), (lalu, dulu) = dikenal
    banding = f"Nilai SAKIP{asal} {tulis_angka(dulu, 2)} (tahun {lalu}) menjadi {tulis_angka(nilai, 2)} (tahun {kini})"
    if nilai < dulu:
        return tidak(f"{banding}: turun.")
    if nilai == dulu:
        return sebagian(f"{banding}: tetap.")
    selesai = ditindaklanjuti(t).bagian
    return ya(f"{banding}: naik.") if selesai else sebagian(f"{banding}: naik, tanpa rekomendasi yang selesai.")


def dimanfaatkan(t: Tinjauan) -> Putusan:
    """4.c.3: recommendations about which something was done."""
    daftar = t.fakta.daftar_rekomendasi
    pasangan = [(r.komponen, r.tindak_lanjut) for r in daftar] or [
        (r.komponen, r.tindak_lanjut) for r in _menurut_laporan(t)
    ]
    if not pasangan:
        return tak_tahu("Tidak ada rekomendasi evaluasi sebelumnya yang tercatat.")
    kurang = sorted({komponen for komponen, isi in pasangan if not isi.strip()})
    n = sum(bool(isi.strip()) for _, isi in pasangan)
    belum = f"; belum ada pada {sebut(kurang)}" if kurang else ""
    return dari_bagian(
        Decimal(n), len(pasangan), f"Tindak lanjut dilaporkan atas {n} dari {len(pasangan)} rekomendasi{belum}."
    )


def kinerja_meningkat(t: Tinjauan) -> Putusan:
    """4.c.5: indicators whose realisasi is better than the year before, by their direction, or at the top already."""
    if not t.fakta.daftar_rekomendasi and not _menurut_laporan(t):
        return tak_tahu("Tidak ada rekomendasi evaluasi sebelumnya, jadi manfaatnya bagi kinerja tidak terlihat.")

    def membaik(i: Indikator) -> bool | None:
        kini, dulu = t.hitung("realisasi", i.kode).angka, t.realisasi_lalu(i)
        if kini is None or dulu is None:
            return None
        return kini < dulu if i.arah is Arah.NEGATIF else kini > dulu or di_puncak(i, kini)

    dinilai = [i for i in t.daftar_indikator if membaik(i) is not None]
    return terpenuhi_tiap(
        dinilai, lambda i: bool(membaik(i)), f"lebih baik daripada {t.tahun - 1}, atau sudah 100%",
        kosong=f"Realisasi {t.tahun - 1} tidak ada, jadi peningkatan kinerja tidak dapat dihitung.",
    )  # fmt: skip


DAFTAR: DaftarAturan = {
    ("4.a", 1): berpedoman,
    ("4.a", 2): seluruh_instansi,
    ("4.a", 3): berjenjang,
    ("4.b", 1): sesuai_standar,
    ("4.b", 3): mendalam,
    ("4.b", 4): seluruh_instansi,
    ("4.b", 5): memakai_ti,
    ("4.c", 1): ditindaklanjuti,
    ("4.c", 2): nilai_meningkat,
    ("4.c", 3): dimanfaatkan,
    ("4.c", 5): kinerja_meningkat,
}
