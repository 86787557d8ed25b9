"""The one-time link: it is good once, for one person, for a while; and the forgotten password tells nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kinerja.models import Evaluasi, TimEvaluasi
from kinerja.services_skema import pastikan_skema
from lkjip.akun.models import Pengguna
from lkjip.akun.tautan import tautan_sandi
from lkjip.kelola.services_pengguna import batalkan_undangan
from renstra.models import Instansi, Penugasan
from tests.kelola.surat_uji import tautan, tunggu
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SANDI as LAMA
from tests.situs.pemeran import SENDIRI

Kotak = list[EmailMessage]
SANDI = "gunung-salak-19"
ANI = "ani@contoh.go.id"


def _pemda() -> int:
    return Instansi.objects.get(kode=SENDIRI).pemda_id or 0


def _undang(sebagai: _Sebagai, mailoutbox: Kotak) -> tuple[Pengguna, str]:
    isi = {"nama": "Ani", "email": ANI, "peran": "perencana", "instansi": str(Instansi.objects.get(kode=SENDIRI).pk)}
    sebagai("pengelola").post(reverse("undang_pengguna", args=[_pemda()]), isi)
    return Pengguna.objects.get(email=ANI), tautan(mailoutbox[-1])


def _lakukan(sebagai: _Sebagai, orang: Pengguna, aksi: str) -> None:
    assert (
        sebagai("pengelola").post(reverse("pengguna_pemda", args=[_pemda(), orang.pk]), {"aksi": aksi}).status_code
        == 302
    )


def _buka(alamat: str, tamu: Client | None = None) -> tuple[Client, Any]:
    tamu = tamu or Client()
    return tamu, tamu.get(alamat, follow=True)


def _setel(tamu: Client, jawaban: Any, sandi: str = SANDI) -> Any:
    return tamu.post(jawaban.request["PATH_INFO"], {"new_password1": sandi, "new_password2": sandi})


def _mati(alamat: str) -> bool:
    return "Tautan ini tidak berlaku" in _buka(alamat)[1].content.decode()


def test_tautan_menyebut_pengundang_dan_tugas_lalu_memasukkan(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    _, alamat = _undang(sebagai, mailoutbox)
    tamu, halaman = _buka(alamat)
    isi = halaman.content.decode()
    assert "diundang oleh Tuan pengelola" in isi
    assert "Dinas Uji DINAS-A1" in isi
    assert alamat not in halaman.request["PATH_INFO"]  # the token has left the address
    assert _setel(tamu, halaman).headers["Location"] == reverse("beranda")
    assert "Selamat datang, Ani" in tamu.get(reverse("beranda")).content.decode()
    assert Client().login(username=ANI, password=SANDI)


def test_tautan_hanya_sekali_pakai(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    _, alamat = _undang(sebagai, mailoutbox)
    tamu, halaman = _buka(alamat)
    lain, halaman_lain = _buka(alamat)
    _setel(tamu, halaman)
    assert _mati(alamat)
    assert "Tautan ini tidak berlaku" in _setel(lain, halaman_lain, "sandi-pencuri-9").content.decode()
    assert Client().login(username=ANI, password=SANDI)


def test_undangan_lagi_mematikan_tautan_lama(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    orang, lama = _undang(sebagai, mailoutbox)
    _lakukan(sebagai, orang, "kirim_ulang")
    assert _mati(lama)
    assert not _mati(tautan(mailoutbox[-1]))


def test_tautan_yang_dinonaktifkan_mati_juga_setelah_aktif_lagi(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    orang, alamat = _undang(sebagai, mailoutbox)
    _lakukan(sebagai, orang, "nonaktifkan")
    assert _mati(alamat)
    _lakukan(sebagai, orang, "aktifkan")
    assert _mati(alamat)


def test_tautan_dibatalkan_mati(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    orang, alamat = _undang(sebagai, mailoutbox)
    _lakukan(sebagai, orang, "batalkan")
    assert _mati(alamat)


def test_undangan_anggota_tim_evaluasi_tidak_dibatalkan(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    orang, _ = _undang(sebagai, mailoutbox)
    instansi = Instansi.objects.get(kode=SENDIRI)
    evaluasi = Evaluasi.objects.create(
        instansi=instansi, tahun=2024, skema=pastikan_skema("permenpan88_2021"), tingkat="subkomponen",
        asal="dikerjakan", tahap="penilaian",
    )  # fmt: skip
    TimEvaluasi.objects.create(evaluasi=evaluasi, pengguna=orang, peran="anggota")
    assert instansi.pemda is not None
    with pytest.raises(ValidationError, match="anggota tim evaluasi"):
        batalkan_undangan(pemda=instansi.pemda, pengguna=orang, oleh=sebagai.pemeran["pengelola"])
    assert Penugasan.objects.filter(pengguna=orang).exists()


def test_tautan_kedaluwarsa(sebagai: _Sebagai, mailoutbox: Kotak, settings: Settings) -> None:
    _, alamat = _undang(sebagai, mailoutbox)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert _mati(alamat)


@pytest.mark.usefixtures("pemeran")
@pytest.mark.parametrize("alamat", ["/sandi/x/y/", "/sandi/MQ/abc-def/", "/sandi/%00/%00/", "/sandi/MQ/set-password/"])
def test_tautan_karangan(alamat: str) -> None:
    assert _mati(alamat)


def test_tautan_orang_lain_tidak_dapat_ditukar(sebagai: _Sebagai, mailoutbox: Kotak) -> None:
    _, alamat = _undang(sebagai, mailoutbox)
    token = alamat.rstrip("/").rpartition("/")[2]
    for korban in ("pengelola", "admin"):
        uid = tautan_sandi(sebagai.pemeran[korban]).split("/sandi/")[1].split("/")[0]
        assert _mati(f"/sandi/{uid}/{token}/")


@pytest.mark.parametrize("sandi", ["pendek", "12345678", "password"])
def test_sandi_lemah_ditolak(sebagai: _Sebagai, mailoutbox: Kotak, sandi: str) -> None:
    _, alamat = _undang(sebagai, mailoutbox)
    tamu, halaman = _buka(alamat)
    assert _setel(tamu, halaman, sandi).status_code == 200
    assert not Client().login(username=ANI, password=sandi)


def _lupa(siapa: str, client: Client | None = None) -> str:
    return (client or Client()).post(reverse("lupa_akses"), {"siapa": siapa}).content.decode()


def _ber_surel(pemeran: dict[str, Pengguna], nama: str = "perencana") -> Pengguna:
    orang = pemeran[nama]
    orang.email = f"{nama}@contoh.go.id"
    orang.save()
    return orang


def test_lupa_sandi_mengirim_tautan_menurut_nama_atau_surel(pemeran: dict[str, Pengguna], mailoutbox: Kotak) -> None:
    orang = _ber_surel(pemeran)
    _lupa("perencana")
    _lupa(" PERENCANA@contoh.go.id")
    surat = tunggu(mailoutbox, 2)
    assert [s.to for s in surat] == [[orang.email]] * 2
    tamu, halaman = _buka(tautan(surat[0]))
    assert "diundang oleh" not in halaman.content.decode()
    assert _setel(tamu, halaman).status_code == 302
    assert _mati(tautan(surat[1]))  # the password has changed since


def test_lupa_sandi_menjawab_sama_bagi_siapa_pun(pemeran: dict[str, Pengguna], mailoutbox: Kotak) -> None:
    _ber_surel(pemeran)
    nonaktif = _ber_surel(pemeran, "kepala")
    nonaktif.is_active = False
    nonaktif.save()
    Pengguna.objects.create_user("undangan", "undangan@contoh.go.id", nama="Belum")
    nama = ("perencana", "kepala", "undangan", "tidak-ada", "verifikator", "x" * 254, "' OR 1=1 --")
    assert len({_lupa(satu) for satu in nama}) == 1
    assert len(tunggu(mailoutbox, 1)) == 1


@pytest.mark.usefixtures("pemeran")
@pytest.mark.parametrize("siapa", ["", " ", "x" * 255, "a\x00b"])
def test_lupa_sandi_isian_keliru(siapa: str, mailoutbox: Kotak) -> None:
    assert "sedang dikirim" not in _lupa(siapa)
    assert mailoutbox == []


def test_kotak_surat_seseorang_tidak_dapat_dibanjiri(
    pemeran: dict[str, Pengguna], mailoutbox: Kotak, settings: Settings
) -> None:
    _ber_surel(pemeran)
    for n in range(12):
        assert "sedang dikirim" in _lupa("perencana", Client(REMOTE_ADDR=f"10.0.0.{n}"))
    assert len(tunggu(mailoutbox, settings.GAGAL_MASUK_MAKS)) == settings.GAGAL_MASUK_MAKS


def test_lupa_sandi_tidak_menghalangi_masuk(pemeran: dict[str, Pengguna]) -> None:
    for _ in range(8):
        _lupa("perencana")
    assert Client().post(reverse("masuk"), {"username": "perencana", "password": LAMA}).status_code == 302
    assert Penugasan.objects.filter(pengguna=pemeran["perencana"]).exists()
