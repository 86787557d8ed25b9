"""Where a wrong figure may come from, I: another period, document, column or row of the data. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from lkjip.dasar.hitungan import NOL, SERATUS
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim_ruang import BESARAN_UANG, Ruang, sebut
from renstra.data import Versi, VersiTarget

Rumus = tuple[str, Decimal, str, int]
"""Kind, figure, how it was reckoned, how far-fetched."""


class Jangkauan(IntEnum):
    """How many figures were tried: the more, the less a hit proves."""

    DEKAT = 1  # a handful, all of the same subject
    SEDANG = 2  # some dozens
    JAUH = 3  # hundreds and more


@dataclass(frozen=True)
class Calon:
    """A figure that may be the origin. `biaya`: how far-fetched it is; `terpotong`: it may have been cut off.

    `langsung`: the printed figure was compared already (a slip of the hand differs from its origin, after all).
    """

    jenis: str
    nilai: Decimal
    kalimat: str
    biaya: int
    jangkauan: Jangkauan = Jangkauan.DEKAT
    terpotong: bool = False
    langsung: bool = False


_KOLOM = {
    "capaian": ("realisasi", "selisih_target", "target_triwulan", "kemajuan_renstra"),
    "kemajuan_renstra": ("capaian", "realisasi", "selisih_target"),
    "realisasi": ("selisih_target", "target_triwulan", "capaian", "nilai_pembanding"),
    "selisih_target": ("realisasi", "target_triwulan", "capaian"),
    "capaian_nasional": ("capaian", "realisasi", "nilai_pembanding"),
    "pertumbuhan": ("capaian", "realisasi"),
    "jumlah_pagu": ("jumlah_realisasi", "realisasi_anggaran", "sisa_anggaran", "rencana_anggaran"),
    "jumlah_realisasi": ("jumlah_pagu", "pagu", "sisa_anggaran", "rencana_anggaran"),
    "serapan": ("capaian", "rata_rata_sasaran", "efisiensi", "serapan_penunjang"),
    "efisiensi": ("serapan", "serapan_penunjang", "capaian", "rata_rata_sasaran"),
    "rata_rata_sasaran": ("rata_rata_kemajuan", "serapan"),
    "rata_rata_kemajuan": ("rata_rata_sasaran",),
    "rata_rata_total": ("serapan",),
}
_BERVERSI = {"selisih_target": VersiTarget, "jumlah_pagu": Versi, "serapan": Versi}
_BERTRIWULAN = frozenset({"realisasi", "capaian", "selisih_target", "jumlah_realisasi", "serapan"})
_BERTAHUN = frozenset(
    {"realisasi", "capaian", "selisih_target", "kemajuan_renstra", "nilai_sakip", "pertumbuhan", "capaian_nasional"}
)


def calon_baris_sendiri(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """What the row itself records instead of what its children or its quarters add up to, which differs."""
    if klaim.besaran == "realisasi":
        yield from _tahunan_tercatat(ruang, klaim)
    if klaim.besaran not in BESARAN_UANG:
        return
    versi = klaim.versi.value if klaim.versi else None
    nilai = ruang.baris_sendiri(klaim.subjek, klaim.besaran, ruang.tahun(klaim), klaim.triwulan, versi)
    if nilai is not None:
        nama = "pagu" if klaim.besaran == "jumlah_pagu" else "realisasi"
        kalimat = (
            f"Sama dengan {nama} yang tercatat pada baris {klaim.subjek} sendiri ({tulis(nilai)}); "
            "jumlah baris di bawahnya lain. Periksa mana yang benar"
        )
        yield Calon("baris_sendiri", nilai, kalimat, 0)


def _tahunan_tercatat(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    tahun = ruang.tahun(klaim)
    for r in ruang.data.kinerja.daftar_realisasi_tahunan:
        if (r.indikator, r.tahun) == (klaim.subjek, tahun) and klaim.triwulan is None and r.realisasi is not None:
            kalimat = (
                f"Sama dengan realisasi tahunan yang tercatat ({tulis(r.realisasi)}); dari triwulan, komponen, atau "
                "pembilang dan penyebutnya hasilnya lain. Periksa mana yang benar"
            )
            yield Calon("baris_sendiri", r.realisasi, kalimat, 0)


def calon_waktu(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The same figure of another quarter, of the whole year, of another year, or of another document."""
    tahun, besaran, subjek = ruang.tahun(klaim), klaim.besaran, klaim.subjek
    versi = klaim.versi.value if klaim.versi else None
    if besaran in _BERVERSI:
        yield from _dokumen_lain(ruang, klaim)
    lain: list[tuple[str, str, int, int | None, str | None]] = []
    if besaran in _BERTAHUN:
        lain += [("tahun_lain", besaran, t, klaim.triwulan, versi) for t in _daftar_tahun(ruang, tahun)]
    if besaran in _BERTRIWULAN:
        kolom = "target_triwulan" if besaran == "selisih_target" else besaran
        lain += [("triwulan_lain", kolom, tahun, tw, None) for tw in (4, 3, 2, 1)]
        lain += [("triwulan_lain", besaran, tahun, None, None)]
    for jenis, nama, t, tw, v in lain:
        if (nama, t, tw, v) == (besaran, tahun, klaim.triwulan, versi):
            continue
        nilai = ruang.angka(nama, subjek, t, tw, v)
        if nilai is None or (besaran == "capaian" and nilai in {NOL, SERATUS}):  # 100 is that of any period
            continue
        yield Calon(jenis, nilai, f"Sama dengan {sebut(nama, subjek, t, tw, v)} ({tulis(nilai)})", 1)


