"""The quarterly report: A Pendahuluan … F Penutup (sakip.md 1.2), with the programme-level table on wide pages."""

from __future__ import annotations

from anggaran.data import Anggaran
from kinerja.data import Faktor
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan, singkatan_triwulan
from lkjip.laporan.compose.analisis_sebab import sel_uang
from lkjip.laporan.compose.bab1 import dasar_hukum, latar_belakang, tugas_fungsi
from lkjip.laporan.compose.bab3_anggaran import telusuri
from lkjip.laporan.compose.bagan import bagan_serapan
from lkjip.laporan.compose.kalimat import banyak, catatan, deret_kata, gabung, kal, kurang, kutip, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.lampiran import target_triwulan
from lkjip.laporan.compose.narasi import ambil, sisa, teks_kaya
from lkjip.laporan.compose.pengantar import blok_tanda_tangan, kata_pengantar
from lkjip.laporan.compose.perjanjian import daftar_versi, tabel_perbandingan, uraian_perbedaan
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, kelompok, sel, tabel
from lkjip.laporan.isi import Bab, Bagian, Baris, Blok, Daftar, GayaBaris, JenisBab, Rujuk, Sebaris, Sel
from renstra.data import Indikator


def daftar_bab(ktx: Konteks) -> tuple[Bab, ...]:
    triwulan = ktx.laporan.identitas.triwulan or 4
    depan = [kata_pengantar(ktx)] if "pengantar" in ktx.laporan.daftar_narasi_per_bagian else []
    isi = (
        _bab("pendahuluan", "Pendahuluan", pendahuluan(ktx)),
        _bab("perjanjian", "Perjanjian Kinerja", perjanjian(ktx)),
        _bab("target", "Target Kinerja", target(ktx)),
        _bab("capaian", "Capaian Kinerja", capaian(ktx, triwulan)),
        _bab("permasalahan", "Permasalahan", permasalahan(ktx, triwulan)),
        _bab("penutup", "Penutup", penutup(ktx, triwulan)),
    )
    return (*depan, *isi)


def _bab(kunci: str, judul: str, isi: list[Blok | Bagian]) -> Bab:
    return Bab(f"triwulan-{kunci}", judul, tuple(isi), JenisBab.BIASA)


def pendahuluan(ktx: Konteks) -> list[Blok | Bagian]:
    ringkas = ambil(ktx, "ikhtisar")
    hukum = "bab1.dasar_hukum" in ktx.laporan.daftar_narasi_per_bagian
    return [
        *ringkas,
        Bagian("triwulan-latar-belakang", "Latar Belakang", tuple(latar_belakang(ktx))),
        *([Bagian("triwulan-dasar-hukum", "Dasar Hukum", tuple(dasar_hukum(ktx)))] if hukum else []),
        Bagian("triwulan-tugas-fungsi", "Tugas dan Fungsi", tuple(tugas_fungsi(ktx))),
        *sisa(ktx, "bab1"),
    ]


def perjanjian(ktx: Konteks) -> list[Blok | Bagian]:
    tulisan = ambil(ktx, "bab2.perjanjian_kinerja", "bab2.perjanjian")
    if not daftar_versi(ktx):
        return [*tulisan, kurang("Perjanjian Kinerja tahun {tahun} belum diisi (lembar perjanjian).", tahun=ktx.tahun)]
    nama = {"murni": "Perjanjian Kinerja", "perubahan": "Perjanjian Kinerja Perubahan"}
    pembuka = par(
        kal(
            "{dokumen} tahun {tahun} memuat {i} untuk {s}.",
            tahun=ktx.tahun,
            dokumen=deret_kata([nama[v.value] for v in daftar_versi(ktx)]),
            i=banyak(len(ktx.indikator_semua_sasaran), "indikator"),
            s=banyak(len(ktx.sasaran), "sasaran"),
        )
    )
    return [*tulisan, pembuka, tabel_perbandingan(ktx), *uraian_perbedaan(ktx)]


