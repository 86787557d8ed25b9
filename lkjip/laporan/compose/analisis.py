"""Bab III A for one indicator: the seven analyses of PermenPANRB 53/2014, Lampiran II, in its order; and the first."""

from __future__ import annotations

from collections.abc import Callable

from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.analisis_banding import antartahun, pembanding, terhadap_renstra
from lkjip.laporan.compose.analisis_sebab import dukungan_program, efisiensi, sebab_dan_solusi
from lkjip.laporan.compose.kalimat import Isian, banyak, catatan, deret_kata, gabung, kal, kurang, kutip, par
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.narasi import teks_kaya, tulisan
from lkjip.laporan.compose.ruas_indikator import kalimat_indikator, nama_ruas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, capaian_biasa, sel_kategori, slug, tabel
from lkjip.laporan.isi import Bagian, GayaBaris, Rujuk, Sebaris, Sel, Simpul
from renstra.data import Indikator

Analisis = Callable[[Konteks, Indikator, int], list[Simpul]]


def bagian_indikator(ktx: Konteks, indikator: Indikator, urutan: int) -> Bagian:
    """All seven analyses; `urutan` only varies the wording."""
    daftar: tuple[tuple[str, str, Analisis], ...] = (
        ("target", f"Target dan Realisasi Tahun {ktx.tahun}", target_realisasi),
        ("tahun", "Perbandingan dengan Tahun-Tahun Sebelumnya", antartahun),
        ("renstra", "Kemajuan terhadap Target Akhir Renstra", terhadap_renstra),
        ("pembanding", "Perbandingan dengan Standar Nasional dan Instansi Lain", pembanding),
        ("sebab", "Penyebab Keberhasilan atau Kegagalan dan Solusinya", sebab_dan_solusi),
        ("efisiensi", "Efisiensi Penggunaan Sumber Daya", efisiensi),
        ("program", "Program dan Kegiatan Pendukung", dukungan_program),
    )
    kunci = slug(indikator.kode)
    letak, subjek = f"indikator-{kunci}", (indikator.kode,)
    umum = tulisan(ktx, nama_ruas(indikator), letak=letak, judul="Uraian indikator", subjek=subjek)
    isi = tuple(
        Bagian(f"analisis-{nama}-{kunci}", judul, tuple(f(ktx, indikator, urutan))) for nama, judul, f in daftar
    )
    return Bagian(letak, f"Indikator: {ktx.nama_indikator(indikator)}", (*umum, *isi))


# 1. target against realisasi of this year


