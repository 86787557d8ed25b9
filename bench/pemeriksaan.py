"""How long checking takes: one agency-year in full and after one change; the page of 40 and of 2.000 agencies.

python -m bench.pemeriksaan                  on a new SQLite file
.ci/postgres python -m bench.pemeriksaan     on a new PostgreSQL server
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

_TEMPAT = tempfile.TemporaryDirectory()
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_TEMPAT.name}/bench.sqlite3")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkjip.settings")
os.environ.setdefault("LKJIP_DEBUG", "tidak")
os.environ.setdefault("LKJIP_SECRET_KEY", "hanya-untuk-mengukur-" * 3)
os.environ.setdefault("LKJIP_ALLOWED_HOSTS", "testserver")

import django  # noqa: E402  settings first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from kinerja.models import KinerjaTriwulan  # noqa: E402
from lkjip.akun.models import Pengguna  # noqa: E402
from lkjip.buku_kerja.parse import baca_buku  # noqa: E402
from lkjip.laporan.models import Narasi  # noqa: E402
from lkjip.pemeriksaan.aturan import ATURAN, periksa  # noqa: E402
from lkjip.pemeriksaan.data_ambang import AMBANG_BAWAAN  # noqa: E402
from lkjip.pemeriksaan.models import HasilPemeriksaan, RekapPemeriksaan  # noqa: E402
from lkjip.pemeriksaan.selectors_hasil import daftar_usang, sidik_aturan  # noqa: E402
from lkjip.pemeriksaan.services_hasil import periksa_tahun  # noqa: E402
from lkjip.riwayat.services import konteks_riwayat  # noqa: E402
from renstra.models import Instansi, Pemda, Renstra, TahunKinerja  # noqa: E402

ULANG, CONTOH = 5, Path(__file__).resolve().parents[1] / "contoh" / "bkd-kaltim-2024"
TANPA_MANIFES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}  # no collectstatic before measuring


def ukur(nama: str, fungsi: Callable[[], object]) -> None:
    fungsi()
    waktu = []
    for _ in range(ULANG):
        mulai = time.perf_counter()
        fungsi()
        waktu.append(time.perf_counter() - mulai)
    with CaptureQueriesContext(connection) as kueri:
        fungsi()
    print(f"{nama}: {statistics.median(waktu) * 1000:.0f} ms, {len(kueri)} kueri")


def satu_tahun() -> None:
    buku = baca_buku(CONTOH).buku
    assert buku is not None
    ukur("aturan saja, tanpa basis data", lambda: periksa(buku))
    call_command("impor", str(CONTOH), verbosity=0)
    tahun = TahunKinerja.objects.select_related("instansi__pemda", "renstra").get()
    ukur("pemeriksaan penuh", lambda: periksa_tahun(tahun, penuh=True))
    ukur("tanpa perubahan", lambda: periksa_tahun(tahun))
    baris = KinerjaTriwulan.objects.filter(tahun_kinerja=tahun, realisasi__isnull=False)[0]
    alinea = Narasi.objects.filter(tahun_kinerja=tahun)[0]

    def angka() -> object:
        baris.realisasi = (baris.realisasi or 0) + 1
        with konteks_riwayat(jalur="bench"):
            baris.save()
        return periksa_tahun(tahun)

    def teks() -> object:
        alinea.isi += " Lagi."
        with konteks_riwayat(jalur="bench"):
            alinea.save()
        return periksa_tahun(tahun)

    for nama, fungsi in (("satu realisasi berubah", angka), ("satu alinea berubah", teks)):
        ukur(nama, fungsi)
        print(f"  aturan yang dijalankan: {len(fungsi() or ())} dari {len(ATURAN)}")  # type: ignore[arg-type]


def banyak_tahun(nomor: int, banyak: int) -> None:
    """Agencies whose counts stand there, a fifth of them clean."""
    pemda = Pemda.objects.create(nama=f"Kota {nomor}")
    Instansi.objects.bulk_create(Instansi(kode=f"B{nomor}-{n}", nama=f"Dinas {n}", pemda=pemda) for n in range(banyak))
    daftar = list(Instansi.objects.filter(pemda=pemda))
    Renstra.objects.bulk_create(Renstra(instansi=i, renstra_awal=2024, renstra_akhir=2026) for i in daftar)
    per_instansi = {r.instansi_id: r for r in Renstra.objects.filter(instansi__pemda=pemda)}
    TahunKinerja.objects.bulk_create(
        TahunKinerja(instansi=i, renstra=per_instansi[i.pk], tahun=2024, nama=i.nama) for i in daftar
    )
    kini, sidik = timezone.now(), sidik_aturan(AMBANG_BAWAAN)
    aturan = {nama: [n % 3, n % 2, 1] for n, nama in enumerate(list(ATURAN)[:25])}
    milik = list(TahunKinerja.objects.filter(instansi__pemda=pemda))
    HasilPemeriksaan.objects.bulk_create(
        HasilPemeriksaan(tahun_kinerja=t, pada=kini, sidik_aturan=sidik, per_aturan=aturan if n % 5 else {})
        for n, t in enumerate(milik)
    )
    RekapPemeriksaan.objects.bulk_create(
        RekapPemeriksaan(tahun_kinerja=t, tanggal=timezone.localdate() - timedelta(days=8 + m), galat=30)
        for t in milik
        for m in (0, 30)
    )
    _tandai_terbaca(milik)
    klien = Client()
    klien.force_login(Pengguna.objects.filter(is_superuser=True).first() or Pengguna.objects.create_superuser("bench"))
    alamat = f"{reverse('temuan_pemda')}?pemda={pemda.pk}"
    ukur(f"{banyak} instansi: halaman", lambda: klien.get(alamat, secure=True))
    ukur(f"{banyak} instansi: yang usang", lambda: daftar_usang())


def _tandai_terbaca(daftar: list[TahunKinerja]) -> None:
    """Every run knows the history as it is now."""
    from lkjip.pemeriksaan.selectors_hasil import _dengan_riwayat

    semua = _dengan_riwayat(TahunKinerja.objects.filter(pk__in=[t.pk for t in daftar]))
    sampai = dict(semua.values_list("pk", "terakhir"))
    baris = list(HasilPemeriksaan.objects.filter(tahun_kinerja__in=sampai))
    for satu in baris:
        satu.riwayat_sampai = sampai[satu.tahun_kinerja_id]
    HasilPemeriksaan.objects.bulk_update(baris, ["riwayat_sampai"], batch_size=500)


def main() -> None:
    call_command("migrate", verbosity=0)
    with override_settings(STORAGES=TANPA_MANIFES, PEKERJA="terpisah"):
        satu_tahun()
        banyak_tahun(1, 40)
        banyak_tahun(2, 2000)


if __name__ == "__main__":
    main()
