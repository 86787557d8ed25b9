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
