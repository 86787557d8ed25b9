"""What a style sheet takes from the theme: letters, colours, the marks of categories.

WeasyPrint pays for every `var()`, so a printed page gets plain rules; a page on the screen gets its variables.
"""

from __future__ import annotations

from dataclasses import replace

from lkjip.laporan.huruf import KELUARGA, KeluargaHuruf
from lkjip.laporan.isi import TEMA_BAKU, Dokumen, HurufTema, Tema
from lkjip.laporan.isi_warna import HITAM, KATEGORI, PUTIH, TEPI_KATEGORI, campur, palet
from lkjip.laporan.render.aset import SKEMA


def gaya_huruf(huruf: HurufTema) -> str:
    """The faces under private family names, so no font of the machine can slip in: those of the theme, and the standard
    ones for the signs that the others lack (arrows, ticks).
    """
    return "".join(_muka(KELUARGA[satu]) for satu in dict.fromkeys((huruf, TEMA_BAKU.huruf)))


def _muka(keluarga: KeluargaHuruf) -> str:
    muka = (
        (keluarga.biasa, "normal", "normal"),
        (keluarga.tebal, "bold", "normal"),
        (keluarga.miring, "normal", "italic"),
        (keluarga.tebal_miring, "bold", "italic"),
    )
    return "".join(
        f'@font-face{{font-family:"{keluarga.nama_cetak}";font-weight:{tebal};font-style:{miring};'
        f'src:url("{SKEMA}huruf/{nama}")}}'
        for nama, tebal, miring in muka
    )


def gaya_tema_cetak(dokumen: Dokumen) -> str:
    """The rules that follow `cetak.css`."""
    tema = dokumen.tema
    p, nama = palet(tema), '","'.join(dict.fromkeys((KELUARGA[tema.huruf].nama_cetak, "LK Sans")))
    aturan = (
        f'@page{{font-family:"{nama}";@bottom-left{{border-top-color:{p.garis}}}@bottom-right{{border-top-color:'
        f"{p.garis}}}}}",
        f'html{{font-family:"{nama}"}}',
        f".sampul .bidang{{border-color:{p.utama};outline-color:{p.utama}}}",
        f".sampul .atas{{border-color:{p.aksen}}}",
        f".sampul .judul,.sampul .instansi,h2,h3{{color:{p.utama}}}",
        f"h2{{border-bottom-color:{p.aksen}}}",
        f"th,td{{border-color:{p.garis}}}",
        f"th{{background:{p.kepala}}}",
        f"tr.nomor-kolom th{{background:{p.nomor}}}",
        f"tr.jumlah td{{background:{p.jumlah}}}",
        f"tr.kelompok td{{background:{p.kelompok}}}",
        *_kategori(),
        # Its plain digits are of different widths; the other families have only digits of one width.
        "table{font-variant-numeric:tabular-nums}" if tema.huruf is HurufTema.CALADEA else "",
    )
    return "".join(aturan)


def _kategori() -> list[str]:
    """A tint, and for the three worst a heavy left edge that stays visible without colour."""
    return [
        f"td.kategori-{ke}{{background:{latar}"
        + (f";border-left:{tepi // 8}.{tepi % 8 * 125}pt solid {campur(latar, HITAM, 45)}" if tepi else "")
        + "}"
        for ke, (latar, tepi) in enumerate(zip(KATEGORI, TEPI_KATEGORI, strict=True))
    ]


def gaya_tema_layar(tema: Tema) -> str | None:
    """The variables of `dokumen.css` as a style attribute; None for the standard look, which they already have."""
    if replace(tema, kertas=TEMA_BAKU.kertas, logo_sampul=TEMA_BAKU.logo_sampul) == TEMA_BAKU:
        return None
    p = palet(tema)
    warna = {
        "biru": p.utama, "emas": p.aksen, "kepala": p.kepala, "nomor": p.nomor, "jumlah": p.jumlah,
        "kelompok": p.kelompok, "garis": campur(p.utama, PUTIH, 25),
    }  # fmt: skip
    return "".join(f"--{nama}:{isi};" for nama, isi in warna.items()) + f"font-family:{KELUARGA[tema.huruf].css}"
