"""The open data of one agency-year: what its report says, as JSON that a program reads (docs/data-terbuka.md). Pure.

Every figure is a named one (`lkjip.besaran.hitung`), asked on the day of the report as the report itself asks. A number
is a text of plain digits, because a reader's binary fractions would change it; one that is not there is null and says
why.
The same data give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from anggaran.data import Anggaran, Belanja
from kinerja.besaran_sakip import daftar_komponen_sakip
from lkjip.besaran import hitung
from lkjip.dasar.hasil import Hasil
from lkjip.dasar.periode import DAFTAR_TRIWULAN
from lkjip.dasar.tulisan_angka import tulis_polos
from lkjip.data import BukuKerja, DataInstansi
from lkjip.laporan.data import IdentitasLaporan, JenisLaporan
from renstra.data import Indikator, JenisIndikator, Sasaran, Versi, VersiTarget

SKEMA = "lkjip-data-terbuka/1"
LISENSI = (
    "Informasi publik menurut Undang-Undang Nomor 14 Tahun 2008; boleh dipakai dan diolah dengan menyebut instansi dan"
    " tahunnya sebagai sumber."
)
CATATAN = (
    "Angka ditulis sebagai teks: titik untuk desimal, tanpa pemisah ribuan, paling banyak 10 desimal.",
    "Capaian, rata-rata, dan serapan dalam persen; pagu dan realisasi anggaran dalam rupiah; realisasi anggaran per"
    " triwulan kumulatif sejak Januari.",
    "Nilai yang tidak ada ditulis null; keadaan dan alasan menerangkan sebabnya. Kosong tidak sama dengan nol.",
    "Bagian cara menerangkan bagaimana suatu nilai diperoleh.",
)

_Butir = dict[str, Any]


def data_terbuka(buku: BukuKerja, *, rencana: bool = False) -> bytes:
    """The open data of the workbook's year, UTF-8: identity, plan, targets, realisasi, capaian, money and SAKIP.

    `rencana`: those behind a document that only plans (a Perjanjian Kinerja): no realisasi, which may still be a draft
    when such a document is published, and nothing that follows from it.
    """
    ditanya = buku.pada(buku.hari_laporan)
    isi = isi_rencana(ditanya.data) if rencana else isi_terbuka(ditanya.data, ditanya)
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, indent=1)
    return f"{teks}\n".encode("utf-8", "replace")


def isi_rencana(data: DataInstansi) -> _Butir:
    """The plan as a value: targets of each document and quarter, and pagu."""
    renstra = data.renstra
    return _pembuka(data) | {
        "sasaran": [_jati_diri_sasaran(s) | _deret(data, s.kode, ("pagu",)) for s in renstra.daftar_sasaran],
        "indikator": [
            _jati_diri_indikator(i) | {
                "target": _target(data, i.kode),
                "triwulan": [
                    {"triwulan": t, **_deret(data, i.kode, ("target_triwulan",), triwulan=t)} for t in DAFTAR_TRIWULAN
                ],
                **_deret(data, i.kode, ("selisih_target", "target_akhir_renstra")),
            }
            for i in renstra.daftar_indikator
        ],
        "anggaran": [_jati_diri_anggaran(a) | _pagu(data, a.kode) for a in data.anggaran.daftar_anggaran],
        "jumlah": _pagu(data, ""),
    }  # fmt: skip


def isi_terbuka(data: DataInstansi, buku: BukuKerja) -> _Butir:
    """Everything as a value; `data` are asked as they are."""
    renstra = data.renstra
    return _pembuka(data) | {
        "laporan": _laporan(buku.laporan.identitas_berlaku),
        "metode": _metode(data),
        "sasaran": [_sasaran(data, s) for s in renstra.daftar_sasaran],
        "indikator": [_indikator(data, i) for i in renstra.daftar_indikator],
        "anggaran": [_jati_diri_anggaran(a) | _uang(data, a.kode) for a in data.anggaran.daftar_anggaran],
        "belanja": [_belanja(data, b) for b in data.anggaran.daftar_belanja],
        "jumlah": _jumlah(data),
        "sakip": [_sakip(data, tahun) for tahun in _tahun_sakip(data)],
    }


def _pembuka(data: DataInstansi) -> _Butir:
    """What any open data begin with."""
    renstra = data.renstra
    return {
        "skema": SKEMA,
        "lisensi": LISENSI,
        "catatan": list(CATATAN),
        "tahun": data.tahun,
        "instansi": _instansi(data),
        "renstra": {"awal": renstra.periode.renstra_awal, "akhir": renstra.periode.renstra_akhir},
        "misi": [{"kode": m.kode, "uraian": m.uraian} for m in renstra.daftar_misi],
        "tujuan": [{"kode": t.kode, "misi": t.misi, "uraian": t.uraian} for t in renstra.daftar_tujuan],
    }


def _angka(hasil: Hasil, besaran: str) -> _Butir:
    """One named figure: its value and how it came about, or why there is none."""
    nilai = tulis_polos(hasil.angka) if hasil.angka is not None else hasil.kata
    butir: _Butir = {"besaran": besaran, "keadaan": hasil.keadaan.value, "nilai": nilai}
    if hasil.alasan:
        butir["alasan"] = hasil.alasan
    if hasil.cara:
        butir["cara"] = hasil.cara
    return butir


def _deret(data: DataInstansi, subjek: str, nama: Iterable[str], **pilihan: Any) -> _Butir:
    """Some figures of one subject and period, each under its name."""
    return {n: _angka(hitung(data, n, subjek, **pilihan), n) for n in nama}


def _instansi(data: DataInstansi) -> _Butir:
    """Who reports. The number of its head (NIP) belongs to a person and stays out."""
    instansi = data.renstra.instansi
    return {
        "kode": instansi.kode,
        "nama": instansi.nama,
        "singkatan": instansi.singkatan,
        "pemda": instansi.pemda,
        "jenis_pemda": instansi.jenis_pemda,
        "jabatan_kepala": instansi.jabatan_kepala,
        "nama_kepala": instansi.nama_kepala,
    }


def _laporan(identitas: IdentitasLaporan) -> _Butir:
    return {
        "jenis": identitas.jenis_laporan or JenisLaporan.TAHUNAN,
        "triwulan": identitas.triwulan,
        "tanggal": identitas.tanggal_laporan.isoformat() if identitas.tanggal_laporan else None,
        "nomor_penetapan": identitas.nomor_penetapan,
    }


def _metode(data: DataInstansi) -> _Butir:
    """By which rules the figures are computed, so that somebody else can compute them."""
    metode = data.kinerja.metode
    return {
        "batas_capaian": None if metode.batas_capaian is None else tulis_polos(metode.batas_capaian),
        "rumus_negatif": metode.rumus_negatif,
        "metode_efisiensi": metode.metode_efisiensi,
        "skema_sakip": metode.skema_sakip,
        "skala": [
            {
                "arah": s.arah or "positif",
                "batas_bawah": None if s.batas_bawah is None else tulis_polos(s.batas_bawah),
                "kategori": s.kategori,
            }
            for s in data.kinerja.daftar_skala
            if s.skala == metode.skala
        ],
    }


def _jati_diri_sasaran(sasaran: Sasaran) -> _Butir:
    return {"kode": sasaran.kode, "tujuan": sasaran.tujuan, "uraian": sasaran.uraian}


def _sasaran(data: DataInstansi, sasaran: Sasaran) -> _Butir:
    nama = ("rata_rata_sasaran", "kategori_capaian", "pagu", "realisasi_anggaran", "serapan")
    return _jati_diri_sasaran(sasaran) | _deret(data, sasaran.kode, nama)


def _jati_diri_indikator(indikator: Indikator) -> _Butir:
    return {
        "kode": indikator.kode,
        "induk": indikator.induk,
        "uraian": indikator.uraian,
        "satuan": indikator.satuan,
        "jenis": indikator.jenis or JenisIndikator.ANGKA,
        "arah": indikator.arah or "positif",
        "akumulasi": indikator.akumulasi or "akhir",
        "iku": bool(indikator.iku),
        "bobot": None if indikator.bobot is None else tulis_polos(indikator.bobot),
        "formulasi": indikator.formulasi,
        "sumber_data": indikator.sumber_data,
    }


def _indikator(data: DataInstansi, indikator: Indikator) -> _Butir:
    tambahan = ("predikat_target", "predikat_realisasi") if indikator.jenis is JenisIndikator.PREDIKAT else ()
    nilai = ("selisih_target", "realisasi", *tambahan, "capaian", "kategori_capaian")
    return {
        **_jati_diri_indikator(indikator),
        "target": _target(data, indikator.kode),
        "triwulan": [_triwulan(data, indikator.kode, t) for t in DAFTAR_TRIWULAN],
        **_deret(data, indikator.kode, nilai),
        **_deret(data, indikator.kode, ("target_akhir_renstra", "kemajuan_renstra")),
    }


def _target(data: DataInstansi, kode: str) -> _Butir:
    """The year's target in each document, and the Renstra's of each year."""
    nama = "selisih_target"
    hasil: _Butir = {v.value: _angka(hitung(data, nama, kode, versi=v.value), nama) for v in VersiTarget}
    hasil["renstra_per_tahun"] = [
        {"tahun": t.tahun, "target": None if t.target is None else tulis_polos(t.target), "predikat": t.predikat}
        for t in sorted(data.renstra.daftar_target_tahunan, key=lambda t: t.tahun)
        if t.indikator == kode
    ]
    return hasil


def _triwulan(data: DataInstansi, kode: str, triwulan: int) -> _Butir:
    nama = ("target_triwulan", "realisasi", "capaian", "kategori_capaian")
    return {"triwulan": triwulan, **_deret(data, kode, nama, triwulan=triwulan)}


def _pagu(data: DataInstansi, subjek: str) -> _Butir:
    """Pagu, in force and of each version that the budget has."""
    isi = _deret(data, subjek, ("pagu",))
    for versi in Versi:
        if versi in data.anggaran.versi_pagu_terisi:
            isi[f"pagu_{versi.value}"] = _angka(hitung(data, "pagu", subjek, versi=versi.value), "pagu")
    return isi


def _uang(data: DataInstansi, subjek: str) -> _Butir:
    """Pagu; realisasi and serapan of the year and of each quarter."""
    isi = _pagu(data, subjek) | _deret(data, subjek, ("realisasi_anggaran", "sisa_anggaran", "serapan"))
    isi["triwulan"] = [
        {"triwulan": t, **_deret(data, subjek, ("realisasi_anggaran", "serapan"), triwulan=t)} for t in DAFTAR_TRIWULAN
    ]
    return isi


def _jati_diri_anggaran(baris: Anggaran) -> _Butir:
    return {
        "kode": baris.kode,
        "induk": baris.induk,
        "tingkat": baris.tingkat,
        "uraian": baris.uraian,
        "unit": baris.unit,
        "sasaran": baris.sasaran,
        "sumber_dana": baris.sumber_dana,
    }


def _belanja(data: DataInstansi, baris: Belanja) -> _Butir:
    tahun = data.tahun if baris.tahun is None else baris.tahun
    return {
        "kode": baris.kode,
        "induk": baris.induk,
        "tahun": tahun,
        "uraian": baris.uraian,
        **_deret(data, baris.kode, ("pagu", "realisasi_anggaran", "serapan"), tahun=tahun),
    }


def _jumlah(data: DataInstansi) -> _Butir:
    """The agency as a whole."""
    return {**_deret(data, "", ("rata_rata_total", "kategori_capaian")), **_uang(data, "")}


def _tahun_sakip(data: DataInstansi) -> list[int]:
    kinerja = data.kinerja
    return sorted({*kinerja.daftar_sakip_per_tahun, *kinerja.lke_per_tahun})


def _sakip(data: DataInstansi, tahun: int) -> _Butir:
    """The evaluation of one year: its score, its letter, and the parts."""
    return {
        "tahun": tahun,
        **_deret(data, "", ("nilai_sakip", "predikat_sakip"), tahun=tahun),
        "komponen": [
            {"nama": nama, **_deret(data, nama, ("bobot_komponen", "nilai_komponen"), tahun=tahun)}
            for nama in daftar_komponen_sakip(data.kinerja, tahun)
        ],
    }
