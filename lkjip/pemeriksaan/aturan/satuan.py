"""KON-07: the unit of an indicator, in its own row, in tables and in sentences (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.besaran import hitung
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import Jenis, Kamus, jenis_kolom
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, nama, peringatan
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Indikator, JenisIndikator

_PERSEN = "%"
_SINONIM = {
    "persen": _PERSEN, "persentase": _PERSEN, "prosentase": _PERSEN, "presentase": _PERSEN, "persen (%)": _PERSEN,
    "persentase (%)": _PERSEN, "(%)": _PERSEN, "index": "indeks", "nilai indeks": "indeks", "angka": "nilai",
    "poin": "nilai", "point": "nilai", "angka/nilai": "nilai", "huruf": "predikat", "kategori": "predikat",
    "dok": "dokumen", "dok.": "dokumen", "lap": "laporan", "lap.": "laporan", "org": "orang", "keg": "kegiatan",
    "rupiah": "rp", "bln": "bulan", "skore": "skor", "score": "skor", "ha": "hektare", "hektar": "hektare",
    "kilometer": "km", "meter": "m", "m²": "m2", "meter persegi": "m2", "m³": "m3", "meter kubik": "m3",
    "kepala keluarga": "kk", "kilogram": "kg", "mnt": "menit", "jiwa": "orang",
}  # fmt: skip
_DIKENAL = frozenset({*_SINONIM.values(), "skor", "level", "orang", "unit", "layanan", "berkas", "hari", "tahun"})
_DISEBUT = re.compile(r"\b(?:ber)?satuan(?:nya)?[ \t]*(?:adalah|ialah|yaitu|berupa|:|=)?[ \t]*[“\"(]?([a-z]+|%)")


def baku(satuan: str) -> str:
    """A unit as it is compared: small letters, synonyms as one."""
    rapi = " ".join(satuan.casefold().split())
    return _SINONIM.get(rapi, rapi)


def satuan_tidak_sesuai_jenis(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """KON-07 in the plan itself: an index in per cent, a percentage in something else."""
    for i in buku.data.renstra.daftar_indikator:
        satuan, awal = baku(i.satuan), i.uraian.casefold().split(" ", 1)[0]
        if not satuan:
            continue
        berpersen = i.jenis is JenisIndikator.PERSEN or (i.jenis is None and awal == "persentase")
        if i.jenis is JenisIndikator.INDEKS and satuan == _PERSEN:
            yield _temuan(i, i.satuan, "indeks, bukan persen", "lembar indikator, kolom satuan", "jenis", "Indeks")
        elif (berpersen and satuan != _PERSEN) or (awal == "persentase" and satuan in ("indeks", "skor", "nilai")):
            yield _temuan(i, i.satuan, "persentase", "lembar indikator, kolom satuan", "jenis", "%")


def _temuan(i: Indikator, satuan: str, sebutan: str, letak: str, butir: str, seharusnya: str) -> Temuan:
    return peringatan(
        "KON-07",
        f"Satuan {nama(i.kode, i.uraian)} tertulis “{satuan}”, padahal indikatornya {sebutan}.",
        letak=letak,
        subjek=i.kode,
        butir=butir,
        nilai=satuan,
        seharusnya=seharusnya,
        saran="Perbaiki satuan atau jenis indikatornya, lalu pakai satuan itu di semua dokumen.",
        halaman="renstra",
    )


def satuan_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-07: tables with a column Satuan, sentences that name a unit, and a per cent sign behind an index."""
    kamus = bacaan.konteks.pembantu(Kamus)
    for tabel in bacaan.buku.laporan.daftar_tabel:
        yield from _dalam_tabel(bacaan, kamus, tabel)
    disebut: set[tuple[str, str]] = set()
    for kalimat in bacaan.daftar_kalimat:
        daftar = [i for kode in kode_sebutan(kalimat.daftar_sebut)
                  if (i := bacaan.konteks.renstra.indikator_per_kode.get(kode)) is not None]  # fmt: skip
        tunggal = daftar[0] if len(daftar) == 1 else None
        if tunggal is None or not tunggal.satuan.strip():
            continue
        satuan = _satuan_kalimat(bacaan, kalimat, tunggal)
        if satuan and (tunggal.kode, satuan) not in disebut:
            disebut.add((tunggal.kode, satuan))
            yield _tertulis(tunggal, satuan, kalimat)


