"""SAK: how an evaluation is laid out, what became of it, and what the text says about it (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja.besaran_sakip import daftar_komponen_sakip, skema_tahun
from kinerja.data import KinerjaTriwulan, SkemaSakip
from kinerja.rumus.predikat import kata_baku
from lkjip.besaran import hitung
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, baku, info, nama, peringatan, tahunan, tulis
from lkjip.pemeriksaan.aturan.kemiripan import kemiripan
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator

_SKEMA_BARU = 2021  # the first year that PermenPANRB 88/2021 is for
_SAKIP = re.compile(r"\b(?:sakip|akip|akuntabilitas kinerja)\b")
_TURUN = re.compile(r"\b(?:turun|menurun|penurunan|merosot|berkurang|lebih rendah)\b")
_TAHUN = re.compile(r"\b20\d\d\b")
_DUA = 2
_AWALAN = re.compile(r"^(?:me(?:ng|ny|n|m)?|di)(?=[a-z]{4})")
_TERPENDEK = 4
_PENGANTAR = frozenset({"agar", "telah", "sudah", "akan", "untuk", "perlu", "supaya", "kami"})


def skema_tidak_berlaku(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-04: a year from 2021 on that is laid out by the rule of 2015."""
    kinerja = buku.data.kinerja
    lama = [
        tahun
        for tahun in sorted(kinerja.daftar_sakip_per_tahun)
        if tahun >= _SKEMA_BARU and skema_tahun(kinerja, tahun) is SkemaSakip.PERMENPAN12_2015
    ]
    pengaturan = kinerja.metode.skema_sakip is SkemaSakip.PERMENPAN12_2015 and buku.data.tahun >= _SKEMA_BARU
    terakhir = max(kinerja.daftar_sakip_per_tahun, default=_SKEMA_BARU)
    if not lama and not (pengaturan and terakhir >= _SKEMA_BARU):
        return
    apa = f"Evaluasi SAKIP tahun {' dan '.join(map(str, lama))}" if lama else "Skema SAKIP pada pengaturan"
    yield peringatan(
        "SAK-04", f"{apa} disusun menurut PermenPANRB 12/2015, padahal sejak 2021 berlaku PermenPANRB 88/2021.",
        letak="lembar sakip" if lama else "lembar pengaturan, skema_sakip",
        nilai="permenpan12_2015", seharusnya="permenpan88_2021",
        saran="Susun ulang nilainya menurut empat komponen PermenPANRB 88/2021, sesuai LHE.",
        halaman="lembar" if lama else "metode_pengukuran", argumen=("sakip",) if lama else (),
    )  # fmt: skip


