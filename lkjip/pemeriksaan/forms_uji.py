"""The upload of a workbook whose printed figures are to be audited."""

from __future__ import annotations

from typing import Any

from django import forms

from lkjip.forms import UnggahBukuForm

DARI_SISTEM, DARI_BERKAS = "sistem", "berkas"


class UnggahUjiForm(UnggahBukuForm):
    """A workbook with the sheet `klaim`, and which data its figures are held against."""

    dasar = forms.ChoiceField(
        label="Bandingkan dengan",
        choices=[
            (DARI_SISTEM, "Data instansi ini dalam sistem; dari berkas hanya lembar klaim yang dibaca"),
            (DARI_BERKAS, "Data dalam berkas itu sendiri"),
        ],
        initial=DARI_SISTEM,
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih data pembandingnya."},
    )

    def __init__(self, *args: Any, alamat: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.form_action = alamat
        self.helper.inputs[0].value = "Uji angkanya"
