"""BSrE's Esign Client: what is asked, what every answer means, and that nothing is signed twice or told to anybody."""

from __future__ import annotations

import base64
import json
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.laporan.signing.bsre import PenandaBsre, SetelanBsre, StatusPengguna, Tampilan
from lkjip.laporan.signing.bsre_jawaban import baca_id, baca_pdf, baca_status, gagal, tolakan
from lkjip.laporan.signing.bsre_layanan import Jawaban, Putus
from lkjip.laporan.signing.data import GagalTandaTangan, PermintaanTandaTangan, Rahasia, Stempel
from lkjip.laporan.signing.letak import TAK_TERBACA, letak_bidang
from tests.laporan.signing import tertanda
from tests.laporan.signing.berkas_uji import KOTAK, berkas_akhir
from tests.laporan.signing.layanan_skrip import Balasan, Skrip, balas, jangan_tunggu, layanan_skrip

NIK, SANDI, SANDI_LAYANAN = "6472010101700001", "Frasa Sandi ä/9", "sandi-layanan"
AKTIF = balas(status="ISSUE")
PDF = b"%PDF-1.7 sudah ditandatangani"
PDF_V1 = Balasan(200, PDF, "application/pdf", {"id_dokumen": "a1B2"})


def permintaan(isi: bytes | None = None, bidang: str = "ttd-kepala") -> PermintaanTandaTangan:
    stempel = Stempel("Contoh Nama", "Kepala Badan")
    return PermintaanTandaTangan(berkas_akhir() if isi is None else isi, bidang, stempel, "Pengesahan", "Samarinda")


def penanda(
    alamat: str, versi: int = 2, *, sandi: str = SANDI, totp: str = "", tidur: Any = None, **lain: Any
) -> PenandaBsre:
    setelan = SetelanBsre(alamat, "lkjip", Rahasia(SANDI_LAYANAN), versi, **({"detik": 3, "detik_sambung": 2} | lain))
    return PenandaBsre(setelan, NIK, Rahasia(sandi), Rahasia(totp), tidur=tidur or jangan_tunggu)


def ditolak(skrip: Skrip, versi: int = 2, **lain: Any) -> GagalTandaTangan:
    with pytest.raises(GagalTandaTangan) as galat:
        penanda(skrip.alamat, versi, **lain).tandatangani(permintaan())
    return galat.value


def test_versi_1_mengirim_formulir_dan_menerima_pdf() -> None:
    with layanan_skrip(AKTIF, PDF_V1) as skrip:
        hasil = penanda(skrip.alamat, 1).tandatangani(permintaan())
    assert (hasil.isi, hasil.id_dokumen) == (PDF, "a1B2")
    status, tanda = skrip.tanya
    assert (status.metode, status.jalur) == ("GET", f"/api/user/status/{NIK}")
    assert (tanda.metode, tanda.jalur) == ("POST", "/api/sign/pdf")
    dasar = base64.b64encode(f"lkjip:{SANDI_LAYANAN}".encode()).decode()
    assert {satu.kepala["Authorization"] for satu in skrip.tanya} == {f"Basic {dasar}"}
    isi = tanda.formulir
    assert isi.pop("file") == berkas_akhir()
    assert isi.pop("imageTTD").startswith(b"\x89PNG")
    # The field is 213 × 74 points; the QR of 74 points at its left is printed already.
    assert isi == {
        "nik": NIK.encode(), "passphrase": SANDI.encode(), "reason": b"Pengesahan", "location": b"Samarinda",
        "tampilan": b"visible", "image": b"true", "page": b"2", "xAxis": b"134", "yAxis": b"120", "width": b"139",
        "height": b"74",
    }  # fmt: skip


def test_versi_2_mengirim_json_dan_menghitung_dari_atas() -> None:
    with layanan_skrip(AKTIF, balas(time=1, file=[base64.b64encode(PDF).decode()])) as skrip:
        assert penanda(skrip.alamat).tandatangani(permintaan()).isi == PDF
    status, tanda = skrip.tanya
    assert (status.jalur, status.json) == ("/api/v2/user/check/status", {"nik": NIK})
    assert tanda.jalur == "/api/v2/sign/pdf"
    isi = tanda.json
    assert base64.b64decode(isi["file"][0]) == berkas_akhir()
    assert (isi["nik"], isi["passphrase"], "totp" in isi) == (NIK, SANDI, False)
    (sifat,) = isi["signatureProperties"]
    assert base64.b64decode(sifat.pop("imageBase64")).startswith(b"\x89PNG")
    tinggi = letak_bidang(berkas_akhir(), "ttd-kepala").tinggi_halaman
    atas = round(tinggi - KOTAK["ttd-kepala"][3], 2)
    assert sifat == {
        "tampilan": "VISIBLE", "page": 2, "originX": 134.0, "originY": atas, "width": 139.0, "height": 74.0,
        "reason": "Pengesahan", "location": "Samarinda",
    }  # fmt: skip


