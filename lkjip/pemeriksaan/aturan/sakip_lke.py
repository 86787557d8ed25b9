"""SAK: sub-components of the evaluation, their weights and scores (PermenPANRB 88/2021; pemeriksaan.md).

The sheets hold answers and no weights; those stand in free tables that a report copies from its LKE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kinerja.besaran_sakip import skema_tahun
from kinerja.data import SkemaSakip
from kinerja.rumus.predikat import kata_baku
from kinerja.rumus.sakip import (
    BAGIAN_SUBKOMPONEN,
    BOBOT_KOMPONEN,
    DAFTAR_KOMPONEN_88,
    DAFTAR_SUBKOMPONEN,
    KOMPONEN_PER_NOMOR,
    NILAI_JAWABAN,
)
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, info, sedekat_cetak, tulis
from lkjip.pemeriksaan.bacaan_tabel import bilangan_sel, dibaca
from lkjip.pemeriksaan.data import Temuan, Tingkat

_BAGIAN = {f"{nama}": porsi for nama, porsi in BAGIAN_SUBKOMPONEN.values()}
_NAMA_BAGIAN = re.compile(rf"\b({'|'.join(_BAGIAN)})\b")
_PORSI_JAWABAN = tuple(sorted({n / SERATUS for n in NILAI_JAWABAN.values()}))
_TULISAN_PORSI = "; ".join(tulis(p) for p in _PORSI_JAWABAN)


@dataclass(frozen=True)
class _BarisLke:
    """A sub-component as a free table prints it; `bobot_induk`: the weight of the component that it stands under."""

    tabel: TabelBebas
    nomor: int
    nama: str
    bagian: str
    bobot: Decimal | None
    nilai: Decimal | None
    bobot_induk: Decimal | None


def bobot_subkomponen_salah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-06: 20, 30 and 50 % of the component."""
    for b in _daftar_baris(buku):
        if b.bobot is None or b.bobot_induk is None or (seharusnya := b.bobot_induk * _BAGIAN[b.bagian]) == b.bobot:
            continue
        porsi = _BAGIAN[b.bagian]
        if b.bobot in (porsi, porsi * SERATUS):  # printed as a share of the component
            continue
        yield galat(
            "SAK-06", f"Bobot subkomponen “{b.nama}” tertulis {tulis(b.bobot)}, seharusnya {tulis(seharusnya)} "
            f"({tulis(porsi * SERATUS)}% dari {tulis(b.bobot_induk)}).",
            letak=f"lembar {b.tabel.nama}, baris {b.nomor}", subjek=b.tabel.nama, butir=str(b.nomor),
            bagian=b.tabel.bagian, nilai=b.bobot, seharusnya=seharusnya,
            cara=f"{tulis(b.bobot_induk)} × {tulis(porsi * SERATUS)}%", saran="Betulkan bobotnya menurut LKE.",
            halaman="ubah_tabel_bebas", argumen=(b.tabel.nama,),
        )  # fmt: skip


def nilai_bukan_kelipatan(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """SAK-07: a score that no answer gives: in a table of the LKE, or of a component whose answers are all given."""
    for b in _daftar_baris(buku):
        if b.nilai is None or not b.bobot or any(sedekat_cetak(b.bobot * p, b.nilai) for p in _PORSI_JAWABAN):
            continue
        yield info(
            "SAK-07", f"Nilai subkomponen “{b.nama}” tertulis {tulis(b.nilai)} dari bobot {tulis(b.bobot)}, "
            f"yaitu {tulis(b.nilai / b.bobot)}; tidak ada jawaban yang bernilai demikian.",
            letak=f"lembar {b.tabel.nama}, baris {b.nomor}", subjek=b.tabel.nama, butir=str(b.nomor),
            bagian=b.tabel.bagian, nilai=b.nilai, seharusnya=f"bobot × salah satu dari {_TULISAN_PORSI}",
            saran="Cocokkan jawaban dan nilainya dengan LKE.", halaman="ubah_tabel_bebas", argumen=(b.tabel.nama,),
        )  # fmt: skip
    yield from _komponen_lain_dari_jawaban(buku)


def _komponen_lain_dari_jawaban(buku: BukuKerja) -> Iterator[Temuan]:
    kinerja = buku.data.kinerja
    for tahun, daftar in kinerja.daftar_sakip_per_tahun.items():
        terjawab = {kode for kode, b in kinerja.lke_per_tahun.get(tahun, {}).items() if b.jawaban is not None}
        if not terjawab or skema_tahun(kinerja, tahun) is not SkemaSakip.PERMENPAN88_2021:
            continue
        for s in daftar:
            nomor = next((n for n, (k, _) in KOMPONEN_PER_NOMOR.items() if kata_baku(k) == kata_baku(s.komponen)), "")
            lengkap = nomor and {k for k in DAFTAR_SUBKOMPONEN if k.startswith(f"{nomor}.")} <= terjawab
            hasil = hitung(buku.data, "nilai_komponen", s.komponen, tahun=tahun)
            if not lengkap or s.nilai is None or hasil.angka is None or sedekat_cetak(hasil.angka, s.nilai):
                continue
            yield info(
                "SAK-07", f"Nilai {s.komponen} {tahun} tercatat {tulis(s.nilai)}, sedangkan jawaban LKE-nya memberi "
                f"{tulis(hasil.angka)}.",
                letak=f"lembar sakip dan lke, tahun {tahun}", subjek=s.komponen, butir=str(tahun), nilai=s.nilai,
                seharusnya=hasil.angka, cara=hasil.cara,
                saran="Cocokkan nilai komponen dan jawaban subkomponennya dengan LHE.", halaman="lembar",
                argumen=("sakip",),
            )  # fmt: skip


def _daftar_baris(buku: BukuKerja) -> Iterator[_BarisLke]:
    """Rows on keberadaan, kualitas and pemanfaatan in tables with a column of weights, under their component."""
    for t in map(dibaca, buku.laporan.daftar_tabel):
        kepala = [k.casefold() for k in t.kepala]
        kolom_bobot = _kolom(kepala, "bobot")
        if kolom_bobot is None:
            continue
        kolom_nilai, induk = _kolom(kepala, "nilai", "skor"), None
        for nomor, baris in enumerate(t.baris, 3):
            teks = next((s.strip() for s in baris if isinstance(s, str) and len(s.strip()) > 3), "")
            bobot = bilangan_sel(baris, kolom_bobot)
            komponen = next((k for k in DAFTAR_KOMPONEN_88 if kata_baku(k) in kata_baku(teks)), "")
            bagian = _NAMA_BAGIAN.search(teks.casefold())
            if bagian is None:
                induk = bobot if komponen else None if teks else induk
            else:
                sendiri = Decimal(BOBOT_KOMPONEN[SkemaSakip.PERMENPAN88_2021][komponen]) if komponen else induk
                yield _BarisLke(t, nomor, teks, bagian[1], bobot, bilangan_sel(baris, kolom_nilai), sendiri)


def _kolom(kepala: list[str], *dicari: str) -> int | None:
    """The only column with such a heading; None where there are several, as with two years side by side."""
    cocok = [n for n, k in enumerate(kepala) if any(satu in k for satu in dicari) and "bobot nilai" not in k]
    return cocok[0] if len(cocok) == 1 else None


DAFTAR = (
    Aturan("SAK-06", Tingkat.GALAT, "Subkomponen tidak 20/30/50", bobot_subkomponen_salah),
    Aturan("SAK-07", Tingkat.INFO, "Nilai subkomponen bukan kelipatan jawaban", nilai_bukan_kelipatan),
)
