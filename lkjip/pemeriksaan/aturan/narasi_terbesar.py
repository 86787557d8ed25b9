"""NAR-02: a superlative that the figures contradict: those in the sentence, the rows that it compares, a table's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip.dasar.periode import TRIWULAN_TERTULIS, baca_triwulan, nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.data import SelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.himpunan_banding import Himpunan, himpunan_banding, menurut_tahun, menurut_triwulan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.bacaan_tabel import baris_jumlah, dibaca, label
from lkjip.pemeriksaan.data import Temuan, Tingkat

_PALING = re.compile(
    r"\b(?:(?P<besar>tertinggi|terbesar|terbanyak|paling (?:tinggi|besar|banyak))"
    r"|terendah|terkecil|tersedikit|paling (?:rendah|kecil|sedikit))\b"
    r"(?! (?:(?:ke)?(?:dua|tiga|empat|lima)|berikutnya|selanjutnya|setelah)\b)",
    re.IGNORECASE,
)
_BUKAN = re.compile(
    r"\b(?:kenaikan|penurunan|peningkatan|selisih|pertumbuhan|kategori|predikat|pimpinan|pendidikan"
    r"|jenjang|skala|tambahan"
    r"|salah satu|termasuk|pangkat|jabatan|batas|target|bobot|berbobot|sisa)(?: (?:yang|dengan|nilai"
    r"|capaian|realisasi|serapan|kinerja|anggaran))*[ \t]*$",
    re.IGNORECASE,
)
_LAWAN = re.compile(
    r"\b(?:sedangkan|sementara|adapun|disusul|diikuti|kemudian|terendah|terkecil|tertinggi|terbesar"
    r"|terbanyak|hanya)\b",
    re.I,
)
_TAK_SEBANDING = re.compile(
    r"\b(?:target|dari|selisih|bobot|pagu|naik|turun|maksim\w+)(?: "
    r"\w+)? *\(?$",
    re.IGNORECASE,
)
_BESARAN = re.compile(
    r"(?P<serapan>serap)|(?P<kemajuan_renstra>kemajuan)"
    r"|(?P<realisasi_anggaran>realisasi (?:anggaran|belanja|keuangan))|(?P<capaian>capaian"
    r"|tercapai)"
    r"|(?P<pagu>\bpagu|\balokasi|\banggaran)",
    re.IGNORECASE,
)
_MENYEBUT = re.compile(
    r"\b(?:merupakan|adalah|menjadi|memiliki|mempunyai|mencatat(?:kan)?|memperoleh"
    r"|meraih)\b",
    re.I,
)
_TRIWULAN = re.compile(rf"\b{TRIWULAN_TERTULIS}", re.IGNORECASE)
_PADA_TRIWULAN = re.compile(rf"[^.;]{{0,40}}?\b(?:pada|di) {TRIWULAN_TERTULIS}", re.IGNORECASE)
_ANTARTAHUN = re.compile(
    r"\bsejak(?: tahun)? (20\d\d)|\b(?:dalam|selama|sepanjang) \w+(?: \(?\d+\)?)? tahun\b", re.IGNORECASE
)
_TAHUN = re.compile(r"(?<![\d/–-])(20\d\d)(?![\d/–-])")
_SASARAN = re.compile(r"\bsasaran\b", re.IGNORECASE)
_SATU_SASARAN = re.compile(r"^pada sasaran|\w sasaran \S")  # peers within one sasaran, of which nobody spoke
_DALAM = 2  # bab3.analisis.S1: a section about one sasaran
_PENOMOR = re.compile(r"(?:no|nomor|kode|tahun|peringkat)\.?", re.IGNORECASE)
_JAUH = 110


def terbesar_keliru(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-02. A sentence is judged once, by the first of its superlatives that is wrong."""
    for kalimat in bacaan.daftar_kalimat:
        for paling in _PALING.finditer(kalimat.isi):
            temuan = _dua_angka(kalimat, paling) or _banding(bacaan, kalimat, paling) or _tabel(bacaan, kalimat, paling)
            if temuan is not None:
                yield from sekali([temuan])
                break


def _sesudah(kalimat: Kalimat, awal: int, jauh: int = _JAUH) -> AngkaTulis | None:
    return next((a for a in kalimat.daftar_angka if awal <= a.awal <= awal + jauh), None)


def _kalah(satu: Decimal, lain: Decimal, *, besar: bool) -> bool:
    return satu < lain if besar else satu > lain


