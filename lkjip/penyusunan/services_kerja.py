"""What a worker writes about a job. Each write names the attempt that it belongs to, and says whether it still counts.

So a worker that was taken for dead, or whose job was cancelled, finds out and stops; nothing it does is stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from lkjip.laporan.data_penyusunan import KeadaanPenyusunan
from lkjip.laporan.models import PenyusunanBerkas
from lkjip.laporan.render.pdf_draf import Kemajuan

_PANJANG_TAHAP = 80


@dataclass(frozen=True)
class Giliran:
    """One attempt at a job."""

    penyusunan: PenyusunanBerkas
    percobaan: int

    @property
    def pk(self) -> int:
        return int(self.penyusunan.pk)


def ambil_giliran(*, pk: int, pekerja: str) -> Giliran | None:
    """The job, now this worker's; None where it waits no more (cancelled, or somebody else's)."""
    kini = timezone.now()
    diambil = PenyusunanBerkas.objects.filter(pk=pk, keadaan=KeadaanPenyusunan.ANTRE).update(
        keadaan=KeadaanPenyusunan.BERJALAN,
        percobaan=F("percobaan") + 1,
        pekerja=pekerja,
        denyut=kini,
        mulai=kini,
        tahap="memuat data",
        selesai=0,
        seluruh=0,
    )
    if not diambil:
        return None
    baris = PenyusunanBerkas.objects.select_related("tahun_kinerja__instansi__pemda", "tahun_kinerja__renstra").get(
        pk=pk
    )
    return Giliran(baris, baris.percobaan)


def catat_kemajuan(*, giliran: Giliran, kemajuan: Kemajuan | None) -> bool:
    """A sign of life, with the news if there are any. False: the attempt counts no more."""
    baru: dict[str, object] = {"denyut": timezone.now()}
    if kemajuan is not None:
        baru |= {
            "tahap": str(kemajuan.tahap)[:_PANJANG_TAHAP],
            "selesai": kemajuan.selesai,
            "seluruh": kemajuan.seluruh,
        }
    return _ubah(giliran, **baru)


def selesaikan(*, giliran: Giliran, sidik: str, hasil: str) -> bool:
    """The file lies there. `sidik` is that of what was printed: the data may have changed since the order."""
    return _ubah(
        giliran, keadaan=KeadaanPenyusunan.SIAP, sidik=sidik, hasil=hasil, akhir=timezone.now(), pesan="", tahap=""
    )


def gagalkan(*, giliran: Giliran, pesan: str) -> bool:
    return _ubah(giliran, keadaan=KeadaanPenyusunan.GAGAL, pesan=pesan, akhir=timezone.now())


def kembalikan(*, giliran: Giliran) -> bool:
    """The worker is told to stop: the job waits again, and the attempt is not counted."""
    return _ubah(
        giliran, keadaan=KeadaanPenyusunan.ANTRE, percobaan=F("percobaan") - 1, denyut=None, tahap="", pekerja=""
    )


def _ubah(giliran: Giliran, **baru: object) -> bool:
    milik = PenyusunanBerkas.objects.filter(
        pk=giliran.pk, keadaan=KeadaanPenyusunan.BERJALAN, percobaan=giliran.percobaan
    )
    return bool(milik.update(**baru))
