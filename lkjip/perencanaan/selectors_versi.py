"""What the pages of versions and histories show: plans to compare, years that follow them, data of many years."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.data_pengisian import StatusPengisian
from kinerja.models import PengisianTriwulan
from lkjip.data import DataInstansi
from lkjip.halaman.banding_renstra import BandingRenstra, Pendahulu, RencanaBanding, banding_renstra
from lkjip.selectors import load_banyak_data
from renstra.models import Instansi, Renstra, TahunKinerja
from renstra.selectors import daftar_tahun, load_isi_renstra
from renstra.selectors_versi import daftar_renstra, load_rantai, teks_rincian


@dataclass(frozen=True)
class BarisVersi:
    """A plan with the years that follow it; `tahun_tertutup`: those of which a quarter has been submitted."""

    renstra: Renstra
    daftar_tahun: tuple[TahunKinerja, ...]
    tahun_tertutup: frozenset[int]
    banyak_indikator: int

    @property
    def hasil_reviu(self) -> bool:
        """Copied from another version of the same period, to which its years can go back."""
        asal = self.renstra.asal
        kunci = ("renstra_awal", "renstra_akhir")
        return asal is not None and all(getattr(asal, n) == getattr(self.renstra, n) for n in kunci)


def daftar_versi(instansi: Instansi) -> list[BarisVersi]:
    """Every plan of the agency, the latest first; three queries."""
    tertutup = PengisianTriwulan.objects.filter(tahun_kinerja__instansi=instansi).exclude(status=StatusPengisian.DRAF)
    pk_tertutup = set(tertutup.values_list("tahun_kinerja", flat=True))
    hasil = []
    for renstra in daftar_renstra(instansi):
        tahun = tuple(renstra.daftar_tahun.all())
        daftar_tertutup = frozenset(t.tahun for t in tahun if t.pk in pk_tertutup)
        hasil.append(BarisVersi(renstra, tahun, daftar_tertutup, renstra.banyak_indikator))  # type: ignore[attr-defined]
    return hasil


def load_banding(dari: Renstra, ke: Renstra) -> BandingRenstra:
    """The two plans compared; thirteen queries whatever their size."""
    sepadan = load_rantai(ke.instansi).sepadan(dari.pk, ke.pk)
    return banding_renstra(
        RencanaBanding(load_isi_renstra(dari), teks_rincian(dari)),
        RencanaBanding(load_isi_renstra(ke), teks_rincian(ke)),
        {kode: Pendahulu(lama, catatan) for kode, (lama, catatan) in sepadan.items()},
    )


def load_data_per_tahun(instansi: Instansi) -> list[tuple[TahunKinerja, DataInstansi]]:
    """All years of the agency, the earliest first, in a constant number of queries."""
    daftar = list(daftar_tahun(instansi).order_by("tahun"))
    data = load_banyak_data(daftar) if daftar else {}
    return [(t, data[t.pk]) for t in daftar]