def target_realisasi(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    kode, nama = indikator.kode, kutip(ktx.nama_indikator(indikator))
    hasil: list[Simpul] = []
    if not ktx.ada_target(kode):
        hasil.append(
            kurang(
                "Target {nama} tahun {tahun} belum diisi (lembar perjanjian atau target_tahunan).",
                nama=nama,
                tahun=ktx.tahun,
            )
        )
    if not ktx.ada_realisasi(kode):
        hasil.append(ktx.tiada(ktx.hitung("realisasi", kode)))
    capaian = ktx.hitung("capaian", kode)
    if capaian.ada:
        kalimat = par(_kalimat_utama(ktx, indikator, urutan), _kalimat_posisi(ktx, indikator, urutan))
        hasil += kalimat_indikator(ktx, indikator, "target", [kalimat])
    elif ktx.ada_target(kode) and ktx.ada_realisasi(kode):
        kalimat = par(
            kal(
                "Realisasi {nama} adalah {r} terhadap target {t}.",
                nama=nama,
                r=ktx.bersatuan(indikator, ktx.realisasi(kode)),
                t=ktx.bersatuan(indikator, ktx.target(kode)),
            )
        )
        hasil += kalimat_indikator(ktx, indikator, "target", [kalimat])
        hasil.append(ktx.tiada(capaian, "Capaiannya tidak dapat dihitung."))
    return [*hasil, *_tabel_capaian(ktx, indikator), *_komponen(ktx, indikator), *_surat(ktx, indikator)]


def _kalimat_utama(ktx: Konteks, indikator: Indikator, urutan: int) -> tuple[Sebaris, ...]:
    pola = (
        "Untuk {nama}, {dokumen} tahun {tahun} menetapkan target {t}; realisasinya {r}, sehingga capaiannya "
        "{c}{kategori}.",
        "Realisasi {nama} pada tahun {tahun} adalah {r}. Terhadap target {t} dalam {dokumen}, capaiannya "
        "{c}{kategori}.",
        "Dengan target {t} ({dokumen} tahun {tahun}), {nama} terealisasi {r}; capaiannya {c}{kategori}.",
    )[urutan % 3]
    k = ktx.angka("kategori_capaian", indikator.kode)
    return kal(
        pola,
        nama=kutip(ktx.nama_indikator(indikator)),
        dokumen=ktx.dokumen_target(indikator.kode),
        tahun=ktx.tahun,
        t=ktx.bersatuan(indikator, ktx.target(indikator.kode)),
        r=ktx.bersatuan(indikator, ktx.realisasi(indikator.kode)),
        c=ktx.angka("capaian", indikator.kode),
        kategori=kal(" dengan kategori “{k}”", k=k) if k.hasil.ada else (),
    )


def _kalimat_posisi(ktx: Konteks, indikator: Indikator, urutan: int) -> tuple[Sebaris, ...]:
    posisi = ktx.posisi(indikator)
    if posisi is Posisi.DI_BAWAH:
        if ktx.nyaris(indikator):
            return kal(
                "Selisihnya dari target sangat kecil dan tidak tampak pada pembulatan, tetapi target belum tercapai."
            )
        return kal(("Target indikator ini belum tercapai.", "Hasil tersebut masih berada di bawah target.")[urutan % 2])
    tanpa_batas = ktx.angka("capaian_tanpa_batas", indikator.kode)
    batas: tuple[Sebaris, ...] = ()
    if tanpa_batas.hasil.angka != ktx.hitung("capaian", indikator.kode).angka:
        batas = kal("Sebelum dibatasi menurut metode pengukuran, capaiannya {c}.", c=tanpa_batas)
    if posisi is Posisi.MELAMPAUI:
        return gabung(
            kal(("Target tersebut terlampaui.", "Hasil ini lebih baik daripada yang ditargetkan.")[urutan % 2]), batas
        )
    return gabung(
        kal(("Target tercapai tepat sebesar yang direncanakan.", "Realisasi tepat sama dengan targetnya.")[urutan % 2])
        if posisi is Posisi.TEPAT
        else (),
        batas,
    )


def _tabel_capaian(ktx: Konteks, indikator: Indikator) -> list[Simpul]:
    """The quarters that have any row, then the year; a quarter without a target of its own is measured against the
    year's."""
    kode = indikator.kode
    ada = {
        t: ktx.kinerja.kinerja_per_triwulan[kode, ktx.tahun, t]
        for t in DAFTAR_TRIWULAN
        if (kode, ktx.tahun, t) in ktx.kinerja.kinerja_per_triwulan
    }
    kolom = [
        ("Periode", 18, KIRI),
        ("Target", 15, KANAN),
        ("Realisasi", 15, KANAN),
        ("Capaian (%)", 13, KANAN),
        ("Kategori", 19, TENGAH),
    ]
    isi = [baris(nama_triwulan(t), *_sel_periode(ktx, indikator, t)) for t in ada]
    gaya = GayaBaris.JUMLAH if ada else GayaBaris.BIASA
    isi.append(baris(f"Tahun {ktx.tahun}", *_sel_periode(ktx, indikator, None), gaya=gaya))
    pesan = [
        catatan("{tw}: {isi}", tw=nama_triwulan(t), isi=teks_kaya(k.catatan))
        for t, k in ada.items()
        if k.catatan.strip()
    ]
    tanpa = [nama_triwulan(t) for t, k in ada.items() if k.target is None and not k.predikat_target]
    if tanpa and ktx.ada_target(kode):
        pesan.append(
            catatan("{tw} tidak mempunyai target sendiri dan diukur terhadap target tahunan.", tw=deret_kata(tanpa))
        )
    if not ada and ktx.ada_realisasi(kode):
        pesan.append(catatan("Realisasi triwulan tidak tersedia; capaian dihitung dari angka tahunan."))
    judul = f"Target, Realisasi, dan Capaian {ktx.nama_indikator(indikator)} Tahun {ktx.tahun}"
    biasa = capaian_biasa(ktx, [indikator])
    return [tabel(f"tabel-capaian-{slug(kode)}", judul, kolom, isi, catatan=pesan, rumus_capaian=biasa)]


def _sel_periode(ktx: Konteks, indikator: Indikator, triwulan: int | None) -> tuple[Isian | Sel, ...]:
    kode = indikator.kode
    return (
        ktx.target(kode, triwulan=triwulan),
        ktx.realisasi(kode, triwulan=triwulan),
        ktx.angka("capaian", kode, triwulan=triwulan, polos=True),
        sel_kategori(ktx, indikator, triwulan=triwulan),
    )


def _komponen(ktx: Konteks, indikator: Indikator) -> list[Simpul]:
    """Weighted parts of a composite indicator, as entered."""
    daftar = (
        *ktx.kinerja.daftar_komponen_per_indikator.get((indikator.kode, ktx.tahun), ()),
        *ktx.kinerja.daftar_komponen_per_indikator.get((indikator.kode, None), ()),
    )
    if not daftar:
        return []
    kolom = (("No", 6, TENGAH), ("Komponen", 58, KIRI), ("Bobot", 18, KANAN), ("Nilai", 18, KANAN))
    isi = [
        baris(
            str(n),
            k.uraian.strip() or k.kode,
            "–" if k.bobot is None else tulis_angka(k.bobot, None),
            "–" if k.nilai is None else tulis_angka(k.nilai),
        )
        for n, k in enumerate(daftar, 1)
    ]
    kunci = f"tabel-komponen-{slug(indikator.kode)}"
    return [
        par(
            kal(
                "Indikator ini tersusun dari {n} berbobot, sebagaimana {t}.",
                n=banyak(len(daftar), "komponen"),
                t=Rujuk(kunci),
            )
        ),
        tabel(kunci, f"Komponen {ktx.nama_indikator(indikator)} Tahun {ktx.tahun}", kolom, isi),
    ]


def _surat(ktx: Konteks, indikator: Indikator) -> list[Simpul]:
    """An index scored by others says by which letter and for which year it was scored."""
    asal = ktx.kinerja.realisasi_per_tahun.get((indikator.kode, ktx.tahun))
    if asal is None or not (asal.nomor_surat.strip() or asal.tahun_penilaian):
        return []
    surat = f" berdasarkan surat nomor {asal.nomor_surat.strip()}" if asal.nomor_surat.strip() else ""
    tahun = f" untuk tahun penilaian {asal.tahun_penilaian}" if asal.tahun_penilaian else ""
    return [catatan("Nilai indikator ini ditetapkan pihak luar{surat}{tahun}.", surat=surat, tahun=tahun)]
