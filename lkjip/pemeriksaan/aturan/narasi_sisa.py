"""NAR-04, 08, 09: figures that no datum holds, what is left of a template, the same paragraph twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lkjip.laporan.compose.angka_tulis import periksa_angka
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, baku
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, daftar_rumusan, per_wadah, sebutkan_tempat, sekali, temuan_teks
from lkjip.pemeriksaan.aturan.narasi_tabel import angka_tabel_berbeda
from lkjip.pemeriksaan.aturan.sakip_nilai import nilai_teks_berbeda
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_SISA = tuple(
    re.compile(pola)
    for pola in (
        r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|#{4,}",
        r"(?i:\berror! (?:reference source|bookmark|no text)[\w ]{0,30})",
        r"(?i:\blorem ipsum\b|\bdolor sit amet\b|\bklik di sini\b|\b(?:click|tap) (?:or tap )?here\b"
        r"|\binsert text\b|\bTBD\b)",
        r"(?<![A-Za-z0-9])x{2,}(?![A-Za-z0-9])|(?<![A-Za-z0-9])X{4,}(?![A-Za-z0-9])|\b20[xX]{2}\b"
        r"|\b20\d[xX]\b|Rp\.? ?[xX]{2,}[xX.,]*",
        r"(?<!PON )(?<!PORNAS )(?<!MTQ )(?<!HUT )(?<!ke-)(?<!Bab )(?<!BAB )(?<!Angkatan "
        r")(?<![A-Za-z0-9])XXX(?![A-Za-z0-9])",
        r"\[(?i:isi|nama|tulis|sebut|jelas|uraik|diisi|lengkapi|masukkan|contoh|tanggal|nomor|tahun|jumlah|angka|target|opd|pd|"
        r"instansi|dst|teks|judul|…|\.\.)[^\]\n]{0,60}\]",
        r"\((?i:diisi|isi dengan|isilah|sebutkan|tuliskan|jelaskan|lengkapi|nama opd|nama pd|nama "
        r"instansi|nama perangkat daerah)"
        r"\b[^()\n]{0,60}\)",
        r"<(?i:isi|nama|tulis|tanggal|nomor|tahun|jumlah)[^<>\n]{0,40}>|<<[^<>\n]{0,40}>>|\{\{[^{}\n]{0,40}\}\}",
        r"_{3,}|\?{3,}",
        r"(?:â€|Ã[\u0080-\u00bf]|\ufffd)\S*",
        r"(?i:\b(?:diisi|dilengkapi) (?:kemudian|nanti|oleh admin)\b|\b(?:isi|ganti) di sini\b)",
    )
)
_TITIK = re.compile(r"…+|\.{3,}")
_PENUTUP_TITIK = re.compile(r"[ \t]*\d{1,3}[ \t]*(?:$|\n|\|)")
_DST = re.compile(r"\b(?:dst|dll|dsb|dan lain-lain|dan seterusnya)[ .]*$", re.IGNORECASE)
_KATA_RUSAK = re.compile(
    r"(?<![\w./@:#&?=+-])\w*[a-z]\d+[a-z]\w*(?![\w/@]|[.:-]\w)"
    r"|(?<![\w.,/-])\d+[oO]\d+(?![\w/-])"
)
_KATA_BENAR = re.compile(
    r"(?:[a-z]{1,2}\d[a-z]{1,2}|hba1c|e?sp4n\w*|covid\d*\w*|web\d\w*|k3l|pm2\w|co2e|sha\d+\w*|mp[34]\w?"
    r"|m[23]\w|km2\w)$",
    re.I,
)
_NAMA_KOSONG = re.compile(r"\W*(?:\(.*\)|\[.*\]|[.…_\-xX ]{3,}|nama (?:kepala|pejabat|lengkap).*)\W*")
_TTD = re.compile(r"\bNIP\b[ .:]*\d")
_PANJANG_GANDA = 25
_KATA_BARIS = 6


def angka_tanpa_data(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-04, without what KON-12 (counts), NAR-05 (the table beside it) and SAK-09 (the SAKIP score) say."""
    lain = {(t.bagian, t.kutipan) for t in (*angka_tabel_berbeda(bacaan, ambang), *nilai_teks_berbeda(bacaan, ambang))}
    for teks in bacaan.daftar_narasi:
        kode = teks.bagian.rpartition(".")[2]
        rencana = bacaan.buku.data.renstra
        subjek = (kode,) if kode in rencana.sasaran_per_kode or kode in rencana.indikator_per_kode else ()
        daftar = periksa_angka(bacaan.konteks, teks.isi, subjek, bagian=teks.bagian)
        yield from sekali(
            temuan_teks(
                "NAR-04",
                Tingkat.INFO,
                Tempat(teks, satu.teks),
                satu.pesan,
                nilai=satu.teks,
                butir=f"{satu.teks} {teks.isi[: satu.awal][-30:]}",
                cara="Dibandingkan dengan semua angka indikator, sasaran, dan anggaran yang disebut, "
                "pada ketelitian tertulisnya.",
                saran=f"Ganti dengan {satu.usul}."
                if satu.usul
                else "Periksa angkanya, atau catat datanya bila memang ada.",
            )
            for satu in daftar
            if (teks.bagian, satu.teks) not in lain
            and "sedangkan menurut data ada" not in satu.pesan
            and (satu.usul or not teks.isi[satu.akhir :].lstrip().startswith("poin"))
        )


