"""The facts of an agency-year that rules lean on, out of the database."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch, Q
from django.utils import timezone

from kinerja.data_pengisian import Langkah
from kinerja.data_reviu import TahapReviu
from kinerja.models import BuktiDukung, LangkahPengisian, Reviu
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_reviu import load_reviu
from lkjip.laporan.data_penyusunan import JENIS_APIP, JenisBerkas
from lkjip.laporan.data_terbitan import (
    BIDANG_KEPALA,
    BIDANG_KEPALA_DAERAH,
    BIDANG_UNIT,
    KeadaanTerbitan,
    KeadaanTindakan,
)
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan, TindakanTandaTangan
from lkjip.laporan.signing.bsre_jawaban import StatusPengguna
from lkjip.pemeriksaan.data_fakta import FaktaTahun, FaktaTanda, FaktaVersi
from renstra.data_pejabat import MasaJabatan, pejabat_pada
from renstra.models import Pejabat, TahunKinerja
from renstra.selectors_pejabat import masa_jabatan

_BERLAKU = (KeadaanTerbitan.FINAL, KeadaanTerbitan.DITANDATANGANI, KeadaanTerbitan.TERBIT)
_UNIT = re.compile(r"-unit(\d{1,9})$")  # `lkjip.terbitan.data_dokumen.kunci_dokumen`
_KEADAAN_SERTIFIKAT = tuple(s.kalimat for s in StatusPengguna if not s.boleh)


def load_fakta(tahun_kinerja: TahunKinerja) -> FaktaTahun:
    """Three queries; two more with a reviu, five more with versions; however many of them and of everything else."""
    bukti = BuktiDukung.objects.filter(tahun_kinerja=tahun_kinerja).order_by()
    daftar_reviu = list(Reviu.objects.filter(tahun_kinerja=tahun_kinerja).order_by("-nomor"))
    terakhir = next((r for r in daftar_reviu if r.tahap != TahapReviu.DIBATALKAN), None)
    versi = _daftar_versi(tahun_kinerja)
    return FaktaTahun(
        hari=hari_ini(),
        berbukti=frozenset(bukti.values_list("indikator__kode", flat=True).distinct()),
        reviu=load_reviu(terakhir) if terakhir is not None else None,
        daftar_pernyataan=tuple(
            r.tanggal_surat for r in daftar_reviu if r.tahap == TahapReviu.SELESAI and r.tanggal_surat is not None
        ),
        disetujui=_persetujuan_pertama(tahun_kinerja) if versi else {},
        daftar_versi=versi,
    )


def _persetujuan_pertama(tahun_kinerja: TahunKinerja) -> Mapping[int, date]:
    langkah = LangkahPengisian.objects.filter(
        pengisian__tahun_kinerja=tahun_kinerja, langkah=Langkah.SETUJUI
    ).order_by("-id")  # fmt: skip
    return {tw: timezone.localdate(waktu) for tw, waktu in langkah.values_list("pengisian__triwulan", "waktu")}


def _daftar_versi(tahun_kinerja: TahunKinerja) -> tuple[FaktaVersi, ...]:
    """Those of the agency's own documents; what the APIP writes about it is not its to mend."""
    tanda = TandaTanganTerbitan.objects.order_by("urutan_tanda", "urutan")
    gagal = TindakanTandaTangan.objects.filter(keadaan=KeadaanTindakan.GAGAL).order_by("pk")
    baris = list(
        Terbitan.objects.filter(tahun_kinerja=tahun_kinerja, keadaan__in=[k.value for k in _BERLAKU])
        .exclude(jenis__in=[j.value for j in JENIS_APIP])
        .order_by("kunci", "nomor")
        .prefetch_related(Prefetch("daftar_tanda_tangan", tanda), Prefetch("daftar_tindakan", gagal))
    )
    if not baris:
        return ()
    instansi = tahun_kinerja.instansi
    pejabat = list(Pejabat.objects.filter(Q(instansi=instansi) | Q(pemda__isnull=False, pemda=instansi.pemda_id)))
    return tuple(_versi(satu, pejabat) for satu in baris)


def _versi(baris: Any, pejabat: Sequence[Pejabat]) -> FaktaVersi:
    unit = _UNIT.search(baris.kunci)
    pesan = {t.tanda_tangan_id: t.pesan for t in baris.daftar_tindakan.all()}
    return FaktaVersi(
        **{n: getattr(baris, n) for n in ("pk", "jenis", "kunci", "nomor", "judul", "keadaan", "jenis_sertifikat",
                                          "kode", "sidik_final", "sidik_kini")},
        tahunan=baris.kunci == JenisBerkas.LAPORAN.value,
        final=_hari(baris.final_pada),
        terbit=_hari(baris.terbit_pada),
        daftar_tanda=tuple(
            _tanda(t, _pemegang(pejabat, t.bidang, int(unit[1]) if unit else None, _hari(t.pada)), pesan.get(t.pk, ""))
            for t in baris.daftar_tanda_tangan.all()
        ),
    )  # fmt: skip


def _tanda(baris: TandaTanganTerbitan, pejabat: MasaJabatan | None, pesan: str) -> FaktaTanda:
    putusan = baris.putusan if isinstance(baris.putusan, dict) else {}
    kolom = ("bidang", "nama", "nip", "jabatan", "sidik_masuk", "sidik_hasil", "nama_sertifikat", "penerbit",
             "percobaan")  # fmt: skip
    isi: dict[str, Any] = {n: getattr(baris, n) for n in kolom}
    isi |= {n: putusan.get(n) for n in ("sah", "utuh", "tepercaya")}
    return FaktaTanda(
        **isi,
        pada=_hari(baris.pada),
        pejabat=pejabat,
        status_sertifikat="" if baris.sidik_hasil else next((k for k in _KEADAAN_SERTIFIKAT if k in pesan), ""),
    )


def _pemegang(daftar: Sequence[Pejabat], bidang: str, unit: int | None, hari: date | None) -> MasaJabatan | None:
    """Who held on that day the post that this place is for; a place of another kind has none."""
    milik = {
        BIDANG_KEPALA: [p for p in daftar if p.instansi_id is not None and p.unit_id is None],
        BIDANG_UNIT: [p for p in daftar if p.unit_id is not None and p.unit_id == unit],
        BIDANG_KEPALA_DAERAH: [p for p in daftar if p.pemda_id is not None],
    }
    return pejabat_pada(masa_jabatan(milik.get(bidang, [])), hari) if hari is not None else None


def _hari(saat: datetime | None) -> date | None:
    return timezone.localdate(saat) if saat else None
