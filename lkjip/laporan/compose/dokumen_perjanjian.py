"""The Perjanjian Kinerja as a document of its own: statement sheet and annex, each on its page."""

from __future__ import annotations

from lkjip.laporan.compose.dokumen_bagian import dokumen, kepala_lembar, lembar, tebal_tengah
from lkjip.laporan.compose.formulir_perjanjian import JUDUL, lampiran_janji, lembar_pernyataan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_dokumen import LembarJanji, ProfilDokumen
from lkjip.laporan.isi import Dokumen, Kertas


def dokumen_perjanjian(ktx: Konteks, janji: LembarJanji, profil: ProfilDokumen, kertas: Kertas = Kertas.A4) -> Dokumen:
    """Of the head or of a unit, murni or perubahan."""
    judul = f"{JUDUL[janji.versi]} Tahun {ktx.tahun}"
    unit = janji.unit.nama if janji.unit else ""
    return dokumen(
        ktx,
        f"{judul} {unit}".strip(),
        lembar("pernyataan", judul, *kepala_lembar(profil), *lembar_pernyataan(ktx, janji, ditandatangani=True)),
        lembar(
            "lampiran",
            f"Lampiran {judul}",
            tebal_tengah(f"LAMPIRAN {judul.upper()}", unit.upper(), ktx.nama.upper()),
            *lampiran_janji(ktx, janji, berjudul=False),
        ),
        kertas=kertas,
        tanggal=janji.tanggal,
        jenis="Perjanjian Kinerja",
    )
