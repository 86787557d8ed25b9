"""FMT-13: the day of the report, wherever it is written, and the day up to which its data go (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lkjip.dasar.periode import NAMA_BULAN, akhir_tahun, akhir_triwulan, tulis_tanggal
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_BULAN = {nama.casefold(): n for n, nama in enumerate(NAMA_BULAN, 1)} | {"nopember": 11, "pebruari": 2}
_TANGGAL = rf"(?P<hari>\d{{1,2}})[ \t]+(?P<bulan>{'|'.join(_BULAN)})[ \t]+(?P<tahun>20\d\d)"
_TEMPAT_TANGGAL = re.compile(
    rf"^[ \t]*[A-Z][A-Za-z' ]{{2,30}},[ \t]*(?:tanggal[ \t]+)?{_TANGGAL}[ \t.]*$", re.IGNORECASE | re.MULTILINE
)
_DITETAPKAN = re.compile(
    rf"\b(?:ditetapkan|disahkan|ditandatangani|dibuat) di [A-Z][A-Za-z ]{{2,30}}[,\s]+(?:pada "
    rf")?tanggal[ \t:]+{_TANGGAL}",
    re.IGNORECASE,
)
_BATAS_DATA = re.compile(
    rf"\b(?:data|kondisi|keadaan|posisi|realisasi|cut[ -]?off)\b[^.;\n]{{0,50}}?\b(?:per|sampai dengan"
    rf"|s\.?d\.?|hingga|pada|tanggal)"
    rf"[ \t]+(?:tanggal[ \t]+)?{_TANGGAL}",
    re.IGNORECASE,
)
_BAGIAN_TTD = re.compile(r"pengantar|bab4|penutup")


def tanggal_tidak_konsisten(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-13. Without a date of the report the typed ones are compared with each other."""
    laporan = bacaan.buku.laporan.identitas_berlaku.tanggal_laporan
    tertulis = list(_tertulis(bacaan))
    acuan = laporan or (tertulis[0][2] if tertulis else None)
    if acuan is None:
        return
    letak = "tanggal laporan" if laporan else f"tanggal pada {tertulis[0][0].bagian}"
    yield from sekali(_berbeda(t, kutipan, hari, acuan, letak) for t, kutipan, hari in tertulis if hari != acuan)
    yield from sekali(
        _berbeda(t, kutipan, awal, acuan, letak)
        for t, kutipan, awal in _bulan_saja(bacaan)
        if (awal.year, awal.month) != (acuan.year, acuan.month)
    )
    if laporan is not None:
        yield from _sebelum_data(bacaan, laporan)


def _tertulis(bacaan: Bacaan) -> Iterator[tuple[Teks, str, date]]:
    """Dates beside a place in foreword and closing, and those of "ditetapkan di …"."""
    for teks in bacaan.daftar_narasi:
        if _BAGIAN_TTD.search(teks.bagian):
            pola = [_TEMPAT_TANGGAL, _DITETAPKAN]
            tempat = bacaan.buku.data.renstra.instansi.tempat.strip()
            if tempat:
                pola.append(re.compile(rf"\b{re.escape(tempat)},[ \t]*{_TANGGAL}", re.IGNORECASE))
            for satu in pola:
                for cocok in satu.finditer(teks.isi):
                    if (hari := _hari(cocok)) is not None:
                        yield teks, cocok.string[cocok.start("hari") : cocok.end("tahun")], hari


def _bulan_saja(bacaan: Bacaan) -> Iterator[tuple[Teks, str, date]]:
    """ "Samarinda, Februari 2025": the first day of that month."""
    tempat = bacaan.buku.data.renstra.instansi.tempat.strip()
    if not tempat:
        return
    pola = re.compile(
        rf"\b{re.escape(tempat)},[ \t]*(?P<isi>(?P<bulan>{'|'.join(_BULAN)})[ \t]+(?P<tahun>20\d\d))", re.I
    )
    for teks in bacaan.daftar_narasi:
        for cocok in pola.finditer(teks.isi) if _BAGIAN_TTD.search(teks.bagian) else ():
            yield teks, cocok["isi"], date(int(cocok["tahun"]), _BULAN[cocok["bulan"].casefold()], 1)


def _hari(cocok: re.Match[str]) -> date | None:
    try:
        return date(int(cocok["tahun"]), _BULAN[cocok["bulan"].casefold()], int(cocok["hari"]))
    except ValueError:
        return None


def _berbeda(teks: Teks, kutipan: str, hari: date, acuan: date, letak: str) -> Temuan:
    return temuan_teks(
        "FMT-13",
        Tingkat.PERINGATAN,
        Tempat(teks, kutipan),
        f"Pada {teks.bagian} tertulis tanggal {kutipan}, sedangkan {letak} adalah {tulis_tanggal(acuan)}.",
        nilai=hari.isoformat(),
        seharusnya=acuan.isoformat(),
        cara=f"Dibandingkan dengan {letak}.",
        saran="Samakan tanggalnya dengan tanggal laporan ditandatangani.",
    )


def _sebelum_data(bacaan: Bacaan, laporan: date) -> Iterator[Temuan]:
    """A report cannot be signed before its period is over, nor before a day whose data it tells."""
    identitas, tahun = bacaan.buku.laporan.identitas_berlaku, bacaan.buku.data.tahun
    akhir = akhir_triwulan(tahun, identitas.triwulan) if identitas.triwulan else akhir_tahun(tahun)
    if laporan < akhir:
        teks = Teks("pengaturan", laporan.isoformat(), "lembar pengaturan, tanggal_laporan", halaman="identitas_tahun")
        yield _terlalu_awal(Tempat(teks, laporan.isoformat()), laporan, akhir, "akhir masa yang dilaporkan")
    for teks in bacaan.daftar_narasi:
        for cocok in _BATAS_DATA.finditer(teks.isi):
            hari = _hari(cocok)
            if hari is not None and laporan < hari and hari.year <= tahun + 1:
                yield from sekali([_terlalu_awal(Tempat(teks, cocok[0]), laporan, hari, "batas data menurut naskah")])
                break


def _terlalu_awal(tempat: Tempat, laporan: date, batas: date, sebutan: str) -> Temuan:
    return temuan_teks(
        "FMT-13",
        Tingkat.PERINGATAN,
        tempat,
        f"Tanggal laporan {tulis_tanggal(laporan)} mendahului {sebutan}, {tulis_tanggal(batas)}.",
        nilai=laporan.isoformat(),
        seharusnya=f"sesudah {tulis_tanggal(batas)}",
        cara="Kedua tanggal dibandingkan.",
        saran="Perbaiki tanggal laporan pada identitas tahun ini, atau tanggal dalam naskah.",
    )


DAFTAR = (Aturan("FMT-13", Tingkat.PERINGATAN, "Tanggal tidak konsisten", periksa_teks=tanggal_tidak_konsisten),)
