"""Rows of late changes in words: which row, and each column before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Model

from anggaran.models import Anggaran
from kinerja.models import Komponen
from lkjip.pemeriksaan.data_perubahan import BarisBerubah, BarisPerubahan, JenisPerubahan, Kejadian, KolomBerubah
from lkjip.riwayat.models import Aksi, Riwayat
from lkjip.riwayat.selectors import CatatanRiwayat, daftar_catatan, nama_baris
from renstra.models import Indikator, Sasaran

# Column → the row that the change is about; shown as subject, not as a change.
_SUBJEK: Mapping[str, type[Model]] = {
    "indikator_id": Indikator, "komponen_id": Komponen, "anggaran_id": Anggaran, "sasaran_id": Sasaran
}  # fmt: skip
_SENDIRI = {"renstra_indikator", "anggaran_anggaran", "renstra_sasaran", "renstra_tujuan", "kinerja_komponen"}
_SEBUTAN = ("bagian", "kode", "nama", "subkomponen", "komponen", "skala", "uraian")
_TAK_TAMPIL = frozenset(
    {"indikator_id", "komponen_id", "anggaran_id", "tahun_kinerja_id", "renstra_id", "urutan", "tahun", "triwulan"}
    | {"berkas", "tipe", "ukuran", "sidik", "oleh_id", "nama_oleh", "waktu", "dibawa_dari", "pengisian_id"}
)
_MAKS_SEBUTAN = 90


def susun_baris(daftar: Sequence[Kejadian]) -> dict[str, tuple[BarisPerubahan, ...]]:
    """Per event its rows in words: a query at most for each kind of row that they name."""
    semua = [(k.pengenal, b) for k in daftar for b in k.daftar_baris]
    catatan = daftar_catatan([_riwayat(b) for _, b in semua], kecuali=_TAK_TAMPIL)
    nama = _nama_subjek([b for _, b in semua])
    hasil: dict[str, list[BarisPerubahan]] = {k.pengenal: [] for k in daftar}
    for (pengenal, baris), satu in zip(semua, catatan, strict=True):
        hasil[pengenal].append(_baris(baris, satu, nama))
    return {pengenal: tuple(isi) for pengenal, isi in hasil.items()}


def _riwayat(baris: BarisBerubah) -> Riwayat:
    """As if one entry had done it all. Of texts only their place: what they say stands in the report."""
    aksi = Aksi.TAMBAH if baris.dari is None else Aksi.HAPUS if baris.ke is None else Aksi.UBAH
    dari, ke = baris.dari, baris.ke
    if baris.jenis is JenisPerubahan.NASKAH:
        dari = ke = None
    return Riwayat(tabel=baris.tabel, kunci=baris.kunci, aksi=aksi, dari=dari, ke=ke)


def _baris(baris: BarisBerubah, catatan: CatatanRiwayat, nama: Mapping[tuple[str, int], str]) -> BarisPerubahan:
    kolom = tuple(
        KolomBerubah(k.label, k.dari, k.menjadi, k.kolom in baris.kolom_kembali) for k in catatan.daftar_kolom
    )
    return BarisPerubahan(
        jenis=baris.jenis,
        nama_tabel=catatan.nama_tabel,
        subjek=_subjek(baris, nama),
        aksi=str(catatan.riwayat.aksi),  # no choice of a model: the data go to a process without models
        daftar_kolom=kolom,
        triwulan=baris.triwulan,
        kembali=baris.kembali or (bool(kolom) and all(k.kembali for k in kolom)),
    )


def _isi(baris: BarisBerubah) -> Mapping[str, object]:
    return baris.ke or baris.dari or {}


def _nama_subjek(daftar: Sequence[BarisBerubah]) -> dict[tuple[str, int], str]:
    nama: dict[tuple[str, int], str] = {}
    for kolom, model in _SUBJEK.items():
        kunci = {pk for b in daftar if b.tabel not in _SENDIRI and isinstance(pk := _isi(b).get(kolom), int)}
        nama |= {(kolom, pk): sebutan for pk, sebutan in nama_baris(model, kunci).items()}
    return nama


def _subjek(baris: BarisBerubah, nama: Mapping[tuple[str, int], str]) -> str:
    isi = _isi(baris)
    if baris.tabel in _SENDIRI:
        return _potong(f"{isi.get('kode') or ''} {isi.get('uraian') or ''}")
    for kolom in _SUBJEK:
        if isinstance(pk := isi.get(kolom), int):
            return _potong(nama.get((kolom, pk), f"#{pk} (sudah dihapus)"))
    return _potong(next((str(isi[k]) for k in _SEBUTAN if isi.get(k)), ""))


def _potong(teks: str) -> str:
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= _MAKS_SEBUTAN else f"{rapi[: _MAKS_SEBUTAN - 1].rstrip()}…"
