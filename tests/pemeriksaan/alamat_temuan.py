from __future__ import annotations

from tests.pengisian.alamat import Alamat

KEPALA = frozenset({"kepala"})

DAFTAR = [
    Alamat("temuan"),
    Alamat("jawab_temuan", status=405, pengirim=KEPALA),
    Alamat("batal_jawab_temuan", status=405, pengirim=KEPALA),
]
