"""The named figures of money: which rows, which pagu, which quarter, then a formula (pengukuran.md, "Money")."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from anggaran.data import Anggaran, Belanja, DataAnggaran, diingat
from anggaran.rumus.serapan import serapan as rumus_serapan
from kinerja.pilihan import akhir_periode, tidak_ada
from lkjip.dasar.hasil import Hasil, Keadaan, ada, kosong, tidak_berlaku
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_uang
from renstra.data import Versi

Besaran = Callable[[DataAnggaran, str, int, int | None, str | None], Hasil]
_Ambil = Callable[[str], Hasil]

_MAKS_SEBUTAN = 20


class JenisSubjek(StrEnum):
    TOTAL = "total"
    ANGGARAN = "anggaran"
    SASARAN = "sasaran"
    BELANJA = "belanja"
    TIDAK_DIKENAL = "tidak_dikenal"


def _tahun_belanja(data: DataAnggaran, kode: str, tahun: int) -> int | None:
    """The `tahun` under which a belanja row stands: its own, or empty for the report's year."""
    if (kode, tahun) not in data.belanja_per_kode and tahun == data.kinerja.renstra.periode.tahun:
        return None
    return tahun


def jenis_subjek(data: DataAnggaran, subjek: str, tahun: int) -> JenisSubjek:
    """What a kode names: a row of anggaran, a sasaran or a row of belanja, in this order; empty: the total."""
    if not subjek:
        return JenisSubjek.TOTAL
    if subjek in data.anggaran_per_kode:
        return JenisSubjek.ANGGARAN
    if subjek in data.kinerja.renstra.sasaran_per_kode:
        return JenisSubjek.SASARAN
    if (subjek, _tahun_belanja(data, subjek, tahun)) in data.belanja_per_kode:
        return JenisSubjek.BELANJA
    return JenisSubjek.TIDAK_DIKENAL


def _tidak_dikenal(data: DataAnggaran, subjek: str, tahun: int) -> Hasil:
    if any(kode == subjek for kode, _ in data.belanja_per_kode):
        return kosong(f"belanja {subjek} tahun {tahun} belum diisi di lembar belanja")
    return kosong(f"'{subjek}' bukan kode anggaran, sasaran, atau belanja")


def _jumlahkan(daftar: Iterable[tuple[str, Hasil]], sebutan: str) -> Hasil:
    """Sum of (kode, figure).

    A missing part makes the sum missing: it never counts as 0. A part that does not apply (a row that the budget of
    that version does not have) is left out and named.
    """
    bagian = list(daftar)
    if not bagian:
        return kosong(f"tidak ada baris yang terhitung: {sebutan}")
    kurang = [h for _, h in bagian if h.angka is None and h.keadaan is not Keadaan.TIDAK_BERLAKU]
    if kurang:
        return kurang[0].dengan(alasan="; ".join(h.alasan for h in kurang[:_MAKS_SEBUTAN]))
    nilai = [(kode, h.angka) for kode, h in bagian if h.angka is not None]
    if not nilai:
        return bagian[0][1]
    disebut = " + ".join(f"{k} {tulis_uang(n)}" for k, n in nilai[:_MAKS_SEBUTAN])
    lainnya = f" + {len(nilai) - _MAKS_SEBUTAN} baris lain" if len(nilai) > _MAKS_SEBUTAN else ""
    tanpa = ", ".join(kode for kode, h in bagian if h.angka is None)
    return ada(jumlah(n for _, n in nilai), f"{sebutan}: {disebut}{lainnya}{f'; tanpa {tanpa}' if tanpa else ''}")


def pagu_sendiri(data: DataAnggaran, kode: str, versi: str | None) -> Hasil:
    """A row's own pagu: of the version asked for, else perubahan where present, else murni.

    A revised budget takes over what it does not change, so a row without pagu perubahan keeps its murni in it. A row
    that has only a pagu perubahan was not yet in the murni budget, if that budget is known at all.
    """
    baris = data.anggaran_per_kode[kode]
    murni, perubahan = baris.pagu_murni, baris.pagu_perubahan
    if versi == Versi.MURNI:
        if murni is None and perubahan is not None and Versi.MURNI in data.versi_pagu_terisi:
            return tidak_berlaku(f"{kode} belum ada dalam anggaran murni")
        return (
            kosong(f"pagu murni {kode} belum diisi di lembar anggaran") if murni is None else ada(murni, "pagu murni")
        )
    if perubahan is not None:
        return ada(perubahan, f"pagu perubahan {kode}")
    if murni is None or (versi == Versi.PERUBAHAN and Versi.PERUBAHAN not in data.versi_pagu_terisi):
        return kosong(f"pagu{' perubahan' if versi else ''} {kode} belum diisi di lembar anggaran")
    return ada(murni, f"pagu murni {kode}" + (", tidak diubah" if versi else ""))


