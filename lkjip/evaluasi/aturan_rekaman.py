"""What an LHE states against what its components make: a printed figure that is wrong becomes a finding. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kinerja.besaran_evaluasi import (
    DESIMAL_LHE,
    nilai_evaluasi,
    nilai_komponen,
    predikat_cetak,
    predikat_evaluasi,
    selisih_cetak,
)
from kinerja.besaran_papan import isi_evaluasi
from kinerja.data_evaluasi import DataEvaluasi
from kinerja.data_papan import BarisPapan, DataPapan
from kinerja.rumus.predikat import kata_baku
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.pemeriksaan.aturan.dasar import galat
from lkjip.pemeriksaan.data import Temuan

_SARAN = "Cocokkan dengan LHE yang asli. Bila LHE memang mencetaknya begitu, mintakan ralat kepada penerbitnya."


@dataclass(frozen=True)
class Pemeriksaan:
    """A recorded LHE as its form shows it. `sesuai`: what was compared and holds."""

    daftar_temuan: tuple[Temuan, ...] = ()
    sesuai: tuple[str, ...] = ()


def periksa_rekaman(data: DataEvaluasi) -> tuple[Temuan, ...]:
    """SAK-01, SAK-02 and SAK-05 on one evaluation; nothing where the LHE states nothing to compare."""
    return (*_komponen(data), *_nilai(data), *_predikat(data))


def pemeriksaan_rekaman(data: DataEvaluasi) -> Pemeriksaan:
    temuan = periksa_rekaman(data)
    salah = {t.aturan for t in temuan}
    sesuai: list[str] = []
    if selisih_cetak(data).ada and "SAK-01" not in salah:
        sesuai.append("Jumlah komponen sama dengan nilai akhir yang tercetak.")
    berpredikat = predikat_evaluasi(data).ada or predikat_cetak(data).ada
    if data.predikat_lhe and berpredikat and "SAK-05" not in salah:
        sesuai.append(f"Predikat {data.predikat_lhe} sesuai dengan nilainya.")
    return Pemeriksaan(temuan, tuple(sesuai))


def temuan_papan(data: DataPapan, daftar: Iterable[BarisPapan]) -> Mapping[int, tuple[Temuan, ...]]:
    """Per agency, what a recorded LHE of the board's year states wrongly; only where the reader may know all."""
    direkam = {b.instansi.pk: data.evaluasi[b.instansi.pk, data.tahun] for b in daftar if b.direkam}
    return {pk: periksa_rekaman(isi_evaluasi(data, satu)) for pk, satu in direkam.items()}


def _komponen(data: DataEvaluasi) -> Iterator[Temuan]:
    """SAK-02: no component above its weight. Our own forms refuse it; a restored or imported row may still say so."""
    for komponen in data.skema.daftar_komponen:
        nilai = nilai_komponen(data, komponen.nomor).angka
        if nilai is not None and not 0 <= nilai <= komponen.bobot:
            yield galat(
                "SAK-02",
                f"Nilai komponen {komponen.nama} {data.tahun} tercatat {tulis_angka(nilai, DESIMAL_LHE)}, "
                f"padahal bobotnya {tulis_angka(komponen.bobot)}.",
                subjek=komponen.nama, butir=str(data.tahun), nilai=nilai,
                seharusnya=f"0 sampai {tulis_angka(komponen.bobot)}", saran=_SARAN,
            )  # fmt: skip


def _nilai(data: DataEvaluasi) -> Iterator[Temuan]:
    """SAK-01: the total is the sum of the components, as far as the decimals of an LHE go."""
    hasil = nilai_evaluasi(data)
    if data.nilai_lhe is None or hasil.angka is None or not selisih_cetak(data).angka:
        return
    yield galat(
        "SAK-01",
        f"LHE tahun {data.tahun} menyatakan nilai {tulis_angka(data.nilai_lhe, DESIMAL_LHE)}, "
        f"padahal komponennya berjumlah {tulis_angka(hasil.angka, DESIMAL_LHE)}.",
        butir=str(data.tahun), nilai=data.nilai_lhe, seharusnya=hasil.angka, cara=hasil.cara, saran=_SARAN,
    )  # fmt: skip


def _predikat(data: DataEvaluasi) -> Iterator[Temuan]:
    """SAK-05: the letter is that of the sum, or of the printed total where the sum is not known.

    An LHE may write the letter, its name, or both.
    """
    jumlah = nilai_evaluasi(data).angka
    nilai, hasil = (jumlah, predikat_evaluasi(data)) if jumlah is not None else (data.nilai_lhe, predikat_cetak(data))
    if not data.predikat_lhe.strip() or nilai is None or hasil.kata is None:
        return
    nama = next((p.nama for p in data.skema.daftar_predikat if p.huruf == hasil.kata), "")
    if kata_baku(data.predikat_lhe) in {kata_baku(hasil.kata), kata_baku(nama), kata_baku(f"{hasil.kata} ({nama})")}:
        return
    sebutan = f"{hasil.kata} ({nama})" if nama else hasil.kata
    yield galat(
        "SAK-05",
        f"LHE tahun {data.tahun} menyatakan predikat {data.predikat_lhe.strip()}, "
        f"padahal nilai {tulis_angka(nilai, DESIMAL_LHE)} berpredikat {sebutan}.",
        butir=str(data.tahun), nilai=data.predikat_lhe.strip(), seharusnya=hasil.kata, cara=hasil.cara, saran=_SARAN,
    )  # fmt: skip
