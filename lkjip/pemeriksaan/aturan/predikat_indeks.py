"""HIT-18, HIT-19: the letter beside a number, in the SAKIP scale or in that of the index itself (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from kinerja.besaran_skala import SKALA_BAKU_PER_NAMA, SkalaBaku, predikat_indeks
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, huruf_predikat, kata_baku, predikat
from lkjip.besaran import hitung
from lkjip.dasar.periode import nama_triwulan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, Aturan, galat, nama_indikator, tulis
from lkjip.pemeriksaan.aturan.klaim_tercetak import butir_klaim, salah_hitung
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim
from renstra.data import Indikator, JenisIndikator

_SAKIP = re.compile(r"\bs?akip\b|akuntabilitas kinerja")
_AWAL_SAKIP = re.compile(r"(?:nilai|predikat|skor|indeks|hasil|kategori|s?akip|akuntabilitas)\b")
# Words of a name → the scale of that index.
_SKALA = (
    ("skm", re.compile(r"\bskm\b|\bikm\b|kepuasan (?:masyarakat|pelanggan|pengguna)|indeks kepuasan")),
    ("nspk", re.compile(r"\bnspk\b")),
    ("sistem_merit", re.compile(r"sistem merit|\bmerit\b")),
    ("ip_asn", re.compile(r"profesionalitas|\bip asn\b")),
)
_HURUF_SESUDAH = re.compile(
    r"[\s(]*(?:atau|dengan|dan|,)?\s*(?:ber)?(?:predikat|kategori|mutu pelayanan|mutu)?\s*"
    r"[\"“(]?(AA|BB|CC|A|B|C|D)\b[\"”)]?(?![-\w]|\.\w)"
)
_KATA_KELAS = re.compile(
    r"\b(?:kategori|predikat|mutu pelayanan|mutu)\s+[\"“]?"
    r"((?:sangat\s+|kurang\s+|tidak\s+)?(?:kurang|buruk|rendah|sedang|cukup|baik|tinggi|unggul|memuaskan|prima))\b"
)
_BUKAN_SATUAN = frozenset(("", "poin", "masuk", "termasuk", "tergolong", "berada", "kategori", "predikat", "mutu"))
_CAPAIAN = re.compile(r"\b(?:capaian|tercapai|kinerja|realisasi|target|serapan)\b|%")
_HURUF_SEBELUM = re.compile(
    r"(?<![\w.-])[\"“]?(?P<kurung>AA|BB|CC|A|B|C|D)[\"”]?\s*\($"
    r"|(?:predikat|kategori)\s+[\"“]?(?P<kata>AA|BB|CC|A|B|C|D)[\"”]?,?\s+(?:dengan|atau)\s+(?:nilai|skor|angka)?\s*$"
)


@dataclass(frozen=True)
class _Catatan:
    """A number with its letter as recorded. `target`: a letter may then stand for the lower bound of its range."""

    kode: str
    nilai: Decimal | None
    kata: str
    sebutan: str
    lembar: str
    halaman: str
    target: bool = False


def _catatan(buku: BukuKerja) -> Iterator[_Catatan]:
    kinerja, rencana = buku.data.kinerja, buku.data.renstra
    for k in kinerja.daftar_kinerja_triwulan:
        waktu = f"{nama_triwulan(k.triwulan)} {k.tahun}"
        yield _Catatan(k.indikator, k.realisasi, k.predikat_realisasi, waktu, "kinerja_triwulan", "pengisian")
        yield _Catatan(
            k.indikator, k.target, k.predikat_target, f"target {waktu}", "kinerja_triwulan", "pengisian", True
        )
    for r in kinerja.daftar_realisasi_tahunan:
        yield _Catatan(r.indikator, r.realisasi, r.predikat, f"tahun {r.tahun}", "realisasi_tahunan", "realisasi_lalu")
    for t in rencana.daftar_target_tahunan:
        yield _Catatan(t.indikator, t.target, t.predikat, f"target {t.tahun}", "target_tahunan", "target_renstra", True)
    for p in rencana.daftar_perjanjian:
        sebutan = f"target {p.versi.value} {p.tahun}"
        yield _Catatan(p.indikator, p.target, p.predikat, sebutan, "perjanjian", "perjanjian_kinerja", True)


def _skor_sakip(i: Indikator) -> bool:
    """Whether the indicator is the SAKIP score itself, not a share or a count of those who have one."""
    nama = i.uraian.casefold()
    skor = i.jenis is JenisIndikator.PREDIKAT or (i.jenis is not JenisIndikator.PERSEN and _AWAL_SAKIP.match(nama))
    return bool(skor and _SAKIP.search(nama))


def predikat_sakip(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-18: of an indicator that is the SAKIP score itself, the letter recorded beside the number."""
    sakip = {i.kode for i in buku.data.renstra.daftar_indikator if _skor_sakip(i)}
    for c in _catatan(buku):
        baku = huruf_predikat(c.kata)
        if c.kode not in sakip or c.nilai is None or baku is None or not 0 <= c.nilai <= 100:
            continue
        if predikat(c.nilai) != baku and not (c.target and BATAS_BAWAH_PREDIKAT[baku] == c.nilai):
            yield _salah("HIT-18", buku, c, predikat(c.nilai), SKALA_BAKU_PER_NAMA["sakip"].dasar)


