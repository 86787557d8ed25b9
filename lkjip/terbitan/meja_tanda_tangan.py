"""What the page of one signature knows, and what its buttons do."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Self

from django.views.decorators.debug import sensitive_variables

from lkjip.akun import percobaan
from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import JenisSertifikat, KeadaanTerbitan
from lkjip.laporan.models import TandaTanganTerbitan, Terbitan
from lkjip.laporan.signing.data import GagalTandaTangan
from lkjip.laporan.signing.percaya import BerkasKepercayaanRusak, Kepercayaan
from lkjip.laporan.signing.setelan import kepercayaan
from lkjip.terbitan.akses_tanda_tangan import HakTanda, ambil_hak_tanda
from lkjip.terbitan.cara_tanda_tangan import PilihanCara, buat_penanda, daftar_pilihan, penanda_bsre
from lkjip.terbitan.forms_tanda_tangan import TandaTanganForm
from lkjip.terbitan.halaman_tanda_tangan import (
    KeadaanTanda,
    Langkah,
    TempatLain,
    langkah,
    langkah_berikut,
    sebab_tutup,
    sebutan_sertifikat,
)
from lkjip.terbitan.selectors_tanda_tangan import (
    daftar_tanda,
    nik_tersimpan,
    tindakan_berlangsung,
    tindakan_terakhir,
)
from lkjip.terbitan.services_pulih_tanda_tangan import pulihkan_tindakan
from lkjip.terbitan.services_tanda_tangan import (
    Pelaku,
    TandaTanganDitolak,
    ingat_nik,
    sedang_berlangsung,
    tandatangani,
)
from renstra.models import Instansi

_KODE_TERLALU_SERING = "Kode sekali pakai sudah terlalu sering diminta. Tunggu beberapa menit, atau pakai sandi."
_KEPERCAYAAN_RUSAK = "Daftar penerbit tepercaya di server ini tidak dapat dibaca. Hubungi pengelola server."
_KEPERCAYAAN_KOSONG = (
    "Server ini belum mempercayai penerbit sertifikat mana pun, jadi tanda tangan tidak dapat diperiksa. "
    "Hubungi pengelola server."
)


class MejaTanda:
    """One place of a version before this user. What broke off earlier is finished, or given up, on the way in."""

    def __init__(self, pengguna: Pengguna, instansi: Instansi, tanda: TandaTanganTerbitan) -> None:
        self.pengguna, self.instansi, self.tanda = pengguna, instansi, tanda
        self.setuju = self.kabar = ""
        self.galat: TandaTanganDitolak | None = None
        hasil = pulihkan_tindakan(terbitan=tanda.terbitan)
        if hasil.diselesaikan:
            self._segarkan()

    def setujui(self, sidik: str) -> Self:
        """`sidik`: the file that this user says they have read."""
        self.setuju = sidik
        return self

    def tolak(self, galat: TandaTanganDitolak) -> Self:
        """The page once more, as things are now."""
        self.galat = galat
        self._segarkan()
        return self

    def _segarkan(self) -> None:
        self.tanda.refresh_from_db()
        for nama in ("keadaan_tanda", "daftar_lain"):
            self.__dict__.pop(nama, None)

    @property
    def terbitan(self) -> Terbitan:
        return self.tanda.terbitan

    @property
    def jenis(self) -> JenisSertifikat:
        return JenisSertifikat(self.terbitan.jenis_sertifikat)

    @property
    def percobaan(self) -> bool:
        return self.jenis is JenisSertifikat.PERCOBAAN

    @property
    def sertifikat(self) -> str:
        return sebutan_sertifikat(self.jenis)

    @cached_property
    def hak(self) -> HakTanda:
        return ambil_hak_tanda(self.pengguna, self.instansi, self.tanda)

    @cached_property
    def daftar_cara(self) -> tuple[PilihanCara, ...]:
        return daftar_pilihan(self.pengguna, self.jenis, self.hak)

    @cached_property
    def keadaan_tanda(self) -> KeadaanTanda:
        berlangsung = None if self.tanda.sidik_hasil else tindakan_berlangsung(self.terbitan)
        return KeadaanTanda(
            keadaan=KeadaanTerbitan(self.terbitan.keadaan),
            sidik_kini=self.terbitan.sidik_kini,
            terisi=bool(self.tanda.sidik_hasil),
            boleh=self.hak.boleh,
            berlangsung=sedang_berlangsung(berlangsung) if berlangsung else "",
            setuju=self.setuju,
        )

    @property
    def langkah(self) -> Langkah:
        return langkah(self.keadaan_tanda)

    @property
    def sebab_tutup(self) -> str:
        return sebab_tutup(self.keadaan_tanda, self.tanda.nama or self.tanda.jabatan)

    @property
    def bergeser(self) -> bool:
        """Whether what was read is no longer what would be signed."""
        return self.langkah is not Langkah.TANDA_TANGANI

    @cached_property
    def daftar_lain(self) -> tuple[TempatLain, ...]:
        semua = daftar_tanda(self.terbitan)
        return tuple(TempatLain(s.nama, s.jabatan, bool(s.sidik_hasil)) for s in semua if s.pk != self.tanda.pk)

    @property
    def berikut(self) -> str:
        return langkah_berikut(self.daftar_lain)

    @property
    def berlampiran_temuan(self) -> bool:
        """Whether findings that stay stand in an annex of the document; how many, only the frozen file can say."""
        return JenisBerkas(self.terbitan.jenis) is JenisBerkas.LAPORAN

    @cached_property
    def kabar_terakhir(self) -> str:
        """What became of the last attempt at this place, where it came to nothing."""
        terakhir = None if self.galat or self.tanda.sidik_hasil else tindakan_terakhir(self.tanda)
        return terakhir.pesan if terakhir else ""

    def form(self, *data: Any, minta_kode: bool = False) -> TandaTanganForm:
        """With what was sent, or empty: then only what is no secret is filled in."""
        pertama = self.daftar_cara[0] if self.daftar_cara else ""
        nik = nik_tersimpan(self.pengguna) if not data and PilihanCara.BSRE in self.daftar_cara else ""
        awal = {"setuju": self.terbitan.sidik_kini, "cara": pertama, "nik": nik, "ingat_nik": bool(nik)}
        return TandaTanganForm(*data, daftar_cara=self.daftar_cara, minta_kode=minta_kode, initial=awal)


@sensitive_variables()
def tanda_tangani(meja: MejaTanda, form: TandaTanganForm) -> None:
    """Raises TandaTanganDitolak."""
    bahan = form.bahan
    try:
        percaya, penanda = _kepercayaan(), buat_penanda(bahan, meja.pengguna)
    except GagalTandaTangan as galat:
        raise TandaTanganDitolak(galat.pesan) from None
    except BerkasKepercayaanRusak:
        raise TandaTanganDitolak(_KEPERCAYAAN_RUSAK) from None
    pelaku = Pelaku(meja.pengguna, bahan.pilihan.cara, form.cleaned_data["setuju"], bahan.nik)
    tandatangani(tanda=meja.tanda, penanda=penanda, pelaku=pelaku, kepercayaan=percaya)
    if bahan.pilihan is PilihanCara.BSRE:
        ingat_nik(pengguna=meja.pengguna, nik=bahan.nik if form.cleaned_data["ingat_nik"] else "")


def _kepercayaan() -> Kepercayaan:
    """Asked before the signer: what nobody could judge is not signed."""
    percaya = kepercayaan()
    if percaya.kosong:
        raise TandaTanganDitolak(_KEPERCAYAAN_KOSONG)
    return percaya


def kirim_kode(meja: MejaTanda, form: TandaTanganForm) -> str:
    """BSrE sends a code to the signer; what to do next. Raises TandaTanganDitolak.

    Whatever the answer, each question counts: the NIK is what somebody typed, and codes go to whoever has it.
    """
    siapa = f"kode tanda tangan {meja.pengguna.pk}", ""
    if percobaan.harus_menunggu(*siapa):
        raise TandaTanganDitolak(_KODE_TERLALU_SERING)
    percobaan.catat_gagal(*siapa)
    try:
        penanda_bsre(form.bahan).minta_totp()
    except GagalTandaTangan as galat:
        raise TandaTanganDitolak(galat.pesan) from None
    return "Kode sekali pakai sudah diminta. Tunggu kirimannya dari BSrE, lalu isikan di bawah."
