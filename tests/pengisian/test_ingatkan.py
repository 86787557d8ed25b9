"""`manage.py ingatkan`: gathered into one letter, never twice, and what failed is tried again."""

from __future__ import annotations

import threading
from datetime import date
from io import StringIO
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from kinerja.data_pengisian import Langkah
from lkjip.akun.models import Pengguna
from lkjip.pengisian.models import PengingatTerkirim
from lkjip.pengisian.services import jalankan_langkah
from lkjip.pengisian.services_pengingat import kirim_pengingat
from renstra.akses import ambil_hak
from renstra.models import Penugasan, TahunKinerja
from renstra.selectors import indikator_per_kode
from tests.situs.pemeran import SENDIRI, siapkan_pemeran

Pemeran = dict[str, Pengguna]
MENJELANG, MENDESAK, LEWAT = date(2025, 1, 10), date(2025, 1, 14), date(2025, 1, 16)


@pytest.fixture(autouse=True)
def _alamat_situs(settings: Settings) -> None:
    settings.ALAMAT_SITUS = "https://lkjip.contoh.go.id"


@pytest.fixture
def berpos(pemeran: Pemeran) -> Pemeran:
    _beri_alamat(pemeran)
    return pemeran


def _beri_alamat(pemeran: Pemeran) -> None:
    for nama, pengguna in pemeran.items():
        pengguna.email = f"{nama}@contoh.go.id"
        pengguna.save(update_fields=["email"])


def _jalankan(hari: date, *pilihan: str) -> str:
    keluaran = StringIO()
    call_command("ingatkan", f"--hari={hari}", *pilihan, stdout=keluaran, stderr=keluaran)
    return keluaran.getvalue()


def _kepada(nama: str) -> list[EmailMessage]:
    return [surat for surat in mail.outbox if surat.to == [f"{nama}@contoh.go.id"]]


def _langkah(oleh: Pengguna, langkah: str, **lain: object) -> None:
    tahun = TahunKinerja.objects.select_related("instansi", "renstra").get(instansi__kode=SENDIRI)
    jalankan_langkah(
        tahun_kinerja=tahun,
        triwulan=4,
        langkah=Langkah(langkah),
        oleh=oleh,
        hak=ambil_hak(oleh, tahun.instansi),
        hari=date(2025, 1, 2),
        **lain,  # type: ignore[arg-type]
    )


def test_satu_surat_seorang_dan_tidak_dua_kali(berpos: Pemeran) -> None:
    _langkah(berpos["perencana"], "ajukan")
    _langkah(berpos["verifikator"], "kembalikan", catatan="Perbaiki sumbernya")
    assert "Terkirim: 1 surat" in _jalankan(MENJELANG)
    (surat,) = mail.outbox
    assert surat.to == ["perencana@contoh.go.id"]
    assert surat.subject == "[LKjIP] 2 hal menunggu Anda"
    isi = str(surat.body)
    assert "Triwulan IV 2024 belum diajukan: tenggat 15 Januari 2025, 5 hari lagi." in isi
    assert "dikembalikan oleh Tuan verifikator" in isi
    assert "Perbaiki sumbernya" in isi
    assert f"https://lkjip.contoh.go.id/instansi/{SENDIRI}/2024/pengisian/4/kirim/" in isi
    assert "Terkirim: 0 surat" in _jalankan(MENJELANG)
    assert len(mail.outbox) == 1


def test_semakin_dekat_lalu_lewat_diingatkan_lagi_paling_banyak_seminggu_sekali(berpos: Pemeran) -> None:
    for hari in (
        MENJELANG,
        date(2025, 1, 12),
        MENDESAK,
        date(2025, 1, 15),
        LEWAT,
        date(2025, 1, 22),
        date(2025, 1, 23),
        date(2026, 1, 1),
    ):
        _jalankan(hari)
    judul = [str(s.body).split("belum diajukan: ")[1].split(".\n")[0] for s in _kepada("perencana")]
    assert [j.partition(", ")[2] for j in judul if "Januari 2025" in j] == [
        "5 hari lagi",
        "1 hari lagi",
        "terlambat 1 hari",
        "terlambat 8 hari",
    ]


