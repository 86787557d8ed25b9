"""Likely explanations of a wrong figure, tried from the data: the simplest first, three at most, none if none fits.

Chance is guarded against: how many digits the printed figure has is weighed against how many figures were tried. A
figure such as 100 or 0 fits almost anything, so only the nearest origins count for it. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, Decimal

from lkjip.dasar.hitungan import NOL, SERATUS
from lkjip.dasar.tulisan_angka import bulat
from lkjip.data import DataInstansi
from lkjip.pemeriksaan.data import KelasKlaim, Klaim
from lkjip.pemeriksaan.data_uji import SALAH, BarisUji, Sebab, Yakin
from lkjip.pemeriksaan.klaim import HasilKlaim, desimal_tercetak, periksa_daftar_klaim
from lkjip.pemeriksaan.klaim_calon import (
    Calon,
    Jangkauan,
    calon_baris_sendiri,
    calon_belanja,
    calon_kolom,
    calon_komponen,
    calon_subjek,
    calon_waktu,
)
from lkjip.pemeriksaan.klaim_cetak import calon_cetak
from lkjip.pemeriksaan.klaim_jumlah import calon_jumlah
from lkjip.pemeriksaan.klaim_kata import sebab_kata
from lkjip.pemeriksaan.klaim_komponen import sebab_komponen
from lkjip.pemeriksaan.klaim_ruang import Ruang
from lkjip.pemeriksaan.klaim_rumus import calon_rumus
from lkjip.pemeriksaan.klaim_tulis import calon_tulis

MAKS_SEBAB = 3
_PEMBANGUN: Sequence[Callable[[Ruang, Klaim], Iterator[Calon]]] = (
    calon_tulis, calon_baris_sendiri, calon_waktu, calon_kolom, calon_rumus, calon_cetak, calon_jumlah, calon_komponen,
    calon_belanja, calon_subjek,
)  # fmt: skip
_URUT = {Yakin.PASTI: 0, Yakin.SANGAT: 1, Yakin.MUNGKIN: 2}
# Digits needed for (mungkin, sangat mungkin, pasti sama), by how many figures were tried.
_TANGGA = {Jangkauan.DEKAT: (2, 3, 5), Jangkauan.SEDANG: (3, 4, 6), Jangkauan.JAUH: (4, 6, 9)}
_DUA, _UANG = 2, 9  # digits of figures that fit many things; of money that fits nothing else
_BIAYA_WAJAR = 2  # a figure that fits anything is explained by the nearest origins only


def cari_sebab(ruang: Ruang, hasil: HasilKlaim) -> tuple[Sebab, ...]:
    """Explanations of one claim; empty for a sound one, and where nothing fits."""
    if hasil.kelas not in SALAH:
        return ()
    if hasil.hasil.angka is None:
        return tuple(sebab_kata(ruang, hasil))[:MAKS_SEBAB]
    if hasil.klaim.besaran == "nilai_komponen_maks":
        return tuple(sebab_komponen(ruang, hasil.klaim))[:MAKS_SEBAB]
    nilai = hasil.klaim.nilai
    if nilai is None:
        return ()
    temu = [(c, s) for c in _cocok(ruang, hasil) if (s := _sebab(c, nilai)) is not None]
    temu.sort(key=lambda pasang: (pasang[0].biaya + _URUT[pasang[1].yakin], pasang[0].biaya))
    return _pilih(temu)


def _cocok(ruang: Ruang, hasil: HasilKlaim) -> Iterator[Calon]:
    """Candidates that give the printed figure; of a figure that is only rounded another way, just its rounding."""
    klaim, nilai = hasil.klaim, hasil.klaim.nilai
    pembangun = (calon_tulis,) if hasil.kelas is KelasKlaim.PEMBULATAN else _PEMBANGUN
    desimal = desimal_tercetak(klaim)
    benar = hasil.hasil.angka
    for bangun in pembangun:
        for calon in bangun(ruang, klaim):
            lain = nilai is not None and calon.nilai != benar
            if calon.langsung or (lain and _tercetak_begitu(calon, nilai, desimal)):
                yield calon


def _tercetak_begitu(calon: Calon, nilai: Decimal | None, desimal: int) -> bool:
    if nilai is None or abs(calon.nilai - nilai) >= 1:  # rounding and cutting off change less
        return False
    if bulat(calon.nilai, desimal) == nilai:
        return True
    return calon.terpotong and calon.nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_DOWN) == nilai


def _sebab(calon: Calon, nilai: Decimal) -> Sebab | None:
    """With how sure it is; None where chance would explain it as well."""
    if calon.biaya == 0:
        return Sebab(calon.jenis, calon.kalimat, Yakin.PASTI, calon.nilai)
    angka = _banyak_angka(nilai)
    if angka < _DUA:
        dekat = calon.jangkauan is Jangkauan.DEKAT and calon.biaya <= _BIAYA_WAJAR
        return Sebab(calon.jenis, calon.kalimat, Yakin.MUNGKIN, calon.nilai) if dekat else None
    mungkin, sangat, pasti = _TANGGA[calon.jangkauan]
    if angka < mungkin or (angka == mungkin == _DUA and (calon.biaya > _BIAYA_WAJAR + 1 or calon.terpotong)):
        return None
    persis = not calon.langsung and (calon.nilai == nilai or (angka >= _UANG and abs(calon.nilai - nilai) < 1))
    yakin = (
        Yakin.PASTI
        if persis and angka >= pasti - (calon.biaya <= 1)
        else Yakin.SANGAT
        if angka >= sangat
        else Yakin.MUNGKIN
    )
    lemah = calon.jenis == "hampir_cetak" or (calon.jenis == "satu_angka" and angka < _TANGGA[Jangkauan.JAUH][1])
    yakin = Yakin.MUNGKIN if lemah else yakin
    return Sebab(calon.jenis, calon.kalimat, yakin, calon.nilai)


def _banyak_angka(nilai: Decimal) -> int:
    """Digits that say something: 96,20 has four, 413.600.000 four, 100 and 0 and 50 one."""
    if nilai in {NOL, SERATUS}:
        return 1
    bulatnya, _, pecahan = f"{abs(nilai):f}".partition(".")
    if pecahan.strip("0"):
        return len((bulatnya + pecahan).lstrip("0"))
    return len(bulatnya.strip("0"))


def _pilih(temu: Iterable[tuple[Calon, Sebab]]) -> tuple[Sebab, ...]:
    """The best ones, one of a kind; nothing doubtful beside what is as good as certain."""
    hasil: dict[str, Sebab] = {}
    terdekat: int | None = None
    for calon, sebab in temu:
        if sebab.jenis in hasil or any(s.kalimat == sebab.kalimat for s in hasil.values()):
            continue
        terbaik = next(iter(hasil.values()), None)
        terdekat = calon.biaya if terdekat is None else terdekat
        if terbaik is not None and (_URUT[sebab.yakin] > _URUT[terbaik.yakin] or calon.biaya > terdekat + 1):
            continue
        hasil[sebab.jenis] = sebab
    return tuple(hasil.values())[:MAKS_SEBAB]


def uji_petik(data: DataInstansi, daftar_klaim: Sequence[Klaim]) -> tuple[BarisUji, ...]:
    """All claims in the order of the sheet: class, right value, and explanations of the wrong ones."""
    daftar = tuple(periksa_daftar_klaim(data, tuple(daftar_klaim)))
    ruang = Ruang(data, daftar)
    return tuple(
        BarisUji(h.klaim, h.kelas, h.hasil, ruang.sebut(h.klaim), cari_sebab(ruang, h), ruang.uraian(h.klaim))
        for h in daftar
    )
