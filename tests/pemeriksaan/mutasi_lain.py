"""The same fault at every place where it can stand, planted one at a time into any sound workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.data import Faktor, Jawaban, Lke
from kinerja.rumus.sakip import DAFTAR_SUBKOMPONEN
from lkjip.besaran import hitung
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import Narasi, TabelBebas
from renstra.data import Akumulasi, Arah, JenisIndikator, JenisPemda, Versi, VersiTarget

D = Decimal
Mutasi = tuple[str, str, BukuKerja]
_RENSTRA = frozenset(
    {
        "daftar_sasaran",
        "daftar_indikator",
        "daftar_target_tahunan",
        "daftar_perjanjian",
        "instansi",
        "periode",
    }
)
_LAPORAN = frozenset({"daftar_narasi", "daftar_tabel", "identitas"})
_UANG = frozenset({"daftar_anggaran", "daftar_realisasi_anggaran", "daftar_belanja", "daftar_penunjang"})


def isi(b: BukuKerja, lembar: str, nilai: Any) -> BukuKerja:
    """The workbook with one sheet replaced."""
    if lembar in _LAPORAN:
        return replace(b, laporan=replace(b.laporan, **{lembar: nilai}))
    if lembar == "daftar_klaim":
        return replace(b, daftar_klaim=nilai)
    uang, k = b.data.anggaran, b.data.kinerja
    if lembar in _UANG:
        return replace(b, data=DataInstansi(replace(uang, **{lembar: nilai})))
    rencana = {"renstra": replace(k.renstra, **{lembar: nilai})} if lembar in _RENSTRA else {lembar: nilai}
    return replace(b, data=DataInstansi(replace(uang, kinerja=replace(k, **rencana))))


def lembar(b: BukuKerja, nama: str) -> Any:
    for asal in (b.data.renstra, b.data.kinerja, b.data.anggaran, b.laporan, b):
        if hasattr(asal, nama):
            return getattr(asal, nama)
    raise KeyError(nama)


def ubah(b: BukuKerja, nama: str, cocok: dict[str, Any], **lain: Any) -> BukuKerja:
    """The rows that are `cocok` changed, or taken away where there is nothing to change."""
    asal = lembar(b, nama)
    kena = [all(getattr(x, k) == v for k, v in cocok.items()) for x in asal]
    assert any(kena), (nama, cocok)
    baru = (replace(x, **lain) if k else x for x, k in zip(asal, kena, strict=True) if lain or not k)
    return isi(b, nama, tuple(baru))


def tambah(b: BukuKerja, nama: str, *baris: Any) -> BukuKerja:
    return isi(b, nama, (*lembar(b, nama), *baris))


def tulis(b: BukuKerja, bagian: str, teks: str) -> BukuKerja:
    return tambah(b, "daftar_narasi", Narasi(bagian, 95, teks))


def tabel(b: BukuKerja, kepala: tuple[str, ...], *baris: tuple[Any, ...]) -> BukuKerja:
    return tambah(
        b,
        "daftar_tabel",
        TabelBebas("tabel_19", "bab2.perjanjian_kinerja", "Tabel 2.9 Ikhtisar", "Renstra", kepala, baris),
    )


def _realisasi(b: BukuKerja, kode: str, nilai: Decimal | None) -> BukuKerja:
    """One realisasi of the year instead of what quarters gather; None: none at all."""
    k, tahun = b.data.kinerja, b.data.tahun
    b = isi(b, "daftar_kinerja_triwulan", tuple(t for t in k.daftar_kinerja_triwulan if t.indikator != kode))
    lama = [r for r in k.daftar_realisasi_tahunan if (r.indikator, r.tahun) == (kode, tahun)]
    baru = tuple(r for r in k.daftar_realisasi_tahunan if r not in lama)
    contoh = next(r for r in k.daftar_realisasi_tahunan if r.indikator == kode)
    return isi(
        b,
        "daftar_realisasi_tahunan",
        baru if nilai is None else (*baru, replace(contoh, tahun=tahun, realisasi=nilai, predikat="")),
    )


def _rencana(b: BukuKerja) -> Iterator[Mutasi]:
    r, tahun = b.data.renstra, b.data.tahun
    target = r.target_tahunan_per_indikator
    for s in r.daftar_sasaran:
        lain = s.uraian.split(" ", 1)[0] + " sekali " + s.uraian.split(" ", 1)[1]
        i = r.daftar_indikator_sasaran(s.kode)[0]
        yield "KON-05", s.kode, tabel(b, ("Sasaran", "Indikator", "Target"), (lain, i.uraian, "80"))
        yield "KON-05", f"{s.kode} teks", tulis(b, "bab2.renstra", f"Sasaran pertama adalah “{lain}”.")
        yield "KON-11", s.kode, ubah(b, "daftar_indikator", {"induk": s.kode}, induk="ZZ")
    for i in r.daftar_indikator:
        if i.induk not in r.sasaran_per_kode:
            continue
        kode, kunci, naik = i.kode, {"indikator": i.kode}, i.arah is not Arah.NEGATIF
        t, akhir = target[kode, tahun].target or D(1), target[kode, r.periode.renstra_akhir or 0].target
        pk = next(p.target or D(1) for p in reversed(r.daftar_perjanjian) if p.indikator == kode)
        yield "KON-06", kode, tabel(b, ("Indikator", "Target"), (f"{i.uraian} terpadu daerah", "80"))
        yield "KON-07", kode, tabel(b, ("Indikator", "Satuan", "Target"), (i.uraian, "Kilometer", "80"))
        yield "KON-08", kode, ubah(b, "daftar_perjanjian", kunci)
        kosong = _realisasi(b, kode, None)
        yield "KON-09", kode, kosong
        yield "LEN-03", kode, kosong
        yield "HIT-20", kode, ubah(b, "daftar_perjanjian", kunci, target=None, predikat="")
        bukan_iku = ubah(b, "daftar_indikator", {"kode": kode}, iku=False)
        yield "KON-10", kode, ubah(bukan_iku, "daftar_perjanjian", kunci)
        if pk == t:
            yield "KON-01", kode, ubah(b, "daftar_perjanjian", kunci | {"versi": Versi.MURNI}, target=t * D("1.02"))
        tercapai = next(
            x.realisasi for x in b.data.kinerja.daftar_realisasi_tahunan if (x.indikator, x.tahun) == (kode, tahun - 1)
        )
        yield "KON-17", kode, ubah(b, "daftar_perjanjian", kunci, target=tercapai)
        sama = _realisasi(b, kode, D("71.53"))
        yield "KON-16", kode, ubah(sama, "daftar_perjanjian", kunci, target=D("71.53"))
        if akhir:
            lampau = akhir * D("1.01") if naik else akhir * D("0.99")
            yield "KON-19", kode, _realisasi(b, kode, lampau)
            mundur = target[kode, tahun - 1].target
            for y in range(tahun, (r.periode.renstra_akhir or 0) + 1):
                turun = (mundur or D(1)) * (D("0.95") if naik else D("1.05"))
                yield "KON-18", f"{kode} {y}", ubah(b, "daftar_target_tahunan", kunci | {"tahun": y}, target=turun)
        for kolom in ("formulasi", "sumber_data", "penanggung_jawab", "satuan"):
            yield "KON-20", f"{kode} {kolom}", ubah(b, "daftar_indikator", {"kode": kode}, **{kolom: ""})
        yield "HIT-04", f"{kode} atas", _realisasi(b, kode, t * D("1.9") if naik else t / 9)
        yield "HIT-04", f"{kode} bawah", _realisasi(b, kode, t * D("0.4") if naik else t * D("2.4"))
        if i.jenis is JenisIndikator.PERSEN and naik:
            yield "HIT-17", kode, _realisasi(b, kode, D("103.5"))
        yield "LEN-05", kode, ubah(b, "daftar_target_tahunan", kunci | {"tahun": r.periode.renstra_akhir})
        yield (
            "LEN-04",
            kode,
            isi(
                b,
                "daftar_realisasi_tahunan",
                tuple(x for x in b.data.kinerja.daftar_realisasi_tahunan if x.indikator != kode or x.tahun == tahun),
            ),
        )
        yield "LEN-06", kode, ubah(b, "daftar_pembanding", kunci)
        yield "LEN-07", kode, ubah(b, "daftar_analisis", kunci)
        if not any(a.indikator == kode and a.faktor is Faktor.HAMBATAN for a in b.data.kinerja.daftar_analisis):
            yield "LEN-07", f"{kode} gagal", _realisasi(b, kode, t * (D("0.9") if naik else D("1.2")))
        yield "LEN-09", kode, ubah(b, "daftar_penunjang", {"mendukung": kode})
        yield "LEN-10", kode, ubah(b, "daftar_penunjang", {"mendukung": kode}, capaian=D("88"))
        yield "LEN-14", kode, _realisasi(_tanpa_simpulan(b), kode, t * (D("0.9") if naik else D("1.2")))
        yield "LEN-24", kode, ubah(b, "daftar_pembanding", kunci, tahun=tahun - 1)
        arah = "menurun" if (_nilai(b, kode) or D(0)) > (tercapai or D(0)) else "meningkat"
        yield (
            "HIT-22",
            kode,
            tulis(b, "bab3.analisis", f"{i.uraian} tahun {tahun} {arah} dibandingkan realisasi tahun {tahun - 1}."),
        )
    for kata in ("Jumlah", "Tersedianya", "Terlaksananya", "Tersusunnya"):
        i = r.daftar_indikator_semua_sasaran[-1]
        yield "KON-21", kata, ubah(b, "daftar_indikator", {"kode": i.kode}, uraian=f"{kata} layanan baru")
    n = len(r.daftar_sasaran) + 2
    yield "KON-12", "sasaran", tulis(b, "bab2.renstra", f"Renstra menetapkan {n} sasaran strategis.")
    yield "KON-12", "indikator", tulis(b, "bab2.renstra", f"Kinerja diukur dengan {n + 9} indikator kinerja.")
    yield "KON-13", "narasi", tulis(b, "bab1.latar_belakang", "Laporan ini melaksanakan Renstra tahun 2011-2015.")
    yield "KON-14", "pengantar", tulis(b, "pengantar", f"Demikian Laporan Kinerja Tahun {tahun - 1} ini disusun.")


def _tanpa_simpulan(b: BukuKerja) -> BukuKerja:
    return isi(
        b,
        "daftar_narasi",
        tuple(
            replace(n, isi="Program dilanjutkan tahun depan.") if n.bagian.startswith("bab4") else n
            for n in b.laporan.daftar_narasi
        ),
    )


def _nilai(b: BukuKerja, kode: str) -> Decimal | None:
    return hitung(b.data, "realisasi", kode).angka


_KLAIM = {
    "selisih_target": "KON-02",
    "capaian": "HIT-01",
    "rata_rata_sasaran": "HIT-09",
    "rata_rata_total": "HIT-10",
    "pertumbuhan": "HIT-23",
    "kemajuan_renstra": "HIT-24",
    "capaian_nasional": "HIT-28",
    "serapan": "ANG-03",
    "efisiensi": "EFI-01",
    "rata_rata_efisiensi": "EFI-09",
    "nilai_sakip": "SAK-01",
}


def _klaim(b: BukuKerja) -> Iterator[Mutasi]:
    daftar = b.daftar_klaim
    for n, k in enumerate(daftar):

        def jadi(**lain: Any) -> BukuKerja:
            return isi(b, "daftar_klaim", (*daftar[:n], replace(daftar[n], **lain), *daftar[n + 1 :]))  # noqa: B023

        tempat = f"{k.besaran} {k.subjek} {k.tahun} {k.triwulan or ''}"
        if k.besaran in _KLAIM and k.nilai is not None:
            yield _KLAIM[k.besaran], tempat, jadi(nilai=k.nilai - D("1.37"))
        if k.nilai is not None and k.rujukan:
            id_ = "SAK-09" if k.besaran == "nilai_sakip" else "KON-15"
            yield id_, tempat, tambah(b, "daftar_klaim", replace(k, rujukan="Bab IV", nilai=k.nilai + D("2.04")))
        if k.besaran == "kategori_capaian" and k.subjek in b.data.renstra.indikator_per_kode:
            lain = next(s.kategori for s in b.data.kinerja.daftar_skala if s.kategori != k.teks)
            yield "HIT-06", tempat, jadi(teks=lain)
            yield "HIT-07", tempat, tambah(b, "daftar_klaim", replace(k, rujukan="Bab IV", teks="Memuaskan"))
        if k.besaran in ("rata_rata_sasaran", "rata_rata_total"):
            yield "HIT-11", tempat, jadi(nilai=None, teks=">100%")
        if k.besaran in ("jumlah_pagu", "jumlah_realisasi") and k.subjek in b.data.anggaran.daftar_anak and k.nilai:
            induk = "ANG-01" if k.besaran == "jumlah_pagu" else "ANG-02"
            total = "ANG-05" if k.besaran == "jumlah_pagu" else "ANG-07"
            yield total if not k.subjek else induk, tempat, jadi(nilai=k.nilai + 1000)
        akhir = b.data.renstra.periode.renstra_akhir
        if k.besaran == "selisih_target":
            yield (
                "KON-03",
                tempat,
                tambah(b, "daftar_klaim", replace(k, rujukan="Tabel 3.19", tahun=akhir, versi=VersiTarget.RENSTRA)),
            )
    for i in b.data.renstra.daftar_indikator if b.daftar_klaim else ():
        if i.arah is Arah.NEGATIF:
            pk = next(p.target or D(1) for p in reversed(b.data.renstra.daftar_perjanjian) if p.indikator == i.kode)
            salah = round((_nilai(b, i.kode) or D(0)) / pk * 100, 2)
            yield (
                "HIT-05",
                i.kode,
                ubah(b, "daftar_klaim", {"besaran": "capaian", "subjek": i.kode, "triwulan": None}, nilai=salah),
            )


def _triwulan(b: BukuKerja) -> Iterator[Mutasi]:
    r, tahun = b.data.renstra, b.data.tahun
    ada = {k.indikator for k in b.data.kinerja.daftar_kinerja_triwulan}
    for i in (i for i in r.daftar_indikator if i.kode in ada):
        pk = next(p.target or D(1) for p in reversed(r.daftar_perjanjian) if p.indikator == i.kode)
        for tw in (1, 2, 3, 4):
            kunci = {"indikator": i.kode, "triwulan": tw}
            yield "TW-10", f"{i.kode} {tw}", ubah(b, "daftar_kinerja_triwulan", kunci)
            yield (
                "TW-03",
                f"{i.kode} {tw}",
                ubah(
                    b,
                    "daftar_kinerja_triwulan",
                    kunci,
                    target=pk,
                    realisasi=None,
                    pembilang=None,
                    penyebut=None,
                    predikat_realisasi="",
                    catatan="",
                ),
            )
            yield (
                "TW-07",
                f"{i.kode} {tw}",
                ubah(b, "daftar_kinerja_triwulan", kunci, target=pk, realisasi=pk * 2, pembilang=None, penyebut=None),
            )
        salah = tuple(
            replace(k, target=round(pk / 3, 2)) if k.indikator == i.kode else k
            for k in b.data.kinerja.daftar_kinerja_triwulan
        )
        yield "TW-01", i.kode, isi(b, "daftar_kinerja_triwulan", salah)
        if i.akumulasi is Akumulasi.MAKSIMUM:
            yield (
                "TW-05",
                i.kode,
                ubah(b, "daftar_kinerja_triwulan", {"indikator": i.kode, "triwulan": 4}, realisasi=D(100)),
            )
        contoh = next(x for x in b.data.kinerja.daftar_realisasi_tahunan if x.indikator == i.kode)
        if not any((x.indikator, x.tahun) == (i.kode, tahun) for x in b.data.kinerja.daftar_realisasi_tahunan):
            yield "TW-04", i.kode, tambah(b, "daftar_realisasi_tahunan", replace(contoh, tahun=tahun))


def _uang(b: BukuKerja) -> Iterator[Mutasi]:
    a = b.data.anggaran
    akhir = {r.kode: r for r in a.daftar_realisasi_anggaran if r.triwulan == 4}
    kode_resmi = b.data.renstra.instansi.jenis_pemda is not JenisPemda.KOTA
    for x in a.daftar_anggaran:
        kunci, anak = {"kode": x.kode}, a.daftar_anak.get(x.kode)
        for kolom in ("pagu_murni", "pagu_perubahan"):
            pagu = getattr(x, kolom)
            if pagu is not None and (anak or x.induk):
                yield "ANG-01", f"{x.kode} {kolom}", ubah(b, "daftar_anggaran", kunci, **{kolom: pagu + 1})
        s = akhir[x.kode].realisasi or D(0)
        yield "ANG-02", x.kode, ubah(b, "daftar_realisasi_anggaran", kunci | {"triwulan": 4}, realisasi=s + 1)
        yield (
            "ANG-04",
            x.kode,
            ubah(
                b,
                "daftar_realisasi_anggaran",
                kunci | {"triwulan": 4},
                realisasi=(x.pagu_perubahan or x.pagu_murni or D(0)) + 1,
            ),
        )
        if not x.induk:
            yield "ANG-09", x.kode, ubah(b, "daftar_anggaran", kunci, sasaran="")
            yield "ANG-10", x.kode, ubah(b, "daftar_anggaran", kunci, sasaran="")
        if anak and len(anak) > 1:
            yield "ANG-24", x.kode, ubah(b, "daftar_anggaran", {"kode": anak[0].kode}, uraian=f"{anak[1].uraian} ")
        yield (
            "ANG-25",
            x.kode,
            ubah(
                b,
                "daftar_realisasi_anggaran",
                kunci | {"triwulan": 4},
                realisasi=(x.pagu_perubahan or x.pagu_murni or D(0)) // 3,
            ),
        )
        if any((r.kode, r.triwulan) == (x.kode, 3) for r in a.daftar_realisasi_anggaran):
            yield "TW-05", x.kode, ubah(b, "daftar_realisasi_anggaran", kunci | {"triwulan": 3}, realisasi=D(1))
            yield "ANG-29", x.kode, ubah(b, "daftar_realisasi_anggaran", kunci | {"triwulan": 2}, rencana=D(1000))
        if kode_resmi and x.induk and not anak:
            for id_, baru in (
                ("ANG-19", x.kode[:-1]),
                ("ANG-20", "9" + x.kode[1:]),
                ("ANG-22", x.kode[:-4] + "01"),
                ("ANG-21", x.kode[:8] + _lain(x.kode[8]) + x.kode[9:]),
            ):
                ganti = ubah(b, "daftar_anggaran", kunci, kode=baru)
                ganti = ubah(ganti, "daftar_realisasi_anggaran", kunci, kode=baru)
                yield (
                    id_,
                    x.kode,
                    isi(
                        ganti,
                        "daftar_penunjang",
                        tuple(replace(p, anggaran=baru) if p.anggaran == x.kode else p for p in a.daftar_penunjang),
                    ),
                )


def _lain(tingkat: str) -> str:
    return "2" if tingkat == "1" else "1"


def _sakip(b: BukuKerja) -> Iterator[Mutasi]:
    k = b.data.kinerja
    terakhir = max(s.tahun for s in k.daftar_sakip)
    tanpa_lke = isi(b, "daftar_lke", ())
    for s in k.daftar_sakip:
        kunci = {"tahun": s.tahun, "komponen": s.komponen}
        bobot, nilai = s.bobot or D(0), s.nilai or D(0)
        yield "SAK-02", f"{s.komponen} {s.tahun}", ubah(tanpa_lke, "daftar_sakip", kunci, nilai=bobot + D("0.4"))
        yield "SAK-02", f"{s.komponen} {s.tahun} −", ubah(tanpa_lke, "daftar_sakip", kunci, nilai=D(-1))
        yield "SAK-03", f"{s.komponen} {s.tahun}", ubah(tanpa_lke, "daftar_sakip", kunci, bobot=bobot + 5)
        if s.tahun == terakhir:
            yield "SAK-12", s.komponen, ubah(tanpa_lke, "daftar_sakip", kunci, nilai=nilai * D("0.8"))
    yield (
        "SAK-10",
        "kosong",
        isi(b, "daftar_rekomendasi", tuple(replace(r, tindak_lanjut="") for r in k.daftar_rekomendasi)),
    )
    yield (
        "SAK-11",
        "sama",
        isi(b, "daftar_rekomendasi", tuple(replace(r, tindak_lanjut=r.rekomendasi) for r in k.daftar_rekomendasi)),
    )
    yield "SAK-13", "loncat", ubah(tanpa_lke, "daftar_sakip", {"tahun": terakhir - 1}, tahun=terakhir - 3)
    if terakhir >= 2021:
        yield "SAK-07", "jawaban", _semua_aa(b, terakhir)


def _semua_aa(b: BukuKerja, tahun: int) -> BukuKerja:
    """All answers AA, which the components' scores do not show."""
    return isi(b, "daftar_lke", tuple(Lke(tahun, s, Jawaban.AA) for s in DAFTAR_SUBKOMPONEN))


