"""NAR-05: a figure in the paragraph that explains a table is not the table's (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_cari import beda_atau_jumlah
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, Aturan, galat, tulis
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.bacaan_tabel import angka_sel
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim

_JUMLAH = frozenset({"jumlah", "total", "jumlah total", "total jumlah", "grand total", "jumlah seluruhnya"})
_MENGHITUNG = re.compile(
    r"\b(?:sebanyak|berjumlah|jumlah|sejumlah|total|totalnya|sebesar|yaitu|yakni|mencapai|adalah|terdapat"
    r"|memiliki|didukung|ada)\b[^.;\d]{0,60}$",
    re.I,
)
_PENGANTAR = re.compile(
    r"(?: (?:sebesar|sebanyak|sejumlah|berjumlah|jumlahnya|yaitu|yakni|mencapai|adalah|ada|tercatat"
    r"|terdapat|serapan|serapannya"
    r"|dengan|menyerap|memiliki|pegawai|orang|unit|telah|sudah|nilai|bernilai|hanya|baru|pada|tahun|\d{4}))*[ :(]*"
)
_URAIAN = re.compile(
    r"\b(?:uraian|paragraf|alinea|penjelasan|narasi)\b.*?\b(?:di (?:atas|bawah)|sebelum|sesudah)?\s*(tabel [\w.]+)",
    re.I,
)
_TEGAS = re.compile(r"\b(?:sebanyak|sejumlah|berjumlah)[ :(]*$", re.IGNORECASE)
_TAHUN_LAIN = re.compile(r"(?<![\d.,])20\d\d(?![\d.,%])|\btahun (?:lalu|sebelumnya)", re.IGNORECASE)
_TABEL = re.compile(r"\btabel [\w.]*\w", re.IGNORECASE)


@dataclass(frozen=True)
class _Isi:
    """A number of a table: what its row and column are called."""

    nilai: Decimal
    baris: str
    kolom: str
    tabel: str
    jumlah: bool = False
    seluruh: Decimal | None = None  # of a part: the whole that the sentence must name too


def angka_tabel_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-05: beside a free table, a number that names one of its rows, or nearly repeats one of its numbers."""
    for bagian, daftar_tabel in bacaan.buku.laporan.daftar_tabel_per_bagian.items():
        isi = [satu for tabel in daftar_tabel for satu in (*_isi_tabel(tabel), *_bagian_jumlah(tabel))]
        ada = {satu.nilai for satu in isi} | {n for t in daftar_tabel for n in _jumlah_kolom(t)}
        ada |= {n for t in daftar_tabel for b in t.baris for s in b if (n := angka_sel(s)) is not None}
        kalimat = [k for k in bacaan.daftar_kalimat if k.teks.bagian == bagian and k.teks.lembar == "narasi"]
        semua = [a for k in kalimat for a in k.daftar_angka]
        yield from sekali(
            _temuan(k, a, beda)
            for k in kalimat
            for a in k.daftar_angka
            if a.nilai not in ada
            and not a.berskala
            and (beda := _beda(k, a, isi, str(bacaan.buku.data.tahun)))
            and not _hasil(a, k, semua, ada)
        )


def _jumlah_kolom(tabel: TabelBebas) -> Iterator[Decimal]:
    """Sums of the columns without a total row: a text may say them although the total row says otherwise (HIT-25)."""
    baris = [b for b in tabel.baris if not any(isinstance(s, str) and s.strip().lower() in _JUMLAH for s in b)]
    for kolom in zip(*baris, strict=False):
        yield sum((s for s in kolom if isinstance(s, Decimal)), Decimal(0))


def _isi_tabel(tabel: TabelBebas) -> Iterator[_Isi]:
    judul = tabel.judul or tabel.nama
    for baris in tabel.baris:
        label = next((s.strip() for s in baris if isinstance(s, str) and re.search(r"[A-Za-z]{3}", s)), "")
        for nomor, sel in enumerate(baris):
            kolom = tabel.kepala[nomor] if nomor < len(tabel.kepala) else ""
            if isinstance(sel, Decimal) and kolom.strip().lower().rstrip(".") not in ("no", "nomor", "kode", "tahun"):
                yield _Isi(sel, label, kolom, judul, label.lower().rstrip(":") in _JUMLAH)
    for nomor, kolom in enumerate(tabel.kepala):
        angka = [b[nomor] for b in tabel.baris if nomor < len(b)]
        bilangan = [a for a in angka if isinstance(a, Decimal)]
        berjumlah = any(isinstance(s, str) and s.strip().lower() in _JUMLAH for b in tabel.baris for s in b)
        if len(bilangan) == len(angka) > 1 and re.search(r"jumlah|banyak|orang", kolom, re.I) and not berjumlah:
            yield _Isi(sum(bilangan, Decimal(0)), "jumlah", kolom, judul, jumlah=True)


