"""The tree of performance as pictures: an overview down to program, and one per sasaran with what lies below it.

A picture holds only so many columns and so much text one below the other; what is more goes on in the next one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.cascading import NAMA_JENIS, Cabang, JenisCabang, daftar_cabang, penanggung_jawab
from lkjip.laporan.compose.kalimat import nama_rapi, satuan_tulis
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.isi import Grafik
from lkjip.laporan.isi_pohon import DataPohon, JenisKotak, KotakPohon
from renstra.data import Indikator

_HURUF_SEBARIS = 26
_LANJUTAN = " (lanjutan)"
_HINGGA = {
    JenisCabang.PROGRAM: 0,
    JenisCabang.RINCIAN: 0,
    JenisCabang.KEGIATAN: 1,
    JenisCabang.SUBKEGIATAN: 2,
}  # how deep below the program a level lies
RINGKAS, KEGIATAN, SUBKEGIATAN = 0, 1, 2


@dataclass(frozen=True)
class Lembar:
    """What a picture may hold: its width, the columns beside each other, the lines of text in one stack."""

    lebar: int
    maks_kolom: int
    maks_baris: int


TEGAK = Lembar(640, 4, 52)
MENDATAR = Lembar(960, 6, 30)
_MENDATAR_RINCI = Lembar(960, 6, 38)  # smaller print, but a kegiatan with its subkegiatan is torn apart less often


def gambar_ringkas(ktx: Konteks, lembar: Lembar = TEGAK) -> list[Grafik]:
    """Tujuan, sasaran and program; no picture where there is no sasaran."""
    if not ktx.sasaran:
        return []
    akar = _kotak(ktx, daftar_cabang(ktx), RINGKAS)
    mendatar = 3 if max((k.banyak_kolom(3) for k in akar), default=0) <= lembar.maks_kolom else 2
    return _Penyusun(lembar, mendatar).grafik(akar, "pohon-kinerja", f"Pohon Kinerja {ktx.singkatan} Tahun {ktx.tahun}")


def gambar_sasaran(ktx: Konteks, rincian: int = KEGIATAN) -> list[Grafik]:
    """Per sasaran its program and kegiatan, with `rincian` SUBKEGIATAN those too; then what serves no sasaran."""
    hasil: list[Grafik] = []
    lembar = _MENDATAR_RINCI if rincian == SUBKEGIATAN else MENDATAR
    for nomor, potongan in enumerate(_potong_sasaran(daftar_cabang(ktx)), 1):
        kepala = potongan[0]
        judul = nama_rapi(kepala.uraian, kepala.kode)
        judul = f"Cascading Sasaran {nomor}: {judul}" if kepala.jenis is JenisCabang.SASARAN else judul
        hasil += _Penyusun(lembar, 2).grafik(
            _kotak(ktx, potongan, rincian), f"pohon-{kepala.jenis.value}-{slug(kepala.kode)}", judul
        )
    return hasil


def potong_pohon(akar: Sequence[KotakPohon], lembar: Lembar, mendatar: int) -> list[tuple[KotakPohon, ...]]:
    """The boxes of each picture, so that none holds more than its sheet does."""
    return _Penyusun(lembar, mendatar).potong(akar)


def tulis_target(ktx: Konteks, indikator: Indikator) -> str:
    """The target in force as plain text, `90,43 indeks`; '' where there is none."""
    angka, predikat = ktx.hitung("selisih_target", indikator.kode), ktx.hitung("predikat_target", indikator.kode)
    if angka.angka is not None:
        return f"{tulis_angka(angka.angka)}{satuan_tulis(indikator.satuan)}"
    return predikat.kata or angka.kata or ""


def _potong_sasaran(daftar: Sequence[Cabang]) -> list[list[Cabang]]:
    """The branches of each sasaran that has any below it, and of the heading over the rows that serve none."""
    hasil: list[list[Cabang]] = []
    for cabang in daftar:
        if cabang.jenis in {JenisCabang.SASARAN, JenisCabang.KELOMPOK}:
            hasil.append([cabang])
        elif cabang.anggaran is not None:
            hasil[-1].append(cabang)
    return [potongan for potongan in hasil if len(potongan) > 1]


def _kotak(ktx: Konteks, daftar: Sequence[Cabang], rincian: int) -> list[KotakPohon]:
    """Nested boxes out of the flat list, without the misi and what lies deeper than `rincian`."""
    tumpukan: list[tuple[Cabang, list[KotakPohon]]] = []
    akar: list[KotakPohon] = []

    def tutup() -> None:
        cabang, anak = tumpukan.pop()
        kotak = replace(_isi_kotak(ktx, cabang), anak=tuple(anak))
        (tumpukan[-1][1] if tumpukan else akar).append(kotak)

    for cabang in daftar:
        if cabang.jenis is JenisCabang.MISI or _terlalu_dalam(cabang, rincian):
            continue
        while tumpukan and tumpukan[-1][0].kedalaman >= cabang.kedalaman:
            tutup()
        tumpukan.append((cabang, []))
    while tumpukan:
        tutup()
    return akar


def _terlalu_dalam(cabang: Cabang, rincian: int) -> bool:
    if cabang.jenis is JenisCabang.RINCIAN and cabang.anggaran is not None:
        return bool(cabang.anggaran.induk) and rincian == RINGKAS
    return _HINGGA.get(cabang.jenis, 0) > rincian


def _isi_kotak(ktx: Konteks, cabang: Cabang) -> KotakPohon:
    jenis = JenisKotak.SUBKEGIATAN if cabang.jenis is JenisCabang.RINCIAN else JenisKotak(cabang.jenis.value)
    unit = penanggung_jawab(ktx, cabang.anggaran) if cabang.anggaran else ""
    return KotakPohon(
        jenis=jenis,
        label="Perlu ditautkan" if jenis is JenisKotak.KELOMPOK else NAMA_JENIS[cabang.jenis],
        uraian=nama_rapi(cabang.uraian, cabang.kode),
        butir=tuple(_butir(ktx, i) for i in cabang.daftar_indikator),
        catatan=f"Penanggung jawab: {unit}" if unit else "",
        putus=cabang.sebagian,
    )


def _butir(ktx: Konteks, indikator: Indikator) -> str:
    target = tulis_target(ktx, indikator)
    return f"{ktx.nama_indikator(indikator)}{f' (target {target})' if target else ''}"


class _Penyusun:
    """Boxes → pictures of one kind of sheet, as many as are needed."""

    def __init__(self, lembar: Lembar, mendatar: int) -> None:
        self._lembar, self._mendatar = lembar, mendatar

    def grafik(self, akar: Sequence[KotakPohon], kunci: str, judul: str) -> list[Grafik]:
        daftar = self.potong(akar)
        return [
            Grafik(
                kunci if nomor == 1 else f"{kunci}-{nomor}",
                judul if len(daftar) == 1 else f"{judul} (bagian {nomor})",
                DataPohon(isi, self._mendatar, self._lembar.lebar),
                _uraikan(isi),
            )
            for nomor, isi in enumerate(daftar, 1)
        ]

    def potong(self, akar: Sequence[KotakPohon]) -> list[tuple[KotakPohon, ...]]:
        potongan = [p for satu in akar for p in self._pecah(satu, self._mendatar)]
        return _kelompokkan(potongan, lambda k: k.banyak_kolom(self._mendatar), self._lembar.maks_kolom)

    def _pecah(self, kotak: KotakPohon, mendatar: int) -> list[KotakPohon]:
        """The box, or several of it each with a part of what hangs below, so that none is too wide or too tall."""
        if mendatar <= 1:
            return _sambung(kotak, _pecah_tumpukan(kotak.anak, self._lembar.maks_baris))
        anak = [p for satu in kotak.anak for p in self._pecah(satu, mendatar - 1)]
        bagian = _kelompokkan(anak, lambda k: k.banyak_kolom(mendatar - 1), self._lembar.maks_kolom)
        return _sambung(kotak, bagian)


def _kelompokkan(
    daftar: Iterable[KotakPohon], ukuran: Callable[[KotakPohon], int], batas: int
) -> list[tuple[KotakPohon, ...]]:
    """As many boxes together, in their order, as fit the limit; one that is larger stands alone."""
    hasil: list[list[KotakPohon]] = []
    terisi = 0
    for kotak in daftar:
        terisi += ukuran(kotak)
        if not hasil or terisi > batas:
            hasil.append([])
            terisi = ukuran(kotak)
        hasil[-1].append(kotak)
    return [tuple(satu) for satu in hasil]


def _pecah_tumpukan(daftar: Sequence[KotakPohon], ruang: int) -> list[tuple[KotakPohon, ...]]:
    potongan: list[KotakPohon] = []
    for kotak in daftar:
        sendiri = _tinggi_sendiri(kotak)
        if _tinggi(kotak) <= ruang:
            potongan.append(kotak)
        else:
            potongan += _sambung(kotak, _pecah_tumpukan(kotak.anak, max(ruang - sendiri, sendiri)))
    return _kelompokkan(potongan, _tinggi, ruang)


def _sambung(kotak: KotakPohon, bagian: Sequence[tuple[KotakPohon, ...]]) -> list[KotakPohon]:
    """The box once per part; its indicators stand in the first one only."""
    if not bagian:
        return [kotak]
    lanjutan = replace(kotak, label=kotak.label.removesuffix(_LANJUTAN) + _LANJUTAN, butir=(), catatan="")
    return [replace(kotak if n == 0 else lanjutan, anak=isi) for n, isi in enumerate(bagian)]


def _tinggi_sendiri(kotak: KotakPohon) -> int:
    """About how many lines the box takes in a narrow column."""
    teks = (kotak.uraian, *kotak.butir, *((kotak.catatan,) if kotak.catatan else ()))
    return 3 + sum(1 + len(satu) // _HURUF_SEBARIS for satu in teks)


def _tinggi(kotak: KotakPohon) -> int:
    return _tinggi_sendiri(kotak) + sum(_tinggi(anak) for anak in kotak.anak)


def _uraikan(akar: Sequence[KotakPohon]) -> str:
    """The picture in words, for who cannot see it."""
    return "Pohon kinerja. " + " ".join(_kalimat(kotak) for kotak in akar)


def _kalimat(kotak: KotakPohon) -> str:
    if not kotak.anak:
        return f"{kotak.label} {kotak.uraian}, tanpa cabang."
    cabang = "; ".join(f"{anak.label.lower()} {anak.uraian}" for anak in kotak.anak)
    bawahan = " ".join(_kalimat(anak) for anak in kotak.anak if anak.anak)
    return f"{kotak.label} {kotak.uraian} dengan {cabang}. {bawahan}".strip()
