"""FMT-01, 02, 03: how rupiah, thousands and percentages are written (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, per_wadah, sebutkan_tempat, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat

_RUPIAH = re.compile(
    r"(?<![A-Za-z])Rp\.?[ \t]?(?P<isi>\d[\d.,]*)(?P<skala>[ \t]*(?:ribu|juta|miliar|milyar|triliun|[MT]\b))?", re.I
)
_CACAT_POLOS = re.compile(r"(?<![\w.,/-])\(?(?P<isi>\d{1,3}(?:\.\d{3})+\.\d{1,2})(?![\w/-]|[.,]\d)(?![ \t]?%)")
_SAH = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?")
_SAH_BERSKALA = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?")
_INGGRIS = re.compile(
    r"(?:(?<![\w.,])|(?<=Rp)|(?<=Rp\.))\d{1,3}(?:(?:,\d{3})+\.\d{1,2}|(?:,\d{3}){2,})(?![\w]"
    r"|[.,]\d)"
    r"|(?<![\w.,])\d{1,3},\d{3}(?= (?:orang|jiwa|pegawai|berkas|dokumen|unit|kasus|rumah|siswa|peserta|warga"
    r"|penduduk)\b)"
)
_CAMPUR_SEANGKA = re.compile(r"(?:(?<![\w.,])|(?<=Rp)|(?<=Rp\.))\d{1,3}\.\d{3},\d{3}(?:[.,]\d+)*(?!\w)")
_INDONESIA = re.compile(
    r"(?:(?<![\w.,])|(?<=Rp)|(?<=Rp\.))\d{1,3}(?:(?:\.\d{3})+,\d{1,2}|(?:\.\d{3})+(?![\w]|[.,]\d))"
    r"|(?<![\w.,])\d{1,3},\d{1,2}[ \t]?%"
)
_PERSEN_TITIK = re.compile(r"(?<![\w.,])\d+\.\d{1,2}[ \t]?(?:%|persen\b)")
_UANG = re.compile(r"\brp\b|rupiah|pagu|anggaran|belanja|realisasi keuangan", re.IGNORECASE)
_RIBUAN_CACAT = re.compile(r"\(?(?P<isi>\d{1,3}(?:\.\d+){2,}(?:,\d+)?)(?:,-)?\)?")
_EKOR = re.compile(r"[.,]+$")


def rupiah_cacat(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-01. Thousands set off by commas throughout are another fault (FMT-02), unless no number is written ours."""
    campur = _ada_indonesia(bacaan)
    semua = [Tempat(t, k) for t in _semua_teks(bacaan) for k in _cacat(t, inggris=not campur)]
    semua += [Tempat(t, k) for t in _sel_uang(bacaan) for k in _sel_cacat(t)]
    for daftar in per_wadah(dict.fromkeys(semua)):
        yield temuan_teks(
            "FMT-01",
            Tingkat.GALAT,
            daftar,
            f"Angka rupiah {sebutkan_tempat(daftar)} tidak terbaca: setiap kelompok ribuan harus tiga digit.",
            butir="rupiah cacat",
            nilai=daftar[0].kutipan,
            seharusnya="Rp1.234.567 atau Rp1.234.567,00",
            cara="Angka dibaca per kelompok: satu sampai tiga digit, lalu kelompok tiga digit, desimal sesudah koma.",
            saran="Tulis ulang angkanya menurut dokumen anggaran; periksa digit yang hilang.",
        )


def _semua_teks(bacaan: Bacaan) -> tuple[Teks, ...]:
    """All texts, and the words that an earlier report prints (sheet `klaim`)."""
    klaim = tuple(
        Teks("klaim", isi, f"lembar klaim, {k.rujukan}", subjek=k.subjek, halaman="lembar", argumen=("klaim",))
        for k in bacaan.buku.daftar_klaim
        for isi in (k.teks,)
        if isi.strip()
    )
    return (*bacaan.daftar_teks, *klaim)


