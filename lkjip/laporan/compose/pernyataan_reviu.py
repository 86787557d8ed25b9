"""The statement that a report was reviewed (PermenPANRB 53/2014 Lampiran III): a sheet to sign, and its copy in the
report's annexes."""

from __future__ import annotations

from kinerja.data_reviu import PernyataanReviu, PimpinanApip, SimpulanReviu
from lkjip.dasar.periode import tulis_tanggal
from lkjip.laporan.compose.dokumen_bagian import tebal_tengah
from lkjip.laporan.compose.kalimat import catatan, par
from lkjip.laporan.compose.konteks import Konteks
from lkjip.laporan.compose.pengantar import tulis_nip
from lkjip.laporan.compose.sampul import masa
from lkjip.laporan.isi import Bab, Daftar, JenisBab, Pihak, Simpul, TandaTangan, Teks

JUDUL = "Pernyataan Telah Direviu"
PEDOMAN = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
    "Teknis Perjanjian Kinerja, Pelaporan Kinerja, dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah"
)


def lampiran_pernyataan(ktx: Konteks) -> list[Bab]:
    """The copy bound into the report; none as long as this content was not reviewed.

    The statement itself is signed as a document of its own: the copy has no field for it, so that the report does not
    wait for the APIP.
    """
    pernyataan = ktx.laporan.pernyataan_reviu
    if pernyataan is None:
        return []
    isi = (*isi_pernyataan(ktx, pernyataan, kunci=""), catatan("{s}", s=_sumber(pernyataan)))
    return [Bab("lampiran-pernyataan-reviu", JUDUL, isi, JenisBab.LAMPIRAN)]


def _sumber(pernyataan: PernyataanReviu) -> str:
    tanggal = f" tanggal {tulis_tanggal(pernyataan.tanggal_surat)}" if pernyataan.tanggal_surat else ""
    return f"Catatan Hasil Reviu Nomor {pernyataan.nomor_surat or '–'}{tanggal}."


def isi_pernyataan(ktx: Konteks, pernyataan: PernyataanReviu, *, kunci: str) -> list[Simpul]:
    """The sheet (sakip.md 1.5): what was done, whose the content is, to what end, the conclusion, who signs."""
    laporan = f"laporan kinerja {ktx.nama} {masa(ktx).lower()}"
    return [
        tebal_tengah("PERNYATAAN TELAH DIREVIU", "LAPORAN KINERJA", ktx.nama.upper(), masa(ktx).upper()),
        par(f"{_penyebut(pernyataan.apip)} telah mereviu {laporan} menurut pedoman reviu dalam {PEDOMAN}."),
        par(f"Isi laporan tersebut menjadi tanggung jawab pimpinan {ktx.nama}."),
        par(
            "Reviu dilakukan untuk memberikan keyakinan terbatas bahwa informasi kinerja dalam laporan itu akurat, "
            "andal, dan sah."
        ),
        *isi_simpulan(pernyataan.simpulan, pernyataan.pengecualian),
        tanda_tangan_apip(pernyataan, kunci=kunci),
    ]


def _penyebut(apip: PimpinanApip) -> str:
    return apip.nama_apip.strip() or "Aparat pengawasan intern pemerintah"


def isi_simpulan(simpulan: SimpulanReviu, pengecualian: str) -> list[Simpul]:
    """The conclusion; exceptions one a line become a list."""
    bersih = "Dari reviu tersebut tidak ditemukan keadaan yang membuat keandalan informasi dalam laporan diragukan"
    if simpulan is SimpulanReviu.TANPA_PENGECUALIAN:
        return [par(f"{bersih}.")]
    return [par(f"{bersih}, kecuali hal berikut:"), *isi_baris(pengecualian)]


def isi_baris(teks: str) -> list[Simpul]:
    """A typed text: a paragraph, or a list where it has several lines."""
    baris = [satu.strip() for satu in teks.splitlines() if satu.strip()]
    if len(baris) < 2:
        return [par(satu) for satu in baris]
    return [Daftar(tuple((Teks(satu),) for satu in baris))]


def tanda_tangan_apip(pernyataan: PernyataanReviu, *, kunci: str) -> TandaTangan:
    """The head of the APIP at the right; what the pemda has not said prints as a dotted line."""
    apip = pernyataan.apip
    jabatan = apip.jabatan.strip() or "Inspektur"
    pihak = Pihak("", jabatan, apip.nama.strip(), apip.pangkat.strip(), tulis_nip(apip.nip), kunci=kunci)
    return TandaTangan((pihak,), apip.tempat.strip(), pernyataan.tanggal_surat)
