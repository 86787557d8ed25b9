"""The walk over the tree: chapters, sections, blocks, and which of them stand on landscape pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Blok,
    Daftar,
    DaftarOtomatis,
    Dokumen,
    Gambar,
    Grafik,
    JenisBab,
    Paragraf,
    PemisahHalaman,
    Sampul,
    Tabel,
    TandaTangan,
    nomori,
)
from lkjip.laporan.render.cap import kaki_sampul
from lkjip.laporan.render.markah import jangkar, teks, unsur
from lkjip.laporan.render.simpul import (
    Konteks,
    Media,
    gambar_logo,
    tulis_daftar,
    tulis_daftar_otomatis,
    tulis_gambar,
    tulis_paragraf,
    tulis_tanda_tangan,
)
from lkjip.laporan.render.tabel import tulis_tabel

Isi = tuple[Blok | Bagian, ...]
_MENURUT_TABEL = (Paragraf, Daftar, TandaTangan, PemisahHalaman)  # stand on whatever page the tables are


def konteks_dokumen(dokumen: Dokumen, media: Media) -> Konteks:
    """Labels by `isi.nomori`, titles by key, and the keys of the front part."""
    depan, _ = belah(dokumen)
    return Konteks(
        penomoran=nomori(dokumen),
        judul_per_kunci={kunci: judul for bab in dokumen.bab for kunci, judul in _judul_bab(bab)},
        media=media,
        kunci_depan=frozenset(kunci for bab in depan for kunci, _ in _judul_bab(bab)),
        jenis_per_bab={bab.kunci: bab.jenis for bab in dokumen.bab},
        kertas=dokumen.kertas,
        tema=dokumen.tema,
        cap=dokumen.cap if media.cetak else None,
    )


def belah(dokumen: Dokumen) -> tuple[tuple[Bab, ...], tuple[Bab, ...]]:
    """The front part (Roman pages) and all from the first real chapter on (Arabic pages from 1)."""
    banyak = next((ke for ke, bab in enumerate(dokumen.bab) if bab.jenis is not JenisBab.DEPAN), len(dokumen.bab))
    return dokumen.bab[:banyak], dokumen.bab[banyak:]


def _judul_bab(bab: Bab) -> Iterator[tuple[str, str]]:
    yield bab.kunci, bab.judul
    yield from _judul_isi(bab.isi)


def _judul_isi(isi: Isi) -> Iterator[tuple[str, str]]:
    for simpul in isi:
        if isinstance(simpul, Bagian):
            yield simpul.kunci, simpul.judul
            yield from _judul_isi(simpul.isi)
        elif isinstance(simpul, (Grafik, Gambar, Tabel)) and simpul.judul:
            yield simpul.kunci, simpul.judul


def tulis_sampul(sampul: Sampul | None, konteks: Konteks) -> str:
    """The cover: logo, title, year, agency. Nothing where the document has none."""
    if sampul is None:
        return ""
    atas = unsur("h1", teks(sampul.judul), class_="judul") + unsur("p", teks(sampul.anak_judul), class_="anak-judul")
    bawah = (
        unsur("p", teks(sampul.pemda), class_="pemda"),
        unsur("p", teks(sampul.instansi), class_="instansi"),
        unsur("p", teks(sampul.tempat_tahun), class_="tempat-tahun") if sampul.tempat_tahun else "",
    )
    logo = gambar_logo(sampul)
    lambang = unsur("div", konteks.media.gambar(logo), class_="logo") if logo else ""
    bidang = lambang + unsur("div", atas, class_="atas") + unsur("div", bawah, class_="bawah")
    kaki = kaki_sampul(konteks.cap) if konteks.cap else ""
    return unsur("header", unsur("div", bidang, class_="bidang") + kaki, class_="sampul")


def tulis_bab(bab: Bab, konteks: Konteks) -> str:
    """A chapter; a short report's chapters (A, B, C) follow each other, the others begin a new page."""
    label = konteks.penomoran.label_per_kunci[bab.kunci]
    mendatar = serba_mendatar(bab.isi)
    kelas = f"bab {bab.jenis.value}" + (" mendatar" if mendatar else "")
    if bab.jenis is JenisBab.POLOS:
        isi = tulis_isi(bab.isi, konteks, 0, mendatar=mendatar)
        return unsur("section", isi, class_=kelas, id=jangkar(bab.kunci), aria_label=bab.judul or None)
    nomor = unsur("span", teks(label), class_="nomor") + " " if label else ""
    judul = unsur(
        "h2", nomor + unsur("span", teks(bab.judul), class_="teks-judul"), data_penanda=f"{label} {bab.judul}".strip()
    )
    return unsur(
        "section", judul + tulis_isi(bab.isi, konteks, 0, mendatar=mendatar), class_=kelas, id=jangkar(bab.kunci)
    )


