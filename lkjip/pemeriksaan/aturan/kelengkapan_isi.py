"""LEN: chapters, tables and annexes that a report owes (pemeriksaan.md). Our report composes much of them from data;
what neither the data nor the agency's own words fill is missing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lkjip.besaran import hitung
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import (
    KOSONG,
    Ambang,
    Aturan,
    galat,
    info,
    peringatan,
    tahun_usai,
    tahunan,
)
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Versi

_UANG = re.compile(r"anggaran|keuangan|belanja|serapan|pagu")
_SEL_KOSONG = frozenset({"", "-", "–", "—", "…", "..."})
_JUDUL_TABEL = re.compile(r"tabel\s+\d[\d.]{0,6}\s*[.:]?\s+\S[^.!?\n]{2,160}", re.IGNORECASE)
_PK_PERUBAHAN = re.compile(r"\bperjanjian kinerja perubahan\b|\bperubahan perjanjian kinerja\b|\bpk perubahan\b")
_TIADA = re.compile(r"\b(?:belum|tidak|tanpa|tiada|bila|jika|apabila)\b")


def bagian_terisi(buku: BukuKerja) -> frozenset[str]:
    """Sections of the report that hold a text, a table or a picture of the agency's own."""
    laporan = buku.laporan
    return frozenset(
        {n.bagian for n in laporan.daftar_narasi if n.isi.strip(KOSONG)}
        | {t.bagian for t in laporan.daftar_tabel}
        | {g.bagian for g in laporan.daftar_gambar}
    )


