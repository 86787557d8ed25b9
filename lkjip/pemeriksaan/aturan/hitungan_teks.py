"""HIT in sentences: quotients, remainders, realisasi and capaian mixed up, trends (pemeriksaan.md).

`hitungan_tercetak`, `klaim_tercetak` and `predikat_indeks` join these to the rules. All prefer silence: a sentence is
judged only where it says plainly what its figures are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, persen
from lkjip.dasar.tulisan_angka import bulat
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama_indikator, peringatan, rp, tulis
from lkjip.pemeriksaan.aturan.tren_kalimat import berbanding, menjadi, tentang_capaian
from lkjip.pemeriksaan.aturan.uang_teks import cocok, persen_di_depan, persen_dua_angka
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan

_DARI = re.compile(r"[\s(]*(?:[^\W\d]+\s+){0,2}dari\s+(?:[^\W\d]+\s+){0,3}$")
_DARI_SELURUH = re.compile(r"\bdari(?: (?:total|jumlah|seluruh|sebanyak|semua|keseluruhan)){0,2} $")
_SISA = re.compile(r"\b(?:sisanya|sisa|selebihnya|tersisa|masih tersisa)\b")
# "… sehingga masih ada 5.712 wajib pajak yang belum membayar": of the same noun as the whole.
_MASIH = re.compile(r"\b(?:masih|tinggal) (?:ada|terdapat|menyisakan)\b")
_CELAH = re.compile(r"\b(?:gap|kesenjangan|celah|sisanya|selebihnya)\b")
_ISTILAH = re.compile(r"\b(capaian|realisasi|target|serapan|tercapai|terealisasi|kemajuan)(?:nya)?\b")
_NAIK = re.compile(r"\b(?:naik|meningkat|peningkatan|kenaikan|bertambah)\b|[↑▲⬆]")
_TURUN = re.compile(r"\b(?:turun|menurun|penurunan|berkurang|merosot)\b|[↓▼⬇]")
_JIKA_BANDING = re.compile(r"\b(?:apabila|jika|bila) (?:di)?banding\w*")
_RAGU = re.compile(
    r"\b(?:tidak|belum|bukan|tanpa|akan|diharapkan|ditargetkan|agar|supaya|untuk|dapat|perlu|harus|upaya|target\w*|pagu"
    r"|anggaran|belanja|serapan|triwulan|tw|nasional|semester|apabila|jika|bila|seandainya|sempat|walaupun|meskipun)\b"
)
_HARAPAN = re.compile(r"\b(?:tidak|belum|bukan|akan|diharapkan|ditargetkan|agar|supaya|seandainya)\b")
_CELAH_WAJAR = Decimal(10)  # a gap that misses 100 − R by more is held against something else


def temuan_kalimat(aturan: str, kalimat: Kalimat, awal: int, pesan: str, saran: str, **lain: object) -> Temuan:
    teks = kalimat.teks
    buat = peringatan if aturan in ("HIT-11", "HIT-19", "HIT-21", "HIT-26") else galat
    tetap: dict[str, object] = {"subjek": teks.subjek}
    return buat(
        aturan, pesan, letak=teks.letak, butir=f"{teks.letak} {kalimat.awal + awal}", saran=saran,
        halaman=teks.halaman, argumen=teks.argumen, bagian=teks.bagian, kutipan=kalimat.isi, **(tetap | lain),
    )  # fmt: skip


def _hasil_bagi(aturan: str, saran: str, bacaan: Bacaan, *, uang: bool) -> Iterator[Temuan]:
    for kalimat in bacaan.daftar_kalimat:
        for n, d, p in (*persen_dua_angka(kalimat), *persen_di_depan(kalimat)):
            hasil = persen(n.nilai, d.nilai)
            if (n.satuan == "Rp") is not uang or cocok(hasil, p):
                continue
            cara = f"{rp(n.nilai)} / {rp(d.nilai)} × 100" if uang else f"{n.teks} / {d.teks} × 100"
            yield temuan_kalimat(
                aturan, kalimat, p.awal,
                f"Tertulis {n.teks} dari {d.teks} adalah {p.teks}, padahal hitungannya {tulis(hasil)}%.", saran,
                nilai=p.nilai, seharusnya=hasil, cara=cara,
            )  # fmt: skip


def hasil_bagi_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-15: "396 dari 425 orang atau 90%" that is not their quotient."""
    saran = "Ganti persennya dengan hasil hitungan, atau perbaiki kedua bilangannya."
    return _hasil_bagi("HIT-15", saran, bacaan, uang=False)


