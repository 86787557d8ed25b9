"""HIT on free tables: figures that a row works out from its own cells, and the words beside them (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from kinerja.data import RumusNegatif
from kinerja.rumus.kategori import kategori
from lkjip.dasar.hitungan import SERATUS, persen
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, baku, galat, peringatan, tulis
from lkjip.pemeriksaan.bacaan_tabel import BacaTabel, angka_sel, baris_jumlah, label, peran_kolom, persen_cocok
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Arah, Indikator

_TARGET = re.compile(r"\btarget\b(?!.*(?:renstra|akhir|menengah))")
_REALISASI = re.compile(r"\brealisasi\b")
_CAPAIAN = re.compile(r"\bcapaian\b(?!.*(?:renstra|nasional|anggaran|keuangan|program))")
_PERSEN = re.compile(r"^%$|\bpersen|\(%\)")
_KATEGORI = re.compile(r"^(?:kategori|kriteria)\b")
_TREN = re.compile(r"\b(?:tren|trend|arah|naik|turun|perkembangan|keterangan)\b")
_NAIK = re.compile(r"[↑▲⬆]|\b(?:naik|meningkat|bertambah)\b")
_TURUN = re.compile(r"[↓▼⬇]|\b(?:turun|menurun|berkurang)\b")
_BUKAN_CACAH = re.compile(r"target|realisasi|capaian|kemajuan|indikator|nasional|(?:19|20)\d\d")
_SISA = re.compile(r"\b(?:sisa|selisih|belum|kekurangan)\b")
_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_RATA = re.compile(r"(?:nilai )?(?:rata[ -]rata|rerata)\b")
_BUKAN_ANGKA = re.compile(r"\s*(?:[>≥]|di ?atas|lebih dari|melebihi)\s*\d", re.IGNORECASE)

Baris = tuple[int, Sequence[SelBebas]]


def _isi(baris: Sequence[SelBebas], kolom: int) -> Decimal | None:
    return angka_sel(baris[kolom]) if kolom < len(baris) else None


def _kolom(tabel: TabelBebas, pola: re.Pattern[str]) -> int | None:
    """The one column whose heading is of that kind; None where there are none or several."""
    daftar = [n for n, kepala in enumerate(tabel.kepala) if pola.search(" ".join(kepala.casefold().split()))]
    return daftar[0] if len(daftar) == 1 else None


def _kolom_capaian(tabel: TabelBebas) -> int | None:
    kolom = _kolom(tabel, _CAPAIAN)
    ada = any("capaian" in k.casefold() for k in tabel.kepala)
    return kolom if ada else _kolom(tabel, _PERSEN)


def _temuan(aturan: str, tabel: TabelBebas, nomor: int, pesan: str, saran: str, **lain: object) -> Temuan:
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
        t, r, c = _kolom(tabel, _TARGET), _kolom(tabel, _REALISASI), _kolom_capaian(tabel)
        if t is None or r is None or c is None or len({t, r, c}) < 3:
            continue
        salah, benar = [], 0
        for nomor, baris in enumerate(tabel.baris, 3):
            target, realisasi, capaian = _isi(baris, t), _isi(baris, r), _isi(baris, c)
            if target is None or realisasi is None or capaian is None or target <= 0:
                continue
            i = _indikator(buku, baris)
            if _cocok(_mungkin(buku, i, target, realisasi), capaian):
                benar += 1
            else:
                salah.append((nomor, baris, i, target, realisasi, capaian))
        for nomor, baris, i, target, realisasi, capaian in salah if benar >= len(salah) else ():
            terbalik = i is not None and i.arah is Arah.NEGATIF and persen_cocok(persen(realisasi, target), capaian)
            if terbalik is (aturan == "HIT-05"):
                yield _salah_capaian(aturan, buku, tabel, (nomor, baris), (target, realisasi, capaian), i)


def _cocok(mungkin: Sequence[Decimal], tercetak: Decimal) -> bool:
    return any(persen_cocok(n, tercetak) or persen_cocok(n / SERATUS, tercetak) for n in mungkin)


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
    return _temuan(
        aturan, tabel, baris[0],
        f"Baris “{label(baris[1])}” pada tabel “{tabel.judul or tabel.nama}” mencetak capaian {tulis(capaian)}%, "
        f"sedangkan realisasi {tulis(realisasi)} terhadap target {tulis(target)} adalah {tulis(benar)}%"
        f"{' (makin rendah makin baik)' if i is not None and i.arah is Arah.NEGATIF else ''}.",
        "Hitung ulang capaiannya, atau perbaiki target dan realisasi pada baris itu.",
        nilai=capaian, seharusnya=benar, cara="rumus capaian atas target dan realisasi baris itu sendiri",
    )  # fmt: skip


def batas_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-03: a capaian above the cap of the report, beside others that stand at it."""
    batas = buku.data.kinerja.metode.batas_capaian
    for tabel in buku.laporan.daftar_tabel if batas is not None else ():
        t, r, c = _kolom(tabel, _TARGET), _kolom(tabel, _REALISASI), _kolom(tabel, _CAPAIAN)
        if t is None or r is None or c is None:
            continue
        for nomor, baris in enumerate(tabel.baris, 3):
            capaian = _isi(baris, c)
            if batas is not None and capaian is not None and capaian > batas:
                yield _temuan(
                    "HIT-03", tabel, nomor,
                    f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” mencetak capaian "
                    f"{tulis(capaian)}%, di atas batas capaian {tulis(batas)}% yang dipakai laporan ini.",
                    "Batasi capaian itu seperti yang lain, atau hapus batas capaian pada pengaturan.",
                    nilai=capaian, seharusnya=batas, cara="batas_capaian pada pengaturan",
                )  # fmt: skip


