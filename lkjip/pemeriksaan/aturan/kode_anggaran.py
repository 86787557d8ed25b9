"""ANG-19 … ANG-21: codes of the national nomenclature. A kode of the agency's own making is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anggaran.data import Anggaran
from anggaran.data_nomenklatur import sesuai_pola, tingkat_kode
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import JenisPemda

_MIRIP = re.compile(r"\d\.\d{2}\.[\d.]+")
_MAKS_SEBUTAN = 5
_PEMERINTAHAN = {JenisPemda.PROVINSI: "1", JenisPemda.KABUPATEN: "2", JenisPemda.KOTA: "2"}


def kode_tidak_sah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-19: below a code of the nomenclature, one that looks like it and is none."""
    for a in buku.data.anggaran.daftar_anggaran:
        di_nomenklatur = tingkat_kode(a.induk) is not None
        if di_nomenklatur and a.kode.isascii() and _MIRIP.fullmatch(a.kode) and not sesuai_pola(a.kode):
            yield _temuan(
                "ANG-19", a, f"Kode {nama(a.kode, a.uraian)} tidak berbentuk kode nomenklatur.", "U.BB.PP.L.KK.SSSS"
            )


def anak_bukan_awalan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-20: the code of a child goes on where its parent's ends; the level is that of the number of segments."""
    for a in buku.data.anggaran.daftar_anggaran:
        if not sesuai_pola(a.kode) or (a.induk and tingkat_kode(a.induk) is None):
            continue  # a numbering of its own (1, 1.01, 1.01.01) can look like it by chance
        if a.induk and not a.kode.startswith(f"{a.induk}."):
            yield _temuan("ANG-20", a, f"{nama(a.kode, a.uraian)} berinduk {a.induk}, yang bukan awalan kodenya.", "")
        tingkat = tingkat_kode(a.kode)
        if a.tingkat is not None and tingkat is not None and a.tingkat is not tingkat:
            pesan = f"{nama(a.kode, a.uraian)} diisi sebagai {a.tingkat.value}, kodenya kode {tingkat.value}."
            yield _temuan("ANG-20", a, pesan, tingkat.value, butir="tingkat", nilai=a.tingkat.value)


def tingkat_pemerintahan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-21, once for all rows: what is wrong is either the codes or the kind of pemda."""
    jenis = buku.data.renstra.instansi.jenis_pemda
    if jenis is None:
        return
    kode = [a.kode for a in buku.data.anggaran.daftar_anggaran if sesuai_pola(a.kode) and a.kode.count(".") >= 3]
    salah = [k for k in kode if k.split(".")[3] != _PEMERINTAHAN[jenis]]
    if not salah:
        return
    lain = f" dan {len(salah) - _MAKS_SEBUTAN} lainnya" if len(salah) > _MAKS_SEBUTAN else ""
    yield galat(
        "ANG-21",
        f"Ruas keempat kode anggaran {jenis.value} seharusnya {_PEMERINTAHAN[jenis]}; "
        f"tidak demikian pada {', '.join(salah[:_MAKS_SEBUTAN])}{lain}.",
        letak="lembar anggaran, kolom kode",
        nilai=salah[0].split(".")[3],
        seharusnya=_PEMERINTAHAN[jenis],
        saran="Perbaiki kodenya, atau jenis pemda pada identitas.",
        halaman="anggaran_rencana",
    )


def _temuan(aturan: str, a: Anggaran, pesan: str, seharusnya: str, *, butir: str = "", nilai: str = "") -> Temuan:
    return galat(
        aturan, pesan, letak=f"lembar anggaran, kolom {butir or 'kode'}", subjek=a.kode, butir=butir,
        nilai=nilai or a.kode, seharusnya=seharusnya,
        saran="Perbaiki menurut Kepmendagri tentang nomenklatur yang berlaku tahun ini.", halaman="anggaran_rencana",
    )  # fmt: skip


DAFTAR = (
    Aturan("ANG-19", Tingkat.GALAT, "Kode tidak sah", kode_tidak_sah),
    Aturan("ANG-20", Tingkat.GALAT, "Kode anak bukan awalan induk", anak_bukan_awalan),
    Aturan("ANG-21", Tingkat.GALAT, "Kode tingkat pemerintahan salah", tingkat_pemerintahan),
)