def target(ktx: Konteks) -> list[Blok | Bagian]:
    tulisan = ambil(ktx, "bab2.target_kinerja")
    hasil: list[Blok | Bagian] = [*tulisan]
    daftar = ktx.indikator_semua_sasaran
    if not daftar:
        hasil.append(kurang("Target kinerja belum dapat disajikan (lembar sasaran dan indikator)."))
    else:
        kolom = (
            ("No", 5, TENGAH),
            ("Indikator", 39, KIRI),
            ("Target Tahunan", 16, KANAN),
            *((singkatan_triwulan(t), 10, KANAN) for t in DAFTAR_TRIWULAN),
        )
        isi = [
            baris(
                str(n),
                ktx.nama_indikator(i),
                ktx.target(i.kode),
                *(target_triwulan(ktx, i.kode, t) for t in DAFTAR_TRIWULAN),
            )
            for n, i in enumerate(daftar, 1)
        ]
        hasil.append(
            par(kal("Pembagian target tahunan ke dalam triwulan disajikan pada {t}.", t=Rujuk("tabel-target-triwulan")))
        )
        hasil.append(
            tabel(
                "tabel-target-triwulan",
                f"Target Kinerja per Triwulan Tahun {ktx.tahun}",
                kolom,
                isi,
                catatan=[catatan("Tanda “–”: triwulan itu tidak mempunyai target sendiri.")],
            )
        )
    return [*hasil, *sisa(ktx, "bab2")]


def capaian(ktx: Konteks, triwulan: int) -> list[Blok | Bagian]:
    return [
        Bagian("triwulan-iku", "Capaian Indikator Sasaran", tuple(capaian_sasaran(ktx, triwulan))),
        Bagian("triwulan-program", "Capaian Program, Kegiatan, dan Subkegiatan", tuple(capaian_program(ktx, triwulan))),
        Bagian("triwulan-anggaran", "Penyerapan Anggaran", tuple(penyerapan(ktx, triwulan))),
    ]


def capaian_sasaran(ktx: Konteks, triwulan: int) -> list[Blok]:
    hasil: list[Blok] = [*ambil(ktx, "bab3.analisis")]
    daftar = ktx.indikator_semua_sasaran
    if not daftar:
        return [*hasil, kurang("Capaian indikator sasaran belum dapat disajikan (lembar sasaran dan indikator).")]
    kolom = (
        ("No", 5, TENGAH),
        ("Indikator", 35, KIRI),
        ("Target", 14, KANAN),
        ("Realisasi", 14, KANAN),
        ("Capaian (%)", 12, KANAN),
        ("Catatan", 20, KIRI),
    )
    isi = [
        baris(
            str(n),
            ktx.nama_indikator(i),
            ktx.target(i.kode, triwulan=triwulan),
            ktx.realisasi(i.kode, triwulan=triwulan),
            ktx.angka("capaian", i.kode, triwulan=triwulan, polos=True),
            _catatan(ktx, i, triwulan),
        )
        for n, i in enumerate(daftar, 1)
    ]
    pesan = []
    tanpa = [
        i for i in daftar if target_triwulan(ktx, i.kode, triwulan)[0] not in ktx.target(i.kode, triwulan=triwulan)
    ]
    if tanpa:
        pesan.append(
            catatan(
                "{n} tidak mempunyai target {tw} sendiri; yang tercantum adalah target tahunan.",
                n=banyak(len(tanpa), "indikator"),
                tw=nama_triwulan(triwulan),
            )
        )
    judul = f"Capaian Indikator Sasaran {nama_triwulan(triwulan)} Tahun {ktx.tahun}"
    hasil.append(par(_kalimat_capaian(ktx, triwulan, daftar)))
    hasil.append(tabel("tabel-capaian-sasaran", judul, kolom, isi, catatan=pesan))
    return hasil


def _catatan(ktx: Konteks, indikator: Indikator, triwulan: int) -> tuple[Sebaris, ...] | str:
    rencana = ktx.kinerja.kinerja_per_triwulan.get((indikator.kode, ktx.tahun, triwulan))
    return (teks_kaya(rencana.catatan) if rencana else ()) or "–"


def _kalimat_capaian(ktx: Konteks, triwulan: int, daftar: tuple[Indikator, ...]) -> tuple[Sebaris, ...]:
    posisi = [ktx.posisi(i, triwulan=triwulan) for i in daftar]
    ada = [p for p in posisi if p is not Posisi.TANPA_ANGKA]
    semua, masa = banyak(len(daftar), "indikator sasaran"), nama_triwulan(triwulan)
    if not ada:
        return kal(
            "Pada {tw}, capaian {n} belum dapat dihitung; alasannya tercantum pada catatan tabel.", tw=masa, n=semua
        )
    capai = sum(p is not Posisi.DI_BAWAH for p in ada)
    utama = kal(
        "Pada {tw}, {ada} dari {n} sudah dapat diukur, dan {c} di antaranya mencapai target.",
        tw=masa,
        ada=banyak(len(ada)),
        n=semua,
        c=banyak(capai),
    )
    rata = ktx.angka("rata_rata_total", triwulan=triwulan)
    return gabung(utama, kal("Rata-rata capaiannya {r}.", r=rata)) if rata.hasil.ada and len(ada) > 1 else utama


