"""What a form saved as a whole sends: each field with the value typed and (`dasar-…`) what stood there before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import QueryDict
from django.utils import timezone

from lkjip.akun.selectors import nama_lengkap
from lkjip.dasar.isian import (
    Isian,
    IsianTakTerbaca,
    JenisIsian,
    baca_dasar,
    baca_isian,
    sama_isi,
    tak_disentuh,
    tulis_dasar,
    tulis_isian,
)
from lkjip.dasar.periode import tulis_saat
from lkjip.halaman.formulir import Formulir
from lkjip.halaman.isian import Selisih
from lkjip.pengisian.forms import AWALAN_DASAR
from lkjip.riwayat.services_isian import Bentrok, IsianBentrok


@dataclass
class KirimanFormulir:
    """`isian`: the fields that were changed; `galat`: why one cannot be read; `ketikan`: all that was typed."""

    isian: list[Isian] = field(default_factory=list)
    galat: dict[str, str] = field(default_factory=dict)
    ketikan: dict[str, str] = field(default_factory=dict)

    def nilai(self, kolom: str) -> str:
        return self.ketikan.get(kolom, "")


def baca_formulir(kiriman: QueryDict, jenis: Mapping[str, JenisIsian]) -> KirimanFormulir:
    """The fields that were sent; a field whose text is that of its base was not touched."""
    hasil = KirimanFormulir()
    for nama, satu in jenis.items():
        if nama not in kiriman:
            continue
        hasil.ketikan[nama] = teks = kiriman.get(nama, "")
        try:
            dasar = baca_dasar(kiriman.get(f"{AWALAN_DASAR}{nama}", ""), satu)
            if tak_disentuh(teks, dasar, satu):
                continue
            nilai = baca_isian(teks, satu)
            hasil.isian += [] if sama_isi(nilai, dasar) else [Isian(nama, nilai, dasar)]
        except IsianTakTerbaca as galat:
            hasil.galat[nama] = str(galat)
    return hasil


def sesudah_ditolak(
    formulir: Formulir, kiriman: KirimanFormulir, galat: ValidationError | IsianBentrok | None = None
) -> Formulir:
    """The form with what was typed, and at each field why it was not saved."""
    perubahan: dict[str, dict[str, object]] = {nama: {"nilai": teks} for nama, teks in kiriman.ketikan.items()}
    pesan = ""
    for nama, kalimat in kiriman.galat.items():
        perubahan[nama]["galat"] = kalimat
    if isinstance(galat, IsianBentrok):
        pesan = "Belum disimpan: sebagian isian diubah orang lain sejak halaman ini dibuka. Periksa yang ditandai."
        for bentrok in galat.daftar:
            perubahan.setdefault(bentrok.kolom, {}).update(_bentrok(formulir, bentrok))
    elif galat is not None:
        pesan = _sebar(formulir, galat, perubahan)
    return formulir.dengan(perubahan, pesan)


def _sebar(formulir: Formulir, galat: ValidationError, perubahan: dict[str, dict[str, object]]) -> str:
    """Sentences to their fields; those of none are returned."""
    if not hasattr(galat, "error_dict"):
        return " ".join(galat.messages)
    sisa = []
    for kolom, daftar in galat.message_dict.items():
        if kolom in formulir.jenis:
            perubahan.setdefault(kolom, {})["galat"] = " ".join(daftar)
        else:
            sisa += daftar if kolom == NON_FIELD_ERRORS else [f"{kolom}: {' '.join(daftar)}"]
    return " ".join(sisa)


def _bentrok(formulir: Formulir, bentrok: Bentrok) -> dict[str, object]:
    """What the other one stored; the next save builds upon it."""
    jenis = formulir.jenis.get(bentrok.kolom, JenisIsian.TEKS)
    selisih = Selisih(
        tersimpan=tulis_isian(bentrok.tersimpan, jenis),
        dasar=tulis_dasar(bentrok.tersimpan),
        diminta=tulis_isian(bentrok.diminta, jenis),
        oleh=nama_lengkap([bentrok.oleh]).get(bentrok.oleh, bentrok.oleh),
        saat=tulis_saat(timezone.localtime(bentrok.waktu)) if bentrok.waktu else "",
    )
    return {"dasar": selisih.dasar, "selisih": selisih}


def baca_urutan(teks: str) -> list[int]:
    """`3,1,2` as it is sent for the order of a list. Raises ValidationError."""
    bagian = [satu for satu in teks.split(",") if satu]
    if len(bagian) > 5_000 or not all(s.isascii() and s.isdigit() and len(s) <= 18 for s in bagian):
        raise ValidationError("Urutan ini tidak terbaca. Muat ulang halaman, lalu susun kembali.")
    return [int(satu) for satu in bagian]
