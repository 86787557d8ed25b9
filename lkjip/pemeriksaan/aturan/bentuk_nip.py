"""FMT-11, 12: the NIP, and who signs, wherever the report says it (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan
from lkjip.pemeriksaan.aturan.letak_teks import Tempat, sekali, temuan_teks
from lkjip.pemeriksaan.bacaan import Bacaan, Teks
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Instansi

_NIP = re.compile(r"(?<![A-Za-z])NIP\b\.?[ \t]*:?[ \t]*(?P<nip>\d[\d \t.\-]{4,30}\d)")
_BUKAN_DIGIT = re.compile(r"[\s.\-]")
_USIA_TERMUDA = 15
_BAGIAN_TTD = re.compile(r"pengantar|bab4|penutup|bab2\.perjanjian|pernyataan|lampiran.*perjanjian")
_GELAR = frozenset(
    [
        "dr",
        "drs",
        "dra",
        "ir",
        "prof",
        "h",
        "hj",
        "se",
        "sh",
        "st",
        "sp",
        "si",
        "sos",
        "ap",
        "kom",
        "pd",
        "kes",
        "msi",
        "mm",
        "mh",
        "mt",
        "mpd",
        "map",
        "mpa",
        "mkes",
        "phd",
        "sip",
        "stp",
        "hum",
        "ag",
        "apt",
        "ak",
        "ca",
        "mp",
        "mi",
        "msc",
        "s",
        "m",
        "a",
        "p",
        "e",
        "kp",
        "spi",
        "kep",
        "ns",
        "dipl",
        "ing",
        "sstp",
        "plt",
        "plh",
        "pj",
        "spd",
        "ssos",
        "skom",
        "sag",
        "ssi",
        "msos",
    ]
)
_PANGKAT = re.compile(
    r"\b(?:Pembina(?: Utama(?: Muda| Madya)?| Tingkat I| Tk\.? ?I)?|Penata(?: Muda)?(?: Tingkat I| "
    r"Tk\.? ?I)?)\b(?! (?:Muda|Utama|Madya))"
)
_ISIAN = re.compile(
    r"^[ \t|]*Nama[ \t|]*:[ \t]*(?P<nama>[^\n|]{3,80})$(?P<lanjut>(?:\n[^\n]*){0,4})", re.MULTILINE | re.IGNORECASE
)


def nip_tidak_sah(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-11: 18 digits, a date of birth, year and month of appointment after the age of 15, then 1 or 2."""
    yield from sekali(
        temuan_teks(
            "FMT-11",
            Tingkat.GALAT,
            Tempat(teks, nip),
            f"NIP “{nip.strip()}” tidak sah: {soal}.",
            butir=_BUKAN_DIGIT.sub("", nip),
            nilai=nip.strip(),
            seharusnya="18 digit: tanggal lahir, tahun dan bulan TMT, 1 atau 2, nomor urut",
            cara="8 digit tanggal lahir + 6 digit tahun dan bulan pengangkatan + 1 digit jenis kelamin + "
            "3 digit nomor urut.",
            saran="Salin NIP dari keputusan kepegawaian.",
        )
        for teks, nip in _semua_nip(bacaan)
        if (soal := soal_nip(nip, bacaan.buku.hari_laporan))
    )