def predikat_lain(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-19: the class recorded beside an index that has a scale of its own."""
    skala = _skala_indikator(buku)
    for c in _catatan(buku):
        if c.kode in skala and c.nilai is not None and c.kata.strip():
            benar = _kelas(skala[c.kode], c.nilai)
            if benar and not _kelas_sama(benar, c.kata):
                yield _salah("HIT-19", buku, c, benar, skala[c.kode].dasar)


def _skala_indikator(buku: BukuKerja) -> dict[str, SkalaBaku]:
    return {
        i.kode: SKALA_BAKU_PER_NAMA[nama]
        for i in buku.data.renstra.daftar_indikator if i.jenis is not JenisIndikator.PERSEN
        for nama, pola in _SKALA if pola.search(i.uraian.casefold())
    }  # fmt: skip


def _kelas(skala: SkalaBaku, nilai: Decimal) -> str:
    """The class of a value within the scale; '' for a value that is not counted in its units (SKM of 3,4)."""
    terendah = min(batas for batas, _ in skala.kelas)
    puncak = Decimal(400) if skala.nama == "sistem_merit" else Decimal(100)
    return (predikat_indeks(skala, nilai).kata or "") if max(terendah, Decimal(1)) <= nilai <= puncak else ""


def _kelas_sama(kelas: str, kata: str) -> bool:
    """ "B (Baik)" is also "B" and "Baik"."""
    huruf, _, nama = kelas.partition(" (")
    tanpa_kurung = re.sub(r"[()]", " ", kata)
    return kata_baku(tanpa_kurung) in {kata_baku(satu) for satu in (kelas.replace("(", " ").replace(")", " "), huruf,
                                                                    nama.rstrip(")")) if satu}  # fmt: skip


def _salah(aturan: str, buku: BukuKerja, c: _Catatan, benar: str, dasar: str) -> Temuan:
    return galat(
        aturan,
        f"{nama_indikator(buku, c.kode)} {c.sebutan}: nilai {tulis(c.nilai or Decimal(0))} berpredikat {benar}, "
        f"tetapi tercatat {c.kata}.",
        letak=f"lembar {c.lembar}, {c.sebutan}",
        subjek=c.kode,
        butir=c.sebutan,
        nilai=c.kata,
        seharusnya=benar,
        cara=f"skala predikat {dasar}",
        saran="Perbaiki predikat atau nilainya menurut surat hasil penilaian.",
        halaman=c.halaman,
    )


def predikat_teks(aturan: str, bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """The letter typed beside a score in a sentence that speaks of one such index only: "B (71,51)"."""
    for kalimat in bacaan.daftar_kalimat:
        disebut = [nama for nama, pola in _SKALA if pola.search(kalimat.rendah)]
        sakip = _SAKIP.search(kalimat.rendah) is not None
        if len(disebut) + sakip != 1 or sakip is not (aturan == "HIT-18"):
            continue
        skala = None if sakip else SKALA_BAKU_PER_NAMA[disebut[0]]
        for awal, nilai, huruf in (*_pasangan(kalimat), *(_kata_kelas(kalimat) if skala else ())):
            benar = predikat(nilai) if skala is None and nilai <= 100 else _kelas(skala, nilai) if skala else ""
            target = "target" in kalimat.rendah and BATAS_BAWAH_PREDIKAT.get(huruf) == nilai
            bernama = huruf.isupper() or len(benar) > 2  # a class "C" has no name that a word could miss
            if not benar or target or not bernama or (benar == huruf if skala is None else _kelas_sama(benar, huruf)):
                continue
            teks = kalimat.teks
            yield galat(
                aturan,
                f"Tertulis nilai {tulis(nilai)} berpredikat {huruf}, padahal menurut skalanya {benar}.",
                letak=teks.letak, subjek=teks.subjek, butir=f"{teks.letak} {kalimat.awal + awal}", nilai=huruf,
                seharusnya=benar, cara=f"skala predikat {(skala or SKALA_BAKU_PER_NAMA['sakip']).dasar}",
                saran="Perbaiki predikat atau nilainya menurut surat hasil penilaian.", halaman=teks.halaman,
                argumen=teks.argumen, bagian=teks.bagian, kutipan=kalimat.isi,
            )  # fmt: skip


def _kata_kelas(kalimat: Kalimat) -> Iterator[tuple[int, Decimal, str]]:
    """(place, score, class) of a sentence about one score that gives it one class or several by name.

    A sentence that speaks of capaian too may mean the class of that.
    """
    skor = [a for a in kalimat.daftar_angka if a.satuan in _BUKAN_SATUAN and 30 <= a.nilai <= 400]
    if len({a.nilai for a in skor}) == 1 and not _CAPAIAN.search(kalimat.rendah):
        for cocok in _KATA_KELAS.finditer(kalimat.rendah):
            yield cocok.start(1), skor[0].nilai, " ".join(cocok[1].split())


def _pasangan(kalimat: Kalimat) -> Iterator[tuple[int, Decimal, str]]:
    """(place, score, letter) where one stands right beside the other."""
    for a in kalimat.daftar_angka:
        if a.satuan not in ("", "poin") or not 30 <= a.nilai <= 400:
            continue
        sesudah = _HURUF_SESUDAH.match(kalimat.isi, a.akhir)
        sebelum = _HURUF_SEBELUM.search(kalimat.isi[max(0, a.awal - 40) : a.awal])
        jelas = sesudah and re.search(r"[(\"“]|predikat|kategori|mutu", sesudah[0])
        if sebelum:
            yield a.awal, a.nilai, sebelum["kurung"] or sebelum["kata"]
        elif sesudah and jelas:
            yield a.awal, a.nilai, sesudah[1]


def predikat_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-19 of claims: a word printed for the realisasi or target of such an index."""
    skala = _skala_indikator(buku)
    for k in (h.klaim for h in daftar):
        if k.subjek not in skala or k.besaran not in ("realisasi", "selisih_target") or not k.teks.strip():
            continue
        nilai = k.nilai if k.nilai is not None else _nilai(buku, k)
        benar = _kelas(skala[k.subjek], nilai) if nilai is not None else ""
        if nilai is not None and benar and not _kelas_sama(benar, k.teks):
            yield galat(
                "HIT-19",
                f"{k.rujukan} mencetak predikat {nama_indikator(buku, k.subjek)}: {k.teks.strip()}, padahal nilai "
                f"{tulis(nilai)} berpredikat {benar}.",
                letak=k.rujukan, subjek=k.subjek, butir=butir_klaim(k), nilai=k.teks, seharusnya=benar,
                cara=f"skala predikat {skala[k.subjek].dasar}",
                saran="Pakai skala indeks itu sendiri. Ralat predikatnya dalam laporan yang sudah terbit.",
                **TEMPAT_KLAIM,
            )  # fmt: skip


def _nilai(buku: BukuKerja, k: Klaim) -> Decimal | None:
    return hitung(buku.data, k.besaran, k.subjek, tahun=k.tahun, triwulan=k.triwulan).angka


DAFTAR = (
    Aturan(
        "HIT-18", Tingkat.GALAT, "Predikat SAKIP tidak cocok nilai", predikat_sakip, partial(salah_hitung, "HIT-18"),
        partial(predikat_teks, "HIT-18"),
    ),
    Aturan(
        "HIT-19", Tingkat.GALAT, "Predikat indeks lain salah skala", predikat_lain, predikat_tercetak,
        partial(predikat_teks, "HIT-19"),
    ),
)  # fmt: skip
