"""What the page about the look of the reports sends."""

from __future__ import annotations

import re

from django import forms

from lkjip.laporan.data_huruf import KELUARGA
from lkjip.laporan.data_tema import HurufTema, Kertas, Tema
from lkjip.laporan.isi_warna import KONTRAS_TEKS, PUTIH, kontras

_WARNA = re.compile(r"#[0-9a-f]{6}")
DAFTAR_HURUF = tuple({"kunci": h.value, "nama": k.kantor} for h, k in KELUARGA.items())
_SALAH = "Tulis warna sebagai # dan enam angka heksadesimal, misalnya #1d3557."


def _warna_field(label: str, bantuan: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=20,
        help_text=bantuan,
        widget=forms.TextInput(attrs={"type": "color", "class": "form-control-color"}),
        error_messages={"required": "Pilih warnanya."},
    )


class TemaForm(forms.Form):
    """The theme of a pemda's reports."""

    huruf = forms.ChoiceField(
        label="Huruf",
        choices=[(h.value, f"{k.kantor} ({k.nama})") for h, k in KELUARGA.items()],
        help_text="Berkas PDF memuat huruf bebas yang selebar huruf kantor ini; berkas Word memakai huruf kantornya.",
    )
    warna_utama = _warna_field("Warna utama", "Untuk judul, bingkai sampul, kepala tabel, dan grafik.")
    warna_aksen = _warna_field("Warna aksen", "Untuk garis di sampul dan di bawah judul bab.")
    kertas = forms.ChoiceField(
        label="Kertas",
        choices=[(Kertas.A4.value, "A4 (210 × 297 mm)"), (Kertas.F4.value, "F4 atau folio (215 × 330 mm)")],
    )
    logo_sampul = forms.BooleanField(label="Tampilkan logo pada sampul", required=False)

    def clean_warna_utama(self) -> str:
        return _warna(self.cleaned_data["warna_utama"])

    def clean_warna_aksen(self) -> str:
        return _warna(self.cleaned_data["warna_aksen"])

    def tema(self) -> Tema:
        """What was chosen; only after `is_valid`."""
        isi = self.cleaned_data
        return Tema(
            HurufTema(isi["huruf"]), isi["warna_utama"], isi["warna_aksen"], Kertas(isi["kertas"]), isi["logo_sampul"]
        )


def awal_tema(tema: Tema) -> dict[str, str | bool]:
    """The form's values of a theme."""
    return {
        "huruf": tema.huruf.value,
        "warna_utama": tema.warna_utama,
        "warna_aksen": tema.warna_aksen,
        "kertas": tema.kertas.value,
        "logo_sampul": tema.logo_sampul,
    }


def peringatan_kontras(tema: Tema) -> str:
    """What happens to a main colour that is too light for text; '' where it is dark enough."""
    if kontras(tema.warna_utama, PUTIH) >= KONTRAS_TEKS:
        return ""
    return "Warna utama ini terlalu terang untuk tulisan. Judul dan grafik memakai versi yang lebih gelap."


def _warna(isi: str) -> str:
    warna = isi.strip().lower()
    if not _WARNA.fullmatch(warna):
        raise forms.ValidationError(_SALAH)
    return warna
