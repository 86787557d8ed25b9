"""What the pages of the method and the scales send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from django.core.exceptions import ValidationError

from kinerja.besaran_skala import Kelas
from kinerja.data import MetodeEfisiensi, MetodePengukuran, RumusNegatif, Skala, SkemaSakip
from lkjip.dasar.isian import Isian, IsianTakTerbaca, JenisIsian, baca_dasar, baca_isian, sama_isi
from lkjip.dasar.rekaman import tulisan_nilai
from renstra.data import Arah

JENIS: Mapping[str, JenisIsian] = {
    "batas_capaian": JenisIsian.ANGKA,
    "rumus_negatif": JenisIsian.PILIHAN,
    "desimal": JenisIsian.BULAT,
    "skala": JenisIsian.PILIHAN,
    "metode_efisiensi": JenisIsian.PILIHAN,
    "skema_sakip": JenisIsian.PILIHAN,
}
MAKS_DESIMAL = 10
MAKS_NAMA = 100
_E = TypeVar("_E", bound=StrEnum)


def baca_metode(kiriman: Mapping[str, str]) -> list[Isian]:
    """The choices that were changed. Raises ValidationError."""
    hasil = []
    for kolom, jenis in JENIS.items():
        if kolom not in kiriman:
            continue
        try:
            nilai = baca_isian(kiriman[kolom], jenis)
            dasar = baca_dasar(kiriman.get(f"dasar-{kolom}", ""), jenis)
        except IsianTakTerbaca as galat:
            raise ValidationError(str(galat)) from galat
        if not sama_isi(nilai, dasar):
            hasil.append(Isian(kolom, nilai, dasar))
    return hasil


def susun_metode(kiriman: Mapping[str, str], kini: MetodePengukuran) -> MetodePengukuran:
    """The method as chosen on the page, for its example; what cannot be read stays as it is."""

    def angka(kolom: str, bawaan: object) -> object:
        try:
            return baca_isian(kiriman.get(kolom, ""), JENIS[kolom]) if kolom in kiriman else bawaan
        except IsianTakTerbaca:
            return bawaan

    batas, desimal = angka("batas_capaian", kini.batas_capaian), angka("desimal", kini.desimal)
    boleh = isinstance(desimal, int) and desimal <= MAKS_DESIMAL
    return MetodePengukuran(
        batas_capaian=batas if isinstance(batas, Decimal) else None,
        rumus_negatif=_pilih(RumusNegatif, kiriman, "rumus_negatif", kini.rumus_negatif),
        desimal=desimal if boleh else None,  # type: ignore[arg-type]  # an int by now
        skala=kiriman.get("skala", kini.skala),
        metode_efisiensi=_pilih(MetodeEfisiensi, kiriman, "metode_efisiensi", kini.metode_efisiensi),
        skema_sakip=_pilih(SkemaSakip, kiriman, "skema_sakip", kini.skema_sakip),
    )


def _pilih(pilihan: type[_E], kiriman: Mapping[str, str], kolom: str, bawaan: _E | None) -> _E | None:
    if kolom not in kiriman:
        return bawaan
    return pilihan(kiriman[kolom]) if kiriman[kolom] in {p.value for p in pilihan} else None


@dataclass(frozen=True)
class KirimanSkala:
    """A scale as typed: its name, and a class a line (`91 Sangat Tinggi`) for each direction."""

    nama: str = ""
    positif: str = ""
    negatif: str = ""

    def daftar(self) -> tuple[Skala, ...]:
        """Its rows. Raises ValidationError with what cannot be read, line by line."""
        galat: list[str] = []
        if not self.nama.strip() or len(self.nama) > MAKS_NAMA:
            galat.append(f"Beri skala ini nama, paling panjang {MAKS_NAMA} huruf.")
        baris = [
            Skala(self.nama.strip(), arah, batas, nama)
            for arah, teks in ((Arah.POSITIF, self.positif), (Arah.NEGATIF, self.negatif))
            for batas, nama in _baca_kelas(teks, arah, galat)
        ]
        if not baris and not galat:
            galat.append("Isi sekurangnya satu kelas.")
        if galat:
            raise ValidationError(galat)
        return tuple(baris)


def _baca_kelas(teks: str, arah: Arah, galat: list[str]) -> list[Kelas]:
    hasil = []
    for nomor, baris in enumerate(teks.splitlines(), 1):
        batas, _, nama = baris.strip().replace("\t", " ").partition(" ")
        if not batas:
            continue
        try:
            nilai = baca_isian(batas, JenisIsian.ANGKA)
        except IsianTakTerbaca as salah:
            galat.append(f"Kelas {arah.value}, baris {nomor}: {salah}")
            continue
        if not isinstance(nilai, Decimal) or not nama.strip():
            galat.append(
                f"Kelas {arah.value}, baris {nomor}: tulis batas bawah lalu nama kelas, misalnya 91 Sangat Tinggi."
            )
            continue
        hasil.append((nilai, " ".join(nama.split())))
    return hasil


def baca_skala(kiriman: Mapping[str, str]) -> KirimanSkala:
    """The classes of a scale as they were typed; they are read by what checks them."""
    return KirimanSkala(kiriman.get("nama", ""), kiriman.get("positif", ""), kiriman.get("negatif", ""))


def tulis_kelas(daftar: Sequence[Kelas]) -> str:
    """Classes as their field shows them, one a line."""
    return "\n".join(f"{tulisan_nilai(batas)} {nama}" for batas, nama in daftar)


def kiriman_skala(nama: str, daftar: Sequence[Skala]) -> KirimanSkala:
    """The form of a stored scale."""

    def teks(arah: Arah) -> str:
        kelas = [(s.batas_bawah, s.kategori) for s in daftar if (s.arah or Arah.POSITIF) is arah]
        return tulis_kelas([(batas, kategori) for batas, kategori in kelas if batas is not None])

    return KirimanSkala(nama, teks(Arah.POSITIF), teks(Arah.NEGATIF))
