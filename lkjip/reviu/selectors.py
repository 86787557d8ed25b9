"""What a reviu reads: the report as it would be frozen, what the system knows about its data, and its own documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kinerja.data_reviu import DataReviu, PernyataanReviu
from kinerja.models import BuktiDukung
from kinerja.selectors_pengisian import load_pengisian
from kinerja.selectors_reviu import load_reviu, rekam_pernyataan, reviu_terakhir_selesai
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.dokumen_reviu import dokumen_catatan_reviu, dokumen_pernyataan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.isi import Dokumen
from lkjip.penyusunan.sidik import sidik_direviu
from lkjip.reviu.data_sumber import KeadaanSumber
from lkjip.reviu.halaman_letak import Letak, daftar_letak
from lkjip.selectors import load_buku, load_buku_laporan
from renstra.models import TahunKinerja


@dataclass(frozen=True)
class LaporanDireviu:
    """The year's report as it would be frozen now; what costs time is made when it is first asked for."""

    buku: BukuKerja

    @cached_property
    def sidik(self) -> str:
        """Of the content without the statement."""
        return sidik_direviu(self.buku)

    @cached_property
    def dokumen(self) -> Dokumen:
        return compose(self.buku)

    @cached_property
    def daftar_letak(self) -> tuple[Letak, ...]:
        """Where remarks can be made."""
        return daftar_letak(self.dokumen)


def load_laporan_direviu(tahun_kinerja: TahunKinerja) -> LaporanDireviu:
    return LaporanDireviu(load_buku_laporan(tahun_kinerja))


def load_keadaan_sumber(tahun_kinerja: TahunKinerja) -> KeadaanSumber:
    """How the year's data came in: quarters and evidence, four queries."""
    bukti = BuktiDukung.objects.filter(tahun_kinerja=tahun_kinerja).values_list("indikator__kode", flat=True)
    kode = list(bukti)
    return KeadaanSumber(load_pengisian([tahun_kinerja])[tahun_kinerja.pk], len(kode), frozenset(kode))


def load_dokumen_reviu(tahun_kinerja: TahunKinerja, jenis: JenisBerkas) -> Dokumen:
    """Of the last finished reviu: JenisBerkas.CATATAN_REVIU or PERNYATAAN_REVIU.

    Raises LookupError where no reviu is finished, or for another kind.
    """
    baris = reviu_terakhir_selesai(tahun_kinerja)
    if baris is None:
        raise LookupError("Laporan tahun ini belum selesai direviu.")
    pernyataan = rekam_pernyataan(baris, tahun_kinerja.instansi)
    return susun_dokumen_reviu(tahun_kinerja, load_reviu(baris), pernyataan, jenis)


def susun_dokumen_reviu(
    tahun_kinerja: TahunKinerja, reviu: DataReviu, pernyataan: PernyataanReviu, jenis: JenisBerkas
) -> Dokumen:
    """The same for this reviu. Raises LookupError for another kind of document."""
    buku = load_buku(tahun_kinerja)
    ktx = Konteks(buku.pada(buku.hari_laporan))
    if jenis is JenisBerkas.CATATAN_REVIU:
        return dokumen_catatan_reviu(ktx, reviu, pernyataan)
    if jenis is JenisBerkas.PERNYATAAN_REVIU:
        return dokumen_pernyataan(ktx, pernyataan)
    raise LookupError("Dokumen reviu ini tidak dikenal.")
