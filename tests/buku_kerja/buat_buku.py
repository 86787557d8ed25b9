"""Hypothesis strategies for whole books, built from the schema: every sheet, every column, references that hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from anggaran.data import DataAnggaran
from kinerja.data import DataKinerja
from lkjip.buku_kerja import skema
from lkjip.buku_kerja.jenis import JenisKolom, Kolom, Lembar, Rumah
from lkjip.buku_kerja.nilai import TERLARANG
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, TabelBebas
from renstra.data import DataRenstra

_KASUS_TEKS = (
    "=1+1", "+62 811", "-", "- butir", "@nama", " berspasi di kedua ujung ", "dua\nbaris\n", "#REF!", "_x000D_",
    "_x005F_", "'5", "5", "1.234", "0812", '"kutip"', "a;b", "a,b", "\ufeffbom", "<b>&amp;</b>", "TRUE",
    "2024-01-01", "é – ²", "😀", "\t",
)  # fmt: skip
TEKS = st.one_of(st.sampled_from(_KASUS_TEKS), st.text(max_size=12)).filter(
    lambda teks: bool(teks.strip()) and "\r" not in teks and not TERLARANG.search(teks)
)
KODE = st.one_of(st.sampled_from(("1", "1.01", "1.010", "S1", "IKU 1", "=A", "01")), TEKS)
ANGKA = st.one_of(
    st.sampled_from(
        tuple(map(Decimal, ("0", "99.00", "1.060", "1.0600", "-1.060", "0.30000000000000004", "27.00", "-96992.01")))
    ),
    st.decimals(-(10**9), 10**9, places=3),
    st.decimals(-1000, 1000, places=2),
    st.integers(-(10**19), 10**19).map(Decimal),
).map(lambda nilai: nilai if nilai else nilai.copy_abs())  # reading knows no negative zero
UANG = st.one_of(st.integers(0, 10**15).map(Decimal), st.decimals(0, 10**17, places=2), st.decimals(0, 10**9, places=1))
TAHUN = st.integers(1990, 2100)
BEBAS = st.one_of(
    st.just(Decimal("-96992.01")),
    st.none(),
    TEKS,
    st.decimals(-(10**9), 10**9, places=2),
    st.integers(-(10**14), 10**14).map(Decimal),
).map(lambda nilai: Decimal(0) if isinstance(nilai, Decimal) and not nilai else nilai)


def _nilai(kolom: Kolom) -> st.SearchStrategy[Any]:
    match kolom.jenis:
        case JenisKolom.TEKS:
            isi: st.SearchStrategy[Any] = TEKS
        case JenisKolom.KODE:
            isi = KODE
        case JenisKolom.UANG:
            isi = UANG
        case JenisKolom.YA_TIDAK:
            isi = st.booleans()
        case JenisKolom.TANGGAL:
            isi = st.dates(date(1990, 1, 1), date(2100, 12, 31))
        case JenisKolom.TAHUN | JenisKolom.TRIWULAN | JenisKolom.BULAT:
            isi = st.integers(kolom.terkecil or 0, kolom.terbesar)
        case JenisKolom.PILIHAN:
            isi = st.sampled_from(list(kolom.enum) if kolom.enum else kolom.pilihan)
        case _:
            isi = ANGKA
    kosong = "" if kolom.jenis in (JenisKolom.TEKS, JenisKolom.KODE) else None
    return isi if kolom.wajib else st.one_of(st.just(kosong), isi)


def _rekaman(lembar: Lembar, kode: Mapping[str, Sequence[str]]) -> st.SearchStrategy[Any]:
    """Records of a sheet; a column with references takes only codes drawn before, or stays empty."""
    kolom: dict[str, st.SearchStrategy[Any]] = {}
    for satu in lembar.kolom:
        if satu.rujuk:
            tersedia = [isi for nama in satu.rujuk for isi in kode.get(nama, ())]
            if satu.wajib and not tersedia:
                return st.nothing()
            pilihan = tersedia if satu.wajib else ["", *tersedia]
            kolom[satu.nama] = st.just("") if satu.nama == "induk" and not satu.wajib else st.sampled_from(pilihan)
        else:
            kolom[satu.nama] = _nilai(satu)
    return st.builds(lembar.kelas, **kolom)


def _unik(lembar: Lembar) -> Any:
    return (lambda isi: tuple(getattr(isi, nama) for nama in lembar.kunci)) if lembar.kunci else None


_URUTAN = ("misi", "tujuan", "sasaran", "anggaran", "indikator")


@st.composite
def daftar_tabel(draw: st.DrawFn) -> tuple[TabelBebas, ...]:
    tabel = []
    for nomor in range(draw(st.integers(0, 2))):
        lebar = draw(st.integers(1, 4))
        baris = draw(st.lists(st.lists(BEBAS, min_size=lebar, max_size=lebar).map(tuple), max_size=3))
        isi = tuple(satu for satu in baris if any(nilai is not None for nilai in satu))
        kepala = tuple(draw(st.lists(TEKS, min_size=lebar, max_size=lebar)))
        tabel.append(
            TabelBebas(f"tabel_{nomor:02}", draw(TEKS), draw(TEKS), draw(st.one_of(st.just(""), TEKS)), kepala, isi)
        )
    return tuple(tabel)


def _kunci(draw: st.DrawFn, kelas: type, daftar_kolom: Sequence[Kolom], tetap: dict[str, Any]) -> Any:
    return kelas(**{kolom.nama: draw(_nilai(kolom)) for kolom in daftar_kolom if kolom.nama not in tetap} | tetap)


@st.composite
def buku(draw: st.DrawFn) -> BukuKerja:
    """A valid book in which every sheet may have rows."""
    kode: dict[str, list[str]] = {}
    isi: dict[str, tuple[Any, ...]] = {}
    sisa = [lembar.nama for lembar in skema.DAFTAR_LEMBAR if lembar.nama not in _URUTAN]
    for nama in (*_URUTAN, *sisa):
        lembar = skema.LEMBAR_PER_NAMA[nama]
        strategi = _rekaman(lembar, kode)
        isi[nama] = tuple(draw(st.lists(strategi, max_size=0 if strategi.is_empty else 3, unique_by=_unik(lembar))))
        if nama in _URUTAN:
            terpakai = {
                satu for lain in ("tujuan", "sasaran", "anggaran") if lain != nama for satu in kode.get(lain, ())
            }
            isi[nama] = tuple(
                satu for satu in isi[nama] if nama not in ("sasaran", "anggaran") or satu.kode not in terpakai
            )
            kode[nama] = [satu.kode for satu in isi[nama]]
    instansi, periode, metode, _ = skema.KELAS_KUNCI_NILAI
    skala = draw(st.sampled_from(["", *(satu.skala for satu in isi["skala"])]))

    def rumah(satu: Rumah) -> dict[str, Any]:
        return {lembar.tempat: isi[lembar.nama] for lembar in skema.DAFTAR_LEMBAR if lembar.rumah is satu}

    awal, akhir = sorted(draw(st.tuples(TAHUN, TAHUN)))
    masa = {"renstra_awal": draw(st.sampled_from([None, awal])), "renstra_akhir": draw(st.sampled_from([None, akhir]))}
    renstra = DataRenstra(
        _kunci(draw, instansi, skema.INSTANSI, {}), _kunci(draw, periode, skema.PERIODE, masa), **rumah(Rumah.RENSTRA)
    )
    kinerja = DataKinerja(renstra, _kunci(draw, metode, skema.METODE, {"skala": skala}), **rumah(Rumah.KINERJA))
    laporan = DataLaporan(
        _kunci(draw, IdentitasLaporan, (*skema.JENIS, *skema.IDENTITAS), {}),
        daftar_tabel=draw(daftar_tabel()),
        **rumah(Rumah.LAPORAN),
    )
    return BukuKerja(DataInstansi(DataAnggaran(kinerja, **rumah(Rumah.ANGGARAN))), laporan, **rumah(Rumah.BUKU))
