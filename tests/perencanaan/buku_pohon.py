"""Agency-years for the tree of performance: a small one with every kind of trouble, and one of any size."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from anggaran.data import Anggaran, Tingkat
from lkjip.data import BukuKerja
from renstra.data import Indikator, Misi, Sasaran, Tujuan
from tests.pembuat import buat_data, buat_kinerja, buat_renstra, target, tw
from tests.situs.pemeran import SENDIRI, buku_uji


def _baris(kode: str, induk: str, tingkat: Tingkat, sasaran: str = "", penanggung_jawab: str = "") -> Anggaran:
    isi = Anggaran(kode, induk, tingkat, f"Baris {kode}", sasaran=sasaran, pagu_murni=Decimal(1000))
    return replace(isi, penanggung_jawab=penanggung_jawab)


def buku_kecil(kode: str = SENDIRI) -> BukuKerja:
    """Program 1 serves S1 by kegiatan 1.1 and S2 by 1.2; program 2 serves nothing; S3 is served by nothing."""
    renstra = replace(
        buat_renstra(
            Indikator("IT", "T1", "Indeks tujuan", penanggung_jawab="Bidang A"),
            Indikator("I1", "S1", "Indeks satu", "Poin", penanggung_jawab="Bidang A"),
            Indikator("I2", "S2", "Indeks dua", "%", penanggung_jawab="Bidang Lama"),
            Indikator("P1", "1", "Hasil program"),
            Indikator("K1", "1.1", "Keluaran kegiatan"),
            Indikator("X2", "2.1", "Keluaran lepas"),
            instansi=buku_uji(kode).data.renstra.instansi,
        ),
        daftar_misi=(Misi("M1", uraian="Misi satu"),),
        daftar_tujuan=(Tujuan("T1", "M1", "Tujuan satu"),),
        daftar_sasaran=tuple(Sasaran(f"S{n}", "T1", f"Sasaran {n}") for n in (1, 2, 3)),
        daftar_target_tahunan=(target("I1", 100), target("I2", 90)),
    )
    anggaran = (
        _baris("1", "", Tingkat.PROGRAM, penanggung_jawab="Bidang A"),
        _baris("1.1", "1", Tingkat.KEGIATAN, "S1"),
        _baris("1.1.1", "1.1", Tingkat.SUBKEGIATAN),
        _baris("1.2", "1", Tingkat.KEGIATAN, "S2", penanggung_jawab="Seksi Tak Dikenal"),
        _baris("2", "", Tingkat.PROGRAM),
        _baris("2.1", "2", Tingkat.KEGIATAN),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I1", 4, 80),))
    return BukuKerja(buat_data(kinerja, daftar_anggaran=anggaran))


def buku_besar(program: int, kode: str = SENDIRI, sasaran: int = 10) -> BukuKerja:
    """Each program has 4 kegiatan of 4 subkegiatan: 21 rows, 16 of them with an indicator."""
    daftar: list[Anggaran] = []
    indikator = [Indikator(f"IS{n}", f"S{n}", f"Indeks sasaran {n}") for n in range(sasaran)]
    for p in range(program):
        daftar.append(_baris(f"{p}", "", Tingkat.PROGRAM, f"S{p % sasaran}", penanggung_jawab="Bidang A"))
        for k in range(4):
            daftar.append(_baris(f"{p}.{k}", f"{p}", Tingkat.KEGIATAN))
            for s in range(4):
                daftar.append(_baris(f"{p}.{k}.{s}", f"{p}.{k}", Tingkat.SUBKEGIATAN))
                indikator.append(Indikator(f"I{p}.{k}.{s}", f"{p}.{k}.{s}", f"Jumlah dokumen keluaran {p}.{k}.{s}"))
    renstra = replace(
        buat_renstra(*indikator, instansi=buku_uji(kode).data.renstra.instansi),
        daftar_tujuan=(Tujuan("T1", uraian="Tujuan satu"), Tujuan("T2", uraian="Tujuan dua")),
        daftar_sasaran=tuple(Sasaran(f"S{n}", f"T{1 + n % 2}", f"Sasaran ke-{n}") for n in range(sasaran)),
        daftar_target_tahunan=tuple(target(i.kode, 100) for i in indikator),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(tw(i.kode, 4, 80) for i in indikator))
    return BukuKerja(buat_data(kinerja, daftar_anggaran=tuple(daftar)))
