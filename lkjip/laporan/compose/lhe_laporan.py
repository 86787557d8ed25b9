"""The LHE as a short report: cover, summary, three chapters, annex (the older habit, sakip.md 2.5). Pure."""

from __future__ import annotations

from lkjip.laporan.compose.kalimat import banyak, par
from lkjip.laporan.compose.lhe_bagian import (
    bagian_komponen,
    cara_menilai,
    dasar,
    pelaksanaan,
    penutup,
    rekomendasi,
    tanda_tangan,
    tembusan,
    tindak_lanjut,
)
from lkjip.laporan.compose.lhe_nilai import simpulan_nilai, tabel_nilai, tabel_subkomponen
from lkjip.laporan.data_lhe import DataLhe
from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Daftar,
    DaftarOtomatis,
    JenisBab,
    JenisDaftarOtomatis,
    Sampul,
    Simpul,
    Teks,
)


def sampul_lhe(lhe: DataLhe) -> Sampul:
    penulis = lhe.penulis
    tahun = lhe.tanggal.year if lhe.tanggal else lhe.tahun + 1
    return Sampul(
        judul="LAPORAN HASIL EVALUASI AKUNTABILITAS KINERJA",
        anak_judul=f"{lhe.penerima.nama.upper()} TAHUN {lhe.tahun}",
        instansi=penulis.nama,
        pemda=f"Pemerintah {penulis.pemda}" if penulis.pemda else "",
        tempat_tahun=f"{penulis.tempat}, {tahun}" if penulis.tempat else "",
        logo=penulis.logo if lhe.tema.logo_sampul else b"",
        sidik_logo=penulis.sidik_logo if lhe.tema.logo_sampul else "",
    )


def bab_laporan(lhe: DataLhe, depan: list[Simpul]) -> tuple[Bab, ...]:
    """`depan`: what a draft says before all else."""
    rinci = tabel_subkomponen(lhe.kini)
    return (
        Bab("lhe-ringkasan", "Ringkasan Eksekutif", (*depan, *_ringkasan(lhe)), JenisBab.DEPAN),
        Bab("daftar-isi", "Daftar Isi", (DaftarOtomatis(JenisDaftarOtomatis.ISI),), JenisBab.DEPAN),
        Bab("lhe-bab1", "Pendahuluan", _pendahuluan(lhe)),
        Bab("lhe-bab2", "Hasil Evaluasi", _hasil(lhe)),
        Bab("lhe-bab3", "Rekomendasi dan Penutup", _rekomendasi(lhe)),
        *([Bab("lhe-lampiran", "Jawaban dan Nilai per Subkomponen", (rinci,), JenisBab.LAMPIRAN)] if rinci else ()),
    )


def _bagian(kunci: str, judul: str, *isi: Simpul) -> Bagian:
    return Bagian(f"lhe-{kunci}", judul, isi)


def _ringkasan(lhe: DataLhe) -> list[Simpul]:
    """What somebody reads who reads nothing else."""
    nomor = par(f"Nomor: {lhe.nomor or '……………'}")
    sendiri: list[Simpul] = [par(satu.strip()) for satu in lhe.ringkasan.splitlines() if satu.strip()]
    jumlah = par(
        f"Laporan ini memuat {banyak(len(lhe.daftar_catatan), 'catatan')} dan "
        f"{banyak(len(lhe.daftar_rekomendasi), 'rekomendasi')}."
    )
    return [nomor, *simpulan_nilai(lhe), *sendiri, jumlah]


def _pendahuluan(lhe: DataLhe) -> tuple[Bagian, ...]:
    nama = lhe.penerima.nama
    return (
        _bagian("dasar", "Dasar Evaluasi", dasar(lhe)),
        _bagian(
            "latar", "Latar Belakang",
            par(
                "Sistem akuntabilitas kinerja menuntut instansi pemerintah merencanakan, mengukur, melaporkan, dan "
                "mengevaluasi kinerjanya. Evaluasi ini menilai sejauh mana sistem itu berjalan dan dipakai untuk "
                "memperbaiki kinerja."
            ),
        ),
        _bagian(
            "tujuan", "Tujuan",
            par(
                f"Evaluasi bertujuan mengetahui tingkat akuntabilitas kinerja {nama}, memberi saran perbaikan, dan "
                "memantau tindak lanjut rekomendasi sebelumnya."
            ),
        ),
        _bagian(
            "lingkup", "Ruang Lingkup",
            par(
                f"Evaluasi meliputi penyelenggaraan akuntabilitas kinerja {nama} untuk tahun {lhe.tahun}: "
                f"{', '.join(k.nama.lower() for k in lhe.kini.skema.daftar_komponen)}."
            ),
        ),
        _bagian("metodologi", "Metodologi", cara_menilai(lhe), *pelaksanaan(lhe)),
        _bagian("evaluatan", "Gambaran Umum Instansi", *_gambaran(lhe)),
        _bagian("sebelumnya", "Gambaran Akuntabilitas Kinerja Sebelumnya", *tindak_lanjut(lhe)),
    )  # fmt: skip


def _gambaran(lhe: DataLhe) -> list[Simpul]:
    penerima = lhe.penerima
    tugas = penerima.tugas.strip().rstrip(".")
    hasil: list[Simpul] = [
        par(f"{penerima.nama} mempunyai tugas: {tugas}." if tugas else f"Instansi yang dievaluasi: {penerima.nama}.")
    ]
    if penerima.daftar_fungsi:
        hasil += [par("Fungsinya:"), Daftar(tuple((Teks(satu),) for satu in penerima.daftar_fungsi))]
    return hasil


def _hasil(lhe: DataLhe) -> tuple[Simpul, ...]:
    return (
        _bagian("hasil", "Nilai dan Predikat", *simpulan_nilai(lhe), *tabel_nilai(lhe)),
        *bagian_komponen(lhe),
    )


def _rekomendasi(lhe: DataLhe) -> tuple[Simpul, ...]:
    return (
        _bagian("rekomendasi", "Rekomendasi", *rekomendasi(lhe)),
        _bagian("penutup", "Apresiasi dan Penutup", *penutup(lhe)),
        tanda_tangan(lhe, bertempat=True),
        *tembusan(lhe),
    )
