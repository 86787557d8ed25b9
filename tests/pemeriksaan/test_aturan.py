"""Every rule finds its fault in a year that has it, and is silent about a sound year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.urls import reverse

from anggaran.data import Tingkat as TingkatAnggaran
from kinerja.data import (
    Analisis,
    DataKinerja,
    Faktor,
    Komponen,
    MetodeEfisiensi,
    MetodePengukuran,
    Rekomendasi,
    RumusNegatif,
    Sakip,
    Skala,
    StatusRekomendasi,
)
from kinerja.rumus.sakip import BOBOT_KOMPONEN
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan, Narasi, TabelBebas
from lkjip.pemeriksaan.aturan import ATURAN, periksa
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from renstra.data import Akumulasi, Arah, DataRenstra, Indikator, Instansi, JenisIndikator, JenisPemda, Versi
from tests.pembuat import Belanja, D, baris, buat_data, buat_kinerja, buat_renstra, pk, setahun, target, tw, uang

CONTOH = Path(__file__).resolve().parents[2] / "contoh"
_P, _K, _S, _Q = "5.03.02", "5.03.02.1.01", "5.03.02.1.01.0001", "5.03.01"
_SKEMA = BOBOT_KOMPONEN[next(iter(BOBOT_KOMPONEN))]


def _renstra() -> DataRenstra:
    return buat_renstra(
        Indikator("I1", "S1", "Indeks Uji", jenis=JenisIndikator.PERSEN, iku=True),
        Indikator("I2", "S2", "Nilai SAKIP Dinas", jenis=JenisIndikator.PREDIKAT, akumulasi=Akumulasi.MAKSIMUM),
        instansi=Instansi(
            "UJI", nama="Badan Uji", jenis_pemda=JenisPemda.PROVINSI, tempat="Kota", jabatan_kepala="Kepala",
            nama_kepala="Nama", nip_kepala="1",
        ),
        daftar_target_tahunan=(target("I1", 90, 2026), target("I2", 80, 2026)),
        daftar_perjanjian=(pk("I1", Versi.MURNI, 80), pk("I2", Versi.MURNI, 70)),
    )  # fmt: skip


def _kinerja() -> DataKinerja:
    return buat_kinerja(
        _renstra(),
        metode=MetodePengukuran(skala="x", metode_efisiensi=MetodeEfisiensi.SELISIH),
        daftar_skala=(Skala("x", Arah.POSITIF, D(0), "Rendah"), Skala("x", Arah.POSITIF, D(91), "Tinggi")),
        daftar_kinerja_triwulan=(
            tw("I1", 1, "40", target=D(40)),
            tw("I1", 4, "80.5", target=D(80), pembilang=D(161), penyebut=D(200)),
            tw("I2", 3, "70.5", predikat_realisasi="BB"),
            tw("I2", 4, "71", predikat_realisasi="BB"),
        ),
        daftar_realisasi_tahunan=(setahun("I1", 79, 2023), setahun("I2", 70, 2023)),
        daftar_komponen=(
            Komponen("I1", "a", bobot=D("0.5"), nilai=D(81)),
            Komponen("I1", "b", bobot=D("0.5"), nilai=D(80)),
        ),
        daftar_sakip=tuple(Sakip(2023, nama, bobot, bobot - 1) for nama, bobot in _SKEMA.items()),
        daftar_rekomendasi=(Rekomendasi(2023, "", "Perbaiki", "Sudah diperbaiki", StatusRekomendasi.SELESAI),),
    )


def _anggaran(kinerja: DataKinerja) -> DataInstansi:
    return buat_data(
        kinerja,
        daftar_anggaran=(
            baris(_P, pagu=100, sasaran="S1", tingkat=TingkatAnggaran.PROGRAM),
            baris(_K, _P, 100, tingkat=TingkatAnggaran.KEGIATAN),
            baris(_S, _K, 100, tingkat=TingkatAnggaran.SUBKEGIATAN),
            baris(_Q, pagu=100, sasaran="S2", tingkat=TingkatAnggaran.PROGRAM),
        ),
        daftar_realisasi_anggaran=(uang(_S, 50, 3), uang(_P, 90), uang(_K, 90), uang(_S, 90), uang(_Q, 90)),
        daftar_belanja=(
            Belanja("B", tahun=2024, pagu=D(200), realisasi=D(180)),
            Belanja("B.1", "B", tahun=2024, pagu=D(160), realisasi=D(140)),
            Belanja("B.2", "B", tahun=2024, pagu=D(40), realisasi=D(40)),
        ),
    )


def _buku(
    renstra: Callable[[DataRenstra], DataRenstra] = lambda r: r,
    kinerja: Callable[[DataKinerja], DataKinerja] = lambda k: k,
    data: Callable[[DataInstansi], DataInstansi] = lambda d: d,
    *klaim: Klaim,
    laporan: DataLaporan | None = None,
) -> BukuKerja:
    """A sound agency-year, changed."""
    dasar = _kinerja()
    isi = data(_anggaran(kinerja(replace(dasar, renstra=renstra(dasar.renstra)))))
    identitas = IdentitasLaporan(JenisLaporan.TAHUNAN, tanggal_laporan=date(2025, 2, 20))
    return BukuKerja(isi, laporan or DataLaporan(identitas), klaim)


def _r(**lain: object) -> BukuKerja:
    return _buku(lambda r: replace(r, **lain))  # type: ignore[arg-type]


def _k(**lain: object) -> BukuKerja:
    return _buku(kinerja=lambda k: replace(k, **lain))  # type: ignore[arg-type]


def _a(**lain: object) -> BukuKerja:
    return _buku(data=lambda d: DataInstansi(replace(d.anggaran, **lain)))  # type: ignore[arg-type]


def _ganti_tw(*baru: object) -> BukuKerja:
    return _k(daftar_kinerja_triwulan=baru)


def _indikator(kode: str, **lain: object) -> BukuKerja:
    return _buku(
        lambda r: replace(
            r,
            daftar_indikator=tuple(
                replace(i, **lain) if i.kode == kode else i  # type: ignore[arg-type]
                for i in r.daftar_indikator
            ),
        )
    )


def _rujuk(*klaim: Klaim, kinerja: Callable[[DataKinerja], DataKinerja] = lambda k: k) -> BukuKerja:
    return _buku(lambda r: r, kinerja, lambda d: d, *klaim)


def _tabel(*isi: tuple[object, ...]) -> BukuKerja:
    tabel = TabelBebas("tabel_01", "bab1", "Pegawai", kepala=("Unit", "Jumlah", "%"), baris=isi)  # type: ignore[arg-type]
    sehat = _buku()
    return replace(sehat, laporan=replace(sehat.laporan, daftar_tabel=(tabel,)))


def _sk(besaran: str, nilai: str, subjek: str = "I1", **lain: object) -> Klaim:
    return Klaim("Tabel 3.1", besaran, subjek, 2024, nilai=D(nilai), **lain)  # type: ignore[arg-type]


def _negatif(k: DataKinerja) -> DataKinerja:
    indikator = tuple(replace(i, arah=Arah.NEGATIF) for i in k.renstra.daftar_indikator)
    metode = replace(k.metode, rumus_negatif=RumusNegatif.SELISIH)
    return replace(k, renstra=replace(k.renstra, daftar_indikator=indikator), metode=metode)


def _sakip(**lain: object) -> BukuKerja:
    return _k(daftar_sakip=tuple(
        replace(s, **lain) if n == 0 else s for n, s in enumerate(_kinerja().daftar_sakip)  # type: ignore[arg-type]
    ))  # fmt: skip


_RUSAK: list[tuple[str, BukuKerja]] = [
    ("KON-08", _r(daftar_perjanjian=(pk("I2", Versi.MURNI, 70),))),
    ("KON-08", _r(daftar_perjanjian=())),
    ("KON-09", _k(daftar_kinerja_triwulan=(tw("I2", 4, 71),), daftar_komponen=())),
    ("KON-11", _r(daftar_indikator=(Indikator("I1", "S1"),))),
    ("KON-11", _indikator("I1", induk="ENTAH")),
    ("HIT-08", _k(daftar_skala=())),
    ("HIT-08", _k(daftar_skala=(Skala("x", None, D(10), "Rendah"),))),
    ("HIT-08", _k(daftar_skala=(Skala("x", None, D(0), "Rendah"), Skala("x", None, D(0), "Tinggi")))),
    ("HIT-13", _k(daftar_komponen=(Komponen("I1", "a", bobot=D("0.9"), nilai=D(1)),))),
    ("HIT-13", _indikator("I1", bobot=D("0.4"))),
    ("HIT-14", _k(daftar_komponen=(Komponen("I1", "a", bobot=D(1), nilai=D(50)),))),
    ("HIT-15", _ganti_tw(tw("I1", 4, "80.5", pembilang=D(150), penyebut=D(200)))),
    ("HIT-18", _ganti_tw(tw("I2", 4, "71", predikat_realisasi="A"))),
    ("HIT-20", _r(daftar_perjanjian=(pk("I1", Versi.MURNI, 0), pk("I2", Versi.MURNI, 70)))),
    ("HIT-20", _r(daftar_perjanjian=(pk("I1", Versi.MURNI, 80),))),
    ("HIT-25", _tabel(("A", D(1), D(50)), ("B", D(1), D(50)), ("Jumlah", D(3), D(90)))),
    ("TW-01", _ganti_tw(tw("I1", 4, "80.5", target=D(85)))),
    ("TW-04", _k(daftar_realisasi_tahunan=(setahun("I1", 99, 2024),))),
    ("TW-05", _ganti_tw(tw("I2", 3, 72), tw("I2", 4, 71))),
    ("TW-05", _a(daftar_realisasi_anggaran=(uang(_S, 95, 3), uang(_S, 90)))),
    ("ANG-01", _a(daftar_anggaran=(baris(_P, pagu=101), baris(_K, _P, 100)))),
    ("ANG-02", _a(daftar_realisasi_anggaran=(uang(_P, 91), uang(_K, 90), uang(_S, 90)))),
    ("ANG-04", _a(daftar_realisasi_anggaran=(uang(_S, 101),))),
    ("ANG-11", _a(daftar_belanja=(Belanja("B", pagu=D(100)), Belanja("B.1", "B", pagu=D(99))))),
    ("ANG-12", _a(daftar_belanja=(Belanja("B", pagu=D(99), realisasi=D(90)),))),
    ("ANG-19", _a(daftar_anggaran=(baris(_P), baris("5.03.02.1.1", _P)))),
    ("ANG-20", _a(daftar_anggaran=(baris(_P), baris("5.04.02.1.01", _P)))),
    ("ANG-20", _a(daftar_anggaran=(baris(_P, tingkat=TingkatAnggaran.KEGIATAN),))),
    ("ANG-21", _a(daftar_anggaran=(baris(_P), baris("5.03.02.2.01", _P)))),
    ("LEN-03", _r(daftar_perjanjian=(pk("I1", Versi.MURNI, None, predikat="BB"), pk("I2", Versi.MURNI, 70)))),
    ("LEN-04", _k(daftar_realisasi_tahunan=())),
    ("LEN-05", _r(daftar_target_tahunan=())),
    ("LEN-07", _ganti_tw(tw("I1", 4, 70))),
    ("LEN-08", _k(metode=MetodePengukuran())),
    ("LEN-08", _a(daftar_anggaran=(baris(_P, pagu=1, sasaran="S1"),))),
    ("LEN-09", _a(daftar_anggaran=(baris(_P, pagu=1, sasaran="S1"),))),
    ("LEN-12", _a(daftar_realisasi_anggaran=())),
    ("LEN-17", _r(instansi=Instansi("UJI", tempat="Kota"))),
    ("LEN-18", replace(_buku(), laporan=DataLaporan(IdentitasLaporan(tanggal_laporan=date(2025, 3, 1))))),
    ("SAK-02", _sakip(nilai=D(99))),
    ("SAK-03", _sakip(bobot=D(29))),
    ("SAK-03", _k(daftar_sakip=(Sakip(2023, "Perencanaan Kinerja", D(25)), Sakip(2023, "Capaian Kinerja", D(75))))),
    ("SAK-10", _k(daftar_rekomendasi=(Rekomendasi(2023, "", "Perbaiki"),))),
    ("SAK-10", _k(daftar_rekomendasi=(Rekomendasi(2023, "", "Perbaiki", "akan", StatusRekomendasi.BELUM),))),
]  # fmt: skip

_KLAIM: list[tuple[str, BukuKerja]] = [
    ("HIT-01", _rujuk(_sk("capaian", "99.00"))),
    ("HIT-05", _rujuk(_sk("capaian", "100.63"), kinerja=_negatif)),
    ("HIT-06", _rujuk(Klaim("Tabel 3.1", "kategori_capaian", "I1", teks="Rendah"))),
    ("HIT-09", _rujuk(_sk("rata_rata_sasaran", "50", "S1"))),
    ("HIT-10", _rujuk(_sk("rata_rata_total", "50", ""))),
    ("HIT-14", _rujuk(_sk("realisasi", "70.00"))),
    ("HIT-23", _rujuk(_sk("pertumbuhan", "9.00"))),
    ("HIT-24", _rujuk(_sk("kemajuan_renstra", "50"))),
    ("TW-04", _rujuk(_sk("realisasi", "60", "I2"))),
    ("ANG-03", _rujuk(_sk("serapan", "80", ""))),
    ("ANG-05", _rujuk(_sk("jumlah_pagu", "99", ""))),
    ("ANG-06", _rujuk(_sk("jumlah_pagu", "200", ""), _sk("jumlah_realisasi", "200", ""), _sk("serapan", "96", ""))),
    ("ANG-07", _rujuk(_sk("jumlah_realisasi", "91", ""))),
    ("EFI-01", _rujuk(_sk("efisiensi", "1.00", "S1"))),
    ("EFI-09", _rujuk(_sk("rata_rata_efisiensi", "1.00", ""))),
    ("SAK-01", _rujuk(replace(_sk("nilai_sakip", "50", ""), tahun=2023))),
    ("SAK-02", _rujuk(replace(_sk("nilai_komponen_maks", "50", "Perencanaan Kinerja"), tahun=2023))),
    ("SAK-05", _rujuk(Klaim("Tabel 3.2", "predikat_sakip", "", 2023, teks="D"))),
    ("KON-02", _rujuk(_sk("selisih_target", "81"))),
    ("KON-03", _rujuk(replace(_sk("selisih_target", "80"), tahun=2026))),
    ("KON-15", _rujuk(_sk("selisih_target", "80"), replace(_sk("selisih_target", "81"), rujukan="Tabel 2.1"))),
]


def _jenis(daftar: tuple[Temuan, ...]) -> set[str]:
    return {t.aturan for t in daftar}


def test_tahun_yang_sehat_tidak_menimbulkan_temuan() -> None:
    klaim = (_sk("capaian", "100.63"), _sk("serapan", "90", ""), _sk("selisih_target", "80"))
    assert periksa(_rujuk(*klaim)) == ()


@pytest.mark.parametrize(("aturan", "buku"), _RUSAK, ids=[f"{n}-{a}" for n, (a, _) in enumerate(_RUSAK)])
def test_aturan_menemukan_kesalahannya(aturan: str, buku: BukuKerja) -> None:
    daftar = [t for t in periksa(buku) if t.aturan == aturan]
    assert daftar, _jenis(periksa(buku))
    assert all(t.menahan and t.pesan and t.saran and t.letak for t in daftar)


@pytest.mark.parametrize(("aturan", "buku"), _KLAIM, ids=[a for a, _ in _KLAIM])
def test_angka_laporan_terbit_yang_salah_ditemukan_dan_tidak_menahan(aturan: str, buku: BukuKerja) -> None:
    daftar = [t for t in periksa(buku) if t.aturan == aturan]
    assert daftar, _jenis(periksa(buku))
    assert all(t.klaim and not t.menahan and not t.dapat_dijawab for t in daftar)


def test_pk_murni_yang_tercetak_sesudah_diubah_disebut_tertukar() -> None:
    def ubah(r: DataRenstra) -> DataRenstra:
        return replace(r, daftar_perjanjian=(*r.daftar_perjanjian, pk("I1", Versi.PERUBAHAN, 82)))

    buku = _buku(ubah, lambda k: k, lambda d: d, _sk("selisih_target", "80"))
    assert [t.aturan for t in periksa(buku) if t.klaim] == ["KON-04"]


def test_setiap_aturan_galat_terdaftar_dan_diuji() -> None:
    diuji = {a for a, _ in (*_RUSAK, *_KLAIM)} | {"KON-04", "HIT-28"}
    assert set(ATURAN) == diuji
    assert all(a.tingkat is Tingkat.GALAT and a.nama for a in ATURAN.values())


def test_setiap_temuan_menunjuk_halaman_yang_ada_dan_kuncinya_tidak_kembar() -> None:
    for _, buku in (*_RUSAK, *_KLAIM):
        daftar = periksa(buku)
        assert len({t.kunci for t in daftar}) == len(daftar)
        for t in daftar:
            assert reverse(t.halaman, args=["UJI", 2024, *t.argumen])


@pytest.mark.parametrize(
    ("aturan", "buku"),
    [
        ("ANG-20", _a(daftar_anggaran=(
            baris("1"), baris("1.01", "1"), baris("1.01.01", "1.01", tingkat=TingkatAnggaran.SUBKEGIATAN)))),
        ("HIT-15", _ganti_tw(tw("I1", 4, "120.5", pembilang=D(14), penyebut=D(11618)))),
        ("HIT-25", _tabel(("A", D(1), D(50)), ("Jumlah A", D(1), D(50)), ("Jumlah", D(1), D(100)))),
        ("HIT-25", _tabel(("A", "x", D(50)), ("B", D(1), D(50)), ("Jumlah", D(3), D(90)))),
        ("KON-09", _ganti_tw(tw("I1", 4, None, catatan="Survei mundur"), tw("I2", 4, 71))),
        ("LEN-07", _k(
            daftar_kinerja_triwulan=(tw("I1", 4, 70), tw("I2", 4, 71)),
            daftar_analisis=tuple(Analisis("I1", 2024, f, 1, "a") for f in (Faktor.HAMBATAN, Faktor.SOLUSI)),
        )),
        ("TW-01", _ganti_tw(tw("I1", 1, target=D(85)))),
    ],
)  # fmt: skip
def test_lebih_baik_diam_daripada_salah_tuduh(aturan: str, buku: BukuKerja) -> None:
    assert aturan not in _jenis(periksa(buku))


def test_narasi_yang_menyebut_indikator_adalah_alasan() -> None:
    buku = _k(daftar_realisasi_tahunan=())
    laporan = replace(
        buku.laporan, daftar_narasi=tuple(Narasi("bab3", 1, n) for n in ("INDEKS UJI baru", "nilai sakip dinas"))
    )
    assert periksa(replace(buku, laporan=laporan)) == ()


def test_angka_hidup_dan_kode_yang_lebih_panjang_bukan_alasan() -> None:
    buku = _k(daftar_realisasi_tahunan=())
    narasi = (Narasi("bab3", 1, "Tahun lalu {realisasi I1 2023}, {capaian indeks uji}; Indeks Ujian naik."),)
    laporan = replace(buku.laporan, daftar_narasi=narasi)
    assert "LEN-04" in _jenis(periksa(replace(buku, laporan=laporan)))


def test_jumlah_baris_anggaran_yang_tercetak_salah_adalah_jumlah_anak() -> None:
    buku = baca_buku(CONTOH / "bkd-kalbar-2023-tw1").buku
    assert buku is not None
    daftar = [t for t in periksa(buku) if t.klaim]
    assert [t.aturan for t in daftar] == ["ANG-01", "ANG-01", "ANG-02", "ANG-02"]
    assert "Triwulan I 2023: 991.886.000; seharusnya 991.886.600" in daftar[0].pesan


def test_laporan_triwulan_tidak_ditagih_analisis_setahun() -> None:
    buku = _buku(kinerja=lambda k: replace(k, daftar_kinerja_triwulan=(), daftar_realisasi_tahunan=()),
                 laporan=DataLaporan(IdentitasLaporan(JenisLaporan.TRIWULAN, 1, date(2024, 4, 14))))  # fmt: skip
    assert periksa(buku) == ()


def test_hanya_membatasi_aturan_yang_dijalankan() -> None:
    buku = _a(daftar_anggaran=(baris(_P, pagu=101), baris(_K, _P, 100)))
    assert _jenis(periksa(buku, hanya={"ANG-01"})) == {"ANG-01"}


@pytest.mark.parametrize(
    ("folder", "data", "klaim"),
    [
        ("bkd-kaltim-2024", {"ANG-01": 2, "ANG-02": 2, "ANG-12": 2, "HIT-25": 1, "SAK-02": 2}, 77),
        ("bkd-kalbar-2023-tw1", {"ANG-01": 2, "ANG-02": 2}, 4),
    ],
)
def test_temuan_atas_contoh(folder: str, data: dict[str, int], klaim: int) -> None:
    buku = baca_buku(CONTOH / folder).buku
    assert buku is not None
    daftar = periksa(buku)
    sendiri = [t.aturan for t in daftar if not t.klaim]
    assert {a: sendiri.count(a) for a in sendiri} == data
    assert len(daftar) - len(sendiri) == klaim
    assert [t.klaim for t in daftar] == sorted(t.klaim for t in daftar)
