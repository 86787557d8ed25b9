"""What the forms of the panel send: the three lists of the analysis, new evidence, the consent to replace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict

from kinerja.besaran_penurunan import pembilang_penyebut
from kinerja.data import Faktor
from kinerja.services_analisis import DaftarButir
from lkjip.dasar.butir import ButirDitolak, baca_butir
from lkjip.dasar.isian import Isian, IsianTakTerbaca, JenisIsian, baca_dasar, baca_isian

TERSIMPAN, GABUNG = "tersimpan", "gabung"  # how a writer settles a conflict; anything else: their own text
MAKS_URAIAN = 500


@dataclass
class KirimanAnalisis:
    """The lists as typed, those that can be read, and why a list was refused."""

    daftar: list[DaftarButir] = field(default_factory=list)
    galat: dict[Faktor, str] = field(default_factory=dict)
    ketikan: dict[Faktor, str] = field(default_factory=dict)


def baca_analisis(kiriman: QueryDict) -> KirimanAnalisis:
    """A list that was not sent, or that the writer gives up for the stored one, is no change."""
    hasil = KirimanAnalisis()
    for faktor in Faktor:
        pilihan = kiriman.get(f"pilih-{faktor}", "")
        if f"butir-{faktor}" not in kiriman or pilihan == TERSIMPAN:
            continue
        teks = kiriman.get(f"butir-{faktor}", "")
        hasil.ketikan[faktor] = teks
        try:
            dasar = kiriman.get(f"dasar-{faktor}", "")
            hasil.daftar.append(DaftarButir(faktor, baca_butir(teks), dasar, gabung=pilihan == GABUNG))
        except ButirDitolak as galat:
            hasil.galat[faktor] = str(galat)
    return hasil


def baca_setuju(kiriman: QueryDict) -> Mapping[Faktor, tuple[str, str]]:
    """The quarter's and the year's list as they were shown, per list; empty where nobody has agreed yet."""
    hasil = {}
    for faktor in Faktor:
        satu, titik, dua = kiriman.get(f"setuju-{faktor}", "").partition(".")
        if titik:
            hasil[faktor] = (satu, dua)
    return hasil


@dataclass(frozen=True)
class KirimanBukti:
    """Files and a link, with one description for all of them."""

    daftar_berkas: tuple[UploadedFile[bytes], ...]
    tautan: str
    uraian: str

    @property
    def kosong(self) -> bool:
        return not self.daftar_berkas and not self.tautan


def baca_bukti(request: HttpRequest) -> KirimanBukti:
    return KirimanBukti(
        tuple(request.FILES.getlist("berkas")),
        request.POST.get("tautan", "").strip(),
        " ".join(request.POST.get("uraian", "").split())[:MAKS_URAIAN],
    )


def baca_penurunan(kiriman: QueryDict) -> tuple[Isian, Isian]:
    """Pembilang and penyebut of a decrease, out of the two numbers typed. Raises ValidationError.

    With one number alone there is no quotient; both empty takes it away.
    """
    try:
        lalu, kini = (baca_isian(kiriman.get(nama, ""), JenisIsian.ANGKA) for nama in ("lalu", "kini"))
        dasar = [baca_dasar(kiriman.get(f"dasar-{k}", ""), JenisIsian.ANGKA) for k in ("pembilang", "penyebut")]
    except IsianTakTerbaca as galat:
        raise ValidationError(str(galat)) from galat
    if (lalu is None) != (kini is None):
        raise ValidationError("Isi kedua angka: nilai tahun lalu dan nilai tahun ini.")
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    if isinstance(lalu, Decimal) and isinstance(kini, Decimal):
        pembilang, penyebut = pembilang_penyebut(lalu, kini)
    return Isian("pembilang", pembilang, dasar[0]), Isian("penyebut", penyebut, dasar[1])
