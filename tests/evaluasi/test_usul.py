"""From facts to proposed answers, and the evidence beside the questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from lkjip.evaluasi.aturan_usul import daftar_bukti, usul_kriteria, usul_subkomponen, usulkan
from lkjip.evaluasi.data_fakta import Fakta
from lkjip.evaluasi.data_usul import FaktaKriteria, KeadaanKriteria, Usul
from lkjip.laporan.compose import compose
from lkjip.laporan.isi import Bab, Bagian
from tests.evaluasi.dunia_fakta import HARI, buku_contoh, fakta_contoh, fakta_sempurna, skema
from tests.pembuat import D

BAGIAN = st.one_of(st.none(), st.sampled_from([Decimal(0), Decimal(1)]), st.decimals(0, 1, places=2))


def _keadaan(bagian: Decimal | None) -> KeadaanKriteria:
    if bagian is None:
        return KeadaanKriteria.TIDAK_DIKETAHUI
    return KeadaanKriteria.TERPENUHI if bagian == 1 else KeadaanKriteria.SEBAGIAN if bagian else KeadaanKriteria.TIDAK


def usul(kode: str, daftar: list[Decimal | None]) -> Usul:
    fakta = tuple(FaktaKriteria(kode, n, _keadaan(b), "Alasan.", b) for n, b in enumerate(daftar, 1))
    return usul_subkomponen(skema(), skema().subkomponen_per_kode[kode], fakta)


def _nilai(satu: Usul) -> Decimal:
    return skema().nilai_per_jawaban[satu.jawaban] if satu.ada else Decimal(-1)


@given(st.lists(BAGIAN, min_size=7, max_size=7), st.integers(0, 6), st.decimals(0, 1, places=2))
def test_satu_fakta_terpenuhi_lagi_tidak_pernah_menurunkan_usulan(
    daftar: list[Decimal | None], letak: int, tambah: Decimal
) -> None:
    lama = daftar[letak]
    naik = [*daftar[:letak], Decimal(1) if lama is None else max(lama, tambah), *daftar[letak + 1 :]]
    assert _nilai(usul("1.a", naik)) >= _nilai(usul("1.a", daftar))


@given(st.lists(BAGIAN, min_size=10, max_size=10))
def test_usulan_selalu_jawaban_skema_dan_tidak_pernah_a_atau_aa(daftar: list[Decimal | None]) -> None:
    satu = usul("1.b", daftar)
    assert satu.jawaban in {"", "BB", "B", "CC", "C", "D", "E"}
    diketahui = sum(b is not None for b in daftar)
    assert satu.ada == (diketahui >= 5)
    assert (satu.jawaban == "BB") == (daftar == [Decimal(1)] * 10)
    assert satu.alasan
    assert satu.cara


def test_tangga_jawaban_mengikuti_bagian_yang_terpenuhi() -> None:
    """> 75 is B, > 50 CC, > 25 C, > 0 D; the bound itself belongs to the answer below (sakip.md 2.3)."""
    satu, nol = Decimal(1), Decimal(0)
    harapan = {4: "BB", 3: "CC", 2: "C", 1: "D", 0: "E"}
    for banyak, jawaban in harapan.items():
        daftar = [satu if n < banyak else nol for n in range(4)]
        sub = skema().subkomponen_per_kode["1.c"]
        sub = replace(sub, daftar_kriteria=sub.daftar_kriteria[:4])
        fakta = tuple(FaktaKriteria("1.c", n, _keadaan(b), "", b) for n, b in enumerate(daftar, 1))
        assert usul_subkomponen(skema(), sub, fakta).jawaban == jawaban


def test_yang_tidak_diketahui_menahan_bb_dan_e() -> None:
    satu, nol = Decimal(1), Decimal(0)
    separuh = usul("1.a", [satu] * 4 + [None] * 3)
    assert separuh.jawaban == "B"
    assert separuh.alasan.endswith("Bila yang tidak diketahui ternyata tidak terpenuhi, jawabannya CC.")
    assert usul("1.a", [nol] * 4 + [None] * 3).jawaban == "D"
    assert not usul("1.a", [satu] * 3 + [None] * 4).ada


def test_usul_per_kriteria_menurut_bagiannya() -> None:
    harapan = {"1": "BB", "0.8": "B", "0.75": "CC", "0.5": "C", "0.25": "D", "0": "E"}
    for bagian, jawaban in harapan.items():
        fakta = FaktaKriteria("1.a", 1, _keadaan(D(bagian)), "Alasan.", D(bagian))
        assert usul_kriteria(skema(), fakta).jawaban == jawaban
    assert not usul_kriteria(skema(), FaktaKriteria("1.a", 1, KeadaanKriteria.TIDAK_DIKETAHUI, "Alasan.")).ada


def test_usulan_contoh_kaltim() -> None:
    """Judged by hand: planning and measurement well filled in, the report lacks comparators, the rest is unknown."""
    hasil = usulkan(skema(), fakta_contoh())
    per_sub = {kode: satu.jawaban for (kode, nomor), satu in hasil.items() if nomor == 0}
    assert per_sub == {
        "1.a": "B", "1.b": "B", "1.c": "B", "2.a": "CC", "2.b": "B", "2.c": "", "3.a": "B", "3.b": "B", "3.c": "",
        "4.a": "", "4.b": "", "4.c": "B",
    }  # fmt: skip
    assert len(hasil) == 12 + 80
    assert sum(bool(satu.jawaban) for (_, nomor), satu in hasil.items() if nomor) == 37
    assert hasil["3.b", 6].jawaban == "E"
    assert hasil["3.b", 6].alasan == "0 dari 3 indikator mempunyai pembanding nasional."
    assert hasil["4.c", 1].alasan == "Menurut LKjIP, 2 dari 5 rekomendasi selesai ditindaklanjuti."


def test_usulan_tahun_yang_sempurna_paling_tinggi_bb() -> None:
    hasil = usulkan(skema(), fakta_sempurna())
    assert hasil["3.a", 0].jawaban == hasil["3.b", 0].jawaban == "BB"
    assert {satu.jawaban for satu in hasil.values()} <= {"", "BB", "B", "C"}


def test_skema_lain_dan_tahun_yang_tidak_dikenal_tanpa_usulan() -> None:
    assert usulkan(skema("permenpan12_2015"), fakta_contoh()) == {}
    hasil = usulkan(skema(), Fakta("X", 2024, HARI))
    assert not any(satu.ada for satu in hasil.values())
    assert hasil["1.a", 3].alasan == "Data instansi ini untuk tahun 2024 belum ada di sistem."
    assert daftar_bukti(Fakta("X", 2024, HARI)) == {}


def test_sebelum_tahun_berakhir_kinerja_setahun_tidak_dinilai() -> None:
    hasil = usulkan(skema(), replace(fakta_contoh(), hari=date(2024, 9, 30)))
    assert not any(hasil[sub, 0].ada for sub in ("2.b", "2.c", "3.a", "3.b", "3.c"))
    assert hasil["1.a", 0].ada


def test_laporan_triwulan_tidak_berbicara_tentang_setahun() -> None:
    triwulanan = replace(fakta_contoh(), tahun=2023, buku=buku_contoh("bkd-kalbar-2023-tw1"), kode="BKD-KALBAR")
    hasil = usulkan(skema(), triwulanan)
    assert not any(hasil[sub, 0].ada for sub in ("2.b", "2.c", "3.a", "3.b"))
    assert hasil["1.a", 6].alasan == "1 dari 2 sasaran mempunyai pagu anggaran; belum: S2."


def test_bukti_per_pertanyaan_dapat_dibuka_dan_tidak_berulang() -> None:
    hasil = daftar_bukti(fakta_sempurna())
    assert {b.rujukan for b in hasil["3.a", 2]} >= {"terbitan:laporan-tw2", "triwulan:2"}
    assert [b.rujukan for b in hasil["1.b", 2]] == ["terbitan:perjanjian-murni"]
    assert hasil["1.b", 2][0].keterangan == "versi 1, terbit 20 Januari 2024, ditandatangani"
    assert {b.rujukan for b in hasil["3.a", 4]} == {"reviu:1"}
    halaman = {b.rujukan: b.alamat.nama for b in (*hasil["4.c", 1], *hasil["3.a", 4])}
    asal = {"evaluasi:2023": "sakip", "rekomendasi": "tindak_lanjut", "reviu:1": "reviu"}
    assert halaman.items() >= asal.items()
    for daftar in hasil.values():
        assert len({b.rujukan for b in daftar}) == len(daftar)
        for bukti in daftar:
            assert reverse(bukti.alamat.nama, args=bukti.alamat.argumen)
            assert len(bukti.rujukan) <= 200
    per_sub = {b.rujukan for (sub, nomor), daftar in hasil.items() for b in daftar if sub == "3.a" and nomor}
    assert {b.rujukan for b in hasil["3.a", 0]} == per_sub


def test_bukti_laporan_menunjuk_bagian_yang_ada() -> None:
    ada = {b.kunci for b in _bagian(compose(buku_contoh()).bab)}
    lanjutan = {b.alamat.lanjutan[1:] for daftar in daftar_bukti(fakta_contoh()).values() for b in daftar} - {""}
    assert lanjutan
    assert lanjutan <= ada


def _bagian(daftar: object) -> list[Bab | Bagian]:
    hasil: list[Bab | Bagian] = []
    for simpul in daftar if isinstance(daftar, tuple) else ():
        if isinstance(simpul, Bab | Bagian):
            hasil += [simpul, *_bagian(simpul.isi)]
    return hasil
