"""What was settled when: approvals and reopenings of quarters, final reports, signed agreements; entries after them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Min, Q
from django.utils import timezone

from kinerja.data_pengisian import Langkah
from kinerja.models import LangkahPengisian
from lkjip.dasar.periode import nama_triwulan
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.laporan.models import Terbitan
from lkjip.pemeriksaan.data_perubahan import Entri, JenisKunci, Kunci, Pembukaan
from lkjip.pemeriksaan.data_perubahan_saring import GOLONGAN, TABEL_LAPORAN
from lkjip.riwayat.models import Aksi, Riwayat
from renstra.models import TahunKinerja

_KOLOM = ("id", "kejadian", "waktu", "nama_oleh", "jalur", "alasan", "tabel", "kunci", "aksi", "dari", "ke")
_SEKALI_TANYA = 100  # years whose entries are asked for at once


@dataclass
class CatatanKunci:
    """What was settled in one agency-year, and the entries of the history after it, both in their order."""

    daftar_kunci: list[Kunci] = field(default_factory=list)
    daftar_pembukaan: list[Pembukaan] = field(default_factory=list)
    daftar_entri: list[Entri] = field(default_factory=list)

    def mulai(self, *jenis: JenisKunci) -> int | None:
        """From which entry on something (of these kinds) was settled."""
        daftar = [k.sampai for k in self.daftar_kunci if not jenis or k.jenis in jenis]
        return min(daftar, default=None)


def load_catatan_kunci(daftar_tahun: Sequence[TahunKinerja]) -> dict[int, CatatanKunci]:
    """Per pk of the agency-year: two queries where nothing was settled, at most four for up to 100 years."""
    hasil = {t.pk: CatatanKunci() for t in daftar_tahun}
    _isi_triwulan(hasil)
    _isi_terbitan(hasil)
    for catatan in hasil.values():
        catatan.daftar_kunci.sort(key=lambda k: k.sampai)
    terkunci = [t for t in daftar_tahun if hasil[t.pk].daftar_kunci]
    for mulai in range(0, len(terkunci), _SEKALI_TANYA):
        _isi_entri(hasil, terkunci[mulai : mulai + _SEKALI_TANYA])
    return hasil


def _isi_triwulan(hasil: dict[int, CatatanKunci]) -> None:
    langkah = LangkahPengisian.objects.filter(
        pengisian__tahun_kinerja__in=hasil, langkah__in=[Langkah.SETUJUI.value, Langkah.BUKA.value]
    )
    kolom = ("pengisian__tahun_kinerja", "pengisian__triwulan", "langkah", "riwayat_sampai", "waktu")
    for tahun, triwulan, nama, sampai, waktu, oleh, alasan in langkah.order_by("id").values_list(
        *kolom, "nama_oleh", "catatan"
    ):
        pada = timezone.localtime(waktu)
        if nama == Langkah.SETUJUI:
            disetujui = f"{nama_triwulan(triwulan)} disetujui"
            hasil[tahun].daftar_kunci.append(Kunci(JenisKunci.TRIWULAN, sampai, pada, disetujui, triwulan))
        else:
            hasil[tahun].daftar_pembukaan.append(Pembukaan(triwulan, sampai, pada, oleh, alasan))


def _isi_terbitan(hasil: dict[int, CatatanKunci]) -> None:
    """The year's report once it is final; an agreement once somebody has signed it. What was given up counts not."""
    laporan = Q(jenis=JenisBerkas.LAPORAN.value, kunci=JenisBerkas.LAPORAN.value)
    perjanjian = Q(jenis=JenisBerkas.PERJANJIAN.value, ditandatangani__isnull=False)
    batal = [KeadaanTerbitan.DISUSUN.value, KeadaanTerbitan.DIBATALKAN.value]
    daftar = list(
        Terbitan.objects.filter(tahun_kinerja__in=hasil, final_pada__isnull=False)
        .exclude(keadaan__in=batal)
        .annotate(ditandatangani=Min("daftar_tanda_tangan__pada"))
        .filter(laporan | perjanjian)
        .order_by("id")
    )
    if not daftar:
        return
    dibuat = Riwayat.objects.filter(
        tabel=Terbitan._meta.db_table, kunci__in=[str(t.pk) for t in daftar], aksi=Aksi.TAMBAH
    )
    nomor = dict(dibuat.values_list("kunci", "id"))
    for satu in daftar:
        if satu.jenis == JenisBerkas.LAPORAN:
            jenis, nama, pada = JenisKunci.LAPORAN, f"Laporan final versi {satu.nomor}", satu.final_pada
        else:
            jenis, nama, pada = JenisKunci.PERJANJIAN, "Perjanjian Kinerja ditandatangani", satu.ditandatangani
        if str(satu.pk) in nomor:
            kunci = Kunci(jenis, nomor[str(satu.pk)], timezone.localtime(pada), nama)
            hasil[satu.tahun_kinerja_id].daftar_kunci.append(kunci)


def _isi_entri(hasil: dict[int, CatatanKunci], daftar_tahun: Sequence[TahunKinerja]) -> None:
    """Everything written since into the tables in question; which of it is late, the rules say."""
    per_renstra: dict[int, list[int]] = defaultdict(list)
    syarat = Q(pk__in=[])
    for tahun in daftar_tahun:
        catatan = hasil[tahun.pk]
        mulai, final = catatan.mulai(), catatan.mulai(JenisKunci.LAPORAN)
        umum = sorted(GOLONGAN.keys() - TABEL_LAPORAN)
        syarat |= Q(tahun_kinerja_id=tahun.pk, id__gt=mulai, tabel__in=umum)
        syarat |= Q(renstra_id=tahun.renstra_id, tahun_kinerja_id__isnull=True, id__gt=mulai, tabel__in=umum)
        if final is not None:
            syarat |= Q(tahun_kinerja_id=tahun.pk, id__gt=final, tabel__in=sorted(TABEL_LAPORAN))
        per_renstra[tahun.renstra_id].append(tahun.pk)
    baris = Riwayat.objects.filter(syarat).order_by("id")
    for milik_tahun, renstra, *isi in baris.values_list("tahun_kinerja_id", "renstra_id", *_KOLOM):
        entri = Entri(*isi)
        for pk in [milik_tahun] if milik_tahun is not None else per_renstra[renstra]:
            hasil[pk].daftar_entri.append(entri)
