"""Demo accounts: one user a role, so that a fresh installation can be tried at once."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.akun.models import Pengguna
from lkjip.riwayat.services import konteks_riwayat
from renstra.data import JenisPemda
from renstra.models import Instansi, Pemda, Penugasan, Peran

_UTAMA = ("BKD-KALTIM", "Badan Kepegawaian Daerah Provinsi Kalimantan Timur", "Provinsi Kalimantan Timur")
_KEDUA = ("BKD-KALBAR", "Badan Kepegawaian Daerah Provinsi Kalimantan Barat", "Provinsi Kalimantan Barat")


@dataclass(frozen=True)
class AkunDemo:
    """A log-in to be printed; `lingkup` is the agency or the pemda that it is for."""

    nama_masuk: str
    peran: str
    lingkup: str


def save_akun_demo(*, sandi: str) -> list[AkunDemo]:
    """Users of all roles with the password `sandi`. Repeatable: what is there is kept, the password is set again."""
    with konteks_riwayat(jalur="perintah", alasan="akun demo"):
        utama, kedua = _save_instansi(*_UTAMA), _save_instansi(*_KEDUA)
        return [
            _save_akun(nama, peran, sandi, instansi=instansi, pemda=pemda)
            for nama, peran, instansi, pemda in (
                ("perencana", Peran.PERENCANA, utama, None),
                ("verifikator", Peran.VERIFIKATOR, utama, None),
                ("kepala", Peran.KEPALA, utama, None),
                ("inspektorat", Peran.INSPEKTORAT, None, utama.pemda),
                ("pengelola", Peran.PENGELOLA, None, utama.pemda),
                ("perencana-kalbar", Peran.PERENCANA, kedua, None),
                ("admin", Peran.ADMIN, None, None),
            )
        ]


def _save_instansi(kode: str, nama: str, nama_pemda: str) -> Instansi:
    """The agency as the demo workbooks have imported it; without them, an empty one of the same name."""
    instansi = Instansi.objects.select_related("pemda").filter(kode=kode).first()
    if instansi is None or instansi.pemda is None:
        pemda = Pemda.objects.filter(nama=nama_pemda, jenis=JenisPemda.PROVINSI).first()
        pemda = pemda or Pemda.objects.create(nama=nama_pemda, jenis=JenisPemda.PROVINSI)
        instansi = instansi or Instansi(kode=kode, nama=nama)
        instansi.pemda = pemda
        instansi.full_clean()
        instansi.save()
    return instansi


def _save_akun(
    nama_masuk: str, peran: Peran, sandi: str, *, instansi: Instansi | None, pemda: Pemda | None
) -> AkunDemo:
    admin = peran is Peran.ADMIN
    pengguna = Pengguna.objects.filter(username=nama_masuk).first()
    pengguna = pengguna or Pengguna(username=nama_masuk, nama=f"{peran.label.partition(' ')[0]} Contoh")
    pengguna.is_staff = pengguna.is_superuser = admin
    if not pengguna.check_password(sandi):
        pengguna.set_password(sandi)
    pengguna.full_clean()
    pengguna.save()
    if not Penugasan.objects.filter(pengguna=pengguna, peran=peran, instansi=instansi, pemda=pemda).exists():
        penugasan = Penugasan(pengguna=pengguna, peran=peran, instansi=instansi, pemda=pemda)
        penugasan.full_clean()
        penugasan.save()
    return AkunDemo(nama_masuk, str(peran.label), str(instansi or pemda or "semua instansi"))
