"""A table: fixed column widths, heading rows that repeat, the row (1) (2) (3), totals and group rows, spans, tints."""

from __future__ import annotations

from decimal import Decimal

from lkjip.laporan.huruf import lebar_teks
from lkjip.laporan.isi import Baris, GayaBaris, Kolom, Rata, Sel, Tabel, Teks
from lkjip.laporan.render.kolom import Susunan, posisi, susun, tulisan_nomor
from lkjip.laporan.render.markah import atribut, jangkar, teks, unsur
from lkjip.laporan.render.rentang import BarisBertempat, SelBertempat, tempatkan
from lkjip.laporan.render.simpul import Konteks, judul_bernomor, tulis_paragraf, tulis_sebaris, tulis_sumber

_BATAS_TINT = (Decimal("0.2"), Decimal("0.4"), Decimal("0.6"), Decimal("0.8"))
TEKS_PANJANG = 900  # letters; a row with a longer text may be divided between pages
_BARIS_RINGKAS = 7
_TINGGI_RINGKAS = 21  # half lines of text in all rows together, one for the space around each row included
_HALAMAN = {False: 85, True: 45}  # half lines of small letters on a page, upright and on its side, less one group
_LEBAR_PONSEL = 250_000  # thousandths of a point; a wider table scrolls inside its box on a phone


def tulis_tabel(tabel: Tabel, konteks: Konteks, *, mendatar: bool = False) -> str:
    """The whole table with its caption above and source and notes below."""
    susunan = susun(tabel, mendatar=mendatar or tabel.mendatar, kertas=konteks.kertas, huruf=konteks.huruf)
    bagian = [
        unsur("figcaption", judul_bernomor(tabel.kunci, tabel.judul, konteks)) if tabel.judul else "",
        _kotak_gulir(tabel, konteks, susunan),
        tulis_sumber(tabel.sumber),
        *(tulis_paragraf(catatan, konteks) for catatan in tabel.catatan),
    ]
    kelas = ("tabel", "" if tabel.judul else "tanpa-judul", "ringkas" if ringkas(tabel, susunan) else "")
    return unsur(
        "figure",
        bagian,
        class_=" ".join(satu for satu in kelas if satu),
        id=jangkar(tabel.kunci) if tabel.kunci else None,
    )


def ringkas(tabel: Tabel, susunan: Susunan) -> bool:
    """A table so short that it stands on one page rather than leave a row or two behind. A taller one is divided: moved
    whole to the next page it would leave a large part of this one empty.
    """
    return len(tabel.baris) <= _BARIS_RINGKAS and sum(tinggi_baris(tabel, susunan)) <= _TINGGI_RINGKAS


def tinggi_baris(tabel: Tabel, susunan: Susunan) -> list[int]:
    """About how many half lines each row takes."""
    tempat = posisi(tabel.baris, len(tabel.kolom))
    return [_tinggi(baris, kolom, susunan) for baris, kolom in zip(tabel.baris, tempat, strict=True)]


def _tinggi(baris: Baris, tempat: list[int], susunan: Susunan) -> int:
    """About how many half lines the row takes: those of its fullest cell, and the space around it."""
    return 1 + 2 * max(
        (
            _larik(sel, susunan.ruang(kolom, sel.rentang_kolom), susunan)
            for kolom, sel in zip(tempat, baris.sel, strict=True)
        ),
        default=1,
    )


