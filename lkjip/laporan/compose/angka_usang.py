"""From which figures a text was written, and which of them have changed since ("usang")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from lkjip.besaran import BESARAN
from lkjip.dasar.hasil import ada, kosong
from lkjip.dasar.tulisan_angka import tulis_polos
from lkjip.laporan.compose.angka_tulis import angka_bicara
from lkjip.laporan.compose.angka_usul import nama_angka
from lkjip.laporan.isi import Angka, Identitas, JenisAngka
from lkjip.laporan.isi_tulis import tulis

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks


@dataclass(frozen=True)
class PerubahanAngka:
    """A figure that was another one when the text was written; `dulu` and `kini` as printed."""

    identitas: Identitas
    dulu: str
    kini: str
    uraian: str


def catat_angka(ktx: Konteks, teks: str, subjek: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """What the text speaks of, for `CatatanNaskah.angka`: identity and plain value, '' where there was none."""
    return [
        {
            "besaran": a.identitas.besaran,
            "subjek": a.identitas.subjek,
            "tahun": a.identitas.tahun,
            "triwulan": a.identitas.triwulan,
            "versi": a.identitas.versi,
            "nilai": _polos(a),
        }
        for a in angka_bicara(ktx, teks, subjek)
    ]


def usang(ktx: Konteks, catatan: Iterable[Mapping[str, Any]]) -> tuple[PerubahanAngka, ...]:
    """The figures of a note that are no longer what they were. An empty note (imported text) has none."""
    return tuple(berubah for satu in catatan if (berubah := _perubahan(ktx, satu)) is not None)


def _perubahan(ktx: Konteks, satu: Mapping[str, Any]) -> PerubahanAngka | None:
    identitas = Identitas(
        str(satu.get("besaran", "")), str(satu.get("subjek") or ""), satu.get("tahun"), satu.get("triwulan"),
        str(satu.get("versi") or ""),
    )  # fmt: skip
    dulu = str(satu.get("nilai", ""))
    if identitas.besaran not in BESARAN:
        return None
    kini = ktx.angka(
        identitas.besaran, identitas.subjek, tahun=identitas.tahun, triwulan=identitas.triwulan, versi=identitas.versi
    )
    if _polos(kini) == dulu:
        return None
    lama = tulis(_dengan_nilai(kini, dulu))
    baru = tulis(replace(kini, jenis=JenisAngka.KATA) if kini.hasil.kata is not None else kini)
    return PerubahanAngka(identitas, lama, baru, f"{nama_angka(identitas)}: {lama} → {baru}")


def _polos(angka: Angka) -> str:
    nilai = angka.hasil.nilai if angka.hasil.ada else None
    return tulis_polos(nilai) if isinstance(nilai, Decimal) else nilai or ""


def _dengan_nilai(angka: Angka, nilai: str) -> Angka:
    """The figure as it was printed then."""
    if not nilai:
        return replace(angka, hasil=kosong("belum ada saat naskah ditulis"))
    try:
        return replace(angka, hasil=ada(Decimal(nilai), ""))
    except InvalidOperation:
        return replace(angka, hasil=ada(nilai, ""), jenis=JenisAngka.KATA)
