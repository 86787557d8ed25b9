"""ANG-06, ANG-15, ANG-16: an amount of another column, of another row, or of another set of programmes. Rupiah."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, partial
from itertools import combinations

from anggaran.data import Anggaran
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import NOL, SERATUS, jumlah
from lkjip.dasar.periode import DAFTAR_TRIWULAN, nama_triwulan
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import TEMPAT_KLAIM, Ambang, galat, nama, rp, tulis
from lkjip.pemeriksaan.aturan.klaim_tercetak import butir_klaim, sebutan_klaim
from lkjip.pemeriksaan.data import KelasKlaim, Klaim, Temuan
from lkjip.pemeriksaan.klaim import HasilKlaim
from renstra.data import Versi

_TERKECIL = Decimal(1000)  # amounts that two rows may well share by chance are smaller, or round
_PROGRAM_TERBANYAK = 10  # every set of them is tried
_RALAT = "Ralat angka itu dalam laporan yang sudah terbit; laporan ini mencetak angka hasil hitungan."


def _khas(nilai: Decimal) -> bool:
    """Whether an amount tells its row: not small."""
    return nilai >= _TERKECIL


def _serumpun(buku: BukuKerja, a: str, b: str) -> bool:
    """Whether one row stands below the other: an only child has its parent's figures."""
    return b in _leluhur(buku, a) or a in _leluhur(buku, b)


def _leluhur(buku: BukuKerja, kode: str) -> Iterator[str]:
    baris, batas = buku.data.anggaran.anggaran_per_kode, 10
    while kode in baris and baris[kode].induk and batas:
        kode, batas = baris[kode].induk, batas - 1
        yield kode


@dataclass(frozen=True)
class _Salinan:
    """`baris` states `nilai`, which is that of `asal`; `seharusnya` by what is around it."""

    baris: Anggaran
    asal: Anggaran
    nilai: Decimal
    seharusnya: Decimal


