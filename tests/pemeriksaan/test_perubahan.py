"""Late changes: what counts as one, what it did, who may say why, and where it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from anggaran.models import RealisasiAnggaran
from kinerja.data import MetodePengukuran, Skala
from kinerja.data_pengisian import Langkah
from kinerja.models import KinerjaTriwulan
from kinerja.services_pengisian import ambil_langkah
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.data import IdentitasLaporan, JenisLaporan, Narasi
from lkjip.laporan.isi import Bab, Tabel, Teks
from lkjip.laporan.models import Narasi as BarisNarasi
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_isi
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.pemeriksaan.data_perubahan import (
    ArahAkibat,
    Entri,
    JenisKunci,
    JenisPerubahan,
    Kunci,
    PerubahanTerlambat,
    SumberAlasan,
)
from lkjip.pemeriksaan.data_perubahan_kata import kalimat_akibat
from lkjip.pemeriksaan.data_perubahan_saring import GOLONGAN, JEDA, susun_kejadian
from lkjip.pemeriksaan.halaman_perubahan import KEPALA_TABEL
from lkjip.pemeriksaan.models import AlasanPerubahan
from lkjip.pemeriksaan.selectors_perubahan import banyak_perubahan, load_perubahan
from lkjip.pemeriksaan.services import beri_alasan_perubahan
from lkjip.penyusunan.sidik import sidik_isi, tulisan_tetap
from lkjip.riwayat.models import ModelTeraudit, Riwayat
from lkjip.riwayat.services import konteks_riwayat
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku, load_buku_laporan
from renstra.akses import ambil_hak
from renstra.data import Arah, Indikator, Versi
from renstra.models import Indikator as BarisIndikator
from renstra.models import Perjanjian, TahunKinerja, TargetTahunan
from renstra.selectors import ambil_tahun_kinerja
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, pk, target, tw, uang
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, SEPEMDA, TAHUN, buku_uji
from tests.terbitan.dunia_terbitan import buat_final, tahun_berkepala

DESEMBER = date(2024, 12, 12)
SKALA = tuple(
    Skala("lima", arah, D(batas), nama)
    for arah in (Arah.POSITIF, Arah.NEGATIF)
    for batas, nama in ((90, "Tinggi"), (50, "Sedang"), (0, "Rendah"))
)
ALASAN = "Salah ketik pada surat pengantar."


def _buku(kode: str = SENDIRI, banyak: int = 1) -> BukuKerja:
    """Two quarters of each indicator: 40 and 60 of 100; 30 of a pagu of 100 in the first."""
    indikator = [Indikator(f"I{n}", "S1", uraian=f"Indeks Uji {n}") for n in range(1, banyak + 1)]
    rencana = replace(
        buat_renstra(*indikator, instansi=buku_uji(kode).data.renstra.instansi),
        daftar_target_tahunan=tuple(target(i.kode, 100) for i in indikator),
        daftar_perjanjian=tuple(pk(i.kode, Versi.MURNI, 100) for i in indikator),
    )
    kinerja = buat_kinerja(
        rencana,
        metode=MetodePengukuran(skala="lima"),
        daftar_skala=SKALA,
        daftar_kinerja_triwulan=tuple(tw(i.kode, n, 20 + 20 * n) for i in indikator for n in (1, 2)),
    )
    anggaran = {"daftar_anggaran": (baris("1", pagu=100),), "daftar_realisasi_anggaran": (uang("1", 30, 1),)}
    return BukuKerja(buat_data(kinerja, **anggaran))


def _tahun(kode: str = SENDIRI) -> TahunKinerja:
    tahun_kinerja = ambil_tahun_kinerja(kode, TAHUN)
    assert tahun_kinerja is not None
    return tahun_kinerja


def _langkah(pemeran: dict[str, Pengguna], *daftar: tuple[str, str], triwulan: int = 1, catatan: str = "perlu") -> None:
    tahun_kinerja = _tahun()
    for nama, langkah in daftar:
        ambil_langkah(
            tahun_kinerja=tahun_kinerja, triwulan=triwulan, langkah=Langkah(langkah), oleh=pemeran[nama],
            hak=ambil_hak(pemeran[nama], tahun_kinerja.instansi), hari=DESEMBER, catatan=catatan,
        )  # fmt: skip


def _setujui(pemeran: dict[str, Pengguna], triwulan: int = 1) -> None:
    siapa = zip(("perencana", "verifikator", "kepala"), ("ajukan", "verifikasi", "setujui"), strict=True)
    _langkah(pemeran, *siapa, triwulan=triwulan)


def _buka(pemeran: dict[str, Pengguna], catatan: str = "Angka BPS direvisi") -> None:
    _langkah(pemeran, ("kepala", "buka"), catatan=catatan)


def _realisasi(nilai: int | str, triwulan: int = 1, oleh: Pengguna | None = None, indikator: str = "I1") -> str:
    """One save of the quarter's page; the event."""
    with konteks_riwayat(oleh=oleh, jalur="halaman") as kejadian:
        milik = KinerjaTriwulan.objects.filter(tahun_kinerja=_tahun(), triwulan=triwulan, indikator__kode=indikator)
        assert milik.update(realisasi=Decimal(nilai)) == 1
    return kejadian


