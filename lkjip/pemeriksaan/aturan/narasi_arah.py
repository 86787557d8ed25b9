"""NAR-03: "meningkat" or "menurun" that the change itself contradicts: two numbers beside it, or the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, nama_indikator
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Arah

_NAIK = r"meningkat|naik|bertambah|tumbuh|menguat|kenaikan|peningkatan|lebih (?:tinggi|besar|banyak)"
_TURUN = r"menurun|turun|berkurang|merosot|melemah|menyusut|penurunan|lebih (?:rendah|kecil|sedikit)"
_KATA = re.compile(rf"\b(?:(?P<naik>{_NAIK})|(?P<turun>{_TURUN}))\b", re.IGNORECASE)
_TIDAK = re.compile(
    r"\b(?:tidak|belum|bukan|tanpa|agar|diharapkan|akan|untuk|target|ditargetkan)\b[^,;]{0,25}$", re.IGNORECASE
)
_BUKAN_BESARAN = re.compile(
    r"\b(?:peringkat|ranking|urutan|posisi|waktu tunggu|opini|rata-rata waktu)\b", re.IGNORECASE
)
_DARI_MENJADI = re.compile(
    r"\bdari\b(?P<a>[^;]{0,70}?)\b(?:menjadi|ke)\b(?P<b>(?:(?!\bdari\b)[^;]){0,50})", re.IGNORECASE
)
_MENJADI_DARI = re.compile(
    r"\bmenjadi\b(?P<b>[^;]{0,60}?)\b(?:dari(?:pada)?|dibanding(?:kan)?)\b(?P<a>[^;]{0,70})", re.IGNORECASE
)
_BANDING = re.compile(r"\b(?:dibanding(?:kan)?|daripada|dari|terhadap)\b", re.IGNORECASE)
_TAHUN_LALU = re.compile(r"\btahun (?:sebelumnya|lalu|lampau|(?P<tahun>20\d\d))", re.IGNORECASE)
# "belanja operasi dan belanja modal di atas 90%, dengan total serapan 89,06%"
_SEMUA = re.compile(r"\b(?:kedua\w*|masing-masing|semua\w*|seluruh\w*|dan)\b", re.IGNORECASE)
_TAHUN_TREN = re.compile(r"(?<![\d/–-])(20\d\d)(?![\d/–-])")
_TREN = 3  # years that make a trend
_INI = re.compile(
    r"\W*(?:angka|nilai|realisasi|capaian|hasil|persentase|indeks|kondisi|hal|jumlah) (?:ini|tersebut|itu)\b", re.I
)
_NYA = re.compile(r"\b(?:angka|nilai|realisasi|capaian|hasil)nya\b", re.IGNORECASE)
_DI_MUKA = re.compile(
    r"\W*(?:jika |bila |apabila )?(?:di)?banding(?:kan)?(?: dengan)? tahun "
    r"(?:sebelumnya|lalu|lampau|(?P<tahun>20\d\d))",
    re.IGNORECASE,
)
_MENJADI = re.compile(r" (?:hanya )?menjadi (?:sebesar )?")
_BATAS = re.compile(r"\b(?:di (?P<atas>atas)|di (?P<bawah>bawah)|lebih dari|melebihi)\s*$", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|keseluruhan|rata-rata)\b[^,;\d]{0,40}$", re.IGNORECASE)
_TRIWULAN = re.compile(r"\b(?:triwulan|tw|semester|bulan)\b", re.IGNORECASE)
_BESARAN = re.compile(
    r"(?P<target>\btarget)|(?P<capaian>\bcapaian)|(?P<realisasi>\brealisasi|\bnilai|\bskor|\bindeks"
    r"|\bhasil)|(?P<uang>\banggaran|\bpagu|\bbelanja|serap)",
    re.I,
)


def arah_keliru(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-03. Words inside the name of an indicator ("Persentase penurunan …") say nothing about its change."""
    for kalimat in bacaan.daftar_kalimat:
        yield from _total_di_luar(kalimat)
        if not _KATA.search(kalimat.isi) or _BUKAN_BESARAN.search(kalimat.isi):
            continue
        isi = _tanpa_nama(kalimat)
        daftar = [*_dua_angka(kalimat, isi)] or [*_tren(kalimat, isi)]
        yield from sekali(daftar or _menurut_data(bacaan, kalimat, isi))


