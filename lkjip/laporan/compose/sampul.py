"""Cover, running foot and the data that a PDF keeps about itself."""

from __future__ import annotations

from lkjip.dasar.periode import nama_triwulan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Sampul

_LEBAR_KAKI = 44  # letters of a unit's name beside the period; more would break the line


def singkat(nama: str, lebar: int) -> str:
    """The name in at most `lebar` letters, cut between words where it can be."""
    if len(nama) <= lebar:
        return nama
    potong = nama[: lebar - 1]
    return f"{(potong.rsplit(None, 1) or [potong])[0]}…"


def masa(ktx: Konteks) -> str:
    """`Tahun 2024`, or for a quarterly report `Triwulan I Tahun 2023`."""
    triwulan = ktx.laporan.identitas.triwulan
    if ktx.triwulanan and triwulan:
        return f"{nama_triwulan(triwulan)} Tahun {ktx.tahun}"
    return f"Tahun {ktx.tahun}"


def nama_laporan(ktx: Konteks) -> str:
    if ktx.unit is not None:
        return f"Laporan Kinerja {ktx.unit.bagian.nama}"
    return "Laporan Kinerja Triwulanan" if ktx.triwulanan else "Laporan Kinerja Instansi Pemerintah"


def sampul(ktx: Konteks) -> Sampul:
    ringkas = ktx.triwulanan or ktx.unit is not None
    judul = "LAPORAN KINERJA" if ringkas else "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)"
    tanggal = ktx.laporan.identitas.tanggal_laporan
    tahun = tanggal.year if tanggal else ktx.tahun if ktx.triwulanan else ktx.tahun + 1
    tempat = ktx.instansi.tempat.strip()
    berlogo = ktx.laporan.tema.logo_sampul
    return Sampul(
        judul=judul,
        anak_judul=masa(ktx).upper(),
        instansi=f"{ktx.unit.bagian.nama}, {ktx.nama}" if ktx.unit else ktx.nama,
        pemda=f"Pemerintah {ktx.instansi.pemda}".strip() if ktx.instansi.pemda else "",
        tempat_tahun=f"{tempat}, {tahun}" if tempat else "",
        logo=ktx.laporan.logo if berlogo else b"",
        sidik_logo=ktx.laporan.sidik_logo if berlogo else "",
    )


def kaki(ktx: Konteks) -> str:
    jenis = "LKjIP" if not (ktx.unit or ktx.triwulanan) else "Laporan Kinerja"
    if ktx.unit:
        return f"{jenis} {masa(ktx).removeprefix('Tahun ')} · {singkat(ktx.unit.bagian.nama, _LEBAR_KAKI)}"
    return f"{jenis} {masa(ktx).removeprefix('Tahun ')} · {ktx.singkatan}"
