"""Addresses of the tree of performance: the page, a change in it, its pictures."""

from django.urls import URLPattern, path

from lkjip.perencanaan.views import gambar_pohon, pohon

DAFTAR: list[URLPattern] = [
    path("pohon/", pohon.pohon_kinerja, name="pohon_kinerja"),
    path("pohon/ubah/", pohon.ubah_pohon, name="ubah_pohon"),
    path("pohon/gambar/", gambar_pohon.halaman_gambar, name="gambar_pohon"),
    path("pohon/gambar/pohon_kinerja.svg", gambar_pohon.unduh_svg, name="pohon_svg"),
    path("pohon/gambar/pohon_kinerja.png", gambar_pohon.unduh_png, name="pohon_png"),
    path("pohon/gambar/pohon_kinerja.pdf", gambar_pohon.unduh_pdf, name="pohon_pdf"),
]
