"""Claims that cannot be right: what an already printed report states against the figure of the data.

Our own report prints computed figures only, so these findings say what to mend in that other report, and block nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial

from kinerja.data import RumusNegatif
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS, banyak_desimal, persen
from lkjip.dasar.periode import nama_triwulan
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.pemeriksaan.aturan.dasar import (
    TEMPAT_KLAIM,
    Aturan,
    berturut,
    galat,
    nama,
    nama_indikator,
    sedekat_cetak,
    tulis,
)
from lkjip.pemeriksaan.aturan.efisiensi_angka import efisiensi_di_tabel, rata_rata_efisiensi
from lkjip.pemeriksaan.aturan.hitungan import nilai_komposit, pembilang_penyebut
from lkjip.pemeriksaan.aturan.hitungan_teks import hasil_bagi_teks
from lkjip.pemeriksaan.aturan.hitungan_teks_kelas import kategori_teks
from lkjip.pemeriksaan.aturan.sakip import nilai_melebihi_bobot
from lkjip.pemeriksaan.aturan.tabel_hitungan import capaian_tabel, hasil_bagi_tabel
from lkjip.pemeriksaan.aturan.tabel_kelas import kategori_tabel
from lkjip.pemeriksaan.aturan.target_tercetak import target_tercetak
from lkjip.pemeriksaan.aturan.triwulan import dua_bilangan, realisasi_tidak_sama
from lkjip.pemeriksaan.data import KelasKlaim, Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim, desimal_tercetak
from lkjip.pemeriksaan.klaim_ruang import Ruang
from lkjip.pemeriksaan.klaim_sebab import cari_sebab
from renstra.data import Arah, JenisIndikator, Versi, VersiTarget

# Besaran → the rule that its wrong claims break; `selisih_target` and `realisasi` are told apart below.
_PER_BESARAN = {
    "kategori_capaian": "HIT-06", "rata_rata_sasaran": "HIT-09", "rata_rata_total": "HIT-10",
    "pertumbuhan": "HIT-23", "kemajuan_renstra": "HIT-24", "rata_rata_kemajuan": "HIT-24",
    "capaian_nasional": "HIT-28", "serapan": "ANG-03", "jumlah_pagu": "ANG-05", "jumlah_realisasi": "ANG-07",
    "efisiensi": "EFI-01", "rata_rata_efisiensi": "EFI-09", "nilai_sakip": "SAK-01", "predikat_sakip": "SAK-05",
    "nilai_komponen_maks": "SAK-02",
}  # fmt: skip
# Of a row of the budget: what it prints is not the sum of the rows below it.
_PER_BESARAN_BARIS = {"jumlah_pagu": "ANG-01", "jumlah_realisasi": "ANG-02"}
_DESIMAL_SEBUT = 2
_TEMPAT_DISEBUT = 2
_TOLERANSI_BATAS = Decimal("0.5")  # HIT-03: 100,48 may be printed 100 for short
SEBUTAN_BESARAN = {
    "capaian": "capaian", "kategori_capaian": "kategori capaian", "rata_rata_sasaran": "rata-rata capaian",
    "rata_rata_total": "rata-rata capaian", "pertumbuhan": "pertumbuhan", "kemajuan_renstra": "kemajuan Renstra",
    "rata_rata_kemajuan": "rata-rata kemajuan Renstra", "capaian_nasional": "capaian terhadap angka nasional",
    "serapan": "serapan", "jumlah_pagu": "jumlah pagu", "jumlah_realisasi": "jumlah realisasi anggaran",
    "efisiensi": "efisiensi", "rata_rata_efisiensi": "rata-rata efisiensi", "nilai_sakip": "nilai SAKIP",
    "predikat_sakip": "predikat SAKIP", "nilai_komponen_maks": "nilai komponen SAKIP", "selisih_target": "target",
    "realisasi": "realisasi",
}  # fmt: skip


def _aturan_target(buku: BukuKerja, klaim: Klaim) -> str:
    """KON-03: of the last year of the Renstra; KON-04: the first target printed for the revised one; else KON-02."""
    tahun = buku.data.tahun if klaim.tahun is None else klaim.tahun
    jangka_menengah = klaim.versi is VersiTarget.RENSTRA or tahun != buku.data.tahun
    if jangka_menengah and tahun == buku.data.renstra.periode.renstra_akhir:
        return "KON-03"
    murni = hitung(buku.data, "selisih_target", klaim.subjek, tahun=tahun, versi=Versi.MURNI.value)
    tertukar = klaim.nilai is not None and murni.angka == klaim.nilai and klaim.versi is not VersiTarget.MURNI
    return "KON-04" if tertukar else "KON-02"


def _aturan_realisasi(buku: BukuKerja, klaim: Klaim) -> str:
    """HIT-15 for a quotient, HIT-14 for a composite, TW-04 for what quarters gather to."""
    if dua_bilangan(buku, klaim):
        return "HIT-15"
    if any(k.indikator == klaim.subjek for k in buku.data.kinerja.daftar_komponen):
        return "HIT-14"
    indikator = buku.data.renstra.indikator_per_kode.get(klaim.subjek)
    if indikator is not None and indikator.jenis is JenisIndikator.PREDIKAT and klaim.nilai is None:
        return "HIT-18"
    hasil = hitung(buku.data, "realisasi", klaim.subjek, tahun=klaim.tahun, triwulan=klaim.triwulan)
    return "HIT-15" if "pembilang" in hasil.cara else "TW-04"


def batas_tidak_konsisten(buku: BukuKerja, klaim: Klaim) -> bool:
    """More than the cap is printed; or exactly 100 for a figure well above it, where the year has no cap."""
    batas = buku.data.kinerja.metode.batas_capaian
    if klaim.nilai is None:
        return False
    if batas is not None:
        return klaim.nilai > batas
    hasil = hitung(buku.data, "capaian", klaim.subjek, tahun=klaim.tahun, triwulan=klaim.triwulan)
    return klaim.nilai == SERATUS and hasil.angka is not None and hasil.angka > SERATUS + _TOLERANSI_BATAS


def _aturan_capaian(buku: BukuKerja, klaim: Klaim) -> str:
    """HIT-05: the formula of an indicator that should rise; HIT-03: a cap printed here and not there; else HIT-01."""
    if _rumus_terbalik(buku, klaim):
        return "HIT-05"
    return "HIT-03" if batas_tidak_konsisten(buku, klaim) else "HIT-01"


def _rumus_terbalik(buku: BukuKerja, klaim: Klaim) -> bool:
    """Whether R / T × 100 is printed for what should fall; R may have been rounded since (0,32 of 0,20 as 162)."""
    indikator = buku.data.renstra.indikator_per_kode.get(klaim.subjek)
    if indikator is None or indikator.arah is not Arah.NEGATIF or klaim.nilai is None:
        return False
    if buku.data.kinerja.metode.rumus_negatif is RumusNegatif.LANGSUNG:
        return False
    target, realisasi = (
        hitung(buku.data, b, klaim.subjek, tahun=klaim.tahun, triwulan=klaim.triwulan).angka
        for b in ("selisih_target", "realisasi")
    )
    if not target or realisasi is None:
        return False
    semula = klaim.nilai * target / SERATUS
    return (
        sedekat_cetak(persen(realisasi, target), klaim.nilai) or bulat(semula, banyak_desimal(realisasi)) == realisasi
    )


def _tanpa_rincian(buku: BukuKerja, klaim: Klaim) -> bool:
    """Whether it is about a row of the budget or of belanja with none below it: then no sum can be wrong."""
    anggaran = buku.data.anggaran
    tahun = buku.data.tahun if klaim.tahun is None else klaim.tahun
    if klaim.subjek in anggaran.anggaran_per_kode:
        return not anggaran.daftar_anak.get(klaim.subjek)
    belanja = any((klaim.subjek, t) in anggaran.belanja_per_kode for t in (tahun, None))
    return belanja and not any(anggaran.daftar_anak_belanja.get((klaim.subjek, t)) for t in (tahun, None))


def aturan_klaim(buku: BukuKerja, klaim: Klaim) -> str:
    """The rule that a wrong claim breaks; '' for a besaran that no rule is about."""
    if klaim.besaran == "selisih_target":
        return _aturan_target(buku, klaim)
    if klaim.besaran == "realisasi":
        return _aturan_realisasi(buku, klaim)
    if klaim.besaran == "capaian":
        return _aturan_capaian(buku, klaim)
    if klaim.besaran in _PER_BESARAN_BARIS and _tanpa_rincian(buku, klaim):
        return "ANG-13"
    if klaim.subjek in buku.data.anggaran.anggaran_per_kode:
        return _PER_BESARAN_BARIS.get(klaim.besaran) or _PER_BESARAN.get(klaim.besaran, "")
    return _PER_BESARAN.get(klaim.besaran, "")


def salah_hitung(aturan: str, buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """Claims classed `tidak_sesuai` that break this rule, in the order of the sheet."""
    salah = (h for h in daftar if h.kelas is KelasKlaim.TIDAK_SESUAI and aturan_klaim(buku, h.klaim) == aturan)
    if aturan in ("HIT-09", "HIT-10"):  # a mean in words ("> 100 %") is a finding of HIT-11
        salah = (h for h in salah if h.klaim.nilai is not None)
    yield from temuan_per_angka(aturan, buku, salah, Ruang(buku.data, daftar))


def temuan_per_angka(aturan: str, buku: BukuKerja, salah: Iterable[HasilKlaim], ruang: Ruang) -> Iterator[Temuan]:
    """One finding per wrong figure, with all the places that print it: they are mended together."""
    per_angka: dict[tuple[object, ...], list[HasilKlaim]] = defaultdict(list)
    for h in salah:
        k = h.klaim
        per_angka[k.besaran, k.subjek, k.tahun, k.triwulan, k.versi, k.nilai, k.teks.strip().casefold()].append(h)
    for pertama, *lain in per_angka.values():
        yield temuan_klaim(aturan, buku, pertama, ruang, [h.klaim.rujukan for h in lain])


def tercetak(klaim: Klaim) -> str:
    return klaim.teks if klaim.nilai is None else f"{klaim.nilai:f}"


def temuan_klaim(
    aturan: str, buku: BukuKerja, hasil: HasilKlaim, ruang: Ruang, tempat_lain: Sequence[str] = ()
) -> Temuan:
    """`tempat_lain`: where the same wrong figure is printed as well."""
    klaim = hasil.klaim
    daftar_sebab = cari_sebab(ruang, hasil)
    asal = f"Kemungkinan asal kekeliruan: {daftar_sebab[0].tertulis}. " if daftar_sebab else ""
    # As a report would print it; `seharusnya` keeps the whole figure. A figure that does not fit never rounds to it.
    desimal = max(_DESIMAL_SEBUT, desimal_tercetak(klaim))
    x = hasil.hasil.angka
    dihitung = tulis(bulat(x, desimal)) if x is not None else hasil.hasil.kata or "–"
    if klaim.besaran == "nilai_komponen_maks":
        dihitung = f"antara 0 dan bobotnya {dihitung}"
    tertulis = klaim.teks if klaim.nilai is None else tulis(klaim.nilai)
    tempat = [*dict.fromkeys(satu for satu in (klaim.rujukan, *tempat_lain) if satu)]
    nilai = hasil.hasil.nilai if klaim.besaran != "nilai_komponen_maks" else dihitung
    return galat(
        aturan,
        f"{_sebut_tempat(tempat)} mencetak {sebutan_klaim(buku, klaim)}: {tertulis}; seharusnya {dihitung}.",
        letak="; ".join(tempat),
        subjek=klaim.subjek,
        butir=butir_klaim(klaim),
        nilai=tercetak(klaim),
        seharusnya=nilai if nilai is not None else "",
        cara=hasil.hasil.cara,
        saran=f"{asal}Ralat angka itu dalam laporan yang sudah terbit; laporan ini mencetak angka hasil hitungan.",
        **TEMPAT_KLAIM,
    )


def _sebut_tempat(daftar: Sequence[str]) -> str:
    """ "Tabel 2.5", "Tabel 2.5 dan Bab IV", "Tabel 2.5 dan 6 tempat lain" (all of them stand in `letak`)."""
    if len(daftar) > _TEMPAT_DISEBUT:
        return f"{daftar[0]} dan {len(daftar) - 1} tempat lain"
    return " dan ".join(daftar) or "Laporan"


def sebutan_klaim(buku: BukuKerja, klaim: Klaim) -> str:
    sebutan = SEBUTAN_BESARAN.get(klaim.besaran, klaim.besaran)
    waktu = f"{nama_triwulan(klaim.triwulan)} " if klaim.triwulan else "tahun "
    bagian = (sebutan, _subjek(buku, klaim.subjek), f"{waktu}{klaim.tahun or buku.data.tahun}")
    return " ".join(satu for satu in bagian if satu)


def _subjek(buku: BukuKerja, kode: str) -> str:
    if kode in buku.data.renstra.indikator_per_kode:
        return nama_indikator(buku, kode)
    if kode in buku.data.renstra.sasaran_per_kode:
        return f"sasaran {nama(kode, buku.data.renstra.sasaran_per_kode[kode].uraian)}"
    if kode in buku.data.anggaran.anggaran_per_kode:
        return nama(kode, buku.data.anggaran.anggaran_per_kode[kode].uraian)
    belanja = next((b.uraian for b in buku.data.anggaran.daftar_belanja if b.kode == kode), "")
    return f"belanja {nama(kode, belanja)}" if belanja else kode


def butir_klaim(klaim: Klaim) -> str:
    versi = klaim.versi.value if klaim.versi else ""
    bagian = (klaim.rujukan, klaim.besaran, klaim.tahun, klaim.triwulan, versi, tercetak(klaim))
    return " · ".join(str(satu) for satu in bagian if satu not in (None, ""))


def _klaim(id_aturan: str, nama_aturan: str, **lain: object) -> Aturan:
    salah = partial(salah_hitung, id_aturan)
    return Aturan(id_aturan, Tingkat.GALAT, nama_aturan, periksa_klaim=salah, **lain)  # type: ignore[arg-type]


DAFTAR = (
    _klaim("HIT-01", "Capaian salah hitung", periksa=partial(capaian_tabel, "HIT-01")),
    _klaim("HIT-05", "Rumus arah salah", periksa=partial(capaian_tabel, "HIT-05")),
    _klaim("HIT-06", "Kategori salah", periksa=kategori_tabel, periksa_teks=kategori_teks),
    _klaim("HIT-09", "Rata-rata sasaran salah"),
    _klaim("HIT-10", "Rata-rata total salah"),
    _klaim("HIT-14", "Nilai komposit salah", periksa=nilai_komposit),
    _klaim("HIT-15", "Pembilang/penyebut tidak cocok", periksa=berturut(pembilang_penyebut, hasil_bagi_tabel),
           periksa_teks=hasil_bagi_teks),
    _klaim("HIT-23", "Pertumbuhan salah hitung"),
    _klaim("HIT-24", "Kemajuan Renstra salah"),
    _klaim("HIT-28", "Pembanding nasional salah hitung"),
    _klaim("TW-04", "Realisasi tahunan tidak sama dengan akumulasi", periksa=realisasi_tidak_sama),
    _klaim("EFI-01", "Efisiensi salah hitung", periksa_teks=efisiensi_di_tabel),
    _klaim("EFI-09", "Rata-rata efisiensi salah", periksa_teks=rata_rata_efisiensi),
    _klaim("SAK-02", "Nilai komponen melebihi bobot", periksa=nilai_melebihi_bobot),
    _klaim("SAK-05", "Predikat salah"),
    _klaim("KON-02", "Target LKjIP berbeda dari PK", periksa_teks=partial(target_tercetak, "KON-02")),
    _klaim("KON-03", "Target akhir Renstra salah tahun", periksa_teks=partial(target_tercetak, "KON-03")),
    _klaim("KON-04", "Target PK murni dan perubahan tertukar", periksa_teks=partial(target_tercetak, "KON-04")),
)  # fmt: skip
