"""What the head answers for a finding: when it counts, who may give it, how it is printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lkjip.buku_kerja.services import impor_buku
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.isi import Bab, Tabel, Teks
from lkjip.laporan.render.docx import docx_laporan
from lkjip.laporan.render.html import html_isi
from lkjip.laporan.render.xlsx import xlsx_laporan
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import (
    Jawaban,
    Temuan,
    Tingkat,
    belum_dijawab,
    hitung_temuan,
    pasangkan_jawaban,
)
from lkjip.pemeriksaan.selectors import load_jawaban
from lkjip.pemeriksaan.services import batal_jawab, jawab_temuan
from lkjip.riwayat.models import Riwayat
from lkjip.selectors import load_buku, load_buku_laporan
from renstra.models import TahunKinerja
from tests.pembuat import baris, uang
from tests.situs.conftest import _Sebagai
from tests.situs.pemeran import SENDIRI, TAHUN, buku_uji

ALASAN = "Pergeseran anggaran belum masuk DPA."
CONTOH = Path(__file__).resolve().parents[2] / "contoh" / "bkd-kalbar-2023-tw1"


def _temuan(nilai: str = "1", **lain: Any) -> Temuan:
    return Temuan("ANG-01", Tingkat.GALAT, f"Pagu {nilai}", subjek="P", nilai=nilai, **lain)


def _jawaban(temuan: Temuan) -> Jawaban:
    saat = datetime(2025, 2, 1, 8, tzinfo=UTC)
    return Jawaban(temuan.kunci, temuan.sidik, temuan.aturan, temuan.pesan, ALASAN, "Ibu Kepala", saat)


def test_jawaban_berlaku_selama_angkanya_sama() -> None:
    lama, baru = _temuan("1"), _temuan("2")
    assert belum_dijawab([lama], [_jawaban(lama)]) == ()
    assert belum_dijawab([baru], [_jawaban(lama)]) == (baru,)
    assert pasangkan_jawaban([baru, lama], [_jawaban(lama)]) == ((lama, _jawaban(lama)),)


def test_hanya_galat_atas_data_sendiri_yang_menahan() -> None:
    daftar = [_temuan(), _temuan(klaim=True, butir="k"), replace(_temuan(), tingkat=Tingkat.PERINGATAN, butir="p")]
    assert belum_dijawab(daftar, []) == (daftar[0],)
    rekap = hitung_temuan(daftar, [_jawaban(daftar[0])])
    assert (rekap.galat, rekap.peringatan, rekap.menahan, rekap.terjawab, rekap.klaim) == (1, 1, 0, 1, 1)


def test_kunci_yang_panjang_tetap_muat_dan_berbeda() -> None:
    satu, dua = (_temuan(butir="x" * 300 + akhir) for akhir in "ab")
    assert len(satu.kunci) == 200
    assert satu.kunci != dua.kunci


def _buku(pagu: int = 101) -> BukuKerja:
    """The small agency-year, with a programme whose pagu is not that of its parts."""
    dasar = buku_uji(SENDIRI)
    anggaran = replace(
        dasar.data.anggaran,
        daftar_anggaran=(baris("P", pagu=pagu), baris("P.1", "P", 100)),
        daftar_realisasi_anggaran=(uang("P.1", 50),),
    )
    return replace(dasar, data=replace(dasar.data, anggaran=anggaran))


def _ang(tahun: TahunKinerja) -> Temuan:
    (temuan,) = periksa(load_buku(tahun), hanya={"ANG-01"})
    return temuan


@pytest.fixture
def tahun(sebagai: _Sebagai) -> TahunKinerja:
    impor_buku(buku=_buku())
    return TahunKinerja.objects.get(instansi__kode=SENDIRI, tahun=TAHUN)


def test_jawaban_disimpan_berriwayat_diganti_dan_dibatalkan(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    kepala, temuan = sebagai.pemeran["kepala"], _ang(tahun)
    jawab_temuan(tahun_kinerja=tahun, temuan=temuan, alasan=f"  {ALASAN}\n", oleh=kepala)
    jawab_temuan(tahun_kinerja=tahun, temuan=temuan, alasan=f"{ALASAN} Benar.", oleh=kepala)
    (jawaban,) = load_jawaban(tahun)
    assert (jawaban.alasan, jawaban.oleh) == (f"{ALASAN} Benar.", "Tuan kepala")
    assert belum_dijawab([temuan], [jawaban]) == ()
    assert batal_jawab(tahun_kinerja=tahun, kunci=temuan.kunci, oleh=kepala)
    assert not batal_jawab(tahun_kinerja=tahun, kunci=temuan.kunci, oleh=kepala)
    assert load_jawaban(tahun) == ()
    assert Riwayat.objects.filter(tabel="pemeriksaan_jawabantemuan", nama_oleh=kepala.username).count() == 3


@pytest.mark.parametrize("alasan", ["", "ya", "1 2 3 4", "x " * 1500])
def test_alasan_yang_tidak_mengatakan_apa_pun_ditolak(sebagai: _Sebagai, tahun: TahunKinerja, alasan: str) -> None:
    with pytest.raises(ValidationError):
        jawab_temuan(tahun_kinerja=tahun, temuan=_ang(tahun), alasan=alasan, oleh=sebagai.pemeran["kepala"])


def test_impor_ulang_tidak_menyentuh_jawaban(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    jawab_temuan(tahun_kinerja=tahun, temuan=_ang(tahun), alasan=ALASAN, oleh=sebagai.pemeran["kepala"])
    semula = load_jawaban(tahun)
    impor_buku(buku=_buku(102))
    assert load_jawaban(tahun) == semula
    assert belum_dijawab([_ang(tahun)], semula) == (_ang(tahun),)


# The page


def _kirim(client: Client, temuan: Temuan, alasan: str = ALASAN, **lain: Any) -> Any:
    isi = {"kunci": temuan.kunci, "sidik": temuan.sidik, "alasan": alasan}
    return client.post(reverse("jawab_temuan", args=[SENDIRI, TAHUN]), isi | lain.pop("ganti", {}), **lain)


def _halaman(client: Client, kueri: str = "") -> str:
    return client.get(f"{reverse('temuan', args=[SENDIRI, TAHUN])}{kueri}").content.decode()


def test_kepala_menjawab_tanpa_skrip_lalu_jawabannya_tampak(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client, temuan = sebagai("kepala"), _ang(tahun)
    assert "menahan LKjIP tahunan menjadi final" in _halaman(client)
    jawaban = _kirim(client, temuan, "Pagu <b>lama</b> tetap dipakai.", follow=True)
    isi = jawaban.content.decode()
    assert "Jawaban disimpan." in isi
    assert "Pagu &lt;b&gt;lama&lt;/b&gt; tetap dipakai." in isi
    assert "Dijawab Tuan kepala" in isi
    client.post(reverse("batal_jawab_temuan", args=[SENDIRI, TAHUN]), {"kunci": temuan.kunci})
    assert load_jawaban(tahun) == ()


def test_lewat_htmx_yang_kembali_hanya_kartunya_dan_rekapnya(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    jawaban = _kirim(sebagai("kepala"), _ang(tahun), headers={"HX-Request": "true"})
    isi = jawaban.content.decode()
    assert "<html" not in isi
    assert isi.count("hx-swap-oob") == 1
    assert "temuan--terjawab" in isi


def test_yang_ditolak_kembali_dengan_kalimat_dan_ketikannya(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client, temuan = sebagai("kepala"), _ang(tahun)
    pendek = _kirim(client, temuan, "ya")
    assert (pendek.status_code, "Tulis alasannya" in pendek.content.decode()) == (422, True)
    basi = _kirim(client, temuan, ganti={"sidik": "lama"})
    assert basi.status_code == 409
    assert ALASAN in basi.content.decode()
    assert "sudah tidak ada" in _kirim(client, temuan, ganti={"kunci": "X|Y|"}, follow=True).content.decode()
    assert load_jawaban(tahun) == ()


def test_data_yang_berubah_sejak_dijawab_disebut(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("kepala")
    _kirim(client, _ang(tahun))
    impor_buku(buku=_buku(102))
    isi = _halaman(client)
    assert "Data berubah sejak dijawab" in isi
    assert ALASAN in isi
    impor_buku(buku=_buku(100))
    assert "Jawaban yang tidak diperlukan lagi" in _halaman(client)


def test_saringan_dan_keadaan_kosong(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("verifikator")
    assert "ANG-01" in _halaman(client, "?tampil=galat")
    assert "Tidak ada temuan seperti itu" in _halaman(client, "?tampil=terjawab")
    assert "ANG-01" in _halaman(client, "?tampil=entah")


def test_banyak_temuan_tidak_menambah_kueri(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    client = sebagai("kepala")
    banyak = []
    for n in (1, 30):
        kode = [(f"P{i}", f"P{i}.1") for i in range(n)]
        buku = _buku()
        daftar = tuple(b for p, a in kode for b in (baris(p, pagu=5), baris(a, p, 4)))
        anggaran = replace(buku.data.anggaran, daftar_anggaran=daftar, daftar_realisasi_anggaran=())
        impor_buku(buku=replace(buku, data=replace(buku.data, anggaran=anggaran)))
        for temuan in periksa(load_buku(tahun), hanya={"ANG-01"}):
            jawab_temuan(tahun_kinerja=tahun, temuan=temuan, alasan=ALASAN, oleh=sebagai.pemeran["kepala"])
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            assert _halaman(client).count("Dijawab Tuan kepala") == n
        banyak.append(len(kueri))
    assert banyak[0] == banyak[1] <= 50


# The annex


def _lampiran(buku: BukuKerja) -> Bab | None:
    return next((b for b in compose(buku).bab if b.kunci == "lampiran-pertanggungjawaban"), None)


def test_jawaban_yang_berlaku_dicetak_di_lampiran(sebagai: _Sebagai, tahun: TahunKinerja) -> None:
    assert _lampiran(load_buku_laporan(tahun)) is None
    jawab_temuan(tahun_kinerja=tahun, temuan=_ang(tahun), alasan=ALASAN, oleh=sebagai.pemeran["kepala"])
    buku = load_buku_laporan(tahun)
    bab = _lampiran(buku)
    assert bab is not None
    (tabel,) = [b for b in bab.isi if isinstance(b, Tabel)]
    sel = ["".join(p.isi for p in s.isi if isinstance(p, Teks)) for s in tabel.baris[0].sel]
    assert sel[2:5] == ["101", "100", ALASAN]
    assert sel[5].startswith("Tuan kepala, ")
    assert buku == load_buku(tahun)  # no content of the workbook
    assert ALASAN in repr(buku)  # but part of what a file is found by
    impor_buku(buku=_buku(102))
    assert _lampiran(load_buku_laporan(tahun)) is None


@pytest.mark.parametrize("cetak", [html_isi, xlsx_laporan, docx_laporan], ids=["html", "xlsx", "docx"])
def test_lampiran_ada_dalam_setiap_bentuk(cetak: Callable[[Any], Any]) -> None:
    buku = _buku()
    jawaban = tuple(map(_jawaban, periksa(buku, hanya={"ANG-01"})))
    dengan = replace(buku, laporan=replace(buku.laporan, daftar_jawaban=jawaban))
    assert len(cetak(compose(dengan))) > len(cetak(compose(buku)))


# The command


def test_perintah_periksa_tanpa_basis_data(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as keluar:
        call_command("periksa", str(CONTOH), "--json")
    assert keluar.value.code == 2
    daftar = json.loads(capsys.readouterr().out)
    assert {"id", "tingkat", "pesan", "letak", "nilai", "seharusnya"} <= daftar[0].keys()
    assert (daftar[0]["nilai"], daftar[0]["seharusnya"]) == ("4355964609", "4355964009")
    assert [d["menahan"] for d in daftar].count(True) == 5


def test_perintah_periksa_dari_basis_data_mengenal_jawaban(
    sebagai: _Sebagai, tahun: TahunKinerja, capsys: pytest.CaptureFixture[str]
) -> None:
    jawab_temuan(tahun_kinerja=tahun, temuan=_ang(tahun), alasan=ALASAN, oleh=sebagai.pemeran["kepala"])
    call_command("periksa", SENDIRI, str(TAHUN), "--aturan", "ANG-01")
    keluar = capsys.readouterr()
    assert "ANG-01 galat: " in keluar.out
    assert "1 terjawab, 0 menahan" in keluar.err
