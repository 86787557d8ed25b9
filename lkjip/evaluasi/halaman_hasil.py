"""Whether a recorded LHE adds up, as its form says it: what is wrong, and what was compared and holds. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.besaran_evaluasi import predikat_cetak, predikat_evaluasi, selisih_cetak
from kinerja.data_evaluasi import DataEvaluasi
from lkjip.evaluasi.aturan_rekaman import periksa_rekaman
from lkjip.pemeriksaan.data import Temuan


@dataclass(frozen=True)
class Pemeriksaan:
    """`sesuai`: what was compared and holds."""

    daftar_temuan: tuple[Temuan, ...] = ()
    sesuai: tuple[str, ...] = ()


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
