"""Where a wrong figure may come from, IV: the printed figures of the report itself, wrong or rounded. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.data import MetodeEfisiensi
from lkjip.dasar.hitungan import NOL, SERATUS, jumlah, persen, rata_rata
from lkjip.dasar.tulisan_angka import bulat
from lkjip.dasar.tulisan_angka import tulis_ringkas as tulis
from lkjip.pemeriksaan.data import KelasKlaim, Klaim
from lkjip.pemeriksaan.data_uji import SEBUTAN
from lkjip.pemeriksaan.klaim import desimal_tercetak
from lkjip.pemeriksaan.klaim_calon import Calon, Jangkauan
from lkjip.pemeriksaan.klaim_rata import bagian_rata_rata, rerata
from lkjip.pemeriksaan.klaim_ruang import BESARAN_UANG, Ruang, tempat
from renstra.data import Arah

_MAKS_SALINAN = 40
_SETENGAH_SEN = Decimal("0.005")  # what rounding to two decimals may take or give
# Besaran → the two printed figures whose quotient (in percent) it is.
_BAGIAN = {
    "serapan": ("jumlah_realisasi", "jumlah_pagu"),
    "capaian": ("realisasi", "selisih_target"),
    "kemajuan_renstra": ("realisasi", "selisih_target"),
}
_RATA = {"rata_rata_total": "capaian", "rata_rata_sasaran": "capaian", "rata_rata_kemajuan": "kemajuan_renstra"}


def calon_cetak(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """Reckoned from what the report prints around it, then copied from elsewhere in it."""
    if klaim.besaran in _BAGIAN:
        yield from _hasil_bagi(ruang, klaim)
    if klaim.besaran == "efisiensi":
        yield from _efisiensi(ruang, klaim)
    if klaim.besaran in _RATA:
        yield from _rata(ruang, klaim)
    if klaim.besaran in BESARAN_UANG:
        yield from _jumlah_setempat(ruang, klaim)
        yield from _bersama(ruang, klaim)
    if klaim.besaran == "nilai_sakip":
        yield from _sakip(ruang, klaim)
    yield from _salinan(ruang, klaim)


def _cetakan(ruang: Ruang, klaim: Klaim, besaran: str) -> Iterator[tuple[Klaim, bool]]:
    """Printed figures of the same subject and period, those of the same table first; with whether it is that table."""
    for k in ruang.setempat(klaim):
        if _sepihak(ruang, klaim, k, besaran):
            yield k, True
    for h in ruang.per_besaran.get(besaran, ()):
        if tempat(h.klaim) != tempat(klaim) and _sepihak(ruang, klaim, h.klaim, besaran):
            yield h.klaim, False


def _sepihak(ruang: Ruang, klaim: Klaim, lain: Klaim, besaran: str) -> bool:
    if lain.besaran != besaran or lain.subjek != klaim.subjek or lain.nilai is None or lain.triwulan != klaim.triwulan:
        return False
    tahun = ruang.tahun(klaim)
    if klaim.besaran == "kemajuan_renstra" and besaran == "selisih_target":
        return ruang.tahun(lain) == (ruang.data.renstra.periode.renstra_akhir or tahun)
    return ruang.tahun(lain) == tahun


def _unik(daftar: Iterator[tuple[Klaim, bool]]) -> Sequence[tuple[Klaim, bool]]:
    """One per printed number."""
    per_nilai: dict[Decimal | None, tuple[Klaim, bool]] = {}
    for k, dekat in daftar:
        per_nilai.setdefault(k.nilai, (k, dekat))
    return list(per_nilai.values())[:12]


def _hasil_bagi(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    atas, bawah = _BAGIAN[klaim.besaran]
    nama = {"jumlah_realisasi": "realisasi", "jumlah_pagu": "pagu", "selisih_target": "target"}
    daftar_bawah = _unik(_cetakan(ruang, klaim, bawah))
    indikator = ruang.data.renstra.indikator_per_kode.get(klaim.subjek)
    terbalik = indikator is not None and indikator.arah is Arah.NEGATIF  # the wrong formula explains more
    for a, dekat_a in _unik(_cetakan(ruang, klaim, atas)):
        for b, dekat_b in daftar_bawah:
            if a.nilai is None or not b.nilai:
                continue
            hasil, dekat = persen(a.nilai, b.nilai), dekat_a and dekat_b
            di_a = "" if a.rujukan == b.rujukan else f" ({a.rujukan})"
            kalimat = (
                f"{nama.get(atas, atas)} {tulis(a.nilai)}{di_a} dibagi {nama.get(bawah, bawah)} {tulis(b.nilai)} "
                f"({b.rujukan}), dikali 100 = {tulis(hasil)}"
            )
            yield _dari_cetakan(klaim, hasil, kalimat, dekat=dekat and not terbalik)


def _dari_cetakan(klaim: Klaim, hasil: Decimal, kalimat: str, *, dekat: bool) -> Calon:
    """The quotient itself; or, off by one or two in the last decimal printed, that it is almost the same."""
    satuan = Decimal(1).scaleb(-desimal_tercetak(klaim))
    beda = abs(hasil - (klaim.nilai or NOL))
    jangkauan = Jangkauan.DEKAT if dekat else Jangkauan.SEDANG
    if satuan < beda <= 2 * satuan:
        hampir = f"Hampir sama dengan hitungan dari angka yang tercetak: {kalimat}"
        return Calon("hampir_cetak", hasil, hampir, 3 if dekat else 5, jangkauan, langsung=True)
    kalimat = f"Dihitung dari angka yang tercetak: {kalimat}"
    return Calon("dari_cetak", hasil, kalimat, 1 if dekat else 3, jangkauan, terpotong=True)


_KINERJA = ("capaian", "rata_rata_sasaran", "kemajuan_renstra", "rata_rata_kemajuan")


def _efisiensi(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """Performance and serapan as the report prints them, those beside it first: the serapan is often the sasaran's,
    and the performance that against the Renstra."""
    rencana = ruang.data.renstra
    indikator = rencana.indikator_per_kode.get(klaim.subjek)
    uang = {klaim.subjek, indikator.induk if indikator else ""}
    kinerja = {klaim.subjek, *(i.kode for i in rencana.daftar_indikator_sasaran(klaim.subjek))}
    rasio = ruang.data.kinerja.metode.metode_efisiensi is MetodeEfisiensi.RASIO
    daftar_s = _tercetak(ruang, klaim, ("serapan",), uang)
    for c, dekat_c in _tercetak(ruang, klaim, _KINERJA, kinerja):
        for s, dekat_s in daftar_s:
            if c.nilai is None or not s.nilai:
                continue
            dekat = dekat_c and dekat_s
            hasil = bulat(c.nilai / s.nilai, 6) if rasio else c.nilai - s.nilai
            kalimat = (
                f"Dihitung dari angka yang tercetak{' di sampingnya' if dekat else ''}: "
                f"{SEBUTAN.get(c.besaran, c.besaran)}{_milik(c, klaim)} {tulis(c.nilai)}{_di(c, klaim)} "
                f"{'/' if rasio else '−'} serapan {tulis(s.nilai)}{_milik(s, klaim)}{_di(s, klaim)} = {tulis(hasil)}"
            )
            yield Calon("dari_cetak", hasil, kalimat, 1 if dekat else 3,
                        Jangkauan.DEKAT if dekat else Jangkauan.SEDANG, terpotong=rasio)  # fmt: skip


def _tercetak(
    ruang: Ruang, klaim: Klaim, daftar_besaran: Sequence[str], subjek: set[str]
) -> Sequence[tuple[Klaim, bool]]:
    """What the report prints of these for the year, one per number; with whether it stands in the same table."""
    semua = (h.klaim for b in daftar_besaran for h in ruang.per_besaran.get(b, ()))
    sepihak = (
        (k, tempat(k) == tempat(klaim)) for k in semua
        if k.subjek in subjek and k.nilai is not None and ruang.tahun(k) == ruang.tahun(klaim)
        and k.triwulan == klaim.triwulan
    )  # fmt: skip
    return _unik(iter(sorted(sepihak, key=lambda pasang: not pasang[1])))


def _milik(k: Klaim, klaim: Klaim) -> str:
    return f" ({k.subjek or 'seluruhnya'})" if k.subjek != klaim.subjek else ""


def _di(k: Klaim, klaim: Klaim) -> str:
    return f" ({k.rujukan})" if tempat(k) != tempat(klaim) else ""


def _rata(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The mean of the figures printed in the same table; the mean of rounded figures."""
    per = _RATA[klaim.besaran]
    penuh = bagian_rata_rata(ruang, klaim, per)
    kode = {i.kode for i, _ in penuh}
    cetak = {
        k.subjek: k.nilai for k in ruang.setempat(klaim)
        if k.besaran == per and k.subjek in kode and k.nilai is not None and k.triwulan == klaim.triwulan
    }  # fmt: skip
    if len(cetak) > 1:
        disebut = " + ".join(f"{s} {tulis(n)}" for s, n in list(cetak.items())[:8])
        nilai = rata_rata(list(cetak.values()))
        yield Calon(
            "dari_cetak",
            nilai,
            f"Rata-rata angka yang tercetak di tempat yang sama ({disebut}) = {tulis(nilai)}",
            1,
            terpotong=True,
        )
    for desimal in (0, 1, 2) if len(penuh) > 1 else ():
        nilai = rerata(klaim, [(i, bulat(n, desimal)) for i, n in penuh])
        yield Calon(
            "dari_bulat", nilai, f"Dihitung dari capaian yang sudah dibulatkan ({desimal} desimal) = {tulis(nilai)}", 2
        )


