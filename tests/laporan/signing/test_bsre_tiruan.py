"""The stand-in of BSrE's service: it signs like the real one, says that it is a trial, and can misbehave."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import requests

from lkjip.laporan.signing.banding import sama_dengan_kiriman
from lkjip.laporan.signing.bsre import PenandaBsre, SetelanBsre, StatusPengguna
from lkjip.laporan.signing.bsre_tiruan import PemegangTiruan, Ulah, layanan_tiruan
from lkjip.laporan.signing.bsre_tiruan_keadaan import LayananTiruan
from lkjip.laporan.signing.data import Cakupan, GagalTandaTangan, HasilTandaTangan, Rahasia
from lkjip.laporan.signing.verifikasi import verifikasi
from tests.laporan.render.verapdf import periksa_berkas
from tests.laporan.signing import pejabat_uji as pejabat
from tests.laporan.signing.berkas_uji import KOTAK, berkas_akhir
from tests.laporan.signing.layanan_skrip import jangan_tunggu
from tests.laporan.signing.pejabat_uji import SANDI, kepercayaan
from tests.laporan.signing.test_bsre import permintaan

KEPALA, GUBERNUR = "6472010101700001", "6472010101700002"
ALAMAT_V2 = "/api/v2/sign/pdf"


def layanan(ulah: Ulah = Ulah.BAIK, **lain: Any) -> LayananTiruan:
    sandi = Rahasia(SANDI)
    daftar = [
        PemegangTiruan(KEPALA, pejabat.p12(pejabat.kepala()), sandi),
        PemegangTiruan(GUBERNUR, pejabat.p12(pejabat.gubernur()), sandi),
    ]
    return LayananTiruan(daftar, "lkjip", Rahasia("tiruan"), ulah, **lain)


def penanda(alamat: str, versi: int = 2, nik: str = KEPALA, sandi: str = SANDI, totp: str = "") -> PenandaBsre:
    setelan = SetelanBsre(alamat, "lkjip", Rahasia("tiruan"), versi, detik=5)
    return PenandaBsre(setelan, nik, Rahasia(sandi), Rahasia(totp), tidur=jangan_tunggu)


@pytest.mark.parametrize("versi", [1, 2])
def test_dua_tanda_tangan_berurutan_sah_dan_menyebut_percobaan(versi: int) -> None:
    with layanan_tiruan(layanan()) as alamat:
        satu = penanda(alamat, versi).tandatangani(permintaan()).isi
        dua = penanda(alamat, versi, GUBERNUR).tandatangani(permintaan(satu, "ttd-kepala-daerah")).isi
    assert satu.startswith(berkas_akhir())
    assert dua.startswith(satu)
    assert sama_dengan_kiriman(berkas_akhir(), satu) == ()
    assert sama_dengan_kiriman(satu, dua) == ()
    hasil = verifikasi(dua, kepercayaan())
    assert hasil.sah
    assert [(d.nama, d.percobaan, d.cakupan) for d in hasil.daftar] == [
        ("Contoh Nama", True, Cakupan.SELURUH_REVISI),
        ("Contoh Gubernur", True, Cakupan.SELURUH_BERKAS),
    ]
    x1, y1, x2, y2 = KOTAK["ttd-kepala"]
    assert bidang_layanan(satu) == ("PERCOBAAN: Pengesahan", "Samarinda", [x1 + (y2 - y1), y1, x2, y2])


def bidang_layanan(isi: bytes) -> tuple[str, str, list[int]]:
    """Reason, place and box of the field that the service made, on the last page; the QR's place stays free."""
    with pikepdf.open(BytesIO(isi)) as pdf:
        bidang = next(satu for satu in pdf.pages[-1].Annots if "/V" in satu)
        return str(bidang.V.Reason), str(bidang.V.Location), [round(float(sisi)) for sisi in bidang.Rect]


def test_tetap_pdf_a_3(tmp_path: Path) -> None:
    """Slow: starts Java. The field is the service's own and not tagged, so PDF/UA-1 is lost, as with the real one."""
    berkas = tmp_path / "bsre.pdf"
    with layanan_tiruan(layanan()) as alamat:
        berkas.write_bytes(penanda(alamat).tandatangani(permintaan()).isi)
    assert periksa_berkas([f"3a:{berkas}"]) == {f"3a:{berkas}": []}


@pytest.mark.parametrize("versi", [1, 2])
def test_sandi_salah_nik_tak_dikenal_dan_sertifikat_dibekukan(versi: int) -> None:
    kini = layanan()
    kini.daftar = [*kini.daftar, replace(kini.daftar[0], nik="1" * 16, status=StatusPengguna.SUSPEND)]
    with layanan_tiruan(kini) as alamat:
        with pytest.raises(GagalTandaTangan, match="Passphrase BSrE salah") as galat:
            penanda(alamat, versi, sandi="keliru").tandatangani(permintaan())
        assert galat.value.sandi_salah
        with pytest.raises(GagalTandaTangan, match="belum terdaftar"):
            penanda(alamat, versi, "9" * 16).tandatangani(permintaan())
        with pytest.raises(GagalTandaTangan, match="dibekukan"):
            penanda(alamat, versi, "1" * 16).tandatangani(permintaan())
        setelan = SetelanBsre(alamat, "lkjip", Rahasia("keliru"), versi)
        with pytest.raises(GagalTandaTangan, match="sandi Esign Client salah"):
            PenandaBsre(setelan, KEPALA, Rahasia(SANDI)).status()
    assert kini.banyak_tanda == 0


