"""The board of scores as a page: which rows, in which order, with which headings, chart points and totals. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.besaran_papan import komponen_bernama
from kinerja.data_evaluasi import TahapEvaluasi
from kinerja.data_meja import BELUM_DIBUKA
from kinerja.data_papan import (
    BarisPapan,
    Gerak,
    JenisInstansi,
    RekapTahun,
)
from lkjip.dasar.hitungan import jumlah, persen
from lkjip.dasar.tulisan_angka import bulat
from lkjip.evaluasi.halaman_alur import SEBUTAN_TAHAP

_T = TahapEvaluasi
SEBUTAN_KEADAAN = {
    BELUM_DIBUKA: "Belum dibuka",
    **{t.value: sebutan for t, sebutan in SEBUTAN_TAHAP.items() if t is not _T.DIBATALKAN},
}
SEBUTAN_GERAK = {Gerak.NAIK: "Naik", Gerak.TURUN: "Turun", Gerak.TETAP: "Tetap", Gerak.BARU: "Baru dinilai"}
SEBUTAN_JENIS = {jenis: jenis.value.capitalize() for jenis in JenisInstansi} | {JenisInstansi.LAIN: "Lainnya"}
TANPA_NILAI = "tanpa"
_AWALAN_KOMPONEN = "komponen-"
URUT_BAKU = "peringkat"


@dataclass(frozen=True)
class Saringan:
    """What the address asks for; empty: everything."""

    cari: str = ""
    predikat: str = ""
    jenis: str = ""
    gerak: str = ""
    keadaan: str = ""

    @property
    def ada(self) -> bool:
        return self != Saringan()


@dataclass(frozen=True)
class KolomPapan:
    """A heading: what a click sorts by, and how the table is sorted now (`ascending`, `descending`, '')."""

    kunci: str
    nama: str
    urut: str
    arah: str
    angka: bool = True


@dataclass(frozen=True)
class BatangPredikat:
    """A bar of the distribution: its length in per cent of the longest, and how the list is asked for these rows."""

    huruf: str
    banyak: int
    panjang: str
    saring: str


def tulis_saringan(minta: Saringan) -> str:
    """The filter in words, for the head of a file; '' where there is none."""
    bagian = (
        f"nama memuat “{minta.cari}”" if minta.cari else "",
        "tanpa nilai" if minta.predikat == TANPA_NILAI else f"predikat {minta.predikat}" if minta.predikat else "",
        f"jenis {SEBUTAN_JENIS[JenisInstansi(minta.jenis)].lower()}" if minta.jenis else "",
        f"nilai {SEBUTAN_GERAK[Gerak(minta.gerak)].lower()}" if minta.gerak else "",
        f"evaluasi: {SEBUTAN_KEADAAN[minta.keadaan].lower()}" if minta.keadaan else "",
    )
    return f"Disaring: {'; '.join(filter(None, bagian))}." if minta.ada else ""


def keadaan(baris: BarisPapan) -> str:
    """The state of the evaluation as the filter names it; '' where this reader may not know."""
    if not baris.lengkap:
        return ""
    return baris.tahap.value if baris.tahap else BELUM_DIBUKA


def saring(daftar: Iterable[BarisPapan], minta: Saringan) -> list[BarisPapan]:
    """The rows asked for. Their ranks stay those among all agencies."""
    cari = minta.cari.casefold().strip()
    return [
        b
        for b in daftar
        if (not cari or cari in b.instansi.nama.casefold() or cari in b.instansi.kode.casefold())
        and (not minta.predikat or (b.kini.predikat or TANPA_NILAI) == minta.predikat)
        and (not minta.jenis or b.instansi.jenis == minta.jenis)
        and (not minta.gerak or (b.gerak or "") == minta.gerak)
        and (not minta.keadaan or keadaan(b) == minta.keadaan)
    ]


def naik_sejak_awal(baris: BarisPapan) -> Decimal | None:
    """The last known score of the trend less the first: what the column of the trend sorts by."""
    nilai = [n for satu in baris.tren if (n := satu.nilai.angka) is not None]
    return jumlah([nilai[-1], -nilai[0]]) if len(nilai) > 1 else None


def _peringkat(baris: BarisPapan) -> Decimal | None:
    return None if baris.peringkat is None else Decimal(baris.peringkat)


def _rekomendasi(baris: BarisPapan) -> Decimal | None:
    return None if baris.rekomendasi is None else Decimal(baris.rekomendasi.terbuka)


_NILAI: dict[str, Callable[[BarisPapan], Decimal | None]] = {
    URUT_BAKU: _peringkat,
    "nilai": lambda b: b.kini.nilai.angka,
    "selisih": lambda b: b.selisih,
    "tren": naik_sejak_awal,
    "rekomendasi": _rekomendasi,
}
_URUTAN_KEADAAN = {kunci: Decimal(ke) for ke, kunci in enumerate(SEBUTAN_KEADAAN)}
_NILAI["keadaan"] = lambda b: _URUTAN_KEADAAN.get(keadaan(b))


def perlu_jawaban(urut: str) -> bool:
    """Whether this order needs the components of all rows, not only of those shown."""
    return urut.removeprefix("-").startswith(_AWALAN_KOMPONEN)


def urutkan(daftar: Sequence[BarisPapan], urut: str, komponen: Sequence[str] = ()) -> list[BarisPapan]:
    """By a column of the table; a leading `-` turns the order round. Rows without a figure always come last, equal
    ones by name.
    """
    kunci, menurun = urut.removeprefix("-"), urut.startswith("-")
    baris = sorted(daftar, key=lambda b: (b.instansi.nama.casefold(), b.instansi.kode))
    if kunci == "instansi":
        return baris[::-1] if menurun else baris
    nilai = _pengambil(kunci, komponen)
    bernilai = [(n, b) for b in baris if (n := nilai(b)) is not None]
    tanpa = [b for b in baris if nilai(b) is None]
    bernilai.sort(key=lambda pasangan: pasangan[0], reverse=menurun)
    return [*(b for _, b in bernilai), *tanpa]


def _pengambil(kunci: str, komponen: Sequence[str]) -> Callable[[BarisPapan], Decimal | None]:
    nomor = kunci.removeprefix(_AWALAN_KOMPONEN) if kunci.startswith(_AWALAN_KOMPONEN) else ""
    if nomor.isascii() and nomor.isdecimal() and len(nomor) < 3 and 0 < int(nomor) <= len(komponen):
        nama = komponen[int(nomor) - 1]
        return lambda b: k.bagian.angka if (k := komponen_bernama(b, nama)) else None
    return _NILAI.get(kunci, _peringkat)


_NAIK_DULU = {"instansi", URUT_BAKU, "keadaan"}


def daftar_kolom(urut: str, komponen: Sequence[str], *, lengkap: bool) -> tuple[KolomPapan, ...]:
    """The headings. A figure sorts from the highest down at the first click, a name, place or state upward."""
    isi = [(URUT_BAKU, "Peringkat"), ("instansi", "Instansi"), ("nilai", "Nilai"), ("selisih", "Perubahan")]
    isi += [(f"{_AWALAN_KOMPONEN}{n}", pendek(nama)) for n, nama in enumerate(komponen, 1)]
    isi += [("tren", "Lima tahun")]
    isi += [("keadaan", "Keadaan"), ("rekomendasi", "Rekomendasi terbuka")] if lengkap else []
    hasil = []
    for kunci, nama in isi:
        arah = {kunci: "ascending", f"-{kunci}": "descending"}.get(urut, "")
        pertama, kedua = (kunci, f"-{kunci}") if kunci in _NAIK_DULU else (f"-{kunci}", kunci)
        hasil.append(
            KolomPapan(kunci, nama, kedua if urut == pertama else pertama, arah, kunci not in {"instansi", "keadaan"})
        )
    return tuple(hasil)


def daftar_urut(daftar: Sequence[KolomPapan]) -> tuple[tuple[str, str], ...]:
    """Every order as an entry of a list: on a phone there are no headings to click."""
    hasil: list[tuple[str, str]] = []
    for kolom in daftar:
        turun, naik = (f"-{kolom.kunci}", kolom.kunci)
        if kolom.kunci in _NAIK_DULU:
            hasil += [(naik, f"{kolom.nama}: dari awal"), (turun, f"{kolom.nama}: dari akhir")]
        else:
            hasil += [(turun, f"{kolom.nama}: dari terbesar"), (naik, f"{kolom.nama}: dari terkecil")]
    return tuple(hasil)


def pendek(nama: str) -> str:
    """The name of a component as a heading: all of them speak of kinerja."""
    return nama.split()[0] if nama.strip() else nama


def batang_predikat(tahun: RekapTahun) -> tuple[BatangPredikat, ...]:
    """The distribution of a year as bars, all letters shown."""
    terpanjang = Decimal(max((s.banyak for s in tahun.sebaran), default=0) or 1)
    return tuple(
        BatangPredikat(s.huruf, s.banyak, _panjang(s.banyak, terpanjang), s.huruf or TANPA_NILAI) for s in tahun.sebaran
    )


def _panjang(banyak: int, terpanjang: Decimal) -> str:
    """As a drawing writes it: with a point, whatever the language of the page."""
    return f"{bulat(persen(Decimal(banyak), terpanjang), 1):f}"
