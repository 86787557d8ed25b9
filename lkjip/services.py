"""Demo accounts: one user a role, so that a fresh installation can be tried at once."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.text import slugify

from lkjip.akun.models import Pengguna
from lkjip.evaluasi.data_contoh import NAMA_PEMDA
from lkjip.evaluasi.services_contoh import AKUN_TIM
from lkjip.halaman.unit_kerja import daftar_teks_tanpa_unit
from lkjip.kelola.services_publik import save_halaman_publik
from lkjip.laporan.models import HalamanPublik
from lkjip.pengisian.selectors_alur import daftar_teks_penanggung_jawab
from lkjip.riwayat.services import konteks_riwayat
from renstra.data import JenisPemda
from renstra.models import Instansi, Pemda, Penugasan, Peran, UnitKerja, UnitPenugasan
from renstra.selectors import daftar_tahun
from renstra.selectors_unit import load_unit

_UTAMA = ("BKD-KALTIM", "Badan Kepegawaian Daerah Provinsi Kalimantan Timur", "Provinsi Kalimantan Timur")
_PENGANTAR = "Halaman contoh: dokumen di sini dibuat untuk mencoba sistem, dan tidak punya kekuatan hukum."
_BIDANG, _UNIT_BIDANG = "bidang", "Sekretariat"
_SEBUTAN = {_BIDANG: "Bidang", "ketua": "Ketua Tim", "pengendali": "Pengendali"}
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
        akun = [
            _save_akun(nama, peran, sandi, instansi=instansi, pemda=pemda)
            for nama, peran, instansi, pemda in (
                ("perencana", Peran.PERENCANA, utama, None),
                ("verifikator", Peran.VERIFIKATOR, utama, None),
                ("kepala", Peran.KEPALA, utama, None),
                ("inspektorat", Peran.INSPEKTORAT, None, utama.pemda),
                ("ketua", Peran.INSPEKTORAT, None, utama.pemda),
                ("pengendali", Peran.INSPEKTORAT, None, utama.pemda),
                ("pengelola", Peran.PENGELOLA, None, utama.pemda),
                ("perencana-kalbar", Peran.PERENCANA, kedua, None),
                (_BIDANG, Peran.PERENCANA, utama, None),
                ("admin", Peran.ADMIN, None, None),
            )
        ]
        _batasi_bidang(utama)
        _buka_halaman_publik(utama)
        akun += _akun_pemda_buatan(sandi)
        return [replace(a, lingkup=f"{a.lingkup}, unit {_UNIT_BIDANG}") if a.nama_masuk == _BIDANG else a for a in akun]


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
    sebutan = _SEBUTAN.get(nama_masuk, peran.label.partition(" ")[0])
    pengguna = pengguna or Pengguna(username=nama_masuk, nama=f"{sebutan} Contoh")
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


def _akun_pemda_buatan(sandi: str) -> list[AkunDemo]:
    """The evaluators of the made-up pemda and the head of its first agency, where it was made."""
    pemda = Pemda.objects.filter(nama=NAMA_PEMDA).first()
    if pemda is None:
        return []
    pertama = Instansi.objects.filter(pemda=pemda).order_by("kode").first()
    return [
        *(_save_akun(nama, Peran.INSPEKTORAT, sandi, instansi=None, pemda=pemda) for nama, *_ in AKUN_TIM),
        _save_akun("perencana-contoh", Peran.PERENCANA, sandi, instansi=pertama, pemda=None),
        _save_akun("kepala-contoh", Peran.KEPALA, sandi, instansi=pertama, pemda=None),
    ]


def _buka_halaman_publik(instansi: Instansi) -> None:
    """The pemda of the demo shows what it publishes, unless somebody has said already whether it does."""
    pemda = instansi.pemda
    if pemda is not None and not HalamanPublik.objects.filter(pemda=pemda).exists():
        save_halaman_publik(pemda=pemda, alamat=slugify(pemda.nama), pengantar=_PENGANTAR, oleh=None, aktif=True)


def _batasi_bidang(instansi: Instansi) -> None:
    """Units as the texts of the demo workbook name them, and a user who fills in for one of them only."""
    tahun = daftar_tahun(instansi).first()
    daftar_teks = daftar_teks_penanggung_jawab(tahun) if tahun else []
    dikenal = daftar_teks_tanpa_unit(
        [_UNIT_BIDANG, *daftar_teks], load_unit(instansi), nama_instansi=(instansi.nama, instansi.singkatan)
    )
    for teks in dikenal:
        unit = UnitKerja(instansi=instansi, nama=teks.teks)
        unit.full_clean()
        unit.save()
    penugasan = Penugasan.objects.get(pengguna__username=_BIDANG, instansi=instansi)
    unit_bidang = UnitKerja.objects.get(instansi=instansi, nama=_UNIT_BIDANG)
    UnitPenugasan.objects.get_or_create(penugasan=penugasan, unit=unit_bidang)
