"""How every page of the plan begins: who asks, may they see or change this agency, the frame around the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse

from lkjip.pengisian.ruang import RuangTahun
from lkjip.pengisian.views.pintu_masuk import buka_ruang_tahun
from lkjip.views.rangka import Butir, rangka

TAB = "perencanaan"
# Pages of the tab, group by group; name of the address and title.
DAFTAR_SUB = (
    (
        "Rencana strategis",
        (
            ("renstra", "Renstra"),
            ("target_renstra", "Target"),
            ("pohon_kinerja", "Pohon kinerja"),
            ("versi_renstra", "Versi"),
            ("daftar_sejarah", "Sejarah"),
        ),
    ),
    ("Tahun ini", (("iku", "IKU"), ("perjanjian_kinerja", "Perjanjian Kinerja"), ("rencana_aksi", "Rencana Aksi"))),
    ("Anggaran", (("anggaran_rencana", "Program"), ("belanja_rencana", "Belanja"), ("revisi_anggaran", "Riwayat DPA"))),
    (
        "Pengaturan",
        (
            ("identitas_tahun", "Identitas"),
            ("metode_pengukuran", "Metode"),
            ("skala_kategori", "Skala"),
            ("daftar_lembar", "Lembar lain"),
        ),
    ),
)


@dataclass(frozen=True)
class KelompokSub:
    """Pages of the tab that belong together."""

    nama: str
    daftar: tuple[Butir, ...]


def boleh_ubah(ruang: RuangTahun) -> bool:
    """Whether this user may change the plan: it is the whole agency's, so who is limited to units may not."""
    return ruang.hak.ubah and not ruang.hak.terbatas


def buka(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    """The agency-year for reading; 404 where this user may not see it."""
    return buka_ruang_tahun(request, kode, tahun)


def buka_untuk_ubah(request: HttpRequest, kode: str, tahun: int) -> RuangTahun:
    """The agency-year for writing; 404 where this user may not see it, 403 where they may not change its plan."""
    ruang = buka_ruang_tahun(request, kode, tahun)
    if not boleh_ubah(ruang):
        raise PermissionDenied
    return ruang


def isi_halaman(ruang: RuangTahun, sub: str, *lanjutan: str) -> dict[str, Any]:
    """What `situs/perencanaan/_rangka.html` needs; `sub` names the page among those of the tab."""
    argumen = [ruang.kode, ruang.tahun]
    daftar_sub = tuple(
        KelompokSub(kelompok, tuple(Butir(judul, reverse(nama, args=argumen), nama == sub) for nama, judul in daftar))
        for kelompok, daftar in DAFTAR_SUB
    )
    ikhtisar = Butir("Ikhtisar", reverse(TAB, args=argumen), sub == TAB)
    di_sini = tuple(butir for kelompok in daftar_sub for butir in kelompok.daftar if butir.terpilih)
    kerangka = rangka(ruang.tahun_kinerja, ruang.konteks, TAB, *di_sini, *lanjutan, boleh_ubah=boleh_ubah(ruang))
    return {
        "ruang": ruang,
        "rangka": kerangka,
        "ikhtisar": ikhtisar,
        "sub_terpilih": di_sini[0] if di_sini else ikhtisar,
        "daftar_sub": daftar_sub,
        "boleh_ubah": boleh_ubah(ruang),
    }
