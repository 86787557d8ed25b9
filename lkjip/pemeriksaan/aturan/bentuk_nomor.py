"""FMT-04, 05, 06, 16: numbers of tables and pictures, and what refers to them (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, baku, sebutkan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, per_wadah, sebutkan_tempat, sekali, temuan_teks
from lkjip.pemeriksaan.aturan.nomor_judul import (
    JudulBernomor,
    butir_daftar,
    judul_bernomor,
    kata_inti,
    rujukan_bernomor,
)
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_GAMBAR_KOSONG = re.compile(
    r"^[ \t]*(?:gambar|foto|grafik|diagram|bagan)[ \t]*(?:\d{1,2}[.\-]\d{1,3}"
    r"|\d{1,2})?[ \t]*[.:]?[ \t]*(?:\(?sumber(?: data)?[ \t]*:[^\n]*)?$",
    re.I | re.M,
)
_BAB_TERBANYAK, _NOMOR_TERBANYAK = 6, 90


def nomor_judul_tidak_urut(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-04, one finding a kind and chapter. A number that an earlier report's claims or a list name "
    "is not missing."""
    kelompok: dict[tuple[str, int], list[JudulBernomor]] = defaultdict(list)
    for judul in judul_bernomor(bacaan):
        if "lanjut" not in judul.judul.lower():
            kelompok[judul.jenis, judul.bab].append(judul)
    disebut = {j.kunci for j in butir_daftar(bacaan)} | _dari_klaim(bacaan)
    for (jenis, bab), daftar in kelompok.items():
        ganda, loncat = _ganda(daftar), _loncat(daftar, disebut)
        soal = [f"{j.sebutan} dipakai lebih dari sekali" for j in ganda]
        soal += [f"sesudah {a.sebutan} langsung {b.sebutan}" for a, b in loncat]
        mundur = [(a, b) for a, b in pairwise(daftar) if b.nomor < a.nomor and a.teks.bagian == b.teks.bagian != ""]
        soal += [f"{b.sebutan} berada sesudah {a.sebutan}" for a, b in mundur]
        if soal:
            yield temuan_teks(
                "FMT-04",
                Tingkat.PERINGATAN,
                [Tempat(j.teks, j.kutipan) for j in (*ganda, *(b for _, b in (*loncat, *mundur)))],
                f"Nomor {jenis} pada bab {bab} tidak urut: {'; '.join(soal[:5])}.",
                subjek="",
                butir=f"{jenis} {bab}",
                nilai=", ".join(f"{bab}.{j.nomor}" for j in daftar),
                seharusnya=", ".join(f"{bab}.{n}" for n in range(daftar[0].nomor, daftar[0].nomor + len(daftar))),
                cara="Nomor pada judul dibaca berurutan dalam satu bab.",
                saran="Beri nomor ulang, atau hapus nomor dari judul agar diberi otomatis, lalu sesuaikan rujukannya.",
            )


def _ganda(daftar: Sequence[JudulBernomor]) -> list[JudulBernomor]:
    pertama: dict[int, JudulBernomor] = {}
    return [j for j in daftar if pertama.setdefault(j.nomor, j) is not j]


def _loncat(
    daftar: Sequence[JudulBernomor], disebut: set[tuple[str, int, int]]
) -> list[tuple[JudulBernomor, JudulBernomor]]:
    urut = list({j.nomor: j for j in reversed(daftar)}.values())
    urut.sort(key=lambda j: j.nomor)
    return [
        (a, b)
        for a, b in pairwise(urut)
        if any((a.jenis, a.bab, n) not in disebut for n in range(a.nomor + 1, b.nomor))
    ]


def _dari_klaim(bacaan: Bacaan) -> set[tuple[str, int, int]]:
    """Numbers that the places of claims name."""
    semua = (Teks("klaim", k.rujukan, "") for k in bacaan.buku.daftar_klaim)
    return {j.kunci for teks in semua for j, _ in rujukan_bernomor(teks)}