def test_langkah_baru_surat_baru(berpos: Pemeran) -> None:
    for _ in range(2):
        _langkah(berpos["perencana"], "ajukan")
        _jalankan(date(2025, 1, 2))
        _langkah(berpos["perencana"], "tarik")
    assert [s.subject for s in _kepada("verifikator")] == ["[LKjIP] Triwulan IV 2024 menunggu Anda"] * 2
    _langkah(berpos["perencana"], "ajukan")
    _langkah(berpos["verifikator"], "verifikasi")
    _jalankan(date(2025, 1, 3))
    assert "menunggu persetujuan Anda" in str(_kepada("kepala")[0].body)


def test_yang_terbatas_pada_unit_hanya_tentang_isian_unitnya(berpos: Pemeran) -> None:
    """I1 is Bidang A's: its fourth quarter is filled in, the third is not; Bidang B answers for nothing."""
    _jalankan(MENJELANG)
    assert not _kepada("perencana_unit")
    _jalankan(date(2024, 10, 10))
    assert len(_kepada("perencana_unit")) == 1
    assert not _kepada("perencana_unit_lain")
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI)
    _langkah(berpos["perencana"], "ajukan")
    catatan = {indikator_per_kode(tahun)["I1"]: "Periksa"}
    _langkah(berpos["verifikator"], "kembalikan", catatan_indikator=catatan)
    _jalankan(date(2025, 1, 3))
    assert "dikembalikan" in str(_kepada("perencana_unit")[-1].body)
    assert not _kepada("perencana_unit_lain")


def test_hanya_yang_bertugas_pada_hari_itu(berpos: Pemeran) -> None:
    Penugasan.objects.filter(pengguna=berpos["perencana"]).update(berlaku_sampai=date(2025, 1, 9))
    _jalankan(MENJELANG)
    assert mail.outbox == []
    _jalankan(date(2025, 1, 9))
    assert [s.to for s in mail.outbox] == [["perencana@contoh.go.id"]]


def test_tanpa_alamat_dan_tidak_aktif_disebut(berpos: Pemeran) -> None:
    Pengguna.objects.filter(username="perencana").update(email="")
    Pengguna.objects.filter(username="perencana_unit").update(is_active=False)
    keluaran = _jalankan(date(2024, 10, 10))
    assert "Dilewati: Tuan perencana (perencana), belum punya alamat email." in keluaran
    assert "Dilewati: Tuan perencana_unit (perencana_unit), akun tidak aktif." in keluaran
    assert mail.outbox == []


def test_periksa_saja_tidak_menulis_dan_tidak_mengirim(berpos: Pemeran) -> None:
    assert "Akan dikirim: 1 surat" in _jalankan(MENJELANG, "--periksa-saja")
    assert mail.outbox == []
    assert not PengingatTerkirim.objects.exists()


def test_surat_yang_gagal_dicoba_lagi(berpos: Pemeran, monkeypatch: pytest.MonkeyPatch) -> None:
    def putus(surat: EmailMessage, *args: object) -> int:
        raise SMTPServerDisconnected("server surat memutus sambungan")

    with monkeypatch.context() as sementara:
        sementara.setattr(EmailMessage, "send", putus)
        with pytest.raises(CommandError, match="1 surat gagal dikirim dan akan dicoba lagi"):
            _jalankan(MENJELANG)
    assert not PengingatTerkirim.objects.exists()
    assert "Terkirim: 1 surat" in _jalankan(MENJELANG)


def test_tanpa_alamat_situs_ditolak(berpos: Pemeran, settings: Settings) -> None:
    settings.ALAMAT_SITUS = ""
    with pytest.raises(CommandError, match="LKJIP_ALAMAT_SITUS"):
        _jalankan(MENJELANG)
    with pytest.raises(CommandError, match="bukan tanggal"):
        call_command("ingatkan", "--hari=besok")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="dua penulis sekaligus hanya di PostgreSQL")
def test_dua_panggilan_sekaligus_mengirim_sekali() -> None:
    _beri_alamat(siapkan_pemeran())
    mulai = threading.Barrier(4)

    def jalankan() -> None:
        mulai.wait()
        try:
            kirim_pengingat(hari=MENJELANG)
        finally:
            connection.close()

    benang = [threading.Thread(target=jalankan) for _ in range(4)]
    for satu in benang:
        satu.start()
    for satu in benang:
        satu.join()
    assert len(mail.outbox) == 1
    assert PengingatTerkirim.objects.count() == 1
