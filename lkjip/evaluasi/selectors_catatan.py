"""What the page of findings and recommendations reads from above the floors."""

from __future__ import annotations

from typing import Any

from kinerja.models import Evaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.selectors_rekomendasi import (
    daftar_butir_instansi,
    daftar_pk_diulang,
    load_catatan,
    load_rekomendasi_bebas,
)
from lkjip.data import BukuKerja
from lkjip.evaluasi.halaman_catatan import daftar_bagian, daftar_lama
from lkjip.pemeriksaan.selectors_hasil import dengan_ambang
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja


def isi_catatan(evaluasi: Evaluasi) -> dict[str, Any]:
    """All that is written and could be written: fifteen queries, however much there is."""
    data = load_evaluasi([evaluasi])[evaluasi.pk]
    lama = daftar_butir_instansi(evaluasi.instansi, sebelum=evaluasi.tahun)
    return {
        "daftar_bagian": daftar_bagian(data, load_catatan(evaluasi), load_rekomendasi_bebas(evaluasi)),
        "daftar_lama": daftar_lama(data, lama, daftar_pk_diulang(evaluasi)),
    }


def load_buku_evaluasi(evaluasi: Evaluasi) -> BukuKerja | None:
    """The data of the year evaluated on the day of its report; None where the system has none."""
    tahun = TahunKinerja.objects.filter(instansi=evaluasi.instansi_id, tahun=evaluasi.tahun)
    satu = tahun.select_related("instansi", "renstra").first()
    if satu is None:
        return None
    buku = dengan_ambang(load_buku(satu), satu)
    return buku.pada(buku.hari_laporan)
