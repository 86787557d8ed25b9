"""Everything written about planning. Call within `konteks_riwayat`, so that the history knows who and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from lkjip.dasar.rekaman import bentuk_baku, isi_kolom
from lkjip.riwayat.services import Penyesuai, menyesuaikan, periksa_baris
from renstra import data
from renstra.models import (
    Indikator,
    Instansi,
    Misi,
    Pemda,
    Perjanjian,
    Renstra,
    Sasaran,
    TahunKinerja,
    TargetTahunan,
    Tujuan,
)
from renstra.selectors import load_isi_renstra
from renstra.services_versi import alihkan_pendahulu, lanjutkan_indikator

_T = TypeVar("_T")


@transaction.atomic
def save_renstra(*, rencana: data.DataRenstra, penyesuai: Penyesuai | None = None) -> TahunKinerja:
    """Store the plan of one agency-year; other years of the agency stay as they are.

    A year whose plan reads the same as a stored Renstra of that period shares it. A year whose plan differs changes
    its Renstra if no other year uses it, and otherwise gets a versi of its own.
    """
    with menyesuaikan(penyesuai) as alat:
        instansi = _save_instansi(rencana)
        lama = TahunKinerja.objects.select_related("renstra").filter(instansi=instansi, tahun=rencana.periode.tahun)
        tahun_lama = lama.first()
        renstra, asal = _pilih_renstra(instansi, rencana, tahun_lama, alat)
        tahun_kinerja = _save_tahun(instansi, renstra, rencana, tahun_lama, alat)
        _save_isi(tahun_kinerja, rencana, alat)
        if asal is not None:
            lanjutkan_indikator(dari=asal, ke=renstra)
        return tahun_kinerja


def kunci_instansi(**acuan: Any) -> Instansi | None:
    """Lock the agency (`pk=` or `kode=`) until the end of the transaction: its plan stays as it is meanwhile.

    Whoever needs that locks it first, before the quarters of its years.
    """
    return Instansi.objects.select_for_update(no_key=True).filter(**acuan).first()


def cari(per_kode: Mapping[str, _T], kode: str, lembar: str) -> _T:
    """The row that a reference names; a reference to nothing is an error in the data, not in the program."""
    if kode not in per_kode:
        raise ValidationError(f"Kode “{kode}” tidak ada di lembar {lembar}.")
    return per_kode[kode]


def isi_rencana(rencana: data.DataRenstra) -> data.IsiRenstra:
    """The part of a year's plan that belongs to its Renstra."""
    induk = rencana.tujuan_per_kode.keys() | rencana.sasaran_per_kode.keys()
    indikator = tuple(i for i in rencana.daftar_indikator if i.induk in induk)
    kode = {i.kode for i in indikator}
    return data.IsiRenstra(
        rencana.daftar_misi,
        rencana.daftar_tujuan,
        rencana.daftar_sasaran,
        indikator,
        tuple(t for t in rencana.daftar_target_tahunan if t.indikator in kode),
    )


def _save_instansi(rencana: data.DataRenstra) -> Instansi:
    """The agency's current identity follows its latest year. Its pemda is set once; moving it is an admin's act."""
    isi = rencana.instansi
    kini = {nama: getattr(isi, nama) for nama in data.KOLOM_KINI}
    if not Instansi.objects.filter(kode=isi.kode).exists():
        baru = {**kini, "pemda": _ambil_pemda(isi)}
        periksa_baris(Instansi(kode=isi.kode, **baru))
        Instansi.objects.get_or_create(kode=isi.kode, defaults=baru)
    instansi = Instansi.objects.select_for_update().get(kode=isi.kode)  # one writer an agency at a time
    if instansi.daftar_tahun.filter(tahun__gt=rencana.periode.tahun).exists():
        return instansi
    if instansi.pemda_id is None:
        kini["pemda_id"] = getattr(_ambil_pemda(isi), "pk", None)
    berubah = [nama for nama, nilai in kini.items() if getattr(instansi, nama) != nilai]
    if berubah:
        for nama in berubah:
            setattr(instansi, nama, kini[nama])
        periksa_baris(instansi)
        instansi.save(update_fields=berubah)
    return instansi


