"""What the sheets of the planning documents share: their head with logo and title, their file, their signatures."""

from __future__ import annotations

from datetime import date

from lkjip.laporan.compose.kalimat import par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.pengantar import jabatan_kepala, tulis_nip
from lkjip.laporan.data_dokumen import PihakJanji, ProfilDokumen
from lkjip.laporan.data_terbitan import BIDANG_KEPALA
from lkjip.laporan.isi import (
    Bab,
    Blok,
    Dokumen,
    Gambar,
    GayaParagraf,
    JenisBab,
    Kertas,
    Pihak,
    Simpul,
    TandaTangan,
    Teks,
)

_LEBAR_LOGO_MM = 20


def profil_buku(ktx: Konteks) -> ProfilDokumen:
    """The profile where there is only the workbook: its head and place. Its date is the report's, not the plan's."""
    return ProfilDokumen(kepala=kepala_buku(ktx), tempat=ktx.instansi.tempat.strip())


def kepala_buku(ktx: Konteks) -> PihakJanji:
    """The head of the agency as the workbook names them."""
    kepala = ktx.instansi
    return PihakJanji(
        jabatan_kepala(ktx), kepala.nama_kepala.strip(), kepala.pangkat_kepala.strip(), kepala.nip_kepala.strip()
    )


def kepala_daerah_buku(ktx: Konteks) -> PihakJanji:
    """The head of the region: the workbook knows the post, not the name."""
    return PihakJanji(ktx.instansi.jabatan_kepala_daerah.strip() or "Kepala Daerah", tanpa_nip=True)


def pihak(data: PihakJanji, sebutan: str = "", kunci: str = "") -> Pihak:
    """The party as a signature block shows it."""
    return Pihak(
        sebutan, data.jabatan, data.nama, data.pangkat, tulis_nip(data.nip), kunci=kunci, tanpa_nip=data.tanpa_nip
    )


def tanda_tangan_kepala(profil: ProfilDokumen) -> TandaTangan:
    """The head of the agency alone, at the right."""
    return TandaTangan((pihak(profil.kepala, kunci=BIDANG_KEPALA),), profil.tempat, profil.tanggal)


def tebal_tengah(*larik: str) -> Blok:
    """The lines of a heading, those that there are, as one block without space between them."""
    return par((Teks("\n".join(filter(None, larik)), tebal=True),), gaya=GayaParagraf.TENGAH)


def kepala_lembar(profil: ProfilDokumen, *judul: str) -> list[Simpul]:
    """The logo, where the agency has one, and the lines of the heading."""
    hasil: list[Simpul] = []
    if profil.logo:
        hasil.append(Gambar("logo", "", profil.logo, profil.mime_logo, "Lambang", lebar_mm=_LEBAR_LOGO_MM))
    return [*hasil, *([tebal_tengah(*judul)] if judul else [])]


def lembar(kunci: str, judul: str, *isi: Simpul) -> Bab:
    """A sheet that begins a page and prints no heading of its own."""
    return Bab(kunci, judul, isi, JenisBab.POLOS)


def dokumen(
    ktx: Konteks, judul: str, *bab: Bab, kertas: Kertas, tanggal: date | None, kaki: str = "", jenis: str
) -> Dokumen:
    """The file around the sheets; `jenis` is what the document is, for its keywords."""
    return Dokumen(
        judul=f"{judul} {ktx.nama}",
        penulis=ktx.nama,
        kaki=kaki,
        tanggal=tanggal,
        sampul=None,
        bab=bab,
        subjek="Akuntabilitas kinerja instansi pemerintah",
        kata_kunci=(jenis, "SAKIP", ktx.singkatan, str(ktx.tahun)),
        kertas=kertas,
    )
