"""The budget of the plan: program, kegiatan and subkegiatan as a grid that is a tree, with the sums of the children."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from anggaran.data import Anggaran
from anggaran.data_nomenklatur import memakai_nomenklatur, temuan_kode
from lkjip.dasar.tulisan_angka import tulis_uang
from lkjip.halaman.isian import Kotak, nama_kotak
from lkjip.halaman.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi, baris_kisi
from lkjip.halaman.pengisian_anggaran import leluhur, urutan_baris
from lkjip.halaman.unit import UnitPenanggungJawab
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Angka
from renstra.data import Versi

BANYAK_TERBUKA = 120  # with more rows than this, kegiatan are shown closed
SEMUA, PROGRAM = "semua", "program"
VERSI_KOLOM: Mapping[str, Versi] = {"pagu_murni": Versi.MURNI, "pagu_perubahan": Versi.PERUBAHAN}


@dataclass(frozen=True)
class SaringanRencana:
    """What of the tree is shown. `daftar_unit` None: of all units; `buka`: 'semua', 'program', '' (as suits the size)
    or the pk of the rows that are open."""

    daftar_unit: frozenset[int] | None = None
    cari: str = ""
    sasaran: str = ""
    bermasalah: bool = False
    buka: str = ""

    @property
    def menyaring(self) -> bool:
        """Whether anything is left out for another reason than a closed row."""
        return bool(self.daftar_unit is not None or self.cari or self.sasaran or self.bermasalah)


@dataclass(frozen=True)
class Jumlah:
    """What a parent's children make of one column, and by how much its own figure differs."""

    nama: str
    jumlah: Angka
    selisih: Angka
    sendiri: bool
    boleh: bool

    @property
    def berbeda(self) -> bool:
        return self.sendiri and bool(self.selisih.hasil.angka)

    @property
    def petunjuk(self) -> str:
        """What counts while the field is empty."""
        nilai = self.jumlah.hasil.angka
        return "jumlah anak" if nilai is None else tulis_uang(nilai)


@dataclass(frozen=True)
class BarisRencana:
    """`alih`: `buka` of the address that opens or closes the row; `terbuka`: whether its children are shown."""

    anggaran: Anggaran
    pk: int
    inden: int
    kisi: BarisKisi
    per_jumlah: Mapping[str, Jumlah]
    daftar_temuan: tuple[str, ...]
    banyak_anak: int
    terbuka: bool = True
    alih: str = ""

    @property
    def daftar_sel(self) -> tuple[tuple[Kotak, Jumlah | None], ...]:
        return tuple((k, self.per_jumlah.get(k.nama)) for k in self.kisi.daftar_kotak)

    @property
    def daftar_jumlah(self) -> tuple[Jumlah, ...]:
        return tuple(self.per_jumlah.values())


@dataclass(frozen=True)
class HalamanRencana:
    """`pemberitahuan`: one quiet sentence about the codes as a whole."""

    daftar_kolom: tuple[KolomKisi, ...]
    daftar: tuple[BarisRencana, ...]
    total: Mapping[str, Angka]
    banyak: int
    banyak_bermasalah: int
    pemberitahuan: str
    saringan: SaringanRencana

    def dengan_kotak(self, ubah: Callable[[Kotak], Kotak]) -> HalamanRencana:
        """The same page with each field as `ubah` makes it."""
        daftar = tuple(
            replace(b, kisi=replace(b.kisi, daftar_kotak=tuple(map(ubah, b.kisi.daftar_kotak)))) for b in self.daftar
        )
        return replace(self, daftar=daftar)

    @property
    def daftar_total(self) -> tuple[tuple[str, Angka | None], ...]:
        """A cell of the last row per column; those that carry no money are empty."""
        return tuple((k.nama, self.total.get(k.nama)) for k in self.daftar_kolom)


@dataclass(frozen=True)
class DasarRencana:
    """What every row of the page is made from."""

    konteks: Konteks
    pk: Mapping[str, int]
    unit: UnitPenanggungJawab
    boleh: bool
    daftar_kolom: tuple[KolomKisi, ...]

    @cached_property
    def bernomenklatur(self) -> bool:
        return memakai_nomenklatur(self.konteks.anggaran.daftar_anggaran)

    def temuan(self, baris: Anggaran) -> tuple[str, ...]:
        """What of the kode does not follow the nomenclature, where the budget as a whole follows it."""
        if not self.bernomenklatur:
            return ()
        induk = self.konteks.anggaran.anggaran_per_kode.get(baris.induk)
        return temuan_kode(baris, induk, self.konteks.instansi.jenis_pemda, self.konteks.tahun)


