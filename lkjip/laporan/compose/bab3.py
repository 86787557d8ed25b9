"""Bab III Akuntabilitas Kinerja: method, summary, every sasaran with its indicators, SAKIP, then the money."""

from __future__ import annotations

from kinerja.data import MetodeEfisiensi, RumusNegatif
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.laporan.compose.analisis import bagian_indikator
from lkjip.laporan.compose.analisis_sebab import NAMA_METODE
from lkjip.laporan.compose.bab3_anggaran import realisasi_anggaran
from lkjip.laporan.compose.bab3_program import indikator_program
from lkjip.laporan.compose.bab3_sakip import evaluasi_sakip
from lkjip.laporan.compose.bagan import bagan_capaian
from lkjip.laporan.compose.ikhtisar import tabel_ringkasan
from lkjip.laporan.compose.kalimat import banyak, catatan, deret_kata, gabung, kal, kurang, kutip, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.narasi import otomatis, sisa, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, ada_isi
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, capaian_biasa, sel, sel_kategori, slug, tabel
from lkjip.laporan.compose.simpulan import kalimat_hitungan, kalimat_rata_rata, sebut
from lkjip.laporan.isi import Bab, Bagian, Blok, Daftar, JenisDaftar, Rujuk, Sebaris, Sel, Simpul, Teks
from renstra.data import Arah, Sasaran, Tujuan

_RUMUS = {
    None: "belum ditetapkan (lembar pengaturan, kunci rumus_negatif)",
    RumusNegatif.SELISIH: "(2 × target − realisasi) / target × 100%",
    RumusNegatif.KEBALIKAN: "target / realisasi × 100%",
    RumusNegatif.LANGSUNG: "realisasi / target × 100%, dengan kategori dibaca pada skala indikator negatif",
}
_KETENTUAN = (
    "Besarnya capaian {b}.",
    "Target yang digunakan adalah target Perjanjian Kinerja perubahan; bila tidak ada, Perjanjian Kinerja murni; bila "
    "tidak ada pula, Renstra. Dokumen yang dipakai disebutkan pada setiap indikator.",
    "Rata-rata capaian suatu sasaran dihitung dari indikatornya, dan rata-rata keseluruhan dari semua indikator "
    "sasaran; indikator tujuan serta indikator program, kegiatan, dan subkegiatan tidak ikut dirata-ratakan.",
    "Angka dibulatkan hanya ketika ditampilkan, sampai {d} desimal; tanda “–” berarti angka itu tidak ada, bukan nol.",
)


def bab3(ktx: Konteks) -> Bab:
    capaian = Bagian("bab3-capaian", "Capaian Kinerja Organisasi", tuple(capaian_organisasi(ktx)))
    anggaran = Bagian("bab3-anggaran", "Realisasi Anggaran", tuple(realisasi_anggaran(ktx)))
    return Bab("bab-3", "Akuntabilitas Kinerja", (capaian, anggaran, *sisa(ktx, "bab3")))


def capaian_organisasi(ktx: Konteks) -> list[Bagian]:
    hasil: list[Bagian] = [
        Bagian("bab3-metode", "Metode Pengukuran", tuple(metode(ktx))),
        Bagian("bab3-ringkasan", "Ringkasan Capaian Kinerja", tuple(ringkasan(ktx))),
    ]
    urutan = 0
    for tujuan in ktx.renstra.daftar_tujuan:
        if ktx.renstra.daftar_indikator_tujuan(tujuan.kode):
            hasil.append(bagian_tujuan(ktx, tujuan, urutan))
            urutan += len(ktx.renstra.daftar_indikator_tujuan(tujuan.kode))
    for nomor, sasaran in enumerate(ktx.sasaran, 1):
        hasil.append(bagian_sasaran(ktx, nomor, sasaran, urutan))
        urutan += len(ktx.indikator_sasaran(sasaran.kode))
    program = indikator_program(ktx)
    if program:
        hasil.append(Bagian("bab3-program", "Indikator Program, Kegiatan, dan Subkegiatan", tuple(program)))
    letak = "bab3-analisis" if ada_isi(ktx, "bab3.analisis") else "bab3-capaian"
    lain = tulisan(ktx, "bab3.analisis", letak=letak, judul="Uraian analisis lainnya")
    if lain:
        hasil.append(Bagian(letak, "Uraian Analisis Lainnya", tuple(lain)))
    return [*hasil, Bagian("bab3-sakip", "Evaluasi Akuntabilitas Kinerja (SAKIP)", tuple(evaluasi_sakip(ktx)))]


