"""Bab III A for one indicator: the seven analyses of PermenPANRB 53/2014, Lampiran II, in its order."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from kinerja.data import JenisPembanding
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.analisis_sebab import dukungan_program, efisiensi, sebab_dan_solusi
from lkjip.laporan.compose.bagan import bagan_tahun
from lkjip.laporan.compose.kalimat import banyak, catatan, gabung, kal, kurang, kutip, par, tiada
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.narasi import teks_kaya
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel_kategori, slug, tabel
from lkjip.laporan.isi import Bagian, Blok, Paragraf, Rujuk, Sebaris, Teks
from renstra.data import Arah, Indikator

Analisis = Callable[[Konteks, Indikator, int], list[Blok]]


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
    isi = tuple(
        Bagian(f"analisis-{nama}-{kunci}", judul, tuple(f(ktx, indikator, urutan))) for nama, judul, f in daftar
    )
    return Bagian(f"indikator-{kunci}", f"Indikator: {ktx.nama_indikator(indikator)}", isi)


# 1. target against realisasi of this year


def target_realisasi(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Blok]:
    kode, nama = indikator.kode, kutip(ktx.nama_indikator(indikator))
    hasil: list[Blok] = []
    if not ktx.ada_target(kode):
        hasil.append(
            kurang(
                "Target {nama} tahun {tahun} belum diisi (lembar perjanjian atau target_tahunan).",
                nama=nama,
                tahun=ktx.tahun,
            )
        )
    if not ktx.ada_realisasi(kode):
        hasil.append(tiada(ktx.hitung("realisasi", kode)))
    capaian = ktx.hitung("capaian", kode)
    if capaian.ada:
        hasil.append(par(_kalimat_utama(ktx, indikator, urutan), _kalimat_posisi(ktx, indikator, urutan)))
    elif ktx.ada_target(kode) and ktx.ada_realisasi(kode):
        hasil.append(
            par(
                kal(
                    "Realisasi {nama} adalah {r} terhadap target {t}.",
                    nama=nama,
                    r=ktx.bersatuan(indikator, ktx.realisasi(kode)),
                    t=ktx.bersatuan(indikator, ktx.target(kode)),
                )
            )
        )
        hasil.append(tiada(capaian, "Capaiannya tidak dapat dihitung."))
    hasil.append(_tabel_tahun_ini(ktx, indikator))
    return [*hasil, *_triwulan(ktx, indikator), *_komponen(ktx, indikator), *_surat(ktx, indikator)]


def _kalimat_utama(ktx: Konteks, indikator: Indikator, urutan: int) -> tuple[Sebaris, ...]:
    pola = (
        "Untuk {nama}, {dokumen} tahun {tahun} menetapkan target {t}; realisasinya {r}, sehingga capaiannya "
        "{c}{kategori}.",
        "Realisasi {nama} pada tahun {tahun} adalah {r}. Terhadap target {t} dalam {dokumen}, capaiannya "
        "{c}{kategori}.",
        "Dengan target {t} ({dokumen} tahun {tahun}), {nama} terealisasi {r} atau mencapai {c}{kategori}.",
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
    batas = ()
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


def _tabel_tahun_ini(ktx: Konteks, indikator: Indikator) -> Blok:
    kode = indikator.kode
    kolom = (
        ("Satuan", 14, TENGAH),
        ("Target", 16, KANAN),
        ("Dokumen Target", 26, KIRI),
        ("Realisasi", 16, KANAN),
        ("Capaian (%)", 14, KANAN),
        ("Kategori", 18, TENGAH),
    )
    isi = baris(
        indikator.satuan or "–",
        ktx.target(kode),
        ktx.dokumen_target(kode) or "–",
        ktx.realisasi(kode),
        ktx.angka("capaian", kode, polos=True),
        sel_kategori(ktx, indikator),
    )
    judul = f"Target dan Realisasi {ktx.nama_indikator(indikator)} Tahun {ktx.tahun}"
    return tabel(f"tabel-capaian-{slug(kode)}", judul, kolom, [isi])


def _triwulan(ktx: Konteks, indikator: Indikator) -> list[Blok]:
    """The quarters that have any row; a quarter without a target of its own is measured against the year's."""
    kode = indikator.kode
    ada = {
        t: ktx.kinerja.kinerja_per_triwulan[kode, ktx.tahun, t]
        for t in DAFTAR_TRIWULAN
        if (kode, ktx.tahun, t) in ktx.kinerja.kinerja_per_triwulan
    }
    if not ada:
        return (
            [catatan("Realisasi triwulan tidak tersedia; capaian dihitung dari angka tahunan.")]
            if ktx.ada_realisasi(kode)
            else []
        )
    kolom = (
        ("Periode", 20, KIRI),
        ("Target", 15, KANAN),
        ("Realisasi", 15, KANAN),
        ("Capaian (%)", 15, KANAN),
        ("Catatan", 35, KIRI),
    )
    isi = [
        baris(
            nama_triwulan(t),
            ktx.target(kode, triwulan=t),
            ktx.realisasi(kode, triwulan=t),
            ktx.angka("capaian", kode, triwulan=t, polos=True),
            teks_kaya(k.catatan) or "–",
        )
        for t, k in ada.items()
    ]
    tanpa = [nama_triwulan(t) for t, k in ada.items() if k.target is None and not k.predikat_target]
    pesan = (
        [catatan("{tw} tidak mempunyai target sendiri dan diukur terhadap target tahunan.", tw=", ".join(tanpa))]
        if tanpa
        else []
    )
    judul = f"Capaian Triwulanan {ktx.nama_indikator(indikator)} Tahun {ktx.tahun}"
    return [tabel(f"tabel-triwulan-{slug(kode)}", judul, kolom, isi, catatan=pesan)]


