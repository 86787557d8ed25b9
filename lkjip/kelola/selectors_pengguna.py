"""People with a task in a pemda: for its list of users, and for the question who may be touched from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet

from lkjip.akun.models import Pengguna
from lkjip.riwayat.models import Aksi, Riwayat
from renstra.models import Instansi, Pemda, Penugasan, Peran, UnitKerja

AKTIF, DIUNDANG, NONAKTIF = "aktif", "diundang", "nonaktif"
KEADAAN = {AKTIF: "aktif", DIUNDANG: "diundang, belum masuk", NONAKTIF: "nonaktif"}
_TANPA_SANDI = {
    "pengguna__last_login__isnull": True,
    "pengguna__password__startswith": UNUSABLE_PASSWORD_PREFIX,
}
_PER_KEADAAN = {
    AKTIF: Q(pengguna__is_active=True) & ~Q(**_TANPA_SANDI),
    DIUNDANG: Q(pengguna__is_active=True, **_TANPA_SANDI),
    NONAKTIF: Q(pengguna__is_active=False),
}


def milik_pemda(pemda: Pemda) -> Q:
    """Assignments in this pemda or one of its agencies."""
    return Q(pemda=pemda) | Q(instansi__pemda=pemda)


def keadaan(pengguna: Pengguna) -> str:
    """Whether the user works with the site, was invited and has not come yet, or may not come."""
    if not pengguna.is_active:
        return NONAKTIF
    return AKTIF if pengguna.last_login or pengguna.has_usable_password() else DIUNDANG


def daftar_penugasan_pemda(pemda: Pemda, saring: Mapping[str, Any] | None = None) -> QuerySet[Penugasan]:
    """Assignments with their user, agency and units, by name; `saring`: cari, instansi (pk), peran, keadaan."""
    isi = saring or {}
    daftar = Penugasan.objects.filter(milik_pemda(pemda))
    if cari := isi.get("cari"):
        cocok = Q(pengguna__nama__icontains=cari) | Q(pengguna__username__icontains=cari)
        daftar = daftar.filter(cocok | Q(pengguna__email__icontains=cari))
    if instansi := isi.get("instansi"):
        daftar = daftar.filter(instansi=instansi)
    if peran := isi.get("peran"):
        daftar = daftar.filter(peran=peran)
    if keadaan := isi.get("keadaan"):
        daftar = daftar.filter(_PER_KEADAAN[str(keadaan)])
    lengkap = daftar.select_related("pengguna", "instansi", "pemda")
    return lengkap.prefetch_related("daftar_unit_penugasan__unit").order_by("pengguna__nama", "peran", "pk")


def daftar_penugasan_pengguna(pengguna: Pengguna) -> QuerySet[Penugasan]:
    """All assignments of this user, wherever they are."""
    daftar = Penugasan.objects.filter(pengguna=pengguna).select_related("pengguna", "instansi", "pemda")
    return daftar.prefetch_related("daftar_unit_penugasan__unit").order_by("instansi__nama", "peran", "pk")


def ambil_pengguna_pemda(pemda: Pemda, pk: int) -> Pengguna | None:
    """A user who has, or had, a task in this pemda."""
    return Pengguna.objects.filter(pk=pk, daftar_penugasan__in=Penugasan.objects.filter(milik_pemda(pemda))).first()


def daftar_di_luar(pengguna: Pengguna, pemda: Pemda, pada: date) -> list[Penugasan]:
    """The user's assignments outside this pemda that hold on the day or will; a role for everything is outside, too."""
    berlaku = Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=pada)
    return [p for p in daftar_penugasan_pengguna(pengguna).filter(berlaku) if not termasuk(p, pemda)]


def termasuk(tugas: Penugasan, pemda: Pemda) -> bool:
    """Whether the assignment is in this pemda or one of its agencies."""
    if tugas.instansi is not None:
        return tugas.instansi.pemda_id == pemda.pk
    return tugas.pemda_id == pemda.pk


def berperan_admin(pengguna: Pengguna) -> bool:
    """Whether the user is admin by an assignment."""
    return Penugasan.objects.filter(pengguna=pengguna, peran=Peran.ADMIN).exists()


def cari_akun(*, email: str, username: str) -> list[Pengguna]:
    """Users whom this address or log-in name may mean; names that differ in capitals only are too alike."""
    cocok = Q(email__iexact=email) | Q(username__iexact=email)
    return list(Pengguna.objects.filter(cocok | Q(username__iexact=username) if username else cocok).distinct())


def pengundang(daftar: Iterable[Penugasan]) -> dict[int, str]:
    """Who made each assignment, by name, per its pk; from the history, one query."""
    kunci = {str(p.pk): p.pk for p in daftar}
    catatan = Riwayat.objects.filter(tabel=Penugasan._meta.db_table, kunci__in=kunci, aksi=Aksi.TAMBAH)
    per_pk = {kunci[k]: (oleh, nama) for k, oleh, nama in catatan.values_list("kunci", "oleh_id", "nama_oleh")}
    nama = dict(Pengguna.objects.filter(pk__in={o for o, _ in per_pk.values() if o}).values_list("pk", "nama"))
    return {pk: nama.get(oleh, "") or nama_oleh for pk, (oleh, nama_oleh) in per_pk.items()}


def daftar_pilihan_instansi(pemda: Pemda) -> list[Instansi]:
    """The agencies of the pemda, for a choice."""
    return list(Instansi.objects.filter(pemda=pemda).order_by("nama", "kode"))


def daftar_unit_pemda(pemda: Pemda) -> list[UnitKerja]:
    """The units of all agencies of the pemda, agency by agency."""
    daftar = UnitKerja.objects.filter(instansi__pemda=pemda).select_related("instansi")
    return list(daftar.order_by("instansi__nama", "nama"))


def daftar_unit_instansi(pemda: Pemda, instansi: int | None) -> list[UnitKerja]:
    """The units of one agency of the pemda; none without an agency."""
    return [u for u in daftar_unit_pemda(pemda) if u.instansi_id == instansi] if instansi else []


def unit_per_instansi(daftar: Iterable[Penugasan]) -> dict[int, list[UnitKerja]]:
    """The units of the agencies of these assignments, per pk of the agency; one query."""
    per_instansi: dict[int, list[UnitKerja]] = {}
    dicari = {t.instansi_id for t in daftar if t.instansi_id is not None}
    for unit in UnitKerja.objects.filter(instansi__in=dicari).order_by("nama"):
        per_instansi.setdefault(unit.instansi_id, []).append(unit)
    return per_instansi