def metode(ktx: Konteks) -> list[Simpul]:
    """The method in force, stated before any figure: formula, cap, target precedence, scale, efficiency."""
    negatif = [i for i in ktx.renstra.daftar_indikator if i.arah is Arah.NEGATIF]
    butir: list[tuple[Sebaris, ...]] = [
        kal("Capaian = realisasi / target × 100%; semakin tinggi realisasi semakin baik.")
    ]
    if negatif:
        n, rumus = banyak(len(negatif), "indikator"), _RUMUS[ktx.metode.rumus_negatif]
        butir.append(kal("Untuk {n} yang semakin rendah semakin baik, capaian = {r}.", n=n, r=rumus))
    butir += [kal(pola, b=_batas(ktx), d=banyak(ktx.desimal)) for pola in _KETENTUAN]
    if ktx.metode.metode_efisiensi is not None:
        butir.append(kal("Efisiensi diukur dengan metode {m}.", m=NAMA_METODE[ktx.metode.metode_efisiensi]))
    if ktx.metode.metode_efisiensi is MetodeEfisiensi.PMK:
        butir.append(kal("Efisiensi = (pagu × capaian − realisasi anggaran) / (pagu × capaian) × 100%."))
    letak, pembuka = "bab3-metode", par("Pengukuran kinerja dalam laporan ini memakai ketentuan berikut.")
    ketentuan: list[Simpul] = [pembuka, Daftar(tuple(butir), JenisDaftar.HURUF)]
    return [
        *tulisan(ktx, "bab3.metode", letak=letak, judul="Metode pengukuran"),
        *otomatis(ktx, f"bab3.metode{AKHIRAN_KALIMAT}", ketentuan, letak=letak, judul="Ketentuan pengukuran"),
        *_skala(ktx),
    ]


def _batas(ktx: Konteks) -> str:
    batas = ktx.metode.batas_capaian
    if batas is None:
        return "tidak dibatasi; capaian di atas 100% ditampilkan apa adanya"
    return f"dibatasi sampai {tulis_angka(batas)}%; angka sebelum dibatasi tetap disebutkan"


def _skala(ktx: Konteks) -> list[Simpul]:
    hasil: list[Simpul] = []
    negatif = any(ktx.langsung_negatif(i) for i in ktx.renstra.daftar_indikator)
    for arah, ekor in ((Arah.POSITIF, ""), (Arah.NEGATIF, " untuk Indikator Negatif")):
        daftar = ktx.daftar_skala(arah) if arah is Arah.POSITIF or negatif else ()
        if not daftar:
            continue
        isi = [
            baris(
                str(n),
                Sel((Teks(s.kategori or "–"),), TENGAH, kategori=ktx.tingkat_kategori(s.kategori, arah)),
                f"≥ {tulis_angka(s.batas_bawah, None)}" if s.batas_bawah is not None else "–",
            )
            for n, s in enumerate(daftar, 1)
        ]
        kolom = (("No", 12, TENGAH), ("Kategori", 48, TENGAH), ("Capaian (%)", 40, TENGAH))
        pesan = catatan("Kategori adalah baris dengan batas bawah terbesar yang tidak melebihi capaian.")
        hasil.append(tabel(f"tabel-skala-{arah.value}", f"Skala Kategori Capaian{ekor}", kolom, isi, catatan=[pesan]))
    if not hasil:
        return [
            kurang(
                "Skala kategori belum ditetapkan (lembar pengaturan, kunci skala, dan lembar skala), sehingga capaian "
                "disajikan tanpa kategori."
            )
        ]
    return hasil


def ringkasan(ktx: Konteks) -> list[Simpul]:
    letak = "bab3-ringkasan"
    sendiri = tulisan(ktx, "bab3.ringkasan", letak=letak, judul="Ringkasan capaian kinerja")
    ada = tabel_ringkasan(ktx, "tabel-ringkasan")
    if ada is None:
        return [*sendiri, kurang("Belum ada indikator sasaran yang dapat diukur (lembar sasaran dan indikator).")]
    pembuka = par(
        kal("{t} merangkum hasil pengukuran tahun {tahun}.", t=Rujuk("tabel-ringkasan"), tahun=ktx.tahun),
        kalimat_hitungan(ktx),
        kalimat_rata_rata(ktx),
    )
    return [*sendiri, *otomatis(ktx, f"bab3.ringkasan{AKHIRAN_KALIMAT}", [pembuka], letak=letak), ada]


def bagian_tujuan(ktx: Konteks, tujuan: Tujuan, urutan: int) -> Bagian:
    daftar = ktx.renstra.daftar_indikator_tujuan(tujuan.kode)
    pembuka = par(
        kal(
            "Tujuan ini diukur dengan {n}, yaitu {nama}. Hasilnya tidak ikut dalam rata-rata capaian sasaran.",
            n=banyak(len(daftar), "indikator"),
            nama=sebut(daftar),
        )
    )
    kunci, nama = f"tujuan-{slug(tujuan.kode)}", f"bab3.tujuan.{tujuan.kode}"
    subjek = (tujuan.kode, *(i.kode for i in daftar))
    isi = (
        *otomatis(ktx, f"{nama}{AKHIRAN_KALIMAT}", [pembuka], letak=kunci, subjek=subjek),
        *tulisan(ktx, nama, letak=kunci, judul="Uraian tujuan", subjek=subjek),
        *(bagian_indikator(ktx, i, urutan + n) for n, i in enumerate(daftar)),
    )
    return Bagian(kunci, f"Tujuan: {nama_rapi(tujuan.uraian, tujuan.kode)}", isi)


