"""May this user see or change this agency? The one place that answers; every view, list and command asks here.

- admin (and a superuser): everything; an admin of one pemda or agency: that one.
- pengelola: sees and changes every agency of their pemda.
- inspektorat: sees every agency of their pemda, changes nothing.
- perencana: sees and changes their agency; with units named, changes only what these units answer for (`Hak`), and
  then imports no workbook. verifikator and kepala: see it; they approve, they do not enter data.

An assignment counts only within its dates (`berlaku_dari` to `berlaku_sampai`, inclusive). An inactive user has none.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from lkjip.akun.models import Pengguna
from renstra import data
from renstra.models import Instansi, Pemda, Penugasan, Peran, UnitPenugasan
from renstra.selectors_unit import berlaku_pada

PERAN_PENGUBAH = frozenset({Peran.PERENCANA, Peran.PENGELOLA, Peran.ADMIN})
PERAN_PAPAN = frozenset({Peran.INSPEKTORAT, Peran.PENGELOLA, Peran.ADMIN})
"""Who sees the scores of all agencies of their pemda, with states and open recommendations."""
# Units limit a perencana only; named at an assignment as pengelola or admin they mean nothing (`ambil_hak` agrees).
_PENGUBAH_PENUH = Q(peran__in=PERAN_PENGUBAH - {Peran.PERENCANA}) | Q(
    peran=Peran.PERENCANA, daftar_unit_penugasan__isnull=True
)
SiapaPun = Pengguna | AnonymousUser


def daftar_instansi_terlihat(pengguna: SiapaPun, *, pada: date | None = None) -> QuerySet[Instansi]:
    """Every agency that the user may see; one query."""
    return _daftar_instansi(pengguna, None, pada)


def daftar_instansi_dapat_diubah(pengguna: SiapaPun, *, pada: date | None = None) -> QuerySet[Instansi]:
    """Every agency whose data the user may change as a whole; one query."""
    return _daftar_instansi(pengguna, _PENGUBAH_PENUH, pada)


def boleh_lihat(pengguna: SiapaPun, instansi: Instansi, *, pada: date | None = None) -> bool:
    return _punya_semua(pengguna) or bool(daftar_peran(pengguna, instansi, pada=pada))


def boleh_ubah(pengguna: SiapaPun, instansi: Instansi, *, pada: date | None = None) -> bool:
    """Whether the user may change the agency as a whole; a perencana limited to some units may not (see `Hak`)."""
    return _punya_semua(pengguna) or _penugasan_pada(pengguna, instansi, pada).filter(_PENGUBAH_PENUH).exists()


def boleh_mengimpor(pengguna: SiapaPun) -> bool:
    """Whether the user may change any agency at all; which one, the workbook says, and then it is asked again."""
    return _punya_semua(pengguna) or daftar_penugasan_berlaku(pengguna).filter(_PENGUBAH_PENUH).exists()


@dataclass(frozen=True)
class Menu:
    """Which entries of the main menu a user has besides those of everybody.

    `bertugas`: sees any agency at all. `memeriksa`: sees the findings of all agencies. `membandingkan`: sees the scores
    of all agencies; of a head of agency (`mengepalai`) the pemda decides that.
    """

    bertugas: bool
    mengimpor: bool
    menilai: bool
    membandingkan: bool
    mengepalai: bool
    memeriksa: bool


def ambil_menu(pengguna: SiapaPun, *, pada: date | None = None) -> Menu:
    """One query: it is asked on every page."""
    terbatas = Exists(UnitPenugasan.objects.filter(penugasan=OuterRef("pk")))
    tugas = daftar_penugasan_berlaku(pengguna, pada=pada).select_related(None)
    daftar = list(tugas.values_list("peran", "pemda", "instansi", terbatas))
    return Menu(
        bertugas=_punya_semua(pengguna) or bool(daftar),
        mengimpor=_punya_semua(pengguna)
        or any(p in PERAN_PENGUBAH and not (p == Peran.PERENCANA and sempit) for p, _, _, sempit in daftar),
        menilai=any(p == Peran.INSPEKTORAT and pemda is not None for p, pemda, _, _ in daftar),
        membandingkan=_punya_semua(pengguna)
        or any(p in PERAN_PAPAN | {Peran.KEPALA} and instansi is None for p, _, instansi, _ in daftar),
        mengepalai=any(p == Peran.KEPALA for p, _, _, _ in daftar),
        memeriksa=_punya_semua(pengguna) or any(p in PERAN_PAPAN and instansi is None for p, _, instansi, _ in daftar),
    )


def boleh_impor_instansi(pengguna: SiapaPun, identitas: data.Instansi) -> bool:
    """Whether the user may import a workbook of this agency.

    One that exists: whoever may change it. A new one: an admin, or the pengelola of the pemda that the workbook names.
    """
    instansi = Instansi.objects.filter(kode=identitas.kode).first()
    if instansi is not None:
        return boleh_ubah(pengguna, instansi)
    pemda = Q(peran=Peran.PENGELOLA, pemda__nama=identitas.pemda, pemda__jenis=identitas.jenis_pemda or "")
    penugasan = daftar_penugasan_berlaku(pengguna)
    return _punya_semua(pengguna) or penugasan.filter(pemda | Q(peran=Peran.ADMIN) & _SELURUHNYA).exists()


def daftar_peran(pengguna: SiapaPun, instansi: Instansi, *, pada: date | None = None) -> frozenset[Peran]:
    """The roles that the user has for this agency by assignment; one query."""
    daftar = _penugasan_pada(pengguna, instansi, pada).values_list("peran", flat=True)
    return frozenset(Peran(peran) for peran in daftar)


def _penugasan_pada(pengguna: SiapaPun, instansi: Instansi, pada: date | None) -> QuerySet[Penugasan]:
    """The user's assignments that hold for this agency."""
    lingkup = Q(instansi=instansi) | _SELURUHNYA
    if instansi.pemda_id is not None:
        lingkup |= Q(pemda=instansi.pemda_id)
    return daftar_penugasan_berlaku(pengguna, pada=pada).filter(lingkup)


