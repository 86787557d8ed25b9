"""What an LHE states against what its components make: a printed figure that is wrong becomes a finding. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.besaran_evaluasi import DESIMAL_LHE, nilai_evaluasi, nilai_komponen, predikat_evaluasi, selisih_cetak
from kinerja.data_evaluasi import DataEvaluasi
from kinerja.rumus.predikat import kata_baku
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.pemeriksaan.aturan.dasar import galat
from lkjip.pemeriksaan.data import Temuan

_SARAN = "Cocokkan dengan LHE yang asli. Bila LHE memang mencetaknya begitu, mintakan ralat kepada penerbitnya."


def periksa_rekaman(data: DataEvaluasi) -> tuple[Temuan, ...]:
    """SAK-01, SAK-02 and SAK-05 on one evaluation; nothing where the LHE states nothing or a component is missing."""
    return (*_komponen(data), *_nilai(data), *_predikat(data))


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
    """SAK-05: the letter is that of the sum. An LHE may write the letter, its name, or both."""
    nilai, hasil = nilai_evaluasi(data), predikat_evaluasi(data)
    if not data.predikat_lhe.strip() or nilai.angka is None or hasil.kata is None:
        return
    nama = next((p.nama for p in data.skema.daftar_predikat if p.huruf == hasil.kata), "")
    if kata_baku(data.predikat_lhe) in {kata_baku(hasil.kata), kata_baku(nama), kata_baku(f"{hasil.kata} ({nama})")}:
        return
    sebutan = f"{hasil.kata} ({nama})" if nama else hasil.kata
    yield galat(
        "SAK-05",
        f"LHE tahun {data.tahun} menyatakan predikat {data.predikat_lhe.strip()}, "
        f"padahal nilai {tulis_angka(nilai.angka, DESIMAL_LHE)} berpredikat {sebutan}.",
        butir=str(data.tahun), nilai=data.predikat_lhe.strip(), seharusnya=hasil.kata, cara=hasil.cara, saran=_SARAN,
    )  # fmt: skip
