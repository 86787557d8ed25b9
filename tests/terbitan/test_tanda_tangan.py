"""The act of signing: what counts, what does not, and that nothing changes when it does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import BIDANG_KEPALA_DAERAH, CaraTandaTangan, JenisSertifikat
from lkjip.laporan.models import Terbitan, TindakanTandaTangan
from lkjip.laporan.signing.data import GagalTandaTangan, PermintaanTandaTangan
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.laporan.simpanan_terbitan import baca_berkas
from lkjip.riwayat.models import Riwayat
from lkjip.terbitan.cara_tanda_tangan import PenandaUnggahan
from lkjip.terbitan.services_tanda_tangan import TUNGGU, TandaTanganDitolak
from lkjip.terbitan.simpanan_tindakan import daftar_kembali
from tests.laporan.signing import pejabat_uji
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.terbitan.dunia_tanda import (
    NAMA_KEPALA,
    NIP_KEPALA,
    DuniaTanda,
    PenandaTiruan,
    buat_dunia_tanda,
    penanda,
    percayai,
    tandai,
    teken,
    tetap,
)

KEPALA = {"bidang": "ttd-kepala", "nama": NAMA_KEPALA, "nip": NIP_KEPALA}
GUBERNUR = {"bidang": BIDANG_KEPALA_DAERAH, "nama": "H. CONTOH GUBERNUR, M.Si."}


@pytest.fixture(autouse=True)
def _percaya(settings: Settings, tmp_path: Path) -> None:
    percayai(settings, tmp_path)


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna]) -> DuniaTanda:
    return buat_dunia_tanda()


def test_tanda_tangan_terakhir_membuat_versi_ditandatangani(dunia: DuniaTanda, pemeran: dict[str, Pengguna]) -> None:
    awal = dunia.terbitan.sidik_kini
    teken(dunia, pemeran["kepala"])
    tanda = dunia.segar().kepala
    assert (dunia.terbitan.keadaan, dunia.terbitan.sidik_kini) == ("ditandatangani", tanda.sidik_hasil)
    assert (tanda.sidik_masuk, tanda.urutan_tanda, tanda.oleh, tanda.cara) == (awal, 1, pemeran["kepala"], "p12")
    assert (tanda.nama_sertifikat, tanda.percobaan) == ("Contoh Nama", True)
    assert (tanda.putusan["sah"], tanda.putusan["bidang"]) == (True, "ttd-kepala")
    assert verifikasi(baca_berkas(tanda.sidik_hasil), kepercayaan()).sah
    assert baca_berkas(tanda.sidik_hasil).startswith(baca_berkas(awal))
    tindakan = TindakanTandaTangan.objects.get()
    assert (tindakan.keadaan, tindakan.sidik_masuk, tindakan.pesan) == ("berhasil", awal, "")
    assert Riwayat.objects.filter(tabel=tanda._meta.db_table, nama_oleh="kepala", jalur="tanda tangan").exists()
    assert list(daftar_kembali()) == []


def test_tanda_tangan_kedua_menjaga_yang_pertama(pemeran: dict[str, Pengguna]) -> None:
    """A Perjanjian Kinerja: two users, two places, one after the other."""
    dunia = buat_dunia_tanda(kunci="pk", tempat=(KEPALA, GUBERNUR))
    teken(dunia, pemeran["kepala"])
    assert dunia.segar().terbitan.keadaan == "final"
    teken(dunia, pemeran["pengelola"], penanda(pejabat_uji.gubernur()), ke=1)
    assert dunia.segar().terbitan.keadaan == "ditandatangani"
    pertama, kedua = dunia.daftar
    assert (kedua.sidik_masuk, kedua.urutan_tanda) == (pertama.sidik_hasil, 2)
    hasil = verifikasi(baca_berkas(dunia.terbitan.sidik_kini), kepercayaan())
    assert hasil.sah
    assert [satu.nama for satu in hasil.daftar] == ["Contoh Nama", "Contoh Gubernur"]
    assert [satu.sidik_revisi for satu in hasil.daftar] == [pertama.sidik_hasil, kedua.sidik_hasil]


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (berkas_akhir, "tidak memuat tanda tangan"),
        (lambda: b"bukan pdf", "bukan PDF"),
        (lambda: tandai(pejabat_uji.orang_asing()), "dipercaya"),
        (lambda: tandai(pejabat_uji.gubernur()), "atas nama Contoh Gubernur tidak cocok"),
        (lambda: tandai()[:-40], "rusak"),
        (lambda: tandai() + b"\n% tambahan", ""),
        (lambda: tandai().replace(b"LKjIP", b"LKjIQ", 1).replace(b"/Lang", b"/Lbng", 1), ""),
    ],
)
def test_berkas_yang_tidak_memenuhi_semua_syarat_tidak_dipakai(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], isi: Callable[[], bytes], kalimat: str
) -> None:
    with pytest.raises(TandaTanganDitolak) as galat:
        teken(dunia, pemeran["kepala"], PenandaTiruan(lambda minta: isi()))
    assert kalimat in " ".join(galat.value.messages)
    tetap(dunia)
    assert TindakanTandaTangan.objects.get().keadaan == "gagal"


def test_waktu_tanda_tangan_tidak_mendahului_dokumennya(pemeran: dict[str, Pengguna]) -> None:
    dunia = buat_dunia_tanda(final_pada=timezone.now() + timedelta(hours=1))
    with pytest.raises(TandaTanganDitolak, match="mendahului saat dokumen ini difinalkan"):
        teken(dunia, pemeran["kepala"])
    tetap(dunia)


def test_tempat_penanda_tangan_lain_tidak_terisi(pemeran: dict[str, Pengguna]) -> None:
    dunia = buat_dunia_tanda(tempat=(KEPALA, GUBERNUR | {"nama": "Contoh Nama"}))
    with pytest.raises(TandaTanganDitolak, match="tempat penanda tangan lain"):
        teken(dunia, pemeran["kepala"], PenandaTiruan(lambda minta: tandai()), ke=1)
    tetap(dunia)


@pytest.mark.parametrize("jenis", [JenisSertifikat.BSRE, JenisSertifikat.LAIN])
def test_sertifikat_percobaan_ditolak_pada_dokumen_resmi(pemeran: dict[str, Pengguna], jenis: JenisSertifikat) -> None:
    dunia = buat_dunia_tanda(jenis=jenis)
    with pytest.raises(TandaTanganDitolak, match="hanya untuk percobaan"):
        teken(dunia, pemeran["kepala"])
    tetap(dunia)


def test_sertifikat_kedaluwarsa_dan_server_mati_tidak_mengubah_apa_pun(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna]
) -> None:
    with pytest.raises(TandaTanganDitolak, match="kedaluwarsa"):
        teken(dunia, pemeran["kepala"], penanda(pejabat_uji.kedaluwarsa()))

    def mati(permintaan: PermintaanTandaTangan) -> bytes:
        raise GagalTandaTangan("Layanan tidak menjawab.", mungkin_terjadi=True)

    with pytest.raises(TandaTanganDitolak, match="tidak menjawab") as galat:
        teken(dunia, pemeran["kepala"], PenandaTiruan(mati), jalan=CaraTandaTangan.BSRE)
    assert galat.value.mungkin_terjadi

    def runtuh(permintaan: PermintaanTandaTangan) -> bytes:
        raise RuntimeError("rahasia-di-dalam-galat")

    with pytest.raises(TandaTanganDitolak) as galat:
        teken(dunia, pemeran["kepala"], PenandaTiruan(runtuh))
    assert "rahasia" not in str(galat.value)
    assert galat.value.__cause__ is None
    tetap(dunia)
    assert TindakanTandaTangan.objects.filter(keadaan="gagal").count() == 3
    teken(dunia, pemeran["kepala"])  # and afterwards it works
    assert dunia.segar().terbitan.keadaan == "ditandatangani"


def test_server_yang_penuh_dikatakan(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lkjip.terbitan.services_tanda_tangan.simpan_kembali", penuh)
    with pytest.raises(TandaTanganDitolak, match="tidak dapat disimpan") as galat:
        teken(dunia, pemeran["kepala"], jalan=CaraTandaTangan.BSRE)
    assert galat.value.mungkin_terjadi
    tetap(dunia)


def test_sandi_salah_berulang_harus_menunggu(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings
) -> None:
    for _ in range(settings.GAGAL_MASUK_MAKS):
        with pytest.raises(TandaTanganDitolak, match="salah"):
            teken(dunia, pemeran["kepala"], penanda(sandi="keliru"))
    with pytest.raises(TandaTanganDitolak) as galat:
        teken(dunia, pemeran["kepala"])
    assert galat.value.messages == [TUNGGU]
    tetap(dunia)
    teken(dunia, pemeran["admin"])  # counted by person


def test_yang_dibaca_harus_yang_ditandatangani(pemeran: dict[str, Pengguna]) -> None:
    dunia = buat_dunia_tanda(tempat=(KEPALA, GUBERNUR))
    dibaca = dunia.terbitan.sidik_kini
    teken(dunia, pemeran["kepala"])
    tiruan = PenandaTiruan(lambda minta: b"")
    with pytest.raises(TandaTanganDitolak, match="baru saja ditandatangani orang lain"):
        teken(dunia, pemeran["pengelola"], tiruan, ke=1, dibaca=dibaca)
    assert tiruan.banyak == 0


def test_versi_yang_dibatalkan_sewaktu_ditandatangani_tidak_jadi(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna]
) -> None:
    def batal(permintaan: PermintaanTandaTangan) -> bytes:
        Terbitan.objects.update(keadaan="dibatalkan")
        return tandai()

    with pytest.raises(TandaTanganDitolak, match="dibatalkan sewaktu"):
        teken(dunia, pemeran["kepala"], PenandaTiruan(batal))
    assert not dunia.segar().kepala.sidik_hasil
    for keadaan in ("dibatalkan", "disusun", "ditandatangani"):
        Terbitan.objects.update(keadaan=keadaan)
        with pytest.raises(TandaTanganDitolak, match="tidak sedang menunggu"):
            teken(dunia, pemeran["kepala"])


def test_selama_satu_orang_menandatangani_yang_lain_menunggu(dunia: DuniaTanda, pemeran: dict[str, Pengguna]) -> None:
    def sambil(permintaan: PermintaanTandaTangan) -> bytes:
        with pytest.raises(TandaTanganDitolak, match="sedang ditandatangani oleh Tuan kepala"):
            teken(dunia, pemeran["admin"])
        return tandai()

    teken(dunia, pemeran["kepala"], PenandaTiruan(sambil))
    assert TindakanTandaTangan.objects.count() == 1


def test_berkas_dari_tempat_lain_diperiksa_terpisah(dunia: DuniaTanda, pemeran: dict[str, Pengguna]) -> None:
    with pytest.raises(TandaTanganDitolak, match="tidak memuat tanda tangan"):
        teken(dunia, pemeran["perencana"], PenandaUnggahan(berkas_akhir()), jalan=CaraTandaTangan.UNGGAHAN)
    teken(dunia, pemeran["perencana"], PenandaUnggahan(tandai()), jalan=CaraTandaTangan.UNGGAHAN)
    tanda = dunia.segar().kepala
    assert (tanda.oleh, tanda.cara, tanda.nama_sertifikat) == (pemeran["perencana"], "unggahan", "Contoh Nama")
