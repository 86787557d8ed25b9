"""The named figures of the cash plan, of what was spent against it, and a parent's own figure against its children."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from anggaran.besaran import (
    Besaran,
    JenisSubjek,
    hitung_uang,
    jenis_subjek,
    jumlah_pagu,
    jumlah_realisasi,
    pagu,
    realisasi_anggaran,
)
from anggaran.data import Belanja, DataAnggaran, diingat
from anggaran.rumus import kas
from lkjip.dasar.hasil import Hasil, ada, kosong, tidak_berlaku
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_uang

_AKHIR_TAHUN = 4
_Rumus = Callable[[Decimal, Decimal], Hasil]


def _rencana_sendiri(data: DataAnggaran, kode: str, tahun: int, triwulan: int | None) -> Hasil:
    """Cumulative anggaran kas of a row at the quarter named, else at the last quarter that has one."""
    for t in (triwulan,) if triwulan else (4, 3, 2, 1):
        baris = data.realisasi_per_triwulan.get((kode, tahun, t))
        if baris is not None and baris.rencana is not None:
            return ada(baris.rencana, f"rencana kas {kode} s.d. {nama_triwulan(t)} {tahun}")
    return kosong(f"rencana kas {kode} tahun {tahun} belum diisi di lembar realisasi_anggaran")


def rencana_anggaran(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Planned cumulative cash (anggaran kas). Rupiah."""
    return _rencana(data, subjek, tahun, triwulan, anak=False)


def jumlah_rencana(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """As `jumlah_realisasi`, of the planned cumulative cash. Rupiah."""
    return _rencana(data, subjek, tahun, triwulan, anak=True)


@diingat
def _rencana(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, *, anak: bool) -> Hasil:
    def tanpa_rencana(baris: Belanja) -> Hasil:
        return kosong(f"belanja {baris.kode} tidak mempunyai rencana kas")

    return hitung_uang(
        data, subjek, tahun, lambda k: _rencana_sendiri(data, k, tahun, triwulan), tanpa_rencana, anak=anak
    )


def _terhadap_rencana(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, rumus: _Rumus) -> Hasil:
    """Both at the end of the same quarter; without one, of the year: a plan of June says nothing of March."""
    tw = triwulan or _AKHIR_TAHUN
    rencana = rencana_anggaran(data, subjek, tahun, tw, None)
    realisasi = realisasi_anggaran(data, subjek, tahun, tw, None)
    if rencana.angka is None or realisasi.angka is None:
        return rencana if rencana.angka is None else realisasi
    hasil = rumus(rencana.angka, realisasi.angka)
    rinci = f"{hasil.cara}; realisasi: {realisasi.cara}; rencana: {rencana.cara}"
    return hasil.dengan(cara=rinci) if hasil.ada else hasil


def deviasi_kas(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """realisasi − rencana kas, both cumulative at the quarter's end. Rupiah."""
    return _terhadap_rencana(data, subjek, tahun, triwulan, kas.deviasi_kas)


def persen_deviasi_kas(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The deviation in percent of the plan."""
    return _terhadap_rencana(data, subjek, tahun, triwulan, kas.persen_deviasi_kas)


def _selisih_anak(data: DataAnggaran, subjek: str, tahun: int, sendiri: Hasil, anak: Hasil) -> Hasil:
    if jenis_subjek(data, subjek, tahun) is not JenisSubjek.ANGGARAN or not data.daftar_anak.get(subjek):
        return tidak_berlaku(f"'{subjek}' bukan baris anggaran yang mempunyai anak")
    if sendiri.angka is None or anak.angka is None:
        return sendiri if sendiri.angka is None else anak
    return ada(
        jumlah((sendiri.angka, -anak.angka)), f"{tulis_uang(sendiri.angka)} − {tulis_uang(anak.angka)}; {anak.cara}"
    )


def selisih_realisasi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """A parent's printed realisasi − the sum of its children; 0 where the sum is what is printed. Rupiah."""
    sendiri = realisasi_anggaran(data, subjek, tahun, triwulan, None)
    return _selisih_anak(data, subjek, tahun, sendiri, jumlah_realisasi(data, subjek, tahun, triwulan, None))


def selisih_rencana(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """As `selisih_realisasi`, of the cash plan. Rupiah."""
    sendiri = rencana_anggaran(data, subjek, tahun, triwulan, None)
    return _selisih_anak(data, subjek, tahun, sendiri, jumlah_rencana(data, subjek, tahun, triwulan, None))


def selisih_pagu(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """As `selisih_realisasi`, of the pagu of the version asked for. Rupiah."""
    sendiri = pagu(data, subjek, tahun, None, versi)
    return _selisih_anak(data, subjek, tahun, sendiri, jumlah_pagu(data, subjek, tahun, None, versi))


BESARAN: Mapping[str, Besaran] = {
    "rencana_anggaran": rencana_anggaran,
    "jumlah_rencana": jumlah_rencana,
    "deviasi_kas": deviasi_kas,
    "persen_deviasi_kas": persen_deviasi_kas,
    "selisih_realisasi": selisih_realisasi,
    "selisih_rencana": selisih_rencana,
    "selisih_pagu": selisih_pagu,
}
