"""The quarterly report: A Pendahuluan … F Penutup (sakip.md 1.2), with the programme-level table on wide pages."""

from __future__ import annotations

from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan, singkatan_triwulan
from lkjip.laporan.compose.bab1 import dasar_hukum, latar_belakang, tugas_fungsi
from lkjip.laporan.compose.bab3_program import NAMA_FAKTOR, butir_faktor
from lkjip.laporan.compose.kalimat import banyak, catatan, deret_kata, gabung, kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.lampiran import target_triwulan
from lkjip.laporan.compose.narasi import otomatis, sisa, tulisan
from lkjip.laporan.compose.pengantar import blok_tanda_tangan, kata_pengantar
from lkjip.laporan.compose.perjanjian import daftar_versi, tabel_perbandingan, uraian_perbedaan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, Ruas, SifatRuas, catat_ruas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, tabel
from lkjip.laporan.compose.triwulan_capaian import KOLOM_CAPAIAN, baris_capaian
from lkjip.laporan.compose.triwulan_program import capaian_program, kalimat_serapan, penyerapan
from lkjip.laporan.data_terbitan import AWALAN_ULANG, BIDANG_KEPALA
from lkjip.laporan.isi import Bab, Bagian, Daftar, JenisBab, Rujuk, Sebaris, Simpul
from renstra.data import Indikator


def daftar_bab(ktx: Konteks) -> tuple[Bab, ...]:
    triwulan = ktx.laporan.identitas.triwulan or 4
    depan = [kata_pengantar(ktx)] if _berpengantar(ktx) else []
    if not depan:
        catat_ruas(ktx, Ruas("pengantar", "Kata pengantar", "triwulan-pendahuluan"))
    isi = (
        _bab("pendahuluan", "Pendahuluan", pendahuluan(ktx)),
        _bab("perjanjian", "Perjanjian Kinerja", perjanjian(ktx)),
        _bab("target", "Target Kinerja", target(ktx)),
        _bab("capaian", "Capaian Kinerja", capaian(ktx, triwulan)),
        _bab("permasalahan", "Permasalahan", permasalahan(ktx, triwulan)),
        _bab("penutup", "Penutup", penutup(ktx, triwulan)),
    )
    return (*depan, *isi)


def _bab(kunci: str, judul: str, isi: list[Simpul]) -> Bab:
    return Bab(f"triwulan-{kunci}", judul, tuple(isi), JenisBab.BIASA)


def pendahuluan(ktx: Konteks) -> list[Simpul]:
    ringkas = tulisan(ktx, "ikhtisar", letak="triwulan-pendahuluan", judul="Ikhtisar")
    bagian = [("latar-belakang", "Latar Belakang", latar_belakang)]
    if "bab1.dasar_hukum" in ktx.laporan.daftar_narasi_per_bagian:
        bagian.append(("dasar-hukum", "Dasar Hukum", dasar_hukum))
    else:
        catat_ruas(ktx, Ruas("bab1.dasar_hukum", "Dasar hukum", "triwulan-pendahuluan", daftar=True))
    bagian.append(("tugas-fungsi", "Tugas dan Fungsi", tugas_fungsi))
    return [
        *ringkas,
        *(Bagian(f"triwulan-{n}", judul, tuple(isi(ktx, letak=f"triwulan-{n}"))) for n, judul, isi in bagian),
        *sisa(ktx, "bab1"),
    ]


def perjanjian(ktx: Konteks) -> list[Simpul]:
    letak, judul = "triwulan-perjanjian", "Perjanjian Kinerja"
    sendiri = tulisan(ktx, "bab2.perjanjian_kinerja", "bab2.perjanjian", letak=letak, judul=judul)
    if not daftar_versi(ktx):
        return [*sendiri, kurang("Perjanjian Kinerja tahun {tahun} belum diisi (lembar perjanjian).", tahun=ktx.tahun)]
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
    kalimat = otomatis(ktx, f"bab2.perjanjian_kinerja{AKHIRAN_KALIMAT}", [pembuka], letak=letak)
    return [*sendiri, *kalimat, tabel_perbandingan(ktx), *uraian_perbedaan(ktx, letak=letak)]


def target(ktx: Konteks) -> list[Simpul]:
    letak = "triwulan-target"
    hasil = tulisan(ktx, "bab2.target_kinerja", letak=letak, judul="Target kinerja")
    daftar = ktx.indikator_utama
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
        pola = "Pembagian target tahunan ke dalam triwulan disajikan pada {t}."
        kalimat = par(kal(pola, t=Rujuk("tabel-target-triwulan")))
        hasil += otomatis(ktx, f"bab2.target_kinerja{AKHIRAN_KALIMAT}", [kalimat], letak=letak)
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


def capaian(ktx: Konteks, triwulan: int) -> list[Simpul]:
    """The wide table of programmes stands last, so that upright pages are filled before it."""
    return [
        Bagian("triwulan-iku", "Capaian Indikator Sasaran", tuple(capaian_sasaran(ktx, triwulan))),
        Bagian("triwulan-anggaran", "Penyerapan Anggaran", tuple(penyerapan(ktx, triwulan))),
        Bagian("triwulan-program", "Capaian Program, Kegiatan, dan Subkegiatan", tuple(capaian_program(ktx, triwulan))),
    ]


