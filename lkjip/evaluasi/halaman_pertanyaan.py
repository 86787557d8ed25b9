"""The questions of one component with all that lies beside them. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja.besaran_evaluasi import nilai_subkomponen, selisih_mandiri
from kinerja.data_evaluasi import JawabanLke, Penilai, Skema, SubkomponenSkema, TingkatIsian
from kinerja.data_lembar_evaluasi import Kunci, LembarEvaluasi, RekamBukti, daftar_kunci
from lkjip.dasar.tulisan_angka import tulis_tepat
from lkjip.evaluasi.data_usul import FaktaKriteria, Peringatan
from lkjip.evaluasi.halaman_lembar import (
    Bahan,
    BuktiTampil,
    HalamanLembar,
    JawabanTampil,
    KriteriaTampil,
    Pertanyaan,
    PilihanLembar,
    SubkomponenLembar,
    Tanggapan,
    angka_lembar,
    papan_nilai,
    pengenal,
    pihak_lain,
)

_KEBERADAAN = ".a"  # 1.a … 4.a ask whether something exists (sakip.md 2.1)


@dataclass(frozen=True)
class Sisi:
    """Whose side of which sheet the page shows, what lies beside it, and what became of answers just sent."""

    lembar: LembarEvaluasi
    penilai: Penilai
    bahan: Bahan = field(default_factory=Bahan)
    tanggapan: Mapping[Kunci, Tanggapan] = field(default_factory=dict)

    @property
    def berpembanding(self) -> bool:
        """Whether the other side may be shown at all."""
        return pihak_lain(self.penilai) in self.lembar.data.jawaban_per_penilai


def halaman_lembar(sisi: Sisi, nomor: int) -> HalamanLembar:
    """The page of component `nomor`."""
    data = sisi.lembar.data
    papan = papan_nilai(data, sisi.penilai, nomor, len(sisi.bahan.daftar_peringatan))
    hanya_nilai = data.tingkat is TingkatIsian.KOMPONEN
    daftar = () if hanya_nilai else data.skema.komponen_per_nomor[nomor].daftar_subkomponen
    return HalamanLembar(
        sisi.penilai,
        papan,
        next(k for k in papan.daftar_komponen if k.terpilih),
        tuple(_subkomponen(sisi, s) for s in daftar),
        sisi.berpembanding,
        hanya_nilai,
    )


def _subkomponen(sisi: Sisi, sub: SubkomponenSkema) -> SubkomponenLembar:
    data, nama = sisi.lembar.data, "nilai_subkomponen"
    lain = pihak_lain(sisi.penilai)
    fakta = _fakta(sisi, sub.kode)
    daftar = [k for k in daftar_kunci(data) if k[0] == sub.kode]
    return SubkomponenLembar(
        pengenal(data, (sub.kode, 0)),
        sub.kode,
        sub.nama,
        tulis_tepat(sub.bobot),
        angka_lembar(nilai_subkomponen(data, sub.kode, sisi.penilai), nama, data.tahun, sub.kode),
        angka_lembar(nilai_subkomponen(data, sub.kode, lain), nama, data.tahun, sub.kode),
        angka_lembar(selisih_mandiri(data, sub.kode), "selisih_mandiri", data.tahun, sub.kode, selisih=True),
        tuple(KriteriaTampil(k.nomor, k.uraian, fakta.get(k.nomor)) for k in sub.daftar_kriteria),
        tuple(_pertanyaan(sisi, sub, kunci, fakta.get(kunci[1])) for kunci in daftar),
        peringatan_subkomponen(sisi.bahan, sub.kode),
    )


def peringatan_subkomponen(bahan: Bahan, kode: str) -> tuple[Peringatan, ...]:
    return tuple(p for p in bahan.daftar_peringatan if p.subkomponen == kode)


def _fakta(sisi: Sisi, kode: str) -> dict[int, FaktaKriteria]:
    """What the facts say per criterion, as the proposal for the whole sub-component rests on them."""
    usul = sisi.bahan.usul.get((kode, 0))
    return {f.kriteria: f for f in usul.daftar_fakta} if usul else {}


def _pertanyaan(sisi: Sisi, sub: SubkomponenSkema, kunci: Kunci, fakta: FaktaKriteria | None) -> Pertanyaan:
    lembar, penilai = sisi.lembar, sisi.penilai
    satu = lembar.data.jawaban_per_penilai.get(penilai, {}).get(kunci) or JawabanLke(*kunci)
    tanggapan = sisi.tanggapan.get(kunci)
    ketikan = tanggapan if tanggapan and tanggapan.keadaan != "tersimpan" else None
    tersedia = sisi.bahan.bukti.get(kunci, ())
    alamat = {t.rujukan: t.alamat for t in tersedia}
    return Pertanyaan(
        pengenal=pengenal(lembar.data, kunci),
        kunci=kunci,
        uraian=_uraian(sub, kunci[1]),
        daftar_pilihan=daftar_pilihan(lembar.data.skema, sub.kode, ketikan.jawaban if ketikan else satu.jawaban),
        catatan=ketikan.catatan if ketikan else satu.catatan,
        dasar_jawaban=satu.jawaban,
        dasar_catatan=satu.catatan,
        jejak=lembar.jejak.get(penilai, {}).get(kunci),
        usul=sisi.bahan.usul.get(kunci),
        sikap=satu.sikap_usul,
        fakta=fakta,
        daftar_bukti=_bukti(lembar.bukti.get(penilai, {}).get(kunci, ()), alamat),
        daftar_tersedia=tersedia,
        lain=_jawaban_lain(sisi, kunci, alamat),
        tanggapan=tanggapan,
    )


def _uraian(sub: SubkomponenSkema, kriteria: int) -> str:
    return next((k.uraian for k in sub.daftar_kriteria if k.nomor == kriteria), sub.nama)


def daftar_pilihan(skema: Skema, subkomponen: str, terpilih: str) -> tuple[PilihanLembar, ...]:
    """The answers of the scheme with what each means for this sub-component."""
    ada = subkomponen.endswith(_KEBERADAAN)
    return tuple(
        PilihanLembar(n, j.kode, j.nilai, (ada and j.arti_keberadaan) or j.arti, j.kode == terpilih)
        for n, j in enumerate(skema.daftar_jawaban, 1)
    )


def _bukti(daftar: tuple[RekamBukti, ...], alamat: Mapping[str, str]) -> tuple[BuktiTampil, ...]:
    """A piece of the system leads to where it is now, other evidence to its own link."""
    return tuple(BuktiTampil(b.pk, b.judul, alamat.get(b.rujukan, "") or b.tautan, b.halaman) for b in daftar)


def _jawaban_lain(sisi: Sisi, kunci: Kunci, alamat: Mapping[str, str]) -> JawabanTampil | None:
    lain = pihak_lain(sisi.penilai)
    satu = sisi.lembar.data.jawaban_per_penilai.get(lain, {}).get(kunci)
    bukti = _bukti(sisi.lembar.bukti.get(lain, {}).get(kunci, ()), alamat)
    if satu is None and not bukti:
        return None
    jejak = sisi.lembar.jejak.get(lain, {}).get(kunci)
    return JawabanTampil(satu.jawaban if satu else "", satu.catatan if satu else "", jejak, bukti)