def realisasi_sendiri(data: DataAnggaran, kode: str, tahun: int, triwulan: int | None) -> Hasil:
    """Cumulative realisasi of a row: at the quarter named, else at the last quarter of the year that has one."""
    for t in (triwulan,) if triwulan else (4, 3, 2, 1):
        baris = data.realisasi_per_triwulan.get((kode, tahun, t))
        if baris is not None and baris.realisasi is not None:
            return ada(baris.realisasi, f"realisasi {kode} s.d. {nama_triwulan(t)} {tahun}")
    periode = f"s.d. {nama_triwulan(triwulan)} {tahun}" if triwulan else f"tahun {tahun}"
    alasan = f"realisasi {kode} {periode} belum diisi di lembar realisasi_anggaran"
    return tidak_ada(data.kinerja, alasan, akhir_periode(tahun, triwulan))


def _tercetak(data: DataAnggaran, kode: str, sendiri: _Ambil) -> Hasil:
    """What a row prints: its own figure, else the sum of its children."""
    hasil = sendiri(kode)
    anak = data.daftar_anak.get(kode, ())
    if hasil.ada or not anak:
        return hasil
    return _jumlahkan(((a.kode, _tercetak(data, a.kode, sendiri)) for a in anak), f"jumlah anak {kode}")


def _jumlah_anak(data: DataAnggaran, kode: str, sendiri: _Ambil) -> Hasil:
    """Sum of the children's printed figures; a leaf: its own figure."""
    anak = data.daftar_anak.get(kode, ())
    if not anak:
        return sendiri(kode)
    return _jumlahkan(((a.kode, _tercetak(data, a.kode, sendiri)) for a in anak), f"jumlah anak {kode}")


def daftar_baris_sasaran(data: DataAnggaran, kode_sasaran: str) -> tuple[str, ...]:
    """Kode of the topmost rows whose money serves the sasaran.

    A linked row covers its descendants. A descendant linked to another sasaran is left out: then the row's other
    children stand for it, so that nothing counts twice.
    """
    hasil: list[str] = []

    def telusuri(baris: Anggaran, warisan: str) -> None:
        tautan = baris.sasaran or warisan
        anak = data.daftar_anak.get(baris.kode, ())
        if tautan == kode_sasaran and not _ada_tautan_lain(data, baris.kode, kode_sasaran):
            hasil.append(baris.kode)
            return
        for a in anak:
            telusuri(a, tautan)

    for baris in data.daftar_anak.get("", ()):
        telusuri(baris, "")
    return tuple(hasil)


def _ada_tautan_lain(data: DataAnggaran, kode: str, kode_sasaran: str) -> bool:
    return any(
        (a.sasaran and a.sasaran != kode_sasaran) or _ada_tautan_lain(data, a.kode, kode_sasaran)
        for a in data.daftar_anak.get(kode, ())
    )


def uang_baris(
    data: DataAnggaran,
    daftar_kode: Iterable[str],
    sendiri: _Ambil,
    sebutan: str,
    bagian: Callable[[str, Hasil], Hasil] = lambda kode, hasil: hasil,
) -> Hasil:
    """Sum of the printed figures of given rows; `bagian` may take only a part of a row's figure."""
    return _jumlahkan(((kode, bagian(kode, _tercetak(data, kode, sendiri))) for kode in daftar_kode), sebutan)


def hitung_uang(
    data: DataAnggaran, subjek: str, tahun: int, sendiri: _Ambil, belanja: Callable[[Belanja], Hasil], *, anak: bool
) -> Hasil:
    """A money figure of any kind of subject; `anak`: the sum of the children instead of the row's own figure."""
    jenis = jenis_subjek(data, subjek, tahun)
    if jenis is JenisSubjek.ANGGARAN:
        return (_jumlah_anak if anak else _tercetak)(data, subjek, sendiri)
    if jenis is JenisSubjek.SASARAN:
        return uang_baris(data, daftar_baris_sasaran(data, subjek), sendiri, f"anggaran sasaran {subjek}")
    if jenis is JenisSubjek.TOTAL:
        return uang_baris(data, [a.kode for a in data.daftar_anak.get("", ())], sendiri, "jumlah seluruh anggaran")
    if jenis is JenisSubjek.BELANJA:
        return _uang_belanja(data, subjek, _tahun_belanja(data, subjek, tahun), belanja, anak=anak)
    return _tidak_dikenal(data, subjek, tahun)


def _uang_belanja(
    data: DataAnggaran, kode: str, tahun: int | None, ambil: Callable[[Belanja], Hasil], *, anak: bool
) -> Hasil:
    sendiri = ambil(data.belanja_per_kode[kode, tahun])
    daftar = data.daftar_anak_belanja.get((kode, tahun), ())
    if not daftar or (sendiri.ada and not anak):
        return sendiri
    return _jumlahkan(
        ((b.kode, _uang_belanja(data, b.kode, tahun, ambil, anak=False)) for b in daftar), f"jumlah anak {kode}"
    )


