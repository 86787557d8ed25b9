"""The look of the reports of a pemda is kept here."""

from __future__ import annotations

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_tema import Tema
from lkjip.laporan.models import TemaLaporan
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra.models import Pemda

_JALUR = "tema"


def save_tema(*, pemda: Pemda, tema: Tema, oleh: Pengguna) -> None:
    """Reports made from now on look like this; the standard look leaves no row behind. Raises ValidationError."""
    with menulis(oleh=oleh, jalur=_JALUR):
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        baris = TemaLaporan.objects.filter(pemda=pemda).first()
        if tema == Tema():
            if baris is not None:
                baris.delete()
            return
        baris = baris or TemaLaporan(pemda=pemda)
        baris.huruf, baris.kertas = tema.huruf.value, tema.kertas.value
        baris.warna_utama, baris.warna_aksen = tema.warna_utama, tema.warna_aksen
        baris.logo_sampul = tema.logo_sampul
        simpan_baris(baris)
