"""HIT-26, HIT-27: how many people there are, and shares that make a whole, in free tables and beside them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.dasar.hitungan import SERATUS, banyak_desimal, jumlah, persen
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import BukuKerja
from lkjip.laporan.compose.angka_baca import tutupi
from lkjip.laporan.data import SelBebas, TabelBebas
from lkjip.pemeriksaan.aturan.dasar import Ambang, Aturan, peringatan, tulis
from lkjip.pemeriksaan.bacaan import Bacaan
from lkjip.pemeriksaan.bacaan_tabel import angka_sel, baris_jumlah, jumlah_antara
from lkjip.pemeriksaan.data import Temuan, Tingkat

_KELOMPOK = (
    ("pppk", re.compile(r"\bpppk\b|\bp3k\b|perjanjian kerja")),
    ("pns", re.compile(r"\bpns\b|pegawai negeri sipil")),
    ("asn", re.compile(r"\basn\b|aparatur sipil negara")),
    ("pegawai", re.compile(r"\bpegawai\b|aparatur|sumber daya manusia|\bsdm\b|personil|personel")),
)
_MENURUT = re.compile(r"menurut|berdasarkan|komposisi|keadaan|sebaran|rekapitulasi|jumlah|per ")
_SEBAGIAN = re.compile(
    r"diklat|pelatihan|pensiun|mutasi|kenaikan|usul|formasi|kebutuhan|hukuman|disiplin|penghargaan|izin|cuti|lulus"
    r"|yang |peserta|pejabat|struktural|fungsional|eselon|bezetting|kab|provinsi|perangkat daerah|opd|skpd"
)
_HITUNG = re.compile(r"^(?:jumlah|total|jml|banyaknya)\b")
_TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_KATA = r"(?:orang )?(?:pegawai|pns|asn|pppk|aparatur|personil|personel)"
_SELURUH = re.compile(
    rf"(?:(?:^|[.,;] ){_KATA}(?: (?:di|pada|di lingkungan) [^.,;\d]{{3,90}})?(?: seluruhnya)? (?:berjumlah|sebanyak)"
    rf"|di(?:dukung|perkuat|topang)|memiliki|mempunyai|berjumlah"
    rf"|jumlah (?:seluruh |keseluruhan )?{_KATA}|total {_KATA}|seluruhnya)"
    r"[^.\d]{0,60}$"
)
_PERSEN = re.compile(r"^%$|persen|\(%\)|proporsi")
_BUKAN_KOMPOSISI = re.compile(r"serap|capai|realisasi|target|kinerja|pertumbuhan|kenaikan|penyelesaian|kemajuan")
_KOMPOSISI = re.compile(r"komposisi|kontribusi|porsi|menurut|berdasarkan|proporsi|distribusi|sebaran|struktur")
_TERDIRI = re.compile(r"\b(?:terdiri (?:atas|dari)|yaitu|yakni|dengan rincian)\b")
_SELISIH_WAJAR = 8  # parts that miss the whole by more than an eighth name only some of it
_BATAS = Decimal("0.1")
_DEKAT = Decimal(10)  # shares that sum to less than 90 or more than 110 are hardly meant to be a whole


@dataclass(frozen=True)
class _Hitungan:
    """How many people a table or a sentence counts in all."""

    banyak: Decimal
    letak: str
    halaman: str
    argumen: tuple[str | int, ...]
    bagian: str


def pegawai_berbeda(bacaan: Bacaan, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-26: the totals of all staff of one year and one kind (PNS, ASN, all) differ."""
    per_kelompok: dict[tuple[str, str], list[_Hitungan]] = defaultdict(list)
    for tabel in bacaan.buku.laporan.daftar_tabel:
        kunci, banyak = _kelompok(bacaan.buku, tabel.judul), _banyak(tabel)
        if (
            kunci
            and banyak is not None
            and _MENURUT.search(tabel.judul.casefold())
            and not _SEBAGIAN.search(tabel.judul.casefold())
        ):
            per_kelompok[kunci].append(_Hitungan(
                banyak, f"tabel “{tabel.judul}”", "ubah_tabel_bebas", (tabel.nama,), tabel.bagian))  # fmt: skip
    for kunci, hitungan in _hitungan_teks(bacaan):
        if kunci in per_kelompok:
            per_kelompok[kunci].append(hitungan)
    yield from _rincian_berbeda(bacaan)
    for (kelompok, tahun), daftar in per_kelompok.items():
        berbeda = {h.banyak: h for h in reversed(daftar)}
        if len(berbeda) < 2:
            continue
        urut = [h for h in daftar if berbeda[h.banyak] is h]
        yield peringatan(
            "HIT-26",
            f"Jumlah {kelompok.upper() if kelompok != 'pegawai' else kelompok} tahun {tahun} berbeda: "
            f"{'; '.join(f'{tulis(h.banyak)} di {h.letak}' for h in urut)}.",
            letak="; ".join(h.letak for h in urut),
            butir=f"{kelompok} {tahun}",
            nilai="; ".join(tulis(h.banyak) for h in urut),
            cara="baris jumlah setiap tabel pegawai, dan jumlah yang disebut naskah",
            saran="Cocokkan dengan data induk kepegawaian pada satu tanggal, lalu pakai satu jumlah.",
            halaman=urut[-1].halaman,
            argumen=urut[-1].argumen,
            bagian=urut[-1].bagian,
        )


