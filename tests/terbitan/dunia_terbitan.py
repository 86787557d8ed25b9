"""An official document on its way, for the tests: checked and frozen with some PDF, signed by decree."""

from __future__ import annotations

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.laporan.data_penyusunan import JenisBerkas, Pesanan
from lkjip.laporan.data_terbitan import KeadaanTerbitan, TahapNaskah
from lkjip.laporan.models import Terbitan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.penyusunan.services_beku import bekukan
from lkjip.terbitan.selectors import NaskahResmi, load_naskah_resmi
from lkjip.terbitan.services import catat_tahap, finalkan, tahap_kini
from renstra.models import TahunKinerja
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.situs.pemeran import SENDIRI, buku_uji

LAPORAN = Pesanan(JenisBerkas.LAPORAN, akhir=True)


def tahun_berkepala() -> TahunKinerja:
    """The agency-year with a head who can sign."""
    kepala = {"nama_kepala": "Nama Kepala", "nip_kepala": "198001012005011001"}
    TahunKinerja.objects.filter(instansi__kode=SENDIRI).update(**kepala)
    return TahunKinerja.objects.select_related("instansi__pemda", "renstra").get(instansi__kode=SENDIRI)


def naskah_kini(tahun: TahunKinerja, pesanan: Pesanan = LAPORAN) -> NaskahResmi:
    return load_naskah_resmi(tahun, pesanan)


def buat_final(tahun: TahunKinerja, oleh: Pengguna, alasan: str = "", pesanan: Pesanan = LAPORAN) -> Terbitan:
    """Checked and frozen, with some PDF."""
    naskah = naskah_kini(tahun, pesanan)
    if not tahap_kini(tahun, naskah).diperiksa:
        tahap, sidik = TahapNaskah.DIPERIKSA, naskah.sidik
        catat_tahap(tahun_kinerja=tahun, naskah=naskah, tahap=tahap, sidik_dibaca=sidik, oleh=oleh)
    terbitan = finalkan(tahun_kinerja=tahun, naskah=naskah, sidik_dibaca=naskah.sidik, oleh=oleh, alasan=alasan)
    bekukan(terbitan=terbitan.pk, isi=berkas_akhir())
    terbitan.refresh_from_db()
    return terbitan


def ubah_data() -> None:
    impor_buku(buku=buku_uji(SENDIRI, realisasi="55"))


def tandai(terbitan: Terbitan) -> Terbitan:
    """All signatures are there (how they come is the matter of test_tanda_tangan)."""
    terbitan.keadaan, terbitan.sidik_kini = KeadaanTerbitan.DITANDATANGANI.value, simpan_berkas(b"%PDF bertanda")
    terbitan.save()
    return terbitan
