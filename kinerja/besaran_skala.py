"""Scales that regulations give: those that class a capaian in percent, and tables that class an index's own value.

A scale of the year reads the capaian in percent (`kinerja.besaran_kategori`). Only the first kind may be put in force:
a sistem merit of 325 points or an IKM of 88,31 is no percentage of a target, so the second kind is for reading an
index's own predikat and is never copied into a year's scales.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.data import Skala
from kinerja.rumus.kategori import kategori
from kinerja.rumus.predikat import BATAS_BAWAH_PREDIKAT, NAMA_PREDIKAT
from lkjip.dasar.hasil import Hasil
from renstra.data import Arah

_DUA_RATUS = Decimal(200)
Kelas = tuple[Decimal, str]  # lower bound (inclusive), name


@dataclass(frozen=True)
class SkalaBaku:
    """A scale out of a regulation. `capaian`: it classes a capaian in percent, so a year may use it as its scale.

    `satuan`: what its bounds count; `catatan`: what to know before using it. `teruji` False: not read in the
    official text, check it there before it is printed as a rule.
    """

    nama: str
    judul: str
    dasar: str
    satuan: str
    kelas: tuple[Kelas, ...]
    capaian: bool
    catatan: str = ""
    teruji: bool = False
    desimal: int = 2

    def daftar_skala(self, desimal: int = 2) -> tuple[Skala, ...]:
        """Its rows as a year keeps them, for the method's decimals."""
        return tuple(Skala(self.nama, Arah.POSITIF, batas, nama) for batas, nama in self._kelas(desimal))

    def _kelas(self, desimal: int) -> tuple[Kelas, ...]:
        return kelas_sakip(desimal) if self.nama == "sakip" else self.kelas


def _kelas(isi: str) -> tuple[Kelas, ...]:
    """`91 Sangat Tinggi; 76 Tinggi` → classes."""
    pasangan = (satu.strip().partition(" ") for satu in isi.split(";"))
    return tuple((Decimal(batas), nama) for batas, _, nama in pasangan)


def kelas_sakip(desimal: int) -> tuple[Kelas, ...]:
    """The predikat of PermenPANRB 88/2021. Its upper bounds are inclusive (90 is still A).

    So each class begins one step of the last decimal above: 90,01 with two decimals, 91 with none.
    """
    langkah = Decimal(1).scaleb(-desimal)
    return tuple(
        (batas + (langkah if batas else Decimal(0)), f"{huruf} ({NAMA_PREDIKAT[huruf]})")
        for huruf, batas in BATAS_BAWAH_PREDIKAT.items()
    )