def _bagian_jumlah(tabel: TabelBebas) -> Iterator[_Isi]:
    """What the total row says of each column that is a part of it ("Laki-laki", "Perempuan"), called by its heading."""
    for baris in tabel.baris:
        if any(isinstance(s, str) and s.strip().lower() in _JUMLAH for s in baris):
            angka = [(n, s) for n, s in enumerate(baris[: len(tabel.kepala)]) if isinstance(s, Decimal)]
            seluruh = next((s for _, s in angka if sum(lain for _, lain in angka) == 2 * s), None)
            for n, s in angka if seluruh is not None else ():
                if s != seluruh:
                    yield _Isi(s, tabel.kepala[n], tabel.kepala[n], tabel.judul or tabel.nama, seluruh=seluruh)


def _beda(kalimat: Kalimat, angka: AngkaTulis, isi: Sequence[_Isi], tahun: str) -> _Isi | None:
    """The number of the table that is meant: of the row named beside it, else one that differs by a "
    "slip of a digit."""
    for satu in isi:
        lain = satu.seluruh is not None and all(a.nilai != satu.seluruh for a in kalimat.daftar_angka)
        if not satu.jumlah and not lain and _sejenis(angka, satu) and _menyebut(kalimat, angka, satu.baris, tahun):
            tegas = bool(_TEGAS.search(kalimat.isi[: angka.awal][-25:])) and angka.satuan not in ("", "%", "Rp")
            return satu if tegas or _dekat(angka.nilai, satu.nilai) else None
    hitungan = angka.satuan not in ("", "%", "Rp") and bool(_MENGHITUNG.search(kalimat.isi[: angka.awal]))
    if hitungan and _TAHUN_LAIN.search(kalimat.isi.replace(tahun, "")):  # how many there were in another year
        return None
    calon = [s for s in isi if _sejenis(angka, s) and _salah_ketik(angka.nilai, s.nilai, 2 if hitungan else 3)]
    if hitungan:
        calon = [s for s in calon if s.jumlah]
    elif angka.satuan != "Rp" and not (angka.satuan == "%" and angka.desimal):
        calon = []
    return calon[0] if len({s.nilai for s in calon}) == 1 else None


def _sejenis(angka: AngkaTulis, satu: _Isi) -> bool:
    persen = bool(re.search(r"%|persen|serapan|capaian", satu.kolom, re.I))
    uang = bool(re.search(r"\brp\b|rupiah|pagu|anggaran|realisasi", satu.kolom, re.I)) and not persen
    return (angka.satuan == "%") == persen and (angka.satuan == "Rp") == uang


def _menyebut(kalimat: Kalimat, angka: AngkaTulis, label: str, tahun: str) -> bool:
    """Whether the row's name stands right before the number, or right after it ("68 laptop")."""
    nama = label.lower().strip()
    if len(nama) < 4 or _TAHUN_LAIN.search(kalimat.isi.replace(tahun, "")):
        return False
    rendah = kalimat.rendah if len(kalimat.rendah) == len(kalimat.isi) else kalimat.isi
    lalu, nanti = rendah[: angka.awal][-len(nama) - 30 :], rendah[angka.akhir :].lstrip(" (")
    sebutan = {nama, *(p.strip() for p in nama.split("/") if len(p.strip()) > 3)}
    sebutan |= {nama.split()[0]} if len(nama.split()[0]) > 6 else set()
    if any(re.match(rf"(?:orang |unit |buah |pegawai )?{re.escape(s)}\b", nanti) for s in sebutan):
        return True
    letak = lalu.rfind(nama)
    antara = lalu[letak + len(nama) :] if letak >= 0 else ""
    return letak >= 0 and _PENGANTAR.fullmatch(antara) is not None


def _dekat(satu: Decimal, lain: Decimal) -> bool:
    return _salah_ketik(satu, lain, 2) or (lain != 0 and abs(satu - lain) * 3 <= abs(lain))


