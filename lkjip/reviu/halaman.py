"""What the pages of a reviu show: a card per question, remarks at their places, what keeps the end back. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kinerja.data_reviu import (
    BELUM_DIJAWAB,
    DAFTAR_PERTANYAAN,
    SYARAT_PERTANYAAN,
    DataReviu,
    JawabanPertanyaan,
    JawabanReviu,
    PertanyaanReviu,
    RekamCatatanReviu,
    SimpulanReviu,
    TahapReviu,
)
from lkjip.pemeriksaan.data import Temuan
from lkjip.reviu.data_bahan import Bahan, Fakta
from lkjip.reviu.halaman_letak import Letak

NAMA_TAHAP = {
    TahapReviu.BERJALAN: "Sedang direviu",
    TahapReviu.TANGGAPAN: "Menunggu tanggapan",
    TahapReviu.SELESAI: "Selesai",
    TahapReviu.DIBATALKAN: "Dibatalkan",
}
NAMA_SIMPULAN = {
    SimpulanReviu.TANPA_PENGECUALIAN: "Tanpa pengecualian",
    SimpulanReviu.DENGAN_PENGECUALIAN: "Dengan pengecualian",
}
PILIHAN_JAWABAN = (
    (JawabanReviu.YA, "Ya"),
    (JawabanReviu.TIDAK, "Tidak"),
    (JawabanReviu.TIDAK_BERLAKU, "Tidak berlaku"),
)
NAMA_JAWABAN = dict(PILIHAN_JAWABAN)
SELURUH_LAPORAN = "Laporan secara keseluruhan"
TANPA_BAHAN = Bahan()


@dataclass(frozen=True)
class BarisTemuan:
    """A finding beside a question; `alamat`: the page of its data."""

    temuan: Temuan
    alamat: str


@dataclass(frozen=True)
class BarisFakta:
    kalimat: str
    alamat: str = ""


@dataclass(frozen=True)
class KartuPertanyaan:
    """One question with its answer; `usul` is a proposal that differs from the answer given, else None."""

    pertanyaan: PertanyaanReviu
    jawaban: JawabanPertanyaan
    berlaku: JawabanReviu | None
    ditanyakan: bool
    daftar_fakta: tuple[BarisFakta, ...] = ()
    daftar_temuan: tuple[BarisTemuan, ...] = ()
    usul: JawabanReviu | None = None
    alasan_usul: str = ""

    @property
    def pengenal(self) -> str:
        """Its place on the page: an id without a dot."""
        return self.pertanyaan.kode.replace(".", "-")

    @property
    def nama_usul(self) -> str:
        return NAMA_JAWABAN[self.usul] if self.usul else ""

    @property
    def tulisan(self) -> str:
        """The answer in words."""
        return NAMA_JAWABAN[self.berlaku] if self.berlaku else "Belum dijawab"

    @property
    def syarat(self) -> str:
        """Of a conditional question: on what it depends."""
        return " atau ".join(SYARAT_PERTANYAAN.get(self.pertanyaan.kode, ()))

    @property
    def daftar_pilihan(self) -> tuple[tuple[JawabanReviu, str], ...]:
        """A conditional question, once it is asked, is answered ya or tidak."""
        return PILIHAN_JAWABAN[:2] if self.syarat else PILIHAN_JAWABAN

    @property
    def perlu_catatan(self) -> bool:
        menuntut = self.berlaku in {JawabanReviu.TIDAK, JawabanReviu.TIDAK_BERLAKU}
        return self.ditanyakan and menuntut and not self.jawaban.catatan


@dataclass(frozen=True)
class KelompokPertanyaan:
    nama: str
    daftar: tuple[KartuPertanyaan, ...]


@dataclass(frozen=True)
class Kemajuan:
    terjawab: int
    semua: int = len(DAFTAR_PERTANYAAN)

    @property
    def lengkap(self) -> bool:
        return self.terjawab == self.semua


def kemajuan(reviu: DataReviu) -> Kemajuan:
    return Kemajuan(len(DAFTAR_PERTANYAAN) - len(reviu.daftar_belum))


def kartu_pertanyaan(
    pertanyaan: PertanyaanReviu, reviu: DataReviu, bahan: Bahan = TANPA_BAHAN, *,
    alamat_temuan: Callable[[Temuan], str] = lambda _: "", alamat_fakta: Callable[[Fakta], str] = lambda _: "",
) -> KartuPertanyaan:  # fmt: skip
    """One card; without `bahan` only what its form needs."""
    berlaku = reviu.berlaku(pertanyaan.kode)
    return KartuPertanyaan(
        pertanyaan,
        reviu.jawaban.get(pertanyaan.kode, BELUM_DIJAWAB),
        berlaku,
        reviu.ditanyakan(pertanyaan.kode),
        tuple(BarisFakta(f.kalimat, alamat_fakta(f) if f.jangkar else "") for f in bahan.daftar_fakta),
        tuple(BarisTemuan(t, alamat_temuan(t)) for t in bahan.daftar_temuan),
        bahan.usul if bahan.usul is not berlaku else None,
        bahan.alasan,
    )


def daftar_kelompok(kartu: Sequence[KartuPertanyaan]) -> tuple[KelompokPertanyaan, ...]:
    nama = dict.fromkeys(k.pertanyaan.kelompok for k in kartu)
    return tuple(KelompokPertanyaan(n, tuple(k for k in kartu if k.pertanyaan.kelompok == n)) for n in nama)


def bergantung_pada(kode: str) -> tuple[PertanyaanReviu, ...]:
    """The questions whose condition names this one."""
    return tuple(p for p in DAFTAR_PERTANYAAN if kode in SYARAT_PERTANYAAN.get(p.kode, ()))


@dataclass(frozen=True)
class KartuCatatan:
    """A remark; `alamat`: its place in the report; `hilang`: that place is no longer there."""

    rekam: RekamCatatanReviu
    judul: str
    alamat: str
    hilang: bool
    pengenal_letak: str = ""

    @property
    def pengenal(self) -> str:
        return f"catatan-{self.rekam.pk}"

    @property
    def keadaan(self) -> str:
        if self.rekam.tuntas:
            return "Tuntas"
        return "Ditanggapi" if self.rekam.dijawab else "Belum ditanggapi"


def daftar_kartu_catatan(
    daftar: Sequence[RekamCatatanReviu], daftar_letak: Sequence[Letak], alamat: Callable[[Letak | None], str],
    pengenal: Callable[[str], str],
) -> tuple[KartuCatatan, ...]:  # fmt: skip
    """In the order of the report: first the whole, then place after place, last those whose place has gone.

    `alamat`: of a place in the report as the site shows it (None: of the report); `pengenal`: the id of a node there.
    """
    per_kunci = {satu.kunci: satu for satu in daftar_letak}
    urutan: Mapping[str, int] = {kunci: n for n, kunci in enumerate(per_kunci)}
    kartu = [_kartu_catatan(satu, per_kunci.get(satu.jangkar), alamat, pengenal) for satu in daftar]
    return tuple(
        sorted(kartu, key=lambda k: (k.hilang, urutan.get(k.rekam.jangkar, -1) if not k.hilang else 0, k.rekam.pk))
    )


def _kartu_catatan(
    rekam: RekamCatatanReviu, letak: Letak | None, alamat: Callable[[Letak | None], str],
    pengenal: Callable[[str], str],
) -> KartuCatatan:  # fmt: skip
    if not rekam.jangkar:
        return KartuCatatan(rekam, SELURUH_LAPORAN, alamat(None), hilang=False)
    if letak is None:
        return KartuCatatan(rekam, rekam.judul_jangkar, "", hilang=True)
    return KartuCatatan(rekam, letak.judul, alamat(letak), hilang=False, pengenal_letak=pengenal(letak.jangkar))
