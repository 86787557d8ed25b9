"""Figures of the board of scores: which score counts for an agency and a year, then rank, movement and means.

A score is that of the issued evaluation; where there is none, what the agency's own workbook says, marked as such.
An evaluation that is not issued has no score here, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.besaran_evaluasi import nilai_evaluasi, nilai_komponen
from kinerja.besaran_sakip import bobot_komponen, daftar_komponen_sakip, nilai_sakip
from kinerja.besaran_sakip import nilai_komponen as nilai_komponen_buku
from kinerja.data import DataKinerja
from kinerja.data_evaluasi import AsalEvaluasi, DataEvaluasi, Penilai, TahapEvaluasi, TingkatIsian
from kinerja.data_papan import (
    BarisPapan,
    DataPapan,
    EvaluasiPapan,
    InstansiPapan,
    KomponenPapan,
    NilaiPapan,
    RekapTahun,
    RekomendasiPapan,
    SumberNilai,
)
from kinerja.rumus import papan as rumus
from kinerja.rumus.evaluasi import predikat_skema
from kinerja.rumus.predikat import NAMA_PREDIKAT, huruf_predikat, kata_baku, predikat
from kinerja.rumus.sakip import BOBOT_KOMPONEN
from lkjip.dasar.hasil import Hasil, ada, kosong, tidak_berlaku
from lkjip.dasar.hitungan import banyak_desimal, persen
from lkjip.dasar.tulisan_angka import bulat, tulis_angka, tulis_tepat


def daftar_baris(data: DataPapan) -> list[BarisPapan]:
    """A row an agency, with its rank among all of them; the components come later, for the rows that are shown."""
    baris = [_baris(data, instansi) for instansi in data.daftar_instansi]
    nilai = {b.instansi.pk: n for b in baris if (n := b.kini.nilai.angka) is not None}
    tempat = rumus.peringkat(nilai)
    return [replace(b, peringkat=tempat.get(b.instansi.pk)) for b in baris]


def _baris(data: DataPapan, instansi: InstansiPapan) -> BarisPapan:
    tren = tuple(nilai_papan(data, instansi.pk, tahun) for tahun in data.daftar_tahun)
    kini, lalu = tren[-1].nilai.angka, tren[-2].nilai.angka
    evaluasi, lengkap = data.evaluasi.get((instansi.pk, data.tahun)), instansi.pemda_pk in data.lengkap
    return BarisPapan(
        instansi, None, tren, rumus.selisih(kini, lalu), rumus.gerak(kini, lalu),
        tahap=evaluasi.tahap if evaluasi and lengkap else None,
        direkam=bool(evaluasi and lengkap and evaluasi.asal is AsalEvaluasi.DIREKAM),
        rekomendasi=data.rekomendasi.get(instansi.pk, RekomendasiPapan()) if lengkap else None,
        lengkap=lengkap,
    )  # fmt: skip


def rinci(data: DataPapan, daftar: Iterable[BarisPapan]) -> list[BarisPapan]:
    """The same rows with their components; `data` has the answers of their evaluations."""
    hasil = []
    for baris in daftar:
        kini = nilai_papan(data, baris.instansi.pk, data.tahun)
        komponen = komponen_papan(data, baris.instansi.pk, data.tahun)
        hasil.append(replace(baris, tren=(*baris.tren[:-1], kini), komponen=komponen))
    return hasil


def nilai_papan(data: DataPapan, instansi: int, tahun: int) -> NilaiPapan:
    """The score that counts for this agency and year."""
    evaluasi = data.evaluasi.get((instansi, tahun))
    if evaluasi is not None and evaluasi.tahap is TahapEvaluasi.TERBIT:
        return _nilai_lhe(data, evaluasi)
    buku = data.buku.get((instansi, tahun))
    if buku is not None:
        hasil = nilai_sakip(buku, "", tahun, None, None)
        huruf = predikat(hasil.angka) if hasil.angka is not None else ""
        return NilaiPapan(tahun, hasil, huruf, SumberNilai.BUKU_KERJA)
    return NilaiPapan(tahun, kosong(f"nilai tahun {tahun} belum ada"))


def _nilai_lhe(data: DataPapan, evaluasi: EvaluasiPapan) -> NilaiPapan:
    hasil = _hasil(data, evaluasi)
    huruf = _huruf(data, evaluasi, hasil)
    sumber = SumberNilai.REKAMAN if evaluasi.asal is AsalEvaluasi.DIREKAM else SumberNilai.EVALUASI
    return NilaiPapan(evaluasi.tahun, hasil, huruf, sumber, _tertulis(evaluasi, hasil, huruf))


def _dihitung(data: DataPapan, evaluasi: EvaluasiPapan) -> bool:
    return evaluasi.tingkat is TingkatIsian.KOMPONEN or evaluasi.pk in data.jawaban


def _huruf(data: DataPapan, evaluasi: EvaluasiPapan, hasil: Hasil) -> str:
    """Of a figure that was rounded when it was issued, the letter issued with it: 90,001 is AA, though 90,00 is A."""
    if hasil.angka is None:
        return ""
    if evaluasi.predikat_lhe and not _dihitung(data, evaluasi):
        return evaluasi.predikat_lhe
    return predikat_skema(hasil.angka, data.skema[evaluasi.skema].daftar_predikat) or ""


def _hasil(data: DataPapan, evaluasi: EvaluasiPapan) -> Hasil:
    """Computed; of an evaluation whose answers were not read, the figure that this system wrote when it was issued.

    Nothing of an issued evaluation can change, so the two differ by the rounding of an LHE alone; whoever shows it
    reads the answers (`rinci`).
    """
    if _dihitung(data, evaluasi):
        return nilai_evaluasi(isi_evaluasi(data, evaluasi))
    if evaluasi.nilai_lhe is None:
        return kosong(f"nilai evaluasi tahun {evaluasi.tahun} tidak tercatat dalam LHE-nya")
    return ada(evaluasi.nilai_lhe, f"nilai LHE tahun {evaluasi.tahun} yang diterbitkan di sini")


def isi_evaluasi(data: DataPapan, evaluasi: EvaluasiPapan) -> DataEvaluasi:
    """An evaluation of the board as its figures are computed from it."""
    return DataEvaluasi(
        data.skema[evaluasi.skema], evaluasi.tahun, evaluasi.tingkat,
        {Penilai.EVALUATOR: data.jawaban.get(evaluasi.pk, {})}, data.nilai_komponen.get(evaluasi.pk, {}),
        evaluasi.nilai_lhe, evaluasi.predikat_lhe,
    )  # fmt: skip


def _tertulis(evaluasi: EvaluasiPapan, hasil: Hasil, huruf: str) -> str:
    """What the LHE states, where it is not the computed figure, rounded as the LHE rounds, or not its letter."""
    tertulis = evaluasi.nilai_lhe
    beda = (
        tertulis is not None
        and hasil.angka is not None
        and bulat(hasil.angka, banyak_desimal(tertulis)) != tertulis
    )  # fmt: skip
    tercetak = huruf_predikat(evaluasi.predikat_lhe) or evaluasi.predikat_lhe
    lain = bool(huruf and tercetak and tercetak != huruf)
    if not beda and not lain:
        return ""
    angka = tulis_angka(tertulis, max(2, banyak_desimal(tertulis))) if tertulis is not None else ""
    return " ".join(filter(None, (angka, f"({evaluasi.predikat_lhe})" if evaluasi.predikat_lhe else "")))


def komponen_papan(data: DataPapan, instansi: int, tahun: int) -> tuple[KomponenPapan, ...]:
    """The components of the score that counts."""
    evaluasi = data.evaluasi.get((instansi, tahun))
    if evaluasi is not None and evaluasi.tahap is TahapEvaluasi.TERBIT:
        isi = isi_evaluasi(data, evaluasi)
        return tuple(_komponen(k.nama, k.bobot, nilai_komponen(isi, k.nomor)) for k in isi.skema.daftar_komponen)
    buku = data.buku.get((instansi, tahun))
    return _komponen_buku(buku, tahun) if buku is not None else ()


def _komponen_buku(buku: DataKinerja, tahun: int) -> tuple[KomponenPapan, ...]:
    return tuple(
        _komponen(
            nama,
            bobot_komponen(buku, nama, tahun, None, None).angka,
            nilai_komponen_buku(buku, nama, tahun, None, None),
        )
        for nama in daftar_komponen_sakip(buku, tahun)
    )


def _komponen(nama: str, bobot: Decimal | None, nilai: Hasil) -> KomponenPapan:
    return KomponenPapan(nama, bobot, nilai, bagian_bobot(nilai, bobot))


def bagian_bobot(nilai: Hasil, bobot: Decimal | None) -> Hasil:
    """The score of a component in per cent of its weight."""
    if nilai.angka is None:
        return nilai
    if not bobot:
        return tidak_berlaku("bobot komponen ini tidak diketahui atau nol")
    cara = f"{tulis_tepat(nilai.angka)} / {tulis_tepat(bobot)} × 100"
    return ada(persen(nilai.angka, bobot), cara, hasil_bagi=True)


def rekap_per_tahun(data: DataPapan, daftar: Sequence[BarisPapan]) -> tuple[RekapTahun, ...]:
    """Mean and distribution of each year of the trend, the latest first."""
    hasil = []
    for ke, tahun in reversed(list(enumerate(data.daftar_tahun))):
        kolom = [b.tren[ke] for b in daftar]
        angka = [n.nilai.angka for n in kolom]
        bernilai = sum(n is not None for n in angka)
        huruf = rumus.sebaran(n.predikat for n in kolom)
        hasil.append(RekapTahun(tahun, len(daftar), bernilai, rumus.rata_rata_nilai(angka), huruf))
    return tuple(hasil)


def nama_komponen(data: DataPapan) -> tuple[str, ...]:
    """The components of the year's scores, each name once, in the order of their schemes.

    Of what agencies typed into their workbooks only the names that a regulation knows make a column.
    """
    nama = [
        k.nama
        for pk in sorted(
            {e.skema for e in data.evaluasi.values() if e.tahun == data.tahun and e.tahap is TahapEvaluasi.TERBIT}
        )
        for k in data.skema[pk].daftar_komponen
    ]
    ditulis = {
        kata_baku(s.komponen)
        for (_, tahun), buku in data.buku.items() if tahun == data.tahun
        for s in buku.daftar_sakip_per_tahun.get(tahun, ())
    }  # fmt: skip
    nama += [k for komponen in reversed(list(BOBOT_KOMPONEN.values())) for k in komponen if kata_baku(k) in ditulis]
    hasil: dict[str, str] = {}
    for satu in nama:
        hasil.setdefault(kata_baku(satu), satu)
    return tuple(hasil.values())


def komponen_bernama(baris: BarisPapan, nama: str) -> KomponenPapan | None:
    """The component of this name, however it is written."""
    return next((k for k in baris.komponen if kata_baku(k.nama) == kata_baku(nama)), None)


def sebutan_predikat(huruf: str) -> str:
    """The letter with its name: `BB (Sangat Baik)`."""
    return f"{huruf} ({NAMA_PREDIKAT[huruf]})"
