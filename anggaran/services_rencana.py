"""The budget tree, row by row: added, changed, moved, put in order, removed. The caller holds the agency's lock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from anggaran.data import Tingkat
from anggaran.data_nomenklatur import tingkat_anak
from anggaran.models import Anggaran
from anggaran.selectors_rencana import cabang, susunan
from lkjip.dasar.isian import Isian
from lkjip.riwayat.services import BarisDitolak, tulis_baris
from lkjip.riwayat.services_baris import simpan_baris, urutan_tergeser
from lkjip.riwayat.services_isian import IsianBentrok, simpan_banyak_isian
from renstra.models import Indikator, TahunKinerja
from renstra.selectors import sasaran_per_kode
from renstra.selectors_rencana import pemilik_kode

KOLOM_PENANGGUNG_JAWAB = "penanggung_jawab"
KOLOM_SASARAN = "sasaran"  # filled in with the kode of a sasaran
_TAK_DIKENAL = -1  # the pk of no sasaran: what was shown has gone meanwhile


def tambah_baris(*, tahun_kinerja: TahunKinerja, induk: Anggaran | None, isi: Mapping[str, Any]) -> Anggaran:
    """A new row, the last one below `induk`; its level is the one below, where `isi` names none.

    Raises ValidationError, by field.
    """
    daftar = susunan(tahun_kinerja)
    sekitar = cabang(daftar, induk.pk) if induk else daftar
    tingkat = isi.get("tingkat") or tingkat_anak(Tingkat(induk.tingkat) if induk and induk.tingkat else None)
    urutan = max((baris.urutan for baris in sekitar), default=0) + (induk is None)
    baris = Anggaran(
        tahun_kinerja=tahun_kinerja, induk=induk, urutan=urutan, **{**isi, "tingkat": str(tingkat)}
    )  # a new row comes after those with the same number, so it needs no number of its own inside the sheet
    return simpan_baris(baris)


def simpan_isian(*, tahun_kinerja: TahunKinerja, isian: Mapping[int, Sequence[Isian]]) -> int:
    """Store columns of many rows, per pk; how many changed. `sasaran` is given as kode.

    All or nothing. Raises IsianBentrok (`kunci`: pk of the row), BarisDitolak.
    """
    baris = _kunci(tahun_kinerja, isian)
    if kurang := set(isian) - set(baris):
        raise ValidationError(f"{len(kurang)} baris sudah tidak ada. Muat ulang halaman.")
    sasaran = {kode: satu.pk for kode, satu in sasaran_per_kode(tahun_kinerja).items()}
    _periksa_kode(tahun_kinerja, baris, isian)
    try:
        return simpan_banyak_isian([(pk, baris[pk], _ke_kolom(daftar, sasaran)) for pk, daftar in isian.items()])
    except IsianBentrok as galat:
        kode = {pk: nama for nama, pk in sasaran.items()}
        raise IsianBentrok([_dari_kolom(satu, kode) for satu in galat.daftar]) from galat


def _kunci(tahun_kinerja: TahunKinerja, daftar_pk: Mapping[int, object]) -> dict[int, Anggaran]:
    daftar = Anggaran.objects.select_for_update(no_key=True).filter(tahun_kinerja=tahun_kinerja, pk__in=daftar_pk)
    return {satu.pk: satu for satu in daftar.order_by("pk")}


def _periksa_kode(
    tahun_kinerja: TahunKinerja, baris: Mapping[int, Anggaran], isian: Mapping[int, Sequence[Isian]]
) -> None:
    """A kode stands at one row only, whatever is renamed at once. Raises BarisDitolak."""
    baru = {pk: str(i.nilai) for pk, daftar in isian.items() for i in daftar if i.kolom == "kode"}
    if not baru:
        return
    semua = dict(Anggaran.objects.filter(tahun_kinerja=tahun_kinerja).values_list("pk", "kode")) | baru
    for pk, kode in baru.items():
        if not kode:
            raise BarisDitolak(baris[pk], ValidationError("Kode wajib diisi."))
        if sum(satu == kode for satu in semua.values()) > 1:
            raise BarisDitolak(baris[pk], ValidationError(f"Kode {kode} sudah dipakai baris lain tahun ini."))
        if baris[pk].daftar_indikator_anggaran.exists() and (milik := pemilik_kode(tahun_kinerja.renstra_id, kode)):
            pesan = f"Kode {kode} sudah dipakai {milik}; induk indikator baris ini menjadi rancu di buku kerja."
            raise BarisDitolak(baris[pk], ValidationError(pesan))


def _ke_kolom(daftar: Sequence[Isian], sasaran: Mapping[str, int]) -> list[Isian]:
    def pk(kode: object) -> int | None:
        return sasaran.get(str(kode), _TAK_DIKENAL) if kode else None

    hasil = []
    for isian in daftar:
        if isian.kolom != KOLOM_SASARAN:
            hasil.append(isian)
            continue
        if pk(isian.nilai) == _TAK_DIKENAL:
            raise ValidationError(f"Sasaran {isian.nilai} sudah tidak ada dalam Renstra. Muat ulang halaman.")
        hasil.append(Isian("sasaran_id", pk(isian.nilai), pk(isian.dasar)))
    return hasil


def _dari_kolom(bentrok: Any, kode: Mapping[int, str]) -> Any:
    if bentrok.kolom != "sasaran_id":
        return bentrok
    return replace(
        bentrok,
        kolom=KOLOM_SASARAN,
        tersimpan=kode.get(bentrok.tersimpan, ""),
        diminta=kode.get(bentrok.diminta, ""),
    )


def pindah_baris(*, baris: Anggaran, induk: Anggaran | None) -> None:
    """Hang the row, with everything below it, under another parent (None: at the top), as its last child.

    The row is taken as it is now: what the caller read before the lock may have been changed or removed meanwhile.
    Raises ValidationError.
    """
    daftar = susunan(baris.tahun_kinerja)
    kini = {satu.pk: satu for satu in daftar}
    if baris.pk not in kini or (induk is not None and induk.pk not in kini):
        raise ValidationError("Baris ini atau induk barunya sudah tidak ada. Muat ulang halaman.")
    if induk is not None and any(satu.pk == induk.pk for satu in cabang(daftar, baris.pk)):
        raise ValidationError("Baris tidak dapat dipindahkan ke bawah dirinya sendiri atau turunannya.")
    pindah = kini[baris.pk]
    pindah.induk = induk
    pindah.urutan = max(satu.urutan for satu in daftar) + 1
    simpan_baris(pindah)
    nomori(baris.tahun_kinerja)


def geser_baris(*, baris: Anggaran, langkah: int) -> bool:
    """One place up (-1) or down (1) among its siblings, with everything below it; False at the end of the line."""
    saudara = [b.pk for b in susunan(baris.tahun_kinerja) if b.induk_id == baris.induk_id]
    baru = urutan_tergeser(saudara, baris.pk, langkah)
    if baru == saudara:
        return False
    nomori(baris.tahun_kinerja, {pk: n for n, pk in enumerate(baru)})
    return True


def nomori(tahun_kinerja: TahunKinerja, urutan_saudara: Mapping[int, int] | None = None) -> None:
    """Number the whole sheet as the tree is read, so that export and report follow it; only what changes is written.

    `urutan_saudara`: pk → place among its siblings, for siblings that are to stand otherwise than their numbers say.
    """
    daftar = susunan(tahun_kinerja)
    if urutan_saudara:
        daftar = _susun_ulang(daftar, urutan_saudara)
    berubah = []
    for nomor, baris in enumerate(daftar, 1):
        if baris.urutan != nomor:
            baris.urutan = nomor
            berubah.append(baris)
    tulis_baris([], {("urutan",): berubah} if berubah else {})


def _susun_ulang(daftar: list[Anggaran], urutan_saudara: Mapping[int, int]) -> list[Anggaran]:
    kepala = [baris for baris in daftar if baris.pk in urutan_saudara]
    cabangnya = {baris.pk: cabang(daftar, baris.pk) for baris in kepala}
    terurut = [satu for b in sorted(kepala, key=lambda b: urutan_saudara[b.pk]) for satu in cabangnya[b.pk]]
    pk = {satu.pk for satu in terurut}
    awal = next(n for n, satu in enumerate(daftar) if satu.pk in pk)
    return [*daftar[:awal], *terurut, *daftar[awal + len(terurut) :]]


def hapus_baris(*, baris: Anggaran) -> int:
    """Remove the row with everything below it, their indicators and what hangs on these; how many rows of the tree.

    Money or figures of a closed quarter make the database refuse it (IntegrityError).
    """
    semua = [satu.pk for satu in cabang(susunan(baris.tahun_kinerja), baris.pk)]
    Indikator.objects.filter(indikator_anggaran__anggaran__in=semua).delete()
    Anggaran.objects.filter(pk__in=semua).delete()
    return len(semua)
