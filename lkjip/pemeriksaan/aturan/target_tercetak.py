"""KON-02, KON-03, KON-04 in the report's own tables and sentences: which target they print (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, banyak_desimal
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.alasan_tertulis import indikator_disebut
from lkjip.pemeriksaan.aturan.cocok_nama import Kamus
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, nama_indikator, tulis
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat, Teks
from lkjip.pemeriksaan.bacaan_tabel import angka_sel
from lkjip.pemeriksaan.data import Temuan
from renstra.data import Versi

_KINI = re.compile(r"target(?: kinerja| pk| iku| tahunan| perjanjian kinerja)?(?: tahun)?(?: (?P<tahun>20\d\d))?")
_AKHIR = re.compile(r"target[^\d]{0,40}\b(?:akhir|jangka menengah)\b|target[^\d]{0,30}\b20\d\d\b")
_BUKAN_TARGET = re.compile(r"capaian|realisasi|kemajuan|tingkat|terhadap|selisih|rpjm|rpd|spm|nasional|anggaran|pagu")
_BAGIAN_TAHUN = re.compile(r"triwulan|\btw\b|semester|bulan|renstra|rencana aksi|rpjm|rpd\b|\bspm\b|nasional")
_TAHUN = re.compile(r"\b20\d\d\b")
_DALAM_KALIMAT = re.compile(
    r"\btarget(?P<apa>(?: (?:akhir|renstra|rencana strategis|jangka menengah|periode|kinerja|tahun|pada|sebesar"
    r"|adalah|yaitu|yakni|yang|ditetapkan|di|perjanjian|20\d\d))*)[ :(]*$"
)
_LAIN = re.compile(r"\b(?:triwulan|tw|semester|bulan|nasional|provinsi|rpjm\w*|rpd|spm|murni|semula|awal|dinaikkan"
                   r"|diturunkan|menjadi|diubah|berikutnya|mendatang|lalu|sebelumnya)\b")  # fmt: skip
_TERBANYAK = 3  # rows of a table that differ: more of them, and it is the table of another document


@dataclass(frozen=True)
class _Cetakan:
    """A target as printed somewhere, the one that it should be, and which rule it breaks."""

    aturan: str
    kode: str
    nilai: Decimal
    benar: Decimal
    teks: Teks
    kutipan: str


class _Simpanan:
    """What was found in one workbook, kept with it: three rules ask for it."""

    def __init__(self, ktx: Konteks) -> None:
        self.daftar: list[_Cetakan] | None = None


def target_tercetak(aturan: str, bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """A table that differs in several rows is one finding; so is one wrong target, wherever it stands."""
    simpanan = bacaan.konteks.pembantu(_Simpanan)
    if simpanan.daftar is None:
        tabel = [c for t in bacaan.buku.laporan.daftar_tabel for c in _dalam_tabel(bacaan, t)]
        simpanan.daftar = [*tabel, *(c for k in bacaan.daftar_kalimat for c in _dalam_kalimat(bacaan, k))]
    ini = [c for c in simpanan.daftar if c.aturan == aturan]
    per_lembar = Counter(c.teks.lembar for c in ini if c.teks.lembar != "narasi")
    kelompok: dict[object, list[_Cetakan]] = defaultdict(list)
    for c in ini:
        kelompok[c.teks.lembar if per_lembar[c.teks.lembar] > 1 else (c.kode, c.nilai, c.benar)].append(c)
    yield from (_temuan(bacaan, daftar) for daftar in kelompok.values())


def _dalam_tabel(bacaan: Bacaan, tabel: TabelBebas) -> list[_Cetakan]:
    kolom = [(n, akhir) for n, k in enumerate(tabel.kepala) if (akhir := _kolom_target(bacaan, tabel, k)) is not None]
    kamus = bacaan.konteks.pembantu(Kamus)
    hasil: list[_Cetakan] = []
    if len({akhir for _, akhir in kolom}) != len(kolom):
        return []  # several targets: another document's, or one for each year
    for n, akhir in kolom:
        beda: list[_Cetakan] = []
        for nomor, baris in enumerate(tabel.baris, 3):
            kode = kamus.kode_indikator(baris)
            angka = angka_sel(baris[n]) if n < len(baris) else None
            if angka is not None and len(kode) == 1:
                letak = f"lembar {tabel.nama}, baris {nomor}, kolom {n + 1}"
                teks = Teks(tabel.nama, str(baris[n]), letak, tabel.bagian, tabel.nama, "ubah_tabel_bebas",
                            (tabel.nama,))  # fmt: skip
                beda += _cetakan(bacaan, kode.pop(), angka, teks, akhir=akhir, judul=tabel.judul)
        hasil += beda if akhir or len(beda) < _TERBANYAK else []
    return hasil


def _kolom_target(bacaan: Bacaan, tabel: TabelBebas, kepala: str) -> bool | None:
    """True: the target of the Renstra's last year; False: this year's; None: neither."""
    rapi = " ".join(re.sub(r"\([^()]*\)|%", " ", kepala.casefold()).split())
    tahun, akhir = bacaan.buku.data.tahun, bacaan.buku.data.renstra.periode.renstra_akhir
    disebut = {int(t) for t in _TAHUN.findall(rapi)}
    if "target" not in rapi or _BUKAN_TARGET.search(rapi):
        return None
    if akhir not in (None, tahun) and _AKHIR.match(rapi) and (disebut == {akhir} or (not disebut and "akhir" in rapi)):
        return True
    cocok, judul = _KINI.fullmatch(rapi), tabel.judul.casefold()
    luar = {int(t) for t in _TAHUN.findall(judul)} - {tahun}
    lain = _BAGIAN_TAHUN.search(" ".join((judul, *tabel.kepala)).casefold()) or tabel.bagian.startswith("bab2.renstra")
    if cocok and not lain and (cocok["tahun"] or not luar) and cocok["tahun"] in (None, str(tahun)):
        return False
    return None


def _cetakan(
    bacaan: Bacaan, kode: str, angka: Decimal, teks: Teks, *, akhir: bool, judul: str = "", kutipan: str = ""
) -> Iterator[_Cetakan]:
    """The rule that a printed target breaks, if any; one printed in other decimals or as a share of 1 breaks none."""
    data, rendah = bacaan.buku.data, judul.casefold()
    murni = hitung(data, "selisih_target", kode, versi=Versi.MURNI.value).angka
    perubahan = hitung(data, "selisih_target", kode, versi=Versi.PERUBAHAN.value).angka
    if akhir:
        aturan, benar = "KON-03", hitung(data, "target_akhir_renstra", kode).angka
    elif "murni" in rendah:
        aturan, benar = "KON-02", murni
    else:
        bab2 = teks.bagian.startswith(("bab2", "lampiran")) and "perubahan" not in rendah
        benar = murni if bab2 and angka == murni else hitung(data, "selisih_target", kode).angka
        tertukar = perubahan is not None and murni is not None and murni == angka != perubahan
        aturan = "KON-04" if tertukar else "KON-02"
    if benar is None or bulat(benar, banyak_desimal(angka)) == angka or angka * SERATUS == benar:
        return
    yield _Cetakan(aturan, kode, angka, benar, teks, kutipan or teks.isi)


def _dalam_kalimat(bacaan: Bacaan, kalimat: Kalimat) -> Iterator[_Cetakan]:
    """A figure right behind "target" in a sentence on one indicator. In words only a target that is known elsewhere
    (of another year or version) is surely the wrong one.
    """
    if kalimat.teks.lembar != "narasi" or "target" not in kalimat.rendah or len(kalimat.rendah) != len(kalimat.isi):
        return
    disebut = indikator_disebut(bacaan, kalimat)
    bicara = kalimat.teks.bagian.startswith(("bab3", "bab4", "ikhtisar"))
    if len(disebut) != 1 or not bicara or _LAIN.search(kalimat.rendah):
        return
    (kode,) = disebut
    for a in kalimat.daftar_angka:
        cocok = _DALAM_KALIMAT.search(kalimat.rendah[: a.awal])
        akhir = _akhir_dimaksud(bacaan, kalimat, cocok["apa"]) if cocok and a.satuan in _satuan(bacaan, kode) else None
        if akhir is not None:
            daftar = _cetakan(bacaan, kode, a.nilai, kalimat.teks, akhir=akhir, kutipan=a.teks.strip())
            yield from (c for c in daftar if _tersalin(bacaan, c))


def _akhir_dimaksud(bacaan: Bacaan, kalimat: Kalimat, apa: str) -> bool | None:
    """Whether the words behind "target" mean the Renstra's last year (True) or the report's (False); None: another."""
    tahun, akhir = {int(t) for t in _TAHUN.findall(kalimat.isi)}, bacaan.buku.data.renstra.periode.renstra_akhir
    kini = bacaan.buku.data.tahun
    if akhir is None or not tahun <= {kini, akhir}:
        return None
    if re.search(r"\b(?:akhir|menengah)\b", apa) or (str(akhir) in apa and akhir != kini):
        return True if str(kini) not in apa or akhir == kini else None
    return False if tahun <= {kini} and not re.search(r"renstra|strategis", apa) else None


def _satuan(bacaan: Bacaan, kode: str) -> frozenset[str]:
    i = bacaan.buku.data.renstra.indikator_per_kode[kode]
    return frozenset({"", i.satuan.strip(), i.satuan.strip().casefold()})


def _tersalin(bacaan: Bacaan, c: _Cetakan) -> bool:
    """Whether the figure is a target of another year or version."""
    rencana = bacaan.buku.data.renstra
    tahunan = {t.target for t in rencana.daftar_target_tahunan if t.indikator == c.kode}
    return c.nilai in tahunan | {p.target for p in rencana.daftar_perjanjian if p.indikator == c.kode}


def _temuan(bacaan: Bacaan, daftar: Sequence[_Cetakan]) -> Temuan:
    c, buku = daftar[0], bacaan.buku
    judul = {t.nama: f"tabel “{t.judul or t.nama}”" for t in buku.laporan.daftar_tabel}
    tempat = " dan ".join(dict.fromkeys(judul.get(x.teks.lembar, x.teks.letak) for x in daftar))
    apa, pembanding, saran = _kata(buku, c.aturan)
    isi = "; ".join(dict.fromkeys(
        f"{nama_indikator(buku, x.kode)} {tulis(x.nilai)}, sedangkan {pembanding} {tulis(x.benar)}" for x in daftar
    ))  # fmt: skip
    return galat(
        c.aturan,
        f"{tempat[:1].upper()}{tempat[1:]} mencetak {apa} {isi}.",
        letak="; ".join(dict.fromkeys(x.teks.letak for x in daftar)),
        subjek=c.kode if len({x.kode for x in daftar}) == 1 else "",
        butir=f"{c.teks.letak} {c.kode}",
        nilai=c.nilai,
        seharusnya=c.benar,
        cara=f"{pembanding} {tulis(c.benar)}",
        saran=saran,
        halaman=c.teks.halaman,
        argumen=c.teks.argumen,
        bagian=c.teks.bagian,
        kutipan=c.kutipan,
    )


def _kata(buku: BukuKerja, aturan: str) -> tuple[str, str, str]:
    """(what is printed, what it is measured against, what to do) in words."""
    tahun, akhir = buku.data.tahun, buku.data.renstra.periode.renstra_akhir
    if aturan == "KON-03":
        saran = f"Pakai target Renstra tahun {akhir}, atau perbaiki lembar target_tahunan bila ia yang keliru."
        return "target akhir Renstra", f"target Renstra {akhir}", saran
    if aturan == "KON-04":
        saran = "Pakai target Perjanjian Kinerja perubahan, atau sebut jelas bahwa yang dicetak target murni."
        return f"target {tahun} menurut Perjanjian Kinerja murni untuk", "targetnya sesudah perubahan", saran
    saran = "Samakan dengan Perjanjian Kinerja, atau perbaiki lembar perjanjian bila ia yang keliru."
    return f"target {tahun}", "target Perjanjian Kinerja yang berlaku", saran
