"""Logic checks between the answers of one LKE: what can hardly be true together. Warnings, never refusals. Pure.

Sub-components a, b, c of a component (1.a, 1.b, 1.c) are existence, quality and use, whatever the scheme; where a
scheme has no such letters, or only scores per component are recorded, nothing is compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.besaran_evaluasi import nilai_subkomponen
from kinerja.data_evaluasi import TINDAK_LANJUT_TERBUKA, DataEvaluasi, JawabanLke, Penilai, TingkatIsian
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.tulisan_angka import tulis_angka
from lkjip.evaluasi.data_fakta import Fakta
from lkjip.evaluasi.data_usul import Peringatan, Usul


@dataclass(frozen=True)
class AmbangLogika:
    """Settings. `selisih`: points (of 100) that use may lie above quality; `lemah`, `kuat`: up to and from which worth
    an answer counts as weak or strong; `tinggi`: from which it needs a note or evidence; `langkah`: letters by which an
    answer may lie above the proposal, and the agency's own above the evaluator's.
    """

    selisih: Decimal = Decimal(10)
    lemah: Decimal = Decimal(30)
    kuat: Decimal = Decimal(80)
    tinggi: Decimal = Decimal(90)
    langkah: int = 2


@dataclass(frozen=True)
class FaktaLogika:
    """What a check may use besides the answers; empty: it is silent.

    `usul`: the proposals; `berbukti`: questions at which evidence is named, None where that is not known;
    `rekomendasi_terbuka`: earlier recommendations that are still open; `nilai_lalu`: what each sub-component was worth
    (out of 100) in the last issued evaluation.
    """

    usul: Mapping[tuple[str, int], Usul] = field(default_factory=dict)
    berbukti: frozenset[tuple[str, int]] | None = None
    rekomendasi_terbuka: int = 0
    nilai_lalu: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class _Lembar:
    data: DataEvaluasi
    penilai: Penilai
    fakta: FaktaLogika
    ambang: AmbangLogika

    @property
    def jawaban(self) -> Mapping[tuple[str, int], JawabanLke]:
        semua = self.data.jawaban_per_penilai.get(self.penilai, {})
        return {kunci: j for kunci, j in semua.items() if j.jawaban and self.dinilai(kunci)}

    def dinilai(self, kunci: tuple[str, int]) -> bool:
        """Whether an answer counts: to the sub-component, or to its criteria, as the evaluation is filled in."""
        return (kunci[1] > 0) == (self.data.tingkat is TingkatIsian.KRITERIA)

    def nilai(self, kode: str) -> Decimal | None:
        """Worth of a sub-component out of 100; None where it is not answered."""
        sub = self.data.skema.subkomponen_per_kode.get(kode)
        if sub is None or not sub.bobot:
            return None
        angka = nilai_subkomponen(self.data, kode, self.penilai).angka
        return None if angka is None else angka * SERATUS / sub.bobot

    def sebut(self, kode: str) -> str:
        """`1.c pemanfaatan (AA)`, or its worth where criteria are answered."""
        kata = _SIFAT.get(kode.rpartition(".")[2], "")
        jawaban = self.jawaban.get((kode, 0))
        isi = jawaban.jawaban if jawaban else f"{tulis_angka(self.nilai(kode) or Decimal(0), 1)} dari 100"
        return f"{kode} {kata} ({isi})" if kata else f"{kode} ({isi})"

    def tiga(self) -> Iterator[tuple[str, Decimal | None, Decimal | None, Decimal | None]]:
        """Per component with letters: its number and the worth of existence, quality and use."""
        for komponen in self.data.skema.daftar_komponen:
            kode = {s.kode for s in komponen.daftar_subkomponen}
            if kode & {f"{komponen.nomor}.{huruf}" for huruf in _SIFAT}:
                a, b, c = (self.nilai(f"{komponen.nomor}.{huruf}") for huruf in _SIFAT)
                yield str(komponen.nomor), a, b, c


_SIFAT = {"a": "keberadaan", "b": "kualitas", "c": "pemanfaatan"}
_Aturan = Callable[[_Lembar], Iterator[Peringatan]]


def manfaat_melebihi_keberadaan(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-01: what is not there cannot be used. Where it is not there at all LOG-05 says so."""
    for n, a, _, c in le.tiga():
        if a is not None and c is not None and c > a and a > 0:
            yield Peringatan(
                "LOG-01",
                f"{le.sebut(f'{n}.c')} lebih tinggi daripada {le.sebut(f'{n}.a')}. Dokumen tidak dapat dimanfaatkan "
                "melebihi keberadaannya: turunkan yang pertama, atau naikkan yang kedua bila buktinya ada.",
                f"{n}.c",
            )


