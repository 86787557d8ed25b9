"""The head's page from records alone: what comes first, how long the bars are, and the one next step."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data import Sakip
from lkjip.data import BukuKerja
from lkjip.halaman.pimpinan import Perhatian, halaman_pimpinan, rekap_terbuka
from lkjip.halaman.pimpinan_langkah import HakLangkah, langkah_laporan, tanda_menunggu
from lkjip.halaman.ringkasan import ringkasan
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data_penyusunan import KeadaanPenyusunan
from lkjip.laporan.data_terbitan import KeadaanTerbitan as K
from lkjip.laporan.data_terbitan import TahapNaskah
from lkjip.pemeriksaan.data import Jawaban, Rekap, Temuan, Tingkat
from lkjip.terbitan.data_versi import CatatanNaskahResmi, TempatTanda, VersiDokumen
from renstra.data import Indikator
from tests.pembuat import D, buat_data, buat_kinerja, buat_renstra, target, tw

SAAT = datetime(2025, 2, 3, tzinfo=UTC)
DI_BAWAH, TANPA_TARGET, KOSONG, TERLAMBAT, BAIK = (f"I{n}" for n in range(5))


def _konteks(*, iku: bool = True, pada: date | None = date(2025, 2, 1), **lain: object) -> Konteks:
    """One indicator of each kind of attention, the sound one first."""
    kode = (BAIK, TERLAMBAT, KOSONG, TANPA_TARGET, DI_BAWAH)
    renstra = buat_renstra(
        *(Indikator(k, "S1", uraian=f"Indikator {k}", iku=iku) for k in kode),
        daftar_target_tahunan=tuple(target(k, 100) for k in kode if k != TANPA_TARGET),
    )
    ukur = [tw(k, t, nilai) for k, nilai in ((BAIK, 110), (DI_BAWAH, 60), (TANPA_TARGET, 50)) for t in (1, 2, 3, 4)]
    ukur += [tw(TERLAMBAT, t, 100) for t in (1, 3, 4)]
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(ukur), **lain)
    buku = BukuKerja(buat_data(kinerja))
    return Konteks(buku.pada(pada) if pada else buku)


def test_yang_perlu_perhatian_disebut_lebih_dulu_dengan_sebabnya() -> None:
    halaman = halaman_pimpinan(_konteks(), {}, Rekap())
    urut = [(b.baris.indikator.kode, b.perhatian) for b in halaman.daftar_indikator]
    assert urut == [
        (DI_BAWAH, Perhatian.DI_BAWAH),
        (TANPA_TARGET, Perhatian.TANPA_TARGET),
        (KOSONG, Perhatian.TANPA_REALISASI),
        (TERLAMBAT, Perhatian.TERLAMBAT),
        (BAIK, Perhatian.TIDAK),
    ]
    assert halaman.banyak_perhatian == 4
    assert halaman.daftar_indikator[3].kalimat == "Realisasi Triwulan II belum diisi."
    assert all(bool(b.kalimat) == (b.perhatian is not Perhatian.TIDAK) for b in halaman.daftar_indikator)


def test_tanpa_tanda_iku_semua_indikator_rencana_dipakai() -> None:
    assert halaman_pimpinan(_konteks(), {}, Rekap()).sebutan_indikator == "Indikator Kinerja Utama"
    halaman = halaman_pimpinan(_konteks(iku=False), {}, Rekap())
    assert halaman.sebutan_indikator == "Indikator tujuan dan sasaran"
    assert len(halaman.daftar_indikator) == 5


def test_triwulan_yang_belum_berakhir_bukan_keterlambatan() -> None:
    halaman = halaman_pimpinan(_konteks(pada=date(2024, 5, 1)), {}, Rekap())
    per_kode = {b.baris.indikator.kode: b for b in halaman.daftar_indikator}
    assert per_kode[TERLAMBAT].perhatian is Perhatian.TIDAK
    assert per_kode[KOSONG].kalimat == "Realisasi Triwulan I belum diisi."


def test_tren_hanya_bila_ada_tahun_lain_dan_batangnya_seskala() -> None:
    kosong = halaman_pimpinan(_konteks(), {}, Rekap())
    assert kosong.daftar_tren == ()
    nilai = (Sakip(2022, "A", D(30), D(20)), Sakip(2023, "A", D(30), D(25)), Sakip(2024, "A", D(30), D(28)))
    ktx = _konteks(daftar_sakip=nilai)
    halaman = halaman_pimpinan(ktx, {t: ringkasan(ktx) for t in range(2015, 2024)}, Rekap())
    capaian, _, sakip = halaman.daftar_tren
    assert [t.tahun for t in capaian.daftar] == [2020, 2021, 2022, 2023, 2024]
    assert [t.tahun for t in sakip.daftar] == [2022, 2023, 2024]
    assert halaman.sakip_lalu is not None
    assert halaman.sakip_lalu.tahun == 2023
    assert all(0 <= D(t.lebar) <= 100 for tren in halaman.daftar_tren for t in tren.daftar)
    assert set(halaman.daftar_perubahan) >= {"Rata-rata capaian indikator"}


@given(st.lists(st.decimals(-1000, 1000, places=3), min_size=1, max_size=5))
def test_batang_tidak_pernah_keluar_dari_bingkai(daftar: list[object]) -> None:
    ktx = _konteks(daftar_sakip=tuple(Sakip(2024 - n, "A", D(30), D(str(d))) for n, d in enumerate(daftar)))
    for tren in halaman_pimpinan(ktx, {}, Rekap()).daftar_tren:
        assert all(0 <= D(t.lebar) <= 100 for t in tren.daftar)


def _temuan(n: int, tingkat: Tingkat, *, klaim: bool = False) -> Temuan:
    return Temuan("HIT-01", tingkat, "Salah.", butir=str(n), klaim=klaim)


def test_temuan_terbuka_dihitung_menurut_beratnya() -> None:
    galat, lain = _temuan(1, Tingkat.GALAT), _temuan(2, Tingkat.PERINGATAN)
    jawab = Jawaban(galat.kunci, galat.sidik, galat.aturan, galat.pesan, "Sudah benar.", "Ani", SAAT)
    daftar = [galat, lain, _temuan(3, Tingkat.GALAT), _temuan(4, Tingkat.GALAT, klaim=True)]
    hasil = rekap_terbuka(daftar, [jawab])
    assert (hasil.galat, hasil.peringatan, hasil.info, hasil.menahan) == (1, 1, 0, 1)
    basi = replace(jawab, sidik="lain")
    assert rekap_terbuka(daftar, [basi]).galat == 2


def _versi(keadaan: K, *, kunci: str = "laporan", nomor: int = 1, pk: int = 7, terisi: bool = False) -> VersiDokumen:
    tempat = TempatTanda(70 + pk, "ttd-kepala", "Ani", "Kepala", pada=SAAT if terisi else None)
    return VersiDokumen(pk, "laporan", kunci, nomor, "LKjIP", "lkjip", keadaan, "K7QM3XTF9R2P", dibuat_pada=SAAT,
                        daftar_tanda=(tempat,), keadaan_penyusunan=KeadaanPenyusunan.BERJALAN)  # fmt: skip


def _catatan(tahap: TahapNaskah) -> CatatanNaskahResmi:
    return CatatanNaskahResmi(tahap, "x", datetime(2025, 3, 1, tzinfo=UTC))


SEMUA = HakLangkah(periksa=True, finalkan=True, terbitkan=True, tanda=frozenset({77}), jawab=True)


@pytest.mark.parametrize(
    ("versi", "tahap", "hak", "tombol", "halaman"),
    [
        (None, None, SEMUA, "Baca laporan", "laporan"),
        (None, TahapNaskah.DIAJUKAN, SEMUA, "Periksa naskah", "dokumen_resmi"),
        (None, TahapNaskah.DIAJUKAN, HakLangkah(), "Baca laporan", "laporan"),
        (None, TahapNaskah.DIPERIKSA, SEMUA, "Finalkan", "finalkan_naskah"),
        (None, TahapNaskah.DIPERIKSA, HakLangkah(), "Baca laporan", "laporan"),
        (None, TahapNaskah.DIKEMBALIKAN, SEMUA, "Baca laporan", "laporan"),
        (K.DISUSUN, None, SEMUA, "Lihat kemajuannya", "versi_terbitan"),
        (K.FINAL, None, SEMUA, "Tanda tangani", "tanda_tangan"),
        (K.FINAL, None, HakLangkah(terbitkan=True), "Lihat versi final", "versi_terbitan"),
        (K.DITANDATANGANI, None, SEMUA, "Terbitkan", "terbitkan_versi"),
        (K.DITANDATANGANI, None, HakLangkah(), "Lihat versi ini", "versi_terbitan"),
        (K.TERBIT, None, SEMUA, "Baca laporan yang terbit", "unduh_terbitan"),
        (K.TERBIT, TahapNaskah.DIPERIKSA, SEMUA, "Finalkan", "finalkan_naskah"),
        (K.DITARIK, None, SEMUA, "Baca laporan", "laporan"),
        (K.DIBATALKAN, None, SEMUA, "Baca laporan", "laporan"),
    ],
)
def test_satu_langkah_berikut_menurut_keadaan_dan_hak(
    versi: K | None, tahap: TahapNaskah | None, hak: HakLangkah, tombol: str, halaman: str
) -> None:
    daftar = () if versi is None else (_versi(versi),)
    langkah = langkah_laporan(daftar, _catatan(tahap) if tahap else None, hak, kueri="?jenis=laporan")
    assert (langkah.tombol, langkah.halaman) == (tombol, halaman)
    assert langkah.kalimat


def test_temuan_yang_menahan_dijawab_dulu_sebelum_difinalkan() -> None:
    catatan = _catatan(TahapNaskah.DIPERIKSA)
    langkah = langkah_laporan((), catatan, SEMUA, kueri="", menahan=3)
    assert (langkah.tombol, langkah.halaman, langkah.draf) == ("Jawab temuan", "temuan", True)
    assert langkah_laporan((_versi(K.FINAL),), catatan, SEMUA, kueri="", menahan=3).tombol == "Tanda tangani"
    pemeriksa = HakLangkah(periksa=True, finalkan=True)  # may not answer
    assert langkah_laporan((), catatan, pemeriksa, kueri="", menahan=3).tombol == "Lihat temuan"


def test_temuan_dijawab_sebelum_naskah_diperiksa_karena_jawabannya_ikut_tercetak() -> None:
    catatan = _catatan(TahapNaskah.DIAJUKAN)
    assert langkah_laporan((), catatan, SEMUA, kueri="", menahan=3).tombol == "Jawab temuan"
    pemeriksa = HakLangkah(periksa=True, finalkan=True)
    assert langkah_laporan((), catatan, pemeriksa, kueri="", menahan=3).tombol == "Periksa naskah"


def test_penanda_tangan_lain_disebut_namanya() -> None:
    langkah = langkah_laporan((_versi(K.FINAL),), None, HakLangkah(), kueri="")
    assert "menunggu tanda tangan Ani" in langkah.kalimat


def test_dokumen_lain_yang_menunggu_tanda_tangan_sendiri_didaftar() -> None:
    daftar = (
        _versi(K.FINAL),
        _versi(K.FINAL, kunci="perjanjian-murni", pk=8),
        _versi(K.FINAL, kunci="iku", pk=9),
        _versi(K.FINAL, kunci="rencana_aksi", pk=10, terisi=True),
    )
    menunggu = tanda_menunggu(daftar, {77, 78, 80}, kecuali="laporan")
    assert [(m.versi, m.tempat) for m in menunggu] == [(8, 78)]
