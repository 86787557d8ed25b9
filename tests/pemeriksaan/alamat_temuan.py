from __future__ import annotations

from tests.pengisian.alamat import Alamat

PENJAWAB = frozenset({"kepala", "verifikator", "perencana"})

DAFTAR = [
    Alamat("temuan"),
    Alamat("jawab_temuan", status=405, pengirim=PENJAWAB),
    Alamat("batal_jawab_temuan", status=405, pengirim=PENJAWAB),
    Alamat("sisi_temuan", status=404),  # of which page, its query says: test_sisi
    Alamat("baca_temuan"),
]
