"""EFI: what texts say about efficiency and about money left over (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kinerja.data import MetodeEfisiensi
from lkjip.besaran import hitung
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.tulisan_angka import bulat
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_sebut import kode_sebutan
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat, peringatan, tulis
from lkjip.pemeriksaan.aturan.efisiensi import (
    di_luar_batas,
    metode_campuran,
    sebutan,
    serapan_antartabel,
    sisa_disebut_efisiensi,
)
from lkjip.pemeriksaan.aturan.efisiensi_simpulan import (
    bertentangan,
    bertentangan_tercetak,
    efisien_tanpa_target,
    efisien_tercetak,
)
from lkjip.pemeriksaan.aturan.efisiensi_tabel import nilai_tabel, serapan_tabel, sisa_tabel, sisa_tercetak
from lkjip.pemeriksaan.bacaan import Bacaan, Kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat

_RUMUS = re.compile(r"\befisiensi\b.*\b(?:dihitung|diperoleh|diukur|dirumuskan|rumus\w*|didefinisikan)\b|"
                    r"\b(?:rumus|menghitung)\b.*\befisiensi\b")  # fmt: skip
_EFISIENSI = re.compile(r"\befisiensi(?: (?:anggaran|penggunaan anggaran|sumber daya|keuangan))?"
                        r"(?: (?:sebesar|mencapai|adalah|yaitu|ialah|senilai|tercatat|menjadi))?[ :]*$")  # fmt: skip
_SISA = re.compile(r"\b(?:sisa (?:anggaran|pagu|dana|belanja)|(?:tidak|belum) terserap|sisanya|bersisa|tersisa)\b")
_BUKAN_SISA = re.compile(r"\b(?:serap\w*|menyerap|realisasi|terealisasi|dari|pagu|terserap)\b")
_NE = re.compile(r"\b(?:ne|nilai efisiensi)\b[^.;\d]{0,40}$")


def rumus_lain(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-02: a text explains another formula than the one that the report's figures follow."""
    metode = bacaan.buku.data.kinerja.metode.metode_efisiensi
    if metode is None:
        return
    for kalimat in bacaan.daftar_kalimat:
        dijelaskan = _metode(kalimat.rendah) if _RUMUS.search(kalimat.rendah) else None
        if dijelaskan is not None and dijelaskan != metode.value:
            isi = (
                f"menjelaskan efisiensi sebagai {dijelaskan}, sedangkan angkanya dihitung dengan metode {metode.value}"
            )
            saran = "Samakan penjelasan dengan metode_efisiensi pada pengaturan, atau ganti metodenya."
            yield _temuan("EFI-02", kalimat, "", "rumus", isi, dijelaskan, metode.value, saran)


def _metode(rendah: str) -> str | None:
    """The method that a sentence explains, where it can be only one."""
    if "input" in rendah:
        return "perbandingan input"
    sisa = re.search(r"\bsisa anggaran\b|\b(?:pagu|anggaran)\b.*\b(?:dikurangi|dan)\b.*\brealisasi\b", rendah)
    if sisa and "capaian" not in rendah:
        return MetodeEfisiensi.SISA.value
    selisih = bool(re.search(r"\bselisih\w*\b|\bdikurangi\b|\bmengurangkan\b", rendah))
    rasio = bool(re.search(r"\brasio\b|\bperbandingan\b|\bdibagi\b|\bmembagi\b|\bmembandingkan\b", rendah))
    if selisih == rasio or not ("capaian" in rendah and "serapan" in rendah):
        return None
    return MetodeEfisiensi.SELISIH.value if selisih else MetodeEfisiensi.RASIO.value


def _kode(bacaan: Bacaan, kalimat: Kalimat) -> tuple[str, ...]:
    """Whom a sentence speaks of; the agency as a whole where it names nobody."""
    kode = kode_sebutan(kalimat.daftar_sebut)
    return kode or ((kalimat.teks.subjek,) if kalimat.teks.subjek else ("",))


def _sebesar(a: AngkaTulis, nilai: Decimal | None) -> bool:
    """Whether a typed figure is this one, rounded or cut off as typed."""
    return nilai is not None and abs(nilai - a.nilai) < Decimal(1).scaleb(-a.desimal)


