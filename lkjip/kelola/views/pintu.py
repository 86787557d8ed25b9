"""How these pages begin: who asks, may they see it, may they change it, which frame stands around it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from lkjip.views.rangka import Butir
from lkjip.views.selectors import ambil_pemda_terlihat, cari_instansi
from renstra import akses
from renstra.models import Instansi, Pemda

# Pages of a pemda, beside each other: name of the address and title.
DAFTAR_TAB = (
    ("kelola_pemda", "Instansi"),
    ("kelola_pengguna", "Pengguna"),
    ("kepala_daerah", "Pejabat kepala daerah"),
    ("logo_pemda", "Logo & kop"),
    ("tema_pemda", "Tampilan laporan"),
    ("aturan_pengisian", "Aturan pengisian"),
    ("pengaturan_evaluasi", "Evaluasi"),
    ("ambang_pemeriksaan", "Ambang pemeriksaan"),
    ("halaman_publik", "Halaman publik"),
)
# Pages of an agency that no year holds.
DAFTAR_TAB_INSTANSI = (("profil_instansi", "Profil"), ("pejabat", "Pejabat"), ("unit_kerja", "Unit kerja"))


def buka_pemda(request: HttpRequest, pk: int) -> Pemda:
    """404 for who may not see the pemda, 403 for who does not manage it."""
    pemda = ambil_pemda_terlihat(request.user, pk)
    if pemda is None:
        raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")
    if not akses.boleh_kelola_pemda(request.user, pemda):
        raise PermissionDenied
    return pemda


def buka_instansi(request: HttpRequest, kode: str, *, mengubah: bool = False) -> Instansi:
    """404 for who may not see the agency; `mengubah`: 403 for who may not change it as a whole."""
    instansi = cari_instansi(request.user).filter(kode=kode).first()
    if instansi is None:
        raise Http404("Instansi tidak ada atau di luar penugasan.")
    if mengubah and not akses.boleh_ubah(request.user, instansi):
        raise PermissionDenied
    return instansi


def boleh_kelola(request: HttpRequest, instansi: Instansi) -> bool:
    """Whether the user manages the pemda of this agency."""
    return instansi.pemda is not None and akses.boleh_kelola_pemda(request.user, instansi.pemda)


def rangka_pemda(pemda: Pemda, tab: str, *lanjutan: str) -> dict[str, Any]:
    """What `situs/kelola/_pemda.html` needs; `lanjutan`: pages below the tab."""
    judul = dict(DAFTAR_TAB)[tab]
    jejak = [Butir(pemda.nama, reverse("kelola_pemda", args=[pemda.pk]))]
    if tab != DAFTAR_TAB[0][0] or lanjutan:
        jejak.append(Butir(judul, reverse(tab, args=[pemda.pk])))
    jejak += [Butir(nama) for nama in lanjutan]
    return {
        "pemda": pemda,
        "judul": lanjutan[-1] if lanjutan else judul,
        "jejak": (*jejak[:-1], Butir(jejak[-1].nama)),
        "daftar_tab": tuple(Butir(n, reverse(a, args=[pemda.pk]), a == tab) for a, n in DAFTAR_TAB),
    }


def rangka_instansi(instansi: Instansi, tab: str, *lanjutan: str, boleh_ubah: bool) -> dict[str, Any]:
    """What `situs/kelola/_instansi.html` needs."""
    judul = dict(DAFTAR_TAB_INSTANSI)[tab]
    nama = instansi.nama or instansi.kode
    jejak = [Butir("Instansi", reverse("daftar_instansi")), Butir(nama, reverse("instansi", args=[instansi.kode]))]
    jejak.append(Butir(judul, reverse(tab, args=[instansi.kode])))
    jejak += [Butir(satu) for satu in lanjutan]
    terlihat = DAFTAR_TAB_INSTANSI if boleh_ubah else DAFTAR_TAB_INSTANSI[:2]  # the units are for who changes them
    return {
        "instansi": instansi,
        "judul": lanjutan[-1] if lanjutan else judul,
        "jejak": (*jejak[:-1], Butir(jejak[-1].nama)),
        "daftar_tab": tuple(Butir(n, reverse(a, args=[instansi.kode]), a == tab) for a, n in terlihat),
        "boleh_ubah": boleh_ubah,
    }
