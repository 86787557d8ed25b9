"""What the pages of an evaluation's way send: opening, team, steps, issuing."""

from __future__ import annotations

from typing import Any

from django import forms

from kinerja.data_evaluasi import LangkahEval, PeranTim, TahapEvaluasi
from kinerja.data_meja import AnggotaTim
from kinerja.services_evaluasi import Permintaan
from kinerja.services_tim_evaluasi import KOLOM_TUGAS, Tim
from lkjip.akun.models import Pengguna

MAKS_CATATAN = 2_000
_TANGGAL = {"invalid": "Tanggal ini tidak dikenal.", "required": "Pilih tanggalnya."}


def tanggal_field(nama: str, *, wajib: bool = False, bantuan: str = "") -> forms.DateField:
    return forms.DateField(
        label=nama,
        required=wajib,
        help_text=bantuan,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        error_messages=_TANGGAL,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class TimForm(forms.Form):
    """Ketua, pengendali, anggota out of those who work for the APIP."""

    ketua = forms.TypedChoiceField(label="Ketua", coerce=int, error_messages={"required": "Pilih ketua tim."})
    pengendali = forms.TypedChoiceField(
        label="Pengendali",
        coerce=int,
        help_text="Menyetujui hasil setelah ketua.",
        error_messages={"required": "Pilih pengendali."},
    )
    anggota = forms.TypedMultipleChoiceField(
        label="Anggota", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, daftar_orang: list[Pengguna], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(str(p.pk), str(p)) for p in daftar_orang]
        for nama in ("ketua", "pengendali"):
            self.fields[nama].choices = [("", "Pilih"), *pilihan]  # type: ignore[attr-defined]
        self.fields["anggota"].choices = pilihan  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("ketua") and isi.get("ketua") == isi.get("pengendali"):
            self.add_error("pengendali", "Ketua dan pengendali harus orang yang berbeda.")
        return isi

    def tim(self) -> Tim:
        """Who leads is no anggota besides."""
        isi = self.cleaned_data
        pemimpin = {isi["ketua"], isi["pengendali"]}
        return Tim(isi["ketua"], isi["pengendali"], tuple(pk for pk in isi["anggota"] if pk not in pemimpin))


def isi_tim(tim: tuple[AnggotaTim, ...]) -> dict[str, Any]:
    """What a TimForm begins with."""
    pemimpin = {a.peran.value: a.pengguna for a in tim if a.peran is not PeranTim.ANGGOTA}
    return {**pemimpin, "anggota": [a.pengguna for a in tim if a.peran is PeranTim.ANGGOTA]}


class TugasForm(forms.Form):
    """Letter of assignment and period of work."""

    nomor_tugas = forms.CharField(label="Nomor surat tugas atau keputusan tim", required=False, max_length=200)
    tanggal_tugas = tanggal_field("Tanggal surat tugas")
    mulai_kerja = tanggal_field("Mulai evaluasi")
    selesai_kerja = tanggal_field("Selesai evaluasi")

    def clean(self) -> dict[str, Any]:
        isi: dict[str, Any] = super().clean() or {}
        mulai, selesai = isi.get("mulai_kerja"), isi.get("selesai_kerja")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai_kerja", "Tanggal selesai mendahului tanggal mulai.")
        return isi

    def tugas(self) -> dict[str, Any]:
        return {kolom: self.cleaned_data[kolom] for kolom in KOLOM_TUGAS}


class TugasTanggapanForm(TugasForm):
    """While the agency may reply, its term can be put off."""

    batas_tanggapan = tanggal_field("Batas waktu tanggapan", bantuan="Hanya dapat diperpanjang.")


class BukaForm(TimForm, TugasForm):
    """Which agencies are evaluated by whom."""

    instansi = forms.TypedMultipleChoiceField(
        label="Instansi",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih paling sedikit satu instansi."},
    )
    skema = forms.ChoiceField(label="Skema penilaian")
    field_order = ("instansi", "skema", "ketua", "pengendali", "anggota", *KOLOM_TUGAS)

    def __init__(self, *args: Any, daftar_pilihan: list[tuple[int, str]], daftar_skema: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["instansi"].choices = [(str(pk), nama) for pk, nama in daftar_pilihan]  # type: ignore[attr-defined]
        self.fields["skema"].choices = list(daftar_skema)  # type: ignore[attr-defined]


class LangkahForm(forms.Form):
    """A step from the stage that the page showed."""

    dari = forms.ChoiceField(choices=[(t.value, t.value) for t in TahapEvaluasi])
    catatan = forms.CharField(
        required=False,
        max_length=MAKS_CATATAN,
        error_messages={"max_length": f"Catatan terlalu panjang; paling banyak {MAKS_CATATAN} huruf."},
    )
    batas_tanggapan = tanggal_field("Batas waktu tanggapan")

    def permintaan(self, langkah: LangkahEval) -> Permintaan:
        isi = self.cleaned_data
        return Permintaan(langkah, TahapEvaluasi(isi["dari"]), isi["catatan"], isi["batas_tanggapan"])

    def pesan(self) -> str:
        """The first thing that is wrong."""
        return next(str(daftar[0]) for daftar in self.errors.values())


class TerbitForm(forms.Form):
    """An LHE that was signed on paper, or elsewhere."""

    nomor = forms.CharField(label="Nomor LHE", max_length=200, error_messages={"required": "Tulis nomor LHE."})
    tanggal = tanggal_field("Tanggal LHE", wajib=True)
    catatan = forms.CharField(
        label="Catatan (boleh kosong)",
        required=False,
        max_length=MAKS_CATATAN,
        help_text="Misalnya mengapa LHE ditandatangani di luar sistem ini.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
