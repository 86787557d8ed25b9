"""HIT-25, ANG-28: totals of free tables are the sums of what stands above and beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, sedekat_cetak
from lkjip.pemeriksaan.bacaan_tabel import angka_sel, baris_jumlah, jumlah_antara, label, peran_kolom
from lkjip.pemeriksaan.data import Temuan, Tingkat

_BUKAN_JUMLAH = re.compile(
    r"%|persen|rata|capaian|serapan|indeks|skor|^no\b|^nomor|^kode|^tahun$|^tahun (?:perolehan|pembuatan|anggaran)"
    r"|^nilai$|nilai (?:ikm|skm|sakip|rata|unsur|kinerja|survei)|predikat|bobot|target|luas|harga satuan|umur|usia$"
)
_KOLOM_JUMLAH = re.compile(r"(?:jumlah|total|jml)(?: (?:total|pegawai|asn|pns|orang|seluruhnya|keseluruhan))?|l ?\+ ?p")
_BAGIAN_UANG = re.compile(r"sasaran|indikator|program|kegiatan|belanja|sub ?(?:jumlah|total)")
_JENIS_KELAMIN = re.compile(r"laki|perempuan|wanita|pria|^l$|^p$")
_SEBESAR_UANG = 1_000_000  # rupiah
_RUPIAH = re.compile(r"\(rp\.?\)|rupiah")
_TAK_KEBETULAN = 100  # a sum of several parts as large as this is hardly right by chance
_KOSONG = {None, "-", "–", ""}


_Salah = tuple[int, Sequence[SelBebas], list[Decimal], Decimal]  # row number, row, parts, printed total


def jumlah_tabel(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-25: the last row against its column, the column named Jumlah against its row.

    One wrong cell breaks its row and its column: then both sums are one finding.
    """
    for tabel in buku.laporan.daftar_tabel:
        baris, kolom = list(_baris(tabel)), []
        berjumlah = len(tabel.baris) > 1 and _jumlah_akhir(tabel)
        if berjumlah and not any(_antara(tabel, b) for b in tabel.baris[:-1]):
            kolom = [t for nomor in range(len(tabel.baris[-1])) for t in _kolom(tabel, nomor)]
        if len(baris) == len(kolom) == 1:
            yield _satu_sel(tabel, baris[0], kolom[0])
        else:
            yield from (*baris, *kolom)


def _jumlah_akhir(tabel: TabelBebas) -> bool:
    """Whether the last row is the total of all above, also under a longer name ("Total Pegawai"); that of a sasaran or
    a programme is one in between (ANG-28)."""
    akhir = tabel.baris[-1]
    return baris_jumlah(akhir) or (_antara(tabel, akhir) and not _BAGIAN_UANG.search(label(akhir).casefold()))


def _satu_sel(tabel: TabelBebas, baris: Temuan, kolom: Temuan) -> Temuan:
    return replace(
        baris,
        pesan=f"{baris.pesan[:-1]}; juga j{kolom.pesan[1:]}",
        letak=f"lembar {tabel.nama}, {baris.butir}, {kolom.butir}",
        cara=f"{baris.cara}; {kolom.cara}",
        saran=f"Perbaiki satu sel, yaitu pada {baris.butir} dan {kolom.butir}; jumlah baris dan kolomnya lalu cocok.",
    )


def _sel(baris: Sequence[SelBebas], nomor: int) -> SelBebas:
    return baris[nomor] if nomor < len(baris) else None


def _kepala(tabel: TabelBebas, nomor: int) -> str:
    return tabel.kepala[nomor] if nomor < len(tabel.kepala) else ""


def _deret(tabel: TabelBebas, nomor: int) -> list[Decimal | None]:
    """The column's numbers; a cell without one counts as 0, words make it no column of numbers (all None)."""
    isi = [_sel(baris, nomor) for baris in tabel.baris]
    angka = [angka_sel(satu) for satu in isi]
    kata = any(n is None and (satu.strip() if isinstance(satu, str) else satu) not in _KOSONG
               for n, satu in zip(angka, isi, strict=True))  # fmt: skip
    return [None] * len(isi) if kata else [n if n is not None else Decimal(0) for n in angka]


