"""Annex: what was changed after it was approved, signed or final, why, and what that did to the figures."""

from __future__ import annotations

from collections.abc import Iterator

from lkjip.laporan.compose.kalimat import banyak, kal, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import KIRI, TENGAH, baris, tabel
from lkjip.laporan.isi import Bab, JenisBab, Rujuk
from lkjip.pemeriksaan.data_perubahan import BarisPerubahan, KolomBerubah, PerubahanTerlambat
from lkjip.pemeriksaan.data_perubahan_kata import tulis_akibat, tulis_alasan, tulis_rentang

_KUNCI, _JUDUL = "perubahan-data", "Perubahan Data sesudah Persetujuan"
_MAKS_BARIS, _MAKS_KOLOM, _MAKS_AKIBAT, _MAKS_HURUF = 6, 4, 5, 160
_KOSONG = "kosong"


def perubahan_data(ktx: Konteks) -> list[Bab]:
    """No annex where nothing was changed; the report of a quarter tells of its own quarter only."""
    triwulan = ktx.laporan.identitas.triwulan if ktx.triwulanan else None
    daftar = [p for p in ktx.laporan.daftar_perubahan if triwulan is None or p.menyentuh(triwulan)]
    if not daftar:
        return []
    kolom = (
        *(("No", 4, TENGAH), ("Waktu dan Pengubah", 15, KIRI), ("Sesudah", 14, KIRI), ("Perubahan", 27, KIRI)),
        *(("Akibat", 21, KIRI), ("Alasan", 19, KIRI)),
    )
    isi = [
        baris(
            str(n),
            f"{tulis_rentang(p)}, {p.oleh}",
            _sesudah(p),
            _isi(p),
            tulis_akibat(p, _MAKS_AKIBAT),
            tulis_alasan(p) or "tidak tercatat",
        )
        for n, p in enumerate(reversed(daftar), 1)
    ]
    kalimat = kal(
        "Sesudah triwulannya disetujui, Perjanjian Kinerja ditandatangani, atau laporan difinalkan, data laporan ini "
        "masih mengalami {n}. Rinciannya dicantumkan dalam {t}.",
        n=banyak(len(isi), "perubahan"),
        t=Rujuk(f"tabel-{_KUNCI}"),
    )
    tabelnya = tabel(f"tabel-{_KUNCI}", _JUDUL, kolom, isi, mendatar=True, nomor_kolom=False)
    return [Bab(f"lampiran-{_KUNCI}", _JUDUL, (par(kalimat), tabelnya), JenisBab.LAMPIRAN)]


def _sesudah(perubahan: PerubahanTerlambat) -> str:
    return "; ".join(k.sebutan for k in perubahan.daftar_kunci)


def _isi(perubahan: PerubahanTerlambat) -> str:
    """The first rows; of many more how many, because an import may touch hundreds."""
    semua = perubahan.baris_tetap
    lagi = [f"dan {len(semua) - _MAKS_BARIS} baris lagi"] if len(semua) > _MAKS_BARIS else []
    return "; ".join([*map(_baris, semua[:_MAKS_BARIS]), *lagi])


def _baris(satu: BarisPerubahan) -> str:
    letak = f"{satu.nama_tabel} {satu.subjek}".strip()
    if satu.aksi == "hapus":
        return f"{letak} dihapus"
    kolom = ", ".join(_kolom(satu))
    if satu.aksi == "tambah":
        return f"{letak} ditambahkan{f' ({kolom})' if kolom else ''}"
    return f"{letak}: {kolom}" if kolom else f"{letak} diubah"


def _kolom(satu: BarisPerubahan) -> Iterator[str]:
    daftar = satu.daftar_kolom_tetap
    for kolom in daftar[:_MAKS_KOLOM]:
        yield _nilai(kolom) if satu.aksi == "ubah" else f"{kolom.label} {_potong(kolom.menjadi)}"
    if len(daftar) > _MAKS_KOLOM:
        yield f"dan {len(daftar) - _MAKS_KOLOM} isian lain"


def _nilai(kolom: KolomBerubah) -> str:
    return f"{kolom.label} {_potong(kolom.dari) or _KOSONG} menjadi {_potong(kolom.menjadi) or _KOSONG}"


def _potong(teks: str) -> str:
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= _MAKS_HURUF else f"{rapi[: _MAKS_HURUF - 1].rstrip()}…"