def _total_di_luar(kalimat: Kalimat) -> Iterator[Temuan]:
    """All parts are said to lie above a share, and their total below it (or the reverse): no mean can do that."""
    persen = [a for a in kalimat.daftar_angka if a.satuan == "%"]
    if len(persen) != 2 or "target" in kalimat.rendah:
        return
    batas, total = persen
    kata = _BATAS.search(kalimat.isi[: batas.awal])
    if kata is None or not _SEMUA.search(kalimat.isi[: kata.start()]):
        return
    di_bawah = kata["bawah"] is not None
    sejalan = total.nilai <= batas.nilai if di_bawah else total.nilai >= batas.nilai
    if sejalan or not _TOTAL.search(kalimat.isi[batas.akhir : total.awal]):
        return
    arah = "di bawah" if di_bawah else "di atas"
    yield temuan_teks(
        "NAR-03",
        Tingkat.GALAT,
        Tempat(kalimat.teks, kalimat.isi[kata.start() : total.akhir]),
        f"Naskah menyebut semua bagiannya {arah} {batas.teks}, padahal totalnya {total.teks}.",
        nilai=f"{arah} {batas.teks}",
        seharusnya=f"tidak semuanya {arah} {batas.teks}",
        cara="total selalu di antara bagian yang terkecil dan yang terbesar",
        saran="Periksa persen setiap bagian dan totalnya, lalu sesuaikan kalimatnya.",
    )


def _tanpa_nama(kalimat: Kalimat) -> str:
    isi = kalimat.isi
    for s in kalimat.daftar_sebut:
        isi = isi[: s.awal] + "_" * (s.akhir - s.awal) + isi[s.akhir :]
    return isi


def _kata_lalu(isi: str, akhir: int, jauh: int = 120) -> re.Match[str] | None:
    """The word for a direction nearest before, unless the sentence denies or only wishes it, or a "
    "clause lies between."""
    awal = max(0, akhir - jauh)
    kata = list(_KATA.finditer(isi, awal, akhir))
    if not kata or _TIDAK.search(isi[: kata[-1].start()][-45:]) or ";" in isi[kata[-1].end() : akhir]:
        return None
    return kata[-1]


def _angka(kalimat: Kalimat, awal: int, akhir: int, *, terakhir: bool = False) -> AngkaTulis | None:
    daftar = [a for a in kalimat.daftar_angka if awal <= a.awal < akhir]
    return daftar[-1 if terakhir else 0] if daftar else None


def _dua_angka(kalimat: Kalimat, isi: str) -> Iterator[Temuan]:
    """ "Meningkat dari 85 menjadi 83", "menurun menjadi 90 dari 88", "83, meningkat dibandingkan 85"."""
    dipakai: set[int] = set()
    for pola in (_DARI_MENJADI, _MENJADI_DARI):
        for cocok in pola.finditer(isi):
            kata = _kata_lalu(isi, cocok.start())
            a, b = _angka(kalimat, *cocok.span("a"), terakhir=pola is _DARI_MENJADI), _angka(kalimat, *cocok.span("b"))
            if kata is None or a is None or b is None or kata.start() in dipakai:
                continue
            dipakai.add(kata.start())
            if _bertentangan(kata, a, b) and not _membaik(kalimat, kata, b) and _berdekatan(kalimat, isi, cocok, a, b):
                yield _temuan_dua(kalimat, kata, a, b)
    for kata in _KATA.finditer(isi):
        pasangan = None if kata.start() in dipakai else _dibandingkan(kalimat, isi, kata)
        if pasangan and _bertentangan(kata, *pasangan) and not _membaik(kalimat, kata, pasangan[1]):
            yield _temuan_dua(kalimat, kata, *pasangan)


def _berdekatan(kalimat: Kalimat, isi: str, cocok: re.Match[str], a: AngkaTulis, b: AngkaTulis) -> bool:
    """A list ("dari 42, 60, dan 74 menjadi 98") compares its last with what follows; that is how `a` was chosen."""
    return not _KATA.search(isi, cocok.start(), min(max(a.akhir, b.akhir), cocok.end()))


def _dibandingkan(kalimat: Kalimat, isi: str, kata: re.Match[str]) -> tuple[AngkaTulis, AngkaTulis] | None:
    """(before, now) of "… sebesar B, meningkat dibandingkan tahun lalu sebesar A"."""
    banding = _BANDING.search(isi, kata.end(), kata.end() + 25)
    if banding is None or _TIDAK.search(isi[: kata.start()][-45:]) or re.search(r"\bmenjadi\b", isi[kata.end() :][:90]):
        return None
    b = _angka(kalimat, max(0, kata.start() - 60), kata.start(), terakhir=True)
    a = _angka(kalimat, banding.end(), banding.end() + 70)
    lain = _KATA.search(isi, banding.end(), a.awal) if a else None
    if a is None or b is None or lain or re.search(r"\b(?:selisih|target)\b", isi[b.akhir : a.awal], re.I):
        return None
    if not _TAHUN_LALU.search(isi, banding.start(), a.awal) or re.search(
        r"[;:]|\b(?:target|sedangkan|dan)\b", isi[b.akhir : kata.start()]
    ):
        return None
    return a, b


