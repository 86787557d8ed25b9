"""The organisation as rows: what is refused, how it is drawn, and its page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.data import BukuKerja
from lkjip.halaman.struktur import FormulirStruktur, baca_formulir_struktur, formulir_struktur
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.struktur import bagan_struktur, pohon_jabatan
from lkjip.laporan.data import TabelBebas
from lkjip.laporan.data_jabatan import MAKS_JABATAN, Jabatan, baca_jabatan, salah_jabatan
from lkjip.laporan.isi import Bagian, Grafik, Tabel
from lkjip.laporan.isi_pohon import DataPohon, KotakPohon
from lkjip.laporan.models import TabelBebas as BarisTabel
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_laporan
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from tests.pembuat import buat_data
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

KEPALA = Jabatan("Kepala Dinas", "Nama Contoh")
BAWAHAN = (Jabatan("Sekretaris", "", "Kepala Dinas"), Jabatan("Kepala Bidang A", "Nama Lain", "kepala  dinas"))
RANTING = Jabatan("Kasubbag Umum", "", "Sekretaris")
SEMUA = (KEPALA, *BAWAHAN, RANTING)
JUDUL = ("Jabatan", "Nama", "Atasan")


def _tabel(*daftar: Jabatan, bagian: str = "bab1.struktur", kepala: tuple[str, ...] = JUDUL) -> TabelBebas:
    return TabelBebas("tabel_01", bagian, "", "", kepala, tuple((j.jabatan, j.nama or None, j.atasan) for j in daftar))


def _bagian(tabel: TabelBebas) -> Bagian:
    buku = BukuKerja(buat_data())
    dokumen = compose(replace(buku, laporan=replace(buku.laporan, daftar_tabel=(tabel,))))
    return next(b for bab in dokumen.bab for b in bab.isi if isinstance(b, Bagian) and b.kunci == "bab1-struktur")


@pytest.mark.parametrize(
    ("daftar", "sebut"),
    [
        ((Jabatan("", "Nama"),), "Baris 1 belum memuat jabatan"),
        ((KEPALA, Jabatan("kepala dinas")), "tertulis 2 kali"),
        ((Jabatan("Kasi", "", "Kabid"),), "Atasan “Kabid” dari “Kasi” tidak ada"),
        ((Jabatan("A", "", "A"),), "melingkar"),
        ((Jabatan("A", "", "B"), Jabatan("B", "", "C"), Jabatan("C", "", "B")), "melingkar"),
        ((Jabatan("A"),) * (MAKS_JABATAN + 1), f"paling banyak {MAKS_JABATAN}"),
    ],
)
def test_susunan_yang_tidak_dapat_digambar_ditolak_dengan_kalimat(daftar: tuple[Jabatan, ...], sebut: str) -> None:
    assert any(sebut in kalimat for kalimat in salah_jabatan(daftar))


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 9)), max_size=9))
def test_yang_tanpa_salah_selalu_tergambar_utuh(pasangan: list[tuple[int, int]]) -> None:
    daftar = tuple(Jabatan(f"J{a}", "", f"J{b}" if b < 9 else "") for a, b in pasangan)
    if salah_jabatan(daftar):
        return

    def hitung(kotak: KotakPohon) -> int:
        return 1 + sum(map(hitung, kotak.anak))

    assert sum(map(hitung, pohon_jabatan(daftar))) == len(daftar)


def test_judul_kolom_menentukan_bagan_atau_tabel_biasa() -> None:
    rapi = (*SEMUA[:2], replace(SEMUA[2], atasan="kepala dinas"), SEMUA[3])
    assert baca_jabatan(_tabel(*SEMUA, kepala=("JABATAN", " nama ", "atasan"))) == rapi
    assert baca_jabatan(TabelBebas("t", "b", kepala=("Jabatan", "Atasan"), baris=(("A", None),))) == (Jabatan("A"),)
    for kepala in (("Jabatan", "Jumlah"), ("Jabatan", "Nama", "Atasan", "Golongan"), ()):
        assert baca_jabatan(TabelBebas("t", "b", kepala=kepala)) is None


def test_bagian_struktur_memuat_bagan_menggantikan_tabelnya() -> None:
    bagian = _bagian(_tabel(*SEMUA))
    (grafik,) = bagian.isi
    assert isinstance(grafik, Grafik)
    assert grafik.kunci == "tabel-bebas-tabel_5f_01"
    assert grafik.judul.startswith("Struktur Organisasi")
    assert "Kepala Dinas (Nama Contoh) membawahkan Sekretaris; Kepala Bidang A (Nama Lain)." in grafik.alt
    assert "Sekretaris membawahkan Kasubbag Umum." in grafik.alt
    assert not bagian.mendatar


def test_bagan_lebar_berdiri_di_halaman_mendatar_dan_yang_terlalu_lebar_dibagi() -> None:
    lebar = [KEPALA, *(Jabatan(f"Kepala Bidang {n}", "", "Kepala Dinas") for n in range(6))]
    assert _bagian(_tabel(*lebar)).mendatar
    banyak = [KEPALA, *(Jabatan(f"Puskesmas {n}", "", "Kepala Dinas") for n in range(20))]
    daftar = [blok for blok in _bagian(_tabel(*banyak)).isi if isinstance(blok, Grafik)]
    assert len(daftar) == 3
    assert len({blok.kunci for blok in daftar}) == 3
    kotak = [k for blok in daftar if isinstance(blok.data, DataPohon) for a in blok.data.akar for k in a.anak]
    assert [k.uraian for k in kotak] == [j.jabatan for j in banyak[1:]]


def test_susunan_yang_salah_tetap_tercetak_sebagai_tabel() -> None:
    (tabel,) = _bagian(_tabel(Jabatan("Kasi", "", "Kabid"))).isi
    assert isinstance(tabel, Tabel)


def test_bagan_ada_di_semua_bentuk_berkas() -> None:
    buku = BukuKerja(buat_data())
    jahat = Jabatan("<script>alert(1)</script>", "", "Kepala Dinas")
    dokumen = compose(replace(buku, laporan=replace(buku.laporan, daftar_tabel=(_tabel(*SEMUA, jahat),))))
    html = html_laporan(dokumen)
    assert "Kasubbag Umum" in html
    assert "<script" not in html
    assert docx_laporan(dokumen)
    assert bagan_struktur(Konteks(buku), _tabel(KEPALA), [KEPALA])[0].alt.endswith("Kepala Dinas (Nama Contoh).")


def test_baris_ditambah_dipindah_ditempel_dan_diusulkan() -> None:
    isi = FormulirStruktur("J", "S", SEMUA)
    assert isi.dengan("naik-1").daftar[:2] == (BAWAHAN[0], KEPALA)
    assert isi.dengan("naik-0") == isi.dengan("hapus-99") == isi
    assert isi.dengan("hapus-3").daftar == SEMUA[:3]
    assert len(isi.dengan("tambah").daftar) == 7
    assert isi.dengan("tambah").terisi == SEMUA
    tempelan = isi.dengan_tempelan("Atasan\tJabatan\n\tKepala\nKepala\tSekretaris")
    assert tempelan.daftar == (Jabatan("Kepala"), Jabatan("Sekretaris", "", "Kepala"))
    assert isi.dengan_tempelan("Kepala\tNama\t\nKasi\t\tKepala").daftar[1] == Jabatan("Kasi", "", "Kepala")
    assert isi.dengan_usulan([KEPALA, Jabatan("Baru")]).daftar == (*SEMUA, Jabatan("Baru"))
    with pytest.raises(ValueError, match="paling banyak"):
        isi.dengan_tempelan("A\n" * (MAKS_JABATAN + 2))


def _kirim(client: Client, isi: FormulirStruktur, aksi: str, dasar: str, **lain: str) -> object:
    kirim = {"judul": isi.judul, "sumber": isi.sumber, "aksi": aksi, "dasar": dasar, **lain}
    for n, satu in enumerate(isi.daftar):
        kirim |= {f"jabatan-{n}": satu.jabatan, f"nama-{n}": satu.nama, f"atasan-{n}": satu.atasan}
    assert baca_formulir_struktur(kirim).terisi == isi.terisi
    return client.post(reverse("struktur_organisasi", args=[SENDIRI, TAHUN]), kirim, follow=True)


@pytest.mark.django_db
def test_struktur_disimpan_ikut_buku_kerja_dan_dapat_diurungkan(sebagai: _Sebagai, tmp_path: Path) -> None:
    client, tahun = sebagai("perencana"), TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)
    semula = load_buku(tahun)
    halaman = client.get(reverse("struktur_organisasi", args=[SENDIRI, TAHUN]))
    isi = FormulirStruktur("Bagan Kami", "Pergub", (KEPALA, Jabatan("Sekretaris", "", "Kepala Dinas")))
    jawaban = _kirim(client, isi, "simpan", halaman.context["dasar"])
    baris = BarisTabel.objects.get(tahun_kinerja=tahun)
    assert (baris.bagian, baris.kepala) == ("bab1.struktur", ["Jabatan", "Nama", "Atasan"])
    tulis_csv_folder(load_buku(tahun), tmp_path)
    assert baca_buku(tmp_path).buku == load_buku(tahun)
    assert formulir_struktur(load_buku(tahun).laporan.daftar_tabel[0]).terisi == isi.terisi
    basi = _kirim(client, replace(isi, judul="Lain"), "simpan", halaman.context["dasar"])
    assert basi.status_code == 422  # type: ignore[attr-defined]
    assert "sudah diubah orang lain" in basi.content.decode()  # type: ignore[attr-defined]
    tujuan = jawaban.content.decode().partition('action="/urungkan/')[2].partition('"')[0]  # type: ignore[attr-defined]
    client.post(f"/urungkan/{tujuan}")
    assert load_buku(tahun) == semula


@pytest.mark.django_db
def test_halaman_menolak_yang_melingkar_dan_tidak_kehilangan_ketikan(sebagai: _Sebagai) -> None:
    client = sebagai("perencana")
    dasar = client.get(reverse("struktur_organisasi", args=[SENDIRI, TAHUN])).context["dasar"]
    jawaban = _kirim(client, FormulirStruktur("", "", (Jabatan("A", "", "A"),)), "simpan", dasar)
    assert jawaban.status_code == 422  # type: ignore[attr-defined]
    assert "melingkar" in jawaban.content.decode()  # type: ignore[attr-defined]
    assert 'value="A"' in jawaban.content.decode()  # type: ignore[attr-defined]
    assert not BarisTabel.objects.exists()
    usul = _kirim(client, FormulirStruktur(), "usul", dasar)
    assert usul.context["formulir"].terisi[0].jabatan  # type: ignore[attr-defined]
    assert "belum disimpan" in usul.content.decode()  # type: ignore[attr-defined]
    pratinjau = client.post(reverse("pratinjau_struktur", args=[SENDIRI, TAHUN]), {"jabatan-0": "Kepala <b>"})
    assert "Kepala &lt;b&gt;" in pratinjau.content.decode()
