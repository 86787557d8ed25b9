"""Who may sign in a place of a version, and who may bring a file that was signed elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.akun.models import Pengguna
from lkjip.laporan.data_terbitan import BIDANG_APIP, BIDANG_KEPALA, BIDANG_KEPALA_DAERAH
from lkjip.laporan.models import TandaTanganTerbitan
from lkjip.terbitan.data_penanda import angka_pengenal
from renstra.akses import Hak, Pimpinan, ambil_hak, ambil_pimpinan, boleh_evaluasi, boleh_terbitkan
from renstra.models import Instansi


@dataclass(frozen=True)
class HakTanda:
    """`sendiri`: the place is this user's own. `unggah`: they may bring a signed file, which must be the signer's."""

    sendiri: bool = False
    unggah: bool = False

    @property
    def boleh(self) -> bool:
        return self.sendiri or self.unggah


def ambil_hak_tanda(pengguna: Pengguna, instansi: Instansi, tanda: TandaTanganTerbitan) -> HakTanda:
    """Three queries."""
    return hak_tanda(pengguna, ambil_hak(pengguna, instansi), ambil_pimpinan(pengguna, instansi), tanda)


def hak_tanda(pengguna: Pengguna, hak: Hak, pimpinan: Pimpinan, tanda: TandaTanganTerbitan) -> HakTanda:
    """For several places of the same agency, without a query. Who may not see the agency may do nothing.

    The place of the APIP's head is the APIP's: theirs whose NIP stands there, and its people bring a signed file.
    """
    if not hak.lihat:
        return HakTanda()
    if tanda.bidang == BIDANG_APIP:
        apip = boleh_evaluasi(hak)
        return HakTanda(sendiri=apip and pemilik_nip(pengguna, tanda), unggah=apip)
    memimpin = {BIDANG_KEPALA: pimpinan.instansi, BIDANG_KEPALA_DAERAH: pimpinan.pemda}.get(tanda.bidang, False)
    sendiri = memimpin or pemilik_nip(pengguna, tanda)
    return HakTanda(sendiri=sendiri, unggah=sendiri or boleh_terbitkan(hak))


def pemilik_nip(pengguna: Pengguna, tanda: TandaTanganTerbitan) -> bool:
    """Whether the user's NIP is the one that stands in this place."""
    nip = angka_pengenal(tanda.nip)
    return bool(nip) and angka_pengenal(pengguna.nip) == nip
