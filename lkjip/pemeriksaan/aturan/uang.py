"""ANG: sums of money and what may not exceed what (pemeriksaan.md). Rupiah."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.hitungan import jumlah
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, nama, rp
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Versi

_AKHIR = 4  # the quarter at whose end the year is over


def _berbeda(sendiri: Hasil, anak: Hasil) -> tuple[Decimal, Decimal] | None:
    """Both figures where they are known and differ: money is exact to the sen."""
    if sendiri.angka is None or anak.angka is None or sendiri.angka == anak.angka:
        return None
    return sendiri.angka, anak.angka


def jumlah_pagu_anak(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-01, for each version of which the budget holds a pagu."""
    data = buku.data
    for a in data.anggaran.daftar_anggaran:
        for versi in Versi if data.anggaran.daftar_anak.get(a.kode) else ():
            if versi not in data.anggaran.versi_pagu_terisi:
                continue
            anak = hitung(data, "jumlah_pagu", a.kode, versi=versi.value)
            if beda := _berbeda(hitung(data, "pagu", a.kode, versi=versi.value), anak):
                yield galat(
                    "ANG-01",
                    f"Pagu {versi.value} {nama(a.kode, a.uraian)} tercatat {rp(beda[0])}, "
                    f"sedangkan jumlah rinciannya {rp(beda[1])}.",
                    letak=f"lembar anggaran, kolom pagu_{versi.value}",
                    subjek=a.kode,
                    butir=versi.value,
                    nilai=beda[0],
                    seharusnya=beda[1],
                    cara=anak.cara,
                    saran="Perbaiki pagu baris ini atau rinciannya menurut DPA.",
                    halaman="anggaran_rencana",
                )