def serapan_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-03: "Rp… dari Rp… atau …%" that is not their quotient."""
    saran = "Ganti persennya dengan hasil hitungan, atau perbaiki rupiahnya."
    return _hasil_bagi("ANG-03", saran, bacaan, uang=True)


def sisa_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-16: "396 dari 425 …, sisanya 30"; "kesenjangan 17,15% dari 83,85%"."""
    lalu: tuple[Kalimat, tuple[AngkaTulis, AngkaTulis]] | None = None
    for kalimat in bacaan.daftar_kalimat:
        pasangan = _pasangan(kalimat)
        sebelum = lalu[1] if lalu is not None and lalu[0].teks is kalimat.teks else None
        sisa = _SISA.search(kalimat.rendah) or _masih(kalimat, pasangan)
        if sisa and (pasangan or sebelum):
            yield from _sisa(kalimat, sisa, *(pasangan or sebelum or ()))
        elif _CELAH.search(kalimat.rendah):
            yield from _celah(bacaan, kalimat)
        lalu = (kalimat, pasangan) if pasangan else None


def _masih(kalimat: Kalimat, pasangan: tuple[AngkaTulis, AngkaTulis] | None) -> re.Match[str] | None:
    """ "Masih ada": before a number of what the whole is counted in, behind its two numbers."""
    kata = _MASIH.search(kalimat.rendah, pasangan[1].akhir) if pasangan else None
    if kata is None or pasangan is None or "%" in pasangan[1].satuan:
        return None
    sesudah = next((a for a in kalimat.daftar_angka if a.awal >= kata.end()), None)
    sama = sesudah is not None and bool(sesudah.satuan) and sesudah.satuan == pasangan[1].satuan
    return kata if sama else None


def _pasangan(kalimat: Kalimat) -> tuple[AngkaTulis, AngkaTulis] | None:
    """The only "n dari d" of a sentence: two counts, or two amounts, the first no larger."""
    daftar = kalimat.daftar_angka
    hasil = [
        (n, d) for n, d in pairwise(daftar)
        if _DARI.fullmatch(kalimat.isi[n.akhir : d.awal]) and n.nilai <= d.nilai
        and (n.satuan == "Rp") is (d.satuan == "Rp") and "%" not in (n.satuan, d.satuan)
        and not (n.berskala or d.berskala)
    ]  # fmt: skip
    return hasil[0] if len(hasil) == 1 else None if hasil else _pasangan_terbalik(kalimat)


def _pasangan_terbalik(kalimat: Kalimat) -> tuple[AngkaTulis, AngkaTulis] | None:
    """ "Dari 425 orang, 396 orang …, sisanya 30 orang": three figures of one kind, the whole first."""
    daftar = kalimat.daftar_angka
    if len(daftar) != 3 or len({a.satuan for a in daftar}) != 1 or "%" in daftar[0].satuan:
        return None
    d, n, _ = daftar
    dari = _DARI_SELURUH.search(kalimat.rendah[: d.awal])
    return (n, d) if dari and n.nilai <= d.nilai and not any(a.berskala for a in daftar) else None


def _sisa(kalimat: Kalimat, kata: re.Match[str], n: AngkaTulis, d: AngkaTulis) -> Iterator[Temuan]:
    sisa = next((a for a in kalimat.daftar_angka if 0 <= a.awal - kata.end() <= 40), None)
    if sisa is None or sisa.berskala or ((sisa.satuan == "Rp") is not (n.satuan == "Rp") and sisa.satuan != "%"):
        return
    seharusnya = SERATUS - persen(n.nilai, d.nilai) if sisa.satuan == "%" and d.nilai else d.nilai - n.nilai
    if cocok(seharusnya, sisa) if sisa.satuan == "%" else sisa.nilai == seharusnya:
        return
    satuan = "%" if sisa.satuan == "%" else ""
    yield temuan_kalimat(
        "HIT-16", kalimat, sisa.awal,
        f"Sisa dari {n.teks} di antara {d.teks} tertulis {sisa.teks}, seharusnya {tulis(seharusnya)}{satuan}.",
        "Perbaiki sisanya, atau kedua bilangan asalnya.",
        nilai=sisa.nilai, seharusnya=seharusnya,
        cara=f"100 − {n.teks} / {d.teks} × 100" if satuan else f"{d.teks} − {n.teks}",
    )  # fmt: skip


