"""A signed version of a document in any state, put into the tables as the services leave it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan
from lkjip.laporan.simpanan_terbitan import simpan_berkas
from lkjip.riwayat.services import konteks_riwayat
from renstra.models import TahunKinerja
from tests.laporan.signing import tertanda
from tests.laporan.signing.berkas_uji import berkas_akhir
from tests.situs.pemeran import SENDIRI, TAHUN

KODE = "K7QM3XTF9R2P"
SAAT = datetime(2025, 2, 3, 4, 5, tzinfo=UTC)
NIP = "197001011995031001"


def terbitkan(
    keadaan: KeadaanTerbitan,
    *,
    kode: str = KODE,
    nomor: int = 1,
    instansi: str = SENDIRI,
    percobaan: bool = True,
    **lain: Any,
) -> Terbitan:
    """Two signatures stand in its file."""
    final, satu, dua = (simpan_berkas(isi) for isi in (berkas_akhir(), tertanda.sekali(), tertanda.dua_kali()))
    isi: dict[str, Any] = {
        "jenis": "laporan", "kunci": "laporan", "spesifikasi": {}, "judul": "Laporan Kinerja Dinas Uji Tahun 2024",
        "nama_berkas": "lkjip-uji-2024.pdf", "jenis_sertifikat": "percobaan", "alasan": "" if nomor == 1 else "Ralat",
        "sidik_kini": dua, "banyak_halaman": 2, "dibuat_pada": SAAT, "final_pada": SAAT, "terbit_pada": SAAT,
    }  # fmt: skip
    if keadaan is KeadaanTerbitan.DITARIK:
        isi |= {"ditarik_pada": SAAT, "alasan_tarik": "Ada salah hitung."}
    tahun = TahunKinerja.objects.get(instansi__kode=instansi, tahun=TAHUN)
    with konteks_riwayat(oleh=None, jalur="uji"):
        terbitan = Terbitan.objects.create(
            tahun_kinerja=tahun, kode=kode, nomor=nomor, keadaan=keadaan.value, sidik_final=final, **(isi | lain)
        )
        for urutan, (bidang, nama, dari, jadi) in enumerate(
            [("ttd-kepala", "Contoh Nama", final, satu), ("ttd-kepala-daerah", "Contoh Gubernur", satu, dua)], start=1
        ):
            TandaTanganTerbitan.objects.create(
                terbitan=terbitan, urutan=urutan, bidang=bidang, nama=nama, jabatan=f"Jabatan {urutan}", nip=NIP,
                urutan_tanda=urutan, pada=SAAT, cara="p12", sidik_masuk=dari, sidik_hasil=jadi, percobaan=percobaan,
                nama_sertifikat=nama, penerbit="Akar Uji",
            )  # fmt: skip
    return terbitan
