"""The work list of a user over all their agencies, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from kinerja.data_pengisian import StatusPengisian
from kinerja.models import PengisianTriwulan
from kinerja.selectors_pengisian import load_pengisian
from lkjip.data import BukuKerja
from lkjip.halaman.kurang_unit import kurang_unit
from lkjip.halaman.pekerjaan import (
    Keadaan,
    KerjaInstansi,
    KerjaPemda,
    kerja_kepala,
    kerja_pengelola,
    kerja_perencana,
    kerja_verifikator,
    yang_berisi,
)
from lkjip.halaman.unit import unit_penanggung_jawab
from lkjip.laporan.compose.konteks import Konteks
from lkjip.pengisian.selectors_alur import banyak_catatan_terbuka
from lkjip.selectors import load_banyak_data
from renstra.models import Penugasan, Peran, TahunKinerja, UnitPenugasan
from renstra.selectors_unit import load_unit_semua, meliputi

_BERTUGAS = frozenset({Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA, Peran.PENGELOLA})


@dataclass(frozen=True)
class DaftarKerja:
    """Work by role, and what a pengelola oversees."""

    daftar_instansi: tuple[KerjaInstansi, ...]
    pemda: KerjaPemda | None

    @property
    def banyak(self) -> int:
        return sum(k.banyak for k in self.daftar_instansi)


def load_pekerjaan(tugas: Sequence[Penugasan], hari: date) -> DaftarKerja | None:
    """What these assignments (of one user, in force) ask for on the day; None where none of them asks for anything.

    Six queries; 24 more for somebody who is limited to units, whatever the number of agencies.
    """
    bertugas = [t for t in tugas if t.peran in _BERTUGAS]
    if not bertugas:
        return None
    tahun = _daftar_tahun(bertugas)
    milik = {
        peran: [t for t in tahun if any(meliputi(b, t.instansi) for b in bertugas if b.peran == peran)]
        for peran in Peran
    }
    batas = _batas_unit([b for b in bertugas if b.peran == Peran.PERENCANA], milik[Peran.PERENCANA])
    keadaan = _daftar_keadaan(tahun, batas)
    kelola = [keadaan[t.pk] for t in milik[Peran.PENGELOLA]]
    daftar = [
        *(kerja_perencana(keadaan[t.pk], hari) for t in milik[Peran.PERENCANA]),
        *(kerja_verifikator(keadaan[t.pk]) for t in milik[Peran.VERIFIKATOR]),
        *(kerja_kepala(keadaan[t.pk]) for t in milik[Peran.KEPALA]),
    ]
    return DaftarKerja(yang_berisi(daftar), kerja_pengelola(kelola, hari) if kelola else None)


def _daftar_tahun(tugas: Iterable[Penugasan]) -> list[TahunKinerja]:
    lingkup = Q(instansi__in={t.instansi_id for t in tugas} - {None})
    lingkup |= Q(instansi__pemda__in={t.pemda_id for t in tugas} - {None})
    return list(TahunKinerja.objects.filter(lingkup).select_related("instansi", "renstra").order_by("tahun"))


def _batas_unit(perencana: Sequence[Penugasan], tahun: Sequence[TahunKinerja]) -> dict[int, frozenset[int]]:
    """Per pk of the agency-year, the units that the user is limited to; agencies without such a limit are left out."""
    per_tugas: dict[int, set[int]] = {t.pk: set() for t in perencana}
    for pk, unit in UnitPenugasan.objects.filter(penugasan__in=perencana).values_list("penugasan", "unit"):
        per_tugas[pk].add(unit)
    batas = {}
    for t in tahun:
        daftar_unit = [per_tugas[p.pk] for p in perencana if meliputi(p, t.instansi)]
        if all(daftar_unit):
            batas[t.pk] = frozenset[int]().union(*daftar_unit)
    return batas


def _daftar_keadaan(tahun: list[TahunKinerja], batas: Mapping[int, frozenset[int]]) -> dict[int, Keadaan]:
    terbaru = {t.instansi_id: t.pk for t in tahun}
    pengisian, catatan = load_pengisian(tahun), banyak_catatan_terbuka(tahun)
    kurang = load_kurang_unit([t for t in tahun if t.pk in batas], batas)
    return {
        t.pk: Keadaan(
            kode=t.instansi.kode,
            nama=t.nama or t.instansi.nama or t.instansi.kode,
            tahun=t.tahun,
            terbaru=terbaru[t.instansi_id] == t.pk,
            daftar_pengisian=pengisian[t.pk],
            catatan_terbuka={n: banyak for (pk, n), banyak in catatan.items() if pk == t.pk},
            kurang_unit=kurang.get(t.pk),
        )
        for t in tahun
    }


def load_kurang_unit(
    tahun: Sequence[TahunKinerja], batas: Mapping[int, frozenset[int]]
) -> Mapping[int, Mapping[int, int]]:
    """Missing values of the units that `batas` names, per pk of the agency-year and quarter."""
    if not tahun:
        return {}
    peta = load_unit_semua([t.instansi for t in tahun])
    data = load_banyak_data(tahun)
    return {
        t.pk: kurang_unit(
            Konteks(BukuKerja(data[t.pk])), unit_penanggung_jawab(data[t.pk], peta[t.instansi_id]), batas[t.pk]
        )
        for t in tahun
    }


def banyak_per_status(daftar_tahun: Collection[TahunKinerja]) -> dict[str, int]:
    """How many quarters of these agency-years are in which state; those without a row are drafts. One query."""
    baris = PengisianTriwulan.objects.filter(tahun_kinerja__in=daftar_tahun).values_list("status")
    terhitung = dict(baris.annotate(n=Count("id")).order_by())
    lain = sum(n for status, n in terhitung.items() if status != StatusPengisian.DRAF)
    terhitung[StatusPengisian.DRAF.value] = 4 * len(daftar_tahun) - lain
    return {s.value: terhitung.get(s.value, 0) for s in StatusPengisian}