def _celah(bacaan: Bacaan, kalimat: Kalimat) -> Iterator[Temuan]:
    """Two percentages in all, one of them called a gap: together they are 100, unless a target is meant."""
    daftar = [a for a in kalimat.daftar_angka if a.satuan == "%"]
    kata = _CELAH.search(kalimat.rendah)
    if len(daftar) != 2 or kata is None or "target" in kalimat.rendah or "banding" in kalimat.rendah:
        return
    celah = min(daftar, key=lambda a: abs(a.awal - kata.end()) if a.awal >= kata.end() else 10_000)
    lain = daftar[0] if celah is daftar[1] else daftar[1]
    seharusnya = SERATUS - lain.nilai
    beda = abs(celah.nilai - seharusnya)
    if celah.awal < kata.end() or beda > _CELAH_WAJAR or beda < Decimal(1).scaleb(-min(celah.desimal, lain.desimal)):
        return
    yield temuan_kalimat(
        "HIT-16", kalimat, celah.awal,
        f"Kesenjangan dari {lain.teks} tertulis {celah.teks}, padahal 100% dikurangi {lain.teks} adalah "
        f"{tulis(seharusnya)}%.",
        "Perbaiki salah satu dari kedua angka itu.",
        nilai=celah.nilai, seharusnya=seharusnya, cara=f"100 − {lain.teks}",
    )  # fmt: skip


def subjek_indikator(bacaan: Bacaan, kalimat: Kalimat) -> str:
    """The one indicator that a sentence speaks of; '' where it is none or several."""
    dikenal = bacaan.buku.data.renstra.indikator_per_kode
    disebut = [k for k in kode_sebutan(kalimat.daftar_sebut) if k in dikenal]
    if not disebut and kalimat.teks.subjek in dikenal:
        return kalimat.teks.subjek
    return disebut[0] if len(disebut) == 1 else ""


def tertukar_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-21: the figure called capaian is the realisasi, and the one called realisasi the capaian."""
    data = bacaan.buku.data
    for kalimat in bacaan.daftar_kalimat:
        istilah = _per_istilah(kalimat)
        if not {"capaian", "realisasi"} <= set(istilah):
            continue
        satu = subjek_indikator(bacaan, kalimat)
        for kode in [satu] if satu else [i.kode for i in data.renstra.daftar_indikator_semua_sasaran]:
            r = hitung(data, "realisasi", kode).angka
            # A report prints one or the other, capped or not.
            capaian = [n for b in ("capaian", "capaian_tanpa_batas") if (n := hitung(data, b, kode).angka) is not None]
            disebut_c, disebut_r = istilah["capaian"], istilah["realisasi"]
            if r is None or any(cocok(n, disebut_c) for n in capaian) or cocok(r, disebut_r):
                continue
            c = next((n for n in capaian if cocok(n, disebut_r)), None)
            if c is not None and cocok(r, disebut_c):
                yield temuan_kalimat(
                    "HIT-21", kalimat, disebut_c.awal,
                    f"{nama_indikator(bacaan.buku, kode)}: {disebut_c.teks} disebut capaian dan {disebut_r.teks} "
                    f"disebut realisasi, padahal realisasinya {tulis(r)} dan capaiannya {tulis(bulat(c, 2))}%.",
                    "Tukar kedua istilah itu: realisasi ialah hasil yang diukur, capaian ialah realisasi terhadap "
                    "target.",
                    nilai=disebut_c.nilai, seharusnya=c, cara=hitung(data, "capaian", kode).cara, subjek=kode,
                )  # fmt: skip
                break


def _per_istilah(kalimat: Kalimat) -> dict[str, AngkaTulis]:
    """The first figure after each word for one, with no other such word in between."""
    hasil: dict[str, AngkaTulis] = {}
    for angka in kalimat.daftar_angka:
        kata = list(_ISTILAH.finditer(kalimat.rendah[: angka.awal]))
        if kata and angka.satuan != "Rp":
            hasil.setdefault(kata[-1][1], angka)
    return hasil


def tren_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-22: a sentence about one indicator and the year before says naik where realisasi fell, or the reverse."""
    data, sebelum = bacaan.buku.data, ("", "")
    for kalimat in bacaan.daftar_kalimat:
        kode = subjek_indikator(bacaan, kalimat) or _diteruskan(bacaan, kalimat, sebelum)
        sebelum = (kalimat.teks.letak, kode)
        polos = _JIKA_BANDING.sub("dibandingkan", _tanpa_nama(kalimat))
        naik, turun = _NAIK.search(polos), _TURUN.search(polos)
        if not kode or (naik is None) is (turun is None):
            continue
        kini, lalu = hitung(data, "realisasi", kode).angka, hitung(data, "realisasi", kode, tahun=data.tahun - 1).angka
        kata = naik or turun
        pasti = kata is not None and _dari_angka(kalimat, kata.end(), lalu)
        ragu = (_HARAPAN if pasti else _RAGU).search(polos) is not None
        if ragu or _angka_lain(kalimat, kini, lalu):
            continue
        if kini is None or lalu is None or kata is None or (kini > lalu if naik else kini < lalu):
            continue
        antartahun = berbanding(kalimat, data.tahun) and not tentang_capaian(bacaan, kode, polos, naik=naik is not None)
        if not antartahun and not menjadi(kalimat, kata, kini, data.tahun):
            continue
        arah = "naik" if kini > lalu else "turun" if kini < lalu else "tetap"
        yield temuan_kalimat(
            "HIT-22", kalimat, kata.start(),
            f"{nama_indikator(bacaan.buku, kode)} disebut “{kata[0]}”, padahal realisasinya {arah}: {tulis(lalu)} pada "
            f"tahun {data.tahun - 1} dan {tulis(kini)} pada tahun {data.tahun}.",
            "Perbaiki kata naik atau turunnya menurut angka kedua tahun itu.",
            nilai=kata[0], seharusnya=arah, cara=f"{tulis(kini)} − {tulis(lalu)} = {tulis(kini - lalu)}", subjek=kode,
        )  # fmt: skip


