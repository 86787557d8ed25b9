"""KON-12: how many sasaran, indicators, programmes and kegiatan a text says that there are (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from anggaran.data import Anggaran
from anggaran.data import Tingkat as TingkatAnggaran
from lkjip.dasar.tulisan_angka import terbilang
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, peringatan
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat

_TERBANYAK = 60
_BILANGAN = {terbilang(n): n for n in range(1, _TERBANYAK + 1)}
_KATA_BILANGAN = "|".join(sorted(_BILANGAN, key=len, reverse=True))
_BENDA = (
    r"(?P<benda>sasaran(?: strategis| kinerja)?|indikator(?: kinerja)?(?: utama| sasaran)?|iku|program"
    r"|sub ?kegiatan|kegiatan)"
)
_BANYAK = re.compile(
    rf"(?<![\w.,-])(?P<semua>ke)?(?:(?P<angka>\d{{1,3}})(?:[ ]?\((?:{_KATA_BILANGAN})\))?"
    rf"|(?P<kata>{_KATA_BILANGAN})(?:[ ]?\((?P<angka2>\d{{1,3}})\))?)(?: buah)?[ ]{_BENDA}\b"
    r"(?P<ekor>(?: \(iku\))?(?:[.,;:)]|$| (?:yang|dengan|dan"
    r"|pada|tahun|dalam|ini|itu|tersebut|untuk|serta|di|oleh|sebagai|kinerja|adalah|renstra|badan|dinas"
    r"|sebagaimana|seperti|selama|sesuai|menurut|berdasarkan|guna|agar|sehingga|maupun|yaitu|yakni|meliputi"
    r"|tercapai|mencapai|melampaui|memenuhi|berhasil|telah|sudah|belum)\b))"
)
# "Sasaran strategis berjumlah 4 (empat)", "jumlah indikator sebanyak 9"; the groups are those of `_BANYAK`.
_BERJUMLAH = re.compile(
    rf"(?<!\w)(?P<semua>(?!))?(?:jumlah )?{_BENDA}(?: (?:seluruhnya|renstra))?"
    r"(?: yang (?:di(?:perjanjikan|tetapkan|dukung|laksanakan|tuangkan|miliki|kelola|ukur)|ada|tercantum|tertuang)"
    r"[^.,;:\d]{0,40}?)? "
    rf"(?:berjumlah|sebanyak|sejumlah|ada) "
    rf"(?:(?P<angka>\d{{1,3}})(?![\d.,]*\d|%)|(?P<kata>{_KATA_BILANGAN})(?:[ ]?\((?P<angka2>\d{{1,3}})\))?)(?P<ekor>)"
)
_UTAMA = re.compile(r"(?:iku|indikator(?: kinerja)? utama)\b")
_MENYELURUH = re.compile(
    r"\b(?:terdiri|memuat|menetapkan|ditetapkan|memiliki|mempunyai|meliputi|sebanyak|diukur|dijabarkan|melaksanakan"
    r"|dilaksanakan|didukung|terdapat|ada|mencakup|menjadi|melalui|berisi|seluruh|berjanji|menjanjikan|sejumlah|dibagi)\b"
)
_SEBAGIAN = re.compile(
    r"\b(?:(?<!terdiri )dari|antara|lainnya|lain|masing-masing|setiap|tiap|tercapai|mencapai|melampaui|melebihi"
    r"|berhasil|meningkat|menurun|turun|naik|belum|tidak|hanya|sisanya|memenuhi|berada|baru|terendah|tertinggi|sebagian|rpjmd|rpd|spm"
    r"|masih|di (?:bawah|atas)|sdgs|nasional|prioritas|daerah|kementerian|unggulan|salah satu|tambahan)\b"
)


def jumlah_tidak_cocok(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-12: a count that is no count of the whole or of what the sentence names. Fewer than the whole may be a part:
    then only where the sentence speaks of all.
    """
    dilihat: set[tuple[str, str, int]] = set()
    for kalimat in bacaan.daftar_kalimat:
        sama_panjang = len(kalimat.rendah) == len(kalimat.isi)
        for cocok in (c for p in (_BANYAK, _BERJUMLAH) for c in p.finditer(kalimat.rendah) if sama_panjang):
            banyak, benda = _angka(cocok), _benda(cocok["benda"])
            kode = kode_sebutan(kalimat.daftar_sebut)
            utama = _UTAMA.match(kalimat.rendah, cocok.start("benda")) is not None
            total, boleh = _banyak(bacaan.konteks, benda, kode, utama=utama)
            if benda == "sasaran" and "tujuan" not in kalimat.teks.isi.casefold():
                boleh = frozenset({total})
            if banyak in boleh or not total or not _tertuduh(kalimat, cocok, banyak, total, benda):
                continue
            if (kalimat.teks.letak, benda, banyak) not in dilihat:
                dilihat.add((kalimat.teks.letak, benda, banyak))
                yield _temuan(kalimat, cocok, benda, banyak, total)


def _angka(cocok: re.Match[str]) -> int:
    """The count; where figure and word differ (FMT-08 says so) the figure."""
    angka = cocok["angka"] or cocok["angka2"]
    return int(angka) if angka else _BILANGAN[cocok["kata"]]


def _benda(tertulis: str) -> str:
    rapi = tertulis.replace("sub kegiatan", "subkegiatan")
    return "indikator" if rapi == "iku" or rapi.startswith("indikator") else rapi.split(" ", 1)[0]


def _tanpa_nama(kalimat: Kalimat) -> str:
    """The sentence in small letters, its names blanked: a word of a name ("… Daerah") says nothing of a count."""
    rendah = kalimat.rendah
    for sebut in kalimat.daftar_sebut:
        rendah = rendah[: sebut.awal] + " " * (sebut.akhir - sebut.awal) + rendah[sebut.akhir :]
    return rendah


