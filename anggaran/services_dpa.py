"""The budget tree as a DPA has it: new rows and changed columns at once. The caller holds the agency's lock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from anggaran import data
from anggaran.models import Anggaran
from anggaran.services_rencana import nomori, simpan_isian
from lkjip.dasar.isian import Isian
from lkjip.dasar.rekaman import isi_kolom
from lkjip.riwayat.services import tulis_baris
from renstra.models import TahunKinerja


def terapkan_dpa(
    *, tahun_kinerja: TahunKinerja, tambah: Sequence[data.Anggaran], ubah: Mapping[int, Sequence[Isian]]
) -> int:
    """Add rows (parents by kode, before their children) and change columns per pk; how many rows.

    All or nothing. Raises IsianBentrok, BarisDitolak, ValidationError.
    """
    if ubah:
        simpan_isian(tahun_kinerja=tahun_kinerja, isian=ubah)
    per_kode = {b.kode: b for b in Anggaran.objects.filter(tahun_kinerja=tahun_kinerja)}
    akhir = max((b.urutan for b in per_kode.values()), default=0)
    for tingkat in _per_tingkat(tambah):
        baru = []
        for nomor, rekaman in tingkat:
            if rekaman.kode in per_kode or (rekaman.induk and rekaman.induk not in per_kode):
                raise ValidationError(f"Baris {rekaman.kode} berubah sejak pratinjau. Periksa lagi.")
            isi: dict[str, Any] = isi_kolom(rekaman, "induk", "sasaran")
            induk = per_kode.get(rekaman.induk)
            baru.append(Anggaran(tahun_kinerja=tahun_kinerja, induk=induk, urutan=akhir + nomor, **isi))
        tulis_baris(baru, {})
        per_kode |= {b.kode: b for b in baru}
    if tambah:
        nomori(tahun_kinerja)
    return len(tambah) + len(ubah)


def _per_tingkat(tambah: Sequence[data.Anggaran]) -> Iterable[list[tuple[int, data.Anggaran]]]:
    """Rows with their number, level by level, because a child needs the id of its parent."""
    dalam: dict[str, int] = {}
    hasil: dict[int, list[tuple[int, data.Anggaran]]] = {}
    for nomor, rekaman in enumerate(tambah, 1):
        dalam[rekaman.kode] = dalam.get(rekaman.induk, -1) + 1
        hasil.setdefault(dalam[rekaman.kode], []).append((nomor, rekaman))
    return [hasil[n] for n in sorted(hasil)]
