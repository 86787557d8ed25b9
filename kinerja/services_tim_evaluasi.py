"""Evaluations opened, and who works at them under which letter of assignment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError

from kinerja.akses_evaluasi import ambil_hak_evaluasi
from kinerja.data_evaluasi import AsalEvaluasi, PeranTim, TahapEvaluasi
from kinerja.models import Evaluasi, TimEvaluasi
from kinerja.selectors_evaluasi import ambil_pengaturan, load_skema
from kinerja.selectors_meja import daftar_pemeriksa
from kinerja.selectors_pengisian import hari_ini
from kinerja.services_evaluasi import kunci_evaluasi
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.riwayat.services_baris import menulis, simpan_baris
from renstra import akses
from renstra.models import Instansi, Pemda, Penugasan, TahunKinerja
from renstra.selectors_unit import berlaku_pada

KOLOM_TUGAS = ("nomor_tugas", "tanggal_tugas", "mulai_kerja", "selesai_kerja")


@dataclass(frozen=True)
class Tim:
    """Users by pk."""

    ketua: int
    pengendali: int
    anggota: tuple[int, ...] = ()

    @property
    def peran_per_pengguna(self) -> dict[int, PeranTim]:
        return {
            **dict.fromkeys(self.anggota, PeranTim.ANGGOTA),
            self.ketua: PeranTim.KETUA,
            self.pengendali: PeranTim.PENGENDALI,
        }


@dataclass(frozen=True)
class Bukaan:
    """What evaluations are opened with. `tugas`: values of KOLOM_TUGAS."""

    tahun: int
    skema: str
    tim: Tim
    tugas: Mapping[str, Any]


def buka_banyak_evaluasi(
    *, pemda: Pemda, daftar_instansi: Iterable[int], bukaan: Bukaan, oleh: Pengguna
) -> list[Evaluasi]:
    """An evaluation for each of these agencies (pk) of the pemda, all or none.

    Raises ValidationError (an agency without that year, or with an evaluation of it; a scheme without questions; a
    team that cannot be), PermissionDenied.
    """
    with menulis(oleh=oleh, jalur="halaman"):
        daftar = list(
            Instansi.objects.select_for_update(no_key=True)
            .filter(pk__in=set(daftar_instansi), pemda=pemda)
            .order_by("pk")
        )
        if any(not akses.boleh_evaluasi(akses.ambil_hak(oleh, instansi)) for instansi in daftar):
            raise PermissionDenied
        if not daftar:
            raise ValidationError({"instansi": "Pilih paling sedikit satu instansi."})
        _periksa_tim(pemda, bukaan.tim, daftar)
        _periksa_dapat_dibuka(daftar, bukaan.tahun)
        skema = pastikan_skema(bukaan.skema, oleh=oleh)
        if not load_skema([skema.pk])[skema.pk].berjawaban:
            raise ValidationError(
                {"skema": f"{skema.nama} tidak memuat pertanyaan, jadi hasilnya hanya dapat direkam."}
            )
        tingkat = ambil_pengaturan(pemda).tingkat
        return [
            _buka(
                Evaluasi(
                    instansi=instansi, tahun=bukaan.tahun, skema=skema, tingkat=tingkat, asal=AsalEvaluasi.DIKERJAKAN,
                    tahap=TahapEvaluasi.PENILAIAN, **bukaan.tugas,
                ),
                bukaan.tim,
            )
            for instansi in daftar
        ]  # fmt: skip


def _buka(evaluasi: Evaluasi, tim: Tim) -> Evaluasi:
    simpan_baris(evaluasi)
    for pk, peran in tim.peran_per_pengguna.items():
        simpan_baris(TimEvaluasi(evaluasi=evaluasi, pengguna_id=pk, peran=peran))
    return evaluasi


def _periksa_dapat_dibuka(daftar: Sequence[Instansi], tahun: int) -> None:
    nama = {i.pk: i.singkatan or i.nama or i.kode for i in daftar}
    berdata = set(TahunKinerja.objects.filter(instansi__in=daftar, tahun=tahun).values_list("instansi", flat=True))
    if tanpa := [nama[pk] for pk in nama if pk not in berdata]:
        raise ValidationError(
            {"instansi": f"Tahun {tahun} belum dibuka oleh {', '.join(tanpa)}, jadi belum ada yang dapat dievaluasi."}
        )
    dibuka = Evaluasi.objects.filter(instansi__in=daftar, tahun=tahun).exclude(tahap=TahapEvaluasi.DIBATALKAN)
    if ada := [nama[pk] for pk in dibuka.values_list("instansi", flat=True)]:
        raise ValidationError({"instansi": f"Evaluasi tahun {tahun} sudah ada untuk {', '.join(ada)}."})


def _periksa_tim(pemda: Pemda | None, tim: Tim, daftar: Sequence[Instansi]) -> None:
    """People of the APIP, two of them to approve, and nobody who works for one of the agencies evaluated."""
    if tim.ketua == tim.pengendali:
        raise ValidationError({"pengendali": "Ketua dan pengendali harus orang yang berbeda."})
    dikenal = set(daftar_pemeriksa(pemda, hari_ini()).values_list("pk", flat=True)) if pemda else set()
    if not set(tim.peran_per_pengguna) <= dikenal:
        raise ValidationError("Anggota tim harus bertugas di inspektorat pemerintah daerah ini. Muat ulang halaman.")
    milik = Penugasan.objects.filter(berlaku_pada(hari_ini()), instansi__in=daftar, pengguna__in=tim.peran_per_pengguna)
    if sendiri := milik.select_related("pengguna", "instansi").order_by("pk").first():
        raise ValidationError(
            f"{sendiri.pengguna} bertugas di {sendiri.instansi}, jadi tidak dapat ikut mengevaluasinya. "
            "Pilih orang lain."
        )


def save_tim(*, pk: int, tim: Tim, oleh: Pengguna) -> None:
    """The team as wanted. Raises ValidationError, PermissionDenied.

    Where neither ketua nor pengendali works for the APIP any more, whoever does may name new ones.
    """
    with menulis(oleh=oleh, jalur="halaman"):
        evaluasi = kunci_evaluasi(pk)
        hak = ambil_hak_evaluasi(oleh, evaluasi)
        lama = {t.pengguna_id: t for t in TimEvaluasi.objects.filter(evaluasi=evaluasi)}
        if not (hak.atur_tim or (hak.apip and tanpa_pemimpin(evaluasi))):
            raise PermissionDenied
        _periksa_tim(evaluasi.instansi.pemda, tim, [evaluasi.instansi])
        baru = tim.peran_per_pengguna
        for pengguna, baris in lama.items():
            if baru.get(pengguna) != baris.peran:
                baris.delete()
        for pengguna, peran in baru.items():
            if pengguna not in lama or lama[pengguna].peran != peran:
                simpan_baris(TimEvaluasi(evaluasi=evaluasi, pengguna_id=pengguna, peran=peran))


def tanpa_pemimpin(evaluasi: Evaluasi) -> bool:
    """Whether an evaluation under way has lost both ketua and pengendali: they no longer work for the APIP."""
    pemda = evaluasi.instansi.pemda
    tutup = {TahapEvaluasi.DISETUJUI, TahapEvaluasi.TERBIT, TahapEvaluasi.DIBATALKAN}
    if pemda is None or evaluasi.tahap in tutup or evaluasi.asal != AsalEvaluasi.DIKERJAKAN:
        return False
    pemimpin = TimEvaluasi.objects.filter(evaluasi=evaluasi, peran__in=(PeranTim.KETUA, PeranTim.PENGENDALI))
    return not pemimpin.filter(pengguna__in=daftar_pemeriksa(pemda, hari_ini())).exists()


def save_tugas(*, pk: int, tugas: Mapping[str, Any], batas_tanggapan: date | None, oleh: Pengguna) -> None:
    """Letter of assignment and period of work (KOLOM_TUGAS); while the agency may reply, its term too.

    Raises ValidationError, PermissionDenied.
    """
    with menulis(oleh=oleh, jalur="halaman"):
        evaluasi = kunci_evaluasi(pk)
        if not ambil_hak_evaluasi(oleh, evaluasi).atur_tim:
            raise PermissionDenied
        for kolom in KOLOM_TUGAS:
            setattr(evaluasi, kolom, tugas[kolom])
        if evaluasi.tahap == TahapEvaluasi.TANGGAPAN and batas_tanggapan is not None:
            if evaluasi.batas_tanggapan is not None and batas_tanggapan < evaluasi.batas_tanggapan:
                raise ValidationError({"batas_tanggapan": "Batas waktu tanggapan hanya dapat diperpanjang."})
            evaluasi.batas_tanggapan = batas_tanggapan
        simpan_baris(evaluasi)