def test_kode_sekali_pakai_berlaku_sekali() -> None:
    kabar: list[str] = []
    with layanan_tiruan(layanan(kabar=kabar.append)) as alamat:
        penanda(alamat).minta_totp()
        kode = next(satu for satu in kabar if "Kode" in satu).rpartition(" ")[2]
        assert penanda(alamat, sandi="", totp=kode).tandatangani(permintaan()).isi.startswith(berkas_akhir())
        with pytest.raises(GagalTandaTangan, match="Kode sekali pakai salah"):
            penanda(alamat, sandi="", totp=kode).tandatangani(permintaan())
    assert not [satu for satu in kabar if KEPALA in satu]


def coba(ulah: Ulah, versi: int) -> tuple[LayananTiruan, HasilTandaTangan | GagalTandaTangan]:
    kini = layanan(ulah)
    with layanan_tiruan(kini) as alamat:
        try:
            return kini, penanda(alamat, versi).tandatangani(permintaan())
        except GagalTandaTangan as galat:
            return kini, galat


@pytest.mark.parametrize("versi", [1, 2])
@pytest.mark.parametrize(
    ("ulah", "mungkin", "banyak"),
    [(Ulah.SIBUK, False, 0), (Ulah.GALAT_500, True, 0), (Ulah.JSON_RUSAK, True, 1), (Ulah.PUTUS, True, 1)],
)
def test_gangguan_layanan_menjadi_kalimat(ulah: Ulah, mungkin: bool, banyak: int, versi: int) -> None:
    kini, hasil = coba(ulah, versi)
    assert isinstance(hasil, GagalTandaTangan)
    assert (hasil.mungkin_terjadi, kini.banyak_tanda) == (mungkin, banyak)


def test_jawaban_yang_putus_di_tengah_diambil_lagi_pada_versi_1() -> None:
    kini, hasil = coba(Ulah.PUTUS_DI_TENGAH, 1)
    assert isinstance(hasil, HasilTandaTangan)
    assert verifikasi(hasil.isi, kepercayaan()).sah
    assert kini.banyak_tanda == 1
    assert isinstance(coba(Ulah.PUTUS_DI_TENGAH, 2)[1], GagalTandaTangan)


@pytest.mark.parametrize(
    ("ulah", "sah", "sama"),
    [(Ulah.BERKAS_LAIN, True, False), (Ulah.TULIS_ULANG, True, True), (Ulah.ORANG_LAIN, True, True)],
)
def test_berkas_yang_menyimpang_sampai_ke_pemeriksa(ulah: Ulah, sah: bool, sama: bool) -> None:
    """It is who called that judges: other pages and other people are seen there."""
    _, hasil = coba(ulah, 1)
    assert isinstance(hasil, HasilTandaTangan)
    terbaca = verifikasi(hasil.isi, kepercayaan())
    assert (terbaca.sah, sama_dengan_kiriman(berkas_akhir(), hasil.isi) == ()) == (sah, sama)
    assert (terbaca.daftar[0].nama == "Contoh Gubernur") == (ulah is Ulah.ORANG_LAIN)


def test_unduhan_hanya_sekali_dan_permintaan_rusak_ditolak() -> None:
    kini = layanan()
    with layanan_tiruan(kini) as alamat:
        isi, masuk = penanda(alamat, 1).tandatangani(permintaan()), ("lkjip", "tiruan")
        unduh = f"{alamat}/api/sign/download/{isi.id_dokumen}"
        assert requests.get(unduh, auth=masuk, timeout=5).content == isi.isi
        assert requests.get(unduh, auth=masuk, timeout=5).status_code == 404
        assert requests.get(unduh, timeout=5).status_code == 401
        for badan in (b"", b"{", b"[]", b'{"file": [], "signatureProperties": []}'):
            assert requests.post(alamat + ALAMAT_V2, badan, auth=masuk, timeout=5).status_code == 400
        assert requests.post(f"{alamat}/api/sign/pdf", b"x", auth=masuk, timeout=5).status_code == 400
        assert requests.post(f"{alamat}/lain", b"x", auth=masuk, timeout=5).status_code == 404
        berkas = {"signed_file": isi.isi}
        periksa = requests.post(f"{alamat}/api/sign/verify", files=berkas, auth=masuk, timeout=5).json()
    assert (periksa["jumlah_signature"], periksa["notes"]) == (1, "PERCOBAAN")
