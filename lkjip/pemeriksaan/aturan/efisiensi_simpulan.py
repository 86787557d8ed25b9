"""EFI-05 and EFI-08: the word "efisien" against the figures (pemeriksaan.md): in sentences, tables and claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja.data import MetodeEfisiensi
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.pemeriksaan.aturan.cocok_nama import Jenis, Kamus
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, tulis
from lkjip.pemeriksaan.aturan.efisiensi import sebutan
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat, Teks
from lkjip.pemeriksaan.data import Temuan
from lkjip.pemeriksaan.klaim import HasilKlaim

_TIDAK = re.compile(
    r"\b(?:tidak|belum|kurang) efisien\b|\binefisien(?:si)?\b|\befisiensi(?:nya)?\b[^.;]{0,40}\b(?:negatif|minus)\b"
)
_YA = re.compile(r"(?<!tidak )(?<!belum )(?<!kurang )(?<!lebih )(?<!dan )(?<!paling )\befisien\b(?! dan efektif)")
_TERJADI = re.compile(
    r"(?<!tidak )(?<!belum )\b(?:terjadi|terdapat|tercapai|menunjukkan adanya) efisiensi(?: (?:penggunaan|pemakaian))?"
    r"(?: (?:anggaran|sumber daya|dana))?(?: (?:pada|dalam|untuk|dari|sebesar)\b|[.,;])"
)
_PEMOTONGAN = re.compile(r"\b(?:inpres|instruksi presiden|refocusing|pemotongan|kebijakan|rasionalisasi|pengurangan)\b")
_HARAPAN = re.compile(
    r"\b(?:agar|supaya|akan|perlu|harus|hendaknya|diharapkan|guna|demi|prinsip|bila|jika|apabila|mengurangi"
    r"|dapat(?! (?:di(?:simpulkan|katakan|nilai|nyatakan|sebut|kategorikan)|kami simpulkan))"
    r"|untuk(?: (?:lebih|menjadi|mencapai|mewujudkan|menggunakan|memakai|me\w+))+"
    r"|mencegah|menghindari|menekan|potensi|bukan|tidak ada|tanpa|apakah|belum dapat|tahun depan|mendorong|upaya)\b"
)
_BATASAN = re.compile(
    r"\b(?:atau lebih|(?:lebih|sama dengan|kurang) (?:besar |kecil )?dari|di atas (?:satu|1|100)|minimal)\b"
    r"|[<>≥≤]|\b(?:dihitung|diukur|dirumuskan) dengan\b"
)
_MERUJUK = re.compile(r"\b(?:tersebut|tadi|ini|itu)\b")
_TENTANG_UANG = re.compile(r"\b(?:anggaran|sumber daya|dana|efisiensi|belanja|serapan|penggunaan)\b")
_MENYELURUH = re.compile(r"\b(?:seluruh|semua|kedua|ketiga|keempat|kelima|setiap|masing-masing)\b")
_KATA_SEL = {"efisien": True, "sangat efisien": True, "cukup efisien": True, "tidak efisien": False,
             "kurang efisien": False, "belum efisien": False, "inefisien": False, "inefisiensi": False}  # fmt: skip


@dataclass(frozen=True)
class Simpulan:
    """Somebody calls these subjects efficient, or not; '' is the agency as a whole."""

    efisien: bool
    daftar_kode: tuple[str, ...]
    teks: Teks
    kutipan: str
    butir: str
    klaim: bool = False


def _simpulan(bacaan: Bacaan) -> Iterator[Simpulan]:
    lalu: Kalimat | None = None
    for kalimat in bacaan.daftar_kalimat:
        satu = _dalam_kalimat(bacaan, kalimat, lalu if lalu is not None and lalu.teks is kalimat.teks else None)
        if satu is not None:
            yield satu
        lalu = kalimat
    yield from _dalam_tabel(bacaan)


def _dalam_kalimat(bacaan: Bacaan, kalimat: Kalimat, lalu: Kalimat | None) -> Simpulan | None:
    """None where the sentence states nothing, only hopes or says what the word means, or speaks of a programme whose
    capaian nobody measures. `lalu`: the sentence before, of which "tersebut" speaks.
    """
    rendah = tanpa_nama(kalimat)
    tidak, ya = _TIDAK.search(rendah), _YA.search(rendah)
    terjadi = _TERJADI.search(rendah) if not _PEMOTONGAN.search(rendah) else None
    cocok = tidak or ya or terjadi
    if cocok is None or (tidak and ya) or _HARAPAN.search(rendah):
        return None
    rencana, kode = bacaan.buku.data.renstra, kode_sebutan(kalimat.daftar_sebut)
    if not kode and lalu is not None and _MERUJUK.search(rendah):
        kode = kode_sebutan(lalu.daftar_sebut)
    if not kode and _BATASAN.search(rendah):
        return None
    terukur = tuple(k for k in kode if k in rencana.sasaran_per_kode or k in rencana.indikator_per_kode)
    if (kode or terjadi) and not terukur:
        return None
    if not terukur and kalimat.teks.subjek in rencana.indikator_per_kode:
        terukur = (kalimat.teks.subjek,)
    if not terukur:
        if not _TENTANG_UANG.search(rendah) and "efisiensi" not in kalimat.teks.bagian:
            return None
        menyeluruh = _MENYELURUH.search(rendah) or tidak
        terukur = tuple(rencana.sasaran_per_kode) if menyeluruh else ("",)
    return Simpulan(tidak is None, terukur, kalimat.teks, kalimat.isi, str(kalimat.awal))


def tanpa_nama(kalimat: Kalimat, sampai: int | None = None) -> str:
    """The sentence (up to a place in it) with each name in it as one short word: a long name keeps nothing apart."""
    isi = kalimat.rendah[:sampai]
    for s in sorted(kalimat.daftar_sebut, key=lambda s: -s.awal):
        isi = f"{isi[: s.awal]}_{isi[s.akhir :]}" if s.akhir <= len(isi) else isi
    return isi


def _dalam_tabel(bacaan: Bacaan) -> Iterator[Simpulan]:
    """Cells that hold nothing but the word, in the row of a sasaran or an indicator."""
    kamus = bacaan.konteks.pembantu(Kamus)
    for tabel in bacaan.buku.laporan.daftar_tabel:
        for nomor, baris in enumerate(tabel.baris, 3):
            kata = next((_KATA_SEL[k] for s in baris if isinstance(s, str) and
                         (k := " ".join(s.casefold().split())) in _KATA_SEL), None)  # fmt: skip
            kode = [n.kode for s in baris if kata is not None and isinstance(s, str) for n in kamus.persis(s)
                    if n.jenis in (Jenis.SASARAN, Jenis.INDIKATOR)]  # fmt: skip
            if kata is not None and kode:
                teks = Teks(tabel.nama, tabel.judul, f"lembar {tabel.nama}, baris {nomor}", tabel.bagian, kode[-1],
                            "ubah_tabel_bebas", (tabel.nama,))  # fmt: skip
                yield Simpulan(kata, (kode[-1],), teks, "efisien" if kata else "tidak efisien", f"baris {nomor}")


def _klaim(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Simpulan]:
    for n, k in enumerate(h.klaim for h in daftar):
        kata = _KATA_SEL.get(" ".join(k.teks.casefold().split()))
        if k.besaran == "efisiensi" and kata is not None:
            teks = Teks("klaim", k.teks, k.rujukan or "lembar klaim", halaman="lembar", argumen=("klaim",))
            yield Simpulan(kata, (k.subjek,), teks, k.teks, f"{k.rujukan} {n}", klaim=True)


def _tanpa_target(buku: BukuKerja, daftar: Iterator[Simpulan]) -> Iterator[Temuan]:
    """EFI-05: the first subject of each statement whose mean falls short."""
    triwulan = buku.laporan.identitas_berlaku.triwulan
    for s in daftar:
        for kode in s.daftar_kode if s.efisien else ():
            sasaran = kode in buku.data.renstra.sasaran_per_kode
            besaran = "rata_rata_sasaran" if sasaran else "capaian" if kode else "rata_rata_total"
            hasil = hitung(buku.data, besaran, kode, triwulan=triwulan)
            if hasil.angka is not None and hasil.angka < SERATUS:
                yield _temuan("EFI-05", buku, s, kode, f"capaiannya {tulis(hasil.angka)}%: target tidak tercapai",
                              tulis(hasil.angka), "capaian paling sedikit 100", hasil.cara)  # fmt: skip
                break


def _berlawanan(buku: BukuKerja, daftar: Iterator[Simpulan]) -> Iterator[Temuan]:
    """EFI-08. A statement about several is wrong where one of those called efficient is not, or where every one of
    those called inefficient is efficient.
    """
    metode, triwulan = buku.data.kinerja.metode.metode_efisiensi, buku.laporan.identitas_berlaku.triwulan
    if metode is None or metode is MetodeEfisiensi.SISA:
        return
    ambang = 1 if metode is MetodeEfisiensi.RASIO else 0
    for s in daftar:
        angka = [(kode, h) for kode in s.daftar_kode
                 if (h := hitung(buku.data, "efisiensi" if kode else "rata_rata_efisiensi", kode,
                                 triwulan=triwulan)).angka is not None]  # fmt: skip
        rendah = [(k, h) for k, h in angka if h.angka is not None and (h.angka < ambang or h.angka == ambang == 0)]
        efisien = [(k, h) for k, h in angka if (k, h) not in rendah and _disimpulkan_efisien(buku, k)]
        salah = rendah if s.efisien else efisien if len(efisien) == len(angka) else []
        for kode, hasil in salah[:1]:
            angkanya = tulis(hasil.angka) if hasil.angka is not None else ""
            arah = "di bawah atau sama dengan" if s.efisien else "di atas"
            yield _temuan("EFI-08", buku, s, kode, f"angka efisiensinya {angkanya}, {arah} batas {ambang}",
                          angkanya, "simpulan yang sesuai dengan angka", hasil.cara)  # fmt: skip


def _disimpulkan_efisien(buku: BukuKerja, kode: str) -> bool:
    triwulan = buku.laporan.identitas_berlaku.triwulan
    return not kode or hitung(buku.data, "simpulan_efisiensi", kode, triwulan=triwulan).kata == "efisien"


def _tempat(s: Simpulan) -> str:
    """Where it is said: a table by its title."""
    if s.teks.lembar.startswith("tabel_") and s.teks.isi:
        return f"Tabel “{s.teks.isi}” {s.butir}"
    return f"{s.teks.letak[:1].upper()}{s.teks.letak[1:]}"


def _temuan(
    aturan: str, buku: BukuKerja, s: Simpulan, kode: str, sebab: str, nilai: str, seharusnya: str, cara: str
) -> Temuan:
    kata = "efisien" if s.efisien else "tidak efisien"
    return galat(
        aturan,
        f"{_tempat(s)} menyebut {sebutan(buku, kode)} {kata}, padahal {sebab}.",
        letak=s.teks.letak,
        subjek=kode,
        butir=f"{s.teks.letak} {s.butir}",
        nilai=nilai,
        seharusnya=seharusnya,
        cara=cara,
        saran="Perbaiki simpulannya menurut capaian dan angka efisiensi, atau periksa angka yang mendasarinya.",
        halaman=s.teks.halaman,
        argumen=s.teks.argumen,
        bagian=s.teks.bagian,
        kutipan=s.kutipan,
        klaim=s.klaim,
    )


def efisien_tanpa_target(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-05 in texts and tables."""
    return _tanpa_target(bacaan.buku, _simpulan(bacaan))


def efisien_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-05 in claims of the word."""
    return _tanpa_target(buku, _klaim(buku, daftar))


def bertentangan(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-08 in texts and tables."""
    return _berlawanan(bacaan.buku, _simpulan(bacaan))


def bertentangan_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-08 in claims of the word."""
    return _berlawanan(buku, _klaim(buku, daftar))
