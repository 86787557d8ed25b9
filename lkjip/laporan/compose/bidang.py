"""The report of one unit: what it promised, what it measured, why, with which money, and what it does next.

For a quarter or for the whole year; signed by who leads the unit, acknowledged by the head (sakip.md 1.2).
"""

from __future__ import annotations

from collections.abc import Sequence

from anggaran.besaran_pilihan import PEMISAH
from anggaran.data import Anggaran
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan, singkatan_triwulan
from lkjip.laporan.compose.bab3_program import NAMA_FAKTOR, butir_faktor
from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.dokumen_bagian import kepala_buku, pihak
from lkjip.laporan.compose.formulir_perjanjian import anggaran_unit, nama_induk
from lkjip.laporan.compose.kalimat import banyak, catatan, gabung, kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks, Posisi
from lkjip.laporan.compose.lampiran import target_triwulan
from lkjip.laporan.compose.narasi import otomatis, sisa, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, SifatRuas
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, sen_seragam, tabel
from lkjip.laporan.compose.triwulan_capaian import KOLOM_CAPAIAN, baris_capaian
from lkjip.laporan.data_pilihan import UnitPelapor
from lkjip.laporan.data_terbitan import BIDANG_KEPALA, BIDANG_UNIT
from lkjip.laporan.isi import Bab, Bagian, Daftar, GayaBaris, JenisBab, Rujuk, Sebaris, Simpul, TandaTangan
from renstra.data import Indikator


def daftar_bab(ktx: Konteks, unit: UnitPelapor) -> tuple[Bab, ...]:
    """Without a quarter the periods of the year itself."""
    triwulan = ktx.laporan.identitas.triwulan
    milik = [i for i in ktx.renstra.daftar_indikator if i.kode in unit.bagian.daftar_indikator]
    isi = (
        ("pendahuluan", "Pendahuluan", _pendahuluan(ktx, unit)),
        ("perjanjian", "Kinerja yang Diperjanjikan", _perjanjian(ktx, unit, milik)),
        ("pengukuran", "Pengukuran Kinerja", _pengukuran(ktx, unit, milik, triwulan)),
        ("faktor", "Faktor Pendukung dan Penghambat", _faktor(ktx, milik)),
        ("anggaran", "Realisasi Anggaran", _anggaran(ktx, unit, triwulan)),
        ("lanjutan", "Rencana Tindak Lanjut", _lanjutan(ktx, unit, milik, triwulan)),
    )
    return tuple(Bab(f"bidang-{kunci}", judul, tuple(blok), JenisBab.BIASA) for kunci, judul, blok in isi)


def _masa(ktx: Konteks, triwulan: int | None) -> str:
    return f"{nama_triwulan(triwulan)} tahun {ktx.tahun}" if triwulan else f"tahun {ktx.tahun}"


def _pendahuluan(ktx: Konteks, unit: UnitPelapor) -> list[Simpul]:
    letak = "bidang-pendahuluan"
    pembuka = kal(
        "Laporan ini menyajikan hasil pengukuran kinerja {unit} pada {nama} untuk {masa}: target yang menjadi tanggung "
        "jawabnya, realisasinya, sebab-sebabnya, dan anggaran yang digunakan.",
        unit=unit.bagian.nama,
        nama=ktx.nama,
        masa=_masa(ktx, ktx.laporan.identitas.triwulan),
    )
    return [
        *otomatis(ktx, f"pendahuluan{AKHIRAN_KALIMAT}", [par(pembuka)], letak=letak, judul="Pendahuluan"),
        *tulisan(ktx, "tugas", letak=letak, judul="Tugas unit"),
    ]


def _perjanjian(ktx: Konteks, unit: UnitPelapor, milik: Sequence[Indikator]) -> list[Simpul]:
    hasil: list[Simpul] = [*tulisan(ktx, "perjanjian", letak="bidang-perjanjian", judul="Kinerja yang diperjanjikan")]
    if not milik:
        return [*hasil, _tanpa_indikator(unit)]
    daftar_tw = DAFTAR_TRIWULAN if any(_bertriwulan(ktx, i.kode) for i in milik) else ()
    lebar = (28, 29, 14) if daftar_tw else (38, 39, 18)
    kolom = (
        ("No", 5, TENGAH),
        ("Sasaran / Program / Kegiatan", lebar[0], KIRI),
        ("Indikator", lebar[1], KIRI),
        ("Target Tahunan", lebar[2], KANAN),
        *((singkatan_triwulan(t), 6, KANAN) for t in daftar_tw),
    )
    isi = [
        baris(
            str(n),
            nama_induk(ktx, i.induk),
            ktx.nama_indikator(i),
            ktx.bersatuan(i, ktx.target(i.kode)),
            *(target_triwulan(ktx, i.kode, t) for t in daftar_tw),
        )
        for n, i in enumerate(milik, 1)
    ]
    pembuka = kal(
        "{unit} menjadi penanggung jawab {n}. {apa} disajikan pada {t}.",
        apa="Target tahunan dan pembagiannya" if daftar_tw else "Target tahunannya",
        unit=unit.bagian.nama,
        n=banyak(len(milik), "indikator"),
        t=Rujuk("tabel-target-unit"),
    )
    pesan = [catatan("Tanda “–”: triwulan itu tidak mempunyai target sendiri.")] if daftar_tw else []
    judul = f"Target Kinerja {unit.bagian.nama} Tahun {ktx.tahun}"
    return [*hasil, par(pembuka), tabel("tabel-target-unit", judul, kolom, isi, catatan=pesan)]


