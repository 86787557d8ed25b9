"""The PDF beside headless Chromium printing the same HTML, in the same run: seconds, peak memory, pages per second.

python -m bench.pdf                        kaltim (57 pages) and agencies of 25, 60, 85 indicators (about 120, 200, 250)
python -m bench.pdf 60                     only the agency with 60 indicators and 400 money rows
python -m bench.pdf contoh/bkd-kaltim-2024 only this workbook

Every measure is a process of its own, start and imports included; medians of three rounds, one after the other. Other
work on the machine slows all of them: read the ratios. Chromium knows no page numbers in its contents and no PDF/A.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from anggaran.data import Tingkat
from lkjip.data import BukuKerja
from lkjip.laporan.compose import compose
from lkjip.laporan.isi import Bab, Bagian, Dokumen, Paragraf, Teks
from lkjip.laporan.render.pdf import MediaCetak, html_cetak, pdf_laporan
from lkjip.laporan.render.pdf_draf import pdf_draf
from lkjip.management.sumber_buku import buka_buku
from renstra.data import Indikator, Perjanjian, Sasaran, Versi
from tests.pembuat import D, baris, buat_data, buat_kinerja, buat_renstra, target, tw, uang

CHROMIUM = "/usr/bin/chromium"
PUTARAN = 3
KERJA = ("chromium", "draf", "satu-berubah", "tersimpan", "akhir")
BATAS = {"draf": 1.5, "satu-berubah": 0.6, "akhir": 2.5}
_HURUF = Path(__file__).resolve().parent.parent / "static" / "vendor" / "fonts"


def buku_instansi(indikator: int, baris_uang: int = 400) -> BukuKerja:
    """An agency of `indikator` indicators, five to a sasaran, and about `baris_uang` money rows; always the same."""
    kode = [f"I{n}" for n in range(1, indikator + 1)]
    sasaran = [f"S{n}" for n in range(1, -(-indikator // 5) + 1)]
    kegiatan = tuple(
        baris(f"1.{k}", "1", tingkat=Tingkat.KEGIATAN, sasaran=sasaran[k % len(sasaran)]) for k in range(40)
    )
    per_kegiatan = range(baris_uang // 40 - 1)
    sub = tuple(baris(f"{k.kode}.{n}", k.kode, 1_000_000 + 137_000 * n) for k in kegiatan for n in per_kegiatan)
    renstra = buat_renstra(
        *(
            Indikator(
                k, sasaran[ke // 5], uraian=f"Persentase layanan {k} yang selesai tepat waktu", satuan="%", iku=True
            )
            for ke, k in enumerate(kode)
        ),
        daftar_sasaran=tuple(Sasaran(s, "T1", f"Meningkatnya mutu layanan kelompok {s}") for s in sasaran),
        daftar_target_tahunan=tuple(target(k, 80 + ke % 15) for ke, k in enumerate(kode)),
        daftar_perjanjian=tuple(Perjanjian(k, 2024, Versi.MURNI, D(80 + ke % 15)) for ke, k in enumerate(kode)),
    )
    triwulan = tuple(tw(k, n, 70 + (ke * 7 + n) % 30) for ke, k in enumerate(kode) for n in (1, 2, 3, 4))
    realisasi = tuple(uang(satu.kode, 900_000 + 1_000 * ke, 4) for ke, satu in enumerate(sub))
    anggaran = (baris("1"), *kegiatan, *sub)
    kinerja = buat_kinerja(renstra, daftar_kinerja_triwulan=triwulan)
    return BukuKerja(buat_data(kinerja, daftar_anggaran=anggaran, daftar_realisasi_anggaran=realisasi))


def ubah_satu(dokumen: Dokumen, ke: int) -> Dokumen:
    """One sentence more in the middle of the longest chapter."""
    panjang = max(dokumen.bab, key=lambda bab: len(repr(bab)))
    tambahan = Paragraf((Teks(f"Kalimat tambahan nomor {ke} untuk mengukur penyusunan ulang."),))

    def sisip(bagian: Bagian) -> Bagian:
        anak = [ke for ke, satu in enumerate(bagian.isi) if isinstance(satu, Bagian)]
        if not anak:
            return replace(bagian, isi=(*bagian.isi, tambahan))
        tengah = anak[len(anak) // 2]
        dalam = bagian.isi[tengah]
        assert isinstance(dalam, Bagian)
        return replace(bagian, isi=(*bagian.isi[:tengah], sisip(dalam), *bagian.isi[tengah + 1 :]))

    baru = sisip(Bagian(panjang.kunci, panjang.judul, panjang.isi))
    return replace(
        dokumen, bab=tuple(Bab(b.kunci, b.judul, baru.isi, b.jenis) if b is panjang else b for b in dokumen.bab)
    )


def siapkan_chromium(dokumen: Dokumen, tempat: Path) -> None:
    """The same page with its fonts and pictures as files."""
    media = MediaCetak()
    markah = html_cetak(dokumen, media)
    for ke, (alamat, (isi, mime)) in enumerate(media.berkas.items()):
        path = tempat / f"g{ke}.{mime.rpartition('/')[2].partition('+')[0]}"
        path.write_bytes(isi)
        markah = markah.replace(f'"{alamat}"', f'"{path}"')
    (tempat / "laporan.html").write_text(markah.replace("lkjip:huruf/", f"{_HURUF}/"))


def kerjakan(kerja: str, tempat: Path) -> None:
    """One measure, in this process."""
    if kerja == "chromium":
        pilihan = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        perintah = [CHROMIUM, *pilihan, f"--print-to-pdf={tempat}/chromium.pdf", f"file://{tempat}/laporan.html"]
        subprocess.run(perintah, check=True, capture_output=True)
        return
    dokumen: Dokumen = pickle.loads((tempat / "dokumen").read_bytes())
    if kerja == "akhir":
        isi = pdf_laporan(dokumen, akhir=True)
    else:
        dokumen = ubah_satu(dokumen, time.time_ns()) if kerja == "satu-berubah" else dokumen
        isi = pdf_draf(dokumen, tembolok=None if kerja == "draf" else tempat / "satuan", proses=os.cpu_count() or 1)
    (tempat / f"{kerja}.pdf").write_bytes(isi)


def ukur(kerja: str, tempat: Path) -> tuple[float, int]:
    """Seconds of a whole process, and the peak memory (MB) of the largest one in it."""
    awal = time.perf_counter()
    perintah = [sys.executable, "-m", "bench.pdf", "--kerja", kerja, str(tempat)]
    hasil = subprocess.run(perintah, check=True, capture_output=True, text=True)
    return time.perf_counter() - awal, json.loads(hasil.stdout.splitlines()[-1])


def bandingkan(nama: str, buku: BukuKerja) -> None:
    import pikepdf

    with tempfile.TemporaryDirectory() as map_sementara:
        tempat = Path(map_sementara)
        awal = time.perf_counter()
        dokumen = compose(buku)
        sesudah = time.perf_counter()
        html = html_cetak(dokumen, MediaCetak())
        lama_html = time.perf_counter() - sesudah
        (tempat / "dokumen").write_bytes(pickle.dumps(dokumen))
        siapkan_chromium(dokumen, tempat)
        kerjakan("tersimpan", tempat)
        with pikepdf.open(tempat / "tersimpan.pdf") as pdf:
            halaman = len(pdf.pages)
        print(f"\n{nama}: {halaman} halaman, HTML {len(html) // 1024} kB")
        print(f"  menyusun {sesudah - awal:.2f} s, HTML {lama_html:.2f} s")
        catatan: dict[str, list[tuple[float, int]]] = {kerja: [] for kerja in KERJA}
        for _ in range(PUTARAN):
            for kerja in KERJA:
                catatan[kerja].append(ukur(kerja, tempat))
    pembanding = statistics.median(lama for lama, _ in catatan["chromium"])
    for kerja, hasil in catatan.items():
        lama = statistics.median(satu for satu, _ in hasil)
        batas = f"  batas {BATAS[kerja]}" if kerja in BATAS else ""
        puncak = max(satu for _, satu in hasil)
        print(
            f"  {kerja:<13}{lama:7.2f} s {lama / pembanding:6.2f} x {puncak:5d} MB {halaman / lama:6.1f} hal/s{batas}"
        )


def main() -> None:
    if sys.argv[1:2] == ["--kerja"]:
        kerjakan(sys.argv[2], Path(sys.argv[3]))
        sendiri, anak = (
            resource.getrusage(siapa).ru_maxrss for siapa in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(json.dumps((anak if sys.argv[2] == "chromium" else max(sendiri, anak)) // 1024))
        return
    pilihan = sys.argv[1] if len(sys.argv) > 1 else ""
    if pilihan and not pilihan.isdecimal():
        bandingkan(pilihan, buka_buku(pilihan))
        return
    if not pilihan:
        bandingkan("contoh/bkd-kaltim-2024", buka_buku("contoh/bkd-kaltim-2024"))
    for banyak in (int(pilihan),) if pilihan else (25, 60, 85):
        bandingkan(f"{banyak} indikator, 400 baris anggaran", buku_instansi(banyak))


if __name__ == "__main__":
    main()
