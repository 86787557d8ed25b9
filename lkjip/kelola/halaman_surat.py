"""Letters to people who are given work: an invitation, and the news of a further assignment. Pure text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lkjip.dasar.periode import tulis_tanggal

JUDUL_UNDANGAN = "Undangan memakai LKjIP"
JUDUL_TUGAS = "Penugasan baru di LKjIP"


@dataclass(frozen=True)
class Tugas:
    """An assignment in words."""

    peran: str
    tempat: str
    daftar_unit: Sequence[str] = ()
    dari: date | None = None
    sampai: date | None = None

    def baris(self) -> list[str]:
        isi = [f"  Peran: {self.peran}", f"  Untuk: {self.tempat}"]
        if self.daftar_unit:
            isi.append(f"  Unit: {', '.join(self.daftar_unit)}")
        if masa := tulis_masa(self.dari, self.sampai):
            isi.append(f"  Berlaku: {masa}")
        return isi


def tulis_masa(dari: date | None, sampai: date | None) -> str:
    """`1 Januari 2025 sampai 31 Desember 2025`; '' where nothing limits it."""
    if dari and sampai:
        return f"{tulis_tanggal(dari)} sampai {tulis_tanggal(sampai)}"
    if dari:
        return f"mulai {tulis_tanggal(dari)}"
    return f"sampai {tulis_tanggal(sampai)}" if sampai else ""


def isi_undangan(
    nama: str, pengundang: str, daftar_tugas: Sequence[Tugas], username: str, tautan: str, masa: str
) -> str:
    """The letter to a new user, with the link to a password; `masa`: how long it is good, in words."""
    tugas = [baris for satu in daftar_tugas for baris in (*satu.baris(), "")]
    return "\n".join(
        (
            f"Yth. {nama},",
            "",
            f"{pengundang} mengundang Anda memakai LKjIP, sistem laporan kinerja instansi pemerintah:",
            "",
            *tugas,
            f"  Nama pengguna Anda: {username}",
            "",
            f"Buka alamat berikut untuk membuat kata sandi. Alamat ini berlaku {masa} dan hanya sekali pakai:",
            "",
            f"  {tautan}",
            "",
            "Bila sudah lewat, mintalah pengundang mengirim undangan lagi.",
            "Bila surat ini bukan untuk Anda, abaikan saja.",
        )
    )


def isi_tugas(nama: str, pemberi: str, tugas: Tugas, username: str, alamat: str) -> str:
    """The letter to a user who has an account already and was given a further task."""
    return "\n".join(
        (
            f"Yth. {nama},",
            "",
            f"{pemberi} menambahkan penugasan pada akun LKjIP Anda:",
            "",
            *tugas.baris(),
            f"  Nama pengguna Anda: {username}",
            "",
            f"Masuk seperti biasa di {alamat}. Kata sandi Anda tidak berubah.",
        )
    )
