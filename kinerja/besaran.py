"""The named figures of measurement: choose target, realisasi and scale, then a formula (pengukuran.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import wraps

from kinerja.data import DataKinerja, RumusNegatif
from kinerja.pilihan import (
    Besaran,
    RealisasiTerpilih,
    angka_pembanding,
    pilih_realisasi,
    pilih_target_periode,
)
from kinerja.rumus import akumulasi as rumus_akumulasi
from kinerja.rumus import capaian as rumus_capaian
from kinerja.rumus.predikat import predikat
from lkjip.dasar.hasil import Hasil, Keadaan, ada, kosong
from lkjip.dasar.hitungan import rata_rata, rata_rata_berbobot
from lkjip.dasar.tulisan_angka import tulis_angka, tulis_tepat
from renstra.besaran import TargetTerpilih, pilih_target
from renstra.data import Indikator, JenisIndikator, VersiTarget

_DESIMAL_BAWAAN = 2
_MAKS_SEBUTAN = 20


_RumusIndikator = Callable[[DataKinerja, Indikator, int, int | None, str | None], Hasil]


def _untuk_indikator(fungsi: _RumusIndikator) -> Besaran:
    """A figure of an indicator, asked for by its kode; an unknown kode has no figure and says so."""

    @wraps(fungsi)
    def besaran(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
        indikator = data.renstra.indikator_per_kode.get(subjek)
        if indikator is None:
            return kosong(f"indikator '{subjek}' tidak ada di lembar indikator")
        return fungsi(data, indikator, tahun, triwulan, versi)

    return besaran


def desimal_metode(data: DataKinerja) -> int:
    """Decimals of a shown figure (`pengaturan.desimal`; two where it is empty)."""
    return _DESIMAL_BAWAAN if data.metode.desimal is None else data.metode.desimal


def _bandingkan(
    data: DataKinerja, indikator: Indikator, target: TargetTerpilih, realisasi: RealisasiTerpilih, batas: Decimal | None
) -> Hasil:
    """Capaian of what was chosen: by numbers where both are known, else by the letters of a predikat indicator."""
    if target.angka is not None and realisasi.hasil.angka is not None:
        hasil = _dengan_angka(data, indikator, target.angka, realisasi.hasil.angka, batas)
    elif indikator.jenis is JenisIndikator.PREDIKAT and target.predikat and realisasi.predikat:
        hasil = rumus_capaian.capaian_predikat(target.predikat, realisasi.predikat, batas=batas)
        realisasi = RealisasiTerpilih(ada(realisasi.predikat, "predikat realisasi"), realisasi.predikat)
    elif target.angka is None and realisasi.hasil.ada:
        alasan = f"target {indikator.kode} hanya berupa predikat {target.predikat}, realisasinya angka"
        hasil = kosong(f"{alasan}: isi angka targetnya atau predikat realisasinya")
    elif realisasi.predikat and not realisasi.hasil.ada:
        alasan = f"realisasi {indikator.kode} hanya berupa predikat {realisasi.predikat}, targetnya angka"
        hasil = kosong(f"{alasan}: isi angka realisasinya atau predikat targetnya")
    else:
        return realisasi.hasil
    rincian = "; ".join(c for c in (hasil.cara, f"target: {target.dokumen}", realisasi.hasil.cara) if c)
    return hasil.dengan(cara=rincian)


def _dengan_angka(
    data: DataKinerja, indikator: Indikator, target: Decimal, realisasi: Decimal, batas: Decimal | None
) -> Hasil:
    metode = data.metode
    if metode.rumus_negatif is RumusNegatif.KEBALIKAN and realisasi == 0 and batas is None:
        batas = metode.batas_capaian  # pengukuran.md: with R = 0 the cap is the value, capped figure or not
    return rumus_capaian.capaian(
        target, realisasi, arah=indikator.arah, rumus_negatif=metode.rumus_negatif, batas=batas
    )


def _capaian(data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, batas: Decimal | None) -> Hasil:
    target = pilih_target_periode(data, indikator.kode, tahun, triwulan)
    if target is None:
        return kosong(f"target {indikator.kode} tahun {tahun} belum diisi (perjanjian, target_tahunan)")
    return _bandingkan(data, indikator, target, pilih_realisasi(data, indikator, tahun, triwulan), batas)


@_untuk_indikator
def capaian(data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Capaian of an indicator in percent, capped; of the quarter where one is named."""
    return _capaian(data, indikator, tahun, triwulan, data.metode.batas_capaian)


