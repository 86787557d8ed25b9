"""A text remembers the figures that it was written from, and says which of them have changed since."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip.halaman.keadaan_naskah import KeadaanTulisan, keadaan_naskah
from lkjip.laporan.compose import compose_naskah
from lkjip.laporan.compose.angka_usang import catat_angka, usang
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.data import DataLaporan, Narasi
from lkjip.laporan.data_naskah import CatatanNaskah
from tests.laporan.compose.test_angka_tulis import KTX, buku_uji
from tests.pembuat import D, tw

TEKS = "Capaian {capaian IKU1} berasal dari realisasi IKU1 78,42."


def dengan_realisasi(nilai: str) -> Konteks:
    buku = buku_uji()
    kinerja = replace(buku.data.kinerja, daftar_kinerja_triwulan=(tw("IKU1", 1, "60.5"), tw("IKU1", 4, nilai)))
    return Konteks(replace(buku, data=replace(buku.data, anggaran=replace(buku.data.anggaran, kinerja=kinerja))))


def test_naskah_yang_angkanya_tidak_berubah_tidak_usang() -> None:
    assert usang(KTX, catat_angka(KTX, TEKS)) == ()
    assert usang(KTX, ()) == ()


def test_perubahan_disebut_dengan_nilai_dulu_dan_kini() -> None:
    berubah = usang(dengan_realisasi("79.28"), catat_angka(KTX, TEKS))
    assert [p.uraian for p in berubah] == [
        "capaian IKU1 tahun 2024: 98,03% → 99,10%",
        "realisasi IKU1 tahun 2024: 78,42 → 79,28",
    ]


def test_angka_yang_hilang_dan_besaran_yang_tidak_dikenal_tidak_menggagalkan() -> None:
    buku = buku_uji()
    kosong = replace(buku.data.kinerja, daftar_kinerja_triwulan=())
    ktx = Konteks(replace(buku, data=replace(buku.data, anggaran=replace(buku.data.anggaran, kinerja=kosong))))
    assert [p.kini for p in usang(ktx, catat_angka(KTX, TEKS))] == ["–", "–"]
    assert usang(KTX, [{"besaran": "entah", "nilai": "1"}]) == ()


@given(st.decimals("0.01", "150", places=2).filter(lambda n: n != D("78.42")))
@settings(max_examples=30, deadline=None)
def test_setiap_perubahan_realisasi_membuat_usang(nilai: object) -> None:
    assert usang(dengan_realisasi(str(nilai)), catat_angka(KTX, TEKS))


def test_keadaan_tiap_bagian_dan_jumlah_yang_perlu_dikerjakan() -> None:
    narasi = (Narasi("bab4.kesimpulan", 1, TEKS), Narasi("bab1.latar_belakang", 1, "Capaian IKU1 adalah 98,30%."))
    buku = replace(buku_uji(), laporan=DataLaporan(daftar_narasi=narasi))
    ktx = Konteks(buku)
    lama = CatatanNaskah("bab4.kesimpulan", tuple(catat_angka(dengan_realisasi("70"), "{capaian IKU1}")))
    hasil = keadaan_naskah(ktx, compose_naskah(buku), {lama.bagian: lama})
    per_bagian = {satu.ruas.bagian: satu.keadaan for satu in hasil.daftar}
    assert per_bagian["bab4.kesimpulan"] is KeadaanTulisan.USANG
    assert per_bagian["bab1.latar_belakang"] is KeadaanTulisan.DITULIS
    assert KeadaanTulisan.OTOMATIS in per_bagian.values()
    assert [satu.ruas.bagian for satu in hasil.usang] == ["bab4.kesimpulan"]
    assert hasil.kosong
    assert hasil.banyak_temuan == 1