def tahun_tercampur(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-08: the score of a year before stands as a year's realisasi, and nothing says so; once an indicator."""
    data = bacaan.buku.data
    if not tahunan(bacaan.buku):
        return
    for i in data.renstra.daftar_indikator_semua_sasaran:
        tahun, tahun_nilai = _tahun_penilaian(bacaan.buku, i)
        if not tahun_nilai or _dijelaskan(bacaan, i, tahun, tahun_nilai):
            continue
        angka = hitung(data, "realisasi", i.kode, tahun=tahun).angka
        kini = tahun == data.tahun
        yield peringatan(
            "SAK-08", f"Realisasi {nama(i.kode, i.uraian)} {tahun}{f' sebesar {tulis(angka)}' if angka else ''} "
            f"adalah hasil penilaian atas tahun {tahun_nilai}, tetapi naskah tidak mengatakannya.",
            letak="lembar kinerja_triwulan atau realisasi_tahunan" if kini else f"lembar realisasi_tahunan, {tahun}",
            subjek=i.kode, nilai=str(tahun_nilai), seharusnya=str(tahun),
            saran=f"Pakai nilai atas tahun {tahun}, atau tulis bahwa angkanya hasil penilaian atas {tahun_nilai}.",
            halaman="isi_triwulan" if kini else "realisasi_lalu", argumen=(4,) if kini else (),
        )  # fmt: skip


def _tahun_penilaian(buku: BukuKerja, i: Indikator) -> tuple[int, int]:
    """(year, the earlier year that its realisasi was scored for), the report's own first; zeros where nobody can
    tell."""
    data, kini = buku.data, buku.data.tahun
    per_tahun = data.kinerja.realisasi_per_tahun
    for tahun in sorted((t for kode, t in per_tahun if kode == i.kode and t <= kini), reverse=True):
        dinilai = per_tahun[i.kode, tahun].tahun_penilaian
        if dinilai is not None and dinilai < tahun:
            return tahun, dinilai
    angka = hitung(data, "realisasi", i.kode).angka
    if angka is None or not _SAKIP.search(i.uraian.casefold()):
        return 0, 0
    lalu, sekarang = (hitung(data, "nilai_sakip", tahun=t).angka for t in (kini - 1, kini))
    return (kini, kini - 1) if lalu is not None and angka == lalu and sekarang != angka else (0, 0)


def _dijelaskan(bacaan: Bacaan, i: Indikator, kini: int, tahun: int) -> bool:
    """Whether a remark of a quarter, or a sentence on the indicator or on SAKIP, names the year that was scored."""
    kinerja = bacaan.buku.data.kinerja
    catatan: list[KinerjaTriwulan] = [
        k for k in kinerja.daftar_kinerja_triwulan if (k.indikator, k.tahun) == (i.kode, kini)
    ]
    if any(str(tahun) in k.catatan for k in catatan):
        return True
    return any(
        str(tahun) in k.isi
        and re.search(r"\b(?:penilaian|evaluasi|lhe|dinilai|atas tahun|atas kinerja)\b", k.rendah)
        and (_SAKIP.search(k.rendah) or any(i.kode in s.subjek for s in k.daftar_sebut))
        for k in bacaan.daftar_kalimat
    )


def tindak_lanjut_mengulang(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-11: what was done is told in the words of the recommendation."""
    nomor: dict[int, int] = {}
    for r in buku.data.kinerja.daftar_rekomendasi:
        nomor[r.tahun] = nomor.get(r.tahun, 0) + 1
        diminta, dijawab = baku(r.rekomendasi), baku(r.tindak_lanjut)
        if not diminta or not dijawab:
            continue
        mirip = max(
            kemiripan(*pasangan, ambang.kemiripan_tindak_lanjut)
            for pasangan in ((diminta, dijawab), (_kata_dasar(diminta), _kata_dasar(dijawab)))
            if all(pasangan)
        )
        if mirip > ambang.kemiripan_tindak_lanjut:
            yield peringatan(
                "SAK-11", f"Tindak lanjut rekomendasi ke-{nomor[r.tahun]} LHE {r.tahun} hanya mengulang rekomendasinya "
                f"({tulis(bulat(mirip * 100, 0))}% sama).",
                letak=f"lembar rekomendasi, tahun {r.tahun}, nomor {nomor[r.tahun]}",
                butir=f"{r.tahun} {nomor[r.tahun]}", kutipan=" ".join(r.tindak_lanjut.split()),
                nilai=f"{tulis(bulat(mirip * 100, 0))}%",
                saran="Tulis apa yang sudah dikerjakan: kegiatannya, hasilnya, waktunya, dan buktinya.",
                **tempat_rekomendasi(buku, r.tahun),
            )  # fmt: skip


def _kata_dasar(isi: str) -> str:
    """The words in no order and without verbs' beginnings: "Menjabarkan target …" is also "Target … dijabarkan".

    '' for words too few to tell a copy by.
    """
    kata = [_AWALAN.sub("", k) for k in isi.split() if k not in _PENGANTAR]
    return " ".join(sorted(kata)) if len(kata) >= _TERPENDEK else ""


def tempat_rekomendasi(buku: BukuKerja, tahun: int) -> dict[str, object]:
    """The page where a follow-up is reported: of an LHE in this system, or the sheet."""
    if any(e.tahun == tahun and e.daftar_rekomendasi for e in buku.data.kinerja.daftar_terbit):
        return {"halaman": "tindak_lanjut"}
    return {"halaman": "lembar", "argumen": ("rekomendasi",)}


def komponen_turun(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-12: a component scores less of its weight than in the year before, and no sentence speaks of it."""
    data = bacaan.buku.data
    tahun = _dua_tahun(bacaan.buku)
    if tahun is None:
        return
    dulu, kini = tahun
    nama_dulu = {kata_baku(k): k for k in daftar_komponen_sakip(data.kinerja, dulu)}
    for komponen in daftar_komponen_sakip(data.kinerja, kini):
        if kata_baku(komponen) not in nama_dulu:
            continue
        lalu, sekarang = _nilai(bacaan.buku, nama_dulu[kata_baku(komponen)], dulu), _nilai(bacaan.buku, komponen, kini)
        if lalu is None or sekarang is None or _tidak_turun(lalu, sekarang) or _penurunan_ditulis(bacaan, komponen):
            continue
        yield peringatan(
            "SAK-12", f"Nilai {komponen} turun dari {_tulis_nilai(lalu)} pada {dulu} menjadi {_tulis_nilai(sekarang)} "
            f"pada {kini}, tanpa penjelasan dalam naskah.",
            letak=f"lembar sakip, tahun {kini}", subjek=komponen, butir=f"{dulu} {kini}", nilai=sekarang[0],
            seharusnya=f"paling sedikit {_tulis_nilai(lalu)}", bagian="bab3.sakip",
            saran="Tulis sebab penurunannya dan perbaikannya pada uraian evaluasi SAKIP.",
            halaman="naskah_ruas", argumen=("bab3.sakip",),
        )  # fmt: skip


def _dua_tahun(buku: BukuKerja) -> tuple[int, int] | None:
    """The last two years evaluated up to the report's own."""
    kinerja = buku.data.kinerja
    ada = sorted(t for t in {*kinerja.daftar_sakip_per_tahun, *kinerja.lke_per_tahun} if t <= buku.data.tahun)
    return (ada[-2], ada[-1]) if len(ada) >= _DUA else None


def _nilai(buku: BukuKerja, komponen: str, tahun: int) -> tuple[Decimal, Decimal] | None:
    """(score, weight); None where one is missing, or the score cannot be right (SAK-02 says so)."""
    tercatat = (s for s in buku.data.kinerja.daftar_sakip_per_tahun.get(tahun, ()) if s.komponen == komponen)
    nilai = next((s.nilai for s in tercatat), None)  # as the LHE has it, before what answers of the LKE would give
    nilai = hitung(buku.data, "nilai_komponen", komponen, tahun=tahun).angka if nilai is None else nilai
    bobot = hitung(buku.data, "bobot_komponen", komponen, tahun=tahun).angka
    return None if nilai is None or not bobot or nilai > bobot else (nilai, bobot)


def _tidak_turun(lalu: tuple[Decimal, Decimal], kini: tuple[Decimal, Decimal]) -> bool:
    """By shares of the weights, which differ between the schemes."""
    return kini[0] * lalu[1] >= lalu[0] * kini[1]


def _tulis_nilai(nilai: tuple[Decimal, Decimal]) -> str:
    return f"{tulis(nilai[0])} dari bobot {tulis(nilai[1])}"


def _penurunan_ditulis(bacaan: Bacaan, komponen: str) -> bool:
    baku = kata_baku(komponen)
    return any(baku in kata_baku(k.isi) and _TURUN.search(k.rendah) for k in bacaan.daftar_kalimat)


def tahun_tidak_berurutan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-13: two years side by side that do not follow each other, in the data or in a table on SAKIP."""
    tahun = _dua_tahun(buku)
    if tahun is not None and tahun[1] - tahun[0] > 1:
        yield _tidak_berurutan(tahun, "Hasil evaluasi SAKIP", "lembar sakip", "", "lembar", ("sakip",))
    for t in buku.laporan.daftar_tabel:
        kepala = " ".join(t.kepala)
        if not _SAKIP.search(f"{t.judul} {kepala}".casefold()):
            continue
        ada = sorted({int(satu) for satu in _TAHUN.findall(kepala)})
        if len(ada) == _DUA and ada[1] - ada[0] > 1 and ada[1] <= buku.data.tahun:
            yield _tidak_berurutan((ada[0], ada[1]), f"Tabel “{t.judul.strip() or t.nama}”", f"lembar {t.nama}", t.nama,
                                   "ubah_tabel_bebas", (t.nama,))  # fmt: skip


def _tidak_berurutan(
    tahun: tuple[int, int], apa: str, letak: str, subjek: str, halaman: str, argumen: tuple[str, ...]
) -> Temuan:
    dulu, kini = tahun
    antara = str(kini - 1) if kini - dulu == _DUA else f"{dulu + 1}–{kini - 1}"
    return info(
        "SAK-13", f"{apa} membandingkan {kini} dengan {dulu}; tahun {antara} terlewat.", letak=letak, subjek=subjek,
        butir=f"{dulu} {kini}", nilai=str(dulu), seharusnya=str(kini - 1), saran=f"Tambahkan hasil tahun {antara}.",
        halaman=halaman, argumen=argumen,
    )  # fmt: skip


DAFTAR = (
    Aturan("SAK-04", Tingkat.PERINGATAN, "Skema tidak berlaku", skema_tidak_berlaku),
    Aturan("SAK-08", Tingkat.PERINGATAN, "Tahun evaluasi dan tahun kinerja tercampur", periksa_teks=tahun_tercampur),
    Aturan("SAK-11", Tingkat.PERINGATAN, "Tindak lanjut hanya mengulang rekomendasi", tindak_lanjut_mengulang),
    Aturan("SAK-12", Tingkat.PERINGATAN, "Komponen turun tanpa penjelasan", periksa_teks=komponen_turun),
    Aturan("SAK-13", Tingkat.INFO, "Tahun pembanding tidak berurutan", tahun_tidak_berurutan),
)
