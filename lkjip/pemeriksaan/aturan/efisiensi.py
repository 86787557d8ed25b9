"""EFI: efficiency that an earlier report prints: its methods, caps, scores and absorption (pemeriksaan.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kinerja.data import MetodeEfisiensi
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja, DataInstansi
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Aturan, galat, nama, peringatan, sebutkan, tulis
from lkjip.pemeriksaan.data import KelasKlaim, Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim, desimal_tercetak

_TERPISAH = 3  # findings of one table and one cause; more of them are said as one
_TOLERANSI_BATAS = Decimal("0.5")  # as HIT-03: 100,48 may be printed 100 for short


def dengan_metode(data: DataInstansi, metode: MetodeEfisiensi, *, batas: Decimal | None) -> DataInstansi:
    """The same agency-year measured by another method, and with this cap."""
    baru = replace(data.kinerja.metode, metode_efisiensi=metode, batas_capaian=batas)
    kinerja = replace(data.kinerja, metode=baru)
    return DataInstansi(replace(data.anggaran, kinerja=kinerja), data.disetujui)


def sebutan(buku: BukuKerja, kode: str) -> str:
    """How a sentence calls a sasaran or an indicator; the total where there is no kode."""
    rencana = buku.data.renstra
    satu = rencana.sasaran_per_kode.get(kode) or rencana.indikator_per_kode.get(kode)
    return nama(kode, satu.uraian) if satu is not None else kode or "keseluruhan"


def _daftar(daftar: Sequence[HasilKlaim]) -> list[HasilKlaim]:
    return [h for h in daftar if h.klaim.besaran == "efisiensi" and h.klaim.nilai is not None]


def _cocok(data: DataInstansi, klaim: Klaim) -> bool:
    """Whether the printed figure is this one, rounded or cut off as printed."""
    hasil = hitung(data, "efisiensi", klaim.subjek, tahun=klaim.tahun, triwulan=klaim.triwulan)
    desimal = desimal_tercetak(klaim)
    if hasil.angka is None or klaim.nilai is None:
        return False
    return bulat(hasil.angka, desimal) == klaim.nilai or abs(hasil.angka - klaim.nilai) < Decimal(1).scaleb(-desimal)


def _metode_cocok(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Mapping[int, frozenset[MetodeEfisiensi]]:
    """Per claim (by its place in the list) the methods that give its figure, capped or not."""
    batas = {buku.data.kinerja.metode.batas_capaian, None}
    varian = [(m, dengan_metode(buku.data, m, batas=b)) for m in MetodeEfisiensi for b in batas]
    return {n: frozenset(m for m, data in varian if _cocok(data, h.klaim)) for n, h in enumerate(daftar)}


def metode_campuran(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-02: no one method gives all the figures of which each is given by some method; once a report."""
    klaim = _daftar(daftar)
    cocok = {n: m for n, m in _metode_cocok(buku, klaim).items() if m} if len(klaim) > 1 else {}
    if len(cocok) < 2 or frozenset.intersection(*cocok.values()):
        return
    per_metode: dict[str, list[str]] = defaultdict(list)
    for n, m in cocok.items():
        k = klaim[n].klaim
        cara = ", ".join(sorted(satu.value for satu in m))
        per_metode[cara].append(f"{tulis(k.nilai or Decimal(0))} ({k.subjek}, {k.rujukan})")
    rincian = "; ".join(f"metode {cara}: {sebutkan(isi)}" for cara, isi in per_metode.items())
    metode = buku.data.kinerja.metode.metode_efisiensi
    yield peringatan(
        "EFI-02",
        f"Efisiensi dicetak menurut metode yang berbeda-beda: {rincian}.",
        letak="; ".join(dict.fromkeys(klaim[n].klaim.rujukan for n in cocok)),
        nilai=rincian,
        seharusnya=f"satu metode{f': {metode.value}' if metode else ''}",
        saran="Pilih satu metode efisiensi, jelaskan rumusnya sekali, dan hitung semua sasaran dengan metode itu.",
        **TEMPAT_KLAIM,
    )


