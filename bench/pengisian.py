"""How long a save takes in an agency-year of 150 indicators and 120 money rows, and what 20 people wait for each other.

python -m bench.pengisian                  on a new SQLite file
.ci/postgres python -m bench.pengisian     on a new PostgreSQL server
"""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

_TEMPAT = tempfile.TemporaryDirectory()
os.environ.setdefault("DATABASE_URL", f"sqlite:///{_TEMPAT.name}/bench.sqlite3")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lkjip.settings")

import django  # noqa: E402  settings first

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402

from anggaran.models import Anggaran  # noqa: E402
from anggaran.services_pengisian import save_isian_uang  # noqa: E402
from kinerja.services_pengisian import save_isian_triwulan  # noqa: E402
from lkjip.akun.models import Pengguna  # noqa: E402
from lkjip.buku_kerja.services import impor_buku  # noqa: E402
from lkjip.dasar.isian import Isian  # noqa: E402
from lkjip.data import BukuKerja  # noqa: E402
from lkjip.pengisian.selectors import load_ruang  # noqa: E402
from renstra.data import Indikator  # noqa: E402
from renstra.models import TahunKinerja  # noqa: E402
from renstra.selectors import ambil_tahun_kinerja, indikator_per_kode  # noqa: E402
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang  # noqa: E402

INDIKATOR, BARIS, ORANG, ULANG = 150, 120, 20, 20
HARI = date(2024, 12, 31)
TW = 4


def buku_besar() -> BukuKerja:
    """Three quarters are filled in, the fourth is to be."""
    kode = [f"I{n}" for n in range(INDIKATOR)]
    renstra = buat_renstra(
        *(Indikator(k, "S1", uraian=f"Indikator {k}", satuan="%") for k in kode),
        daftar_target_tahunan=tuple(target(k, 90) for k in kode),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=tuple(tw(k, n, 80) for k in kode for n in (1, 2, 3)))
    subkegiatan = tuple(baris(f"1.{n}", "1", 1_000_000) for n in range(BARIS - 1))
    realisasi = tuple(uang(s.kode, 1000 * n, n) for s in subkegiatan for n in (1, 2, 3))
    data = buat_data(kinerja, daftar_anggaran=(baris("1"), *subkegiatan), daftar_realisasi_anggaran=realisasi)
    return BukuKerja(data)


def milidetik(kerja: Callable[[], Any]) -> float:
    awal = time.perf_counter()
    kerja()
    return (time.perf_counter() - awal) * 1000


def catat(nama: str, daftar: list[float]) -> None:
    print(f"{nama:<52}{statistics.median(daftar):8.1f} ms  paling lama {max(daftar):8.1f} ms")


def serentak(tahun: TahunKinerja, pk: list[int], orang: list[Pengguna]) -> list[float]:
    """Milliseconds of each of them, all let go at once, each into a row of their own."""
    rintangan, lama = threading.Barrier(len(orang)), [0.0] * len(orang)

    def jalankan(n: int) -> None:
        connection.ensure_connection()
        isian = {pk[n]: [Isian("catatan", "serentak", "")]}
        rintangan.wait()
        lama[n] = milidetik(
            lambda: save_isian_triwulan(tahun_kinerja=tahun, triwulan=TW, isian=isian, oleh=orang[n], hari=HARI)
        )
        connections.close_all()

    utas = [threading.Thread(target=jalankan, args=(n,)) for n in range(len(orang))]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return lama


def main() -> None:
    call_command("migrate", verbosity=0)
    buku = buku_besar()
    print(f"{connection.vendor}: {INDIKATOR} indikator, {BARIS} baris anggaran")
    catat("impor seluruh buku, tahun baru", [milidetik(lambda: impor_buku(buku=buku))])
    catat("impor lagi, tidak ada yang berubah", [milidetik(lambda: impor_buku(buku=buku))])
    orang = [Pengguna.objects.create_superuser(f"orang{n}", nama=f"Orang {n}", password=None) for n in range(ORANG)]
    tahun = ambil_tahun_kinerja(buku.data.renstra.instansi.kode, buku.data.tahun)
    assert tahun is not None
    pk = [i.pk for i in indikator_per_kode(tahun).values()]
    uang_pk = list(Anggaran.objects.filter(tahun_kinerja=tahun).values_list("pk", flat=True))

    def simpan(daftar: list[int], nilai: int, dasar: int | None) -> None:
        isi = [Isian("realisasi", Decimal(nilai), None if dasar is None else Decimal(dasar))]
        isian = dict.fromkeys(daftar, isi)
        save_isian_triwulan(tahun_kinerja=tahun, triwulan=TW, isian=isian, oleh=orang[0], hari=HARI)

    def simpan_uang(nilai: int, dasar: int | None) -> None:
        isi = [Isian("realisasi", Decimal(nilai), None if dasar is None else Decimal(dasar))]
        isian = dict.fromkeys(uang_pk, isi)
        save_isian_uang(tahun_kinerja=tahun, triwulan=TW, isian=isian, oleh=orang[0], hari=HARI)

    catat("simpan satu sel, baris baru", [milidetik(partial(simpan, [n], 1, None)) for n in pk[:ULANG]])
    catat("simpan satu sel, baris yang ada", [milidetik(partial(simpan, [n], 2, 1)) for n in pk[:ULANG]])
    muat = [milidetik(lambda: load_ruang(orang[0], tahun, TW).konteks) for _ in range(5)]
    catat("muat ulang seluruh data triwulan", muat)
    catat(f"tempel {INDIKATOR - ULANG} baris baru", [milidetik(lambda: simpan(pk[ULANG:], 2, None))])
    catat(f"tempel {INDIKATOR} baris yang ada", [milidetik(lambda: simpan(pk, 3, 2))])
    catat(f"tempel {BARIS} baris uang, baru", [milidetik(lambda: simpan_uang(1, None))])
    catat(f"tempel {BARIS} baris uang, yang ada", [milidetik(lambda: simpan_uang(2, 1))])
    catat(f"{ORANG} orang sekaligus, seorang menunggu", serentak(tahun, pk, orang))


if __name__ == "__main__":
    main()
