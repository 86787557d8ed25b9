"""What late changes did to the figures, from the data of the moments before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.core.cache import cache

from anggaran.models import Anggaran
from kinerja.models import Komponen
from lkjip.pemeriksaan.data_perubahan import Akibat, BarisBerubah, JenisKunci, JenisPerubahan, Kejadian
from lkjip.pemeriksaan.data_perubahan_saring import triwulan_disetujui
from lkjip.pemeriksaan.halaman_perubahan_akibat import Sentuhan, Subjek, hitung_akibat
from lkjip.pemeriksaan.selectors_kunci import CatatanKunci
from lkjip.penyusunan.sidik import sidik_program
from lkjip.selectors_keadaan import KeadaanTercatat, TahunBelumAda, load_banyak_keadaan
from renstra.models import Indikator, TahunKinerja

_BERANGKA = frozenset({JenisPerubahan.KINERJA, JenisPerubahan.ANGGARAN, JenisPerubahan.RENCANA, JenisPerubahan.TAHUNAN})
_SELURUHNYA = frozenset({"kinerja_metodepengukuran", "kinerja_skala"})  # bear on every indicator
_INDIKATOR, _ANGGARAN = Indikator._meta.db_table, Anggaran._meta.db_table
_KOMPONEN_TRIWULAN = "kinerja_komponentriwulan"
_SIMPAN_DETIK = 7 * 24 * 3600


def load_akibat(
    tahun_kinerja: TahunKinerja, daftar: Sequence[Kejadian], catatan: CatatanKunci
) -> dict[str, tuple[Akibat, ...]]:
    """Per event (`pengenal`) the figures that differ; none for an event before which the history knew no year.

    What is past cannot change, so it is kept: one read of the cache; for events that are not in it three queries.
    """
    hasil: dict[str, tuple[Akibat, ...]] = {k.pengenal: () for k in daftar if not _berangka(k)}
    berangka = {_kunci(tahun_kinerja, k): k for k in daftar if _berangka(k)}
    tersimpan: dict[str, tuple[Akibat, ...]] = cache.get_many(berangka) if berangka else {}
    kurang = {kunci: k for kunci, k in berangka.items() if kunci not in tersimpan}
    if kurang:
        baru = _hitung(tahun_kinerja, kurang, catatan)
        cache.set_many(baru, _SIMPAN_DETIK)
        tersimpan |= baru
    return hasil | {k.pengenal: tersimpan[kunci] for kunci, k in berangka.items() if kunci in tersimpan}


def _berangka(kejadian: Kejadian) -> bool:
    return any(b.jenis in _BERANGKA for b in kejadian.daftar_baris)


def _kunci(tahun_kinerja: TahunKinerja, kejadian: Kejadian) -> str:
    """The time keeps apart what a transaction took back and another wrote anew under the same number; the program,
    what an earlier version reckoned otherwise.
    """
    awal, akhir = kejadian.nomor
    return f"akibat-{sidik_program()[:16]}-{tahun_kinerja.pk}-{awal}-{akhir}-{kejadian.waktu[1]:%Y%m%d%H%M%S%f}"


def _hitung(
    tahun_kinerja: TahunKinerja, kurang: Mapping[str, Kejadian], catatan: CatatanKunci
) -> dict[str, tuple[Akibat, ...]]:
    try:
        keadaan = load_banyak_keadaan(tahun_kinerja.pk, {s for k in kurang.values() for s in _saat(k)})
    except TahunBelumAda:
        return {}
    komponen = _indikator_komponen(b for k in kurang.values() for b in k.daftar_baris)
    hasil = {}
    for kunci, kejadian in kurang.items():
        dulu, kini = (keadaan[s] for s in _saat(kejadian))
        sentuhan = _sentuhan(kejadian, dulu, kini, catatan, komponen)
        hasil[kunci] = () if sentuhan.kosong else hitung_akibat(dulu.data, kini.data, sentuhan)
    return hasil


def _saat(kejadian: Kejadian) -> tuple[int, int]:
    """The last entries of the history before and after it."""
    return kejadian.nomor[0] - 1, kejadian.nomor[1]


def _indikator_komponen(daftar: Iterable[BarisBerubah]) -> dict[int, int]:
    """Component → its indicator, for values of components in a quarter."""
    semua = (_isi(b).get("komponen_id") for b in daftar if b.tabel == _KOMPONEN_TRIWULAN)
    pk = {satu for satu in semua if isinstance(satu, int)}
    return dict(Komponen.objects.filter(pk__in=pk).values_list("pk", "indikator_id")) if pk else {}


def _isi(baris: BarisBerubah) -> Mapping[str, object]:
    return baris.ke or baris.dari or {}


def _sentuhan(
    kejadian: Kejadian,
    dulu: KeadaanTercatat,
    kini: KeadaanTercatat,
    catatan: CatatanKunci,
    komponen: Mapping[int, int],
) -> Sentuhan:
    indikator, anggaran = set(), set()
    for baris in kejadian.daftar_baris:
        isi = _isi(baris)
        if baris.tabel == _KOMPONEN_TRIWULAN:
            indikator.add(komponen.get(isi.get("komponen_id"), 0))  # type: ignore[call-overload]
        indikator.add(int(baris.kunci) if baris.tabel == _INDIKATOR else isi.get("indikator_id"))
        anggaran.add(int(baris.kunci) if baris.tabel == _ANGGARAN else isi.get("anggaran_id"))
        if baris.tabel in _SELURUHNYA:
            indikator |= {pk for tabel, pk in (*dulu.kode, *kini.kode) if tabel == _INDIKATOR}
    return Sentuhan(
        _subjek(_INDIKATOR, indikator, dulu, kini),
        _subjek(_ANGGARAN, anggaran, dulu, kini),
        _daftar_triwulan(kejadian, catatan),
        triwulan_disetujui(kejadian.nomor[0], catatan.daftar_kunci, catatan.daftar_pembukaan),
    )


def _subjek(tabel: str, daftar_pk: set[object], dulu: KeadaanTercatat, kini: KeadaanTercatat) -> tuple[Subjek, ...]:
    semua = (
        Subjek(dulu.kode.get((tabel, pk), ""), kini.kode.get((tabel, pk), ""))
        for pk in sorted(pk for pk in daftar_pk if isinstance(pk, int))
    )
    return tuple(s for s in semua if s.kode)


def _daftar_triwulan(kejadian: Kejadian, catatan: CatatanKunci) -> tuple[int, ...]:
    """The quarters of its rows; a change of the plan bears on every quarter that was approved before it."""
    hasil = {b.triwulan for b in kejadian.daftar_baris if b.triwulan is not None}
    if any(b.jenis is JenisPerubahan.RENCANA for b in kejadian.daftar_baris):
        hasil |= {
            k.triwulan
            for k in catatan.daftar_kunci
            if k.jenis is JenisKunci.TRIWULAN and k.triwulan is not None and k.sampai < kejadian.nomor[0]
        }
    return tuple(sorted(hasil))
