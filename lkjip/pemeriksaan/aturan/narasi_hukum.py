"""NAR-07: a regulation that is cited although it was repealed by the day of the report (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lkjip.dasar.periode import tulis_tanggal
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.data_peraturan import PERATURAN_DICABUT, Kunci
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, daftar_rumusan, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat

_PAN = r"(?:negara )?(?:pendayagunaan aparatur negara|pan)(?:[ /-]*(?:dan |& )?(?:reformasi birokrasi|rb))?"
_RI = r"(?:[ ,]*(?:republik indonesia|r\.?i\.?)(?=[ ,]))?"
_TAHUN = r"[ ,]*(?:/|tahun|thn?\.?)[ ]*(?P<tahun>\d{4})"
_SEBUTAN = re.compile(
    rf"\b(?P<jenis>undang[ -]*undang|uu|peraturan pemerintah|pp|peraturan presiden|perpres|keputusan presiden|keppres"
    rf"|instruksi presiden|inpres|peraturan menteri {_PAN}|permen[ ]*pan(?:[ -]*(?:dan )?rb)?|keputusan "
    rf"menteri {_PAN}"
    rf"|kepmen[ ]*pan(?:[ -]*rb)?|peraturan menteri dalam negeri|permendagri|keputusan menteri dalam "
    rf"negeri|kepmendagri)"
    rf"{_RI}[ ,:]*(?:nomor|no\.?)?[ ]*:?[ ]*(?:per"
    rf"|kep)?[/. -]*(?P<nomor>\d{{1,3}})(?:/m\.?pan(?:-?rb)?(?:/\d{{1,2}})?)?{_TAHUN}",
    re.IGNORECASE,
)
_KEP_PAN = re.compile(
    r"\b(?P<jenis>kep|per)[ ./-]*(?P<nomor>\d{1,3})[ /.-]*m\.?[ ]?pan(?:[ /.-]+\d{1,2})?[ /.-]+(?P<tahun>\d{4})", re.I
)
_AWALAN = (
    ("undang", "uu"),
    ("uu", "uu"),
    ("peraturan pemerintah", "pp"),
    ("pp", "pp"),
    ("peraturan presiden", "perpres"),
    ("perpres", "perpres"),
    ("keputusan presiden", "keppres"),
    ("keppres", "keppres"),
    ("instruksi presiden", "inpres"),
    ("inpres", "inpres"),
    ("peraturan menteri dalam", "permendagri"),
    ("permendagri", "permendagri"),
    ("keputusan menteri dalam", "kepmendagri"),
    ("kepmendagri", "kepmendagri"),
    ("peraturan menteri", "permenpan"),
    ("permen", "permenpan"),
    ("keputusan menteri", "kepmenpan"),
    ("kepmen", "kepmenpan"),
    ("kep", "kepmenpan"),
    ("per", "permenpan"),
)
_LALU = re.compile(
    r"\b(?:perubahan(?: \w+)? atas|mencabut|menggantikan|mengganti|pengganti|penggantian|dicabutnya"
    r"|sebelumnya|semula|dahulu|dulu"
    r"|menurut [^.;]{0,20}lama|dicabut|peralihan dari)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_NANTI = re.compile(
    r"^[^.;\n]{0,220}?\b(?:telah |sudah |kini )?(?:dicabut|tidak berlaku|tidak lagi berlaku|diganti(?:kan)?(?: "
    r"dengan| oleh)?)\b",
    re.I,
)


def dasar_hukum_dicabut(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-07, once a regulation. One that is said to be repealed or replaced is told, not relied on."""
    hari = bacaan.buku.hari_laporan
    tempat: dict[Kunci, list[Tempat]] = defaultdict(list)
    for teks in (*bacaan.daftar_teks, *daftar_rumusan(bacaan)):
        for cocok in (*_SEBUTAN.finditer(teks.isi), *_KEP_PAN.finditer(teks.isi)):
            kunci = _kunci(cocok)
            dicabut = PERATURAN_DICABUT.get(kunci)
            if dicabut is None or hari < dicabut.sejak or _sebagai_riwayat(teks.isi, cocok):
                continue
            if not any(t.teks is teks for t in tempat[kunci]):
                tempat[kunci].append(Tempat(teks, cocok[0]))
    for kunci, daftar in tempat.items():
        dicabut = PERATURAN_DICABUT[kunci]
        kutipan = " ".join(daftar[0].kutipan.split())
        yield temuan_teks(
            "NAR-07",
            Tingkat.PERINGATAN,
            daftar,
            f"Naskah masih merujuk {kutipan}, yang tidak berlaku lagi pada {tulis_tanggal(hari)}; penggantinya "
            f"{dicabut.pengganti}.",
            butir=" ".join(map(str, kunci)),
            nilai=kutipan,
            seharusnya=dicabut.pengganti,
            cara="Dicocokkan dengan daftar peraturan yang sudah dicabut atau diganti pada tanggal laporan.",
            saran="Ganti rujukan itu dengan peraturan penggantinya, atau jelaskan bahwa peraturan lama "
            "hanya disebut sebagai riwayat.",
        )


def _sebagai_riwayat(isi: str, cocok: re.Match[str]) -> bool:
    return bool(_LALU.search(isi[: cocok.start()][-110:]) or _NANTI.search(isi[cocok.end() :][:260]))


def _kunci(cocok: re.Match[str]) -> Kunci:
    jenis = re.sub(r"\s+", " ", cocok["jenis"].lower())
    return (
        next(baku for awalan, baku in _AWALAN if jenis.startswith(awalan)),
        cocok["nomor"].lstrip("0"),
        int(cocok["tahun"]),
    )


DAFTAR = (Aturan("NAR-07", Tingkat.PERINGATAN, "Dasar hukum tidak berlaku", periksa_teks=dasar_hukum_dicabut),)
