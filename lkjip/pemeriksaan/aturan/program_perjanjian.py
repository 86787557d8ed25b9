"""KON-23: programmes in the annex of the Perjanjian Kinerja against the budget (pemeriksaan.md). Rupiah."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from anggaran.data import Tingkat as TingkatAnggaran
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.tulisan_angka import tulis_uang
from lkjip.data import BukuKerja
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import kata_nama, tanpa_nomor
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, Aturan, galat
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import KelasKlaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim
from renstra.data import Versi

_PK = re.compile(r"perjanjian kinerja|\bpk\b", re.IGNORECASE)
_JUMLAH = ("jumlah", "total")
_PENGUKURAN = frozenset({"realisasi", "capaian", "serapan", "jumlah_realisasi"})
_SARAN = "Samakan program dan anggaran pada lampiran Perjanjian Kinerja dengan DPA pada versi yang sama."


def _versi(teks: str) -> Versi | None:
    """The version that a title names; None: the one in force."""
    rendah = teks.casefold()
    return Versi.PERUBAHAN if "perubahan" in rendah else Versi.MURNI if "murni" in rendah else None


def _program(buku: BukuKerja, versi: Versi | None) -> dict[tuple[str, ...], tuple[str, Decimal | None]]:
    """Name (as compared) → (as written, pagu) of the programmes; rows of one name in several units are one."""
    hasil: dict[tuple[str, ...], tuple[str, Decimal | None]] = {}
    for a in buku.data.anggaran.daftar_anggaran:
        if a.tingkat is not TingkatAnggaran.PROGRAM:
            continue
        pagu = hitung(buku.data, "pagu", a.kode, versi=versi.value if versi else None).angka
        kunci = _kunci(a.uraian)
        _, ada = hasil.get(kunci, (a.uraian, None))
        hasil[kunci] = (a.uraian, pagu if ada is None else ada + (pagu or 0))
    return hasil


def _kunci(uraian: str) -> tuple[str, ...]:
    kata = kata_nama(tanpa_nomor(uraian))
    return kata[1:] if kata[:1] == ("program",) else kata


def program_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-23 in free tables: one finding a table, with all that differs in it."""
    for tabel in bacaan.buku.laporan.daftar_tabel:
        if not (_PK.search(tabel.judul) or tabel.bagian.startswith(("bab2.perjanjian", "lampiran.perjanjian"))):
            continue
        nama, uang = _kolom(tabel, ("program",)), _kolom(tabel, ("anggaran", "pagu", "jumlah", "rp"))
        daftar = _program(bacaan.buku, _versi(tabel.judul))
        if nama is None or uang is None or nama == uang or not daftar:
            continue
        beda = list(_beda(tabel, nama, uang, daftar))
        if beda:
            yield _temuan(tabel, beda)


def _kolom(tabel: TabelBebas, kata: Sequence[str]) -> int | None:
    return next(
        (n for n, k in enumerate(tabel.kepala) if any(re.search(rf"\b{s}\b", k.casefold()) for s in kata)), None
    )


def _sel(baris: tuple[SelBebas, ...], nomor: int) -> SelBebas:
    return baris[nomor] if nomor < len(baris) else None


def _beda(
    tabel: TabelBebas, nama: int, uang: int, daftar: dict[tuple[str, ...], tuple[str, Decimal | None]]
) -> Iterator[str]:
    """What the table says otherwise than the budget, each in a clause."""
    tercetak: set[tuple[str, ...]] = set()
    for baris in tabel.baris:
        isi, nilai = _sel(baris, nama), _sel(baris, uang)
        label = next((s for s in baris if isinstance(s, str) and s.strip()), "")
        if label.casefold().strip().startswith(_JUMLAH):
            seluruh = jumlah(pagu for _, pagu in daftar.values() if pagu is not None)
            if isinstance(nilai, Decimal) and nilai != seluruh:
                yield f"jumlahnya Rp{tulis_uang(nilai)}, dalam DPA Rp{tulis_uang(seluruh)}"
            continue
        if not isinstance(isi, str) or not isi.strip():
            continue
        kunci = _kunci(isi)
        tercetak.add(kunci)
        if kunci not in daftar:
            yield f"“{isi.strip()}” tidak ada di antara program DPA"
            continue
        pagu = daftar[kunci][1]
        if isinstance(nilai, Decimal) and pagu is not None and nilai != pagu:
            yield f"“{isi.strip()}” Rp{tulis_uang(nilai)}, dalam DPA Rp{tulis_uang(pagu)}"
    yield from (f"program DPA “{uraian}” tidak tercantum" for k, (uraian, _) in daftar.items() if k not in tercetak)


def _temuan(tabel: TabelBebas, beda: Sequence[str]) -> Temuan:
    return galat(
        "KON-23",
        f"Program pada tabel “{tabel.judul or tabel.nama}” tidak sama dengan DPA: {'; '.join(beda[:5])}"
        f"{f'; dan {len(beda) - 5} perbedaan lain' if len(beda) > 5 else ''}.",
        letak=f"lembar {tabel.nama}",
        subjek=tabel.nama,
        nilai="; ".join(beda),
        seharusnya="program dan pagu lembar anggaran, tingkat program",
        saran=_SARAN,
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
    )


def program_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """KON-23 of an earlier report: money printed in the annex of its PK. That is a place that says so, or a table of
    targets of this year only that measures nothing.
    """
    per_tabel: dict[str, list[HasilKlaim]] = defaultdict(list)
    for h in daftar:
        per_tabel[h.klaim.rujukan.split(",", 1)[0].strip()].append(h)
    for tempat, isi in per_tabel.items():
        if not any(_PK.search(h.klaim.rujukan) for h in isi) and not _tabel_pk(buku, isi):
            continue
        salah = [h for h in isi if h.klaim.besaran == "jumlah_pagu" and h.kelas is KelasKlaim.TIDAK_SESUAI
                 and h.klaim.nilai is not None and h.hasil.angka is not None]  # fmt: skip
        if salah:
            yield _salah_cetak(tempat, salah)


def _tabel_pk(buku: BukuKerja, isi: Sequence[HasilKlaim]) -> bool:
    tahun = {h.klaim.tahun or buku.data.tahun for h in isi if h.klaim.besaran == "selisih_target"}
    return tahun == {buku.data.tahun} and not any(h.klaim.besaran in _PENGUKURAN for h in isi)


def _salah_cetak(tempat: str, salah: Sequence[HasilKlaim]) -> Temuan:
    beda = [f"{h.klaim.subjek or 'jumlah'} Rp{tulis_uang(h.klaim.nilai or Decimal(0))}, dalam DPA "
            f"Rp{tulis_uang(h.hasil.angka or Decimal(0))}" for h in salah]  # fmt: skip
    return galat(
        "KON-23",
        f"Anggaran program pada {tempat} (Perjanjian Kinerja) tidak sama dengan DPA: {'; '.join(beda)}.",
        letak="; ".join(h.klaim.rujukan for h in salah),
        subjek=salah[0].klaim.subjek if len(salah) == 1 else "",
        butir=tempat,
        nilai="; ".join(f"{h.klaim.nilai:f}" for h in salah),
        seharusnya="; ".join(f"{h.hasil.angka:f}" for h in salah),
        cara="; ".join(h.hasil.cara for h in salah),
        saran=_SARAN,
        **TEMPAT_KLAIM,
    )


DAFTAR = (
    Aturan("KON-23", Tingkat.GALAT, "Program PK tidak sama dengan DPA", periksa_teks=program_berbeda,
           periksa_klaim=program_tercetak),
)  # fmt: skip