def sisa_templat(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-08, one finding for all remains of one section."""
    kode = {k.casefold() for k in _kode(bacaan)}
    semua = [Tempat(t, c) for t in (*bacaan.daftar_teks, *daftar_rumusan(bacaan)) for c in _sisa(t, kode)]
    kepala = bacaan.buku.data.renstra.instansi.nama_kepala
    if kepala.strip() and _NAMA_KOSONG.fullmatch(kepala):
        semua.append(
            Tempat(Teks("instansi", kepala, "lembar instansi, nama_kepala", halaman="identitas_tahun"), kepala)
        )
    for daftar in per_wadah(semua):
        yield temuan_teks(
            "NAR-08",
            Tingkat.PERINGATAN,
            daftar,
            f"Masih ada sisa templat atau kata yang rusak: {sebutkan_tempat(daftar)}.",
            nilai=daftar[0].kutipan,
            butir="sisa",
            cara="Dicari tanda isian kosong, pesan galat lembar sebar, dan angka di dalam kata.",
            saran="Isi atau hapus bagian itu; tulis ulang kata yang rusak.",
        )


def _kode(bacaan: Bacaan) -> Iterator[str]:
    rencana, anggaran = bacaan.buku.data.renstra, bacaan.buku.data.anggaran
    yield from (i.kode for i in rencana.daftar_indikator)
    yield from (a.kode for a in anggaran.daftar_anggaran)


def _sisa(teks: Teks, kode: set[str]) -> Iterator[str]:
    isi = teks.isi
    for pola in _SISA:
        yield from (c[0] for c in pola.finditer(isi))
    for cocok in _TITIK.finditer(isi):
        daftar_isi = "daftar" in teks.bagian or _PENUTUP_TITIK.match(isi, cocok.end())
        kutip = isi[: cocok.start()].rstrip(" ([")[-1:] in "“\"'" and cocok.start() > 0
        kutip = kutip or isi[cocok.end() :].lstrip(" )]")[:1] in tuple("”\"'")
        if not (daftar_isi or kutip or _DST.search(isi[: cocok.start()][-20:])):
            kata = isi[max(0, cocok.start() - 60) : cocok.start()].split()
            yield (
                isi[cocok.start() - len(kata[-1]) - 1 : cocok.end()]
                if kata and isi[cocok.start() - 1] == " "
                else cocok[0]
            )
    for cocok in _KATA_RUSAK.finditer(isi):
        if cocok[0].casefold() not in kode and not _KATA_BENAR.fullmatch(cocok[0]) and not _hidup(isi, cocok.start()):
            yield cocok[0]


def _hidup(isi: str, letak: int) -> bool:
    """Whether it stands inside a live figure."""
    return isi.rfind("{", max(0, letak - 120), letak) > isi.rfind("}", max(0, letak - 120), letak)


def paragraf_ganda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """NAR-09: rows, or list items within rows, that say the same but for letters' case and punctuation."""
    sama: dict[str, list[Tempat]] = defaultdict(list)
    for teks in bacaan.daftar_narasi:
        bagian = [teks.isi, *(b for b in teks.isi.splitlines() if len(b.split()) >= _KATA_BARIS and "|" not in b)]
        for satu in bagian[:1] if len(bagian) == 2 else bagian:
            if _TTD.search(satu):  # foreword and closing are both signed
                continue
            kunci = _normal(satu)
            if len(kunci) >= _PANJANG_GANDA or (kunci.count(" ") and satu is teks.isi):
                sama[kunci].append(Tempat(teks, satu.strip()))
    for kunci, daftar in sama.items():
        serupa = (
            daftar if len(kunci) >= _PANJANG_GANDA else [t for t in daftar if t.teks.bagian == daftar[0].teks.bagian]
        )
        if len(serupa) > 1:
            awal = " ".join(serupa[-1].kutipan.split())[:70]
            yield temuan_teks(
                "NAR-09",
                Tingkat.INFO,
                (serupa[-1], *serupa[:-1]),
                f"Alinea yang sama tertulis {len(serupa)} kali: “{awal} …”",
                butir=kunci,
                nilai=str(len(serupa)),
                seharusnya="1",
                cara="Dibandingkan tanpa huruf besar dan tanda baca.",
                saran="Hapus salinannya, atau tulis ulang agar masing-masing menambah keterangan.",
            )


def _normal(isi: str) -> str:
    return baku(re.sub(r"^\s*(?:\d{1,2}|[a-z])[.)]\s", "", isi.casefold()))


DAFTAR = (
    Aturan("NAR-04", Tingkat.INFO, "Angka di narasi tidak ada di data", periksa_teks=angka_tanpa_data),
    Aturan("NAR-08", Tingkat.PERINGATAN, "Sisa templat atau kata rusak", periksa_teks=sisa_templat),
    Aturan("NAR-09", Tingkat.INFO, "Paragraf ganda", periksa_teks=paragraf_ganda),
)