def tulis_isi(isi: Isi, konteks: Konteks, tingkat: int, *, mendatar: bool) -> str:
    """Blocks and sections in order; wide tables among upright text get landscape pages of their own."""
    return "".join(
        tulis_bagian(simpul, konteks, tingkat, mendatar=mendatar)
        if isinstance(simpul, Bagian)
        else tulis_paragraf(simpul, konteks, terikat=True)
        if isinstance(simpul, Paragraf) and konteks.media.cetak and mengantar(simpul, berikut)
        else tulis_blok(simpul, konteks, mendatar=mendatar)
        for simpul, berikut in zip(isi, (*isi[1:], None), strict=True)
    )


def mengantar(simpul: Blok | Bagian, berikut: Blok | Bagian | None) -> bool:
    """A paragraph that announces the list below it: no page ends between them."""
    return isinstance(simpul, Paragraf) and isinstance(berikut, Daftar)


def tulis_bagian(bagian: Bagian, konteks: Konteks, tingkat: int, *, mendatar: bool = False) -> str:
    """A section with its numbered heading; it turns landscape as a whole where everything in it is wide."""
    label = konteks.penomoran.label_per_kunci[bagian.kunci]
    putar = not mendatar and (bagian.mendatar or serba_mendatar(bagian.isi))
    nomor = unsur("span", teks(label), class_="nomor") + " " if label else ""
    judul = unsur(
        f"h{min(tingkat + 3, 6)}",
        nomor + unsur("span", teks(bagian.judul), class_="teks-judul"),
        class_=f"tingkat-{min(tingkat, 4)}" + ("" if label else " tanpa-nomor"),
        data_penanda=f"{label} {bagian.judul}".strip(),
    )
    isi = judul + tulis_isi(bagian.isi, konteks, tingkat + 1, mendatar=mendatar or putar)
    return unsur("section", isi, class_="bagian mendatar" if putar else "bagian", id=jangkar(bagian.kunci))


def tulis_blok(blok: Blok, konteks: Konteks, *, mendatar: bool = False) -> str:
    """Any block; `mendatar` says that it already stands on a landscape page."""
    match blok:
        case Paragraf():
            return tulis_paragraf(blok, konteks)
        case Daftar():
            return tulis_daftar(blok, konteks)
        case Tabel():
            isi = tulis_tabel(blok, konteks, mendatar=mendatar)
            return unsur("div", isi, class_="mendatar") if blok.mendatar and not mendatar else isi
        case Grafik() | Gambar():
            return tulis_gambar(blok, konteks)
        case TandaTangan():
            return tulis_tanda_tangan(blok, konteks)
        case DaftarOtomatis():
            return tulis_daftar_otomatis(blok, konteks)
        case PemisahHalaman():
            return '<div class="pemisah-halaman"></div>'


def serba_mendatar(isi: Isi) -> bool:
    """True where everything below a heading is wide tables with some text and signatures, so it can stand with them."""
    lebar = [blok for blok in isi if not isinstance(blok, _MENURUT_TABEL) and not _lambang(blok)]
    return bool(lebar) and all(
        (isinstance(blok, Tabel) and blok.mendatar)
        or (isinstance(blok, Bagian) and (blok.mendatar or serba_mendatar(blok.isi)))
        for blok in lebar
    )


def _lambang(simpul: Blok | Bagian) -> bool:
    """The emblem at the head of a sheet: small, and at home on a page of either direction."""
    return isinstance(simpul, Gambar) and not simpul.judul


def tulis_semua_bab(daftar: Iterable[Bab], konteks: Konteks) -> str:
    return "".join(tulis_bab(bab, konteks) for bab in daftar)