def sisa_disebut_efisiensi(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-03: silent where the office measures by what is left (`sisa`), or where its own method gives the same."""
    if buku.data.kinerja.metode.metode_efisiensi is MetodeEfisiensi.SISA:
        return
    sisa = dengan_metode(buku.data, MetodeEfisiensi.SISA, batas=None)
    for h in _daftar(daftar):
        k = h.klaim
        if h.kelas in (KelasKlaim.SESUAI, KelasKlaim.PEMBULATAN) or not _cocok(sisa, k):
            continue
        if _capaian_tercetak(buku, k, daftar) is not None:  # the place itself shows a capaian that gives the figure
            continue
        yield _klaim_salah("EFI-03", buku, h, "itu sisa anggaran (100 − serapan), bukan efisiensi",
                           "Hitung efisiensi dari capaian dan serapan; sebut angka ini sisa anggaran.")  # fmt: skip


def _klaim_salah(aturan: str, buku: BukuKerja, h: HasilKlaim, sebab: str, saran: str) -> Temuan:
    k, nilai = h.klaim, h.klaim.nilai or Decimal(0)
    seharusnya = f"; menurut metode laporan {tulis(h.hasil.angka)}" if h.hasil.angka is not None else ""
    return (galat if aturan == "EFI-07" else peringatan)(
        aturan,
        f"{k.rujukan or 'Laporan'} mencetak efisiensi {sebutan(buku, k.subjek)} {tulis(nilai)}: {sebab}{seharusnya}.",
        letak=k.rujukan or "lembar klaim",
        subjek=k.subjek,
        butir=f"{k.rujukan} {nilai:f} {k.tahun or ''} {k.triwulan or ''}",
        nilai=nilai,
        seharusnya=h.hasil.angka if h.hasil.angka is not None else "",
        cara=h.hasil.cara,
        saran=saran,
        **TEMPAT_KLAIM,
    )


def membesarkan_efisiensi(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-06: a figure that only the uncapped capaian gives, in a report that caps it elsewhere."""
    metode, klaim = buku.data.kinerja.metode, _daftar(daftar)
    if metode.metode_efisiensi in (MetodeEfisiensi.PMK, MetodeEfisiensi.SISA) or not klaim:
        return
    batas = metode.batas_capaian or SERATUS
    tercetak = {n: _capaian_tercetak(buku, h.klaim, daftar) for n, h in enumerate(klaim)}
    if not _membatasi(buku, klaim, daftar, tercetak):
        return
    per_tabel: dict[str, list[tuple[HasilKlaim, Decimal]]] = defaultdict(list)
    for n, h in enumerate(klaim):
        capaian = tercetak[n] or _capaian_bebas(buku, h.klaim, batas)
        if capaian is not None and capaian > batas:
            per_tabel[_tabel(h.klaim)].append((h, capaian))
    saran = f"Batasi capaian pada {tulis(batas)}% juga dalam hitungan efisiensi, atau jangan di tempat lain."
    for setabel in per_tabel.values():
        for h, terpakai in setabel[:1] if len(setabel) > _TERPISAH else setabel:
            lain = f"; begitu pula {len(setabel) - 1} angka lain pada tabel itu" if len(setabel) > _TERPISAH else ""
            sebab = f"dihitung dari capaian {tulis(bulat(terpakai, 2))}% tanpa batas, padahal capaian lain dibatasi "
            yield _klaim_salah("EFI-06", buku, h, f"{sebab}{tulis(batas)}%{lain}", saran)


def _terpakai(buku: BukuKerja) -> MetodeEfisiensi:
    return buku.data.kinerja.metode.metode_efisiensi or MetodeEfisiensi.SELISIH


def _capaian_bebas(buku: BukuKerja, klaim: Klaim, batas: Decimal) -> Decimal | None:
    """The uncapped capaian, where the printed efficiency follows from it and not from the capped one."""
    bebas, terbatas = (dengan_metode(buku.data, _terpakai(buku), batas=b) for b in (None, batas))
    if _cocok(terbatas, klaim) or not _cocok(bebas, klaim):
        return None
    return _capaian(bebas, klaim)


def _capaian(data: DataInstansi, klaim: Klaim) -> Decimal | None:
    besaran = "rata_rata_sasaran" if klaim.subjek in data.renstra.sasaran_per_kode else "capaian"
    return hitung(data, besaran, klaim.subjek, tahun=klaim.tahun, triwulan=klaim.triwulan).angka


def _capaian_tercetak(buku: BukuKerja, klaim: Klaim, daftar: Sequence[HasilKlaim]) -> Decimal | None:
    """The capaian that the same table prints, where the efficiency is made of it and of the serapan printed there."""
    indikator = buku.data.renstra.indikator_per_kode.get(klaim.subjek)
    siapa = (klaim.subjek, indikator.induk if indikator is not None else klaim.subjek)
    sebaris = [h.klaim for h in daftar if _tabel(h.klaim) == _tabel(klaim) and h.klaim.nilai is not None
               and h.klaim.triwulan == klaim.triwulan]  # fmt: skip
    serapan = [k.nilai for k in sebaris if k.besaran == "serapan" and k.subjek in siapa and k.nilai]
    for k in sebaris:
        if k.besaran not in ("capaian", "rata_rata_sasaran") or k.subjek != klaim.subjek or k.nilai is None:
            continue
        rasio = _terpakai(buku) is MetodeEfisiensi.RASIO
        if any(bulat(k.nilai / s if rasio else k.nilai - s, desimal_tercetak(klaim)) == klaim.nilai for s in serapan):
            return k.nilai
    return None


def _membatasi(
    buku: BukuKerja, klaim: Sequence[HasilKlaim], daftar: Sequence[HasilKlaim], tercetak: Mapping[int, Decimal | None]
) -> bool:
    """Whether the report caps: by its own setting, or where it prints or computes with 100 for more than that."""
    if buku.data.kinerja.metode.batas_capaian is not None:
        return True
    for k in (
        h.klaim for h in daftar if h.klaim.besaran in ("capaian", "rata_rata_sasaran") and h.klaim.nilai == SERATUS
    ):
        hasil = _capaian(buku.data, k)
        if hasil is not None and hasil > SERATUS + _TOLERANSI_BATAS:
            return True
    for n, h in enumerate(klaim):
        capaian = _capaian(buku.data, h.klaim)
        lebih = capaian is not None and bulat(capaian, 2) > SERATUS
        if lebih and h.kelas is KelasKlaim.TIDAK_SESUAI and tercetak[n] == SERATUS:
            return True
    return False


def di_luar_batas(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-07: E is never above 100 and NE lies within 0 … 100; a claim says by its place that it is the NE."""
    for h in _daftar(daftar):
        tempat, nilai = h.klaim.rujukan.casefold(), h.klaim.nilai or Decimal(0)
        ne = "nilai efisiensi" in tempat or "ne" in tempat.replace(",", " ").split()
        pmk = buku.data.kinerja.metode.metode_efisiensi is MetodeEfisiensi.PMK
        if (nilai > SERATUS and (pmk or ne)) or (nilai < 0 and ne):
            yield _klaim_salah("EFI-07", buku, h, "nilai efisiensi harus antara 0 dan 100",
                               "Batasi E pada −20 sampai 20 sebelum menghitung NE = 50 + E / 20 × 50.")  # fmt: skip


def serapan_antartabel(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """EFI-10: a sasaran's absorption in the table of efficiency and in the others; the nearest other one is named."""
    tabel_efisiensi = {_tabel(h.klaim) for h in daftar if h.klaim.besaran in ("efisiensi", "rata_rata_efisiensi")}
    tabel_uang = {_tabel(h.klaim) for h in daftar if h.klaim.besaran in ("jumlah_pagu", "jumlah_realisasi")}
    per_subjek: dict[tuple[str, int, int | None], list[Klaim]] = defaultdict(list)
    for k in (h.klaim for h in daftar if h.klaim.besaran == "serapan" and h.klaim.nilai is not None):
        if k.subjek in buku.data.renstra.sasaran_per_kode or k.subjek in buku.data.renstra.indikator_per_kode:
            per_subjek[k.subjek, k.tahun or buku.data.tahun, k.triwulan].append(k)
    for kelompok in per_subjek.values():
        efisiensi = [k for k in kelompok if _tabel(k) in tabel_efisiensi or "efisiensi" in k.rujukan.casefold()]
        efisiensi.sort(key=lambda k: _tabel(k) in tabel_uang)  # a table that holds both is read as the other one
        lain = [k for k in kelompok if k not in efisiensi or (k is not efisiensi[0] and _tabel(k) in tabel_uang)]
        for k in efisiensi[:1]:
            beda = [x for x in lain if _berbeda(k, x)]
            if beda:
                yield _serapan(buku, k, min(beda, key=lambda x: _jarak(k, x)))


def _jarak(a: Klaim, b: Klaim) -> Decimal:
    return abs((a.nilai or Decimal(0)) - (b.nilai or Decimal(0)))


def _tabel(klaim: Klaim) -> str:
    return klaim.rujukan.split(",", 1)[0].strip()


def _berbeda(a: Klaim, b: Klaim) -> bool:
    """Whether they differ at the precision that both are printed with."""
    desimal = min(desimal_tercetak(a), desimal_tercetak(b))
    return bulat(a.nilai or Decimal(0), desimal) != bulat(b.nilai or Decimal(0), desimal)


def _serapan(buku: BukuKerja, k: Klaim, lain: Klaim) -> Temuan:
    seharusnya = hitung(buku.data, "serapan", k.subjek, tahun=k.tahun, triwulan=k.triwulan)
    benar = f"; hasil hitungan {tulis(seharusnya.angka)}" if seharusnya.angka is not None else ""
    return galat(
        "EFI-10",
        f"Serapan {sebutan(buku, k.subjek)} dalam tabel efisiensi ({k.rujukan}) {tulis(k.nilai or Decimal(0))}, "
        f"sedangkan di {lain.rujukan} {tulis(lain.nilai or Decimal(0))}{benar}.",
        letak=f"{k.rujukan}; {lain.rujukan}",
        subjek=k.subjek,
        butir=f"{k.rujukan} {k.tahun or ''} {k.triwulan or ''}",
        nilai=k.nilai or Decimal(0),
        seharusnya=seharusnya.angka if seharusnya.angka is not None else "",
        cara=seharusnya.cara,
        saran="Pakai satu angka serapan, yaitu hasil hitungan dari pagu dan realisasi sasaran itu, di kedua tabel.",
        **TEMPAT_KLAIM,
    )


# EFI-02, 03, 04, 05, 07, 08 and 10 are also about texts and tables: they are listed in `efisiensi_teks`.
DAFTAR = (
    Aturan(
        "EFI-06", Tingkat.PERINGATAN, "Capaian di atas 100 membesarkan efisiensi", periksa_klaim=membesarkan_efisiensi
    ),
)
