"""Raw cells → BukuKerja and all errors at once. Guesses nothing; references between sheets last."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from anggaran.data import DataAnggaran
from kinerja.data import DataKinerja, MetodePengukuran
from lkjip.buku_kerja import rujukan, skema
from lkjip.buku_kerja.galat import GalatBuku, GalatSel, KumpulanGalat, dari_galat_buku
from lkjip.buku_kerja.jenis import JenisKolom, Kolom, Lembar, Rumah
from lkjip.buku_kerja.mentah import BukuMentah, JenisSel, LembarMentah, Sel, alamat, huruf_kolom
from lkjip.buku_kerja.nilai import NilaiSalah, baca_nilai, baca_teks, kutip, tolak_rumus_dan_galat
from lkjip.buku_kerja.readers.csv_folder import baca_csv_folder
from lkjip.buku_kerja.readers.xlsx import baca_xlsx
from lkjip.buku_kerja.tabel_bebas import baca_tabel_bebas, urutan_tabel
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import DataLaporan, IdentitasLaporan, TabelBebas
from renstra.data import DataRenstra, Instansi, Periode

MAKS_BARIS = 20_000  # rows with anything in them; a large agency has some 3,000


@dataclass(frozen=True)
class HasilParse:
    """`buku` is there exactly when `daftar_galat` is empty."""

    buku: BukuKerja | None
    daftar_galat: tuple[GalatSel, ...] = ()


def baca_buku(path: Path) -> HasilParse:
    """The workbook at `path`: a folder of CSV files, or an .xlsx file. Whatever it holds, no exception."""
    try:
        return parse(baca_csv_folder(path) if path.is_dir() else baca_xlsx(path))
    except GalatBuku as galat:
        return HasilParse(None, (dari_galat_buku(galat),))
    except OSError as galat:
        pesan = f"{path.name} tidak dapat dibuka ({galat.strerror})."
        return HasilParse(None, (GalatSel("", None, "", pesan, "Periksa izin berkas dan foldernya."),))


def parse(mentah: BukuMentah) -> HasilParse:
    banyak_baris = sum(len(lembar.baris) for lembar in mentah.daftar_lembar)
    if banyak_baris > MAKS_BARIS:
        pesan = f"Buku kerja memuat {banyak_baris} baris."
        return HasilParse(
            None, (GalatSel("", None, "", pesan, f"Paling banyak {MAKS_BARIS}; hapus yang tidak perlu."),)
        )
    galat = KumpulanGalat()
    for temuan in mentah.daftar_galat:
        galat.tambah(temuan)
    pembaca = _Pembaca(galat, titik_desimal=mentah.titik_desimal)
    pembaca.baca(mentah.daftar_lembar)
    cacat = galat.lembar_bergalat()
    tak_lengkap = set(skema.LEMBAR_PER_NAMA) if cacat - set(skema.URUTAN_LEMBAR) else cacat
    rujukan.periksa(pembaca.hasil, pembaca.kunci_nilai["pengaturan"], tak_lengkap, galat)
    if galat:
        return HasilParse(None, galat.semua())
    return HasilParse(_susun(pembaca))


def parse_lembar(lembar: LembarMentah, *, titik_desimal: bool) -> tuple[tuple[rujukan.Baris, ...], KumpulanGalat]:
    """The rows of one sheet alone, and what is wrong with its cells; references are the caller's to check."""
    galat = KumpulanGalat()
    pembaca = _Pembaca(galat, titik_desimal=titik_desimal)
    pembaca.baca_lembar(lembar, skema.LEMBAR_PER_NAMA[lembar.nama])
    return tuple(pembaca.hasil[lembar.nama]), galat