def _salah_ketik(satu: Decimal, lain: Decimal, terpendek: int = 3) -> bool:
    """One digit other, two neighbours swapped, or one dropped or added; numbers of fewer than
    `terpendek` digits are too short to tell."""
    desimal = max(0, *(-int(n.normalize().as_tuple().exponent) for n in (satu, lain)))
    a, b = (f"{bulat(n, desimal):f}".replace(".", "") for n in (satu, lain))
    if min(len(a), len(b)) < terpendek or a == b:
        return False
    if len(a) == len(b):
        beda = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        tukar = len(beda) == 2 and beda[1] == beda[0] + 1 and a[beda[0]] == b[beda[1]] and a[beda[1]] == b[beda[0]]
        return (len(beda) == 1 and abs(satu - lain) * 3 <= abs(lain)) or tukar
    panjang, pendek = sorted((a, b), key=len, reverse=True)
    hilang = any(panjang[:n] + panjang[n + 1 :] == pendek for n in range(len(panjang)))
    return len(pendek) >= 5 and len(panjang) == len(pendek) + 1 and hilang


def _hasil(angka: AngkaTulis, kalimat: Kalimat, semua: Sequence[AngkaTulis], ada: set[Decimal]) -> bool:
    """Whether it follows from other numbers, or is said twice in the section: then it is another matter."""
    sekalimat = [a.nilai for a in kalimat.daftar_angka if a is not angka and a.satuan == angka.satuan]
    hitungan = [a.nilai for a in kalimat.daftar_angka if a is not angka and a.satuan not in ("%", "Rp")]
    if len(hitungan) > 1 and sum(hitungan) == angka.nilai:
        return True
    return bool(re.search(r"selisih|kurang|lebih|beda", kalimat.isi, re.I)) and beda_atau_jumlah(
        angka, (*sekalimat, *ada)
    )


def _temuan(kalimat: Kalimat, angka: AngkaTulis, satu: _Isi) -> Temuan:
    baris = f"baris “{satu.baris}”, " if satu.baris else ""
    return temuan_teks(
        "NAR-05",
        Tingkat.GALAT,
        Tempat(kalimat.teks, angka.teks),
        f"Naskah menulis {angka.teks}{' ' + angka.satuan if angka.satuan not in ('', '%', 'Rp') else ''}, sedangkan "
        f"tabel “{satu.tabel}” ({baris}kolom “{satu.kolom}”) memuat {tulis_tepat(satu.nilai)}.",
        nilai=angka.nilai,
        seharusnya=satu.nilai,
        cara=f"Tabel “{satu.tabel}”, {baris}kolom “{satu.kolom}”.",
        saran="Samakan angka dalam naskah dengan tabelnya, atau perbaiki tabelnya.",
    )


def uraian_tercetak_berbeda(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """NAR-05 in an earlier report: what a paragraph beside a table says against what the table says."""
    semua = [h.klaim for h in daftar if h.klaim.nilai is not None]
    for uraian in semua:
        cocok = _URAIAN.search(uraian.rujukan)
        lain = next((k for k in semua if cocok and _sama(uraian, k, cocok[1].lower())), None)
        if lain is None or uraian.nilai is None or lain.nilai is None:
            continue
        yield galat(
            "NAR-05",
            f"{uraian.rujukan} menulis {tulis(uraian.nilai)}, sedangkan {lain.rujukan} mencetak {tulis(lain.nilai)}.",
            letak=uraian.rujukan,
            subjek=uraian.subjek,
            butir=f"{uraian.rujukan} {uraian.besaran} {uraian.tahun} {uraian.triwulan}",
            nilai=uraian.nilai,
            seharusnya=lain.nilai,
            cara=f"Dibandingkan dengan {lain.rujukan}",
            saran="Samakan uraian dengan tabelnya sesudah memastikan angka mana yang benar.",
            **TEMPAT_KLAIM,
        )


def _sama(uraian: Klaim, tabel: Klaim, nama: str) -> bool:
    cocok = _TABEL.search(tabel.rujukan)
    if cocok is None or cocok[0].lower() != nama or _URAIAN.search(tabel.rujukan):
        return False
    kunci = [(k.besaran, k.subjek, k.tahun, k.triwulan, k.versi) for k in (uraian, tabel)]
    return kunci[0] == kunci[1] and uraian.nilai != tabel.nilai


DAFTAR = (
    Aturan(
        "NAR-05",
        Tingkat.GALAT,
        "Angka tabel dan paragraf berbeda",
        periksa_klaim=uraian_tercetak_berbeda,
        periksa_teks=angka_tabel_berbeda,
    ),
)
