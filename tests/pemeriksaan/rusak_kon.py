"""Faults of the groups KON, TW and EFI that rules must find (`RUSAK`), and sound cases that look like one (`DIAM`)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from kinerja.data import DataKinerja, MetodeEfisiensi
from lkjip.data import BukuKerja, Disetujui
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, JenisLaporan
from lkjip.pemeriksaan.data import Klaim
from renstra.data import Akumulasi, Arah, Indikator, JenisIndikator, Sasaran, Versi
from tests.pembuat import D, buat_data, pk, setahun, target, tw
from tests.pemeriksaan.tahun_sehat import (
    P,
    Q,
    buku_sehat,
    dengan_indikator,
    dengan_kinerja,
    dengan_klaim,
    dengan_narasi,
    dengan_renstra,
    dengan_tabel,
    dengan_triwulan,
    klaim,
    laporan_sehat,
)

_SEHAT = buku_sehat()
_R, _K = _SEHAT.data.renstra, _SEHAT.data.kinerja
_SASARAN = "Meningkatnya Kualitas Manajemen ASN"
_INDIKATOR = "Indeks Kualitas Pelayanan Kesekretariatan"
_NARASI = partial(dengan_narasi, bagian="bab2.renstra")
_DEPAN = partial(dengan_narasi, bagian="pengantar")
_PERJANJIAN = partial(dengan_narasi, bagian="bab2.perjanjian")
_SIMPULAN = partial(dengan_narasi, bagian="bab4.kesimpulan")
_REALISASI = ("No", "Indikator", "Realisasi")
_TARGET: dict[str, Any] = {"kepala": ("No", "Indikator", "Target"), "judul": "Pengukuran Kinerja Tahun 2024"}
_AKHIR: dict[str, Any] = {
    "kepala": ("No", "Indikator Kinerja", "Realisasi", "Target Akhir Renstra (2026)"),
    "judul": "Kemajuan Renstra",
}
_EFISIENSI = partial(dengan_narasi, bagian="bab3.efisiensi")


def _pk(*daftar: object) -> BukuKerja:
    return dengan_renstra(daftar_perjanjian=daftar)


def _target(**deret: tuple[int, ...]) -> BukuKerja:
    """Targets of the Renstra from 2024 on."""
    isi = tuple(target(kode, n, tahun) for kode, d in deret.items() for tahun, n in enumerate(d, 2024))
    return dengan_renstra(daftar_target_tahunan=isi)


def _lalu(*daftar: object, arah: Arah | None = None) -> BukuKerja:
    def ubah(k: DataKinerja) -> DataKinerja:
        r = replace(k.renstra, daftar_indikator=tuple(replace(i, arah=arah) for i in k.renstra.daftar_indikator))
        return replace(k, renstra=r, daftar_realisasi_tahunan=daftar)  # type: ignore[arg-type]

    return buku_sehat(kinerja=ubah)


_BERSINGKATAN: dict[str, Any] = {"uraian": "Indeks Mutu Pelayanan (IMP)"}
_BERVERBA: dict[str, Any] = {"uraian": "Persentase Keluhan Layanan yang Ditindaklanjuti"}
_TANPA_I1 = tuple(t for t in _K.daftar_kinerja_triwulan if t.indikator != "I1")
_MURNI_DAN_PERUBAHAN = (pk("I1", Versi.MURNI, 80), pk("I1", Versi.PERUBAHAN, 85), pk("I2", Versi.MURNI, 70))


def _bertabel(*isi: tuple[object, ...], data: BukuKerja = _SEHAT, **lain: object) -> BukuKerja:
    """The year `data` with a free table of indicators."""
    return replace(data, laporan=dengan_tabel(*isi, **lain).laporan)


def _bertulis(data: BukuKerja, isi: str, bagian: str = "bab3.analisis") -> BukuKerja:
    return replace(data, laporan=dengan_narasi(isi, bagian=bagian).laporan)


def _bernama(buku: BukuKerja) -> BukuKerja:
    """The same, with names as long as real ones."""
    k = buku.data.kinerja
    r = replace(
        k.renstra,
        daftar_sasaran=(Sasaran("S1", "T1", _SASARAN), Sasaran("S2", "T1", "Meningkatnya Akuntabilitas Kinerja")),
        daftar_indikator=tuple(
            replace(i, uraian={"I1": _INDIKATOR}.get(i.kode, i.uraian)) for i in k.renstra.daftar_indikator
        ),
    )
    data = buat_data(replace(k, renstra=r), daftar_anggaran=buku.data.anggaran.daftar_anggaran,
                     daftar_realisasi_anggaran=buku.data.anggaran.daftar_realisasi_anggaran,
                     daftar_penunjang=buku.data.anggaran.daftar_penunjang,
                     daftar_belanja=buku.data.anggaran.daftar_belanja)  # fmt: skip
    return replace(buku, data=data)


def _sebutan(isi: str) -> BukuKerja:
    return _bernama(_NARASI(isi))


def _tabel_pk(*isi: tuple[object, ...], judul: str = "Program dan Anggaran Perjanjian Kinerja 2024") -> BukuKerja:
    kepala = ("No", "Program", "Anggaran (Rp)", "Keterangan")
    return dengan_tabel(*isi, judul=judul, kepala=kepala)


def _jenis(kode: str, **lain: object) -> BukuKerja:
    return dengan_indikator(kode, **lain)


def _baru(*tahun_lalu: str) -> BukuKerja:
    """2025, the second year of the Renstra, with rows of 2024 for these indicators only."""

    def ubah(k: DataKinerja) -> DataKinerja:
        r = replace(
            k.renstra,
            periode=replace(k.renstra.periode, tahun=2025),
            daftar_indikator=tuple(replace(i, iku=True) for i in k.renstra.daftar_indikator),
            daftar_target_tahunan=tuple(target(kode, 80, 2024) for kode in tahun_lalu),
            daftar_perjanjian=(),
        )
        return replace(k, renstra=r, daftar_realisasi_tahunan=(setahun("I9", 1, 2023),), daftar_kinerja_triwulan=())

    return buku_sehat(kinerja=ubah)


def _triwulan(*daftar: object, hari: date = date(2025, 2, 20)) -> BukuKerja:
    """Only these quarters, asked on this day."""
    laporan = replace(laporan_sehat(), identitas=IdentitasLaporan(JenisLaporan.TAHUNAN, tanggal_laporan=hari))
    return replace(dengan_triwulan(*daftar), laporan=laporan)


def _penuh(kode: str, *lain: object, **triwulan: object) -> tuple[object, ...]:
    """Four quarters of one indicator; `tw3={…}` changes the third."""
    return tuple(replace(tw(kode, t, 70), **triwulan.get(f"tw{t}", {})) for t in (1, 2, 3, 4)) + lain  # type: ignore[arg-type]


def _disetujui(hari: date) -> BukuKerja:
    return replace(_SEHAT, data=replace(_SEHAT.data, disetujui={1: Disetujui(_SEHAT.data, hari)}))


def _laporan_triwulan(hari: date) -> BukuKerja:
    return replace(_SEHAT, laporan=DataLaporan(IdentitasLaporan(JenisLaporan.TRIWULAN, 1, hari)))


def _metode(k: DataKinerja, metode: MetodeEfisiensi, batas: str | None = None) -> DataKinerja:
    dibatasi = None if batas is None else D(batas)
    return replace(k, metode=replace(k.metode, metode_efisiensi=metode, batas_capaian=dibatasi))


def _klaim_metode(metode: MetodeEfisiensi, *daftar: Klaim, batas: str | None = None) -> BukuKerja:
    return dengan_klaim(*daftar, kinerja=lambda k: _metode(k, metode, batas))


def _gagal(buku: BukuKerja) -> BukuKerja:
    """I1, and with it S1, falls short: 70 of 80."""
    k = replace(buku.data.kinerja, daftar_kinerja_triwulan=(tw("I1", 4, 70), tw("I2", 4, 71)), daftar_komponen=())
    return replace(buku, data=replace(buku.data, anggaran=replace(buku.data.anggaran, kinerja=k)))


def _boros(buku: BukuKerja) -> BukuKerja:
    """Targets met with all the money there is, and a bit more: nothing was saved."""
    daftar = tuple(replace(r, realisasi=D(102)) if r.triwulan == 4 else r
                   for r in buku.data.anggaran.daftar_realisasi_anggaran)  # fmt: skip
    return replace(
        buku, data=replace(buku.data, anggaran=replace(buku.data.anggaran, daftar_realisasi_anggaran=daftar))
    )


def _klaim_di(rujukan: str, besaran: str, nilai: str, subjek: str = "I1", **lain: object) -> Klaim:
    return replace(klaim(besaran, nilai, subjek), rujukan=rujukan, **lain)  # type: ignore[arg-type]


def _tabel_efisiensi(*isi: tuple[object, ...], kepala: tuple[str, ...]) -> BukuKerja:
    return dengan_tabel(*isi, judul="Efisiensi Penggunaan Anggaran", kepala=kepala)


_I3 = Indikator("I3", "S1", "Jumlah Dokumen Kebijakan", "Dokumen", JenisIndikator.ANGKA)
_KELUARAN = Indikator("K1", P, "Jumlah Dokumen Layanan", "Dokumen", JenisIndikator.ANGKA, akumulasi=Akumulasi.JUMLAH)
_PROGRAM = (("1", "Program Uji", D(100), ""), ("2", "Program Penunjang Uji", D(100), ""))

_RENCANA: list[tuple[str, BukuKerja]] = [
    ("KON-01", _pk(pk("I1", Versi.MURNI, 85), pk("I2", Versi.MURNI, 70))),
    ("KON-01", _pk(pk("I1", Versi.PERUBAHAN, 85), pk("I2", Versi.MURNI, 70))),
    ("KON-01", _pk(pk("I1", Versi.MURNI, 80), pk("I2", Versi.MURNI, "71.51"))),
    ("KON-01", dengan_renstra(daftar_target_tahunan=(target("I2", None, predikat="A"),),
                              daftar_perjanjian=(pk("I2", Versi.MURNI, None, predikat="BB"),))),
    ("KON-08", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, Indikator("T", "T1", "Nilai RB", iku=True)))),
    ("KON-09", replace(dengan_kinerja(daftar_kinerja_triwulan=_penuh("I2"), daftar_komponen=()),
                       laporan=dengan_narasi("Indeks Uji adalah indikator utama Badan Uji.").laporan)),
    ("KON-09", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, Indikator("T", "T1", "Nilai RB")),
                              daftar_perjanjian=(*_R.daftar_perjanjian, pk("T", Versi.MURNI, 70)))),
    ("KON-10", _pk(pk("I1", Versi.MURNI, 80))),
    ("KON-16", _pk(pk("I1", Versi.MURNI, "80.5"), pk("I2", Versi.MURNI, 70))),
    ("KON-16", _pk(pk("I1", Versi.MURNI, 80), pk("I2", Versi.PERUBAHAN, 71))),
    ("KON-16", buku_sehat(lambda r: replace(
        r, daftar_indikator=tuple(replace(i, jenis=JenisIndikator.INDEKS, satuan="Indeks") for i in r.daftar_indikator),
        daftar_perjanjian=(pk("I1", Versi.MURNI, "252.5"),)), lambda k: replace(
            k, daftar_komponen=(), daftar_kinerja_triwulan=(tw("I1", 4, "252.5"),)))),
    ("KON-17", _lalu(setahun("I1", 80, 2023), setahun("I2", 69, 2023))),
    ("KON-17", _lalu(setahun("I1", 79, 2023), setahun("I2", "86.26", 2023))),
    ("KON-17", _lalu(setahun("I1", 70, 2023), setahun("I2", 99, 2023), arah=Arah.NEGATIF)),
    ("KON-18", _target(I1=(80, 76, 90), I2=(70, 75, 80))),
    ("KON-18", buku_sehat(lambda r: replace(r, daftar_indikator=(*r.daftar_indikator, _KELUARAN),
                                            daftar_target_tahunan=(target("K1", 9, 2024), target("K1", 7, 2025))))),
    ("KON-19", _target(I1=(80, 80, 80), I2=(70, 75, 80))),
    ("KON-20", _jenis("I1", formulasi="")),
    ("KON-20", _jenis("I1", sumber_data=" ")),
    ("KON-20", _jenis("I1", penanggung_jawab="")),
    ("KON-20", _jenis("I1", satuan="")),
    ("KON-20", dengan_renstra(daftar_indikator=tuple(Indikator(f"I{n}", "S1", iku=True) for n in range(1, 6)))),
    *(("KON-21", _jenis("I2", uraian=f"{kata} Layanan Uji"))
      for kata in ("Jumlah", "Tersedianya", "terlaksananya", "TERSUSUNNYA")),
    ("KON-21", _jenis("I2", induk="T1", uraian="Jumlah Layanan Uji")),
    ("KON-22", _baru("I9")),
]  # fmt: skip

_RUSAK_TARGET: list[tuple[str, BukuKerja]] = [
    ("KON-02", _bertabel(("1", "Indeks Uji", "82"), **_TARGET)),
    ("KON-02", _bertabel(("1", "I1", D("80.5")), kepala=("No", "Kode Indikator", "Target 2024 (%)"), judul="Capaian")),
    ("KON-02", dengan_narasi("Indeks Uji terealisasi 80,5% dari target 85%.")),
    ("KON-03", _bertabel(("1", "Indeks Uji", D("80.5"), D(80)), **_AKHIR)),
    (
        "KON-03",
        _bertabel(("1", "Indeks Uji", D(85)), kepala=("No", "Indikator", "Target 2026"), judul="Kemajuan Renstra"),
    ),
    ("KON-03", dengan_narasi("Terhadap target akhir Renstra tahun 2026 sebesar 80%, Indeks Uji sudah mendekati.")),
    ("KON-04", _bertabel(("1", "Indeks Uji", D(80)), data=_pk(*_MURNI_DAN_PERUBAHAN), **_TARGET)),
    ("KON-04", _bertulis(_pk(*_MURNI_DAN_PERUBAHAN), "Indeks Uji mencapai 80,5% dari target 80%.")),
    (
        "KON-09",
        _bertulis(
            dengan_kinerja(daftar_kinerja_triwulan=_TANPA_I1, daftar_komponen=()),
            "Angka pembanding nasional Indeks Uji belum dirilis.",
        ),
    ),
    ("KON-20", dengan_indikator("I1", sumber_data="-")),
]
_DIAM_TARGET: list[tuple[str, BukuKerja]] = [
    ("KON-02", _bertabel(("1", "Indeks Uji", "80,00"), ("2", "Nilai SAKIP Dinas", D(70)), **_TARGET)),
    (
        "KON-02",
        _bertabel(("1", "Indeks Uji", D(60)), kepala=("No", "Indikator", "Target"), judul="Target Triwulan III"),
    ),
    ("KON-02", _bertabel(("1", "Indeks Uji", D(85)), kepala=("No", "Indikator", "Target"), judul="Rencana Tahun 2025")),
    ("KON-02", dengan_narasi("Target Indeks Uji tahun 2025 sebesar 85%.")),
    ("KON-02", dengan_narasi("Pada triwulan III target Indeks Uji sebesar 60% terlampaui.")),
    ("KON-03", _bertabel(("1", "Indeks Uji", D("80.5"), D(90)), **_AKHIR)),
    (
        "KON-03",
        _bertabel(
            ("1", "Indeks Uji", D(80), D(85), D(90)),
            judul="Target Renstra 2024-2026",
            kepala=("No", "Indikator", "Target 2024", "Target 2025", "Target 2026"),
        ),
    ),
    (
        "KON-04",
        _bertabel(
            ("1", "Indeks Uji", D(80)),
            data=_pk(*_MURNI_DAN_PERUBAHAN),
            kepala=_TARGET["kepala"],
            judul="Perjanjian Kinerja Murni Tahun 2024",
        ),
    ),
    ("KON-04", _bertulis(_pk(*_MURNI_DAN_PERUBAHAN), "Target Indeks Uji dinaikkan dari 80% menjadi 85%.")),
]

_TEKS: list[tuple[str, BukuKerja]] = [
    *_RUSAK_TARGET,
    ("KON-05", _sebutan("Sasaran pertama adalah “Meningkatnya Kualitas Pengelolaan ASN” sesuai Renstra.")),
    ("KON-05", _sebutan("Sasaran strategis pertama yaitu Meningkatnya Mutu Manajemen ASN, diukur setiap tahun.")),
    ("KON-05", _sebutan("Perjanjian memuat Meningkatnya Kualitas Tata Manajemen ASN sebagai hasil.")),
    ("KON-05", _bernama(dengan_tabel(("1", "Meningkatnya kualitas pengelolaan kepegawaian", _INDIKATOR),
                                     kepala=("No", "Sasaran Strategis", "Indikator Kinerja")))),
    ("KON-05", _bernama(dengan_klaim(_klaim_di("Tabel 2.4, sasaran “Meningkatnya Kualitas Pengelolaan ASN”",
                                               "selisih_target", "80")))),
    ("KON-06", _bertulis(dengan_indikator("I1", **_BERVERBA),
                         "Persentase Keluhan Layanan yang Diselesaikan sebesar 80,5%.")),
    ("KON-06", _sebutan("Indeks Kualitas Layanan Kesekretariatan naik dari tahun lalu.")),
    ("KON-06", _sebutan("Indikator “Indeks Mutu Pelayanan Kesekretariatan” dipakai sejak lama.")),
    ("KON-06", _bernama(dengan_tabel(("1", "Indeks Kualitas Layanan Kesekretariatan", D(80)),
                                     kepala=("No", "Indikator Kinerja", "Target")))),
    ("KON-07", _jenis("I1", jenis=JenisIndikator.INDEKS)),
    ("KON-07", _jenis("I1", satuan="Indeks")),
    ("KON-07", _jenis("I2", uraian="Persentase Layanan", jenis=None)),
    ("KON-07", dengan_tabel(("1", "Indeks Uji", "Skor", D(80)),
                            kepala=("No", "Indikator Kinerja", "Satuan", "Target"))),
    ("KON-07", dengan_tabel(("I2", "%", D(70), ""), kepala=("Indikator", "Satuan", "Target", ""))),
    ("KON-07", dengan_narasi("Indeks Uji dinyatakan dengan satuan Skor.")),
    ("KON-07", dengan_narasi("Nilai SAKIP Dinas mencapai 71% pada akhir tahun.")),
    ("KON-12", _NARASI("Renstra memuat 3 Sasaran Strategis.")),
    ("KON-12", _NARASI("Sasaran strategis yang diperjanjikan tahun ini sebanyak 3 (tiga) buah.")),
    ("KON-12", _NARASI("Kinerja diukur dengan 4 (empat) Indikator Kinerja Utama sebagaimana ditetapkan.")),
    ("KON-12", _NARASI("Tujuan dijabarkan menjadi tiga sasaran strategis dan dua indikator kinerja utama.")),
    ("KON-12", _NARASI("Kinerja diukur dengan 3 (tiga) indikator kinerja utama.")),
    ("KON-12", _NARASI("Ketiga sasaran tercapai.")),
    ("KON-12", _NARASI("Badan Uji melaksanakan 3 program yang terdiri dari kegiatan pendampingan.")),
    ("KON-12", _NARASI("Anggaran dipakai untuk 2 program, 13 kegiatan, dan 1 subkegiatan.")),
    ("KON-12", _NARASI("Program Uji terdiri atas satu kegiatan dan lima sub kegiatan.")),
    ("KON-12", _NARASI("Perjanjian memuat 1 (satu) sasaran strategis.")),
    ("KON-13", _NARASI("Renstra Badan Uji 2019-2024 menjadi acuan.")),
    ("KON-13", _NARASI("Tahun depan dituntaskan target Rencana Strategis periode 2020 sampai dengan 2025.")),
    ("KON-13", _NARASI("Rencana Strategis (Renstra) Badan Uji Tahun 2021 s.d. 2026 menjadi acuan.")),
    ("KON-13", _NARASI("RENSTRA BADAN UJI PERIODE 2020-2025")),
    ("KON-13", _NARASI("Renstra (Rencana Strategis) perangkat daerah tahun 2020–2025 dan RPJMD 2020–2025.")),
    ("KON-13", _NARASI("Isu strategis tahun 2018 - 2023 dijabarkan sebagai berikut.")),
    ("KON-13", dengan_tabel(("A", D(1), D(1)), judul="Target Kinerja dalam Renstra Tahun 2021–2026")),
    ("KON-13", dengan_klaim(_klaim_di("Tabel 2.1 Renstra 2019–2024", "selisih_target", "80"))),
    ("KON-14", _DEPAN("Laporan Kinerja Instansi Pemerintah (LKjIP) Badan Uji Tahun 2023 disampaikan kepada Gubernur.")),
    ("KON-14", _DEPAN("Dengan selesainya tahun anggaran 2023, kinerja dipertanggungjawabkan.")),
    ("KON-12", _NARASI("Program Penunjang Uji terdiri atas 4 (empat) kegiatan.")),
    ("KON-13", dengan_klaim(_klaim_di("Tabel 2.4 Target Renstra 2019-2024", "selisih_target", "80"))),
    ("KON-14", _bertabel(("1", D(1)), kepala=("No", "Target"), judul="Perjanjian Kinerja T.A. 2023")),
    ("KON-14", _DEPAN("Badan Uji pada tahun 2023 menetapkan 2 (dua) sasaran strategis.")),
    ("KON-14", _PERJANJIAN("Perjanjian Kinerja Tahun 2023 ditandatangani pada 15 Januari 2024.")),
    ("KON-14", _SIMPULAN("Secara umum kinerja Badan Uji tahun 2023 tergolong tinggi.")),
    ("KON-14", _bertabel(("1", "Indeks Uji", D("80.5")), ("2", "Nilai SAKIP Dinas", "71"), kepala=_REALISASI,
                         judul="Hasil Kinerja Tahun 2023")),
    ("KON-14", dengan_narasi("Laporan ini, yaitu LKjIP 2023, menyajikan kinerja.")),
    ("KON-14", dengan_tabel(("A", D(1), D(1)), judul="Perjanjian Kinerja Tahun 2023", kepala=("No", "Target", "%"))),
    ("KON-14", dengan_tabel(("A", D(1), D(1)), judul="Pegawai Tahun 2018", kepala=("Unit", "2022", "2023"))),
    ("KON-23", _tabel_pk(("1", "Program Uji", D(101), ""), _PROGRAM[1])),
    ("KON-23", _tabel_pk(_PROGRAM[0])),
    ("KON-23", _tabel_pk(*_PROGRAM, ("3", "Program Lain", D(5), ""))),
    ("KON-23", _tabel_pk(*_PROGRAM, ("", "Jumlah", D(210), ""))),
    ("KON-23", dengan_klaim(_klaim_di("Lampiran Perjanjian Kinerja", "jumlah_pagu", "99", P))),
    ("KON-23", dengan_klaim(_klaim_di("Tabel 2.4", "selisih_target", "80"),
                            _klaim_di("Tabel 2.4, program", "jumlah_pagu", "99", Q))),
]  # fmt: skip

_WAKTU: list[tuple[str, BukuKerja]] = [
    ("TW-02", dengan_klaim(klaim("capaian", "90", triwulan=1), kinerja=lambda k: replace(
        k, daftar_kinerja_triwulan=(tw("I1", 1, 72), *k.daftar_kinerja_triwulan[1:])))),
    ("TW-02", dengan_klaim(
        _klaim_di("Tabel 3, Target 2024", "selisih_target", "80"),
        _klaim_di("Tabel 3, TW I", "realisasi", "40", triwulan=1),
        kinerja=lambda k: replace(k, daftar_kinerja_triwulan=(tw("I1", 1, 40), *k.daftar_kinerja_triwulan[1:])))),
    ("TW-03", dengan_triwulan(*_penuh("I1", tw3={"realisasi": None, "target": D(60)}))),
    ("TW-03", dengan_triwulan(*_penuh("I2", tw4={"realisasi": None, "predikat_target": "BB"}))),
    ("TW-03", buku_sehat(
        lambda r: replace(r, daftar_indikator=tuple(Indikator(f"I{n}", "S1", f"Indeks {n}") for n in range(1, 8))),
        lambda k: replace(k, daftar_kinerja_triwulan=tuple(tw(f"I{n}", 1, target=D(5)) for n in range(1, 8))))),
    ("TW-04", dengan_kinerja(daftar_realisasi_tahunan=(
        setahun("I1", None, 2024, pembilang=D(150), penyebut=D(200)),))),
    ("TW-04", dengan_kinerja(
        daftar_realisasi_tahunan=(setahun("I1", 99, 2024),), daftar_komponen=(),
        daftar_kinerja_triwulan=(tw("I1", 4, None, pembilang=D(161), penyebut=D(200)), tw("I2", 4, 71)))),
    ("TW-04", buku_sehat(lambda r: replace(r, daftar_indikator=tuple(
        replace(i, akumulasi=Akumulasi.RATA_RATA) for i in r.daftar_indikator)), lambda k: replace(
            k, daftar_komponen=(), daftar_realisasi_tahunan=(setahun("I1", "81.62", 2024),),
            daftar_kinerja_triwulan=(*(tw("I1", t, "80.80") for t in (1, 2, 3)), tw("I1", 4, "84.70"))))),
    ("TW-06", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, _KELUARAN),
                             daftar_target_tahunan=(*_R.daftar_target_tahunan, target("K1", 800)))),
    ("TW-06", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, replace(_KELUARAN, uraian="Jumlah Laporan Hasil")),
                             daftar_target_tahunan=(*_R.daftar_target_tahunan, target("K1", 101)))),
    ("TW-07", dengan_triwulan(tw("I1", 1, "60.1", target=D(40)))),
    ("TW-07", dengan_triwulan(tw("I1", 2, 81, target=D(79)))),
    ("TW-08", dengan_tabel(("Sasaran satu", "Program Uji", "x"), kepala=("Sasaran", "Indikator", "Program"))),
    ("TW-08", dengan_tabel(("Indeks Uji", "Sasaran satu", ""), kepala=("Sasaran", "Indikator Kinerja", "Program"))),
    ("TW-08", dengan_tabel(("Sasaran satu", "Program Lain", "x"), kepala=("Sasaran", "Indikator", "Program"))),
    ("TW-08", dengan_tabel(("Kegiatan Uji", "Pendampingan Unit", "x"), kepala=("Program", "Sub Kegiatan", "Anggaran"))),
    ("TW-09", _disetujui(date(2024, 4, 16))),
    ("TW-09", _laporan_triwulan(date(2024, 4, 16))),
    ("TW-10", dengan_triwulan(*_penuh("I1")[:3], *_penuh("I2"))),
    ("TW-10", dengan_triwulan()),
    ("TW-10", _triwulan(tw("I1", 2, 50), *_penuh("I2"), hari=date(2024, 4, 1))),
]  # fmt: skip

# S1 and I1: capaian 100,625, serapan 90; S2 and I2: capaian 101,43, serapan 90.
_UANG: list[tuple[str, BukuKerja]] = [
    ("EFI-02", dengan_klaim(klaim("efisiensi", "10.63", "S1"), klaim("efisiensi", "1.127", "S2"))),
    ("EFI-02", dengan_klaim(klaim("efisiensi", "10.63", "S1"), klaim("efisiensi", "10", "S2"))),
    ("EFI-02", _EFISIENSI("Efisiensi dihitung dengan membandingkan input target dan input realisasi.")),
    ("EFI-02", _EFISIENSI("Tingkat efisiensi diperoleh dari rasio capaian terhadap serapan anggaran.")),
    ("EFI-02", _EFISIENSI("Efisiensi dihitung dari selisih pagu anggaran dan realisasi.")),
    ("EFI-03", dengan_klaim(klaim("efisiensi", "10.00", "S1"))),
    ("EFI-03", _EFISIENSI("Pada Sasaran satu tercapai efisiensi sebesar 10,00%.")),
    ("EFI-04", _EFISIENSI("Serapan 97,09% menyisakan sisa anggaran sebesar 7,91%.")),
    ("EFI-04", _EFISIENSI("Sisa anggaran Sasaran satu adalah 11%.")),
    ("EFI-04", _EFISIENSI("Dari pagu Rp500 terpakai Rp450 sehingga sisa anggaran Rp60.")),
    ("EFI-04", dengan_tabel(("Sasaran satu", D("97.09"), D("7.91")), kepala=("Sasaran", "Serapan (%)", "Sisa (%)"))),
    ("EFI-04", dengan_tabel(("A", D(100), D(90), D(11)), kepala=("Program", "Pagu", "Realisasi", "Sisa"))),
    ("EFI-04", _klaim_metode(MetodeEfisiensi.SISA, klaim("efisiensi", "7.91", "S1"))),
    ("EFI-04", dengan_klaim(_klaim_di("Tabel 3.9, sisa anggaran", "efisiensi", "7.91", "S1"))),
    ("EFI-05", _gagal(_EFISIENSI("Penggunaan anggaran Sasaran satu tergolong efisien."))),
    ("EFI-05", _gagal(_EFISIENSI("Anggaran seluruh sasaran telah digunakan secara efisien."))),
    ("EFI-05", _gagal(_EFISIENSI("Indeks Uji dicapai dengan efisien."))),
    ("EFI-05", _gagal(_tabel_efisiensi(("Sasaran satu", D("87.5"), "Efisien"), kepala=("Sasaran", "%", "Simpulan")))),
    ("EFI-05", _gagal(dengan_klaim(Klaim("Tabel 3.9", "efisiensi", "S1", 2024, teks="Efisien")))),
    ("EFI-06", dengan_klaim(klaim("efisiensi", "10.63", "S1"), kinerja=lambda k: _metode(
        k, MetodeEfisiensi.SELISIH, "100"))),
    ("EFI-06", dengan_klaim(_klaim_di("Tabel 3.9", "capaian", "115"), _klaim_di("Tabel 3.9", "serapan", "96.69", "S1"),
                            _klaim_di("Tabel 3.9, efisiensi", "efisiensi", "18.31"),
                            _klaim_di("Tabel 3.8", "capaian", "100"))),
    ("EFI-07", _EFISIENSI("Nilai efisiensi (NE) Sasaran satu sebesar 235%.")),
    ("EFI-07", _klaim_metode(MetodeEfisiensi.PMK, klaim("efisiensi", "235", "S1"))),
    ("EFI-07", dengan_klaim(_klaim_di("Tabel 3.9, NE", "efisiensi", "-12", "S1"))),
    ("EFI-07", _tabel_efisiensi(("Sasaran satu", D(90), D(235)), kepala=("Sasaran", "E", "NE (%)"))),
    ("EFI-08", _EFISIENSI("Terjadi inefisiensi anggaran karena nilai efisiensinya negatif.")),
    ("EFI-08", _EFISIENSI("Penggunaan anggaran Sasaran satu tidak efisien.")),
    ("EFI-08", _boros(_EFISIENSI("Penggunaan anggaran Sasaran satu sudah efisien."))),
    ("EFI-08", _tabel_efisiensi(("Sasaran dua", D(1), "Tidak efisien"), kepala=("Sasaran", "Nilai", "Simpulan"))),
    ("EFI-08", dengan_klaim(Klaim("Tabel 3.9", "efisiensi", "S2", 2024, teks="tidak efisien"))),
    ("EFI-10", dengan_klaim(_klaim_di("Tabel 3.18, serapan", "serapan", "96.69", "S1"),
                            _klaim_di("Tabel 3.18", "efisiensi", "10.63", "S1"),
                            _klaim_di("Tabel 3.20", "serapan", "96.68", "S1"))),
    ("EFI-10", _tabel_efisiensi(("Sasaran satu", D("100.63"), D("96.69")), kepala=("Sasaran", "", "Serapan (%)"))),
]  # fmt: skip

_KLAIM: list[tuple[str, BukuKerja]] = [
    ("KON-15", dengan_klaim(klaim("capaian", "101.15"), _klaim_di("Tabel 3.2", "capaian", "101.5"))),
    ("KON-15", dengan_klaim(klaim("realisasi", "98"), _klaim_di("Tabel 3.2", "realisasi", "96"))),
    ("KON-15", dengan_klaim(klaim("nilai_komponen_maks", "20.46", "Pengukuran Kinerja"),
                            _klaim_di("Tabel 3.2", "nilai_komponen_maks", "16.93", "Pengukuran Kinerja"))),
    ("KON-15", dengan_klaim(klaim("capaian", "101.15"), _klaim_di("Tabel 3.2", "capaian", "102"))),
    ("SAK-09", dengan_klaim(klaim("nilai_sakip", "71.51", ""), _klaim_di("Tabel 3.2", "nilai_sakip", "71.11", ""))),
]  # fmt: skip

RUSAK: list[tuple[str, BukuKerja]] = [*_RENCANA, *_TEKS, *_WAKTU, *_UANG, *_KLAIM]

_BERALASAN = replace(_pk(pk("I1", Versi.MURNI, 85), pk("I2", Versi.MURNI, 70)),
                     laporan=dengan_narasi("Target Indeks Uji dinaikkan atas arahan Gubernur.",
                                           bagian="bab2.perjanjian").laporan)  # fmt: skip

DIAM: list[tuple[str, BukuKerja]] = [
    ("KON-01", _BERALASAN),
    ("KON-01", _bertulis(buku_sehat(lambda r: replace(
        r, daftar_perjanjian=(pk("I1", Versi.MURNI, 85), pk("I2", Versi.MURNI, 70)),
        daftar_indikator=tuple(replace(i, **_BERSINGKATAN) if i.kode == "I1" else i for i in r.daftar_indikator))),
        "Target IMP dinaikkan dari 80% menjadi 85%.", "bab2.perjanjian_kinerja")),
    ("KON-01", _pk(pk("I1", Versi.MURNI, 80), pk("I1", Versi.PERUBAHAN, 85), pk("I2", Versi.MURNI, 70))),
    ("KON-01", _pk(pk("I1", Versi.MURNI, "80.00"), pk("I2", Versi.MURNI, 70))),
    ("KON-08", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, Indikator("T", "T1", "Nilai RB")))),
    ("KON-09", replace(dengan_kinerja(daftar_kinerja_triwulan=_penuh("I2"), daftar_komponen=()),
                       laporan=dengan_narasi("Indeks Uji belum terbit karena survei BKN mundur.").laporan)),
    ("KON-10", _pk()),
    ("KON-10", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, Indikator("T", "T1", "Nilai RB")))),
    ("KON-16", _pk(pk("I1", Versi.MURNI, 81), pk("I2", Versi.MURNI, 70))),
    ("KON-16", buku_sehat(kinerja=lambda k: replace(
        k, daftar_kinerja_triwulan=(tw("I1", 4, 80),), daftar_komponen=()))),
    ("KON-17", _lalu(setahun("I1", "79.99", 2023), setahun("I2", "69.99", 2023))),
    ("KON-17", buku_sehat(lambda r: replace(r, daftar_perjanjian=(pk("I1", Versi.MURNI, 100),)), lambda k: replace(
        k, daftar_realisasi_tahunan=(setahun("I1", 100, 2023),)))),
    ("KON-17", _lalu(setahun("I1", 85, 2023), setahun("I2", 75, 2023), arah=Arah.NEGATIF)),
    ("KON-18", _target(I1=(80, 80, 90), I2=(70, 75, 80))),
    ("KON-18", dengan_renstra(daftar_target_tahunan=(target("I1", 80, 2024), target("I1", 70, 2026)))),
    ("KON-19", _target(I1=(80, 85, 81), I2=(70, 75, 72))),
    ("KON-20", _jenis("I2", formulasi="", sumber_data="")),
    ("KON-21", _jenis("I2", uraian="Nilai Jumlah Layanan")),
    ("KON-21", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, _KELUARAN))),
    ("KON-22", _baru("I1")),
    ("KON-22", _SEHAT),
    *_DIAM_TARGET,
    ("KON-05", _sebutan(f"Sasaran “{_SASARAN}” dan sasaran RPJMD “Meningkatnya Kualitas Pelayanan ASN” sejalan.")),
    ("KON-05", _sebutan("Meningkatnya Kualitas Hidup Masyarakat adalah cita-cita bersama.")),
    ("KON-05", _bernama(dengan_tabel(("1", f"1. {_SASARAN.upper()}", _INDIKATOR),
                                     kepala=("No", "Sasaran Strategis", "Indikator Kinerja")))),
    ("KON-06", _sebutan(f"{_INDIKATOR} naik; Indeks Kualitas Pelayanan ikut membaik, juga {{capaian I1}}.")),
    ("KON-06", _sebutan("Indeks Kepuasan Masyarakat atas layanan Kesekretariatan belum diukur.")),
    ("KON-06", _bernama(dengan_tabel(("1", "Indeks Kepuasan Masyarakat", D(80)), kepala=("No", "Indikator", "Nilai")))),
    ("KON-07", dengan_tabel(("1", "Indeks Uji", "Persen", D(80)), kepala=("No", "Indikator", "Satuan", "Target"))),
    ("KON-07", dengan_narasi("Indeks Uji mencapai 80,5% dan Nilai SAKIP Dinas 71.")),
    ("KON-07", dengan_narasi("Nilai SAKIP Dinas mencapai 101,43% dari target.")),
    ("KON-12", _NARASI("Renstra memuat 2 (dua) sasaran strategis dan dua indikator kinerja.")),
    ("KON-12", _NARASI("Sebanyak 1 indikator belum tercapai.")),
    ("KON-12", _NARASI("Sasaran yang ditetapkan dan belum tercapai sebanyak 1.")),
    ("KON-12", _NARASI("Sasaran satu diukur dengan satu indikator.")),
    ("KON-12", _NARASI("Badan Uji mengikuti 5 kegiatan sosialisasi.")),
    ("KON-12", _NARASI("Ada 9 indikator penilaian dalam lembar kerja itu.")),
    ("KON-12", _NARASI("Program Uji terdiri atas satu kegiatan dan satu sub kegiatan.")),
    ("KON-13", _NARASI("Renstra Badan Uji 2024–2026 mengacu pada RPJMD 2018-2023.")),
    ("KON-13", _NARASI("Renstra Kementerian PANRB 2020-2024 dirujuk.")),
    ("KON-13", _NARASI("Renstra Dinas Kesehatan 2019-2023 dan Renstra Provinsi 2018-2023 dirujuk.")),
    ("KON-13", _NARASI("Renstra sebelumnya, 2019-2023, sudah berakhir.")),
    ("KON-13", _NARASI("Target Renstra 2024–2025 naik bertahap.")),
    ("KON-14", _DEPAN("LKjIP Badan Uji Tahun 2024 disampaikan.")),
    ("KON-13", _NARASI("Sebagai kelanjutan berakhirnya Renstra Tahun 2019-2023, disusun Renstra Tahun 2024-2026.")),
    ("KON-14", _DEPAN("Tantangan ke depan adalah pelaksanaan Perjanjian Kinerja Tahun 2025.")),
    ("KON-14", _PERJANJIAN("Perjanjian Kinerja Tahun 2025 akan disusun sesudah DPA disahkan.")),
    ("KON-14", _DEPAN("Pada tahun 2023 Badan Uji menetapkan peta jalan pelayanan.")),
    ("KON-14", _PERJANJIAN("Perjanjian Kinerja Tahun 2024 melanjutkan Perjanjian Kinerja Tahun 2023.")),
    ("KON-14", _SIMPULAN("Dibandingkan kinerja Badan Uji tahun 2023, hasilnya lebih baik.")),
    ("KON-14", _bertabel(("1", "Indeks Uji", D(79)), ("2", "Nilai SAKIP Dinas", D(69)), kepala=_REALISASI,
                         judul="Hasil Kinerja Tahun 2023")),
    ("KON-14", _DEPAN("Dibandingkan dengan LKjIP Tahun 2023, penyajiannya lebih ringkas.")),
    ("KON-14", dengan_narasi("LKjIP Tahun 2023 menerima catatan dari Inspektorat.")),
    ("KON-14", dengan_tabel(("A", D(1), D(1)), judul="Perkembangan Pegawai 2023", kepala=("Unit", "2023", "2024"))),
    ("KON-14", dengan_tabel(("A", D(1), D(1)), judul="Pegawai Tahun 2023")),
    ("KON-15", dengan_klaim(klaim("capaian", "99.33"), _klaim_di("Tabel 3.2", "capaian", "99.3"))),
    ("SAK-09", dengan_klaim(klaim("nilai_sakip", "71.5", ""), _klaim_di("Tabel 3.2", "nilai_sakip", "71.51", ""))),
    ("KON-15", dengan_klaim(klaim("capaian", "112.94"), _klaim_di("Tabel 3.2", "capaian", "112"))),
    ("KON-15", dengan_klaim(klaim("selisih_target", "80"), _klaim_di("Tabel 3.2", "selisih_target", "80.00"))),
    ("KON-15", dengan_klaim(klaim("capaian", "90", triwulan=1), klaim("capaian", "91", triwulan=2))),
    ("KON-23", _tabel_pk(*_PROGRAM, ("", "Jumlah", D(200), ""))),
    ("KON-23", _tabel_pk(("1", "Program A", D(1), ""), judul="Program dan Anggaran Pendidikan")),
    ("KON-23", dengan_klaim(_klaim_di("Tabel 3.20", "jumlah_pagu", "99", P),
                            _klaim_di("Tabel 3.20", "realisasi", "80"))),
    ("TW-02", dengan_klaim(klaim("capaian", "100", triwulan=1))),
    ("TW-03", dengan_triwulan(*_penuh("I1", tw3={"realisasi": None, "target": D(60), "catatan": "Survei mundur"}))),
    ("TW-03", dengan_triwulan(*_penuh("I1", tw1={"realisasi": None, "target": D(0)}))),
    ("TW-03", _triwulan(*_penuh("I1", tw4={"realisasi": None, "target": D(60)}), hari=date(2024, 12, 1))),
    ("TW-04", dengan_kinerja(daftar_realisasi_tahunan=(setahun("I1", "80.50", 2024), setahun("I2", 71, 2024)))),
    ("TW-04", dengan_kinerja(daftar_realisasi_tahunan=(setahun("I1", 99, 2024),), daftar_kinerja_triwulan=(
        tw("I1", 4, None, catatan="Menunggu"), tw("I2", 4, 71)), daftar_komponen=())),
    ("TW-06", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, _KELUARAN),
                             daftar_target_tahunan=(*_R.daftar_target_tahunan, target("K1", 100)))),
    ("TW-06", dengan_renstra(daftar_indikator=(*_R.daftar_indikator, replace(_KELUARAN, uraian="Jumlah Pegawai")),
                             daftar_target_tahunan=(*_R.daftar_target_tahunan, target("K1", 800)))),
    ("TW-07", dengan_triwulan(tw("I1", 1, 60, target=D(40)), tw("I1", 4, 110, target=D(80)))),
    ("TW-07", _triwulan(tw("I1", 2, 81, target=D(30)), hari=date(2024, 4, 1))),
    ("TW-08", dengan_tabel(("Sasaran satu", "Indeks Uji", "Program Uji"), kepala=("Sasaran", "Indikator", "Program"))),
    ("TW-08", dengan_tabel(("Sasaran satu", "Kegiatan Uji", "x"), kepala=("Sasaran", "Program/Kegiatan", "Indikator"))),
    ("TW-08", dengan_tabel(("Program Uji", "x", "y"), kepala=("Uraian", "Jumlah", "%"))),
    ("TW-09", _disetujui(date(2024, 4, 15))),
    ("TW-09", _laporan_triwulan(date(2024, 4, 15))),
    ("TW-10", _triwulan(tw("I1", 1, 50), tw("I2", 1, 50), hari=date(2024, 4, 1))),
    ("EFI-02", dengan_klaim(klaim("efisiensi", "10.63", "S1"), klaim("efisiensi", "11.43", "S2"))),
    ("EFI-02", dengan_klaim(klaim("efisiensi", "10.63", "S1"), klaim("efisiensi", "77", "S2"))),
    ("EFI-02", _EFISIENSI("Efisiensi dihitung dari selisih capaian dan serapan.")),
    ("EFI-03", dengan_klaim(klaim("efisiensi", "10.63", "S1"))),
    ("EFI-03", _klaim_metode(MetodeEfisiensi.SISA, klaim("efisiensi", "10", "S1"))),
    ("EFI-03", _EFISIENSI("Sisa anggaran Sasaran satu 10,00% dan efisiensinya 10,63 poin.")),
    ("EFI-04", _EFISIENSI("Serapan 97,09% menyisakan sisa anggaran sebesar 2,91%.")),
    ("EFI-04", _EFISIENSI("Dari pagu Rp500 terpakai Rp450 sehingga sisa anggaran Rp50.")),
    ("EFI-04", _EFISIENSI("Sisa anggaran terbesar ada pada perjalanan dinas, yang menyerap 60%.")),
    ("EFI-04", dengan_tabel(("A", D("97.09"), D("2.91")), kepala=("Sasaran", "Serapan (%)", "Sisa (%)"))),
    ("EFI-04", _klaim_metode(MetodeEfisiensi.SISA, klaim("efisiensi", "10", "S1"))),
    ("EFI-05", _EFISIENSI("Penggunaan anggaran Sasaran satu tergolong efisien.")),
    ("EFI-05", _gagal(_EFISIENSI("Anggaran Sasaran satu akan dipakai lebih efisien."))),
    ("EFI-05", _gagal(_EFISIENSI("Pemerintahan yang efektif dan efisien adalah cita-cita anggaran Sasaran satu."))),
    ("EFI-05", _gagal(_EFISIENSI("Penggunaan anggaran Sasaran dua tergolong efisien."))),
    ("EFI-06", dengan_klaim(klaim("efisiensi", "10.63", "S1"))),
    ("EFI-06", dengan_klaim(klaim("efisiensi", "10.00", "S1"), kinerja=lambda k: _metode(
        k, MetodeEfisiensi.SELISIH, "100"))),
    ("EFI-07", _EFISIENSI("Nilai efisiensi (NE) Sasaran satu sebesar 76,56%.")),
    ("EFI-07", _EFISIENSI("Nilai efisiensi Sasaran satu 106,7%.")),
    ("EFI-07", _klaim_metode(MetodeEfisiensi.PMK, klaim("efisiensi", "-12", "S1"))),
    ("EFI-08", _EFISIENSI("Penggunaan anggaran Sasaran satu sudah efisien.")),
    ("EFI-08", _gagal(_EFISIENSI("Penggunaan anggaran Sasaran satu tidak efisien."))),
    ("EFI-08", _EFISIENSI("Pengawasan diperketat untuk mencegah penggunaan anggaran yang tidak efisien.")),
    ("EFI-10", dengan_klaim(_klaim_di("Tabel 3.18, serapan", "serapan", "90.00", "S1"),
                            _klaim_di("Tabel 3.18", "efisiensi", "10.63", "S1"),
                            _klaim_di("Tabel 3.20", "serapan", "90", "S1"))),
    ("EFI-10", _tabel_efisiensi(("Sasaran satu", D("100.63"), D("90.00")), kepala=("Sasaran", "", "Serapan (%)"))),
]  # fmt: skip
