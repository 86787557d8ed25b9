"""The form of an agency-year's identity, the period of its Renstra, and what its report is."""

from __future__ import annotations

from lkjip.dasar.isian import JenisIsian
from lkjip.halaman.formulir import BagianFormulir, Bidang, Formulir, bidang, pilihan_kata
from lkjip.laporan.data import IdentitasLaporan, JenisLaporan
from renstra.data import Instansi, JenisPemda, Periode

_TEKS = JenisIsian.TEKS
_IDENTITAS = (
    ("nama", "Nama perangkat daerah"),
    ("singkatan", "Nama singkat"),
    ("pemda", "Nama pemerintah daerah"),
    ("jenis_pemda", "Jenis pemerintah daerah"),
    ("jabatan_kepala_daerah", "Jabatan kepala daerah"),
    ("tempat", "Tempat tanda tangan"),
)
_KEPALA = (
    ("jabatan_kepala", "Jabatan"),
    ("nama_kepala", "Nama beserta gelar"),
    ("nip_kepala", "NIP"),
    ("pangkat_kepala", "Pangkat"),
)
_BANTUAN = {
    "singkatan": "Dipakai di judul tabel dan kepala halaman.",
    "tempat": "Kota tempat laporan ditandatangani.",
    "jabatan_kepala_daerah": "Penerima laporan, misalnya Gubernur Kalimantan Timur.",
}


def formulir_identitas(
    instansi: Instansi, periode: Periode, laporan: IdentitasLaporan, *, berbagi: str, boleh: bool
) -> Formulir:
    """`berbagi`: the sentence that other years share the Renstra, '' where none does."""
    return Formulir(
        (
            BagianFormulir("Perangkat daerah", tuple(_bidang(instansi, *satu, boleh) for satu in _IDENTITAS)),
            BagianFormulir("Kepala perangkat daerah", tuple(_bidang(instansi, *satu, boleh) for satu in _KEPALA)),
            BagianFormulir("Periode Renstra", _periode(periode, boleh), berbagi),
            BagianFormulir("Laporan", _laporan(laporan, boleh)),
        ),
        boleh,
    )


def _bidang(instansi: Instansi, nama: str, label: str, boleh: bool) -> Bidang:
    nilai, bantuan = getattr(instansi, nama), _BANTUAN.get(nama, "")
    if nama == "jenis_pemda":
        return bidang(nama, label, JenisIsian.PILIHAN, nilai, boleh=boleh, pilihan=pilihan_kata(JenisPemda, {}))
    return bidang(nama, label, _TEKS, nilai, boleh=boleh, bantuan=bantuan)


def _periode(periode: Periode, boleh: bool) -> tuple[Bidang, ...]:
    return (
        bidang("renstra_awal", "Tahun pertama", JenisIsian.BULAT, periode.renstra_awal, boleh=boleh),
        bidang("renstra_akhir", "Tahun terakhir", JenisIsian.BULAT, periode.renstra_akhir, boleh=boleh),
    )


def _laporan(laporan: IdentitasLaporan, boleh: bool) -> tuple[Bidang, ...]:
    jenis = pilihan_kata(JenisLaporan, {})
    triwulan = tuple((str(n), f"Triwulan {n}") for n in (1, 2, 3, 4))
    return (
        bidang("jenis_laporan", "Jenis laporan", JenisIsian.PILIHAN, laporan.jenis_laporan, boleh=boleh, pilihan=jenis,
               kosong="Belum dipilih (tahunan)"),
        bidang("triwulan", "Triwulan yang dilaporkan", JenisIsian.BULAT, laporan.triwulan, boleh=boleh,
               pilihan=triwulan, bantuan="Hanya untuk laporan triwulan."),
        bidang("tanggal_laporan", "Tanggal laporan", JenisIsian.TANGGAL, laporan.tanggal_laporan, boleh=boleh),
        bidang("nomor_penetapan", "Nomor penetapan laporan", _TEKS, laporan.nomor_penetapan, boleh=boleh),
    )  # fmt: skip
