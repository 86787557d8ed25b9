"""Facts of a whole agency-year in one line: the demo workbook as it is, and with everything met. No database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from kinerja.data import JenisPembanding, Pembanding
from kinerja.data_evaluasi import (
    AsalEvaluasi,
    DataEvaluasi,
    JawabanLke,
    KeadaanTindakLanjut,
    KomponenSkema,
    KriteriaSkema,
    Penilai,
    PilihanJawaban,
    PredikatSkema,
    RekamRekomendasi,
    Skema,
    SubkomponenSkema,
    TingkatIsian,
)
from kinerja.data_pengisian import StatusPengisian
from kinerja.data_reviu import SimpulanReviu, TahapReviu
from lkjip.buku_kerja.parse import baca_buku
from lkjip.data import BukuKerja, DataInstansi
from lkjip.evaluasi.data_fakta import (
    EvaluasiLalu,
    Fakta,
    FaktaDokumen,
    FaktaPemda,
    FaktaRenstra,
    FaktaReviu,
    FaktaTriwulan,
    FaktaUnit,
)
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import KeadaanTerbitan
from lkjip.pemeriksaan.aturan import periksa
from lkjip.pemeriksaan.data import Jawaban
from renstra.data import Perjanjian, Versi
from tests.pembuat import D

AKAR = Path(__file__).resolve().parents[2]
TAHUN = 2024
HARI = date(2025, 4, 1)


@cache
def skema(kode: str = "permenpan88_2021") -> Skema:
    """A scheme that comes with the system, without its rows."""
    isi = json.loads((AKAR / "kinerja" / "skema_evaluasi" / f"{kode}.json").read_text(encoding="utf-8"))
    return Skema(
        isi["kode"], isi["nama"], isi["dasar_hukum"],
        tuple(
            KomponenSkema(
                k["nomor"], k["nama"], D(k["bobot"]),
                tuple(
                    SubkomponenSkema(
                        s["kode"], s["nama"], D(s["bobot"]),
                        tuple(KriteriaSkema(n, teks) for n, teks in enumerate(s["daftar_kriteria"], 1)),
                    )
                    for s in k["daftar_subkomponen"]
                ),
            )
            for k in isi["daftar_komponen"]
        ),
        tuple(PilihanJawaban(j["kode"], D(j["nilai"])) for j in isi["daftar_jawaban"]),
        tuple(PredikatSkema(p["huruf"], p["nama"], D(p["batas"])) for p in isi["daftar_predikat"]),
    )  # fmt: skip


def evaluasi(
    jawaban: dict[str, str] | None = None,
    *,
    mandiri: dict[str, str] | None = None,
    tahun: int = TAHUN,
    tingkat: TingkatIsian = TingkatIsian.SUBKOMPONEN,
    catatan: str = "Lihat bukti.",
    skema_dipakai: Skema | None = None,
) -> DataEvaluasi:
    """Answers by sub-component (`1.a`) or criterion (`1.a/3`); of the evaluator, and of the agency itself."""

    def baca(isi: dict[str, str] | None) -> dict[tuple[str, int], JawabanLke]:
        hasil = {}
        for kunci, huruf in (isi or {}).items():
            kode, _, nomor = kunci.partition("/")
            hasil[kode, int(nomor or 0)] = JawabanLke(kode, int(nomor or 0), huruf, catatan)
        return hasil

    per_penilai = {Penilai.EVALUATOR: baca(jawaban), Penilai.MANDIRI: baca(mandiri)}
    return DataEvaluasi(skema_dipakai or skema(), tahun, tingkat, per_penilai, {})


@cache
def buku_contoh(nama: str = "bkd-kaltim-2024") -> BukuKerja:
    buku = baca_buku(AKAR / "contoh" / nama).buku
    assert buku is not None
    return buku


def fakta_contoh() -> Fakta:
    """The demo workbook just imported: nothing went through the system."""
    triwulan = tuple(FaktaTriwulan(n, date(2024, 3 * n, 28)) for n in (1, 2, 3, 4))
    return Fakta("BKD-KALTIM", TAHUN, HARI, buku=buku_contoh(), daftar_triwulan=triwulan)


def ganti_kinerja(fakta: Fakta, **lain: object) -> Fakta:
    assert fakta.buku is not None
    data = fakta.buku.data
    kinerja = replace(data.kinerja, **lain)  # type: ignore[arg-type]
    return replace(
        fakta, buku=replace(fakta.buku, data=DataInstansi(replace(data.anggaran, kinerja=kinerja), data.disetujui))
    )


def ganti_renstra(fakta: Fakta, **lain: object) -> Fakta:
    assert fakta.buku is not None
    return ganti_kinerja(fakta, renstra=replace(fakta.buku.data.renstra, **lain))  # type: ignore[arg-type]


def ganti_anggaran(fakta: Fakta, **lain: object) -> Fakta:
    assert fakta.buku is not None
    anggaran = replace(fakta.buku.data.anggaran, **lain)  # type: ignore[arg-type]
    return replace(fakta, buku=replace(fakta.buku, data=replace(fakta.buku.data, anggaran=anggaran)))


def ganti_laporan(fakta: Fakta, **lain: object) -> Fakta:
    assert fakta.buku is not None
    return replace(fakta, buku=replace(fakta.buku, laporan=replace(fakta.buku.laporan, **lain)))  # type: ignore[arg-type]


def ganti_triwulan(fakta: Fakta, **lain: object) -> Fakta:
    return replace(fakta, daftar_triwulan=tuple(replace(tw, **lain) for tw in fakta.daftar_triwulan))  # type: ignore[arg-type]


def dokumen(kunci: str, *, tahun: int = TAHUN, terbit: date = date(2024, 1, 20), **lain: object) -> FaktaDokumen:
    isi = FaktaDokumen(
        pk=len(kunci), tahun=tahun, jenis=JenisBerkas(kunci.split("-")[0]), kunci=kunci, nomor=1, judul=kunci.title(),
        keadaan=KeadaanTerbitan.TERBIT, ditandatangani=True, final=terbit, terbit=terbit, terbit_pertama=terbit,
    )  # fmt: skip
    return replace(isi, **lain)  # type: ignore[arg-type]


def _rencana_berikut(fakta: Fakta) -> DataInstansi:
    """The next year asks more of the indexes, and again all of the percentage."""
    assert fakta.buku is not None
    renstra = fakta.buku.data.renstra
    target = {"IKU1": D("91"), "IKU2": D("99"), "IKU3": D("100")}
    janji = tuple(Perjanjian(kode, TAHUN + 1, Versi.MURNI, nilai) for kode, nilai in target.items())
    isi = ganti_renstra(fakta, periode=replace(renstra.periode, tahun=TAHUN + 1), daftar_perjanjian=janji)
    assert isi.buku is not None
    return isi.buku.data


def _lengkapi_buku(fakta: Fakta) -> Fakta:
    """Targets and budgets that were revised, a national comparator for each indicator, and no finding unanswered."""
    assert fakta.buku is not None
    data = fakta.buku.data
    murni = tuple(
        replace(p, versi=Versi.MURNI, target=(p.target or Decimal(0)) - 1) for p in data.renstra.daftar_perjanjian
    )
    hasil = ganti_renstra(fakta, daftar_perjanjian=(*murni, *data.renstra.daftar_perjanjian))
    pembanding = tuple(
        Pembanding(i.kode, TAHUN, JenisPembanding.NASIONAL, "Nasional", D("80")) for i in data.renstra.daftar_indikator
    )
    hasil = ganti_kinerja(hasil, daftar_pembanding=pembanding)
    baris = tuple(replace(a, pagu_murni=(a.pagu_perubahan or Decimal(0)) + 1) for a in data.anggaran.daftar_anggaran)
    hasil = ganti_anggaran(hasil, daftar_anggaran=baris)
    assert hasil.buku is not None
    saat = datetime(2025, 2, 1, tzinfo=UTC)
    jawaban = tuple(
        Jawaban(t.kunci, t.sidik, t.aturan, t.pesan, "Sudah benar.", "Kepala", saat) for t in periksa(hasil.buku)
    )
    return ganti_laporan(hasil, daftar_jawaban=jawaban)


@cache
def fakta_sempurna() -> Fakta:
    """The same agency-year with every criterion met that facts can decide."""
    dasar = _lengkapi_buku(fakta_contoh())
    triwulan = tuple(
        replace(
            tw, status=StatusPengisian.TERKUNCI, diajukan=tw.tenggat, diverifikasi=tw.tenggat, disetujui=tw.tenggat,
            banyak_bukti=4, berbukti=3, beranalisis=3, bersolusi=3,
        )
        for tw in dasar.daftar_triwulan
    )  # fmt: skip
    nilai = dict.fromkeys(skema().subkomponen_per_kode, "BB")
    lalu = EvaluasiLalu(2, AsalEvaluasi.DIKERJAKAN, evaluasi(nilai, tahun=2023))
    sebelum = EvaluasiLalu(1, AsalEvaluasi.DIREKAM, evaluasi(dict.fromkeys(nilai, "B"), tahun=2022))
    komponen = [k.nama for k in skema().daftar_komponen]
    return replace(
        dasar,
        berikut=_rencana_berikut(dasar),
        renstra=FaktaRenstra(1, 0, "Peraturan Gubernur Nomor 1 Tahun 2024", date(2024, 1, 2)),
        daftar_triwulan=triwulan,
        daftar_dokumen=(
            dokumen("perjanjian-murni"), dokumen("laporan", terbit=date(2025, 2, 20)),
            *(dokumen(f"laporan-tw{n}", triwulan=n) for n in (1, 2, 3, 4)),
        ),
        daftar_unit=(FaktaUnit(1, "Sekretariat", True), FaktaUnit(2, "Bidang Mutasi", True)),
        lembar={Versi.MURNI: date(2024, 1, 15)},
        berdefinisi=frozenset({"IKU1", "IKU2", "IKU3"}),
        daftar_reviu=(FaktaReviu(1, TahapReviu.SELESAI, SimpulanReviu.TANPA_PENGECUALIAN, date(2025, 2, 10)),),
        daftar_rekomendasi=tuple(
            RekamRekomendasi(n, 2023, nama, "Perbaiki.", KeadaanTindakLanjut.SELESAI, date(2024, 12, 1), "Sudah.")
            for n, nama in enumerate(komponen)
        ),
        daftar_evaluasi_lalu=(lalu, sebelum),
        pemda=FaktaPemda(2, 2, True, True, True, "Peraturan Gubernur tentang evaluasi"),
        mandiri_dikirim=date(2025, 3, 1),
    )  # fmt: skip
