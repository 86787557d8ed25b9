"""What both forms of an LHE are made of: head, basis, work, findings, recommendations, follow-up, end. Pure."""

from __future__ import annotations

from kinerja.data_evaluasi import (
    TINDAK_LANJUT_TERBUKA,
    JenisCatatan,
    KeadaanTindakLanjut,
    KomponenSkema,
    PeranTim,
    RekamRekomendasi,
    SikapTanggapan,
    TingkatIsian,
)
from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.dokumen_bagian import pihak, tebal_tengah
from lkjip.laporan.compose.kalimat import banyak, kal, par
from lkjip.laporan.compose.lhe_nilai import angka, bobot
from lkjip.laporan.compose.sel import KIRI, TENGAH, Kepala, baris, kelompok, tabel
from lkjip.laporan.data_lhe import CatatanLhe, DataLhe, RekomendasiLhe
from lkjip.laporan.data_terbitan import BIDANG_APIP
from lkjip.laporan.isi import (
    Bagian,
    Baris,
    Daftar,
    Gambar,
    GayaParagraf,
    JenisDaftar,
    Kolom,
    Paragraf,
    Rujuk,
    Sebaris,
    Simpul,
    Tabel,
    TandaTangan,
    Teks,
)

_LEBAR_LOGO_MM = 20
_DASAR = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
    "Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
)
_PERAN = {PeranTim.PENGENDALI: "Pengendali", PeranTim.KETUA: "Ketua Tim", PeranTim.ANGGOTA: "Anggota"}
_SIKAP = {
    SikapTanggapan.DITERIMA: "Tanggapan diterima.",
    SikapTanggapan.SEBAGIAN: "Tanggapan diterima sebagian.",
    SikapTanggapan.DITOLAK: "Tanggapan tidak diterima.",
}
NAMA_KEADAAN = {
    KeadaanTindakLanjut.BELUM: "Belum ditindaklanjuti",
    KeadaanTindakLanjut.PROSES: "Dalam proses",
    KeadaanTindakLanjut.DIAJUKAN: "Menunggu penilaian",
    KeadaanTindakLanjut.DIKEMBALIKAN: "Dikembalikan",
    KeadaanTindakLanjut.SELESAI: "Selesai",
    KeadaanTindakLanjut.TIDAK_DAPAT: "Tidak dapat ditindaklanjuti",
}


def judul_lhe(lhe: DataLhe) -> str:
    return f"Laporan Hasil Evaluasi Akuntabilitas Kinerja {lhe.penerima.nama} Tahun {lhe.tahun}"


def kop(lhe: DataLhe) -> list[Simpul]:
    """The head of the APIP's letters: emblem, government, name, address (sakip.md 7)."""
    penulis, hasil = lhe.penulis, list[Simpul]()
    if penulis.logo:
        hasil.append(
            Gambar("logo", "", penulis.logo, "image/png", "Lambang", lebar_mm=_LEBAR_LOGO_MM, sidik=penulis.sidik_logo)
        )
    pemda = f"PEMERINTAH {penulis.pemda.upper()}" if penulis.pemda else ""
    hasil.append(tebal_tengah(pemda, penulis.nama.upper()))
    alamat = " · ".join(filter(None, map(str.strip, penulis.alamat.splitlines())))
    return [*hasil, *([par(alamat, gaya=GayaParagraf.TENGAH)] if alamat else [])]


def dasar(lhe: DataLhe) -> Daftar:
    """The law, the scheme's own regulation, the region's guideline, the letter that sent the team."""
    tugas = f" tanggal {tulis_tanggal(lhe.tanggal_tugas)}" if lhe.tanggal_tugas else ""
    semua = [
        *_DASAR,
        lhe.kini.skema.dasar_hukum,
        *lhe.penulis.daftar_pedoman,
        *([f"Surat Tugas Nomor {lhe.nomor_tugas}{tugas}"] if lhe.nomor_tugas else []),
    ]
    bersih = [satu.strip().rstrip(".;") for satu in semua if satu.strip()]
    return Daftar(tuple((Teks(f"{satu}{'.' if satu is bersih[-1] else ';'}"),) for satu in bersih))


def pelaksanaan(lhe: DataLhe) -> list[Simpul]:
    """When the team worked, and who it was."""
    mulai = f" {'dari' if lhe.selesai else 'mulai'} {tulis_tanggal(lhe.mulai)}" if lhe.mulai else ""
    masa = f"{mulai} sampai dengan {tulis_tanggal(lhe.selesai)}" if lhe.selesai else mulai
    hasil: list[Simpul] = [par(f"Evaluasi dilaksanakan{masa} oleh tim {lhe.penulis.nama}.")]
    urut = [a for peran in _PERAN for a in lhe.daftar_tim if a.peran is peran]
    if urut:
        kolom = (Kolom(6, TENGAH), Kolom(54), Kolom(40))
        isi = tuple(baris(f"{n}.", a.nama, _PERAN[a.peran]) for n, a in enumerate(urut, 1))
        hasil.append(Tabel(kolom, isi, nomor_kolom=False))
    return hasil


