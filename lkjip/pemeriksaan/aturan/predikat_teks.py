"""HIT-18, HIT-19 in sentences and in cells of free tables: the letter or class typed beside a score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja.besaran_skala import SKALA_BAKU_PER_NAMA, SkalaBaku
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, galat, tulis
from lkjip.pemeriksaan.aturan.predikat_skala import AWAL_SAKIP, SAKIP, SKALA, kelas_seharusnya
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.bacaan_tabel import label
from lkjip.pemeriksaan.data import Temuan

_MUTU = r"mutu(?: (?:unit )?(?:pelayanan|layanan))?(?:nya)?"
_HURUF_SESUDAH = re.compile(
    rf"[\s(]{{0,3}}(?:(?:pada |di |untuk )?tahun \d{{4}})?,?\s{{0,2}}(?:atau|dengan|dan)?\s{{0,2}}"
    rf"(?:(?:ber)?(?:predikat|kategori)|{_MUTU})?\s{{0,2}}"
    r"[\"“(]?(AA|BB|CC|A|B|C|D)\b[\"”)]?(?![-\w]|\.\w)"
)
_KATA_KELAS = re.compile(
    rf"\b(?:kategori|predikat|{_MUTU})\s+(?:(?:tergolong|termasuk|adalah|yaitu)\s+)?[\"“]?"
    r"((?:sangat\s+|kurang\s+|tidak\s+)?(?:kurang|buruk|rendah|sedang|cukup|baik|tinggi|unggul|memuaskan|prima))\b"
)
_BUKAN_SATUAN = frozenset(("", "poin", "masuk", "termasuk", "tergolong", "berada", "kategori", "predikat", "mutu"))
_CAPAIAN = re.compile(r"\b(?:capaian|tercapai|kinerja|realisasi|target|serapan)\b|%")
_HURUF_SEBELUM = re.compile(
    r"(?<![\w.-])[\"“]?(AA|BB|CC|A|B|C|D)[\"”]?(?:\s*\(| (?:dengan |dan )?(?:nilai|skor|angka)(?:nya)? (?:sebesar )?)$"
)
_SKOR_SAKIP = re.compile(r"akuntabilitas kinerja(?: instansi pemerintah)?")
_SEL_HURUF = re.compile(r"\s*(\d{2,3}(?:[.,]\d{1,2})?)\s*[(/]\s*(AA|BB|CC|A|B|C|D)\s*\)?\s*")
# "predikat SAKIP “A”", wherever the one score of the sentence stands.
_PREDIKAT_HURUF = re.compile(
    r"\b(?:ber)?predikat(?: sakip| SAKIP| AKIP)?(?: menjadi| yaitu| adalah)? [\"“(]?(AA|BB|CC|A|B|C|D)\b(?![-\w.])"
)
# The name behind a letter: "BB (Sangat Baik)".
_NAMA_HURUF = re.compile(r"[\"”]?\s?\(((?:[Ss]angat )?(?:[Mm]emuaskan|[Bb]aik|[Kk]urang)|[Cc]ukup)\)")


def predikat_teks(aturan: str, bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """The letter typed beside a score in a sentence that speaks of one such index only: "B (71,51)"."""
    for kalimat in bacaan.daftar_kalimat:
        disebut = [nama for nama, pola in SKALA if pola.search(kalimat.rendah)]
        sakip = SAKIP.search(kalimat.rendah) is not None
        if len(disebut) + sakip != 1 or sakip is not (aturan == "HIT-18"):
            continue
        skala = None if sakip else SKALA_BAKU_PER_NAMA[disebut[0]]
        sudah: set[Decimal] = set()  # a letter and its name beside one score are one fault
        for awal, nilai, huruf in _tertulis(kalimat):
            benar = kelas_seharusnya(skala, nilai, huruf)
            target = "target" in kalimat.rendah and BATAS_BAWAH_PREDIKAT.get(huruf) == nilai
            if not benar or target or nilai in sudah:
                continue
            sudah.add(nilai)
            teks = kalimat.teks
            yield galat(
                aturan,
                f"Tertulis nilai {tulis(nilai)} berpredikat {huruf}, padahal menurut skalanya {benar}.",
                letak=teks.letak, subjek=teks.subjek, butir=f"{teks.letak} {kalimat.awal + awal}", nilai=huruf,
                seharusnya=benar, cara=f"skala predikat {(skala or SKALA_BAKU_PER_NAMA['sakip']).dasar}",
                saran="Perbaiki predikat atau nilainya menurut surat hasil penilaian.", halaman=teks.halaman,
                argumen=teks.argumen, bagian=teks.bagian, kutipan=kalimat.isi,
            )  # fmt: skip


def _tertulis(kalimat: Kalimat) -> tuple[tuple[int, Decimal, str], ...]:
    """(place, score, letter or class), the nearest way of saying it first."""
    dekat = tuple(_pasangan(kalimat))
    skor = {a.nilai for a in kalimat.daftar_angka if a.satuan in _BUKAN_SATUAN and 30 <= a.nilai <= 100 and a.desimal}
    jauh = _PREDIKAT_HURUF.search(kalimat.isi) if not dekat and len(skor) == 1 else None
    return (*dekat, *_kata_kelas(kalimat), *([(jauh.start(1), skor.pop(), jauh[1])] if jauh else []))


def _kata_kelas(kalimat: Kalimat) -> Iterator[tuple[int, Decimal, str]]:
    """(place, score, class) of a sentence about one score that gives it one class or several by name.

    A sentence that speaks of capaian too may mean the class of that.
    """
    skor = [a for a in kalimat.daftar_angka if a.satuan in _BUKAN_SATUAN and 30 <= a.nilai <= 400]
    if len({a.nilai for a in skor}) == 1 and not _CAPAIAN.search(_SKOR_SAKIP.sub("sakip", kalimat.rendah)):
        for cocok in _KATA_KELAS.finditer(kalimat.rendah):
            yield cocok.start(1), skor[0].nilai, " ".join(cocok[1].split())


def _pasangan(kalimat: Kalimat) -> Iterator[tuple[int, Decimal, str]]:
    """(place, score, letter) where one stands right beside the other."""
    for a in kalimat.daftar_angka:
        if a.satuan not in ("", "poin") or not 30 <= a.nilai <= 400:
            continue
        sesudah = _HURUF_SESUDAH.match(kalimat.isi, a.akhir)
        sebelum = _HURUF_SEBELUM.search(kalimat.isi[max(0, a.awal - 30) : a.awal])
        jelas = sesudah and re.search(r"[(\"“]|predikat|kategori|mutu", sesudah[0])
        if sebelum:
            yield a.awal, a.nilai, sebelum[1]
        elif sesudah and jelas:
            yield a.awal, a.nilai, sesudah[1]
        if sesudah and (nama := _NAMA_HURUF.match(kalimat.isi, sesudah.end())):
            yield a.awal, a.nilai, nama[1]


def predikat_tabel(aturan: str, buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ "74,60 (B)" in a cell of a row that names one such index."""
    for tabel in buku.laporan.daftar_tabel:
        for nomor, baris in enumerate(tabel.baris, 3):
            nama = label(baris).casefold()
            disebut = [s for s, pola in SKALA if pola.search(nama)]
            sakip = AWAL_SAKIP.match(nama) is not None and SAKIP.search(nama) is not None
            if len(disebut) + sakip != 1 or sakip is not (aturan == "HIT-18"):
                continue
            skala = None if sakip else SKALA_BAKU_PER_NAMA[disebut[0]]
            for kolom, isi in enumerate(baris):
                cocok = _SEL_HURUF.fullmatch(isi) if isinstance(isi, str) else None
                nilai = Decimal(cocok[1].replace(",", ".")) if cocok else None
                if cocok is None or nilai is None or nilai > 100:
                    continue
                benar = kelas_seharusnya(skala, nilai, cocok[2])
                target = "target" in tabel.kepala[kolom].casefold() if kolom < len(tabel.kepala) else False
                if benar and not (target and BATAS_BAWAH_PREDIKAT.get(cocok[2]) == nilai):
                    yield _salah_sel(aturan, tabel, nomor, kolom, (label(baris), nilai, cocok[2], benar), skala)


def _salah_sel(
    aturan: str, tabel: TabelBebas, nomor: int, kolom: int, isi: tuple[str, Decimal, str, str], skala: SkalaBaku | None
) -> Temuan:
    sebutan, nilai, huruf, benar = isi
    return galat(
        aturan,
        f"Baris “{sebutan}” pada tabel “{tabel.judul or tabel.nama}” menulis {tulis(nilai)} ({huruf}), padahal menurut "
        f"skalanya {benar}.",
        letak=f"lembar {tabel.nama}, baris {nomor}, kolom {kolom + 1}", subjek=tabel.nama,
        butir=f"baris {nomor} kolom {kolom + 1}", nilai=huruf, seharusnya=benar,
        cara=f"skala predikat {(skala or SKALA_BAKU_PER_NAMA['sakip']).dasar}",
        saran="Perbaiki predikat atau nilainya menurut surat hasil penilaian.",
        halaman="ubah_tabel_bebas", argumen=(tabel.nama,), bagian=tabel.bagian,
    )  # fmt: skip