def _kelompok(buku: BukuKerja, teks: str) -> tuple[str, str] | None:
    rapi = teks.casefold()
    kelompok = [nama for nama, pola in _KELOMPOK if pola.search(rapi)]
    tahun = _TAHUN.findall(rapi)
    if not kelompok or len(set(tahun)) > 1:
        return None
    return kelompok[0], tahun[0] if tahun else str(buku.data.tahun)


def _banyak(tabel: TabelBebas) -> Decimal | None:
    """The total of the column Jumlah: as its last row says, else the sum of the rows."""
    kolom = [n for n, k in enumerate(tabel.kepala) if _HITUNG.search(k.casefold().strip())]
    if not kolom:
        return None
    isi = [(baris, angka_sel(baris[kolom[-1]]) if len(baris) > kolom[-1] else None) for baris in tabel.baris]
    total = [n for baris, n in isi if baris_jumlah(baris)]
    if total:
        return total[-1]
    angka = [n for baris, n in isi if n is not None]
    return jumlah(angka) if angka and not any(jumlah_antara(baris) for baris, _ in isi) else None


def _hitungan_teks(bacaan: Bacaan) -> Iterator[tuple[tuple[str, str], _Hitungan]]:
    """ "… didukung 80 pegawai" in Bab I."""
    for kalimat in bacaan.daftar_kalimat:
        if not kalimat.teks.bagian.startswith("bab1"):
            continue
        polos = tutupi(kalimat.rendah)  # "per 31 Desember 2024" may stand before the number
        for a in kalimat.daftar_angka:
            sesudah = kalimat.rendah[a.awal : a.akhir + 25]
            sebelum = polos[max(0, a.awal - 90) : a.awal]
            orang = re.match(rf"[\d.]+(?: \([a-z ]+\))? {_KATA}\b|[\d.]+(?: \([a-z ]+\))? orang", sesudah)
            cocok = _SELURUH.search(sebelum)
            kunci = _kelompok(bacaan.buku, f"{cocok[0] if cocok else ''} {sesudah}")
            tahun = set(_TAHUN.findall(kalimat.isi)) - {str(bacaan.buku.data.tahun)}
            if orang and cocok and kunci and not tahun and a.desimal == 0:
                t = kalimat.teks
                yield kunci, _Hitungan(a.nilai, t.letak, t.halaman, t.argumen, t.bagian)
                break


def _rincian_berbeda(bacaan: Bacaan) -> Iterator[Temuan]:
    """ "64 orang, terdiri atas 36 orang laki-laki dan 27 orang perempuan": parts that nearly make the whole."""
    for kalimat in bacaan.daftar_kalimat:
        kata = _TERDIRI.search(kalimat.rendah)
        orang = [a for a in kalimat.daftar_angka if kata and a.desimal == 0 and a.satuan == "orang"]
        seluruh = [a for a in orang if kata and a.akhir <= kata.start()]
        sesudah = [a for a in kalimat.daftar_angka if kata and a.awal >= kata.end() and a.satuan != "%"]
        bagian = [a.nilai for a in sesudah if a in orang]
        if not kalimat.teks.bagian.startswith("bab1") or not seluruh or len(bagian) < 2 or len(bagian) < len(sesudah):
            continue
        banyak = seluruh[-1].nilai
        berangsur = [jumlah(bagian[:n]) for n in range(1, len(bagian) + 1)]
        if banyak in berangsur or abs(berangsur[-1] - banyak) * _SELISIH_WAJAR > banyak:
            continue
        teks = kalimat.teks
        yield peringatan(
            "HIT-26",
            f"Tertulis {tulis(banyak)} orang, padahal rinciannya dalam kalimat itu berjumlah {tulis(berangsur[-1])}: "
            f"{' + '.join(map(tulis, bagian))}.",
            letak=teks.letak,
            butir=f"{teks.letak} {kalimat.awal}",
            nilai=banyak,
            seharusnya=berangsur[-1],
            cara=" + ".join(map(tulis, bagian)),
            saran="Perbaiki jumlah atau rinciannya menurut data induk kepegawaian.",
            halaman=teks.halaman,
            argumen=teks.argumen,
            bagian=teks.bagian,
            kutipan=kalimat.isi,
        )


