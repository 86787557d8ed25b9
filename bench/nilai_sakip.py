"""How long the board of scores takes with 40 and with 2.000 agencies of five years each: queries, milliseconds, size.

python -m bench.nilai_sakip                  on a new SQLite file
.ci/postgres python -m bench.nilai_sakip     on a new PostgreSQL server; JELASKAN=ya prints the plans of its queries
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

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

from kinerja.models import (  # noqa: E402
    Evaluasi,
    JawabanEvaluasi,
    LangkahEvaluasi,
    NilaiKomponenEvaluasi,
    RekomendasiEvaluasi,
    Sakip,
)
from kinerja.services_skema import pastikan_skema  # noqa: E402
from lkjip.akun.models import Pengguna  # noqa: E402
from renstra.models import Instansi, Pemda, Renstra, TahunKinerja  # noqa: E402

TAHUN, ULANG = (2020, 2021, 2022, 2023, 2024), 5
SUB = tuple(f"{n}.{huruf}" for n in range(1, 5) for huruf in "abc")
BOBOT = (30, 30, 15, 25)
SAAT = datetime(2025, 5, 5, tzinfo=UTC)
TANPA_MANIFES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}  # no collectstatic before measuring


def isi(nomor_pemda: int, banyak: int) -> None:
    """A pemda of so many agencies: recorded results of four years, then LKE of which three in four are issued.

    Every tenth agency has no evaluation at all, but a workbook of each year.
    """
    pemda = Pemda.objects.create(nama=f"Kabupaten {nomor_pemda}", jenis="kabupaten")
    daftar = Instansi.objects.bulk_create(
        Instansi(kode=f"P{nomor_pemda}-{n}", nama=f"Dinas {n} Kabupaten {nomor_pemda}", pemda=pemda)
        for n in range(banyak)
    )
    buku, dinilai = daftar[::10], [i for n, i in enumerate(daftar) if n % 10]
    _isi_rekaman(dinilai)
    _isi_lembar(dinilai)
    _isi_buku(buku)


def _isi_rekaman(daftar: list[Instansi]) -> None:
    tetap: dict[str, Any] = {"skema": SKEMA, "tingkat": "komponen", "asal": "direkam", "tahap": "terbit"}
    evaluasi = Evaluasi.objects.bulk_create(
        Evaluasi(instansi=i, tahun=t, nilai_lhe=Decimal(70), predikat_lhe="B", **tetap)
        for i in daftar for t in TAHUN[:-1]
    )  # fmt: skip
    NilaiKomponenEvaluasi.objects.bulk_create(
        NilaiKomponenEvaluasi(evaluasi=e, nomor=k, nilai=Decimal(b * (50 + e.pk % 45)) / 100)
        for e in evaluasi for k, b in enumerate(BOBOT, 1)
    )  # fmt: skip
    RekomendasiEvaluasi.objects.bulk_create(
        RekomendasiEvaluasi(evaluasi=e, komponen=1 + n, rekomendasi="Perbaiki.", keadaan=k, batas_waktu=SAAT.date())
        for e in evaluasi for n, k in enumerate(("selesai", "belum"))
    )  # fmt: skip


def _isi_lembar(daftar: list[Instansi]) -> None:
    """Worked here: answers first, because an issued sheet takes none."""
    tetap: dict[str, Any] = {"skema": SKEMA, "tingkat": "subkomponen", "asal": "dikerjakan", "tahap": "penilaian"}
    evaluasi = Evaluasi.objects.bulk_create(
        Evaluasi(instansi=i, tahun=TAHUN[-1], nilai_lhe=Decimal(70), predikat_lhe="B", **tetap) for i in daftar
    )
    JawabanEvaluasi.objects.bulk_create(
        JawabanEvaluasi(evaluasi=e, penilai=p, subkomponen=s, jawaban="B", waktu=SAAT)
        for e in evaluasi for p in ("evaluator", "mandiri") for s in SUB
    )  # fmt: skip
    terbit = [e for n, e in enumerate(evaluasi) if n % 4]
    LangkahEvaluasi.objects.bulk_create(
        LangkahEvaluasi(evaluasi=e, langkah="terbitkan", dari="penilaian", ke="terbit", nama_oleh="Uji", waktu=SAAT)
        for e in terbit
    )
    awal, akhir = terbit[0].pk, terbit[-1].pk
    Evaluasi.objects.filter(pk__range=(awal, akhir), daftar_langkah__isnull=False).update(tahap="terbit")


def _isi_buku(daftar: list[Instansi]) -> None:
    renstra = Renstra.objects.bulk_create(Renstra(instansi=i, renstra_awal=2020, renstra_akhir=2024) for i in daftar)
    tahun = TahunKinerja.objects.bulk_create(
        TahunKinerja(instansi=r.instansi, renstra=r, tahun=t) for r in renstra for t in TAHUN
    )
    nama = ("Perencanaan Kinerja", "Pengukuran Kinerja", "Pelaporan Kinerja", "Evaluasi Akuntabilitas Kinerja Internal")
    Sakip.objects.bulk_create(
        Sakip(tahun_kinerja=t, tahun=s, komponen=k, bobot=Decimal(b), nilai=Decimal(b * 7) / 10)
        for t in tahun for s in (t.tahun - 1, t.tahun) for k, b in zip(nama, BOBOT, strict=True)
    )  # fmt: skip


def ukur(nama: str, client: Client, alamat: str) -> None:
    """Median of five requests, after one that warms up."""
    lama, jawaban = [], None
    for _ in range(ULANG + 1):
        with CaptureQueriesContext(connection) as kueri:
            awal = time.perf_counter()
            jawaban = client.get(alamat)
            lama.append((time.perf_counter() - awal) * 1000)
    assert jawaban is not None
    besar = len(jawaban.content) // 1024
    print(
        f"{nama:<44}{jawaban.status_code:>5}{len(kueri):>5} kueri{statistics.median(lama[1:]):>8.0f} ms{besar:>7} KiB"
    )
    if os.environ.get("JELASKAN") and nama.startswith("halaman, semua"):
        _jelaskan([satu["sql"] for satu in kueri.captured_queries])


def _jelaskan(daftar: list[str]) -> None:
    with connection.cursor() as kursor:
        for sql in (s for s in daftar if s.startswith("SELECT") and "kinerja_" in s):
            kursor.execute(f"EXPLAIN ANALYZE {sql}")
            rencana = [baris[0] for baris in kursor.fetchall()]
            print(f"\n{sql[:160]} …", *rencana[:6], rencana[-1], sep="\n    ")


def ukur_semua(banyak: int, pk: int) -> None:
    client = Client()
    client.force_login(Pengguna.objects.get(username="orang"))
    papan = reverse("nilai_sakip")
    print(f"{connection.vendor}: {banyak} instansi × {len(TAHUN)} tahun")
    for nama, kueri in (
        ("halaman, satu pemda", f"?pemda={pk}"),
        ("halaman, semua", ""),
        ("halaman, urut perubahan, hanya turun", "?urut=-selisih&gerak=turun"),
        ("halaman, urut komponen (membaca jawaban)", "?urut=-komponen-1"),
    ):
        ukur(nama, client, f"{papan}{kueri}")
    ukur("XLSX, semua", client, reverse("unduh_nilai_xlsx"))
    ukur("PDF, satu pemda (40 instansi)", client, f"{reverse('unduh_nilai_pdf')}?pemda={pk}")


def main() -> None:
    isi(0, 40)
    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False, STORAGES=TANPA_MANIFES):
        ukur_semua(40, Pemda.objects.get().pk)
        for nomor in range(1, 50):
            isi(nomor, 40)
        with connection.cursor() as kursor:
            kursor.execute("ANALYZE")
        ukur_semua(2000, Pemda.objects.order_by("pk")[0].pk)


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    SKEMA = pastikan_skema("permenpan88_2021")
    Pengguna.objects.create_superuser("orang", nama="Orang", password=None)
    main()
