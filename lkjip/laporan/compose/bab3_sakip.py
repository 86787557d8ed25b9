"""Evaluation of SAKIP: components and predikat of the years known, LKE answers, recommendations and follow-up."""

from __future__ import annotations

from decimal import Decimal

from kinerja.besaran_sakip import HURUF_PREDIKAT, daftar_komponen_sakip
from kinerja.data import Rekomendasi, StatusRekomendasi
from lkjip.laporan.compose.bagan import NAMA_SKEMA, bagan_sakip
from lkjip.laporan.compose.kalimat import banyak, catatan, deret_kata, gabung, kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, teks_kaya, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, tabel, tabel_kepala_ganda
from lkjip.laporan.isi import Baris, GayaBaris, Rujuk, Sebaris, Sel, Simpul, Tabel

_HURUF = HURUF_PREDIKAT[::-1]
_NAMA_STATUS = {
    StatusRekomendasi.BELUM: "Belum",
    StatusRekomendasi.PROSES: "Dalam proses",
    StatusRekomendasi.SELESAI: "Selesai",
    None: "–",
}
_TAHUN_PALING_BANYAK = 4
_LETAK = "bab3-sakip"


def evaluasi_sakip(ktx: Konteks) -> list[Simpul]:
    tahun = tahun_sakip(ktx)
    kalimat = [par(_kalimat_nilai(ktx, tahun))] if tahun else []
    tersusun = otomatis(ktx, f"bab3.sakip{AKHIRAN_KALIMAT}", kalimat, letak=_LETAK)
    sendiri = tulisan(ktx, "bab3.sakip", letak=_LETAK, judul="Uraian evaluasi SAKIP")
    if not tahun:
        pesan = kurang("Hasil evaluasi SAKIP belum diisi (lembar sakip atau lke).")
        return [*tersusun, *sendiri, pesan, *rekomendasi(ktx)]
    hasil: list[Simpul] = [
        *tersusun,
        tabel_komponen(ktx, tahun),
        *bagan_sakip(ktx, tahun[-1]),
        *sendiri,
    ]
    for t in tahun:
        hasil.extend(_tabel_lke(ktx, t))
    return [*hasil, *rekomendasi(ktx)]


def tahun_sakip(ktx: Konteks) -> list[int]:
    """Years evaluated up to the report's, oldest first, the last four."""
    ada = {*ktx.kinerja.daftar_sakip_per_tahun, *ktx.kinerja.lke_per_tahun}
    return [t for t in sorted(ada) if t <= ktx.tahun and daftar_komponen_sakip(ktx.kinerja, t)][-_TAHUN_PALING_BANYAK:]


def _kalimat_nilai(ktx: Konteks, tahun: list[int]) -> tuple[Sebaris, ...]:
    akhir = tahun[-1]
    nilai, predikat = ktx.angka("nilai_sakip", tahun=akhir), ktx.angka("predikat_sakip", tahun=akhir)
    if not nilai.hasil.ada:
        return ktx.tiada(nilai.hasil, f"Nilai SAKIP tahun {akhir} belum dapat disimpulkan.").isi
    ekor = kal(" dengan predikat {p}", p=predikat) if predikat.hasil.ada else ()
    utama = kal("Evaluasi akuntabilitas kinerja tahun {t} menghasilkan nilai {n}{ekor}.", t=akhir, n=nilai, ekor=ekor)
    lalu = [t for t in tahun[:-1] if ktx.hitung("nilai_sakip", tahun=t).angka is not None]
    if not lalu:
        return gabung(utama, kal("Belum ada nilai tahun sebelumnya untuk dibandingkan."))
    kini, dulu = nilai.hasil.angka, ktx.hitung("nilai_sakip", tahun=lalu[-1]).angka
    if kini is None or dulu is None:
        return utama
    gerak = "naik" if kini > dulu else "turun" if kini < dulu else "tidak berubah"
    pola = (
        "Nilai tersebut {g} dari {n} pada tahun {t}."
        if kini != dulu
        else "Nilai tersebut {g} dari tahun {t}, yaitu {n}."
    )
    return gabung(
        utama, kal(pola, g=gerak, n=ktx.angka("nilai_sakip", tahun=lalu[-1]), t=lalu[-1]), _kalimat_skema(ktx)
    )


def _kalimat_skema(ktx: Konteks) -> tuple[Sebaris, ...]:
    skema = ktx.metode.skema_sakip
    return kal("Bobot komponennya mengikuti {s}.", s=NAMA_SKEMA[skema]) if skema else ()


def tabel_komponen(ktx: Konteks, tahun: list[int]) -> Tabel:
    """Weight and score of each component per year; a year in which it was not scored prints a dash."""
    nama = list(dict.fromkeys(n for t in reversed(tahun) for n in daftar_komponen_sakip(ktx.kinerja, t)))
    isi: list[Baris] = []
    lebih: list[tuple[Sebaris, ...]] = []
    for nomor, komponen in enumerate(nama, 1):
        sel_tahun: list[Sel] = []
        for t in tahun:
            bobot = ktx.angka("bobot_komponen", komponen, tahun=t)
            nilai = ktx.angka("nilai_komponen", komponen, tahun=t)
            sel_tahun += [sel(bobot), sel(nilai)]
            if (
                bobot.hasil.angka is not None
                and nilai.hasil.angka is not None
                and nilai.hasil.angka > bobot.hasil.angka
            ):
                lebih.append(kal("{k} tahun {t} ({n} dari bobot {b})", k=komponen, t=t, n=nilai, b=bobot))
        isi.append(baris(str(nomor), komponen, *sel_tahun))
    isi.append(_baris_jumlah(ktx, tahun, "Nilai", "nilai_sakip"))
    isi.append(_baris_jumlah(ktx, tahun, "Predikat", "predikat_sakip"))
    kelompok = [("", (("No", 6, TENGAH), ("Komponen", 40, KIRI)))]
    kelompok += [(f"Tahun {t}", (("Bobot", 12, KANAN), ("Nilai", 14, KANAN))) for t in tahun]
    pesan = (
        [catatan("Nilai komponen berikut melebihi bobotnya dan perlu diteliti: {d}.", d=deret_kata(lebih))]
        if lebih
        else []
    )
    return tabel_kepala_ganda("tabel-sakip", "Hasil Evaluasi SAKIP per Komponen", kelompok, isi, catatan=pesan)


