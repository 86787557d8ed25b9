"""Spending by kind: its rows as a grid that is a tree, and the sums that must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anggaran.data import Belanja
from lkjip.dasar.isian import JenisIsian
from lkjip.dasar.tulisan_angka import tulis_uang
from lkjip.halaman.kisi import KelompokKisi, Kisi, KolomKisi, baris_kisi
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka
from renstra.data import Versi

_KOLOM = (
    KolomKisi("kode", "Kode", JenisIsian.TEKS, lebar="pendek"),
    KolomKisi("uraian", "Uraian", JenisIsian.TEKS, lebar="panjang"),
    KolomKisi("pagu_murni", "Pagu murni (Rp)", JenisIsian.UANG),
    KolomKisi("pagu", "Pagu (Rp)", JenisIsian.UANG, petunjuk="seperti murni"),
    KolomKisi("realisasi", "Realisasi setahun (Rp)", JenisIsian.UANG),
)
# Column → what it is called, the figure of a row and of its children, the version.
_UANG: Mapping[str, tuple[str, str, str, str]] = {
    "pagu_murni": ("Pagu murni", "pagu", "jumlah_pagu", Versi.MURNI.value),
    "pagu": ("Pagu", "pagu", "jumlah_pagu", ""),
    "realisasi": ("Realisasi", "realisasi_anggaran", "jumlah_realisasi", ""),
}
# Total of the kinds of spending against that of the programs.
_TOTAL = (
    ("Pagu murni", ("jumlah_belanja", "pagu"), Versi.MURNI.value),
    ("Pagu", ("jumlah_belanja", "pagu"), ""),
    ("Realisasi", ("realisasi_belanja", "realisasi_anggaran"), ""),
)


@dataclass(frozen=True)
class TotalBelanja:
    """One figure of all spending beside the same of all programs; `berbeda`: both are known and not equal."""

    nama: str
    belanja: Angka
    program: Angka

    @property
    def berbeda(self) -> bool:
        dua = (self.belanja.hasil.angka, self.program.hasil.angka)
        return None not in dua and dua[0] != dua[1]


@dataclass(frozen=True)
class PeriksaBelanja:
    """The totals of spending, and where they differ from the tree, in sentences."""

    daftar_total: tuple[TotalBelanja, ...]
    daftar_beda: tuple[str, ...]


def baris_belanja(konteks: Konteks) -> Iterator[tuple[Belanja, int]]:
    """The year's rows with their depth, parents before their children; a row without a year belongs to it."""
    anak = konteks.anggaran.daftar_anak_belanja
    tunggu = [(b, 0) for t in (konteks.tahun, None) for b in anak.get(("", t), ())][::-1]
    while tunggu:
        baris, inden = tunggu.pop()
        yield baris, inden
        tunggu.extend((satu, inden + 1) for satu in reversed(anak.get((baris.kode, baris.tahun), ())))


def kisi_belanja(konteks: Konteks, pk: Mapping[str, int], alamat: Mapping[int, str], *, boleh: bool) -> Kisi:
    """`alamat`: pk of a row → where its name leads to."""
    daftar = []
    for baris, inden in baris_belanja(konteks):
        nilai = {k.nama: getattr(baris, k.nama) for k in _KOLOM}
        nomor = pk[baris.kode]
        daftar.append(
            baris_kisi(
                _KOLOM, nomor, baris.kode, baris.uraian, nilai, boleh=boleh, tingkat=inden, alamat=alamat.get(nomor, "")
            )
        )
    return Kisi(_KOLOM, (KelompokKisi("", tuple(daftar)),), "Jenis belanja", boleh)


def periksa_belanja(konteks: Konteks) -> PeriksaBelanja:
    """The total against that of the programs, and each parent against its children."""
    total = tuple(
        TotalBelanja(nama, *(konteks.angka(satu, versi=versi, polos=True) for satu in dua))
        for nama, dua, versi in _TOTAL
    )
    beda = [kalimat for baris, _ in baris_belanja(konteks) for kalimat in _beda_anak(konteks, baris)]
    return PeriksaBelanja(total, tuple(beda))


def _beda_anak(konteks: Konteks, baris: Belanja) -> Iterator[str]:
    if not konteks.anggaran.daftar_anak_belanja.get((baris.kode, baris.tahun)):
        return
    for kolom, (nama, sendiri, jumlah, versi) in _UANG.items():
        if getattr(baris, kolom) is None:
            continue
        dua = [konteks.hitung(satu, baris.kode, versi=versi).angka for satu in (sendiri, jumlah)]
        if dua[0] is not None and dua[1] is not None and dua[0] != dua[1]:
            yield f"{nama} {baris.kode} {tulis_uang(dua[0])}, sedangkan jumlah barisnya {tulis_uang(dua[1])}."