def _satu(kode: str = SENDIRI) -> PerubahanTerlambat:
    (satu,) = load_perubahan(_tahun(kode)).daftar
    return satu


@pytest.fixture
def disetujui(pemeran: dict[str, Pengguna]) -> dict[str, Pengguna]:
    impor_buku(buku=_buku())
    _setujui(pemeran)
    return pemeran


# what counts


@pytest.mark.django_db
def test_yang_berjalan_biasa_bukan_perubahan_terlambat(disetujui: dict[str, Pengguna]) -> None:
    _realisasi(70, triwulan=2, oleh=disetujui["perencana"])
    _setujui(disetujui, 2)
    hasil = load_perubahan(_tahun())
    assert hasil.daftar == ()
    assert [k.sebutan.partition(" disetujui")[0] for k in hasil.daftar_kunci] == ["Triwulan I", "Triwulan II"]


@pytest.mark.django_db
def test_triwulan_yang_dibuka_kembali_lalu_diubah(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    _realisasi(95, oleh=disetujui["perencana"])
    satu = _satu()
    assert (satu.oleh, satu.jalan) == ("Tuan perencana", "halaman pengisian")
    assert [k.kode for k in satu.daftar_kunci] == ["tw1"]
    (isi,) = satu.daftar_baris
    assert (isi.jenis, isi.triwulan, isi.aksi) == (JenisPerubahan.KINERJA, 1, "ubah")
    assert [(k.label, k.dari, k.menjadi) for k in isi.daftar_kolom] == [("realisasi", "40", "95")]
    (alasan,) = satu.daftar_alasan
    assert (alasan.sumber, alasan.isi, alasan.oleh) == (SumberAlasan.PEMBUKAAN, "Angka BPS direvisi", "Tuan kepala")
    akibat = {(a.besaran, a.triwulan): (a.sebelum, a.sesudah, a.arah, a.disetujui) for a in satu.daftar_akibat or ()}
    assert akibat[("capaian", 1)] == (D(40), D(95), ArahAkibat.NAIK, False)
    assert akibat[("kategori_capaian", 1)] == ("Rendah", "Tinggi", ArahAkibat.BERUBAH, False)


@pytest.mark.django_db
def test_uang_triwulan_yang_dibuka_kembali(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman"):
        RealisasiAnggaran.objects.filter(tahun_kinerja=_tahun(), triwulan=1).update(realisasi=D(20))
    akibat = {(a.besaran, a.kode, a.triwulan): (a.sebelum, a.sesudah) for a in _satu().daftar_akibat or ()}
    assert akibat[("serapan", "1", None)] == (D(30), D(20))
    assert akibat[("realisasi_anggaran", "", None)] == (D(30), D(20))
    assert ("serapan", "1", 1) not in akibat  # says the same as the year


@pytest.mark.django_db
def test_rencana_yang_diubah_menyebut_angka_yang_tetap_disetujui(disetujui: dict[str, Pengguna]) -> None:
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman", alasan="Reviu rencana"):
        TargetTahunan.objects.filter(indikator__kode="I1", indikator__renstra=_tahun().renstra).update(target=D(80))
        Perjanjian.objects.filter(tahun_kinerja=_tahun()).update(target=D(80))
    satu = _satu()
    assert {b.jenis for b in satu.daftar_baris} == {JenisPerubahan.RENCANA}
    assert [(a.sumber, a.isi) for a in satu.daftar_alasan] == [(SumberAlasan.SIMPANAN, "Reviu rencana")]
    (akibat,) = [a for a in satu.daftar_akibat or () if (a.besaran, a.triwulan) == ("capaian", 1)]
    assert (akibat.sebelum, akibat.sesudah, akibat.disetujui) == (D(40), D(50), True)
    assert "tidak ikut berubah" in kalimat_akibat(akibat).catatan


@pytest.mark.django_db
def test_arah_indikator_dan_target_tahun_lain(disetujui: dict[str, Pengguna]) -> None:
    indikator = BarisIndikator.objects.get(kode="I1", renstra=_tahun().renstra)
    TargetTahunan.objects.create(indikator=indikator, tahun=TAHUN + 1, target=D(120))
    BarisIndikator.objects.filter(pk=indikator.pk).update(urutan=9)
    assert load_perubahan(_tahun()).daftar == ()  # of next year, and no content
    BarisIndikator.objects.filter(pk=indikator.pk).update(arah="negatif")
    satu = _satu()
    assert [k.label for k in satu.daftar_baris[0].daftar_kolom] == ["arah"]
    assert satu.oleh == "sistem"
    assert not satu.beralasan


@pytest.mark.django_db
def test_baris_yang_dihapus(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    with konteks_riwayat(oleh=disetujui["perencana"], jalur="halaman"):
        KinerjaTriwulan.objects.filter(tahun_kinerja=_tahun(), triwulan=1).delete()
    satu = _satu()
    assert satu.daftar_baris[0].aksi == "hapus"
    assert [(a.sebelum, a.sesudah) for a in satu.daftar_akibat or () if a.besaran == "capaian"] == [(D(40), None)]


@pytest.mark.django_db
def test_impor_adalah_satu_kejadian_dengan_barisnya(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    buku = _buku()
    triwulan = (tw("I1", 1, 45), tw("I1", 2, 61))
    kinerja = replace(buku.data.kinerja, daftar_kinerja_triwulan=triwulan)
    anggaran = replace(buku.data.anggaran, kinerja=kinerja, daftar_realisasi_anggaran=(uang("1", 35, 1),))
    impor_buku(buku=replace(buku, data=replace(buku.data, anggaran=anggaran)), oleh=disetujui["perencana"])
    satu = _satu()
    assert satu.jalan == "impor buku kerja"
    assert [(b.jenis, b.triwulan) for b in satu.daftar_baris] == [
        (JenisPerubahan.KINERJA, 1),
        (JenisPerubahan.ANGGARAN, 1),
    ]


@pytest.mark.django_db
def test_yang_diurungkan_hanya_tampil_bila_diminta(disetujui: dict[str, Pengguna], sebagai: _Sebagai) -> None:
    _buka(disetujui)
    _realisasi(45, oleh=disetujui["perencana"])
    perencana = disetujui["perencana"]
    kejadian = _realisasi(99, oleh=disetujui["pengelola"])
    urungkan(kejadian=kejadian, instansi=_tahun().instansi_id, oleh=disetujui["pengelola"])
    hasil = load_perubahan(_tahun())
    assert [p.kembali for p in hasil.daftar] == [True, True, False]
    assert [p.oleh for p in hasil.tetap] == [str(perencana)]
    assert banyak_perubahan([_tahun()]) == {_tahun().pk: 1}
    client, alamat = sebagai("perencana"), reverse("perubahan_terlambat", args=[SENDIRI, TAHUN])
    assert "99" not in client.get(alamat).content.decode().partition("daftar-temuan")[2]
    semua = client.get(alamat, {"semua": "on"}).content.decode()
    assert "diambil kembali" in semua.partition("daftar-temuan")[2]


@pytest.mark.django_db
def test_kembali_ke_nilai_yang_disetujui_meniadakan_semuanya(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    _realisasi(45, oleh=disetujui["perencana"])
    _realisasi(40, oleh=disetujui["pengelola"])
    hasil = load_perubahan(_tahun())
    assert (len(hasil.daftar), hasil.tetap) == (2, ())


# the report, and the agreement


@pytest.fixture
def final(pemeran: dict[str, Pengguna]) -> dict[str, Pengguna]:
    buku = buku_uji(SENDIRI)
    impor_buku(buku=replace(buku, laporan=replace(buku.laporan, daftar_narasi=(Narasi("bab4.kesimpulan", 1, "Baik"),))))
    buat_final(tahun_berkepala(), pemeran["kepala"])
    return pemeran


@pytest.mark.django_db
def test_sesudah_final_naskah_hanya_disebut_berubah(final: dict[str, Pengguna]) -> None:
    assert load_perubahan(_tahun()).daftar == ()
    with konteks_riwayat(oleh=final["perencana"], jalur="naskah"):
        BarisNarasi.objects.filter(tahun_kinerja=_tahun()).update(isi="Sangat rahasia")
    satu = _satu()
    assert [k.nama for k in satu.daftar_kunci] == ["Laporan final versi 1"]
    (isi,) = satu.daftar_baris
    assert (isi.jenis, isi.subjek, isi.daftar_kolom) == (JenisPerubahan.NASKAH, "bab4.kesimpulan", ())
    assert satu.daftar_akibat == ()


@pytest.mark.django_db
def test_sesudah_final_data_triwulan_terlambat_walau_belum_disetujui(final: dict[str, Pengguna]) -> None:
    _realisasi(70, triwulan=4, oleh=final["perencana"])
    satu = _satu()
    assert [k.kode for k in satu.daftar_kunci] == ["laporan"]
    assert any(a.besaran == "capaian" and a.sesudah == D(70) for a in satu.daftar_akibat or ())


# the rules alone


SAAT = datetime(2024, 7, 1, tzinfo=UTC)
TW1 = Kunci(JenisKunci.TRIWULAN, 10, SAAT, "Triwulan I disetujui", 1)
PK = Kunci(JenisKunci.PERJANJIAN, 10, SAAT, "Perjanjian Kinerja ditandatangani")
LAPORAN = Kunci(JenisKunci.LAPORAN, 50, SAAT, "Laporan final versi 1")


def _entri(nomor: int, dari: Any, ke: Any, **lain: Any) -> Entri:
    """A value of the first quarter, changed."""
    dasar = {"kejadian": f"k{nomor}", "oleh": "ani", "jalur": "halaman", "tabel": "kinerja_kinerjatriwulan"}
    isi = {**dasar, "alasan": "", "kunci": "1", "waktu": SAAT + timedelta(minutes=nomor), **lain}
    dari, ke = (
        None if satu is None else {"id": 1, "tahun": TAHUN, "triwulan": 1, "realisasi": satu} for satu in (dari, ke)
    )
    return Entri(nomor=nomor, aksi="ubah", dari=dari, ke=ke, **isi)


def test_simpanan_sekali_duduk_menjadi_satu() -> None:
    daftar = [_entri(11, 1, 2), _entri(12, 2, 3), _entri(13, 3, 4, oleh="budi")]
    hasil = susun_kejadian(daftar, TAHUN, [TW1])
    assert [k.daftar_kejadian for k in hasil] == [("k11", "k12"), ("k13",)]
    assert hasil[0].nomor == (11, 12)
    assert (hasil[0].daftar_baris[0].dari or {})["realisasi"] == 1
    jauh = _entri(12, 2, 3, waktu=SAAT + timedelta(minutes=11) + JEDA * 2)
    assert len(susun_kejadian([_entri(11, 1, 2), jauh], TAHUN, [TW1])) == 2


def test_simpanan_lain_di_antaranya_memisahkan() -> None:
    """Else its effect would be laid at their door."""
    sela = replace(_entri(12, 1, 2), kunci="2", ke={"triwulan": 2, "tahun": TAHUN}, dari=None)
    hasil = susun_kejadian([_entri(11, 1, 2), sela, _entri(13, 2, 3)], TAHUN, [TW1])
    assert [k.nomor for k in hasil] == [(11, 11), (13, 13)]


def test_kejadian_menyebut_setiap_kunci_yang_didahuluinya() -> None:
    (satu,) = susun_kejadian([_entri(60, 1, 2)], TAHUN, [TW1, LAPORAN])
    assert satu.daftar_kunci == (TW1, LAPORAN)
    assert susun_kejadian([_entri(9, 1, 2)], TAHUN, [TW1]) == ()
    assert susun_kejadian([_entri(11, 1, 1, tabel="kinerja_reviu")], TAHUN, [TW1]) == ()


def test_perjanjian_bertanda_tangan_hanya_mengunci_perjanjian() -> None:
    janji = _entri(11, 1, 2, tabel="renstra_perjanjian")
    assert [k.daftar_kunci for k in susun_kejadian([janji], TAHUN, [PK])] == [(PK,)]
    assert susun_kejadian([_entri(11, 1, 2, tabel="anggaran_anggaran")], TAHUN, [PK]) == ()


def test_baris_yang_ditambah_lalu_dihapus_sekali_duduk_tidak_disebut() -> None:
    assert susun_kejadian([_entri(11, None, 2), _entri(12, 2, None)], TAHUN, [TW1]) == ()


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_yang_tersisa_membawa_dari_nilai_disetujui_ke_nilai_kini(daftar_nilai: list[int]) -> None:
    """Whatever is undone may be left out: the rest still leads from the settled value to today's."""
    nilai = [0, *daftar_nilai]
    langkah = [
        _entri(11 + n, dulu, kini, oleh=f"o{n}") for n, (dulu, kini) in enumerate(pairwise(nilai)) if dulu != kini
    ]
    tetap = [b for k in susun_kejadian(langkah, TAHUN, [TW1]) for b in k.daftar_baris if not b.kembali]
    jejak = [((b.dari or {})["realisasi"], (b.ke or {})["realisasi"]) for b in tetap]
    assert all(satu[1] == dua[0] for satu, dua in pairwise(jejak))
    assert (jejak[0][0], jejak[-1][1]) == (0, nilai[-1]) if jejak else nilai[-1] == 0
    assert len({a for a, _ in jejak}) == len(jejak)  # no value twice


def test_setiap_tabel_golongan_ada_dan_beriwayat() -> None:
    ada = {m._meta.db_table for m in apps.get_models() if issubclass(m, ModelTeraudit)}
    assert set(GOLONGAN) <= ada


# the page


def _alasan(sebagai: _Sebagai, siapa: str, isi: str = ALASAN) -> int:
    alamat = reverse("alasan_perubahan", args=[SENDIRI, TAHUN])
    return sebagai(siapa).post(alamat, {"kejadian": _satu().pengenal, "alasan": isi}).status_code


@pytest.mark.django_db
def test_alasan_susulan_ditulis_perencana_atau_kepala(disetujui: dict[str, Pengguna], sebagai: _Sebagai) -> None:
    Perjanjian.objects.filter(tahun_kinerja=_tahun()).update(target=D(90))
    halaman = sebagai("inspektorat").get(reverse("perubahan_terlambat", args=[SENDIRI, TAHUN])).content.decode()
    assert "Tidak ada alasan yang tercatat" in halaman
    assert "Simpan alasan" not in halaman
    assert _alasan(sebagai, "verifikator") == _alasan(sebagai, "inspektorat") == 403
    assert _alasan(sebagai, "perencana", "salah") == 422
    assert _alasan(sebagai, "perencana") == 302
    assert _alasan(sebagai, "kepala", f"{ALASAN} Benar.") == 302
    (alasan,) = _satu().daftar_alasan
    assert (alasan.sumber, alasan.isi, alasan.oleh) == (SumberAlasan.SUSULAN, f"{ALASAN} Benar.", "Tuan kepala")
    assert AlasanPerubahan.objects.count() == 1
    assert Riwayat.objects.filter(tabel="pemeriksaan_alasanperubahan").count() == 2
    alamat = reverse("alasan_perubahan", args=[SENDIRI, TAHUN])
    sebagai("kepala").post(alamat, {"kejadian": "tak-ada", "alasan": ALASAN})
    assert AlasanPerubahan.objects.count() == 1


@pytest.mark.django_db
def test_alasan_hanya_bagi_kejadian_tahun_itu(disetujui: dict[str, Pengguna]) -> None:
    with pytest.raises(ValidationError):
        beri_alasan_perubahan(tahun_kinerja=_tahun(), kejadian="a", alasan=" ", oleh=disetujui["kepala"])


@pytest.mark.django_db
def test_halaman_disaring_dan_diunduh(disetujui: dict[str, Pengguna], sebagai: _Sebagai) -> None:
    alamat = reverse("perubahan_terlambat", args=[SENDIRI, TAHUN])
    client = sebagai("perencana")
    assert "tidak diubah" in client.get(alamat).content.decode()
    assert "Belum ada yang disetujui" in sebagai("admin").get(alamat.replace(SENDIRI, SEPEMDA)).content.decode()
    _buka(disetujui)
    _realisasi("45.5", oleh=disetujui["perencana"])
    Perjanjian.objects.filter(tahun_kinerja=_tahun()).update(target=D(90))
    client = sebagai("perencana")
    banyak = {
        kueri: client.get(f"{alamat}?{kueri}").content.decode().count("perubahan-terlambat__judul")
        for kueri in ("", "jenis=kinerja", "jenis=rencana", "sesudah=tw1", "orang=sistem", "jenis=naskah", "sesudah=x")
    }
    assert list(banyak.values()) == [2, 1, 1, 2, 1, 2, 2]  # a choice that there is not is no choice
    berkas = client.get(reverse("unduh_perubahan", args=[SENDIRI, TAHUN]) + "?jenis=kinerja").content
    lembar = load_workbook(BytesIO(berkas)).worksheets[0]
    isi = [[sel.value for sel in satu] for satu in lembar.iter_rows()]
    assert isi[0] == list(KEPALA_TABEL)
    assert isi[1][7:10] == ["realisasi", "40", "45,5"]
    assert "40,00% menjadi 45,50%" in str(isi[1][10])
    assert isi[1][11] == "Angka BPS direvisi"


@pytest.mark.django_db
def test_banyak_kueri_tidak_bertambah_dengan_banyaknya_perubahan(
    pemeran: dict[str, Pengguna], sebagai: _Sebagai
) -> None:
    impor_buku(buku=_buku(banyak=8))
    _setujui(pemeran)
    _buka(pemeran)
    alamat, banyak = reverse("perubahan_terlambat", args=[SENDIRI, TAHUN]), []
    for daftar in (("I1",), ("I2", "I3", "I4", "I5", "I6", "I7", "I8")):
        for kode in daftar:
            _realisasi(50, oleh=pemeran["perencana" if kode in {"I1", "I3", "I5", "I7"} else "kepala"], indikator=kode)
        cache.clear()
        client = sebagai("perencana")
        client.get(alamat)
        cache.clear()
        with CaptureQueriesContext(connection) as kueri:
            client.get(alamat)
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1] <= 60
    with CaptureQueriesContext(connection) as kueri:
        assert banyak_perubahan([_tahun()])[_tahun().pk] == 8
    assert len(kueri) <= 8


@pytest.mark.django_db
def test_yang_terlalu_banyak_disebut_tanpa_akibat(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    for n, siapa in enumerate(("perencana", "kepala", "perencana")):
        _realisasi(50 + n, oleh=disetujui[siapa])
    hasil = load_perubahan(_tahun(), maks_akibat=2)
    assert hasil.tanpa_akibat == 1
    assert [p.daftar_akibat is None for p in hasil.daftar] == [False, False, True]


# the annex


def _lampiran(buku: BukuKerja) -> Bab | None:
    return next((b for b in compose(buku).bab if b.kunci == "lampiran-perubahan-data"), None)


@pytest.mark.django_db
def test_lampiran_hanya_bila_ada_dan_sidik_tahun_tanpa_perubahan_tetap(disetujui: dict[str, Pengguna]) -> None:
    buku = load_buku_laporan(_tahun())
    assert _lampiran(buku) is None
    assert "daftar_perubahan" not in tulisan_tetap(buku)  # so what was checked before stays checked
    _buka(disetujui)
    _realisasi(95, oleh=disetujui["perencana"])
    _setujui(disetujui)
    berubah = load_buku_laporan(_tahun())
    bab = _lampiran(berubah)
    assert bab is not None
    (tabel,) = [b for b in bab.isi if isinstance(b, Tabel)]
    sel = ["".join(p.isi for p in s.isi if isinstance(p, Teks)) for s in tabel.baris[0].sel]
    assert "realisasi 40 menjadi 95" in sel[3]
    assert "40,00% menjadi 95,00%" in sel[4]
    assert sel[5] == "Angka BPS direvisi"
    assert berubah == load_buku(_tahun())  # no content of the workbook
    assert sidik_isi(berubah) == sidik_isi(load_buku_laporan(_tahun()))
    tanpa = replace(berubah, laporan=replace(berubah.laporan, daftar_perubahan=()))
    assert sidik_isi(berubah) != sidik_isi(tanpa)  # but part of what a file is found by


@pytest.mark.django_db
@pytest.mark.parametrize("cetak", [html_isi, xlsx_laporan, docx_laporan], ids=["html", "xlsx", "docx"])
def test_lampiran_ada_dalam_setiap_bentuk(cetak: Callable[[Any], Any], disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    _realisasi(95, oleh=disetujui["perencana"])
    assert cetak(compose(load_buku_laporan(_tahun())))


@pytest.mark.django_db
def test_laporan_triwulan_hanya_memuat_perubahan_triwulannya(disetujui: dict[str, Pengguna]) -> None:
    _buka(disetujui)
    _realisasi(95, oleh=disetujui["perencana"])
    buku = load_buku_laporan(_tahun())
    ada = [_lampiran(_triwulanan(buku, n)) is not None for n in (1, 2)]
    assert ada == [True, False]


def _triwulanan(buku: BukuKerja, triwulan: int) -> BukuKerja:
    identitas = IdentitasLaporan(JenisLaporan.TRIWULAN, triwulan)
    return replace(buku, laporan=replace(buku.laporan, identitas=identitas))