def _angka_lain(kalimat: Kalimat, kini: Decimal | None, lalu: Decimal | None) -> bool:
    """Whether it says "dari 3,42 menjadi 3,38" of two figures that are not the realisasi of either year."""
    for a, b in pairwise(kalimat.daftar_angka):
        sebelum, antara = kalimat.rendah[: a.awal].rstrip(), kalimat.rendah[a.akhir : b.awal]
        if sebelum.endswith("dari") and re.search(r"\b(?:menjadi|ke)\s+$", antara) and a.satuan == b.satuan:
            return not any(n is not None and cocok(n, x) for n in (kini, lalu) for x in (a, b))
    return False


def _dari_angka(kalimat: Kalimat, sejak: int, lalu: Decimal | None) -> bool:
    """Whether "dari" and the year before's realisasi follow right away: then nothing else can be meant."""
    angka = next((a for a in kalimat.daftar_angka if a.awal >= sejak), None)
    dekat = angka is not None and kalimat.rendah[sejak : angka.awal].strip() == "dari"
    return dekat and angka is not None and lalu is not None and cocok(lalu, angka)


def _diteruskan(bacaan: Bacaan, kalimat: Kalimat, sebelum: tuple[str, str]) -> str:
    """The indicator of the sentence before, where this one names nobody and states a realisasi of it, or how far the
    two years are apart: "Dibandingkan tahun 2023 (79,92 persen), realisasinya naik 1,88 poin."
    """
    letak, kode = sebelum
    if not kode or letak != kalimat.teks.letak or kalimat.daftar_sebut:
        return ""
    data = bacaan.buku.data
    kini, lalu = hitung(data, "realisasi", kode).angka, hitung(data, "realisasi", kode, tahun=data.tahun - 1).angka
    if kini is None or lalu is None:
        return ""
    miliknya = any(a.nilai in (kini, lalu, abs(kini - lalu)) for a in kalimat.daftar_angka if a.nilai)
    return kode if miliknya else ""


def _tanpa_nama(kalimat: Kalimat) -> str:
    """The sentence without the names in it: "Persentase Penurunan Pelanggaran" says nothing of a trend."""
    isi = kalimat.rendah
    for s in kalimat.daftar_sebut:
        isi = isi[: s.awal] + "_" * (s.akhir - s.awal) + isi[s.akhir :]
    return isi


DAFTAR: tuple[Aturan, ...] = ()  # listed where the claims and the data of the same rules are