def capaian_program(ktx: Konteks, triwulan: int) -> list[Blok]:
    """Indicators of program, kegiatan and subkegiatan beside their money: one wide table."""
    if not ktx.program:
        return [kurang("Program, kegiatan, dan subkegiatan belum diisi (lembar anggaran).")]
    kolom = (
        ("Program / Kegiatan / Subkegiatan", 22, KIRI),
        ("Indikator", 21, KIRI),
        ("Target", 7, KANAN),
        ("Realisasi", 8, KANAN),
        ("Capaian (%)", 8, KANAN),
        ("Pagu (Rp)", 12, KANAN),
        ("Realisasi (Rp)", 12, KANAN),
        ("Serapan (%)", 7, KANAN),
        ("Penanggung Jawab", 13, KIRI),
    )
    isi: list[Baris] = []
    for program in ktx.program:
        if program.sasaran in ktx.renstra.sasaran_per_kode:
            sasaran = ktx.renstra.sasaran_per_kode[program.sasaran]
            isi.append(kelompok(f"Sasaran: {nama_rapi(sasaran.uraian, sasaran.kode)}", 9))
        for a, tingkat in telusuri(ktx, program):
            isi.extend(_baris_program(ktx, a, tingkat, triwulan))
    total = [ktx.angka(b, triwulan=triwulan, polos=True, tebal=True) for b in ("pagu", "realisasi_anggaran", "serapan")]
    isi.append(baris(sel("Jumlah perangkat daerah", kolom=5, tebal=True), *total, "", gaya=GayaBaris.JUMLAH))
    judul = f"Capaian Program, Kegiatan, dan Subkegiatan {nama_triwulan(triwulan)} Tahun {ktx.tahun}"
    pesan = catatan("Target adalah target triwulan, atau target tahunan bila triwulan tidak mempunyai target sendiri.")
    return [
        par(_kalimat_program(ktx, triwulan)),
        tabel("tabel-capaian-program", judul, kolom, isi, mendatar=True, catatan=[pesan]),
    ]


def _kalimat_program(ktx: Konteks, triwulan: int) -> tuple[Sebaris, ...]:
    indikator = [i for i in ktx.renstra.daftar_indikator if i.induk in ktx.anggaran.anggaran_per_kode]
    if not indikator:
        return kal(
            "Indikator program, kegiatan, dan subkegiatan belum diisi (lembar indikator); yang disajikan baru "
            "anggarannya."
        )
    nol = [i for i in indikator if ktx.hitung("realisasi", i.kode, triwulan=triwulan).angka == 0]
    kosong = [i for i in indikator if not ktx.ada_realisasi(i.kode, triwulan=triwulan)]
    utama = kal("Pada tingkat program sampai subkegiatan terdapat {n}.", n=banyak(len(indikator), "indikator"))
    belum = kal("Yang realisasinya masih nol berjumlah {n}.", n=banyak(len(nol))) if nol else ()
    tanpa = kal("Realisasi {n} belum dilaporkan.", n=banyak(len(kosong), "indikator")) if kosong else ()
    return gabung(utama, belum, tanpa)


def _baris_program(ktx: Konteks, anggaran: Anggaran, tingkat: int, triwulan: int) -> list[Baris]:
    """One row an indicator; name, money and person in charge stand once and span them."""
    daftar: tuple[Indikator | None, ...] = ktx.renstra.daftar_indikator_per_induk.get(anggaran.kode, ()) or (None,)
    n = len(daftar)
    hasil = []
    for urutan, i in enumerate(daftar):
        kiri: tuple[Sel, ...] = ()
        kanan: tuple[Sel, ...] = ()
        if urutan == 0:
            kiri = (sel(nama_rapi(anggaran.uraian, anggaran.kode), inden=min(tingkat, 2), tebal=tingkat == 0, baris=n),)
            uang = [sel(u, baris=n) for u in sel_uang(ktx, anggaran.kode, triwulan)]
            kanan = (*uang, sel(_penanggung_jawab(anggaran, daftar), baris=n))
        hasil.append(baris(*kiri, *_sel_indikator(ktx, i, triwulan), *kanan))
    return hasil


def _sel_indikator(ktx: Konteks, indikator: Indikator | None, triwulan: int) -> tuple[Sel, ...]:
    if indikator is None:
        return tuple(sel("–") for _ in range(4))
    return (
        sel(ktx.nama_indikator(indikator)),
        sel(ktx.target(indikator.kode, triwulan=triwulan)),
        sel(ktx.realisasi(indikator.kode, triwulan=triwulan)),
        sel(ktx.angka("capaian", indikator.kode, triwulan=triwulan, polos=True)),
    )


