"""Tampering with signed files: nothing of it may be called `sah`, and a file is never too strange for an answer."""

from __future__ import annotations

import random
from collections.abc import Callable

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from lkjip.laporan.signing import bentuk_cms, konten_aktif, periksa_tanda, susulan
from lkjip.laporan.signing.data import HasilVerifikasi, Perubahan
from lkjip.laporan.signing.verifikasi import BIDANG_BARU, PERNAH, TANPA_TANDA, verifikasi
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing import tertanda
from tests.laporan.signing.berkas_uji import berkas_akhir

Susulan = Callable[[IncrementalPdfFileWriter], None]
SUSULAN = (
    *(tertanda.teks, tertanda.anotasi, tertanda.isian, tertanda.lampiran, tertanda.judul, tertanda.skrip),
    *(tertanda.xfa, tertanda.halaman_lain, tertanda.rupa_tanda),
)


def periksa(isi: bytes) -> HasilVerifikasi:
    return verifikasi(isi, pejabat.kepercayaan())


def semua_catatan(hasil: HasilVerifikasi) -> str:
    return " ".join([*hasil.catatan, *(catatan for satu in hasil.daftar for catatan in satu.catatan)])


def _ganti(isi: bytes, letak: int, nilai: int) -> bytes:
    return isi[:letak] + bytes([nilai]) + isi[letak + 1 :]


def test_duaratus_perubahan_satu_byte_semua_ketahuan() -> None:
    isi, acak = tertanda.sekali(), random.Random(6)
    assert periksa(isi).sah
    lolos = []
    for _ in range(200):
        letak = acak.randrange(len(isi))
        nilai = acak.choice([satu for satu in range(256) if satu != isi[letak]])
        if periksa(_ganti(isi, letak, nilai)).sah:
            lolos.append((letak, isi[letak], nilai))
    assert lolos == []


def test_perubahan_di_dalam_tanda_tangannya_sendiri_ketahuan() -> None:
    """The hole is what no signature covers; hexadecimal digits there may not even change their case."""
    isi, acak = tertanda.polos(berkas_akhir(), pejabat.kepala(), waktu=True), random.Random(7)
    assert periksa(isi).sah
    awal, akhir = tertanda.lubang(isi)
    panjang = len(isi[awal:akhir].rstrip(b"0>")) + 40
    lolos = []
    for _ in range(100):
        letak = awal + acak.randrange(panjang)
        nilai = acak.choice([satu for satu in b"0123456789abcdefABCDEF >" if satu != isi[letak]])
        if periksa(_ganti(isi, letak, nilai)).sah:
            lolos.append((letak - awal, isi[letak], nilai))
    assert lolos == []


@pytest.mark.parametrize("ubah", SUSULAN, ids=lambda satu: satu.__name__)
def test_susulan_setelah_tanda_tangan_dilaporkan(ubah: Susulan) -> None:
    for isi in (tertanda.sekali(), tertanda.dua_kali()):
        hasil = periksa(tertanda.susulkan(isi, ubah))
        assert not hasil.sah
        assert all(satu.perubahan is Perubahan.TERLARANG for satu in hasil.daftar)


@pytest.mark.parametrize("ubah", SUSULAN, ids=lambda satu: satu.__name__)
def test_perubahan_di_antara_dua_tanda_tangan_membatalkan_yang_pertama(ubah: Susulan) -> None:
    isi = tertanda.susulkan(tertanda.sekali(), ubah)
    hasil = periksa(tertanda.tandatangani(isi, pejabat.gubernur(), "ttd-kepala-daerah"))
    assert not hasil.sah
    assert not hasil.daftar[0].sah


def test_tanda_tangan_kedua_membiarkan_yang_pertama_sah() -> None:
    hasil = periksa(tertanda.dua_kali())
    assert hasil.sah
    assert [satu.perubahan for satu in hasil.daftar] == [Perubahan.TANDA_TANGAN, Perubahan.TIDAK_ADA]


def test_data_pencabutan_yang_ditambahkan_kemudian_diperbolehkan() -> None:
    hasil = periksa(tertanda.polos(berkas_akhir(), pejabat.kepala(), lt=True))
    assert hasil.sah
    assert hasil.daftar[0].waktu_tepercaya
    assert periksa_tanda.DATA_CABUT in hasil.daftar[0].catatan


def test_kotak_yang_baru_dibuat_sesudah_tanda_tangan_pertama_disebut() -> None:
    """Its picture may cover what the first has signed."""
    isi = tertanda.tandatangani(tertanda.sekali(), pejabat.gubernur(), "kotak-lain", bidang_baru=True)
    assert BIDANG_BARU.format("kotak-lain") in periksa(isi).catatan
    assert BIDANG_BARU.format("ttd-kepala-daerah") not in periksa(tertanda.dua_kali()).catatan


