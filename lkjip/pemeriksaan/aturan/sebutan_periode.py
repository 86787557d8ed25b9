"""KON: the period of the Renstra and the year of the report, as texts name them (pemeriksaan.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lkjip.laporan.data import TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, galat
from lkjip.pemeriksaan.aturan.tahun_tabel import berisi_tahun_ini
from lkjip.pemeriksaan.bacaan import Bacaan, Teks, potong_kalimat
from lkjip.pemeriksaan.data import Temuan, Tingkat
from renstra.data import Instansi

_TAHUN = r"(?:19|20)\d{2}"
_RENTANG = rf"\b({_TAHUN})[ \t]*(?:[–—-]|s\.?[ ]?d\.?|sampai(?: dengan)?|hingga)[ \t]*(?:tahun[ \t]+)?({_TAHUN})\b"
_RENTANG_POLA = re.compile(_RENTANG, re.IGNORECASE)
_RENSTRA = re.compile(r"\b(?:renstra|rencana strategis|isu(?:-isu)? strategis)\b", re.IGNORECASE)
_DOKUMEN_LAIN = re.compile(
    r"\b(?:rpjm\w*|rpd\w?|rpjp\w*|rencana pembangunan|kementerian|kemen\w*|bkn|nasional|lembaga|bappenas|grand design"
    r"|road ?map|peta jalan|rencana kerja|renja|rkpd|target|capaian|realisasi|kinerja)\b"
)
_PERIODE_LAIN = re.compile(
    r"\b(?:sebelumnya|terdahulu|lalu|lama|berakhir(?:nya)?|habisnya|digantikan"
    r"|(?:ke)?lanjutan|melanjutkan"
    r"|berikutnya|selanjutnya|mendatang|akan datang|baru|menggantikan|pengganti"
    r"|dicabut|penyusunan renstra)\b"
)
_DISIAPKAN = re.compile(r"\b(?:me(?:nyiapkan|nyusun|rancang)|pe(?:nyiapan|nyusunan|rsiapan)|rancangan|kelanjutan)\b")
_JARAK = 170  # the whole name of an agency and its pemda may stand in between
_TINGKAT = re.compile(r"\s*(?:provinsi|kabupaten|kota|k/l|pusat)\s*(?:tahun\s*)?$", re.IGNORECASE)
_UMUM = frozenset(
    ("tahun", "periode", "perangkat", "daerah", "pd", "opd", "skpd", "renstra", "strategis", "isu", "rencana",
     "provinsi", "prov", "kabupaten", "kab", "kota", "badan", "dinas", "pemerintah", "s", "d", "ta", "anggaran",
     "dokumen", "perubahan")
)  # fmt: skip
_KATA_ANTARA = 3  # "dan", "untuk", "masa" … between the plan and its years
_AKHIR = re.compile(r"[.;!?][ \t]+[A-Z]")
_LAPORAN = re.compile(
    rf"\b(?:lkj(?:ip)?|lkip|lakip|ljip|laporan (?:akuntabilitas )?kinerja)\b(?P<antara>[^.;\d\n]{{0,110}}?)"
    rf"\b(?:tahun(?: anggaran)?|ta\.?|t\.a\.)[ \t]*(?P<tahun>{_TAHUN})\b(?![ \t]*(?:[–—-]|dan|/)[ \t]*{_TAHUN})",
    re.IGNORECASE,
)
_LANGSUNG = re.compile(rf"\b(?:lkj(?:ip)?|lkip|lakip|ljip)[ \t]+(?P<tahun>{_TAHUN})\b", re.IGNORECASE)
_SELESAI = re.compile(
    rf"\b(?:selesainya|berakhirnya|berakhir|selama|sepanjang|pelaksanaan)\b[^.;\d\n]{{0,40}}\btahun (?:anggaran )?"
    rf"(?P<tahun>{_TAHUN})\b",
    re.IGNORECASE,
)
_NANTI = re.compile(r"\b(?:akan|tantangan|rencana\w*|menghadapi|persiapan|penyusunan|ke depan)\b", re.IGNORECASE)
_MENETAPKAN = re.compile(
    rf"\btahun (?:anggaran )?(?P<tahun>{_TAHUN}),? (?:telah )?(?:menetapkan|memiliki|mempunyai|melaksanakan|didukung"
    r"|menjanjikan)\b[^.;]{0,40}\b(?:sasaran|indikator|iku|program)\b",
    re.IGNORECASE,
)
_MILIK_LAIN = re.compile(
    r"\b(?:sebelumnya|lalu|dibanding\w*|evaluasi|lhe|peraturan|permen\w*|reviu atas|berikutnya|mendatang|rekomendasi"
    r"|perbandingan|terdahulu|tindak lanjut|nomor)\b",
    re.IGNORECASE,
)
_DEPAN = ("pengantar", "ikhtisar", "ringkasan", "kata_pengantar", "sampul", "judul")
_JUDUL_SENDIRI = re.compile(
    rf"\b(?:perjanjian kinerja|pengukuran kinerja|rencana aksi|rencana kinerja tahunan)\b[^.;\d\n]{{0,80}}?"
    rf"\b(?:tahun(?: anggaran)?|ta\.?|t\.a\.?) ?(?P<tahun>{_TAHUN})\b",
    re.IGNORECASE,
)
_TAHUN_POLA = re.compile(rf"\b{_TAHUN}\b")
_MENDATANG = re.compile(
    r"\b(?:target|rencana|rancangan|rkpd|renja|rkt|proyeksi|usulan|perkiraan|kebutuhan|prioritas|akhir)\b",
    re.IGNORECASE,
)


def periode_renstra_salah(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-13: own plan only, and not where the sentence speaks of the plan before or after; one finding a place."""
    periode = bacaan.buku.data.renstra.periode
    if periode.renstra_awal is None or periode.renstra_akhir is None:
        return
    benar = (periode.renstra_awal, periode.renstra_akhir)
    sendiri = _nama_sendiri(bacaan.buku.data.renstra.instansi)
    for teks in (
        *bacaan.daftar_narasi,
        *bacaan.daftar_judul,
        *bacaan.daftar_sel,
        *bacaan.daftar_analisis,
        *_klaim(bacaan),
    ):
        daftar = [r for baris in teks.isi.splitlines() for r in _rentang_renstra(baris, sendiri, benar)]
        for awal, akhir, kutipan in dict.fromkeys(daftar):
            if (awal, akhir) != benar:
                yield _periode(teks, kutipan, f"{awal}–{akhir}", f"{benar[0]}–{benar[1]}")


