"""ANG: money and what it serves; what was spent and what came of it (pemeriksaan.md). Rupiah."""

from __future__ import annotations

from collections.abc import Container, Iterator
from decimal import Decimal

from anggaran.data import Anggaran, DataAnggaran
from anggaran.data import Tingkat as TingkatAnggaran
from anggaran.data_nomenklatur import tingkat_kode
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, jumlah
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, info, nama, peringatan, rp, tahunan, tulis
from lkjip.pemeriksaan.aturan.sebutan_baris import baris_disebut, gabung_baris
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Versi

_LEMBAR = "lembar anggaran, kolom sasaran"


def jumlah_sasaran(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-08. Silent where no row is linked at all: then LEN-12 and ANG-10 say it."""
    data = buku.data
    seluruh = hitung(data, "pagu")
    per_sasaran = [(s.kode, hitung(data, "pagu", s.kode).angka) for s in data.renstra.daftar_sasaran]
    ada = [(kode, nilai) for kode, nilai in per_sasaran if nilai is not None]
    total = jumlah(nilai for _, nilai in ada)
    if seluruh.angka is None or not ada or total == seluruh.angka:
        return
    yield peringatan(
        "ANG-08",
        f"Anggaran semua sasaran berjumlah {rp(total)}, sedangkan seluruh anggaran {rp(seluruh.angka)}; "
        f"selisihnya {rp(abs(seluruh.angka - total))} belum terkait pada sasaran mana pun.",
        letak=_LEMBAR,
        nilai=total,
        seharusnya=seluruh.angka,
        cara=" + ".join(f"{kode} {rp(nilai)}" for kode, nilai in ada),
        saran="Kaitkan setiap program, kegiatan, atau subkegiatan pada sasaran yang ditunjangnya.",
        halaman="anggaran_rencana",
    )


def program_tanpa_sasaran(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-09; one finding where no programme has a sasaran, for the remedy is one."""
    daftar = [a for a in buku.data.anggaran.daftar_anggaran if _program(a)]
    lepas = [a for a in daftar if not _terkait(buku, a)]
    if len(lepas) > 1 and len(lepas) == len(daftar):
        yield _tanpa_sasaran(buku, lepas, f"Semua program ({len(lepas)}) belum dikaitkan pada sasaran.")
        return
    for a in lepas:
        pagu = hitung(buku.data, "pagu", a.kode).angka
        senilai = f" dengan pagu {rp(pagu)}" if pagu is not None else ""
        pesan = f"Program {nama(a.kode, a.uraian)}{senilai} dan rinciannya belum dikaitkan pada satu sasaran pun."
        yield _tanpa_sasaran(buku, [a], pesan)


def _program(a: Anggaran) -> bool:
    return a.tingkat is TingkatAnggaran.PROGRAM or (
        a.tingkat is None and tingkat_kode(a.kode) is TingkatAnggaran.PROGRAM
    )


def _terkait(buku: BukuKerja, a: Anggaran) -> bool:
    anak = buku.data.anggaran.daftar_anak.get(a.kode, ())
    return bool(a.sasaran) or any(_terkait(buku, satu) for satu in anak)


def _tanpa_sasaran(buku: BukuKerja, lepas: list[Anggaran], pesan: str) -> Temuan:
    return peringatan(
        "ANG-09",
        pesan,
        letak=_LEMBAR,
        subjek=lepas[0].kode,
        cara="tidak ada isian sasaran pada baris program maupun di bawahnya: " + ", ".join(a.kode for a in lepas),
        saran="Pilih sasaran yang ditunjang program itu; program penunjang menunjang sasaran tata kelola.",
        halaman="anggaran_rencana",
    )


def sasaran_tanpa_anggaran(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-10; silent where the year has no budget rows at all."""
    terkait = {a.sasaran for a in buku.data.anggaran.daftar_anggaran}
    if not terkait:
        return
    for s in buku.data.renstra.daftar_sasaran:
        if s.kode not in terkait:
            yield peringatan(
                "ANG-10",
                f"Sasaran {nama(s.kode, s.uraian)} tidak mempunyai program, kegiatan, atau subkegiatan: "
                "anggarannya Rp0.",
                letak=_LEMBAR,
                subjek=s.kode,
                cara=f"tidak ada baris anggaran yang kolom sasarannya {s.kode}",
                saran="Kaitkan baris anggaran yang menunjang sasaran ini, atau jelaskan mengapa tidak ada.",
                halaman="anggaran_rencana",
            )


def pagu_perubahan_hilang(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-18."""
    data = buku.data
    diubah = any(p.tahun == data.tahun and p.versi is Versi.PERUBAHAN for p in data.renstra.daftar_perjanjian)
    if not diubah or not data.anggaran.daftar_anggaran or Versi.PERUBAHAN in data.anggaran.versi_pagu_terisi:
        return
    yield peringatan(
        "ANG-18",
        f"Perjanjian Kinerja tahun {data.tahun} punya versi perubahan, tetapi tidak satu pun dari "
        f"{len(data.anggaran.daftar_anggaran)} baris anggaran punya pagu perubahan.",
        letak="lembar anggaran, kolom pagu_perubahan",
        cara="lembar perjanjian memuat versi perubahan; kolom pagu_perubahan kosong semua",
        saran="Isi pagu perubahan menurut DPA perubahan; serapan dihitung terhadap pagu itu.",
        halaman="anggaran_rencana",
    )


def _terdalam(anggaran: DataAnggaran, kode: Container[str]) -> list[Anggaran]:
    """The rows of these kode that have none of them right below."""
    anak = anggaran.daftar_anak
    return [
        a for a in anggaran.daftar_anggaran if a.kode in kode and not any(b.kode in kode for b in anak.get(a.kode, ()))
    ]


def serapan_rendah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-25, of the deepest rows that are low; what is said of a row explains those above and below it too."""
    if not tahunan(buku):
        return
    serapan = {a.kode: hitung(buku.data, "serapan", a.kode).angka for a in buku.data.anggaran.daftar_anggaran}
    rendah = {kode: n for kode, n in serapan.items() if n is not None and n < ambang.serapan_rendah}
    if not rendah:
        return
    disebut = baris_disebut(buku)
    daftar = [
        a
        for a in _terdalam(buku.data.anggaran, rendah)
        if a.kode not in disebut and not (a.induk in rendah and a.induk in disebut)
    ]
    for induk, kelompok in gabung_baris(daftar):
        isi = "; ".join(f"{nama(a.kode, a.uraian)} {tulis(bulat(rendah[a.kode], 2))}%" for a in kelompok)
        yield peringatan(
            "ANG-25",
            f"Serapan di bawah {tulis(ambang.serapan_rendah)}% tanpa penjelasan dalam naskah: {isi}.",
            letak="lembar realisasi_anggaran dan narasi",
            subjek=kelompok[0].kode if len(kelompok) == 1 else induk,
            butir="" if len(kelompok) == 1 else "rincian",
            nilai=rendah[kelompok[0].kode] if len(kelompok) == 1 else "",
            seharusnya=f"paling sedikit {tulis(ambang.serapan_rendah)}",
            cara="realisasi / pagu × 100",
            saran="Tulis pada bagian realisasi anggaran, dengan menyebut nama barisnya, mengapa serapannya rendah.",
            halaman="naskah_ruas",
            argumen=("bab3.anggaran",),
        )


def terserap_tidak_tercapai(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-26, of the year."""
    for s in buku.data.renstra.daftar_sasaran if tahunan(buku) else ():
        serapan, capaian = hitung(buku.data, "serapan", s.kode), hitung(buku.data, "rata_rata_sasaran", s.kode)
        if serapan.angka is None or capaian.angka is None:
            continue
        if serapan.angka >= ambang.serapan_tinggi and capaian.angka < SERATUS:
            yield peringatan(
                "ANG-26",
                f"Anggaran sasaran {nama(s.kode, s.uraian)} terserap {tulis(bulat(serapan.angka, 2))}%, sedangkan "
                f"rata-rata capaian indikatornya hanya {tulis(bulat(capaian.angka, 2))}%.",
                letak="lembar kinerja_triwulan dan realisasi_anggaran",
                subjek=s.kode,
                nilai=capaian.angka,
                seharusnya=f"100 atau lebih pada serapan {tulis(ambang.serapan_tinggi)}% ke atas",
                cara=f"{capaian.cara}; {serapan.cara}",
                saran="Jelaskan pada analisis mengapa uangnya terpakai tetapi targetnya belum tercapai, dan apa "
                "perbaikannya.",
                halaman="lembar",
                argumen=("analisis",),
            )


def serapan_tidak_sebanding(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-27: little money and full output, or money gone and output far behind."""
    anak = buku.data.anggaran.daftar_anak
    for a in buku.data.anggaran.daftar_anggaran if tahunan(buku) else ():
        if a.tingkat is not TingkatAnggaran.SUBKEGIATAN and (a.tingkat is not None or anak.get(a.kode)):
            continue
        serapan = hitung(buku.data, "serapan", a.kode)
        for sebutan, capaian in _capaian_keluaran(buku, a) if serapan.angka is not None else ():
            s = serapan.angka or Decimal(0)
            hemat = s < ambang.serapan_subkegiatan and capaian >= SERATUS
            if hemat or s - capaian > ambang.selisih_serapan:
                yield info(
                    "ANG-27",
                    f"Serapan {nama(a.kode, a.uraian)} {tulis(bulat(s, 2))}%, sedangkan capaian {sebutan} "
                    f"{tulis(bulat(capaian, 2))}%.",
                    letak="lembar realisasi_anggaran dan kinerja_triwulan",
                    subjek=a.kode,
                    butir=sebutan,
                    nilai=s,
                    seharusnya=f"selisih paling banyak {tulis(ambang.selisih_serapan)} poin",
                    cara=serapan.cara,
                    saran="Periksa realisasi anggaran dan realisasi keluarannya; jelaskan bila keduanya benar.",
                    halaman="isi_anggaran",
                    argumen=(4,),
                )
                break


def _capaian_keluaran(buku: BukuKerja, a: Anggaran) -> Iterator[tuple[str, Decimal]]:
    """(what, capaian) of the row's own outputs, else what the agency states of it on the sheet `penunjang`."""
    terukur = False
    for i in buku.data.renstra.daftar_indikator_per_induk.get(a.kode, ()):
        hasil = hitung(buku.data, "capaian", i.kode)
        c = hasil.tanpa_batas if hasil.tanpa_batas is not None else hasil.angka
        if c is not None:
            terukur = True
            yield f"keluarannya, {nama(i.kode, i.uraian)},", c
    for p in buku.data.anggaran.daftar_penunjang if not terukur else ():
        if p.anggaran == a.kode and p.capaian is not None:
            yield "keluarannya", p.capaian


def simpangan_kas(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-29, of the deepest rows that went astray; all quarters of a row together."""
    data = buku.data
    per_baris: dict[str, list[str]] = {}
    for a in data.anggaran.daftar_anggaran:
        for t in DAFTAR_TRIWULAN:
            r = data.anggaran.realisasi_per_triwulan.get((a.kode, data.tahun, t))
            if r is None or not r.rencana or r.realisasi is None:
                continue
            beda = hitung(data, "persen_deviasi_kas", a.kode, triwulan=t).angka
            if beda is not None and (beda := abs(beda)) > ambang.simpangan_kas:
                per_baris.setdefault(a.kode, []).append(
                    f"{nama_triwulan(t)} {rp(r.realisasi)} dari rencana {rp(r.rencana)} ({tulis(bulat(beda, 2))}%)"
                )
    for induk, kelompok in gabung_baris(_terdalam(data.anggaran, per_baris)):
        isi = "; ".join(f"{nama(a.kode, a.uraian)} {', '.join(per_baris[a.kode])}" for a in kelompok)
        yield info(
            "ANG-29",
            f"Realisasi menyimpang lebih dari {tulis(ambang.simpangan_kas)}% dari anggaran kas: {isi}.",
            letak="lembar realisasi_anggaran, kolom rencana",
            subjek=kelompok[0].kode if len(kelompok) == 1 else induk,
            butir="" if len(kelompok) == 1 else "rincian",
            cara="|realisasi − rencana| / rencana × 100, kumulatif sejak Januari",
            saran="Jelaskan penyebabnya, atau ajukan perubahan anggaran kas.",
            halaman="isi_anggaran",
            argumen=(4,),
        )


DAFTAR = (
    Aturan("ANG-08", Tingkat.PERINGATAN, "Jumlah per sasaran tidak sama dengan total", jumlah_sasaran),
    Aturan("ANG-09", Tingkat.PERINGATAN, "Program tanpa sasaran", program_tanpa_sasaran),
    Aturan("ANG-10", Tingkat.PERINGATAN, "Sasaran tanpa anggaran", sasaran_tanpa_anggaran),
    Aturan("ANG-18", Tingkat.PERINGATAN, "Pagu perubahan hilang", pagu_perubahan_hilang),
    Aturan("ANG-25", Tingkat.PERINGATAN, "Serapan rendah tanpa penjelasan", serapan_rendah),
    Aturan("ANG-26", Tingkat.PERINGATAN, "Anggaran terserap, kinerja tidak tercapai", terserap_tidak_tercapai),
    Aturan("ANG-27", Tingkat.INFO, "Serapan tinggi tidak wajar terhadap capaian sub kegiatan", serapan_tidak_sebanding),
    Aturan("ANG-29", Tingkat.INFO, "Penyimpangan anggaran kas", simpangan_kas),
)
