"""How each named figure is written: as percent, rupiah, points, a word, or a plain number; and with which decimals."""

from __future__ import annotations

from lkjip.laporan.isi import JenisAngka

_PERSEN = (
    *("capaian", "capaian_tanpa_batas", "rata_rata_sasaran", "rata_rata_total", "kemajuan_renstra"),
    *("capaian_nasional", "serapan", "serapan_penunjang", "rata_rata_kemajuan", "pertumbuhan", "persen_deviasi_kas"),
    "serapan_pilihan",
)
_UANG = (
    *("jumlah_pagu", "jumlah_realisasi", "pagu", "realisasi_anggaran", "sisa_anggaran", "rencana_anggaran"),
    *("jumlah_rencana", "deviasi_kas", "selisih_realisasi", "selisih_rencana", "selisih_pagu", "pagu_penunjang"),
    *("jumlah_belanja", "realisasi_belanja", "jumlah_pagu_pilihan", "perubahan_pagu"),
    "jumlah_realisasi_pilihan",
)
_KATA = (
    *("kategori_capaian", "predikat_sakip", "predikat_target", "predikat_target_triwulan", "predikat_realisasi"),
    "simpulan_efisiensi",
)
_POIN = ("efisiensi", "rata_rata_efisiensi", "nilai_efisiensi")


def jenis_angka(besaran: str, *, polos: bool, desimal: int) -> tuple[JenisAngka, int | None]:
    """`polos`: as in a column whose heading carries the unit. `desimal`: those of the measuring method.

    None as decimals: as many as the figure has.
    """
    if besaran in _PERSEN:
        return JenisAngka.PERSEN_POLOS if polos else JenisAngka.PERSEN, desimal
    if besaran in _UANG:
        return JenisAngka.UANG if polos else JenisAngka.RUPIAH, None
    if besaran in _KATA:
        return JenisAngka.KATA, None
    if besaran in _POIN:
        return JenisAngka.POIN, desimal
    return JenisAngka.ANGKA, 2 if besaran.startswith("nilai_") and besaran != "nilai_pembanding" else None
