"""Annex: findings of the checks that stay as they are, and why, in the words of the head who answers for them."""

from __future__ import annotations

from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.kalimat import banyak, kal, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.sel import KIRI, TENGAH, baris, tabel
from lkjip.laporan.isi import Bab, JenisBab, Rujuk
from lkjip.pemeriksaan.data import Jawaban, pasangkan_jawaban

_TANPA = "–"


def pertanggungjawaban(ktx: Konteks) -> list[Bab]:
    """Only answers that were given for the figures as they are now; no annex where there is none."""
    if not ktx.laporan.daftar_jawaban:
        return []
    # Rules on texts read them with the tools of this package, so it cannot ask for the rules while it is loaded.
    from lkjip.pemeriksaan.aturan import periksa

    daftar = [t for t in periksa(ktx.buku) if not t.tentang_versi]  # of another version's signatures
    pasangan = pasangkan_jawaban(daftar, ktx.laporan.daftar_jawaban)
    if not pasangan:
        return []
    kolom = (
        *(("No", 5, TENGAH), ("Temuan", 35, KIRI), ("Nilai", 12, KIRI), ("Seharusnya", 12, KIRI)),
        *(("Jawaban", 34, KIRI), ("Dijawab oleh", 16, KIRI)),
    )
    isi = [
        baris(str(n), t.pesan, t.nilai_tertulis or _TANPA, t.seharusnya_tertulis or _TANPA, j.alasan, _penjawab(j))
        for n, (t, j) in enumerate(pasangan, 1)
    ]
    kalimat = kal(
        "Pemeriksaan otomatis atas data laporan ini menemukan {n} yang tetap dicantumkan seperti adanya. "
        "Alasannya dipertanggungjawabkan dalam {t}.",
        n=banyak(len(isi), "hal"),
        t=Rujuk("tabel-pertanggungjawaban"),
    )
    judul = "Pertanggungjawaban atas Temuan Pemeriksaan"
    tabelnya = tabel("tabel-pertanggungjawaban", judul, kolom, isi, mendatar=True, nomor_kolom=False)
    return [Bab("lampiran-pertanggungjawaban", judul, (par(kalimat), tabelnya), JenisBab.LAMPIRAN)]


def _penjawab(jawaban: Jawaban) -> str:
    tanggal = tulis_tanggal(jawaban.pada.date())
    return f"{jawaban.oleh}, {tanggal}" if jawaban.oleh else tanggal