def _penanggung_jawab(anggaran: Anggaran, daftar: tuple[Indikator | None, ...]) -> str:
    nama = [anggaran.penanggung_jawab.strip(), *(i.penanggung_jawab.strip() for i in daftar if i)]
    return "; ".join(dict.fromkeys(n for n in nama if n)) or "–"


def penyerapan(ktx: Konteks, triwulan: int) -> list[Blok]:
    hasil: list[Blok] = [*ambil(ktx, "bab3.anggaran")]
    pagu, realisasi = ktx.angka("pagu"), ktx.angka("realisasi_anggaran", triwulan=triwulan)
    if not pagu.hasil.ada or not realisasi.hasil.ada:
        return [*hasil, kurang("Penyerapan anggaran belum dapat dihitung (lembar anggaran dan realisasi_anggaran).")]
    serapan = ktx.angka("serapan", triwulan=triwulan)
    ekor = kal(" atau {s}", s=serapan) if serapan.hasil.ada else ()
    hasil.append(
        par(
            kal(
                "Sampai dengan akhir {tw}, dari pagu {p} telah direalisasikan {r}{ekor}.",
                tw=nama_triwulan(triwulan),
                p=pagu,
                r=realisasi,
                ekor=ekor,
            )
        )
    )
    nol = [
        a
        for a in ktx.anggaran.daftar_anggaran
        if not ktx.anggaran.daftar_anak.get(a.kode)
        and ktx.hitung("realisasi_anggaran", a.kode, triwulan=triwulan).angka == 0
    ]
    if nol:
        hasil.append(
            par(
                kal("{n} belum menyerap anggaran sama sekali, yaitu:", n=banyak(len(nol), "baris rincian").capitalize())
            )
        )
        hasil.append(
            Daftar(
                tuple(
                    kal("{nama};" if n < len(nol) else "{nama}.", nama=nama_rapi(a.uraian, a.kode))
                    for n, a in enumerate(nol, 1)
                )
            )
        )
    return [*hasil, *bagan_serapan(ktx, triwulan)]


def permasalahan(ktx: Konteks, triwulan: int) -> list[Blok | Bagian]:
    """The agency's own list, then obstacles and solutions recorded per indicator that the list does not hold "
    "already."""
    hasil: list[Blok | Bagian] = [*ambil(ktx, "bab3.permasalahan")]
    tertulis = " ".join(n.isi for n in ktx.laporan.daftar_narasi)
    for faktor, judul in (
        (Faktor.HAMBATAN, "Hambatan"),
        (Faktor.SOLUSI, "Tindak Lanjut"),
        (Faktor.KEBERHASILAN, "Faktor Pendukung"),
    ):
        butir = [
            gabung(kal("{nama}:", nama=kutip(ktx.nama_indikator(i))), teks_kaya(a.uraian))
            for i in ktx.renstra.daftar_indikator
            for a in ktx.kinerja.daftar_analisis_per_indikator.get((i.kode, ktx.tahun, faktor), ())
            if a.uraian.strip() and a.uraian.strip() not in tertulis
        ]
        if butir:
            hasil.append(Bagian(f"triwulan-{faktor.value}", judul, (Daftar(tuple(butir)),)))
    if not hasil:
        hasil.append(
            kurang("Permasalahan belum diisi (lembar narasi, bagian bab3.permasalahan; atau lembar analisis).")
        )
    return [*hasil, *sisa(ktx, "bab3")]


def penutup(ktx: Konteks, triwulan: int) -> list[Blok | Bagian]:
    tulisan = ambil(ktx, "bab4.kesimpulan", "bab4.penutup")
    daftar = ktx.indikator_semua_sasaran
    ringkas = (
        par(_kalimat_capaian(ktx, triwulan, daftar))
        if daftar
        else par("Capaian kinerja triwulan ini belum dapat disimpulkan karena indikator sasaran belum diisi.")
    )
    lanjut = (
        "Hasil triwulan ini dipakai untuk menyesuaikan rencana aksi triwulan berikutnya."
        if triwulan < 4
        else ("Hasil triwulan ini menjadi bahan penyusunan Laporan Kinerja tahunan.")
    )
    rencana = ambil(ktx, "bab4.strategi", "bab4.langkah", daftar=True)
    return [*tulisan, ringkas, *rencana, par(lanjut), *sisa(ktx, ""), *blok_tanda_tangan(ktx, "ttd-kepala")]