def rujukan_tabel_salah(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-05. Where no caption of the chapter carries a number, the report numbers them itself and "
    "nothing is known."""
    daftar_judul = judul_bernomor(bacaan)
    per_kunci = {j.kunci: j for j in daftar_judul}
    dikenal = set(per_kunci) | {j.kunci for j in butir_daftar(bacaan)} | _dari_klaim(bacaan)
    bernomor = {(jenis, bab) for jenis, bab, _ in dikenal}
    semua: list[Tempat] = []
    for teks in (*bacaan.daftar_narasi, *bacaan.daftar_analisis):
        if "daftar" in teks.bagian:
            continue
        for rujukan, sesudah in rujukan_bernomor(teks):
            mustahil = not 0 < rujukan.bab <= _BAB_TERBANYAK or not 0 < rujukan.nomor <= _NOMOR_TERBANYAK
            if rujukan.kunci not in dikenal and (mustahil or (rujukan.jenis, rujukan.bab) in bernomor):
                semua.append(Tempat(teks, rujukan.kutipan))
            elif (lain := _tentang_lain(rujukan, sesudah, per_kunci)) is not None:
                yield from sekali([_temuan_lain(rujukan, per_kunci[rujukan.kunci], lain)])
    for daftar in per_wadah(semua):
        yield temuan_teks(
            "FMT-05",
            Tingkat.PERINGATAN,
            daftar,
            f"Naskah merujuk {sebutkan_tempat(daftar)}, tetapi tidak ada judul dengan nomor itu.",
            butir="rujukan",
            nilai=daftar[0].kutipan,
            cara="Dicocokkan dengan nomor pada judul tabel dan gambar.",
            saran="Perbaiki nomor rujukannya, atau lengkapi tabel yang dirujuk.",
        )


def _tentang_lain(
    rujukan: JudulBernomor, sesudah: str, per_kunci: dict[tuple[str, int, int], JudulBernomor]
) -> JudulBernomor | None:
    """The caption that the words after the reference describe, if they share none with the one referred to."""
    dirujuk = per_kunci.get(rujukan.kunci)
    cocok = re.match(
        r"\W{0,3}(?:tentang|mengenai|memuat|menyajikan|berisi|me(?:mper)?lihatkan|menunjukkan|menampilkan|menggambarkan"
        r"|merinci|memperlihatkan|\()\s*(?P<hal>[^.;)\n]{5,90})",
        sesudah,
        re.I,
    )
    if dirujuk is None or cocok is None or kata_inti(cocok["hal"]) & kata_inti(dirujuk.judul):
        return None
    hal = kata_inti(cocok["hal"])
    calon = [j for j in per_kunci.values() if j.jenis == rujukan.jenis and len(kata_inti(j.judul) & hal) >= 2]
    return calon[0] if calon else None


def _temuan_lain(rujukan: JudulBernomor, dirujuk: JudulBernomor, lain: JudulBernomor) -> Temuan:
    return temuan_teks(
        "FMT-05",
        Tingkat.PERINGATAN,
        Tempat(rujukan.teks, rujukan.kutipan),
        f"Naskah merujuk {rujukan.sebutan}, yang berjudul “{dirujuk.judul}”, padahal isinya "
        f"tentang {lain.sebutan} “{lain.judul}”.",
        nilai=rujukan.sebutan,
        seharusnya=lain.sebutan,
        cara="Kata sesudah rujukan dibandingkan dengan judul tabel.",
        saran=f"Ganti rujukan menjadi {lain.sebutan}.",
    )


def daftar_tabel_tidak_cocok(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-06: a typed list of tables or pictures against the captions; pages are known only when the "
    "report is printed."""
    isi = {j.kunci: j for j in judul_bernomor(bacaan)}
    bernomor = {(jenis, bab) for jenis, bab, _ in isi}
    for butir in butir_daftar(bacaan):
        badan = isi.get(butir.kunci)
        if badan is None and (butir.jenis, butir.bab) not in bernomor:
            continue
        if badan is not None and baku(badan.judul) == baku(butir.judul):
            continue
        tubuh = (
            f"di dalam naskah judulnya “{badan.judul}”" if badan else "di dalam naskah tidak ada judul dengan nomor itu"
        )
        yield temuan_teks(
            "FMT-06",
            Tingkat.PERINGATAN,
            Tempat(butir.teks, butir.kutipan),
            f"Daftar mencantumkan {butir.sebutan} “{butir.judul}”, sedangkan {tubuh}.",
            butir=butir.sebutan,
            nilai=butir.judul,
            seharusnya=badan.judul if badan else "",
            cara="Judul dalam daftar dibandingkan dengan judul dalam naskah, tanpa huruf besar dan tanda baca.",
            saran="Samakan daftar dengan naskah, atau hapus daftar ketikan: laporan menyusun daftarnya sendiri.",
        )
    yield from _tidak_terdaftar(bacaan, isi.values())


def _tidak_terdaftar(bacaan: Bacaan, isi: Iterable[JudulBernomor]) -> Iterator[Temuan]:
    """Captions that a typed list of their kind leaves out, while it names others of the chapter."""
    terdaftar = butir_daftar(bacaan)
    kunci, bab = {j.kunci for j in terdaftar}, {(j.jenis, j.bab) for j in terdaftar}
    judul = {baku(j.judul) for j in terdaftar}  # under another number: said above
    kurang = [j for j in isi if j.kunci not in kunci and (j.jenis, j.bab) in bab and baku(j.judul) not in judul]
    if kurang:
        sebutan = sebutkan([f"{j.sebutan} “{j.judul}”" for j in kurang])
        yield temuan_teks(
            "FMT-06",
            Tingkat.PERINGATAN,
            [Tempat(j.teks, j.kutipan) for j in kurang],
            f"Daftar tidak mencantumkan {sebutan}, padahal ada di dalam naskah.",
            butir="tidak terdaftar",
            nilai=", ".join(j.sebutan for j in kurang),
            cara="Setiap judul dalam naskah dicari dalam daftar.",
            saran="Tambahkan ke dalam daftar, atau hapus daftar ketikan: laporan menyusun daftarnya sendiri.",
        )


def gambar_tanpa_judul(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-16: an uploaded picture without title or source, and a caption line that holds no title."""
    for gambar in bacaan.buku.laporan.daftar_gambar:
        kurang = [nama for nama, isi in (("judul", gambar.judul), ("sumber", gambar.sumber)) if not isi.strip()]
        if kurang:
            teks = Teks(
                "gambar",
                gambar.nama,
                f"gambar {gambar.nama}",
                gambar.bagian,
                gambar.nama,
                "naskah_ruas",
                (gambar.bagian,),
            )
            yield temuan_teks(
                "FMT-16",
                Tingkat.INFO,
                Tempat(teks, ""),
                f"Gambar “{gambar.nama}” belum mempunyai {' dan '.join(kurang)}.",
                butir=gambar.nama,
                cara="Judul dan sumber gambar kosong.",
                saran="Isi judul dan sumber gambar itu.",
            )
    teks_judul = (*bacaan.daftar_narasi, *(t for t in bacaan.daftar_judul if t.letak.endswith("judul")))
    semua = [Tempat(t, c[0].strip()) for t in teks_judul for c in _GAMBAR_KOSONG.finditer(t.isi) if c[0].strip()]
    for daftar in per_wadah(semua):
        yield temuan_teks(
            "FMT-16",
            Tingkat.INFO,
            daftar,
            f"Gambar tanpa judul: {sebutkan_tempat(daftar)}.",
            butir="tanpa judul",
            cara="Baris judul gambar tidak memuat kata lain.",
            saran="Tulis apa yang diperlihatkan gambar itu, dan sumbernya.",
        )


DAFTAR = (
    Aturan("FMT-04", Tingkat.PERINGATAN, "Nomor tabel/gambar loncat atau ganda", periksa_teks=nomor_judul_tidak_urut),
    Aturan("FMT-05", Tingkat.PERINGATAN, "Rujukan tabel salah", periksa_teks=rujukan_tabel_salah),
    Aturan("FMT-06", Tingkat.PERINGATAN, "Daftar tabel tidak cocok", periksa_teks=daftar_tabel_tidak_cocok),
    Aturan("FMT-16", Tingkat.INFO, "Gambar tanpa judul atau sumber", periksa_teks=gambar_tanpa_judul),
)
