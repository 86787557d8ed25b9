"""Each criterion that facts can decide, both ways: met in a perfect agency-year, and what one fact less makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kinerja.data_evaluasi import AsalEvaluasi, KeadaanTindakLanjut
from kinerja.data_pengisian import StatusPengisian
from lkjip.evaluasi.aturan_dasar import Putusan, Tinjauan
from lkjip.evaluasi.aturan_usul import ATURAN_KRITERIA
from lkjip.evaluasi.data_fakta import Fakta
from lkjip.evaluasi.data_usul import KeadaanKriteria as K
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from tests.evaluasi.dunia_fakta import (
    dokumen,
    evaluasi,
    fakta_sempurna,
    ganti_anggaran,
    ganti_kinerja,
    ganti_laporan,
    ganti_renstra,
    ganti_triwulan,
    skema,
)
from tests.pembuat import D

Kurangi = Callable[[Fakta], Fakta]


def putusan(fakta: Fakta, sub: str, nomor: int) -> Putusan:
    return ATURAN_KRITERIA[sub, nomor](Tinjauan(fakta))


def tanpa(**lain: object) -> Kurangi:
    return lambda f: replace(f, **lain)  # type: ignore[arg-type]


def kinerja(**lain: object) -> Kurangi:
    return lambda f: ganti_kinerja(f, **lain)


def rencana(**lain: object) -> Kurangi:
    return lambda f: ganti_renstra(f, **lain)


def triwulan(**lain: object) -> Kurangi:
    return lambda f: ganti_triwulan(f, **lain)


def pemda(**lain: object) -> Kurangi:
    return lambda f: replace(f, pemda=replace(f.pemda, **lain))  # type: ignore[arg-type]


def _indikator(**lain: object) -> Kurangi:
    def ubah(f: Fakta) -> Fakta:
        assert f.buku is not None
        pertama, *sisa = f.buku.data.renstra.daftar_indikator
        return ganti_renstra(f, daftar_indikator=(replace(pertama, **lain), *sisa))  # type: ignore[arg-type]

    return ubah


def _lepas_anggaran(f: Fakta) -> Fakta:
    assert f.buku is not None
    anggaran = f.buku.data.anggaran
    baris = tuple(replace(a, sasaran="" if a.sasaran == "S1" else a.sasaran) for a in anggaran.daftar_anggaran)
    return ganti_anggaran(f, daftar_anggaran=baris, daftar_penunjang=())


def _pagu_tetap(f: Fakta) -> Fakta:
    assert f.buku is not None
    baris = tuple(replace(a, pagu_murni=a.pagu_perubahan) for a in f.buku.data.anggaran.daftar_anggaran)
    return ganti_anggaran(f, daftar_anggaran=baris)


def _gagal(f: Fakta) -> Fakta:
    """IKU1 reaches half of its target."""
    assert f.buku is not None
    isi = f.buku.data.kinerja.daftar_kinerja_triwulan
    rendah = tuple(replace(k, realisasi=D("45")) if k.indikator == "IKU1" else k for k in isi)
    return ganti_kinerja(f, daftar_kinerja_triwulan=rendah)


def _turun(f: Fakta) -> Fakta:
    """The next year asks less than was reached."""
    assert f.berikut is not None
    rendah = tuple(replace(p, target=D("10")) for p in f.berikut.renstra.daftar_perjanjian)
    renstra = replace(f.berikut.renstra, daftar_perjanjian=rendah)
    kinerja_baru = replace(f.berikut.kinerja, renstra=renstra)
    return replace(f, berikut=replace(f.berikut, anggaran=replace(f.berikut.anggaran, kinerja=kinerja_baru)))


def _tahun_lalu(nilai: str) -> Kurangi:
    def ubah(f: Fakta) -> Fakta:
        assert f.buku is not None
        lama = f.buku.data.kinerja.daftar_realisasi_tahunan
        return ganti_kinerja(f, daftar_realisasi_tahunan=tuple(replace(r, realisasi=D(nilai)) for r in lama))

    return ubah


def _iku_lain(f: Fakta) -> Fakta:
    assert f.buku is not None
    renstra = f.buku.data.renstra
    lain = tuple(replace(i, uraian=f"{i.uraian} lama") for i in renstra.daftar_indikator)
    asing = ganti_renstra(f, periode=replace(renstra.periode, tahun=2023), daftar_indikator=lain)
    assert asing.buku is not None
    return replace(f, lalu=asing.buku.data)


def _efisiensi_hilang(f: Fakta) -> Fakta:
    return ganti_anggaran(f, daftar_realisasi_anggaran=())


def _rekomendasi(**lain: object) -> Kurangi:
    def ubah(f: Fakta) -> Fakta:
        pertama, *sisa = f.daftar_rekomendasi
        return replace(f, daftar_rekomendasi=(replace(pertama, **lain), *sisa))  # type: ignore[arg-type]

    return ubah


def _evaluasi_lalu(**lain: object) -> Kurangi:
    def ubah(f: Fakta) -> Fakta:
        pertama, *sisa = f.daftar_evaluasi_lalu
        return replace(f, daftar_evaluasi_lalu=(replace(pertama, **lain), *sisa))  # type: ignore[arg-type]

    return ubah


def _narasi(f: Fakta) -> Fakta:
    assert f.buku is not None
    bukan = tuple(n for n in f.buku.laporan.daftar_narasi if not n.bagian.startswith("bab4"))
    return ganti_laporan(ganti_kinerja(f, daftar_analisis=()), daftar_narasi=bukan)


_LAMA = {"skema_dipakai": skema("permenpan12_2015"), "tahun": 2023}
KURANG: dict[tuple[str, int], tuple[Kurangi, K]] = {
    ("1.a", 3): (rencana(daftar_target_tahunan=()), K.TIDAK),
    ("1.a", 4): (rencana(daftar_perjanjian=()), K.TIDAK),
    ("1.a", 5): (kinerja(daftar_kinerja_triwulan=()), K.TIDAK),
    ("1.a", 6): (_lepas_anggaran, K.SEBAGIAN),
    ("1.a", 7): (tanpa(daftar_unit=()), K.TIDAK_DIKETAHUI),
    ("1.b", 1): (tanpa(daftar_dokumen=(), lembar={}), K.SEBAGIAN),
    ("1.b", 2): (tanpa(daftar_dokumen=(dokumen("perjanjian-murni", terbit=date(2024, 3, 1)),)), K.SEBAGIAN),
    ("1.b", 4): (rencana(daftar_target_tahunan=(), daftar_perjanjian=()), K.TIDAK),
    ("1.b", 5): (_indikator(formulasi=" "), K.SEBAGIAN),
    ("1.b", 6): (_iku_lain, K.TIDAK),
    ("1.b", 7): (_tahun_lalu("95"), K.SEBAGIAN),
    ("1.b", 8): (_lepas_anggaran, K.SEBAGIAN),
    ("1.c", 1): (_lepas_anggaran, K.SEBAGIAN),
    ("1.c", 2): (_lepas_anggaran, K.SEBAGIAN),
    ("1.c", 3): (_gagal, K.SEBAGIAN),
    ("1.c", 4): (triwulan(beranalisis=0), K.TERPENUHI),  # the notes of the workbook say enough
    ("1.c", 5): (kinerja(daftar_analisis=()), K.SEBAGIAN),
    ("1.c", 6): (_turun, K.TIDAK),
    ("2.a", 2): (tanpa(berdefinisi=frozenset()), K.SEBAGIAN),
    ("2.a", 3): (_indikator(sumber_data=""), K.SEBAGIAN),
    ("2.b", 1): (triwulan(status=StatusPengisian.DIAJUKAN, disetujui=None), K.TIDAK),
    ("2.b", 2): (triwulan(banyak_bukti=0, berbukti=0), K.TIDAK_DIKETAHUI),
    ("2.b", 3): (kinerja(daftar_kinerja_triwulan=()), K.SEBAGIAN),  # IKU2 has its komponen
    ("2.b", 4): (triwulan(diajukan=date(2025, 1, 30)), K.SEBAGIAN),
    ("2.b", 5): (triwulan(status=StatusPengisian.DIAJUKAN, diverifikasi=None, disetujui=None), K.TIDAK),
    ("2.b", 6): (triwulan(status=StatusPengisian.DRAF, diajukan=None), K.SEBAGIAN),
    ("2.b", 7): (rencana(daftar_target_tahunan=(), daftar_perjanjian=()), K.TIDAK),
    ("2.c", 6): (triwulan(bersolusi=0), K.SEBAGIAN),
    ("2.c", 7): (_pagu_tetap, K.TIDAK),
    ("2.c", 8): (_efisiensi_hilang, K.TIDAK_DIKETAHUI),
    ("3.a", 1): (lambda f: replace(ganti_laporan(f, daftar_narasi=()), daftar_dokumen=()), K.TIDAK),
    ("3.a", 2): (lambda f: replace(triwulan(status=StatusPengisian.DIAJUKAN)(f), daftar_dokumen=()), K.TIDAK),
    ("3.a", 3): (tanpa(daftar_dokumen=()), K.SEBAGIAN),
    ("3.a", 4): (tanpa(daftar_reviu=()), K.TIDAK),
    ("3.a", 5): (tanpa(daftar_dokumen=(dokumen("laporan", keadaan=KeadaanTerbitan.FINAL),)), K.TIDAK),
    ("3.a", 6): (tanpa(daftar_dokumen=(dokumen("laporan", terbit=date(2025, 3, 9)),)), K.SEBAGIAN),
    ("3.b", 1): (lambda f: ganti_laporan(f, daftar_jawaban=()), K.SEBAGIAN),
    ("3.b", 2): (kinerja(daftar_analisis=()), K.TIDAK),
    ("3.b", 3): (rencana(daftar_target_tahunan=(), daftar_perjanjian=()), K.TIDAK),
    ("3.b", 4): (rencana(daftar_target_tahunan=()), K.TIDAK),
    ("3.b", 5): (kinerja(daftar_realisasi_tahunan=()), K.TIDAK),
    ("3.b", 6): (kinerja(daftar_pembanding=()), K.TIDAK),
    ("3.b", 7): (kinerja(daftar_analisis=()), K.TIDAK),
    ("3.b", 8): (_efisiensi_hilang, K.TIDAK),
    ("3.b", 9): (_narasi, K.TIDAK),
    ("3.c", 1): (tanpa(daftar_dokumen=()), K.SEBAGIAN),
    ("3.c", 6): (_turun, K.TIDAK),
    ("4.a", 1): (pemda(pedoman_daerah=" "), K.TIDAK_DIKETAHUI),
    ("4.a", 2): (pemda(dievaluasi=1), K.SEBAGIAN),
    ("4.a", 3): (tanpa(mandiri_dikirim=None), K.SEBAGIAN),
    ("4.b", 1): (_evaluasi_lalu(data=evaluasi({}, **_LAMA)), K.TIDAK),  # type: ignore[arg-type]
    ("4.b", 3): (lambda f: replace(f, daftar_rekomendasi=f.daftar_rekomendasi[:1]), K.SEBAGIAN),
    ("4.b", 4): (pemda(dievaluasi=0), K.TIDAK_DIKETAHUI),
    ("4.b", 5): (_evaluasi_lalu(asal=AsalEvaluasi.DIREKAM), K.SEBAGIAN),
    ("4.c", 1): (_rekomendasi(keadaan=KeadaanTindakLanjut.PROSES), K.SEBAGIAN),
    ("4.c", 2): (_evaluasi_lalu(data=evaluasi(dict.fromkeys(skema().subkomponen_per_kode, "C"), tahun=2023)), K.TIDAK),
    ("4.c", 3): (_rekomendasi(tindak_lanjut=""), K.SEBAGIAN),
    ("4.c", 5): (_tahun_lalu("99"), K.SEBAGIAN),
}


def test_setiap_aturan_diuji_dan_setiap_kriteria_ada_dalam_skema() -> None:
    daftar = {(s.kode, k.nomor) for s in skema().subkomponen_per_kode.values() for k in s.daftar_kriteria}
    assert set(KURANG) == set(ATURAN_KRITERIA)
    assert set(ATURAN_KRITERIA) <= daftar
    assert len(daftar) == 80
    assert len(ATURAN_KRITERIA) >= 35


@pytest.mark.parametrize("kunci", ATURAN_KRITERIA, ids=str)
def test_kriteria_terpenuhi_bila_faktanya_lengkap(kunci: tuple[str, int]) -> None:
    hasil = putusan(fakta_sempurna(), *kunci)
    # a moved budget alone does not show that measurement moved it
    assert hasil.keadaan is (K.SEBAGIAN if kunci == ("2.c", 7) else K.TERPENUHI), hasil.alasan
    assert hasil.alasan.endswith(".")


@pytest.mark.parametrize("kunci", KURANG, ids=str)
def test_kriteria_tidak_terpenuhi_bila_satu_fakta_hilang(kunci: tuple[str, int]) -> None:
    kurangi, harapan = KURANG[kunci]
    hasil = putusan(kurangi(fakta_sempurna()), *kunci)
    assert hasil.keadaan is harapan, hasil.alasan
    assert hasil.alasan.endswith(".")