def test_tanda_tangan_yang_dilepas() -> None:
    assert periksa(tertanda.susulkan(tertanda.sekali(), tertanda.lepas)).catatan == (TANPA_TANDA, PERNAH)
    assert periksa(tertanda.tulis_ulang(berkas_akhir())).catatan == (TANPA_TANDA,)

    def tanpa_nilai(pdf: pikepdf.Pdf) -> None:
        for bidang in pdf.Root.AcroForm.Fields:
            if "/V" in bidang:
                del bidang["/V"]

    assert TANPA_TANDA in periksa(tertanda.tulis_ulang(tertanda.sekali(), tanpa_nilai)).catatan


def test_ditandatangani_ulang_oleh_sertifikat_lain() -> None:
    hasil = periksa(tertanda.tandatangani(berkas_akhir(), pejabat.orang_asing()))
    assert not hasil.sah
    assert not hasil.daftar[0].tepercaya
    assert periksa_tanda.TAK_TEPERCAYA in hasil.daftar[0].catatan


def test_ditulis_ulang_tanpa_perubahan_pun_tidak_sah() -> None:
    assert not periksa(tertanda.tulis_ulang(tertanda.sekali())).sah


@pytest.mark.parametrize(
    "ekor", [b"\n", b" ", b"tambahan", b"\n%%EOF\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", b"\0" * 2000]
)
def test_byte_di_belakang_berkas(ekor: bytes) -> None:
    assert not periksa(tertanda.sekali() + ekor).sah


@pytest.mark.parametrize("awal", [b"\n", b"%PDF-1.7\n", b"sampah\n" * 5])
def test_byte_di_depan_berkas(awal: bytes) -> None:
    assert not periksa(awal + tertanda.sekali()).sah


def _rentang(isi: bytes, ubah: Callable[[list[int]], list[int]]) -> bytes:
    """The file with another ByteRange, at the same length."""
    awal = isi.rindex(b"/ByteRange [") + len(b"/ByteRange [")
    akhir = isi.index(b"]", awal)
    baru = " ".join(map(str, ubah([int(satu) for satu in isi[awal:akhir].split()]))).encode()
    return isi[:awal] + baru.ljust(akhir - awal)[: akhir - awal] + isi[akhir:]


@pytest.mark.parametrize(
    "ubah",
    [
        lambda r: [0, r[1], r[2] + 2, r[3] - 2],
        lambda r: [0, r[1] - 10, r[2], r[3]],
        lambda r: [1, r[1], r[2], r[3]],
        lambda r: [0, r[1], r[2], r[3] + 500],
        lambda r: [0, r[1], r[2], -1],
        lambda r: [0, r[1]],
        lambda _: [0, 99, 999, 99, 5, 5],
    ],
)
def test_rentang_yang_dipalsukan(ubah: Callable[[list[int]], list[int]]) -> None:
    assert not periksa(_rentang(tertanda.sekali(), ubah)).sah


def test_isi_disembunyikan_di_bantalan_tanda_tangan() -> None:
    isi = tertanda.sekali()
    _, akhir = tertanda.lubang(isi)
    hasil = periksa(isi[: akhir - 41] + b"deadbeef" * 5 + isi[akhir - 1 :])
    assert not hasil.sah
    assert bentuk_cms.LUBANG in semua_catatan(hasil)


def test_isi_dipindah_ke_luar_rentang() -> None:
    """Wrapping: the signed second part is moved back, and something unsigned is put between the two."""
    isi = tertanda.sekali()
    _, akhir = tertanda.lubang(isi)
    sisip = b"<00>\n9999 0 obj\n<<>>\nendobj\n"
    geser = _rentang(isi[:akhir] + sisip + isi[akhir:], lambda r: [r[0], r[1], r[2] + len(sisip), r[3]])
    assert not periksa(geser).sah


def test_skrip_dan_xfa_tidak_sah_walau_ditandatangani() -> None:
    for ubah, kalimat in ((tertanda.skrip, konten_aktif.SKRIP), (tertanda.xfa, konten_aktif.XFA)):
        isi = tertanda.susulkan(berkas_akhir(), ubah)
        hasil = periksa(tertanda.polos(isi, pejabat.kepala()))
        assert not hasil.sah
        assert kalimat in hasil.catatan


def test_judul_yang_diganti_disebut() -> None:
    assert susulan.KETERANGAN in semua_catatan(periksa(tertanda.susulkan(tertanda.sekali(), tertanda.judul)))


def test_berkas_yang_terpotong_di_mana_pun_dijawab() -> None:
    isi = tertanda.sekali()
    assert not any(periksa(isi[: len(isi) * ke // 25]).sah for ke in range(25))
