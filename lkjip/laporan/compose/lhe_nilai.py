"""The figures of an LHE: scores of one or two years, answers, what the letter means (sakip.md 2.1 to 2.5). Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kinerja import besaran_evaluasi
from kinerja.data_evaluasi import DataEvaluasi, Penilai, PredikatSkema, Skema, TingkatIsian
from lkjip.dasar.hasil import Hasil, ada
from lkjip.dasar.hitungan import SERATUS
from lkjip.dasar.tulisan_angka import bulat, tulis_tepat
from lkjip.laporan.compose.kalimat import banyak, catatan, gabung, kal, par, tiada
from lkjip.laporan.compose.sel import KANAN, KIRI, TENGAH, Kepala, baris, sel, tabel
from lkjip.laporan.data_lhe import DataLhe
from lkjip.laporan.isi import Angka, Baris, GayaBaris, Identitas, JenisAngka, Paragraf, Rata, Sebaris, Sel, Tabel

_DESIMAL = 2
_BESARAN: Mapping[str, Callable[..., Hasil]] = {
    "nilai_subkomponen": besaran_evaluasi.nilai_subkomponen,
    "nilai_komponen": besaran_evaluasi.nilai_komponen,
    "nilai_evaluasi": besaran_evaluasi.nilai_evaluasi,
    "predikat_evaluasi": besaran_evaluasi.predikat_evaluasi,
}
# The sense of the letters of PermenPANRB 88/2021 in words of our own (sakip.md 2.4).
_ARTI = {
    "AA": "tata kelola berjalan baik, dinamis, adaptif, dan efisien, dan kinerja terukur sampai ke setiap pegawai",
    "A": "instansi mampu memimpin perubahan menuju pemerintahan yang berorientasi hasil, dan kinerja terukur sampai "
    "jabatan pengawas",
    "BB": "akuntabilitas sangat baik pada dua pertiga unit kerja, efisiensi anggaran mulai tampak, dan sistem "
    "berbasis teknologi informasi dapat diandalkan",
    "B": "akuntabilitas baik pada sepertiga unit kerja, terutama unit utama, dan masih perlu diperluas ke unit lain",
    "CC": "akuntabilitas cukup memadai, dan masih banyak perbaikan tidak mendasar yang diperlukan di unit kerja",
    "C": "sistem dan tatanan belum dapat diandalkan, dan perbaikan mendasar diperlukan di tingkat instansi",
    "D": "sistem dan tatanan sama sekali belum dapat diandalkan, dan perubahan yang sangat mendasar diperlukan",
}
_BERARTI = "permenpan88_2021"


def angka(data: DataEvaluasi, besaran: str, *subjek: str | int, tebal: bool = False) -> Angka:
    """A figure of the evaluation with its name and its trace."""
    hasil = _BESARAN[besaran](data, *subjek)
    jenis = JenisAngka.KATA if besaran == "predikat_evaluasi" else JenisAngka.ANGKA
    return Angka(hasil, jenis, Identitas(besaran, " ".join(map(str, subjek)), data.tahun), _DESIMAL, tebal)


def bobot(skema: Skema, bagian: int | str) -> Angka:
    """The weight of a component (its number) or a sub-component (its kode), as the scheme says it."""
    komponen = isinstance(bagian, int)
    nilai = (skema.komponen_per_nomor[bagian] if isinstance(bagian, int) else skema.subkomponen_per_kode[bagian]).bobot
    identitas = Identitas("bobot_komponen" if komponen else "bobot_subkomponen", str(bagian))
    return Angka(ada(nilai, f"bobot menurut {skema.nama}"), JenisAngka.ANGKA, identitas, _DESIMAL)


def simpulan_nilai(lhe: DataLhe) -> list[Paragraf]:
    """The score and its letter in a sentence, against the year before, and what the letter means."""
    nilai, predikat = angka(lhe.kini, "nilai_evaluasi", tebal=True), angka(lhe.kini, "predikat_evaluasi", tebal=True)
    if not nilai.hasil.ada:
        return [tiada(nilai.hasil, "Nilai akhir belum dapat disimpulkan.")]
    huruf = next((p for p in lhe.kini.skema.daftar_predikat if p.huruf == predikat.hasil.kata), None)
    ekor = kal(" dengan predikat {p} ({n})", p=predikat, n=huruf.nama) if huruf else ()
    utama = kal(
        "Evaluasi menghasilkan nilai {n} dari 100,00 untuk akuntabilitas kinerja {i} tahun {t}{ekor}.",
        n=nilai, i=lhe.penerima.nama, t=lhe.tahun, ekor=ekor,
    )  # fmt: skip
    return [par(gabung(utama, _kalimat_lalu(lhe))), *([par(_kalimat_arti(lhe.kini.skema, huruf))] if huruf else [])]


def _kalimat_lalu(lhe: DataLhe) -> tuple[Sebaris, ...]:
    lalu = lhe.lalu
    if lalu is None:
        return ()
    dulu, kini = angka(lalu, "nilai_evaluasi"), besaran_evaluasi.nilai_evaluasi(lhe.kini).angka
    if dulu.hasil.angka is None or kini is None:
        return ()
    if lalu.skema.kode != lhe.kini.skema.kode:
        return kal(
            "Nilai tahun {t} adalah {n} menurut {s}, dengan komponen dan bobot yang lain.",
            t=lalu.tahun, n=dulu, s=lalu.skema.nama,
        )  # fmt: skip
    if kini == dulu.hasil.angka:
        return kal("Nilai ini sama dengan nilai tahun {t}.", t=lalu.tahun)
    gerak = "naik" if kini > dulu.hasil.angka else "turun"
    return kal("Nilai ini {g} dari {n} pada tahun {t}.", g=gerak, n=dulu, t=lalu.tahun)


def _kalimat_arti(skema: Skema, huruf: PredikatSkema) -> tuple[Sebaris, ...]:
    atas = min((p.batas for p in skema.daftar_predikat if p.batas > huruf.batas), default=SERATUS)
    batas = f"nilai di atas {tulis_tepat(huruf.batas)} sampai dengan {tulis_tepat(atas)}"
    if huruf.batas == min(p.batas for p in skema.daftar_predikat):
        batas = f"nilai sampai dengan {tulis_tepat(atas)}"
    arti = _ARTI.get(huruf.huruf, "") if skema.kode == _BERARTI else ""
    ekor = f" Artinya, {arti}." if arti else ""
    return kal("Predikat {h} ({n}) diberikan untuk {b}.{e}", h=huruf.huruf, n=huruf.nama, b=batas, e=ekor)


def tabel_nilai(lhe: DataLhe) -> list[Tabel]:
    """Component, weight and score of the year and the one before; two tables where the scheme changed."""
    judul = f"Nilai Akuntabilitas Kinerja {lhe.penerima.singkatan or lhe.penerima.nama}"
    if lhe.lalu is None:
        return [_tabel_nilai("tabel-nilai", f"{judul} Tahun {lhe.tahun}", lhe.kini)]
    if lhe.lalu.skema.kode == lhe.kini.skema.kode:
        return [_tabel_nilai("tabel-nilai", f"{judul} Tahun {lhe.lalu.tahun} dan {lhe.tahun}", lhe.lalu, lhe.kini)]
    return [
        _tabel_nilai("tabel-nilai", f"{judul} Tahun {lhe.tahun} menurut {lhe.kini.skema.nama}", lhe.kini),
        _tabel_nilai("tabel-nilai-lalu", f"{judul} Tahun {lhe.lalu.tahun} menurut {lhe.lalu.skema.nama}", lhe.lalu),
    ]


def _tabel_nilai(kunci: str, judul: str, *daftar: DataEvaluasi) -> Tabel:
    skema = daftar[-1].skema
    kolom: list[Kepala] = [("No", 6, TENGAH), ("Komponen yang Dinilai", 50, KIRI), ("Bobot", 14, KANAN)]
    kolom += [(f"Nilai {data.tahun}", 15, KANAN) for data in daftar]
    isi = [
        baris(
            str(k.nomor), k.nama, sel(bobot(skema, k.nomor)),
            *(sel(angka(data, "nilai_komponen", k.nomor)) for data in daftar),
        )
        for k in skema.daftar_komponen
    ]  # fmt: skip
    isi += [_baris_akhir("Nilai hasil evaluasi", "nilai_evaluasi", daftar, KANAN)]
    isi += [_baris_akhir("Predikat", "predikat_evaluasi", daftar, TENGAH)]
    return tabel(kunci, judul, kolom, isi, nomor_kolom=False, catatan=[c for data in daftar for c in _beda_cetak(data)])


def _baris_akhir(judul: str, besaran: str, daftar: tuple[DataEvaluasi, ...], rata: Rata) -> Baris:
    kanan = [Sel((angka(data, besaran, tebal=True),), rata) for data in daftar]
    return baris(sel(judul, kolom=3, tebal=True, rata=KIRI), *kanan, gaya=GayaBaris.JUMLAH)


def _beda_cetak(data: DataEvaluasi) -> list[Paragraf]:
    """A recorded LHE whose printed total is not the sum of its components is said to be so."""
    hasil = besaran_evaluasi.nilai_evaluasi(data)
    if data.nilai_lhe is None or hasil.angka is None or bulat(hasil.angka, _DESIMAL) == bulat(data.nilai_lhe, _DESIMAL):
        return []
    return [
        catatan(
            "LHE tahun {t} mencantumkan nilai {c}, sedangkan jumlah komponennya {n}.",
            t=data.tahun, c=tulis_tepat(data.nilai_lhe), n=angka(data, "nilai_evaluasi"),
        )
    ]  # fmt: skip


def tabel_subkomponen(data: DataEvaluasi) -> Tabel | None:
    """The answers and what they are worth; None where only scores per component were given."""
    if data.tingkat is TingkatIsian.KOMPONEN:
        return None
    kolom = (
        ("Kode", 8, TENGAH), ("Komponen dan Subkomponen", 52, KIRI), ("Bobot", 12, KANAN), ("Jawaban", 14, TENGAH),
        ("Nilai", 14, KANAN),
    )  # fmt: skip
    isi: list[Baris] = []
    for k in data.skema.daftar_komponen:
        depan = (sel(str(k.nomor), tebal=True), sel(k.nama, tebal=True), sel(bobot(data.skema, k.nomor)), sel(""))
        isi.append(baris(*depan, sel(angka(data, "nilai_komponen", k.nomor, tebal=True)), gaya=GayaBaris.KELOMPOK))
        isi += [
            baris(
                s.kode, s.nama, sel(bobot(data.skema, s.kode)), _jawaban(data, s.kode),
                sel(angka(data, "nilai_subkomponen", s.kode)),
            )
            for s in k.daftar_subkomponen
        ]  # fmt: skip
    isi.append(
        baris(
            sel("Nilai hasil evaluasi", kolom=4, tebal=True, rata=KIRI),
            sel(angka(data, "nilai_evaluasi", tebal=True)),
            gaya=GayaBaris.JUMLAH,
        )
    )
    keterangan = ", ".join(f"{j.kode} = {tulis_tepat(j.nilai)}" for j in data.skema.daftar_jawaban)
    isi_catatan = [catatan("Nilai jawaban: {k}. Nilai subkomponen = bobot × nilai jawaban / 100.", k=keterangan)]
    return tabel(
        "tabel-subkomponen", f"Jawaban dan Nilai per Subkomponen Tahun {data.tahun}", kolom, isi, nomor_kolom=False,
        catatan=isi_catatan,
    )  # fmt: skip


def _jawaban(data: DataEvaluasi, kode: str) -> str:
    jawaban = data.jawaban_per_penilai.get(Penilai.EVALUATOR, {})
    if data.tingkat is TingkatIsian.KRITERIA:
        milik = [j.jawaban for (sub, kriteria), j in jawaban.items() if sub == kode and kriteria and j.jawaban]
        return banyak(len(milik), "kriteria") if milik else "–"
    satu = jawaban.get((kode, 0))
    return satu.jawaban if satu is not None and satu.jawaban else "–"