class _Pembaca:
    """Reads sheet after sheet; records with their row numbers gather in `hasil`."""

    def __init__(self, galat: KumpulanGalat, *, titik_desimal: bool) -> None:
        self.galat = galat
        self.titik_desimal = titik_desimal
        self.hasil: dict[str, list[rujukan.Baris]] = {nama: [] for nama in skema.LEMBAR_PER_NAMA}
        self.kunci_nilai: dict[str, dict[str, rujukan.Kunci]] = {nama: {} for nama in skema.LEMBAR_KUNCI_NILAI}
        self.daftar_tabel: list[TabelBebas] = []

    def baca(self, daftar_lembar: Iterable[LembarMentah]) -> None:
        ada = set()
        for lembar in daftar_lembar:
            ada.add(lembar.nama)
            if lembar.nama in skema.LEMBAR_KUNCI_NILAI:
                self._baca_kunci_nilai(lembar)
            elif lembar.nama in skema.LEMBAR_PER_NAMA:
                self.baca_lembar(lembar, skema.LEMBAR_PER_NAMA[lembar.nama])
            elif skema.NAMA_TABEL_BEBAS.fullmatch(lembar.nama):
                tabel = baca_tabel_bebas(lembar, self.galat, titik_desimal=self.titik_desimal)
                self.daftar_tabel += [tabel] if tabel else []
            else:
                self._galat_lembar(lembar.nama)
        for nama in skema.LEMBAR_KUNCI_NILAI:
            if nama not in ada:
                wajib = next(kolom.nama for kolom in skema.LEMBAR_KUNCI_NILAI[nama] if kolom.wajib)
                self._tambah(
                    nama, None, "", f"Lembar {nama} tidak ada.", f"Tambahkan, sekurangnya dengan kunci {wajib}."
                )

    def _tambah(self, lembar: str, baris: int | None, kolom: str, pesan: str, saran: str, letak: str = "") -> None:
        self.galat.tambah(GalatSel(lembar, baris, kolom, pesan, saran, letak))

    def _galat_lembar(self, nama: str) -> None:
        saran = usul(nama, skema.URUTAN_LEMBAR)
        self._tambah(
            nama, None, "", f"Lembar {kutip(nama)} tidak dikenal.",
            f"{saran} Lembar catatan harus berawalan garis bawah (_).",
        )  # fmt: skip

    def _baca_kepala(self, lembar: LembarMentah, dikenal: tuple[str, ...]) -> dict[int, str] | None:
        """Column number → heading of the known columns; None where there is nothing under any heading."""
        kepala: dict[int, str] = {}
        for nomor, sel in sorted(lembar.baris.get(1, {}).items()):
            try:
                tolak_rumus_dan_galat(sel)
                judul = baca_teks(sel).strip()
            except NilaiSalah as salah:
                self._tambah(lembar.nama, 1, "", salah.pesan, salah.saran, alamat(1, nomor))
                continue
            if judul in kepala.values():
                self._tambah(
                    lembar.nama, 1, judul, f"Kolom {judul} ada dua kali.", "Hapus salah satu.", alamat(1, nomor)
                )
            elif judul in dikenal:
                kepala[nomor] = judul
            elif judul:
                saran = usul(judul, dikenal) if self.galat.masih_sedikit else ""
                pesan = f"Kolom {kutip(judul)} tidak dikenal."
                self._tambah(lembar.nama, 1, judul[:60], pesan, saran, alamat(1, nomor))
        berjudul = lembar.baris.get(1, {}).keys()
        yatim = {nomor for baris, isi in lembar.baris.items() if baris > 1 for nomor in isi} - berjudul
        for nomor in sorted(yatim)[:20]:
            baris = min(baris for baris, isi in lembar.baris.items() if nomor in isi)
            self._tambah(
                lembar.nama, baris, huruf_kolom(nomor), f"Ada isi di kolom {huruf_kolom(nomor)} yang tidak berjudul.",
                "Beri judul kolom pada baris 1, atau hapus isinya.", alamat(baris, nomor),
            )  # fmt: skip
        return kepala if kepala and any(baris > 1 for baris in lembar.baris) else None

    def _nilai(self, lembar: str, baris: int, nomor: int | None, sel: Sel | None, kolom: Kolom) -> tuple[Any, bool]:
        """The cell's value, and whether it could be read."""
        try:
            return baca_nilai(sel, kolom, titik_desimal=self.titik_desimal), True
        except NilaiSalah as salah:
            letak = alamat(baris, nomor) if nomor else ""
            self._tambah(lembar, baris, kolom.nama, salah.pesan, salah.saran, letak)
            return None, False

    def baca_lembar(self, lembar: LembarMentah, skema_lembar: Lembar) -> None:
        kepala = self._baca_kepala(lembar, tuple(kolom.nama for kolom in skema_lembar.kolom))
        if kepala is None:
            return
        nomor_per_nama = {nama: nomor for nomor, nama in kepala.items()}
        hilang = [kolom.nama for kolom in skema_lembar.kolom if kolom.wajib and kolom.nama not in nomor_per_nama]
        for nama in hilang:
            self._tambah(lembar.nama, 1, nama, f"Kolom {nama} tidak ada.", "Tambahkan kolom itu pada baris 1.")
        for baris, isi in sorted(lembar.baris.items()):
            if self.galat.penuh:
                break
            if baris == 1 or not any(sel.teks.strip() or sel.jenis is not JenisSel.TEKS for sel in isi.values()):
                continue
            nilai: dict[str, Any] = {}
            utuh = not hilang
            for kolom in skema_lembar.kolom:
                nomor = nomor_per_nama.get(kolom.nama)
                if nomor is None and kolom.nama in hilang:
                    continue
                nilai[kolom.nama], terbaca = self._nilai(
                    lembar.nama, baris, nomor, isi.get(nomor) if nomor else None, kolom
                )
                utuh = utuh and terbaca
            if utuh:
                self.hasil[lembar.nama].append(rujukan.Baris(baris, skema_lembar.kelas(**nilai), nomor_per_nama))

    def _baca_kunci_nilai(self, lembar: LembarMentah) -> None:
        daftar = {kolom.nama: kolom for kolom in skema.LEMBAR_KUNCI_NILAI[lembar.nama]}
        kepala = self._baca_kepala(lembar, skema.KOLOM_KUNCI_NILAI) or {}
        nomor_per_nama = {nama: nomor for nomor, nama in kepala.items()}
        kolom_kunci, kolom_nilai = (nomor_per_nama.get(nama, 0) for nama in skema.KOLOM_KUNCI_NILAI)
        per_kunci = self.kunci_nilai[lembar.nama]
        kunci_sel = Kolom("kunci", JenisKolom.TEKS, "Nama kunci.", wajib=True)
        for baris, isi in sorted(lembar.baris.items()):
            if baris == 1 or not kepala or self.galat.penuh:
                continue
            kunci, terbaca = self._nilai(lembar.nama, baris, kolom_kunci or None, isi.get(kolom_kunci), kunci_sel)
            if not terbaca:
                continue
            kunci = kunci.strip()
            letak = alamat(baris, kolom_kunci)
            if kunci not in daftar:
                pesan = f"Kunci {kutip(kunci)} tidak dikenal."
                self._tambah(
                    lembar.nama, baris, "kunci", pesan, usul(kunci, daftar) if self.galat.masih_sedikit else "", letak
                )
            elif kunci in per_kunci:
                pesan = f"Kunci {kunci} ada dua kali, pada baris {per_kunci[kunci].baris} dan {baris}."
                self._tambah(lembar.nama, baris, "kunci", pesan, "Hapus salah satu.", letak)
            else:
                nilai, _ = self._nilai(lembar.nama, baris, kolom_nilai or None, isi.get(kolom_nilai), daftar[kunci])
                per_kunci[kunci] = rujukan.Kunci(nilai, baris, alamat(baris, kolom_nilai))
        for nama, kolom in daftar.items():
            if kolom.wajib and nama not in per_kunci:
                self._tambah(lembar.nama, None, "nilai", f"{lembar.nama}.{nama} wajib diisi.", kolom.penjelasan)


