"""Causes of wrong figures as found in published reports: each is named as a reviewer would name it."""

from __future__ import annotations

from anggaran.data import Belanja
from kinerja.data import MetodeEfisiensi, MetodePengukuran, Sakip
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data import Klaim
from lkjip.pemeriksaan.klaim_sebab import uji_petik
from renstra.data import Indikator
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, setahun, target, uang

KOMPONEN = (("Perencanaan", "26.97"), ("Pengukuran", "16.93"), ("Pelaporan", "10.10"), ("Evaluasi", "17.50"))


def _data() -> DataInstansi:
    renstra = buat_renstra(
        Indikator("I1", "S1"),
        Indikator("I2", "S1"),
        daftar_target_tahunan=(target("I1", "71.51"), target("I1", "75", 2026), target("I2", "70")),
    )
    kinerja = buat_kinerja(
        renstra,
        metode=MetodePengukuran(metode_efisiensi=MetodeEfisiensi.RASIO),
        daftar_realisasi_tahunan=(setahun("I1", "71.51"), setahun("I2", "70.806")),
        daftar_sakip=tuple(Sakip(2024, k, D(30), D(n)) for k, n in KOMPONEN),
    )
    belanja = (
        Belanja("5", "", "Belanja", 2024, pagu=D(24914147619)),
        Belanja("5.1", "5", "Operasi", 2024, pagu=D(22644434619)),
        Belanja("5.2", "5", "Modal", 2024, pagu=D(2198333000)),
    )
    return buat_data(
        kinerja, daftar_anggaran=(baris("1", "", 1000, "S1"),), daftar_realisasi_anggaran=(uang("1", 850),),
        daftar_belanja=belanja,
    )  # fmt: skip


def _sebab(*daftar: Klaim) -> str:
    return "; ".join(s.kalimat for s in uji_petik(_data(), daftar)[0].daftar_sebab)


def _k(besaran: str, subjek: str, nilai: str, rujukan: str = "Tabel 3.7") -> Klaim:
    return Klaim(rujukan, besaran, subjek, 2024, nilai=D(nilai))


def test_realisasi_yang_dipotong_menjadi_bilangan_bulat() -> None:
    assert "71,51 yang dipotong menjadi 71 dibagi target 2026 75" in _sebab(_k("kemajuan_renstra", "I1", "94.66"))


def test_satu_angka_di_belakang_koma_hilang() -> None:
    assert "Satu angka (1) hilang dari angka yang benar, 101,15" in _sebab(_k("capaian", "I2", "101.5"))


def test_nilai_sakip_berselisih_pembulatan_komponennya() -> None:
    komponen = [_k("nilai_komponen_maks", k, n) for k, n in KOMPONEN]
    assert "belum dibulatkan" in _sebab(_k("nilai_sakip", "", "71.51"), *komponen)
    assert "belum dibulatkan" not in _sebab(_k("nilai_sakip", "", "72.51"), *komponen)


def test_jumlah_belanja_yang_tercatat_pada_barisnya_sendiri() -> None:
    assert "yang tercatat pada baris 5 sendiri" in _sebab(_k("jumlah_pagu", "5", "24914147619"))


def test_efisiensi_dari_kemajuan_renstra_yang_tercetak_di_tabel_lain() -> None:
    lain = (_k("kemajuan_renstra", "I1", "95.66", "Tabel 3.15"), _k("serapan", "S1", "89.65", "Tabel 3.20"))
    assert "kemajuan Renstra 95,66 (Tabel 3.15) / serapan 89,65" in _sebab(
        _k("efisiensi", "I1", "1.067", "Tabel 3.16"), *lain
    )


def test_angka_yang_berbeda_satu_digit_dari_tempat_lain() -> None:
    lain = _k("kemajuan_renstra", "I1", "94.66")
    assert "dari angka yang tercetak di Tabel 3.7, 94,66" in _sebab(
        _k("kemajuan_renstra", "I1", "95.66", "Tabel 3.15"), lain
    )


def test_realisasi_sebelum_dibulatkan() -> None:
    assert "sebelum dibulatkan: 70,8057" in _sebab(_k("capaian", "I2", "101.1510"))
