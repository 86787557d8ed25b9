"""What the pages say about a file being made."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.laporan.data_penyusunan import Bentuk, JenisBerkas, KeadaanPenyusunan

NAMA_BENTUK = {Bentuk.PDF: "PDF", Bentuk.DOCX: "Word", Bentuk.HTML: "HTML", Bentuk.XLSX: "Excel"}
NAMA_JENIS = {
    JenisBerkas.LAPORAN: "LKjIP",
    JenisBerkas.PERJANJIAN: "Perjanjian Kinerja",
    JenisBerkas.RENCANA_AKSI: "Rencana Aksi",
    JenisBerkas.IKU: "Indikator Kinerja Utama",
    JenisBerkas.POHON: "Pohon kinerja",
    JenisBerkas.LHE: "LHE",
    JenisBerkas.CATATAN_REVIU: "Catatan hasil reviu",
    JenisBerkas.PERNYATAAN_REVIU: "Pernyataan telah direviu",
}
SEBUTAN = {
    KeadaanPenyusunan.ANTRE: "menunggu",
    KeadaanPenyusunan.BERJALAN: "disusun",
    KeadaanPenyusunan.SIAP: "siap",
    KeadaanPenyusunan.GAGAL: "gagal",
    KeadaanPenyusunan.DIBATALKAN: "dibatalkan",
}


@dataclass(frozen=True)
class Antrean:
    """What stands between a waiting job and its turn."""

    di_depan: int = 0
    pekerja: int = 1
    lama: bool = False  # it has waited longer than a worker needs to notice


@dataclass(frozen=True)
class KabarPenyusunan:
    """The waiting page in one state: heading, sentence, and how far. `seluruh` below 2: there is nothing to count."""

    judul: str
    kabar: str
    keadaan: KeadaanPenyusunan
    selesai: int = 0
    seluruh: int = 0

    @property
    def hidup(self) -> bool:
        return self.keadaan in {KeadaanPenyusunan.ANTRE, KeadaanPenyusunan.BERJALAN}

    @property
    def siap(self) -> bool:
        return self.keadaan is KeadaanPenyusunan.SIAP

    @property
    def terhitung(self) -> bool:
        return self.seluruh > 1

    @property
    def berjalan(self) -> bool:
        return self.keadaan is KeadaanPenyusunan.BERJALAN


def kabar_penyusunan(
    keadaan: KeadaanPenyusunan, bentuk: Bentuk, *, tahap: str, selesai: int, seluruh: int, pesan: str,
    antrean: Antrean, berkas_ada: bool, akhir: bool = False,
) -> KabarPenyusunan:  # fmt: skip
    nama = "PDF arsip" if akhir else NAMA_BENTUK[bentuk]
    if keadaan is KeadaanPenyusunan.ANTRE:
        return KabarPenyusunan(f"{nama} menunggu giliran", _kabar_antre(antrean), keadaan)
    if keadaan is KeadaanPenyusunan.BERJALAN:
        kabar = f"{tahap[:1].upper()}{tahap[1:]} …"
        return KabarPenyusunan(f"Menyusun {nama} …", kabar, keadaan, min(selesai, seluruh), seluruh)
    if keadaan is KeadaanPenyusunan.GAGAL:
        return KabarPenyusunan(f"{nama} belum dapat disusun", pesan, keadaan)
    if keadaan is KeadaanPenyusunan.DIBATALKAN:
        return KabarPenyusunan("Penyusunan dibatalkan", "Susun lagi kapan saja bila berkasnya diperlukan.", keadaan)
    if not berkas_ada:
        return KabarPenyusunan(
            f"{nama} tidak tersimpan lagi",
            "Berkasnya sudah dihapus dari penyimpanan. Susun lagi dari data sekarang.",
            KeadaanPenyusunan.DIBATALKAN,
        )
    return KabarPenyusunan(f"{nama} siap", "Bila unduhan tidak mulai sendiri, pakai tombol ini.", keadaan)


def _kabar_antre(antrean: Antrean) -> str:
    if antrean.lama and not antrean.pekerja:
        return (
            "Program penyusun berkas di server belum berjalan. Pesanan ini tersimpan dan disusun begitu program itu "
            "hidup; beri tahu pengelola server bila menunggu lama."
        )
    if antrean.di_depan:
        return f"{antrean.di_depan} berkas lain disusun lebih dulu."
    return "Segera dimulai."