def _pagu_belanja(versi: str | None) -> Callable[[Belanja], Hasil]:
    def ambil(baris: Belanja) -> Hasil:
        pakai_murni = versi == Versi.MURNI or baris.pagu is None
        nilai, nama = (baris.pagu_murni, "pagu murni") if pakai_murni else (baris.pagu, "pagu")
        if nilai is None:
            return kosong(f"{nama} belanja {baris.kode} belum diisi di lembar belanja")
        return ada(nilai, f"{nama} belanja {baris.kode}")

    return ambil


def _realisasi_belanja(baris: Belanja) -> Hasil:
    if baris.realisasi is None:
        return kosong(f"realisasi belanja {baris.kode} belum diisi di lembar belanja")
    return ada(baris.realisasi, f"realisasi belanja {baris.kode}")


def jumlah_belanja(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Sum of the top rows of the sheet belanja, of the pagu in force or of the version asked for. Rupiah."""
    return _total_belanja(data, tahun, _pagu_belanja(versi or None))


def realisasi_belanja(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """As `jumlah_belanja`, of the year's realisasi. Rupiah."""
    return _total_belanja(data, tahun, _realisasi_belanja)


def _total_belanja(data: DataAnggaran, tahun: int, ambil: Callable[[Belanja], Hasil]) -> Hasil:
    lembar = (tahun, None) if tahun == data.kinerja.renstra.periode.tahun else (tahun,)
    puncak = [b for t in lembar for b in data.daftar_anak_belanja.get(("", t), ())]
    return _jumlahkan(
        ((b.kode, _uang_belanja(data, b.kode, b.tahun, ambil, anak=False)) for b in puncak), "jumlah seluruh belanja"
    )


def pagu_tahun_lain(data: DataAnggaran, tahun: int) -> Hasil | None:
    """Why there is no pagu of another year than the workbook's; None for its own."""
    tahun_laporan = data.kinerja.renstra.periode.tahun
    if tahun == tahun_laporan:
        return None
    return kosong(f"anggaran tahun {tahun} tidak ada: buku kerja ini memuat anggaran tahun {tahun_laporan}")


@diingat
def _pagu(data: DataAnggaran, subjek: str, tahun: int, versi: str | None, *, anak: bool) -> Hasil:
    jenis = jenis_subjek(data, subjek, tahun)
    if jenis is JenisSubjek.TIDAK_DIKENAL:
        return _tidak_dikenal(data, subjek, tahun)
    tahun_lain = None if jenis is JenisSubjek.BELANJA else pagu_tahun_lain(data, tahun)
    if tahun_lain is not None:
        return tahun_lain
    versi = versi or None
    return hitung_uang(
        data, subjek, tahun, lambda kode: pagu_sendiri(data, kode, versi), _pagu_belanja(versi), anak=anak
    )


@diingat
def _realisasi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, *, anak: bool) -> Hasil:
    return hitung_uang(
        data, subjek, tahun, lambda k: realisasi_sendiri(data, k, tahun, triwulan), _realisasi_belanja, anak=anak
    )


def jumlah_pagu(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Sum of the children's pagu (a leaf: its own); of a sasaran's rows; of the top rows. Rupiah."""
    return _pagu(data, subjek, tahun, versi, anak=True)


def jumlah_realisasi(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """As `jumlah_pagu`, of the cumulative realisasi. Rupiah."""
    return _realisasi(data, subjek, tahun, triwulan, anak=True)


def pagu(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The pagu that is printed: a row's own figure, else the sum of its children. Rupiah."""
    return _pagu(data, subjek, tahun, versi, anak=False)


def realisasi_anggaran(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """The realisasi that is printed: a row's own figure, else the sum of its children. Rupiah, cumulative."""
    return _realisasi(data, subjek, tahun, triwulan, anak=False)


def sisa_anggaran(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """pagu − realisasi. Rupiah."""
    ambil = pagu(data, subjek, tahun, None, versi), realisasi_anggaran(data, subjek, tahun, triwulan, None)
    if ambil[0].angka is None or ambil[1].angka is None:
        return ambil[0] if ambil[0].angka is None else ambil[1]
    cara = f"{tulis_uang(ambil[0].angka)} − {tulis_uang(ambil[1].angka)}"
    return ada(jumlah((ambil[0].angka, -ambil[1].angka)), cara)


def serapan(data: DataAnggaran, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """realisasi / pagu × 100 of a row's printed figures, of a sasaran, of a belanja row, or of everything."""
    dari, terpakai = pagu(data, subjek, tahun, None, versi), realisasi_anggaran(data, subjek, tahun, triwulan, None)
    return serapan_dari(dari, terpakai)


def serapan_dari(dari: Hasil, terpakai: Hasil) -> Hasil:
    """Absorption of a pagu and a realisasi, with the reason of the one that is missing."""
    if dari.angka is None or terpakai.angka is None:
        return dari if dari.angka is None else terpakai
    hasil = rumus_serapan(dari.angka, terpakai.angka)
    return hasil.dengan(cara=f"{hasil.cara}; realisasi: {terpakai.cara}; pagu: {dari.cara}") if hasil.ada else hasil
