"""Evaluations read: schemes, and all that the figures of evaluations are computed from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal

from kinerja import data_evaluasi as data
from kinerja.models import Evaluasi, JawabanEvaluasi, NilaiKomponenEvaluasi, PengaturanEvaluasi, SkemaEvaluasi
from renstra.models import Pemda


def load_skema(daftar_pk: Iterable[int]) -> dict[int, data.Skema]:
    """Whole schemes by pk: six queries, however many."""
    daftar = SkemaEvaluasi.objects.filter(pk__in=set(daftar_pk)).prefetch_related(
        "daftar_komponen__daftar_subkomponen__daftar_kriteria", "daftar_jawaban", "daftar_predikat"
    )
    return {skema.pk: rekaman_skema(skema) for skema in daftar}


def rekaman_skema(skema: SkemaEvaluasi) -> data.Skema:
    """The record of a row whose parts were prefetched."""
    return data.Skema(
        skema.kode,
        skema.nama,
        skema.dasar_hukum,
        tuple(
            data.KomponenSkema(
                k.nomor, k.nama, k.bobot,
                tuple(
                    data.SubkomponenSkema(
                        s.kode, s.nama, s.bobot,
                        tuple(data.KriteriaSkema(c.nomor, c.uraian) for c in s.daftar_kriteria.all()),
                    )
                    for s in k.daftar_subkomponen.all()
                ),
            )
            for k in skema.daftar_komponen.all()
        ),
        tuple(data.PilihanJawaban(j.kode, j.nilai, j.arti, j.arti_keberadaan) for j in skema.daftar_jawaban.all()),
        tuple(data.PredikatSkema(p.huruf, p.nama, p.batas) for p in skema.daftar_predikat.all()),
    )  # fmt: skip


def load_evaluasi(daftar: Iterable[Evaluasi]) -> dict[int, data.DataEvaluasi]:
    """What the figures of these evaluations are computed from, by pk: eight queries, however many."""
    baris = list(daftar)
    skema = load_skema(e.skema_id for e in baris)
    jawaban, nilai = _jawaban(baris), _nilai(baris)
    return {
        e.pk: data.DataEvaluasi(
            skema[e.skema_id], e.tahun, data.TingkatIsian(e.tingkat), jawaban.get(e.pk, {}), nilai.get(e.pk, {}),
            e.nilai_lhe, e.predikat_lhe,
        )
        for e in baris
    }  # fmt: skip


def load_evaluasi_terbit(kode_instansi: str, *, sampai: int) -> dict[int, data.DataEvaluasi]:
    """Of one agency, per year evaluated up to `sampai`, with what the LHE itself states: nine queries."""
    terbit = Evaluasi.objects.filter(
        instansi__kode=kode_instansi, tahun__lte=sampai, tahap=data.TahapEvaluasi.TERBIT.value
    ).order_by("tahun")
    return {isi.tahun: isi for isi in load_evaluasi(terbit).values()}


def _jawaban(
    daftar: list[Evaluasi],
) -> Mapping[int, Mapping[data.Penilai, Mapping[tuple[str, int], data.JawabanLke]]]:
    hasil: dict[int, dict[data.Penilai, dict[tuple[str, int], data.JawabanLke]]] = defaultdict(
        lambda: {penilai: {} for penilai in data.Penilai}
    )
    for b in JawabanEvaluasi.objects.filter(evaluasi__in=[e.pk for e in daftar]):
        sikap = data.SikapUsul(b.sikap_usul) if b.sikap_usul else None
        rekaman = data.JawabanLke(b.subkomponen, b.kriteria, b.jawaban, b.catatan, b.usul, sikap)
        hasil[b.evaluasi_id][data.Penilai(b.penilai)][b.subkomponen, b.kriteria] = rekaman
    return hasil


def _nilai(daftar: list[Evaluasi]) -> Mapping[int, Mapping[int, Decimal]]:
    hasil: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for b in NilaiKomponenEvaluasi.objects.filter(evaluasi__in=[e.pk for e in daftar]):
        hasil[b.evaluasi_id][b.nomor] = b.nilai
    return hasil


def ambil_pengaturan(pemda: Pemda) -> PengaturanEvaluasi:
    """The pemda's rules; without a row the defaults, not stored."""
    tersimpan = PengaturanEvaluasi.objects.filter(pemda=pemda).first()
    return tersimpan or PengaturanEvaluasi(pemda=pemda, tingkat=data.TingkatIsian.SUBKOMPONEN.value)