def persen_komposisi(buku: BukuKerja, ambang: Ambang) -> Iterator[Temuan]:
    """HIT-27: shares of a whole that do not make one, beyond what rounding each of them explains."""
    for tabel in buku.laporan.daftar_tabel:
        for nomor, kepala in enumerate(tabel.kepala):
            rapi = f"{tabel.judul} {kepala}".casefold()
            if _PERSEN.search(kepala.casefold().strip()) and not _BUKAN_KOMPOSISI.search(rapi):
                yield from _komposisi(tabel, nomor, kepala)


def _komposisi(tabel: TabelBebas, nomor: int, kepala: str) -> Iterator[Temuan]:
    rincian = [b for b in tabel.baris if not jumlah_antara(b)]
    bagian = [n for b in rincian if len(b) > nomor and (n := angka_sel(b[nomor])) is not None]
    total = jumlah(bagian)
    if len(bagian) < 2 or abs(total - SERATUS) <= _BATAS:
        return
    hitungan = _hitungan(tabel, rincian, nomor)
    if hitungan is None:
        bulatan = len(bagian) * Decimal("0.5").scaleb(-max(map(banyak_desimal, bagian)))
        ragu = abs(total - SERATUS) <= bulatan or abs(total - SERATUS) > _DEKAT
        sebutan = f"{tabel.judul} {kepala}".casefold()
        utuh = any(baris_jumlah(b) and len(b) > nomor and angka_sel(b[nomor]) == SERATUS for b in tabel.baris)
        if ragu or not (utuh or _KOMPOSISI.search(sebutan)):
            return
    elif hitungan:
        return
    yield peringatan(
        "HIT-27",
        f"Persen pada kolom “{kepala}” tabel “{tabel.judul or tabel.nama}” berjumlah {tulis(total)}, bukan 100.",
        letak=f"lembar {tabel.nama}, kolom {nomor + 1}",
        subjek=tabel.nama,
        butir=f"kolom {nomor + 1}",
        nilai=total,
        seharusnya="100",
        cara=" + ".join(tulis(n) for n in bagian[:20]),
        saran="Hitung ulang persen setiap baris terhadap jumlah seluruhnya.",
        halaman="ubah_tabel_bebas",
        argumen=(tabel.nama,),
        bagian=tabel.bagian,
    )


def _hitungan(tabel: TabelBebas, rincian: Sequence[Sequence[SelBebas]], nomor: int) -> bool | None:
    """Whether every share is right against the counts beside it; None where there are no such counts.

    Counts are those of a column of which at least half of the shares are the shares.
    """
    for kolom in range(len(tabel.kepala)):
        isi = [(angka_sel(b[kolom]), angka_sel(b[nomor])) for b in rincian if len(b) > max(kolom, nomor)]
        pasangan = [(n, p) for n, p in isi if n is not None and p is not None]
        seluruh = jumlah(n for n, _ in pasangan)
        if kolom == nomor or len(pasangan) < 2 or seluruh <= 0:
            continue
        cocok = [abs(bulat(persen(n, seluruh), min(banyak_desimal(p), 2)) - p) <= Decimal(1).scaleb(-banyak_desimal(p))
                 for n, p in pasangan]  # fmt: skip
        if 2 * sum(cocok) >= len(cocok):
            return all(cocok)
    return None


DAFTAR = (
    Aturan("HIT-26", Tingkat.PERINGATAN, "Jumlah pegawai berbeda antartabel", periksa_teks=pegawai_berbeda),
    Aturan("HIT-27", Tingkat.PERINGATAN, "Persen komposisi tidak 100", persen_komposisi),
)
