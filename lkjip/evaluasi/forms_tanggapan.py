"""The agency's reply as its page sends it: `tanggapan-<pk>` for each finding, `dasar-<pk>` with what stood there."""

from __future__ import annotations

from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict

from lkjip.dasar.isian import Isian, IsianTakTerbaca, JenisIsian, baca_isian
from lkjip.pengisian.forms import baca_pk

AWALAN = "tanggapan-"


@dataclass
class KirimanTanggapan:
    """Replies per pk of the finding, what was typed, and what is wrong with it."""

    isian: dict[int, Isian] = field(default_factory=dict)
    ketikan: dict[int, str] = field(default_factory=dict)
    galat: list[str] = field(default_factory=list)


def baca_tanggapan(kiriman: QueryDict) -> KirimanTanggapan:
    """Fields of no finding are left out; the service says where a finding is gone."""
    hasil = KirimanTanggapan()
    for nama, nilai in kiriman.items():
        pk = baca_pk(nama.removeprefix(AWALAN)) if nama.startswith(AWALAN) else None
        if pk is None:
            continue
        teks = str(nilai)
        hasil.ketikan[pk] = teks
        try:
            isi = baca_isian(teks, JenisIsian.PARAGRAF)
        except IsianTakTerbaca as galat:
            hasil.galat.append(str(galat))
            continue
        hasil.isian[pk] = Isian("tanggapan", isi, kiriman.get(f"dasar-{pk}", ""))
    return hasil


class KirimForm(forms.Form):
    """The reply is sent, with a word about the whole."""

    catatan = forms.CharField(
        required=False, max_length=2_000, error_messages={"max_length": "Catatan terlalu panjang."}
    )

    def pesan(self) -> str:
        return next(str(daftar[0]) for daftar in self.errors.values())
