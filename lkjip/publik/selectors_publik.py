"""What the public pages read. Nothing leaves this file but what was published, of a pemda whose page is open."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import DAPAT_DIUNDUH, PERNAH_TERBIT, JenisSertifikat, KeadaanTerbitan
from lkjip.laporan.models import HalamanPublik, TandaTanganTerbitan, Terbitan
from lkjip.publik.data_publik import (
    JENIS_PUBLIK,
    BerkasPublik,
    BerkasTerbit,
    HalamanTerbuka,
    TahunInstansi,
    TandaPublik,
    VersiPublik,
    nama_berkas_publik,
)
from renstra.models import Pemda, TahunKinerja

_KOLOM = {
    BerkasPublik.PDF: "sidik_kini",
    BerkasPublik.BACA: "sidik_html",
    BerkasPublik.BUKU_KERJA: "sidik_buku_kerja",
    BerkasPublik.DATA: "sidik_data",
}


def ada_halaman_terbuka() -> bool:
    """Whether any pemda shows its documents."""
    return HalamanPublik.objects.filter(aktif=True).exists()


def load_daftar_terbuka() -> tuple[HalamanTerbuka, ...]:
    """The pages that are open, by the name of the pemda. One query."""
    milik = _terbit().filter(keadaan=KeadaanTerbitan.TERBIT, tahun_kinerja__instansi__pemda=OuterRef("pemda"))
    hitungan = milik.order_by().values("tahun_kinerja__instansi__pemda").annotate(n=Count("pk")).values("n")
    daftar = _terbuka().annotate(banyak=Coalesce(Subquery(hitungan), 0)).order_by("pemda__nama")
    return tuple(HalamanTerbuka(h.pemda_id, h.pemda.nama, h.alamat, h.pengantar, h.banyak) for h in daftar)


def load_terbuka(alamat: str) -> HalamanTerbuka | None:
    """The open page of this address; None for one that is shut as for one that never was."""
    baris = _terbuka().filter(alamat=alamat).first()
    return None if baris is None else HalamanTerbuka(baris.pemda_id, baris.pemda.nama, baris.alamat, baris.pengantar)


def cari_tahun_terbit(
    pemda: int, *, cari: str = "", jenis: JenisBerkas | None = None, tahun: int | None = None
) -> QuerySet[TahunKinerja]:
    """Agency-years of the pemda with published documents, the latest first; `cari` in their names of then and now."""
    terbit = _terbit().filter(tahun_kinerja__instansi__pemda=pemda)
    if jenis is not None:
        terbit = terbit.filter(jenis=jenis.value)
    hasil = TahunKinerja.objects.filter(pk__in=terbit.order_by().values("tahun_kinerja")).select_related("instansi")
    if tahun is not None:
        hasil = hasil.filter(tahun=tahun)
    for kata in cari.split():
        hasil = hasil.filter(
            Q(nama__icontains=kata)
            | Q(singkatan__icontains=kata)
            | Q(instansi__nama__icontains=kata)
            | Q(instansi__singkatan__icontains=kata)
        )
    return hasil.order_by("-tahun", "instansi__nama", "pk")


def daftar_tahun_terbit(pemda: int) -> list[int]:
    """The years that the filter offers."""
    semua = _terbit().filter(tahun_kinerja__instansi__pemda=pemda).order_by("-tahun_kinerja__tahun")
    return list(semua.values_list("tahun_kinerja__tahun", flat=True).distinct())


def rekaman_tahun(baris: TahunKinerja) -> TahunInstansi:
    return TahunInstansi(baris.pk, baris.nama or baris.instansi.nama or baris.instansi.kode, baris.tahun)


def load_versi_terbit(daftar_tahun: Collection[int], *, jenis: JenisBerkas | None = None) -> tuple[VersiPublik, ...]:
    """All published versions of these agency-years, with who signed them. Two queries."""
    tanda = TandaTanganTerbitan.objects.exclude(sidik_hasil="").order_by("urutan")
    daftar = _terbit().filter(tahun_kinerja__in=daftar_tahun)
    if jenis is not None:
        daftar = daftar.filter(jenis=jenis.value)
    return tuple(map(_versi, daftar.prefetch_related(Prefetch("daftar_tanda_tangan", tanda))))


def load_berkas(kode: str, berkas: BerkasPublik) -> BerkasTerbit | None:
    """A file of a version that is handed out. One query, whatever the reason why there is none."""
    terbitan = (
        _terbit()
        .filter(kode=kode, keadaan__in=DAPAT_DIUNDUH, tahun_kinerja__instansi__pemda__halaman_publik__aktif=True)
        .first()
    )
    if terbitan is None or berkas not in _berkas_terbuka(terbitan):
        return None
    return BerkasTerbit(getattr(terbitan, _KOLOM[berkas]), nama_berkas_publik(terbitan.nama_berkas, berkas))


def isi_pemda_terbit(pemda: Pemda) -> list[tuple[str, int]]:
    """How many documents of each kind the public page shows, or would show: what the pengelola is told before."""
    semua = _terbit().filter(tahun_kinerja__instansi__pemda=pemda, keadaan=KeadaanTerbitan.TERBIT)
    banyak = dict(semua.order_by().values_list("jenis").annotate(n=Count("pk")))
    return [(nama, banyak[jenis.value]) for jenis, nama in JENIS_PUBLIK.items() if banyak.get(jenis.value)]


def _terbuka() -> QuerySet[HalamanPublik]:
    return HalamanPublik.objects.filter(aktif=True).select_related("pemda")


def _terbit() -> QuerySet[Terbitan]:
    """The only door to versions here."""
    return Terbitan.objects.filter(keadaan__in=PERNAH_TERBIT, jenis__in=list(JENIS_PUBLIK))


def _berkas_terbuka(baris: Terbitan) -> frozenset[BerkasPublik]:
    """The files that are handed out.

    The workbook of the year lies in a report anyway. Behind a document that only plans it may hold realisasi and text
    of a report that is still a draft, so there it stays inside.
    """
    if baris.keadaan not in DAPAT_DIUNDUH:
        return frozenset()
    tertutup = set() if baris.jenis == JenisBerkas.LAPORAN else {BerkasPublik.BUKU_KERJA}
    return frozenset(b for b, kolom in _KOLOM.items() if getattr(baris, kolom) and b not in tertutup)


def _versi(baris: Terbitan) -> VersiPublik:
    tanda = list(baris.daftar_tanda_tangan.all())
    return VersiPublik(
        tahun_kinerja=baris.tahun_kinerja_id,
        kunci=baris.kunci,
        jenis=JenisBerkas(baris.jenis),
        judul=baris.judul,
        kode=baris.kode,
        nomor=baris.nomor,
        keadaan=KeadaanTerbitan(baris.keadaan),
        percobaan=baris.jenis_sertifikat == JenisSertifikat.PERCOBAAN or any(t.percobaan for t in tanda),
        alasan=baris.alasan,
        banyak_halaman=baris.banyak_halaman,
        terbit_pada=baris.terbit_pada,
        ditarik_pada=baris.ditarik_pada,
        alasan_tarik=baris.alasan_tarik,
        daftar_tanda=tuple(TandaPublik(t.nama or t.nama_sertifikat, t.jabatan, t.pada, t.percobaan) for t in tanda),
        daftar_berkas=_berkas_terbuka(baris),
    )