def _ambil_pemda(isi: data.Instansi) -> Pemda | None:
    if not isi.pemda:
        return None
    kunci = {"nama": isi.pemda, "jenis": isi.jenis_pemda.value if isi.jenis_pemda else ""}
    lain = {"jabatan_kepala_daerah": isi.jabatan_kepala_daerah}
    periksa_baris(Pemda(**kunci, **lain))
    return Pemda.objects.get_or_create(**kunci, defaults=lain)[0]


def _pilih_renstra(
    instansi: Instansi, rencana: data.DataRenstra, tahun_lama: TahunKinerja | None, alat: Penyesuai
) -> tuple[Renstra, Renstra | None]:
    """The Renstra for the year, and the one that it was forked from, where it is a new version."""
    periode = {"renstra_awal": rencana.periode.renstra_awal, "renstra_akhir": rencana.periode.renstra_akhir}
    kini = tahun_lama.renstra if tahun_lama else None
    sendiri = kini is not None and kini.daftar_tahun.count() == 1
    seperiode = _terdekat_dulu(instansi, rencana.periode.tahun, kini, periode)
    ingin = bentuk_baku(isi_rencana(rencana))
    sama = next((r for r in seperiode if bentuk_baku(load_isi_renstra(r)) == ingin), None)
    if sama is not None:
        if kini is not None and sendiri and sama != kini:
            alihkan_pendahulu(dari=kini, ke=sama)
            alat.sisihkan([kini])
        return sama, None
    if kini is not None and sendiri and kini in seperiode:
        return kini, None
    asal = kini if kini is not None else next(iter(seperiode), None)
    renstra = kini if kini is not None and sendiri else Renstra(instansi=instansi, asal=asal)
    terakhir = Renstra.objects.filter(instansi=instansi, **periode).aggregate(versi=Max("versi"))["versi"]
    renstra.versi = (terakhir or 0) + 1
    renstra.renstra_awal = rencana.periode.renstra_awal
    renstra.renstra_akhir = rencana.periode.renstra_akhir
    periksa_baris(renstra)
    renstra.save()
    return renstra, asal if asal != renstra else None


def _terdekat_dulu(
    instansi: Instansi, tahun: int, kini: Renstra | None, periode: Mapping[str, int | None]
) -> list[Renstra]:
    """The plans of the period that some year uses: the year's own first, then that of the nearest year.

    A version that no year uses is kept for comparison only: if a year took it up, its edits would rewrite the past.
    """
    jarak: dict[Renstra, tuple[bool, int, int]] = {}
    semua = TahunKinerja.objects.filter(instansi=instansi, **{f"renstra__{nama}": n for nama, n in periode.items()})
    for satu in semua.select_related("renstra"):
        baru = (satu.renstra != kini, abs(satu.tahun - tahun), -satu.renstra.versi)
        jarak[satu.renstra] = min(baru, jarak.get(satu.renstra, baru))
    return sorted(jarak, key=lambda renstra: jarak[renstra])


def _save_tahun(
    instansi: Instansi,
    renstra: Renstra,
    rencana: data.DataRenstra,
    lama: TahunKinerja | None,
    alat: Penyesuai,
) -> TahunKinerja:
    ingin = TahunKinerja(
        instansi=instansi, tahun=rencana.periode.tahun, renstra=renstra, **isi_kolom(rencana.instansi, "kode")
    )
    return alat.baris(lama=[lama] if lama else [], baru=[ingin], kunci=lambda baris: baris.tahun)[0]


def _save_isi(tahun_kinerja: TahunKinerja, rencana: data.DataRenstra, alat: Penyesuai) -> None:
    renstra = tahun_kinerja.renstra
    misi = _save_misi(renstra, rencana, alat)
    tujuan = _save_tujuan(renstra, rencana, misi, alat)
    sasaran = _save_sasaran(renstra, rencana, tujuan, alat)
    indikator = _save_indikator(tahun_kinerja, rencana, tujuan, sasaran, alat)
    _save_target(tahun_kinerja, rencana, indikator, alat)
    ingin = [
        Perjanjian(
            tahun_kinerja=tahun_kinerja, urutan=nomor, indikator=cari(indikator, p.indikator, "indikator"),
            **isi_kolom(p, "indikator"),
        )
        for nomor, p in enumerate(rencana.daftar_perjanjian, 1)
    ]  # fmt: skip
    lama = Perjanjian.objects.filter(tahun_kinerja=tahun_kinerja).select_related("indikator")
    alat.baris(lama=lama, baru=ingin, kunci=lambda b: (b.indikator.kode, b.tahun, b.versi))