def _satuan_kalimat(bacaan: Bacaan, kalimat: Kalimat, i: Indikator) -> str:
    """Another unit that the sentence gives to the indicator's figure; '' where it gives none."""
    cocok = _DISEBUT.search(kalimat.rendah)
    if cocok and baku(cocok[1]) in _DIKENAL and baku(cocok[1]) != baku(i.satuan):
        return cocok[1]
    if baku(i.satuan) == _PERSEN or i.jenis is JenisIndikator.PERSEN:
        return ""
    data = bacaan.buku.data
    nilai = {hitung(data, b, i.kode).angka for b in ("realisasi", "selisih_target")}
    nilai |= {hitung(data, "realisasi", i.kode, triwulan=t).angka for t in DAFTAR_TRIWULAN}
    rasio = {
        "capaian",
        "capaian_tanpa_batas",
        "kemajuan_renstra",
        "capaian_nasional",
        "pertumbuhan",
        "serapan_penunjang",
    }
    dekat = [n for b in rasio if (n := hitung(data, b, i.kode).angka) is not None]
    for a in kalimat.daftar_angka:
        sama_rasio = any(abs(n - a.nilai) < 1 for n in dekat)
        if a.satuan == _PERSEN and a.nilai in nilai and not sama_rasio and a.desimal >= 0:
            return _PERSEN
    return ""


def _tertulis(i: Indikator, satuan: str, kalimat: Kalimat) -> Temuan:
    return peringatan(
        "KON-07",
        f"{kalimat.teks.letak.capitalize()} menulis {nama(i.kode, i.uraian)} dengan satuan “{satuan}”, sedangkan "
        f"satuannya “{i.satuan}”.",
        letak=kalimat.teks.letak,
        subjek=i.kode,
        butir=f"teks {baku(satuan)}",
        nilai=satuan,
        seharusnya=i.satuan,
        saran=f"Tulis satuannya “{i.satuan}”, atau perbaiki satuan indikatornya pada Renstra.",
        halaman=kalimat.teks.halaman,
        argumen=kalimat.teks.argumen,
        bagian=kalimat.teks.bagian,
        kutipan=kalimat.isi,
    )


def _dalam_tabel(bacaan: Bacaan, kamus: Kamus, tabel: TabelBebas) -> Iterator[Temuan]:
    kolom = next((n for n, k in enumerate(tabel.kepala) if k.casefold().strip().startswith("satuan")), None)
    if kolom is None or not any(Jenis.INDIKATOR in jenis_kolom(k) for k in tabel.kepala):
        return
    for nomor, baris in enumerate(tabel.baris, 3):
        isi = baris[kolom] if kolom < len(baris) else None
        lain = [x for n, b in enumerate(baris) if n != kolom and isinstance(b, str) for x in kamus.persis(b)]
        kode = next((x.kode for x in lain if x.jenis is Jenis.INDIKATOR), "")
        i = bacaan.konteks.renstra.indikator_per_kode.get(kode)
        if i is None or not isinstance(isi, str) or not isi.strip() or not i.satuan.strip():
            continue
        if baku(isi) != baku(i.satuan):
            yield peringatan(
                "KON-07",
                f"Tabel “{tabel.judul or tabel.nama}” mencetak satuan {nama(i.kode, i.uraian)} “{isi.strip()}”, "
                f"sedangkan satuannya “{i.satuan}”.",
                letak=f"lembar {tabel.nama}, baris {nomor}, kolom {kolom + 1}",
                subjek=i.kode,
                butir=f"{tabel.nama} baris {nomor}",
                nilai=isi.strip(),
                seharusnya=i.satuan,
                saran=f"Tulis “{i.satuan}” dalam tabel itu, atau perbaiki satuan indikatornya pada Renstra.",
                halaman="ubah_tabel_bebas",
                argumen=(tabel.nama,),
                bagian=tabel.bagian,
                kutipan=isi.strip(),
            )


DAFTAR = (
    Aturan("KON-07", Tingkat.PERINGATAN, "Satuan berbeda", satuan_tidak_sesuai_jenis, periksa_teks=satuan_berbeda),
)
