"""Every address of the pages of a pemda and of an agency's profile: who may GET and who may POST it.

`tests/kelola/test_akses_kelola.py` walks them: every role × own, neighbouring and foreign agency or pemda.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from renstra.models import Instansi, Pejabat, Penugasan

PENGELOLA = frozenset({"pengelola", "admin"})
PENGUBAH = PENGELOLA | {"perencana"}
SEMUA_PELIHAT = None


@dataclass(frozen=True)
class AlamatKelola:
    """`argumen`: of an agency → all of the address's. `pembaca` None: whoever may see the agency.

    `baca`: the answer to a GET of those; 405: POST only. `kirim`: to an empty POST by `pengirim`; 405: GET only.
    """

    nama: str
    argumen: Callable[[Instansi], list[object]]
    pembaca: frozenset[str] | None = SEMUA_PELIHAT
    pengirim: frozenset[str] | None = None
    milik_pemda: bool = False
    baca: int = 200
    kirim: int = 405


def _kode(instansi: Instansi) -> list[object]:
    return [instansi.kode]


def _pemda(instansi: Instansi) -> list[object]:
    return [instansi.pemda_id]


def _pejabat(instansi: Instansi) -> list[object]:
    isi = {"nama": "Ani", "jabatan": "Kepala", "mulai": date(2030, 1, 1)}
    return [instansi.kode, Pejabat.objects.get_or_create(instansi=instansi, unit=None, defaults=isi)[0].pk]


def _kepala_daerah(instansi: Instansi) -> list[object]:
    isi = {"nama": "Budi", "jabatan": "Bupati", "mulai": date(2030, 1, 1)}
    return [instansi.pemda_id, Pejabat.objects.get_or_create(pemda=instansi.pemda, defaults=isi)[0].pk]


def _pengguna(instansi: Instansi) -> list[object]:
    """A user of the agency's pemda; of the foreign one, the demo has none, so it is not there for anybody."""
    tugas = Penugasan.objects.filter(instansi=instansi, peran="perencana").first()
    return [instansi.pemda_id, tugas.pengguna_id if tugas else 999_999]


def _milik_pemda(nama: str, *, kirim: int = 405, argumen: Callable[[Instansi], list[object]] = _pemda) -> AlamatKelola:
    return AlamatKelola(nama, argumen, PENGELOLA, PENGELOLA if kirim != 405 else None, True, kirim=kirim)


DAFTAR: list[AlamatKelola] = [
    _milik_pemda("kelola_pemda"),
    _milik_pemda("tambah_instansi", kirim=422),
    _milik_pemda("kelola_pengguna"),
    _milik_pemda("undang_pengguna", kirim=422),
    _milik_pemda("kepala_daerah"),
    _milik_pemda("kepala_daerah_baru", kirim=422),
    _milik_pemda("ubah_kepala_daerah", kirim=422, argumen=_kepala_daerah),
    _milik_pemda("hapus_kepala_daerah", kirim=302, argumen=_kepala_daerah),
    _milik_pemda("logo_pemda", kirim=422),
    _milik_pemda("tema_pemda", kirim=422),
    _milik_pemda("halaman_publik", kirim=422),
    AlamatKelola("profil_instansi", _kode),
    AlamatKelola("ubah_profil", _kode, PENGUBAH, PENGUBAH, kirim=422),
    AlamatKelola("unggah_logo", _kode, PENGUBAH, PENGUBAH, baca=405, kirim=422),
    AlamatKelola("hapus_instansi", _kode, PENGELOLA, PENGELOLA, kirim=422),  # all of the cast's have years
    AlamatKelola("pejabat", _kode),
    AlamatKelola("pejabat_baru", _kode, PENGUBAH, PENGUBAH, kirim=422),
    AlamatKelola("ubah_pejabat", _pejabat, PENGUBAH, PENGUBAH, kirim=422),
    AlamatKelola("hapus_pejabat", _pejabat, PENGUBAH, PENGUBAH, kirim=302),
    AlamatKelola("samakan_pejabat", _kode, PENGUBAH, PENGUBAH, baca=405, kirim=302),
]
GAMBAR = {"gambar_logo": _kode, "gambar_logo_pemda": _pemda}
SATU_PENGGUNA = "pengguna_pemda"
TERBUKA = "sandi_baru"  # whoever has the link; tests/kelola/test_tautan.py
SEMUA_NAMA = {a.nama for a in DAFTAR} | {*GAMBAR, SATU_PENGGUNA, TERBUKA}