def _dokumen_lain(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The figure of another document; those that print the same one are named together."""
    tahun, per_nilai = ruang.tahun(klaim), dict[Decimal, list[str]]()
    for v in _BERVERSI[klaim.besaran]:
        if klaim.versi is None or v.value != klaim.versi.value:
            nilai = ruang.angka(klaim.besaran, klaim.subjek, tahun, klaim.triwulan, v.value)
            if nilai is not None:
                per_nilai.setdefault(nilai, []).append(v.value)
    for nilai, daftar in per_nilai.items():
        nama = sebut(klaim.besaran, klaim.subjek, tahun, klaim.triwulan, " dan ".join(sorted(daftar)))
        yield Calon("versi_lain", nilai, f"Sama dengan {nama} ({tulis(nilai)})", 1)


def _daftar_tahun(ruang: Ruang, tahun: int) -> list[int]:
    """Nearest years first: the one before, the one after …"""
    return [tahun + n for n in (-1, 1, -2, 2, -3, 3, -4, 4)]


def calon_kolom(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The column beside: realisasi for target, pagu for realisasi, capaian for realisasi …"""
    tahun = ruang.tahun(klaim)
    for besaran in _KOLOM.get(klaim.besaran, ()):
        nilai = ruang.angka(besaran, klaim.subjek, tahun, klaim.triwulan)
        if nilai is not None:
            nama = sebut(besaran, klaim.subjek, tahun, klaim.triwulan)
            yield Calon("kolom", nilai, f"Sama dengan {nama} ({tulis(nilai)}): agaknya kolomnya tertukar", 2)


def calon_subjek(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The same column of another row: the one above or below before those far away."""
    daftar = list(ruang.daftar_subjek(klaim))
    if klaim.subjek not in daftar or klaim.besaran == "nilai_komponen_maks":
        return
    di, tahun = daftar.index(klaim.subjek), ruang.tahun(klaim)
    versi, berujung = klaim.versi.value if klaim.versi else None, _ujung_kelompok(ruang, klaim.subjek)
    for n, kode in enumerate(daftar):
        nilai = None if n == di else ruang.angka(klaim.besaran, kode, tahun, klaim.triwulan, versi)
        if nilai is None or klaim.nilai is None or abs(nilai - klaim.nilai) >= 1:  # no decimals bridge more than that
            continue
        nama, ujung = sebut(klaim.besaran, kode, tahun, klaim.triwulan, versi), {kode, klaim.subjek} == berujung
        sebelah = abs(n - di) == 1 or ujung
        letak = f"baris {'di atasnya' if n < di else 'di bawahnya'}" if sebelah else "baris lain"
        if ujung and abs(n - di) > 1:
            letak = f"baris {'pertama' if n < di else 'terakhir'} kelompoknya, seolah kolomnya bergeser berputar"
        kalimat = f"Sama dengan {nama} ({tulis(nilai)}): agaknya terambil dari {letak}"
        yield Calon("sebelah" if sebelah else "baris_lain", nilai, kalimat, 3 if sebelah else 5,
                    Jangkauan.DEKAT if sebelah else Jangkauan.JAUH)  # fmt: skip


def _ujung_kelompok(ruang: Ruang, kode: str) -> set[str]:
    """The first and the last row below the same parent: a column that moves as a whole goes round there."""
    baris = ruang.data.anggaran.anggaran_per_kode
    saudara = [a.kode for a in ruang.data.anggaran.daftar_anak.get(baris[kode].induk, ())] if kode in baris else []
    return {saudara[0], saudara[-1]} if len(saudara) > 2 else set()


def calon_komponen(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The figure of one component in place of the whole."""
    for k in ruang.data.kinerja.daftar_komponen:
        if k.indikator == klaim.subjek and k.nilai is not None and klaim.besaran in {"realisasi", "capaian"}:
            kalimat = f"Sama dengan nilai komponen {k.kode} ({tulis(k.nilai)}): agaknya bagian dikira keseluruhan"
            yield Calon("komponen", k.nilai, kalimat, 3)


def calon_belanja(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """Money of the sheet belanja where the budget's was asked for: two sources that differ."""
    if klaim.besaran not in BESARAN_UANG:
        return
    for b in ruang.data.anggaran.daftar_belanja:
        if b.kode == klaim.subjek:
            continue
        for nama, nilai in (("pagu", b.pagu), ("pagu murni", b.pagu_murni), ("realisasi", b.realisasi)):
            if nilai is not None:
                uraian = f" “{b.uraian.strip()}”" if b.uraian.strip() else ""
                kalimat = f"Sama dengan {nama} belanja {b.kode}{uraian} ({tulis(nilai)}), bukan jumlah menurut anggaran"
                sesuai = nama.startswith("pagu") == (klaim.besaran == "jumlah_pagu")
                yield Calon("belanja", nilai, kalimat, 2 if sesuai else 4, Jangkauan.SEDANG)