def sisa_sebagai_efisiensi(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-03: "efisiensi sebesar 6,76%" where that is 100 − serapan, and not what the method gives."""
    if bacaan.buku.data.kinerja.metode.metode_efisiensi is MetodeEfisiensi.SISA:
        return
    for kalimat in bacaan.daftar_kalimat:
        for a in kalimat.daftar_angka if "efisiensi" in kalimat.rendah else ():
            if a.satuan == "%" and _EFISIENSI.search(kalimat.rendah[: a.awal]):
                for kode in _kode(bacaan, kalimat):
                    yield from _sisa_disebut(bacaan, kalimat, a, kode)


def _sisa_disebut(bacaan: Bacaan, kalimat: Kalimat, a: AngkaTulis, kode: str) -> Iterator[Temuan]:
    serapan, efisiensi = (hitung(bacaan.buku.data, b, kode).angka for b in ("serapan", "efisiensi"))
    if serapan is None or bulat(SERATUS - serapan, a.desimal) != a.nilai or _sebesar(a, efisiensi):
        return
    benar = "hitungan dari capaian dan serapan" if efisiensi is None else tulis(efisiensi)
    isi = (
        f"menyebut efisiensi {sebutan(bacaan.buku, kode)} {a.teks}: itu sisa anggaran (100 − serapan {tulis(serapan)})"
        f"; efisiensinya {benar}"
    )
    saran = "Sebut angka itu sisa anggaran, lalu tulis efisiensi menurut metodenya."
    yield _temuan("EFI-03", kalimat, kode, a.teks, isi, a.teks, benar, saran)


def sisa_salah(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-04 in sentences: held against the absorption in the same sentence and against that of whom it names."""
    for kalimat in bacaan.daftar_kalimat:
        for cocok in _SISA.finditer(kalimat.rendah):
            a = next((a for a in kalimat.daftar_angka if a.awal >= cocok.end()), None)
            antara = kalimat.rendah[cocok.end() : a.awal] if a is not None else ""
            if a is None or len(antara) > 45 or a.satuan not in ("%", "Rp") or _BUKAN_SISA.search(antara):
                continue
            boleh = _sisa_mungkin(bacaan, kalimat, a)
            if boleh and not any(_sebesar(a, n) for n in boleh):
                yield _temuan("EFI-04", kalimat, "", a.teks, f"menyebut sisa anggaran {a.teks}, seharusnya "
                              f"{tulis(boleh[0])}", a.teks, tulis(boleh[0]),
                              "Hitung kembali sisa anggaran: 100 − serapan, atau pagu − realisasi.")  # fmt: skip
    yield from sisa_tabel(bacaan, ambang)


def _sisa_mungkin(bacaan: Bacaan, kalimat: Kalimat, a: AngkaTulis) -> list[Decimal]:
    """What is left by the sentence's own figures, then by the data of those it names; nothing where a live figure may
    be the one it is about.
    """
    data, lain = bacaan.buku.data, [x for x in kalimat.daftar_angka if x is not a and x.satuan == a.satuan]
    if "{" in kalimat.isi:
        return []
    # "Sisa anggaran … terutama berasal dari Rekonstruksi Jalan": what is named need not be whose it is.
    daftar_kode = dict.fromkeys((*_kode(bacaan, kalimat), ""))
    if a.satuan == "%":
        tertulis = [SERATUS - x.nilai for x in lain if x.nilai <= SERATUS]
        serapan = [hitung(data, "serapan", kode).angka for kode in daftar_kode]
        menurut_data = [SERATUS - n for n in serapan if n is not None]
        return [*tertulis, *menurut_data]
    selisih = [abs(x.nilai - y.nilai) for n, x in enumerate(lain) for y in lain[n + 1 :]]
    uang = [hitung(data, "sisa_anggaran", kode).angka for kode in daftar_kode]
    return [*selisih, *(n for n in uang if n is not None)] if selisih or kalimat.daftar_sebut else []


def nilai_di_luar_batas(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """EFI-07 in sentences and tables; another method than pmk may call its own figure "nilai efisiensi"."""
    metode = bacaan.buku.data.kinerja.metode.metode_efisiensi
    for kalimat in bacaan.daftar_kalimat:
        for a in kalimat.daftar_angka:
            cocok = _NE.search(kalimat.rendah[: a.awal])
            bernama = cocok is not None and (
                bool(re.search(r"\bne\b", cocok[0])) or metode in (None, MetodeEfisiensi.PMK)
            )
            if bernama and a.satuan in ("", "%") and not 0 <= a.nilai <= SERATUS:
                isi = f"menyebut nilai efisiensi {a.teks}, padahal nilainya antara 0 dan 100"
                yield _temuan("EFI-07", kalimat, "", a.teks, isi, a.teks, "0 sampai 100",
                              "Batasi E pada −20 sampai 20 sebelum menghitung NE = 50 + E / 20 × 50.")  # fmt: skip
    yield from nilai_tabel(bacaan, ambang)


def _temuan(
    aturan: str, kalimat: Kalimat, subjek: str, butir: str, isi: str, nilai: str, seharusnya: str, saran: str
) -> Temuan:
    teks = kalimat.teks
    return (galat if aturan in ("EFI-04", "EFI-07") else peringatan)(
        aturan,
        f"{teks.letak[:1].upper()}{teks.letak[1:]} {isi}.",
        letak=teks.letak,
        subjek=subjek or teks.subjek,
        butir=f"{teks.letak} {kalimat.awal} {butir}",
        nilai=nilai,
        seharusnya=seharusnya,
        saran=saran,
        halaman=teks.halaman,
        argumen=teks.argumen,
        bagian=teks.bagian,
        kutipan=kalimat.isi,
    )


DAFTAR = (
    Aturan("EFI-02", Tingkat.PERINGATAN, "Metode campuran", periksa_teks=rumus_lain, periksa_klaim=metode_campuran),
    Aturan("EFI-03", Tingkat.PERINGATAN, "Sisa anggaran disebut efisiensi", periksa_teks=sisa_sebagai_efisiensi,
           periksa_klaim=sisa_disebut_efisiensi),
    Aturan("EFI-04", Tingkat.GALAT, "Sisa anggaran salah", periksa_teks=sisa_salah, periksa_klaim=sisa_tercetak),
    Aturan("EFI-05", Tingkat.GALAT, "Efisien padahal target tidak tercapai", periksa_teks=efisien_tanpa_target,
           periksa_klaim=efisien_tercetak),
    Aturan("EFI-07", Tingkat.GALAT, "Nilai efisiensi di luar 0–100", periksa_teks=nilai_di_luar_batas,
           periksa_klaim=di_luar_batas),
    Aturan("EFI-08", Tingkat.GALAT, "Simpulan efisiensi bertentangan dengan angka", periksa_teks=bertentangan,
           periksa_klaim=bertentangan_tercetak),
    Aturan("EFI-10", Tingkat.GALAT, "Serapan berbeda antartabel", periksa_teks=serapan_tabel,
           periksa_klaim=serapan_antartabel),
)  # fmt: skip
