"""Perjanjian Kinerja (PermenPANRB 53/2014 Lampiran I): its two versions compared, and its forms for the annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.kalimat import banyak, deret_kata, kal, kurang, kutip, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.pengantar import jabatan_kepala, pihak_kepala
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, tabel
from lkjip.laporan.isi import (
    Bab,
    Bagian,
    Baris,
    Blok,
    Daftar,
    GayaBaris,
    GayaParagraf,
    JenisBab,
    Kolom,
    PemisahHalaman,
    Pihak,
    Sebaris,
    Tabel,
    TandaTangan,
    Teks,
)
from renstra.data import Indikator, Versi

_JUDUL = {Versi.MURNI: "Perjanjian Kinerja", Versi.PERUBAHAN: "Perjanjian Kinerja Perubahan"}


def daftar_versi(ktx: Konteks) -> list[Versi]:
    """Versions of which the report's year has at least one row, murni first."""
    ada = {p.versi for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun}
    return [v for v in Versi if v in ada]


def indikator_diperjanjikan(ktx: Konteks, versi: Versi) -> list[Indikator]:
    kode = {p.indikator for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun and p.versi is versi}
    return [i for i in ktx.renstra.daftar_indikator if i.kode in kode]


def tabel_perbandingan(ktx: Konteks) -> Tabel:
    """Targets of the year in each document, and which of them this report measures against."""
    daftar = [i for i in ktx.indikator_utama if ktx.dokumen_target(i.kode)] or list(ktx.indikator_utama)
    versi = daftar_versi(ktx)
    nama = {Versi.MURNI: "PK Murni", Versi.PERUBAHAN: "PK Perubahan"}
    kolom = [
        ("No", 5, TENGAH),
        ("Indikator", 34, KIRI),
        ("Satuan", 11, TENGAH),
        ("Renstra", 11, KANAN),
        *((nama[v], 12, KANAN) for v in versi),
        ("Target yang Digunakan", 19, KIRI),
    ]
    isi = [
        baris(
            str(n),
            ktx.nama_indikator(i),
            i.satuan,
            ktx.target(i.kode, versi="renstra"),
            *(ktx.target(i.kode, versi=v.value) for v in versi),
            ktx.dokumen_target(i.kode) or "–",
        )
        for n, i in enumerate(daftar, 1)
    ]
    if not isi:
        isi = [baris(*["–"] * len(kolom))]
    return tabel("tabel-perjanjian", f"Target Tahun {ktx.tahun} menurut Renstra dan Perjanjian Kinerja", kolom, isi)


def _berbeda(ktx: Konteks, kode: str, satu: str, dua: str) -> bool:
    """Numbers are compared with numbers and letters with letters; a letter added to the same number is no change."""
    for besaran in ("selisih_target", "predikat_target"):
        a, b = ktx.hitung(besaran, kode, versi=satu), ktx.hitung(besaran, kode, versi=dua)
        if a.ada and b.ada:
            return a.nilai != b.nilai
    return False


def uraian_perbedaan(ktx: Konteks) -> list[Blok]:
    """Each indicator whose target is not the same in all documents, in one line; or that none differs."""
    versi = daftar_versi(ktx)
    dokumen = {"renstra": "Renstra", **{v.value: _JUDUL[v] for v in versi}}
    if len(versi) == 2:
        dokumen["murni"] = "Perjanjian Kinerja murni"
    janji = [i for i in ktx.renstra.daftar_indikator if any(i in indikator_diperjanjikan(ktx, v) for v in versi)]
    beda: list[tuple[Sebaris, ...]] = []
    for i in janji:
        ada = [d for d in dokumen if ktx.ada_target(i.kode, versi=d)]
        if any(_berbeda(ktx, i.kode, satu, dua) for n, satu in enumerate(ada) for dua in ada[n + 1 :]):
            beda.append(_kalimat_beda(ktx, i, {d: dokumen[d] for d in ada}))
    hasil: list[Blok] = []
    if beda:
        hasil += [
            par(f"Target {banyak(len(beda), 'indikator')} tidak sama dalam dokumen-dokumen itu:"),
            Daftar(tuple(beda)),
        ]
    else:
        hasil += _kalimat_sama(ktx, janji, [_JUDUL[v] for v in versi])
    return [*hasil, *_belum_diperjanjikan(ktx, versi)]


