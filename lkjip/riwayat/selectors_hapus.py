"""What goes with a row that is removed, table by table: asked of the foreign keys, so no table is forgotten."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models.deletion import Collector

from lkjip.riwayat.lingkup import daftar_jalan
from lkjip.riwayat.models import ModelTeraudit


@dataclass(frozen=True)
class AkibatHapus:
    """Rows of one table; `daftar_tahun`: of which agency-years, as far as the table knows."""

    nama: str
    banyak: int
    daftar_tahun: tuple[int, ...] = ()


@dataclass(frozen=True)
class IsiHapus:
    """`ikut`: rows that are removed too; `lepas`: rows that stay, but lose what they point at."""

    ikut: tuple[AkibatHapus, ...]
    lepas: tuple[AkibatHapus, ...]


def isi_hapus(baris: models.Model) -> IsiHapus:
    """Everything that the removal of this row would do to other rows."""
    kumpulan = Collector(using="default", origin=baris)
    kumpulan.collect([baris])
    ikut: dict[type[models.Model], set[int]] = defaultdict(set)
    for model, daftar in kumpulan.data.items():
        ikut[model] |= {b.pk for b in daftar}
    for cepat in kumpulan.fast_deletes:
        ikut[cepat.model] |= set(cepat.values_list("pk", flat=True))
    ikut[type(baris)].discard(baris.pk)
    lepas: dict[type[models.Model], set[int]] = defaultdict(set)
    for daftar_lepas in kumpulan.field_updates.values():
        for satu in _rata(daftar_lepas):
            lepas[type(satu)].add(satu.pk)
    return IsiHapus(_akibat(ikut), _akibat({m: pk - ikut.get(m, set()) for m, pk in lepas.items()}))


def _rata(daftar: Iterable[object]) -> Iterator[models.Model]:
    """Rows out of querysets and sets of them."""
    for satu in daftar:
        if isinstance(satu, models.Model):
            yield satu
        elif isinstance(satu, Iterable):
            yield from _rata(satu)


def _akibat(per_model: dict[type[models.Model], set[int]]) -> tuple[AkibatHapus, ...]:
    terisi = sorted(((m, pk) for m, pk in per_model.items() if pk), key=lambda isi: str(isi[0]._meta.verbose_name))
    return tuple(AkibatHapus(str(m._meta.verbose_name), len(pk), _tahun(m, pk)) for m, pk in terisi)


def _tahun(model: type[models.Model], daftar_pk: set[int]) -> tuple[int, ...]:
    """The agency-years of these rows; () where they belong to a plan."""
    jalan = daftar_jalan(model, "tahun_kinerja") if issubclass(model, ModelTeraudit) else ()
    hasil: Counter[int] = Counter()
    for satu in filter(None, jalan):
        nama = f"{satu}__tahun"
        terisi = model._default_manager.filter(pk__in=daftar_pk, **{f"{satu}__isnull": False}).order_by()
        hasil.update(terisi.values_list(nama, flat=True).distinct())
    return tuple(sorted(hasil))
