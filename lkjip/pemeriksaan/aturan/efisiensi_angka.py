"""EFI-01, 02, 03, 09 on free tables, and the mean in sentences: figures of efficiency against the method in force."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.data import MetodeEfisiensi
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, jumlah
from lkjip.dasar.periode import POLA_TAHUN
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import Jenis, Kamus
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, peringatan, sebutkan, sedekat_cetak, tulis
from lkjip.pemeriksaan.aturan.efisiensi import dengan_metode, sebutan
from lkjip.pemeriksaan.aturan.efisiensi_tabel import setahun
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.bacaan_tabel import bilangan_sel, label
from lkjip.pemeriksaan.data import Temuan

_KOLOM = re.compile(r"\befisiensi\b")
_BUKAN_KOLOM = re.compile(r"\bne\b|\brp\b|rupiah|kategori|keterangan|simpulan|metode|predikat|kriteria|target")
_CAPAIAN, _SERAPAN = re.compile(r"\bcapaian\b"), re.compile(r"\b(?:serapan|penyerapan)\b")
_RATA = re.compile(r"rata[ -]rata\b")
_RATA_TEKS = re.compile(
    r"\brata[ -]rata (?:tingkat |nilai |persentase )?efisiensi\b[^.;%]{0,80}"
    r"\b(?:sebesar|adalah|mencapai|yaitu|yakni|tercatat|ialah|senilai)[ :]*$"
)
_BUKAN_RATA = re.compile(r"\b(?:program|kegiatan|indikator|tahun (?:terakhir|sebelumnya|lalu)|nasional|triwulan)\b")


@dataclass(frozen=True)
class _Sel:
    """A printed efficiency of a sasaran or indicator: `benar` by the method in force, `lain` the method it follows."""

    tabel: TabelBebas
    nomor: int
    kolom: int
    kode: str
    tercetak: Decimal
    benar: Decimal
    cara: str
    lain: str


def _kolom_efisiensi(bacaan: Bacaan, tabel: TabelBebas) -> int | None:
    """The one column of efficiency in a table of the report's year; by the pmk method the score NE has its own."""
    pmk = bacaan.buku.data.kinerja.metode.metode_efisiensi is MetodeEfisiensi.PMK
    kolom = [
        n for n, kepala in enumerate(tabel.kepala)
        if _KOLOM.search(rapi := kepala.casefold()) and not _BUKAN_KOLOM.search(rapi)
        and not (pmk and "nilai efisiensi" in rapi)
    ]  # fmt: skip
    return kolom[0] if len(kolom) == 1 and setahun(bacaan, tabel, kolom[0]) else None


def _sel_salah(bacaan: Bacaan) -> Iterator[_Sel]:
    """Cells that neither the data nor the row's own capaian and serapan give by the method in force."""
    kamus, data = bacaan.konteks.pembantu(Kamus), bacaan.buku.data
    metode, triwulan = data.kinerja.metode.metode_efisiensi, bacaan.buku.laporan.identitas_berlaku.triwulan
    if metode is None:
        return
    for tabel in bacaan.buku.laporan.daftar_tabel:
        kolom = _kolom_efisiensi(bacaan, tabel)
        for nomor, baris in enumerate(tabel.baris, 3) if kolom is not None else ():
            tercetak, kode = bilangan_sel(baris, kolom), _kode(kamus, baris)
            if tercetak is None or not kode or kolom is None:
                continue
            hasil = hitung(data, "efisiensi", kode, triwulan=triwulan)
            if hasil.angka is None or any(_sama(n, tercetak) for n in _mungkin(bacaan, tabel, baris, kode, metode)):
                continue
            lain = (
                m.value
                for m in MetodeEfisiensi
                if m is not metode and any(_sama(n, tercetak) for n in _mungkin(bacaan, tabel, baris, kode, m))
            )
            yield _Sel(tabel, nomor, kolom, kode, tercetak, hasil.angka, hasil.cara, next(lain, ""))  # fmt: skip


def _kode(kamus: Kamus, baris: Sequence[SelBebas]) -> str:
    """The indicator of a row, else its sasaran."""
    daftar = [n for s in baris if isinstance(s, str) for n in kamus.persis(s)]
    kode = [n.kode for j in (Jenis.INDIKATOR, Jenis.SASARAN) for n in daftar if n.jenis is j]
    return kode[0] if kode else ""