def _komponen(ktx: Konteks, indikator: Indikator) -> list[Blok]:
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


def _surat(ktx: Konteks, indikator: Indikator) -> list[Blok]:
    """An index scored by others says by which letter and for which year it was scored."""
    asal = ktx.kinerja.realisasi_per_tahun.get((indikator.kode, ktx.tahun))
    if asal is None or not (asal.nomor_surat.strip() or asal.tahun_penilaian):
        return []
    surat = f" berdasarkan surat nomor {asal.nomor_surat.strip()}" if asal.nomor_surat.strip() else ""
    tahun = f" untuk tahun penilaian {asal.tahun_penilaian}" if asal.tahun_penilaian else ""
    return [catatan("Nilai indikator ini ditetapkan pihak luar{surat}{tahun}.", surat=surat, tahun=tahun)]


# 2. against last year and the years before


def antartahun(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Blok]:
    kode, lalu = indikator.kode, ktx.tahun - 1
    tahun = (*ktx.tahun_riwayat(kode), ktx.tahun)
    hasil: list[Blok] = []
    if not ktx.ada_realisasi(kode, tahun=lalu):
        hasil.append(
            kurang(
                "Realisasi tahun {lalu} belum diisi (lembar realisasi_tahunan), sehingga perubahan dari tahun "
                "sebelumnya tidak dapat dinilai.",
                lalu=lalu,
            )
        )
    elif ktx.ada_realisasi(kode):
        hasil.append(par(_kalimat_tren(ktx, indikator, urutan)))
    if any(ktx.ada_realisasi(kode, tahun=t) for t in tahun[:-1]):
        kolom = (
            ("Tahun", 14, TENGAH),
            ("Target", 20, KANAN),
            ("Realisasi", 20, KANAN),
            ("Capaian (%)", 20, KANAN),
            ("Pertumbuhan Realisasi (%)", 26, KANAN),
        )
        isi = [
            baris(
                str(t),
                ktx.target(kode, tahun=t),
                ktx.realisasi(kode, tahun=t),
                ktx.angka("capaian", kode, tahun=t, polos=True),
                ktx.angka("pertumbuhan", kode, tahun=t, polos=True),
            )
            for t in tahun
        ]
        hasil.append(
            tabel(
                f"tabel-tahun-{slug(kode)}",
                f"{ktx.nama_indikator(indikator)} Antartahun",
                kolom,
                isi,
                catatan=_tanpa_target_lalu(ktx, kode, tahun[:-1]),
            )
        )
    return [*hasil, *bagan_tahun(ktx, indikator)]


