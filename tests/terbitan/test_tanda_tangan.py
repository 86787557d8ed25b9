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
from lkjip.laporan.signing.data import GagalTandaTangan, HasilTandaTangan, PermintaanTandaTangan, Stempel
from lkjip.laporan.signing.percobaan import Pemegang
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.laporan.signing.verifikasi import verifikasi
from lkjip.laporan.simpanan_terbitan import baca_berkas
from lkjip.riwayat.models import Riwayat
from lkjip.terbitan.cara_tanda_tangan import PenandaUnggahan
from lkjip.terbitan.data_penanda import nama_polos, penanda_cocok
from lkjip.terbitan.services_pulih_tanda_tangan import pulihkan_tindakan
from lkjip.terbitan.services_tanda_tangan import TUNGGU, TandaTanganDitolak
from lkjip.terbitan.simpanan_tindakan import BerkasKembali, daftar_kembali, simpan_kembali
from tests.laporan.signing import pejabat_uji
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.terbitan.dunia_tanda import NAMA_KEPALA, NIP_KEPALA, DuniaTanda, buat_dunia_tanda, penanda, percayai, teken

KEPALA = {"bidang": "ttd-kepala", "nama": NAMA_KEPALA, "nip": NIP_KEPALA}
GUBERNUR = {"bidang": BIDANG_KEPALA_DAERAH, "nama": "H. CONTOH GUBERNUR, M.Si."}


@pytest.fixture(autouse=True)
def _percaya(settings: Settings, tmp_path: Path) -> None:
    percayai(settings, tmp_path)


@pytest.fixture
def dunia(pemeran: dict[str, Pengguna]) -> DuniaTanda:
    return buat_dunia_tanda()


class PenandaTiruan:
    """Returns or raises what it is told, and remembers how often it was asked."""

    def __init__(self, jawab: Callable[[PermintaanTandaTangan], bytes]) -> None:
        self.jawab, self.banyak = jawab, 0

    def tandatangani(self, permintaan: PermintaanTandaTangan) -> HasilTandaTangan:
        self.banyak += 1
        return HasilTandaTangan(self.jawab(permintaan))


def _tandai(pemegang: Pemegang | None = None) -> bytes:
    permintaan = PermintaanTandaTangan(berkas_akhir(), "ttd-kepala", Stempel(NAMA_KEPALA, "Kepala"))
    return penanda(pemegang).tandatangani(permintaan).isi


def _tetap(dunia: DuniaTanda) -> None:
    """Nothing is signed, and the version is as it was."""
    awal = (dunia.terbitan.sidik_kini, "final")
    dunia.segar()
    assert (dunia.terbitan.sidik_kini, dunia.terbitan.keadaan) == awal
    assert all(not satu.sidik_hasil for satu in dunia.daftar)
    assert not TindakanTandaTangan.objects.filter(keadaan="berlangsung").exists()
    assert list(daftar_kembali()) == []


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
        (lambda: _tandai(pejabat_uji.orang_asing()), "dipercaya"),
        (lambda: _tandai(pejabat_uji.gubernur()), "atas nama Contoh Gubernur tidak cocok"),
        (lambda: _tandai()[:-40], "rusak"),
        (lambda: _tandai() + b"\n% tambahan", ""),
        (lambda: _tandai().replace(b"LKjIP", b"LKjIQ", 1).replace(b"/Lang", b"/Lbng", 1), ""),
    ],
)
def test_berkas_yang_tidak_memenuhi_semua_syarat_tidak_dipakai(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], isi: Callable[[], bytes], kalimat: str
) -> None:
    with pytest.raises(TandaTanganDitolak) as galat:
        teken(dunia, pemeran["kepala"], PenandaTiruan(lambda minta: isi()))
    assert kalimat in " ".join(galat.value.messages)
    _tetap(dunia)
    assert TindakanTandaTangan.objects.get().keadaan == "gagal"


def test_tempat_penanda_tangan_lain_tidak_terisi(pemeran: dict[str, Pengguna]) -> None:
    dunia = buat_dunia_tanda(tempat=(KEPALA, GUBERNUR | {"nama": "Contoh Nama"}))
    with pytest.raises(TandaTanganDitolak, match="tempat penanda tangan lain"):
        teken(dunia, pemeran["kepala"], PenandaTiruan(lambda minta: _tandai()), ke=1)
    _tetap(dunia)


@pytest.mark.parametrize("jenis", [JenisSertifikat.BSRE, JenisSertifikat.LAIN])
def test_sertifikat_percobaan_ditolak_pada_dokumen_resmi(pemeran: dict[str, Pengguna], jenis: JenisSertifikat) -> None:
    dunia = buat_dunia_tanda(jenis=jenis)
    with pytest.raises(TandaTanganDitolak, match="hanya untuk percobaan"):
        teken(dunia, pemeran["kepala"])
    _tetap(dunia)


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
    _tetap(dunia)
    assert TindakanTandaTangan.objects.filter(keadaan="gagal").count() == 3
    teken(dunia, pemeran["kepala"])  # and afterwards it works
    assert dunia.segar().terbitan.keadaan == "ditandatangani"


