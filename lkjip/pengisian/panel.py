"""One indicator in one quarter as its panel sees it: who may fill it in, and what each of its sections shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import reverse

from kinerja.akses import boleh_catat
from kinerja.jenis_berkas import JENIS_PER_EKSTENSI
from kinerja.selectors_panel import (
    daftar_analisis_indikator,
    daftar_bukti_indikator,
    daftar_catatan_indikator,
    daftar_nilai_komponen,
)
from lkjip.dasar.periode import nama_triwulan
from lkjip.halaman import panel as halaman
from lkjip.halaman import panel_hitung as halaman_hitung
from lkjip.halaman.isian import Kotak
from lkjip.halaman.pengisian import Dasar, daftar_kelompok_baris
from lkjip.pengisian.ruang import Ruang
from renstra.data import Indikator
from renstra.data_rincian import CaraIndikator
from renstra.models import Indikator as BarisIndikator
from renstra.selectors_rincian import cara_per_kode

_ALAMAT = {
    "panel": "panel_indikator",
    "rincian": "simpan_rincian",
    "penurunan": "simpan_penurunan",
    "komponen": "simpan_komponen",
    "analisis": "simpan_analisis",
    "bawa": "bawa_analisis",
    "sahkan": "sahkan_analisis",
    "tahun": "jadikan_analisis_tahun",
    "bukti": "tambah_bukti",
    "catatan": "tulis_catatan",
}
BAGIAN = ("hasil", "rincian", "komponen", "analisis", "bukti", "catatan")
_BUKAN_BAGIAN = "Indikator ini tanggung jawab unit lain, jadi Anda hanya dapat melihatnya."
_BUKAN_PENGISI = "Peran Anda di instansi ini tidak mengisi data, jadi Anda hanya dapat melihatnya."


@dataclass(frozen=True)
class RuangIndikator:
    """`sisipan`: shown inside the quarter page, below the row that holds `kolom_lain`."""

    ruang: Ruang
    baris: BarisIndikator
    sisipan: bool = False
    kolom_lain: frozenset[str] = frozenset()

    @property
    def pk(self) -> int:
        return self.baris.pk

    @property
    def indikator(self) -> Indikator:
        return self.ruang.konteks.renstra.indikator_per_kode[self.baris.kode]

    @cached_property
    def cara(self) -> Mapping[str, CaraIndikator]:
        """How the realisasi of the indicators comes about: one query."""
        return cara_per_kode(self.ruang.tahun_kinerja)

    @property
    def nama(self) -> str:
        return self.ruang.konteks.nama_indikator(self.indikator)

    @property
    def nama_triwulan(self) -> str:
        return nama_triwulan(self.ruang.triwulan)

    @cached_property
    def berhak(self) -> bool:
        """Whether this user may fill in the indicator at all, whatever the state of the quarter."""
        return self.ruang.milik_indikator(self.baris.kode)

    @property
    def boleh(self) -> bool:
        return self.berhak and self.ruang.pintu.terbuka

    @property
    def alasan(self) -> str:
        """Why this user cannot fill it in; '' where they can."""
        if not self.ruang.pintu.terbuka:
            return self.ruang.pintu.alasan
        if self.berhak:
            return ""
        return _BUKAN_BAGIAN if self.ruang.hak.ubah else _BUKAN_PENGISI

    @property
    def penulis_catatan(self) -> bool:
        return boleh_catat(self.ruang.hak)

    @property
    def masa_catatan(self) -> bool:
        return self.ruang.pengisian.diperiksa

    @property
    def boleh_jawab(self) -> bool:
        return self.ruang.boleh_jawab(self.baris.kode)

    @property
    def alamat_simpan(self) -> str:
        """Where a field saves itself; that address belongs to the quarter page."""
        return reverse("simpan_isian", args=[self.ruang.kode, self.ruang.tahun, self.ruang.triwulan])

    def segar(self) -> RuangIndikator:
        """The same with the data as they are now."""
        return replace(self, ruang=self.ruang.segar())

    @cached_property
    def alamat(self) -> Mapping[str, str]:
        """Where the forms of the panel go, by the name of what they do."""
        argumen = [self.ruang.kode, self.ruang.tahun, self.ruang.triwulan, self.pk]
        return {nama: reverse(tujuan, args=argumen) for nama, tujuan in _ALAMAT.items()}


def isi_hasil(satu: RuangIndikator) -> dict[str, Any]:
    return {"hasil": halaman.hasil_panel(satu.ruang.konteks, satu.indikator, satu.ruang.triwulan)}


def isi_rincian(satu: RuangIndikator, ubah: Callable[[Kotak], Kotak] | None = None) -> dict[str, Any]:
    """`ubah`: what became of the last save, field by field. One query."""
    kecuali: Collection[str] = satu.kolom_lain if satu.sisipan else ()
    daftar = halaman.rincian_isian(_dasar(satu), satu.indikator, kecuali)
    return {
        "daftar_kelompok": halaman.ubah_kotak(daftar, ubah) if ubah else daftar,
        "penurunan": halaman_hitung.panel_penurunan(_dasar(satu), satu.indikator),
        "rumus_kata": halaman_hitung.rumus_panel(_dasar(satu), satu.indikator),
        "alamat_simpan": satu.alamat_simpan,
    }


def _dasar(satu: RuangIndikator) -> Dasar:
    return Dasar(
        konteks=satu.ruang.konteks,
        triwulan=satu.ruang.triwulan,
        pk={satu.baris.kode: satu.pk},
        unit=satu.ruang.unit,
        boleh=lambda kode: satu.boleh,
        cara=satu.cara,
    )


def isi_baris(satu: RuangIndikator) -> dict[str, Any]:
    """The indicator's row in the quarter page, of which fields and figures change when the components are saved."""
    kelompok = daftar_kelompok_baris(_dasar(satu), [satu.baris.kode])
    return {"kelompok_baris": kelompok, "alamat_simpan": satu.alamat_simpan}


