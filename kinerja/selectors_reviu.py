"""Everything read about the reviu of a report."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, Max, OuterRef, Q

from kinerja import data_reviu as data
from kinerja.data_reviu import BERJALAN_REVIU, TahapReviu
from kinerja.models import CatatanReviu, JawabanPertanyaanReviu, Reviu
from kinerja.selectors_evaluasi import ambil_pengaturan
from lkjip.akun.models import Pengguna
from renstra.models import Instansi, TahunKinerja


def daftar_reviu(tahun_kinerja: TahunKinerja) -> list[Reviu]:
    """The newest first: one query."""
    return list(Reviu.objects.filter(tahun_kinerja=tahun_kinerja).order_by("-nomor"))


def ambil_reviu(tahun_kinerja: TahunKinerja, pk: int) -> Reviu | None:
    """None where this agency-year has none such."""
    return Reviu.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk).first()


def load_reviu(baris: Reviu) -> data.DataReviu:
    """With its answers and remarks: two queries."""
    kolom = ("pk", "nomor", "sidik_isi", "nama_pereviu", "mulai", "nomor_tugas", "tanggal_tugas", "pengecualian",
             "saran", "nomor_surat", "tanggal_surat")  # fmt: skip
    jawaban = JawabanPertanyaanReviu.objects.filter(reviu=baris)
    return data.DataReviu(
        **{nama: getattr(baris, nama) for nama in kolom},
        tahap=TahapReviu(baris.tahap),
        simpulan=data.SimpulanReviu(baris.simpulan) if baris.simpulan else None,
        jawaban={j.kode: _jawaban(j) for j in jawaban},
        daftar_catatan=tuple(map(_catatan, CatatanReviu.objects.filter(reviu=baris).order_by("id"))),
    )


def _jawaban(baris: JawabanPertanyaanReviu) -> data.JawabanPertanyaan:
    return data.JawabanPertanyaan(data.JawabanReviu(baris.jawaban) if baris.jawaban else None, baris.catatan)


def _catatan(baris: CatatanReviu) -> data.RekamCatatanReviu:
    kolom = ("pk", "jangkar", "judul_jangkar", "isi", "nama_oleh", "waktu", "tanggapan", "nama_penanggap",
             "ditanggapi_pada", "tuntas", "diputus_pada")  # fmt: skip
    return data.RekamCatatanReviu(**{nama: getattr(baris, nama) for nama in kolom})


def ambil_catatan(reviu: Reviu, pk: int) -> CatatanReviu | None:
    return CatatanReviu.objects.filter(reviu=reviu, pk=pk).first()


def nomor_terakhir(tahun_kinerja: TahunKinerja) -> int:
    """0 where there was none yet."""
    return int(Reviu.objects.filter(tahun_kinerja=tahun_kinerja).aggregate(n=Max("nomor"))["n"] or 0)


def reviu_berjalan(tahun_kinerja: TahunKinerja) -> Reviu | None:
    """The one that runs; there is at most one."""
    return Reviu.objects.filter(tahun_kinerja=tahun_kinerja, tahap__in=[t.value for t in BERJALAN_REVIU]).first()


def reviu_terakhir_selesai(tahun_kinerja: TahunKinerja) -> Reviu | None:
    """The one whose statement counts."""
    selesai = Reviu.objects.filter(tahun_kinerja=tahun_kinerja, tahap=TahapReviu.SELESAI)
    return selesai.order_by("-nomor").first()


def keadaan_reviu(tahun_kinerja: TahunKinerja) -> data.KeadaanReviu:
    """Whether the report of this year was reviewed, and for which content: one query.

    The hash is that of the content without the statement (`lkjip.penyusunan.sidik.sidik_direviu`).
    """
    daftar = daftar_reviu(tahun_kinerja)
    berjalan = next((TahapReviu(r.tahap) for r in daftar if TahapReviu(r.tahap) in BERJALAN_REVIU), None)
    selesai = next((r for r in daftar if r.tahap == TahapReviu.SELESAI), None)
    if selesai is None:
        return data.KeadaanReviu(tahap_berjalan=berjalan)
    return data.KeadaanReviu(
        selesai.nomor, selesai.sidik_isi, data.SimpulanReviu(selesai.simpulan), selesai.nomor_surat,
        selesai.tanggal_surat, berjalan,
    )  # fmt: skip


def load_pernyataan(tahun_kinerja: TahunKinerja) -> tuple[str, data.PernyataanReviu] | None:
    """The hash that was read and the statement about it; None where no reviu is finished. One query, else two."""
    baris = reviu_terakhir_selesai(tahun_kinerja)
    return (baris.sidik_isi, rekam_pernyataan(baris, tahun_kinerja.instansi)) if baris is not None else None


def rekam_pernyataan(baris: Reviu, instansi: Instansi) -> data.PernyataanReviu:
    """The statement of a finished reviu: one query."""
    return data.PernyataanReviu(
        data.SimpulanReviu(baris.simpulan), baris.pengecualian, baris.nomor_surat, baris.tanggal_surat,
        load_apip(instansi),
    )  # fmt: skip


def load_apip(instansi: Instansi) -> data.PimpinanApip:
    """Who signs for the APIP of this agency's pemda; defaults where the pemda has said nothing: one query."""
    pemda = instansi.pemda
    if pemda is None:
        return data.PimpinanApip()
    atur = ambil_pengaturan(pemda)
    return data.PimpinanApip(
        atur.nama_apip, atur.alamat_apip, atur.tempat, atur.jabatan_pimpinan, atur.nama_pimpinan,
        atur.pangkat_pimpinan, atur.nip_pimpinan, str(pemda),
    )  # fmt: skip


def daftar_tugas_reviu(pengguna: Pengguna, daftar_instansi: Collection[int]) -> list[Reviu]:
    """Reviu that this user works on as reviewer, and those of these agencies with a remark that nobody answered yet;
    one query.
    """
    belum = CatatanReviu.objects.filter(reviu=OuterRef("pk"), tanggapan="")
    milik = Q(pereviu=pengguna, tahap__in=[t.value for t in BERJALAN_REVIU])
    instansi = Q(tahun_kinerja__instansi__in=daftar_instansi, tahap=TahapReviu.TANGGAPAN) & Exists(belum)
    daftar = Reviu.objects.filter(milik | instansi).select_related("tahun_kinerja__instansi")
    return list(daftar.order_by("tahun_kinerja__tahun", "tahun_kinerja__instansi__nama"))
