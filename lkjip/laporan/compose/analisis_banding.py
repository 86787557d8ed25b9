"""Analyses 2 to 4 of one indicator: against earlier years, the end of the Renstra, a national standard and others."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from kinerja.data import JenisPembanding, Pembanding
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.bagan import bagan_tahun
from lkjip.laporan.compose.kalimat import Isian, banyak, catatan, deret_kata, gabung, kal, kurang, par
from lkjip.laporan.compose.konteks import SERATUS, Konteks
from lkjip.laporan.compose.narasi import tulisan
from lkjip.laporan.compose.ruas_indikator import kalimat_indikator, letak_analisis, nama_ruas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, capaian_biasa, slug, tabel
from lkjip.laporan.isi import Paragraf, Sebaris, Simpul, Tabel, Teks
from renstra.data import Arah, Indikator

_POLA_TETAP = (
    "Realisasi tahun {tahun} sama dengan tahun {lalu}, yaitu {r_kini}.",
    "Tidak ada perubahan dari tahun {lalu} ke tahun {tahun}: realisasinya tetap {r_kini}.",
)
_POLA_HURUF = "Realisasi berubah dari {r_dulu} pada tahun {lalu} menjadi {r_kini} pada tahun {tahun}."
_POLA_BERUBAH = (
    "Realisasi {gerak} dari {r_dulu} pada tahun {lalu} menjadi {r_kini} pada tahun {tahun}{ekor}. Kinerja indikator "
    "ini {arti}{sebab}.",
    "Dibandingkan dengan tahun {lalu} yang terealisasi {r_dulu}, realisasi tahun {tahun} {gerak} menjadi "
    "{r_kini}{ekor}. Artinya kinerja indikator ini {arti}{sebab}.",
)


# 2. against last year and the years before


def antartahun(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    kode, lalu = indikator.kode, ktx.tahun - 1
    tahun = (*ktx.tahun_riwayat(kode), ktx.tahun)
    hasil: list[Simpul] = []
    if not ktx.ada_realisasi(kode, tahun=lalu):
        hasil.append(
            kurang(
                "Realisasi tahun {lalu} belum diisi (lembar realisasi_tahunan), sehingga perubahan dari tahun "
                "sebelumnya tidak dapat dinilai.",
                lalu=lalu,
            )
        )
    elif ktx.ada_realisasi(kode):
        hasil += kalimat_indikator(ktx, indikator, "tahun", [par(_kalimat_tren(ktx, indikator, urutan))])
    if any(ktx.ada_realisasi(kode, tahun=t) for t in tahun[:-1]):
        hasil.append(_tabel_tahun(ktx, indikator, tahun))
    return [*hasil, *bagan_tahun(ktx, indikator)]


def _tabel_tahun(ktx: Konteks, indikator: Indikator, tahun: tuple[int, ...]) -> Tabel:
    kode = indikator.kode
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
    pesan = _tanpa_target_lalu(ktx, kode, tahun[:-1])
    judul, biasa = f"{ktx.nama_indikator(indikator)} Antartahun", capaian_biasa(ktx, [indikator])
    return tabel(f"tabel-tahun-{slug(kode)}", judul, kolom, isi, catatan=pesan, rumus_capaian=biasa)


def _tanpa_target_lalu(ktx: Konteks, kode: str, tahun: tuple[int, ...]) -> list[Paragraf]:
    tanpa = [str(t) for t in tahun if ktx.ada_realisasi(kode, tahun=t) and not ktx.ada_target(kode, tahun=t)]
    if not tanpa:
        return []
    return [
        catatan(
            "Target tahun {t} tidak tercatat dalam buku kerja, sehingga capaiannya tidak dihitung.", t=deret_kata(tanpa)
        )
    ]


def _kalimat_tren(ktx: Konteks, indikator: Indikator, urutan: int) -> tuple[Sebaris, ...]:
    kode, lalu = indikator.kode, ktx.tahun - 1
    kini, dulu = ktx.hitung("realisasi", kode).angka, ktx.hitung("realisasi", kode, tahun=lalu).angka
    isian: dict[str, Isian] = {
        "lalu": lalu,
        "tahun": ktx.tahun,
        "r_kini": ktx.bersatuan(indikator, ktx.realisasi(kode)),
        "r_dulu": ktx.bersatuan(indikator, ktx.realisasi(kode, tahun=lalu)),
    }
    if kini is None or dulu is None:
        huruf = [ktx.hitung("predikat_realisasi", kode, tahun=t).kata for t in (lalu, ktx.tahun)]
        sama = huruf[0] is not None and huruf[0] == huruf[1]
        return kal(_POLA_TETAP[urutan % 2] if sama else _POLA_HURUF, **isian)
    if kini == dulu:
        return kal(_POLA_TETAP[urutan % 2], **isian)
    negatif = indikator.arah is Arah.NEGATIF
    tumbuh = ktx.angka("pertumbuhan", kode)
    return kal(
        _POLA_BERUBAH[urutan % 2],
        gerak="naik" if kini > dulu else "turun",
        ekor=kal(", dengan pertumbuhan {p}", p=tumbuh) if tumbuh.hasil.ada else (),
        arti="membaik" if (kini > dulu) != negatif else "memburuk",
        sebab=", karena semakin rendah nilainya semakin baik" if negatif else "",
        **isian,
    )


# 3. against the last year of the Renstra


def terhadap_renstra(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    kode, akhir = indikator.kode, ktx.renstra.periode.renstra_akhir
    if akhir is None:
        return [kurang("Tahun akhir Renstra belum diisi (lembar pengaturan, kunci renstra_akhir).")]
    if not ktx.ada_target(kode, tahun=akhir, versi="renstra"):
        return [
            kurang("Target Renstra tahun {akhir} untuk indikator ini belum diisi (lembar target_tahunan).", akhir=akhir)
        ]
    if not ktx.ada_realisasi(kode):
        return [ktx.tiada(ktx.hitung("realisasi", kode), "Kemajuan terhadap Renstra belum dapat dinilai.")]
    kemajuan = ktx.angka("kemajuan_renstra", kode)
    target = ktx.bersatuan(indikator, ktx.target(kode, tahun=akhir, versi="renstra"))
    hasil: list[Simpul] = []
    if kemajuan.hasil.ada:
        kalimat = par(_kalimat_kemajuan(ktx, indikator, target, akhir, urutan))
        hasil += kalimat_indikator(ktx, indikator, "renstra", [kalimat])
    else:
        hasil.append(ktx.tiada(kemajuan.hasil, "Kemajuan terhadap Renstra belum dapat dihitung."))
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
        lampau = nilai is not None and nilai != SERATUS
        lanjut = (
            "Target itu terlampaui sebelum waktunya dan perlu ditinjau kembali agar tetap menantang."
            if lampau
            else "Target itu sudah tercapai sebelum waktunya dan perlu dipertahankan sampai akhir periode."
        )
        return gabung(utama, kal(lanjut))
    if tercapai:
        return gabung(utama, kal("Target jangka menengah indikator ini telah tercapai."))
    if sisa > 0:
        return gabung(utama, kal("Target itu masih harus dikejar dalam {n} yang tersisa.", n=banyak(sisa, "tahun")))
    return gabung(utama, kal("Periode Renstra telah berakhir dan target jangka menengahnya belum tercapai."))


# 4. against a national standard and other agencies


def pembanding(ktx: Konteks, indikator: Indikator, urutan: int) -> list[Simpul]:
    kode = indikator.kode
    daftar = [p for p in ktx.kinerja.daftar_pembanding if p.indikator == kode and p.tahun <= ktx.tahun]
    letak, nama = letak_analisis(indikator, "pembanding"), nama_ruas(indikator, "pembanding")
    sendiri = tulisan(ktx, nama, letak=letak, judul="Uraian pembanding", subjek=(kode,))
    if not daftar:
        return sendiri or [
            kurang(
                "Angka pembanding (standar nasional atau instansi lain) untuk indikator ini belum tersedia; bila ada, "
                "diisikan pada lembar pembanding."
            )
        ]
    hasil = [*sendiri, *_banding_tersusun(ktx, indikator, daftar)]
    kolom = (("Pembanding", 44, KIRI), ("Jenis", 18, KIRI), ("Tahun", 12, TENGAH), ("Nilai", 26, KANAN))
    nama_jenis = {JenisPembanding.NASIONAL: "Nasional", JenisPembanding.INSTANSI: "Instansi lain"}
    isi = [
        baris(p.nama.strip() or nama_jenis[p.jenis], nama_jenis[p.jenis], str(p.tahun), _nilai(p.nilai, p.predikat))
        for p in daftar
    ]
    isi.append(baris((Teks(ktx.nama, tebal=True),), "Realisasi sendiri", str(ktx.tahun), ktx.realisasi(kode)))
    return [*hasil, tabel(f"tabel-pembanding-{slug(kode)}", f"Pembanding {ktx.nama_indikator(indikator)}", kolom, isi)]


def _banding_tersusun(ktx: Konteks, indikator: Indikator, daftar: Sequence[Pembanding]) -> list[Simpul]:
    kode = indikator.kode
    nasional = ktx.angka("capaian_nasional", kode)
    pesan: list[Simpul] = []
    hasil: list[Simpul] = []
    if nasional.hasil.ada:
        nilai = ktx.angka("nilai_pembanding", kode)
        kalimat = kal(
            "Standar nasional yang dipakai sebagai pembanding adalah {n}; realisasi {r} setara dengan {c}.",
            n=ktx.bersatuan(indikator, (nilai,)),
            r=ktx.bersatuan(indikator, ktx.realisasi(kode)),
            c=nasional,
        )
        hasil.append(par(kalimat, _kalimat_nasional(ktx, indikator, nasional.hasil.angka)))
    elif any(p.jenis is JenisPembanding.NASIONAL for p in daftar):
        pesan.append(ktx.tiada(nasional.hasil, "Capaian terhadap standar nasional belum dapat dihitung."))
    instansi = _kalimat_instansi(ktx, indikator, daftar)
    if instansi:
        hasil.append(par(instansi))
    return [*pesan, *kalimat_indikator(ktx, indikator, "pembanding", hasil)]


def _kalimat_nasional(ktx: Konteks, indikator: Indikator, capaian: Decimal | None) -> tuple[Sebaris, ...]:
    if capaian is None:
        return ()
    if capaian == SERATUS:
        return kal("Hasil itu sama dengan standar nasional.")
    baik = (capaian > SERATUS) != ktx.langsung_negatif(indikator)
    return kal("Hasil itu lebih baik daripada standar nasional." if baik else "Standar nasional itu belum tercapai.")


def _kalimat_instansi(ktx: Konteks, indikator: Indikator, daftar: Sequence[Pembanding]) -> tuple[Sebaris, ...]:
    """Who is lower, equal, higher than this agency, by name; empty where there is nothing to compare."""
    kini = ktx.hitung("realisasi", indikator.kode).angka
    lain = [p for p in daftar if p.jenis is JenisPembanding.INSTANSI and p.nilai is not None and p.nama.strip()]
    if kini is None or not lain:
        return ()
    kelompok = (
        ("lebih tinggi daripada", [p for p in lain if p.nilai is not None and p.nilai < kini]),
        ("sama dengan", [p for p in lain if p.nilai == kini]),
        ("lebih rendah daripada", [p for p in lain if p.nilai is not None and p.nilai > kini]),
    )
    bagian = [
        kal("{kata} {nama}", kata=kata, nama=deret_kata([f"{p.nama.strip()} ({p.tahun})" for p in isi]))
        for kata, isi in kelompok
        if isi
    ]
    realisasi = ktx.bersatuan(indikator, ktx.realisasi(indikator.kode))
    utama = kal("Dibandingkan dengan instansi lain, realisasi {r} {b}.", r=realisasi, b=deret_kata(bagian, "serta"))
    if indikator.arah is not Arah.NEGATIF:
        return utama
    return gabung(utama, kal("Untuk indikator ini, angka yang lebih rendah lebih baik."))


def _nilai(nilai: Decimal | None, predikat: str) -> str:
    bagian = [] if nilai is None else [tulis_angka(nilai)]
    if predikat.strip():
        bagian.append(f"({predikat.strip()})" if bagian else predikat.strip())
    return " ".join(bagian) or "–"