@pytest.mark.parametrize("versi", [1, 2])
def test_penanda_di_teks_dan_tanda_tangan_tak_terlihat(versi: int) -> None:
    def sifat(**lain: Any) -> dict[str, Any]:
        with layanan_skrip(AKTIF, PDF_V1) as skrip:
            penanda(skrip.alamat, versi, **lain).tandatangani(permintaan())
        if versi == 2:
            return dict(skrip.tanya[1].json["signatureProperties"][0])
        return {nama: nilai.decode(errors="replace") for nama, nilai in skrip.tanya[1].formulir.items()}

    tag = sifat(tag="#")
    assert tag["tag_koordinat"] == "#"
    assert float(tag["width"]) == 139
    assert not {"page", "xAxis", "originX"} & set(tag)
    gelap = sifat(tampilan=Tampilan.TAK_TERLIHAT)
    assert gelap["tampilan"].lower() == "invisible"
    assert not {"page", "width", "imageTTD", "imageBase64"} & set(gelap)
    if versi == 1:
        sudut = sifat(sudut=True)
        assert (sudut["width"], sudut["height"]) == ("273", "194")


def test_kode_sekali_pakai_menggantikan_passphrase() -> None:
    with layanan_skrip(AKTIF, balas(message="ok"), AKTIF, balas(file=[base64.b64encode(PDF).decode()])) as skrip:
        bsre = penanda(skrip.alamat, totp="123456")
        bsre.minta_totp()
        bsre.tandatangani(permintaan())
    assert (skrip.tanya[1].jalur, skrip.tanya[1].json) == ("/api/v2/sign/get/totp", {"nik": NIK, "data": 1})
    assert skrip.tanya[3].json["totp"] == "123456"
    assert "passphrase" not in skrip.tanya[3].json


def test_yang_kurang_ditolak_sebelum_bertanya() -> None:
    with layanan_skrip() as skrip:
        for versi, sandi, totp in ((1, "", "123456"), (2, "", "")):
            assert "passphrase" in ditolak(skrip, versi, sandi=sandi, totp=totp).pesan
        with pytest.raises(GagalTandaTangan, match="16 angka"):
            PenandaBsre(SetelanBsre(skrip.alamat), "12", Rahasia("x")).status()
        with pytest.raises(GagalTandaTangan, match="versi 1 tidak mengenal kode"):
            penanda(skrip.alamat, 1).minta_totp()
        for isi, bidang, pesan in (
            (None, "ttd-lain", "tidak mempunyai kotak"), (tertanda.sekali(), "ttd-kepala", "sudah ditandatangani"),
            (b"bukan pdf", "ttd-kepala", TAK_TERBACA),
        ):  # fmt: skip
            with pytest.raises(GagalTandaTangan, match=pesan):
                penanda(skrip.alamat).tandatangani(permintaan(isi, bidang))
    assert skrip.tanya == []


@pytest.mark.parametrize("status", [satu for satu in StatusPengguna if satu is not StatusPengguna.ISSUE])
@pytest.mark.parametrize("versi", [1, 2])
def test_hanya_yang_berstatus_issue_dikirimi_berkas(status: StatusPengguna, versi: int) -> None:
    with layanan_skrip(balas(status_code=1111, status=status.value)) as skrip:
        galat = ditolak(skrip, versi)
    assert (galat.pesan, galat.mungkin_terjadi, len(skrip.tanya)) == (status.kalimat, False, 1)


@pytest.mark.parametrize(
    ("balasan", "status"),
    [
        (Balasan(isi=b"ISSUE", jenis="text/plain"), StatusPengguna.ISSUE),
        (Balasan(isi=b'"waiting for verification"'), StatusPengguna.WAITING_FOR_VERIFICATION),
        (balas(400, status_code=2011, error="User belum terdaftar"), StatusPengguna.NOT_REGISTERED),
        (balas(message="apa saja"), StatusPengguna.TIDAK_DIKENAL),
        (Balasan(isi=b"[1]"), StatusPengguna.TIDAK_DIKENAL),
    ],
)
def test_status_dibaca_dari_json_dan_dari_teks(balasan: Balasan, status: StatusPengguna) -> None:
    with layanan_skrip(balasan) as skrip:
        assert penanda(skrip.alamat, 1).status() is status


