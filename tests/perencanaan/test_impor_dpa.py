"""A spreadsheet like a DPA: the tree it makes, what it changes, what it leaves; all or nothing, taken back whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from anggaran.data import Anggaran as RekamanAnggaran
from anggaran.models import Anggaran, Belanja
from lkjip.halaman.banding_dpa import BarisDpa, HasilDpa, IsiDpa, bandingkan_dpa
from lkjip.pengisian.data_pencocokan import DPA, kode_baku, tebak_judul, tebak_kolom
from lkjip.pengisian.models import PencocokanKolom
from tests.pengisian.uang_uji import simpan_buku
from tests.perencanaan.anggaran_uji import JUDUL_DPA, alamat, baris, buku_kini, lembar_dpa
from tests.situs.conftest import _Sebagai


def _b(kode: str, pagu: int | None = None, uraian: str = "Uraian", nomor: int = 1, **lain: Any) -> BarisDpa:
    return BarisDpa(nomor, kode, kode_baku(kode), uraian, pagu_murni=None if pagu is None else Decimal(pagu), **lain)


def _banding(*daftar: BarisDpa, ada: tuple[RekamanAnggaran, ...] = ()) -> HasilDpa:
    return bandingkan_dpa(ada, IsiDpa(daftar, ()), kode_baku)


def test_induk_dari_awalan_kode_apa_pun_urutannya() -> None:
    hasil = _banding(_b("1.01.01"), _b("1.01"), _b("1"), _b("U1"))
    assert [(b.anggaran.kode, b.anggaran.induk, str(b.anggaran.tingkat)) for b in hasil.baru] == [
        ("1", "", "program"), ("1.01", "1", "kegiatan"), ("1.01.01", "1.01", "subkegiatan"), ("U1", "", "program")
    ]  # fmt: skip


def test_induk_nomenklatur_yang_tidak_ada_dibuat_dan_judul_urusan_dilewati() -> None:
    hasil = _banding(_b("5"), _b("5.03"), _b("5.03.02.2.01.0003", 10, "Koordinasi"))
    assert [(b.anggaran.kode, b.anggaran.uraian, b.turunan) for b in hasil.daftar] == [
        ("5.03.02", "Program Kepegawaian Daerah", True),
        ("5.03.02.2.01", "Pengadaan, Pemberhentian dan Informasi Kepegawaian ASN", True),
        ("5.03.02.2.01.0003", "Koordinasi", False),
    ]


def test_sel_kosong_membiarkan_yang_tersimpan() -> None:
    lama = RekamanAnggaran("1", uraian="Lama", unit="Bidang A", pagu_murni=Decimal(5))
    (satu,) = _banding(_b("1", 7, ""), ada=(lama,)).berubah
    assert [(u.kolom, u.lama, u.baru) for u in satu.daftar_ubah] == [("pagu_murni", 5, 7)]
    assert satu.anggaran.unit == "Bidang A"


def test_yang_hanya_di_sistem_kode_ganda_dan_tanpa_kode_disebut() -> None:
    hasil = _banding(
        _b("1", 1), _b("1", 2, nomor=2), _b("", 9, "Lain-lain", nomor=3), _b("", 3, "JUMLAH"),
        ada=(RekamanAnggaran("1"), RekamanAnggaran("2")),
    )  # fmt: skip
    assert [a.kode for a in hasil.hanya_sistem] == ["2"]
    assert [g.alamat for g in hasil.daftar_galat] == ["baris 1", "baris 2", "baris 3"]
    assert hasil.daftar == ()


def test_baris_jumlah_dibandingkan_dengan_baris_paling_atas() -> None:
    hasil = _banding(_b("1"), _b("1.01", 70), _b("1.02", 30), _b("2", 5), _b("", 105, "Jumlah"))
    assert [(t.kolom, t.berkas, t.hitungan, t.cocok) for t in hasil.daftar_total] == [
        ("pagu_murni", Decimal(105), Decimal(105), True)
    ]
    assert not _banding(_b("1", 7), _b("", 8, "TOTAL")).daftar_total[0].cocok


def test_rekening_dijumlahkan_per_jenis_tanpa_dihitung_dua_kali() -> None:
    hasil = _banding(
        _b("5.03.01.1.01.0001", 100), _b("5.1", 100), _b("5.1.02", 100), _b("5.1.02.01.01.0001", 60),
        _b("5.1.02.02.01.0001", 40), _b("5.03.01.1.01.0002", 30), _b("5.1.02.01.01.0001", 20), _b("5.2.02", 10),
    )  # fmt: skip
    assert hasil.belanja["pagu_murni"] == {"5.1.02": 120, "5.2.02": 10}
    assert hasil.banyak_rekening == 6
    assert not any(b.anggaran.kode[:3] == "5.1" for b in hasil.daftar)


_KODE = st.lists(st.sampled_from(["1", "01", "2", "U1", "5.03", "5.1", "0003"]), min_size=1, max_size=5).map(".".join)


@given(
    st.lists(st.tuples(_KODE, st.none() | st.integers(0, 99)), max_size=12), st.lists(_KODE, max_size=4, unique=True)
)
def test_pohon_apa_pun_induknya_selalu_ada_lebih_dulu(isi: list[tuple[str, int | None]], ada: list[str]) -> None:
    daftar = [_b(kode, pagu, nomor=n) for n, (kode, pagu) in enumerate(isi, 1)]
    hasil = _banding(*daftar, ada=tuple(RekamanAnggaran(kode) for kode in ada))
    dikenal = set(ada)
    for satu in hasil.daftar:
        assert not satu.anggaran.induk or satu.anggaran.induk in dikenal
        assert satu.lama is None or satu.anggaran.kode in ada
        dikenal.add(satu.anggaran.kode)
    kode = [b.anggaran.kode for b in hasil.baru]
    assert len(kode) == len(set(kode))


def test_kolom_dpa_ditebak_dari_judul_satu_dan_dua_baris() -> None:
    judul = {1: "Kode Rekening", 2: "Uraian", 3: "Sub Unit", 4: "Sumber Pendanaan", 5: "Jumlah: Sebelum Perubahan"}
    kolom = {**judul, 6: "Jumlah: Setelah Perubahan", 7: "Bertambah/(Berkurang)"}
    assert dict(tebak_kolom(kolom, {}, DPA).kolom) == {
        "kode": 1, "uraian": 2, "unit": 3, "sumber_dana": 4, "pagu_murni": 5, "pagu_perubahan": 6
    }  # fmt: skip
    assert tebak_judul({1: {1: "DPA"}, 4: dict(enumerate(JUDUL_DPA, 1)), 5: {1: "1"}}, DPA) == 4


# through the pages


@pytest.fixture
def _uang(pemeran: object) -> None:
    simpan_buku()


def _unggah(client: Client, isi: bytes, nama: str = "dpa.xlsx") -> Any:
    return client.post(alamat("unggah_dpa"), {"berkas": SimpleUploadedFile(nama, isi)})


def _siap(client: Client, isi: bytes, nama: str = "dpa.xlsx", **lain: Any) -> Any:
    assert _unggah(client, isi, nama).status_code == 302
    kirim = {"lembar": "DPA", "judul": 3, "kode": 1, "uraian": 2, "unit": 3, "sumber_dana": 4, "pagu_murni": 5, **lain}
    assert client.post(alamat("cocokkan_dpa"), kirim).status_code == 302
    return client.get(alamat("periksa_dpa"))


def _simpan(client: Client, halaman: Any, **lain: str) -> Any:
    return client.post(alamat("periksa_dpa"), {"sidik": halaman.context["sidik"], **lain}, follow=True)


ISI = (
    ("1", "Program Penunjang", None, "APBD", None),
    ("1.01", "Perencanaan", "Sekretariat", "APBD", "Rp300,-"),
    (" 1.01.02. ", "Evaluasi kinerja", None, None, 250),
    ("5.1.02", "Belanja Barang dan Jasa", None, None, 250),
    ("1.01.03", "Pelaporan", None, None, "1.000,50"),
    ("2", "Program Baru", None, None, 5),
    (None, "Jumlah", None, None, 305),
)


@pytest.mark.django_db
@pytest.mark.usefixtures("_uang")
def test_dari_unggah_sampai_tersimpan_lalu_diurungkan(sebagai: _Sebagai) -> None:
    client, semula = sebagai("perencana"), buku_kini()
    halaman = _siap(client, lembar_dpa(*ISI))
    banding = halaman.context["banding"]
    assert [b.anggaran.kode for b in banding.baru] == ["1.01.03", "2"]
    assert [b.anggaran.kode for b in banding.berubah] == ["1", "1.01", "1.01.02"]
    assert [a.kode for a in banding.hanya_sistem] == ["1.01.01", "1.02"]
    assert banding.daftar_total[0].cocok
    assert buku_kini() == semula
    isi = _simpan(client, halaman, belanja="ya").content.decode()
    assert "Impor selesai: 6 baris" in isi
    assert (baris("1.01.03").pagu_murni, baris("1.01.03").induk.kode) == (Decimal("1000.5"), "1.01")  # type: ignore[union-attr]
    assert baris("1.01").unit == "Sekretariat"
    assert Belanja.objects.get(kode="5.1.02").pagu_murni == 250
    client.post(f"/urungkan/{isi.split('/urungkan/')[1].split(chr(34))[0]}")
    assert buku_kini() == semula


@pytest.mark.django_db
@pytest.mark.usefixtures("_uang")
def test_pilihan_kolom_diingat_tanpa_melupakan_yang_dari_triwulan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    PencocokanKolom.objects.create(
        instansi=baris("1").tahun_kinerja.instansi, isi={"judul": {"kode": "kd", "realisasi": "real"}, "awalan": ""}
    )
    _siap(client, lembar_dpa(*ISI))
    isi = PencocokanKolom.objects.get().isi
    assert isi["judul"] == {"kode": "kd", "realisasi": "real"}
    assert isi["dpa"]["judul"]["sumber_dana"] == "sumber dana"
    _unggah(client, lembar_dpa(*ISI))
    assert client.get(alamat("cocokkan_dpa")).context["tebakan"].diingat


@pytest.mark.django_db
@pytest.mark.usefixtures("_uang")
def test_pratinjau_yang_basi_tidak_disimpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    halaman = _siap(client, lembar_dpa(*ISI))
    Anggaran.objects.filter(pk=baris("1.01").pk).update(uraian="Diganti orang lain")
    semula = buku_kini()
    jawab = client.post(alamat("periksa_dpa"), {"sidik": halaman.context["sidik"]})
    assert (jawab.status_code, "berubah sejak pratinjau" in jawab.content.decode()) == (409, True)
    assert buku_kini() == semula


@pytest.mark.django_db
@pytest.mark.usefixtures("_uang")
@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        (b"bukan zip", "a.xlsx"), (b"PK\x03\x04rusak", "a.xlsx"), (b"\0\0", "a.csv"), (b"", "a.csv"), (b"x", "a.exe")
    ],
)  # fmt: skip
def test_berkas_rusak_ditolak_dengan_kalimat(sebagai: _Sebagai, isi: bytes, nama: str) -> None:
    client = sebagai("perencana")
    assert _unggah(client, isi, nama).status_code == 422
    assert client.get(alamat("periksa_dpa")).status_code == 302


@pytest.mark.django_db
@pytest.mark.usefixtures("_uang")
def test_isi_yang_bermusuhan_tidak_menjatuhkan_dan_tidak_masuk(sebagai: _Sebagai) -> None:
    client, semula = sebagai("perencana"), buku_kini()
    jahat = lembar_dpa(
        ("1.01.09", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "x" * 300, -5),
        ("9" * 300, "kode panjang", None, None, 1),
        ("1.1.1.1.1.1.1.1", "dalam", None, None, "lima"),
        ("3", "y" * 3000, None, None, 10**30),
    )
    halaman = _siap(client, jahat)
    isi = halaman.content.decode()
    assert "<script>alert(1)" not in isi
    assert len(halaman.context["banding"].daftar_galat) >= 2
    jawab = _simpan(client, halaman)
    assert jawab.status_code in {200, 422}
    assert {a.kode for a in buku_kini().data.anggaran.daftar_anggaran} >= {
        a.kode for a in semula.data.anggaran.daftar_anggaran
    }
    csv = b"Kode;Uraian;Unit;Sumber Dana;Pagu\n1.05;Kiriman CSV;;;Rp1.000,-\n"
    halaman = _siap(client, csv, "dpa.csv", lembar="CSV", judul=1)
    assert [b.anggaran.kode for b in halaman.context["banding"].baru] == ["1.05"]