def _klaim(bacaan: Bacaan) -> Iterator[Teks]:
    """Where an earlier report prints its figures, once each."""
    for isi in dict.fromkeys(isi for k in bacaan.buku.daftar_klaim for isi in (k.rujukan, k.teks) if isi.strip()):
        yield Teks("klaim", isi, f"lembar klaim, “{isi}”", halaman="lembar", argumen=("klaim",))


def _nama_sendiri(instansi: Instansi) -> frozenset[str]:
    """Words with a capital that may stand between "Renstra" and its years: those of the agency's own names."""
    kata = re.findall(r"[^\W\d_]+", f"{instansi.nama} {instansi.singkatan} {instansi.pemda}")
    inisial = "".join(k[0] for k in re.findall(r"[^\W\d_]+", instansi.nama) if k[0].isupper())
    return _UMUM | {k.casefold() for k in (*kata, inisial)}


def _rentang_renstra(baris: str, sendiri: frozenset[str], benar: tuple[int, int]) -> Iterator[tuple[int, int, str]]:
    """(first year, last year, words) of the ranges that stand next to "Renstra" in its own sentence."""
    for cocok in _RENTANG_POLA.finditer(baris) if _RENSTRA.search(baris) else ():
        awal = max(0, cocok.start() - _JARAK)
        sebelum = baris[awal : cocok.start()]
        kata = list(_RENSTRA.finditer(sebelum))
        if not kata:
            continue
        antara, depan = sebelum[kata[-1].end() :], sebelum[: kata[-1].start()].casefold()
        if any(k.casefold() not in sendiri for k in re.findall(r"\b[A-Z][^\W\d_]*", antara)) or _TINGKAT.match(antara):
            continue  # the plan of somebody else
        if sum(k not in sendiri for k in re.findall(r"\b[a-z]+", antara)) > _KATA_ANTARA:
            continue  # too far to be its period
        if int(cocok[1]) >= benar[1] and _DISIAPKAN.search(depan[-40:]):
            continue  # the next plan, still in the making
        sekitar = depan[-30:] + antara.casefold() + baris[cocok.end() : cocok.end() + 45].casefold()
        if _PERIODE_LAIN.search(sekitar) or _DOKUMEN_LAIN.search(antara.casefold()) or _TAHUN_POLA.search(antara) or \
                _AKHIR.search(antara) or _bagian_masa(cocok, depan, antara, benar):  # fmt: skip
            continue
        yield int(cocok[1]), int(cocok[2]), baris[awal + kata[-1].start() : cocok.end()]


