"""Bab II, Pohon Kinerja: which program serves which sasaran, as a picture (PermenPANRB 89/2021)."""

from __future__ import annotations

from lkjip.laporan.compose.bagan_pohon import gambar_ringkas
from lkjip.laporan.compose.cascading import ANGGARAN_LEPAS, Cabang, JenisCabang, daftar_cabang
from lkjip.laporan.compose.kalimat import banyak, deret_kata, kal, kurang, kutip, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT, ada_isi
from lkjip.laporan.isi import Bagian, Rujuk, Simpul

KUNCI_CASCADING = "lampiran-cascading"
_LETAK = "bab2-pohon"


def bagian_pohon(ktx: Konteks) -> tuple[Bagian, ...]:
    """None where there is neither a sasaran nor a text of the agency's own."""
    nama = ("bab2.pohon_kinerja", "bab2.cascading")
    ada = bool(gambar_ringkas(ktx)) or any(ada_isi(ktx, n) for n in nama)
    sendiri = tulisan(ktx, *nama, letak=_LETAK if ada else "bab-2", judul="Pohon kinerja")
    isi = _isi(ktx)
    return (Bagian(_LETAK, "Pohon Kinerja", (*sendiri, *isi)),) if sendiri or isi else ()


def _isi(ktx: Konteks) -> list[Simpul]:
    gambar = gambar_ringkas(ktx)
    if not gambar:
        return []
    cabang = daftar_cabang(ktx)
    baris = {c.kode: c for c in cabang if c.anggaran is not None}
    isi = ((len(ktx.renstra.daftar_tujuan), "tujuan"), (len(ktx.sasaran), "sasaran"), (len(ktx.program), "program"))
    pembuka = par(
        kal(
            "Pohon kinerja memperlihatkan bagaimana {isi} saling mendukung.",
            isi=deret_kata([banyak(n, nama) for n, nama in isi if n]),
        ),
        kal(
            "{gambar} menyajikannya sampai tingkat program; rinciannya sampai subkegiatan dimuat pada {lampiran}.",
            gambar=deret_kata([Rujuk(g.kunci) for g in gambar]),
            lampiran=Rujuk(KUNCI_CASCADING),
        )
        if baris
        else kal("{gambar} menyajikannya.", gambar=deret_kata([Rujuk(g.kunci) for g in gambar])),
        kal("Program dalam kotak bergaris putus mendukung lebih dari satu sasaran.")
        if any(c.sebagian for c in baris.values())
        else (),
    )
    kalimat = otomatis(ktx, f"bab2.pohon_kinerja{AKHIRAN_KALIMAT}", [pembuka], letak=_LETAK)
    return [*kalimat, *gambar, *_belum_tertaut(ktx, cabang)]


def _belum_tertaut(ktx: Konteks, cabang: tuple[Cabang, ...]) -> list[Simpul]:
    """What the picture shows as broken, said in words."""
    if not ktx.anggaran.daftar_anggaran:
        return [kurang("Program dan kegiatan belum dapat ditautkan ke sasaran: lembar anggaran belum diisi.")]
    didukung = {c.sasaran for c in cabang if c.anggaran is not None}
    tanpa = [s for s in ktx.sasaran if s.kode not in didukung]
    hasil: list[Simpul] = []
    if tanpa:
        hasil.append(
            kurang(
                "{n} belum didukung program atau kegiatan mana pun: {nama}.",
                n=banyak(len(tanpa), "sasaran"),
                nama=deret_kata([kutip(s.uraian or s.kode) for s in tanpa]),
            )
        )
    if any(c.jenis is JenisCabang.KELOMPOK and c.kode == ANGGARAN_LEPAS for c in cabang):
        hasil.append(kurang("Sebagian rincian anggaran belum ditautkan ke sasaran (lembar anggaran, kolom sasaran)."))
    return hasil