@_untuk_indikator
def capaian_tanpa_batas(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """Capaian before `batas_capaian`."""
    return _capaian(data, indikator, tahun, triwulan, None)


@_untuk_indikator
def realisasi(data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Realisasi of an indicator, in its own unit: of the quarter where one is named, else of the year."""
    return pilih_realisasi(data, indikator, tahun, triwulan).hasil


@_untuk_indikator
def predikat_realisasi(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """The letter of the realisasi; for a predikat indicator of which only the number is known, the number's letter."""
    terpilih = pilih_realisasi(data, indikator, tahun, triwulan)
    if terpilih.predikat:
        return ada(terpilih.predikat, "predikat realisasi sebagaimana diisi")
    return _predikat_dari_angka(indikator, terpilih.hasil)


@_untuk_indikator
def predikat_target(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """The letter of the target in force (or of the document `versi`), as `predikat_realisasi`."""
    target = pilih_target_periode(data, indikator.kode, tahun, triwulan, versi)
    if target is None:
        return kosong(f"target {indikator.kode} tahun {tahun} belum diisi")
    if target.predikat:
        return ada(target.predikat, f"predikat target: {target.dokumen}")
    angka = ada(target.angka, f"target: {target.dokumen}") if target.angka is not None else kosong("target kosong")
    return _predikat_dari_angka(indikator, angka)


def _predikat_dari_angka(indikator: Indikator, hasil: Hasil) -> Hasil:
    if hasil.angka is None:
        return hasil
    if indikator.jenis is not JenisIndikator.PREDIKAT:
        return kosong(f"predikat {indikator.kode} belum diisi")
    return ada(predikat(hasil.angka), f"predikat SAKIP dari {tulis_tepat(hasil.angka)}")


@_untuk_indikator
def selisih_target(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """The target in force of the year (or quarter), or of the document `versi`; a printed target must equal it."""
    target = pilih_target_periode(data, indikator.kode, tahun, triwulan, versi)
    if target is None:
        dokumen = {VersiTarget.RENSTRA.value: "Renstra"}.get(versi or "", f"Perjanjian Kinerja {versi}")
        return kosong(f"target {indikator.kode} tahun {tahun}{f' menurut {dokumen}' if versi else ''} belum diisi")
    return ada(target.angka if target.angka is not None else target.predikat, f"target: {target.dokumen}")


@_untuk_indikator
def kemajuan_renstra(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """Realisasi against the Renstra's last-year target, in percent, by the indicator's direction; not capped."""
    akhir = data.renstra.periode.renstra_akhir
    if akhir is None:
        return kosong("renstra_akhir belum diisi di lembar pengaturan")
    target = pilih_target(data.renstra, indikator.kode, akhir, VersiTarget.RENSTRA)
    if target is None:
        return kosong(f"target {indikator.kode} tahun akhir Renstra ({akhir}) belum diisi di lembar target_tahunan")
    return _bandingkan(data, indikator, target, pilih_realisasi(data, indikator, tahun, triwulan), None)


def _tanpa_pembanding(indikator: Indikator) -> Hasil:
    return kosong(f"angka nasional untuk {indikator.kode} belum diisi di lembar pembanding")


@_untuk_indikator
def nilai_pembanding(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """The national figure that the indicator is compared with: a number, or a predikat."""
    pembanding = angka_pembanding(data, indikator.kode, tahun)
    if pembanding is None:
        return _tanpa_pembanding(indikator)
    return ada(pembanding.angka if pembanding.angka is not None else pembanding.predikat, pembanding.dokumen)


@_untuk_indikator
def capaian_nasional(
    data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None
) -> Hasil:
    """Realisasi against the national figure, in percent, by the indicator's direction; not capped."""
    pembanding = angka_pembanding(data, indikator.kode, tahun)
    if pembanding is None:
        return _tanpa_pembanding(indikator)
    return _bandingkan(data, indikator, pembanding, pilih_realisasi(data, indikator, tahun, triwulan), None)


@_untuk_indikator
def pertumbuhan(data: DataKinerja, indikator: Indikator, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """(realisasi of this year − of the year before) / of the year before × 100, or of the same quarter of both."""
    ini = pilih_realisasi(data, indikator, tahun, triwulan).hasil
    lalu = pilih_realisasi(data, indikator, tahun - 1, triwulan).hasil
    if ini.angka is None or lalu.angka is None:
        return ini if ini.angka is None else lalu
    return rumus_akumulasi.pertumbuhan(ini.angka, lalu.angka)


def _tanpa_nilai(daftar: Sequence[tuple[Indikator, Hasil]], sebutan: str) -> Hasil:
    """Why a mean has nothing to average: not yet due where all its parts are, else missing."""
    if not daftar:
        return kosong(f"tidak ada indikator untuk {sebutan}")
    alasan = "; ".join(f"{i.kode}: {h.alasan}" for i, h in daftar)
    keadaan = {h.keadaan for _, h in daftar}
    return Hasil(None, keadaan.pop() if len(keadaan) == 1 else Keadaan.KOSONG, alasan=f"{sebutan}: {alasan}")


def _rerata(daftar: Sequence[tuple[Indikator, Hasil]], sebutan: str, *, berbobot: bool) -> Hasil:
    """Mean over those indicators that have a figure; the others are left out and listed."""
    bernilai = [(i, h.angka) for i, h in daftar if h.angka is not None]
    if not bernilai:
        return _tanpa_nilai(daftar, sebutan)
    bobot = [(nilai, i.bobot) for i, nilai in bernilai if i.bobot is not None]
    if berbobot and all(i.bobot is not None for i, _ in daftar) and sum(b for _, b in bobot) != 0:
        nilai, nama = rata_rata_berbobot(bobot), "rata-rata berbobot"
    else:
        nilai, nama = rata_rata([nilai for _, nilai in bernilai]), "rata-rata"
    disebut = [f"{i.kode} {tulis_angka(n, 4)}" for i, n in bernilai[:_MAKS_SEBUTAN]]
    lainnya = f"; dan {len(bernilai) - _MAKS_SEBUTAN} lainnya" if len(bernilai) > _MAKS_SEBUTAN else ""
    cara = f"{nama} {sebutan} ({len(bernilai)}): {'; '.join(disebut)}{lainnya}"
    tanpa = [i.kode for i, h in daftar if h.angka is None]
    return ada(nilai, cara + (f"; tanpa nilai: {', '.join(tanpa)}" if tanpa else ""), hasil_bagi=True)


def _per_indikator(
    data: DataKinerja, daftar: Iterable[Indikator], fungsi: Besaran, tahun: int, triwulan: int | None
) -> list[tuple[Indikator, Hasil]]:
    return [(i, fungsi(data, i.kode, tahun, triwulan, None)) for i in daftar]


def rata_rata_sasaran(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Mean of the capped capaian of a sasaran's indicators, weighted where all have a bobot."""
    if subjek not in data.renstra.sasaran_per_kode:
        return kosong(f"sasaran '{subjek}' tidak ada di lembar sasaran")
    daftar = _per_indikator(data, data.renstra.daftar_indikator_sasaran(subjek), capaian, tahun, triwulan)
    return _rerata(daftar, f"capaian indikator {subjek}", berbobot=True)


def rata_rata_total(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Mean over the indicators of all sasaran, not the mean of means; those of a tujuan or budget row stay out."""
    daftar = _per_indikator(data, data.renstra.daftar_indikator_semua_sasaran, capaian, tahun, triwulan)
    return _rerata(daftar, "capaian seluruh indikator sasaran", berbobot=False)


def rata_rata_kemajuan(data: DataKinerja, subjek: str, tahun: int, triwulan: int | None, versi: str | None) -> Hasil:
    """Mean of the `kemajuan_renstra` of a sasaran's indicators ('' : of all sasaran)."""
    if subjek and subjek not in data.renstra.sasaran_per_kode:
        return kosong(f"sasaran '{subjek}' tidak ada di lembar sasaran")
    semua = data.renstra.daftar_indikator_semua_sasaran
    indikator = data.renstra.daftar_indikator_sasaran(subjek) if subjek else semua
    daftar = _per_indikator(data, indikator, kemajuan_renstra, tahun, triwulan)
    return _rerata(daftar, "kemajuan terhadap target akhir Renstra", berbobot=False)


BESARAN_UKUR: Mapping[str, Besaran] = {
    "capaian": capaian,
    "capaian_tanpa_batas": capaian_tanpa_batas,
    "realisasi": realisasi,
    "predikat_realisasi": predikat_realisasi,
    "predikat_target": predikat_target,
    "selisih_target": selisih_target,
    "kemajuan_renstra": kemajuan_renstra,
    "nilai_pembanding": nilai_pembanding,
    "capaian_nasional": capaian_nasional,
    "pertumbuhan": pertumbuhan,
    "rata_rata_sasaran": rata_rata_sasaran,
    "rata_rata_total": rata_rata_total,
    "rata_rata_kemajuan": rata_rata_kemajuan,
}
