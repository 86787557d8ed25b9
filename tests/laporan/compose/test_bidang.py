"""The report of one unit: its own indicators and money only, sums that are named figures, two signatures."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.data_dokumen import BagianUnit, PihakJanji
from lkjip.laporan.data_pilihan import PilihanLaporan, UnitPelapor
from lkjip.laporan.isi import Angka, Dokumen, Tabel, TandaTangan, telusuri
from renstra.data import Indikator
from tests.laporan.compose.test_pilihan import baca
from tests.pembuat import baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang


def buku(*, bertriwulan: bool = False) -> BukuKerja:
    renstra = replace(
        buat_renstra(
            Indikator("I1", "S1", uraian="Indeks Milik Kita", satuan="Poin"),
            Indikator("I2", "S1", uraian="Indeks Milik Mereka", satuan="Poin"),
        ),
        daftar_target_tahunan=(target("I1", 100), target("I2", 100)),
    )
    t2 = replace(tw("I1", 2, "45"), target=Decimal(50)) if bertriwulan else tw("I1", 2, "45")
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=(t2, tw("I2", 2, "77")))
    return BukuKerja(
        buat_data(
            kinerja,
            daftar_anggaran=(
                baris("1", pagu=900), baris("1.1", induk="1", pagu=600), baris("1.2", induk="1", pagu=300),
            ),
            daftar_realisasi_anggaran=(
                uang("1.1", 100, 1), uang("1.1", 250, 2), uang("1.2", 80, 2), uang("1.1", 500, 3),
            ),
        )
    )  # fmt: skip


def susun(isi: BukuKerja, *, triwulan: int | None = 2, indikator: str = "I1", milik: str = "1.1") -> Dokumen:
    bagian = BagianUnit("Bidang A", frozenset(filter(None, [indikator])), frozenset(filter(None, [milik])))
    return compose(isi, PilihanLaporan(triwulan, UnitPelapor(bagian, PihakJanji("Kepala Bidang A", "Budi"))))


def tabel(dokumen: Dokumen, kunci: str) -> Tabel:
    return next(t for b in dokumen.bab for t in telusuri(b.isi) if isinstance(t, Tabel) and t.kunci == kunci)


def angka(t: Tabel) -> dict[tuple[str, str], Decimal | None]:
    return {
        (a.identitas.besaran, a.identitas.subjek): a.hasil.angka
        for b in t.baris
        for s in b.sel
        for a in s.isi
        if isinstance(a, Angka) and a.identitas
    }


def test_hanya_yang_menjadi_tanggung_jawab_unit() -> None:
    isi = baca(susun(buku()))
    assert "Indeks Milik Kita" in isi
    assert "Indeks Milik Mereka" not in isi


def test_jumlah_uang_adalah_besaran_sampai_akhir_triwulan() -> None:
    isi = angka(tabel(susun(buku()), "tabel-anggaran-unit"))
    jumlah = {nama: nilai for (nama, _), nilai in isi.items() if nama.endswith("pilihan")}
    assert jumlah["jumlah_pagu_pilihan"] == 600
    assert jumlah["jumlah_realisasi_pilihan"] == 250
    serapan = jumlah["serapan_pilihan"]
    assert serapan is not None
    assert round(serapan, 6) == Decimal("41.666667")


@pytest.mark.parametrize("bertriwulan", [False, True])
def test_kolom_triwulan_hanya_bila_ada_targetnya(bertriwulan: bool) -> None:
    assert len(tabel(susun(buku(bertriwulan=bertriwulan)), "tabel-target-unit").kolom) == (8 if bertriwulan else 4)


def test_ditandatangani_kepala_bidang_dan_diketahui_kepala() -> None:
    (blok,) = [t for b in susun(buku()).bab for t in b.isi if isinstance(t, TandaTangan)]
    assert [p.kunci for p in blok.pihak] == ["ttd-kepala", "ttd-unit"]
    assert (blok.pihak[1].jabatan, blok.pihak[1].nama) == ("Kepala Bidang A", "Budi")
    assert blok.tanggal is None


def test_unit_tanpa_apa_pun_mengatakan_apa_yang_belum_ada() -> None:
    isi = baca(susun(buku(), indikator="", milik=""))
    assert "Belum ada indikator yang penanggung jawabnya Bidang A." in isi
    assert "Belum ada kegiatan atau subkegiatan yang penanggung jawabnya Bidang A." in isi
    assert "None" not in isi


def test_setahun_memakai_realisasi_akhir_tahun() -> None:
    isi = angka(tabel(susun(buku(), triwulan=None), "tabel-anggaran-unit"))
    assert 500 in isi.values()