def soal_nip(nip: str, hari: date) -> str:
    """What is wrong with a NIP on `hari`, as words; '' if nothing. Spaces, dots and hyphens between "
    "its groups are fine."""
    digit = _BUKAN_DIGIT.sub("", nip)
    if not re.fullmatch(r"[0-9]{18}", digit):
        return (
            f"harus 18 digit, tertulis {len(digit)} tanda"
            if not digit.isdigit()
            else f"harus 18 digit, tertulis {len(digit)} digit"
        )
    try:
        lahir = date(int(digit[:4]), int(digit[4:6]), int(digit[6:8]))
    except ValueError:
        return f"delapan digit pertamanya, {digit[:8]}, bukan tanggal lahir"
    tahun, bulan = int(digit[8:12]), int(digit[12:14])
    if not 1 <= bulan <= 12:
        return f"bulan pengangkatannya, {digit[12:14]}, bukan 01 sampai 12"
    if (tahun, bulan) < (lahir.year + _USIA_TERMUDA, lahir.month):
        return f"pengangkatan {digit[8:14]} sebelum usia {_USIA_TERMUDA} tahun menurut tanggal lahir {digit[:8]}"
    if (tahun, bulan) > (hari.year, hari.month):
        return f"pengangkatan {digit[8:14]} sesudah tanggal laporan"
    return "" if digit[14] in "12" else f"digit ke-15, {digit[14]}, bukan 1 atau 2"


def _semua_nip(bacaan: Bacaan) -> Iterator[tuple[Teks, str]]:
    nip = bacaan.buku.data.renstra.instansi.nip_kepala
    if nip.strip():
        yield Teks("instansi", nip, "lembar instansi, nip_kepala", halaman="identitas_tahun"), nip
    for teks in bacaan.daftar_teks:
        for cocok in _NIP.finditer(teks.isi):
            if not re.search(r"lama\W*$|PPPK\W*$", teks.isi[: cocok.start()][-8:], re.IGNORECASE):
                yield teks, cocok["nip"]
    kepala = {t.nama: t.kepala for t in bacaan.buku.laporan.daftar_tabel}
    for teks in bacaan.daftar_sel:
        kolom = int(teks.letak.rpartition(" ")[2]) - 1
        judul = kepala[teks.lembar][kolom] if kolom < len(kepala[teks.lembar]) else ""
        if judul.strip().upper().rstrip(".") == "NIP" and re.search(r"\d{6}", teks.isi):
            yield teks, teks.isi


def penanda_tangan_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """FMT-12: what foreword, closing and Perjanjian Kinerja say of the head, against sheet `instansi`.

    In a Perjanjian Kinerja another person may have signed as head earlier in the year: only a NIP that belongs to
    another name, or a name with another NIP, counts there.
    """
    instansi = bacaan.buku.data.renstra.instansi
    for teks in bacaan.daftar_narasi:
        if _BAGIAN_TTD.search(teks.bagian):
            yield from sekali(_beda_nip(teks, instansi, bacaan.buku.hari_laporan))
            yield from sekali(_beda_nama(teks, instansi))


def _beda_nip(teks: Teks, instansi: Instansi, hari: date) -> Iterator[Temuan]:
    """A NIP in sheet `instansi` that is none itself (FMT-11) tells nothing about others."""
    asli = "" if soal_nip(instansi.nip_kepala, hari) else _BUKAN_DIGIT.sub("", instansi.nip_kepala)
    for cocok in _NIP.finditer(teks.isi):
        digit, lalu = _BUKAN_DIGIT.sub("", cocok["nip"]), teks.isi[: cocok.start()][-220:]
        senama = _memuat(lalu, instansi.nama_kepala)
        if asli and digit != asli and (senama or not teks.bagian.startswith("bab2")):
            yield _temuan(teks, cocok["nip"], "NIP", cocok["nip"], instansi.nip_kepala)
        elif digit == asli and senama is False and _baris_nama(lalu):
            yield _temuan(teks, _baris_nama(lalu), "nama", _baris_nama(lalu), instansi.nama_kepala)
        pangkat = list(_PANGKAT.finditer(lalu))
        if digit == asli and pangkat and instansi.pangkat_kepala.strip():
            tertulis = pangkat[-1][0]
            if _rapi_pangkat(tertulis) != _rapi_pangkat(
                (_PANGKAT.search(instansi.pangkat_kepala) or [instansi.pangkat_kepala])[0]
            ):
                yield _temuan(teks, tertulis, "pangkat", tertulis, instansi.pangkat_kepala)


