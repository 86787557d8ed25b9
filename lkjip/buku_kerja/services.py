"""BukuKerja → database: one transaction, repeatable, other years untouched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DataError, IntegrityError

from anggaran.services import save_anggaran
from kinerja.hasil_terbit import sisipkan, tidak_dipakai
from kinerja.models.pengisian import PESAN_TERTUTUP
from kinerja.pintu import pintu_isi
from kinerja.selectors_pengisian import hari_ini, load_pengisian
from kinerja.selectors_terbit import load_terbit_tahun
from kinerja.services import save_kinerja
from kinerja.services_pengisian import kunci_triwulan
from lkjip.akun.models import Pengguna
from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.perubahan import PerubahanLembar, bandingkan
from lkjip.buku_kerja.tertutup import daftar_galat_tertutup, galat_ikutan
from lkjip.data import BukuKerja
from lkjip.laporan.services import save_laporan
from lkjip.pemeriksaan.services import save_klaim
from lkjip.riwayat.services import BarisDitolak, Penyesuai, konteks_riwayat
from lkjip.selectors import load_buku
from renstra.akses import ambil_hak
from renstra.models import Peran, TahunKinerja
from renstra.selectors import ambil_tahun_kinerja
from renstra.services import kunci_instansi, save_renstra

_LEMBAR_PER_TABEL = {
    "renstra": "pengaturan", "metodepengukuran": "pengaturan", "identitaslaporan": "pengaturan", "pemda": "instansi",
    "tahunkinerja": "instansi", "targettahunan": "target_tahunan", "kinerjatriwulan": "kinerja_triwulan",
    "realisasitahunan": "realisasi_tahunan", "realisasianggaran": "realisasi_anggaran",
    "indikatoranggaran": "indikator",
}  # fmt: skip


@dataclass(frozen=True)
class HasilImpor:
    """What the import added, changed and removed; with `periksa_saja` what it would. `baru`: the year was not there."""

    kode: str
    tahun: int
    baru: bool
    periksa_saja: bool
    daftar_lembar: tuple[PerubahanLembar, ...]
    kejadian: str = ""  # id of the event in the history
    daftar_catatan: tuple[str, ...] = ()  # what the workbook says and the system does not take over, a sentence each

    @property
    def ada_perubahan(self) -> bool:
        return bool(self.daftar_lembar)

    @property
    def banyak_tambah(self) -> int:
        return sum(lembar.banyak_tambah for lembar in self.daftar_lembar)

    @property
    def banyak_ubah(self) -> int:
        return sum(lembar.banyak_ubah for lembar in self.daftar_lembar)

    @property
    def banyak_hapus(self) -> int:
        return sum(lembar.banyak_hapus for lembar in self.daftar_lembar)


class ImporDitolak(Exception):
    """The database's own rules refuse the workbook; nothing was changed."""

    def __init__(self, daftar_galat: tuple[GalatSel, ...]) -> None:
        super().__init__("; ".join(map(str, daftar_galat)))
        self.daftar_galat = daftar_galat


class _HanyaPeriksa(Exception):
    """Takes everything back: the transaction ends with this."""


def impor_buku(
    *,
    buku: BukuKerja,
    oleh: AbstractBaseUser | None = None,
    jalur: str = "impor",
    alasan: str = "",
    periksa_saja: bool = False,
    hanya_baru: bool = False,
    sesudah: Callable[[TahunKinerja], object] | None = None,
) -> HasilImpor:
    """Make the agency-year of `buku` read as `buku`, and say what changed. Raises ImporDitolak.

    With `periksa_saja` everything is written and taken back, so that the database has had its say, too. `hanya_baru`:
    a year that is there already is refused. `sesudah` writes, in the same event, what no workbook carries.
    """
    instansi, tahun = buku.data.renstra.instansi, buku.data.tahun
    lama: BukuKerja | None = None
    tertutup: Mapping[int, str] = {}
    try:
        with konteks_riwayat(oleh=oleh, jalur=jalur, alasan=alasan) as kejadian:
            kunci_instansi(kode=instansi.kode)
            tahun_kinerja = ambil_tahun_kinerja(instansi.kode, tahun)
            if tahun_kinerja is not None:
                _tolak_bila_hanya_baru(tahun, hanya_baru=hanya_baru)
                tertutup, lama = _triwulan_tertutup(tahun_kinerja, oleh), load_buku(tahun_kinerja)
                _tolak_bila_tertutup(lama, buku, tertutup)
            tersimpan = _save_buku(buku)
            buku, catatan = _dengan_terbit(buku, tersimpan)
            if sesudah is not None:
                sesudah(tersimpan)
            if periksa_saja:
                raise _HanyaPeriksa
    except _HanyaPeriksa:
        pass
    except ValidationError as galat:
        raise ImporDitolak(_daftar_galat(galat)) from galat
    except (IntegrityError, DataError) as galat:
        tertolak = galat_ikutan(lama, buku, tertutup) if PESAN_TERTUTUP in str(galat) else _galat_basis_data(galat)
        raise ImporDitolak((tertolak,)) from galat
    return HasilImpor(instansi.kode, tahun, lama is None, periksa_saja, bandingkan(lama, buku), kejadian, catatan)