def usul(nama: str, dikenal: Iterable[str]) -> str:
    """`Mungkin maksudnya indikator.`, or the list of what is known."""
    daftar = tuple(dikenal)
    bentuk = "_".join(nama.casefold().split())
    dekat = difflib.get_close_matches(bentuk[:60], daftar, n=1, cutoff=0.6)
    return f"Mungkin maksudnya {dekat[0]}." if dekat else f"Yang dikenal: {', '.join(daftar)}."


def _susun(pembaca: _Pembaca) -> BukuKerja:
    """The bundles, from the bottom up."""
    instansi, pengaturan = pembaca.kunci_nilai["instansi"], pembaca.kunci_nilai["pengaturan"]

    def kunci(kelas: type, isi: Mapping[str, rujukan.Kunci]) -> dict[str, Any]:
        return {f.name: isi[f.name].nilai for f in fields(kelas) if f.name in isi and isi[f.name].nilai is not None}

    def daftar(rumah: Rumah) -> dict[str, Any]:
        return {
            lembar.tempat: tuple(baris.rekaman for baris in pembaca.hasil[lembar.nama])
            for lembar in skema.DAFTAR_LEMBAR
            if lembar.rumah is rumah
        }

    renstra = DataRenstra(
        Instansi(**kunci(Instansi, instansi)), Periode(**kunci(Periode, pengaturan)), **daftar(Rumah.RENSTRA)
    )
    metode = MetodePengukuran(**kunci(MetodePengukuran, pengaturan))
    kinerja = DataKinerja(renstra, metode, **daftar(Rumah.KINERJA))
    laporan = DataLaporan(
        IdentitasLaporan(**kunci(IdentitasLaporan, pengaturan)),
        daftar_tabel=tuple(sorted(pembaca.daftar_tabel, key=urutan_tabel)),
        **daftar(Rumah.LAPORAN),
    )
    anggaran = DataAnggaran(kinerja, **daftar(Rumah.ANGGARAN))
    return BukuKerja(DataInstansi(anggaran), laporan, **daftar(Rumah.BUKU))
