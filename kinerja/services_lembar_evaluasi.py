"""The sheet of an evaluation written: answers, evidence, the agency's own assessment sent.

Lock order: the agency, then the evaluation (`kunci_evaluasi`), then its rows. Whether the sheet is open to this user is
asked once more under the lock: the stage may have changed since the page was opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DataError, IntegrityError
from django.utils import timezone

from kinerja.akses_evaluasi import ambil_hak_evaluasi
from kinerja.data_evaluasi import DataEvaluasi, Penilai, SikapUsul, Skema
from kinerja.data_lembar_evaluasi import IsianBukti, IsianJawaban, Kunci, belum_dijawab, daftar_kunci
from kinerja.models import BuktiEvaluasi, Evaluasi, JawabanEvaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from kinerja.selectors_lembar_evaluasi import pintu_lembar
from kinerja.services_evaluasi import kunci_evaluasi
from lkjip.akun.models import Pengguna
from lkjip.dasar.isian import Isian, sama_isi
from lkjip.riwayat.models import Riwayat
from lkjip.riwayat.services import periksa_baris
from lkjip.riwayat.services_baris import kalimat_basis_data, menulis, simpan_baris
from lkjip.riwayat.services_isian import IsianBentrok, terapkan_isian
from lkjip.riwayat.services_urung import JALUR_URUNG, urungkan

JALUR = "lembar"


class LembarTertutup(ValidationError):
    """The sheet may not be written now; the message says why."""


@dataclass(frozen=True)
class JawabanTersimpan:
    """What somebody else has stored meanwhile: answer and note belong together, so both are told."""

    jawaban: str
    catatan: str
    oleh: str = ""
    waktu: datetime | None = None


@dataclass(frozen=True)
class HasilJawaban:
    """What became of the answers that were sent. `kejadian`: the event in the history; '' where nothing changed."""

    kejadian: str = ""
    tersimpan: frozenset[Kunci] = frozenset()
    galat: Mapping[Kunci, str] = field(default_factory=dict)
    bentrok: Mapping[Kunci, JawabanTersimpan] = field(default_factory=dict)


def simpan_jawaban(
    *, evaluasi: int, penilai: Penilai, data: DataEvaluasi, daftar: Sequence[IsianJawaban], oleh: Pengguna
) -> HasilJawaban:
    """Store answers with their notes. One that is refused, or was changed by somebody else since, keeps none of the
    others from being stored.

    `data`: for its scheme and level, which do not change under an evaluation. Raises LembarTertutup, PermissionDenied.
    """
    with menulis(oleh=oleh, jalur=JALUR) as kejadian:
        terkunci = kunci_terbuka(evaluasi, penilai, oleh)
        baris = _baris_jawaban(terkunci, penilai)
        sah, berubah = frozenset(daftar_kunci(data)), False
        tersimpan: set[Kunci] = set()
        galat: dict[Kunci, str] = {}
        bentrok: dict[Kunci, JawabanTersimpan] = {}
        for isian in daftar:
            try:
                _periksa_pertanyaan(isian, sah, data.skema)
                satu = baris.get(isian.kunci) or _baru(terkunci, penilai, isian)
                if len(daftar) == 1 or _disentuh(isian):
                    berubah |= _tulis(satu, isian, oleh)
                tersimpan.add(isian.kunci)
            except IsianBentrok:
                bentrok[isian.kunci] = JawabanTersimpan(
                    satu.jawaban, satu.catatan, str(satu.oleh or ""), satu.waktu if satu.pk else None
                )
            except ValidationError as salah:
                galat[isian.kunci] = " ".join(salah.messages)
            except (IntegrityError, DataError) as salah:
                galat[isian.kunci] = kalimat_basis_data(salah)
        return HasilJawaban(kejadian if berubah else "", frozenset(tersimpan), galat, bentrok)


def kunci_terbuka(pk: int, penilai: Penilai, oleh: Pengguna) -> Evaluasi:
    """The evaluation, locked, if this user may write this side of its sheet now.

    Raises LembarTertutup where the stage does not allow it, PermissionDenied where the role does not.
    """
    evaluasi = kunci_evaluasi(pk)
    pintu = pintu_lembar(ambil_hak_evaluasi(oleh, evaluasi), penilai)
    if not pintu.bertugas:
        raise PermissionDenied
    if not pintu.terbuka:
        raise LembarTertutup(pintu.alasan)
    return evaluasi


def _baris_jawaban(evaluasi: Evaluasi, penilai: Penilai) -> dict[Kunci, JawabanEvaluasi]:
    daftar = JawabanEvaluasi.objects.select_for_update(of=("self",)).select_related("oleh")
    return {(b.subkomponen, b.kriteria): b for b in daftar.filter(evaluasi=evaluasi, penilai=penilai)}


def _baru(evaluasi: Evaluasi, penilai: Penilai, isian: IsianJawaban) -> JawabanEvaluasi:
    return JawabanEvaluasi(
        evaluasi=evaluasi, penilai=penilai, subkomponen=isian.subkomponen, kriteria=isian.kriteria
    )  # fmt: skip


def _periksa_pertanyaan(isian: IsianJawaban, sah: frozenset[Kunci], skema: Skema) -> None:
    if isian.kunci not in sah:
        raise ValidationError("Pertanyaan ini tidak ada dalam lembar kerja evaluasi. Muat ulang halaman.")
    if isian.jawaban and isian.jawaban not in skema.nilai_per_jawaban:
        raise ValidationError(f"Pilih salah satu jawaban: {', '.join(skema.nilai_per_jawaban)}.")


def _disentuh(isian: IsianJawaban) -> bool:
    """Whether the writer changed it: of a whole page, what was not touched stays as it is stored by now."""
    return not (sama_isi(isian.jawaban, isian.dasar_jawaban) and sama_isi(isian.catatan, isian.dasar_catatan))


def _tulis(baris: JawabanEvaluasi, isian: IsianJawaban, oleh: Pengguna) -> bool:
    """Answer and note as one: a note about an answer that has changed meanwhile is a conflict, too."""
    kolom = (("jawaban", isian.jawaban, isian.dasar_jawaban), ("catatan", isian.catatan, isian.dasar_catatan))
    berubah = terapkan_isian(baris, [Isian(*k) for k in kolom])
    if not berubah:
        return False
    if "jawaban" in berubah:
        baris.usul = isian.usul if baris.penilai == Penilai.EVALUATOR else ""
        baris.sikap_usul = _sikap(baris.jawaban, baris.usul)
    baris.oleh, baris.waktu = oleh, timezone.now()
    simpan_baris(baris)
    return True


def _sikap(jawaban: str, usul: str) -> str:
    """What the answer says about the system's proposal; an overruling has to give its reason (the model's rule)."""
    if not usul or not jawaban:
        return ""
    return SikapUsul.DITERIMA if jawaban == usul else SikapUsul.DITOLAK


def tambah_bukti(
    *, evaluasi: int, penilai: Penilai, data: DataEvaluasi, kunci: Kunci, isian: IsianBukti, oleh: Pengguna
) -> str:
    """Name evidence at a question; the id of the event. Raises ValidationError, LembarTertutup, PermissionDenied."""
    with menulis(oleh=oleh, jalur=JALUR) as kejadian:
        terkunci = kunci_terbuka(evaluasi, penilai, oleh)
        if kunci not in daftar_kunci(data):
            raise ValidationError("Pertanyaan ini tidak ada dalam lembar kerja evaluasi. Muat ulang halaman.")
        if not isian.judul.strip():
            raise ValidationError("Pilih dokumen instansi, atau tulis judul buktinya.")
        simpan_baris(
            BuktiEvaluasi(
                evaluasi=terkunci, penilai=penilai, subkomponen=kunci[0], kriteria=kunci[1], judul=isian.judul.strip(),
                tautan=isian.tautan.strip(), rujukan=isian.rujukan, halaman=isian.halaman, oleh=oleh,
            )
        )  # fmt: skip
        return kejadian


def hapus_bukti(*, evaluasi: int, penilai: Penilai, pk: int, oleh: Pengguna) -> tuple[Kunci, str]:
    """Take evidence away from its question: which question, and the id of the event.

    Raises BuktiEvaluasi.DoesNotExist, LembarTertutup, PermissionDenied.
    """
    with menulis(oleh=oleh, jalur=JALUR) as kejadian:
        terkunci = kunci_terbuka(evaluasi, penilai, oleh)
        bukti = BuktiEvaluasi.objects.get(pk=pk, evaluasi=terkunci, penilai=penilai)
        bukti.delete()
        return (bukti.subkomponen, bukti.kriteria), kejadian


def urungkan_lembar(*, evaluasi: int, penilai: Penilai, kejadian: str, oleh: Pengguna) -> Kunci:
    """Take back what `oleh` last wrote into this side of the sheet; a question that is as before.

    Raises ValidationError where it was written again since or is no event of this sheet; LembarTertutup,
    PermissionDenied.
    """
    tabel = {m._meta.db_table for m in (JawabanEvaluasi, BuktiEvaluasi)}
    with menulis(oleh=oleh, jalur=JALUR_URUNG):
        terkunci = kunci_terbuka(evaluasi, penilai, oleh)
        daftar = list(Riwayat.objects.filter(kejadian=kejadian, oleh_id=oleh.pk)) if kejadian else []
        isi = [c.ke or c.dari or {} for c in daftar]
        milik = {"evaluasi_id": terkunci.pk, "penilai": penilai.value}
        if (
            not daftar
            or any(c.tabel not in tabel for c in daftar)
            or any(i.get(k) != v for i in isi for k, v in milik.items())
        ):
            raise ValidationError("Tidak ada perubahan yang dapat diurungkan.")
        urungkan(kejadian=kejadian, instansi=terkunci.instansi_id, oleh=oleh)
        return str(isi[0]["subkomponen"]), int(isi[0]["kriteria"])


def kirim_mandiri(*, evaluasi: int, oleh: Pengguna) -> Evaluasi:
    """The agency's own assessment goes to the team and is closed.

    Raises ValidationError while a question is open; LembarTertutup, PermissionDenied.
    """
    with menulis(oleh=oleh, jalur="langkah"):
        terkunci = kunci_terbuka(evaluasi, Penilai.MANDIRI, oleh)
        belum = belum_dijawab(load_evaluasi([terkunci])[terkunci.pk], Penilai.MANDIRI)
        if belum:
            raise ValidationError(f"{len(belum)} pertanyaan belum dijawab. Jawab semuanya, lalu kirim.")
        terkunci.mandiri_pada, terkunci.mandiri_oleh = timezone.now(), oleh
        periksa_baris(terkunci)
        terkunci.save(update_fields=["mandiri_pada", "mandiri_oleh"])
        return terkunci
