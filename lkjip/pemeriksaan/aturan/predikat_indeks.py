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
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, Aturan, berturut, galat, nama_indikator, tulis
from lkjip.pemeriksaan.aturan.klaim_tercetak import butir_klaim, salah_hitung
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.bacaan_tabel import label
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim
from renstra.data import Indikator, JenisIndikator

_SAKIP = re.compile(r"sakip|akuntabilitas kinerja")
_AWAL_SAKIP = re.compile(r"(?:nilai|predikat|skor|indeks|hasil|kategori|sakip|akuntabilitas)\b")
# Words of a name → the scale of that index.
_SKALA = (
    ("skm", re.compile(r"\bskm\b|\bikm\b|kepuasan (?:masyarakat|pelanggan|pengguna)|indeks kepuasan")),
    ("nspk", re.compile(r"\bnspk\b")),
    ("sistem_merit", re.compile(r"sistem merit|\bmerit\b")),
    ("ip_asn", re.compile(r"profesionalitas|\bip asn\b")),
)
_MUTU = r"mutu(?: (?:unit )?(?:pelayanan|layanan))?"
_HURUF_SESUDAH = re.compile(
    rf"[\s(]{{0,3}}(?:(?:pada |di |untuk )?tahun \d{{4}})?,?\s{{0,2}}(?:atau|dengan|dan)?\s{{0,2}}"
    rf"(?:(?:ber)?(?:predikat|kategori)|{_MUTU})?\s{{0,2}}"
    r"[\"“(]?(AA|BB|CC|A|B|C|D)\b[\"”)]?(?![-\w]|\.\w)"
)
_KATA_KELAS = re.compile(
    rf"\b(?:kategori|predikat|{_MUTU})\s+[\"“]?"
    r"((?:sangat\s+|kurang\s+|tidak\s+)?(?:kurang|buruk|rendah|sedang|cukup|baik|tinggi|unggul|memuaskan|prima))\b"
)
_BUKAN_SATUAN = frozenset(("", "poin", "masuk", "termasuk", "tergolong", "berada", "kategori", "predikat", "mutu"))
_CAPAIAN = re.compile(r"\b(?:capaian|tercapai|kinerja|realisasi|target|serapan)\b|%")
_HURUF_SEBELUM = re.compile(
    r"(?<![\w.-])[\"“]?(AA|BB|CC|A|B|C|D)[\"”]?(?:\s*\(| (?:dengan |dan )?(?:nilai|skor|angka)(?:nya)? (?:sebesar )?)$"
)
_SKOR_SAKIP = re.compile(r"akuntabilitas kinerja(?: instansi pemerintah)?")
_SEL_HURUF = re.compile(r"\s*(\d{2,3}(?:[.,]\d{1,2})?)\s*[(/]\s*(AA|BB|CC|A|B|C|D)\s*\)?\s*")


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
        for awal, nilai, huruf in (*_pasangan(kalimat), *_kata_kelas(kalimat)):
            benar = predikat(nilai) if skala is None and nilai <= 100 else _kelas(skala, nilai) if skala else ""
            target = "target" in kalimat.rendah and BATAS_BAWAH_PREDIKAT.get(huruf) == nilai
            bernama = (
                skala is None or huruf.isupper() or len(benar) > 2
            )  # a class "C" has no name that a word could miss
            sama = benar == huruf_predikat(huruf) if skala is None else _kelas_sama(benar, huruf)
            if not benar or target or not bernama or sama or (skala is None and huruf_predikat(huruf) is None):
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


def predikat_tabel(aturan: str, buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ "74,60 (B)" in a cell of a row that names one such index."""
    for tabel in buku.laporan.daftar_tabel:
        for nomor, baris in enumerate(tabel.baris, 3):
            nama = label(baris).casefold()
            disebut = [s for s, pola in _SKALA if pola.search(nama)]
            sakip = _AWAL_SAKIP.match(nama) is not None and _SAKIP.search(nama) is not None
            if len(disebut) + sakip != 1 or sakip is not (aturan == "HIT-18"):
                continue
            skala = None if sakip else SKALA_BAKU_PER_NAMA[disebut[0]]
            for kolom, isi in enumerate(baris):
                cocok = _SEL_HURUF.fullmatch(isi) if isinstance(isi, str) else None
                nilai = Decimal(cocok[1].replace(",", ".")) if cocok else None
                if cocok is None or nilai is None or nilai > 100:
                    continue
                benar = predikat(nilai) if skala is None else _kelas(skala, nilai)
                target = "target" in tabel.kepala[kolom].casefold() if kolom < len(tabel.kepala) else False
                sama = benar == cocok[2] if skala is None else _kelas_sama(benar, cocok[2])
                if benar and not sama and not (target and BATAS_BAWAH_PREDIKAT.get(cocok[2]) == nilai):
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


def huruf_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """HIT-18 of claims: a letter printed beside the number itself of the SAKIP score."""
    yield from salah_hitung("HIT-18", buku, daftar)
    sakip = {i.kode for i in buku.data.renstra.daftar_indikator if _skor_sakip(i)}
    for k in (h.klaim for h in daftar):
        huruf = huruf_predikat(k.teks)
        skor = (k.subjek in sakip and k.besaran == "realisasi") or k.besaran == "nilai_sakip"
        if not skor or huruf is None or k.nilai is None or not 0 <= k.nilai <= 100 or predikat(k.nilai) == huruf:
            continue
        yield galat(
            "HIT-18",
            f"{k.rujukan} mencetak {tulis(k.nilai)} berpredikat {k.teks.strip()}, padahal menurut skala SAKIP "
            f"{predikat(k.nilai)}.",
            letak=k.rujukan, subjek=k.subjek, butir=butir_klaim(k), nilai=k.teks, seharusnya=predikat(k.nilai),
            cara=f"skala predikat {SKALA_BAKU_PER_NAMA['sakip'].dasar}",
            saran="Ralat predikat atau nilainya dalam laporan yang sudah terbit.",
            **TEMPAT_KLAIM,
        )  # fmt: skip


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
        "HIT-18", Tingkat.GALAT, "Predikat SAKIP tidak cocok nilai",
        berturut(predikat_sakip, partial(predikat_tabel, "HIT-18")), huruf_tercetak, partial(predikat_teks, "HIT-18"),
    ),
    Aturan(
        "HIT-19", Tingkat.GALAT, "Predikat indeks lain salah skala",
        berturut(predikat_lain, partial(predikat_tabel, "HIT-19")), predikat_tercetak, partial(predikat_teks, "HIT-19"),
    ),
)  # fmt: skip