def daftar_penugasan_berlaku(pengguna: SiapaPun, *, pada: date | None = None) -> QuerySet[Penugasan]:
    """The user's assignments that hold on the day `pada` (today)."""
    if not pengguna.is_active or pengguna.pk is None:
        return Penugasan.objects.none()
    hari = pada or timezone.localdate()
    return Penugasan.objects.filter(berlaku_pada(hari), pengguna=pengguna).select_related("instansi", "pemda")


_SELURUHNYA = Q(instansi__isnull=True, pemda__isnull=True)


def _punya_semua(pengguna: SiapaPun) -> bool:
    return bool(pengguna.is_active and pengguna.is_superuser)


def _daftar_instansi(pengguna: SiapaPun, syarat: Q | None, pada: date | None) -> QuerySet[Instansi]:
    semua = Instansi.objects.select_related("pemda")
    if _punya_semua(pengguna):
        return semua
    penugasan = daftar_penugasan_berlaku(pengguna, pada=pada)
    if syarat is not None:
        penugasan = penugasan.filter(syarat)
    cocok = Q(instansi=OuterRef("pk")) | Q(pemda=OuterRef("pemda")) | _SELURUHNYA
    return semua.filter(Exists(penugasan.select_related(None).filter(cocok)))


@dataclass(frozen=True)
class Hak:
    """What a user may do with one agency. `daftar_unit` None: all of it; else only what these units answer for."""

    daftar_peran: frozenset[str]
    daftar_unit: frozenset[int] | None = None

    @property
    def lihat(self) -> bool:
        return bool(self.daftar_peran)

    @property
    def ubah(self) -> bool:
        """Whether the user may change anything of the agency; which rows, `boleh_isi` says."""
        return not PERAN_PENGUBAH.isdisjoint(self.daftar_peran)

    @property
    def terbatas(self) -> bool:
        """Limited to some units: as perencana fills in their rows, and does nothing for the agency as a whole."""
        return self.daftar_unit is not None

    @property
    def daftar_peran_penuh(self) -> frozenset[str]:
        """The roles held for the agency as a whole; who is limited as perencana may still be its verifikator."""
        return self.daftar_peran - {Peran.PERENCANA} if self.terbatas else self.daftar_peran

    def boleh_isi(self, daftar_unit: Collection[int]) -> bool:
        """Whether the user may fill in a row for which these units answer (none: the agency as a whole)."""
        return self.ubah and (self.daftar_unit is None or not self.daftar_unit.isdisjoint(daftar_unit))


def ambil_hak(pengguna: SiapaPun, instansi: Instansi, *, pada: date | None = None) -> Hak:
    """All rights of the user on this agency; two queries. A superuser has the role admin.

    An assignment as perencana without units holds for the whole agency, whatever the others are limited to.
    """
    daftar = list(_penugasan_pada(pengguna, instansi, pada).prefetch_related("daftar_unit_penugasan"))
    peran = {str(p.peran) for p in daftar} | ({str(Peran.ADMIN)} if _punya_semua(pengguna) else set())
    pengubah = [p for p in daftar if p.peran in PERAN_PENGUBAH]
    unit = [{u.unit_id for u in p.daftar_unit_penugasan.all()} for p in pengubah if p.peran == Peran.PERENCANA]
    terbatas = bool(unit) and all(unit) and len(unit) == len(pengubah) and not _punya_semua(pengguna)
    return Hak(frozenset(peran), frozenset().union(*unit) if terbatas else None)


def boleh_ajukan_naskah(hak: Hak) -> bool:
    """Whether the user hands the draft of an official document in for checking."""
    return not {Peran.PERENCANA, Peran.PENGELOLA, Peran.ADMIN}.isdisjoint(hak.daftar_peran_penuh)


