"""Pure: the way as a page tells it, whether a print adds up, a pasted table read line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data_evaluasi import (
    ALUR_EVALUASI,
    AsalEvaluasi,
    KomponenSkema,
    LangkahEval,
    PredikatSkema,
    Skema,
    TahapEvaluasi,
)
from kinerja.data_meja import PELAKU_PER_TAHAP
from kinerja.services_hasil import HasilLhe, kesalahan_hasil
from lkjip.evaluasi.aturan_rekaman import pemeriksaan_rekaman
from lkjip.evaluasi.forms_hasil import baca_tempelan, data_hasil
from lkjip.evaluasi.halaman_alur import (
    SEBUTAN_TAHAP,
    KeadaanTahap,
    LangkahDiambil,
    daftar_pilihan,
    daftar_tahapan,
    sebutan_instansi,
)
from renstra.models import Instansi

T, L, D = TahapEvaluasi, LangkahEval, Decimal
SKEMA = Skema(
    "uji", "Skema Uji", "", (KomponenSkema(1, "Satu", D(60)), KomponenSkema(2, "Dua", D(40))), (),
    (PredikatSkema("A", "Memuaskan", D(80)), PredikatSkema("B", "Baik", D(0))),
)  # fmt: skip
SAAT = datetime(2025, 5, 1, tzinfo=UTC)


def _langkah(apa: LangkahEval, dari: TahapEvaluasi, ke: TahapEvaluasi) -> LangkahDiambil:
    return LangkahDiambil(apa, dari, ke, "Tuan X", SAAT)


def test_setiap_tahap_punya_nama_dan_setiap_tahap_berjalan_punya_giliran() -> None:
    assert set(SEBUTAN_TAHAP) == set(T)
    assert set(PELAKU_PER_TAHAP) == set(T) - {T.TERBIT, T.DIBATALKAN}


def test_setiap_langkah_tim_punya_tombol() -> None:
    pilihan = daftar_pilihan(ALUR_EVALUASI)
    assert len(pilihan) == len([p for p in ALUR_EVALUASI if p.langkah is not L.TANGGAPI])
    assert all(p.tombol and p.keterangan for p in pilihan)


def test_tahap_yang_dikembalikan_tidak_dihitung_selesai() -> None:
    jejak = (_langkah(L.AJUKAN, T.PENILAIAN, T.KETUA), _langkah(L.KEMBALIKAN, T.KETUA, T.PENILAIAN))
    tahapan = daftar_tahapan(T.PENILAIAN, jejak)
    assert [t.keadaan for t in tahapan[:2]] == [KeadaanTahap.KINI, KeadaanTahap.NANTI]
    assert tahapan[0].oleh == ""
    selesai = daftar_tahapan(T.KETUA, (*jejak, jejak[0]))
    assert (selesai[0].keadaan, selesai[0].oleh) == (KeadaanTahap.SELESAI, "Tuan X")


def test_instansi_tidak_membaca_apa_yang_terjadi_di_dalam_tim() -> None:
    assert sebutan_instansi(T.KETUA) == sebutan_instansi(T.PENGENDALI) == sebutan_instansi(T.PENILAIAN)
    assert sebutan_instansi(T.PEMBAHASAN) == sebutan_instansi(T.DISETUJUI)


def _periksa(total: str | None, predikat: str = "") -> tuple[str, ...]:
    hasil = HasilLhe(2020, "uji", {1: D("50.25"), 2: D("30.10")}, D(total) if total else None, predikat)
    return tuple(t.pesan for t in pemeriksaan_rekaman(data_hasil(hasil, SKEMA)).daftar_temuan)


def test_cetakan_yang_tidak_cocok_disebut_bedanya() -> None:
    assert _periksa("80.35", "A") == ()
    assert _periksa("80.45", "A") == ("LHE tahun 2020 menyatakan nilai 80,45, padahal komponennya berjumlah 80,35.",)
    for total in ("80.35", None):
        (kalimat,) = _periksa(total, "B")
        assert "menyatakan predikat B, padahal nilai 80,35 berpredikat A" in kalimat
    tanpa_rincian = HasilLhe(2020, "uji", {}, D("80.35"), "B")
    assert [t.aturan for t in pemeriksaan_rekaman(data_hasil(tanpa_rincian, SKEMA)).daftar_temuan] == ["SAK-05"]


@given(nilai=st.decimals(0, 200, places=2))
def test_nilai_di_atas_bobot_selalu_ditolak_dengan_angkanya(nilai: Decimal) -> None:
    salah = kesalahan_hasil(HasilLhe(2020, "uji", {1: nilai, 2: D(1)}), SKEMA)
    assert ("nilai_1" in salah) == (nilai > 60)
    if salah:
        assert "60" in salah["nilai_1"]


INSTANSI = [Instansi(pk=1, kode="D1", nama="Dinas Satu"), Instansi(pk=2, kode="D2", nama="Dinas Dua")]
TERCATAT = {(1, 2019): (7, AsalEvaluasi.DIREKAM), (2, 2019): (8, AsalEvaluasi.DIKERJAKAN)}


def test_tabel_tempelan_dibaca_baris_demi_baris() -> None:
    teks = "Kode\tTahun\tSatu\tDua\nD1\t2020\t50,25\t30,1\t80,35\ta\t700/1\t22/05/2021\n\nD1\t2019\t10\t10\n"
    satu, dua = baca_tempelan(teks, SKEMA, INSTANSI, TERCATAT)
    assert (satu.galat, satu.pk) == ((), None)
    assert satu.hasil == HasilLhe(
        2020, "uji", {1: D("50.25"), 2: D("30.1")}, D("80.35"), "A", "700/1", date(2021, 5, 22)
    )
    assert (dua.galat, dua.pk) == ((), 7)


@pytest.mark.parametrize(
    ("baris", "sebab"),
    [
        ("X9\t2020\t1\t1", "bukan instansi"),
        ("D1\tdua\t1\t1", "Tahun"),
        ("D1\t2020\t61\t1", "melebihi bobotnya, 60"),
        ("D1\t2020\tbaik\t1", "Satu: "),
        ("D1\t2020\t1", "Isi nilai Dua"),
        ("D1\t2020\t1\t1\t2\tZ", "Predikat"),
        ("D1\t2020\t1\t1\t2\tA\t1\tkemarin", "bukan tanggal"),
        ("D2\t2019\t1\t1", "dikerjakan di sini"),
        ("D1\t2018\t1\t1\nD1\t2018\t2\t2", "sudah ada di atas"),
    ],
)
def test_baris_tempelan_yang_salah_disebut_sebabnya(baris: str, sebab: str) -> None:
    assert sebab in " ".join(baca_tempelan(baris, SKEMA, INSTANSI, TERCATAT)[-1].galat)