def _cacat(teks: Teks, *, inggris: bool) -> Iterator[str]:
    for cocok in _RUPIAH.finditer(teks.isi):
        isi = _EKOR.sub("", cocok["isi"])
        sah = (_SAH_BERSKALA if cocok["skala"] else _SAH).fullmatch(isi)
        if not sah and (inggris or not _INGGRIS.fullmatch(isi)):
            yield teks.isi[cocok.start() : cocok.start("isi") + len(isi)]
    for cocok in _CACAT_POLOS.finditer(teks.isi):
        if not re.search(r"Rp\.?[ \t]?$", teks.isi[: cocok.start("isi")]) and not _bukan_uang(teks.isi, cocok.start()):
            yield cocok["isi"]


def _bukan_uang(isi: str, awal: int) -> bool:
    """A version, a kode or a number of a letter."""
    return bool(re.search(r"(?:versi|kode|nomor|no|rekening|ip)\.?[ :]*$", isi[:awal][-12:], re.IGNORECASE))


def _sel_uang(bacaan: Bacaan) -> Iterator[Teks]:
    """Text cells below a heading that speaks of money."""
    kepala = {t.nama: t.kepala for t in bacaan.buku.laporan.daftar_tabel}
    for teks in bacaan.daftar_sel:
        kolom = int(teks.letak.rpartition(" ")[2]) - 1
        if kolom < len(kepala[teks.lembar]) and _UANG.search(kepala[teks.lembar][kolom]):
            yield teks


def _sel_cacat(teks: Teks) -> Iterator[str]:
    cocok = _RIBUAN_CACAT.fullmatch(teks.isi.strip())
    if cocok and not _SAH.fullmatch(cocok["isi"]) and not re.fullmatch(r"\d(?:\.\d{1,2})+(?:\.\d{1,4})*", cocok["isi"]):
        yield cocok["isi"]


def _ada_indonesia(bacaan: Bacaan) -> bool:
    return any(_INDONESIA.search(t.isi) for t in bacaan.daftar_teks)


def format_campuran(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-02, once a report: the numbers written in the other way; those that mix both in themselves always count."""
    asing = [Tempat(t, c[0]) for t in bacaan.daftar_teks for c in _INGGRIS.finditer(t.isi)]
    sendiri = [Tempat(t, _EKOR.sub("", c[0])) for t in bacaan.daftar_teks for c in _CAMPUR_SEANGKA.finditer(t.isi)]
    daftar = [*sendiri, *asing]
    if not daftar or not (sendiri or _ada_indonesia(bacaan)):
        return
    ini = next((c[0] for t in bacaan.daftar_teks if (c := _INDONESIA.search(t.isi))), "1.234.567,89")
    yield temuan_teks(
        "FMT-02",
        Tingkat.PERINGATAN,
        daftar,
        f"Tanda ribuan dan desimal tidak seragam: {sebutkan_tempat(daftar)}, "
        f"sedangkan di tempat lain tertulis “{ini}”.",
        butir="campuran",
        nilai=daftar[0].kutipan,
        seharusnya=ini,
        cara="Dicari angka bertanda ribuan koma di samping angka bertanda ribuan titik.",
        saran="Pakai titik untuk ribuan dan koma untuk desimal di seluruh laporan.",
    )


def persen_bertitik(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-03, one finding a section or table."""
    semua = [Tempat(t, c[0]) for t in _semua_teks(bacaan) for c in _PERSEN_TITIK.finditer(t.isi)]
    for daftar in per_wadah(semua):
        kutipan = daftar[0].kutipan
        yield temuan_teks(
            "FMT-03",
            Tingkat.PERINGATAN,
            daftar,
            f"Desimal persen memakai titik: {sebutkan_tempat(daftar)}; tulis dengan koma, misalnya "
            f"“{kutipan.replace('.', ',')}”.",
            butir="persen titik",
            nilai=kutipan,
            seharusnya=kutipan.replace(".", ","),
            cara="Dicari persentase yang desimalnya sesudah titik.",
            saran="Ganti titik desimal dengan koma.",
        )


DAFTAR = (
    Aturan("FMT-01", Tingkat.GALAT, "Angka rupiah cacat", periksa_teks=rupiah_cacat),
    Aturan("FMT-02", Tingkat.PERINGATAN, "Format angka campuran", periksa_teks=format_campuran),
    Aturan("FMT-03", Tingkat.PERINGATAN, "Desimal persen memakai titik", periksa_teks=persen_bertitik),
)
