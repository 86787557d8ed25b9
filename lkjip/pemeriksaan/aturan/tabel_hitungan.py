"""HIT on free tables: figures that a row works out from its own cells, and the words beside them (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from kinerja.data import RumusNegatif
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, banyak_desimal, persen
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, baku, galat, peringatan, tulis
from lkjip.pemeriksaan.bacaan_tabel import BacaTabel, angka_sel, baris_jumlah, label, peran_kolom, persen_cocok
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Arah, Indikator

POLA_TARGET = re.compile(r"\btarget\b(?!.*(?:renstra|akhir|menengah))")
POLA_REALISASI = re.compile(r"\brealisasi\b")
POLA_CAPAIAN = re.compile(r"\bcapaian\b(?!.*(?:renstra|nasional|anggaran|keuangan|program))")
_PERSEN = re.compile(r"^(?!.*(?:serap|anggaran|keuangan|bobot|deviasi|kontribusi))(?:%$|.*\bpersen|.*\(%\))")
_TREN = re.compile(r"\b(?:tren|trend|arah|naik|turun|perkembangan|keterangan)\b")
_NAIK = re.compile(r"[↑▲⬆]|\b(?:naik|meningkat|bertambah)\b")
_TURUN = re.compile(r"[↓▼⬇]|\b(?:turun|menurun|berkurang)\b")
_BUKAN_CACAH = re.compile(r"target|realisasi|capaian|kemajuan|indikator|nasional|(?:19|20)\d\d")
_SISA = re.compile(r"\b(?:sisa|selisih|belum|kekurangan)\b")
_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

Baris = tuple[int, Sequence[SelBebas]]


def isi_angka(baris: Sequence[SelBebas], kolom: int) -> Decimal | None:
    return angka_sel(baris[kolom]) if kolom < len(baris) else None


def kolom_satu(tabel: TabelBebas, pola: re.Pattern[str]) -> int | None:
    """The one column whose heading is of that kind; None where there are none or several."""
    daftar = [n for n, kepala in enumerate(tabel.kepala) if pola.search(" ".join(kepala.casefold().split()))]
    return daftar[0] if len(daftar) == 1 else None


def _kolom_capaian(tabel: TabelBebas) -> int | None:
    kolom = kolom_satu(tabel, POLA_CAPAIAN)
    ada = any("capaian" in k.casefold() for k in tabel.kepala)
    return kolom if ada else kolom_satu(tabel, _PERSEN)


def temuan_baris(aturan: str, tabel: TabelBebas, nomor: int, pesan: str, saran: str, **lain: object) -> Temuan:
    buat = peringatan if aturan == "HIT-11" else galat
    return buat(
        aturan, pesan, letak=f"lembar {tabel.nama}, baris {nomor}", subjek=tabel.nama, butir=f"baris {nomor}",
        saran=saran, halaman="ubah_tabel_bebas", argumen=(tabel.nama,), bagian=tabel.bagian, **lain,
    )  # fmt: skip


def _indikator(buku: BukuKerja, baris: Sequence[SelBebas]) -> Indikator | None:
    """The indicator that a row names in one of its cells."""
    isi = {baku(sel) for sel in baris if isinstance(sel, str)}
    return next((i for i in buku.data.renstra.daftar_indikator if i.uraian.strip() and baku(i.uraian) in isi), None)


def capaian_tabel(aturan: str, buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-01, HIT-05: a row's capaian that no formula makes of its own target and realisasi, in a table where most are
    right; for what should fall, the formula of what should rise.
    """
    for tabel in buku.laporan.daftar_tabel:
        t, r, c = kolom_satu(tabel, POLA_TARGET), kolom_satu(tabel, POLA_REALISASI), _kolom_capaian(tabel)
        if t is None or r is None or c is None or len({t, r, c}) < 3:
            continue
        salah, benar = [], 0
        for nomor, baris in enumerate(tabel.baris, 3):
            target, realisasi, capaian = isi_angka(baris, t), isi_angka(baris, r), isi_angka(baris, c)
            if target is None or realisasi is None or capaian is None or target <= 0:
                continue
            i = _indikator(buku, baris)
            if _cocok(_mungkin(buku, i, target, realisasi), capaian) or _sehalus(buku, i, (target, realisasi, capaian)):
                benar += 1
            else:
                salah.append((nomor, baris, i, target, realisasi, capaian))
        for nomor, baris, i, target, realisasi, capaian in salah if benar >= len(salah) else ():
            terbalik = i is not None and i.arah is Arah.NEGATIF and persen_cocok(persen(realisasi, target), capaian)
            if terbalik is (aturan == "HIT-05"):
                yield _salah_capaian(aturan, buku, tabel, (nomor, baris), (target, realisasi, capaian), i)


