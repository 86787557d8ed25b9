"""An evaluation for the tests of its LHE: as values, and as rows on their way to DISETUJUI."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from kinerja.data_evaluasi import (
    AsalEvaluasi,
    DataEvaluasi,
    JawabanLke,
    JenisCatatan,
    KeadaanTindakLanjut,
    Penilai,
    PeranTim,
    RekamRekomendasi,
    SikapTanggapan,
    Skema,
    TahapEvaluasi,
    TingkatIsian,
)
from kinerja.models import (
    CatatanEvaluasi,
    Evaluasi,
    JawabanEvaluasi,
    LangkahEvaluasi,
    PengaturanEvaluasi,
    RekomendasiEvaluasi,
    TimEvaluasi,
)
from kinerja.selectors_skema import _bawaan
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.laporan.data_dokumen import PihakJanji
from lkjip.laporan.data_lhe import (
    AnggotaTim,
    CatatanLhe,
    DataLhe,
    PenerimaLhe,
    PenulisLhe,
    RekomendasiLhe,
)
from renstra.models import Instansi
from tests.laporan.signing import pejabat_uji

KODE, KODE_LAMA = "permenpan88_2021", "permenpan12_2015"
TAHUN_LHE = 2024
NAMA_INSPEKTUR = "Contoh Nama, S.E."
_ALUR = (
    (TahapEvaluasi.PENILAIAN, "ajukan", TahapEvaluasi.KETUA),
    (TahapEvaluasi.KETUA, "setujui", TahapEvaluasi.PENGENDALI),
    (TahapEvaluasi.PENGENDALI, "setujui", TahapEvaluasi.TANGGAPAN),
    (TahapEvaluasi.TANGGAPAN, "tutup", TahapEvaluasi.PEMBAHASAN),
    (TahapEvaluasi.PEMBAHASAN, "ajukan", TahapEvaluasi.KETUA_AKHIR),
    (TahapEvaluasi.KETUA_AKHIR, "setujui", TahapEvaluasi.PENGENDALI_AKHIR),
    (TahapEvaluasi.PENGENDALI_AKHIR, "setujui", TahapEvaluasi.DISETUJUI),
)


def skema(kode: str = KODE) -> Skema:
    return _bawaan(kode).skema


def data_dijawab(jawaban: str = "BB", tahun: int = TAHUN_LHE) -> DataEvaluasi:
    """Every sub-component with the same answer."""
    s = skema()
    semua = {(kode, 0): JawabanLke(kode, 0, jawaban) for kode in s.subkomponen_per_kode}
    return DataEvaluasi(s, tahun, TingkatIsian.SUBKOMPONEN, {Penilai.EVALUATOR: semua}, {})


def data_direkam(kode: str, tahun: int, *nilai: str, nilai_lhe: str | None = None) -> DataEvaluasi:
    """Scores per component as an LHE printed them."""
    per_komponen = {n: Decimal(satu) for n, satu in enumerate(nilai, 1)}
    cetak = Decimal(nilai_lhe) if nilai_lhe else None
    return DataEvaluasi(skema(kode), tahun, TingkatIsian.KOMPONEN, {}, per_komponen, cetak)


def lhe_uji(**lain: Any) -> DataLhe:
    """A whole LHE with findings, a reply, recommendations and earlier ones."""
    penulis = PenulisLhe(
        "Inspektorat Kabupaten A", "Kabupaten A", "Jalan Uji 1\nKota Uji 12345", "Kota Uji",
        PihakJanji("Inspektur", NAMA_INSPEKTUR, "Pembina Utama Muda", "198001012005011001"),
        ("Peraturan Bupati A Nomor 5 Tahun 2022 tentang Pedoman Evaluasi AKIP",),
    )  # fmt: skip
    penerima = PenerimaLhe("Dinas Uji", "DU", "Kepala Dinas Uji", "Bupati A", "menguji", ("fungsi satu", "fungsi dua"))
    dasar = DataLhe(
        tahun=TAHUN_LHE, penulis=penulis, penerima=penerima, kini=data_dijawab(),
        lalu=data_direkam(KODE, TAHUN_LHE - 1, "22.5", "21", "10.5", "17.5"),
        nomor="700/12/LHE/2025", tanggal=date(2025, 5, 22), nomor_tugas="700/3/ST/2025",
        tanggal_tugas=date(2025, 4, 1), mulai=date(2025, 4, 8), selesai=date(2025, 5, 9),
        ringkasan="Akuntabilitas sudah baik.\nPemanfaatan pengukuran masih perlu ditingkatkan.",
        daftar_tim=(AnggotaTim("Ani", PeranTim.ANGGOTA), AnggotaTim("Kartika", PeranTim.KETUA),
                    AnggotaTim("Pandu", PeranTim.PENGENDALI)),
        daftar_catatan=(
            CatatanLhe(1, "Pohon kinerja sudah lengkap sampai pelaksana", JenisCatatan.BAIK),
            CatatanLhe(1, "Rencana aksi belum dipantau berkala", subkomponen="1.c", tanggapan="Sudah dipantau.",
                       sikap=SikapTanggapan.SEBAGIAN, balasan="Bukti hanya ada untuk dua triwulan."),
            CatatanLhe(2, "Definisi operasional tiga indikator belum ada"),
        ),
        daftar_rekomendasi=(
            RekomendasiLhe(1, "Pantau rencana aksi setiap triwulan", date(2025, 9, 30), "Sekretariat", ulangan=True),
            RekomendasiLhe(2, "Lengkapi definisi operasional", date(2025, 12, 31)),
        ),
        daftar_terdahulu=(
            RekamRekomendasi(1, 2023, "Perencanaan Kinerja", "Reviu IKU", KeadaanTindakLanjut.SELESAI, None, "Sudah"),
            RekamRekomendasi(2, 2023, "Pelaporan Kinerja", "Muat pembanding", KeadaanTindakLanjut.PROSES, None),
        ),
    )  # fmt: skip
    return replace(dasar, **lain)


def buat_evaluasi(instansi: Instansi, tahun: int, oleh: Pengguna, *, sampai: TahapEvaluasi) -> Evaluasi:
    """Answered BB throughout, with a finding and a recommendation, moved on to `sampai`."""
    evaluasi = Evaluasi.objects.create(
        instansi=instansi, tahun=tahun, skema=pastikan_skema(KODE), tingkat=TingkatIsian.SUBKOMPONEN.value,
        asal=AsalEvaluasi.DIKERJAKAN.value, tahap=TahapEvaluasi.PENILAIAN.value,
    )  # fmt: skip
    TimEvaluasi.objects.create(evaluasi=evaluasi, pengguna=oleh, peran=PeranTim.KETUA.value)
    for kode in skema().subkomponen_per_kode:
        JawabanEvaluasi.objects.create(
            evaluasi=evaluasi, penilai=Penilai.EVALUATOR.value, subkomponen=kode, jawaban="BB", waktu=timezone.now()
        )
    CatatanEvaluasi.objects.create(evaluasi=evaluasi, komponen=1, jenis=JenisCatatan.TEMUAN.value, isi="Belum dipantau")
    RekomendasiEvaluasi.objects.create(
        evaluasi=evaluasi, komponen=1, rekomendasi="Pantau", keadaan=KeadaanTindakLanjut.BELUM.value
    )
    return majukan(evaluasi, oleh, sampai=sampai)


def majukan(evaluasi: Evaluasi, oleh: Pengguna, *, sampai: TahapEvaluasi) -> Evaluasi:
    for dari, langkah, ke in _ALUR:
        if evaluasi.tahap == sampai:
            break
        if evaluasi.tahap != dari:
            continue
        LangkahEvaluasi.objects.create(
            evaluasi=evaluasi, langkah=langkah, dari=dari, ke=ke, oleh=oleh, nama_oleh="Uji", waktu=timezone.now()
        )
        evaluasi.tahap = ke.value
        evaluasi.save(update_fields=["tahap"])
    return evaluasi


def lengkapi(evaluasi: Evaluasi) -> Evaluasi:
    """Number, date, and a head of the APIP who holds the trial certificate of the tests."""
    evaluasi.nomor_lhe, evaluasi.tanggal_lhe = "700/12/LHE/2025", date(2025, 5, 22)
    evaluasi.save(update_fields=["nomor_lhe", "tanggal_lhe"])
    assert evaluasi.instansi.pemda is not None
    PengaturanEvaluasi.objects.create(
        pemda=evaluasi.instansi.pemda, tingkat=TingkatIsian.SUBKOMPONEN.value, nama_apip="Inspektorat Kabupaten A",
        tempat="Kota Uji", nama_pimpinan=NAMA_INSPEKTUR, nip_pimpinan=pejabat_uji.PENGENAL_KEPALA,
    )  # fmt: skip
    return evaluasi
