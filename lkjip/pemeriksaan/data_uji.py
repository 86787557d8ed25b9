"""What an audit of a printed report says of each figure: its class, the right value, and how it may have come about.

Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lkjip.dasar.hasil import Hasil
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.pemeriksaan.data import KelasKlaim, Klaim

SALAH = frozenset({KelasKlaim.TIDAK_SESUAI, KelasKlaim.PEMBULATAN})
JUDUL_KELAS = {
    KelasKlaim.SESUAI: "Sesuai",
    KelasKlaim.PEMBULATAN: "Pembulatan",
    KelasKlaim.TIDAK_SESUAI: "Tidak sesuai",
    KelasKlaim.TAK_TERHITUNG: "Tak terhitung",
}

SEBUTAN = {
    "capaian": "capaian", "capaian_tanpa_batas": "capaian tanpa batas", "kategori_capaian": "kategori capaian",
    "rata_rata_sasaran": "rata-rata capaian", "rata_rata_total": "rata-rata capaian seluruh indikator",
    "pertumbuhan": "pertumbuhan", "kemajuan_renstra": "kemajuan Renstra", "rata_rata_kemajuan": "rata-rata kemajuan",
    "capaian_nasional": "capaian terhadap angka nasional", "serapan": "serapan", "jumlah_pagu": "jumlah pagu",
    "jumlah_realisasi": "jumlah realisasi", "pagu": "pagu", "realisasi_anggaran": "realisasi anggaran",
    "sisa_anggaran": "sisa anggaran", "rencana_anggaran": "anggaran kas", "efisiensi": "efisiensi",
    "rata_rata_efisiensi": "rata-rata efisiensi", "nilai_sakip": "nilai SAKIP", "predikat_sakip": "predikat SAKIP",
    "nilai_komponen_maks": "nilai komponen SAKIP", "nilai_komponen": "nilai komponen", "selisih_target": "target",
    "target_triwulan": "target", "realisasi": "realisasi", "serapan_penunjang": "serapan baris penunjang",
    "nilai_pembanding": "angka pembanding",
}  # fmt: skip


class Yakin(StrEnum):
    """How sure an explanation is: how hard it would be to hit upon the printed figure by chance."""

    PASTI = "pasti sama"
    SANGAT = "sangat mungkin"
    MUNGKIN = "mungkin"


@dataclass(frozen=True)
class Sebab:
    """A likely origin of a wrong figure. `nilai` is the figure of the data (or of the report) that it points at."""

    jenis: str
    kalimat: str
    yakin: Yakin
    nilai: Decimal | None = None

    @property
    def tertulis(self) -> str:
        return f"{self.kalimat} ({self.yakin.value})"


@dataclass(frozen=True)
class BarisUji:
    """One claim after the audit; `sebutan` says in words which figure it is, `daftar_sebab` the best first.

    `uraian`: the name of the subject, where it has one.
    """

    klaim: Klaim
    kelas: KelasKlaim
    hasil: Hasil
    sebutan: str = ""
    daftar_sebab: tuple[Sebab, ...] = ()
    uraian: str = ""

    @property
    def salah(self) -> bool:
        return self.kelas in SALAH

    @property
    def tercetak(self) -> str:
        k = self.klaim
        return k.teks if k.nilai is None else tulis_tepat_cetak(k.nilai, k.desimal)

    @property
    def seharusnya(self) -> str:
        """The right value as the report would print it, with four decimals where that hides some; '' if unknown."""
        x, k = self.hasil.angka, self.klaim
        if x is None:
            return self.hasil.kata or ""
        angka = tulis_tepat(bulat(x, 4))
        if k.besaran == "nilai_komponen_maks":
            return f"0 s.d. {angka}"
        cetak = max(0, -int((k.nilai or x).as_tuple().exponent)) if k.desimal is None else k.desimal
        return angka if bulat(x, cetak) == bulat(x, 4) else f"{tulis_tepat_cetak(x, cetak)} (tepatnya {angka})"

    @property
    def cara(self) -> str:
        """The trace, or what is missing."""
        return self.hasil.cara if self.hasil.ada else self.hasil.alasan

    @property
    def penjelasan(self) -> str:
        return "; ".join(s.tertulis for s in self.daftar_sebab)


def tulis_tepat_cetak(nilai: Decimal, desimal: int | None = None) -> str:
    """With the decimals that the report printed: 99.00 → `99,00`."""
    cetak = max(0, -int(nilai.as_tuple().exponent)) if desimal is None else desimal
    utuh = f"{bulat(nilai, cetak):,f}"
    return utuh.replace(",", "_").replace(".", ",").replace("_", ".")


@dataclass(frozen=True)
class HasilUji:
    """The audit of one report. `sumber` says where the claims and the data came from."""

    instansi: str
    singkatan: str
    tahun: int
    sumber: str
    hari: date
    daftar: tuple[BarisUji, ...]

    @property
    def banyak(self) -> Counter[KelasKlaim]:
        return Counter(b.kelas for b in self.daftar)

    @property
    def terhitung(self) -> int:
        return len(self.daftar) - self.banyak[KelasKlaim.TAK_TERHITUNG]


def yang_salah(daftar: Iterable[BarisUji]) -> Sequence[BarisUji]:
    """Wrong figures in the order of the report; those that are only rounded another way come last."""
    salah = [b for b in daftar if b.salah]
    return sorted(salah, key=lambda b: b.kelas is KelasKlaim.PEMBULATAN)
