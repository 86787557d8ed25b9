"""How long the editor of the report takes with 60 indicators and 400 money rows: queries, milliseconds, size.

python -m bench.naskah                  on a new SQLite file
.ci/postgres python -m bench.naskah     on a new PostgreSQL server
"""

from __future__ import annotations

from bench.perencanaan import TANPA_MANIFES, buku_besar, ukur  # first: it makes the settings

from django.core.management import call_command  # isort: skip
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku

INDIKATOR, HURUF, RUAS = 60, 299_000, "bab4.kesimpulan"
KALIMAT = "Kalimat # dengan capaian {capaian I1} dan kata **tebal**.\n\n"


def main() -> None:
    call_command("migrate", verbosity=0)
    buku = buku_besar(INDIKATOR)
    impor_buku(buku=buku)
    kode = buku.data.renstra.instansi.kode
    client = Client()
    client.force_login(Pengguna.objects.create_superuser("orang", nama="Orang", password=None))
    print(f"{connection.vendor}: {INDIKATOR} indikator, {len(buku.data.anggaran.daftar_anggaran)} baris anggaran")
    with override_settings(ALLOWED_HOSTS=["testserver"], SECURE_SSL_REDIRECT=False, STORAGES=TANPA_MANIFES):
        for nama, lain in (("naskah", []), ("naskah_ruas", [RUAS]), ("riwayat_naskah", [RUAS]), ("sebutan_naskah", [])):
            ukur(nama, client, reverse(nama, args=[kode, 2024, *lain]))
        pratinjau = reverse("pratinjau_naskah", args=[kode, 2024, RUAS])
        ukur("pratinjau_naskah", client, pratinjau, {"teks": KALIMAT})
        ukur("pratinjau_naskah (299.000 huruf)", client, pratinjau, {"teks": (KALIMAT * HURUF)[:HURUF]})


if __name__ == "__main__":
    main()
