"""The thresholds of the rules (pemeriksaan.md: figures in ⟨ ⟩ with their defaults), and what each of them is. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal, InvalidOperation


@dataclass(frozen=True)
class Ambang:
    """Thresholds of the rules; the defaults are the catalogue's. Percentages and points are those printed (80 is 80 %),
    shares fractions of 1, `hari_…` days.
    """

    selisih_bobot: Decimal = Decimal("0.0001")  # HIT-13: how far a sum of weights may be from 1
    capaian_tinggi: Decimal = Decimal(150)  # HIT-04
    capaian_rendah: Decimal = Decimal(50)  # HIT-04
    indikator_diganti: Decimal = Decimal("0.5")  # KON-22: share of the IKU without a year before
    keluaran_wajar: Decimal = Decimal(100)  # TW-06: documents or reports in a year
    lampau_target: Decimal = Decimal(150)  # TW-07: percent of the quarter's target
    hari_lapor_triwulan: int = 15  # TW-09: after the quarter's end
    serapan_rendah: Decimal = Decimal(80)  # ANG-25
    serapan_tinggi: Decimal = Decimal(90)  # ANG-26
    serapan_subkegiatan: Decimal = Decimal(60)  # ANG-27
    selisih_serapan: Decimal = Decimal(40)  # ANG-27: points between money and output
    simpangan_kas: Decimal = Decimal(15)  # ANG-29: percent of what was planned by then
    capaian_menunjang: Decimal = Decimal(75)  # LEN-10; below `capaian_menunjang_info` worth a look
    capaian_menunjang_info: Decimal = Decimal(90)  # LEN-10
    kemiripan_analisis: Decimal = Decimal("0.9")  # LEN-11: share of equal text
    hari_publikasi: int = 30  # LEN-21: after the report became final
    kemiripan_tindak_lanjut: Decimal = Decimal("0.85")  # SAK-11: share of equal text


@dataclass(frozen=True)
class ButirAmbang:
    """One threshold as people meet it. `maks`: no larger value makes sense (shares of 1, percentages of a whole)."""

    nama: str
    aturan: str
    judul: str
    satuan: str
    maks: Decimal | None = None


_SATU, _SERATUS = Decimal(1), Decimal(100)
DAFTAR_AMBANG = (
    ButirAmbang("indikator_diganti", "KON-22", "Bagian IKU yang boleh berganti dari tahun sebelumnya", "bagian dari 1",
                _SATU),
    ButirAmbang("selisih_bobot", "HIT-13", "Selisih jumlah bobot dari 1 yang masih diterima", "selisih", _SATU),
    ButirAmbang("capaian_tinggi", "HIT-04", "Capaian disebut ekstrem di atas", "persen"),
    ButirAmbang("capaian_rendah", "HIT-04", "Capaian disebut ekstrem di bawah", "persen"),
    ButirAmbang("keluaran_wajar", "TW-06", "Dokumen atau laporan setahun yang masih wajar", "dokumen"),
    ButirAmbang("lampau_target", "TW-07", "Realisasi dipertanyakan di atas", "persen dari target triwulan"),
    ButirAmbang("hari_lapor_triwulan", "TW-09", "Waktu melaporkan sesudah triwulan berakhir", "hari", Decimal(366)),
    ButirAmbang("serapan_rendah", "ANG-25", "Serapan perlu penjelasan di bawah", "persen", _SERATUS),
    ButirAmbang("serapan_tinggi", "ANG-26", "Serapan disebut tinggi mulai", "persen", _SERATUS),
    ButirAmbang("serapan_subkegiatan", "ANG-27", "Serapan sub kegiatan disebut rendah di bawah", "persen", _SERATUS),
    ButirAmbang("selisih_serapan", "ANG-27", "Jarak serapan dan capaian keluaran dipertanyakan di atas", "poin persen",
                _SERATUS),
    ButirAmbang("simpangan_kas", "ANG-29", "Penyimpangan dari anggaran kas dipertanyakan di atas", "persen"),
    ButirAmbang("capaian_menunjang", "LEN-10", "Capaian penunjang disebut tidak tercapai di bawah", "persen"),
    ButirAmbang("capaian_menunjang_info", "LEN-10", "Capaian penunjang patut dilihat di bawah", "persen"),
    ButirAmbang("kemiripan_analisis", "LEN-11", "Analisis disebut disalin mulai kemiripan", "bagian dari 1", _SATU),
    ButirAmbang("hari_publikasi", "LEN-21", "Waktu mempublikasikan sesudah laporan final", "hari", Decimal(366)),
    ButirAmbang("kemiripan_tindak_lanjut", "SAK-11", "Tindak lanjut disebut mengulang mulai kemiripan", "bagian dari 1",
                _SATU),
)  # fmt: skip
AMBANG_PER_NAMA: Mapping[str, ButirAmbang] = {b.nama: b for b in DAFTAR_AMBANG}
AMBANG_BAWAAN = Ambang()


def ambang_dari(nilai: Mapping[str, Decimal], dasar: Ambang = AMBANG_BAWAAN) -> Ambang:
    """The catalogue's thresholds (or `dasar`) with these instead; unknown names are left out."""
    bilangan = {k.name for k in fields(Ambang) if isinstance(k.default, int)}
    lain = {n: int(isi) if n in bilangan else isi for n, isi in nilai.items() if n in AMBANG_PER_NAMA}
    return replace(dasar, **lain)  # type: ignore[arg-type]


def galat_ambang(nama: str, nilai: Decimal) -> str:
    """Why this value cannot be, as a sentence; '' where it can."""
    butir = AMBANG_PER_NAMA.get(nama)
    if butir is None:
        return f"Ambang “{nama}” tidak dikenal."
    if not nilai.is_finite() or nilai < 0:
        return "Isi dengan angka nol atau lebih."
    if butir.maks is not None and nilai > butir.maks:
        return f"Paling besar {butir.maks}."
    if isinstance(getattr(AMBANG_BAWAAN, nama), int) and nilai != nilai.to_integral_value():
        return "Isi dengan bilangan bulat."
    return ""


def baca_ambang(tulisan: str) -> tuple[str, Decimal]:
    """`capaian_tinggi=160` → its name and value. Raises ValueError with a sentence."""
    nama, _tanda, isi = (bagian.strip() for bagian in tulisan.partition("="))
    try:
        nilai = Decimal(isi.replace(",", "."))
    except InvalidOperation:
        raise ValueError(f"Ambang “{tulisan}” tidak terbaca. Tulis NAMA=ANGKA, misalnya capaian_tinggi=160.") from None
    if salah := galat_ambang(nama, nilai):
        pilihan = "" if nama in AMBANG_PER_NAMA else f" Yang ada: {', '.join(AMBANG_PER_NAMA)}."
        raise ValueError(f"Ambang {nama}: {salah}{pilihan}")
    return nama, nilai