def _sama(hasil: Decimal, tercetak: Decimal) -> bool:
    """Whether it is printed, also as per cent of a ratio."""
    return sedekat_cetak(hasil, tercetak) or sedekat_cetak(hasil * SERATUS, tercetak)


def _mungkin(
    bacaan: Bacaan, tabel: TabelBebas, baris: Sequence[SelBebas], kode: str, metode: MetodeEfisiensi
) -> list[Decimal]:
    """By the data, capped or not, and by what the row itself prints."""
    hasil = menurut_metode(bacaan, kode, metode)
    c, s = (_setempat(tabel, baris, pola) for pola in (_CAPAIAN, _SERAPAN))
    if c and s:
        rumus = {
            MetodeEfisiensi.RASIO: c / s,
            MetodeEfisiensi.SELISIH: c - s,
            MetodeEfisiensi.SISA: SERATUS - s,
            MetodeEfisiensi.PMK: SERATUS - s / c * SERATUS,
        }
        hasil.append(rumus[metode])
    return hasil


def menurut_metode(bacaan: Bacaan, kode: str, metode: MetodeEfisiensi) -> list[Decimal]:
    """The efficiency of a sasaran or indicator by a method, with the report's cap and without."""
    data, triwulan = bacaan.buku.data, bacaan.buku.laporan.identitas_berlaku.triwulan
    varian = [dengan_metode(data, metode, batas=b) for b in {data.kinerja.metode.batas_capaian, None}]
    hasil = [hitung(satu, "efisiensi", kode, triwulan=triwulan).angka for satu in varian]
    return [n for n in hasil if n is not None]


def _setempat(tabel: TabelBebas, baris: Sequence[SelBebas], pola: re.Pattern[str]) -> Decimal | None:
    kolom = [n for n, kepala in enumerate(tabel.kepala) if pola.search(kepala.casefold())]
    return bilangan_sel(baris, kolom[0]) if len(kolom) == 1 else None


