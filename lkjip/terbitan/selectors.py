"""Official documents read: their versions, what was said about the drafts, and the content that would be frozen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import Max, Prefetch, QuerySet

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja
from lkjip.evaluasi.selectors_lhe import load_dokumen_apip
from lkjip.laporan.compose import compose
from lkjip.laporan.data_penyusunan import JenisBerkas, KeadaanPenyusunan, Pesanan
from lkjip.laporan.data_terbitan import BERJALAN, JenisSertifikat, KeadaanTerbitan, TahapNaskah
from lkjip.laporan.isi import Dokumen
from lkjip.laporan.models import CatatanTahap, TandaTanganTerbitan, Terbitan
from lkjip.laporan.simpanan_terbitan import BerkasRusak, baca_berkas
from lkjip.penyusunan.sidik import sidik_isi
from lkjip.perencanaan.selectors_pilihan import load_buku_pilihan
from lkjip.perencanaan.selectors_susun import load_dokumen, ruang_bersama
from lkjip.selectors import load_buku_laporan
from lkjip.terbitan.data_dokumen import kunci_dokumen, milik_apip
from lkjip.terbitan.data_versi import CatatanNaskahResmi, TempatTanda, VersiDokumen
from renstra.models import TahunKinerja


@dataclass(frozen=True)
class NaskahResmi:
    """A document as it would be frozen now. `isi` is what the worker prints from, `buku` the data behind it.

    Behind a document of the APIP there is no workbook: its figures come from the evaluation, not from the agency.
    """

    pesanan: Pesanan
    buku: BukuKerja | None
    isi: BukuKerja | Dokumen

    @property
    def kunci(self) -> str:
        return kunci_dokumen(self.pesanan)

    @cached_property
    def dokumen(self) -> Dokumen:
        return compose(self.isi) if isinstance(self.isi, BukuKerja) else self.isi

    @cached_property
    def sidik(self) -> str:
        return sidik_isi(self.isi)


def load_naskah_resmi(tahun_kinerja: TahunKinerja, pesanan: Pesanan) -> NaskahResmi:
    """Raises LookupError where what is asked for is not there (a unit that was removed, no reviu that is finished)."""
    if milik_apip(pesanan.jenis):
        return NaskahResmi(pesanan, None, load_dokumen_apip(tahun_kinerja, pesanan))
    if pesanan.jenis is JenisBerkas.LAPORAN:
        buku = load_buku_pilihan(tahun_kinerja, pesanan.triwulan, pesanan.unit)
        return NaskahResmi(pesanan, buku, buku)
    buku = load_buku_laporan(tahun_kinerja)
    return NaskahResmi(pesanan, buku, load_dokumen(ruang_bersama(tahun_kinerja, buku), pesanan))


def daftar_versi(tahun_kinerja: TahunKinerja, kunci: str | None = None) -> tuple[VersiDokumen, ...]:
    """The frozen versions of the agency-year, or of one document, the newest first: two queries."""
    daftar = _lengkap(Terbitan.objects.filter(tahun_kinerja=tahun_kinerja)).order_by("kunci", "-nomor")
    return tuple(map(rekaman_versi, daftar if kunci is None else daftar.filter(kunci=kunci)))


def daftar_terbit(tahun_kinerja: TahunKinerja) -> tuple[VersiDokumen, ...]:
    """What is published of the agency-year: one query, two where there is any."""
    daftar = _lengkap(Terbitan.objects.filter(tahun_kinerja=tahun_kinerja, keadaan=KeadaanTerbitan.TERBIT))
    return tuple(map(rekaman_versi, daftar.order_by("kunci")))


def ambil_terbitan(tahun_kinerja: TahunKinerja, pk: int) -> Terbitan | None:
    """None where this agency-year has none such."""
    return _lengkap(Terbitan.objects.filter(tahun_kinerja=tahun_kinerja, pk=pk)).first()


def _lengkap(daftar: QuerySet[Terbitan]) -> QuerySet[Terbitan]:
    tanda = TandaTanganTerbitan.objects.select_related("oleh").order_by("urutan")
    return daftar.select_related("penyusunan", "dibuat_oleh", "terbit_oleh", "ditarik_oleh").prefetch_related(
        Prefetch("daftar_tanda_tangan", tanda)
    )


def rekaman_versi(baris: Terbitan) -> VersiDokumen:
    """The record of a row that `ambil_terbitan` or `daftar_versi` has read."""
    susun = baris.penyusunan
    kolom = ("pk", "jenis", "kunci", "nomor", "judul", "nama_berkas", "kode", "alasan", "alasan_tarik", "dibuat_pada",
             "final_pada", "terbit_pada", "ditarik_pada", "sidik_final", "sidik_kini", "sidik_buku_kerja",
             "banyak_halaman")  # fmt: skip
    return VersiDokumen(
        **{nama: getattr(baris, nama) for nama in kolom},
        keadaan=KeadaanTerbitan(baris.keadaan),
        percobaan=baris.jenis_sertifikat == JenisSertifikat.PERCOBAAN,
        dibuat_oleh=_nama(baris.dibuat_oleh),
        terbit_oleh=_nama(baris.terbit_oleh),
        ditarik_oleh=_nama(baris.ditarik_oleh),
        penyusunan=susun.pk if susun else None,
        keadaan_penyusunan=KeadaanPenyusunan(susun.keadaan) if susun else None,
        pesan_penyusunan=susun.pesan if susun else "",
        daftar_tanda=tuple(
            TempatTanda(
                t.pk, t.bidang, t.nama or t.sebutan, t.jabatan, t.pada, _nama(t.oleh), t.nama_sertifikat, t.penerbit,
                t.percobaan,
            )
            for t in baris.daftar_tanda_tangan.all()
        ),
    )  # fmt: skip


def _nama(pengguna: Pengguna | None) -> str:
    return str(pengguna) if pengguna else ""


def daftar_catatan(tahun_kinerja: TahunKinerja, kunci: str) -> tuple[CatatanNaskahResmi, ...]:
    """What was said about the draft, the latest first: one query."""
    daftar = CatatanTahap.objects.filter(tahun_kinerja=tahun_kinerja, kunci=kunci).select_related("oleh")
    return tuple(_rekaman_catatan(satu) for satu in daftar)


def catatan_terakhir(tahun_kinerja: TahunKinerja) -> dict[str, CatatanNaskahResmi]:
    """The latest about each document of the year: one query."""
    milik = CatatanTahap.objects.filter(tahun_kinerja=tahun_kinerja)
    terakhir = milik.order_by().values("kunci").annotate(akhir=Max("pk")).values("akhir")
    return {satu.kunci: _rekaman_catatan(satu) for satu in milik.filter(pk__in=terakhir).select_related("oleh")}


def _rekaman_catatan(baris: CatatanTahap) -> CatatanNaskahResmi:
    return CatatanNaskahResmi(TahapNaskah(baris.tahap), baris.sidik_isi, baris.pada, _nama(baris.oleh), baris.catatan)


def load_buku_beku(terbitan: Terbitan) -> BukuKerja | None:
    """The data that were frozen, read back from the stored workbook; None where it is gone, of an older form, or there
    was none."""
    if not terbitan.sidik_buku_kerja:
        return None
    try:
        isi = baca_berkas(terbitan.sidik_buku_kerja)
    except BerkasRusak:
        return None
    with TemporaryDirectory() as folder:
        path = Path(folder) / "beku.xlsx"
        path.write_bytes(isi)
        return baca_buku(path).buku


def nomor_terakhir(tahun_kinerja: TahunKinerja, kunci: str) -> int:
    """0 where the document has no version."""
    milik = Terbitan.objects.filter(tahun_kinerja=tahun_kinerja, kunci=kunci)
    return int(milik.aggregate(n=Max("nomor"))["n"] or 0)


def ada_berjalan(tahun_kinerja: TahunKinerja, kunci: str) -> bool:
    milik = Terbitan.objects.filter(tahun_kinerja=tahun_kinerja, kunci=kunci)
    return milik.filter(keadaan__in=[k.value for k in BERJALAN]).exists()