def _kalimat_sama(ktx: Konteks, janji: Sequence[Indikator], dokumen: Sequence[str]) -> list[Blok]:
    pasti = [i for i in janji if ktx.ada_target(i.kode, versi="renstra")]
    if not pasti:
        return []
    subjek = "Target satu indikator" if len(pasti) == 1 else f"Target {banyak(len(pasti), 'indikator')}"
    kalimat = kal(
        "{subjek} dalam {dokumen} sama dengan target Renstra untuk tahun {tahun}.",
        subjek=subjek,
        dokumen=deret_kata(dokumen),
        tahun=ktx.tahun,
    )
    return [par(kalimat)]


def _kalimat_beda(ktx: Konteks, indikator: Indikator, dokumen: Mapping[str, str]) -> tuple[Sebaris, ...]:
    isi = [
        kal("{nama} {t}", nama=nama, t=ktx.bersatuan(indikator, ktx.target(indikator.kode, versi=versi)))
        for versi, nama in dokumen.items()
    ]
    return kal("{nama}: {isi}.", nama=kutip(ktx.nama_indikator(indikator)), isi=deret_kata(isi))


def _belum_diperjanjikan(ktx: Konteks, versi: list[Versi]) -> list[Blok]:
    janji = {i.kode for v in versi for i in indikator_diperjanjikan(ktx, v)}
    belum = [i for i in ktx.indikator_semua_sasaran if i.kode not in janji]
    if not belum:
        return []
    return [
        kurang(
            "Indikator sasaran berikut tidak tercantum dalam Perjanjian Kinerja (lembar perjanjian): {nama}.",
            nama=deret_kata([kutip(ktx.nama_indikator(i)) for i in belum]),
        )
    ]


def tanpa_murni(ktx: Konteks) -> list[Blok]:
    """A revision without its first version: said where the Perjanjian Kinerja is shown."""
    if Versi.MURNI in daftar_versi(ktx):
        return []
    return [
        kurang(
            "Perjanjian Kinerja murni tahun {tahun} belum diisi (lembar perjanjian, versi murni), sehingga "
            "formulirnya tidak dapat disajikan.",
            tahun=ktx.tahun,
        )
    ]


def lampiran_perjanjian(ktx: Konteks) -> list[Bab]:
    """One annex per version; where there is none at all, one that says so."""
    versi = daftar_versi(ktx)
    if not versi:
        judul = f"Perjanjian Kinerja Tahun {ktx.tahun}"
        return [Bab("lampiran-pk-murni", judul, tuple(tanpa_murni(ktx)), JenisBab.LAMPIRAN)]
    hasil = []
    for v in versi:
        isi = (*lembar_pernyataan(ktx, v), PemisahHalaman(), *lampiran_janji(ktx, v))
        hasil.append(Bab(f"lampiran-pk-{v.value}", f"{_JUDUL[v]} Tahun {ktx.tahun}", isi, JenisBab.LAMPIRAN))
    return hasil


def _para_pihak(ktx: Konteks, versi: Versi, tempat: str) -> TandaTangan:
    """Left pihak kedua, right pihak pertama; the day of signing is not in the workbook and stays a dotted line."""
    kedua = Pihak("Pihak Kedua", ktx.instansi.jabatan_kepala_daerah.strip() or "Kepala Daerah", tanpa_nip=True)
    pertama = pihak_kepala(ktx, sebutan="Pihak Pertama", kunci=f"ttd-pk-{versi.value}-{tempat}")
    return TandaTangan((kedua, pertama), ktx.instansi.tempat.strip(), None)