def _bertriwulan(ktx: Konteks, kode: str) -> bool:
    """Whether any quarter of the indicator has a target of its own."""
    besaran = ("target_triwulan", "predikat_target_triwulan")
    return any(ktx.hitung(b, kode, triwulan=t).ada for b in besaran for t in DAFTAR_TRIWULAN)


def _tanpa_indikator(unit: UnitPelapor) -> Simpul:
    return kurang("Belum ada indikator yang penanggung jawabnya {unit}.", unit=unit.bagian.nama)


def _pengukuran(ktx: Konteks, unit: UnitPelapor, milik: Sequence[Indikator], triwulan: int | None) -> list[Simpul]:
    letak = "bidang-pengukuran"
    hasil: list[Simpul] = [*tulisan(ktx, "pengukuran", letak=letak, judul="Pengukuran kinerja")]
    if not milik:
        return [*hasil, _tanpa_indikator(unit)]
    isi = baris_capaian(ktx, milik, triwulan)
    kalimat = [par(_kalimat(ktx, unit, milik, triwulan))]
    masa = f"{nama_triwulan(triwulan)} Tahun {ktx.tahun}" if triwulan else f"Tahun {ktx.tahun}"
    judul = f"Capaian Kinerja {unit.bagian.nama} {masa}"
    subjek = tuple(i.kode for i in milik)
    nama = f"pengukuran{AKHIRAN_KALIMAT}"
    return [
        *hasil,
        *otomatis(ktx, nama, kalimat, letak=letak, judul="Kalimat pengukuran", subjek=subjek),
        tabel("tabel-capaian-unit", judul, KOLOM_CAPAIAN, isi),
    ]


def _kalimat(ktx: Konteks, unit: UnitPelapor, milik: Sequence[Indikator], triwulan: int | None) -> tuple[Sebaris, ...]:
    """How many of the unit's indicators could be measured, and how many reached their target."""
    posisi = [ktx.posisi(i, triwulan=triwulan) for i in milik]
    ada = [p for p in posisi if p is not Posisi.TANPA_ANGKA]
    masa, semua = _masa(ktx, triwulan), banyak(len(milik), "indikator")
    if not ada:
        return kal("Untuk {masa}, capaian {n} {unit} belum dapat dihitung.", masa=masa, n=semua, unit=unit.bagian.nama)
    capai = sum(p is not Posisi.DI_BAWAH for p in ada)
    return gabung(
        kal("Untuk {masa}, {ada} dari {n} dapat diukur.", masa=masa, ada=banyak(len(ada)), n=semua),
        kal("Yang mencapai target berjumlah {c}.", c=banyak(capai))
        if capai
        else kal("Belum ada yang mencapai target."),
        kal("Rinciannya dimuat pada {t}.", t=Rujuk("tabel-capaian-unit")),
    )


def _faktor(ktx: Konteks, milik: Sequence[Indikator]) -> list[Simpul]:
    """What was recorded for the unit's indicators; its own words first."""
    hasil: list[Simpul] = [*tulisan(ktx, "faktor", letak="bidang-faktor", judul="Faktor pendukung dan penghambat")]
    for faktor, judul in NAMA_FAKTOR[:2]:
        butir = butir_faktor(ktx, list(milik), faktor)
        if butir:
            hasil.append(Bagian(f"bidang-{faktor.value}", judul, (Daftar(tuple(butir)),)))
    if hasil:
        return hasil
    return [kurang("Faktor pendukung dan penghambat belum diisi (halaman Pengisian, panel analisis indikator).")]