def efisiensi_di_tabel(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-01: a cell that no method gives; those of another method are EFI-02 and EFI-03."""
    for s in _sel_salah(bacaan):
        if not s.lain:
            yield _temuan("EFI-01", bacaan, (s,), (
                f"Tabel “{s.tabel.judul or s.tabel.nama}” mencetak efisiensi {sebutan(bacaan.buku, s.kode)} "
                f"{tulis_tepat(s.tercetak)}, seharusnya {tulis(bulat(s.benar, 4))}."
            ), "Hitung ulang efisiensinya menurut metode laporan, dari capaian dan serapan baris itu.")  # fmt: skip


def sisa_di_tabel(bacaan: Bacaan) -> Iterator[Temuan]:
    """EFI-03: cells that are 100 − serapan, together per table."""
    yield from _per_tabel("EFI-03", bacaan, MetodeEfisiensi.SISA.value, "itu sisa anggaran (100 − serapan)",
                          "Hitung efisiensi dari capaian dan serapan; sebut angka itu sisa anggaran.")  # fmt: skip


def metode_di_tabel(bacaan: Bacaan) -> Iterator[Temuan]:
    """EFI-02: cells that follow another method than the report's, together per table."""
    metode = bacaan.buku.data.kinerja.metode.metode_efisiensi
    berlaku = metode.value if metode is not None else ""
    for lain in (m.value for m in MetodeEfisiensi if m is not MetodeEfisiensi.SISA):
        sebab = f"itu hasil metode {lain}, sedangkan laporan memakai {berlaku}"
        saran = "Hitung semua efisiensi dengan satu metode, yaitu yang tertulis pada pengaturan."
        yield from _per_tabel("EFI-02", bacaan, lain, sebab, saran)


def _per_tabel(aturan: str, bacaan: Bacaan, lain: str, sebab: str, saran: str) -> Iterator[Temuan]:
    per_tabel: dict[str, list[_Sel]] = defaultdict(list)
    for s in _sel_salah(bacaan):
        if s.lain == lain:
            per_tabel[s.tabel.nama].append(s)
    for daftar in per_tabel.values():
        isi = sebutkan([f"{tulis_tepat(s.tercetak)} untuk {sebutan(bacaan.buku, s.kode)}" for s in daftar])
        judul = daftar[0].tabel.judul or daftar[0].tabel.nama
        pesan = f"Tabel “{judul}” mencetak efisiensi {isi}: {sebab}; seharusnya {tulis(bulat(daftar[0].benar, 4))}."
        yield _temuan(aturan, bacaan, daftar, pesan, saran)


def _temuan(aturan: str, bacaan: Bacaan, daftar: Sequence[_Sel], pesan: str, saran: str) -> Temuan:
    s = daftar[0]
    return (galat if aturan == "EFI-01" else peringatan)(
        aturan, pesan, letak=f"lembar {s.tabel.nama}, baris {s.nomor}, kolom {s.kolom + 1}", subjek=s.kode,
        butir=f"{s.tabel.nama} baris {s.nomor} kolom {s.kolom + 1}", nilai=s.tercetak, seharusnya=s.benar, cara=s.cara,
        saran=saran, halaman="ubah_tabel_bebas", argumen=(s.tabel.nama,), bagian=s.tabel.bagian,
    )  # fmt: skip


def rata_rata_efisiensi(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-09: in the last row of a table of efficiency, and in sentences of the mean of all."""
    hasil = hitung(bacaan.buku.data, "rata_rata_efisiensi")
    for tabel in bacaan.buku.laporan.daftar_tabel:
        kolom = _kolom_efisiensi(bacaan, tabel)
        angka = [bilangan_sel(b, kolom) for b in tabel.baris] if kolom is not None else []
        rata = angka[-1] if angka and _RATA.match(label(tabel.baris[-1]).casefold()) else None
        baris = [n for n in angka[:-1] if n is not None]
        if rata is None or not baris:
            continue
        benar = jumlah(baris) / len(baris)
        if not any(_sama(n, rata) for n in (benar, *([hasil.angka] if hasil.angka is not None else []))):
            yield _temuan_rata(f"Tabel “{tabel.judul or tabel.nama}”", rata, benar, " + ".join(map(tulis_tepat, baris)),
                               letak=f"lembar {tabel.nama}, baris {len(tabel.baris) + 2}", butir=tabel.nama,
                               halaman="ubah_tabel_bebas", argumen=(tabel.nama,), bagian=tabel.bagian)  # fmt: skip
    for kalimat in bacaan.daftar_kalimat if hasil.angka is not None else ():
        if {*POLA_TAHUN.findall(kalimat.isi)} <= {str(bacaan.buku.data.tahun)}:
            yield from _rata_teks(kalimat, hasil.angka or Decimal(0), hasil.cara)


def _rata_teks(kalimat: Kalimat, benar: Decimal, cara: str) -> Iterator[Temuan]:
    if len(kode_sebutan(kalimat.daftar_sebut)) == 1 or _BUKAN_RATA.search(kalimat.rendah):
        return
    for n, a in enumerate(kalimat.daftar_angka):
        if a.satuan == "Rp" or a.berskala or not _RATA_TEKS.search(kalimat.rendah[: a.awal]):
            continue
        lain = [x.nilai for x in kalimat.daftar_angka[:n] if x.satuan == a.satuan and x.desimal == a.desimal]
        sendiri = [jumlah(lain) / len(lain)] if len(lain) > 1 else []
        if not any(_sama(x, a.nilai) for x in (benar, *sendiri)):
            yield _temuan_rata(f"{kalimat.teks.letak[:1].upper()}{kalimat.teks.letak[1:]}", a.nilai, benar, cara,
                               letak=kalimat.teks.letak, butir=f"{kalimat.teks.letak} {kalimat.awal}",
                               halaman=kalimat.teks.halaman, argumen=kalimat.teks.argumen,
                               bagian=kalimat.teks.bagian, kutipan=kalimat.isi)  # fmt: skip


def _temuan_rata(siapa: str, tercetak: Decimal, benar: Decimal, cara: str, **lain: object) -> Temuan:
    return galat(
        "EFI-09", f"{siapa} menulis rata-rata efisiensi {tulis_tepat(tercetak)}, seharusnya {tulis(bulat(benar, 4))}.",
        nilai=tercetak, seharusnya=benar, cara=cara, saran="Hitung ulang rata-ratanya dari efisiensi semua sasaran.",
        **lain,
    )  # fmt: skip