def _dua_angka(kalimat: Kalimat, paling: re.Match[str]) -> Temuan | None:
    """ "Tertinggi 89,58% sedangkan yang lain hanya 92,16%": the sentence contradicts itself."""
    x = _sesudah(kalimat, paling.end())
    lawan = _LAWAN.search(kalimat.isi, x.akhir) if x else None
    y = _sesudah(kalimat, lawan.end()) if lawan else None
    if x is None or y is None or x.satuan != y.satuan or _LAWAN.search(kalimat.isi, paling.end(), x.awal):
        return None
    sebanding = not any(_TAK_SEBANDING.search(kalimat.isi[: a.awal][-30:]) for a in (x, y))
    if (
        not sebanding
        or (x.satuan != "%" and not x.desimal)
        or not _kalah(x.nilai, y.nilai, besar=bool(paling["besar"]))
    ):
        return None
    return _temuan(
        kalimat,
        paling,
        x,
        f"Naskah menyebut {x.teks} {paling[0].lower()}, padahal kalimat itu juga memuat {y.teks}, yang lebih "
        f"{'tinggi' if paling['besar'] else 'rendah'}.",
        seharusnya=y.nilai,
        cara="Kedua angka dalam kalimat itu dibandingkan.",
    )


def _banding(bacaan: Bacaan, kalimat: Kalimat, paling: re.Match[str]) -> Temuan | None:
    sebelum, isi, ktx = kalimat.isi[: paling.start()], kalimat.isi, bacaan.konteks
    tahun = {int(t) for t in _TAHUN.findall(isi)}
    if _BUKAN.search(sebelum[-40:]):
        return None
    antartahun = _ANTARTAHUN.search(isi)
    x = _sesudah(kalimat, paling.end())
    kode = _dibicarakan(kalimat, paling, x)
    indikator = [k for k in kode if k in ktx.renstra.indikator_per_kode]
    if antartahun is not None:
        himpunan = (
            menurut_tahun(ktx, indikator[0], int(antartahun[1]) if antartahun[1] else None)
            if len(indikator) == 1
            else None
        )
        return _satu_himpunan(bacaan, kalimat, paling, x, himpunan, str(ktx.tahun))
    besaran = _besaran(isi, paling)
    akhir = ktx.renstra.periode.renstra_akhir if besaran == "kemajuan_renstra" else None
    if tahun - {ktx.tahun, akhir}:
        return None
    if _TRIWULAN.search(isi):
        tw = _PADA_TRIWULAN.match(isi, paling.end())
        himpunan = None
        if tw and len(indikator) == 1 and "capai" in isi.lower():
            himpunan = menurut_triwulan(ktx, indikator[0])
        return _satu_himpunan(bacaan, kalimat, paling, x, himpunan, str(baca_triwulan(tw[1])) if tw else "")
    if not besaran and x is not None and x.satuan == "Rp":
        besaran = _besaran_uang(bacaan, kode, x)
    return _antarbaris(bacaan, kalimat, paling, x, kode, besaran) if besaran else None


def _besaran_uang(bacaan: Bacaan, kode: Sequence[str], x: AngkaTulis) -> str:
    """Of which kind the amount is that stands beside the row's name; '' where it is none of the row's."""
    for besaran in ("pagu", "realisasi_anggaran"):
        if any(bacaan.konteks.hitung(besaran, k).angka == x.nilai for k in kode):
            return besaran
    return ""


def _besaran(isi: str, paling: re.Match[str]) -> str:
    """The figure that the superlative is about: named right before it, else soon after."""
    lalu = list(_BESARAN.finditer(isi[: paling.start()][-45:]))
    cocok = lalu[-1] if lalu else _BESARAN.search(isi[paling.end() : paling.end() + 60])
    return cocok.lastgroup or "" if cocok else ""


def _dibicarakan(kalimat: Kalimat, paling: re.Match[str], x: AngkaTulis | None) -> tuple[str, ...]:
    """Who is said to be the largest: named before its number, or before "merupakan yang tertinggi"."""
    batas = x.akhir + 60 if x else paling.end() + _JAUH
    nanti = [s for s in kalimat.daftar_sebut if paling.end() <= s.awal <= batas]
    lawan = _LAWAN.search(kalimat.isi, paling.end())
    if nanti and (lawan is None or nanti[0].awal < lawan.start()):
        return nanti[0].subjek
    lalu = [s for s in kalimat.daftar_sebut if s.akhir <= paling.start()]
    antara = kalimat.isi[lalu[-1].akhir : paling.start()] if lalu else ""
    return (
        lalu[-1].subjek
        if lalu and len(antara) < 60 and (_MENYEBUT.search(antara) or _ANTARTAHUN.search(kalimat.isi))
        else ()
    )


