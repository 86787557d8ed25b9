"""A reviu on its way, for the tests: started, answered throughout, finished."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.data_reviu import DAFTAR_PERTANYAAN, SYARAT_PERTANYAAN, JawabanReviu, SimpulanReviu
from kinerja.models import Reviu
from kinerja.services_reviu import jawab_pertanyaan, mulai_reviu, selesaikan_reviu
from lkjip.akun.models import Pengguna
from lkjip.reviu.selectors import load_laporan_direviu
from renstra.models import TahunKinerja

TANGGAL = date(2025, 2, 20)


def sidik_kini(tahun: TahunKinerja) -> str:
    return load_laporan_direviu(tahun).sidik


def mulai(tahun: TahunKinerja, oleh: Pengguna) -> Reviu:
    return mulai_reviu(
        tahun_kinerja=tahun, nomor_tugas="700/1", tanggal_tugas=date(2025, 2, 1), sidik=sidik_kini(tahun), oleh=oleh
    )


def jawab(reviu: Reviu, kode: str, jawaban: JawabanReviu | None, oleh: Pengguna, catatan: str | None = None) -> None:
    jawab_pertanyaan(reviu=reviu, kode=kode, jawaban=jawaban, catatan=catatan, oleh=oleh)


def jawab_semua(reviu: Reviu, oleh: Pengguna) -> None:
    for satu in DAFTAR_PERTANYAAN:
        if satu.kode not in SYARAT_PERTANYAAN:
            jawab(reviu, satu.kode, JawabanReviu.YA, oleh)


def selesaikan(reviu: Reviu, oleh: Pengguna, **lain: Any) -> None:
    sidik = sidik_kini(reviu.tahun_kinerja)
    isi: dict[str, Any] = {
        "simpulan": SimpulanReviu.TANPA_PENGECUALIAN, "pengecualian": "", "saran": "Lengkapi bukti.",
        "nomor_surat": "700/2", "tanggal_surat": TANGGAL, "sidik": sidik, "sidik_dibaca": sidik,
    }  # fmt: skip
    selesaikan_reviu(reviu=reviu, oleh=oleh, **(isi | lain))


def buat_selesai(tahun: TahunKinerja, oleh: Pengguna, **lain: Any) -> Reviu:
    reviu = mulai(tahun, oleh)
    jawab_semua(reviu, oleh)
    selesaikan(reviu, oleh, **lain)
    reviu.refresh_from_db()
    return reviu
