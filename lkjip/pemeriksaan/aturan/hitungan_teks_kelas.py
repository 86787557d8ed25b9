"""HIT-06, HIT-07, HIT-11 in sentences: the word that a capaian is given, and means that are put into words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.rumus.kategori import kategori
from kinerja.rumus.predikat import kata_baku
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.pemeriksaan.aturan.dasar import Ambang, baku, peringatan, tulis
from lkjip.pemeriksaan.aturan.hitungan_teks import subjek_indikator, temuan_kalimat
from lkjip.pemeriksaan.aturan.tabel_kelas import sekelas
from lkjip.pemeriksaan.aturan.uang_teks import cocok
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Arah

_KATEGORI = re.compile(r"\b(?:ber)?(?:kategori|kriteria)(?:nya)?(?: capaian)?[ :]*[“\"(]?", re.IGNORECASE)
_BERKURUNG = re.compile(r"(?:%|\bpersen) ?[“\"(](?=[^\W\d_])")  # 94,66% (Tinggi)
_ISTILAH = re.compile(r"\b(capaian|realisasi|target|serapan|tercapai|terealisasi|kemajuan|efisiensi)(?:nya)?\b")
_KELAS = re.compile(
    r"(?:sangat |kurang |tidak |cukup )?(?:baik|tinggi|rendah|sedang|cukup|kurang|memuaskan|berhasil|buruk)\b"
)
# The bound of a class, no capaian: "di atas 90 persen".
_BATAS = re.compile(
    r"(?:di ?atas|di ?bawah|lebih dari|kurang dari|melebihi|minimal|hingga|sampai(?: dengan)?|antara|rentang"
    r"|[≥>≤<–-])\s*$"
)
_KE_ATAS = re.compile(r"\s*(?:ke atas|atau lebih|sampai|s\.?d|hingga|[–-])")
_DENGAN_CAPAIAN = re.compile(r"^[^.,;:\d]{0,40} dengan [^.,;:\d]{0,30}capaian(?:nya)? (?:\w+ ){0,3}$")
# An index that has classes of its own: the word may be its own class.
_INDEKS = re.compile(r"\bskm\b|\bikm\b|kepuasan|indeks|sakip|merit|nspk|profesionalitas|mutu")
_RATA = re.compile(r"rata[ -]rata[^.;\n>≥]{0,80}[>≥]\s?(\d{1,3}(?:,\d+)?)\s?(?:%|persen)", re.IGNORECASE)
_RATA_KATA = re.compile(
    r"rata[ -]rata (?:\w+ ){0,6}?(?:capaian|kinerja)[^.;\n\d]{0,60}(?:di ?atas|lebih dari|melebihi|lebih besar dari)"
    r" (\d{1,3}(?:,\d+)?)\s?(?:%|persen)",
    re.IGNORECASE,
)
_TAHUN = re.compile(r"(?<![\d.,])20\d\d(?![\d.,%])")
_BELUM_TERJADI = re.compile(r"\b(?:target\w*|diharapkan|akan|agar|supaya|harus|hendak|apabila|jika|bila)\b")


@dataclass(frozen=True)
class Kelas:
    """A capaian with the word that a place gives it."""

    nilai: Decimal
    kata: str
    letak: str
    kalimat: Kalimat | None = None
    awal: int = 0


def _skala(buku: BukuKerja, arah: Arah) -> list[tuple[Decimal, str]]:
    """The rows of the scale in use, those of the direction where it has any."""
    kinerja = buku.data.kinerja
    baris = [s for s in kinerja.daftar_skala if s.skala == kinerja.metode.skala and s.kategori]
    arah = arah if any(s.arah is arah for s in baris) else Arah.POSITIF
    return [
        (s.batas_bawah, s.kategori) for s in baris if s.batas_bawah is not None and (s.arah or Arah.POSITIF) is arah
    ]


def _capaian_berkata(kalimat: Kalimat) -> tuple[AngkaTulis, int] | None:
    """The percentage that a sentence calls capaian and gives a class, and where the word of the class begins."""
    kata = _KATEGORI.search(kalimat.isi) or _BERKURUNG.search(kalimat.isi)
    if kata is None or "capaian" not in kalimat.rendah:
        return None
    daftar = [a for a in kalimat.daftar_angka if a.satuan == "%" and a.akhir <= kata.end()]
    if not daftar:
        depan = next((a for a in kalimat.daftar_angka if a.awal >= kata.end() and a.satuan == "%"), None)
        antara = kalimat.rendah[kata.end() : depan.awal] if depan else ""
        return (depan, kata.end()) if depan and _DENGAN_CAPAIAN.search(antara) else None
    if _BATAS.search(kalimat.rendah, 0, daftar[-1].awal) or _KE_ATAS.match(kalimat.rendah, daftar[-1].akhir):
        return None
    istilah = list(_ISTILAH.finditer(kalimat.rendah, 0, daftar[-1].awal))
    jelas = istilah[-1][1] in ("capaian", "tercapai") if istilah else len(kalimat.daftar_angka) == 1
    return (daftar[-1], kata.end()) if jelas else None


def kategori_teks(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-06: "capaian … 99,08% termasuk kategori Tinggi", of an indicator or a mean, against the scale in use."""
    metode = bacaan.buku.data.kinerja.metode
    berarah = _skala(bacaan.buku, Arah.POSITIF) != _skala(bacaan.buku, Arah.NEGATIF)
    for kalimat in bacaan.daftar_kalimat if metode.skala else ():
        ada = _capaian_berkata(kalimat)
        kode = subjek_indikator(bacaan, kalimat) if ada else ""
        if ada is None or (not kode and (berarah or not _ISTILAH.search(kalimat.rendah, 0, ada[0].awal))):
            continue
        angka, sejak = ada
        indikator = bacaan.buku.data.renstra.indikator_per_kode.get(kode)
        baris = _skala(bacaan.buku, (indikator.arah if indikator else None) or Arah.POSITIF)
        hasil = kategori(angka.nilai, baris, desimal=max(angka.desimal, metode.desimal or 0)).kata or ""
        tertulis = _kata_skala(kalimat.isi[sejak:], baris)
        if tertulis and hasil and baku(tertulis) not in sekelas(angka.nilai, baris, metode.desimal or 0):
            yield temuan_kalimat(
                "HIT-06", kalimat, angka.awal,
                f"Capaian {angka.teks} disebut berkategori {tertulis}, padahal menurut skala {metode.skala} {hasil}.",
                "Pakai kategori menurut skala laporan, atau angka hidup {kategori_capaian …}.",
                nilai=tertulis, seharusnya=hasil, cara=f"skala {metode.skala}", subjek=kode or kalimat.teks.subjek,
            )  # fmt: skip


