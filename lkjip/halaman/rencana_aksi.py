"""The page “Rencana Aksi”: the year's target parted into quarters, and whether the parts lead to the whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kinerja.besaran_sakip import HURUF_PREDIKAT
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.isian import JenisIsian
from lkjip.dasar.periode import DAFTAR_TRIWULAN, singkatan_triwulan
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.halaman.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi, baris_kisi
from lkjip.halaman.perjanjian import berhuruf, kelompok_indikator
from lkjip.laporan.compose.konteks import Konteks
from renstra.data import Indikator

_HURUF = tuple((huruf, huruf) for huruf in HURUF_PREDIKAT)


@dataclass(frozen=True)
class Peringatan:
    """A target of the year that its quarters do not lead to."""

    indikator: Indikator
    nama: str
    kalimat: str


def kisi_rencana_aksi(ktx: Konteks, pk: Mapping[str, int], *, boleh: bool, terbuka: Collection[int]) -> Kisi:
    """`terbuka`: quarters that may be changed today; the others are shown."""
    huruf = berhuruf(ktx) or any(k.predikat_target for k in ktx.kinerja.daftar_kinerja_triwulan)
    kolom = [KolomKisi("target_tahun", f"Target {ktx.tahun}", JenisIsian.ANGKA, boleh=False)]
    if huruf:
        kolom.append(KolomKisi("predikat_tahun", f"Predikat {ktx.tahun}", JenisIsian.TEKS, boleh=False))
    for n in DAFTAR_TRIWULAN:
        nama, bisa = singkatan_triwulan(n), n in terbuka
        kolom.append(KolomKisi(f"target_{n}", nama, JenisIsian.ANGKA, boleh=bisa))
        if huruf:
            judul = f"{nama} (predikat)"
            kolom.append(KolomKisi(f"predikat_{n}", judul, JenisIsian.PILIHAN, pilihan=_HURUF, boleh=bisa))
    kelompok = tuple(
        KelompokKisi(judul, tuple(_baris(ktx, tuple(kolom), i, pk[i.kode], boleh=boleh) for i in daftar))
        for judul, daftar in kelompok_indikator(ktx)
    )
    return Kisi(tuple(kolom), kelompok, "Indikator", boleh and bool(terbuka))


def _baris(ktx: Konteks, kolom: tuple[KolomKisi, ...], i: Indikator, pk: int, *, boleh: bool) -> BarisKisi:
    nilai: dict[str, object] = {
        "target_tahun": ktx.hitung("selisih_target", i.kode).angka,
        "predikat_tahun": ktx.hitung("predikat_target", i.kode).kata,
    }
    for n in DAFTAR_TRIWULAN:
        baris = ktx.kinerja.kinerja_per_triwulan.get((i.kode, ktx.tahun, n))
        if baris is not None:
            nilai |= {f"target_{n}": baris.target, f"predikat_{n}": baris.predikat_target}
    keterangan = ", ".join(filter(None, (i.satuan, f"akumulasi {i.akumulasi.value}" if i.akumulasi else "")))
    return baris_kisi(kolom, pk, i.kode, ktx.nama_indikator(i), nilai, boleh=boleh, keterangan=keterangan)


def daftar_peringatan(ktx: Konteks) -> tuple[Peringatan, ...]:
    """Indicators whose quarters lead elsewhere than to the year's target, or stop before the last quarter."""
    hasil = []
    for i in ktx.renstra.daftar_indikator:
        if kalimat := _peringatan(ktx, i):
            hasil.append(Peringatan(i, ktx.nama_indikator(i), kalimat))
    return tuple(hasil)


def _peringatan(ktx: Konteks, i: Indikator) -> str:
    tahun, terhimpun = ktx.hitung("selisih_target", i.kode), ktx.hitung("target_terhimpun", i.kode)
    if terhimpun.angka is not None and tahun.angka is not None:
        if _sama(tahun, terhimpun):
            return ""
        return (
            f"target triwulan membentuk {tulis_tepat(terhimpun.angka)} ({terhimpun.cara}), sedangkan target "
            f"{ktx.tahun} adalah {tulis_tepat(tahun.angka)}."
        )
    huruf = [ktx.hitung("predikat_target_triwulan", i.kode, triwulan=n).kata for n in DAFTAR_TRIWULAN]
    setahun = ktx.hitung("predikat_target", i.kode).kata
    if huruf[-1]:
        return "" if setahun in (None, huruf[-1]) else f"target TW IV {huruf[-1]}, sedangkan target tahun {setahun}."
    angka = [ktx.hitung("target_triwulan", i.kode, triwulan=n).angka for n in DAFTAR_TRIWULAN]
    if any(huruf) or any(nilai is not None for nilai in angka[:-1]):
        return "target TW IV belum diisi, jadi belum terlihat apakah target tahun akan tercapai."
    return ""


def _sama(tahun: Hasil, terhimpun: Hasil) -> bool:
    """A mean may have more digits than the target that somebody wrote."""
    if tahun.angka is None or terhimpun.angka is None:
        return False
    if terhimpun.hasil_bagi:
        return bulat(terhimpun.angka, banyak_desimal(tahun.angka)) == tahun.angka
    return terhimpun.angka == tahun.angka