def _cocok(mungkin: Sequence[Decimal], tercetak: Decimal) -> bool:
    return any(persen_cocok(n, tercetak) or persen_cocok(n / SERATUS, tercetak) for n in mungkin)


def _sehalus(buku: BukuKerja, i: Indikator | None, angka: tuple[Decimal, Decimal, Decimal]) -> bool:
    """Whether the printed capaian may come of a realisasi with more decimals than the table shows: by the data of the
    indicator, or, of one that is not known, of any figure that rounds to the printed one.
    """
    target, realisasi, capaian = angka
    if i is not None:
        hasil = (hitung(buku.data, "capaian", i.kode, triwulan=t) for t in (None, *DAFTAR_TRIWULAN))
        return _cocok([n for h in hasil for n in (h.angka, h.tanpa_batas) if n is not None], capaian)
    desimal = banyak_desimal(realisasi)
    setengah = Decimal("0.5").scaleb(-desimal) if desimal else Decimal(0)
    ujung = (_mungkin(buku, None, target, realisasi + beda) for beda in (-setengah, setengah))
    return desimal > 0 and any(min(a, b) <= capaian <= max(a, b) for a, b in zip(*ujung, strict=False))


def _mungkin(buku: BukuKerja, i: Indikator | None, target: Decimal, realisasi: Decimal) -> list[Decimal]:
    """What may be printed, capped or not; of an indicator that is not known, by any formula. The right one first."""
    metode = buku.data.kinerja.metode
    naik = persen(realisasi, target)
    turun = [(2 * target - realisasi) / target * SERATUS, *([persen(target, realisasi)] if realisasi > 0 else [])]
    if metode.rumus_negatif is RumusNegatif.KEBALIKAN:
        turun.reverse()
    hasil = [naik, *turun]
    if i is not None and i.arah is Arah.POSITIF:
        hasil = [naik]
    elif i is not None and i.arah is Arah.NEGATIF:
        hasil = [naik] if metode.rumus_negatif is RumusNegatif.LANGSUNG else turun[:1]
    batas = [SERATUS, *([metode.batas_capaian] if metode.batas_capaian is not None else [])]
    return [*hasil, *(b for b in batas for n in hasil if n > b), *(Decimal(0) for n in hasil if n < 0)]


def _salah_capaian(
    aturan: str, buku: BukuKerja, tabel: TabelBebas, baris: Baris, angka: tuple[Decimal, Decimal, Decimal],
    i: Indikator | None,
) -> Temuan:  # fmt: skip
    target, realisasi, capaian = angka
    benar = _mungkin(buku, i, target, realisasi)[0]
    return temuan_baris(
        aturan, tabel, baris[0],
        f"Baris “{label(baris[1])}” pada tabel “{tabel.judul or tabel.nama}” mencetak capaian {tulis(capaian)}%, "
        f"sedangkan realisasi {tulis(realisasi)} terhadap target {tulis(target)} adalah {tulis(benar)}%"
        f"{' (makin rendah makin baik)' if i is not None and i.arah is Arah.NEGATIF else ''}.",
        "Hitung ulang capaiannya, atau perbaiki target dan realisasi pada baris itu.",
        nilai=capaian, seharusnya=benar, cara="rumus capaian atas target dan realisasi baris itu sendiri",
    )  # fmt: skip


Rumus = Callable[[Decimal, Decimal], Decimal]


def _turunan(tabel: TabelBebas, hasil: int, rumus: Rumus, cocok: Callable[[Decimal, Decimal], bool]) -> Iterator[
    tuple[Baris, Decimal, Decimal, Decimal, Decimal]
]:  # fmt: skip
    """(row, a, b, printed, computed) of rows whose cell is not what the two columns before it make, in a table where
    at least as many are."""
    salah, benar = [], 0
    for nomor, baris in enumerate(tabel.baris, 3):
        a, b, x = isi_angka(baris, hasil - 2), isi_angka(baris, hasil - 1), isi_angka(baris, hasil)
        if a is None or b is None or x is None or a <= 0 or b <= 0 or banyak_desimal(a) or banyak_desimal(b):
            continue  # what is counted has no decimals; a figure in millions may have been rounded
        if cocok(rumus(a, b), x):
            benar += 1
        else:
            salah.append(((nomor, baris), a, b, x, rumus(a, b)))
    if benar and benar >= len([s for s in salah if not baris_jumlah(s[0][1])]):
        yield from salah


