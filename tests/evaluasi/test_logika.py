"""Logic checks between answers, each both ways."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.data_evaluasi import KeadaanTindakLanjut, Penilai, TingkatIsian
from lkjip.evaluasi.aturan_logika import (
    DAFTAR_LOGIKA,
    AmbangLogika,
    FaktaLogika,
    fakta_logika,
    nilai_per_subkomponen,
    periksa_logika,
)
from lkjip.evaluasi.data_usul import Usul
from tests.evaluasi.dunia_fakta import evaluasi, fakta_sempurna, skema

E, M = Penilai.EVALUATOR, Penilai.MANDIRI
SEMUA_B = dict.fromkeys(skema().subkomponen_per_kode, "B")


def kode(jawaban: dict[str, str], **lain: object) -> list[str]:
    return [p.kode for p in periksa_logika(evaluasi(jawaban), E, **lain)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("salah", "benar", "aturan", "subkomponen"),
    [
        ({"3.a": "CC", "3.b": "CC", "3.c": "B"}, {"3.a": "B", "3.b": "CC", "3.c": "B"}, "LOG-01", "3.c"),
        ({"1.a": "A", "1.b": "C", "1.c": "BB"}, {"1.a": "A", "1.b": "CC", "1.c": "B"}, "LOG-02", "1.c"),
        ({"2.a": "B", "2.b": "BB"}, {"2.a": "BB", "2.b": "BB"}, "LOG-03", "2.b"),
        ({"1.b": "D", "2.a": "AA"}, {"1.b": "C", "2.a": "AA"}, "LOG-04", "2.a"),
        ({"3.a": "E", "3.c": "D"}, {"3.a": "E", "3.c": "E"}, "LOG-05", "3.c"),
    ],
)
def test_jawaban_yang_tidak_sejalan(
    salah: dict[str, str], benar: dict[str, str], aturan: str, subkomponen: str
) -> None:
    ditemukan = [p for p in periksa_logika(evaluasi(salah), E) if p.kode == aturan]
    assert [p.subkomponen for p in ditemukan] == [subkomponen]
    for nama, huruf in salah.items():
        if nama[0] == subkomponen[0] and aturan not in {"LOG-01", "LOG-02"}:
            assert f"{nama} " in ditemukan[0].pesan
            assert f"({huruf})" in ditemukan[0].pesan
    assert aturan not in kode(benar)


def test_keberadaan_e_diperingatkan_sekali_saja() -> None:
    assert kode({"3.a": "E", "3.b": "E", "3.c": "B"}) == ["LOG-02", "LOG-05"]


def test_selisih_manfaat_dan_kualitas_adalah_setelan() -> None:
    jawaban = {"1.a": "A", "1.b": "C", "1.c": "B"}
    assert "LOG-02" in kode(jawaban)
    assert "LOG-02" not in kode(jawaban, ambang=AmbangLogika(selisih=Decimal(20)))


def test_rekomendasi_terbuka_bertentangan_dengan_4c_yang_tinggi() -> None:
    terbuka = FaktaLogika(rekomendasi_terbuka=2)
    pesan = [
        p.pesan for p in periksa_logika(evaluasi(SEMUA_B | {"4.c": "BB", "4.b": "BB", "4.a": "BB"}), E, fakta=terbuka)
    ]
    assert pesan == [
        "4.c pemanfaatan (BB) berarti seluruh rekomendasi ditindaklanjuti, sedangkan 2 rekomendasi masih terbuka di "
        "sistem. Turunkan jawabannya, atau putuskan dahulu tindak lanjutnya."
    ]
    assert kode(SEMUA_B, fakta=terbuka) == []
    assert kode(SEMUA_B | {"4.a": "BB", "4.b": "BB", "4.c": "BB"}) == []


def test_rekomendasi_terbuka_pada_tingkat_kriteria_menunjuk_kriterianya() -> None:
    data = evaluasi({"4.c/1": "BB"}, tingkat=TingkatIsian.KRITERIA)
    satu = periksa_logika(data, E, fakta=FaktaLogika(rekomendasi_terbuka=1))
    assert [(p.kode, p.subkomponen, p.kriteria) for p in satu] == [("LOG-06", "4.c", 1)]
    assert "4.c kriteria 1 (BB)" in satu[0].pesan


def test_jawaban_tertinggi_butuh_catatan_atau_bukti() -> None:
    polos = evaluasi({"1.a": "A"}, catatan=" ")
    assert [p.kode for p in periksa_logika(polos, E)] == ["LOG-07"]
    assert periksa_logika(polos, E, fakta=FaktaLogika(berbukti=frozenset({("1.a", 0)}))) == ()
    assert periksa_logika(evaluasi({"1.a": "A"}), E) == ()
    assert periksa_logika(evaluasi({"1.a": "BB"}, catatan=""), E) == ()


def test_jawaban_jauh_di_atas_usulan() -> None:
    usul = FaktaLogika(usul={("1.a", 0): Usul("CC", "Alasan."), ("1.b", 0): Usul("", "Tidak tahu.")})
    assert kode({"1.a": "A", "1.b": "B"}, fakta=usul) == ["LOG-08"]
    assert kode({"1.a": "BB", "1.b": "B"}, fakta=usul) == []
    assert "3 tingkat di atas usulan sistem (CC)" in periksa_logika(evaluasi({"1.a": "A"}), E, fakta=usul)[0].pesan


def test_penilaian_mandiri_jauh_lebih_tinggi_hanya_untuk_evaluator() -> None:
    data = evaluasi({"1.a": "CC"}, mandiri={"1.a": "A"})
    assert [p.kode for p in periksa_logika(data, E)] == ["LOG-09"]
    assert periksa_logika(data, M) == ()
    assert periksa_logika(evaluasi({"1.a": "B"}, mandiri={"1.a": "A"}), E) == ()


def test_keberadaan_yang_baru_belum_dipertahankan() -> None:
    assert kode({"1.a": "A"}, fakta=FaktaLogika(nilai_lalu={"1.a": Decimal(70)})) == ["LOG-10"]
    assert kode({"1.a": "A"}, fakta=FaktaLogika(nilai_lalu={"1.a": Decimal(80)})) == []
    assert kode({"1.a": "BB"}, fakta=FaktaLogika(nilai_lalu={"1.a": Decimal(70)})) == []


def test_penilai_tidak_pernah_membaca_jawaban_penilai_lain() -> None:
    """The agency's warnings are the same whatever the evaluator answered: no mark leaks through them."""
    mandiri = {"1.a": "CC", "1.b": "B", "1.c": "A"}
    tanpa = periksa_logika(evaluasi({}, mandiri=mandiri), M)
    assert tanpa == periksa_logika(evaluasi(dict.fromkeys(SEMUA_B, "E"), mandiri=mandiri), M)
    assert {p.kode for p in tanpa} == {"LOG-01", "LOG-02", "LOG-03"}


