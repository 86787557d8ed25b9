"""Whether a text gives a reason: that something is not there, said of an indicator, a sasaran or of all of them. Pure.

Naming an indicator is no reason; a sentence counts only with a word of absence and a word of what is absent.
"""

from __future__ import annotations

import re

from lkjip.data import BukuKerja
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat, Teks

_TIADA = re.compile(
    r"\b(?:belum|tidak|tanpa|menunggu|ditunda|tertunda|tiada|sulit|baru|dibatalkan|dihentikan|dihapus|diganti)\b"
)
# A pattern: data are not to be had. "Belum mencapai rata-rata nasional" speaks of data that are.
TAK_TERSEDIA = (
    r"(?:\b(?:belum|tidak|tanpa|tiada)\b[^.]{0,60}\b(?:ada(?:nya)?|tersedia|terdapat|memuat"
    r"|memiliki|mempunyai|punya|dapat|bisa|(?:di|me)?(?:n?erbit|rilis|umum|publikasi|hitung|ukur|nilai|kumpul|saji|banding|tetap|catat|susun|pakai|laku)\w*"
    r"|ter(?:bit|catat)\w*|diperoleh|data|pembanding|setara|sama|lengkap)\b"
    r"|\b(?:menunggu|ditunda|tertunda|diganti|sulit|pertama kali|indikator baru)\b"
    r"|\bbaru (?:di|pertama|mulai|ada)\w*)"
)
_INI = re.compile(r"\bindikator (?:kinerja )?(?:utama )?(?:ini|tersebut|dimaksud)\b")
# Why a realisasi is not there: not measured or published yet. "Belum mencapai target" tells of one that is, and
# what is not there of a comparator is no reason either.
BELUM_TERUKUR = re.compile(
    r"^(?!.*\b(?:mencapai|memenuhi|melampaui) target\b)(?!.*(?:\bnasional\b|pembanding)).*"
    r"(?:\b(?:belum|tidak)\b[^.]{0,40}\b(?:terbit|tersedia|keluar"
    r"|di(?:nilai|ukur|tetapkan|hitung|laksanakan|peroleh|terima|sajikan|rilis|umumkan))\b"
    r"|(?=.*\b(?:nilai|hasil|penilaian|pengukuran|rilis|data|evaluasi|survei|indikator|pelaksanaan|realisasi|publikasi"
    r"|kegiatan)\b).*\b(?:menunggu|ditunda|tertunda|dibatalkan|dihentikan|dihapus|diganti)\b)"
)


def bermakna_tiada(teks: str) -> bool:
    """Whether it says that something is missing, late or new."""
    return _TIADA.search(teks.casefold()) is not None


def indikator_disebut(bacaan: Bacaan, kalimat: Kalimat) -> frozenset[str]:
    """Kode of the indicators of a sasaran that the sentence, or the section that it stands in, is about.

    A sasaran stands for its indicators; empty where none is meant, and then the sentence is about all of them.
    """
    rencana = bacaan.buku.data.renstra
    kode = {k for sebut in kalimat.daftar_sebut for k in sebut.subjek if len(sebut.subjek) == 1}
    kode |= {kalimat.teks.subjek} | _kode_bagian(bacaan.buku, kalimat.teks.bagian)
    utama = {i.kode for i in rencana.daftar_indikator_semua_sasaran}
    turunan = {i.kode for k in kode for i in rencana.daftar_indikator_sasaran(k)}
    return frozenset((kode & utama) or turunan)


def _kode_bagian(buku: BukuKerja, bagian: str) -> set[str]:
    """`bab3.S1` and `bab3.indikator.IKU1.sebab` are about these rows; a kode may hold a full stop itself."""
    rencana = buku.data.renstra
    semua = {*rencana.sasaran_per_kode, *(i.kode for i in rencana.daftar_indikator_semua_sasaran)}
    return {k for k in semua if k and f".{k}." in f"{bagian}."}


def beralasan(bacaan: Bacaan, kode: str, tentang: re.Pattern[str], *, umum: bool = True) -> bool:
    """Whether a sentence says of this indicator that what is asked for is not there.

    With `umum` a sentence of Bab III that names no indicator speaks of all of them; "indikator ini" is the one that the
    paragraph named last.
    """
    teks: Teks | None = None
    terakhir = frozenset[str]()
    for kalimat in bacaan.daftar_kalimat:
        if kalimat.teks is not teks:
            teks, terakhir = kalimat.teks, frozenset()
        rendah = kalimat.rendah
        disebut = indikator_disebut(bacaan, kalimat)
        if not disebut and _INI.search(rendah):
            disebut = terakhir
        terakhir = disebut or terakhir
        tertuju = kode in disebut or (umum and not disebut and kalimat.teks.bagian.startswith("bab3"))
        if tertuju and _TIADA.search(rendah) and tentang.search(rendah):
            return True
    return False
