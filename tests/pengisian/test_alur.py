"""Every step × every state × every role: the allowed ones work and are recorded, all others are refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from kinerja.akses import daftar_peralihan
from kinerja.data_pengisian import ALUR, PERALIHAN, Langkah, StatusPengisian
from kinerja.models import AturanPengisian, CatatanPengisian, LangkahPengisian, PengisianTriwulan
from kinerja.selectors_pengisian import ambil_pengisian
from kinerja.services_pengisian import LangkahDitolak, ambil_langkah, jawab_catatan, save_catatan
from lkjip.akun.models import Pengguna
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.selectors import riwayat_terakhir
from lkjip.riwayat.services import BarisDitolak
from renstra.akses import Hak, ambil_hak
from renstra.models import Pemda, Peran
from tests.pengisian.dunia import HAK_PENUH, HARI, Dunia, atur_status, buat_dunia, buat_pengguna

pytestmark = pytest.mark.django_db
TW = 3
BOLEH: dict[tuple[str, str], tuple[str, str]] = {
    ("draf", "ajukan"): ("diajukan", "perencana pengelola admin"),
    ("diajukan", "tarik"): ("draf", "perencana pengelola admin"),
    ("diajukan", "verifikasi"): ("diverifikasi", "verifikator admin"),
    ("diajukan", "kembalikan"): ("draf", "verifikator admin"),
    ("diverifikasi", "setujui"): ("disetujui", "kepala admin"),
    ("diverifikasi", "kembalikan"): ("draf", "kepala verifikator admin"),
    ("disetujui", "kunci"): ("terkunci", "kepala pengelola admin"),
    ("disetujui", "buka"): ("draf", "kepala pengelola admin"),
    ("terkunci", "buka"): ("draf", "pengelola admin"),
}


@pytest.fixture
def dunia() -> Dunia:
    return buat_dunia()


@pytest.fixture
def ani() -> Pengguna:
    return buat_pengguna()


def _ambil(dunia: Dunia, langkah: str, oleh: Pengguna, **lain: Any) -> LangkahPengisian:
    isi: dict[str, Any] = {"hak": HAK_PENUH, "hari": HARI, "catatan": "sebab"}
    return ambil_langkah(tahun_kinerja=dunia.tahun, triwulan=TW, langkah=Langkah(langkah), oleh=oleh, **{**isi, **lain})


def _status() -> str:
    return PengisianTriwulan.objects.get(triwulan=TW).status


def test_tabel_alur_adalah_yang_diuji_di_sini() -> None:
    tertulis = {(p.dari.value, p.langkah.value): (p.ke.value, p.peran) for p in ALUR}
    assert tertulis == {kunci: (ke, frozenset(peran.split())) for kunci, (ke, peran) in BOLEH.items()}
    assert len(PERALIHAN) == len(ALUR)
    assert {p for peran in BOLEH.values() for p in peran[1].split()} <= set(Peran.values)


@pytest.mark.parametrize("peran", Peran.values)
@pytest.mark.parametrize("langkah", Langkah)
@pytest.mark.parametrize("status", StatusPengisian)
def test_langkah_hanya_oleh_perannya_dan_dari_keadaannya(
    dunia: Dunia, ani: Pengguna, status: StatusPengisian, langkah: Langkah, peran: str
) -> None:
    atur_status(dunia, TW, status)
    ke, daftar_peran = BOLEH.get((status.value, langkah.value), ("", ""))
    hak = Hak(frozenset({peran}))
    boleh = peran in daftar_peran.split()
    assert (langkah in {p.langkah for p in daftar_peralihan(hak, status)}) is boleh
    banyak, sampai = LangkahPengisian.objects.count(), riwayat_terakhir()
    if not boleh:
        with pytest.raises(PermissionDenied if ke else LangkahDitolak):
            _ambil(dunia, langkah, ani, hak=hak)
        assert (_status(), LangkahPengisian.objects.count(), riwayat_terakhir()) == (status.value, banyak, sampai)
        return
    satu = _ambil(dunia, langkah, ani, hak=hak, catatan=" sebab ")
    assert (satu.dari, satu.ke, satu.oleh, satu.nama_oleh, satu.catatan) == (status, ke, ani, "Nama ani", "sebab")
    assert _status() == ke
    ubah = Riwayat.objects.get(tabel="kinerja_pengisiantriwulan", id__gt=sampai)
    assert satu.riwayat_sampai == sampai  # what was decided upon: the history up to the step itself
    assert (ubah.nama_oleh, ubah.jalur, ubah.alasan) == ("ani", "langkah", "sebab")
    pengisian = ambil_pengisian(dunia.tahun, TW)
    assert (pengisian.oleh, pengisian.catatan, pengisian.status.value) == ("Nama ani", "sebab", ke)
    assert pengisian.sejak is not None
    assert pengisian.diterima is (ke in ("disetujui", "terkunci"))


@pytest.mark.parametrize("peralihan", [p for p in ALUR if p.wajib_catatan], ids=lambda p: f"{p.langkah}-{p.dari}")
def test_mengembalikan_dan_membuka_perlu_alasan(dunia: Dunia, ani: Pengguna, peralihan: Any) -> None:
    atur_status(dunia, TW, peralihan.dari)
    with pytest.raises(LangkahDitolak, match="Tulis alasannya"):
        _ambil(dunia, peralihan.langkah, ani, catatan="  ")
    assert _status() == peralihan.dari
    _ambil(dunia, peralihan.langkah, ani)


@pytest.mark.parametrize("langkah", ["ajukan", "tarik", "verifikasi", "setujui", "kunci"])
def test_langkah_maju_tidak_perlu_catatan(dunia: Dunia, ani: Pengguna, langkah: str) -> None:
    atur_status(dunia, TW, next(p.dari for p in ALUR if p.langkah == langkah))
    assert _ambil(dunia, langkah, ani, catatan="").catatan == ""


def test_catatan_yang_tidak_dapat_disimpan_ditolak_dengan_kalimat(dunia: Dunia, ani: Pengguna) -> None:
    with pytest.raises(LangkahDitolak, match="karakter kendali"):
        _ambil(dunia, "ajukan", ani, catatan="a\0b")


def test_baru_dapat_diajukan_pada_hari_terakhir_triwulannya(dunia: Dunia, ani: Pengguna) -> None:
    with pytest.raises(LangkahDitolak, match="baru dapat diajukan pada 30 September 2024"):
        _ambil(dunia, "ajukan", ani, hari=date(2024, 9, 29))
    assert _ambil(dunia, "ajukan", ani, hari=date(2024, 9, 30)).ke == "diajukan"


def _aturan(dunia: Dunia, **isi: Any) -> None:
    pemda = Pemda.objects.create(nama="Kabupaten A")
    dunia.instansi.pemda = pemda
    dunia.instansi.save()
    AturanPengisian.objects.create(pemda=pemda, **isi)


def test_tenggat_yang_menutup_menolak_pengajuan_sampai_diperpanjang(dunia: Dunia, ani: Pengguna) -> None:
    _aturan(dunia, hari_triwulan_3=10, tutup_setelah_tenggat=True)
    atur_status(dunia, TW, "draf")
    tenggat = date(2024, 10, 10)
    with pytest.raises(LangkahDitolak, match="ditutup sejak tenggatnya lewat, 10 Oktober 2024"):
        _ambil(dunia, "ajukan", ani, hari=tenggat + timedelta(days=1))
    PengisianTriwulan.objects.filter(triwulan=TW).update(tenggat_khusus=date(2024, 10, 20))
    _ambil(dunia, "ajukan", ani, hari=date(2024, 10, 20))
    assert _status() == "diajukan"


def test_lewat_tenggat_tanpa_aturan_menutup_tetap_dapat_diajukan(dunia: Dunia, ani: Pengguna) -> None:
    _aturan(dunia, hari_triwulan_3=10)
    assert _ambil(dunia, "ajukan", ani, hari=date(2025, 1, 1)).ke == "diajukan"


def test_tenggat_tidak_menahan_langkah_lain(dunia: Dunia, ani: Pengguna) -> None:
    _aturan(dunia, hari_triwulan_3=10, tutup_setelah_tenggat=True)
    atur_status(dunia, TW, "diajukan")
    assert _ambil(dunia, "verifikasi", ani, hari=date(2025, 1, 1)).ke == "diverifikasi"


def test_perencana_terbatas_tidak_mengambil_langkah_tetapi_peran_lainnya_tetap(dunia: Dunia, ani: Pengguna) -> None:
    terbatas = Hak(frozenset({"perencana"}), frozenset({1}))
    assert daftar_peralihan(terbatas, StatusPengisian.DRAF) == ()
    with pytest.raises(PermissionDenied):
        _ambil(dunia, "ajukan", ani, hak=terbatas)
    atur_status(dunia, TW, "diajukan")
    rangkap = Hak(frozenset({"perencana", "verifikator"}), frozenset({1}))
    with pytest.raises(PermissionDenied):
        _ambil(dunia, "tarik", ani, hak=rangkap)
    assert _ambil(dunia, "verifikasi", ani, hak=rangkap).ke == "diverifikasi"


def test_superuser_mengambil_semua_langkah(dunia: Dunia) -> None:
    root = Pengguna.objects.create_superuser("root", nama="Root", password="x")
    hak = ambil_hak(root, dunia.instansi)
    for langkah in ("ajukan", "verifikasi", "setujui", "kunci", "buka"):
        _ambil(dunia, langkah, root, hak=hak)
    assert _status() == "draf"
    assert [satu.langkah for satu in LangkahPengisian.objects.order_by("id")][-1] == "buka"


def test_catatan_pada_indikator_tampil_sampai_dijawab_dan_hanya_sekali(dunia: Dunia, ani: Pengguna) -> None:
    tempat: dict[str, Any] = {"tahun_kinerja": dunia.tahun, "triwulan": TW, "oleh": ani}
    catatan = save_catatan(**tempat, isi=" angka belum cocok ", indikator=dunia.indikator)
    assert (catatan.isi, catatan.nama_oleh, catatan.waktu_jawaban) == ("angka belum cocok", "Nama ani", None)
    assert save_catatan(**tempat, isi="uang", kode_anggaran="1").kode_anggaran == "1"
    for isi in ("  ", "a\0b"):
        with pytest.raises(BarisDitolak):
            save_catatan(**tempat, isi=isi)
    with pytest.raises(Exception, match="Tulis apa yang sudah diperbaiki"):
        jawab_catatan(catatan=catatan, jawaban=" ", oleh=ani)
    jawab_catatan(catatan=catatan, jawaban=" sudah ", oleh=ani)
    with pytest.raises(Exception, match="sudah dijawab oleh Nama ani"):
        jawab_catatan(catatan=catatan, jawaban="lagi", oleh=ani)
    assert CatatanPengisian.objects.get(pk=catatan.pk).jawaban == "sudah"
    assert Riwayat.objects.filter(tabel="kinerja_catatanpengisian", aksi="ubah").count() == 1
