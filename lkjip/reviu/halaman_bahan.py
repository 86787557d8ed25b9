"""Facts for each question of the reviu, read from the report and from how its data came in. Pure.

A proposal is made only where facts decide: `tidak` where something is missing that the question asks for, `ya` where
all of it is there and no rule found anything. Whether a text convinces, only the reviewer can say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kinerja.data_reviu import DAFTAR_PERTANYAAN, JawabanReviu
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.isi import Bab, Bagian, Dokumen, GayaParagraf, JenisBab, Paragraf, Simpul, telusuri
from lkjip.pemeriksaan.data import Temuan
from lkjip.reviu.data_bahan import ATURAN_PERTANYAAN, Bahan, Fakta
from lkjip.reviu.data_sumber import KeadaanSumber
from renstra.data import Indikator

YA, TIDAK = JawabanReviu.YA, JawabanReviu.TIDAK


@dataclass(frozen=True)
class Putusan:
    """What the facts of one question come to; `cukup` None: they do not decide."""

    daftar_fakta: tuple[Fakta, ...]
    cukup: bool | None = None


@dataclass(frozen=True)
class Sumber:
    """The report, its data, and how these came in."""

    ktx: Konteks
    dokumen: Dokumen
    keadaan: KeadaanSumber

    @cached_property
    def diperjanjikan(self) -> tuple[Indikator, ...]:
        """Indicators of the year's Perjanjian Kinerja; where it has none, those of tujuan and sasaran."""
        ada = {p.indikator for p in self.ktx.renstra.daftar_perjanjian if p.tahun == self.ktx.tahun}
        daftar = tuple(i for i in self.ktx.renstra.daftar_indikator if i.kode in ada)
        return daftar or self.ktx.indikator_utama

    def ada(self, besaran: str, *lain: str, tahun: int | None = None) -> int:
        """For how many of them one of these figures is there."""
        return sum(
            any(self.ktx.hitung(b, i.kode, tahun=tahun).ada for b in (besaran, *lain)) for i in self.diperjanjikan
        )

    @cached_property
    def _simpul(self) -> Mapping[str, Bab | Bagian]:
        hasil: dict[str, Bab | Bagian] = {}

        def catat(isi: Sequence[Simpul]) -> None:
            for satu in isi:
                if isinstance(satu, Bagian):
                    hasil[satu.kunci] = satu
                    catat(satu.isi)

        for bab in self.dokumen.bab:
            hasil[bab.kunci] = bab
            catat(bab.isi)
        return hasil

    def ada_bagian(self, kunci: str) -> bool:
        return kunci in self._simpul

    def kurang(self, kunci: str) -> int:
        """How often this chapter or section says that something is missing."""
        simpul = self._simpul.get(kunci)
        return sum(
            isinstance(blok, Paragraf) and blok.gaya is GayaParagraf.KEKURANGAN
            for blok in (telusuri(simpul.isi) if simpul else ())
        )


def susun_bahan(sumber: Sumber, daftar_temuan: Sequence[Temuan]) -> dict[str, Bahan]:
    """Per kode of the question. Findings about another, printed report are none of this one's."""
    sendiri = [t for t in daftar_temuan if not t.klaim]
    return {p.kode: _bahan(p.kode, sumber, sendiri) for p in DAFTAR_PERTANYAAN}


def _bahan(kode: str, sumber: Sumber, daftar_temuan: Sequence[Temuan]) -> Bahan:
    putusan = _PUTUSAN[kode](sumber) if kode in _PUTUSAN else Putusan(())
    temuan = tuple(t for t in daftar_temuan if t.aturan in ATURAN_PERTANYAAN.get(kode, ()))
    if putusan.cukup is None:
        return Bahan(putusan.daftar_fakta, temuan)
    if not putusan.cukup:
        return Bahan(putusan.daftar_fakta, temuan, TIDAK, "Sebagian yang ditanyakan belum ada dalam laporan.")
    if any(t.menahan for t in temuan):
        return Bahan(putusan.daftar_fakta, temuan, TIDAK, f"Pemeriksaan menemukan {len(temuan)} hal.")
    return Bahan(putusan.daftar_fakta, temuan, YA, "Semua yang ditanyakan ada, dan pemeriksaan tidak menemukan galat.")


def _dari(ada: int, semua: int, apa: str, jangkar: str = "") -> Fakta:
    return Fakta(f"{apa}: {ada} dari {semua} indikator.", jangkar)


def _bagian(sumber: Sumber, *daftar: tuple[str, str]) -> Putusan:
    """Sections of the report: there, and without a note that something is missing."""
    fakta, cukup = [], True
    for kunci, nama in daftar:
        ada, kurang = sumber.ada_bagian(kunci), sumber.kurang(kunci)
        cukup = cukup and ada and not kurang
        keadaan = "tidak ada" if not ada else f"ada, {kurang} isian masih kurang" if kurang else "ada dan terisi"
        fakta.append(Fakta(f"{nama}: {keadaan}.", kunci if ada else ""))
    return Putusan(tuple(fakta), cukup)


