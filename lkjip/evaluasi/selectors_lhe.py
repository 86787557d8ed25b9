"""The LHE of one evaluation, read: for its page, and for the worker that prints it."""

from __future__ import annotations

from kinerja.data_evaluasi import (
    AsalEvaluasi,
    JenisCatatan,
    PeranTim,
    SikapTanggapan,
    TahapEvaluasi,
)
from kinerja.models import CatatanEvaluasi, Evaluasi, RekomendasiEvaluasi, TimEvaluasi
from kinerja.selectors_evaluasi import ambil_pengaturan, load_evaluasi
from kinerja.selectors_rekomendasi import daftar_rekomendasi_terbit
from lkjip.evaluasi.selectors import ambil_evaluasi_tahun
from lkjip.laporan.compose.dokumen_lhe import dokumen_lhe
from lkjip.laporan.data_dokumen import PihakJanji
from lkjip.laporan.data_lhe import (
    AnggotaTim,
    BentukLhe,
    CatatanLhe,
    DataLhe,
    PenerimaLhe,
    PenulisLhe,
    RekomendasiLhe,
)
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.selectors import load_tema
from lkjip.reviu.selectors import load_dokumen_reviu
from renstra.models import Instansi, TahunKinerja
from renstra.selectors_logo import muat_logo_pemda


def load_dokumen_apip(tahun_kinerja: TahunKinerja, pesanan: Pesanan) -> Dokumen:
    """A document of the APIP about this agency-year, as it would be signed. Raises LookupError where there is none."""
    if pesanan.jenis is not JenisBerkas.LHE:
        return load_dokumen_reviu(tahun_kinerja, pesanan.jenis)
    evaluasi = ambil_evaluasi_tahun(tahun_kinerja.instansi_id, tahun_kinerja.tahun)
    if evaluasi is None or evaluasi.asal != AsalEvaluasi.DIKERJAKAN:
        raise LookupError("Tahun ini tidak dievaluasi di sini.")
    return susun_lhe(load_data_lhe(evaluasi), pesanan, konsep=not pesanan.akhir)


def susun_lhe(lhe: DataLhe, pesanan: Pesanan, *, konsep: bool) -> Dokumen:
    """In the form and on the paper that the order names."""
    return dokumen_lhe(lhe, pesanan.susunan or BentukLhe.SURAT, konsep=konsep, kertas=pesanan.kertas)


def load_data_lhe(evaluasi: Evaluasi) -> DataLhe:
    """Twenty-one queries at most, whatever is in it."""
    lalu = _evaluasi_lalu(evaluasi)
    data = load_evaluasi([evaluasi, *([lalu] if lalu else [])])
    kolom = ("tahun", "nomor_tugas", "tanggal_tugas", "ringkasan")
    return DataLhe(
        **{nama: getattr(evaluasi, nama) for nama in kolom},
        penulis=_penulis(evaluasi.instansi),
        penerima=_penerima(evaluasi),
        kini=data[evaluasi.pk],
        lalu=data[lalu.pk] if lalu else None,
        nomor=evaluasi.nomor_lhe,
        tanggal=evaluasi.tanggal_lhe,
        mulai=evaluasi.mulai_kerja,
        selesai=evaluasi.selesai_kerja,
        daftar_tim=_tim(evaluasi),
        daftar_catatan=_catatan(evaluasi),
        daftar_rekomendasi=_rekomendasi(evaluasi),
        daftar_terdahulu=daftar_rekomendasi_terbit(evaluasi.instansi, sebelum=evaluasi.tahun),
        tema=load_tema(evaluasi.instansi.pemda),
    )


def _evaluasi_lalu(evaluasi: Evaluasi) -> Evaluasi | None:
    """The issued evaluation of the year before."""
    milik = Evaluasi.objects.filter(instansi=evaluasi.instansi_id, tahun=evaluasi.tahun - 1)
    return milik.filter(tahap=TahapEvaluasi.TERBIT).select_related("instansi__pemda", "skema").first()


def _penulis(instansi: Instansi) -> PenulisLhe:
    pemda = instansi.pemda
    if pemda is None:
        return PenulisLhe("Inspektorat", pimpinan=PihakJanji("Inspektur"))
    atur = ambil_pengaturan(pemda)
    pimpinan = PihakJanji(atur.jabatan_pimpinan, atur.nama_pimpinan, atur.pangkat_pimpinan, atur.nip_pimpinan)
    return PenulisLhe(
        nama=atur.nama_apip, pemda=pemda.nama, alamat=atur.alamat_apip, tempat=atur.tempat, pimpinan=pimpinan,
        daftar_pedoman=tuple(filter(None, map(str.strip, atur.pedoman_daerah.splitlines()))),
        logo=muat_logo_pemda(pemda) or b"", sidik_logo=pemda.logo,
    )  # fmt: skip


def _penerima(evaluasi: Evaluasi) -> PenerimaLhe:
    """The agency as it was called in the year evaluated; its duties as they are now."""
    instansi = evaluasi.instansi
    tahun = TahunKinerja.objects.filter(instansi=instansi, tahun=evaluasi.tahun).first()
    atas = instansi.pemda.jabatan_kepala_daerah if instansi.pemda else ""
    return PenerimaLhe(
        nama=(tahun.nama if tahun else "") or instansi.nama or instansi.kode,
        singkatan=(tahun.singkatan if tahun else "") or instansi.singkatan,
        jabatan_kepala=instansi.jabatan_kepala,
        jabatan_kepala_daerah=(tahun.jabatan_kepala_daerah if tahun else "") or atas,
        tugas=instansi.tugas,
        daftar_fungsi=tuple(filter(None, map(str.strip, instansi.fungsi.splitlines()))),
    )


def _tim(evaluasi: Evaluasi) -> tuple[AnggotaTim, ...]:
    daftar = TimEvaluasi.objects.filter(evaluasi=evaluasi).select_related("pengguna")
    return tuple(AnggotaTim(str(t.pengguna), PeranTim(t.peran)) for t in daftar)


def _catatan(evaluasi: Evaluasi) -> tuple[CatatanLhe, ...]:
    kolom = ("komponen", "isi", "subkomponen", "tanggapan", "balasan")
    return tuple(
        CatatanLhe(
            **{nama: getattr(c, nama) for nama in kolom},
            jenis=JenisCatatan(c.jenis),
            sikap=SikapTanggapan(c.sikap) if c.sikap else None,
        )
        for c in CatatanEvaluasi.objects.filter(evaluasi=evaluasi)
    )


def _rekomendasi(evaluasi: Evaluasi) -> tuple[RekomendasiLhe, ...]:
    daftar = RekomendasiEvaluasi.objects.filter(evaluasi=evaluasi).select_related("unit")
    return tuple(
        RekomendasiLhe(
            r.komponen, r.rekomendasi, r.batas_waktu, (r.unit.nama if r.unit else "") or r.penanggung_jawab,
            ulangan=r.ulangan_id is not None,
        )
        for r in daftar
    )  # fmt: skip
