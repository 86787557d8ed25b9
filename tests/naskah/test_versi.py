"""The texts of a place played back from the history of its rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from lkjip.dasar.beda_teks import JenisPotongan, Potongan
from lkjip.laporan.compose.ruas import Ruas
from lkjip.naskah.halaman_versi import MAKS_VERSI, Entri, daftar_versi

_RUAS = Ruas("bab1.latar", "Latar", "latar", nama_lain=("bab1.lama",))
_MULAI = datetime(2025, 1, 2, 8, 0, tzinfo=UTC)


def _isi(teks: str, nomor: int = 1, bagian: str = "bab1.latar") -> dict[str, Any]:
    return {"bagian": bagian, "nomor": nomor, "urutan": nomor, "isi": teks}


def _entri(pk: int, menit: int, ke: dict[str, Any] | None, *, kunci: str = "1", pelaku: str = "ani") -> Entri:
    return Entri(pk, f"k{pk}", _MULAI + timedelta(minutes=menit), pelaku, "naskah", kunci, None, ke)


def test_simpanan_yang_berdekatan_adalah_satu_versi() -> None:
    daftar = [_entri(1, 0, _isi("Satu")), _entri(2, 5, _isi("Satu dua")), _entri(3, 120, _isi("Satu dua tiga"))]
    versi = daftar_versi(daftar, _RUAS)
    assert [(v.pk, v.teks, v.terkini) for v in versi] == [(3, "Satu dua tiga", True), (2, "Satu dua", False)]
    assert versi[0].beda[-1] == Potongan(JenisPotongan.TAMBAH, " tiga")


def test_orang_lain_selalu_versi_sendiri_dan_penghapusan_terlihat() -> None:
    daftar = [
        _entri(1, 0, _isi("A")),
        _entri(2, 1, _isi("B", 2), kunci="2", pelaku="budi"),
        _entri(3, 2, None, kunci="1"),
        _entri(4, 3, None, kunci="2", pelaku="budi"),
    ]
    assert [v.teks for v in daftar_versi(daftar, _RUAS)] == ["", "B", "A\n\nB", "A"]


def test_baris_yang_pindah_bagian_dan_nama_lama_diikuti() -> None:
    daftar = [
        _entri(1, 0, _isi("Lama", bagian="bab1.lama")),
        _entri(2, 60, _isi("Lama", bagian="bab9.lain")),
        _entri(3, 120, _isi("Kembali")),
    ]
    assert [v.teks for v in daftar_versi(daftar, _RUAS)] == ["Kembali", "", "Lama"]


def test_riwayat_panjang_menyebut_yang_terbaru_saja() -> None:
    daftar = [_entri(n, n * 60, _isi(f"Teks {n}")) for n in range(1, 100)]
    versi = daftar_versi(daftar, _RUAS)
    assert len(versi) == MAKS_VERSI
    assert versi[0].teks == "Teks 99"
    assert [p.teks for p in versi[-1].beda] == ["Teks ", "59", "60"]
    assert daftar_versi([], _RUAS) == ()
