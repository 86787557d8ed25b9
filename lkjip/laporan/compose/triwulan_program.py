"""Quarterly report, part D: program, kegiatan and subkegiatan with their money, and what was absorbed."""

from __future__ import annotations

from anggaran.data import Anggaran
from lkjip.dasar.periode import nama_triwulan
from lkjip.laporan.compose.analisis_sebab import sel_uang
from lkjip.laporan.compose.bab3_anggaran import telusuri
from lkjip.laporan.compose.bagan import bagan_serapan, nama_anggaran, sebutan_tingkat
from lkjip.laporan.compose.kalimat import banyak, catatan, gabung, kal, kurang, nama_rapi, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis, tulisan
from lkjip.laporan.compose.ruas import AKHIRAN_KALIMAT
from lkjip.laporan.compose.sel import KANAN, KIRI, baris, kelompok, sel, tabel
from lkjip.laporan.isi import Angka, Baris, Daftar, GayaBaris, Rujuk, Sebaris, Sel, Simpul
from renstra.data import Indikator

_LETAK = "triwulan-anggaran"


def capaian_program(ktx: Konteks, triwulan: int) -> list[Simpul]:
    """Indicators of program, kegiatan and subkegiatan beside their money: one wide table."""
    if not ktx.program:
        return [kurang("Program, kegiatan, dan subkegiatan belum diisi (lembar anggaran).")]
    kolom = (
        ("Program / Kegiatan / Subkegiatan", 22, KIRI),
        ("Indikator", 21, KIRI),
        ("Target", 7, KANAN),
        ("Realisasi", 8, KANAN),
        ("Capaian (%)", 8, KANAN),
        ("Pagu (Rp)", 12, KANAN),
        ("Realisasi (Rp)", 12, KANAN),
        ("Serapan (%)", 7, KANAN),
        ("Penanggung Jawab", 13, KIRI),
    )
    isi: list[Baris] = []
    sebelumnya = ""
    for program in ktx.program:
        judul_sasaran = _judul_sasaran(ktx, program)
        if judul_sasaran != sebelumnya:
            isi.append(kelompok(judul_sasaran, 9))
            sebelumnya = judul_sasaran
        for a, tingkat in telusuri(ktx, program):
            isi.extend(_baris_program(ktx, a, tingkat, triwulan))
    total = [ktx.angka(b, triwulan=triwulan, polos=True, tebal=True) for b in ("pagu", "realisasi_anggaran", "serapan")]
    isi.append(baris(sel("Jumlah perangkat daerah", kolom=5, tebal=True), *total, "", gaya=GayaBaris.JUMLAH))
    judul = f"Capaian Program, Kegiatan, dan Subkegiatan {nama_triwulan(triwulan)} Tahun {ktx.tahun}"
    pesan = catatan("Target adalah target triwulan, atau target tahunan bila triwulan tidak mempunyai target sendiri.")
    nama, kalimat = f"bab3.program{AKHIRAN_KALIMAT}", par(_kalimat_program(ktx, triwulan))
    return [
        *otomatis(ktx, nama, [kalimat], letak="triwulan-program"),
        tabel("tabel-capaian-program", judul, kolom, isi, mendatar=True, catatan=[pesan]),
    ]


def _judul_sasaran(ktx: Konteks, program: Anggaran) -> str:
    """The sasaran that the program or the rows below it serve; empty where the agency linked none at all."""
    if not any(a.sasaran for a in ktx.anggaran.daftar_anggaran):
        return ""
    kode = {a.sasaran for a, _ in telusuri(ktx, program) if a.sasaran in ktx.renstra.sasaran_per_kode}
    if len(kode) == 1:
        sasaran = ktx.renstra.sasaran_per_kode[kode.pop()]
        return f"Sasaran: {nama_rapi(sasaran.uraian, sasaran.kode)}"
    return "Beberapa sasaran" if kode else "Belum ditautkan ke sasaran"