def _baris_kisi(dasar: DasarRencana, baris: Anggaran, inden: int = 0) -> BarisKisi:
    nilai: dict[str, object] = {k.nama: getattr(baris, k.nama) for k in dasar.daftar_kolom}
    if "tingkat" in nilai:
        nilai["tingkat"] = baris.tingkat.value if baris.tingkat else ""
    return baris_kisi(
        dasar.daftar_kolom, dasar.pk[baris.kode], baris.kode, baris.uraian, nilai, boleh=dasar.boleh, tingkat=inden
    )


def kisi_anggaran(dasar: DasarRencana, hanya: str = "") -> Kisi:
    """All rows (or one, by its kode) as a plain grid, in the order of the tree: what is saved and pasted into."""
    daftar = tuple(
        _baris_kisi(dasar, baris, inden) for baris, inden in urutan_baris(dasar.konteks) if hanya in ("", baris.kode)
    )
    return Kisi(dasar.daftar_kolom, (KelompokKisi("", daftar),), "Program, kegiatan, subkegiatan", dasar.boleh)


def _jumlah(dasar: DasarRencana, baris: Anggaran, kolom: str) -> Jumlah:
    versi = VERSI_KOLOM[kolom].value
    return Jumlah(
        nama=nama_kotak(kolom, dasar.pk[baris.kode]),
        jumlah=dasar.konteks.angka("jumlah_pagu", baris.kode, versi=versi, polos=True),
        selisih=dasar.konteks.angka("selisih_pagu", baris.kode, versi=versi, polos=True),
        sendiri=getattr(baris, kolom) is not None,
        boleh=dasar.boleh,
    )


def baris_rencana(dasar: DasarRencana, baris: Anggaran, inden: int = 0) -> BarisRencana:
    """One row; a parent's empty money field shows what its children make."""
    anak = dasar.konteks.anggaran.daftar_anak.get(baris.kode, ())
    kolom = [k.nama for k in dasar.daftar_kolom if k.nama in VERSI_KOLOM] if anak else []
    jumlah = {j.nama: j for j in (_jumlah(dasar, baris, nama) for nama in kolom)}
    kisi = _baris_kisi(dasar, baris, inden)
    isian = (k.dengan(petunjuk=jumlah[k.nama].petunjuk) if k.nama in jumlah else k for k in kisi.daftar_kotak)
    return BarisRencana(
        anggaran=baris,
        pk=dasar.pk[baris.kode],
        inden=inden,
        kisi=replace(kisi, daftar_kotak=tuple(isian)),
        per_jumlah=jumlah,
        daftar_temuan=dasar.temuan(baris),
        banyak_anak=len(anak),
    )


def masalah_baris(dasar: DasarRencana, baris: Anggaran) -> tuple[str, ...]:
    """What deserves a look at a row: its kode, a pagu that is missing, a sum that its children do not make."""
    konteks, daftar = dasar.konteks, list(dasar.temuan(baris))
    if konteks.hitung("pagu", baris.kode).angka is None:
        daftar.append("Belum ada pagu.")
    for kolom, versi in VERSI_KOLOM.items():
        if getattr(baris, kolom) is not None and konteks.hitung("selisih_pagu", baris.kode, versi=versi.value).angka:
            daftar.append(f"Pagu {versi.value} tidak sama dengan jumlah anaknya.")
    if not baris.uraian:
        daftar.append("Belum ada uraian.")
    return tuple(daftar)


def _cocok(dasar: DasarRencana, saringan: SaringanRencana, baris: Anggaran) -> bool:
    unit = dasar.unit.per_anggaran.get(baris.kode, frozenset())
    if saringan.daftar_unit is not None and saringan.daftar_unit.isdisjoint(unit):
        return False
    if saringan.bermasalah and not masalah_baris(dasar, baris):
        return False
    per_kode = dasar.konteks.anggaran.anggaran_per_kode
    garis = (baris, *(per_kode[kode] for kode in leluhur(dasar.konteks, baris.kode)))
    if saringan.sasaran and next((b.sasaran for b in garis if b.sasaran), "") != saringan.sasaran:
        return False
    dicari = saringan.cari.casefold()
    return any(dicari in f"{satu.kode} {satu.uraian}".casefold() for satu in garis)