def _beda_nama(teks: Teks, instansi: Instansi) -> Iterator[Temuan]:
    """ "Nama : …, Jabatan : Kepala …", as the forms of a Perjanjian Kinerja say it."""
    for cocok in _ISIAN.finditer(teks.isi):
        jabatan = re.search(r"Jabatan[ \t|]*:[ \t]*([^\n|]+)", cocok["lanjut"], re.IGNORECASE)
        sama = (
            jabatan
            and instansi.jabatan_kepala
            and jabatan[1].strip().casefold().startswith(instansi.jabatan_kepala.casefold())
        )
        if sama and instansi.nama_kepala.strip() and _memuat(cocok["nama"], instansi.nama_kepala) is False:
            nama = cocok["nama"].strip()
            yield _temuan(teks, nama, "nama", nama, instansi.nama_kepala)


def _inti(nama: str) -> list[str]:
    """The words of a name without titles and degrees."""
    return [k for k in re.findall(r"[a-z]+", nama.casefold()) if k not in _GELAR and len(k) > 1]


def _memuat(isi: str, nama: str) -> bool | None:
    """Whether the text holds the name; None where no name is known."""
    kata = _inti(nama)
    return all(k in re.findall(r"[a-z]+", isi.casefold()) for k in kata) if kata and "(" not in nama else None


def _baris_nama(lalu: str) -> str:
    """The line, or the words of a sentence, in which the name stands before the NIP; '' if none can be told."""
    baris = [b.strip(" *_,(") for b in lalu.splitlines() if b.strip(" *_,(")]
    baris = [b for b in baris if not _PANGKAT.search(b)]
    calon = re.search(r"(?:[A-Z][A-Za-z.']+,? ?){2,8}$", baris[-1][-90:]) if baris else None
    if calon is None and not baris:
        return _nama_sebaris(lalu)
    return calon[0].strip(" ,") if calon and not re.search(r"Kepala|Badan|Dinas", calon[0]) else ""


def _nama_sebaris(lalu: str) -> str:
    """The name before the rank where the whole signature stands in one line: "Camat X, Drs. Nama, M.Si., Pembina"."""
    pangkat = list(_PANGKAT.finditer(lalu))
    kepala = lalu[: pangkat[-1].start()].rstrip(" ,") if pangkat else ""
    bagian = [b.strip() for b in kepala.split(",")]
    while len(bagian) > 1 and not _inti(bagian[-1]):  # degrees
        bagian.pop()
    nama = bagian[-1] if bagian else ""
    orang = 2 <= len(nama.split()) <= 6 and re.fullmatch(r"(?:[A-Z][A-Za-z.']+ ?)+", nama)
    return nama if orang and not re.search(r"Kepala|Badan|Dinas|Camat|Kecamatan|Direktur|Inspektur", nama) else ""


def _rapi_pangkat(pangkat: str) -> str:
    return re.sub(r"tk\.? ?", "tingkat ", " ".join(pangkat.casefold().split()))


def _temuan(teks: Teks, kutipan: str, hal: str, tertulis: str, seharusnya: str) -> Temuan:
    return temuan_teks(
        "FMT-12",
        Tingkat.PERINGATAN,
        Tempat(teks, kutipan),
        f"Pada {teks.bagian} {hal} penanda tangan tertulis “{tertulis.strip()}”, sedangkan pada identitas "
        f"perangkat daerah "
        f"“{seharusnya.strip()}”.",
        butir=f"{hal} {tertulis}",
        nilai=tertulis.strip(),
        seharusnya=seharusnya.strip(),
        cara="Dibandingkan dengan nama, NIP, dan pangkat kepala pada lembar instansi.",
        saran="Samakan dengan pejabat yang menandatangani laporan, atau perbaiki identitas tahun ini.",
    )


DAFTAR = (
    Aturan("FMT-11", Tingkat.GALAT, "NIP tidak sah", periksa_teks=nip_tidak_sah),
    Aturan("FMT-12", Tingkat.PERINGATAN, "Identitas penanda tangan berbeda", periksa_teks=penanda_tangan_berbeda),
)