def _tolak_bila_hanya_baru(tahun: int, *, hanya_baru: bool) -> None:
    if hanya_baru:
        raise ValidationError(f"Tahun {tahun} sudah ada. Buka halaman tahun itu, atau pilih tahun lain.")


def _dengan_terbit(buku: BukuKerja, tahun_kinerja: TahunKinerja) -> tuple[BukuKerja, tuple[str, ...]]:
    """The workbook as the year reads with the issued evaluations; and what of it does not count because of them."""
    terbit, kinerja = load_terbit_tahun(tahun_kinerja), buku.data.kinerja
    anggaran = replace(buku.data.anggaran, kinerja=sisipkan(kinerja, terbit))
    return replace(buku, data=replace(buku.data, anggaran=anggaran)), tidak_dipakai(kinerja, terbit)


def _triwulan_tertutup(tahun_kinerja: TahunKinerja, oleh: AbstractBaseUser | None) -> Mapping[int, str]:
    """Quarters that this import may not change, with the sentence that says why; they are locked until its end.

    A closed deadline binds who fills in the quarter, a perencana: not those who could extend it, and no command.
    """
    kunci_triwulan(tahun_kinerja)
    peran = ambil_hak(oleh, tahun_kinerja.instansi).daftar_peran if isinstance(oleh, Pengguna) else frozenset()
    terikat = bool(peran) and peran.isdisjoint({Peran.PENGELOLA, Peran.ADMIN})
    hari = hari_ini()
    daftar = load_pengisian([tahun_kinerja])[tahun_kinerja.pk]
    mengikat = daftar if terikat else tuple(replace(p, tutup_setelah_tenggat=False) for p in daftar)
    return {p.triwulan: pintu.alasan for p in mengikat if not (pintu := pintu_isi(p, hari)).terbuka}


def _tolak_bila_tertutup(lama: BukuKerja, buku: BukuKerja, tertutup: Mapping[int, str]) -> None:
    if daftar_galat := daftar_galat_tertutup(lama, buku, tertutup):
        raise ImporDitolak(daftar_galat)


def _save_buku(buku: BukuKerja) -> TahunKinerja:
    """Every package stores its own; what is left over goes at the end, children before parents."""
    penyesuai = Penyesuai()
    data = buku.data
    tahun_kinerja = save_renstra(rencana=data.renstra, penyesuai=penyesuai)
    save_kinerja(tahun_kinerja=tahun_kinerja, kinerja=data.kinerja, penyesuai=penyesuai)
    save_anggaran(tahun_kinerja=tahun_kinerja, anggaran=data.anggaran, penyesuai=penyesuai)
    save_laporan(tahun_kinerja=tahun_kinerja, laporan=buku.laporan, penyesuai=penyesuai)
    save_klaim(tahun_kinerja=tahun_kinerja, daftar_klaim=buku.daftar_klaim, penyesuai=penyesuai)
    penyesuai.buang()
    return tahun_kinerja


def _galat_basis_data(galat: Exception) -> GalatSel:
    return GalatSel("", None, "", f"Basis data menolak isi buku ini: {str(galat).splitlines()[0]}")


def _daftar_galat(galat: ValidationError) -> tuple[GalatSel, ...]:
    if not isinstance(galat, BarisDitolak):
        return tuple(GalatSel("", None, "", pesan) for pesan in galat.messages)
    nama = galat.baris._meta.model_name or ""
    lembar = _LEMBAR_PER_TABEL.get(nama, nama)
    per_kolom = galat.message_dict if hasattr(galat, "error_dict") else {NON_FIELD_ERRORS: galat.messages}
    return tuple(
        GalatSel(lembar, None, "" if kolom == NON_FIELD_ERRORS else kolom, f"{galat.baris}: {pesan}")
        for kolom, daftar in per_kolom.items()
        for pesan in daftar
    )
