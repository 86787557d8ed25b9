"""Addresses of official documents, below `instansi/<kode>/<tahun>/penerbitan/`."""

from django.urls import include, path

from lkjip.terbitan.views import berkas, dokumen, versi

urlpatterns = [
    path("", dokumen.penerbitan, name="penerbitan"),
    path("dokumen/", dokumen.dokumen_resmi, name="dokumen_resmi"),
    path("dokumen/naskah/", dokumen.naskah_apip, name="naskah_apip"),
    path("dokumen/tahap/", dokumen.catat_tahap_naskah, name="catat_tahap_naskah"),
    path("dokumen/finalkan/", dokumen.finalkan_naskah, name="finalkan_naskah"),
    path("", include("lkjip.terbitan.urls_tanda_tangan")),
    path("<int:pk>/", versi.versi_terbitan, name="versi_terbitan"),
    path("<int:pk>/ulangi/", versi.ulangi_terbitan, name="ulangi_terbitan"),
    path("<int:pk>/batalkan/", versi.batalkan_terbitan, name="batalkan_terbitan"),
    path("<int:pk>/terbitkan/", versi.terbitkan_versi, name="terbitkan_versi"),
    path("<int:pk>/tarik/", versi.tarik_versi, name="tarik_versi"),
    path("<int:pk>/banding/", versi.banding_terbitan, name="banding_terbitan"),
    path("<int:pk>/berkas/<slug:jenis>/", berkas.unduh_terbitan, name="unduh_terbitan"),
]