def isi_komponen(satu: RuangIndikator, ubah: Callable[[Kotak], Kotak] | None = None) -> dict[str, Any]:
    """Two queries."""
    daftar = []
    for k in daftar_nilai_komponen(satu.ruang.tahun_kinerja, satu.baris, satu.ruang.triwulan):
        kotak = halaman.kotak_komponen(k.pk, k.kode, k.nilai, boleh=satu.boleh)
        baris = halaman.BarisKomponen(k.pk, k.kode, k.uraian, k.bobot, k.lalu, ubah(kotak) if ubah else kotak)
        daftar.append((baris, k.nilai))
    return {"komponen": halaman.panel_komponen(satu.ruang.konteks, satu.baris.kode, satu.ruang.triwulan, daftar)}


def isi_analisis(satu: RuangIndikator) -> dict[str, Any]:
    """One query."""
    analisis = daftar_analisis_indikator(satu.ruang.tahun_kinerja, satu.baris, satu.ruang.triwulan)
    daftar = halaman.daftar_faktor(analisis, satu.ruang.triwulan)
    return {
        "daftar_faktor": daftar,
        "dapat_dibawa": halaman.dapat_dibawa(daftar),
        "banyak_butir": sum(len(d.butir) for d in daftar),
        "banyak_bawaan": sum(len(d.bawaan) for d in daftar),
        "triwulan_lalu": nama_triwulan(satu.ruang.triwulan - 1) if satu.ruang.triwulan > 1 else "",
        "ada_analisis": any(d.butir for d in daftar),
    }


def isi_bukti(satu: RuangIndikator) -> dict[str, Any]:
    """One query."""
    jenis = [JENIS_PER_EKSTENSI[e] for e in settings.BUKTI_JENIS]
    return {
        "daftar_bukti": list(daftar_bukti_indikator(satu.ruang.tahun_kinerja, satu.baris, satu.ruang.triwulan)),
        "batas_mb": settings.BUKTI_MB,
        "batas_kiriman_mb": settings.BUKTI_KIRIMAN_MB,
        "maks_bukti": settings.BUKTI_MAKS_BERKAS,
        "jenis_bukti": ", ".join(j.nama for j in jenis),
        "terima_bukti": ",".join(f".{e}" for j in jenis for e in (j.ekstensi, *j.nama_lain)),
    }


def isi_catatan(satu: RuangIndikator) -> dict[str, Any]:
    """One query."""
    daftar = list(daftar_catatan_indikator(satu.ruang.tahun_kinerja, satu.baris, satu.ruang.triwulan))
    return {
        "catatan_terbuka": [c for c in daftar if c.waktu_jawaban is None],
        "catatan_terjawab": [c for c in daftar if c.waktu_jawaban is not None],
    }


ISI_BAGIAN: dict[str, Callable[[RuangIndikator], dict[str, Any]]] = {
    "hasil": isi_hasil,
    "rincian": isi_rincian,
    "komponen": isi_komponen,
    "analisis": isi_analisis,
    "bukti": isi_bukti,
    "catatan": isi_catatan,
}


def isi_panel(satu: RuangIndikator) -> dict[str, Any]:
    """What all sections show: six queries."""
    return {nama: isi for ambil in ISI_BAGIAN.values() for nama, isi in ambil(satu).items()}