def _daftar_terbuka(dasar: DasarRencana, buka: str) -> frozenset[int]:
    """pk of the parents whose children are shown."""
    anggaran = dasar.konteks.anggaran
    induk = [a for a in anggaran.daftar_anggaran if anggaran.daftar_anak.get(a.kode)]
    if not buka:
        buka = SEMUA if len(anggaran.daftar_anggaran) <= BANYAK_TERBUKA else PROGRAM
    if buka == SEMUA:
        return frozenset(dasar.pk[a.kode] for a in induk)
    if buka == PROGRAM:
        return frozenset(dasar.pk[a.kode] for a in induk if not a.induk)
    return frozenset(int(nomor) for nomor in buka.split(",") if nomor.isascii() and nomor.isdigit() and len(nomor) < 19)


def _tampil(dasar: DasarRencana, saringan: SaringanRencana, terbuka: frozenset[int]) -> Iterator[tuple[Anggaran, int]]:
    """With a filter what fits it and the rows above; else what no closed row hides."""
    if saringan.menyaring:
        cocok = [baris.kode for baris, _ in urutan_baris(dasar.konteks) if _cocok(dasar, saringan, baris)]
        tampil = {*cocok, *(atas for kode in cocok for atas in leluhur(dasar.konteks, kode))}
        yield from ((b, inden) for b, inden in urutan_baris(dasar.konteks) if b.kode in tampil)
        return
    for baris, inden in urutan_baris(dasar.konteks):
        if all(dasar.pk[atas] in terbuka for atas in leluhur(dasar.konteks, baris.kode)):
            yield baris, inden


def _dengan_alih(baris: BarisRencana, terbuka: frozenset[int]) -> BarisRencana:
    """The same row with the state of its children and the address that changes it."""
    buka = baris.pk in terbuka
    lain = terbuka - {baris.pk} if buka else terbuka | {baris.pk}
    return replace(baris, terbuka=buka, alih=",".join(map(str, sorted(lain))) or "0")


def halaman_rencana(dasar: DasarRencana, saringan: SaringanRencana) -> HalamanRencana:
    """The rows that the filter leaves, or those that no closed row hides, with the sums of all."""
    terbuka = _daftar_terbuka(dasar, saringan.buka)
    baris = [baris_rencana(dasar, satu, inden) for satu, inden in _tampil(dasar, saringan, terbuka)]
    semua = dasar.konteks.anggaran.daftar_anggaran
    return HalamanRencana(
        daftar_kolom=dasar.daftar_kolom,
        daftar=tuple(_dengan_alih(b, terbuka) if b.banyak_anak and not saringan.menyaring else b for b in baris),
        total=total_pagu(dasar.konteks),
        banyak=len(semua),
        banyak_bermasalah=sum(bool(masalah_baris(dasar, b)) for b in semua),
        pemberitahuan=_pemberitahuan(dasar),
        saringan=saringan,
    )


def total_pagu(konteks: Konteks) -> Mapping[str, Angka]:
    """The sum of the whole budget per column of money."""
    return {nama: konteks.angka("pagu", versi=versi.value, polos=True) for nama, versi in VERSI_KOLOM.items()}


def _pemberitahuan(dasar: DasarRencana) -> str:
    if dasar.bernomenklatur or not dasar.konteks.anggaran.daftar_anggaran:
        return ""
    return (
        "Kode anggaran ini tidak menurut nomenklatur Permendagri 90/2019 dan pemutakhirannya. Kode sendiri boleh "
        "dipakai, jadi kodenya tidak diperiksa baris demi baris."
    )


def daftar_terdampak(dasar: DasarRencana, daftar_pk: Collection[int]) -> tuple[BarisRencana, ...]:
    """These rows and all above them: whose sums a save has to show anew."""
    per_pk = {pk: kode for kode, pk in dasar.pk.items()}
    kode = {per_pk[pk] for pk in daftar_pk if pk in per_pk}
    kode |= {atas for satu in tuple(kode) for atas in leluhur(dasar.konteks, satu)}
    return tuple(baris_rencana(dasar, b, inden) for b, inden in urutan_baris(dasar.konteks) if b.kode in kode)
