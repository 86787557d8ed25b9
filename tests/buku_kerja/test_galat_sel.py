"""Every wrong cell is named, all at once, with what to do; nothing is guessed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lkjip.buku_kerja.galat import GalatSel
from lkjip.buku_kerja.parse import HasilParse, baca_buku

_DASAR = {
    "instansi": "kunci,nilai\nkode,X\n",
    "pengaturan": "kunci,nilai\ntahun,2024\n",
    "sasaran": "kode,uraian\nS1,Sasaran\n",
    "indikator": "kode,induk\nIKU1,S1\n",
}


def baca(folder: Path, **lembar: str) -> HasilParse:
    """A small valid book with the given sheets put in."""
    for nama, isi in (_DASAR | lembar).items():
        (folder / f"{nama}.csv").write_text(isi, encoding="utf-8")
    return baca_buku(folder)


def satu_galat(hasil: HasilParse) -> GalatSel:
    assert hasil.buku is None
    assert len(hasil.daftar_galat) == 1, [str(galat) for galat in hasil.daftar_galat]
    return hasil.daftar_galat[0]


def test_buku_terkecil_terbaca(tmp_path: Path) -> None:
    hasil = baca(tmp_path)
    assert hasil.daftar_galat == ()
    assert hasil.buku is not None
    assert hasil.buku.data.tahun == 2024
    assert hasil.buku.data.renstra.instansi.kode == "X"


def test_semua_galat_sekaligus_dengan_lembar_baris_kolom_dan_saran(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        kinerja_triwulan='indikator,tahun,triwulan,target\nIKU1,2024,5,90\nIKU1,dua ribu,1,"1,234"\n,2024,1,x\n',
    )
    letak = [(galat.lembar, galat.baris, galat.kolom, galat.alamat) for galat in hasil.daftar_galat]
    assert letak == [
        ("kinerja_triwulan", 2, "triwulan", "C2"),
        ("kinerja_triwulan", 3, "tahun", "B3"),
        ("kinerja_triwulan", 3, "target", "D3"),
        ("kinerja_triwulan", 4, "indikator", "A4"),
        ("kinerja_triwulan", 4, "target", "D4"),
    ]
    assert all(galat.pesan and galat.saran for galat in hasil.daftar_galat)
    assert "1,234 atau 1.234" in hasil.daftar_galat[2].pesan


@pytest.mark.parametrize(
    ("isi", "kolom", "potongan"),
    [
        ("kode,pagu_murni\n1,-5\n", "pagu_murni", "tidak boleh negatif"),
        ("kode,pagu_murni\n1,10.125\n", "pagu_murni", "sen"),
        ("kode,pagu_murni\n1,5%\n", "pagu_murni", "bukan persen"),
        ("kode,tingkat\n1,proyek\n", "tingkat", "bukan isi yang dikenal"),
        ("kode,sasaran\n1,S9\n", "sasaran", "tidak ada di lembar sasaran"),
        ("kode,induk\n1,2\n2,3\n3,1\n", "induk", "1 → 2 → 3 → 1"),
        ("kode,induk\n1,1\n", "induk", "1 → 1"),
        ("kode,uraian\n1,a\n2,b\n1,c\n", "kode", "Baris 2 dan 4"),
        ("kode,Uraian\n1,a\n", "Uraian", "tidak dikenal"),
        ("kode,kode\n1,2\n", "kode", "dua kali"),
        ("kode,uraian\n1,a,lebih\n", "C", "tidak berjudul"),
        ("uraian\na\n", "kode", "tidak ada"),
        ("kode,uraian\n1,a\x07b\n", "uraian", "karakter kendali"),
    ],
)
def test_baris_anggaran_yang_salah_disebut(tmp_path: Path, isi: str, kolom: str, potongan: str) -> None:
    galat = satu_galat(baca(tmp_path, anggaran=isi))
    assert galat.lembar == "anggaran"
    assert galat.kolom == kolom
    assert potongan in galat.pesan


@pytest.mark.parametrize(
    ("lembar", "isi", "potongan"),
    [
        ("target_tahunan", "indikator,tahun,target\nIKU1,2024,1\nIKU1,2024,2\n", "Baris 2 dan 3"),
        ("perjanjian", "indikator,tahun,versi\nIKU1,2024,murni\nIKU1,2024,murni\n", "Baris 2 dan 3"),
        ("kinerja_triwulan", "indikator,tahun,triwulan\nIKU1,2024,1\nIKU1,2024,1\n", "Baris 2 dan 3"),
        ("sakip", "tahun,komponen\n2024,A\n2024,A\n", "Baris 2 dan 3"),
        ("lke", "tahun,subkomponen\n2024,5.a\n", "5.a"),
        ("belanja", "kode,tahun\nB,2024\nB,2024\n", "Baris 2 dan 3"),
        ("belanja", "kode,induk,tahun\nB,A,2024\nA,,2023\n", "tahun 2024"),
        ("klaim", "rujukan,besaran\nTabel 1,capaiann\n", "capaiann"),
        ("realisasi_tahunan", "indikator,tahun,tanggal_surat\nIKU1,2024,28/02/2024\n", "bukan tanggal"),
        ("realisasi_tahunan", "indikator,tahun\nIKU1,1024\n", "tidak mungkin"),
        ("analisis", "indikator,tahun,faktor\nIKU2,2024,solusi\n", "tidak ada di lembar indikator"),
        ("tabel_01", ",Judul,Sumber\nNo\n1\n", "Sel A1"),
    ],
)
def test_isi_lembar_yang_salah_disebut(tmp_path: Path, lembar: str, isi: str, potongan: str) -> None:
    galat = satu_galat(baca(tmp_path, **{lembar: isi}))
    assert galat.lembar == lembar
    assert potongan in galat.pesan


def test_rujukan_tetap_diperiksa_bila_lembar_lain_salah_tetapi_tidak_menuduh_lembar_yang_cacat(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        sasaran="kode,uraian\nS1,a\nS2,\x07\n",
        indikator="kode,induk\nIKU1,S1\nIKU2,S2\n",
        analisis="indikator,tahun,faktor\nIKU9,2024,solusi\n",
    )
    assert [(galat.lembar, galat.baris) for galat in hasil.daftar_galat] == [("sasaran", 3), ("analisis", 2)]


def test_baris_yang_boleh_berulang_diterima(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        belanja="kode,induk,tahun\nB,,2023\nB,,2024\nB1,B,2024\n",
        rekomendasi="tahun,rekomendasi\n2024,a\n2024,a\n",
        komponen="indikator,kode,tahun\nIKU1,K,2023\nIKU1,K,2024\n",
    )
    assert hasil.daftar_galat == ()


def test_induk_indikator_boleh_tujuan_sasaran_atau_anggaran_tetapi_tidak_rancu(tmp_path: Path) -> None:
    boleh = {"tujuan": "kode\nT1\n", "anggaran": "kode\n1\n", "indikator": "kode,induk\nA,S1\nB,T1\nC,1\n"}
    assert baca(tmp_path, **boleh).daftar_galat == ()
    galat = satu_galat(baca(tmp_path, anggaran="kode\nS1\n1\n"))
    assert "rancu" in galat.pesan
    assert "lembar sasaran baris 2" in galat.pesan


def test_kode_yang_sama_di_dua_lembar_boleh_selama_tidak_dirujuk(tmp_path: Path) -> None:
    assert baca(tmp_path, anggaran="kode\n1\n", tujuan="kode\n1\n").daftar_galat == ()


def test_lembar_tak_dikenal_diberi_usul_nama(tmp_path: Path) -> None:
    galat = satu_galat(baca(tmp_path, Misi="kode\nM1\n"))
    assert galat.lembar == "Misi"
    assert "Mungkin maksudnya misi" in galat.saran


@pytest.mark.parametrize(
    ("lembar", "isi", "potongan"),
    [
        ("instansi", "kunci,nilai\nnama,X\n", "instansi.kode wajib"),
        ("instansi", "kunci,nilai\nkode,X\nkod,Y\n", "tidak dikenal"),
        ("instansi", "kunci,nilai\nkode,X\nkode,Y\n", "baris 2 dan 3"),
        ("pengaturan", "kunci,nilai\ntahun,\n", "tahun wajib diisi"),
        ("pengaturan", "kunci,nilai\ntahun,2024\ntriwulan,5\n", "tidak mungkin 5"),
        ("pengaturan", "kunci,nilai\ntahun,2024\nskala,abc\n", "tidak ada di lembar skala"),
    ],
)
def test_kunci_yang_salah_disebut(tmp_path: Path, lembar: str, isi: str, potongan: str) -> None:
    assert potongan in satu_galat(baca(tmp_path, **{lembar: isi})).pesan


def test_notasi_indonesia_dan_pangsa_di_csv(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        indikator='kode,induk,bobot,iku\nIKU1,S1,40%,Ya\nIKU2,S1,"0,6",tidak\n',
        anggaran='kode,pagu_murni\n1,"Rp53.700.257.782,-"\n2,1.234.567\n',
        realisasi_anggaran="kode,tahun,triwulan,realisasi\n1,2024,4,(27.346.788.906)\n",
        kinerja_triwulan='indikator,tahun,triwulan,target,realisasi\nIKU1,2024,1,"98,60%",-\nIKU1,2024,2,1.234,99.00\n',
    )
    assert hasil.daftar_galat == ()
    assert hasil.buku is not None
    data = hasil.buku.data
    assert [i.bobot for i in data.renstra.daftar_indikator] == [Decimal("0.4"), Decimal("0.6")]
    assert [i.iku for i in data.renstra.daftar_indikator] == [True, False]
    assert [a.pagu_murni for a in data.anggaran.daftar_anggaran] == [Decimal(53700257782), Decimal(1234567)]
    assert data.anggaran.daftar_realisasi_anggaran[0].realisasi == Decimal(-27346788906)
    satu, dua = data.kinerja.daftar_kinerja_triwulan
    assert (str(satu.target), satu.realisasi) == ("98.60", None)
    assert (str(dua.target), str(dua.realisasi)) == ("1.234", "99.00")


def test_galat_lebih_dari_lima_ratus_dihitung_saja(tmp_path: Path) -> None:
    hasil = baca(tmp_path, narasi="bagian,urutan\n" + "x,salah\n" * 700)
    assert len(hasil.daftar_galat) == 501
    assert "200 galat lain" in hasil.daftar_galat[-1].pesan


@pytest.mark.parametrize(
    ("isi", "baris", "potongan"),
    [
        (b"kode;uraian\nS1;a\n", 1, "titik koma"),
        (b"kode,uraian\nS1,a\x00b\n", 2, "NUL"),
        (b"kode,uraian\nS1,a\nS2,\xff\xfe\n", 3, "UTF-8"),
        (b'kode,uraian\nS1,"a"b\n', 2, "kutip"),
        (b"kode,uraian\nS1," + b"x" * 200_000 + b"\n", 2, "terlalu panjang"),
    ],
)
def test_csv_yang_rusak_disebut_berkas_dan_barisnya(tmp_path: Path, isi: bytes, baris: int, potongan: str) -> None:
    baca(tmp_path, indikator="kode,induk\n")
    (tmp_path / "sasaran.csv").write_bytes(isi)
    galat = satu_galat(baca_buku(tmp_path))
    assert (galat.lembar, galat.baris) == ("sasaran", baris)
    assert potongan in galat.pesan


def test_teks_lebih_panjang_dari_sel_excel_ditolak(tmp_path: Path) -> None:
    assert "terlalu panjang" in satu_galat(baca(tmp_path, narasi="bagian,isi\nx," + "y" * 40_000 + "\n")).pesan


def test_bom_di_awal_csv_diabaikan(tmp_path: Path) -> None:
    assert baca(tmp_path, sasaran="\ufeffkode,uraian\nS1,a\n").daftar_galat == ()


def test_berkas_asing_dan_tautan_di_folder_disebut(tmp_path: Path) -> None:
    luar = tmp_path / "luar.csv"
    luar.write_text("kode\nS2\n")
    folder = tmp_path / "buku"
    folder.mkdir()
    (folder / "misi.csv").symlink_to(luar)
    (folder / "foto.png").write_bytes(b"x")
    (folder / "_catatan.txt").write_text("diabaikan")
    pesan = [str(galat) for galat in baca(folder).daftar_galat]
    assert len(pesan) == 2
    assert "foto.png bukan berkas CSV" in pesan[0]
    assert "misi.csv adalah tautan" in pesan[1]


def test_path_yang_tidak_ada_menjadi_galat(tmp_path: Path) -> None:
    assert "tidak ada" in satu_galat(baca_buku(tmp_path / "tiada.xlsx")).pesan
    assert "tidak memuat" in satu_galat(baca_buku(tmp_path)).pesan


def test_nama_berkas_yang_bukan_utf8_tetap_dapat_disebut(tmp_path: Path) -> None:
    (tmp_path / "mis\udcff.csv").write_text("kode\n")
    galat = satu_galat(baca(tmp_path))
    assert str(galat).encode()
    assert galat.lembar == "mis?"


@pytest.mark.parametrize(
    ("lembar", "isi", "kolom"),
    [
        ("kinerja_triwulan", f"indikator,tahun,triwulan\nIKU1,{'9' * 5000},1\n", "tahun"),
        ("kinerja_triwulan", f"indikator,tahun,triwulan\nIKU1,2024,{'0' * 5000}1\n", "triwulan"),
        ("narasi", f"bagian,urutan,isi\nbab1,{'1' * 5000},a\n", "urutan"),
        ("klaim", f"rujukan,besaran,subjek,nilai\nTabel 1,capaian,IKU1,{'1' * 5000}\n", "nilai"),
    ],
)
def test_bilangan_ribuan_digit_ditolak_dengan_nama_selnya(tmp_path: Path, lembar: str, isi: str, kolom: str) -> None:
    galat = satu_galat(baca(tmp_path, **{lembar: isi}))
    assert (galat.lembar, galat.baris, galat.kolom) == (lembar, 2, kolom)


@pytest.mark.parametrize(
    ("lembar", "isi", "kolom", "alamat"),
    [
        ("misi", f"kode,uraian\n{'k' * 101},a\n", "kode", "A2"),
        ("sakip", f"tahun,komponen\n2024,{'k' * 201}\n", "komponen", "B2"),
        ("instansi", f"kunci,nilai\nkode,X\npemda,{'k' * 201}\n", "pemda", "B3"),
        ("instansi", f"kunci,nilai\nkode,{'X' * 101}\n", "kode", "B2"),
        ("pengaturan", "kunci,nilai\ntahun,2024\nrenstra_awal,2024\nrenstra_akhir,2020\n", "renstra_akhir", "B4"),
        ("pengaturan", "kunci,nilai\ntahun,2024\nrenstra_awal,2024\nskala,abc\n", "skala", "B4"),
    ],
)
def test_yang_akan_ditolak_basis_data_sudah_disebut_saat_membaca(
    tmp_path: Path, lembar: str, isi: str, kolom: str, alamat: str
) -> None:
    galat = satu_galat(baca(tmp_path, **{lembar: isi}))
    assert (galat.lembar, galat.kolom, galat.alamat) == (lembar, kolom, alamat)
    assert galat.baris == int(alamat[1:])


def test_yang_persis_sepanjang_kolomnya_diterima(tmp_path: Path) -> None:
    hasil = baca(
        tmp_path,
        pengaturan="kunci,nilai\ntahun,2024\nrenstra_awal,2024\nrenstra_akhir,2024\n",
        misi=f"kode\n{'k' * 100}\n",
        sakip=f"tahun,komponen,bobot\n2024,{'k' * 200},30\n",
        klaim=f"rujukan,besaran,subjek,nilai\nTabel 1,nilai_komponen_maks,{'k' * 200},27\n",
    )
    assert hasil.daftar_galat == ()


def test_satu_galat_satu_baris_walau_namanya_memuat_ganti_baris(tmp_path: Path) -> None:
    galat = satu_galat(baca(tmp_path, misi='kode,"ura\r\nian\u2028"\nM1,a\n'))
    assert len(str(galat).splitlines()) == 1
