"""What both sides of a sheet do when something is sent: answers saved, evidence named and taken away, undoing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from kinerja.data_lembar_evaluasi import IsianJawaban, Kunci
from kinerja.models import BuktiEvaluasi
from kinerja.services_lembar_evaluasi import (
    HasilJawaban,
    LembarTertutup,
    hapus_bukti,
    simpan_jawaban,
    tambah_bukti,
    urungkan_lembar,
)
from lkjip.dasar.periode import tulis_saat
from lkjip.evaluasi.forms_lembar import baca_bukti, baca_jawaban, daftar_tanda, kunci_kiriman
from lkjip.evaluasi.halaman_lembar import Beda, Tanggapan, komponen_kunci, pengenal
from lkjip.evaluasi.halaman_pertanyaan import halaman_lembar
from lkjip.evaluasi.views.pintu_lembar import MejaLembar

FORMULIR = "formulir-lembar"


@dataclass(frozen=True)
class HasilKiriman:
    """What became of a save, question by question; `tertutup`: why nothing may be saved."""

    kejadian: str = ""
    tanggapan: Mapping[Kunci, Tanggapan] = field(default_factory=dict)
    tertutup: str = ""

    @property
    def beres(self) -> bool:
        return not self.tertutup and all(t.keadaan == "tersimpan" for t in self.tanggapan.values())

    @property
    def status(self) -> int:
        """HTTP: 409 where the sheet has moved on, 422 where an answer is refused."""
        keadaan = {t.keadaan for t in self.tanggapan.values()}
        return 409 if self.tertutup or "bentrok" in keadaan else 422 if "galat" in keadaan else 200


def nomor_komponen(meja: MejaLembar, nomor: int | None) -> int:
    """The component asked for, else the first. 404 for one that the scheme does not have."""
    daftar = [k.nomor for k in meja.lembar.data.skema.daftar_komponen]
    if not daftar or (nomor is not None and nomor not in daftar):
        raise Http404("Komponen ini tidak ada dalam skema evaluasi.")
    return daftar[0] if nomor is None else nomor


def isi_lembar(request: HttpRequest, meja: MejaLembar, nomor: int, hasil: HasilKiriman) -> dict[str, Any]:
    """What `situs/evaluasi/_lembar.html` needs."""
    sisi = meja.sisi(hasil.tanggapan)
    terbuka = meja.pintu.terbuka
    halaman = halaman_lembar(sisi, nomor)
    return {
        "meja": meja,
        "halaman": halaman,
        "papan": halaman.papan,
        "hasil": hasil,
        "formulir": FORMULIR,
        "boleh": terbuka,
        "evaluator": meja.penilai == "evaluator",
        "tanda": {pengenal(meja.lembar.data, k): t for k, t in daftar_tanda(meja.evaluasi.pk, sisi).items()},
        "kejadian": hasil.kejadian or (request.GET.get("urung", "") if terbuka else ""),
        "alamat": {apa: meja.alamat(apa) for apa in ("lembar", "simpan", "bukti", "urungkan")},
        "daftar_tab": [(k, meja.alamat("komponen", k.nomor)) for k in halaman.papan.daftar_komponen],
    }


def simpan(request: HttpRequest, meja: MejaLembar) -> HasilKiriman:
    """Store the answers that were sent; the page shows what was refused with what was typed."""
    meja.pastikan_bertugas()
    data, pk = meja.lembar.data, meja.evaluasi.pk
    daftar, galat = baca_jawaban(request.POST, data, pk)
    per_kunci = {i.kunci: i for i in daftar}
    try:
        hasil = simpan_jawaban(
            evaluasi=pk, penilai=meja.penilai, data=data, oleh=meja.pengguna,
            daftar=[i for i in daftar if i.kunci not in galat],
        )  # fmt: skip
    except LembarTertutup as tutup:
        pesan = " ".join(tutup.messages)
        ditolak = {k: Tanggapan("galat", pesan, i.jawaban, i.catatan) for k, i in per_kunci.items()}
        return HasilKiriman("", ditolak, pesan)
    return HasilKiriman(hasil.kejadian, _tanggapan(hasil, galat, per_kunci))


def _tanggapan(
    hasil: HasilJawaban, galat: Mapping[Kunci, str], per_kunci: Mapping[Kunci, IsianJawaban]
) -> dict[Kunci, Tanggapan]:
    semua = {k: Tanggapan("tersimpan", "Tersimpan") for k in hasil.tersimpan}
    for kunci, pesan in {**hasil.galat, **galat}.items():
        isian = per_kunci[kunci]
        semua[kunci] = Tanggapan("galat", pesan, isian.jawaban, isian.catatan)
    for kunci, satu in hasil.bentrok.items():
        isian = per_kunci[kunci]
        saat = tulis_saat(timezone.localtime(satu.waktu)) if satu.waktu else ""
        beda = Beda(satu.jawaban, satu.catatan, satu.oleh, saat)
        semua[kunci] = Tanggapan("bentrok", "", isian.jawaban, isian.catatan, beda)
    return semua


def layani_simpan(request: HttpRequest, meja: MejaLembar) -> HttpResponse:
    """One question saved by script: the answer renews its places on the page, out of band, and nothing else."""
    hasil = simpan(request, meja)
    kunci = next(iter(hasil.tanggapan), None)
    if kunci is None:
        return HttpResponse(status=204)
    meja = meja.segar()
    isi = isi_lembar(request, meja, komponen_kunci(meja.lembar.data, kunci), hasil)
    isi["pertanyaan"] = isi["halaman"].pertanyaan(kunci)
    return render(request, "situs/evaluasi/_jawaban_lembar.html", isi, status=hasil.status)


def layani_kiriman(request: HttpRequest, meja: MejaLembar, nomor: int) -> HttpResponse | HasilKiriman:
    """All answers of a component saved by the plain form: back to the page, or what was refused."""
    hasil = simpan(request, meja)
    if not hasil.beres:
        return hasil
    messages.success(request, "Jawaban disimpan." if hasil.kejadian else "Tidak ada jawaban yang berubah.")
    kueri = f"?urung={hasil.kejadian}" if hasil.kejadian else ""
    return redirect(meja.alamat("komponen", nomor) + kueri)


def layani_bukti(request: HttpRequest, meja: MejaLembar) -> HttpResponse:
    """Evidence named at a question."""
    meja.pastikan_bertugas()
    data = meja.lembar.data
    kunci = kunci_kiriman(request.POST, data)
    if kunci is None:
        return _kembali(request, meja, "Pertanyaan ini tidak ada dalam lembar kerja.")
    judul = {t.rujukan: t.judul for t in meja.bahan.bukti.get(kunci, ())}
    try:
        kejadian = tambah_bukti(
            evaluasi=meja.evaluasi.pk, penilai=meja.penilai, data=data, kunci=kunci,
            isian=baca_bukti(request.POST, judul), oleh=meja.pengguna,
        )  # fmt: skip
    except ValidationError as galat:
        return _jawab_bukti(request, meja, kunci, "", " ".join(galat.messages))
    return _jawab_bukti(request, meja.segar(), kunci, kejadian)


def layani_hapus_bukti(request: HttpRequest, meja: MejaLembar, bukti: int) -> HttpResponse:
    """Evidence taken away; the bar offers to take that back."""
    meja.pastikan_bertugas()
    try:
        kunci, kejadian = hapus_bukti(
            evaluasi=meja.evaluasi.pk, penilai=meja.penilai, pk=bukti, oleh=meja.pengguna
        )  # fmt: skip
    except BuktiEvaluasi.DoesNotExist:
        return _kembali(request, meja, "Bukti ini sudah dihapus.")
    except ValidationError as galat:
        return _kembali(request, meja, " ".join(galat.messages))
    return _jawab_bukti(request, meja.segar(), kunci, kejadian)


def _kembali(request: HttpRequest, meja: MejaLembar, pesan: str) -> HttpResponse:
    """To the sheet as it is now, which says why nothing was done; a script is sent there as a whole."""
    messages.error(request, pesan)
    tujuan = meja.alamat("lembar")
    return HttpResponseClientRedirect(tujuan) if request.headers.get("HX-Request") else redirect(tujuan)


def _jawab_bukti(request: HttpRequest, meja: MejaLembar, kunci: Kunci, kejadian: str, galat: str = "") -> HttpResponse:
    """By script the evidence of that question; else back to the question."""
    nomor, nama = komponen_kunci(meja.lembar.data, kunci), pengenal(meja.lembar.data, kunci)
    if request.headers.get("HX-Request"):
        isi = isi_lembar(request, meja, nomor, HasilKiriman(kejadian))
        isi |= {"pertanyaan": isi["halaman"].pertanyaan(kunci), "galat_bukti": galat, "kiriman": request.POST}
        return render(request, "situs/evaluasi/_jawaban_bukti.html", isi, status=422 if galat else 200)
    if galat:
        messages.error(request, galat)
    kueri = f"?urung={kejadian}" if kejadian else ""
    return redirect(f"{meja.alamat('komponen', nomor)}{kueri}#pertanyaan-{nama}")


def layani_urungkan(request: HttpRequest, meja: MejaLembar) -> HttpResponse:
    """The last change of this user taken back; back to its question."""
    meja.pastikan_bertugas()
    try:
        kunci = urungkan_lembar(
            evaluasi=meja.evaluasi.pk, penilai=meja.penilai, kejadian=request.POST.get("kejadian", ""),
            oleh=meja.pengguna,
        )  # fmt: skip
    except ValidationError as galat:
        return _kembali(request, meja, " ".join(galat.messages))
    messages.success(request, "Perubahan terakhir Anda diurungkan.")
    data = meja.lembar.data
    return redirect(f"{meja.alamat('komponen', komponen_kunci(data, kunci))}#pertanyaan-{pengenal(data, kunci)}")
