"""The named figures of efficiency, by `metode_efisiensi` (pengukuran.md, "Efficiency")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from anggaran.besaran import (
    Besaran,
    jumlah_belanja,
    jumlah_pagu,
    jumlah_realisasi,
    pagu,
    pagu_sendiri,
    pagu_tahun_lain,
    realisasi_anggaran,
    realisasi_belanja,
    realisasi_sendiri,
    serapan,
    serapan_dari,
    sisa_anggaran,
    uang_baris,
)
from anggaran.data import DataAnggaran
from anggaran.rumus import efisiensi as rumus_efisiensi
from anggaran.rumus.porsi import porsi as rumus_porsi
from kinerja.besaran import capaian, rata_rata_sasaran
from kinerja.data import MetodeEfisiensi
from lkjip.dasar.hasil import Hasil, ada, kosong, tidak_berlaku
from lkjip.dasar.hitungan import SERATUS, rata_rata
from lkjip.dasar.tulisan_angka import tulis_angka, tulis_tepat

_TANPA_METODE = "metode_efisiensi belum ditetapkan di lembar pengaturan"


def tanpa_turunan(data: DataAnggaran, daftar_kode: Iterable[str]) -> tuple[str, ...]:
    """Drop rows that lie below another of the rows: nothing counts twice."""
    terpilih = dict.fromkeys(kode for kode in daftar_kode if kode in data.anggaran_per_kode)

    def punya_leluhur(kode: str) -> bool:
        induk = data.anggaran_per_kode[kode].induk
        while induk:
            if induk in terpilih:
                return True
            induk = data.anggaran_per_kode[induk].induk if induk in data.anggaran_per_kode else ""
        return False

    return tuple(kode for kode in terpilih if not punya_leluhur(kode))


def baris_penunjang(data: DataAnggaran, kode: str) -> tuple[str, ...]:
    """Kode of the rows that name the indicator in `penunjang.mendukung`; none stands below another."""
    return tanpa_turunan(data, (p.anggaran for p in data.daftar_penunjang_per_indikator.get(kode, ())))


def bagian_indikator(data: DataAnggaran, kode: str) -> Callable[[str, Hasil], Hasil]:
    """Of a row's money, what counts for this indicator: the recorded share, else all of it."""

    def bagian(baris: str, hasil: Hasil) -> Hasil:
        porsi = data.porsi.get((baris, kode))
        if porsi is None or hasil.angka is None:
            return hasil
        return ada(rumus_porsi(hasil.angka, porsi), hasil.cara)

    return bagian


def _nama_penunjang(data: DataAnggaran, kode: str, baris: Iterable[str]) -> str:
    """Whose money is summed, with the shares that were applied: every trace of the sum begins with it."""
    porsi = [(satu, p) for satu in baris if (p := data.porsi.get((satu, kode))) is not None]
    disebut = ", ".join(f"{satu} {tulis_tepat(rumus_porsi(SERATUS, p))}%" for satu, p in porsi)
    return f"anggaran penunjang {kode}{f' (porsi {disebut})' if disebut else ''}"