def _data_penting(s: Sumber) -> Putusan:
    return _bagian(
        s, ("bab1-tugas-fungsi", "Tugas dan fungsi"), ("bab1-struktur", "Struktur organisasi"),
        ("bab1-sdm", "Sumber daya manusia"), ("bab1-isu", "Isu strategis dan permasalahan utama"),
    )  # fmt: skip


def _target(s: Sumber) -> Putusan:
    ada, semua = s.ada("selisih_target", "predikat_target"), len(s.diperjanjikan)
    return Putusan((_dari(ada, semua, "Target tahun ini ada", "bab2-perjanjian"),), bool(semua) and ada == semua)


def _capaian(s: Sumber) -> Putusan:
    ada, semua = s.ada("capaian"), len(s.diperjanjikan)
    fakta = _dari(ada, semua, "Capaian dapat dihitung", "bab3-ringkasan")
    return Putusan((fakta,), bool(semua) and ada == semua)


def _lampiran(s: Sumber) -> Putusan:
    kurang = {b: s.kurang(b.kunci) for b in s.dokumen.bab if b.jenis is JenisBab.LAMPIRAN}
    fakta = tuple(
        Fakta(f"{b.judul}: {f'{banyak} isian masih kurang' if banyak else 'terisi'}.", b.kunci)
        for b, banyak in kurang.items()
    )
    return Putusan(fakta or (Fakta("Laporan tidak mempunyai lampiran."),), bool(kurang) and not any(kurang.values()))


def _perbaikan(s: Sumber) -> Putusan:
    return _bagian(s, ("bab4-langkah", "Langkah perbaikan dalam penutup"), ("bab3-sakip", "Evaluasi SAKIP"))


def _keuangan(s: Sumber) -> Putusan:
    nama = {"pagu": "Pagu", "realisasi_anggaran": "Realisasi anggaran"}
    ada = {besaran: s.ktx.hitung(besaran).ada for besaran in nama}
    fakta = tuple(
        Fakta(f"{nama[b]} perangkat daerah {'ada' if satu else 'belum ada'}.", "bab3-anggaran")
        for b, satu in ada.items()
    )
    return Putusan(fakta, all(ada.values()) and s.ada_bagian("bab3-anggaran"))


def _penyusun(s: Sumber) -> Putusan:
    nomor = s.ktx.laporan.identitas.nomor_penetapan.strip()
    return Putusan((Fakta(f"Nomor penetapan laporan: {nomor or 'belum diisi'}."),))


def _bukti(s: Sumber) -> Putusan:
    berbukti = sum(i.kode in s.keadaan.daftar_berbukti for i in s.diperjanjikan)
    semua = len(s.diperjanjikan)
    return Putusan(
        (_dari(berbukti, semua, "Bukti dukung diunggah"), Fakta(f"Bukti dukung tahun ini: {s.keadaan.banyak_bukti}.")),
        True if semua and berbukti == semua else None,
    )  # fmt: skip


def _penyampaian(s: Sumber) -> Putusan:
    diterima = sum(p.diterima for p in s.keadaan.daftar_pengisian)
    fakta = Fakta(f"Triwulan yang diisi lewat sistem sampai disetujui kepala: {diterima} dari 4.")
    return Putusan((fakta,), True if diterima == len(s.keadaan.daftar_pengisian) == 4 else None)


def _penanggung_jawab(s: Sumber) -> Putusan:
    ada, semua = sum(bool(i.penanggung_jawab.strip()) for i in s.diperjanjikan), len(s.diperjanjikan)
    return Putusan((_dari(ada, semua, "Penanggung jawab tercatat", "bab2-iku"),), bool(semua) and ada == semua)


def _keandalan(s: Sumber) -> Putusan:
    berubah = s.ktx.laporan.daftar_perubahan
    tanpa = sum(not p.beralasan for p in berubah)
    sebutan = f"{len(berubah)} kali, {tanpa} tanpa alasan" if berubah else "tidak ada"
    fakta = Fakta(
        f"Perubahan data sesudah disetujui atau final: {sebutan}.", "lampiran-perubahan-data" if berubah else ""
    )
    return Putusan((*_penyampaian(s).daftar_fakta, fakta))


def _analisis(s: Sumber) -> Putusan:
    kode = {a.indikator for a in s.ktx.kinerja.daftar_analisis if a.tahun == s.ktx.tahun}
    return Putusan(
        (_dari(sum(i.kode in kode for i in s.diperjanjikan), len(s.diperjanjikan), "Analisis sebab ditulis"),)
    )


