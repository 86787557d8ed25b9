"""Which entries of the history are late changes, and which belong together. Pure.

The regular course is no late change: the next quarter's own values, steps, remarks, answers, and everything about a
quarter before its first approval or about the report before it is final.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from lkjip.pemeriksaan.data_perubahan import (
    BarisBerubah,
    Entri,
    Isi,
    JenisKunci,
    JenisPerubahan,
    Kejadian,
    Kunci,
    Pembukaan,
)

JEDA = timedelta(minutes=30)
"""Saves of one person within this time are one sitting: on the pages every field saves itself."""


class Lingkup(StrEnum):
    """What must have been settled before a change counts as late."""

    TRIWULAN = "triwulan"  # its own quarter, or the report
    RENCANA = "rencana"  # any quarter, or the report
    PERJANJIAN = "perjanjian"  # any quarter, the report, or the signed agreement
    LAPORAN = "laporan"  # the report


_K, _L = JenisPerubahan, Lingkup
GOLONGAN: Mapping[str, tuple[JenisPerubahan, Lingkup]] = {
    "kinerja_kinerjatriwulan": (_K.KINERJA, _L.TRIWULAN),
    "kinerja_komponentriwulan": (_K.KINERJA, _L.TRIWULAN),
    "anggaran_realisasianggaran": (_K.ANGGARAN, _L.TRIWULAN),
    "kinerja_analisistriwulan": (_K.ANALISIS, _L.TRIWULAN),
    "kinerja_buktidukung": (_K.ANALISIS, _L.TRIWULAN),
    "renstra_tujuan": (_K.RENCANA, _L.RENCANA),
    "renstra_sasaran": (_K.RENCANA, _L.RENCANA),
    "renstra_indikator": (_K.RENCANA, _L.RENCANA),
    "renstra_targettahunan": (_K.RENCANA, _L.RENCANA),
    "renstra_perjanjian": (_K.RENCANA, _L.PERJANJIAN),
    "renstra_lembarperjanjian": (_K.RENCANA, _L.PERJANJIAN),
    "kinerja_metodepengukuran": (_K.RENCANA, _L.RENCANA),
    "kinerja_skala": (_K.RENCANA, _L.RENCANA),
    "kinerja_komponen": (_K.RENCANA, _L.RENCANA),
    "anggaran_anggaran": (_K.RENCANA, _L.RENCANA),
    "anggaran_indikatoranggaran": (_K.RENCANA, _L.RENCANA),
    "anggaran_porsianggaran": (_K.RENCANA, _L.RENCANA),
    "anggaran_penunjang": (_K.TAHUNAN, _L.LAPORAN),
    "anggaran_belanja": (_K.TAHUNAN, _L.LAPORAN),
    "kinerja_realisasitahunan": (_K.TAHUNAN, _L.LAPORAN),
    "kinerja_pembanding": (_K.TAHUNAN, _L.LAPORAN),
    "kinerja_sakip": (_K.TAHUNAN, _L.LAPORAN),
    "kinerja_lke": (_K.TAHUNAN, _L.LAPORAN),
    "kinerja_rekomendasi": (_K.TAHUNAN, _L.LAPORAN),
    "kinerja_analisis": (_K.ANALISIS, _L.LAPORAN),
    "renstra_tahunkinerja": (_K.TAHUNAN, _L.LAPORAN),
    "laporan_narasi": (_K.NASKAH, _L.LAPORAN),
    "laporan_tabelbebas": (_K.NASKAH, _L.LAPORAN),
    "laporan_gambarlaporan": (_K.NASKAH, _L.LAPORAN),
    "laporan_identitaslaporan": (_K.NASKAH, _L.LAPORAN),
}
TABEL_LAPORAN = frozenset(t for t, (_, lingkup) in GOLONGAN.items() if lingkup is Lingkup.LAPORAN)
# Who wrote it, in which place it stands, to what it belongs: no content.
_BUKAN_ISI = frozenset(
    {"id", "urutan", "tahun_kinerja_id", "renstra_id", "oleh_id", "nama_oleh", "waktu", "dibawa_dari"}
    | {"berkas", "tipe", "ukuran"}
)
_PERTAHUN = frozenset({"renstra_targettahunan", "renstra_perjanjian", "kinerja_komponen"})


def kolom_berubah(dari: Isi | None, ke: Isi | None) -> frozenset[str]:
    """Columns with content that differ; of a row that is new or gone, those that are or were filled in."""
    dulu, kini = dari or {}, ke or {}
    semua = dulu.keys() | kini.keys()
    return frozenset(k for k in semua if k not in _BUKAN_ISI and dulu.get(k) != kini.get(k))


def daftar_kunci_entri(entri: Entri, tahun: int, daftar_kunci: Sequence[Kunci]) -> tuple[Kunci, ...]:
    """What this entry came after: of each kind that binds its table (each quarter apart) the latest; () is not late.

    `tahun`: the agency-year's; rows of a plan about other years are none of its matter.
    """
    golongan = GOLONGAN.get(entri.tabel)
    if golongan is None or not _berisi(entri):
        return ()
    isi = (entri.dari or {}, entri.ke or {})
    if entri.tabel in _PERTAHUN and all(satu.get("tahun", tahun) not in (tahun, None) for satu in isi if satu):
        return ()
    terakhir: dict[str, Kunci] = {}
    for kunci in daftar_kunci:
        if kunci.sampai < entri.nomor and _mengikat(kunci, golongan[1], isi, tahun):
            terakhir[kunci.kode] = kunci
    return tuple(sorted(terakhir.values(), key=lambda k: k.sampai))


def _berisi(entri: Entri) -> bool:
    return entri.dari is None or entri.ke is None or bool(kolom_berubah(entri.dari, entri.ke))


def _mengikat(kunci: Kunci, lingkup: Lingkup, isi: tuple[Isi, Isi], tahun: int) -> bool:
    if kunci.jenis is JenisKunci.LAPORAN:
        return True
    if kunci.jenis is JenisKunci.PERJANJIAN:
        return lingkup is Lingkup.PERJANJIAN
    if lingkup is Lingkup.TRIWULAN:
        return any(s.get("triwulan") == kunci.triwulan and s.get("tahun", tahun) == tahun for s in isi)
    return lingkup in (Lingkup.RENCANA, Lingkup.PERJANJIAN)


# events


@dataclass
class _Kumpulan:
    """An event while it is gathered. `akhir`: its last entry, late or not."""

    daftar: list[tuple[Entri, tuple[Kunci, ...]]] = field(default_factory=list)
    awal: int = 0
    akhir: int = 0

    @property
    def tanda(self) -> tuple[object, ...]:
        pertama = self.daftar[0][0]
        return (pertama.oleh, pertama.jalur, pertama.alasan, self.kunci)

    @property
    def kunci(self) -> tuple[Kunci, ...]:
        semua = {k for _, daftar in self.daftar for k in daftar}
        return tuple(sorted(semua, key=lambda k: (k.sampai, k.kode)))


def susun_kejadian(daftar_entri: Iterable[Entri], tahun: int, daftar_kunci: Sequence[Kunci]) -> tuple[Kejadian, ...]:
    """The late ones among these entries (in their order), gathered into events and sittings; the oldest first."""
    semua = _per_kejadian(daftar_entri, tahun, daftar_kunci)
    duduk: list[_Kumpulan] = []
    sambung = False
    for satu in semua:
        if not satu.daftar:
            sambung = False  # something else was written in between: its effect must not be laid at this door
        elif sambung and _serangkai(duduk[-1], satu):
            duduk[-1].daftar += satu.daftar
            duduk[-1].akhir = satu.akhir
        else:
            duduk.append(satu)
            sambung = True
    kembali = _yang_kembali(entri for satu in duduk for entri in satu.daftar)
    daftar = (_kejadian(satu, kembali) for satu in duduk)
    return tuple(satu for satu in daftar if satu.daftar_baris)


def _per_kejadian(daftar: Iterable[Entri], tahun: int, daftar_kunci: Sequence[Kunci]) -> Iterable[_Kumpulan]:
    per_kejadian: dict[str, _Kumpulan] = {}
    for entri in daftar:
        satu = per_kejadian.setdefault(entri.kejadian or f"#{entri.nomor}", _Kumpulan(awal=entri.nomor))
        satu.akhir = entri.nomor
        if terkunci := daftar_kunci_entri(entri, tahun, daftar_kunci):
            satu.daftar.append((entri, terkunci))
    return per_kejadian.values()


def _serangkai(lama: _Kumpulan, baru: _Kumpulan) -> bool:
    jeda = baru.daftar[0][0].waktu - lama.daftar[-1][0].waktu
    return lama.tanda == baru.tanda and jeda <= JEDA


_Letak = tuple[str, str, tuple[Kunci, ...]]  # table, row, what it came after
_ADA = ""  # stands among the columns for: the row is there
_Langkah = tuple[int, str]  # number of an entry, and a column that it changed


def _yang_kembali(daftar: Iterable[tuple[Entri, tuple[Kunci, ...]]]) -> frozenset[_Langkah]:
    """Steps that later steps undid: from the moment a column held a value to when it held the same again."""
    kembali: set[_Langkah] = set()
    jalan: dict[tuple[_Letak, str], list[tuple[object, int]]] = {}
    for entri, terkunci in daftar:
        for kolom in kolom_tersentuh(entri.dari, entri.ke):
            letak = ((entri.tabel, entri.kunci, terkunci), kolom)
            tempuh = jalan.setdefault(letak, [(_nilai(entri.dari, kolom), 0)])
            nilai = _nilai(entri.ke, kolom)
            asal = next((n for n in reversed(range(len(tempuh))) if tempuh[n][0] == nilai), None)
            if asal is None:
                tempuh.append((nilai, entri.nomor))
                continue
            kembali |= {(nomor, kolom) for _, nomor in tempuh[asal + 1 :]} | {(entri.nomor, kolom)}
            del tempuh[asal + 1 :]
    return frozenset(kembali)


def kolom_tersentuh(dari: Isi | None, ke: Isi | None) -> frozenset[str]:
    """`kolom_berubah`, and '' where the row itself came or went."""
    return kolom_berubah(dari, ke) | ({_ADA} if (dari is None) != (ke is None) else set())


def _nilai(isi: Isi | None, kolom: str) -> object:
    return isi is not None if kolom == _ADA else (isi or {}).get(kolom)


def _kejadian(satu: _Kumpulan, kembali: frozenset[_Langkah]) -> Kejadian:
    pertama, terakhir = satu.daftar[0][0], satu.daftar[-1][0]
    return Kejadian(
        daftar_kejadian=tuple(dict.fromkeys(e.kejadian or f"#{e.nomor}" for e, _ in satu.daftar)),
        nomor=(satu.awal, satu.akhir),
        waktu=(pertama.waktu, terakhir.waktu),
        oleh=pertama.oleh,
        jalur=pertama.jalur,
        alasan=pertama.alasan,
        daftar_kunci=satu.kunci,
        daftar_baris=_daftar_baris(satu, kembali),
    )


def _daftar_baris(satu: _Kumpulan, kembali: frozenset[_Langkah]) -> tuple[BarisBerubah, ...]:
    per_baris: dict[_Letak, list[Entri]] = {}
    for entri, terkunci in satu.daftar:
        per_baris.setdefault((entri.tabel, entri.kunci, terkunci), []).append(entri)
    semua = (_baris(daftar, kembali) for daftar in per_baris.values())
    return tuple(b for b in semua if kolom_tersentuh(b.dari, b.ke))


def _baris(daftar: Sequence[Entri], kembali: frozenset[_Langkah]) -> BarisBerubah:
    """What one sitting left of one row; a column is undone where each of its steps is."""
    pertama, terakhir = daftar[0], daftar[-1]
    langkah = [(e.nomor, kolom) for e in daftar for kolom in kolom_tersentuh(e.dari, e.ke)]
    tetap = {kolom for nomor, kolom in langkah if (nomor, kolom) not in kembali}
    golongan, lingkup = GOLONGAN[pertama.tabel]
    return BarisBerubah(
        pertama.tabel, pertama.kunci, golongan, pertama.dari, terakhir.ke,
        triwulan=terakhir.isi.get("triwulan") if lingkup is Lingkup.TRIWULAN else None,
        kolom_kembali=frozenset(kolom for _, kolom in langkah) - tetap,
        kembali=not tetap,
    )  # fmt: skip


# quarters at a moment


def triwulan_disetujui(
    nomor: int, daftar_kunci: Sequence[Kunci], daftar_pembukaan: Sequence[Pembukaan]
) -> frozenset[int]:
    """The quarters that stood approved when this entry was written."""
    terakhir: dict[int, tuple[int, bool]] = {}
    langkah = [(k.triwulan, k.sampai, True) for k in daftar_kunci if k.jenis is JenisKunci.TRIWULAN]
    langkah += [(p.triwulan, p.sampai, False) for p in daftar_pembukaan]
    for triwulan, sampai, setuju in langkah:
        if triwulan is not None and sampai < nomor and terakhir.get(triwulan, (-1, False))[0] <= sampai:
            terakhir[triwulan] = (sampai, setuju)
    return frozenset(n for n, (_, setuju) in terakhir.items() if setuju)


def pembukaan_kejadian(kejadian: Kejadian, daftar: Sequence[Pembukaan]) -> tuple[Pembukaan, ...]:
    """The reopenings that made these changes possible: of each of its quarters the last one before it."""
    terakhir: dict[int, Pembukaan] = {}
    milik = {b.triwulan for b in kejadian.daftar_baris}
    for satu in sorted(daftar, key=lambda p: p.sampai):
        if satu.triwulan in milik and satu.sampai < kejadian.nomor[0]:
            terakhir[satu.triwulan] = satu
    return tuple(terakhir.values())