def _kolom(tabel: TabelBebas, nomor: int) -> Iterator[Temuan]:
    """A column whose total is neither its sum nor that of one level of a tree, nor its mean."""
    kepala = _kepala(tabel, nomor)
    *atas, tercatat = _deret(tabel, nomor)
    angka = [isi for isi in atas if isi is not None]
    tertulis = angka_sel(_sel(tabel.baris[-1], nomor))
    if tercatat is None or tertulis is None or not any(angka) or _bukan_jumlah(kepala):
        return
    seharusnya = jumlah(angka)
    if seharusnya < tercatat and _berlubang(tabel, nomor):
        return
    bertingkat = len(angka) > 2 and seharusnya == 2 * tercatat
    if seharusnya == tercatat or bertingkat or (len(angka) > 1 and sedekat_cetak(seharusnya / len(angka), tercatat)):
        return
    yield galat(
        "HIT-25",
        f"Jumlah kolom “{kepala or nomor + 1}” pada tabel “{tabel.judul or tabel.nama}” tertulis "
        f"{tulis_tepat(tercatat)}, sedangkan barisnya berjumlah {tulis_tepat(seharusnya)}.",
        letak=f"lembar {tabel.nama}, kolom {nomor + 1}",
        subjek=tabel.nama,
        butir=f"kolom {nomor + 1}",
        nilai=tercatat,
        seharusnya=seharusnya,
        cara=" + ".join(map(tulis_tepat, angka[:20])),
        saran="Perbaiki baris atau jumlahnya.",
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
    )


def _berlubang(tabel: TabelBebas, nomor: int) -> bool:
    """Whether a row of money has an empty cell here: it may be unreadable, where among people it means none."""
    isi = [
        (_sel(b, nomor), max((abs(n) for s in b if (n := angka_sel(s)) is not None), default=0)) for b in tabel.baris
    ]
    return any(satu in (None, "") and terbesar >= _SEBESAR_UANG for satu, terbesar in isi)


def _baris(tabel: TabelBebas) -> Iterator[Temuan]:
    """Rows whose Jumlah is not the sum of its parts, where most rows show that it should be."""
    kolom = [n for n, k in enumerate(tabel.kepala) if _KOLOM_JUMLAH.fullmatch(k.casefold().strip())]
    if len(kolom) != 1:
        return
    bagian = _bagian_kolom(tabel, kolom[0])
    if len(bagian) < 2:
        return
    salah: list[_Salah] = []
    benar, pasti = 0, False
    for nomor, baris in enumerate(tabel.baris, 3):
        isi = [n for k in bagian if (n := angka_sel(_sel(baris, k))) is not None]
        tercatat = angka_sel(_sel(baris, kolom[0]))
        if tercatat is None or not isi:
            continue
        if jumlah(isi) == tercatat:
            benar += 1
            pasti = pasti or (tercatat >= _TAK_KEBETULAN and sum(n > 0 for n in isi) > 1)
        else:
            salah.append((nomor, baris, isi, tercatat))
    salah = _tanpa_ikutan(salah)
    kelamin = all(_JENIS_KELAMIN.search(tabel.kepala[k].casefold()) for k in bagian)
    if not salah or not (kelamin or benar > len(salah) or (pasti and benar >= len(salah))):
        return
    for nomor, satu, isi, tercatat in salah:
        yield _salah_baris(tabel, nomor, label(satu) or str(nomor), isi, tercatat)


def _tanpa_ikutan(salah: list[_Salah]) -> list[_Salah]:
    """Without the last row where it only carries on the error of the rows above."""
    if len(salah) < 2 or not baris_jumlah(salah[-1][1]):
        return salah
    *beda, akhir = [tercatat - jumlah(isi) for _, _, isi, tercatat in salah]
    return salah[:-1] if jumlah(beda) == akhir else salah


def _bagian_kolom(tabel: TabelBebas, total: int) -> list[int]:
    """The columns of numbers right before the total; for a total in front, those behind it."""
    for urutan in (range(total - 1, -1, -1), range(total + 1, len(tabel.kepala))):
        hasil = []
        for n in urutan:
            deret = _deret(tabel, n)
            if not deret or deret[0] is None or _bukan_jumlah(_kepala(tabel, n)):
                break
            hasil.append(n)
        if len(hasil) > 1:
            return sorted(hasil)
    return []


