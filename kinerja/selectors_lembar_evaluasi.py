"""The sheet of one evaluation, read."""

from __future__ import annotations

from collections import defaultdict

from kinerja.akses_evaluasi import HakEvaluasi
from kinerja.data_evaluasi import Penilai
from kinerja.data_lembar_evaluasi import JejakJawaban, Kunci, LembarEvaluasi, PintuLembar, RekamBukti
from kinerja.models import BuktiEvaluasi, Evaluasi, JawabanEvaluasi
from kinerja.selectors_evaluasi import load_evaluasi
from renstra import akses


def load_lembar(evaluasi: Evaluasi) -> LembarEvaluasi:
    """Ten queries, however many answers: both sides; `yang_terlihat` leaves out what is not to be shown."""
    jejak: dict[Penilai, dict[Kunci, JejakJawaban]] = {penilai: {} for penilai in Penilai}
    for j in JawabanEvaluasi.objects.filter(evaluasi=evaluasi).select_related("oleh"):
        jejak[Penilai(j.penilai)][j.subkomponen, j.kriteria] = JejakJawaban(str(j.oleh or ""), j.waktu)
    bukti: dict[Penilai, dict[Kunci, list[RekamBukti]]] = {penilai: defaultdict(list) for penilai in Penilai}
    for b in BuktiEvaluasi.objects.filter(evaluasi=evaluasi):
        rekaman = RekamBukti(b.pk, b.judul, b.rujukan, b.tautan, b.halaman)
        bukti[Penilai(b.penilai)][b.subkomponen, b.kriteria].append(rekaman)
    tetap = {penilai: {kunci: tuple(daftar) for kunci, daftar in isi.items()} for penilai, isi in bukti.items()}
    return LembarEvaluasi(load_evaluasi([evaluasi])[evaluasi.pk], jejak, tetap)


def pintu_lembar(hak: HakEvaluasi, penilai: Penilai) -> PintuLembar:
    """Whether this user may write this side of the sheet now. No query."""
    if penilai is Penilai.EVALUATOR:
        bertugas, terbuka = hak.apip and hak.peran_tim is not None, hak.ubah_lembar
    else:
        bertugas, terbuka = akses.boleh_nilai_mandiri(hak.hak) and hak.peran_tim is None, hak.isi_mandiri
    return PintuLembar(penilai, hak.tahap, hak.asal, bertugas, terbuka, hak.mandiri_dikirim)