def _anggaran(ktx: Konteks, unit: UnitPelapor, triwulan: int | None) -> list[Simpul]:
    letak = "bidang-anggaran"
    hasil: list[Simpul] = [*tulisan(ktx, "anggaran", letak=letak, judul="Realisasi anggaran")]
    daftar = anggaran_unit(ktx, unit.bagian)
    if not daftar:
        pesan = "Belum ada kegiatan atau subkegiatan yang penanggung jawabnya {unit}."
        return [*hasil, kurang(pesan, unit=unit.bagian.nama)]
    kolom = (
        ("No", 5, TENGAH),
        ("Kegiatan / Subkegiatan", 45, KIRI),
        ("Pagu (Rp)", 19, KANAN),
        ("Realisasi (Rp)", 19, KANAN),
        ("Serapan (%)", 12, KANAN),
    )
    pilihan = PEMISAH.join(a.kode for a in daftar)
    isi = [baris(str(n), nama_anggaran(ktx, a.kode), *_uang(ktx, a, triwulan)) for n, a in enumerate(daftar, 1)]
    jumlah = ("jumlah_pagu_pilihan", "jumlah_realisasi_pilihan", "serapan_pilihan")
    total = [ktx.angka(b, pilihan, triwulan=triwulan, polos=True, tebal=True) for b in jumlah]
    isi.append(baris(sel("Jumlah", kolom=2, tebal=True), *total, gaya=GayaBaris.JUMLAH))
    kalimat = [par(_kalimat_uang(ktx, unit, pilihan, triwulan))]
    nama = f"anggaran{AKHIRAN_KALIMAT}"
    judul = f"Pagu dan Realisasi Anggaran {unit.bagian.nama} sampai dengan {_akhir(ktx, triwulan)}"
    return [
        *hasil,
        *otomatis(ktx, nama, kalimat, letak=letak, judul="Kalimat anggaran"),
        tabel("tabel-anggaran-unit", judul, kolom, sen_seragam(isi)),
    ]


def _akhir(ktx: Konteks, triwulan: int | None) -> str:
    return f"{nama_triwulan(triwulan)} Tahun {ktx.tahun}" if triwulan else f"Akhir Tahun {ktx.tahun}"


def _uang(ktx: Konteks, anggaran: Anggaran, triwulan: int | None) -> list[tuple[Sebaris, ...]]:
    besaran = ("pagu", "realisasi_anggaran", "serapan")
    return [(ktx.angka(b, anggaran.kode, triwulan=triwulan, polos=True),) for b in besaran]


def _kalimat_uang(ktx: Konteks, unit: UnitPelapor, pilihan: str, triwulan: int | None) -> tuple[Sebaris, ...]:
    pagu, realisasi, serapan = (
        ktx.angka(b, pilihan, triwulan=triwulan)
        for b in ("jumlah_pagu_pilihan", "jumlah_realisasi_pilihan", "serapan_pilihan")
    )
    if not pagu.hasil.ada or not realisasi.hasil.ada:
        return kal("Penyerapan anggaran {unit} belum dapat dihitung.", unit=unit.bagian.nama)
    return kal(
        "Dari pagu {p} yang dikelola {unit}, sampai dengan {akhir} telah direalisasikan {r} atau {s}.",
        p=pagu,
        unit=unit.bagian.nama,
        akhir=f"akhir {nama_triwulan(triwulan)}" if triwulan else f"akhir tahun {ktx.tahun}",
        r=realisasi,
        s=serapan,
    )


def _lanjutan(ktx: Konteks, unit: UnitPelapor, milik: Sequence[Indikator], triwulan: int | None) -> list[Simpul]:
    """The unit's own plan, the solutions recorded for its indicators, and the two signatures."""
    berikut = nama_triwulan(triwulan + 1) if triwulan and triwulan < 4 else f"tahun {ktx.tahun + 1}"
    hasil: list[Simpul] = [
        *tulisan(ktx, "tindak_lanjut", letak="bidang-lanjutan", judul="Rencana tindak lanjut", sifat=SifatRuas.WAJIB)
    ]
    butir = butir_faktor(ktx, list(milik), NAMA_FAKTOR[2][0])
    if butir:
        hasil += [par(kal("Langkah yang diteruskan ke {berikut}:", berikut=berikut)), Daftar(tuple(butir))]
    if not hasil:
        hasil.append(kurang("Rencana tindak lanjut untuk {berikut} belum diisi.", berikut=berikut))
    return [*hasil, *sisa(ktx, ""), _tanda_tangan(ktx, unit)]


def _tanda_tangan(ktx: Konteks, unit: UnitPelapor) -> TandaTangan:
    """Left the head, who acknowledges; right who leads the unit."""
    kepala = pihak(kepala_buku(ktx), "Mengetahui", BIDANG_KEPALA)
    pelapor = pihak(unit.kepala, "", BIDANG_UNIT)
    return TandaTangan((kepala, pelapor), ktx.instansi.tempat.strip(), ktx.laporan.identitas.tanggal_laporan)
