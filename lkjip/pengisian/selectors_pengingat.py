"""Who is to be reminded of what on a day, by the assignments in force that day and the units that limit them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.selectors_pengisian import catatan_terbuka, load_pengisian
from lkjip.akun.models import Pengguna
from lkjip.data import BukuKerja
from lkjip.halaman.kurang_unit import kurang_unit
from lkjip.halaman.pengingat import Hal, TahunDiingatkan, hal_kepala, hal_pengisi, hal_verifikator
from lkjip.halaman.unit import unit_penanggung_jawab
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pengisian.models import PengingatTerkirim
from lkjip.selectors import load_banyak_data
from renstra.models import Penugasan, Peran, TahunKinerja
from renstra.selectors_unit import load_unit_semua, meliputi, penugasan_berlaku

_Unit = Mapping[tuple[int, int], frozenset[int]]


@dataclass(frozen=True)
class Diingatkan:
    """A person and everything that waits for them, told before or not."""

    pengguna: Pengguna
    daftar_hal: tuple[Hal, ...]


def load_pengingat(hari: date) -> list[Diingatkan]:
    """Everybody for whom something waits on this day, without what they were told before."""
    semua = list(TahunKinerja.objects.select_related("instansi", "renstra").order_by("pk"))
    pengisian = load_pengisian(semua)
    diingatkan = {
        t.pk: TahunDiingatkan(t.pk, t.instansi.kode, t.nama or t.instansi.kode, pengisian[t.pk]) for t in semua
    }
    per_peran = {
        Peran.PERENCANA: {pk: hal_pengisi(t, hari) for pk, t in diingatkan.items()},
        Peran.VERIFIKATOR: {pk: hal_verifikator(t) for pk, t in diingatkan.items()},
        Peran.KEPALA: {pk: hal_kepala(t) for pk, t in diingatkan.items()},
    }
    tugas = list(penugasan_berlaku(per_peran, pada=hari))
    unit = _unit_bersangkutan([t for t in semua if per_peran[Peran.PERENCANA][t.pk]], tugas)
    per_orang: dict[Pengguna, dict[str, Hal]] = defaultdict(dict)
    for satu in tugas:
        for t in semua:
            if meliputi(satu, t.instansi):
                hal = _bagi_unit(satu, t.pk, per_peran[Peran(satu.peran)][t.pk], unit)
                per_orang[satu.pengguna].update({h.kunci: h for h in hal})
    return _belum_terkirim(per_orang)


def _batas(tugas: Penugasan) -> frozenset[int]:
    """Units limit a perencana only (`renstra.akses`); named at another role they mean nothing."""
    if tugas.peran != Peran.PERENCANA:
        return frozenset()
    return frozenset(b.unit_id for b in tugas.daftar_unit_penugasan.all())


def _bagi_unit(tugas: Penugasan, pk: int, daftar: Iterable[Hal], unit: _Unit) -> list[Hal]:
    """One who is limited to units is told only of quarters in which these still have something to do."""
    batas = _batas(tugas)
    return [h for h in daftar if not batas or not batas.isdisjoint(unit.get((pk, h.triwulan), frozenset()))]


def _unit_bersangkutan(tahun: Sequence[TahunKinerja], tugas: Sequence[Penugasan]) -> _Unit:
    """Units that miss values or have unanswered remarks, per pk of the agency-year and quarter."""
    terbatas = {u for t in tugas for u in _batas(t)}
    if not terbatas or not tahun:
        return {}
    data, peta = load_banyak_data(tahun), load_unit_semua([t.instansi for t in tahun])
    catatan = _indikator_bercatatan(tahun)
    hasil: dict[tuple[int, int], set[int]] = defaultdict(set)
    for t in tahun:
        konteks = Konteks(BukuKerja(data[t.pk]))
        milik = unit_penanggung_jawab(data[t.pk], peta[t.instansi_id])
        for pk in terbatas & peta[t.instansi_id].nama_per_pk.keys():
            kurang = kurang_unit(konteks, milik, frozenset({pk}))
            for triwulan, banyak in kurang.items():
                if banyak or any(pk in milik.per_indikator.get(k, ()) for k in catatan.get((t.pk, triwulan), ())):
                    hasil[t.pk, triwulan].add(pk)
    return {kunci: frozenset(isi) for kunci, isi in hasil.items()}


def _indikator_bercatatan(tahun: Sequence[TahunKinerja]) -> Mapping[tuple[int, int], set[str]]:
    baris = catatan_terbuka(tahun).filter(indikator__isnull=False)
    hasil: dict[tuple[int, int], set[str]] = defaultdict(set)
    for pk, triwulan, kode in baris.values_list("pengisian__tahun_kinerja", "pengisian__triwulan", "indikator__kode"):
        hasil[pk, triwulan].add(kode)
    return hasil


def _belum_terkirim(per_orang: Mapping[Pengguna, Mapping[str, Hal]]) -> list[Diingatkan]:
    terkirim = set(PengingatTerkirim.objects.filter(pengguna__in=per_orang).values_list("pengguna", "hal"))
    daftar = [
        Diingatkan(orang, tuple(h for kunci, h in sorted(hal.items()) if (orang.pk, kunci) not in terkirim))
        for orang, hal in per_orang.items()
    ]
    return sorted((d for d in daftar if d.daftar_hal), key=lambda d: d.pengguna.username)
