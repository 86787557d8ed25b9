"""KON: how texts and tables write the names and units of sasaran and indicators (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import (
    Jenis,
    Kamus,
    Kata,
    Nama,
    jenis_kolom,
    kata_nama,
    kata_teks,
    tanpa_nomor,
)
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama, peringatan
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_KUTIPAN = re.compile(r"[“\"]([^“”\"\n]{8,300})[”\"]")
_MILIK_LAIN = r"(?! (?:program|kegiatan|sub|rpjm|rpd|rpjp|daerah|pemerintah|nasional|gubernur|bupati|wali))"
_PENGANTAR = re.compile(rf"\b(sasaran{_MILIK_LAIN}|indikator{_MILIK_LAIN}|iku)\b[^.;\n]{{0,40}}$")
# A name in running text, as far as its capitals go: "sasaran pertama, yaitu Meningkatnya Kualitas …".
_BERKAPITAL = re.compile(
    rf"\b([Ss]asaran|[Ii]ndikator|IKU){_MILIK_LAIN}[a-z0-9 ,:]{{0,40}}"
    r"((?:[A-Z][\w/-]*)(?:[ \t]+(?:dan|yang|di|dari|pada|terhadap|serta|oleh|bagi|dalam|[A-Z][\w/-]*)){2,20})"
)
_SAMBUNG_DI_UJUNG = re.compile(r"(?:[ \t]+[a-z]+)+$")  # "… Layanan yang di": the sentence goes on
_LAIN = re.compile(r"\b(?:rpjm\w*|rpd|rpjp\w*|nasional|kementerian|program|kegiatan)\b[^.;\n]{0,20}$")
_MAKS_NAMA = 1000  # letters: further on no name ends
# Our own sasaran, quoted: then half of the words the same, and the first two, mean the same one.
_MILIK_SENDIRI = re.compile(
    r"\bsasaran(?: strategis| renstra)? (?:ke-|kesatu|pertama|kedua|ketiga|keempat|kelima|adalah|yaitu)"
)
_JEDA = re.compile(r"[.,;:()\n”\"–—]")
_TURUN = frozenset({"penurunan", "menurunnya", "pengurangan", "berkurangnya", "menurun"})
_INGKAR = frozenset({"tidak", "bukan", "tanpa", "belum"})


@dataclass(frozen=True)
class Tulisan:
    """A name as some place writes it."""

    asal: Nama
    kutipan: str
    teks: Teks
    klaim: bool = False


class _Simpanan:
    """What was found in one workbook, kept with it: two rules ask for it."""

    def __init__(self, ktx: Konteks) -> None:
        self.daftar: list[Tulisan] | None = None


def _per_tulisan(bacaan: Bacaan) -> list[Tulisan]:
    simpanan = bacaan.konteks.pembantu(_Simpanan)
    if simpanan.daftar is None:
        simpanan.daftar = _cari(bacaan)
    return simpanan.daftar


def _cari(bacaan: Bacaan) -> list[Tulisan]:
    kamus = bacaan.konteks.pembantu(Kamus)
    hasil = [t for tabel in bacaan.buku.laporan.daftar_tabel for t in _dalam_tabel(kamus, tabel)]
    for teks in (*bacaan.daftar_narasi, *bacaan.daftar_judul, *bacaan.daftar_analisis):
        hasil += _dalam_teks(kamus, teks)
    for n, k in enumerate(bacaan.buku.daftar_klaim, 2):
        for isi in dict.fromkeys((k.rujukan, k.teks)):
            teks = Teks("klaim", isi, f"lembar klaim, baris {n}", halaman="lembar", argumen=("klaim",))
            hasil += [Tulisan(t.asal, t.kutipan, t.teks, klaim=True) for t in _dalam_teks(kamus, teks)]
    return hasil


def _dalam_teks(kamus: Kamus, teks: Teks) -> Iterator[Tulisan]:
    """Names that a quotation or the running text rewords; each place once."""
    terkutip: list[tuple[int, int]] = []
    for cocok in _KUTIPAN.finditer(teks.isi):
        pengantar = _PENGANTAR.search(teks.isi[max(0, cocok.start() - 70) : cocok.start()].casefold())
        jenis = Jenis.SASARAN if pengantar and pengantar[1] == "sasaran" else Jenis.INDIKATOR
        longgar = bool(pengantar and _MILIK_SENDIRI.match(pengantar[0]) and not _LAIN.search(pengantar[0]))
        if pengantar and (asal := kamus.diubah(cocok[1], jenis, longgar=longgar)) and not _pendek(asal, cocok[1]):
            terkutip.append(cocok.span())
            yield Tulisan(asal, cocok[1], teks)
    for cocok in _BERKAPITAL.finditer(teks.isi):
        jenis = Jenis.SASARAN if cocok[1].casefold() == "sasaran" else Jenis.INDIKATOR
        kutipan = _SAMBUNG_DI_UJUNG.sub("", cocok[2])
        asal = kamus.diubah(kutipan, jenis)
        if asal is not None and asal.kata[0] == kata_nama(kutipan)[0] and not _pendek(asal, kutipan) and \
                not _memuat(asal, kutipan):  # fmt: skip
            terkutip.append(cocok.span())
            yield Tulisan(asal, kutipan, teks)
    daftar_kata = kata_teks(teks.isi)
    for tulisan, rentang in _diperkenalkan(kamus, teks, daftar_kata):
        if not any(a < rentang[1] and rentang[0] < b for a, b in terkutip):
            terkutip.append(rentang)
            yield tulisan
    for tulisan, rentang in _berujung_lain(kamus, teks, daftar_kata):
        if not any(a < rentang[1] and rentang[0] < b for a, b in terkutip):
            yield tulisan
    for asal, awal, akhir in kamus.berpaut(daftar_kata):
        dari, sampai = daftar_kata[awal].awal, daftar_kata[akhir - 1].akhir
        milik_lain = _LAIN.search(teks.isi[max(0, dari - 30) : dari].casefold())
        if asal.jenis in (Jenis.SASARAN, Jenis.INDIKATOR) and not any(a <= dari < b for a, b in terkutip) and \
                not milik_lain and \
                not re.search(r"[.;:\n]", teks.isi[dari:sampai]):  # fmt: skip
            yield Tulisan(asal, teks.isi[dari:sampai], teks)


def _berujung_lain(kamus: Kamus, teks: Teks, daftar_kata: Sequence[Kata]) -> Iterator[tuple[Tulisan, tuple[int, int]]]:
    """Names in capitals that end in another verb than the plan's ("… yang Dipelihara" for "… yang Dilestarikan")."""
    for asal, awal, akhir in kamus.berujung_lain(daftar_kata):
        dari, sampai = daftar_kata[awal].awal, daftar_kata[akhir - 1].akhir
        kata_akhir, sesudah = teks.isi[daftar_kata[akhir - 1].awal], teks.isi[sampai : sampai + 2].strip()
        berkapital = teks.isi[dari].isupper() and kata_akhir.isupper() and not sesudah[:1].isupper()
        if berkapital and not re.search(r"[.;:\n]", teks.isi[dari:sampai]):
            yield Tulisan(asal, teks.isi[dari:sampai], teks), (dari, sampai)


