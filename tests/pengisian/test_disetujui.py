"""The figures of an approved quarter are those of its approval, whatever becomes of the plan; reopening lets go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from anggaran.models import Anggaran
from kinerja.data import MetodePengukuran, RumusNegatif, Skala
from kinerja.data_pengisian import Langkah
from kinerja.models import MetodePengukuran as BarisMetode
from kinerja.services_pengisian import ambil_langkah
from lkjip.akun.models import Pengguna
from lkjip.besaran import hitung, selisih_disetujui
from lkjip.buku_kerja.selectors import ambil_buku
from lkjip.buku_kerja.services import impor_buku
from lkjip.cetak import cetak_html
from lkjip.dasar.hasil import Hasil
from lkjip.data import BukuKerja
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.data import IdentitasLaporan, JenisLaporan
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.selectors import load_banyak_data, load_data
from lkjip.selectors_keadaan import load_data_pada
from renstra.akses import ambil_hak
from renstra.data import Arah, Indikator, Versi
from renstra.models import Indikator as BarisIndikator
from renstra.models import Perjanjian, TahunKinerja, TargetTahunan
from renstra.selectors import ambil_tahun_kinerja
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, pk, target, tw, uang
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN, buku_uji

pytestmark = pytest.mark.django_db
APRIL = date(2024, 4, 12)
SKALA = tuple(
    Skala("lima", arah, D(batas), nama)
    for arah in (Arah.POSITIF, Arah.NEGATIF)
    for batas, nama in ((90, "Tinggi"), (50, "Sedang"), (0, "Rendah"))
)


def _buku(kode: str = SENDIRI, **renstra: object) -> BukuKerja:
    """Two quarters are filled in: 40 and 60 of a target of 100; and 30 of a pagu of 100."""
    rencana = replace(
        buat_renstra(Indikator("I1", "S1", uraian="Indeks Uji"), instansi=buku_uji(kode).data.renstra.instansi),
        daftar_target_tahunan=(target("I1", 100),),
        daftar_perjanjian=(pk("I1", Versi.MURNI, 100),),
        **renstra,  # type: ignore[arg-type]
    )
    kinerja = buat_kinerja(
        rencana,
        metode=MetodePengukuran(skala="lima"),
        daftar_skala=SKALA,
        daftar_kinerja_triwulan=(tw("I1", 1, 40), tw("I1", 2, 60)),
    )
    anggaran = {"daftar_anggaran": (baris("1", pagu=100),), "daftar_realisasi_anggaran": (uang("1", 30, 1),)}
    return BukuKerja(buat_data(kinerja, **anggaran))


def _tahun(kode: str = SENDIRI) -> TahunKinerja:
    tahun_kinerja = ambil_tahun_kinerja(kode, TAHUN)
    assert tahun_kinerja is not None
    return tahun_kinerja


def _langkah(pemeran: dict[str, Pengguna], *daftar: tuple[str, str], triwulan: int = 1, kode: str = SENDIRI) -> None:
    tahun_kinerja = _tahun(kode)
    for nama, langkah in daftar:
        oleh = pemeran[nama]
        ambil_langkah(
            tahun_kinerja=tahun_kinerja, triwulan=triwulan, langkah=Langkah(langkah), oleh=oleh,
            hak=ambil_hak(oleh, tahun_kinerja.instansi), hari=APRIL.replace(month=12), catatan="karena perlu",
        )  # fmt: skip


def _setujui(pemeran: dict[str, Pengguna], triwulan: int = 1, kode: str = SENDIRI) -> None:
    siapa = ("perencana", "verifikator", "kepala") if kode == SENDIRI else ("admin",) * 3
    daftar = tuple(zip(siapa, ("ajukan", "verifikasi", "setujui"), strict=True))
    _langkah(pemeran, *daftar, triwulan=triwulan, kode=kode)


def _hasil(besaran: str, triwulan: int | None, subjek: str = "I1") -> Hasil:
    return hitung(load_data(_tahun()), besaran, subjek, triwulan=triwulan)


@pytest.fixture
def _disetujui(pemeran: dict[str, Pengguna]) -> None:
    impor_buku(buku=_buku())
    _setujui(pemeran)


def _impor_target_baru() -> None:
    buku = _buku()
    baru = replace(
        buku.data.renstra,
        daftar_target_tahunan=(target("I1", 200),),
        daftar_perjanjian=(pk("I1", Versi.MURNI, 200), pk("I1", Versi.PERUBAHAN, 400)),
    )
    anggaran = replace(buku.data.anggaran, kinerja=replace(buku.data.kinerja, renstra=baru))
    impor_buku(buku=replace(buku, data=replace(buku.data, anggaran=anggaran)))


def _ubah_arah() -> None:
    BarisIndikator.objects.filter(kode="I1", renstra__daftar_tahun=_tahun()).update(arah="negatif")


def _hapus_target() -> None:
    Perjanjian.objects.filter(tahun_kinerja=_tahun()).delete()
    TargetTahunan.objects.filter(indikator__renstra__daftar_tahun=_tahun()).update(target=Decimal(80))


def _ubah_metode() -> None:
    """With a skala turned over, a cap, and another name: of all of them the category hangs on."""
    BarisMetode.objects.filter(tahun_kinerja=_tahun()).update(batas_capaian=Decimal(20))
    _tahun().daftar_skala.filter(kategori="Sedang").update(batas_bawah=Decimal(10), kategori="Lumayan")
    _tahun().daftar_skala.filter(kategori="Rendah").update(kategori="Buruk")


def _ganti_kode() -> None:
    BarisIndikator.objects.filter(kode="I1", renstra__daftar_tahun=_tahun()).update(kode="IKU-1")
    Perjanjian.objects.filter(tahun_kinerja=_tahun()).update(target=Decimal(50))


PERUBAHAN: tuple[Callable[[], None], ...] = (_impor_target_baru, _ubah_arah, _hapus_target, _ubah_metode)


@pytest.mark.usefixtures("_disetujui")
@pytest.mark.parametrize("ubah", PERUBAHAN)
def test_angka_triwulan_disetujui_tetap_dan_triwulan_lain_mengikuti_rencana(ubah: Callable[[], None]) -> None:
    besaran = ("capaian", "kategori_capaian", "selisih_target", "realisasi")
    semula = {b: _hasil(b, 1) for b in besaran}
    rata = _hasil("rata_rata_total", 1, ""), _hasil("rata_rata_sasaran", 1, "S1")
    kedua = _hasil("capaian", 2)
    assert semula["capaian"].nilai == 40
    ubah()
    assert {b: _hasil(b, 1) for b in besaran} == semula
    assert (_hasil("rata_rata_total", 1, ""), _hasil("rata_rata_sasaran", 1, "S1")) == rata
    assert _hasil("capaian", 2).nilai != kedua.nilai


@pytest.mark.usefixtures("_disetujui")
def test_jejak_hitung_menyebut_tanggal_persetujuan() -> None:
    cara = _hasil("capaian", 1).cara
    assert "; sebagaimana disetujui " in cara
    assert "disetujui" not in _hasil("capaian", 2).cara + _hasil("capaian", None).cara
    assert "disetujui" not in _hasil("capaian_nasional", 1).cara + _hasil("capaian_nasional", 1).alasan
    data = load_data(_tahun())
    assert "disetujui" not in hitung(data, "selisih_target", "I1", triwulan=1, versi="murni").cara


@pytest.mark.usefixtures("_disetujui")
def test_kode_indikator_yang_diganti_tetap_membawa_angka_yang_diterima() -> None:
    _ganti_kode()
    assert _hasil("capaian", 1, "IKU-1").nilai == 40
    assert _hasil("capaian", 2, "IKU-1").nilai == 120
    (satu, dua) = selisih_disetujui(load_data(_tahun()), 1)
    assert {(s.besaran, s.subjek) for s in (satu, dua)} == {("capaian", "IKU-1"), ("kategori_capaian", "IKU-1")}
    assert (satu.disetujui.nilai, satu.kini.nilai) == (D(40), D(80))


@pytest.mark.usefixtures("_disetujui")
def test_pagu_yang_diubah_tidak_mengubah_serapan_yang_diterima() -> None:
    assert _hasil("serapan", 1, "1").nilai == 30
    Anggaran.objects.filter(tahun_kinerja=_tahun(), kode="1").update(pagu_perubahan=Decimal(300))
    assert (_hasil("serapan", 1, "1").nilai, _hasil("pagu", 1, "").nilai) == (D(30), D(100))
    assert _hasil("pagu", None, "1").nilai == 300


@pytest.mark.usefixtures("_disetujui")
def test_indikator_baru_dihitung_dari_rencana_kini_juga_pada_triwulan_yang_disetujui() -> None:
    sasaran = BarisIndikator.objects.get(kode="I1", renstra__daftar_tahun=_tahun()).sasaran
    assert sasaran is not None
    baru = BarisIndikator.objects.create(renstra=sasaran.renstra, sasaran=sasaran, kode="I9", urutan=9)
    TargetTahunan.objects.create(indikator=baru, tahun=TAHUN, target=Decimal(10))
    assert _hasil("selisih_target", 1, "I9").nilai == 10
    assert selisih_disetujui(load_data(_tahun()), 1) == ()


def test_dibuka_kembali_mengikuti_rencana_lagi_dan_disetujui_lagi_memakai_yang_baru(
    pemeran: dict[str, Pengguna],
) -> None:
    impor_buku(buku=_buku())
    _setujui(pemeran)
    _impor_target_baru()
    assert _hasil("capaian", 1).nilai == 40
    _langkah(pemeran, ("kepala", "kunci"))
    assert _hasil("capaian", 1).nilai == 40
    _langkah(pemeran, ("pengelola", "buka"))
    assert _hasil("capaian", 1).nilai == 10
    assert selisih_disetujui(load_data(_tahun()), 1) == ()
    _setujui(pemeran)
    Perjanjian.objects.filter(tahun_kinerja=_tahun()).delete()
    assert _hasil("capaian", 1).nilai == 10


@pytest.mark.usefixtures("_disetujui")
def test_selisih_menyebut_yang_diterima_dan_yang_menurut_rencana_kini() -> None:
    assert selisih_disetujui(load_data(_tahun()), 1) == ()
    assert selisih_disetujui(load_data(_tahun()), 2) == ()
    _hapus_target()
    daftar = {s.besaran: s for s in selisih_disetujui(load_data(_tahun()), 1)}
    assert (daftar["capaian"].disetujui.nilai, daftar["capaian"].kini.nilai) == (D(40), D(50))
    assert (daftar["kategori_capaian"].disetujui.nilai, daftar["kategori_capaian"].kini.nilai) == ("Rendah", "Sedang")


@pytest.mark.usefixtures("_disetujui")
def test_hari_bertanya_tetap_hari_yang_bertanya() -> None:
    hari = date(2024, 2, 1)
    data = BukuKerja(load_data(_tahun())).pada(hari).data
    assert data.disetujui[1].data.kinerja.per_tanggal == hari
    assert hitung(data, "capaian", "I1", triwulan=1).nilai == 40


@pytest.mark.usefixtures("_disetujui")
def test_warna_dan_posisi_mengikuti_skala_dan_arah_saat_disetujui() -> None:
    BarisMetode.objects.filter(tahun_kinerja=_tahun()).update(rumus_negatif=RumusNegatif.LANGSUNG)
    _ubah_arah()
    _ubah_metode()
    konteks = Konteks(BukuKerja(load_data(_tahun())))
    indikator = konteks.renstra.indikator_per_kode["I1"]
    assert konteks.tingkat_kategori("Sedang", triwulan=1) == Decimal("0.5")
    assert konteks.tingkat_kategori("Sedang") is None
    assert not konteks.langsung_negatif(indikator, triwulan=1)
    assert konteks.langsung_negatif(indikator)
    assert konteks.posisi(indikator, triwulan=1) is Posisi.DI_BAWAH
    assert konteks.posisi(indikator, triwulan=2) is Posisi.MELAMPAUI


@pytest.mark.usefixtures("_disetujui")
def test_halaman_dan_laporan_menampilkan_angka_yang_diterima(sebagai: _Sebagai) -> None:
    _impor_target_baru()
    isi = sebagai("perencana").get(reverse("rincian_indikator", args=[SENDIRI, TAHUN, "I1"])).content.decode()

    def sel(triwulan: int, nilai: str) -> str:
        return (
            f'data-besaran="capaian" data-subjek="I1" data-tahun="2024" data-triwulan="{triwulan}" data-versi="" '
            f'data-nilai="{nilai}"'
        )

    assert sel(1, "40") in isi
    assert sel(2, "15") in isi
    buku = ambil_buku(SENDIRI, TAHUN)
    triwulan = replace(buku.laporan, identitas=IdentitasLaporan(JenisLaporan.TRIWULAN, 1))
    for laporan in (buku, replace(buku, laporan=triwulan)):
        html = cetak_html(laporan).decode()
        assert sel(1, "40") in html
        assert sel(1, "10") not in html


@pytest.mark.usefixtures("_disetujui")
def test_keadaan_lampau_memakai_persetujuan_yang_berlaku_saat_itu() -> None:
    """What a page showed between the change of the plan and today: the accepted figure, not the plan's."""
    sebelum = _tahun().daftar_pengisian.get(triwulan=1).daftar_langkah.get(langkah="verifikasi").riwayat_sampai
    _impor_target_baru()
    data = load_data_pada(_tahun(), riwayat_terakhir())
    assert data.disetujui == load_data(_tahun()).disetujui
    assert hitung(data, "capaian", "I1", triwulan=1).nilai == 40
    assert load_data_pada(_tahun(), sebelum).disetujui == {}


def test_banyak_kueri_dengan_triwulan_disetujui_tetap(
    pemeran: dict[str, Pengguna], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Four for the codes of today; two for all states together, once; then they come from the cache."""
    impor_buku(buku=_buku())
    impor_buku(buku=_buku(SEPEMDA))
    for kode, daftar in ((SENDIRI, (1,)), (SEPEMDA, (1, 2))):
        for triwulan in daftar:
            _setujui(pemeran, triwulan, kode)
    for pilihan in ([SENDIRI], [SENDIRI, SEPEMDA]):
        tahun = [_tahun(kode) for kode in pilihan]
        cache.clear()
        with django_assert_num_queries(23 + 4 + 2):
            data = load_banyak_data(tahun)
        assert {n for d in data.values() for n in d.disetujui} <= {1, 2}
        with django_assert_num_queries(23 + 4):
            load_banyak_data(tahun)
