"""TW: quarters as an earlier report measures them, and programme tables whose columns have slipped (pemeriksaan.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lkjip.besaran import hitung
from lkjip.dasar.periode import nama_triwulan
from lkjip.data import BukuKerja
from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.cocok_nama import Jenis, Kamus, jenis_kolom
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, info, nama_indikator, peringatan, sebutkan
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.data import Klaim, Temuan, Tingkat
from lkjip.pemeriksaan.klaim import HasilKlaim

_AWALAN = {"program ": Jenis.PROGRAM, "kegiatan ": Jenis.KEGIATAN, "sub kegiatan ": Jenis.SUBKEGIATAN,
           "subkegiatan ": Jenis.SUBKEGIATAN}  # fmt: skip


def memakai_target_tahunan(buku: BukuKerja, daftar: Sequence[HasilKlaim]) -> Iterator[Temuan]:
    """TW-02: a capaian of a quarter, or its realisasi beside the year's target in one table, where the quarter has no
    target of its own. One finding a table and quarter.
    """
    per_tempat: dict[tuple[str, int], dict[str, None]] = defaultdict(dict)
    target = {(_tabel(h.klaim), h.klaim.subjek) for h in daftar
              if h.klaim.besaran == "selisih_target" and _setahun(buku, h.klaim)}  # fmt: skip
    for klaim in (h.klaim for h in daftar):
        if klaim.triwulan is None or not _tanpa_target(buku, klaim):
            continue
        tempat = (_tabel(klaim), klaim.subjek)
        berpasangan = klaim.besaran == "realisasi" and tempat in target
        if klaim.besaran == "capaian" or berpasangan or \
                (klaim.besaran == "selisih_target" and _setahun(buku, klaim)):  # fmt: skip
            per_tempat[_tabel(klaim), klaim.triwulan][klaim.subjek] = None
    for (tabel, triwulan), kode in per_tempat.items():
        yield _temuan(buku, tabel, triwulan, tuple(kode))


def _tabel(klaim: Klaim) -> str:
    return klaim.rujukan.split(",", 1)[0].strip()


def _tanpa_target(buku: BukuKerja, klaim: Klaim) -> bool:
    k = buku.data.kinerja.kinerja_per_triwulan.get((klaim.subjek, klaim.tahun or buku.data.tahun, klaim.triwulan or 0))
    return k is not None and k.target is None and not k.predikat_target.strip()


def _setahun(buku: BukuKerja, klaim: Klaim) -> bool:
    """Whether it prints the target of the whole year."""
    setahun = hitung(buku.data, "selisih_target", klaim.subjek, tahun=klaim.tahun).angka
    return klaim.nilai is not None and setahun == klaim.nilai


def _temuan(buku: BukuKerja, tempat: str, triwulan: int, daftar: Sequence[str]) -> Temuan:
    return info(
        "TW-02",
        f"{tempat or 'Laporan'} mengukur {nama_triwulan(triwulan)} terhadap target tahunan, padahal target triwulannya "
        f"kosong: {sebutkan([nama_indikator(buku, kode) for kode in daftar])}.",
        letak=tempat,
        subjek=daftar[0] if len(daftar) == 1 else "",
        butir=f"{tempat} TW{triwulan}",
        nilai=f"{len(daftar)} indikator",
        seharusnya="target triwulan pada rencana aksi",
        saran=f"Isi target {nama_triwulan(triwulan)} pada rencana aksi, atau tulis bahwa targetnya target tahunan.",
        halaman="rencana_aksi",
        klaim=True,
    )


def kolom_bergeser(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """TW-08: what is known to be a programme stands in the column of indicators, and so on; one finding a table."""
    kamus = bacaan.konteks.pembantu(Kamus)
    for tabel in bacaan.buku.laporan.daftar_tabel:
        kolom = [jenis_kolom(k) for k in tabel.kepala]
        if len([j for j in kolom if j]) < 2:
            continue
        salah = [(nomor, n, isi, ada) for nomor, baris in enumerate(tabel.baris, 3) for n, isi in enumerate(baris)
                 if isinstance(isi, str) and n < len(kolom) and kolom[n]
                 and (ada := _jenis_isi(kamus, isi)) and not ada & kolom[n]]  # fmt: skip
        if salah:
            yield _bergeser(tabel, salah)


def _jenis_isi(kamus: Kamus, isi: str) -> frozenset[Jenis]:
    """What a cell can only be: a known name, else a text that says what it is."""
    dikenal = frozenset(n.jenis for n in kamus.persis(isi))
    rendah = " ".join(isi.casefold().split())
    awalan = next((jenis for kata, jenis in _AWALAN.items() if rendah.startswith(kata)), None)
    return dikenal or (frozenset({awalan}) if awalan is not None else frozenset())


def _bergeser(tabel: TabelBebas, salah: Sequence[tuple[int, int, str, frozenset[Jenis]]]) -> Temuan:
    rincian = sebutkan([f"{sorted(ada)[0]} “{' '.join(isi.split())}” di kolom {tabel.kepala[n]} (baris {nomor})"
                        for nomor, n, isi, ada in salah])  # fmt: skip
    nomor, n, isi, ada = salah[0]
    return peringatan(
        "TW-08",
        f"Isi tabel “{tabel.judul or tabel.nama}” tidak sesuai dengan kolomnya: {rincian}.",
        letak=f"lembar {tabel.nama}, baris {nomor}, kolom {n + 1}",
        subjek=tabel.nama,
        nilai=" ".join(isi.split()),
        seharusnya=f"{tabel.kepala[n]}; {sorted(ada)[0]} di kolomnya sendiri",
        saran="Pindahkan isinya ke kolom yang sesuai, atau perbaiki kepala kolomnya.",
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
        kutipan=isi,
    )


DAFTAR = (
    Aturan("TW-02", Tingkat.INFO, "Target triwulan kosong tetapi dipakai target tahunan",
           periksa_klaim=memakai_target_tahunan),
    Aturan("TW-08", Tingkat.PERINGATAN, "Kolom bergeser", periksa_teks=kolom_bergeser),
)  # fmt: skip
