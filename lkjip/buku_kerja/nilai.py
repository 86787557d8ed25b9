"""One raw cell → the value of its column, or the sentence that says what is wrong with it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from lkjip.buku_kerja.jenis import JENIS_BULAT, TAHUN_TERBESAR, TAHUN_TERKECIL, JenisKolom, Kolom
from lkjip.buku_kerja.mentah import JenisSel, Sel
from lkjip.dasar.baca_angka import AngkaRancu, AngkaTakTerbaca, baca_angka, dalam_batas
from lkjip.dasar.hitungan import banyak_desimal
from lkjip.dasar.periode import tulis_tanggal
from lkjip.dasar.rekaman import tulisan_baku
from lkjip.dasar.tulisan_angka import tulis_angka, tulis_persen

Nilai = str | Decimal | int | bool | date | None
MAKS_TEKS = 32_767  # what a spreadsheet cell can hold
MAKS_DIGIT_LEMBAR_SEBAR = 15  # significant digits that a spreadsheet keeps
TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BULAT = re.compile(r"[0-9]{1,20}(?:[.,]0{1,2})?")  # 1.000 may be a thousand
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class NilaiSalah(Exception):
    """`pesan`: what is wrong; `saran`: what to do."""

    def __init__(self, pesan: str, saran: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.saran = saran


def kutip(teks: str, panjang: int = 60) -> str:
    """The text in quotes, printable and cut short, for a message."""
    bersih = TERLARANG.sub("�", teks).replace("\n", " ")
    return f"“{bersih[: panjang - 1]}…”" if len(bersih) > panjang else f"“{bersih}”"


def baca_nilai(sel: Sel | None, kolom: Kolom, *, titik_desimal: bool) -> Nilai:
    """The value of a cell in `kolom`; an empty cell gives "" (texts) or None. Raises NilaiSalah."""
    if sel is None or (sel.jenis is JenisSel.TEKS and not sel.teks.strip()):
        nilai: Nilai = None
    else:
        tolak_rumus_dan_galat(sel)
        nilai = _baca_isi(sel, kolom, titik_desimal=titik_desimal)
    if nilai is None and kolom.wajib:
        raise NilaiSalah(f"{kolom.nama} wajib diisi.", kolom.penjelasan)
    return "" if nilai is None and kolom.berupa_teks else nilai


def tolak_rumus_dan_galat(sel: Sel) -> None:
    if sel.jenis is JenisSel.RUMUS_TANPA_NILAI:
        raise NilaiSalah(
            "Sel berisi rumus yang belum pernah dihitung, jadi nilainya tidak ada.",
            "Buka dan simpan berkas di Excel, atau tempel sebagai nilai.",
        )
    if sel.jenis is JenisSel.NILAI_GALAT:
        raise NilaiSalah(f"Sel berisi nilai galat {kutip(sel.teks)}.", "Perbaiki rumusnya atau ketik nilainya.")


def _baca_isi(sel: Sel, kolom: Kolom, *, titik_desimal: bool) -> Nilai:
    match kolom.jenis:
        case JenisKolom.TEKS:
            return _sepanjang_kolom(baca_teks(sel), kolom)
        case JenisKolom.KODE:
            return _sepanjang_kolom(_baca_kode(sel), kolom)
        case JenisKolom.YA_TIDAK:
            return sel.logika if sel.jenis is JenisSel.LOGIKA else _baca_pilihan(sel, kolom) == "ya"
        case JenisKolom.PILIHAN:
            pilihan = _baca_pilihan(sel, kolom)
            return kolom.enum(pilihan) if kolom.enum else pilihan
        case JenisKolom.TANGGAL:
            return _baca_tanggal(sel)
        case jenis if jenis in JENIS_BULAT:
            return _baca_bulat(sel, kolom, titik_desimal=titik_desimal)
    return _baca_desimal(sel, kolom, titik_desimal=titik_desimal)


def baca_teks(sel: Sel) -> str:
    """Text as typed; a number, date or percentage as the cell shows it."""
    match sel:
        case Sel(jenis=JenisSel.TANGGAL, tanggal=date() as tanggal):
            return tulis_tanggal(tanggal)
        case Sel(jenis=JenisSel.LOGIKA):
            raise NilaiSalah("Sel berisi nilai logika (TRUE/FALSE), padahal diharapkan teks.", "Ketik sebagai teks.")
        case Sel(jenis=JenisSel.ANGKA, angka=Decimal() as angka):
            tolak_angka_panjang(angka)
            return tulis_persen(angka.scaleb(2), sel.desimal_tampil or 0) if sel.persen else tulisan_baku(angka)
    if len(sel.teks) > MAKS_TEKS:
        raise NilaiSalah(
            f"Teks terlalu panjang ({len(sel.teks)} karakter).", f"Paling banyak {MAKS_TEKS} karakter; pecah barisnya."
        )
    if TERLARANG.search(sel.teks):
        raise NilaiSalah(
            "Teks memuat karakter kendali yang tidak dapat disimpan.", "Hapus karakter itu, ketik ulang isinya."
        )
    return sel.teks.replace("\r\n", "\n").replace("\r", "\n")


def _sepanjang_kolom(teks: str, kolom: Kolom) -> str:
    if kolom.panjang is not None and len(teks) > kolom.panjang:
        raise NilaiSalah(
            f"{kolom.nama} terlalu panjang ({len(teks)} karakter).", f"Paling banyak {kolom.panjang} karakter."
        )
    return teks


def tolak_angka_panjang(angka: Decimal) -> None:
    if angka == angka.to_integral_value() and len(angka.as_tuple().digits) > MAKS_DIGIT_LEMBAR_SEBAR:
        raise NilaiSalah(
            "Angka ini lebih dari 15 digit, sehingga digit belakangnya sudah berubah.",
            "Ubah format sel menjadi Teks, lalu ketik ulang.",
        )


def _baca_kode(sel: Sel) -> str:
    """A kode in a numeric cell is taken only where it is a whole number, shown as one."""
    match sel:
        case Sel(jenis=JenisSel.TEKS):
            return baca_teks(sel)
        case Sel(jenis=JenisSel.ANGKA, angka=Decimal() as angka, persen=False):
            if angka == angka.to_integral_value() and not sel.desimal_tampil:
                return baca_teks(sel)
            pesan = f"Kode {angka:f} tersimpan sebagai angka, sehingga 1.1 dan 1.10 tidak dapat dibedakan."
        case _:
            pesan = f"Kode tersimpan sebagai {'persen' if sel.persen else sel.jenis.value}."
    raise NilaiSalah(pesan, "Ubah format kolom menjadi Teks, lalu ketik ulang kodenya.")


def _baca_pilihan(sel: Sel, kolom: Kolom) -> str:
    teks = baca_teks(sel) if sel.jenis in (JenisSel.TEKS, JenisSel.ANGKA) else sel.jenis.value
    dicari = " ".join(teks.split()).casefold()
    for pilihan in kolom.pilihan:
        if pilihan.casefold() == dicari:
            return pilihan
    raise NilaiSalah(
        f"{kutip(teks)} bukan isi yang dikenal untuk {kolom.nama}.", f"Isi salah satu: {', '.join(kolom.pilihan)}."
    )


def _baca_tanggal(sel: Sel) -> date:
    tanggal = sel.tanggal
    if sel.jenis is JenisSel.TEKS and (cocok := _ISO.fullmatch(sel.teks.strip())):
        try:
            tanggal = date(int(cocok[1]), int(cocok[2]), int(cocok[3]))
        except ValueError:
            tanggal = None
    if tanggal is None:
        tulisan = kutip(sel.teks) if sel.jenis is JenisSel.TEKS else "Isi sel"
        raise NilaiSalah(f"{tulisan} bukan tanggal.", "Tulis tahun-bulan-tanggal, misalnya 2025-02-28.")
    if not TAHUN_TERKECIL <= tanggal.year <= TAHUN_TERBESAR:
        raise NilaiSalah(f"Tanggal {tanggal.isoformat()} di luar jangkauan.", "Periksa tahunnya.")
    return tanggal


def baca_bilangan(sel: Sel, kolom: Kolom, *, titik_desimal: bool) -> tuple[Decimal | None, bool]:
    """The number in the cell, and whether it is a percentage (typed with % or shown with it)."""
    if sel.jenis is JenisSel.ANGKA and sel.angka is not None:
        angka = batas_angka(_geser(sel.angka, 2) if sel.persen else sel.angka)
        return (dengan_desimal(angka, sel.desimal_tampil or 0) if sel.persen else angka), sel.persen
    if sel.jenis is not JenisSel.TEKS:
        raise NilaiSalah(
            f"Sel berisi {sel.jenis.value}, padahal {kolom.nama} harus angka.",
            "Ubah format sel menjadi Umum (General), lalu ketik angkanya.",
        )
    try:
        return baca_angka(sel.teks, titik_desimal=titik_desimal), sel.teks.rstrip(" )\u00a0").endswith("%")
    except AngkaRancu as rancu:
        satu, dua = (tulis_angka(bacaan, 3 if bacaan != bacaan.to_integral_value() else 0) for bacaan in rancu.bacaan)
        raise NilaiSalah(
            f"{kutip(sel.teks)} dapat dibaca {satu} atau {dua}.",
            "Ketik tanpa pemisah ribuan, dengan titik sebagai tanda desimal."
            if titik_desimal
            else "Ketik sebagai angka (bukan teks) pada sel berformat angka.",
        ) from None
    except AngkaTakTerbaca:
        raise NilaiSalah(
            f"{kutip(sel.teks)} bukan angka yang dapat dibaca.", "Tulis misalnya 90,43 atau 1.234.567,89."
        ) from None


def _geser(angka: Decimal, tempat: int) -> Decimal:
    """`angka` times ten to `tempat`, exactly, without exponent."""
    tanda, digit, pangkat = angka.as_tuple()
    return Decimal(f"{Decimal((tanda, digit, int(pangkat) + tempat)):f}")


def batas_angka(angka: Decimal) -> Decimal:
    if not dalam_batas(angka):
        raise NilaiSalah("Angka terlalu besar atau terlalu banyak desimalnya.", "Periksa rumus, lalu bulatkan.")
    return angka


def _baca_desimal(sel: Sel, kolom: Kolom, *, titik_desimal: bool) -> Decimal | None:
    angka, persen = baca_bilangan(sel, kolom, titik_desimal=titik_desimal)
    if angka is None:
        return None
    if kolom.jenis is JenisKolom.UANG:
        if persen:
            raise NilaiSalah(f"{kolom.nama} berupa rupiah, bukan persen.", "Ketik jumlah rupiahnya.")
        angka = _uang(angka, dari_sel=sel.jenis is JenisSel.ANGKA)
    elif kolom.jenis is JenisKolom.PANGSA and persen:
        angka = sel.angka if sel.angka is not None else _geser(angka, -2)
    if kolom.terkecil is not None and angka < kolom.terkecil:
        raise NilaiSalah(f"{kolom.nama} tidak boleh negatif.", "Periksa tandanya.")
    if sel.desimal_tampil and not persen and not kolom.desimal_tercetak:
        angka = dengan_desimal(angka, sel.desimal_tampil)
    return angka


def dengan_desimal(angka: Decimal, desimal: int) -> Decimal:
    """`angka` with the trailing zeros that its cell shows: 27 shown as 27.00 is Decimal("27.00"). Never rounds."""
    kurang = desimal + int(angka.as_tuple().exponent)
    if kurang <= 0:
        return angka
    tanda, digit, pangkat = angka.as_tuple()
    return Decimal((tanda, (*digit, *(0,) * kurang), int(pangkat) - kurang))


def _uang(angka: Decimal, *, dari_sel: bool) -> Decimal:
    """Whole sen. A computed cell may carry binary noise beyond the 15 digits that a spreadsheet keeps."""
    if banyak_desimal(angka) <= 2:
        return angka
    dibulatkan = angka.quantize(Decimal("0.01"))
    batas = Decimal(1).scaleb(angka.adjusted() - MAKS_DIGIT_LEMBAR_SEBAR + 1)
    if dari_sel and abs(dibulatkan - angka) <= batas:
        return (
            dibulatkan.normalize() if dibulatkan != dibulatkan.to_integral_value() else dibulatkan.to_integral_value()
        )
    if angka == dibulatkan:
        return dibulatkan
    raise NilaiSalah("Uang lebih rinci dari sen (dua desimal).", "Bulatkan menjadi paling banyak dua desimal.")


def _baca_bulat(sel: Sel, kolom: Kolom, *, titik_desimal: bool) -> int | None:
    angka: Decimal | None
    if sel.jenis is JenisSel.TEKS and _BULAT.fullmatch(sel.teks.strip()):
        angka = Decimal(sel.teks.strip().replace(",", "."))
        persen = False
    else:
        angka, persen = baca_bilangan(sel, kolom, titik_desimal=titik_desimal)
    if angka is None:
        return None
    terkecil = 0 if kolom.terkecil is None else kolom.terkecil
    terbesar = 10**9 if kolom.terbesar is None else kolom.terbesar
    if persen or angka != angka.to_integral_value() or not terkecil <= angka <= terbesar:
        raise NilaiSalah(
            f"{kolom.nama} tidak mungkin {tulis_angka(angka, None)}{'%' if persen else ''}.",
            f"Isi bilangan bulat {terkecil} sampai {terbesar}.",
        )
    return int(angka)
