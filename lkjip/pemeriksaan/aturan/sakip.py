"""SAK: components of the SAKIP evaluation, their weights, and what was done after it (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinerja.besaran_sakip import skema_tahun
from kinerja.data import StatusRekomendasi
from kinerja.rumus.predikat import kata_baku
from kinerja.rumus.sakip import BOBOT_KOMPONEN
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, jumlah
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, tahun_usai, tulis
from lkjip.pemeriksaan.aturan.sakip_tabel import bobot_tabel_salah, nilai_tabel_melebihi_bobot
from lkjip.pemeriksaan.data import Temuan, Tingkat

_TAK_DIJAWAB = re.compile(
    r"[\W_]*|(?:belum|tidak)(?: ada| pernah)?(?: (?:di)?tindak ?lanjut\w*)?\.?|nihil\.?", re.IGNORECASE
)


def nilai_melebihi_bobot(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-02: a component scores between 0 and its weight."""
    for baris in buku.data.kinerja.daftar_sakip:
        bobot = hitung(buku.data, "bobot_komponen", baris.komponen, tahun=baris.tahun)
        nilai = baris.nilai  # as entered: answers of the LKE, which count first, never exceed a weight
        if nilai is None or bobot.angka is None or 0 <= nilai <= bobot.angka:
            continue
        yield galat(
            "SAK-02",
            f"Nilai komponen {baris.komponen} {baris.tahun} tercatat {tulis(nilai)}, "
            f"padahal bobotnya {tulis(bobot.angka)}.",
            letak=f"lembar sakip, tahun {baris.tahun}",
            subjek=baris.komponen,
            butir=str(baris.tahun),
            nilai=nilai,
            seharusnya=f"0 sampai {tulis(bobot.angka)}",
            cara=bobot.cara,
            saran="Periksa nilai dan bobotnya pada LHE.",
            halaman="lembar",
            argumen=("sakip",),
        )
    yield from nilai_tabel_melebihi_bobot(buku)


def bobot_salah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-03: the weights of a year sum to 100, and each is that of the scheme it is laid out by."""
    kinerja = buku.data.kinerja
    for tahun, daftar in kinerja.daftar_sakip_per_tahun.items():
        bobot = [b.bobot for b in daftar if b.bobot is not None]
        if bobot and len(bobot) == len(daftar) and jumlah(bobot) != SERATUS:
            yield _bobot(tahun, "", f"Bobot komponen SAKIP {tahun} berjumlah", tulis(jumlah(bobot)), "100")
            continue
        skema = skema_tahun(kinerja, tahun)
        baku = {kata_baku(k): b for k, b in BOBOT_KOMPONEN[skema].items()} if skema else {}
        for b in daftar:
            seharusnya = baku.get(kata_baku(b.komponen))
            if b.bobot is not None and seharusnya is not None and b.bobot != seharusnya:
                sebutan = f"Bobot komponen {b.komponen} {tahun} tercatat"
                yield _bobot(tahun, b.komponen, sebutan, tulis(b.bobot), tulis(seharusnya))
    yield from bobot_tabel_salah(buku)


def _bobot(tahun: int, komponen: str, sebutan: str, nilai: str, seharusnya: str) -> Temuan:
    return galat(
        "SAK-03", f"{sebutan} {nilai}, seharusnya {seharusnya}.", letak=f"lembar sakip, kolom bobot, tahun {tahun}",
        subjek=komponen, butir=str(tahun), nilai=nilai, seharusnya=seharusnya,
        saran="Isi bobot menurut peraturan evaluasi yang dipakai tahun itu.", halaman="lembar", argumen=("sakip",),
    )  # fmt: skip


def rekomendasi_tanpa_tindak_lanjut(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-10, of the last LHE: nothing is said about a recommendation, or nothing was done by the end of the year."""
    daftar = buku.data.kinerja.daftar_rekomendasi
    terakhir = max((r.tahun for r in daftar), default=0)
    tempat = _tempat_tindak_lanjut(buku, terakhir)
    for nomor, r in enumerate((r for r in daftar if r.tahun == terakhir), 1):
        dijawab = _TAK_DIJAWAB.fullmatch(r.tindak_lanjut.strip()) is None
        if dijawab and not (r.status is StatusRekomendasi.BELUM and tahun_usai(buku)):
            continue
        keadaan = "berstatus belum ditindaklanjuti" if dijawab else "belum mempunyai tindak lanjut"
        yield galat(
            "SAK-10",
            f"Rekomendasi ke-{nomor} LHE {terakhir} {keadaan}: “{_ringkas(r.rekomendasi)}”",
            letak=f"lembar rekomendasi, tahun {terakhir}, nomor {nomor}",
            butir=f"{terakhir} {nomor}",
            **tempat,
        )


def _tempat_tindak_lanjut(buku: BukuKerja, tahun: int) -> dict[str, object]:
    """Where it is mended: recommendations of an LHE in this system are answered there, not in the sheet."""
    if any(e.tahun == tahun and e.daftar_rekomendasi for e in buku.data.kinerja.daftar_terbit):
        return {"saran": "Laporkan tindak lanjut dan buktinya pada halaman Tindak lanjut.", "halaman": "tindak_lanjut"}
    return {
        "saran": "Tulis tindak lanjutnya dan ubah statusnya.", "halaman": "lembar", "argumen": ("rekomendasi",),
    }  # fmt: skip


def _ringkas(teks: str) -> str:
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= 120 else f"{rapi[:119]}…"


# SAK-02 is listed with the claims, which are held against the weights too (`klaim_tercetak`).
DAFTAR = (
    Aturan("SAK-03", Tingkat.GALAT, "Bobot salah", bobot_salah),
    Aturan("SAK-10", Tingkat.GALAT, "Rekomendasi tanpa tindak lanjut", rekomendasi_tanpa_tindak_lanjut),
)
