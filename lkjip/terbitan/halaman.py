"""The list of official documents of an agency-year, and the page of one: where it stands and what comes next. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.laporan.data_lhe import BentukLhe
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import KeadaanTerbitan, TahapNaskah
from lkjip.laporan.isi import Angka, Dokumen, GayaParagraf, Paragraf, Teks, telusuri
from lkjip.laporan.isi_tulis import tulis
from lkjip.terbitan.data_dokumen import kueri, kunci_dokumen
from lkjip.terbitan.data_versi import CatatanNaskahResmi, TahapKini, VersiDokumen
from renstra.data import Versi

LANGKAH = ("Diajukan", "Diperiksa", "Final", "Ditandatangani", "Terbit")
_NAMA_VERSI = {Versi.MURNI: "murni", Versi.PERUBAHAN: "perubahan"}
_NAMA_JENIS = {
    JenisBerkas.RENCANA_AKSI: "Rencana Aksi",
    JenisBerkas.IKU: "Indikator Kinerja Utama",
    JenisBerkas.LHE: "Laporan Hasil Evaluasi",
    JenisBerkas.CATATAN_REVIU: "Catatan Hasil Reviu",
    JenisBerkas.PERNYATAAN_REVIU: "Pernyataan Telah Direviu",
}
_NAMA_TAHAP = {
    TahapNaskah.DIAJUKAN: "Diajukan untuk diperiksa",
    TahapNaskah.DIPERIKSA: "Diperiksa",
    TahapNaskah.DIKEMBALIKAN: "Dikembalikan untuk diperbaiki",
}


@dataclass(frozen=True)
class BarisDokumen:
    """A document in the list. `kini` is the version under way, `terbit` what is published."""

    judul: str
    kueri: str
    keadaan: str
    kini: VersiDokumen | None
    terbit: VersiDokumen | None


def judul_dokumen(pesanan: Pesanan, nama_unit: Mapping[int, str]) -> str:
    """As the list names it: "LKjIP tahunan", "Laporan Triwulan II, Bidang Mutasi"."""
    if pesanan.jenis is JenisBerkas.PERJANJIAN:
        judul = f"Perjanjian Kinerja {_NAMA_VERSI[pesanan.versi or Versi.MURNI]}"
    elif pesanan.jenis in _NAMA_JENIS:
        judul = _NAMA_JENIS[pesanan.jenis]
    elif pesanan.triwulan:
        judul = f"Laporan {nama_triwulan(pesanan.triwulan)}"
    else:
        judul = "Laporan tahunan" if pesanan.unit is not None else "LKjIP tahunan"
    return f"{judul}, {nama_unit.get(pesanan.unit, 'unit yang sudah dihapus')}" if pesanan.unit is not None else judul


def dokumen_utama(daftar_versi_pk: Iterable[Versi]) -> list[Pesanan]:
    """The agency's own documents of every year, the report first."""
    return [
        Pesanan(JenisBerkas.LAPORAN, akhir=True),
        *(Pesanan(JenisBerkas.PERJANJIAN, akhir=True, versi=v) for v in daftar_versi_pk),
        *(Pesanan(JenisBerkas.LAPORAN, akhir=True, triwulan=n) for n in DAFTAR_TRIWULAN),
        Pesanan(JenisBerkas.RENCANA_AKSI, akhir=True),
        Pesanan(JenisBerkas.IKU, akhir=True),
    ]


def dokumen_apip() -> list[Pesanan]:
    """What the APIP writes about the agency-year."""
    return [
        Pesanan(JenisBerkas.LHE, akhir=True, susunan=BentukLhe.SURAT),
        Pesanan(JenisBerkas.CATATAN_REVIU, akhir=True),
        Pesanan(JenisBerkas.PERNYATAAN_REVIU, akhir=True),
    ]


def dokumen_unit(unit: int, daftar_versi_pk: Iterable[Versi]) -> list[Pesanan]:
    """The documents of a unit."""
    return [
        *(Pesanan(JenisBerkas.PERJANJIAN, akhir=True, versi=v, unit=unit) for v in daftar_versi_pk),
        *(Pesanan(JenisBerkas.LAPORAN, akhir=True, triwulan=n, unit=unit) for n in DAFTAR_TRIWULAN),
        Pesanan(JenisBerkas.LAPORAN, akhir=True, unit=unit),
    ]


def susun_daftar(
    daftar: Sequence[Pesanan],
    per_kunci: Mapping[str, Sequence[VersiDokumen]],
    catatan: Mapping[str, CatatanNaskahResmi],
    nama_unit: Mapping[int, str],
) -> list[BarisDokumen]:
    """What was said about a draft counts in the list only while no version is under way."""
    return [_baris(p, per_kunci.get(kunci_dokumen(p), ()), catatan.get(kunci_dokumen(p)), nama_unit) for p in daftar]


def _baris(
    pesanan: Pesanan, versi: Sequence[VersiDokumen], catatan: CatatanNaskahResmi | None, nama_unit: Mapping[int, str]
) -> BarisDokumen:
    kini = next((v for v in versi if v.berjalan), None)
    terbit = next((v for v in versi if v.keadaan is KeadaanTerbitan.TERBIT), None)
    keadaan = _keadaan(kini, terbit, versi, catatan)
    return BarisDokumen(judul_dokumen(pesanan, nama_unit), kueri(pesanan), keadaan, kini, terbit)


def _keadaan(
    kini: VersiDokumen | None, terbit: VersiDokumen | None, versi: Sequence[VersiDokumen],
    catatan: CatatanNaskahResmi | None,
) -> str:  # fmt: skip
    if kini is not None:
        return f"Versi {kini.nomor}: {kini.sebutan}"
    akhir = max((v.dibuat_pada for v in versi if v.dibuat_pada), default=None)
    if catatan is not None and (akhir is None or catatan.pada > akhir):
        return _NAMA_TAHAP[catatan.tahap]
    if terbit is not None:
        return f"Versi {terbit.nomor}: terbit"
    return f"Versi {versi[0].nomor}: {versi[0].sebutan}" if versi else "Draf"


@dataclass(frozen=True)
class LangkahDokumen:
    """One of the five steps: done, where we are, or still to come."""

    nama: str
    selesai: bool
    kini: bool


def susun_langkah(tahap: TahapKini, kini: VersiDokumen | None, terbit: VersiDokumen | None) -> list[LangkahDokumen]:
    """The steps of the version under way; without one those of the draft, or all done where it is published."""
    if kini is not None:
        ke = {KeadaanTerbitan.DISUSUN: 2, KeadaanTerbitan.FINAL: 3, KeadaanTerbitan.DITANDATANGANI: 4}[kini.keadaan]
    elif tahap.diperiksa:
        ke = 2
    elif tahap.diajukan:
        ke = 1
    else:
        ke = len(LANGKAH) if terbit is not None and not tahap.dikembalikan else 0
    return [LangkahDokumen(nama, urut < ke, urut == ke) for urut, nama in enumerate(LANGKAH)]


def daftar_kekurangan(dokumen: Dokumen) -> tuple[str, ...]:
    """What the document itself says is missing, once each: it would be printed and signed like that."""
    kalimat = (
        "".join(
            tulis(satu) if isinstance(satu, Angka) else satu.isi for satu in blok.isi if isinstance(satu, Angka | Teks)
        )
        for bab in dokumen.bab
        for blok in telusuri(bab.isi)
        if isinstance(blok, Paragraf) and blok.gaya is GayaParagraf.KEKURANGAN
    )
    return tuple(dict.fromkeys(kalimat))