def boleh_periksa_naskah(hak: Hak) -> bool:
    """Whether the user says that a draft was checked, or sends it back."""
    return not {Peran.VERIFIKATOR, Peran.KEPALA}.isdisjoint(hak.daftar_peran_penuh)


def boleh_jawab_temuan(hak: Hak) -> bool:
    """Whether the user answers for a galat that stays: the head alone, whose name stands under the report."""
    return Peran.KEPALA in hak.daftar_peran_penuh


def boleh_beri_alasan(hak: Hak) -> bool:
    """Whether the user says afterwards why settled data were changed: who answers for the data, or for the agency."""
    return not {Peran.PERENCANA, Peran.KEPALA, Peran.PENGELOLA, Peran.ADMIN}.isdisjoint(hak.daftar_peran_penuh)


def boleh_jawab_peringatan(hak: Hak) -> bool:
    """Whether the user says why a peringatan stays: who plans or checks for the whole agency, and its head."""
    return not {Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA}.isdisjoint(hak.daftar_peran_penuh)


def boleh_finalkan(hak: Hak) -> bool:
    """Whether the user freezes a version, or gives up one that waits for signatures."""
    return not {Peran.VERIFIKATOR, Peran.KEPALA}.isdisjoint(hak.daftar_peran_penuh)


def boleh_terbitkan(hak: Hak) -> bool:
    """Whether the user publishes a signed version."""
    return not {Peran.PERENCANA, Peran.KEPALA, Peran.PENGELOLA, Peran.ADMIN}.isdisjoint(hak.daftar_peran_penuh)


def boleh_tarik(hak: Hak) -> bool:
    """Whether the user withdraws a published version."""
    return not {Peran.KEPALA, Peran.PENGELOLA, Peran.ADMIN}.isdisjoint(hak.daftar_peran_penuh)


def boleh_evaluasi(hak: Hak) -> bool:
    """Whether the user works for the APIP of this agency's pemda: evaluates, reviews, follows recommendations up."""
    return Peran.INSPEKTORAT in hak.daftar_peran_penuh


def boleh_nilai_mandiri(hak: Hak) -> bool:
    """Whether the user fills in the agency's own assessment."""
    return not {Peran.PERENCANA, Peran.VERIFIKATOR}.isdisjoint(hak.daftar_peran_penuh)


def boleh_tanggapi(hak: Hak) -> bool:
    """Whether the user replies for the agency to findings and remarks of the APIP."""
    return not {Peran.PERENCANA, Peran.VERIFIKATOR, Peran.KEPALA}.isdisjoint(hak.daftar_peran_penuh)


def boleh_lapor_tindak_lanjut(hak: Hak) -> bool:
    """Whether the user reports what was done about a recommendation, a perencana of one unit included."""
    return not {Peran.PERENCANA, Peran.VERIFIKATOR}.isdisjoint(hak.daftar_peran)


def daftar_pemda_evaluasi(pengguna: SiapaPun, *, pada: date | None = None) -> QuerySet[Pemda]:
    """The pemda whose agencies the user evaluates; one query."""
    penugasan = daftar_penugasan_berlaku(pengguna, pada=pada).filter(peran=Peran.INSPEKTORAT, pemda__isnull=False)
    return Pemda.objects.filter(pk__in=penugasan.values("pemda"))


@dataclass(frozen=True)
class Pimpinan:
    """Whose head a user is: of the agency itself, of the pemda (then they sign as kepala daerah)."""

    instansi: bool = False
    pemda: bool = False


def ambil_pimpinan(pengguna: SiapaPun, instansi: Instansi, *, pada: date | None = None) -> Pimpinan:
    """One query. A kepala daerah sees every agency as its kepala does, yet signs in no head of agency's place."""
    daftar = [p for p in _penugasan_pada(pengguna, instansi, pada) if p.peran == Peran.KEPALA]
    return Pimpinan(
        instansi=any(p.instansi_id == instansi.pk for p in daftar),
        pemda=any(p.pemda_id is not None and p.pemda_id == instansi.pemda_id for p in daftar),
    )


def boleh_kelola_pemda(pengguna: SiapaPun, pemda: Pemda, *, pada: date | None = None) -> bool:
    """Whether the user sets the rules for all agencies of this pemda: its pengelola, or an admin of it or of all."""
    lingkup = Q(peran=Peran.PENGELOLA, pemda=pemda) | Q(peran=Peran.ADMIN, pemda=pemda)
    lingkup |= Q(peran=Peran.ADMIN) & _SELURUHNYA
    return _punya_semua(pengguna) or daftar_penugasan_berlaku(pengguna, pada=pada).filter(lingkup).exists()


def boleh_atur_penugasan(hak: Hak) -> bool:
    """Whether the user decides which units another user of the agency is limited to."""
    return not {Peran.PENGELOLA, Peran.ADMIN}.isdisjoint(hak.daftar_peran)
