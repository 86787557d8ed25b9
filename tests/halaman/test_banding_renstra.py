"""Two plans compared: the same plan differs in nothing, and each edit is reported once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from time import monotonic
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lkjip.halaman.banding_renstra import (
    BandingRenstra,
    BarisBanding,
    Pendahulu,
    Perubahan,
    RencanaBanding,
    banding_renstra,
)
from renstra.data import Indikator, IsiRenstra, Misi, Sasaran, TargetTahunan, Tujuan

D = Decimal


def rencana(banyak: int = 6) -> IsiRenstra:
    indikator = tuple(Indikator(f"I{n}", f"S{n % 2 + 1}", f"Indeks nomor {n} tahunan") for n in range(banyak))
    return IsiRenstra(
        (Misi("M1", "Visi", "Misi satu"),),
        (Tujuan("T1", "M1", "Tujuan satu"), Tujuan("T2", "M1", "Tujuan dua")),
        (Sasaran("S1", "T1", "Sasaran satu"), Sasaran("S2", "T2", "Sasaran dua")),
        indikator,
        tuple(TargetTahunan(i.kode, t, D(80 + t % 10)) for i in indikator for t in (2024, 2025)),
    )


def banding(dari: IsiRenstra, ke: IsiRenstra, **tautan: Pendahulu) -> BandingRenstra:
    return banding_renstra(RencanaBanding(dari), RencanaBanding(ke), tautan)


def semua(hasil: BandingRenstra) -> dict[tuple[str, str], BarisBanding]:
    return {(bagian.nama, b.kode): b for bagian in hasil.daftar_bagian for b in bagian.daftar}


def ganti(isi: IsiRenstra, kode: str, /, **lain: Any) -> IsiRenstra:
    return replace(
        isi, daftar_indikator=tuple(replace(i, **lain) if i.kode == kode else i for i in isi.daftar_indikator)
    )


@given(banyak=st.integers(0, 12))
def test_rencana_yang_sama_tidak_berbeda(banyak: int) -> None:
    hasil = banding(rencana(banyak), rencana(banyak))
    assert hasil.sama
    assert hasil.ringkasan == ()
    assert sum(b.banyak_sama for b in hasil.daftar_bagian) == 5 + banyak


def _terapkan(isi: IsiRenstra, aksi: str, kode: str) -> tuple[IsiRenstra, Perubahan, str]:
    if aksi == "ubah":
        return ganti(isi, kode, uraian=f"Kalimat lain {kode}"), Perubahan.UBAH, kode
    if aksi == "pindah":
        induk = next(i.induk for i in isi.daftar_indikator if i.kode == kode)
        return ganti(isi, kode, induk="S1" if induk == "S2" else "S2"), Perubahan.PINDAH, kode
    if aksi == "target":
        target = tuple(replace(t, target=D(1)) if t.indikator == kode else t for t in isi.daftar_target_tahunan)
        return replace(isi, daftar_target_tahunan=target), Perubahan.TARGET, kode
    if aksi == "hapus":
        return (
            replace(
                isi,
                daftar_indikator=tuple(i for i in isi.daftar_indikator if i.kode != kode),
                daftar_target_tahunan=tuple(t for t in isi.daftar_target_tahunan if t.indikator != kode),
            ),
            Perubahan.HAPUS,
            kode,
        )
    baru = Indikator(f"B-{kode}", "S1", f"Indikator baru {kode}")
    return replace(isi, daftar_indikator=(*isi.daftar_indikator, baru)), Perubahan.TAMBAH, baru.kode


@given(
    suntingan=st.dictionaries(
        st.sampled_from([f"I{n}" for n in range(6)]), st.sampled_from(["ubah", "pindah", "target", "hapus", "tambah"])
    )
)
def test_setiap_suntingan_dilaporkan_tepat_sekali(suntingan: dict[str, str]) -> None:
    dari = ke = rencana()
    seharusnya = {}
    for kode, aksi in suntingan.items():
        ke, perubahan, pada = _terapkan(ke, aksi, kode)
        seharusnya["Indikator", pada] = (perubahan,)
    hasil = banding(dari, ke)
    assert {kunci: b.daftar_perubahan for kunci, b in semua(hasil).items()} == seharusnya
    assert sum(n for _, n in hasil.ringkasan) == len(seharusnya)


@given(acak=st.permutations(range(6)))
def test_urutan_baru_melaporkan_sesedikit_mungkin_baris(acak: list[int]) -> None:
    dari = rencana()
    ke = replace(dari, daftar_indikator=tuple(dari.daftar_indikator[n] for n in acak))
    hasil = semua(banding(dari, ke))
    assert all(b.daftar_perubahan == (Perubahan.URUT,) for b in hasil.values())
    urut = {s: [n for n in acak if n % 2 == s] for s in (0, 1)}
    assert len(hasil) <= 4
    assert bool(hasil) == any(daftar != sorted(daftar) for daftar in urut.values())


def test_kode_sasaran_yang_diganti_bukan_sasaran_lain_dan_tidak_memindahkan_indikator() -> None:
    dari = rencana()
    ke = replace(
        dari,
        daftar_sasaran=tuple(replace(s, kode=f"SS-{s.kode}") for s in dari.daftar_sasaran),
        daftar_indikator=tuple(replace(i, induk=f"SS-{i.induk}") for i in dari.daftar_indikator),
    )
    hasil = semua(banding(dari, ke))
    assert set(hasil) == {("Sasaran", "SS-S1"), ("Sasaran", "SS-S2")}
    assert all(b.kode_berganti and b.daftar_perubahan == (Perubahan.UBAH,) for b in hasil.values())


def test_indikator_yang_dilanjutkan_dengan_kode_lain_tetap_satu_baris() -> None:
    dari = rencana()
    ke = ganti(dari, "I0", kode="IKU-9", uraian="Kalimat yang lain sama sekali")
    ke = replace(
        ke,
        daftar_target_tahunan=tuple(
            replace(t, indikator="IKU-9", target=D(99)) if t.indikator == "I0" else t for t in ke.daftar_target_tahunan
        ),
    )
    assert {b.daftar_perubahan for b in semua(banding(dari, ke)).values()} == {(Perubahan.TAMBAH,), (Perubahan.HAPUS,)}
    hasil = semua(banding(dari, ke, **{"IKU-9": Pendahulu("I0", "Kini dihitung per semester.")}))
    (baris,) = hasil.values()
    assert baris.daftar_perubahan == (Perubahan.UBAH, Perubahan.TARGET)
    assert (baris.kode_lama, baris.kode, baris.catatan) == ("I0", "IKU-9", "Kini dihitung per semester.")
    assert [(t.tahun, t.lama, t.baru) for t in baris.daftar_target] == [(2024, "84", "99"), (2025, "85", "99")]


def test_isian_formulir_iku_yang_berubah_disebut() -> None:
    isi = rencana()
    dari = RencanaBanding(isi, {"I1": {"Definisi operasional": "Arti lama"}})
    ke = RencanaBanding(isi, {"I1": {"Definisi operasional": "Arti baru"}})
    (baris,) = semua(banding_renstra(dari, ke)).values()
    assert [k.nama for k in baris.daftar_kolom] == ["Definisi operasional"]


def test_tiga_ratus_indikator_dibandingkan_dengan_cepat() -> None:
    dari = rencana(300)
    ke = replace(
        dari,
        daftar_indikator=tuple(
            replace(i, formulasi="kata " * 400, uraian=f"{i.uraian} versi baru")
            for i in reversed(dari.daftar_indikator)
        ),
    )
    mulai = monotonic()
    hasil = banding(dari, ke)
    assert monotonic() - mulai < 1
    assert len(semua(hasil)) == 300