def _larik(sel: Sel, ruang: int, susunan: Susunan) -> int:
    """Lines of a cell; a cell that spans rows shares them."""
    lebar = sum(
        lebar_teks(satu.isi, tebal=satu.tebal, huruf=susunan.huruf) for satu in sel.isi if isinstance(satu, Teks)
    )
    return -(-(-(-lebar * 11 // (max(ruang, 1) * 10)) or 1) // sel.rentang_baris)


def _kotak_gulir(tabel: Tabel, konteks: Konteks, susunan: Susunan) -> str:
    """On the screen a table scrolls inside its own box, reachable by keyboard; on paper it stands as it is."""
    garis = "" if tabel.kepala else "polos"
    ukuran = f"font-size:{susunan.ukuran // 10}.{susunan.ukuran % 10}pt"
    if konteks.media.cetak:
        return unsur("table", _isi_tabel(tabel, konteks, susunan), class_=garis or None, style=ukuran)
    # 13 px letters (and wider padding) on the screen against the printed size: never narrower than its words need.
    lebar_px = susunan.terkecil * 14 * 10 // (susunan.ukuran * 1000)
    gaya = f"min-width:{lebar_px}px" if tabel.kepala else None
    isi = unsur("table", _isi_tabel(tabel, konteks, susunan), class_=garis or None, style=gaya)
    kelas = "gulir lebar" if tabel.kepala and susunan.terkecil > _LEBAR_PONSEL else "gulir"
    # Only a table with a title is a landmark: several landmarks of one name help nobody to find their way.
    peran, nama = ("region", f"Tabel: {tabel.judul}") if tabel.judul else ("group", "Tabel")
    petunjuk = unsur("p", "Geser tabel ke samping untuk melihat seluruh kolom.", class_="petunjuk-geser")
    kotak = unsur("div", isi, class_=kelas, tabindex=0, role=peran, aria_label=nama)
    return (petunjuk if "lebar" in kelas else "") + kotak


def _isi_tabel(tabel: Tabel, konteks: Konteks, susunan: Susunan) -> str:
    kolom = "".join(f'<col style="width:{lebar // 100}.{lebar % 100:02d}%">' for lebar in susunan.lebar)
    banyak = len(tabel.kolom)
    kepala = [
        _baris(baris, tabel.kolom, konteks, susunan, "th") for baris in tempatkan(tabel.kepala, banyak, potong=False)
    ]
    if tabel.kepala and tabel.nomor_kolom:
        nomor = [unsur("th", teks(satu)) for satu in tulisan_nomor(tabel.kolom)]
        kepala.append(unsur("tr", nomor, class_="nomor-kolom"))
    potong = konteks.media.cetak
    tinggi = tinggi_baris(tabel, susunan) if potong else ()
    badan = tempatkan(tabel.baris, banyak, potong=potong, tinggi=tinggi, halaman=_HALAMAN[susunan.mendatar])
    isi = unsur("tbody", [_baris(baris, tabel.kolom, konteks, susunan, "td") for baris in badan])
    return unsur("colgroup", kolom) + (unsur("thead", kepala) if kepala else "") + isi


def _baris(bertempat: BarisBertempat, kolom: tuple[Kolom, ...], konteks: Konteks, susunan: Susunan, nama: str) -> str:
    baris = bertempat.baris
    rata = [_rata(satu, kolom, baris, nama) for satu in bertempat.sel]
    nama = "th" if judul_kolom_baru(baris) else nama
    sel = [
        _sel(satu, letak, konteks, susunan, nama, _ganjal(satu, kolom, baris, susunan, nama))
        for satu, letak in zip(bertempat.sel, rata, strict=True)
    ]
    kelas = (
        "" if baris.gaya is GayaBaris.BIASA else baris.gaya.value,
        "bersambung" if bertempat.bersambung else "",
        "panjang" if konteks.media.cetak and panjang_teks(baris) > TEKS_PANJANG else "",
    )
    return unsur("tr", sel, class_=" ".join(satu for satu in kelas if satu) or None)


def judul_kolom_baru(baris: Baris) -> bool:
    """Whether a row in the middle of a table names the columns below it anew, as in a SWOT matrix: bold cells beside
    each other, each over columns of its own. A reading program must hear them as headings.
    """
    return (
        baris.gaya is GayaBaris.KELOMPOK
        and len(baris.sel) > 1
        and all(satu.tebal and satu.rentang_kolom > 1 for satu in baris.sel)
    )


def panjang_teks(baris: Baris) -> int:
    """Letters of the longest cell."""
    return max((sum(len(satu.isi) for satu in sel.isi if isinstance(satu, Teks)) for sel in baris.sel), default=0)


def _rata(bertempat: SelBertempat, kolom: tuple[Kolom, ...], baris: Baris, nama: str) -> Rata:
    return rata_sel(bertempat.sel, kolom[min(bertempat.kolom, len(kolom) - 1)], baris, kepala=nama == "th")


def rata_sel(sel: Sel, kolom: Kolom, baris: Baris, *, kepala: bool) -> Rata:
    """As the cell says; else headings and the words of a totals row stand centred, group headings left."""
    if sel.rata:
        return sel.rata
    if kepala or (baris.gaya is GayaBaris.JUMLAH and sel.rentang_kolom > 1):
        return Rata.TENGAH
    return Rata.KIRI if baris.gaya is GayaBaris.KELOMPOK and sel.rentang_kolom > 1 else kolom.rata


def tingkat_kategori(kategori: Decimal) -> int:
    """Which of the five tints, 0 for the worst."""
    return sum(kategori >= batas for batas in _BATAS_TINT)


def _ganjal(bertempat: SelBertempat, kolom: tuple[Kolom, ...], baris: Baris, susunan: Susunan, nama: str) -> str:
    """Empty room behind a figure, so that the commas of its column stand under each other."""
    if nama == "th" or bertempat.kolom >= len(kolom):
        return ""
    seribu = susunan.ganjal(bertempat.sel, bertempat.kolom, kolom[bertempat.kolom], baris)
    return f'<span class="ganjal" style="padding-left:{seribu // 1000}.{seribu % 1000:03d}em"></span>' if seribu else ""


def _sel(bertempat: SelBertempat, rata: Rata, konteks: Konteks, susunan: Susunan, nama: str, ganjal: str) -> str:
    sel = bertempat.sel
    ruang = susunan.ruang(bertempat.kolom, sel.rentang_kolom) if konteks.media.cetak else None
    isi = tulis_sebaris(sel.isi, konteks, ruang=ruang) + ganjal
    kelas = [
        "" if rata is Rata.KIRI else rata.value,
        "tebal" if sel.tebal else "",
        "terbuka" if bertempat.terbuka else "",
        "lanjutan" if bertempat.lanjutan else "",
        "" if sel.kategori is None else f"kategori-{tingkat_kategori(sel.kategori)}",
        f"inden-{min(sel.inden, 5)}" if sel.inden else "",
    ]
    tanda = atribut(
        class_=" ".join(satu for satu in kelas if satu) or None,
        colspan=sel.rentang_kolom if sel.rentang_kolom > 1 else None,
        rowspan=sel.rentang_baris if sel.rentang_baris > 1 else None,
        scope=("colgroup" if sel.rentang_kolom > 1 else "col") if nama == "th" else None,
    )
    return f"<{nama}{tanda}>{isi}</{nama}>"