def pagu_penunjang(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Pagu of the rows that serve an indicator, each with its recorded share for it. Rupiah."""
    baris = baris_penunjang(data, subjek)
    if not baris:
        return tidak_berlaku(f"tidak ada baris anggaran yang disebut mendukung {subjek}")
    return pagu_tahun_lain(data, tahun) or uang_baris(
        data,
        baris,
        lambda k: pagu_sendiri(data, k, versi or None),
        _nama_penunjang(data, subjek, baris),
        bagian_indikator(data, subjek),
    )


def uang_indikator(data: DataAnggaran, kode: str, tahun: int, triwulan: int | None) -> tuple[Hasil, Hasil, str]:
    """(pagu, realisasi, whose they are) for an indicator's efficiency.

    The rows that name it in `penunjang.mendukung`, each with the share recorded for it, else its sasaran, else its own
    budget row.
    """
    baris = baris_penunjang(data, kode)
    if baris:
        nama, bagian = _nama_penunjang(data, kode, baris), bagian_indikator(data, kode)
        pagunya = pagu_penunjang(data, kode, tahun, None, None)
        realisasinya = uang_baris(data, baris, lambda k: realisasi_sendiri(data, k, tahun, triwulan), nama, bagian)
        return pagunya, realisasinya, f"baris penunjang {', '.join(baris)}{nama.partition(kode)[2]}"
    induk = data.kinerja.renstra.indikator_per_kode[kode].induk
    if induk in data.kinerja.renstra.tujuan_per_kode and induk not in data.kinerja.renstra.sasaran_per_kode:
        tidak = kosong(f"indikator {kode} berada di bawah tujuan: tidak ada anggaran sasaran")
        return tidak, tidak, induk
    sebutan = f"{'sasaran' if induk in data.kinerja.renstra.sasaran_per_kode else 'anggaran'} {induk}"
    return (
        pagu(data, induk, tahun, None, None),
        realisasi_anggaran(data, induk, tahun, triwulan, None),
        sebutan,
    )


def _bahan(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None) -> tuple[Hasil, Hasil, Hasil, str] | None:
    """(capaian, pagu, realisasi, whose money) of an indicator or sasaran; None for any other kode."""
    if subjek in data.kinerja.renstra.indikator_per_kode:
        uang = uang_indikator(data, subjek, tahun, triwulan)
        return capaian(data.kinerja, subjek, tahun, triwulan, None), *uang
    if subjek in data.kinerja.renstra.sasaran_per_kode:
        return (
            rata_rata_sasaran(data.kinerja, subjek, tahun, triwulan, None),
            pagu(data, subjek, tahun, None, None),
            realisasi_anggaran(data, subjek, tahun, triwulan, None),
            f"sasaran {subjek}",
        )
    return None


def _dengan_metode(metode: MetodeEfisiensi, kinerja: Hasil, dari: Hasil, terpakai: Hasil) -> Hasil:
    terserap = serapan_dari(dari, terpakai)
    if metode is MetodeEfisiensi.SISA:
        return rumus_efisiensi.sisa(terserap.angka) if terserap.angka is not None else terserap
    if kinerja.angka is None:
        return kinerja
    if metode is MetodeEfisiensi.PMK:
        if dari.angka is None or terpakai.angka is None:
            return terserap
        return rumus_efisiensi.pmk(dari.angka, terpakai.angka, kinerja.angka)
    if terserap.angka is None:
        return terserap
    rumus = rumus_efisiensi.rasio if metode is MetodeEfisiensi.RASIO else rumus_efisiensi.selisih
    return rumus(kinerja.angka, terserap.angka)


def efisiensi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Efficiency of an indicator or sasaran: points (selisih, sisa), a ratio (rasio) or E (pmk). Capaian is capped."""
    metode = data.kinerja.metode.metode_efisiensi
    if metode is None:
        return kosong(_TANPA_METODE)
    bahan = _bahan(data, subjek, tahun, triwulan)
    if bahan is None:
        return kosong(f"'{subjek}' bukan kode indikator atau sasaran")
    kinerja, dari, terpakai, sebutan = bahan
    hasil = _dengan_metode(metode, kinerja, dari, terpakai)
    return hasil.dengan(cara=f"{hasil.cara} (metode {metode.value}; serapan {sebutan})") if hasil.ada else hasil


def nilai_efisiensi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """NE of the pmk method, 0 … 100; not applicable to the other methods."""
    if data.kinerja.metode.metode_efisiensi is not MetodeEfisiensi.PMK:
        return tidak_berlaku("nilai efisiensi hanya ada pada metode pmk")
    hasil = efisiensi(data, subjek, tahun, triwulan, versi)
    return hasil if hasil.angka is None else rumus_efisiensi.nilai_efisiensi(hasil.angka)


def simpulan_efisiensi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The word `efisien` or `tidak efisien` for an indicator or sasaran."""
    metode, hasil = data.kinerja.metode.metode_efisiensi, efisiensi(data, subjek, tahun, triwulan, versi)
    bahan = _bahan(data, subjek, tahun, triwulan)
    if metode is None or hasil.angka is None or bahan is None:
        return hasil
    if bahan[0].angka is None:
        return bahan[0]
    return rumus_efisiensi.simpulan_efisiensi(metode, hasil.angka, bahan[0].angka)


def serapan_penunjang(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The absorption that an indicator's efficiency uses: of its penunjang rows, else of its sasaran."""
    if subjek not in data.kinerja.renstra.indikator_per_kode:
        return kosong(f"indikator '{subjek}' tidak ada di lembar indikator")
    dari, terpakai, _ = uang_indikator(data, subjek, tahun, triwulan)
    return serapan_dari(dari, terpakai)


def rata_rata_efisiensi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Mean of the efficiency over the sasaran; a sasaran without one is left out and listed."""
    if data.kinerja.metode.metode_efisiensi is None:
        return kosong(_TANPA_METODE)
    daftar = [(s.kode, efisiensi(data, s.kode, tahun, triwulan, versi)) for s in data.kinerja.renstra.daftar_sasaran]
    nilai = [(kode, h.angka) for kode, h in daftar if h.angka is not None]
    if not nilai:
        return kosong("; ".join(f"{kode}: {h.alasan}" for kode, h in daftar) or "tidak ada sasaran")
    cara = "rata-rata efisiensi sasaran: " + "; ".join(f"{kode} {tulis_angka(n, 4)}" for kode, n in nilai)
    tanpa = [kode for kode, h in daftar if h.angka is None]
    cara += f"; tanpa nilai: {', '.join(tanpa)}" if tanpa else ""
    return ada(rata_rata([n for _, n in nilai]), cara, hasil_bagi=True)


BESARAN: Mapping[str, Besaran] = {
    "jumlah_pagu": jumlah_pagu,
    "jumlah_realisasi": jumlah_realisasi,
    "pagu": pagu,
    "realisasi_anggaran": realisasi_anggaran,
    "sisa_anggaran": sisa_anggaran,
    "serapan": serapan,
    "jumlah_belanja": jumlah_belanja,
    "realisasi_belanja": realisasi_belanja,
    "efisiensi": efisiensi,
    "nilai_efisiensi": nilai_efisiensi,
    "simpulan_efisiensi": simpulan_efisiensi,
    "serapan_penunjang": serapan_penunjang,
    "pagu_penunjang": pagu_penunjang,
    "rata_rata_efisiensi": rata_rata_efisiensi,
}
