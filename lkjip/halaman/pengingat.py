"""Of what somebody is reminded by e-mail, and the letter that gathers it. Each thing has a key and is told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kinerja.data_pengisian import Pengisian, StatusPengisian
from kinerja.pintu import sisa_hari, tulis_tenggat
from lkjip.dasar.periode import nama_triwulan, tulis_saat, tulis_tanggal

HARI_MENJELANG = 7
HARI_MENDESAK = 1
MAKS_MINGGU_TERLAMBAT = 8


@dataclass(frozen=True)
class Hal:
    """One thing of one quarter. `kunci` names it for good; `halaman`: name of the address to open."""

    kunci: str
    kalimat: str
    kode: str
    instansi: str
    tahun: int
    triwulan: int
    halaman: str


@dataclass(frozen=True)
class TahunDiingatkan:
    """An agency-year: its pk, how it is called, its quarters."""

    pk: int
    kode: str
    nama: str
    daftar_pengisian: tuple[Pengisian, ...]


def hal_pengisi(tahun: TahunDiingatkan, hari: date) -> tuple[Hal, ...]:
    """For those who fill in: what came back, what is due soon, what is overdue (once a week, for some weeks)."""
    return tuple(hal for p in tahun.daftar_pengisian for hal in _hal_draf(tahun, p, hari))


def _hal_draf(tahun: TahunDiingatkan, p: Pengisian, hari: date) -> Iterable[Hal]:
    if p.status is not StatusPengisian.DRAF:
        return
    if p.dikembalikan:
        saat = f" pada {tulis_saat(p.sejak)}" if p.sejak else ""
        kalimat = f"{_nama(p)} {p.sebutan_kembali} oleh {p.oleh}{saat}: {' '.join(p.catatan.split())}"
        yield _hal(tahun, p, f"kembali/{p.nomor_langkah}", kalimat, "kirim_triwulan")
    sisa = sisa_hari(p, hari)
    kalimat = f"{_nama(p)} belum diajukan: {tulis_tenggat(p, hari)}."
    if 0 <= sisa <= HARI_MENJELANG:
        jenis = "mendesak" if sisa <= HARI_MENDESAK else "menjelang"
        yield _hal(tahun, p, f"{jenis}/{tahun.pk}/{p.triwulan}/{p.tenggat}", kalimat, "isi_triwulan")
    minggu = (-sisa - 1) // 7
    if sisa < 0 and minggu < MAKS_MINGGU_TERLAMBAT:
        yield _hal(tahun, p, f"terlambat/{tahun.pk}/{p.triwulan}/{p.tenggat}/{minggu}", kalimat, "isi_triwulan")


def hal_verifikator(tahun: TahunDiingatkan) -> tuple[Hal, ...]:
    return _menunggu(tahun, StatusPengisian.DIAJUKAN, "verifikasi")


def hal_kepala(tahun: TahunDiingatkan) -> tuple[Hal, ...]:
    return _menunggu(tahun, StatusPengisian.DIVERIFIKASI, "persetujuan")


def _menunggu(tahun: TahunDiingatkan, status: StatusPengisian, untuk: str) -> tuple[Hal, ...]:
    return tuple(
        _hal(tahun, p, f"menunggu/{p.nomor_langkah}", f"{_nama(p)} menunggu {untuk} Anda.", "kirim_triwulan")
        for p in tahun.daftar_pengisian
        if p.status is status
    )


def _nama(p: Pengisian) -> str:
    return f"{nama_triwulan(p.triwulan)} {p.tahun}"


def _hal(tahun: TahunDiingatkan, p: Pengisian, kunci: str, kalimat: str, halaman: str) -> Hal:
    return Hal(kunci, kalimat, tahun.kode, tahun.nama, p.tahun, p.triwulan, halaman)


def judul_surat(daftar: tuple[Hal, ...]) -> str:
    if len(daftar) == 1:
        return f"[LKjIP] {nama_triwulan(daftar[0].triwulan)} {daftar[0].tahun} menunggu Anda"
    return f"[LKjIP] {len(daftar)} hal menunggu Anda"


def isi_surat(nama: str, daftar: tuple[Hal, ...], alamat: Mapping[str, str], hari: date) -> str:
    """Plain text; `alamat`: the full link per key of the thing."""
    baris = [f"Yth. {nama},", "", f"Yang menunggu Anda di LKjIP pada {tulis_tanggal(hari)}:"]
    terurut = sorted(daftar, key=lambda h: (h.instansi, h.kode, h.tahun, h.triwulan, h.kunci))
    for (instansi, _), bagian in groupby(terurut, key=lambda h: (h.instansi, h.kode)):
        baris += ["", instansi]
        for hal in bagian:
            baris += [f"- {hal.kalimat}", f"  {alamat[hal.kunci]}"]
    baris += ["", "Surat ini dikirim otomatis, dan hal yang sama tidak diingatkan dua kali. Keterlambatan diingatkan"]
    baris += [f"paling banyak sekali seminggu, selama {MAKS_MINGGU_TERLAMBAT} minggu."]
    return "\n".join(baris) + "\n"
