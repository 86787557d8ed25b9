"""Which target: the choice of the document that a figure is measured against (pengukuran.md, "Which target")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkjip.dasar.hasil import Hasil, ada, kosong
from renstra.data import DataRenstra, Perjanjian, TargetTahunan, Versi, VersiTarget


@dataclass(frozen=True)
class TargetTerpilih:
    """A target as its document has it: a number, a predikat letter or both, and the document's name."""

    angka: Decimal | None
    predikat: str
    dokumen: str


def _perjanjian(data: DataRenstra, kode: str, tahun: int, versi: Versi) -> TargetTerpilih | None:
    return _terpilih(
        data.perjanjian_per_indikator.get((kode, tahun, versi)), f"Perjanjian Kinerja {versi.value} {tahun}"
    )


def _renstra(data: DataRenstra, kode: str, tahun: int) -> TargetTerpilih | None:
    return _terpilih(data.target_tahunan_per_indikator.get((kode, tahun)), f"Renstra tahun {tahun}")


def _terpilih(baris: Perjanjian | TargetTahunan | None, dokumen: str) -> TargetTerpilih | None:
    if baris is None or (baris.target is None and not baris.predikat):
        return None
    return TargetTerpilih(baris.target, baris.predikat, dokumen)


def pilih_target(data: DataRenstra, kode: str, tahun: int, versi: str | None = None) -> TargetTerpilih | None:
    """The target in force of `tahun` (PK perubahan, else PK murni, else Renstra), or that of the document `versi`."""
    if versi == VersiTarget.RENSTRA:
        return _renstra(data, kode, tahun)
    if versi:
        return _perjanjian(data, kode, tahun, Versi(versi))
    return (
        _perjanjian(data, kode, tahun, Versi.PERUBAHAN)
        or _perjanjian(data, kode, tahun, Versi.MURNI)
        or _renstra(data, kode, tahun)
    )


def target_akhir_renstra(data: DataRenstra, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The Renstra's target of its last year: a number, or a predikat where only that is known."""
    akhir = data.periode.renstra_akhir
    if akhir is None:
        return kosong("renstra_akhir belum diisi di lembar pengaturan")
    terpilih = _renstra(data, subjek, akhir)
    if terpilih is None:
        return kosong(f"target {subjek} pada tahun akhir Renstra ({akhir}) belum diisi di lembar target_tahunan")
    return ada(terpilih.angka if terpilih.angka is not None else terpilih.predikat, f"target {terpilih.dokumen}")


Besaran = Callable[[DataRenstra, str, int, int | None, str | None], Hasil]
BESARAN: Mapping[str, Besaran] = {"target_akhir_renstra": target_akhir_renstra}
