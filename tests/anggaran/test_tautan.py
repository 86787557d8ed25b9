"""Under which sasaran each budget row stands: the row that names one takes along what lies below it."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from anggaran.besaran import daftar_baris_sasaran
from anggaran.data import Anggaran, DataAnggaran
from anggaran.data_tautan import daftar_bertaut
from tests.pembuat import baris, buat_kinerja


def _data(*daftar: Anggaran) -> DataAnggaran:
    return DataAnggaran(buat_kinerja(), daftar_anggaran=daftar)


def _sasaran(data: DataAnggaran) -> Mapping[str, tuple[str, ...]]:
    return {b.anggaran.kode: b.daftar_sasaran for b in daftar_bertaut(data)}


def test_tautan_berlaku_bagi_seluruh_cabang_di_bawahnya() -> None:
    data = _data(baris("1", sasaran="S1"), baris("1.1", "1"), baris("1.1.1", "1.1"))
    assert _sasaran(data) == {"1": ("S1",), "1.1": ("S1",), "1.1.1": ("S1",)}


def test_program_tanpa_tautan_berada_di_bawah_tiap_sasaran_kegiatannya() -> None:
    data = _data(baris("1"), baris("1.1", "1", sasaran="S2"), baris("1.2", "1", sasaran="S1"), baris("1.2.1", "1.2"))
    assert _sasaran(data) == {"1": ("S1", "S2"), "1.1": ("S2",), "1.2": ("S1",), "1.2.1": ("S1",)}
    assert [b.anggaran.kode for b in daftar_bertaut(data) if b.sebagian] == ["1"]


def test_cabang_yang_menunjuk_sasaran_lain_lepas_dari_induknya() -> None:
    data = _data(baris("1", sasaran="S1"), baris("1.1", "1"), baris("1.2", "1", sasaran="S2"))
    assert _sasaran(data) == {"1": ("S1", "S2"), "1.1": ("S1",), "1.2": ("S2",)}


def test_yang_tidak_menunjuk_sasaran_mana_pun_lepas() -> None:
    data = _data(baris("1"), baris("1.1", "1"), baris("2", sasaran="TIADA"))
    assert [b.anggaran.kode for b in daftar_bertaut(data) if b.lepas] == ["1", "1.1", "2"]


def test_sebagian_kegiatan_belum_ditautkan() -> None:
    data = _data(baris("1"), baris("1.1", "1", sasaran="S1"), baris("1.2", "1"))
    assert _sasaran(data)["1"] == ("S1", "")


def test_pohon_sangat_dalam_tidak_memecahkan_apa_pun() -> None:
    dalam = [baris("0", sasaran="S1"), *(baris(str(n), str(n - 1)) for n in range(1, 3000))]
    hasil = daftar_bertaut(_data(*dalam))
    assert (hasil[-1].kedalaman, hasil[-1].daftar_sasaran) == (2999, ("S1",))


@st.composite
def hutan(draw: st.DrawFn) -> DataAnggaran:
    """Rows under earlier rows, with links or without."""
    daftar: list[Anggaran] = []
    for n in range(draw(st.integers(0, 25))):
        induk = draw(st.sampled_from(["", *(a.kode for a in daftar)]))
        daftar.append(baris(f"r{n}", induk, 1, draw(st.sampled_from(["", "", "S1", "S2"]))))
    return _data(*draw(st.permutations(daftar)))


@given(hutan())
def test_setiap_baris_ada_tepat_sekali_dan_punya_tempat(data: DataAnggaran) -> None:
    hasil = daftar_bertaut(data)
    assert sorted(b.anggaran.kode for b in hasil) == sorted(a.kode for a in data.daftar_anggaran)
    assert all(b.daftar_sasaran for b in hasil)
    tempat = {b.anggaran.kode: b for b in hasil}
    for b in hasil:
        if b.anggaran.induk:
            induk = tempat[b.anggaran.induk]
            assert set(b.daftar_sasaran) <= set(induk.daftar_sasaran)
            assert b.kedalaman == induk.kedalaman + 1


@given(hutan())
def test_uang_sasaran_dihitung_dari_baris_yang_berdiri_di_bawahnya(data: DataAnggaran) -> None:
    """What the tree shows below a sasaran and what its pagu counts are the same rows."""
    per_baris = {b.anggaran.kode: b.daftar_sasaran for b in daftar_bertaut(data)}
    for sasaran in ("S1", "S2"):
        assert all(per_baris[kode] == (sasaran,) for kode in daftar_baris_sasaran(data, sasaran))
