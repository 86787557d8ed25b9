"""How long the pages of the plan take with 300 indicators and 400 money rows: queries, milliseconds, size of the page.

python -m bench.perencanaan                  on a new SQLite file
.ci/postgres python -m bench.perencanaan     on a new PostgreSQL server
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time

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

from anggaran.data import Tingkat  # noqa: E402
from anggaran.models import Anggaran  # noqa: E402
from lkjip.akun.models import Pengguna  # noqa: E402
from lkjip.buku_kerja.services import impor_buku  # noqa: E402
from lkjip.data import BukuKerja  # noqa: E402
from renstra.data import Indikator, Perjanjian, Versi  # noqa: E402
from renstra.models import Indikator as BarisIndikator  # noqa: E402
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang  # noqa: E402

INDIKATOR, KEGIATAN, SUB, ULANG = 300, 40, 9, 5
TANPA_MANIFES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}  # no collectstatic before measuring
HALAMAN = (
    *("perencanaan", "renstra", "target_renstra", "pohon_kinerja", "gambar_pohon", "iku", "perjanjian_kinerja"),
    *("rencana_aksi", "anggaran_rencana", "belanja_rencana", "revisi_anggaran", "versi_renstra", "daftar_sejarah"),
    *("identitas_tahun", "metode_pengukuran", "skala_kategori", "daftar_lembar"),
)


def buku_besar(banyak: int = INDIKATOR) -> BukuKerja:
    """So many indicators of one sasaran; one program, 40 kegiatan, 360 subkegiatan."""
    kode = [f"I{n}" for n in range(banyak)]
    renstra = buat_renstra(
        *(Indikator(k, "S1", uraian=f"Persentase layanan {k} yang selesai", satuan="%", iku=True) for k in kode),
        daftar_target_tahunan=tuple(target(k, 90) for k in kode),
        daftar_perjanjian=tuple(Perjanjian(k, 2024, Versi.MURNI, D(90)) for k in kode),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(tw(k, n, 80) for k in kode for n in (1, 2, 3, 4)))
    kegiatan = tuple(baris(f"1.{k}", "1", tingkat=Tingkat.KEGIATAN, sasaran="S1") for k in range(KEGIATAN))
    sub = tuple(baris(f"{k.kode}.{n}", k.kode, 1_000_000) for k in kegiatan for n in range(SUB))
    realisasi = tuple(uang(s.kode, 900_000, 4) for s in sub)
    data = buat_data(kinerja, daftar_anggaran=(baris("1"), *kegiatan, *sub), daftar_realisasi_anggaran=realisasi)
    return BukuKerja(data)


def ukur(nama: str, client: Client, alamat: str, isi: dict[str, str] | None = None) -> None:
    """Median of five requests, after one that warms up."""
    lama, jawaban = [], None
    for n in range(ULANG + 1):
        kiriman = None if isi is None else {k: v.replace("#", str(n)) for k, v in isi.items()}
        with CaptureQueriesContext(connection) as kueri:
            awal = time.perf_counter()
            jawaban = client.get(alamat) if kiriman is None else client.post(alamat, kiriman)
            lama.append((time.perf_counter() - awal) * 1000)
    assert jawaban is not None
    besar = 0 if jawaban.streaming else len(jawaban.content) // 1024
    print(
        f"{nama:<34}{jawaban.status_code:>5}{len(kueri):>5} kueri{statistics.median(lama[1:]):>8.0f} ms{besar:>7} KiB"
    )


def main() -> None:
    call_command("migrate", verbosity=0)
    buku = buku_besar()
    impor_buku(buku=buku)
    kode = buku.data.renstra.instansi.kode
    client = Client()
    client.force_login(Pengguna.objects.create_superuser("orang", nama="Orang", password=None))
    print(f"{connection.vendor}: {INDIKATOR} indikator, {len(buku.data.anggaran.daftar_anggaran)} baris anggaran")
    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False, STORAGES=TANPA_MANIFES):
        for nama in HALAMAN:
            ukur(nama, client, reverse(nama, args=[kode, 2024]))
        pk, baris_pk = BarisIndikator.objects.get(kode="I7").pk, Anggaran.objects.get(kode="1.0.1").pk
        ukur("indikator_rencana", client, reverse("indikator_rencana", args=[kode, 2024, pk]))
        ukur("baris_anggaran_rencana", client, reverse("baris_anggaran_rencana", args=[kode, 2024, baris_pk]))
        simpan = {f"target_2024-{pk}": "9#", f"dasar-target_2024-{pk}": "90"}
        ukur("simpan_target_renstra (bentrok)", client, reverse("simpan_target_renstra", args=[kode, 2024]), simpan)


if __name__ == "__main__":
    main()
