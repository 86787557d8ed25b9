"""What the pages of versions and histories send, action by action."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

_TAHUN_KOSONG = "Pilih paling sedikit satu tahun yang memakai versi baru ini."


class PenetapanForm(forms.Form):
    """By which decree a version was laid down."""

    renstra = forms.IntegerField(error_messages={"required": "Pilih versi Renstra lebih dulu."})
    nomor_penetapan = forms.CharField(
        required=False, max_length=200, error_messages={"max_length": "Nomor penetapan paling banyak 200 huruf."}
    )
    tanggal_penetapan = forms.DateField(
        required=False, error_messages={"invalid": "Pilih tanggal penetapan dari kalender, misalnya 31-01-2025."}
    )
    keterangan = forms.CharField(required=False)


class ReviuForm(PenetapanForm):
    """The decree of a new version, and the years that follow it."""

    def __init__(self, *args: Any, daftar_tahun: Iterable[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"] = forms.TypedMultipleChoiceField(
            coerce=int,
            choices=[(t, t) for t in daftar_tahun],
            error_messages={
                "required": _TAHUN_KOSONG,
                "invalid_choice": "Tahun yang dipilih sudah memakai Renstra lain. Muat ulang halaman ini.",
            },
        )


class PilihRenstraForm(forms.Form):
    """Which Renstra a button means, and whether the user has agreed."""

    renstra = forms.IntegerField(error_messages={"required": "Pilih versi Renstra lebih dulu."})
    setuju = forms.BooleanField(required=False)


class BandingForm(forms.Form):
    """Which two plans; both may be left to the page."""

    dari = forms.IntegerField(required=False)
    ke = forms.IntegerField(required=False)


class PendahuluForm(forms.Form):
    """Empty: the indicator continues none."""

    indikator = forms.IntegerField(error_messages={"required": "Pilih indikatornya lebih dulu."})
    pendahulu = forms.IntegerField(required=False)
    catatan = forms.CharField(required=False)
