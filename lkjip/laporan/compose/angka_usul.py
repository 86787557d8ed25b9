"""Which figure a typed number probably means, and how to say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from lkjip.dasar.periode import nama_triwulan
from lkjip.laporan.compose.angka_baca import AngkaTulis
from lkjip.laporan.compose.angka_cari import Cari
from lkjip.laporan.compose.angka_kalimat import Kalimat
from lkjip.laporan.compose.angka_kolam import Kolam, Nilai
from lkjip.laporan.compose.sebutan import tulis_angka_hidup, urai_sebutan
from lkjip.laporan.isi import Angka, Identitas, JenisAngka
from lkjip.laporan.isi_tulis import tulis

if TYPE_CHECKING:
    from lkjip.laporan.compose.konteks import Konteks

_PERSEN = (JenisAngka.PERSEN, JenisAngka.PERSEN_POLOS)
_UANG = (JenisAngka.RUPIAH, JenisAngka.UANG)
_NAMA = {
    "selisih_target": "target", "rata_rata_sasaran": "rata-rata capaian", "rata_rata_total": "rata-rata capaian",
    "kategori_capaian": "kategori capaian", "target_triwulan": "target", "capaian_tanpa_batas": "capaian tanpa batas",
    "nilai_sakip": "nilai evaluasi SAKIP", "jumlah_pagu": "jumlah pagu", "rata_rata_efisiensi": "rata-rata efisiensi",
}  # fmt: skip
_SEKELUARGA = {
    "target": ("selisih_target", "target_triwulan", "target_akhir_renstra", "target_terhimpun"),
    "rata_rata": ("rata_rata_sasaran", "rata_rata_total", "rata_rata_kemajuan", "rata_rata_efisiensi"),
    "capaian": ("capaian", "rata_rata_sasaran", "rata_rata_total", "capaian_nasional", "capaian_tanpa_batas"),
    "realisasi": ("realisasi", "realisasi_anggaran", "nilai_komponen", "nilai_sakip", "serapan", "jumlah_realisasi"),
    "kemajuan": ("kemajuan_renstra", "rata_rata_kemajuan"),
    "efisiensi": ("efisiensi", "nilai_efisiensi", "rata_rata_efisiensi"),
    "serapan": ("serapan", "serapan_penunjang", "realisasi_anggaran"),
    "sisa": ("sisa_anggaran",),
    "pagu": ("pagu", "jumlah_pagu", "pagu_penunjang", "jumlah_belanja"),
    "target_akhir_renstra": ("target_akhir_renstra",),
}
_SERAPAN = frozenset({"serapan", "serapan_penunjang", "persen_deviasi_kas", "efisiensi", "nilai_efisiensi"})
_KATA_UANG = ("serapan", "pagu", "sisa", "efisiensi")
_DUA = Decimal(2)
_DEKAT = 20


def nama_angka(identitas: Identitas) -> str:
    """The figure in words: "capaian IKU1 Triwulan III tahun 2024"."""
    bagian = (
        _NAMA.get(identitas.besaran, identitas.besaran.replace("_", " ")),
        identitas.subjek,
        identitas.versi if identitas.versi else "",
        nama_triwulan(identitas.triwulan) if identitas.triwulan is not None else "",
        f"tahun {identitas.tahun}" if identitas.tahun is not None else "",
    )
    return " ".join(b for b in bagian if b)


def sesatuan(ktx: Konteks, angka: Angka, satuan: str) -> bool:
    """Whether this figure may be typed with that unit."""
    if angka.jenis in _PERSEN or angka.jenis in _UANG:
        return satuan in (("%", "", "poin") if angka.jenis in _PERSEN else ("Rp", ""))
    indikator = ktx.renstra.indikator_per_kode.get(angka.identitas.subjek)
    milik = indikator.satuan.strip().lower() if indikator is not None else ""
    persen = milik in ("%", "persen", "persentase")
    rupiah = milik.rstrip(".") in ("rp", "rupiah")
    return (satuan != "Rp" or rupiah) and (satuan != "%" or persen or indikator is None)


def sejalan(ktx: Konteks, kata: str, angka: AngkaTulis, nilai: Nilai) -> bool:
    """Whether a sentence that says `kata` can mean this number: of the same unit, and a rounded share of spending only
    where spending is spoken of."""
    if nilai.angka is None:
        return True
    uang = nilai.angka.identitas.besaran in _SERAPAN and angka.satuan == "" and angka.desimal < 2
    return sesatuan(ktx, nilai.angka, angka.satuan) and not (uang and kata not in _KATA_UANG)


def pilih(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis, calon: Iterable[Nilai]) -> tuple[Angka | None, bool]:
    """Of figures that all equal the number the one that is meant, and whether the words around it leave no doubt."""
    sah = [n.angka for n in calon if n.angka is not None and sesatuan(ktx, n.angka, angka.satuan)]
    if not sah:
        return None, False
    subjek, kata = kalimat.subjek(angka), _SEKELUARGA.get(kalimat.besaran(angka), ())
    tahun, triwulan = kalimat.tahun(angka) or ktx.tahun, kalimat.triwulan(angka)

    def cocok(satu: Angka) -> tuple[bool, ...]:
        i = satu.identitas
        return i.subjek in subjek, i.besaran in kata, i.triwulan == triwulan, i.tahun == tahun, not i.versi

    terbaik = max(sah, key=lambda satu: (*cocok(satu), -_urut(satu, kata)))
    return terbaik, all(cocok(terbaik)[:4])


def _urut(angka: Angka, kata: tuple[str, ...]) -> int:
    return kata.index(angka.identitas.besaran) if angka.identitas.besaran in kata else len(kata)


def usulkan(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> Angka | None:
    """The figure that is named beside the number, of the subject, year and quarter named; else, nearly equal to it, one
    of the same name of the subject's kin, else any figure of the subject."""
    subjek = _subjek_usul(ktx, kalimat, angka)
    disebut = [a for kode in subjek if (a := _disebut(ktx, kalimat, angka, kode)) and _wajar(a, angka)]
    terdekat = min(disebut, key=lambda a: _jarak(a, angka), default=None)
    if terdekat is not None and _jarak(terdekat, angka) <= abs(angka.nilai) / _DEKAT:
        return terdekat
    kolam, kata = ktx.pembantu(Kolam), _SEKELUARGA.get(kalimat.besaran(angka), ())
    kerabat = [n for n in kolam.keluarga(subjek) if n.angka and n.angka.identitas.besaran in kata]
    sendiri = [n for kode in subjek for n in kolam.sendiri(kode)]
    waktu = (kalimat.tahun(angka) or ktx.tahun, kalimat.triwulan(angka))
    # Behind an indicator's bare name stands what was reached: "akses sanitasi layak 82,80%".
    polos = [n for n in _sewaktu(sendiri, *waktu) if not kata and n.angka and n.angka.identitas.besaran == "realisasi"]
    for daftar in (_sewaktu(kerabat, *waktu), kerabat, polos, _sewaktu(sendiri, *waktu), sendiri):
        dekat = Cari(n for n in daftar if n.angka and sesatuan(ktx, n.angka, angka.satuan)).terdekat(angka.nilai)
        if dekat is not None:
            return dekat.angka
    return terdekat