def _tanpa_target_lalu(ktx: Konteks, kode: str, tahun: tuple[int, ...]) -> list[Paragraf]:
    tanpa = [str(t) for t in tahun if ktx.ada_realisasi(kode, tahun=t) and not ktx.ada_target(kode, tahun=t)]
    if not tanpa:
        return []
    return [
        catatan(
            "Target tahun {t} tidak tercatat dalam buku kerja, sehingga capaiannya tidak dihitung.", t=", ".join(tanpa)
        )
    ]


def _kalimat_tren(ktx: Konteks, indikator: Indikator, urutan: int) -> tuple[Sebaris, ...]:
    kode, lalu = indikator.kode, ktx.tahun - 1
    kini, dulu = ktx.hitung("realisasi", kode).angka, ktx.hitung("realisasi", kode, tahun=lalu).angka
    r_kini = ktx.bersatuan(indikator, ktx.realisasi(kode))
    r_dulu = ktx.bersatuan(indikator, ktx.realisasi(kode, tahun=lalu))
    if kini is None or dulu is None:
        return kal(
            "Pada tahun {lalu} realisasinya {dulu} dan pada tahun {tahun} {kini}.",
            lalu=lalu,
            dulu=r_dulu,
            tahun=ktx.tahun,
            kini=r_kini,
        )
    if kini == dulu:
        return kal(
            (
                "Realisasi tahun {tahun} sama dengan tahun {lalu}, yaitu {kini}.",
                "Tidak ada perubahan dari tahun {lalu} ke tahun {tahun}: realisasinya tetap {kini}.",
            )[urutan % 2],
            tahun=ktx.tahun,
            lalu=lalu,
            kini=r_kini,
        )
    naik = kini > dulu
    baik = naik != (indikator.arah is Arah.NEGATIF)
    tumbuh = ktx.angka("pertumbuhan", kode)
    ekor = kal(", dengan pertumbuhan {p}", p=tumbuh) if tumbuh.hasil.ada else ()
    arti = "membaik" if baik else "memburuk"
    arah = " karena semakin rendah nilainya semakin baik" if indikator.arah is Arah.NEGATIF else ""
    return kal(
        (
            "Realisasi {gerak} dari {dulu} pada tahun {lalu} menjadi {kini} pada tahun {tahun}{ekor}. Kinerja "
            "indikator ini {arti}{arah}.",
            "Dibandingkan dengan tahun {lalu} yang terealisasi {dulu}, realisasi tahun {tahun} {gerak} menjadi "
            "{kini}{ekor}. Artinya "
            "kinerja indikator ini {arti}{arah}.",
        )[urutan % 2],
        gerak="naik" if naik else "turun",
        dulu=r_dulu,
        lalu=lalu,
        kini=r_kini,
        tahun=ktx.tahun,
        ekor=ekor,
        arti=arti,
        arah=arah,
    )


# 3. against the last year of the Renstra


def terhadap_renstra(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Blok]:
    kode, akhir = indikator.kode, ktx.renstra.periode.renstra_akhir
    if akhir is None:
        return [kurang("Tahun akhir Renstra belum diisi (lembar pengaturan, kunci renstra_akhir).")]
    if not ktx.ada_target(kode, tahun=akhir, versi="renstra"):
        return [
            kurang("Target Renstra tahun {akhir} untuk indikator ini belum diisi (lembar target_tahunan).", akhir=akhir)
        ]
    if not ktx.ada_realisasi(kode):
        return [tiada(ktx.hitung("realisasi", kode), "Kemajuan terhadap Renstra belum dapat dinilai.")]
    kemajuan = ktx.angka("kemajuan_renstra", kode)
    target = ktx.bersatuan(indikator, ktx.target(kode, tahun=akhir, versi="renstra"))
    hasil: list[Blok] = []
    if kemajuan.hasil.ada:
        hasil.append(par(_kalimat_kemajuan(ktx, indikator, target, akhir, urutan)))
    else:
        hasil.append(tiada(kemajuan.hasil, "Kemajuan terhadap Renstra belum dapat dihitung."))
    kolom = (
        (f"Realisasi s.d. Tahun {ktx.tahun}", 34, KANAN),
        (f"Target Renstra Tahun {akhir}", 33, KANAN),
        ("Kemajuan (%)", 33, KANAN),
    )
    isi = baris(
        ktx.realisasi(kode),
        ktx.target(kode, tahun=akhir, versi="renstra"),
        ktx.angka("kemajuan_renstra", kode, polos=True),
    )
    judul = f"Kemajuan {ktx.nama_indikator(indikator)} terhadap Target Akhir Renstra"
    return [*hasil, tabel(f"tabel-renstra-{slug(kode)}", judul, kolom, [isi])]