def cara_menilai(lhe: DataLhe) -> Paragraf:
    """How the score comes about, by the level at which answers were given."""
    skema = lhe.kini.skema
    komponen = banyak(len(skema.daftar_komponen), "komponen")
    if lhe.kini.tingkat is TingkatIsian.KOMPONEN:
        return par(f"Penilaian mengikuti {skema.nama} atas {komponen}.")
    tempat = "kriteria" if lhe.kini.tingkat is TingkatIsian.KRITERIA else "subkomponen"
    return par(
        f"Penilaian mengikuti {skema.nama} atas {komponen} dan {banyak(len(skema.subkomponen_per_kode))} subkomponen. "
        f"Setiap {tempat} dijawab dengan {skema.daftar_jawaban[0].kode} sampai {skema.daftar_jawaban[-1].kode} "
        "berdasarkan dokumen, data kinerja, dan keterangan yang diperoleh. Nilai akhir adalah jumlah nilai komponen."
    )


def bagian_komponen(lhe: DataLhe) -> list[Bagian]:
    """One section per component: its score, what deserves credit, what was found."""
    return [_bagian_komponen(lhe, k) for k in lhe.kini.skema.daftar_komponen]


def _bagian_komponen(lhe: DataLhe, komponen: KomponenSkema) -> Bagian:
    nilai = angka(lhe.kini, "nilai_komponen", komponen.nomor)
    isi: list[Simpul] = [
        par(kal("Komponen ini bernilai {n} dari bobot {b}.", n=nilai, b=bobot(lhe.kini.skema, komponen.nomor)))
    ]
    milik = lhe.catatan_komponen(komponen.nomor)
    if baik := milik[JenisCatatan.BAIK]:
        isi += [par("Hal yang sudah baik:"), Daftar(tuple(_isi_catatan(c) for c in baik), JenisDaftar.POIN)]
    if temuan := milik[JenisCatatan.TEMUAN]:
        isi += [
            par("Catatan yang perlu diperbaiki:"),
            Daftar(tuple(_isi_catatan(c) for c in temuan), anak=tuple(map(_tanggapan, temuan))),
        ]
    if not (baik or temuan):
        isi.append(par("Tidak ada catatan untuk komponen ini."))
    return Bagian(f"lhe-komponen-{komponen.nomor}", komponen.nama, tuple(isi))


def _isi_catatan(catatan: CatatanLhe) -> tuple[Sebaris, ...]:
    ekor = f" (subkomponen {catatan.subkomponen})" if catatan.subkomponen else ""
    return (Teks(f"{catatan.isi.strip()}{ekor}"),)


def _tanggapan(catatan: CatatanLhe) -> Daftar | None:
    """The reply and what the team made of it, below the finding."""
    if not catatan.tanggapan.strip():
        return None
    butir: list[tuple[Sebaris, ...]] = [(Teks("Tanggapan instansi: ", miring=True), Teks(catatan.tanggapan.strip()))]
    if catatan.sikap is not None:
        ekor = f" {catatan.balasan.strip()}" if catatan.balasan.strip() else ""
        butir.append((Teks("Sikap tim: ", miring=True), Teks(f"{_SIKAP[catatan.sikap]}{ekor}")))
    return Daftar(tuple(butir), JenisDaftar.POIN)


def rekomendasi(lhe: DataLhe) -> list[Simpul]:
    """What the agency is to do, component by component."""
    daftar = lhe.daftar_rekomendasi
    if not daftar:
        return [par("Evaluasi ini tidak memuat rekomendasi.")]
    kepala: list[Kepala] = [("No", 6, TENGAH), ("Rekomendasi", 54, KIRI)]
    bernama = any(r.penanggung_jawab for r in daftar)
    kepala += [("Penanggung Jawab", 22, KIRI)] if bernama else []
    kepala.append(("Batas Waktu", 18, TENGAH))
    isi: list[Baris] = []
    nomor = 0
    for komponen in lhe.kini.skema.daftar_komponen:
        milik = [r for r in daftar if r.komponen == komponen.nomor]
        if milik:
            isi.append(kelompok(komponen.nama, len(kepala)))
        for r in milik:
            nomor += 1
            isi.append(_baris_rekomendasi(nomor, r, bernama=bernama))
    kalimat = kal(
        "Kami merekomendasikan {n} kepada {j}, dirinci pada {t}.",
        n=banyak(nomor, "perbaikan"), j=tujuan(lhe), t=Rujuk("tabel-rekomendasi"),
    )  # fmt: skip
    return [par(kalimat), tabel("tabel-rekomendasi", "Rekomendasi per Komponen", kepala, isi, nomor_kolom=False)]


