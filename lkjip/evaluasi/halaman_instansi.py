"""An evaluation as its agency may see it: findings without marks while it may reply, everything once issued. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.data_evaluasi import JenisCatatan, KeadaanTindakLanjut, SikapTanggapan, Skema


@dataclass(frozen=True)
class CatatanInstansi:
    """A finding and its reply. `ketikan`: what was typed and could not be stored."""

    pk: int
    komponen: int
    jenis: JenisCatatan
    isi: str
    tanggapan: str = ""
    ditanggapi_pada: datetime | None = None
    sikap: SikapTanggapan | None = None
    balasan: str = ""
    ketikan: str | None = None

    @property
    def temuan(self) -> bool:
        return self.jenis is JenisCatatan.TEMUAN

    @property
    def isi_kotak(self) -> str:
        return self.tanggapan if self.ketikan is None else self.ketikan


@dataclass(frozen=True)
class RekomendasiInstansi:
    komponen: int
    isi: str
    batas_waktu: date | None
    keadaan: KeadaanTindakLanjut


@dataclass(frozen=True)
class BagianKomponen:
    nama: str
    daftar_catatan: tuple[CatatanInstansi, ...]
    daftar_rekomendasi: tuple[RekomendasiInstansi, ...]


def bagian_per_komponen(
    skema: Skema, catatan: Sequence[CatatanInstansi], rekomendasi: Sequence[RekomendasiInstansi]
) -> tuple[BagianKomponen, ...]:
    """Findings and recommendations by component, those without any left out."""
    semua = (
        BagianKomponen(
            k.nama,
            tuple(c for c in catatan if c.komponen == k.nomor),
            tuple(r for r in rekomendasi if r.komponen == k.nomor),
        )
        for k in skema.daftar_komponen
    )
    return tuple(b for b in semua if b.daftar_catatan or b.daftar_rekomendasi)


def belum_ditanggapi(daftar: Iterable[CatatanInstansi]) -> int:
    return sum(c.temuan and not c.tanggapan for c in daftar)
