"""Whatever the editor is used for, in whatever order: the workbook written from it reads back equal, without errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.dasar.isian import Isian, IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.perencanaan.services_identitas import simpan_identitas_tahun
from lkjip.perencanaan.services_rencana import (
    geser_baris_rencana,
    hapus_baris_rencana,
    simpan_baris_rencana,
    simpan_indikator_rencana,
    simpan_target_renstra,
    susun_baris_rencana,
)
from lkjip.riwayat.services_isian import IsianBentrok
from lkjip.riwayat.services_urung import urungkan
from lkjip.selectors import load_buku
from renstra.data import Akumulasi, Arah, CaraHitung, JenisIndikator
from renstra.data_rencana import JenisBaris, acuan
from renstra.models import TahunKinerja
from renstra.selectors_rencana import MODEL
from renstra.services_rencana import acuan_induk
from tests.buku_kerja.test_pulang_pergi import lewat_csv, lewat_xlsx
from tests.pengisian.dunia import Dunia, buat_dunia, buat_pengguna

pytestmark = pytest.mark.django_db
KODE = st.sampled_from(
    ["S1", "S2", "T1", "T2", "M1", "M2", "1", "I1", "I2", "IKU2", "1.10", "007", "=A1", "'x", "TRUE", "1,5"]
)
TEKS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6) | st.sampled_from(
    ["=1+1", "1.234", "a\nb", "2024-01-01"]
)
ANGKA = st.sampled_from(["90", "90,50", "0", "-1", "1234567890123456789", "0,000001", "98%", ""])
JENIS = st.sampled_from([JenisBaris.MISI, JenisBaris.TUJUAN, JenisBaris.SASARAN])
SEMUA = st.sampled_from([JenisBaris.MISI, JenisBaris.TUJUAN, JenisBaris.SASARAN, JenisBaris.INDIKATOR])
BOBOT = st.sampled_from(["", "0,4", "1", "0,250", "40", "-1"])
NOMOR = st.integers(0, 5)
_PILIHAN = {"jenis": JenisIndikator, "arah": Arah, "akumulasi": Akumulasi}


@dataclass
class Penyunting:
    """The acts of the editor on one year; the last event may be taken back."""

    dunia: Dunia
    oleh: Pengguna
    kejadian: str = ""

    @property
    def umum(self) -> dict[str, Any]:
        return {
            "tahun_kinerja": TahunKinerja.objects.select_related("renstra").get(pk=self.dunia.tahun.pk),
            "oleh": self.oleh,
        }

    def pk(self, jenis: JenisBaris, nomor: int) -> int:
        if jenis is JenisBaris.ANGGARAN:
            return self.dunia.anggaran.pk
        daftar = list(MODEL[jenis]._default_manager.order_by("pk").values_list("pk", flat=True))
        return daftar[nomor % len(daftar)] if daftar else 0

    def induk(self, isi: tuple[JenisBaris, int] | None) -> str:
        return acuan(isi[0], self.pk(*isi)) if isi else ""

    def baris(self, jenis: JenisBaris, kode: str, uraian: str, induk: Any, lama: int | None) -> None:
        kini = self._baris(jenis, lama)
        isian = _teks(kini, kode=kode, uraian=uraian)
        if jenis is not JenisBaris.MISI:
            isian.append(Isian("induk", self.induk(induk), acuan_induk(kini) if kini else ""))
        self._catat(simpan_baris_rencana(jenis=jenis, isian=isian, pk=kini and kini.pk, **self.umum))

    def indikator(self, kode: str, induk: Any, teks: str, bobot: str, pilihan: int, lama: int | None) -> None:
        kini = self._baris(JenisBaris.INDIKATOR, lama)
        isian = _teks(kini, kode=kode, uraian=teks, satuan=teks, formulasi=teks)
        nilai = {"bobot": baca_isian(bobot, JenisIsian.ANGKA), "iku": [None, True, False][pilihan % 3]}
        nilai |= {nama: list(kata)[pilihan % len(kata)].value for nama, kata in _PILIHAN.items()}
        isian += [Isian(nama, isi, getattr(kini, nama, None)) for nama, isi in nilai.items()]
        if kini is None:
            isian += [*_teks(None, definisi=teks), Isian("cara_hitung", list(CaraHitung)[pilihan % 4].value, "")]
        isian.append(Isian("induk", self.induk(induk), acuan_induk(kini) if kini else ""))
        self._catat(simpan_indikator_rencana(isian=isian, **self.umum, pk=kini and kini.pk))

    def _baris(self, jenis: JenisBaris, lama: int | None) -> Any:
        """The row as the page would have shown it; None for a new one."""
        pk = None if lama is None else self.pk(jenis, lama)
        return MODEL[jenis]._default_manager.filter(pk=pk).first() if pk else None

    def target(self, nomor: int, tahun: int, angka: str, huruf: str) -> None:
        pk = self.pk(JenisBaris.INDIKATOR, nomor)
        isian = [
            Isian(f"target_{tahun}", baca_isian(angka, JenisIsian.ANGKA), None),
            *_teks(None, **{f"predikat_{tahun}": huruf}),
        ]
        simpan_target_renstra(isian={pk: isian}, jalur="halaman", **self.umum)

    def geser(self, jenis: JenisBaris, nomor: int, langkah: int) -> None:
        self._catat(geser_baris_rencana(jenis=jenis, pk=self.pk(jenis, nomor), langkah=langkah, **self.umum))

    def seret(self, jenis: JenisBaris, nomor: int, induk: Any) -> None:
        pk = self.pk(jenis, nomor)
        self._catat(susun_baris_rencana(jenis=jenis, pk=pk, induk=self.induk(induk), urutan=[pk], **self.umum))

    def hapus(self, jenis: JenisBaris, nomor: int) -> None:
        self._catat(hapus_baris_rencana(jenis=jenis, pk=self.pk(jenis, nomor), **self.umum))

    def urung(self) -> None:
        urungkan(kejadian=self.kejadian, instansi=self.dunia.instansi.pk, oleh=self.oleh)

    def identitas(self, teks: str, awal: int, akhir: int) -> None:
        isian = [*_teks(None, nama=teks, nip_kepala=teks, pemda=teks, nomor_penetapan=teks)]
        isian += [
            Isian("renstra_awal", awal, None),
            Isian("renstra_akhir", akhir, None),
            Isian("jenis_pemda", "kota", ""),
        ]
        self.kejadian = simpan_identitas_tahun(isian=isian, **self.umum)[1]

    def _catat(self, hasil: Any) -> None:
        self.kejadian = hasil.kejadian


def _teks(kini: Any, **kolom: str) -> list[Isian]:
    return [Isian(nama, baca_isian(isi, JenisIsian.PARAGRAF), getattr(kini, nama, "")) for nama, isi in kolom.items()]


INDUK = st.none() | st.tuples(
    st.sampled_from([JenisBaris.MISI, JenisBaris.TUJUAN, JenisBaris.SASARAN, JenisBaris.ANGGARAN]), NOMOR
)
INDUK_INDIKATOR = st.tuples(st.sampled_from([JenisBaris.TUJUAN, JenisBaris.SASARAN, JenisBaris.ANGGARAN]), NOMOR)
LAMA = st.none() | NOMOR
AKSI = st.one_of(
    st.tuples(st.just(Penyunting.baris), JENIS, KODE, TEKS, INDUK, LAMA),
    st.tuples(st.just(Penyunting.indikator), KODE, INDUK_INDIKATOR, TEKS, BOBOT, NOMOR, LAMA),
    st.tuples(st.just(Penyunting.target), NOMOR, st.sampled_from([1990, 2024, 2025, 2100]), ANGKA, TEKS),
    st.tuples(st.just(Penyunting.geser), SEMUA, NOMOR, st.sampled_from([-1, 1])),
    st.tuples(st.just(Penyunting.seret), SEMUA, NOMOR, INDUK),
    st.tuples(st.just(Penyunting.hapus), SEMUA, NOMOR),
    st.tuples(st.just(Penyunting.urung)),
    st.tuples(st.just(Penyunting.identitas), TEKS, st.sampled_from([2024, 1990]), st.sampled_from([2026, 2024, 1800])),
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(AKSI, min_size=3, max_size=12))
def test_rencana_hasil_suntingan_apa_pun_pulang_pergi_lewat_buku_kerja(daftar: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        penyunting = Penyunting(buat_dunia(), buat_pengguna())
        for aksi, *isi in daftar:
            _coba(lambda aksi=aksi, isi=isi: aksi(penyunting, *isi))  # type: ignore[misc]
        tahun = penyunting.umum["tahun_kinerja"]
        tersimpan = load_buku(tahun)
        for lewat in (lewat_csv, lewat_xlsx):
            kembali = lewat(tersimpan)
            assert repr(kembali) == repr(tersimpan)
        assert not impor_buku(buku=kembali).ada_perubahan
        transaction.set_rollback(True)


def _coba(aksi: Callable[[], None]) -> None:
    """Refusals are sentences; nothing else may come out of an act."""
    try:
        with transaction.atomic():
            aksi()
    except (ValidationError, IsianBentrok, IsianTakTerbaca):
        pass
