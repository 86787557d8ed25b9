"""The way of a reviu: who sees what when, what keeps the end back, and for which content the statement holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinerja.akses_reviu import HakReviu
from kinerja.data_reviu import DataReviu, JawabanReviu, SimpulanReviu, TahapReviu
from kinerja.models import CatatanReviu, Reviu
from kinerja.selectors_pengisian import hari_ini
from kinerja.selectors_reviu import keadaan_reviu, load_reviu
from kinerja.services_catatan_reviu import (
    hapus_catatan,
    putuskan_catatan,
    tambah_catatan,
    tanggapi_catatan,
    ubah_catatan,
)
from kinerja.services_reviu import baca_ulang, batalkan_reviu, kirim_catatan
from lkjip.akun.models import Pengguna
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import BIDANG_APIP
from lkjip.laporan.render.bidang_tanda import daftar_pihak
from lkjip.reviu.selectors import load_dokumen_reviu
from lkjip.selectors import load_buku_laporan
from renstra.akses import Hak
from renstra.models import TahunKinerja
from tests.reviu.dunia_reviu import buat_selesai, jawab, jawab_semua, mulai, selesaikan, sidik_kini
from tests.terbitan.dunia_terbitan import naskah_kini, ubah_data

YA, TIDAK, TAK_BERLAKU = JawabanReviu.YA, JawabanReviu.TIDAK, JawabanReviu.TIDAK_BERLAKU
Pemeran = dict[str, Pengguna]


def _muat(reviu: Reviu) -> DataReviu:
    reviu.refresh_from_db()
    return load_reviu(reviu)


def _catat(reviu: Reviu, oleh: Pengguna, jangkar: str = "bab-1") -> CatatanReviu:
    return tambah_catatan(reviu=reviu, jangkar=jangkar, judul_jangkar="BAB I", isi="Lengkapi.", oleh=oleh)


def test_pernyataan_tercetak_selama_isinya_yang_dibaca(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    sebelum, naskah_awal = sidik_kini(tahun), naskah_kini(tahun)
    buat_selesai(tahun, pemeran["inspektorat"])
    assert sidik_kini(tahun) == sebelum == keadaan_reviu(tahun).sidik_isi
    assert keadaan_reviu(tahun).sudah_untuk(sebelum)
    dengan = naskah_kini(tahun)
    assert dengan.sidik != naskah_awal.sidik  # what is frozen holds the statement
    assert "lampiran-pernyataan-reviu" in {bab.kunci for bab in dengan.dokumen.bab}
    assert BIDANG_APIP not in {p.kunci for p in daftar_pihak(dengan.dokumen)}  # the report waits for no Inspektur
    ubah_data()
    assert load_buku_laporan(tahun).laporan.pernyataan_reviu is None
    assert not keadaan_reviu(tahun).sudah_untuk(sidik_kini(tahun))
    assert keadaan_reviu(tahun).selesai


def test_dokumen_reviu_ditandatangani_apip(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    with pytest.raises(LookupError):
        load_dokumen_reviu(tahun, JenisBerkas.PERNYATAAN_REVIU)
    buat_selesai(tahun, pemeran["inspektorat"])
    for jenis in (JenisBerkas.CATATAN_REVIU, JenisBerkas.PERNYATAAN_REVIU):
        dokumen = load_dokumen_reviu(tahun, jenis)
        assert [p.kunci for p in daftar_pihak(dokumen)] == [BIDANG_APIP]
        assert dokumen.penulis == "Inspektorat"
    with pytest.raises(LookupError):
        load_dokumen_reviu(tahun, JenisBerkas.LHE)


def test_hanya_satu_reviu_berjalan_dan_nomornya_berlanjut(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    with pytest.raises(ValidationError, match="sedang berjalan"):
        mulai(tahun, apip)
    with pytest.raises(ValidationError, match="alasan"):
        batalkan_reviu(reviu=reviu, alasan=" ", oleh=apip)
    with pytest.raises(ValidationError, match="karakter kendali"):
        batalkan_reviu(reviu=reviu, alasan="Salah\x00", oleh=apip)
    batalkan_reviu(reviu=reviu, alasan="Salah tahun.", oleh=apip)
    assert mulai(tahun, apip).nomor == 2
    with pytest.raises(ValidationError, match="tidak dapat diubah"):
        jawab(reviu, "R1.1", YA, apip)


def test_reviu_selesai_terkunci_dan_dapat_diulang(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = buat_selesai(tahun, apip)
    for tulis in (
        lambda: jawab(reviu, "R1.1", TIDAK, apip),
        lambda: _catat(reviu, apip),
        lambda: batalkan_reviu(reviu=reviu, alasan="Keliru.", oleh=apip),
    ):
        with pytest.raises(ValidationError, match="tidak dapat diubah"):
            tulis()
    assert mulai(tahun, apip).nomor == 2
    assert keadaan_reviu(tahun).tahap_berjalan is TahapReviu.BERJALAN
    assert keadaan_reviu(tahun).nomor == 1


def test_pertanyaan_bersyarat_mengikuti_yang_ditunjuknya(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    with pytest.raises(ValidationError, match="hanya dijawab bila"):
        jawab(reviu, "R3.3", YA, apip)
    jawab_semua(reviu, apip)
    assert _muat(reviu).daftar_belum == ()
    assert _muat(reviu).berlaku("R3.3") is TAK_BERLAKU
    jawab(reviu, "R3.2", TIDAK, apip)
    assert _muat(reviu).daftar_belum == ("R3.3",)
    with pytest.raises(ValidationError, match="Ya atau Tidak"):
        jawab(reviu, "R3.3", TAK_BERLAKU, apip)
    jawab(reviu, "R3.3", YA, apip)
    assert _muat(reviu).daftar_belum == ()
    assert _muat(reviu).tanpa_catatan == ("R3.2",)
    jawab(reviu, "R3.2", YA, apip)
    assert _muat(reviu).berlaku("R3.3") is TAK_BERLAKU


def test_usul_yang_dipakai_tidak_menghapus_catatan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    jawab(reviu, "R1.1", None, apip, "Baca lagi.")
    jawab(reviu, "R1.1", YA, apip)
    satu = _muat(reviu).jawaban["R1.1"]
    assert (satu.jawaban, satu.catatan) == (YA, "Baca lagi.")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"simpulan": None}, "Pilih simpulan"),
        ({"simpulan": SimpulanReviu.DENGAN_PENGECUALIAN}, "Tulis pengecualian"),
        ({"nomor_surat": " "}, "nomor catatan"),
        ({"tanggal_surat": None}, "tanggal pernyataan"),
        ({"tanggal_surat": hari_ini() + timedelta(days=1)}, "belum tiba"),
        ({"tanggal_surat": hari_ini().replace(year=2020, day=1)}, "mendahului"),
        ({"sidik_dibaca": "lain"}, "berubah sejak dibaca"),
    ],
)
def test_reviu_tidak_selesai_selama_ada_yang_kurang(
    tahun: TahunKinerja, pemeran: Pemeran, isi: dict[str, object], pesan: str
) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    jawab_semua(reviu, apip)
    with pytest.raises(ValidationError, match=pesan):
        selesaikan(reviu, apip, **isi)
    assert _muat(reviu).tahap is TahapReviu.BERJALAN


def test_jawaban_kosong_dan_tidak_tanpa_catatan_menahan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    jawab(reviu, "R1.1", TIDAK, apip)
    with pytest.raises(ValidationError) as galat:
        selesaikan(reviu, apip)
    assert "19 pertanyaan" in str(galat.value) or "pertanyaan yang belum dijawab" in str(galat.value)
    assert "Tulis catatan pada jawaban R1.1" in str(galat.value)


def test_isi_yang_berubah_dibaca_lagi_dahulu(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    jawab_semua(reviu, apip)
    ubah_data()
    with pytest.raises(ValidationError, match="berubah sejak dibaca"):
        selesaikan(reviu, apip)
    with pytest.raises(ValidationError, match="berubah sejak halaman"):
        baca_ulang(reviu=reviu, sidik=sidik_kini(tahun), sidik_dibaca="lama", oleh=apip)
    baca_ulang(reviu=reviu, sidik=sidik_kini(tahun), sidik_dibaca=sidik_kini(tahun), oleh=apip)
    selesaikan(reviu, apip)
    assert _muat(reviu).selesai


def test_catatan_ditanggapi_lalu_dituntaskan(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip, perencana = pemeran["inspektorat"], pemeran["perencana"]
    reviu = mulai(tahun, apip)
    with pytest.raises(ValidationError, match="Belum ada catatan"):
        kirim_catatan(reviu=reviu, oleh=apip)
    catatan = _catat(reviu, apip)
    ubah_catatan(catatan=catatan, jangkar="", judul_jangkar="", isi="Seluruhnya.", oleh=apip)
    with pytest.raises(ValidationError, match="belum dikirim"):
        tanggapi_catatan(catatan=catatan, tanggapan="Sudah.", oleh=perencana)
    kirim_catatan(reviu=reviu, oleh=apip)
    tanggapi_catatan(catatan=catatan, tanggapan="Sudah.", oleh=perencana)
    for tulis in (
        lambda: hapus_catatan(catatan=catatan, oleh=apip),
        lambda: ubah_catatan(catatan=catatan, jangkar="", judul_jangkar="", isi="Lain.", oleh=apip),
    ):
        with pytest.raises(ValidationError, match="sudah ditanggapi"):
            tulis()
    with pytest.raises(ValidationError, match="pereviu lain"):
        putuskan_catatan(catatan=catatan, tuntas=True, oleh=perencana)
    putuskan_catatan(catatan=catatan, tuntas=True, oleh=apip)
    with pytest.raises(ValidationError, match="tuntas"):
        tanggapi_catatan(catatan=catatan, tanggapan="Sekali lagi.", oleh=perencana)
    putuskan_catatan(catatan=catatan, tuntas=False, oleh=apip)
    assert [c.isi for c in _muat(reviu).catatan_terbuka] == ["Seluruhnya."]


def test_catatan_terbuka_memaksa_pengecualian(tahun: TahunKinerja, pemeran: Pemeran) -> None:
    apip = pemeran["inspektorat"]
    reviu = mulai(tahun, apip)
    jawab_semua(reviu, apip)
    _catat(reviu, apip)
    dengan = {"simpulan": SimpulanReviu.DENGAN_PENGECUALIAN, "pengecualian": "Bab I belum lengkap."}
    with pytest.raises(ValidationError, match="Kirim dahulu"):
        selesaikan(reviu, apip, **dengan)
    kirim_catatan(reviu=reviu, oleh=apip)
    with pytest.raises(ValidationError, match="pilih simpulan dengan pengecualian"):
        selesaikan(reviu, apip)
    selesaikan(reviu, apip, **dengan)
    assert keadaan_reviu(tahun).simpulan is SimpulanReviu.DENGAN_PENGECUALIAN


@pytest.mark.parametrize(
    ("peran", "tahap", "catatan", "jawaban"),
    [
        ("inspektorat", TahapReviu.BERJALAN, True, True),
        ("perencana", TahapReviu.BERJALAN, False, False),
        ("perencana", TahapReviu.TANGGAPAN, True, False),
        ("pengelola", TahapReviu.TANGGAPAN, False, False),
        ("pengelola", TahapReviu.SELESAI, True, True),
        ("kepala", TahapReviu.DIBATALKAN, False, False),
    ],
)
def test_siapa_membaca_apa(peran: str, tahap: TahapReviu, catatan: bool, jawaban: bool) -> None:
    hak = HakReviu(Hak(frozenset({peran})), tahap)
    assert (hak.lihat_catatan, hak.lihat_jawaban) == (catatan, jawaban)
