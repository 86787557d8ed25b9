"""Versions of documents by their code, and by the hash of a file. Only what was ever published leaves this file.

The exception is who may see the agency anyway: they learn the state of a version that is under way.
"""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from lkjip.laporan.data_penyusunan import JENIS_APIP
from lkjip.laporan.data_terbitan import PERNAH_TERBIT, JenisSertifikat, KeadaanTerbitan
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan
from lkjip.publik.data_verifikasi import TandaVersi, VersiTerbit
from renstra.akses import SiapaPun, ambil_hak, boleh_evaluasi, boleh_lihat


def load_versi(kode: str, pengguna: SiapaPun) -> VersiTerbit | None:
    """The version of this code. One query says whether there is anything to tell, whatever the reason for silence."""
    terbitan = _daftar().filter(kode=kode).first()
    if terbitan is None:
        return None
    if terbitan.keadaan in PERNAH_TERBIT:
        return _versi(terbitan)
    if pengguna.is_authenticated and _boleh_lihat(pengguna, terbitan):
        return _versi(terbitan)
    return None


def _boleh_lihat(pengguna: SiapaPun, terbitan: Terbitan) -> bool:
    """Who may know that a version is under way: what the APIP writes, its own people only."""
    instansi = terbitan.tahun_kinerja.instansi
    if terbitan.jenis in JENIS_APIP:
        return boleh_evaluasi(ambil_hak(pengguna, instansi))
    return boleh_lihat(pengguna, instansi)


def load_versi_berkas(daftar_sidik: Collection[str]) -> VersiTerbit | None:
    """The published version that one of these files is: as published, or at an earlier stage of its signing."""
    tahap = TandaTanganTerbitan.objects.filter(sidik_hasil__in=daftar_sidik).values("terbitan")
    syarat = Q(sidik_kini__in=daftar_sidik) | Q(sidik_final__in=daftar_sidik) | Q(pk__in=tahap)
    terbitan = _daftar().filter(syarat, keadaan__in=PERNAH_TERBIT).order_by("-nomor").first()
    return None if terbitan is None else _versi(terbitan)


def _daftar() -> QuerySet[Terbitan]:
    return Terbitan.objects.select_related("tahun_kinerja__instansi__pemda")


def _versi(terbitan: Terbitan) -> VersiTerbit:
    tahun = terbitan.tahun_kinerja
    daftar = list(terbitan.daftar_tanda_tangan.exclude(sidik_hasil="").order_by("urutan_tanda", "urutan"))
    percobaan = terbitan.jenis_sertifikat == JenisSertifikat.PERCOBAAN or any(satu.percobaan for satu in daftar)
    return VersiTerbit(
        pk=terbitan.pk,
        kode=terbitan.kode,
        judul=terbitan.judul,
        instansi=tahun.nama or tahun.instansi.nama,
        pemda=tahun.pemda or (tahun.instansi.pemda.nama if tahun.instansi.pemda else ""),
        tahun=tahun.tahun,
        nomor=terbitan.nomor,
        keadaan=KeadaanTerbitan(terbitan.keadaan),
        alasan=terbitan.alasan,
        sidik=terbitan.sidik_kini,
        sidik_final=terbitan.sidik_final,
        banyak_halaman=terbitan.banyak_halaman,
        nama_berkas=terbitan.nama_berkas,
        percobaan=percobaan,
        terbit_pada=terbitan.terbit_pada,
        ditarik_pada=terbitan.ditarik_pada,
        alasan_tarik=terbitan.alasan_tarik,
        pengganti=_pengganti(terbitan),
        daftar_tanda=tuple(map(_tanda, daftar)),
        daftar_sidik_lama=tuple(satu.sidik_hasil for satu in daftar if satu.sidik_hasil != terbitan.sidik_kini),
    )


def _tanda(satu: TandaTanganTerbitan) -> TandaVersi:
    assert satu.pada is not None  # a signature has its moment: tanda_tangan_lengkap
    return TandaVersi(
        satu.nama, satu.jabatan, satu.nip, satu.pada, satu.penerbit, satu.nama_sertifikat, satu.percobaan
    )  # fmt: skip


def _pengganti(terbitan: Terbitan) -> str:
    if terbitan.keadaan == KeadaanTerbitan.TERBIT:
        return ""
    lain = Terbitan.objects.filter(
        tahun_kinerja=terbitan.tahun_kinerja_id, kunci=terbitan.kunci, keadaan=KeadaanTerbitan.TERBIT
    )
    return lain.values_list("kode", flat=True).first() or ""
