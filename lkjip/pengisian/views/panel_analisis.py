"""The analysis of one indicator in one quarter: its three lists, what is carried over, what goes into the LKjIP."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from kinerja.selectors_panel import daftar_analisis_tahun
from kinerja.services_analisis import (
    AnalisisBentrok,
    AnalisisDitolak,
    DaftarBentrok,
    bawa_analisis,
    jadikan_analisis_tahun,
    sahkan_bawaan,
    save_analisis,
)
from lkjip.akun.selectors import nama_lengkap
from lkjip.dasar.butir import sidik_butir
from lkjip.dasar.periode import tulis_saat
from lkjip.halaman.panel import DaftarFaktor, PilihanBentrok, daftar_ganti
from lkjip.pengisian.forms_panel import KirimanAnalisis, baca_analisis, baca_setuju
from lkjip.pengisian.panel import RuangIndikator, isi_analisis
from lkjip.pengisian.views.panel import Jawaban, dasar_simpan, simpan_bagian


@simpan_bagian("analisis")
def simpan_analisis(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    """All three lists or none: what cannot be saved is shown with what was typed."""
    kiriman = baca_analisis(request.POST)
    if kiriman.galat:
        isi = _dengan_ketikan(satu, kiriman, ())
        return Jawaban("Analisis belum tersimpan; perbaiki daftar yang ditandai.", "error", 422, isi)
    try:
        banyak = save_analisis(indikator=satu.baris, daftar=kiriman.daftar, **dasar_simpan(request, satu))
    except AnalisisBentrok as galat:
        isi = _dengan_ketikan(satu, kiriman, galat.daftar)
        return Jawaban("Analisis belum tersimpan: orang lain mengubahnya sementara itu.", "warning", 409, isi)
    return Jawaban("Analisis tersimpan." if banyak else "Tidak ada yang berubah pada analisis.")


def _dengan_ketikan(
    satu: RuangIndikator, kiriman: KirimanAnalisis, bentrok: tuple[DaftarBentrok, ...]
) -> dict[str, Any]:
    """The section with what was typed in its fields, and beside it what somebody else has stored."""
    isi = isi_analisis(satu)
    per_faktor = {b.faktor: b for b in bentrok}

    def lengkapi(daftar: DaftarFaktor) -> DaftarFaktor:
        teks = kiriman.ketikan.get(daftar.faktor, daftar.teks)
        lain = per_faktor.get(daftar.faktor)
        dasar = sidik_butir(lain.tersimpan) if lain else _dasar_semula(kiriman, daftar)
        galat = kiriman.galat.get(daftar.faktor, "")
        return replace(daftar, teks=teks, dasar=dasar, galat=galat, bentrok=_pilihan(lain) if lain else None)

    return {**isi, "daftar_faktor": tuple(map(lengkapi, isi["daftar_faktor"]))}


def _dasar_semula(kiriman: KirimanAnalisis, daftar: DaftarFaktor) -> str:
    """What the writer saw; a list that could not be saved has not been seen anew."""
    return next((d.dasar for d in kiriman.daftar if d.faktor is daftar.faktor), daftar.dasar)


def _pilihan(bentrok: DaftarBentrok) -> PilihanBentrok:
    saat = tulis_saat(timezone.localtime(bentrok.waktu)) if bentrok.waktu else ""
    oleh = nama_lengkap([bentrok.oleh]).get(bentrok.oleh, bentrok.oleh)
    return PilihanBentrok(bentrok.tersimpan, oleh or "orang lain", saat)


@simpan_bagian("analisis")
def bawa(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    banyak = bawa_analisis(indikator=satu.baris, **dasar_simpan(request, satu))
    return Jawaban(f"{banyak} butir dibawa dari triwulan lalu. Sunting yang tidak lagi cocok.")


@simpan_bagian("analisis")
def sahkan(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    banyak = sahkan_bawaan(indikator=satu.baris, **dasar_simpan(request, satu))
    return Jawaban(f"{banyak} butir bawaan dinyatakan masih berlaku." if banyak else "Tidak ada butir bawaan.")


@simpan_bagian("analisis")
def jadikan_tahunan(request: HttpRequest, satu: RuangIndikator) -> Jawaban:
    """First what would be replaced; with the consent to exactly that, it is."""
    setuju = baca_setuju(request.POST)
    if not setuju:
        return _tanya(satu, "")
    try:
        banyak = jadikan_analisis_tahun(indikator=satu.baris, setuju=setuju, **dasar_simpan(request, satu))
    except AnalisisDitolak as galat:
        return _tanya(satu, " ".join(galat.messages))
    tahun = satu.ruang.tahun
    return Jawaban(f"Analisis tahun {tahun} untuk LKjIP diperbarui." if banyak else f"Analisis {tahun} sudah sama.")


def _tanya(satu: RuangIndikator, pesan: str) -> Jawaban:
    daftar = isi_analisis(satu)["daftar_faktor"]
    ganti = daftar_ganti(daftar, daftar_analisis_tahun(satu.ruang.tahun_kinerja, satu.baris))
    isi = {"daftar_ganti": ganti, "ada_ganti": any(g.berubah for g in ganti)}
    return Jawaban(pesan, "warning", 409 if pesan else 200, isi, halaman=True)
