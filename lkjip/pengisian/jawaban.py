"""What became of a save, and how the page says it at its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.utils import timezone

from kinerja.services_pengisian import BarisTiada, TriwulanTertutup
from lkjip.akun.models import Pengguna
from lkjip.akun.selectors import nama_lengkap
from lkjip.dasar.isian import Isian, JenisIsian, tulis_dasar, tulis_isian
from lkjip.dasar.periode import tulis_saat
from lkjip.halaman.isian import Kotak, Selisih, nama_kotak
from lkjip.pengisian.forms import Kiriman
from lkjip.pengisian.ruang import Ruang
from lkjip.riwayat.services import BarisDitolak
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok

_ASING = "Tidak disimpan: baris ini di luar unit Anda, atau sudah tidak ada. Muat ulang halaman."
Simpan = Callable[[Mapping[int, Sequence[Isian]]], int]


@dataclass(frozen=True)
class HasilSimpan:
    """`tersimpan`: names of the fields that were saved; `bentrok`: by name; `tertutup`: why nothing may be saved."""

    kiriman: Kiriman
    tersimpan: frozenset[str] = frozenset()
    bentrok: Mapping[str, Bentrok] = field(default_factory=dict)
    tertutup: str = ""

    @property
    def beres(self) -> bool:
        return not (self.kiriman.galat or self.bentrok or self.tertutup or self.kiriman.asing)

    @property
    def status(self) -> int:
        """HTTP: 409 where the data have moved on, 422 where what was typed has no meaning."""
        if self.bentrok or self.tertutup or self.kiriman.asing:
            return 409
        return 422 if self.kiriman.galat else 200

    @property
    def kalimat(self) -> str:
        banyak = len(self.tersimpan)
        return f"{banyak} isian disimpan." if banyak else "Tidak ada isian yang berubah."

    @property
    def daftar_asing(self) -> list[Kotak]:
        """Fields of rows that this user may not fill in, or that are gone: not saved, and they say so."""
        return [
            Kotak(nama, "", self.kiriman.ketikan.get(nama, ""), "", JenisIsian.TEKS, False, "", "galat", _ASING)
            for nama in self.kiriman.asing
        ]

    def kotak(self, kotak: Kotak) -> Kotak:
        """The field as it is after the save: saved, refused with its sentence, or in conflict with both values."""
        nama = kotak.nama
        if nama in self.kiriman.galat:
            return kotak.dengan(nilai=self.kiriman.ketikan[nama], keadaan="galat", pesan=self.kiriman.galat[nama])
        if nama in self.bentrok:
            return _kotak_bentrok(kotak, self.bentrok[nama])
        if self.tertutup and nama in self.kiriman.ketikan:
            return kotak.dengan(nilai=self.kiriman.ketikan[nama], keadaan="galat", pesan=self.tertutup)
        return kotak.dengan(keadaan="tersimpan", pesan="Tersimpan") if nama in self.tersimpan else kotak


def penyimpan(layanan: Callable[..., int], ruang: Ruang, oleh: Pengguna, jalur: str) -> Simpan:
    """A service that saves fields of this quarter (`save_isian_…`), bound to the quarter and the user."""
    return lambda isian: layanan(
        tahun_kinerja=ruang.tahun_kinerja,
        triwulan=ruang.triwulan,
        isian=isian,
        oleh=oleh,
        hari=ruang.hari,
        jalur=jalur,
    )


def simpan_kiriman(kiriman: Kiriman, simpan: Simpan) -> HasilSimpan:
    """Save what can be saved: a field that was refused or is in conflict does not keep the others from being saved."""
    try:
        bentrok = _simpan_tanpa_bentrok(kiriman, simpan)
    except (TriwulanTertutup, BarisTiada) as galat:
        return HasilSimpan(kiriman, tertutup=" ".join(galat.messages))
    except BarisDitolak as galat:
        return HasilSimpan(_ditolak(kiriman, galat))
    return HasilSimpan(kiriman, kiriman.daftar_nama - bentrok.keys(), bentrok)


def simpan_sekaligus(kiriman: Kiriman, simpan: Simpan) -> HasilSimpan:
    """All or nothing: what a preview has shown is saved as it was shown, or not at all."""
    if kiriman.galat or kiriman.asing:
        return HasilSimpan(kiriman)
    try:
        simpan(kiriman.isian)
    except IsianBentrok as galat:
        return HasilSimpan(kiriman, bentrok=bentrok_per_nama(galat))
    except (TriwulanTertutup, BarisTiada, BarisDitolak) as galat:
        return HasilSimpan(kiriman, tertutup=" ".join(galat.messages))
    return HasilSimpan(kiriman, kiriman.daftar_nama)


def _simpan_tanpa_bentrok(kiriman: Kiriman, simpan: Simpan) -> dict[str, Bentrok]:
    """Save; on a conflict save the rest, and tell the conflicts by the name of their field."""
    try:
        if kiriman.isian:
            simpan(kiriman.isian)
        return {}
    except IsianBentrok as galat:
        bentrok = bentrok_per_nama(galat)
    sisa = {pk: [i for i in d if nama_kotak(i.kolom, pk) not in bentrok] for pk, d in kiriman.isian.items()}
    lain = _simpan_tanpa_bentrok(replace(kiriman, isian={pk: d for pk, d in sisa.items() if d}), simpan)
    return bentrok | lain


def bentrok_per_nama(galat: IsianBentrok) -> dict[str, Bentrok]:
    return {nama_kotak(b.kolom, b.kunci): b for b in galat.daftar if b.kunci is not None}


def _ditolak(kiriman: Kiriman, galat: ValidationError) -> Kiriman:
    """The database's own rules refuse the row: said at each of its fields that was sent."""
    pesan = " ".join(galat.messages)
    return replace(kiriman, galat=kiriman.galat | dict.fromkeys(kiriman.daftar_nama, pesan))


def _kotak_bentrok(kotak: Kotak, bentrok: Bentrok) -> Kotak:
    """Both values. The field keeps the writer's own; saving it once more now builds upon what is stored."""
    diminta = tulis_isian(bentrok.diminta, kotak.jenis)
    selisih = Selisih(
        tersimpan=tulis_isian(bentrok.tersimpan, kotak.jenis),
        dasar=tulis_dasar(bentrok.tersimpan),
        diminta=diminta,
        oleh=nama_lengkap([bentrok.oleh]).get(bentrok.oleh, bentrok.oleh),
        saat=tulis_saat(timezone.localtime(bentrok.waktu)) if bentrok.waktu else "",
    )
    return kotak.dengan(nilai=diminta, dasar=selisih.dasar, keadaan="bentrok", selisih=selisih)
