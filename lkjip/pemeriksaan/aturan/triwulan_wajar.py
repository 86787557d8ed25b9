"""TW: quarters that are over are filled in, watched, approved in time and plausible (pemeriksaan.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from kinerja.data import KinerjaTriwulan
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import persen
from lkjip.dasar.periode import DAFTAR_TRIWULAN, akhir_triwulan, nama_triwulan, tulis_tanggal
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, info, nama, nama_indikator, peringatan, sebutkan, tulis
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Akumulasi, Arah, Indikator

_SATU_PER_SATU = 3  # more indicators that lack the same are one finding: they are filled in on one page
_NAIK_TURUN = Decimal("1.1")  # how far above the year's mean one quarter of it may lie
_DOKUMEN = ("jumlah dokumen", "jumlah laporan")


def triwulan_usai(buku: BukuKerja) -> tuple[int, ...]:
    """Quarters that are over on the day asked, of a quarterly report only up to its own."""
    hari, batas = buku.data.kinerja.per_tanggal, buku.laporan.identitas_berlaku.triwulan or 4
    tahun = buku.data.tahun
    return tuple(t for t in DAFTAR_TRIWULAN if t <= batas and (hari is None or hari >= akhir_triwulan(tahun, t)))


def _bertarget(k: KinerjaTriwulan, i: Indikator) -> bool:
    """Whether the quarter owes something; nothing is to be reached where the target is nought."""
    return bool(k.predikat_target.strip()) or (k.target is not None and (k.target != 0 or i.arah is Arah.NEGATIF))


def _terisi(k: KinerjaTriwulan) -> bool:
    hasil_bagi = k.pembilang is not None and k.penyebut is not None
    return k.realisasi is not None or hasil_bagi or bool(k.predikat_realisasi.strip() or k.catatan.strip())


def realisasi_kosong(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-03: quarter by quarter; many indicators of one quarter are one finding."""
    data = buku.data
    for t in triwulan_usai(buku):
        baris = [(i, data.kinerja.kinerja_per_triwulan.get((i.kode, data.tahun, t)))
                 for i in data.renstra.daftar_indikator]  # fmt: skip
        kosong = [i for i, k in baris if k is not None and _bertarget(k, i) and not _terisi(k)]
        for daftar in [[i] for i in kosong] if len(kosong) <= _SATU_PER_SATU else [kosong]:
            yield _kosong(daftar, t)


def _kosong(daftar: Sequence[Indikator], triwulan: int) -> Temuan:
    siapa = sebutkan([nama(i.kode, i.uraian) for i in daftar])
    banyak = f"{len(daftar)} indikator bertarget: " if len(daftar) > 1 else ""
    return peringatan(
        "TW-03",
        f"Realisasi {nama_triwulan(triwulan)} masih kosong tanpa catatan, padahal targetnya ada: {banyak}{siapa}.",
        letak=f"lembar kinerja_triwulan, {nama_triwulan(triwulan)}",
        subjek=daftar[0].kode if len(daftar) == 1 else "",
        butir=f"TW{triwulan}",
        nilai="kosong",
        seharusnya="realisasi, atau catatan mengapa belum ada",
        saran=f"Isi realisasi {nama_triwulan(triwulan)}, atau tulis sebabnya pada kolom catatan.",
        halaman="isi_triwulan",
        argumen=(triwulan,),
    )


