"""Bab III B Realisasi Anggaran: per sasaran, per program and kegiatan, by kind of spending; efficiency; unspent
money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from anggaran.data import Anggaran, Belanja
from lkjip.laporan.compose.bab3_sisa import KOLOM_UANG, efisiensi_sasaran, sel_uang_lengkap, serapan_rendah
from lkjip.laporan.compose.bagan import bagan_serapan, nama_anggaran
from lkjip.laporan.compose.kalimat import banyak, catatan, deret_kata, kal, kurang, kutip, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import KIRI, TENGAH, baris, sel, sumber_data, tabel
from lkjip.laporan.compose.simpulan import kalimat_anggaran
from lkjip.laporan.isi import Bagian, Baris, GayaBaris, Paragraf, Rujuk, Sebaris, Simpul
from renstra.data import Sasaran


def realisasi_anggaran(ktx: Konteks) -> list[Simpul]:
    letak, ada = "bab3-anggaran", bool(ktx.anggaran.daftar_anggaran or ktx.anggaran.daftar_belanja)
    kalimat = [par(kalimat_anggaran(ktx))] if ada else []
    hasil = otomatis(ktx, f"bab3.anggaran{AKHIRAN_KALIMAT}", kalimat, letak=letak)
    hasil += tulisan(ktx, "bab3.anggaran", "bab3.realisasi_anggaran", letak=letak, judul="Realisasi anggaran")
    if not ada:
        return [
            *hasil,
            kurang("Realisasi anggaran belum dapat disajikan (lembar anggaran, realisasi_anggaran, belanja)."),
        ]
    for kunci, judul, isi in (
        ("sasaran", "Realisasi Anggaran per Sasaran", per_sasaran(ktx)),
        ("program", "Realisasi Anggaran per Program dan Kegiatan", per_program(ktx)),
        ("belanja", "Realisasi menurut Jenis Belanja", per_belanja(ktx)),
        ("efisiensi", "Efisiensi Penggunaan Anggaran", efisiensi_sasaran(ktx)),
        ("sisa", "Anggaran dengan Serapan Rendah", serapan_rendah(ktx)),
    ):
        if isi:
            hasil.append(Bagian(f"bab3-anggaran-{kunci}", judul, tuple(isi)))
    return hasil


def baris_jumlah(ktx: Konteks, kolom: int, judul: str = "Jumlah perangkat daerah") -> Baris:
    return baris(sel(judul, kolom=kolom, tebal=True), *sel_uang_lengkap(ktx, "", tebal=True), gaya=GayaBaris.JUMLAH)


def per_sasaran(ktx: Konteks) -> list[Simpul]:
    if not ktx.sasaran:
        return []
    if not any(a.sasaran for a in ktx.anggaran.daftar_anggaran):
        return [kurang("Anggaran belum ditautkan ke sasaran (lembar anggaran, kolom sasaran).")]
    kolom = (("No", 5, TENGAH), ("Sasaran", 30, KIRI), *KOLOM_UANG)
    isi = [
        baris(str(n), s.uraian.strip() or s.kode, *sel_uang_lengkap(ktx, s.kode)) for n, s in enumerate(ktx.sasaran, 1)
    ]
    isi.append(baris_jumlah(ktx, 2))
    nama, kalimat = f"bab3.anggaran.sasaran{AKHIRAN_KALIMAT}", _kalimat_sasaran(ktx)
    hasil = otomatis(ktx, nama, [par(kalimat)] if kalimat else [], letak="bab3-anggaran-sasaran")
    hasil.append(
        tabel(
            "tabel-anggaran-sasaran",
            f"Anggaran dan Realisasi per Sasaran Tahun {ktx.tahun}",
            kolom,
            isi,
            sumber=sumber_data(ktx),
        )
    )
    tanpa = [a for a in ktx.program if not tertaut(ktx, a)]
    if tanpa:
        hasil.append(
            kurang(
                "{n} belum seluruhnya ditautkan ke sasaran, sehingga jumlah perangkat daerah dapat lebih besar "
                "daripada jumlah sasarannya (lembar anggaran, kolom sasaran).",
                n=banyak(len(tanpa), "program"),
            )
        )
    return hasil


def tertaut(ktx: Konteks, akar: Anggaran) -> bool:
    """Whether the row, or every branch below it, is linked to a sasaran."""
    anak = ktx.anggaran.daftar_anak.get(akar.kode, ())
    return bool(akar.sasaran) or (bool(anak) and all(tertaut(ktx, a) for a in anak))


def _kalimat_sasaran(ktx: Konteks) -> tuple[Sebaris, ...]:
    ada: list[tuple[Decimal, Sasaran]] = []
    for sasaran in ktx.sasaran:
        serapan = ktx.hitung("serapan", sasaran.kode).angka
        if serapan is not None:
            ada.append((serapan, sasaran))
    if not ada:
        return ()
    tinggi, rendah = max(ada, key=lambda p: p[0]), min(ada, key=lambda p: p[0])
    if tinggi[0] == rendah[0]:
        subjek = f"sasaran {kutip(tinggi[1].uraian)}" if len(ada) == 1 else "setiap sasaran"
        return kal("Serapan anggaran {s} adalah {n}.", s=subjek, n=ktx.angka("serapan", tinggi[1].kode))
    return kal(
        "Serapan tertinggi terdapat pada sasaran {t}, yaitu {nt}, dan terendah pada sasaran {r}, yaitu {nr}.",
        t=kutip(tinggi[1].uraian),
        nt=ktx.angka("serapan", tinggi[1].kode),
        r=kutip(rendah[1].uraian),
        nr=ktx.angka("serapan", rendah[1].kode),
    )


def telusuri(
    ktx: Konteks, akar: Anggaran, tingkat: int = 0, batas: int | None = None
) -> Iterator[tuple[Anggaran, int]]:
    """The row and those below it (down to depth `batas`; None: all), with their depth, in the order of the sheet."""
    yield akar, tingkat
    if batas is None or tingkat < batas:
        for anak in ktx.anggaran.daftar_anak.get(akar.kode, ()):
            yield from telusuri(ktx, anak, tingkat + 1, batas)


def per_program(ktx: Konteks) -> list[Simpul]:
    """Program and kegiatan; the level below stands in the annex."""
    if not ktx.program:
        return []
    kolom = (("Program / Kegiatan", 34, KIRI), *KOLOM_UANG)
    isi: list[Baris] = []
    for program in ktx.program:
        for a, tingkat in telusuri(ktx, program, batas=1):
            isi.append(
                baris(
                    sel(
                        nama_anggaran(ktx, a.kode) if tingkat == 0 else nama_rapi(a.uraian, a.kode),
                        inden=tingkat,
                        tebal=tingkat == 0,
                    ),
                    *sel_uang_lengkap(ktx, a.kode, tebal=tingkat == 0),
                )
            )
    isi.append(baris_jumlah(ktx, 1))
    pembuka = par(
        kal(
            "Realisasi setiap program dan kegiatan disajikan pada {t}, sedangkan rincian sampai subkegiatan pada {l}.",
            t=Rujuk("tabel-anggaran-program"),
            l=Rujuk("lampiran-anggaran"),
        )
    )
    judul = f"Anggaran dan Realisasi per Program dan Kegiatan Tahun {ktx.tahun}"
    ada = tabel(
        "tabel-anggaran-program", judul, kolom, isi, sumber=sumber_data(ktx), catatan=catatan_rincian(ktx, batas=1)
    )
    nama = f"bab3.anggaran.program{AKHIRAN_KALIMAT}"
    return [*otomatis(ktx, nama, [pembuka], letak="bab3-anggaran-program"), ada, *bagan_serapan(ktx)]


def catatan_rincian(ktx: Konteks, batas: int = 9) -> list[Paragraf]:
    """Rows whose own figure differs from the sum of their children: printed as entered, and said."""
    hasil = []
    for program in ktx.program:
        for a, _ in telusuri(ktx, program, batas=batas):
            beda = [
                *_beda(ktx, a, "pagu", "jumlah_pagu", "pagu"),
                *_beda(ktx, a, "realisasi_anggaran", "jumlah_realisasi", "realisasi"),
            ]
            if beda:
                hasil.append(catatan("– {nama}: {beda}.", nama=nama_anggaran(ktx, a.kode), beda=deret_kata(beda)))
    if not hasil:
        return []
    return [
        catatan("Angka baris berikut ditampilkan sebagaimana tercatat, tetapi berbeda dari jumlah rinciannya:"),
        *hasil,
    ]


def _beda(ktx: Konteks, baris_anggaran: Anggaran, sendiri: str, anak: str, nama: str) -> list[tuple[Sebaris, ...]]:
    kode = baris_anggaran.kode
    satu, dua = ktx.angka(sendiri, kode), ktx.angka(anak, kode)
    if satu.hasil.angka is None or dua.hasil.angka is None or satu.hasil.angka == dua.hasil.angka:
        return []
    return [kal("{nama} {satu} (jumlah rincian {dua})", nama=nama, satu=satu, dua=dua)]


def _belanja(ktx: Konteks) -> Iterator[tuple[Belanja, int]]:
    """The year's rows of belanja with their depth, each parent before its children."""
    tahun_baris = {b.tahun for b in ktx.anggaran.daftar_belanja if b.tahun in (ktx.tahun, None)}

    def di_bawah(induk: str, tahun: int | None, tingkat: int) -> Iterator[tuple[Belanja, int]]:
        for b in ktx.anggaran.daftar_anak_belanja.get((induk, tahun), ()):
            yield b, tingkat
            yield from di_bawah(b.kode, tahun, tingkat + 1)

    for tahun in sorted(tahun_baris, key=str):
        yield from di_bawah("", tahun, 0)


def per_belanja(ktx: Konteks) -> list[Simpul]:
    kolom = (("Jenis Belanja", 32, KIRI), *KOLOM_UANG)
    isi = [
        baris(sel(nama_rapi(b.uraian, b.kode), inden=tingkat), *sel_uang_lengkap(ktx, b.kode))
        for b, tingkat in _belanja(ktx)
    ]
    if not isi:
        return []
    return [
        tabel(
            "tabel-belanja",
            f"Anggaran dan Realisasi menurut Jenis Belanja Tahun {ktx.tahun}",
            kolom,
            isi,
            sumber=sumber_data(ktx),
        )
    ]
