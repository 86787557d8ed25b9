"""Where the year's report stands, and the one next step for who asks. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lkjip.laporan.data_terbitan import KeadaanTerbitan, TahapNaskah
from lkjip.terbitan.data_versi import CatatanNaskahResmi, VersiDokumen


@dataclass(frozen=True)
class HakLangkah:
    """What the user may do. `tanda`: the places (pk) that are theirs to sign."""

    periksa: bool = False
    finalkan: bool = False
    terbitkan: bool = False
    tanda: frozenset[int] = frozenset()
    jawab: bool = False  # answers for findings that stay


@dataclass(frozen=True)
class Langkah:
    """A sentence that says where it stands, and a button: `halaman` is the name of an address, `argumen` its end."""

    kalimat: str
    tombol: str
    halaman: str
    argumen: tuple[int | str, ...] = ()
    kueri: str = ""
    draf: bool = False  # what comes next is still done to the draft


@dataclass(frozen=True)
class TandaMenunggu:
    """A document other than the report that waits for the signature of who asks."""

    judul: str
    versi: int
    tempat: int


_BACA = "Baca laporan"
_DRAF = {
    TahapNaskah.DIAJUKAN: "Naskah diajukan dan menunggu diperiksa.",
    TahapNaskah.DIPERIKSA: "Naskah sudah diperiksa; berikutnya difinalkan.",
    TahapNaskah.DIKEMBALIKAN: "Naskah dikembalikan untuk diperbaiki.",
}


def langkah_laporan(
    daftar_versi: Sequence[VersiDokumen],
    catatan: CatatanNaskahResmi | None,
    hak: HakLangkah,
    *,
    kueri: str,
    menahan: int = 0,
) -> Langkah:
    """`daftar_versi` and `catatan` are the report's; `kueri` names it in the address of its page.

    `menahan`: so many findings keep the draft from becoming final.
    """
    kini = next((v for v in daftar_versi if v.berjalan), None)
    if kini is not None:
        return _berjalan(kini, hak)
    terbit = next((v for v in daftar_versi if v.keadaan is KeadaanTerbitan.TERBIT), None)
    akhir = max((v.dibuat_pada for v in daftar_versi if v.dibuat_pada), default=None)
    if catatan is not None and (akhir is None or catatan.pada > akhir):
        return _naskah(catatan, hak, kueri, menahan)
    if terbit is not None:
        kalimat = f"Versi {terbit.nomor} sudah terbit."
        return Langkah(kalimat, "Baca laporan yang terbit", "unduh_terbitan", (terbit.pk, "baca"))
    return Langkah("Laporan masih berupa draf dan belum diajukan.", _BACA, "laporan", draf=True)


def _berjalan(versi: VersiDokumen, hak: HakLangkah) -> Langkah:
    nomor = f"Versi {versi.nomor}"
    if versi.keadaan is KeadaanTerbitan.FINAL:
        kosong = [t for t in versi.daftar_tanda if not t.terisi]
        milik = next((t for t in kosong if t.pk in hak.tanda), None)
        if milik is not None:
            kalimat = f"{nomor} sudah final dan menunggu tanda tangan Anda."
            return Langkah(kalimat, "Tanda tangani", "tanda_tangan", (versi.pk, milik.pk))
        nama = ", ".join(t.nama for t in kosong) or "penanda tangannya"
        return Langkah(f"{nomor} sudah final dan menunggu tanda tangan {nama}.", "Lihat versi final",
                       "versi_terbitan", (versi.pk,))  # fmt: skip
    if versi.keadaan is KeadaanTerbitan.DITANDATANGANI:
        kalimat = f"{nomor} sudah ditandatangani dan belum terbit."
        if hak.terbitkan:
            return Langkah(kalimat, "Terbitkan", "terbitkan_versi", (versi.pk,))
        return Langkah(kalimat, "Lihat versi ini", "versi_terbitan", (versi.pk,))
    if versi.gagal:
        return Langkah(f"PDF {nomor.lower()} gagal disusun.", "Lihat sebabnya", "versi_terbitan", (versi.pk,))
    return Langkah(f"PDF {nomor.lower()} sedang disusun.", "Lihat kemajuannya", "versi_terbitan", (versi.pk,))


def _naskah(catatan: CatatanNaskahResmi, hak: HakLangkah, kueri: str, menahan: int) -> Langkah:
    kalimat = _DRAF[catatan.tahap]
    if catatan.tahap is TahapNaskah.DIAJUKAN and hak.periksa and hak.jawab and menahan:
        kalimat = "Naskah diajukan. Jawab temuannya dulu: jawaban ikut tercetak, jadi naskah diperiksa sesudahnya."
        return Langkah(kalimat, "Jawab temuan", "temuan", draf=True)
    if catatan.tahap is TahapNaskah.DIAJUKAN and hak.periksa:
        return Langkah(kalimat, "Periksa naskah", "dokumen_resmi", kueri=kueri, draf=True)
    if catatan.tahap is TahapNaskah.DIPERIKSA and hak.finalkan:
        if menahan:
            return Langkah(
                "Naskah sudah diperiksa.", "Jawab temuan" if hak.jawab else "Lihat temuan", "temuan", draf=True
            )
        return Langkah(kalimat, "Finalkan", "finalkan_naskah", kueri=kueri, draf=True)
    return Langkah(kalimat, _BACA, "laporan", draf=True)


def tanda_menunggu(
    daftar_versi: Sequence[VersiDokumen], tanda: Collection[int], *, kecuali: str
) -> tuple[TandaMenunggu, ...]:
    """Places of the user in documents other than `kecuali` (a kunci)."""
    return tuple(
        TandaMenunggu(v.judul, v.pk, t.pk)
        for v in daftar_versi
        if v.kunci != kecuali and v.keadaan is KeadaanTerbitan.FINAL
        for t in v.daftar_tanda
        if t.pk in tanda and not t.terisi
    )


def per_kunci(daftar_versi: Sequence[VersiDokumen]) -> Mapping[str, tuple[VersiDokumen, ...]]:
    """The versions of each document, as they came."""
    kunci = dict.fromkeys(v.kunci for v in daftar_versi)
    return {k: tuple(v for v in daftar_versi if v.kunci == k) for k in kunci}
