"""ANG-03 and ANG-17 in sentences: a percentage beside its two amounts, and money of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, tahunan
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan

_TAHUN = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d.,/]*\d)")
_UANG = re.compile(r"\bpagu|\banggaran|realisasi|belanja|terserap|serapan")
_BANDING = re.compile(
    r"banding|sebelumnya|tahun lalu|\bnaik|\bturun|meningkat|menurun|sedangkan|rencana|proyeksi|sejak|lanjutan|luncuran"
    r"|utang|silpa|periode|selama|rata-rata"
)
_BAGIAN = ("bab3", "bab4", "ikhtisar", "lampiran")
_DARI = re.compile(r"[\s(]*(?:(?:orang|pegawai|\w+)?\s*dari\s+(?:\w+\s+){0,3}|[/:])$")
_PERSEN_NYA = re.compile(r"[\s\w,(=]{0,40}$")
_YAITU = re.compile(r"[\s,]*(?:\(|atau |yaitu |yakni |dengan )+(?:sebanyak |sejumlah |sebesar )?")
_DARI_DEPAN = re.compile(r"\b[Dd]ari (?:(?:total|jumlah|seluruh|sebanyak|semua|keseluruhan) ){0,2}$")
_KOMA = re.compile(r"[^.;:\d%]{0,50}, (?:sebanyak |sejumlah )?")
_KURUNG = re.compile(r" [^.;:,\d%]{0,40}(?:\(|atau (?:sebesar )?)")
_TERJAUH = 60


def persen_dua_angka(kalimat: Kalimat) -> Iterator[tuple[AngkaTulis, AngkaTulis, AngkaTulis]]:
    """(n, d, per cent) of "n dari d … x%": three figures one after another, with words of that kind between them."""
    daftar = kalimat.daftar_angka
    for n, d, p in zip(daftar, daftar[1:], daftar[2:], strict=False):
        antara, lalu = kalimat.isi[n.akhir : d.awal], kalimat.isi[d.akhir : p.awal]
        if p.satuan != "%" or n.satuan == "%" or d.satuan == "%" or n.berskala or d.berskala or len(antara) > _TERJAUH:
            continue
        if (n.satuan == "Rp") is (d.satuan == "Rp") and _DARI.fullmatch(antara) and _menyusul(lalu) and d.nilai:
            yield n, d, p


def persen_di_depan(kalimat: Kalimat) -> Iterator[tuple[AngkaTulis, AngkaTulis, AngkaTulis]]:
    """(n, d, per cent) of "86,40 persen, yaitu 36.288 dari 42.000" and of "dari 42.000 orang, 36.288 (86,40%)"."""
    daftar = kalimat.daftar_angka
    for a, b, c in zip(daftar, daftar[1:], daftar[2:], strict=False):
        antara, lalu = kalimat.isi[a.akhir : b.awal], kalimat.isi[b.akhir : c.awal]
        if a.satuan == "%":
            p, n, d = a, b, c
            bersambung = bool(_YAITU.fullmatch(antara) and _DARI.fullmatch(lalu)) and len(lalu) <= _TERJAUH
        else:
            d, n, p = a, b, c
            depan = _DARI_DEPAN.search(kalimat.isi[max(0, a.awal - 40) : a.awal])
            bersambung = bool(depan and _KOMA.fullmatch(antara) and _KURUNG.fullmatch(lalu))
        sejenis = "%" not in (n.satuan, d.satuan) and (n.satuan == "Rp") is (d.satuan == "Rp")
        if bersambung and p.satuan == "%" and sejenis and not (n.berskala or d.berskala) and 0 < n.nilai <= d.nilai:
            yield n, d, p


def _menyusul(lalu: str) -> bool:
    """Whether what follows states the quotient: "atau 20,44%", "(93,18%)", "sebesar …"."""
    kata = lalu.casefold()
    tepat = _PERSEN_NYA.fullmatch(lalu) and re.search(r"\batau\b|\(|=|sebesar|setara|yaitu|yakni|mencapai", kata)
    return bool(tepat) and not re.search(r"target|naik|turun|capaian|dibanding", kata)


def cocok(hasil: Decimal, angka: AngkaTulis) -> bool:
    """Whether a typed figure is this one, rounded or cut off where it ends."""
    return abs(hasil - angka.nilai) < Decimal(1).scaleb(-angka.desimal)


def anggaran_tahun_lain(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-17: a paragraph of Bab III or IV states money of an earlier year and never speaks of the report's own."""
    tahun = bacaan.buku.data.tahun
    if not tahunan(bacaan.buku):
        return
    for kalimat in bacaan.daftar_kalimat:
        rendah, teks = kalimat.rendah, kalimat.teks
        disebut = {int(t) for t in _TAHUN.findall(kalimat.isi)}
        if len(disebut) != 1 or not teks.bagian.startswith(_BAGIAN) or _BANDING.search(rendah):
            continue
        lain = next(iter(disebut))
        uang = [a for a in kalimat.daftar_angka if a.satuan == "Rp"]
        milik_lain = str(tahun) in teks.isi or _BANDING.search(teks.isi.casefold())
        if not tahun - 5 <= lain < tahun or not uang or not _UANG.search(rendah) or milik_lain:
            continue
        yield galat(
            "ANG-17",
            f"Laporan tahun {tahun} menyebut {uang[0].teks} sebagai anggaran tahun {lain} tanpa membandingkannya "
            f"dengan tahun {tahun}.",
            letak=teks.letak,
            butir=f"{teks.letak} {kalimat.awal}",
            nilai=str(lain),
            seharusnya=str(tahun),
            cara="tahun yang disebut dalam kalimat dan alineanya",
            saran=f"Ganti dengan pagu dan realisasi tahun {tahun}, atau nyatakan bahwa angka itu pembanding.",
            halaman=teks.halaman,
            argumen=teks.argumen,
            bagian=teks.bagian,
            kutipan=kalimat.isi,
        )