def kategori_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-06: the word in the column Kategori against the scale in use and the capaian of the same row."""
    metode, kinerja = buku.data.kinerja.metode, buku.data.kinerja
    skala = [s for s in kinerja.daftar_skala if s.skala == metode.skala and s.batas_bawah is not None]
    if any(s.arah is Arah.NEGATIF for s in skala):
        return
    kelas = [(s.batas_bawah, s.kategori) for s in skala if s.batas_bawah is not None]
    nama = {baku(k): k for _, k in kelas}
    for tabel in buku.laporan.daftar_tabel if kelas else ():
        c, k = _kolom(tabel, _CAPAIAN), _kolom(tabel, _KATEGORI)
        if c is None or k is None or c == k:
            continue
        for nomor, baris in enumerate(tabel.baris, 3):
            capaian, kata = _isi(baris, c), str(baris[k] or "").strip() if k < len(baris) else ""
            hasil = kategori(capaian, kelas, desimal=metode.desimal or 0).kata if capaian is not None else None
            if hasil and baku(kata) in nama and baku(kata) != baku(hasil):
                yield _temuan(
                    "HIT-06", tabel, nomor,
                    f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” memberi capaian "
                    f"{tulis(capaian or SERATUS)}% kategori {kata}, padahal menurut skala {metode.skala} {hasil}.",
                    "Ganti kategorinya menurut skala laporan, atau perbaiki capaiannya.",
                    nilai=kata, seharusnya=hasil, cara=f"skala {metode.skala}",
                )  # fmt: skip


def rata_rata_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-11: "> 100" in a row that is named Rata-rata."""
    for tabel in buku.laporan.daftar_tabel:
        for nomor, baris in enumerate(tabel.baris, 3):
            isi = next((s for s in baris if isinstance(s, str) and _BUKAN_ANGKA.match(s)), None)
            if isi is not None and _RATA.match(label(baris).casefold()):
                yield _temuan(
                    "HIT-11", tabel, nomor,
                    f"“{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” ditulis “{isi.strip()}”, bukan angka.",
                    "Tulis rata-ratanya sebagai angka hasil hitungan.", nilai=isi.strip(),
                    cara="rata-rata capaian baris di atasnya",
                )  # fmt: skip


Rumus = Callable[[Decimal, Decimal], Decimal]


def _turunan(tabel: TabelBebas, hasil: int, rumus: Rumus, cocok: Callable[[Decimal, Decimal], bool]) -> Iterator[
    tuple[Baris, Decimal, Decimal, Decimal, Decimal]
]:  # fmt: skip
    """(row, a, b, printed, computed) of rows whose cell is not what the two columns before it make, in a table where
    at least as many are."""
    salah, benar = [], 0
    for nomor, baris in enumerate(tabel.baris, 3):
        a, b, x = _isi(baris, hasil - 2), _isi(baris, hasil - 1), _isi(baris, hasil)
        if a is None or b is None or x is None or a <= 0 or b <= 0:
            continue
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
                    yield _temuan(
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
                yield _temuan(
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
        tren = _kolom(tabel, _TREN)
        per_tahun = [(set(_TAHUN.findall(k)), n) for n, k in enumerate(tabel.kepala)]
        kini, lalu = ([n for ada, n in per_tahun if ada == {str(t)}] for t in (tahun, tahun - 1))
        if tren is None or len(kini) != 1 or len(lalu) != 1:
            continue
        for nomor, baris in enumerate(tabel.baris, 3):
            kata = str(baris[tren] or "").casefold() if tren < len(baris) else ""
            naik, turun = _NAIK.search(kata), _TURUN.search(kata)
            r, r_lalu = _isi(baris, kini[0]), _isi(baris, lalu[0])
            if r is None or r_lalu is None or (naik is None) is (turun is None):
                continue
            if (r > r_lalu) if naik else (r < r_lalu):
                continue
            arah = "naik" if r > r_lalu else "turun" if r < r_lalu else "tetap"
            yield _temuan(
                "HIT-22", tabel, nomor,
                f"Baris “{label(baris)}” pada tabel “{tabel.judul or tabel.nama}” diberi tanda “{kata.strip()}”, "
                f"padahal angkanya {arah}: {tulis(r_lalu)} pada tahun {tahun - 1} dan {tulis(r)} pada tahun {tahun}.",
                "Perbaiki tanda naik atau turunnya menurut angka kedua tahun itu.",
                nilai=kata.strip(), seharusnya=arah, cara=f"{tulis(r)} − {tulis(r_lalu)} = {tulis(r - r_lalu)}",
            )  # fmt: skip