def _diperkenalkan(kamus: Kamus, teks: Teks, daftar_kata: Sequence[Kata]) -> Iterator[tuple[Tulisan, tuple[int, int]]]:
    """Names that follow the words "sasaran" or "indikator", and the characters that they take."""
    for n, kata in enumerate(daftar_kata):
        jenis = (
            Jenis.SASARAN if kata.isi == "sasaran" else Jenis.INDIKATOR if kata.isi in ("indikator", "iku") else None
        )
        if jenis is None:
            continue
        for m in range(n + 1, min(n + 6, len(daftar_kata))):
            antara = teks.isi[kata.akhir : daftar_kata[m].awal].casefold()
            if re.search(r"[.;\n]", antara) or _LAIN.search(antara) or kamus.utuh(daftar_kata, m):
                break  # "Rata-rata waktu …" as planned: its second word begins no other wording
            jeda = _JEDA.search(teks.isi, daftar_kata[m].awal, daftar_kata[m].awal + _MAKS_NAMA)
            hasil = kamus.diperkenalkan(daftar_kata, m, jenis, jeda.start() if jeda else len(teks.isi))
            if hasil is not None:
                dari, sampai = daftar_kata[m].awal, daftar_kata[m + hasil[1] - 1].akhir
                yield Tulisan(hasil[0], teks.isi[dari:sampai], teks), (dari, sampai)
                break


def _pendek(asal: Nama, kutipan: str) -> bool:
    """Whether a quotation only shortens the name."""
    sisa = iter(asal.kata)
    return all(kata in sisa for kata in kata_nama(kutipan))


