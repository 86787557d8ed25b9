"""What stands between braces in a text: a live figure (`{capaian IKU1 2023}`) or a reference (`{tabel sdm}`).

People type these, so case, spaces and the ways of naming a quarter do not matter; what is not understood stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lkjip.besaran import BESARAN
from lkjip.dasar.periode import baca_triwulan
from lkjip.laporan.compose.kode_naskah import BENTUK, Jenis
from lkjip.laporan.isi import Angka, JenisAngka, Rujuk
from renstra.data import VersiTarget

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

JENIS_RUJUKAN = ("tabel", "gambar", "bagian")
_TRIWULAN = re.compile(r"(?:^|\s)(?:tw|triwulan)\s*[-.]?\s*(iv|iii|ii|i|[1-4])$", re.IGNORECASE)
_TAHUN_AKHIR = re.compile(r"(?:^|\s)(?:tahun\s+)?((?:19|20)\d\d)$", re.IGNORECASE)
_TAHUN_AWAL = re.compile(r"^(?:tahun\s+)?((?:19|20)\d\d)(?:\s|$)", re.IGNORECASE)
_VERSI = re.compile(rf"(?:^|\s)({'|'.join(v.value for v in VersiTarget)})$", re.IGNORECASE)
_GAYA = re.compile(r"(?:^|\s)polos$", re.IGNORECASE)


_I, _S, _SEMUA = frozenset({Jenis.INDIKATOR}), frozenset({Jenis.SASARAN}), frozenset({Jenis.SEMUA})
_UANG = frozenset({Jenis.ANGGARAN, Jenis.SASARAN, Jenis.BELANJA, Jenis.SEMUA})
_KOMPONEN = frozenset({Jenis.KOMPONEN})
BERLAKU: Mapping[str, frozenset[Jenis]] = {
    **dict.fromkeys(BESARAN, _I),
    **dict.fromkeys(("rata_rata_sasaran", "rata_rata_kemajuan"), _S),
    **dict.fromkeys(("rata_rata_total", "rata_rata_efisiensi", "nilai_sakip", "predikat_sakip"), _SEMUA),
    **dict.fromkeys(("jumlah_belanja", "realisasi_belanja"), _SEMUA),
    "kategori_capaian": _I | _S | _SEMUA,
    **dict.fromkeys(("efisiensi", "nilai_efisiensi", "simpulan_efisiensi"), _I | _S),
    **dict.fromkeys(("nilai_komponen", "nilai_komponen_maks", "bobot_komponen"), _KOMPONEN),
    "nilai_subkomponen": frozenset({Jenis.SUBKOMPONEN}),
    **dict.fromkeys(("jumlah_pagu", "jumlah_realisasi", "pagu", "realisasi_anggaran", "sisa_anggaran"), _UANG),
    **dict.fromkeys(("serapan", "rencana_anggaran", "jumlah_rencana", "deviasi_kas", "persen_deviasi_kas"), _UANG),
    **dict.fromkeys(("selisih_realisasi", "selisih_rencana", "selisih_pagu", "perubahan_pagu"), _UANG),
    "jumlah_pagu_pilihan": frozenset({Jenis.ANGGARAN}),
    "jumlah_realisasi_pilihan": frozenset({Jenis.ANGGARAN}),
    "serapan_pilihan": frozenset({Jenis.ANGGARAN}),
}
"""Of what each figure may be asked."""

_NAMA_LAIN: Mapping[str, tuple[str, ...]] = {
    "target": ("selisih_target",),
    "capaian": ("capaian", "rata_rata_sasaran", "rata_rata_total"),
    "rata_rata": ("rata_rata_sasaran", "rata_rata_total"),
    "rata_rata_capaian": ("rata_rata_sasaran", "rata_rata_total"),
    "kategori": ("kategori_capaian",),
    "kemajuan": ("kemajuan_renstra", "rata_rata_kemajuan"),
    "realisasi": ("realisasi", "realisasi_anggaran"),
    "predikat": ("predikat_realisasi", "predikat_sakip"),
    "efisiensi": ("efisiensi", "rata_rata_efisiensi"),
    "anggaran": ("pagu",),
    "sisa": ("sisa_anggaran",),
    "nilai": ("nilai_komponen", "nilai_subkomponen", "nilai_sakip"),
    "sakip": ("nilai_sakip",),
    "bobot": ("bobot_komponen",),
}
"""How people call them; the first that can be asked of the subject is meant."""

NAMA_TULIS: Mapping[str, str] = {"selisih_target": "target", "kategori_capaian": "kategori"}
"""The plain name under which a text names a figure, where its own name is a term of the workshop."""


def urai_sebutan(ktx: Konteks, isi: str) -> Angka | Rujuk | None:
    """The figure or reference that the inside of `{…}` names; None where it names nothing.

    A reference is provisional (`kunci` "tabel sdm"): only the finished document knows what it points at
    (`rujukan.selesaikan`).
    """
    kata = isi.split()
    if not kata:
        return None
    if kata[0].lower() in JENIS_RUJUKAN and len(kata) > 1:
        ktx.ada_rujukan = True
        return Rujuk(f"{kata[0].lower()} {' '.join(kata[1:])}")
    for banyak in range(len(kata), 0, -1):
        nama = re.sub(r"[-_]+", "_", "_".join(kata[:banyak]).lower())
        pilihan = _NAMA_LAIN.get(nama) or ((nama,) if nama in BESARAN else ())
        if pilihan and (angka := _angka(ktx, pilihan, " ".join(kata[banyak:]))):
            return angka
    return None


@dataclass(frozen=True)
class _Rincian:
    tahun: int | None = None
    triwulan: int | None = None
    versi: str = ""
    polos: bool = False


def _angka(ktx: Konteks, pilihan: tuple[str, ...], ekor: str) -> Angka | None:
    """Strip what says when and by which document from the end until the rest is a kode, or nothing."""
    rinci = _Rincian()
    while True:
        for kode, jenis in _subjek(ktx, ekor):
            for besaran in pilihan:
                if jenis & BERLAKU[besaran]:
                    return _jadikan(ktx, besaran, kode, rinci)
        potong = _potong(ekor, rinci)
        if potong is None:
            return None
        ekor, rinci = potong


def _potong(ekor: str, rinci: _Rincian) -> tuple[str, _Rincian] | None:
    if cocok := _GAYA.search(ekor):
        return ekor[: cocok.start()].strip(), replace(rinci, polos=True)
    if not rinci.versi and (cocok := _VERSI.search(ekor)):
        return ekor[: cocok.start()].strip(), replace(rinci, versi=cocok[1].lower())
    if rinci.triwulan is None and (cocok := _TRIWULAN.search(ekor)):
        return ekor[: cocok.start()].strip(), replace(rinci, triwulan=baca_triwulan(cocok[1]))
    if rinci.tahun is None and (cocok := _TAHUN_AKHIR.search(ekor)):
        return ekor[: cocok.start()].strip(), replace(rinci, tahun=int(cocok[1]))
    if rinci.tahun is None and (cocok := _TAHUN_AWAL.search(ekor)):
        return ekor[cocok.end() :].strip(), replace(rinci, tahun=int(cocok[1]))
    return None


def _jadikan(ktx: Konteks, besaran: str, kode: str, rinci: _Rincian) -> Angka:
    """The figure; of a predikat that is known by its letter alone, the letter."""

    def tanya(nama: str) -> Angka:
        return ktx.angka(nama, kode, tahun=rinci.tahun, triwulan=rinci.triwulan, versi=rinci.versi, polos=rinci.polos)

    angka = tanya(besaran)
    huruf = {"selisih_target": "predikat_target", "realisasi": "predikat_realisasi"}.get(besaran)
    if huruf and not angka.hasil.ada and tanya(huruf).hasil.ada:
        return tanya(huruf)
    return replace(angka, jenis=JenisAngka.KATA) if angka.hasil.kata is not None else angka


def _subjek(ktx: Konteks, ekor: str) -> Iterator[tuple[str, frozenset[Jenis]]]:
    """The kode that the words name, most exactly first: as typed, without regard to case and spaces, to dots too."""
    if not ekor:
        yield "", _SEMUA
        return
    for bentuk, per_kode in zip(BENTUK, ktx.kode_per_bentuk, strict=True):
        if ada := per_kode.get(bentuk(ekor)):
            yield ada


def tulis_angka_hidup(angka: Angka, *, tahun: int | None = None) -> str:
    """`{capaian IKU1 2023 TW2}`: what names this figure; the year is left out where it is `tahun`, the report's."""
    identitas = angka.identitas
    bagian = [
        NAMA_TULIS.get(identitas.besaran, identitas.besaran),
        identitas.subjek,
        str(identitas.tahun) if identitas.tahun is not None and identitas.tahun != tahun else "",
        f"TW{identitas.triwulan}" if identitas.triwulan is not None else "",
        identitas.versi,
        "polos" if angka.jenis in (JenisAngka.PERSEN_POLOS, JenisAngka.UANG) else "",
    ]
    return f"{{{' '.join(b for b in bagian if b)}}}"
