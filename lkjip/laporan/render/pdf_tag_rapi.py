"""The rules by which the structure tree is tidied (PDF/UA-1, ISO 14289-1): one table per table, links that are whole,
contents as TOC, headings without jumps, no boxes that only the layout needed.
"""

from __future__ import annotations

from lkjip.laporan.render.pdf_tag_unsur import Anotasi, Unsur

# Boxes that only hold others. A section is cut at every page, and headings say better where one begins.
_WADAH = frozenset({"NonStruct", "Div", "Sect", "Part", "Art"})
_JUDUL = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_SATU_LAPIS = _JUDUL | {"P", "Caption"}
_SEL = frozenset({"TD", "TH"})
_BERTEKS = _SATU_LAPIS | _SEL | {"LBody", "Lbl", "Span", "Link"}  # where a plain Span may dissolve into its parent

Anak = list[Unsur | Anotasi | int]


def rapikan(dokumen: Unsur) -> None:
    """All rules over the whole tree, in place."""
    _satukan_tautan(dokumen)
    _luruhkan(dokumen)
    _sambung(dokumen)
    _beri_sifat(dokumen)
    _daftar_isi(dokumen)
    _tingkat_judul(dokumen)


def _satukan_tautan(unsur: Unsur) -> None:
    """A link is one element: pieces of it (label, page number) lie in it, and the dots between them go."""
    for anak in unsur.anak_unsur:
        if anak.jenis == "Link":
            anak.anak = [*_label(anak), *_isi_tautan(anak, 0)]
        else:
            _satukan_tautan(anak)
    tautan = [anak for anak in unsur.anak if isinstance(anak, Anotasi)]
    if tautan and unsur.jenis != "Link":  # a piece of a link whose element lies on another page
        unsur.jenis, unsur.sifat = "Link", {}


def _label(tautan: Unsur) -> Anak:
    """ "BAB III" or "Tabel 3.4" in front of an entry: placed aside by the layout, it is read first."""
    return [satu for anak in tautan.anak_unsur if anak.jenis == "Span" for satu in _isi_tautan(anak, 0)]


def _isi_tautan(unsur: Unsur, lapis: int) -> Anak:
    hasil: Anak = []
    for anak in unsur.anak:
        if not isinstance(anak, Unsur):
            hasil.append(anak)
        elif anak.jenis == "Span" and lapis == 0 and any(isinstance(satu, Anotasi) for satu in anak.anak):
            continue  # the label, see above
        elif anak.jenis == "Link" and lapis == 1:
            _lepaskan(anak)
        else:
            hasil.extend(_isi_tautan(anak, lapis + (anak.jenis == "Link")))
    return hasil


def _lepaskan(unsur: Unsur) -> None:
    for anak in unsur.anak:
        if isinstance(anak, Anotasi):
            anak.lepas()
        elif isinstance(anak, Unsur):
            _lepaskan(anak)


def _luruhkan(unsur: Unsur) -> None:
    """Boxes of the layout dissolve into what holds them; bare text among blocks becomes a paragraph; empty ones go."""
    hasil: Anak = []
    for anak in unsur.anak:
        if not isinstance(anak, Unsur):
            hasil.append(anak)
            continue
        _luruhkan(anak)
        if anak.jenis in _WADAH and unsur.jenis not in _BERTEKS and not all(isinstance(a, Unsur) for a in anak.anak):
            anak.jenis = "P"
        if _larut(anak, unsur):
            hasil.extend(anak.anak)
        elif anak.anak or anak.jenis in _SEL:
            hasil.append(anak)
    unsur.anak = hasil
    if unsur.jenis in _WADAH:
        _judul_ke_tabel(unsur)


def _larut(anak: Unsur, induk: Unsur) -> bool:
    if anak.jenis in _WADAH or (anak.jenis == induk.jenis and anak.jenis in _SATU_LAPIS):
        return True
    return anak.jenis == "Span" and induk.jenis in _BERTEKS | _WADAH


def _judul_ke_tabel(bingkai: Unsur) -> None:
    """A caption at the head of the frame of a table is the first thing in the table."""
    if [anak.jenis for anak in bingkai.anak_unsur[:2]] == ["Caption", "Table"]:
        judul, tabel = bingkai.anak_unsur[:2]
        bingkai.anak.remove(judul)
        tabel.anak.insert(0, judul)


def _sambung(dokumen: Unsur) -> None:
    """The pieces of a table or a list on further pages join the first one; repeated headings are dropped."""
    pertama: dict[int, Unsur] = {}
    sisa: Anak = []
    for anak in dokumen.anak:
        if not isinstance(anak, Unsur) or anak.asal is None:
            sisa.append(anak)
        elif id(anak.asal) not in pertama:
            pertama[id(anak.asal)] = anak
            sisa.append(anak)
        elif anak.jenis == "Table":
            _badan(pertama[id(anak.asal)]).extend(satu for tbody in _tbody(anak) for satu in tbody.anak)
        else:
            pertama[id(anak.asal)].anak.extend(anak.anak)
    dokumen.anak = sisa


def _tbody(tabel: Unsur) -> list[Unsur]:
    return [satu for satu in tabel.anak_unsur if satu.jenis == "TBody"]


def _badan(tabel: Unsur) -> Anak:
    """Where further rows go: the body, or the table itself where its first page held nothing but headings."""
    return _tbody(tabel)[-1].anak if _tbody(tabel) else tabel.anak


def _beri_sifat(dokumen: Unsur) -> None:
    for jenis in _SEL:
        for sel in dokumen.semua(jenis):
            _sifat_sel(sel)
    for daftar in dokumen.semua("L"):
        daftar.sifat = {"O": "/List", "ListNumbering": f"/{daftar.nomor}"} if daftar.nomor else {}


def _sifat_sel(sel: Unsur) -> None:
    """Spans, and of a heading that it heads its columns: so every cell finds its headings, without any ID."""
    rentang = {nama: nilai for nama, nilai in sel.sifat.items() if nama in {"ColSpan", "RowSpan"}}
    if sel.jenis == "TH":
        sel.sifat = {"O": "/Table", "Scope": "/Column", **rentang}
    else:
        sel.sifat = {"O": "/Table", **rentang} if rentang else {}


def _daftar_isi(dokumen: Unsur) -> None:
    """Lists of which every item is one link: Daftar Isi, Daftar Tabel, Daftar Gambar."""
    for daftar in dokumen.semua("L"):
        badan = [satu for butir in daftar.anak_unsur for satu in butir.anak]
        if not badan or not all(
            isinstance(satu, Unsur) and satu.jenis == "LBody" and [a.jenis for a in satu.anak_unsur] == ["Link"]
            for satu in badan
        ):
            continue
        daftar.jenis, daftar.sifat = "TOC", {}
        for butir in daftar.anak_unsur:
            butir.jenis = "TOCI"
            for satu in butir.anak_unsur:
                satu.jenis = "Reference"


def _tingkat_judul(dokumen: Unsur) -> None:
    """The first heading is H1, and none is more than one level below the one before it."""
    terakhir, geser = 0, -1
    for judul in dokumen.anak_unsur:
        if judul.jenis not in _JUDUL:
            continue
        tingkat = int(judul.jenis[1])
        geser = tingkat - 1 if geser < 0 else min(geser, tingkat - 1)
        terakhir = min(tingkat - geser, terakhir + 1)
        judul.jenis = f"H{terakhir}"