def _memuat(asal: Nama, kutipan: str) -> bool:
    """Whether the words begin with the very name: what follows it in capitals belongs to the sentence."""
    return kata_nama(kutipan)[: len(asal.kata)] == asal.kata


def _dalam_tabel(kamus: Kamus, tabel: TabelBebas) -> Iterator[Tulisan]:
    """Cells of the columns Sasaran and Indikator that are nearly a name of the plan."""
    kolom = [(n, jenis_kolom(k)) for n, k in enumerate(tabel.kepala)]
    for nomor, baris in enumerate(tabel.baris, 3):
        teks = {n: isi for n, isi in enumerate(baris) if isinstance(isi, str) and isi.strip()}
        indikator = next((x for isi in teks.values() for x in kamus.persis(isi) if x.jenis is Jenis.INDIKATOR), None)
        for n, jenis in kolom:
            if n not in teks or jenis not in (frozenset({Jenis.SASARAN}), frozenset({Jenis.INDIKATOR})):
                continue
            satu = next(iter(jenis))
            asal = kamus.diubah(teks[n], satu, _kode_baris(kamus, indikator, satu))
            if asal is not None:
                letak = f"lembar {tabel.nama}, baris {nomor}, kolom {n + 1}"
                tempat = Teks(tabel.nama, teks[n], letak, tabel.bagian, tabel.nama, "ubah_tabel_bebas", (tabel.nama,))
                yield Tulisan(asal, tanpa_nomor(teks[n]).strip(), tempat)


def _kode_baris(kamus: Kamus, indikator: Nama | None, jenis: Jenis) -> str:
    """Which row a cell must be about, where its row says so: an indicator's kode or name tells also the sasaran."""
    if indikator is None:
        return ""
    if jenis is Jenis.INDIKATOR:
        return indikator.kode
    return kamus.induk.get(indikator.kode, "")


def berbeda_rumusan(jenis: Jenis, bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-05 and KON-06: one finding per name and wording, with all the places where it stands."""
    per_rumusan: dict[tuple[str, tuple[str, ...]], list[Tulisan]] = defaultdict(list)
    for t in _per_tulisan(bacaan):
        if t.asal.jenis is jenis:
            per_rumusan[t.asal.kode, kata_nama(t.kutipan)].append(t)
    for daftar in per_rumusan.values():
        yield _temuan(daftar)


def _temuan(daftar: list[Tulisan]) -> Temuan:
    t, sasaran = daftar[0], daftar[0].asal.jenis is Jenis.SASARAN
    lain = f" dan {len(daftar) - 1} tempat lain" if len(daftar) > 1 else ""
    berbalik = not sasaran and _berbalik(t.asal.kata, kata_nama(t.kutipan))
    sebutan = "Sasaran" if sasaran else "Indikator"
    return (galat if berbalik else peringatan)(
        "KON-05" if sasaran else "KON-06",
        f"{sebutan} {nama(t.asal.kode, t.asal.uraian)} ditulis “{' '.join(t.kutipan.split())}” di {t.teks.letak}{lain}"
        f"{'; arah atau maknanya berbalik' if berbalik else ''}.",
        letak="; ".join(dict.fromkeys(satu.teks.letak for satu in daftar)),
        subjek=t.asal.kode,
        butir=" ".join(kata_nama(t.kutipan)),
        nilai=" ".join(t.kutipan.split()),
        seharusnya=t.asal.uraian,
        saran=f"Samakan dengan rumusan pada Renstra, atau perbaiki rumusan {sebutan.lower()} bila yang di sini benar.",
        halaman=t.teks.halaman,
        argumen=t.teks.argumen,
        bagian=t.teks.bagian,
        kutipan=t.kutipan,
        klaim=t.klaim,
    )


def _berbalik(asal: tuple[str, ...], tulisan: tuple[str, ...]) -> bool:
    """Whether one of them speaks of a fall, or denies, and the other does not."""
    return any(bool(kata & set(asal)) != bool(kata & set(tulisan)) for kata in (_TURUN, _INGKAR))


DAFTAR = (
    Aturan(
        "KON-05", Tingkat.PERINGATAN, "Rumusan sasaran berbeda", periksa_teks=partial(berbeda_rumusan, Jenis.SASARAN)
    ),
    Aturan(
        "KON-06", Tingkat.PERINGATAN, "Nama indikator berbeda", periksa_teks=partial(berbeda_rumusan, Jenis.INDIKATOR)
    ),
)