def _kalimat_kemajuan(
    ktx: Konteks, indikator: Indikator, target: tuple[Sebaris, ...], akhir: int, urutan: int
) -> tuple[Sebaris, ...]:
    nilai = ktx.hitung("kemajuan_renstra", indikator.kode).angka
    tercapai = nilai is not None and (nilai <= 100 if ktx.langsung_negatif(indikator) else nilai >= 100)
    utama = kal(
        (
            "Target akhir Renstra (tahun {akhir}) adalah {t}. Realisasi tahun {tahun} setara dengan kemajuan {k}.",
            "Kemajuan sampai tahun {tahun} mencapai {k} dari target akhir Renstra, yaitu {t} pada tahun {akhir}.",
        )[urutan % 2],
        akhir=akhir,
        t=target,
        tahun=ktx.tahun,
        k=ktx.angka("kemajuan_renstra", indikator.kode),
    )
    sisa = akhir - ktx.tahun
    if tercapai and sisa > 0:
        return gabung(
            utama,
            kal(
                "Target akhir itu sudah tercapai sebelum waktunya, sehingga targetnya perlu ditinjau kembali "
                "agar tetap menantang atau sekurang-kurangnya dipertahankan."
            ),
        )
    if tercapai:
        return gabung(utama, kal("Target jangka menengah indikator ini telah tercapai."))
    if sisa > 0:
        return gabung(utama, kal("Target itu masih harus dikejar dalam {n} yang tersisa.", n=banyak(sisa, "tahun")))
    return gabung(utama, kal("Periode Renstra telah berakhir dan target jangka menengahnya belum tercapai."))


# 4. against a national standard and other agencies


def pembanding(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Blok]:
    kode = indikator.kode
    daftar = [p for p in ktx.kinerja.daftar_pembanding if p.indikator == kode and p.tahun <= ktx.tahun]
    if not daftar:
        return [
            kurang(
                "Angka pembanding (standar nasional atau instansi lain) untuk indikator ini belum tersedia; bila ada, "
                "diisikan pada lembar pembanding."
            )
        ]
    nasional = ktx.angka("capaian_nasional", kode)
    hasil: list[Blok] = []
    if nasional.hasil.ada:
        nilai = ktx.angka("nilai_pembanding", kode)
        hasil.append(
            par(
                kal(
                    "Standar nasional yang dipakai sebagai pembanding adalah {n}; realisasi {r} setara dengan {c}.",
                    n=ktx.bersatuan(indikator, (nilai,)),
                    r=ktx.bersatuan(indikator, ktx.realisasi(kode)),
                    c=nasional,
                )
            )
        )
    elif any(p.jenis is JenisPembanding.NASIONAL for p in daftar):
        hasil.append(tiada(nasional.hasil, "Capaian terhadap standar nasional belum dapat dihitung."))
    kolom = (("Pembanding", 44, KIRI), ("Jenis", 18, KIRI), ("Tahun", 12, TENGAH), ("Nilai", 26, KANAN))
    nama_jenis = {JenisPembanding.NASIONAL: "Nasional", JenisPembanding.INSTANSI: "Instansi lain"}
    isi = [
        baris(p.nama.strip() or nama_jenis[p.jenis], nama_jenis[p.jenis], str(p.tahun), _nilai(p.nilai, p.predikat))
        for p in daftar
    ]
    isi.append(baris((Teks(ktx.nama, tebal=True),), "Realisasi sendiri", str(ktx.tahun), ktx.realisasi(kode)))
    return [*hasil, tabel(f"tabel-pembanding-{slug(kode)}", f"Pembanding {ktx.nama_indikator(indikator)}", kolom, isi)]


def _nilai(nilai: Decimal | None, predikat: str) -> str:
    bagian = [] if nilai is None else [tulis_angka(nilai)]
    if predikat.strip():
        bagian.append(f"({predikat.strip()})" if bagian else predikat.strip())
    return " ".join(bagian) or "–"
