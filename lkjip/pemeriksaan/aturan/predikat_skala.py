"""Which index a name speaks of, and what class a value has in that index's own scale (HIT-18, HIT-19). Pure."""

from __future__ import annotations

import re
from decimal import Decimal

from kinerja.besaran_skala import SkalaBaku, predikat_indeks
from kinerja.rumus.predikat import huruf_predikat, kata_baku, predikat

SAKIP = re.compile(r"\bs?akip\b|akuntabilitas kinerja")
AWAL_SAKIP = re.compile(r"(?:nilai|predikat|skor|indeks|hasil|kategori|s?akip|akuntabilitas)\b")
# Words of a name → the scale of that index.
SKALA = (
    ("skm", re.compile(r"\bskm\b|\bikm\b|kepuasan (?:masyarakat|pelanggan|pengguna)|indeks kepuasan")),
    ("nspk", re.compile(r"\bnspk\b")),
    ("sistem_merit", re.compile(r"sistem merit|\bmerit\b")),
    ("ip_asn", re.compile(r"profesionalitas|\bip asn\b")),
)


def kelas(skala: SkalaBaku, nilai: Decimal) -> str:
    """The class of a value within the scale; '' for a value that is not counted in its units (SKM of 3,4)."""
    terendah = min(batas for batas, _ in skala.kelas)
    puncak = Decimal(400) if skala.nama == "sistem_merit" else Decimal(100)
    return (predikat_indeks(skala, nilai).kata or "") if max(terendah, Decimal(1)) <= nilai <= puncak else ""


def kelas_sama(kelas: str, kata: str) -> bool:
    """ "B (Baik)" is also "B" and "Baik"."""
    huruf, _, nama = kelas.partition(" (")
    tanpa_kurung = re.sub(r"[()]", " ", kata)
    return kata_baku(tanpa_kurung) in {kata_baku(satu) for satu in (kelas.replace("(", " ").replace(")", " "), huruf,
                                                                    nama.rstrip(")")) if satu}  # fmt: skip


def kelas_seharusnya(skala: SkalaBaku | None, nilai: Decimal, kata: str) -> str:
    """The class of a score on a scale (None: SAKIP's), where it was given another; '' where the word is right or none.

    A class "C" without a name cannot be missed by a word.
    """
    if skala is None:
        huruf = huruf_predikat(kata)
        return "" if huruf is None or nilai > 100 or predikat(nilai) == huruf else predikat(nilai)
    benar = kelas(skala, nilai)
    return "" if kelas_sama(benar, kata) or not (kata.isupper() or len(benar) > 2) else benar
