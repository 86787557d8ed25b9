"""The structure tree of a tagged PDF as WeasyPrint leaves it, read into nodes and written back after being tidied.

This happens on WeasyPrint's own objects just before they are written: plain dictionaries, so a long report costs tenths
of a second. What no node holds any more (running feet, repeated headings, dot leaders) becomes an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lkjip.laporan.render.pdf_tag_rapi import rapikan
from lkjip.laporan.render.pdf_tag_unsur import Anotasi, Unsur

_ARTEFAK = "/Artifact"
_NOMOR_DAFTAR = {"decimal": "Decimal", "lower-alpha": "LowerAlpha", "disc": "Disc"}


@dataclass
class PohonTag:
    """The objects of one PDF: pages by their reference, and the tree from the element Document down."""

    pdf: Any
    akar: Any = field(init=False)
    dokumen: Unsur = field(init=False)
    halaman: dict[bytes, int] = field(init=False)

    def __post_init__(self) -> None:
        self.halaman = {acuan: ke for ke, acuan in enumerate(self.pdf.page_references)}
        self.akar = self.objek(self.pdf.catalog["StructTreeRoot"])
        self.dokumen = self._baca(self.akar["K"][0])

    def objek(self, acuan: bytes) -> Any:
        """The object that a reference `12 0 R` stands for."""
        return self.pdf.objects[int(acuan.split()[0])]

    def _baca(self, acuan: bytes) -> Unsur:
        kamus = self.objek(acuan)
        unsur = Unsur(kamus["S"].removeprefix("/"), kamus, self.halaman.get(kamus.get("Pg", b""), -1))
        for anak in kamus["K"]:
            unsur.anak.append(anak if isinstance(anak, int) else self._baca_anak(anak))
        return unsur

    def _baca_anak(self, acuan: bytes) -> Unsur | Anotasi:
        kamus = self.objek(acuan)
        if kamus["Type"] == "/OBJR":
            return Anotasi(kamus, self.objek(kamus["Obj"]))
        return self._baca(acuan)


def rapikan_tag(dokumen: Any, pdf: Any, nama_tautan: Mapping[str, str]) -> None:
    """Make the tree say what the report says; `nama_tautan` tells in words where a link leads, by its anchor."""
    pohon = PohonTag(pdf)
    _kenali(dokumen, pohon, "L", frozenset({"ol", "ul"}))
    _kenali(dokumen, pohon, "Table", frozenset({"table"}))
    rapikan(pohon.dokumen)
    _tulis(pohon)
    _lengkapi(pohon, nama_tautan)


def _kenali(dokumen: Any, pohon: PohonTag, jenis: str, tag: frozenset[str]) -> None:
    """Tell the elements of a kind from which tag of the page they come. Both stand in one order; where WeasyPrint made
    another number of them than there are boxes, they stay unknown, and what rests on it is left out.
    """
    per_halaman: dict[int, list[Unsur]] = {}
    for unsur in sorted(pohon.dokumen.semua(jenis), key=lambda satu: satu.kamus.number):
        per_halaman.setdefault(unsur.halaman, []).append(unsur)
    for ke, daftar in per_halaman.items():
        kotak = [
            satu
            for satu in dokumen.pages[ke]._page_box.descendants()
            if satu.element_tag in tag and (jenis != "Table" or satu.is_table_wrapper)
        ]
        if len(kotak) == len(daftar):
            for unsur, satu in zip(daftar, kotak, strict=True):
                unsur.asal = satu.element
                unsur.nomor = _NOMOR_DAFTAR.get(satu.style["list_style_type"], "None")


def _tulis(pohon: PohonTag) -> None:
    """Children and parents back into the objects, then the tree that leads from the pages to them."""
    import pydyf  # type: ignore[import-untyped]

    pemilik: list[dict[int, bytes]] = [{} for _ in pohon.halaman]
    anotasi: list[bytes | int] = []
    for induk, unsur in _pasangan(pohon.dokumen):
        _tulis_unsur(unsur, induk)
        for anak in unsur.anak:
            if isinstance(anak, int):
                pemilik[unsur.halaman][anak] = unsur.kamus.reference
            elif isinstance(anak, Anotasi):
                kunci = len(pemilik) + len(anotasi) // 2
                anak.anotasi["StructParent"] = kunci
                anotasi.extend((kunci, unsur.kamus.reference))
    isi: list[Any] = []
    for ke, milik in enumerate(pemilik):
        banyak = _jadikan_artefak(pohon, ke, milik)
        isi.extend((ke, pydyf.Array(milik.get(nomor, b"null") for nomor in range(banyak))))
    pohon.objek(pohon.akar["ParentTree"])["Nums"] = pydyf.Array([*isi, *anotasi])
    pohon.akar["ParentTreeNextKey"] = len(pemilik) + len(anotasi) // 2


def _pasangan(akar: Unsur) -> Iterator[tuple[Unsur | None, Unsur]]:
    """Every element with its parent, in reading order."""
    tumpukan: list[tuple[Unsur | None, Unsur]] = [(None, akar)]
    while tumpukan:
        induk, unsur = tumpukan.pop()
        yield induk, unsur
        tumpukan.extend((unsur, anak) for anak in reversed(unsur.anak) if isinstance(anak, Unsur))


def _tulis_unsur(unsur: Unsur, induk: Unsur | None) -> None:
    import pydyf

    kamus = unsur.kamus
    kamus["S"] = f"/{unsur.jenis}"
    if induk is not None:
        kamus["P"] = induk.kamus.reference
    kamus["K"] = pydyf.Array(anak if isinstance(anak, int) else anak.kamus.reference for anak in unsur.anak)
    kamus.pop("ID", None)
    kamus.pop("A", None)
    if unsur.sifat:
        kamus["A"] = pydyf.Dictionary(unsur.sifat)


def _jadikan_artefak(pohon: PohonTag, ke: int, milik: Mapping[int, bytes]) -> int:
    """Content of the page that belongs to no element any more; the answer is how many numbers the page uses."""
    import pydyf

    halaman = pohon.objek(pohon.pdf.page_references[ke])
    aliran = pohon.objek(halaman["Contents"]).stream
    banyak = 0
    for letak, perintah in enumerate(aliran):
        if perintah != b"BDC":
            continue
        nomor = aliran[letak - 1]["MCID"]
        banyak = max(banyak, nomor + 1)
        if nomor not in milik:
            aliran[letak - 2] = _ARTEFAK
            aliran[letak - 1] = pydyf.Dictionary({"Type": "/Pagination"})
    return banyak


def _lengkapi(pohon: PohonTag, nama_tautan: Mapping[str, str]) -> None:
    """Links in words and without those that were only dots; pictures with their place in points from the foot."""
    import pydyf

    for acuan in pohon.pdf.page_references:
        halaman = pohon.objek(acuan)
        if "Annots" in halaman:
            tautan = [(satu, pohon.objek(satu)) for satu in halaman["Annots"]]
            halaman["Annots"] = pydyf.Array(satu for satu, anotasi in tautan if "StructParent" in anotasi)
            for _, anotasi in tautan:
                tujuan = getattr(anotasi.get("Dest"), "string", "")
                if tujuan in nama_tautan:
                    anotasi["Contents"] = pydyf.String(nama_tautan[tujuan])
    for unsur in pohon.dokumen.semua("Figure"):
        halaman = pohon.objek(pohon.pdf.page_references[unsur.halaman])
        kiri, atas, kanan, bawah = (float(sisi) * 0.75 for sisi in unsur.sifat["BBox"])
        tinggi = halaman["MediaBox"][3]
        kotak = pydyf.Array((kiri, tinggi - bawah, kanan, tinggi - atas))
        unsur.kamus["A"] = pydyf.Dictionary({"O": "/Layout", "BBox": kotak, "Placement": "/Block"})