def manfaat_melebihi_kualitas(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-02: use above quality by more than the setting allows."""
    for n, _, b, c in le.tiga():
        if b is not None and c is not None and c - b > le.ambang.selisih:
            yield Peringatan(
                "LOG-02",
                f"{le.sebut(f'{n}.c')} jauh lebih tinggi daripada {le.sebut(f'{n}.b')}. Periksa apakah yang kurang "
                "bermutu memang dapat dimanfaatkan sebaik itu, lalu sesuaikan salah satunya.",
                f"{n}.c",
            )


def kualitas_melebihi_keberadaan(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-03: quality above existence."""
    for n, a, b, _ in le.tiga():
        if a is not None and b is not None and b > a and a > 0:
            yield Peringatan(
                "LOG-03",
                f"{le.sebut(f'{n}.b')} lebih tinggi daripada {le.sebut(f'{n}.a')}. Mutu dinilai atas dokumen yang ada: "
                "periksa kembali kedua jawaban.",
                f"{n}.b",
            )


def ukur_tanpa_rencana(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-04: planning (component 1) is weak, and measurement against it (component 2) as good as can be."""
    bagian = {n: (a, b, c) for n, a, b, c in le.tiga()}
    if not {"1", "2"} <= bagian.keys():
        return
    dijawab = {n: [(f"{n}.{h}", x) for h, x in zip(_SIFAT, bagian[n], strict=True) if x is not None] for n in "12"}
    lemah = [kode for kode, nilai in dijawab["1"] if nilai <= le.ambang.lemah]
    puncak = [kode for kode, nilai in dijawab["2"] if nilai >= le.ambang.tinggi]
    if lemah and puncak:
        yield Peringatan(
            "LOG-04",
            f"{le.sebut(puncak[0])} sangat tinggi, sedangkan perencanaan {le.sebut(lemah[0])} rendah. Pengukuran "
            "berpijak pada rencana: periksa apakah yang diukur memang kinerja yang direncanakan.",
            puncak[0],
        )


def nilai_tanpa_keberadaan(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-05: nothing is there, and still its quality or use is praised (the report that nobody wrote)."""
    for n, a, b, c in le.tiga():
        if a is None or a > 0:
            continue
        for huruf, nilai in (("b", b), ("c", c)):
            if nilai is not None and nilai > 0:
                yield Peringatan(
                    "LOG-05",
                    f"{le.sebut(f'{n}.{huruf}')} dinilai, padahal {le.sebut(f'{n}.a')} berarti tidak ada upaya sama "
                    "sekali. Perbaiki salah satu dari kedua jawaban itu.",
                    f"{n}.{huruf}",
                )


def rekomendasi_masih_terbuka(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-06: 4.c asks that all recommendations are followed up; some are known to be open."""
    terbuka, nilai = le.fakta.rekomendasi_terbuka, le.nilai("4.c")
    if not terbuka:
        return
    kriteria = le.jawaban.get(("4.c", 1))
    angka = le.data.skema.nilai_per_jawaban.get(kriteria.jawaban) if kriteria else nilai
    if angka is not None and angka >= le.ambang.kuat:
        sebutan = f"4.c kriteria 1 ({kriteria.jawaban})" if kriteria else le.sebut("4.c")
        yield Peringatan(
            "LOG-06",
            f"{sebutan} berarti seluruh rekomendasi ditindaklanjuti, sedangkan {terbuka} rekomendasi masih terbuka "
            "di sistem. Turunkan jawabannya, atau putuskan dahulu tindak lanjutnya.",
            "4.c", 1 if kriteria else 0,
        )  # fmt: skip


def tinggi_tanpa_alasan(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-07: the best answers need a note or named evidence."""
    berbukti = le.fakta.berbukti or frozenset()
    for (kode, kriteria), j in sorted(le.jawaban.items()):
        nilai = le.data.skema.nilai_per_jawaban.get(j.jawaban)
        if nilai is None or nilai < le.ambang.tinggi or j.catatan.strip() or (kode, kriteria) in berbukti:
            continue
        yield Peringatan(
            "LOG-07",
            f"{_nama(kode, kriteria)} dijawab {j.jawaban} tanpa catatan atau bukti. Tulis apa yang membuatnya "
            "lebih dari sekadar terpenuhi, atau sebut buktinya.",
            kode, kriteria,
        )  # fmt: skip


def jauh_di_atas_usul(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-08: an answer far above what the facts propose."""
    for (kode, kriteria), j in sorted(le.jawaban.items()):
        usul = le.fakta.usul.get((kode, kriteria))
        if usul is None or not usul.ada:
            continue
        langkah = _langkah(le.data, j.jawaban, usul.jawaban)
        if langkah > le.ambang.langkah:
            yield Peringatan(
                "LOG-08",
                f"{_nama(kode, kriteria)} dijawab {j.jawaban}, {langkah} tingkat di atas usulan sistem "
                f"({usul.jawaban}). Periksa fakta di balik usulan itu, lalu jelaskan di catatan mengapa jawaban Anda "
                "lebih tinggi.",
                kode, kriteria,
            )  # fmt: skip


def mandiri_jauh_lebih_tinggi(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-09, for the evaluator only (the agency may not see the marks): its own answer lies far above."""
    if le.penilai is not Penilai.EVALUATOR:
        return
    sendiri = le.data.jawaban_per_penilai.get(Penilai.MANDIRI, {})
    for (kode, kriteria), j in sorted(le.jawaban.items()):
        mandiri = sendiri.get((kode, kriteria))
        if mandiri is None or not mandiri.jawaban:
            continue
        langkah = _langkah(le.data, mandiri.jawaban, j.jawaban)
        if langkah > le.ambang.langkah:
            yield Peringatan(
                "LOG-09",
                f"Penilaian mandiri {_nama(kode, kriteria)} {mandiri.jawaban}, {langkah} tingkat di atas jawaban Anda "
                f"({j.jawaban}). Lihat bukti instansi sebelum memutuskan, dan siapkan penjelasannya untuk tanggapan.",
                kode, kriteria,
            )  # fmt: skip


def bertahan_tanpa_riwayat(le: _Lembar) -> Iterator[Peringatan]:
    """LOG-10: A and AA of existence mean that it was kept for years; the last evaluation says otherwise."""
    for n, a, _, _ in le.tiga():
        lalu = le.fakta.nilai_lalu.get(f"{n}.a")
        if a is not None and lalu is not None and a >= le.ambang.tinggi and lalu < le.ambang.kuat:
            yield Peringatan(
                "LOG-10",
                f"{le.sebut(f'{n}.a')} berarti dipertahankan sedikitnya satu tahun, sedangkan evaluasi "
                f"sebelumnya menilai {tulis_angka(lalu, 1)} dari 100. Turunkan jawabannya, atau jelaskan di catatan "
                "sejak kapan terpenuhi.",
                f"{n}.a",
            )


def _nama(kode: str, kriteria: int) -> str:
    return f"{kode} kriteria {kriteria}" if kriteria else kode


def _langkah(data: DataEvaluasi, tinggi: str, rendah: str) -> int:
    """How many letters `tinggi` lies above `rendah`; 0 where the scheme knows one of them not."""
    urut = [j.kode for j in sorted(data.skema.daftar_jawaban, key=lambda j: j.nilai)]
    return urut.index(tinggi) - urut.index(rendah) if {tinggi, rendah} <= set(urut) else 0


DAFTAR_LOGIKA: Mapping[str, _Aturan] = {
    "LOG-01": manfaat_melebihi_keberadaan,
    "LOG-02": manfaat_melebihi_kualitas,
    "LOG-03": kualitas_melebihi_keberadaan,
    "LOG-04": ukur_tanpa_rencana,
    "LOG-05": nilai_tanpa_keberadaan,
    "LOG-06": rekomendasi_masih_terbuka,
    "LOG-07": tinggi_tanpa_alasan,
    "LOG-08": jauh_di_atas_usul,
    "LOG-09": mandiri_jauh_lebih_tinggi,
    "LOG-10": bertahan_tanpa_riwayat,
}
TANPA_FAKTA, AMBANG_BAWAAN = FaktaLogika(), AmbangLogika()


def fakta_logika(
    fakta: Fakta, usul: Mapping[tuple[str, int], Usul], berbukti: Iterable[tuple[str, int]] | None = None
) -> FaktaLogika:
    """What the checks need of the facts. `berbukti`: questions at which evidence is named (`BuktiEvaluasi`)."""
    terbuka = sum(r.keadaan in TINDAK_LANJUT_TERBUKA for r in fakta.daftar_rekomendasi)
    lalu = fakta.evaluasi_terakhir
    dinilai = nilai_per_subkomponen(lalu.data) if lalu else {}
    return FaktaLogika(usul, None if berbukti is None else frozenset(berbukti), terbuka, dinilai)


def nilai_per_subkomponen(data: DataEvaluasi, penilai: Penilai = Penilai.EVALUATOR) -> Mapping[str, Decimal]:
    """Worth of each answered sub-component out of 100."""
    lembar = _Lembar(data, penilai, TANPA_FAKTA, AMBANG_BAWAAN)
    semua = {kode: lembar.nilai(kode) for kode in data.skema.subkomponen_per_kode}
    return {kode: nilai for kode, nilai in semua.items() if nilai is not None}


def periksa_logika(
    data: DataEvaluasi, penilai: Penilai, *, fakta: FaktaLogika = TANPA_FAKTA, ambang: AmbangLogika = AMBANG_BAWAAN
) -> tuple[Peringatan, ...]:
    """All warnings about one assessor's answers, in the order of the sheet, each with the id of its check."""
    if data.tingkat is TingkatIsian.KOMPONEN or not data.skema.berjawaban:
        return ()
    lembar = _Lembar(data, penilai, fakta, ambang)
    urutan = {kode: n for n, kode in enumerate(data.skema.subkomponen_per_kode)}
    daftar = [p for aturan in DAFTAR_LOGIKA.values() for p in aturan(lembar)]
    return tuple(sorted(daftar, key=lambda p: (urutan.get(p.subkomponen, len(urutan)), p.kriteria, p.kode)))