MUNGKIN = "BSrE mungkin sudah menandatanganinya"
TOLAKAN: list[tuple[Balasan, str, bool, bool]] = [
    (balas(400, error="User belum terdaftar", status_code=2011), "NIK ini belum terdaftar", False, False),
    (balas(400, error="Passphrase anda salah", status_code=2031), "Passphrase BSrE salah", False, True),
    (balas(500, message="Proses signing gagal : Passphrase anda salah"), "Passphrase BSrE salah", False, True),
    (balas(200, status_code="2031"), "Passphrase BSrE salah", False, True),
    (balas(400, error="TOTP tidak valid"), "Kode sekali pakai salah", False, True),
    (balas(400, error="Tag koordinat tidak ditemukan"), "tidak menemukan tempat tanda tangan", False, False),
    (balas(400, error="lainnya", status_code=9999), "menolak permintaan ini", False, False),
    (balas(401, error="Unauthorized"), "nama atau sandi Esign Client salah", False, False),
    (Balasan(403), "tidak diizinkan", False, False),
    (Balasan(404, b"<html>", "text/html"), "Alamat atau versi", False, False),
    (Balasan(413), "terlalu besar untuk", False, False),
    (Balasan(418), "kode 418", False, False),
    (Balasan(429, kepala={"Retry-After": "1"}), "terlalu banyak permintaan", False, False),
    (Balasan(503, kepala={"Retry-After": "1"}), "sedang tidak melayani", False, False),
    (Balasan(302, kepala={"Location": "http://127.0.0.1:9/lain"}), "mengalihkan ke alamat lain", False, False),
    (Balasan(500, b"galat", "text/plain"), MUNGKIN, True, False),
    (Balasan(504), MUNGKIN, True, False),
    (Balasan(200, b'{"file": ["'), "tidak memuat PDF", True, False),
    (Balasan(200, b"<html>masuk dulu", "text/html"), "tidak memuat PDF", True, False),
    (Balasan(200), "tidak memuat PDF", True, False),
    (balas(200, file=[]), "tidak memuat PDF", True, False),
    (balas(200, file=["JVBERi0xLjc=", "JVBERi0xLjc="]), "tidak memuat PDF", True, False),
    (balas(200, file=["bukan base64!"]), "tidak memuat PDF", True, False),
    (balas(200, file=[base64.b64encode(b"PK zip").decode()]), "tidak memuat PDF", True, False),
    (Balasan(200, b"%PDF-1.7", "application/pdf", panjang=5000), "terputus", True, False),
    (Balasan(200, b"%PDF-" + b"0" * 8_000_000, "application/pdf"), "jauh lebih besar", True, False),
]


@pytest.mark.parametrize(("balasan", "pesan", "mungkin", "sandi_salah"), TOLAKAN)
@pytest.mark.parametrize("versi", [1, 2])
def test_setiap_tolakan_menjadi_kalimat(
    balasan: Balasan, pesan: str, mungkin: bool, sandi_salah: bool, versi: int
) -> None:
    """The call that signs is never repeated, and a redirect never followed."""
    with layanan_skrip(AKTIF, balasan) as skrip:
        galat = ditolak(skrip, versi)
    assert pesan in galat.pesan
    assert (galat.mungkin_terjadi, galat.sandi_salah, MUNGKIN in galat.pesan) == (mungkin, sandi_salah, mungkin)
    assert len(skrip.tanya) == 2
    assert galat.__context__ is None


def test_berkas_yang_kembali_tanpa_tanda_tangan() -> None:
    with layanan_skrip(AKTIF, Balasan(200, berkas_akhir(), "application/pdf")) as skrip:
        assert "tanpa tanda tangan" in ditolak(skrip, 1).pesan


def test_layanan_yang_diam_mungkin_sudah_menandatangani() -> None:
    with layanan_skrip(AKTIF, Balasan(diam=True)) as skrip:
        galat = ditolak(skrip, detik=0.2)
    assert "terlalu lama" in galat.pesan
    assert galat.mungkin_terjadi