def _kata_skala(sisa: str, baris: Sequence[tuple[Decimal, str]]) -> str:
    """The class of the scale that a text begins with; '' for a word of another scale."""
    rendah = sisa.casefold()
    return max((k for _, k in baris if re.match(rf"{re.escape(k.casefold())}\b", rendah)), key=len, default="")


def kategori_teks_tidak_seragam(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-07: one capaian, as a sentence prints it, under another word than elsewhere in the report."""
    per_nilai: dict[Decimal, list[Kelas]] = defaultdict(list)
    for kelas in (*_kelas_kalimat(bacaan), *_kelas_klaim(bacaan.buku)):
        per_nilai[bulat(kelas.nilai, 2)].append(kelas)
    for nilai, daftar in per_nilai.items():
        berbeda = {kata_baku(k.kata): k for k in reversed(daftar)}
        urut = [k for k in daftar if berbeda[kata_baku(k.kata)] is k]
        pertama = next((k for k in urut if k.kalimat is not None), None)
        if len(urut) < 2 or pertama is None or pertama.kalimat is None:
            continue
        teks = pertama.kalimat.teks
        tempat = "; ".join(f"“{k.kata}” di {k.letak}" for k in urut)
        yield peringatan(
            "HIT-07",
            f"Capaian {tulis(nilai)}% diberi {len(urut)} kategori: {tempat}.",
            letak="; ".join(dict.fromkeys(k.letak for k in urut)), butir=f"{nilai}",
            nilai="; ".join(k.kata for k in urut), cara="satu capaian, satu kategori menurut skala tahun ini",
            saran="Pakai satu kategori menurut skala laporan ini di semua tempat.", halaman=teks.halaman,
            argumen=teks.argumen, bagian=teks.bagian, kutipan=pertama.kalimat.isi,
        )  # fmt: skip


def _kelas_kalimat(bacaan: Bacaan) -> Iterator[Kelas]:
    for kalimat in bacaan.daftar_kalimat:
        ada = None if _INDEKS.search(kalimat.rendah) else _capaian_berkata(kalimat)
        kata = _KELAS.match(kalimat.rendah, ada[1]) if ada else None
        if ada is not None and kata is not None and ada[0].desimal > 0:
            yield Kelas(ada[0].nilai, kalimat.isi[kata.start() : kata.end()], kalimat.teks.letak, kalimat, kata.start())


def _kelas_klaim(buku: BukuKerja) -> Iterator[Kelas]:
    """Printed capaian and means with the word printed for the same subject and period."""
    kata = {
        (k.subjek, k.tahun, k.triwulan): k for k in buku.daftar_klaim
        if k.besaran == "kategori_capaian" and k.teks.strip()
    }  # fmt: skip
    for k in buku.daftar_klaim:
        ada = kata.get((k.subjek, k.tahun, k.triwulan))
        if ada is not None and k.nilai is not None and k.besaran in ("capaian", "rata_rata_sasaran", "rata_rata_total"):
            yield Kelas(k.nilai, ada.teks.strip(), ada.rujukan)


def rata_rata_kata(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-11: "rata-rata capaian > 100%", "di atas 100 persen", of a mean that is said nowhere in that paragraph."""
    for kalimat in bacaan.daftar_kalimat:
        tanda, kata = _RATA.search(kalimat.isi), _RATA_KATA.search(_tanpa_tahun(kalimat.isi))
        cocok_rata = tanda or kata
        if cocok_rata is None or (tanda is None and _BELUM_TERJADI.search(kalimat.rendah)):
            continue
        kode = _sasaran(bacaan, kalimat, cocok_rata.end())
        x = hitung(bacaan.buku.data, "rata_rata_sasaran" if kode else "rata_rata_total", kode).angka
        sebesar = any(x is not None and a.desimal > 0 and cocok(x, a) for a in kalimat.daftar_angka)
        lain = any(a.satuan == "%" and a.nilai != SERATUS for a in kalimat.daftar_angka)
        if tanda is None and (sebesar or lain):
            continue
        hitungan = f"; hitungannya {tulis(bulat(x, 2))}%" if x is not None else ""
        tulisan = f"> {cocok_rata[1]}%" if tanda else " ".join(cocok_rata[0].split())
        yield temuan_kalimat(
            "HIT-11", kalimat, cocok_rata.start(),
            f"Rata-rata{f' sasaran {kode}' if kode else ''} ditulis “{tulisan}”, bukan angka hasil hitungan{hitungan}.",
            "Tulis rata-ratanya sebagai angka, misalnya dengan angka hidup "
            f"{{{f'rata_rata_sasaran {kode}' if kode else 'rata_rata_total'}}}.",
            nilai=cocok_rata[0], seharusnya=x if x is not None else "",
            cara="rata-rata capaian semua indikator sasaran", subjek=kode,
        )  # fmt: skip


def _tanpa_tahun(isi: str) -> str:
    """The text without the digits of its years, as long as before: "kinerja tahun 2024 lebih dari 100%"."""
    return _TAHUN.sub("____", isi)


def _sasaran(bacaan: Bacaan, kalimat: Kalimat, sampai: int) -> str:
    """The sasaran named last before a place in a sentence; '' where none is."""
    dikenal = bacaan.buku.data.renstra.sasaran_per_kode
    disebut = [k for k in kode_sebutan(s for s in kalimat.daftar_sebut if s.awal < sampai) if k in dikenal]
    return disebut[-1] if disebut else ""