def _jumlah_setempat(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The sum of what the same table prints for the rows right below."""
    anak = {a.kode for a in ruang.data.anggaran.daftar_anak.get(klaim.subjek, ())}
    cetak = {
        k.subjek: k.nilai for k in ruang.setempat(klaim)
        if k.besaran == klaim.besaran and k.subjek in anak and k.nilai is not None
    }  # fmt: skip
    if len(cetak) > 1 and len(cetak) == len(anak):
        nilai = jumlah(cetak.values())
        yield Calon(
            "dari_cetak",
            nilai,
            f"Jumlah {len(cetak)} baris seperti yang tercetak di tempat yang sama = {tulis(nilai)}",
            1,
        )


def _bersama(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """Two printed parts that make up a total known from another sheet: both were taken from that other budget."""
    if klaim.nilai is None or not klaim.subjek:
        return
    uang, pagu = ruang.data.anggaran, klaim.besaran == "jumlah_pagu"
    daftar = [
        (f"{'pagu' if pagu else 'realisasi'} belanja {b.kode}", b.pagu if pagu else b.realisasi)
        for b in uang.daftar_belanja
    ]
    daftar += [
        (f"jumlah pagu {v}", ruang.angka("jumlah_pagu", "", None, None, v)) for v in ("murni", "perubahan") if pagu
    ]
    for k in ruang.setempat(klaim):
        if k.nilai is None or k.subjek in {"", klaim.subjek} or k.besaran != klaim.besaran:
            continue
        for nama, total in daftar:
            if total is not None and klaim.nilai + k.nilai == total:
                kalimat = (
                    f"Bersama {k.subjek} yang tercetak di tempat yang sama ({tulis(k.nilai)}) berjumlah "
                    f"{tulis(total)}, sama dengan {nama}: agaknya keduanya diambil dari dokumen anggaran lain"
                )
                yield Calon("bersama", total, kalimat, 4, Jangkauan.SEDANG, langsung=True)


def _sakip(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    cetak = [
        k.nilai for k in ruang.setempat(klaim)
        if k.besaran == "nilai_komponen_maks" and ruang.tahun(k) == ruang.tahun(klaim) and k.nilai is not None
    ]  # fmt: skip
    if len(cetak) > 1:
        nilai = sum(cetak, NOL)
        selisih = abs((klaim.nilai or NOL) - nilai)
        if NOL < selisih < _SETENGAH_SEN * len(cetak):
            kalimat = (
                f"Berselisih {tulis(selisih)} dari jumlah {len(cetak)} komponen yang tercetak ({tulis(nilai)}): "
                "agaknya dijumlahkan dari nilai komponen yang belum dibulatkan"
            )
            yield Calon("belum_bulat", nilai, kalimat, 1, langsung=True)
        yield Calon("dari_cetak", nilai, f"Jumlah {len(cetak)} komponen seperti yang tercetak = {tulis(nilai)}", 1)


def _salinan(ruang: Ruang, klaim: Klaim) -> Iterator[Calon]:
    """The same number stands elsewhere in the report for another figure; one of its own row or table before others."""
    nilai = klaim.nilai
    if nilai is None or nilai in {NOL, SERATUS}:
        return
    kunci = (klaim.besaran, klaim.subjek, ruang.tahun(klaim), klaim.triwulan, klaim.versi)
    for k in ruang.per_nilai.get(nilai, [])[:_MAKS_SALINAN]:
        if (k.besaran, k.subjek, ruang.tahun(k), k.triwulan, k.versi) == kunci or k.besaran == "nilai_komponen_maks":
            continue
        serupa = k.besaran == klaim.besaran or {k.besaran, klaim.besaran} <= BESARAN_UANG
        if not serupa:
            continue
        dekat = k.subjek == klaim.subjek or tempat(k) == tempat(klaim)
        benar = ruang.kelas_per_klaim.get(id(k)) is KelasKlaim.SESUAI
        akhir = "agaknya tersalin dari sana" if benar else "di sana pun tidak sesuai"
        kalimat = f"Angka yang sama dicetak di {k.rujukan or 'tempat lain'} untuk {ruang.sebut(k)}: {akhir}"
        yield Calon("tersalin", nilai, kalimat, (4 if dekat else 6) + (not benar),
                    Jangkauan.SEDANG if dekat else Jangkauan.JAUH)  # fmt: skip
