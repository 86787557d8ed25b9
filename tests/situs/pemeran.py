"""The same cast everywhere: two pemda, three agencies, one person a role, and people without any right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from renstra.data import Indikator, Instansi, JenisPemda
from renstra.models import Instansi as BarisInstansi
from renstra.models import Penugasan, Peran, UnitKerja, UnitPenugasan
from tests.pembuat import buat_data, buat_kinerja, buat_renstra, target, tw

SANDI = "sandi-uji-77"
TAHUN = 2024
SENDIRI, SEPEMDA, ASING = "DINAS-A1", "DINAS-A2", "DINAS-B1"
PEMDA_PER_KODE = {SENDIRI: "Kabupaten A", SEPEMDA: "Kabupaten A", ASING: "Kabupaten B"}


def buku_uji(kode: str, *, realisasi: str | None = "80", nama: str = "", pemda: str = "") -> BukuKerja:
    """A small agency-year: one indicator with target 100 and one quarter."""
    pemda = pemda or PEMDA_PER_KODE.get(kode, "Kabupaten A")
    instansi = Instansi(kode, nama=nama or f"Dinas Uji {kode}", pemda=pemda, jenis_pemda=JenisPemda.KABUPATEN)
    renstra = replace(
        buat_renstra(
            Indikator("I1", "S1", uraian="Indeks Uji", satuan="Poin", penanggung_jawab="Bidang A"), instansi=instansi
        ),
        daftar_target_tahunan=(target("I1", 100),),
    )
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=(tw("I1", 4, realisasi),))
    return BukuKerja(buat_data(kinerja))


def siapkan_pemeran() -> dict[str, Pengguna]:
    """Agencies with data, and a user per name; see the table below for who is what where."""
    for kode in (SENDIRI, SEPEMDA, ASING):
        impor_buku(buku=buku_uji(kode))
    sendiri = BarisInstansi.objects.get(kode=SENDIRI)
    di_instansi: dict[str, Any] = {"instansi": sendiri}
    di_pemda: dict[str, Any] = {"pemda": sendiri.pemda}
    tugas: dict[str, tuple[Peran, dict[str, Any]] | None] = {
        "perencana": (Peran.PERENCANA, di_instansi),
        "verifikator": (Peran.VERIFIKATOR, di_instansi),
        "kepala": (Peran.KEPALA, di_instansi),
        "inspektorat": (Peran.INSPEKTORAT, di_pemda),
        "pengelola": (Peran.PENGELOLA, di_pemda),
        "admin": (Peran.ADMIN, {}),
        "bekas_perencana": (Peran.PERENCANA, {**di_instansi, "berlaku_sampai": date(2020, 12, 31)}),
        "tanpa_tugas": None,
    }
    pemeran = {nama: _pengguna(nama, isi) for nama, isi in tugas.items()}
    for nama, unit in (("perencana_unit", "Bidang A"), ("perencana_unit_lain", "Bidang B")):
        pemeran[nama] = _pengguna(nama, (Peran.PERENCANA, di_instansi))
        _batasi(pemeran[nama], UnitKerja.objects.create(instansi=sendiri, nama=unit))
    return pemeran


def _batasi(pengguna: Pengguna, unit: UnitKerja) -> None:
    """This user fills in only what the unit answers for: I1 is Bidang A's."""
    UnitPenugasan.objects.create(penugasan=Penugasan.objects.get(pengguna=pengguna), unit=unit)


def _pengguna(nama: str, tugas: tuple[Peran, dict[str, Any]] | None) -> Pengguna:
    pengguna = Pengguna.objects.create_user(nama, password=SANDI, nama=f"Tuan {nama}")
    if tugas is not None:
        Penugasan.objects.create(pengguna=pengguna, peran=tugas[0], **tugas[1])
    return pengguna
