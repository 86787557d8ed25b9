"""What the sheet's page sends: answers with what they began from, evidence."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, Signer
from django.http import QueryDict

from kinerja.data_evaluasi import DataEvaluasi
from kinerja.data_lembar_evaluasi import IsianBukti, IsianJawaban, Kunci, daftar_kunci
from lkjip.dasar.isian import IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.evaluasi.halaman_lembar import pengenal
from lkjip.evaluasi.halaman_pertanyaan import Sisi

_PENANDA = Signer(salt="lkjip.evaluasi.usul")
_HALAMAN_MAKS = 99_999


def tanda_usul(evaluasi: int, kunci: Kunci, jawaban: str) -> str:
    """The proposal as the page carries it: what is recorded as proposed is what the evaluator saw."""
    return _PENANDA.sign_object([evaluasi, *kunci, jawaban])


def baca_usul(evaluasi: int, kunci: Kunci, tanda: str) -> str:
    """What `tanda_usul` carried; '' where the page showed none or the mark is not ours."""
    try:
        isi = _PENANDA.unsign_object(tanda) if tanda else []
    except (BadSignature, ValueError):
        return ""
    return str(isi[3]) if isi[:3] == [evaluasi, *kunci] else ""


def daftar_tanda(evaluasi: int, sisi: Sisi) -> dict[Kunci, str]:
    """The mark of each proposal."""
    return {k: tanda_usul(evaluasi, k, u.jawaban) for k, u in sisi.bahan.usul.items() if u.jawaban}


def baca_jawaban(
    kiriman: QueryDict, data: DataEvaluasi, evaluasi: int
) -> tuple[list[IsianJawaban], Mapping[Kunci, str]]:
    """The answers of the questions that were sent, and why some cannot be read.

    A button “Terima” (`terima`) stands for choosing what was proposed.
    """
    daftar: list[IsianJawaban] = []
    galat: dict[Kunci, str] = {}
    for kunci in daftar_kunci(data):
        nama = pengenal(data, kunci)
        if f"dasar_jawaban-{nama}" not in kiriman:
            continue
        usul = baca_usul(evaluasi, kunci, kiriman.get(f"usul-{nama}", ""))
        diterima = usul if kiriman.get("terima") == nama else ""
        catatan = kiriman.get(f"catatan-{nama}", "")
        try:
            catatan = str(baca_isian(catatan, JenisIsian.PARAGRAF))
        except IsianTakTerbaca as salah:
            galat[kunci] = str(salah)
        daftar.append(
            IsianJawaban(
                *kunci,
                diterima or kiriman.get(f"jawaban-{nama}", ""),
                catatan,
                kiriman.get(f"dasar_jawaban-{nama}", ""),
                kiriman.get(f"dasar_catatan-{nama}", ""),
                usul,
            )
        )
    return daftar, galat


def kunci_kiriman(kiriman: QueryDict, data: DataEvaluasi) -> Kunci | None:
    """The question that a form is about (`pertanyaan`); None where there is none such."""
    return next((k for k in daftar_kunci(data) if pengenal(data, k) == kiriman.get("pertanyaan")), None)


def baca_bukti(kiriman: QueryDict, judul_per_rujukan: Mapping[str, str]) -> IsianBukti:
    """Evidence: a document of the agency, or a title with a link. Raises ValidationError."""
    rujukan = kiriman.get("rujukan", "")
    if rujukan and rujukan not in judul_per_rujukan:
        raise ValidationError("Dokumen ini tidak ada lagi. Muat ulang halaman, lalu pilih kembali.")
    try:
        judul = str(baca_isian(kiriman.get("judul", ""), JenisIsian.TEKS))
        tautan = str(baca_isian(kiriman.get("tautan", ""), JenisIsian.TEKS))
        halaman = baca_isian(kiriman.get("halaman", "").strip(), JenisIsian.BULAT)
    except IsianTakTerbaca as salah:
        raise ValidationError(str(salah)) from salah
    if isinstance(halaman, int) and not 1 <= halaman <= _HALAMAN_MAKS:
        raise ValidationError(f"Halaman adalah bilangan 1 sampai {_HALAMAN_MAKS}.")
    nomor = halaman if isinstance(halaman, int) else None
    return IsianBukti(judul or judul_per_rujukan.get(rujukan, ""), "" if rujukan else tautan, rujukan, nomor)