def _satu_himpunan(
    bacaan: Bacaan, kalimat: Kalimat, paling: re.Match[str], x: AngkaTulis | None, himpunan: Himpunan | None, kunci: str
) -> Temuan | None:
    """The quarter or year named, against the others of the same indicator."""
    if himpunan is None or kunci not in himpunan.nilai:
        return None
    benar, ujung = himpunan.ujung(bool(paling["besar"]))
    if himpunan.nilai[kunci] == ujung:
        return None
    masa = {k: nama_triwulan(int(k)) if himpunan.sebutan == "antartriwulan" else f"tahun {k}" for k in (kunci, benar)}
    return _temuan(
        kalimat,
        paling,
        x,
        f"Menurut naskah yang {paling[0].lower()} adalah {masa[kunci]} ({tulis_tepat(himpunan.nilai[kunci])}), "
        f"padahal {masa[benar]} bernilai {tulis_tepat(ujung)}.",
        seharusnya=ujung,
        cara=f"Dibandingkan {himpunan.sebutan}.",
    )


def _antarbaris(
    bacaan: Bacaan, kalimat: Kalimat, paling: re.Match[str], x: AngkaTulis | None, kode: tuple[str, ...], besaran: str
) -> Temuan | None:
    daftar = himpunan_banding(bacaan.konteks, besaran)
    if not _SASARAN.search(kalimat.teks.isi) and kalimat.teks.bagian.count(".") < _DALAM:
        daftar = tuple(h for h in daftar if not _SATU_SASARAN.search(h.sebutan))
    besar = bool(paling["besar"])
    if kode:
        milik = [(h, k) for h in daftar for k in kode if k in h.nilai]
    elif x is not None and (x.satuan == "%" or x.satuan == "Rp") and x.desimal >= 0:
        milik = [(h, k) for h in daftar for k, n in h.nilai.items() if n == x.nilai]
    else:
        return None
    if not milik or any(h.nilai[k] == h.ujung(besar)[1] for h, k in milik):
        return None
    himpunan, dia = milik[0]
    benar, ujung = himpunan.ujung(besar)
    kata = besaran.replace("_", " ")
    return _temuan(
        kalimat,
        paling,
        x,
        f"Naskah menyebut {kata} {dia} ({tulis_tepat(himpunan.nilai[dia])}) {paling[0].lower()}, "
        f"padahal {himpunan.sebutan} "
        f"yang {paling[0].lower()} adalah {benar} ({tulis_tepat(ujung)}).",
        seharusnya=ujung,
        cara=f"Semua {kata} {himpunan.sebutan} dibandingkan.",
    )


def _tabel(bacaan: Bacaan, kalimat: Kalimat, paling: re.Match[str]) -> Temuan | None:
    """A number that stands in a table of the section, but is no column's largest there."""
    x = _sesudah(kalimat, paling.end())
    if x is None or x.nilai < 2 or _BUKAN.search(kalimat.isi[: paling.start()][-40:]):
        return None
    milik, letak = [], ""
    for tabel in bacaan.buku.laporan.daftar_tabel_per_bagian.get(kalimat.teks.bagian, ()):
        baris = [b for b in dibaca(tabel).baris if not baris_jumlah(b)]
        for kepala, *kolom in zip(tabel.kepala, *baris, strict=False):
            angka = [s for s in kolom if isinstance(s, Decimal)]
            if x.nilai in angka and len(angka) > 1 and not _PENOMOR.fullmatch(kepala.strip()):
                if not any(_dinamai(kalimat, b) for b, s in zip(baris, kolom, strict=True) if s == x.nilai):
                    continue
                milik.append(max(angka) if paling["besar"] else min(angka))
                letak = letak or tabel.judul or tabel.nama
    if not milik or x.nilai in milik:
        return None
    return _temuan(
        kalimat,
        paling,
        x,
        f"Naskah menyebut {x.teks} {paling[0].lower()}, padahal dalam tabel “{letak}” ada {tulis_tepat(milik[0])}.",
        seharusnya=milik[0],
        cara="Dibandingkan dengan baris lain pada kolom yang sama.",
    )


def _dinamai(kalimat: Kalimat, baris: Sequence[SelBebas]) -> bool:
    """Whether the sentence names the row: with a word of its label."""
    nama = label(baris).casefold()
    return any(kata in kalimat.rendah for kata in re.findall(r"[a-z]{4,}", nama)) or bool(
        nama and re.search(rf"(?<!\w){re.escape(nama)}(?!\w)", kalimat.rendah)
    )


def _temuan(kalimat: Kalimat, paling: re.Match[str], x: AngkaTulis | None, pesan: str, **lain: object) -> Temuan:
    akhir = x.akhir if x is not None and x.awal - paling.end() < 60 else paling.end()
    return temuan_teks(
        "NAR-02",
        Tingkat.GALAT,
        Tempat(kalimat.teks, kalimat.isi[paling.start() : akhir]),
        pesan,
        butir=kalimat.isi[:60] + paling[0],
        nilai=x.nilai if x else paling[0].lower(),
        saran="Sebut baris yang memang tertinggi atau terendah, atau perbaiki angkanya.",
        **lain,
    )


DAFTAR = (Aturan("NAR-02", Tingkat.GALAT, "Tertinggi/terendah keliru", periksa_teks=terbesar_keliru),)