def _kalimat_program(ktx: Konteks, triwulan: int) -> tuple[Sebaris, ...]:
    indikator = [i for i in ktx.renstra.daftar_indikator if i.induk in ktx.anggaran.anggaran_per_kode]
    if not indikator:
        return kal(
            "Indikator program, kegiatan, dan subkegiatan belum diisi (lembar indikator); yang disajikan baru "
            "anggarannya."
        )
    nol = [i for i in indikator if ktx.hitung("realisasi", i.kode, triwulan=triwulan).angka == 0]
    kosong = [i for i in indikator if not ktx.ada_realisasi(i.kode, triwulan=triwulan)]
    utama = kal("Pada tingkat program sampai subkegiatan terdapat {n}.", n=banyak(len(indikator), "indikator"))
    belum = kal("Yang realisasinya masih nol berjumlah {n}.", n=banyak(len(nol))) if nol else ()
    tanpa = kal("Realisasi {n} belum dilaporkan.", n=banyak(len(kosong), "indikator")) if kosong else ()
    return gabung(utama, belum, tanpa)


def _baris_program(ktx: Konteks, anggaran: Anggaran, tingkat: int, triwulan: int) -> list[Baris]:
    """One row an indicator; name, money and person in charge stand once and span them."""
    daftar: tuple[Indikator | None, ...] = ktx.renstra.daftar_indikator_per_induk.get(anggaran.kode, ()) or (None,)
    n = len(daftar)
    hasil = []
    for urutan, i in enumerate(daftar):
        kiri: tuple[Sel, ...] = ()
        kanan: tuple[Sel, ...] = ()
        if urutan == 0:
            kiri = (sel(nama_rapi(anggaran.uraian, anggaran.kode), inden=min(tingkat, 2), tebal=tingkat == 0, baris=n),)
            uang = [sel(u, baris=n) for u in sel_uang(ktx, anggaran.kode, triwulan)]
            kanan = (*uang, sel(_penanggung_jawab(anggaran, daftar), baris=n))
        hasil.append(baris(*kiri, *_sel_indikator(ktx, i, triwulan), *kanan))
    return hasil


def _sel_indikator(ktx: Konteks, indikator: Indikator | None, triwulan: int) -> tuple[Sel, ...]:
    if indikator is None:
        return tuple(sel("–") for _ in range(4))
    return (
        sel(ktx.nama_indikator(indikator)),
        sel(ktx.target(indikator.kode, triwulan=triwulan)),
        sel(ktx.realisasi(indikator.kode, triwulan=triwulan)),
        sel(ktx.angka("capaian", indikator.kode, triwulan=triwulan, polos=True)),
    )


def _penanggung_jawab(anggaran: Anggaran, daftar: tuple[Indikator | None, ...]) -> str:
    nama = [anggaran.penanggung_jawab.strip(), *(i.penanggung_jawab.strip() for i in daftar if i)]
    return "; ".join(dict.fromkeys(n for n in nama if n)) or "–"


def kalimat_serapan(ktx: Konteks, triwulan: int) -> tuple[Sebaris, ...]:
    """Cumulative absorption at the end of the quarter; empty where pagu or realisasi is missing."""
    pagu, realisasi = (ktx.angka(b, triwulan=triwulan) for b in ("pagu", "realisasi_anggaran"))
    if not pagu.hasil.ada or not realisasi.hasil.ada:
        return ()
    serapan = ktx.angka("serapan", triwulan=triwulan)
    ekor = kal(" atau {s}", s=serapan) if serapan.hasil.ada else ()
    pola = "Sampai dengan akhir {tw}, dari pagu {p} telah direalisasikan {r}{ekor}."
    return kal(pola, tw=nama_triwulan(triwulan), p=pagu, r=realisasi, ekor=ekor)


