"""Which evidence the agency has already given for which criterion of PermenPANRB 88/2021. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kinerja.data_pengisian import StatusPengisian
from kinerja.data_reviu import TahapReviu
from lkjip.dasar.periode import nama_triwulan, tulis_tanggal
from lkjip.data import BukuKerja
from lkjip.evaluasi.data_fakta import Fakta, FaktaDokumen, FaktaTriwulan
from lkjip.evaluasi.data_usul import AlamatBukti, BuktiTersedia
from lkjip.laporan.data_penyusunan import JenisBerkas
from lkjip.laporan.data_terbitan import KeadaanTerbitan

_KEADAAN = {
    KeadaanTerbitan.DISUSUN: "PDF sedang disusun",
    KeadaanTerbitan.FINAL: "final, belum ditandatangani",
    KeadaanTerbitan.DITANDATANGANI: "ditandatangani, belum terbit",
    KeadaanTerbitan.TERBIT: "terbit",
    KeadaanTerbitan.DIGANTIKAN: "digantikan",
    KeadaanTerbitan.DITARIK: "ditarik",
}
# Pages of the agency-year with the results of evaluations, the recommendations and the reviu.
_HALAMAN_SAKIP = ("sakip", "tindak_lanjut", "reviu")
_TRIWULAN = tuple(f"triwulan:{n}" for n in (1, 2, 3, 4))

# Criterion → names of pieces (`rujukan`), the best first; one that ends with `*` means all that begin so.
_LAPORAN = ("terbitan:laporan", "laporan")
_PER_KRITERIA: Mapping[tuple[str, int], tuple[str, ...]] = {
    ("1.a", 3): ("renstra",),
    ("1.a", 4): ("terbitan:perjanjian-*", "perjanjian"),
    ("1.a", 5): ("terbitan:rencana_aksi", "rencana-aksi"),
    ("1.a", 6): ("anggaran",),
    ("1.a", 7): ("perjanjian",),
    ("1.b", 1): ("terbitan:perjanjian-*", "renstra"),
    ("1.b", 2): ("terbitan:perjanjian-*",),
    ("1.b", 3): ("pohon", "renstra"),
    ("1.b", 4): ("renstra",),
    ("1.b", 5): ("terbitan:iku", "iku"),
    ("1.b", 6): ("terbitan:iku", "iku"),
    ("1.b", 7): ("target",),
    ("1.b", 8): ("pohon",),
    ("1.b", 9): ("pohon",),
    ("1.c", 1): ("anggaran", "pohon"),
    ("1.c", 2): ("pohon", "laporan:capaian"),
    ("1.c", 3): ("capaian", "laporan:capaian"),
    ("1.c", 4): ("terbitan:rencana_aksi", "rencana-aksi", *_TRIWULAN),
    ("1.c", 5): ("terbitan:perjanjian-perubahan", "perjanjian"),
    ("1.c", 6): ("rencana-berikut", "terbitan-berikut:*"),
    ("2.a", 2): ("terbitan:iku", "iku"),
    ("2.a", 3): ("iku",),
    ("2.b", 1): _TRIWULAN,
    ("2.b", 2): _TRIWULAN,
    ("2.b", 3): ("capaian", *_TRIWULAN),
    ("2.b", 4): _TRIWULAN,
    ("2.b", 5): _TRIWULAN,
    ("2.b", 6): _TRIWULAN,
    ("2.b", 7): ("capaian",),
    ("2.c", 4): ("laporan:capaian",),
    ("2.c", 6): _TRIWULAN,
    ("2.c", 7): ("anggaran",),
    ("2.c", 8): ("laporan:anggaran", "anggaran"),
    ("3.a", 1): _LAPORAN,
    ("3.a", 2): ("terbitan:laporan-tw*", *_TRIWULAN),
    ("3.a", 3): ("terbitan:laporan",),
    ("3.a", 4): ("reviu:*",),
    ("3.a", 5): ("terbitan:laporan",),
    ("3.a", 6): ("terbitan:laporan", "laporan"),
    ("3.b", 1): (*_LAPORAN, "temuan"),
    ("3.b", 2): ("laporan:capaian", "temuan"),
    **{("3.b", n): ("laporan:capaian",) for n in (3, 4, 5, 6, 7)},
    ("3.b", 8): ("laporan:anggaran",),
    ("3.b", 9): ("laporan:penutup",),
    ("3.c", 1): ("terbitan:laporan", *_TRIWULAN),
    ("3.c", 5): ("laporan:sakip",),
    ("3.c", 6): ("rencana-berikut",),
    ("4.a", 2): ("evaluasi:*",),
    ("4.b", 1): ("evaluasi:*",),
    ("4.b", 3): ("evaluasi:*", "rekomendasi"),
    **{("4.c", n): ("rekomendasi", "evaluasi:*", "laporan:sakip") for n in (1, 2, 3)},
    ("4.c", 5): ("capaian", "laporan:capaian"),
}


def daftar_bukti(fakta: Fakta) -> Mapping[tuple[str, int], tuple[BuktiTersedia, ...]]:
    """Pieces per (sub-component, criterion), and under criterion 0 all of its sub-component, each once."""
    persediaan = {b.rujukan: b for b in _persediaan(fakta)}
    hasil: dict[tuple[str, int], tuple[BuktiTersedia, ...]] = {}
    per_sub: dict[str, dict[str, BuktiTersedia]] = {}
    for (sub, nomor), daftar_nama in _PER_KRITERIA.items():
        terpilih = {b.rujukan: b for nama in daftar_nama for b in _cari(persediaan, nama)}
        if terpilih:
            hasil[sub, nomor] = tuple(terpilih.values())
            per_sub.setdefault(sub, {}).update(terpilih)
    return {**hasil, **{(sub, 0): tuple(isi.values()) for sub, isi in per_sub.items()}}


def _cari(persediaan: Mapping[str, BuktiTersedia], nama: str) -> Iterable[BuktiTersedia]:
    if nama.endswith("*"):
        return [b for rujukan, b in persediaan.items() if rujukan.startswith(nama[:-1])]
    return [persediaan[nama]] if nama in persediaan else []


def _persediaan(fakta: Fakta) -> list[BuktiTersedia]:
    daftar = [_dokumen(fakta, d) for d in fakta.daftar_dokumen]
    daftar += [_triwulan(fakta, tw) for tw in fakta.daftar_triwulan if _bersuara(fakta, tw)]
    if fakta.buku is not None:
        daftar += _halaman(fakta, fakta.buku)
    if fakta.berikut is not None:
        alamat = AlamatBukti("perjanjian_kinerja", (fakta.kode, fakta.tahun + 1))
        daftar.append(BuktiTersedia(f"Rencana {fakta.tahun + 1}", alamat, "rencana-berikut"))
    return daftar + _evaluasi(fakta)


def _dokumen(fakta: Fakta, d: FaktaDokumen) -> BuktiTersedia:
    tanda = ", ditandatangani" if d.ditandatangani and d.keadaan is not KeadaanTerbitan.DITANDATANGANI else ""
    pada = f" {tulis_tanggal(d.terbit)}" if d.terbit and d.berlaku else ""
    awalan = "terbitan" if d.tahun == fakta.tahun else "terbitan-berikut"
    alamat = AlamatBukti("versi_terbitan", (fakta.kode, d.tahun, d.pk))
    return BuktiTersedia(d.judul, alamat, f"{awalan}:{d.kunci}", f"versi {d.nomor}, {_KEADAAN[d.keadaan]}{pada}{tanda}")


def _bersuara(fakta: Fakta, tw: FaktaTriwulan) -> bool:
    """Whether there is anything in the quarter to look at."""
    terisi = fakta.buku is not None and any(
        k.triwulan == tw.triwulan and k.tahun == fakta.tahun for k in fakta.buku.data.kinerja.daftar_kinerja_triwulan
    )
    return terisi or tw.status is not StatusPengisian.DRAF or tw.banyak_bukti > 0


def _triwulan(fakta: Fakta, tw: FaktaTriwulan) -> BuktiTersedia:
    keterangan = [tw.status.value if tw.status is not StatusPengisian.DRAF else "belum diajukan lewat sistem"]
    if tw.hari_terlambat:
        keterangan.append(f"diajukan {tw.hari_terlambat} hari sesudah tenggat")
    keterangan.append(f"{tw.banyak_bukti} bukti dukung" if tw.banyak_bukti else "tanpa bukti dukung")
    alamat = AlamatBukti("isi_triwulan", (fakta.kode, fakta.tahun, tw.triwulan))
    return BuktiTersedia(nama_triwulan(tw.triwulan), alamat, f"triwulan:{tw.triwulan}", ", ".join(keterangan))


def _halaman(fakta: Fakta, buku: BukuKerja) -> list[BuktiTersedia]:
    """Pages of the agency-year; sections of the report where it is written."""

    def satu(rujukan: str, judul: str, nama: str, keterangan: str = "", lanjutan: str = "") -> BuktiTersedia:
        return BuktiTersedia(judul, AlamatBukti(nama, (fakta.kode, fakta.tahun), lanjutan), rujukan, keterangan)

    rencana, anggaran = buku.data.renstra, buku.data.anggaran
    daftar = [
        satu("renstra", "Renstra", "renstra", fakta.renstra.nomor_penetapan),
        satu("target", "Target Renstra", "target_renstra"),
        satu("perjanjian", "Perjanjian Kinerja", "perjanjian_kinerja", f"{len(rencana.daftar_perjanjian)} target"),
        satu("rencana-aksi", "Rencana aksi", "rencana_aksi"),
        satu("iku", "Indikator Kinerja Utama", "iku", f"{sum(bool(i.iku) for i in rencana.daftar_indikator)} IKU"),
        satu("pohon", "Pohon kinerja", "pohon_kinerja"),
        satu("anggaran", "Anggaran", "anggaran", f"{len(anggaran.daftar_anggaran)} baris"),
        satu("capaian", "Capaian indikator", "indikator"),
        satu("temuan", "Temuan pemeriksaan", "temuan"),
    ]  # fmt: skip
    if buku.laporan.daftar_narasi or fakta.dokumen(JenisBerkas.LAPORAN.value):
        daftar += [
            satu("laporan", f"Laporan kinerja {fakta.tahun}", "laporan"),
            satu("laporan:capaian", "Laporan: capaian kinerja", "laporan", lanjutan="#bab3-capaian"),
            satu("laporan:anggaran", "Laporan: realisasi anggaran", "laporan", lanjutan="#bab3-anggaran"),
            satu("laporan:sakip", "Laporan: evaluasi SAKIP", "laporan", lanjutan="#bab3-sakip"),
            satu("laporan:penutup", "Laporan: penutup", "laporan", lanjutan="#bab-4"),
        ]
    return daftar


def _evaluasi(fakta: Fakta) -> list[BuktiTersedia]:
    """What earlier evaluations and the reviu left behind: at the agency's own tab SAKIP, which the APIP reads too."""
    evaluasi, rekomendasi, reviu = (AlamatBukti(nama, (fakta.kode, fakta.tahun)) for nama in _HALAMAN_SAKIP)
    daftar = [
        BuktiTersedia(f"Hasil evaluasi tahun {e.tahun}", evaluasi, f"evaluasi:{e.tahun}", e.data.skema.nama)
        for e in fakta.daftar_evaluasi_lalu
    ]
    banyak = len(fakta.daftar_rekomendasi)
    if fakta.buku is not None and (banyak or fakta.buku.data.kinerja.daftar_rekomendasi):
        keterangan = f"{banyak or len(fakta.buku.data.kinerja.daftar_rekomendasi)} rekomendasi"
        daftar.append(BuktiTersedia("Tindak lanjut rekomendasi", rekomendasi, "rekomendasi", keterangan))
    for r in fakta.daftar_reviu:
        if r.tahap is not TahapReviu.DIBATALKAN:
            pada = f"selesai {tulis_tanggal(r.tanggal)}" if r.tanggal else r.tahap.value
            daftar.append(BuktiTersedia(f"Reviu LKjIP ke-{r.nomor}", reviu, f"reviu:{r.nomor}", pada))
    return daftar
