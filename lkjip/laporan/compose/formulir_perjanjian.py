"""The form of a Perjanjian Kinerja (PermenPANRB 53/2014 Lampiran I): one form for the sheet of its own and for the
annex of the report."""

from __future__ import annotations

from collections.abc import Sequence

from anggaran.besaran_pilihan import PEMISAH
from anggaran.data import Anggaran, Tingkat
from lkjip.laporan.compose.bagan import nama_anggaran
from lkjip.laporan.compose.dokumen_bagian import pihak, tebal_tengah
from lkjip.laporan.compose.kalimat import catatan, deret_kata, kal, kurang, kutip, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, baris, sel, sen_seragam, tabel
from lkjip.laporan.data_dokumen import BagianUnit, LembarJanji, PihakJanji
from lkjip.laporan.data_terbitan import AWALAN_ULANG, BIDANG_KEPALA, BIDANG_KEPALA_DAERAH, BIDANG_UNIT
from lkjip.laporan.isi import Baris, GayaBaris, Kolom, Paragraf, Sebaris, Simpul, Tabel, TandaTangan, Teks
from renstra.data import Indikator, Versi

JUDUL = {Versi.MURNI: "Perjanjian Kinerja", Versi.PERUBAHAN: "Perjanjian Kinerja Perubahan"}
_TITIK = "........................................"


def indikator_diperjanjikan(ktx: Konteks, versi: Versi) -> list[Indikator]:
    """Indicators with a row in this version of the report's year."""
    kode = {p.indikator for p in ktx.renstra.daftar_perjanjian if p.tahun == ktx.tahun and p.versi is versi}
    return [i for i in ktx.renstra.daftar_indikator if i.kode in kode]


def indikator_lembar(ktx: Konteks, lembar: LembarJanji) -> list[Indikator]:
    """What the sheet promises: all of the version; a unit's sheet those that the unit answers for."""
    if lembar.unit is None:
        return indikator_diperjanjikan(ktx, lembar.versi)
    return [i for i in ktx.renstra.daftar_indikator if i.kode in lembar.unit.daftar_indikator]


def anggaran_lembar(ktx: Konteks, lembar: LembarJanji) -> list[Anggaran]:
    """The money of the sheet: the programs, or the unit's topmost kegiatan and subkegiatan."""
    return list(ktx.program) if lembar.unit is None else anggaran_unit(ktx, lembar.unit)


def anggaran_unit(ktx: Konteks, unit: BagianUnit) -> list[Anggaran]:
    """The unit's topmost kegiatan and subkegiatan: no row of them lies below another."""
    milik, uang = unit.daftar_anggaran, ktx.anggaran
    hasil: list[Anggaran] = []
    for a in uang.daftar_anggaran:
        anak = uang.daftar_anak.get(a.kode, ())
        induk = uang.anggaran_per_kode.get(a.induk)
        terliput = induk is not None and induk.kode in milik and induk.tingkat is not Tingkat.PROGRAM
        if a.kode in milik and not terliput and not (a.tingkat is Tingkat.PROGRAM and anak):
            hasil.append(a)
    return hasil


def lembar_pernyataan(ktx: Konteks, lembar: LembarJanji, *, ditandatangani: bool) -> list[Simpul]:
    """The statement sheet without its logo; its parts stand in the order of the regulation.

    `ditandatangani`: it is the sheet itself, which is signed, and not its copy in a report.
    """
    return [
        tebal_tengah(
            ktx.nama.upper(),
            lembar.unit.nama.upper() if lembar.unit else "",
            f"{JUDUL[lembar.versi].upper()} TAHUN {ktx.tahun}",
        ),
        par(
            "Untuk mewujudkan manajemen pemerintahan yang efektif, transparan, akuntabel, dan berorientasi pada hasil, "
            "yang bertanda tangan di bawah ini:"
        ),
        _identitas(lembar.pertama),
        par(kal("selanjutnya disebut {pihak};", pihak=Teks("pihak pertama", tebal=True))),
        _identitas(lembar.kedua),
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
        para_pihak(lembar, awalan="" if ditandatangani else None),
    ]


def _identitas(data: PihakJanji) -> Tabel:
    kolom = (Kolom(20), Kolom(3, TENGAH), Kolom(77))
    isi = (baris("Nama", ":", data.nama or _TITIK), baris("Jabatan", ":", data.jabatan or _TITIK))
    return Tabel(kolom, isi, nomor_kolom=False)


def para_pihak(lembar: LembarJanji, *, awalan: str | None) -> TandaTangan:
    """Left pihak kedua, right pihak pertama; `awalan` before the names of their fields, None: nobody signs here."""
    nama = (BIDANG_KEPALA, BIDANG_UNIT) if lembar.unit else (BIDANG_KEPALA_DAERAH, BIDANG_KEPALA)
    kunci = ("", "") if awalan is None else tuple(f"{awalan}{satu}" for satu in nama)
    kedua = pihak(lembar.kedua, "Pihak Kedua", kunci[0])
    pertama = pihak(lembar.pertama, "Pihak Pertama", kunci[1])
    return TandaTangan((kedua, pertama), lembar.tempat, lembar.tanggal)


