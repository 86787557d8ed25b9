"""How every page of one evaluation begins: who asks, may they see it, which frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse

from kinerja.akses_evaluasi import HakEvaluasi, ambil_hak_evaluasi
from kinerja.models import Evaluasi
from lkjip.akun.models import Pengguna
from lkjip.evaluasi.halaman_alur import SEBUTAN_TAHAP
from lkjip.evaluasi.selectors import ambil_evaluasi
from lkjip.pengisian.views.pintu_masuk import pengguna_masuk
from lkjip.views.rangka import Butir
from renstra.akses import daftar_pemda_evaluasi
from renstra.models import Pemda

# Pages of an evaluation beside each other; name of the address and title.
DAFTAR_SUB_EVALUASI = (
    ("evaluasi", "Ikhtisar"),
    ("lembar_evaluasi", "Lembar kerja"),
    ("catatan_evaluasi", "Catatan & rekomendasi"),
    ("lhe_evaluasi", "LHE"),
)


@dataclass(frozen=True)
class RuangEvaluasi:
    pengguna: Pengguna
    evaluasi: Evaluasi
    hak: HakEvaluasi


@dataclass(frozen=True)
class RuangMeja:
    """A pemda whose agencies the user evaluates, and all of them."""

    pengguna: Pengguna
    pemda: Pemda
    daftar_pemda: list[Pemda]


def buka_meja(request: HttpRequest, pk: int | None = None) -> RuangMeja:
    """The pemda asked for, else the first; 403 for who evaluates nowhere, 404 for another pemda."""
    pengguna = pengguna_masuk(request)
    daftar = list(daftar_pemda_evaluasi(pengguna))
    if not daftar:
        raise PermissionDenied
    for pemda in daftar:
        if pk is None or pemda.pk == pk:
            return RuangMeja(pengguna, pemda, daftar)
    raise Http404("Pemerintah daerah ini tidak ada atau di luar penugasan.")


def isi_rangka_meja(ruang: RuangMeja, judul: str, *lanjutan: Butir) -> dict[str, Any]:
    """What `situs/evaluasi/_rangka_meja.html` needs: a page that belongs to the desk and to no one evaluation."""
    meja = Butir("Evaluasi", f"{reverse('meja_evaluasi')}?pemda={ruang.pemda.pk}")
    return {"meja": ruang, "judul": judul, "jejak": [meja, *lanjutan, Butir(judul)]}


def buka_evaluasi(request: HttpRequest, pk: int) -> RuangEvaluasi:
    """The evaluation for a user of the APIP; 404 for everybody else: the agency reads at its own tab SAKIP."""
    pengguna = pengguna_masuk(request)
    evaluasi = ambil_evaluasi(pk)
    if evaluasi is not None:
        hak = ambil_hak_evaluasi(pengguna, evaluasi)
        if hak.apip:
            return RuangEvaluasi(pengguna, evaluasi, hak)
    raise Http404("Evaluasi tidak ada atau di luar penugasan.")


def alamat_meja(evaluasi: Evaluasi) -> str:
    """The desk where this evaluation is listed: of its pemda, in its year."""
    return f"{reverse('meja_evaluasi')}?tahun={evaluasi.tahun}&pemda={evaluasi.instansi.pemda_id}"


def isi_rangka_evaluasi(ruang: RuangEvaluasi, sub: str, *lanjutan: str) -> dict[str, Any]:
    """What `situs/evaluasi/_rangka.html` needs; `sub` names the page in DAFTAR_SUB_EVALUASI."""
    pk, instansi = ruang.evaluasi.pk, ruang.evaluasi.instansi
    nama = f"{instansi.singkatan or instansi.nama} {ruang.evaluasi.tahun}"
    atas = [Butir("Evaluasi", alamat_meja(ruang.evaluasi)), Butir(nama, reverse("evaluasi", args=[pk]))]
    judul = dict(DAFTAR_SUB_EVALUASI)[sub]
    if sub != DAFTAR_SUB_EVALUASI[0][0]:
        atas.append(Butir(judul, reverse(sub, args=[pk])))
    *depan, akhir = [*atas, *map(Butir, lanjutan)]
    return {
        "ruang": ruang,
        "evaluasi": ruang.evaluasi,
        "hak": ruang.hak,
        "sebutan_tahap": SEBUTAN_TAHAP[ruang.hak.tahap],
        "judul": lanjutan[-1] if lanjutan else judul,
        "jejak": [*depan, Butir(akhir.nama)],
        "daftar_sub": [Butir(j, reverse(n, args=[pk]), n == sub) for n, j in DAFTAR_SUB_EVALUASI],
    }