# sakip.md 4.1 and pengukuran.md: Permendagri. sakip.md 10: NSPK [doc A]; SKM class B [doc D], the rest own knowledge;
# merit class II and 250 = Baik [doc D], the rest own; IP ASN 71 = sedang [doc D], the rest own.
DAFTAR_SKALA_BAKU: tuple[SkalaBaku, ...] = (
    SkalaBaku(
        "permendagri_54",
        "Skala realisasi kinerja",
        "Permendagri 54/2010, dipakai juga oleh Permendagri 86/2017",
        "persen capaian",
        _kelas("91 Sangat Tinggi; 76 Tinggi; 66 Sedang; 51 Rendah; 0 Sangat Rendah"),
        capaian=True,
        catatan="Paling umum dipakai pada LKjIP dan evaluasi Renja.",
        teruji=True,
    ),
    SkalaBaku(
        "sakip",
        "Predikat SAKIP",
        "PermenPANRB 88/2021",
        "nilai SAKIP, 0–100",
        kelas_sakip(2),
        capaian=True,
        catatan="Disusun untuk nilai SAKIP. Sebagian instansi memakainya juga untuk capaian dalam persen; batas atas "
        "setiap predikat ikut ke dalamnya, jadi kelas berikutnya mulai sesudahnya.",
        teruji=True,
    ),
    SkalaBaku(
        "skm",
        "Mutu pelayanan (Survei Kepuasan Masyarakat)",
        "PermenPANRB 14/2017",
        "nilai interval konversi IKM, 25–100",
        _kelas("88.31 A (Sangat Baik); 76.61 B (Baik); 65.00 C (Kurang Baik); 25.00 D (Tidak Baik)"),
        capaian=False,
    ),
    SkalaBaku(
        "nspk",
        "Indeks implementasi NSPK manajemen ASN",
        "Peraturan BKN 12/2022",
        "nilai indeks, 25–100",
        _kelas("85.01 A (Unggul); 70.01 B; 55.01 C; 40.01 D; 25 E"),
        capaian=False,
    ),
    SkalaBaku(
        "sistem_merit",
        "Penerapan sistem merit",
        "PermenPANRB 40/2018, Peraturan KASN 9/2019",
        "nilai, 100–400",
        _kelas("325 IV (Sangat Baik); 250 III (Baik); 175 II (Kurang); 100 I (Buruk)"),
        capaian=False,
        catatan="Nilainya sampai 400, jadi sama sekali bukan persen.",
    ),
    SkalaBaku(
        "ip_asn",
        "Indeks Profesionalitas ASN",
        "PermenPANRB 38/2018, Peraturan BKN 8/2019",
        "nilai indeks, 0–100",
        _kelas("91 Sangat Tinggi; 81 Tinggi; 71 Sedang; 61 Rendah; 0 Sangat Rendah"),
        capaian=False,
        catatan="Peraturannya menyebut kelas dengan bilangan bulat; di sini pecahan dibulatkan lebih dahulu.",
        desimal=0,
    ),
)
SKALA_BAKU_PER_NAMA = {skala.nama: skala for skala in DAFTAR_SKALA_BAKU}


def predikat_indeks(skala: SkalaBaku, nilai: Decimal) -> Hasil:
    """The class of an index's own value, with how it was read."""
    return kategori(nilai, skala.kelas, desimal=skala.desimal)


def cermin(daftar: Sequence[Kelas], *, desimal: int) -> tuple[Kelas, ...]:
    """A scale for negative indicators read `langsung`, where a smaller figure is better: the classes around 100.

    A capaian of 91 and more is as good as 109 and less, so the best class begins at 0 and the next one step of the
    last decimal above 109: 91 / 76 / 66 / 51 / 0 turn into 0 / 109,01 / 124,01 / 134,01 / 149,01.
    """
    langkah = Decimal(1).scaleb(-desimal)
    turun = sorted(daftar, key=lambda kelas: kelas[0], reverse=True)
    batas = [Decimal(0), *(_DUA_RATUS - kelas[0] + langkah for kelas in turun[:-1])]
    return tuple(zip(batas, (nama for _, nama in turun), strict=True))


def periksa_skala(daftar: Sequence[tuple[Decimal | None, str]]) -> tuple[str, ...]:
    """What a scale's classes of one direction lack, in sentences."""
    ada = [(batas, nama) for batas, nama in daftar if batas is not None]
    temuan = [f"Kelas “{nama}” belum punya batas bawah." for batas, nama in daftar if batas is None]
    temuan += [
        f"Batas {batas:f} belum punya nama kelas.".replace(".", ",", 1) for batas, nama in ada if not nama.strip()
    ]
    batas = [b for b, _ in ada]
    temuan += [
        f"Batas {b:f} dipakai {batas.count(b)} kelas; hanya satu yang akan terbaca." for b in dict.fromkeys(batas)
        if batas.count(b) > 1
    ]  # fmt: skip
    nama_saja = [nama for _, nama in ada if nama.strip()]
    temuan += [f"Nama kelas “{n}” dipakai dua kali." for n in dict.fromkeys(nama_saja) if nama_saja.count(n) > 1]
    if ada and min(batas) > 0:
        temuan.append(f"Capaian di bawah {min(batas):f} tidak punya kelas; kelas terendah sebaiknya mulai dari 0.")
    if any(b < 0 for b in batas):
        temuan.append("Capaian tidak pernah di bawah 0, jadi batas negatif tidak berguna.")
    return tuple(temuan)