def tersalin_data(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-15 in the data: a parent and its children disagree, and one of them bears exactly another row's amount."""
    for triwulan in DAFTAR_TRIWULAN:
        for s in _salinan(buku, triwulan):
            yield galat(
                "ANG-15",
                f"Realisasi {nama(s.baris.kode, s.baris.uraian)} s.d. {nama_triwulan(triwulan)} tercatat "
                f"{rp(s.nilai)}, "
                f"sama persis dengan {nama(s.asal.kode, s.asal.uraian)}; menurut jumlahnya seharusnya "
                f"{rp(s.seharusnya)}.",
                letak=f"lembar realisasi_anggaran, {nama_triwulan(triwulan)}",
                subjek=s.baris.kode,
                butir=f"TW{triwulan}",
                nilai=s.nilai,
                seharusnya=s.seharusnya,
                cara=f"realisasi {s.asal.kode} = {rp(s.nilai)}",
                saran="Isi realisasi baris itu sendiri menurut laporan realisasi; jangan menyalin baris lain.",
                halaman="isi_anggaran",
                argumen=(triwulan,),
            )


def _salinan(buku: BukuKerja, triwulan: int) -> Iterator[_Salinan]:
    data = buku.data
    peta = data.anggaran.realisasi_per_triwulan
    nilai = {a.kode: r.realisasi for a in data.anggaran.daftar_anggaran
             if (r := peta.get((a.kode, data.tahun, triwulan))) is not None and r.realisasi is not None}  # fmt: skip
    pemilik: dict[Decimal, list[str]] = defaultdict(list)
    for kode, n in nilai.items():
        pemilik[n].append(kode)
    for a in data.anggaran.daftar_anggaran:
        daftar = [b for b in data.anggaran.daftar_anak.get(a.kode, ()) if b.kode in nilai]
        if a.kode not in nilai or not daftar or len(daftar) < len(data.anggaran.daftar_anak[a.kode]):
            continue
        beda = nilai[a.kode] - jumlah(nilai[b.kode] for b in daftar)
        if beda:
            yield from _tersangka(buku, nilai, pemilik, [(a, nilai[a.kode] - beda), *((b, nilai[b.kode] + beda)
                                                         for b in daftar)])  # fmt: skip


def _tersangka(
    buku: BukuKerja,
    nilai: Mapping[str, Decimal],
    pemilik: Mapping[Decimal, Sequence[str]],
    daftar: Sequence[tuple[Anggaran, Decimal]],
) -> Iterator[_Salinan]:
    """The first of a parent and its children whose amount is another's, and which has room for the right one."""
    baris = buku.data.anggaran.anggaran_per_kode
    for a, seharusnya in daftar:
        asal = [k for k in pemilik[nilai[a.kode]] if k != a.kode and not _serumpun(buku, k, a.kode)]
        pagu = hitung(buku.data, "pagu", a.kode).angka
        muat = seharusnya > 0 and (pagu is None or seharusnya <= pagu)
        if asal and muat and _khas(nilai[a.kode]):
            yield _Salinan(a, baris[asal[0]], nilai[a.kode], seharusnya)
            return


def tersalin_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-15 of claims: a row is printed with the amount of another, not its own."""
    baris = buku.data.anggaran.anggaran_per_kode
    per_jumlah = cache(partial(_per_realisasi, buku))
    for h in daftar:
        k, x = h.klaim, h.hasil.angka
        salah = k.besaran == "jumlah_realisasi" and h.kelas is KelasKlaim.TIDAK_SESUAI and k.subjek in baris
        if not salah or k.nilai is None or x is None or not _khas(k.nilai):
            continue
        pemilik = per_jumlah(k.tahun, k.triwulan).get(k.nilai, ())
        asal = next((baris[kode] for kode in pemilik if not _serumpun(buku, kode, k.subjek)), None)
        if asal is not None and k.subjek not in pemilik:
            pesan = f"{k.rujukan} mencetak {sebutan_klaim(buku, k)}: {rp(k.nilai)}, yaitu angka milik "
            pesan += f"{nama(asal.kode, asal.uraian)}; seharusnya {rp(x)}."
            yield _klaim("ANG-15", h, pesan, k.nilai, x)


def _per_realisasi(buku: BukuKerja, tahun: int | None, triwulan: int | None) -> dict[Decimal | None, list[str]]:
    """The rows that realised an amount, recorded on them or added up, in the order of the budget."""
    hasil: dict[Decimal | None, list[str]] = defaultdict(list)
    for kode in buku.data.anggaran.anggaran_per_kode:
        for besaran in ("realisasi_anggaran", "jumlah_realisasi"):
            hasil[hitung(buku.data, besaran, kode, tahun=tahun, triwulan=triwulan).angka].append(kode)
    return hasil


def _klaim(aturan: str, h: HasilKlaim, pesan: str, nilai: Decimal, seharusnya: Decimal) -> Temuan:
    return galat(
        aturan, pesan, letak=h.klaim.rujukan, subjek=h.klaim.subjek, butir=butir_klaim(h.klaim), nilai=nilai,
        seharusnya=seharusnya, cara=h.hasil.cara, saran=_RALAT, **TEMPAT_KLAIM,
    )  # fmt: skip


def subtotal_data(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """ANG-16 in the data: a programme's pagu is the sum of another set of programmes."""
    data = buku.data
    for versi in data.anggaran.versi_pagu_terisi:
        for a in _program(buku):
            tercatat = hitung(data, "pagu", a.kode, versi=versi.value).angka
            jumlah_anak = hitung(data, "jumlah_pagu", a.kode, versi=versi.value).angka
            if tercatat is None or jumlah_anak is None or tercatat == jumlah_anak:
                continue
            himpunan = himpunan_program(buku, a.kode, tercatat, versi)
            if himpunan:
                yield galat(
                    "ANG-16",
                    f"Pagu {versi.value} program {nama(a.kode, a.uraian)} tercatat {rp(tercatat)}, yaitu jumlah "
                    f"{_sebut(himpunan)}; rinciannya sendiri berjumlah {rp(jumlah_anak)}.",
                    letak=f"lembar anggaran, kolom pagu_{versi.value}",
                    subjek=a.kode,
                    butir=versi.value,
                    nilai=tercatat,
                    seharusnya=jumlah_anak,
                    cara=f"jumlah program {', '.join(b.kode for b in himpunan)}",
                    saran="Isi pagu program itu sendiri menurut DPA.",
                    halaman="anggaran_rencana",
                )


def subtotal_tercetak(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-16 of claims."""
    program = {a.kode: a for a in _program(buku)}
    for h in daftar:
        k, x = h.klaim, h.hasil.angka
        salah = k.besaran == "jumlah_pagu" and h.kelas is KelasKlaim.TIDAK_SESUAI and k.subjek in program
        if not salah or k.nilai is None or x is None:
            continue
        versi = Versi(k.versi.value) if k.versi is not None and k.versi.value in {v.value for v in Versi} else None
        himpunan = himpunan_program(buku, k.subjek, k.nilai, versi)
        if himpunan:
            pesan = f"{k.rujukan} mencetak {sebutan_klaim(buku, k)}: {rp(k.nilai)}, yaitu jumlah {_sebut(himpunan)}; "
            yield _klaim("ANG-16", h, f"{pesan}seharusnya {rp(x)}.", k.nilai, x)


def _program(buku: BukuKerja) -> tuple[Anggaran, ...]:
    return buku.data.anggaran.daftar_anak.get("", ())


def _sebut(himpunan: Sequence[Anggaran]) -> str:
    return " dan ".join(nama(b.kode, b.uraian) for b in himpunan)


def himpunan_program(buku: BukuKerja, kode: str, nilai: Decimal, versi: Versi | None) -> tuple[Anggaran, ...]:
    """The programmes whose sums of children are together this amount; () where none, or only the programme itself."""
    daftar = _program(buku)[:_PROGRAM_TERBANYAK]
    v = versi.value if versi else None
    uang = [(a, hitung(buku.data, "jumlah_pagu", a.kode, versi=v).angka or NOL) for a in daftar]
    uang = [(a, n) for a, n in uang if n]
    for banyak in range(1, len(uang) + 1):
        for satu in combinations(uang, banyak):
            if jumlah(n for _, n in satu) == nilai and [a.kode for a, _ in satu] != [kode]:
                return tuple(a for a, _ in satu)
    return ()


def pagu_sama_realisasi(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """ANG-06: one place prints the same amount twice, and beside it a percentage that is not 100."""
    per_tempat: dict[tuple[str, str], dict[str, Klaim]] = defaultdict(dict)
    for hasil in daftar:
        per_tempat[hasil.klaim.rujukan, hasil.klaim.subjek][hasil.klaim.besaran] = hasil.klaim
    for isi in per_tempat.values():
        pagu, realisasi, serapan = (isi.get(b) for b in ("jumlah_pagu", "jumlah_realisasi", "serapan"))
        if pagu is None or realisasi is None or serapan is None or pagu.nilai is None or serapan.nilai is None:
            continue
        if pagu.nilai != realisasi.nilai or serapan.nilai == SERATUS:
            continue
        yield galat(
            "ANG-06",
            f"{pagu.rujukan} mencetak pagu dan realisasi yang sama, {tulis(pagu.nilai)}, "
            f"tetapi serapannya {tulis(serapan.nilai)}%.",
            letak=pagu.rujukan,
            subjek=pagu.subjek,
            butir=butir_klaim(serapan),
            nilai=serapan.nilai,
            seharusnya=SERATUS,
            saran="Periksa apakah kolom realisasi menyalin kolom pagu.",
            **TEMPAT_KLAIM,
        )
