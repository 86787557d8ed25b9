"""Free tables in the browser: cells keep their kind, every button keeps what was typed, a table comes back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lkjip.buku_kerja.parse import baca_buku
from lkjip.buku_kerja.writers.csv_folder import tulis_csv_folder
from lkjip.laporan.models import TabelBebas
from lkjip.laporan.selectors import rekaman_tabel
from lkjip.perencanaan.lembar.tabel import (
    FormulirTabel,
    TabelDitolak,
    baca_formulir_tabel,
    baca_sel_bebas,
    formulir_tabel,
    tulis_sel_bebas,
)
from lkjip.selectors import load_buku
from renstra.models import TahunKinerja
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN

_TEKS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
_ANGKA = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False, allow_infinity=False)


@given(
    st.one_of(
        _TEKS,
        _ANGKA,
        st.from_regex(r"'{0,2}-?[0-9]{1,20}([.,][0-9]{1,4})?", fullmatch=True),
        st.from_regex(r"'{0,2}-?[0-9]{1,3}([.][0-9]{3}){1,7}(,[0-9]{1,3})?", fullmatch=True),
    )
)
def test_sel_kembali_seperti_yang_ditulis(isi: str | Decimal) -> None:
    sel = baca_sel_bebas(isi) if isinstance(isi, str) else isi
    assert repr(baca_sel_bebas(tulis_sel_bebas(sel))) == repr(sel)


@pytest.mark.parametrize(
    ("teks", "sel"),
    [
        ("27,00", Decimal("27.00")),
        ("45", Decimal(45)),
        ("'45", "45"),
        ("007", "007"),
        ("198001012005011001", "198001012005011001"),
        ("1.234", "1.234"),
        ("1.234.567", Decimal(1234567)),
        ("-1.234,50", Decimal("-1234.50")),
        ("'1.234.567", "1.234.567"),
        ("1.23.456", "1.23.456"),
        ("  ", None),
        ("Diploma III", "Diploma III"),
    ],
)
def test_angka_dan_teks_dibedakan(teks: str, sel: object) -> None:
    assert repr(baca_sel_bebas(teks)) == repr(sel)


def test_baris_dan_kolom_ditambah_dihapus_tanpa_mengubah_yang_lain() -> None:
    tabel = FormulirTabel("b", "", "", ("A", "B"), (("1", "2"), ("3", "4")))
    assert tabel.dengan("tambah_kolom").kepala == ("A", "B", "")
    assert tabel.dengan("hapus_kolom-0").baris == (("2",), ("4",))
    assert tabel.dengan("hapus_baris-1").baris == (("1", "2"),)
    assert tabel.dengan("hapus_baris-9") == tabel
    assert tabel.dengan_tempelan("X\tY\tZ\n1\t2").baris == (("1", "2", ""),)
    with pytest.raises(TabelDitolak, match="bagian"):
        FormulirTabel().tabel("tabel_01")


def _kirim(formulir: FormulirTabel, **lain: str) -> dict[str, str]:
    isi = {"bagian": formulir.bagian, "judul": formulir.judul, "sumber": formulir.sumber, **lain}
    isi |= {f"kepala-{k}": teks for k, teks in enumerate(formulir.kepala)}
    isi |= {f"sel-{b}-{k}": sel for b, baris in enumerate(formulir.baris) for k, sel in enumerate(baris)}
    assert baca_formulir_tabel(isi) == formulir
    return isi


@pytest.mark.django_db
def test_tabel_dibuat_diubah_dihapus_dan_kembali(sebagai: _Sebagai, tmp_path: Path) -> None:
    client, tahun = sebagai("perencana"), TahunKinerja.objects.get(instansi__kode=SENDIRI)
    baru = reverse("ubah_tabel_bebas", args=[SENDIRI, TAHUN, "baru"])
    isi = FormulirTabel("bab1.sdm", "Pegawai", "BKD", ("Gol", "Jumlah"), (("III", "27,50"), ("", "")))
    tambah = client.post(baru, _kirim(isi, aksi="tambah_baris"))
    assert len(tambah.context["formulir"].baris) == 3
    assert not TabelBebas.objects.exists()
    client.post(baru, _kirim(isi, aksi="simpan"))
    alamat = reverse("ubah_tabel_bebas", args=[SENDIRI, TAHUN, "tabel_01"])
    halaman = client.get(alamat)
    tersimpan = halaman.context["formulir"]
    assert tersimpan.baris == (("III", "27,50"),)
    tulis_csv_folder(load_buku(tahun), tmp_path)
    assert baca_buku(tmp_path).buku == load_buku(tahun)
    lama = _kirim(tersimpan, aksi="simpan", dasar=halaman.context["dasar"])
    client.post(alamat, {**lama, "judul": "Pegawai 2024"})
    assert TabelBebas.objects.get().judul == "Pegawai 2024"
    basi = client.post(alamat, {**lama, "judul": "Lain"})
    assert basi.status_code == 422
    assert "sudah diubah atau dihapus orang lain" in basi.content.decode()
    semula = load_buku(tahun)
    jawaban = client.post(reverse("hapus_tabel_bebas", args=[SENDIRI, TAHUN, "tabel_01"]), follow=True)
    assert not TabelBebas.objects.exists()
    tujuan = jawaban.content.decode().partition('action="/urungkan/')[2].partition('"')[0]
    client.post(f"/urungkan/{tujuan}")
    assert load_buku(tahun) == semula
    assert formulir_tabel(semula.laporan.daftar_tabel[0]).judul == "Pegawai 2024"


def _tempelan(banyak: int, lebar: int = 12) -> str:
    return "\n".join("\t".join(f"{ke}-{satu}" for satu in range(lebar)) for ke in range(banyak + 1))


@pytest.mark.django_db
def test_tabel_dua_ribu_baris_ditempel_disimpan_dan_diubah_sebagai_satu_teks(sebagai: _Sebagai) -> None:
    client, baru = sebagai("perencana"), reverse("ubah_tabel_bebas", args=[SENDIRI, TAHUN, "baru"])
    kirim = _kirim(FormulirTabel("bab1.sdm")) | {"aksi": "tempel", "tempelan": _tempelan(2_000)}
    halaman = client.post(baru, kirim).content.decode()
    assert 'name="sel-' not in halaman
    assert "2000 baris × 12 kolom" in halaman
    dasar = halaman.partition('name="dasar" value="')[2].partition('"')[0]
    simpan = {"bagian": "bab1.sdm", "blok": _tempelan(2_000), "dasar": dasar, "aksi": "simpan"}
    tujuan = client.post(baru, simpan).headers["Location"]
    baris = TabelBebas.objects.get(nama=tujuan.rstrip("/").rpartition("/")[2])
    assert client.get(tujuan).content.decode().count("<input") < 10
    formulir = formulir_tabel(rekaman_tabel(baris))
    assert (len(formulir.baris), formulir.baris[-1][-1]) == (2_000, "2000-11")
    assert baca_formulir_tabel({"bagian": "bab1.sdm", "blok": formulir.blok}) == formulir


@pytest.mark.django_db
def test_tempelan_di_atas_batas_ditolak_dengan_ukurannya_dan_tetap_tertulis(sebagai: _Sebagai) -> None:
    baru = reverse("ubah_tabel_bebas", args=[SENDIRI, TAHUN, "baru"])
    simpan = {"bagian": "bab1.sdm", "judul": "Daftar pegawai", "blok": _tempelan(2_001), "aksi": "simpan"}
    jawaban = sebagai("perencana").post(baru, simpan)
    assert jawaban.status_code == 422
    assert "2001 baris × 12 kolom" in jawaban.content.decode()
    assert "2001-11" in jawaban.content.decode()
    assert 'value="Daftar pegawai"' in jawaban.content.decode()


@pytest.mark.django_db
def test_bagian_dipilih_dari_kerangka_laporan(sebagai: _Sebagai) -> None:
    halaman = sebagai("perencana").get(reverse("ubah_tabel_bebas", args=[SENDIRI, TAHUN, "baru"])).content.decode()
    assert '<input class="form-control" id="bagian" name="bagian" value="" required list="pilihan-bagian"' in halaman
    assert '<option value="bab1.' in halaman