def _salah_baris(tabel: TabelBebas, nomor: int, nama: str, isi: list[Decimal], tercatat: Decimal) -> Temuan:
    return galat(
        "HIT-25",
        f"Jumlah baris “{nama}” pada tabel “{tabel.judul or tabel.nama}” tertulis {tulis_tepat(tercatat)}, sedangkan "
        f"bagiannya {' + '.join(map(tulis_tepat, isi))} berjumlah {tulis_tepat(jumlah(isi))}.",
        letak=f"lembar {tabel.nama}, baris {nomor}",
        subjek=tabel.nama,
        butir=f"baris {nomor}",
        nilai=tercatat,
        seharusnya=jumlah(isi),
        cara=" + ".join(map(tulis_tepat, isi)),
        saran="Perbaiki bagian atau jumlah pada baris itu.",
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
    )


def subjumlah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-28: totals in between against the lines since the total before; the last one against all lines or totals."""
    for tabel in buku.laporan.daftar_tabel:
        sisipan = [b for b in tabel.baris if _antara(tabel, b) and not baris_jumlah(b)]
        if not sisipan or (len(sisipan) == 1 and sisipan[0] is tabel.baris[-1] and _jumlah_akhir(tabel)):
            continue
        for nomor, kepala in enumerate(tabel.kepala):
            if not _bukan_jumlah(kepala) and peran_kolom(kepala) != "persen":
                yield from _subjumlah_kolom(tabel, nomor)


def _antara(tabel: TabelBebas, baris: Sequence[SelBebas]) -> bool:
    """A total in between; a line that has its number in the column No is none ("Jumlah lantai gedung")."""
    bernomor = bool(tabel.kepala) and tabel.kepala[0].casefold().startswith("no") and _sel(baris, 0) not in _KOSONG
    return jumlah_antara(baris) and not bernomor


def _subjumlah_kolom(tabel: TabelBebas, nomor: int) -> Iterator[Temuan]:
    rincian: list[Decimal] = []
    semua: list[Decimal] = []
    antara: list[Decimal] = []
    for urut, (baris, n) in enumerate(zip(tabel.baris, _deret(tabel, nomor), strict=True), 3):
        if n is None:
            return
        if not _antara(tabel, baris):
            rincian.append(n)
            semua.append(n)
        elif rincian or not antara:
            if rincian and n not in (jumlah(rincian), jumlah(semua), jumlah([*antara, *rincian])):
                yield _salah_subjumlah(tabel, nomor, urut, label(baris), n, rincian)
            antara.append(n)
            rincian = []
        elif n not in (jumlah(semua), jumlah(antara)):
            yield _salah_subjumlah(tabel, nomor, urut, label(baris), n, antara)


def _salah_subjumlah(
    tabel: TabelBebas, nomor: int, urut: int, nama: str, tercatat: Decimal, atas: list[Decimal]
) -> Temuan:
    return galat(
        "ANG-28",
        f"“{nama}” pada tabel “{tabel.judul or tabel.nama}”, kolom “{_kepala(tabel, nomor)}”, tertulis "
        f"{tulis_tepat(tercatat)}, sedangkan baris di atasnya berjumlah {tulis_tepat(jumlah(atas))}.",
        letak=f"lembar {tabel.nama}, baris {urut}, kolom {nomor + 1}",
        subjek=tabel.nama,
        butir=f"baris {urut} kolom {nomor + 1}",
        nilai=tercatat,
        seharusnya=jumlah(atas),
        cara=" + ".join(map(tulis_tepat, atas[:20])),
        saran="Perbaiki subjumlahnya, atau baris yang dijumlahkannya.",
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
    )


def _bukan_jumlah(kepala: str) -> bool:
    rapi = kepala.casefold().strip()
    uang = _RUPIAH.search(rapi) is not None  # targets in money add up
    return _BUKAN_JUMLAH.search(rapi.replace("target", "") if uang else rapi) is not None


# ANG-28 is listed in `uang_tercetak`, where claims join it.
DAFTAR = (Aturan("HIT-25", Tingkat.GALAT, "Jumlah tabel tidak sama dengan baris", jumlah_tabel),)