def _bagian_masa(cocok: re.Match[str], depan: str, antara: str, benar: tuple[int, int]) -> bool:
    """Whether the range is a part of the period, as "target Renstra 2024–2025" may be of a longer one."""
    bertarget = re.search(r"\b(?:target|capaian|realisasi)\s*$", depan) and "periode" not in antara.casefold()
    return bool(bertarget) and benar[0] <= int(cocok[1]) and int(cocok[2]) <= benar[1]


def _periode(teks: Teks, kutipan: str, tertulis: str, benar: str) -> Temuan:
    return galat(
        "KON-13",
        f"{teks.letak[:1].upper()}{teks.letak[1:]} menyebut periode “{kutipan}”, sedangkan periode Renstra {benar}.",
        letak=teks.letak,
        subjek=teks.subjek,
        butir=f"{teks.letak} {tertulis}",
        nilai=tertulis,
        seharusnya=benar,
        cara="renstra_awal dan renstra_akhir pada lembar pengaturan",
        saran=f"Tulis {benar}, atau perbaiki periode Renstra bila teks ini yang benar.",
        halaman=teks.halaman,
        argumen=teks.argumen,
        bagian=teks.bagian,
        kutipan=kutipan,
        klaim=teks.lembar == "klaim",
    )


def tahun_laporan_salah(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """KON-14: foreword, summary, headings and titles; elsewhere only what calls itself this report."""
    tahun = bacaan.buku.data.tahun
    kinerja = _kinerja_sendiri(bacaan.buku.data.renstra.instansi)
    for teks in bacaan.daftar_narasi:
        yield from _menyebut_tahun_lain(teks, tahun, kinerja)
        depan = teks.bagian.rsplit(".", 1)[-1].startswith(_DEPAN) or teks.bagian.startswith(_DEPAN)
        for kalimat in _kalimat_judul(teks.isi, semua=depan):
            pola = (_LAPORAN, _LANGSUNG, _SELESAI, _MENETAPKAN) if depan else (_LAPORAN, _LANGSUNG)
            for cocok in (c for p in pola for c in p.finditer(kalimat)):
                nanti = int(cocok["tahun"]) > tahun and _NANTI.search(kalimat)
                if int(cocok["tahun"]) != tahun and not nanti and not _MILIK_LAIN.search(kalimat[: cocok.end() + 25]):
                    yield _tahun(teks, cocok[0], cocok["tahun"], tahun)
    for tabel in bacaan.buku.laporan.daftar_tabel:
        yield from _judul_tabel(bacaan, tabel)


def _kinerja_sendiri(instansi: Instansi) -> re.Pattern[str]:
    """ "Kinerja Dinas … tahun 2023": the agency's own performance of a year."""
    nama = "|".join(re.escape(n) for n in (instansi.nama, instansi.singkatan) if len(n.strip()) > 2) or "(?!)"
    pendek = re.escape(instansi.nama.replace(instansi.pemda, "").strip()) if instansi.pemda else "(?!)"
    return re.compile(
        rf"\bkinerja (?:{nama}|{pendek or '(?!)'})[^.;\d\n]{{0,60}}\btahun (?:anggaran )?(?P<tahun>{_TAHUN})\b",
        re.IGNORECASE,
    )


def _menyebut_tahun_lain(teks: Teks, tahun: int, kinerja: re.Pattern[str]) -> Iterator[Temuan]:
    """The Perjanjian Kinerja that its own section tells of, the performance that Bab IV sums up: where the sentence
    names an earlier year alone, as one copied from the last report does.
    """
    pola = None
    if teks.bagian.startswith("bab2.perjanjian"):
        pola = _JUDUL_SENDIRI
    elif teks.bagian.startswith(("bab4.kesimpulan", "bab4.simpulan", "bab4.penutup")):
        pola = kinerja
    for _, kalimat in potong_kalimat(teks.isi) if pola is not None else ():
        cocok = pola.search(kalimat) if pola is not None else None
        kini = re.search(rf"\btahun (?:anggaran )?{tahun}\b", kalimat, re.IGNORECASE)
        if cocok is None or kini or _MILIK_LAIN.search(kalimat) or _LAPORAN.search(kalimat):
            continue
        if int(cocok["tahun"]) < tahun:
            yield _tahun(teks, cocok[0], cocok["tahun"], tahun)


def _kalimat_judul(isi: str, *, semua: bool) -> Iterator[str]:
    """Sentences of a foreword; elsewhere headings, and sentences that speak of "laporan ini"."""
    for _, kalimat in potong_kalimat(isi):
        judul = kalimat.startswith("#") or (kalimat.isupper() and len(kalimat) < 160)
        if (
            semua
            or judul
            or re.search(r"\blaporan ini\b|\b(?:lkjip|laporan kinerja)\b[^.]{0,80}\bini\b", kalimat.casefold())
        ):
            yield kalimat


def _judul_tabel(bacaan: Bacaan, tabel: TabelBebas) -> Iterator[Temuan]:
    """A title with one year that is neither this one nor one of those in the table's own headings; results of a year
    to come there are none, and a table full of this year's figures is no table of another.
    """
    tahun = bacaan.buku.data.tahun
    disebut = {int(t) for t in _TAHUN_POLA.findall(tabel.judul)}
    kepala = {int(t) for k in tabel.kepala for t in _TAHUN_POLA.findall(k)}
    if len(disebut) != 1 or tahun in disebut or re.search(r"\bnomor\b|\bno\.", tabel.judul.casefold()):
        return
    satu = disebut.pop()
    sendiri = _JUDUL_SENDIRI.search(tabel.judul) or _LAPORAN.search(tabel.judul) or _LANGSUNG.search(tabel.judul)
    mendatang = satu > tahun and not _MENDATANG.search(tabel.judul)
    if (kepala and satu not in kepala) or ((sendiri or mendatang) and not _MILIK_LAIN.search(tabel.judul)) or \
            (not kepala and berisi_tahun_ini(bacaan, tabel, satu)):  # fmt: skip
        letak = f"lembar {tabel.nama}, judul"
        teks = Teks(tabel.nama, tabel.judul, letak, tabel.bagian, tabel.nama, "ubah_tabel_bebas", (tabel.nama,))
        seharusnya = f"{min(kepala)}–{max(kepala)}" if len(kepala) > 1 else str(*kepala) if kepala else str(tahun)
        yield _tahun(teks, tabel.judul, str(satu), seharusnya)


def _tahun(teks: Teks, kutipan: str, tertulis: str, seharusnya: int | str) -> Temuan:
    return galat(
        "KON-14",
        f"{teks.letak[:1].upper()}{teks.letak[1:]} menyebut tahun {tertulis} (“{kutipan.strip()}”), sedangkan laporan "
        f"ini tentang tahun {seharusnya}.",
        letak=teks.letak,
        subjek=teks.subjek,
        butir=f"{teks.letak} {kutipan.strip()}",
        nilai=tertulis,
        seharusnya=str(seharusnya),
        cara="tahun pada lembar pengaturan" if teks.lembar == "narasi" else "tahun pada kepala tabel dan pengaturan",
        saran=f"Ganti {tertulis} dengan {seharusnya}; periksa pula apakah kalimat lain tersalin dari laporan lama.",
        halaman=teks.halaman,
        argumen=teks.argumen,
        bagian=teks.bagian,
        kutipan=kutipan.strip(),
    )


DAFTAR = (
    Aturan("KON-13", Tingkat.GALAT, "Periode Renstra salah", periksa_teks=periode_renstra_salah),
    Aturan("KON-14", Tingkat.GALAT, "Tahun laporan salah", periksa_teks=tahun_laporan_salah),
)