def _baris_jumlah(ktx: Konteks, tahun: list[int], judul: str, besaran: str) -> Baris:
    sel_tahun: list[Sel] = []
    for t in tahun:
        angka = ktx.angka(besaran, tahun=t, tebal=True)
        warna = _warna(angka.hasil.kata)
        sel_tahun.append(
            Sel((angka,), TENGAH if besaran == "predikat_sakip" else KANAN, rentang_kolom=2, kategori=warna)
        )
    return baris(sel(judul, kolom=2, tebal=True), *sel_tahun, gaya=GayaBaris.JUMLAH)


def _warna(huruf: str | None) -> Decimal | None:
    """Place of a predikat letter between D and AA."""
    return Decimal(_HURUF.index(huruf)) / (len(_HURUF) - 1) if huruf in _HURUF else None


def _tabel_lke(ktx: Konteks, tahun: int) -> list[Simpul]:
    daftar = [
        b for b in ktx.kinerja.lke_per_tahun.get(tahun, {}).values() if b.jawaban is not None or b.catatan.strip()
    ]
    if not daftar:
        return []
    kolom = [("Subkomponen", 16, TENGAH), ("Jawaban", 12, TENGAH), ("Nilai", 14, KANAN)]
    ada_catatan = any(b.catatan.strip() for b in daftar)
    if ada_catatan:
        kolom.append(("Catatan", 58, KIRI))
    isi = [
        baris(
            b.subkomponen,
            b.jawaban.value if b.jawaban else "–",
            ktx.angka("nilai_subkomponen", b.subkomponen, tahun=tahun),
            *((teks_kaya(b.catatan) or "–",) if ada_catatan else ()),
        )
        for b in daftar
    ]
    return [tabel(f"tabel-lke-{tahun}", f"Jawaban Lembar Kerja Evaluasi Tahun {tahun}", kolom, isi)]


def rekomendasi(ktx: Konteks) -> list[Simpul]:
    """Recommendations and what was done; the count per status is counted here, not claimed."""
    daftar = [r for r in ktx.kinerja.daftar_rekomendasi if r.tahun <= ktx.tahun]
    if not daftar:
        return [kurang("Rekomendasi hasil evaluasi dan tindak lanjutnya belum diisi (lembar rekomendasi).")]
    ada_status = any(r.status for r in daftar)
    kolom = [("No", 5, TENGAH), ("Komponen", 17, KIRI), ("Rekomendasi", 38, KIRI), ("Tindak Lanjut", 36, KIRI)]
    if ada_status:
        kolom.append(("Status", 13, TENGAH))
    isi = []
    for n, r in enumerate(daftar, 1):
        status = (_NAMA_STATUS[r.status],) if ada_status else ()
        tindak_lanjut = teks_kaya(r.tindak_lanjut) or "Belum diisi"
        isi.append(baris(str(n), _komponen_tahun(ktx, r), teks_kaya(r.rekomendasi), tindak_lanjut, *status))
    kunci = "tabel-rekomendasi"
    kalimat = par(_kalimat_status(daftar), kal("Rinciannya dimuat pada {t}.", t=Rujuk(kunci)))
    nama, judul_ruas = f"bab3.sakip.rekomendasi{AKHIRAN_KALIMAT}", "Tindak lanjut rekomendasi dalam kalimat"
    return [
        *otomatis(ktx, nama, [kalimat], letak=_LETAK, judul=judul_ruas),
        tabel(kunci, "Rekomendasi Evaluasi dan Tindak Lanjutnya", kolom, isi),
        *_tanpa_status(daftar),
    ]


def _komponen_tahun(ktx: Konteks, baris_rekomendasi: Rekomendasi) -> str:
    ekor = "" if baris_rekomendasi.tahun == ktx.tahun else f" ({baris_rekomendasi.tahun})"
    return f"{baris_rekomendasi.komponen.strip() or 'Umum'}{ekor}"


def _kalimat_status(daftar: list[Rekomendasi]) -> tuple[Sebaris, ...]:
    selesai = sum(r.status is StatusRekomendasi.SELESAI for r in daftar)
    ada = sum(bool(r.tindak_lanjut.strip()) for r in daftar)
    utama = (
        kal(
            "Terdapat {n} hasil evaluasi; {ada} di antaranya sudah memuat uraian tindak lanjut.",
            n=banyak(len(daftar), "rekomendasi"),
            ada=banyak(ada),
        )
        if ada != len(daftar)
        else kal(
            "Terdapat {n} hasil evaluasi, dan uraian tindak lanjutnya sudah dicatat.",
            n=banyak(len(daftar), "rekomendasi"),
        )
    )
    if not any(r.status for r in daftar):
        return utama
    return gabung(utama, kal("Yang berstatus selesai berjumlah {n}.", n=banyak(selesai)))


def _tanpa_status(daftar: list[Rekomendasi]) -> list[Simpul]:
    if all(r.status for r in daftar):
        return []
    return [
        kurang(
            "Status tindak lanjut belum diisi untuk {n} (lembar rekomendasi, kolom status).",
            n=banyak(sum(r.status is None for r in daftar), "rekomendasi"),
        )
    ]