def capaian_sasaran(ktx: Konteks, triwulan: int) -> list[Simpul]:
    letak = "triwulan-iku"
    hasil = tulisan(ktx, "bab3.analisis", letak=letak, judul="Analisis capaian")
    daftar = ktx.indikator_utama
    if not daftar:
        return [*hasil, kurang("Capaian indikator sasaran belum dapat disajikan (lembar sasaran dan indikator).")]
    isi = baris_capaian(ktx, daftar, triwulan)
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
    kalimat = par(_kalimat_capaian(ktx, triwulan, daftar))
    hasil += otomatis(ktx, f"bab3.analisis{AKHIRAN_KALIMAT}", [kalimat], letak=letak)
    hasil.append(tabel("tabel-capaian-sasaran", judul, KOLOM_CAPAIAN, isi, catatan=pesan))
    return hasil


def _kalimat_capaian(ktx: Konteks, triwulan: int, daftar: tuple[Indikator, ...]) -> tuple[Sebaris, ...]:
    """How many could be measured in the quarter, and how many of those reached their target."""
    posisi = [ktx.posisi(i, triwulan=triwulan) for i in daftar]
    ada = [p for p in posisi if p is not Posisi.TANPA_ANGKA]
    tingkat = "sasaran" if len(daftar) == len(ktx.indikator_semua_sasaran) else "tujuan dan sasaran"
    semua, masa = banyak(len(daftar), f"indikator {tingkat}"), nama_triwulan(triwulan)
    if not ada:
        return kal("Pada {tw}, capaian {n} belum dapat dihitung.", tw=masa, n=semua)
    capai = sum(p is not Posisi.DI_BAWAH for p in ada)
    hasil = "belum ada yang" if not capai else "semuanya" if capai == len(ada) > 1 else f"{banyak(capai)} di antaranya"
    if len(ada) == 1:
        hasil = "indikator itu" if capai else "indikator itu belum"
    pola = "Pada {tw}, {ada} dari {n} dapat diukur dan {hasil} mencapai target."
    utama = kal(pola, tw=masa, ada=banyak(len(ada)), n=semua, hasil=hasil)
    rata = ktx.angka("rata_rata_total", triwulan=triwulan)
    return (
        gabung(utama, kal("Rata-rata capaian indikator sasaran adalah {r}.", r=rata))
        if rata.hasil.ada and len(ada) > 1
        else utama
    )


def permasalahan(ktx: Konteks, triwulan: int) -> list[Simpul]:
    """The agency's own list, then obstacles and solutions recorded per indicator that the list does not hold
    already."""
    letak, judul_ruas, sifat = "triwulan-permasalahan", "Permasalahan", SifatRuas.WAJIB
    hasil = tulisan(ktx, "bab3.permasalahan", letak=letak, judul=judul_ruas, sifat=sifat)
    tertulis = " ".join(n.isi for n in ktx.laporan.daftar_narasi)
    for faktor, judul in (*NAMA_FAKTOR[1:], NAMA_FAKTOR[0]):
        butir = butir_faktor(ktx, list(ktx.renstra.daftar_indikator), faktor, tertulis)
        if butir:
            hasil.append(Bagian(f"triwulan-{faktor.value}", judul, (Daftar(tuple(butir)),)))
    if not hasil:
        hasil.append(
            kurang("Permasalahan belum diisi (lembar narasi, bagian bab3.permasalahan; atau lembar analisis).")
        )
    return [*hasil, *sisa(ktx, "bab3")]


def penutup(ktx: Konteks, triwulan: int) -> list[Simpul]:
    letak = "triwulan-penutup"
    isi = tulisan(ktx, "bab4.kesimpulan", "bab4.penutup", letak=letak, judul="Kesimpulan")
    daftar = ktx.indikator_utama
    ringkas = kal("Capaian triwulan ini belum dapat disimpulkan karena indikator sasaran belum diisi.")
    if daftar:
        ringkas = _kalimat_capaian(ktx, triwulan, daftar)
    lanjut = kal("Hasil triwulan ini dipakai untuk menyesuaikan rencana aksi triwulan berikutnya.")
    if triwulan == 4:
        lanjut = kal("Hasil triwulan ini menjadi bahan penyusunan Laporan Kinerja tahunan.")
    kalimat = par(ringkas, kalimat_serapan(ktx, triwulan), lanjut)
    nama, judul = f"bab4.kesimpulan{AKHIRAN_KALIMAT}", "Kesimpulan dari angka"
    isi += otomatis(ktx, nama, [kalimat], letak=letak, judul=judul)
    judul = "Langkah yang direncanakan"
    rencana = tulisan(ktx, "bab4.strategi", "bab4.langkah", letak=letak, judul=judul, daftar=True)
    if rencana:
        isi += [par("Langkah yang direncanakan:"), *rencana]
    kunci = f"{AWALAN_ULANG}{BIDANG_KEPALA}" if _berpengantar(ktx) else BIDANG_KEPALA
    return [*isi, *sisa(ktx, ""), *blok_tanda_tangan(ktx, kunci)]


def _berpengantar(ktx: Konteks) -> bool:
    """A quarterly report has a foreword only where the agency has written one."""
    return "pengantar" in ktx.laporan.daftar_narasi_per_bagian
