"""The site map."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import PathConverter

from lkjip.evaluasi.views.tindak_lanjut import tindak_lanjut
from lkjip.pengisian.views import aturan, unit_kerja
from lkjip.views import beranda, daftar_instansi, impor, laporan, pimpinan, tahun, tahun_baru, urung


class KodeConverter(PathConverter):
    """A kode as its agency typed it, slashes included; never the NUL byte, which PostgreSQL refuses as text."""

    regex = "[^\x00]+"


class KodeTerpendekConverter(KodeConverter):
    """As few segments as will do, so that a number further on in the address is not taken for the year."""

    regex = "[^\x00]+?"


register_converter(KodeConverter, "kode")
register_converter(KodeTerpendekConverter, "kode_terpendek")

_TAHUN: list[URLPattern | URLResolver] = [
    path("", tahun.halaman_ringkasan, name="ringkasan_tahun"),
    path("pimpinan/", pimpinan.pimpinan, name="pimpinan"),
    path("tujuan/", tahun.halaman_tujuan, name="tujuan"),
    path("indikator/", tahun.halaman_indikator, name="indikator"),
    path("indikator/<kode:kode_indikator>/", tahun.halaman_rincian_indikator, name="rincian_indikator"),
    path("anggaran/", tahun.halaman_uang, name="anggaran"),
    path("sakip/", tahun.halaman_evaluasi, name="sakip"),
    path("sakip/tindak-lanjut/", tindak_lanjut, name="tindak_lanjut"),
    path("sakip/evaluasi/", include("lkjip.evaluasi.urls_instansi")),
    path("sakip/mandiri/", include("lkjip.evaluasi.urls_mandiri")),
    path("unduhan/", tahun.halaman_unduhan, name="unduhan"),
    path("laporan/", laporan.baca_laporan, name="laporan"),
    path("laporan/pdf/", laporan.unduh_pdf, name="unduh_pdf"),
    path("laporan/docx/", laporan.unduh_docx, name="unduh_docx"),
    path("laporan/xlsx/", laporan.unduh_xlsx, name="unduh_xlsx"),
    path("laporan/html/", laporan.unduh_html, name="unduh_html"),
    path("naskah/", include("lkjip.naskah.urls")),
    path("penerbitan/", include("lkjip.terbitan.urls")),
    path("temuan/", include("lkjip.pemeriksaan.urls")),
    path("reviu/", include("lkjip.reviu.urls")),
    path("perencanaan/", include("lkjip.perencanaan.urls")),
    path("pengisian/", include("lkjip.pengisian.urls")),
    path("hapus-tahun/", tahun_baru.halaman_hapus_tahun, name="hapus_tahun"),
    path("buku-kerja/", laporan.unduh_buku_kerja, name="unduh_buku_kerja"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", beranda.beranda, name="beranda"),
    path("", include("lkjip.akun.urls")),
    path("instansi/", daftar_instansi.daftar_instansi, name="daftar_instansi"),
    path("instansi/<kode_terpendek:kode>/<int:tahun>/", include(_TAHUN)),
    path("instansi/<kode:kode>/<int:tahun>/", include(_TAHUN)),  # a kode with a number of its own between slashes
    path("", include("lkjip.kelola.urls")),
    path("", include("lkjip.evaluasi.urls")),
    path("", include("lkjip.pemeriksaan.urls_pemda")),
    path("", include("lkjip.penyusunan.urls")),
    path("", include("lkjip.publik.urls_verifikasi")),
    path("", include("lkjip.publik.urls_publik")),
    path("instansi/<kode:kode>/unit/", unit_kerja.unit_kerja, name="unit_kerja"),
    path("instansi/<kode:kode>/tahun-baru/", tahun_baru.tahun_baru, name="tahun_baru"),
    path("instansi/<kode:kode>/", tahun.halaman_instansi, name="instansi"),
    path("pemda/<int:pemda>/aturan-pengisian/", aturan.aturan_pengisian, name="aturan_pengisian"),
    path("urungkan/<int:instansi>/<str:kejadian>/", urung.urungkan_kejadian, name="urungkan"),
    path("impor/", impor.unggah, name="impor"),
    path("impor/periksa/", impor.pratinjau, name="pratinjau_impor"),
    path("bantuan/buku-kerja/", impor.bantuan_buku_kerja, name="bantuan_buku_kerja"),
    path("buku-kerja-kosong.xlsx", impor.unduh_templat, name="unduh_templat"),
    path("admin/", admin.site.urls),
]
