"""When a quarter is due, and whether it may be filled in: why not, since when, by whom, and who can open it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kinerja.data_pengisian import AturanPengisian, Pengisian, StatusPengisian
from lkjip.dasar.periode import akhir_triwulan, nama_triwulan, tulis_saat, tulis_tanggal

_KEADAAN = {
    StatusPengisian.DIAJUKAN: "sudah diajukan",
    StatusPengisian.DIVERIFIKASI: "sudah diverifikasi",
    StatusPengisian.DISETUJUI: "sudah disetujui",
    StatusPengisian.TERKUNCI: "terkunci",
}
_PEMBUKA = {
    StatusPengisian.DIAJUKAN: "Perencana dapat menariknya kembali, verifikator dapat mengembalikannya.",
    StatusPengisian.DIVERIFIKASI: "Verifikator atau kepala dapat mengembalikannya.",
    StatusPengisian.DISETUJUI: "Kepala atau pengelola pemda dapat membukanya kembali dengan alasan.",
    StatusPengisian.TERKUNCI: "Pengelola pemda atau admin dapat membukanya kembali dengan alasan.",
}


@dataclass(frozen=True)
class Pintu:
    """Whether something may be done; where not, `alasan` is the sentence that says why and who can help."""

    terbuka: bool
    alasan: str = ""


def tenggat(tahun: int, triwulan: int, aturan: AturanPengisian) -> date:
    """The day by which the quarter is to be submitted: so many days after its end (pemeriksaan.md TW-09)."""
    return akhir_triwulan(tahun, triwulan) + timedelta(days=aturan.hari_tenggat[triwulan - 1])


def sisa_hari(pengisian: Pengisian, hari: date) -> int:
    """Days left until the deadline; negative once it has passed, 0 on the day itself."""
    return (pengisian.tenggat - hari).days


def terlambat(pengisian: Pengisian, hari: date) -> bool:
    """Still a draft after its deadline."""
    return pengisian.status is StatusPengisian.DRAF and sisa_hari(pengisian, hari) < 0


def sudah_berakhir(pengisian: Pengisian, hari: date) -> bool:
    """The period of the quarter is over (its last day counts), so its realisasi can be known."""
    return hari >= akhir_triwulan(pengisian.tahun, pengisian.triwulan)


def sedang_berjalan(pengisian: Pengisian, hari: date) -> bool:
    """The day lies within the quarter."""
    awal = akhir_triwulan(pengisian.tahun, pengisian.triwulan - 1) if pengisian.triwulan > 1 else None
    sudah_mulai = hari.year >= pengisian.tahun if awal is None else hari > awal
    return sudah_mulai and not sudah_berakhir(pengisian, hari)


def harus_diajukan(pengisian: Pengisian, hari: date) -> bool:
    """Due: its period is over and nobody has submitted it."""
    return pengisian.status is StatusPengisian.DRAF and sudah_berakhir(pengisian, hari)


def tulis_tenggat(pengisian: Pengisian, hari: date) -> str:
    """`tenggat 15 Oktober 2024, 3 hari lagi`; a quarter that was submitted has no days left to count."""
    tertulis = f"tenggat {tulis_tanggal(pengisian.tenggat)}"
    if pengisian.status is not StatusPengisian.DRAF:
        return tertulis
    sisa = sisa_hari(pengisian, hari)
    if sisa < 0:
        return f"{tertulis}, terlambat {-sisa} hari"
    return f"{tertulis}, {f'{sisa} hari lagi' if sisa else 'hari ini'}"


def pintu_isi(pengisian: Pengisian, hari: date) -> Pintu:
    """Whether the data of the quarter may be changed on the day `hari`."""
    nama = f"{nama_triwulan(pengisian.triwulan)} {pengisian.tahun}"
    if pengisian.status is not StatusPengisian.DRAF:
        sejak = f" sejak {tulis_saat(pengisian.sejak)}" if pengisian.sejak else ""
        oleh = f" oleh {pengisian.oleh}" if pengisian.oleh else ""
        keadaan = _KEADAAN[pengisian.status]
        return Pintu(
            False, f"{nama} {keadaan}{sejak}{oleh}, jadi isinya tidak dapat diubah. {_PEMBUKA[pengisian.status]}"
        )
    if pengisian.tutup_setelah_tenggat and sisa_hari(pengisian, hari) < 0:
        return Pintu(
            False,
            f"Pengisian {nama} ditutup sejak tenggatnya lewat, {tulis_tanggal(pengisian.tenggat)}, menurut aturan "
            "pemda. Pengelola pemda dapat memperpanjang tenggat instansi ini.",
        )
    return Pintu(True)


def pintu_ajukan(pengisian: Pengisian, hari: date) -> Pintu:
    """Whether the quarter may be submitted on the day `hari`: it is a draft, open, and its period is over."""
    pintu = pintu_isi(pengisian, hari)
    akhir = akhir_triwulan(pengisian.tahun, pengisian.triwulan)
    if pintu.terbuka and hari < akhir:
        nama = f"{nama_triwulan(pengisian.triwulan)} {pengisian.tahun}"
        return Pintu(False, f"{nama} baru dapat diajukan pada {tulis_tanggal(akhir)}, hari terakhirnya.")
    return pintu