def _save_misi(renstra: Renstra, rencana: data.DataRenstra, alat: Penyesuai) -> dict[str, Misi]:
    ingin = [Misi(renstra=renstra, urutan=n, **isi_kolom(m)) for n, m in enumerate(rencana.daftar_misi, 1)]
    hasil = alat.baris(lama=Misi.objects.filter(renstra=renstra), baru=ingin, kunci=lambda b: b.kode)
    return {baris.kode: baris for baris in hasil}


def _save_tujuan(
    renstra: Renstra, rencana: data.DataRenstra, misi: Mapping[str, Misi], alat: Penyesuai
) -> dict[str, Tujuan]:
    ingin = [
        Tujuan(renstra=renstra, urutan=n, misi=cari(misi, t.misi, "misi") if t.misi else None, **isi_kolom(t, "misi"))
        for n, t in enumerate(rencana.daftar_tujuan, 1)
    ]
    hasil = alat.baris(lama=Tujuan.objects.filter(renstra=renstra), baru=ingin, kunci=lambda b: b.kode)
    return {baris.kode: baris for baris in hasil}


def _save_sasaran(
    renstra: Renstra, rencana: data.DataRenstra, tujuan: Mapping[str, Tujuan], alat: Penyesuai
) -> dict[str, Sasaran]:
    ingin = [
        Sasaran(
            renstra=renstra, urutan=n, tujuan=cari(tujuan, s.tujuan, "tujuan") if s.tujuan else None,
            **isi_kolom(s, "tujuan"),
        )
        for n, s in enumerate(rencana.daftar_sasaran, 1)
    ]  # fmt: skip
    hasil = alat.baris(lama=Sasaran.objects.filter(renstra=renstra), baru=ingin, kunci=lambda b: b.kode)
    return {baris.kode: baris for baris in hasil}


def _save_indikator(
    tahun_kinerja: TahunKinerja,
    rencana: data.DataRenstra,
    tujuan: Mapping[str, Tujuan],
    sasaran: Mapping[str, Sasaran],
    alat: Penyesuai,
) -> dict[str, Indikator]:
    """Indicators of the Renstra count among themselves; those of budget rows keep their place in the whole sheet."""
    milik_renstra: list[Indikator] = []
    milik_tahun: list[Indikator] = []
    for nomor, i in enumerate(rencana.daftar_indikator, 1):
        isi = isi_kolom(i, "induk")
        if i.induk in sasaran or i.induk in tujuan:
            induk = {"sasaran": sasaran[i.induk]} if i.induk in sasaran else {"tujuan": tujuan[i.induk]}
            urutan = len(milik_renstra) + 1
            milik_renstra.append(Indikator(renstra=tahun_kinerja.renstra, urutan=urutan, **induk, **isi))
        else:
            milik_tahun.append(Indikator(tahun_kinerja=tahun_kinerja, urutan=nomor, **isi))
    lama = Indikator.objects.filter(renstra=tahun_kinerja.renstra)
    hasil = alat.baris(lama=lama, baru=milik_renstra, kunci=lambda b: b.kode)
    lama = Indikator.objects.filter(tahun_kinerja=tahun_kinerja)
    hasil += alat.baris(lama=lama, baru=milik_tahun, kunci=lambda b: b.kode)
    return {baris.kode: baris for baris in hasil}


def _save_target(
    tahun_kinerja: TahunKinerja, rencana: data.DataRenstra, indikator: Mapping[str, Indikator], alat: Penyesuai
) -> None:
    milik_renstra: list[TargetTahunan] = []
    milik_tahun: list[TargetTahunan] = []
    for nomor, t in enumerate(rencana.daftar_target_tahunan, 1):
        pemilik = cari(indikator, t.indikator, "indikator")
        daftar, urutan = (milik_tahun, nomor) if pemilik.tahun_kinerja_id else (milik_renstra, len(milik_renstra) + 1)
        daftar.append(TargetTahunan(indikator=pemilik, urutan=urutan, **isi_kolom(t, "indikator")))
    semua = TargetTahunan.objects.select_related("indikator")
    for lama, baru in (
        (semua.filter(indikator__renstra=tahun_kinerja.renstra), milik_renstra),
        (semua.filter(indikator__tahun_kinerja=tahun_kinerja), milik_tahun),
    ):
        alat.baris(lama=lama, baru=baru, kunci=lambda b: (b.indikator.kode, b.tahun))
