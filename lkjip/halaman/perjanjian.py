"""The page “Perjanjian Kinerja”: targets of Renstra, murni and perubahan side by side, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.besaran_sakip import HURUF_PREDIKAT
from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi, baris_kisi
from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.formulir_perjanjian import nama_induk
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.perjanjian import daftar_perbedaan
from lkjip.laporan.isi import Angka, Sebaris
from renstra.data import Indikator, JenisIndikator, Perjanjian, TargetTahunan, Versi

_JUDUL = {Versi.MURNI: "PK murni", Versi.PERUBAHAN: "PK perubahan"}
_HURUF = tuple((huruf, huruf) for huruf in HURUF_PREDIKAT)


@dataclass(frozen=True)
class BedaUang:
    """A pagu that differs between the two documents."""

    nama: str
    murni: Angka
    perubahan: Angka
    selisih: Angka


@dataclass(frozen=True)
class Perbedaan:
    """`target`: a sentence per indicator whose documents do not agree; `uang`: programs whose pagu was changed."""

    target: tuple[tuple[Sebaris, ...], ...]
    uang: tuple[BedaUang, ...]
    ada_murni: bool
    ada_perubahan: bool


def kelompok_indikator(ktx: Konteks) -> list[tuple[str, Sequence[Indikator]]]:
    """Indicators under the name of their tujuan, sasaran or budget row, in the order of the plan."""
    urutan = [*(t.kode for t in ktx.renstra.daftar_tujuan), *(s.kode for s in ktx.sasaran)]
    dikenal = {*urutan, *(a.kode for a in ktx.anggaran.daftar_anggaran)}
    urutan += [a.kode for a in ktx.anggaran.daftar_anggaran]
    per_induk = ktx.renstra.daftar_indikator_per_induk
    kelompok: list[tuple[str, Sequence[Indikator]]] = [
        (nama_induk(ktx, kode), per_induk[kode]) for kode in dict.fromkeys(urutan) if kode in per_induk
    ]
    lepas = [i for i in ktx.renstra.daftar_indikator if i.induk not in dikenal]
    return [*kelompok, ("Tanpa induk", lepas)] if lepas else kelompok


def berhuruf(ktx: Konteks) -> bool:
    """Whether a target of the plan can be a letter, so that there are fields for letters."""
    rencana = ktx.renstra
    return (
        any(i.jenis is JenisIndikator.PREDIKAT for i in rencana.daftar_indikator)
        or any(t.predikat for t in rencana.daftar_target_tahunan)
        or any(p.predikat for p in rencana.daftar_perjanjian)
    )


def kisi_perjanjian(ktx: Konteks, pk: Mapping[str, int], *, boleh: bool) -> Kisi:
    """The targets of both documents beside the Renstra's, as fields; `pk`: of each indicator, per kode."""
    kolom = _daftar_kolom(huruf=berhuruf(ktx))
    kelompok = tuple(
        KelompokKisi(judul, tuple(_baris(ktx, kolom, i, pk[i.kode], boleh=boleh) for i in daftar))
        for judul, daftar in kelompok_indikator(ktx)
    )
    return Kisi(kolom, kelompok, "Indikator", boleh)


def _daftar_kolom(*, huruf: bool) -> tuple[KolomKisi, ...]:
    hasil = [KolomKisi("target_renstra", "Renstra", JenisIsian.ANGKA, boleh=False)]
    if huruf:
        hasil.append(KolomKisi("predikat_renstra", "Renstra (predikat)", JenisIsian.TEKS, boleh=False))
    for versi, judul in _JUDUL.items():
        hasil.append(KolomKisi(f"target_{versi.value}", judul, JenisIsian.ANGKA))
        if huruf:
            nama = f"predikat_{versi.value}"
            hasil.append(KolomKisi(nama, f"{judul} (predikat)", JenisIsian.PILIHAN, pilihan=_HURUF))
    return tuple(hasil)


def _baris(ktx: Konteks, kolom: tuple[KolomKisi, ...], i: Indikator, pk: int, *, boleh: bool) -> BarisKisi:
    tahun, rencana = ktx.tahun, ktx.renstra
    sumber: dict[str, Perjanjian | TargetTahunan | None] = {
        "renstra": rencana.target_tahunan_per_indikator.get((i.kode, tahun)),
        **{v.value: rencana.perjanjian_per_indikator.get((i.kode, tahun, v)) for v in Versi},
    }
    nilai: dict[str, Decimal | str | None] = {}
    for dokumen, baris in sumber.items():
        if baris is not None:
            nilai |= {f"target_{dokumen}": baris.target, f"predikat_{dokumen}": baris.predikat}
    return baris_kisi(kolom, pk, i.kode, ktx.nama_indikator(i), nilai, boleh=boleh, keterangan=i.satuan)


def perbedaan(ktx: Konteks) -> Perbedaan:
    """What differs between Renstra, PK murni and PK perubahan, and which of the two there are."""
    ada = {p.versi for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun}
    return Perbedaan(
        tuple(daftar_perbedaan(ktx)),
        tuple(_beda_uang(ktx)),
        Versi.MURNI in ada,
        Versi.PERUBAHAN in ada,
    )


def _beda_uang(ktx: Konteks) -> list[BedaUang]:
    hasil = []
    for kode, nama in [*((a.kode, nama_anggaran(ktx, a.kode)) for a in ktx.program), ("", "Jumlah")]:
        selisih = ktx.angka("perubahan_pagu", kode, polos=True)
        if selisih.hasil.angka:
            murni, perubahan = (ktx.angka("pagu", kode, versi=v.value, polos=True) for v in Versi)
            hasil.append(BedaUang(nama, murni, perubahan, selisih))
    return hasil