def test_sandi_salah_berulang_harus_menunggu(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings
) -> None:
    for _ in range(settings.GAGAL_MASUK_MAKS):
        with pytest.raises(TandaTanganDitolak, match="salah"):
            teken(dunia, pemeran["kepala"], penanda(sandi="keliru"))
    with pytest.raises(TandaTanganDitolak) as galat:
        teken(dunia, pemeran["kepala"])
    assert galat.value.messages == [TUNGGU]
    _tetap(dunia)
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
        return _tandai()

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
        return _tandai()

    teken(dunia, pemeran["kepala"], PenandaTiruan(sambil))
    assert TindakanTandaTangan.objects.count() == 1


def test_berkas_dari_tempat_lain_diperiksa_terpisah(dunia: DuniaTanda, pemeran: dict[str, Pengguna]) -> None:
    with pytest.raises(TandaTanganDitolak, match="tidak memuat tanda tangan"):
        teken(dunia, pemeran["perencana"], PenandaUnggahan(berkas_akhir()), jalan=CaraTandaTangan.UNGGAHAN)
    teken(dunia, pemeran["perencana"], PenandaUnggahan(_tandai()), jalan=CaraTandaTangan.UNGGAHAN)
    tanda = dunia.segar().kepala
    assert (tanda.oleh, tanda.cara, tanda.nama_sertifikat) == (pemeran["perencana"], "unggahan", "Contoh Nama")


class _Mati(BaseException):
    """What a process that is killed looks like from inside: no except clause of ours runs."""


def _tinggalkan(dunia: DuniaTanda, oleh: Pengguna, cara: CaraTandaTangan = CaraTandaTangan.P12) -> TindakanTandaTangan:
    def mati(permintaan: PermintaanTandaTangan) -> bytes:
        raise _Mati

    with pytest.raises(_Mati):
        teken(dunia, oleh, PenandaTiruan(mati), jalan=cara)
    return TindakanTandaTangan.objects.latest("pk")


def test_tindakan_yang_ditinggalkan_dilepas_setelah_waktunya(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings
) -> None:
    tindakan = _tinggalkan(dunia, pemeran["kepala"], CaraTandaTangan.BSRE)
    assert pulihkan_tindakan().dilepas == 0
    nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 1)
    assert pulihkan_tindakan(sekarang=nanti).dilepas == 1
    tindakan.refresh_from_db()
    assert tindakan.keadaan == "terputus"
    assert "BSrE mungkin sudah menandatanganinya" in tindakan.pesan
    _tetap(dunia)
    teken(dunia, pemeran["kepala"])


@pytest.mark.parametrize("sudah_dilepas", [False, True])
def test_yang_sudah_kembali_dipakai_walaupun_prosesnya_mati(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings, sudah_dilepas: bool
) -> None:
    tindakan = _tinggalkan(dunia, pemeran["kepala"])
    nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 1)
    if sudah_dilepas:
        pulihkan_tindakan(sekarang=nanti)
    simpan_kembali(tindakan.pk, BerkasKembali(_tandai(), tindakan.sidik_masuk, "D-1"))
    hasil = pulihkan_tindakan(sekarang=nanti)
    assert (hasil.diselesaikan, hasil.dilepas) == (1, 0)
    tanda = dunia.segar().kepala
    assert (dunia.terbitan.keadaan, tanda.id_dokumen, tanda.oleh) == ("ditandatangani", "D-1", pemeran["kepala"])
    assert list(daftar_kembali()) == []
    assert pulihkan_tindakan(sekarang=nanti).diselesaikan == 0


def test_yang_kembali_tetapi_palsu_tidak_dipakai(
    dunia: DuniaTanda, pemeran: dict[str, Pengguna], settings: Settings
) -> None:
    nanti = timezone.now() + timedelta(seconds=settings.TINDAKAN_DETIK + 1)
    for isi, masuk in ((_tandai(pejabat_uji.orang_asing()), ""), (_tandai(), "0" * 64)):
        tindakan = _tinggalkan(dunia, pemeran["kepala"])
        simpan_kembali(tindakan.pk, BerkasKembali(isi, masuk or tindakan.sidik_masuk))
        assert pulihkan_tindakan(sekarang=nanti).diselesaikan == 0
        pulihkan_tindakan(sekarang=nanti)
    assert sorted(TindakanTandaTangan.objects.values_list("keadaan", flat=True)) == ["gagal", "terputus"]
    assert dunia.segar().terbitan.keadaan == "final"


@pytest.mark.parametrize(
    ("nama", "polos"),
    [
        ("Dr. H. BUDI  Santoso, S.E., M.Si.", "budi santoso"),
        ("Budi Santoso", "budi santoso"),
        ("A. Yani", "a yani"),
        ("Muh. Fauzi", "muh fauzi"),
        ("Ir. Dr.", "ir dr"),
        ("", ""),
    ],
)
def test_nama_tanpa_gelar(nama: str, polos: str) -> None:
    assert nama_polos(nama) == polos


def test_penanda_tangan_dikenali_dari_nama_atau_nomornya() -> None:
    cocok = {"nama": "Drs. Budi Santoso, M.Si.", "nip": "19700101 199503 1 001"}
    assert penanda_cocok("BUDI SANTOSO", "", **cocok)
    assert penanda_cocok("B. Santoso", "197001011995031001", **cocok)
    assert penanda_cocok("B. Santoso", "6472010101700001", nik="6472010101700001", **cocok)
    assert not penanda_cocok("B. Santoso", "", **cocok)
    assert not penanda_cocok("", "000000000000000000", nama="", nip="0" * 18)