def _lapor(b: BukuKerja) -> Iterator[Mutasi]:
    naskah, r, tahun = b.laporan, b.data.renstra, b.data.tahun
    for bab in ("bab1", "bab2", "bab3", "bab4"):
        tanpa = tuple(n for n in naskah.daftar_narasi if not n.bagian.startswith(bab))
        if bab in ("bab1", "bab4"):
            tanpa_tabel = isi(b, "daftar_tabel", tuple(t for t in naskah.daftar_tabel if not t.bagian.startswith(bab)))
            yield "LEN-01", bab, isi(tanpa_tabel, "daftar_narasi", tanpa)
    yield "LEN-02", "PK", isi(b, "daftar_perjanjian", ())
    yield (
        "LEN-15",
        "PK",
        isi(b, "daftar_perjanjian", tuple(p for p in r.daftar_perjanjian if p.versi is not Versi.MURNI)),
    )
    for kolom in ("tempat", "jabatan_kepala", "nama_kepala", "nip_kepala"):
        kosong: dict[str, Any] = {kolom: ""}
        yield "LEN-17", kolom, isi(b, "instansi", replace(r.instansi, **kosong))
    yield "LEN-17", "tanggal", isi(b, "identitas", replace(naskah.identitas, tanggal_laporan=None))
    yield "LEN-18", "terlambat", isi(b, "identitas", replace(naskah.identitas, tanggal_laporan=date(tahun + 1, 3, 1)))
    daftar = b.data.kinerja.daftar_analisis
    for satu in daftar[1:]:
        sama = {"indikator": satu.indikator, "faktor": satu.faktor}
        yield "LEN-11", satu.indikator, ubah(b, "daftar_analisis", sama, uraian=daftar[0].uraian + " ")
    yield "LEN-13", "isu", isi(b, "daftar_narasi", tuple(n for n in naskah.daftar_narasi if "isu" not in n.bagian))
    nip = r.instansi.nip_kepala
    for salah in (
        nip[:-1],
        "1985" + "1332" + nip[8:],
        nip[:8] + "198013" + nip[14:],
        nip[:14] + "5" + nip[15:],
        nip[:8] + nip[:6] + nip[14:],
    ):
        yield "FMT-11", salah, isi(b, "instansi", replace(r.instansi, nip_kepala=salah))
    for teks in ("Nilainya 80,00%) dan ... pada [isi].", "Capaian xxx persen.", "Lihat #REF! di bawah."):
        yield "NAR-08", teks, tulis(b, "bab3.analisis", teks)
    for n in (1, 3):
        yield "NAR-09", str(n), tulis(b, "bab4.kesimpulan", naskah.daftar_narasi[n].isi)
    for id_, teks in (
        ("FMT-01", "Realisasinya Rp1.250.00 pada akhir tahun."),
        ("FMT-03", "Kenaikannya 3.75% sampai Desember."),
        ("FMT-05", "Rinciannya tersaji pada Tabel 3.77."),
        ("FMT-08", "Sebanyak 15 (empat belas) kali rapat."),
        ("FMT-15", "Presentase kehadiran dicatat."),
        ("FMT-15", "Tim melakukan review laporan."),
        ("NAR-06", "Laporan Kinerja Dinas Kesehatan Kabupaten Sukamaju Lama disusun setiap tahun."),
        ("NAR-07", "Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah menjadi dasar penyusunan."),
    ):
        for bagian in ("bab1.latar_belakang", "bab3.analisis", "bab4.langkah"):
            if id_ != "FMT-05" or naskah.daftar_tabel:
                yield id_, f"{bagian} {teks}", tulis(b, bagian, teks)
    for t in naskah.daftar_tabel:
        yield "FMT-10", t.nama, ubah(b, "daftar_tabel", {"nama": t.nama}, sumber="")
        yield "LEN-16", t.nama, ubah(b, "daftar_tabel", {"nama": t.nama}, baris=())
        for n, baris in enumerate(t.baris):
            for m, sel in enumerate(baris):
                if isinstance(sel, Decimal) and t.kepala[m] != "No" and "%" not in t.kepala[m]:
                    baru = (*baris[:m], sel + 2, *baris[m + 1 :])
                    yield (
                        "HIT-25",
                        f"{t.nama} {n} {m}",
                        ubah(b, "daftar_tabel", {"nama": t.nama}, baris=(*t.baris[:n], baru, *t.baris[n + 1 :])),
                    )


def mutasi_lain(b: BukuKerja) -> Iterator[Mutasi]:
    """All of them, planted into this workbook."""
    for macam in (_rencana, _klaim, _triwulan, _uang, _sakip, _lapor):
        yield from macam(b)