def lembar_pernyataan(ktx: Konteks, versi: Versi) -> list[Blok]:
    atasan = ktx.instansi.jabatan_kepala_daerah.strip() or "Kepala Daerah"
    kolom = (Kolom(20), Kolom(3, TENGAH), Kolom(77))
    nama = ktx.instansi.nama_kepala.strip() or "........................................"

    def identitas(nama_pihak: str, jabatan: str) -> Tabel:
        return Tabel(kolom, (baris("Nama", ":", nama_pihak), baris("Jabatan", ":", jabatan)), nomor_kolom=False)

    return [
        par((Teks(ktx.nama.upper(), tebal=True),), gaya=GayaParagraf.TENGAH),
        par((Teks(f"{_JUDUL[versi].upper()} TAHUN {ktx.tahun}", tebal=True),), gaya=GayaParagraf.TENGAH),
        par(
            "Untuk mewujudkan manajemen pemerintahan yang efektif, transparan, akuntabel, dan berorientasi pada hasil, "
            "yang bertanda tangan di bawah ini:"
        ),
        identitas(nama, jabatan_kepala(ktx)),
        par(kal("selanjutnya disebut {pihak};", pihak=Teks("pihak pertama", tebal=True))),
        identitas("........................................", atasan),
        par(kal("selaku atasan pihak pertama, selanjutnya disebut {pihak}.", pihak=Teks("pihak kedua", tebal=True))),
        par(
            "Pihak pertama berjanji mewujudkan target kinerja yang tercantum dalam lampiran perjanjian ini, sebagai "
            "bagian dari pencapaian target jangka menengah dalam dokumen perencanaan. Keberhasilan dan kegagalan "
            "pencapaiannya menjadi tanggung jawab pihak pertama."
        ),
        par(
            "Pihak kedua melakukan supervisi, mengevaluasi capaian kinerja dalam perjanjian ini, dan mengambil "
            "tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
        ),
        _para_pihak(ktx, versi, "pernyataan"),
    ]


def lampiran_janji(ktx: Konteks, versi: Versi) -> list[Blok | Bagian]:
    hasil: list[Blok | Bagian] = [_tabel_janji(ktx, versi)]
    if ktx.program:
        hasil.append(_tabel_anggaran(ktx, versi))
    else:
        hasil.append(kurang("Anggaran per program belum diisi (lembar anggaran)."))
    return [*hasil, _para_pihak(ktx, versi, "lampiran")]


def _tabel_janji(ktx: Konteks, versi: Versi) -> Tabel:
    kolom = (
        ("No", 6, TENGAH),
        ("Sasaran Strategis", 34, KIRI),
        ("Indikator Kinerja", 34, KIRI),
        ("Satuan", 12, TENGAH),
        ("Target", 14, KANAN),
    )
    janji = indikator_diperjanjikan(ktx, versi)
    induk = list(dict.fromkeys(i.induk for i in janji))
    isi: list[Baris] = []
    for nomor, kode in enumerate(induk, 1):
        anggota = [i for i in janji if i.induk == kode]
        for urutan, i in enumerate(anggota):
            depan = (
                (sel(str(nomor), baris=len(anggota)), sel(_nama_induk(ktx, kode), baris=len(anggota)))
                if not urutan
                else ()
            )
            isi.append(baris(*depan, ktx.nama_indikator(i), i.satuan, ktx.target(i.kode, versi=versi.value)))
    return tabel(f"tabel-pk-kinerja-{versi.value}", f"Target {_JUDUL[versi]} Tahun {ktx.tahun}", kolom, isi)


def _nama_induk(ktx: Konteks, kode: str) -> str:
    sasaran, tujuan = ktx.renstra.sasaran_per_kode.get(kode), ktx.renstra.tujuan_per_kode.get(kode)
    if sasaran is not None:
        return sasaran.uraian.strip() or kode
    if tujuan is not None:
        return f"Tujuan: {tujuan.uraian.strip() or kode}"
    return nama_anggaran(ktx, kode) if kode in ktx.anggaran.anggaran_per_kode else kode


def _tabel_anggaran(ktx: Konteks, versi: Versi) -> Tabel:
    kolom = (("No", 6, TENGAH), ("Program", 50, KIRI), ("Anggaran (Rp)", 24, KANAN), ("Keterangan", 20, KIRI))
    isi = [
        baris(
            str(n),
            nama_anggaran(ktx, a.kode),
            ktx.angka("pagu", a.kode, versi=versi.value, polos=True),
            a.sumber_dana.strip() or "–",
        )
        for n, a in enumerate(ktx.program, 1)
    ]
    total = ktx.angka("pagu", versi=versi.value, polos=True, tebal=True)
    isi.append(baris(sel("Jumlah", kolom=2, tebal=True), total, "", gaya=GayaBaris.JUMLAH))
    return tabel(f"tabel-pk-anggaran-{versi.value}", f"Anggaran {_JUDUL[versi]} Tahun {ktx.tahun}", kolom, isi)