def _tren(kalimat: Kalimat, isi: str) -> Iterator[Temuan]:
    """ "Cenderung menurun, yaitu 68,90 (2022), 70,55 (2023), dan 72,25 (2024)": every step goes the other way."""
    kata = _KATA.search(isi)
    if kata is None or _TIDAK.search(isi[: kata.start()][-45:]) or len(_KATA.findall(isi)) > 1:
        return
    tahun = [int(t) for t in _TAHUN_TREN.findall(isi[kata.end() :])]
    angka = [a for a in kalimat.daftar_angka if a.awal >= kata.end()]
    runtut = all(x < y for x, y in pairwise(tahun)) or all(x > y for x, y in pairwise(tahun))
    if len(tahun) < _TREN or len(angka) != len(tahun) or len({a.satuan == "%" for a in angka}) > 1 or not runtut:
        return
    if tahun[0] > tahun[-1]:
        angka.reverse()
    naik = kata["naik"] is not None
    balik = all((y.nilai < x.nilai) if naik else (y.nilai > x.nilai) for x, y in pairwise(angka))
    if balik and not _membaik(kalimat, kata, angka[-1]):
        yield _temuan_dua(kalimat, kata, angka[0], angka[-1])


_WAKTU = frozenset({"hari", "jam", "menit", "bulan", "minggu", "detik"})
_BURUK = re.compile(
    r"\b(?:stunting|kemiskinan|miskin|pengangguran|kematian|pelanggaran|temuan|ketimpangan|gini|kerusakan|kecelakaan"
    r"|keluhan|inflasi|kesakitan|prevalensi|kesenjangan|kebocoran|kehilangan)\b",
    re.IGNORECASE,
)


def _membaik(kalimat: Kalimat, kata: re.Match[str], a: AngkaTulis) -> bool:
    """Whether a smaller number may well be the better one: "kinerja meningkat" from 5 days to 3. Not where the verb
    follows the indicator's own name: then it tells of its figure.
    """
    langsung = any(not kalimat.isi[s.akhir : kata.start()].strip() for s in kalimat.daftar_sebut)
    return bool(kata["naik"]) and not langsung and (a.satuan in _WAKTU or bool(_BURUK.search(kalimat.isi)))


def _bertentangan(kata: re.Match[str], a: AngkaTulis, b: AngkaTulis) -> bool:
    if a.satuan != b.satuan and "" not in (a.satuan, b.satuan):
        return False
    return b.nilai <= a.nilai if kata["naik"] else b.nilai >= a.nilai


def _temuan_dua(kalimat: Kalimat, kata: re.Match[str], a: AngkaTulis, b: AngkaTulis) -> Temuan:
    awal, akhir = min(kata.start(), a.awal, b.awal), max(kata.end(), a.akhir, b.akhir)
    gerak = "tidak berubah" if a.nilai == b.nilai else "turun" if b.nilai < a.nilai else "naik"
    return temuan_teks(
        "NAR-03",
        Tingkat.GALAT,
        Tempat(kalimat.teks, kalimat.isi[awal:akhir]),
        f"Naskah menulis “{kata[0].lower()}”, padahal dari {a.teks} ke {b.teks} angkanya {gerak}.",
        nilai=kata[0].lower(),
        seharusnya=gerak,
        cara=f"{b.teks} dikurangi {a.teks} = {tulis_tepat(b.nilai - a.nilai)}",
        saran="Sesuaikan kata kerjanya dengan angka, atau perbaiki angka yang keliru.",
    )


def _menurut_data(bacaan: Bacaan, kalimat: Kalimat, isi: str) -> Iterator[Temuan]:
    """A change against a year before, of the one indicator that the sentence names."""
    ktx = bacaan.konteks
    kode = [k for s in kalimat.daftar_sebut for k in s.subjek if k in ktx.renstra.indikator_per_kode]
    if not kalimat.daftar_sebut and (_INI.match(isi) or _NYA.search(isi)):
        kode = _disebut_tadi(bacaan, kalimat)
    daftar_kata = list(_KATA.finditer(isi))
    if len(set(kode)) != 1 or len(daftar_kata) != 1 or _TRIWULAN.search(isi):
        return
    kata, lalu = daftar_kata[0], _tahun_pembanding(bacaan, kalimat, isi, daftar_kata[0], kode[0])
    if lalu is None or _TIDAK.search(isi[: kata.start()][-45:]):
        return
    yield from _banding_data(bacaan, kalimat, kata, kode[0], lalu)