def _cacah(tabel: TabelBebas, pola: re.Pattern[str]) -> Iterator[int]:
    """Columns of that kind in a table that is not of money, with two columns of numbers before them."""
    if BacaTabel(tabel).baris_uang or any(_BUKAN_CACAH.search(k.casefold()) for k in tabel.kepala):
        return
    for n, kepala in enumerate(tabel.kepala):
        sebelum = [k.casefold().strip() for k in tabel.kepala[max(0, n - 2) : n]]
        nomor = any(re.match(r"no\b|nomor|kode|tahun", k) or peran_kolom(k) == "persen" for k in sebelum)
        if n >= 2 and not nomor and pola.search(" ".join(kepala.casefold().split())):
            yield n


def hasil_bagi_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-15: a percentage beside its two counts."""
    for tabel in buku.laporan.daftar_tabel:
        for n in _cacah(tabel, _PERSEN):
            for terbalik in (False, True):
                rumus: Rumus = (lambda a, b: persen(a, b)) if terbalik else (lambda a, b: persen(b, a))
                for (nomor, baris), a, b, x, benar in _turunan(tabel, n, rumus, persen_cocok):
                    atas, bawah = (a, b) if terbalik else (b, a)
                    yield temuan_baris(
                        "HIT-15", tabel, nomor,
                        f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” mencetak {tulis(x)}%, "
                        f"sedangkan {tulis(atas)} dari {tulis(bawah)} adalah {tulis(benar)}%.",
                        "Ganti persennya dengan hasil hitungan, atau perbaiki kedua bilangannya.",
                        nilai=x, seharusnya=benar, cara=f"{tulis(atas)} / {tulis(bawah)} × 100",
                    )  # fmt: skip


def sisa_cacah_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-16: a remainder beside its two counts."""
    for tabel in buku.laporan.daftar_tabel:
        for n in _cacah(tabel, _SISA):
            for (nomor, baris), a, b, x, benar in _turunan(
                tabel, n, lambda a, b: abs(a - b), lambda benar, x: benar == abs(x)
            ):
                yield temuan_baris(
                    "HIT-16", tabel, nomor,
                    f"“{tabel.kepala[n]}” baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” tertulis "
                    f"{tulis(x)}, sedangkan {tulis(a)} dikurangi {tulis(b)} adalah {tulis(a - b)}.",
                    "Hitung ulang sisanya, atau perbaiki kedua bilangannya.",
                    nilai=x, seharusnya=benar, cara=f"{tulis(a)} − {tulis(b)}",
                )  # fmt: skip


def tren_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-22: an arrow or a word in a column of trends against the figures of this year and the last in its row."""
    tahun = buku.data.tahun
    for tabel in buku.laporan.daftar_tabel:
        tren = kolom_satu(tabel, _TREN)
        per_tahun = [(set(_TAHUN.findall(k)), n) for n, k in enumerate(tabel.kepala)]
        kini, lalu = ([n for ada, n in per_tahun if ada == {str(t)}] for t in (tahun, tahun - 1))
        if tren is None or len(kini) != 1 or len(lalu) != 1:
            continue
        for nomor, baris in enumerate(tabel.baris, 3):
            kata = str(baris[tren] or "").casefold() if tren < len(baris) else ""
            naik, turun = _NAIK.search(kata), _TURUN.search(kata)
            r, r_lalu = isi_angka(baris, kini[0]), isi_angka(baris, lalu[0])
            if r is None or r_lalu is None or (naik is None) is (turun is None):
                continue
            if r == r_lalu or (r > r_lalu) is (naik is not None):
                continue  # equal as far as they are printed
            arah = "naik" if r > r_lalu else "turun"
            yield temuan_baris(
                "HIT-22", tabel, nomor,
                f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” diberi tanda “{kata.strip()}”, "
                f"padahal angkanya {arah}: {tulis(r_lalu)} pada tahun {tahun - 1} dan {tulis(r)} pada tahun {tahun}.",
                "Perbaiki tanda naik atau turunnya menurut angka kedua tahun itu.",
                nilai=kata.strip(), seharusnya=arah, cara=f"{tulis(r)} − {tulis(r_lalu)} = {tulis(r - r_lalu)}",
            )  # fmt: skip