def keluaran_tidak_wajar(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-06: nobody writes hundreds of documents a year; the number most likely counts persons or files."""
    data = buku.data
    for i in data.renstra.daftar_indikator:
        if not " ".join(i.uraian.casefold().split()).startswith(_DOKUMEN):
            continue
        triwulan = [k.target for t in DAFTAR_TRIWULAN if (k := data.kinerja.kinerja_per_triwulan.get(
            (i.kode, data.tahun, t))) and k.target is not None]  # fmt: skip
        hasil = hitung(data, "selisih_target", i.kode)
        target = max([*triwulan, *([hasil.angka] if hasil.angka is not None else [])], default=None)
        if target is None or target <= ambang.keluaran_wajar:
            continue
        yield info(
            "TW-06",
            f"Target {nama(i.kode, i.uraian)} sebesar {tulis(target)}: dokumen atau laporan sebanyak itu tidak wajar.",
            letak="lembar indikator dan perjanjian",
            subjek=i.kode,
            nilai=target,
            seharusnya=f"paling banyak {tulis(ambang.keluaran_wajar)} dokumen atau laporan",
            cara=hasil.cara,
            saran="Periksa satuannya: bila yang dihitung orang, berkas, atau layanan, sebutkan itu pada nama indikator "
            "dan satuannya.",
            halaman="renstra",
        )


def jauh_melampaui(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-07: one finding an indicator, whatever the number of its quarters. What should fall may stand above the year's
    target until its end, so it is held against the quarter's own; a quarter of a mean may lie a little above the mean.
    """
    data = buku.data
    for i in data.renstra.daftar_indikator:
        setahun, lebih = None if i.arah is Arah.NEGATIF else hitung(data, "selisih_target", i.kode).angka, []
        if setahun is not None and i.akumulasi is Akumulasi.RATA_RATA:
            setahun *= _NAIK_TURUN
        for t in triwulan_usai(buku):
            k = data.kinerja.kinerja_per_triwulan.get((i.kode, data.tahun, t))
            realisasi = hitung(data, "realisasi", i.kode, triwulan=t).angka if k is not None else None
            if k is not None and realisasi is not None:
                lebih += _kelebihan(t, realisasi, k.target, setahun, ambang.lampau_target)
        if lebih:
            yield _lampau(i, lebih)


def _kelebihan(
    triwulan: int, realisasi: Decimal, target: Decimal | None, setahun: Decimal | None, batas: Decimal
) -> list[tuple[int, Decimal, str]]:
    """(quarter, realisasi, the target that it is far above), of one quarter."""
    if target is not None and target > 0 and persen(realisasi, target) > batas:
        return [(triwulan, realisasi, f"{tulis(batas)}% dari target triwulan itu, {tulis(target)}")]
    # An index that is promised whole in every quarter may be a little above it: only a far excess is then a fault.
    utuh = target is not None and setahun is not None and target >= setahun
    if triwulan < len(DAFTAR_TRIWULAN) and setahun is not None and 0 < setahun < realisasi and not utuh:
        return [(triwulan, realisasi, f"target setahun, {tulis(setahun)}")]
    return []


def _lampau(i: Indikator, lebih: Sequence[tuple[int, Decimal, str]]) -> Temuan:
    triwulan, realisasi, _ = lebih[0]
    rincian = "; ".join(f"{nama_triwulan(t)} {tulis(r)}, di atas {batas}" for t, r, batas in lebih)
    return peringatan(
        "TW-07",
        f"Realisasi {nama(i.kode, i.uraian)} melampaui target: {rincian}.",
        letak=f"lembar kinerja_triwulan, {nama_triwulan(triwulan)}",
        subjek=i.kode,
        nilai=realisasi,
        seharusnya=f"paling banyak {lebih[0][2]}",
        cara=" dan ".join(f"{nama_triwulan(t)}: {tulis(r)}" for t, r, _ in lebih),
        saran="Periksa angka, satuan, dan cara menghitungnya; bila benar, jelaskan pada catatan dan usulkan target "
        "yang lebih menantang.",
        halaman="isi_triwulan",
        argumen=(triwulan,),
    )


def terlambat_disetujui(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-09: the head's approval, else the date of a quarterly report, against the quarter's end."""
    identitas, tahun = buku.laporan.identitas_berlaku, buku.data.tahun
    tanggal = {t: d.tanggal for t, d in buku.data.disetujui.items()}
    if identitas.triwulan is not None and identitas.tanggal_laporan is not None:
        tanggal.setdefault(identitas.triwulan, identitas.tanggal_laporan)
    for t, hari in sorted(tanggal.items()):
        tenggat = akhir_triwulan(tahun, t) + timedelta(days=ambang.hari_lapor_triwulan)
        if hari > tenggat:
            yield peringatan(
                "TW-09",
                f"Laporan {nama_triwulan(t)} {tahun} disetujui {tulis_tanggal(hari)}, {(hari - tenggat).days} hari "
                f"sesudah tenggat {tulis_tanggal(tenggat)}.",
                letak=f"persetujuan {nama_triwulan(t)}",
                butir=f"TW{t}",
                nilai=hari.isoformat(),
                seharusnya=f"paling lambat {tulis_tanggal(tenggat)}",
                cara=f"akhir {nama_triwulan(t)} ditambah {ambang.hari_lapor_triwulan} hari",
                saran="Periksa tanggalnya; bila memang terlambat, jelaskan sebabnya dan majukan jadwal triwulan "
                "berikutnya.",
                halaman="isi_triwulan",
                argumen=(t,),
            )


def tidak_dipantau(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """TW-10: what is promised has a row in every quarter that is over; those that lack the same are one finding. A
    workbook that holds nothing but yearly figures does not tell whether anybody looked: only worth a look.
    """
    data, usai = buku.data, triwulan_usai(buku)
    dijanjikan = {p.indikator for p in data.renstra.daftar_perjanjian if p.tahun == data.tahun}
    per_kurang: dict[tuple[int, ...], list[Indikator]] = defaultdict(list)
    for i in data.renstra.daftar_indikator:
        ada = data.kinerja.kinerja_per_triwulan
        kurang = tuple(t for t in usai if (i.kode, data.tahun, t) not in ada)
        if i.kode in dijanjikan and kurang:
            per_kurang[kurang].append(i)
    kinerja = data.kinerja
    sekali_setahun = not any(k.tahun == data.tahun for k in kinerja.daftar_kinerja_triwulan) and all(
        (i.kode, data.tahun) in kinerja.realisasi_per_tahun for daftar in per_kurang.values() for i in daftar
    )
    for kurang, daftar in per_kurang.items():
        for bagian in (
            [daftar] if sekali_setahun else [[i] for i in daftar] if len(daftar) <= _SATU_PER_SATU else [daftar]
        ):
            yield _tanpa_baris(buku, bagian, kurang, setahun=sekali_setahun)


def _tanpa_baris(buku: BukuKerja, daftar: Sequence[Indikator], kurang: tuple[int, ...], *, setahun: bool) -> Temuan:
    siapa = sebutkan([nama_indikator(buku, i.kode) for i in daftar])
    kapan = ", ".join(map(nama_triwulan, kurang))
    return (info if setahun else peringatan)(
        "TW-10",
        f"{siapa} ada dalam Perjanjian Kinerja, tetapi rencana aksinya tidak dipantau pada {kapan}: tidak ada baris "
        "target, realisasi, atau catatan.",
        letak=f"lembar kinerja_triwulan, {kapan}",
        subjek=daftar[0].kode if len(daftar) == 1 else "",
        butir=", ".join(f"TW{t}" for t in kurang),
        nilai="0 baris",
        seharusnya=f"{len(kurang)} baris untuk tiap indikator",
        saran="Isi target triwulannya pada rencana aksi dan realisasi atau catatan tiap triwulan yang sudah lewat.",
        halaman="isi_triwulan",
        argumen=(kurang[0],),
    )


# TW-02 (claims) and TW-08 (free tables) stand in `triwulan_tercetak`.
DAFTAR = (
    Aturan("TW-03", Tingkat.PERINGATAN, "Realisasi triwulan kosong tanpa alasan", realisasi_kosong),
    Aturan("TW-06", Tingkat.INFO, "Satuan keluaran tidak wajar", keluaran_tidak_wajar),
    Aturan("TW-07", Tingkat.PERINGATAN, "Realisasi jauh melampaui target", jauh_melampaui),
    Aturan("TW-09", Tingkat.PERINGATAN, "Laporan triwulan terlambat", terlambat_disetujui),
    Aturan("TW-10", Tingkat.PERINGATAN, "Rencana aksi tidak dipantau", tidak_dipantau),
)