def _tahun_pembanding(bacaan: Bacaan, kalimat: Kalimat, isi: str, kata: re.Match[str], kode: str) -> int | None:
    """The year compared with: named behind the verb, or before it ("Dibanding tahun 2023, …"); the one before where
    only the report's own figure follows ("turun menjadi 42,16%").
    """
    ktx = bacaan.konteks
    if cocok := _DI_MUKA.match(isi):
        tahun = int(cocok["tahun"]) if cocok["tahun"] else ktx.tahun - 1
        return tahun if tahun < ktx.tahun else None
    for satu in _TAHUN_LALU.finditer(isi, kata.end()):
        tahun = int(satu["tahun"]) if satu["tahun"] else ktx.tahun - 1
        if tahun < ktx.tahun and _BANDING.search(isi, kata.end(), satu.start()):
            return tahun
    menjadi = _MENJADI.match(isi, kata.end())
    angka = _angka(kalimat, menjadi.end(), menjadi.end() + 1) if menjadi else None
    kini = ktx.hitung("realisasi", kode).angka
    return ktx.tahun - 1 if angka and kini is not None and bulat(kini, angka.desimal) == angka.nilai else None


def _disebut_tadi(bacaan: Bacaan, kalimat: Kalimat) -> list[str]:
    """The indicator that the paragraph named last: whom "angka ini" is about."""
    lalu = [k for k in bacaan.daftar_kalimat if k.teks is kalimat.teks and k.awal < kalimat.awal and k.daftar_sebut]
    per_kode = bacaan.konteks.renstra.indikator_per_kode
    return [k for k in lalu[-1].daftar_sebut[-1].subjek if k in per_kode] if lalu else []


def _banding_data(bacaan: Bacaan, kalimat: Kalimat, kata: re.Match[str], kode: str, lalu: int) -> Iterator[Temuan]:
    ktx = bacaan.konteks
    indikator = ktx.renstra.indikator_per_kode[kode]
    disebut = [c.lastgroup for c in _BESARAN.finditer(kalimat.isi[: kata.start()])]
    besaran = "capaian" if "capaian" in disebut[-1:] else "realisasi"
    if set(disebut[-1:]) & {"target", "uang"} or (
        indikator.arah is Arah.NEGATIF and besaran == "realisasi" and not disebut
    ):
        return
    pasangan = {b: (ktx.hitung(b, kode, tahun=lalu).angka, ktx.hitung(b, kode).angka) for b in ("realisasi", "capaian")}
    dulu, kini = pasangan[besaran]
    if dulu is None or kini is None or not _salah_arah(kata, dulu, kini):
        return
    lain_dulu, lain_kini = pasangan["capaian" if besaran == "realisasi" else "realisasi"]
    if not disebut and lain_dulu is not None and lain_kini is not None and not _salah_arah(kata, lain_dulu, lain_kini):
        return
    yield temuan_teks(
        "NAR-03",
        Tingkat.GALAT,
        Tempat(kalimat.teks, kata[0]),
        f"Naskah menulis {besaran} {nama_indikator(bacaan.buku, kode)} “{kata[0].lower()}”, padahal nilainya "
        f"{_ringkas(dulu)} pada {lalu} dan {_ringkas(kini)} pada {ktx.tahun}.",
        butir=f"{kode} {lalu} {kalimat.isi[:40]}",
        nilai=kata[0].lower(),
        seharusnya="tetap" if dulu == kini else "turun" if kini < dulu else "naik",
        cara=f"{besaran} {ktx.tahun} dikurangi {besaran} {lalu} = {_ringkas(kini - dulu)}",
        saran="Sesuaikan kata kerjanya dengan data, atau perbaiki realisasi tahun yang keliru.",
    )


def _salah_arah(kata: re.Match[str], dulu: Decimal, kini: Decimal) -> bool:
    return kini <= dulu if kata["naik"] else kini >= dulu


def _ringkas(nilai: Decimal) -> str:
    return tulis_tepat(bulat(nilai, 4))


DAFTAR = (Aturan("NAR-03", Tingkat.GALAT, "Meningkat/menurun keliru", periksa_teks=arah_keliru),)
