"""Charts as data: which figures, in which series. A chart whose figures are all absent is not made."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from anggaran.data import Anggaran, Tingkat
from kinerja.besaran_sakip import daftar_komponen_sakip
from kinerja.data import SkemaSakip
from lkjip.dasar.hasil import Hasil, belum_waktunya
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.kalimat import banyak, bersih, deret_kata, nama_rapi, sebaris
from lkjip.laporan.compose.konteks import SERATUS, Konteks
from lkjip.laporan.compose.sel import slug
from lkjip.laporan.isi import DataGrafik, Deret, GayaDeret, Grafik, JenisGrafik, Sebaris
from renstra.data import Indikator

_BATANG_PER_BAGAN = 10  # two such charts stand on one page
NAMA_SKEMA = {
    SkemaSakip.PERMENPAN12_2015: "PermenPANRB Nomor 12 Tahun 2015",
    SkemaSakip.PERMENPAN88_2021: "PermenPANRB Nomor 88 Tahun 2021",
}


def potong(daftar: Sequence[Indikator], ukuran: int = _BATANG_PER_BAGAN) -> list[Sequence[Indikator]]:
    return [daftar[awal : awal + ukuran] for awal in range(0, len(daftar), ukuran)]


def bagan_capaian(ktx: Konteks, kunci: str, judul: str, daftar: Sequence[Indikator]) -> list[Grafik]:
    """Capaian per indicator against 100 %; long lists are split over several charts."""
    terukur = [i for i in daftar if ktx.hitung("capaian", i.kode).angka is not None]
    bagian = potong(terukur)
    return [
        Grafik(
            kunci=f"{kunci}-{nomor}" if nomor > 1 else kunci,
            judul=judul if len(bagian) == 1 else f"{judul} (bagian {nomor})",
            data=DataGrafik(
                JenisGrafik.BATANG_MENDATAR,
                tuple(ktx.nama_indikator(i) for i in pilihan),
                (Deret("Capaian", tuple(ktx.hitung("capaian", i.kode) for i in pilihan)),),
                "%",
                SERATUS,
                "Target 100%",
                ktx.desimal,
            ),
            alt="Capaian tiap indikator dalam persen: "
            + "; ".join(
                f"{ktx.nama_indikator(i)} {_tulis(ktx.hitung('capaian', i.kode), ktx.desimal)}" for i in pilihan
            ),
        )
        for nomor, pilihan in enumerate(bagian, 1)
    ]


def bagan_tahun(ktx: Konteks, indikator: Indikator) -> list[Grafik]:
    """Realisasi of the years known as a line, targets dashed to the end of the Renstra."""
    tahun = sorted({*ktx.tahun_riwayat(indikator.kode), ktx.tahun, *ktx.tahun_renstra})
    realisasi = {t: ktx.hitung("realisasi", indikator.kode, tahun=t) for t in tahun if t <= ktx.tahun}
    target = {t: ktx.hitung("selisih_target", indikator.kode, tahun=t) for t in tahun}
    tahun = [t for t in tahun if target[t].angka is not None or (t in realisasi and realisasi[t].angka is not None)]
    if len(tahun) < 2 or not any(r.angka is not None for r in realisasi.values()):
        return []
    tanpa = belum_waktunya("Tahun ini berada sesudah tahun laporan")
    alt = "; ".join(
        f"{t}: target {_tulis(target[t])}, realisasi {_tulis(realisasi[t]) if t in realisasi else 'belum waktunya'}"
        for t in tahun
    )
    return [
        Grafik(
            f"grafik-tahun-{slug(indikator.kode)}",
            f"Perkembangan {ktx.nama_indikator(indikator)}",
            DataGrafik(
                JenisGrafik.GARIS,
                tuple(str(t) for t in tahun),
                (
                    Deret("Realisasi", tuple(realisasi.get(t, tanpa) for t in tahun)),
                    Deret("Target", tuple(target[t] for t in tahun), GayaDeret.TARGET),
                ),
                indikator.satuan,
            ),
            f"Target dan realisasi per tahun. {alt}",
        )
    ]


def bagan_serapan(ktx: Konteks, triwulan: int | None = None) -> list[Grafik]:
    """Absorption per program; where there is only one, per row below it."""
    baris = ktx.program
    if len(baris) == 1:
        baris = ktx.anggaran.daftar_anak.get(baris[0].kode, ()) or baris
    pilihan = [b for b in baris if ktx.hitung("serapan", b.kode, triwulan=triwulan).angka is not None][:20]
    if not pilihan:
        return []
    tingkat = "Program" if pilihan[0] in ktx.program else "Kegiatan"
    nama = [nama_anggaran(ktx, b.kode) for b in pilihan]
    serapan = [ktx.hitung("serapan", b.kode, triwulan=triwulan) for b in pilihan]
    return [
        Grafik(
            "grafik-serapan",
            f"Serapan Anggaran per {tingkat}",
            DataGrafik(
                JenisGrafik.BATANG_MENDATAR,
                tuple(nama),
                (Deret("Serapan", tuple(serapan)),),
                "%",
                SERATUS,
                "Pagu 100%",
                ktx.desimal,
            ),
            "Serapan anggaran dalam persen pagu: "
            + "; ".join(f"{n} {_tulis(s, ktx.desimal)}" for n, s in zip(nama, serapan, strict=True)),
        )
    ]


def nama_anggaran(ktx: Konteks, kode: str) -> str:
    """Name of a budget row; the unit is added where another row of the same level bears the same name."""
    baris = ktx.anggaran.anggaran_per_kode[kode]
    nama = nama_rapi(baris.uraian, baris.kode)
    kembar = ktx.unit_per_nama[baris.tingkat, nama]
    unit = ktx.singkatan if bersih(baris.unit) == ktx.nama else baris.unit.strip()
    return f"{nama} ({unit})" if len(kembar) > 1 and unit else nama


def sebutan_tingkat(daftar: Sequence[Anggaran]) -> str:
    """`kegiatan` where all rows are of that level, else `rincian anggaran`."""
    tingkat = {a.tingkat for a in daftar}
    satu = tingkat.pop() if len(tingkat) == 1 else None
    return satu.value if satu else "rincian anggaran"


def hitung_tingkat(daftar: Sequence[Anggaran]) -> tuple[Sebaris, ...]:
    """`1 (satu) program dan 3 (tiga) kegiatan`; rows without a level are counted together."""
    if not daftar or any(a.tingkat is None for a in daftar):
        return sebaris(banyak(len(daftar), "rincian anggaran"))
    jumlah = [(t.value, sum(a.tingkat is t for a in daftar)) for t in Tingkat]
    return deret_kata([banyak(n, nama) for nama, n in jumlah if n])


def bagan_sakip(ktx: Konteks, tahun: int) -> list[Grafik]:
    """Score of each SAKIP component against its weight."""
    nama = daftar_komponen_sakip(ktx.kinerja, tahun)
    nilai = [ktx.hitung("nilai_komponen", n, tahun=tahun) for n in nama]
    bobot = [ktx.hitung("bobot_komponen", n, tahun=tahun) for n in nama]
    if not any(n.angka is not None for n in nilai):
        return []
    return [
        Grafik(
            f"grafik-sakip-{tahun}",
            f"Nilai Komponen SAKIP Tahun {tahun} terhadap Bobotnya",
            DataGrafik(
                JenisGrafik.BATANG_BERTUMPUK,
                tuple(nama),
                (Deret("Nilai", tuple(nilai)), Deret("Bobot", tuple(bobot), GayaDeret.TARGET)),
                "poin",
            ),
            "Nilai komponen SAKIP: "
            + "; ".join(f"{n} {_tulis(v)} dari {_tulis(b)}" for n, v, b in zip(nama, nilai, bobot, strict=True)),
        )
    ]


def _tulis(hasil: Hasil, desimal: int | None = None) -> str:
    nilai: Decimal | None = hasil.angka
    return "tidak ada angka" if nilai is None else tulis_angka(nilai, desimal)
