"""Live figures: how they may be typed, what is not one, and the list to choose from."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip.besaran import BESARAN
from lkjip.laporan.compose import compose
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.rujukan import penunjuk
from lkjip.laporan.compose.sebutan import daftar_sebutan, sebutan_dalam, sebutan_salah
from lkjip.laporan.compose.sebutan_urai import BERLAKU, tulis_angka_hidup, urai_sebutan
from lkjip.laporan.isi import Angka, Identitas, JenisAngka, Rujuk
from lkjip.laporan.render.angka import tulis
from renstra.data import Indikator
from tests.laporan.compose.test_ambil_alih import DAFTAR_CONTOH, buku_contoh


def ktx(nama: str = DAFTAR_CONTOH[0]) -> Konteks:
    buku = buku_contoh(nama)
    return Konteks(buku.pada(buku.hari_laporan))


KTX = ktx()


def identitas(isi: str, konteks: Konteks = KTX) -> Identitas | None:
    angka = urai_sebutan(konteks, isi)
    return angka.identitas if isinstance(angka, Angka) else None


@pytest.mark.parametrize(
    ("isi", "besaran", "subjek", "tahun", "triwulan", "versi"),
    [
        ("capaian IKU1", "capaian", "IKU1", 2024, None, ""),
        ("Capaian  iku 1", "capaian", "IKU1", 2024, None, ""),
        ("capaian IKU1 TW2", "capaian", "IKU1", 2024, 2, ""),
        ("capaian IKU1 TW II 2024", "capaian", "IKU1", 2024, 2, ""),
        ("capaian IKU1 triwulan 3", "capaian", "IKU1", 2024, 3, ""),
        ("realisasi IKU1 2023", "realisasi", "IKU1", 2023, None, ""),
        ("realisasi 2023 IKU1", "realisasi", "IKU1", 2023, None, ""),
        ("realisasi tahun 2023 IKU-1", "realisasi", "IKU1", 2023, None, ""),
        ("target IKU1 murni", "selisih_target", "IKU1", 2024, None, "murni"),
        ("target IKU1 2026 Renstra", "selisih_target", "IKU1", 2026, None, "renstra"),
        ("rata-rata total", "rata_rata_total", "", 2024, None, ""),
        ("capaian", "rata_rata_total", "", 2024, None, ""),
        ("capaian S1", "rata_rata_sasaran", "S1", 2024, None, ""),
        ("serapan", "serapan", "", 2024, None, ""),
        ("serapan S2 TW1", "serapan", "S2", 2024, 1, ""),
        ("jumlah_pagu 1.01", "jumlah_pagu", "1.01", 2024, None, ""),
        ("nilai_sakip 2023", "nilai_sakip", "", 2023, None, ""),
        ("realisasi S1", "realisasi_anggaran", "S1", 2024, None, ""),
    ],
)
def test_angka_dikenali_bagaimanapun_diketik(
    isi: str, besaran: str, subjek: str, tahun: int, triwulan: int | None, versi: str
) -> None:
    assert identitas(isi) == Identitas(besaran, subjek, tahun, triwulan, versi)


@pytest.mark.parametrize(
    "isi", ["", "halo", "capaian IKU99", "capaian IKU1 TW5", "pertumbuhan", "serapan IKU1", "target"]
)
def test_yang_tidak_dikenal_tetap_sebagaimana_diketik(isi: str) -> None:
    assert urai_sebutan(KTX, isi) is None


def test_kode_yang_serupa_tahun_dibaca_sebagai_kode() -> None:
    konteks = ktx()
    indikator = konteks.renstra.daftar_indikator[0]
    renstra = replace(
        konteks.renstra, daftar_indikator=(replace(indikator, kode="2023"), replace(indikator, kode="IKU 1"))
    )
    konteks.data = _dengan_renstra(konteks, renstra.daftar_indikator)
    assert identitas("capaian 2023", konteks) == Identitas("capaian", "2023", 2024)
    assert identitas("capaian 2023 2022", konteks) == Identitas("capaian", "2023", 2022)
    assert identitas("capaian iku1 2022", konteks) == Identitas("capaian", "IKU 1", 2022)


def _dengan_renstra(konteks: Konteks, daftar: tuple[Indikator, ...]):  # type: ignore[no-untyped-def]
    data = konteks.data
    renstra = replace(data.renstra, daftar_indikator=daftar)
    kinerja = replace(data.kinerja, renstra=renstra)
    return replace(data, anggaran=replace(data.anggaran, kinerja=kinerja))


def test_setiap_besaran_dapat_disebut() -> None:
    assert set(BERLAKU) == set(BESARAN)


def test_angka_tanpa_nilai_bertanda_pisah_dan_rujukan_menunggu_dokumennya() -> None:
    angka = urai_sebutan(KTX, "capaian IKU1 2001")
    assert isinstance(angka, Angka)
    assert tulis(angka) == "–"
    assert urai_sebutan(KTX, "Tabel  sdm 2") == Rujuk("tabel sdm 2")


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_daftar_pilihan_terbaca_kembali_dan_beruraian_tunggal(nama: str) -> None:
    konteks = ktx(nama)
    daftar = daftar_sebutan(konteks)
    assert not konteks._ingatan, "daftar tidak boleh menghitung angkanya"
    assert len(daftar) > 50
    assert len({s.tulis for s in daftar}) == len({s.uraian for s in daftar}) == len(daftar)
    assert all(isinstance(s.angka, Angka) for s in daftar)


@pytest.mark.parametrize("nama", DAFTAR_CONTOH)
def test_angka_yang_ditulis_kembali_tetap_angka_itu(nama: str) -> None:
    konteks = ktx(nama)
    for sebutan in daftar_sebutan(konteks):
        angka = sebutan.angka
        for tahun in (None, konteks.tahun):
            assert urai_sebutan(konteks, tulis_angka_hidup(angka, tahun=tahun)[1:-1]) == angka


def test_bentuk_polos_ikut_ditulis() -> None:
    angka = KTX.angka("serapan", "S1", polos=True)
    assert tulis_angka_hidup(angka, tahun=2024) == "{serapan S1 polos}"
    assert urai_sebutan(KTX, "serapan S1 polos") == angka
    assert angka.jenis is JenisAngka.PERSEN_POLOS


def test_angka_dalam_teks_dan_yang_salah_sebut() -> None:
    teks = r"Capaian {capaian IKU1} dan {serapan}; \{serapan} {capain IKU1} {capain IKU1} {tabel sdm} {"
    assert [a.identitas.besaran for a in sebutan_dalam(KTX, teks)] == ["capaian", "serapan"]
    assert sebutan_salah(KTX, teks) == ("{capain IKU1}",)
    buku = buku_contoh(DAFTAR_CONTOH[0])
    kamus = penunjuk(compose(buku), buku.laporan)
    assert sebutan_salah(KTX, f"{teks} {{tabel tak ada}}", kamus=kamus) == ("{capain IKU1}", "{tabel tak ada}")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*BESARAN, "IKU1", "S1", "2023", "TW1", "murni", "polos", "tahun", "é", "-"])))
def test_sebutan_apa_pun_tidak_menimbulkan_kesalahan(kata: list[str]) -> None:
    urai_sebutan(KTX, " ".join(kata))