def bab_tidak_lengkap(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-01: a chapter that has nothing; worth a look where others have words and this one has only tables."""
    if not tahunan(buku) or not tahun_usai(buku):
        return
    berisi = _per_bab(bagian_terisi(buku))
    berkata = _per_bab({n.bagian for n in buku.laporan.daftar_narasi if n.isi.strip(KOSONG)})
    tersusun = {"Bab II": _ada_rencana(buku), "Bab III A": _ada_capaian(buku), "Bab III B": _ada_uang(buku)}
    kosong = [bab for bab, isi in berisi.items() if not isi and not tersusun.get(bab)]
    if kosong:
        yield galat(
            "LEN-01", f"{_deret(kosong)} belum berisi apa pun, baik naskah, tabel, maupun data untuk menyusunnya.",
            letak=f"lembar narasi, {_deret(kosong)}", butir="kosong", nilai=", ".join(kosong),
            saran=f"Tulis isi {_deret(kosong)} pada halaman Naskah, dan lengkapi datanya.", halaman="naskah",
        )  # fmt: skip
    tanpa_kata = [bab for bab, isi in berkata.items() if not isi and bab not in kosong]
    if tanpa_kata and any(berkata.values()):
        yield info(
            "LEN-01", f"{_deret(tanpa_kata)} hanya berisi tabel atau data; uraiannya sendiri belum ada.",
            letak=f"lembar narasi, {_deret(tanpa_kata)}", butir="uraian", nilai=", ".join(tanpa_kata),
            saran=f"Tulis uraian {_deret(tanpa_kata)} pada halaman Naskah.", halaman="naskah",
        )  # fmt: skip


def _per_bab(daftar_bagian: Collection[str]) -> dict[str, set[str]]:
    """The sections of each chapter; those of Bab III that speak of money are its part B."""
    per_bab = {n: {b for b in daftar_bagian if b == f"bab{n}" or b.startswith(f"bab{n}.")} for n in (1, 2, 3, 4)}
    uang = {b for b in per_bab[3] if _UANG.search(b) or b == "bab3.b" or b.startswith("bab3.b.")}
    return {"Bab I": per_bab[1], "Bab II": per_bab[2], "Bab III A": per_bab[3] - uang, "Bab III B": uang,
            "Bab IV": per_bab[4]}  # fmt: skip


def _deret(daftar: list[str]) -> str:
    return daftar[0] if len(daftar) == 1 else f"{', '.join(daftar[:-1])} dan {daftar[-1]}"


def _ada_rencana(buku: BukuKerja) -> bool:
    return any(p.tahun == buku.data.tahun for p in buku.data.renstra.daftar_perjanjian)


def _ada_capaian(buku: BukuKerja) -> bool:
    return any(hitung(buku.data, "capaian", i.kode).ada for i in buku.data.renstra.daftar_indikator_semua_sasaran)


def _ada_uang(buku: BukuKerja) -> bool:
    anggaran, tahun = buku.data.anggaran, buku.data.tahun
    uang = any(r.tahun == tahun and r.realisasi is not None for r in anggaran.daftar_realisasi_anggaran)
    return uang or any(b.realisasi is not None for b in anggaran.daftar_belanja)


def tanpa_ikhtisar_pk(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-02: no target of the Perjanjian Kinerja of the year, and no free table that shows them either."""
    rencana, tahun = buku.data.renstra, buku.data.tahun
    utama = {i.kode for i in rencana.daftar_indikator_semua_sasaran}
    ada = any(
        p.tahun == tahun and p.indikator in utama and (p.target is not None or p.predikat.strip())
        for p in rencana.daftar_perjanjian
    )
    tabel = any(
        t.bagian.startswith("bab2.perjanjian") and _berisi(t) and "target" in " ".join(t.kepala).casefold()
        for t in buku.laporan.daftar_tabel
    )
    if utama and not ada and not tabel:
        yield galat(
            "LEN-02", f"Bab II tidak dapat memuat tabel sasaran, indikator, dan target Perjanjian Kinerja {tahun}: "
            f"belum satu pun dari {len(utama)} indikator sasaran bertarget.",
            letak=f"lembar perjanjian, tahun {tahun}", nilai="0", seharusnya=str(len(utama)),
            saran="Isi target Perjanjian Kinerja tahun ini; gambar saja tidak cukup.", halaman="perjanjian_kinerja",
        )  # fmt: skip


def tanpa_lampiran_pk(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-15: the annex prints both versions from the data, so a version without rows cannot be attached."""
    rencana, tahun = bacaan.buku.data.renstra, bacaan.buku.data.tahun
    ada = {p.versi for p in rencana.daftar_perjanjian if p.tahun == tahun}
    kurang = ""
    if not ada and rencana.daftar_indikator_semua_sasaran:
        kurang, sebab = "Perjanjian Kinerja", "belum satu baris pun terisi"
    elif ada == {Versi.PERUBAHAN}:
        kurang, sebab = "Perjanjian Kinerja murni", "yang terisi baru versi perubahan"
    elif ada == {Versi.MURNI} and (kutipan := _sebut_perubahan(bacaan)):
        kurang, sebab = "Perjanjian Kinerja perubahan", f"padahal naskah menyebutnya (“{kutipan}”)"
    if kurang:
        yield galat(
            "LEN-15", f"{kurang} {tahun} tidak dapat dilampirkan: {sebab}.", letak=f"lembar perjanjian, tahun {tahun}",
            saran=f"Isi target {kurang} tahun {tahun} agar formulirnya tercetak di lampiran.",
            halaman="perjanjian_kinerja",
        )  # fmt: skip


def _sebut_perubahan(bacaan: Bacaan) -> str:
    """Words of the text that speak of this year's revision as of something that is there; '' where none do."""
    for isi in (*(k.isi for k in bacaan.daftar_kalimat), *(t.isi for t in bacaan.daftar_judul)):
        cocok = _PK_PERUBAHAN.search(isi.casefold())
        tahun = {int(t) for t in re.findall(r"\b20\d\d\b", isi)}
        if cocok and not _TIADA.search(isi.casefold()) and (not tahun or bacaan.buku.data.tahun in tahun):
            return isi[cocok.start() : cocok.end()]
    return ""


def tabel_kosong(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-16: a free table with a title and nothing in it; a table that is only a picture."""
    for t in buku.laporan.daftar_tabel:
        if not _berisi(t):
            keadaan = "tidak mempunyai baris" if not t.baris else f"mempunyai {len(t.baris)} baris tanpa isi"
            yield peringatan(
                "LEN-16", f"Tabel “{t.judul.strip() or t.nama}” {keadaan}.", letak=f"lembar {t.nama}", subjek=t.nama,
                bagian=t.bagian, saran="Isi barisnya, atau hapus tabel ini.", halaman="ubah_tabel_bebas",
                argumen=(t.nama,),
            )  # fmt: skip
    for g in buku.laporan.daftar_gambar:
        if g.judul.strip().casefold().startswith("tabel"):
            yield peringatan(
                "LEN-16", f"“{g.judul.strip()}” disajikan sebagai gambar, jadi angkanya tidak dapat dibaca.",
                letak=f"gambar {g.nama}", subjek=g.nama, butir="gambar", bagian=g.bagian,
                saran="Ketik isinya sebagai tabel.", halaman="naskah_ruas", argumen=(g.bagian,),
            )  # fmt: skip


def _berisi(tabel: TabelBebas) -> bool:
    """Whether a row has anything besides its number or name in the first column."""
    satu_kolom = len(tabel.kepala) < 2
    return any(
        not isinstance(isi, str) or isi.strip().casefold() not in _SEL_KOSONG
        for baris in tabel.baris
        for isi in (baris if satu_kolom else baris[1:])
        if isi is not None
    )


def judul_tanpa_tabel(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """LEN-16: a paragraph that is only a table's caption, in a section without any table or picture."""
    laporan = bacaan.buku.laporan
    berisi = {*laporan.daftar_tabel_per_bagian, *laporan.daftar_gambar_per_bagian}
    for teks in bacaan.daftar_narasi:
        isi = teks.isi.strip()
        if teks.bagian not in berisi and _JUDUL_TABEL.fullmatch(isi) and "{" not in isi:
            yield peringatan(
                "LEN-16", f"Judul “{isi}” tidak diikuti tabelnya.", letak=teks.letak, butir=f"{teks.bagian} {isi}",
                bagian=teks.bagian, kutipan=isi, saran="Tambahkan tabelnya di bagian ini, atau hapus judulnya.",
                halaman=teks.halaman, argumen=teks.argumen,
            )  # fmt: skip


DAFTAR = (
    Aturan("LEN-01", Tingkat.GALAT, "Bab tidak lengkap", bab_tidak_lengkap),
    Aturan("LEN-02", Tingkat.GALAT, "Ikhtisar PK tidak ada", tanpa_ikhtisar_pk),
    Aturan("LEN-15", Tingkat.GALAT, "Lampiran PK tidak ada", periksa_teks=tanpa_lampiran_pk),
    Aturan("LEN-16", Tingkat.PERINGATAN, "Tabel kosong atau berupa gambar", tabel_kosong,
           periksa_teks=judul_tanpa_tabel),
)  # fmt: skip
