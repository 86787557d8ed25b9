"""Components of a quarter: the realisasi follows them exactly, and never over one that somebody typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.models import KinerjaTriwulan, Komponen, KomponenTriwulan
from kinerja.services_komponen import HasilKomponen, save_komponen_triwulan
from kinerja.services_pengisian import BarisTiada, TriwulanTertutup, save_isian_triwulan
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services_isian import IsianBentrok
from tests.pengisian.dunia import HARI, TAHUN, Dunia, atur_status, buat_dunia, buat_pengguna

pytestmark = pytest.mark.django_db
D = Decimal
TW = 3


@pytest.fixture
def dunia() -> Dunia:
    """Two components: 0.4 of the year, 0.6 without a year, which counts for this one, too; and one of last year."""
    dunia = buat_dunia()
    milik = {"tahun_kinerja": dunia.tahun, "indikator": dunia.indikator}
    Komponen.objects.create(**milik, kode="K2", bobot=D("0.6"))
    Komponen.objects.create(**milik, kode="K1", bobot=D("0.9"), tahun=TAHUN - 1)
    return dunia


@pytest.fixture
def ani() -> Pengguna:
    return buat_pengguna()


def _komponen(kode: str) -> Komponen:
    return Komponen.objects.exclude(tahun=TAHUN - 1).get(kode=kode, tahun_kinerja__instansi__kode="UJI")


def _simpan(dunia: Dunia, oleh: Pengguna, *, triwulan: int = TW, **nilai: str | None) -> HasilKomponen:
    """`K1="90"`, each over what is stored now."""
    isian = {}
    for kode, satu in nilai.items():
        komponen = _komponen(kode)
        baris = KomponenTriwulan.objects.filter(komponen=komponen, triwulan=triwulan).first()
        isian[komponen.pk] = Isian("nilai", None if satu is None else D(satu), baris.nilai if baris else None)
    return save_komponen_triwulan(
        tahun_kinerja=dunia.tahun, triwulan=triwulan, indikator=dunia.indikator, isian=isian, oleh=oleh, hari=HARI
    )


def _realisasi(triwulan: int = TW) -> Decimal | None:
    baris = KinerjaTriwulan.objects.filter(triwulan=triwulan).first()
    return baris.realisasi if baris else None


def _ketik(dunia: Dunia, oleh: Pengguna, nilai: str | None) -> None:
    isian = [Isian("realisasi", None if nilai is None else D(nilai), _realisasi())]
    save_isian_triwulan(tahun_kinerja=dunia.tahun, triwulan=TW, isian={dunia.indikator.pk: isian}, oleh=oleh, hari=HARI)


def test_realisasi_baru_ada_bila_semua_komponen_lengkap(dunia: Dunia, ani: Pengguna) -> None:
    assert _simpan(dunia, ani, K1="90") == HasilKomponen(None)
    assert _realisasi() is None
    assert _simpan(dunia, ani, K2="70.5") == HasilKomponen(D("78.30"))
    assert _realisasi() == D("78.30")  # 0.4 × 90 + 0.6 × 70.5, every digit
    assert {r.jalur for r in Riwayat.objects.filter(nama_oleh="ani")} == {"komponen"}


def test_jumlahnya_persis_dan_yang_terlalu_panjang_dipotong_pada_digit_terakhir_kolom(
    dunia: Dunia, ani: Pengguna
) -> None:
    Komponen.objects.filter(kode="K2").update(bobot=D("0.6666666667"))
    hasil = _simpan(dunia, ani, K1="0.1", K2="66.66666666666667")
    assert hasil.komposit == _realisasi()
    assert hasil.komposit == D("44.484444446666668888888889").quantize(D("1e-20"))


def test_komponen_yang_dikosongkan_mengosongkan_realisasi_yang_dihitung_darinya(dunia: Dunia, ani: Pengguna) -> None:
    _simpan(dunia, ani, K1="90", K2="70")
    assert _simpan(dunia, ani, K1=None) == HasilKomponen(None)
    assert _realisasi() is None


def test_realisasi_yang_diketik_tidak_ditimpa_dan_disebut(dunia: Dunia, ani: Pengguna) -> None:
    _simpan(dunia, ani, K1="90", K2="70")
    _ketik(dunia, ani, "80")
    assert _simpan(dunia, ani, K1="95") == HasilKomponen(D("80.0"))  # the composite has come to what was typed
    assert _simpan(dunia, ani, K1="100") == HasilKomponen(D("82.0"))  # and so it follows again
    _ketik(dunia, ani, "79.5")
    assert _simpan(dunia, ani, K1="90") == HasilKomponen(D("78.0"), dipertahankan=D("79.5"))
    assert _simpan(dunia, ani, K1=None) == HasilKomponen(None, dipertahankan=D("79.5"))
    assert _realisasi() == D("79.5")
    _ketik(dunia, ani, None)
    assert _simpan(dunia, ani, K1="90") == HasilKomponen(D("78.0"))
    assert _realisasi() == D("78.0")


def test_realisasi_dari_buku_kerja_tidak_ditimpa_oleh_isian_komponen_pertama(dunia: Dunia, ani: Pengguna) -> None:
    KinerjaTriwulan.objects.create(
        tahun_kinerja=dunia.tahun, indikator=dunia.indikator, tahun=TAHUN, triwulan=TW, realisasi=D("78")
    )
    assert _simpan(dunia, ani, K1="90") == HasilKomponen(None, dipertahankan=D("78"))
    assert _simpan(dunia, ani, K2="70") == HasilKomponen(D("78.0"))  # equal: nothing to say, nothing to write
    assert _realisasi() == D("78")


def test_nilai_tahun_mengikuti_triwulan_terakhir_yang_terisi(dunia: Dunia, ani: Pengguna) -> None:
    _simpan(dunia, ani, triwulan=2, K1="60")
    assert _komponen("K1").nilai == 60
    _simpan(dunia, ani, triwulan=3, K1="90")
    _simpan(dunia, ani, triwulan=2, K1="65")
    assert _komponen("K1").nilai == 90
    _simpan(dunia, ani, triwulan=3, K1=None)
    assert _komponen("K1").nilai == 65
    _simpan(dunia, ani, triwulan=2, K1=None)
    assert _komponen("K1").nilai is None


def test_nilai_tahun_dari_buku_kerja_tidak_hilang_karena_triwulan_dikosongkan(dunia: Dunia, ani: Pengguna) -> None:
    _simpan(dunia, ani, triwulan=2, K1="60")
    Komponen.objects.filter(pk=_komponen("K1").pk).update(nilai=D(88))  # imported meanwhile
    _simpan(dunia, ani, triwulan=2, K1=None)
    assert _komponen("K1").nilai == 88


def test_bentrok_tertutup_dan_komponen_asing_ditolak(dunia: Dunia, ani: Pengguna) -> None:
    _simpan(dunia, ani, K1="90")
    komponen = _komponen("K1").pk

    def kirim(pk: int, kolom: str = "nilai", dasar: Decimal | None = None) -> None:
        save_komponen_triwulan(
            tahun_kinerja=dunia.tahun, triwulan=TW, indikator=dunia.indikator, oleh=ani, hari=HARI,
            isian={pk: Isian(kolom, D(1), dasar)},
        )  # fmt: skip

    with pytest.raises(IsianBentrok) as bentrok:
        kirim(komponen)
    assert [(b.kunci, b.tersimpan, b.oleh) for b in bentrok.value.daftar] == [(komponen, D(90), "ani")]
    for pk in (Komponen.objects.get(tahun=TAHUN - 1).pk, buat_dunia("LAIN").komponen.pk):
        with pytest.raises(BarisTiada):
            kirim(pk)
    with pytest.raises(ValueError, match="not columns"):
        kirim(komponen, "bobot")
    atur_status(dunia, TW, "diajukan")
    with pytest.raises(TriwulanTertutup, match="menariknya kembali"):
        kirim(komponen, dasar=D(90))
