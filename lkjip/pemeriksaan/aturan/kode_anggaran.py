"""ANG-19 … ANG-24: codes and names of the national nomenclature. A kode of the agency's own making is left alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher

from anggaran.data import Anggaran
from anggaran.data import Tingkat as TingkatAnggaran
from anggaran.data_nomenklatur import (
    PROGRAM_PENUNJANG,
    induk_kode,
    memakai_nomenklatur,
    nama_baku,
    sesuai_pola,
    tingkat_kode,
)
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama, peringatan
from lkjip.pemeriksaan.aturan.dasar import baku as sebutan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import JenisPemda

_MIRIP = re.compile(r"\d\.\d{2}\.[\d.]+")
_MIRIP_LONGGAR = re.compile(r"[\dOoIl]{1,6}(?:[.,\-/ ]+[\dOoIl]{0,6}){1,8}")  # as people mistype one
_MAKS_SEBUTAN = 5
_PALING_SEDIKIT = 5  # children of a numbering of one's own, before an exception to it is a fault
_BERAWALAN = 90  # percent of them that go on where their parent's code ends
_MIRIP_KATA = 85  # percent of two words that are the same, for one to be the other mistyped
_TERBUANG = frozenset(
    (
        "dan", "pada", "di", "ke", "untuk", "dari", "serta", "program", "kegiatan", "daerah", "perangkat", "urusan",
        "pemerintahan", "pemerintah", "provinsi", "kabupaten", "kota", "skpd", "opd",
    )
)  # fmt: skip
_PEMERINTAHAN = {JenisPemda.PROVINSI: "1", JenisPemda.KABUPATEN: "2", JenisPemda.KOTA: "2"}


def kode_tidak_sah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-19: in a budget written in the nomenclature, or below a code of it, one that looks like it and is none."""
    daftar = buku.data.anggaran.daftar_anggaran
    semua = memakai_nomenklatur(daftar)
    for a in daftar:
        mirip = _MIRIP_LONGGAR.fullmatch(a.kode) if semua else tingkat_kode(a.induk) and _MIRIP.fullmatch(a.kode)
        if mirip and not sesuai_pola(a.kode):
            yield _temuan(
                "ANG-19", a, f"Kode {nama(a.kode, a.uraian)} tidak berbentuk kode nomenklatur.", "U.BB.PP.L.KK.SSSS"
            )


def anak_bukan_awalan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-20: the code of a child goes on where its parent's ends; the level is that of the number of segments."""
    sendiri, dikenal = _penomoran_sendiri(buku), buku.data.anggaran.anggaran_per_kode
    for a in buku.data.anggaran.daftar_anggaran:
        baku = sesuai_pola(a.kode) and not (a.induk and tingkat_kode(a.induk) is None)
        if a.induk and (baku or sendiri) and not a.kode.startswith(f"{a.induk}."):
            yield _temuan("ANG-20", a, f"{nama(a.kode, a.uraian)} berinduk {a.induk}, yang bukan awalan kodenya.", "")
        elif a.induk and baku and induk_kode(a.kode) in dikenal and induk_kode(a.kode) != a.induk:
            pesan = f"{nama(a.kode, a.uraian)} berinduk {a.induk}, padahal kodenya di bawah {induk_kode(a.kode)}."
            yield _temuan("ANG-20", a, pesan, induk_kode(a.kode))
        tingkat = tingkat_kode(a.kode)
        if baku and a.tingkat is not None and tingkat is not None and a.tingkat is not tingkat:
            pesan = f"{nama(a.kode, a.uraian)} diisi sebagai {a.tingkat.value}, kodenya kode {tingkat.value}."
            yield _temuan("ANG-20", a, pesan, tingkat.value, butir="tingkat", nilai=a.tingkat.value)


def _penomoran_sendiri(buku: BukuKerja) -> bool:
    """Whether the budget has a numbering of its own (1, 1.01, 1.01.01) that nearly all of its rows keep to."""
    anak = [a for a in buku.data.anggaran.daftar_anggaran if a.induk]
    if len(anak) < _PALING_SEDIKIT or memakai_nomenklatur(buku.data.anggaran.daftar_anggaran):
        return False
    return sum(a.kode.startswith(f"{a.induk}.") for a in anak) * 100 >= _BERAWALAN * len(anak)


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


