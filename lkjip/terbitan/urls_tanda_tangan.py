"""Addresses of the act of signing, below `instansi/<kode>/<tahun>/penerbitan/`."""

from django.urls import path

from lkjip.terbitan.views import tanda_tangan

urlpatterns = [
    path("<int:pk>/tanda-tangan/<int:tanda>/", tanda_tangan.tanda_tangan, name="tanda_tangan"),
    path("<int:pk>/tanda-tangan/<int:tanda>/dokumen/", tanda_tangan.dokumen, name="dokumen_tanda_tangan"),
]
