"""Everything written about money. Call within `konteks_riwayat`, so that the history knows who and why."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from django.core.exceptions import ValidationError

from anggaran import data
from anggaran.models import Anggaran, Belanja, IndikatorAnggaran, Penunjang, PorsiAnggaran, RealisasiAnggaran
from anggaran.selectors import anggaran_per_kode
from lkjip.dasar.rekaman import isi_kolom
from lkjip.riwayat.services import Penyesuai, menyesuaikan
from renstra.models import Indikator, Sasaran, TahunKinerja
from renstra.selectors import indikator_per_kode, sasaran_per_kode
from renstra.services import cari

_B = TypeVar("_B", Anggaran, Belanja)


def save_anggaran(
    *, tahun_kinerja: TahunKinerja, anggaran: data.DataAnggaran, penyesuai: Penyesuai | None = None
) -> None:
    """Make the stored money of one agency-year read as `anggaran`; unchanged rows are not touched."""
    with menyesuaikan(penyesuai) as alat:
        indikator = indikator_per_kode(tahun_kinerja)
        _porsi_ikut_rencana(tahun_kinerja, indikator)
        per_kode = _save_baris_anggaran(tahun_kinerja, anggaran.daftar_anggaran, alat)
        _save_tautan(tahun_kinerja, anggaran, per_kode, indikator, alat)
        ingin = [
            RealisasiAnggaran(
                tahun_kinerja=tahun_kinerja, urutan=n, anggaran=cari(per_kode, r.kode, "anggaran"),
                **isi_kolom(r, "kode"),
            )
            for n, r in enumerate(anggaran.daftar_realisasi_anggaran, 1)
        ]  # fmt: skip
        lama = RealisasiAnggaran.objects.filter(tahun_kinerja=tahun_kinerja).select_related("anggaran")
        alat.baris(lama=lama, baru=ingin, kunci=lambda b: (b.anggaran.kode, b.tahun, b.triwulan))
        save_belanja(tahun_kinerja, anggaran.daftar_belanja, alat)
        save_penunjang(tahun_kinerja, anggaran.daftar_penunjang, alat, per_kode, indikator)


def _porsi_ikut_rencana(tahun_kinerja: TahunKinerja, indikator: Mapping[str, Indikator]) -> None:
    """Shares, which the workbook does not carry, go with the year to another Renstra: to what bears the same kode."""
    milik = PorsiAnggaran.objects.filter(anggaran__tahun_kinerja=tahun_kinerja)
    daftar = list(milik.select_related("indikator", "sasaran"))
    sasaran = sasaran_per_kode(tahun_kinerja) if daftar else {}
    pindah = []
    for porsi in daftar:
        lama: Indikator | Sasaran | None = porsi.indikator or porsi.sasaran
        tujuan = (indikator if porsi.indikator else sasaran).get(lama.kode) if lama else None
        if tujuan is not None and tujuan != lama:
            setattr(porsi, "indikator" if porsi.indikator else "sasaran", tujuan)
            pindah.append(porsi)
    PorsiAnggaran.objects.bulk_update(pindah, ["indikator", "sasaran"], batch_size=200)


def _save_baris_anggaran(
    tahun_kinerja: TahunKinerja, daftar: Sequence[data.Anggaran], alat: Penyesuai
) -> dict[str, Anggaran]:
    sasaran = sasaran_per_kode(tahun_kinerja)

    def susun(nomor: int, rekaman: data.Anggaran, induk: Anggaran | None) -> Anggaran:
        return Anggaran(
            tahun_kinerja=tahun_kinerja, urutan=nomor, induk=induk,
            sasaran=cari(sasaran, rekaman.sasaran, "sasaran") if rekaman.sasaran else None,
            **isi_kolom(rekaman, "induk", "sasaran"),
        )  # fmt: skip

    tersimpan = _save_pohon(
        lama=list(Anggaran.objects.filter(tahun_kinerja=tahun_kinerja)),
        daftar=daftar,
        kunci=lambda b: b.kode,
        kunci_induk=lambda r: r.induk or None,
        susun=susun,
        alat=alat,
    )
    return {baris.kode: baris for baris in tersimpan.values()}


def save_belanja(tahun_kinerja: TahunKinerja, daftar: Sequence[data.Belanja], alat: Penyesuai) -> None:
    """Make the stored spending by kind read as `daftar`; unchanged rows are not touched."""
    _save_pohon(
        lama=list(Belanja.objects.filter(tahun_kinerja=tahun_kinerja)),
        daftar=daftar,
        kunci=lambda b: (b.kode, b.tahun),
        kunci_induk=lambda r: (r.induk, r.tahun) if r.induk else None,
        susun=lambda nomor, r, induk: Belanja(
            tahun_kinerja=tahun_kinerja, urutan=nomor, induk=induk, **isi_kolom(r, "induk")
        ),
        alat=alat,
    )


def _save_pohon(
    *,
    lama: list[_B],
    daftar: Sequence[Any],
    kunci: Callable[[Any], Hashable],
    kunci_induk: Callable[[Any], Hashable | None],
    susun: Callable[[int, Any, _B | None], _B],
    alat: Penyesuai,
) -> dict[Hashable, _B]:
    """Store rows that point at each other, level by level from the top, because a child needs the id of its parent."""
    sisa = [(nomor, rekaman, kunci_induk(rekaman)) for nomor, rekaman in enumerate(daftar, 1)]
    tersimpan: dict[Hashable, _B] = {}
    lama_per_kunci = {kunci(baris): baris for baris in lama}
    while sisa:
        tingkat = [s for s in sisa if s[2] is None or s[2] in tersimpan]
        if not tingkat:
            raise ValidationError(f"Induk “{kunci_induk(sisa[0][1])}” tidak ada, atau berputar.")
        ingin = [susun(nomor, rekaman, tersimpan[induk] if induk else None) for nomor, rekaman, induk in tingkat]
        cocok = [lama_per_kunci.pop(kunci(baris)) for baris in ingin if kunci(baris) in lama_per_kunci]
        for baris in alat.baris(lama=cocok, baru=ingin, kunci=kunci):
            tersimpan[kunci(baris)] = baris
        nomor_tingkat = {nomor for nomor, _, _ in tingkat}
        sisa = [s for s in sisa if s[0] not in nomor_tingkat]
    alat.sisihkan(lama_per_kunci.values())
    return tersimpan


def _save_tautan(
    tahun_kinerja: TahunKinerja,
    anggaran: data.DataAnggaran,
    per_kode: Mapping[str, Anggaran],
    indikator: Mapping[str, Indikator],
    alat: Penyesuai,
) -> None:
    """An indicator that belongs to the year hangs on the budget row named by its `induk`."""
    ingin = [
        IndikatorAnggaran(indikator=indikator[i.kode], anggaran=cari(per_kode, i.induk, "anggaran"))
        for i in anggaran.kinerja.renstra.daftar_indikator
        if indikator[i.kode].tahun_kinerja_id is not None
    ]
    lama = IndikatorAnggaran.objects.filter(indikator__tahun_kinerja=tahun_kinerja)
    alat.baris(lama=lama, baru=ingin, kunci=lambda b: b.indikator_id)


def save_penunjang(
    tahun_kinerja: TahunKinerja,
    daftar: Sequence[data.Penunjang],
    alat: Penyesuai,
    per_kode: Mapping[str, Anggaran] | None = None,
    indikator: Mapping[str, Indikator] | None = None,
) -> None:
    """Make the stored supporting rows read as `daftar`; `per_kode`: the budget rows, where the caller has them."""
    anggaran = anggaran_per_kode(tahun_kinerja) if per_kode is None else per_kode
    dikenal = indikator_per_kode(tahun_kinerja) if indikator is None else indikator

    def acuan(kode: str) -> Indikator | None:
        return cari(dikenal, kode, "indikator") if kode else None

    ingin = [
        Penunjang(
            tahun_kinerja=tahun_kinerja, urutan=n, anggaran=cari(anggaran, p.anggaran, "anggaran"),
            indikator=acuan(p.indikator), mendukung=acuan(p.mendukung),
            **isi_kolom(p, "anggaran", "indikator", "mendukung"),
        )
        for n, p in enumerate(daftar, 1)
    ]  # fmt: skip
    alat.baris(lama=Penunjang.objects.filter(tahun_kinerja=tahun_kinerja), baru=ingin)