def test_skema_tanpa_huruf_dan_nilai_per_komponen_tidak_diperiksa() -> None:
    lama = evaluasi({}, skema_dipakai=skema("permenpan12_2015"))
    assert periksa_logika(lama, E) == ()
    assert periksa_logika(evaluasi({"1.a": "E", "1.c": "AA"}, tingkat=TingkatIsian.KOMPONEN), E) == ()


def test_tingkat_kriteria_membandingkan_nilai_subkomponen() -> None:
    jawaban = {f"3.a/{n}": "C" for n in range(1, 7)} | {f"3.b/{n}": "B" for n in range(1, 10)}
    satu = periksa_logika(evaluasi(jawaban, tingkat=TingkatIsian.KRITERIA), E)
    assert [p.kode for p in satu] == ["LOG-03"]
    assert "3.b kualitas (70,0 dari 100)" in satu[0].pesan
    assert periksa_logika(evaluasi({"3.a/1": "C"} | {f"3.b/{n}": "B" for n in range(1, 10)}), E) == ()


def test_fakta_bagi_pemeriksaan_diambil_dari_fakta_instansi() -> None:
    dasar = fakta_sempurna()
    buka = replace(dasar.daftar_rekomendasi[0], keadaan=KeadaanTindakLanjut.PROSES)
    hasil = fakta_logika(replace(dasar, daftar_rekomendasi=(buka, *dasar.daftar_rekomendasi[1:])), {}, [("1.a", 0)])
    assert hasil.rekomendasi_terbuka == 1
    assert hasil.berbukti == frozenset({("1.a", 0)})
    assert hasil.nilai_lalu["1.a"] == 80
    assert nilai_per_subkomponen(evaluasi({"2.a": "A"})) == {"2.a": Decimal(90)}


@given(st.dictionaries(st.sampled_from(sorted(SEMUA_B)), st.sampled_from([j.kode for j in skema().daftar_jawaban])))
def test_setiap_peringatan_dikenal_beralamat_dan_berkalimat(jawaban: dict[str, str]) -> None:
    for p in periksa_logika(evaluasi(jawaban, catatan="", mandiri=SEMUA_B), E):
        assert p.kode in DAFTAR_LOGIKA
        assert p.subkomponen in jawaban
        assert p.pesan.endswith(".")


@pytest.mark.parametrize("huruf", [j.kode for j in skema().daftar_jawaban])
def test_jawaban_yang_seragam_tidak_bertentangan(huruf: str) -> None:
    assert kode(dict.fromkeys(SEMUA_B, huruf)) == []