def panjang_campur(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-22, once: the codes of the length that fewer have."""
    per_panjang: dict[int, list[str]] = {2: [], 4: []}
    for a in buku.data.anggaran.daftar_anggaran:
        if tingkat_kode(a.kode) is TingkatAnggaran.SUBKEGIATAN:
            per_panjang[len(a.kode.rpartition(".")[2])].append(a.kode)
    sedikit, banyak = sorted(per_panjang.items(), key=lambda p: len(p[1]))
    if not sedikit[1]:
        return
    lain = f" dan {len(sedikit[1]) - _MAKS_SEBUTAN} lainnya" if len(sedikit[1]) > _MAKS_SEBUTAN else ""
    yield peringatan(
        "ANG-22",
        f"Kode subkegiatan tahun {buku.data.tahun} bercampur: {len(banyak[1])} berakhiran {banyak[0]} angka, tetapi "
        f"{len(sedikit[1])} berakhiran {sedikit[0]} angka, yaitu {', '.join(sedikit[1][:_MAKS_SEBUTAN])}{lain}.",
        letak="lembar anggaran, kolom kode",
        subjek=sedikit[1][0],
        nilai=str(sedikit[0]),
        seharusnya=str(banyak[0]),
        cara="banyaknya angka pada ruas keenam",
        saran="Tulis semua kode subkegiatan menurut satu nomenklatur; sejak tahun 2024 ruas keenamnya empat angka.",
        halaman="anggaran_rencana",
    )


def nama_tidak_baku(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-23, for codes whose name we know; words that tell nothing (dan, daerah, SKPD …) do not count."""
    daftar = buku.data.anggaran.daftar_anggaran
    for a in daftar if memakai_nomenklatur(daftar) else ():
        baku = nama_baku(a.kode) or _nama_penunjang(a, buku.data.renstra.instansi.jenis_pemda)
        if baku and a.uraian.strip() and not _nama_sama(a.uraian, baku):
            yield peringatan(
                "ANG-23",
                f"Kode {a.kode} bernama “{baku}” menurut nomenklatur, tetapi tertulis “{' '.join(a.uraian.split())}”.",
                letak="lembar anggaran, kolom uraian",
                subjek=a.kode,
                nilai=a.uraian,
                seharusnya=baku,
                cara="daftar nomenklatur untuk kode itu",
                saran="Perbaiki namanya, atau kodenya bila barisnya memang yang lain.",
                halaman="anggaran_rencana",
            )


def _nama_penunjang(a: Anggaran, jenis: JenisPemda | None) -> str:
    """Programme 01 of every bidang, where the row does not call itself so, or as of the other level of government."""
    if tingkat_kode(a.kode) is not TingkatAnggaran.PROGRAM or not a.kode.endswith(f".{PROGRAM_PENUNJANG}"):
        return ""
    milik, lain = ("Kabupaten/Kota", "provinsi") if jenis is not JenisPemda.PROVINSI else ("Provinsi", "kabupaten")
    bernama = "penunjang" in a.uraian.casefold()
    tertukar = jenis is not None and lain in a.uraian.casefold()
    if bernama and not tertukar:
        return ""
    return "Program Penunjang Urusan Pemerintahan Daerah" + (f" {milik}" if tertukar else "")


def _nama_sama(tertulis: str, baku: str) -> bool:
    """The same words that tell something, whatever their order; a letter more or less is no other word."""
    satu, dua = ({k for k in sebutan(n).split() if k not in _TERBUANG} for n in (tertulis, baku))
    lain = [(k, dua) for k in satu - dua] + [(k, satu) for k in dua - satu]
    if not lain:
        return _sejenis_pemda(tertulis, baku)
    return all(any(SequenceMatcher(None, k, m).ratio() * 100 >= _MIRIP_KATA for m in kata) for k, kata in lain)


def _sejenis_pemda(tertulis: str, baku: str) -> bool:
    """Whether two names are not of different levels of government, by the word at their end."""
    satu, dua = (n.casefold().rstrip(" .") for n in (tertulis, baku))
    akhiran = ("provinsi", "kabupaten/kota")
    return not any(satu.endswith(a) and dua.endswith(b) for a in akhiran for b in akhiran if a != b)


def nama_ganda(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-24, below one parent and of one unit; among top rows, of one bidang: those of two rightly share a name."""
    per_nama: dict[tuple[str, str, str], list[Anggaran]] = defaultdict(list)
    for a in buku.data.anggaran.daftar_anggaran:
        bidang = a.kode.rpartition(".")[0] if tingkat_kode(a.kode) is TingkatAnggaran.PROGRAM else ""
        if (a.induk or bidang) and a.uraian.strip():
            per_nama[a.induk or bidang, a.unit, sebutan(a.uraian)].append(a)
    for (induk, _, _), kembar in per_nama.items():
        if len(kembar) > 1:
            yield peringatan(
                "ANG-24",
                f"“{' '.join(kembar[0].uraian.split())}” tercatat {len(kembar)} kali di bawah {induk}: "
                f"{', '.join(a.kode for a in kembar)}.",
                letak="lembar anggaran, kolom uraian",
                subjek=kembar[-1].kode,
                nilai=kembar[-1].uraian,
                cara=f"nama yang sama pada {', '.join(a.kode for a in kembar)}",
                saran="Beri nama yang benar pada baris yang keliru, atau gabungkan bila barisnya memang satu.",
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
    Aturan("ANG-22", Tingkat.PERINGATAN, "Panjang kode sub kegiatan campur", panjang_campur),
    Aturan("ANG-23", Tingkat.PERINGATAN, "Nama tidak sesuai nomenklatur", nama_tidak_baku),
    Aturan("ANG-24", Tingkat.PERINGATAN, "Nama ganda di bawah satu induk", nama_ganda),
)
