"""The page “IKU”: what its form prints, indicator by indicator, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.laporan.compose.dokumen_iku import bagian_penjelasan, daftar_iku
from lkjip.laporan.compose.formulir_perjanjian import nama_induk
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_dokumen import ProfilDokumen, RincianIku
from renstra.data import Indikator


@dataclass(frozen=True)
class BarisIku:
    """`penjelasan`: name and text of each part, in the order of the form."""

    indikator: Indikator
    nama: str
    sasaran: str
    penjelasan: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KurangIku:
    """What the form lacks; `indikator`: the kode of the one it is about, '' for the agency's profile."""

    kalimat: str
    indikator: str = ""


@dataclass(frozen=True)
class HalamanIku:
    """The form as the page shows it; `daftar_kurang`: what it still lacks, in sentences."""

    nama: str
    tugas: str
    daftar_fungsi: tuple[str, ...]
    daftar: tuple[BarisIku, ...]
    daftar_kurang: tuple[KurangIku, ...]


def halaman_iku(ktx: Konteks, profil: ProfilDokumen) -> HalamanIku:
    """The indicators that are marked as IKU, with what the form says of each."""
    daftar = tuple(
        BarisIku(
            i,
            ktx.nama_indikator(i),
            nama_induk(ktx, i.induk),
            bagian_penjelasan(i, profil.rincian.get(i.kode, RincianIku())),
        )
        for i in daftar_iku(ktx)
    )
    return HalamanIku(ktx.nama, profil.tugas.strip(), profil.daftar_fungsi, daftar, daftar_kurang_iku(ktx, profil))


def daftar_kurang_iku(ktx: Konteks, profil: ProfilDokumen) -> tuple[KurangIku, ...]:
    """What is still empty in the form: the agency's duties and functions, then indicator by indicator."""
    hasil = [
        KurangIku(f"{nama} instansi belum diisi di profil instansi.")
        for nama, isi in (("Tugas", profil.tugas.strip()), ("Fungsi", profil.daftar_fungsi))
        if not isi
    ]
    for i in daftar_iku(ktx):
        kosong = [
            nama
            for nama, isi in (
                ("satuan", i.satuan),
                ("formulasi", i.formulasi),
                ("sumber data", i.sumber_data),
                ("penanggung jawab", i.penanggung_jawab),
            )
            if not isi.strip()
        ]
        if kosong:
            hasil.append(KurangIku(f"{ktx.nama_indikator(i)}: {', '.join(kosong)} belum diisi.", i.kode))
    return tuple(hasil)