def lampiran_janji(ktx: Konteks, lembar: LembarJanji, *, berjudul: bool) -> list[Simpul]:
    """The two tables and the same two signatures; `berjudul`: the tables are numbered, as in the report's copy."""
    hasil: list[Simpul] = []
    janji, uang = indikator_lembar(ktx, lembar), anggaran_lembar(ktx, lembar)
    if janji:
        hasil.append(_tabel_kinerja(ktx, lembar, janji, berjudul=berjudul))
    else:
        hasil.append(_tanpa_indikator(ktx, lembar))
    if uang:
        hasil.append(_tabel_anggaran(ktx, lembar, uang, berjudul=berjudul))
    elif lembar.unit is None:
        hasil.append(kurang("Anggaran per program belum diisi (lembar anggaran)."))
    else:
        hasil.append(
            kurang("Belum ada kegiatan atau subkegiatan yang penanggung jawabnya {unit}.", unit=lembar.unit.nama)
        )
    return [*hasil, para_pihak(lembar, awalan=None if berjudul else AWALAN_ULANG)]


def _tanpa_indikator(ktx: Konteks, lembar: LembarJanji) -> Paragraf:
    if lembar.unit is not None:
        return kurang("Belum ada indikator yang penanggung jawabnya {unit}.", unit=lembar.unit.nama)
    return kurang(
        "Target {pk} tahun {tahun} belum diisi (lembar perjanjian, versi {versi}).",
        pk=JUDUL[lembar.versi],
        tahun=str(ktx.tahun),
        versi=lembar.versi.value,
    )


def _tabel_kinerja(ktx: Konteks, lembar: LembarJanji, janji: Sequence[Indikator], *, berjudul: bool) -> Tabel:
    kolom = (
        ("No", 6, TENGAH),
        ("Sasaran Program/Kegiatan" if lembar.unit else "Sasaran Strategis", 34, KIRI),
        ("Indikator Kinerja", 34, KIRI),
        ("Satuan", 12, TENGAH),
        ("Target", 14, KANAN),
    )
    versi = lembar.versi
    induk = list(dict.fromkeys(i.induk for i in janji))
    isi: list[Baris] = []
    for nomor, kode in enumerate(induk, 1):
        anggota = [i for i in janji if i.induk == kode]
        depan = (sel(str(nomor), baris=len(anggota)), sel(nama_induk(ktx, kode), baris=len(anggota)))
        for urutan, i in enumerate(anggota):
            target = _target(ktx, i, versi)
            isi.append(baris(*(depan if not urutan else ()), ktx.nama_indikator(i), i.satuan, target))
    judul = f"Target {JUDUL[versi]} Tahun {ktx.tahun}" if berjudul else ""
    return tabel(
        f"tabel-pk-kinerja-{versi.value}" if berjudul else "",
        judul,
        kolom,
        isi,
        catatan=_catatan_target(ktx, janji, versi),
    )


def _target(ktx: Konteks, indikator: Indikator, versi: Versi) -> tuple[Sebaris, ...]:
    """That of the version; of an indicator outside it (a unit's own) that of the Renstra."""
    dokumen = versi.value if ktx.ada_target(indikator.kode, versi=versi.value) else "renstra"
    return ktx.target(indikator.kode, versi=dokumen)


def _catatan_target(ktx: Konteks, janji: Sequence[Indikator], versi: Versi) -> list[Paragraf]:
    renstra = [
        i for i in janji if not ktx.ada_target(i.kode, versi=versi.value) and ktx.ada_target(i.kode, versi="renstra")
    ]
    if not renstra:
        return []
    nama = "target seluruh indikator di atas" if len(renstra) == len(janji) else None
    disebut = nama or deret_kata([kutip(ktx.nama_indikator(i)) for i in renstra])
    return [
        catatan(
            "Keterangan: {disebut} memakai target tahunan Renstra, karena belum tercantum dalam {pk}.",
            disebut=disebut,
            pk=JUDUL[versi],
        )
    ]


def nama_induk(ktx: Konteks, kode: str) -> str:
    """The sasaran, tujuan or budget row that an indicator belongs to, as a cell names it."""
    sasaran, tujuan = ktx.renstra.sasaran_per_kode.get(kode), ktx.renstra.tujuan_per_kode.get(kode)
    if sasaran is not None:
        return sasaran.uraian.strip() or kode
    if tujuan is not None:
        return f"Tujuan: {tujuan.uraian.strip() or kode}"
    return nama_anggaran(ktx, kode) if kode in ktx.anggaran.anggaran_per_kode else kode


def _tabel_anggaran(ktx: Konteks, lembar: LembarJanji, uang: Sequence[Anggaran], *, berjudul: bool) -> Tabel:
    nama = "Kegiatan/Sub Kegiatan" if lembar.unit else "Program"
    kolom = (("No", 6, TENGAH), (nama, 50, KIRI), ("Anggaran (Rp)", 24, KANAN), ("Keterangan", 20, KIRI))
    versi = lembar.versi.value
    isi = [
        baris(
            str(n),
            nama_anggaran(ktx, a.kode),
            ktx.angka("pagu", a.kode, versi=versi, polos=True),
            a.sumber_dana.strip() or "–",
        )
        for n, a in enumerate(uang, 1)
    ]
    if lembar.unit is None:
        total = ktx.angka("pagu", versi=versi, polos=True, tebal=True)
    else:
        daftar = PEMISAH.join(a.kode for a in uang)
        total = ktx.angka("jumlah_pagu_pilihan", daftar, versi=versi, polos=True, tebal=True)
    isi.append(baris(sel("Jumlah", kolom=2, tebal=True), total, "", gaya=GayaBaris.JUMLAH))
    isi = sen_seragam(isi)
    if not berjudul:
        return tabel("", "", kolom, isi)
    return tabel(f"tabel-pk-anggaran-{versi}", f"Anggaran {JUDUL[lembar.versi]} Tahun {ktx.tahun}", kolom, isi)
