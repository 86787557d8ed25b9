"""A small agency-year with a row of each kind in every quarter, for the tests of the locks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from django.db import models

from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.data_pengisian import Langkah, StatusPengisian
from kinerja.models import (
    AnalisisTriwulan,
    BuktiDukung,
    KinerjaTriwulan,
    Komponen,
    KomponenTriwulan,
    LangkahPengisian,
    PengisianTriwulan,
)
from kinerja.services_pengisian import siapkan_triwulan
from lkjip.akun.models import Pengguna
from renstra.akses import Hak
from renstra.models import Indikator, Instansi, Renstra, Sasaran, TahunKinerja, Tujuan

TAHUN = 2024
SAAT = datetime(2024, 10, 12, 7, 3, tzinfo=UTC)  # 14.03 in Jakarta
HARI = date(2024, 10, 14)  # after the end of the third quarter, before its deadline
DITUTUP = [s for s in StatusPengisian if s is not StatusPengisian.DRAF]
HAK_PENUH = Hak(frozenset({"perencana", "verifikator", "kepala", "pengelola"}))


@dataclass(frozen=True)
class Dunia:
    instansi: Instansi
    renstra: Renstra
    tahun: TahunKinerja
    indikator: Indikator
    komponen: Komponen
    anggaran: Anggaran


def buat_dunia(kode: str = "UJI", tahun: int = TAHUN) -> Dunia:
    """The plan of one agency-year, without any row of a quarter."""
    instansi = Instansi.objects.create(kode=kode, nama=f"Badan {kode}")
    renstra = Renstra.objects.create(instansi=instansi)
    tahun_kinerja = TahunKinerja.objects.create(instansi=instansi, tahun=tahun, renstra=renstra)
    tujuan = Tujuan.objects.create(renstra=renstra, kode="T1", urutan=1)
    sasaran = Sasaran.objects.create(renstra=renstra, kode="S1", tujuan=tujuan, urutan=1)
    indikator = Indikator.objects.create(renstra=renstra, kode="I1", sasaran=sasaran, urutan=1)
    return Dunia(
        instansi=instansi,
        renstra=renstra,
        tahun=tahun_kinerja,
        indikator=indikator,
        komponen=Komponen.objects.create(
            tahun_kinerja=tahun_kinerja, indikator=indikator, kode="K1", bobot=Decimal("0.4"), tahun=tahun
        ),
        anggaran=Anggaran.objects.create(tahun_kinerja=tahun_kinerja, kode="1", urutan=1),
    )


def tambah_indikator(dunia: Dunia, banyak: int, awal: int = 2) -> list[Indikator]:
    """More indicators under the same sasaran: I2, I3, …"""
    return [
        Indikator.objects.create(renstra=dunia.renstra, kode=f"I{n}", sasaran=dunia.indikator.sasaran, urutan=n)
        for n in range(awal, awal + banyak)
    ]


Buat = Callable[[Dunia, int], models.Model]
# Table under lock → an unsaved row of the quarter, and columns whose change is a change of its content.
BARIS: dict[str, tuple[Buat, dict[str, object]]] = {
    "kinerja": (
        lambda d, tw: KinerjaTriwulan(
            tahun_kinerja=d.tahun, indikator=d.indikator, tahun=d.tahun.tahun, triwulan=tw, realisasi=Decimal(80)
        ),
        {"realisasi": Decimal("80.0"), "catatan": "lain", "target": Decimal(5), "predikat_realisasi": "A"},
    ),
    "uang": (
        lambda d, tw: RealisasiAnggaran(
            tahun_kinerja=d.tahun, anggaran=d.anggaran, tahun=d.tahun.tahun, triwulan=tw, realisasi=Decimal(1000)
        ),
        {"realisasi": Decimal(1001), "rencana": Decimal(7)},
    ),
    "analisis": (
        lambda d, tw: AnalisisTriwulan(
            tahun_kinerja=d.tahun, indikator=d.indikator, triwulan=tw, faktor="hambatan", uraian="sebab"
        ),
        {"uraian": "sebab lain", "dibawa_dari": 1},
    ),
    "bukti": (
        lambda d, tw: BuktiDukung(
            tahun_kinerja=d.tahun, indikator=d.indikator, triwulan=tw, jenis="tautan", tautan="https://contoh.id/a",
            nama_oleh="Ani", waktu=SAAT,
        ),
        {"uraian": "lain", "tautan": "https://contoh.id/b"},
    ),
    "komponen": (
        lambda d, tw: KomponenTriwulan(komponen=d.komponen, triwulan=tw, nilai=Decimal(90)),
        {"nilai": Decimal(91)},
    ),
}  # fmt: skip


def buat_baris(dunia: Dunia, nama: str, triwulan: int) -> models.Model:
    baris = BARIS[nama][0](dunia, triwulan)
    baris.save()
    return baris


def atur_status(dunia: Dunia, triwulan: int, status: StatusPengisian | str) -> PengisianTriwulan:
    """The quarter in this state as if Sari had brought it there; the steps themselves are tested elsewhere."""
    siapkan_triwulan(dunia.tahun)
    pengisian = PengisianTriwulan.objects.get(tahun_kinerja=dunia.tahun, triwulan=triwulan)
    pindahkan(pengisian, status)
    return pengisian


def pindahkan(pengisian: PengisianTriwulan, status: StatusPengisian | str) -> None:
    """Bring the quarter into this state by one step that the site does not know."""
    semula = PengisianTriwulan.objects.get(pk=pengisian.pk).status
    if semula != status:
        langkah = Langkah.BUKA if status == StatusPengisian.DRAF else Langkah.AJUKAN
        LangkahPengisian.objects.create(
            pengisian=pengisian, langkah=langkah, dari=semula, ke=str(status), nama_oleh="Sari", waktu=SAAT,
            riwayat_sampai=0,
        )  # fmt: skip
        pengisian.status = StatusPengisian(status)
        pengisian.save(update_fields=["status"])


def buat_pengguna(nama: str = "ani") -> Pengguna:
    return Pengguna.objects.create_user(nama, nama=f"Nama {nama}")
