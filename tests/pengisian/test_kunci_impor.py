"""A workbook changes nothing in a closed quarter; each row says why, since when, by whom, and who can open it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries, Settings

from anggaran.data import Anggaran, RealisasiAnggaran
from kinerja.data_pengisian import StatusPengisian
from kinerja.models import (
    AnalisisTriwulan,
    AturanPengisian,
    BuktiDukung,
    CatatanPengisian,
    KomponenTriwulan,
    PengisianTriwulan,
)
from kinerja.models import Komponen as BarisKomponen
from kinerja.services_pengisian import siapkan_triwulan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.selectors import ambil_buku
from lkjip.buku_kerja.services import ImporDitolak, impor_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.data import BukuKerja
from lkjip.riwayat.models import Riwayat
from renstra.models import Indikator, Instansi, Pemda, Penugasan, Peran, TahunKinerja
from tests.buku_kerja.ubah_buku import (
    FOLDER_CONTOH,
    KALTIM,
    baca,
    persis,
    tahun_lain,
    ubah_anggaran,
    ubah_kinerja,
    ubah_renstra,
)
from tests.pengisian.dunia import DITUTUP, SAAT, pindahkan

pytestmark = pytest.mark.django_db
TW = 3
BANYAK_KUERI = 103  # an import that changes nothing


@pytest.fixture
def buku() -> BukuKerja:
    buku = baca(KALTIM)
    impor_buku(buku=buku)
    return buku


def _tutup(status: StatusPengisian | str, triwulan: int = TW) -> TahunKinerja:
    tahun = TahunKinerja.objects.get(tahun=2024)
    siapkan_triwulan(tahun)
    satu = PengisianTriwulan.objects.get(tahun_kinerja=tahun, triwulan=triwulan)
    pindahkan(satu, status)
    return tahun


def _ubah_triwulan(buku: BukuKerja, triwulan: int, **lain: Any) -> BukuKerja:
    """The first row of the quarter, changed."""
    daftar = list(buku.data.kinerja.daftar_kinerja_triwulan)
    nomor = next(n for n, b in enumerate(daftar) if b.triwulan == triwulan and b.tahun == 2024)
    daftar[nomor] = replace(daftar[nomor], **lain)
    return ubah_kinerja(buku, daftar_kinerja_triwulan=tuple(daftar))


def _ditolak(buku: BukuKerja, **lain: Any) -> tuple[GalatSel, ...]:
    semula, banyak = ambil_buku("BKD-KALTIM", 2024), Riwayat.objects.count()
    with pytest.raises(ImporDitolak) as ditolak:
        impor_buku(buku=buku, **lain)
    persis(ambil_buku("BKD-KALTIM", 2024), semula)
    assert Riwayat.objects.count() == banyak
    return ditolak.value.daftar_galat


@pytest.mark.parametrize("status", DITUTUP)
def test_perubahan_di_triwulan_tertutup_disebut_baris_demi_baris(buku: BukuKerja, status: StatusPengisian) -> None:
    _tutup(status)
    baru = _ubah_triwulan(buku, TW, realisasi=Decimal("1.5"), catatan="lain")
    (galat,) = _ditolak(_ubah_triwulan(baru, 1, catatan="triwulan lain boleh"))
    assert (galat.lembar, galat.kolom) == ("kinerja_triwulan", "realisasi, catatan")
    assert galat.pesan.startswith("IKU1 Triwulan III 2024: realisasi 89,5 menjadi 1,5, catatan Target triwulan")
    assert " … menjadi lain. Triwulan III 2024 " in galat.pesan
    assert "sejak 12 Oktober 2024 pukul 14.03 oleh Sari, jadi isinya tidak dapat diubah." in galat.pesan
    assert galat.pesan.endswith(("kembali.", "mengembalikannya.", "dengan alasan."))


def test_setelah_dibuka_kembali_buku_yang_sama_diterima(buku: BukuKerja) -> None:
    baru = _ubah_triwulan(buku, TW, realisasi=Decimal("1.5"))
    _tutup("terkunci")
    _ditolak(baru)
    _tutup("draf")
    assert impor_buku(buku=baru).banyak_ubah == 1


@pytest.mark.parametrize("periksa_saja", [False, True])
def test_uang_baris_tambahan_dan_baris_yang_dibuang_juga_dijaga(buku: BukuKerja, periksa_saja: bool) -> None:
    _tutup("disetujui", 4)
    kinerja = tuple(b for b in buku.data.kinerja.daftar_kinerja_triwulan if (b.indikator, b.triwulan) != ("IKU1", 4))
    uang = buku.data.anggaran.daftar_realisasi_anggaran
    lama = next(u for u in uang if u.triwulan == 4 and u.tahun == 2024)
    tanpa = next(a.kode for a in buku.data.anggaran.daftar_anggaran if a.kode not in {u.kode for u in uang})
    baru = ubah_anggaran(
        ubah_kinerja(buku, daftar_kinerja_triwulan=kinerja),
        daftar_realisasi_anggaran=(
            *(replace(u, realisasi=Decimal(7)) if u == lama else u for u in uang),
            RealisasiAnggaran(tanpa, 2024, 4, Decimal(5)),
        ),
    )
    daftar = _ditolak(baru, periksa_saja=periksa_saja)
    assert [(g.lembar, g.pesan.split(": ")[0]) for g in daftar] == [
        ("kinerja_triwulan", "IKU1 Triwulan IV 2024"),
        ("realisasi_anggaran", f"{lama.kode} Triwulan IV 2024"),
        ("realisasi_anggaran", f"{tanpa} Triwulan IV 2024"),
    ]
    assert "baris ini dibuang" in daftar[0].pesan
    assert "baris ini ditambahkan" in daftar[2].pesan


def test_yang_membiarkan_triwulan_tertutup_tetap_diterima_walau_baris_bergeser(buku: BukuKerja) -> None:
    _tutup("terkunci")
    daftar = buku.data.kinerja.daftar_kinerja_triwulan
    lain_tahun = replace(daftar[0], tahun=2023, triwulan=TW, realisasi=Decimal(3))
    baru = ubah_kinerja(buku, daftar_kinerja_triwulan=(lain_tahun, *reversed(daftar)))
    baru = _ubah_triwulan(baru, 1, catatan="baru")
    assert impor_buku(buku=baru).banyak_ubah == 1
    persis(ambil_buku("BKD-KALTIM", 2024), baru)
    assert not impor_buku(buku=baru).ada_perubahan


def test_membuang_indikator_dengan_triwulan_tertutup_ditolak(buku: BukuKerja) -> None:
    _tutup("terkunci")
    daftar = _ditolak(_tanpa_indikator(buku, "IKU1"))
    assert {g.lembar for g in daftar} == {"kinerja_triwulan"}
    assert "IKU1 Triwulan III 2024: baris ini dibuang. Triwulan III 2024 terkunci sejak" in daftar[0].pesan


def _tanpa_indikator(buku: BukuKerja, kode: str) -> BukuKerja:
    """The workbook without this indicator and whatever names it."""
    data = buku.data
    renstra: Any = data.renstra
    for nama in ("daftar_target_tahunan", "daftar_perjanjian"):
        renstra = replace(renstra, **{nama: tuple(b for b in getattr(renstra, nama) if b.indikator != kode)})
    renstra = replace(renstra, daftar_indikator=tuple(i for i in renstra.daftar_indikator if i.kode != kode))
    kinerja: Any = replace(data.kinerja, renstra=renstra)
    for nama in ("komponen", "kinerja_triwulan", "realisasi_tahunan", "pembanding", "analisis"):
        kolom = f"daftar_{nama}"
        kinerja = replace(kinerja, **{kolom: tuple(b for b in getattr(kinerja, kolom) if b.indikator != kode)})
    penunjang = tuple(p for p in data.anggaran.daftar_penunjang if kode not in (p.indikator, p.mendukung))
    return replace(ubah_anggaran(buku, kinerja=kinerja, daftar_penunjang=penunjang), daftar_klaim=())


def _lampiran(tahun: TahunKinerja, kode: str) -> tuple[AnalisisTriwulan, BuktiDukung, CatatanPengisian]:
    """What the workbook does not carry."""
    indikator = Indikator.objects.get(kode=kode, renstra=tahun.renstra)
    milik = {"indikator": indikator, "triwulan": TW, "tahun_kinerja": tahun}
    pengisian = PengisianTriwulan.objects.get(tahun_kinerja=tahun, triwulan=TW)
    return (
        AnalisisTriwulan.objects.create(**milik, faktor="hambatan", uraian="sebab"),
        BuktiDukung.objects.create(**milik, jenis="tautan", tautan="https://a.id", nama_oleh="Ani", waktu=SAAT),
        CatatanPengisian.objects.create(
            pengisian=pengisian, indikator=indikator, isi="perbaiki", nama_oleh="Ani", waktu=SAAT
        ),
    )


def test_yang_tidak_dibawa_buku_pun_dijaga_dan_kalimatnya_menyebut_yang_dibuang(buku: BukuKerja) -> None:
    kosong = ubah_kinerja(buku, daftar_kinerja_triwulan=())
    impor_buku(buku=kosong)
    tahun = _tutup("draf")
    _lampiran(tahun, "IKU2")
    _tutup("terkunci")
    (galat,) = _ditolak(_tanpa_indikator(kosong, "IKU2"))
    assert "membuang indikator atau komponen" in galat.pesan
    assert "Yang dibuang buku ini: IKU2, IKU2.1" in galat.pesan
    assert "Triwulan III 2024 terkunci sejak 12 Oktober 2024 pukul 14.03 oleh Sari" in galat.pesan
    _tutup("draf")
    KomponenTriwulan.objects.create(komponen=BarisKomponen.objects.get(kode="IKU2.1"), triwulan=TW, nilai=Decimal(1))
    _tutup("disetujui")
    komponen = tuple(k for k in kosong.data.kinerja.daftar_komponen if k.kode != "IKU2.1")
    (galat,) = _ditolak(ubah_kinerja(kosong, daftar_komponen=komponen))
    assert "Yang dibuang buku ini: IKU2.1." in galat.pesan


@pytest.mark.parametrize("status", ["draf", "terkunci"])
def test_rencana_yang_diubah_membawa_lampiran_dan_triwulan_tertutup_ke_renstra_barunya(
    buku: BukuKerja, status: str
) -> None:
    """Two years share a Renstra; then one plan changes, and later reads the same again."""
    impor_buku(buku=tahun_lain(buku, 2025))
    tahun = _tutup("draf")
    lampiran = _lampiran(tahun, "IKU1")
    _tutup(status)
    renstra = buku.data.renstra
    beda = ubah_renstra(
        buku, daftar_indikator=tuple(replace(i, uraian=f"{i.uraian} baru") for i in renstra.daftar_indikator)
    )
    for ingin in (beda, buku):
        impor_buku(buku=ingin)
        persis(ambil_buku("BKD-KALTIM", 2024), ingin)
        renstra_kini = TahunKinerja.objects.get(pk=tahun.pk).renstra_id
        for baris in lampiran:
            baris.refresh_from_db()
            assert baris.indikator is not None
            assert (baris.indikator.kode, baris.indikator.renstra_id) == ("IKU1", renstra_kini)


@pytest.fixture
def pengguna(buku: BukuKerja) -> dict[str, Pengguna]:
    instansi = Instansi.objects.get(kode="BKD-KALTIM")
    lingkup: dict[str, dict[str, Any]] = {
        "perencana": {"peran": Peran.PERENCANA, "instansi": instansi},
        "pengelola": {"peran": Peran.PENGELOLA, "pemda": instansi.pemda},
        "admin": {"peran": Peran.ADMIN},
    }
    hasil = {nama: Pengguna.objects.create_user(nama, nama=nama) for nama in lingkup}
    for nama, isi in lingkup.items():
        Penugasan.objects.create(pengguna=hasil[nama], **isi)
    return {**hasil, "root": Pengguna.objects.create_superuser("root", nama="Root", password="x")}


@pytest.mark.parametrize(
    ("nama", "boleh"), [("perencana", False), ("pengelola", True), ("admin", True), ("root", True), (None, True)]
)
def test_tenggat_yang_menutup_mengikat_perencana_saja(
    buku: BukuKerja, pengguna: dict[str, Pengguna], nama: str | None, boleh: bool
) -> None:
    AturanPengisian.objects.create(pemda=Pemda.objects.get(), tutup_setelah_tenggat=True)
    baru = _ubah_triwulan(buku, TW, realisasi=Decimal("1.5"))
    oleh = pengguna[nama] if nama else None
    if boleh:
        assert impor_buku(buku=baru, oleh=oleh).banyak_ubah == 1
        return
    (galat,) = _ditolak(baru, oleh=oleh)
    assert "ditutup sejak tenggatnya lewat, 15 Oktober 2024" in galat.pesan
    besok = datetime.date(2199, 1, 1)
    tahun = _tutup("draf")
    PengisianTriwulan.objects.filter(tahun_kinerja=tahun).update(tenggat_khusus=besok)
    assert impor_buku(buku=baru, oleh=oleh).banyak_ubah == 1


def test_perintah_impor_menolak_dengan_kalimat_yang_sama(buku: BukuKerja, tmp_path: Path, settings: Settings) -> None:
    _tutup("terkunci")
    tulis_csv_folder(_ubah_triwulan(buku, TW, realisasi=Decimal("1.5")), tmp_path / "buku")
    with pytest.raises(CommandError) as gagal:
        call_command("impor", str(tmp_path / "buku"))
    assert "lembar kinerja_triwulan, kolom realisasi: IKU1 Triwulan III 2024: realisasi" in str(gagal.value)
    assert "terkunci sejak 12 Oktober 2024 pukul 14.03 oleh Sari" in str(gagal.value)
    call_command("impor", str(FOLDER_CONTOH / KALTIM))
    settings.DEBUG = True
    call_command("buat_demo")


def test_banyak_kueri_impor_ulang_tetap_berapa_pun_besarnya(
    buku: BukuKerja, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _tutup("terkunci")
    baris = tuple(Anggaran(f"9.{n}", uraian=f"Subkegiatan {n}") for n in range(150))
    besar = ubah_anggaran(buku, daftar_anggaran=(*buku.data.anggaran.daftar_anggaran, *baris))
    with django_assert_num_queries(BANYAK_KUERI):
        impor_buku(buku=buku)
    impor_buku(buku=besar)
    with django_assert_num_queries(BANYAK_KUERI):
        impor_buku(buku=besar)