def _gabungan(s: Sumber) -> Putusan:
    unit = {i.penanggung_jawab.strip() for i in s.ktx.renstra.daftar_indikator} - {""}
    return Putusan((Fakta(f"Unit penanggung jawab yang indikatornya masuk laporan: {len(unit)}."),))


def _perjanjian(s: Sumber) -> Putusan:
    ada, semua = s.ada("realisasi", "predikat_realisasi"), len(s.diperjanjikan)
    return Putusan((_dari(ada, semua, "Indikator perjanjian yang realisasinya dilaporkan", "bab3-ringkasan"),),
                   bool(semua) and ada == semua)  # fmt: skip


def _renstra(s: Sumber) -> Putusan:
    ada, semua = s.ada("target_akhir_renstra"), len(s.diperjanjikan)
    return Putusan((_dari(ada, semua, "Target akhir Renstra ada", "bab2-target-renstra"),),
                   True if semua and ada == semua else None)  # fmt: skip


def _berindikator(s: Sumber) -> Putusan:
    kosong = [x for x in s.ktx.sasaran if not s.ktx.indikator_sasaran(x.kode)]
    semua = len(s.ktx.sasaran)
    fakta = Fakta(f"Sasaran yang mempunyai indikator: {semua - len(kosong)} dari {semua}.", "bab2-tujuan-sasaran")
    return Putusan((fakta,), bool(semua) and not kosong)


def _iku(s: Sumber) -> Putusan:
    janji = {p.indikator for p in s.ktx.renstra.daftar_perjanjian if p.tahun == s.ktx.tahun}
    iku = [i for i in s.ktx.indikator_semua_sasaran if i.iku]
    ada = sum(i.kode in janji for i in iku)
    fakta = Fakta(f"IKU sasaran yang ada dalam perjanjian kinerja: {ada} dari {len(iku)}.", "bab2-iku")
    return Putusan((fakta,), bool(iku) and ada == len(iku))


def _perbandingan(s: Sumber) -> Putusan:
    """The comparisons of Lampiran II: target, last year, end of the Renstra, and a standard where there is one."""
    semua, lalu = len(s.diperjanjikan), s.ktx.tahun - 1
    banding = {p.indikator for p in s.ktx.kinerja.daftar_pembanding}
    tahun_lalu = s.ada("realisasi", "predikat_realisasi", tahun=lalu)
    lain = sum(i.kode in banding for i in s.diperjanjikan)
    fakta = (
        _dari(s.ada("capaian"), semua, "Dibandingkan dengan target tahun ini"),
        _dari(tahun_lalu, semua, f"Realisasi tahun {lalu} ada"),
        _dari(s.ada("target_akhir_renstra"), semua, "Target akhir Renstra ada"),
        _dari(lain, semua, "Standar nasional atau instansi lain ada"),
    )
    if not semua or not tahun_lalu:
        return Putusan(fakta, False)
    return Putusan(fakta, True if tahun_lalu == semua and lain else None)


def _cukup_mengukur(s: Sumber) -> Putusan:
    fakta = tuple(
        Fakta(f"{x.uraian.strip() or x.kode}: {len(s.ktx.indikator_sasaran(x.kode))} indikator.", f"sasaran-{x.kode}")
        for x in s.ktx.sasaran
    )
    return Putusan(tuple(f if s.ada_bagian(f.jangkar) else Fakta(f.kalimat) for f in fakta))


def _smart(s: Sumber) -> Putusan:
    semua = len(s.diperjanjikan)
    return Putusan(
        (
            _dari(sum(bool(i.satuan.strip()) for i in s.diperjanjikan), semua, "Satuan tertulis", "bab2-iku"),
            _dari(s.ada("selisih_target", "predikat_target"), semua, "Target tertulis", "bab2-perjanjian"),
            _dari(sum(bool(i.formulasi.strip()) for i in s.diperjanjikan), semua, "Rumus tertulis", "bab2-iku"),
            _dari(sum(bool(i.sumber_data.strip()) for i in s.diperjanjikan), semua, "Sumber data tertulis", "bab2-iku"),
        )
    )  # fmt: skip


_PUTUSAN: Mapping[str, Callable[[Sumber], Putusan]] = {
    "R1.1": _data_penting, "R1.2": _target, "R1.3": _capaian, "R1.4": _lampiran, "R1.5": _perbaikan,
    "R1.6": _keuangan, "R2.1": _penyusun, "R2.2": _bukti, "R2.3": _penyampaian, "R2.4": _penanggung_jawab,
    "R2.5": _keandalan, "R2.6": _analisis, "R2.7": _gabungan, "R3.1": _perjanjian, "R3.2": _renstra,
    "R3.4": _berindikator, "R3.5": _iku, "R3.7": _perbandingan, "R3.8": _cukup_mengukur, "R3.10": _smart,
}  # fmt: skip
