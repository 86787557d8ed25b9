"""Late changes in sentences: when, what they did to which figure, and why. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkjip.dasar.periode import tulis_saat
from lkjip.dasar.tulisan_angka import tulis_angka, tulis_persen, tulis_rupiah
from lkjip.pemeriksaan.data_perubahan import Akibat, ArahAkibat, PerubahanTerlambat

NAMA_BESARAN = {
    "capaian": "Capaian", "kategori_capaian": "Kategori capaian", "pagu": "Pagu",
    "realisasi_anggaran": "Realisasi anggaran", "serapan": "Serapan",
}  # fmt: skip
_TIADA = "tidak ada"
_RUPIAH = {"pagu", "realisasi_anggaran"}


@dataclass(frozen=True)
class KalimatAkibat:
    """One figure before and after, as it is read. `catatan`: what the accepted figure does."""

    nama: str
    sebelum: str
    sesudah: str
    arah: ArahAkibat
    catatan: str = ""


def tulis_rentang(perubahan: PerubahanTerlambat) -> str:
    """When: a moment, or from when to when one person sat at it."""
    mulai, akhir = perubahan.waktu
    if f"{mulai:%Y%m%d%H%M}" == f"{akhir:%Y%m%d%H%M}":
        return tulis_saat(mulai)
    sampai = f"{akhir:%H.%M}" if mulai.date() == akhir.date() else tulis_saat(akhir)
    return f"{tulis_saat(mulai)} sampai {sampai}"


def kalimat_akibat(akibat: Akibat) -> KalimatAkibat:
    """`Capaian Indeks X, Triwulan I`, before and after."""
    nama = f"{NAMA_BESARAN[akibat.besaran]} {akibat.nama or 'seluruh anggaran'}, {akibat.periode}"
    tetap = f"Angka {akibat.periode} yang disetujui tidak ikut berubah." if akibat.disetujui else ""
    return KalimatAkibat(
        nama, tulis_nilai(akibat.besaran, akibat.sebelum), tulis_nilai(akibat.besaran, akibat.sesudah), akibat.arah,
        tetap,
    )  # fmt: skip


def tulis_nilai(besaran: str, nilai: Decimal | str | None) -> str:
    if nilai is None:
        return _TIADA
    if isinstance(nilai, str):
        return nilai
    if besaran in _RUPIAH:
        return tulis_rupiah(nilai)
    return tulis_persen(nilai) if besaran in {"capaian", "serapan"} else tulis_angka(nilai)


def tulis_akibat(perubahan: PerubahanTerlambat, maks: int | None = None) -> str:
    """In one text, for a cell; of more than `maks` figures the first, and how many others."""
    if perubahan.daftar_akibat is None:
        return "Tidak dihitung."
    daftar = [f"{a.nama}: {a.sebelum} menjadi {a.sesudah}" for a in map(kalimat_akibat, perubahan.daftar_akibat)]
    if maks is not None and len(daftar) > maks:
        daftar[maks:] = [f"dan {len(daftar) - maks} angka lain"]
    return "; ".join(daftar) or "Tidak ada angka yang berubah."


def tulis_alasan(perubahan: PerubahanTerlambat) -> str:
    """In one text; a full stop only where the last one has it."""
    daftar = [a.isi for a in perubahan.daftar_alasan]
    return "; ".join([*(isi.rstrip(". ") for isi in daftar[:-1]), *daftar[-1:]])
