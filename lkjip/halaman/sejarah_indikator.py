"""One indicator through the periods: what it was called, what it promised and reached, what it continues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka, DataGrafik, Deret, GayaDeret, JenisGrafik, Sebaris
from renstra.data import Indikator
from renstra.data_rantai import MataRantai, Rantai

_TEKS_DIBANDINGKAN = 200


@dataclass(frozen=True)
class TahunSejarah:
    """One year: the figures of the agency-year itself, or those that a later year has kept of it (`sumber`)."""

    tahun: int
    kode: str
    renstra: int | None
    target: tuple[Sebaris, ...]
    realisasi: tuple[Sebaris, ...]
    capaian: tuple[Sebaris, ...]
    sumber: str
    milik_sendiri: bool


@dataclass(frozen=True)
class SejarahIndikator:
    """An indicator through its predecessors: the links of the chain, and figures year by year."""

    indikator: Indikator
    daftar_mata: tuple[MataRantai, ...]
    daftar_tahun: tuple[TahunSejarah, ...]
    grafik: DataGrafik | None


def sejarah_indikator(
    rantai: Rantai, pk: int, daftar_data: Sequence[tuple[int, DataInstansi]], tahun: int
) -> SejarahIndikator:
    """`daftar_data`: (pk of the Renstra, data) of every year of the agency. Asked in the year `tahun`."""
    keluarga = rantai.keluarga(pk)
    kode = {mata.renstra: mata.kode for mata in keluarga}
    konteks = {
        data.tahun: (Konteks(BukuKerja(data)), kode[renstra], renstra)
        for renstra, data in daftar_data
        if renstra in kode and kode[renstra] in data.renstra.indikator_per_kode
    }
    sendiri = {n: _tahun(ktx, kode, n, renstra) for n, (ktx, kode, renstra) in konteks.items()}
    daftar = sorted([*sendiri.values(), *_tahun_tercatat(konteks)], key=lambda satu: satu.tahun)
    ktx, kode_kini, _ = konteks[tahun]
    indikator = ktx.renstra.indikator_per_kode[kode_kini]
    urut = sorted(keluarga, key=lambda mata: -_tahun_akhir(mata, sendiri.values()))
    return SejarahIndikator(indikator, tuple(urut), tuple(daftar), _grafik(daftar, indikator))


def _tahun_akhir(mata: MataRantai, daftar: Iterable[TahunSejarah]) -> int:
    return max((t.tahun for t in daftar if t.renstra == mata.renstra), default=0)


def _tahun(ktx: Konteks, kode: str, tahun: int, renstra: int | None) -> TahunSejarah:
    sendiri = tahun == ktx.tahun
    tercatat = "dicatat pada tahun" if ktx.ada_realisasi(kode, tahun=tahun) else "target menurut rencana tahun"
    sumber = f"data tahun {tahun}" if sendiri else f"{tercatat} {ktx.tahun}"
    return TahunSejarah(
        tahun=tahun,
        kode=kode,
        renstra=renstra,
        target=ktx.target(kode, tahun=tahun),
        realisasi=ktx.realisasi(kode, tahun=tahun),
        capaian=(ktx.angka("capaian", kode, tahun=tahun),),
        sumber=sumber,
        milik_sendiri=sendiri,
    )


def _tahun_tercatat(konteks: Mapping[int, tuple[Konteks, str, int]]) -> list[TahunSejarah]:
    """Years that the agency has no data of, out of the first later year that has kept a figure or a target."""
    hasil: dict[int, TahunSejarah] = {}
    for tahun in sorted(konteks):
        ktx, kode, _ = konteks[tahun]
        tercatat = {r.tahun for r in ktx.kinerja.daftar_realisasi_tahunan if r.indikator == kode}
        tercatat |= {t.tahun for t in ktx.renstra.daftar_target_tahunan if t.indikator == kode}
        for lain in tercatat - konteks.keys():
            if lain not in hasil or (lain > tahun):
                hasil[lain] = _tahun(ktx, kode, lain, None)
    return list(hasil.values())


def _grafik(daftar: Sequence[TahunSejarah], indikator: Indikator) -> DataGrafik | None:
    """Realisasi as a line, targets dashed; None where there are not two years with a number."""
    pasangan = [(t, _angka(t.target), _angka(t.realisasi)) for t in daftar]
    bernilai = [(t, target, nilai) for t, target, nilai in pasangan if target is not None and nilai is not None]
    if sum(bool(t.hasil.angka is not None or r.hasil.angka is not None) for _, t, r in bernilai) < 2:
        return None
    return DataGrafik(
        JenisGrafik.GARIS,
        tuple(str(t.tahun) for t, _, _ in bernilai),
        (
            Deret("Realisasi", tuple(r.hasil for _, _, r in bernilai)),
            Deret("Target", tuple(t.hasil for _, t, _ in bernilai), GayaDeret.TARGET),
        ),
        satuan=indikator.satuan,
    )


def _angka(isi: tuple[Sebaris, ...]) -> Angka | None:
    return next((satu for satu in isi if isinstance(satu, Angka)), None)


# which earlier indicator an indicator may continue


@dataclass(frozen=True)
class CalonPendahulu:
    """`usulan`: by the same text, the same kode or nearly the same text."""

    mata: MataRantai
    usulan: bool = False


def calon_pendahulu(rantai: Rantai, pk: int, renstra_terdahulu: Sequence[int]) -> tuple[CalonPendahulu, ...]:
    """Indicators of earlier plans (`renstra_terdahulu`: the nearest first); the suggested one leads."""
    mata = rantai.per_pk[pk]
    per_renstra = [[m for m in rantai.daftar if m.renstra == r] for r in renstra_terdahulu]
    sepadan = (_paling_sepadan(mata, daftar) or _paling_mirip(mata, daftar) for daftar in per_renstra)
    usulan = next((m for m in sepadan if m is not None), None)
    sisa = [CalonPendahulu(m) for daftar in per_renstra for m in daftar if m != usulan]
    return (CalonPendahulu(usulan, True), *sisa) if usulan else tuple(sisa)


def usulan_pendahulu(rantai: Rantai, renstra: int, renstra_terdahulu: Sequence[int]) -> Mapping[int, MataRantai]:
    """For every indicator of the plan that continues none yet: what it may well continue, by equal text or kode."""
    terdahulu = [[m for m in rantai.daftar if m.renstra == r] for r in renstra_terdahulu]
    per_teks = {_baku(m.uraian): m for daftar in reversed(terdahulu) for m in daftar if m.uraian}
    per_kode = {m.kode: m for daftar in reversed(terdahulu) for m in daftar}
    hasil = {}
    for mata in rantai.daftar:
        if mata.renstra == renstra and mata.pendahulu is None:
            usulan = per_teks.get(_baku(mata.uraian)) or per_kode.get(mata.kode)
            if usulan is not None:
                hasil[mata.pk] = usulan
    return hasil


def _paling_sepadan(mata: MataRantai, daftar: Sequence[MataRantai]) -> MataRantai | None:
    """The same text, else the same kode."""
    teks = _baku(mata.uraian)
    bersama = [m for m in daftar if teks and _baku(m.uraian) == teks] or [m for m in daftar if m.kode == mata.kode]
    return bersama[0] if bersama else None


def _paling_mirip(mata: MataRantai, daftar: Sequence[MataRantai]) -> MataRantai | None:
    """The text that shares most letters with this one, if at least three quarters of them."""
    pembanding = SequenceMatcher(None, b=_baku(mata.uraian), autojunk=False)
    nilai = {}
    for calon in daftar:
        pembanding.set_seq1(_baku(calon.uraian))
        if pembanding.real_quick_ratio() * 4 >= 3 and pembanding.quick_ratio() * 4 >= 3:
            nilai[calon.pk] = pembanding.ratio()
    terbaik = max(daftar, key=lambda m: nilai.get(m.pk, 0), default=None)
    return terbaik if terbaik is not None and nilai.get(terbaik.pk, 0) * 4 >= 3 else None


def _baku(teks: str) -> str:
    return " ".join(teks.casefold().split())[:_TEKS_DIBANDINGKAN]
