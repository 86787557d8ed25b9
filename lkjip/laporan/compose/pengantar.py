"""Front part: Kata Pengantar with its signature block, and the three lists."""

from __future__ import annotations

import re

from lkjip.laporan.compose.kalimat import kal, kurang, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.narasi import otomatis
from lkjip.laporan.compose.sampul import masa, nama_laporan
from lkjip.laporan.data_terbitan import BIDANG_KEPALA
from lkjip.laporan.isi import Bab, DaftarOtomatis, JenisBab, JenisDaftarOtomatis, Pihak, Simpul, TandaTangan


def pihak_kepala(ktx: Konteks, *, sebutan: str = "", kunci: str = "") -> Pihak:
    kepala = ktx.instansi
    return Pihak(
        sebutan,
        jabatan_kepala(ktx),
        kepala.nama_kepala.strip(),
        kepala.pangkat_kepala.strip(),
        tulis_nip(kepala.nip_kepala),
        kunci=kunci,
    )


def tulis_nip(nip: str) -> str:
    """`YYYYMMDD YYYYMM S NNN`, as letters print it; anything but 18 digits stays as typed."""
    angka = re.sub(r"\s", "", nip)
    if len(angka) != 18 or not angka.isdecimal():
        return nip.strip()
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"


def jabatan_kepala(ktx: Konteks) -> str:
    return ktx.instansi.jabatan_kepala.strip() or f"Kepala {ktx.nama}"


def blok_tanda_tangan(ktx: Konteks, kunci: str) -> list[Simpul]:
    """The head's signature; what is missing prints as a dotted line and is named below."""
    hasil: list[Simpul] = [
        TandaTangan(
            (pihak_kepala(ktx, kunci=kunci),), ktx.instansi.tempat.strip(), ktx.laporan.identitas.tanggal_laporan
        )
    ]
    hilang = [
        nama
        for nama, isi in (
            ("tempat", ktx.instansi.tempat),
            ("nama_kepala", ktx.instansi.nama_kepala),
            ("nip_kepala", ktx.instansi.nip_kepala),
        )
        if not isi.strip()
    ]
    lembar = [f"{', '.join(hilang)} (lembar instansi)"] if hilang else []
    if ktx.laporan.identitas.tanggal_laporan is None and not ktx.laporan.pilihan.khusus:
        lembar.append("tanggal_laporan (lembar pengaturan)")
    if lembar:
        hasil.append(
            kurang("Blok tanda tangan belum lengkap. Data yang belum diisi: {data}.", data=" dan ".join(lembar))
        )
    return hasil


def kata_pengantar(ktx: Konteks) -> Bab:
    letak, blok = "kata-pengantar", _pengantar_tersusun(ktx)
    isi = otomatis(ktx, "pengantar", blok, letak=letak, judul="Kata pengantar", nama_lain=("kata_pengantar",))
    return Bab(letak, "Kata Pengantar", (*isi, *blok_tanda_tangan(ktx, BIDANG_KEPALA)), JenisBab.DEPAN)


def _pengantar_tersusun(ktx: Konteks) -> list[Simpul]:
    penetapan = ktx.laporan.identitas.nomor_penetapan.strip()
    return [
        par(
            kal(
                "Dengan memanjatkan puji syukur kepada Tuhan Yang Maha Esa, {nama} menyampaikan {laporan} {masa}. "
                "Laporan ini adalah wujud akuntabilitas kepada {atasan} dan kepada masyarakat atas kinerja yang "
                "diperjanjikan serta anggaran yang dipercayakan.",
                nama=ktx.nama,
                laporan=nama_laporan(ktx),
                masa=masa(ktx),
                atasan=ktx.instansi.jabatan_kepala_daerah.strip() or "kepala daerah",
            )
        ),
        par(
            kal(
                "Susunan laporan mengikuti Peraturan Menteri PANRB Nomor 53 Tahun 2014. Setiap angka dihitung dari "
                "data kinerja dan data anggaran perangkat daerah dengan rumus yang dijelaskan dalam laporan ini, "
                "sehingga dapat ditelusuri dan dihitung ulang. Data yang belum tersedia dinyatakan apa adanya pada "
                "tempatnya."
            )
            if not ktx.triwulanan
            else kal(
                "Laporan triwulan memantau kemajuan rencana aksi atas Perjanjian Kinerja, sehingga hambatan dapat "
                "ditangani sebelum tahun anggaran berakhir."
            )
        ),
        *([par(f"Laporan ini ditetapkan dengan keputusan nomor {penetapan}.")] if penetapan else []),
        par(
            "Kami menghargai kerja semua bidang yang menyediakan data dan menyusun laporan ini. Masukan atas isinya "
            "akan kami pakai untuk memperbaiki perencanaan, pelaksanaan, dan pelaporan kinerja pada periode berikutnya."
        ),
    ]


def daftar_daftar() -> tuple[Bab, ...]:
    return tuple(
        Bab(f"daftar-{jenis.value}", judul, (DaftarOtomatis(jenis),), JenisBab.DEPAN)
        for jenis, judul in (
            (JenisDaftarOtomatis.ISI, "Daftar Isi"),
            (JenisDaftarOtomatis.TABEL, "Daftar Tabel"),
            (JenisDaftarOtomatis.GAMBAR, "Daftar Gambar"),
        )
    )