def _baris_rekomendasi(nomor: int, satu: RekomendasiLhe, *, bernama: bool) -> Baris:
    ekor = " (mengulang rekomendasi yang belum selesai)" if satu.ulangan else ""
    tengah = (satu.penanggung_jawab or "–",) if bernama else ()
    batas = tulis_tanggal(satu.batas_waktu) if satu.batas_waktu else "–"
    return baris(str(nomor), f"{satu.isi.strip()}{ekor}", *tengah, batas)


def tindak_lanjut(lhe: DataLhe) -> list[Simpul]:
    """Recommendations of earlier LHE and what became of them."""
    daftar = lhe.daftar_terdahulu
    if not daftar:
        return [par("Tidak ada rekomendasi evaluasi sebelumnya yang tercatat.")]
    kolom = (
        ("No", 5, TENGAH), ("Tahun", 8, TENGAH), ("Komponen", 17, KIRI), ("Rekomendasi", 30, KIRI),
        ("Tindak Lanjut", 25, KIRI), ("Keadaan", 15, TENGAH),
    )  # fmt: skip
    isi = [_baris_terdahulu(n, r) for n, r in enumerate(daftar, 1)]
    selesai = sum(r.keadaan is KeadaanTindakLanjut.SELESAI for r in daftar)
    terbuka = sum(r.keadaan in TINDAK_LANJUT_TERBUKA for r in daftar)
    lain = len(daftar) - selesai - terbuka
    ekor = f", dan {banyak(lain)} tidak dapat ditindaklanjuti dengan alasan yang diterima" if lain else ""
    kalimat = kal(
        "Dari {n} evaluasi sebelumnya, {s} sudah selesai, {b} belum selesai{e}. Rinciannya pada {t}.",
        n=banyak(len(daftar), "rekomendasi"), s=banyak(selesai), b=banyak(terbuka), e=ekor,
        t=Rujuk("tabel-tindak-lanjut"),
    )  # fmt: skip
    judul = "Tindak Lanjut Rekomendasi Evaluasi Sebelumnya"
    return [par(kalimat), tabel("tabel-tindak-lanjut", judul, kolom, isi, nomor_kolom=False)]


def _baris_terdahulu(nomor: int, satu: RekamRekomendasi) -> Baris:
    return baris(
        str(nomor), str(satu.tahun), satu.komponen or "Umum", satu.rekomendasi.strip(),
        satu.tindak_lanjut.strip() or "Belum dilaporkan", NAMA_KEADAAN[satu.keadaan],
    )  # fmt: skip


def tujuan(lhe: DataLhe) -> str:
    """To whom it is sent: the head of the agency."""
    return lhe.penerima.jabatan_kepala or f"Kepala {lhe.penerima.nama}"


def penutup(lhe: DataLhe) -> list[Simpul]:
    return [
        par(
            f"Kami menghargai kerja sama {lhe.penerima.nama} selama evaluasi. Rekomendasi agar ditindaklanjuti paling "
            f"lambat pada batas waktunya, dan hasilnya dilaporkan kepada {lhe.penulis.nama} beserta buktinya. Tindak "
            "lanjut itu menjadi bahan evaluasi tahun berikutnya."
        )
    ]


def tanda_tangan(lhe: DataLhe, *, bertempat: bool) -> TandaTangan:
    """The head of the APIP; `bertempat`: with place and date, which a letter has at its head."""
    satu = pihak(lhe.penulis.pimpinan, kunci=BIDANG_APIP)
    return TandaTangan((satu,), lhe.penulis.tempat, lhe.tanggal, bertempat=bertempat)


def tembusan(lhe: DataLhe) -> list[Simpul]:
    """Who gets a copy."""
    atasan = lhe.penerima.jabatan_kepala_daerah or "Kepala Daerah"
    pemda = f" {lhe.penulis.pemda}" if lhe.penulis.pemda else ""
    daftar = (f"{atasan};", f"Sekretaris Daerah{pemda}.")
    return [par((Teks("Tembusan:", tebal=True),)), Daftar(tuple((Teks(satu),) for satu in daftar))]


def daftar_kekurangan_lhe(lhe: DataLhe) -> tuple[str, ...]:
    """What must be there before the LHE can be frozen, a sentence each."""
    pimpinan = lhe.penulis.pimpinan
    kurang = (
        (not lhe.nomor.strip(), "Nomor LHE belum diisi."),
        (lhe.tanggal is None, "Tanggal LHE belum diisi."),
        (not lhe.penulis.tempat.strip(), "Tempat penandatanganan belum diisi di Pengaturan evaluasi."),
        (not pimpinan.nama.strip(), f"Nama {pimpinan.jabatan} belum diisi di Pengaturan evaluasi."),
        (not pimpinan.nip.strip(), f"NIP {pimpinan.jabatan} belum diisi di Pengaturan evaluasi."),
        (not angka(lhe.kini, "nilai_evaluasi").hasil.ada, "Nilai evaluasi belum lengkap."),
    )
    return tuple(kalimat for belum, kalimat in kurang if belum)