def jumlah_realisasi_anak(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-02, quarter by quarter."""
    data = buku.data
    for a in data.anggaran.daftar_anggaran:
        for triwulan in DAFTAR_TRIWULAN if data.anggaran.daftar_anak.get(a.kode) else ():
            anak = hitung(data, "jumlah_realisasi", a.kode, triwulan=triwulan)
            if beda := _berbeda(hitung(data, "realisasi_anggaran", a.kode, triwulan=triwulan), anak):
                yield galat(
                    "ANG-02",
                    f"Realisasi {nama(a.kode, a.uraian)} s.d. {nama_triwulan(triwulan)} tercatat {rp(beda[0])}, "
                    f"sedangkan jumlah rinciannya {rp(beda[1])}.",
                    letak=f"lembar realisasi_anggaran, {nama_triwulan(triwulan)}",
                    subjek=a.kode,
                    butir=f"TW{triwulan}",
                    nilai=beda[0],
                    seharusnya=beda[1],
                    cara=anak.cara,
                    saran="Perbaiki realisasi baris ini atau rinciannya menurut laporan realisasi.",
                    halaman="isi_anggaran",
                    argumen=(triwulan,),
                )


def realisasi_melebihi_pagu(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-04, of the quarter that has most and the pagu in force; where a row below it does so, of that row alone."""
    data = buku.data
    terbesar: dict[str, tuple[Decimal, int]] = {}
    for r in data.anggaran.daftar_realisasi_anggaran:
        if r.tahun == data.tahun and r.realisasi is not None and r.realisasi >= terbesar.get(r.kode, (r.realisasi,))[0]:
            terbesar[r.kode] = r.realisasi, r.triwulan
    uang = {a.kode: [hitung(data, "pagu", a.kode),
                     hitung(data, "realisasi_anggaran", a.kode, triwulan=terbesar.get(a.kode, (None, None))[1])]
            for a in data.anggaran.daftar_anggaran}  # fmt: skip
    lebih = {k for k, (p, r) in uang.items() if p.angka is not None and r.angka is not None and r.angka > p.angka}
    for a in data.anggaran.daftar_anggaran:
        pagu, realisasi = uang[a.kode]
        sebabnya = any(anak.kode in lebih for anak in data.anggaran.daftar_anak.get(a.kode, ()))
        if a.kode not in lebih or sebabnya or pagu.angka is None or realisasi.angka is None:
            continue
        triwulan = terbesar.get(a.kode, (None, _AKHIR))[1]
        sampai = f" s.d. {nama_triwulan(triwulan)}" if triwulan != _AKHIR else ""
        yield galat(
            "ANG-04",
            f"Realisasi {nama(a.kode, a.uraian)}{sampai} {rp(realisasi.angka)} melebihi pagunya {rp(pagu.angka)}.",
            letak=f"lembar realisasi_anggaran{f', {nama_triwulan(triwulan)}' if triwulan != _AKHIR else ''}",
            subjek=a.kode,
            nilai=realisasi.angka,
            seharusnya=f"paling banyak {rp(pagu.angka)}",
            cara=f"{realisasi.cara}; {pagu.cara}",
            saran="Periksa realisasinya, atau isi pagu perubahannya.",
            halaman="isi_anggaran",
            argumen=(triwulan,),
        )


def belanja_tidak_berjumlah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-11: a row of belanja against the sum of its children, pagu and realisasi."""
    data = buku.data
    bukan = {*data.anggaran.anggaran_per_kode, *data.renstra.sasaran_per_kode}
    for b in data.anggaran.daftar_belanja:
        if b.kode in bukan or not data.anggaran.daftar_anak_belanja.get((b.kode, b.tahun)):
            continue
        for sendiri, anak, sebutan in (
            ("pagu", "jumlah_pagu", "Pagu"),
            ("realisasi_anggaran", "jumlah_realisasi", "Realisasi"),
        ):
            jumlah = hitung(data, anak, b.kode, tahun=b.tahun)
            if beda := _berbeda(hitung(data, sendiri, b.kode, tahun=b.tahun), jumlah):
                yield galat(
                    "ANG-11",
                    f"{sebutan} belanja {nama(b.kode, b.uraian)} {b.tahun or data.tahun} tercatat {rp(beda[0])}, "
                    f"sedangkan jumlah jenisnya {rp(beda[1])}.",
                    letak="lembar belanja",
                    subjek=b.kode,
                    butir=f"{sebutan.lower()} {b.tahun or data.tahun}",
                    nilai=beda[0],
                    seharusnya=beda[1],
                    cara=jumlah.cara,
                    saran="Perbaiki baris ini atau rinciannya menurut laporan realisasi anggaran.",
                    halaman="belanja_rencana",
                )


def belanja_murni_tidak_berjumlah(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-11 of the first pagu, where the parent and all of its children have one."""
    data = buku.data
    for b in data.anggaran.daftar_belanja:
        anak = data.anggaran.daftar_anak_belanja.get((b.kode, b.tahun), ())
        murni = [a.pagu_murni for a in anak if a.pagu_murni is not None]
        if b.pagu_murni is None or not anak or len(murni) < len(anak) or jumlah(murni) == b.pagu_murni:
            continue
        yield galat(
            "ANG-11",
            f"Pagu murni belanja {nama(b.kode, b.uraian)} {b.tahun or data.tahun} tercatat {rp(b.pagu_murni)}, "
            f"sedangkan jumlah jenisnya {rp(jumlah(murni))}.",
            letak="lembar belanja, kolom pagu_murni",
            subjek=b.kode,
            butir=f"pagu murni {b.tahun or data.tahun}",
            nilai=b.pagu_murni,
            seharusnya=jumlah(murni),
            cara=" + ".join(rp(n) for n in murni),
            saran="Perbaiki baris ini atau rinciannya menurut DPA.",
            halaman="belanja_rencana",
        )


def belanja_melebihi_pagu(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-04 of the year's belanja; where a kind below it does so, of that kind alone."""
    data = buku.data
    lebih = {
        (b.kode, b.tahun) for b in data.anggaran.daftar_belanja
        if b.pagu is not None and b.realisasi is not None and b.realisasi > b.pagu
    }  # fmt: skip
    for b in data.anggaran.daftar_belanja:
        anak = data.anggaran.daftar_anak_belanja.get((b.kode, b.tahun), ())
        sebabnya = any((a.kode, a.tahun) in lebih for a in anak)
        if (b.kode, b.tahun) not in lebih or sebabnya or b.pagu is None or b.realisasi is None:
            continue
        yield galat(
            "ANG-04",
            f"Realisasi belanja {nama(b.kode, b.uraian)} {b.tahun or data.tahun} {rp(b.realisasi)} melebihi pagunya "
            f"{rp(b.pagu)}.",
            letak="lembar belanja",
            subjek=b.kode,
            butir=f"belanja {b.tahun or data.tahun}",
            nilai=b.realisasi,
            seharusnya=f"paling banyak {rp(b.pagu)}",
            cara="realisasi ≤ pagu",
            saran="Periksa realisasi dan pagunya menurut laporan realisasi anggaran.",
            halaman="belanja_rencana",
        )


def belanja_berbeda_dari_program(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-12: all of belanja against all of the programmes, pagu and realisasi of the year.

    Silent where the sheet holds one table twice over (by kind, and by unit, each from its own top row): what the top
    rows add up to is then no total.
    """
    if _beberapa_tabel(buku):
        return
    for belanja, program, sebutan in (
        ("jumlah_belanja", "jumlah_pagu", "pagu"),
        ("realisasi_belanja", "jumlah_realisasi", "realisasi"),
    ):
        menurut_belanja, menurut_program = hitung(buku.data, belanja), hitung(buku.data, program)
        if beda := _berbeda(menurut_belanja, menurut_program):
            yield galat(
                "ANG-12",
                f"Jumlah {sebutan} menurut jenis belanja {rp(beda[0])}, menurut program {rp(beda[1])}.",
                letak="lembar belanja dan anggaran",
                butir=sebutan,
                nilai=beda[0],
                seharusnya=beda[1],
                cara=f"{menurut_belanja.cara}; {menurut_program.cara}",
                saran="Samakan keduanya menurut DPA dan laporan realisasi anggaran.",
                halaman="belanja_rencana",
            )


def _beberapa_tabel(buku: BukuKerja) -> bool:
    """Whether more than one top row of belanja is by itself more than half of what the programmes have."""
    seluruh = hitung(buku.data, "jumlah_pagu").angka
    daftar = buku.data.anggaran.daftar_belanja
    akar = [b for b in daftar if not b.induk and (b.tahun or buku.data.tahun) == buku.data.tahun]
    return seluruh is not None and sum(1 for b in akar if b.pagu is not None and 2 * b.pagu > seluruh) > 1


# Rules that hold printed claims against the data as well are listed in `klaim_tercetak`.
DAFTAR = (Aturan("ANG-12", Tingkat.GALAT, "Total belanja berbeda dari total program", belanja_berbeda_dari_program),)
