"""Each node as HTML, shared by the page on the screen and the printed one. What differs stands in `Media`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Protocol

import pyphen

from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.huruf import lebar_teks, lipat
from lkjip.laporan.isi import (
    AWALAN_ULANG,
    TEMA_BAKU,
    Angka,
    Cap,
    Daftar,
    DaftarOtomatis,
    Entri,
    Gambar,
    GayaParagraf,
    Grafik,
    HurufTema,
    JenisBab,
    JenisDaftar,
    JenisDaftarOtomatis,
    Kertas,
    Paragraf,
    Penomoran,
    Pihak,
    Rujuk,
    Sampul,
    Sebaris,
    TandaTangan,
    Teks,
    Tema,
)
from lkjip.laporan.render.angka import keterangan, nilai_mesin, tulis
from lkjip.laporan.render.cap import gambar_qr
from lkjip.laporan.render.markah import atribut, jangkar, teks, unsur

TITIK_TITIK = "………………………………"
_LEBAR_JABATAN = 18_500  # room for the jabatan of one of two parties, in thousandths of the letter size
_TITIK_PENDEK = "……………"
_TINGKAT_DAFTAR_ISI = 2
_KATA_PANJANG = re.compile(r"[^\W\d_]{12,}")
TANPA_ENTRI = {
    JenisDaftarOtomatis.ISI: "Laporan ini tidak memuat bab.",
    JenisDaftarOtomatis.TABEL: "Laporan ini tidak memuat tabel bernomor.",
    JenisDaftarOtomatis.GAMBAR: "Laporan ini tidak memuat gambar.",
}


class Media(Protocol):
    """What a medium decides for itself."""

    @property
    def cetak(self) -> bool: ...

    def gambar(self, simpul: Grafik | Gambar) -> str:
        """The picture as safe markup."""


@dataclass(frozen=True)
class Konteks:
    """All that the nodes share: labels and titles by key, the medium, and the keys of the front part (Roman pages)."""

    penomoran: Penomoran
    judul_per_kunci: dict[str, str]
    media: Media
    kunci_depan: frozenset[str]
    jenis_per_bab: dict[str, JenisBab]
    kertas: Kertas = Kertas.A4
    tema: Tema = TEMA_BAKU
    cap: Cap | None = None  # only where the medium prints it

    @property
    def huruf(self) -> HurufTema:
        """The letters that texts are measured in."""
        return self.tema.huruf


class RujukanTakDikenal(ValueError):
    """A cross reference to a key that no node bears."""


@cache
def _pemenggal() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="id_ID", left=4, right=4)


@cache
def _penggal_kata(kata: str) -> str:
    return str(_pemenggal().inserted(kata, "\u00ad"))


def penggal(isi: str, ruang: int, huruf: HurufTema = HurufTema.LIBERATION_SANS) -> str:
    """A place to break after "/", and soft hyphens in words too wide for a cell with room `ruang`. Not in other words:
    WeasyPrint breaks a line at a soft hyphen even where the hyphen itself no longer fits, and then leaves it out.
    """

    def ganti(cocok: re.Match[str]) -> str:
        kata = cocok[0]
        return _penggal_kata(kata) if lebar_teks(kata, tebal=True, huruf=huruf) > ruang else kata

    return _KATA_PANJANG.sub(ganti, isi).replace("/", "/\u200b")


def tulis_sebaris(isi: Iterable[Sebaris], konteks: Konteks, *, ruang: int | None = None) -> str:
    """Inline content; in printed cells, whose room is given, long words carry soft hyphens."""
    return "".join(_sebaris(potong, konteks, ruang) for potong in isi).strip()


def _sebaris(potong: Sebaris, konteks: Konteks, ruang: int | None) -> str:
    if isinstance(potong, Teks):
        hasil = teks(potong.isi if ruang is None else penggal(potong.isi, ruang, konteks.huruf)).replace("\n", "<br>")
        hasil = unsur("em", hasil) if potong.miring else hasil
        return unsur("strong", hasil) if potong.tebal else hasil
    if isinstance(potong, Angka):
        return tulis_angka_bertanda(potong, konteks)
    return _rujuk(potong, konteks)


def tulis_angka_bertanda(angka: Angka, konteks: Konteks) -> str:
    """The figure; on the screen with its identity and trace, so that anybody can recompute it."""
    isi = unsur("strong", teks(tulis(angka))) if angka.tebal else teks(tulis(angka))
    if konteks.media.cetak:
        return isi
    identitas = angka.identitas
    return unsur(
        "span",
        isi,
        class_="angka" if angka.hasil.ada else "angka tanpa-nilai",
        title=keterangan(angka) or None,
        data_besaran=identitas.besaran,
        data_subjek=identitas.subjek,
        data_tahun="" if identitas.tahun is None else identitas.tahun,
        data_triwulan="" if identitas.triwulan is None else identitas.triwulan,
        data_versi=identitas.versi,
        data_nilai=nilai_mesin(angka),
        data_keadaan=angka.hasil.keadaan.value,
    )


def _rujuk(rujuk: Rujuk, konteks: Konteks) -> str:
    return f'<a class="rujuk" href="#{jangkar(rujuk.kunci)}">{teks(sebutan(rujuk, konteks))}</a>'


def sebutan(rujuk: Rujuk, konteks: Konteks) -> str:
    """What a cross reference prints: "Tabel 3.4", "Bab III", "Bagian A" or, without a number, the title."""
    if rujuk.kunci not in konteks.judul_per_kunci:
        raise RujukanTakDikenal(f"rujukan ke '{rujuk.kunci}' tidak menunjuk tabel, gambar, atau bagian mana pun")
    label = konteks.penomoran.label_per_kunci.get(rujuk.kunci, "").rstrip(".)")
    if label.startswith("BAB "):
        label = f"Bab {label[4:]}"
    elif label and " " not in label:
        label = f"Bagian {label}"
    return label or konteks.judul_per_kunci[rujuk.kunci]


def tulis_paragraf(paragraf: Paragraf, konteks: Konteks, *, terikat: bool = False) -> str:
    """A paragraph; `terikat`: on one page with what follows."""
    peran = "note" if paragraf.gaya is GayaParagraf.KEKURANGAN else None
    return unsur(
        "p",
        tulis_sebaris(paragraf.isi, konteks),
        class_=f"{paragraf.gaya.value} terikat" if terikat else paragraf.gaya.value,
        role=peran,
    )


def tulis_daftar(daftar: Daftar, konteks: Konteks) -> str:
    anak = dict(enumerate(daftar.anak))
    butir = [
        unsur(
            "li", tulis_sebaris(isi, konteks) + (tulis_daftar(di_bawah, konteks) if (di_bawah := anak.get(n)) else "")
        )
        for n, isi in enumerate(daftar.butir)
    ]
    if daftar.jenis is JenisDaftar.POIN:
        return unsur("ul", butir, class_="poin")
    return unsur("ol", butir, class_=daftar.jenis.value, type="a" if daftar.jenis is JenisDaftar.HURUF else None)


def tulis_gambar(simpul: Grafik | Gambar, konteks: Konteks) -> str:
    """A picture or chart, its caption below it; a picture without a title has none."""
    keterangan_gambar = unsur("figcaption", judul_bernomor(simpul.kunci, simpul.judul, konteks)) if simpul.judul else ""
    kelas = "gambar grafik" if isinstance(simpul, Grafik) else "gambar" if simpul.judul else "gambar tanpa-judul"
    bingkai = unsur("div", konteks.media.gambar(simpul), class_="bingkai")
    if isinstance(simpul, Grafik) and not konteks.media.cetak:
        petunjuk = unsur("p", "Geser grafik ke samping untuk melihat seluruhnya.", class_="petunjuk-geser")
        bingkai = petunjuk + unsur(
            "div", konteks.media.gambar(simpul), class_="bingkai", tabindex=0, role="region", aria_label=simpul.judul
        )
    isi = (bingkai, keterangan_gambar, tulis_sumber(simpul.sumber))
    return unsur("figure", isi, class_=kelas, id=jangkar(simpul.kunci) if simpul.judul else None)


def gaya_gambar(gambar: Gambar) -> str | None:
    """The width that was asked for; within the height of the page it is drawn in its own proportions."""
    return None if gambar.lebar_mm is None else f"width:{gambar.lebar_mm}mm;object-fit:contain"


def gambar_logo(sampul: Sampul) -> Gambar | None:
    """The logo of a cover, as large as its room there: 36 mm high, 70 mm wide at most."""
    if not sampul.logo:
        return None
    lebar, tinggi = (int.from_bytes(sampul.logo[awal : awal + 4], "big") for awal in (16, 20))  # IHDR of a PNG
    lebar_mm = max(min(36 * lebar // max(tinggi, 1), 70), 1)
    return Gambar("", "", sampul.logo, "image/png", f"Logo {sampul.instansi}", lebar_mm=lebar_mm)


def judul_bernomor(kunci: str, judul: str, konteks: Konteks) -> str:
    """`Tabel 3.4` and the title on the next line."""
    label = konteks.penomoran.label_per_kunci[kunci]
    return f"{unsur('span', teks(label), class_='label')} {unsur('span', teks(judul), class_='judul')}"


def tulis_sumber(sumber: str) -> str:
    return unsur("p", f"Sumber: {teks(sumber)}", class_="sumber") if sumber else ""


def tulis_tanda_tangan(blok: TandaTangan, konteks: Konteks) -> str:
    """Place and date stand over the last party; a party without a name gets a dotted line."""
    tempat = tempat_tanggal(blok, bertitik=konteks.cap is None)
    terakhir = len(blok.pihak) - 1
    larik = max((_larik_jabatan(satu, konteks.huruf) for satu in blok.pihak), default=1)
    # A party without a word above it leaves that line empty, so that the boxes of two stand on one height.
    kosong = "\u00a0" if any(satu.sebutan for satu in blok.pihak) else ""
    sejajar = [replace(satu, sebutan=satu.sebutan or kosong) for satu in blok.pihak]
    pihak = [_pihak(satu, tempat if ke == terakhir else "", larik, konteks) for ke, satu in enumerate(sejajar)]
    return unsur("div", pihak, class_=f"tanda-tangan pihak-{len(blok.pihak)}")


def tempat_tanggal(blok: TandaTangan, *, bertitik: bool = True) -> str:
    """ "Samarinda, 28 Februari 2025", with dots for what is unknown, but none in a file that nobody can write into."""
    bagian = (blok.tempat, tulis_tanggal(blok.tanggal) if blok.tanggal else "") if blok.bertempat else ()
    return ", ".join(satu or _TITIK_PENDEK for satu in bagian if satu or bertitik)


def _larik_jabatan(pihak: Pihak, huruf: HurufTema) -> int:
    return len(lipat(pihak.jabatan, _LEBAR_JABATAN, baris_maks=9, huruf=huruf))


def _pihak(pihak: Pihak, tempat: str, larik: int, konteks: Konteks) -> str:
    """`larik`: lines kept free for the jabatan, so that names of two parties stand on one height."""
    tinggi = f"min-height:{larik * 135 // 100}.{larik * 135 % 100:02d}em" if larik > 1 else None
    baris = [
        unsur("p", teks(tempat) or "&nbsp;", class_="tempat"),
        unsur("p", teks(pihak.sebutan), class_="sebutan") if pihak.sebutan else "",
        unsur("p", teks(f"{pihak.jabatan}," if pihak.jabatan else TITIK_TITIK), class_="jabatan", style=tinggi),
        _ruang(pihak, konteks),
        unsur("p", teks(pihak.nama or TITIK_TITIK), class_="nama" if pihak.nama else "nama belum-ada"),
        unsur("p", teks(pihak.pangkat), class_="pangkat") if pihak.pangkat else "",
        "" if pihak.tanpa_nip else unsur("p", teks(f"NIP {pihak.nip or TITIK_TITIK}"), class_="nip"),
    ]
    return unsur("div", baris, class_="pihak")


def _ruang(pihak: Pihak, konteks: Konteks) -> str:
    """Room for a pen; in a final version the box of the electronic signature with the QR at its left."""
    id_ruang = jangkar(pihak.kunci) if pihak.kunci else None
    if konteks.cap is None or not pihak.kunci:
        return f'<div class="ruang"{atribut(id=id_ruang)}></div>'
    qr = konteks.media.gambar(gambar_qr(konteks.cap))
    if pihak.kunci.startswith(AWALAN_ULANG):
        lihat = unsur("a", "kotak tanda tangan elektronik", href=f"#{jangkar(pihak.kunci.removeprefix(AWALAN_ULANG))}")
        qr += unsur("p", f"Lihat {lihat} pada lembar lain dokumen ini.", class_="lihat")
    return unsur("div", qr, class_="ruang kotak-cap", id=id_ruang)


def tulis_daftar_otomatis(daftar: DaftarOtomatis, konteks: Konteks) -> str:
    """Daftar Isi, Daftar Tabel, Daftar Gambar; the PDF adds leaders and page numbers by style sheet."""
    tampil = daftar_entri(daftar, konteks)
    if not tampil:
        return unsur("p", teks(TANPA_ENTRI[daftar.jenis]), class_="catatan")
    return unsur("ul", [_entri(satu, konteks) for satu in tampil], class_=f"daftar-otomatis {daftar.jenis.value}")


def daftar_entri(daftar: DaftarOtomatis, konteks: Konteks) -> list[Entri]:
    """The lines of such a list, three levels deep."""
    entri = {
        JenisDaftarOtomatis.ISI: konteks.penomoran.daftar_isi,
        JenisDaftarOtomatis.TABEL: konteks.penomoran.daftar_tabel,
        JenisDaftarOtomatis.GAMBAR: konteks.penomoran.daftar_gambar,
    }[daftar.jenis]
    return [satu for satu in entri if satu.tingkat <= _TINGKAT_DAFTAR_ISI]


def _entri(entri: Entri, konteks: Konteks) -> str:
    label = unsur("span", teks(entri.label), class_="label") + " " if entri.label else ""
    halaman = "depan" if entri.kunci in konteks.kunci_depan else "isi"
    tautan = unsur("a", f"{label}{teks(entri.judul)}", href=f"#{jangkar(entri.kunci)}", class_=halaman)
    jenis = konteks.jenis_per_bab.get(entri.kunci)
    kelas = (f"tingkat-{entri.tingkat}", "" if entri.label else "tanpa-label", f"jenis-{jenis.value}" if jenis else "")
    return unsur("li", tautan, class_=" ".join(satu for satu in kelas if satu))
