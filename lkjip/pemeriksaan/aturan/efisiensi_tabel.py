"""EFI: columns of free tables and printed claims about money left over, absorption and scores (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.data import MetodeEfisiensi
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, persen
from lkjip.dasar.periode import POLA_TAHUN
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import Jenis, Kamus
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, galat, sedekat_cetak, tulis
from lkjip.pemeriksaan.aturan.efisiensi import sebutan
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.bacaan_tabel import bilangan_sel
from lkjip.pemeriksaan.data import KelasKlaim, Temuan
from lkjip.pemeriksaan.klaim import HasilKlaim

_SERAPAN = re.compile(r"\b(?:serapan|penyerapan)\b")
_PAGU, _REALISASI = re.compile(r"\b(?:pagu|anggaran)\b"), re.compile(r"\brealisasi\b")
_RUPIAH = 1000  # from here on what is left is money, and HIT-16 looks after it
_SISA = re.compile(r"\b(?:sisa|tidak terserap|belum terserap)\b")


def kolom_berkata(tabel: TabelBebas, pola: re.Pattern[str], *, berpersen: bool | None = None) -> int | None:
    """The first column whose heading has this word; `berpersen`: only one that says (or does not say) per cent."""
    for n, kepala in enumerate(tabel.kepala):
        sendiri = "%" in kepala or "persen" in kepala.casefold()
        if pola.search(kepala.casefold()) and berpersen in (None, sendiri):
            return n
    return None


def setahun(bacaan: Bacaan, tabel: TabelBebas, kolom: int) -> bool:
    """Whether a column is not said, by its heading or the title, to be of another year than the report's."""
    for teks in (tabel.kepala[kolom], tabel.judul):
        if tahun := POLA_TAHUN.findall(teks):
            return str(bacaan.buku.data.tahun) in tahun
    return True