def penyerapan(ktx: Konteks, triwulan: int) -> list[Simpul]:
    kalimat = kalimat_serapan(ktx, triwulan)
    isi = [par(kalimat)] if kalimat else []
    hasil = otomatis(ktx, f"bab3.anggaran{AKHIRAN_KALIMAT}", isi, letak=_LETAK)
    sendiri = ("bab3.anggaran", "bab3.realisasi_anggaran", "bab3.efisiensi")
    hasil += tulisan(ktx, *sendiri, letak=_LETAK, judul="Penyerapan anggaran")
    if not kalimat:
        return [*hasil, kurang("Penyerapan belum dapat dihitung (lembar anggaran dan realisasi_anggaran).")]
    nol = [
        a
        for a in ktx.anggaran.daftar_anggaran
        if not ktx.anggaran.daftar_anak.get(a.kode) and ktx.hitung("serapan", a.kode, triwulan=triwulan).angka == 0
    ]
    if nol:
        pembuka = kal(
            "Yang belum menyerap anggaran sama sekali berjumlah {n}:", n=banyak(len(nol), sebutan_tingkat(nol))
        )
        butir = tuple(kal("{nama}.", nama=nama_rapi(a.uraian, a.kode)) for a in nol)
        judul = "Yang belum menyerap anggaran"
        nama = f"bab3.anggaran.nol{AKHIRAN_KALIMAT}"
        hasil += otomatis(ktx, nama, [par(pembuka), Daftar(butir)], letak=_LETAK, judul=judul)
    return [*hasil, *rencana_kas(ktx, triwulan), *bagan_serapan(ktx, triwulan)]


def rencana_kas(ktx: Konteks, triwulan: int) -> list[Simpul]:
    """Planned cash beside what was spent, per program, both since January; nothing where no cash plan was made."""
    berencana = [p for p in ktx.program if ktx.hitung("rencana_anggaran", p.kode, triwulan=triwulan).ada]
    if not berencana:
        return []
    masa = nama_triwulan(triwulan)
    kolom = (
        ("Program", 37, KIRI),
        ("Pagu (Rp)", 20, KANAN),
        (f"Rencana s.d. {masa} (Rp)", 22, KANAN),
        (f"Realisasi s.d. {masa} (Rp)", 21, KANAN),
    )
    isi = [baris(nama_anggaran(ktx, p.kode), *_sel_kas(ktx, p.kode, triwulan)) for p in ktx.program]
    jumlah = sel("Jumlah perangkat daerah", tebal=True)
    isi.append(baris(jumlah, *_sel_kas(ktx, "", triwulan, tebal=True), gaya=GayaBaris.JUMLAH))
    judul = f"Rencana dan Realisasi Anggaran Kas sampai dengan {masa} Tahun {ktx.tahun}"
    pembuka = par(_kalimat_kas(ktx, triwulan), kal("Rinciannya dimuat pada {t}.", t=Rujuk("tabel-anggaran-kas")))
    nama, judul_ruas = f"bab3.anggaran.kas{AKHIRAN_KALIMAT}", "Anggaran kas dalam kalimat"
    tersusun = otomatis(ktx, nama, [pembuka], letak=_LETAK, judul=judul_ruas)
    return [*tersusun, tabel("tabel-anggaran-kas", judul, kolom, isi)]


def _sel_kas(ktx: Konteks, kode: str, triwulan: int, *, tebal: bool = False) -> tuple[Angka, ...]:
    kas = ("pagu", "rencana_anggaran", "realisasi_anggaran")
    return tuple(ktx.angka(b, kode, triwulan=triwulan, polos=True, tebal=tebal) for b in kas)


def _kalimat_kas(ktx: Konteks, triwulan: int) -> tuple[Sebaris, ...]:
    rencana, realisasi = (ktx.angka(b, triwulan=triwulan) for b in ("rencana_anggaran", "realisasi_anggaran"))
    satu, dua = rencana.hasil.angka, realisasi.hasil.angka
    if satu is None or dua is None:
        return kal("Rencana anggaran kas seluruh perangkat daerah belum lengkap.")
    letak = "tepat sama dengan" if satu == dua else "di bawah" if dua < satu else "di atas"
    pola = "Anggaran kas sampai dengan {tw} direncanakan {r}; realisasinya {letak} rencana itu."
    return kal(pola, tw=nama_triwulan(triwulan), r=rencana, letak=letak)
