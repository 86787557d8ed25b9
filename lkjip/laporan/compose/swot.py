"""Bab I, the four lists of a SWOT analysis as one matrix, and the strategies that follow from them."""

from __future__ import annotations

from itertools import zip_longest

from lkjip.laporan.compose.kalimat import par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import teks_kaya, tulisan
from lkjip.laporan.compose.ruas import ada_isi
from lkjip.laporan.compose.sel import KIRI, TENGAH, baris, sel
from lkjip.laporan.isi import Bagian, Baris, Daftar, GayaBaris, Kolom, Sebaris, Sel, Simpul, Tabel

FAKTOR = (("kekuatan", "Kekuatan"), ("kelemahan", "Kelemahan"), ("peluang", "Peluang"), ("ancaman", "Ancaman"))
STRATEGI = (
    ("so", "Strategi SO", "memakai kekuatan untuk meraih peluang"),
    ("wo", "Strategi WO", "mengatasi kelemahan dengan meraih peluang"),
    ("st", "Strategi ST", "memakai kekuatan untuk menghadapi ancaman"),
    ("wt", "Strategi WT", "mengurangi kelemahan dan menghindari ancaman"),
)
_HURUF = {"kekuatan": "S", "kelemahan": "W", "peluang": "O", "ancaman": "T"}
Butir = tuple[tuple[Sebaris, ...], ...]


def bagian_swot(nama: str) -> str:
    """Where the list `nama` (kekuatan, so …) is stored in sheet `narasi`."""
    return f"bab1.swot.{nama}"


def swot(ktx: Konteks) -> list[Bagian]:
    """Only where the agency made one: an empty SWOT is no shortcoming of the report."""
    daftar_nama = ("bab1.swot", *(bagian_swot(satu[0]) for satu in (*FAKTOR, *STRATEGI)))
    letak = "bab1-swot" if any(ada_isi(ktx, nama) for nama in daftar_nama) else "bab-1"
    umum = tulisan(ktx, "bab1.swot", letak=letak, judul="Analisis lingkungan strategis")
    faktor, lain = _butir_semua(ktx, letak, [(nama, judul) for nama, judul in FAKTOR])
    strategi, lagi = _butir_semua(ktx, letak, [(nama, judul) for nama, judul, _ in STRATEGI])
    tabel = [*_matriks(ktx, faktor), *_tabel_strategi(ktx, strategi)]
    isi = [*umum, *tabel, *lain, *lagi]
    if not isi:
        return []
    pembuka = (
        "Lingkungan internal dan eksternal yang memengaruhi pencapaian sasaran dipetakan menurut kekuatan, kelemahan, "
        "peluang, dan ancaman."
    )
    return [Bagian("bab1-swot", "Analisis Lingkungan Strategis", tuple(isi if umum else [par(pembuka), *isi]))]


def _butir_semua(ktx: Konteks, letak: str, daftar: list[tuple[str, str]]) -> tuple[dict[str, Butir], list[Simpul]]:
    """The items of each list, and what else stands in its place (tables, pictures)."""
    butir: dict[str, Butir] = {}
    lain: list[Simpul] = []
    for nama, judul in daftar:
        isi = tulisan(ktx, bagian_swot(nama), letak=letak, judul=judul, daftar=True)
        butir[nama] = tuple(satu for blok in isi if isinstance(blok, Daftar) for satu in blok.butir)
        lain += [blok for blok in isi if not isinstance(blok, Daftar)]
    return butir, lain


def _matriks(ktx: Konteks, faktor: dict[str, Butir]) -> list[Tabel]:
    """Two lists beside each other, an item a row: inside above, outside below."""
    if not any(faktor.values()):
        return []
    judul = dict(FAKTOR)

    def kepala(nama: str) -> Sel:
        return sel(f"{judul[nama]} ({_HURUF[nama]})", rata=TENGAH, kolom=2, tebal=True)

    isi: list[Baris] = [*_sepasang(faktor["kekuatan"], faktor["kelemahan"])]
    isi.append(baris(kepala("peluang"), kepala("ancaman"), gaya=GayaBaris.KELOMPOK))
    isi += _sepasang(faktor["peluang"], faktor["ancaman"])
    return [
        Tabel(
            kolom=(Kolom(4, TENGAH), Kolom(46), Kolom(4, TENGAH), Kolom(46)),
            baris=tuple(isi),
            kepala=(baris(kepala("kekuatan"), kepala("kelemahan")),),
            kunci="tabel-swot",
            judul=f"Matriks SWOT {ktx.singkatan}",
            nomor_kolom=False,
        )
    ]


def _sepasang(kiri: Butir, kanan: Butir) -> list[Baris]:
    """One row per pair; a list without items says so, so that no half of the matrix is blank."""
    baris_isi = list(zip_longest(kiri, kanan)) or [(None, None)]
    return [
        baris(*_sel_butir(n, k, bool(kiri)), *_sel_butir(n, w, bool(kanan))) for n, (k, w) in enumerate(baris_isi, 1)
    ]


def _sel_butir(nomor: int, isi: tuple[Sebaris, ...] | None, ada: bool) -> tuple[Sel, Sel]:
    if isi is None:
        return sel(), sel("Belum diisi." if nomor == 1 and not ada else "")
    return sel(f"{nomor}."), Sel(isi, KIRI)


def _tabel_strategi(ktx: Konteks, strategi: dict[str, Butir]) -> list[Tabel]:
    isi: list[Baris] = []
    for nama, judul, uraian in STRATEGI:
        if strategi[nama]:
            isi.append(baris(Sel(teks_kaya(f"**{judul}**: {uraian}"), KIRI, 2), gaya=GayaBaris.KELOMPOK))
            isi += [baris(f"{n}.", Sel(satu)) for n, satu in enumerate(strategi[nama], 1)]
    if not isi:
        return []
    kepala = baris(sel("No.", rata=TENGAH, tebal=True), sel("Strategi", rata=TENGAH, tebal=True))
    judul_tabel = f"Strategi Menurut Analisis SWOT {ktx.singkatan}"
    kolom = (Kolom(5, TENGAH), Kolom(95))
    return [Tabel(kolom, tuple(isi), (kepala,), "tabel-swot-strategi", judul_tabel, nomor_kolom=False)]
