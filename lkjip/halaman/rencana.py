"""The Renstra as an outline: misi → tujuan → sasaran → indikator, with what stands without parent, and its forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.formulir import BagianFormulir, Formulir, bidang
from renstra.data_rencana import DAFTAR_INDUK, BarisRencana, IndikatorRencana, JenisBaris, Kerangka, acuan

SEBUTAN = {JenisBaris.MISI: "misi", JenisBaris.TUJUAN: "tujuan", JenisBaris.SASARAN: "sasaran"}
_ANAK = {
    JenisBaris.MISI: (JenisBaris.TUJUAN,),
    JenisBaris.TUJUAN: (JenisBaris.INDIKATOR, JenisBaris.SASARAN),
    JenisBaris.SASARAN: (JenisBaris.INDIKATOR,),
    JenisBaris.INDIKATOR: (),
}
_PANJANG_SEBUTAN = 90


@dataclass(frozen=True)
class Simpul:
    """A row with its children; `kurang` says in words what an indicator still lacks."""

    jenis: str
    pk: int
    kode: str
    uraian: str
    keterangan: str = ""
    visi: str = ""
    iku: bool = False
    kurang: str = ""
    daftar_anak: tuple[DaftarSimpul, ...] = ()
    pertama: bool = False
    terakhir: bool = False

    @property
    def acuan(self) -> str:
        return acuan(self.jenis, self.pk)


@dataclass(frozen=True)
class DaftarSimpul:
    """The children of one kind below `induk` ('': without parent)."""

    jenis: str
    induk: str
    judul: str
    daftar: tuple[Simpul, ...]


@dataclass(frozen=True)
class HalamanRencana:
    """The outline; `banyak`: how many rows of each kind, in words."""

    daftar: tuple[DaftarSimpul, ...]
    banyak: str
    kosong: bool


def halaman_rencana(kerangka: Kerangka, daftar_tahun: Sequence[int]) -> HalamanRencana:
    """`daftar_tahun`: the years of the period, for which each indicator should have a target."""
    penyusun = _Penyusun(kerangka, daftar_tahun)
    akar = [penyusun.daftar(JenisBaris.MISI, "", "")]
    ada_misi, ada_tujuan = (bool(kerangka.daftar(j)) for j in (JenisBaris.MISI, JenisBaris.TUJUAN))
    lepas = (
        (JenisBaris.TUJUAN, "Tujuan tanpa misi" if ada_misi else "Tujuan", not ada_misi),
        (JenisBaris.SASARAN, "Sasaran tanpa tujuan" if ada_tujuan else "Sasaran", not ada_tujuan),
    )
    for jenis, judul, tampil in lepas:
        satu = penyusun.daftar(jenis, "", judul)
        akar += [satu] if satu.daftar or tampil else []
    per_jenis = {jenis: len(kerangka.daftar(jenis)) for jenis in SEBUTAN}
    banyak = ", ".join(f"{n} {SEBUTAN[jenis]}" for jenis, n in per_jenis.items())
    banyak = f"{banyak}, {len(kerangka.daftar_indikator)} indikator"
    return HalamanRencana(tuple(akar), banyak, not kerangka.daftar_baris and not kerangka.daftar_indikator)


class _Penyusun:
    def __init__(self, kerangka: Kerangka, daftar_tahun: Sequence[int]) -> None:
        self._daftar_tahun = daftar_tahun
        self._per_induk: Mapping[tuple[JenisBaris, str], list[BarisRencana | IndikatorRencana]] = defaultdict(list)
        for baris in kerangka.daftar_baris:
            self._per_induk[baris.jenis, baris.induk].append(baris)
        for indikator in kerangka.daftar_indikator:
            self._per_induk[JenisBaris.INDIKATOR, indikator.induk].append(indikator)

    def daftar(self, jenis: JenisBaris, induk: str, judul: str) -> DaftarSimpul:
        isi = self._per_induk.get((jenis, induk), [])
        akhir = len(isi) - 1
        return DaftarSimpul(jenis, induk, judul, tuple(self._simpul(b, n == 0, n == akhir) for n, b in enumerate(isi)))

    def _simpul(self, baris: BarisRencana | IndikatorRencana, pertama: bool, terakhir: bool) -> Simpul:
        if isinstance(baris, IndikatorRencana):
            return self._indikator(baris, pertama, terakhir)
        anak = tuple(self.daftar(jenis, acuan(baris.jenis, baris.pk), "") for jenis in _ANAK[baris.jenis])
        return Simpul(
            baris.jenis, baris.pk, baris.kode, baris.uraian, visi=baris.visi, daftar_anak=anak,
            pertama=pertama, terakhir=terakhir,
        )  # fmt: skip

    def _indikator(self, baris: IndikatorRencana, pertama: bool, terakhir: bool) -> Simpul:
        isi = baris.isi
        tanpa = [str(t) for t in self._daftar_tahun if t not in baris.target]
        kurang = f"Target {', '.join(tanpa)} belum diisi" if tanpa else ""
        return Simpul(
            JenisBaris.INDIKATOR, baris.pk, isi.kode, isi.uraian, isi.satuan, iku=bool(isi.iku), kurang=kurang,
            pertama=pertama, terakhir=terakhir,
        )  # fmt: skip


def kalimat_berbagi(daftar_tahun: Sequence[int]) -> str:
    """That the plan is other years' plan, too; '' where it is this year's alone."""
    if not daftar_tahun:
        return ""
    *depan, akhir = map(str, daftar_tahun)
    return f"Perubahan di sini berlaku juga untuk {', '.join(depan) + ' dan ' if depan else ''}{akhir}."


def pilihan_induk(kerangka: Kerangka, jenis: JenisBaris) -> tuple[tuple[str, str], ...]:
    """Which rows may be the parent of a row of this kind, as a select offers them."""
    return tuple(
        (acuan(b.jenis, b.pk), ringkas(f"{b.kode} {b.uraian}")) for b in kerangka.daftar_baris
        if b.jenis in DAFTAR_INDUK[jenis]
    )  # fmt: skip


def ringkas(teks: str) -> str:
    """The text, cut where it would be too long to name a row by."""
    return teks if len(teks) <= _PANJANG_SEBUTAN else f"{teks[: _PANJANG_SEBUTAN - 1]}…"


def formulir_baris(kerangka: Kerangka, baris: BarisRencana, *, boleh: bool, kode_baru: str = "") -> Formulir:
    """The form of a misi, tujuan or sasaran; `kode_baru` is suggested for a row that is not stored yet (pk 0)."""
    awalan = f"{baris.jenis}-{baris.pk}-"
    umum: dict[str, object] = {"boleh": boleh, "awalan": awalan}
    kode = bidang("kode", "Kode", JenisIsian.TEKS, baris.kode, wajib=True, **umum)
    daftar = [kode if baris.pk else bidang("kode", "Kode", JenisIsian.TEKS, wajib=True, **umum)]
    if baris.jenis is JenisBaris.MISI:
        bantuan = "Visi kepala daerah yang didukung misi ini. Boleh sama untuk beberapa misi."
        daftar.append(bidang("visi", "Visi", JenisIsian.PARAGRAF, baris.visi, bantuan=bantuan, **umum))
    label = f"Bunyi {SEBUTAN[baris.jenis]}"
    daftar.append(bidang("uraian", label, JenisIsian.PARAGRAF, baris.uraian, **umum))
    if induk := DAFTAR_INDUK[baris.jenis]:
        pilihan = pilihan_induk(kerangka, baris.jenis)
        kosong = f"Tanpa {induk[0]}"
        nama = SEBUTAN[induk[0]].capitalize()
        isi = baris.induk if baris.pk else ""
        daftar.append(bidang("induk", nama, JenisIsian.PILIHAN, isi, pilihan=pilihan, kosong=kosong, **umum))
    formulir = Formulir((BagianFormulir("", tuple(daftar)),), boleh)
    return formulir if baris.pk else formulir.dengan({"kode": {"nilai": kode_baru}, "induk": {"nilai": baris.induk}})
