"""The budget system's file: columns matched by people and remembered, differences shown, saved as shown or not."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook
from pytest_django import Settings

from anggaran.models import Anggaran, RealisasiAnggaran
from kinerja.services_pengisian import kunci_triwulan
from lkjip.pengisian.models import PencocokanKolom
from lkjip.riwayat.models import Riwayat
from renstra.models import TahunKinerja
from tests.pengisian.dunia import pindahkan
from tests.pengisian.uang_uji import TW, alamat, pk, simpan_buku, tersimpan, uang_kas
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

JUDUL = ["Kode Rekening", "Uraian", "Anggaran (Rp)", "Realisasi s.d. bulan ini"]
ISI: list[list[Any]] = [
    ["1", "Program Penunjang", 1000, 145],
    ["1.01", "Perencanaan", 300, 140],
    ["1.01.01", "Renja", 100, 80],
    [" 1.01.02. ", "Evaluasi", 250, "Rp60,-"],
    ["1.02", "Gaji", 700, "lima"],
    ["9.99", "Bukan milik kita", 5, 5],
    [None, "JUMLAH", 1000, 145],
]


@pytest.fixture(autouse=True)
def _uang(pemeran: object) -> None:
    simpan_buku(uang_kas("1.01.02", "60"))


def lembar(*baris: list[Any], judul: list[str] | None = None, gabung: bool = True) -> bytes:
    """A workbook as budget systems write them: merged titles above, a hidden sheet, a line of column numbers."""
    buku = Workbook()
    lain = buku.active
    assert lain is not None
    lain.title, lain.sheet_state = "rahasia", "visible"
    lain["A1"] = "Petunjuk"
    isi = buku.create_sheet("Realisasi")
    isi["A1"] = "REKAPITULASI REALISASI ANGGARAN"
    if gabung:
        isi.merge_cells("A1:D1")
    semua: list[list[Any]] = [[*(judul or JUDUL)], [1, 2, 3, 4], *baris]
    for n, satu in enumerate(semua, 3):
        for k, nilai in enumerate(satu, 1):
            if nilai is not None:
                isi.cell(n, k, nilai)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def csv_teks(*baris: list[Any], pemisah: str = ";") -> bytes:
    semua: list[list[Any]] = [[*JUDUL], *baris]
    return "\n".join(pemisah.join("" if n is None else str(n) for n in satu) for satu in semua).encode()


def unggah(client: Client, isi: bytes, nama: str = "sipd.xlsx") -> Any:
    return client.post(alamat("unggah_anggaran"), {"berkas": SimpleUploadedFile(nama, isi)})


def cocokkan(client: Client, lembar: str = "Realisasi", judul: int = 3, **lain: Any) -> Any:
    kiriman = {"lembar": lembar, "judul": judul, "kode": 1, "uraian": 2, "pagu": 3, "realisasi": 4, **lain}
    return client.post(alamat("cocokkan_anggaran"), kiriman)


def periksa(client: Client) -> Any:
    return client.get(alamat("periksa_anggaran"))


def simpan(client: Client, **lain: str) -> Any:
    return client.post(alamat("periksa_anggaran"), {"sidik": periksa(client).context["sidik"], **lain})


def siap(client: Client, isi: bytes | None = None, **lain: Any) -> Any:
    """Up to the preview."""
    assert unggah(client, lembar(*ISI) if isi is None else isi).status_code == 302
    assert cocokkan(client, **lain).status_code == 302
    return periksa(client)


def test_judul_dan_kolom_ditebak_lalu_diingat(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    unggah(client, lembar(*ISI))
    halaman = client.get(alamat("cocokkan_anggaran"), {"lembar": "Realisasi"})
    assert halaman.context["judul"] == 3
    assert dict(halaman.context["tebakan"].kolom) == {"kode": 1, "uraian": 2, "pagu": 3, "realisasi": 4}
    assert "ditebak dari judul kolom" in halaman.content.decode()
    cocokkan(client)
    assert PencocokanKolom.objects.get().isi["judul"]["realisasi"] == "realisasi s d bulan ini"
    geser = lembar(["x", "1.02", "Keuangan", 700, 8], judul=["No", *JUDUL])
    unggah(client, geser)
    lagi = client.get(alamat("cocokkan_anggaran"), {"lembar": "Realisasi"})
    assert lagi.context["tebakan"].diingat
    assert dict(lagi.context["tebakan"].kolom) == {"kode": 2, "uraian": 3, "pagu": 4, "realisasi": 5}
    assert "diingat dari impor sebelumnya" in lagi.content.decode()


def test_judul_dua_baris_dibaca_bersama_dan_yang_kumulatif_dipilih(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    judul = "Kode;Uraian;Anggaran;;Realisasi;\n;;Murni;Perubahan;s.d. Bulan Lalu;s.d. Bulan Ini\n"
    unggah(client, f"{judul}1.01.01;Gaji;1000;1100;70;90".encode(), "sipd.csv")
    halaman = client.get(alamat("cocokkan_anggaran"))
    assert halaman.context["kolom"][6] == "Realisasi: s.d. Bulan Ini"
    assert halaman.context["tebakan"].kolom["realisasi"] == 6
    cocokkan(client, lembar="CSV", judul=1, realisasi=6)
    banding = periksa(client).context["banding"]
    assert banding.daftar_galat == ()
    assert [(b.anggaran.kode, b.berkas.realisasi) for b in banding.daftar_cocok] == [("1.01.01", 90)]


def test_pratinjau_menyebut_yang_berbeda_sama_tak_dikenal_dan_tak_terbaca(sebagai: _Sebagai) -> None:
    halaman = siap(sebagai("perencana"))
    banding, isi = halaman.context["banding"], halaman.content.decode()
    assert [b.anggaran.kode for b in banding.daftar_cocok if b.berubah] == ["1", "1.01.01"]
    assert [b.kode for b in banding.tak_cocok] == ["9.99", ""]
    assert [(g.alamat, g.kode) for g in banding.daftar_galat] == [("D9", "1.02")]
    assert banding.tanpa_berkas == ()  # 1.02 is in the file, only unreadable
    assert "“lima” bukan angka" in isi
    assert "(tanpa kode)" in isi
    assert tersimpan("1.01.01") is None


def test_induk_yang_hanya_menjumlah_anaknya_tidak_diberi_angka_sendiri(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    siap(client)
    simpan(client)
    assert (tersimpan("1.01"), tersimpan("1")) == (None, 145)


def test_simpan_menulis_yang_ditampilkan_dan_menyebut_jalurnya(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    siap(client)
    jawaban = simpan(client)
    assert jawaban.headers["Location"] == alamat("isi_anggaran")
    assert (tersimpan("1.01.01"), tersimpan("1.01.02"), tersimpan("1.02")) == (80, 60, None)
    assert Anggaran.objects.get(pk=pk("1.01.02")).pagu_murni == 200
    catatan = Riwayat.objects.filter(tabel=RealisasiAnggaran._meta.db_table).latest("id")
    assert (catatan.jalur, catatan.nama_oleh) == ("impor anggaran", "perencana")
    assert periksa(client).status_code == 302  # the file is gone


@pytest.mark.parametrize(
    ("pagu", "murni", "perubahan"), [("tidak", 200, None), ("murni", 250, None), ("perubahan", 200, 250)]
)
def test_pagu_hanya_disimpan_bila_dipilih(sebagai: _Sebagai, pagu: str, murni: int, perubahan: int | None) -> None:
    client = sebagai("perencana")
    siap(client)
    simpan(client, pagu=pagu)
    baris = Anggaran.objects.get(pk=pk("1.01.02"))
    assert (baris.pagu_murni, baris.pagu_perubahan) == (murni, perubahan)
    assert Anggaran.objects.get(pk=pk("1.01.01")).pagu_perubahan is None


def test_per_unit_hanya_barisnya_dan_tanpa_pagu(sebagai: _Sebagai) -> None:
    client = sebagai("perencana_unit")
    halaman = siap(client)
    assert [b.anggaran.kode for b in halaman.context["banding"].luar] == ["1", "1.01", "1.01.02"]
    simpan(client, pagu="murni")
    assert (tersimpan("1.01.01"), tersimpan("1")) == (80, None)
    assert Anggaran.objects.get(pk=pk("1.01.02")).pagu_murni == 200


def test_data_berubah_sejak_pratinjau_tidak_ada_yang_disimpan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    sidik = siap(client).context["sidik"]
    RealisasiAnggaran.objects.filter(anggaran=pk("1.01.02")).update(realisasi=61)
    jawaban = client.post(alamat("periksa_anggaran"), {"sidik": sidik})
    assert jawaban.status_code == 409
    assert "Tidak ada yang disimpan" in jawaban.content.decode()
    assert (tersimpan("1.01.01"), tersimpan("1.01.02")) == (None, 61)


def test_klik_ganda_menyimpan_sekali(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    sidik = siap(client).context["sidik"]
    for _ in range(2):
        jawaban = client.post(alamat("periksa_anggaran"), {"sidik": sidik})
        assert jawaban.headers["Location"] == alamat("isi_anggaran")


def test_awalan_kode_dibuang_hanya_bila_diminta(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = lembar(["5.03.1.01.01", "Renja", 100, 80])
    assert [b.kode for b in siap(client, isi).context["banding"].tak_cocok] == ["5.03.1.01.01"]
    halaman = siap(client, isi, awalan="5.03.")
    assert [b.anggaran.kode for b in halaman.context["banding"].daftar_cocok] == ["1.01.01"]


def test_kode_yang_muncul_dua_kali_tidak_dipakai(sebagai: _Sebagai) -> None:
    banding = siap(sebagai("perencana"), lembar(["1.02", "a", 1, 5], ["1.02", "b", 1, 6])).context["banding"]
    assert banding.daftar_cocok == ()
    assert len(banding.daftar_galat) == 2


def test_kode_yang_tersimpan_sebagai_pecahan_tidak_ditebak(sebagai: _Sebagai) -> None:
    banding = siap(sebagai("perencana"), lembar([1.01, "Perencanaan", 300, 140])).context["banding"]
    assert banding.daftar_cocok == ()
    assert "1.1 dan 1.10 tidak dapat dibedakan" in banding.daftar_galat[0].pesan


def test_pagu_negatif_disebut_dan_tidak_menggagalkan_yang_lain(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    isi = lembar(["1.01.01", "Renja", "(100)", 80], ["1.02", "Keuangan", 700, 8])
    assert "Pagu tidak boleh negatif" in siap(client, isi).context["banding"].daftar_galat[0].pesan
    simpan(client, pagu="murni")
    assert (tersimpan("1.01.01"), tersimpan("1.02")) == (None, 8)


def test_tanpa_kolom_uraian_kode_satu_dengan_realisasi_nol_tetap_terbaca(sebagai: _Sebagai) -> None:
    banding = siap(sebagai("perencana"), lembar(["1.02", "x", 7, 0]), uraian="").context["banding"]
    assert [(b.anggaran.kode, b.berkas.realisasi) for b in banding.daftar_cocok if b.berubah][-1] == ("1.02", 0)


@pytest.mark.parametrize("pemisah", [";", ","])
def test_csv_dengan_titik_koma_atau_koma(sebagai: _Sebagai, pemisah: str) -> None:
    client = sebagai("perencana")
    assert unggah(client, csv_teks(["1.01.01", "Renja", 100, 80], pemisah=pemisah), "sipd.csv").status_code == 302
    assert client.get(alamat("cocokkan_anggaran")).context["judul"] == 1
    cocokkan(client, lembar="CSV", judul=1)
    simpan(client)
    assert tersimpan("1.01.01") == 80


def test_baris_yang_tidak_ada_di_berkas_disebut(sebagai: _Sebagai) -> None:
    banding = siap(sebagai("perencana"), lembar(["1.01.01", "Renja", 100, 80])).context["banding"]
    assert [a.kode for a in banding.tanpa_berkas] == ["1", "1.01", "1.01.02", "1.02"]


def test_satu_kolom_untuk_dua_hal_ditolak(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    unggah(client, lembar(*ISI))
    jawaban = cocokkan(client, pagu=4)
    assert jawaban.status_code == 422
    assert "Satu kolom tidak dapat dipakai untuk dua hal" in jawaban.content.decode()
    assert not PencocokanKolom.objects.exists()


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("sipd.xls", b"x", "Berkas harus .xlsx atau .csv"),
        ("sipd.xlsx", b"bukan zip", "xlsx"),
        ("sipd.xlsx", b"", "Berkas ini kosong"),
        ("sipd.csv", b"a\0b", "byte NUL"),
        ("sipd.csv", b"\n\n", "tidak memuat satu sel pun"),
        ("sipd.csv", b"a" * 200_000, "terlalu panjang"),
    ],
)
def test_berkas_yang_tak_terbaca_ditolak_dengan_kalimat(sebagai: _Sebagai, nama: str, isi: bytes, pesan: str) -> None:
    client = sebagai("perencana")
    jawaban = unggah(client, isi, nama)
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()
    assert client.get(alamat("cocokkan_anggaran")).status_code == 302


def test_berkas_terlalu_besar_ditolak(sebagai: _Sebagai, settings: Settings) -> None:
    settings.BATAS_UNGGAH_MB = 0
    assert "Berkas lebih besar" in unggah(sebagai("perencana"), lembar(*ISI)).content.decode()


def test_triwulan_tertutup_menolak_sejak_unggahan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    sidik = siap(client).context["sidik"]
    tahun = TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    pindahkan(
        kunci_triwulan(tahun, TW)[TW],
        "terkunci",
    )
    assert client.post(alamat("periksa_anggaran"), {"sidik": sidik}).headers["Location"] == alamat("unggah_anggaran")
    jawaban = unggah(client, lembar(*ISI))
    assert jawaban.status_code == 409
    assert "terkunci" in jawaban.content.decode()
    assert tersimpan("1.01.01") is None


def test_berkas_triwulan_lain_atau_orang_lain_tidak_dipakai(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    siap(client)
    assert client.get(alamat("periksa_anggaran", 4)).status_code == 302
    lain = Client()
    lain.force_login(sebagai.pemeran["pengelola"])
    assert lain.get(alamat("periksa_anggaran")).status_code == 302


def test_yang_hanya_melihat_diberi_tahu(sebagai: _Sebagai) -> None:
    assert "hanya perencana" in sebagai("kepala").get(alamat("unggah_anggaran")).content.decode()