def _sewaktu(daftar: Iterable[Nilai], tahun: int, triwulan: int | None) -> list[Nilai]:
    """Those of the year and quarter that the sentence speaks of."""
    return [n for n in daftar if n.angka and (n.angka.identitas.tahun, n.angka.identitas.triwulan) == (tahun, triwulan)]


def _jarak(usul: Angka, angka: AngkaTulis) -> Decimal:
    return abs(abs(usul.hasil.angka or Decimal(0)) - abs(angka.nilai))


def _subjek_usul(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis) -> tuple[str, ...]:
    """Money of an indicator is asked of what it hangs below."""
    subjek = kalimat.subjek(angka) or ("",)
    if angka.satuan != "Rp" and kalimat.besaran(angka) not in _KATA_UANG[:3]:
        return subjek
    per_kode = ktx.renstra.indikator_per_kode
    return tuple(per_kode[k].induk if k in per_kode else k for k in subjek)


def _disebut(ktx: Konteks, kalimat: Kalimat, angka: AngkaTulis, kode: str) -> Angka | None:
    kata = kalimat.besaran(angka)
    if kata == "realisasi" and angka.satuan == "%" and kode in ktx.anggaran.anggaran_per_kode:
        kata = "serapan"
    if kata == "serapan" and angka.satuan == "Rp":
        kata = "realisasi_anggaran"
    if kata == "realisasi" and angka.satuan == "Rp":
        kata = "realisasi_anggaran"
    triwulan = kalimat.triwulan(angka)
    ekor = f" TW{triwulan}" if triwulan else ""
    hasil = urai_sebutan(ktx, f"{kata} {kode} {kalimat.tahun(angka) or ''}{ekor}") if kata else None
    if isinstance(hasil, Angka) and hasil.hasil.angka is not None and sesatuan(ktx, hasil, angka.satuan):
        return hasil
    return None


def _wajar(usul: Angka, angka: AngkaTulis) -> bool:
    """A number more than twice as large, or less than half, hardly means that figure."""
    nilai, tertulis = abs(usul.hasil.angka or Decimal(0)), abs(angka.nilai)
    return nilai <= tertulis * _DUA and tertulis <= nilai * _DUA


def pengganti(ktx: Konteks, usul: Angka, angka: AngkaTulis) -> str:
    """What to type instead, unit included, so that the sentence reads as before."""
    if usul.jenis is JenisAngka.PERSEN and angka.satuan != "%":
        usul = replace(usul, jenis=JenisAngka.PERSEN_POLOS)
    if usul.jenis is JenisAngka.RUPIAH and not angka.teks.startswith("Rp"):
        usul = replace(usul, jenis=JenisAngka.UANG)
    ekor = "%" if angka.satuan == "%" and usul.jenis is not JenisAngka.PERSEN else ""
    return f"{tulis_angka_hidup(usul, tahun=ktx.tahun)}{ekor}"


def pesan_usul(angka: AngkaTulis, usul: Angka | None, nama: str) -> str:
    """What is wrong, in one sentence."""
    if usul is not None:
        return f"Tertulis {angka.teks}, sedangkan {nama_angka(usul.identitas)} adalah {tertulis(usul, angka)}."
    tentang = f" tentang {nama}" if nama else " dalam laporan ini"
    return f"Tertulis {angka.teks}, yang tidak sama dengan angka mana pun{tentang}. Periksa kembali angkanya."


def tertulis(usul: Angka, angka: AngkaTulis) -> str:
    """The figure as the sentence would print it."""
    ekor = "%" if angka.satuan == "%" and usul.jenis is not JenisAngka.PERSEN else ""
    return f"{tulis(usul)}{ekor}"
