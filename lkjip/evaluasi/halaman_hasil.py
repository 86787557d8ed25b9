"""Whether a recorded LHE adds up, as sentences. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.besaran_evaluasi import nilai_evaluasi, predikat_cetak, predikat_evaluasi, selisih_cetak
from kinerja.data_evaluasi import DataEvaluasi
from lkjip.dasar.tulisan_angka import tulis_angka


@dataclass(frozen=True)
class Pemeriksaan:
    """`daftar_salah`: where the print contradicts itself; `sesuai`: what was compared and holds."""

    daftar_salah: tuple[str, ...] = ()
    sesuai: tuple[str, ...] = ()


def periksa_cetak(data: DataEvaluasi) -> Pemeriksaan:
    """Printed total against the sum of the components, printed letter against the printed total (or the sum)."""
    salah: list[str] = []
    sesuai: list[str] = []
    selisih, jumlah = selisih_cetak(data), nilai_evaluasi(data)
    if selisih.angka and jumlah.angka is not None and data.nilai_lhe is not None:
        salah.append(
            f"Jumlah komponen {tulis_angka(jumlah.angka, 2)}, tetapi LHE mencetak {tulis_angka(data.nilai_lhe, 2)} "
            f"(selisih {tulis_angka(selisih.angka, 2)})."
        )
    elif selisih.angka is not None:
        sesuai.append("Jumlah komponen sama dengan nilai akhir yang tercetak.")
    huruf = predikat_cetak(data) if data.nilai_lhe is not None else predikat_evaluasi(data)
    if data.predikat_lhe and huruf.ada and huruf.nilai != data.predikat_lhe:
        salah.append(f"Nilai ini berpredikat {huruf.nilai}, tetapi LHE mencetak {data.predikat_lhe}.")
    elif data.predikat_lhe and huruf.ada:
        sesuai.append(f"Predikat {data.predikat_lhe} sesuai dengan nilainya.")
    return Pemeriksaan(tuple(salah), tuple(sesuai))