def test_layanan_mati_dicoba_dua_kali_lalu_pasti_belum_ditandatangani() -> None:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))  # taken, but nobody listens
        tidur: list[float] = []
        galat = ditolak(Skrip(f"http://127.0.0.1:{soket.getsockname()[1]}"), tidur=tidur.append)
    assert "tidak dapat dihubungi" in galat.pesan
    assert (galat.mungkin_terjadi, len(tidur)) == (False, 1)


def test_bertanya_status_diulang_sekali_bila_layanan_sibuk() -> None:
    sibuk = Balasan(503, kepala={"Retry-After": "2"})
    tidur: list[float] = []
    with layanan_skrip(sibuk, AKTIF, PDF_V1) as skrip:
        assert penanda(skrip.alamat, 1, tidur=tidur.append).tandatangani(permintaan()).isi == PDF
    assert tidur == [2]
    with layanan_skrip(sibuk, sibuk) as skrip:
        assert "tidak melayani" in ditolak(skrip).pesan
    lama = Balasan(429, kepala={"Retry-After": "900"})
    with layanan_skrip(lama) as skrip:
        assert "Tunggu beberapa menit" in ditolak(skrip).pesan


def test_sertifikat_server_yang_tak_dikenal_menghentikan_sebelum_mengirim() -> None:
    with layanan_skrip() as skrip:
        skrip.alamat = skrip.alamat.replace("http:", "https:")
        galat = ditolak(skrip)
    assert "TLS" in galat.pesan
    assert (galat.mungkin_terjadi, skrip.tanya) == (False, [])


def test_jawaban_base64_versi_1() -> None:
    balasan = balas(base64_signed_file=base64.b64encode(PDF).decode(), id_dokumen="x-1")
    with layanan_skrip(AKTIF, balasan) as skrip:
        hasil = penanda(skrip.alamat, 1).tandatangani(permintaan())
    assert (hasil.isi, hasil.id_dokumen) == (PDF, "x-1")


def test_berkas_yang_putus_di_jalan_diambil_lagi_dengan_nomornya() -> None:
    putus = Balasan(200, PDF, "application/pdf", {"id_dokumen": "a1B2"}, panjang=900)
    with layanan_skrip(AKTIF, putus, Balasan(200, PDF, "application/pdf")) as skrip:
        hasil = penanda(skrip.alamat, 1).tandatangani(permintaan())
    assert (hasil.isi, hasil.id_dokumen, skrip.tanya[2].jalur) == (PDF, "a1B2", "/api/sign/download/a1B2")
    with layanan_skrip(AKTIF, putus, balas(404, error="sudah diunduh")) as skrip:
        galat = ditolak(skrip, 1)
    assert galat.mungkin_terjadi
    assert "nomor dokumennya: a1B2" in galat.pesan
    jahat = Balasan(200, b"", "application/pdf", {"id_dokumen": "../user/status"})
    with layanan_skrip(AKTIF, jahat) as skrip:
        ditolak(skrip, 1)
    assert len(skrip.tanya) == 2


_NILAI = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda dalam: st.lists(dalam, max_size=3) | st.dictionaries(st.text(max_size=8), dalam, max_size=3),
    max_leaves=8,
)
_KUNCI = st.sampled_from(["status", "file", "base64_signed_file", "id_dokumen", "error", "status_code", "message"])
_ISI = st.binary(max_size=60) | st.dictionaries(_KUNCI, _NILAI, max_size=4).map(lambda isi: json.dumps(isi).encode())


@given(_ISI, st.integers(0, 999), st.none() | st.sampled_from(Putus), st.booleans(), st.text(max_size=12))
def test_jawaban_aneh_tidak_pernah_menjadi_galat_lain(
    isi: bytes, kode: int, putus: Putus | None, terkirim: bool, nomor: str
) -> None:
    jawaban = Jawaban(kode, {"id_dokumen": nomor, "retry-after": nomor}, isi, putus, terkirim)
    assert isinstance(baca_status(jawaban), StatusPengguna)
    assert baca_pdf(jawaban)[:5] in {b"", b"%PDF-"}
    assert "/" not in baca_id(jawaban)
    assert jawaban.tunda >= 0
    galat = gagal(jawaban, menandatangani=True)
    assert galat.pesan.endswith(".")
    if putus and terkirim:
        assert galat.mungkin_terjadi
    assert not (tolakan(jawaban) and galat.mungkin_terjadi)
    assert not gagal(jawaban, menandatangani=False).mungkin_terjadi