def bagian_sasaran(ktx: Konteks, nomor: int, sasaran: Sasaran, urutan: int) -> Bagian:
    daftar = ktx.indikator_sasaran(sasaran.kode)
    judul = f"Sasaran {nomor}: {nama_rapi(sasaran.uraian, sasaran.kode)}"
    kunci = f"sasaran-{slug(sasaran.kode)}"
    nama, subjek = f"bab3.{sasaran.kode}", (sasaran.kode, *(i.kode for i in daftar))
    kalimat = [par(_kalimat_sasaran(ktx, sasaran), _kalimat_rinci(ktx, sasaran))] if daftar else []
    tersusun = otomatis(ktx, f"{nama}{AKHIRAN_KALIMAT}", kalimat, letak=kunci, subjek=subjek)
    lain, judul_ruas = f"bab3.analisis.{sasaran.kode}", "Uraian sasaran"
    sendiri = tulisan(ktx, nama, lain, letak=kunci, judul=judul_ruas, subjek=subjek)
    if not daftar:
        pesan: Blok = kurang(
            "Sasaran ini belum mempunyai indikator (lembar indikator), sehingga capaiannya tidak dapat diukur."
        )
        return Bagian(kunci, judul, (*tersusun, *sendiri, pesan))
    isi: list[Simpul] = [*tersusun, *sendiri]
    if len(daftar) > 1:
        isi.append(_tabel_sasaran(ktx, sasaran))
        isi.extend(
            bagan_capaian(ktx, f"grafik-sasaran-{slug(sasaran.kode)}", f"Capaian Indikator Sasaran {nomor}", daftar)
        )
    isi.extend(bagian_indikator(ktx, i, urutan + n) for n, i in enumerate(daftar))
    return Bagian(kunci, judul, tuple(isi))


def _kalimat_sasaran(ktx: Konteks, sasaran: Sasaran) -> tuple[Sebaris, ...]:
    daftar = ktx.indikator_sasaran(sasaran.kode)
    rata, kategori = ktx.angka("rata_rata_sasaran", sasaran.kode), ktx.angka("kategori_capaian", sasaran.kode)
    if not rata.hasil.ada:
        return kal(
            "Sasaran ini diukur dengan {n}, tetapi belum ada yang capaiannya dapat dihitung.",
            n=banyak(len(daftar), "indikator"),
        )
    ekor = kal(" dengan kategori “{k}”", k=kategori) if kategori.hasil.ada else ()
    pola = (
        "Keberhasilan sasaran ini diukur dengan {n}; capaiannya {rata}{ekor}."
        if len(daftar) == 1
        else "Keberhasilan sasaran ini diukur dengan {n} yang rata-rata capaiannya {rata}{ekor}."
    )
    return kal(pola, n=banyak(len(daftar), "indikator"), rata=rata, ekor=ekor)


def _kalimat_rinci(ktx: Konteks, sasaran: Sasaran) -> tuple[Sebaris, ...]:
    daftar = ktx.indikator_sasaran(sasaran.kode)
    if len(daftar) < 2:
        return ()
    turun = [i for i in daftar if ktx.posisi(i) is Posisi.DI_BAWAH]
    tanpa = [i for i in daftar if ktx.posisi(i) is Posisi.TANPA_ANGKA]
    if len(tanpa) == len(daftar):
        return ()
    kalimat = (
        kal("Yang belum mencapai target adalah {nama}.", nama=sebut(turun))
        if turun
        else (() if tanpa else kal("Semua indikatornya mencapai target."))
    )
    lain = (
        kal("Capaian {nama} tidak dapat dihitung.", nama=deret_kata([kutip(ktx.nama_indikator(i)) for i in tanpa]))
        if tanpa
        else ()
    )
    return gabung(kalimat, lain)


def _tabel_sasaran(ktx: Konteks, sasaran: Sasaran) -> Blok:
    kolom = (
        ("No", 6, TENGAH),
        ("Indikator", 38, KIRI),
        ("Target", 14, KANAN),
        ("Realisasi", 14, KANAN),
        ("Capaian (%)", 12, KANAN),
        ("Kategori", 16, TENGAH),
    )
    isi = [
        baris(
            str(n),
            sel(ktx.nama_indikator(i)),
            ktx.target(i.kode),
            ktx.realisasi(i.kode),
            ktx.angka("capaian", i.kode, polos=True),
            sel_kategori(ktx, i),
        )
        for n, i in enumerate(ktx.indikator_sasaran(sasaran.kode), 1)
    ]
    judul = f"Capaian Sasaran {nama_rapi(sasaran.uraian, sasaran.kode)}"
    biasa = capaian_biasa(ktx, ktx.indikator_sasaran(sasaran.kode))
    return tabel(f"tabel-sasaran-{slug(sasaran.kode)}", judul, kolom, isi, rumus_capaian=biasa)