def _tertuduh(kalimat: Kalimat, cocok: re.Match[str], banyak: int, total: int, benda: str) -> bool:
    """Whether the clause can only mean all of them: more than there are, or a statement about the whole."""
    rendah, polos = kalimat.rendah, _tanpa_nama(kalimat)
    awal = max(rendah.rfind(tanda, 0, cocok.start()) for tanda in (",", ";", ":")) + 1
    akhir = min((n for tanda in (",", ";") if (n := rendah.find(tanda, cocok.end())) >= 0), default=len(rendah))
    muka = polos[awal : cocok.start()]
    if banyak > total:  # "dari 8 indikator" is all of them, not a part
        muka = re.sub(r"\bdari (?:seluruh )?$", "", muka)
    klausa = muka + polos[cocok.start() : akhir]
    lain = "kegiatan" if benda == "program" else "program"
    if benda in ("program", "kegiatan") and not re.search(rf"\b(?:{lain}|subkegiatan|sub kegiatan|anggaran|dpa)\b",
                                                         rendah[: cocok.start()] + rendah[cocok.end() :]):  # fmt: skip
        return False
    if cocok["semua"]:
        return banyak > total
    return not _SEBAGIAN.search(klausa) and (banyak > total or bool(_MENYELURUH.search(klausa)))


def _banyak(ktx: Konteks, benda: str, daftar_kode: Sequence[str], *, utama: bool) -> tuple[int, frozenset[int]]:
    """(how many there are in all, every count that the words may mean)."""
    if benda == "sasaran":
        return len(ktx.renstra.daftar_sasaran), _anak_sasaran(ktx)
    if benda == "indikator":
        return _indikator(ktx, daftar_kode, utama=utama)
    tingkat = TingkatAnggaran(benda)
    semua = [a for a in ktx.anggaran.daftar_anggaran if a.tingkat is tingkat]
    nama = {" ".join(a.uraian.casefold().split()) for a in semua}
    per_induk = Counter(atas.kode for a in semua for atas in ktx.anggaran.daftar_anggaran if _di_bawah(a, atas))
    bawah = {k: per_induk[k] or sum(1 for a in semua if a.sasaran == k) for k in daftar_kode}
    milik = [n for n in bawah.values() if n]
    if len(milik) == 1 and any(k in per_induk for k in daftar_kode):
        return milik[0], frozenset({milik[0], len(semua), len(nama)})  # "Kegiatan Mutasi dengan tiga subkegiatan"
    per_unit = Counter(a.unit for a in semua)
    # A paragraph about one program or kegiatan counts what is below it without naming it again.
    return len(semua), frozenset({len(semua), len(nama), *milik, *per_unit.values(), *per_induk.values()})


def _di_bawah(satu: Anggaran, atas: Anggaran) -> bool:
    return satu.induk == atas.kode or satu.kode.startswith(f"{atas.kode}.")


def _anak_sasaran(ktx: Konteks) -> frozenset[int]:
    """All of them, and those of one tujuan."""
    daftar = ktx.renstra.daftar_sasaran
    return frozenset({len(daftar), *(sum(1 for s in daftar if s.tujuan == t.kode) for t in ktx.renstra.daftar_tujuan)})


def _indikator(ktx: Konteks, daftar_kode: Sequence[str], *, utama: bool) -> tuple[int, frozenset[int]]:
    """Of all sasaran; IKU, promised ones, those of tujuan, and of what the sentence names are as good."""
    r = ktx.renstra
    sasaran = len(r.daftar_indikator_semua_sasaran)
    tujuan = sum(len(r.daftar_indikator_tujuan(t.kode)) for t in r.daftar_tujuan)
    dijanjikan = len({p.indikator for p in r.daftar_perjanjian if p.tahun == ktx.tahun})
    iku = sum(1 for i in r.daftar_indikator if i.iku)
    induk = {r.indikator_per_kode[k].induk for k in daftar_kode if k in r.indikator_per_kode} | set(daftar_kode)
    disebut = {len(r.daftar_indikator_per_induk.get(kode, ())) for kode in induk}
    berkode = len({k for k in daftar_kode if k in r.indikator_per_kode})
    if utama and iku:
        return iku, frozenset({iku, dijanjikan, *disebut, berkode})
    semua = {sasaran, iku, dijanjikan, sasaran + tujuan, tujuan, len(r.daftar_indikator)}
    return sasaran or iku, frozenset({*semua, *disebut, berkode})


def _temuan(kalimat: Kalimat, cocok: re.Match[str], benda: str, banyak: int, total: int) -> Temuan:
    kutipan = kalimat.isi[cocok.start() : cocok.end("benda")]
    letak = kalimat.teks.letak
    return peringatan(
        "KON-12",
        f"{letak[:1].upper()}{letak[1:]} menyebut “{kutipan}”, sedangkan data memuat {total} {benda}.",
        letak=letak,
        subjek=kalimat.teks.subjek,
        butir=f"{letak} {banyak} {benda}",
        nilai=str(banyak),
        seharusnya=str(total),
        cara=f"banyaknya baris {benda} pada lembar {'anggaran' if benda.endswith(('program', 'kegiatan')) else benda}",
        saran=f"Tulis {total} {benda}, atau lengkapi datanya bila teks ini yang benar.",
        halaman=kalimat.teks.halaman,
        argumen=kalimat.teks.argumen,
        bagian=kalimat.teks.bagian,
        kutipan=kutipan,
    )


DAFTAR = (Aturan("KON-12", Tingkat.PERINGATAN, "Jumlah yang disebut tidak cocok", periksa_teks=jumlah_tidak_cocok),)
