"""Everything written about the report's own content. Call within `konteks_riwayat`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lkjip.dasar.rekaman import isi_kolom, tulisan_baku
from lkjip.laporan import data
from lkjip.laporan.models import IdentitasLaporan, Narasi, TabelBebas
from lkjip.riwayat.services import Penyesuai, menyesuaikan
from renstra.models import TahunKinerja


def save_laporan(*, tahun_kinerja: TahunKinerja, laporan: data.DataLaporan, penyesuai: Penyesuai | None = None) -> None:
    """Make the stored content of one year's report read as `laporan`; unchanged rows are not touched."""
    with menyesuaikan(penyesuai) as alat:
        alat.baris(
            lama=IdentitasLaporan.objects.filter(tahun_kinerja=tahun_kinerja),
            baru=[IdentitasLaporan(tahun_kinerja=tahun_kinerja, **isi_kolom(laporan.identitas))],
            kunci=lambda b: b.tahun_kinerja_id,
        )
        save_narasi(tahun_kinerja, laporan.daftar_narasi, alat)
        tabel = [baris_tabel(tahun_kinerja, n, t) for n, t in enumerate(laporan.daftar_tabel, 1)]
        alat.baris(lama=TabelBebas.objects.filter(tahun_kinerja=tahun_kinerja), baru=tabel, kunci=lambda b: b.nama)


def save_narasi(tahun_kinerja: TahunKinerja, daftar: Sequence[data.Narasi], alat: Penyesuai) -> None:
    """Make the stored narrative read as `daftar`; unchanged rows are not touched."""
    narasi = [
        Narasi(tahun_kinerja=tahun_kinerja, urutan=n, nomor=r.urutan, **isi_kolom(r, "urutan"))
        for n, r in enumerate(daftar, 1)
    ]
    alat.baris(lama=Narasi.objects.filter(tahun_kinerja=tahun_kinerja).order_by("urutan", "id"), baru=narasi)


def baris_tabel(tahun_kinerja: TahunKinerja, nomor: int, tabel: data.TabelBebas) -> TabelBebas:
    """The unsaved row of a free table at this place."""
    baris = [[_sel(isi) for isi in baris] for baris in tabel.baris]
    return TabelBebas(
        tahun_kinerja=tahun_kinerja, urutan=nomor, nama=tabel.nama, bagian=tabel.bagian, judul=tabel.judul,
        sumber=tabel.sumber, kepala=list(tabel.kepala), baris=baris,
    )  # fmt: skip


def _sel(isi: data.SelBebas) -> str | dict[str, str] | None:
    return {"angka": tulisan_baku(isi)} if isinstance(isi, Decimal) else isi
