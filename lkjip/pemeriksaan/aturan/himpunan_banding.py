"""Which rows a superlative may compare, with their figures: silence needs only one set that it is true of. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.dasar.tulisan_angka import bulat
from lkjip.laporan.compose.konteks import Konteks


@dataclass(frozen=True)
class Himpunan:
    """Figures of one kind per kode, rounded as they print; at least two of them."""

    sebutan: str
    nilai: Mapping[str, Decimal]

    def ujung(self, terbesar: bool) -> tuple[str, Decimal]:
        """The row with the largest (or smallest) figure."""
        pilih: Callable[..., str] = max if terbesar else min
        kode = pilih(self.nilai, key=lambda k: self.nilai[k])
        return kode, self.nilai[kode]


def himpunan_banding(ktx: Konteks, besaran: str) -> tuple[Himpunan, ...]:
    """All sets of peers for a figure of the plan ("capaian") or of money ("serapan") of the year, the widest first."""
    calon = _kinerja(ktx, besaran) if besaran in ("capaian", "kemajuan_renstra") else _uang(ktx, besaran)
    hasil = []
    for sebutan, daftar_kode, nama_besaran in calon:
        angka = {k: ktx.hitung(nama_besaran, k).angka for k in dict.fromkeys(daftar_kode)}
        nilai = {k: bulat(n, 2) for k, n in angka.items() if n is not None}
        if len(nilai) > 1:
            hasil.append(Himpunan(sebutan, nilai))
    return tuple(hasil)


def menurut_triwulan(ktx: Konteks, kode: str) -> Himpunan | None:
    """The capaian of one indicator in each quarter; the keys are the quarters."""
    angka = {str(t): ktx.hitung("capaian", kode, triwulan=t).angka for t in DAFTAR_TRIWULAN}
    nilai = {t: bulat(n, 2) for t, n in angka.items() if n is not None}
    return Himpunan("antartriwulan", nilai) if len(nilai) > 1 else None


def menurut_tahun(ktx: Konteks, kode: str, sejak: int | None) -> Himpunan | None:
    """The realisasi of one indicator in each year up to the report's; the keys are the years."""
    semua = sorted({*ktx.tahun_riwayat(kode), ktx.tahun})
    angka = {str(t): ktx.hitung("realisasi", kode, tahun=t).angka for t in semua if t <= ktx.tahun}
    nilai = {t: n for t, n in angka.items() if n is not None and (sejak is None or int(t) >= sejak)}
    return Himpunan("antartahun", nilai) if len(nilai) > 1 and str(ktx.tahun) in nilai else None


_Calon = tuple[str, Sequence[str], str]


def _kinerja(ktx: Konteks, besaran: str) -> Iterator[_Calon]:
    semua, rata = ktx.indikator_semua_sasaran, {"capaian": "rata_rata_sasaran"}.get(besaran, "rata_rata_kemajuan")
    yield "di antara semua indikator", [i.kode for i in semua], besaran
    yield "di antara semua IKU", [i.kode for i in semua if i.iku], besaran
    yield "di antara sasaran", [s.kode for s in ktx.sasaran], rata
    for s in ktx.sasaran:
        yield f"pada sasaran {s.kode}", [i.kode for i in semua if i.induk == s.kode], besaran


def _uang(ktx: Konteks, besaran: str) -> Iterator[_Calon]:
    yield "di antara sasaran", [s.kode for s in ktx.sasaran], besaran
    kelompok: dict[str, list[str]] = {}
    for a in ktx.anggaran.daftar_anggaran:
        tingkat = a.tingkat.value if a.tingkat else "baris"
        kelompok.setdefault(f"di antara semua {tingkat}", []).append(a.kode)
        kelompok.setdefault(f"pada {a.induk or 'tingkat teratas'}", []).append(a.kode)
        kelompok.setdefault(f"di antara {tingkat} sasaran {a.sasaran}", []).append(a.kode)
        kelompok.setdefault(f"di antara {tingkat} unit {a.unit}", []).append(a.kode)
    for b in ktx.anggaran.daftar_belanja:
        if b.tahun in (None, ktx.tahun):
            kelompok.setdefault(f"pada belanja {b.induk}".strip(), []).append(b.kode)
    yield from ((sebutan, kode, besaran) for sebutan, kode in kelompok.items())