def sisa_tabel(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-04 in tables: what is left beside the absorption, or beside pagu and realisasi, of the same row."""
    for tabel in bacaan.buku.laporan.daftar_tabel:
        sisa = kolom_berkata(tabel, _SISA)
        if sisa is None:
            continue
        lain = (
            kolom_berkata(tabel, _SERAPAN),
            kolom_berkata(tabel, _PAGU, berpersen=False),
            kolom_berkata(tabel, _REALISASI, berpersen=False),
        )
        for nomor, baris in enumerate(tabel.baris, 3):
            tercetak, mungkin = (
                bilangan_sel(baris, sisa),
                _sisa_mungkin(baris, *(k if k != sisa else None for k in lain)),
            )
            if tercetak is None or not mungkin or any(sedekat_cetak(n, tercetak) for n in mungkin):
                continue
            if abs(tercetak) >= _RUPIAH:
                continue
            benar = min(mungkin, key=lambda n: abs(n - tercetak))
            isi = f"sisa anggaran {tulis_tepat(tercetak)}, seharusnya {tulis(benar)}"
            yield temuan_sel("EFI-04", tabel, nomor, sisa, isi, tercetak, benar,
                          "Hitung kembali sisanya dari serapan, atau dari pagu dan realisasi.")  # fmt: skip


def _sisa_mungkin(
    baris: Sequence[SelBebas], serapan: int | None, pagu: int | None, realisasi: int | None
) -> list[Decimal]:
    """What the row's other figures leave, in per cent and in rupiah."""
    terserap, p, r = (bilangan_sel(baris, kolom) for kolom in (serapan, pagu, realisasi))
    mungkin = [SERATUS - terserap] if terserap is not None else []
    return mungkin + ([p - r, SERATUS - persen(r, p)] if p and r is not None else [])


def sisa_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-04 in claims: of an office that measures by what is left, and where the place says "sisa"."""
    metode = buku.data.kinerja.metode.metode_efisiensi
    for h in daftar:
        k = h.klaim
        bersisa = _SISA.search(k.rujukan.casefold()) or metode is MetodeEfisiensi.SISA
        if k.besaran != "efisiensi" or k.nilai is None or not bersisa:
            continue
        if metode is MetodeEfisiensi.SISA and h.kelas is not KelasKlaim.TIDAK_SESUAI:
            continue
        indikator = buku.data.renstra.indikator_per_kode.get(k.subjek)
        milik = indikator.induk if indikator is not None else k.subjek
        serapan = hitung(buku.data, "serapan", milik, tahun=k.tahun, triwulan=k.triwulan)
        if serapan.angka is None:
            continue
        benar = SERATUS - serapan.angka
        if not sedekat_cetak(benar, k.nilai):
            yield galat(
                "EFI-04",
                f"{k.rujukan or 'Laporan'} mencetak sisa anggaran {sebutan(buku, k.subjek)} {tulis(k.nilai)}, "
                f"seharusnya {tulis(benar)}.",
                letak=k.rujukan or "lembar klaim",
                subjek=k.subjek,
                butir=f"{k.rujukan} {k.nilai:f} {k.tahun or ''} {k.triwulan or ''}",
                nilai=k.nilai,
                seharusnya=benar,
                cara=f"100 − {serapan.cara}",
                saran="Ralat sisa anggaran itu: 100 dikurangi serapan.",
                **TEMPAT_KLAIM,
            )


def nilai_tabel(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-07 in tables: a column NE, or Nilai Efisiensi where the office measures by the pmk method."""
    metode = bacaan.buku.data.kinerja.metode.metode_efisiensi
    pmk = metode in (None, MetodeEfisiensi.PMK)
    pola = re.compile(r"\bne\b|\bnilai efisiensi\b" if pmk else r"\bne\b")
    for tabel in bacaan.buku.laporan.daftar_tabel:
        kolom = kolom_berkata(tabel, pola)
        for nomor, baris in enumerate(tabel.baris, 3) if kolom is not None else ():
            nilai = bilangan_sel(baris, kolom)
            if nilai is not None and kolom is not None and not 0 <= nilai <= SERATUS:
                isi = f"nilai efisiensi {tulis_tepat(nilai)}, padahal nilainya antara 0 dan 100"
                yield temuan_sel("EFI-07", tabel, nomor, kolom, isi, nilai, "0 sampai 100",
                              "Batasi E pada −20 sampai 20 sebelum menghitung NE = 50 + E / 20 × 50.")  # fmt: skip


def serapan_tabel(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-10 in a free table about efficiency: its absorption against that of the sasaran's money."""
    kamus, data = bacaan.konteks.pembantu(Kamus), bacaan.buku.data
    for tabel in bacaan.buku.laporan.daftar_tabel:
        kolom = kolom_berkata(tabel, _SERAPAN)
        tentang = " ".join((tabel.judul, tabel.bagian, *tabel.kepala)).casefold()
        dibaca = kolom is not None and "efisiensi" in tentang and setahun(bacaan, tabel, kolom)
        for nomor, baris in enumerate(tabel.baris, 3) if dibaca else ():
            tercetak = bilangan_sel(baris, kolom)
            kode = [n.kode for s in baris if isinstance(s, str) for n in kamus.persis(s)
                    if n.jenis in (Jenis.SASARAN, Jenis.INDIKATOR)] if tercetak is not None else []  # fmt: skip
            mungkin = [n for k in kode for n in _serapan(bacaan.buku, k)]
            if tercetak is None or kolom is None or not mungkin or any(sedekat_cetak(n, tercetak) for n in mungkin):
                continue
            cara = hitung(data, "serapan", kode[0]).cara
            isi = (f"serapan {sebutan(bacaan.buku, kode[0])} {tulis_tepat(tercetak)}, sedangkan menurut anggarannya "
                   f"{tulis(mungkin[0])}")  # fmt: skip
            yield temuan_sel("EFI-10", tabel, nomor, kolom, isi, tercetak, mungkin[0],
                          "Pakai serapan dari pagu dan realisasi sasaran itu.", cara)  # fmt: skip


def _serapan(buku: BukuKerja, kode: str) -> Iterator[Decimal]:
    indikator = buku.data.renstra.indikator_per_kode.get(kode)
    daftar = [("serapan", kode)] if indikator is None else [("serapan", indikator.induk), ("serapan_penunjang", kode)]
    for besaran, subjek in daftar:
        nilai = hitung(buku.data, besaran, subjek, triwulan=buku.laporan.identitas_berlaku.triwulan).angka
        if nilai is not None:
            yield nilai


def temuan_sel(
    aturan: str, tabel: TabelBebas, nomor: int, kolom: int, isi: str, nilai: Decimal, seharusnya: Decimal | str,
    saran: str, cara: str = "",
) -> Temuan:  # fmt: skip
    return galat(
        aturan,
        f"Tabel “{tabel.judul or tabel.nama}” baris {nomor} mencetak {isi}.",
        letak=f"lembar {tabel.nama}, baris {nomor}, kolom {kolom + 1}",
        subjek=tabel.nama,
        butir=f"baris {nomor} kolom {kolom + 1}",
        nilai=nilai,
        seharusnya=seharusnya,
        cara=cara,
        saran=saran,
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
    )
